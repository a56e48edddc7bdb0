//! Whole requests from `tests/corpus/` give exactly the errors and warnings written beside them,
//! from JSON text, as a parsed value, and by the verdict alone.

#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

#[path = "support/corpus.rs"]
mod support;

use std::collections::BTreeSet;

use kvspec::{Checker, PROFILES, Report, Severity, Spec};

fn found(report: &Report) -> BTreeSet<String> {
    report
        .iter()
        .filter(|found| found.severity != Severity::Info)
        .map(|found| {
            format!("{} {} {}", found.severity.name(), found.code, found.path)
                .trim()
                .to_owned()
        })
        .collect()
}

#[test]
fn corpus() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for profile in PROFILES {
        let Some(cases) = support::cases_of(profile.id) else {
            // Orders of other tools are judged in tests/formats and beside their readers.
            assert!(profile.wire.converts, "no file for {}", profile.id);
            continue;
        };
        let checker = Checker::new(profile);
        for case in cases {
            count += 1;
            let url = case.request.starts_with("http");
            let report = if url {
                checker.check(Spec::Query(&case.request))
            } else {
                checker.check(Spec::Json(&case.request))
            };
            let mut judgements = vec![found(&report)];
            let verdict = if url {
                checker.is_valid(Spec::Query(&case.request))
            } else {
                // A parsed value has lost repeated names and the spelling of numbers.
                if !case.about.contains("(text only)") {
                    let value: serde_json::Value =
                        serde_json::from_str(&case.request).expect("the request is JSON");
                    judgements.push(found(&checker.check(&value)));
                    assert_eq!(
                        checker.is_valid(&value),
                        report.is_valid(),
                        "{}",
                        case.about
                    );
                }
                checker.is_valid(Spec::Json(&case.request))
            };
            assert_eq!(verdict, report.is_valid(), "{}: {}", profile.id, case.about);
            for judgement in judgements {
                if judgement != case.expected {
                    wrong.push(format!(
                        "{}: {}\n  {}\n  expected {:?}\n  found    {judgement:?}",
                        profile.id, case.about, case.request, case.expected
                    ));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {count} cases:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(count >= 100, "the corpus has {count} cases");
}
