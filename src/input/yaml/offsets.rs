//! From places counted in characters to places counted in bytes.

/// Every so many characters the byte offset is kept.
const STEP: usize = 64;

/// The byte offsets of a text's characters.
pub(super) struct Offsets<'t> {
    text: &'t str,
    /// Where the text stands in the file.
    base: usize,
    /// The offset of each 64th character; nothing for ASCII, where all are known.
    marks: Vec<usize>,
}

impl<'t> Offsets<'t> {
    pub(super) fn new(text: &'t str, base: usize) -> Self {
        let marks = if text.is_ascii() {
            Vec::new()
        } else {
            let offsets = text.char_indices().map(|(offset, _)| offset);
            offsets.step_by(STEP).collect()
        };
        Self { text, base, marks }
    }

    /// The byte at which that character begins; the end of the text for one behind it.
    pub(super) fn byte(&self, character: usize) -> usize {
        if self.marks.is_empty() {
            return self.base + character.min(self.text.len());
        }
        let Some(mark) = self.marks.get(character / STEP) else {
            return self.base + self.text.len();
        };
        let rest = &self.text[*mark..];
        let further = rest.char_indices().nth(character % STEP);
        self.base + mark + further.map_or(rest.len(), |(offset, _)| offset)
    }
}
