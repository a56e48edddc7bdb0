//! Typed requests: what is built is what is checked, and only what is valid has a wire form.

#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use kvspec::documents::{ALIBABA_CREATE_INSTANCE_INTL, ALIBABA_CREATE_INSTANCES};
use kvspec::request::{
    AzId, CacheInstance, Charge, ChargeType, ConsoleOrder, CreateCacheInstance, CreateInstance,
    CreateInstances, EngineVersion, Instance, Invalid, NetworkType, Request,
};
use kvspec::{Checker, Code, Report, Severity};
use proptest::prelude::*;

fn codes(report: &Report) -> Vec<(Code, String)> {
    report
        .iter()
        .filter(|found| found.severity != Severity::Info)
        .map(|found| (found.code, found.path.to_string()))
        .collect()
}

fn subscription() -> CreateInstance {
    CreateInstance::new("cn-hangzhou")
        .zone_id("cn-hangzhou-e")
        .capacity(1024)
        .charge_type(ChargeType::PrePaid)
        .period(12)
        .network_type(NetworkType::Vpc)
        .vpc_id("vpc-bp1")
        .v_switch_id("vsw-bp1")
        .engine_version(EngineVersion::V5_0)
        .auto_renew(true)
        .auto_renew_period(3)
        .password("Pass!123456")
        .token("0c593ea1")
}

#[test]
fn numbers_and_booleans_are_no_surprise() {
    assert_eq!(codes(&subscription().check()), []);
    let report = CreateInstance::new("cn-hangzhou")
        .instance_class("redis.master.small.default")
        .charge_type(ChargeType::PrePaid)
        .period(12)
        .check_under(&ALIBABA_CREATE_INSTANCE_INTL)
        .expect("a profile of CreateInstance");
    assert_eq!(codes(&report), []);
}

#[test]
fn what_is_wrong_is_reported() {
    let report = subscription()
        .period(10)
        .instance_name("a@b")
        .validated()
        .expect_err("not valid");
    assert_eq!(
        codes(&report),
        [
            (Code::NameForbiddenCharacter, "/InstanceName".to_owned()),
            (Code::InvalidValue, "/Period".to_owned())
        ]
    );
}

#[test]
fn a_profile_of_another_operation_is_refused() {
    let invalid = subscription()
        .validated_under(&ALIBABA_CREATE_INSTANCES)
        .expect_err("another operation");
    assert!(matches!(invalid, Invalid::OtherOperation(_)));
}

#[test]
fn the_query_is_sorted_and_encoded() {
    let valid = subscription()
        .instance_name("会话+1")
        .validated()
        .expect("valid");
    let query = valid.query();
    let names: Vec<&str> = query
        .split('&')
        .filter_map(|pair| pair.split('=').next())
        .collect();
    assert!(names.is_sorted(), "{query}");
    assert!(
        query.contains("InstanceName=%E4%BC%9A%E8%AF%9D%2B1"),
        "{query}"
    );
    assert!(query.starts_with("Action=CreateInstance&"));
}

#[test]
fn instances_go_as_a_string() {
    let instance = Instance::new("cn-hangzhou", "cn-hangzhou-b")
        .capacity(1024)
        .quantity(2)
        .password("Pass!123456");
    let request = CreateInstances::new([instance]);
    assert!(request.to_value()["Instances"].is_string());
    let valid = request.clone().validated().expect("valid");
    let report = Checker::new(&ALIBABA_CREATE_INSTANCES).check_query(&valid.query());
    assert_eq!(codes(&report), []);
    let read: CreateInstances =
        serde_json::from_value(request.to_value()).expect("what was written");
    assert_eq!(read, request);
}

#[test]
fn an_array_of_instances_is_read_too() {
    let value = serde_json::json!({"Instances": [{"RegionId": "r", "izNo": "r-a", "Period": 1}], "AutoPay": true});
    let read: CreateInstances = serde_json::from_value(value).expect("a request");
    let instances = read.instances.expect("there");
    assert_eq!(instances.as_slice()[0].period, Some(1.into()));
}

#[test]
fn passwords_are_not_printed() {
    let secret = "Sup3r-Secret";
    let printed = [
        format!("{:?}", subscription().password(secret)),
        format!(
            "{:?}",
            CreateInstances::new([Instance::default().password(secret)])
        ),
        format!("{:?}", ConsoleOrder::new().password(secret)),
        format!(
            "{:?}",
            CreateCacheInstance::new("cn-north-1", CacheInstance::new().password(secret))
                .charge(Charge::new())
        ),
        format!("{:?}", subscription().validated().expect("valid")),
    ];
    for text in printed {
        assert!(
            !text.contains(secret) && !text.contains("Pass!123456"),
            "{text}"
        );
    }
    let malformed = serde_json::json!({"Instances": format!("[{{\"Password\": \"{secret}\"")});
    let error = serde_json::from_value::<CreateInstances>(malformed).expect_err("malformed");
    assert!(!error.to_string().contains(secret), "{error}");
}

#[test]
fn jd_cloud_is_typed() {
    let instance = CacheInstance::new()
        .vpc_id("vpc-abc")
        .subnet_id("subnet-abc")
        .cache_instance_name("cache_01")
        .cache_instance_class("redis.m.micro.basic")
        .az_id(AzId::new("cn-north-1a", "cn-south-1b"))
        .ipv6_on(1_u32);
    let charge = Charge::new()
        .charge_mode("prepaid_by_duration")
        .charge_duration(10_u32);
    let report = CreateCacheInstance::new("cn-north-1", instance)
        .charge(charge)
        .check();
    assert_eq!(
        codes(&report),
        [
            (
                Code::ZoneOutsideRegion,
                "/cacheInstance/azId/slave".to_owned()
            ),
            (Code::InvalidValue, "/charge/chargeDuration".to_owned())
        ]
    );
}

proptest! {
    #[test]
    fn what_is_valid_is_valid_on_the_wire(
        name in "[A-Za-z中文][A-Za-z0-9中文._+%&-]{1,30}",
        months in prop::sample::select(vec![1_u32, 9, 12, 24, 36]),
        // Without the signs that placeholders and masks are made of.
        token in "[ -#%-)+-;=-z|~]{1,64}",
    ) {
        let token = token.trim().to_owned();
        prop_assume!(!token.is_empty());
        let request = subscription().instance_name(name).period(months).token(token);
        let read: CreateInstance = serde_json::from_value(request.to_value()).expect("what was written");
        prop_assert_eq!(&read, &request);
        let valid = request.validated().expect("valid");
        let report = Checker::new(CreateInstance::PROFILES[0]).check_query(&valid.query());
        prop_assert_eq!(codes(&report), vec![]);
    }
}
