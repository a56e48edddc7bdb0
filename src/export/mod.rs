//! What derives from the tables: one file for each thing, pure functions.

mod describe;
mod rule_page;

pub use describe::{constraint, rule};
pub use rule_page::{rule_index, rule_page};
