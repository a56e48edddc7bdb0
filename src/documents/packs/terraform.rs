//! Rows of packs about the resources of Terraform, and of the tools that are built on them. A
//! table that uses these has an `at` of its own, by which the arguments are looked up.

use crate::documents::alibaba::rows as api;
use crate::documents::common::rule;
use crate::documents::packs::asks;
use crate::documents::terraform::rows::{code, page};
use crate::documents::terraform::{kvstore_instance, tair_instance};
use crate::profile::{Ref, Rule, joined};

/// What both resources have.
macro_rules! both {
    ($subscription:literal $sample:literal) => {
        [
            rule! {
                PasswordFree at "vpc_auth_mode" if Is("vpc_auth_mode", "Close");
                because "Whoever reaches the VPC reads and writes all data." "任何能进入专有网络的人都能读写全部数据。";
                cite page("`Close` means the redis instance can be accessed without authentication.");
                pass r#"{"vpc_auth_mode": null}"#, r#"{"vpc_auth_mode": "Open"}"#;
                fail r#"{"vpc_auth_mode": "Close"}"#
            },
            rule! {
                LiteralPassword at "password" if Present("password");
                because "The repository, and its history, is read by more people than the instance." "能读取代码仓库及其历史的人多于能访问实例的人。";
                cite page("The password that is used to connect to the instance.");
                pass r#"{"password": null}"#, r#"{"password": "********"}"#;
                fail r#"{"password": "Pass!123456"}"#
            },
            rule! {
                SingleNode at "node_type" if OneOf("node_type", &["single", "STAND_ALONE"]);
                because "its node type says so" "节点类型如此";
                cite code("node_type: MASTER_SLAVE, STAND_ALONE, double, single");
                pass r#"{"node_type": null}"#;
                fail r#"{"node_type": "STAND_ALONE"}"#
            },
            rule! {
                SingleNode at "instance_class" if StartsWith("instance_class", &["redis.basic."]), Either(Absent("node_type"), OneOf("node_type", &["double", "MASTER_SLAVE"]));
                because "classes that begin with redis.basic. are sold so" "redis.basic. 开头的规格均为单副本";
                cite api::catalogue("redis.basic: one node");
                pass r#"{"node_type": null}"#;
                fail r#"{"instance_class": "redis.basic.mid.default", "engine_version": "5.0"}"#
            },
            rule! {
                SingleZone at "secondary_zone_id" if Absent("secondary_zone_id");
                because "Zones fail as a whole." "可用区会整体故障。";
                cite page("the master node and replica node of the instance can be deployed in different zones");
                pass r#"{"secondary_zone_id": "cn-hangzhou-g"}"#;
                fail r#"{"secondary_zone_id": null}"#
            },
            rule! {
                NoAutoRenew at "auto_renew" if Is("payment_type", $subscription), Is("auto_renew", "false");
                because "An instance whose subscription ends is switched off, and later released." "到期的实例会被停用，随后释放。";
                cite page("Specifies whether to renew the subscription automatically");
                pass r#"{"auto_renew": null}"#;
                fail $sample
            },
            rule! {
                NotClustered at "instance_class" if Absent("shard_count"), Passes(&asks::ONE_SHARD, "instance_class", "shard_count");
                because "A single shard bounds memory and speed." "单分片限制了内存和性能。";
                cite api::catalogue("shards of each class");
                pass r#"{"instance_class": "redis.shard.small.ce", "shard_count": 2}"#;
                fail r#"{"instance_class": "redis.shard.large.ce"}"#
            },
            rule! {
                NotClustered at "shard_count" if Present("shard_count"), Passes(&asks::ONE_SHARD, "instance_class", "shard_count");
                because "A single shard bounds memory and speed." "单分片限制了内存和性能。";
                cite api::catalogue("shards of each class");
                pass r#"{"instance_class": "redis.shard.small.ce", "shard_count": 2}"#;
                fail r#"{"instance_class": "redis.shard.large.ce", "shard_count": 1}"#
            },
            rule! {
                TagsMissing at "tags" if Absent("tags");
                because "Bills are divided by tags." "账单按标签分摊。";
                cite api::schema("Tag: maxItems 21");
                pass r#"{"tags": {"team": "orders"}}"#;
                fail r#"{"tags": null}"#
            },
        ]
    };
}

