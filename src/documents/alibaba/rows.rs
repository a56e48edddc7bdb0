//! Rows and rules that today's operations of R-kvstore share. Each operation's own table lists
//! which of them it has, in the order of its document.

use crate::diagnostic::Code::{
    DuplicateItem, EmptyValue, InvalidValue, MalformedIp, MalformedPrefix, MalformedTime,
    NameFirstCharacter, NameForbiddenCharacter, NameLength, NewerVersion, OutOfRange,
    ParameterCase, PasswordCharacterClasses, PasswordForbiddenCharacter, PasswordLength,
    PlaceholderValue, RequiredParameter, TokenLength, TokenNotAscii, TooManyItems, TypeCoerced,
    TypeMismatch, UnlikelyValue,
};
use crate::documents::common;
use crate::documents::notions;
use crate::profile::{
    Citation, Coercion, Constraint, Kind, ListRule, NameCharacters, NameRule, Object, Parameter,
    Ref, Rule, Sample, TimeForm,
};

/// The document of both operations: their descriptions in the vendor's SDK, of that day.
pub(in crate::documents) const DOCUMENT: &str =
    "R-kvstore 2015-01-01 (alibabacloud_r_kvstore20150101 7.0.0, 2026-10-19)";

/// A passage of the description of a request parameter.
pub(in crate::documents) const fn row(quote: &'static str) -> Citation {
    Citation::new(DOCUMENT, "Request parameters", quote)
}

/// A passage of the machine schema of the operations, which has bounds that the prose has not.
pub(in crate::documents) const fn schema(quote: &'static str) -> Citation {
    Citation::new(
        "R-kvstore 2015-01-01, machine schema (2025-12-03)",
        "Request parameters",
        quote,
    )
}

/// What the catalogue of classes says.
pub(in crate::documents) const fn catalogue(quote: &'static str) -> Citation {
    Citation::new(
        "Catalogue of instance classes (2026-11-29)",
        "Instance classes",
        quote,
    )
}

/// Months of a subscription.
pub(in crate::documents) const MONTHS: &[u32] = &[1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36, 60];

/// Months after which a subscription renews itself.
pub(in crate::documents) const RENEWALS: &[u32] = &[1, 2, 3, 6, 12];

/// The name of an instance.
pub(in crate::documents) const NAME: NameRule = NameRule {
    min: 2,
    max: 80,
    starts_with_letter: true,
    characters: NameCharacters::Except("@/:=\"“”<>{[]}"),
};

const fn pass(patch: &'static str) -> Sample {
    Sample::passes(patch)
}

const fn fail(code: crate::Code, patch: &'static str) -> Sample {
    Sample::fails(code, patch)
}

const fn string(name: &'static str) -> Parameter {
    Parameter::new(name, Kind::String)
}

macro_rules! samples {
    ($($pass:literal),+ $(; $code:ident $fail:literal)*) => {{
        const SAMPLES: &[Sample] = &[$(pass($pass),)+ $(fail($code, $fail),)*];
        SAMPLES
    }};
}

