use std::fmt;

use serde::Serialize;
use serde_json::Value;

use crate::diagnostic::{
    Applicability, Diagnostic, Edit, Locale, PatchOperation, Severity, Span, compatible_edits,
};
use crate::engine::Policy;
use crate::profile::{Citation, Profile};
use crate::text::visible;

/// The name and version of the published shape.
pub const SCHEMA: &str = "kvspec/report/v1";

/// Everything that was found in one request.
///
/// It is an error type, so that `?` can carry it. Its `Display` is one line in English, with the
/// errors alone; [`display`](Self::display) has all findings, one a line, in either language.
#[derive(Debug, Clone)]
pub struct Report {
    profile: &'static Profile,
    diagnostics: Vec<Diagnostic>,
    valid: bool,
    hidden: usize,
    /// How many parameters have a value that is not known, wholly or in part.
    pub(crate) unknown: usize,
}

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    /// What a document says is wrong.
    pub errors: usize,
    /// What very likely does not do what its author wants.
    pub warnings: usize,
    /// What is worth knowing before paying.
    pub infos: usize,
}

impl Counts {
    /// Counts findings.
    pub fn of<'d>(diagnostics: impl IntoIterator<Item = &'d Diagnostic>) -> Self {
        let mut counts = Self::default();
        for diagnostic in diagnostics {
            match diagnostic.severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Info => counts.infos += 1,
            }
        }
        counts
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.infos += other.infos;
    }
}

impl Report {
    pub(crate) fn new(profile: &'static Profile, diagnostics: Vec<Diagnostic>) -> Self {
        Self {
            profile,
            valid: !diagnostics.iter().any(Diagnostic::is_documented_error),
            hidden: 0,
            unknown: 0,
            diagnostics,
        }
    }

    /// The same report with the severities that a team wants. The verdict stays.
    pub(crate) fn overruled(mut self, policy: &dyn Policy) -> Self {
        self.hidden += policy.overrule(&mut self.diagnostics);
        self
    }

    /// The same report without findings below a severity. The verdict stays.
    pub(crate) fn limited_to(mut self, least: Severity) -> Self {
        self.diagnostics.retain(|found| found.severity >= least);
        self
    }

    /// The profile that was checked against.
    #[must_use]
    pub const fn profile(&self) -> &'static Profile {
        self.profile
    }

    /// Whether no document says that the request is wrong. Warnings do not change this, nor do
    /// a team's own rules, nor the severities that a team gives to findings: a request that is
    /// wrong stays so when nobody wants to hear of it.
    #[must_use]
    pub const fn is_valid(&self) -> bool {
        self.valid
    }

    /// Whether the request may be sent as far as anybody has a say: it is valid, and no finding is
    /// an error, be it one of a team's own rules.
    ///
    /// ```
    /// use kvspec::{Checker, Profile};
    /// let checker = Checker::new(Profile::by_id("alibaba.create-instance.cn").unwrap());
    /// let report = checker.check(r#"{"RegionId": "cn-hangzhou", "Capacity": 1024}"#);
    /// assert!(report.passes());
    /// ```
    #[must_use]
    pub fn passes(&self) -> bool {
        self.valid && self.counts().errors == 0
    }

    /// How many findings are not shown because a team's own policy puts them off.
    #[must_use]
    pub const fn hidden(&self) -> usize {
        self.hidden
    }

    /// The findings, in the order of the text that was checked, or of the document's table.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Iterates over the findings.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.diagnostics.iter()
    }

    /// The findings of that severity.
    pub fn of(&self, severity: Severity) -> impl Iterator<Item = &Diagnostic> {
        self.iter().filter(move |found| found.severity == severity)
    }

    /// How many findings there are of each severity.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts::of(&self.diagnostics)
    }

    /// Adds a finding, such as one of [`Diagnostic::house_rule`]. It does not change whether a
    /// document says that the request is wrong.
    pub fn push(&mut self, found: Diagnostic) {
        self.diagnostics.push(found);
    }

    /// The findings as lines of text in one language.
    #[must_use]
    pub fn display(&self, locale: Locale) -> impl fmt::Display + '_ {
        Lines {
            report: self,
            locale,
        }
    }

    /// The findings in the published JSON shape, for serde.
    #[must_use]
    pub fn published(&self, locale: Locale) -> impl Serialize + '_ {
        published(&self.diagnostics, locale)
    }

    /// The edits of the fixes that may be applied without a person looking at them, with
    /// `unsafe_too` of all, as far as they can be made together: a fix that meets an earlier one
    /// is left for the next check. [`Linter::fix`](crate::Linter::fix) goes on until none is left.
    pub fn edits(&self, unsafe_too: bool) -> impl Iterator<Item = &Edit> {
        compatible_edits(&self.diagnostics, unsafe_too).into_iter()
    }
}

