//! Rows of packs about today's operations.

use super::asks;
use crate::documents::alibaba::rows::{catalogue, row, schema};
use crate::documents::alibaba::{create_instance_2026, create_tair_instance_2026};
use crate::documents::common::rule;
use crate::documents::jdcloud::create_cache_instance_2026::{self as jdcloud, cite};
use crate::profile::{Ref, Rule, joined};

/// What both operations of Alibaba Cloud have.
macro_rules! both {
    ($subscription:literal $renewed:literal) => {
        [
            rule! {
                LiteralPassword at "Password" if Present("Password");
                because "The repository, and its history, is read by more people than the instance." "能读取代码仓库及其历史的人多于能访问实例的人。";
                cite row("The password must be 8 to 32 characters in length and must contain at least three of the following character types");
                pass r#"{"Password": null}"#, r#"{"Password": "${PASSWORD}"}"#;
                fail r#"{"Password": "Pass!123456"}"#
            },
            rule! {
                SingleZone at "SecondaryZoneId" if Absent("SecondaryZoneId");
                because "Zones fail as a whole." "可用区会整体故障。";
                cite row("The value of this parameter cannot be the same as the value of the ZoneId parameter, and cannot be the ID of a multi-zone deployment.");
                pass r#"{"SecondaryZoneId": "cn-hangzhou-g"}"#;
                fail r#"{"SecondaryZoneId": null}"#
            },
            rule! {
                NoAutoRenew at "AutoRenew" if Is("ChargeType", "PrePaid"), Is("AutoRenew", "false");
                because "An instance whose subscription ends is switched off, and later released." "到期的实例会被停用，随后释放。";
                cite row("Specifies whether to enable auto-renewal.");
                pass r#"{"ChargeType": "PostPaid"}"#, $renewed;
                fail $subscription
            },
            rule! {
                NameMissing at "InstanceName" if Absent("InstanceName");
                because "An instance without a name is kept for ever, because nobody dares to delete it." "没有名称的实例往往无人敢删，长期占用费用。";
                cite row("The name must be 2 to 80 characters in length, and must start with a letter or a Chinese character.");
                pass r#"{"InstanceName": "orders"}"#;
                fail r#"{"InstanceName": null}"#
            },
            rule! {
                TagsMissing at "Tag" if Absent("Tag");
                because "Bills are divided by tags." "账单按标签分摊。";
                cite schema("Tag: maxItems 21");
                pass r#"{"Tag": [{"Key": "team", "Value": "orders"}]}"#, r#"{"Tag.1.Key": "team", "Tag.1.Value": "orders"}"#;
                fail r#"{"Tag": null}"#
            },
        ]
    };
}

/// Rows about `CreateInstance`.
pub(in crate::documents) const CREATE_INSTANCE: &[Rule] = {
    const fn at(name: &str) -> Ref {
        Ref::to(create_instance_2026::PARAMETERS, name)
    }
    const BOTH: &[Rule] = &both!(
        r#"{"ChargeType": "PrePaid", "Period": "1"}"#
        r#"{"ChargeType": "PrePaid", "Period": "1", "AutoRenew": "true", "AutoRenewPeriod": "1"}"#
    );
    const OWN: &[Rule] = &[
        rule! {
            SingleNode at "NodeType" if OneOf("NodeType", &["single", "STAND_ALONE"]);
            because "its node type says so" "节点类型如此";
            cite row("For cloud-native instances, select MASTER_SLAVE or STAND_ALONE. For classic instances, select double or single.");
            pass r#"{"NodeType": "MASTER_SLAVE"}"#;
            fail r#"{"NodeType": "STAND_ALONE"}"#
        },
        rule! {
            SingleNode at "InstanceClass" if StartsWith("InstanceClass", &["redis.basic."]), Either(Absent("NodeType"), OneOf("NodeType", &["double", "MASTER_SLAVE"]));
            because "classes that begin with redis.basic. are sold so" "redis.basic. 开头的规格均为单副本";
            cite catalogue("redis.basic: one node");
            pass r#"{"NodeType": null}"#;
            fail r#"{"InstanceClass": "redis.basic.mid.default", "EngineVersion": "5.0"}"#
        },
        rule! {
            MemoryBelow at "InstanceClass" if Passes(&asks::MEMORY, "InstanceClass", "ShardCount", "Capacity");
            because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的下限。";
            cite catalogue("capacity of each class");
            pass r#"{"InstanceClass": "redis.shard.mid.2.ce"}"#;
            fail r#"{"InstanceClass": "redis.shard.small.2.ce"}"#
        },
        rule! {
            MemoryBelow at "Capacity" if Absent("InstanceClass"), Passes(&asks::CAPACITY, "Capacity");
            because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的下限。";
            cite row("The storage capacity of the instance. Unit: MB.");
            pass r#"{"InstanceClass": null, "Capacity": 2048}"#;
            fail r#"{"InstanceClass": null, "Capacity": 1024}"#
        },
        rule! {
            MemoryAbove at "InstanceClass" if Passes(&asks::MEMORY, "InstanceClass", "ShardCount", "Capacity");
            because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的上限。";
            cite catalogue("capacity of each class");
            pass r#"{"InstanceClass": "redis.shard.8xlarge.ce"}"#;
            fail r#"{"InstanceClass": "redis.shard.8xlarge.ce", "ShardCount": 2}"#
        },
        rule! {
            MemoryAbove at "Capacity" if Absent("InstanceClass"), Passes(&asks::CAPACITY, "Capacity");
            because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的上限。";
            cite row("The storage capacity of the instance. Unit: MB.");
            pass r#"{"InstanceClass": null, "Capacity": 65536}"#;
            fail r#"{"InstanceClass": null, "Capacity": 131072}"#
        },
    ];
    &joined::<Rule, { BOTH.len() + OWN.len() }>(BOTH, OWN)
};

