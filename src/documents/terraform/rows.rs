//! Rows that both resources have, and what their tables say with few words.

use crate::diagnostic::Code::{MalformedCidr, OpenWhitelist, TypeMismatch};
use crate::documents::alibaba::rows as api;
use crate::documents::notions;
use crate::documents::{class_tests, common};
use crate::profile::{
    Citation, Coercion, Constraint, Kind, ListRule, Parameter, Sample, SettingCatalogue,
    SettingJudge, TimeForm,
};

/// The document of both resources.
pub(in crate::documents) const DOCUMENT: &str = "terraform-provider-alicloud 1.286.0 (2026-08-21)";

/// A passage of a resource's page.
pub(in crate::documents) const fn page(quote: &'static str) -> Citation {
    Citation::new(DOCUMENT, "Argument Reference", quote)
}

/// What the provider's own code checks, or does.
pub(in crate::documents) const fn code(quote: &'static str) -> Citation {
    Citation::new(DOCUMENT, "Schema of the resource", quote)
}

pub(super) const fn pass(patch: &'static str) -> Sample {
    Sample::passes(patch)
}

pub(super) const fn fail(code: crate::Code, patch: &'static str) -> Sample {
    Sample::fails(code, patch)
}

macro_rules! samples {
    ($($pass:literal),+ $(; $code:ident $fail:literal)*) => {{
        const SAMPLES: &[crate::profile::Sample] = &[
            $($crate::documents::terraform::rows::pass($pass),)+
            $($crate::documents::terraform::rows::fail(crate::diagnostic::Code::$code, $fail),)*
        ];
        SAMPLES
    }};
}
pub(super) use samples;

pub(super) const fn string(name: &'static str) -> Parameter {
    Parameter::new(name, Kind::String)
}

pub(super) const fn number(name: &'static str) -> Parameter {
    Parameter::new(name, Kind::Integer)
}

pub(super) const fn flag(name: &'static str) -> Parameter {
    Parameter::new(name, Kind::Boolean)
}

/// What the catalogue of settings says.
pub(in crate::documents) static SETTINGS: SettingCatalogue = SettingCatalogue {
    name: "Settings of Redis (2026-11-29)",
    judge: SettingJudge::Code(class_tests::setting),
};

