//! Regular expressions in the dialect that JSON Schema names (ECMA-262 with the `u` flag), kept
//! to what other engines read alike.

use std::fmt::Write as _;

/// The dialect of the schemas.
pub(super) const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Members of a class: the `White_Space` property.
pub(super) const WHITE_SPACE_MEMBERS: &str =
    r"\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000";

/// One character with the `White_Space` property.
pub(super) const WHITE_SPACE: &str =
    r"[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]";

/// A text in which each code point is one user-perceived character.
pub(super) const PLAIN: &str = r"^[ -~\u4e00-\u9fff]*$";

/// Four numbers from 0 to 255.
pub(super) const IPV4: &str = r"(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";

/// Standard base64, padded.
pub(super) const BASE64: &str = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$";

/// Characters as members of a class.
pub(super) fn class(characters: &str) -> String {
    let mut out = String::with_capacity(characters.len() + 8);
    for character in characters.chars() {
        if matches!(character, '\\' | ']' | '[' | '^' | '-') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// A text that stands for itself.
pub(super) fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if "\\^$.*+?()[]{}|/".contains(character) {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// Any of these texts.
pub(super) fn alternatives<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.map(literal).collect::<Vec<_>>().join("|")
}

/// A name in any case.
pub(super) fn any_case(name: &str) -> String {
    let mut out = String::with_capacity(name.len() * 4);
    for character in name.chars() {
        if character.is_ascii_alphabetic() {
            let (upper, lower) = (
                character.to_ascii_uppercase(),
                character.to_ascii_lowercase(),
            );
            let _ = write!(out, "[{upper}{lower}]");
        } else {
            out.push_str(&literal(&character.to_string()));
        }
    }
    out
}

/// Whole numbers of a range, without leading zeros.
pub(super) fn digits(min: u64, max: Option<u64>) -> String {
    let mut parts = Vec::new();
    let Some(max) = max else {
        // Up to the next power of ten exactly, and all longer ones.
        let length = min.to_string().len();
        let top = 10_u64.checked_pow(u32::try_from(length).unwrap_or(u32::MAX));
        if let Some(top) = top {
            parts.push(digits(min, Some(top - 1)));
        }
        parts.push(format!("[1-9][0-9]{{{length},}}"));
        return parts.join("|");
    };
    let mut from = min;
    while from <= max {
        // The longest run from here that one prefix and free digits describe.
        let mut free = 0;
        let mut step: u64 = 1;
        while let Some(next) = step.checked_mul(10)
            && from.is_multiple_of(next)
            && from.checked_add(next - 1).is_some_and(|end| end <= max)
            && from >= next
        {
            step = next;
            free += 1;
        }
        let mut end = from + step - 1;
        let digit = from / step % 10;
        let mut last = digit;
        while last < 9 && end + step <= max {
            end += step;
            last += 1;
        }
        let prefix = from / step / 10;
        let mut part = if prefix == 0 {
            String::new()
        } else {
            prefix.to_string()
        };
        let _ = if digit == last {
            write!(part, "{digit}")
        } else {
            write!(part, "[{digit}-{last}]")
        };
        match free {
            0 => {}
            1 => part.push_str("[0-9]"),
            _ => {
                let _ = write!(part, "[0-9]{{{free}}}");
            }
        }
        parts.push(part);
        from = end + 1;
    }
    parts.join("|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_digits_hold_what_they_should() {
        for (min, max) in [(1, 300), (0, 9), (7, 7), (5, 123), (98, 1024), (0, 1000)] {
            let pattern = format!("^(?:{})$", digits(min, Some(max)));
            let regex = regex::Regex::new(&pattern).expect("a pattern");
            for number in 0..2_000_u64 {
                let is_in = (min..=max).contains(&number);
                assert_eq!(
                    regex.is_match(&number.to_string()),
                    is_in,
                    "{pattern} {number}"
                );
            }
            assert!(!regex.is_match("01") && !regex.is_match(""));
        }
        for min in [0, 1, 8, 15, 300] {
            let pattern = format!("^(?:{})$", digits(min, None));
            let regex = regex::Regex::new(&pattern).expect("a pattern");
            for number in 0..20_000_u64 {
                assert_eq!(
                    regex.is_match(&number.to_string()),
                    number >= min,
                    "{pattern}"
                );
            }
            assert!(regex.is_match("123456789012345678901234567890"));
            assert!(!regex.is_match("007"));
        }
    }

    #[test]
    fn classes_hold_their_members_and_no_other() {
        let members = "@/:=\"“”<>{[]}^-\\";
        let regex = regex::Regex::new(&format!("^[{}]$", class(members))).expect("a pattern");
        for character in (0..=0x2100_u32).filter_map(char::from_u32) {
            let text = character.to_string();
            assert_eq!(
                regex.is_match(&text),
                members.contains(character),
                "{character:?}"
            );
        }
        let space = regex::Regex::new(&format!("^{WHITE_SPACE}$")).expect("a pattern");
        for character in '\0'..=char::MAX {
            assert_eq!(
                space.is_match(&character.to_string()),
                character.is_whitespace()
            );
        }
    }
}
