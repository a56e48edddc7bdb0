//! SARIF 2.1.0, which code hosts and editors show as alerts.

use std::collections::BTreeSet;
use std::io;

use serde::Serialize;
use serde_json::{Value, json};

use super::fingerprint::Fingerprints;
use super::line::write_value;
use crate::diagnostic::{Applicability, Code, Diagnostic, Locale, Severity};
use crate::infer::NoProfile;
use crate::lint::Linted;

/// A SARIF log over any number of requests, to be written with serde.
#[derive(Debug, Serialize)]
pub struct SarifLog {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Value; 1],
}

/// The log over these requests, each with the name of the file that it comes from. Columns count
/// code points; files are named as they were given, relative ones relative to where the tool ran.
///
/// ```
/// use kvspec::{Linter, Locale, Run, render::sarif};
///
/// let linted = Linter::new().lint(r#"{"RegionId": "cn-hangzhou", "ZoneId": "cn-hangzhou-h", "EngineVersion": "5.0"}"#, &mut Run::new());
/// let log = sarif::log(linted.iter().map(|one| ("order.json", one)), Locale::En);
/// let log = serde_json::to_value(log).unwrap();
/// assert_eq!(log["runs"][0]["results"][0]["ruleId"], "required-one-of");
/// ```
#[must_use]
pub fn log<'l>(specs: impl IntoIterator<Item = (&'l str, &'l Linted)>, locale: Locale) -> SarifLog {
    let specs: Vec<_> = specs.into_iter().collect();
    // The rules that spoke: a page for each code would outweigh most logs.
    let codes: BTreeSet<Code> = specs
        .iter()
        .flat_map(|(_, linted)| &linted.diagnostics)
        .map(|found| found.code)
        .collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let mut results = Vec::new();
    let mut notifications = Vec::new();
    let mut fingerprints = Fingerprints::default();
    for (source, linted) in specs {
        let uri = uri(source);
        if let Some(reason) = linted.unchecked {
            notifications.push(json!({
                "level": "error",
                "message": {"text": reason.message(locale)},
                "locations": [{"physicalLocation": {
                    "artifactLocation": {"uri": uri},
                    "region": {"startLine": linted.line},
                }}],
            }));
        }
        let found = linted.diagnostics.iter();
        results.extend(found.map(|each| {
            let index = codes.binary_search(&each.code).unwrap_or_default();
            let fingerprint = fingerprints.of(source, linted, each);
            result(&uri, linted, each, (index, &fingerprint), locale)
        }));
    }
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code, locale)).collect();
    SarifLog {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [json!({
            "tool": tool(&rules),
            "language": language(locale),
            "columnKind": "unicodeCodePoints",
            "automationDetails": automation(),
            "invocations": [{
                "executionSuccessful": notifications.is_empty(),
                "toolExecutionNotifications": notifications,
            }],
            "results": results,
        })],
    }
}

impl SarifLog {
    /// The same log, which says that these files could not be read, and why.
    #[must_use]
    pub fn unread<'f>(mut self, files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Self {
        let invocation = &mut self.runs[0]["invocations"][0];
        for (source, problem) in files {
            invocation["executionSuccessful"] = false.into();
            if let Value::Array(notes) = &mut invocation["toolExecutionNotifications"] {
                notes.push(json!({
                    "level": "error",
                    "message": {"text": problem},
                    "locations": [{"physicalLocation": {
                        "artifactLocation": {"uri": uri(source)},
                    }}],
                }));
            }
        }
        self
    }
}

/// Code hosts take so many results of one run, and no more.
pub const MOST_RESULTS: usize = 25_000;

