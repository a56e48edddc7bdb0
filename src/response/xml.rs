//! XML as a tree. The reader is quick-xml; what a response has no use for is refused: document
//! types, and with them every entity that is not predefined.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::tree::{Item, Member, Shape, Tree, Unreadable};
use crate::diagnostic::Format;
use crate::diagnostic::Term;
use crate::input::DEFAULT_MAX_DEPTH;

/// An element whose end was not yet seen.
struct Open<'a> {
    name: Cow<'a, str>,
    key: Range<usize>,
    /// Where its content begins.
    content: usize,
    text: Cow<'a, str>,
    /// Whether there is text other than white space, or a CDATA section.
    has_text: bool,
    members: Vec<Member<'a>>,
}

impl<'a> Open<'a> {
    fn add(&mut self, text: Cow<'a, str>) {
        if self.text.is_empty() {
            self.text = text;
        } else {
            self.text.to_mut().push_str(&text);
        }
    }

    fn close(self, range: Range<usize>) -> Member<'a> {
        let (shape, text) = if self.members.is_empty() {
            (Shape::XmlText, self.text)
        } else {
            (Shape::XmlElement, Cow::Borrowed(""))
        };
        Member {
            name: self.name,
            key: self.key,
            item: Item {
                shape,
                text,
                range,
                members: self.members,
            },
        }
    }
}

pub(super) fn read(whole: &str) -> Result<Tree<'_>, Unreadable> {
    let text = whole.trim_start_matches('\u{feff}');
    let base = whole.len() - text.len();
    let fail = |offset: usize, problem: Term| Unreadable {
        format: Format::Xml,
        offset: base + offset,
        problem,
    };
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut root: Option<Member<'_>> = None;
    loop {
        let start = place(reader.buffer_position());
        let event = reader.read_event().map_err(|error| {
            let (offset, problem) = why(&error, place(reader.error_position()), text);
            fail(offset, problem)
        })?;
        let end = place(reader.buffer_position());
        let written = text.get(start..end).unwrap_or_default();
        if let Some(at) = written.find(is_refused) {
            return Err(fail(start + at, Term::ControlCharacter));
        }
        match event {
            Event::Start(tag) => {
                let fresh = element(&tag, text, start, end, base)
                    .ok_or_else(|| fail(start, Term::InvalidMarkup))?;
                if open.len() >= DEFAULT_MAX_DEPTH as usize {
                    return Err(fail(start, Term::TooDeep));
                }
                if open.is_empty() && root.is_some() {
                    return Err(fail(start, Term::TrailingText));
                }
                open.push(fresh);
            }
            Event::Empty(tag) => {
                let fresh = element(&tag, text, start, end, base)
                    .ok_or_else(|| fail(start, Term::InvalidMarkup))?;
                let closed = fresh.close(base + start..base + end);
                match open.last_mut() {
                    Some(outer) => outer.members.push(closed),
                    None if root.is_some() => return Err(fail(start, Term::TrailingText)),
                    None => root = Some(closed),
                }
            }
            Event::End(_) => {
                let Some(done) = open.pop() else {
                    return Err(fail(start, Term::MismatchedTag));
                };
                let range = base + done.content..base + start;
                let closed = done.close(range);
                match open.last_mut() {
                    Some(outer) => outer.members.push(closed),
                    None => root = Some(closed),
                }
            }
            Event::Text(_) => match open.last_mut() {
                Some(inside) => {
                    inside.has_text |= !written.trim().is_empty();
                    inside.add(Cow::Borrowed(written));
                }
                None if written.trim().is_empty() => {}
                None => {
                    let at = written.len() - written.trim_start().len();
                    return Err(fail(start + at, Term::TextOutsideElement));
                }
            },
            Event::CData(data) => match open.last_mut() {
                Some(inside) => {
                    inside.has_text = true;
                    inside.add(Cow::Owned(data.into_inner().into_owned()));
                }
                None => return Err(fail(start, Term::TextOutsideElement)),
            },
            Event::GeneralRef(reference) => {
                let character =
                    resolve(&reference).ok_or_else(|| fail(start, Term::UnknownEntity))?;
                match open.last_mut() {
                    Some(inside) => {
                        inside.has_text = true;
                        inside.add(character);
                    }
                    None => return Err(fail(start, Term::TextOutsideElement)),
                }
            }
            Event::DocType(_) => return Err(fail(start, Term::DocumentType)),
            // A declaration names the encoding that the text had before it was decoded.
            Event::Decl(_) if start == 0 => {}
            Event::Decl(_) => return Err(fail(start, Term::InvalidMarkup)),
            Event::Comment(_) | Event::PI(_) => {}
            Event::Eof => break,
        }
        // Text between elements would be lost.
        if let Some(inside) = open.last()
            && inside.has_text
            && !inside.members.is_empty()
        {
            return Err(fail(start, Term::TextOutsideElement));
        }
    }
    if let Some(unclosed) = open.pop() {
        let offset = unclosed.key.start.saturating_sub(base + 1);
        return Err(fail(offset, Term::UnclosedElement));
    }
    let Some(root) = root else {
        return Err(fail(text.trim_end().len(), Term::UnexpectedEnd));
    };
    Ok(Tree {
        element: Some(root.name),
        root: root.item,
    })
}

