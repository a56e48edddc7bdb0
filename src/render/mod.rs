//! Reports as text: one file for each format.

pub mod fingerprint;
pub mod github;
pub mod gitlab;
#[cfg(feature = "cli")]
pub mod human;
pub mod json;
#[cfg(feature = "xml")]
pub mod junit;
pub mod line;
pub mod ndjson;
pub mod problem;
pub mod sarif;
mod template;