/// Writes a log as it goes, so that it need not be kept: the same as [`log`], one result a line.
/// Rules are numbered in the order in which they first speak.
///
/// ```
/// use kvspec::{Linter, Locale, Run, render::sarif::Writer};
///
/// let mut out = Vec::new();
/// let mut writer = Writer::new(Locale::En);
/// for one in Linter::new().lint(r#"{"RegionId": "cn-hangzhou", "ZoneId": "cn-hangzhou-h", "EngineVersion": "5.0"}"#, &mut Run::new()) {
///     writer.add(&mut out, "order.json", &one).unwrap();
/// }
/// writer.finish(&mut out).unwrap();
/// let log: serde_json::Value = serde_json::from_slice(&out).unwrap();
/// assert_eq!(log["runs"][0]["results"][0]["ruleId"], "required-one-of");
/// ```
#[derive(Debug)]
pub struct Writer {
    locale: Locale,
    codes: Vec<Code>,
    results: usize,
    omitted: usize,
    notifications: Vec<Value>,
    failed: bool,
    fingerprints: Fingerprints,
}

impl Writer {
    /// A log in which nothing is yet.
    #[must_use]
    pub fn new(locale: Locale) -> Self {
        Self {
            locale,
            codes: Vec::new(),
            results: 0,
            omitted: 0,
            notifications: Vec::new(),
            failed: false,
            fingerprints: Fingerprints::default(),
        }
    }

    /// Adds what was found in one request of a file.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    pub fn add(
        &mut self,
        out: &mut impl io::Write,
        source: &str,
        linted: &Linted,
    ) -> io::Result<()> {
        let uri = uri(source);
        if let Some(reason) = linted.unchecked {
            self.failed |= reason != NoProfile::OtherOperation;
            self.notifications.push(json!({
                "level": if reason == NoProfile::OtherOperation { "note" } else { "error" },
                "message": {"text": reason.message(self.locale)},
                "locations": [{"physicalLocation": {
                    "artifactLocation": {"uri": uri},
                    "region": {"startLine": linted.line},
                }}],
            }));
        }
        for found in &linted.diagnostics {
            let known = self.codes.iter().position(|code| *code == found.code);
            let index = known.unwrap_or_else(|| {
                self.codes.push(found.code);
                self.codes.len() - 1
            });
            self.separate(out)?;
            let fingerprint = self.fingerprints.of(source, linted, found);
            let result = result(&uri, linted, found, (index, &fingerprint), self.locale);
            write_value(out, &result)?;
        }
        Ok(())
    }

    /// Notes that a file could not be read, and why.
    pub fn unread(&mut self, source: &str, problem: &str) {
        self.failed = true;
        self.notifications.push(json!({
            "level": "error",
            "message": {"text": problem},
            "locations": [{"physicalLocation": {
                "artifactLocation": {"uri": uri(source)},
            }}],
        }));
    }

    /// Notes that so many findings are not in the log.
    pub const fn omit(&mut self, count: usize) {
        self.omitted += count;
    }

    /// Ends the log.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    pub fn finish(mut self, out: &mut impl io::Write) -> io::Result<()> {
        if self.results == 0 {
            open(out)?;
        }
        if self.omitted > 0 {
            let text = match self.locale {
                Locale::En => format!("{} more results are not in this log", self.omitted),
                Locale::Zh => format!("另有 {} 项结果未写入此日志", self.omitted),
            };
            self.notifications
                .push(json!({"level": "warning", "message": {"text": text}}));
        }
        let rules: Vec<Value> = self
            .codes
            .iter()
            .map(|code| rule(*code, self.locale))
            .collect();
        out.write_all(b"\n],\n\"tool\":")?;
        write_value(out, &tool(&rules))?;
        out.write_all(b",\n\"language\":")?;
        write_value(out, &language(self.locale))?;
        out.write_all(b",\n\"automationDetails\":")?;
        write_value(out, &automation())?;
        out.write_all(b",\n\"columnKind\":\"unicodeCodePoints\",\n\"invocations\":")?;
        let invocation = json!({
            "executionSuccessful": !self.failed,
            "toolExecutionNotifications": self.notifications,
        });
        write_value(out, &[invocation])?;
        out.write_all(b"}]}\n")
    }

    fn separate(&mut self, out: &mut impl io::Write) -> io::Result<()> {
        self.results += 1;
        if self.results == 1 {
            open(out)?;
            return out.write_all(b"\n");
        }
        out.write_all(b",\n")
    }
}

