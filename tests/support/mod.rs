//! Requests made from the tables: the profile's own sample with a few changes, each a value of a
//! row's samples or one of those that break things.

#![allow(dead_code, reason = "each test uses what it needs")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use kvspec::profile::{Kind, Object};
use kvspec::{Checker, Code, Profile, Severity, export};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// One change to one object of a request.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    object: u8,
    parameter: u8,
    value: u16,
    name: u8,
}

/// Objects of a profile with the pointers under which they stand.
pub(crate) fn objects(profile: &'static Profile) -> Vec<(String, &'static Object)> {
    let mut list = Vec::new();
    profile.visit_objects(&mut |at, object| list.push((at.to_owned(), object)));
    list
}

/// Values that a row's own samples give to it.
fn sampled(parameter: &kvspec::profile::Parameter) -> Vec<Value> {
    parameter
        .samples
        .iter()
        .filter_map(|sample| {
            let patch: Value = serde_json::from_str(sample.patch).expect("a patch is JSON");
            patch.get(parameter.name).cloned()
        })
        .collect()
}

/// Values that are wrong, odd or at a boundary somewhere.
fn odd() -> Vec<Value> {
    let long = |unit: &str, count: usize| Value::from(unit.repeat(count));
    vec![
        Value::Null,
        json!(""),
        json!(" \u{3000}\t"),
        json!(true),
        json!(false),
        json!("true"),
        json!(" false "),
        json!("True"),
        json!(0),
        json!(1),
        json!("1"),
        json!("01"),
        json!(" 12\u{a0}"),
        json!(12),
        json!(12.0),
        json!("12.0"),
        json!(-1),
        json!(10),
        json!(60),
        json!(300),
        json!(301),
        json!("301"),
        json!(1e30),
        json!(2.8),
        json!(5.0),
        json!("5.0"),
        json!("５.０"),
        json!([]),
        json!({}),
        json!([1]),
        json!("[]"),
        json!("{}"),
        json!("[{}]"),
        json!("{\"a\":1,\"a\":2}"),
        json!("PrePaid"),
        json!(" PostPaid"),
        json!("prepaid"),
        json!("VPC"),
        json!("CLASSIC"),
        json!("Subscription"),
        json!("Pay-As-You-Go"),
        json!("prepaid_by_duration"),
        json!("month"),
        json!("year"),
        json!("a"),
        json!("ab"),
        json!("缓存"),
        json!("\u{20000}\u{20001}"),
        json!("a\u{301}\u{302}"),
        json!("a b"),
        json!("a@b"),
        json!("a”b"),
        json!("a-b_c"),
        json!("_a"),
        json!("Pass!123456"),
        json!("Passw0rd"),
        json!("password"),
        json!("PASSWORD1"),
        json!("Pass 1234"),
        json!("Пароль123Aa"),
        json!("10.0.0.1"),
        json!("10.0.0.256"),
        json!("10.0.0.01"),
        json!(" 8.8.8.8"),
        json!("e30="),
        json!("eyJhY3Rpdml0eSI6eyJhY3Rpdml0eVR5cGUiOiJhIiwiYWN0aXZpdHlJZGVudGlmaWVyIjoiYiJ9fQ=="),
        json!("\r\n".repeat(40)),
        long("a", 64),
        long("a", 65),
        long("Aa1", 10),
        long("Aa1!", 8),
        long("Aa1!", 9),
        long("Aa1a", 5),
        long("a", 80),
        long("a", 81),
        long("a", 128),
        long("a", 129),
        long("中", 32),
        long("中", 33),
        long("a\u{301}", 100),
        long("a", 256),
        long("a", 257),
    ]
}

/// A few changes.
pub(crate) fn changes(most: usize) -> impl Strategy<Value = Vec<Change>> {
    proptest::collection::vec(any::<[u8; 5]>().prop_map(change), 0..=most)
}

/// The change that these bytes stand for.
pub(crate) fn change([object, parameter, high, low, name]: [u8; 5]) -> Change {
    Change {
        object,
        parameter,
        value: u16::from_be_bytes([high, low]),
        name,
    }
}

