//! What came back, held against the document and against the order.

use kvspec::render::json::diagnostics;
use kvspec::response::{
    ErrorReply, NotReconciled, ResponseReport, check_response, provider_diagnostics,
    reconcile as hold_against,
};
use kvspec::{Code, Locale, Side};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

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
pub fn reconcile(profile_index: u8, request: &str, response: &str, chinese: bool) -> String {
    let locale: Locale = crate::locale(chinese);
    let Some(profile) = crate::profile(profile_index) else {
        return crate::refused(&"profile");
    };
    let request = (!request.is_empty()).then_some(request);
    if let Some(reply) = ErrorReply::read(response) {
        let found = provider_diagnostics(profile, request.map(Side::from), response);
        return crate::json(&Refused {
            profile: profile.id,
            outcome: "refused",
            good: false,
            request_id: reply.request_id.as_deref(),
            diagnostics: diagnostics(&found, locale),
        });
    }
    let result = match request {
        Some(request) => hold_against(profile, request, response),
        None => check_response(profile, response).map_err(NotReconciled::from),
    };
    match result {
        Ok(report) => crate::json(&Created {
            profile: report.report.profile().id,
            outcome: outcome(&report),
            report: report.published(locale),
        }),
        Err(NotReconciled::NoResponse(reason)) => crate::refused(&reason.message(locale)),
        Err(NotReconciled::Request(report)) => crate::refused(&report.display(locale)),
        Err(other) => crate::refused(&other),
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
