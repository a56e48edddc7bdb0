use super::*;

fn only(text: &str) -> Node<'_> {
    let parts = documents(text);
    assert_eq!(parts.len(), 1, "{text}");
    document(text, parts[0].clone()).root.expect("good YAML")
}

fn problem(text: &str) -> Problem {
    let parts = documents(text);
    document(text, parts[0].clone())
        .root
        .expect_err("broken YAML")
}

/// The node in a short form: kinds, texts as they stand in the file, tags.
fn show(text: &str, node: &Node<'_>) -> String {
    let tag = node
        .tag
        .as_ref()
        .map_or(String::new(), |tag| format!("!{tag} "));
    let alias = node.alias.as_ref().map_or("", |_| "*");
    let shown = match &node.kind {
        Kind::Null => format!("null@{}", node.span.start),
        Kind::Boolean(_) | Kind::Number(_) | Kind::Text(_) => text[node.span.clone()].to_owned(),
        Kind::List(elements) => {
            let elements: Vec<_> = elements.iter().map(|node| show(text, node)).collect();
            format!("[{}]", elements.join(" "))
        }
        Kind::Map(pairs) => {
            let pairs: Vec<_> = pairs
                .iter()
                .map(|pair| format!("{}={}", &text[pair.key.clone()], show(text, &pair.value)))
                .collect();
            format!("{{{}}}", pairs.join(" "))
        }
    };
    format!("{alias}{tag}{shown}")
}

fn shown(text: &str) -> String {
    show(text, &only(text))
}

fn cut(text: &str, path: &[&str]) -> String {
    let root = only(text);
    let mut node = &root;
    let mut whole = 0..0;
    for name in path {
        let pair = node.member(name).expect("a member");
        whole = pair.whole.clone();
        node = &pair.value;
    }
    format!("{}{}", &text[..whole.start], &text[whole.end..])
}

#[test]
fn values_have_their_places() {
    let text = "a: 1\n'b c': \"d\\te\"\nl:\n- x\n- {y: z, 名: [1, 'q']}\n";
    assert_eq!(shown(text), "{a=1 'b c'=\"d\\te\" l=[x {y=z 名=[1 'q']}]}");
    let root = only(text);
    assert_eq!(root.span, 0..text.len() - 1);
    let list = root.value("l").expect("there");
    assert_eq!(&text[list.span.clone()], "x\n- {y: z, 名: [1, 'q']}");
    let element = &list.elements().expect("a list")[1];
    assert_eq!(&text[element.span.clone()], "{y: z, 名: [1, 'q']}");
    assert_eq!(root.value("b c").expect("there").text(), Some("d\te"));
}

#[test]
fn line_breaks_and_marks_of_other_systems() {
    let text = "\u{feff}a: é\r\nb:\r\n  c: \"x\r\n    y\"\r\n  d: 5\r\n";
    assert_eq!(shown(text), "{a=é b={c=\"x\r\n    y\" d=5}}");
    let root = only(text);
    let c = root.value("b").and_then(|b| b.value("c")).expect("there");
    assert_eq!(c.text(), Some("x y"));
    assert_eq!(cut(text, &["a"]), text.replace("a: é\r\n", ""));
}

#[test]
fn nothing_stands_behind_the_colon() {
    assert_eq!(shown("a:\nb: ~\n"), "{a=null@2 b=~}".replace('~', "null@6"));
    assert_eq!(shown("{a, b: }"), "{a=null@2 b=null@6}");
    assert_eq!(shown("- \n- x"), "[null@2 x]");
    assert_eq!(shown(""), "null@0");
}

#[test]
fn comments_belong_to_nobody() {
    let text = "a: 'x''y' # c\nb: \"x\\\"y\" # \"\nc: [1] # ]\nd: {e: 'f'} # }\ng: h # i\n? 'j' # k\n: l\n";
    assert_eq!(
        shown(text),
        "{a='x''y' b=\"x\\\"y\" c=[1] d={e='f'} g=h 'j'=l}"
    );
}

#[test]
fn tags_are_kept() {
    let text = "a: !Ref x\nb: !Sub \"y\"\nc: !<Join> [a]\nd: !If # why\n- 1\ne: !!str 7\nf: ! 8\ng: !Fn::Sub 7.0\n";
    assert_eq!(
        shown(text),
        "{a=!Ref x b=!Sub \"y\" c=!Join [a] d=!If [1] e=7 f=8 g=!Sub 7.0}"
    );
    let root = only(text);
    for (name, value) in [("e", "7"), ("f", "8")] {
        assert_eq!(root.value(name).and_then(Node::text), Some(value));
    }
    let sub = root.value("g").expect("there");
    assert_eq!(sub.kind, Kind::Text("7.0".into()));
}

