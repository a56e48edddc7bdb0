//! What is found in a request whose values change one by one is at every moment what a whole check
//! finds.

#![cfg(feature = "proptest")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

#[path = "support/right_and_wrong.rs"]
mod right_and_wrong;
mod support;

use std::collections::HashMap;

use kvspec::{Checker, Diagnostic, PROFILES, Profile, Severity};
use proptest::prelude::*;
use proptest::sample::Index;
use right_and_wrong::right_and_wrong;
use serde_json::{Value, json};

/// Values by the places of their parameters in the table.
type Values = Vec<(usize, Value)>;

/// Fields as they cross to the engine, under the numbers of their parameters.
fn packed(values: &[(usize, Value)]) -> String {
    let mut text = String::from("{");
    for (index, value) in values {
        let (kind, written) = match value {
            Value::Bool(value) => ('1', value.to_string()),
            Value::Number(value) => ('2', value.to_string()),
            Value::String(value) => ('3', value.clone()),
            Value::Null => ('0', String::new()),
            other => ('4', other.to_string()),
        };
        let byte = |number: usize| char::from(u8::try_from(number).expect("a byte"));
        text.push(byte(*index));
        text.push(kind);
        text.push('\u{7f}');
        for shift in [21, 14, 7, 0] {
            text.push(byte(written.len() >> shift & 0x7f));
        }
        text.push_str(&written);
    }
    text
}

/// Where a parameter stands among those of the request.
fn place(profile: &Profile, name: &str) -> Option<usize> {
    let mut rows = profile.request.parameters.iter();
    rows.position(|row| row.name == name)
}

/// The scalars of a request that are documented.
fn scalars(profile: &Profile, request: &Value) -> Values {
    let members = request.as_object().into_iter().flatten();
    members
        .filter(|(_, value)| value.is_string() || value.is_number() || value.is_boolean())
        .filter_map(|(name, value)| Some((place(profile, name)?, value.clone())))
        .filter(|(index, _)| !profile.request.parameters[*index].kind.is_container())
        .collect()
}

/// Judges requests one after the other, each of which has the names of the first. Returns how many of them were judged
/// by what changed.
fn judge(checker: &Checker<'_>, requests: &[Values]) -> usize {
    let mut state = checker.incremental();
    let mut before: Option<Values> = None;
    let mut known: HashMap<usize, Diagnostic> = HashMap::new();
    let mut judged = 0;
    for request in requests {
        let secret = |index: usize| checker.profile().request.parameters[index].secret;
        let changes: Values = match &before {
            None => request.clone(),
            Some(before) => request
                .iter()
                .zip(before)
                .filter(|((index, value), (_, old))| secret(*index) || value != old)
                .map(|(now, _)| now.clone())
                .collect(),
        };
        if !checker.recheck(&mut state, &packed(&changes)) {
            state = checker.incremental();
            known.clear();
            before = None;
            continue;
        }
        judged += 1;
        before = Some(request.clone());
        for (number, is_new, found) in state.findings() {
            if is_new {
                known.insert(number, found.clone());
            }
        }
        let found: Vec<&Diagnostic> = state
            .findings()
            .map(|(number, ..)| &known[&number])
            .collect();
        let report = checker.check_packed(&packed(request));
        let expected: Vec<&Diagnostic> = report.iter().collect();
        assert_eq!(
            found,
            expected,
            "{:?} {changes:?}\nin {request:?}",
            checker.profile().id
        );
    }
    judged
}

