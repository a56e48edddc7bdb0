//! `CreateInstances` of R-kvstore, the batch operation, last updated 2026-03-30:
//! `003_7436a4c5b25ea7aa.txt`.

use super::common::{self, page, rule};
use crate::diagnostic::Code;
use crate::documents::{beyond, notions};
use crate::profile::{
    Bilingual, Citation, Condition, Constraint, Kind, NameCharacters, NameRule, Object, Parameter,
    Profile, ProviderCodes, Ref, Rule, Sample, Wire,
};

const DOCUMENT: &str = crate::documents::titles::BATCH;

/// A row of the tables of request parameters.
pub(super) const fn row(quote: &'static str) -> Citation {
    Citation::new(DOCUMENT, "Request parameters", quote)
}

/// The document does not list the common parameters; it speaks of signing.
const PUBLIC: Citation = Citation::new(
    DOCUMENT,
    "Try it now",
    "Try this API in OpenAPI Explorer, no manual signing needed.",
);

/// What the operation creates.
const CLASSIC_ONLY: Citation = Citation::new(
    DOCUMENT,
    "Usage notes",
    "This API supports only creating Classic Edition instances",
);

/// Parameters of the whole request.
mod request {
    use super::{
        Citation, Code, Condition, Constraint, DOCUMENT, Kind, PUBLIC, Parameter, Ref, Rule,
        Sample, common, row, rule,
    };
    use crate::documents::notions;

