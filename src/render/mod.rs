//! Reports as text: one file for each format.

#[cfg(feature = "cli")]
pub mod human;
pub mod json;
pub mod line;
pub mod ndjson;
