//! What each fuzz target does with its bytes. The targets call this, and so does
//! `tests/fuzz_seeds.rs`, so that every seed is an ordinary test.

use kvspec::house::HouseRules;
use kvspec::response::{
    self, CreateCacheInstanceResponse, CreateInstanceResponse, CreateInstanceResponseIntl,
    CreateInstancesResponse, ErrorReply, NotRead, Response, redact_response, response_profile,
};
use kvspec::{
    Checker, Code, Diagnostic, InputFormat, Linter, Locale, OrderFormat, PROFILES, Profile, Report,
    Run, Severity, Spec, redact,
};

/// What a target does with its bytes.
pub type Target = fn(&[u8]);

/// Every target but `schema` with its name, which is also that of its folder of seeds.
pub const TARGETS: &[(&str, Target)] = &[
    ("json", json),
    ("query", query),
    ("ndjson", ndjson),
    ("config", config),
    ("response", response),
    ("hcl", hcl),
    ("yaml", yaml),
    ("shell", shell),
    ("markdown", markdown),
];

/// What every report of a text keeps to.
fn report_is_sound(report: &Report, text: &str) {
    for found in report {
        for locale in [Locale::En, Locale::Zh] {
            assert!(!found.message(locale).is_empty(), "{found:?}");
        }
        let span = found.span.expect("a finding in a text has a place");
        assert!(span.start.offset <= span.end.offset, "{found:?}");
        assert!(
            text.get(span.start.offset..span.end.offset).is_some(),
            "{found:?}"
        );
        for edit in found.fix.iter().flat_map(|fix| &fix.edits) {
            assert!(text.get(edit.start..edit.end).is_some(), "{found:?}");
        }
    }
    assert_eq!(redact(text).len(), text.len());
}

/// Whether nothing but the reading failed.
fn is_unreadable(report: &Report) -> bool {
    report.iter().any(|found| found.code == Code::Syntax)
}

/// Bytes as a JSON request, under every profile, beside `serde_json`.
pub fn json(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        let linted = Linter::new().not_utf8(bytes, 1, 0);
        assert!(!linted.is_valid());
        return;
    };
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    let parsed: Option<serde_json::Value> = serde_json::from_str(plain).ok();
    for profile in PROFILES {
        let checker = Checker::new(profile);
        let report = checker.check(Spec::Json(text));
        report_is_sound(&report, text);
        assert_eq!(report.is_valid(), checker.is_valid(Spec::Json(text)));
        if is_unreadable(&report) {
            assert!(parsed.is_none(), "serde_json reads it");
            assert_eq!(report.iter().count(), 1);
            continue;
        }
        serde_json::from_str::<serde::de::IgnoredAny>(plain).expect("serde_json reads it too");
        // A text with a name given twice is not what its value is, nor is one with a name in two
        // spellings, of which the last is judged: a value has them in an order of its own.
        let respelled: Vec<_> = report
            .iter()
            .filter(|found| found.code == Code::ParameterCase)
            .map(|found| found.parameter)
            .collect();
        let repeated = report
            .iter()
            .any(|found| found.code == Code::DuplicateParameter)
            || (1..respelled.len()).any(|end| respelled[..end].contains(&respelled[end]));
        if let Some(value) = parsed.as_ref().filter(|_| !repeated) {
            let whole = checker.check(value);
            let number = |value: &serde_json::Value| value.is_number();
            // A number can lose its spelling in the value: 1.0 for 1.00, or a huge one.
            if !holds(value, &number) {
                assert_eq!(report.is_valid(), whole.is_valid(), "{}", profile.id);
                assert_eq!(
                    report.iter().count(),
                    whole.iter().count(),
                    "{}",
                    profile.id
                );
            }
        }
        let mended = kvspec::diagnostic::apply_edits(text, report.edits(false));
        assert!(
            !is_unreadable(&checker.check(Spec::Json(&mended))),
            "a fix broke it: {mended}"
        );
    }
}

fn holds(value: &serde_json::Value, test: &dyn Fn(&serde_json::Value) -> bool) -> bool {
    test(value)
        || match value {
            serde_json::Value::Array(list) => list.iter().any(|each| holds(each, test)),
            serde_json::Value::Object(members) => members.values().any(|each| holds(each, test)),
            _ => false,
        }
}

