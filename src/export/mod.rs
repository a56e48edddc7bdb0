//! What derives from the tables: one file for each thing, pure functions.

mod describe;
mod provider_page;
mod rule_page;

pub use describe::{constraint, rule};
pub use provider_page::{provider_error_page, provider_errors_page};
pub use rule_page::{rule_index, rule_page};
