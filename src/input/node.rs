use std::borrow::Cow;

use serde_json::Value;

#[cfg(feature = "formats")]
use super::item::{Item, Member, What};
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
    /// A single value of a form: its type and its text.
    Field(JsonKind, &'a str),
    /// A value of another tool's format.
    #[cfg(feature = "formats")]
    Item(&'a Item),
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
    /// The kind of JSON text that begins with that byte.
    pub(crate) const fn of_first_byte(byte: u8) -> Self {
        match byte {
            b'"' => Self::String,
            b'{' => Self::Object,
            b'[' => Self::Array,
            b't' | b'f' => Self::Boolean,
            b'n' => Self::Null,
            _ => Self::Number,
        }
    }

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
            #[cfg(feature = "formats")]
            Self::Item(item) => match item.what {
                What::Null => JsonKind::Null,
                What::Boolean(_) => JsonKind::Boolean,
                What::Number(_) => JsonKind::Number,
                What::List { .. } => JsonKind::Array,
                What::Map { .. } => JsonKind::Object,
                What::Text(_)
                | What::Partial(_)
                | What::Unknown { .. }
                | What::Unsettled { .. }
                | What::Choice { .. } => JsonKind::String,
            },
            Self::Field(kind, _) => kind,
            Self::Json(raw) => raw
                .as_bytes()
                .first()
                .map_or(JsonKind::Null, |byte| JsonKind::of_first_byte(*byte)),
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
            Self::Field(_, text) => Cow::Borrowed(text),
            #[cfg(feature = "formats")]
            Self::Item(item) => Cow::Borrowed(match &item.what {
                What::Boolean(true) => "true",
                What::Boolean(false) => "false",
                What::Number(text) | What::Text(text) => text,
                _ => "",
            }),
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

    /// The same text, without allocation also for a number that is whole.
    pub(crate) fn text_in<'t>(self, digits: &'t mut Digits) -> Cow<'t, str>
    where
        'a: 't,
    {
        match self {
            Self::Value(Value::String(text)) => Cow::Borrowed(text),
            Self::Value(Value::Number(number)) => match number.as_u64() {
                Some(number) => Cow::Borrowed(digits.write(number)),
                None => self.text(),
            },
            _ => self.text(),
        }
    }

    /// Whether it is a string without a character.
    pub(crate) fn is_empty_string(self) -> bool {
        match self {
            Self::Missing => false,
            Self::Pair(pair) => pair.value.is_empty(),
            Self::Field(kind, text) => kind == JsonKind::String && text.is_empty(),
            #[cfg(feature = "formats")]
            Self::Item(item) => matches!(&item.what, What::Text(text) if text.is_empty()),
            Self::Json(raw) => raw == "\"\"",
            Self::Value(value) => value.as_str().is_some_and(str::is_empty),
        }
    }

    /// Whether a number is written without point and exponent.
    pub(crate) fn is_integer_literal(self) -> bool {
        match self {
            Self::Value(Value::Number(number)) if number.is_u64() || number.is_i64() => true,
            _ => !self.text().contains(['.', 'e', 'E']),
        }
    }

    /// The members of an object, or the elements of an array with empty names. A scalar has
    /// none.
    pub(crate) fn children(self) -> Children<'a> {
        match self {
            Self::Json(raw) if raw.starts_with(['{', '[']) => Children::Json(Walker::over(raw)),
            Self::Value(Value::Object(members)) => Children::Members(members.iter()),
            Self::Value(Value::Array(elements)) => Children::Elements(elements.iter()),
            #[cfg(feature = "formats")]
            Self::Item(item) => match &item.what {
                What::Map { members, .. } => Children::ItemMembers(members.iter()),
                What::List { elements, .. } => Children::Items(elements.iter()),
                _ => Children::None,
            },
            _ => Children::None,
        }
    }
}

/// The text of a small whole number, without allocation: most numbers in an order are these.
pub(crate) fn small_number(number: u64) -> Option<&'static str> {
    const SMALL: [&str; 13] = [
        "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12",
    ];
    let place = usize::try_from(number).ok()?;
    SMALL.get(place).copied()
}

fn number_text(number: &serde_json::Number) -> Cow<'static, str> {
    match number.as_u64().and_then(small_number) {
        Some(text) => Cow::Borrowed(text),
        None => Cow::Owned(number.to_string()),
    }
}

/// Room for the digits of a whole number, so that its text needs no allocation.
#[derive(Debug, Default)]
pub(crate) struct Digits([u8; 20]);

impl Digits {
    /// The text of a whole number.
    pub(crate) fn write(&mut self, mut number: u64) -> &str {
        let mut start = self.0.len();
        loop {
            start -= 1;
            self.0[start] = b'0' + (number % 10) as u8;
            number /= 10;
            if number == 0 {
                return std::str::from_utf8(&self.0[start..]).unwrap_or_default();
            }
        }
    }
}

/// What [`Node::children`] walks over: names with the text they were written as, where there
/// is one, and values.
#[derive(Clone)]
pub(crate) enum Children<'a> {
    None,
    Json(Walker<'a>),
    Members(serde_json::map::Iter<'a>),
    Elements(std::slice::Iter<'a, Value>),
    #[cfg(feature = "formats")]
    ItemMembers(std::slice::Iter<'a, Member>),
    #[cfg(feature = "formats")]
    Items(std::slice::Iter<'a, Item>),
}

impl Children<'_> {
    /// After the last one: whether there was nothing wrong with the text, if it is text.
    pub(crate) fn ends_well(self) -> bool {
        match self {
            Self::Json(walker) => walker.ends_well(),
            Self::None | Self::Members(_) | Self::Elements(_) => true,
            #[cfg(feature = "formats")]
            Self::ItemMembers(_) | Self::Items(_) => true,
        }
    }
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
            #[cfg(feature = "formats")]
            Self::ItemMembers(members) => {
                let member = members.next()?;
                Some((Cow::Borrowed(&member.name), None, Node::Item(&member.value)))
            }
            #[cfg(feature = "formats")]
            Self::Items(items) => Some((Cow::Borrowed(""), None, Node::Item(items.next()?))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_written_as_serde_json_writes_them() {
        for number in [0, 9, 10, 16_384, u64::MAX] {
            let value = Value::from(number);
            let node = Node::Value(&value);
            assert_eq!(node.text_in(&mut Digits::default()), node.text());
        }
        let value = Value::from(-5);
        assert_eq!(Node::Value(&value).text_in(&mut Digits::default()), "-5");
    }
}
