//! Fixes: they come to an end, they never make things worse, and they leave other bytes alone.

#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

mod support;

use std::collections::BTreeMap;

use kvspec::diagnostic::Applicability;
use kvspec::{Code, Linter, PROFILES, Profile, Run, Severity};
use proptest::prelude::*;
use support::{changes, request};

/// Errors and warnings, by code.
fn findings(linter: &Linter<'_>, text: &str) -> BTreeMap<Code, usize> {
    let mut counts = BTreeMap::new();
    for one in linter.lint(text, &mut Run::new()) {
        for found in one
            .diagnostics
            .iter()
            .filter(|found| found.severity != Severity::Info)
        {
            *counts.entry(found.code).or_default() += 1;
        }
    }
    counts
}

fn by_id(id: &str) -> &'static Profile {
    Profile::by_id(id).expect("a profile")
}

#[test]
fn other_bytes_stay_as_they_are() {
    let linter = Linter::new().profile(by_id("alibaba.create-instance.cn"));
    let text = "\u{feff}{\r\n\t\"RegionId\" :\t\"cn-hangzhou \",\r\n\t\"capacity\": \"\\u0031024\",\r\n\t\"InstanceName\": \"缓存😀\"\r\n}\r\n";
    let fixed = linter.fix(text, false);
    assert_eq!(
        fixed.text,
        text.replace("cn-hangzhou ", "cn-hangzhou")
            .replace("capacity", "Capacity")
    );
}

#[test]
fn fixes_inside_each_other_come_one_after_the_other() {
    let linter = Linter::new().profile(by_id("alibaba.create-instances"));
    let text = r#"{"Instances": [{"regionid": "cn-hangzhou", "izNo": " cn-hangzhou-b", "Capacity": 1024, "EngineVersion": 5.0}]}"#;
    let fixed = linter.fix(text, false);
    assert_eq!(
        fixed.text,
        r#"{"Instances": "[{\"RegionId\": \"cn-hangzhou\", \"izNo\": \"cn-hangzhou-b\", \"Capacity\": 1024, \"EngineVersion\": \"5.0\"}]"}"#
    );
    assert!(fixed.rounds > 1);
    assert_eq!(findings(&linter, &fixed.text), BTreeMap::new());
}

