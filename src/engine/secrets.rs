//! Names of things that should not be in an order, and guesses at misspelt names.

use crate::notions::NOTIONS;
use crate::profile::{Constraint, Parameter};
use crate::text;

/// Whether a name is that of a signature, a security token, or an access key's secret half.
pub(super) fn names_a_secret(name: &str) -> bool {
    if name.len() > 256 {
        return false;
    }
    let plain: Vec<u8> = name
        .bytes()
        .filter(u8::is_ascii_alphanumeric)
        .map(|byte| byte.to_ascii_lowercase())
        .collect();
    // A search for a text would be two kilobytes more for a browser to load.
    let holds = |word: &[u8]| plain.windows(word.len()).any(|part| part == word);
    matches!(plain.as_slice(), b"signature" | b"securitytoken")
        || (holds(b"secret") && (holds(b"key") || holds(b"access")))
}

/// The documented name that was most likely meant.
pub(super) fn suggestion(
    written: &str,
    candidates: impl Iterator<Item = &'static Parameter> + Clone,
) -> Option<&'static str> {
    let mut names = candidates
        .filter(|parameter| {
            // A signature is nothing that anybody means to keep in an order.
            !parameter.secret || !matches!(parameter.constraint, Constraint::Any)
        })
        .map(|parameter| parameter.name);
    let near = text::nearest(written, names.clone());
    near.or_else(|| {
        let notion = NOTIONS.iter().find(|notion| notion.is_called(written))?;
        names.find(|name| notion.names.contains(name))
    })
}
