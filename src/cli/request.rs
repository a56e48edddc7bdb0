//! `kvspec request ORDER`.

use std::io::{self, Write};

use kvspec::documents::ALIBABA_CONSOLE;
use kvspec::render::line::write_pretty;
use kvspec::{Code, Locale, Profile, Report, order_request};
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
    let Some(order) = Single::request(&arguments.order, locale) else {
        return Ok(FAILED);
    };
    let request = match order_request(&order.text) {
        Ok(request) => request,
        Err(report) => {
            if let Some(other) = written_for_another(&order, &report) {
                complain(&format_args!(
                    "{}: {}",
                    order.name,
                    beside_the_point(other, locale)
                ));
                return Ok(FAILED);
            }
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

/// The profile that an order is written for, where it is another than that of the console's page.
fn written_for_another(order: &Single, report: &Report) -> Option<&'static Profile> {
    if report.iter().any(|found| found.code == Code::Syntax) {
        return None;
    }
    let inferred = Profile::infer(&order.text).ok();
    inferred.filter(|profile| profile.id != ALIBABA_CONSOLE.id)
}

/// Why an order for another profile is not looked at.
fn beside_the_point(profile: &Profile, locale: Locale) -> String {
    let (operation, id) = (profile.operation, profile.id);
    match locale {
        Locale::En => format!(
            "this is a `{operation}` request already ({id}), no order of the console's page; `kvspec lint` checks it, and `kvspec transfer` writes it for another profile"
        ),
        Locale::Zh => format!(
            "这已经是 `{operation}` 请求（{id}），不是控制台购买页的订单；`kvspec lint` 可检查它，`kvspec transfer` 可将其改写到其他规范"
        ),
    }
}
