//! `kvspec request ORDER`.

use std::io::{self, Write};

use kvspec::documents::ALIBABA_CONSOLE;
use kvspec::render::line::write_pretty;
use kvspec::{Locale, order_request};
use serde::Serialize;

use super::single::{Single, style};
use super::{CLEAN, FAILED, FOUND, RequestArguments, RequestFormat, complain};

#[derive(Serialize)]
struct Refused<'r, D: Serialize> {
    schema: &'static str,
    profile: &'static str,
    source: &'r str,
    request: Option<()>,
    diagnostics: D,
}

pub(super) fn run(arguments: &RequestArguments, out: &mut impl Write) -> io::Result<u8> {
    let locale = arguments.language.locale();
    let Some(order) = Single::read(&arguments.order, locale) else {
        return Ok(FAILED);
    };
    let request = match order_request(&order.text) {
        Ok(request) => request,
        Err(report) => {
            match arguments.format {
                RequestFormat::Json => write_pretty(
                    out,
                    &Refused {
                        schema: "kvspec/request/v1",
                        profile: ALIBABA_CONSOLE.id,
                        source: &order.name,
                        request: None,
                        diagnostics: report.published(locale),
                    },
                )?,
                RequestFormat::Human => order.findings(&report, style(locale), out)?,
                // Whoever pipes the query string on must not get anything else.
                RequestFormat::Query => {
                    let report = report.display(locale).to_string();
                    report.lines().for_each(|line| complain(&line));
                }
            }
            let refused = match locale {
                Locale::En => "not a valid order: there is no request that it stands for",
                Locale::Zh => "不是有效的订单，无法转换为请求",
            };
            complain(&format_args!("{}: {refused}", order.name));
            return Ok(FOUND);
        }
    };
    match arguments.format {
        RequestFormat::Human => write!(out, "{}", request.human(locale))?,
        RequestFormat::Json => write_pretty(out, &request.published(locale))?,
        RequestFormat::Query => {
            writeln!(out, "{}", request.query())?;
            complain(&request.note(locale));
        }
    }
    Ok(CLEAN)
}
