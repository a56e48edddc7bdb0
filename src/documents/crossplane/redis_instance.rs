//! `RedisInstance` of `redis.alibaba.crossplane.io`, an older provider of its own.

use super::WIRE;
use crate::documents::alibaba::rows as api;
use crate::documents::class_tests as tests;
use crate::documents::common::rule;
use crate::documents::notions;
use crate::profile::{
    Bilingual, Citation, Coercion, Constraint, Kind, Object, Parameter, Profile, Ref, Rule,
    RuleFix, Sample,
};

const DOCUMENT: &str = "provider-alibaba 854fe8a";

const fn field(quote: &'static str) -> Citation {
    Citation::new(DOCUMENT, "spec.forProvider", quote)
}

macro_rules! samples {
    ($($pass:literal),+ $(; $code:ident $fail:literal)*) => {{
        const SAMPLES: &[Sample] = &[
            $(Sample::passes($pass),)+
            $(Sample::fails(crate::diagnostic::Code::$code, $fail),)*
        ];
        SAMPLES
    }};
}

const fn string(name: &'static str) -> Parameter {
    Parameter::new(name, Kind::String)
}

const PARAMETERS: &[Parameter] = &[
    string("instanceType").notion(&notions::INSTANCE_TYPE)
        .required()
        .constraint(Constraint::OneOf(&["Redis"]))
        .label("Instance type", "实例类型")
        .hint("Redis.", "Redis。")
        .cite(field("instanceType: enum Redis"))
        .samples(samples!(r#"{"instanceType": "Redis"}"#; InvalidValue r#"{"instanceType": "Memcache"}"#; RequiredParameter r#"{"instanceType": null}"#)),
    string("engineVersion")
        .required()
        .constraint(Constraint::OneOf(&["4.0", "5.0"]))
        .coercion(Coercion::Refused)
        .label("Engine version", "引擎版本")
        .hint("\"4.0\" or \"5.0\", in quotes.", "\"4.0\" 或 \"5.0\"，须加引号。")
        .cite(field("engineVersion: enum 4.0, 5.0"))
        .samples(samples!(
            r#"{"engineVersion": "4.0"}"#;
            InvalidValue r#"{"engineVersion": "7.0"}"#;
            TypeMismatch r#"{"engineVersion": 5.0}"#
        )),
    string("instanceClass").notion(&notions::CLASS)
        .required()
        .constraint(Constraint::InstanceClass)
        .label("Instance class", "实例规格")
        .hint("A class of the classic edition, such as redis.master.small.default.", "经典版规格，例如 redis.master.small.default。")
        .cite(field("instanceClass"))
        .samples(samples!(r#"{"instanceClass": "redis.master.mid.default"}"#; TypeMismatch r#"{"instanceClass": []}"#)),
    Parameter::new("port", Kind::Integer)
        .label("Port", "端口")
        .hint("Not sent when the instance is created.", "创建实例时不会发送。")
        .cite(field("port"))
        .samples(samples!(r#"{"port": 6379}"#; TypeMismatch r#"{"port": "redis"}"#)),
    Parameter::new("publiclyAccessible", Kind::Boolean)
        .label("Public address", "公网地址")
        .hint("true or false.", "true 或 false。")
        .cite(field("publiclyAccessible"))
        .samples(samples!(r#"{"publiclyAccessible": false}"#; TypeMismatch r#"{"publiclyAccessible": "no"}"#)),
    string("chargeType")
        .constraint(Constraint::OneOf(&["PrePaid", "PostPaid"]))
        .default("PostPaid")
        .label("Billing method", "付费类型")
        .hint("PostPaid (pay-as-you-go) or PrePaid (subscription).", "PostPaid（按量付费）或 PrePaid（包年包月）。")
        .cite(api::row("The billing method."))
        .samples(samples!(r#"{"chargeType": "PostPaid"}"#; InvalidValue r#"{"chargeType": "Subscription"}"#)),
    string("masterUsername")
        .label("Account", "账号")
        .hint("Name of the account.", "账号名称。")
        .cite(field("masterUsername"))
        .samples(samples!(r#"{"masterUsername": "shop"}"#; TypeMismatch r#"{"masterUsername": []}"#)),
    string("networkType").notion(&notions::NETWORK)
        .constraint(Constraint::OneOf(&["CLASSIC", "VPC"]))
        .default("CLASSIC")
        .label("Network type", "网络类型")
        .hint("VPC; without it the classic network is asked for, which is no longer sold.", "应填 VPC；未填写时为已停售的经典网络。")
        .cite(field("networkType: default CLASSIC"))
        .samples(samples!(r#"{"networkType": "VPC"}"#; InvalidValue r#"{"networkType": "vpc"}"#)),
    string("vpcId").notion(&notions::VPC)
        .label("VPC", "专有网络")
        .hint("ID of the VPC.", "专有网络（VPC）的 ID。")
        .cite(api::row("The ID of the VPC."))
        .samples(samples!(r#"{"vpcId": "vpc-bp1"}"#; TypeMismatch r#"{"vpcId": []}"#)),
    string("vSwitchId").notion(&notions::VSWITCH)
        .label("VSwitch", "交换机")
        .hint("ID of a vSwitch in the VPC.", "该专有网络内交换机的 ID。")
        .cite(api::row("The ID of the vSwitch."))
        .samples(samples!(r#"{"vSwitchId": "vsw-bp2"}"#; TypeMismatch r#"{"vSwitchId": []}"#)),
];

const fn at(name: &str) -> Ref {
    Ref::to(PARAMETERS, name)
}

const RULES: &[Rule] = &[
    rule! {
        IgnoredParameter at "vpcId" if Present("vpcId"), IsNot("networkType", "VPC");
        because "The provider sends it for a VPC only." "仅在专有网络时发送。";
        cite field("networkType: default CLASSIC");
        fix RuleFix::Add("networkType", "VPC");
        pass r#"{"vpcId": "vpc-bp1"}"#;
        fail r#"{"networkType": null, "vpcId": "vpc-bp1"}"# along IgnoredParameter
    },
    rule! {
        IgnoredParameter at "vSwitchId" if Present("vSwitchId"), IsNot("networkType", "VPC");
        because "The provider sends it for a VPC only." "仅在专有网络时发送。";
        cite field("networkType: default CLASSIC");
        fix RuleFix::Add("networkType", "VPC");
        pass r#"{"vSwitchId": "vsw-bp1"}"#;
        fail r#"{"networkType": null, "vpcId": null}"#
    },
    rule! {
        VpcUnspecified at "vSwitchId" if Absent("vSwitchId");
        because "nothing says where in the VPC the instance goes" "没有任何参数说明实例位于专有网络的何处";
        cite api::row("The ID of the vSwitch.");
        pass r#"{"vSwitchId": "vsw-bp1"}"#;
        fail r#"{"vSwitchId": null}"#
    },
    rule! {
        SwappedIdentifiers at "vpcId" if StartsWith("vpcId", &["vsw-"]);
        because "it is the identifier of a vSwitch" "这是交换机的标识符";
        cite api::row("The ID of the VPC.");
        pass r#"{"vpcId": "vpc-bp1"}"#;
        fail r#"{"vpcId": "vsw-bp1"}"#
    },
    rule! {
        SwappedIdentifiers at "vSwitchId" if StartsWith("vSwitchId", &["vpc-"]);
        because "it is the identifier of a VPC" "这是专有网络的标识符";
        cite api::row("The ID of the vSwitch.");
        pass r#"{"vSwitchId": "vsw-bp1"}"#;
        fail r#"{"vSwitchId": "vpc-bp1"}"#
    },
    rule! {
        UnknownClass at "instanceClass" if Passes(&tests::UNKNOWN, "instanceClass");
        because "Most classes that no list has are misspelt." "列表中没有的规格多半是拼写错误。";
        cite api::catalogue("every class that a page of the provider lists");
        pass r#"{"instanceClass": "redis.master.mid.default"}"#;
        fail r#"{"instanceClass": "redis.master.midi.default"}"#
    },
    rule! {
        RetiredClass at "instanceClass" if Passes(&tests::RETIRED, "instanceClass");
        because "The provider lists the class as retired." "服务商将该规格列为停售。";
        cite api::catalogue("retired");
        pass r#"{"instanceClass": "redis.master.mid.default"}"#;
        fail r#"{"instanceClass": "redis.logic.splitrw.small.1db.1rodb.4proxy.default"}"#
    },
    rule! {
        CollectiveClass at "instanceClass" if Passes(&tests::COLLECTIVE, "instanceClass");
        because "Queries use it for many classes; an order with it is refused." "查询结果用它统称多种规格，用它下单会被拒绝。";
        cite api::catalogue("collective names of cloud-native clusters");
        pass r#"{"instanceClass": "redis.master.mid.default"}"#;
        fail r#"{"instanceClass": "redis.cluster.sharding.common.ce"}"#
    },
    rule! {
        ClassEngineMismatch at "engineVersion" if Present("engineVersion"), Passes(&tests::ENGINE_OUTSIDE, "instanceClass", "engineVersion");
        because "The family of the class decides which versions there are." "规格所属系列决定可用的引擎版本。";
        cite api::row("The engine version of the Redis classic instance.");
        pass r#"{"instanceClass": "redis.shard.small.2.ce", "engineVersion": "5.0"}"#;
        fail r#"{"instanceClass": "redis.shard.small.2.ce", "engineVersion": "4.0"}"#
    },
    rule! {
        ClassEngineMismatch as Warning at "engineVersion" if Present("engineVersion"), Passes(&tests::ENGINE_UNUSUAL, "instanceClass", "engineVersion");
        because "Users and other pages know this family with other versions only." "用户反馈及其他页面中，该系列只有其他版本。";
        cite api::catalogue("engine versions of each family");
        pass r#"{"instanceClass": "redis.amber.master.small.multithread", "engineVersion": "5.0"}"#;
        fail r#"{"instanceClass": "redis.amber.master.small.multithread", "engineVersion": "4.0"}"#
    },
    rule! {
        ClassOperationMismatch at "instanceClass" if Passes(&tests::TAIR_OTHER, "instanceClass");
        because "CreateTairInstance sells it" "应使用 CreateTairInstance";
        cite Citation::new(api::DOCUMENT, "InstanceClass", "The instance type.");
        pass r#"{"instanceClass": "redis.master.mid.default"}"#;
        fail r#"{"instanceClass": "tair.localssd.c1m8.4xlarge"}"# along ClassEngineMismatch
    },
];

static REQUEST: Object = Object::new(PARAMETERS, RULES);

/// `RedisInstance` of `redis.alibaba.crossplane.io`.
pub static PROFILE: Profile = Profile {
    id: "crossplane.redis-instance",
    title: Bilingual::new(
        "Crossplane resource RedisInstance of redis.alibaba.crossplane.io",
        "Crossplane 资源 redis.alibaba.crossplane.io 的 RedisInstance",
    ),
    operation: "CreateInstance",
    document: DOCUMENT,
    edition: Bilingual::new("v1alpha1", "v1alpha1"),
    since: "",
    supersedes: None,
    notions: notions::NOTIONS,
    context_rules: &[],
    change_rules: &[],
    aliases: &[("vswitchId", "vSwitchId"), ("paymentType", "chargeType")],
    gone: &[],
    wire: WIRE,
    request: &REQUEST,
    provider_codes: None,
    sample: r#"{"instanceType": "Redis", "engineVersion": "5.0", "instanceClass": "redis.master.small.default", "networkType": "VPC", "vSwitchId": "vsw-bp1"}"#,
};
