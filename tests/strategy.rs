//! What the strategies promise: valid requests are valid, a violation has its one error where it
//! says, values beside a limit stand on the side that they claim, and all of a profile's table
//! occurs.

#![cfg(feature = "proptest")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use kvspec::profile::{
    Condition, ConfigValue, Constraint, Kind, NameCharacters, Need, Object, PasswordCharacters,
};
use kvspec::request::{
    ConsoleOrder, CreateCacheInstance, CreateInstance, CreateInstances, Request,
};
use kvspec::text::Length;
use kvspec::{Checker, Code, PROFILES, Profile, Report, Severity, Spec, strategy};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;

fn runner(cases: u32) -> TestRunner {
    TestRunner::new_with_rng(
        Config {
            cases,
            failure_persistence: None,
            ..Config::default()
        },
        proptest::test_runner::TestRng::deterministic_rng(
            proptest::test_runner::RngAlgorithm::ChaCha,
        ),
    )
}

fn errors(report: &Report) -> Vec<(Code, String)> {
    report
        .of(Severity::Error)
        .map(|found| (found.code, found.path.to_string()))
        .collect()
}

/// Codes that need more than one request, or a context, or a team's file.
const ELSEWHERE: [Code; 4] = [
    Code::TokenReused,
    Code::IpOutsideVswitch,
    Code::IrreversibleChange,
    Code::HouseRule,
];

/// 10,000 valid requests of each profile. Drawing them is what takes time here, so every test
/// looks at the same ones.
fn drawn(profile: &'static Profile) -> &'static [Value] {
    static DRAWN: [OnceLock<Vec<Value>>; PROFILES.len()] =
        [const { OnceLock::new() }; PROFILES.len()];
    let which = PROFILES.iter().position(|each| each.id == profile.id);
    DRAWN[which.expect("one of all")].get_or_init(|| {
        let orders = strategy::Orders::of(profile).with_common_parameters();
        let requests = orders.valid();
        let mut runner = runner(0);
        let mut draw = || requests.new_tree(&mut runner).expect("a request").current();
        std::iter::repeat_with(&mut draw).take(10_000).collect()
    })
}

#[test]
fn valid_requests_are_valid() {
    for profile in PROFILES {
        let checker = Checker::new(profile);
        // The engine mends draws of the newer tables, which takes its time.
        let few: Vec<Value>;
        let specs = if strategy::is_drawn(profile) {
            drawn(profile)
        } else {
            few = some(&strategy::valid(profile), 50);
            &few
        };
        for spec in specs {
            let valid = checker.is_valid(spec);
            assert!(valid, "{}: {spec}\n{}", profile.id, checker.check(spec));
        }
    }
}

fn some<T: std::fmt::Debug>(strategy: &BoxedStrategy<T>, count: usize) -> Vec<T> {
    let mut runner = runner(0);
    let mut draw = || strategy.new_tree(&mut runner).expect("a draw").current();
    std::iter::repeat_with(&mut draw).take(count).collect()
}

fn by_id(id: &str) -> &'static Profile {
    Profile::by_id(id).expect("a profile")
}

/// Every profile can show most of the errors that it has, and each order has that one alone.
#[test]
fn violations_of_every_profile_have_their_one_error() {
    for profile in PROFILES.iter().skip(5) {
        let codes = strategy::violable(profile);
        let least = if profile.id == "crossplane.redis-instance" {
            5
        } else {
            12
        };
        assert!(codes.len() >= least, "{}: {codes:?}", profile.id);
        for code in codes {
            let Some(violations) = strategy::violating(profile, code) else {
                assert!(matches!(code, Code::Syntax | Code::DuplicateParameter));
                continue;
            };
            for broken in some(&violations, 4) {
                let report = Checker::new(profile).check(&broken.spec);
                assert_eq!(
                    errors(&report),
                    [(code, broken.path.clone())],
                    "{}: {}",
                    profile.id,
                    broken.spec
                );
            }
        }
    }
}

