//! What a value is by the measure of its rule. Verdicts and findings are both made of this.

use crate::profile::{
    CharacterClass, Kind, NameCharacters, NameRule, PasswordCharacters, PasswordRule,
};
use crate::text::{self, Kinds, Length, Letters, Word};

/// What a boolean in a query means that Python printed: the vendor's own SDKs send `True`.
#[inline]
pub(super) fn printed_boolean(kind: Kind, text: &str) -> Option<&'static str> {
    match (kind, text) {
        (Kind::Boolean, "True") => Some("true"),
        (Kind::Boolean, "False") => Some("false"),
        _ => None,
    }
}

/// The length of a text, given its letters.
#[inline]
pub(super) fn length(value: &str, letters: Letters) -> Length {
    match letters.length() {
        Some(count) => Length::of_single(count),
        None => Length::of(value),
    }
}

/// Whether a name begins as it must.
#[inline]
pub(super) fn begins_well(value: &str, rule: NameRule) -> bool {
    let begins = |first: char| text::is_letter(first) || text::is_han(first);
    !rule.starts_with_letter || value.chars().next().is_some_and(begins)
}

/// Whether a name may not hold this character; `forbidden` are those in ASCII.
pub(super) fn is_forbidden(character: char, rule: NameRule, forbidden: Kinds) -> bool {
    match u8::try_from(character) {
        Ok(byte) if byte.is_ascii() => text::kind_of(byte) & forbidden != 0,
        _ => match rule.characters {
            NameCharacters::Except(refused) => {
                !text::is_common_han(character)
                    && (character.is_whitespace() || text::holds(refused, character))
            }
            NameCharacters::WordsAndHan => !text::is_han(character),
        },
    }
}

/// Whether a name holds a character that it may not hold.
#[inline]
pub(super) fn holds_forbidden(
    value: &str,
    letters: Letters,
    rule: NameRule,
    forbidden: Kinds,
) -> bool {
    letters.ascii() & forbidden != 0
        || !letters.usual() && value.chars().any(|c| is_forbidden(c, rule, forbidden))
}

/// Whether a password may not hold this character.
pub(super) fn is_refused(character: char, rule: PasswordRule) -> bool {
    match rule.characters {
        PasswordCharacters::Refused(refused) => text::holds(refused, character),
        PasswordCharacters::Special(special) => {
            !character.is_ascii_alphanumeric() && !text::holds(special, character)
        }
    }
}

/// Whether a password holds a character that it may not hold; `refused` are those in ASCII.
#[inline]
pub(super) fn holds_refused(
    value: &str,
    letters: Letters,
    rule: PasswordRule,
    refused: Kinds,
) -> bool {
    letters.ascii() & refused != 0
        || letters.beyond_ascii() && value.chars().any(|c| is_refused(c, rule))
}

/// Whether a password holds a character of the class; all classes are within ASCII.
#[inline]
pub(super) fn has_class(
    letters: Letters,
    class: CharacterClass,
    rule: PasswordRule,
    refused: Kinds,
) -> bool {
    let class = match class {
        CharacterClass::Uppercase => text::UPPERCASE,
        CharacterClass::Lowercase => text::LOWERCASE,
        CharacterClass::Digit => text::DIGITS,
        CharacterClass::Special => match rule.characters {
            PasswordCharacters::Refused(_) => 0,
            PasswordCharacters::Special(_) => !(text::ALPHANUMERIC | refused),
        },
    };
    letters.ascii() & class != 0
}

/// Of how many classes a password holds a character.
#[inline]
pub(super) fn classes(letters: Letters, rule: PasswordRule, refused: Kinds) -> usize {
    let has = |class: &&CharacterClass| has_class(letters, **class, rule, refused);
    rule.classes.iter().filter(has).count()
}

/// The place of a value among those that are allowed.
#[inline]
pub(super) fn place_of(value: &str, allowed: &[&str]) -> Option<usize> {
    let value = Word::new(value.as_bytes());
    let mut allowed = allowed.iter();
    allowed.position(|allowed| value.is(allowed.as_bytes()))
}

/// Whether it is one of these whole numbers.
#[inline]
pub(super) fn is_among(value: &str, allowed: &[u32]) -> bool {
    text::is_whole_number(value)
        && value
            .parse()
            .is_ok_and(|number: u32| allowed.contains(&number))
}

/// Whether it is the first part of a connection address.
pub(super) fn is_prefix(value: &str, min: u32, max: u32) -> bool {
    (min as usize..=max as usize).contains(&value.len())
        && value.starts_with(|first: char| first.is_ascii_lowercase())
        && value
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Whether a version of the form `N.N` is newer than all of these.
pub(super) fn is_newer(value: &str, known: &[&str]) -> bool {
    let parts = |version: &str| {
        let (major, minor) = version.split_once('.')?;
        let number = |part: &str| {
            part.parse::<u32>()
                .ok()
                .filter(|_| text::is_whole_number(part))
        };
        Some((number(major)?, number(minor)?))
    };
    let greatest = known.iter().filter_map(|version| parts(version)).max();
    parts(value).is_some_and(|version| Some(version) > greatest)
}

/// Whom an entry of a whitelist lets in.
pub(super) enum Admits {
    Some,
    All,
    Malformed,
}

/// Whom an entry of a whitelist lets in: an address, or a block of addresses.
pub(super) fn admits(entry: &str) -> Admits {
    if matches!(entry, "0.0.0.0" | "0.0.0.0/0" | "::/0") {
        return Admits::All;
    }
    let (address, bits) = match entry.split_once('/') {
        Some((address, bits)) => (address, Some(bits)),
        None => (entry, None),
    };
    let fits =
        |bits: &str| text::is_whole_number(bits) && bits.parse::<u8>().is_ok_and(|bits| bits <= 32);
    match text::parse_ipv4(address) {
        Some(_) if bits == Some("0") => Admits::All,
        Some(_) if bits.is_none_or(fits) => Admits::Some,
        _ => Admits::Malformed,
    }
}

/// Where a whole number stands to a range: `None` if it is none.
#[inline]
pub(super) fn is_within(value: &str, min: u64, max: Option<u64>) -> Option<bool> {
    if !text::is_whole_number(value) {
        return None;
    }
    // A number past 64 bits is past every documented end.
    Some(match value.parse() {
        Ok(number) => min <= number && max.is_none_or(|max| number <= max),
        Err(_) => max.is_none(),
    })
}
