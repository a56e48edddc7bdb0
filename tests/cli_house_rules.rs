//! House rules at the command line: which file holds, what its mistakes look like, and what the
//! exit status says.
#![cfg(feature = "cli")]
#![expect(clippy::expect_used, reason = "what a test expects, it says")]

#[path = "support/command.rs"]
mod command;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use command::{status, stderr, stdout};
use serde_json::Value;

const ORDER: &str = r#"{"RegionId": "cn-beijing", "Capacity": "1024", "Token": "t"}"#;
const HANGZHOU: &str = "allowed.regions = ['cn-hangzhou']\n";
const BEIJING: &str = "allowed.regions = ['cn-beijing']\n";

/// A folder of its own for each test, with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = command::folder(&format!("house-{name}"));
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

fn run_in(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut command = command::command(arguments);
    command.current_dir(folder);
    command::run_with(command, input.as_bytes())
}

/// For each order: whether it is valid, and the codes and severities of its errors and warnings.
fn lint(folder: &Path, arguments: &[&str], input: &str) -> (i32, Vec<(bool, Vec<String>)>) {
    let mut all = vec!["lint", "--format", "ndjson"];
    all.extend(arguments);
    let output = run_in(folder, &all, input);
    let lines = stdout(&output)
        .lines()
        .map(|line| {
            let line: Value = serde_json::from_str(line).expect("JSON");
            let found = line["diagnostics"].as_array().expect("findings");
            let codes = found
                .iter()
                .filter(|found| found["severity"] != "info")
                .map(|found| {
                    let part = |name: &str| found[name].as_str().unwrap_or_default().to_owned();
                    format!("{} {}", part("severity"), part("code"))
                })
                .collect();
            (line["valid"] == true, codes)
        })
        .collect();
    (status(&output), lines)
}

fn broken() -> Vec<(bool, Vec<String>)> {
    vec![(true, vec!["error house-rule".to_owned()])]
}

fn clean() -> Vec<(bool, Vec<String>)> {
    vec![(true, Vec::new())]
}

#[test]
fn the_nearest_file_above_holds() {
    let folder = folder(
        "nearest",
        &[
            ("kvspec.toml", HANGZHOU),
            ("orders/deep/a.json", ORDER),
            ("other/kvspec.toml", BEIJING),
            ("other/deep/a.json", ORDER),
        ],
    );
    assert_eq!(lint(&folder, &["orders/deep/a.json"], ""), (1, broken()));
    assert_eq!(lint(&folder, &["orders"], ""), (1, broken()));
    assert_eq!(lint(&folder, &["other/deep/a.json"], ""), (0, clean()));
    // From another folder, and by another way.
    let deep = folder.join("orders/deep");
    assert_eq!(lint(&deep, &["a.json"], ""), (1, broken()));
    assert_eq!(lint(&deep, &["../../other/deep/a.json"], ""), (0, clean()));
    let path = deep.join("a.json");
    let path = path.to_str().expect("UTF-8");
    assert_eq!(lint(Path::new("/"), &[path], ""), (1, broken()));
    // Standard input has the current folder's.
    assert_eq!(lint(&deep, &["-"], ORDER), (1, broken()));
    assert_eq!(lint(&folder.join("other"), &["-"], ORDER), (0, clean()));
}

#[test]
fn a_file_can_be_named_or_none() {
    let folder = folder(
        "named",
        &[
            ("kvspec.toml", HANGZHOU),
            ("policy.toml", BEIJING),
            ("a.json", ORDER),
        ],
    );
    assert_eq!(lint(&folder, &["a.json"], ""), (1, broken()));
    let named = ["--config", "policy.toml", "a.json"];
    assert_eq!(lint(&folder, &named, ""), (0, clean()));
    assert_eq!(lint(&folder, &["--no-config", "a.json"], ""), (0, clean()));
    let both = ["lint", "--no-config", "--config", "policy.toml", "a.json"];
    assert_eq!(status(&run_in(&folder, &both, "")), 2);
    let absent = run_in(&folder, &["lint", "--config", "nowhere.toml", "a.json"], "");
    assert_eq!(status(&absent), 2);
    assert!(stderr(&absent).contains("nowhere.toml") && stdout(&absent).is_empty());
}

