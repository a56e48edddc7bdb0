//! `kvspec change OLD NEW`.

use std::io::{self, Write};

use kvspec::render::line::write_pretty;
use kvspec::{Locale, Transition, check_change};
use serde::Serialize;

use super::files::shares_stdin;
use super::single::{Single, style};
use super::{CLEAN, ChangeArguments, FAILED, FOUND, TwoFormats, complain};

#[derive(Serialize)]
struct PublishedChange<'c, E: Serialize, W: Serialize> {
    schema: &'static str,
    profile: &'static str,
    allowed: bool,
    existing: PublishedSide<'c, E>,
    wanted: PublishedSide<'c, W>,
}

#[derive(Serialize)]
struct PublishedSide<'c, D: Serialize> {
    source: &'c str,
    diagnostics: D,
}

pub(super) fn run(arguments: &ChangeArguments, out: &mut impl Write) -> io::Result<u8> {
    let locale = arguments.language.locale();
    if shares_stdin([&arguments.old, &arguments.new], locale) {
        return Ok(FAILED);
    }
    let (Some(old), Some(new)) = (
        Single::request(&arguments.old, locale),
        Single::request(&arguments.new, locale),
    ) else {
        return Ok(FAILED);
    };
    let Some(profile) = new.profile(arguments.profile, "--profile", locale) else {
        return Ok(FAILED);
    };
    let change = match check_change(profile, &old.text, &new.text) {
        Ok(change) => change,
        Err(reason) => {
            complain(&reason.message(locale));
            return Ok(FAILED);
        }
    };
    match arguments.format {
        TwoFormats::Human => human(&old, &new, &change, locale, out)?,
        TwoFormats::Json => write_pretty(
            out,
            &PublishedChange {
                schema: "kvspec/change/v1",
                profile: profile.id,
                allowed: change.is_allowed(),
                existing: PublishedSide {
                    source: &old.name,
                    diagnostics: change.existing.published(locale),
                },
                wanted: PublishedSide {
                    source: &new.name,
                    diagnostics: change.wanted.published(locale),
                },
            },
        )?,
    }
    Ok(if change.is_allowed() { CLEAN } else { FOUND })
}

fn human(
    old: &Single,
    new: &Single,
    change: &Transition,
    locale: Locale,
    out: &mut impl Write,
) -> io::Result<()> {
    let style = style(locale);
    old.findings(&change.existing, style, out)?;
    new.findings(&change.wanted, style, out)?;
    let refused = change.refused().count();
    let unjudged = !change.is_allowed() && refused == 0;
    let profile = change.wanted.profile().id;
    let verdict = match (locale, refused) {
        (Locale::En, 0) if unjudged => "the change cannot be judged before this is mended".into(),
        (Locale::Zh, 0) if unjudged => "须先修正以上问题才能判断此更改".into(),
        (Locale::En, 0) => "no document refuses this change".into(),
        (Locale::Zh, 0) => "没有文档禁止此更改".into(),
        (Locale::En, 1) => "1 change is refused".to_owned(),
        (Locale::En, _) => format!("{refused} changes are refused"),
        (Locale::Zh, _) => format!("有 {refused} 项更改被拒绝"),
    };
    match locale {
        Locale::En => writeln!(out, "{profile}: {verdict}"),
        Locale::Zh => writeln!(out, "{profile}：{verdict}"),
    }
}
