//! Every row of every profile: it is complete, and does what its samples say.

#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use std::collections::BTreeSet;

use kvspec::profile::{Coercion, Condition, Constraint, Kind, Object, Ref, Rule, Sample};
use kvspec::{Checker, Code, PROFILES, Profile, Severity};
use serde_json::Value;

fn objects() -> Vec<(&'static Profile, String, &'static Object)> {
    let mut all = Vec::new();
    for &profile in PROFILES {
        profile.visit_objects(&mut |at, object| all.push((profile, at.to_owned(), object)));
    }
    all
}

/// Errors and warnings as (code, path).
fn findings(profile: &'static Profile, spec: &Value) -> BTreeSet<(Code, String)> {
    Checker::new(profile)
        .check(spec)
        .iter()
        .filter(|found| found.severity != Severity::Info)
        .map(|found| (found.code, found.path.to_string()))
        .collect()
}

/// The name of what a rule is about, as a path.
fn name_of(rule: &Rule) -> Option<String> {
    let at = rule.at?;
    // What it is about may stand around the object.
    let name = "../".repeat(usize::from(at.up)) + at.name;
    Some(match rule.member {
        "" => name,
        member => format!("{name}/{member}"),
    })
}

/// Whether the rows of a profile are those of another one under other names: what they do is
/// proven there, and a test of its own holds that they are the same.
fn is_derived(profile: &Profile) -> bool {
    original(profile).is_some()
}

/// The profile whose rows it has.
fn original(profile: &Profile) -> Option<&'static Profile> {
    Profile::by_id(match profile.id {
        "pulumi.kvstore-instance" | "crossplane.instance" => "terraform.alicloud-kvstore-instance",
        "pulumi.redis-tair-instance" | "crossplane.tair-instance" => {
            "terraform.alicloud-redis-tair-instance"
        }
        _ => return None,
    })
}

fn concrete(at: &str, name: Option<&str>) -> String {
    let at = at.replace('*', "0");
    let (mut at, mut name) = (at.as_str(), name);
    while let Some(outer) = name.and_then(|name| name.strip_prefix("../")) {
        name = Some(outer);
        at = at.rsplit_once('/').map_or("", |(around, _)| around);
    }
    name.map_or(at.to_owned(), |name| format!("{at}/{name}"))
}

fn check_sample(profile: &'static Profile, at: &str, name: Option<&str>, sample: &Sample) {
    let severity = sample.code.map_or(Severity::Error, Code::severity);
    check_sample_as(severity, profile, at, name, sample);
}

fn check_sample_as(
    severity: Severity,
    profile: &'static Profile,
    at: &str,
    name: Option<&str>,
    sample: &Sample,
) {
    let spec = sample.spec(profile, at).expect("a sample fits");
    let mut found = findings(profile, &spec);
    // What stands in a list that is deprecated cannot do without it.
    let list = at.strip_suffix("/*").unwrap_or_default();
    found.retain(|(code, path)| {
        *code != Code::DeprecatedParameter || list.is_empty() || path != list
    });
    let what = format!(
        "{} {} {}: {found:?}",
        profile.id,
        concrete(at, name),
        sample.patch
    );
    let Some(code) = sample.code else {
        assert!(found.is_empty(), "{what}");
        return;
    };
    if severity == Severity::Info {
        let codes: BTreeSet<Code> = found.iter().map(|(code, _)| *code).collect();
        let along: BTreeSet<Code> = sample.along.iter().copied().collect();
        assert_eq!(codes, along, "{what}");
        let report = Checker::new(profile).check(&spec);
        let path = concrete(at, name);
        assert!(
            report.iter().any(|f| f.code == code && f.path == path),
            "{what}"
        );
        return;
    }
    let codes: BTreeSet<Code> = found.iter().map(|(code, _)| *code).collect();
    let expected: BTreeSet<Code> = sample.along.iter().copied().chain([code]).collect();
    assert_eq!(codes, expected, "{what}");
    // A name in another case is found where it was written, and an element of a list or map at
    // its own place.
    let path = concrete(at, name);
    assert!(
        found
            .iter()
            .any(|(_, found)| found.eq_ignore_ascii_case(&path)
                || found.starts_with(&format!("{path}/"))
                || found.starts_with(&format!("{path}."))),
        "{what}"
    );
}

