//! Findings that differ in nothing but their place, written once and filled in each time. What is
//! published has one description, in `report.rs`: a template is what serde writes of it, with
//! gaps.

use std::io;
use std::ops::Range;

use serde::{Serialize, Serializer};
use serde_json::ser::Formatter;

use super::line::write_fragment;
use crate::diagnostic::{Args, Diagnostic, Fix, Locale, Position, Severity, Span};
use crate::input::is_plain;
use crate::profile::Citation;
use crate::report::PublishedDiagnostic;

/// Something that is filled in later.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gap(pub(super) u8);

impl Serialize for Gap {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.0)
    }
}

/// Writes JSON on one line. A gap, which nothing else in what is published looks like to serde,
/// becomes a control character, of which JSON has none.
struct WithGaps;

impl Formatter for WithGaps {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        write_fragment(out, fragment)
    }

    fn write_u8<W: ?Sized + io::Write>(&mut self, out: &mut W, gap: u8) -> io::Result<()> {
        out.write_all(&[gap])
    }
}

/// Appends JSON on one line.
fn write(out: &mut Vec<u8>, value: &impl Serialize) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(out, WithGaps);
    Ok(value.serialize(&mut serializer)?)
}

/// JSON with gaps.
#[derive(Debug)]
pub(super) struct Template {
    text: Vec<u8>,
    /// Where the gaps are, and which.
    gaps: Vec<(usize, u8)>,
}

impl Template {
    pub(super) fn of(value: &impl Serialize) -> io::Result<Self> {
        let mut written = Vec::new();
        write(&mut written, value)?;
        let mut text = Vec::with_capacity(written.len());
        let mut gaps = Vec::new();
        for byte in written {
            if byte < b' ' {
                gaps.push((text.len(), byte));
            } else {
                text.push(byte);
            }
        }
        Ok(Self { text, gaps })
    }

    /// Appends the text, with what `fill` appends for each gap.
    pub(super) fn fill(
        &self,
        out: &mut Vec<u8>,
        mut fill: impl FnMut(&mut Vec<u8>, u8) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut done = 0;
        for (at, gap) in &self.gaps {
            out.extend_from_slice(&self.text[done..*at]);
            fill(out, *gap)?;
            done = *at;
        }
        out.extend_from_slice(&self.text[done..]);
        Ok(())
    }
}

