use super::*;

/// The commands of a script, their words in quotes, unknown pieces as question marks.
fn commands(text: &str) -> Vec<String> {
    let script = read(text, &["ours"]);
    let shown = |word: &Word<'_>| {
        let pieces = word.pieces.iter().map(|piece| match piece {
            Piece::Text { text, .. } => text.to_string(),
            Piece::Parameter { name, .. } => format!("${name}"),
            Piece::Words { .. } => "?…".to_owned(),
            Piece::Other { .. } => "?".to_owned(),
        });
        format!("‹{}›", pieces.collect::<String>())
    };
    let commands = script.commands.iter();
    commands
        .map(|command| command.words.iter().map(shown).collect())
        .collect()
}

#[test]
fn scripts_are_cut_into_commands_and_words() {
    for (text, expected) in [
        ("a b  'c d' \"e $f\"\\ g\n", &["‹a›‹b›‹c d›‹e $f g›"][..]),
        (
            "a; b & c | d && e || f",
            &["‹a›", "‹b›", "‹c›", "‹d›", "‹e›", "‹f›"],
        ),
        ("x=1 y=2 a b", &["‹a›‹b›"]),
        (
            "a $(b $(c) `d`) e",
            &["‹c›", "‹d›", "‹b›‹?›‹?›", "‹a›‹?›‹e›"],
        ),
        (
            "if a; then b; elif c; then d; else e; fi; f",
            &["‹a›", "‹b›", "‹c›", "‹d›", "‹e›", "‹f›"],
        ),
        ("while a; do b; done >x", &["‹a›", "‹b›"]),
        (
            "case $x in a|b) c;; (d) e;; *) f; esac; g",
            &["‹c›", "‹e›", "‹f›", "‹g›"],
        ),
        (
            "f() { a; }; function g { b; }; (c; d)",
            &["‹a›", "‹b›", "‹c›", "‹d›"],
        ),
        ("a >b 2>&1 <c 3<>d &>e f", &["‹a›‹f›"]),
        (
            "a <<E b\n$(x)\nE\nc <<-'F'\n\tF\nd <<<e",
            &["‹a›‹b›", "‹c›", "‹d›"],
        ),
        ("a <(b c) d", &["‹b›‹c›", "‹a›‹?›‹d›"]),
        (
            "a \"$@\" ${b[@]} $* ${c:-d} ${e%f} $1",
            &["‹a›‹?…›‹?…›‹?…›‹$c›‹?›‹$1›"],
        ),
        ("a # b\n# c\nd#e", &["‹a›", "‹d#e›"]),
        ("a \\\n  b\\\nc", &["‹a›‹bc›"]),
        ("a <b-c> <d> <e", &["‹a›‹<b-c>›‹<d>›"]),
        (
            "ours a ^\n b `\n c \\ \n d\nx ^\n",
            &["‹ours›‹a›‹b›‹c›‹d›", "‹x›‹^›"],
        ),
        ("x=(a 'b c'\n d) e", &["‹a›‹b c›‹d›", "‹e›"]),
        ("((a << 2)); b $((1 + (2))) c", &["‹b›‹?›‹c›"]),
        ("a $'b\\'\\n' $\"c\" $ %d%", &["‹a›‹b'\n›‹c›‹$›‹%d%›"]),
        ("a ${{ b }} \"x${{ c }}\"", &["‹a›‹${{ b }}›‹x${{ c }}›"]),
        ("a `b \"c` d", &["‹b›‹c?›", "‹a›‹?›‹d›"]),
        ("a )) ;; fi } done b", &["‹a›", "‹b›"]),
    ] {
        assert_eq!(commands(text), expected, "{text}");
    }
}

#[test]
fn pieces_know_their_places() {
    let text = "é \"a\\\"b$x\"'c'";
    let script = read(text, &[]);
    let word = &script.commands[0].words[1];
    assert_eq!(&text[word.span.clone()], "\"a\\\"b$x\"'c'");
    let places: Vec<_> = word
        .pieces
        .iter()
        .map(|piece| &text[piece.span().clone()])
        .collect();
    assert_eq!(places, ["a", "\\\"", "b", "$x", "c"]);
}

#[test]
fn words_are_split_at_a_sign() {
    let text = "a --x=\"y$z\" '--x=y' $q=1 --x";
    let script = read(text, &[]);
    let split: Vec<_> = script.commands[0]
        .words
        .iter()
        .map(|word| {
            let (name, place, rest) = word.split(&['='])?;
            Some((name, &text[place], &text[rest.span]))
        })
        .collect();
    assert_eq!(split[1], Some(("--x".to_owned(), "--x", "\"y$z\"")));
    assert_eq!(split[2], Some(("--x".to_owned(), "'--x", "y'")));
    assert_eq!((&split[0], &split[3], &split[4]), (&None, &None, &None));
}
