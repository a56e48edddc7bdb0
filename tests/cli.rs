//! The command line, as a shell sees it: exit status, streams, formats, and input of every kind.
#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

#[path = "support/command.rs"]
mod command;

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use command::{command, folder, run, run_with, status, stderr, stdout};
use proptest::prelude::*;
use serde_json::Value;

const VALID: &str = r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "Token": "t"}"#;
const FAULTY: &str = r#"{"RegionId": "cn-hangzhou", "Capacity": 0}"#;
const DOUBTFUL: &str = r#"{"RegionId": "cn-hangzhou", "Capacity": 1, "ZoneId": "cn-beijing-a"}"#;

fn lint(input: impl AsRef<[u8]>) -> Output {
    run(&["lint", "-"], input)
}

#[test]
fn exit_status_tells_the_verdict() {
    assert_eq!(status(&lint(VALID)), 0);
    assert_eq!(status(&lint(FAULTY)), 1);
    assert_eq!(status(&lint(DOUBTFUL)), 0);
    assert_eq!(
        status(&run(&["lint", "--deny", "warnings", "-"], DOUBTFUL)),
        1
    );
    assert_eq!(status(&run(&["lint", "no-such-file.json"], "")), 2);
    assert_eq!(status(&run(&["lint", "--profile", "none", "-"], VALID)), 2);
    assert_eq!(status(&run(&["lint"], "")), 2);
    let unknown = lint(r#"{"colour": 1}"#);
    assert_eq!(status(&unknown), 2);
    assert!(stderr(&unknown).contains("--profile ID"));
}

#[test]
fn results_go_to_stdout_and_trouble_to_stderr() {
    let output = run(&["lint", "no-such-file.json", "-"], FAULTY);
    assert_eq!(status(&output), 2);
    assert!(stderr(&output).contains("no-such-file.json"));
    assert!(stdout(&output).contains("error[out-of-range]"));
    assert!(!stdout(&output).contains("no-such-file"));
}

#[test]
fn the_human_report_marks_the_place_behind_wide_characters() {
    let output = run(
        &["lint", "--profile", "alibaba.create-instance.cn", "-"],
        r#"{"InstanceName": "缓存😀", "RegionId": "cn-hangzhou", "Capacity": 0, "Token": "t"}"#,
    );
    let text = stdout(&output);
    let lines: Vec<&str> = text.lines().collect();
    let source = lines
        .iter()
        .position(|line| line.contains("\"InstanceName\""))
        .expect("the line of source");
    // Each of the three wide characters takes two columns of a terminal.
    let column = lines[source]
        .split("0,")
        .next()
        .expect("before it")
        .chars()
        .count()
        + 3;
    let marked = lines[source + 1]
        .chars()
        .position(|c| c == '^')
        .expect("a mark");
    assert_eq!(marked, column, "{text}");
    assert!(text.contains("--> <stdin>:1:64"), "{text}");
    assert!(
        text.ends_with("1 spec checked: 1 error, 0 warnings, 3 notes\n"),
        "{text}"
    );
}

#[test]
fn a_report_has_no_colour_off_a_terminal() {
    assert!(!stdout(&lint(FAULTY)).contains('\u{1b}'));
}

#[test]
fn messages_are_in_the_language_of_the_user() {
    let mut chinese = command(&["lint", "-"]);
    chinese.env("LANG", "zh_CN.UTF-8");
    assert!(stdout(&run_with(chinese, FAULTY.as_bytes())).contains("错误"));
    let mut overridden = command(&["lint", "-"]);
    overridden.env("LANG", "zh_CN.UTF-8").env("LC_ALL", "C");
    assert!(!stdout(&run_with(overridden, FAULTY.as_bytes())).contains("错误"));
    assert!(stdout(&run(&["lint", "--locale", "zh", "-"], FAULTY)).contains("错误"));
}

#[test]
fn what_is_said_beside_reports_is_in_that_language_too() {
    let index = stdout(&run(&["explain", "--locale", "zh"], ""));
    assert!(index.starts_with("错误\n"), "{index}");
    for english in ["error\n", "warning\n", "info\n"] {
        assert!(!index.contains(english), "{english}");
    }
    let unknown = run(&["explain", "--locale", "zh", "required-whem"], "");
    assert!(stderr(&unknown).contains("是否想写 `required-when`？"));
    let empty = folder("empty");
    let nothing = run(
        &["lint", "--locale", "zh", empty.to_str().expect("UTF-8")],
        "",
    );
    assert!(stderr(&nothing).contains("没有可检查的内容"));
    for arguments in [
        &["export", "form", "--locale", "zh"][..],
        &["lint", "--unsafe-fixes", "--locale", "zh", "-"],
        &[
            "lint",
            "--fix",
            "--no-config",
            "--locale",
            "zh",
            "-",
            "x.json",
        ],
    ] {
        let output = run(arguments, "");
        assert_eq!(status(&output), 2, "{arguments:?}");
        assert!(!stderr(&output).is_ascii(), "{arguments:?}");
    }
}

#[test]
fn standard_input_is_read_once() {
    for arguments in [
        &["lint", "-", "-"][..],
        &["change", "-", "-"],
        &["response", "-", "--request", "-"],
    ] {
        let output = run(arguments, VALID);
        assert_eq!(status(&output), 2, "{arguments:?}");
        assert!(stderr(&output).contains("only once"), "{arguments:?}");
        assert_eq!(stdout(&output), "", "{arguments:?}");
    }
}

#[test]
fn the_json_report_has_its_published_shape() {
    let output = run(&["lint", "--format", "json", "-"], FAULTY);
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["schema"], "kvspec/report/v1");
    assert_eq!(report["summary"]["errors"], 1);
    let spec = &report["specs"][0];
    assert_eq!(spec["profile"], "alibaba.create-instance.2026");
    assert_eq!(spec["valid"], false);
    let finding = spec["diagnostics"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|finding| finding["severity"] == "error")
        .expect("the error");
    assert_eq!(finding["code"], "out-of-range");
    assert_eq!(finding["path"], "/Capacity");
    assert_eq!(finding["parameter"], "Capacity");
    assert_eq!(finding["span"]["start"]["offset"], 40);
    assert_eq!(finding["span"]["start"]["column"], 41);
    assert_eq!(
        finding["source"]["document"],
        "R-kvstore 2015-01-01 (alibabacloud_r_kvstore20150101 7.0.0, 2026-10-19)"
    );
}

