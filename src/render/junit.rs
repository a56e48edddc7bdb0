//! Test results as `JUnit` writes them, which most build servers show: each order is a test.

use std::collections::BTreeMap;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::diagnostic::{Diagnostic, Locale, Severity};
use crate::infer::NoProfile;
use crate::lint::Linted;

/// What became of one order.
struct Case {
    name: String,
    line: usize,
    /// Why it could not be judged.
    error: Option<String>,
    /// What of it is denied: the code of the first finding, its message, and all of them.
    failure: Option<(&'static str, String, String)>,
    /// The other findings.
    notes: String,
}

/// Writes the results of these requests, each with the name of the file that it comes from, and
/// of files that could not be read, with the reason. A file is a suite and an order a test. It fails
/// if it has an error, or a warning where these are denied; other findings are its output.
///
/// # Errors
///
/// Those of the writer.
pub fn write<'l>(
    out: &mut impl io::Write,
    specs: impl IntoIterator<Item = (&'l str, &'l Linted)>,
    unread: impl IntoIterator<Item = (&'l str, &'l str)>,
    deny_warnings: bool,
    locale: Locale,
) -> io::Result<()> {
    let mut suites: BTreeMap<&str, Vec<Case>> = BTreeMap::new();
    for (source, linted) in specs {
        if linted.unchecked != Some(NoProfile::OtherOperation) {
            let cases = suites.entry(source).or_default();
            cases.push(Case::of(linted, deny_warnings, locale));
        }
    }
    for (source, problem) in unread {
        suites.entry(source).or_default().push(Case {
            name: source.to_owned(),
            line: 1,
            error: Some(problem.to_owned()),
            failure: None,
            notes: String::new(),
        });
    }
    let mut writer = Writer::new_with_indent(&mut *out, b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let counts = counts(suites.values().flatten());
    writer
        .create_element("testsuites")
        .with_attribute(("name", "kvspec"))
        .with_attributes(counts.iter().map(|(name, count)| (*name, count.as_str())))
        .write_inner_content(|writer| {
            for (source, cases) in &suites {
                suite(writer, source, cases)?;
            }
            Ok(())
        })?;
    out.write_all(b"\n")
}

fn suite(writer: &mut Writer<impl io::Write>, source: &str, cases: &[Case]) -> io::Result<()> {
    let counts = counts(cases);
    let source = clean(source);
    writer
        .create_element("testsuite")
        .with_attribute(("name", source.as_str()))
        .with_attributes(counts.iter().map(|(name, count)| (*name, count.as_str())))
        .write_inner_content(|writer| {
            for case in cases {
                case.write(writer, &source)?;
            }
            Ok(())
        })?;
    Ok(())
}

impl Case {
    fn of(linted: &Linted, deny_warnings: bool, locale: Locale) -> Self {
        let least = if deny_warnings {
            Severity::Warning
        } else {
            Severity::Error
        };
        let (denied, noted): (Vec<_>, Vec<_>) = linted
            .diagnostics
            .iter()
            .partition(|found| found.severity >= least);
        let told = |found: &[&Diagnostic]| {
            let lines = found.iter().map(|found| told(found, linted, locale));
            lines.collect::<Vec<_>>().join("\n")
        };
        let number = linted.index + 1;
        Self {
            // A name that stays what it is when lines are added above.
            name: match (&linted.name, locale) {
                (Some(name), _) => name.clone(),
                (None, Locale::En) => format!("order {number}"),
                (None, Locale::Zh) => format!("订单 {number}"),
            },
            line: linted.line,
            error: linted.unchecked.map(|reason| reason.message(locale)),
            failure: denied
                .first()
                .map(|first| (first.code.name(), first.message(locale), told(&denied))),
            notes: told(&noted),
        }
    }

    fn write(&self, writer: &mut Writer<impl io::Write>, source: &str) -> io::Result<()> {
        let (name, line) = (clean(&self.name), self.line.to_string());
        let element = writer
            .create_element("testcase")
            .with_attribute(("name", name.as_str()))
            .with_attribute(("classname", source))
            .with_attribute(("file", source))
            .with_attribute(("line", line.as_str()));
        if self.error.is_none() && self.failure.is_none() && self.notes.is_empty() {
            element.write_empty()?;
            return Ok(());
        }
        element.write_inner_content(|writer| {
            if let Some(error) = &self.error {
                let error = clean(error);
                writer
                    .create_element("error")
                    .with_attribute(("type", "not-judged"))
                    .with_attribute(("message", error.as_str()))
                    .write_empty()?;
            } else if let Some((code, message, all)) = &self.failure {
                writer
                    .create_element("failure")
                    .with_attribute(("type", *code))
                    .with_attribute(("message", clean(message).as_str()))
                    .write_text_content(BytesText::new(&clean(all)))?;
            }
            if !self.notes.is_empty() {
                let notes = clean(&self.notes);
                let text = BytesText::new(&notes);
                writer
                    .create_element("system-out")
                    .write_text_content(text)?;
            }
            Ok(())
        })?;
        Ok(())
    }
}

fn told(found: &Diagnostic, linted: &Linted, locale: Locale) -> String {
    let (line, column) = found.span.map_or((linted.line, 1), |span| {
        (span.start.line, span.start.column)
    });
    let severity = found.severity.label(locale);
    let code = found.code;
    let path = match found.path.as_str() {
        "" => String::new(),
        path => format!(" {path}"),
    };
    let (message, help) = (found.message(locale), found.help(locale));
    format!("{line}:{column}: {severity}[{code}]{path}: {message}\n  {help}")
}

/// The attributes that count tests.
fn counts<'c>(cases: impl IntoIterator<Item = &'c Case>) -> [(&'static str, String); 3] {
    let (mut tests, mut failures, mut errors) = (0, 0, 0);
    for case in cases {
        tests += 1;
        if case.error.is_some() {
            errors += 1;
        } else if case.failure.is_some() {
            failures += 1;
        }
    }
    [("tests", tests), ("failures", failures), ("errors", errors)]
        .map(|(name, count): (_, usize)| (name, count.to_string()))
}

/// The text without the characters that XML 1.0 has no way to write.
fn clean(text: &str) -> String {
    let is_written = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    text.replace(|c| !is_written(c), "\u{fffd}")
}