    pub(super) const PARAMETERS: &[Parameter] = &[
        Parameter::new("Action", Kind::String)
            .required_on_wire()
            .common()
            .constraint(Constraint::OneOf(&["CreateInstances"]))
            .label("Operation", "操作")
            .hint("CreateInstances; goes without saying in a form or a JSON order.", "CreateInstances；在表单或 JSON 订单中可省略。")
            .cite(Citation::new(DOCUMENT, "RAM authorization", "kvstore:CreateInstances"))
            .samples(&[
                Sample::passes(r#"{"Action": "CreateInstances"}"#),
                Sample::fails(Code::InvalidValue, r#"{"Action": "CreateInstance"}"#),
            ]),
        Parameter::new("Instances", Kind::JsonArray(&super::INSTANCE))
            .required()
            .label("Instances", "实例列表")
            .hint("The instances to create, as a JSON array in a string.", "要创建的实例，JSON 数组格式的字符串。")
            .cite(row("The configurations of the new instances, specified in JSON format."))
            .provider_code("InvalidInstances.Malformed")
            .samples(&[
                Sample::passes(r#"{"Instances": "[{\"RegionId\":\"cn-hangzhou\",\"izNo\":\"cn-hangzhou-b\",\"Capacity\":1024}]"}"#),
                Sample::fails(Code::RequiredParameter, r#"{"Instances": null}"#),
                Sample::fails(Code::MalformedJson, r#"{"Instances": "[{]"}"#),
                Sample::fails(Code::MalformedJson, r#"{"Instances": "{}"}"#),
                Sample::fails(Code::EmptyList, r#"{"Instances": "[]"}"#),
                Sample::fails(Code::TypeMismatch, r#"{"Instances": {}}"#),
                Sample::fails(Code::TypeCoerced, r#"{"Instances": [{"RegionId": "cn-hangzhou", "izNo": "cn-hangzhou-b", "Capacity": 1024}]}"#),
            ]),
        Parameter::new("Token", Kind::String)
            .constraint(Constraint::Token { max: 64 })
            .label("Idempotency token", "幂等 Token")
            .hint("At most 64 ASCII characters, different for every request; a UUID will do.", "不超过 64 个 ASCII 字符，每个请求不同；可使用 UUID。")
            .cite(row("The value must be unique across requests, case-sensitive, and up to 64 ASCII characters long."))
            .provider_code("InvalidToken.Malformed")
            .samples(&[
                Sample::passes(r#"{"Token": "0c593ea1-3bea-11e9-b96b-88e9fe637760"}"#),
                Sample::fails(Code::TokenLength, r#"{"Token": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}"#),
                Sample::fails(Code::TokenNotAscii, r#"{"Token": "令牌"}"#),
            ]),
        Parameter::new("AutoPay", Kind::Boolean)
            .constraint(Constraint::Boolean)
            .default("true")
            .label("Automatic payment", "自动支付")
            .hint("true or false. For PrePaid instances only.", "true 或 false，仅对预付费实例生效。")
            .cite(row("Specifies whether to enable automatic payment."))
            .samples(&[
                Sample::passes(r#"{"AutoPay": false, "Instances": "[{\"RegionId\":\"cn-hangzhou\",\"izNo\":\"cn-hangzhou-b\",\"Capacity\":1024,\"ChargeType\":\"PrePaid\",\"Period\":1}]"}"#),
                Sample::fails(Code::InvalidValue, r#"{"AutoPay": 1, "Instances": "[{\"RegionId\":\"cn-hangzhou\",\"izNo\":\"cn-hangzhou-b\",\"Capacity\":1024,\"ChargeType\":\"PrePaid\",\"Period\":1}]"}"#),
            ]),
        Parameter::new("BusinessInfo", Kind::String)
        .prose()
            .label("Business information", "业务信息")
            .hint("Additional business information.", "附加的业务信息。")
            .cite(row("Additional business information."))
            .samples(&[
                Sample::passes(r#"{"BusinessInfo": "000000"}"#),
                Sample::fails(Code::TypeCoerced, r#"{"BusinessInfo": 0}"#),
            ]),
        Parameter::new("CouponNo", Kind::String)
        .prose()
            .default("youhuiquan_promotion_option_id_for_blank")
            .label("Coupon code", "优惠码")
            .hint("Number of a coupon.", "优惠码。")
            .cite(row("The coupon code. The default value is youhuiquan_promotion_option_id_for_blank."))
            .samples(&[
                Sample::passes(r#"{"CouponNo": "youhuiquan_promotion_option_id_for_blank"}"#),
                Sample::fails(Code::StrayWhitespace, r#"{"CouponNo": " coupon"}"#),
            ]),
        Parameter::new("EngineVersion", Kind::String).notion(&notions::ENGINE_VERSION)
            .constraint(Constraint::OneOf(&["4.0", "5.0"]))
            .default("5.0")
            .label("Engine version", "引擎版本")
            .hint("4.0 or 5.0, for all instances.", "4.0 或 5.0，对所有实例生效。")
            .cite(row("Valid values: 4.0 and 5.0. The default value is 5.0."))
            .samples(&[
                Sample::passes(r#"{"EngineVersion": "4.0"}"#),
                Sample::fails(Code::InvalidValue, r#"{"EngineVersion": "2.8"}"#),
            ]),
        Parameter::new("RebuildInstance", Kind::Boolean)
            .constraint(Constraint::Boolean)
            .default("false")
            .label("Rebuild from the recycle bin", "从回收站重建")
            .hint("true or false. With a source instance in Instances only.", "true 或 false，仅在 Instances 中提供源实例时生效。")
            .cite(row("Specifies whether to rebuild an instance from the recycle bin."))
            .samples(&[
                Sample::passes(r#"{"RebuildInstance": "true", "Instances": "[{\"RegionId\":\"cn-hangzhou\",\"izNo\":\"cn-hangzhou-b\",\"Capacity\":1024,\"SrcDBInstanceId\":\"r-bp1\",\"RebuildInstance\":\"true\"}]"}"#),
                Sample::fails(Code::InvalidValue, r#"{"RebuildInstance": "yes", "Instances": "[{\"RegionId\":\"cn-hangzhou\",\"izNo\":\"cn-hangzhou-b\",\"Capacity\":1024,\"SrcDBInstanceId\":\"r-bp1\",\"RebuildInstance\":\"true\"}]"}"#),
            ]),
        Parameter::new("AutoRenew", Kind::String)
            .constraint(Constraint::Boolean)
            .default("false")
            .label("Auto-renewal", "自动续费")
            .hint("true or false. For PrePaid instances only.", "true 或 false，仅对预付费实例生效。")
            .cite(row("Specifies whether to enable auto-renewal for the instance."))
            .samples(&[
                Sample::passes(r#"{"AutoRenew": "true", "Instances": "[{\"RegionId\":\"cn-hangzhou\",\"izNo\":\"cn-hangzhou-b\",\"Capacity\":1024,\"ChargeType\":\"PrePaid\",\"Period\":1}]"}"#),
                Sample::fails(Code::InvalidValue, r#"{"AutoRenew": "yes", "Instances": "[{\"RegionId\":\"cn-hangzhou\",\"izNo\":\"cn-hangzhou-b\",\"Capacity\":1024,\"ChargeType\":\"PrePaid\",\"Period\":1}]"}"#),
                Sample::fails(Code::TypeCoerced, r#"{"AutoRenew": true, "Instances": "[{\"RegionId\":\"cn-hangzhou\",\"izNo\":\"cn-hangzhou-b\",\"Capacity\":1024,\"ChargeType\":\"PrePaid\",\"Period\":1}]"}"#),
            ]),
        Parameter::new("ResourceGroupId", Kind::String)
            .label("Resource group", "资源组")
            .hint("ID of the resource group.", "资源组 ID。")
            .cite(row("The resource group ID."))
            .samples(&[
                Sample::passes(r#"{"ResourceGroupId": "rg-resourcegroupid1"}"#),
                Sample::fails(Code::TypeMismatch, r#"{"ResourceGroupId": {}}"#),
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
        common::region_id(PUBLIC),
        common::signature_type(PUBLIC),
        common::owner("OwnerAccount", common::OWNER_ACCOUNT, PUBLIC),
        common::owner("OwnerId", common::OWNER_ID, PUBLIC),
        common::owner("ResourceOwnerAccount", common::RESOURCE_OWNER_ACCOUNT, PUBLIC),
        common::owner("ResourceOwnerId", common::RESOURCE_OWNER_ID, PUBLIC),
    ];

    const fn at(name: &str) -> Ref {
        Ref::to(PARAMETERS, name)
    }

    const PREPAID: &Condition = &Condition::Is(super::instance::at("ChargeType"), "PrePaid");
    const WITH_SOURCE: &Condition = &Condition::Present(super::instance::at("SrcDBInstanceId"));

    pub(super) const RULES: &[Rule] = &[
        rule! {
            IgnoredParameter at "AutoPay" if Present("AutoPay"), NoElement("Instances", PREPAID);
            because "Only a subscription is paid in advance." "只有预付费实例需要支付订单。";
            cite row("This parameter is valid only when ChargeType is set to PrePaid in Instances.");
            pass r#"{"AutoPay": true, "Instances": "[{\"RegionId\":\"cn-hangzhou\",\"izNo\":\"cn-hangzhou-b\",\"Capacity\":1024,\"ChargeType\":\"PrePaid\",\"Period\":1}]"}"#;
            fail r#"{"AutoPay": true}"#
        },
        rule! {
            IgnoredParameter at "AutoRenew" if Present("AutoRenew"), NoElement("Instances", PREPAID);
            because "Only a subscription is renewed." "只有预付费实例才会续费。";
            cite row("This parameter is valid only when ChargeType is set to PrePaid in Instances.");
            pass r#"{"AutoRenew": "true", "Instances": "[{\"RegionId\":\"cn-hangzhou\",\"izNo\":\"cn-hangzhou-b\",\"Capacity\":1024,\"ChargeType\":\"PrePaid\",\"Period\":1}]"}"#;
            fail r#"{"AutoRenew": "true"}"#
        },
        rule! {
            IgnoredParameter at "RebuildInstance" if Present("RebuildInstance"), NoElement("Instances", WITH_SOURCE);
            because "An instance is rebuilt from a source instance." "重建须基于源实例。";
            cite row("This parameter is valid only when SrcDBInstanceId is specified in Instances.");
            pass r#"{"RebuildInstance": true, "Instances": "[{\"RegionId\":\"cn-hangzhou\",\"izNo\":\"cn-hangzhou-b\",\"Capacity\":1024,\"SrcDBInstanceId\":\"r-bp1\",\"RebuildInstance\":\"true\"}]"}"#;
            fail r#"{"RebuildInstance": true}"#
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
            NoIdempotencyToken at "Token" if Absent("Token");
            because "Without a Token the provider cannot tell a repetition from a second order." "没有 Token，服务商无法区分重试与第二个订单。";
            cite row("A client-generated token to ensure request idempotence.");
            pass r#"{"Token": "0c593ea1"}"#;
            fail r#"{"Token": null}"#
        },
    ];
}

/// Parameters of one element of Instances. Mind the spelling of the names.
pub(super) mod instance {
    use super::{
        Code, Constraint, Kind, NameCharacters, NameRule, Parameter, Ref, Rule, Sample, common,
        page, row, rule,
    };
    #[cfg(feature = "editions")]
    use crate::documents::class_tests as tests;
    use crate::documents::{notions, overhead};

    pub(super) const PARAMETERS: &[Parameter] = &[
        Parameter::new("RegionId", Kind::String).notion(&notions::REGION)
            .required()
            .label("Region", "地域")
            .hint("ID of the region, such as cn-hangzhou; it can never be changed.", "地域 ID，例如 cn-hangzhou；创建后不可更改。")
            .cite(row("The ID of the region in which to create the instance."))
            .samples(&[
                Sample::passes(r#"{"RegionId": "cn-hangzhou"}"#),
                Sample::fails(Code::RequiredParameter, r#"{"RegionId": null}"#),
            ]),
        Parameter::new("izNo", Kind::String).notion(&notions::ZONE)
            .required()
            .label("Zone", "可用区")
            .hint("ID of the primary zone in the region, such as cn-hangzhou-b.", "该地域内主可用区的 ID，例如 cn-hangzhou-b。")
            .cite(row("The ID of the primary availability zone for the instance."))
            .samples(&[
                Sample::passes(r#"{"izNo": "cn-hangzhou-h"}"#),
                Sample::fails(Code::RequiredParameter, r#"{"izNo": null}"#),
            ]),
        Parameter::new("quantity", Kind::Integer).notion(&notions::QUANTITY)
            .constraint(Constraint::Range { min: 1, max: Some(300) })
            .default("1")
            .label("Quantity", "数量")
            .hint("1 to 300 instances.", "1 到 300 个实例。")
            .cite(row("The number of instances to create. Valid values: 1 to 300. Default value: 1."))
            .samples(&[
                Sample::passes(r#"{"quantity": 300}"#),
                Sample::passes(r#"{"quantity": "1"}"#),
                Sample::fails(Code::OutOfRange, r#"{"quantity": 301}"#),
                Sample::fails(Code::OutOfRange, r#"{"quantity": 0}"#),
                Sample::fails(Code::InvalidValue, r#"{"quantity": 1.5}"#),
            ]),
        Parameter::new("instanceType", Kind::String).notion(&notions::INSTANCE_TYPE)
            .constraint(Constraint::OneOf(&["Redis", "Memcache"]))
            .default("Redis")
            .label("Instance type", "实例类型")
            .hint("Redis or Memcache.", "Redis 或 Memcache。")
            .cite(row("Redis (default): An ApsaraDB for Tair (Redis-compatible) instance."))
            .samples(&[
                Sample::passes(r#"{"instanceType": "Redis"}"#),
                Sample::fails(Code::InvalidValue, r#"{"instanceType": "redis"}"#),
            ]),
        Parameter::new("instanceClass", Kind::String).notion(&notions::CLASS)
            .constraint(Constraint::InstanceClass)
            .label("Instance class", "实例规格")
            .hint("Such as redis.master.small.default; or give a capacity.", "例如 redis.master.small.default；也可改填容量。")
            .cite(row("You must specify either this parameter or Capacity."))
            .samples(&[
                Sample::passes(r#"{"instanceClass": "redis.logic.sharding.1g.2db.0rodb.4proxy.default"}"#),
                Sample::fails(Code::StrayWhitespace, r#"{"instanceClass": "redis.master .small.default"}"#),
            ]),
        Parameter::new("Capacity", Kind::Long)
            .constraint(Constraint::Range { min: 1, max: None })
            .label("Capacity", "存储容量")
            .hint("Memory in MB, such as 16384; or give an instance class.", "单位为 MB，例如 16384；也可改填实例规格。")
            .cite(row("The storage capacity of the instance, in MB."))
            .samples(&[
                Sample::passes(r#"{"Capacity": 16384}"#),
                Sample::fails(Code::OutOfRange, r#"{"Capacity": "0"}"#),
                Sample::fails(Code::InvalidValue, r#"{"Capacity": "016"}"#),
            ]),
        Parameter::new("EngineVersion", Kind::String).notion(&notions::ENGINE_VERSION)
            .constraint(Constraint::OneOf(&["5.0", "4.0"]))
            .default("5.0")
            .label("Engine version", "引擎版本")
            .hint("5.0 or 4.0.", "5.0 或 4.0。")
            .cite(row("The engine version of the instance."))
            .samples(&[
                Sample::passes(r#"{"EngineVersion": "4.0"}"#),
                Sample::fails(Code::InvalidValue, r#"{"EngineVersion": "2.8"}"#),
                Sample::fails(Code::TypeCoerced, r#"{"EngineVersion": 5.0}"#),
            ]),
        Parameter::new("ChargeType", Kind::String).notion(&notions::BILLING)
            .constraint(Constraint::OneOf(&["PrePaid", "PostPaid"]))
            .default("PostPaid")
            .label("Billing method", "付费类型")
            .hint("PrePaid (subscription) or PostPaid (pay-as-you-go).", "PrePaid（预付费）或 PostPaid（按量付费）。")
            .cite(row("PostPaid (default): Pay-as-you-go."))
            .samples(&[
                Sample::passes(r#"{"ChargeType": "PostPaid"}"#),
                Sample::fails(Code::InvalidValue, r#"{"ChargeType": "POSTPAID"}"#),
            ]),
        Parameter::new("Period", Kind::Long).notion(&notions::DURATION)
            .constraint(Constraint::Integers(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36, 60]))
            .label("Subscription period", "付费周期")
            .hint("Months: 1-9, 12, 24, 36 or 60. With PrePaid only.", "单位为月：1-9、12、24、36、60，仅用于预付费。")
            .cite(row("Valid values: 1 to 9, 12, 24, 36, and 60."))
            .samples(&[
                Sample::passes(r#"{"ChargeType": "PrePaid", "Period": "60"}"#),
                Sample::fails(Code::InvalidValue, r#"{"ChargeType": "PrePaid", "Period": 48}"#),
            ]),
        Parameter::new("AutoRenew", Kind::String)
            .constraint(Constraint::Boolean)
            .default("false")
            .label("Auto-renewal", "自动续费")
            .hint("true or false. With PrePaid only.", "true 或 false，仅用于预付费。")
            .cite(row("Specifies whether auto-renewal is enabled."))
            .samples(&[
                Sample::passes(r#"{"ChargeType": "PrePaid", "Period": 1, "AutoRenew": "true"}"#),
                Sample::fails(Code::InvalidValue, r#"{"ChargeType": "PrePaid", "Period": 1, "AutoRenew": "1"}"#),
            ]),
        Parameter::new("InstanceName", Kind::String).notion(&notions::INSTANCE_NAME)
            .constraint(Constraint::Name(NameRule {
                min: 2,
                max: 80,
                starts_with_letter: true,
                characters: NameCharacters::Except("@/:=<>{[]}"),
            }))
            .label("Instance name", "实例名称")
            .hint(
                "2 to 80 characters, beginning with a letter or a Chinese character; no space and none of @ / : = < > { [ ] }.",
                "2 到 80 个字符，以大小写字母或中文开头，不支持空格和 @ / : = < > { [ ] }。",
            )
            .cite(row("Must be 2 to 80 characters long and start with an uppercase or lowercase letter or a Chinese character."))
            .provider_code("InvalidInstanceName.Malformed")
            .samples(&[
                Sample::passes(r#"{"InstanceName": "say“hi”"}"#),
                Sample::fails(Code::NameLength, r#"{"InstanceName": "a"}"#),
                Sample::fails(Code::NameFirstCharacter, r#"{"InstanceName": "-a"}"#),
                Sample::fails(Code::NameForbiddenCharacter, r#"{"InstanceName": "a[0]"}"#),
                Sample::fails(Code::LengthAmbiguous, r#"{"InstanceName": "a𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀"}"#),
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
            .cite(row("Must contain at least three of the following character types: uppercase letters, lowercase letters, digits, and special characters."))
            .provider_code("InvalidPassword.Malformed")
            .samples(&[
                Sample::passes(r#"{"Password": "Pass!123456"}"#),
                Sample::fails(Code::PasswordLength, r#"{"Password": "Pass!12"}"#),
                Sample::fails(Code::PasswordForbiddenCharacter, r#"{"Password": "Pass.123456"}"#),
                Sample::fails(Code::PasswordCharacterClasses, r#"{"Password": "12345678!"}"#),
            ]),
        Parameter::new("networkType", Kind::String).notion(&notions::NETWORK)
            .constraint(Constraint::OneOf(&["VPC"]))
            .label("Network type", "网络类型")
            .hint("VPC is the only value.", "只能为 VPC。")
            .cite(row("The network type. Valid value: VPC."))
            .samples(&[
                Sample::passes(r#"{"networkType": "VPC"}"#),
                Sample::fails(Code::InvalidValue, r#"{"networkType": "CLASSIC"}"#),
            ]),
        Parameter::new("vpcId", Kind::String).notion(&notions::VPC)
            .label("VPC", "专有网络")
            .hint("ID of the VPC.", "专有网络（VPC）的 ID。")
            .cite(row("The ID of the VPC for the instance."))
            .samples(&[
                Sample::passes(r#"{"vpcId": "vpc-bp1", "vSwitchId": "vsw-bp1"}"#),
                Sample::fails(Code::ParameterCase, r#"{"VpcId": "vpc-bp1", "vSwitchId": "vsw-bp1"}"#),
            ]),
        Parameter::new("vSwitchId", Kind::String).notion(&notions::VSWITCH)
            .label("VSwitch", "交换机")
            .hint("ID of a vSwitch in the VPC.", "该专有网络内交换机的 ID。")
            .cite(row("The ID of the vSwitch that belongs to the specified VPC."))
            .samples(&[
                Sample::passes(r#"{"vpcId": "vpc-bp1", "vSwitchId": "vsw-bp1"}"#),
                Sample::fails(Code::TypeMismatch, r#"{"vpcId": "vpc-bp1", "vSwitchId": []}"#),
            ]),
        Parameter::new("NodeType", Kind::String).notion(&notions::NODE_TYPE)
            .constraint(Constraint::OneOf(&["STAND_ALONE", "MASTER_SLAVE"]))
            .default("MASTER_SLAVE")
            .label("Node type", "节点类型")
            .hint("STAND_ALONE (one node) or MASTER_SLAVE (with a replica).", "STAND_ALONE（单节点）或 MASTER_SLAVE（多节点）。")
            .cite(row("MASTER_SLAVE (default): high availability (dual-replica)."))
            .samples(&[
                Sample::passes(r#"{"NodeType": "STAND_ALONE"}"#),
                Sample::fails(Code::InvalidValue, r#"{"NodeType": "MASTER-SLAVE"}"#),
            ]),
        Parameter::new("SrcDBInstanceId", Kind::String)
            .label("Source instance", "源实例")
            .hint("ID of the instance whose backup, or which itself, the new one starts from.", "备份集所属的或待重建的源实例 ID。")
            .cite(row("The ID of the source instance."))
            .samples(&[
                Sample::passes(r#"{"SrcDBInstanceId": "r-bp1", "BackupId": "111111111"}"#),
                Sample::fails(Code::TypeMismatch, r#"{"SrcDBInstanceId": [], "BackupId": "111111111"}"#),
            ]),
        Parameter::new("BackupId", Kind::String)
            .label("Backup set", "备份集")
            .hint("ID of the backup set that the new instance starts from.", "新实例所基于的备份集 ID。")
            .cite(row("The ID of the backup set."))
            .samples(&[
                Sample::passes(r#"{"SrcDBInstanceId": "r-bp1", "BackupId": "111111111"}"#),
                Sample::fails(Code::TypeCoerced, r#"{"SrcDBInstanceId": "r-bp1", "BackupId": 111111111}"#),
            ]),
        Parameter::new("RebuildInstance", Kind::String)
            .constraint(Constraint::Boolean)
            .default("false")
            .label("Rebuild from the recycle bin", "从回收站重建")
            .hint("true or false. Needs the source instance.", "true 或 false，须提供源实例。")
            .cite(row("Specifies whether to restore the source instance from the Recycle Bin."))
            .samples(&[
                Sample::passes(r#"{"SrcDBInstanceId": "r-bp1", "RebuildInstance": "true"}"#),
                Sample::fails(Code::InvalidValue, r#"{"SrcDBInstanceId": "r-bp1", "RebuildInstance": "TRUE"}"#),
            ]),
    ];

    pub(in crate::documents) const fn at(name: &str) -> Ref {
        Ref::to(PARAMETERS, name)
    }

    /// Parameters of the whole request, seen from one instance.
    const OUTER_ENGINE_VERSION: Ref = Ref::outer(1, 6, "EngineVersion");
    pub(in crate::documents) const OUTER_AUTO_RENEW: Ref = Ref::outer(1, 8, "AutoRenew");
    const OUTER_REBUILD_INSTANCE: Ref = Ref::outer(1, 7, "RebuildInstance");

    pub(super) const RULES: &[Rule] = &[
        rule! {
            RequiredOneOf if Absent("Capacity"), Absent("instanceClass");
            because "The provider finds the size of the instance from its class or from its capacity." "服务商根据实例规格或容量确定实例大小。";
            cite row("You must specify either this parameter or Capacity.");
            pass r#"{"instanceClass": null, "Capacity": 1024}"#;
            fail r#"{"instanceClass": null}"#
        },
        rule! {
            RequiredWhen at "Period" if Is("ChargeType", "PrePaid"), Absent("Period");
            because "A subscription is bought for a number of months." "预付费须指定购买月数。";
            cite row("This parameter is required only when the ChargeType parameter is set to PrePaid.");
            pass r#"{"ChargeType": "PrePaid", "Period": 1}"#;
            fail r#"{"ChargeType": "PrePaid"}"#
        },
        rule! {
            IgnoredParameter at "Period" if Present("Period"), IsNot("ChargeType", "PrePaid");
            because "Pay-as-you-go has no subscription period, and is the default." "按量付费没有付费周期，且为默认付费类型。";
            cite row("This parameter is required only when the ChargeType parameter is set to PrePaid.");
            pass r#"{"ChargeType": "PrePaid", "Period": 1}"#;
            fail r#"{"Period": 1}"#, r#"{"ChargeType": "PostPaid", "Period": "1"}"#
        },
        rule! {
            IgnoredParameter at "AutoRenew" if Present("AutoRenew"), IsNot("ChargeType", "PrePaid");
            because "Only a subscription is renewed." "只有预付费实例才会续费。";
            cite row("This parameter is effective only when the ChargeType parameter is set to PrePaid.");
            pass r#"{"ChargeType": "PrePaid", "Period": 1, "AutoRenew": "false"}"#;
            fail r#"{"AutoRenew": "false"}"#
        },
        rule! {
            RequiredWith at "SrcDBInstanceId" if Present("BackupId"), Absent("SrcDBInstanceId");
            because "A backup set belongs to the instance that it was made of." "备份集属于其源实例。";
            cite row("you must specify both this parameter and SrcDBInstanceId");
            pass r#"{"SrcDBInstanceId": "r-bp1", "BackupId": "111111111"}"#;
            fail r#"{"BackupId": "111111111"}"#, r#"{"BackupId": "111111111", "RebuildInstance": "true"}"#
        },
        rule! {
            RequiredWith at "SrcDBInstanceId" if Present("RebuildInstance"), Absent("BackupId"), Absent("SrcDBInstanceId");
            because "What is rebuilt is the source instance." "重建的对象就是源实例。";
            cite row("If you specify this parameter, you must also specify the SrcDBInstanceId parameter.");
            pass r#"{"SrcDBInstanceId": "r-bp1", "RebuildInstance": "true"}"#;
            fail r#"{"RebuildInstance": "true"}"#
        },
        rule! {
            IncompletePair at "SrcDBInstanceId" if Present("SrcDBInstanceId"), Absent("BackupId"), Absent("RebuildInstance"), AbsentOutside(OUTER_REBUILD_INSTANCE);
            because "A source instance alone says neither which backup nor that it is to be rebuilt." "仅有源实例既未说明使用哪个备份集，也未说明要重建。";
            cite row("This parameter is required only when creating an instance from a source instance's backup.");
            pass r#"{"SrcDBInstanceId": "r-bp1", "BackupId": "111111111"}"#, r#"{"SrcDBInstanceId": "r-bp1", "RebuildInstance": "true"}"#;
            fail r#"{"SrcDBInstanceId": "r-bp1"}"#
        },
        rule! {
            SwappedIdentifiers at "vpcId" if StartsWith("vpcId", &["vsw-"]);
            because "it is the identifier of a vSwitch" "这是交换机的标识符";
            cite row("The ID of the vSwitch that belongs to the specified VPC.");
            pass r#"{"vpcId": "vpc-bp1", "vSwitchId": "vsw-bp1"}"#;
            fail r#"{"vpcId": "vsw-bp1", "vSwitchId": "vsw-bp1"}"#
        },
        rule! {
            SwappedIdentifiers at "vSwitchId" if StartsWith("vSwitchId", &["vpc-"]);
            because "it is the identifier of a VPC" "这是专有网络的标识符";
            cite row("The ID of the vSwitch that belongs to the specified VPC.");
            pass r#"{"vpcId": "vpc-bp1", "vSwitchId": "vsw-bp1"}"#;
            fail r#"{"vpcId": "vpc-bp1", "vSwitchId": "vpc-bp1"}"#
        },
        rule! {
            ClassOperationMismatch at "instanceClass" if Passes(&common::OF_ANOTHER_EDITION, "instanceClass");
            because "this operation creates classic instances only" "该操作只创建经典版实例";
            cite super::CLASSIC_ONLY;
            pass r#"{"instanceClass": "redis.master.small.default"}"#;
            fail r#"{"instanceClass": "redis.shard.small.2.ce"}"#, r#"{"instanceClass": "tair.rdb.1g"}"#
        },
        rule! {
            IncompletePair at "vpcId" if Present("vpcId"), Absent("vSwitchId");
            because "The instance gets its address from a vSwitch of the VPC." "实例的地址来自该 VPC 内的交换机。";
            cite row("The ID of the vSwitch that belongs to the specified VPC.");
            pass r#"{"vpcId": "vpc-bp1", "vSwitchId": "vsw-bp1"}"#;
            fail r#"{"vpcId": "vpc-bp1"}"#
        },
        rule! {
            IncompletePair at "vSwitchId" if Present("vSwitchId"), Absent("vpcId");
            because "A vSwitch belongs to a VPC." "交换机属于某个 VPC。";
            cite row("The ID of the vSwitch that belongs to the specified VPC.");
            pass r#"{"vpcId": "vpc-bp1", "vSwitchId": "vsw-bp1"}"#;
            fail r#"{"vSwitchId": "vsw-bp1"}"#
        },
        #[cfg(feature = "editions")]
        rule! {
            UnlikelyValue as Info at "RegionId" if Passes(&tests::UNLIKE_A_REGION, "RegionId");
            because "IDs of regions are written like cn-hangzhou or ap-southeast-1" "地域 ID 的写法形如 cn-hangzhou 或 ap-southeast-1";
            cite row("The ID of the region in which to create the instance.");
            pass r#"{"RegionId": "cn-hangzhou"}"#;
            fail r#"{"RegionId": "cn-hangzhou-b"}"#
        },
        rule! {
            ZoneOutsideRegion at "izNo" if NotWithin("izNo", "RegionId");
            because "The zone is one of the region." "可用区属于该地域。";
            cite row("The ID of the primary availability zone for the instance.");
            pass r#"{"izNo": "cn-hangzhou-b"}"#;
            fail r#"{"izNo": "cn-beijing-a"}"#
        },
        rule! {
            ClassTypeMismatch at "instanceClass" if StartsWith("instanceClass", common::REDIS_CLASSES), Is("instanceType", "Memcache");
            because "redis and tair classes are for Redis instances." "redis 和 tair 开头的规格用于 Redis 实例。";
            cite row("redis.master.small.default specifies a 1 GB dual-replica Community Edition (Classic Edition) instance");
            pass r#"{"instanceType": "Redis"}"#;
            fail r#"{"instanceType": "Memcache"}"#
        },
        rule! {
            ClassTypeMismatch at "instanceClass" if StartsWith("instanceClass", common::MEMCACHE_CLASSES), Is("instanceType", "Redis");
            because "memcache classes are for Memcache instances; Redis is the default type." "memcache 开头的规格用于 Memcache 实例；默认类型为 Redis。";
            cite row("Memcache: A Memcache instance.");
            pass r#"{"instanceClass": "memcache.master.small.default", "instanceType": "Memcache"}"#;
            fail r#"{"instanceClass": "memcache.master.small.default"}"#
        },
        rule! {
            ConflictingValues at "EngineVersion" if Differs("EngineVersion", OUTER_ENGINE_VERSION);
            because "The version is given for the whole request and for this instance, and the document does not say which one counts." "整个请求与该实例各指定了一个版本，文档没有说明以哪个为准。";
            cite row("The Redis-compatible engine version for the instance.");
            pass r#"{"EngineVersion": "4.0"}"#;
            outer r#"{"EngineVersion": "5.0"}"# fail r#"{"EngineVersion": "4.0"}"#
        },
        rule! {
            ConflictingValues at "AutoRenew" if Differs("AutoRenew", OUTER_AUTO_RENEW);
            because "Auto-renewal is set for the whole request and for this instance, and the document does not say which one counts." "整个请求与该实例各指定了自动续费，文档没有说明以哪个为准。";
            cite row("Specifies whether to enable auto-renewal for the instance.");
            pass r#"{"ChargeType": "PrePaid", "Period": 1, "AutoRenew": "true"}"#;
            outer r#"{"AutoRenew": "false"}"# fail r#"{"ChargeType": "PrePaid", "Period": 1, "AutoRenew": "true"}"#
        },
        rule! {
            ConflictingValues at "RebuildInstance" if Differs("RebuildInstance", OUTER_REBUILD_INSTANCE);
            because "Whether to rebuild is said for the whole request and for this instance, and the document does not say which one counts." "整个请求与该实例各指定了是否重建，文档没有说明以哪个为准。";
            cite row("RebuildInstance");
            pass r#"{"SrcDBInstanceId": "r-bp1", "RebuildInstance": "true"}"#;
            outer r#"{"RebuildInstance": "false"}"# fail r#"{"SrcDBInstanceId": "r-bp1", "RebuildInstance": "true"}"#
        },
        rule! {
            DefaultApplied at "EngineVersion" if Absent("EngineVersion"), AbsentOutside(OUTER_ENGINE_VERSION);
            because "The engine version cannot be read off the order." "订单中没有写明引擎版本。";
            cite row("Valid values: 4.0 and 5.0. The default value is 5.0.");
            pass r#"{"EngineVersion": "4.0"}"#;
            fail r#"{"EngineVersion": null}"#
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
            fail r#"{"ChargeType": "PrePaid", "Period": 1}"#
        },
        rule! {
            OneWayChoice at "networkType" if Is("networkType", "VPC");
            because "an instance can never go back from a VPC to the classic network" "专有网络不能改回经典网络";
            cite page("you cannot change the network type of ApsaraDB for Redis instance from VPC to classic network");
            pass r#"{"networkType": null}"#;
            fail r#"{"networkType": "VPC", "vpcId": "vpc-bp1", "vSwitchId": "vsw-bp1"}"#
        },
        rule! {
            OneWayChoice at "RegionId" if Valid("RegionId");
            because "the region of an instance can never be changed" "实例的地域不能更改";
            cite page("You cannot change the region after you purchase the instance.");
            pass r#"{"RegionId": []}"#;
            fail r#"{"RegionId": "cn-hangzhou"}"#
        },
        rule! {
            MetadataOverhead at "instanceClass" if Valid("instanceClass"), Passes(&overhead::TOLD_BY_CLASS, "instanceClass"), Is("instanceType", "Redis");
            because "A metadatabase takes part of the memory that the class names." "元数据库会占用规格所标内存的一部分。";
            cite page("For a Standard version, the size of the metadatabase is about 32 MB.");
            pass r#"{"instanceClass": "tair.rdb.1g"}"#;
            fail r#"{"instanceClass": "redis.master.small.default"}"#
        },
    ];
}

static INSTANCE: Object = Object::new(instance::PARAMETERS, instance::RULES)
    .with_lenient_case()
    .with_packs(super::packs::older::BATCH);
static REQUEST: Object = Object::new(request::PARAMETERS, request::RULES);

/// `CreateInstances`, the batch operation.
pub static PROFILE: Profile = Profile {
    id: "alibaba.create-instances",
    title: Bilingual::new(
        "Alibaba Cloud CreateInstances",
        "阿里云 CreateInstances（批量创建）",
    ),
    operation: "CreateInstances",
    document: DOCUMENT,
    edition: Bilingual::new("last updated 2026-03-30", "更新于 2026-03-30"),
    since: "2026-03-30",
    supersedes: None,
    notions: notions::NOTIONS,
    context_rules: beyond::CONTEXT_RULES,
    change_rules: &[],
    aliases: common::ALIASES,
    gone: &[],
    wire: Wire::QUERY,
    request: &REQUEST,
    provider_codes: Some(ProviderCodes {
        missing: "MissingParameter",
        token_reused: "IdempotentParameterMismatch",
    }),
    sample: r#"{"Instances": "[{\"RegionId\":\"cn-hangzhou\",\"izNo\":\"cn-hangzhou-b\",\"instanceClass\":\"redis.master.small.default\"}]"}"#,
};
