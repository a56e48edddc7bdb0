//! `ALIYUN::REDIS::PrepayInstance`: an instance that is always a subscription.

use super::asks;
use super::redis_instance::GONE;
use super::rows::{self, DOCUMENT, property};
use super::rules::{CLASSIC_NODES, CLOUD_NODES, NO_RENEWALS, TAIR_PRODUCTS, shared_rules};
use crate::diagnostic::Code;
use crate::documents::alibaba::rows::{catalogue, row, schema};
use crate::documents::class_tests as tests;
use crate::documents::common::{self, rule};
use crate::documents::{notions, packs};
use crate::profile::{Bilingual, Object, Parameter, Profile, Ref, Rule, Sample, Wire, joined};

const OWN: &[Parameter] = &[
    rows::switch("AutoPay")
        .label("Pay at once", "自动支付")
        .hint(
            "true pays the order; false leaves it to be paid by hand.",
            "true 表示自动支付订单，false 表示须手动支付。",
        )
        .cite(property(
            "You need to go to Orders to make the payment once an order is generated.",
        ))
        .samples(&[
            Sample::passes(r#"{"AutoPay": "true"}"#),
            Sample::fails(Code::TypeMismatch, r#"{"AutoPay": "always"}"#),
        ]),
    rows::period().default("1").samples(&[
        Sample::passes(r#"{"Period": "12"}"#),
        Sample::fails(Code::InvalidValue, r#"{"Period": 10}"#),
    ]),
    rows::auto_renew_duration().samples(&[
        Sample::passes(r#"{"AutoRenewDuration": 6}"#),
        Sample::fails(Code::OutOfRange, r#"{"AutoRenewDuration": 13}"#),
        Sample::fails(Code::InvalidValue, r#"{"AutoRenewDuration": 1.5}"#),
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
        DefaultApplied at "Period" if Absent("Period");
        because "A subscription without a period is one of a month." "未填写购买时长的包年包月为一个月。";
        cite property("The period of order, when choose Prepaid required.");
        pass r#"{"Period": 1}"#;
        fail r#"{"Period": null}"#
    },
    rule! {
        InvalidValue at "Period" if OneOf("PeriodUnit", &["Year", "year"]), Passes(&asks::NOT_YEARS, "Period");
        because "The provider sells one, two, three and five years." "服务商只出售一年、两年、三年和五年。";
        cite row("The subscription duration. Unit: months.");
        pass r#"{"Period": 5, "PeriodUnit": "Year"}"#;
        fail r#"{"Period": 4, "PeriodUnit": "Year"}"#
    },
    rule! {
        UnlikelyValue at "AutoRenewDuration" if OneOf("AutoRenewDuration", NO_RENEWALS);
        because "the operation takes 1, 2, 3, 6 and 12" "操作只接受 1、2、3、6、12";
        cite row("This parameter is required when the AutoRenew parameter is set to true.");
        pass r#"{"AutoRenewDuration": 12}"#;
        fail r#"{"AutoRenewDuration": 4}"#
    },
    rule! {
        DefaultApplied at "AutoPay" if Absent("AutoPay");
        because "Sources disagree whether an order without it is paid; one that is not paid creates nothing." "对于未填写时订单是否自动支付，各来源说法不一；未支付的订单不会创建实例。";
        cite property("Default is False");
        pass r#"{"AutoPay": true}"#;
        fail r#"{"AutoPay": null}"#
    },
    rule! {
        UnlikelyValue at "AutoPay" if Is("AutoPay", "false"), Present("AutoPay"), Passes(&asks::TAIR, "InstanceClass");
        because "the order then waits to be paid by hand" "订单将等待手动支付";
        cite row("AutoPay");
        pass r#"{"AutoPay": true}"#;
        fail r#"{"AutoPay": false}"#
    },
];

const RULES: &[Rule] = &joined::<Rule, { SHARED.len() + OWN_RULES.len() }>(SHARED, OWN_RULES);

pub(in crate::documents) static PROPERTIES: Object =
    Object::new(PARAMETERS, RULES).with_packs(packs::ros::PREPAY);

/// `ALIYUN::REDIS::PrepayInstance`.
pub static PROFILE: Profile = Profile {
    id: "ros.redis-prepay-instance",
    title: Bilingual::new(
        "Alibaba Cloud ROS, ALIYUN::REDIS::PrepayInstance",
        "阿里云资源编排 ALIYUN::REDIS::PrepayInstance",
    ),
    operation: "ALIYUN::REDIS::PrepayInstance",
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
    sample: r#"{"InstanceName": "orders", "InstanceClass": "tair.rdb.2g", "EngineVersion": "7.0", "ZoneId": "cn-hangzhou-h", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1", "Period": 1, "AutoPay": true}"#,
};
