//! What build servers read: Code Quality of GitLab, results of `JUnit`, fingerprints of SARIF, and
//! baselines of old findings.
#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

#[path = "support/command.rs"]
mod command;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use command::{folder, run, status, stderr, stdout};
use serde_json::Value;

const SECRET: &str = "Hidden!98765";

/// A module of two instances: a period that there is not, a class that is misspelt, a password.
fn module(above: &str, period: u32) -> String {
    format!(
        r#"{above}resource "alicloud_kvstore_instance" "session" {{
  instance_class = "redis.shard.smal.2.ce"
  engine_version = "7.0"
  payment_type   = "PrePaid"
  period         = {period}
  password       = "{SECRET}"
  vswitch_id     = var.vswitch
}}

resource "alicloud_kvstore_instance" "queue" {{
  instance_class = "redis.shard.small.2.ce"
  engine_version = "7.0"
  payment_type   = "PrePaid"
  period         = 11
  vswitch_id     = var.vswitch
}}
"#
    )
}

fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

fn json(arguments: &[&str], input: &str) -> Value {
    serde_json::from_slice(&run(arguments, input).stdout).expect("JSON")
}

fn gitlab_schema() -> jsonschema::Validator {
    let schema = include_str!("data/ci/gitlab-code-quality.schema.json");
    let schema = serde_json::from_str(schema).expect("JSON");
    jsonschema::validator_for(&schema).expect("a schema")
}

#[test]
fn code_quality_is_what_gitlab_reads() {
    let schema = gitlab_schema();
    assert!(!schema.is_valid(&serde_json::json!([{"description": "x"}])));
    let examples = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
    for (arguments, input) in [
        (vec![examples], ""),
        (vec!["--locale", "zh", examples], ""),
        (vec!["-"], "{\"a\": "),
        (vec!["-"], "{\"a\": 1}"),
        (vec!["no file.json"], ""),
        (
            vec!["-"],
            r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "Token": "t"}"#,
        ),
    ] {
        let arguments = [&["lint", "--format", "gitlab"], arguments.as_slice()].concat();
        let report = json(&arguments, input);
        if let Err(error) = schema.validate(&report) {
            panic!("{arguments:?} {}: {error}", error.instance_path());
        }
        let issues = report.as_array().expect("a list");
        let names: BTreeSet<&str> = issues
            .iter()
            .map(|issue| issue["fingerprint"].as_str().expect("text"))
            .collect();
        assert_eq!(
            names.len(),
            issues.len(),
            "GitLab shows only one of two alike"
        );
    }
}

#[test]
fn severities_are_those_of_gitlab() {
    let folder = folder("gitlab-severities");
    let file = folder.join("redis.tf");
    fs::write(&file, module("", 10)).expect("a file");
    let report = json(&["lint", "--format", "gitlab", text(&file)], "");
    let severity = |code: &str| {
        let issues = report.as_array().expect("a list").iter();
        let issue = issues.into_iter().find(|issue| issue["check_name"] == code);
        issue.expect("a finding")["severity"].clone()
    };
    assert_eq!(severity("invalid-value"), "major");
    assert_eq!(severity("unknown-class"), "minor");
    assert!(!report.to_string().contains(SECRET));
}