#[test]
fn ndjson_gives_one_line_for_each_line() {
    let input = format!("{VALID}\n\n{{\n{FAULTY}\r\n  \n[]");
    let output = run(
        &[
            "lint",
            "--profile",
            "alibaba.create-instance.cn",
            "--input-format",
            "ndjson",
            "--format",
            "ndjson",
            "-",
        ],
        input,
    );
    let lines: Vec<Value> = stdout(&output)
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let numbers: Vec<_> = lines.iter().map(|line| line["line"].as_u64()).collect();
    assert_eq!(
        numbers,
        [Some(1), Some(2), Some(3), Some(4), Some(5), Some(6)]
    );
    let valid: Vec<_> = lines.iter().map(|line| line["valid"].as_bool()).collect();
    assert_eq!(
        valid,
        [
            Some(true),
            Some(true),
            Some(false),
            Some(false),
            Some(true),
            Some(false)
        ]
    );
    assert_eq!(lines[1]["profile"], Value::Null);
    assert_eq!(lines[2]["diagnostics"][0]["code"], "syntax");
    assert_eq!(lines[2]["diagnostics"][0]["span"]["start"]["line"], 3);
    assert_eq!(lines[5]["diagnostics"][0]["code"], "type-mismatch");
    assert_eq!(status(&output), 1);
}

#[test]
fn what_is_no_object_is_meant_for_no_profile() {
    for input in ["5", "[null, 5, []]", "\"RegionId\""] {
        let output = run(&["lint", "--format", "json", "-"], input);
        let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        for spec in report["specs"].as_array().expect("a list") {
            assert_eq!(spec["profile"], Value::Null, "{input}");
            assert_eq!(spec["diagnostics"][0]["code"], "type-mismatch", "{input}");
        }
    }
    let named = [
        "lint",
        "--profile",
        "alibaba.console",
        "--format",
        "ndjson",
        "-",
    ];
    assert!(stdout(&run(&named, "5")).contains("\"profile\":\"alibaba.console\""));
}

