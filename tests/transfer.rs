//! Requests that move between profiles keep their meaning, or say what they lose.
#![expect(clippy::expect_used, reason = "what a test expects, it says")]

use std::collections::BTreeSet;

use kvspec::{
    Action, Checker, Code, Locale, MASK, PROFILES, Profile, Severity, Spec, order_request,
    standings, transfer,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const CONSOLE: &str = "alibaba.console";
const INTL: &str = "alibaba.create-instance.intl";
const CN: &str = "alibaba.create-instance.cn";
const BATCH: &str = "alibaba.create-instances";
const JD: &str = "jdcloud.create-cache-instance";

fn profile(id: &str) -> &'static Profile {
    Profile::by_id(id).expect("a profile")
}

fn moved(spec: &Value, from: &str, to: &str) -> kvspec::Transfer {
    transfer(spec, profile(from), profile(to)).expect("a readable spec")
}

/// (action, from, to)
fn steps(moved: &kvspec::Transfer) -> BTreeSet<(&'static str, String, String)> {
    moved
        .steps
        .iter()
        .map(|step| {
            let path = |path: &Option<String>| path.clone().unwrap_or_default();
            (step.action.name(), path(&step.from), path(&step.to))
        })
        .collect()
}

#[test]
fn alibaba_becomes_jd_cloud_where_the_notions_correspond() {
    let order = json!({
        "RegionId": "cn-north-1", "ZoneId": "cn-north-1a", "InstanceClass": "c",
        "InstanceName": "cache_1", "Password": "Abcdefg123", "ChargeType": "PrePaid",
        "Period": "12", "EngineVersion": "4.0", "NetworkType": "VPC", "VpcId": "v",
        "VSwitchId": "s", "CouponNo": "coupon", "NodeType": "STAND_ALONE",
    });
    let moved = moved(&order, CN, JD);
    assert_eq!(
        moved.requests[0].spec(),
        &json!({
            "regionId": "cn-north-1",
            "cacheInstance": {
                "vpcId": "v", "subnetId": "s", "cacheInstanceName": "cache_1",
                "cacheInstanceClass": "c", "password": "Abcdefg123",
                "azId": {"master": "cn-north-1a"}, "redisVersion": "4.0",
            },
            "charge": {"chargeMode": "prepaid_by_duration", "chargeUnit": "year", "chargeDuration": 1},
        })
    );
    let dropped: BTreeSet<_> = moved
        .dropped()
        .map(|s| (s.action, s.from.as_deref()))
        .collect::<Vec<_>>()
        .into_iter()
        .map(|(a, f)| (a.name(), f))
        .collect();
    assert_eq!(
        dropped,
        BTreeSet::from([
            ("no-counterpart", Some("/CouponNo")),
            ("no-counterpart", Some("/NodeType")),
            ("implied", Some("/NetworkType")),
        ])
    );
    let left: Vec<_> = moved.requests[0]
        .report
        .of(Severity::Error)
        .map(|found| (found.code, found.path.as_str()))
        .collect();
    assert_eq!(
        left,
        [(Code::RequiredParameter, "/cacheInstance/azId/slave")]
    );
    assert!(moved.is_lossy() && !moved.is_valid());
}

#[test]
fn durations_find_their_unit() {
    for (period, unit, count) in [
        ("1", "month", 1),
        ("9", "month", 9),
        ("12", "year", 1),
        ("24", "year", 2),
        ("36", "year", 3),
    ] {
        let order = json!({"RegionId": "cn-north-1", "ChargeType": "PrePaid", "Period": period});
        let there = moved(&order, CN, JD);
        let charge = &there.requests[0].spec()["charge"];
        assert_eq!(
            charge,
            &json!({"chargeMode": "prepaid_by_duration", "chargeUnit": unit, "chargeDuration": count})
        );
        let back = moved(there.requests[0].spec(), JD, CN);
        assert_eq!(back.requests[0].spec()["Period"], period);
        assert_eq!(back.requests[0].spec()["ChargeType"], "PrePaid");
        assert!(
            !back
                .steps
                .iter()
                .any(|step| step.action == Action::NoCounterpart)
        );
    }
    // The unit has a default.
    let order = json!({"charge": {"chargeMode": "prepaid_by_duration", "chargeDuration": 3}});
    assert_eq!(moved(&order, JD, CN).requests[0].spec()["Period"], "3");
    // A duration without a good unit says nothing.
    let order = json!({"charge": {"chargeMode": "prepaid_by_duration", "chargeUnit": "week", "chargeDuration": 3}});
    let there = moved(&order, JD, CN);
    assert!(there.requests[0].spec().get("Period").is_none());
    assert!(steps(&there).contains(&("unreadable", "/charge/chargeUnit".into(), String::new())));
    assert!(steps(&there).contains(&(
        "unreadable",
        "/charge/chargeDuration".into(),
        String::new()
    )));
    // 60 months are sold in batches only.
    let order = json!({"Instances": [{"RegionId": "r", "ChargeType": "PrePaid", "Period": 60}]});
    for to in [CN, JD] {
        let there = moved(&order, BATCH, to);
        assert!(
            there.steps.iter().any(|step| {
                step.action == Action::NoSuchChoice && step.was.as_deref() == Some("60")
            }) || there.requests[0]
                .report
                .iter()
                .any(|found| found.code == Code::InvalidValue)
        );
        assert!(!there.is_valid());
    }
}

