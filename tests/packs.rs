//! Packs: every row of theirs is complete and does what its samples say, and none speaks of what
//! is not known.

#![cfg(all(feature = "config", feature = "editions"))]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use std::collections::BTreeSet;

use kvspec::profile::{Object, Rule};
use kvspec::text::is_han;
use kvspec::{Checker, Code, PROFILES, Pack, Profile, Severity, Spec};
use serde_json::Value;

fn rows() -> Vec<(&'static Profile, String, &'static Rule)> {
    let mut all = Vec::new();
    for &profile in PROFILES {
        profile.visit_objects(&mut |at, object: &'static Object| {
            all.extend(
                object
                    .packs
                    .iter()
                    .map(|rule| (profile, at.to_owned(), rule)),
            );
        });
    }
    all
}

/// The path that a finding of a row has.
fn path_of(at: &str, rule: &Rule) -> String {
    let reference = rule.at.expect("a row is about a parameter");
    let mut at = at;
    for _ in 0..reference.up {
        at = at.rsplit_once('/').map_or(at, |(outer, _)| outer);
    }
    // A sample has one element.
    format!("{}/{}", at.replace('*', "0"), reference.name)
}

#[cfg(feature = "config")]
mod with_bounds {
    use super::*;
    use kvspec::house::HouseRules;

    /// What the samples of the rows about memory are written for.
    const POLICY: &str = r#"
        packs.security = true
        packs.availability = true
        packs.naming = true
        packs.cost = { min_mb = 2_048, max_mb = 65_536 }
        severity.not-clustered = "warning"
    "#;

    fn findings(profile: &'static Profile, spec: &Value) -> Vec<kvspec::Diagnostic> {
        let rules = HouseRules::from_toml(POLICY).expect("a policy");
        let view = rules.for_no_file();
        let checker = Checker::new(profile).house_rules(&view);
        let text = spec.to_string();
        let report = checker.check(Spec::Json(&text));
        assert_eq!(
            report.is_valid(),
            checker.is_valid(Spec::Json(&text)),
            "{text}"
        );
        report.into_iter().collect()
    }

    #[test]
    fn samples_do_what_they_say() {
        let mut proven = BTreeSet::new();
        for (profile, at, rule) in rows() {
            for sample in rule.samples {
                let spec = sample.spec(profile, &at).expect("a sample fits");
                let found = findings(profile, &spec);
                let path = path_of(&at, rule);
                let what = format!(
                    "{} {} {path} {}: {found:?}",
                    profile.id, rule.code, sample.patch
                );
                let mut mine = found.iter().filter(|one| one.code == rule.code);
                match sample.code {
                    None => assert!(mine.next().is_none(), "{what}"),
                    Some(code) => {
                        assert_eq!(code, rule.code);
                        let one = mine.next().expect(&what);
                        assert_eq!(one.path, path, "{what}");
                        assert_eq!(one.severity, rule.severity(), "{what}");
                        assert!(mine.next().is_none(), "{what}");
                        let declared = code.arguments();
                        for (name, _) in one.args.iter() {
                            assert!(
                                declared.iter().any(|each| each.name == name),
                                "{name}: {what}"
                            );
                        }
                        for each in declared.iter().filter(|each| !each.optional) {
                            assert!(one.args.get(each.name).is_some(), "{}: {what}", each.name);
                        }
                        for locale in [kvspec::Locale::En, kvspec::Locale::Zh] {
                            let message = one.message(locale);
                            assert!(!message.contains(['{', '}']), "{message}");
                        }
                        proven.insert((profile.id, code));
                    }
                }
                let is_error = |one: &&kvspec::Diagnostic| one.severity == Severity::Error;
                assert!(!found.iter().any(|one| is_error(&one)), "{what}");
            }
        }
        assert!(proven.len() > 60, "{}", proven.len());
    }

    #[test]
    fn unknown_values_never_speak() {
        // A placeholder stands for a good value of each parameter in turn.
        for (profile, at, rule) in rows() {
            for sample in rule.samples.iter().filter(|sample| sample.code.is_some()) {
                let spec = sample.spec(profile, &at).expect("a sample fits");
                let before: BTreeSet<(Code, String)> = told(&findings(profile, &spec));
                for name in names_of(&spec) {
                    let mut veiled = spec.clone();
                    *veiled.pointer_mut(&name).expect("a member") = "${VALUE}".into();
                    let after = told(&findings(profile, &veiled));
                    let added: Vec<_> = after.difference(&before).collect();
                    assert!(added.is_empty(), "{} {name} {spec}: {added:?}", profile.id);
                    let at_it = after.iter().any(|(_, path)| *path == name);
                    assert!(!at_it, "{} {name} {spec}: {after:?}", profile.id);
                }
            }
        }
    }

