//! Every seed of every fuzz target as an ordinary test: whatever once failed stays here.

#![cfg(all(feature = "config", feature = "formats"))]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

mod support;

#[path = "../fuzz/src/targets.rs"]
#[allow(unreachable_pub, reason = "a library has the same file")]
mod targets;

#[path = "../fuzz/src/schema.rs"]
#[allow(unreachable_pub, reason = "a library has the same file")]
mod schema;

use std::path::Path;

fn all() -> impl Iterator<Item = (&'static str, targets::Target)> {
    let schema: targets::Target = schema::schema;
    targets::TARGETS.iter().copied().chain([("schema", schema)])
}

#[test]
fn every_seed_passes_its_target() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    for (name, target) in all() {
        let mut count = 0;
        for entry in std::fs::read_dir(folder.join(name)).expect("a folder of seeds") {
            let path = entry.expect("a seed").path();
            let bytes = std::fs::read(&path).expect("a seed");
            let outcome = std::panic::catch_unwind(|| target(&bytes));
            assert!(outcome.is_ok(), "{} fails", path.display());
            count += 1;
        }
        assert!(count >= 5, "{name} has {count} seeds");
    }
}

/// Seeds are files of a few targets, and nothing else lies among them.
#[test]
fn every_folder_of_seeds_has_a_target() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let name = entry.expect("a folder").file_name();
        let known = all().any(|(target, _)| name == target);
        assert!(known, "{} has no target", name.display());
    }
}