#[test]
fn junit_has_a_test_for_each_order() {
    let folder = folder("junit");
    let file = folder.join("redis.tf");
    fs::write(&file, module("", 10)).expect("a file");
    let good = folder.join("good.json");
    fs::write(
        &good,
        r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "Token": "t"}"#,
    )
    .expect("a file");
    let missing = folder.join("missing.tf");
    let arguments = |more: &'static [&'static str]| {
        let paths = [text(&file), text(&good), text(&missing)];
        [&["lint", "--format", "junit"], more, &paths].concat()
    };
    let output = run(&arguments(&[]), "");
    assert_eq!(status(&output), 2);
    let report = stdout(&output);
    let count = |part: &str| report.matches(part).count();
    assert!(
        report.contains(r#"<testsuites name="kvspec" tests="4" failures="2" errors="1">"#),
        "{report}"
    );
    assert_eq!(count("<testsuite "), 3);
    assert_eq!(count("<testcase "), 4);
    assert_eq!(count("<failure "), 2);
    assert_eq!(count("<error "), 1);
    assert!(report.contains(r#"name="alicloud_kvstore_instance.session""#));
    assert!(!report.contains(SECRET));
    // A warning fails a test only where warnings are denied.
    let warning = "unknown-class";
    let failures = |report: &str| {
        let parts = report.split("<failure ").skip(1);
        let inside = parts.map(|part| part.split("</failure>").next().unwrap_or_default());
        inside.collect::<Vec<_>>().concat()
    };
    assert!(!failures(&report).contains(warning));
    let strict = stdout(&run(&arguments(&["--deny", "warnings"]), ""));
    assert!(failures(&strict).contains(warning));
}

/// The fingerprints of a SARIF log, in its order.
fn fingerprints(path: &Path) -> Vec<String> {
    let log = json(&["lint", "--format", "sarif", text(path)], "");
    assert_eq!(log["runs"][0]["automationDetails"]["id"], "kvspec/");
    let driver = &log["runs"][0]["tool"]["driver"];
    let home = driver["informationUri"].as_str().expect("an address");
    assert!(home.starts_with("https://"));
    let results = log["runs"][0]["results"].as_array().expect("results");
    let of = |result: &Value| {
        let prints = &result["partialFingerprints"];
        prints["primaryLocationLineHash"]
            .as_str()
            .expect("text")
            .to_owned()
    };
    results.iter().map(of).collect()
}

#[test]
fn fingerprints_survive_moved_lines() {
    let folder = folder("fingerprints");
    let file = folder.join("redis.tf");
    fs::write(&file, module("", 10)).expect("a file");
    let before = fingerprints(&file);
    let distinct: BTreeSet<&String> = before.iter().collect();
    assert!(before.len() > 3);
    assert_eq!(distinct.len(), before.len());
    let above = "# moved down\n\nlocals {\n  team = \"a\"\n}\n\n";
    fs::write(&file, module(above, 10)).expect("a file");
    assert_eq!(fingerprints(&file), before);
    // Another mistake at the same place is another finding.
    fs::write(&file, module(above, 13)).expect("a file");
    let after = fingerprints(&file);
    assert_eq!(after.len(), before.len());
    let changed = before
        .iter()
        .zip(&after)
        .filter(|(one, other)| one != other);
    assert_eq!(changed.count(), 1);
}

#[test]
fn an_old_finding_is_silent_and_a_new_one_is_not() {
    let folder = folder("baseline");
    let (file, baseline) = (folder.join("redis.tf"), folder.join("old.json"));
    fs::write(&file, module("", 10)).expect("a file");
    let (file_name, baseline_name) = (text(&file), text(&baseline));
    let output = run(&["lint", "--write-baseline", baseline_name, file_name], "");
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    assert_eq!(stdout(&output), "");
    let written = fs::read_to_string(&baseline).expect("a file");
    assert!(
        !written.contains(SECRET) && !written.contains("smal"),
        "{written}"
    );
    assert!(written.contains("\"redis.tf\""), "{written}");

    // Moved lines do not matter.
    fs::write(&file, module("# moved\n\n\n", 10)).expect("a file");
    let arguments = [
        "lint",
        "--deny",
        "warnings",
        "--baseline",
        baseline_name,
        file_name,
    ];
    let output = run(&arguments, "");
    assert_eq!(status(&output), 0, "{}", stdout(&output));
    assert!(
        stdout(&output).contains("of the baseline"),
        "{}",
        stdout(&output)
    );
    assert_eq!(stderr(&output), "");

    // Another mistake speaks; the one that it took the place of is gone.
    fs::write(&file, module("", 13)).expect("a file");
    let output = run(&arguments, "");
    assert_eq!(status(&output), 1);
    let report = stdout(&output);
    assert!(report.contains("`13` is not a value"), "{report}");
    assert!(!report.contains("`11` is not a value"), "{report}");
    let said = stderr(&output);
    assert!(said.contains("1 finding is gone"), "{said}");
    assert!(said.contains("redis.tf: invalid-value period"), "{said}");

    // Whatever the level, what is not shown is not gone.
    fs::write(&file, module("", 10)).expect("a file");
    let output = run(&[&arguments[..], &["--level", "error"]].concat(), "");
    assert_eq!((status(&output), stderr(&output).as_str()), (0, ""));

    // With the file, its findings are gone.
    fs::rename(&file, folder.join("other.tf")).expect("a file");
    let output = run(
        &[
            "lint",
            "--baseline",
            baseline_name,
            text(&folder.join("other.tf")),
        ],
        "",
    );
    assert_eq!(status(&output), 1);
    assert!(
        stderr(&output).contains("findings are gone"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn a_baseline_speaks_of_its_files_only() {
    let folder = folder("baseline-part");
    for name in ["a.tf", "b.tf"] {
        fs::write(folder.join(name), module("", 10)).expect("a file");
    }
    let baseline = folder.join("old.json");
    let baseline = text(&baseline);
    let output = run(&["lint", "--write-baseline", baseline, text(&folder)], "");
    assert_eq!(status(&output), 0);
    let one = folder.join("a.tf");
    let output = run(&["lint", "--baseline", baseline, text(&one)], "");
    assert_eq!((status(&output), stderr(&output).as_str()), (0, ""));
    // From another folder, the same files are meant.
    let mut command = command::command(&["lint", "--baseline", "old.json", "b.tf"]);
    command.current_dir(&folder);
    let output = command::run_with(command, b"");
    assert_eq!((status(&output), stderr(&output).as_str()), (0, ""));
}

#[test]
fn lines_of_ndjson_are_counted_however_many_threads_there_are() {
    let folder = folder("baseline-lines");
    let file = folder.join("orders.ndjson");
    let line = "{\"RegionId\": \"cn-hangzhou\", \"Capacity\": 0}\n";
    fs::write(&file, line.repeat(3)).expect("a file");
    let baseline = folder.join("old.json");
    let (file_name, baseline_name) = (text(&file), text(&baseline));
    run(&["lint", "--write-baseline", baseline_name, file_name], "");
    fs::write(&file, line.repeat(4)).expect("a file");
    let report = json(
        &[
            "lint",
            "--jobs",
            "4",
            "--format",
            "json",
            "--baseline",
            baseline_name,
            file_name,
        ],
        "",
    );
    assert_eq!(report["summary"]["errors"], 1, "{}", report["summary"]);
}

#[test]
fn what_is_no_baseline_is_refused() {
    let folder = folder("baseline-wrong");
    let file = folder.join("old.json");
    for content in [
        "",
        "[]",
        "{\"schema\": \"kvspec/baseline/v9\", \"findings\": []}",
    ] {
        fs::write(&file, content).expect("a file");
        let output = run(&["lint", "--baseline", text(&file), "-"], "{}");
        assert_eq!(status(&output), 2, "{content}");
        assert!(
            stderr(&output).contains("no baseline"),
            "{}",
            stderr(&output)
        );
    }
}
