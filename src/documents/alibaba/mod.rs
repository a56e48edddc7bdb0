//! What Alibaba Cloud sells and takes today: instance classes.

mod class_notes;
mod class_sources;
mod classes;

pub use classes::CATALOGUE;
