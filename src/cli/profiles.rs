use std::io::{self, Write};

use kvspec::{Locale, PROFILES};

use super::CLEAN;

pub(super) fn run(locale: Locale, out: &mut impl Write) -> io::Result<u8> {
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
    Ok(CLEAN)
}
