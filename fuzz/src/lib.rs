//! The bodies of the fuzz targets.

#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "schema")]
#[path = "../../tests/support/mod.rs"]
mod support;
mod targets;

#[cfg(feature = "schema")]
pub use schema::schema;
pub use targets::{
    TARGETS, Target, config, hcl, json, markdown, ndjson, query, response, shell, yaml,
};
