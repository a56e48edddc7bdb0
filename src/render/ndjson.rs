//! One line for each request.

use serde::Serialize;

use crate::diagnostic::Locale;
use crate::lint::Linted;
use crate::report::{PublishedDiagnostic, published};

/// The line about one request, to be written with serde. A line of white space is valid: it
/// holds nothing that could be wrong, and has no profile.
#[derive(Debug, Serialize)]
pub struct PublishedLine<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'r str>,
    line: usize,
    profile: Option<&'static str>,
    valid: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    unchecked: Option<String>,
    #[serde(skip_serializing_if = "super::json::is_zero")]
    hidden: usize,
    diagnostics: Vec<PublishedDiagnostic<'r>>,
}

/// The line about one request; `source` names its file, if there is one.
#[must_use]
pub fn line<'r>(source: Option<&'r str>, linted: &'r Linted, locale: Locale) -> PublishedLine<'r> {
    PublishedLine {
        source,
        line: linted.line,
        profile: linted.profile.map(|profile| profile.id),
        valid: linted.is_valid(),
        unchecked: linted.unchecked.map(|reason| reason.message(locale)),
        hidden: linted.hidden,
        diagnostics: published(&linted.diagnostics, locale),
    }
}
