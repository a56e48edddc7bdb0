//! `kvspec transfer FILE [--to ID]`.

use std::io::{self, Write};

use kvspec::render::human::plural;
use kvspec::render::line::write_pretty;
use kvspec::{Locale, Profile, Report, Standing, standings, transfer};
use serde::Serialize;

use super::single::{Single, style};
use super::{CLEAN, Destination, FAILED, FOUND, TransferArguments, TwoFormats, column};

#[derive(Serialize)]
struct Survey<'s> {
    schema: &'static str,
    source: &'s str,
    profile: &'static str,
    profiles: Vec<Row>,
}

/// What is written of an order that cannot be read, in the place of either.
#[derive(Serialize)]
struct Unreadable<'s, D: Serialize> {
    schema: &'static str,
    source: &'s str,
    valid: bool,
    diagnostics: D,
}

const STANDINGS: &str = "kvspec/standings/v1";

#[derive(Serialize)]
struct Row {
    profile: &'static str,
    valid: bool,
    errors: usize,
    warnings: usize,
    transferred: Transferred,
}

#[derive(Serialize)]
struct Transferred {
    valid: bool,
    errors: usize,
    lossy: bool,
}

pub(super) fn run(arguments: &TransferArguments, out: &mut impl Write) -> io::Result<u8> {
    let locale = arguments.language.locale();
    let Some(single) = Single::read(&arguments.file, locale) else {
        return Ok(FAILED);
    };
    let to = match arguments.to {
        Some(Destination::Format(format)) => {
            return super::rewrite::run(arguments, &single, format, out);
        }
        Some(Destination::Profile(profile)) => Some(profile),
        None => None,
    };
    if !single.is_request("FORMAT", locale) {
        return Ok(FAILED);
    }
    let Some(from) = single.profile(arguments.from, "--from", locale) else {
        return Ok(FAILED);
    };
    let Some(to) = to else {
        return match standings(&single.text, from) {
            Ok(all) => survey(&single, from, &all, arguments.format, locale, out),
            Err(report) => unreadable(&single, &report, arguments, out),
        };
    };
    let moved = match transfer(&single.text, from, to) {
        Ok(moved) => moved,
        Err(report) => return unreadable(&single, &report, arguments, out),
    };
    match arguments.format {
        TwoFormats::Human => write!(out, "{}", moved.human(locale))?,
        TwoFormats::Json => write_pretty(out, &moved.published(locale))?,
    }
    Ok(if moved.is_valid() { CLEAN } else { FOUND })
}

fn unreadable(
    single: &Single,
    report: &Report,
    arguments: &TransferArguments,
    out: &mut impl Write,
) -> io::Result<u8> {
    let locale = arguments.language.locale();
    match arguments.format {
        TwoFormats::Human => single.findings(report, style(locale), out)?,
        TwoFormats::Json => write_pretty(
            out,
            &Unreadable {
                schema: match arguments.to {
                    Some(_) => "kvspec/transfer/v1",
                    None => STANDINGS,
                },
                source: &single.name,
                valid: false,
                diagnostics: report.published(locale),
            },
        )?,
    }
    Ok(FOUND)
}

fn survey(
    single: &Single,
    from: &'static Profile,
    all: &[Standing],
    format: TwoFormats,
    locale: Locale,
    out: &mut impl Write,
) -> io::Result<u8> {
    let rows: Vec<Row> = all
        .iter()
        .map(|standing| {
            let counts = standing.as_written.counts();
            let moved = &standing.transfer;
            let own = moved.to.id == from.id;
            Row {
                profile: moved.to.id,
                valid: standing.as_written.is_valid(),
                errors: counts.errors,
                warnings: counts.warnings,
                transferred: if own {
                    Transferred {
                        valid: standing.as_written.is_valid(),
                        errors: counts.errors,
                        lossy: false,
                    }
                } else {
                    Transferred {
                        valid: moved.is_valid(),
                        errors: moved
                            .requests
                            .iter()
                            .map(|request| request.report.counts().errors)
                            .sum(),
                        lossy: moved.is_lossy(),
                    }
                },
            }
        })
        .collect();
    let status = if rows.iter().any(|row| row.profile == from.id && row.valid) {
        CLEAN
    } else {
        FOUND
    };
    if format == TwoFormats::Json {
        write_pretty(
            out,
            &Survey {
                schema: STANDINGS,
                source: &single.name,
                profile: from.id,
                profiles: rows,
            },
        )?;
        return Ok(status);
    }
    let width = column(rows.iter().map(|row| row.profile));
    for row in &rows {
        let words = if row.profile == from.id {
            own_words(row, locale)
        } else {
            words(row, locale)
        };
        writeln!(out, "{:width$}{words}", row.profile)?;
    }
    match locale {
        Locale::En => writeln!(out, "\n`--to ID` shows what a transfer would change."),
        Locale::Zh => writeln!(out, "\n使用 `--to ID` 查看转换的具体改动。"),
    }?;
    Ok(status)
}

fn own_words(row: &Row, locale: Locale) -> String {
    match (locale, row.valid) {
        (Locale::En, true) => "its own profile: valid".to_owned(),
        (Locale::En, false) => format!("its own profile: {}", plural(row.errors, "error")),
        (Locale::Zh, true) => "自身的规范：有效".to_owned(),
        (Locale::Zh, false) => format!("自身的规范：{} 个错误", row.errors),
    }
}

fn words(row: &Row, locale: Locale) -> String {
    let moved = &row.transferred;
    match locale {
        Locale::En => {
            let as_is = if row.valid {
                format!("valid as written ({})", plural(row.warnings, "warning"))
            } else {
                format!("{} as written", plural(row.errors, "error"))
            };
            let then = match (moved.valid, moved.lossy) {
                (true, false) => "valid after transfer".to_owned(),
                (true, true) => "valid after transfer, with losses".to_owned(),
                (false, _) => format!("{} left after transfer", plural(moved.errors, "error")),
            };
            format!("{as_is}; {then}")
        }
        Locale::Zh => {
            let as_is = if row.valid {
                format!("原样有效（{} 个警告）", row.warnings)
            } else {
                format!("原样有 {} 个错误", row.errors)
            };
            let then = match (moved.valid, moved.lossy) {
                (true, false) => "转换后有效".to_owned(),
                (true, true) => "转换后有效，但有损失".to_owned(),
                (false, _) => format!("转换后仍有 {} 个错误", moved.errors),
            };
            format!("{as_is}；{then}")
        }
    }
}