/// What is no error can be shown by an order, too: it is valid, and has the finding.
#[test]
fn warnings_and_infos_are_shown_by_valid_orders() {
    for (id, code) in [
        ("alibaba.create-instance.2026", Code::UnknownClass),
        ("alibaba.create-instance.2026", Code::ZoneUnspecified),
        ("alibaba.create-instance.cn", Code::DefaultApplied),
        ("jdcloud.create-cache-instance", Code::IgnoredParameter),
        ("terraform.alicloud-kvstore-instance", Code::OpenWhitelist),
    ] {
        let profile = by_id(id);
        assert!(strategy::violating(profile, code).is_none());
        let shown = strategy::Orders::of(profile).violating(code);
        for shown in some(&shown.expect("a strategy"), 12) {
            let report = Checker::new(profile).check(&shown.spec);
            assert!(report.is_valid(), "{report}");
            let is_it =
                |found: &kvspec::Diagnostic| found.code == code && found.path == *shown.path;
            assert!(report.iter().any(is_it), "{id} {code}: {}", shown.spec);
        }
    }
}

#[test]
fn orders_without_warnings_have_none() {
    for profile in PROFILES {
        let orders = strategy::Orders::of(profile).without_warnings();
        let mut different = BTreeSet::new();
        for spec in some(&orders.valid(), 60) {
            let report = Checker::new(profile).check(&spec);
            let worst = report.iter().map(|found| found.severity).max();
            assert!(
                worst.is_none_or(|worst| worst == Severity::Info),
                "{}: {spec}\n{report}",
                profile.id
            );
            different.insert(spec.to_string());
        }
        assert!(different.len() > 25, "{}: {}", profile.id, different.len());
    }
}

#[test]
fn the_least_and_the_whole_order_occur() {
    let profile = by_id("alibaba.create-instance.cn");
    let sizes: Vec<usize> = some(&strategy::valid(profile), 400)
        .iter()
        .map(|spec| spec.as_object().expect("an object").len())
        .collect();
    let (least, most) = (sizes.iter().min(), sizes.iter().max());
    assert!(least <= Some(&2) && most >= Some(&18), "{least:?} {most:?}");
    // None of them has what all operations have.
    for spec in some(&strategy::valid(profile), 200) {
        assert!(spec.get("Signature").is_none() && spec.get("AccessKeyId").is_none());
    }
}

#[test]
fn zones_lie_in_their_regions() {
    for id in [
        "alibaba.create-instance.cn",
        "alibaba.create-instances",
        "jdcloud.create-cache-instance.2026",
    ] {
        let profile = by_id(id);
        for spec in some(&strategy::valid(profile), 300) {
            let report = Checker::new(profile).check(&spec);
            assert!(
                report
                    .iter()
                    .all(|found| found.code != Code::ZoneOutsideRegion),
                "{spec}"
            );
        }
    }
}

#[cfg(feature = "config")]
#[test]
fn what_a_team_allows_is_what_is_drawn() {
    let rules = r#"
forbidden = ["AutoRenew"]
required = ["InstanceName"]
[allowed]
regions = ["cn-beijing", "cn-shenzhen"]
zones = ["cn-beijing-*", "cn-shenzhen-e"]
classes = ["redis.master.small.default", "redis.master.m*"]
"#;
    let house = kvspec::house::HouseRules::from_toml(rules).expect("rules");
    let house = std::sync::Arc::new(house);
    for id in ["alibaba.create-instance.cn", "alibaba.create-instance.2026"] {
        let orders = strategy::Orders::of(by_id(id)).under(house.clone());
        let mut regions = BTreeSet::new();
        for spec in some(&orders.valid(), 120) {
            regions.insert(spec["RegionId"].as_str().expect("a text").to_owned());
            assert!(
                spec.get("AutoRenew").is_none() && spec.get("InstanceName").is_some(),
                "{spec}"
            );
            if let Some(class) = spec.get("InstanceClass") {
                let class = class.as_str().expect("a text");
                let is_listed = class == "redis.master.small.default";
                assert!(is_listed || class.starts_with("redis.master.m"), "{spec}");
            }
            assert!(orders.complaints(&spec).is_empty());
        }
        assert_eq!(
            regions.into_iter().collect::<Vec<_>>(),
            ["cn-beijing", "cn-shenzhen"]
        );
        // A mistake leaves the rest within the rules.
        let broken = orders.violating(Code::PasswordLength).expect("a strategy");
        for broken in some(&broken, 40) {
            assert_eq!(
                orders.complaints(&broken.spec),
                [(Code::PasswordLength, broken.path)]
            );
        }
    }
}

