//! Reports as text: one file for each format.

pub mod github;
#[cfg(feature = "cli")]
pub mod human;
pub mod json;
pub mod line;
pub mod ndjson;
pub mod sarif;
mod template;
