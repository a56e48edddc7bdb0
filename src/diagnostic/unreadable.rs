//! Findings about a text that is not what it claims to be.

use super::{Arg, Args, Code, Diagnostic, LineIndex, Severity, Span, Term, Text};

/// The format that a text claims to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Json,
    Query,
    Xml,
}

/// What bytes are that are no UTF-8, and where they cease to be.
pub(crate) fn not_utf8(bytes: &[u8], line: usize, offset: usize) -> (Term, Span) {
    let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let before = std::str::from_utf8(&bytes[..valid]).unwrap_or_default();
    let is_utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let problem = if is_utf16 {
        Term::Utf16
    } else {
        Term::InvalidUtf8
    };
    let start = LineIndex::within(before, line, offset).position(before, valid);
    let mut end = start;
    end.offset += usize::from(valid < bytes.len());
    end.column += usize::from(valid < bytes.len());
    (problem, Span { start, end })
}

/// The finding for a text that cannot be read.
pub(crate) fn syntax(format: Format, problem: Term) -> Diagnostic {
    let format = match format {
        Format::Json => Term::JsonFormat,
        Format::Query => Term::QueryFormat,
        Format::Xml => Term::XmlFormat,
    };
    bare(
        Code::Syntax,
        [
            ("format", Arg::Term(format)),
            ("problem", Arg::Term(problem)),
        ]
        .into(),
    )
}

pub(crate) fn not_an_object(found: Term) -> Diagnostic {
    bare(
        Code::TypeMismatch,
        [
            ("expected", Arg::Term(Term::Object)),
            ("found", Arg::Term(found)),
        ]
        .into(),
    )
}

pub(crate) fn bare(code: Code, args: Args) -> Diagnostic {
    Diagnostic {
        code,
        severity: Severity::Error,
        path: Text::new(),
        parameter: None,
        args,
        span: None,
        fix: None,
        provider_code: None,
        source: None,
        reason: None,
        origin: None,
    }
}

/// The character at an offset, or nothing at the end of the text.
pub(crate) fn mark(text: &str, offset: usize) -> std::ops::Range<usize> {
    let mut start = offset.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let length = text[start..].chars().next().map_or(0, char::len_utf8);
    start..start + length
}
