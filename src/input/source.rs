//! From a slice of text to its place in what the user wrote, through every layer of quoting.

use std::cell::OnceCell;
use std::ops::Range;

use super::json;
use super::query::percent_encode;

/// How an inner text is written into an outer one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// As a JSON string literal, quotes included.
    JsonString,
    /// Percent-encoded, as a value of a query string.
    Percent,
}

/// A text whose slices can be located: what the user wrote, or a text that stands quoted in it.
#[derive(Debug)]
pub(crate) struct Source<'a> {
    text: &'a str,
    outer: Option<Outer<'a>>,
    is_fields: bool,
}

#[derive(Debug)]
struct Outer<'a> {
    source: &'a Source<'a>,
    /// The slice of the outer text that holds the inner one.
    raw: &'a str,
    encoding: Encoding,
    /// For each place where the inner and the outer text drift apart: the inner offset behind
    /// it, and the outer offset there.
    steps: OnceCell<Vec<(usize, usize)>>,
}

impl<'a> Source<'a> {
    /// What the user wrote.
    pub(crate) const fn new(text: &'a str) -> Self {
        Self {
            text,
            outer: None,
            is_fields: false,
        }
    }

    /// Packed fields: their slices have an order, which is that of the findings.
    pub(crate) const fn fields(text: &'a str) -> Self {
        Self {
            text,
            outer: None,
            is_fields: true,
        }
    }

    /// Whether nobody wrote this text, so that no place in it means anything to anybody.
    pub(crate) const fn is_fields(&self) -> bool {
        self.is_fields
    }

    /// A text that stands quoted in another one.
    pub(crate) const fn quoted(
        text: &'a str,
        raw: &'a str,
        encoding: Encoding,
        source: &'a Source<'a>,
    ) -> Self {
        Self {
            text,
            outer: Some(Outer {
                source,
                raw,
                encoding,
                steps: OnceCell::new(),
            }),
            is_fields: false,
        }
    }

    /// Where a slice of this text stands in what the user wrote, in bytes.
    pub(crate) fn locate(&self, slice: &str) -> Option<Range<usize>> {
        let start = slice
            .as_ptr()
            .addr()
            .checked_sub(self.text.as_ptr().addr())?;
        let end = start + slice.len();
        if end > self.text.len() {
            return None;
        }
        self.outward(start..end)
    }

    fn outward(&self, range: Range<usize>) -> Option<Range<usize>> {
        let Some(outer) = &self.outer else {
            return Some(range);
        };
        let base = outer
            .raw
            .as_ptr()
            .addr()
            .checked_sub(outer.source.text.as_ptr().addr())?;
        let steps = outer.steps.get_or_init(|| steps(outer.raw, outer.encoding));
        let map = |inner: usize| {
            let step = steps.partition_point(|(at, _)| *at <= inner);
            let (from, to) = steps[step - 1];
            base + to + (inner - from)
        };
        outer.source.outward(map(range.start)..map(range.end))
    }

    /// A new piece of this text as it has to be written into what the user wrote.
    pub(crate) fn encode(&self, text: &str) -> String {
        let Some(outer) = &self.outer else {
            return text.to_owned();
        };
        let inner = match outer.encoding {
            Encoding::JsonString => json::encode(text),
            Encoding::Percent => percent_encode(text),
        };
        outer.source.encode(&inner)
    }

    /// The text itself.
    pub(crate) const fn text(&self) -> &'a str {
        self.text
    }
}

fn steps(raw: &str, encoding: Encoding) -> Vec<(usize, usize)> {
    let bytes = raw.as_bytes();
    let mut outer = usize::from(encoding == Encoding::JsonString);
    let mut inner = 0;
    let mut steps = vec![(inner, outer)];
    while outer < bytes.len() {
        match (bytes[outer], encoding) {
            (b'\\', Encoding::JsonString) => {
                let (character, length) = json::escaped(&raw[outer..]);
                outer += length;
                inner += character.len_utf8();
                steps.push((inner, outer));
            }
            (b'%', Encoding::Percent) => {
                outer += 3;
                inner += 1;
                steps.push((inner, outer));
            }
            _ => {
                outer += 1;
                inner += 1;
            }
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_are_found_through_two_layers() {
        let inner = r#"[{"名":"a\"b"}]"#;
        let literal = serde_json::Value::from(inner).to_string();
        let text = format!("x=1&y={}", percent_encode(&literal));
        let root = Source::new(&text);
        let raw = &text[6..];
        let query = Source::quoted(&literal, raw, Encoding::Percent, &root);
        let json = Source::quoted(inner, &literal, Encoding::JsonString, &query);
        let slice = &inner[inner.find("名").expect("there")..][..3];
        let range = json.locate(slice).expect("a slice of it");
        assert_eq!(&text[range], "%E5%90%8D");
        assert_eq!(json.encode("\""), "%5C%22");
        assert_eq!(root.locate("elsewhere"), None);
    }
}
