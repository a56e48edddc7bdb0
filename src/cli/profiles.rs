use std::io::{self, Write};

use kvspec::{Locale, PROFILES};

use super::CLEAN;

pub(super) fn run(locale: Locale, out: &mut impl Write) -> io::Result<u8> {
    for profile in PROFILES {
        writeln!(out, "{:32}{}", profile.id, profile.title.get(locale))?;
        writeln!(
            out,
            "{:32}{}, {}",
            "",
            profile.document,
            profile.edition.get(locale)
        )?;
    }
    Ok(CLEAN)
}
