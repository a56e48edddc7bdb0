//! `createCacheInstance` of JCS for Redis, as of today: the vendor's SDK of 2026-10-26.

use crate::diagnostic::Code;
use crate::documents::class_tests as tests;
use crate::documents::common::{self, rule};
use crate::documents::{notions, packs};
use crate::profile::{
    Bilingual, Citation, Constraint, Kind, ListRule, NameCharacters, NameRule, Object, Parameter,
    PasswordCharacters, PasswordRule, Profile, Ref, Rule, Sample, TimeForm, Wire,
};

const DOCUMENT: &str = "JCS for Redis v1 (jdcloud_sdk 1.6.354, 2026-10-26)";

pub(in crate::documents) const fn cite(section: &'static str, field: &'static str) -> Citation {
    Citation::new(DOCUMENT, section, field)
}

const fn string(name: &'static str) -> Parameter {
    Parameter::new(name, Kind::String)
}

macro_rules! samples {
    ($($pass:literal),+ $(; $code:ident $fail:literal)*) => {
        &[$(Sample::passes($pass),)+ $(Sample::fails(Code::$code, $fail),)*]
    };
}

/// The path and the body.
mod request {
    use super::{Code, Constraint, Kind, Parameter, Ref, Rule, Sample, cite, rule, string};
    use crate::documents::notions;