/// Requests that have the same names, and differ in some values.
fn any_requests() -> impl Strategy<Value = (&'static Profile, Vec<Values>)> {
    (0..PROFILES.len()).prop_flat_map(|which| {
        let profile = PROFILES[which];
        let specs = proptest::collection::vec(right_and_wrong(profile, 3, [1, 2, 2]), 1..6);
        let steps = proptest::collection::vec(
            proptest::collection::vec((any::<Index>(), any::<Index>()), 0..4),
            0..8,
        );
        (specs, steps).prop_map(move |(specs, steps)| {
            let pools: Vec<Values> = specs.iter().map(|spec| scalars(profile, spec)).collect();
            let pool: Values = pools.iter().flatten().cloned().collect();
            let mut requests = vec![pools[0].clone()];
            for step in steps {
                let mut next = requests.last().expect("one").clone();
                for (place, other) in step {
                    if next.is_empty() {
                        continue;
                    }
                    let place = place.index(next.len());
                    let parameter = next[place].0;
                    let others: Vec<&Value> = pool
                        .iter()
                        .filter(|(index, _)| *index == parameter)
                        .map(|(_, value)| value)
                        .collect();
                    next[place].1 = others[other.index(others.len())].clone();
                }
                requests.push(next);
            }
            (profile, requests)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_is_what_a_whole_check_finds(
        (profile, requests) in any_requests(),
        form in any::<bool>(),
        level in prop_oneof![Just(Severity::Info), Just(Severity::Warning), Just(Severity::Error)],
    ) {
        let mut checker = Checker::new(profile).level(level);
        if form {
            checker = checker.for_form();
        }
        judge(&checker, &requests);
    }
}

#[test]
fn an_ordinary_request_is_judged_by_what_changed() {
    let profile = Profile::by_id("alibaba.create-instance.cn").expect("a profile");
    let request = |name: &str, period: &str, password: &str| {
        scalars(
            profile,
            &json!({
                "RegionId": "cn-hangzhou", "Capacity": 1024, "InstanceName": name, "ChargeType": "PrePaid",
                "Period": period, "Password": password, "AutoRenew": "true",
                "Config": r#"{"EvictionPolicy":"volatile-lru"}"#,
            }),
        )
    };
    let requests = [
        request("a cache", "10", "password"),
        request("a cache", "10", "password"),
        request("a-cache", "10", "Passw0rd"),
        request(
            "@",
            "12",
            "长长长长长长长长长长长长长长长长长长长长长长长长",
        ),
        request("缓存", "1", ""),
    ];
    assert_eq!(judge(&Checker::new(profile), &requests), requests.len());
}

#[test]
fn what_only_a_whole_check_can_tell_is_left_to_it() {
    let profile = Profile::by_id("alibaba.create-instance.cn").expect("a profile");
    let place = |name: &str| place(profile, name).expect("a parameter");
    let checker = Checker::new(profile);
    let region = (place("RegionId"), json!("cn-hangzhou"));
    for (name, value) in [
        ("ZoneId", json!("<your zone>")),
        ("Config", json!({"a": 1})),
        ("Config", json!(r#"{"requirepass":"x"}"#)),
        ("Period", json!(null)),
    ] {
        let mut request = checker.incremental();
        let is_judged = checker.recheck(
            &mut request,
            &packed(&[region.clone(), (place(name), value.clone())]),
        );
        assert!(!is_judged, "{name}: {value}");
    }
    // A secret that does not come again, a value that was not there, and what is not packed.
    let password = (place("Password"), json!("Passw0rd"));
    for changes in [
        packed(std::slice::from_ref(&region)),
        packed(&[password.clone(), (place("Period"), json!("1"))]),
        "x".to_owned(),
    ] {
        let mut request = checker.incremental();
        assert!(checker.recheck(&mut request, &packed(&[region.clone(), password.clone()])));
        assert!(!checker.recheck(&mut request, &changes), "{changes}");
    }
}

/// Findings about values beside each other stay when nothing but a secret changes.
#[test]
fn rules_only_ask_whether_a_secret_is_there() {
    for profile in PROFILES {
        let object = profile.request;
        for condition in object.rules.iter().flat_map(|rule| rule.when) {
            condition.visit_values(&mut |reference| {
                assert!(
                    !object.parameters[usize::from(reference.index)].secret,
                    "{} {reference:?}",
                    profile.id
                );
            });
        }
    }
}