#[test]
fn globs_are_relative_to_the_file() {
    let policy = "[allowed.regions]\nvalues = ['cn-hangzhou']\nfiles = ['prod/']\n\
                  [[overrides]]\nfiles = ['*.ndjson']\nseverity.house-rule = 'warning'\n";
    let folder = folder(
        "globs",
        &[
            ("kvspec.toml", policy),
            ("prod/a.json", ORDER),
            ("prod/a.ndjson", ORDER),
            ("test/a.json", ORDER),
        ],
    );
    assert_eq!(lint(&folder, &["prod/a.json"], ""), (1, broken()));
    assert_eq!(lint(&folder, &["test/a.json"], ""), (0, clean()));
    let warned = vec![(true, vec!["warning house-rule".to_owned()])];
    assert_eq!(lint(&folder, &["prod/a.ndjson"], ""), (0, warned.clone()));
    let denied = ["--deny", "warnings", "prod/a.ndjson"];
    assert_eq!(lint(&folder, &denied, ""), (1, warned));
    // The same from within.
    assert_eq!(lint(&folder.join("prod"), &["a.json"], ""), (1, broken()));
    assert_eq!(lint(&folder.join("test"), &["./a.json"], ""), (0, clean()));
    assert_eq!(lint(&folder, &["-"], ORDER), (0, clean()));
}

#[test]
fn every_line_is_held_against_the_rules() {
    let folder = folder("lines", &[("kvspec.toml", HANGZHOU)]);
    let good = ORDER
        .replace("beijing", "hangzhou")
        .replace("\"t\"", "\"u\"");
    let input = format!("{ORDER}\n\n{good}\n");
    let (status, lines) = lint(&folder, &["--input-format", "ndjson", "-"], &input);
    assert_eq!(status, 1);
    assert_eq!(lines, [broken(), clean(), clean()].concat());
}

#[test]
fn what_is_put_off_stays_invalid() {
    let policy = "[severity]\nout-of-range = 'off'\n";
    let order = r#"{"RegionId": "r", "Capacity": "0", "Token": "t"}"#;
    let folder = folder("off", &[("kvspec.toml", policy), ("a.json", order)]);
    assert_eq!(
        lint(&folder, &["a.json"], ""),
        (0, vec![(false, Vec::new())])
    );
    let human = run_in(&folder, &["lint", "a.json"], "");
    assert!(stdout(&human).contains("0 errors") && stdout(&human).contains("1 finding put off"));
    let json = run_in(&folder, &["lint", "--format", "json", "a.json"], "");
    let json: Value = serde_json::from_str(&stdout(&json)).expect("JSON");
    assert_eq!(json["specs"][0]["valid"], false);
    assert_eq!(json["specs"][0]["hidden"], 1);
    assert_eq!(json["summary"]["hidden"], 1);
    assert_eq!(lint(&folder, &["--no-config", "a.json"], "").0, 1);
}

