//! What makes a finding the same one as before, wherever its lines have moved to.

use std::collections::HashMap;
use std::hash::Hasher as _;

use fnv::FnvHasher;

use crate::diagnostic::{Arg, Diagnostic};
use crate::lint::Linted;

/// Arguments that say what was written. Others say what would be right, which changes with the
/// tables and not with the file.
const WRITTEN: [&str; 8] = [
    "written", "value", "class", "key", "zone", "existing", "rule", "missing",
];

/// Names findings so that a later run knows them again. The name is made of the code, of what the
/// file calls the order, of the place within the order and of what was written there: of no line
/// number, and of nothing that a report hides. Findings that are alike in all of this are numbered
/// in the order of the file.
///
/// ```
/// use kvspec::{Linter, Run, render::fingerprint::Fingerprints};
///
/// let text = r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "EngineVersion": 5.0}"#;
/// let moved = format!("\n\n{text}");
/// let of = |text: &str| {
///     let linted = Linter::new().lint(text, &mut Run::new()).remove(0);
///     Fingerprints::default().of("order.json", &linted, &linted.diagnostics[0])
/// };
/// assert_eq!(of(text), of(&moved));
/// assert!(of(text).ends_with(":1"));
/// ```
#[derive(Debug, Default)]
pub struct Fingerprints {
    met: HashMap<(String, u64), usize>,
}

impl Fingerprints {
    /// The name of the next finding of a file: 16 hexadecimal digits, a colon, and a number.
    #[must_use]
    pub fn of(&mut self, source: &str, linted: &Linted, found: &Diagnostic) -> String {
        let hash = hash(linted, found);
        let count = self.met.entry((source.to_owned(), hash)).or_default();
        *count += 1;
        format!("{hash:016x}:{count}")
    }
}

fn hash(linted: &Linted, found: &Diagnostic) -> u64 {
    let mut hasher = FnvHasher::default();
    let mut add = |part: &str| {
        hasher.write(part.as_bytes());
        // A byte that no text holds keeps the parts apart.
        hasher.write_u8(0xff);
    };
    add(found.code.name());
    add(linted
        .name
        .as_deref()
        .filter(|name| !is_a_line(name))
        .unwrap_or_default());
    add(&found.path);
    for (name, arg) in found.args.iter() {
        if WRITTEN.contains(&name) {
            add(name);
            match arg {
                Arg::Text(text) => add(text),
                Arg::Number(number) => add(&number.to_string()),
                _ => {}
            }
        }
    }
    hasher.finish()
}

/// Whether a name is no more than where the order stands, as commands have it.
fn is_a_line(name: &str) -> bool {
    let number = name.strip_prefix("line ");
    number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}
