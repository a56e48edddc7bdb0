//! JSON for programs that split text into lines.

use std::fmt::Write as _;
use std::io;

use serde::Serialize;
use serde_json::ser::{CharEscape, Formatter, PrettyFormatter, Serializer};

use super::disturbs;

/// Escapes the characters that JSON itself allows in strings, and that do more to a program or a
/// terminal than to be shown: those that end a line, other controls, and those that turn the
/// direction of writing.
struct OneLine<F>(F);

/// Writes a piece of a string in which nothing else has to be escaped.
pub(crate) fn write_fragment<W: ?Sized + io::Write>(out: &mut W, fragment: &str) -> io::Result<()> {
    // They begin with one of three bytes that most texts do not have.
    let suspect = |byte: u8| matches!(byte, 0x7f | 0xc2 | 0xe2);
    if !fragment
        .bytes()
        .fold(false, |any, byte| any | suspect(byte))
    {
        return out.write_all(fragment.as_bytes());
    }
    let mut rest = fragment;
    while let Some(at) = rest.find(disturbs) {
        out.write_all(&rest.as_bytes()[..at])?;
        let mut after = rest[at..].chars();
        // None of them lies beyond U+FFFF.
        if let Some(found) = after.next() {
            write!(out, "\\u{:04x}", u32::from(found))?;
        }
        rest = after.as_str();
    }
    out.write_all(rest.as_bytes())
}

impl<F: Formatter> Formatter for OneLine<F> {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        write_fragment(out, fragment)
    }

    fn write_char_escape<W: ?Sized + io::Write>(
        &mut self,
        out: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        self.0.write_char_escape(out, escape)
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + io::Write>(
        &mut self,
        out: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + io::Write>(
        &mut self,
        out: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}

/// Writes a value as one line of JSON, with the line's end.
///
/// # Errors
///
/// Those of the writer.
pub fn write_line(out: &mut impl io::Write, value: &impl Serialize) -> io::Result<()> {
    write_value(out, value)?;
    out.write_all(b"\n")
}

/// Writes a value as JSON without a line's end.
pub(crate) fn write_value(out: &mut impl io::Write, value: &impl Serialize) -> io::Result<()> {
    let mut serializer =
        Serializer::with_formatter(&mut *out, OneLine(serde_json::ser::CompactFormatter));
    Ok(value.serialize(&mut serializer)?)
}

/// Writes a value as indented JSON, with a line's end.
///
/// # Errors
///
/// Those of the writer.
pub fn write_pretty(out: &mut impl io::Write, value: &impl Serialize) -> io::Result<()> {
    let mut serializer = Serializer::with_formatter(&mut *out, OneLine(PrettyFormatter::new()));
    value.serialize(&mut serializer)?;
    out.write_all(b"\n")
}

/// A value as indented JSON that a terminal may show: what does more there than to be shown, which
/// JSON itself allows in strings, is escaped.
pub(crate) fn pretty(value: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    let escaped = |c: char| disturbs(c) && c != '\n';
    if !text.contains(escaped) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if escaped(c) {
            // None of them lies beyond U+FFFF.
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn separators_are_escaped() {
        let mut out = Vec::new();
        write_line(&mut out, &["a\u{2028}b\u{85}\"\n"]).expect("a vector takes all");
        assert_eq!(out, b"[\"a\\u2028b\\u0085\\\"\\n\"]\n");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(values in proptest::collection::vec(any::<String>(), 0..4)) {
            for pretty in [false, true] {
                let mut out = Vec::new();
                let written = if pretty { write_pretty(&mut out, &values) } else { write_line(&mut out, &values) };
                written.expect("a vector takes all");
                let read: Vec<String> = serde_json::from_slice(&out).expect("JSON");
                prop_assert_eq!(&read, &values);
            }
        }
    }
}
