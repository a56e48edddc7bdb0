//! A response as it was written, JSON or XML alike: values with the places they stand at.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use serde_json::{Map, Number, Value};

use crate::diagnostic::Format;
use crate::diagnostic::Term;
use crate::documents::{ResponseField, ResponseKind};
use crate::input::{DEFAULT_MAX_DEPTH, JsonKind, Node, Source, json};

/// What a value is. The text of an XML element can be any kind of scalar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Json(JsonKind),
    XmlText,
    /// An XML element with elements in it.
    XmlElement,
}

impl Shape {
    pub(super) const fn term(self) -> Term {
        match self {
            Self::Json(kind) => kind.term(),
            Self::XmlText => Term::String,
            Self::XmlElement => Term::Object,
        }
    }
}

/// A value and where it stands.
pub(super) struct Item<'a> {
    pub(super) shape: Shape,
    /// Of a string its text, of another scalar its literal.
    pub(super) text: Cow<'a, str>,
    pub(super) range: Range<usize>,
    /// Of an object its members, of an array its elements, without names.
    pub(super) members: Vec<Member<'a>>,
}

pub(super) struct Member<'a> {
    pub(super) name: Cow<'a, str>,
    /// Where the name stands.
    pub(super) key: Range<usize>,
    pub(super) item: Item<'a>,
}

/// A whole response.
pub(super) struct Tree<'a> {
    pub(super) root: Item<'a>,
    /// The name of the outermost element, where it is XML.
    pub(super) element: Option<Cow<'a, str>>,
}

/// Why a text cannot be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unreadable {
    pub(super) format: Format,
    pub(super) offset: usize,
    pub(super) problem: Term,
}

/// Whether a text looks like XML.
pub(super) fn is_xml(text: &str) -> bool {
    text.trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with('<')
}

impl<'a> Tree<'a> {
    /// Reads JSON or XML, whichever it looks like.
    pub(super) fn read(text: &'a str) -> Result<Self, Unreadable> {
        if is_xml(text) {
            #[cfg(feature = "xml")]
            return super::xml::read(text);
            #[cfg(not(feature = "xml"))]
            return Err(Unreadable {
                format: Format::Xml,
                offset: text.find('<').unwrap_or_default(),
                problem: Term::NoXmlReader,
            });
        }
        let raw = json::Scanner::document(text, DEFAULT_MAX_DEPTH).map_err(|error| Unreadable {
            format: Format::Json,
            offset: error.offset,
            problem: error.problem,
        })?;
        Ok(Self {
            root: of_json(raw, &Source::new(text)),
            element: None,
        })
    }
}

/// The nesting has a limit, which the reader has checked.
fn of_json<'a>(raw: &'a str, source: &Source<'a>) -> Item<'a> {
    let node = Node::Json(raw);
    let members = node
        .children()
        .filter_map(|(name, key, value)| {
            let Node::Json(value) = value else {
                return None;
            };
            Some(Member {
                name,
                key: key.and_then(|key| source.locate(key)).unwrap_or_default(),
                item: of_json(value, source),
            })
        })
        .collect();
    let kind = node.kind();
    Item {
        shape: Shape::Json(kind),
        text: match kind {
            JsonKind::Array | JsonKind::Object => Cow::Borrowed(""),
            _ => node.text(),
        },
        range: source.locate(raw).unwrap_or_default(),
        members,
    }
}

impl Item<'_> {
    pub(super) fn is_object(&self) -> bool {
        matches!(
            self.shape,
            Shape::Json(JsonKind::Object) | Shape::XmlElement
        )
    }

    /// Whether it is a scalar, or a list of scalars.
    pub(super) fn is_flat(&self) -> bool {
        !self.is_object()
            && self
                .members
                .iter()
                .all(|member| member.item.members.is_empty() && !member.item.is_object())
    }

    /// Whether it says nothing: null, or an XML element without text.
    pub(super) fn is_absent(&self) -> bool {
        match self.shape {
            Shape::Json(kind) => kind == JsonKind::Null,
            Shape::XmlText => self.text.trim().is_empty(),
            Shape::XmlElement => false,
        }
    }

    /// The last member of that name: it is the one that counts.
    pub(super) fn member(&self, name: &str) -> Option<&Self> {
        self.members
            .iter()
            .rev()
            .find(|member| member.name == name)
            .map(|member| &member.item)
    }

    /// The text of a member that is a string.
    pub(super) fn string(&self, name: &str) -> Option<&str> {
        let item = self.member(name)?;
        let is_text = matches!(item.shape, Shape::Json(JsonKind::String) | Shape::XmlText);
        (is_text && !item.is_absent()).then(|| item.text.trim())
    }

    /// The value as a program reads it. XML has only texts: the table says which are numbers and
    /// lists.
    pub(super) fn value(&self, kind: Option<ResponseKind>) -> Value {
        match (self.shape, kind) {
            (Shape::XmlText, Some(ResponseKind::Long | ResponseKind::Integer)) => {
                match self.text.trim().parse::<i64>() {
                    Ok(number) => Value::from(number),
                    Err(_) => Value::from(self.text.as_ref()),
                }
            }
            (Shape::XmlText, Some(_)) if self.is_absent() => Value::Null,
            (Shape::XmlText, Some(_)) => Value::from(self.text.trim()),
            (Shape::Json(JsonKind::Null), _) => Value::Null,
            (Shape::Json(JsonKind::Boolean), _) => Value::Bool(self.text == "true"),
            (Shape::Json(JsonKind::Number), _) => self
                .text
                .parse::<Number>()
                .map_or_else(|_| Value::from(self.text.as_ref()), Value::Number),
            (Shape::Json(JsonKind::String), _) | (Shape::XmlText, None) => {
                Value::from(self.text.as_ref())
            }
            (Shape::Json(JsonKind::Array), _) => {
                let elements = self.members.iter();
                Value::Array(elements.map(|member| member.item.value(None)).collect())
            }
            (Shape::Json(JsonKind::Object) | Shape::XmlElement, _) => {
                let fields = match kind {
                    Some(ResponseKind::Object(fields)) => fields,
                    _ => &[],
                };
                Value::Object(self.object(fields))
            }
        }
    }

    /// The members as a program reads them. Of a repeated name the last value counts; but XML
    /// has no other lists than elements that are repeated.
    pub(super) fn object(&self, fields: &'static [ResponseField]) -> Map<String, Value> {
        let mut members: Map<String, Value> = Map::new();
        let mut repeated: HashSet<&str> = HashSet::new();
        for member in &self.members {
            let name = member.name.as_ref();
            let field = fields.iter().find(|field| field.name == name);
            let value = member.item.value(field.map(|field| field.kind));
            let is_list = matches!(field.map(|field| field.kind), Some(ResponseKind::Strings));
            if self.shape != Shape::XmlElement {
                members.insert(name.to_owned(), value);
            } else if is_list {
                let list = members
                    .entry(name)
                    .or_insert_with(|| Value::Array(Vec::new()));
                if let (Value::Array(list), false) = (list, member.item.is_absent()) {
                    list.push(value);
                }
            } else if let (Some(there), None) = (members.get_mut(name), field) {
                if repeated.insert(name) {
                    *there = Value::Array(vec![there.take()]);
                }
                if let Value::Array(list) = there {
                    list.push(value);
                }
            } else {
                members.insert(name.to_owned(), value);
            }
        }
        members
    }
}
