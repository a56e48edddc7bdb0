//! Changes of existing instances: each way of each setting, defaults included.
#![expect(clippy::expect_used, reason = "what a test expects, it says")]

use kvspec::{Checker, Code, Locale, PROFILES, Profile, check_change};
use proptest::prelude::*;
use serde_json::{Value, json};

fn profile(id: &str) -> &'static Profile {
    Profile::by_id(id).expect("a profile")
}

/// A setting: its name, and the values from which nothing but themselves can be reached, or
/// which can reach all others.
struct Setting {
    name: &'static str,
    free: &'static [Option<&'static str>],
    fixed: &'static [Option<&'static str>],
}

fn settings(id: &str) -> Vec<Setting> {
    let setting = |name, free, fixed| Setting { name, free, fixed };
    match id {
        "alibaba.console" => vec![
            setting(
                "billingMethod",
                &[Some("Pay-As-You-Go")],
                &[Some("Subscription")],
            ),
            setting("networkType", &[Some("Classic Network")], &[Some("VPC")]),
        ],
        "alibaba.create-instance.intl" => vec![
            setting("ChargeType", &[Some("PostPaid"), None], &[Some("PrePaid")]),
            setting(
                "NetworkType",
                &[Some("Classic"), Some("CLASSIC"), None],
                &[Some("VPC")],
            ),
        ],
        _ => vec![
            setting("ChargeType", &[Some("PostPaid"), None], &[Some("PrePaid")]),
            setting("NetworkType", &[Some("CLASSIC"), None], &[Some("VPC")]),
        ],
    }
}

const IDS: [&str; 3] = [
    "alibaba.console",
    "alibaba.create-instance.intl",
    "alibaba.create-instance.cn",
];

/// The editions of 2026 refuse the same changes.
const TODAY: [&str; 2] = [
    "alibaba.create-instance.2026",
    "alibaba.create-tair-instance.2026",
];

fn with(id: &str, name: &str, value: Option<&str>) -> Value {
    let mut spec: Value = serde_json::from_str(profile(id).sample).expect("a sample");
    match value {
        Some(value) => spec[name] = value.into(),
        None => drop(spec.as_object_mut().expect("an object").remove(name)),
    }
    spec
}

#[test]
fn what_is_bound_for_good_cannot_go_back() {
    for id in IDS {
        for Setting { name, free, fixed } in settings(id) {
            let all: Vec<_> = free.iter().chain(fixed).copied().collect();
            for from in &all {
                for to in &all {
                    let (old, new) = (with(id, name, *from), with(id, name, *to));
                    let change = check_change(profile(id), &old, &new).expect("rules");
                    let refused = fixed.contains(from) && free.contains(to);
                    assert_eq!(change.is_allowed(), !refused, "{id} {name} {from:?} {to:?}");
                    let found: Vec<_> = change.refused().collect();
                    assert_eq!(found.len(), usize::from(refused));
                    for found in found {
                        assert_eq!(found.path, format!("/{name}"));
                        assert!(found.source.is_some());
                        assert!(found.message(Locale::En).contains(from.expect("fixed")));
                        assert!(!found.message(Locale::Zh).is_ascii());
                    }
                    // The same from text, with a place in it.
                    let text = new.to_string();
                    let change = check_change(profile(id), &old.to_string(), &text).expect("rules");
                    for found in change.refused() {
                        let span = found.span.expect("a span");
                        let marked = &text[span.start.offset..span.end.offset];
                        assert_eq!(marked, to.map_or("{".to_owned(), |to| format!("\"{to}\"")));
                    }
                    assert_eq!(change.is_allowed(), !refused);
                }
            }
        }
    }
}

