//! Linting whatever an order is written in, under every profile there is.

use kvspec::render::json::report;
use kvspec::{InputFormat, Linter, Locale, PROFILES, Pack, Profile, Run, Severity};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::memory::with_texts;
use crate::{context, done, refused};

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
    /// The name of the file, and those of its folder with their texts.
    file: Option<String>,
    neighbours: Vec<(String, String)>,
    source: String,
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
            let packs: Vec<Pack> = (options.packs.iter())
                .filter_map(|id| Pack::by_id(id))
                .collect();
            let mut linter = options
                .linter()
                .level(options.level.parse().unwrap_or(Severity::Info))
                .packs(&packs);
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
            match serde_json::to_string(&report(specs, options.locale())) {
                Ok(report) => done(|out| out.text(&report)),
                Err(error) => refused(&error.to_string()),
            }
        },
    )
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
    match serde_json::to_string(&all) {
        Ok(all) => done(|out| out.text(&all)),
        Err(error) => refused(&error.to_string()),
    }
}
