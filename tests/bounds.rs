//! Limits that a caller sets, and findings in inputs that are long in one way.

#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use std::fmt::Write as _;

use kvspec::diagnostic::{Arg, Term};
use kvspec::{Checker, Code, Linter, PROFILES, Profile, Report, Run, Spec};

fn checker() -> Checker<'static> {
    Checker::new(Profile::by_id("alibaba.create-instance.cn").expect("a profile"))
}

fn problem(report: &Report) -> Option<(&Arg, usize)> {
    let found = report.iter().find(|found| found.code == Code::Syntax)?;
    let (_, problem) = found.args.iter().find(|(name, _)| *name == "problem")?;
    Some((problem, found.span?.start.offset))
}

#[test]
fn a_text_over_the_limit_is_not_read() {
    let text = "{\"InstanceName\": \"中中中中\"}";
    let exact = checker().max_bytes(text.len());
    assert_eq!(problem(&exact.check(Spec::Json(text))), None);
    // The limit falls into a character: the place is where that begins.
    let short = checker().max_bytes(20);
    assert_eq!(
        problem(&short.check(Spec::Json(text))),
        Some((&Arg::Term(Term::TooLong), 18))
    );
    assert!(!short.is_valid(Spec::Json(text)));
    let query = "RegionId=cn-hangzhou&Action=CreateInstance&Capacity=1";
    assert!(
        checker()
            .max_bytes(query.len())
            .is_valid(Spec::Query(query))
    );
    let short = checker().max_bytes(query.len() - 1);
    assert_eq!(
        problem(&short.check(Spec::Query(query))),
        Some((&Arg::Term(Term::TooLong), query.len() - 1))
    );
    assert!(!short.is_valid(Spec::Query(query)));
}

#[test]
fn a_thousand_unknown_names_get_a_guess() {
    let mut text = "{\"RegionId\": \"cn-hangzhou\"".to_owned();
    for number in 0..1_500 {
        let _ = write!(text, ", \"PrivateIpAddr{number}\": 1");
    }
    text.push('}');
    let report = checker().check(Spec::Json(&text));
    let unknown = || {
        report
            .iter()
            .filter(|found| found.code == Code::UnknownParameter)
    };
    assert_eq!(unknown().count(), 1_500);
    let guessed = unknown().filter(|f| f.args.iter().any(|(name, _)| name == "suggestion"));
    assert_eq!(guessed.count(), 1_000);
}

/// Columns of orders on one line count from the line's beginning, also far to the right.
#[test]
fn columns_of_many_orders_on_one_line() {
    let order = "{\"RegionId\": \"中文\", \"Capacity\": 0}, ";
    let text = format!("\u{feff}[\n{}{{}}]", order.repeat(2_000));
    let linted = Linter::new()
        .profile(PROFILES[1])
        .lint(&text, &mut Run::new());
    assert_eq!(linted.len(), 2_001);
    let width = order.chars().count();
    let column = order.chars().position(|c| c == '0').expect("0") + 1;
    for (index, each) in linted.iter().take(2_000).enumerate() {
        let found = each
            .diagnostics
            .iter()
            .find(|f| f.code == Code::OutOfRange)
            .expect("0");
        let span = found.span.expect("a place");
        assert_eq!(
            (span.start.line, span.start.column),
            (2, index * width + column),
            "{index}"
        );
        assert_eq!(&text[span.start.offset..span.end.offset], "0");
    }
}

/// A control character in a string is refused at its place, whatever surrounds it and however long
/// the text is: many bytes are looked at in one go.
#[test]
fn control_characters_are_refused_everywhere() {
    for length in 0..40 {
        for at in 0..=length {
            for (odd, refused) in [
                ("\0", true),
                ("\u{1}", true),
                ("\t", true),
                ("\u{1f}", true),
                (" ", false),
                ("!", false),
                ("\u{7f}", false),
                ("\u{80}", false),
                ("中", false),
            ] {
                let text = format!(
                    "{{\"x\": \"{}{odd}{}\"}}",
                    "a".repeat(at),
                    "b".repeat(length - at)
                );
                let expected = refused.then_some((&Arg::Term(Term::ControlCharacter), 7 + at));
                let report = checker().check(Spec::Json(&text));
                assert_eq!(problem(&report), expected, "{text:?}");
            }
        }
    }
}
