use super::record::request;
use super::{List, QueryRequest, Request, Secret, Tag, Text};
use crate::documents::ALIBABA_CREATE_INSTANCE_2026;
use crate::profile::Profile;

request! {
    /// `CreateInstance` of Alibaba Cloud, as the vendor's SDK of 2026 has it.
    CreateInstance2026 {
        /// Region, such as `cn-hangzhou`.
        "RegionId" region_id: Text,
        /// Zone of the region.
        "ZoneId" zone_id: Text,
        /// Zone of the replicas.
        "SecondaryZoneId" secondary_zone_id: Text,
        /// Display name.
        "InstanceName" instance_name: Text,
        /// Password.
        "Password" password: Secret,
        /// Instance class.
        "InstanceClass" instance_class: Text,
        /// Capacity in MB.
        "Capacity" capacity: Text,
        /// Billing method.
        "ChargeType" charge_type: Text,
        /// Subscription period in months.
        "Period" period: Text,
        /// Whether the subscription is renewed.
        "AutoRenew" auto_renew: Text,
        /// Months of each renewal.
        "AutoRenewPeriod" auto_renew_period: Text,
        /// Whether coupons are used.
        "AutoUseCoupon" auto_use_coupon: Text,
        /// Business information.
        "BusinessInfo" business_info: Text,
        /// Coupon code.
        "CouponNo" coupon_no: Text,
        /// Dedicated cluster.
        "DedicatedHostGroupId" dedicated_host_group_id: Text,
        /// Resource group.
        "ResourceGroupId" resource_group_id: Text,
        /// Whether there is a replica.
        "NodeType" node_type: Text,
        /// Network type: VPC.
        "NetworkType" network_type: Text,
        /// VPC.
        "VpcId" vpc_id: Text,
        /// Virtual switch.
        "VSwitchId" v_switch_id: Text,
        /// Private IPv4 address.
        "PrivateIpAddress" private_ip_address: Text,
        /// Engine, or series of Tair.
        "InstanceType" instance_type: Text,
        /// Version of the engine.
        "EngineVersion" engine_version: Text,
        /// Instance whose backup is restored.
        "SrcDBInstanceId" src_db_instance_id: Text,
        /// Backup set to restore.
        "BackupId" backup_id: Text,
        /// Backup set of a cluster.
        "ClusterBackupId" cluster_backup_id: Text,
        /// Time to which the source instance is restored.
        "RestoreTime" restore_time: Text,
        /// What is restored besides the data.
        "RecoverConfigMode" recover_config_mode: Text,
        /// Shards.
        "ShardCount" shard_count: Text,
        /// Read replicas in the primary zone.
        "ReadOnlyCount" read_only_count: Text,
        /// Read replicas in the secondary zone.
        "SlaveReadOnlyCount" slave_read_only_count: Text,
        /// Replicas in the primary zone.
        "ReplicaCount" replica_count: Text,
        /// Replicas in the secondary zone.
        "SlaveReplicaCount" slave_replica_count: Text,
        /// Which endpoints there are.
        "InstanceEndpointType" instance_endpoint_type: Text,
        /// Whether it is the first of a distributed instance.
        "GlobalInstance" global_instance: Text,
        /// Distributed instance that it joins.
        "GlobalInstanceId" global_instance_id: Text,
        /// Whitelist templates, with commas between them.
        "GlobalSecurityGroupIds" global_security_group_ids: Text,
        /// Port.
        "Port" port: Text,
        /// Whether the provider only checks the request.
        "DryRun" dry_run: Text,
        /// AOF persistence; classic classes only.
        "Appendonly" appendonly: Text,
        /// Prefix of the address.
        "ConnectionStringPrefix" connection_string_prefix: Text,
        /// Template of settings.
        "ParamGroupId" param_group_id: Text,
        /// Tags.
        "Tag" tag: List<Tag>,
        /// Idempotency token.
        "Token" token: Text,
        /// When maintenance may begin.
        "MaintainStartTime" maintain_start_time: Text,
        /// When maintenance has to end.
        "MaintainEndTime" maintain_end_time: Text,
    }
}

impl CreateInstance2026 {
    /// A request for an instance in that region.
    ///
    /// ```
    /// use kvspec::request::{CreateInstance2026, Request, Tag};
    /// let valid = CreateInstance2026::new("cn-hangzhou")
    ///     .instance_class("redis.shard.small.2.ce")
    ///     .tag([Tag::new("team", "orders")])
    ///     .validated()?;
    /// assert_eq!(
    ///     valid.query(),
    ///     "Action=CreateInstance&InstanceClass=redis.shard.small.2.ce&RegionId=cn-hangzhou\
    ///      &Tag.1.Key=team&Tag.1.Value=orders"
    /// );
    /// # Ok::<(), kvspec::Report>(())
    /// ```
    #[must_use]
    pub fn new(region_id: impl Into<Text>) -> Self {
        Self::default().region_id(region_id)
    }
}

impl Request for CreateInstance2026 {
    const PROFILES: &'static [&'static Profile] = &[&ALIBABA_CREATE_INSTANCE_2026];
}

impl QueryRequest for CreateInstance2026 {
    const ACTION: &'static str = "CreateInstance";
}
