//! The exported JSON Schema against the engine: it accepts whatever the engine accepts, and what
//! it accepts beyond that is what it says it cannot express.

#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

mod support;

use std::sync::LazyLock;

use jsonschema::Validator;
use kvspec::{Checker, Locale, PROFILES, Profile, export};
use proptest::prelude::*;
use serde_json::Value;
use support::{changes, expressible, request};

static VALIDATORS: LazyLock<Vec<(&'static Profile, Validator)>> = LazyLock::new(|| {
    PROFILES
        .iter()
        .map(|profile| {
            let schema = export::json_schema(profile, Locale::En);
            let validator = jsonschema::draft202012::new(&schema).expect("a schema");
            (*profile, validator)
        })
        .collect()
});

#[test]
fn schemas_are_schemas() {
    for profile in PROFILES {
        for locale in [Locale::En, Locale::Zh] {
            let schema = export::json_schema(profile, locale);
            jsonschema::meta::validate(&schema).expect("valid against its meta-schema");
        }
    }
}

#[test]
fn samples_are_judged_alike() {
    for (profile, validator) in VALIDATORS.iter() {
        let spec = serde_json::from_str(profile.sample).expect("a sample is JSON");
        assert!(validator.is_valid(&spec), "{}", profile.id);
    }
}

/// Under the profiles of the five documents every row's failing samples that are errors, and that the schema says it can express, are
/// refused. With an array in the place of the string, those inside Instances too.
#[test]
fn failing_samples_are_refused() {
    let mut refused = 0;
    for (profile, validator) in VALIDATORS.iter().take(5) {
        for (at, object) in support::objects(profile) {
            let own = object
                .parameters
                .iter()
                .flat_map(|parameter| parameter.samples);
            let between = object.rules.iter().flat_map(|rule| rule.samples);
            for sample in own.chain(between) {
                let mut spec: Value = serde_json::from_str(profile.sample).expect("JSON");
                support::unquote(profile, &mut spec);
                merge(
                    &mut spec,
                    &serde_json::from_str(sample.outer).expect("JSON"),
                );
                let target = spec.pointer_mut(&at.replace('*', "0")).expect("an object");
                merge(target, &serde_json::from_str(sample.patch).expect("JSON"));
                let valid = Checker::new(profile).is_valid(&spec);
                if valid {
                    assert!(validator.is_valid(&spec), "{} {spec}", profile.id);
                    continue;
                }
                // Inside an array all is expressed but what no schema can.
                let inside = at.contains("/*") || !expressible(profile, &spec).is_empty();
                if inside {
                    assert!(
                        !validator.is_valid(&spec),
                        "{} accepted: {spec}",
                        profile.id
                    );
                    refused += 1;
                }
            }
        }
    }
    assert!(refused > 100, "{refused}");
}

fn merge(target: &mut Value, patch: &Value) {
    let (Value::Object(members), Value::Object(patch)) = (target, patch) else {
        return;
    };
    for (name, value) in patch {
        match (value, members.get_mut(name)) {
            (Value::Null, _) => {
                members.remove(name);
            }
            (Value::Object(_), Some(inner @ Value::Object(_))) => merge(inner, value),
            _ => {
                members.insert(name.clone(), value.clone());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_schema_and_the_engine_agree(
        which in 0..8_usize,
        changes in changes(5),
        quoted in any::<bool>(),
    ) {
        let (profile, validator) = &VALIDATORS[which];
        let spec = request(profile, &changes, quoted);
        let accepted = validator.is_valid(&spec);
        if Checker::new(profile).is_valid(&spec) {
            let errors: Vec<String> = validator.iter_errors(&spec).map(|e| format!("{} {e}", e.instance_path())).collect();
            prop_assert!(accepted, "{} refused: {spec}\n{errors:#?}", profile.id);
        } else if which < 5 {
            let errors = expressible(profile, &spec);
            prop_assert!(errors.is_empty() || !accepted, "{} accepted in spite of {errors:?}: {spec}", profile.id);
        }
    }
}

/// Python's engine knows no properties of characters, and strict validators know no keyword of
/// ours.
#[test]
fn schemas_are_read_by_other_validators_too() {
    for profile in kvspec::PROFILES {
        let schema = kvspec::export::json_schema(profile, kvspec::Locale::En);
        assert!(!schema.to_string().contains(r"\\p{"), "{}", profile.id);
        let plain = kvspec::export::plain(schema);
        assert!(!plain.to_string().contains("x-kvspec"), "{}", profile.id);
    }
}