/// Reports are equal if they say the same of requests of the same profile.
impl PartialEq for Report {
    fn eq(&self, other: &Self) -> bool {
        self.profile.id == other.profile.id
            && self.valid == other.valid
            && self.hidden == other.hidden
            && self.unknown == other.unknown
            && self.diagnostics == other.diagnostics
    }
}

impl<'r> IntoIterator for &'r Report {
    type Item = &'r Diagnostic;
    type IntoIter = std::slice::Iter<'r, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Report {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.diagnostics.into_iter()
    }
}

/// So many errors are told in the one line of a report.
const MOST_TOLD: usize = 3;

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = self.counts();
        let count = |count: usize, noun: &str| match count {
            1 => format!("1 {noun}"),
            count => format!("{count} {noun}s"),
        };
        if counts.errors == 0 {
            return write!(f, "no errors, {}", count(counts.warnings, "warning"));
        }
        f.write_str(&count(counts.errors, "error"))?;
        for (index, found) in self.of(Severity::Error).take(MOST_TOLD).enumerate() {
            f.write_str(if index == 0 { ": " } else { "; " })?;
            write!(f, "{}", found.code)?;
            if !found.path.is_empty() {
                write!(f, " at {}", visible(&found.path))?;
            }
            let message = found.message(Locale::En);
            if !message.is_empty() {
                write!(f, ": {message}")?;
            }
        }
        if counts.errors > MOST_TOLD {
            write!(f, "; and {} more", counts.errors - MOST_TOLD)?;
        }
        Ok(())
    }
}

impl std::error::Error for Report {}

struct Lines<'r> {
    report: &'r Report,
    locale: Locale,
}

impl fmt::Display for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, found) in self.report.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{}[{}]", found.severity.label(self.locale), found.code)?;
            if !found.path.is_empty() {
                write!(f, " {}", visible(&found.path))?;
            }
            let message = found.message(self.locale);
            if !message.is_empty() {
                write!(f, ": {message}")?;
            }
        }
        Ok(())
    }
}

/// Findings as the published JSON has them.
pub(crate) fn published(
    diagnostics: &[Diagnostic],
    locale: Locale,
) -> Vec<PublishedDiagnostic<'_>> {
    diagnostics
        .iter()
        .map(|found| PublishedDiagnostic::new(found, locale))
        .collect()
}

/// One finding in the published JSON, `kvspec/report/v1`. Whoever writes many alike leaves out
/// the path, the span, and the figures of edits, and fills them in.
#[derive(Debug, Serialize)]
pub(crate) struct PublishedDiagnostic<'d, P = &'d str, S = PublishedSpan<usize>, N = usize> {
    code: &'static str,
    severity: &'static str,
    path: P,
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<&'static str>,
    message: String,
    help: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider_code: Option<&'static str>,
    args: crate::diagnostic::ArgsIn<'d>,
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<PublishedFix<'d, P, N>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<PublishedCitation>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct PublishedSpan<N> {
    start: PublishedPosition<N>,
    end: PublishedPosition<N>,
}

#[derive(Debug, Clone, Serialize)]
struct PublishedPosition<N> {
    offset: N,
    line: N,
    column: N,
}

