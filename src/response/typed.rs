//! Typed responses, for Rust programs. A test holds them to the tables.

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::tree::Tree;
use super::{NoResponse, check_response};
use crate::documents::{
    ALIBABA_CREATE_INSTANCE_CN, ALIBABA_CREATE_INSTANCE_INTL, ALIBABA_CREATE_INSTANCES,
    JDCLOUD_CREATE_CACHE_INSTANCE,
};
use crate::profile::Profile;
use crate::report::Report;

mod sealed {
    pub trait Sealed {}
}

/// Why a response was not read.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum NotRead {
    /// It is not as the document has it: the report says where.
    #[error("{0}")]
    Wrong(Report),
    /// No document describes it.
    #[error(transparent)]
    NoResponse(#[from] NoResponse),
    /// It does not fit the struct, although it is as documented.
    #[error("the response does not fit: {0}")]
    Unfit(String),
}

/// A typed response of one operation.
pub trait Response: DeserializeOwned + Serialize + sealed::Sealed {
    /// The profile whose document describes it.
    fn profile() -> &'static Profile;

    /// Reads a response, JSON or XML, that is as the document has it. Undocumented fields are
    /// kept aside in `extra`.
    ///
    /// ```
    /// use kvspec::response::{CreateInstanceResponse, Response};
    ///
    /// let response = CreateInstanceResponse::read(
    ///     r#"{"InstanceId": "r-bp1", "Port": 6379, "Gift": "x"}"#,
    /// )?;
    /// assert_eq!((response.instance_id.as_deref(), response.port), (Some("r-bp1"), Some(6379)));
    /// assert_eq!(response.extra["Gift"], "x");
    /// # Ok::<(), kvspec::response::NotRead>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The response cannot be read, or is not as the document has it.
    fn read(text: &str) -> Result<Self, NotRead> {
        let checked = check_response(Self::profile(), text)?;
        if !checked.is_good() {
            return Err(NotRead::Wrong(checked.report));
        }
        let (Ok(tree), Some(table)) = (Tree::read(text), Self::profile().response()) else {
            return Err(NotRead::Wrong(checked.report));
        };
        let members = tree.root.object(table.fields);
        serde_json::from_value(Value::Object(members))
            .map_err(|error| NotRead::Unfit(error.to_string()))
    }
}

/// A struct whose documented members are all optional, and which keeps the others aside. Those
/// may hold anything, so `Debug` shows no more than their names.
macro_rules! response {
    (
        $(#[$doc:meta])*
        $name:ident { $($(#[$field_doc:meta])* $wire:literal $field:ident: $kind:ty,)+ }
    ) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
        #[non_exhaustive]
        pub struct $name {
            $(
                $(#[$field_doc])*
                #[serde(rename = $wire, default, skip_serializing_if = "Option::is_none")]
                pub $field: Option<$kind>,
            )+
            /// Fields that the document does not have. It may take them away at any time.
            #[serde(flatten)]
            pub extra: Map<String, Value>,
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name))
                    $(.field(stringify!($field), &self.$field))+
                    .field("extra", &self.extra.keys().collect::<Vec<_>>())
                    .finish()
            }
        }
    };
}

response! {
    /// The response to `CreateInstance`, international edition.
    CreateInstanceResponseIntl {
        /// Instance ID, globally unique.
        "InstanceId" instance_id: String,
        /// Instance name.
        "InstanceName" instance_name: String,
    }
}

response! {
    /// The response to `CreateInstance`, Chinese edition.
    CreateInstanceResponse {
        /// Bandwidth limit, in MB/s.
        "Bandwidth" bandwidth: i64,
        /// Capacity, in MB.
        "Capacity" capacity: i64,
        /// Billing method: `PrePaid` or `PostPaid`.
        "ChargeType" charge_type: String,
        /// Settings, a JSON object as text.
        "Config" config: String,
        /// Intranet address.
        "ConnectionDomain" connection_domain: String,
        /// Limit of connections.
        "Connections" connections: i64,
        /// End of a subscription, in UTC: `YYYY-MM-DDThh:mm:ssZ`.
        "EndTime" end_time: String,
        /// Instance ID, globally unique.
        "InstanceId" instance_id: String,
        /// Instance name.
        "InstanceName" instance_name: String,
        /// Status, such as `Creating`.
        "InstanceStatus" instance_status: String,
        /// Network type: `CLASSIC` or `VPC`.
        "NetworkType" network_type: String,
        /// Node type: `STAND_ALONE` or `MASTER_SLAVE`.
        "NodeType" node_type: String,
        /// Port of the service.
        "Port" port: i32,
        /// Private IPv4 address.
        "PrivateIpAddr" private_ip_addr: String,
        /// Requests per second that the class is good for in theory.
        "QPS" qps: i64,
        /// Region.
        "RegionId" region_id: String,
        /// Request ID.
        "RequestId" request_id: String,
        /// Account to connect with.
        "UserName" user_name: String,
        /// vSwitch.
        "VSwitchId" v_switch_id: String,
        /// VPC.
        "VpcId" vpc_id: String,
        /// Zone.
        "ZoneId" zone_id: String,
    }
}

response! {
    /// The response to `CreateInstances`.
    CreateInstancesResponse {
        /// Order ID.
        "OrderId" order_id: String,
        /// Request ID.
        "RequestId" request_id: String,
        /// IDs of the new instances.
        "InstanceIds" instance_ids: InstanceIds,
    }
}

response! {
    /// IDs of new instances.
    InstanceIds {
        /// The IDs.
        "InstanceId" instance_id: Vec<String>,
    }
}

response! {
    /// The response to `createCacheInstance` of JD Cloud.
    CreateCacheInstanceResponse {
        /// What was created.
        "result" result: CacheInstanceResult,
        /// Request ID.
        "requestId" request_id: String,
    }
}

response! {
    /// What `createCacheInstance` created.
    CacheInstanceResult {
        /// Instance ID.
        "cacheInstanceId" cache_instance_id: String,
        /// Order number.
        "orderNum" order_num: String,
    }
}

macro_rules! profiles {
    ($($name:ident $profile:ident)+) => {
        $(
            impl sealed::Sealed for $name {}

            impl Response for $name {
                fn profile() -> &'static Profile {
                    &$profile
                }
            }
        )+
    };
}

profiles! {
    CreateInstanceResponseIntl ALIBABA_CREATE_INSTANCE_INTL
    CreateInstanceResponse ALIBABA_CREATE_INSTANCE_CN
    CreateInstancesResponse ALIBABA_CREATE_INSTANCES
    CreateCacheInstanceResponse JDCLOUD_CREATE_CACHE_INSTANCE
}
