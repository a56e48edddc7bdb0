//! `alicloud_kvstore_instance`: what the provider sends with `CreateInstance`, and what it does
//! once the instance is there.

use super::rows::{self, DOCUMENT, code, flag, name_samples, number, page, samples, string};
use super::rules::{shared_rules, window_rules};
use crate::documents::alibaba::rows as api;
use crate::documents::class_tests as tests;
use crate::documents::common::{self, rule};
use crate::documents::{notions, packs};
use crate::profile::{
    Bilingual, Coercion, Constraint, Kind, ListRule, Object, Parameter, Profile, Ref, Rule,
    TimeForm, Wire, joined,
};

const SETTING_PARAMETERS: &[Parameter] = &[
    string("name")
        .prose()
        .label("Name of the setting", "参数名")
        .hint("Such as maxmemory-policy.", "例如 maxmemory-policy。")
        .cite(page("Field `parameters` has been deprecated"))
        .samples(samples!(r#"{"name": "maxmemory-policy"}"#; TypeMismatch r#"{"name": []}"#)),
    string("value")
        .prose()
        .may_be_empty()
        .label("Value of the setting", "参数值")
        .hint("As Redis takes it.", "按 Redis 的格式填写。")
        .cite(page("Field `parameters` has been deprecated"))
        .samples(samples!(r#"{"value": "volatile-lru"}"#; TypeMismatch r#"{"value": []}"#)),
];

const SETTING_RULES: &[Rule] = {
    const fn at(name: &str) -> Ref {
        Ref::to(SETTING_PARAMETERS, name)
    }
    &[
        rule! {
            ConfigUnknownKey at "name" if Passes(&tests::NO_SETTING, "name");
            because "No source lists a setting of that name." "没有资料列出该参数。";
            cite page("The configuration of the KVStore DBInstance.");
            pass r#"{"name": "maxmemory-policy"}"#;
            fail r#"{"name": "maxmemory-polity"}"#
        },
        rule! {
            ConfigUnlikelyValue at "value" if Passes(&tests::UNLIKELY_SETTING, "name", "value");
            because "No version takes that value." "没有任何版本支持该取值。";
            cite page("The configuration of the KVStore DBInstance.");
            pass r#"{"name": "maxmemory-policy", "value": "volatile-lru"}"#;
            fail r#"{"name": "maxmemory-policy", "value": "lru"}"#
        },
    ]
};

static SETTING: Object = Object::new(SETTING_PARAMETERS, SETTING_RULES);

/// The days of the week.
const DAYS: &[&str] = &[
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The arguments. Those that other tools built on this resource lack stand last.
pub(in crate::documents) const PARAMETERS: &[Parameter] = &[
    rows::instance_class().samples(samples!(r#"{"instance_class": "redis.shard.mid.2.ce"}"#; TypeMismatch r#"{"instance_class": []}"#)),
    number("capacity")
        .typed(Kind::Long)
        .constraint(Constraint::Range { min: 1, max: None })
        .label("Capacity", "存储容量")
        .hint("Memory in MB, such as 16384; or give an instance class.", "单位为 MB，例如 16384；也可改填实例规格。")
        .cite(page("The storage capacity of the KVStore DBInstance. Unit: MB."))
        .samples(samples!(
            r#"{"instance_class": null, "capacity": "16384"}"#;
            OutOfRange r#"{"capacity": 0}"#;
            InvalidValue r#"{"capacity": 1.5}"#;
            TypeMismatch r#"{"capacity": "16 GB"}"#
        )),
    string("instance_type").notion(&notions::INSTANCE_TYPE)
        .constraint(Constraint::OneOf(&["Redis", "Memcache"]))
        .default("Redis")
        .label("Instance type", "实例类型")
        .hint("Redis or Memcache.", "Redis 或 Memcache。")
        .cite(page("Valid values: `Redis` or `Memcache`. Default value: `Redis`."))
        .samples(samples!(r#"{"instance_type": "Redis"}"#; InvalidValue r#"{"instance_type": "redis"}"#)),
    rows::engine_version(&["2.8", "4.0", "5.0", "6.0", "7.0"])
        .default("5.0")
        .closed()
        .samples(samples!(
            r#"{"engine_version": "6.0"}"#;
            InvalidValue r#"{"engine_version": 7.0}"#;
            NewerVersion r#"{"engine_version": "8.0"}"#
        )),
    rows::name("db_instance_name", name_samples!("db_instance_name")),
    rows::password(),
    string("kms_encrypted_password")
        .secret()
        .prose()
        .label("Encrypted password", "KMS 加密密码")
        .hint("Used only without a password.", "仅在未填写 password 时生效。")
        .cite(page("If the `password` is filled in, this field will be ignored."))
        .samples(samples!(r#"{"kms_encrypted_password": "ODZhOWVm"}"#; TypeMismatch r#"{"kms_encrypted_password": []}"#)),
    Parameter::new("kms_encryption_context", Kind::Map(ListRule::FREE))
        .prose()
        .label("Context of the encryption", "KMS 加密上下文")
        .hint("With an encrypted password only.", "仅与 KMS 加密密码一起使用。")
        .cite(page("It is valid when `kms_encrypted_password` is set."))
        .samples(samples!(r#"{"kms_encryption_context": {"name": "shop"}}"#; TypeMismatch r#"{"kms_encryption_context": "shop"}"#)),
    string("payment_type").notion(&notions::BILLING)
        .constraint(Constraint::OneOf(&["PrePaid", "PostPaid"]))
        .default("PostPaid")
        .words(&[("Subscription", "PrePaid"), ("PayAsYouGo", "PostPaid")])
        .label("Billing method", "付费类型")
        .hint("PrePaid (subscription) or PostPaid (pay-as-you-go).", "PrePaid（包年包月）或 PostPaid（按量付费）。")
        .cite(page("Valid values: `PrePaid`, `PostPaid`. Default value: `PostPaid`."))
        .samples(samples!(r#"{"payment_type": "PostPaid"}"#; InvalidValue r#"{"payment_type": "PayAsYouGo"}"#)),
    string("period").notion(&notions::DURATION)
        .constraint(Constraint::Integers(common::MONTHS))
        .coercion(Coercion::Silent)
        .label("Subscription period", "购买时长")
        .hint("Months: 1-9, 12, 24 or 36. With PrePaid only.", "单位为月：1-9、12、24、36，仅用于包年包月。")
        .cite(page("Valid values: `[1~9]`, `12`, `24`, `36`."))
        .samples(samples!(
            r#"{"payment_type": "PrePaid", "period": 36}"#;
            InvalidValue r#"{"payment_type": "PrePaid", "period": "60"}"#
        )),
    flag("auto_renew")
        .default("false")
        .label("Auto-renewal", "自动续费")
        .hint("true or false. With PrePaid only.", "true 或 false，仅用于包年包月。")
        .cite(page("It is valid when payment_type is `PrePaid`. Default value: `false`."))
        .samples(samples!(
            r#"{"payment_type": "PrePaid", "period": "1", "auto_renew": "true"}"#;
            TypeMismatch r#"{"auto_renew": "yes"}"#
        )),
    number("auto_renew_period")
        .constraint(Constraint::Integers(api::RENEWALS))
        .label("Auto-renewal period", "自动续费时长")
        .hint("Months: 1, 2, 3, 6 or 12; without it 1 is sent.", "单位为月：1、2、3、6、12；未填写时为 1。")
        .cite(api::row("The subscription duration that is supported by auto-renewal."))
        .samples(samples!(
            r#"{"payment_type": "PrePaid", "period": "1", "auto_renew": true, "auto_renew_period": 6}"#;
            InvalidValue r#"{"payment_type": "PrePaid", "period": "1", "auto_renew": true, "auto_renew_period": 13}"#
        )),
    flag("auto_use_coupon")
        .label("Use vouchers", "使用代金券")
        .hint("true or false.", "true 或 false。")
        .cite(page("Specifies whether to use a coupon."))
        .samples(samples!(r#"{"auto_use_coupon": true}"#; TypeMismatch r#"{"auto_use_coupon": "yes"}"#)),
    string("coupon_no")
        .prose()
        .coercion(Coercion::Silent)
        .label("Coupon code", "优惠码")
        .hint("Number of a coupon.", "优惠码。")
        .cite(page("The coupon code."))
        .samples(samples!(r#"{"coupon_no": "default"}"#; TypeMismatch r#"{"coupon_no": []}"#)),
    string("business_info")
        .prose()
        .label("Business information", "业务信息")
        .hint("ID of a promotion, or other business information.", "活动 ID 或业务信息。")
        .cite(page("The ID of the event or the business information."))
        .samples(samples!(r#"{"business_info": "000000000"}"#; TypeMismatch r#"{"business_info": []}"#)),
    rows::vswitch_id(),
    rows::zone_id(),
    rows::secondary_zone_id(),
    string("private_ip").notion(&notions::ADDRESS)
        .constraint(Constraint::Ipv4)
        .label("Private IP address", "内网 IP 地址")
        .hint("IPv4 address in the range of the vSwitch, such as 172.16.0.10.", "交换机网段内的 IPv4 地址，例如 172.16.0.10。")
        .cite(page("The internal IP address of the instance."))
        .samples(samples!(
            r#"{"private_ip": "172.16.0.10"}"#;
            MalformedIp r#"{"private_ip": "172.16.0.256"}"#;
            IpNotPrivate r#"{"private_ip": "8.8.8.8"}"#
        )),
    string("node_type").notion(&notions::NODE_TYPE)
        .constraint(Constraint::OneOf(&["STAND_ALONE", "MASTER_SLAVE", "double", "single"]))
        .label("Node type", "节点类型")
        .hint("Deprecated. Cloud-native classes: MASTER_SLAVE or STAND_ALONE; classic ones: double or single.", "已弃用。云原生规格：MASTER_SLAVE 或 STAND_ALONE；经典版规格：double 或 single。")
        .cite(page("For cloud native instances, please select MASTER_SLAVE or STAND_ALONE. For classic instances, please select double or single."))
        .samples(&[
            rows::pass(r#"{"node_type": null}"#),
            rows::fail(crate::Code::InvalidValue, r#"{"node_type": "STANDALONE"}"#).along(&[crate::Code::DeprecatedParameter]),
        ]),
    rows::shard_count().samples(samples!(
        r#"{"instance_class": "redis.shard.large.ce", "shard_count": "3"}"#;
        OutOfRange r#"{"instance_class": "redis.shard.large.ce", "shard_count": 129}"#;
        InvalidValue r#"{"instance_class": "redis.shard.large.ce", "shard_count": 2.5}"#
    )),
    rows::read_only_count(9, samples!(
        r#"{"read_only_count": 5}"#;
        OutOfRange r#"{"read_only_count": 10}"#;
        InvalidValue r#"{"read_only_count": 0.5}"#
    )),
    rows::slave_read_only_count(),
    rows::backup_id().samples(samples!(r#"{"srcdb_instance_id": "r-bp1", "backup_id": 111111111}"#; TypeMismatch r#"{"srcdb_instance_id": "r-bp1", "backup_id": []}"#)),
    rows::source_instance("srcdb_instance_id").samples(samples!(r#"{"srcdb_instance_id": "r-bp1", "backup_id": "111111111"}"#; TypeMismatch r#"{"srcdb_instance_id": [], "backup_id": "111111111"}"#)),
    string("restore_time")
        .constraint(Constraint::Time(TimeForm::Instant))
        .label("Point in time", "恢复时间点")
        .hint("UTC, such as 2026-10-01T06:00:00Z.", "UTC 时间，例如 2026-10-01T06:00:00Z。")
        .cite(page("The point in time of a backup file."))
        .samples(samples!(
            r#"{"srcdb_instance_id": "r-bp1", "restore_time": "2026-10-01T06:00:00Z"}"#;
            MalformedTime r#"{"srcdb_instance_id": "r-bp1", "restore_time": "2026-10-01 06:00"}"#
        )),
    string("dedicated_host_group_id")
        .label("Dedicated cluster", "专属集群")
        .hint("ID of a dedicated cluster.", "专属集群 ID。")
        .cite(page("The ID of the dedicated cluster."))
        .samples(samples!(r#"{"dedicated_host_group_id": "dhg-uv4fd"}"#; TypeMismatch r#"{"dedicated_host_group_id": []}"#)),
    rows::resource_group_id(),
    flag("global_instance")
        .default("false")
        .label("First of a distributed instance", "作为分布式实例的首个子实例")
        .hint("true or false.", "true 或 false。")
        .cite(page("Whether to create a distributed cache."))
        .samples(samples!(r#"{"global_instance": false}"#; TypeMismatch r#"{"global_instance": "yes"}"#)),
    rows::global_instance_id(),
    flag("dry_run")
        .default("false")
        .label("Dry run", "预检")
        .hint("true checks the order and creates nothing.", "true 表示只检查，不创建实例。")
        .cite(page("prechecks the request without creating an instance"))
        .samples(samples!(r#"{"dry_run": false}"#; TypeMismatch r#"{"dry_run": "maybe"}"#)),
    rows::config(ListRule::SOME).samples(samples!(
        r#"{"config": {"maxmemory-policy": "volatile-lru", "timeout": 60}}"#;
        ConfigUnknownKey r#"{"config": {"maxmemory-polity": "volatile-lru"}}"#;
        ConfigUnlikelyValue r#"{"config": {"maxmemory-policy": "lru"}}"#;
        TypeMismatch r#"{"config": "maxmemory-policy"}"#;
        EmptyList r#"{"config": {}}"#
    )),
    Parameter::new("parameters", Kind::Objects(&SETTING, ListRule::FREE))
        .label("Settings, the old way", "参数配置（旧写法）")
        .hint("Deprecated: write config = { … }.", "已弃用，请改用 config = { … }。")
        .cite(page("It has been deprecated from provider version 1.101.0 and `config` instead."))
        .samples(&[
            rows::pass(r#"{"parameters": null}"#),
            rows::fail(crate::Code::TypeMismatch, r#"{"parameters": "x"}"#).along(&[crate::Code::DeprecatedParameter]),
        ]),
    Parameter::new(
        "security_ips",
        Kind::Texts(ListRule {
            usual: None,
            most: Some(1000),
            distinct_by: None,
            needs_one: true,
        }),
    )
    .constraint(Constraint::Whitelist)
    .label("Whitelist", "IP 白名单")
    .hint("Addresses and CIDR blocks that may connect.", "允许连接的 IP 地址和网段。")
    .cite(page("The maximum number of IP addresses in the whitelist group is 1000."))
    .samples(rows::LISTED_IPS),
    rows::security_ip_group_name(),
    string("security_ip_group_attribute")
        .may_be_empty()
        .label("Attribute of the whitelist group", "白名单分组属性")
        .hint("hidden keeps the group from the console.", "hidden 表示在控制台中隐藏该分组。")
        .cite(page("The attribute of the whitelist group."))
        .samples(samples!(r#"{"security_ip_group_attribute": "hidden"}"#; TypeMismatch r#"{"security_ip_group_attribute": []}"#)),
    rows::security_group_id(),
    rows::port_like("port", Kind::Integer, 1)
        .default("6379")
        .label("Port of the public address", "公网端口")
        .hint("Only with a public address; the private port is another argument.", "仅用于公网地址；内网端口由另一个参数设置。")
        .cite(code("AllocateInstancePublicConnection: Port"))
        .samples(samples!(
            r#"{"port": 6379}"#;
            OutOfRange r#"{"port": 65536}"#;
            InvalidValue r#"{"port": 1.5}"#
        )),
    flag("enable_public")
        .default("false")
        .label("Public address", "公网地址")
        .hint("Deprecated: use a resource of its own.", "已弃用，请使用独立的资源。")
        .cite(page("resource `alicloud_kvstore_connection` instead"))
        .samples(&[
            rows::pass(r#"{"enable_public": null}"#),
            rows::fail(crate::Code::TypeMismatch, r#"{"enable_public": "yes"}"#).along(&[crate::Code::DeprecatedParameter]),
        ]),
    rows::prefix("connection_string_prefix")
        .samples(&[
            rows::pass(r#"{"connection_string_prefix": null}"#),
            rows::fail(crate::Code::MalformedPrefix, r#"{"connection_string_prefix": "Orders"}"#).along(&[crate::Code::DeprecatedParameter]),
            rows::fail(crate::Code::UnlikelyValue, r#"{"connection_string_prefix": "orders-cache-1"}"#).along(&[crate::Code::DeprecatedParameter]),
        ]),
    rows::prefix("private_connection_prefix")
        .samples(samples!(
            r#"{"private_connection_prefix": "orderscache1"}"#;
            MalformedPrefix r#"{"private_connection_prefix": "Orders"}"#;
            UnlikelyValue r#"{"private_connection_prefix": "orders-cache-1"}"#
        )),
    rows::port_like("private_connection_port", Kind::String, 1)
        .coercion(Coercion::Silent)
        .label("Port", "内网端口")
        .hint("1 to 65535, usually 6379.", "1 到 65535，通常为 6379。")
        .cite(page("used to modify the private network connection port"))
        .samples(samples!(
            r#"{"private_connection_port": 4011}"#;
            OutOfRange r#"{"private_connection_port": "65536"}"#;
            InvalidValue r#"{"private_connection_port": "redis"}"#
        )),
    Parameter::new("backup_period", Kind::Texts(ListRule::FREE))
        .constraint(Constraint::OneOf(DAYS))
        .label("Days of backups", "备份周期")
        .hint("Days of the week, such as Wednesday.", "星期几，例如 Wednesday。")
        .cite(page("Backup period."))
        .samples(samples!(r#"{"backup_period": ["Monday", "Friday"]}"#; InvalidValue r#"{"backup_period": ["Mon"]}"#)),
    string("backup_time")
        .constraint(Constraint::Time(TimeForm::Window))
        .label("Time of backups", "备份时间")
        .hint("UTC, such as 11:00Z-12:00Z.", "UTC 时间，例如 11:00Z-12:00Z。")
        .cite(page("Backup time, the format is HH:mmZ-HH:mmZ (UTC time)."))
        .samples(samples!(r#"{"backup_time": "11:00Z-12:00Z"}"#; MalformedTime r#"{"backup_time": "11:00-12:00"}"#)),
    rows::maintain_start_time(),
    rows::maintain_end_time(),
    rows::ssl("ssl_enable").samples(samples!(r#"{"ssl_enable": "Enable"}"#; InvalidValue r#"{"ssl_enable": "Enabled"}"#)),
    rows::tde_status(&["Enabled"]).samples(samples!(r#"{"tde_status": "Enabled"}"#; InvalidValue r#"{"tde_status": "enabled"}"#)),
    rows::encryption_name(),
    rows::encryption_key(),
    rows::role_arn(),
    rows::vpc_auth_mode(),
    number("bandwidth")
        .label("Bandwidth", "带宽")
        .hint("Of the whole instance; divisible by the number of shards.", "整个实例的带宽，须能被分片数整除。")
        .cite(page("`bandwidth` must be divisible by the number of `shard_count` in the instance"))
        .samples(samples!(r#"{"bandwidth": 96}"#; TypeMismatch r#"{"bandwidth": "wide"}"#)),
    flag("instance_release_protection")
        .label("Release protection", "释放保护")
        .hint("true keeps the instance from being deleted.", "true 表示防止实例被误删。")
        .cite(page("Whether to open the release protection."))
        .samples(samples!(r#"{"instance_release_protection": true}"#; TypeMismatch r#"{"instance_release_protection": "on"}"#)),
    rows::tags(20, samples!(
        r#"{"tags": {"team": "orders"}}"#;
        TooManyItems r#"{"tags": {"a": "1", "b": "1", "c": "1", "d": "1", "e": "1", "f": "1", "g": "1", "h": "1", "i": "1", "j": "1", "k": "1", "l": "1", "m": "1", "n": "1", "o": "1", "p": "1", "q": "1", "r": "1", "s": "1", "t": "1", "u": "1"}}"#;
        TypeMismatch r#"{"tags": ["team"]}"#
    )),
    string("is_auto_upgrade_open")
        .constraint(Constraint::OneOf(&["0", "1"]))
        .coercion(Coercion::Silent)
        .label("Automatic minor upgrades", "小版本自动升级")
        .hint("1 or 0.", "1 或 0。")
        .cite(page("`1`: Enables automatic minor version update."))
        .samples(samples!(r#"{"is_auto_upgrade_open": 1}"#; InvalidValue r#"{"is_auto_upgrade_open": "true"}"#)),
    number("enable_backup_log")
        .constraint(Constraint::Integers(&[0, 1]))
        .label("Incremental backup", "增量备份")
        .hint("1 or 0.", "1 或 0。")
        .cite(page("Turn on or off incremental backup. Valid values: `1`, `0`."))
        .samples(samples!(r#"{"enable_backup_log": 1}"#; InvalidValue r#"{"enable_backup_log": 2}"#)),
    rows::effective_time(),
    rows::force_upgrade(),
    string("order_type")
        .constraint(Constraint::OneOf(&["UPGRADE", "DOWNGRADE"]))
        .label("Kind of change", "变配类型")
        .hint("For changes only: UPGRADE or DOWNGRADE.", "仅用于变更：UPGRADE 或 DOWNGRADE。")
        .cite(page("Valid values: `UPGRADE`, `DOWNGRADE`."))
        .samples(samples!(r#"{"order_type": "DOWNGRADE"}"#; InvalidValue r#"{"order_type": "upgrade"}"#)),
    rows::replica_count(),
    rows::slave_replica_count(),
];

/// Names that the provider still takes.
const OLD_NAMES: &[(&str, &str)] = &[
    ("instance_name", "db_instance_name"),
    ("instance_charge_type", "payment_type"),
    ("availability_zone", "zone_id"),
];

/// Why a name that the resource has is no argument.
pub(in crate::documents) const COMPUTED: Bilingual =
    Bilingual::new("the provider computes it", "该属性由 provider 计算得出");

/// The VPC is no argument here.
pub(in crate::documents) const LOOKED_UP: Bilingual = Bilingual::new(
    "the VPC is looked up from the vSwitch",
    "专有网络由交换机自动查得",
);

/// The region is no argument.
pub(in crate::documents) const OF_PROVIDER: Bilingual =
    Bilingual::new("the provider gives the region", "地域由 provider 配置给出");

/// Taken out of the resource.
pub(in crate::documents) const REMOVED: Bilingual = Bilingual::new(
    "it was removed in version 1.216.0 of the provider",
    "已在 provider 1.216.0 中移除",
);

const GONE: &[(&str, Bilingual)] = &[
    ("modify_mode", REMOVED),
    ("id", COMPUTED),
    ("connection_domain", COMPUTED),
    ("connection_string", COMPUTED),
    ("end_time", COMPUTED),
    ("qps", COMPUTED),
    ("status", COMPUTED),
    ("vpc_id", LOOKED_UP),
    ("region_id", OF_PROVIDER),
    ("region", OF_PROVIDER),
];

const ALIASES: &[(&str, &str)] = &[
    ("name", "db_instance_name"),
    ("tair_instance_name", "db_instance_name"),
    ("charge_type", "payment_type"),
    ("pay_type", "payment_type"),
    ("db_instance_class", "instance_class"),
    ("ssl_enabled", "ssl_enable"),
    ("src_db_instance_id", "srcdb_instance_id"),
    ("security_group_ids", "security_group_id"),
    ("private_ip_address", "private_ip"),
    ("redis_version", "engine_version"),
];

const fn at(name: &str) -> Ref {
    Ref::to(PARAMETERS, name)
}

/// Rules of this resource alone, given why `port` has no effect.
macro_rules! kvstore_rules {
    ($port_en:literal $port_zh:literal) => {
        [
            rule! {
                RequiredOneOf if Absent("capacity"), Absent("instance_class");
                because "The size of the instance follows from its class or from its capacity." "实例大小由实例规格或容量决定。";
                cite api::row("When you call this operation, you must specify at least one of the Capacity and InstanceClass parameters.");
                pass r#"{"instance_class": null, "capacity": 1024}"#;
                fail r#"{"instance_class": null}"#
            },
            rule! {
                UnlikelyValue at "capacity" if AtMost("capacity", 255);
                because "it counts MB, and the smallest instance has 256; GB was probably meant" "单位是 MB，最小的实例为 256 MB；本意可能是 GB";
                cite page("The storage capacity of the KVStore DBInstance. Unit: MB.");
                pass r#"{"instance_class": null, "capacity": 256}"#;
                fail r#"{"instance_class": null, "capacity": 16}"#
            },
            rule! {
                CapacityClassMismatch at "capacity" if Passes(&tests::CAPACITY_DIFFERS, "instance_class", "capacity");
                because "The document does not say which of the two wins." "文档没有说明以哪一个为准。";
                cite api::catalogue("capacity of each class");
                pass r#"{"instance_class": "redis.master.stand.default", "engine_version": "5.0", "capacity": 4096}"#;
                fail r#"{"instance_class": "redis.master.small.default", "engine_version": "5.0", "capacity": 4096}"#
            },
            rule! {
                ZoneUnspecified at "zone_id" if Absent("zone_id");
                because "Nothing says where in the region the instance goes." "没有任何参数说明实例所在的可用区。";
                cite page("The ID of the zone.");
                pass r#"{"zone_id": "cn-hangzhou-h"}"#;
                fail r#"{"zone_id": null}"#
            },
            rule! {
                VpcUnspecified at "vswitch_id" if Absent("vswitch_id");
                because "the provider then asks for the classic network, which is no longer sold" "provider 会因此申请已停售的经典网络";
                cite code("NetworkType: CLASSIC without a vSwitch");
                pass r#"{"vswitch_id": "vsw-bp2"}"#;
                fail r#"{"vswitch_id": null}"#
            },
            rule! {
                IpWithoutVswitch at "private_ip" if Valid("private_ip"), Absent("vswitch_id");
                because "The address has to lie in the range of the instance's vSwitch." "该地址须在实例所属的交换机网段内。";
                cite api::row("The internal network IP address must be within the vSwitch CIDR block to which the instance belongs.");
                pass r#"{"private_ip": "10.0.0.1"}"#;
                fail r#"{"private_ip": "10.0.0.1", "vswitch_id": null}"# along VpcUnspecified
            },
            rule! {
                RequiredWhen at "period" if Is("payment_type", "PrePaid"), Absent("period");
                because "A subscription is bought for a number of months." "包年包月须指定购买时长。";
                cite api::row("This parameter is required and takes effect only when the ChargeType parameter is set to PrePaid.");
                pass r#"{"payment_type": "PrePaid", "period": "1"}"#;
                fail r#"{"payment_type": "PrePaid"}"#
            },
            rule! {
                IgnoredParameter at "period" if Present("period"), IsNot("payment_type", "PrePaid");
                because "Pay-as-you-go has no subscription period." "按量付费没有购买时长。";
                cite page("It is valid when payment_type is `PrePaid`.");
                pass r#"{"payment_type": "PrePaid", "period": "9"}"#;
                fail r#"{"period": "9"}"#
            },
            rule! {
                IgnoredParameter at "auto_renew" if Is("auto_renew", "true"), IsNot("payment_type", "PrePaid");
                because "Only a subscription is renewed." "只有包年包月才会续费。";
                cite page("It is valid when payment_type is `PrePaid`.");
                pass r#"{"auto_renew": false}"#;
                fail r#"{"auto_renew": true}"#
            },
            rule! {
                IgnoredParameter at "auto_renew_period" if Present("auto_renew_period"), IsNot("payment_type", "PrePaid");
                because "Only a subscription is renewed." "只有包年包月才会续费。";
                cite page("It is valid when payment_type is `PrePaid`.");
                pass r#"{"payment_type": "PrePaid", "period": "1", "auto_renew": true, "auto_renew_period": 1}"#;
                fail r#"{"auto_renew_period": 1}"#
            },
            rule! {
                IgnoredParameter at "auto_renew_period" if Present("auto_renew_period"), IsNot("auto_renew", "true"), OneOf("payment_type", &["PrePaid"]);
                because "Nothing is renewed without auto-renewal." "未开启自动续费时不会续费。";
                cite code("AutoRenewPeriod: with auto_renew only");
                pass r#"{"payment_type": "PrePaid", "period": "1", "auto_renew": true, "auto_renew_period": 1}"#;
                fail r#"{"payment_type": "PrePaid", "period": "1", "auto_renew_period": 1}"#
            },
            rule! {
                IgnoredParameter at "port" if Passes(&tests::ANOTHER_PORT, "port"), Either(IsNot("enable_public", "true"));
                because $port_en $port_zh;
                cite code("AllocateInstancePublicConnection: Port");
                pass r#"{"port": 6379}"#;
                fail r#"{"port": 6380}"#
            },
            rule! {
                UnlikelyValue at "port" if AtMost("port", 1023);
                because "older texts and the schema begin at 1024" "旧版文本和接口定义从 1024 开始";
                cite api::schema("Port: minimum 1024");
                pass r#"{"port": 6379}"#;
                fail r#"{"port": 80}"# along IgnoredParameter
            },
            rule! {
                UnlikelyValue at "private_connection_port" if AtMost("private_connection_port", 1023);
                because "older texts and the schema begin at 1024" "旧版文本和接口定义从 1024 开始";
                cite api::schema("Port: minimum 1024");
                pass r#"{"private_connection_port": "1024"}"#;
                fail r#"{"private_connection_port": "1023"}"#
            },
            rule! {
                DeprecatedParameter at "node_type" if Present("node_type");
                because "nothing took its place; the class tells how many nodes there are" "没有替代参数，节点数由规格决定";
                cite code("node_type: deprecated from version 1.120.1");
                pass r#"{"node_type": null}"#;
                fail r#"{"node_type": "MASTER_SLAVE"}"#
            },
            rule! {
                DeprecatedParameter at "enable_public" if Present("enable_public");
                because "no argument took its place; a public address is a resource of its own" "没有替代参数，公网地址是独立的资源";
                cite page("resource `alicloud_kvstore_connection` instead");
                pass r#"{"enable_public": null}"#;
                fail r#"{"enable_public": true}"#
            },
            rule! {
                DeprecatedParameter at "connection_string_prefix" if Present("connection_string_prefix");
                because "no argument took its place; a public address is a resource of its own" "没有替代参数，公网地址是独立的资源";
                cite page("resource `alicloud_kvstore_connection` instead");
                pass r#"{"connection_string_prefix": null}"#;
                fail r#"{"connection_string_prefix": "orderscache1"}"#
            },
            rule! {
                DeprecatedParameter at "parameters" if Present("parameters"), Absent("config");
                because "settings stand in a map of names and values" "参数配置应写成键值对";
                cite page("It has been deprecated from provider version 1.101.0 and `config` instead.");
                pass r#"{"config": {"timeout": "60"}}"#;
                fail r#"{"parameters": [{"name": "timeout", "value": "60"}]}"#
            },
            rule! {
                ConflictingParameters as Error at "parameters" if Present("parameters"), Present("config");
                because "the provider takes one of them" "provider 只接受其中之一";
                cite code("config: conflicts with parameters");
                pass r#"{"config": {"timeout": "60"}}"#;
                fail r#"{"parameters": [{"name": "timeout", "value": "60"}], "config": {"timeout": "60"}}"#
            },
            rule! {
                UnlikelyValue at "connection_string_prefix" if Passes(&tests::HYPHENATED, "connection_string_prefix");
                because "the text allows letters and digits only" "文档只允许字母和数字";
                cite api::row("can contain lowercase letters and digits");
                pass r#"{"connection_string_prefix": null}"#;
                fail r#"{"connection_string_prefix": "orders-cache-1"}"# along DeprecatedParameter
            },
            rule! {
                UnlikelyValue at "private_connection_prefix" if Passes(&tests::HYPHENATED, "private_connection_prefix");
                because "the text allows letters and digits only" "文档只允许字母和数字";
                cite api::row("can contain lowercase letters and digits");
                pass r#"{"private_connection_prefix": "orderscache1"}"#;
                fail r#"{"private_connection_prefix": "orders-cache-1"}"#
            },
            rule! {
                ClassNodeMismatch at "node_type" if OneOf("node_type", &["double", "single"]), Passes(&tests::CLOUD_NATIVE, "instance_class");
                because "cloud-native classes take MASTER_SLAVE or STAND_ALONE" "云原生规格应填 MASTER_SLAVE 或 STAND_ALONE";
                cite page("For cloud native instances, please select MASTER_SLAVE or STAND_ALONE.");
                pass r#"{"node_type": null}"#;
                fail r#"{"node_type": "double"}"# along DeprecatedParameter
            },
            rule! {
                ClassNodeMismatch at "node_type" if OneOf("node_type", &["MASTER_SLAVE", "STAND_ALONE"]), Passes(&tests::CLASSIC, "instance_class");
                because "classic classes take double or single" "经典版规格应填 double 或 single";
                cite page("For classic instances, please select double or single.");
                pass r#"{"node_type": null}"#;
                fail r#"{"instance_class": "redis.master.small.default", "engine_version": "5.0", "node_type": "MASTER_SLAVE"}"# along DeprecatedParameter
            },
            rule! {
                ClassTypeMismatch at "instance_class" if StartsWith("instance_class", common::REDIS_CLASSES), Is("instance_type", "Memcache");
                because "redis and tair classes are for Redis instances." "redis 和 tair 开头的规格用于 Redis 实例。";
                cite page("When `instance_type = Memcache`, the `engine_version` only supports \"4.0\".");
                pass r#"{"instance_type": "Redis"}"#;
                fail r#"{"instance_type": "Memcache"}"#
            },
            rule! {
                ClassTypeMismatch at "instance_class" if StartsWith("instance_class", common::MEMCACHE_CLASSES), Is("instance_type", "Redis");
                because "memcache classes are for Memcache instances; Redis is the default type." "memcache 开头的规格用于 Memcache 实例；默认类型为 Redis。";
                cite page("When `instance_type = Memcache`, the `engine_version` only supports \"4.0\".");
                pass r#"{"instance_class": "memcache.master.small.default", "engine_version": "4.0", "instance_type": "Memcache"}"#;
                fail r#"{"instance_class": "memcache.master.small.default", "engine_version": "4.0"}"#
            },
            rule! {
                RetiredClass at "instance_class" if Passes(&tests::RETIRED, "instance_class");
                because "The provider lists the class as retired." "服务商将该规格列为停售。";
                cite api::catalogue("retired");
                pass r#"{"instance_class": "redis.shard.mid.2.ce"}"#;
                fail r#"{"instance_class": "redis.logic.splitrw.small.1db.1rodb.4proxy.default", "engine_version": "5.0"}"#
            },
            rule! {
                ClassOperationMismatch as Info at "instance_class" if Passes(&tests::TAIR_RDB, "instance_class");
                because "it is documented for the other resource; this one is known to take it" "文档中它属于另一种资源；已知本资源也接受";
                cite page("Type of the applied Tair (Redis OSS-Compatible) And Memcache (KVStore) Classic Instance.");
                pass r#"{"instance_class": "redis.shard.mid.2.ce"}"#;
                fail r#"{"instance_class": "tair.rdb.2g"}"#
            },
            rule! {
                ClassOperationMismatch at "instance_class" if Passes(&tests::TAIR_OTHER, "instance_class");
                because "the resource for Tair instances orders it" "应使用 Tair 实例的资源";
                cite page("Type of the applied Tair (Redis OSS-Compatible) And Memcache (KVStore) Classic Instance.");
                pass r#"{"instance_class": "redis.shard.mid.2.ce"}"#;
                fail r#"{"instance_class": "tair.localssd.c1m8.4xlarge", "engine_version": null}"#
            },
            rule! {
                ClassEngineMismatch at "engine_version" if Present("engine_version"), Passes(&tests::ENGINE_OUTSIDE, "instance_class", "engine_version");
                because "The family of the class decides which versions there are." "规格所属系列决定可用的引擎版本。";
                cite api::row("The engine version of the Redis classic instance.");
                pass r#"{"instance_class": "redis.shard.mid.2.ce", "engine_version": "6.0"}"#;
                fail r#"{"instance_class": "redis.master.small.default", "engine_version": "7.0"}"#
            },
            rule! {
                ClassEngineMismatch as Warning at "engine_version" if Present("engine_version"), Passes(&tests::ENGINE_UNUSUAL, "instance_class", "engine_version");
                because "Users and other pages know this family with other versions only." "用户反馈及其他页面中，该系列只有其他版本。";
                cite api::catalogue("engine versions of each family");
                pass r#"{"instance_class": "redis.amber.master.small.multithread", "engine_version": "5.0"}"#;
                fail r#"{"instance_class": "redis.amber.master.small.multithread", "engine_version": "6.0"}"#
            },
            rule! {
                IgnoredParameter at "shard_count" if Passes(&tests::CLASSIC_WITH_SHARDS, "instance_class", "shard_count");
                because "a classic class has the shards that its name says" "经典版规格的分片数由名称决定";
                cite page("available only if you create a cluster instance that uses cloud disks");
                pass r#"{"instance_class": "redis.shard.large.ce", "shard_count": 2}"#;
                fail r#"{"instance_class": "redis.master.small.default", "engine_version": "5.0", "shard_count": 2}"#
            },
            rule! {
                ShardCountMismatch at "shard_count" if Passes(&tests::SPELLED_OTHERWISE, "instance_class", "shard_count");
                because "the name of the class spells another number" "规格名称中写明的是另一个数";
                cite api::catalogue("the part {M}db of a name is the number of shards");
                pass r#"{"instance_class": "redis.logic.sharding.1g.2db.0rodb.4proxy.default", "engine_version": "5.0", "shard_count": 2}"#;
                fail r#"{"instance_class": "redis.logic.sharding.1g.2db.0rodb.4proxy.default", "engine_version": "5.0", "shard_count": 4}"#
            },
            rule! {
                ShardCountMismatch at "shard_count" if Present("shard_count"), Passes(&tests::ONE_SHARD_OF_MANY, "instance_class", "shard_count");
                because "the class is sold for clusters of two shards or more" "该规格只用于两个及以上分片的集群";
                cite api::catalogue("2.. shards");
                pass r#"{"instance_class": "redis.shard.small.ce", "shard_count": 2}"#;
                fail r#"{"instance_class": "redis.shard.small.ce", "shard_count": 1}"#
            },
            rule! {
                ShardCountMismatch at "instance_class" if Absent("shard_count"), Passes(&tests::ONE_SHARD_OF_MANY, "instance_class", "shard_count");
                because "the class is sold for clusters of two shards or more, and without a count there is one" "该规格只用于两个及以上分片的集群，而未填写分片数时为一个";
                cite api::catalogue("2.. shards");
                pass r#"{"instance_class": "redis.shard.small.ce", "shard_count": 2}"#;
                fail r#"{"instance_class": "redis.shard.small.ce"}"#
            },
            rule! {
                ShardCountMismatch at "shard_count" if Passes(&tests::MANY_SHARDS_OF_ONE, "instance_class", "shard_count");
                because "the class is sold as one shard" "该规格只有一个分片";
                cite api::catalogue("1 shard");
                pass r#"{"instance_class": "redis.shard.large.ce", "shard_count": 2}"#;
                fail r#"{"instance_class": "redis.shard.small.2.ce", "shard_count": 2}"#
            },
            rule! {
                UnlikelyValue at "read_only_count" if AtLeast("read_only_count", 6);
                because "the machine schema ends at 5" "机器可读的接口定义上限为 5";
                cite api::schema("ReadOnlyCount: maximum 5");
                pass r#"{"read_only_count": 5}"#;
                fail r#"{"read_only_count": 6}"#
            },
            rule! {
                IgnoredParameter at "read_only_count" if AtLeast("read_only_count", 1), Passes(&tests::CLASSIC, "instance_class");
                because "a classic class has the read replicas that its name says" "经典版规格的只读节点数由名称决定";
                cite api::row("This parameter applies only to cloud-native read/write splitting instances.");
                pass r#"{"read_only_count": 1}"#;
                fail r#"{"instance_class": "redis.master.small.default", "engine_version": "5.0", "read_only_count": 1}"#
            },
            rule! {
                IgnoredParameter at "slave_read_only_count" if AtLeast("slave_read_only_count", 1), Passes(&tests::CLASSIC, "instance_class");
                because "a classic class has the read replicas that its name says" "经典版规格的只读节点数由名称决定";
                cite api::row("This parameter applies only to cloud-native read/write splitting instances.");
                pass r#"{"secondary_zone_id": "cn-hangzhou-g", "slave_read_only_count": 1}"#;
                fail r#"{"instance_class": "redis.master.small.default", "engine_version": "5.0", "secondary_zone_id": "cn-hangzhou-g", "slave_read_only_count": 1}"#
            },
            rule! {
                IncompletePair at "srcdb_instance_id" if Present("srcdb_instance_id"), Absent("backup_id"), Absent("restore_time");
                because "The new instance starts from a backup set or a point in time of the source instance." "新实例须基于源实例的备份集或某个时间点创建。";
                cite api::row("This parameter must be used in combination with one of the preceding three parameters.");
                pass r#"{"srcdb_instance_id": "r-bp1", "backup_id": "111111111"}"#;
                fail r#"{"srcdb_instance_id": "r-bp1"}"#
            },
            rule! {
                IncompletePair at "backup_id" if Present("backup_id"), Absent("srcdb_instance_id");
                because "A backup set belongs to the instance that it was made of." "备份集属于其源实例。";
                cite api::row("specify the source instance ID in this parameter first");
                pass r#"{"srcdb_instance_id": "r-bp1", "backup_id": "111111111"}"#;
                fail r#"{"backup_id": "111111111"}"#
            },
            rule! {
                IncompletePair at "restore_time" if Present("restore_time"), Absent("srcdb_instance_id");
                because "The point in time is one of the source instance." "时间点属于源实例。";
                cite api::row("specify the source instance ID in this parameter first");
                pass r#"{"srcdb_instance_id": "r-bp1", "restore_time": "2026-10-01T06:00:00Z"}"#;
                fail r#"{"restore_time": "2026-10-01T06:00:00Z"}"#
            },
            rule! {
                UnlikelyValue at "global_instance" if Is("global_instance", "true"), Passes(&tests::NOT_GLOBAL, "instance_class");
                because "a distributed instance is one of Tair in memory" "分布式实例须为 Tair 内存型";
                cite api::row("the new instance must be a Tair memory-optimized instance and the DPI engine version must be 5.0");
                pass r#"{"instance_class": "tair.rdb.2g", "engine_version": "5.0", "global_instance": true}"#;
                fail r#"{"global_instance": true}"#
            },
            rule! {
                DryRun at "dry_run" if Is("dry_run", "true");
                because "Even when all is well the answer is an error code." "即使检查通过也会返回错误码。";
                cite page("If the request passes the precheck, the DryRunOperation error code is returned.");
                pass r#"{"dry_run": "false"}"#;
                fail r#"{"dry_run": true}"#
            },
            rule! {
                OneWayChoice at "payment_type" if Is("payment_type", "PrePaid");
                because "a subscription can never be turned back into pay-as-you-go" "包年包月不能改回按量付费";
                cite common::page("you cannot switch the billing method from subscription to Pay-As-You-Go");
                pass r#"{"payment_type": "PostPaid"}"#;
                fail r#"{"payment_type": "PrePaid", "period": "1"}"#
            },
        ]
    };
}
pub(in crate::documents) use kvstore_rules;

/// Rules about replicas, which older editions of the resource do not have.
macro_rules! replica_rules {
    () => {
        [
    rule! {
        RequiredWith at "secondary_zone_id" if Either(AtMost("slave_read_only_count", 0), Absent("slave_read_only_count")), AtLeast("slave_replica_count", 1), Absent("secondary_zone_id"), Present("slave_replica_count");
        because "The nodes of the secondary zone need that zone." "备可用区的节点须有备可用区。";
        cite page("The number of replica nodes in the secondary zone.");
        pass r#"{"secondary_zone_id": "cn-hangzhou-g", "slave_replica_count": 1}"#;
        fail r#"{"slave_replica_count": 1}"#
    },
    rule! {
        ConflictingParameters at "replica_count" if AtLeast("replica_count", 1), AtLeast("read_only_count", 1);
        because "an instance has replicas or read replicas" "副本与只读节点不能同时设置";
        cite page("An instance cannot have both replicas and read-only nodes at the same time.");
        pass r#"{"replica_count": 1, "read_only_count": 0}"#;
        fail r#"{"replica_count": 1, "read_only_count": 1}"#
    },
    rule! {
        IgnoredParameter at "replica_count" if AtLeast("replica_count", 1), Passes(&tests::CLASSIC, "instance_class");
        because "a classic class has the replicas that it has" "经典版规格的副本数是固定的";
        cite api::row("This parameter applies only to cloud-native cluster instances with multiple replicas.");
        pass r#"{"replica_count": 1}"#;
        fail r#"{"instance_class": "redis.master.small.default", "engine_version": "5.0", "replica_count": 1}"#
    },
    rule! {
        IgnoredParameter at "slave_replica_count" if AtLeast("slave_replica_count", 1), Passes(&tests::CLASSIC, "instance_class");
        because "a classic class has the replicas that it has" "经典版规格的副本数是固定的";
        cite api::row("This parameter applies only to cloud-native cluster instances with multiple replicas.");
        pass r#"{"secondary_zone_id": "cn-hangzhou-g", "slave_replica_count": 1}"#;
        fail r#"{"instance_class": "redis.master.small.default", "engine_version": "5.0", "secondary_zone_id": "cn-hangzhou-g", "slave_replica_count": 1}"#
    },
    rule! {
        SumOutOfRange at "slave_replica_count" if Present("slave_replica_count"), Passes(&tests::SUM_ABOVE_FOUR, "replica_count", "slave_replica_count");
        because "a cluster has at most four replicas in all" "集群合计最多四个副本";
        cite api::row("The sum of this parameter and the SlaveReplicaCount parameter cannot exceed 4.");
        pass r#"{"secondary_zone_id": "cn-hangzhou-g", "replica_count": 2, "slave_replica_count": 2}"#;
        fail r#"{"secondary_zone_id": "cn-hangzhou-g", "replica_count": 3, "slave_replica_count": 2}"#
    },
]
    };
}
pub(in crate::documents) use replica_rules;

const REPLICA_RULES: &[Rule] = &replica_rules!();

const SHARED: &[Rule] =
    &shared_rules!(r#"{"vpc_auth_mode": "Close", "security_ips": ["10.0.0.0/8", "0.0.0.0/0"]}"#);
const WINDOW: &[Rule] = &window_rules!();
const OWN: &[Rule] = &kvstore_rules!(
    "it is the port of a public address; the private one is `private_connection_port`" "它是公网地址的端口；内网端口是 `private_connection_port`"
);

/// The rules, without those about replicas.
const RULES_BEFORE: &[Rule] = &joined::<Rule, { SHARED.len() + WINDOW.len() + OWN.len() }>(
    SHARED,
    &joined::<Rule, { WINDOW.len() + OWN.len() }>(WINDOW, OWN),
);
const RULES: &[Rule] =
    &joined::<Rule, { RULES_BEFORE.len() + REPLICA_RULES.len() }>(RULES_BEFORE, REPLICA_RULES);

pub(in crate::documents) static REQUEST: Object = Object::new(PARAMETERS, RULES)
    .with_old_names(OLD_NAMES)
    .with_packs(packs::terraform::KVSTORE);

/// The resource `alicloud_kvstore_instance`.
pub static PROFILE: Profile = Profile {
    id: "terraform.alicloud-kvstore-instance",
    title: Bilingual::new(
        "Terraform resource alicloud_kvstore_instance",
        "Terraform 资源 alicloud_kvstore_instance",
    ),
    operation: "CreateInstance",
    document: DOCUMENT,
    edition: Bilingual::new("1.286.0, 2026-08-21", "1.286.0，2026-08-21"),
    since: "2026-08-21",
    supersedes: None,
    notions: notions::NOTIONS,
    context_rules: &[],
    change_rules: &[],
    aliases: ALIASES,
    gone: GONE,
    wire: Wire::TERRAFORM,
    request: &REQUEST,
    provider_codes: None,
    sample: r#"{"instance_class": "redis.shard.small.2.ce", "engine_version": "7.0", "db_instance_name": "orders", "vswitch_id": "vsw-bp1", "zone_id": "cn-hangzhou-h"}"#,
};
