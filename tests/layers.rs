//! The rooms of `src/` stand in an order, and none looks into one above it: what a table says is
//! known to the engine, and not the other way round.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, from the ground up. Those on one line may know each other.
const ROOMS: &[&[&str]] = &[
    &["words"],
    &["text"],
    &["diagnostic"],
    &["profile"],
    &["spec_format", "input"],
    &["documents"],
    &["context", "infer"],
    &["run", "spec"],
    &["engine"],
    &["report"],
    &["check", "envelope"],
    &["house"],
    &["request", "redact"],
    &["lint", "fix"],
    &["strategy", "messages", "change"],
    &["transfer", "order"],
    &["compare", "response", "export"],
    &["render"],
    &["profile_file"],
    &["lsp"],
    &["cli", "main"],
];

/// Who may look up after all, and why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    (
        "diagnostic",
        "redact",
        "an argument hides what is secret in a value",
    ),
    ("engine", "redact", "a fix says nothing that holds a secret"),
    (
        "input",
        "redact",
        "what follows a secret in a query is a name only if it may be one",
    ),
    (
        "envelope",
        "redact",
        "a flag is told from a secret by its name",
    ),
    (
        "check",
        "house",
        "the builder takes house rules by their public type",
    ),
];

/// What the engine must never know: it interprets tables, whoever wrote them.
const UNKNOWN_TO_THE_ENGINE: &[&str] = &["documents", "house", "envelope", "lint"];

fn files(at: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(at) else {
        panic!("{} cannot be read", at.display());
    };
    let mut entries: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// The text without comments and without tests.
fn code(text: &str) -> String {
    let mut kept = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let plain = line.trim_start();
        if plain.starts_with("#[cfg(test)]") {
            if lines
                .peek()
                .is_some_and(|next| next.starts_with("mod ") && next.ends_with('{'))
            {
                break;
            }
            lines.next();
            continue;
        }
        if !plain.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// The first segments behind each `crate::`, also of a list in braces.
fn rooms_named(code: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let is_this_crate =
            !code[..at].ends_with(|c: char| c.is_alphanumeric() || "_:$".contains(c));
        if !is_this_crate {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        let word = |text: &str| -> String {
            let text = text.trim_start();
            text.chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect()
        };
        let Some(list) = rest.strip_prefix('{') else {
            named.insert(word(rest));
            continue;
        };
        let (mut depth, mut start) = (0_usize, 0);
        for (at, c) in list.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => {
                    named.insert(word(&list[start..at]));
                    break;
                }
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    named.insert(word(&list[start..at]));
                    start = at + 1;
                }
                _ => {}
            }
        }
    }
    named
}

fn level(room: &str) -> Option<usize> {
    ROOMS.iter().position(|rooms| rooms.contains(&room))
}

#[test]
fn no_room_looks_up() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&sources, &mut all);
    assert!(all.len() > 100, "{} files", all.len());
    let mut wrong = Vec::new();
    let mut used = BTreeSet::new();
    for path in all {
        let relative = path.strip_prefix(&sources).expect("below src");
        let first = relative.iter().next().expect("a name");
        let room = first
            .to_str()
            .expect("a plain name")
            .trim_end_matches(".rs");
        if room == "lib" || relative.to_string_lossy().ends_with("tests.rs") {
            continue;
        }
        let own = level(room).unwrap_or_else(|| panic!("`{room}` has no place in ROOMS"));
        let text = fs::read_to_string(&path).expect("a source");
        for named in rooms_named(&code(&text)) {
            // A name of the crate's face says nothing of where it lives.
            let Some(other) = level(&named) else {
                continue;
            };
            let exception = EXCEPTIONS
                .iter()
                .find(|(from, to, _)| *from == room && *to == named);
            if other > own {
                match exception {
                    Some(exception) => {
                        used.insert(*exception);
                    }
                    None => wrong.push(format!("{} uses {named}", relative.display())),
                }
            }
            assert!(
                room != "engine" || !UNKNOWN_TO_THE_ENGINE.contains(&named.as_str()),
                "{} uses {named}",
                relative.display()
            );
        }
    }
    assert!(wrong.is_empty(), "looking up:\n{}", wrong.join("\n"));
    let unused: Vec<_> = EXCEPTIONS.iter().filter(|it| !used.contains(*it)).collect();
    assert!(unused.is_empty(), "no longer needed: {unused:?}");
}

#[test]
fn names_are_found_in_every_spelling() {
    let text = "use crate::{a::b, c::{d, e}, f};\nuse crate::g::h; // crate::i\nlet x = crate::j::k();\nuse kvspec_crate::l;\n// crate::m\n";
    let named: Vec<String> = rooms_named(&code(text)).into_iter().collect();
    assert!(
        ["a", "c", "f", "g", "j"]
            .iter()
            .all(|room| named.contains(&(*room).to_owned()))
    );
    assert!(
        !named
            .iter()
            .any(|room| ["d", "e", "l", "m"].contains(&room.as_str()))
    );
}