#[test]
fn billing_methods_are_spelled_as_each_document_does() {
    let cases = [
        (
            CN,
            json!({"ChargeType": "PostPaid"}),
            JD,
            "/charge/chargeMode",
            "postpaid_by_duration",
        ),
        (
            CN,
            json!({"ChargeType": "PostPaid"}),
            CONSOLE,
            "/billingMethod",
            "Pay-As-You-Go",
        ),
        (
            CONSOLE,
            json!({"billingMethod": "Subscription"}),
            INTL,
            "/ChargeType",
            "PrePaid",
        ),
        (
            JD,
            json!({"charge": {"chargeMode": "postpaid_by_usage"}}),
            CN,
            "/ChargeType",
            "PostPaid",
        ),
        (
            CONSOLE,
            json!({"networkType": "Classic Network"}),
            CN,
            "/NetworkType",
            "CLASSIC",
        ),
        (
            CONSOLE,
            json!({"networkType": "Classic Network"}),
            INTL,
            "/NetworkType",
            "CLASSIC",
        ),
        (
            INTL,
            json!({"NetworkType": "Classic"}),
            CONSOLE,
            "/networkType",
            "Classic Network",
        ),
        (
            INTL,
            json!({"PrivateIp": "10.0.0.1"}),
            CN,
            "/PrivateIpAddress",
            "10.0.0.1",
        ),
        (
            CONSOLE,
            json!({"nodeType": "Dual Copy"}),
            CN,
            "/NodeType",
            "MASTER_SLAVE",
        ),
        (
            CN,
            json!({"nodetype": "MASTER_SLAVE"}),
            CONSOLE,
            "/nodeType",
            "Dual Copy",
        ),
        (
            CN,
            json!({"EngineVersion": " 4.0 "}),
            JD,
            "/cacheInstance/redisVersion",
            "4.0",
        ),
        (
            CN,
            json!({"InstanceClass": "redis. master"}),
            INTL,
            "/InstanceClass",
            "redis.master",
        ),
        (
            CN,
            json!({"Action": "CreateInstance"}),
            BATCH,
            "/Action",
            "CreateInstances",
        ),
    ];
    for (from, spec, to, path, expected) in cases {
        let there = moved(&spec, from, to);
        let value = there.requests[0].spec().pointer(path);
        assert_eq!(value, Some(&json!(expected)), "{spec} {from} {to}");
    }
}

