//! Linting whatever an order is written in, under every profile there is.

#[cfg(feature = "house")]
use kvspec::house::{ConfigErrors, HouseRules};
use kvspec::render::json::report;
use kvspec::{InputFormat, Linter, Locale, OrderFormat, PROFILES, Pack, Profile, Run, Severity};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::memory::with_texts;
use crate::{context, done, json, refused};

/// What the JavaScript side asks for; it has looked at the words already.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Options {
    chinese: bool,
    level: String,
    format: String,
    profile: Option<String>,
    as_of: Option<String>,
    packs: Vec<String>,
    /// A team's own rules, as the text of a `kvspec.toml`.
    #[cfg(feature = "house")]
    house: Option<String>,
    /// The name of the file, and those of its folder with their texts.
    file: Option<String>,
    neighbours: Vec<(String, String)>,
    source: String,
    /// The format in which orders are to be written.
    to: String,
}

impl Options {
    const fn locale(&self) -> Locale {
        crate::locale(self.chinese)
    }

    fn format(&self) -> InputFormat {
        match self.format.as_str() {
            "json" => InputFormat::Json,
            "ndjson" => InputFormat::Ndjson,
            "query" => InputFormat::Query,
            "urls" => InputFormat::Urls,
            "hcl" => InputFormat::Hcl,
            "yaml" => InputFormat::Yaml,
            "shell" => InputFormat::Shell,
            "markdown" => InputFormat::Markdown,
            _ => InputFormat::Auto,
        }
    }

    /// A linter that reads a text as this file.
    fn linter(&self) -> Linter<'_> {
        let linter = Linter::new().format(self.format());
        match &self.file {
            Some(file) => linter.file(file, &self.neighbours),
            None => linter,
        }
    }
}

/// Lints a text as the file that the options name, which are JSON. The result's text is the report,
/// as `kvspec lint --format json` has it.
#[wasm_bindgen]
#[must_use]
pub fn lint_file(text: u32, surroundings: u32, options: u32) -> u32 {
    with_texts(
        [text, surroundings, options],
        |[text, surroundings, options]| {
            let options: Options = match serde_json::from_str(options) {
                Ok(options) => options,
                Err(error) => return refused(&error.to_string()),
            };
            let context = match context(surroundings, options.locale()) {
                Ok(context) => context,
                Err(refusal) => return refusal,
            };
            #[cfg(feature = "house")]
            let house = match options.house.as_deref().map(HouseRules::from_toml) {
                Some(Ok(house)) => Some(house),
                Some(Err(errors)) => return refused(&mistakes(&errors, options.locale())),
                None => None,
            };
            #[cfg(feature = "house")]
            let view = house.as_ref().map(|house| match &options.file {
                Some(file) => house.for_file(file),
                None => house.for_no_file(),
            });
            let level = options.level.parse().ok();
            #[cfg(feature = "house")]
            let level = level.or_else(|| house.as_ref().and_then(HouseRules::least));
            let packs: Vec<Pack> = (options.packs.iter())
                .filter_map(|id| Pack::by_id(id))
                .collect();
            let mut linter = options
                .linter()
                .level(level.unwrap_or(Severity::Info))
                .packs(&packs);
            #[cfg(feature = "house")]
            if let Some(view) = &view {
                linter = linter.house_rules(view);
            }
            if let Some(id) = &options.profile {
                let Some(profile) = Profile::by_id(id) else {
                    return refused("profile");
                };
                linter = linter.profile(profile);
            }
            if let Some(day) = &options.as_of {
                match day.parse() {
                    Ok(day) => linter = linter.as_of(day),
                    Err(_) => return refused("as-of"),
                }
            }
            if let Some(context) = &context {
                linter = linter.context(context);
            }
            let linted = linter.lint(text, &mut Run::new());
            let specs = linted.iter().map(|one| (options.source.as_str(), one));
            json(&report(specs, options.locale()))
        },
    )
}

/// Everything that is wrong with a team's own rules, one mistake a line.
#[cfg(feature = "house")]
fn mistakes(errors: &ConfigErrors, locale: Locale) -> String {
    let lines: Vec<String> = (errors.iter())
        .map(|error| {
            let at = error.span.start;
            format!("{}:{}: {}", at.line, at.column, error.message(locale))
        })
        .collect();
    lines.join("\n")
}

/// The text with every byte of what may be a secret replaced by an asterisk.
#[wasm_bindgen]
#[must_use]
pub fn redact_file(text: u32, options: u32) -> u32 {
    with_texts([text, options], |[text, options]| {
        let options: Options = match serde_json::from_str(options) {
            Ok(options) => options,
            Err(error) => return refused(&error.to_string()),
        };
        let redacted = options.linter().redact(text);
        done(|out| out.text(&redacted))
    })
}

/// Writes the orders of a text in the format that the options name. The result's text is JSON: the new file, and what became
/// of each order.
#[wasm_bindgen]
#[must_use]
pub fn rewrite_file(text: u32, options: u32) -> u32 {
    with_texts([text, options], |[text, options]| {
        let options: Options = match serde_json::from_str(options) {
            Ok(options) => options,
            Err(error) => return refused(&error.to_string()),
        };
        let locale = options.locale();
        let Some(to) = OrderFormat::by_id(&options.to) else {
            return refused("to");
        };
        let mut linter = options.linter();
        if let Some(id) = &options.profile {
            let Some(profile) = Profile::by_id(id) else {
                return refused("profile");
            };
            linter = linter.profile(profile);
        }
        let rewritten = match linter.rewrite(text, to) {
            Ok(rewritten) => rewritten,
            Err(problem) => return refused(&problem.message(to, locale)),
        };
        json(&rewritten.published(locale))
    })
}

#[derive(Serialize)]
struct Named {
    id: &'static str,
    title: Texts,
    document: &'static str,
    edition: Texts,
}

#[derive(Serialize)]
struct Texts {
    en: &'static str,
    zh: &'static str,
}

/// Every profile there is, as JSON: its identifier, title, document and edition.
#[wasm_bindgen]
#[must_use]
pub fn catalogue() -> u32 {
    let of = |text: kvspec::profile::Bilingual| Texts {
        en: text.get(Locale::En),
        zh: text.get(Locale::Zh),
    };
    let all: Vec<Named> = (PROFILES.iter())
        .map(|profile| Named {
            id: profile.id,
            title: of(profile.title),
            document: profile.document,
            edition: of(profile.edition),
        })
        .collect();
    json(&all)
}
