//! `kvspec generate`.

#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

#[path = "support/command.rs"]
mod command;

use std::process::Output;

use kvspec::{Checker, Code, InputFormat, Linter, PROFILES, Profile, Run, Severity};

fn kvspec(arguments: &[&str]) -> Output {
    command::run(arguments, "")
}

fn lines(arguments: &[&str]) -> Vec<String> {
    let output = kvspec(arguments);
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{complaint}");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().map(str::to_owned).collect()
}

#[test]
fn valid_orders_one_a_line() {
    for profile in PROFILES.iter().filter(|profile| !profile.wire.converts) {
        let written = lines(&["generate", "--profile", profile.id, "--count", "50"]);
        assert_eq!(written.len(), 50);
        for line in written {
            assert!(Checker::new(profile).is_valid_json(&line), "{line}");
        }
    }
}

#[test]
fn the_seed_decides() {
    let of = |seed: &str| {
        lines(&[
            "generate",
            "--profile",
            "alibaba.console",
            "--count",
            "20",
            "--seed",
            seed,
        ])
    };
    assert_eq!(of("7"), of("7"));
    assert_ne!(of("7"), of("8"));
}

#[test]
fn broken_orders_have_their_one_error() {
    let profile = Profile::by_id("alibaba.create-instance.cn").expect("a profile");
    for code in [
        Code::RequiredWhen,
        Code::NotApplicable,
        Code::Syntax,
        Code::DuplicateParameter,
        Code::PasswordCharacterClasses,
    ] {
        let written = lines(&[
            "generate",
            "--profile",
            profile.id,
            "--violating",
            code.name(),
            "--count",
            "40",
        ]);
        assert_eq!(written.len(), 40, "{code}");
        for line in written {
            let report = Checker::new(profile).check_json(&line);
            let errors: Vec<Code> = report.of(Severity::Error).map(|found| found.code).collect();
            assert_eq!(errors, [code], "{line}");
        }
    }
}

#[test]
fn what_one_order_cannot_show_is_said() {
    let refused = |code: &str| {
        let output = kvspec(&[
            "generate",
            "--profile",
            "alibaba.console",
            "--violating",
            code,
        ]);
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty());
        String::from_utf8(output.stderr).expect("UTF-8")
    };
    assert!(refused("token-reused").contains("no single order can show `token-reused`"));
    assert!(refused("length-ambiguous").contains("alibaba.console"));
    assert!(refused("nonsense").contains("kvspec explain"));
}

#[test]
fn orders_of_one_run_have_different_tokens() {
    for profile in PROFILES.iter().filter(|profile| !profile.wire.converts) {
        let written = lines(&["generate", "--profile", profile.id, "--count", "300"]);
        let mut run = Run::new();
        let linted = Linter::new()
            .profile(profile)
            .format(InputFormat::Ndjson)
            .lint(&written.join("\n"), &mut run);
        assert_eq!(linted.len(), 300);
        for found in linted.iter().flat_map(|spec| &spec.diagnostics) {
            assert_ne!(found.code, Code::TokenReused, "{}", profile.id);
        }
    }
}
