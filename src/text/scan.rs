//! Quick looks at a text: what most texts are is told from their bytes.

use super::is_common_han;

/// The text without white space at its ends, as `str::trim`.
pub(crate) fn trim(text: &str) -> &str {
    if is_trimmed(text) { text } else { text.trim() }
}

/// Where a part of a few bytes begins, as `str::find`, which prepares for longer ones first and is
/// 1 KB of a browser's module.
pub(crate) fn find(text: &str, part: &str) -> Option<usize> {
    let mut places = text.as_bytes().windows(part.len().max(1));
    places.position(|place| place == part.as_bytes())
}

/// Whether a character is one of these, as `str::contains`, for the same reason.
pub(crate) fn holds(signs: &str, character: char) -> bool {
    signs.chars().any(|sign| sign == character)
}

/// Whether its first and last byte tell that a text has no white space at its ends. Most do.
#[inline]
pub(crate) const fn is_trimmed(text: &str) -> bool {
    matches!(
        (text.as_bytes().first(), text.as_bytes().last()),
        (Some(b'!'..=b'~'), Some(b'!'..=b'~'))
    )
}

/// Whether all of it are ASCII characters that can be seen.
#[inline(never)]
pub(crate) fn is_graphic(text: &str) -> bool {
    let bytes = text.as_bytes();
    // The last eight may be looked at twice.
    if cfg!(feature = "fast")
        && let Some(last) = bytes.last_chunk()
    {
        let (words, _) = bytes.as_chunks();
        let word = |word: &[u8; 8]| are_graphic(u64::from_le_bytes(*word));
        return words
            .iter()
            .fold(word(last), |graphic, each| graphic & word(each));
    }
    bytes
        .iter()
        .fold(true, |graphic, byte| graphic & byte.is_ascii_graphic())
}

/// The same of eight bytes.
const fn are_graphic(word: u64) -> bool {
    const EACH: u64 = u64::MAX / 0xff;
    const HIGH: u64 = EACH * 0x80;
    // Where none has its highest bit, no sum reaches the next byte.
    let last = word.wrapping_add(EACH * (0x80 - b'\x7f' as u64));
    let first = word.wrapping_add(EACH * (0x80 - b'!' as u64));
    (word | last | !first) & HIGH == 0
}

/// A short text that is compared with others: by its length and its ends, which is all there is
/// to most. A call would cost more than the work.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word<'t> {
    bytes: &'t [u8],
    ends: (u64, u64),
}

impl<'t> Word<'t> {
    /// Texts up to this length have nothing between their ends.
    const WHOLE: usize = 16;

    #[inline]
    pub(crate) const fn new(bytes: &'t [u8]) -> Self {
        Self {
            bytes,
            ends: ends(bytes),
        }
    }

    /// Whether it is this text.
    #[inline]
    pub(crate) fn is(self, other: &[u8]) -> bool {
        let length = self.bytes.len();
        other.len() == length
            && ends(other) == self.ends
            && (length <= Self::WHOLE || other == self.bytes)
    }

    /// A number in which most words differ, but not those that differ in ASCII case only.
    #[inline]
    pub(crate) const fn mixed(self) -> u64 {
        const ONE_CASE: u64 = u64::from_le_bytes([0x20; 8]);
        let (first, last) = self.ends;
        (first | ONE_CASE) ^ (last | ONE_CASE).rotate_left(29) ^ self.bytes.len() as u64
    }
}

/// The beginning and the end of a text, eight bytes of each or four, which overlap in most.
#[inline]
const fn ends(text: &[u8]) -> (u64, u64) {
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

/// Kinds of ASCII characters, a bit for each. Documents speak of digits and letters as wholes,
/// and of signs one by one.
pub(crate) type Kinds = u64;

/// `0` to `9`.
pub(crate) const DIGITS: Kinds = 1;
/// `A` to `Z`.
pub(crate) const UPPERCASE: Kinds = 1 << 1;
/// `a` to `z`.
pub(crate) const LOWERCASE: Kinds = 1 << 2;
/// All of them.
pub(crate) const ALPHANUMERIC: Kinds = DIGITS | UPPERCASE | LOWERCASE;
/// Controls that are white space.
const BREAKS: Kinds = 1 << 3;
/// Characters that cannot be seen: controls that are no white space.
pub(crate) const INVISIBLE: Kinds = 1 << 4;
/// Bytes of characters beyond ASCII.
const BEYOND: Kinds = 1 << 5;
/// White space in ASCII, as Unicode has it.
pub(crate) const WHITE_SPACE: Kinds = BREAKS | kind_of(b' ');
/// All of ASCII.
pub(crate) const ASCII: Kinds = !BEYOND;

/// The place of each byte's kind among the bits.
static PLACES: [u8; 256] = {
    let mut places = [place_of(u8::MAX); 256];
    let mut byte = 0;
    while byte < u8::MAX {
        places[byte as usize] = place_of(byte);
        byte += 1;
    }
    places
};

/// The space and the signs come behind the other kinds, each at a place of its own.
const fn place_of(byte: u8) -> u8 {
    match byte {
        b'0'..=b'9' => 0,
        b'A'..=b'Z' => 1,
        b'a'..=b'z' => 2,
        0x09..=0x0d => 3,
        0x00..=0x1f | 0x7f => 4,
        0x80.. => 5,
        b' '..=b'/' => 6 + (byte - b' '),
        b':'..=b'@' => 22 + (byte - b':'),
        b'['..=b'`' => 29 + (byte - b'['),
        b'{'..=b'~' => 35 + (byte - b'{'),
    }
}

/// The kind of a byte.
pub(crate) const fn kind_of(byte: u8) -> Kinds {
    1 << place_of(byte)
}

/// The kinds of signs in a list: for the tables, when they are compiled.
///
/// # Panics
///
/// At compile time, when the list has a letter or digit, which have no kinds of their own.
pub(crate) const fn signs_of(list: &str) -> Kinds {
    let bytes = list.as_bytes();
    let mut kinds = 0;
    let mut index = 0;
    while index < bytes.len() {
        let kind = kind_of(bytes[index]);
        assert!(kind & (ALPHANUMERIC | BREAKS | INVISIBLE) == 0);
        kinds |= kind & ASCII;
        index += 1;
    }
    kinds
}

/// The kinds of a text's characters, and how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Letters {
    kinds: Kinds,
    scalars: usize,
    /// Whether all beyond ASCII are usual Chinese characters.
    usual: bool,
}

