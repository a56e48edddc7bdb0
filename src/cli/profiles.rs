//! `kvspec profiles`.

use std::io::{self, Write};

use kvspec::render::line::write_pretty;
use kvspec::{Locale, PROFILES, Profile, export};
use serde::Serialize;

use super::{CLEAN, FAILED, ProfilesArguments, TwoFormats, column, profile_file};

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

impl Listed {
    fn of(profile: &Profile, locale: Locale) -> Self {
        Self {
            profile: profile.id,
            title: profile.title.get(locale),
            operation: profile.operation,
            document: profile.document,
            since: Some(profile.since).filter(|day| !day.is_empty()),
            supersedes: profile.supersedes,
        }
    }
}

pub(super) fn run(arguments: &ProfilesArguments, out: &mut impl Write) -> io::Result<u8> {
    let locale = arguments.language.locale();
    match (arguments.profile, arguments.format) {
        (Some(profile), TwoFormats::Human) => {
            write!(out, "{}", export::profile_page(profile, locale))?;
            return Ok(CLEAN);
        }
        (Some(profile), TwoFormats::Json) => {
            write_pretty(out, &export::profile_details(profile))?;
            return Ok(CLEAN);
        }
        (None, _) => {}
    }
    let mut status = CLEAN;
    let mut profiles = Vec::new();
    for file in &arguments.profile_files {
        match profile_file::read(file, locale) {
            Ok(profile) => profiles.push(profile),
            Err(profile_file::Refused) => status = FAILED,
        }
    }
    if arguments.profile_files.is_empty() {
        profiles.extend(PROFILES);
    }
    match arguments.format {
        TwoFormats::Human => list(&profiles, locale, out)?,
        TwoFormats::Json => {
            let all: Vec<Listed> = (profiles.iter())
                .map(|profile| Listed::of(profile, locale))
                .collect();
            write_pretty(out, &all)?;
        }
    }
    Ok(status)
}

fn list(profiles: &[&Profile], locale: Locale, out: &mut impl Write) -> io::Result<()> {
    let width = column(profiles.iter().map(|profile| profile.id)).max(40);
    for profile in profiles {
        writeln!(out, "{:width$}{}", profile.id, profile.title.get(locale))?;
        let edition = profile
            .edition_beside_document(locale)
            .map_or_else(String::new, |edition| format!(", {edition}"));
        writeln!(out, "{:width$}{}{edition}", "", profile.document)?;
    }
    Ok(())
}
