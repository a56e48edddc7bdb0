//! What JD Cloud sells and takes today: instance classes, and settings of the server.

mod class_notes;
mod class_sources;
mod classes;
mod create_cache_instance_2026;
pub mod settings;

pub use classes::CATALOGUE;
pub use create_cache_instance_2026::PROFILE as JDCLOUD_CREATE_CACHE_INSTANCE_2026;
