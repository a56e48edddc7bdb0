//! What JD Cloud sells, takes and answers today.

mod class_notes;
mod class_sources;
mod classes;
mod contradictions;
pub(in crate::documents) mod create_cache_instance_2026;
mod responses;
pub mod settings;

pub use classes::CATALOGUE;
pub use contradictions::CONTRADICTIONS;
pub use create_cache_instance_2026::PROFILE as JDCLOUD_CREATE_CACHE_INSTANCE_2026;
pub use responses::RESPONSES;

/// Identifier of the profile of today's `createCacheInstance`.
pub const CREATE_CACHE_INSTANCE: &str = "jdcloud.create-cache-instance.2026";
/// What today's `createCacheInstance` is cited by.
pub const CREATE_CACHE_INSTANCE_DOCUMENT: &str = "JCS for Redis createCacheInstance (2026-10-26)";