#[test]
fn defaults_that_differ_are_written_out() {
    // The console asks for all that CreateInstance leaves open.
    let there = moved(
        &json!({"RegionId": "r", "ZoneId": "r-a", "InstanceClass": "c"}),
        CN,
        CONSOLE,
    );
    assert_eq!(
        there.requests[0].spec(),
        &json!({
            "region": "r", "zone": "r-a", "instanceClass": "c", "billingMethod": "Pay-As-You-Go",
            "networkType": "Classic Network", "version": "2.8", "nodeType": "Dual Copy", "quantity": 1,
        })
    );
    assert!(there.is_valid() && !there.is_lossy());
    // 2.8 and the classic network cannot be had in a batch.
    let there = moved(
        &json!({"RegionId": "r", "ZoneId": "r-a", "Capacity": 1}),
        CN,
        BATCH,
    );
    let lost: Vec<_> = there
        .steps
        .iter()
        .filter(|step| step.action == Action::DefaultLost)
        .map(|step| (step.was.as_deref(), step.now.as_deref()))
        .collect();
    assert_eq!(
        lost,
        [(Some("2.8"), Some("5.0"))]
            .iter()
            .copied()
            .chain([(Some("CLASSIC"), None)])
            .collect::<Vec<_>>()
    );
    assert!(there.is_lossy());
    // A batch's 5.0 and VPC are not what CreateInstance would take.
    let there = moved(
        &json!({"Instances": [{"RegionId": "r", "izNo": "r-a", "Capacity": 1}]}),
        BATCH,
        CN,
    );
    assert_eq!(there.requests[0].spec()["EngineVersion"], "5.0");
    assert_eq!(there.requests[0].spec()["NetworkType"], "VPC");
    // JD Cloud knows no other network.
    let there = moved(
        &json!({"cacheInstance": {"vpcId": "v", "subnetId": "s"}}),
        JD,
        CN,
    );
    assert_eq!(there.requests[0].spec()["NetworkType"], "VPC");
}

#[test]
fn a_batch_becomes_single_requests() {
    let batch = json!({
        "Token": "t", "EngineVersion": "4.0", "AutoRenew": "true",
        "Instances": json!([
            {"RegionId": "r", "izNo": "r-a", "Capacity": 1, "quantity": 3, "EngineVersion": "5.0"},
            {"RegionId": "r", "izNo": "r-b", "Capacity": "2", "ChargeType": "PrePaid", "Period": "1"},
        ]).to_string(),
    });
    let there = moved(&batch, BATCH, CN);
    let copies: Vec<u64> = there
        .requests
        .iter()
        .map(|request| request.copies)
        .collect();
    assert_eq!(copies, [3, 1]);
    let [first, second] = &there.requests[..] else {
        panic!("two requests")
    };
    assert_eq!(first.spec()["EngineVersion"], "5.0");
    assert_eq!(second.spec()["EngineVersion"], "4.0");
    assert_eq!(second.spec()["AutoRenew"], "true");
    assert_eq!(second.spec()["Capacity"], 2);
    // No two requests may have the same Token.
    assert_eq!(
        [first, second].map(|moved| moved.spec().get("Token")),
        [None; 2]
    );
    let steps = steps(&there);
    assert!(steps.contains(&("own-token", "/Token".into(), String::new())));
    assert!(steps.contains(&("overridden", "/EngineVersion".into(), String::new())));
    assert!(steps.contains(&("repeated", "/Instances/0/quantity".into(), String::new())));
    // Nothing in, nothing out, and that is not valid.
    let there = moved(&json!({"Instances": "[]"}), BATCH, CN);
    assert!(there.requests.is_empty() && !there.is_valid());
    assert!(!there.human(Locale::Zh).is_empty());
}

#[test]
fn what_had_no_effect_or_no_meaning_is_dropped_and_told() {
    let order = json!({
        "RegionId": "r", "InstanceClass": "c", "Period": 1, "Colour": "red", "ZoneId": "",
        "VpcId": [], "Signature": "secret-signature", "Config": {"EvictionPolicy": "noeviction"},
    });
    let there = moved(&order, INTL, CN);
    let told = steps(&there);
    for (action, path) in [
        ("no-effect", "/Period"),
        ("unknown", "/Colour"),
        ("empty", "/ZoneId"),
        ("unreadable", "/VpcId"),
        ("signing", "/Signature"),
        ("unknown", "/Config"),
    ] {
        assert!(
            told.contains(&(action, path.into(), String::new())),
            "{action} {path} {told:?}"
        );
    }
    assert_eq!(
        there.requests[0].spec(),
        &json!({"RegionId": "r", "InstanceClass": "c"})
    );
    // A real object becomes the string that the document wants.
    let order = json!({"Config": {"EvictionPolicy": "noeviction"}});
    assert_eq!(
        moved(&order, CN, CN).requests[0].spec()["Config"],
        r#"{"EvictionPolicy":"noeviction"}"#
    );
    // The page has no place for a password.
    let there = moved(&json!({"Password": "Pass!123456"}), CN, CONSOLE);
    assert!(steps(&there).contains(&("no-counterpart", "/Password".into(), String::new())));
}

