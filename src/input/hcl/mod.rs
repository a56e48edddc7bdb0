//! Reader of HCL, the language of Terraform, that keeps places.
//!
//! The parser stops at the first mistake. So a text is split first, and each top-level block is
//! parsed by itself: what stands before and behind a broken one is still read.

mod scan;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use hcl_edit::Span as _;
use hcl_edit::parser::{Error, parse_body, parse_template};
use hcl_edit::structure::Body;
use hcl_edit::template::Template;

/// A text, split into its top-level blocks and attributes.
#[derive(Debug)]
pub(crate) struct Document<'t> {
    pub(crate) text: &'t str,
    /// In the order of the text.
    pub(crate) chunks: Vec<Chunk>,
    /// Where comments stand, with their marks.
    pub(crate) comments: Vec<Range<usize>>,
    /// Where characters stand that look like white space and are none.
    pub(crate) odd: Vec<Range<usize>>,
}

/// A top-level block or attribute, not yet parsed.
#[derive(Debug, Clone)]
pub(crate) struct Chunk {
    pub(crate) range: Range<usize>,
    /// What was wrong with it already when the text was split.
    problem: Option<Problem>,
}

/// Why something is not HCL, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) span: Range<usize>,
    /// A clause in English that begins with a small letter and has no full stop.
    pub(crate) message: String,
    /// The character that cannot stand there, where that is all.
    pub(crate) character: Option<char>,
}

/// A block or attribute that was parsed. Places in it count from [`Parsed::base`].
#[derive(Debug)]
pub(crate) struct Parsed {
    pub(crate) base: usize,
    pub(crate) body: Body,
}

/// So many names that a map has twice are read in one block.
const MAX_REPEATED: usize = 64;

impl<'t> Document<'t> {
    /// Splits a text.
    pub(crate) fn read(text: &'t str) -> Self {
        let scanned = scan::scan(text);
        Self {
            text,
            chunks: scanned.chunks,
            comments: scanned.comments,
            odd: scanned.odd,
        }
    }

    /// The first word of a chunk: `resource`, `variable`.
    pub(crate) fn keyword(&self, chunk: &Chunk) -> &'t str {
        let text = &self.text[chunk.range.clone()];
        let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-'));
        &text[..end.unwrap_or(text.len())]
    }

    /// Parses a chunk.
    pub(crate) fn parse(&self, chunk: &Chunk) -> Result<Parsed, Problem> {
        self.parse_with(chunk, &|_| false)
    }

    /// Parses a chunk, a block in which an argument may stand twice if its name is one of those
    /// that the closure lets through. All of them are kept, and the name of each is what stands at
    /// its place.
    pub(crate) fn parse_with(
        &self,
        chunk: &Chunk,
        may_repeat: &dyn Fn(&str) -> bool,
    ) -> Result<Parsed, Problem> {
        if let Some(problem) = &chunk.problem {
            return Err(problem.clone());
        }
        let mut text = Cow::Borrowed(&self.text[chunk.range.clone()]);
        // The first argument that stands twice, and where all of them do.
        let mut first_twice: Option<Problem> = None;
        let mut twice: Vec<usize> = Vec::new();
        for attempt in 0..=MAX_REPEATED {
            match parse_body(&text) {
                Ok(body) => {
                    // In a block within the block nobody would tell of it.
                    if let Some(problem) = first_twice.filter(|_| !are_direct(&body, &twice)) {
                        return Err(problem);
                    }
                    return Ok(Parsed {
                        base: chunk.range.start,
                        body,
                    });
                }
                Err(error) => {
                    let offset = error.location().offset();
                    let mut repeated = error.message().contains("redefined object key");
                    if error.message().contains("redefined attribute") {
                        let name = self.keyword(&Chunk {
                            range: chunk.range.start + offset..chunk.range.end,
                            problem: None,
                        });
                        repeated = may_repeat(name);
                        twice.push(offset);
                        first_twice.get_or_insert_with(|| self.problem(chunk, &error));
                    }
                    match renamed(&text, offset, attempt).filter(|_| repeated) {
                        Some(other) if attempt < MAX_REPEATED => text = Cow::Owned(other),
                        _ => return Err(self.problem(chunk, &error)),
                    }
                }
            }
        }
        Err(Problem {
            span: chunk.range.clone(),
            message: "a map in this block has the same names again and again".to_owned(),
            character: None,
        })
    }

    fn problem(&self, chunk: &Chunk, error: &Error) -> Problem {
        let text = &self.text[chunk.range.clone()];
        let mut offset = error.location().offset().min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let character = text[offset..].chars().next();
        let start = chunk.range.start + offset;
        let mut span = start..start + character.map_or(0, char::len_utf8);
        let said = error.message();
        let message = if said.contains("redefined") {
            let name = self.keyword(&Chunk {
                range: start..chunk.range.end,
                problem: None,
            });
            span.end = start + name.len();
            format!("`{name}` is set twice in one block")
        } else if said.contains("nested levels") {
            format!(
                "what stands here is nested more than {} levels deep",
                scan::MAX_DEPTH
            )
        } else if said.contains("escape sequence") {
            r#"the escape before this is none of `\n`, `\r`, `\t`, `\"`, `\\`, `\uNNNN`"#.to_owned()
        } else if said.contains("chained") {
            "more than 128 operators stand in a row".to_owned()
        } else {
            let found = match character {
                None => "the end of the block".to_owned(),
                Some('\n' | '\r') => "the end of the line".to_owned(),
                Some(other) => format!("`{other}`"),
            };
            format!("{found} stands where {} was expected", expected(said))
        };
        Problem {
            span,
            message,
            character: None,
        }
    }
}

