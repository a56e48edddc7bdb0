//! What derives from the tables: one file for each thing, pure functions.

mod describe;
mod json_schema;
mod pattern;
mod rule_page;

pub use describe::{constraint, rule};
pub use json_schema::{NotExpressed, json_schema, not_expressed};
pub use rule_page::{rule_index, rule_page};
