//! Names of things that should not be in an order, and guesses at misspelt names.

use crate::notions::NOTIONS;
use crate::profile::{Constraint, Parameter};
use crate::text;

/// Whether a name is that of a signature, a security token, or an access key's secret half.
pub(super) fn names_a_secret(name: &str) -> bool {
    if name.len() > 256 {
        return false;
    }
    let plain: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    matches!(plain.as_str(), "signature" | "securitytoken")
        || (plain.contains("secret") && (plain.contains("key") || plain.contains("access")))
}

/// The documented name that was most likely meant.
pub(super) fn suggestion(
    written: &str,
    candidates: impl Iterator<Item = &'static Parameter> + Clone,
) -> Option<&'static str> {
    let mut names = candidates
        .filter(|parameter| {
            let bare_secret = parameter.secret && matches!(parameter.constraint, Constraint::Any);
            !parameter.common && !bare_secret
        })
        .map(|parameter| parameter.name);
    let near = text::nearest(written, names.clone());
    near.or_else(|| {
        let notion = NOTIONS.iter().find(|notion| notion.is_called(written))?;
        names.find(|name| notion.names.contains(name))
    })
}
