//! `kvspec generate`.

#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

#[path = "support/command.rs"]
mod command;

use std::process::Output;

use kvspec::{Checker, Code, InputFormat, Linter, PROFILES, Profile, Run, Severity, Spec};

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
    for profile in PROFILES {
        let written = lines(&["generate", "--profile", profile.id, "--count", "30"]);
        assert_eq!(written.len(), 30);
        for line in written {
            // Orders of a tool are files of it.
            let file = match profile.id.split('.').next() {
                Some("terraform") => "main.tf.json",
                Some("pulumi") => "Pulumi.yaml",
                Some("ros" | "crossplane") => "order.yaml",
                _ => {
                    assert!(Checker::new(profile).is_valid(Spec::Json(&line)), "{line}");
                    continue;
                }
            };
            let linted = Linter::new().file(file, &[]).lint(&line, &mut Run::new());
            assert_eq!(linted.len(), 1, "{line}");
            assert_eq!(linted[0].profile.map(|it| it.id), Some(profile.id));
            assert!(linted[0].is_valid(), "{line}");
        }
    }
}

#[test]
fn what_is_expected_stands_beside_each_order() {
    for (id, code) in [
        ("alibaba.create-instance.cn", "password-length"),
        ("alibaba.create-instance.2026", "class-engine-mismatch"),
        ("jdcloud.create-cache-instance.2026", "required-when"),
        (
            "terraform.alicloud-kvstore-instance",
            "conflicting-parameters",
        ),
        ("alibaba.create-instances", "syntax"),
    ] {
        let arguments = [
            "generate",
            "--profile",
            id,
            "--violating",
            code,
            "--count",
            "20",
            "--format",
            "ndjson",
        ];
        let written = lines(&arguments);
        assert_eq!(written.len(), 20);
        for line in written {
            let told: serde_json::Value = serde_json::from_str(&line).expect("JSON");
            assert_eq!(told["expected"]["accepted"], false, "{line}");
            let errors = told["expected"]["errors"].as_array().expect("a list");
            assert_eq!(errors.len(), 1, "{line}");
            assert_eq!(errors[0]["code"], code);
            assert!(
                errors[0]["path"].is_string() && (told["order"].is_object() || code == "syntax")
            );
        }
    }
}

#[test]
fn codes_that_can_be_violated_are_a_list() {
    let codes = lines(&[
        "generate",
        "--profile",
        "alibaba.console",
        "--violating",
        "list",
    ]);
    assert!(
        codes.iter().any(|code| code == "invalid-value")
            && codes.iter().all(|code| code != "token-reused")
    );
    for code in codes {
        lines(&[
            "generate",
            "--profile",
            "alibaba.console",
            "--violating",
            &code,
            "--count",
            "2",
        ]);
    }
}

#[test]
fn orders_are_drawn_within_what_a_service_takes() {
    let folder = command::folder("generate-config");
    let rules = folder.join("kvspec.toml");
    std::fs::write(
        &rules,
        "[allowed]\nregions = [\"cn-beijing\"]\nzones = [\"cn-beijing-h\"]\n",
    )
    .expect("a file");
    let rules = rules.to_str().expect("UTF-8");
    let id = "alibaba.create-instance.2026";
    let written = lines(&[
        "generate",
        "--profile",
        id,
        "--config",
        rules,
        "--deny",
        "warnings",
        "--set",
        "Capacity=1024",
        "--count",
        "40",
    ]);
    for line in written {
        let order: serde_json::Value = serde_json::from_str(&line).expect("JSON");
        assert_eq!(order["RegionId"], "cn-beijing");
        assert_eq!(order["Capacity"], "1024");
        assert!(
            order
                .get("ZoneId")
                .is_none_or(|zone| zone == "cn-beijing-h"),
            "{line}"
        );
        let report = Checker::new(Profile::by_id(id).expect("it")).check(Spec::Json(&line));
        assert!(report.of(Severity::Warning).next().is_none(), "{line}");
    }
    let refused = kvspec(&["generate", "--profile", id, "--set", "Colour=red"]);
    assert_eq!(refused.status.code(), Some(2));
    let impossible = kvspec(&["generate", "--profile", id, "--set", "Period=7000000"]);
    assert_eq!(impossible.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&impossible.stderr).contains("nothing is left to draw"));

    let order = folder.join("order.json");
    std::fs::write(&order, r#"{"RegionId": "cn-hangzhou", "Capacity": 1024}"#).expect("a file");
    let near = lines(&[
        "generate",
        "--profile",
        id,
        "--near",
        order.to_str().expect("UTF-8"),
        "--format",
        "ndjson",
        "--count",
        "60",
    ]);
    let accepted = near
        .iter()
        .filter(|line| line.contains(r#""accepted":true"#))
        .count();
    assert!(accepted > 5 && accepted < 55, "{accepted}");
    let limits = lines(&["generate", "--profile", id, "--limits"]);
    assert!(limits.len() > 40, "{}", limits.len());
    assert_eq!(
        limits,
        lines(&["generate", "--profile", id, "--limits", "--seed", "9"])
    );
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
            let report = Checker::new(profile).check(Spec::Json(&line));
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
    assert!(refused("token-reused").contains("takes more than the order"));
    assert!(refused("password-length").contains("has no such rule"));
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

#[test]
fn whoever_stops_reading_ends_it() {
    use std::io::Read as _;
    use std::process::Stdio;
    use std::time::{Duration, Instant};
    let mut child = command::command(&[
        "generate",
        "--profile",
        "alibaba.console",
        "--count",
        "100000000",
    ])
    .stdout(Stdio::piped())
    .stderr(Stdio::piped())
    .spawn()
    .expect("it starts");
    let mut stdout = child.stdout.take().expect("a pipe");
    stdout.read_exact(&mut [0]).expect("an order");
    drop(stdout);
    let started = Instant::now();
    while child.try_wait().expect("a status").is_none() {
        if started.elapsed() > Duration::from_secs(60) {
            child.kill().expect("it ends");
            panic!("it goes on for nobody");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let output = child.wait_with_output().expect("it ended");
    assert_eq!(
        (output.status.code(), output.stderr.as_slice()),
        (Some(0), &b""[..])
    );
}
