//! Variables of a script whose names say that they are secret: what they hold is shown nowhere.

use std::ops::Range;

use super::values::unknown;
use crate::input::item::{Item, Via, What};
use crate::input::shell::{Piece, Script, Word};

/// Whether a variable of that name holds a secret.
pub(super) fn is_secret(name: &str) -> bool {
    is_password(name) || name.to_ascii_lowercase().contains("token")
}

/// Whether it is one even where a token is asked for: that of an order is shown.
fn is_password(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let mut words = name.split('_');
    ["password", "passwd", "passphrase", "secret", "credential"]
        .iter()
        .any(|part| name.contains(part))
        || name.ends_with("pwd")
        || name.contains("accesskey")
        || name.contains("access_key")
        || words.any(|word| matches!(word, "pass" | "pw" | "pwd" | "auth" | "signature"))
}

/// Whether a word holds what stands in for such a variable.
pub(super) fn holds_one(pieces: &[Piece<'_>]) -> bool {
    pieces.iter().any(|piece| match piece {
        Piece::Parameter {
            name,
            default: Some(default),
            ..
        } => is_secret(name) || holds_one(&default.pieces),
        _ => false,
    })
}

/// How a value is followed whose word holds such a one.
pub(super) fn via_of(word: &Word<'_>) -> Option<Box<Via>> {
    let first = word.pieces.iter().find_map(|piece| match piece {
        Piece::Parameter { name, .. } => Some(format!("${name}")),
        _ => None,
    })?;
    holds_one(&word.pieces).then(|| {
        Box::new(Via {
            name: first,
            is_default: true,
            is_hidden: true,
            file: None,
            used_at: word.span.clone(),
        })
    })
}

/// Takes what such a variable gives for not known, but where a secret is asked for: that is judged, and
/// never shown.
pub(super) fn conceal(item: &mut Item) {
    match &mut item.what {
        What::Map { members, .. } => {
            for member in members {
                let is_asked_for = crate::redact::names_a_password(&member.name);
                match &mut member.value.via {
                    Some(via) if via.is_hidden && is_asked_for => via.is_hidden = false,
                    Some(via) if via.is_hidden => {
                        let via = via.clone();
                        let reference = Some(via.name.clone());
                        member.value = Item {
                            via: Some(via.clone()),
                            ..unknown(reference, via.used_at)
                        };
                    }
                    _ => conceal(&mut member.value),
                }
            }
        }
        What::List { elements, .. } => elements.iter_mut().for_each(conceal),
        _ => {}
    }
}

/// Where a script holds what such variables are set to, or what stands in for them.
pub(super) fn places(script: &Script<'_>) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> = Vec::new();
    script.assignments.visit(|name, _, value| {
        if is_password(name) {
            places.push(value.span.clone());
        }
        defaults(&value.pieces, &mut places);
    });
    for word in script.commands.iter().flat_map(|command| &command.words) {
        defaults(&word.pieces, &mut places);
    }
    places
}

fn defaults(pieces: &[Piece<'_>], places: &mut Vec<Range<usize>>) {
    for piece in pieces {
        if let Piece::Parameter {
            name,
            default: Some(default),
            ..
        } = piece
        {
            if is_password(name) {
                places.push(default.span.clone());
            }
            defaults(&default.pieces, places);
        }
    }
}
