//! What Alibaba Cloud sells and takes today: instance classes, and settings of the server.

mod class_notes;
mod class_sources;
mod classes;
pub mod settings;

pub use classes::CATALOGUE;