/// Bytes as a query string or URL.
pub fn query(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    for profile in PROFILES {
        let checker = Checker::new(profile);
        let report = checker.check(Spec::Query(text));
        report_is_sound(&report, text);
        assert_eq!(report.is_valid(), checker.is_valid(Spec::Query(text)));
        if !is_unreadable(&report) {
            let mended = kvspec::diagnostic::apply_edits(text, report.edits(false));
            let again = checker.check(Spec::Query(&mended));
            assert!(!is_unreadable(&again), "a fix broke it: {mended}");
        }
    }
}

/// Bytes as lines of JSON, and as whatever they look like.
pub fn ndjson(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    for format in [InputFormat::Ndjson, InputFormat::Auto] {
        let linted = Linter::new().format(format).lint(text, &mut Run::new());
        for each in &linted {
            assert!(each.line >= 1);
            for found in &each.diagnostics {
                let _ = (found.message(Locale::En), found.help(Locale::Zh));
                if let Some(span) = found.span {
                    assert!(
                        text.get(span.start.offset..span.end.offset).is_some(),
                        "{found:?}"
                    );
                }
            }
        }
    }
    // Line by line gives what the whole text gives.
    let mut run = Run::new();
    let mut offset = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let _ = Linter::new().lint_line(line, number + 1, offset, &mut run);
        offset += line.len();
    }
}

/// Bytes as a file of house rules.
pub fn config(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    match HouseRules::from_toml(text) {
        Ok(rules) => {
            let view = rules.for_file("orders/prod/a.json");
            for profile in PROFILES {
                let plain = Checker::new(profile);
                let strict = plain.house_rules(&view);
                let (plain, strict) = (
                    plain.check(Spec::Json(profile.sample)),
                    strict.check(Spec::Json(profile.sample)),
                );
                assert_eq!(
                    plain.is_valid(),
                    strict.is_valid(),
                    "a policy decides on the verdict"
                );
            }
        }
        Err(errors) => {
            assert!(!errors.is_empty());
            for error in errors {
                let _ = (
                    error.message(Locale::En),
                    error.message(Locale::Zh),
                    error.help(Locale::En),
                );
            }
        }
    }
}

/// Bytes as a response, XML or JSON. What stands before a blank line is the order that it answers;
/// without one, each profile's own sample is.
pub fn response(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let (order, reply) = text
        .split_once("\n\n")
        .map_or((None, text), |(order, reply)| (Some(order), reply));
    assert_eq!(redact_response(reply).len(), reply.len());
    let _ = response_profile(reply);
    for profile in PROFILES {
        let order = order.unwrap_or(profile.sample);
        error_is_sound(profile, order, reply);
        let Ok(alone) = response::check_response(profile, reply) else {
            continue;
        };
        for found in &alone {
            response_finding_is_sound(found, reply);
        }
        let unreadable = is_unreadable(&alone.report);
        if unreadable {
            assert_eq!(alone.iter().count(), 1);
            assert!(ErrorReply::read(reply).is_none());
        }
        if !reply.starts_with('\u{feff}') {
            begins_later(profile, reply, &alone);
        }
        let Ok(held) = response::reconcile(profile, order, reply) else {
            continue;
        };
        assert_eq!(alone.instance_ids, held.instance_ids);
        assert_eq!(unreadable, is_unreadable(&held.report));
        let mut left: Vec<_> = held.iter().map(what).collect();
        for found in &alone {
            let at = left.iter().position(|other| *other == what(found));
            left.swap_remove(at.unwrap_or_else(|| panic!("{found:?} is lost beside an order")));
        }
        for found in &held {
            response_finding_is_sound(found, reply);
        }
    }
    typed::<CreateInstanceResponse>(reply);
    typed::<CreateInstanceResponseIntl>(reply);
    typed::<CreateInstancesResponse>(reply);
    typed::<CreateCacheInstanceResponse>(reply);
}

/// What tells a finding from another one.
fn what(found: &Diagnostic) -> (Code, &str) {
    (found.code, &found.path)
}

fn response_finding_is_sound(found: &Diagnostic, text: &str) {
    for locale in [Locale::En, Locale::Zh] {
        assert!(!found.message(locale).is_empty(), "{found:?}");
    }
    let span = found.span.expect("a finding in a text has a place");
    let marked = text.get(span.start.offset..span.end.offset);
    assert!(marked.is_some(), "{found:?}");
}

