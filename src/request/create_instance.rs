use super::record::request;
use super::{QueryRequest, Request, Secret, Text};
use crate::documents::{ALIBABA_CREATE_INSTANCE_CN, ALIBABA_CREATE_INSTANCE_INTL};
use crate::profile::Profile;

request! {
    /// `CreateInstance` of Alibaba Cloud: the parameters of both older editions. The Chinese
    /// edition is checked unless the international one is named. For orders of today there is
    /// `CreateInstance2026`.
    CreateInstance {
        /// Region, such as `cn-hangzhou`.
        "RegionId" region_id: Text,
        /// Zone of the region.
        "ZoneId" zone_id: Text,
        /// Instance class.
        "InstanceClass" instance_class: Text,
        /// Capacity in MB; Chinese edition only.
        "Capacity" capacity: Text,
        /// Display name.
        "InstanceName" instance_name: Text,
        /// Password.
        "Password" password: Secret,
        /// Billing method.
        "ChargeType" charge_type: Text,
        /// Subscription period in months.
        "Period" period: Text,
        /// Idempotency token.
        "Token" token: Text,
        /// Network type.
        "NetworkType" network_type: Text,
        /// VPC.
        "VpcId" vpc_id: Text,
        /// Virtual switch.
        "VSwitchId" v_switch_id: Text,
        /// Private IPv4 address; international edition only.
        "PrivateIp" private_ip: Text,
        /// Private IPv4 address; Chinese edition only.
        "PrivateIpAddress" private_ip_address: Text,
        /// Instance whose backup is restored.
        "SrcDBInstanceId" src_db_instance_id: Text,
        /// Backup set to restore.
        "BackupId" backup_id: Text,
        /// Engine: Redis or Memcache.
        "InstanceType" instance_type: Text,
        /// Version of the engine.
        "EngineVersion" engine_version: Text,
        /// One node or two; Chinese edition only.
        "NodeType" node_type: Text,
        /// Settings, a JSON object as text; Chinese edition only.
        "Config" config: Text,
        /// Business information; Chinese edition only.
        "BusinessInfo" business_info: Text,
        /// Coupon code; Chinese edition only.
        "CouponNo" coupon_no: Text,
        /// Whether the subscription is renewed; Chinese edition only.
        "AutoRenew" auto_renew: Text,
        /// Months of each renewal; Chinese edition only.
        "AutoRenewPeriod" auto_renew_period: Text,
        /// Whether coupons are used; Chinese edition only.
        "AutoUseCoupon" auto_use_coupon: Text,
    }
}

impl CreateInstance {
    /// A request for an instance in that region.
    #[must_use]
    pub fn new(region_id: impl Into<Text>) -> Self {
        Self::default().region_id(region_id)
    }
}

impl Request for CreateInstance {
    const PROFILES: &'static [&'static Profile] =
        &[&ALIBABA_CREATE_INSTANCE_CN, &ALIBABA_CREATE_INSTANCE_INTL];
}

impl QueryRequest for CreateInstance {
    const ACTION: &'static str = "CreateInstance";
}
