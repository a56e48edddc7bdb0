//! A transfer as text and as JSON.

use std::fmt::Write as _;

use serde::Serialize;
use serde_json::Value;

use super::{Action, Moved, Step, Transfer};
use crate::report::{PublishedCitation, PublishedDiagnostic, published as diagnostics};
use crate::text::json as line;
use crate::text::visible;
use crate::words::Locale;

/// A transfer in the published JSON, `kvspec/transfer/v1`.
#[derive(Debug, Serialize)]
pub struct PublishedTransfer<'t> {
    schema: &'static str,
    from: &'static str,
    to: &'static str,
    valid: bool,
    lossy: bool,
    requests: Vec<PublishedMoved<'t>>,
    steps: Vec<PublishedStep<'t>>,
}

#[derive(Debug, Serialize)]
struct PublishedMoved<'t> {
    copies: u64,
    valid: bool,
    spec: &'t Value,
    diagnostics: Vec<PublishedDiagnostic<'t>>,
}

#[derive(Debug, Serialize)]
struct PublishedStep<'t> {
    action: &'static str,
    request: usize,
    from: Option<&'t str>,
    to: Option<&'t str>,
    was: Option<&'t str>,
    now: Option<&'t str>,
    message: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<PublishedCitation>,
}

pub(super) fn published(transfer: &Transfer, locale: Locale) -> PublishedTransfer<'_> {
    PublishedTransfer {
        schema: "kvspec/transfer/v1",
        from: transfer.from.id,
        to: transfer.to.id,
        valid: transfer.is_valid(),
        lossy: transfer.is_lossy(),
        requests: transfer
            .requests
            .iter()
            .map(|moved| PublishedMoved {
                copies: moved.copies,
                valid: moved.report.is_valid(),
                spec: &moved.shown,
                diagnostics: diagnostics(moved.report.diagnostics(), locale),
            })
            .collect(),
        steps: transfer
            .steps
            .iter()
            .map(|step| PublishedStep {
                action: step.action.name(),
                request: step.request,
                from: step.from.as_deref(),
                to: step.to.as_deref(),
                was: step.was.as_deref(),
                now: step.now.as_deref(),
                message: step.action.message(locale),
                source: step.source.map(Into::into),
            })
            .collect(),
    }
}

/// A value as a line of text may show it.
fn shown(value: &str) -> String {
    crate::diagnostic::abbreviated(value)
        .map_or_else(|| "…".to_owned(), |value| format!("`{value}`"))
}

fn step_line(step: &Step, locale: Locale) -> String {
    let side = |path: Option<&str>, value: Option<&str>| {
        // It may hold a name that no document knows.
        let mut out = visible(path.unwrap_or_default()).into_owned();
        if let Some(value) = value {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(&shown(value));
        }
        out
    };
    let old = side(step.from.as_deref(), step.was.as_deref());
    let new = side(step.to.as_deref(), step.now.as_deref());
    let words = step.action.message(locale);
    let mut out = old;
    if !new.is_empty() {
        out.push_str(if out.is_empty() { "→ " } else { " → " });
        out.push_str(&new);
    }
    match locale {
        Locale::En => {
            let _ = write!(out, ": {words}");
        }
        Locale::Zh => {
            let _ = write!(out, "：{words}");
        }
    }
    out
}

pub(super) fn human(transfer: &Transfer, locale: Locale) -> String {
    let mut out = String::new();
    let zh = locale == Locale::Zh;
    let (from, to) = (transfer.from.id, transfer.to.id);
    let _ = writeln!(out, "{from} → {to}");
    for step in &transfer.steps {
        let mark = if step.action.is_loss() {
            '!'
        } else if step.action.is_dropped() {
            '-'
        } else if step.action == Action::Kept {
            ' '
        } else {
            '+'
        };
        let number = if transfer.requests.len() > 1 {
            format!("[{}] ", step.request + 1)
        } else {
            String::new()
        };
        let _ = writeln!(out, "  {mark} {number}{}", step_line(step, locale));
    }
    if transfer.requests.is_empty() {
        out.push_str(match locale {
            Locale::En => "\nthere is no instance in the order, and so no request\n",
            Locale::Zh => "\n订单中没有实例，因此没有请求\n",
        });
    }
    for moved in &transfer.requests {
        request(&mut out, moved, transfer.to.takes_token(), zh);
    }
    out
}

fn request(out: &mut String, moved: &Moved, takes_token: bool, zh: bool) {
    let spec = line::pretty(&moved.shown);
    let _ = writeln!(out, "\n{spec}");
    if moved.copies != 1 {
        let copies = moved.copies;
        let care = match (takes_token, zh) {
            (false, _) => "",
            (true, false) => ", each time with a Token of its own",
            (true, true) => "，每次使用各自的 Token",
        };
        let _ = if zh {
            writeln!(out, "须发送 {copies} 次{care}")
        } else {
            writeln!(out, "to be sent {copies} times{care}")
        };
    }
    let locale = if zh { Locale::Zh } else { Locale::En };
    for found in &moved.report {
        if found.severity == crate::Severity::Info {
            continue;
        }
        let _ = writeln!(
            out,
            "{}[{}] {}{} {}",
            found.severity.label(locale),
            found.code,
            visible(&found.path),
            if zh { "：" } else { ":" },
            found.message(locale)
        );
    }
    let _ = match (moved.report.is_valid(), zh) {
        (true, false) => writeln!(out, "valid there"),
        (true, true) => writeln!(out, "在目标规范下有效"),
        (false, false) => writeln!(out, "not valid there: see above for what is left to do"),
        (false, true) => writeln!(out, "在目标规范下无效：见上文所列问题"),
    };
}
