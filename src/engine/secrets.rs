//! Names of things that should not be in an order, and guesses at misspelt names.

use crate::profile::{Constraint, Parameter, Profile};
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

/// Whether a name is another one in the spelling of another language: `region_id`, `regionId`.
pub(super) fn is_spelled(written: &str, name: &str) -> bool {
    fn plain(text: &str) -> impl Iterator<Item = u8> {
        let letters = text.bytes().filter(|byte| !matches!(byte, b'_' | b'-'));
        letters.map(|byte| byte.to_ascii_lowercase())
    }
    written.len() <= 64 && plain(written).eq(plain(name))
}

/// The documented name that was most likely meant.
pub(super) fn suggestion(
    written: &str,
    candidates: &'static [Parameter],
    profile: &'static Profile,
) -> Option<&'static str> {
    let candidates = candidates.iter().filter(|parameter| {
        // A signature is nothing that anybody means to keep in an order.
        !parameter.secret || !matches!(parameter.constraint, Constraint::Any)
    });
    let names = candidates.clone().map(|parameter| parameter.name);
    // What people use for it says more than the letters.
    let known = profile
        .aliases
        .iter()
        .filter(|(alias, _)| alias.eq_ignore_ascii_case(written))
        .find_map(|(_, name)| names.clone().find(|candidate| candidate == name));
    let near = known.or_else(|| {
        let spelled = |name: &&str| is_spelled(written, name);
        names.clone().find(spelled)
    });
    // A word that other documents have is no misspelt one, however near its letters are.
    let notion = (profile.notions.iter()).find(|notion| notion.is_called(written));
    near.or_else(|| match notion {
        Some(notion) => candidates
            .clone()
            .find(|parameter| parameter.stands_for(notion))
            .map(|parameter| parameter.name),
        None => text::nearest(written, names),
    })
}
