//! A stranger's document: a made-up provider with 70 parameters, lists, a map, rules that need
//! context, and names of classes of its own, as data alone. It judges, exports and generates like
//! the library's own, and what is wrong with such a file is said at its place.

#![cfg(feature = "profile-files")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use kvspec::profile_file::{self, Mistake};
use kvspec::{Checker, Code, Context, Locale, Pack, Profile, Severity, Spec, check_change, export};
use serde_json::{Value, json};

fn example(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/own-document");
    fs::read_to_string(folder.join(name)).expect("the example")
}

fn nimbus() -> &'static Profile {
    match profile_file::read(&example("nimbus.profile.json")) {
        Ok(profile) => profile,
        Err(mistakes) => panic!("{mistakes:#?}"),
    }
}

/// Errors and warnings, as they stand in a report.
fn found(checker: &Checker<'_>, order: &Value) -> Vec<String> {
    let report = checker.check(Spec::Json(&order.to_string()));
    let loud = report
        .iter()
        .filter(|found| found.severity != Severity::Info);
    let mut all: Vec<String> = loud
        .map(|found| format!("{} {} {}", found.severity.name(), found.code, found.path))
        .collect();
    all.sort();
    all
}

fn order() -> Value {
    serde_json::from_str(&example("order.json")).expect("JSON")
}

/// The example's order with other members.
fn with(changes: &Value) -> Value {
    let mut order = order();
    let members = order.as_object_mut().expect("an object");
    for (name, value) in changes.as_object().expect("an object") {
        members.insert(name.clone(), value.clone());
    }
    order
}

#[test]
fn it_is_as_large_as_a_real_one() {
    let profile = nimbus();
    assert_eq!(profile.request.parameters.len(), 70);
    let mut objects = 0;
    profile.visit_objects(&mut |_, _| objects += 1);
    assert_eq!(objects, 4);
}

#[test]
fn orders_are_judged() {
    let profile = nimbus();
    let checker = Checker::new(profile);
    assert_eq!(found(&checker, &order()), Vec::<String>::new());
    for (changes, expected) in [
        (json!({"name": 7}), "error type-mismatch /name"),
        (
            json!({"period_months": 2}),
            "error invalid-value /period_months",
        ),
        (
            json!({"billing": "on-demand"}),
            "warning ignored-parameter /period_months",
        ),
        (
            json!({"zone": "nb-west-1a"}),
            "warning zone-outside-region /zone",
        ),
        (json!({"subnet_id": null}), "error required-with /subnet_id"),
        (
            json!({"class": "nb.clu.8g.65s"}),
            "error unknown-class /class",
        ),
        (json!({"shards": 8}), "error shard-count-mismatch /shards"),
        (
            json!({"engine_version": "6.2"}),
            "error class-engine-mismatch /engine_version",
        ),
        (
            json!({"replicas": 3, "read_replicas": 3}),
            "error sum-out-of-range /read_replicas",
        ),
        (
            json!({"replica_zones": "nb-east-1b"}),
            "error type-mismatch /replica_zones",
        ),
        (
            json!({"parameters": {"timeuot": "3"}}),
            "warning config-unknown-key /parameters/timeuot",
        ),
        (
            json!({"parameters": {"timeout": "-1"}}),
            "warning config-unlikely-value /parameters/timeout",
        ),
        (
            json!({"tags": [{"value": "a"}]}),
            "error required-parameter /tags/0/key",
        ),
        (
            json!({"backup": {"copy_to_region": "nb-east-1"}}),
            "error not-distinct /backup/copy_to_region",
        ),
        (
            json!({"memory_gb": 8}),
            "warning unknown-parameter /memory_gb",
        ),
    ] {
        assert_eq!(found(&checker, &with(&changes)), [expected], "{changes}");
    }
    // A name that people use is known.
    let mut order = order();
    let class = order["class"].take();
    order.as_object_mut().expect("an object").remove("class");
    order["size"] = class;
    let report = checker.check(&order);
    let unknown = report
        .iter()
        .find(|found| found.path == "/size")
        .expect("a finding");
    assert!(
        unknown
            .message(Locale::En)
            .contains("did you mean `class`?")
    );
}

