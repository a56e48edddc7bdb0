//! Comments that put findings off: `kvspec: ignore[code, code]`, whatever marks a comment in the
//! format at hand.

use std::ops::Range;

use super::Ignore;

/// What such a comment says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Directive {
    /// The codes in its brackets, each with its place in the file.
    pub(crate) codes: Vec<(String, Range<usize>)>,
    /// Whether it has brackets; without them it means every code.
    pub(crate) has_list: bool,
}

/// Reads a comment, with or without its marks, that stands at that offset of a file. Nothing, if
/// it says nothing of the kind.
pub(crate) fn directive(comment: &str, offset: usize) -> Option<Directive> {
    let marker = "kvspec:";
    let mut from = 0;
    while let Some(found) = comment[from..].find(marker) {
        let start = from + found;
        from = start + marker.len();
        let is_word = comment[..start]
            .chars()
            .next_back()
            .is_none_or(|c| c.is_whitespace() || "#/*-!;".contains(c));
        let rest = comment[from..].trim_start_matches([' ', '\t']);
        let behind = rest.strip_prefix("ignore").filter(|behind| {
            is_word && !behind.starts_with(|c: char| c.is_alphanumeric() || "-_".contains(c))
        });
        if let Some(behind) = behind {
            return Some(list(behind, offset + comment.len() - behind.len()));
        }
    }
    None
}

impl Directive {
    /// Whether it names no code although it has brackets, and so puts nothing off.
    pub(crate) const fn is_idle(&self) -> bool {
        self.has_list && self.codes.is_empty()
    }

    /// The comment at that place, with what it covers; nothing, if it is idle.
    pub(crate) fn covering(self, span: Range<usize>, covers: Option<Range<usize>>) -> Ignore {
        let covers = covers.filter(|_| !self.is_idle());
        Ignore {
            covers: covers.unwrap_or(span.end..span.end),
            span,
            codes: self.codes,
        }
    }
}

/// The list that may follow the word. One without a closing bracket ends with its line.
fn list(behind: &str, offset: usize) -> Directive {
    let inner = behind.trim_start_matches([' ', '\t']);
    let Some(inner) = inner.strip_prefix('[') else {
        return Directive {
            codes: Vec::new(),
            has_list: false,
        };
    };
    let mut at = offset + behind.len() - inner.len();
    let end = inner.find([']', '\n']).unwrap_or(inner.len());
    let mut codes = Vec::new();
    for piece in inner[..end].split(',') {
        let code = piece.trim();
        if !code.is_empty() {
            let start = at + (piece.len() - piece.trim_start().len());
            codes.push((code.to_owned(), start..start + code.len()));
        }
        at += piece.len() + 1;
    }
    Directive {
        codes,
        has_list: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_places() {
        let text = "x # 说 kvspec: ignore[ open-whitelist,short-window ] because";
        let start = text.find('#').expect("there");
        let found = directive(&text[start..], start).expect("a directive");
        let codes: Vec<_> = found
            .codes
            .iter()
            .map(|(code, at)| (code.as_str(), &text[at.clone()]))
            .collect();
        assert_eq!(
            codes,
            [
                ("open-whitelist", "open-whitelist"),
                ("short-window", "short-window")
            ]
        );
        assert!(found.has_list);
    }

    #[test]
    fn what_is_none_is_none() {
        for text in [
            "# kvspec",
            "# kvspec: ignored",
            "# mykvspec: ignore",
            "",
            "# ignore",
        ] {
            assert_eq!(directive(text, 0), None, "{text}");
        }
        for text in [
            "#kvspec:ignore",
            "// kvspec: ignore",
            "/* kvspec: ignore */",
            "<!-- kvspec: ignore -->",
        ] {
            let found = directive(text, 0).expect(text);
            assert!(!found.has_list && found.codes.is_empty());
        }
        let empty = directive("# kvspec: ignore[]", 0).expect("one");
        assert!(empty.has_list && empty.codes.is_empty());
        let open = directive("# kvspec: ignore[a, b", 9).expect("one");
        assert_eq!(open.codes[1], ("b".to_owned(), 29..30));
    }
}
