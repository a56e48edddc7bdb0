//! Results in their published shapes.

use kvspec::render::json;
use kvspec::{Linted, Locale, Transition};
use serde::Serialize;

/// The report over the requests of one text.
pub(crate) fn published(linted: &[Linted], source: &str, locale: Locale) -> String {
    let specs = linted.iter().map(|one| (source, one));
    crate::json(&json::report(specs, locale))
}

#[derive(Serialize)]
struct PublishedChange<E: Serialize, W: Serialize> {
    profile: &'static str,
    allowed: bool,
    existing: E,
    wanted: W,
}

/// What was found about a change.
pub(crate) fn change(change: &Transition, locale: Locale) -> String {
    crate::json(&PublishedChange {
        profile: change.wanted.profile().id,
        allowed: change.is_allowed(),
        existing: change.existing.published(locale),
        wanted: change.wanted.published(locale),
    })
}
