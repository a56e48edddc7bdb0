//! What Alibaba Cloud sells and takes today: instance classes, and settings of the server.

mod class_notes;
mod class_sources;
mod classes;
mod create_instance_2026;
mod create_tair_instance_2026;
pub(in crate::documents) mod rows;
mod rules;
pub mod settings;

pub use classes::CATALOGUE;
pub use create_instance_2026::PROFILE as ALIBABA_CREATE_INSTANCE_2026;
pub use create_tair_instance_2026::PROFILE as ALIBABA_CREATE_TAIR_INSTANCE_2026;
