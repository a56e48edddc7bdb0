//! Reports as text: one file for each format.

#[cfg(all(feature = "cli", feature = "config"))]
mod config_error;
pub mod fingerprint;
pub mod github;
pub mod gitlab;
#[cfg(feature = "cli")]
pub mod human;
pub mod json;
#[cfg(feature = "xml")]
pub mod junit;
pub mod ndjson;
pub mod problem;
pub mod sarif;
mod template;

pub use crate::text::json as line;

use crate::profile::Citation;

/// Where a passage stands, and the passage between two marks. A row of a file may have none.
fn passage(citation: &Citation, open: &str, close: &str) -> String {
    let mut text = citation.document.to_owned();
    if !citation.section.is_empty() {
        text.push_str(", ");
        text.push_str(citation.section);
    }
    if !citation.quote.is_empty() {
        text.push_str(": ");
        text.push_str(open);
        text.push_str(citation.quote);
        text.push_str(close);
    }
    text
}