#[test]
fn its_words_are_those_of_the_file() {
    let checker = Checker::new(nimbus());
    let report = checker.check(&with(&json!({"class": "nb.stb.8g", "shards": null})));
    let found = report.iter().next().expect("a finding");
    assert_eq!(found.code, Code::UnknownClass);
    assert_eq!(
        found.message(Locale::En),
        "`nb.stb.8g` is in no list of classes (as of 2026-11-01); did you mean `nb.std.8g`?"
    );
    let report = checker.check(&with(&json!({"engine_version": "6.2"})));
    let found = report.iter().next().expect("a finding");
    assert_eq!(
        found.message(Locale::En),
        "`nb.clu.8g.4s` runs `7.2` or `8.0`, not `6.2`"
    );
    let report = checker.check(&with(&json!({"replicas": 3, "read_replicas": 3})));
    let found = report.iter().next().expect("a finding");
    assert!(found.message(Locale::Zh).ends_with("两类副本合计"));
}

#[test]
fn rules_look_beyond_the_order() {
    let profile = nimbus();
    let context = Context::from_json(
        r#"{"vSwitch": {"cidr": "10.0.0.0/24"}, "ecs": {"region": "nb-west-1"}}"#,
    )
    .expect("a context");
    let checker = Checker::new(profile).context(&context);
    assert_eq!(
        found(&checker, &with(&json!({"private_ip": "10.0.1.9"}))),
        [
            "error ip-outside-vswitch /private_ip",
            "warning region-mismatch /region"
        ]
    );
    let moved = with(&json!({"region": "nb-west-1", "zone": "nb-west-1a"}));
    let change = check_change(profile, &order(), &moved).expect("rules about changes");
    let refused: Vec<&str> = change.refused().map(|found| found.path.as_str()).collect();
    assert_eq!(refused, ["/region"]);
    let packed = Checker::new(profile).packs(&[Pack::Availability]);
    assert_eq!(
        found(&packed, &order()),
        ["warning release-unprotected /delete_protection"]
    );
    // The library's own rules of packs and context are other profiles'.
    assert_eq!(
        found(
            &Checker::new(profile).packs(Pack::ALL),
            &with(&json!({"delete_protection": true}))
        ),
        Vec::<String>::new()
    );
}

#[test]
fn it_is_exported() {
    let profile = nimbus();
    let form = serde_json::to_value(export::form(profile)).expect("JSON");
    let fields = form["fields"].as_array().expect("a list");
    assert_eq!(fields.len(), 81);
    let field = |name: &str| {
        fields
            .iter()
            .find(|field| field["name"] == name)
            .expect("a field")
    };
    assert_eq!(field("region")["label"]["zh"], "地域");
    assert_eq!(field("period_months")["constraint"]["values"][4], "36");
    let types = export::typescript(profile);
    assert!(
        types.contains("NimbusCreateCache") && types.contains("replica_zones?:"),
        "{types}"
    );
    for list in [
        "replica_zones?: readonly string[] | null;",
        "tags?: readonly NimbusCreateCacheTagsElement[] | null;",
        "parameters?: Readonly<Record<string, string | number | boolean>> | null;",
    ] {
        assert!(types.contains(list), "{list}: {types}");
    }
    let schema = export::json_schema(profile, Locale::En);
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    assert!(validator.is_valid(&order()));
    assert!(!validator.is_valid(&with(&json!({"port": 80}))));
    let written = profile_file::write(profile);
    let again = profile_file::read(&written).expect("what was written");
    assert_eq!(profile_file::write(again), written);
}

