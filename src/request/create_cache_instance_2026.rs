use super::record::request;
use super::{BodyRequest, CacheInstance, Charge, Request, Scalar};
use crate::documents::JDCLOUD_CREATE_CACHE_INSTANCE_2026;
use crate::profile::Profile;

request! {
    /// `createCacheInstance` of JD Cloud, as the vendor's SDK of 2026 has it.
    CreateCacheInstance2026 {
        /// Region; it is a part of the path.
        "regionId" region_id: Scalar,
        /// What the instance is to be.
        "cacheInstance" cache_instance: CacheInstance,
        /// How it is paid.
        "charge" charge: Charge,
    }
}

impl CreateCacheInstance2026 {
    /// A request for that instance in that region.
    ///
    /// ```
    /// use kvspec::request::{AzId, CacheInstance, CreateCacheInstance2026, Request};
    /// let instance = CacheInstance::new()
    ///     .vpc_id("vpc-abc")
    ///     .subnet_id("subnet-abc")
    ///     .cache_instance_name("orders")
    ///     .cache_instance_class("redis.m.small.basic")
    ///     .az_id(AzId::new("cn-north-1a", "cn-north-1b"));
    /// let valid = CreateCacheInstance2026::new("cn-north-1", instance).validated()?;
    /// assert_eq!(valid.body()["cacheInstance"]["azId"]["master"], "cn-north-1a");
    /// # Ok::<(), kvspec::Report>(())
    /// ```
    #[must_use]
    pub fn new(region_id: impl Into<Scalar>, cache_instance: CacheInstance) -> Self {
        Self::default()
            .region_id(region_id)
            .cache_instance(cache_instance)
    }
}

impl Request for CreateCacheInstance2026 {
    const PROFILES: &'static [&'static Profile] = &[&JDCLOUD_CREATE_CACHE_INSTANCE_2026];
}

impl BodyRequest for CreateCacheInstance2026 {
    fn region(&self) -> Option<&Scalar> {
        self.region_id.as_ref()
    }
}
