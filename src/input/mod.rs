//! Readers that keep spans: JSON text, query strings, parsed values, form fields.

mod escape;
mod fields;
mod format;
#[cfg(feature = "formats")]
pub(crate) mod hcl;
#[cfg(feature = "formats")]
pub(crate) mod item;
pub(crate) mod json;
mod message;
mod node;
mod plain;
mod query;
#[cfg(feature = "formats")]
pub(crate) mod shell;
mod source;
#[cfg(feature = "formats")]
pub(crate) mod yaml;

pub use fields::Fields;
pub(crate) use fields::{FieldKind, FieldName, Reader, Unreadable};
pub use format::InputFormat;
pub use json::DEFAULT_MAX_DEPTH;
pub(crate) use message::message;
#[cfg(feature = "fast")]
pub(crate) use node::small_number;
pub(crate) use node::{Children, Digits, JsonKind, Node};
pub(crate) use plain::is_plain;
pub(crate) use query::{
    COMMON as COMMON_PARAMETERS, FRAGMENT, Pair, QueryError, RestRequest, begins_a_url, decoded,
    escaped_ampersands, fragment, host_of, parse_query, percent_encode, query_part, rest_request,
    urls,
};
pub(crate) use source::{Encoding, Source};