#[test]
fn a_password_inside_config_is_masked() {
    for config in [
        r#"{"requirepass":"Pass!123456"}"#,
        r#"{"requirepass":"Pass!123456""#,
    ] {
        let spec = json!({"RegionId": "cn-hangzhou", "Capacity": 1024, "Config": config});
        let from = "alibaba.create-instance.cn";
        for to in [from, "jdcloud.create-cache-instance"] {
            let moved = moved(&spec, from, to);
            assert!(!moved.human(Locale::En).contains("123456"));
            let published = serde_json::to_string(&moved.published(Locale::En)).expect("JSON");
            assert!(!published.contains("123456"));
        }
    }
}

#[test]
fn texts_and_urls_are_read_like_values() {
    let url = "https://r-kvstore.aliyuncs.com/?Action=CreateInstance&RegionId=r&InstanceClass=+c&EngineVersion=4.0";
    let text = r#"{"Action": "CreateInstance", "RegionId": "r", "InstanceClass": " c", "EngineVersion": 4.0}"#;
    let value: Value = serde_json::from_str(text).expect("JSON");
    let by_url = transfer(url, profile(INTL), profile(JD)).expect("a URL");
    let by_text = transfer(text, profile(INTL), profile(JD)).expect("JSON");
    let by_value = moved(&value, INTL, JD);
    assert_eq!(by_url.requests[0].spec(), by_text.requests[0].spec());
    assert_eq!(by_url.requests[0].spec(), by_value.requests[0].spec());
    for bad in ["{", "[]", "", "%", "RegionId=%zz", "5"] {
        let report = transfer(bad, profile(CN), profile(JD)).expect_err("no request");
        assert!(!report.is_valid(), "{bad}");
    }
}

#[test]
fn every_profile_shows_how_an_order_stands() {
    let order = json!({"RegionId": "r", "InstanceClass": "c"});
    let all = standings(&order, profile(CN)).expect("a readable order");
    let ids: Vec<&str> = all.iter().map(|standing| standing.transfer.to.id).collect();
    let requests = PROFILES.iter().filter(|profile| !profile.wire.converts);
    let known: Vec<&str> = requests.map(|profile| profile.id).collect();
    assert_eq!(ids, known);
    for standing in &all {
        assert_eq!(standing.as_written.profile().id, standing.transfer.to.id);
        let alone = Checker::new(standing.transfer.to).is_valid(&order);
        assert_eq!(standing.as_written.is_valid(), alone);
    }
}

#[test]
fn an_order_becomes_the_request_of_the_page() {
    let order = json!({
        "billingMethod": "Subscription", "duration": 12, "region": "cn-hangzhou",
        "zone": "cn-hangzhou-e", "networkType": "VPC", "vpc": "vpc-1", "vSwitch": "vsw-1",
        "version": "5.0", "nodeType": "Dual Copy", "instanceClass": "redis.master.small.default",
        "instanceName": "缓存", "quantity": 2, "password": "Hidden-9876-x",
    });
    let request = order_request(&order).expect("a valid order");
    assert_eq!(
        request.json(),
        json!({
            "Action": "CreateInstance", "ChargeType": "PrePaid", "Period": "12",
            "RegionId": "cn-hangzhou", "ZoneId": "cn-hangzhou-e", "NetworkType": "VPC",
            "VpcId": "vpc-1", "VSwitchId": "vsw-1", "EngineVersion": "5.0",
            "NodeType": "MASTER_SLAVE", "InstanceClass": "redis.master.small.default",
            "InstanceName": "缓存",
        })
    );
    assert_eq!(request.copies, 2);
    let table = [
        ("billingMethod", Some("ChargeType"), Some("PrePaid")),
        ("region", Some("RegionId"), Some("cn-hangzhou")),
        ("zone", Some("ZoneId"), Some("cn-hangzhou-e")),
        ("networkType", Some("NetworkType"), Some("VPC")),
        ("vSwitch", Some("VSwitchId"), Some("vsw-1")),
        ("vpc", Some("VpcId"), Some("vpc-1")),
        ("version", Some("EngineVersion"), Some("5.0")),
        ("nodeType", Some("NodeType"), Some("MASTER_SLAVE")),
        (
            "instanceClass",
            Some("InstanceClass"),
            Some("redis.master.small.default"),
        ),
        ("instanceName", Some("InstanceName"), Some("缓存")),
        ("quantity", None, Some("2")),
        ("duration", Some("Period"), Some("12")),
        ("password", None, None),
    ];
    let rows: Vec<_> = request
        .mapping
        .iter()
        .map(|row| {
            (
                row.option.as_str(),
                row.parameter.as_deref(),
                row.sent.as_deref(),
            )
        })
        .collect();
    assert_eq!(rows, table);
    assert!(
        request
            .mapping
            .iter()
            .all(|row| row.source.is_some_and(|source| !source.quote.is_empty()))
    );
    for locale in [Locale::En, Locale::Zh] {
        for text in [
            request.human(locale),
            serde_json::to_string(&request.published(locale)).expect("JSON"),
            format!("{request:?}"),
        ] {
            assert!(!text.contains("Hidden-9876-x"), "{text}");
        }
        assert!(request.note(locale).contains("Token"));
    }
    assert!(request.query().contains("InstanceName=%E7%BC%93%E5%AD%98"));
    // What the page would not send is not in the request.
    let mut classic = order.clone();
    classic["networkType"] = "Classic Network".into();
    let request = order_request(&classic).expect("a valid order");
    assert!(
        !request.parameters.contains_key("VSwitchId") && !request.parameters.contains_key("VpcId")
    );
    // An order that is not valid is refused with its report.
    let mut bad = order;
    bad["quantity"] = 0.into();
    let report = order_request(&bad).expect_err("no instance");
    assert!(report.iter().any(|found| found.code == Code::OutOfRange));
    assert!(order_request("{").is_err() && order_request("[]").is_err());
}

