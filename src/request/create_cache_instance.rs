use super::record::request;
use super::{BodyRequest, CacheInstance, Charge, Request, Scalar};
use crate::documents::JDCLOUD_CREATE_CACHE_INSTANCE;
use crate::profile::Profile;

request! {
    /// `createCacheInstance` of JD Cloud.
    CreateCacheInstance {
        /// Region; it is a part of the path.
        "regionId" region_id: Scalar,
        /// What the instance is to be.
        "cacheInstance" cache_instance: CacheInstance,
        /// How it is paid.
        "charge" charge: Charge,
    }
}

impl CreateCacheInstance {
    /// A request for that instance in that region.
    #[must_use]
    pub fn new(region_id: impl Into<Scalar>, cache_instance: CacheInstance) -> Self {
        Self::default()
            .region_id(region_id)
            .cache_instance(cache_instance)
    }
}

impl Request for CreateCacheInstance {
    const PROFILES: &'static [&'static Profile] = &[&JDCLOUD_CREATE_CACHE_INSTANCE];
}

impl BodyRequest for CreateCacheInstance {
    fn region(&self) -> Option<&Scalar> {
        self.region_id.as_ref()
    }
}
