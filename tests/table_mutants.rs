//! What holds the tables: a profile is data, so each number, value, condition and rule of it is
//! changed in turn, and the samples of its rows, or a case of `tests/corpus/`, must tell the difference.
//!
//! A run takes every eighth change, beginning at one that `PROPTEST_RNG_SEED` names; `make
//! table-mutants` takes every one.

#![cfg(feature = "profile-files")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

#[path = "support/corpus.rs"]
mod support;

use std::collections::BTreeSet;
use std::env;

use kvspec::{Checker, PROFILES, Profile, Report, Spec, profile_file};
use serde_json::Value;

/// Keys that say nothing of how an order is judged: words, sources, what a form or another format
/// is told. Their tests are those of forms, exports and pages.
const SILENT: &[&str] = &[
    "aliases",
    "change_rules",
    "citation",
    "code",
    "common",
    "context_rules",
    "document",
    "edition",
    "fix",
    "format",
    "hint",
    "id",
    "kind",
    "label",
    "name",
    "notion",
    "operation",
    "pack_rules",
    "parameter",
    "prose",
    "provider_codes",
    "reason",
    "sample",
    "samples",
    "secret",
    "severity",
    "since",
    "supersedes",
    "test",
    "title",
    "unit",
    "zone",
];

/// Parameters whose default meets no condition of any rule: forms and pages show it.
const SHOWN_DEFAULTS: &[&str] = &[
    "Appendonly",
    "AutoPay",
    "AutoRenew",
    "AutoUseCoupon",
    "CouponNo",
    "DryRun",
    "EngineVersion",
    "GlobalInstance",
    "InstanceEndpointType",
    "MaintainEndTime",
    "MaintainStartTime",
    "NetworkType",
    "NodeType",
    "Port",
    "RebuildInstance",
    "ShardType",
    "autoRenew",
    "chargeUnit",
    "dbNum",
    "quantity",
    "redisVersion",
];

/// Changes that no order can tell, by how they end, each with the reason.
const EQUIVALENT: &[(&str, &str)] = &[
    (
        "Period/coercion removed",
        "a number is how Tair's whole numbers are written",
    ),
    (
        "Port/coercion removed",
        "a number is how Tair's whole numbers are written",
    ),
    (
        "keeps_blanks = false",
        "what rules of this object look at is good as it is written, or not looked at",
    ),
    ("master/verbatim = false", "its object keeps blanks"),
    ("slave/verbatim = false", "its object keeps blanks"),
    (
        "cacheInstanceClass/verbatim = false",
        "its object keeps blanks",
    ),
    (
        "autoRenew/constraint removed",
        "its type takes booleans alone",
    ),
    (
        "autoChangeChargeMode/constraint removed",
        "its type takes booleans alone",
    ),
    (
        "required-with@SrcDBInstanceId/when/absent BackupId removed",
        "another rule says the same at the same place",
    ),
    (
        "/when/valid InstanceClass removed",
        "a text that is no class has no series",
    ),
    (
        "/when/valid instanceClass removed",
        "a text that is no class has no series",
    ),
    (
        "unlikely-value@ReadOnlyCount/when/at-most ReadOnlyCount/number = 10",
        "more is out of range",
    ),
    (
        "unlikely-value@ReadOnlyCount/when/at-most ReadOnlyCount removed",
        "more is out of range",
    ),
    (
        "unlikely-value@ShardCount/when/at-most ShardCount/number = 33",
        "more is out of range",
    ),
    (
        "unlikely-value@ShardCount/when/at-most ShardCount removed",
        "more is out of range",
    ),
    (
        "sum-out-of-range@SlaveReadOnlyCount/when/present SlaveReadOnlyCount removed",
        "a sum needs both",
    ),
    (
        "sum-out-of-range@ReadOnlyCount/when/present ReadOnlyCount removed",
        "a sum needs both",
    ),
    (
        "sum-out-of-range@SlaveReplicaCount/when/present SlaveReplicaCount removed",
        "a sum needs both",
    ),
    (
        "short-window@MaintainEndTime/when/present MaintainStartTime removed",
        "a window needs both",
    ),
    (
        "out-of-range@shardNumber/when/at-most shardNumber/number = 2",
        "the test knows how many are too few",
    ),
    (
        "shard-count-mismatch@shardNumber/when/at-least shardNumber/number = 3",
        "every class of shards has one with two",
    ),
];

