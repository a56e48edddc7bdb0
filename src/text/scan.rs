//! Quick looks at a text: what most texts are is told from their bytes.

use super::is_common_han;

/// The text without white space at its ends, as `str::trim`. Most texts have none, which their
/// first and last byte tell.
pub(crate) fn trim(text: &str) -> &str {
    match (text.as_bytes().first(), text.as_bytes().last()) {
        (Some(b'!'..=b'~'), Some(b'!'..=b'~')) => text,
        _ => text.trim(),
    }
}

/// The beginning and the end of a text, eight bytes of each, which overlap in most: with its
/// length they are all of it that there is up to 16 bytes.
#[inline]
pub(crate) const fn ends(text: &[u8]) -> (u64, u64) {
    if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        return (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
    }
    if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        return (
            u32::from_le_bytes(*first) as u64,
            u32::from_le_bytes(*last) as u64,
        );
    }
    match *text {
        [] => (0, 0),
        [first] => (first as u64, 0),
        [first, second] => (first as u64, second as u64),
        [first, second, third, ..] => ((first as u64) << 8 | second as u64, third as u64),
    }
}

/// Whether two texts have the same bytes, for short ones: a call would cost more than the work.
#[inline]
pub(crate) fn same(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len()
        && if left.len() <= 16 {
            ends(left) == ends(right)
        } else {
            left == right
        }
}

/// The ASCII characters of a text, a bit for each, and what the others are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Letters {
    words: [u64; 2],
    scalars: usize,
    beyond_ascii: bool,
    /// Whether all beyond ASCII are usual Chinese characters.
    usual: bool,
}

/// `0` to `9`.
pub(crate) const DIGITS: u128 = range(b'0', b'9');
/// `A` to `Z`.
pub(crate) const UPPERCASE: u128 = range(b'A', b'Z');
/// `a` to `z`.
pub(crate) const LOWERCASE: u128 = range(b'a', b'z');
/// All of them.
pub(crate) const ALPHANUMERIC: u128 = DIGITS | UPPERCASE | LOWERCASE;
/// White space in ASCII, as Unicode has it.
pub(crate) const WHITE_SPACE: u128 = range(0x09, 0x0d) | 1 << b' ';
/// Characters in ASCII that cannot be seen: controls that are no white space.
pub(crate) const INVISIBLE: u128 = (range(0x00, 0x1f) | 1 << 0x7f) & !WHITE_SPACE;
/// Printable ASCII and the space.
const PRINTABLE: u128 = range(b' ', b'~');

const fn range(first: u8, last: u8) -> u128 {
    let mut set = 0;
    let mut byte = first;
    while byte <= last {
        set |= 1 << byte;
        byte += 1;
    }
    set
}

impl Letters {
    /// Looks at every character once.
    #[inline]
    pub(crate) fn of(text: &str) -> Self {
        let mut letters = Self {
            words: [0; 2],
            scalars: text.len(),
            beyond_ascii: false,
            usual: true,
        };
        if text.is_ascii() {
            for byte in text.bytes() {
                letters.note(byte);
            }
        } else {
            letters.note_all(text);
        }
        letters
    }

    #[inline]
    const fn note(&mut self, byte: u8) {
        let bit = 1 << (byte & 63);
        let upper = 0_u64.wrapping_sub((byte >> 6) as u64);
        self.words[0] |= bit & !upper;
        self.words[1] |= bit & upper;
    }

    fn note_all(&mut self, text: &str) {
        self.scalars = 0;
        self.beyond_ascii = true;
        for character in text.chars() {
            self.scalars += 1;
            match u8::try_from(character) {
                Ok(byte) if byte.is_ascii() => self.note(byte),
                _ => self.usual &= is_common_han(character),
            }
        }
    }

    /// The ASCII characters, a bit for each.
    pub(crate) const fn ascii(self) -> u128 {
        (self.words[1] as u128) << 64 | self.words[0] as u128
    }

    /// Whether there are characters beyond ASCII.
    pub(crate) const fn beyond_ascii(self) -> bool {
        self.beyond_ascii
    }

    /// Whether all there are beyond ASCII are usual Chinese characters, which are letters to
    /// every rule.
    pub(crate) const fn usual(self) -> bool {
        self.usual
    }

    /// The length of the text, if every scalar is a character of its own and one UTF-16 unit, to
    /// whomever counts.
    pub(crate) const fn length(self) -> Option<usize> {
        if self.usual && self.ascii() & !PRINTABLE == 0 {
            Some(self.scalars)
        } else {
            None
        }
    }
}

/// The ASCII characters of a list, a bit for each: for the tables, when they are compiled.
pub(crate) const fn ascii_of(list: &str) -> u128 {
    let bytes = list.as_bytes();
    let mut set = 0;
    let mut index = 0;
    while index < bytes.len() {
        if bytes[index].is_ascii() {
            set |= 1 << bytes[index];
        }
        index += 1;
    }
    set
}

#[cfg(test)]
mod tests {
    use super::super::Length;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sets_are_the_classes_of_the_same_name() {
        for byte in 0..128_u8 {
            let has = |set: u128| set >> byte & 1 == 1;
            let character = char::from(byte);
            assert_eq!(has(ALPHANUMERIC), byte.is_ascii_alphanumeric());
            assert_eq!(has(UPPERCASE), byte.is_ascii_uppercase());
            assert_eq!(has(LOWERCASE), byte.is_ascii_lowercase());
            assert_eq!(has(DIGITS), byte.is_ascii_digit());
            assert_eq!(has(WHITE_SPACE), character.is_whitespace(), "{byte}");
            assert_eq!(
                has(INVISIBLE),
                crate::text::is_invisible(character),
                "{byte}"
            );
            assert_eq!(has(PRINTABLE), byte == b' ' || byte.is_ascii_graphic());
        }
    }

    proptest! {
        #[test]
        fn trims_as_the_standard_library(text in "[ \t\u{3000}a中!]{0,6}") {
            prop_assert_eq!(trim(&text), text.trim());
        }

        #[test]
        fn letters_are_those_of_the_text(text in any::<String>()) {
            let letters = Letters::of(&text);
            for byte in 0..128_u8 {
                let has = letters.ascii() >> byte & 1 == 1;
                prop_assert_eq!(has, text.contains(char::from(byte)));
            }
            prop_assert_eq!(letters.ascii(), ascii_of(&text));
            prop_assert_eq!(letters.beyond_ascii(), !text.is_ascii());
        }

        #[test]
        fn usual_letters_are_counted_as_anywhere(text in "[ a~\t\u{7f}中龥\u{9fff}\u{a000}\u{4dff}é\u{301}]{0,6}") {
            let letters = Letters::of(&text);
            let usual = |c: char| c.is_ascii() || is_common_han(c);
            prop_assert_eq!(letters.usual(), text.chars().all(usual));
            if let Some(length) = letters.length() {
                prop_assert_eq!(Length::of_single(length), Length::of(&text));
            }
        }

        #[test]
        fn same_is_equality(left in "[ab中]{0,9}", right in "[ab中]{0,9}", changed in 0..40_usize) {
            prop_assert_eq!(same(left.as_bytes(), right.as_bytes()), left == right);
            let long = "0123456789".repeat(4).into_bytes();
            for length in 0..long.len() {
                let mut other = long[..length].to_vec();
                prop_assert!(same(&long[..length], &other));
                if changed < length {
                    other[changed] ^= 1;
                    prop_assert!(!same(&long[..length], &other));
                }
            }
        }
    }
}
