//! JSON text as the tree that YAML gives.

use std::ops::Range;

use super::{Kind, Node, Pair, Problem, whole};
use crate::input::item::Written;
use crate::input::json::{JsonError, Scanner, Walker, decode};
use crate::input::{DEFAULT_MAX_DEPTH, JsonKind};
use crate::words::Locale;

/// The tree of a text that is one JSON document.
pub(crate) fn json(text: &str) -> Result<Node<'_>, Problem> {
    let document = Scanner::document(text, DEFAULT_MAX_DEPTH);
    let node = document.and_then(|slice| node(text, slice));
    node.map_err(|error| problem(text, error))
}

/// The trees of a text of JSON documents, one behind the other, as in NDJSON.
pub(crate) fn json_documents(text: &str) -> Result<Vec<Node<'_>>, Problem> {
    let mut scanner = Scanner::new(text, DEFAULT_MAX_DEPTH);
    let mut nodes = Vec::new();
    loop {
        let next = scanner.value().and_then(|slice| node(text, slice));
        nodes.push(next.map_err(|error| problem(text, error))?);
        if scanner.end().is_ok() {
            return Ok(nodes);
        }
    }
}

fn problem(text: &str, JsonError { offset, problem }: JsonError) -> Problem {
    Problem::at(text, offset, problem.text(Locale::En))
}

/// The tree of a slice that was checked.
fn node<'t>(text: &'t str, slice: &'t str) -> Result<Node<'t>, JsonError> {
    let span = place(text, slice);
    let kind = JsonKind::of_first_byte(slice.as_bytes().first().copied().unwrap_or(b'n'));
    let kind = match kind {
        JsonKind::Null => Kind::Null,
        JsonKind::Boolean => Kind::Boolean(slice == "true"),
        JsonKind::Number => Kind::Number(slice.into()),
        JsonKind::String => Kind::Text(decode(slice)),
        JsonKind::Array => {
            let mut elements = Vec::new();
            let mut walker = Walker::over(slice);
            while let Some((_, value)) = walker.next()? {
                elements.push(node(text, value)?);
            }
            Kind::List(elements)
        }
        JsonKind::Object => {
            let mut pairs = Vec::new();
            let mut walker = Walker::over(slice);
            while let Some((name, value)) = walker.next()? {
                let key = place(text, name);
                let value = node(text, value)?;
                pairs.push(Pair {
                    name: decode(name),
                    whole: whole::with_comma(text, key.start, value.span.end),
                    key,
                    value,
                });
            }
            Kind::Map(pairs)
        }
    };
    Ok(Node::new(kind, span, Written::Json))
}

/// Where a slice stands in the text of which it is one.
fn place(text: &str, slice: &str) -> Range<usize> {
    let start = slice.as_ptr().addr() - text.as_ptr().addr();
    start..start + slice.len()
}
