//! The commands of docs/bring-your-own-document.md, with its files, print what the page shows.

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

#[test]
fn the_page_shows_what_happens() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/bring-your-own-document.md");
    let page = fs::read_to_string(page).expect("the page");
    let folder = command::folder("own-document-guide");
    let path = std::env::var("PATH").expect("a path");
    let binaries = Path::new(env!("CARGO_BIN_EXE_kvspec"))
        .parent()
        .expect("a folder");
    let mut commands = 0;
    for fence in fences(&page) {
        match fence.language {
            "json" => {
                let name = fence.before.trim_matches(|c| matches!(c, '`' | ':'));
                fs::write(folder.join(name), fence.lines.join("\n") + "\n").expect("a file");
            }
            "console" => {
                let starts: Vec<usize> = (0..fence.lines.len())
                    .filter(|at| fence.lines[*at].starts_with("$ "))
                    .collect();
                for (number, start) in starts.iter().enumerate() {
                    commands += 1;
                    let line = fence.lines[*start].trim_start_matches("$ ");
                    let end = starts.get(number + 1).copied().unwrap_or(fence.lines.len());
                    let output = Command::new("sh")
                        .args(["-c", &format!("{line} 2>&1")])
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
            _ => {}
        }
    }
    assert_eq!(commands, 11);
}
