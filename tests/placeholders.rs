//! Where this repository is published is not known in it. Its place is written in one way, with the version that there is,
//! and README.md says where.

#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

/// Files and folders that somebody may copy lines from.
const SHOWN: [&str; 9] = [
    "README.md",
    "action.yml",
    ".pre-commit-hooks.yaml",
    "pkg/README.md",
    "pyproject.toml",
    ".github",
    "docs",
    "examples",
    "editors",
];

fn texts(path: &Path, found: &mut Vec<(PathBuf, String)>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder") {
            let entry = entry.expect("an entry");
            if !["node_modules", "target", "dist"].contains(&&*entry.file_name().to_string_lossy())
            {
                texts(&entry.path(), found);
            }
        }
    } else if let Ok(text) = fs::read_to_string(path) {
        found.push((path.to_owned(), text));
    }
}

#[test]
fn the_place_of_the_repository_is_written_in_one_way() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for name in SHOWN {
        texts(&root.join(name), &mut found);
    }
    let place = Regex::new(r"[^\s`,]*\bOWNER\b[^\s`,]*").expect("a pattern");
    let known =
        Regex::new(r"^(https://example\.com/OWNER/kvspec(\.git)?|OWNER/kvspec(@v[0-9.]+)?|OWNER)$")
            .expect("a pattern");
    let mut files = BTreeSet::new();
    for (path, text) in &found {
        let name = path.strip_prefix(root).expect("a file of the repository");
        for word in place.find_iter(text) {
            files.insert(name.to_string_lossy().into_owned());
            let word = word.as_str();
            assert!(known.is_match(word), "{}: {word}", name.display());
        }
    }
    let readme = &found[0].1;
    let start = readme.find("stand for that").expect("README.md says it");
    let end = start + readme[start..].find("\n\n").expect("an end");
    for file in &files {
        assert!(
            file == "README.md" || readme[start..end].contains(&format!("`{file}`")),
            "README.md does not say that {file} names the place"
        );
    }
    for said in readme[start..end].split('`').skip(1).step_by(2) {
        let is_page = said.starts_with("docs/") || said.starts_with("examples/");
        assert!(
            !is_page || files.contains(said),
            "{said} does not name the place"
        );
    }
}

#[test]
fn the_version_of_a_release_is_the_version_that_there_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for name in ["README.md", "docs/guides", "examples/ci"] {
        texts(&root.join(name), &mut found);
    }
    let version =
        Regex::new(r"(?:rev: |ref: |kvspec@|--tag )v([0-9]+\.[0-9]+\.[0-9]+)").expect("a pattern");
    let mut count = 0;
    for (path, text) in &found {
        for version in version.captures_iter(text) {
            count += 1;
            assert_eq!(&version[1], env!("CARGO_PKG_VERSION"), "{}", path.display());
        }
    }
    assert_eq!(count, 5);
}
