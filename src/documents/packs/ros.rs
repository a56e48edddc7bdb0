//! Rows of packs about the resource types of ROS.

use super::asks;
use crate::documents::alibaba::rows::{catalogue, row};
use crate::documents::common::rule;
use crate::documents::ros::asks::NO_TAIR;
use crate::documents::ros::redis_instance::PRE_PAID;
use crate::documents::ros::rows::{self, property};
use crate::documents::ros::tair_config::{self, SHARDS};
use crate::documents::ros::{prepay_instance, redis_instance};
use crate::profile::{Ref, Rule, joined};

/// What both resource types have.
macro_rules! both {
    () => {
        [
            rule! {
                TlsOff at "SSLEnabled" if Either(Absent("SSLEnabled"), OneOf("SSLEnabled", &["Disable", "Update"]));
                because "whoever can read the network can read passwords and data" "能监听网络的人可以读到密码和数据";
                cite property("Modifies the SSL status.");
                pass r#"{"SSLEnabled": "Enable"}"#;
                fail r#"{"SSLEnabled": null}"#, r#"{"SSLEnabled": "Disable"}"#
            },
            rule! {
                TlsVersionOld at "TLSProtocol" if OneOf("TLSProtocol", &["TLSv1", "TLSv1.1"]);
                because "TLS 1.0 and 1.1 are broken." "TLS 1.0 和 1.1 已不安全。";
                cite property("The TLS version of the instance.");
                pass r#"{"TLSProtocol": "TLSv1.2"}"#;
                fail r#"{"TLSProtocol": "TLSv1"}"#, r#"{"TLSProtocol": "TLSv1.1"}"#
            },
            rule! {
                PasswordFree at "VpcPasswordFree" if Is("VpcPasswordFree", "true");
                because "Whoever reaches the VPC reads and writes all data." "任何能进入专有网络的人都能读写全部数据。";
                cite property("Specifies whether to enable password free for access within the VPC.");
                pass r#"{"VpcPasswordFree": null}"#, r#"{"VpcPasswordFree": false}"#;
                fail r#"{"VpcPasswordFree": true}"#
            },
            rule! {
                LiteralPassword at "Password" if Present("Password");
                because "The repository, and its history, is read by more people than the instance." "能读取代码仓库及其历史的人多于能访问实例的人。";
                cite property("The password of redis instance.");
                pass r#"{"Password": null}"#, r#"{"Password": "********"}"#;
                fail r#"{"Password": "Pass!123456"}"#
            },
            rule! {
                SingleNode at "NodeType" if OneOf("NodeType", &["single", "STAND_ALONE"]);
                because "its node type says so" "节点类型如此";
                cite property("The type of node.");
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
                SingleZone at "SecondaryZoneId" if Absent("SecondaryZoneId");
                because "Zones fail as a whole." "可用区会整体故障。";
                cite property("The secondary zone ID of the instance.");
                pass r#"{"SecondaryZoneId": "cn-hangzhou-g"}"#;
                fail r#"{"SecondaryZoneId": null}"#
            },
            rule! {
                ReleaseUnprotected at "DeletionProtection" if Is("DeletionProtection", "false");
                because "A wrong update or a wrong click deletes it." "一次错误的更新或点击就会删除实例。";
                cite property("Specifies whether to enable the release protection feature for the instance. Default is false.");
                pass r#"{"DeletionProtection": true}"#;
                fail r#"{"DeletionProtection": null}"#, r#"{"DeletionProtection": false}"#
            },
            rule! {
                NoBackupPolicy at "BackupPolicy" if Absent("BackupPolicy");
                because "Days, time and log of backups are then left to the provider's default." "备份的日期、时间和日志将只按服务商的默认设置进行。";
                cite property("Backup policy.");
                pass r#"{"BackupPolicy": {"PreferredBackupPeriod": "Monday,Friday", "PreferredBackupTime": "18:00Z-19:00Z", "EnableBackupLog": 1}}"#;
                fail r#"{"BackupPolicy": null}"#
            },
            rule! {
                NotClustered at "InstanceClass" if Absent("ShardCount"), Either(Absent("TairConfig"), Passes(&NO_TAIR, "InstanceClass")), Passes(&asks::ONE_SHARD, "InstanceClass", "ShardCount");
                because "A single shard bounds memory and speed." "单分片限制了内存和性能。";
                cite catalogue("shards of each class");
                pass r#"{"ShardCount": 2}"#;
                fail r#"{"ShardCount": null}"#
            },
            rule! {
                NotClustered at "ShardCount" if Present("ShardCount"), Either(Absent("TairConfig"), Passes(&NO_TAIR, "InstanceClass")), Passes(&asks::ONE_SHARD, "InstanceClass", "ShardCount");
                because "A single shard bounds memory and speed." "单分片限制了内存和性能。";
                cite catalogue("shards of each class");
                pass r#"{"ShardCount": 2}"#;
                fail r#"{"ShardCount": 1}"#
            },
            rule! {
                NameMissing at "InstanceName" if Absent("InstanceName");
                because "An instance without a name is kept for ever, because nobody dares to delete it." "没有名称的实例往往无人敢删，长期占用费用。";
                cite row("The name must be 2 to 80 characters in length, and must start with a letter or a Chinese character.");
                pass r#"{"InstanceName": "orders"}"#;
                fail r#"{"InstanceName": null}"#
            },
            rule! {
                TagsMissing at "Tags" if Absent("Tags");
                because "Bills are divided by tags." "账单按标签分摊。";
                cite property("Max support 20 tags to add during create redis.");
                pass r#"{"Tags": [{"Key": "team", "Value": "orders"}]}"#;
                fail r#"{"Tags": null}"#
            },
            rule! {
                MemoryBelow at "InstanceClass" if Either(Absent("TairConfig"), Passes(&NO_TAIR, "InstanceClass")), Passes(&asks::MEMORY, "InstanceClass", "ShardCount");
                because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的下限。";
                cite catalogue("capacity of each class");
                pass r#"{"InstanceClass": "redis.shard.mid.2.ce"}"#;
                fail r#"{"InstanceClass": "redis.shard.small.2.ce"}"#
            },
            rule! {
                MemoryAbove at "InstanceClass" if Either(Absent("TairConfig"), Passes(&NO_TAIR, "InstanceClass")), Passes(&asks::MEMORY, "InstanceClass", "ShardCount");
                because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的上限。";
                cite catalogue("capacity of each class");
                pass r#"{"InstanceClass": "tair.rdb.64g"}"#;
                fail r#"{"InstanceClass": "tair.rdb.64g", "ShardCount": 2}"#
            },
        ]
    };
}

