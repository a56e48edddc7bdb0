use std::io::{self, Write};

use kvspec::{Locale, PROFILES};

use super::CLEAN;

pub(super) fn run(locale: Locale, out: &mut impl Write) -> io::Result<u8> {
    for profile in PROFILES {
        writeln!(out, "{:40}{}", profile.id, profile.title.get(locale))?;
        let edition = profile.edition.get(locale);
        let edition = match edition
            .split(", ")
            .all(|part| profile.document.contains(part))
        {
            true => String::new(),
            false => format!(", {edition}"),
        };
        writeln!(out, "{:40}{}{edition}", "", profile.document)?;
    }
    Ok(CLEAN)
}
