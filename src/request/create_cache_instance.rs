use serde_json::Value;

use super::fields::request;
use super::{Request, Secret, Valid};
use crate::documents::JDCLOUD_CREATE_CACHE_INSTANCE;
use crate::input::percent_encode;
use crate::profile::Profile;

request! {
    /// `createCacheInstance` of JD Cloud (004).
    CreateCacheInstance {
        /// Region; it is a part of the path.
        "regionId" region_id: String,
        /// What the instance is to be.
        "cacheInstance" cache_instance: CacheInstance,
        /// How it is paid.
        "charge" charge: Charge,
    }
}

request! {
    /// What the instance is to be (004, `CacheInstanceSpec`).
    CacheInstance {
        /// VPC.
        "vpcId" vpc_id: String,
        /// Subnet of the VPC.
        "subnetId" subnet_id: String,
        /// Display name.
        "cacheInstanceName" cache_instance_name: String,
        /// Specification code.
        "cacheInstanceClass" cache_instance_class: String,
        /// Password; without one none is required.
        "password" password: Secret,
        /// Zones.
        "azId" az_id: AzId,
        /// Description.
        "cacheInstanceDescription" cache_instance_description: String,
        /// Version of the engine.
        "redisVersion" redis_version: String,
        /// 1 for IPv6, 0 for none.
        "ipv6On" ipv6_on: u32,
    }
}

request! {
    /// Zones of an instance (004, `AzIdSpec`).
    AzId {
        /// Zone of the master.
        "master" master: String,
        /// Zone of the replica.
        "slave" slave: String,
    }
}

request! {
    /// How an instance is paid (004, `ChargeSpec`).
    Charge {
        /// `prepaid_by_duration`, `postpaid_by_usage` or `postpaid_by_duration`.
        "chargeMode" charge_mode: String,
        /// `month` or `year`.
        "chargeUnit" charge_unit: String,
        /// How many months or years.
        "chargeDuration" charge_duration: u32,
        /// Whether it is renewed.
        "autoRenew" auto_renew: bool,
        /// Base64 of the activity credential.
        "buyScenario" buy_scenario: String,
    }
}

impl AzId {
    /// The zones of the master and of the replica.
    #[must_use]
    pub fn new(master: impl Into<String>, slave: impl Into<String>) -> Self {
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

impl CreateCacheInstance {
    /// A request for that instance in that region.
    #[must_use]
    pub fn new(region_id: impl Into<String>, cache_instance: CacheInstance) -> Self {
        Self::default()
            .region_id(region_id)
            .cache_instance(cache_instance)
    }
}

impl super::sealed::Sealed for CreateCacheInstance {}

impl Request for CreateCacheInstance {
    const PROFILES: &'static [&'static Profile] = &[&JDCLOUD_CREATE_CACHE_INSTANCE];
}

impl Valid<CreateCacheInstance> {
    /// The path that the request is posted to (004, request address).
    ///
    /// ```
    /// use kvspec::request::{AzId, CacheInstance, CreateCacheInstance, Request};
    /// let instance = CacheInstance::new()
    ///     .vpc_id("vpc-abc")
    ///     .subnet_id("subnet-abc")
    ///     .cache_instance_name("cache_01")
    ///     .cache_instance_class("redis.m.micro.basic")
    ///     .az_id(AzId::new("cn-north-1a", "cn-north-1b"));
    /// let valid = CreateCacheInstance::new("cn-north-1", instance).validated()?;
    /// assert_eq!(valid.path(), "/v1/regions/cn-north-1/cacheInstance");
    /// assert!(valid.body().get("regionId").is_none());
    /// # Ok::<(), kvspec::Report>(())
    /// ```
    #[must_use]
    pub fn path(&self) -> String {
        let region = self.region_id.as_deref().unwrap_or_default();
        format!("/v1/regions/{}/cacheInstance", percent_encode(region))
    }

    /// The JSON body: all but the region, which is in the path.
    #[must_use]
    pub fn body(&self) -> Value {
        let mut body = self.to_value();
        if let Value::Object(members) = &mut body {
            members.remove("regionId");
        }
        body
    }
}