#[cfg(feature = "proptest")]
#[test]
fn test_data_is_generated() {
    use kvspec::strategy;
    use proptest::strategy::{Strategy as _, ValueTree as _};
    use proptest::test_runner::TestRunner;

    let profile = nimbus();
    let checker = Checker::new(profile);
    let schema = export::json_schema(profile, Locale::En);
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let orders = strategy::valid(profile);
    let mut runner = TestRunner::deterministic();
    let mut names = BTreeSet::new();
    for _ in 0..200 {
        let order = orders.new_tree(&mut runner).expect("an order").current();
        assert!(checker.is_valid(&order), "{order}");
        if let Err(error) = validator.validate(&order) {
            panic!("{}: {error}\n{order}", error.instance_path());
        }
        names.extend(order.as_object().expect("an object").keys().cloned());
    }
    let missing: Vec<&str> = (profile.request.parameters.iter())
        .map(|parameter| parameter.name)
        .filter(|name| !names.contains(*name))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// The example with something else in the place of a passage, and where that stands.
fn spoilt(changes: &[(&str, &str)]) -> (String, Vec<usize>) {
    let mut text = example("nimbus.profile.json");
    for (old, new) in changes {
        assert!(text.contains(old), "{old}");
        text = text.replacen(old, new, 1);
    }
    let offset = |new: &str| text.find(new).expect("the change");
    let offsets = changes.iter().map(|(_, new)| offset(new)).collect();
    (text, offsets)
}

fn mistakes(text: &str) -> Vec<Mistake> {
    profile_file::read(text).expect_err("mistakes")
}

#[test]
fn every_mistake_is_told_at_its_place() {
    // What is changed, where a mistake is found, and what is said of it.
    let cases = [
        (
            "\"wire\": \"json\"",
            "\"wire\": \"jason\"",
            "/wire",
            "there is no wire `jason`",
        ),
        (
            "\"since\": \"2026-11-01\"",
            "\"since\": \"2026-02-30\"",
            "/since",
            "no day",
        ),
        (
            "\"instance_name\": \"name\"",
            "\"instance_name\": \"nmae\"",
            "/aliases/instance_name",
            "no parameter `nmae`",
        ),
        (
            "nb.old.{memory}g\"]",
            "nb.old.{mem}g\"]",
            "/classes/families/2/forms/0",
            "stands for `mem`",
        ),
        (
            "\"min\": 1024, \"max\": 65535",
            "\"min\": 70000, \"max\": 65535",
            "/request/parameters/16/constraint",
            "70000 is more than 65535",
        ),
        (
            "\"values\": [7, 30, 90, 365]",
            "\"values\": [7, 90, 30, 365]",
            "/request/parameters/30/constraint/values/2",
            "30 does not stand behind 90",
        ),
        (
            "\"default\": \"1.2\"",
            "\"default\": \"1.1\"",
            "/request/parameters/23/default",
            "none of the values",
        ),
        (
            "\"values\": [\"password\", \"users\", \"none\"]",
            "\"valeus\": [\"password\", \"users\", \"none\"]",
            "/request/parameters/24/constraint/valeus",
            "no key `valeus`",
        ),
        (
            "\"at_least\": 3",
            "\"at_least\": 5",
            "/request/parameters/25/constraint/at_least",
            "only 4 classes",
        ),
        (
            "\"zone\": true",
            "\"zone\": \"yes\"",
            "/request/parameters/8/zone",
            "must be true or false, not a string",
        ),
        (
            "\"part\": \"shards\"",
            "\"part\": \"shard\"",
            "/request/rules/14/when/0/part",
            "no family has the part `shard`",
        ),
    ];
    for (old, new, pointer, message) in cases {
        let (text, offsets) = spoilt(&[(old, new)]);
        let found = mistakes(&text);
        let told = found.iter().find(|mistake| mistake.pointer == pointer);
        let told = told.unwrap_or_else(|| panic!("{pointer}: {found:#?}"));
        assert!(told.message(Locale::En).contains(message), "{told}");
        assert!(!told.message(Locale::Zh).is_empty());
        let span = told.span;
        assert!(
            span.start.offset <= offsets[0] + new.len() && span.end.offset >= offsets[0],
            "{told}"
        );
        let before = &text[..span.start.offset];
        assert_eq!(span.start.line, before.matches('\n').count() + 1, "{told}");
        let line = before.rsplit('\n').next().unwrap_or_default();
        assert_eq!(span.start.column, line.chars().count() + 1, "{told}");
    }
}

#[test]
fn all_mistakes_are_told_at_once() {
    let (text, _) = spoilt(&[
        ("\"id\": \"nimbus.create-cache\"", "\"id\": \"Nimbus\""),
        ("\"wire\": \"json\"", "\"wire\": 1"),
        ("\"notion\": \"region\"", "\"notion\": \"node-type\""),
        ("\"min\": 1024", "\"min\": 102400"),
        ("\"value\": \"on-demand\"", "\"value\": \"on-demnd\""),
        (
            "\"parameter\": \"public_access\"",
            "\"parameter\": \"public_acces\"",
        ),
    ]);
    let found = mistakes(&text);
    let said: Vec<String> = found.iter().map(ToString::to_string).collect();
    for wanted in [
        "small letters",
        "must be a string or an object, not a number",
        "stands for `node-type`",
        "102400 is more than 65535",
        "never has the value `on-demnd`",
        "no parameter `public_acces` here; did you mean `public_access`?",
    ] {
        assert!(
            said.iter().any(|said| said.contains(wanted)),
            "{wanted}: {said:#?}"
        );
    }
    let offsets: Vec<usize> = found
        .iter()
        .map(|mistake| mistake.span.start.offset)
        .collect();
    assert!(offsets.is_sorted());
}

/// A small file with one more member in its request, its rules, or at its top.
fn small(top: &str, constraint: &str, rule: &str) -> String {
    format!(
        r#"{{"format": "kvspec-profile/1", "id": "a.b", "title": "t", "operation": "o", "document": "d", "wire": "json",
{top}
"sample": {{"n": 4}},
"request": {{"parameters": [
{{"name": "n", "type": "integer", {constraint}"need": "required"}},
{{"name": "mode", "type": "string", "constraint": {{"kind": "one-of", "values": ["a", "b"]}}}},
{{"name": "list", "type": {{"kind": "objects", "element": {{"parameters": [{{"name": "in", "type": "string"}}]}}}}}}
], "rules": [{rule}]}}}}"#
    )
}

