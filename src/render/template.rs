//! Findings that differ in nothing but their place, written once and filled in each time. What is
//! published has one description, in `report.rs`: a template is what serde writes of it, with
//! gaps.

use std::io;
use std::ops::Range;

use serde::{Serialize, Serializer};
use serde_json::ser::Formatter;

use super::line::write_fragment;
use crate::diagnostic::{Args, Diagnostic, Locale, Severity, Span};
use crate::profile::Citation;
use crate::report::{PublishedDiagnostic, PublishedSpan};

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
    let is_plain = |byte: u8| matches!(byte, b' ' | b'!' | b'#'..=b'[' | b']'..=b'~');
    if text
        .bytes()
        .fold(true, |plain, byte| plain & is_plain(byte))
    {
        out.push(b'"');
        out.extend_from_slice(text.as_bytes());
        out.push(b'"');
        return Ok(());
    }
    write(out, &text)
}

/// The gaps of a finding.
const PATH: Gap = Gap(0);
const SPAN: Gap = Gap(1);
/// Those of a span.
const FIGURES: [Gap; 6] = [Gap(0), Gap(1), Gap(2), Gap(3), Gap(4), Gap(5)];
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
    spans: Spans,
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
    }
}

impl Findings {
    pub(super) const fn new(locale: Locale) -> Self {
        Self {
            locale,
            known: Vec::new(),
            spans: Spans::new(),
        }
    }

    pub(super) const fn locale(&self) -> Locale {
        self.locale
    }

    /// Says that a new line is written: nothing that was written before is there any more.
    pub(super) const fn begin(&mut self) {
        self.spans.last = None;
    }

    /// Appends a finding as JSON.
    pub(super) fn write(&mut self, out: &mut Vec<u8>, found: &Diagnostic) -> io::Result<()> {
        // What a fix changes lies somewhere else each time.
        if found.fix.is_some() {
            return write(out, &PublishedDiagnostic::new(found, self.locale));
        }
        let code = found.code as usize;
        if self.known.len() <= code {
            self.known.resize_with(code + 1, Vec::new);
        }
        let mut akin = 0;
        for known in &self.known[code] {
            if known.is_akin(found) {
                if known.is_same(found) {
                    return self.spans.fill(&known.template, out, found);
                }
                akin += 1;
            }
        }
        if akin >= MOST_OF_A_ROW {
            return write(out, &PublishedDiagnostic::new(found, self.locale));
        }
        let published = PublishedDiagnostic::placed(found, self.locale, PATH, |_| SPAN);
        let template = Template::of(&published)?;
        self.spans.fill(&template, out, found)?;
        if template.text.len() <= LONGEST_KEPT {
            self.known[code].push(Known {
                severity: found.severity,
                parameter: found.parameter,
                provider_code: found.provider_code,
                args: found.args.clone(),
                source: found.source,
                has_span: found.span.is_some(),
                template,
            });
        }
        Ok(())
    }
}

/// Writes spans. Often several findings of an order have the same: the brace where something is
/// missing.
#[derive(Debug)]
struct Spans {
    template: Option<Template>,
    /// The last one, and where it was written.
    last: Option<(Span, Range<usize>)>,
}

impl Spans {
    const fn new() -> Self {
        Self {
            template: None,
            last: None,
        }
    }

    /// Appends a finding.
    fn fill(&mut self, template: &Template, out: &mut Vec<u8>, found: &Diagnostic) -> io::Result<()> {
        template.fill(out, |out, gap| match (gap, found.span) {
            (1, Some(span)) => self.write(out, span),
            _ => write_string(out, &found.path),
        })
    }

    fn write(&mut self, out: &mut Vec<u8>, span: Span) -> io::Result<()> {
        if let Some((last, place)) = &self.last
            && *last == span
        {
            out.extend_from_within(place.clone());
            return Ok(());
        }
        let start = out.len();
        let template = match &self.template {
            Some(template) => template,
            None => self
                .template
                .insert(Template::of(&PublishedSpan::of(FIGURES))?),
        };
        let figures = span.figures();
        template.fill(out, |out, gap| {
            write_number(out, figures[usize::from(gap)]);
            Ok(())
        })?;
        self.last = Some((span, start..out.len()));
        Ok(())
    }
}
