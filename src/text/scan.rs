//! Quick looks at a text: what most texts are is told from their bytes.

/// The text without white space at its ends, as `str::trim`. Most texts have none, which their
/// first and last byte tell.
pub(crate) fn trim(text: &str) -> &str {
    match (text.as_bytes().first(), text.as_bytes().last()) {
        (Some(b'!'..=b'~'), Some(b'!'..=b'~')) => text,
        _ => text.trim(),
    }
}

/// The ASCII characters of a text, a bit for each, and whether there are others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Letters {
    words: [u64; 2],
    beyond_ascii: bool,
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
    /// Looks at every byte once.
    pub(crate) fn of(text: &str) -> Self {
        let mut words = [0; 2];
        let mut all = 0;
        for byte in text.bytes() {
            all |= byte;
            words[usize::from(byte >> 6 & 1)] |= 1 << (byte & 63);
        }
        let beyond_ascii = all >= 0x80;
        if beyond_ascii {
            // The bytes of other characters have set bits too.
            words = [0; 2];
            for byte in text.bytes().filter(u8::is_ascii) {
                words[usize::from(byte >> 6)] |= 1 << (byte & 63);
            }
        }
        Self {
            words,
            beyond_ascii,
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

    /// Whether every byte is a character of its own, to whomever counts.
    pub(crate) const fn is_printable_ascii(self) -> bool {
        !self.beyond_ascii && self.ascii() & !PRINTABLE == 0
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
    }
}
