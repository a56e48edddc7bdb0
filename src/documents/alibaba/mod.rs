//! What Alibaba Cloud sells, takes and answers today.

mod class_notes;
mod class_sources;
mod classes;
mod contradictions;
mod responses;
pub mod settings;

pub use classes::CATALOGUE;
pub use contradictions::CONTRADICTIONS;
pub use responses::RESPONSES;

/// Identifier of the profile of today's `CreateInstance`.
pub const CREATE_INSTANCE: &str = "alibaba.create-instance.2026";
/// Identifier of the profile of `CreateTairInstance`.
pub const CREATE_TAIR_INSTANCE: &str = "alibaba.create-tair-instance.2026";
/// What today's `CreateInstance` is cited by.
pub const CREATE_INSTANCE_DOCUMENT: &str = "R-kvstore CreateInstance (2026-10-19)";
/// What `CreateTairInstance` is cited by.
pub const CREATE_TAIR_INSTANCE_DOCUMENT: &str = "R-kvstore CreateTairInstance (2026-10-19)";
