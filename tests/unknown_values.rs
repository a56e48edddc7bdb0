//! What is said of values that are not known before a tool runs, or known as one of two.
#![cfg(feature = "formats")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use kvspec::{Linted, Linter, Run, Severity};

fn lint(file: &str, text: &str) -> Vec<Linted> {
    Linter::new().file(file, &[]).lint(text, &mut Run::new())
}

/// The findings of each order, without those that only inform: with their lines, in order.
fn findings(file: &str, text: &str) -> Vec<Vec<String>> {
    let of_one = |one: &Linted| {
        let told = (one.diagnostics.iter()).filter(|found| found.severity > Severity::Info);
        let line = |found: &kvspec::Diagnostic| found.span.map_or(0, |span| span.start.line);
        told.map(|found| {
            let severity = found.severity.name();
            format!("{}: {severity} {} {}", line(found), found.code, found.path)
        })
        .collect()
    };
    lint(file, text).iter().map(of_one).collect()
}

const NONE: &[&str] = &[];

/// A classic instance in Terraform with these arguments, from its fourth line on.
fn kvstore(arguments: &str) -> String {
    format!(
        "resource \"alicloud_kvstore_instance\" \"a\" {{\n  vswitch_id = \"vsw-1\"\n\n{arguments}\n}}\n"
    )
}

#[test]
fn a_map_with_a_key_that_is_computed_is_not_empty() {
    let class = "instance_class = \"redis.master.large.default\"";
    for map in [
        "{ (var.k) = \"1\" }",
        "{ \"${var.k}-x\" = \"1\" }",
        "{ for k in var.k : k => 1 }",
        "{ (local.k) = \"10\" }",
    ] {
        let text = kvstore(&format!("{class}\n  config = {map}"));
        assert_eq!(findings("main.tf", &text), [NONE], "{map}");
    }
    // What the parentheses come to is known here.
    let named = kvstore(&format!("{class}\n  config = {{ (\"hzz\") = \"10\" }}"));
    assert_eq!(
        findings("main.tf", &named),
        [["5: warning config-unknown-key /config/hzz"]]
    );
    let empty = kvstore(&format!("{class}\n  config = {{}}"));
    assert_eq!(
        findings("main.tf", &empty),
        [["5: error empty-list /config"]]
    );
    let json = r#"{"resource":{"alicloud_kvstore_instance":{"a":{"instance_class":"redis.master.large.default","vswitch_id":"vsw-1","config":{"${var.k}":"1"}}}}}"#;
    assert_eq!(findings("main.tf.json", json), [NONE]);
}