pub(super) const fn region_id() -> Parameter {
    string("RegionId")
        .notion(&notions::REGION)
        .required()
        .label("Region", "地域")
        .hint(
            "ID of the region, such as cn-hangzhou; it can never be changed.",
            "地域 ID，例如 cn-hangzhou；创建后不可更改。",
        )
        .cite(row("The region ID."))
        .samples(
            samples!(r#"{"RegionId": "cn-hangzhou"}"#; RequiredParameter r#"{"RegionId": null}"#),
        )
}

pub(super) const fn zone_id() -> Parameter {
    string("ZoneId")
        .notion(&notions::ZONE)
        .zone()
        .label("Zone", "可用区")
        .hint(
            "ID of the primary zone, such as cn-hangzhou-h.",
            "主可用区 ID，例如 cn-hangzhou-h。",
        )
        .cite(row("The primary active zone ID."))
        .samples(samples!(r#"{"ZoneId": "cn-hangzhou-h"}"#; EmptyValue r#"{"ZoneId": ""}"#))
}

pub(super) const fn secondary_zone_id() -> Parameter {
    string("SecondaryZoneId")
        .zone()
        .constraint(Constraint::Without("MAZ"))
        .label("Secondary zone", "备可用区")
        .hint("ID of another zone of the region.", "同一地域内的另一个可用区 ID。")
        .cite(row("The value of this parameter cannot be the same as the value of the ZoneId parameter, and cannot be the ID of a multi-zone deployment."))
        .samples(samples!(r#"{"ZoneId": "cn-hangzhou-h", "SecondaryZoneId": "cn-hangzhou-g"}"#; TypeMismatch r#"{"SecondaryZoneId": []}"#; InvalidValue r#"{"SecondaryZoneId": "cn-hangzhou-MAZ1(b,f)"}"#))
}

pub(super) const fn instance_name() -> Parameter {
    string("InstanceName").notion(&notions::INSTANCE_NAME)
        .constraint(Constraint::Name(NAME))
        .label("Instance name", "实例名称")
        .hint(
            "2 to 80 characters, beginning with a letter or a Chinese character; no space and none of @ / : = \" < > { [ ] }.",
            "2 到 80 个字符，以大小写字母或中文开头，不支持空格和 @ / : = \" < > { [ ] }。",
        )
        .cite(row("The name must be 2 to 80 characters in length, and must start with a letter or a Chinese character."))
        .provider_code("InvalidInstanceName.Malformed")
        .samples(samples!(
            r#"{"InstanceName": "缓存01"}"#;
            NameLength r#"{"InstanceName": "名"}"#;
            NameFirstCharacter r#"{"InstanceName": "_cache"}"#;
            NameForbiddenCharacter r#"{"InstanceName": "cache@1"}"#
        ))
}

pub(super) const fn password() -> Parameter {
    string("Password")
        .constraint(Constraint::Password(common::PASSWORD))
        .secret()
        .label("Password", "密码")
        .hint(
            "8 to 32 characters of at least three kinds: uppercase, lowercase, digits, special characters ! @ # $ % ^ & * ( ) _ + - =.",
            "8 到 32 位，须包含大写字母、小写字母、数字和特殊字符 ! @ # $ % ^ & * ( ) _ + - = 中的至少三种。",
        )
        .cite(row("The password must be 8 to 32 characters in length and must contain at least three of the following character types"))
        .provider_code("InvalidPassword.Malformed")
        .samples(samples!(
            r#"{"Password": "Pass!123456"}"#;
            PasswordLength r#"{"Password": "Pass!12"}"#;
            PasswordForbiddenCharacter r#"{"Password": "Acfr5xxx,.xxx"}"#;
            PasswordCharacterClasses r#"{"Password": "password1"}"#
        ))
}

pub(super) const fn instance_class() -> Parameter {
    string("InstanceClass").notion(&notions::CLASS)
        .constraint(Constraint::InstanceClass)
        .label("Instance class", "实例规格")
        .hint("From the list of classes, such as redis.shard.small.2.ce; see `kvspec classes`.", "见实例规格表，例如 redis.shard.small.2.ce；可用 `kvspec classes` 查询。")
        .cite(row("When you call this operation, you must specify at least one of the Capacity and InstanceClass parameters."))
        .samples(samples!(r#"{"InstanceClass": "redis.shard.mid.2.ce"}"#; TypeMismatch r#"{"InstanceClass": []}"#))
}

pub(super) const fn charge_type() -> Parameter {
    string("ChargeType")
        .notion(&notions::BILLING)
        .constraint(Constraint::OneOf(&["PrePaid", "PostPaid"]))
        .default("PostPaid")
        .label("Billing method", "付费类型")
        .hint(
            "PrePaid (subscription) or PostPaid (pay-as-you-go).",
            "PrePaid（包年包月）或 PostPaid（按量付费）。",
        )
        .cite(row("The billing method."))
        .samples(
            samples!(r#"{"ChargeType": "PostPaid"}"#; InvalidValue r#"{"ChargeType": "Postpaid"}"#),
        )
}

pub(super) const fn period(kind: Kind) -> Parameter {
    Parameter::new("Period", kind)
        .notion(&notions::DURATION)
        .constraint(Constraint::Integers(MONTHS))
        .coercion(Coercion::Silent)
        .label("Subscription period", "购买时长")
        .hint(
            "Months: 1-9, 12, 24, 36 or 60. With PrePaid only.",
            "单位为月：1-9、12、24、36、60，仅用于包年包月。",
        )
        .cite(row("The subscription duration. Unit: months."))
        .samples(samples!(
            r#"{"ChargeType": "PrePaid", "Period": "60"}"#,
            r#"{"ChargeType": "PrePaid", "Period": 12}"#;
            InvalidValue r#"{"ChargeType": "PrePaid", "Period": "10"}"#
        ))
}

pub(super) const fn auto_renew() -> Parameter {
    string("AutoRenew")
        .constraint(Constraint::Boolean)
        .default("false")
        .coercion(Coercion::Silent)
        .label("Auto-renewal", "自动续费")
        .hint(
            "true or false. With PrePaid only.",
            "true 或 false，仅用于包年包月。",
        )
        .cite(row("Specifies whether to enable auto-renewal."))
        .samples(samples!(r#"{"AutoRenew": false}"#; InvalidValue r#"{"AutoRenew": "True"}"#))
}

pub(super) const fn auto_renew_period() -> Parameter {
    string("AutoRenewPeriod")
        .constraint(Constraint::Integers(RENEWALS))
        .coercion(Coercion::Silent)
        .label("Auto-renewal period", "自动续费时长")
        .hint("Months: 1, 2, 3, 6 or 12. With auto-renewal only.", "单位为月：1、2、3、6、12，仅在开启自动续费时填写。")
        .cite(row("This parameter is required when the AutoRenew parameter is set to true."))
        .samples(samples!(
            r#"{"ChargeType": "PrePaid", "Period": "1", "AutoRenew": "true", "AutoRenewPeriod": 6}"#;
            InvalidValue r#"{"ChargeType": "PrePaid", "Period": "1", "AutoRenew": "true", "AutoRenewPeriod": "4"}"#
        ))
}

pub(super) const fn auto_use_coupon() -> Parameter {
    string("AutoUseCoupon")
        .constraint(Constraint::Boolean)
        .default("false")
        .coercion(Coercion::Silent)
        .label("Use vouchers", "使用代金券")
        .hint("true or false.", "true 或 false。")
        .cite(row("Specifies whether to use a voucher."))
        .samples(samples!(r#"{"AutoUseCoupon": true}"#; InvalidValue r#"{"AutoUseCoupon": "yes"}"#))
}

pub(super) const fn business_info() -> Parameter {
    string("BusinessInfo")
        .prose()
        .label("Business information", "业务信息")
        .hint(
            "ID of a promotion, or other business information.",
            "活动 ID 或业务信息。",
        )
        .cite(row(
            "The ID of the promotional event or business information.",
        ))
        .samples(samples!(r#"{"BusinessInfo": "000000000"}"#; TypeCoerced r#"{"BusinessInfo": 0}"#))
}

pub(super) const fn coupon_no() -> Parameter {
    string("CouponNo")
        .prose()
        .label("Coupon code", "优惠码")
        .hint("Number of a coupon.", "优惠码。")
        .cite(row("The coupon code."))
        .samples(samples!(r#"{"CouponNo": "default"}"#; TypeMismatch r#"{"CouponNo": []}"#))
}

pub(super) const fn resource_group_id() -> Parameter {
    string("ResourceGroupId")
        .label("Resource group", "资源组")
        .hint("ID of a resource group.", "资源组 ID。")
        .cite(row("The ID of the resource group."))
        .samples(samples!(r#"{"ResourceGroupId": "rg-resourcegroupid1"}"#; PlaceholderValue r#"{"ResourceGroupId": "<your-group>"}"#))
}

pub(super) const fn vpc_id() -> Parameter {
    string("VpcId").notion(&notions::VPC)
        .label("VPC", "专有网络")
        .hint("ID of the VPC.", "专有网络（VPC）的 ID。")
        .cite(row("The ID of the VPC."))
        .samples(samples!(r#"{"VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#; TypeMismatch r#"{"VpcId": {}, "VSwitchId": "vsw-bp1"}"#))
}

pub(super) const fn v_switch_id() -> Parameter {
    string("VSwitchId").notion(&notions::VSWITCH)
        .label("VSwitch", "交换机")
        .hint("ID of a vSwitch in the VPC.", "该专有网络内交换机的 ID。")
        .cite(row("The ID of the vSwitch."))
        .samples(samples!(r#"{"VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#; TypeMismatch r#"{"VpcId": "vpc-bp1", "VSwitchId": []}"#))
}

pub(super) const fn private_ip_address() -> Parameter {
    string("PrivateIpAddress").notion(&notions::ADDRESS)
        .constraint(Constraint::Ipv4)
        .label("Private IP address", "内网 IP 地址")
        .hint("IPv4 address in the range of the vSwitch, such as 172.16.0.10.", "交换机网段内的 IPv4 地址，例如 172.16.0.10。")
        .cite(row("The internal network IP address must be within the vSwitch CIDR block to which the instance belongs."))
        .samples(samples!(
            r#"{"VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1", "PrivateIpAddress": "172.16.0.10"}"#;
            MalformedIp r#"{"PrivateIpAddress": "172.16.0.256"}"#
        ))
}

pub(super) const fn engine_version(versions: &'static [&'static str]) -> Parameter {
    string("EngineVersion")
        .notion(&notions::ENGINE_VERSION)
        .constraint(Constraint::Versions(versions))
        .label("Engine version", "引擎版本")
        .hint(
            "As the class runs it, such as 7.0.",
            "以规格支持的版本为准，例如 7.0。",
        )
        .cite(row(
            "The engine version of the Redis cloud-native instance.",
        ))
        .provider_code("InvalidEngineVersion.Malformed")
        .samples(samples!(
            r#"{"EngineVersion": "6.0"}"#;
            InvalidValue r#"{"EngineVersion": "5"}"#;
            NewerVersion r#"{"EngineVersion": "8.0"}"#;
            TypeCoerced r#"{"EngineVersion": 6.0}"#
        ))
}

pub(super) const fn src_db_instance_id() -> Parameter {
    string("SrcDBInstanceId")
        .label("Source instance", "源实例")
        .hint("ID of the instance whose data the new one starts from.", "新实例数据来源实例的 ID。")
        .cite(row("This parameter must be used in combination with one of the preceding three parameters."))
        .samples(samples!(r#"{"SrcDBInstanceId": "r-bp1", "BackupId": "111111111"}"#; TypeMismatch r#"{"SrcDBInstanceId": [], "BackupId": "111111111"}"#))
}

pub(super) const fn backup_id() -> Parameter {
    string("BackupId")
        .label("Backup set", "备份集")
        .hint("ID of the backup set; for a cluster one for each shard, with commas between them.", "备份集 ID；集群实例须填写每个分片的备份集 ID，以逗号分隔。")
        .cite(row("You can specify the backup set ID of the source instance in this parameter."))
        .samples(samples!(r#"{"SrcDBInstanceId": "r-bp1", "BackupId": "111111111"}"#; TypeCoerced r#"{"SrcDBInstanceId": "r-bp1", "BackupId": 111111111}"#))
}

pub(super) const fn cluster_backup_id() -> Parameter {
    string("ClusterBackupId")
        .label("Cluster backup set", "集群备份集")
        .hint("ID of the backup set of a whole cluster, such as cb-abc.", "集群备份集 ID，例如 cb-abc。")
        .cite(row("The ID of the cluster backup set."))
        .samples(samples!(r#"{"SrcDBInstanceId": "r-bp1", "ClusterBackupId": "cb-abc"}"#; TypeMismatch r#"{"SrcDBInstanceId": "r-bp1", "ClusterBackupId": []}"#))
}

pub(super) const fn restore_time() -> Parameter {
    string("RestoreTime")
        .constraint(Constraint::Time(TimeForm::Instant))
        .label("Point in time", "恢复时间点")
        .hint(
            "UTC, such as 2026-10-01T06:00:00Z.",
            "UTC 时间，例如 2026-10-01T06:00:00Z。",
        )
        .cite(row(
            "The point in time to which you want to restore the source instance.",
        ))
        .samples(samples!(
            r#"{"SrcDBInstanceId": "r-bp1", "RestoreTime": "2026-10-01T06:00:00Z"}"#;
            MalformedTime r#"{"SrcDBInstanceId": "r-bp1", "RestoreTime": "2026-10-01 06:00"}"#
        ))
}

pub(super) const fn recover_config_mode() -> Parameter {
    Parameter::new("RecoverConfigMode", Kind::JsonObject)
        .constraint(Constraint::Modes(&["whitelist", "config", "account"]))
        .label("What else to restore", "同时恢复的内容")
        .hint(
            "Some of whitelist, config and account, with commas between them.",
            "whitelist、config、account 中的若干项，以逗号分隔。",
        )
        .cite(row(
            "For example, to restore the account information, set the value to `account`.",
        ))
        .samples(samples!(
            r#"{"RecoverConfigMode": "whitelist, account"}"#,
            r#"{"RecoverConfigMode": "{\"account\":true}"}"#;
            UnlikelyValue r#"{"RecoverConfigMode": "accounts"}"#;
            TypeCoerced r#"{"RecoverConfigMode": {"account": true}}"#
        ))
}

const fn count(name: &'static str, most: u64) -> Parameter {
    Parameter::new(name, Kind::Integer).constraint(Constraint::Range {
        min: 0,
        max: Some(most),
    })
}

pub(super) const fn shard_count() -> Parameter {
    Parameter::new("ShardCount", Kind::Integer)
        .constraint(Constraint::Range {
            min: 1,
            max: Some(128),
        })
        .label("Shards", "分片数")
        .hint(
            "1 for a standard instance, 2 to 128 for a cluster. Cloud-native classes only.",
            "1 为标准架构，2 到 128 为集群架构。仅用于云原生规格。",
        )
        .cite(schema("ShardCount: minimum 1, maximum 128"))
        .samples(samples!(
            r#"{"InstanceClass": "redis.shard.large.ce", "ShardCount": 3}"#;
            OutOfRange r#"{"InstanceClass": "redis.shard.large.ce", "ShardCount": 129}"#
        ))
}

pub(super) const fn read_only_count() -> Parameter {
    count("ReadOnlyCount", 9)
        .label("Read replicas", "只读节点数")
        .hint(
            "1 to 9; for a cluster 1 to 4 for each shard.",
            "1 到 9；集群架构为每个分片 1 到 4 个。",
        )
        .cite(row("The number of read-only nodes in the primary zone."))
        .samples(samples!(r#"{"ReadOnlyCount": 5}"#; OutOfRange r#"{"ReadOnlyCount": 10}"#))
}

pub(super) const fn slave_read_only_count() -> Parameter {
    count("SlaveReadOnlyCount", 9)
        .label("Read replicas in the secondary zone", "备可用区只读节点数")
        .hint("With a secondary zone only.", "须同时填写备可用区。")
        .cite(row("The number of read-only nodes in the secondary zone."))
        .samples(samples!(
            r#"{"ZoneId": "cn-hangzhou-h", "SecondaryZoneId": "cn-hangzhou-g", "SlaveReadOnlyCount": 2}"#;
            InvalidValue r#"{"SlaveReadOnlyCount": "two"}"#
        ))
}

pub(super) const fn replica_count() -> Parameter {
    count("ReplicaCount", 4)
        .label("Replicas", "副本数")
        .hint(
            "0 to 4. Cloud-native clusters only.",
            "0 到 4，仅用于云原生集群。",
        )
        .cite(row("The number of secondary nodes in the primary zone."))
        .samples(samples!(r#"{"ReplicaCount": 2}"#; OutOfRange r#"{"ReplicaCount": 5}"#))
}

pub(super) const fn slave_replica_count() -> Parameter {
    count("SlaveReplicaCount", 4)
        .label("Replicas in the secondary zone", "备可用区副本数")
        .hint("With a secondary zone only.", "须同时填写备可用区。")
        .cite(row("The number of secondary nodes in the secondary zone."))
        .samples(samples!(
            r#"{"ZoneId": "cn-hangzhou-h", "SecondaryZoneId": "cn-hangzhou-g", "SlaveReplicaCount": 1}"#;
            OutOfRange r#"{"SlaveReplicaCount": 5}"#
        ))
}

pub(super) const fn instance_endpoint_type() -> Parameter {
    string("InstanceEndpointType")
        .constraint(Constraint::OneOf(&["AzIndependentEndpoint", "UnifiedEndpoint"]))
        .default("AzIndependentEndpoint")
        .label("Endpoint type", "连接地址类型")
        .hint("For read/write splitting in two zones.", "用于双可用区读写分离实例。")
        .cite(row("The type of the endpoint used when you create a cloud-native dual-zone deployment read/write splitting instance."))
        .samples(samples!(
            r#"{"ZoneId": "cn-hangzhou-h", "SecondaryZoneId": "cn-hangzhou-g", "InstanceEndpointType": "UnifiedEndpoint"}"#;
            InvalidValue r#"{"ZoneId": "cn-hangzhou-h", "SecondaryZoneId": "cn-hangzhou-g", "InstanceEndpointType": "Unified"}"#
        ))
}

pub(super) const fn global_instance_id() -> Parameter {
    string("GlobalInstanceId")
        .label("Distributed instance", "分布式实例")
        .hint("ID of the distributed instance that the new one joins.", "新实例要加入的分布式实例 ID。")
        .cite(row("The distributed instance ID."))
        .samples(samples!(r#"{"GlobalInstanceId": "gr-bp1"}"#; TypeMismatch r#"{"GlobalInstanceId": []}"#))
}

pub(super) const fn global_security_group_ids() -> Parameter {
    string("GlobalSecurityGroupIds")
        .constraint(Constraint::Distinct)
        .label("Whitelist templates", "全局白名单模板")
        .hint(
            "IDs with commas between them, none twice.",
            "模板 ID，以逗号分隔，不得重复。",
        )
        .cite(row("Duplicate templates are not allowed."))
        .samples(samples!(
            r#"{"GlobalSecurityGroupIds": "g-zsldxf, g-abc"}"#;
            DuplicateItem r#"{"GlobalSecurityGroupIds": "g-zsldxf,g-zsldxf"}"#
        ))
}

pub(super) const fn port(kind: Kind) -> Parameter {
    Parameter::new("Port", kind)
        .constraint(Constraint::Range { min: 1, max: Some(65535) })
        .default("6379")
        .coercion(Coercion::Silent)
        .label("Port", "端口")
        .hint("1 to 65535, usually 6379.", "1 到 65535，通常为 6379。")
        .cite(row("The service port of the instance."))
        .samples(samples!(r#"{"Port": 6380}"#; OutOfRange r#"{"Port": "65536"}"#; InvalidValue r#"{"Port": "redis"}"#))
}

pub(super) const fn dry_run() -> Parameter {
    Parameter::new("DryRun", Kind::Boolean)
        .constraint(Constraint::Boolean)
        .default("false")
        .label("Dry run", "预检")
        .hint(
            "true checks the request and creates nothing.",
            "true 表示只检查请求，不创建实例。",
        )
        .cite(row(
            "Specifies whether to perform a dry run on the instance creation request.",
        ))
        .samples(samples!(r#"{"DryRun": false}"#; InvalidValue r#"{"DryRun": "maybe"}"#))
}

pub(super) const fn connection_string_prefix() -> Parameter {
    string("ConnectionStringPrefix")
        .constraint(Constraint::Prefix { min: 8, max: 40 })
        .label("Prefix of the address", "连接地址前缀")
        .hint("8 to 40 lowercase letters and digits, beginning with a letter.", "8 到 40 个小写字母和数字，以字母开头。")
        .cite(row("The prefix must be 8 to 40 characters in length and can contain lowercase letters and digits."))
        .samples(samples!(r#"{"ConnectionStringPrefix": "orderscache1"}"#; MalformedPrefix r#"{"ConnectionStringPrefix": "Orders"}"#))
}

pub(super) const fn param_group_id() -> Parameter {
    string("ParamGroupId")
        .label("Parameter template", "参数模板")
        .hint(
            "ID of a parameter template. Cloud-native classes only.",
            "参数模板 ID，仅用于云原生规格。",
        )
        .cite(row("The globally unique ID of the parameter template."))
        .samples(
            samples!(r#"{"ParamGroupId": "rpg-test"}"#; TypeMismatch r#"{"ParamGroupId": {}}"#),
        )
}

const TAG_PARAMETERS: &[Parameter] = &[
    string("Key")
        .prose()
        .label("Tag key", "标签键")
        .hint("Such as team.", "例如 team。")
        .cite(row("The tag information of the instance."))
        .samples(samples!(r#"{"Key": "team"}"#; TypeMismatch r#"{"Key": []}"#)),
    string("Value")
        .prose()
        .may_be_empty()
        .label("Tag value", "标签值")
        .hint("It may be empty.", "可以为空。")
        .cite(row("The tag information of the instance."))
        .samples(samples!(r#"{"Key": "team", "Value": ""}"#; TypeMismatch r#"{"Key": "team", "Value": []}"#)),
];

const TAG_RULES: &[Rule] = {
    const fn at(name: &str) -> Ref {
        Ref::to(TAG_PARAMETERS, name)
    }
    &[common::rule! {
        IncompletePair if Absent("Key");
        because "a tag has a key" "标签须有键";
        cite row("The tag information of the instance.");
        pass r#"{"Key": "team"}"#;
        fail r#"{"Key": null}"#
    }]
};

static TAG: Object = Object::new(TAG_PARAMETERS, TAG_RULES).with_small_letters();

pub(super) const fn tag(usual: u32) -> Parameter {
    Parameter::new(
        "Tag",
        Kind::Objects(
            &TAG,
            ListRule {
                usual: Some(usual),
                most: Some(21),
                distinct_by: Some("Key"),
                needs_one: false,
            },
        ),
    )
    .prose()
    .label("Tags", "标签")
    .hint("Pairs of a key and a value; in a query Tag.1.Key and Tag.1.Value.", "键值对；查询串中写作 Tag.1.Key 和 Tag.1.Value。")
    .cite(schema("Tag: maxItems 21"))
    .samples(samples!(
        r#"{"Tag": [{"Key": "team", "Value": "orders"}]}"#,
        r#"{"Tag.1.Key": "team", "Tag.1.Value": "orders"}"#;
        DuplicateItem r#"{"Tag": [{"Key": "team"}, {"Key": "team"}]}"#;
        ParameterCase r#"{"Tag.1.key": "team"}"#;
        TypeMismatch r#"{"Tag": {"team": "orders"}}"#;
        TooManyItems r#"{"Tag": [{"Key": "a"}, {"Key": "b"}, {"Key": "c"}, {"Key": "d"}, {"Key": "e"}, {"Key": "f"}, {"Key": "g"}, {"Key": "h"}, {"Key": "i"}, {"Key": "j"}, {"Key": "k"}, {"Key": "l"}, {"Key": "m"}, {"Key": "n"}, {"Key": "o"}, {"Key": "p"}, {"Key": "q"}, {"Key": "r"}, {"Key": "s"}, {"Key": "t"}, {"Key": "u"}]}"#
    ))
}

pub(super) const fn token(name: &'static str) -> Parameter {
    string(name)
        .constraint(Constraint::Token { max: 64 })
        .label("Idempotency token", "幂等 Token")
        .hint(
            "At most 64 ASCII characters, different for every request; a UUID will do.",
            "不超过 64 个 ASCII 字符，每个请求不同；可使用 UUID。",
        )
        .cite(row(
            "The token is case-sensitive and can be up to 64 ASCII characters in length.",
        ))
        .provider_code("InvalidToken.Malformed")
}

pub(super) const TOKEN_SAMPLES: &[Sample] = samples!(
    r#"{"Token": "0c593ea1-3bea-11e9-b96b-88e9fe637760"}"#;
    TokenLength r#"{"Token": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}"#;
    TokenNotAscii r#"{"Token": "令牌"}"#
);

pub(super) const CLIENT_TOKEN_SAMPLES: &[Sample] = samples!(
    r#"{"ClientToken": "0c593ea1-3bea-11e9-b96b-88e9fe637760"}"#;
    TokenLength r#"{"ClientToken": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}"#;
    TokenNotAscii r#"{"ClientToken": "令牌"}"#
);

pub(super) const fn maintain_start_time() -> Parameter {
    string("MaintainStartTime")
        .constraint(Constraint::Time(TimeForm::Minute))
        .default("18:00Z")
        .label("Maintenance from", "可维护时间段开始")
        .hint("UTC, such as 18:00Z.", "UTC 时间，例如 18:00Z。")
        .cite(row("The start time of the maintenance window for the instance."))
        .samples(samples!(r#"{"MaintainStartTime": "17:00Z"}"#; MalformedTime r#"{"MaintainStartTime": "17:00"}"#))
}

pub(super) const fn maintain_end_time() -> Parameter {
    string("MaintainEndTime")
        .constraint(Constraint::Time(TimeForm::Minute))
        .default("22:00Z")
        .label("Maintenance until", "可维护时间段结束")
        .hint("UTC, at least one hour later; it may be on the next day.", "UTC 时间，至少晚一小时，可跨到次日。")
        .cite(row("The interval between the start time and the end time must be at least 1 hour."))
        .samples(samples!(r#"{"MaintainEndTime": "02:00Z"}"#; MalformedTime r#"{"MaintainEndTime": "25:00Z"}"#))
}

/// The provider's common parameters, and those that its SDKs add to every request.
macro_rules! common_parameters {
    () => {
        [
            common::version(PUBLIC),
            common::format(PUBLIC),
            common::access_key_id(PUBLIC),
            common::security_token(PUBLIC),
            common::signature(PUBLIC),
            common::signature_method(PUBLIC),
            common::signature_version(PUBLIC),
            common::signature_type(PUBLIC),
            common::signature_nonce(PUBLIC),
            common::timestamp(PUBLIC),
            common::owner("OwnerAccount", common::OWNER_ACCOUNT, PUBLIC),
            common::owner("OwnerId", common::OWNER_ID, PUBLIC),
            common::owner(
                "ResourceOwnerAccount",
                common::RESOURCE_OWNER_ACCOUNT,
                PUBLIC,
            ),
            common::owner("ResourceOwnerId", common::RESOURCE_OWNER_ID, PUBLIC),
        ]
    };
}

/// Where the common parameters are described.
pub(super) const PUBLIC: Citation = row("common request parameters");

pub(super) const COMMON: [Parameter; 14] = common_parameters!();
