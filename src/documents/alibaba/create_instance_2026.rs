//! `CreateInstance` of R-kvstore, as of today: the vendor's SDK of 2026-10-19.

use super::rows::{self, DOCUMENT, catalogue, row, schema};
use super::rules::shared_rules;
use crate::diagnostic::Code;
use crate::documents::class_tests as tests;
use crate::documents::common::{self, page, rule};
use crate::documents::{beyond, notions, packs};
use crate::profile::{
    Bilingual, Citation, Constraint, Kind, Object, Parameter, Profile, ProviderCodes, Ref, Rule,
    Sample, Wire, joined,
};

const OWN: &[Parameter] = &[
    Parameter::new("Action", Kind::String)
        .common()
        .constraint(Constraint::OneOf(&["CreateInstance"]))
        .label("Operation", "操作")
        .hint("CreateInstance; with today's signatures it travels in a header.", "CreateInstance；使用新版签名时在请求头中传递。")
        .cite(row("CreateInstance"))
        .samples(&[
            Sample::passes(r#"{"Action": "CreateInstance"}"#),
            Sample::fails(Code::InvalidValue, r#"{"Action": "createInstance"}"#),
        ]),
    rows::region_id(),
    rows::zone_id(),
    rows::secondary_zone_id(),
    rows::instance_name(),
    rows::password(),
    rows::instance_class(),
    Parameter::new("Capacity", Kind::Long)
        .constraint(Constraint::Range { min: 1, max: None })
        .label("Capacity", "存储容量")
        .hint("Memory in MB, such as 16384; or give an instance class.", "单位为 MB，例如 16384；也可改填实例规格。")
        .cite(row("The storage capacity of the instance. Unit: MB."))
        .samples(&[
            Sample::passes(r#"{"InstanceClass": null, "Capacity": 16384}"#),
            Sample::fails(Code::OutOfRange, r#"{"Capacity": 0}"#),
            Sample::fails(Code::InvalidValue, r#"{"Capacity": "16 GB"}"#),
        ]),
    rows::charge_type(),
    rows::period(Kind::String),
    rows::auto_renew(),
    rows::auto_renew_period(),
    rows::auto_use_coupon(),
    rows::business_info(),
    rows::coupon_no(),
    Parameter::new("DedicatedHostGroupId", Kind::String)
        .label("Dedicated cluster", "专属集群")
        .hint("ID of a dedicated cluster.", "专属集群 ID。")
        .cite(row("The ID of the dedicated cluster."))
        .samples(&[
            Sample::passes(r#"{"DedicatedHostGroupId": "dhg-uv4fd"}"#),
            Sample::fails(Code::TypeMismatch, r#"{"DedicatedHostGroupId": []}"#),
        ]),
    rows::resource_group_id(),
    Parameter::new("NodeType", Kind::String).notion(&notions::NODE_TYPE)
        .constraint(Constraint::OneOf(&["STAND_ALONE", "MASTER_SLAVE", "double", "single"]))
        .label("Node type", "节点类型")
        .hint("Cloud-native classes: MASTER_SLAVE or STAND_ALONE; classic ones: double or single.", "云原生规格：MASTER_SLAVE 或 STAND_ALONE；经典版规格：double 或 single。")
        .cite(row("For cloud-native instances, select MASTER_SLAVE or STAND_ALONE. For classic instances, select double or single."))
        .samples(&[
            Sample::passes(r#"{"NodeType": "STAND_ALONE"}"#),
            Sample::fails(Code::InvalidValue, r#"{"NodeType": "STANDALONE"}"#),
        ]),
    Parameter::new("NetworkType", Kind::String).notion(&notions::NETWORK)
        .constraint(Constraint::OneOf(&["VPC"]))
        .default("VPC")
        .label("Network type", "网络类型")
        .hint("VPC; the classic network is no longer sold.", "VPC；经典网络已停售。")
        .cite(row("VPC: Virtual Private Cloud (VPC). This is the default value."))
        .samples(&[
            Sample::passes(r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#),
            Sample::fails(Code::InvalidValue, r#"{"NetworkType": "CLASSIC"}"#),
        ]),
    rows::vpc_id(),
    rows::v_switch_id(),
    rows::private_ip_address(),
    Parameter::new("InstanceType", Kind::String).notion(&notions::INSTANCE_TYPE)
        .constraint(Constraint::OneOf(&["Redis", "Memcache"]))
        .default("Redis")
        .label("Instance type", "实例类型")
        .hint("Redis or Memcache.", "Redis 或 Memcache。")
        .cite(row("The instance type. Valid values: Redis (default), Memcache"))
        .samples(&[
            Sample::passes(r#"{"InstanceType": "Redis"}"#),
            Sample::fails(Code::InvalidValue, r#"{"InstanceType": "redis"}"#),
        ]),
    rows::engine_version(&["2.8", "4.0", "5.0", "6.0", "7.0"]).default("5.0"),
    rows::src_db_instance_id(),
    rows::backup_id(),
    rows::cluster_backup_id(),
    rows::restore_time(),
    rows::recover_config_mode(),
    rows::shard_count().provider_code("InvalidShardInfo.Format"),
    rows::read_only_count(),
    rows::slave_read_only_count(),
    rows::replica_count(),
    rows::slave_replica_count(),
    rows::instance_endpoint_type(),
    Parameter::new("GlobalInstance", Kind::Boolean)
        .constraint(Constraint::Boolean)
        .default("false")
        .label("First of a distributed instance", "作为分布式实例的首个子实例")
        .hint("true or false; on the China site only.", "true 或 false，仅中国站支持。")
        .cite(row("Specifies whether to use the new instance as the first child instance of a distributed instance."))
        .samples(&[
            Sample::passes(r#"{"GlobalInstance": false}"#),
            Sample::fails(Code::InvalidValue, r#"{"GlobalInstance": "yes"}"#),
        ]),
    rows::global_instance_id(),
    rows::global_security_group_ids(),
    rows::port(Kind::String),
    rows::dry_run(),
    Parameter::new("Appendonly", Kind::String)
        .constraint(Constraint::OneOf(&["yes", "no"]))
        .default("yes")
        .label("AOF persistence", "AOF 持久化")
        .hint("yes or no. Classic classes only.", "yes 或 no，仅用于经典版规格。")
        .cite(row("This parameter applies to classic instances. Cloud-native instances do not support specifying the AOF parameter."))
        .samples(&[
            Sample::passes(r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "5.0", "Appendonly": "no"}"#),
            Sample::fails(Code::InvalidValue, r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "5.0", "Appendonly": "No"}"#),
        ]),
    rows::connection_string_prefix(),
    rows::param_group_id(),
    rows::tag(20),
    rows::token("Token").samples(rows::TOKEN_SAMPLES),
    rows::maintain_start_time(),
    rows::maintain_end_time(),
];

pub(in crate::documents) const PARAMETERS: &[Parameter] =
    &joined::<Parameter, { OWN.len() + rows::COMMON.len() }>(OWN, &rows::COMMON);

const fn at(name: &str) -> Ref {
    Ref::to(PARAMETERS, name)
}

const SHARED: &[Rule] = &shared_rules!();

const OWN_RULES: &[Rule] = &[
    rule! {
        RequiredOneOf if Absent("Capacity"), Absent("InstanceClass");
        because "The provider finds the size of the instance from its class or from its capacity." "服务商根据实例规格或容量确定实例大小。";
        cite row("When you call this operation, you must specify at least one of the Capacity and InstanceClass parameters.");
        pass r#"{"InstanceClass": null, "Capacity": 1024}"#;
        fail r#"{"InstanceClass": null}"#
    },
    rule! {
        UnlikelyValue at "Capacity" if AtMost("Capacity", 255);
        because "it counts MB, and the smallest instance has 256; GB was probably meant" "单位是 MB，最小的实例为 256 MB；本意可能是 GB";
        cite row("The storage capacity of the instance. Unit: MB.");
        pass r#"{"InstanceClass": null, "Capacity": 256}"#;
        fail r#"{"InstanceClass": null, "Capacity": 16}"#
    },
    rule! {
        CapacityClassMismatch at "Capacity" if Passes(&tests::CAPACITY_DIFFERS, "InstanceClass", "Capacity");
        because "The document does not say which of the two wins." "文档没有说明以哪一个为准。";
        cite catalogue("capacity of each class");
        pass r#"{"InstanceClass": "redis.master.stand.default", "EngineVersion": "5.0", "Capacity": 4096}"#;
        fail r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "5.0", "Capacity": 4096}"#
    },
    rule! {
        ClassNodeMismatch at "NodeType" if OneOf("NodeType", &["double", "single"]), Passes(&tests::CLOUD_NATIVE, "InstanceClass");
        because "cloud-native classes take MASTER_SLAVE or STAND_ALONE" "云原生规格应填 MASTER_SLAVE 或 STAND_ALONE";
        cite row("For cloud-native instances, select MASTER_SLAVE or STAND_ALONE. For classic instances, select double or single.");
        pass r#"{"NodeType": "MASTER_SLAVE"}"#;
        fail r#"{"NodeType": "double"}"#
    },
    rule! {
        ClassNodeMismatch at "NodeType" if OneOf("NodeType", &["MASTER_SLAVE", "STAND_ALONE"]), Passes(&tests::CLASSIC, "InstanceClass");
        because "classic classes take double or single" "经典版规格应填 double 或 single";
        cite row("For cloud-native instances, select MASTER_SLAVE or STAND_ALONE. For classic instances, select double or single.");
        pass r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "5.0", "NodeType": "double"}"#;
        fail r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "5.0", "NodeType": "MASTER_SLAVE"}"#
    },
    rule! {
        VpcUnspecified at "NetworkType" if Is("NetworkType", "VPC"), Present("NetworkType"), Absent("VpcId"), Absent("VSwitchId");
        because "Nothing says where in the VPC the instance goes." "没有任何参数说明实例位于专有网络的何处。";
        cite row("VPC: Virtual Private Cloud (VPC). This is the default value.");
        pass r#"{"NetworkType": "VPC", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#;
        fail r#"{"NetworkType": "VPC"}"#
    },
    rule! {
        IncompletePair at "VpcId" if Present("VpcId"), Absent("VSwitchId");
        because "The instance gets its address from a vSwitch of the VPC." "实例的地址来自该 VPC 内的交换机。";
        cite row("The ID of the vSwitch.");
        pass r#"{"VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#;
        fail r#"{"VpcId": "vpc-bp1"}"#
    },
    rule! {
        IncompletePair at "VSwitchId" if Present("VSwitchId"), Absent("VpcId");
        because "A vSwitch belongs to a VPC." "交换机属于某个 VPC。";
        cite row("The ID of the VPC.");
        pass r#"{"VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#;
        fail r#"{"VSwitchId": "vsw-bp1"}"#
    },
    rule! {
        IpWithoutVswitch at "PrivateIpAddress" if Valid("PrivateIpAddress"), Absent("VSwitchId");
        because "The address has to lie in the range of the instance's vSwitch." "该地址须在实例所属的交换机网段内。";
        cite row("The internal network IP address must be within the vSwitch CIDR block to which the instance belongs.");
        pass r#"{"VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1", "PrivateIpAddress": "10.0.0.1"}"#;
        fail r#"{"PrivateIpAddress": "10.0.0.1"}"#
    },
    rule! {
        ClassTypeMismatch at "InstanceClass" if Passes(&tests::FOR_REDIS, "InstanceClass"), Is("InstanceType", "Memcache");
        because "redis and tair classes are for Redis instances." "redis 和 tair 开头的规格用于 Redis 实例。";
        cite Citation::new(DOCUMENT, "Error codes", "Current instance class and instance type is not match.");
        provider "InstanceClass.NotMatch";
        pass r#"{"InstanceType": "Redis"}"#;
        fail r#"{"InstanceType": "Memcache"}"#
    },
    rule! {
        ClassTypeMismatch at "InstanceClass" if Passes(&tests::FOR_MEMCACHE, "InstanceClass"), Is("InstanceType", "Redis");
        because "memcache classes are for Memcache instances; Redis is the default type." "memcache 开头的规格用于 Memcache 实例；默认类型为 Redis。";
        cite Citation::new(DOCUMENT, "Error codes", "Current instance class and instance type is not match.");
        provider "InstanceClass.NotMatch";
        pass r#"{"InstanceClass": "memcache.master.small.default", "EngineVersion": "4.0", "InstanceType": "Memcache"}"#;
        fail r#"{"InstanceClass": "memcache.master.small.default", "EngineVersion": "4.0"}"#
    },
    rule! {
        ClassOperationMismatch as Info at "InstanceClass" if Passes(&tests::TAIR_RDB, "InstanceClass");
        because "its document is CreateTairInstance's; this operation is known to take it" "文档中它属于 CreateTairInstance；已知本操作也接受";
        cite Citation::new(DOCUMENT, "InstanceClass", "The instance type.");
        pass r#"{"InstanceClass": "redis.shard.mid.2.ce"}"#;
        fail r#"{"InstanceClass": "tair.rdb.2g"}"#
    },
    rule! {
        ClassOperationMismatch at "InstanceClass" if Passes(&tests::TAIR_OTHER, "InstanceClass");
        because "CreateTairInstance sells it" "应使用 CreateTairInstance";
        cite Citation::new(DOCUMENT, "InstanceClass", "The instance type.");
        pass r#"{"InstanceClass": "redis.shard.mid.2.ce"}"#;
        fail r#"{"InstanceClass": "tair.localssd.c1m8.4xlarge", "EngineVersion": null}"#
    },
    rule! {
        ShardCountMismatch at "ShardCount" if Passes(&tests::MANY_SHARDS_OF_ONE, "InstanceClass", "ShardCount");
        because "the class is sold as one shard" "该规格只有一个分片";
        cite catalogue("1 shard");
        pass r#"{"InstanceClass": "redis.shard.large.ce", "ShardCount": 2}"#;
        fail r#"{"InstanceClass": "redis.shard.small.2.ce", "ShardCount": 2}"#
    },
    rule! {
        IgnoredParameter at "Appendonly" if Present("Appendonly"), Passes(&tests::CLOUD_NATIVE, "InstanceClass");
        because "cloud-native instances do not take it" "云原生实例不支持该参数";
        cite row("Cloud-native instances do not support specifying the AOF parameter.");
        pass r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "5.0", "Appendonly": "no"}"#;
        fail r#"{"Appendonly": "no"}"#
    },
    rule! {
        UnlikelyValue at "GlobalInstance" if Is("GlobalInstance", "true"), Passes(&tests::NOT_GLOBAL, "InstanceClass");
        because "a distributed instance is one of Tair in memory" "分布式实例须为 Tair 内存型";
        cite row("the new instance must be a Tair memory-optimized instance and the DPI engine version must be 5.0");
        pass r#"{"InstanceClass": "tair.rdb.2g", "EngineVersion": "5.0", "GlobalInstance": true}"#;
        fail r#"{"GlobalInstance": true}"#
    },
    rule! {
        NoIdempotencyToken at "Token" if Absent("Token");
        because "Without a Token the provider cannot tell a repetition from a second order." "没有 Token，服务商无法区分重试与第二个订单。";
        cite row("The client token that is used to ensure the idempotence of the request.");
        pass r#"{"Token": "0c593ea1"}"#;
        fail r#"{"Token": null}"#
    },
];

const RULES: &[Rule] = &joined::<Rule, { SHARED.len() + OWN_RULES.len() }>(SHARED, OWN_RULES);

pub(in crate::documents) static REQUEST: Object =
    Object::new(PARAMETERS, RULES).with_packs(packs::api::CREATE_INSTANCE);

/// `CreateInstance` of today.
pub static PROFILE: Profile = Profile {
    id: "alibaba.create-instance.2026",
    title: Bilingual::new(
        "Alibaba Cloud CreateInstance, edition of 2026",
        "阿里云 CreateInstance（2026 版）",
    ),
    operation: "CreateInstance",
    document: DOCUMENT,
    edition: Bilingual::new("2026-10-19", "2026-10-19"),
    since: "2024-07-30",
    supersedes: Some("alibaba.create-instance.cn"),
    notions: notions::NOTIONS,
    context_rules: beyond::CONTEXT_RULES_WITH_ADDRESS,
    change_rules: beyond::CHANGE_RULES,
    aliases: common::ALIASES,
    gone: &[
        (
            "PrivateIp",
            Bilingual::new(
                "today it is PrivateIpAddress",
                "现行名称为 PrivateIpAddress",
            ),
        ),
        (
            "Config",
            Bilingual::new(
                "settings are changed with ModifyInstanceConfig once the instance is there",
                "请在实例创建后通过 ModifyInstanceConfig 修改参数",
            ),
        ),
    ],
    wire: Wire::QUERY,
    request: &REQUEST,
    provider_codes: Some(ProviderCodes {
        missing: "MissingParameter",
        token_reused: "IdempotentParameterMismatch",
    }),
    sample: r#"{"RegionId": "cn-hangzhou", "InstanceClass": "redis.shard.small.2.ce", "InstanceName": "orders"}"#,
};
