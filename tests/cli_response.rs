//! `kvspec response` and `kvspec explain` for provider codes, as a user runs them.
#![cfg(feature = "cli")]
#![expect(clippy::expect_used, reason = "what a test expects, it says")]

#[path = "support/command.rs"]
mod command;

use std::path::Path;
use std::process::Output;

use command::{run, stderr, stdout};
use serde_json::Value;

fn sample(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/responses");
    folder.join(name).display().to_string()
}

/// A file with that text, named after the test that needs it.
fn file(name: &str, text: impl AsRef<[u8]>) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("response-{name}"));
    std::fs::write(&path, text).expect("a file");
    path.display().to_string()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("JSON")
}

const ORDER: &str = r#"{"RegionId": "cn-hongkong", "ZoneId": "cn-hongkong-b",
  "InstanceClass": "redis.master.2xlarge.default", "InstanceName": "apitest",
  "Password": "Hidden_2345"}"#;

#[test]
fn what_came_as_ordered_exits_with_0() {
    let order = file("ordered.json", ORDER);
    for name in ["create-instance.cn.json", "create-instance.cn.xml"] {
        let output = run(&["response", &sample(name), "--request", &order], "");
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let text = stdout(&output);
        assert!(text.contains("instances: r-j6cxxxxxxxxxxxxx"), "{text}");
        assert!(
            text.contains("as ordered: ChargeType, InstanceName, Port, RegionId, ZoneId"),
            "{text}"
        );
        assert!(text.contains("what came is what was ordered"), "{text}");
        assert!(!text.contains("Hidden_2345"));
    }
    let chinese = run(
        &[
            "response",
            &sample("create-instance.cn.xml"),
            "--request",
            &order,
            "--locale",
            "zh",
        ],
        "",
    );
    assert!(stdout(&chinese).contains("返回与订单一致"));
}

#[test]
fn a_difference_exits_with_1_and_is_shown_in_the_response() {
    let order = file(
        "differs.json",
        ORDER.replace(
            "\"ZoneId\"",
            "\"ChargeType\": \"PrePaid\", \"Period\": 1, \"ZoneId\"",
        ),
    );
    let response = sample("create-instance.cn.xml");
    let output = run(&["response", &response, "--request", &order], "");
    assert_eq!(output.status.code(), Some(1));
    let text = stdout(&output);
    assert!(text.contains("error[response-mismatch]"), "{text}");
    assert!(text.contains("<ChargeType>PostPaid</ChargeType>"), "{text}");
    assert!(text.contains("`PrePaid` was ordered"), "{text}");
    let output = run(
        &[
            "response",
            &response,
            "--request",
            &order,
            "--format",
            "json",
        ],
        "",
    );
    assert_eq!(output.status.code(), Some(1));
    let report = json(&output);
    assert_eq!(report["schema"], "kvspec/response/v1");
    assert_eq!(report["profile"], "alibaba.create-instance.2026");
    assert_eq!(report["outcome"], "findings");
    assert_eq!(report["good"], false);
    assert_eq!(report["request"], Value::from(order));
    assert_eq!(report["diagnostics"][0]["code"], "response-mismatch");
    assert_eq!(report["diagnostics"][0]["span"]["start"]["line"], 2);
    let rows = report["comparisons"].as_array().expect("a list");
    let charge = rows
        .iter()
        .find(|row| row["parameter"] == "/ChargeType")
        .expect("compared");
    assert_eq!(charge["ordered"], "PrePaid");
    assert_eq!(charge["received"], "PostPaid");
    assert_eq!(charge["outcome"], "different");
}

#[test]
fn an_error_stands_at_the_parameter_of_the_order() {
    let order = file("refused.json", ORDER);
    let response = sample("error.json");
    let output = run(&["response", &response, "--request", &order], "");
    assert_eq!(output.status.code(), Some(1));
    let text = stdout(&output);
    assert!(text.contains("error[provider-error]"), "{text}");
    assert!(text.contains(&format!("{order}:3:15")), "{text}");
    assert!(text.contains("/Password"), "{text}");
    assert!(
        text.contains("The Specified parameter Password is not valid."),
        "{text}"
    );
    assert!(text.contains("request ID: 8B1E5C5D"), "{text}");
    assert!(!text.contains("Hidden_2345"), "{text}");
    let output = run(
        &[
            "response",
            &response,
            "--request",
            &order,
            "--format",
            "json",
        ],
        "",
    );
    let report = json(&output);
    assert_eq!(report["outcome"], "refused");
    let found = &report["diagnostics"][0];
    assert_eq!(found["path"], "/Password");
    assert_eq!(found["provider_code"], "InvalidPassword.Malformed");
    assert_eq!(found["args"]["detection"], "client");
    assert!(!stdout(&output).contains("Hidden_2345"));
    // Without the order, the path alone is known.
    let output = run(
        &["response", "-"],
        std::fs::read_to_string(sample("error.xml")).expect("a file"),
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("/Period"), "{}", stdout(&output));
    let output = run(&["response", &sample("error.jdcloud.json")], "");
    assert!(stdout(&output).contains("INVALID_ARGUMENT"));
}