#[test]
fn a_token_may_be_used_once_in_a_run() {
    let other = VALID.replace("1024", "2048");
    let output = run(
        &[
            "lint",
            "--input-format",
            "ndjson",
            "--format",
            "ndjson",
            "-",
        ],
        format!("{VALID}\n{VALID}\n{other}\n"),
    );
    let severities: Vec<Option<String>> = stdout(&output)
        .lines()
        .map(|line| {
            let line: Value = serde_json::from_str(line).expect("JSON");
            let findings = line["diagnostics"].as_array().expect("a list").clone();
            let reuse = findings
                .into_iter()
                .find(|finding| finding["code"] == "token-reused");
            reuse.map(|finding| finding["severity"].as_str().expect("text").to_owned())
        })
        .collect();
    assert_eq!(
        severities,
        [None, Some("warning".to_owned()), Some("error".to_owned())]
    );
}

#[test]
fn arrays_and_urls_are_recognised() {
    let output = run(
        &["lint", "--format", "json", "-"],
        format!("[{VALID},\n {FAULTY}]"),
    );
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["summary"]["specs"], 2);
    assert_eq!(report["specs"][1]["index"], 1);
    let found = report["specs"][1]["diagnostics"]
        .as_array()
        .expect("a list");
    let error = found
        .iter()
        .find(|finding| finding["severity"] == "error")
        .expect("the error");
    assert_eq!(error["span"]["start"]["line"], 2);
    assert_eq!(error["span"]["start"]["column"], 42);
    let url = "https://r-kvstore.aliyuncs.com/?Action=CreateInstance&RegionId=r&Capacity=0";
    let output = lint(url);
    assert!(stdout(&output).contains("error[out-of-range]"));
    let mark = stdout(&output)
        .lines()
        .any(|line| line.ends_with("^ /Capacity"));
    assert!(mark, "{}", stdout(&output));
}

#[test]
fn a_directory_is_read_in_the_order_of_names() {
    let folder = folder("directory");
    fs::create_dir(folder.join("b")).expect("a folder");
    fs::create_dir(folder.join(".hidden")).expect("a folder");
    fs::create_dir(folder.join("node_modules")).expect("a folder");
    for name in [
        "c.json",
        "a.json",
        "b/d.ndjson",
        ".hidden/e.json",
        "node_modules/f.json",
        "notes.txt",
    ] {
        fs::write(folder.join(name), FAULTY).expect("a file");
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(&folder, folder.join("b/loop")).expect("a link");
    let output = run(
        &["lint", "--format", "json", folder.to_str().expect("UTF-8")],
        "",
    );
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let names: Vec<String> = report["specs"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|spec| {
            let source = Path::new(spec["source"].as_str().expect("text"));
            source
                .strip_prefix(&folder)
                .expect("inside")
                .display()
                .to_string()
        })
        .collect();
    assert_eq!(names, ["a.json", "b/d.ndjson", "c.json"]);
    assert_eq!(stderr(&output), "");
}

#[test]
fn one_unreadable_file_does_not_stop_the_others() {
    let folder = folder("unreadable");
    let broken = b"{\"RegionId\": \"r\", \"Capacity\": \xff}";
    fs::write(folder.join("a.json"), &broken[..30]).expect("a file");
    fs::write(folder.join("b.json"), broken).expect("a file");
    fs::write(folder.join("c.json"), FAULTY).expect("a file");
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere", folder.join("d.json")).expect("a link");
    let output = run(&["lint", folder.to_str().expect("UTF-8")], "");
    let text = stdout(&output);
    assert_eq!(status(&output), 1);
    assert_eq!(stderr(&output), "", "a link is not followed");
    assert_eq!(text.matches("error[syntax]").count(), 2, "{text}");
    assert!(text.contains("error[out-of-range]"), "{text}");
}

#[test]
fn hostile_input_has_a_finding_with_its_place() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let deep_value = format!("{{\"RegionId\": {deep}}}");
    for (name, input, place) in [
        ("nothing", &b""[..], "1:1"),
        ("only a byte order mark", b"\xef\xbb\xbf", "1:1"),
        ("no UTF-8", b"{\"RegionId\": \"\xc3\x28\"}", "1:15"),
        (
            "half a surrogate pair",
            br#"{"RegionId": "\ud800"}"#,
            "1:15",
        ),
        ("deep nesting", deep.as_bytes(), "1:129"),
        ("a deep value", deep_value.as_bytes(), "1:141"),
        ("two values", b"{}\n{} x", "2:4"),
    ] {
        let output = run(&["lint", "--input-format", "json", "-"], input);
        let text = stdout(&output);
        assert_eq!(status(&output), 1, "{name}: {text}");
        assert!(text.contains("error[syntax]"), "{name}: {text}");
        if name != "two values" {
            assert!(
                text.contains(&format!("<stdin>:{place}\n")),
                "{name}: {text}"
            );
        }
    }
}