#[test]
fn samples_of_profiles_are_valid() {
    for profile in PROFILES {
        let spec = serde_json::from_str(profile.sample).expect("a sample is JSON");
        assert_eq!(findings(profile, &spec), BTreeSet::new(), "{}", profile.id);
        assert!(Checker::new(profile).is_valid(&spec));
    }
}

#[test]
fn rows_of_parameters_do_what_their_samples_say() {
    for (profile, at, object) in objects() {
        for parameter in object.parameters {
            for sample in parameter.samples {
                check_sample(profile, &at, Some(parameter.name), sample);
            }
        }
    }
}

#[test]
fn rules_do_what_their_samples_say() {
    for (profile, at, object) in objects() {
        for rule in object.rules {
            for sample in rule.samples {
                if sample.code.is_none() && rule.severity() == Severity::Info {
                    // Only the information has to be missing.
                    let spec = sample.spec(profile, &at).expect("a sample fits");
                    let path = concrete(&at, name_of(rule).as_deref());
                    let report = Checker::new(profile).check(&spec);
                    assert!(
                        !report.iter().any(|f| f.code == rule.code && f.path == path),
                        "{} {} {}",
                        profile.id,
                        path,
                        sample.patch
                    );
                } else {
                    check_sample_as(
                        rule.severity(),
                        profile,
                        &at,
                        name_of(rule).as_deref(),
                        sample,
                    );
                }
            }
        }
    }
}

#[test]
fn rows_are_complete() {
    for (profile, at, object) in objects() {
        for parameter in object.parameters {
            let what = format!("{} {at}/{}", profile.id, parameter.name);
            for text in [parameter.label, parameter.hint] {
                assert!(!text.en.is_empty() && !text.zh.is_empty(), "{what}");
            }
            let citation = parameter.citation;
            for text in [citation.document, citation.section, citation.quote] {
                assert!(!text.is_empty(), "{what}");
            }
            if is_derived(profile) {
                continue;
            }
            assert!(
                parameter.samples.iter().any(|sample| sample.code.is_none()),
                "{what}"
            );
            assert!(
                parameter.samples.iter().any(|sample| sample.code.is_some()),
                "{what}"
            );
        }
        for rule in object.rules {
            let what = format!("{} {at} {} at {:?}", profile.id, rule.code, rule.at);
            let citation = rule.citation;
            for text in [
                citation.document,
                citation.section,
                citation.quote,
                rule.reason.en,
                rule.reason.zh,
            ] {
                assert!(!text.is_empty(), "{what}");
            }
            if is_derived(profile) {
                continue;
            }
            // A rule that two tables share is proven under one of them.
            let proven = |code: Option<Code>| {
                objects().iter().any(|(_, _, other)| {
                    other.rules.iter().any(|twin| {
                        twin.code == rule.code
                            && twin.reason.en == rule.reason.en
                            && twin.samples.iter().any(|sample| sample.code == code)
                    })
                })
            };
            assert!(proven(None), "{what}");
            assert!(proven(Some(rule.code)), "{what}");
        }
    }
}