#[test]
fn what_is_set_stays() {
    for profile in PROFILES {
        let region = profile
            .request
            .parameters
            .iter()
            .find(|it| matches!(it.name, "RegionId" | "region" | "regionId"));
        let Some(region) = region else { continue };
        let orders = strategy::Orders::of(profile)
            .set(region.name, "cn-north-1")
            .without_warnings();
        // JD Cloud alone has it, and Alibaba's set of regions is open.
        for spec in some(&orders.valid(), 40) {
            assert_eq!(spec[region.name], "cn-north-1", "{}", profile.id);
        }
    }
}

#[test]
fn limits_are_a_fixed_list_on_both_sides() {
    for profile in PROFILES {
        let orders = strategy::Orders::of(profile);
        let limits = orders.limits();
        let again: Vec<Value> = orders.limits().into_iter().map(|near| near.spec).collect();
        assert!(
            limits.iter().map(|near| &near.spec).eq(&again),
            "{}",
            profile.id
        );
        let refused = limits.iter().filter(|near| near.code.is_some()).count();
        let accepted = limits.len() - refused;
        let least = if profile.id == "crossplane.redis-instance" {
            0
        } else {
            6
        };
        assert!(
            refused >= least && accepted >= least,
            "{}: {accepted} {refused}",
            profile.id
        );
        for near in limits {
            let expected: Vec<_> = near
                .code
                .map(|code| (code, near.path.clone()))
                .into_iter()
                .collect();
            assert_eq!(
                errors(&Checker::new(profile).check(&near.spec)),
                expected,
                "{}",
                near.spec
            );
        }
    }
    let limits = strategy::Orders::of(by_id("alibaba.create-instance.cn")).limits();
    let periods: BTreeSet<String> = limits
        .iter()
        .filter(|near| near.path == "/Period" && near.code.is_none())
        .map(|near| near.spec["Period"].to_string())
        .collect();
    assert_eq!(periods.len(), 12, "{periods:?}");
}

#[test]
fn variations_stay_near_their_order() {
    let order = serde_json::json!({"RegionId": "cn-hangzhou", "Capacity": 1024, "InstanceName": "session", "ChargeType": "PrePaid", "Period": "12"});
    let orders = strategy::Orders::of(by_id("alibaba.create-instance.2026"));
    let (mut right, mut wrong) = (0, 0);
    for spec in some(&orders.near(order.clone()), 200) {
        let members = spec.as_object().expect("an object");
        let before = order.as_object().expect("an object");
        let changed = members
            .iter()
            .filter(|(name, value)| before.get(*name) != Some(*value))
            .count();
        let gone = before
            .keys()
            .filter(|name| !members.contains_key(*name))
            .count();
        assert!(changed + gone <= 2, "{spec}");
        if orders.complaints(&spec).is_empty() {
            right += 1;
        } else {
            wrong += 1;
        }
    }
    assert!(right > 30 && wrong > 30, "{right} {wrong}");
}

#[test]
fn violations_have_their_one_error_where_they_say() {
    for profile in &PROFILES[..5] {
        for code in Code::ALL {
            let Some(violations) = strategy::violating(profile, *code) else {
                continue;
            };
            runner(150)
                .run(&violations, |broken| {
                    let report = Checker::new(profile).check(&broken.spec);
                    prop_assert_eq!(
                        errors(&report),
                        [(*code, broken.path.clone())],
                        "{}: {}",
                        profile.id,
                        broken.spec
                    );
                    prop_assert_eq!(broken.code, *code);
                    Ok(())
                })
                .expect("every one has its error");
        }
    }
}