fn place(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

/// Characters that XML 1.0 does not allow.
const fn is_refused(character: char) -> bool {
    matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// What opens with this tag; nothing if it is no proper tag.
fn element<'a>(
    tag: &BytesStart<'_>,
    text: &'a str,
    start: usize,
    end: usize,
    base: usize,
) -> Option<Open<'a>> {
    if tag.attributes().any(|attribute| attribute.is_err()) {
        return None;
    }
    let length = tag.name().as_ref().len();
    let name = text.get(start + 1..start + 1 + length)?;
    let first = name.chars().next()?;
    let named = (first.is_alphabetic() || matches!(first, '_' | ':'))
        && !name.contains(['<', '>', '&', '"', '\'', '=', '/']);
    named.then(|| Open {
        name: Cow::Borrowed(name),
        key: base + start + 1..base + start + 1 + length,
        content: end,
        text: Cow::Borrowed(""),
        has_text: false,
        members: Vec::new(),
    })
}

fn resolve(reference: &BytesRef<'_>) -> Option<Cow<'static, str>> {
    if reference.is_char_ref() {
        let character = reference.resolve_char_ref().ok()??;
        return (!is_refused(character)).then(|| Cow::Owned(character.to_string()));
    }
    resolve_xml_entity(reference).map(Cow::Borrowed)
}

fn why(error: &Error, at: usize, text: &str) -> (usize, Term) {
    match error {
        Error::Syntax(_) => (at, Term::UnclosedMarkup),
        Error::IllFormed(
            IllFormedError::MismatchedEndTag { .. } | IllFormedError::UnmatchedEndTag(_),
        ) => (at, Term::MismatchedTag),
        Error::IllFormed(IllFormedError::MissingEndTag(_)) => {
            (text.trim_end().len(), Term::UnexpectedEnd)
        }
        Error::IllFormed(IllFormedError::UnclosedReference) => (at, Term::UnknownEntity),
        Error::IllFormed(IllFormedError::MissingDoctypeName) => (at, Term::DocumentType),
        _ => (at, Term::InvalidMarkup),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn problem(text: &str) -> (usize, Term) {
        match read(text) {
            Ok(_) => panic!("{text:?} was read"),
            Err(error) => (error.offset, error.problem),
        }
    }

    #[test]
    fn texts_have_their_places() {
        let text = "\u{feff}<?xml version=\"1.0\"?>\n<R a='1'><!-- c --><A>x &amp; <![CDATA[<y>]]>&#33;</A><B/></R>\n";
        let tree = read(text).unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(tree.element.as_deref(), Some("R"));
        let a = tree.root.member("A").expect("A is there");
        assert_eq!(a.text, "x & <y>!");
        assert_eq!(&text[a.range.clone()], "x &amp; <![CDATA[<y>]]>&#33;");
        let b = &tree.root.members[1];
        assert_eq!(
            (&text[b.key.clone()], &text[b.item.range.clone()]),
            ("B", "<B/>")
        );
        assert!(b.item.is_absent());
    }

    #[test]
    fn problems_have_a_place() {
        assert_eq!(problem("<a>"), (0, Term::UnclosedElement));
        assert_eq!(problem("<a"), (0, Term::UnclosedMarkup));
        assert_eq!(problem("<a></b>"), (3, Term::MismatchedTag));
        assert_eq!(problem("</a>"), (0, Term::MismatchedTag));
        assert_eq!(problem("<a/><b/>"), (4, Term::TrailingText));
        assert_eq!(problem("<a/> x"), (5, Term::TextOutsideElement));
        assert_eq!(problem("<a>x<b/></a>"), (4, Term::TextOutsideElement));
        assert_eq!(problem("<a>&x;</a>"), (3, Term::UnknownEntity));
        assert_eq!(problem("<a>&#0;</a>"), (3, Term::UnknownEntity));
        assert_eq!(problem("<a>&#xd800;</a>"), (3, Term::UnknownEntity));
        assert_eq!(problem("<a>&x</a>"), (3, Term::UnknownEntity));
        assert_eq!(problem("<a>\u{1}</a>"), (3, Term::ControlCharacter));
        assert_eq!(problem("<a b=1/>"), (0, Term::InvalidMarkup));
        assert_eq!(problem("<a b='1' b='2'/>"), (0, Term::InvalidMarkup));
        assert_eq!(problem("<>"), (0, Term::InvalidMarkup));
        assert_eq!(problem("<!-- only -->"), (13, Term::UnexpectedEnd));
        assert_eq!(
            problem("<a><?xml version='1.0'?></a>"),
            (3, Term::InvalidMarkup)
        );
    }

    #[test]
    fn document_types_and_their_entities_are_refused() {
        let laughs = "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><r>&b;</r>";
        assert_eq!(problem(laughs), (0, Term::DocumentType));
        let file = "<!DOCTYPE r SYSTEM \"file:///etc/passwd\"><r/>";
        assert_eq!(problem(file), (0, Term::DocumentType));
    }

    #[test]
    fn nesting_has_a_limit() {
        let nested = |levels: usize| "<a>".repeat(levels) + &"</a>".repeat(levels);
        assert!(read(&nested(128)).is_ok());
        assert_eq!(problem(&nested(129)), (128 * 3, Term::TooDeep));
        assert_eq!(problem(&"<a>".repeat(100_000)).1, Term::TooDeep);
    }

    proptest! {
        #[test]
        fn nothing_panics(text in any::<String>(), pieces in proptest::collection::vec(
            prop_oneof![Just("<a>"), Just("</a>"), Just("<b c='"), Just("'/>"), Just("&lt;"), Just("<![CDATA["),
                Just("]]>"), Just("<!--"), Just("-->"), Just("<!DOCTYPE"), Just("<?"), Just("?>"), Just("文"), Just(">")],
            0..24,
        )) {
            let _ = read(&text);
            let _ = read(&format!("<{text}"));
            let _ = read(&format!("<a>{text}</a>"));
            if let Err(error) = read(&pieces.concat()) {
                prop_assert!(error.offset <= pieces.concat().len());
            }
        }
    }
}
