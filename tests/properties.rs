//! What holds for every request, whatever stands in it.

#![cfg(feature = "proptest")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

#[path = "support/right_and_wrong.rs"]
mod right_and_wrong;
mod support;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use kvspec::diagnostic::{Applicability, Arg, apply_edits};
use kvspec::profile::Wire;
use kvspec::request::{
    ConsoleOrder, CreateCacheInstance, CreateCacheInstance2026, CreateInstance, CreateInstance2026,
    CreateInstances, CreateTairInstance, Invalid, Request,
};
use kvspec::text::Length;
use kvspec::{
    Checker, Code, Diagnostic, Fields, InputFormat, Linter, Locale, PROFILES, Profile, Report, Run,
    Severity, Spec, redact, strategy,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use right_and_wrong::right_and_wrong;
use serde_json::{Value, json};

/// So many cases, unless `PROPTEST_CASES` says otherwise.
fn config(cases: u32) -> ProptestConfig {
    let wanted = ProptestConfig::default();
    ProptestConfig {
        cases: std::env::var_os("PROPTEST_CASES").map_or(cases, |_| wanted.cases),
        failure_persistence: None,
        ..wanted
    }
}

/// A profile that a failing test names instead of printing its whole table.
#[derive(Clone, Copy)]
struct Under(&'static Profile);

impl std::fmt::Debug for Under {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.id)
    }
}

/// A profile, and a request of it that may be anything between right and wrong.
fn any_request() -> impl Strategy<Value = (Under, Value)> {
    // Orders of other tools come behind the requests.
    (0..8_usize).prop_flat_map(|which| {
        let profile = PROFILES[which];
        (Just(Under(profile)), right_and_wrong(profile, 5, [3, 1, 1]))
    })
}

/// The same as JSON text in varied spelling.
fn any_text() -> impl Strategy<Value = (Under, String)> {
    (any_request(), strategy::json_text(Just(json!({}))))
        .prop_flat_map(|((profile, spec), _)| (Just(profile), strategy::json_text(Just(spec))))
}

/// A request in its query form, and as the value that a query is.
fn any_flat_request() -> impl Strategy<Value = (Under, Value, String)> {
    any_request()
        .prop_filter("no query", |(Under(profile), _)| {
            profile.wire == Wire::QUERY
        })
        .prop_flat_map(|(Under(profile), spec)| {
            let flat = flattened(profile, &spec);
            let query = strategy::query_text(profile, Just(flat.clone()));
            (Just(Under(profile)), Just(flat), query)
        })
}