#[test]
fn mistakes_are_shown_with_their_line() {
    let policy = "naming = '^(prod|test'\nalowed.regions = ['x']\n";
    let folder = folder(
        "mistakes",
        &[
            ("kvspec.toml", policy),
            ("a.json", ORDER),
            ("b.json", ORDER),
            ("good/kvspec.toml", ""),
            ("good/c.json", ORDER),
        ],
    );
    let output = run_in(&folder, &["lint", "."], "");
    assert_eq!(status(&output), 2);
    assert_eq!(stdout(&output), "");
    let shown = stderr(&output);
    // Once, although it holds for two files.
    assert_eq!(shown.matches("no closing `)`").count(), 1, "{shown}");
    for part in [
        "kvspec.toml:1:12",
        "at character 2",
        "kvspec.toml:2:1",
        "alowed.regions = ['x']",
        "did you mean `allowed`?",
        "kvspec.toml: 2 errors",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    let chinese = run_in(&folder, &["lint", "--locale", "zh", "."], "");
    assert!(stderr(&chinese).contains("是否想写 `allowed`？"));
    // Whoever wants no policy is not held up by it.
    assert_eq!(
        status(&run_in(&folder, &["lint", "--no-config", "."], "")),
        0
    );
    let latin = folder.join("latin.toml");
    fs::write(&latin, b"naming = 'a'\n# caf\xe9\n").expect("a file");
    let output = run_in(&folder, &["lint", "--config", "latin.toml", "a.json"], "");
    assert_eq!(status(&output), 2);
    assert!(stderr(&output).contains("latin.toml:2: this is not UTF-8"));
}

#[test]
fn what_a_file_holds_reaches_a_terminal_as_text() {
    let folder = folder(
        "controls",
        &[("kvspec.toml", "\"a\u{9b}31m\" = 1\nnaming = \"\u{9b}(\"\n")],
    );
    let output = run_in(&folder, &["config", "check"], "");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(said.matches("error[config]").count(), 2, "{said:?}");
    assert!(
        !said.contains(|c: char| c.is_control() && c != '\n'),
        "{said:?}"
    );
}

#[test]
fn a_file_can_be_checked_by_itself() {
    let folder = folder(
        "check",
        &[
            ("kvspec.toml", "naming = 'a'\nrequired = ['Token', 'vpc']\n"),
            ("deep/a.json", ORDER),
            ("bad.toml", "naming = 1\n"),
        ],
    );
    let good = run_in(&folder.join("deep"), &["config", "check"], "");
    assert_eq!(status(&good), 0, "{}", stderr(&good));
    for part in ["3 rules", "naming", "required.Token", "required.vpc"] {
        assert!(stdout(&good).contains(part), "{part}");
    }
    assert!(!stdout(&good).contains("it also sets"));
    let others =
        "packs = ['security']\nexclude = ['old/**']\n[severity]\nzone-unspecified = 'off'\n";
    fs::write(folder.join("others.toml"), others).expect("a file");
    let check = |locale| {
        let arguments = ["config", "check", "others.toml", "--locale", locale];
        stdout(&run_in(&folder, &arguments, ""))
    };
    let others = "others.toml: 0 rules\nit also sets severity, packs, exclude\n";
    assert_eq!(check("en"), others);
    assert!(check("zh").ends_with("此外还设置了 severity、packs、exclude\n"));
    let bad = run_in(&folder, &["config", "check", "bad.toml"], "");
    assert_eq!(status(&bad), 2);
    assert!(stderr(&bad).contains("bad.toml:1:10"));
    fs::write(folder.join("mark.toml"), "\u{feff}naming = 1\r\n").expect("a file");
    let mark = run_in(&folder, &["config", "check", "mark.toml"], "");
    assert!(
        stderr(&mark).contains("mark.toml:1:10"),
        "{}",
        stderr(&mark)
    );
    let none = run_in(Path::new("/"), &["config", "check"], "");
    assert_eq!(status(&none), 2);
}

#[test]
fn the_schema_is_the_one_checked_in() {
    let output = run_in(Path::new("/"), &["config", "schema"], "");
    assert_eq!(status(&output), 0);
    let there = include_str!("../docs/kvspec.schema.json");
    assert_eq!(stdout(&output), there);
}

#[test]
fn secrets_stay_hidden_beside_house_rules() {
    let order = r#"{"RegionId": "r", "Capacity": "1", "Password": "Hunter2Hunter2"}"#;
    let policy = "forbidden = [{ parameter = 'Password', message = 'no passwords' }]\n";
    let folder = folder("secret", &[("kvspec.toml", policy), ("a.json", order)]);
    for format in ["human", "json", "ndjson"] {
        let output = run_in(&folder, &["lint", "--format", format, "a.json"], "");
        assert_eq!(status(&output), 1);
        let shown = stdout(&output) + &stderr(&output);
        assert!(
            shown.contains("no passwords") && !shown.contains("Hunter2"),
            "{shown}"
        );
    }
}

#[test]
fn the_level_is_that_of_the_severities_that_the_team_gives() {
    let policy = "[severity]\nno-idempotency-token = 'error'\nout-of-range = 'info'\n\
                  zone-outside-region = 'error'\n";
    let folder = folder("level", &[("kvspec.toml", policy)]);
    let order = r#"{"RegionId": "cn-hangzhou", "Capacity": 0, "ZoneId": "cn-beijing-a"}"#;
    let arguments = ["lint", "--format", "ndjson", "--level", "error", "-"];
    let output = run_in(&folder, &arguments, order);
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let codes: Vec<&str> = report["diagnostics"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|found| found["code"].as_str())
        .collect();
    assert_eq!(codes, ["no-idempotency-token", "zone-outside-region"]);
    // A document says that the capacity is wrong, whatever the team wants to hear.
    assert_eq!(report["valid"], false);
    assert_eq!(status(&output), 1);
}

#[test]
fn a_class_that_the_team_knows_is_not_unknown() {
    let order = r#"{"RegionId": "cn-hangzhou", "InstanceClass": "redis.custom.small"}"#;
    let codes = |policy: &str| {
        let folder = folder("known", &[("kvspec.toml", policy)]);
        let output = run_in(&folder, &["lint", "--format", "ndjson", "-"], order);
        stdout(&output).contains("unknown-class")
    };
    assert!(codes(""));
    assert!(!codes("known-classes = ['redis.custom.small']"));
    for (policy, said) in [
        ("known-classes = ['redis.custom.*']", "no wildcards"),
        (
            "packs.cost = { min_mb = 65536, max_mb = 1024 }",
            "`packs.cost.max_mb` is less than `min_mb`",
        ),
    ] {
        let folder = folder("known-wrong", &[("kvspec.toml", policy)]);
        let output = run_in(&folder, &["config", "check", "kvspec.toml"], "");
        assert_eq!(status(&output), 2, "{policy}");
        assert!(stderr(&output).contains(said), "{}", stderr(&output));
    }
}
