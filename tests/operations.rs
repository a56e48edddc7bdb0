//! What the documents say beside the rules of their parameters: every row is about something that
//! is there, and what is published has the published shape.

#![cfg(all(feature = "editions", feature = "prose"))]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use std::collections::BTreeSet;

use kvspec::text::is_han;
use kvspec::{Checker, Locale, PROFILES, Profile, Severity, export};
use serde_json::Value;

/// The JSON Pointers of a profile's parameters.
fn paths(profile: &'static Profile) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    profile.visit_objects(&mut |at, object| {
        for parameter in object.parameters {
            paths.insert(format!("{at}/{}", parameter.name));
        }
    });
    paths
}

fn details(profile: &'static Profile) -> Value {
    serde_json::to_value(export::profile_details(profile)).expect("JSON")
}

#[test]
fn profiles_in_full_have_the_published_shape() {
    let schema = export::profile_schema();
    jsonschema::meta::validate(&schema).expect("valid against its meta-schema");
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    for profile in PROFILES {
        let details = details(profile);
        if let Err(error) = validator.validate(&details) {
            panic!("{} {}: {error}", profile.id, error.instance_path());
        }
        for locale in [Locale::En, Locale::Zh] {
            let page = export::profile_page(profile, locale);
            assert!(page.contains(profile.id) && page.contains(profile.document));
            for parameter in profile.request.parameters {
                assert!(parameter.common || page.contains(parameter.name));
            }
        }
    }
}

#[test]
fn rows_are_about_what_is_there() {
    // A row that several profiles share may name one's parameter and another's.
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for profile in PROFILES {
        let paths = paths(profile);
        let notes = profile
            .notes()
            .map(|row| (row.about, row.profiles, row.text));
        let links = profile
            .links()
            .map(|row| (row.about, row.profiles, row.title));
        for (about, profiles, text) in notes.chain(links) {
            for id in profiles {
                assert!(Profile::by_id(id).is_some(), "{id}");
            }
            told.extend(about);
            known.extend(about.iter().filter(|path| paths.contains(**path)));
            assert!(!text.en.chars().any(is_han), "{}", text.en);
            assert!(text.zh.chars().any(is_han), "{}", text.zh);
        }
        for example in profile.examples() {
            assert!(
                paths.contains(example.path),
                "{} {}",
                profile.id,
                example.path
            );
        }
        for difference in profile.known_differences() {
            let is_there = paths.contains(difference.path);
            let is_missing = difference.aspect == kvspec::documents::operations::Aspect::Missing;
            assert!(is_there != is_missing, "{} {}", profile.id, difference.path);
        }
    }
    assert_eq!(told, known);
    let ids: Vec<&str> = Profile::by_id("alibaba.console")
        .expect("a profile")
        .notes()
        .map(|note| note.id)
        .collect();
    for id in [
        "subscription",
        "pay-as-you-go",
        "agreement",
        "activation",
        "creation-takes-minutes",
    ] {
        assert!(ids.contains(&id), "{id}");
    }
}

#[test]
fn notes_hold_for_values_that_there_are() {
    for profile in PROFILES {
        let details = details(profile);
        for note in details["notes"].as_array().expect("a list") {
            let Some(values) = note["values"].as_array() else {
                continue;
            };
            for path in note["about"].as_array().expect("a list") {
                let parameters = details["parameters"].as_array().expect("a list");
                let parameter = parameters.iter().find(|each| each["path"] == *path);
                let allowed = &parameter.expect("it is there")["constraint"]["values"];
                let allowed = allowed.as_array().expect("a list of values");
                assert!(
                    values.iter().any(|value| allowed.contains(value)),
                    "{} {}",
                    profile.id,
                    note["id"]
                );
            }
        }
    }
}

#[test]
fn contradictions_of_differences_are_there() {
    for profile in PROFILES {
        let details = details(profile);
        for difference in details["differences"].as_array().expect("a list") {
            let Some(id) = difference["contradiction"].as_str() else {
                continue;
            };
            let all = details["contradictions"].as_array().expect("a list");
            assert!(
                all.iter().any(|each| each["id"] == id),
                "{} {id}",
                profile.id
            );
        }
    }
}

/// A document's own sample value is never an error of that parameter's own.
#[test]
fn examples_are_good_values() {
    let mut count = 0;
    for profile in PROFILES {
        for example in profile.examples() {
            let mut request: Value = serde_json::from_str(profile.sample).expect("JSON");
            let path = example.path.replace("/*/", "/0/");
            // The list of a batch stands in a text.
            let (outer, inner) = match path.strip_prefix("/Instances/0/") {
                Some(inner) => ("Instances", inner.to_owned()),
                None => ("", path.trim_start_matches('/').to_owned()),
            };
            if outer.is_empty() {
                request[inner.as_str()] = example.value.into();
            } else {
                let text = request[outer].as_str().expect("a text").to_owned();
                let mut list: Value = serde_json::from_str(&text).expect("JSON");
                list[0][inner.as_str()] = example.value.into();
                request[outer] = list.to_string().into();
            }
            let report = Checker::new(profile).check(&request);
            let wrong: Vec<String> = report
                .iter()
                .filter(|found| found.severity == Severity::Error && found.path == path)
                .map(|found| format!("{} {path} {}: {}", profile.id, example.value, found.code))
                // What does not go with the sample's other values is no fault of this one.
                .filter(|found| !found.contains("not-applicable") && !found.contains("mismatch"))
                .collect();
            assert!(wrong.is_empty(), "{wrong:?}");
            count += 1;
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn forms_and_schemas_have_units_and_samples() {
    let profile = Profile::by_id("alibaba.create-instance.cn").expect("a profile");
    let form = serde_json::to_value(export::form(profile)).expect("JSON");
    let fields = form["fields"].as_array().expect("a list");
    let field = |name: &str| fields.iter().find(|field| field["name"] == name);
    let capacity = field("Capacity").expect("it is there");
    assert_eq!(
        (&capacity["unit"], &capacity["examples"][0]),
        (&"MB".into(), &16384.into())
    );
    assert_eq!(field("Period").expect("it is there")["unit"], "month");
    assert!(
        field("Password")
            .expect("it is there")
            .get("examples")
            .is_none()
    );
    let schema = export::json_schema(profile, Locale::En);
    assert_eq!(schema["properties"]["Capacity"]["examples"][0], 16384);
    assert_eq!(schema["properties"]["Capacity"]["x-kvspec"]["unit"], "MB");
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    for (name, property) in schema["properties"].as_object().expect("properties") {
        for example in property["examples"].as_array().into_iter().flatten() {
            let mut request: Value = serde_json::from_str(profile.sample).expect("JSON");
            request[name] = example.clone();
            let is_wrong = validator
                .iter_errors(&request)
                .any(|error| error.instance_path().to_string() == format!("/{name}"));
            assert!(!is_wrong, "{name}: {example}");
        }
    }
}

#[test]
fn parameters_are_found_by_any_spelling() {
    for name in [
        "Period",
        "period",
        "/Instances/*/Period",
        "instance_class",
        "Instance-Class",
    ] {
        assert!(!export::parameters_named(name).is_empty(), "{name}");
        let page = export::parameter_page(name, Locale::En).expect("a page");
        assert!(page.starts_with("# "), "{page}");
    }
    assert!(export::parameter_page("nonsense", Locale::En).is_none());
    let page = export::parameter_page("Period", Locale::Zh).expect("a page");
    assert!(page.contains("单位：月"), "{page}");
}
