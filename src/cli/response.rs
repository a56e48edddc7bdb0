//! `kvspec response FILE --request ORDER`.

use std::io::{self, Write};

use kvspec::render::human::Shown;
use kvspec::render::line::write_pretty;
use kvspec::response::{
    ErrorReply, NotReconciled, Outcome, ResponseReport, check_response, provider_diagnostics,
    reconcile, response_profile,
};
use kvspec::{Code, Diagnostic, Locale, Profile, Report, Severity, Spec};
use serde::Serialize;

use super::files::shares_stdin;
use super::single::{Single, style};
use super::{CLEAN, FAILED, FOUND, ResponseArguments, TwoFormats, complain};

/// What was found in a success.
#[derive(Serialize)]
struct PublishedCreated<'r, R: Serialize> {
    schema: &'static str,
    profile: &'static str,
    source: &'r str,
    request: Option<&'r str>,
    outcome: &'static str,
    #[serde(flatten)]
    report: R,
}

/// What a provider's error says.
#[derive(Serialize)]
struct PublishedRefused<'r, D: Serialize> {
    schema: &'static str,
    profile: &'static str,
    source: &'r str,
    request: Option<&'r str>,
    outcome: &'static str,
    good: bool,
    request_id: Option<&'r str>,
    diagnostics: D,
}

const SCHEMA: &str = "kvspec/response/v1";

pub(super) fn run(arguments: &ResponseArguments, out: &mut impl Write) -> io::Result<u8> {
    let locale = arguments.language.locale();
    let both = [&arguments.file].into_iter().chain(&arguments.request);
    if shares_stdin(both, locale) {
        return Ok(FAILED);
    }
    let Some(response) = Single::read(&arguments.file, locale) else {
        return Ok(FAILED);
    };
    let request = match &arguments.request {
        None => None,
        Some(path) => match Single::request(path, locale) {
            Some(request) => Some(request),
            None => return Ok(FAILED),
        },
    };
    let Some(profile) = profile(arguments, &response, request.as_ref(), locale) else {
        return Ok(FAILED);
    };
    let run = Run {
        profile,
        response: &response,
        request: request.as_ref(),
        format: arguments.format,
        locale,
    };
    match ErrorReply::read(&response.text) {
        Some(reply) => run.refused(&reply, out),
        None => run.created(out),
    }
}

/// The profile that was named, or that of the order, or that of the response.
fn profile(
    arguments: &ResponseArguments,
    response: &Single,
    request: Option<&Single>,
    locale: Locale,
) -> Option<&'static Profile> {
    if let Some(request) = request {
        return request.profile(arguments.profile, "--profile", locale);
    }
    if arguments.profile.is_some() {
        return arguments.profile;
    }
    let inferred = response_profile(&response.text).ok();
    if inferred.is_none() {
        let name = &response.name;
        match locale {
            Locale::En => complain(&format_args!(
                "{name}: no field tells which operation this answers: name a profile with --profile, or give the order with --request"
            )),
            Locale::Zh => complain(&format_args!(
                "{name}：没有字段能说明这是哪个操作的返回：请用 --profile 指定规范，或用 --request 给出订单"
            )),
        }
    }
    inferred
}

struct Run<'r> {
    profile: &'static Profile,
    response: &'r Single,
    request: Option<&'r Single>,
    format: TwoFormats,
    locale: Locale,
}