/// A profile's sample with changes. A list is written as an array, or with `quoted` as the
/// documents have it, in a string.
pub(crate) fn request(profile: &'static Profile, changes: &[Change], quoted: bool) -> Value {
    let mut spec: Value = serde_json::from_str(profile.sample).expect("a sample is JSON");
    unquote(profile, &mut spec);
    let objects = objects(profile);
    for change in changes {
        let (at, object) = &objects[usize::from(change.object) % objects.len()];
        let pointer = at.replace('*', "0");
        let Some(Value::Object(members)) = spec.pointer_mut(&pointer) else {
            continue;
        };
        let parameter = &object.parameters[usize::from(change.parameter) % object.parameters.len()];
        let mut pool = sampled(parameter);
        // Half of the values are the row's own.
        let odd = odd();
        let own = pool.len();
        pool.extend(odd);
        let choices = if own > 0 && change.name % 2 == 0 {
            own
        } else {
            pool.len()
        };
        let pick = usize::from(change.value) % choices;
        let name = match change.name {
            0..=4 => parameter.name.to_ascii_uppercase(),
            5..=8 => parameter.name.to_ascii_lowercase(),
            9..=12 => format!("{}x", parameter.name),
            _ => parameter.name.to_owned(),
        };
        if change.name > 245 {
            members.remove(&name);
        } else {
            members.insert(name, pool.swap_remove(pick));
        }
    }
    if quoted {
        quote(profile, &mut spec);
    }
    spec
}

fn lists(profile: &'static Profile) -> impl Iterator<Item = &'static str> {
    profile
        .request
        .parameters
        .iter()
        .filter(|parameter| matches!(parameter.kind, Kind::JsonArray(_)))
        .map(|parameter| parameter.name)
}

/// Turns lists in strings into arrays.
pub(crate) fn unquote(profile: &'static Profile, spec: &mut Value) {
    for name in lists(profile) {
        if let Some(Value::String(text)) = spec.get(name) {
            let list = serde_json::from_str(text).expect("a list");
            spec[name] = list;
        }
    }
}

/// Turns arrays into strings.
pub(crate) fn quote(profile: &'static Profile, spec: &mut Value) {
    for name in lists(profile) {
        if let Some(list @ Value::Array(_)) = spec.get(name) {
            let text = list.to_string();
            spec[name] = text.into();
        }
    }
}

/// A pointer with every index replaced by `*`.
pub(crate) fn general(path: &str) -> String {
    path.split('/')
        .map(|part| {
            let index = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            if index { "*" } else { part }
        })
        .collect::<Vec<_>>()
        .join("/")
}

/// An empty object, for patches.
pub(crate) fn nothing() -> Value {
    Value::Object(Map::new())
}

/// The errors of a request that its schema should see.
pub(crate) fn expressible(profile: &'static Profile, spec: &Value) -> Vec<(Code, String)> {
    let unsaid = export::not_expressed(profile);
    // A pointer that ends with `*` stands for all inside.
    let covers = |pointer: &str, path: &str| {
        pointer.is_empty()
            || pointer == path
            || (pointer.ends_with("/*") && path.starts_with(pointer))
    };
    let is_unsaid = |code: Code, path: &str| {
        unsaid
            .iter()
            .any(|each| each.code == code && covers(&each.path, path))
    };
    // Beside a documented name with `null` another spelling of it counts; to a schema the name is
    // there.
    let is_beside_null = |found: &kvspec::Diagnostic| {
        let (at, _) = found.path.rsplit_once('/').unwrap_or_default();
        let named = found.parameter.map(|name| format!("{at}/{name}"));
        found.code == Code::ParameterCase
            && named.is_some_and(|path| spec.pointer(&path) == Some(&Value::Null))
    };
    Checker::new(profile)
        .check(spec)
        .into_iter()
        .filter(|found| found.severity == Severity::Error && !is_beside_null(found))
        .map(|found| (found.code, general(&found.path)))
        .filter(|(code, path)| !is_unsaid(*code, path))
        .collect()
}
