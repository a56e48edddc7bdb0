//! Where things stand: places of parsed pieces in the file, and what has to be cut to take one
//! out of it.

use std::ops::Range;

use hcl_edit::Span;

use crate::input::item::Written;

/// The file, and the stretch of it, that a parsed piece counts its places in.
#[derive(Debug, Clone)]
pub(super) struct Place<'s> {
    /// The text in which the piece was parsed.
    pub(super) text: &'s str,
    /// Where the piece begins in it.
    pub(super) base: usize,
    /// Where everything in it stands, if it was quoted in another text.
    pub(super) fixed: Option<Range<usize>>,
    /// The file's name, if it is not the one that is read.
    pub(super) file: Option<&'s str>,
    /// How scalars are written there.
    pub(super) written: Written,
}

impl Place<'_> {
    /// Where something stands in the file.
    pub(super) fn span(&self, node: &impl Span) -> Range<usize> {
        if let Some(fixed) = &self.fixed {
            return fixed.clone();
        }
        self.raw(node)
    }

    fn raw(&self, node: &impl Span) -> Range<usize> {
        let span = node.span().unwrap_or(0..0);
        self.base + span.start..self.base + span.end
    }

    /// How something is written.
    pub(super) fn slice(&self, node: &impl Span) -> &str {
        self.text.get(self.raw(node)).unwrap_or_default()
    }
}

/// The line or lines on which nothing but this stands, with their break.
pub(super) fn lines(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    if !text[start..range.start]
        .trim_start_matches('\u{feff}')
        .trim()
        .is_empty()
    {
        return None;
    }
    let blanks = [' ', '\t', '\r'];
    let rest = text[range.end..].trim_start_matches(blanks);
    let rest = rest
        .strip_prefix(',')
        .unwrap_or(rest)
        .trim_start_matches(blanks);
    let is_last = rest.is_empty() || rest.starts_with(['\n', '#']) || rest.starts_with("//");
    if !is_last {
        return None;
    }
    let end = text.len() - rest.len();
    let length = rest.find('\n').map_or(rest.len(), |at| at + 1);
    Some(start..end + length)
}

/// An argument or block: its lines, or nothing that could be cut safely.
pub(super) fn argument(text: &str, range: &Range<usize>) -> Range<usize> {
    lines(text, range).unwrap_or(range.start..range.start)
}

/// A pair of a map: its lines, or itself with one comma.
pub(super) fn pair(text: &str, range: &Range<usize>) -> Range<usize> {
    if let Some(lines) = lines(text, range) {
        return lines;
    }
    let blanks = [' ', '\t'];
    let rest = text[range.end..].trim_start_matches(blanks);
    if let Some(behind) = rest.strip_prefix(',') {
        return range.start..text.len() - behind.trim_start_matches(blanks).len();
    }
    let before = text[..range.start].trim_end_matches(blanks);
    match before.strip_suffix(',') {
        Some(before) => before.len()..range.end,
        None => range.clone(),
    }
}

/// A pair of a JSON object, with one comma.
pub(super) fn json_pair(text: &str, range: &Range<usize>) -> Range<usize> {
    let rest = text[range.end..].trim_start();
    if let Some(behind) = rest.strip_prefix(',') {
        return range.start..text.len() - behind.trim_start().len();
    }
    match text[..range.start].trim_end().strip_suffix(',') {
        Some(before) => before.len()..range.end,
        None => range.clone(),
    }
}

/// Where a slice of a text stands in it.
pub(super) fn within(text: &str, slice: &str) -> Range<usize> {
    let start = slice.as_ptr().addr().saturating_sub(text.as_ptr().addr());
    start..start + slice.len()
}
