//! What the operations of today list, and what users met although no table lists it.

mod create_instance;
mod create_tair_instance;
mod notes;
mod unlisted;

use super::{Note, ProviderError};
use crate::profile::Citation;

pub use unlisted::{UNLISTED_ERRORS, UnlistedError, unlisted_error};

/// A document with a table of errors.
struct Table {
    profile: &'static str,
    document: &'static str,
}

const CREATE_INSTANCE: Table = Table {
    profile: crate::documents::alibaba::CREATE_INSTANCE,
    document: crate::documents::alibaba::CREATE_INSTANCE_DOCUMENT,
};

const CREATE_TAIR_INSTANCE: Table = Table {
    profile: crate::documents::alibaba::CREATE_TAIR_INSTANCE,
    document: crate::documents::alibaba::CREATE_TAIR_INSTANCE_DOCUMENT,
};

/// The newest complete tables are those of 2024-07-30; later editions print none.
const fn row(
    table: &Table,
    status: u16,
    code: &'static str,
    message: &'static str,
    parameters: &'static [&'static str],
    note: &'static Note,
) -> ProviderError {
    ProviderError {
        profile: table.profile,
        status,
        code,
        message,
        description: None,
        parameters,
        citation: Citation::new(table.document, "Error codes (2024-07-30)", message),
        note,
    }
}

/// Every row of the tables of today's operations, in the order of the documents: those of
/// `CreateInstance`, then those of `CreateTairInstance`. JD Cloud prints none.
///
/// ```
/// use kvspec::documents::edition_errors;
/// assert_eq!(edition_errors().count(), 43 + 36);
/// ```
pub fn edition_errors() -> impl Iterator<Item = &'static ProviderError> + Clone {
    create_instance::ROWS
        .iter()
        .chain(create_tair_instance::ROWS)
}

/// The rows of that code in the tables of today's operations.
///
/// ```
/// use kvspec::documents::edition_error;
/// let rows: Vec<_> = edition_error("InvalidvSwitchId").collect();
/// assert_eq!(rows.iter().map(|row| row.status).collect::<Vec<_>>(), [400, 404, 400, 404]);
/// ```
pub fn edition_error(code: &str) -> impl Iterator<Item = &'static ProviderError> {
    edition_errors().filter(move |row| row.code == code)
}
