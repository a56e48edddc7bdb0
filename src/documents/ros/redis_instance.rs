//! `ALIYUN::REDIS::Instance`: an instance that is paid for as it is used, or by subscription.

use super::asks;
use super::rows::{self, DOCUMENT, property};
use super::rules::{CLASSIC_NODES, CLOUD_NODES, NO_RENEWALS, TAIR_PRODUCTS, shared_rules};
use crate::diagnostic::Code;
use crate::documents::alibaba::rows::{catalogue, row, schema};
use crate::documents::class_tests as tests;
use crate::documents::common::{self, page, rule};
use crate::documents::{notions, packs};
use crate::profile::{
    Bilingual, Constraint, Kind, Object, Parameter, Profile, Ref, Rule, Sample, Wire, joined,
};

/// Words for pay-as-you-go, of which the service makes `PostPaid`.
pub(in crate::documents) const POST_PAID: &[&str] = &[
    "PayAsYouGo",
    "PostPaid",
    "PayOnDemand",
    "Postpaid",
    "PostPay",
    "Postpay",
    "POSTPAY",
    "POST",
];

/// Words for a subscription, of which the service makes `PrePaid`.
pub(in crate::documents) const PRE_PAID: &[&str] = &[
    "Subscription",
    "PrePaid",
    "Prepaid",
    "PrePay",
    "Prepay",
    "PREPAY",
    "PRE",
];

const CHARGE_TYPES: &[&str] =
    &joined::<&str, { POST_PAID.len() + PRE_PAID.len() }>(POST_PAID, PRE_PAID);

