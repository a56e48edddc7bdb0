//! `--profile-file`: a profile that is not the library's own.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;

use kvspec::diagnostic::Term;
use kvspec::profile_file::{self, Mistake};
use kvspec::render::human::Style;
use kvspec::text::visible;
use kvspec::{Locale, Profile};

use super::files::read_limited;
use super::single::style;
use super::{complain, wants_color_on};

/// Of the mistakes of a file so many are shown.
const MOST_MISTAKES: usize = 100;

/// No document needs more bytes.
const LARGEST: u64 = 16 << 20;

/// The file could not be read, or is wrong; this has been said.
#[derive(Debug)]
pub(super) struct Refused;

/// The profile that is named, or that a file describes.
pub(super) fn chosen(
    named: Option<&'static Profile>,
    file: Option<&Path>,
    locale: Locale,
) -> Result<Option<&'static Profile>, Refused> {
    match file {
        Some(path) => read(path, locale).map(Some),
        None => Ok(named),
    }
}

/// The profile that a file describes. What is wrong with the file is said.
pub(super) fn read(path: &Path, locale: Locale) -> Result<&'static Profile, Refused> {
    let name = visible(&path.display().to_string()).into_owned();
    let bytes = read_limited(path, LARGEST, locale).map_err(|error| {
        complain(&format_args!("{name}: {error}"));
        Refused
    })?;
    let text = String::from_utf8(bytes).map_err(|_| {
        complain(&format_args!("{name}: {}", Term::InvalidUtf8.text(locale)));
        Refused
    })?;
    profile_file::read(&text).map_err(|mistakes| {
        say(&mistakes, &name, &text, locale);
        Refused
    })
}

fn say(mistakes: &[Mistake], name: &str, text: &str, locale: Locale) {
    let style = Style {
        color: wants_color_on(io::stderr().is_terminal()),
        ..style(locale)
    };
    let mut out = io::stderr().lock();
    for mistake in mistakes.iter().take(MOST_MISTAKES) {
        let _ = writeln!(out, "{}\n", mistake.rendered(style, name, text));
    }
    drop(out);
    if mistakes.len() > MOST_MISTAKES {
        match locale {
            Locale::En => complain(&format_args!("only the first {MOST_MISTAKES} are shown")),
            Locale::Zh => complain(&format_args!("仅显示前 {MOST_MISTAKES} 个")),
        }
    }
    let count = mistakes.len();
    match locale {
        Locale::En if count == 1 => complain(&format_args!("{name}: 1 mistake")),
        Locale::En => complain(&format_args!("{name}: {count} mistakes")),
        Locale::Zh => complain(&format_args!("{name}：{count} 个错误")),
    }
}