/// One change to a profile.
enum Change {
    Remove,
    Set(Value),
}

/// A change with its place: a pointer for the machine, and names for the reader.
struct Mutant {
    pointer: Vec<String>,
    shown: String,
    change: Change,
}

impl Mutant {
    fn of(&self, profile: &Value) -> Value {
        let mut changed = profile.clone();
        let (last, way) = self.pointer.split_last().expect("a place");
        let mut parent = &mut changed;
        for step in way {
            parent = match parent {
                Value::Array(items) => &mut items[step.parse::<usize>().expect("a number")],
                other => other.get_mut(step).expect("a member"),
            };
        }
        match (parent, &self.change) {
            (Value::Array(items), Change::Remove) => {
                items.remove(last.parse().expect("a number"));
            }
            (Value::Array(items), Change::Set(value)) => {
                items[last.parse::<usize>().expect("a number")] = value.clone();
            }
            (Value::Object(members), Change::Remove) => {
                members.remove(last);
            }
            (Value::Object(members), Change::Set(value)) => {
                members.insert(last.clone(), value.clone());
            }
            _ => panic!("no place for {}", self.shown),
        }
        changed
    }
}

struct Mutants {
    all: Vec<Mutant>,
    pointer: Vec<String>,
    shown: Vec<String>,
}

impl Mutants {
    fn of(profile: &Value) -> Vec<Mutant> {
        let mut mutants = Self {
            all: Vec::new(),
            pointer: vec!["request".to_owned()],
            shown: Vec::new(),
        };
        mutants.visit(&profile["request"]);
        mutants.all
    }

    fn add(&mut self, change: Change) {
        let what = match &change {
            Change::Remove => "removed".to_owned(),
            Change::Set(value) => format!("= {value}"),
        };
        let shown = format!("{} {what}", self.shown.join("/"));
        let pointer = self.pointer.clone();
        self.all.push(Mutant {
            pointer,
            shown,
            change,
        });
    }

    fn inside(&mut self, step: &str, name: String, value: &Value, removable: bool) {
        self.pointer.push(step.to_owned());
        self.shown.push(name);
        self.visit(value);
        if removable {
            self.add(Change::Remove);
        }
        self.shown.pop();
        self.pointer.pop();
    }

    fn visit(&mut self, value: &Value) {
        match value {
            Value::Object(members) => {
                // A rule's test judges by the same table, of which these are a copy to be shown.
                let by_rule = members
                    .get("kind")
                    .is_some_and(|kind| kind == "integers-by-rule");
                for (key, member) in members {
                    if by_rule && key == "cases" {
                        continue;
                    }
                    let is_shown = key == "default"
                        && self
                            .shown
                            .last()
                            .is_some_and(|name| SHOWN_DEFAULTS.contains(&name.as_str()));
                    if !SILENT.contains(&key.as_str()) && !is_shown {
                        let removable =
                            matches!(key.as_str(), "coercion" | "constraint" | "default");
                        self.inside(key, key.clone(), member, removable);
                    }
                }
            }
            Value::Array(items) => {
                let removable =
                    items.len() > 1 || self.pointer.last().is_some_and(|key| key == "rules");
                for (index, item) in items.iter().enumerate() {
                    self.inside(&index.to_string(), name_of(item, index), item, removable);
                }
            }
            Value::Bool(flag) => self.add(Change::Set(Value::Bool(!flag))),
            Value::Number(number) => {
                if let Some(number) = number.as_i64() {
                    self.add(Change::Set(Value::from(number + 1)));
                    self.add(Change::Set(Value::from(number - 1)));
                }
            }
            Value::String(text) => {
                let in_list = self
                    .pointer
                    .last()
                    .is_some_and(|step| step.parse::<usize>().is_ok());
                if in_list || self.pointer.last().is_some_and(|step| step == "value") {
                    self.add(Change::Set(Value::from(format!("{text}x"))));
                }
            }
            Value::Null => {}
        }
    }
}

