//! What came back, held against the document and against the order.

use kvspec::render::json::diagnostics;
use kvspec::response::{
    ErrorReply, NotReconciled, ResponseReport, check_response, provider_diagnostics,
    reconcile as hold_against,
};
use kvspec::{Code, Locale, Profile, Spec};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::memory::with_texts;
use crate::{json, locale_of, refused};

#[derive(Serialize)]
struct Created<R: Serialize> {
    profile: &'static str,
    outcome: &'static str,
    #[serde(flatten)]
    report: R,
}

#[derive(Serialize)]
struct Refused<'r, D: Serialize> {
    profile: &'static str,
    outcome: &'static str,
    good: bool,
    request_id: Option<&'r str>,
    diagnostics: D,
}

/// Holds a response against the request that it answers, or against the document alone where
/// that is empty.
#[wasm_bindgen]
#[must_use]
pub fn reconcile(profile_index: u32, request: u32, response: u32, flags: u32) -> u32 {
    with_texts(
        [request, response],
        |[request, response]| match crate::profile(profile_index) {
            Some(profile) => judged(profile, request, response, locale_of(flags)),
            None => refused("profile"),
        },
    )
}

fn judged(profile: &'static Profile, request: &str, response: &str, locale: Locale) -> u32 {
    let request = (!request.is_empty()).then_some(request);
    if let Some(reply) = ErrorReply::read(response) {
        let found = provider_diagnostics(profile, request.map(Spec::from), response);
        return json(&Refused {
            profile: profile.id,
            outcome: if reply.is_dry_run() {
                "dry-run"
            } else {
                "refused"
            },
            good: reply.is_dry_run(),
            request_id: reply.request_id.as_deref(),
            diagnostics: diagnostics(&found, locale),
        });
    }
    let result = match request {
        Some(request) => hold_against(profile, request, response),
        None => check_response(profile, response).map_err(NotReconciled::from),
    };
    match result {
        Ok(report) => json(&Created {
            profile: report.report.profile().id,
            outcome: outcome(&report),
            report: report.published(locale),
        }),
        Err(NotReconciled::NoResponse(reason)) => refused(&reason.message(locale)),
        Err(NotReconciled::Request(report)) => refused(&report.display(locale).to_string()),
        Err(other) => refused(&other.to_string()),
    }
}

fn outcome(report: &ResponseReport) -> &'static str {
    if report.iter().any(|found| found.code == Code::Syntax) {
        "unreadable"
    } else if !report.is_good() {
        "findings"
    } else if report.comparisons.is_empty() {
        "as-documented"
    } else {
        "as-ordered"
    }
}
