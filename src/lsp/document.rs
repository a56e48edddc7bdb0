//! An open text: positions in the client's units, and edits.

use lsp_types::{
    Position, PositionEncodingKind, Range as LspRange, TextDocumentContentChangeEvent,
};
use std::ops::Range;

/// In which units a client counts characters of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16,
    Utf32,
}

impl Encoding {
    /// The first that a client offers and that is known here; UTF-16 where it offers none.
    pub(super) fn agreed(offered: Option<&[PositionEncodingKind]>) -> Self {
        let known = offered.unwrap_or_default().iter().find_map(|kind| {
            [Self::Utf8, Self::Utf16, Self::Utf32]
                .into_iter()
                .find(|encoding| encoding.kind() == *kind)
        });
        known.unwrap_or(Self::Utf16)
    }

    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    const fn units(self, character: char) -> usize {
        match self {
            Self::Utf8 => character.len_utf8(),
            Self::Utf16 => character.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

/// A text with the places where its lines begin.
#[derive(Debug, Clone)]
pub(super) struct Lines {
    text: String,
    starts: Vec<usize>,
    encoding: Encoding,
}

impl Lines {
    pub(super) fn new(text: String, encoding: Encoding) -> Self {
        let mut lines = Self {
            text,
            starts: Vec::new(),
            encoding,
        };
        lines.index();
        lines
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    fn index(&mut self) {
        let ends = self.text.bytes().enumerate();
        let ends = ends.filter(|(_, byte)| *byte == b'\n');
        self.starts.clear();
        self.starts.push(0);
        self.starts.extend(ends.map(|(at, _)| at + 1));
    }

    /// The stretch of a line, without its end.
    pub(super) fn line(&self, number: usize) -> Range<usize> {
        let Some(start) = self.starts.get(number).copied() else {
            return self.text.len()..self.text.len();
        };
        let end = self.starts.get(number + 1);
        let line = &self.text[start..end.copied().unwrap_or(self.text.len())];
        let line = line.strip_suffix('\n').unwrap_or(line);
        let line = line.strip_suffix('\r').unwrap_or(line);
        start..start + line.len()
    }

    /// The number of the line in which an offset lies, from 0.
    pub(super) fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset) - 1
    }

    /// The offset of a position. What lies beyond a line is its end, and what lies within a
    /// character is its beginning.
    pub(super) fn offset(&self, position: Position) -> usize {
        let line = self.line(position.line as usize);
        let mut left = position.character as usize;
        for (at, character) in self.text[line.clone()].char_indices() {
            let units = self.encoding.units(character);
            if left < units {
                return line.start + at;
            }
            left -= units;
        }
        line.end
    }

    /// The position of an offset.
    pub(super) fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let number = self.line_of(offset);
        let line = self.line(number);
        let before = &self.text[line.start..offset.min(line.end)];
        let units: usize = before
            .chars()
            .map(|character| self.encoding.units(character))
            .sum();
        // A text of more lines, or columns, than there are such numbers has no positions.
        Position {
            line: u32::try_from(number).unwrap_or(u32::MAX),
            character: u32::try_from(units).unwrap_or(u32::MAX),
        }
    }

    pub(super) fn range(&self, range: &Range<usize>) -> LspRange {
        LspRange {
            start: self.position(range.start),
            end: self.position(range.end.max(range.start)),
        }
    }

    /// Takes a change over: of a stretch, or of the whole.
    pub(super) fn change(&mut self, change: TextDocumentContentChangeEvent) {
        match change.range {
            Some(range) => {
                let start = self.offset(range.start);
                let end = self.offset(range.end).max(start);
                self.text.replace_range(start..end, &change.text);
            }
            None => self.text = change.text,
        }
        self.index();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_counted_in_the_units_agreed_on() {
        let text = "a = \"缓😀x\"\r\nb";
        for (encoding, character) in [
            (Encoding::Utf8, 12),
            (Encoding::Utf16, 8),
            (Encoding::Utf32, 7),
        ] {
            let lines = Lines::new(text.to_owned(), encoding);
            let offset = text.find('x').unwrap_or_default();
            let position = lines.position(offset);
            assert_eq!((position.line, position.character), (0, character));
            assert_eq!(lines.offset(position), offset);
            let beyond = Position::new(0, 1_000);
            assert_eq!(lines.offset(beyond), text.find('\r').unwrap_or_default());
            assert_eq!(lines.offset(Position::new(9, 0)), text.len());
        }
        // Within a surrogate pair there is no place.
        let lines = Lines::new(text.to_owned(), Encoding::Utf16);
        assert_eq!(
            lines.offset(Position::new(0, 7)),
            text.find('😀').unwrap_or_default()
        );
    }

    #[test]
    fn what_a_client_prefers_is_taken() {
        let offered = [
            PositionEncodingKind::new("utf-7"),
            PositionEncodingKind::UTF8,
        ];
        assert_eq!(Encoding::agreed(Some(&offered)), Encoding::Utf8);
        assert_eq!(Encoding::agreed(None), Encoding::Utf16);
    }
}
