//! What an order of JD Cloud is made of, in both editions.

use serde_json::Value;

use super::record::request;
use super::{List, Scalar, Secret};

request! {
    /// What the instance is to be (`CacheInstanceSpec`).
    CacheInstance {
        /// VPC.
        "vpcId" vpc_id: Scalar,
        /// Subnet of the VPC.
        "subnetId" subnet_id: Scalar,
        /// Display name.
        "cacheInstanceName" cache_instance_name: Scalar,
        /// Specification code.
        "cacheInstanceClass" cache_instance_class: Scalar,
        /// Password; without one none is required.
        "password" password: Secret,
        /// Zones.
        "azId" az_id: AzId,
        /// Description.
        "cacheInstanceDescription" cache_instance_description: Scalar,
        /// Version of the engine.
        "redisVersion" redis_version: Scalar,
        /// 1 for IPv6, 0 for none.
        "ipv6On" ipv6_on: Scalar,
        /// Shards; edition of 2026 only.
        "shardNumber" shard_number: Scalar,
        /// Tags; edition of 2026 only.
        "userTags" user_tags: List<ResourceTag>,
        /// Tags of the provider's operators; edition of 2026 only.
        "opsTags" ops_tags: List<ResourceTag>,
        /// Resource group; edition of 2026 only.
        "resourceGroupId" resource_group_id: Scalar,
        /// Template of settings; edition of 2026 only.
        "configTemplateId" config_template_id: Scalar,
        /// How many databases; edition of 2026 only.
        "dbNum" db_num: Scalar,
        /// Whether replicas keep an AOF; edition of 2026 only.
        "slaveAppendonly" slave_appendonly: Scalar,
        /// What is evicted when memory is full; edition of 2026 only.
        "maxmemoryPolicy" maxmemory_policy: Scalar,
        /// Architecture; edition of 2026 only.
        "cacheInstanceType" cache_instance_type: Scalar,
        /// Replicas of each shard; edition of 2026 only.
        "replicaNumber" replica_number: Scalar,
        /// Whether there is a smart proxy; edition of 2026 only.
        "enableSmartProxy" enable_smart_proxy: Scalar,
        /// Port; edition of 2026 only.
        "port" port: Scalar,
        /// An object of the provider's own; edition of 2026 only.
        "extension" extension: Value,
        /// Architecture of the processor; edition of 2026 only.
        "cpuArchType" cpu_arch_type: Scalar,
        /// Backup whose data the instance starts from; edition of 2026 only.
        "backupId" backup_id: Scalar,
        /// Instance whose backup that is; edition of 2026 only.
        "srcInstanceId" src_instance_id: Scalar,
    }
}

request! {
    /// Zones of an instance (`AzIdSpec`).
    AzId {
        /// Zone of the master.
        "master" master: Scalar,
        /// Zone of the replica.
        "slave" slave: Scalar,
        /// How zones are given; edition of 2026 only.
        "azSpecifyType" az_specify_type: Scalar,
        /// Zones of a cluster; edition of 2026 only.
        "azsForCluster" azs_for_cluster: List<Scalar>,
        /// Zones of the proxies; edition of 2026 only.
        "azsForProxy" azs_for_proxy: List<Scalar>,
    }
}

request! {
    /// How an instance is paid (`ChargeSpec`).
    Charge {
        /// `prepaid_by_duration`, `postpaid_by_usage` or `postpaid_by_duration`.
        "chargeMode" charge_mode: Scalar,
        /// `month` or `year`.
        "chargeUnit" charge_unit: Scalar,
        /// How many months or years.
        "chargeDuration" charge_duration: Scalar,
        /// Whether it is renewed.
        "autoRenew" auto_renew: Scalar,
        /// Whether the way of paying changes by itself; edition of 2026 only.
        "autoChangeChargeMode" auto_change_charge_mode: Scalar,
        /// When it changes; edition of 2026 only.
        "autoChangeChargeModeDate" auto_change_charge_mode_date: Scalar,
        /// Base64 of the activity credential.
        "buyScenario" buy_scenario: Scalar,
    }
}

request! {
    /// A tag of an instance.
    ResourceTag {
        /// Key.
        "key" key: Scalar,
        /// Value.
        "value" value: Scalar,
    }
}

impl ResourceTag {
    /// A tag of that key and value.
    #[must_use]
    pub fn new(key: impl Into<Scalar>, value: impl Into<Scalar>) -> Self {
        Self::default().key(key).value(value)
    }
}

impl AzId {
    /// The zones of the master and of the replica.
    #[must_use]
    pub fn new(master: impl Into<Scalar>, slave: impl Into<Scalar>) -> Self {
        Self::default().master(master).slave(slave)
    }
}

impl CacheInstance {
    /// An instance of which nothing is known yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Charge {
    /// The provider's default: pay by configuration.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
