//! Contradictions and responses of today's operations.

#![cfg(feature = "editions")]

use std::collections::BTreeSet;

use kvspec::documents::{
    CONTRADICTIONS, ResponseField, ResponseKind, alibaba, edition_responses, jdcloud,
};
use kvspec::text::is_han;
use kvspec::{Code, Profile};

/// Codes that the rules of today's operations bring along.
const NEW: [&str; 17] = [
    "class-engine-mismatch",
    "class-operation-mismatch",
    "class-type-mismatch",
    "collective-class",
    "conflicting-parameters",
    "dry-run",
    "malformed-prefix",
    "not-distinct",
    "out-of-range",
    "placeholder-value",
    "required-with",
    "retired-class",
    "shard-count-mismatch",
    "too-many-items",
    "unknown-class",
    "unlikely-value",
    "zone-unspecified",
];

#[test]
fn contradictions_are_told_in_both_languages() {
    assert_eq!(alibaba::CONTRADICTIONS.len(), 28 + 6 + 15);
    assert_eq!(jdcloud::CONTRADICTIONS.len(), 8);
    let mut ids: BTreeSet<&str> = CONTRADICTIONS.iter().map(|each| each.id).collect();
    for each in alibaba::CONTRADICTIONS
        .iter()
        .chain(jdcloud::CONTRADICTIONS)
    {
        assert!(ids.insert(each.id), "{}", each.id);
        for text in [each.statement, each.reading] {
            assert!(
                text.en.ends_with('.') && !text.en.chars().any(is_han),
                "{}",
                text.en
            );
            assert!(
                text.zh.ends_with('。') && text.zh.chars().any(is_han),
                "{}",
                text.zh
            );
        }
        assert!(!each.profiles.is_empty());
        for id in each.profiles {
            assert!(
                id.ends_with(".2026") || Profile::by_id(id).is_some(),
                "{id}"
            );
        }
        for code in each.codes {
            assert!(
                NEW.contains(code) || Code::from_name(code).is_some(),
                "{code}"
            );
        }
    }
}

/// All fields, those inside objects too, but not the objects.
fn leaves(fields: &'static [ResponseField]) -> Vec<&'static ResponseField> {
    let mut found = Vec::new();
    for field in fields {
        match field.kind {
            ResponseKind::Object(inner) => found.extend(leaves(inner)),
            _ => found.push(field),
        }
    }
    found
}

#[test]
fn responses_are_whole_and_name_the_instance() {
    let counts: Vec<(&str, usize)> = edition_responses()
        .map(|table| (table.profile, leaves(table.fields).len()))
        .collect();
    assert_eq!(
        counts,
        [
            (alibaba::CREATE_INSTANCE, 22),
            (alibaba::CREATE_TAIR_INSTANCE, 15),
            (jdcloud::CREATE_CACHE_INSTANCE, 4)
        ]
    );
    for table in edition_responses() {
        let fields = leaves(table.fields);
        let required: Vec<&str> = fields
            .iter()
            .filter(|field| field.required)
            .map(|field| field.name)
            .collect();
        assert_eq!(required.len(), 1, "{required:?}");
        let names: BTreeSet<&str> = fields.iter().map(|field| field.name).collect();
        assert_eq!(names.len(), fields.len());
        for field in fields {
            assert_eq!(field.citation.quote, field.name);
            assert!(field.label.zh.chars().any(is_han) || field.label.zh.is_ascii());
        }
    }
}