    fn told(found: &[kvspec::Diagnostic]) -> BTreeSet<(Code, String)> {
        let of_packs = found.iter().filter(|one| Pack::of(one.code).is_some());
        of_packs
            .map(|one| (one.code, one.path.to_string()))
            .collect()
    }

    /// Pointers to every scalar of an order.
    fn names_of(spec: &Value) -> Vec<String> {
        fn walk(at: &str, value: &Value, out: &mut Vec<String>) {
            match value {
                Value::Object(members) => {
                    for (name, value) in members {
                        walk(&format!("{at}/{name}"), value, out);
                    }
                }
                Value::Array(_) => {}
                _ => out.push(at.to_owned()),
            }
        }
        let mut out = Vec::new();
        walk("", spec, &mut out);
        out
    }

    #[test]
    fn a_policy_makes_no_order_invalid() {
        let policy = "packs = [\"security\", \"naming\"]\n[severity]\nname-missing = \"error\"\ntags-missing = \"off\"";
        let rules = HouseRules::from_toml(policy).expect("a policy");
        let view = rules.for_no_file();
        let profile = Profile::by_id("alibaba.create-instance.2026").expect("a profile");
        let order = r#"{"RegionId": "cn-hangzhou", "InstanceClass": "redis.shard.small.2.ce"}"#;
        let report = Checker::new(profile)
            .house_rules(&view)
            .check(Spec::Json(order));
        let name = report.iter().find(|found| found.code == Code::NameMissing);
        assert_eq!(name.map(|found| found.severity), Some(Severity::Error));
        assert!(report.iter().all(|found| found.code != Code::TagsMissing));
        assert!(report.is_valid());
    }

    #[test]
    fn one_code_waits_for_its_name() {
        let order = r#"{"InstanceName": "orders", "InstanceClass": "tair.rdb.2g", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#;
        let is_told = |policy: &str| {
            let rules = HouseRules::from_toml(policy).expect("a policy");
            let view = rules.for_no_file();
            let profile = Profile::by_id("ros.redis-instance")?;
            let report = Checker::new(profile)
                .house_rules(&view)
                .check(Spec::Json(order));
            Some(report.iter().any(|found| found.code == Code::NotClustered))
        };
        // A build without the readers has no such profile.
        let is_there = Profile::by_id("ros.redis-instance").map(|_| true);
        let named = "packs = [\"availability\"]\nseverity.not-clustered = \"warning\"";
        assert_eq!(is_told(named), is_there);
        assert_eq!(
            is_told("packs = [\"availability\"]"),
            is_there.map(|_| false)
        );
        assert_eq!(
            is_told("severity.not-clustered = \"warning\""),
            is_there.map(|_| false)
        );
    }

    #[test]
    fn bounds_and_names_are_read_strictly() {
        let wrong = |text: &str| {
            let errors = HouseRules::from_toml(text).expect_err(text);
            errors[0].to_string()
        };
        assert!(wrong("packs = [\"secure\"]").contains("there is no such pack"));
        assert!(wrong("packs = []").contains("at least one"));
        assert!(wrong("packs.security = 1").contains("true or false"));
        assert!(wrong("packs.cost = \"on\"").contains("true, false or a table"));
        assert!(wrong("packs.cost.min_mb = 0").contains("at least 1"));
        assert!(wrong("packs.cost.min_mb = \"1\"").contains("an integer"));
        assert!(wrong("packs.price = true").contains("no key"));
    }
}

#[test]
fn nothing_is_said_unless_it_is_asked_for() {
    for &profile in PROFILES {
        let report = Checker::new(profile).check(Spec::Json(profile.sample));
        assert!(report.iter().all(|found| Pack::of(found.code).is_none()));
        let all = Checker::new(profile).packs(Pack::ALL);
        let report = all.check(Spec::Json(profile.sample));
        assert!(report.is_valid(), "{}", profile.id);
        // Without bounds and without its name these are silent.
        for code in [Code::MemoryBelow, Code::MemoryAbove, Code::NotClustered] {
            assert!(report.iter().all(|found| found.code != code));
        }
    }
}

