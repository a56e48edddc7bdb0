//! What words of a command mean: text, or what variables of the script hold.

use std::ops::Range;

use super::Context;
use super::secrets;
use crate::envelope::elision::without_dots;
use crate::input::item::{Item, Via, What, Written};
use crate::input::shell::{Assigned, Piece, Script, Word};

/// So many assignments are followed, one through the other.
const LONGEST_CHAIN: usize = 16;

/// The script around a command, in which its variables are looked up.
#[derive(Clone, Copy)]
pub(super) struct Surroundings<'a, 't> {
    pub(super) script: &'a Script<'t>,
    pub(super) is_repeated: bool,
    pub(super) guards: &'a [&'t str],
}

/// A word whose variable has been followed.
pub(super) enum Meaning<'a, 't> {
    /// These pieces, which stand there.
    Known {
        pieces: &'a [Piece<'t>],
        span: Range<usize>,
        via: Option<Via>,
    },
    /// Present, and not known.
    Unknown { reference: Option<String> },
}

impl<'a, 't> Surroundings<'a, 't> {
    pub(super) const fn of(context: Context<'a, 't>) -> Self {
        Self {
            script: context.script,
            is_repeated: context.is_repeated,
            guards: context.guards,
        }
    }

    /// What a word means, if it is a variable and the script assigns it: the value.
    pub(super) fn meaning(&self, word: &'a Word<'t>) -> Meaning<'a, 't> {
        let mut word = word;
        let mut at = word.span.start;
        let mut first: Option<(String, Range<usize>)> = None;
        let mut is_default = false;
        let mut is_hidden = false;
        let mut is_repeated = self.is_repeated;
        for _ in 0..LONGEST_CHAIN {
            let [
                Piece::Parameter {
                    name,
                    span,
                    default,
                },
            ] = word.pieces.as_slice()
            else {
                let via = first.map(|(name, used_at)| Via {
                    name,
                    is_default,
                    is_hidden: is_hidden || secrets::holds_one(&word.pieces),
                    file: None,
                    used_at,
                });
                return Meaning::Known {
                    pieces: &word.pieces,
                    span: word.span.clone(),
                    via,
                };
            };
            is_hidden |= secrets::is_secret(name);
            let (shown, _) = first.get_or_insert_with(|| (format!("${name}"), span.clone()));
            let unknown = Meaning::Unknown {
                reference: Some(shown.clone()),
            };
            if self.guards.contains(name) {
                return unknown;
            }
            let assigned = self.script.assignments.look_up(name, at, is_repeated);
            word = match (assigned, default) {
                (Assigned::To(value, place), default) => {
                    at = place;
                    // An assignment that is made for certain stands in no loop or function.
                    is_repeated = false;
                    match default {
                        Some(default) if value.literal().is_some_and(|text| text.is_empty()) => {
                            is_default = true;
                            default
                        }
                        _ => value,
                    }
                }
                (Assigned::Nowhere, Some(default)) if !default.pieces.is_empty() => {
                    is_default = true;
                    default
                }
                _ => return unknown,
            };
        }
        Meaning::Unknown {
            reference: first.map(|(name, _)| name),
        }
    }

    /// A word as a value.
    pub(super) fn value(&self, word: &'a Word<'t>) -> Item {
        match self.meaning(word) {
            Meaning::Unknown { reference } => Item {
                via: secrets::via_of(word),
                ..unknown(reference, word.span.clone())
            },
            Meaning::Known { pieces, span, via } => {
                let what = text_of(pieces);
                if via.is_some() && matches!(what, What::Unknown { .. }) {
                    let reference = via.map(|via| via.name);
                    return Item {
                        via: secrets::via_of(word),
                        ..unknown(reference, word.span.clone())
                    };
                }
                if via.is_none() && secrets::holds_one(pieces) {
                    return Item {
                        via: secrets::via_of(word),
                        ..Item::new(what, span, Written::ShellWord)
                    };
                }
                Item {
                    what,
                    span,
                    written: Written::ShellWord,
                    via: via.map(Box::new),
                }
            }
        }
    }

