//! The commands of docs/guides, with their files, print what the pages show.

#![cfg(all(feature = "cli", unix))]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

#[path = "support/command.rs"]
mod command;

use std::fs;
use std::path::Path;
use std::process::Command;

/// A fence of the page: what it is written in, the line before it, and its lines.
struct Fence<'p> {
    language: &'p str,
    before: &'p str,
    lines: Vec<&'p str>,
}

impl Fence<'_> {
    /// The file that it is: the line before it begins with the name, as code, and ends with a colon.
    fn file(&self) -> Option<&str> {
        let (name, rest) = self.before.strip_prefix('`')?.split_once('`')?;
        rest.ends_with(':').then_some(name)
    }
}

fn fences(page: &str) -> Vec<Fence<'_>> {
    let mut fences = Vec::new();
    let mut before = "";
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let lines = lines.by_ref().take_while(|line| *line != "```").collect();
            fences.push(Fence {
                language,
                before,
                lines,
            });
            before = "";
        } else if !line.trim().is_empty() {
            before = line;
        }
    }
    fences
}

/// Whether lines are those that are shown, of which `…` stands for any.
fn are_shown(shown: &[&str], written: &[&str]) -> bool {
    match shown.split_first() {
        None => written.is_empty(),
        Some((&"…", rest)) => {
            (0..=written.len()).any(|skipped| are_shown(rest, &written[skipped..]))
        }
        Some((line, rest)) => written.split_first().is_some_and(|(first, behind)| {
            let is_it = match line.strip_suffix('…') {
                Some(start) => first.starts_with(start),
                None => first.trim_end() == *line,
            };
            is_it && are_shown(rest, behind)
        }),
    }
}

/// Writes the files of a guide into an empty folder and runs its commands there, in the order of the page. Other tests
/// run what is written in other languages. Gives how many commands there were.
fn follow(guide: &str) -> usize {
    let page = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("docs/guides")
        .join(guide)
        .with_extension("md");
    let page = fs::read_to_string(page).expect("the page");
    let folder = command::folder(&format!("guide-{guide}"));
    let path = std::env::var("PATH").expect("a path");
    let binaries = Path::new(env!("CARGO_BIN_EXE_kvspec"))
        .parent()
        .expect("a folder");
    let mut commands = 0;
    for fence in fences(&page) {
        if let Some(name) = fence.file() {
            let file = folder.join(name);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(file, fence.lines.join("\n") + "\n").expect("a file");
        }
        if fence.language != "console" {
            continue;
        }
        let starts: Vec<usize> = (0..fence.lines.len())
            .filter(|at| fence.lines[*at].starts_with("$ "))
            .collect();
        for (number, start) in starts.iter().enumerate() {
            commands += 1;
            let line = fence.lines[*start].trim_start_matches("$ ");
            let end = starts.get(number + 1).copied().unwrap_or(fence.lines.len());
            let output = Command::new("sh")
                .args(["-c", &format!("{{ {line}\n}} 2>&1")])
                .current_dir(&folder)
                .env("PATH", format!("{}:{path}", binaries.display()))
                .env_remove("LANG")
                .env_remove("LC_ALL")
                .env_remove("LC_MESSAGES")
                .env_remove("COLUMNS")
                .output()
                .expect("the command runs");
            let written = String::from_utf8(output.stdout).expect("UTF-8");
            let written: Vec<&str> = written.lines().collect();
            let shown = &fence.lines[start + 1..end];
            assert!(are_shown(shown, &written), "{line}\n{}", written.join("\n"));
        }
    }
    commands
}

#[test]
fn a_repository_of_terraform() {
    assert_eq!(follow("terraform"), 14);
}

#[test]
fn fuzz_a_service() {
    assert_eq!(follow("fuzz-a-service"), 9);
}

#[test]
fn bring_your_own_document() {
    assert_eq!(follow("bring-your-own-document"), 11);
}