#[test]
fn violations_as_text_have_their_one_error_where_they_say() {
    for profile in &PROFILES[..5] {
        for code in Code::ALL {
            let Some(violations) = strategy::violating_text(profile, *code) else {
                continue;
            };
            runner(80)
                .run(&violations, |broken| {
                    let report = Checker::new(profile).check(Spec::Json(&broken.spec));
                    prop_assert_eq!(
                        errors(&report),
                        [(*code, broken.path.clone())],
                        "{}: {}",
                        profile.id,
                        broken.spec
                    );
                    Ok(())
                })
                .expect("every one has its error");
        }
    }
}

/// There is a strategy for every error that a profile binds, but for those that one request
/// alone cannot show.
#[test]
fn every_error_that_a_profile_binds_has_a_strategy() {
    for profile in &PROFILES[..5] {
        for code in Code::ALL {
            let bound = code.severity() == Severity::Error
                && profile.binds(*code)
                && !ELSEWHERE.contains(code);
            let there = strategy::violating_text(profile, *code).is_some();
            assert_eq!(there, bound, "{} {code}", profile.id);
            let of_value = strategy::violating(profile, *code).is_some();
            let of_text = matches!(code, Code::Syntax | Code::DuplicateParameter);
            assert_eq!(of_value, bound && !of_text, "{} {code}", profile.id);
        }
    }
}

/// Violations occur at every row that can give the error, not only at one of them.
#[test]
fn violations_occur_at_every_place() {
    for profile in &PROFILES[..5] {
        let mut wanted: BTreeSet<(Code, String)> = BTreeSet::new();
        profile.visit_objects(&mut |at, object| {
            for parameter in object.parameters {
                let path = format!("{at}/{}", parameter.name);
                wanted.insert((Code::TypeMismatch, path.clone()));
                if parameter.need == Need::Required {
                    wanted.insert((Code::RequiredParameter, path.clone()));
                }
                for sample in parameter.samples {
                    let code = sample.code.filter(|code| {
                        let lenient = object.lenient_case && *code == Code::ParameterCase;
                        code.severity() == Severity::Error && !lenient
                    });
                    wanted.extend(code.map(|code| (code, path.clone())));
                }
            }
            for rule in object.rules {
                if rule.code.severity() == Severity::Error {
                    let name = rule.at.map_or(String::new(), |at| format!("/{}", at.name));
                    wanted.insert((rule.code, format!("{at}{name}")));
                }
            }
        });
        for code in Code::ALL {
            let Some(violations) = strategy::violating(profile, *code) else {
                continue;
            };
            let mut runner = runner(0);
            for _ in 0..3_000 {
                if !wanted.iter().any(|(left, _)| left == code) {
                    break;
                }
                let broken = violations
                    .new_tree(&mut runner)
                    .expect("a request")
                    .current();
                wanted.remove(&(*code, general(&broken.path)));
            }
        }
        assert!(wanted.is_empty(), "{}: {wanted:?}", profile.id);
    }
}

fn general(path: &str) -> String {
    let parts: Vec<&str> = path
        .split('/')
        .map(|part| {
            if part.parse::<usize>().is_ok() {
                "*"
            } else {
                part
            }
        })
        .collect();
    parts.join("/")
}

#[test]
fn values_beside_a_limit_stand_on_the_side_they_claim() {
    for profile in &PROFILES[..5] {
        let mut inside = 0;
        let mut outside = 0;
        runner(1_000)
            .run(&strategy::near(profile), |near| {
                let report = Checker::new(profile).check(&near.spec);
                let expected: Vec<_> = near
                    .code
                    .map(|code| (code, near.path.clone()))
                    .into_iter()
                    .collect();
                prop_assert_eq!(errors(&report), expected, "{}: {}", profile.id, near.spec);
                Ok(())
            })
            .expect("every one stands where it says");
        let mut runner = runner(0);
        for _ in 0..200 {
            let near = strategy::near(profile)
                .new_tree(&mut runner)
                .expect("a request")
                .current();
            if near.code.is_some() {
                outside += 1;
            } else {
                inside += 1;
            }
        }
        assert!(
            inside > 20 && outside > 20,
            "{}: {inside} {outside}",
            profile.id
        );
    }
}