/// Whether a terminal or a log would take nothing in a text for more than text.
fn is_tame(text: &str) -> bool {
    let wild = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{2028}' | '\u{202e}');
    !text.contains(wild) && !text.lines().any(|line| line.starts_with("::error::"))
}

#[test]
fn what_an_order_holds_reaches_a_terminal_as_text() {
    let order = concat!(
        "{\"billingMethod\": \"Pay-As-You-Go\", \"region\": \"cn-hangzhou\", \"zone\": \"cn-hangzhou-e\",",
        " \"networkType\": \"Classic Network\", \"version\": \"5.0\", \"nodeType\": \"Dual Copy\",",
        " \"instanceClass\": \"c\", \"quantity\": 1, \"instanceName\": \"ab\u{9b}31m\u{7f}\u{202e}\",",
        " \"\\n::error::\\u001b[31m\u{9b}1m\u{202e}\\u2028\": 1}",
    );
    let to = "alibaba.create-instance.cn";
    for arguments in [
        &["lint", "-"][..],
        &["request", "-"],
        &["change", "-", "no-file"],
        &["transfer", "-", "--to", to],
    ] {
        let output = run(arguments, order);
        assert!(is_tame(&stdout(&output)), "{arguments:?}: {output:?}");
        assert!(is_tame(&stderr(&output)), "{arguments:?}: {output:?}");
    }
    let notes = stdout(&run(&["lint", "--format", "github", "-"], order));
    assert!(is_tame(&notes.replace("%0A", "\n")), "{notes:?}");
}

#[cfg(unix)]
#[test]
fn a_name_of_a_file_reaches_a_terminal_as_text() {
    let folder = folder("names");
    let path = folder.join("a\u{1b}[31m\n::error::b\u{9b}.json");
    fs::write(&path, FAULTY).expect("a file");
    let missing = folder.join("\u{1b}[31m\n::error::");
    let (path, missing) = (
        path.to_str().expect("UTF-8"),
        missing.to_str().expect("UTF-8"),
    );
    let output = run(&["lint", path, missing], "");
    assert_eq!(status(&output), 2);
    assert!(stdout(&output).contains("error[out-of-range]"));
    for text in [stdout(&output), stderr(&output)] {
        assert!(is_tame(&text), "{text:?}");
    }
    // A program gets the name as it is.
    let output = run(&["lint", "--format", "json", path], "");
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["specs"][0]["source"], path);
}

#[test]
fn an_excerpt_of_a_long_line_stands_behind_its_place() {
    let text = stdout(&lint(format!(
        "{{\"RegionId\": 1, \"Capacity\": 1, \"a\": \"{}\"}}",
        "x".repeat(3000)
    )));
    assert!(
        text.contains("--> <stdin>:1:14\n  |\n1 | {\"RegionId\": 1,"),
        "{text}"
    );
}

#[test]
fn byte_order_marks_and_carriage_returns_are_accepted() {
    let text = format!("\u{feff}{}\r\n", VALID.replace(", ", ",\r\n  "));
    let output = lint(text);
    assert_eq!(status(&output), 0, "{}", stdout(&output));
    assert!(!stdout(&output).contains('\r'));
}

#[test]
fn numbers_of_any_size_are_text() {
    let digits = "9".repeat(10_000);
    for number in [digits.as_str(), "1e999"] {
        let output = lint(format!(
            r#"{{"RegionId": "r", "Capacity": 1, "AutoRenew": {number}}}"#
        ));
        assert_eq!(status(&output), 1);
        assert!(stdout(&output).contains("error[invalid-value]"));
        assert!(stdout(&output).len() < 20_000);
    }
}

#[test]
fn a_line_of_100_mb_is_one_finding() {
    let long = format!(
        r#"{{"RegionId": "r", "Capacity": 1, "Token": "t", "InstanceName": "{}"}}"#,
        "a".repeat(100_000_000)
    );
    let output = lint(long);
    let text = stdout(&output);
    assert_eq!(text.matches("error[").count(), 1);
    assert!(text.contains("100000000") && text.len() < 10_000);
}