    pub(in crate::documents) const PARAMETERS: &[Parameter] = &[
        string("regionId")
            .notion(&notions::REGION)
            .required()
            .constraint(Constraint::OneOf(&[
                "cn-north-1",
                "cn-south-1",
                "cn-east-2",
                "cn-east-1",
            ]))
            .label("Region", "地域")
            .hint(
                "cn-north-1, cn-south-1 or cn-east-2; other documents name cn-east-1, too.",
                "cn-north-1、cn-south-1 或 cn-east-2；其他文档还有 cn-east-1。",
            )
            .cite(cite("createCacheInstance", "regionId"))
            .samples(samples!(
                r#"{"regionId": "cn-north-1"}"#;
                InvalidValue r#"{"regionId": "cn-north-2"}"#;
                RequiredParameter r#"{"regionId": null}"#
            )),
        Parameter::new("cacheInstance", Kind::Object(&super::CACHE_INSTANCE))
            .required()
            .label("Instance", "实例")
            .hint("What the instance is to be.", "待创建实例的信息。")
            .cite(cite("createCacheInstance", "cacheInstance"))
            .samples(samples!(
                r#"{"cacheInstance": {"cacheInstanceDescription": "session cache"}}"#;
                RequiredParameter r#"{"cacheInstance": null}"#;
                TypeMismatch r#"{"cacheInstance": "redis"}"#
            )),
        Parameter::new("charge", Kind::Object(&super::CHARGE))
            .label("Billing", "计费")
            .hint("How the instance is paid.", "实例的计费方式。")
            .cite(cite("createCacheInstance", "charge"))
            .samples(samples!(r#"{"charge": {}}"#; TypeMismatch r#"{"charge": []}"#)),
    ];

    const fn at(name: &str) -> Ref {
        Ref::to(PARAMETERS, name)
    }

    pub(super) const RULES: &[Rule] = &[rule! {
        UnlikelyValue at "regionId" if Is("regionId", "cn-east-1");
        because "this document names three regions without it, others name it" "本文档所列的三个地域中没有它，其他文档则有";
        cite cite("createCacheInstance", "regionId");
        pass r#"{"regionId": "cn-north-1"}"#;
        fail r#"{"regionId": "cn-east-1", "cacheInstance": {"azId": {"master": "cn-east-1a", "slave": "cn-east-1b"}}}"#
    }];
}

/// `CacheInstanceSpec`.
pub(in crate::documents) mod cache_instance {
    use super::{
        Code, Constraint, Kind, ListRule, NameCharacters, NameRule, Parameter, PasswordCharacters,
        PasswordRule, Ref, Rule, Sample, cite, rule, string, tests,
    };
    use crate::documents::notions;
    use crate::profile::Citation;

    const fn row(field: &'static str) -> Citation {
        cite("CacheInstanceSpec", field)
    }

    const fn integer(name: &'static str) -> Parameter {
        Parameter::new(name, Kind::Integer)
    }

    const fn tags(name: &'static str) -> Parameter {
        Parameter::new(
            name,
            Kind::Objects(
                &super::TAG,
                ListRule {
                    usual: None,
                    most: None,
                    distinct_by: Some("key"),
                    needs_one: false,
                },
            ),
        )
        .prose()
        .cite(row(name))
    }

    pub(in crate::documents) const PARAMETERS: &[Parameter] = &[
        string("vpcId").notion(&notions::VPC)
            .required()
            .label("VPC", "私有网络")
            .hint("ID of the VPC.", "私有网络（VPC）的 ID。")
            .cite(row("vpcId"))
            .samples(samples!(r#"{"vpcId": "vpc-abc"}"#; RequiredParameter r#"{"vpcId": null}"#)),
        string("subnetId").notion(&notions::VSWITCH)
            .required()
            .label("Subnet", "子网")
            .hint("ID of a subnet in the VPC.", "该私有网络内的子网 ID。")
            .cite(row("subnetId"))
            .samples(samples!(r#"{"subnetId": "subnet-abc"}"#; TypeMismatch r#"{"subnetId": 5}"#; RequiredParameter r#"{"subnetId": null}"#)),
        string("cacheInstanceName").notion(&notions::INSTANCE_NAME)
            .required()
            .constraint(Constraint::Name(NameRule {
                min: 2,
                max: 32,
                starts_with_letter: false,
                characters: NameCharacters::WordsAndHan,
            }))
            .label("Instance name", "实例名称")
            .hint("2 to 32 digits, letters, underscores and Chinese characters.", "2 到 32 个字符，只能包含数字、字母、英文下划线和中文。")
            .cite(row("cacheInstanceName"))
            .samples(samples!(
                r#"{"cacheInstanceName": "缓存_01"}"#;
                NameLength r#"{"cacheInstanceName": "a"}"#;
                NameForbiddenCharacter r#"{"cacheInstanceName": "my-cache"}"#
            )),
        string("cacheInstanceClass").notion(&notions::CLASS)
            .required()
            .verbatim()
            .label("Instance class", "实例规格")
            .hint("Specification code, such as redis.m.micro.basic; see `kvspec classes --provider jdcloud`.", "实例规格代码，例如 redis.m.micro.basic；可用 `kvspec classes --provider jdcloud` 查询。")
            .cite(row("cacheInstanceClass"))
            .samples(samples!(r#"{"cacheInstanceClass": "redis.m.micro.basic"}"#; RequiredParameter r#"{"cacheInstanceClass": null}"#)),
        string("password")
            .constraint(Constraint::Password(PasswordRule {
                min: 8,
                max: 16,
                characters: PasswordCharacters::Special(""),
                at_least: 0,
                classes: &[],
                should_mix: true,
            }))
            .secret()
            .label("Password", "密码")
            .hint("8 to 16 characters, letters and digits; leave it empty for no password.", "8 到 16 个字符，由字母和数字组成；留空表示免密。")
            .cite(row("password"))
            .samples(samples!(
                r#"{"password": "abcdefg1"}"#,
                r#"{"password": ""}"#;
                PasswordLength r#"{"password": "abc1234"}"#;
                PasswordForbiddenCharacter r#"{"password": "Pass!123456"}"#;
                UnlikelyValue r#"{"password": "abcdefgh"}"#
            )),
        Parameter::new("azId", Kind::Object(&super::AZ_ID)).notion(&notions::ZONE)
            .required()
            .label("Zones", "可用区")
            .hint("Zones of the master and of the replica.", "主从实例所在的可用区。")
            .cite(row("azId"))
            .samples(samples!(r#"{"azId": {"master": "cn-north-1b"}}"#; TypeMismatch r#"{"azId": "cn-north-1a"}"#; RequiredParameter r#"{"azId": null}"#)),
        string("cacheInstanceDescription")
            .constraint(Constraint::Description { max: 256 })
            .label("Description", "描述")
            .hint("At most 256 characters.", "不超过 256 个字符。")
            .cite(row("cacheInstanceDescription"))
            .samples(samples!(
                r#"{"cacheInstanceDescription": "会话缓存"}"#;
                DescriptionLength r#"{"cacheInstanceDescription": "ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"}"#
            )),
        string("redisVersion").notion(&notions::ENGINE_VERSION)
            .constraint(Constraint::Versions(&["2.8", "4.0"]))
            .default("2.8")
            .label("Engine version", "引擎版本")
            .hint("As the class runs it: 4.0 for redis.m. and redis.s.", "以规格支持的版本为准：redis.m. 和 redis.s. 为 4.0。")
            .cite(row("redisVersion"))
            .samples(samples!(r#"{"redisVersion": "4.0"}"#; InvalidValue r#"{"redisVersion": "3.0"}"#; NewerVersion r#"{"redisVersion": "6.2"}"#)),
        integer("ipv6On")
            .constraint(Constraint::Integers(&[0, 1]))
            .label("IPv6", "IPv6")
            .hint("1 switches it on, where the VPC supports it.", "1 表示开启，须 VPC 支持。")
            .cite(row("ipv6On"))
            .samples(samples!(r#"{"ipv6On": 1}"#; InvalidValue r#"{"ipv6On": 2}"#)),
        integer("shardNumber")
            .constraint(Constraint::ByRule)
            .label("Shards", "分片数")
            .hint("With a class of one shard (redis.s.…) only.", "仅用于单分片规格（redis.s.…）。")
            .cite(row("shardNumber"))
            .samples(samples!(r#"{"cacheInstanceClass": "redis.s.small.basic", "shardNumber": 4}"#; TypeMismatch r#"{"shardNumber": "4"}"#)),
        tags("userTags")
            .label("Tags", "标签")
            .hint("Pairs of a key and a value.", "键值对。")
            .samples(samples!(r#"{"userTags": [{"key": "team", "value": "orders"}]}"#; DuplicateItem r#"{"userTags": [{"key": "a"}, {"key": "a"}]}"#)),
        tags("opsTags")
            .label("Operation tags", "运维标签")
            .hint("Pairs of a key and a value.", "键值对。")
            .samples(samples!(r#"{"opsTags": [{"key": "team", "value": "orders"}]}"#; TypeMismatch r#"{"opsTags": {}}"#)),
        string("resourceGroupId")
            .label("Resource group", "资源组")
            .hint("ID of a resource group.", "资源组 ID。")
            .cite(row("resourceGroupId"))
            .samples(samples!(r#"{"resourceGroupId": "rg-abc"}"#; TypeMismatch r#"{"resourceGroupId": 1}"#)),
        string("configTemplateId")
            .label("Parameter template", "参数模板")
            .hint("ID of a parameter template.", "参数模板 ID。")
            .cite(row("configTemplateId"))
            .samples(samples!(r#"{"configTemplateId": "tpl-abc"}"#; TypeMismatch r#"{"configTemplateId": 1}"#)),
        integer("dbNum")
            .constraint(Constraint::Range { min: 16, max: Some(256) })
            .default("16")
            .label("Databases", "数据库数量")
            .hint("16 to 256.", "16 到 256。")
            .cite(row("dbNum"))
            .samples(samples!(r#"{"dbNum": 32}"#; OutOfRange r#"{"dbNum": 8}"#)),
        string("slaveAppendonly")
            .label("AOF on the replica", "从节点 AOF")
            .hint("Whether the replica keeps an append-only file.", "从节点是否开启 AOF。")
            .cite(row("slaveAppendonly"))
            .samples(samples!(r#"{"slaveAppendonly": "yes"}"#; TypeMismatch r#"{"slaveAppendonly": true}"#)),
        string("maxmemoryPolicy")
            .label("Eviction policy", "淘汰策略")
            .hint("Such as volatile-lru.", "例如 volatile-lru。")
            .cite(row("maxmemoryPolicy"))
            .samples(samples!(r#"{"maxmemoryPolicy": "volatile-lru"}"#; TypeMismatch r#"{"maxmemoryPolicy": 1}"#)),
        string("cacheInstanceType")
            .constraint(Constraint::OneOf(&["master-slave", "cluster", "native-cluster"]))
            .label("Architecture", "架构类型")
            .hint("master-slave, cluster (with proxies) or native-cluster.", "master-slave、cluster（代理集群）或 native-cluster。")
            .cite(row("cacheInstanceType"))
            .samples(samples!(r#"{"cacheInstanceType": "cluster"}"#; InvalidValue r#"{"cacheInstanceType": "Cluster"}"#)),
        integer("replicaNumber")
            .constraint(Constraint::Range { min: 1, max: None })
            .label("Replicas", "副本数")
            .hint("The master counts too.", "包含主副本。")
            .cite(row("replicaNumber"))
            .samples(samples!(r#"{"replicaNumber": 2}"#; OutOfRange r#"{"replicaNumber": 0}"#)),
        integer("enableSmartProxy")
            .constraint(Constraint::Integers(&[0, 1]))
            .label("Smart proxy", "智能代理")
            .hint("With native-cluster only.", "仅用于 native-cluster。")
            .cite(row("enableSmartProxy"))
            .samples(samples!(r#"{"cacheInstanceType": "native-cluster", "enableSmartProxy": 1}"#; InvalidValue r#"{"cacheInstanceType": "native-cluster", "enableSmartProxy": 2}"#)),
        integer("port")
            .constraint(Constraint::Range { min: 1, max: Some(65535) })
            .label("Port", "端口")
            .hint("1 to 65535.", "1 到 65535。")
            .cite(row("port"))
            .samples(samples!(r#"{"port": 6379}"#; OutOfRange r#"{"port": 65536}"#)),
        Parameter::new("extension", Kind::Anything)
            .label("Extension", "扩展")
            .hint("It has no field today.", "目前没有任何字段。")
            .cite(row("extension"))
            .samples(samples!(r#"{"extension": {}}"#; TypeMismatch r#"{"extension": "a"}"#)),
        string("cpuArchType")
            .constraint(Constraint::OneOf(&["arm64", "amd64"]))
            .label("Processor", "CPU 架构")
            .hint("arm64 or amd64.", "arm64 或 amd64。")
            .cite(row("cpuArchType"))
            .samples(samples!(r#"{"cpuArchType": "arm64"}"#; InvalidValue r#"{"cpuArchType": "x86"}"#)),
        string("backupId")
            .label("Backup set", "备份")
            .hint("With the instance that it was made of.", "须同时填写源实例。")
            .cite(row("backupId"))
            .samples(samples!(r#"{"backupId": "b-1", "srcInstanceId": "redis-1"}"#; TypeMismatch r#"{"backupId": 1, "srcInstanceId": "redis-1"}"#)),
        string("srcInstanceId")
            .label("Source instance", "源实例")
            .hint("With one of its backups.", "须同时填写其备份。")
            .cite(row("srcInstanceId"))
            .samples(samples!(r#"{"backupId": "b-1", "srcInstanceId": "redis-1"}"#; TypeMismatch r#"{"backupId": "b-1", "srcInstanceId": 1}"#)),
    ];

    const fn at(name: &str) -> Ref {
        Ref::to(PARAMETERS, name)
    }

    pub(super) const RULES: &[Rule] = &[
        rule! {
            UnknownClass at "cacheInstanceClass" if Passes(&tests::JD_UNKNOWN, "cacheInstanceClass");
            because "Most classes that no list has are misspelt." "列表中没有的规格多半是拼写错误。";
            cite row("cacheInstanceClass");
            pass r#"{"cacheInstanceClass": "redis.m.small.basic"}"#;
            fail r#"{"cacheInstanceClass": "redis.sw.4g"}"#
        },
        rule! {
            RetiredClass at "cacheInstanceClass" if Passes(&tests::JD_RETIRED, "cacheInstanceClass");
            because "The provider lists the class as one that goes." "服务商将该规格列为即将下线。";
            cite row("cacheInstanceClass");
            pass r#"{"cacheInstanceClass": "redis.m.small.basic"}"#;
            fail r#"{"cacheInstanceClass": "redis.m1.small.basic", "redisVersion": "2.8"}"#
        },
        rule! {
            ClassEngineMismatch as Warning at "redisVersion" if Present("redisVersion"), Passes(&tests::JD_ENGINE_UNUSUAL, "cacheInstanceClass", "redisVersion");
            because "The specification page knows this family with another version." "规格页中该系列为其他版本。";
            cite row("redisVersion");
            pass r#"{"cacheInstanceClass": "redis.m.small.basic", "redisVersion": "4.0"}"#;
            fail r#"{"cacheInstanceClass": "redis.m.small.basic", "redisVersion": "2.8"}"#
        },
        rule! {
            DefaultApplied at "redisVersion" if Absent("redisVersion");
            because "The text still gives the oldest version." "文本中的默认值仍为最旧的版本。";
            cite row("redisVersion");
            pass r#"{"redisVersion": "4.0"}"#;
            fail r#"{"redisVersion": null}"#
        },
        rule! {
            RequiredWhen at "shardNumber" if Absent("shardNumber"), Passes(&tests::JD_SHARD, "cacheInstanceClass");
            because "The code is that of one shard." "该代码为单分片规格。";
            cite row("shardNumber");
            pass r#"{"cacheInstanceClass": "redis.s.small.basic", "shardNumber": 4}"#;
            fail r#"{"cacheInstanceClass": "redis.s.small.basic"}"#
        },
        rule! {
            OutOfRange at "shardNumber" if AtMost("shardNumber", 1), Passes(&tests::JD_TOO_FEW_SHARDS, "cacheInstanceClass", "shardNumber");
            because "A cluster has more than one shard." "集群的分片数大于 1。";
            cite row("shardNumber");
            pass r#"{"cacheInstanceClass": "redis.s.small.basic", "shardNumber": 4}"#;
            fail r#"{"cacheInstanceClass": "redis.s.small.basic", "shardNumber": 1}"#
        },
        rule! {
            OutOfRange at "shardNumber" if AtLeast("shardNumber", 2_147_483_648);
            because "An Integer has 31 bits." "Integer 为 31 位。";
            cite row("shardNumber");
            pass r#"{"cacheInstanceClass": "redis.s.small.basic", "shardNumber": 4}"#;
            fail r#"{"cacheInstanceClass": "redis.s.small.basic", "shardNumber": 2147483648}"#
        },
        rule! {
            ShardCountMismatch at "shardNumber" if AtLeast("shardNumber", 2), Passes(&tests::JD_SHARDS_UNLISTED, "cacheInstanceClass", "shardNumber");
            because "no list has the class with this number of shards" "列表中该规格没有这个分片数";
            cite row("shardNumber");
            pass r#"{"cacheInstanceClass": "redis.s.small.basic", "shardNumber": 4}"#;
            fail r#"{"cacheInstanceClass": "redis.s.small.basic", "shardNumber": 5}"#
        },
        rule! {
            IgnoredParameter at "shardNumber" if Present("shardNumber"), Passes(&tests::JD_STANDARD, "cacheInstanceClass");
            because "a standard class has one shard" "标准版规格只有一个分片";
            cite row("shardNumber");
            pass r#"{"cacheInstanceClass": "redis.s.small.basic", "shardNumber": 4}"#;
            fail r#"{"cacheInstanceClass": "redis.m.small.basic", "shardNumber": 4}"#
        },
        rule! {
            IgnoredParameter at "enableSmartProxy" if AtLeast("enableSmartProxy", 1), Either(Absent("cacheInstanceType"), OneOf("cacheInstanceType", &["master-slave", "cluster"]));
            because "it is for native-cluster" "仅用于 native-cluster";
            cite row("enableSmartProxy");
            pass r#"{"cacheInstanceType": "native-cluster", "enableSmartProxy": 1}"#;
            fail r#"{"enableSmartProxy": 1}"#
        },
        rule! {
            IgnoredParameter at "extension" if Valid("extension");
            because "it has no field today" "目前没有任何字段";
            cite row("extension");
            pass r#"{"extension": {}}"#;
            fail r#"{"extension": {"exposeType": "NodePort"}}"#
        },
        rule! {
            RequiredWith at "srcInstanceId" if Present("backupId"), Absent("srcInstanceId");
            because "The two are given together." "二者须同时提供。";
            cite row("backupId");
            pass r#"{"backupId": "b-1", "srcInstanceId": "redis-1"}"#;
            fail r#"{"backupId": "b-1"}"#
        },
        rule! {
            RequiredWith at "backupId" if Present("srcInstanceId"), Absent("backupId");
            because "The two are given together." "二者须同时提供。";
            cite row("srcInstanceId");
            pass r#"{"backupId": "b-1", "srcInstanceId": "redis-1"}"#;
            fail r#"{"srcInstanceId": "redis-1"}"#
        },
        rule! {
            PlaintextPassword at "password" if Present("password");
            because "Whoever can read the order can read the password." "能读取订单的人都能读到密码。";
            cite row("password");
            pass r#"{"password": null}"#;
            fail r#"{"password": "abcdefg1"}"#
        },
    ];
}

/// `AzIdSpec`.
pub(in crate::documents) mod az_id {
    use super::{
        Code, Constraint, Kind, ListRule, Parameter, Ref, Rule, Sample, cite, rule, string,
    };
    use crate::documents::notions;
    use crate::profile::Citation;

    const fn row(field: &'static str) -> Citation {
        cite("AzIdSpec", field)
    }

    /// The region, seen from here.
    const REGION: Ref = Ref::outer(2, 0, "regionId");

    pub(in crate::documents) const PARAMETERS: &[Parameter] = &[
        string("master").notion(&notions::ZONE)
            .label("Zone of the master", "主实例可用区")
            .hint("Such as cn-north-1a.", "例如 cn-north-1a。")
            .cite(row("master"))
            .samples(samples!(r#"{"master": "cn-north-1b"}"#; TypeMismatch r#"{"master": 1}"#)),
        string("slave")
            .label("Zone of the replica", "从实例可用区")
            .hint("Such as cn-north-1b.", "例如 cn-north-1b。")
            .cite(row("slave"))
            .samples(samples!(r#"{"slave": "cn-north-1a"}"#; TypeMismatch r#"{"slave": 1}"#)),
        string("azSpecifyType")
            .constraint(Constraint::OneOf(&["SpecifyByReplicaGroup", "SpecifyByCluster"]))
            .label("How zones are given", "可用区指定方式")
            .hint("SpecifyByReplicaGroup or SpecifyByCluster.", "SpecifyByReplicaGroup 或 SpecifyByCluster。")
            .cite(row("azSpecifyType"))
            .samples(samples!(r#"{"azSpecifyType": "SpecifyByReplicaGroup"}"#; InvalidValue r#"{"azSpecifyType": "ByCluster", "master": "cn-north-1a"}"#)),
        Parameter::new("azsForCluster", Kind::Texts(ListRule::FREE))
            .constraint(Constraint::Within(REGION))
            .label("Zones of the cluster", "集群可用区")
            .hint("With SpecifyByCluster only.", "仅用于 SpecifyByCluster。")
            .cite(row("azsForCluster"))
            .samples(samples!(
                r#"{"azSpecifyType": "SpecifyByCluster", "master": null, "slave": null, "azsForCluster": ["cn-north-1a"]}"#;
                ZoneOutsideRegion r#"{"azSpecifyType": "SpecifyByCluster", "master": null, "slave": null, "azsForCluster": ["cn-south-1a"]}"#
            )),
        Parameter::new("azsForProxy", Kind::Texts(ListRule::FREE))
            .constraint(Constraint::Within(REGION))
            .label("Zones of the proxies", "代理可用区")
            .hint("Such as cn-north-1a.", "例如 cn-north-1a。")
            .cite(row("azsForProxy"))
            .samples(samples!(r#"{"azsForProxy": ["cn-north-1a"]}"#; TypeMismatch r#"{"azsForProxy": "cn-north-1a"}"#)),
    ];

    const fn at(name: &str) -> Ref {
        Ref::to(PARAMETERS, name)
    }

    pub(super) const RULES: &[Rule] = &[
        rule! {
            RequiredParameter at "master" if Absent("master"), Either(Absent("azSpecifyType"), Is("azSpecifyType", "SpecifyByReplicaGroup"));
            because "The master needs a zone, unless the zones are those of a whole cluster." "除非按集群指定可用区，否则主实例须有可用区。";
            cite row("master");
            pass r#"{"master": "cn-north-1a"}"#;
            fail r#"{"master": null}"#
        },
        rule! {
            RequiredParameter at "slave" if Absent("slave"), Either(Absent("azSpecifyType"), Is("azSpecifyType", "SpecifyByReplicaGroup"));
            because "The replica needs a zone, unless the zones are those of a whole cluster." "除非按集群指定可用区，否则从实例须有可用区。";
            cite row("slave");
            pass r#"{"slave": "cn-north-1a"}"#;
            fail r#"{"slave": null}"#
        },
        rule! {
            IgnoredParameter at "master" if Present("master"), Is("azSpecifyType", "SpecifyByCluster");
            because "The zones of the cluster count." "以集群可用区为准。";
            cite row("master");
            pass r#"{"azSpecifyType": "SpecifyByReplicaGroup"}"#;
            fail r#"{"azSpecifyType": "SpecifyByCluster", "slave": null}"#
        },
        rule! {
            IgnoredParameter at "slave" if Present("slave"), Is("azSpecifyType", "SpecifyByCluster");
            because "The zones of the cluster count." "以集群可用区为准。";
            cite row("slave");
            pass r#"{"azSpecifyType": "SpecifyByReplicaGroup"}"#;
            fail r#"{"azSpecifyType": "SpecifyByCluster", "master": null}"#
        },
        rule! {
            IgnoredParameter at "azsForCluster" if Present("azsForCluster"), Either(Absent("azSpecifyType"), Is("azSpecifyType", "SpecifyByReplicaGroup"));
            because "the zones of master and replica count" "以主从实例的可用区为准";
            cite row("azsForCluster");
            pass r#"{"azSpecifyType": "SpecifyByCluster", "master": null, "slave": null, "azsForCluster": ["cn-north-1a"]}"#;
            fail r#"{"azsForCluster": ["cn-north-1a"]}"#
        },
        rule! {
            ZoneOutsideRegion at "master" if NotWithin("master", REGION);
            because "The zone is one of the region." "可用区位于地域之内。";
            cite row("master");
            pass r#"{"master": "cn-north-1a"}"#;
            fail r#"{"master": "cn-south-1a"}"#
        },
        rule! {
            ZoneOutsideRegion at "slave" if NotWithin("slave", REGION);
            because "The zone is one of the region." "可用区位于地域之内。";
            cite row("slave");
            pass r#"{"slave": "cn-north-1a"}"#;
            fail r#"{"slave": "cn-south-1a"}"#
        },
    ];
}

/// A tag.
mod tag {
    use super::{Code, Parameter, Sample, cite, string};

    pub(in crate::documents) const PARAMETERS: &[Parameter] = &[
        string("key")
            .prose()
            .label("Tag key", "标签键")
            .hint("Such as team.", "例如 team。")
            .cite(cite("Tag", "key"))
            .samples(samples!(r#"{"key": "team"}"#; TypeMismatch r#"{"key": 1}"#)),
        string("value")
            .prose()
            .label("Tag value", "标签值")
            .hint("Such as orders.", "例如 orders。")
            .cite(cite("Tag", "value"))
            .samples(samples!(r#"{"value": "orders"}"#; TypeMismatch r#"{"value": 1}"#)),
    ];
}

/// `ChargeSpec`.
pub(in crate::documents) mod charge {
    use super::{
        Code, Constraint, Kind, Parameter, Ref, Rule, Sample, TimeForm, cite, rule, string, tests,
    };
    use crate::documents::notions;
    use crate::profile::Citation;

    const fn row(field: &'static str) -> Citation {
        cite("ChargeSpec", field)
    }

    pub(in crate::documents) const PARAMETERS: &[Parameter] = &[
        string("chargeMode").notion(&notions::BILLING)
            .constraint(Constraint::OneOf(&["prepaid_by_duration", "postpaid_by_usage", "postpaid_by_duration"]))
            .default("postpaid_by_duration")
            .label("Billing method", "计费模式")
            .hint("prepaid_by_duration, postpaid_by_usage or postpaid_by_duration.", "prepaid_by_duration、postpaid_by_usage 或 postpaid_by_duration。")
            .cite(row("chargeMode"))
            .samples(samples!(r#"{"chargeMode": "postpaid_by_usage"}"#; InvalidValue r#"{"chargeMode": "prepaid"}"#)),
        string("chargeUnit")
            .constraint(Constraint::OneOf(&["month", "year"]))
            .default("month")
            .label("Unit", "计费单位")
            .hint("month or year. With a subscription only.", "month 或 year，仅用于包年包月。")
            .cite(row("chargeUnit"))
            .samples(samples!(
                r#"{"chargeMode": "prepaid_by_duration", "chargeUnit": "year", "chargeDuration": 1}"#;
                InvalidValue r#"{"chargeMode": "prepaid_by_duration", "chargeUnit": "day", "chargeDuration": 1}"#
            )),
        Parameter::new("chargeDuration", Kind::Integer).notion(&notions::DURATION)
            .constraint(Constraint::IntegersByRule { decided_by: CHARGE_UNIT, cases: &tests::JD_DURATIONS })
            .label("Duration", "计费时长")
            .hint("1-9 months, or 1, 2 or 3 years.", "1 到 9 个月，或 1、2、3 年。")
            .cite(row("chargeDuration"))
            .samples(samples!(
                r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": 9}"#;
                TypeMismatch r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": "9"}"#
            )),
        Parameter::new("autoRenew", Kind::Boolean)
            .constraint(Constraint::Boolean)
            .label("Auto-renewal", "自动续费")
            .hint("With a subscription only.", "仅用于包年包月。")
            .cite(row("autoRenew"))
            .samples(samples!(r#"{"autoRenew": false}"#; TypeMismatch r#"{"autoRenew": "true"}"#)),
        Parameter::new("autoChangeChargeMode", Kind::Boolean)
            .constraint(Constraint::Boolean)
            .default("false")
            .label("Turn into a subscription", "自动转包年包月")
            .hint("With a pay-as-you-go mode only.", "仅用于后付费模式。")
            .cite(row("autoChangeChargeMode"))
            .samples(samples!(r#"{"autoChangeChargeMode": false}"#; TypeMismatch r#"{"autoChangeChargeMode": "true"}"#)),
        string("autoChangeChargeModeDate")
            .constraint(Constraint::Time(TimeForm::Date))
            .label("Day of the change", "转换日期")
            .hint("Such as 2026-12-31.", "例如 2026-12-31。")
            .cite(row("autoChangeChargeModeDate"))
            .samples(samples!(
                r#"{"autoChangeChargeMode": true, "chargeDuration": 1, "autoChangeChargeModeDate": "2026-12-31"}"#;
                MalformedTime r#"{"autoChangeChargeMode": true, "chargeDuration": 1, "autoChangeChargeModeDate": "2026-02-30"}"#
            )),
        string("buyScenario")
            .constraint(Constraint::Activity)
            .label("Activity credential", "活动凭证")
            .hint("Base64 of a JSON text.", "JSON 文本的 base64 编码。")
            .cite(row("buyScenario"))
            .samples(samples!(
                r#"{"buyScenario": "eyJhY3Rpdml0eSI6eyJhY3Rpdml0eVR5cGUiOiJhIiwiYWN0aXZpdHlJZGVudGlmaWVyIjoiYiJ9fQ=="}"#;
                MalformedBase64 r#"{"buyScenario": "{}"}"#
            )),
    ];

    const CHARGE_UNIT: Ref = Ref::outer(0, 1, "chargeUnit");

    const fn at(name: &str) -> Ref {
        Ref::to(PARAMETERS, name)
    }

    pub(super) const RULES: &[Rule] = &[
        rule! {
            RequiredWhen at "chargeDuration" if Is("chargeMode", "prepaid_by_duration"), Absent("chargeDuration");
            because "A subscription is bought for a time." "包年包月须指定时长。";
            cite row("chargeDuration");
            pass r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": 1}"#;
            fail r#"{"chargeMode": "prepaid_by_duration"}"#
        },
        rule! {
            RequiredWhen at "chargeDuration" if Is("autoChangeChargeMode", "true"), Is("chargeMode", "postpaid_by_duration"), Absent("chargeDuration");
            because "The subscription that it turns into is bought for a time." "转为包年包月后须有时长。";
            cite row("chargeDuration");
            pass r#"{"autoChangeChargeMode": true, "chargeDuration": 1, "autoChangeChargeModeDate": "2026-12-31"}"#;
            fail r#"{"autoChangeChargeMode": true, "autoChangeChargeModeDate": "2026-12-31"}"#
        },
        rule! {
            InvalidValue at "chargeDuration" if Passes(&tests::JD_DURATION_OUTSIDE, "chargeDuration", "chargeUnit"), Is("chargeMode", "prepaid_by_duration");
            because "Months go from 1 to 9, years from 1 to 3." "月为 1 到 9，年为 1 到 3。";
            cite row("chargeDuration");
            pass r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": 9}"#;
            fail r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": 10}"#
        },
        rule! {
            InvalidValue at "chargeDuration" if Passes(&tests::JD_DURATION_OUTSIDE, "chargeDuration", "chargeUnit"), Is("autoChangeChargeMode", "true"), Is("chargeMode", "postpaid_by_duration");
            because "Months go from 1 to 9, years from 1 to 3." "月为 1 到 9，年为 1 到 3。";
            cite row("chargeDuration");
            pass r#"{"autoChangeChargeMode": true, "chargeDuration": 1, "autoChangeChargeModeDate": "2026-12-31"}"#;
            fail r#"{"autoChangeChargeMode": true, "chargeDuration": 10, "autoChangeChargeModeDate": "2026-12-31"}"#
        },
        rule! {
            IgnoredParameter at "chargeUnit" if Present("chargeUnit"), Is("chargeMode", "postpaid_by_usage");
            because "It counts with a subscription." "仅对包年包月有效。";
            cite row("chargeUnit");
            pass r#"{"chargeMode": "prepaid_by_duration", "chargeUnit": "month", "chargeDuration": 1}"#;
            fail r#"{"chargeMode": "postpaid_by_usage", "chargeUnit": "month"}"#
        },
        rule! {
            IgnoredParameter at "chargeUnit" if Present("chargeUnit"), Is("chargeMode", "postpaid_by_duration"), IsNot("autoChangeChargeMode", "true");
            because "It counts with a subscription." "仅对包年包月有效。";
            cite row("chargeUnit");
            pass r#"{"chargeMode": "prepaid_by_duration", "chargeUnit": "month", "chargeDuration": 1}"#;
            fail r#"{"chargeUnit": "month"}"#
        },
        rule! {
            IgnoredParameter at "chargeDuration" if Present("chargeDuration"), Is("chargeMode", "postpaid_by_usage");
            because "It counts with a subscription." "仅对包年包月有效。";
            cite row("chargeDuration");
            pass r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": 1}"#;
            fail r#"{"chargeMode": "postpaid_by_usage", "chargeDuration": 1}"#
        },
        rule! {
            IgnoredParameter at "chargeDuration" if Present("chargeDuration"), Is("chargeMode", "postpaid_by_duration"), IsNot("autoChangeChargeMode", "true");
            because "It counts with a subscription." "仅对包年包月有效。";
            cite row("chargeDuration");
            pass r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": 1}"#;
            fail r#"{"chargeDuration": 1}"#
        },
        rule! {
            IgnoredParameter at "autoRenew" if Is("autoRenew", "true"), IsNot("chargeMode", "prepaid_by_duration");
            because "Only a subscription is renewed." "只有包年包月才会续费。";
            cite row("autoRenew");
            pass r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": 1, "autoRenew": true}"#;
            fail r#"{"autoRenew": true}"#
        },
        rule! {
            IgnoredParameter at "autoChangeChargeMode" if Is("autoChangeChargeMode", "true"), Is("chargeMode", "prepaid_by_duration");
            because "It is a subscription already." "已是包年包月。";
            cite row("autoChangeChargeMode");
            pass r#"{"autoChangeChargeMode": true, "chargeDuration": 1, "autoChangeChargeModeDate": "2026-12-31"}"#;
            fail r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": 1, "autoChangeChargeMode": true}"#
        },
        rule! {
            RequiredWhen at "autoChangeChargeModeDate" if Is("autoChangeChargeMode", "true"), IsNot("chargeMode", "prepaid_by_duration"), Absent("autoChangeChargeModeDate");
            because "The change happens on a day." "转换须指定日期。";
            cite row("autoChangeChargeModeDate");
            pass r#"{"autoChangeChargeMode": true, "chargeDuration": 1, "autoChangeChargeModeDate": "2026-12-31"}"#;
            fail r#"{"autoChangeChargeMode": true, "chargeDuration": 1}"#
        },
        rule! {
            IgnoredParameter at "autoChangeChargeModeDate" if Present("autoChangeChargeModeDate"), Either(IsNot("autoChangeChargeMode", "true"), Is("chargeMode", "prepaid_by_duration"));
            because "nothing changes by itself here" "此处不会自动转换";
            cite row("autoChangeChargeModeDate");
            pass r#"{"autoChangeChargeMode": true, "chargeDuration": 1, "autoChangeChargeModeDate": "2026-12-31"}"#;
            fail r#"{"autoChangeChargeModeDate": "2026-12-31"}"#
        },
        rule! {
            OneWayChoice at "chargeMode" if Is("chargeMode", "prepaid_by_duration");
            because "a subscription runs until its end" "包年包月到期前不能退回" ;
            cite row("chargeMode");
            pass r#"{"chargeMode": "postpaid_by_usage"}"#;
            fail r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": 1}"#
        },
    ];
}

static TAG: Object = Object::new(tag::PARAMETERS, &[]).keeping_blanks();
pub(in crate::documents) static AZ_ID: Object = Object::new(az_id::PARAMETERS, az_id::RULES)
    .keeping_blanks()
    .with_packs(packs::api::AZ_ID);
pub(in crate::documents) static CACHE_INSTANCE: Object =
    Object::new(cache_instance::PARAMETERS, cache_instance::RULES)
        .keeping_blanks()
        .with_packs(packs::api::CACHE_INSTANCE);
pub(in crate::documents) static CHARGE: Object = Object::new(charge::PARAMETERS, charge::RULES)
    .keeping_blanks()
    .with_packs(packs::api::CHARGE);
static REQUEST: Object = Object::new(request::PARAMETERS, request::RULES).keeping_blanks();

/// `createCacheInstance` of today.
pub static PROFILE: Profile = Profile {
    id: "jdcloud.create-cache-instance.2026",
    title: Bilingual::new(
        "JD Cloud createCacheInstance, edition of 2026",
        "京东云 createCacheInstance（2026 版）",
    ),
    operation: "createCacheInstance",
    document: DOCUMENT,
    edition: Bilingual::new("2026-10-26", "2026-10-26"),
    since: "2026-10-26",
    supersedes: Some("jdcloud.create-cache-instance"),
    notions: notions::NOTIONS,
    context_rules: &[],
    change_rules: &[],
    aliases: common::ALIASES,
    gone: &[],
    wire: Wire::JSON,
    request: &REQUEST,
    provider_codes: None,
    sample: r#"{"regionId": "cn-north-1", "cacheInstance": {"vpcId": "vpc-abc", "subnetId": "subnet-abc", "cacheInstanceName": "orders", "cacheInstanceClass": "redis.m.small.basic", "azId": {"master": "cn-north-1a", "slave": "cn-north-1b"}}}"#,
};
