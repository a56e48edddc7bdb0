//! `CreateInstance` of R-kvstore, international edition: `001_c5198a7fd0e9341a.txt`.

use super::common::{self, page, rule};
use crate::diagnostic::Code;
#[cfg(feature = "editions")]
use crate::documents::class_tests as tests;
use crate::documents::{beyond, notions, overhead};
use crate::profile::{
    Bilingual, CharacterClass, Citation, Constraint, Kind, NameCharacters, NameRule, Object,
    Parameter, PasswordCharacters, PasswordRule, Profile, Ref, Rule, RuleFix, Sample, Wire,
};

const DOCUMENT: &str = crate::documents::titles::INTERNATIONAL;

/// A row of the table of request parameters.
pub(super) const fn row(quote: &'static str) -> Citation {
    Citation::new(DOCUMENT, "Request parameters", quote)
}

const PUBLIC: Citation = row("Public request parameters");

const PARAMETERS: &[Parameter] = &[
    Parameter::new("Action", Kind::String)
        .required_on_wire()
        .common()
        .constraint(Constraint::OneOf(&["CreateInstance"]))
        .label("Operation", "操作")
        .hint("CreateInstance; goes without saying in a form or a JSON order.", "CreateInstance；在表单或 JSON 订单中可省略。")
        .cite(row("Operation API name. Value: CreateInstance."))
        .samples(&[
            Sample::passes(r#"{"Action": "CreateInstance"}"#),
            Sample::fails(Code::InvalidValue, r#"{"Action": "CreateInstances"}"#),
        ]),
    Parameter::new("InstanceName", Kind::String).notion(&notions::INSTANCE_NAME)
        .constraint(Constraint::Name(NameRule {
            min: 2,
            max: 128,
            starts_with_letter: true,
            characters: NameCharacters::Except("@/:=\"“”<>{}[]"),
        }))
        .label("Instance name", "实例名称")
        .hint(
            "2 to 128 characters, beginning with a letter or a Chinese character; no space and none of @ / : = \" < > { } [ ].",
            "2 到 128 个字符，以大小写字母或中文开头，不支持空格和 @ / : = \" < > { } [ ]。",
        )
        .cite(row("The name is a string of 2 to 128 characters and must start with a letter"))
        .samples(&[
            Sample::passes(r#"{"InstanceName": "缓存01"}"#),
            Sample::fails(Code::NameLength, r#"{"InstanceName": "a"}"#),
            Sample::fails(Code::NameFirstCharacter, r#"{"InstanceName": "1st"}"#),
            Sample::fails(Code::NameForbiddenCharacter, r#"{"InstanceName": "my cache"}"#),
            Sample::fails(Code::LengthAmbiguous, r#"{"InstanceName": "a𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀"}"#),
            Sample::fails(Code::InvisibleCharacter, r#"{"InstanceName": "a\u200bb"}"#),
        ]),
    Parameter::new("Password", Kind::String)
        .constraint(Constraint::Password(PasswordRule {
            min: 8,
            max: 30,
            characters: PasswordCharacters::Refused("!<>()[]{},`~.-_@#$%^&*"),
            at_least: 3,
            classes: &[CharacterClass::Uppercase, CharacterClass::Lowercase, CharacterClass::Digit],
            should_mix: false,
        }))
        .secret()
        .label("Password", "密码")
        .hint(
            "8 to 30 characters with uppercase letters, lowercase letters and digits; most special characters are refused.",
            "8 到 30 个字符，须同时包含大写字母、小写字母和数字；大多数特殊字符不受支持。",
        )
        .cite(row("The password is a string of 8 to 30 characters and must contain uppercase letters, lowercase letters, and numbers."))
        .samples(&[
            Sample::passes(r#"{"Password": "Qa123456"}"#),
            Sample::fails(Code::PasswordLength, r#"{"Password": "Qa12345"}"#),
            Sample::fails(Code::PasswordForbiddenCharacter, r#"{"Password": "Qa123456!"}"#),
            Sample::fails(Code::PasswordCharacterClasses, r#"{"Password": "qa123456"}"#),
            Sample::fails(Code::PasswordUndocumentedCharacter, r#"{"Password": "Qa123456+"}"#),
        ]),
    Parameter::new("InstanceClass", Kind::String).notion(&notions::CLASS)
        .required()
        .constraint(Constraint::InstanceClass)
        .label("Instance class", "实例规格")
        .hint("From the instance type table, such as redis.master.small.default.", "见实例规格表，例如 redis.master.small.default。")
        .cite(row("Type of the applied ApsaraDB for Redis instance."))
        .samples(&[
            Sample::passes(r#"{"InstanceClass": "redis.master.small.default"}"#),
            Sample::fails(Code::RequiredParameter, r#"{"InstanceClass": null}"#),
            Sample::fails(Code::StrayWhitespace, r#"{"InstanceClass": " redis.master.small.default"}"#),
        ]),
    Parameter::new("RegionId", Kind::String).notion(&notions::REGION)
        .required()
        .label("Region", "地域")
        .hint("ID of the region, such as cn-hangzhou; it can never be changed.", "地域 ID，例如 cn-hangzhou；创建后不可更改。")
        .cite(row("Region of the applied ApsaraDB for Redis instance."))
        .samples(&[
            Sample::passes(r#"{"RegionId": "ap-southeast-1"}"#),
            Sample::fails(Code::RequiredParameter, r#"{"RegionId": null}"#),
        ]),
    Parameter::new("ZoneId", Kind::String).notion(&notions::ZONE)
        .label("Zone", "可用区")
        .hint("ID of a zone in the region, such as cn-hangzhou-e.", "该地域内的可用区 ID，例如 cn-hangzhou-e。")
        .cite(row("Lower-level zone of the RegionId."))
        .samples(&[
            Sample::passes(r#"{"ZoneId": "cn-hangzhou-e"}"#),
            Sample::fails(Code::TypeMismatch, r#"{"ZoneId": ["cn-hangzhou-e"]}"#),
        ]),
    Parameter::new("ChargeType", Kind::String).notion(&notions::BILLING)
        .constraint(Constraint::OneOf(&["PrePaid", "PostPaid"]))
        .default("PostPaid")
        .label("Billing method", "付费类型")
        .hint("PrePaid (subscription) or PostPaid (pay-as-you-go).", "PrePaid（预付费）或 PostPaid（按量付费）。")
        .cite(row("Supported values: PrePaid and PostPaid. Default value: PostPaid."))
        .samples(&[
            Sample::passes(r#"{"ChargeType": "PostPaid"}"#),
            Sample::fails(Code::InvalidValue, r#"{"ChargeType": "prepaid"}"#),
        ]),
    Parameter::new("Period", Kind::Long).notion(&notions::DURATION)
        .constraint(Constraint::Integers(common::MONTHS))
        .label("Subscription period", "付费周期")
        .hint("Months: 1-9, 12, 24 or 36. With PrePaid only.", "单位为月：1-9、12、24、36，仅用于预付费。")
        .cite(row("Unit: month. Supported values: 1-9, 12, 24, and 36."))
        .samples(&[
            Sample::passes(r#"{"ChargeType": "PrePaid", "Period": 12}"#),
            Sample::fails(Code::InvalidValue, r#"{"ChargeType": "PrePaid", "Period": 10}"#),
        ]),
    Parameter::new("Token", Kind::String)
        .constraint(Constraint::Token { max: 64 })
        .label("Idempotency token", "幂等 Token")
        .hint("At most 64 ASCII characters, different for every request; a UUID will do.", "不超过 64 个 ASCII 字符，每个请求不同；可使用 UUID。")
        .cite(row("It cannot exceed 64 ASCII characters."))
        .samples(&[
            Sample::passes(r#"{"Token": "0c593ea1-3bea-11e9-b96b-88e9fe637760"}"#),
            Sample::fails(Code::TokenLength, r#"{"Token": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}"#),
            Sample::fails(Code::TokenNotAscii, r#"{"Token": "令牌"}"#),
        ]),
    Parameter::new("NetworkType", Kind::String).notion(&notions::NETWORK)
        .constraint(Constraint::OneOf(&["Classic", "CLASSIC", "VPC"]))
        .default("CLASSIC")
        .label("Network type", "网络类型")
        .hint("Classic or VPC; there is no way back from VPC.", "Classic（经典网络）或 VPC（专有网络）；选择 VPC 后不可改回。")
        .cite(row("The default value is CLASSIC."))
        .samples(&[
            Sample::passes(r#"{"NetworkType": "Classic"}"#),
            Sample::passes(r#"{"NetworkType": "CLASSIC"}"#),
            Sample::fails(Code::InvalidValue, r#"{"NetworkType": "Vpc"}"#),
        ]),
    Parameter::new("VpcId", Kind::String).notion(&notions::VPC)
        .label("VPC", "专有网络")
        .hint("ID of the VPC.", "专有网络（VPC）的 ID。")
        .cite(row("VPC ID"))
        .samples(&[
            Sample::passes(r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#),
            Sample::fails(Code::TypeMismatch, r#"{"NetworkType": "VPC", "VpcId": {}, "VSwitchId": "vsw-bp1"}"#),
        ]),
    Parameter::new("VSwitchId", Kind::String).notion(&notions::VSWITCH)
        .label("VSwitch", "交换机")
        .hint("ID of a vSwitch in the VPC.", "该专有网络内交换机的 ID。")
        .cite(row("VSwitch ID"))
        .samples(&[
            Sample::passes(r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#),
            Sample::fails(Code::TypeMismatch, r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": []}"#),
        ]),
    Parameter::new("PrivateIp", Kind::String).notion(&notions::ADDRESS)
        .constraint(Constraint::Ipv4)
        .label("Private IP address", "内网 IP 地址")
        .hint("IPv4 address of the new instance in its vSwitch, such as 172.16.0.10.", "新实例在交换机内的 IPv4 地址，例如 172.16.0.10。")
        .cite(row("Private IP address"))
        .samples(&[
            Sample::passes(r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1", "PrivateIp": "172.16.0.10"}"#),
            Sample::fails(Code::MalformedIp, r#"{"PrivateIp": "172.16.0"}"#),
            Sample::fails(Code::IpNotPrivate, r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1", "PrivateIp": "8.8.8.8"}"#),
        ]),
    Parameter::new("SrcDBInstanceId", Kind::String)
        .label("Source instance", "源实例")
        .hint("ID of the instance whose backup the new one starts from.", "备份集所属源实例的 ID。")
        .cite(row("this parameter indicates the ID of the instance that generates the backup set"))
        .samples(&[
            Sample::passes(r#"{"SrcDBInstanceId": "r-bp1", "BackupId": "111111111"}"#),
            Sample::fails(Code::TypeMismatch, r#"{"SrcDBInstanceId": [], "BackupId": "111111111"}"#),
        ]),
    Parameter::new("BackupId", Kind::String)
        .label("Backup set", "备份集")
        .hint("ID of the backup set that the new instance starts from.", "新实例所基于的备份集 ID。")
        .cite(row("this parameter indicates the ID of the generated backup set"))
        .samples(&[
            Sample::passes(r#"{"SrcDBInstanceId": "r-bp1", "BackupId": "111111111"}"#),
            Sample::fails(Code::TypeCoerced, r#"{"SrcDBInstanceId": "r-bp1", "BackupId": 111111111}"#),
        ]),
    Parameter::new("InstanceType", Kind::String).notion(&notions::INSTANCE_TYPE)
        .constraint(Constraint::OneOf(&["Redis", "Memcache"]))
        .default("Redis")
        .label("Instance type", "实例类型")
        .hint("Redis or Memcache.", "Redis 或 Memcache。")
        .cite(row("Instance type. Supported values: Redis and Memcache. Default value: Redis."))
        .samples(&[
            Sample::passes(r#"{"InstanceType": "Redis"}"#),
            Sample::fails(Code::InvalidValue, r#"{"InstanceType": "redis.master.small.default"}"#),
        ]),
    Parameter::new("EngineVersion", Kind::String).notion(&notions::ENGINE_VERSION)
        .constraint(Constraint::OneOf(&["2.8", "4.0"]))
        .default("2.8")
        .label("Engine version", "引擎版本")
        .hint("2.8 or 4.0.", "2.8 或 4.0。")
        .cite(row("Engine version. Supported values: 2.8 and 4.0. Default value: 2.8."))
        .samples(&[
            Sample::passes(r#"{"EngineVersion": "4.0"}"#),
            Sample::fails(Code::InvalidValue, r#"{"EngineVersion": "5.0"}"#),
            Sample::fails(Code::TypeCoerced, r#"{"EngineVersion": 4.0}"#),
        ]),
    common::version(PUBLIC),
    common::format(PUBLIC),
    common::access_key_id(PUBLIC),
    common::security_token(PUBLIC),
    common::signature(PUBLIC),
    common::signature_method(PUBLIC),
    common::signature_version(PUBLIC),
    common::signature_nonce(PUBLIC),
    common::timestamp(PUBLIC),
    common::signature_type(PUBLIC),
    common::owner("OwnerAccount", common::OWNER_ACCOUNT, PUBLIC),
    common::owner("OwnerId", common::OWNER_ID, PUBLIC),
    common::owner("ResourceOwnerAccount", common::RESOURCE_OWNER_ACCOUNT, PUBLIC),
    common::owner("ResourceOwnerId", common::RESOURCE_OWNER_ID, PUBLIC),
];

pub(super) const fn at(name: &str) -> Ref {
    Ref::to(PARAMETERS, name)
}

const RULES: &[Rule] = &[
    rule! {
        RequiredWhen at "Period" if Is("ChargeType", "PrePaid"), Absent("Period");
        because "A subscription is bought for a number of months." "预付费须指定购买月数。";
        cite row("Required if ChargeType is set to PrePaid.");
        pass r#"{"ChargeType": "PrePaid", "Period": 1}"#;
        fail r#"{"ChargeType": "PrePaid"}"#
    },
    rule! {
        IgnoredParameter at "Period" if Present("Period"), Is("ChargeType", "PostPaid");
        because "Pay-as-you-go has no payment cycle. This edition does not say what happens to Period then; the Chinese one refuses it."
                "按量付费没有付费周期。国际版文档未说明此时如何处理 Period；中文版不支持传入。";
        cite row("Payment cycle. Required if ChargeType is set to PrePaid.");
        pass r#"{"ChargeType": "PrePaid", "Period": 9}"#;
        fail r#"{"Period": 9}"#, r#"{"ChargeType": "PostPaid", "Period": 9}"#
    },
    rule! {
        IgnoredParameter at "VpcId" if Present("VpcId"), IsNot("NetworkType", "VPC");
        because "The classic network has no VPC." "经典网络没有 VPC。";
        cite row("The default value is CLASSIC.");
        fix RuleFix::Add("NetworkType", "VPC");
        pass r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#;
        fail r#"{"VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#
    },
    rule! {
        IgnoredParameter at "VSwitchId" if Present("VSwitchId"), IsNot("NetworkType", "VPC");
        because "The classic network has no vSwitch." "经典网络没有交换机。";
        cite row("The default value is CLASSIC.");
        fix RuleFix::Add("NetworkType", "VPC");
        pass r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#;
        fail r#"{"NetworkType": "Classic", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#
    },
    rule! {
        IncompletePair at "VpcId" if Present("VpcId"), Absent("VSwitchId");
        because "The instance gets its address from a vSwitch of the VPC." "实例的地址来自该 VPC 内的交换机。";
        cite row("VSwitch ID");
        pass r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#;
        fail r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1"}"#
    },
    rule! {
        IncompletePair at "VSwitchId" if Present("VSwitchId"), Absent("VpcId");
        because "A vSwitch belongs to a VPC." "交换机属于某个 VPC。";
        cite row("VPC ID");
        pass r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#;
        fail r#"{"NetworkType": "VPC", "VSwitchId": "vsw-bp1"}"#
    },
    rule! {
        IncompletePair at "SrcDBInstanceId" if Present("SrcDBInstanceId"), Absent("BackupId");
        because "The new instance starts from one backup set of the source instance." "新实例基于源实例的某个备份集创建。";
        cite row("Query the value of BackupId by calling DescribeBackups.");
        pass r#"{"SrcDBInstanceId": "r-bp1", "BackupId": "111111111"}"#;
        fail r#"{"SrcDBInstanceId": "r-bp1"}"#
    },
    rule! {
        IncompletePair at "BackupId" if Present("BackupId"), Absent("SrcDBInstanceId");
        because "A backup set belongs to the instance that it was made of." "备份集属于其源实例。";
        cite row("this parameter indicates the ID of the instance that generates the backup set");
        pass r#"{"SrcDBInstanceId": "r-bp1", "BackupId": "111111111"}"#;
        fail r#"{"BackupId": "111111111"}"#
    },
    rule! {
        VpcUnspecified at "NetworkType" if Is("NetworkType", "VPC"), Absent("VpcId"), Absent("VSwitchId");
        because "The console's purchase page asks for the vSwitch; here nothing says where the instance goes."
                "控制台购买页要求选择交换机；此处没有任何参数说明实例的位置。";
        cite page("A VSwitch is the basic network module for you to build a VPC.");
        pass r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#;
        fail r#"{"NetworkType": "VPC"}"#
    },
    rule! {
        IpWithoutVswitch at "PrivateIp" if Valid("PrivateIp"), Absent("VSwitchId");
        because "A private address is one of a vSwitch." "内网地址属于某个交换机。";
        cite row("Private IP address");
        pass r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1", "PrivateIp": "10.0.0.1"}"#;
        fail r#"{"PrivateIp": "10.0.0.1"}"#
    },
    #[cfg(feature = "editions")]
    rule! {
        UnlikelyValue as Info at "RegionId" if Passes(&tests::UNLIKE_A_REGION, "RegionId");
        because "IDs of regions are written like cn-hangzhou or ap-southeast-1" "地域 ID 的写法形如 cn-hangzhou 或 ap-southeast-1";
        cite row("Region of the applied ApsaraDB for Redis instance.");
        pass r#"{"RegionId": "ap-southeast-1"}"#;
        fail r#"{"RegionId": "hangzhou"}"#, r#"{"RegionId": "CN-Hangzhou"}"#
    },
    rule! {
        ZoneOutsideRegion at "ZoneId" if NotWithin("ZoneId", "RegionId");
        because "The zone is a lower level of the region." "可用区是地域的下一级。";
        cite row("Lower-level zone of the RegionId.");
        pass r#"{"ZoneId": "cn-hangzhou-e"}"#;
        fail r#"{"ZoneId": "cn-beijing-a"}"#
    },
    rule! {
        ClassTypeMismatch at "InstanceClass" if StartsWith("InstanceClass", common::REDIS_CLASSES), Is("InstanceType", "Memcache");
        because "redis and tair classes are for Redis instances." "redis 和 tair 开头的规格用于 Redis 实例。";
        cite row("Type of the applied ApsaraDB for Redis instance.");
        pass r#"{"InstanceType": "Redis"}"#;
        fail r#"{"InstanceType": "Memcache"}"#
    },
    rule! {
        ClassTypeMismatch at "InstanceClass" if StartsWith("InstanceClass", common::MEMCACHE_CLASSES), Is("InstanceType", "Redis");
        because "memcache classes are for Memcache instances; Redis is the default type." "memcache 开头的规格用于 Memcache 实例；默认类型为 Redis。";
        cite row("Instance type. Supported values: Redis and Memcache. Default value: Redis.");
        pass r#"{"InstanceClass": "memcache.master.small.default", "InstanceType": "Memcache"}"#;
        fail r#"{"InstanceClass": "memcache.master.small.default"}"#
    },
    rule! {
        SwappedIdentifiers at "VpcId" if StartsWith("VpcId", &["vsw-"]);
        because "it is the identifier of a vSwitch" "这是交换机的标识符";
        cite row("VPC");
        pass r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#;
        fail r#"{"NetworkType": "VPC", "VpcId": "vsw-bp1", "VSwitchId": "vsw-bp1"}"#
    },
    rule! {
        SwappedIdentifiers at "VSwitchId" if StartsWith("VSwitchId", &["vpc-"]);
        because "it is the identifier of a VPC" "这是专有网络的标识符";
        cite row("VSwitch");
        pass r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#;
        fail r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vpc-bp1"}"#
    },
    rule! {
        SecretInSpec at "Signature" if Present("Signature");
        because "A signature is made anew for each request." "签名在每次请求时重新生成。";
        cite PUBLIC;
        pass r#"{"Signature": null}"#;
        fail r#"{"Signature": "sample"}"#
    },
    rule! {
        SecretInSpec at "SecurityToken" if Present("SecurityToken");
        because "A security token lets whoever has it act in your name." "持有安全令牌的人可以您的身份操作。";
        cite PUBLIC;
        pass r#"{"SecurityToken": null}"#;
        fail r#"{"SecurityToken": "sample"}"#
    },
    rule! {
        DefaultApplied at "EngineVersion" if Absent("EngineVersion");
        because "The default is the oldest engine that the document lists." "默认值是文档所列最旧的引擎版本。";
        cite row("Engine version. Supported values: 2.8 and 4.0. Default value: 2.8.");
        pass r#"{"EngineVersion": "4.0"}"#;
        fail r#"{"EngineVersion": null}"#
    },
    rule! {
        DefaultApplied at "NetworkType" if Absent("NetworkType");
        because "The purchase page recommends VPC; the API's default is the classic network." "购买页推荐专有网络，而 API 默认为经典网络。";
        cite row("The default value is CLASSIC.");
        pass r#"{"NetworkType": "Classic"}"#;
        fail r#"{"NetworkType": null}"#
    },
    rule! {
        NoIdempotencyToken at "Token" if Absent("Token");
        because "Without a Token the provider cannot tell a repetition from a second order." "没有 Token，服务商无法区分重试与第二个订单。";
        cite row("This parameter is used to guarantee the idempotence of the request.");
        pass r#"{"Token": "0c593ea1"}"#;
        fail r#"{"Token": null}"#
    },
    rule! {
        PlaintextPassword at "Password" if Present("Password");
        because "Whoever can read the order can read the password." "能读取订单的人都能读到密码。";
        cite page("The connection password can be set after creating the instance");
        pass r#"{"Password": null}"#;
        fail r#"{"Password": "Qa123456"}"#
    },
    rule! {
        OneWayChoice at "ChargeType" if Is("ChargeType", "PrePaid");
        because "a subscription can never be turned back into pay-as-you-go" "包年包月不能改回按量付费";
        cite page("you cannot switch the billing method from subscription to Pay-As-You-Go");
        pass r#"{"ChargeType": "PostPaid"}"#;
        fail r#"{"ChargeType": "PrePaid", "Period": 1}"#
    },
    rule! {
        OneWayChoice at "NetworkType" if Is("NetworkType", "VPC");
        because "an instance can never go back from a VPC to the classic network" "专有网络不能改回经典网络";
        cite page("you cannot change the network type of ApsaraDB for Redis instance from VPC to classic network");
        pass r#"{"NetworkType": "Classic"}"#;
        fail r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#
    },
    rule! {
        OneWayChoice at "RegionId" if Valid("RegionId");
        because "the region of an instance can never be changed" "实例的地域不能更改";
        cite page("You cannot change the region after you purchase the instance.");
        pass r#"{"RegionId": []}"#;
        fail r#"{"RegionId": "cn-hangzhou"}"#
    },
    rule! {
        MetadataOverhead at "InstanceClass" if Valid("InstanceClass"), Passes(&overhead::TOLD_BY_CLASS, "InstanceClass"), Is("InstanceType", "Redis");
        because "A metadatabase takes part of the memory that the class names." "元数据库会占用规格所标内存的一部分。";
        cite page("After you create an instance, a metadatabase is generated and occupies a low amount of storage space.");
        pass r#"{"InstanceClass": "tair.rdb.1g"}"#;
        fail r#"{"InstanceClass": "redis.master.small.default"}"#
    },
];

static REQUEST: Object = Object::new(PARAMETERS, RULES).with_packs(super::packs::older::INTL);

/// `CreateInstance`, international edition.
pub static PROFILE: Profile = Profile {
    id: "alibaba.create-instance.intl",
    title: Bilingual::new(
        "Alibaba Cloud CreateInstance, international edition",
        "阿里云 CreateInstance（国际版）",
    ),
    operation: "CreateInstance",
    document: DOCUMENT,
    edition: Bilingual::new("international edition", "国际版"),
    since: "",
    supersedes: None,
    notions: notions::NOTIONS,
    context_rules: beyond::CONTEXT_RULES,
    change_rules: beyond::CHANGE_RULES,
    aliases: common::ALIASES,
    gone: &[],
    wire: Wire::QUERY,
    request: &REQUEST,
    provider_codes: None,
    sample: r#"{"RegionId": "cn-hangzhou", "InstanceClass": "redis.master.small.default"}"#,
};
