//! Findings as an editor shows them, and what mends them.

use std::collections::HashMap;
use std::ops::Range;

use lsp_types::{
    CodeAction, CodeActionKind, Diagnostic as Shown, DiagnosticSeverity, DiagnosticTag,
    NumberOrString, Range as LspRange, TextEdit, Uri, WorkspaceEdit,
};
use similar::{DiffOp, TextDiff};

use super::document::Lines;
use super::view::Style;
use super::words;
use crate::diagnostic::{Applicability, Code, Diagnostic, Locale, Severity};
use crate::house::ConfigError;
use crate::lint::{Linted, Linter};

/// What editors call this program.
const SOURCE: &str = "kvspec";

/// The kind of the action that makes every safe fix.
pub(super) const FIX_ALL: &str = "source.fixAll.kvspec";

const fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Info => DiagnosticSeverity::INFORMATION,
    }
}

/// Where a finding stands: a line, where it has no place of its own.
fn place(lines: &Lines, linted: &Linted, found: &Diagnostic) -> Range<usize> {
    match found.span {
        Some(span) => span.start.offset..span.end.offset,
        None => lines.line(linted.line.saturating_sub(1)),
    }
}

/// A finding for an editor.
pub(super) fn shown(lines: &Lines, linted: &Linted, found: &Diagnostic, locale: Locale) -> Shown {
    let tags = match found.code {
        Code::IgnoredParameter | Code::UnusedIgnore => Some(vec![DiagnosticTag::UNNECESSARY]),
        Code::DeprecatedParameter => Some(vec![DiagnosticTag::DEPRECATED]),
        _ => None,
    };
    Shown {
        range: lines.range(&place(lines, linted, found)),
        severity: Some(severity(found.severity)),
        code: Some(NumberOrString::String(found.code.name().to_owned())),
        code_description: None,
        source: Some(SOURCE.to_owned()),
        message: format!("{}\n{}", found.message(locale), found.help(locale)),
        related_information: None,
        tags,
        data: None,
    }
}

/// Why an order was not judged, for an editor.
pub(super) fn not_judged(lines: &Lines, linted: &Linted, locale: Locale) -> Option<Shown> {
    let reason = linted.unchecked.filter(|reason| !reason.is_no_order())?;
    Some(Shown {
        range: lines.range(&lines.line(linted.line.saturating_sub(1))),
        severity: Some(DiagnosticSeverity::WARNING),
        source: Some(SOURCE.to_owned()),
        message: reason.message(locale),
        ..Shown::default()
    })
}

/// What is wrong with a `kvspec.toml`, for an editor.
pub(super) fn config_error(lines: &Lines, error: &ConfigError, locale: Locale) -> Shown {
    let message = error.message(locale);
    let message = match error.help(locale) {
        Some(help) => format!("{message}\n{help}"),
        None => message,
    };
    Shown {
        range: lines.range(&(error.span.start.offset..error.span.end.offset)),
        severity: Some(DiagnosticSeverity::ERROR),
        source: Some(SOURCE.to_owned()),
        message,
        ..Shown::default()
    }
}

/// What can be done about a stretch of a text.
pub(super) struct Actions<'a> {
    pub(super) uri: &'a Uri,
    pub(super) lines: &'a Lines,
    pub(super) linted: &'a [Linted],
    pub(super) style: Style,
    pub(super) locale: Locale,
}