#[test]
fn block_scalars_stand_where_their_content_does() {
    let text = "a: |2-\n    x\n   y\n\nb: >\n  fold\n  ed\n# end\n";
    assert_eq!(shown(text), "{a=  x\n   y b=fold\n  ed}");
    let root = only(text);
    let a = root.value("a").expect("there");
    assert_eq!((a.text(), a.written), (Some("  x\n y"), Written::Block));
}

#[test]
fn aliases_and_merge_keys_are_followed() {
    let text = "base: &b {x: 1, y: 2}\nc:\n  <<: *b\n  y: 3\n  z: *b\nd: {<<: [*b, {w: 4}]}\n";
    let expected = "{base={x=1 y=2} c={y=3 z=*{x=1 y=2} x=*1} d={x=*1 y=*2 w=4}}";
    assert_eq!(shown(text), expected);
    let root = only(text);
    let x = root.value("c").and_then(|c| c.value("x")).expect("merged");
    let alias = x.alias.as_ref().expect("through an alias");
    assert_eq!((&*alias.name, &text[alias.at.clone()]), ("*b", "*b"));
    // What others need is not cut.
    assert_eq!(cut(text, &["base"]), text);
    assert_eq!(cut(text, &["c", "x"]), text);
    // A quoted name is a name like others.
    assert_eq!(shown("'<<': {a: 1}"), "{'<<'={a=1}}");
    assert_eq!(shown("<<: !Ref x"), "{<<=!Ref x}");
}

#[test]
fn names_may_be_anything() {
    let text = "yes: 1\n7.0: 2\n? [a]\n: 3\n~: 4\na: 5\na: 6\n";
    let root = only(text);
    let names: Vec<_> = root
        .members()
        .expect("a map")
        .iter()
        .map(|pair| &*pair.name)
        .collect();
    assert_eq!(names, ["yes", "7.0", "[a]", "~", "a", "a"]);
    let last = root.value("a").expect("there");
    assert_eq!(last.kind, Kind::Number("6".into()));
}

#[test]
fn members_are_cut_with_their_lines() {
    let text = "a:\n  b: 1 # c\n  d: {e: 1, f: 2}\n  g:\n  - x\n  - y\nz: [p: q]\n";
    assert_eq!(cut(text, &["a", "b"]), text.replace("  b: 1 # c\n", ""));
    assert_eq!(cut(text, &["a", "d", "e"]), text.replace("e: 1, ", ""));
    assert_eq!(cut(text, &["a", "d", "f"]), text.replace(", f: 2", ""));
    assert_eq!(
        cut(text, &["a", "g"]),
        text.replace("  g:\n  - x\n  - y\n", "")
    );
    // The only one of a block.
    assert_eq!(cut("a:\n  b: 1\nc: 2\n", &["a", "b"]), "a:\n  b: 1\nc: 2\n");
}

#[test]
fn a_placeholder_without_quotes_is_a_text() {
    let root = only("a: {{ .Values.name }}\nb: {{x}}\n");
    assert_eq!(
        root.value("a").and_then(Node::text),
        Some("{{ .Values.name }}")
    );
    assert_eq!(root.value("b").and_then(Node::text), Some("{{x}}"));
}

#[test]
fn documents_are_read_each_by_itself() {
    let text = "# first\n---\na: 1\n--- # second\nb: [\n---\nc: 3\n...\n%YAML 1.2\n---\nd: 4\n";
    let parts = documents(text);
    let read: Vec<_> = parts
        .iter()
        .map(|part| {
            let root = document(text, part.clone()).root;
            root.map_or_else(
                |problem| format!("!{}", problem.at.start),
                |root| show(text, &root),
            )
        })
        .collect();
    let end = text.find("---\nc").expect("there");
    assert_eq!(read, ["{a=1}", &format!("!{end}"), "{c=3}", "{d=4}"]);
}

#[test]
fn problems_have_a_place() {
    let text = "é: 1\nb: *nowhere\n";
    assert_eq!(&text[problem(text).at], "*");
    let text = "a: &a [*a]\n";
    assert_eq!(&text[problem(text).at], "*");
    assert_eq!(problem("a: \"b").at, 3..4);
}

