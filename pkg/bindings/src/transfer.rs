//! A request under another profile, and the request that an order of the console stands for.

use kvspec::render::json::diagnostics;
use kvspec::{Locale, Moved, PROFILES, Profile, Report, order_request};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::memory::with_texts;
use crate::{json, locale, refused};

/// What the JavaScript side asks for; it has looked at the profiles already.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Options {
    chinese: bool,
    from: Option<String>,
    to: String,
}

impl Options {
    const fn locale(&self) -> Locale {
        locale(self.chinese)
    }
}

/// A transfer, and beside it what its published shape masks: the requests as they are to be sent.
#[derive(Serialize)]
struct Transferred<'t, T: Serialize, D: Serialize> {
    transfer: T,
    specs: Vec<&'t Value>,
    before: D,
}

/// What was found in a request that no other one can be made of.
#[derive(Serialize)]
struct Refused<D: Serialize> {
    refused: D,
}

fn not_made(report: &Report, locale: Locale) -> u32 {
    json(&Refused {
        refused: diagnostics(report.diagnostics(), locale),
    })
}

/// Moves a request, written as JSON, a query string or a URL, to another profile.
#[wasm_bindgen]
#[must_use]
pub fn transfer(spec: u32, options: u32) -> u32 {
    with_texts([spec, options], |[spec, options]| {
        let options: Options = match serde_json::from_str(options) {
            Ok(options) => options,
            Err(error) => return refused(&error.to_string()),
        };
        let locale = options.locale();
        let from = match &options.from {
            Some(id) => match Profile::by_id(id) {
                Some(profile) => profile,
                None => return refused("profile"),
            },
            None => match Profile::infer(spec) {
                Ok(profile) => profile,
                Err(reason) => return refused(&reason.message(locale)),
            },
        };
        let Some(to) = Profile::by_id(&options.to) else {
            return refused("profile");
        };
        match kvspec::transfer(spec, from, to) {
            Ok(moved) => json(&Transferred {
                transfer: moved.published(locale),
                specs: moved.requests.iter().map(Moved::spec).collect(),
                before: diagnostics(moved.before.diagnostics(), locale),
            }),
            Err(report) => not_made(&report, locale),
        }
    })
}

/// The request that an order of the console stands for.
#[wasm_bindgen]
#[must_use]
pub fn request_of_order(order: u32, options: u32) -> u32 {
    with_texts([order, options], |[order, options]| {
        let options: Options = match serde_json::from_str(options) {
            Ok(options) => options,
            Err(error) => return refused(&error.to_string()),
        };
        let locale = options.locale();
        match order_request(order) {
            Ok(request) => json(&request.published(locale)),
            Err(report) => not_made(&report, locale),
        }
    })
}

/// The profiles that a request can be moved between, as JSON: those of orders that no other tool
/// writes.
#[wasm_bindgen]
#[must_use]
pub fn transferable() -> u32 {
    let ids: Vec<&str> = (PROFILES.iter())
        .filter(|profile| !profile.wire.converts)
        .map(|profile| profile.id)
        .collect();
    json(&ids)
}
