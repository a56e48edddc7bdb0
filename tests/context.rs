//! Rules that need context: silent without it, and right with it.
#![expect(clippy::expect_used, reason = "what a test expects, it says")]

use std::net::Ipv4Addr;

use kvspec::{
    Checker, Cidr, Code, Context, Linter, Locale, PROFILES, Profile, Run, Severity, Spec,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const CONSOLE: &str = "alibaba.console";
const INTL: &str = "alibaba.create-instance.intl";
const CN: &str = "alibaba.create-instance.cn";
const BATCH: &str = "alibaba.create-instances";
const JD: &str = "jdcloud.create-cache-instance";

const CONTEXT_CODES: [Code; 4] = [
    Code::IpOutsideVswitch,
    Code::RegionMismatch,
    Code::NetworkMismatch,
    Code::VpcMismatch,
];

fn profile(id: &str) -> &'static Profile {
    Profile::by_id(id).expect("a profile")
}

fn context(text: &str) -> Context {
    Context::from_json(text).expect("a context")
}

/// The profile's sample with other members.
fn spec(id: &str, members: &Value) -> Value {
    let mut spec: Value = serde_json::from_str(profile(id).sample).expect("a sample");
    let merge = |target: &mut Value| {
        for (name, value) in members.as_object().expect("an object") {
            if value.is_null() {
                target.as_object_mut().expect("an object").remove(name);
            } else {
                target[name] = value.clone();
            }
        }
    };
    if id == BATCH {
        let mut list: Value =
            serde_json::from_str(spec["Instances"].as_str().expect("a list")).expect("a list");
        merge(&mut list[0]);
        spec["Instances"] = list.to_string().into();
    } else {
        merge(&mut spec);
    }
    spec
}

/// The findings that need context, as (code, path).
fn found(id: &str, spec: &Value, context: &Context) -> Vec<(Code, String)> {
    let text = spec.to_string();
    let report = Checker::new(profile(id))
        .context(context)
        .check(Spec::Json(&text));
    let codes = |report: &kvspec::Report| -> Vec<(Code, String)> {
        let mut all: Vec<_> = report
            .iter()
            .filter(|found| CONTEXT_CODES.contains(&found.code))
            .map(|found| (found.code, found.path.to_string()))
            .collect();
        all.sort();
        all
    };
    for found in &report {
        if CONTEXT_CODES.contains(&found.code) {
            assert!(found.span.is_some() && found.source.is_some());
            assert!(!found.message(Locale::Zh).is_ascii());
        }
    }
    let by_value = Checker::new(profile(id)).context(context).check(spec);
    assert_eq!(codes(&report), codes(&by_value));
    assert_eq!(
        by_value.is_valid(),
        Checker::new(profile(id)).context(context).is_valid(spec)
    );
    codes(&report)
}

