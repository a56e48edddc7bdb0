/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Bytes from the beginning of the text, a byte order mark included.
    pub offset: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode code points, from 1; a byte order mark before a line does not count.
    pub column: usize,
}

/// A stretch of a text: from `start` up to, not including, `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
}

/// Turns byte offsets into lines and columns: the text is read once, each look-up is then a
/// binary search and a count within one line.
#[derive(Debug, Clone)]
pub struct LineIndex {
    /// Offset at which each line begins.
    lines: Vec<usize>,
    /// The line number and offset of the text's first byte within a larger whole.
    first: (usize, usize),
    /// For a long line: every `STRIDE` bytes, the column there.
    columns: Vec<(usize, usize)>,
}

/// In lines longer than this, columns are noted at regular distances, so that many findings in
/// one very long line do not each count from its beginning.
const STRIDE: usize = 4096;

impl LineIndex {
    /// The index of a whole text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self::within(text, 1, 0)
    }

    /// The index of a text that begins at that line and byte offset of a larger one.
    #[must_use]
    pub fn within(text: &str, line: usize, offset: usize) -> Self {
        let mut lines = vec![0];
        lines.extend(
            text.bytes()
                .enumerate()
                .filter(|(_, byte)| *byte == b'\n')
                .map(|(index, _)| index + 1),
        );
        let mut columns = Vec::new();
        for (number, start) in lines.iter().enumerate() {
            let end = lines.get(number + 1).copied().unwrap_or(text.len());
            if end - start > STRIDE {
                let mut at = *start;
                let mut column = 1;
                while at + STRIDE < end {
                    let mut next = at + STRIDE;
                    while !text.is_char_boundary(next) {
                        next -= 1;
                    }
                    column += count(text, at, next);
                    at = next;
                    columns.push((at, column));
                }
            }
        }
        Self {
            lines,
            first: (line, offset),
            columns,
        }
    }

    /// Line and column of an offset into the same text.
    #[must_use]
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let mut at = offset.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let line = self.lines.partition_point(|start| *start <= at) - 1;
        let start = self.lines[line];
        let noted = self.columns.partition_point(|(noted, _)| *noted <= at);
        let (from, column) = match noted.checked_sub(1).map(|index| self.columns[index]) {
            Some((noted, column)) if noted >= start => (noted, column),
            _ => (start, 1),
        };
        Position {
            offset: self.first.1 + offset,
            line: self.first.0 + line,
            column: column + count(text, from, at),
        }
    }
}

/// A place in a text that only moves on, for one look-up after the other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cursor<'t> {
    text: &'t str,
    /// So many bytes at the beginning are ASCII on one line: columns there are offsets.
    plain: usize,
    /// Whether another line begins behind them.
    many_lines: bool,
    /// Bytes before the text in the larger whole.
    base: usize,
    /// The offset that was asked for, and where counting stopped for it.
    offset: usize,
    at: usize,
    line: usize,
    column: usize,
}

impl<'t> Cursor<'t> {
    /// The beginning of a text, which itself begins at that line and byte offset of a larger one.
    pub(crate) fn within(text: &'t str, line: usize, offset: usize) -> Self {
        let plain = plain_beginning(text.as_bytes());
        // Byte by byte: no character has a line's end in it.
        let rest = text.as_bytes().get(plain..).unwrap_or_default();
        let rest = rest.strip_suffix(b"\n").unwrap_or(rest);
        let is_end = |byte: u8| byte == b'\n';
        Self {
            text,
            plain,
            many_lines: rest.iter().fold(false, |any, byte| any | is_end(*byte)),
            base: offset,
            offset: 0,
            at: 0,
            line,
            column: 1,
        }
    }

    /// Moves on to an offset into the text.
    #[inline]
    pub(crate) fn advance(&mut self, offset: usize) {
        self.offset = offset;
        if offset <= self.plain {
            self.at = offset;
            self.column = 1 + offset;
        } else {
            self.advance_beyond(offset);
        }
    }

