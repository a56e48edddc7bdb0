use super::*;

fn problems(text: &str) -> Vec<(usize, String)> {
    let document = Document::read(text);
    document
        .chunks
        .iter()
        .filter_map(|chunk| document.parse(chunk).err())
        .map(|problem| (problem.span.start, problem.message))
        .collect()
}

fn pieces(text: &str) -> Vec<&str> {
    let document = Document::read(text);
    let chunks = document.chunks.iter();
    chunks.map(|chunk| &text[chunk.range.clone()]).collect()
}

#[test]
fn a_text_is_split_into_blocks_and_attributes() {
    let text =
        "\u{feff}# c\r\na = 1 // x\r\n\r\nb \"é\" {\r\n  c = \"}\" # }\r\n  /* } */\r\n}\r\n";
    let document = Document::read(text);
    assert_eq!(pieces(text).len(), 2);
    assert!(pieces(text)[1].starts_with("b \"é\""));
    let comments: Vec<_> = document.comments.iter().map(|c| &text[c.clone()]).collect();
    assert_eq!(comments, ["# c", "// x", "# }", "/* } */"]);
    assert_eq!(problems(text), []);
    assert_eq!(document.keyword(&document.chunks[1]), "b");
}

#[test]
fn texts_and_heredocs_hide_brackets() {
    let text = "a = <<-EOT\n  } EOT ${f(\"}\")}\n  $${ %%{\n  EOT\nb = \"$${ ${ {x = \"}\"}.x } \\\" }\"\nc = <<EOT\nEOT\n";
    assert_eq!(pieces(text).len(), 3);
    assert_eq!(problems(text), []);
}

#[test]
fn what_stands_around_a_broken_block_is_read() {
    let text = "a = 1\nresource \"x\" \"y\" {\n  b = ]\n}\nc = 2\n";
    assert_eq!(pieces(text).len(), 3);
    assert_eq!(problems(text).len(), 1);
    assert_eq!(problems(text)[0].0, text.find(']').expect("there"));
    let text = "resource \"x\" \"y\" {\n  b = 1\n\nresource \"x\" \"z\" {\n  b = 1\n}\n";
    assert_eq!(pieces(text).len(), 2);
    assert_eq!(
        problems(text),
        [(17, "the `{` that opens here is never closed".to_owned())]
    );
    let text = "x \"y\" {\n  b = \"open\n  c = 1\n}\nd = 1\n";
    assert_eq!(problems(text).len(), 1);
    assert_eq!(pieces(text).len(), 2);
    // A block that ends too early is as broken as the bracket that is left.
    let text = "x \"y\" {\n}\n  c = 1\n}\nd = 1\n";
    assert_eq!(problems(text).len(), 3);
    assert_eq!(problems(text)[0].1, "the `}` here closes nothing");
}

#[test]
fn problems_are_said_for_people() {
    let one = |text: &str| problems(text).first().map(|(_, said)| said.clone());
    let say = |text: &str| one(text).unwrap_or_default();
    assert_eq!(
        say("a {\n  b =\n}"),
        "the end of the line stands where a value was expected"
    );
    assert_eq!(
        say("a {\n  b = 1\n  b = 2\n}"),
        "`b` is set twice in one block"
    );
    assert_eq!(
        say("a {\n  \"b\" = 1\n}"),
        "`\"` stands where `}` or an argument on a line of its own was expected"
    );
    assert_eq!(
        say("a {\n b = <<EOT\n x\n}"),
        "the heredoc that begins here is never ended by a line `EOT`"
    );
    assert_eq!(
        say("/* a"),
        "the comment that begins here is never closed by `*/`"
    );
    assert_eq!(
        say("a = \"\\q\""),
        r#"the escape before this is none of `\n`, `\r`, `\t`, `\"`, `\\`, `\uNNNN`"#
    );
    assert_eq!(
        say("a {\n\u{a0}\u{a0}b = 1\n}"),
        "U+00A0 stands where only blanks and tabs can stand"
    );
}

#[test]
fn names_may_come_twice_in_a_map() {
    assert_eq!(
        problems("a = { b = 1, b = 2, \"c\" = 3, \"c\" = 4, b = 5 }"),
        []
    );
}

#[test]
fn deep_nesting_and_long_chains_are_an_error() {
    for (open, close) in [
        ("[", "]"),
        ("(", ")"),
        ("{ a = ", "}"),
        ("\"${", "}\""),
        ("f(", ")"),
        ("!", ""),
        ("-", ""),
        ("x ? ", " : 1"),
        ("x ? 1 : ", ""),
        ("1 + ", ""),
        ("1 == ", ""),
        ("a[", "]"),
    ] {
        for count in [20, 40, 60, 64, 100, 100_000] {
            let text = format!(
                "a = {}1{}\nb = 1\n",
                open.repeat(count),
                close.repeat(count)
            );
            let found = problems(&text);
            assert!(found.len() <= 1, "{open} {count}: {found:?}");
            assert!(count < 1000 || found.len() == 1, "{open} {count}");
        }
        let text = format!("a = {}", open.repeat(100_000));
        assert_eq!(problems(&text).len(), 1, "{open}");
        assert!(template(&format!("${{{}", open.repeat(100_000))).is_none());
    }
    let blocks = format!("{}{}", "a {\n".repeat(100_000), "}\n".repeat(100_000));
    assert_eq!(problems(&blocks).len(), 1);
}

#[test]
fn a_map_without_an_end_is_not_read() {
    let text = format!("a = {{{}}}\nb = 1\n", "\nx = 1".repeat(100_000));
    assert_eq!(
        problems(&text),
        [(4, "more than 20000 lines stand in these braces".to_owned())]
    );
}

#[test]
fn nothing_breaks_the_scan() {
    let text = "\u{feff}resource \"é\" \"y\" {\n  a = <<-EOT\r\n é ${x}\n  EOT\n b = \"\\é$${%{ if x }é%{ endif }\" /* é */\n c = { \"é\" = [1, (2)] }\n}\n";
    for start in 0..text.len() {
        for end in start..=text.len() {
            if let Some(part) = text.get(start..end) {
                problems(part);
                template(part);
            }
        }
    }
}

#[test]
fn numbers_are_written_as_terraform_sends_them() {
    for (literal, sent) in [
        ("7.0", "7"),
        ("1e3", "1000"),
        ("1.25e1", "12.5"),
        ("- 5", "-5"),
        ("-0", "0"),
        ("007", "7"),
        ("12e-1", "1.2"),
        ("5e-3", "0.005"),
        ("1E+2", "100"),
        ("1e999999999999", "1e999999999999"),
        ("18446744073709551616", "18446744073709551616"),
    ] {
        assert_eq!(number(literal), sent, "{literal}");
    }
}