/// Profile, members, context, findings.
type Case = (&'static str, Value, &'static str, Vec<(Code, &'static str)>);

fn cases() -> Vec<Case> {
    use Code::{IpOutsideVswitch, NetworkMismatch, RegionMismatch, VpcMismatch};
    let ecs_region = r#"{"ecs": {"region": "cn-shenzhen"}}"#;
    let classic = r#"{"ecs": {"networkType": "Classic Network"}}"#;
    let in_vpc = r#"{"ecs": {"networkType": "VPC"}}"#;
    let vpc = r#"{"ecs": {"networkType": "VPC", "vpcId": "vpc-ecs"}}"#;
    let only_vpc = r#"{"ecs": {"vpcId": "vpc-ecs"}}"#;
    let classic_vpc = r#"{"ecs": {"networkType": "CLASSIC", "vpcId": "vpc-ecs"}}"#;
    let range = r#"{"vSwitch": {"cidr": "172.16.0.0/24"}}"#;
    let named = r#"{"vSwitch": {"id": "vsw-a", "cidr": "172.16.0.0/24"}}"#;
    let ip = |ip: &str| json!({"NetworkType": "VPC", "VpcId": "v", "VSwitchId": "vsw-a", "PrivateIpAddress": ip});
    let vpcs = |vpc: &str| json!({"NetworkType": "VPC", "VpcId": vpc, "VSwitchId": "s"});
    vec![
        // region
        (
            CONSOLE,
            json!({}),
            ecs_region,
            vec![(RegionMismatch, "/region")],
        ),
        (
            CONSOLE,
            json!({"region": "cn-shenzhen"}),
            ecs_region,
            vec![],
        ),
        (
            INTL,
            json!({}),
            ecs_region,
            vec![(RegionMismatch, "/RegionId")],
        ),
        (
            CN,
            json!({}),
            ecs_region,
            vec![(RegionMismatch, "/RegionId")],
        ),
        (CN, json!({"RegionId": " cn-shenzhen "}), ecs_region, vec![]),
        (CN, json!({"RegionId": []}), ecs_region, vec![]),
        (CN, json!({"RegionId": null}), ecs_region, vec![]),
        (
            CN,
            json!({"RegionId": null, "regionid": "x"}),
            ecs_region,
            vec![(RegionMismatch, "/regionid")],
        ),
        (
            BATCH,
            json!({}),
            ecs_region,
            vec![(RegionMismatch, "/Instances/0/RegionId")],
        ),
        (JD, json!({}), ecs_region, vec![]),
        // network type, with its default
        (
            CONSOLE,
            json!({}),
            classic,
            vec![(NetworkMismatch, "/networkType")],
        ),
        (
            CONSOLE,
            json!({"networkType": "Classic Network"}),
            classic,
            vec![],
        ),
        (
            CONSOLE,
            json!({"networkType": "Classic Network"}),
            in_vpc,
            vec![(NetworkMismatch, "/networkType")],
        ),
        (INTL, json!({}), classic, vec![]),
        (
            INTL,
            json!({}),
            in_vpc,
            vec![(NetworkMismatch, "/NetworkType")],
        ),
        (INTL, json!({"NetworkType": "Classic"}), classic, vec![]),
        (CN, json!({}), classic, vec![]),
        (
            CN,
            json!({}),
            in_vpc,
            vec![(NetworkMismatch, "/NetworkType")],
        ),
        (CN, json!({"NetworkType": "Vpc"}), classic, vec![]),
        (
            CN,
            vpcs("v"),
            classic,
            vec![(NetworkMismatch, "/NetworkType")],
        ),
        (BATCH, json!({}), in_vpc, vec![]),
        (BATCH, json!({"networkType": null}), classic, vec![]),
        (
            BATCH,
            json!({"networkType": "VPC", "vpcId": "v", "vSwitchId": "s"}),
            classic,
            vec![(NetworkMismatch, "/Instances/0/networkType")],
        ),
        // VPC, if both are in one
        (CONSOLE, json!({}), vpc, vec![(VpcMismatch, "/vpc")]),
        (CONSOLE, json!({"vpc": null}), vpc, vec![]),
        (INTL, vpcs("vpc-other"), vpc, vec![(VpcMismatch, "/VpcId")]),
        (CN, vpcs("vpc-other"), vpc, vec![(VpcMismatch, "/VpcId")]),
        (
            CN,
            vpcs("vpc-other"),
            only_vpc,
            vec![(VpcMismatch, "/VpcId")],
        ),
        (CN, vpcs("vpc-ecs"), vpc, vec![]),
        (
            CN,
            vpcs("vpc-other"),
            classic_vpc,
            vec![(NetworkMismatch, "/NetworkType")],
        ),
        (CN, json!({"VpcId": "vpc-other"}), only_vpc, vec![]),
        (
            CN,
            json!({"NetworkType": "vpc", "VpcId": "vpc-other"}),
            vpc,
            vec![],
        ),
        (
            BATCH,
            json!({"vpcId": "vpc-other", "vSwitchId": "s"}),
            vpc,
            vec![(VpcMismatch, "/Instances/0/vpcId")],
        ),
        // address
        (CN, ip("172.16.0.10"), range, vec![]),
        (
            CN,
            ip("172.16.1.10"),
            range,
            vec![(IpOutsideVswitch, "/PrivateIpAddress")],
        ),
        (CN, ip("172.16.1"), range, vec![]),
        (
            CN,
            ip("172.16.1.10"),
            named,
            vec![(IpOutsideVswitch, "/PrivateIpAddress")],
        ),
        (
            CN,
            json!({"VSwitchId": "vsw-b", "PrivateIpAddress": "172.16.1.10"}),
            named,
            vec![],
        ),
        (
            CN,
            json!({"PrivateIpAddress": "172.16.1.10"}),
            named,
            vec![],
        ),
        (
            CN,
            json!({"PrivateIpAddress": "172.16.1.10"}),
            range,
            vec![(IpOutsideVswitch, "/PrivateIpAddress")],
        ),
        (
            INTL,
            json!({"NetworkType": "VPC", "VpcId": "v", "VSwitchId": "s", "PrivateIp": "172.16.1.10"}),
            range,
            vec![],
        ),
    ]
}

#[test]
fn rules_do_what_the_documents_say() {
    for (id, members, text, expected) in cases() {
        let spec = spec(id, &members);
        let expected: Vec<(Code, String)> = expected
            .into_iter()
            .map(|(code, path)| (code, path.to_owned()))
            .collect();
        assert_eq!(
            found(id, &spec, &context(text)),
            expected,
            "{id} {spec} {text}"
        );
        // Silent without context.
        assert_eq!(found(id, &spec, &Context::default()), []);
        let plain = Checker::new(profile(id)).check(&spec);
        assert!(
            plain
                .iter()
                .all(|found| !CONTEXT_CODES.contains(&found.code))
        );
    }
}

#[test]
fn every_row_has_a_case_for_each_of_its_profiles() {
    for profile in PROFILES {
        for rule in profile.context_rules {
            let (code, reason) = (rule.code, rule.reason);
            assert!(!rule.citation.quote.is_empty());
            assert!(!reason.en.is_empty() && !reason.zh.is_ascii());
            assert!(profile.binds(code));
            if profile.id.ends_with(".2026") {
                // The same row, with the names of the Chinese edition.
                continue;
            }
            for outcome in [true, false] {
                assert!(
                    cases().iter().any(|(of, _, _, found)| *of == profile.id
                        && found.iter().any(|(found, _)| *found == code) == outcome),
                    "{code} {profile} {outcome}"
                );
            }
        }
    }
    for code in CONTEXT_CODES {
        let error = code == Code::IpOutsideVswitch;
        assert_eq!(code.severity() == Severity::Error, error);
        assert!(!profile(JD).binds(code));
    }
}

#[test]
fn positions_reach_into_lists_in_strings() {
    let text = r#"{"Instances": "[{\"RegionId\":\"cn-hangzhou\",\"izNo\":\"cn-hangzhou-b\",\"Capacity\":1024}]"}"#;
    let context = context(r#"{"ecs": {"region": "cn-beijing"}}"#);
    let linted = Linter::new().context(&context).lint(text, &mut Run::new());
    let found = linted[0]
        .diagnostics
        .iter()
        .find(|found| found.code == Code::RegionMismatch)
        .expect("a finding");
    let span = found.span.expect("a span");
    assert_eq!(
        &text[span.start.offset..span.end.offset],
        r#"\"cn-hangzhou\""#
    );
}

#[test]
fn what_is_not_known_is_held_against_nothing() {
    let context =
        context(r#"{"ecs": {"region": "cn-beijing", "networkType": "VPC", "vpcId": "vpc-1"}}"#);
    for (region, vpc, expected) in [
        ("cn-hangzhou", "vpc-2", &["/RegionId", "/VpcId"][..]),
        ("${{ r }}", "vpc-xxxx", &[]),
        ("cn-${r}", "vpc-2", &["/VpcId"]),
    ] {
        for id in [
            "alibaba.create-instance.2026",
            "alibaba.create-tair-instance.2026",
        ] {
            let order = json!({"RegionId": region, "VpcId": vpc, "VSwitchId": "vsw-1"});
            let told: Vec<String> = found(id, &order, &context)
                .into_iter()
                .map(|(_, path)| path)
                .collect();
            assert_eq!(told, expected, "{id}: {order}");
        }
    }
}

#[test]
fn contexts_are_read_strictly() {
    let cases = [
        (
            r#"{"vSwitch": {"cidr": "172.16.0.0/24"}, "vswitch": {}}"#,
            "/vswitch",
            (1, 40),
        ),
        (
            r#"{"ecs": {"regoin": "cn-hangzhou"}}"#,
            "/ecs/regoin",
            (1, 10),
        ),
        (r#"{"vSwitch": {"id": "vsw-1"}}"#, "/vSwitch", (1, 13)),
        (
            r#"{"vSwitch": {"cidr": "172.16.0.0"}}"#,
            "/vSwitch/cidr",
            (1, 22),
        ),
        (
            r#"{"vSwitch": {"cidr": "fd00::/64"}}"#,
            "/vSwitch/cidr",
            (1, 22),
        ),
        (
            r#"{"vSwitch": {"cidr": "172.16.0.0/33"}}"#,
            "/vSwitch/cidr",
            (1, 22),
        ),
        (
            r#"{"vSwitch": {"cidr": "172.16.0.0/+8"}}"#,
            "/vSwitch/cidr",
            (1, 22),
        ),
        (r#"{"vSwitch": {"cidr": 24}}"#, "/vSwitch/cidr", (1, 22)),
        (
            "{\n  \"ecs\": {\"networkType\": \"vpc\"}}",
            "/ecs/networkType",
            (2, 26),
        ),
        (
            r#"{"ecs": {"region": "a", "region": "a"}}"#,
            "/ecs/region",
            (1, 25),
        ),
        (r#"{"ecs": []}"#, "/ecs", (1, 9)),
        ("[]", "", (1, 1)),
        (r#"{"ecs": {}"#, "", (1, 11)),
        ("", "", (1, 1)),
    ];
    for (text, path, (line, column)) in cases {
        let error = Context::from_json(text).expect_err(text);
        assert_eq!(error.path(), path, "{text}");
        let at = error.position();
        assert_eq!((at.line, at.column), (line, column), "{text}: {error}");
        assert!(!error.message(Locale::Zh).is_ascii());
        assert!(error.message(Locale::En).is_ascii());
        // What is wrong with the whole of it names no key.
        assert!(!error.message(Locale::En).contains("``"), "{error}");
        // The type itself is as strict, but for arrays: serde reads a struct from one.
        let array = text.contains('[');
        assert!(
            array || serde_json::from_str::<Context>(text).is_err(),
            "{text}"
        );
    }
    assert_eq!(
        context(r#"{"ecs": null, "vSwitch": null}"#),
        Context::default()
    );
}

#[test]
fn contexts_come_back_as_they_were() {
    let context = context(
        r#"{"vSwitch": {"id": "vsw-1", "cidr": "10.1.2.3/16"},
            "ecs": {"region": "cn-hangzhou", "networkType": "Classic", "vpcId": "vpc-1"}}"#,
    );
    let text = serde_json::to_string(&context).expect("JSON");
    assert!(
        text.contains("10.1.0.0/16") && text.contains("CLASSIC"),
        "{text}"
    );
    assert_eq!(Context::from_json(&text), Ok(context.clone()));
    assert_eq!(
        serde_json::from_str::<Context>(&text).expect("a context"),
        context
    );
}

proptest! {
    /// The range is what its first and last address say.
    #[test]
    fn ranges_hold_what_lies_between_their_ends(base in any::<u32>(), prefix in 0_u32..=32, address in any::<u32>()) {
        let range: Cidr = format!("{}/{prefix}", Ipv4Addr::from(base)).parse().expect("a range");
        let size = 1_u64 << (32 - prefix);
        let first = u64::from(base) / size * size;
        let inside = (first..first + size).contains(&u64::from(address));
        prop_assert_eq!(range.contains(Ipv4Addr::from(address)), inside);
        prop_assert!(range.contains(Ipv4Addr::from(base)));
        prop_assert_eq!(range.to_string().parse::<Cidr>(), Ok(range));
    }

    /// Context adds findings of its own, and takes none away.
    #[test]
    fn context_only_adds(case in 0_usize..40, other in 0_usize..40) {
        let cases = cases();
        let (id, members, _, _) = &cases[case % cases.len()];
        let (_, _, text, _) = &cases[other % cases.len()];
        let spec = spec(id, members);
        let context = context(text);
        let with: Vec<_> = Checker::new(profile(id)).context(&context).check(&spec).into_iter()
            .filter(|found| !CONTEXT_CODES.contains(&found.code)).collect();
        let without: Vec<_> = Checker::new(profile(id)).check(&spec).into_iter().collect();
        prop_assert_eq!(with, without);
    }

    #[test]
    fn nothing_panics(text in any::<String>()) {
        let _ = Context::from_json(&text);
        let _ = Context::from_json(&format!("{{\"ecs\": {text}"));
        let _ = text.parse::<Cidr>();
    }
}
