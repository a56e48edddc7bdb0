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

/// A resource of ROS with these properties, from its eighth line on.
fn ros(properties: &str) -> String {
    format!(
        "Parameters: {{X: {{Type: String}}}}\nResources:\n  A:\n    Type: ALIYUN::REDIS::Instance\n    Properties:\n      ZoneId: cn-hangzhou-h\n      EngineVersion: '7.0'\n{properties}      VpcId: vpc-1\n      VSwitchId: vsw-1\n"
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

#[test]
fn nothing_inside_counts_while_it_is_not_known_whether_it_has_a_meaning() {
    let inside = "      TairConfig: {StorageType: essd_pl9, Storage: 0, Shards: 2}\n";
    let known = format!("      InstanceClass: redis.shard.mid.2.ce\n{inside}");
    assert_eq!(
        findings("a.yml", &ros(&known)),
        [["9: warning ignored-parameter /TairConfig"]]
    );
    let unknown = format!("      InstanceClass: !Ref X\n{inside}");
    assert_eq!(findings("a.yml", &ros(&unknown)), [NONE]);
    // The product tells what the class does not.
    let product = format!("{unknown}      ProductType: Tair_rdb\n");
    assert_eq!(
        findings("a.yml", &ros(&product)),
        [[
            "9: warning ignored-parameter /TairConfig/StorageType",
            "9: warning ignored-parameter /TairConfig/Storage"
        ]]
    );
}
