use super::record::request;
use super::{List, QueryRequest, Request, Secret, Tag, Text};
use crate::documents::ALIBABA_CREATE_TAIR_INSTANCE_2026;
use crate::profile::Profile;

request! {
    /// `CreateTairInstance` of Alibaba Cloud, as the vendor's SDK of 2026 has it.
    CreateTairInstance {
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
        /// Engine, or series of Tair.
        "InstanceType" instance_type: Text,
        /// Version of the engine.
        "EngineVersion" engine_version: Text,
        /// Billing method.
        "ChargeType" charge_type: Text,
        /// Subscription period in months.
        "Period" period: Text,
        /// Whether the subscription is renewed.
        "AutoRenew" auto_renew: Text,
        /// Months of each renewal.
        "AutoRenewPeriod" auto_renew_period: Text,
        /// Whether the order is paid automatically.
        "AutoPay" auto_pay: Text,
        /// Whether coupons are used.
        "AutoUseCoupon" auto_use_coupon: Text,
        /// Business information.
        "BusinessInfo" business_info: Text,
        /// Coupon code.
        "CouponNo" coupon_no: Text,
        /// VPC.
        "VpcId" vpc_id: Text,
        /// Virtual switch.
        "VSwitchId" v_switch_id: Text,
        /// Private IPv4 address.
        "PrivateIpAddress" private_ip_address: Text,
        /// Whether a shard has a replica.
        "ShardType" shard_type: Text,
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
        /// Type of the disk.
        "StorageType" storage_type: Text,
        /// Size of the disk in GB.
        "Storage" storage: Text,
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
        /// Resource group.
        "ResourceGroupId" resource_group_id: Text,
        /// Which endpoints there are.
        "InstanceEndpointType" instance_endpoint_type: Text,
        /// Distributed instance that it joins.
        "GlobalInstanceId" global_instance_id: Text,
        /// Whitelist templates, with commas between them.
        "GlobalSecurityGroupIds" global_security_group_ids: Text,
        /// Port.
        "Port" port: Text,
        /// Whether the provider only checks the request.
        "DryRun" dry_run: Text,
        /// Prefix of the address.
        "ConnectionStringPrefix" connection_string_prefix: Text,
        /// Template of settings.
        "ParamGroupId" param_group_id: Text,
        /// Tags.
        "Tag" tag: List<Tag>,
        /// Idempotency token.
        "ClientToken" client_token: Text,
        /// When maintenance may begin.
        "MaintainStartTime" maintain_start_time: Text,
        /// When maintenance has to end.
        "MaintainEndTime" maintain_end_time: Text,
    }
}

impl CreateTairInstance {
    /// A request for an instance of that class and series in that region.
    ///
    /// ```
    /// use kvspec::request::{CreateTairInstance, Request};
    /// let valid = CreateTairInstance::new("cn-hangzhou", "tair_rdb", "tair.rdb.1g")
    ///     .vpc_id("vpc-bp1")
    ///     .v_switch_id("vsw-bp1")
    ///     .charge_type("PostPaid")
    ///     .validated()?;
    /// assert!(valid.query().starts_with("Action=CreateTairInstance&ChargeType=PostPaid&"));
    /// # Ok::<(), kvspec::Report>(())
    /// ```
    #[must_use]
    pub fn new(
        region_id: impl Into<Text>,
        instance_type: impl Into<Text>,
        instance_class: impl Into<Text>,
    ) -> Self {
        Self::default()
            .region_id(region_id)
            .instance_type(instance_type)
            .instance_class(instance_class)
    }
}

impl Request for CreateTairInstance {
    const PROFILES: &'static [&'static Profile] = &[&ALIBABA_CREATE_TAIR_INSTANCE_2026];
}

impl QueryRequest for CreateTairInstance {
    const ACTION: &'static str = "CreateTairInstance";
}
