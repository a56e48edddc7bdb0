use unicode_segmentation::UnicodeSegmentation;

use super::Letters;

/// The length of a text by each of the three usual counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// User-perceived characters: extended grapheme clusters of UAX #29. This count decides.
    pub clusters: usize,
    /// Unicode scalar values.
    pub scalars: usize,
    /// UTF-16 units.
    pub utf16: usize,
}

impl Length {
    /// Counts a text.
    ///
    /// ```
    /// let family = kvspec::text::Length::of("👨‍👩‍👧");
    /// assert_eq!((family.clusters, family.scalars, family.utf16), (1, 5, 8));
    /// ```
    #[must_use]
    pub fn of(text: &str) -> Self {
        match Letters::of(text).length() {
            Some(count) => Self::of_single(count),
            None => Self::of_any(text),
        }
    }

    /// The length of a text of which every scalar is a character of its own and one UTF-16 unit.
    pub(crate) const fn of_single(count: usize) -> Self {
        Self {
            clusters: count,
            scalars: count,
            utf16: count,
        }
    }

    fn of_any(text: &str) -> Self {
        let mut scalars = 0;
        let mut utf16 = 0;
        let mut plain = true;
        for character in text.chars() {
            scalars += 1;
            utf16 += character.len_utf16();
            plain &= stands_alone(character);
        }
        let clusters = if plain {
            scalars
        } else {
            text.graphemes(true).count()
        };
        Self {
            clusters,
            scalars,
            utf16,
        }
    }

    /// Whether the three counts disagree on whether the length is within bounds.
    #[must_use]
    pub fn is_ambiguous(self, min: usize, max: usize) -> bool {
        let within = |count| (min..=max).contains(&count);
        within(self.clusters) != within(self.scalars) || within(self.clusters) != within(self.utf16)
    }
}

/// Characters that make up a cluster each, whatever stands beside them, as long as their
/// neighbours are of this set too: printable ASCII and the usual Chinese ones.
const fn stands_alone(character: char) -> bool {
    matches!(character, ' '..='~' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff5e}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_the_fast_path_stand_alone() {
        let alone: Vec<char> = ('\0'..=char::MAX).filter(|c| stands_alone(*c)).collect();
        for pair in alone.windows(2) {
            let text: String = pair.iter().collect();
            assert_eq!(text.graphemes(true).count(), 2, "{text:?}");
        }
        // One of each range beside one of each other.
        for left in ['a', '㐀', '中', '！'] {
            for right in ['a', '㐀', '中', '！'] {
                assert_eq!(format!("{left}{right}").graphemes(true).count(), 2);
            }
        }
    }

    #[test]
    fn counts() {
        let of = |text| {
            let length = Length::of(text);
            (length.clusters, length.scalars, length.utf16)
        };
        assert_eq!(of(""), (0, 0, 0));
        assert_eq!(of("abc"), (3, 3, 3));
        assert_eq!(of("名称"), (2, 2, 2));
        assert_eq!(of("e\u{301}x"), (2, 3, 3));
        assert_eq!(of("\u{20000}"), (1, 1, 2));
        assert_eq!(of("\r\n"), (1, 2, 2));
    }
}