#[test]
fn rows_are_complete() {
    let mut seen = BTreeSet::new();
    for (profile, at, rule) in rows() {
        let pack = Pack::of(rule.code);
        assert!(pack.is_some(), "{} {}", profile.id, rule.code);
        seen.insert(rule.code);
        assert!(!rule.citation.quote.is_empty() && !rule.citation.document.is_empty());
        for text in [rule.reason.en, rule.reason.zh] {
            assert!(!text.is_empty(), "{} {at} {}", profile.id, rule.code);
        }
        assert!(!rule.reason.en.chars().any(is_han));
        assert!(rule.reason.zh.chars().any(is_han));
        let is_first = !profile.id.starts_with("pulumi") && !profile.id.starts_with("crossplane");
        let has = |fails: bool| {
            let mut samples = rule.samples.iter();
            samples.any(|sample| sample.code.is_some() == fails)
        };
        assert_eq!(
            has(true),
            is_first && cfg!(feature = "prose"),
            "{}",
            rule.code
        );
        assert_eq!(
            has(false),
            is_first && cfg!(feature = "prose"),
            "{}",
            rule.code
        );
    }
    if cfg!(feature = "formats") {
        let all = Pack::ALL.iter().copied().flat_map(Pack::codes);
        let silent: Vec<Code> = all.filter(|code| !seen.contains(code)).collect();
        assert!(silent.is_empty(), "{silent:?}");
    }
}

#[test]
fn packs_go_with_forms_of_writing() {
    let profile = Profile::by_id("alibaba.create-instance.2026").expect("a profile");
    let checker = Checker::new(profile).packs(Pack::ALL);
    let codes = |report: &kvspec::Report| -> BTreeSet<Code> {
        report
            .iter()
            .map(|found| found.code)
            .filter(|code| Pack::of(*code).is_some())
            .collect()
    };
    let spelled = checker.check(
        "Action=CreateInstance&RegionId=cn-hangzhou&InstanceClass=redis.shard.small.2.ce&Tag.1.Key=team",
    );
    assert!(!codes(&spelled).contains(&Code::TagsMissing));
    let secret = r#"{"RegionId": "cn-hangzhou", "InstanceClass": "redis.shard.small.2.ce", "Password": "short"}"#;
    let report = checker.check(Spec::Json(secret));
    assert!(codes(&report).contains(&Code::LiteralPassword));
    assert!(!codes(&checker.for_form().check(Spec::Json(secret))).contains(&Code::LiteralPassword));
}

/// What packs say of the instances of a batch.
fn said_of_batch(outer: &str, instance: &str) -> Vec<String> {
    let profile = Profile::by_id("alibaba.create-instances").expect("a profile");
    let instance = format!(
        r#"{{"RegionId": "a", "izNo": "a-b", "InstanceName": "orders", "ChargeType": "PrePaid", "Period": 1, {instance}}}"#
    );
    let list = Value::from(format!("[{instance}]"));
    let order = format!(r#"{{"Token": "t", {outer}"Instances": {list}}}"#);
    let report = Checker::new(profile)
        .packs(Pack::ALL)
        .check(Spec::Json(&order));
    assert!(report.is_valid(), "{order}");
    let told = report.iter().filter(|found| Pack::of(found.code).is_some());
    told.map(|found| format!("{} {}", found.code, found.path))
        .collect()
}

#[test]
fn packs_look_at_each_instance_of_a_batch() {
    for (outer, instance, expected) in [
        (
            "",
            r#""instanceClass": "redis.basic.small.default", "Password": "Abcd1234", "NodeType": "STAND_ALONE""#,
            &[
                "no-auto-renew /Instances/0/AutoRenew",
                "literal-password /Instances/0/Password",
                "single-node /Instances/0/NodeType",
            ][..],
        ),
        // What holds for the whole order holds for its instances.
        (
            r#""AutoRenew": "true", "#,
            r#""instanceClass": "redis.basic.small.default""#,
            &["single-node /Instances/0/instanceClass"],
        ),
        (
            r#""AutoRenew": "${RENEW}", "#,
            r#""instanceClass": "${CLASS}", "Password": "${PASSWORD}", "NodeType": "${NODES}""#,
            &[],
        ),
        (
            "",
            r#""instanceClass": "redis.basic.small.default", "NodeType": "${NODES}", "AutoRenew": "${RENEW}""#,
            &[],
        ),
    ] {
        assert_eq!(
            said_of_batch(outer, instance),
            expected,
            "{outer}{instance}"
        );
    }
}