/// The same text behind a byte order mark has the same findings, three bytes later.
fn begins_later(profile: &'static Profile, text: &str, report: &response::ResponseReport) {
    let later = format!("\u{feff}{text}");
    let later = response::check_response(profile, &later).expect("it has a response");
    let places = |report: &response::ResponseReport, by: usize| -> Vec<_> {
        let findings = report.iter();
        findings
            .map(|found| {
                let span = found.span.expect("a place");
                let (start, end) = (span.start.offset + by, span.end.offset + by);
                (found.code, found.path.clone(), start, end)
            })
            .collect()
    };
    assert_eq!(places(&later, 0), places(report, 3));
}

/// A provider's error, beside the order or without it.
fn error_is_sound(profile: &'static Profile, order: &str, reply: &str) {
    let is_error = ErrorReply::read(reply).is_some();
    for side in [None, Some(Spec::Text(order))] {
        for found in response::provider_diagnostics(profile, side, reply) {
            for locale in [Locale::En, Locale::Zh] {
                assert!(!found.message(locale).is_empty(), "{found:?}");
            }
            assert_eq!(found.code == Code::ProviderError, is_error, "{found:?}");
            // A finding points into the order, but for one that the reply cannot be read.
            let text = if is_error { order } else { reply };
            if let Some(span) = found.span {
                let marked = text.get(span.start.offset..span.end.offset);
                assert!(marked.is_some(), "{found:?}");
            }
        }
    }
}

/// A type reads what is as documented, and nothing else.
fn typed<T: Response>(text: &str) {
    let documented = response::check_response(T::profile(), text).expect("it has a response");
    match T::read(text) {
        Ok(_) => assert!(documented.is_good()),
        Err(NotRead::Wrong(report)) => assert!(!documented.is_good(), "{report}"),
        Err(other) => panic!("{other}"),
    }
}

/// Bytes as Terraform.
pub fn hcl(bytes: &[u8]) {
    file(bytes, InputFormat::Hcl);
}

/// Bytes as YAML: a template, a program of Pulumi, resources of Crossplane.
pub fn yaml(bytes: &[u8]) {
    file(bytes, InputFormat::Yaml);
}

/// Bytes as a shell script.
pub fn shell(bytes: &[u8]) {
    file(bytes, InputFormat::Shell);
}

/// Bytes as Markdown.
pub fn markdown(bytes: &[u8]) {
    file(bytes, InputFormat::Markdown);
}

/// How many errors and warnings a linter has for a text, and whether it can be read.
fn counted(linter: &Linter<'_>, text: &str) -> (usize, bool) {
    let linted = linter.lint(text, &mut Run::new());
    let found = || linted.iter().flat_map(|one| &one.diagnostics);
    let count = found()
        .filter(|found| found.severity > Severity::Info)
        .count();
    (count, found().all(|found| found.code != Code::Syntax))
}

/// Bytes as a file of another tool: findings are sound, safe fixes come to an end and make nothing
/// worse, and what is written in another format can be read there.
fn file(bytes: &[u8], format: InputFormat) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let linter = Linter::new().format(format);
    for one in linter.lint(text, &mut Run::new()) {
        assert!(one.line >= 1);
        for found in &one.diagnostics {
            for locale in [Locale::En, Locale::Zh] {
                assert!(!found.message(locale).is_empty(), "{found:?}");
            }
            let span = found.span.expect("a finding in a file has a place");
            let marked = text.get(span.start.offset..span.end.offset);
            assert!(marked.is_some(), "{found:?}");
            for edit in found.fix.iter().flat_map(|fix| &fix.edits) {
                assert!(text.get(edit.start..edit.end).is_some(), "{found:?}");
            }
        }
    }
    assert_eq!(linter.redact(text).len(), text.len());
    let before = counted(&linter, text);
    let fixed = linter.fix(text, false);
    let after = counted(&linter, &fixed.text);
    if before.1 {
        assert!(after.1, "a fix broke it: {}", fixed.text);
        assert!(after.0 <= before.0, "a fix made it worse: {}", fixed.text);
    }
    for to in OrderFormat::ALL {
        let Ok(written) = linter.rewrite(text, to) else {
            continue;
        };
        let found = written.findings.iter().flat_map(|one| &one.diagnostics);
        let mut syntax = found.filter(|found| found.code == Code::Syntax);
        assert!(syntax.next().is_none(), "{}", written.text);
    }
}
