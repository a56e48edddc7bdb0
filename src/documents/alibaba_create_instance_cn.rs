//! `CreateInstance` of R-kvstore, Chinese edition: `002_06e0b8b2fbd28766.txt`.

use super::common::{self, page, rule};
use crate::diagnostic::Code;
#[cfg(feature = "editions")]
use crate::documents::class_tests as tests;
use crate::documents::{beyond, notions, overhead};
use crate::profile::{
    Bilingual, Citation, Constraint, Kind, NameCharacters, NameRule, Object, Parameter, Profile,
    ProviderCodes, Ref, Rule, RuleFix, Sample, Wire,
};

const DOCUMENT: &str = crate::documents::titles::CHINESE;

/// A row of the table of request parameters.
pub(super) const fn row(quote: &'static str) -> Citation {
    Citation::new(DOCUMENT, "请求参数", quote)
}

const PUBLIC: Citation = Citation::new(DOCUMENT, "示例", "公共请求参数");

/// What the console's page and this edition both call a name.
pub(super) const NAME: NameRule = NameRule {
    min: 2,
    max: 128,
    starts_with_letter: true,
    characters: NameCharacters::Except("@/:=\"“”<>{[]}"),
};

/// The batch operation's document, on auto-renewal.
const CREATE_INSTANCES: Citation = Citation::new(
    crate::documents::titles::BATCH,
    "Request parameters",
    "This parameter is valid only when ChargeType is set to PrePaid in Instances.",
);