impl Run<'_> {
    fn request_name(&self) -> Option<&str> {
        self.request.map(|request| request.name.as_str())
    }

    fn created(&self, out: &mut impl Write) -> io::Result<u8> {
        let text = &self.response.text;
        let result = match self.request {
            Some(request) => reconcile(self.profile, &request.text, text),
            None => check_response(self.profile, text).map_err(NotReconciled::from),
        };
        let report = match result {
            Ok(report) => report,
            Err(NotReconciled::NoResponse(reason)) => {
                complain(&reason.message(self.locale));
                return Ok(FAILED);
            }
            Err(NotReconciled::Request(report)) => {
                self.unreadable_order(&report);
                return Ok(FAILED);
            }
            Err(other) => {
                complain(&other);
                return Ok(FAILED);
            }
        };
        match self.format {
            TwoFormats::Human => self.created_human(&report, out)?,
            TwoFormats::Json => write_pretty(
                out,
                &PublishedCreated {
                    schema: SCHEMA,
                    profile: report.report.profile().id,
                    source: &self.response.name,
                    request: self.request_name(),
                    outcome: outcome(&report),
                    report: report.published(self.locale),
                },
            )?,
        }
        Ok(if report.is_good() { CLEAN } else { FOUND })
    }

    fn unreadable_order(&self, report: &Report) {
        let name = self.request_name().unwrap_or_default();
        for found in report.of(Severity::Error) {
            let place = found.span.map_or_else(String::new, |span| {
                format!(":{}:{}", span.start.line, span.start.column)
            });
            complain(&format_args!(
                "{name}{place}: {}",
                found.message(self.locale)
            ));
        }
    }

    fn created_human(&self, report: &ResponseReport, out: &mut impl Write) -> io::Result<()> {
        let style = style(self.locale);
        let any = report.iter().next();
        let shown = any.map(|_| Shown::response(&self.response.text));
        for found in report {
            let finding = style.finding(&self.response.name, shown.as_ref(), found);
            writeln!(out, "{finding}\n")?;
        }
        let zh = self.locale == Locale::Zh;
        let line = |out: &mut dyn Write, en: &str, zh_word: &str, values: &[String]| {
            if values.is_empty() {
                return Ok(());
            }
            let (name, colon, comma) = if zh {
                (zh_word, "：", "、")
            } else {
                (en, ": ", ", ")
            };
            let more = if values.len() > MOST { "…" } else { "" };
            let values = values[..values.len().min(MOST)].join(comma);
            writeln!(out, "{name}{colon}{values}{more}")
        };
        let one = |id: &Option<String>| id.iter().map(|id| plain(id)).collect::<Vec<_>>();
        let ids: Vec<String> = report.instance_ids.iter().map(|id| plain(id)).collect();
        line(out, "instances", "实例", &ids)?;
        line(out, "order ID", "订单 ID", &one(&report.order_id))?;
        line(out, "request ID", "请求 ID", &one(&report.request_id))?;
        let of = |outcome: Outcome| -> Vec<String> {
            let rows = report.comparisons.iter();
            rows.filter(|row| row.outcome == outcome)
                .map(|row| plain(row.parameter.trim_start_matches('/')))
                .collect()
        };
        line(out, "as ordered", "与订单一致", &of(Outcome::Same))?;
        line(
            out,
            "the response does not say",
            "返回中未说明",
            &of(Outcome::NotTold),
        )?;
        let aside: Vec<String> = report.undocumented.iter().map(|at| plain(at)).collect();
        line(out, "undocumented, ignored", "文档未列出，已忽略", &aside)?;
        let errors = report.report.counts().errors;
        let verdict = match (self.locale, outcome(report)) {
            (Locale::En, "as-ordered") => "what came is what was ordered".to_owned(),
            (Locale::Zh, "as-ordered") => "返回与订单一致".to_owned(),
            (Locale::En, "as-documented") => "the response is as documented".to_owned(),
            (Locale::Zh, "as-documented") => "返回符合文档".to_owned(),
            (Locale::En, "unreadable") => "the response cannot be read".to_owned(),
            (Locale::Zh, "unreadable") => "无法读取返回".to_owned(),
            (Locale::En, _) if errors == 1 => "1 error in the response".to_owned(),
            (Locale::En, _) => format!("{errors} errors in the response"),
            (Locale::Zh, _) => format!("返回中有 {errors} 个错误"),
        };
        self.verdict(&verdict, out)
    }

    fn refused(&self, reply: &ErrorReply, out: &mut impl Write) -> io::Result<u8> {
        let request = self.request.map(|request| Spec::from(&request.text));
        let found = provider_diagnostics(self.profile, request, &self.response.text);
        match self.format {
            TwoFormats::Human => self.refused_human(reply, &found, out)?,
            TwoFormats::Json => {
                let diagnostics = kvspec::render::json::diagnostics(&found, self.locale);
                write_pretty(
                    out,
                    &PublishedRefused {
                        schema: SCHEMA,
                        profile: self.profile.id,
                        source: &self.response.name,
                        request: self.request_name(),
                        outcome: if reply.is_dry_run() {
                            "dry-run"
                        } else {
                            "refused"
                        },
                        good: reply.is_dry_run(),
                        request_id: reply.request_id.as_deref(),
                        diagnostics,
                    },
                )?;
            }
        }
        Ok(if reply.is_dry_run() { CLEAN } else { FOUND })
    }

    fn refused_human(
        &self,
        reply: &ErrorReply,
        found: &[Diagnostic],
        out: &mut impl Write,
    ) -> io::Result<()> {
        let style = style(self.locale);
        let order = self
            .request
            .map(|request| (request.name.as_str(), Shown::new(&request.text, 1, 0)));
        for found in found {
            let finding = match &order {
                Some((name, shown)) if found.span.is_some() => {
                    style.finding(name, Some(shown), found)
                }
                _ => style.finding(&self.response.name, None, found),
            };
            writeln!(out, "{finding}\n")?;
        }
        if let Some(id) = &reply.request_id {
            match self.locale {
                Locale::En => writeln!(out, "request ID: {}", plain(id))?,
                Locale::Zh => writeln!(out, "请求 ID：{}", plain(id))?,
            }
        }
        let verdict = match (reply.is_dry_run(), self.locale) {
            (true, Locale::En) => "the dry run passed, and nothing was created",
            (true, Locale::Zh) => "预检通过，未创建实例",
            (false, Locale::En) => "the provider refused the request",
            (false, Locale::Zh) => "服务商拒绝了请求",
        };
        self.verdict(verdict, out)
    }

    fn verdict(&self, verdict: &str, out: &mut impl Write) -> io::Result<()> {
        match self.locale {
            Locale::En => writeln!(out, "{}: {verdict}", self.profile.id),
            Locale::Zh => writeln!(out, "{}：{verdict}", self.profile.id),
        }
    }
}

fn outcome(report: &ResponseReport) -> &'static str {
    if report.iter().any(|found| found.code == Code::Syntax) {
        "unreadable"
    } else if !report.is_good() {
        "findings"
    } else if report.comparisons.is_empty() {
        "as-documented"
    } else {
        "as-ordered"
    }
}

/// A text of a provider as a terminal may show it: without control characters, and not too long.
fn plain(text: &str) -> String {
    let visible = |c: char| {
        if kvspec::text::is_invisible(c) || (c.is_whitespace() && c != ' ') {
            '\u{fffd}'
        } else {
            c
        }
    };
    let mut out: String = text.chars().take(LONGEST).map(visible).collect();
    if text.chars().nth(LONGEST).is_some() {
        out.push('…');
    }
    out
}

/// Of a longer text of a provider so many characters are shown.
const LONGEST: usize = 128;

/// Of a longer list so many values are shown; the JSON report has all of them.
const MOST: usize = 20;
