use std::borrow::Cow;

use serde_json::Value;

use super::json::{self, Walker};
use super::query::Pair;
use crate::diagnostic::Term;

/// A value to be judged, in whichever form it came: the engine sees no difference.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) enum Node<'a> {
    /// Not there.
    #[default]
    Missing,
    /// JSON text that was checked, as it was written.
    Json(&'a str),
    /// A parsed value.
    Value(&'a Value),
    /// A pair of a query string.
    Pair(&'a Pair<'a>),
}

/// The JSON type of a value. What comes in a query string is a string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum JsonKind {
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

impl JsonKind {
    pub(crate) const fn term(self) -> Term {
        match self {
            Self::Null => Term::Null,
            Self::Boolean => Term::Boolean,
            Self::Number => Term::Number,
            Self::String => Term::String,
            Self::Array => Term::Array,
            Self::Object => Term::Object,
        }
    }
}

impl<'a> Node<'a> {
    pub(crate) fn kind(self) -> JsonKind {
        match self {
            Self::Missing => JsonKind::Null,
            Self::Pair(_) => JsonKind::String,
            Self::Json(raw) => match raw.as_bytes().first() {
                Some(b'"') => JsonKind::String,
                Some(b'{') => JsonKind::Object,
                Some(b'[') => JsonKind::Array,
                Some(b't' | b'f') => JsonKind::Boolean,
                Some(b'n') | None => JsonKind::Null,
                Some(_) => JsonKind::Number,
            },
            Self::Value(value) => match value {
                Value::Null => JsonKind::Null,
                Value::Bool(_) => JsonKind::Boolean,
                Value::Number(_) => JsonKind::Number,
                Value::String(_) => JsonKind::String,
                Value::Array(_) => JsonKind::Array,
                Value::Object(_) => JsonKind::Object,
            },
        }
    }

    pub(crate) fn is_null(self) -> bool {
        self.kind() == JsonKind::Null
    }

    /// The text of a string, or the literal of a number or boolean; nothing for the rest.
    pub(crate) fn text(self) -> Cow<'a, str> {
        match self {
            Self::Missing => Cow::Borrowed(""),
            Self::Pair(pair) => Cow::Borrowed(&pair.value),
            Self::Json(raw) if raw.starts_with('"') => json::decode(raw),
            Self::Json(raw) => Cow::Borrowed(raw),
            Self::Value(value) => match value {
                Value::String(text) => Cow::Borrowed(text),
                Value::Bool(true) => Cow::Borrowed("true"),
                Value::Bool(false) => Cow::Borrowed("false"),
                Value::Number(number) => number_text(number),
                Value::Null | Value::Array(_) | Value::Object(_) => Cow::Borrowed(""),
            },
        }
    }

    /// The members of an object, or the elements of an array with empty names. A scalar has
    /// none.
    pub(crate) fn children(self) -> Children<'a> {
        match self {
            Self::Json(raw) if raw.starts_with(['{', '[']) => Children::Json(Walker::over(raw)),
            Self::Value(Value::Object(members)) => Children::Members(members.iter()),
            Self::Value(Value::Array(elements)) => Children::Elements(elements.iter()),
            _ => Children::None,
        }
    }
}

/// Small whole numbers, without allocation: most numbers in an order are these.
fn number_text(number: &serde_json::Number) -> Cow<'static, str> {
    const SMALL: [&str; 13] = [
        "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12",
    ];
    let small = number
        .as_u64()
        .and_then(|n| usize::try_from(n).ok())
        .and_then(|n| SMALL.get(n));
    match small {
        Some(text) => Cow::Borrowed(text),
        None => Cow::Owned(number.to_string()),
    }
}

/// What [`Node::children`] walks over: names with the text they were written as, where there
/// is one, and values.
pub(crate) enum Children<'a> {
    None,
    Json(Walker<'a>),
    Members(serde_json::map::Iter<'a>),
    Elements(std::slice::Iter<'a, Value>),
}

impl<'a> Iterator for Children<'a> {
    /// Decoded name, name as written, value.
    type Item = (Cow<'a, str>, Option<&'a str>, Node<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::None => None,
            Self::Json(walker) => {
                let (name, value) = walker.next().ok()??;
                Some((json::decode(name), Some(name), Node::Json(value)))
            }
            Self::Members(members) => {
                let (name, value) = members.next()?;
                Some((Cow::Borrowed(name.as_str()), None, Node::Value(value)))
            }
            Self::Elements(elements) => {
                Some((Cow::Borrowed(""), None, Node::Value(elements.next()?)))
            }
        }
    }
}