#[test]
fn deep_nesting_is_refused() {
    for text in [
        "[".repeat(100_000),
        "{a: ".repeat(100_000),
        "- ".repeat(100_000),
    ] {
        let text = problem(&text).text;
        assert!(text.contains("deeper") || text.contains("limit"), "{text}");
    }
    let mut stairs = String::new();
    for depth in 0..200 {
        stairs += &" ".repeat(depth);
        stairs += "a:\n";
    }
    assert!(problem(&stairs).text.contains("deeper than 128"));
}

#[test]
fn aliases_do_not_blow_up() {
    let mut laughs = "a0: &a0 [x, x]\n".to_owned();
    for level in 1..60 {
        let below = level - 1;
        let line = format!("a{level}: &a{level} [*a{below}, *a{below}, *a{below}]\n");
        laughs += &line;
    }
    assert!(problem(&laughs).text.contains("blow"));
    let long = format!(
        "a: &a {}\nb: [{}]\n",
        "x".repeat(1 << 20),
        "*a, ".repeat(100_000)
    );
    assert!(problem(&long).text.contains("blow"));
    let nested = "&a [".repeat(100) + &"x, ".repeat(100_000) + &"]".repeat(100);
    only(&nested);
}

#[test]
fn long_lines_take_no_longer_than_their_length() {
    let started = std::time::Instant::now();
    let many = "x, ".repeat(50_000);
    only(&format!("a: [{many}]"));
    let pairs: Vec<_> = (0..20_000).map(|n| format!("k{n}: v")).collect();
    only(&format!("é: {{{}}}", pairs.join(", ")));
    only(&format!("a: \"{}\"", "x".repeat(1 << 20)));
    only(&format!("a: {}", "é ".repeat(1 << 19)));
    only(&format!("a: {}b", " ".repeat(1 << 20)));
    only(&format!("a: |\n{}", "  line\n".repeat(100_000)));
    only(&"a: 1\n".repeat(20_000));
    only(&"#\n".repeat(200_000));
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

#[test]
fn json_gives_the_same_tree() {
    let text = "\u{feff}{\"a\": [1, \"x\\n\", null],\n \"b\": {\"Ref\": \"é\"}}";
    let root = json(text).expect("JSON");
    assert_eq!(
        show(text, &root),
        "{\"a\"=[1 \"x\\n\" null@20] \"b\"={\"Ref\"=\"é\"}}"
    );
    assert_eq!(root.written, Written::Json);
    let whole = root.member("b").expect("there").whole.clone();
    assert_eq!(&text[whole], ",\n \"b\": {\"Ref\": \"é\"}");
    assert_eq!(json("{\"a\": 1,}").expect_err("a comma").at, 7..8);
    assert!(json(&"[".repeat(100_000)).is_err());
}

mod random {
    use super::*;
    use proptest::prelude::*;

    fn nearly_yaml() -> impl Strategy<Value = String> {
        let token = prop::sample::select(vec![
            "a",
            "b: ",
            "- ",
            "\n",
            "\n  ",
            "\n    ",
            " ",
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            "? ",
            "&x ",
            "*x",
            "!Ref ",
            "!!str ",
            "\"",
            "'",
            "|\n",
            ">-\n",
            "# c\n",
            "<<: ",
            "---\n",
            "...\n",
            "%TAG ! x\n",
            "\t",
            "é",
            "\r\n",
            "\u{a0}",
            "\u{feff}",
            "7.0",
            "~",
            "\\",
            "\\x4",
            "@",
            "`",
            "%",
            "!<x> ",
            "\u{85}",
            "\u{2028}",
            "|2+\n",
            "-",
            "\0",
        ]);
        prop::collection::vec(token, 0..40).prop_map(|tokens| tokens.concat())
    }

    fn check(text: &str, node: &Node<'_>) {
        assert!(text.get(node.span.clone()).is_some(), "{text:?} {node:?}");
        match &node.kind {
            Kind::List(elements) => elements.iter().for_each(|node| check(text, node)),
            Kind::Map(pairs) => {
                for pair in pairs {
                    assert!(text.get(pair.key.clone()).is_some(), "{text:?} {pair:?}");
                    assert!(text.get(pair.whole.clone()).is_some(), "{text:?} {pair:?}");
                    check(text, &pair.value);
                }
            }
            _ => {}
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn whatever_stands_there_is_read_or_refused(text in nearly_yaml()) {
            for part in documents(&text) {
                let document = document(&text, part);
                for (span, _) in &document.scalars {
                    prop_assert!(text.get(span.clone()).is_some());
                }
                match document.root {
                    Ok(root) => check(&text, &root),
                    Err(problem) => prop_assert!(text.get(problem.at).is_some()),
                }
            }
        }
    }
}
