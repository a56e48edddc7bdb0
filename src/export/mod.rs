//! What derives from the tables: one file for each thing, pure functions.

#[cfg(feature = "editions")]
mod classes;
mod describe;
mod form;
mod json_schema;
mod pattern;
#[cfg(feature = "editions")]
mod profile;
#[cfg(feature = "editions")]
mod profile_schema;
mod provider_page;
mod report_schema;
mod rule_page;
mod strategies;
mod typescript;

#[cfg(feature = "editions")]
pub use classes::{CLASSES_SCHEMA, Classes, PublishedClass, PublishedStorage, class};
pub use describe::{condition, constraint, rule};
pub use form::{FORM_SCHEMA, Form, form};
pub use json_schema::{NotExpressed, json_schema, not_expressed, plain};
#[cfg(feature = "editions")]
pub use profile::{
    PROFILE_SCHEMA, ProfileDetails, PublishedParameter, parameter_names, parameter_page,
    parameters_named, profile_details, profile_page,
};
#[cfg(feature = "editions")]
pub use profile_schema::profile_schema;
#[cfg(feature = "editions")]
pub use provider_page::answer_page;
pub use provider_page::{provider_error_page, provider_errors_page};
pub use report_schema::report_schema;
pub use rule_page::{rule_index, rule_page};
pub use strategies::strategies;
pub use typescript::{typescript, typescript_module};

/// The unit of a parameter and its document's sample values, which a build without the editions does
/// not have.
fn unit_and_examples(
    profile: &'static crate::profile::Profile,
    path: &str,
    parameter: &'static crate::profile::Parameter,
) -> (Option<&'static str>, Vec<serde_json::Value>) {
    #[cfg(feature = "editions")]
    return (
        profile::unit(profile, path),
        profile::examples(profile, path, parameter),
    );
    #[cfg(not(feature = "editions"))]
    {
        let _ = (profile, path, parameter);
        (None, Vec::new())
    }
}
