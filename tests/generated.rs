//! Files that derive from the tables are up to date. `KVSPEC_UPDATE=1 cargo test --all-features --test
//! generated` writes them anew.

#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use kvspec::{Code, Locale, export};

/// Holds a folder against what it should have, or writes it.
fn hold(folder: &str, wanted: &BTreeMap<String, String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let update = std::env::var_os("KVSPEC_UPDATE").is_some();
    if update {
        fs::create_dir_all(&folder).expect("the folder can be made");
    }
    let mut stale = Vec::new();
    let there: Vec<String> = fs::read_dir(&folder)
        .map(|entries| {
            entries
                .filter_map(Result::ok)
                .map(|entry| entry.file_name().to_string_lossy().into_owned())
                .collect()
        })
        .unwrap_or_default();
    for name in there.iter().filter(|name| !wanted.contains_key(*name)) {
        if update {
            fs::remove_file(folder.join(name)).expect("the file can be removed");
        } else {
            stale.push(format!("{name} is superfluous"));
        }
    }
    for (name, text) in wanted {
        let path = folder.join(name);
        if fs::read_to_string(&path).ok().as_ref() == Some(text) {
            continue;
        }
        if update {
            fs::write(&path, text).expect("the file can be written");
        } else {
            stale.push(format!("{name} is missing or stale"));
        }
    }
    assert!(
        stale.is_empty(),
        "{}: {}\nrefresh with: KVSPEC_UPDATE=1 cargo test --all-features --test generated",
        folder.display(),
        stale.join(", ")
    );
}

#[test]
fn rule_pages() {
    let mut wanted = BTreeMap::from([("README.md".to_owned(), export::rule_index())]);
    wanted.insert(
        "provider-errors.md".to_owned(),
        format!(
            "<!-- Generated from the tables; see tests/generated.rs. -->\n\n{}\n---\n\n{}",
            export::provider_errors_page(Locale::En),
            export::provider_errors_page(Locale::Zh)
        ),
    );
    for code in Code::ALL {
        let english = export::rule_page(*code, Locale::En);
        let chinese = export::rule_page(*code, Locale::Zh);
        let page = format!(
            "<!-- Generated from the tables; see tests/generated.rs. -->\n\n{english}\n---\n\n{chinese}"
        );
        wanted.insert(format!("{code}.md"), page);
    }
    hold("docs/rules", &wanted);
}

/// The schemas of the report that the command line writes with `--format json`, of a profile in full,
/// and of files with a profile.
#[cfg(feature = "profile-files")]
#[test]
fn schemas() {
    let schemas = [
        ("profile-file.v1.json", kvspec::profile_file::schema()),
        ("profile.v1.json", export::profile_schema()),
        ("report.v1.json", export::report_schema()),
    ];
    let wanted = schemas.map(|(name, schema)| {
        let mut text = serde_json::to_string_pretty(&schema).expect("JSON");
        text.push('\n');
        (name.to_owned(), text)
    });
    hold("docs/schemas", &BTreeMap::from(wanted));
}

/// The strategies that the command line exports, as files that tests/strategies.rs compiles.
#[cfg(feature = "proptest")]
#[test]
fn strategies() {
    let mut wanted = BTreeMap::new();
    let drawn = |profile: &&&kvspec::Profile| kvspec::strategy::is_drawn(profile);
    for profile in kvspec::PROFILES.iter().filter(drawn) {
        let name = format!("{}.rs", profile.id.replace(['.', '-'], "_"));
        wanted.insert(name, export::strategies(profile));
    }
    hold("tests/strategies", &wanted);
}

#[cfg(feature = "config")]
#[test]
fn config_schema() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/kvspec.schema.json");
    let mut wanted = serde_json::to_string_pretty(&kvspec::house::schema()).expect("JSON");
    wanted.push('\n');
    if std::env::var_os("KVSPEC_UPDATE").is_some() {
        fs::write(&path, &wanted).expect("the file can be written");
    }
    let there = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        there == wanted,
        "{} is stale\nrefresh with: KVSPEC_UPDATE=1 cargo test --all-features --test generated",
        path.display()
    );
}