/// What `alicloud_kvstore_instance` alone has.
macro_rules! kvstore {
    () => {
        [
            rule! {
                TlsOff at "ssl_enable" if Either(Absent("ssl_enable"), OneOf("ssl_enable", &["Disable", "Update"]));
                because "whoever can read the network can read passwords and data" "能监听网络的人可以读到密码和数据";
                cite page("Valid values: `Disable`, `Enable` and `Update`.");
                pass r#"{"ssl_enable": "Enable"}"#;
                fail r#"{"ssl_enable": null}"#, r#"{"ssl_enable": "Disable"}"#
            },
            rule! {
                PublicEndpoint at "enable_public" if Is("enable_public", "true");
                because "A cache on the Internet is found within hours." "暴露在公网的缓存几小时内就会被扫描到。";
                cite page("resource `alicloud_kvstore_connection` instead");
                pass r#"{"enable_public": null}"#;
                fail r#"{"enable_public": true}"#
            },
            rule! {
                EncryptionOff at "tde_status" if Absent("tde_status"), Passes(&asks::ENCRYPTS, "instance_class");
                because "Backups and disks can then be read by whoever gets hold of them." "拿到备份或磁盘的人可以直接读取数据。";
                cite page("TDE cannot be disabled after it is enabled.");
                pass r#"{"tde_status": null}"#, r#"{"instance_class": "tair.rdb.2g", "tde_status": "Enabled"}"#;
                fail r#"{"instance_class": "tair.rdb.2g"}"#
            },
            rule! {
                ReleaseUnprotected at "instance_release_protection" if Either(Absent("instance_release_protection"), Is("instance_release_protection", "false"));
                because "A wrong plan or a wrong click deletes it." "一次错误的变更或点击就会删除实例。";
                cite page("Whether to open the release protection.");
                pass r#"{"instance_release_protection": true}"#;
                fail r#"{"instance_release_protection": null}"#, r#"{"instance_release_protection": false}"#
            },
            rule! {
                NoBackupWindow at "backup_time" if Absent("backup_time");
                because "The provider then chooses the hours, which may be the busiest." "服务商自行选择的时段可能正是高峰。";
                cite page("Backup time, the format is HH:mmZ-HH:mmZ (UTC time).");
                pass r#"{"backup_time": "11:00Z-12:00Z"}"#;
                fail r#"{"backup_time": null}"#
            },
            rule! {
                NoBackupPolicy at "backup_period" if Absent("backup_period");
                because "Backups are then left to the provider's default." "备份将只按服务商的默认设置进行。";
                cite page("Backup period.");
                pass r#"{"backup_period": ["Monday", "Friday"]}"#;
                fail r#"{"backup_period": null}"#
            },
            rule! {
                BackupLogOff at "enable_backup_log" if Either(Absent("enable_backup_log"), Is("enable_backup_log", "0"));
                because "Without it data can only be restored as of a whole backup." "未开启时只能恢复到某次完整备份的时刻。";
                cite page("Turn on or off incremental backup. Valid values: `1`, `0`.");
                pass r#"{"enable_backup_log": 1}"#;
                fail r#"{"enable_backup_log": null}"#, r#"{"enable_backup_log": 0}"#
            },
            rule! {
                NameMissing at "db_instance_name" if Absent("db_instance_name");
                because "An instance without a name is kept for ever, because nobody dares to delete it." "没有名称的实例往往无人敢删，长期占用费用。";
                cite api::row("The name must be 2 to 80 characters in length, and must start with a letter or a Chinese character.");
                pass r#"{"db_instance_name": "orders"}"#;
                fail r#"{"db_instance_name": null}"#
            },
            rule! {
                MemoryBelow at "instance_class" if Passes(&asks::MEMORY, "instance_class", "shard_count", "capacity");
                because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的下限。";
                cite api::catalogue("capacity of each class");
                pass r#"{"instance_class": "redis.shard.mid.2.ce"}"#;
                fail r#"{"instance_class": "redis.shard.small.2.ce"}"#
            },
            rule! {
                MemoryBelow at "capacity" if Absent("instance_class"), Passes(&asks::CAPACITY, "capacity");
                because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的下限。";
                cite page("The storage capacity of the KVStore DBInstance. Unit: MB.");
                pass r#"{"instance_class": null, "capacity": 2048}"#;
                fail r#"{"instance_class": null, "capacity": 1024}"#
            },
            rule! {
                MemoryAbove at "instance_class" if Passes(&asks::MEMORY, "instance_class", "shard_count", "capacity");
                because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的上限。";
                cite api::catalogue("capacity of each class");
                pass r#"{"instance_class": "redis.shard.8xlarge.ce"}"#;
                fail r#"{"instance_class": "redis.shard.8xlarge.ce", "shard_count": 2}"#
            },
            rule! {
                MemoryAbove at "capacity" if Absent("instance_class"), Passes(&asks::CAPACITY, "capacity");
                because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的上限。";
                cite page("The storage capacity of the KVStore DBInstance. Unit: MB.");
                pass r#"{"instance_class": null, "capacity": 65536}"#;
                fail r#"{"instance_class": null, "capacity": 131072}"#
            },
        ]
    };
}
pub(super) use {both, kvstore};

