//! What Alibaba Cloud sells, takes and answers today.

mod class_notes;
mod class_sources;
mod classes;
mod contradictions;
pub(in crate::documents) mod create_instance_2026;
pub(in crate::documents) mod create_tair_instance_2026;
mod responses;
pub(in crate::documents) mod rows;
mod rules;
pub mod settings;

pub use classes::CATALOGUE;
pub use contradictions::CONTRADICTIONS;
pub use create_instance_2026::PROFILE as ALIBABA_CREATE_INSTANCE_2026;
pub use create_tair_instance_2026::PROFILE as ALIBABA_CREATE_TAIR_INSTANCE_2026;
pub use responses::RESPONSES;

/// Identifier of the profile of today's `CreateInstance`.
pub const CREATE_INSTANCE: &str = "alibaba.create-instance.2026";
/// Identifier of the profile of `CreateTairInstance`.
pub const CREATE_TAIR_INSTANCE: &str = "alibaba.create-tair-instance.2026";
/// What today's `CreateInstance` is cited by.
pub const CREATE_INSTANCE_DOCUMENT: &str = "R-kvstore CreateInstance (2026-10-19)";
/// What `CreateTairInstance` is cited by.
pub const CREATE_TAIR_INSTANCE_DOCUMENT: &str = "R-kvstore CreateTairInstance (2026-10-19)";
