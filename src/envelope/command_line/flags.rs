//! Flags among the words of a command, with their values.

use std::ops::Range;

use super::values::is_and_so_on;
use crate::input::shell::{Piece, Word};

/// How a tool cuts flags from their values.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rules {
    /// The signs between a flag and its value within one word.
    pub(super) signs: &'static [char],
    /// Flags of the tool that never have a value.
    pub(super) bare: &'static [&'static str],
    /// Flags of the tool behind which several words of the form `name=value` can stand.
    pub(super) greedy: &'static [&'static str],
}

/// A part of a command's words.
#[derive(Debug)]
pub(super) enum Part<'w, 't> {
    /// A flag.
    Flag(Flag<'t>),
    /// Any other word.
    Word(&'w Word<'t>),
}

/// A flag with its value.
#[derive(Debug)]
pub(super) struct Flag<'t> {
    /// Its name, without the dashes.
    pub(super) name: String,
    /// Whether it has one dash only.
    pub(super) is_short: bool,
    /// Where that stands, without the dashes.
    pub(super) key: Range<usize>,
    /// Whether the name, and nothing else, is written there.
    pub(super) is_literal: bool,
    /// The flag and its value, with the blank before them.
    pub(super) whole: Range<usize>,
    /// Its value, if it has one.
    pub(super) value: Option<Word<'t>>,
}

/// Whether it is a flag that asks for help: such a command orders nothing.
pub(super) fn asks_for_help(part: &Part<'_, '_>) -> bool {
    match part {
        Part::Flag(flag) => {
            flag.value.is_none()
                && (flag.name == "help" && !flag.is_short || flag.name == "h" && flag.is_short)
        }
        Part::Word(_) => false,
    }
}

/// Cuts words into flags with their values, and others.
pub(super) fn parts<'w, 't>(words: &'w [Word<'t>], rules: Rules) -> Vec<Part<'w, 't>> {
    let mut parts = Vec::new();
    let mut index = 0;
    let mut end = words.first().map_or(0, |word| word.span.start);
    while let Some(word) = words.get(index) {
        index += 1;
        let start = end;
        end = word.span.end;
        let Some((name, key, is_literal, inline)) = name_of(word, rules.signs) else {
            parts.push(Part::Word(word));
            continue;
        };
        let mut value = inline;
        let is_bare = rules.bare.contains(&name.as_str());
        // `--Name=` with nothing behind it takes the next word as well.
        let is_empty = value.as_ref().is_some_and(|word| word.span.is_empty());
        if (value.is_none() && !is_bare) || is_empty {
            value = words.get(index).filter(|next| !is_flag(next)).cloned();
            if value.is_some() {
                index += 1;
            }
        }
        if rules.greedy.contains(&name.as_str()) {
            while words.get(index).is_some_and(is_pair) {
                end = words[index].span.end;
                index += 1;
            }
        }
        end = value.as_ref().map_or(end, |value| end.max(value.span.end));
        parts.push(Part::Flag(Flag {
            name,
            is_short: !word.begins_with("--"),
            key,
            is_literal,
            whole: start..end,
            value,
        }));
    }
    parts
}

/// Whether a word is a flag: it begins with a dash, but not with three.
fn is_flag(word: &Word<'_>) -> bool {
    word.begins_with("-") && !word.begins_with("---")
}

/// The name of a flag, where it stands, whether it stands there in one piece, and the value in the
/// same word.
fn name_of<'t>(
    word: &Word<'t>,
    signs: &[char],
) -> Option<(String, Range<usize>, bool, Option<Word<'t>>)> {
    if !is_flag(word) || is_and_so_on(word) {
        return None;
    }
    let (written, place, value) = match word.split(signs) {
        Some((written, place, value)) => (written, place, Some(value)),
        None => (word.literal()?.into_owned(), word.span.clone(), None),
    };
    let name = written.trim_start_matches('-');
    if name.is_empty() {
        return None;
    }
    // Quotes before the dashes and behind the name are no part of it.
    match word.pieces.first() {
        Some(Piece::Text { span, text, .. })
            if text.len() == span.len() && text.starts_with(&*written) =>
        {
            let start = span.start + (written.len() - name.len());
            Some((name.to_owned(), start..start + name.len(), true, value))
        }
        // Of a name in pieces, or with an escape, only where it stands as a whole is known.
        _ => Some((name.to_owned(), place, false, value)),
    }
}

/// Whether a word has the form `name=value`.
fn is_pair(word: &Word<'_>) -> bool {
    !is_flag(word) && word.split(&['=']).is_some()
}