#[test]
fn texts_and_queries_are_valid_too() {
    for profile in &PROFILES[..5] {
        let checker = Checker::new(profile);
        let mut runner = runner(0);
        for spec in drawn(profile).iter().step_by(10) {
            let texts = strategy::json_text(Just(spec.clone()));
            let text = texts.new_tree(&mut runner).expect("a text").current();
            let report = checker.check(Spec::Json(&text));
            assert!(report.is_valid(), "{}: {text}\n{report}", profile.id);
            if profile.wire != kvspec::profile::Wire::QUERY {
                continue;
            }
            let queries = strategy::query_text(profile, Just(spec.clone()));
            let query = queries.new_tree(&mut runner).expect("a query").current();
            let report = checker.check(Spec::Query(&query));
            assert!(report.is_valid(), "{}: {query}\n{report}", profile.id);
        }
    }
}

fn typed_is_valid<T>(profile: &'static Profile)
where
    T: Request + serde::de::DeserializeOwned + std::fmt::Debug + Clone + 'static,
{
    runner(400)
        .run(&strategy::typed_under::<T>(profile), |request| {
            let report = request.check_under(profile).expect("one of its profiles");
            prop_assert!(report.is_valid(), "{request:?}\n{report}");
            Ok(())
        })
        .expect("every one is valid");
}

#[test]
fn typed_requests_are_valid() {
    for profile in CreateInstance::PROFILES {
        typed_is_valid::<CreateInstance>(profile);
    }
    typed_is_valid::<CreateInstances>(CreateInstances::PROFILES[0]);
    typed_is_valid::<ConsoleOrder>(ConsoleOrder::PROFILES[0]);
    typed_is_valid::<CreateCacheInstance>(CreateCacheInstance::PROFILES[0]);
}

/// The strategies settle rules between parameters of one object. A rule of another shape would
/// be broken by requests that pass for valid.
#[test]
fn rules_that_are_errors_have_a_shape_that_strategies_settle() {
    for profile in &PROFILES[..5] {
        profile.visit_objects(&mut |_, object| {
            for rule in object.rules {
                if rule.code.severity() != Severity::Error {
                    continue;
                }
                for condition in rule.when {
                    let local = match condition {
                        Condition::Is(at, _) | Condition::Present(at) | Condition::Absent(at) => {
                            at.up == 0
                        }
                        _ => false,
                    };
                    assert!(local, "{} {:?}", profile.id, rule.code);
                }
            }
        });
    }
}

#[test]
fn shrinking_ends_at_the_smallest_request() {
    let profile = Profile::by_id("alibaba.create-instance.cn").expect("a profile");
    let mut runner = runner(0);
    for _ in 0..20 {
        let mut tree = strategy::valid(profile)
            .new_tree(&mut runner)
            .expect("a request");
        while tree.simplify() {}
        let spec = tree.current();
        let names: Vec<&String> = spec.as_object().expect("an object").keys().collect();
        assert!(names.len() <= 2, "{spec}");
        assert!(spec.get("RegionId").is_some(), "{spec}");
    }
}

/// What 10,000 requests of one profile hold.
#[derive(Default)]
struct Seen {
    present: BTreeSet<String>,
    absent: BTreeSet<String>,
    /// Texts of values with few choices.
    values: BTreeMap<String, BTreeSet<String>>,
    /// Lengths by each of the three counts.
    lengths: BTreeMap<String, BTreeSet<(usize, usize, usize)>>,
    characters: BTreeMap<String, BTreeSet<char>>,
}

impl Seen {
    fn object(&mut self, at: &str, object: &'static Object, members: &Value) {
        for parameter in object.parameters {
            let path = format!("{at}/{}", parameter.name);
            let Some(value) = members.get(parameter.name) else {
                self.absent.insert(path);
                continue;
            };
            self.present.insert(path.clone());
            match parameter.kind {
                Kind::Object(inner) => self.object(&path, inner, value),
                Kind::JsonArray(inner) => {
                    let text = value.as_str().expect("a list in a string");
                    let list: Vec<Value> = serde_json::from_str(text).expect("a list");
                    for element in &list {
                        self.object(&format!("{path}/*"), inner, element);
                    }
                }
                _ => self.scalar(path, parameter.constraint, value),
            }
        }
    }

    fn scalar(&mut self, path: String, constraint: Constraint, value: &Value) {
        let text = match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        match constraint {
            Constraint::Name(_)
            | Constraint::Password(_)
            | Constraint::Token { .. }
            | Constraint::Description { .. } => {
                let length = Length::of(&text);
                self.lengths.entry(path.clone()).or_default().insert((
                    length.clusters,
                    length.scalars,
                    length.utf16,
                ));
                self.characters
                    .entry(path)
                    .or_default()
                    .extend(text.chars());
            }
            Constraint::Config(_) => {
                let settings: Value = serde_json::from_str(&text).expect("an object in a string");
                for (key, value) in settings.as_object().expect("an object") {
                    let value = value
                        .as_str()
                        .map_or_else(|| "a number".to_owned(), str::to_owned);
                    self.values
                        .entry(format!("{path} {key}"))
                        .or_default()
                        .insert(value);
                }
            }
            _ => {
                self.values.entry(path).or_default().insert(text);
            }
        }
    }

    fn has_length(&self, path: &str, length: u32, of: fn(&(usize, usize, usize)) -> usize) -> bool {
        self.lengths[path]
            .iter()
            .any(|counts| of(counts) == length as usize)
    }

    fn expect(&self, profile: &'static Profile) {
        profile.visit_objects(&mut |at, object| {
            for parameter in object.parameters {
                let path = format!("{at}/{}", parameter.name);
                let at = format!("{} {path}", profile.id);
                assert!(self.present.contains(&path), "{at} never occurs");
                assert!(
                    parameter.need == Need::Required || self.absent.contains(&path),
                    "{at} is always there"
                );
                self.expect_values(&at, &path, parameter.constraint, profile);
            }
        });
    }

    fn expect_values(&self, at: &str, path: &str, constraint: Constraint, profile: &Profile) {
        let seen = |value: &str| self.values[path].contains(value);
        match constraint {
            Constraint::OneOf(allowed) | Constraint::Versions(allowed) => {
                assert!(allowed.iter().all(|value| seen(value)), "{at}");
            }
            Constraint::Boolean => assert!(seen("true") && seen("false"), "{at}"),
            Constraint::Integers(allowed) => {
                assert!(
                    allowed.iter().all(|number| seen(&number.to_string())),
                    "{at}"
                );
            }
            Constraint::IntegersBy { cases, .. } => {
                let mut numbers = cases.iter().flat_map(|(_, numbers)| *numbers);
                assert!(numbers.all(|number| seen(&number.to_string())), "{at}");
            }
            Constraint::Range { min, max } => {
                assert!(seen(&min.to_string()), "{at} smallest");
                assert!(max.is_none_or(|max| seen(&max.to_string())), "{at} largest");
            }
            Constraint::Name(rule) => {
                for end in [rule.min, rule.max] {
                    assert!(
                        self.has_length(path, end, |l| l.0),
                        "{at} has never {end} characters"
                    );
                }
                // At the upper limit with characters of two units.
                let astral = |(clusters, _, utf16): &(usize, usize, usize)| {
                    *clusters == rule.max as usize && *utf16 == 2 * clusters
                };
                assert!(
                    self.lengths[path].iter().any(astral),
                    "{at} has no surrogate pairs at its limit"
                );
                if let NameCharacters::Except(refused) = rule.characters {
                    let combined = |(clusters, scalars, _): &(usize, usize, usize)| {
                        *clusters == rule.max as usize && scalars > clusters
                    };
                    assert!(
                        self.lengths[path].iter().any(combined),
                        "{at} has no clusters at its limit"
                    );
                    let marks = ('!'..='~').filter(|c| !refused.contains(*c));
                    let missing: Vec<char> = marks
                        .filter(|c| !self.characters[path].contains(c))
                        .collect();
                    assert!(missing.is_empty(), "{at} has never {missing:?}");
                } else {
                    assert!(self.characters[path].contains(&'_'), "{at}");
                }
            }
            Constraint::Password(rule) => {
                for end in [rule.min, rule.max] {
                    assert!(
                        self.has_length(path, end, |l| l.0),
                        "{at} has never {end} characters"
                    );
                }
                let special = match rule.characters {
                    PasswordCharacters::Special(special) => special.to_owned(),
                    PasswordCharacters::Refused(refused) => ('!'..='~')
                        .filter(|c| !c.is_ascii_alphanumeric() && !refused.contains(*c))
                        .collect(),
                };
                let alphabet = special
                    .chars()
                    .chain('a'..='z')
                    .chain('A'..='Z')
                    .chain('0'..='9');
                let missing: Vec<char> = alphabet
                    .filter(|c| !self.characters[path].contains(c))
                    .collect();
                assert!(missing.is_empty(), "{at} has never {missing:?}");
                let none = profile.wire == kvspec::profile::Wire::JSON;
                assert!(
                    !none || self.has_length(path, 0, |l| l.0),
                    "{at} is never empty"
                );
            }
            Constraint::Token { max } => {
                assert!(
                    self.has_length(path, max, |l| l.0) && self.has_length(path, 1, |l| l.0),
                    "{at}"
                );
                let missing: Vec<char> = ('!'..='~')
                    .filter(|c| !self.characters[path].contains(c))
                    .collect();
                assert!(missing.is_empty(), "{at} has never {missing:?}");
            }
            Constraint::Description { max } => {
                assert!(
                    self.has_length(path, max, |l| l.0) && self.has_length(path, 1, |l| l.0),
                    "{at}"
                );
                let surrogates = |(clusters, scalars, utf16): &(usize, usize, usize)| {
                    *clusters == max as usize && utf16 > scalars && scalars > clusters
                };
                assert!(self.lengths[path].iter().any(surrogates), "{at}");
            }
            Constraint::Config(keys) => {
                for key in keys {
                    let seen = &self.values[&format!("{path} {}", key.name)];
                    match key.value {
                        ConfigValue::OneOf(allowed) => {
                            assert!(allowed.iter().all(|value| seen.contains(*value)), "{at}");
                        }
                        ConfigValue::Count => assert!(seen.len() > 1, "{at} {}", key.name),
                    }
                }
            }
            // Whatever these hold is drawn from the samples of their rows.
            Constraint::ByRule
            | Constraint::Without(_)
            | Constraint::Within(_)
            | Constraint::Settings(_)
            | Constraint::Time(_)
            | Constraint::Prefix { .. }
            | Constraint::Distinct
            | Constraint::Modes(_)
            | Constraint::Whitelist => {}
            Constraint::Ipv4 => {
                for range in ["10.", "172.16.", "172.31.", "192.168."] {
                    assert!(
                        self.values[path].iter().any(|a| a.starts_with(range)),
                        "{at} {range}"
                    );
                }
            }
            Constraint::Any | Constraint::InstanceClass | Constraint::Activity => {
                assert!(
                    !self.values.contains_key(path) || self.values[path].len() > 1,
                    "{at}"
                );
            }
            other => panic!("{at}: {other:?} has no values here"),
        }
    }
}

#[test]
fn ten_thousand_requests_cover_the_table() {
    // Side by side, since this is what first draws them.
    std::thread::scope(|threads| {
        for profile in &PROFILES[..5] {
            threads.spawn(|| {
                let mut seen = Seen::default();
                for spec in drawn(profile) {
                    seen.object("", profile.request, spec);
                }
                seen.expect(profile);
            });
        }
    });
}
