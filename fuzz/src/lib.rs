//! The bodies of the fuzz targets.

#[path = "../../tests/support/mod.rs"]
mod support;
mod targets;

pub use targets::{TARGETS, Target, config, json, ndjson, query, schema};