/// The command that gets lines through a pipe, and writes what it finds of each into another.
fn line_by_line() -> Command {
    let mut command = command(&[
        "lint",
        "--input-format",
        "ndjson",
        "--format",
        "ndjson",
        "-",
    ]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    command
}

#[cfg(unix)]
#[test]
fn each_line_is_answered_before_the_next_one_comes() {
    let mut child = line_by_line().spawn().expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let stdout = BufReader::new(child.stdout.take().expect("a pipe"));
    let (send, answers) = std::sync::mpsc::channel();
    let reader = std::thread::spawn(move || {
        for line in stdout.lines() {
            send.send(line.expect("a line")).expect("somebody waits");
        }
    });
    for number in 1..=3 {
        writeln!(stdin, "{FAULTY}").expect("it reads on");
        let answer = answers.recv_timeout(Duration::from_secs(60));
        let answer: Value = serde_json::from_str(&answer.expect("in time")).expect("JSON");
        assert_eq!(answer["line"], number);
    }
    drop(stdin);
    assert_eq!(child.wait().expect("it ends").code(), Some(1));
    reader.join().expect("it ends");
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let lines = format!("{FAULTY}\n").repeat(20_000);
    let mut child = line_by_line()
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("a pipe");
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(lines.as_bytes());
    });
    let output = child.wait_with_output().expect("the command ends");
    writer.join().expect("the writer ends");
    assert_eq!(stderr(&output), "");
    assert!(output.status.code().is_some(), "it was not killed");
}

#[test]
fn codes_are_explained() {
    let output = run(&["explain", "required-when"], "");
    assert_eq!(status(&output), 0);
    assert!(stdout(&output).contains("alibaba.create-instance.cn"));
    let output = run(&["explain", "required-wen"], "");
    assert_eq!(status(&output), 2);
    assert!(stderr(&output).contains("did you mean `required-when`?"));
    let all = stdout(&run(&["explain"], ""));
    for code in kvspec::Code::ALL {
        assert!(all.contains(code.name()));
    }
}

#[test]
fn profiles_are_listed() {
    let text = stdout(&run(&["profiles"], ""));
    for profile in kvspec::PROFILES {
        assert!(text.contains(profile.id) && text.contains(profile.document));
    }
}

