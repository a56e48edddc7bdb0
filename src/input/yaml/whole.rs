//! What has to be cut from a file to take a member out of it.

use std::ops::Range;

/// The line or lines of a member of a block mapping, whose name begins its line and behind which
/// nothing but a comment follows. Empty if other things stand on them too.
pub(super) fn lines(text: &str, key: usize, end: usize) -> Range<usize> {
    let before = text[..key].trim_end_matches([' ', '\t']);
    let begins_a_line = before.is_empty() || before.ends_with('\n') || before.ends_with('\u{feff}');
    let line = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
    let rest = &text[end..line];
    let blank = rest.trim_start_matches([' ', '\t']);
    let comment = blank.starts_with('#') && blank.len() < rest.len();
    if begins_a_line && (comment || blank.trim().is_empty()) {
        before.len()..line
    } else {
        key..key
    }
}

/// A member in braces with the comma behind it, or of the last one with the comma before it.
pub(super) fn with_comma(text: &str, key: usize, end: usize) -> Range<usize> {
    let blank = [' ', '\t', '\r', '\n'];
    let skipped = |at: usize| text.len() - text[at..].trim_start_matches(blank).len();
    let next = skipped(end);
    if text[next..].starts_with(',') {
        return key..skipped(next + 1);
    }
    let before = text[..key].trim_end_matches(blank);
    match before.as_bytes().last() {
        Some(b',') => before.len() - 1..end,
        Some(b'{') => key..end,
        _ => key..key,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, range: Range<usize>) -> String {
        [&text[..range.start], &text[range.end..]].concat()
    }

    #[test]
    fn a_line_goes_with_its_comment() {
        let text = "a:\n  b: 1 # c\n  d: 2\n";
        assert_eq!(cut(text, lines(text, 5, 9)), "a:\n  d: 2\n");
        assert_eq!(cut(text, lines(text, 16, 20)), "a:\n  b: 1 # c\n");
        assert!(lines("- a: 1\n", 2, 6).is_empty());
        assert!(lines("a: 1#x", 0, 4).is_empty());
    }

    #[test]
    fn a_pair_goes_with_one_comma() {
        let text = "{a: 1,\n b: 2}";
        assert_eq!(cut(text, with_comma(text, 1, 5)), "{b: 2}");
        assert_eq!(cut(text, with_comma(text, 8, 12)), "{a: 1}");
        assert_eq!(cut("{ a: 1 }", with_comma("{ a: 1 }", 2, 6)), "{  }");
        assert!(with_comma("{ ? a: 1 }", 4, 8).is_empty());
    }
}