pub(super) const fn zone_id() -> Parameter {
    string("zone_id")
        .notion(&notions::ZONE)
        .zone()
        .label("Zone", "可用区")
        .hint(
            "ID of the primary zone, such as cn-hangzhou-h.",
            "主可用区 ID，例如 cn-hangzhou-h。",
        )
        .cite(page("The ID of the zone."))
        .samples(samples!(r#"{"zone_id": "cn-hangzhou-h"}"#; TypeMismatch r#"{"zone_id": []}"#))
}

pub(super) const fn secondary_zone_id() -> Parameter {
    string("secondary_zone_id")
        .constraint(Constraint::Without("MAZ"))
        .zone()
        .label("Secondary zone", "备可用区")
        .hint("ID of another zone of the region.", "同一地域内的另一个可用区 ID。")
        .cite(page("the master node and replica node of the instance can be deployed in different zones"))
        .samples(samples!(r#"{"secondary_zone_id": "cn-hangzhou-g"}"#; TypeMismatch r#"{"secondary_zone_id": []}"#; InvalidValue r#"{"secondary_zone_id": "cn-hangzhou-MAZ1(b,f)"}"#))
}

pub(super) const fn password() -> Parameter {
    string("password")
        .constraint(Constraint::Password(common::PASSWORD))
        .secret()
        .label("Password", "密码")
        .hint(
            "8 to 32 characters of at least three kinds: uppercase, lowercase, digits, special characters ! @ # $ % ^ & * ( ) _ + - =.",
            "8 到 32 位，须包含大写字母、小写字母、数字和特殊字符 ! @ # $ % ^ & * ( ) _ + - = 中的至少三种。",
        )
        .cite(page("The password must be 8 to 32 characters in length and must contain at least three of the following character types"))
        .samples(samples!(
            r#"{"password": "Pass!123456"}"#;
            PasswordLength r#"{"password": "Pass!12"}"#;
            PasswordForbiddenCharacter r#"{"password": "Acfr5xxx,.xxx"}"#;
            PasswordCharacterClasses r#"{"password": "password1"}"#
        ))
}

pub(super) const fn instance_class() -> Parameter {
    string("instance_class")
        .notion(&notions::CLASS)
        .constraint(Constraint::InstanceClass)
        .label("Instance class", "实例规格")
        .hint(
            "From the list of classes; see `kvspec classes`.",
            "见实例规格表；可用 `kvspec classes` 查询。",
        )
        .cite(page("referring to help-docs Instance type table"))
}

pub(super) const fn vswitch_id() -> Parameter {
    string("vswitch_id")
        .notion(&notions::VSWITCH)
        .label("VSwitch", "交换机")
        .hint(
            "ID of a vSwitch; its VPC follows from it.",
            "交换机 ID；专有网络由交换机决定。",
        )
        .cite(page("The ID of VSwitch."))
        .samples(samples!(r#"{"vswitch_id": "vsw-bp2"}"#; TypeMismatch r#"{"vswitch_id": []}"#))
}

pub(super) const fn resource_group_id() -> Parameter {
    string("resource_group_id")
        .label("Resource group", "资源组")
        .hint("ID of a resource group.", "资源组 ID。")
        .cite(page("The ID of resource group which the resource belongs."))
        .samples(samples!(r#"{"resource_group_id": "rg-shop"}"#; TypeMismatch r#"{"resource_group_id": {}}"#))
}

/// The name of the instance, which the API restricts and the provider does not.
pub(super) const fn name(name: &'static str, samples: &'static [Sample]) -> Parameter {
    string(name)
        .notion(&notions::INSTANCE_NAME)
        .constraint(Constraint::Name(api::NAME))
        .label("Instance name", "实例名称")
        .hint(
            "2 to 80 characters, beginning with a letter or a Chinese character; no space and none of @ / : = \" < > { [ ] }.",
            "2 到 80 个字符，以大小写字母或中文开头，不支持空格和 @ / : = \" < > { [ ] }。",
        )
        .cite(api::row("The name must be 2 to 80 characters in length, and must start with a letter or a Chinese character."))
        .samples(samples)
}

macro_rules! name_samples {
    ($name:literal) => {{
        const SAMPLES: &[crate::profile::Sample] = &[
            $crate::documents::terraform::rows::pass(concat!("{\"", $name, "\": \"缓存01\"}")),
            $crate::documents::terraform::rows::fail(crate::diagnostic::Code::NameLength, concat!("{\"", $name, "\": \"名\"}")),
            $crate::documents::terraform::rows::fail(crate::diagnostic::Code::NameFirstCharacter, concat!("{\"", $name, "\": \"_cache\"}")),
            $crate::documents::terraform::rows::fail(crate::diagnostic::Code::NameForbiddenCharacter, concat!("{\"", $name, "\": \"cache@1\"}")),
            $crate::documents::terraform::rows::fail(crate::diagnostic::Code::InvisibleCharacter, concat!("{\"", $name, "\": \"cache\u{200b}1\"}")),
            $crate::documents::terraform::rows::fail(crate::diagnostic::Code::LengthAmbiguous, concat!("{\"", $name, "\": \"ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}ce\u{301}\"}")),
        ];
        SAMPLES
    }};
}
pub(super) use name_samples;

/// The engine version. As a number it reaches the provider without its `.0`.
pub(super) const fn engine_version(versions: &'static [&'static str]) -> Parameter {
    string("engine_version")
        .notion(&notions::ENGINE_VERSION)
        .constraint(Constraint::Versions(versions))
        .coercion(Coercion::Reformed)
        .label("Engine version", "引擎版本")
        .hint(
            "As the class runs it, in quotes, such as \"7.0\".",
            "以规格支持的版本为准，须加引号，例如 \"7.0\"。",
        )
        .cite(page("The engine version of the KVStore DBInstance."))
}

const fn count(name: &'static str, least: u64, most: u64) -> Parameter {
    number(name).constraint(Constraint::Range {
        min: least,
        max: Some(most),
    })
}

pub(super) const fn shard_count() -> Parameter {
    count("shard_count", 1, 128)
        .label("Shards", "分片数")
        .hint(
            "1 for a standard instance, 2 and more for a cluster. Cloud-native classes only.",
            "1 为标准架构，2 及以上为集群架构。仅用于云原生规格。",
        )
        .cite(api::schema("ShardCount: minimum 1, maximum 128"))
}

pub(super) const fn read_only_count(most: u64, samples: &'static [Sample]) -> Parameter {
    count("read_only_count", 0, most)
        .label("Read replicas", "只读节点数")
        .hint(
            "In the primary zone; for a cluster at most 4 for each shard.",
            "主可用区的只读节点数；集群架构每个分片最多 4 个。",
        )
        .cite(page("The number of read replicas in the primary zone."))
        .samples(samples)
}

pub(super) const fn slave_read_only_count() -> Parameter {
    count("slave_read_only_count", 0, 9)
        .label("Read replicas in the secondary zone", "备可用区只读节点数")
        .hint("With a secondary zone only.", "须同时填写备可用区。")
        .cite(page("The number of read replicas in the secondary zone."))
        .samples(samples!(
            r#"{"secondary_zone_id": "cn-hangzhou-g", "slave_read_only_count": 2}"#;
            OutOfRange r#"{"secondary_zone_id": "cn-hangzhou-g", "slave_read_only_count": 10}"#;
            InvalidValue r#"{"secondary_zone_id": "cn-hangzhou-g", "slave_read_only_count": 1.5}"#
        ))
}

/// Replicas, which the older editions of the resource do not have.
pub(super) const fn replica_count() -> Parameter {
    count("replica_count", 0, 4)
        .label("Replicas", "副本数")
        .hint(
            "0 to 4. Cloud-native clusters only.",
            "0 到 4，仅用于云原生集群。",
        )
        .cite(page("The number of replica nodes in the primary zone."))
        .samples(samples!(
            r#"{"replica_count": 2}"#;
            OutOfRange r#"{"replica_count": 5}"#;
            InvalidValue r#"{"replica_count": 0.5}"#
        ))
}

pub(super) const fn slave_replica_count() -> Parameter {
    count("slave_replica_count", 0, 4)
        .label("Replicas in the secondary zone", "备可用区副本数")
        .hint("With a secondary zone only.", "须同时填写备可用区。")
        .cite(page("The number of replica nodes in the secondary zone."))
        .samples(samples!(
            r#"{"secondary_zone_id": "cn-hangzhou-g", "slave_replica_count": 1}"#;
            OutOfRange r#"{"slave_replica_count": 5}"#;
            InvalidValue r#"{"slave_replica_count": 0.5}"#
        ))
}

pub(super) const fn backup_id() -> Parameter {
    string("backup_id")
        .coercion(Coercion::Silent)
        .label("Backup set", "备份集")
        .hint(
            "ID of a backup set of the source instance.",
            "源实例的备份集 ID。",
        )
        .cite(page("The ID of the backup file of the source instance."))
}

pub(super) const fn global_instance_id() -> Parameter {
    string("global_instance_id")
        .label("Distributed instance", "分布式实例")
        .hint("ID of the distributed instance that the new one joins.", "新实例要加入的分布式实例 ID。")
        .cite(page("The ID of distributed cache."))
        .samples(samples!(r#"{"global_instance_id": "gr-bp1"}"#; TypeMismatch r#"{"global_instance_id": []}"#))
}

pub(super) const fn source_instance(name: &'static str) -> Parameter {
    string(name)
        .label("Source instance", "源实例")
        .hint(
            "ID of the instance whose data the new one starts from.",
            "新实例数据来源实例的 ID。",
        )
        .cite(page("The ID of the source instance."))
}

pub(super) const fn config(rule: ListRule) -> Parameter {
    Parameter::new("config", Kind::Map(rule))
        .constraint(Constraint::Settings(&SETTINGS))
        .label("Settings", "参数配置")
        .hint(
            "Settings of Redis: config = { maxmemory-policy = \"volatile-lru\" }.",
            "Redis 参数：config = { maxmemory-policy = \"volatile-lru\" }。",
        )
        .cite(page("The configuration of the KVStore DBInstance."))
        .samples(samples!(
            r#"{"config": {"maxmemory-policy": "volatile-lru", "timeout": 60}}"#;
            ConfigUnknownKey r#"{"config": {"maxmemory-polity": "volatile-lru"}}"#;
            ConfigUnlikelyValue r#"{"config": {"maxmemory-policy": "lru"}}"#;
            TypeMismatch r#"{"config": "maxmemory-policy"}"#
        ))
}

pub(super) const fn tags(usual: u32, samples: &'static [Sample]) -> Parameter {
    Parameter::new(
        "tags",
        Kind::Map(ListRule {
            usual: Some(usual),
            most: Some(21),
            distinct_by: None,
            needs_one: false,
        }),
    )
    .prose()
    .label("Tags", "标签")
    .hint("A map of keys and values.", "键值对。")
    .cite(api::schema("Tag: maxItems 21"))
    .samples(samples)
}

pub(super) const fn security_ip_group_name() -> Parameter {
    string("security_ip_group_name")
        .label("Whitelist group", "白名单分组")
        .hint("Name of the group that `security_ips` goes into.", "`security_ips` 所属分组的名称。")
        .cite(page("The name of the whitelist group."))
        .samples(samples!(r#"{"security_ip_group_name": "default"}"#; TypeMismatch r#"{"security_ip_group_name": []}"#))
}

pub(super) const fn security_group_id() -> Parameter {
    string("security_group_id")
        .label("Security groups", "安全组")
        .hint("IDs of ECS security groups, with commas between them.", "ECS 安全组 ID，以逗号分隔。")
        .cite(page("Separate multiple security group IDs with commas (,)"))
        .samples(samples!(r#"{"security_group_id": "sg-a,sg-b"}"#; TypeMismatch r#"{"security_group_id": ["sg-a"]}"#))
}

pub(super) const fn vpc_auth_mode() -> Parameter {
    string("vpc_auth_mode")
        .constraint(Constraint::OneOf(&["Open", "Close"]))
        .default("Open")
        .label("Password inside the VPC", "专有网络内密码认证")
        .hint(
            "Open asks for the password, Close does not.",
            "Open 表示需要密码，Close 表示免密访问。",
        )
        .cite(page(
            "`Close` means the redis instance can be accessed without authentication.",
        ))
        .samples(
            samples!(r#"{"vpc_auth_mode": "Close"}"#; InvalidValue r#"{"vpc_auth_mode": "open"}"#),
        )
}

pub(super) const fn ssl(name: &'static str) -> Parameter {
    string(name)
        .constraint(Constraint::OneOf(&["Disable", "Enable", "Update"]))
        .label("TLS", "TLS 加密")
        .hint("Disable, Enable or Update.", "Disable、Enable 或 Update。")
        .cite(page("Valid values: `Disable`, `Enable` and `Update`."))
}

pub(super) const fn tde_status(words: &'static [&'static str]) -> Parameter {
    string("tde_status")
        .constraint(Constraint::OneOf(words))
        .label("Encryption at rest", "透明数据加密")
        .hint("It cannot be switched off again.", "开启后无法关闭。")
        .cite(page("TDE cannot be disabled after it is enabled."))
}

pub(super) const fn encryption_key() -> Parameter {
    string("encryption_key")
        .label("Encryption key", "加密密钥 ID")
        .hint(
            "ID of a key of the key management service.",
            "密钥管理服务中的密钥 ID。",
        )
        .cite(page("The Custom key ID"))
        .samples(
            samples!(r#"{"encryption_key": "key-abc"}"#; TypeMismatch r#"{"encryption_key": []}"#),
        )
}

pub(super) const fn encryption_name() -> Parameter {
    string("encryption_name")
        .label("Encryption algorithm", "加密算法")
        .hint("Such as AES-CTR-256.", "例如 AES-CTR-256。")
        .cite(page("The Encryption algorithm, default AES-CTR-256."))
        .samples(samples!(r#"{"encryption_name": "AES-CTR-256"}"#; TypeMismatch r#"{"encryption_name": []}"#))
}

pub(super) const fn role_arn() -> Parameter {
    string("role_arn")
        .label("Role for the key", "密钥授权角色")
        .hint("ARN of the role that may use the key.", "可使用该密钥的角色 ARN。")
        .cite(page("information of the role to be authorized"))
        .samples(samples!(r#"{"role_arn": "acs:ram::1:role/redis"}"#; TypeMismatch r#"{"role_arn": []}"#))
}

pub(super) const fn maintain_start_time() -> Parameter {
    string("maintain_start_time")
        .constraint(Constraint::Time(TimeForm::Minute))
        .label("Maintenance from", "可维护时间段开始")
        .hint("UTC, such as 18:00Z.", "UTC 时间，例如 18:00Z。")
        .cite(page("in the format of HH:mmZ (UTC time)"))
        .samples(samples!(r#"{"maintain_start_time": "17:00Z"}"#; MalformedTime r#"{"maintain_start_time": "17:00"}"#))
}

pub(super) const fn maintain_end_time() -> Parameter {
    string("maintain_end_time")
        .constraint(Constraint::Time(TimeForm::Minute))
        .label("Maintenance until", "可维护时间段结束")
        .hint("UTC, at least one hour later; it may be on the next day.", "UTC 时间，至少晚一小时，可跨到次日。")
        .cite(page("in the format of HH:mmZ (UTC time)"))
        .samples(samples!(r#"{"maintain_end_time": "02:00Z"}"#; MalformedTime r#"{"maintain_end_time": "25:00Z"}"#))
}

pub(super) const fn prefix(name: &'static str) -> Parameter {
    string(name)
        .constraint(Constraint::Prefix { min: 8, max: 40 })
        .label("Prefix of the address", "连接地址前缀")
        .hint("8 to 40 lowercase letters and digits, beginning with a letter.", "8 到 40 个小写字母和数字，以字母开头。")
        .cite(api::row("The prefix must be 8 to 40 characters in length and can contain lowercase letters and digits."))
}

pub(super) const fn port_like(name: &'static str, kind: Kind, min: u64) -> Parameter {
    Parameter::new(name, kind).constraint(Constraint::Range {
        min,
        max: Some(65535),
    })
}

pub(super) const fn effective_time() -> Parameter {
    string("effective_time")
        .constraint(Constraint::OneOf(&["Immediately", "MaintainTime"]))
        .label("Time of a change", "变更生效时间")
        .hint("For changes only: Immediately or MaintainTime.", "仅用于变更：Immediately 或 MaintainTime。")
        .cite(page("The configurations are changed within the maintenance window."))
        .samples(samples!(r#"{"effective_time": "MaintainTime"}"#; InvalidValue r#"{"effective_time": "now"}"#))
}

pub(super) const fn force_upgrade() -> Parameter {
    flag("force_upgrade")
        .label("Forced change", "强制变配")
        .hint(
            "For changes only: true or false.",
            "仅用于变更：true 或 false。",
        )
        .cite(page("Specifies whether to forcibly change the type."))
        .samples(
            samples!(r#"{"force_upgrade": "false"}"#; TypeMismatch r#"{"force_upgrade": "no"}"#),
        )
}

/// Samples of a whitelist in a list.
pub(super) const LISTED_IPS: &[Sample] = &[
    pass(r#"{"security_ips": ["10.0.0.0/8", "192.168.0.1"]}"#),
    fail(
        MalformedCidr,
        r#"{"security_ips": ["10.0.0.0/8", "10.0.0.0/33"]}"#,
    ),
    fail(OpenWhitelist, r#"{"security_ips": ["0.0.0.0/0"]}"#),
    fail(TypeMismatch, r#"{"security_ips": "10.0.0.0/8"}"#),
    fail(crate::Code::EmptyList, r#"{"security_ips": []}"#),
];

/// Samples of a whitelist with commas.
pub(super) const JOINED_IPS: &[Sample] = &[
    pass(r#"{"security_ips": "10.0.0.0/8,192.168.0.1"}"#),
    fail(
        MalformedCidr,
        r#"{"security_ips": "10.0.0.0/8,10.0.0.0/33"}"#,
    ),
    fail(OpenWhitelist, r#"{"security_ips": "0.0.0.0/0"}"#),
    fail(TypeMismatch, r#"{"security_ips": ["10.0.0.0/8"]}"#),
];