/// What an item of a list is called: a parameter by its name, a rule by its code and place.
fn name_of(item: &Value, index: usize) -> String {
    let text = |key: &str| item.get(key).and_then(Value::as_str);
    match (text("name"), text("code"), text("at"), text("kind")) {
        (Some(name), ..) => name.to_owned(),
        (None, Some(code), at, _) => format!("{code}@{}", at.unwrap_or_default()),
        (None, None, _, Some(kind)) => format!(
            "{kind} {}",
            text("parameter").or(text("test")).unwrap_or_default()
        ),
        _ => index.to_string(),
    }
}

fn said(report: &Report) -> BTreeSet<String> {
    let told = report.iter();
    told.map(|found| format!("{} {} {}", found.severity.name(), found.code, found.path))
        .collect()
}

/// The corpus of a profile, and the samples of all its rows. What a changed table's own samples say, they say while
/// it is read.
fn requests(profile: &'static Profile) -> Option<Vec<String>> {
    let corpus = support::cases_of(profile.id)?;
    let mut requests: Vec<String> = corpus.into_iter().map(|case| case.request).collect();
    profile.visit_objects(&mut |at, object| {
        let of_parameters = object
            .parameters
            .iter()
            .flat_map(|parameter| parameter.samples);
        let of_rules = object.rules.iter().flat_map(|rule| rule.samples);
        for sample in of_parameters.chain(of_rules) {
            let spec = sample.spec(profile, at).expect("a sample fits");
            requests.push(spec.to_string());
        }
    });
    Some(requests)
}

fn judge(profile: &'static Profile, requests: &[String]) -> Vec<BTreeSet<String>> {
    let checker = Checker::new(profile);
    let report = |request: &str| {
        if request.starts_with("http") {
            checker.check(Spec::Query(request))
        } else {
            checker.check(Spec::Json(request))
        }
    };
    requests
        .iter()
        .map(|request| said(&report(request)))
        .collect()
}

#[test]
fn every_change_of_a_table_is_seen() {
    let all = env::var("KVSPEC_TABLE_MUTANTS").is_ok_and(|asked| asked == "all");
    let seed: usize = env::var("PROPTEST_RNG_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(1);
    let step = if all { 1 } else { 8 };
    let mut unseen = Vec::new();
    let mut equivalent = BTreeSet::new();
    let mut count = 0;
    for &profile in PROFILES {
        let Some(requests) = requests(profile) else {
            continue;
        };
        let usual = judge(profile, &requests);
        let written: Value = serde_json::from_str(&profile_file::write(profile)).expect("JSON");
        let mutants = Mutants::of(&written);
        for mutant in mutants
            .iter()
            .skip(if all { 0 } else { seed % step })
            .step_by(step)
        {
            count += 1;
            let changed = mutant.of(&written).to_string();
            // Its samples, or a look at the table itself, tell that it is wrong.
            let Ok(profile) = profile_file::read(&changed) else {
                continue;
            };
            if judge(profile, &requests) == usual {
                let shown = format!("{} {}", profile.id, mutant.shown);
                match EQUIVALENT
                    .iter()
                    .position(|(known, _)| shown.ends_with(known))
                {
                    Some(at) => drop(equivalent.insert(at)),
                    None => unseen.push(shown),
                }
            }
        }
    }
    assert!(count >= 100, "{count} changes");
    assert!(
        unseen.is_empty(),
        "of {count} changes, these are seen by no sample and no case of tests/corpus:\n{}",
        unseen.join("\n")
    );
    if all {
        let stale: Vec<&str> = EQUIVALENT
            .iter()
            .enumerate()
            .filter(|(at, _)| !equivalent.contains(at))
            .map(|(_, (known, _))| *known)
            .collect();
        assert!(
            stale.is_empty(),
            "these can be told after all, or are gone: {stale:?}"
        );
    }
}
