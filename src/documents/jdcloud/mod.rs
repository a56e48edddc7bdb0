//! What JD Cloud sells, takes and answers today.

mod class_notes;
mod class_sources;
mod classes;
mod contradictions;
mod responses;
pub mod settings;

pub use classes::CATALOGUE;
pub use contradictions::CONTRADICTIONS;
pub use responses::RESPONSES;

/// Identifier of the profile of today's `createCacheInstance`.
pub const CREATE_CACHE_INSTANCE: &str = "jdcloud.create-cache-instance.2026";
/// What today's `createCacheInstance` is cited by.
pub const CREATE_CACHE_INSTANCE_DOCUMENT: &str = "JCS for Redis createCacheInstance (2026-10-26)";
