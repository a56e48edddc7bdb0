//! Templates of ROS as people write them: references whose values nobody knows, YAML's words for true
//! and false, and where findings about what is missing point.
#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

#[path = "support/command.rs"]
mod command;

use std::fs;

use serde_json::Value;

/// What is said of the only order of a template, as `severity code path text`, without what is
/// information, and how many of its values are not known.
fn said(name: &str, template: &str) -> (Vec<String>, u64) {
    let file = command::folder(&format!("ros-{name}")).join("template.yml");
    fs::write(&file, template).expect("a file");
    let file = file.to_str().expect("a path");
    let output = command::run(&["lint", "--format", "ndjson", file], "");
    let output = command::stdout(&output);
    let order: Value = serde_json::from_str(output.trim_end()).expect("one order");
    let found = order["diagnostics"].as_array().expect("findings");
    let mut lines: Vec<String> = found
        .iter()
        .filter(|found| found["severity"] != "info")
        .map(|found| {
            let place = |end: &str| {
                let offset = found["span"][end]["offset"].as_u64().expect("a place");
                usize::try_from(offset).expect("a small file")
            };
            let text = &template[place("start")..place("end")];
            let word = |name: &str| found[name].as_str().expect("a word");
            let (severity, code, path) = (word("severity"), word("code"), word("path"));
            format!("{severity} {code} {path} {text}")
        })
        .collect();
    lines.sort();
    (lines, order["unknown"].as_u64().expect("a count"))
}

/// A template with these lines among the properties of an instance in a network.
fn instance(properties: &str) -> String {
    let lines: Vec<&str> = properties.lines().collect();
    let lines = format!("      {}\n", lines.join("\n      "));
    format!(
        "ROSTemplateFormatVersion: '2015-09-01'\nParameters:\n  Size:\n    Type: String\n  Zone:\n    \
         Type: String\nResources:\n  Cache:\n    Type: ALIYUN::REDIS::Instance\n    Properties:\n      \
         VpcId: vpc-bp1\n      VSwitchId: vsw-bp1\n{lines}"
    )
}

#[test]
fn equal_references_are_one_zone() {
    let (lines, _) = said(
        "equal-references-are-one-zone-1",
        &instance(
            "InstanceClass: redis.shard.small.2.ce\nZoneId: !Ref Zone\nSecondaryZoneId: {Ref: Zone}",
        ),
    );
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].starts_with("warning not-distinct /SecondaryZoneId "));
    let (lines, _) = said(
        "equal-references-are-one-zone-2",
        &instance(
            "InstanceClass: redis.shard.small.2.ce\nZoneId: !Ref Zone\nSecondaryZoneId: !Ref Size",
        ),
    );
    assert!(lines.is_empty(), "{lines:?}");
}

#[test]
fn of_a_class_that_is_a_reference_only_the_product_type_speaks() {
    let tail =
        "NodeType: double\nTairConfig:\n  ShardCount: 1\n  Storage: 20\n  StorageType: essd_pl1";
    let (lines, unknown) = said(
        "of-a-class-that-is-a-reference-only-the-product-type-speaks-1",
        &instance(&format!("InstanceClass: !Ref Size\n{tail}")),
    );
    assert_eq!((lines.len(), unknown), (0, 1), "{lines:?}");
    let (lines, _) = said(
        "of-a-class-that-is-a-reference-only-the-product-type-speaks-2",
        &instance(&format!(
            "InstanceClass: !Ref Size\nProductType: Tair_rdb\n{tail}"
        )),
    );
    assert_eq!(
        lines,
        [
            "warning class-node-mismatch /NodeType double",
            "warning ignored-parameter /TairConfig/Storage 20",
            "warning ignored-parameter /TairConfig/StorageType essd_pl1",
        ]
    );
}

#[test]
fn an_unquoted_yes_is_a_boolean() {
    let class = "InstanceClass: redis.shard.small.2.ce\nEngineVersion: '7.0'";
    let (lines, _) = said(
        "an-unquoted-yes-is-a-boolean-1",
        &instance(&format!(
            "{class}\nInstanceName: yes\nDeletionProtection: yes\nDeletionForce: No"
        )),
    );
    assert_eq!(lines, ["warning config-unlikely-value /InstanceName yes"]);
    let (lines, _) = said(
        "an-unquoted-yes-is-a-boolean-2",
        &instance(&format!(
            "{class}\nInstanceName: 'yes'\nResourceGroupId: no"
        )),
    );
    assert_eq!(lines, ["warning config-unlikely-value /ResourceGroupId no"]);
    let (lines, _) = said(
        "an-unquoted-yes-is-a-boolean-3",
        &instance(&format!("{class}\nReadOnlyCount: yes")),
    );
    assert_eq!(lines, ["error type-mismatch /ReadOnlyCount yes"]);
}

#[test]
fn an_unquoted_version_is_judged_as_it_is_written() {
    let (lines, _) = said(
        "an-unquoted-version-is-judged-as-it-is-written-1",
        &instance("InstanceClass: redis.master.small.default\nEngineVersion: 7.0"),
    );
    assert_eq!(
        lines,
        [
            "error class-engine-mismatch /EngineVersion 7.0",
            "warning type-coerced /EngineVersion 7.0",
        ]
    );
}

#[test]
fn what_is_missing_is_missing_at_the_head_of_its_object() {
    let (lines, _) = said(
        "what-is-missing-is-missing-at-the-head-of-its-object-1",
        &instance(
            "InstanceClass: tair.essd.standard.xlarge\nTairConfig:\n  StorageType: essd_pl1\nTags:\n- Value: a",
        ),
    );
    assert_eq!(
        lines,
        [
            "error required-parameter /Tags/0/Key Value: a",
            "error required-when /TairConfig/Storage TairConfig",
        ]
    );
}
