//! Values of typed requests.

use std::fmt;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// A value as it goes over the wire: text. It is made from text, from whole numbers and from
/// booleans, and may hold anything, also what a document refuses.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(transparent)]
pub struct Text(String);

impl Text {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! text_from {
    ($($kind:ty)+) => {
        $(impl From<$kind> for Text {
            fn from(value: $kind) -> Self {
                Self(value.to_string())
            }
        })+
    };
}

text_from!(&str i32 i64 u32 u64 bool std::net::Ipv4Addr);

impl From<String> for Text {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Scalar;
        impl Visitor<'_> for Scalar {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string, a number or a boolean")
            }

            fn visit_str<E: de::Error>(self, value: &str) -> Result<Text, E> {
                Ok(value.into())
            }

            fn visit_bool<E: de::Error>(self, value: bool) -> Result<Text, E> {
                Ok(value.into())
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Text, E> {
                Ok(value.into())
            }

            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Text, E> {
                Ok(value.to_string().into())
            }

            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Text, E> {
                Ok(serde_json::Value::from(value).to_string().into())
            }
        }
        deserializer.deserialize_any(Scalar)
    }
}

/// A password. It is written to the wire, and nowhere else.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The secret itself. Take care where it goes.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl<T: Into<String>> From<T> for Secret {
    fn from(value: T) -> Self {
        Self(value.into())
    }
}

macro_rules! values {
    ($(
        $(#[$doc:meta])*
        $name:ident { $($(#[$value_doc:meta])* $value:ident = $text:literal,)+ }
    )+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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

/// A struct whose members are all optional, with the documents' names on the wire and a builder
/// method for each.
macro_rules! request {
    (
        $(#[$doc:meta])*
        $name:ident { $($(#[$field_doc:meta])* $wire:literal $field:ident: $kind:ty,)+ }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
        #[non_exhaustive]
        pub struct $name {
            $(
                $(#[$field_doc])*
                #[serde(rename = $wire, default, skip_serializing_if = "Option::is_none")]
                pub $field: Option<$kind>,
            )+
        }

        impl $name {
            $(
                $(#[$field_doc])*
                #[must_use]
                pub fn $field(mut self, value: impl Into<$kind>) -> Self {
                    self.$field = Some(value.into());
                    self
                }
            )+
        }
    };
}
pub(super) use request;