/// Rows about `ALIYUN::REDIS::Instance`.
pub(in crate::documents) const INSTANCE: &[Rule] = {
    const fn at(name: &str) -> Ref {
        Ref::to(redis_instance::PARAMETERS, name)
    }
    const BOTH: &[Rule] = &both!();
    const OWN: &[Rule] = &[rule! {
        NoAutoRenew at "AutoRenewDuration" if OneOf("ChargeType", PRE_PAID), Absent("AutoRenewDuration");
        because "An instance whose subscription ends is switched off, and later released." "到期的实例会被停用，随后释放。";
        cite property("The auto-renewal period. Valid values: 1 to 12.");
        pass r#"{"ChargeType": "PrePaid", "Period": 1, "AutoRenewDuration": 1}"#, r#"{"ChargeType": null}"#;
        fail r#"{"ChargeType": "PrePaid", "Period": 1}"#
    }];
    &joined::<Rule, { BOTH.len() + OWN.len() }>(BOTH, OWN)
};

/// Rows about `ALIYUN::REDIS::PrepayInstance`.
pub(in crate::documents) const PREPAY: &[Rule] = {
    const fn at(name: &str) -> Ref {
        Ref::to(prepay_instance::PARAMETERS, name)
    }
    const BOTH: &[Rule] = &both!();
    const OWN: &[Rule] = &[rule! {
        NoAutoRenew at "AutoRenewDuration" if Absent("AutoRenewDuration");
        because "An instance whose subscription ends is switched off, and later released." "到期的实例会被停用，随后释放。";
        cite property("The auto-renewal period. Valid values: 1 to 12.");
        pass r#"{"AutoRenewDuration": 1}"#;
        fail r#"{"AutoRenewDuration": null}"#
    }];
    &joined::<Rule, { BOTH.len() + OWN.len() }>(BOTH, OWN)
};