impl Letters {
    /// Looks at every character.
    #[inline]
    pub(crate) fn of(text: &str) -> Self {
        // Most texts with characters beyond ASCII begin with one.
        if text.as_bytes().first().is_some_and(|byte| !byte.is_ascii()) {
            return Self::of_any(text);
        }
        let mut kinds = 0;
        for byte in text.bytes() {
            kinds |= 1 << PLACES[usize::from(byte)];
        }
        if kinds & BEYOND != 0 {
            return Self::of_any(text);
        }
        Self {
            kinds,
            scalars: text.len(),
            usual: true,
        }
    }

    fn of_any(text: &str) -> Self {
        let mut letters = Self {
            kinds: 0,
            scalars: 0,
            usual: true,
        };
        for character in text.chars() {
            letters.scalars += 1;
            let (kind, usual) = match u8::try_from(character) {
                Ok(byte) if byte.is_ascii() => (1 << PLACES[usize::from(byte)], true),
                _ => (BEYOND, is_common_han(character)),
            };
            letters.kinds |= kind;
            letters.usual &= usual;
        }
        letters
    }

    /// The kinds of those in ASCII.
    pub(crate) const fn ascii(self) -> Kinds {
        self.kinds & ASCII
    }

    /// Whether there are characters beyond ASCII.
    pub(crate) const fn beyond_ascii(self) -> bool {
        self.kinds & BEYOND != 0
    }

    /// Whether all there are beyond ASCII are usual Chinese characters, which are letters to
    /// every rule.
    pub(crate) const fn usual(self) -> bool {
        self.usual
    }

    /// The length of the text, if every scalar is a character of its own and one UTF-16 unit, to
    /// whomever counts.
    pub(crate) const fn length(self) -> Option<usize> {
        if self.usual && self.kinds & (BREAKS | INVISIBLE) == 0 {
            Some(self.scalars)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Length;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn kinds_are_the_classes_of_the_same_name() {
        for byte in 0..=u8::MAX {
            let has = |kinds: Kinds| kinds & 1 << PLACES[usize::from(byte)] != 0;
            let character = char::from(byte);
            assert_eq!(has(ASCII), byte.is_ascii());
            assert_eq!(has(ALPHANUMERIC), byte.is_ascii_alphanumeric());
            assert_eq!(has(UPPERCASE), byte.is_ascii_uppercase());
            assert_eq!(has(LOWERCASE), byte.is_ascii_lowercase());
            assert_eq!(has(DIGITS), byte.is_ascii_digit());
            if byte.is_ascii() {
                assert_eq!(has(WHITE_SPACE), character.is_whitespace(), "{byte}");
                let invisible = crate::text::is_invisible(character);
                assert_eq!(has(INVISIBLE), invisible, "{byte}");
            }
        }
    }

    #[test]
    fn every_sign_has_a_kind_of_its_own() {
        let signs = (b' '..=b'~').filter(|byte| !byte.is_ascii_alphanumeric());
        let mut known = ALPHANUMERIC | BREAKS | INVISIBLE | BEYOND;
        for sign in signs {
            assert_eq!(known & kind_of(sign), 0, "{}", char::from(sign));
            known |= kind_of(sign);
        }
        assert_eq!(signs_of("@“_"), kind_of(b'@') | kind_of(b'_'));
    }

    proptest! {
        #[test]
        fn trims_as_the_standard_library(text in "[ \t\u{3000}a中!]{0,6}") {
            prop_assert_eq!(trim(&text), text.trim());
            prop_assert!(!is_trimmed(&text) || text.len() == text.trim().len());
        }

        #[test]
        fn letters_are_those_of_the_text(text in any::<String>()) {
            let letters = Letters::of(&text);
            let kinds = text.bytes().filter(u8::is_ascii).map(kind_of);
            prop_assert_eq!(letters.ascii(), kinds.fold(0, |all, kind| all | kind));
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
        fn words_are_what_they_are(left in "[ab中]{0,9}", right in "[ab中]{0,9}", changed in 0..40_usize) {
            prop_assert_eq!(Word::new(left.as_bytes()).is(right.as_bytes()), left == right);
            let long = "0123456789".repeat(4).into_bytes();
            for length in 0..long.len() {
                let word = Word::new(&long[..length]);
                let mut other = long[..length].to_vec();
                prop_assert!(word.is(&other));
                if changed < length {
                    other[changed] ^= 1;
                    prop_assert!(!word.is(&other));
                }
            }
        }
    }
}
