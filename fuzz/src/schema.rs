//! The target that holds the engine against the exported schema. It stands alone because an
//! instrumented build of its judge takes many minutes.

use std::sync::LazyLock;

use jsonschema::Validator;
use kvspec::{Checker, Locale, PROFILES, Profile, export};

use super::support::{change, expressible, request};

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

/// Bytes as changes to a profile's sample: five for each. The engine and the exported schema
/// must come to the same verdict, as far as the schema can express it.
pub fn schema(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    let (profile, validator) = &VALIDATORS[usize::from(first >> 1) % VALIDATORS.len()];
    let changes: Vec<_> = rest
        .chunks_exact(5)
        .take(12)
        .filter_map(|chunk| chunk.try_into().ok())
        .map(change)
        .collect();
    let spec = request(profile, &changes, first & 1 == 1);
    let accepted = validator.is_valid(&spec);
    if Checker::new(profile).is_valid(&spec) {
        assert!(accepted, "{}'s schema refuses {spec}", profile.id);
    } else {
        let errors = expressible(profile, &spec);
        assert!(
            errors.is_empty() || !accepted,
            "{}'s schema accepts {spec} in spite of {errors:?}",
            profile.id
        );
    }
}