/// What a query string can hold of a request: texts. `Action` is written out.
fn flattened(profile: &'static Profile, spec: &Value) -> Value {
    let mut flat = serde_json::Map::new();
    for (name, value) in spec.as_object().expect("an object") {
        let text = match value {
            Value::Null => continue,
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        flat.insert(name.clone(), text.into());
    }
    if profile.request.parameter("Action").is_some() {
        // Only in a query is an empty one a missing one.
        let action = flat.entry("Action").or_insert_with(|| "".into());
        if action.as_str().is_some_and(|text| text.trim().is_empty()) {
            *action = profile.operation.into();
        }
    }
    Value::Object(flat)
}

/// Whether some object has one name in two spellings, of which the last is judged.
fn has_two_spellings(value: &Value) -> bool {
    match value {
        Value::Object(members) => {
            let names: BTreeSet<String> = members
                .keys()
                .map(|name| name.to_ascii_lowercase())
                .collect();
            names.len() < members.len() || members.values().any(has_two_spellings)
        }
        Value::Array(elements) => elements.iter().any(has_two_spellings),
        _ => false,
    }
}

/// What tells findings apart, whatever the form of the request.
type Key = (Code, Severity, String, Option<&'static str>);

fn key(found: &Diagnostic) -> Key {
    (
        found.code,
        found.severity,
        found.path.to_string(),
        found.parameter,
    )
}

fn keys(report: &Report) -> Vec<Key> {
    let mut keys: Vec<Key> = report.iter().map(key).collect();
    keys.sort();
    keys
}

/// Published findings about a text as they are about what has none: without places in it.
fn placeless(findings: &Value) -> Value {
    let mut findings = findings.clone();
    for found in findings.as_array_mut().expect("a list") {
        let found = found.as_object_mut().expect("a finding");
        found.remove("span");
        if let Some(fix) = found.get_mut("fix") {
            fix["edits"] = json!([]);
        }
    }
    findings
}

/// The text with all safe fixes applied, until there are none.
fn fixed(profile: &'static Profile, text: &str) -> (String, usize) {
    let mut text = text.to_owned();
    for round in 0..8 {
        let report = Checker::new(profile).check(Spec::Json(&text));
        let edits: Vec<_> = report.edits(false).cloned().collect();
        if edits.is_empty() {
            return (text, round);
        }
        text = apply_edits(&text, &edits);
    }
    (text, 8)
}

proptest! {
    #![proptest_config(config(800))]

    #[test]
    fn text_and_value_are_judged_alike((Under(profile), text) in any_text()) {
        let value: Value = serde_json::from_str(&text).expect("JSON");
        // A `Value` has its members in an order of its own.
        let text = if has_two_spellings(&value) { value.to_string() } else { text };
        let checker = Checker::new(profile);
        let (of_text, of_value) = (checker.check(Spec::Json(&text)), checker.check(&value));
        prop_assert_eq!(keys(&of_text), keys(&of_value), "{}", text);
        prop_assert_eq!(checker.is_valid(Spec::Json(&text)), of_text.is_valid());
        prop_assert_eq!(checker.is_valid(&value), of_value.is_valid());
        // Words are the same too: they come from the arguments.
        for locale in [Locale::En, Locale::Zh] {
            let words = |report: &Report| {
                let mut words: Vec<String> = report.iter().map(|f| f.message(locale)).collect();
                words.sort();
                words
            };
            prop_assert_eq!(words(&of_text), words(&of_value), "{}", text);
        }
    }

    #[test]
    fn fields_and_text_are_judged_alike((Under(profile), spec) in any_request(), again in any::<u8>()) {
        let members = spec.as_object().expect("an object");
        // Some name a second time, with the value of another one.
        let twice = members.len() > 1 && again < 64;
        let second = members.keys().nth(usize::from(again) % members.len().max(1));
        let pairs: Vec<(&str, &Value)> = members
            .iter()
            .map(|(name, value)| (name.as_str(), value))
            .chain(second.filter(|_| twice).map(|name| (name.as_str(), &members[members.keys().next().expect("one")])))
            .collect();
        let text: Vec<String> =
            pairs.iter().map(|(name, value)| format!("{}:{value}", Value::from(*name))).collect();
        let text = format!("{{{}}}", text.join(","));
        let fields: Fields = pairs.into_iter().collect();
        let checker = Checker::new(profile);
        let (of_text, of_fields) = (checker.check(Spec::Json(&text)), checker.check(&fields));
        for locale in [Locale::En, Locale::Zh] {
            prop_assert_eq!(
                placeless(&serde_json::to_value(of_text.published(locale)).expect("JSON")),
                serde_json::to_value(of_fields.published(locale)).expect("JSON"),
                "{}", text
            );
        }
        prop_assert_eq!(checker.is_valid(&fields), of_text.is_valid(), "{}", text);
    }

    #[test]
    fn query_and_value_are_judged_alike((Under(profile), flat, query) in any_flat_request()) {
        // A query and a value have their members in different orders.
        prop_assume!(!has_two_spellings(&flat) && !has_booleans_of_python(&flat));
        let checker = Checker::new(profile);
        let (of_query, of_value) = (checker.check(Spec::Query(&query)), checker.check(&flat));
        // That a `+` is a space is said of a query only.
        let mut said = keys(&of_query);
        said.retain(|(code, ..)| *code != Code::PlusIsSpace);
        let mut known = keys(&of_value);
        // Behind a password, a name that no parameter is near to may be a piece of it, and is not shown.
        if said.iter().any(|(_, _, path, _)| path.as_str() == "/***") {
            for found in [&mut said, &mut known] {
                found.retain(|(code, ..)| *code != Code::UnknownParameter);
            }
        }
        prop_assert_eq!(said, known, "{}\n{}", query, flat);
        prop_assert_eq!(checker.is_valid(Spec::Query(&query)), of_query.is_valid());
    }

    #[test]
    fn a_line_and_a_linter_judge_alike((Under(profile), spec) in any_request()) {
        let text = spec.to_string();
        let report = Checker::new(profile).check(Spec::Json(&text));
        for (format, prefix) in [(InputFormat::Json, "["), (InputFormat::Ndjson, "\n")] {
            let whole = if prefix == "[" { format!("[{text}]") } else { format!("\n{text}\n") };
            let linted = Linter::new().profile(profile).format(format).lint(&whole, &mut Run::new());
            prop_assert_eq!(linted.len(), 1);
            let found: Vec<Key> = linted[0].diagnostics.iter().map(key).collect();
            let direct: Vec<Key> = report.iter().map(key).collect();
            prop_assert_eq!(found, direct, "{}", whole);
        }
    }

    #[test]
    fn safe_fixes_end_and_never_add_a_finding((Under(profile), text) in any_text()) {
        let before = Checker::new(profile).check(Spec::Json(&text));
        let (after_text, rounds) = fixed(profile, &text);
        prop_assert!(rounds < 8, "fixes do not end: {text}");
        let after = Checker::new(profile).check(Spec::Json(&after_text));
        let known: BTreeSet<(Code, Option<&str>)> =
            before.iter().map(|found| (found.code, found.parameter)).collect();
        for found in &after {
            prop_assert!(
                known.contains(&(found.code, found.parameter)),
                "{found:?} is new\nin {after_text}\nfrom {text}"
            );
        }
        prop_assert!(after.counts().errors <= before.counts().errors, "{text}\n{after_text}");
        let left = after.iter().filter_map(|found| found.fix.as_ref());
        let safe = left.filter(|fix| fix.applicability == Applicability::Safe && !fix.edits.is_empty());
        prop_assert_eq!(safe.count(), 0);
    }

    #[test]
    fn a_level_only_leaves_out((Under(profile), text) in any_text()) {
        let checker = Checker::new(profile);
        let all = checker.check(Spec::Json(&text));
        for least in [Severity::Info, Severity::Warning, Severity::Error] {
            let some = checker.level(least).check(Spec::Json(&text));
            let expected: Vec<_> = all.iter().filter(|found| found.severity >= least).collect();
            prop_assert_eq!(some.iter().collect::<Vec<_>>(), expected);
            prop_assert_eq!(some.is_valid(), all.is_valid());
        }
    }

    #[test]
    fn edits_and_patches_say_the_same((Under(profile), text) in any_text()) {
        let report = Checker::new(profile).check(Spec::Json(&text));
        for found in &report {
            let Some(fix) = &found.fix else { continue };
            let patch = fix.patch();
            if fix.edits.is_empty() || patch.is_empty() {
                continue;
            }
            let edited = apply_edits(&text, &fix.edits);
            let edited: Value = serde_json::from_str(&edited).expect("still JSON");
            let value: Value = serde_json::from_str(&text).expect("JSON");
            let patched = patched(value, &serde_json::to_value(&patch).expect("JSON"));
            prop_assert_eq!(edited, patched, "{:?} in {}", found, text);
        }
    }

    #[test]
    fn spans_slice_the_source((Under(profile), text) in any_text()) {
        let value: Value = serde_json::from_str(&text).expect("JSON");
        for found in &Checker::new(profile).check(Spec::Json(&text)) {
            let span = found.span.expect("a finding in a text has a place");
            let slice = &text[span.start.offset..span.end.offset];
            // Lines and columns as an editor counts them.
            for position in [span.start, span.end] {
                let before = &text[..position.offset];
                prop_assert_eq!(position.line, before.matches('\n').count() + 1);
                let line = before.rsplit('\n').next().unwrap_or_default();
                prop_assert_eq!(position.column, line.chars().count() + 1);
            }
            let Some(stands) = value.pointer(&found.path) else {
                prop_assert!(slice == "{" || found.path.contains("Instances/"), "{slice} {found:?}");
                continue;
            };
            let name = found.path.rsplit('/').next().unwrap_or_default();
            let read: Option<Value> = serde_json::from_str(slice).ok();
            let is_key = read.as_ref().and_then(Value::as_str) == Some(name);
            let is_value = read.as_ref() == Some(stands);
            prop_assert!(is_key || is_value || slice == "{", "{slice} is not {}: {text}", found.path);
        }
    }

    /// Counts are those of other programs: UTF-16 units as JavaScript has them in `length`.
    #[test]
    fn lengths_are_those_of_other_programs(text in any::<String>(), (_, order) in any_text()) {
        for text in [text, order] {
            let length = Length::of(&text);
            prop_assert_eq!(length.utf16, text.encode_utf16().count());
            prop_assert_eq!(length.scalars, text.chars().count());
            prop_assert!(length.clusters <= length.scalars);
        }
    }

    #[test]
    fn locale_changes_words_only((Under(profile), text) in any_text()) {
        let report = Checker::new(profile).check(Spec::Json(&text));
        let of = |locale| serde_json::to_value(report.published(locale)).expect("JSON");
        let (mut en, mut zh) = (of(Locale::En), of(Locale::Zh));
        let args = report.iter().flat_map(|found| found.args.iter());
        let phrases: BTreeSet<&str> = args
            .filter_map(|(_, arg)| match arg {
                Arg::Bilingual(phrase) => Some([phrase.en, phrase.zh]),
                _ => None,
            })
            .flatten()
            .collect();
        for published in [&mut en, &mut zh] {
            for found in published.as_array_mut().expect("a list") {
                let found = found.as_object_mut().expect("an object");
                found.remove("message");
                found.remove("help");
                // So are the phrases among the arguments, each in its place.
                for (_, value) in found["args"].as_object_mut().expect("an object") {
                    if value.as_str().is_some_and(|text| phrases.contains(text)) {
                        *value = json!("a phrase");
                    }
                }
                if let Some(fix) = found.get_mut("fix") {
                    fix.as_object_mut().expect("an object").remove("title");
                }
            }
        }
        prop_assert_eq!(en, zh);
    }

    /// A name that nobody knows, and a wrong value where nothing looks at it, leave what else is
    /// found as it is.
    #[test]
    fn an_unrelated_mistake_removes_no_finding((Under(profile), spec) in any_request(), which in 0..3_u8) {
        let before = keys(&Checker::new(profile).check(&spec));
        let mut worse = spec.clone();
        match which {
            0 => worse["zzQuiteUnknown"] = json!(1),
            1 => worse["x-Secret-Access-Key"] = json!("abc"),
            _ => worse["Tokens of the king"] = json!([[]]),
        }
        let after = keys(&Checker::new(profile).check(&worse));
        for found in before {
            prop_assert!(after.contains(&found), "{found:?} is gone from {worse}");
        }
    }
}

/// Found by the property above: a value was replaced inside an array that was being put into a
/// string, and what came out was no JSON.
#[test]
fn an_array_goes_into_a_string_before_what_is_in_it_is_mended() {
    let profile = Profile::by_id("alibaba.create-instances").expect("a profile");
    let text =
        r#"{"Instances": [{"RegionId": " cn-hangzhou", "izNo": "cn-hangzhou-b", "Capacity": 1}]}"#;
    let report = Checker::new(profile).check(Spec::Json(text));
    let once = apply_edits(text, report.edits(false));
    let read: Value = serde_json::from_str(&once).expect("still JSON");
    assert!(
        read["Instances"]
            .as_str()
            .expect("a string")
            .contains("\" cn-hangzhou\"")
    );
    let (twice, _) = fixed(profile, text);
    let read: Value = serde_json::from_str(&twice).expect("still JSON");
    assert!(
        read["Instances"]
            .as_str()
            .expect("a string")
            .contains("\"cn-hangzhou\"")
    );
}

/// Found by the properties above: two spellings of one name were both renamed to it, and a
/// misspelt name to one that stood there with `null`.
#[test]
fn no_fix_gives_a_name_twice() {
    let fixes = |id: &str, text: &str| -> Vec<Code> {
        let profile = Profile::by_id(id).expect("a profile");
        let report = Checker::new(profile).check(Spec::Json(text));
        let with_fix = report.iter().filter(|found| found.fix.is_some());
        with_fix.map(|found| found.code).collect()
    };
    let id = "alibaba.create-instance.cn";
    let once = r#"{"RegionId": "cn-hangzhou", "CAPACITY": 1}"#;
    assert_eq!(fixes(id, once), [Code::ParameterCase]);
    let twice = r#"{"RegionId": "cn-hangzhou", "CAPACITY": 1, "capacity": 1}"#;
    assert_eq!(fixes(id, twice), []);
    let misspelt = r#"{"RegionId": "cn-hangzhou", "Capacity": 1, "ZoneIdd": "cn-hangzhou-a"}"#;
    assert_eq!(fixes(id, misspelt), [Code::UnknownParameter]);
    let beside_null =
        r#"{"RegionId": "cn-hangzhou", "Capacity": 1, "ZoneIdd": "cn-hangzhou-a", "ZoneId": null}"#;
    assert_eq!(fixes(id, beside_null), []);
    // Two names that may both be meant for a third: one of them may be.
    let alike =
        r#"{"RegionId": "cn-hangzhou", "Capacity": 1, "ZoneIdd": "cn-hangzhou-a", "ZneId": ""}"#;
    assert_eq!(fixes(id, alike), [Code::UnknownParameter]);
    let repeated =
        r#"{"RegionId": "cn-hangzhou", "Capacity": 1, "ZoneIdd": "cn-hangzhou-a", "ZoneIdd": ""}"#;
    assert_eq!(fixes(id, repeated), []);
}

/// Renaming one of two would take the error away and leave the other behind as an unknown name.
#[test]
fn a_name_given_twice_is_not_renamed() {
    let profile = Profile::by_id("alibaba.create-instances").expect("a profile");
    let has = |report: &Report, code| report.iter().any(|found| found.code == code);
    for text in [
        r#"{"instances": null, "Token": "a", "instances": [{}]}"#,
        r#"{"Instances": [{"capacity": 1, "capacity": 1}]}"#,
        r#"{"Instances": [{}], "timestamp": "", "times\u0074amp": ""}"#,
    ] {
        let report = Checker::new(profile).check(Spec::Json(text));
        let found = report
            .iter()
            .find(|found| found.code == Code::ParameterCase);
        assert_eq!(found.expect("another case").fix, None, "{text}");
        assert!(has(&report, Code::DuplicateParameter));
        let (fixed, _) = fixed(profile, text);
        let report = Checker::new(profile).check(Spec::Json(&fixed));
        assert!(has(&report, Code::DuplicateParameter), "{fixed}");
        assert!(!has(&report, Code::UnknownParameter), "{fixed}");
    }
}

/// Applies a JSON Patch of the kinds that fixes have.
fn patched(mut value: Value, patch: &Value) -> Value {
    for operation in patch.as_array().expect("a list") {
        let pointer = |name: &str| operation[name].as_str().expect("a pointer").to_owned();
        let take = |value: &mut Value, at: &str| {
            let (parent, name) = at.rsplit_once('/').expect("a member");
            let name = name.replace("~1", "/").replace("~0", "~");
            let parent = value.pointer_mut(parent).expect("it is there");
            parent
                .as_object_mut()
                .expect("an object")
                .remove(&name)
                .expect("it is there")
        };
        match operation["op"].as_str() {
            Some("remove") => {
                take(&mut value, &pointer("path"));
            }
            Some("replace") => {
                *value.pointer_mut(&pointer("path")).expect("it is there") =
                    operation["value"].clone();
            }
            Some("add") => {
                let target = pointer("path");
                let (parent, name) = target.rsplit_once('/').expect("a member");
                let parent = value.pointer_mut(parent).expect("it is there");
                let members = parent.as_object_mut().expect("an object");
                let before = members.insert(name.to_owned(), operation["value"].clone());
                assert_eq!(before, None, "it was there");
            }
            Some("move") => {
                let moved = take(&mut value, &pointer("from"));
                let target = pointer("path");
                let (parent, name) = target.rsplit_once('/').expect("a member");
                let parent = value.pointer_mut(parent).expect("it is there");
                parent
                    .as_object_mut()
                    .expect("an object")
                    .insert(name.to_owned(), moved);
            }
            other => panic!("{other:?}"),
        }
    }
    value
}

/// Whether a text stands there that is a boolean in a query alone, where SDKs for Python send it.
fn has_booleans_of_python(spec: &Value) -> bool {
    let mut members = spec.as_object().expect("an object").values();
    members.any(|value| matches!(value.as_str(), Some("True" | "False")))
}

fn typed_agrees<T>(profile: &'static Profile, cases: u32)
where
    T: Request + serde::de::DeserializeOwned + std::fmt::Debug + Clone + 'static,
{
    let mut runner = TestRunner::new(config(cases));
    runner
        .run(&strategy::typed_under::<T>(profile), |request| {
            let value = request.to_value();
            let direct = Checker::new(profile).check(&value);
            let typed = request.check_under(profile).expect("one of its profiles");
            prop_assert_eq!(keys(&typed), keys(&direct));
            // What is written is read again.
            let again: T = serde_json::from_value(value.clone()).expect("the same type");
            prop_assert_eq!(again.to_value(), value);
            Ok(())
        })
        .expect("both agree");
}

#[test]
fn typed_requests_are_judged_like_their_values() {
    for profile in CreateInstance::PROFILES {
        typed_agrees::<CreateInstance>(profile, 150);
    }
    typed_agrees::<CreateInstances>(CreateInstances::PROFILES[0], 150);
    typed_agrees::<ConsoleOrder>(ConsoleOrder::PROFILES[0], 150);
    typed_agrees::<CreateCacheInstance>(CreateCacheInstance::PROFILES[0], 150);
}

/// What a typed request holds, right or wrong, is judged alike by every reader that takes it: as
/// itself, as a value, as text, as a line, and as a query string; and read from text in one step.
/// The type holds all of it.
fn readers_agree<T>(
    profile: &'static Profile,
    spec: &Value,
    query: impl FnOnce(Value) -> String,
) -> Result<(), TestCaseError>
where
    T: Request + serde::de::DeserializeOwned + std::fmt::Debug + Clone + 'static,
{
    let request: T = serde_json::from_value(spec.clone()).expect("it takes whatever there is");
    let checker = Checker::new(profile);
    let value = request.to_value();
    let text = value.to_string();
    let typed = keys(&request.check_under(profile).expect("one of its profiles"));
    prop_assert_eq!(&typed, &keys(&checker.check(&value)), "{}", text);
    prop_assert_eq!(&typed, &keys(&checker.check(Spec::Json(&text))), "{}", text);
    let line = Linter::new()
        .profile(profile)
        .lint_line(&text, 1, 0, &mut Run::new());
    let mut of_line: Vec<Key> = line.diagnostics.iter().map(key).collect();
    of_line.sort();
    prop_assert_eq!(&typed, &of_line, "{}", text);
    // What is no text where one belongs is text in a query.
    let mut members = value.as_object().expect("an object").values();
    let is_flat = members.all(Value::is_string) && !has_booleans_of_python(&value);
    // A query says what the operation is, which would stand beside a misspelt `Action` as a second one.
    let is_misspelt =
        |name: &String| name.eq_ignore_ascii_case("Action") && name.as_str() != "Action";
    let says_it_otherwise = value
        .as_object()
        .is_some_and(|all| all.keys().any(is_misspelt));
    if profile.wire == Wire::QUERY && is_flat && !says_it_otherwise {
        // The type says what the operation is only where it was told to.
        let flat = flattened(profile, &value);
        let query = query(flat.clone());
        let of_value = keys(&checker.check(&flat));
        prop_assert_eq!(&typed, &of_value, "{}", flat);
        // That a `+` is a space is said of a query only.
        let mut of_query = keys(&checker.check(Spec::Query(&query)));
        of_query.retain(|(code, ..)| *code != Code::PlusIsSpace);
        prop_assert_eq!(&typed, &of_query, "{}", query);
    }
    // What is wrong with the value is wrong with the request, and in the same places.
    let errors = |report: &Report| {
        let mut found: Vec<Key> = report.of(Severity::Error).map(key).collect();
        found.sort();
        found
    };
    let direct = checker.check(spec);
    prop_assert_eq!(
        errors(&request.check_under(profile).expect("its own")),
        errors(&direct)
    );
    match T::from_json_with(&spec.to_string(), &checker) {
        Ok(valid) => {
            prop_assert!(direct.is_valid());
            prop_assert_eq!(&valid.to_value(), &value);
            prop_assert_eq!(keys(valid.report()), keys(&direct));
        }
        Err(Invalid::Report(report)) => prop_assert_eq!(keys(&report), keys(&direct)),
        Err(other) => prop_assert!(false, "{}", other),
    }
    if let Ok(valid) = request.validated_under(profile) {
        prop_assert_eq!(valid.to_value(), value);
    }
    Ok(())
}

#[test]
fn every_reader_agrees() {
    let mut held = BTreeSet::new();
    let mut runner = TestRunner::new(config(1_200));
    for _ in 0..runner.config().cases {
        let tree = (any_request(), any::<[u8; 32]>()).new_tree(&mut runner);
        let ((Under(profile), spec), style) = tree.expect("a request").current();
        // The type sends Action by itself, whatever else stands there under that name or another spelling of it.
        let spells_action = |name: &&String| name.eq_ignore_ascii_case("Action");
        let members = spec.as_object().expect("an object");
        let is_blank = members.get("Action").and_then(Value::as_str);
        let is_blank = is_blank.is_some_and(|action| action.trim().is_empty());
        let is_twice = members.keys().filter(spells_action).count() > 1;
        if is_blank || (members.contains_key("Action") && is_twice) {
            continue;
        }
        let query = |flat: Value| {
            let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &style);
            let mut runner = TestRunner::new_with_rng(config(1), rng);
            let texts = strategy::query_text(profile, Just(flat));
            texts.new_tree(&mut runner).expect("a query").current()
        };
        let outcome = match profile.id {
            "alibaba.console" => readers_agree::<ConsoleOrder>(profile, &spec, query),
            "alibaba.create-instances" => readers_agree::<CreateInstances>(profile, &spec, query),
            "alibaba.create-instance.2026" => {
                readers_agree::<CreateInstance2026>(profile, &spec, query)
            }
            "alibaba.create-tair-instance.2026" => {
                readers_agree::<CreateTairInstance>(profile, &spec, query)
            }
            "jdcloud.create-cache-instance" => {
                readers_agree::<CreateCacheInstance>(profile, &spec, query)
            }
            "jdcloud.create-cache-instance.2026" => {
                readers_agree::<CreateCacheInstance2026>(profile, &spec, query)
            }
            "alibaba.create-instance.cn" | "alibaba.create-instance.intl" => {
                readers_agree::<CreateInstance>(profile, &spec, query)
            }
            // There is no type for it.
            _ => continue,
        };
        outcome.unwrap_or_else(|error| panic!("{}: {error}", profile.id));
        held.insert(profile.id);
    }
    assert!(held.len() >= 5, "{held:?}");
}

/// Passwords of every sort, right and wrong, show up nowhere.
#[test]
fn secrets_never_appear() {
    // Parts of which no message, name or path is made.
    let secret = "[a-z]{0,2}qZ9x[A-Za-z0-9!,.中 \"\\\\]{1,30}Xq7[!中a]?";
    let places = [
        ("alibaba.create-instance.cn", "/Password"),
        ("alibaba.create-instance.cn", "/SecurityToken"),
        ("alibaba.create-instance.cn", "/Signature"),
        ("alibaba.create-instance.cn", "/AccessKeySecret"),
        ("alibaba.create-instance.cn", "/Passwrod"),
        ("alibaba.create-instance.intl", "/Password"),
        ("alibaba.create-instances", "/Instances/0/Password"),
        ("alibaba.console", "/password"),
        ("jdcloud.create-cache-instance", "/cacheInstance/password"),
    ];
    let mut runner = TestRunner::new(config(600));
    let drawn = (proptest::sample::select(places.to_vec()), secret, 0..3_u8);
    runner
        .run(&drawn, |((id, path), secret, shape)| {
            let profile = Profile::by_id(id).expect("a profile");
            let mut spec: Value = serde_json::from_str(profile.sample).expect("JSON");
            support::unquote(profile, &mut spec);
            let (parent, name) = path.rsplit_once('/').expect("a member");
            let value = match shape {
                0 => json!(secret),
                1 => json!([secret]),
                _ => json!({"a": secret}),
            };
            spec.pointer_mut(parent).expect("it is there")[name] = value;
            let list = spec.clone();
            support::quote(profile, &mut spec);
            for spec in [spec, list] {
                let text = serde_json::to_string_pretty(&spec).expect("JSON");
                let report = Checker::new(profile).check(Spec::Json(&text));
                let mut shown = format!("{report}{report:?}{}", report.display(Locale::Zh));
                for locale in [Locale::En, Locale::Zh] {
                    shown += &serde_json::to_string(&report.published(locale)).expect("JSON");
                }
                shown += &redact(&text);
                // A cut-off text is shown too, along with its syntax error.
                let cut = &text[..text.len() - 2];
                let broken = Checker::new(profile).check(Spec::Json(cut));
                shown += &redact(cut);
                shown += &broken.to_string();
                let _ = write!(shown, "{broken:?}");
                for part in ["qZ9x", "Xq7", secret.as_str()] {
                    prop_assert!(!shown.contains(part), "{part} of {path} in {shown}");
                }
            }
            Ok(())
        })
        .expect("no secret appears");
}

proptest! {
    #![proptest_config(config(3_000))]

    #[test]
    fn nothing_panics_on_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        everything(&bytes);
    }

    #[test]
    fn nothing_panics_on_torn_requests(
        (_, text) in any_text(),
        cuts in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 0..4),
    ) {
        let mut bytes = text.into_bytes();
        for (at, byte) in cuts {
            if bytes.is_empty() {
                break;
            }
            let at = at.index(bytes.len());
            match byte % 3 {
                0 => bytes[at] = byte,
                1 => bytes.truncate(at),
                _ => bytes.insert(at, byte),
            }
        }
        everything(&bytes);
    }
}

/// All that reads text.
fn everything(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut run = Run::new();
    for linted in Linter::new().lint(&text, &mut run) {
        for found in &linted.diagnostics {
            let _ = (found.message(Locale::En), found.message(Locale::Zh));
        }
    }
    let _ = Linter::new().not_utf8(bytes, 1, 0);
    let _ = redact(&text);
    for profile in PROFILES {
        let checker = Checker::new(profile);
        let report = checker.check(Spec::Json(&text));
        assert_eq!(report.is_valid(), checker.is_valid(Spec::Json(&text)));
        let report = checker.check(Spec::Query(&text));
        assert_eq!(report.is_valid(), checker.is_valid(Spec::Query(&text)));
    }
}
