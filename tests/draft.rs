//! The verdict on a request that is filled in value by value is at every moment that of a report
//! on the whole.

#![cfg(feature = "proptest")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

#[path = "support/right_and_wrong.rs"]
mod right_and_wrong;
mod support;

use kvspec::profile::{Kind, Object};
use kvspec::{Checker, Draft, Fields, PROFILES, Profile, strategy};
use proptest::prelude::*;
use proptest::sample::Index;
use right_and_wrong::right_and_wrong;
use serde_json::{Map, Value, json};

/// A request as a form has it: values under their paths.
#[derive(Debug, Clone)]
enum Tree {
    Leaf(Value),
    Branch(Vec<(String, Tree)>),
}

impl Tree {
    fn set(&mut self, path: &str, value: Option<Value>) {
        let (name, rest) = path.split_once('/').unwrap_or((path, ""));
        if let Self::Leaf(_) = self {
            *self = Self::Branch(Vec::new());
        }
        let Self::Branch(members) = self else {
            return;
        };
        let place = members.iter().position(|(known, _)| known == name);
        if rest.is_empty() {
            members.retain(|(known, _)| known != name);
            members.extend(value.map(|value| (name.to_owned(), Self::Leaf(value))));
            return;
        }
        let place = match (place, &value) {
            (Some(place), _) => place,
            (None, None) => return,
            (None, Some(_)) => {
                members.push((name.to_owned(), Self::Branch(Vec::new())));
                members.len() - 1
            }
        };
        members[place].1.set(rest, value);
        if matches!(&members[place].1, Self::Branch(left) if left.is_empty()) {
            members.remove(place);
        }
    }

    /// The request; elements between those that have values are empty.
    fn value(&self, object: Option<&'static Object>) -> Value {
        let members = match self {
            Self::Leaf(value) => return value.clone(),
            Self::Branch(members) => members,
        };
        let member = |(name, tree): &(String, Self)| {
            let kind = object
                .and_then(|object| object.parameter(name))
                .map(|known| known.kind);
            let value = match (kind, tree) {
                (Some(Kind::JsonArray(inner)), Self::Branch(elements)) => {
                    let place = |name: &str| name.parse::<usize>().expect("a place");
                    let count = elements.iter().map(|(name, _)| place(name) + 1).max();
                    let mut list = vec![json!({}); count.unwrap_or(0)];
                    for (name, element) in elements {
                        list[place(name)] = element.value(Some(inner));
                    }
                    Value::Array(list)
                }
                (Some(Kind::Object(inner)), _) => tree.value(Some(inner)),
                _ => tree.value(None),
            };
            (name.clone(), value)
        };
        Value::Object(members.iter().map(member).collect())
    }
}

/// The values of a request under their paths. Some objects and lists stand as a whole.
fn leaves(
    object: &'static Object,
    members: &Map<String, Value>,
    at: &str,
    whole: bool,
) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    for (name, value) in members {
        let path = format!("{at}{name}");
        match (object.parameter(name).map(|known| known.kind), value) {
            (Some(Kind::Object(inner)), Value::Object(members)) if !whole => {
                all.extend(leaves(inner, members, &format!("{path}/"), whole));
            }
            (Some(Kind::JsonArray(inner)), Value::Array(elements))
                if !whole && elements.iter().all(Value::is_object) =>
            {
                for (place, element) in elements.iter().take(4).enumerate() {
                    let members = element.as_object().expect("an object");
                    all.extend(leaves(inner, members, &format!("{path}/{place}/"), whole));
                }
            }
            _ => all.push((path, value.clone())),
        }
    }
    all
}

fn entry(path: &str, value: &Value) -> Fields {
    let mut fields = Fields::new();
    fields.value(path, value);
    fields
}

