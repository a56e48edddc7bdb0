//! The tables of errors of today's operations, and codes that no table lists.

#![cfg(feature = "editions")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use std::collections::{BTreeMap, BTreeSet};

use kvspec::documents::{
    UNLISTED_ERRORS, alibaba, edition_error, edition_errors, provider_errors, unlisted_error,
};
use kvspec::text::is_han;
use kvspec::{Detection, Locale, export};

fn codes(profile: &str) -> BTreeSet<&'static str> {
    edition_errors()
        .filter(|row| row.profile == profile)
        .map(|row| row.code)
        .collect()
}

#[test]
fn both_tables_are_whole() {
    let count = |profile| {
        edition_errors()
            .filter(|row| row.profile == profile)
            .count()
    };
    assert_eq!(count(alibaba::CREATE_INSTANCE), 43);
    assert_eq!(count(alibaba::CREATE_TAIR_INSTANCE), 36);
    let (one, other) = (
        codes(alibaba::CREATE_INSTANCE),
        codes(alibaba::CREATE_TAIR_INSTANCE),
    );
    let alone: Vec<&str> = one.difference(&other).copied().collect();
    assert_eq!(
        alone,
        [
            "DryRunOperation",
            "InvalidBackupLogStatus",
            "InvalidInstancelevel",
            "InvalidShardInfo.Format",
            "InvalidStatus",
            "ResourceGroupNotExist",
            "SecurityRisk.AuthVerification",
            "ZoneIdNotFound"
        ]
    );
    let alone: Vec<&str> = other.difference(&one).copied().collect();
    assert_eq!(alone, ["UserCannotBuyNotInnerCommodity"]);
}

#[test]
fn a_code_has_one_note_and_each_row_its_message() {
    let mut meanings: BTreeMap<&str, &str> = BTreeMap::new();
    let mut rows = BTreeSet::new();
    for row in edition_errors() {
        assert!(
            rows.insert((row.profile, row.status, row.code)),
            "{}",
            row.code
        );
        let meaning = row.meaning().en;
        assert_eq!(
            *meanings.entry(row.code).or_insert(meaning),
            meaning,
            "{}",
            row.code
        );
        assert_eq!(row.citation().quote, row.message);
        assert!(matches!(row.status, 400 | 403 | 404), "{}", row.code);
        for text in [row.meaning(), row.advice()] {
            assert!(text.zh.chars().any(is_han), "{}", text.zh);
        }
    }
}

#[test]
fn parameters_are_those_of_the_operation() {
    for row in edition_errors() {
        let tair = row.profile == alibaba::CREATE_TAIR_INSTANCE;
        for parameter in row.parameters {
            assert!(parameter.starts_with('/'), "{parameter}");
            assert!(!tair || !["/Token", "/Capacity", "/NetworkType"].contains(parameter));
            assert!(tair || *parameter != "/ClientToken");
        }
    }
    let of = |code: &str| edition_error(code).next().expect("a row").parameters;
    assert_eq!(of("InvalidShardInfo.Format"), ["/ShardCount"]);
    assert_eq!(of("InvalidEngineVersion.Malformed"), ["/EngineVersion"]);
    assert_eq!(
        of("InvalidCapacity.NotFound"),
        ["/InstanceClass", "/Capacity"]
    );
    let detection = |code: &str| edition_error(code).next().expect("a row").detection();
    assert_eq!(detection("InstanceClass.NotMatch"), Detection::Client);
    assert_eq!(detection("InvalidCapacity.NotFound"), Detection::Catalogue);
    assert_eq!(detection("InvalidIPNotInSubnet"), Detection::Context);
    assert_eq!(detection("QuotaNotEnough"), Detection::Server);
}

#[test]
fn what_no_table_lists_is_in_no_table() {
    assert!(UNLISTED_ERRORS.is_sorted_by(|one, other| one.code < other.code));
    for met in UNLISTED_ERRORS {
        assert_eq!(edition_error(met.code).count(), 0, "{}", met.code);
        assert!(
            provider_errors().all(|row| row.code != met.code),
            "{}",
            met.code
        );
        assert_eq!(
            unlisted_error(met.code).map(|found| found.code),
            Some(met.code)
        );
        assert!(met.meaning.zh.chars().any(is_han) && met.advice.zh.chars().any(is_han));
    }
    assert!(unlisted_error("internalerror").is_none());
}

#[test]
fn every_code_has_a_page() {
    let listed = edition_errors()
        .chain(provider_errors())
        .map(|row| row.code);
    for code in listed.chain(UNLISTED_ERRORS.iter().map(|met| met.code)) {
        for locale in [Locale::En, Locale::Zh] {
            let page = export::answer_page(code, locale).expect("a page");
            assert!(page.starts_with(&format!("# {code}\n\n**")), "{page}");
            assert!(page.ends_with('\n') && !page.ends_with("\n\n"), "{page}");
        }
    }
    assert!(export::answer_page("internalerror", Locale::En).is_none());
}
