//! The verdict on an ordinary request costs no allocation, whichever form the request has.

use std::hint::black_box;

use allocation_counter::{AllocationInfo, measure};
use kvspec::{Checker, PROFILES, Profile, Spec};
use serde_json::{Value, json};

fn cost(work: impl FnOnce()) -> AllocationInfo {
    measure(work)
}

/// A form with 15 parameters, one of them with escapes and one beyond ASCII.
fn form() -> Value {
    json!({
        "RegionId": "cn-hangzhou",
        "ZoneId": "cn-hangzhou-b",
        "InstanceName": "订单缓存01",
        "Capacity": 16384,
        "Token": "0c593ea1-3bea-11e9-b96b-88e9fe637760",
        "Password": "Pass!123456",
        "Config": "{\"EvictionPolicy\":\"volatile-lru\",\"hash-max-ziplist-entries\":512}",
        "ChargeType": "PrePaid",
        "Period": "12",
        "NetworkType": "VPC",
        "VpcId": "vpc-bp1nme44gek34slfc",
        "VSwitchId": "vsw-bp1e7clcw529l773d",
        "EngineVersion": "5.0",
        "AutoRenew": "true",
        "AutoRenewPeriod": "3",
    })
}

fn costs_nothing(profile: &'static Profile, value: &Value, valid: bool) {
    let text = value.to_string();
    let checker = Checker::new(profile);
    for (form, verdict) in [
        ("value", &(|| checker.is_valid(value)) as &dyn Fn() -> bool),
        ("text", &|| checker.is_valid(Spec::Json(&text))),
    ] {
        let cost = cost(|| assert_eq!(verdict(), valid, "{}: {text}", profile.id));
        assert_eq!(cost.count_total, 0, "{} as {form}: {text}", profile.id);
    }
}

#[test]
fn a_form_costs_nothing() {
    let profile = Profile::by_id("alibaba.create-instance.cn").expect("a profile");
    costs_nothing(profile, &form(), true);
}

#[test]
fn a_mistake_costs_nothing() {
    let profile = Profile::by_id("alibaba.create-instance.cn").expect("a profile");
    for (name, value) in [
        ("InstanceName", json!("a b")),
        ("Password", json!("password")),
        ("Period", json!("10")),
        ("Capacity", json!(0)),
        ("Config", json!("{")),
        ("ChargeType", json!("prepaid")),
        ("AutoRenewPeriod", Value::Null),
    ] {
        let mut form = form();
        form[name] = value;
        costs_nothing(profile, &form, false);
    }
}

#[test]
fn samples_cost_nothing() {
    for profile in PROFILES {
        let sample: Value = serde_json::from_str(profile.sample).expect("a sample is JSON");
        costs_nothing(profile, &sample, true);
    }
}

/// A list in a string is read where it stands, however long it is.
#[test]
fn lists_cost_nothing() {
    let profile = Profile::by_id("alibaba.create-instances").expect("a profile");
    let mut sample: Value = serde_json::from_str(profile.sample).expect("a sample is JSON");
    let list = sample["Instances"].as_str().expect("a list in a string");
    let instances: Vec<Value> = serde_json::from_str(list).expect("it is JSON");
    let mut many = vec![instances[0].clone(); 100];
    for list in [
        Value::from(many.clone()),
        Value::from(many.clone()).to_string().into(),
    ] {
        sample["Instances"] = list;
        costs_nothing(profile, &sample, true);
    }
    many[99]["ChargeType"] = "prepaid".into();
    sample["Instances"] = Value::from(many).to_string().into();
    costs_nothing(profile, &sample, false);
}

#[test]
fn the_counter_counts() {
    assert!(cost(|| drop(black_box(vec![1_u8]))).count_total > 0);
}