/// Rows about `Connections`.
pub(in crate::documents) const CONNECTIONS: &[Rule] = {
    const fn at(name: &str) -> Ref {
        Ref::to(rows::ADDRESSES, name)
    }
    &[rule! {
        PublicEndpoint at "PublicConnection" if Valid("PublicConnection");
        because "A cache on the Internet is found within hours." "暴露在公网的缓存几小时内就会被扫描到。";
        cite property("Connection address.");
        pass r#"{"VpcPrivateConnection": {"ConnectionPort": 6379}}"#;
        fail r#"{"PublicConnection": {"ConnectionPort": 6379}}"#
    }]
};

/// Rows about `BackupPolicy`. Its days and its time are required: an order without them is
/// refused.
pub(in crate::documents) const BACKUP_POLICY: &[Rule] = {
    const fn at(name: &str) -> Ref {
        Ref::to(rows::BACKUP_PARAMETERS, name)
    }
    &[rule! {
        BackupLogOff at "EnableBackupLog" if Is("EnableBackupLog", "0");
        because "Without it data can only be restored as of a whole backup." "未开启时只能恢复到某次完整备份的时刻。";
        cite property("0, which means off, the default value.");
        pass r#"{"PreferredBackupPeriod": "Monday", "PreferredBackupTime": "18:00Z-19:00Z", "EnableBackupLog": 1}"#;
        fail r#"{"PreferredBackupPeriod": "Monday", "PreferredBackupTime": "18:00Z-19:00Z"}"#, r#"{"PreferredBackupPeriod": "Monday", "PreferredBackupTime": "18:00Z-19:00Z", "EnableBackupLog": 0}"#
    }]
};

const fn at(name: &str) -> Ref {
    tair_config::at(name)
}

/// Rows about `TairConfig`, where shards can be counted too. They point at the class, which
/// stands around it.
pub(in crate::documents) const TAIR_CONFIG: &[Rule] = &[
    rule! {
        NotClustered at "../InstanceClass" if Present("ShardCount"), Either(AbsentOutside(SHARDS), Same("ShardCount", "../ShardCount")), Passes(&asks::ONE_SHARD, "../InstanceClass", "ShardCount");
        because "A single shard bounds memory and speed." "单分片限制了内存和性能。";
        cite catalogue("shards and capacity of each class");
        pass r#"{"ShardCount": 2}"#;
        outer r#"{"InstanceClass": "tair.rdb.2g"}"# fail r#"{"ShardCount": 1}"#
    },
    rule! {
        NotClustered at "../InstanceClass" if Absent("ShardCount"), Passes(&asks::ONE_SHARD, "../InstanceClass", "../ShardCount");
        because "A single shard bounds memory and speed." "单分片限制了内存和性能。";
        cite catalogue("shards and capacity of each class");
        pass r#"{"ShardCount": 2}"#;
        outer r#"{"ShardCount": 1}"# fail r"{}"
    },
    rule! {
        MemoryBelow at "../InstanceClass" if Present("ShardCount"), Either(AbsentOutside(SHARDS), Same("ShardCount", "../ShardCount")), Passes(&asks::MEMORY, "../InstanceClass", "ShardCount");
        because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的下限。";
        cite catalogue("shards and capacity of each class");
        pass r#"{"ShardCount": 2}"#;
        outer r#"{"InstanceClass": "tair.rdb.1g"}"# fail r#"{"ShardCount": 1}"#
    },
    rule! {
        MemoryBelow at "../InstanceClass" if Absent("ShardCount"), Passes(&asks::MEMORY, "../InstanceClass", "../ShardCount");
        because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的下限。";
        cite catalogue("shards and capacity of each class");
        pass r#"{"ShardCount": 2}"#;
        outer r#"{"InstanceClass": "tair.rdb.1g"}"# fail r"{}"
    },
    rule! {
        MemoryAbove at "../InstanceClass" if Present("ShardCount"), Either(AbsentOutside(SHARDS), Same("ShardCount", "../ShardCount")), Passes(&asks::MEMORY, "../InstanceClass", "ShardCount");
        because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的上限。";
        cite catalogue("shards and capacity of each class");
        pass r#"{"ShardCount": 1}"#;
        outer r#"{"InstanceClass": "tair.rdb.64g"}"# fail r#"{"ShardCount": 2}"#
    },
    rule! {
        MemoryAbove at "../InstanceClass" if Absent("ShardCount"), Passes(&asks::MEMORY, "../InstanceClass", "../ShardCount");
        because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的上限。";
        cite catalogue("shards and capacity of each class");
        pass r"{}";
        outer r#"{"InstanceClass": "tair.rdb.64g", "ShardCount": 2}"# fail r"{}"
    },
];