/// What `alicloud_redis_tair_instance` alone has.
macro_rules! tair {
    () => {
        [
            rule! {
                TlsOff at "ssl_enabled" if Either(Absent("ssl_enabled"), OneOf("ssl_enabled", &["Disable", "Update"]));
                because "whoever can read the network can read passwords and data" "能监听网络的人可以读到密码和数据";
                cite page("Valid values: `Disable`, `Enable` and `Update`.");
                pass r#"{"ssl_enabled": "Enable"}"#;
                fail r#"{"ssl_enabled": null}"#, r#"{"ssl_enabled": "Disable"}"#
            },
            rule! {
                EncryptionOff at "tde_status" if Either(Absent("tde_status"), Is("tde_status", "disabled")), Passes(&asks::ENCRYPTS, "instance_class");
                because "Backups and disks can then be read by whoever gets hold of them." "拿到备份或磁盘的人可以直接读取数据。";
                cite page("TDE cannot be disabled after it is enabled.");
                pass r#"{"tde_status": "enabled"}"#;
                fail r#"{"tde_status": null}"#, r#"{"tde_status": "disabled"}"#
            },
            rule! {
                NameMissing at "tair_instance_name" if Absent("tair_instance_name");
                because "An instance without a name is kept for ever, because nobody dares to delete it." "没有名称的实例往往无人敢删，长期占用费用。";
                cite api::row("The name must be 2 to 80 characters in length, and must start with a letter or a Chinese character.");
                pass r#"{"tair_instance_name": "orders"}"#;
                fail r#"{"tair_instance_name": null}"#
            },
            rule! {
                MemoryBelow at "instance_class" if Passes(&asks::MEMORY, "instance_class", "shard_count");
                because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的下限。";
                cite api::catalogue("capacity of each class");
                pass r#"{"instance_class": "tair.rdb.1g", "shard_count": 2}"#;
                fail r#"{"instance_class": "tair.rdb.1g"}"#
            },
            rule! {
                MemoryAbove at "instance_class" if Passes(&asks::MEMORY, "instance_class", "shard_count");
                because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的上限。";
                cite api::catalogue("capacity of each class");
                pass r#"{"instance_class": "tair.rdb.64g"}"#;
                fail r#"{"instance_class": "tair.rdb.64g", "shard_count": 2}"#
            },
        ]
    };
}
pub(super) use tair;

/// Rows about `alicloud_kvstore_instance`.
pub(in crate::documents) const KVSTORE: &[Rule] = {
    const fn at(name: &str) -> Ref {
        Ref::to(kvstore_instance::PARAMETERS, name)
    }
    const BOTH: &[Rule] = &both!("PrePaid" r#"{"payment_type": "PrePaid", "period": "1"}"#);
    const OWN: &[Rule] = &kvstore!();
    &joined::<Rule, { BOTH.len() + OWN.len() }>(BOTH, OWN)
};

/// Rows about `alicloud_redis_tair_instance`.
pub(in crate::documents) const TAIR: &[Rule] = {
    const fn at(name: &str) -> Ref {
        Ref::to(tair_instance::PARAMETERS, name)
    }
    const BOTH: &[Rule] = &both!("Subscription" r#"{"payment_type": "Subscription", "period": 1}"#);
    const OWN: &[Rule] = &tair!();
    &joined::<Rule, { BOTH.len() + OWN.len() }>(BOTH, OWN)
};