#[test]
fn white_space_around_json_in_a_string_goes_without_repeating_what_is_inside() {
    let inner = r#"[{\"RegionId\":\"cn-hangzhou\",\"izNo\":\"cn-hangzhou-b\",\"Capacity\":1,\"Password\":\"Pass!123456\"}]"#;
    let list = format!(r#"{{"Instances": "\u3000\t{inner} \n"}}"#);
    let config = r#"{"RegionId": "cn-hangzhou", "Capacity": 1, "Config": " {\"requirepass\":\"Pass!123456\"}\u00a0"}"#;
    let url = "Action=CreateInstance&RegionId=cn-hangzhou&Capacity=1&Config=+%7B%22requirepass%22%3A%22Pass%21123456%22%7D%0A";
    for (id, text, mended) in [
        (
            "alibaba.create-instances",
            list.as_str(),
            format!(r#"{{"Instances": "{inner}"}}"#),
        ),
        (
            "alibaba.create-instance.cn",
            config,
            config.replace("\" {", "\"{").replace("\\u00a0", ""),
        ),
        (
            "alibaba.create-instance.cn",
            url,
            url.replace('+', "").replace("%0A", ""),
        ),
    ] {
        let linter = Linter::new().profile(by_id(id));
        assert_eq!(linter.fix(text, false).text, mended);
        for one in linter.lint(text, &mut Run::new()) {
            for found in &one.diagnostics {
                let fix = format!("{:?}", found.fix);
                assert!(!fix.contains("123456"), "{fix}");
            }
        }
    }
}

#[test]
fn a_patch_does_not_repeat_a_password_inside_config() {
    let linter = Linter::new().profile(by_id("alibaba.create-instance.cn"));
    for (config, patched) in [
        (r#"{"EvictionPolicy":"noeviction"}"#, true),
        (r#"{"hash-max-ziplist-entries":512}"#, true),
        (r#"{"requirepass":"Pass!123456"}"#, false),
        (r#"{"EvictionPolicy":{"password":"Pass!123456"}}"#, false),
    ] {
        let text = format!(r#"{{"RegionId": "cn-hangzhou", "Capacity": 1, "Config": {config}}}"#);
        let linted = linter.lint(&text, &mut Run::new());
        let fix = linted[0]
            .diagnostics
            .iter()
            .find(|found| found.code == Code::TypeCoerced)
            .and_then(|found| found.fix.as_ref())
            .expect("a fix");
        assert_eq!(!fix.patch().is_empty(), patched, "{config}");
        assert!(!fix.edits.is_empty());
        assert!(!format!("{fix:?}").contains("123456"));
    }
}

#[test]
fn lines_and_urls_are_mended_in_place() {
    let linter = Linter::new();
    let lines = "{\"RegionId\": \"cn-hangzhou\", \"capacity\": 1024}\n\n{\"RegionId\": \"cn-hangzhou\", \"capacity\": 2048}\n";
    assert_eq!(
        linter.fix(lines, false).text,
        lines.replace("capacity", "Capacity")
    );
    let url = "https://r-kvstore.aliyuncs.com/?Action=CreateInstance&RegionId=cn-hangzhou&InstanceClass=%20redis.master.small.default&capacity=1";
    assert_eq!(
        linter.fix(url, false).text,
        url.replace("%20", "").replace("capacity", "Capacity")
    );
}

#[test]
fn unsafe_fixes_wait_to_be_asked_for() {
    let linter = Linter::new().profile(by_id("alibaba.create-instance.cn"));
    let text =
        r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "Period": "1", "ChargeTyp": "PostPaid"}"#;
    assert!(!linter.fix(text, false).is_changed());
    assert_eq!(
        linter.fix(text, true).text,
        r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "ChargeType": "PostPaid"}"#
    );
}

#[test]
fn what_cannot_be_read_is_left_alone() {
    for text in ["", "{", "{\"a\": 01}", "nothing", "\u{0}"] {
        assert_eq!(Linter::new().fix(text, true).text, text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn safe_fixes_come_to_an_end_and_add_nothing(
        which in 0..PROFILES.len(),
        changes in changes(5),
        quoted in any::<bool>(),
    ) {
        let linter = Linter::new().profile(PROFILES[which]);
        let text = request(PROFILES[which], &changes, quoted).to_string();
        let before = findings(&linter, &text);
        let fixed = linter.fix(&text, false);
        let after = findings(&linter, &fixed.text);
        for (code, count) in &after {
            prop_assert!(
                before.get(code).is_some_and(|was| was >= count),
                "{code} was added\nbefore {text} {before:?}\nafter  {} {after:?}", fixed.text
            );
        }
        prop_assert!(!linter.fix(&fixed.text, false).is_changed());
        for one in linter.lint(&fixed.text, &mut Run::new()) {
            for found in one.diagnostics {
                let safe = found.fix.is_some_and(|fix| fix.applicability == Applicability::Safe && !fix.edits.is_empty());
                prop_assert!(!safe, "{} still has a safe fix in {}", found.code, fixed.text);
            }
        }
    }

    #[test]
    fn all_fixes_come_to_an_end(which in 0..PROFILES.len(), changes in changes(5), quoted in any::<bool>()) {
        let linter = Linter::new().profile(PROFILES[which]);
        let text = request(PROFILES[which], &changes, quoted).to_string();
        let fixed = linter.fix(&text, true);
        prop_assert!(fixed.rounds < 20, "{text}");
    }
}

#[test]
fn a_fixed_text_is_printed_without_its_secrets() {
    let linter = Linter::new().profile(by_id("alibaba.create-instance.cn"));
    let fixed = linter.fix(
        r#"{"RegionId": " cn-hangzhou", "Capacity": 1, "Password": "Pass!123456"}"#,
        false,
    );
    assert!(fixed.text.contains(r#""cn-hangzhou""#) && fixed.text.contains("Pass!123456"));
    let printed = format!("{fixed:?}");
    assert!(printed.contains("cn-hangzhou"), "{printed}");
    assert!(!printed.contains("123456"), "{printed}");
}

#[test]
fn a_network_that_the_identifiers_need_is_added_once() {
    let cn = by_id("alibaba.create-instance.cn");
    for (id, text, mended) in [
        (
            "alibaba.create-instance.cn",
            r#"{"RegionId":"cn-hangzhou","Capacity":1024,"VpcId":"vpc-1","VSwitchId":"vsw-1"}"#,
            r#"{"NetworkType": "VPC", "RegionId":"cn-hangzhou","Capacity":1024,"VpcId":"vpc-1","VSwitchId":"vsw-1"}"#,
        ),
        (
            "alibaba.create-instance.intl",
            "{\n  \"RegionId\": \"cn-hangzhou\",\n  \"InstanceClass\": \"redis.master.small.default\",\n  \"VSwitchId\": \"vsw-1\",\n  \"VpcId\": \"vpc-1\"\n}\n",
            "{\n  \"NetworkType\": \"VPC\",\n  \"RegionId\": \"cn-hangzhou\",\n  \"InstanceClass\": \"redis.master.small.default\",\n  \"VSwitchId\": \"vsw-1\",\n  \"VpcId\": \"vpc-1\"\n}\n",
        ),
        (
            "alibaba.create-instance.cn",
            "https://r-kvstore.aliyuncs.com/?Action=CreateInstance&RegionId=cn-hangzhou&Capacity=1024&VpcId=vpc-1&VSwitchId=vsw-1",
            "https://r-kvstore.aliyuncs.com/?NetworkType=VPC&Action=CreateInstance&RegionId=cn-hangzhou&Capacity=1024&VpcId=vpc-1&VSwitchId=vsw-1",
        ),
    ] {
        let linter = Linter::new().profile(by_id(id));
        assert_eq!(linter.fix(text, false).text, text, "not unseen");
        let fixed = linter.fix(text, true);
        assert_eq!(fixed.text, mended);
        assert_eq!(findings(&linter, &fixed.text), BTreeMap::new());
    }
    let spec = serde_json::json!({"RegionId": "cn-hangzhou", "Capacity": 1, "VpcId": "vpc-1", "VSwitchId": "vsw-1"});
    let report = kvspec::Checker::new(cn).check(&spec);
    let found = report
        .iter()
        .find(|found| found.path == "/VSwitchId")
        .expect("a finding");
    let patch = found.fix.as_ref().expect("a fix").patch();
    let published = serde_json::to_value(patch).expect("JSON");
    assert_eq!(
        published,
        serde_json::json!([{"op": "add", "path": "/NetworkType", "value": "VPC"}])
    );
    // Where somebody chose the classic network, the identifiers are too much.
    let linter = Linter::new().profile(cn);
    let classic = r#"{"RegionId":"cn-hangzhou","Capacity":1024,"NetworkType":"CLASSIC","VpcId":"vpc-1","VSwitchId":"vsw-1"}"#;
    assert!(!linter.fix(classic, true).text.contains("VPC"));
}

#[cfg(feature = "formats")]
#[test]
fn a_network_is_added_in_yaml_too() {
    let text = "apiVersion: redis.alibaba.crossplane.io/v1alpha1\nkind: RedisInstance\nmetadata:\n  name: cache\nspec:\n  forProvider:\n    instanceType: Redis\n    engineVersion: \"5.0\"\n    vSwitchId: vsw-1\n";
    let fixed = Linter::new().fix(text, true).text;
    let mended = text.replace("    instanceType", "    networkType: VPC\n    instanceType");
    assert_eq!(fixed, mended);
    let flow = text.replace(
        "    instanceType: Redis\n    engineVersion: \"5.0\"\n    vSwitchId: vsw-1\n",
        "    {instanceType: Redis, engineVersion: \"5.0\", vSwitchId: vsw-1}\n",
    );
    let fixed = Linter::new().fix(&flow, true).text;
    assert_eq!(
        fixed,
        flow.replace("{instance", "{networkType: VPC, instance")
    );
}

#[cfg(feature = "editions")]
#[test]
fn ampersands_of_a_page_are_one_finding() {
    let plain = "https://r-kvstore.aliyuncs.com/?Action=CreateInstance&RegionId=cn-hangzhou&Capacity=1024&Password=Abcd1234%21";
    let copied = plain.replace('&', "&amp;");
    for linter in [
        Linter::new(),
        Linter::new().profile(by_id("alibaba.create-instance.cn")),
    ] {
        let all = linter.lint(&copied, &mut Run::new());
        let [found] = all[0].diagnostics.as_slice() else {
            panic!("{:?}", all[0].diagnostics)
        };
        assert_eq!(
            (found.code, found.severity),
            (Code::Syntax, Severity::Error)
        );
        assert!(found.message(kvspec::Locale::En).contains("&amp;"));
        assert_eq!(linter.fix(&copied, false).text, plain);
    }
    // In a list each has its own.
    let list = format!("{plain}\n{copied}\n");
    assert_eq!(
        Linter::new().fix(&list, false).text,
        format!("{plain}\n{plain}\n")
    );
    // Other operations are nobody's business, however they are written.
    let other = copied.replace("CreateInstance", "DescribeInstances");
    let linted = Linter::new().lint(&other, &mut Run::new());
    assert!(linted.iter().all(|one| one.diagnostics.is_empty()));
}