#[test]
fn profiles_are_inferred_or_named() {
    for (name, id) in [
        ("create-instance.cn.xml", "alibaba.create-instance.2026"),
        ("create-instances.json", "alibaba.create-instances"),
        ("create-instances.xml", "alibaba.create-instances"),
        (
            "create-cache-instance.json",
            "jdcloud.create-cache-instance.2026",
        ),
    ] {
        let output = run(&["response", &sample(name)], "");
        assert_eq!(output.status.code(), Some(0), "{name}: {}", stdout(&output));
        assert!(stdout(&output).contains(&format!("{id}: the response is as documented")));
    }
    let output = run(
        &[
            "response",
            &sample("create-instance.cn.json"),
            "--profile",
            "alibaba.create-instance.intl",
        ],
        "",
    );
    assert_eq!(output.status.code(), Some(0));
    let text = stdout(&output);
    assert!(
        text.contains("undocumented, ignored: /ChargeType, /Config"),
        "{text}"
    );
}

#[test]
fn what_cannot_be_run_exits_with_2() {
    let order = file("broken.json", "{\"RegionId\": }");
    let good = sample("create-instance.cn.json");
    let output = run(
        &[
            "response",
            &good,
            "--request",
            &order,
            "--profile",
            "alibaba.create-instance.cn",
        ],
        "",
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("broken.json:1:14"),
        "{}",
        stderr(&output)
    );
    assert!(stdout(&output).is_empty());
    for arguments in [
        &["response", "no-such-file"][..],
        &["response", &good, "--profile", "alibaba.console"],
        &["response", "-"],
    ] {
        let output = run(arguments, "{\"colour\": 1}");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!stderr(&output).is_empty());
    }
}

#[test]
fn what_cannot_be_read_is_a_finding_with_a_place() {
    for (text, place, says) in [
        ("{\"InstanceId\": \"r\",\n}", ":1:19", "no comma"),
        ("<R>\n<a></b></R>", ":2:4", "does not belong"),
        ("<!DOCTYPE a>\n<a/>", ":1:1", "document types"),
    ] {
        let output = run(&["response", "-"], text);
        assert_eq!(output.status.code(), Some(1), "{text}");
        let shown = stdout(&output);
        assert!(
            shown.contains("error[syntax]") && shown.contains(says),
            "{shown}"
        );
        assert!(shown.contains(&format!("<stdin>{place}")), "{shown}");
    }
    let binary = file("binary.xml", b"<a>\n\xff</a>");
    let output = run(&["response", &binary], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("binary.xml:2:1: this is not UTF-8"));
}

#[test]
fn hidden_text_does_not_reach_the_terminal() {
    let text = "{\"InstanceId\": 7, \"Ke\\u001by\": \"s3cret\", \"Password\": \"s3cret\"}";
    let output = run(&["response", "-"], text);
    assert_eq!(output.status.code(), Some(1));
    let shown = stdout(&output);
    assert!(
        !shown.contains("s3cret") && !shown.contains('\u{1b}'),
        "{shown}"
    );
    assert!(shown.contains("/Password"), "{shown}");
}

#[test]
fn explain_answers_for_provider_codes() {
    let output = run(&["explain", "InvalidPassword.Malformed"], "");
    assert_eq!(output.status.code(), Some(0));
    let text = stdout(&output);
    assert!(
        text.contains("The Specified parameter Password is not valid.")
            && text.contains("`client`"),
        "{text}"
    );
    assert_eq!(text.matches("HTTP 400").count(), 4, "{text}");
    let chinese = run(
        &["explain", "InvalidCapacity.NotFound", "--locale", "zh"],
        "",
    );
    assert!(stdout(&chinese).contains("没有出售该容量的实例"));
    assert!(stdout(&chinese).contains("HTTP 404"));
    let unlisted = stdout(&run(&["explain", "Zone.NotSupport"], ""));
    assert!(unlisted.contains("does not sell this class"), "{unlisted}");
    let near = run(&["explain", "InvalidPasword.malformed"], "");
    assert_eq!(near.status.code(), Some(2));
    assert!(stderr(&near).contains("`InvalidPassword.Malformed`"));
    let near = run(&["explain", "required-wen"], "");
    assert!(stderr(&near).contains("`required-when`"));
    let index = stdout(&run(&["explain"], ""));
    for code in kvspec::documents::provider_codes() {
        assert!(index.contains(code), "{code}");
    }
}

#[test]
fn a_dry_run_that_passed_is_no_refusal() {
    let order = file(
        "dry.json",
        r#"{"RegionId": "cn-hangzhou", "InstanceClass": "redis.shard.small.2.ce", "DryRun": true}"#,
    );
    let answer = file(
        "dry-answer.json",
        r#"{"Code": "DryRunOperation", "RequestId": "8B1"}"#,
    );
    let said = run(&["response", &answer, "--request", &order], "");
    assert_eq!(said.status.code(), Some(0), "{}", stderr(&said));
    let text = stdout(&said);
    assert!(
        text.contains("the dry run passed, and nothing was created"),
        "{text}"
    );
    assert!(text.contains("info[dry-run]"), "{text}");
    let said = run(&["response", &answer, "--format", "json"], "");
    let report = json(&said);
    assert_eq!(report["outcome"], "dry-run");
    assert_eq!(report["good"], true);
    assert_eq!(report["diagnostics"][0]["severity"], "info");
}

/// Editions differ in what finds an error.
#[test]
fn explain_says_what_finds_an_error_in_which_edition() {
    let page = stdout(&run(&["explain", "InvalidCapacity.NotFound"], ""));
    assert!(
        page.contains("provider error (`server`, `catalogue`)"),
        "{page}"
    );
    let catalogue = page.lines().find(|line| line.contains("list of classes"));
    assert!(
        catalogue.is_some_and(|line| line.contains("`alibaba.create-instance.2026`")),
        "{page}"
    );
}