const OWN: &[Parameter] = &[
    Parameter::new("ChargeType", Kind::String)
        .notion(&notions::BILLING)
        .constraint(Constraint::OneOf(CHARGE_TYPES))
        .default("PayAsYouGo")
        .label("Billing method", "付费类型")
        .hint(
            "PayAsYouGo or Subscription.",
            "PayAsYouGo（按量付费）或 Subscription（包年包月）。",
        )
        .cite(property(
            "The billing method of the ApsaraDB for Redis instance.",
        ))
        .samples(&[
            Sample::passes(r#"{"ChargeType": "Postpaid"}"#),
            Sample::fails(Code::InvalidValue, r#"{"ChargeType": "postpaid"}"#),
        ]),
    rows::period().samples(&[
        Sample::passes(r#"{"ChargeType": "PrePaid", "Period": 12}"#),
        Sample::fails(
            Code::InvalidValue,
            r#"{"ChargeType": "PrePaid", "Period": 10}"#,
        ),
    ]),
    rows::auto_renew_duration().samples(&[
        Sample::passes(r#"{"ChargeType": "PrePaid", "Period": 1, "AutoRenewDuration": 6}"#),
        Sample::fails(
            Code::OutOfRange,
            r#"{"ChargeType": "PrePaid", "Period": 1, "AutoRenewDuration": 13}"#,
        ),
        Sample::fails(
            Code::InvalidValue,
            r#"{"ChargeType": "PrePaid", "Period": 1, "AutoRenewDuration": 1.5}"#,
        ),
    ]),
];

pub(in crate::documents) const PARAMETERS: &[Parameter] =
    &joined::<Parameter, { rows::PROPERTIES.len() + OWN.len() }>(rows::PROPERTIES, OWN);

const fn at(name: &str) -> Ref {
    Ref::to(PARAMETERS, name)
}

const SHARED: &[Rule] = &shared_rules!();

const OWN_RULES: &[Rule] = &[
    rule! {
        RequiredWhen at "Period" if OneOf("ChargeType", PRE_PAID), Absent("Period");
        because "A subscription is bought for a number of months." "包年包月须指定购买时长。";
        cite property("The period of order, when choose Prepaid required.");
        pass r#"{"ChargeType": "Subscription", "Period": 1}"#;
        fail r#"{"ChargeType": "Subscription"}"#
    },
    rule! {
        IgnoredParameter at "Period" if Present("Period"), OneOf("ChargeType", POST_PAID);
        because "pay-as-you-go has no subscription period" "按量付费没有购买时长";
        cite property("The period of order, when choose Prepaid required.");
        pass r#"{"ChargeType": "PRE", "Period": 9}"#;
        fail r#"{"Period": 9}"#, r#"{"ChargeType": "POST", "Period": 9}"#
    },
    rule! {
        InvalidValue at "Period" if OneOf("PeriodUnit", &["Year", "year"]), Passes(&asks::NOT_YEARS, "Period");
        because "The provider sells one, two, three and five years." "服务商只出售一年、两年、三年和五年。";
        cite row("The subscription duration. Unit: months.");
        pass r#"{"ChargeType": "PrePaid", "Period": 5, "PeriodUnit": "Year"}"#;
        fail r#"{"ChargeType": "PrePaid", "Period": 4, "PeriodUnit": "Year"}"#
    },
    rule! {
        IgnoredParameter at "AutoRenewDuration" if Present("AutoRenewDuration"), OneOf("ChargeType", POST_PAID);
        because "only a subscription is renewed" "只有包年包月才会续费";
        cite property("Note This parameter is valid only when ChargeType is set to PrePaid.");
        pass r#"{"ChargeType": "PrePaid", "Period": 1, "AutoRenewDuration": 3}"#;
        fail r#"{"AutoRenewDuration": 3}"#
    },
    rule! {
        UnlikelyValue at "AutoRenewDuration" if OneOf("AutoRenewDuration", NO_RENEWALS);
        because "the operation takes 1, 2, 3, 6 and 12" "操作只接受 1、2、3、6、12";
        cite row("This parameter is required when the AutoRenew parameter is set to true.");
        pass r#"{"ChargeType": "PrePaid", "Period": 1, "AutoRenewDuration": 12}"#;
        fail r#"{"ChargeType": "PrePaid", "Period": 1, "AutoRenewDuration": 4}"#
    },
    rule! {
        OneWayChoice at "ChargeType" if OneOf("ChargeType", PRE_PAID);
        because "a subscription can never be turned back into pay-as-you-go" "包年包月不能改回按量付费";
        cite page("you cannot switch the billing method from subscription to Pay-As-You-Go");
        pass r#"{"ChargeType": "PostPaid"}"#;
        fail r#"{"ChargeType": "PrePaid", "Period": 1}"#
    },
];

const RULES: &[Rule] = &joined::<Rule, { SHARED.len() + OWN_RULES.len() }>(SHARED, OWN_RULES);

pub(in crate::documents) static PROPERTIES: Object =
    Object::new(PARAMETERS, RULES).with_packs(packs::ros::INSTANCE);

/// Properties of 2021, with what took their place.
pub(super) const GONE: &[(&str, Bilingual)] = &[
    (
        "Capacity",
        Bilingual::new(
            "it counted GB; today InstanceClass alone says how large the instance is",
            "它以 GB 为单位；如今由 InstanceClass 决定实例大小",
        ),
    ),
    (
        "InstanceConnection",
        Bilingual::new(
            "today it is Connections, with VpcPrivateConnection and PublicConnection",
            "现为 Connections，其中包含 VpcPrivateConnection 和 PublicConnection",
        ),
    ),
];

/// `ALIYUN::REDIS::Instance`.
pub static PROFILE: Profile = Profile {
    id: "ros.redis-instance",
    title: Bilingual::new(
        "Alibaba Cloud ROS, ALIYUN::REDIS::Instance",
        "阿里云资源编排 ALIYUN::REDIS::Instance",
    ),
    operation: "ALIYUN::REDIS::Instance",
    document: DOCUMENT,
    edition: Bilingual::new("2026-09-05", "2026-09-05"),
    since: "2026-09-05",
    supersedes: None,
    notions: notions::NOTIONS,
    context_rules: &[],
    change_rules: &[],
    aliases: common::ALIASES,
    gone: GONE,
    wire: Wire::ROS,
    request: &PROPERTIES,
    provider_codes: None,
    sample: r#"{"InstanceName": "orders", "InstanceClass": "tair.rdb.2g", "EngineVersion": "7.0", "ZoneId": "cn-hangzhou-h", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#,
};
