//! What the JSON report looks like is what its schema says.

#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

mod support;

use kvspec::render::json::report;
use kvspec::{Linter, Locale, PROFILES, Run, export};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;

#[test]
fn reports_are_valid_against_their_schema() {
    let schema = export::report_schema();
    jsonschema::meta::validate(&schema).expect("valid against its meta-schema");
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    let mut runner = TestRunner::deterministic();
    let strategy = (0..PROFILES.len(), support::changes(5));
    let mut findings = 0;
    for turn in 0..1_500 {
        let (which, changes) = strategy.new_tree(&mut runner).expect("a tree").current();
        let text = support::request(PROFILES[which], &changes, turn % 2 == 0).to_string();
        let linted = Linter::new()
            .profile(PROFILES[which])
            .lint(&text, &mut Run::new());
        findings += linted
            .iter()
            .map(|one| one.diagnostics.len())
            .sum::<usize>();
        let locale = if turn % 3 == 0 {
            Locale::Zh
        } else {
            Locale::En
        };
        let specs = linted.iter().map(|one| ("order.json", one));
        let published = serde_json::to_value(report(specs, locale)).expect("JSON");
        if let Err(error) = validator.validate(&published) {
            panic!("{}: {error}", error.instance_path());
        }
    }
    assert!(findings > 3_000, "{findings}");
    // Phrases are in the language that was asked for.
    let text =
        r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "ChargeType": "PrePaid", "Period": "1"}"#;
    let linted = Linter::new()
        .profile(
            PROFILES
                .iter()
                .find(|each| each.id == "alibaba.create-instance.cn")
                .expect("a profile"),
        )
        .lint(text, &mut Run::new());
    let consequence = |locale| {
        let specs = linted.iter().map(|one| ("order.json", one));
        let published = serde_json::to_value(report(specs, locale)).expect("JSON");
        let found = published["specs"][0]["diagnostics"]
            .as_array()
            .expect("a list")
            .iter();
        let mut choices = found.filter(|found| found["code"] == "one-way-choice");
        choices.next().expect("a choice")["args"]["consequence"].clone()
    };
    let (english, chinese) = (consequence(Locale::En), consequence(Locale::Zh));
    assert!(english.as_str().expect("text").is_ascii(), "{english}");
    assert!(!chinese.as_str().expect("text").is_ascii(), "{chinese}");
    for text in ["", "{", "[1]", "not json at all", "a=%zz"] {
        let linted = Linter::new().lint(text, &mut Run::new());
        let specs = linted.iter().map(|one| ("-", one));
        let published = serde_json::to_value(report(specs, Locale::En)).expect("JSON");
        assert!(validator.is_valid(&published), "{published}");
    }
}
