//! What strings of JSON text stand for: their escapes.

use std::borrow::Cow;

use super::plain::{is_plain, plain_bytes};

/// The UTF-16 unit of a `\uXXXX` escape.
pub(super) fn unit(escape: &[u8]) -> Option<u16> {
    let [b'\\', b'u', digits @ ..] = escape else {
        return None;
    };
    digits.iter().try_fold(0, |unit: u16, digit| {
        let digit = char::from(*digit).to_digit(16)?;
        u16::try_from(digit).ok().map(|digit| unit << 4 | digit)
    })
}

/// What stands between the quotes of a string literal.
pub(crate) fn unquoted(literal: &str) -> &str {
    literal
        .get(1..literal.len().saturating_sub(1))
        .unwrap_or_default()
}

/// Room for short texts, so that those with escapes need no allocation: texts that are written in
/// more bytes are decoded elsewhere.
pub(crate) struct Room<const BYTES: usize = 512>([u8; BYTES]);

impl<const BYTES: usize> Room<BYTES> {
    pub(crate) const fn new() -> Self {
        Self([0; BYTES])
    }

    /// As [`decode`]. No text becomes longer.
    pub(crate) fn decode<'t>(&'t mut self, literal: &'t str) -> Cow<'t, str> {
        match self.decoded(unquoted(literal)) {
            Some(length) => self
                .text(length)
                .map_or_else(|| decode(literal), Cow::Borrowed),
            None => decode(literal),
        }
    }

    /// Decodes a text. Returns its length if there is room for it.
    fn decoded(&mut self, inner: &str) -> Option<usize> {
        let bytes = inner.as_bytes();
        let (mut from, mut to) = (0, 0);
        while from < bytes.len() {
            let plain = self.copy_plain(to, bytes, from)?;
            from += plain;
            to += plain;
            match bytes.get(from) {
                Some(b'\\') => {
                    to += self.put(to, &inner[from..])?;
                    from += escaped(&inner[from..]).1;
                }
                Some(b'"' | 0..=0x1f) => return None,
                _ => {}
            }
        }
        Some(to)
    }

    /// Copies up to eight bytes, as far as they are plain. Returns how many; nothing if there is
    /// no room.
    #[inline]
    pub(super) fn copy_plain(&mut self, to: usize, bytes: &[u8], from: usize) -> Option<usize> {
        let chunk = bytes.get(from..).and_then(<[u8]>::first_chunk);
        let room = self.0.get_mut(to..).and_then(<[u8]>::first_chunk_mut);
        if let (Some(chunk), Some(room)) = (chunk, room) {
            // Those that are not plain are overwritten.
            *room = *chunk;
            return Some(plain_bytes(u64::from_le_bytes(*chunk)));
        }
        match bytes.get(from) {
            Some(b'"' | b'\\' | 0..=0x1f) | None => Some(0),
            Some(byte) => {
                *self.0.get_mut(to)? = *byte;
                Some(1)
            }
        }
    }

    /// Writes the character of an escape. Returns its length; nothing if there is no room.
    #[inline]
    pub(super) fn put(&mut self, to: usize, escape: &str) -> Option<usize> {
        let (character, _) = escaped(escape);
        let length = character.len_utf8();
        character.encode_utf8(self.0.get_mut(to..to + length)?);
        Some(length)
    }

    /// The text that was put here.
    pub(super) fn text(&self, length: usize) -> Option<&str> {
        std::str::from_utf8(self.0.get(..length)?).ok()
    }
}

/// The text of a JSON string literal that was checked before, without its quotes and escapes.
pub(crate) fn decode(literal: &str) -> Cow<'_, str> {
    let inner = unquoted(literal);
    let plain = if cfg!(feature = "fast") {
        is_plain(inner)
    } else {
        !inner.contains('\\')
    };
    if plain {
        return Cow::Borrowed(inner);
    }
    let mut out = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let (character, length) = escaped(&rest[at..]);
        out.push(character);
        rest = &rest[at + length..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The character that an escape stands for, and how many bytes the escape has.
pub(crate) fn escaped(escape: &str) -> (char, usize) {
    let bytes = escape.as_bytes();
    match bytes.get(1) {
        Some(b'b') => ('\u{8}', 2),
        Some(b'f') => ('\u{c}', 2),
        Some(b'n') => ('\n', 2),
        Some(b'r') => ('\r', 2),
        Some(b't') => ('\t', 2),
        Some(b'u') => {
            let high = bytes.get(..6).and_then(unit).unwrap_or_default();
            if let 0xd800..=0xdbff = high {
                let low = bytes.get(6..12).and_then(unit).unwrap_or_default();
                let scalar = 0x1_0000 + (u32::from(high & 0x3ff) << 10) + u32::from(low & 0x3ff);
                (
                    char::from_u32(scalar).unwrap_or(char::REPLACEMENT_CHARACTER),
                    12,
                )
            } else {
                (
                    char::from_u32(u32::from(high)).unwrap_or(char::REPLACEMENT_CHARACTER),
                    6,
                )
            }
        }
        Some(other) => (char::from(*other), 2),
        None => ('\\', 1),
    }
}

/// Writes a text as a JSON string literal, without the quotes.
pub(crate) fn encode(text: &str) -> String {
    let literal = serde_json::to_string(text).unwrap_or_default();
    unquoted(&literal).to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::json::Scanner;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn strings_survive(text in any::<String>()) {
            let literal = serde_json::Value::from(text.as_str()).to_string();
            let raw = Scanner::document(&literal, 1).expect("serde_json writes JSON");
            let mut room = Room::<512>::new();
            prop_assert_eq!(room.decode(raw), text.as_str());
            prop_assert_eq!(decode(raw), text);
        }
    }
}
