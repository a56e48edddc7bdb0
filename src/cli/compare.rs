//! `kvspec compare A B`.

use std::io::{self, Write};

use kvspec::compare::compare;
use kvspec::render::line::write_pretty;

use super::{CLEAN, CompareArguments, CompareFormat};

pub(super) fn run(arguments: &CompareArguments, out: &mut impl Write) -> io::Result<u8> {
    let locale = arguments.language.locale();
    let comparison = compare(arguments.a, arguments.b);
    match arguments.format {
        CompareFormat::Human => write!(out, "{}", comparison.human(locale))?,
        CompareFormat::Markdown => write!(out, "{}", comparison.markdown(locale))?,
        CompareFormat::Json => write_pretty(out, &comparison.published(locale))?,
    }
    Ok(CLEAN)
}
