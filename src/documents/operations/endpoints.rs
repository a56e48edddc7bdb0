//! Where requests are sent, in which version of the interface, and what a policy has to allow.

use super::{ApiVersion, Authorisation, Endpoint};
use crate::documents::{
    ALIBABA_CREATE_INSTANCE_CN as CN, ALIBABA_CREATE_INSTANCE_INTL as INTL,
    ALIBABA_CREATE_INSTANCES as BATCH, JDCLOUD_CREATE_CACHE_INSTANCE as JDCLOUD, alibaba, jdcloud,
};
use crate::profile::Citation;

/// A passage of the vendor's newest SDK.
const fn sdk(section: &'static str, quote: &'static str) -> Citation {
    Citation::new(alibaba::rows::DOCUMENT, section, quote)
}

pub(super) static ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        profiles: &[INTL.id],
        method: None,
        url: "https://r-kvstore.aliyuncs.com",
        success: None,
        citation: Citation::new(
            INTL.document,
            "Request example",
            "https://r-kvstore.aliyuncs.com",
        ),
    },
    Endpoint {
        profiles: &[CN.id],
        method: None,
        url: "https://r-kvstore.aliyuncs.com/",
        success: None,
        citation: Citation::new(CN.document, "示例", "https://r-kvstore.aliyuncs.com/"),
    },
    Endpoint {
        profiles: &[
            BATCH.id,
            alibaba::CREATE_INSTANCE,
            alibaba::CREATE_TAIR_INSTANCE,
        ],
        method: Some("POST"),
        url: "https://r-kvstore.aliyuncs.com/",
        success: None,
        citation: sdk("Client", "'cn-fujian': 'r-kvstore.aliyuncs.com'"),
    },
    Endpoint {
        profiles: &[JDCLOUD.id],
        method: Some("POST"),
        url: "https://redis.jdcloud-api.com/v1/regions/{regionId}/cacheInstance",
        success: Some(200),
        citation: Citation::new(
            JDCLOUD.document,
            "Request address",
            "https://redis.jdcloud-api.com/v1/regions/{regionId}/cacheInstance",
        ),
    },
    Endpoint {
        profiles: &[jdcloud::CREATE_CACHE_INSTANCE],
        method: Some("POST"),
        url: "https://redis.jdcloud-api.com/v1/regions/{regionId}/cacheInstance",
        success: None,
        citation: jdcloud::create_cache_instance_2026::cite(
            "createCacheInstance",
            "'/regions/{regionId}/cacheInstance', 'POST'",
        ),
    },
];

pub(super) static VERSIONS: &[ApiVersion] = &[
    ApiVersion {
        profiles: &[INTL.id, CN.id],
        product: "R-kvstore",
        version: "2015-01-01",
        citation: Citation::new(
            CN.document,
            "调试",
            "#product=R-kvstore&api=CreateInstance&type=RPC&version=2015-01-01",
        ),
    },
    ApiVersion {
        profiles: &[
            BATCH.id,
            alibaba::CREATE_INSTANCE,
            alibaba::CREATE_TAIR_INSTANCE,
        ],
        product: "R-kvstore",
        version: "2015-01-01",
        citation: sdk("Client", "version = '2015-01-01'"),
    },
    ApiVersion {
        profiles: &[JDCLOUD.id],
        product: "redis",
        version: "v1",
        citation: Citation::new(
            JDCLOUD.document,
            "Request address",
            "https://redis.jdcloud-api.com/v1/",
        ),
    },
    ApiVersion {
        profiles: &[jdcloud::CREATE_CACHE_INSTANCE],
        product: "redis",
        version: "v1",
        citation: jdcloud::create_cache_instance_2026::cite(
            "createCacheInstance",
            "version=\"v1\"",
        ),
    },
];

pub(super) static AUTHORISATIONS: &[Authorisation] = &[Authorisation {
    profiles: &[BATCH.id],
    action: "kvstore:CreateInstances",
    access_level: "create",
    resource_type: "*DBInstance",
    resource: "acs:kvstore:{#regionId}:{#accountId}:instance/*",
    condition_keys: &[
        "kvstore:InstanceClass",
        "kvstore:InstanceType",
        "kvstore:Appendonly",
    ],
    dependent_actions: &[],
    citation: Citation::new(
        BATCH.document,
        "RAM authorization",
        "kvstore:CreateInstances",
    ),
}];