/// Appends a whole number.
pub(super) fn write_number(out: &mut Vec<u8>, number: usize) {
    out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// Appends a string.
fn write_string(out: &mut Vec<u8>, text: &str) -> io::Result<()> {
    if !text.is_ascii() || !is_plain(text) || text.contains('\u{7f}') {
        return write(out, &text);
    }
    out.reserve(text.len() + 2);
    out.push(b'"');
    out.extend_from_slice(text.as_bytes());
    out.push(b'"');
    Ok(())
}

/// The gaps of a finding: its path, its span, and behind them the figures of its edits.
const PATH: Gap = Gap(0);
const SPAN: Gap = Gap(1);
const EDITS: u8 = 2;
/// For so many edits of a fix there are gaps.
const MOST_EDITS: usize = 8;
/// Of a row so many findings are known that say different things.
const MOST_OF_A_ROW: usize = 4;
/// A longer one is not kept.
const LONGEST_KEPT: usize = 4096;

/// Writes findings, and remembers those that may come again.
#[derive(Debug)]
pub(super) struct Findings {
    locale: Locale,
    /// For each code the findings of its that were met, a few for each row of the tables.
    known: Vec<Vec<Known>>,
    /// The last span of this line, and where it was written: often several findings have the same,
    /// which is the brace where something is missing.
    span: Option<(Span, Range<usize>)>,
}

/// A finding that was met, but for its place.
#[derive(Debug)]
struct Known {
    severity: Severity,
    parameter: Option<&'static str>,
    provider_code: Option<&'static str>,
    args: Args,
    source: Option<&'static Citation>,
    has_span: bool,
    fix: Option<Box<Fix>>,
    template: Template,
}

impl Known {
    /// Whether another finding comes from the same row.
    fn is_akin(&self, found: &Diagnostic) -> bool {
        match (self.source, found.source) {
            (Some(known), Some(source)) => std::ptr::eq(known, source),
            (None, None) => true,
            _ => false,
        }
    }

    /// Whether a finding of the same row says the same.
    fn is_same(&self, found: &Diagnostic) -> bool {
        self.severity == found.severity
            && self.has_span == found.span.is_some()
            && self.parameter == found.parameter
            && self.provider_code == found.provider_code
            && self.args == found.args
            && match (&self.fix, &found.fix) {
                (None, None) => true,
                (Some(known), Some(fix)) => known.is_alike(fix, &found.path),
                _ => false,
            }
    }
}

impl Findings {
    pub(super) const fn new(locale: Locale) -> Self {
        Self {
            locale,
            known: Vec::new(),
            span: None,
        }
    }

    pub(super) const fn locale(&self) -> Locale {
        self.locale
    }

    /// Says that a new line is written: what was written before may not be there any more.
    pub(super) fn begin(&mut self) {
        self.span = None;
    }

    /// Appends a finding as JSON.
    pub(super) fn write(&mut self, out: &mut Vec<u8>, found: &Diagnostic) -> io::Result<()> {
        let code = found.code as usize;
        if self.known.len() <= code {
            self.known.resize_with(code + 1, Vec::new);
        }
        let mut akin = 0;
        for known in &self.known[code] {
            if known.is_akin(found) {
                if known.is_same(found) {
                    return fill(&known.template, &mut self.span, out, found);
                }
                akin += 1;
            }
        }
        if akin < MOST_OF_A_ROW && can_be_filled(found) {
            self.remember(out, found)
        } else {
            write(out, &PublishedDiagnostic::new(found, self.locale))
        }
    }

    /// Appends a finding of which the next one may differ in nothing but its place.
    #[cold]
    fn remember(&mut self, out: &mut Vec<u8>, found: &Diagnostic) -> io::Result<()> {
        let gap = |index: usize| Gap(u8::try_from(index).map_or(u8::MAX, |index| EDITS + index));
        let published = PublishedDiagnostic::placed(
            found,
            self.locale,
            PATH,
            |_| SPAN,
            |index, _| (gap(2 * index), gap(2 * index + 1)),
        );
        let template = Template::of(&published)?;
        fill(&template, &mut self.span, out, found)?;
        if template.text.len() <= LONGEST_KEPT {
            self.known[found.code as usize].push(Known {
                severity: found.severity,
                parameter: found.parameter,
                provider_code: found.provider_code,
                args: found.args.clone(),
                source: found.source,
                has_span: found.span.is_some(),
                fix: found.fix.clone(),
                template,
            });
        }
        Ok(())
    }
}

/// Whether all that is its own are gaps in what is written of it.
fn can_be_filled(found: &Diagnostic) -> bool {
    let fix = found.fix.as_ref();
    fix.is_none_or(|fix| fix.is_in_place(&found.path) && fix.edits.len() <= MOST_EDITS)
}

fn fill(
    template: &Template,
    last: &mut Option<(Span, Range<usize>)>,
    out: &mut Vec<u8>,
    found: &Diagnostic,
) -> io::Result<()> {
    template.fill(out, |out, gap| match (gap.checked_sub(EDITS), found.span) {
        (None, Some(span)) if gap == SPAN.0 => {
            match last {
                Some((last, place)) if *last == span => out.extend_from_within(place.clone()),
                _ => {
                    let start = out.len();
                    write_span(out, span);
                    *last = Some((span, start..out.len()));
                }
            }
            Ok(())
        }
        (None, _) => write_string(out, &found.path),
        (Some(figure), _) => {
            let edits = found.fix.as_ref().map_or(&[][..], |fix| &fix.edits);
            if let Some(edit) = edits.get(usize::from(figure / 2)) {
                let figures = [edit.start, edit.end];
                write_number(out, figures[usize::from(figure % 2)]);
            }
            Ok(())
        }
    })
}

/// Appends a span: in a report in which nearly all is known beforehand this is most of the work.
fn write_span(out: &mut Vec<u8>, span: Span) {
    out.extend_from_slice(b"{\"start\":");
    write_place(out, span.start);
    out.extend_from_slice(b",\"end\":");
    write_place(out, span.end);
    out.push(b'}');
}

fn write_place(out: &mut Vec<u8>, place: Position) {
    out.extend_from_slice(b"{\"offset\":");
    write_number(out, place.offset);
    out.extend_from_slice(b",\"line\":");
    write_number(out, place.line);
    out.extend_from_slice(b",\"column\":");
    write_number(out, place.column);
    out.push(b'}');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::PublishedSpan;
    use proptest::prelude::*;

    fn place() -> impl Strategy<Value = Position> {
        let figure = || prop_oneof![0..100_usize, 0..20_000_usize, any::<usize>()];
        [figure(), figure(), figure()].prop_map(|[offset, line, column]| Position {
            offset,
            line,
            column,
        })
    }

    proptest! {
        /// The description of what is published is `PublishedSpan`.
        #[test]
        fn spans_are_those_that_serde_writes(start in place(), end in place()) {
            let span = Span { start, end };
            let mut ours = Vec::new();
            write_span(&mut ours, span);
            let theirs = serde_json::to_string(&PublishedSpan::of(span.figures()));
            prop_assert_eq!(String::from_utf8(ours).ok(), theirs.ok());
        }
    }
}
