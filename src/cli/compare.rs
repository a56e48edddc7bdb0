//! `kvspec compare A B`.

use std::io::{self, Write};

use kvspec::compare::compare;

use super::single::write_json;
use super::{CLEAN, CompareArguments, CompareFormat};

pub(super) fn run(arguments: &CompareArguments, out: &mut impl Write) -> io::Result<u8> {
    let locale = arguments.language.locale();
    let comparison = compare(arguments.a, arguments.b);
    match arguments.format {
        CompareFormat::Human => write!(out, "{}", comparison.human(locale))?,
        CompareFormat::Markdown => write!(out, "{}", comparison.markdown(locale))?,
        CompareFormat::Json => write_json(out, &comparison.published(locale))?,
    }
    Ok(CLEAN)
}