impl Actions<'_> {
    /// The fixes of the findings of a stretch, each with the comment that puts it off, and the one
    /// that makes all safe fixes of the text; of these, the kinds that are asked for.
    pub(super) fn list(
        &self,
        linter: &Linter<'_>,
        range: LspRange,
        only: Option<&[CodeActionKind]>,
    ) -> Vec<CodeAction> {
        let is_asked = |kind: &str| {
            only.is_none_or(|only| {
                let mut kinds = only.iter().map(CodeActionKind::as_str);
                kinds.any(|asked| {
                    let rest = kind.strip_prefix(asked);
                    asked.is_empty()
                        || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
                })
            })
        };
        let mut actions = Vec::new();
        if is_asked(CodeActionKind::QUICKFIX.as_str()) {
            let asked = self.lines.offset(range.start)..self.lines.offset(range.end);
            let mut off = Vec::new();
            for linted in self.linted {
                for found in &linted.diagnostics {
                    let place = place(self.lines, linted, found);
                    if place.start <= asked.end && asked.start <= place.end {
                        actions.extend(self.fix(linted, found));
                        off.extend(self.put_off(linted, found));
                    }
                }
            }
            actions.append(&mut off);
        }
        if is_asked(FIX_ALL) {
            actions.extend(self.fix_all(linter));
        }
        actions
    }

    fn edit(&self, edits: Vec<TextEdit>) -> WorkspaceEdit {
        WorkspaceEdit {
            changes: Some(HashMap::from([(self.uri.clone(), edits)])),
            ..WorkspaceEdit::default()
        }
    }

    fn fix(&self, linted: &Linted, found: &Diagnostic) -> Option<CodeAction> {
        let fix = found.fix.as_deref().filter(|fix| !fix.edits.is_empty())?;
        let edits = fix.edits.iter().map(|edit| TextEdit {
            range: self.lines.range(&(edit.start..edit.end)),
            new_text: edit.text.to_string(),
        });
        let title = fix.title(self.locale);
        let code = found.code.name();
        Some(CodeAction {
            title: match self.locale {
                Locale::En => format!("{title} ({code})"),
                Locale::Zh => format!("{title}（{code}）"),
            },
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: Some(vec![shown(self.lines, linted, found, self.locale)]),
            edit: Some(self.edit(edits.collect())),
            is_preferred: Some(fix.applicability == Applicability::Safe),
            ..CodeAction::default()
        })
    }

    /// A comment at the end of the line that puts a finding off, where comments can be written
    /// there.
    fn put_off(&self, linted: &Linted, found: &Diagnostic) -> Option<CodeAction> {
        let can = matches!(self.style, Style::Hcl | Style::Yaml)
            && !matches!(found.code, Code::Syntax | Code::UnusedIgnore);
        let span = found.span.filter(|_| can)?;
        let (start, end) = (span.start.offset, span.end.offset);
        let line = self.lines.line(self.lines.line_of(start));
        let text = self.lines.text().get(line.clone())?;
        if end > line.end
            || text.contains(['#', '\''])
            || text.contains("//")
            || text.contains("<<")
        {
            return None;
        }
        let code = found.code.name();
        Some(CodeAction {
            title: match self.locale {
                Locale::En => format!("put `{code}` off on this line"),
                Locale::Zh => format!("在此行忽略 `{code}`"),
            },
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: Some(vec![shown(self.lines, linted, found, self.locale)]),
            edit: Some(self.edit(vec![TextEdit {
                range: self.lines.range(&(line.end..line.end)),
                new_text: format!(" # kvspec: ignore[{code}]"),
            }])),
            ..CodeAction::default()
        })
    }

    fn fix_all(&self, linter: &Linter<'_>) -> Option<CodeAction> {
        let mut found = self.linted.iter().flat_map(|linted| &linted.diagnostics);
        let any = found.any(|found| {
            let fix = found.fix.as_deref();
            fix.is_some_and(|fix| fix.applicability == Applicability::Safe && !fix.edits.is_empty())
        });
        if !any {
            return None;
        }
        let text = self.lines.text();
        let fixed = linter.fix(text, false);
        if !fixed.is_changed() {
            return None;
        }
        Some(CodeAction {
            title: words::pick(self.locale, "make all safe fixes", "应用全部安全修复").to_owned(),
            kind: Some(CodeActionKind::new(FIX_ALL)),
            edit: Some(self.edit(difference(self.lines, &fixed.text))),
            ..CodeAction::default()
        })
    }
}

/// The edits that make another text of one, line by line: what stays the same is not touched.
fn difference(lines: &Lines, new: &str) -> Vec<TextEdit> {
    let old = lines.text();
    let starts = |text: &str| {
        let mut starts = vec![0];
        for line in text.split_inclusive('\n') {
            starts.push(starts.last().copied().unwrap_or_default() + line.len());
        }
        starts
    };
    let (old_starts, new_starts) = (starts(old), starts(new));
    let at = |starts: &[usize], line: usize| {
        let last = starts.last().copied().unwrap_or_default();
        starts.get(line).copied().unwrap_or(last)
    };
    let diff = TextDiff::from_lines(old, new);
    let changed = diff
        .ops()
        .iter()
        .filter(|op| !matches!(op, DiffOp::Equal { .. }));
    changed
        .map(|op| {
            let (before, after) = (op.old_range(), op.new_range());
            let range = at(&old_starts, before.start)..at(&old_starts, before.end);
            let text = at(&new_starts, after.start)..at(&new_starts, after.end);
            TextEdit {
                range: lines.range(&range),
                new_text: new.get(text).unwrap_or_default().to_owned(),
            }
        })
        .collect()
}
