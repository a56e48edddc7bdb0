//! Character classes. The two tables are small because they hold ranges; tests compare them
//! with those of other crates over all of Unicode.

use std::borrow::Cow;

/// Scalars whose Unicode Script property is Han (Unicode 18), in ascending ranges.
const HAN: &[(char, char)] = &[
    ('\u{2e80}', '\u{2e99}'),
    ('\u{2e9b}', '\u{2ef3}'),
    ('\u{2f00}', '\u{2fd5}'),
    ('\u{3005}', '\u{3005}'),
    ('\u{3007}', '\u{3007}'),
    ('\u{3021}', '\u{3029}'),
    ('\u{3038}', '\u{303b}'),
    ('\u{3400}', '\u{4dbf}'),
    ('\u{4e00}', '\u{9fff}'),
    ('\u{f900}', '\u{fa6d}'),
    ('\u{fa70}', '\u{fad9}'),
    ('\u{16fe2}', '\u{16fe3}'),
    ('\u{16ff0}', '\u{16ff6}'),
    ('\u{20000}', '\u{2a6df}'),
    ('\u{2a700}', '\u{2b81e}'),
    ('\u{2b820}', '\u{2cead}'),
    ('\u{2ceb0}', '\u{2ebe0}'),
    ('\u{2ebf0}', '\u{2ee5d}'),
    ('\u{2f800}', '\u{2fa1d}'),
    ('\u{30000}', '\u{3134a}'),
    ('\u{31350}', '\u{33479}'),
];

/// Scalars of general category Cf (Unicode 18), in ascending ranges.
const FORMAT: &[(char, char)] = &[
    ('\u{ad}', '\u{ad}'),
    ('\u{600}', '\u{605}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{6dd}', '\u{6dd}'),
    ('\u{70f}', '\u{70f}'),
    ('\u{890}', '\u{891}'),
    ('\u{8e2}', '\u{8e2}'),
    ('\u{180e}', '\u{180e}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2060}', '\u{2064}'),
    ('\u{2066}', '\u{206f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{fff9}', '\u{fffb}'),
    ('\u{110bd}', '\u{110bd}'),
    ('\u{110cd}', '\u{110cd}'),
    ('\u{13430}', '\u{1343f}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0001}', '\u{e0001}'),
    ('\u{e0020}', '\u{e007f}'),
];

/// A Chinese character: Unicode Script property Han.
#[must_use]
pub fn is_han(character: char) -> bool {
    // The block of nearly all Chinese text first.
    is_common_han(character) || (character >= '\u{2e80}' && within(HAN, character))
}

/// The Chinese characters as members of a character class of a regular expression: ranges of the
/// characters themselves, which every engine reads, whatever properties it knows.
pub(crate) fn han_members() -> String {
    let mut members = String::new();
    for (first, last) in HAN {
        members.push(*first);
        if first < last {
            members.push('-');
            members.push(*last);
        }
    }
    members
}

/// The block of nearly all Chinese text: none of its characters is white space or a sign.
pub(crate) const fn is_common_han(character: char) -> bool {
    matches!(character, '\u{4e00}'..='\u{9fff}')
}

/// A control or format character (general category Cc or Cf) that is no white space: it cannot
/// be seen.
#[must_use]
pub fn is_invisible(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_control() && !character.is_whitespace();
    }
    (character.is_control() || within(FORMAT, character)) && !character.is_whitespace()
}

/// Whether a character does more to a terminal or a log than to be shown: a control, which may
/// move the cursor or end the line, or one that ends it or turns the direction of writing.
pub(crate) fn disturbs(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text as one line of a terminal or a log may show it, with U+FFFD for every character that
/// does more there than to be shown. Names of files and of parameters may hold anything.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.contains(disturbs) {
        Cow::Owned(text.replace(disturbs, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Characters of a value that cannot be seen and, for an identifier, those that look like a
/// character of ASCII: in the order of the value, as often as they occur.
pub(crate) fn hidden_characters(value: &str, is_identifier: bool) -> String {
    let mut before = None;
    let mut rest = value.chars();
    let mut hidden = String::new();
    while let Some(character) = rest.next() {
        let joins = character == '\u{200d}'
            && before.is_some_and(is_pictographic)
            && rest.clone().next().is_some_and(is_pictographic);
        if (is_invisible(character) && !joins) || (is_identifier && looks_like_ascii(character)) {
            hidden.push(character);
        }
        before = Some(character);
    }
    hidden
}

/// Whether a character is part of an emoji.
const fn is_pictographic(character: char) -> bool {
    matches!(
        character,
        '\u{1f000}'..='\u{1faff}'
            | '\u{2600}'..='\u{27bf}'
            | '\u{2190}'..='\u{23ff}'
            | '\u{2b00}'..='\u{2bff}'
            | '\u{fe0f}'
            | '\u{20e3}'
            | '\u{a9}'
            | '\u{ae}'
            | '\u{203c}'
            | '\u{2049}'
            | '\u{2122}'
            | '\u{2139}'
            | '\u{3030}'
            | '\u{303d}'
            | '\u{3297}'
            | '\u{3299}'
    )
}

/// Whether a character looks like one of ASCII that identifiers are made of.
#[must_use]
pub const fn looks_like_ascii(character: char) -> bool {
    matches!(
        character,
        '\u{2010}'..='\u{2015}'
            | '\u{2212}'
            | '\u{3002}'
            | '\u{ff0c}'..='\u{ff1a}'
            | '\u{ff21}'..='\u{ff3a}'
            | '\u{ff3f}'
            | '\u{ff41}'..='\u{ff5a}'
    )
}

fn within(ranges: &[(char, char)], character: char) -> bool {
    let after = ranges.partition_point(|(first, _)| *first <= character);
    after > 0 && character <= ranges[after - 1].1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares one of our classes with a class of the `regex` crate, over all of Unicode.
    fn agrees(ours: fn(char) -> bool, pattern: &str) {
        let theirs = regex::Regex::new(pattern).expect("the pattern compiles");
        for character in '\0'..=char::MAX {
            let text = character.encode_utf8(&mut [0; 4]).to_owned();
            assert_eq!(
                ours(character),
                theirs.is_match(&text),
                "U+{:04X} {pattern}",
                u32::from(character)
            );
        }
    }

    #[test]
    fn han_is_the_script() {
        use unicode_script::{Script, UnicodeScript};
        for character in '\0'..=char::MAX {
            assert_eq!(
                is_han(character),
                character.script() == Script::Han,
                "U+{:04X}",
                u32::from(character)
            );
        }
    }

    #[test]
    fn white_space_is_the_property() {
        agrees(char::is_whitespace, r"(?s)^\p{White_Space}$");
    }

    #[test]
    fn invisible_is_control_and_format() {
        agrees(is_invisible, r"(?s)^[[\p{Cc}\p{Cf}]--\p{White_Space}]$");
    }
}