/// The values of some requests of a profile, right and wrong ones, under their paths.
fn any_values() -> impl Strategy<Value = (&'static Profile, Vec<(String, Value)>)> {
    // A form is one of a request; orders of other tools come behind them.
    (0..8_usize).prop_flat_map(|which| {
        let profile = PROFILES[which];
        let specs = right_and_wrong(profile, 3, [1, 2, 1]);
        let specs = proptest::collection::vec((specs, any::<bool>()), 1..4);
        specs.prop_map(move |specs| {
            let each = specs.iter().filter_map(|(spec, whole)| {
                Some(leaves(profile.request, spec.as_object()?, "", *whole))
            });
            (profile, each.flatten().collect())
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_draft_is_as_valid_as_its_request(
        (profile, values) in any_values(),
        steps in proptest::collection::vec((any::<Index>(), 0..5_u8), 0..60),
    ) {
        let checker = Checker::new(profile).for_form();
        let mut draft = Draft::new(profile);
        let mut tree = Tree::Branch(Vec::new());
        // All of them at first, then here and there another, or none.
        let first = (0..values.len()).map(|place| (place, false));
        let then = steps.iter().filter(|_| !values.is_empty());
        let then = then.map(|(place, gone)| (place.index(values.len()), *gone == 0));
        for (place, gone) in first.chain(then) {
            let (path, value) = &values[place];
            let value = if gone || value.is_null() { None } else { Some(value.clone()) };
            draft.set(&entry(path, value.as_ref().unwrap_or(&Value::Null)));
            tree.set(path, value);
            let Some(verdict) = draft.is_valid() else {
                continue;
            };
            let request = tree.value(Some(profile.request));
            let members = request.as_object().expect("an object");
            let fields: Fields = members.iter().map(|(name, value)| (name.as_str(), value)).collect();
            let report = checker.check(&fields);
            prop_assert_eq!(verdict, report.is_valid(), "{} {}\n{}", path, request, report);
        }
    }

    /// Without this nothing but time would tell that all was left to the report.
    #[test]
    fn an_ordinary_draft_is_judged(
        (profile, spec) in (0..5_usize).prop_flat_map(|which| {
            (Just(PROFILES[which]), strategy::valid(PROFILES[which]))
        }),
    ) {
        let mut draft = Draft::new(profile);
        prop_assert_eq!(draft.is_valid(), Some(false));
        let members = spec.as_object().expect("an object");
        let values = leaves(profile.request, members, "", false);
        // What takes a closer look: JSON in base64, and names of no parameter of an inner object.
        if values.iter().any(|(path, _)| path.ends_with("/buyScenario")) {
            return Ok(());
        }
        for (path, value) in &values {
            draft.set(&entry(path, value));
        }
        let verdict = draft.is_valid();
        prop_assert!(verdict == Some(true) || (verdict.is_none() && !spec.to_string().is_ascii()), "{:?} {}", verdict, spec);
    }
}

#[test]
fn what_is_out_of_the_ordinary_takes_a_closer_look() {
    for path in ["regionid", "RegionId/x", "Nonsense/x", ""] {
        let mut draft = Draft::new(PROFILES[1]);
        draft.set(&entry("RegionId", &json!("cn-hangzhou")));
        draft.set(&entry("Capacity", &json!(1024)));
        assert_eq!(draft.is_valid(), Some(true));
        draft.set(&entry(path, &json!("x")));
        let expected = path.is_empty().then_some(true);
        assert_eq!(draft.is_valid(), expected, "{path}");
    }
    for path in [
        "Instances/00/RegionId",
        "Instances/1000/RegionId",
        "Instances/x/y",
        "Instances/0",
    ] {
        let mut draft = Draft::new(PROFILES[2]);
        draft.set(&entry(path, &json!("x")));
        assert_eq!(draft.is_valid(), None, "{path}");
    }
}

#[test]
fn lists_grow_and_shrink() {
    let batch = PROFILES
        .iter()
        .find(|profile| profile.id == "alibaba.create-instances")
        .expect("a profile");
    let mut draft = Draft::new(batch);
    let mut set = |path: &str, value: Value| {
        draft.set(&entry(path, &value));
        draft.is_valid()
    };
    assert_eq!(
        set("Instances/0/RegionId", json!("cn-hangzhou")),
        Some(false)
    );
    assert_eq!(set("Instances/0/izNo", json!("cn-hangzhou-b")), Some(false));
    assert_eq!(set("Instances/0/Capacity", json!(1024)), Some(true));
    // The element between is empty.
    assert_eq!(set("Instances/2/Capacity", json!(1024)), Some(false));
    assert_eq!(set("Instances/2/Capacity", Value::Null), Some(true));
    assert_eq!(set("Instances/0/ChargeType", json!("PrePaid")), Some(false));
    assert_eq!(set("Instances/0/Period", json!("10")), Some(false));
    assert_eq!(set("Instances/0/Period", json!("12")), Some(true));
    assert_eq!(set("Instances", json!("[]")), Some(false));
    assert_eq!(set("Instances/0/RegionId", Value::Null), Some(false));
}

/// What is no path is the name of nothing, above all not of what it nearly spells.
#[test]
fn a_name_that_is_no_path_takes_a_closer_look() {
    let mut elements = Draft::new(PROFILES[2]);
    for (path, value) in [
        ("Instances/0/RegionId", json!("cn-hangzhou")),
        ("Instances/0/izNo", json!("cn-hangzhou-b")),
        ("Instances/0/Capacity", json!(1024)),
    ] {
        elements.set(&entry(path, &value));
    }
    assert_eq!(elements.is_valid(), Some(true));
    for path in [
        "Token/",
        "Instances/",
        "Instances/0/",
        "Instances/00/BackupId",
        "Instances/+0/BackupId",
        "Instances//BackupId",
        "Instances/0/BackupId/",
        "/Token",
    ] {
        let mut draft = elements.clone();
        draft.set(&entry(path, &json!("a")));
        assert_eq!(draft.is_valid(), None, "{path}");
    }
    // A request with such a name lacks the parameter.
    let mut draft = Draft::new(PROFILES[1]);
    draft.set(&entry("RegionId/", &json!("cn-hangzhou")));
    draft.set(&entry("Capacity", &json!(1024)));
    assert_eq!(draft.is_valid(), None);
}

/// JSON in an element is left to the report, and the element is not empty with it.
#[test]
fn json_in_an_element_takes_a_closer_look() {
    let mut draft = Draft::new(PROFILES[2]);
    let mut set = |path: &str, value: Value| {
        draft.set(&entry(path, &value));
        draft.is_valid()
    };
    for (name, value) in [
        ("RegionId", json!("cn-hangzhou")),
        ("izNo", json!("cn-hangzhou-b")),
        ("Capacity", json!(1024)),
    ] {
        set(&format!("Instances/0/{name}"), value);
    }
    assert_eq!(set("Instances/0/BackupId", json!({"a": 1})), None);
    assert_eq!(set("Instances/0/BackupId", Value::Null), Some(true));
    // It is all that there is in another element.
    assert_eq!(set("Instances/1/BackupId", json!({"a": 1})), None);
    for (name, value) in [
        ("RegionId", json!("cn-hangzhou")),
        ("izNo", json!("cn-hangzhou-b")),
        ("Capacity", json!(1024)),
    ] {
        set(&format!("Instances/1/{name}"), value);
    }
    assert_eq!(set("Instances/1/BackupId", Value::Null), Some(true));
}

/// The number of a parameter is as good as its name.
#[test]
fn parameters_can_be_told_by_number() {
    for profile in &PROFILES[..4] {
        let sample: Value = serde_json::from_str(profile.sample).expect("a sample is JSON");
        let mut draft = Draft::new(profile);
        let mut verdicts = vec![draft.is_valid()];
        for (number, parameter) in (0..).zip(profile.request.parameters) {
            let text = match &sample[parameter.name] {
                Value::Null => continue,
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            let length = u8::try_from(text.len()).expect("a short value");
            assert!(length < 0x7f, "{text}");
            draft.set_packed(&format!(
                "{{{}3{}{text}",
                char::from(number),
                char::from(length)
            ));
            verdicts.push(draft.is_valid());
        }
        assert_eq!(verdicts.pop(), Some(Some(true)), "{}", profile.id);
        assert!(verdicts.contains(&Some(false)), "{}", profile.id);
        draft.set_packed(&format!("{{{}0\0", char::from(0)));
        draft.set_packed("{\u{70}0\0");
        assert_eq!(draft.is_valid(), None);
    }
}
