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

use proptest::prelude::*;

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

/// A seed that was torn: stretches of it cut, doubled, or moved, and bytes put between.
fn torn(seed: &[u8], edits: &[(u16, u16, u8)]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for (at, length, what) in edits {
        let at = usize::from(*at) % (bytes.len() + 1);
        let end = (at + usize::from(*length) % 40).min(bytes.len());
        let stretch = bytes[at..end].to_vec();
        match what % 8 {
            0 => drop(bytes.drain(at..end)),
            1 | 2 => drop(bytes.splice(at..at, stretch)),
            3 => bytes.truncate(at),
            4 => bytes.extend(stretch),
            _ => {
                const SIGNS: &[u8] = b"\"'`${}[]()<>|&;:#=-*!\\\n\r\t ,%~@";
                bytes.insert(at, SIGNS[usize::from(*length) % SIGNS.len()]);
            }
        }
    }
    bytes
}

proptest! {
    /// What the fuzzer would try first.
    #[test]
    fn torn_seeds_pass_the_targets_of_other_tools(
        seed in any::<prop::sample::Index>(),
        edits in prop::collection::vec(any::<(u16, u16, u8)>(), 1..8),
    ) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
        let names = ["hcl", "yaml", "shell", "markdown"];
        let mut seeds: Vec<_> = names
            .iter()
            .flat_map(|name| std::fs::read_dir(folder.join(name)).expect("a folder").map(move |entry| (*name, entry.expect("a seed").path())))
            .collect();
        seeds.sort();
        let (name, path) = &seeds[seed.index(seeds.len())];
        let (_, target) = all().find(|(target, _)| target == name).expect("a target");
        let bytes = torn(&std::fs::read(path).expect("a seed"), &edits);
        target(&bytes);
    }
}