/// Values that are good, nearly good, or nonsense.
fn value() -> impl Strategy<Value = Value> {
    let texts = prop::sample::select(vec![
        "PrePaid",
        "PostPaid",
        "Subscription",
        "Pay-As-You-Go",
        "prepaid_by_duration",
        "postpaid_by_usage",
        "month",
        "year",
        "CLASSIC",
        "Classic",
        "Classic Network",
        "VPC",
        "vpc",
        "2.8",
        "4.0",
        "5.0",
        "Dual Copy",
        "MASTER_SLAVE",
        "STAND_ALONE",
        "1",
        "2",
        "9",
        "12",
        "36",
        "60",
        "0",
        "-1",
        "true",
        "false",
        "True",
        "Redis",
        "Memcache",
        "cn-hangzhou",
        "cn-hangzhou-b",
        "cn-north-1",
        "cn-north-1a",
        "redis.master.small.default",
        " x ",
        "",
        "缓存",
        "10.0.0.1",
        "{}",
        "[]",
        "[{}]",
        "99999999999999999999999",
    ]);
    prop_oneof![
        8 => texts.prop_map(Value::from),
        2 => (0_u32..70).prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => Just(json!([])),
        1 => Just(json!({})),
        1 => Just(Value::Null),
        1 => Just(json!(5.0)),
    ]
}

/// So many profiles are of requests; orders of other tools come behind them.
const REQUESTS: usize = 8;

/// An object with some of the parameters of a table, now and then an unknown one.
fn members(object: &'static kvspec::profile::Object) -> BoxedStrategy<Value> {
    use kvspec::profile::Kind;
    let mut fields: Vec<BoxedStrategy<Option<(String, Value)>>> = object
        .parameters
        .iter()
        .map(|parameter| {
            let inner = match parameter.kind {
                Kind::Object(inner) => prop_oneof![9 => members(inner), 1 => value()].boxed(),
                Kind::JsonArray(inner) => {
                    let list = prop::collection::vec(members(inner), 0..3)
                        .prop_map(Value::from)
                        .boxed();
                    prop_oneof![
                        2 => list.clone(),
                        4 => list.prop_map(|list| Value::from(list.to_string())),
                        1 => value(),
                    ]
                    .boxed()
                }
                _ => value().boxed(),
            };
            let name = parameter.name.to_owned();
            prop::option::weighted(0.6, inner.prop_map(move |value| (name.clone(), value))).boxed()
        })
        .collect();
    let unknown = ("[a-z]{1,6}", value());
    fields.push(prop::option::weighted(0.2, unknown).boxed());
    fields
        .prop_map(|fields| Value::Object(fields.into_iter().flatten().collect::<Map<_, _>>()))
        .boxed()
}

