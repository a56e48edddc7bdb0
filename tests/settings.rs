//! The settings of the server: the rows hold together, and a value is told from another.

#![cfg(feature = "editions")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use kvspec::documents::{alibaba, jdcloud};
use kvspec::profile::{Setting, SettingLayer, SettingUnit, SettingValues};

#[test]
fn rows_are_sorted_and_take_their_own_defaults() {
    for (settings, rows, ranges) in [
        (alibaba::settings::SETTINGS, 64, 64),
        (jdcloud::settings::SETTINGS, 12, 13),
    ] {
        assert_eq!(settings.len(), rows);
        let count: usize = settings.iter().map(|setting| setting.ranges.len()).sum();
        assert_eq!(count, ranges);
        assert!(settings.is_sorted_by(|one, other| one.name < other.name));
        for setting in settings {
            for value in setting.default.iter().chain(&setting.sample) {
                assert!(setting.takes(value), "{} {value}", setting.name);
            }
            for range in setting.ranges {
                let versions = range.engine_versions;
                assert!(
                    versions.is_sorted_by(|one, other| one < other),
                    "{}",
                    setting.name
                );
            }
        }
    }
}

fn alibaba(name: &str) -> &'static Setting {
    alibaba::settings::find(name).expect("a setting")
}

#[test]
fn values_are_told_apart() {
    for (name, good, bad) in [
        (
            "hz",
            &["1", "500"][..],
            &["0", "501", "", "+1", "1.0", " 1", "ten"][..],
        ),
        ("appendonly", &["yes", "no"], &["YES", "true", ""]),
        ("appendfsync", &["everysec"], &["always"]),
        (
            "hash-max-ziplist-value",
            &["0", "64"],
            &["-1", "99999999999999999999"],
        ),
        (
            "list-max-ziplist-size",
            &["-5", "-1", "1", "512"],
            &["-6", "0", "-"],
        ),
        ("notify-keyspace-events", &["", "KEA", "K$"], &["Kq", "kea"]),
        (
            "client-output-buffer-limit normal",
            &["524288000 0 0"],
            &["524288000 0", "524288000 0 0 0", "a b c", ""],
        ),
        (
            "#no_loose_disabled-commands",
            &["", "flushall", "keys,flushdb"],
            &["FLUSHALL", "keys,,flushdb", ","],
        ),
        ("#no_loose_statistics-keys", &["", "Some:Key,other"], &[","]),
        ("EvictionPolicy", &["noeviction"], &["lru"]),
        ("ParamSemisyncReplTimeout", &["10", "60000"], &["9"]),
    ] {
        for value in good {
            assert!(alibaba(name).takes(value), "{name} {value}");
        }
        for value in bad {
            assert!(!alibaba(name).takes(value), "{name} {value}");
        }
    }
}

#[test]
fn any_engine_version_will_do() {
    let policy = jdcloud::settings::find("maxmemory-policy").expect("a setting");
    assert!(jdcloud::settings::takes(policy, "allkeys-lfu"));
    let of = |version| {
        policy
            .values_of(version)
            .is_some_and(|values| values.hold("allkeys-lfu"))
    };
    assert!(of("4.0") && !of("2.8") && !of("5.0"));
}

#[test]
fn names_are_compared_letter_by_letter() {
    assert!(alibaba::settings::find("maxmemory-policy").is_some());
    assert!(alibaba::settings::find("Maxmemory-policy").is_none());
    assert!(alibaba::settings::find("client-output-buffer-limit").is_none());
    assert!(jdcloud::settings::find("hz").is_none());
    assert!(alibaba::settings::find("").is_none());
    assert_eq!(alibaba("EvictionPolicy").layer, SettingLayer::Alias);
    assert_eq!(alibaba("timeout").unit, Some(SettingUnit::Seconds));
    let proxy = alibaba("ptod_enabled");
    assert_eq!(
        proxy.values_of("5.0"),
        Some(SettingValues::OneOf(&["0", "1"]))
    );
    assert_eq!(
        alibaba("#no_loose_check-whitelist-always").values_of("7.0"),
        None
    );
}
