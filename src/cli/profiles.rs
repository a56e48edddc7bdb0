//! `kvspec profiles`.

use std::io::{self, Write};

use kvspec::render::line::write_pretty;
use kvspec::{Locale, PROFILES, export};
use serde::Serialize;

use super::{CLEAN, ProfilesArguments, TwoFormats};

/// One profile of the list.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Listed {
    profile: &'static str,
    title: &'static str,
    operation: &'static str,
    document: &'static str,
    since: Option<&'static str>,
    supersedes: Option<&'static str>,
}

pub(super) fn run(arguments: &ProfilesArguments, out: &mut impl Write) -> io::Result<u8> {
    let locale = arguments.language.locale();
    match (arguments.profile, arguments.format) {
        (Some(profile), TwoFormats::Human) => {
            write!(out, "{}", export::profile_page(profile, locale))?;
        }
        (Some(profile), TwoFormats::Json) => {
            write_pretty(out, &export::profile_details(profile))?;
        }
        (None, TwoFormats::Human) => list(locale, out)?,
        (None, TwoFormats::Json) => {
            let all: Vec<Listed> = PROFILES
                .iter()
                .map(|profile| Listed {
                    profile: profile.id,
                    title: profile.title.get(locale),
                    operation: profile.operation,
                    document: profile.document,
                    since: Some(profile.since).filter(|day| !day.is_empty()),
                    supersedes: profile.supersedes,
                })
                .collect();
            write_pretty(out, &all)?;
        }
    }
    Ok(CLEAN)
}

fn list(locale: Locale, out: &mut impl Write) -> io::Result<()> {
    for profile in PROFILES {
        writeln!(out, "{:40}{}", profile.id, profile.title.get(locale))?;
        let edition = profile.edition.get(locale);
        // The edition, unless the document's name says it already.
        let mut parts = edition.split(", ");
        let edition = if parts.all(|part| profile.document.contains(part)) {
            String::new()
        } else {
            format!(", {edition}")
        };
        writeln!(out, "{:40}{}{edition}", "", profile.document)?;
    }
    Ok(())
}
