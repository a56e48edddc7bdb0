//! What derives from the tables: one file for each thing, pure functions.

mod describe;
mod form;
mod json_schema;
mod pattern;
mod provider_page;
mod report_schema;
mod rule_page;
mod strategies;
mod typescript;

pub use describe::{condition, constraint, rule};
pub use form::{FORM_SCHEMA, Form, form};
pub use json_schema::{NotExpressed, json_schema, not_expressed, plain};
#[cfg(feature = "editions")]
pub use provider_page::answer_page;
pub use provider_page::{provider_error_page, provider_errors_page};
pub use report_schema::report_schema;
pub use rule_page::{rule_index, rule_page};
pub use strategies::strategies;
pub use typescript::{typescript, typescript_module};
