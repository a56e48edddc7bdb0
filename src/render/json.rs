//! The published JSON report, `kvspec/report/v1`.

use serde::Serialize;

use crate::lint::Linted;
use crate::report::{Counts, PublishedDiagnostic, published};
use crate::words::Locale;

pub use crate::report::SCHEMA;

/// A report over any number of requests, to be written with serde.
#[derive(Debug, Serialize)]
pub struct PublishedReport<'r> {
    schema: &'static str,
    summary: Summary,
    specs: Vec<PublishedSpec<'r>>,
}

/// Totals of a report.
#[derive(Debug, Clone, Copy, Default, Serialize)]
#[non_exhaustive]
pub struct Summary {
    /// How many requests there were.
    pub specs: usize,
    /// How many findings, by severity.
    #[serde(flatten)]
    pub counts: Counts,
    /// How many findings a team's own policy puts off.
    #[serde(skip_serializing_if = "is_zero")]
    pub hidden: usize,
    /// How many files were met that hold no order, and passed over.
    #[serde(skip_serializing_if = "is_zero")]
    pub passed_over: usize,
    /// How many findings were left out because there were too many.
    #[serde(skip_serializing_if = "is_zero")]
    pub omitted: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
pub(super) const fn is_zero(count: &usize) -> bool {
    *count == 0
}

impl Summary {
    /// Adds one request.
    pub fn add(&mut self, linted: &Linted) {
        self.specs += 1;
        self.hidden += linted.hidden;
        self.counts += Counts::of(&linted.diagnostics);
    }
}

impl PublishedReport<'_> {
    /// The same report with totals that were counted elsewhere: of files that were passed over,
    /// and of findings that are not in it.
    #[must_use]
    pub const fn summary(mut self, summary: Summary) -> Self {
        self.summary = summary;
        self
    }
}

impl std::ops::AddAssign for Summary {
    fn add_assign(&mut self, other: Self) {
        self.specs += other.specs;
        self.counts += other.counts;
        self.hidden += other.hidden;
        self.passed_over += other.passed_over;
        self.omitted += other.omitted;
    }
}

#[derive(Debug, Serialize)]
struct PublishedSpec<'r> {
    source: &'r str,
    index: usize,
    line: usize,
    format: &'static str,
    name: Option<&'r str>,
    profile: Option<&'static str>,
    inferred: bool,
    valid: bool,
    unknown: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    unchecked: Option<String>,
    #[serde(skip_serializing_if = "super::json::is_zero")]
    hidden: usize,
    diagnostics: Vec<PublishedDiagnostic<'r>>,
}

/// The report over these requests, each with the name of the file that it comes from.
pub fn report<'r>(
    specs: impl IntoIterator<Item = (&'r str, &'r Linted)>,
    locale: Locale,
) -> PublishedReport<'r> {
    let mut summary = Summary::default();
    let specs = specs
        .into_iter()
        .map(|(source, linted)| {
            summary.add(linted);
            PublishedSpec {
                source,
                index: linted.index,
                line: linted.line,
                format: linted.format.id(),
                name: linted.name.as_deref(),
                profile: linted.profile.map(|profile| profile.id),
                inferred: linted.inferred,
                valid: linted.is_valid(),
                unknown: linted.unknown,
                unchecked: linted.unchecked.map(|reason| reason.message(locale)),
                hidden: linted.hidden,
                diagnostics: published(&linted.diagnostics, locale),
            }
        })
        .collect();
    PublishedReport {
        schema: SCHEMA,
        summary,
        specs,
    }
}

/// Findings that are part of no report, in the same shape as those of one.
#[must_use]
pub fn diagnostics(found: &[crate::Diagnostic], locale: Locale) -> impl Serialize {
    published(found, locale)
}
