//! What a character is: classes, lengths, and addresses.

mod class;
mod distance;
pub mod json;
mod length;
pub(crate) mod placeholder;
mod scan;
pub(crate) mod time;

pub(crate) use class::{disturbs, han_members, hidden_characters, is_common_han};
pub use class::{is_han, is_invisible, looks_like_ascii, visible};
pub use distance::nearest;
pub(crate) use distance::nearest_within;
pub use length::Length;
pub(crate) use scan::{
    ALPHANUMERIC, ASCII, DIGITS, INVISIBLE, Kinds, LOWERCASE, Letters, UPPERCASE, WHITE_SPACE,
    Word, find, holds, is_graphic, is_trimmed, kind_of, signs_of, trim,
};

/// A documented letter: `A` to `Z` and `a` to `z`.
#[must_use]
pub const fn is_letter(character: char) -> bool {
    character.is_ascii_alphabetic()
}

/// Whole number as the documents write one: ASCII digits without sign, point or leading zero.
#[must_use]
pub fn is_whole_number(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && (text.len() == 1 || !text.starts_with('0'))
}

/// Four numbers from 0 to 255, separated by points, without leading zeros.
#[must_use]
pub fn parse_ipv4(text: &str) -> Option<std::net::Ipv4Addr> {
    text.parse().ok()
}