impl<N> PublishedSpan<N> {
    /// The six figures, in the order in which they are written.
    pub(crate) fn of(figures: [N; 6]) -> Self {
        let [offset, line, column, end_offset, end_line, end_column] = figures;
        Self {
            start: PublishedPosition {
                offset,
                line,
                column,
            },
            end: PublishedPosition {
                offset: end_offset,
                line: end_line,
                column: end_column,
            },
        }
    }
}

impl Span {
    /// The six figures, in the order in which they are published.
    pub(crate) const fn figures(self) -> [usize; 6] {
        let Self { start, end } = self;
        [
            start.offset,
            start.line,
            start.column,
            end.offset,
            end.line,
            end.column,
        ]
    }
}

#[derive(Debug, Serialize)]
struct PublishedFix<'d, P, N> {
    title: String,
    applicability: Applicability,
    edits: Vec<PublishedEdit<'d, N>>,
    patch: Vec<PublishedOperation<P>>,
}

#[derive(Debug, Serialize)]
struct PublishedEdit<'d, N> {
    start: N,
    end: N,
    text: &'d str,
}

/// One operation of a JSON Patch (RFC 6902).
#[derive(Debug, Serialize)]
struct PublishedOperation<P> {
    op: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Pointer<P>>,
    path: Pointer<P>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Value>,
}

/// A pointer to where the finding is, or to somewhere else.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Pointer<P> {
    Here(P),
    Elsewhere(String),
}

impl<P: Copy> PublishedOperation<P> {
    /// An operation of a fix for a finding at `here`, which is published as `path`.
    fn of(operation: PatchOperation, here: &str, path: P) -> Self {
        let pointer = |written: String| {
            if written == here {
                Pointer::Here(path)
            } else {
                Pointer::Elsewhere(written)
            }
        };
        let (op, from, path, value) = match operation {
            PatchOperation::Add { path, value } => ("add", None, path, Some(value)),
            PatchOperation::Replace { path, value } => ("replace", None, path, Some(value)),
            PatchOperation::Move { from, path } => ("move", Some(from), path, None),
            PatchOperation::Remove { path } => ("remove", None, path, None),
        };
        Self {
            op,
            from: from.map(pointer),
            path: pointer(path),
            value,
        }
    }
}

/// Where a row comes from, as every published shape has it.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct PublishedCitation {
    pub(crate) document: &'static str,
    pub(crate) section: &'static str,
    pub(crate) quote: &'static str,
}

impl From<Citation> for PublishedCitation {
    fn from(citation: Citation) -> Self {
        Self {
            document: citation.document,
            section: citation.section,
            quote: citation.quote,
        }
    }
}

impl<'d, P: Copy, S, N> PublishedDiagnostic<'d, P, S, N> {
    /// A finding with this path, this span if it has one, and edits between these figures, each
    /// given with its place among the edits.
    pub(crate) fn placed(
        found: &'d Diagnostic,
        locale: Locale,
        path: P,
        span: impl FnOnce(Span) -> S,
        edited: impl Fn(usize, &Edit) -> (N, N),
    ) -> Self {
        Self {
            code: found.code.name(),
            severity: found.severity.name(),
            path,
            parameter: found.parameter,
            message: found.message(locale),
            help: found.help(locale),
            provider_code: found.provider_code,
            args: found.args.published(locale),
            span: found.span.map(span),
            fix: found.fix.as_ref().map(|fix| PublishedFix {
                title: fix.title(locale),
                applicability: fix.applicability,
                edits: (fix.edits.iter().enumerate())
                    .map(|(index, edit)| {
                        let (start, end) = edited(index, edit);
                        PublishedEdit {
                            start,
                            end,
                            text: &edit.text,
                        }
                    })
                    .collect(),
                patch: (fix.patch().into_iter())
                    .map(|operation| PublishedOperation::of(operation, &found.path, path))
                    .collect(),
            }),
            source: found.source.copied().map(Into::into),
        }
    }
}

impl<'d> PublishedDiagnostic<'d> {
    pub(crate) fn new(found: &'d Diagnostic, locale: Locale) -> Self {
        Self::placed(
            found,
            locale,
            &found.path,
            |span| PublishedSpan::of(span.figures()),
            |_, edit| (edit.start, edit.end),
        )
    }
}
