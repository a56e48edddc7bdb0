//! What each fuzz target does with its bytes. The targets call this, and so does
//! `tests/fuzz_seeds.rs`, so that every seed is an ordinary test.

use kvspec::house::HouseRules;
use kvspec::{Checker, Code, InputFormat, Linter, Locale, PROFILES, Report, Run, redact};

/// What a target does with its bytes.
pub type Target = fn(&[u8]);

/// Every target but `schema` with its name, which is also that of its folder of seeds.
pub const TARGETS: &[(&str, Target)] = &[
    ("json", json),
    ("query", query),
    ("ndjson", ndjson),
    ("config", config),
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
        let report = checker.check_json(text);
        report_is_sound(&report, text);
        assert_eq!(report.is_valid(), checker.is_valid_json(text));
        if is_unreadable(&report) {
            assert!(parsed.is_none(), "serde_json reads it");
            assert_eq!(report.iter().count(), 1);
            continue;
        }
        serde_json::from_str::<serde::de::IgnoredAny>(plain).expect("serde_json reads it too");
        // A text with a name given twice is not what its value is.
        let repeated = report
            .iter()
            .any(|found| found.code == Code::DuplicateParameter);
        if let Some(value) = parsed.as_ref().filter(|_| !repeated) {
            let whole = checker.check_value(value);
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
            !is_unreadable(&checker.check_json(&mended)),
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
        let report = checker.check_query(text);
        report_is_sound(&report, text);
        assert_eq!(report.is_valid(), checker.is_valid_query(text));
        if !is_unreadable(&report) {
            let mended = kvspec::diagnostic::apply_edits(text, report.edits(false));
            let again = checker.check_query(&mended);
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
                    plain.check_json(profile.sample),
                    strict.check_json(profile.sample),
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
