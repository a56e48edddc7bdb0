//! Documented words, for typed requests.

use super::Text;
use super::values::Scalar;

macro_rules! values {
    ($(
        $(#[$doc:meta])*
        $name:ident { $($(#[$value_doc:meta])* $value:ident = $text:literal,)+ }
    )+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum $name {
                $($(#[$value_doc])* $value,)+
            }

            impl $name {
                /// Every value.
                pub const ALL: &'static [Self] = &[$(Self::$value,)+];

                /// The documented spelling.
                #[must_use]
                pub const fn as_str(self) -> &'static str {
                    match self { $(Self::$value => $text,)+ }
                }
            }

            impl From<$name> for Text {
                fn from(value: $name) -> Self {
                    value.as_str().into()
                }
            }

            impl From<$name> for Scalar {
                fn from(value: $name) -> Self {
                    value.as_str().into()
                }
            }
        )+
    };
}

values! {
    /// How an instance of Alibaba Cloud is paid.
    ChargeType {
        /// Subscription.
        PrePaid = "PrePaid",
        /// Pay-as-you-go.
        PostPaid = "PostPaid",
    }
    /// Which network an instance of Alibaba Cloud is in.
    NetworkType {
        /// The classic network.
        Classic = "CLASSIC",
        /// A virtual private cloud.
        Vpc = "VPC",
    }
    /// Which engine an instance of Alibaba Cloud runs.
    InstanceType {
        /// Redis.
        Redis = "Redis",
        /// Memcache.
        Memcache = "Memcache",
    }
    /// Whether an instance of Alibaba Cloud has a replica.
    NodeType {
        /// One node.
        StandAlone = "STAND_ALONE",
        /// A master and a replica.
        MasterSlave = "MASTER_SLAVE",
    }
    /// Version of the engine. Not every profile has every version.
    EngineVersion {
        /// 2.8.
        V2_8 = "2.8",
        /// 4.0.
        V4_0 = "4.0",
        /// 5.0.
        V5_0 = "5.0",
    }
}