    fn advance_beyond(&mut self, offset: usize) {
        let mut to = offset.min(self.text.len());
        while !self.text.is_char_boundary(to) {
            to -= 1;
        }
        let mut from = self.at;
        let passed = self.text.get(from..to).unwrap_or_default();
        self.at += passed.len();
        if (self.many_lines || self.at == self.text.len())
            && let Some(last) = passed.rfind('\n')
        {
            self.line += passed.bytes().filter(|byte| *byte == b'\n').count();
            self.column = 1;
            from += last + 1;
        }
        self.column += count(self.text, from, self.at);
    }

    /// Where it stands.
    #[inline]
    pub(crate) const fn position(&self) -> Position {
        Position {
            offset: self.base + self.offset,
            line: self.line,
            column: self.column,
        }
    }
}

/// How many bytes at the beginning are ASCII without a line's end.
fn plain_beginning(bytes: &[u8]) -> usize {
    let is_plain = |byte: u8| byte.is_ascii() && byte != b'\n';
    let mut at = 0;
    // Many at a time, as far as all of them are: only a processor that can look at many at once
    // has anything of it.
    if cfg!(feature = "fast") {
        while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk::<32>) {
            if !chunk.iter().fold(true, |all, byte| all & is_plain(*byte)) {
                break;
            }
            at += chunk.len();
        }
    }
    let rest = bytes[at..].iter().position(|byte| !is_plain(*byte));
    rest.map_or(bytes.len(), |length| at + length)
}

/// Code points between two offsets, without the byte order mark that a line can begin with:
/// anywhere else U+FEFF is a character like others.
fn count(text: &str, from: usize, to: usize) -> usize {
    let piece = text.get(from..to).unwrap_or_default();
    if piece.is_ascii() {
        return piece.len();
    }
    let is_marked = piece.starts_with('\u{feff}') && (from == 0 || text[..from].ends_with('\n'));
    piece.chars().count() - usize::from(is_marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_code_points() {
        let text = "a\n{\"名\": 1}\n";
        let index = LineIndex::new(text);
        let colon = text.find(':').unwrap_or_default();
        let position = index.position(text, colon);
        assert_eq!((position.line, position.column), (2, 5));
    }

    #[test]
    fn a_byte_order_mark_has_no_column() {
        let text = "\u{feff}{}";
        let position = LineIndex::new(text).position(text, 3);
        assert_eq!((position.offset, position.line, position.column), (3, 1, 1));
        let mut cursor = Cursor::within(text, 7, 100);
        cursor.advance(4);
        let position = cursor.position();
        assert_eq!(
            (position.offset, position.line, position.column),
            (104, 7, 2)
        );
    }

    #[test]
    fn a_mark_within_the_text_has_a_column() {
        for (text, columns) in [
            ("a\u{feff}b", 4),
            ("\u{feff}\u{feff}b", 3),
            ("{\n\u{feff}b", 2),
            ("{\na\u{feff}b", 4),
        ] {
            let position = LineIndex::new(text).position(text, text.len());
            assert_eq!(position.column, columns, "{text:?}");
            let mut cursor = Cursor::within(text, 1, 0);
            for (offset, _) in text.char_indices() {
                cursor.advance(offset);
            }
            cursor.advance(text.len());
            assert_eq!(cursor.position(), position, "{text:?}");
        }
    }

    #[test]
    fn columns_of_long_lines_are_those_of_a_plain_count() {
        let line: String = "中文é😀abc".chars().cycle().take(9_000).collect();
        let text = format!("first\n{line}\n{line}");
        let index = LineIndex::new(&text);
        let mut cursor = Cursor::within(&text, 1, 0);
        for offset in (0..text.len()).step_by(97) {
            if !text.is_char_boundary(offset) {
                continue;
            }
            let before = &text[..offset];
            let start = before.rfind('\n').map_or(0, |at| at + 1);
            let expected = (
                before.matches('\n').count() + 1,
                before[start..].chars().count() + 1,
            );
            let position = index.position(&text, offset);
            assert_eq!((position.line, position.column), expected, "at {offset}");
            cursor.advance(offset);
            assert_eq!(cursor.position(), position);
        }
    }
}
