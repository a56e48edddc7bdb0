//! What JD Cloud sells and takes today: instance classes, and settings of the server.

mod class_notes;
mod class_sources;
mod classes;
pub mod settings;

pub use classes::CATALOGUE;

/// Identifier of the profile of today's `createCacheInstance`.
pub const CREATE_CACHE_INSTANCE: &str = "jdcloud.create-cache-instance.2026";
/// What today's `createCacheInstance` is cited by.
pub const CREATE_CACHE_INSTANCE_DOCUMENT: &str = "JCS for Redis createCacheInstance (2026-10-26)";
