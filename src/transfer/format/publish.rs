//! Orders in another format as JSON.

use serde::Serialize;

use super::{Rewritten, RewrittenOrder};
use crate::diagnostic::{Diagnostic, Locale};
use crate::transfer::Step;

/// Orders in another format in the published JSON.
#[derive(Debug, Serialize)]
pub struct PublishedRewrite<'r> {
    to: &'static str,
    valid: bool,
    lossy: bool,
    text: &'r str,
    orders: Vec<PublishedOrder<'r>>,
    findings: Vec<PublishedFinding<'r>>,
}

#[derive(Debug, Serialize)]
struct PublishedOrder<'r> {
    name: Option<&'r str>,
    line: usize,
    from: &'static str,
    to: &'static str,
    copies: u64,
    steps: Vec<PublishedStep<'r>>,
}

#[derive(Debug, Serialize)]
struct PublishedStep<'r> {
    action: &'static str,
    from: Option<&'r str>,
    to: Option<&'r str>,
    was: Option<&'r str>,
    now: Option<&'r str>,
    message: &'static str,
    why: Option<&'static str>,
    line: Option<usize>,
    column: Option<usize>,
}

#[derive(Debug, Serialize)]
struct PublishedFinding<'r> {
    code: &'static str,
    severity: &'static str,
    path: &'r str,
    line: Option<usize>,
    column: Option<usize>,
    message: String,
}

pub(super) fn published(rewritten: &Rewritten, locale: Locale) -> PublishedRewrite<'_> {
    let findings = rewritten.findings.iter().flat_map(|one| &one.diagnostics);
    PublishedRewrite {
        to: rewritten.to.id(),
        valid: rewritten.is_valid(),
        lossy: rewritten.is_lossy(),
        text: &rewritten.text,
        orders: (rewritten.orders.iter())
            .map(|moved| order(moved, locale))
            .collect(),
        findings: findings.map(|found| finding(found, locale)).collect(),
    }
}

fn order(order: &RewrittenOrder, locale: Locale) -> PublishedOrder<'_> {
    PublishedOrder {
        name: order.name.as_deref(),
        line: order.start.line,
        from: order.from.id,
        to: order.to.id,
        copies: order.copies,
        steps: order.steps.iter().map(|done| step(done, locale)).collect(),
    }
}

fn step(step: &Step, locale: Locale) -> PublishedStep<'_> {
    PublishedStep {
        action: step.action.name(),
        from: step.from.as_deref(),
        to: step.to.as_deref(),
        was: step.was.as_deref(),
        now: step.now.as_deref(),
        message: step.action.message(locale),
        why: step.why.map(|why| why.get(locale)),
        line: step.span.map(|span| span.start.line),
        column: step.span.map(|span| span.start.column),
    }
}

fn finding(found: &Diagnostic, locale: Locale) -> PublishedFinding<'_> {
    PublishedFinding {
        code: found.code.name(),
        severity: found.severity.name(),
        path: &found.path,
        line: found.span.map(|span| span.start.line),
        column: found.span.map(|span| span.start.column),
        message: found.message(locale),
    }
}
