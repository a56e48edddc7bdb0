//! Workflow commands of GitHub Actions, which become annotations beside the lines of a file.

use std::fmt::Write as _;

use crate::diagnostic::{Locale, Severity};
use crate::lint::Linted;
use crate::text::{disturbs, visible};

/// The annotations for one request, one a line.
///
/// ```
/// use kvspec::{Linter, Locale, Run, render::github};
///
/// let linted = Linter::new().lint(r#"{"RegionId": "cn-hangzhou", "ZoneId": "cn-hangzhou-h", "EngineVersion": "5.0"}"#, &mut Run::new());
/// let lines = github::annotations("a,b.json", &linted[0], Locale::En);
/// assert!(lines.starts_with("::error file=a%2Cb.json,line=1,col=1,endLine=1,endColumn=2,title=required-one-of::"));
/// ```
#[must_use]
pub fn annotations(source: &str, linted: &Linted, locale: Locale) -> String {
    let mut out = String::new();
    // Line breaks are escaped like those of other texts.
    let wild = |c: char| disturbs(c) && !matches!(c, '\n' | '\r');
    let file = property(&source.replace(wild, "\u{fffd}"));
    if let Some(reason) = linted.unchecked {
        let _ = writeln!(
            out,
            "::error file={file},line={}::{}",
            linted.line,
            data(&reason.message(locale))
        );
    }
    for found in &linted.diagnostics {
        let command = match found.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        let _ = write!(out, "::{command} file={file}");
        let _ = match found.span {
            Some(span) => write!(
                out,
                ",line={},col={},endLine={},endColumn={}",
                span.start.line, span.start.column, span.end.line, span.end.column
            ),
            None => write!(out, ",line={}", linted.line),
        };
        let mut text = found.message(locale);
        if !found.path.is_empty() {
            text = format!("{}: {text}", visible(&found.path));
        }
        let _ = writeln!(
            out,
            ",title={}::{}",
            found.code,
            data(&format!("{text}\n{}", found.help(locale)))
        );
    }
    out
}

/// Text behind the second pair of colons.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Text of a property, where colons and commas separate.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Linter, Run};

    #[test]
    fn an_annotation_stays_on_its_line() {
        let text = "{\"RegionId\": \"cn-hangzhou\", \"Capacity\": 1, \"a\\n::error::b\": 1}";
        let linted = Linter::new().lint(text, &mut Run::new());
        let lines = annotations("x\ny:z.json", &linted[0], Locale::En);
        assert_eq!(lines.lines().count(), linted[0].diagnostics.len());
        for line in lines.lines() {
            assert!(line.starts_with("::"), "{line}");
            assert!(line.contains("file=x%0Ay%3Az.json,"), "{line}");
        }
    }
}
