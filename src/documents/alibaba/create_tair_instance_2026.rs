//! `CreateTairInstance` of R-kvstore, as of today: the vendor's SDK of 2026-10-19.

use super::rows::{self, DOCUMENT, catalogue, row, schema};
use super::rules::shared_rules;
use crate::diagnostic::Code;
use crate::documents::class_tests as tests;
use crate::documents::common::{self, page, rule};
use crate::documents::{beyond, notions, packs};
use crate::profile::{
    Bilingual, Citation, Constraint, Kind, Object, Parameter, Profile, ProviderCodes, Ref, Rule,
    Sample, Wire, joined, unproven,
};

const OWN: &[Parameter] = &[
    Parameter::new("Action", Kind::String)
        .common()
        .constraint(Constraint::OneOf(&["CreateTairInstance"]))
        .label("Operation", "操作")
        .hint("CreateTairInstance; with today's signatures it travels in a header.", "CreateTairInstance；使用新版签名时在请求头中传递。")
        .cite(row("CreateTairInstance"))
        .samples(&[
            Sample::passes(r#"{"Action": "CreateTairInstance"}"#),
            Sample::fails(Code::InvalidValue, r#"{"Action": "CreateInstance"}"#),
        ]),
    rows::region_id(),
    rows::zone_id(),
    rows::secondary_zone_id(),
    rows::instance_name(),
    rows::password(),
    rows::instance_class()
        .required()
        .samples(&[
            Sample::passes(r#"{"InstanceClass": "tair.rdb.4g"}"#),
            Sample::fails(Code::RequiredParameter, r#"{"InstanceClass": null}"#),
        ]),
    Parameter::new("InstanceType", Kind::String).notion(&notions::INSTANCE_TYPE)
        .required()
        .constraint(Constraint::OneOf(&["tair_rdb", "tair_scm", "tair_essd", "Redis", "tair_skv"]))
        .label("Instance type", "实例类型")
        .hint("tair_rdb (memory), tair_scm (persistent memory) or tair_essd (disk).", "tair_rdb（内存型）、tair_scm（持久内存型）或 tair_essd（磁盘型）。")
        .cite(schema("InstanceType: tair_rdb, tair_scm, tair_essd, Redis, tair_skv"))
        .samples(&[
            Sample::passes(r#"{"InstanceType": "tair_rdb"}"#),
            Sample::fails(Code::RequiredParameter, r#"{"InstanceType": null}"#),
            Sample::fails(Code::InvalidValue, r#"{"InstanceType": "Tair_rdb"}"#),
        ]),
    rows::engine_version(&["1.0", "2.0", "5.0", "6.0", "7.0"]).default("1.0"),
    rows::charge_type()
        .default("PrePaid")
        .samples(&[
            Sample::passes(r#"{"ChargeType": "PrePaid", "Period": 1}"#),
            Sample::fails(Code::InvalidValue, r#"{"ChargeType": "Postpaid"}"#),
        ]),
    rows::period(Kind::Integer),
    rows::auto_renew(),
    rows::auto_renew_period(),
    Parameter::new("AutoPay", Kind::Boolean)
        .constraint(Constraint::Boolean)
        .default("true")
        .label("Automatic payment", "自动支付")
        .hint("true.", "true。")
        .cite(row("Set the value to true."))
        .samples(&[
            Sample::passes(r#"{"AutoPay": true}"#),
            Sample::fails(Code::InvalidValue, r#"{"AutoPay": "yes"}"#),
        ]),
    rows::auto_use_coupon(),
    rows::business_info(),
    rows::coupon_no(),
    rows::vpc_id()
        .required()
        .samples(&[
            Sample::passes(r#"{"VpcId": "vpc-bp2"}"#),
            Sample::fails(Code::RequiredParameter, r#"{"VpcId": null}"#),
        ]),
    rows::v_switch_id()
        .required()
        .samples(&[
            Sample::passes(r#"{"VSwitchId": "vsw-bp2"}"#),
            Sample::fails(Code::RequiredParameter, r#"{"VSwitchId": null}"#),
        ]),
    rows::private_ip_address(),
    Parameter::new("ShardType", Kind::String)
        .constraint(Constraint::OneOf(&["STAND_ALONE", "MASTER_SLAVE"]))
        .default("MASTER_SLAVE")
        .label("Node type", "节点类型")
        .hint("MASTER_SLAVE (two nodes) or STAND_ALONE (one).", "MASTER_SLAVE（双副本）或 STAND_ALONE（单副本）。")
        .cite(row("MASTER_SLAVE (default)"))
        .samples(&[
            Sample::passes(r#"{"ShardType": "STAND_ALONE"}"#),
            Sample::fails(Code::InvalidValue, r#"{"ShardType": "double"}"#),
        ]),
    rows::shard_count()
        .samples(&[
            Sample::passes(r#"{"ShardCount": 32}"#),
            Sample::fails(Code::OutOfRange, r#"{"ShardCount": 129}"#),
        ]),
    rows::read_only_count(),
    rows::slave_read_only_count(),
    rows::replica_count(),
    rows::slave_replica_count(),
    Parameter::new("StorageType", Kind::String)
        .constraint(Constraint::OneOf(&["essd_pl0", "essd_pl1", "essd_pl2", "essd_pl3"]))
        .label("Disk type", "磁盘类型")
        .hint("For classes tair.essd.… only: essd_pl1, essd_pl2 or essd_pl3.", "仅用于 tair.essd.… 规格：essd_pl1、essd_pl2 或 essd_pl3。")
        .cite(row("essd_pl1, essd_pl2, essd_pl3"))
        .samples(&[
            Sample::passes(r#"{"InstanceType": "tair_essd", "InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0", "StorageType": "essd_pl1", "Storage": 60}"#),
            Sample::fails(Code::InvalidValue, r#"{"InstanceType": "tair_essd", "InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0", "StorageType": "PL1", "Storage": 60}"#),
        ]),
    Parameter::new("Storage", Kind::Integer)
        .constraint(Constraint::Range { min: 1, max: None })
        .label("Disk size", "磁盘容量")
        .hint("GB. For classes tair.essd.… only.", "单位为 GB，仅用于 tair.essd.… 规格。")
        .cite(row("The storage space. Unit: GB."))
        .samples(&[
            Sample::passes(r#"{"InstanceType": "tair_essd", "InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0", "StorageType": "essd_pl1", "Storage": 60}"#),
            Sample::fails(Code::OutOfRange, r#"{"InstanceType": "tair_essd", "InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0", "StorageType": "essd_pl1", "Storage": 0}"#),
        ]),
    rows::src_db_instance_id(),
    rows::backup_id(),
    rows::cluster_backup_id(),
    rows::restore_time(),
    rows::recover_config_mode(),
    rows::resource_group_id(),
    rows::instance_endpoint_type(),
    rows::global_instance_id(),
    rows::global_security_group_ids(),
    rows::port(Kind::Integer),
    rows::dry_run(),
    rows::connection_string_prefix(),
    rows::param_group_id(),
    rows::tag(5),
    rows::token("ClientToken").samples(rows::CLIENT_TOKEN_SAMPLES),
    rows::maintain_start_time(),
    rows::maintain_end_time(),
];

pub(in crate::documents) const PARAMETERS: &[Parameter] =
    &joined::<Parameter, { OWN.len() + rows::COMMON.len() }>(OWN, &rows::COMMON);

const fn at(name: &str) -> Ref {
    Ref::to(PARAMETERS, name)
}

/// Proven by the samples of the other operation, whose rules they are too.
const SHARED: &[Rule] = &unproven(shared_rules!());

const OWN_RULES: &[Rule] = &[
    rule! {
        UnlikelyValue at "AutoPay" if Is("AutoPay", "false");
        because "the text says to set it to true" "文档要求设为 true";
        cite row("Set the value to true.");
        pass r#"{"AutoPay": true}"#;
        fail r#"{"AutoPay": false}"#
    },
    rule! {
        UnlikelyValue at "ShardType" if Is("ShardType", "STAND_ALONE"), Either(Present("SecondaryZoneId"), AtLeast("ShardCount", 2), AtLeast("ReadOnlyCount", 1));
        because "one node means one zone, one shard and no read replica" "单副本只用于单可用区、单分片且无只读节点的实例";
        cite row("STAND_ALONE");
        pass r#"{"ShardType": "STAND_ALONE", "ShardCount": 1}"#;
        fail r#"{"ShardType": "STAND_ALONE", "ShardCount": 2}"#, r#"{"ShardType": "STAND_ALONE", "SecondaryZoneId": "cn-hangzhou-g"}"#
    },
    rule! {
        UnlikelyValue at "ShardCount" if AtLeast("ShardCount", 33);
        because "the text ends at 32" "文档的上限为 32";
        cite row("2 to 32");
        pass r#"{"ShardCount": 32}"#;
        fail r#"{"ShardCount": 33}"#
    },
    rule! {
        UnlikelyValue at "ShardCount" if AtLeast("ShardCount", 2), AtMost("ShardCount", 32), Passes(&tests::TAIR_ESSD, "InstanceClass");
        because "the text knows clusters of tair_rdb and tair_scm only" "文档中只有 tair_rdb 和 tair_scm 支持集群";
        cite row("2 to 32");
        pass r#"{"ShardCount": 2}"#;
        fail r#"{"InstanceType": "tair_essd", "InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0", "StorageType": "essd_pl1", "Storage": 60, "ShardCount": 2}"#
    },
    rule! {
        ShardCountMismatch at "ShardCount" if Passes(&tests::TAIR_SHARDS_OF_ONE, "InstanceClass", "ShardCount");
        because "the class is sold as one shard" "该规格只有一个分片";
        cite catalogue("1 shard");
        pass r#"{"ShardCount": 2}"#;
        fail r#"{"InstanceType": "Redis", "InstanceClass": "redis.shard.small.2.ce", "EngineVersion": "7.0", "ShardCount": 2}"#
    },
    rule! {
        RequiredWhen at "StorageType" if Absent("StorageType"), Passes(&tests::TAIR_ESSD, "InstanceClass");
        because "A class on an ESSD is sold without its disk." "ESSD 规格须另行指定磁盘。";
        cite row("essd_pl1, essd_pl2, essd_pl3");
        pass r#"{"InstanceType": "tair_essd", "InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0", "StorageType": "essd_pl1", "Storage": 60}"#;
        fail r#"{"InstanceType": "tair_essd", "InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0", "Storage": 50}"#
    },
    rule! {
        RequiredWhen at "Storage" if Absent("Storage"), Passes(&tests::TAIR_ESSD, "InstanceClass");
        because "A class on an ESSD is sold without its disk." "ESSD 规格须另行指定磁盘。";
        cite row("The storage space. Unit: GB.");
        pass r#"{"InstanceType": "tair_essd", "InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0", "StorageType": "essd_pl1", "Storage": 60}"#;
        fail r#"{"InstanceType": "tair_essd", "InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0", "StorageType": "essd_pl1"}"#
    },
    rule! {
        IgnoredParameter at "StorageType" if Present("StorageType"), Passes(&tests::NOT_TAIR_ESSD, "InstanceClass");
        because "only classes on an ESSD have a disk to be ordered" "只有 ESSD 规格须指定磁盘";
        cite row("essd_pl1, essd_pl2, essd_pl3");
        pass r#"{"InstanceType": "tair_essd", "InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0", "StorageType": "essd_pl1", "Storage": 60}"#;
        fail r#"{"StorageType": "essd_pl1"}"#
    },
    rule! {
        IgnoredParameter at "Storage" if Present("Storage"), Passes(&tests::NOT_TAIR_ESSD, "InstanceClass");
        because "only classes on an ESSD have a disk to be ordered" "只有 ESSD 规格须指定磁盘";
        cite row("The storage space. Unit: GB.");
        pass r#"{"InstanceType": "tair_essd", "InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0", "StorageType": "essd_pl1", "Storage": 60}"#;
        fail r#"{"Storage": 50}"#
    },
    rule! {
        UnlikelyValue at "StorageType" if Passes(&tests::STORAGE_TYPE_UNLISTED, "InstanceClass", "StorageType");
        because "no list has the class with this disk" "列表中该规格没有这种磁盘";
        cite catalogue("disk types of each class");
        pass r#"{"InstanceType": "tair_essd", "InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0", "StorageType": "essd_pl1", "Storage": 60}"#;
        fail r#"{"InstanceType": "tair_essd", "InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0", "StorageType": "essd_pl3", "Storage": 2000}"#
    },
    rule! {
        UnlikelyValue at "Storage" if Passes(&tests::STORAGE_OUTSIDE, "InstanceClass", "StorageType", "Storage");
        because "no list has the class with a disk of this size" "列表中该规格没有这种容量的磁盘";
        cite catalogue("disk sizes of each class");
        pass r#"{"InstanceType": "tair_essd", "InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0", "StorageType": "essd_pl1", "Storage": 60}"#;
        fail r#"{"InstanceType": "tair_essd", "InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0", "StorageType": "essd_pl1", "Storage": 1}"#
    },
    rule! {
        ClassTypeMismatch at "InstanceClass" if Passes(&tests::OF_ANOTHER_TAIR, "InstanceClass", "InstanceType");
        because "The first part of a class says which type it is of." "规格名称的前段表明其类型。";
        cite Citation::new(DOCUMENT, "Error codes", "Current instance class and instance type is not match.");
        provider "InstanceClass.NotMatch";
        pass r#"{"InstanceClass": "tair.rdb.1g", "InstanceType": "tair_rdb"}"#;
        fail r#"{"InstanceClass": "tair.rdb.1g", "InstanceType": "tair_scm"}"#
    },
    rule! {
        ClassOperationMismatch at "InstanceClass" if OneOf("InstanceType", &["tair_rdb", "tair_scm", "tair_essd"]), Passes(&tests::OF_CREATE_INSTANCE, "InstanceClass");
        because "CreateInstance sells it" "应使用 CreateInstance";
        cite Citation::new(DOCUMENT, "InstanceClass", "The instance type.");
        pass r#"{"InstanceClass": "tair.rdb.1g"}"#;
        fail r#"{"InstanceClass": "redis.shard.small.2.ce"}"#
    },
    rule! {
        NoIdempotencyToken at "ClientToken" if Absent("ClientToken");
        because "Without a token the provider cannot tell a repetition from a second order." "没有 Token，服务商无法区分重试与第二个订单。";
        cite row("The client token that is used to ensure the idempotence of the request.");
        pass r#"{"ClientToken": "0c593ea1"}"#;
        fail r#"{"ClientToken": null}"#
    },
];

const RULES: &[Rule] = &joined::<Rule, { SHARED.len() + OWN_RULES.len() }>(SHARED, OWN_RULES);

pub(in crate::documents) static REQUEST: Object =
    Object::new(PARAMETERS, RULES).with_packs(packs::api::CREATE_TAIR_INSTANCE);

/// `CreateTairInstance` of today.
pub static PROFILE: Profile = Profile {
    id: "alibaba.create-tair-instance.2026",
    title: Bilingual::new(
        "Alibaba Cloud CreateTairInstance, edition of 2026",
        "阿里云 CreateTairInstance（2026 版）",
    ),
    operation: "CreateTairInstance",
    document: DOCUMENT,
    edition: Bilingual::new("2026-10-19", "2026-10-19"),
    since: "2024-07-30",
    supersedes: None,
    notions: notions::NOTIONS,
    context_rules: beyond::CONTEXT_RULES_WITH_ADDRESS,
    change_rules: beyond::CHANGE_RULES,
    aliases: common::ALIASES,
    gone: &[(
        "Capacity",
        Bilingual::new("this operation has classes only", "该操作只支持按规格购买"),
    )],
    wire: Wire::QUERY,
    request: &REQUEST,
    provider_codes: Some(ProviderCodes {
        missing: "MissingParameter",
        token_reused: "IdempotentParameterMismatch",
    }),
    sample: r#"{"RegionId": "cn-hangzhou", "InstanceClass": "tair.rdb.2g", "InstanceType": "tair_rdb", "ChargeType": "PostPaid", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#,
};
