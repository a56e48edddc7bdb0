//! The WebAssembly side of the npm package `kvspec`: strings in, JSON out.
//!
//! Profiles cross the boundary by their place in [`kvspec::PROFILES`], enumerations as small
//! numbers, requests and results as text: measured, that is faster than any conversion of
//! objects. What each number means is written in `pkg/src/boundary.ts`.

mod form;
#[cfg(feature = "replies")]
mod reply;
mod report;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

use kvspec::{Checker, Context, InputFormat, Linter, Locale, PROFILES, Profile, Run, check_change};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

/// Overwrites memory as it is freed, so that no password outlives the call that brought it.
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

/// Begins a result that is an error for the caller, not a report; what follows is the reason.
const REFUSED: char = '!';

fn profile(index: u8) -> Option<&'static Profile> {
    PROFILES.get(usize::from(index)).copied()
}

const fn locale(chinese: bool) -> Locale {
    if chinese { Locale::Zh } else { Locale::En }
}

const fn format(number: u8) -> InputFormat {
    match number {
        1 => InputFormat::Json,
        2 => InputFormat::Ndjson,
        3 => InputFormat::Query,
        _ => InputFormat::Auto,
    }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_else(|error| refused(&error))
}

fn refused(reason: &impl ToString) -> String {
    let mut out = String::from(REFUSED);
    out.push_str(&reason.to_string());
    out
}

/// The context written in a text, if there is any text.
fn context(text: &str, locale: Locale) -> Result<Option<Context>, String> {
    (!text.is_empty())
        .then(|| Context::from_json(text))
        .transpose()
        .map_err(|error| refused(&error.message(locale)))
}

/// Checks one request, written as JSON, a query string or a URL.
#[wasm_bindgen]
#[must_use]
pub fn check(
    profile_index: u8,
    text: &str,
    form: bool,
    chinese: bool,
    surroundings: &str,
) -> String {
    let locale = locale(chinese);
    let Some(profile) = profile(profile_index) else {
        return refused(&"profile");
    };
    let context = match context(surroundings, locale) {
        Ok(context) => context,
        Err(refusal) => return refusal,
    };
    let mut checker = Checker::new(profile);
    if form {
        checker = checker.for_form();
    }
    if let Some(context) = &context {
        checker = checker.context(context);
    }
    let report = if InputFormat::of(text) == InputFormat::Query {
        checker.check_query(text)
    } else {
        checker.check_json(text)
    };
    json(&report.published(locale))
}

/// Whether one request is valid.
#[wasm_bindgen]
#[must_use]
pub fn valid(profile_index: u8, text: &str) -> bool {
    profile(profile_index).is_some_and(|profile| {
        let checker = Checker::new(profile);
        if InputFormat::of(text) == InputFormat::Query {
            checker.is_valid_query(text)
        } else {
            checker.is_valid_json(text)
        }
    })
}

/// Lints a text: the published report, with this name as the source of every request. A profile
/// that does not exist is none: it is inferred.
#[wasm_bindgen]
#[must_use]
pub fn lint(
    profile_index: u8,
    text: &str,
    source: &str,
    input_format: u8,
    chinese: bool,
    surroundings: &str,
) -> String {
    let locale = locale(chinese);
    let context = match context(surroundings, locale) {
        Ok(context) => context,
        Err(refusal) => return refusal,
    };
    let mut linter = Linter::new().format(format(input_format));
    if let Some(profile) = profile(profile_index) {
        linter = linter.profile(profile);
    }
    if let Some(context) = &context {
        linter = linter.context(context);
    }
    let linted = linter.lint(text, &mut Run::new());
    report::published(&linted, source, locale)
}

/// The report for a text that is not UTF-8: half of a surrogate pair. The bytes are those up to
/// the first such place, and one that is no character.
#[wasm_bindgen]
#[must_use]
pub fn unreadable(
    profile_index: u8,
    bytes: &[u8],
    source: &str,
    input_format: u8,
    chinese: bool,
) -> String {
    let mut linter = Linter::new().format(format(input_format));
    if let Some(profile) = profile(profile_index) {
        linter = linter.profile(profile);
    }
    report::published(&[linter.not_utf8(bytes, 1, 0)], source, locale(chinese))
}

/// Whether an existing instance can become the wanted one.
#[wasm_bindgen]
#[must_use]
pub fn change(profile_index: u8, existing: &str, wanted: &str, chinese: bool) -> String {
    let locale = locale(chinese);
    let Some(profile) = profile(profile_index) else {
        return refused(&"profile");
    };
    match check_change(profile, existing, wanted) {
        Ok(change) => report::change(&change, locale),
        Err(reason) => refused(&reason.message(locale)),
    }
}

/// The text with every byte of a secret replaced by an asterisk.
#[wasm_bindgen]
#[must_use]
pub fn redact(text: &str) -> String {
    kvspec::redact(text)
}