fn spec() -> impl Strategy<Value = (usize, Value)> {
    (0..REQUESTS).prop_flat_map(|index| (Just(index), members(PROFILES[index].request)))
}

/// Pointers to every scalar that a request gives.
fn leaves(value: &Value, at: &str, out: &mut Vec<String>) {
    for (name, inner) in value.as_object().into_iter().flatten() {
        let pointer = format!("{at}/{name}");
        let inside: Option<Value> = match inner {
            Value::String(text) if name == "Instances" => serde_json::from_str(text).ok(),
            other => Some(other.clone()),
        };
        match (name.as_str(), inside) {
            ("Instances", Some(Value::Array(list))) => {
                for (index, element) in list.iter().enumerate() {
                    leaves(element, &format!("{pointer}/{index}"), out);
                }
            }
            ("cacheInstance" | "charge" | "azId", Some(object @ Value::Object(_))) => {
                leaves(&object, &pointer, out);
            }
            (_, Some(Value::Null)) => {}
            _ => out.push(pointer),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Nothing of a request goes without a step, and the report is that of the new request.
    #[test]
    fn nothing_is_dropped_silently((from, spec) in spec(), to in 0..REQUESTS) {
        let (from, to) = (PROFILES[from], PROFILES[to]);
        let moved = transfer(&spec, from, to).expect("an object");
        let told: BTreeSet<&str> = moved.steps.iter().filter_map(|step| step.from.as_deref()).collect();
        let mut given = Vec::new();
        leaves(&spec, "", &mut given);
        // Of a batch without instances there is no request, and what stands around goes with it.
        if !moved.requests.is_empty() {
            for pointer in &given {
                prop_assert!(told.contains(pointer.as_str()), "{pointer} of {spec}: {:?}", moved.steps);
            }
        }
        for request in &moved.requests {
            let again = Checker::new(to).check(request.spec());
            prop_assert_eq!(again.diagnostics(), request.report.diagnostics());
            // Only documented names are written.
            prop_assert!(request.report.iter().all(|found| found.code != Code::UnknownParameter));
        }
        // Text gives the same as the value.
        let by_text = transfer(&spec.to_string(), from, to).expect("an object");
        prop_assert_eq!(by_text.steps, moved.steps);
    }

    /// To stay where one is changes nothing that is good.
    #[test]
    fn staying_keeps_what_is_good((from, spec) in spec()) {
        let profile = PROFILES[from];
        let report = Checker::new(profile).check(&spec);
        let clean = report.iter().all(|found| found.severity == Severity::Info);
        let moved = transfer(&spec, profile, profile).expect("an object");
        if clean {
            prop_assert!(moved.is_valid());
            prop_assert!(!moved.is_lossy(), "{spec} {:?}", moved.steps);
        }
    }

    /// The request of a valid order is valid, and any other order has none.
    #[test]
    fn requests_of_valid_orders_are_valid(
        mut order in members(kvspec::documents::ALIBABA_CONSOLE.request),
        mend in any::<bool>(),
        vpc in any::<bool>(),
        prepaid in any::<bool>(),
        months in prop::sample::select(vec![1, 5, 9, 12, 24, 36]),
        quantity in 1_u64..1_000,
    ) {
        if mend {
            for (name, good) in [
                ("billingMethod", json!(if prepaid { "Subscription" } else { "Pay-As-You-Go" })),
                ("region", json!("cn-hangzhou")), ("zone", json!("cn-hangzhou-b")),
                ("networkType", json!(if vpc { "VPC" } else { "Classic Network" })),
                ("vSwitch", json!("vsw-1")), ("vpc", json!("vpc-1")), ("version", json!("4.0")),
                ("nodeType", json!("Dual Copy")), ("instanceClass", json!("redis. master.small.default ")),
                ("instanceName", Value::Null), ("quantity", json!(quantity)),
                ("duration", if prepaid { json!(months) } else { Value::Null }), ("password", Value::Null),
            ] {
                order[name] = good;
            }
        }
        let valid = Checker::new(profile(CONSOLE)).is_valid(&order);
        prop_assert!(valid || !mend, "{order}");
        match order_request(&order) {
            Ok(request) => {
                prop_assert!(valid);
                let checker = Checker::new(profile(CN));
                prop_assert!(checker.is_valid(&request.json()), "{order}");
                prop_assert!(checker.is_valid(Spec::Query(&request.query())), "{}", request.query());
                prop_assert!(request.report.iter().all(|found| found.severity != Severity::Error));
                if mend {
                    prop_assert_eq!(request.copies, quantity);
                }
            }
            Err(report) => prop_assert!(!valid && !report.is_valid()),
        }
    }

    /// No password is shown, however it comes and wherever it goes.
    #[test]
    fn passwords_are_masked(
        password in "[A-Za-z0-9]{8,16}#",
        from in 0..REQUESTS,
        to in 0..REQUESTS,
    ) {
        let spec = match PROFILES[from].id {
            JD | "jdcloud.create-cache-instance.2026" => json!({"cacheInstance": {"password": password, "cacheInstanceName": "ab"}}),
            BATCH => json!({"Instances": json!([{"RegionId": "r", "Password": password}]).to_string()}),
            CONSOLE => json!({"password": password}),
            _ => json!({"Password": password, "RegionId": "r", "Pasword": password, "SecurityToken": password}),
        };
        let moved = transfer(&spec, PROFILES[from], PROFILES[to]).expect("an object");
        let shown = [
            format!("{moved:?}"),
            moved.human(Locale::En),
            moved.human(Locale::Zh),
            serde_json::to_string(&moved.published(Locale::En)).expect("JSON"),
        ];
        for text in shown {
            prop_assert!(!text.contains(&password), "{text}");
        }
        // It is carried over all the same, where there is a place for it.
        let carries = |id: &str| id != CONSOLE;
        if carries(PROFILES[from].id) && carries(PROFILES[to].id) {
            prop_assert!(moved.requests[0].spec().to_string().contains(&password));
            prop_assert!(moved.requests[0].shown().to_string().contains(MASK));
        }
    }

    #[test]
    fn nothing_panics(text in any::<String>(), from in 0..REQUESTS, to in 0..REQUESTS) {
        let _ = transfer(&text, PROFILES[from], PROFILES[to]);
        let _ = transfer(&format!("{{\"Instances\": [{text}]}}"), PROFILES[from], PROFILES[to]);
        let _ = order_request(&text);
    }
}

#[test]
fn one_request_keeps_its_token() {
    let one = |quantity: u32| {
        let list = json!([{"RegionId": "r", "izNo": "r-b", "Capacity": 2, "quantity": quantity}]);
        moved(
            &json!({"Token": "t", "Instances": list.to_string()}),
            BATCH,
            CN,
        )
    };
    assert_eq!(one(1).requests[0].spec()["Token"], "t");
    let twice = one(2);
    assert_eq!(twice.requests[0].copies, 2);
    assert_eq!(twice.requests[0].spec().get("Token"), None);
    assert!(!twice.is_lossy());
}

/// A subscription is as long there as it was here.
#[test]
fn durations_keep_their_length() {
    const JD_2026: &str = "jdcloud.create-cache-instance.2026";
    let jd = |unit: &str, count: u32| json!({"charge": {"chargeMode": "prepaid_by_duration", "chargeUnit": unit, "chargeDuration": count}});
    let charge = |order: &Value, from: &str, to: &str| {
        let charge = moved(order, from, to).requests[0].spec()["charge"].clone();
        (
            charge["chargeDuration"].clone(),
            charge["chargeUnit"].clone(),
        )
    };
    for from in [JD, JD_2026] {
        for (unit, count, months) in [("year", 2, "24"), ("month", 3, "3")] {
            for to in [CN, "alibaba.create-instance.2026"] {
                let there = moved(&jd(unit, count), from, to);
                assert_eq!(there.requests[0].spec()["Period"], months, "{from} {to}");
            }
            for to in [JD, JD_2026] {
                let same = (json!(count), json!(unit));
                assert_eq!(charge(&jd(unit, count), from, to), same, "{from} {to}");
            }
        }
    }
    for to in [JD, JD_2026] {
        let year = json!({"ChargeType": "PrePaid", "Period": "12"});
        assert_eq!(charge(&year, CN, to), (json!(1), json!("year")));
    }
    let year = jd("month", 12);
    assert_eq!(charge(&year, JD, JD_2026), (json!(1), json!("year")));
}
