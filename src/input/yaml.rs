//! A YAML reader that keeps places: trees of values, in which every value, name and tag has the
//! stretch of text it was written as. JSON text gives the same trees.
//!
//! Aliases and merge keys are followed, as far as that does not blow a small file up.

mod build;
mod from_json;
mod merge;
mod offsets;
mod scalar;
#[cfg(test)]
mod tests;
mod whole;

use std::borrow::Cow;
use std::ops::Range;

use super::item::Written;

pub(crate) use build::document;
pub(crate) use from_json::{json, json_documents};

/// The deepest nesting that is read.
const MAX_DEPTH: usize = 128;

/// How many values aliases may add to those that are written. A stretch of 64 bytes in a text
/// counts as one more.
const MAX_ALIASED: usize = 200_000;

/// A value with its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node<'t> {
    /// What it is.
    pub(crate) kind: Kind<'t>,
    /// Its local tag without the exclamation mark, as in `!Ref x`. A scalar that has one is a
    /// text, whatever it looks like.
    pub(crate) tag: Option<Box<str>>,
    /// Where it stands, without tag and anchor.
    pub(crate) span: Range<usize>,
    /// How it is written, which for a list or map is how a scalar could be.
    pub(crate) written: Written,
    /// The alias through which it came.
    pub(crate) alias: Option<Box<Alias>>,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kind<'t> {
    /// `null`, `~`, or nothing at all.
    Null,
    /// `true` or `false`; `yes` and `no` are texts.
    Boolean(bool),
    /// A number, as YAML understands it: `7.0` is `7`.
    Number(Box<str>),
    /// A text.
    Text(Cow<'t, str>),
    /// A sequence.
    List(Vec<Node<'t>>),
    /// A mapping. A name may come twice.
    Map(Vec<Pair<'t>>),
}

/// A member of a mapping.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Pair<'t> {
    /// Its name; of a name that is no scalar, the text it was written as.
    pub(crate) name: Cow<'t, str>,
    /// Where its name stands, with its quotes.
    pub(crate) key: Range<usize>,
    /// What would have to be cut to take it out; empty where that cannot be done safely.
    pub(crate) whole: Range<usize>,
    /// Its value.
    pub(crate) value: Node<'t>,
}

/// An alias or merge key that was followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Alias {
    /// As written, with the asterisk.
    pub(crate) name: String,
    /// Where it stands.
    pub(crate) at: Range<usize>,
}

/// Why a text cannot be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    /// What is wrong, in English.
    pub(crate) text: String,
    /// The character at which it was noticed.
    pub(crate) at: Range<usize>,
}

/// A document of a file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Document<'t> {
    /// What it holds, or why it cannot be read.
    pub(crate) root: Result<Node<'t>, Problem>,
    /// Where its scalars stand, as far as it was read, in their order: what looks like a comment
    /// in one of them is none.
    pub(crate) scalars: Vec<(Range<usize>, Written)>,
}

impl<'t> Node<'t> {
    pub(crate) const fn new(kind: Kind<'t>, span: Range<usize>, written: Written) -> Self {
        Self {
            kind,
            tag: None,
            span,
            written,
            alias: None,
        }
    }

    /// Its members, if it is a mapping without a tag.
    pub(crate) fn members(&self) -> Option<&[Pair<'t>]> {
        match &self.kind {
            Kind::Map(pairs) if self.tag.is_none() => Some(pairs),
            _ => None,
        }
    }

    /// The member of that name; of several the last, which is the one that tools take.
    pub(crate) fn member(&self, name: &str) -> Option<&Pair<'t>> {
        let pairs = self.members()?;
        pairs.iter().rev().find(|pair| pair.name == name)
    }

    /// The value of the member of that name.
    pub(crate) fn value(&self, name: &str) -> Option<&Self> {
        self.member(name).map(|pair| &pair.value)
    }

    /// Its text, if it is one without a tag.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) if self.tag.is_none() => Some(text),
            _ => None,
        }
    }

    /// Its elements, if it is a sequence, tagged or not.
    pub(crate) fn elements(&self) -> Option<&[Self]> {
        match &self.kind {
            Kind::List(elements) => Some(elements),
            _ => None,
        }
    }
}

impl Problem {
    /// A problem with the character at that place.
    pub(crate) fn at(text: &str, at: usize, problem: &str) -> Self {
        let at = floor(text, at);
        let length = text[at..].chars().next().map_or(0, char::len_utf8);
        // The parser has a limit of its own, which it tells in its own terms.
        let problem = if problem.contains("recursion limit") {
            format!("nesting goes deeper than {MAX_DEPTH} levels")
        } else {
            problem.to_owned()
        };
        Self {
            text: problem,
            at: at..at + length,
        }
    }
}

/// The last place not behind this one that lies between characters.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Where the documents of a file stand, each with its directives. A line that begins with `---`
/// begins a document wherever it stands, so that a broken document ends there.
pub(crate) fn documents(text: &str) -> Vec<Range<usize>> {
    let mut documents = Vec::new();
    let mut start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut at = start;
    // Only comments and directives so far.
    let mut is_head = true;
    for line in text[start..].split_inclusive('\n') {
        let end = at + line.len();
        if is_marker(line, "---") {
            if !is_head {
                documents.push(start..at);
                start = at;
            }
            is_head = false;
        } else if is_marker(line, "...") {
            documents.push(start..end);
            start = end;
            is_head = true;
        } else {
            let line = line.trim();
            is_head &= line.is_empty() || line.starts_with(['#', '%']);
        }
        at = end;
    }
    documents.push(start..at);
    documents
}

/// Whether a line is the marker, alone or with something behind it.
fn is_marker(line: &str, marker: &str) -> bool {
    line.strip_prefix(marker)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\r', '\n']))
}
