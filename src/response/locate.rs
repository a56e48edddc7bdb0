//! Where a JSON Pointer's value stands in a request, through every layer of quoting.

use std::ops::Range;

use crate::input::InputFormat;
use crate::input::{DEFAULT_MAX_DEPTH, Encoding, JsonKind, Node, Source, json, parse_query};

/// Where the value stands that a JSON Pointer names; nothing where there is none, or where the
/// text cannot be read.
pub(super) fn locate(text: &str, pointer: &str) -> Option<Range<usize>> {
    let source = Source::new(text);
    let segments: Vec<String> = pointer
        .split('/')
        .skip(1)
        .map(|segment| segment.replace("~1", "/").replace("~0", "~"))
        .collect();
    if InputFormat::of(text) != InputFormat::Query {
        let raw = json::Scanner::document(text, DEFAULT_MAX_DEPTH).ok()?;
        return within(raw, &segments, &source);
    }
    let (_, pairs) = parse_query(text).ok()?;
    let (name, rest) = segments.split_first()?;
    let pair = pairs.iter().rev().find(|pair| pair.name == name.as_str())?;
    if rest.is_empty() {
        return source.locate(pair.raw_value);
    }
    let source = Source::quoted(&pair.value, pair.raw_value, Encoding::Percent, &source);
    let raw = json::Scanner::document(&pair.value, DEFAULT_MAX_DEPTH).ok()?;
    within(raw, rest, &source)
}

fn within(raw: &str, segments: &[String], source: &Source<'_>) -> Option<Range<usize>> {
    let Some((name, rest)) = segments.split_first() else {
        return source.locate(raw);
    };
    let node = Node::Json(raw);
    if node.kind() == JsonKind::String {
        let text = node.text();
        let inner = Source::quoted(&text, raw, Encoding::JsonString, source);
        let raw = json::Scanner::document(&text, DEFAULT_MAX_DEPTH).ok()?;
        return matches!(Node::Json(raw).kind(), JsonKind::Object | JsonKind::Array)
            .then(|| within(raw, segments, &inner))?;
    }
    let child = if node.kind() == JsonKind::Array {
        node.children().nth(name.parse().ok()?)
    } else {
        // Of a repeated name the last one counts.
        node.children().filter(|(known, _, _)| known == name).last()
    };
    match child?.2 {
        Node::Json(value) => within(value, rest, source),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_in_json_in_strings_and_in_queries() {
        let shown = |text: &str, pointer: &str| locate(text, pointer).map(|at| text[at].to_owned());
        let json = r#"{"A": 1, "A": [2, {"b/c": "x"}], "I": "[{\"P\": \"1\"}]"}"#;
        assert_eq!(shown(json, "/A/0").as_deref(), Some("2"));
        assert_eq!(shown(json, "/A/1/b~1c").as_deref(), Some("\"x\""));
        assert_eq!(shown(json, "/I/0/P").as_deref(), Some(r#"\"1\""#));
        assert_eq!(shown(json, "").as_deref(), Some(json));
        for nothing in ["/B", "/A/7", "/A/x", "/I/0/P/q", "/I/0/Q"] {
            assert_eq!(shown(json, nothing), None, "{nothing}");
        }
        let query = "Action=X&I=%5B%7B%22P%22%3A1%7D%5D&Z=9";
        assert_eq!(shown(query, "/Z").as_deref(), Some("9"));
        assert_eq!(shown(query, "/I/0/P").as_deref(), Some("1"));
        assert_eq!(shown("{", "/A"), None);
    }
}
