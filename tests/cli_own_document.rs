//! `--profile-file` on the command line.

#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

#[path = "support/command.rs"]
mod command;

use std::fs;

use command::{folder, run, status, stderr, stdout};
use kvspec::{Checker, Spec, profile_file};

const NIMBUS: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/examples/own-document/nimbus.profile.json"
);

fn lint(arguments: &[&str], order: &str) -> std::process::Output {
    let mut all = vec!["lint", "--profile-file", NIMBUS];
    all.extend(arguments);
    run(&all, order)
}

#[test]
fn secrets_are_those_of_the_file() {
    // `user_password` and `key_pattern` are names that no document of the library has.
    let order = r#"{"name": "7up", "region": "nb-east-1", "class": "nb.std.8g", "auth_mode": "users",
  "users": [{"user": "app", "key_pattern": "cart:*", "access": "root", "user_password": "Correct-Horse-7"}]}"#;
    for format in ["human", "json", "sarif", "github", "ndjson", "concise"] {
        let output = lint(&["--format", format, "-"], order);
        assert_eq!(status(&output), 1);
        assert!(!stdout(&output).contains("Correct-Horse-7"), "{format}");
    }
    let shown = stdout(&lint(&["-"], order));
    assert!(
        shown.contains(r#""name": "7up", "region": "nb-east-1""#),
        "{shown}"
    );
    assert!(shown.contains(r#""key_pattern": "cart:*""#), "{shown}");
    // So it is line by line, and without the profile nobody knows these names.
    let line = order.replace('\n', "");
    let shown = stdout(&lint(&["--input-format", "ndjson", "-"], &line));
    assert!(
        shown.contains("cart:*") && !shown.contains("Correct-Horse-7"),
        "{shown}"
    );
    let shown = stdout(&run(
        &["lint", "--profile", "alibaba.create-instance.cn", "-"],
        order,
    ));
    assert!(!shown.contains("cart:*"), "{shown}");
}

#[test]
fn a_wrong_file_is_refused_with_all_its_mistakes() {
    let folder = folder("wrong-profile");
    let file = folder.join("wrong.profile.json");
    let text = fs::read_to_string(NIMBUS).expect("the example");
    let text = text
        .replace("\"wire\": \"json\"", "\"wire\": \"jason\"")
        .replace("\"min\": 1024", "\"min\": 102400");
    fs::write(&file, text).expect("a file");
    let path = file.to_str().expect("a path");
    for arguments in [
        vec!["lint", "--profile-file", path, "-"],
        vec!["generate", "--profile-file", path],
        vec!["export", "form", "--profile-file", path],
        vec!["profiles", "--profile-file", path],
    ] {
        let output = run(&arguments, "{}");
        assert_eq!(status(&output), 2, "{arguments:?}");
        assert_eq!(stdout(&output), "", "{arguments:?}");
        let said = stderr(&output);
        assert!(said.contains("/wire: there is no wire `jason`"), "{said}");
        assert!(
            said.contains("did you mean `json`?") && said.contains(":10:11"),
            "{said}"
        );
        assert!(
            said.contains("102400 is more than 65535") && said.ends_with("3 mistakes\n"),
            "{said}"
        );
    }
    let output = run(&["profiles", "--locale", "zh", "--profile-file", path], "");
    assert!(
        stderr(&output).contains("上下限矛盾"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn of_another_file_nothing_is_shown() {
    let folder = folder("no-profile");
    let file = folder.join("order.json");
    fs::write(
        &file,
        r#"{"Password": "Pass!123456", "RegionId": "cn-hangzhou"}"#,
    )
    .expect("a file");
    let output = run(
        &[
            "lint",
            "--profile-file",
            file.to_str().expect("a path"),
            "-",
        ],
        "{}",
    );
    assert_eq!(status(&output), 2);
    let said = stderr(&output);
    assert!(
        said.contains("this is no profile") && !said.contains("Pass!"),
        "{said}"
    );
    let output = run(&["lint", "--profile-file", "no such file", "-"], "{}");
    assert_eq!(status(&output), 2);
    let output = run(
        &[
            "lint",
            "--profile-file",
            NIMBUS,
            "--profile",
            "alibaba.console",
            "-",
        ],
        "{}",
    );
    assert_eq!(status(&output), 2);
}

#[test]
fn a_profile_is_written_and_read_back() {
    let output = run(
        &[
            "export",
            "profile",
            "--profile",
            "jdcloud.create-cache-instance.2026",
        ],
        "",
    );
    assert_eq!(status(&output), 0);
    let profile = profile_file::read(&stdout(&output)).expect("a profile");
    assert_eq!(profile.id, "jdcloud.create-cache-instance.2026");
    let output = run(&["export", "profile"], "");
    assert_eq!(status(&output), 2);
    let schema = stdout(&run(&["export", "profile-schema"], ""));
    assert!(schema.contains("kvspec-profile/1"));
}

#[test]
fn orders_are_generated() {
    let output = run(&["generate", "--profile-file", NIMBUS, "--count", "60"], "");
    assert_eq!(status(&output), 0);
    let text = fs::read_to_string(NIMBUS).expect("the example");
    let checker = Checker::new(profile_file::read(&text).expect("a profile"));
    let written = stdout(&output);
    assert_eq!(written.lines().count(), 60);
    assert!(
        written
            .lines()
            .all(|line| checker.is_valid(Spec::Json(line)))
    );
    let output = run(&["generate"], "");
    assert_eq!(status(&output), 2);
}

/// The smallest file that asks for something without a word about it.
#[test]
fn what_has_no_label_is_asked_for_by_its_name() {
    let folder = folder("own-without-labels");
    let file = folder.join("small.profile.json");
    let profile = r#"{"format": "kvspec-profile/1", "id": "small.create", "title": {"en": "Small", "zh": "小"},
  "operation": "Create", "document": "small.html", "wire": "json", "sample": {"size": "1"},
  "request": {"parameters": [{"name": "size", "type": "string", "need": "required"},
    {"name": "zone", "type": "string"}, {"name": "plan", "type": "string", "default": "free"}]}}"#;
    fs::write(&file, profile).expect("a file");
    let file = file.display().to_string();
    for (locale, help) in [
        ("en", "= help: add `size`\n"),
        ("zh", "= 建议: 请添加 `size`\n"),
    ] {
        let arguments = ["lint", "--profile-file", &file, "--locale", locale, "-"];
        let told = stdout(&run(&arguments, r#"{"zone": "a"}"#));
        assert!(told.contains(help), "{told}");
    }
    let types = stdout(&run(&["export", "typescript", "--profile-file", &file], ""));
    assert!(types.contains("  size: string;"), "{types}");
    assert!(types.contains("  /** Default: `free`. */"), "{types}");
    assert!(
        !types.contains("/** :") && !types.contains(":  */"),
        "{types}"
    );
    let schema = stdout(&run(
        &["export", "json-schema", "--profile-file", &file],
        "",
    ));
    assert!(!schema.contains(r#""title": """#), "{schema}");
    assert!(!schema.contains(r#""description": """#), "{schema}");
}