const PARAMETERS: &[Parameter] = &[
    Parameter::new("Action", Kind::String)
        .required_on_wire()
        .common()
        .constraint(Constraint::OneOf(&["CreateInstance"]))
        .label("Operation", "操作")
        .hint("CreateInstance; goes without saying in a form or a JSON order.", "CreateInstance；在表单或 JSON 订单中可省略。")
        .cite(row("系统规定参数，取值：CreateInstance。"))
        .samples(&[
            Sample::passes(r#"{"Action": "CreateInstance"}"#),
            Sample::fails(Code::InvalidValue, r#"{"Action": "createInstance"}"#),
        ]),
    Parameter::new("RegionId", Kind::String).notion(&notions::REGION)
        .required()
        .label("Region", "地域")
        .hint("ID of the region, such as cn-hangzhou; it can never be changed.", "地域 ID，例如 cn-hangzhou；创建后不可更改。")
        .cite(row("使用此参数指定要创建实例的地域"))
        .samples(&[
            Sample::passes(r#"{"RegionId": "cn-hangzhou"}"#),
            Sample::fails(Code::RequiredParameter, r#"{"RegionId": null}"#),
        ]),
    Parameter::new("InstanceClass", Kind::String).notion(&notions::CLASS)
        .constraint(Constraint::InstanceClass)
        .label("Instance class", "实例规格")
        .hint("From the table of instance classes, such as redis.master.small.default; or give a capacity.", "见实例规格表，例如 redis.master.small.default；也可改填容量。")
        .cite(row("调用此接口需至少传递Capacity或InstanceClass中的一个参数。"))
        .samples(&[
            Sample::passes(r#"{"InstanceClass": "redis.master.small.default"}"#),
            Sample::fails(Code::StrayWhitespace, r#"{"InstanceClass": "redis.master. small.default"}"#),
        ]),
    Parameter::new("Capacity", Kind::Long)
        .constraint(Constraint::Range { min: 1, max: None })
        .label("Capacity", "存储容量")
        .hint("Memory in MB, such as 16384; or give an instance class.", "单位为 MB，例如 16384；也可改填实例规格。")
        .cite(row("实例的存储容量，单位为MB。"))
        .samples(&[
            Sample::passes(r#"{"Capacity": 16384}"#),
            Sample::passes(r#"{"Capacity": "1", "InstanceClass": null}"#),
            Sample::fails(Code::OutOfRange, r#"{"Capacity": 0}"#),
            Sample::fails(Code::InvalidValue, r#"{"Capacity": "16 GB"}"#),
        ]),
    common::access_key_id(row("阿里云颁发给用户的访问服务所用的密钥ID。")).typed(Kind::String),
    Parameter::new("Token", Kind::String)
        .constraint(Constraint::Token { max: 64 })
        .label("Idempotency token", "幂等 Token")
        .hint("At most 64 ASCII characters, different for every request; a UUID will do.", "不超过 64 个 ASCII 字符，每个请求不同；可使用 UUID。")
        .cite(row("大小写敏感、不超过64个ASCII字符"))
        .provider_code("InvalidToken.Malformed")
        .samples(&[
            Sample::passes(r#"{"Token": "0c593ea1-3bea-11e9-b96b-88e9fe637760"}"#),
            Sample::fails(Code::TokenLength, r#"{"Token": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}"#),
            Sample::fails(Code::TokenNotAscii, r#"{"Token": "令牌"}"#),
        ]),
    Parameter::new("InstanceName", Kind::String).notion(&notions::INSTANCE_NAME)
        .constraint(Constraint::Name(NAME))
        .label("Instance name", "实例名称")
        .hint(
            "2 to 128 characters, beginning with a letter or a Chinese character; no space and none of @ / : = \" < > { [ ] }.",
            "2 到 128 个字符，以大小写字母或中文开头，不支持空格和 @ / : = \" < > { [ ] }。",
        )
        .cite(row("名称为2-128个字符，以大小写字母或中文开头，不支持字符`@/:=”<>{[]}`和空格。"))
        .provider_code("InvalidInstanceName.Malformed")
        .samples(&[
            Sample::passes(r#"{"InstanceName": "缓存01"}"#),
            Sample::fails(Code::NameLength, r#"{"InstanceName": "名"}"#),
            Sample::fails(Code::NameFirstCharacter, r#"{"InstanceName": "_cache"}"#),
            Sample::fails(Code::NameForbiddenCharacter, r#"{"InstanceName": "cache@1"}"#),
            Sample::fails(Code::LengthAmbiguous, r#"{"InstanceName": "a𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀"}"#),
            Sample::fails(Code::InvisibleCharacter, r#"{"InstanceName": "a\u200bb"}"#),
        ]),
    Parameter::new("Password", Kind::String)
        .constraint(Constraint::Password(common::PASSWORD))
        .secret()
        .label("Password", "密码")
        .hint(
            "8 to 32 characters of at least three kinds: uppercase, lowercase, digits, special characters ! @ # $ % ^ & * ( ) _ + - =.",
            "8 到 32 位，须包含大写字母、小写字母、数字和特殊字符 ! @ # $ % ^ & * ( ) _ + - = 中的至少三种。",
        )
        .cite(row("长度为8－32位，需包含大写字母、小写字母、特殊字符和数字中的至少三种，允许的特殊字符包括`!@#$%^&*()_+-=`。"))
        .provider_code("InvalidPassword.Malformed")
        .samples(&[
            Sample::passes(r#"{"Password": "Pass!123456"}"#),
            Sample::fails(Code::PasswordLength, r#"{"Password": "Pass!12"}"#),
            Sample::fails(Code::PasswordForbiddenCharacter, r#"{"Password": "Acfr5xxx,.xxx"}"#),
            Sample::fails(Code::PasswordCharacterClasses, r#"{"Password": "password1"}"#),
        ]),
    Parameter::new("ZoneId", Kind::String).notion(&notions::ZONE)
        .label("Zone", "可用区")
        .hint("ID of a zone in the region, such as cn-hangzhou-e.", "该地域内的可用区 ID，例如 cn-hangzhou-e。")
        .cite(row("使用此参数指定要创建实例的可用区"))
        .samples(&[
            Sample::passes(r#"{"ZoneId": "cn-hongkong-b"}"#),
            Sample::fails(Code::EmptyValue, r#"{"ZoneId": ""}"#),
        ]),
    Parameter::new("Config", Kind::JsonObject)
        .constraint(Constraint::Config(common::CONFIG))
        .label("Settings", "参数配置")
        .hint("Redis settings as a JSON object in a string, such as {\"EvictionPolicy\":\"volatile-lru\"}.", "JSON 格式字符串形式的 Redis 参数，例如 {\"EvictionPolicy\":\"volatile-lru\"}。")
        .cite(row("实例的详细配置，为JSON格式的字符串"))
        .samples(&[
            Sample::passes(r#"{"Config": "{\"EvictionPolicy\":\"volatile-lru\",\"hash-max-ziplist-entries\":512}"}"#),
            Sample::fails(Code::TypeCoerced, r#"{"Config": {"EvictionPolicy": "volatile-lru"}}"#),
            Sample::fails(Code::MalformedJson, r#"{"Config": "{EvictionPolicy: volatile-lru}"}"#),
            Sample::fails(Code::ConfigUnknownKey, r#"{"Config": "{\"evictionPolicy\":\"volatile-lru\"}"}"#),
            Sample::fails(Code::ConfigUnlikelyValue, r#"{"Config": "{\"EvictionPolicy\":\"lru\"}"}"#),
            Sample::fails(Code::ConfigUnlikelyValue, r#"{"Config": "{\"set-max-intset-entries\":-1}"}"#),
        ]),
    Parameter::new("ChargeType", Kind::String).notion(&notions::BILLING)
        .constraint(Constraint::OneOf(&["PrePaid", "PostPaid"]))
        .default("PostPaid")
        .label("Billing method", "付费类型")
        .hint("PrePaid (subscription) or PostPaid (pay-as-you-go).", "PrePaid（预付费）或 PostPaid（按量付费）。")
        .cite(row("默认为PostPaid。"))
        .samples(&[
            Sample::passes(r#"{"ChargeType": "PostPaid"}"#),
            Sample::fails(Code::InvalidValue, r#"{"ChargeType": "Prepaid"}"#),
        ]),
    Parameter::new("NodeType", Kind::String).notion(&notions::NODE_TYPE)
        .constraint(Constraint::OneOf(&["STAND_ALONE", "MASTER_SLAVE"]))
        .default("MASTER_SLAVE")
        .label("Node type", "节点类型")
        .hint("STAND_ALONE (one node) or MASTER_SLAVE (with a replica).", "STAND_ALONE（单节点）或 MASTER_SLAVE（多节点）。")
        .cite(row("默认值为MASTER_SLAVE。"))
        .samples(&[
            Sample::passes(r#"{"NodeType": "STAND_ALONE"}"#),
            Sample::fails(Code::InvalidValue, r#"{"NodeType": "STANDALONE"}"#),
        ]),
    Parameter::new("NetworkType", Kind::String).notion(&notions::NETWORK)
        .constraint(Constraint::OneOf(&["CLASSIC", "VPC"]))
        .default("CLASSIC")
        .label("Network type", "网络类型")
        .hint("CLASSIC or VPC; there is no way back from VPC.", "CLASSIC（经典网络）或 VPC（专有网络）；选择 VPC 后不可改回。")
        .cite(row("默认为经典网络。"))
        .samples(&[
            Sample::passes(r#"{"NetworkType": "CLASSIC"}"#),
            Sample::fails(Code::InvalidValue, r#"{"NetworkType": "Classic"}"#),
        ]),
    Parameter::new("VpcId", Kind::String).notion(&notions::VPC)
        .label("VPC", "专有网络")
        .hint("ID of the VPC.", "专有网络（VPC）的 ID。")
        .cite(row("VPC网络的ID。"))
        .samples(&[
            Sample::passes(r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#),
            Sample::fails(Code::TypeMismatch, r#"{"NetworkType": "VPC", "VpcId": {}, "VSwitchId": "vsw-bp1"}"#),
        ]),
    Parameter::new("VSwitchId", Kind::String).notion(&notions::VSWITCH)
        .label("VSwitch", "交换机")
        .hint("ID of a vSwitch in the VPC.", "该专有网络内交换机的 ID。")
        .cite(row("虚拟交换机的ID。"))
        .samples(&[
            Sample::passes(r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#),
            Sample::fails(Code::TypeMismatch, r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": []}"#),
        ]),
    Parameter::new("Period", Kind::String).notion(&notions::DURATION)
        .constraint(Constraint::Integers(common::MONTHS))
        .label("Subscription period", "付费周期")
        .hint("Months: 1-9, 12, 24 or 36. With PrePaid only.", "单位为月：1-9、12、24、36，仅用于预付费。")
        .cite(row("单位为月，可选值：1-9，12，24，36 。"))
        .samples(&[
            Sample::passes(r#"{"ChargeType": "PrePaid", "Period": "12"}"#),
            Sample::fails(Code::InvalidValue, r#"{"ChargeType": "PrePaid", "Period": "10"}"#),
            Sample::fails(Code::TypeCoerced, r#"{"ChargeType": "PrePaid", "Period": 12}"#),
        ]),
    Parameter::new("BusinessInfo", Kind::String)
        .prose()
        .label("Business information", "业务信息")
        .hint("ID of an activity, or other business information.", "活动 ID 或业务信息。")
        .cite(row("活动ID、业务信息。"))
        .samples(&[
            Sample::passes(r#"{"BusinessInfo": "000000000"}"#),
            Sample::fails(Code::TypeCoerced, r#"{"BusinessInfo": 0}"#),
        ]),
    Parameter::new("CouponNo", Kind::String)
        .prose()
        .default("youhuiquan_promotion_option_id_for_blank")
        .label("Coupon code", "优惠码")
        .hint("Number of a coupon.", "优惠码。")
        .cite(row("优惠码，默认值为：youhuiquan_promotion_option_id_for_blank。"))
        .samples(&[
            Sample::passes(r#"{"CouponNo": "youhuiquan_promotion_option_id_for_blank"}"#),
            Sample::fails(Code::TypeMismatch, r#"{"CouponNo": []}"#),
        ]),
    Parameter::new("SrcDBInstanceId", Kind::String)
        .label("Source instance", "源实例")
        .hint("ID of the instance whose backup the new one starts from.", "备份集所属源实例的 ID。")
        .cite(row("则在此参数中传递源实例的ID。"))
        .samples(&[
            Sample::passes(r#"{"SrcDBInstanceId": "r-bp1", "BackupId": "111111111"}"#),
            Sample::fails(Code::TypeMismatch, r#"{"SrcDBInstanceId": [], "BackupId": "111111111"}"#),
        ]),
    Parameter::new("BackupId", Kind::String)
        .label("Backup set", "备份集")
        .hint("ID of the backup set that the new instance starts from.", "新实例所基于的备份集 ID。")
        .cite(row("则在此参数中传递源实例的备份集ID。"))
        .samples(&[
            Sample::passes(r#"{"SrcDBInstanceId": "r-bp1", "BackupId": "111111111"}"#),
            Sample::fails(Code::TypeCoerced, r#"{"SrcDBInstanceId": "r-bp1", "BackupId": 111111111}"#),
        ]),
    Parameter::new("InstanceType", Kind::String).notion(&notions::INSTANCE_TYPE)
        .constraint(Constraint::OneOf(&["Redis", "Memcache"]))
        .default("Redis")
        .label("Instance type", "实例类型")
        .hint("Redis or Memcache.", "Redis 或 Memcache。")
        .cite(row("默认为Redis。"))
        .samples(&[
            Sample::passes(r#"{"InstanceType": "Redis"}"#),
            Sample::fails(Code::InvalidValue, r#"{"InstanceType": "redis"}"#),
        ]),
    Parameter::new("EngineVersion", Kind::String).notion(&notions::ENGINE_VERSION)
        .constraint(Constraint::OneOf(&["2.8", "4.0", "5.0"]))
        .default("2.8")
        .label("Engine version", "引擎版本")
        .hint("2.8, 4.0 or 5.0.", "2.8、4.0 或 5.0。")
        .cite(row("默认值为2.8。"))
        .samples(&[
            Sample::passes(r#"{"EngineVersion": "5.0"}"#),
            Sample::fails(Code::InvalidValue, r#"{"EngineVersion": "5"}"#),
            Sample::fails(Code::TypeCoerced, r#"{"EngineVersion": 5.0}"#),
        ]),
    Parameter::new("PrivateIpAddress", Kind::String).notion(&notions::ADDRESS)
        .constraint(Constraint::Ipv4)
        .label("Private IP address", "内网 IP 地址")
        .hint("IPv4 address in the range of the vSwitch, such as 172.16.0.10.", "交换机网段内的 IPv4 地址，例如 172.16.0.10。")
        .cite(row("内网IP需在实例所属的交换机网段内。"))
        .samples(&[
            Sample::passes(r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1", "PrivateIpAddress": "172.16.0.10"}"#),
            Sample::fails(Code::MalformedIp, r#"{"PrivateIpAddress": "172.16.0.256"}"#),
            Sample::fails(Code::IpNotPrivate, r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1", "PrivateIpAddress": "172.32.0.1"}"#),
        ]),
    Parameter::new("AutoRenew", Kind::String)
        .constraint(Constraint::Boolean)
        .default("false")
        .label("Auto-renewal", "自动续费")
        .hint("true or false. With PrePaid only.", "true 或 false，仅用于预付费。")
        .cite(row("是否开启自动续费"))
        .samples(&[
            Sample::passes(r#"{"ChargeType": "PrePaid", "Period": "1", "AutoRenew": "true", "AutoRenewPeriod": "1"}"#),
            Sample::fails(Code::InvalidValue, r#"{"AutoRenew": "True"}"#),
            Sample::fails(Code::TypeCoerced, r#"{"AutoRenew": false}"#),
        ]),
    Parameter::new("AutoRenewPeriod", Kind::String)
        .constraint(Constraint::Integers(&[1, 2, 3, 6, 12]))
        .label("Auto-renewal period", "自动续费周期")
        .hint("Months: 1, 2, 3, 6 or 12. With auto-renewal only.", "单位为月：1、2、3、6、12，仅在开启自动续费时填写。")
        .cite(row("自动续费周期，单位为月"))
        .samples(&[
            Sample::passes(r#"{"ChargeType": "PrePaid", "Period": "1", "AutoRenew": "true", "AutoRenewPeriod": "6"}"#),
            Sample::fails(Code::InvalidValue, r#"{"ChargeType": "PrePaid", "Period": "1", "AutoRenew": "true", "AutoRenewPeriod": "4"}"#),
        ]),
    Parameter::new("AutoUseCoupon", Kind::String)
        .constraint(Constraint::Boolean)
        .default("false")
        .label("Use coupons", "使用代金券")
        .hint("true or false.", "true 或 false。")
        .cite(row("是否使用代金券"))
        .samples(&[
            Sample::passes(r#"{"AutoUseCoupon": "true"}"#),
            Sample::fails(Code::InvalidValue, r#"{"AutoUseCoupon": "yes"}"#),
        ]),
    common::version(PUBLIC),
    common::format(PUBLIC),
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
        RequiredOneOf if Absent("Capacity"), Absent("InstanceClass");
        because "The provider finds the size of the instance from its class or from its capacity." "服务商根据实例规格或容量确定实例大小。";
        cite row("调用此接口需至少传递Capacity或InstanceClass中的一个参数。");
        pass r#"{"InstanceClass": null, "Capacity": 1024}"#;
        fail r#"{"InstanceClass": null}"#
    },
    rule! {
        RequiredWhen at "AutoRenewPeriod" if Is("AutoRenew", "true"), Absent("AutoRenewPeriod");
        because "Auto-renewal needs to know for how long." "自动续费须指定每次续费的时长。";
        cite row("当AutoRenew为true时该参数必选。");
        pass r#"{"ChargeType": "PrePaid", "Period": "1", "AutoRenew": "true", "AutoRenewPeriod": "3"}"#;
        fail r#"{"ChargeType": "PrePaid", "Period": "1", "AutoRenew": "true"}"#
    },
    rule! {
        IgnoredParameter at "AutoRenewPeriod" if Present("AutoRenewPeriod"), IsNot("AutoRenew", "true");
        because "Nothing is renewed without auto-renewal." "未开启自动续费时不会续费。";
        cite row("当AutoRenew为true时该参数必选。");
        pass r#"{"ChargeType": "PrePaid", "Period": "1", "AutoRenew": "true", "AutoRenewPeriod": "3"}"#;
        fail r#"{"AutoRenewPeriod": "3"}"#, r#"{"AutoRenew": "false", "AutoRenewPeriod": "3"}"#
    },
    rule! {
        IgnoredParameter at "AutoRenew" if Is("AutoRenew", "true"), Is("ChargeType", "PostPaid");
        because "Only a subscription is renewed; the batch operation's document says so." "只有预付费实例才会续费；批量创建的文档对此有说明。";
        cite CREATE_INSTANCES;
        pass r#"{"ChargeType": "PrePaid", "Period": "1", "AutoRenew": "true", "AutoRenewPeriod": "3"}"#;
        fail r#"{"AutoRenew": "true", "AutoRenewPeriod": "3"}"#
    },
    rule! {
        RequiredWhen at "Period" if Is("ChargeType", "PrePaid"), Absent("Period");
        because "A subscription is bought for a number of months." "预付费须指定购买月数。";
        cite row("ChargeType（付费类型）为PrePaid时为必选参数");
        pass r#"{"ChargeType": "PrePaid", "Period": "1"}"#;
        fail r#"{"ChargeType": "PrePaid"}"#
    },
    rule! {
        NotApplicable at "Period" if Present("Period"), Is("ChargeType", "PostPaid");
        because "Pay-as-you-go has no payment cycle, and is the default." "按量付费没有付费周期，且为默认付费类型。";
        cite row("付费类型为PostPaid时不支持传入此参数。");
        pass r#"{"ChargeType": "PrePaid", "Period": "9"}"#;
        fail r#"{"Period": "9"}"#, r#"{"ChargeType": "PostPaid", "Period": "9"}"#
    },
    rule! {
        IgnoredParameter at "VpcId" if Present("VpcId"), IsNot("NetworkType", "VPC");
        because "The classic network has no VPC." "经典网络没有 VPC。";
        cite row("默认为经典网络。");
        fix RuleFix::Add("NetworkType", "VPC");
        pass r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#;
        fail r#"{"VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#
    },
    rule! {
        IgnoredParameter at "VSwitchId" if Present("VSwitchId"), IsNot("NetworkType", "VPC");
        because "The classic network has no vSwitch." "经典网络没有交换机。";
        cite row("默认为经典网络。");
        fix RuleFix::Add("NetworkType", "VPC");
        pass r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#;
        fail r#"{"NetworkType": "CLASSIC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#
    },
    rule! {
        IncompletePair at "VpcId" if Present("VpcId"), Absent("VSwitchId");
        because "The instance gets its address from a vSwitch of the VPC." "实例的地址来自该 VPC 内的交换机。";
        cite row("虚拟交换机的ID。");
        pass r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#;
        fail r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1"}"#
    },
    rule! {
        IncompletePair at "VSwitchId" if Present("VSwitchId"), Absent("VpcId");
        because "A vSwitch belongs to a VPC." "交换机属于某个 VPC。";
        cite row("VPC网络的ID。");
        pass r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#;
        fail r#"{"NetworkType": "VPC", "VSwitchId": "vsw-bp1"}"#
    },
    rule! {
        IncompletePair at "SrcDBInstanceId" if Present("SrcDBInstanceId"), Absent("BackupId");
        because "The new instance starts from one backup set of the source instance." "新实例基于源实例的某个备份集创建。";
        cite row("则在此参数中传递源实例的备份集ID。");
        pass r#"{"SrcDBInstanceId": "r-bp1", "BackupId": "111111111"}"#;
        fail r#"{"SrcDBInstanceId": "r-bp1"}"#
    },
    rule! {
        IncompletePair at "BackupId" if Present("BackupId"), Absent("SrcDBInstanceId");
        because "A backup set belongs to the instance that it was made of." "备份集属于其源实例。";
        cite row("则在此参数中传递源实例的ID。");
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
        IpWithoutVswitch at "PrivateIpAddress" if Valid("PrivateIpAddress"), Absent("VSwitchId");
        because "The address has to lie in the range of the instance's vSwitch." "该地址须在实例所属的交换机网段内。";
        cite row("内网IP需在实例所属的交换机网段内。");
        pass r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1", "PrivateIpAddress": "10.0.0.1"}"#;
        fail r#"{"PrivateIpAddress": "10.0.0.1"}"#
    },
    #[cfg(feature = "editions")]
    rule! {
        UnlikelyValue as Info at "RegionId" if Passes(&tests::UNLIKE_A_REGION, "RegionId");
        because "IDs of regions are written like cn-hangzhou or ap-southeast-1" "地域 ID 的写法形如 cn-hangzhou 或 ap-southeast-1";
        cite row("使用此参数指定要创建实例的地域");
        pass r#"{"RegionId": "ap-southeast-1"}"#;
        fail r#"{"RegionId": "hangzhou"}"#, r#"{"RegionId": "CN-Hangzhou"}"#
    },
    rule! {
        ZoneOutsideRegion at "ZoneId" if NotWithin("ZoneId", "RegionId");
        because "The zone is a lower level of the region." "可用区是地域的下一级。";
        cite row("使用此参数指定要创建实例的可用区");
        pass r#"{"ZoneId": "cn-hongkong-b"}"#;
        fail r#"{"ZoneId": "cn-beijing-a"}"#
    },
    rule! {
        ClassTypeMismatch at "InstanceClass" if StartsWith("InstanceClass", common::REDIS_CLASSES), Is("InstanceType", "Memcache");
        because "redis and tair classes are for Redis instances." "redis 和 tair 开头的规格用于 Redis 实例。";
        cite row("实例的规格，详细信息请参见");
        pass r#"{"InstanceType": "Redis"}"#;
        fail r#"{"InstanceType": "Memcache"}"#
    },
    rule! {
        ClassTypeMismatch at "InstanceClass" if StartsWith("InstanceClass", common::MEMCACHE_CLASSES), Is("InstanceType", "Redis");
        because "memcache classes are for Memcache instances; Redis is the default type." "memcache 开头的规格用于 Memcache 实例；默认类型为 Redis。";
        cite row("默认为Redis。");
        pass r#"{"InstanceClass": "memcache.master.small.default", "InstanceType": "Memcache"}"#;
        fail r#"{"InstanceClass": "memcache.master.small.default"}"#
    },
    rule! {
        SwappedIdentifiers at "VpcId" if StartsWith("VpcId", &["vsw-"]);
        because "it is the identifier of a vSwitch" "这是交换机的标识符";
        cite row("VPC网络的ID。");
        pass r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#;
        fail r#"{"NetworkType": "VPC", "VpcId": "vsw-bp1", "VSwitchId": "vsw-bp1"}"#
    },
    rule! {
        SwappedIdentifiers at "VSwitchId" if StartsWith("VSwitchId", &["vpc-"]);
        because "it is the identifier of a VPC" "这是专有网络的标识符";
        cite row("虚拟交换机的ID。");
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
        cite row("默认值为2.8。");
        pass r#"{"EngineVersion": "4.0"}"#;
        fail r#"{"EngineVersion": null}"#
    },
    rule! {
        DefaultApplied at "NetworkType" if Absent("NetworkType");
        because "The purchase page recommends VPC; the API's default is the classic network." "购买页推荐专有网络，而 API 默认为经典网络。";
        cite row("默认为经典网络。");
        pass r#"{"NetworkType": "CLASSIC"}"#;
        fail r#"{"NetworkType": null}"#
    },
    rule! {
        NoIdempotencyToken at "Token" if Absent("Token");
        because "Without a Token the provider cannot tell a repetition from a second order." "没有 Token，服务商无法区分重试与第二个订单。";
        cite row("用于保证请求的幂等性。");
        pass r#"{"Token": "0c593ea1"}"#;
        fail r#"{"Token": null}"#
    },
    rule! {
        PlaintextPassword at "Password" if Present("Password");
        because "Whoever can read the order can read the password." "能读取订单的人都能读到密码。";
        cite page("The connection password can be set after creating the instance");
        pass r#"{"Password": null}"#;
        fail r#"{"Password": "Pass!123456"}"#
    },
    rule! {
        OneWayChoice at "ChargeType" if Is("ChargeType", "PrePaid");
        because "a subscription can never be turned back into pay-as-you-go" "包年包月不能改回按量付费";
        cite page("you cannot switch the billing method from subscription to Pay-As-You-Go");
        pass r#"{"ChargeType": "PostPaid"}"#;
        fail r#"{"ChargeType": "PrePaid", "Period": "1"}"#
    },
    rule! {
        OneWayChoice at "NetworkType" if Is("NetworkType", "VPC");
        because "an instance can never go back from a VPC to the classic network" "专有网络不能改回经典网络";
        cite page("you cannot change the network type of ApsaraDB for Redis instance from VPC to classic network");
        pass r#"{"NetworkType": "CLASSIC"}"#;
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

static REQUEST: Object = Object::new(PARAMETERS, RULES).with_packs(super::packs::older::CN);

/// `CreateInstance`, Chinese edition.
pub static PROFILE: Profile = Profile {
    id: "alibaba.create-instance.cn",
    title: Bilingual::new(
        "Alibaba Cloud CreateInstance, Chinese edition",
        "阿里云 CreateInstance（中文版）",
    ),
    operation: "CreateInstance",
    document: DOCUMENT,
    edition: Bilingual::new("Chinese edition", "中文版"),
    since: "2019-02-01",
    supersedes: Some("alibaba.create-instance.intl"),
    notions: notions::NOTIONS,
    context_rules: beyond::CONTEXT_RULES_WITH_ADDRESS,
    change_rules: beyond::CHANGE_RULES,
    aliases: common::ALIASES,
    gone: &[],
    wire: Wire::QUERY,
    request: &REQUEST,
    provider_codes: Some(ProviderCodes {
        missing: "MissingParameter",
        token_reused: "IdempotentParameterMismatch",
    }),
    sample: r#"{"RegionId": "cn-hongkong", "InstanceClass": "redis.master.2xlarge.default", "InstanceName": "apitest"}"#,
};