    /// A word as a value, also one that is put together from texts and variables:
    /// `"${MAJOR}.0"`.
    pub(super) fn joined(&self, word: &'a Word<'t>) -> Item {
        let is_variable = |piece: &Piece<'_>| matches!(piece, Piece::Parameter { .. });
        let item = self.value(word);
        if word.pieces.len() < 2 || !word.pieces.iter().any(is_variable) {
            return item;
        }
        let mut all = String::new();
        let mut first: Option<String> = None;
        let mut is_default = false;
        for piece in &word.pieces {
            if let Piece::Text { text, .. } = piece {
                all.push_str(text);
                continue;
            }
            let alone = Word {
                span: piece.span().clone(),
                pieces: vec![piece.clone()],
            };
            let value = Surroundings::value(self, &alone);
            let (What::Text(text), Some(via)) = (value.what, value.via) else {
                return item;
            };
            // An unset variable leaves a word without it, and a script may set it yet. A secret is put
            // together with nothing.
            if text.is_empty() || via.is_hidden {
                return item;
            }
            all.push_str(&text);
            is_default |= via.is_default;
            first.get_or_insert(via.name);
        }
        let Some(name) = first else { return item };
        let via = Via {
            name,
            is_default,
            is_hidden: false,
            file: None,
            used_at: word.span.clone(),
        };
        Item {
            what: What::Text(all),
            span: word.span.clone(),
            written: Written::ShellWord,
            via: Some(Box::new(via)),
        }
    }
}

/// A value that is not known.
pub(super) const fn unknown(reference: Option<String>, span: Range<usize>) -> Item {
    Item::new(What::Unknown { reference }, span, Written::ShellWord)
}

/// Pieces as text: known, in part or not at all.
fn text_of(pieces: &[Piece<'_>]) -> What {
    let mut parts: Vec<Option<String>> = Vec::new();
    for piece in pieces {
        match (piece, parts.last_mut()) {
            (Piece::Text { text, .. }, Some(Some(before))) => before.push_str(text),
            (Piece::Text { text, .. }, _) => parts.push(Some(text.clone().into_owned())),
            (_, Some(None)) => {}
            _ => parts.push(None),
        }
    }
    match parts.as_mut_slice() {
        [] => What::Text(String::new()),
        [Some(text)] => without_dots(std::mem::take(text)),
        [None] => What::Unknown { reference: None },
        _ => What::Partial(parts),
    }
}

/// Whether a word stands for any number of words, `"$@"`, `$OPTIONS`, `$(…)`, "and so on", or for a flag
/// of which nobody knows which one it is: `--$NAME`.
pub(super) fn is_open(word: &Word<'_>) -> bool {
    is_and_so_on(word)
        || (word.begins_with("-") && word.literal().is_none())
        || matches!(
            word.pieces.as_slice(),
            [Piece::Words { .. } | Piece::Parameter { .. } | Piece::Other { .. }]
        )
        || word
            .pieces
            .iter()
            .any(|piece| matches!(piece, Piece::Words { .. }))
}

/// Whether a word is `...` or `…`, also in brackets that say that more may come: `[--flag]`,
/// `[OPTIONS]`.
pub(super) fn is_and_so_on(word: &Word<'_>) -> bool {
    let is_more = word.bare().is_some_and(|text| {
        let Some(inner) = text.strip_prefix('[') else {
            return false;
        };
        let inner = inner.trim_end_matches(['.', '…']).trim_end_matches(']');
        let is_of_words = |c: char| c.is_alphanumeric() || "_-.|/…".contains(c);
        inner.starts_with(char::is_alphabetic) && inner.chars().all(is_of_words)
    });
    is_more
        || word.literal().is_some_and(|text| {
            let inner = text.trim_matches(['[', ']']);
            matches!(inner, "..." | "…") || text.starts_with("[-")
        })
}