#[test]
fn regions_cannot_change() {
    for (id, name) in [
        (IDS[0], "region"),
        (IDS[1], "RegionId"),
        (IDS[2], "RegionId"),
    ] {
        let old = with(id, name, Some("cn-hangzhou"));
        let same = with(id, name, Some(" cn-hangzhou "));
        let other = with(id, name, Some("cn-beijing"));
        assert!(
            check_change(profile(id), &old, &same)
                .expect("rules")
                .is_allowed()
        );
        let change = check_change(profile(id), &old, &other).expect("rules");
        assert_eq!(change.refused().count(), 1);
        // A region that is not there is reported as such.
        let none = with(id, name, None);
        let change = check_change(profile(id), &old, &none).expect("rules");
        let codes: Vec<Code> = change.wanted.iter().map(|found| found.code).collect();
        assert_eq!(codes, [Code::RequiredParameter]);
    }
}

#[test]
fn what_is_wrong_is_not_judged_but_told() {
    let cn = profile("alibaba.create-instance.cn");
    let old = json!({"RegionId": "cn-hangzhou", "ChargeType": "PrePaid"});
    let new = json!({"RegionId": "cn-hangzhou", "ChargeType": "Postpaid", "NodeType": "?"});
    let change = check_change(cn, &old, &new).expect("rules");
    let codes: Vec<Code> = change.wanted.iter().map(|found| found.code).collect();
    assert_eq!(
        codes,
        [Code::InvalidValue],
        "NodeType and the rest have no bearing on it"
    );
    let change = check_change(cn, &new, &old).expect("rules");
    assert!(!change.existing.is_valid() && !change.is_allowed());
    let change = check_change(cn, "{", &old.to_string()).expect("rules");
    assert_eq!(
        change.existing.iter().next().map(|f| f.code),
        Some(Code::Syntax)
    );
    let change = check_change(cn, "[]", "RegionId=a&ChargeType=PostPaid").expect("rules");
    assert_eq!(
        change.existing.iter().next().map(|f| f.code),
        Some(Code::TypeMismatch)
    );
    let url = "https://r-kvstore.aliyuncs.com/?Action=CreateInstance&RegionId=cn-hangzhou";
    let change = check_change(cn, &old.to_string(), url).expect("rules");
    assert_eq!(change.refused().count(), 1);
}

#[test]
fn other_profiles_have_no_rules() {
    for profile in PROFILES {
        let known = IDS.contains(&profile.id) || TODAY.contains(&profile.id);
        assert_eq!(check_change(profile, "{}", "{}").is_ok(), known);
        assert_eq!(profile.binds(Code::IrreversibleChange), known);
        if let Err(reason) = check_change(profile, "{}", "{}") {
            assert!(reason.message(Locale::Zh).contains(profile.id));
        }
        for rule in profile.change_rules {
            assert!(!rule.citation.quote.is_empty() && !rule.reason.zh.is_ascii());
        }
    }
}

proptest! {
    /// To stay as one is, is always allowed as far as the change goes; and no ordinary check
    /// knows of changes.
    #[test]
    fn staying_is_allowed(
        id in 0_usize..3,
        picks in prop::collection::vec(0_usize..4, 2),
        region in "[a-z]{2}-[a-z]{4,9}",
    ) {
        let id = IDS[id];
        let name = if id == IDS[0] { "region" } else { "RegionId" };
        let mut spec = with(id, name, Some(&region));
        for (setting, pick) in settings(id).iter().zip(picks) {
            let all: Vec<_> = setting.free.iter().chain(setting.fixed).collect();
            if let Some(value) = all[pick % all.len()] {
                spec[setting.name] = (*value).into();
            }
        }
        let change = check_change(profile(id), &spec, &spec).expect("rules");
        prop_assert!(change.is_allowed());
        let report = Checker::new(profile(id)).check(&spec);
        prop_assert!(report.iter().all(|found| found.code != Code::IrreversibleChange));
    }

    #[test]
    fn nothing_panics(old in any::<String>(), new in any::<String>()) {
        let _ = check_change(profile(IDS[2]), &old, &new);
    }
}