fn rule(when: &str) -> String {
    small(
        "",
        "",
        &format!(
            r#"{{"code": "conflicting-parameters", "at": "mode", "when": [{when}], "reason": "r"}}"#
        ),
    )
}

#[test]
fn a_small_file_is_read() {
    let text = rule(
        r#"{"kind": "present", "parameter": "n"}, {"kind": "is", "parameter": "mode", "value": "a"}"#,
    );
    let profile = profile_file::read(&text).expect("a profile");
    assert_eq!(
        found(&Checker::new(profile), &json!({"n": 4, "mode": "a"})),
        ["warning conflicting-parameters /mode"]
    );
}

#[test]
fn what_cannot_be_meant_is_refused() {
    for (text, pointer, message) in [
        (String::from("{"), "", "this is not JSON"),
        (String::from("[]"), "", "this is no profile"),
        (
            String::from(r#"{"Password": "Secret-Secret-1"}"#),
            "",
            "this is no profile",
        ),
        (
            small(r#""format": "kvspec-profile/1","#, "", ""),
            "/format",
            "is there twice",
        ),
        (
            small(r#""supersedes": "","#, "", ""),
            "/supersedes",
            "not blank",
        ),
        (
            small(
                r#""change_rules": [{"notion": "region", "reason": "r"}],"#,
                "",
                "",
            ),
            "/change_rules/0/notion",
            "stands for `region`",
        ),
        (
            small(
                "",
                r#""constraint": {"kind": "range", "min": 3000000000}, "#,
                "",
            ),
            "/request/parameters/0/constraint/min",
            "holds no number above 2147483647",
        ),
        (
            small("", r#""constraint": "range", "#, ""),
            "/request/parameters/0/constraint",
            "write it as an object",
        ),
        (
            small(
                "",
                r#""constraint": {"kind": "settings", "catalogue": "Redis"}, "#,
                "",
            )
            .replacen("integer", "map", 1),
            "/request/parameters/0/constraint/catalogue",
            "is none of",
        ),
        (
            small(
                "",
                r#""constraint": {"kind": "password", "min": 8, "max": 9, "special": ""}, "#,
                "",
            ),
            "/request/parameters/0/constraint",
            "never be shown",
        ),
        (
            small("", r#""default": 4, "#, ""),
            "/request/parameters/0/default",
            "must be a string, not a number",
        ),
        (
            rule(r#"{"kind": "is", "parameter": "mode", "value": "c"}"#),
            "/request/rules/0/when/0/value",
            "never has the value `c`",
        ),
        (
            rule(r#"{"kind": "present", "parameter": "in"}"#),
            "/request/rules/0/when/0/parameter",
            "no parameter `in` here",
        ),
        (
            rule(r#"{"kind": "present", "parameter": "../n"}"#),
            "/request/rules/0/when/0/parameter",
            "no parameter `../n` here",
        ),
        (
            rule(r#"{"kind": "present", "parameter": "n"}, {"kind": "absent", "parameter": "n"}"#),
            "/request/rules/0/when/1",
            "could never hold",
        ),
        (
            rule(r#"{"kind": "passes", "test": "hyphenated", "parameters": ["n", "mode"]}"#),
            "/request/rules/0/when/0/parameters",
            "reads 1 parameters, not 2",
        ),
        (
            rule(r#"{"kind": "passes", "test": "my-own-code", "parameters": ["n"]}"#),
            "/request/rules/0/when/0/test",
            "is none of",
        ),
        (
            rule(r#"{"kind": "class-of-no-family", "parameter": "mode"}"#),
            "/request/rules/0/when/0",
            "needs `classes`",
        ),
        (
            rule(
                r#"{"kind": "no-element", "parameter": "mode", "condition": {"kind": "present", "parameter": "in"}}"#,
            ),
            "/request/rules/0/when/0/parameter",
            "a list of objects",
        ),
        (
            rule(
                r#"{"kind": "either", "conditions": [{"kind": "no-element", "parameter": "list", "condition": {"kind": "present", "parameter": "in"}}]}"#,
            ),
            "/request/rules/0/when/0/conditions/0",
            "directly under `when`",
        ),
        (
            rule(r#"{"kind": "matches", "parameter": "mode"}"#),
            "/request/rules/0/when/0/kind",
            "there is no condition `matches`",
        ),
        (
            small(
                "",
                "",
                r#"{"code": "syntax", "when": [{"kind": "present", "parameter": "n"}], "reason": "r"}"#,
            ),
            "/request/rules/0/code",
            "`syntax` is none of",
        ),
        (
            small(
                "",
                "",
                r#"{"code": "tls-off", "when": [{"kind": "present", "parameter": "n"}], "reason": "r"}"#,
            ),
            "/request/rules/0/code",
            "`tls-off` is none of",
        ),
        (
            small("", r#""samples": [{"patch": {"n": "x"}}], "#, ""),
            "/request/parameters/0/samples/0",
            "gives `type-mismatch`",
        ),
        (
            small(
                "",
                r#""samples": [{"patch": {"n": 1}, "code": "out-of-range"}], "#,
                "",
            ),
            "/request/parameters/0/samples/0",
            "does not give `out-of-range`",
        ),
        (
            small("", "", "").replace(r#""sample": {"n": 4}"#, r#""sample": {}"#),
            "/sample",
            "`required-parameter` at /n",
        ),
    ] {
        let found = mistakes(&text);
        let told = found.iter().find(|mistake| mistake.pointer == pointer);
        let told = told.unwrap_or_else(|| panic!("{pointer} {message}: {found:#?}"));
        assert!(told.message(Locale::En).contains(message), "{told}");
        assert_eq!(found.len(), 1, "{found:#?}");
    }
}

#[test]
fn bounds_of_the_engine_are_told() {
    let rows = |count: usize, row: &dyn Fn(usize) -> String| {
        let rows: Vec<String> = (0..count).map(row).collect();
        small("", "", "").replacen(
            "[\n{\"name\": \"n\"",
            &format!("[{},\n{{\"name\": \"n\"", rows.join(",")),
            1,
        )
    };
    let text = rows(94, &|index| {
        format!(r#"{{"name": "p{index}", "type": "string"}}"#)
    });
    assert_eq!(mistakes(&text)[0].pointer, "/request/parameters");
    let text = rows(93, &|index| {
        format!(r#"{{"name": "p{index}", "type": "string"}}"#)
    });
    assert!(profile_file::read(&text).is_ok());
    // Values that decide something are told apart in one mask.
    let values: Vec<String> = (0..70).map(|value| format!("\"v{value}\"")).collect();
    let values = values.join(", ");
    let text = rows(2, &|index| {
        format!(
            r#"{{"name": "p{index}", "type": "string", "constraint": {{"kind": "one-of", "values": [{values}]}}}}"#
        )
    });
    let decide = r#""rules": [{"code": "conflicting-parameters", "when": [
        {"kind": "is", "parameter": "p0", "value": "v1"}, {"kind": "is-not", "parameter": "p1", "value": "v1"}], "reason": "r"}"#;
    let text = text.replace("\"rules\": [", decide);
    assert!(
        mistakes(&text)[0]
            .message(Locale::En)
            .contains("140 values together")
    );
    let text = text.replace(
        r#""kind": "is", "parameter": "p0", "value": "v1""#,
        r#""kind": "one-of", "parameter": "p0", "values": ["v1"]"#,
    );
    assert!(
        profile_file::read(&text).is_ok(),
        "{:#?}",
        profile_file::read(&text)
    );
}

/// Whatever stands in a file, reading it ends with a profile or with mistakes.
#[test]
fn no_file_is_too_odd() {
    fn pointers(value: &Value, at: &str, all: &mut Vec<String>) {
        all.push(at.to_owned());
        match value {
            Value::Array(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    pointers(element, &format!("{at}/{index}"), all);
                }
            }
            Value::Object(members) => {
                for (name, member) in members {
                    pointers(member, &format!("{at}/{name}"), all);
                }
            }
            _ => {}
        }
    }

    let text = example("nimbus.profile.json");
    let odd = [
        "null",
        "-1",
        "0",
        "4294967296",
        "99999999999999999999",
        "[]",
        "{}",
        "\"\"",
        "\"../name\"",
        "\"\\u0000\"",
        "true",
        "[[]]",
        "{\"kind\": \"either\"}",
        "\"no-element\"",
    ];
    let mut tree: Value = serde_json::from_str(&text).expect("JSON");
    // Every value, in its turn, is something else.
    let mut all = Vec::new();
    pointers(&tree, "", &mut all);
    let mut refused = 0;
    for (number, pointer) in all.iter().enumerate().filter(|(number, _)| number % 7 == 0) {
        let odd = serde_json::from_str(odd[number / 7 % odd.len()]).expect("JSON");
        let place = tree.pointer_mut(pointer).expect("a value");
        let kept = std::mem::replace(place, odd);
        let written = tree.to_string();
        refused += usize::from(profile_file::read(&written).is_err());
        *tree.pointer_mut(pointer).expect("a value") = kept;
    }
    assert!(
        refused > all.len() / 7 / 2,
        "{refused} of {}",
        all.len() / 7
    );
    // A text that ends anywhere is no JSON.
    for end in (0..text.len())
        .step_by(4_999)
        .filter(|end| text.is_char_boundary(*end))
    {
        assert_eq!(mistakes(&text[..end])[0].pointer, "");
    }
}
