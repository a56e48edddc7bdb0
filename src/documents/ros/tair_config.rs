//! `TairConfig`: what an order of Tair has beside the common properties. Its rules look at the class, which
//! stands in the object around it.

use super::asks;
use super::rows::{property, whole};
use crate::diagnostic::Code;
use crate::documents::alibaba::rows::{catalogue, row};
use crate::documents::class_tests as tests;
use crate::documents::common::rule;
use crate::documents::packs;
use crate::profile::{Condition, Constraint, Kind, Object, Parameter, Ref, Rule, Sample};

/// Where the class stands among the properties of the resource.
pub(in crate::documents) const CLASS: Ref = Ref::outer(1, 0, "InstanceClass");
const PRODUCT: Ref = Ref::outer(1, 1, "ProductType");
pub(in crate::documents) const SHARDS: Ref = Ref::outer(1, 2, "ShardCount");
const NODES: Ref = Ref::outer(1, 11, "NodeType");
const READERS: Ref = Ref::outer(1, 14, "ReadOnlyCount");
const SECOND_ZONE: Ref = Ref::outer(1, 17, "SecondaryZoneId");

/// The same, seen from the object around.
const CLASS_BESIDE: Ref = Ref::outer(0, CLASS.index, CLASS.name);

pub(in crate::documents) const PARAMETERS: &[Parameter] = &[
    whole("ShardCount", 1, 128)
        .label("Shards", "分片数")
        .hint("1 for a standard instance, 2 to 128 for a cluster; say it here or beside TairConfig.", "1 为标准架构，2 到 128 为集群架构；在此处或 TairConfig 之外填写其一即可。")
        .cite(property("1: You can create an instance in the standard architecture that contains only a single data node."))
        .samples(&[
            Sample::passes(r#"{"ShardCount": 2}"#),
            Sample::fails(Code::OutOfRange, r#"{"ShardCount": 129}"#),
            Sample::fails(Code::InvalidValue, r#"{"ShardCount": 1.5}"#),
        ]),
    Parameter::new("Storage", Kind::Integer)
        .constraint(Constraint::Range { min: 1, max: None })
        .label("Storage", "存储空间")
        .hint("GB on an ESSD. Classes that begin with tair.essd only.", "ESSD 云盘大小，单位为 GB，仅用于 tair.essd 开头的规格。")
        .cite(property("This parameter is available and required only if the InstanceClass parameter is start with tair.essd"))
        .samples(&[
            Sample::passes(r#"{"Storage": 100}"#).within(ESSD),
            Sample::fails(Code::OutOfRange, r#"{"Storage": 0}"#).within(ESSD),
            Sample::fails(Code::InvalidValue, r#"{"Storage": 20.5}"#).within(ESSD),
        ]),
    Parameter::new("StorageType", Kind::String)
        .constraint(Constraint::OneOf(&["essd_pl0", "essd_pl1", "essd_pl2", "essd_pl3"]))
        .label("Storage type", "存储类型")
        .hint("essd_pl1, or another level that the class has.", "essd_pl1，或规格支持的其他性能等级。")
        .cite(property("Set the value to essd_pl1."))
        .samples(&[
            Sample::passes(r#"{"Storage": 100, "StorageType": "essd_pl1"}"#).within(ESSD),
            Sample::fails(Code::InvalidValue, r#"{"Storage": 100, "StorageType": "essd_pl"}"#).within(ESSD),
        ]),
];

/// An order of a class with a disk.
const ESSD: &str = r#"{"InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0"}"#;

/// A name of this table, or with `../` of the one around it.
pub(in crate::documents) const fn at(name: &str) -> Ref {
    match name.as_bytes() {
        b"../InstanceClass" => CLASS,
        b"../ProductType" => PRODUCT,
        b"../ShardCount" => SHARDS,
        b"../NodeType" => NODES,
        b"../ReadOnlyCount" => READERS,
        _ => Ref::to(PARAMETERS, name),
    }
}

const RULES: &[Rule] = &[
    rule! {
        ConflictingValues at "ShardCount" if Differs("ShardCount", SHARDS);
        because "The schema does not say which of the two wins." "接口定义没有说明以哪一个为准。";
        cite property("The number of data nodes in the instance. Default value: 1.");
        pass r#"{"ShardCount": 1}"#;
        outer r#"{"ShardCount": 2}"# fail r#"{"ShardCount": 4}"#
    },
    rule! {
        ShardCountMismatch at "ShardCount" if Present("ShardCount"), AbsentOutside(SHARDS), Passes(&tests::ONE_SHARD_OF_MANY, "../InstanceClass", "ShardCount");
        because "the class is sold for clusters of two shards or more" "该规格只用于两个及以上分片的集群";
        cite catalogue("2.. shards");
        pass r"{}";
        outer r#"{"InstanceClass": "tair.localssd.c1m8.with.proxy.xlarge", "EngineVersion": "2.0"}"# fail r#"{"ShardCount": 1}"#
    },
    rule! {
        ShardCountMismatch at "../InstanceClass" if Absent("ShardCount"), AbsentOutside(SHARDS), Passes(&tests::ONE_SHARD_OF_MANY, "../InstanceClass", "ShardCount");
        because "the class is sold for clusters of two shards or more, and without a count there is one" "该规格只用于两个及以上分片的集群，而未填写分片数时为一个";
        cite catalogue("2.. shards");
        pass r"{}";
        outer r#"{"InstanceClass": "tair.localssd.c1m8.with.proxy.xlarge", "EngineVersion": "2.0"}"# fail r"{}"
    },
    rule! {
        SumOutOfRange at "../ReadOnlyCount" if AbsentOutside(SHARDS), Passes(&asks::READERS_OF_SHARDS, "../ReadOnlyCount", "ShardCount");
        because "a shard of a cluster has at most four read replicas" "集群的每个分片最多四个只读节点";
        cite row("If the instance uses the cluster architecture, valid values are 1 to 4");
        pass r#"{"ShardCount": 2}"#;
        outer r#"{"ReadOnlyCount": 5}"# fail r#"{"ShardCount": 2}"#
    },
    rule! {
        UnlikelyValue at "../NodeType" if AbsentOutside(SHARDS), AbsentOutside(SECOND_ZONE), AbsentOutside(READERS), Is("../NodeType", "STAND_ALONE"), Passes(&asks::TAIR, "../InstanceClass"), AtLeast("ShardCount", 2);
        because "a single node has no second zone, no shards and no read replicas" "单节点没有备可用区、多个分片或只读节点";
        cite row("STAND_ALONE: standalone");
        pass r#"{"ShardCount": 1}"#;
        outer r#"{"NodeType": "STAND_ALONE"}"# fail r#"{"ShardCount": 2}"#
    },
    rule! {
        UnlikelyValue at "ShardCount" if AbsentOutside(SHARDS), Passes(&asks::MANY_TAIR_SHARDS, "../InstanceClass", "ShardCount");
        because "the texts end at 32" "文档描述的上限为 32";
        cite property("2 to 32: You can create an instance in the cluster architecture");
        pass r"{}";
        fail r#"{"ShardCount": 33}"#
    },
    rule! {
        UnlikelyValue at "ShardCount" if AbsentOutside(SHARDS), Passes(&asks::ESSD_SHARDS, "../InstanceClass", "ShardCount");
        because "an instance on an ESSD has one shard" "ESSD 型实例只有一个分片";
        cite property("This parameter is available and required only if the InstanceClass parameter is start with tair.rdb or tair.scm");
        pass r"{}";
        outer r#"{"InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0"}"# fail r#"{"ShardCount": 2, "Storage": 100}"#
    },
    rule! {
        RequiredWhen at "Storage" if Absent("Storage"), Passes(&asks::NEEDS_STORAGE, "../InstanceClass");
        because "A class on an ESSD has the disk that is ordered with it." "ESSD 型规格的云盘大小须在下单时指定。";
        cite property("This parameter is available and required only if the InstanceClass parameter is start with tair.essd");
        pass r"{}";
        outer r#"{"InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0"}"# fail r#"{"StorageType": "essd_pl1"}"#
    },
    rule! {
        IgnoredParameter at "Storage" if Present("Storage"), Passes(&tests::NOT_TAIR_ESSD, "../InstanceClass");
        because "only a class on an ESSD has a disk to be sized" "只有 ESSD 型规格需要指定云盘";
        cite property("This parameter is available and required only if the InstanceClass parameter is start with tair.essd");
        pass r"{}";
        fail r#"{"Storage": 40}"#
    },
    rule! {
        IgnoredParameter at "Storage" if Present("Storage"), Unknown("../InstanceClass"), OneOf("../ProductType", NO_ESSD);
        because "the product has no disk to be sized" "该产品类型不需要指定云盘";
        cite property("Tair_essd: Capacity Storage(Cloud Disk)");
        pass r"{}";
        outer r#"{"InstanceClass": "${class}", "ProductType": "Tair_rdb"}"# fail r#"{"Storage": 40}"# along PlaceholderValue
    },
    rule! {
        IgnoredParameter at "StorageType" if Present("StorageType"), Passes(&tests::NOT_TAIR_ESSD, "../InstanceClass");
        because "only a class on an ESSD has a disk of some type" "只有 ESSD 型规格才有云盘类型";
        cite property("This parameter is available only if the InstanceClass parameter is start with tair.essd");
        pass r"{}";
        fail r#"{"StorageType": "essd_pl1"}"#
    },
    rule! {
        IgnoredParameter at "StorageType" if Present("StorageType"), Unknown("../InstanceClass"), OneOf("../ProductType", NO_ESSD);
        because "the product has no disk of some type" "该产品类型没有云盘类型";
        cite property("Tair_essd: Capacity Storage(Cloud Disk)");
        pass r"{}";
        outer r#"{"InstanceClass": "${class}", "ProductType": "Tair_rdb"}"# fail r#"{"StorageType": "essd_pl1"}"# along PlaceholderValue
    },
    rule! {
        UnlikelyValue at "StorageType" if Passes(&tests::STORAGE_TYPE_UNLISTED, "../InstanceClass", "StorageType");
        because "the class is not listed with it" "规格列表中该规格没有此存储类型";
        cite catalogue("storage of each class");
        pass r"{}";
        outer r#"{"InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0"}"# fail r#"{"Storage": 100, "StorageType": "essd_pl3"}"#
    },
    rule! {
        UnlikelyValue at "Storage" if Passes(&tests::STORAGE_OUTSIDE, "../InstanceClass", "StorageType", "Storage");
        because "the class is not listed with this size" "规格列表中该规格不支持此大小";
        cite catalogue("storage of each class");
        pass r"{}";
        outer r#"{"InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0"}"# fail r#"{"Storage": 1, "StorageType": "essd_pl1"}"#
    },
];

/// Products without a disk that is ordered.
const NO_ESSD: &[&str] = &["Local", "Tair_rdb", "Tair_scm"];

/// With a class that is none of Tair nothing in here has a meaning.
pub(in crate::documents) static TAIR_CONFIG: Object = Object::new(PARAMETERS, RULES)
    .idle_when(&Condition::Passes(&asks::NO_TAIR, &[CLASS_BESIDE]))
    .with_packs(packs::ros::TAIR_CONFIG);
