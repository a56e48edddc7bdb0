//! `createCacheInstance` of JCS for Redis, v1: `004_ffbe3d6d3fbefe7a.txt`.

use super::common::rule;
use crate::diagnostic::Code;
use crate::documents::notions;
use crate::profile::{
    Bilingual, Citation, Constraint, Kind, NameCharacters, NameRule, Object, Parameter,
    PasswordCharacters, PasswordRule, Profile, Ref, Rule, Sample, Wire,
};

const DOCUMENT: &str = crate::documents::titles::JDCLOUD;

const fn cite(section: &'static str, quote: &'static str) -> Citation {
    Citation::new(DOCUMENT, section, quote)
}

/// The path and the body.
mod request {
    use super::{Code, Constraint, Kind, Parameter, Rule, Sample, cite};
    use crate::documents::notions;

    pub(super) const PARAMETERS: &[Parameter] = &[
        Parameter::new("regionId", Kind::String).notion(&notions::REGION)
            .required()
            .constraint(Constraint::OneOf(&["cn-north-1", "cn-south-1", "cn-east-2"]))
            .label("Region", "地域")
            .hint("cn-north-1, cn-south-1 or cn-east-2.", "cn-north-1、cn-south-1 或 cn-east-2。")
            .cite(cite("Request address", "there are three regions, with Region ID of cn-north-1, cn-south-1 and cn-east-2 respectively"))
            .samples(&[
                Sample::passes(r#"{"regionId": "cn-north-1"}"#),
                Sample::fails(Code::InvalidValue, r#"{"regionId": "cn-north-2"}"#),
                Sample::fails(Code::RequiredParameter, r#"{"regionId": null}"#),
            ]),
        Parameter::new("cacheInstance", Kind::Object(&super::CACHE_INSTANCE))
            .required()
            .label("Instance", "实例")
            .hint("What the instance is to be.", "待创建实例的信息。")
            .cite(cite("Request parameter", "Information designated when instances are created"))
            .samples(&[
                Sample::passes(r#"{"cacheInstance": {"cacheInstanceDescription": "session cache"}}"#),
                Sample::fails(Code::RequiredParameter, r#"{"cacheInstance": null}"#),
                Sample::fails(Code::TypeMismatch, r#"{"cacheInstance": "redis"}"#),
            ]),
        Parameter::new("charge", Kind::Object(&super::CHARGE))
            .label("Billing", "计费")
            .hint("How the instance is paid.", "实例的计费方式。")
            .cite(cite("Request parameter", "Instance Billing Type"))
            .samples(&[
                Sample::passes(r#"{"charge": {}}"#),
                Sample::fails(Code::TypeMismatch, r#"{"charge": []}"#),
            ]),
    ];

    pub(super) const RULES: &[Rule] = &[];
}

/// `CacheInstanceSpec`.
pub(super) mod cache_instance {
    use super::{
        Citation, Code, Constraint, Kind, NameCharacters, NameRule, Parameter, PasswordCharacters,
        PasswordRule, Ref, Rule, Sample, cite, rule,
    };
    use crate::documents::notions;

    pub(in crate::documents) const fn row(quote: &'static str) -> Citation {
        cite("CacheInstanceSpec", quote)
    }

    pub(super) const PARAMETERS: &[Parameter] = &[
        Parameter::new("vpcId", Kind::String).notion(&notions::VPC)
            .required()
            .label("VPC", "私有网络")
            .hint("ID of the VPC.", "私有网络（VPC）的 ID。")
            .cite(row("VPC ID of Redis Instance"))
            .samples(&[
                Sample::passes(r#"{"vpcId": "vpc-abc"}"#),
                Sample::fails(Code::RequiredParameter, r#"{"vpcId": null}"#),
            ]),
        Parameter::new("subnetId", Kind::String).notion(&notions::VSWITCH)
            .required()
            .label("Subnet", "子网")
            .hint("ID of a subnet in the VPC.", "该私有网络内的子网 ID。")
            .cite(row("Subnet ID of Redis Instance Under VPC"))
            .samples(&[
                Sample::passes(r#"{"subnetId": "subnet-abc"}"#),
                Sample::fails(Code::TypeMismatch, r#"{"subnetId": 5}"#),
                Sample::fails(Code::RequiredParameter, r#"{"subnetId": null}"#),
            ]),
        Parameter::new("cacheInstanceName", Kind::String).notion(&notions::INSTANCE_NAME)
            .required()
            .constraint(Constraint::Name(NameRule {
                min: 2,
                max: 32,
                starts_with_letter: false,
                characters: NameCharacters::WordsAndHan,
            }))
            .label("Instance name", "实例名称")
            .hint("2 to 32 digits, letters, underscores and Chinese characters.", "2 到 32 个字符，只能包含数字、字母、英文下划线和中文。")
            .cite(row("Redis instance name must be numbers, letters, English underline and Chinese"))
            .samples(&[
                Sample::passes(r#"{"cacheInstanceName": "缓存_01"}"#),
                Sample::fails(Code::NameLength, r#"{"cacheInstanceName": "a"}"#),
                Sample::fails(Code::NameForbiddenCharacter, r#"{"cacheInstanceName": "my-cache"}"#),
                Sample::fails(Code::LengthAmbiguous, r#"{"cacheInstanceName": "𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀"}"#),
            ]),
        Parameter::new("cacheInstanceClass", Kind::String).notion(&notions::CLASS)
            .required()
            .label("Instance class", "实例规格")
            .hint("Specification code, such as redis.m.micro.basic.", "实例规格代码，例如 redis.m.micro.basic。")
            .cite(row("For Redis instance specification code, please refer to"))
            .samples(&[
                Sample::passes(r#"{"cacheInstanceClass": "redis.m.micro.basic"}"#),
                Sample::fails(Code::RequiredParameter, r#"{"cacheInstanceClass": null}"#),
            ]),
        Parameter::new("password", Kind::String)
            .constraint(Constraint::Password(PasswordRule {
                min: 8,
                max: 16,
                characters: PasswordCharacters::Special(""),
                at_least: 0,
                classes: &[],
                should_mix: false,
            }))
            .secret()
            .label("Password", "密码")
            .hint("8 to 16 letters and digits; leave it empty for no password.", "8 到 16 个字母和数字；留空表示免密。")
            .cite(row("the password can contain letters and numbers only, with no less than 8 characters and no more than 16 characters"))
            .samples(&[
                Sample::passes(r#"{"password": "abcdefgh"}"#),
                Sample::passes(r#"{"password": ""}"#),
                Sample::fails(Code::PasswordLength, r#"{"password": "abc1234"}"#),
                Sample::fails(Code::PasswordForbiddenCharacter, r#"{"password": "Pass!123456"}"#),
            ]),
        Parameter::new("azId", Kind::Object(&super::AZ_ID)).notion(&notions::ZONE)
            .required()
            .label("Zones", "可用区")
            .hint("Zones of the master and of the replica.", "主从实例所在的可用区。")
            .cite(row("Availability zone ID of the region where the Redis instance is located"))
            .samples(&[
                Sample::passes(r#"{"azId": {"master": "cn-north-1b"}}"#),
                Sample::fails(Code::TypeMismatch, r#"{"azId": "cn-north-1a"}"#),
                Sample::fails(Code::RequiredParameter, r#"{"azId": null}"#),
            ]),
        Parameter::new("cacheInstanceDescription", Kind::String)
            .constraint(Constraint::Description { max: 256 })
            .label("Description", "描述")
            .hint("At most 256 characters.", "不超过 256 个字符。")
            .cite(row("Description of Redis instance cannot exceed 256 characters"))
            .samples(&[
                Sample::passes(r#"{"cacheInstanceDescription": "会话缓存"}"#),
                Sample::fails(Code::DescriptionLength, r#"{"cacheInstanceDescription": "ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"}"#),
                Sample::fails(Code::LengthAmbiguous, r#"{"cacheInstanceDescription": "𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀"}"#),
            ]),
        Parameter::new("redisVersion", Kind::String).notion(&notions::ENGINE_VERSION)
            .constraint(Constraint::OneOf(&["2.8", "4.0"]))
            .default("2.8")
            .label("Redis version", "Redis 版本")
            .hint("2.8 or 4.0.", "2.8 或 4.0。")
            .cite(row("At present, Versions 2.8 and 4.0 are supported and Version 2.8 is the default"))
            .samples(&[
                Sample::passes(r#"{"redisVersion": "4.0"}"#),
                Sample::fails(Code::InvalidValue, r#"{"redisVersion": "5.0"}"#),
                Sample::fails(Code::TypeMismatch, r#"{"redisVersion": 4.0}"#),
            ]),
        Parameter::new("ipv6On", Kind::Integer)
            .constraint(Constraint::Integers(&[0, 1]))
            .label("IPv6", "IPv6")
            .hint("1 for IPv6, 0 or nothing for none; not in every region.", "1 表示支持 IPv6，0 或不填表示不支持；并非所有地域都支持。")
            .cite(row("0 or null value means that it is not supported and 1 means IPv6 is supported"))
            .samples(&[
                Sample::passes(r#"{"ipv6On": 1}"#),
                Sample::fails(Code::InvalidValue, r#"{"ipv6On": 2}"#),
                Sample::fails(Code::TypeMismatch, r#"{"ipv6On": true}"#),
            ]),
    ];

    pub(in crate::documents) const fn at(name: &str) -> Ref {
        Ref::to(PARAMETERS, name)
    }

    pub(super) const RULES: &[Rule] = &[
        rule! {
            DefaultApplied at "redisVersion" if Absent("redisVersion");
            because "The default is the oldest version that the document lists." "默认值是文档所列最旧的版本。";
            cite row("At present, Versions 2.8 and 4.0 are supported and Version 2.8 is the default");
            pass r#"{"redisVersion": "4.0"}"#;
            fail r#"{"redisVersion": null}"#
        },
        rule! {
            PlaintextPassword at "password" if Present("password");
            because "Whoever can read the order can read the password." "能读取订单的人都能读到密码。";
            cite row("The null connection password of Redis instance means that no password is required");
            pass r#"{"password": ""}"#;
            fail r#"{"password": "abcdefgh"}"#
        },
    ];
}

/// `AzIdSpec`.
pub(super) mod az_id {
    use super::{Citation, Code, Kind, Parameter, Ref, Rule, Sample, cite, rule};
    use crate::documents::notions;

    pub(in crate::documents) const fn row(quote: &'static str) -> Citation {
        cite("AzIdSpec", quote)
    }

    pub(super) const PARAMETERS: &[Parameter] = &[
        Parameter::new("master", Kind::String)
            .notion(&notions::ZONE)
            .required()
            .verbatim()
            .label("Master zone", "主可用区")
            .hint(
                "Zone of the master, such as cn-north-1a.",
                "主实例所在可用区，例如 cn-north-1a。",
            )
            .cite(row(
                "Availability zone ID of the region where the master Redis instance is located",
            ))
            .samples(&[
                Sample::passes(r#"{"master": "cn-north-1b"}"#),
                Sample::fails(Code::RequiredParameter, r#"{"master": null}"#),
            ]),
        Parameter::new("slave", Kind::String)
            .required()
            .verbatim()
            .label("Replica zone", "从可用区")
            .hint(
                "Zone of the replica, such as cn-north-1b.",
                "从实例所在可用区，例如 cn-north-1b。",
            )
            .cite(row(
                "Availability zone ID of the region where the secondary Redis instance is located",
            ))
            .samples(&[
                Sample::passes(r#"{"slave": "cn-north-1a"}"#),
                Sample::fails(Code::RequiredParameter, r#"{"slave": null}"#),
            ]),
    ];

    pub(in crate::documents) const fn at(name: &str) -> Ref {
        Ref::to(PARAMETERS, name)
    }

    /// The region of the whole request.
    const REGION: Ref = Ref::outer(2, 0, "regionId");

    pub(super) const RULES: &[Rule] = &[
        rule! {
            ZoneOutsideRegion at "master" if NotWithin("master", REGION);
            because "The zone is one of the region." "可用区属于该地域。";
            cite row("Availability zone ID of the region where the master Redis instance is located");
            pass r#"{"master": "cn-north-1b"}"#;
            fail r#"{"master": "cn-south-1a"}"#
        },
        rule! {
            ZoneOutsideRegion at "slave" if NotWithin("slave", REGION);
            because "The zone is one of the region." "可用区属于该地域。";
            cite row("Availability zone ID of the region where the secondary Redis instance is located");
            pass r#"{"slave": "cn-north-1b"}"#;
            fail r#"{"slave": "cn-south-1a"}"#
        },
    ];
}

/// `ChargeSpec`.
pub(super) mod charge {
    use super::{Citation, Code, Constraint, Kind, Parameter, Ref, Rule, Sample, cite, rule};
    use crate::documents::notions;

    pub(in crate::documents) const fn row(quote: &'static str) -> Citation {
        cite("ChargeSpec", quote)
    }

    pub(super) const PARAMETERS: &[Parameter] = &[
        Parameter::new("chargeMode", Kind::String).notion(&notions::BILLING)
            .constraint(Constraint::OneOf(&["prepaid_by_duration", "postpaid_by_usage", "postpaid_by_duration"]))
            .default("postpaid_by_duration")
            .label("Billing mode", "计费模式")
            .hint("prepaid_by_duration, postpaid_by_usage or postpaid_by_duration.", "prepaid_by_duration（预付费）、postpaid_by_usage（按用量后付费）或 postpaid_by_duration（按配置后付费）。")
            .cite(row("Billing model value is prepaid_by_duration, postpaid_by_usage or postpaid_by_duration"))
            .samples(&[
                Sample::passes(r#"{"chargeMode": "postpaid_by_usage"}"#),
                Sample::fails(Code::InvalidValue, r#"{"chargeMode": "PrePaid"}"#),
            ]),
        Parameter::new("chargeUnit", Kind::String)
            .constraint(Constraint::OneOf(&["month", "year"]))
            .default("month")
            .label("Billing unit", "计费单位")
            .hint("month or year. With prepaid_by_duration only.", "month（月）或 year（年），仅用于预付费。")
            .cite(row("the value is month or year and month by default"))
            .samples(&[
                Sample::passes(r#"{"chargeMode": "prepaid_by_duration", "chargeUnit": "year", "chargeDuration": 3}"#),
                Sample::fails(Code::InvalidValue, r#"{"chargeMode": "prepaid_by_duration", "chargeUnit": "week", "chargeDuration": 3}"#),
            ]),
        Parameter::new("chargeDuration", Kind::Integer).notion(&notions::DURATION)
            .constraint(Constraint::IntegersBy {
                decided_by: CHARGE_UNIT,
                cases: &[("month", &[1, 2, 3, 4, 5, 6, 7, 8, 9]), ("year", &[1, 2, 3])],
            })
            .label("Duration", "时长")
            .hint("1-9 months, or 1 to 3 years. With prepaid_by_duration only.", "1-9 个月，或 1 到 3 年，仅用于预付费。")
            .cite(row("When chargeUnit is month, the value shall be 1~9; when chargeUnit is year, the value shall be 1, 2 or 3"))
            .samples(&[
                Sample::passes(r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": 9}"#),
                Sample::fails(Code::InvalidValue, r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": 12}"#),
                Sample::fails(Code::InvalidValue, r#"{"chargeMode": "prepaid_by_duration", "chargeUnit": "year", "chargeDuration": 4}"#),
                Sample::fails(Code::TypeMismatch, r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": "9"}"#),
            ]),
        Parameter::new("autoRenew", Kind::Boolean)
            .default("false")
            .label("Auto-renewal", "自动续费")
            .hint("true or false. With prepaid_by_duration only.", "true 或 false，仅用于预付费。")
            .cite(row("with default value of CLOSE"))
            .samples(&[
                Sample::passes(r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": 1, "autoRenew": true}"#),
                Sample::fails(Code::TypeMismatch, r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": 1, "autoRenew": "true"}"#),
            ]),
        Parameter::new("buyScenario", Kind::String)
            .constraint(Constraint::Activity)
            .label("Activity credential", "活动凭证")
            .hint("Base64 of {\"activity\": {\"activityType\": …, \"activityIdentifier\": …}}.", "{\"activity\": {\"activityType\": …, \"activityIdentifier\": …}} 的 base64 编码。")
            .cite(row("The unified activity credential, JSON character string, for the product line needs the BASE64 code."))
            .samples(&[
                Sample::passes(r#"{"buyScenario": "eyJhY3Rpdml0eSI6eyJhY3Rpdml0eVR5cGUiOiJhIiwiYWN0aXZpdHlJZGVudGlmaWVyIjoiYiJ9fQ=="}"#),
                Sample::fails(Code::MalformedBase64, r#"{"buyScenario": "{}"}"#),
                Sample::fails(Code::MalformedJson, r#"{"buyScenario": "e30="}"#),
            ]),
    ];

    pub(in crate::documents) const fn at(name: &str) -> Ref {
        Ref::to(PARAMETERS, name)
    }

    /// Needed while the table is still being written down.
    const CHARGE_UNIT: Ref = Ref::outer(0, 1, "chargeUnit");

    pub(super) const RULES: &[Rule] = &[
        rule! {
            RequiredWhen at "chargeDuration" if Is("chargeMode", "prepaid_by_duration"), Absent("chargeDuration");
            because "What is paid in advance has a duration." "预付费须指定时长。";
            cite row("Pay-In-Advance billing duration, the Pay-In-Advance is compulsory");
            pass r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": 1}"#;
            fail r#"{"chargeMode": "prepaid_by_duration"}"#
        },
        rule! {
            IgnoredParameter at "chargeUnit" if Present("chargeUnit"), IsNot("chargeMode", "prepaid_by_duration");
            because "Only what is paid in advance has a unit." "只有预付费才有计费单位。";
            cite row("valid only when chargeMode is prepaid_by_duration");
            pass r#"{"chargeMode": "prepaid_by_duration", "chargeUnit": "month", "chargeDuration": 1}"#;
            fail r#"{"chargeUnit": "month"}"#
        },
        rule! {
            IgnoredParameter at "chargeDuration" if Present("chargeDuration"), IsNot("chargeMode", "prepaid_by_duration");
            because "Only what is paid in advance has a duration." "只有预付费才有时长。";
            cite row("valid only when the value of chargeMode is prepaid_by_duration");
            pass r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": 1}"#;
            fail r#"{"chargeMode": "postpaid_by_usage", "chargeDuration": 1}"#
        },
        rule! {
            IgnoredParameter at "autoRenew" if Present("autoRenew"), IsNot("chargeMode", "prepaid_by_duration");
            because "Only what is paid in advance is renewed." "只有预付费才会续费。";
            cite row("Enable automatic renewal");
            pass r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": 1, "autoRenew": false}"#;
            fail r#"{"autoRenew": false}"#
        },
    ];
}

static AZ_ID: Object = Object::new(az_id::PARAMETERS, az_id::RULES)
    .keeping_blanks()
    .with_packs(super::packs::older::AZ_ID);
static CACHE_INSTANCE: Object = Object::new(cache_instance::PARAMETERS, cache_instance::RULES)
    .keeping_blanks()
    .with_packs(super::packs::older::CACHE_INSTANCE);
static CHARGE: Object = Object::new(charge::PARAMETERS, charge::RULES)
    .keeping_blanks()
    .with_packs(super::packs::older::CHARGE);
static REQUEST: Object = Object::new(request::PARAMETERS, request::RULES).keeping_blanks();

/// `createCacheInstance`.
pub static PROFILE: Profile = Profile {
    id: "jdcloud.create-cache-instance",
    title: Bilingual::new("JD Cloud createCacheInstance", "京东云 createCacheInstance"),
    operation: "createCacheInstance",
    document: DOCUMENT,
    edition: Bilingual::new("v1", "v1"),
    since: "",
    supersedes: None,
    notions: notions::NOTIONS,
    context_rules: &[],
    change_rules: &[],
    aliases: super::common::ALIASES,
    gone: &[],
    wire: Wire::JSON,
    request: &REQUEST,
    provider_codes: None,
    sample: r#"{"regionId": "cn-north-1", "cacheInstance": {"vpcId": "vpc-abc", "subnetId": "subnet-abc", "cacheInstanceName": "session_cache", "cacheInstanceClass": "redis.m.micro.basic", "azId": {"master": "cn-north-1a", "slave": "cn-north-1b"}}, "charge": {}}"#,
};
