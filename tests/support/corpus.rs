//! Whole requests of `tests/corpus/`, and what is expected of each.

#![allow(dead_code, reason = "each test uses what it needs")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A request, and each error and warning of it.
pub(crate) struct Case {
    pub(crate) about: String,
    pub(crate) request: String,
    pub(crate) expected: BTreeSet<String>,
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut about = String::new();
    for line in text.lines() {
        if let Some(comment) = line.strip_prefix("# ") {
            comment.clone_into(&mut about);
        } else if let Some(finding) = line.strip_prefix("! ") {
            let case = cases
                .last_mut()
                .expect("a finding stands behind its request");
            case.expected.insert(finding.trim().to_owned());
        } else if !line.trim().is_empty() {
            cases.push(Case {
                about: std::mem::take(&mut about),
                request: line.to_owned(),
                expected: BTreeSet::new(),
            });
        }
    }
    cases
}

/// The cases of a profile, where it has a file.
pub(crate) fn cases_of(profile: &str) -> Option<Vec<Case>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let text = fs::read_to_string(folder.join(format!("{profile}.txt"))).ok()?;
    Some(cases(&text))
}
