//! Code Quality of GitLab: findings beside the lines of a merge request.

use serde::Serialize;

use super::fingerprint::Fingerprints;
use crate::diagnostic::{Diagnostic, Locale, Severity};
use crate::infer::NoProfile;
use crate::lint::Linted;
use crate::text::visible;

/// A report of Code Quality, to be written with serde: a list of issues.
#[derive(Debug, Default, Serialize)]
#[serde(transparent)]
pub struct CodeQuality {
    issues: Vec<Issue>,
    #[serde(skip)]
    fingerprints: Fingerprints,
}

#[derive(Debug, Serialize)]
struct Issue {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Debug, Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Debug, Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// The report over these requests, each with the name of the file that it comes from.
///
/// ```
/// use kvspec::{Linter, Locale, Run, render::gitlab};
///
/// let linted = Linter::new().lint(r#"{"RegionId": "cn-hangzhou", "EngineVersion": "5.0"}"#, &mut Run::new());
/// let report = gitlab::code_quality(linted.iter().map(|one| ("order.json", one)), Locale::En);
/// let report = serde_json::to_value(report).unwrap();
/// let issues = report.as_array().unwrap();
/// assert!(issues.iter().any(|issue| issue["check_name"] == "required-one-of"));
/// assert_eq!(issues[0]["location"]["path"], "order.json");
/// ```
#[must_use]
pub fn code_quality<'l>(
    specs: impl IntoIterator<Item = (&'l str, &'l Linted)>,
    locale: Locale,
) -> CodeQuality {
    let mut report = CodeQuality::default();
    for (source, linted) in specs {
        if let Some(reason) = linted.unchecked
            && reason != NoProfile::OtherOperation
        {
            report.not_judged(source, linted.line, &reason.message(locale));
        }
        for found in &linted.diagnostics {
            let fingerprint = report.fingerprints.of(source, linted, found);
            report.issues.push(Issue {
                description: described(found, locale),
                check_name: found.code.name(),
                fingerprint: within(source, &fingerprint),
                severity: match found.severity {
                    Severity::Error => "major",
                    Severity::Warning => "minor",
                    Severity::Info => "info",
                },
                location: Location {
                    path: path(source),
                    lines: Lines {
                        begin: found.span.map_or(linted.line, |span| span.start.line),
                        end: found.span.map_or(linted.line, |span| span.end.line),
                    },
                },
            });
        }
    }
    report
}

impl CodeQuality {
    /// The same report, which says that these files could not be read, and why.
    #[must_use]
    pub fn unread<'f>(mut self, files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Self {
        for (source, problem) in files {
            self.not_judged(source, 1, problem);
        }
        self
    }

    fn not_judged(&mut self, source: &str, line: usize, reason: &str) {
        self.issues.push(Issue {
            description: visible(reason).into_owned(),
            check_name: "not-judged",
            fingerprint: within(source, &format!("not-judged:{}", self.issues.len())),
            severity: "critical",
            location: Location {
                path: path(source),
                lines: Lines {
                    begin: line,
                    end: line,
                },
            },
        });
    }
}

fn described(found: &Diagnostic, locale: Locale) -> String {
    let (message, help) = (found.message(locale), found.help(locale));
    match locale {
        Locale::En => format!("{message}; {help}"),
        Locale::Zh => format!("{message}；{help}"),
    }
}

/// GitLab tells the issues of a whole report apart by this text.
fn within(source: &str, fingerprint: &str) -> String {
    format!("{}:{fingerprint}", path(source))
}

fn path(source: &str) -> String {
    let path = visible(source);
    path.strip_prefix("./").unwrap_or(&path).to_owned()
}
