//! A profile that was written to a file and read back judges as the one it was written from: the
//! same reports, byte for byte, over the corpus and over generated orders. `KVSPEC_ORDERS=20000`
//! makes it that many orders a profile.

#![cfg(feature = "profile-files")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

mod support;

use std::fs;
use std::path::Path;

use kvspec::{
    Checker, Context, Locale, PROFILES, Pack, Profile, Report, Spec, export, profile_file,
};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;

/// The profile as it comes back from a file.
fn again(profile: &'static Profile) -> &'static Profile {
    match profile_file::read(&profile_file::write(profile)) {
        Ok(again) => again,
        Err(mistakes) => {
            let mistakes: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
            panic!("{}: {}", profile.id, mistakes.join("\n"));
        }
    }
}

/// All that is published of a report, in both languages.
fn published(report: &Report) -> String {
    [Locale::En, Locale::Zh]
        .map(|locale| serde_json::to_string(&report.published(locale)).expect("JSON"))
        .concat()
}

#[test]
fn what_is_read_is_written_the_same_again() {
    for profile in PROFILES {
        let again = again(profile);
        assert!(
            profile_file::write(again) == profile_file::write(profile),
            "{}",
            profile.id
        );
    }
}

#[test]
fn the_schema_takes_what_is_written() {
    let schema = profile_file::schema();
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for profile in PROFILES {
        let written = serde_json::from_str(&profile_file::write(profile)).expect("JSON");
        if let Err(error) = validator.validate(&written) {
            panic!("{}: {}: {error}", profile.id, error.instance_path());
        }
    }
    let empty = serde_json::json!({"format": "kvspec-profile/1", "id": "a"});
    assert!(!validator.is_valid(&empty));
}

#[test]
fn what_is_read_is_exported_the_same() {
    for profile in PROFILES {
        let again = again(profile);
        let form = |profile| serde_json::to_string(&export::form(profile)).expect("JSON");
        assert!(form(again) == form(profile), "{}", profile.id);
        for locale in [Locale::En, Locale::Zh] {
            let schema = |profile| export::json_schema(profile, locale);
            assert!(schema(again) == schema(profile), "{}", profile.id);
        }
        assert!(
            export::typescript(again) == export::typescript(profile),
            "{}",
            profile.id
        );
    }
}

#[test]
fn the_corpus_gives_the_same_reports() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut count = 0;
    for profile in PROFILES {
        let Ok(text) = fs::read_to_string(folder.join(format!("{}.txt", profile.id))) else {
            continue;
        };
        let checkers = [Checker::new(profile), Checker::new(again(profile))];
        let orders = text.lines().filter(|line| {
            !line.starts_with("# ") && !line.starts_with("! ") && !line.trim().is_empty()
        });
        for order in orders {
            count += 1;
            let [left, right] = checkers.each_ref().map(|checker| {
                if order.starts_with("http") {
                    published(&checker.check(Spec::Query(order)))
                } else {
                    published(&checker.check(Spec::Json(order)))
                }
            });
            assert!(left == right, "{}: {order}\n{left}\n{right}", profile.id);
        }
    }
    assert!(count > 300, "{count}");
}

#[test]
fn generated_orders_give_the_same_reports() {
    let orders: u32 = std::env::var("KVSPEC_ORDERS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(500);
    let context = Context::from_json(
        r#"{"vSwitch": {"cidr": "172.16.0.0/24"}, "ecs": {"region": "cn-beijing", "networkType": "VPC", "vpcId": "vpc-1"}}"#,
    )
    .expect("a context");
    let mut runner = TestRunner::deterministic();
    let changes = support::changes(12);
    for profile in PROFILES {
        let again = again(profile);
        let checkers = [profile, again].map(|profile| Checker::new(profile).context(&context));
        let packed = [profile, again].map(|profile| Checker::new(profile).packs(Pack::ALL));
        let mut findings = 0;
        for number in 0..orders {
            let drawn = changes.new_tree(&mut runner).expect("changes").current();
            let order = support::request(profile, &drawn, number % 2 == 0);
            let [left, right] = checkers.each_ref().map(|checker| checker.check(&order));
            findings += left.diagnostics().len();
            let (left, right) = (published(&left), published(&right));
            assert!(left == right, "{}: {order}\n{left}\n{right}", profile.id);
            assert_eq!(
                checkers[0].is_valid(&order),
                checkers[1].is_valid(&order),
                "{}: {order}",
                profile.id
            );
            // From text, with the rows of packs.
            if number % 4 == 0 {
                let text = order.to_string();
                let [left, right] = packed
                    .each_ref()
                    .map(|checker| published(&checker.check(Spec::Json(&text))));
                assert!(left == right, "{}: {order}\n{left}\n{right}", profile.id);
            }
        }
        assert!(findings > 0, "{}", profile.id);
    }
}
