//! Findings carry the arguments that their code declares, of the types it declares.

#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

mod support;

use std::collections::BTreeSet;

use kvspec::diagnostic::{Arg, ArgumentKind, Diagnostic};
use kvspec::{Checker, Code, PROFILES, Spec};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

fn fits(arg: &Arg, kind: ArgumentKind) -> bool {
    matches!(
        (arg, kind),
        (Arg::Number(_), ArgumentKind::Number)
            | (
                Arg::Text(_) | Arg::Bilingual(_) | Arg::Translated(..),
                ArgumentKind::Text
            )
            | (Arg::Term(_), ArgumentKind::Term)
            | (
                Arg::Any(_) | Arg::AnyOf(_) | Arg::AnyNumber(_),
                ArgumentKind::Texts
            )
            | (Arg::Terms(_), ArgumentKind::Terms)
            | (Arg::Characters(_), ArgumentKind::Characters)
    )
}

fn check(found: &Diagnostic) {
    let declared = found.code.arguments();
    for (name, arg) in found.args.iter() {
        let info = declared.iter().find(|each| each.name == name);
        assert!(
            info.is_some_and(|info| fits(arg, info.kind)),
            "{}: {name} = {arg:?} is not declared",
            found.code
        );
    }
    for info in declared.iter().filter(|info| !info.optional) {
        assert!(
            found.args.get(info.name).is_some(),
            "{}: no {} at {}",
            found.code,
            info.name,
            found.path
        );
    }
}

#[test]
fn findings_carry_what_their_code_declares() {
    let mut seen = BTreeSet::new();
    let mut runner = TestRunner::deterministic();
    let strategy = (0..PROFILES.len(), support::changes(6), any::<bool>());
    for _ in 0..6_000 {
        let (which, changes, quoted) = strategy.new_tree(&mut runner).expect("a tree").current();
        let spec = support::request(PROFILES[which], &changes, quoted);
        for found in &Checker::new(PROFILES[which]).check(Spec::Json(&spec.to_string())) {
            check(found);
            seen.insert(found.code);
        }
    }
    assert!(seen.len() > 35, "only {} codes were seen", seen.len());
}

/// What the requests of a corpus are found to be, each about something of its own.
#[test]
fn findings_about_the_corpora_do_so_too() {
    let mut count = 0;
    for &profile in PROFILES {
        let file = format!(
            "{}/tests/corpus/{}.txt",
            env!("CARGO_MANIFEST_DIR"),
            profile.id
        );
        let Ok(corpus) = std::fs::read_to_string(file) else {
            continue;
        };
        for line in corpus.lines().filter(|line| line.starts_with('{')) {
            for found in &Checker::new(profile).check(Spec::Json(line)) {
                check(found);
                count += 1;
            }
        }
    }
    assert!(count > 500, "only {count} findings");
}

/// A placeholder of a message is an argument of its code, so that a message never has a hole.
#[test]
fn messages_name_declared_arguments_only() {
    for code in Code::ALL {
        let info = code.info();
        for template in info.messages.iter().chain([&info.help]) {
            for text in [template.en, template.zh] {
                for name in text
                    .split('{')
                    .skip(1)
                    .filter_map(|rest| rest.split_once('}'))
                {
                    let declared = code.arguments().iter().any(|each| each.name == name.0);
                    assert!(declared || name.0 == "parameter", "{code}: {{{}}}", name.0);
                }
            }
        }
    }
}

/// Findings that look beyond one request carry what they declare, too.
#[test]
fn findings_beyond_a_request_carry_what_their_code_declares() {
    use kvspec::response::{provider_diagnostics, reconcile};
    use kvspec::{Context, Profile, check_change};

    let profile = Profile::by_id("alibaba.create-instance.cn").expect("a profile");
    let order = r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "ChargeType": "PrePaid", "Period": "1", "NetworkType": "VPC", "VpcId": "vpc-1", "VSwitchId": "vsw-1", "PrivateIpAddress": "10.0.0.1"}"#;
    let mut seen = BTreeSet::new();
    let mut hold = |found: &Diagnostic| {
        check(found);
        seen.insert(found.code);
    };

    let surroundings = r#"{"vSwitch": {"cidr": "172.16.0.0/24"}, "ecs": {"region": "cn-beijing", "networkType": "VPC", "vpcId": "vpc-2"}}"#;
    let context = Context::from_json(surroundings).expect("a context");
    Checker::new(profile)
        .context(&context)
        .check(Spec::Json(order))
        .iter()
        .for_each(&mut hold);
    let change = check_change(profile, order, r#"{"RegionId": "cn-beijing"}"#).expect("known");
    change.wanted.iter().for_each(&mut hold);
    let reply =
        r#"{"InstanceId": "r-1", "RegionId": "cn-beijing", "Capacity": "x", "EndTime": "soon"}"#;
    let reconciled = reconcile(profile, order, reply).expect("documented");
    reconciled.report.iter().for_each(&mut hold);
    let refusal = r#"{"Code": "InvalidPassword.Malformed", "Message": "no", "RequestId": "1"}"#;
    provider_diagnostics(profile, Some(order.into()), refusal)
        .iter()
        .for_each(&mut hold);

    for code in [
        Code::IpOutsideVswitch,
        Code::RegionMismatch,
        Code::VpcMismatch,
        Code::IrreversibleChange,
        Code::ResponseMismatch,
        Code::ProviderError,
    ] {
        assert!(seen.contains(&code), "{code} was not seen: {seen:?}");
    }
}
