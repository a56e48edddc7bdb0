//! Comments that put findings off, in YAML: `# kvspec: ignore[code, code]`.

use std::cmp::Reverse;
use std::ops::Range;

use super::Ignore;
use super::ignore::directive;
use crate::input::item::Written;
use crate::input::yaml::{Kind, Node};

const MARK: &str = "kvspec:";

/// Where members and elements stand, in the order of the file, an outer one before its inner
/// ones.
struct Places(Vec<Range<usize>>);

/// The comments of a document that put findings off. What looks like one in a scalar is none.
pub(crate) fn directives(
    text: &str,
    part: Range<usize>,
    root: &Node<'_>,
    scalars: &[(Range<usize>, Written)],
) -> Vec<Ignore> {
    let mut ignores = Vec::new();
    if !text[part.clone()].contains(MARK) {
        return ignores;
    }
    let places = Places::of(root);
    let mut at = part.start;
    for line in text[part.clone()].split_inclusive('\n') {
        let start = at;
        at += line.len();
        if !line.contains(MARK) {
            continue;
        }
        let line = line.trim_end();
        let Some(comment) = comment(line, start, scalars) else {
            continue;
        };
        let Some(said) = directive(&text[comment..start + line.len()], comment) else {
            continue;
        };
        let is_alone = text[start..comment].trim().is_empty();
        let covers = if is_alone {
            places.of_next_line(text, at..part.end)
        } else {
            places.of_line(start, comment, text[start..comment].trim_end().len())
        };
        let span = comment..start + line.len();
        ignores.push(said.covering(span, covers));
    }
    ignores
}

/// Where the comment of a line begins.
fn comment(line: &str, start: usize, scalars: &[(Range<usize>, Written)]) -> Option<usize> {
    let is_comment = |at: &usize| {
        let is_free = line[..*at].is_empty() || line[..*at].ends_with([' ', '\t']);
        let place = start + at;
        let before = scalars.partition_point(|(span, _)| span.start <= place);
        let inside = before > 0 && scalars[before - 1].0.end > place;
        is_free && !inside
    };
    let marks = line.match_indices('#').map(|(at, _)| at);
    marks.into_iter().find(is_comment).map(|at| start + at)
}

impl Places {
    fn of(root: &Node<'_>) -> Self {
        let mut places = vec![root.span.clone()];
        collect(root, &mut places);
        places.sort_by_key(|place| (place.start, Reverse(place.end)));
        Self(places)
    }

    /// What a comment behind it stands at: what begins on its line, or else what ends there.
    fn of_line(&self, start: usize, comment: usize, length: usize) -> Option<Range<usize>> {
        let from = self.0.partition_point(|place| place.start < start);
        let first = self.0.get(from).filter(|place| place.start < comment);
        let Some(first) = first else {
            let before = self.0[..from].iter().rev().take(1_000);
            let last = start + length;
            return before.into_iter().find(|place| place.end >= last).cloned();
        };
        // `- a: 1`: the member, not the element.
        let same = self.0[from..]
            .iter()
            .take_while(|place| place.start == first.start);
        same.last().cloned()
    }

    /// What a comment on a line of its own stands at: what begins on the next line that holds
    /// something.
    fn of_next_line(&self, text: &str, rest: Range<usize>) -> Option<Range<usize>> {
        let mut at = rest.start;
        for line in text[rest].split_inclusive('\n') {
            let content = line.trim();
            if content.is_empty() || content.starts_with('#') {
                at += line.len();
                continue;
            }
            let from = self.0.partition_point(|place| place.start < at);
            let first = self.0.get(from)?;
            return (first.start < at + line.len()).then(|| first.clone());
        }
        None
    }
}

/// All members and elements below a node, but not what stands elsewhere.
fn collect(node: &Node<'_>, places: &mut Vec<Range<usize>>) {
    match &node.kind {
        Kind::List(elements) => {
            for element in elements.iter().filter(|element| element.alias.is_none()) {
                places.push(element.span.clone());
                collect(element, places);
            }
        }
        Kind::Map(pairs) => {
            for pair in pairs {
                match &pair.value.alias {
                    None => {
                        places.push(pair.key.start..pair.value.span.end.max(pair.key.end));
                        collect(&pair.value, places);
                    }
                    Some(alias) => places.push(pair.key.start..alias.at.end.max(pair.key.end)),
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::yaml::{document, documents};

    fn covered(text: &str) -> Vec<(&str, Vec<String>)> {
        let part = documents(text).remove(0);
        let document = document(text, part.clone());
        let root = document.root.expect("good YAML");
        let ignores = directives(text, part, &root, &document.scalars);
        let shown = ignores.into_iter().map(|ignore| {
            for (code, span) in &ignore.codes {
                assert_eq!(&text[span.clone()], code);
            }
            let codes = ignore.codes.into_iter().map(|(code, _)| code).collect();
            (&text[ignore.covers], codes)
        });
        shown.collect()
    }

    #[test]
    fn a_comment_covers_what_it_stands_at() {
        let text = "r:\n  p: # kvspec: ignore\n    a: 1 # kvspec: ignore[b-c, d] why\n";
        let p = "p: # kvspec: ignore\n    a: 1";
        let codes = vec!["b-c".to_owned(), "d".to_owned()];
        assert_eq!(covered(text), [(p, vec![]), ("a: 1", codes)]);
        let text =
            "a: 0\nl:\n# kvspec: ignore[x]\n# other\n\n- k: 1 # kvspec: ignore[y]\n  v: 2\n- z\n";
        let (x, y) = (vec!["x".to_owned()], vec!["y".to_owned()]);
        assert_eq!(
            covered(text),
            [("k: 1 # kvspec: ignore[y]\n  v: 2", x), ("k: 1", y)]
        );
        let text = "a: 0\nl: [x,\n  y\n] # kvspec: ignore\n";
        assert_eq!(covered(text), [("l: [x,\n  y\n]", vec![])]);
        // At the head of a document all of it.
        assert_eq!(
            covered("# kvspec: ignore\na: 1\nb: 2\n"),
            [("a: 1\nb: 2", vec![])]
        );
    }

    #[test]
    fn other_comments_and_texts_are_none() {
        for text in [
            "a: '# kvspec: ignore'\n",
            "a: |\n  # kvspec: ignore\n",
            "a: x#kvspec:ignore\n",
            "a: 1 # kvspec: ignored\n",
        ] {
            assert_eq!(covered(text), [], "{text}");
        }
        assert_eq!(covered("a: 1\n# kvspec: ignore\n"), [("", vec![])]);
    }
}