/// Begins a log.
fn open(out: &mut impl io::Write) -> io::Result<()> {
    write!(
        out,
        "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"results\":["
    )
}

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

fn tool(rules: &[Value]) -> Value {
    json!({"driver": {
        "name": "kvspec",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "informationUri": concat!("https://docs.rs/kvspec/", env!("CARGO_PKG_VERSION")),
        "rules": rules,
    }})
}

/// What keeps the log apart from those of other tools; behind the slash a run could have a name.
fn automation() -> Value {
    json!({"id": "kvspec/"})
}

const fn language(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "en",
        Locale::Zh => "zh-CN",
    }
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn rule(code: Code, locale: Locale) -> Value {
    let info = code.info();
    json!({
        "id": code.name(),
        "shortDescription": {"text": info.title.get(locale)},
        "fullDescription": {"text": info.reason.get(locale)},
        "help": {
            "text": info.reason.get(locale),
            "markdown": crate::export::rule_page(code, locale),
        },
        "defaultConfiguration": {"level": level(code.severity())},
    })
}

/// One result, of the rule at an index, with what a later run knows it by.
fn result(
    uri: &str,
    linted: &Linted,
    found: &Diagnostic,
    (index, fingerprint): (usize, &str),
    locale: Locale,
) -> Value {
    let region = match found.span {
        Some(span) => json!({
            "startLine": span.start.line,
            "startColumn": span.start.column,
            "endLine": span.end.line,
            "endColumn": span.end.column,
            "byteOffset": span.start.offset,
            "byteLength": span.end.offset - span.start.offset,
        }),
        None => json!({"startLine": linted.line}),
    };
    let mut location = json!({
        "physicalLocation": {"artifactLocation": {"uri": uri}, "region": region},
    });
    if !found.path.is_empty() {
        location["logicalLocations"] =
            json!([{"fullyQualifiedName": found.path, "kind": "member"}]);
    }
    let message = format!("{}\n{}", found.message(locale), found.help(locale));
    let mut result = json!({
        "ruleId": found.code.name(),
        "ruleIndex": index,
        "level": level(found.severity),
        "message": {"text": message},
        "locations": [location],
        // Under the name that code hosts look for, so that they take no hash of the line, in which
        // a password may stand.
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
        "properties": {
            "profile": linted.profile.map(|profile| profile.id),
            "path": found.path,
            "args": found.args.published(locale),
            "providerCode": found.provider_code,
            "source": found.source.map(|source| super::passage(source, "", "")),
        },
    });
    // A fix here is one that may be applied without a person looking at it.
    if let Some(fix) = &found.fix
        && fix.applicability == Applicability::Safe
        && !fix.edits.is_empty()
    {
        let replacements: Vec<Value> = fix
            .edits
            .iter()
            .map(|edit| {
                json!({
                    "deletedRegion": {
                        "byteOffset": edit.start,
                        "byteLength": edit.end - edit.start,
                    },
                    "insertedContent": {"text": edit.text},
                })
            })
            .collect();
        result["fixes"] = json!([{
            "description": {"text": fix.title(locale)},
            "artifactChanges": [{
                "artifactLocation": {"uri": uri},
                "replacements": replacements,
            }],
        }]);
    }
    result
}

/// A file's name as a URI reference.
fn uri(source: &str) -> String {
    if source == "<stdin>" {
        return "stdin".to_owned();
    }
    let path = if cfg!(windows) {
        source.replace('\\', "/")
    } else {
        source.to_owned()
    };
    let path = path.strip_prefix("./").unwrap_or(&path);
    let segments: Vec<String> = path.split('/').map(crate::input::percent_encode).collect();
    segments.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_references() {
        assert_eq!(uri("./orders/a b.json"), "orders/a%20b.json");
        assert_eq!(uri("/tmp/订单.json"), "/tmp/%E8%AE%A2%E5%8D%95.json");
        assert_eq!(uri("<stdin>"), "stdin");
    }
}