#[test]
fn one_profile_is_shown_in_full() {
    let text = stdout(&run(
        &["profiles", "--profile", "alibaba.create-instances"],
        "",
    ));
    for part in [
        "acs:kvstore:{#regionId}",
        "R-kvstore 2015-01-01",
        "unit: month",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let arguments = [
        "profiles",
        "--profile",
        "jdcloud.create-cache-instance",
        "--format",
        "json",
    ];
    let details: Value = serde_json::from_str(&stdout(&run(&arguments, ""))).expect("JSON");
    assert_eq!(details["endpoint"]["method"], "POST");
    assert_eq!(details["endpoint"]["success"], 200);
    let all: Value =
        serde_json::from_str(&stdout(&run(&["profiles", "--format", "json"], ""))).expect("JSON");
    assert_eq!(all.as_array().map(Vec::len), Some(kvspec::PROFILES.len()));
    let schema = stdout(&run(&["export", "profile-details-schema"], ""));
    assert!(schema.contains("urn:kvspec:profile:v1"));
}

#[test]
fn what_is_explained_is_data_too() {
    let explained = |arguments: &[&str]| -> Value {
        let all: Vec<&str> = ["explain", "--format", "json"]
            .iter()
            .chain(arguments)
            .copied()
            .collect();
        serde_json::from_str(&stdout(&run(&all, ""))).expect("JSON")
    };
    assert_eq!(explained(&["required-when"])["severity"], "error");
    let answer = explained(&["InvalidPassword.Malformed"]);
    assert_eq!(answer["listed"][0]["status"], 400);
    let parameter = explained(&["Period"]);
    assert_eq!(parameter["kind"], "parameter");
    assert_eq!(parameter["rows"][0]["parameter"]["unit"], "month");
    assert!(
        explained(&[])["parameters"]
            .as_array()
            .expect("a list")
            .contains(&"izNo".into())
    );
    let text = stdout(&run(&["explain", "chargeDuration"], ""));
    assert!(text.contains("1-9"), "{text}");
    let near = run(&["explain", "Perod"], "");
    assert!(stderr(&near).contains("`Period`"), "{}", stderr(&near));
}

#[test]
fn shells_get_completions() {
    for shell in ["bash", "zsh", "fish"] {
        let output = run(&["completions", shell], "");
        assert_eq!(status(&output), 0);
        assert!(stdout(&output).contains("input-format"));
        assert!(stdout(&output).contains("jdcloud.create-cache-instance"));
    }
}

/// The shapes in which a password can come.
fn around(secret: &str) -> Vec<String> {
    let literal = Value::from(secret).to_string();
    let list = format!(r#"[{{"RegionId": "r", "izNo": "z", "Password": {literal}}}]"#);
    let list = Value::from(list).to_string();
    let encoded: Vec<String> = secret.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let encoded = encoded.concat();
    vec![
        format!(r#"{{"RegionId": "r", "Password": {literal}}}"#),
        format!(r#"{{"RegionId": "r", "password": {literal}, "Passwrod": {literal}}}"#),
        format!(r#"{{"RegionId": "r", "Password": {literal}, "Password": [{literal}]}}"#),
        format!(r#"{{"RegionId": "r", "AccessKeySecret": {literal}, "Signature": {literal}}}"#),
        format!(r#"{{"Instances": {list}}}"#),
        format!(r#"{{"Instances": [{{"Password": {literal}}}]}}"#),
        format!(r#"{{"cacheInstance": {{"password": {literal}, "azId": {literal}1}}}}"#),
        format!(r#"{{"cacheInstance": {{"password": {literal}}}}}"#),
        format!(r#"{{"billingMethod": "x", "password": {literal}}}"#),
        format!(r#"{{"RegionId": "r", "Password": {literal}"#),
        format!(r#"{{"RegionId": "r", 'Password': {literal}}}"#),
        format!("Action=CreateInstance&RegionId=r&Password={encoded}&Signature={encoded}"),
        format!("Action=CreateInstance&Password={encoded}&RegionId=%"),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn secrets_are_never_printed(secret in "[A-Za-z0-9!@#$^*()_+=-]{8,24}") {
        for input in around(&secret) {
            for format in ["human", "json", "ndjson"] {
                for locale in ["en", "zh"] {
                    let output = run(&["lint", "--format", format, "--locale", locale, "-"], &input);
                    let printed = stdout(&output) + &stderr(&output);
                    prop_assert!(!printed.contains(&secret), "{} {}\n{}", format, input, printed);
                }
            }
        }
    }
}

/// Orders among which there are blank lines, repeated Tokens, texts that cannot be read, and
/// lines that tell no profile: more of them than one batch holds.
fn odd_lines() -> String {
    let mut text = String::new();
    for number in 0..2_000 {
        let line = match number % 9 {
            0 => String::new(),
            1 => "{\"colour\": 1}".to_owned(),
            2 => "{\"RegionId\":".to_owned(),
            _ => format!(
                "{{\"RegionId\": \"cn-hangzhou\", \"Capacity\": {}, \"Token\": \"t{}\"}}",
                number % 3,
                number % 700
            ),
        };
        text.push_str(&line);
        text.push('\n');
    }
    text
}

#[test]
fn any_number_of_threads_writes_the_same() {
    let text = odd_lines();
    for format in ["ndjson", "human", "json"] {
        let lint = |jobs: &str| {
            let arguments = ["lint", "--input-format", "ndjson", "--format", format];
            run(&[&arguments[..], &["--jobs", jobs, "-"]].concat(), &text)
        };
        let one = lint("1");
        assert!(one.stdout.windows(12).any(|part| part == b"token-reused"));
        for jobs in ["2", "5"] {
            let several = lint(jobs);
            assert!(several.stdout == one.stdout, "{format}, {jobs} threads");
            assert!(several.stderr == one.stderr, "{format}, {jobs} threads");
            assert_eq!(several.status.code(), one.status.code());
        }
    }
}

/// The findings of a report for programs, as severities and codes.
fn found(output: &Output) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for line in stdout(output).lines() {
        let line: Value = serde_json::from_str(line).expect("JSON");
        for each in line["diagnostics"].as_array().expect("a list") {
            let part = |name: &str| each[name].as_str().expect("a text").to_owned();
            found.push((part("severity"), part("code")));
        }
    }
    found
}

#[test]
fn the_level_decides_what_is_shown_and_nothing_else() {
    let orders = [VALID, FAULTY, DOUBTFUL, "{", r#"{"RegionId": ""}"#].join("\n");
    let lint = |arguments: &[&str]| {
        let fixed = [
            "lint",
            "--input-format",
            "ndjson",
            "--format",
            "ndjson",
            "-",
        ];
        run(&[&fixed[..], arguments].concat(), &orders)
    };
    let all = lint(&[]);
    for (level, hidden) in [
        ("info", &[][..]),
        ("warning", &["info"]),
        ("error", &["info", "warning"]),
    ] {
        let mut expected = found(&all);
        let before = expected.len();
        expected.retain(|(severity, _)| !hidden.contains(&severity.as_str()));
        assert_eq!(expected.len() < before, level != "info");
        for more in [&[][..], &["--deny", "warnings"], &["--jobs", "2"]] {
            let shown = lint(&[&["--level", level], more].concat());
            assert_eq!(found(&shown), expected, "{level} {more:?}");
            // Each line keeps its verdict.
            let verdicts = |output: &Output| -> Vec<Value> {
                let lines = stdout(output);
                let lines = lines.lines().map(|line| {
                    let mut verdict: Value = serde_json::from_str(line).expect("JSON");
                    verdict["diagnostics"].take();
                    verdict
                });
                lines.collect()
            };
            assert_eq!(verdicts(&shown), verdicts(&all), "{level} {more:?}");
        }
    }
}

#[test]
fn what_is_not_shown_still_counts_for_the_exit_status() {
    for level in ["info", "warning", "error"] {
        let lint = |more: &[&str], order: &str| {
            status(&run(
                &[&["lint", "--level", level, "-"], more].concat(),
                order,
            ))
        };
        assert_eq!(lint(&[], VALID), 0);
        assert_eq!(lint(&[], DOUBTFUL), 0);
        assert_eq!(lint(&["--deny", "warnings"], DOUBTFUL), 1);
        assert_eq!(lint(&["--deny", "warnings"], VALID), 0);
        assert_eq!(lint(&[], FAULTY), 1);
    }
}

#[test]
fn every_format_keeps_to_the_level() {
    let order = r#"{"RegionId": "cn-hangzhou", "Capacity": 0, "ZoneId": "cn-beijing-a"}"#;
    for format in ["human", "json", "ndjson", "sarif", "github"] {
        let lint = |level: &str| {
            let arguments = ["lint", "--format", format, "--level", level, "-"];
            stdout(&run(&arguments, order))
        };
        let has = |text: &str, code: &str| text.contains(code);
        for (level, codes) in [("info", 3), ("warning", 2), ("error", 1)] {
            let text = lint(level);
            let known = [
                "out-of-range",
                "zone-outside-region",
                "no-idempotency-token",
            ];
            let shown: Vec<bool> = known.iter().map(|code| has(&text, code)).collect();
            let expected: Vec<bool> = (0..3).map(|place| place < codes).collect();
            assert_eq!(shown, expected, "{format} {level}: {text}");
        }
    }
}

#[test]
fn a_summary_counts_what_is_shown() {
    let order =
        r#"{"RegionId": "cn-hangzhou", "Capacity": 0, "ZoneId": "cn-beijing-a", "Token": "t"}"#;
    let last = |arguments: &[&str]| {
        let output = run(&[&["lint", "-"], arguments].concat(), order);
        stdout(&output).lines().last().expect("a line").to_owned()
    };
    assert!(last(&[]).starts_with("1 spec checked: 1 error, 1 warning, "));
    assert_eq!(
        last(&["--level", "warning"]),
        "1 spec checked: 1 error, 1 warning"
    );
    assert_eq!(last(&["--level", "error"]), "1 spec checked: 1 error");
    assert_eq!(
        last(&["--level", "error", "--locale", "zh"]),
        "共检查 1 个请求：1 个错误"
    );
    let arguments = ["lint", "--level", "error", "--format", "json", "-"];
    let report: Value = serde_json::from_slice(&run(&arguments, order).stdout).expect("JSON");
    assert_eq!(report["summary"]["errors"], 1);
    assert_eq!(report["summary"]["warnings"], 0);
}

#[test]
fn fixes_are_made_whatever_is_shown() {
    let folder = folder("level-fix");
    let file = folder.join("order.json");
    fs::write(
        &file,
        r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "EngineVersion": 5.0}"#,
    )
    .expect("a file");
    let path = file.display().to_string();
    let output = run(&["lint", "--fix", "--level", "error", &path], "");
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    let mended = fs::read_to_string(&file).expect("a file");
    assert!(mended.contains(r#""EngineVersion": "5.0""#), "{mended}");
}