/// Rows about `CreateTairInstance`.
pub(in crate::documents) const CREATE_TAIR_INSTANCE: &[Rule] = {
    const fn at(name: &str) -> Ref {
        Ref::to(create_tair_instance_2026::PARAMETERS, name)
    }
    const BOTH: &[Rule] = &both!(
        r#"{"ChargeType": null, "Period": 1}"#
        r#"{"ChargeType": "PrePaid", "Period": 1, "AutoRenew": "true", "AutoRenewPeriod": "1"}"#
    );
    const OWN: &[Rule] = &[
        rule! {
            SingleNode at "ShardType" if Is("ShardType", "STAND_ALONE");
            because "its node type says so" "节点类型如此";
            cite row("STAND_ALONE");
            pass r#"{"ShardType": null}"#;
            fail r#"{"ShardType": "STAND_ALONE"}"#
        },
        rule! {
            MemoryBelow at "InstanceClass" if Passes(&asks::MEMORY, "InstanceClass", "ShardCount");
            because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的下限。";
            cite catalogue("capacity of each class");
            pass r#"{"InstanceClass": "tair.rdb.1g", "ShardCount": 2}"#;
            fail r#"{"InstanceClass": "tair.rdb.1g"}"#
        },
        rule! {
            MemoryAbove at "InstanceClass" if Passes(&asks::MEMORY, "InstanceClass", "ShardCount");
            because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的上限。";
            cite catalogue("capacity of each class");
            pass r#"{"InstanceClass": "tair.rdb.64g"}"#;
            fail r#"{"InstanceClass": "tair.rdb.64g", "ShardCount": 2}"#
        },
    ];
    &joined::<Rule, { BOTH.len() + OWN.len() }>(BOTH, OWN)
};

/// Rows about JD Cloud's `cacheInstance`.
pub(in crate::documents) const CACHE_INSTANCE: &[Rule] = {
    const fn at(name: &str) -> Ref {
        Ref::to(jdcloud::cache_instance::PARAMETERS, name)
    }
    &[
        rule! {
            LiteralPassword at "password" if Present("password");
            because "The repository, and its history, is read by more people than the instance." "能读取代码仓库及其历史的人多于能访问实例的人。";
            cite cite("CacheInstanceSpec", "password");
            pass r#"{"password": null}"#, r#"{"password": ""}"#;
            fail r#"{"password": "abcdefg1"}"#
        },
        rule! {
            SingleNode at "replicaNumber" if Is("replicaNumber", "1");
            because "the master is the only one" "只有主副本";
            cite cite("CacheInstanceSpec", "replicaNumber");
            pass r#"{"replicaNumber": 2}"#, r#"{"replicaNumber": null}"#;
            fail r#"{"replicaNumber": 1}"#
        },
        rule! {
            TagsMissing at "userTags" if Absent("userTags"), Absent("opsTags");
            because "Bills are divided by tags." "账单按标签分摊。";
            cite cite("CacheInstanceSpec", "userTags");
            pass r#"{"userTags": [{"key": "team", "value": "orders"}]}"#, r#"{"opsTags": [{"key": "team", "value": "orders"}]}"#;
            fail r#"{"userTags": null}"#
        },
        rule! {
            MemoryBelow at "cacheInstanceClass" if Passes(&asks::JD_MEMORY, "cacheInstanceClass", "shardNumber");
            because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的下限。";
            cite cite("CacheInstanceSpec", "cacheInstanceClass");
            pass r#"{"cacheInstanceClass": "redis.m.small.basic"}"#;
            fail r#"{"cacheInstanceClass": "redis.m.micro.basic"}"#
        },
        rule! {
            MemoryAbove at "cacheInstanceClass" if Passes(&asks::JD_MEMORY, "cacheInstanceClass", "shardNumber");
            because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的上限。";
            cite cite("CacheInstanceSpec", "cacheInstanceClass");
            pass r#"{"cacheInstanceClass": "redis.s.2xlarge.basic", "shardNumber": 2}"#;
            fail r#"{"cacheInstanceClass": "redis.s.2xlarge.basic", "shardNumber": 4}"#
        },
    ]
};

/// Rows about JD Cloud's `azId`.
pub(in crate::documents) const AZ_ID: &[Rule] = {
    const fn at(name: &str) -> Ref {
        Ref::to(jdcloud::az_id::PARAMETERS, name)
    }
    &[rule! {
        SingleZone at "slave" if Valid("slave"), Same("slave", "master");
        because "Zones fail as a whole." "可用区会整体故障。";
        cite cite("AzId", "slave");
        pass r#"{"master": "cn-north-1a", "slave": "cn-north-1b"}"#;
        fail r#"{"master": "cn-north-1a", "slave": "cn-north-1a"}"#
    }]
};

/// Rows about JD Cloud's `charge`.
pub(in crate::documents) const CHARGE: &[Rule] = {
    const fn at(name: &str) -> Ref {
        Ref::to(jdcloud::charge::PARAMETERS, name)
    }
    &[rule! {
        NoAutoRenew at "autoRenew" if Is("chargeMode", "prepaid_by_duration"), Either(Absent("autoRenew"), Is("autoRenew", "false"));
        because "An instance whose subscription ends is switched off, and later released." "到期的实例会被停用，随后释放。";
        cite cite("ChargeSpec", "autoRenew");
        pass r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": 1, "autoRenew": true}"#;
        fail r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": 1}"#
    }]
};