/// A failing sample for every error or warning that a row's constraint can give.
#[test]
fn constraints_have_a_sample_for_each_finding() {
    let mut missing = Vec::new();
    for (profile, at, object) in objects() {
        if is_derived(profile) {
            continue;
        }
        for parameter in object.parameters {
            for code in Code::ALL {
                // Reuse takes two requests; JD Cloud forbids what cannot be seen anyway.
                let apart = *code == Code::TokenReused
                    || (*code == Code::InvisibleCharacter && at == "/cacheInstance");
                // What rules judge has their samples.
                let apart = apart
                    || (*code == Code::InvalidValue
                        && matches!(
                            parameter.constraint,
                            Constraint::ByRule | Constraint::IntegersByRule { .. }
                        ));
                // What converts between types says that one does not fit.
                let apart = apart
                    || (*code == Code::InvalidValue
                        && profile.wire.converts
                        && matches!(parameter.kind, Kind::Boolean));
                let has_sample = |row: &kvspec::profile::Parameter| {
                    row.samples.iter().any(|sample| sample.code == Some(*code))
                };
                // In the tables of 2026 what rows of one kind share is shown by one of them.
                let alike = |row: &kvspec::profile::Parameter| {
                    let kind = std::mem::discriminant(&row.constraint);
                    kind == std::mem::discriminant(&parameter.constraint) && has_sample(row)
                };
                let is_older = PROFILES[..5].iter().any(|older| older.id == profile.id);
                let shown = has_sample(parameter)
                    || (!is_older
                        && objects()
                            .iter()
                            .any(|(_, _, other)| other.parameters.iter().any(alike)));
                if parameter.constraint.binds(*code) && !apart && !shown {
                    missing.push(format!(
                        "{} {at}/{} has no sample for {code}",
                        profile.id, parameter.name
                    ));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Tools that are built on Terraform's provider have its arguments in camelCase, and its rules.
#[test]
fn derived_rows_are_those_of_the_original() {
    fn camel(name: &str) -> String {
        let mut parts = name.split('_');
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |mut all, part| {
            let (head, tail) = part.split_at(1);
            all.push_str(&head.to_uppercase());
            all.push_str(tail);
            all
        })
    }
    let mut count = 0;
    for profile in PROFILES {
        let Some(original) = original(profile) else {
            continue;
        };
        count += 1;
        let rows = profile.request.parameters.iter();
        for (row, first) in rows.zip(original.request.parameters) {
            let renamed = row.name == "backupPeriods" && first.name == "backup_period";
            assert!(renamed || row.name == camel(first.name), "{}", row.name);
            assert_eq!(
                format!("{:?}", row.constraint),
                format!("{:?}", first.constraint)
            );
            assert_eq!(format!("{:?}", row.need), format!("{:?}", first.need));
        }
        for rule in profile
            .request
            .rules
            .iter()
            .filter(|rule| rule.samples.is_empty())
        {
            let is_same = original.request.rules.iter().any(|first| {
                first.code == rule.code
                    && first.at.map(|at| at.index) == rule.at.map(|at| at.index)
                    && first.when.len() == rule.when.len()
                    && first.severity() == rule.severity()
            });
            assert!(is_same, "{} {}", profile.id, rule.code);
        }
    }
    assert!(count == 0 || count == 4);
}

#[test]
fn references_point_where_they_say() {
    fn check(reference: Ref, chain: &[&'static Object]) {
        let home = chain[chain.len() - 1 - usize::from(reference.up)];
        let parameter = &home.parameters[usize::from(reference.index)];
        assert_eq!(parameter.name, reference.name);
    }
    fn check_condition(condition: &Condition, chain: &[&'static Object]) {
        match condition {
            Condition::Is(a, _)
            | Condition::IsNot(a, _)
            | Condition::Present(a)
            | Condition::Absent(a)
            | Condition::Valid(a)
            | Condition::Unknown(a)
            | Condition::Wrong(a)
            | Condition::LetsEverybodyIn(a)
            | Condition::StartsWith(a, _) => check(*a, chain),
            Condition::OneOf(a, _) | Condition::AtLeast(a, _) | Condition::AtMost(a, _) => {
                check(*a, chain);
            }
            Condition::Either(conditions) => {
                for each in *conditions {
                    check_condition(each, chain);
                }
            }
            Condition::Passes(_, reads) => {
                for each in *reads {
                    check(*each, chain);
                }
            }
            Condition::NotWithin(a, b) | Condition::Differs(a, b) | Condition::Same(a, b) => {
                check(*a, chain);
                check(*b, chain);
            }
            Condition::NoElement(list, inner) => {
                check(*list, chain);
                let object = chain[chain.len() - 1];
                let Kind::JsonArray(element) = object.parameters[usize::from(list.index)].kind
                else {
                    panic!("{} is no list", list.name);
                };
                let mut chain = chain.to_vec();
                chain.push(element);
                check_condition(inner, &chain);
            }
            other => panic!("{other:?} is not looked at"),
        }
    }
    fn walk(object: &'static Object, chain: &[&'static Object]) {
        let mut chain = chain.to_vec();
        chain.push(object);
        for rule in object.rules {
            if let Some(at) = rule.at {
                check(at, &chain);
            }
            for each in rule.when {
                check_condition(each, &chain);
            }
        }
        if let Some(condition) = object.idle_when {
            check_condition(condition, &chain[..chain.len() - 1]);
        }
        for parameter in object.parameters {
            if let Constraint::IntegersBy { decided_by, cases } = parameter.constraint {
                check(decided_by, &chain);
                let decider = &object.parameters[usize::from(decided_by.index)];
                let Constraint::OneOf(values) = decider.constraint else {
                    panic!("no values")
                };
                assert!(cases.iter().map(|(name, _)| name).eq(values));
            }
            match parameter.kind {
                Kind::Object(inner) | Kind::JsonArray(inner) | Kind::Objects(inner, _) => {
                    walk(inner, &chain);
                }
                _ => {}
            }
        }
    }
    for profile in PROFILES {
        walk(profile.request, &[]);
    }
}

#[test]
fn defaults_are_values() {
    for (profile, at, object) in objects() {
        for parameter in object.parameters {
            let Some(default) = parameter.default else {
                continue;
            };
            let good = match parameter.constraint {
                Constraint::OneOf(values) => values.contains(&default),
                Constraint::Boolean => matches!(default, "true" | "false"),
                Constraint::Range { min, .. } => default.parse::<u64>().is_ok_and(|n| n >= min),
                _ => true,
            };
            assert!(good, "{} {at}/{}", profile.id, parameter.name);
        }
    }
}

/// What a profile can say of one request: all but what its document has no words for. Findings
/// of house rules, of responses and of a provider's errors are not a profile's.
#[test]
fn a_profile_binds_what_its_rows_can_show() {
    const NOT_OF_A_REQUEST: [Code; 5] = [
        Code::HouseRule,
        Code::ResponseMismatch,
        Code::ProviderError,
        Code::UnknownOperation,
        Code::UnusedIgnore,
    ];
    // What the editions of 2026 and other tools ask, and no older document.
    const OF_2026: [&str; 23] = [
        "not-distinct",
        "sum-out-of-range",
        "malformed-time",
        "short-window",
        "malformed-prefix",
        "too-many-items",
        "class-engine-mismatch",
        "unknown-class",
        "retired-class",
        "collective-class",
        "class-operation-mismatch",
        "class-node-mismatch",
        "shard-count-mismatch",
        "capacity-class-mismatch",
        "unlikely-value",
        "conflicting-parameters",
        "deprecated-parameter",
        "duplicate-item",
        "open-whitelist",
        "malformed-cidr",
        "newer-version",
        "zone-unspecified",
        "dry-run",
    ];
    let unbound: [(&str, &[&str]); 5] = [
        (
            "alibaba.create-instance.intl",
            &[
                "required-one-of",
                "required-with",
                "not-applicable",
                "out-of-range",
                "description-length",
                "malformed-json",
                "malformed-base64",
                "empty-list",
                "ip-outside-vswitch",
                "conflicting-values",
                "config-unknown-key",
                "config-unlikely-value",
            ],
        ),
        (
            "alibaba.create-instance.cn",
            &[
                "required-with",
                "description-length",
                "malformed-base64",
                "empty-list",
                "password-undocumented-character",
                "conflicting-values",
            ],
        ),
        (
            "alibaba.create-instances",
            &[
                "not-applicable",
                "description-length",
                "malformed-base64",
                "malformed-ip",
                "ip-outside-vswitch",
                "irreversible-change",
                "password-undocumented-character",
                "vpc-unspecified",
                "config-unknown-key",
                "config-unlikely-value",
                "ip-not-private",
                "ip-without-vswitch",
            ],
        ),
        (
            "alibaba.console",
            &[
                "incomplete-pair",
                "class-type-mismatch",
                "required-one-of",
                "required-with",
                "password-length",
                "password-forbidden-character",
                "password-character-classes",
                "token-length",
                "token-not-ascii",
                "description-length",
                "malformed-json",
                "malformed-base64",
                "malformed-ip",
                "empty-list",
                "token-reused",
                "ip-outside-vswitch",
                "password-undocumented-character",
                "vpc-unspecified",
                "conflicting-values",
                "config-unknown-key",
                "config-unlikely-value",
                "ip-not-private",
                "ip-without-vswitch",
                "default-applied",
                "no-idempotency-token",
            ],
        ),
        (
            "jdcloud.create-cache-instance",
            &[
                "swapped-identifiers",
                "fragment-ignored",
                "plus-is-space",
                "required-one-of",
                "required-with",
                "not-applicable",
                "out-of-range",
                "name-first-character",
                "password-character-classes",
                "token-length",
                "token-not-ascii",
                "malformed-ip",
                "empty-list",
                "token-reused",
                "ip-outside-vswitch",
                "irreversible-change",
                "type-coerced",
                "stray-whitespace",
                "password-undocumented-character",
                "incomplete-pair",
                "vpc-unspecified",
                "class-type-mismatch",
                "conflicting-values",
                "config-unknown-key",
                "config-unlikely-value",
                "ip-not-private",
                "ip-without-vswitch",
                "region-mismatch",
                "network-mismatch",
                "vpc-mismatch",
                "no-idempotency-token",
                "one-way-choice",
                "metadata-overhead",
            ],
        ),
    ];
    let mut all = Vec::new();
    for (id, unbound) in unbound {
        let profile = Profile::by_id(id).expect("a profile");
        let mut wrong = Vec::new();
        for code in Code::ALL {
            // Packs have rows of their own.
            if kvspec::Pack::of(*code).is_some() {
                assert!(!profile.binds(*code), "{id} {code}");
                continue;
            }
            let is_of_2026 = OF_2026.contains(&code.name())
                // A class of Tair in a batch.
                && (id, code.name()) != ("alibaba.create-instances", "class-operation-mismatch")
                // A region that is written as none is.
                && (code.name() != "unlikely-value" || !id.starts_with("alibaba."));
            let bound =
                !NOT_OF_A_REQUEST.contains(code) && !unbound.contains(&code.name()) && !is_of_2026;
            if profile.binds(*code) != bound {
                wrong.push(format!("{code}: {bound}"));
            }
        }
        all.extend((!wrong.is_empty()).then(|| format!("{id}: {wrong:?}")));
        assert_eq!(format!("{profile:?}"), format!("Profile({id:?})"));
    }
    assert!(all.is_empty(), "{all:#?}");
}

/// What single rows bind follows from what they hold.
#[test]
fn a_row_binds_what_its_type_can_show() {
    for (profile, at, object) in objects() {
        let query = profile.wire == kvspec::profile::Wire::QUERY;
        for row in object.parameters {
            let binds = |code| row.binds(code, profile.wire);
            let at = format!("{} {at}/{}", profile.id, row.name);
            let is_list = matches!(row.kind, Kind::JsonArray(_));
            let needs_one = match row.kind {
                Kind::Texts(rule) | Kind::Map(rule) | Kind::Objects(_, rule) => rule.needs_one,
                _ => is_list,
            };
            let is_required = row.need != kvspec::profile::Need::Optional;
            assert!(
                binds(Code::TypeMismatch) && !binds(Code::DefaultApplied),
                "{at}"
            );
            assert_eq!(binds(Code::RequiredParameter), is_required, "{at}");
            assert_eq!(binds(Code::EmptyList), needs_one, "{at}");
            let is_text_on_wire = !profile.wire.is_strict && !row.verbatim;
            assert_eq!(binds(Code::StrayWhitespace), is_text_on_wire, "{at}");
            let is_text = matches!(
                row.kind,
                Kind::String | Kind::JsonObject | Kind::JsonArray(_)
            );
            let is_told = match row.coercion {
                Coercion::ByWire => query && is_text,
                coercion => coercion == Coercion::Told,
            };
            assert_eq!(binds(Code::TypeCoerced), is_told, "{at}");
            let is_number = matches!(row.kind, Kind::Long | Kind::Integer | Kind::Boolean);
            assert!(!is_number || binds(Code::InvalidValue), "{at}");
            let any = matches!(row.constraint, Constraint::Any);
            assert_eq!(row.constraint.is_some(), !any, "{at}");
            assert!(!is_list || binds(Code::MalformedJson), "{at}");
            if matches!(row.constraint, Constraint::Any) && !is_list {
                assert_eq!(binds(Code::InvalidValue), is_number, "{at}");
                assert!(!binds(Code::MalformedJson), "{at}");
            }
        }
    }
}

/// An empty text is a finding just where the row says that it can be one: elsewhere it has the wrong
/// type, or is a password that is not wanted.
#[test]
fn rows_bind_empty_values_where_they_are_found() {
    for (profile, at, object) in objects() {
        for row in object.parameters {
            let patch = format!("{{\"{}\": \"\"}}", row.name);
            let sample = Sample::passes(Box::leak(patch.into_boxed_str()));
            let report =
                Checker::new(profile).check(&sample.spec(profile, &at).expect("a sample fits"));
            let found = report.iter().any(|found| found.code == Code::EmptyValue);
            let bound = row.binds(Code::EmptyValue, profile.wire);
            assert_eq!(found, bound, "{} {at}/{}", profile.id, row.name);
        }
    }
}