/// Whether the arguments that begin at those places stand in a top-level block itself.
fn are_direct(body: &Body, places: &[usize]) -> bool {
    let attributes = body.blocks().flat_map(|block| block.body.attributes());
    let starts: HashSet<usize> = attributes
        .filter_map(|attribute| Some(attribute.key.span()?.start))
        .collect();
    places.iter().all(|place| starts.contains(place))
}

/// What the parser says it expected, for people.
fn expected(said: &str) -> &str {
    let label = said
        .strip_prefix("invalid ")
        .and_then(|said| said.split_once(';'))
        .map(|(label, _)| label);
    match label {
        Some("expression") => "a value",
        Some("structure") => "`=` or `{` behind a name",
        Some("block body") => "`}` or an argument on a line of its own",
        Some("traversal operator") => "a name behind the dot",
        _ => match said.split_once("expected ") {
            Some((before, rest)) if !before.ends_with("un") => {
                rest.split(';').next().unwrap_or(rest)
            }
            _ => "something else",
        },
    }
}

/// Terraform lets a map have a name twice, and the last one holds; the parser does not. So the
/// second one gets another name of the same length in the copy that is parsed: names are read
/// from the text itself, by their places.
fn renamed(text: &str, offset: usize, attempt: usize) -> Option<String> {
    let rest = text.get(offset..)?;
    let is_quoted = rest.starts_with('"');
    let start = offset + usize::from(is_quoted);
    let inner = text.get(start..)?;
    let length = if is_quoted {
        inner.find('"')?
    } else {
        inner.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-'))?
    };
    let name = &inner[..length];
    if name.is_empty() || name.contains(['\\', '$', '%']) {
        return None;
    }
    let letter = |number: usize| char::from(b'A' + u8::try_from(number % 26).unwrap_or(0));
    let mut fresh: String = match length {
        1 => letter(attempt).to_string(),
        _ => format!("{}{}", letter(attempt / 26), letter(attempt)),
    };
    while fresh.len() < length {
        fresh.push('_');
    }
    let mut other = text.to_owned();
    other.replace_range(start..start + length, &fresh);
    Some(other)
}

/// Reads a text with interpolations that does not stand in HCL. Nothing, if it cannot be read.
pub(crate) fn template(text: &str) -> Option<Template> {
    scan::is_sound_template(text)
        .then(|| parse_template(text).ok())
        .flatten()
}

/// A number as Terraform sends it: `7.0` is `7`, `1e3` is `1000`.
pub(crate) fn number(literal: &str) -> String {
    let literal: String = literal.chars().filter(|c| !c.is_whitespace()).collect();
    let (sign, unsigned) = match literal.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", literal.as_str()),
    };
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()),
        None => (unsigned, Some(0)),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let Some(exponent) = exponent.filter(|exponent| exponent.unsigned_abs() <= 400) else {
        return literal;
    };
    let digits = format!("{whole}{fraction}");
    let point = i32::try_from(whole.len()).unwrap_or(0) + exponent;
    let (whole, fraction) = match usize::try_from(point) {
        Ok(point) if point < digits.len() => {
            (digits[..point].to_owned(), digits[point..].to_owned())
        }
        Ok(point) => (
            format!("{digits}{}", "0".repeat(point - digits.len())),
            String::new(),
        ),
        Err(_) => (
            String::new(),
            format!("{}{digits}", "0".repeat(point.unsigned_abs() as usize)),
        ),
    };
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    match (whole, fraction) {
        ("0", "") => "0".to_owned(),
        (_, "") => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{fraction}"),
    }
}
