//! JSON as a tree whose values know where they stand, and JSON as it is written out.

use std::borrow::Cow;
use std::ops::Range;

use serde::ser::{Error as _, Serialize, SerializeMap as _, Serializer};

use crate::diagnostic::Term;
use crate::input::json::{Scanner, Walker, decode};
use crate::input::{DEFAULT_MAX_DEPTH, JsonKind};

/// A value of a file.
#[derive(Debug)]
pub(super) struct Json<'t> {
    /// The text it was written as.
    pub(super) raw: &'t str,
    /// Where that begins in the file, in bytes.
    pub(super) at: usize,
    pub(super) what: What<'t>,
}

#[derive(Debug)]
pub(super) enum What<'t> {
    Null,
    Flag(bool),
    Number,
    Text(Cow<'t, str>),
    List(Vec<Json<'t>>),
    Map(Vec<Member<'t>>),
}

/// A member of an object of a file.
#[derive(Debug)]
pub(super) struct Member<'t> {
    pub(super) name: Cow<'t, str>,
    /// Where the name stands.
    pub(super) place: Range<usize>,
    pub(super) value: Json<'t>,
}

impl<'t> Json<'t> {
    /// The tree of a whole text, or the byte where it is no JSON and why.
    pub(super) fn parse(text: &'t str) -> Result<Self, (usize, Term)> {
        match Scanner::document(text, DEFAULT_MAX_DEPTH) {
            Ok(raw) => Ok(Self::of(raw, text)),
            Err(error) => Err((error.offset, error.problem)),
        }
    }

    /// The tree of a piece of a text that was checked.
    fn of(raw: &'t str, text: &'t str) -> Self {
        let kind = raw
            .as_bytes()
            .first()
            .map(|byte| JsonKind::of_first_byte(*byte));
        let what = match kind {
            Some(JsonKind::String) => What::Text(decode(raw)),
            Some(JsonKind::Boolean) => What::Flag(raw == "true"),
            Some(JsonKind::Number) => What::Number,
            Some(JsonKind::Null) | None => What::Null,
            Some(JsonKind::Array) => {
                let pieces = pieces(raw);
                What::List(pieces.map(|(_, value)| Self::of(value, text)).collect())
            }
            Some(JsonKind::Object) => What::Map(
                pieces(raw)
                    .map(|(name, value)| {
                        let start = offset(name, text);
                        Member {
                            name: decode(name),
                            place: start..start + name.len(),
                            value: Self::of(value, text),
                        }
                    })
                    .collect(),
            ),
        };
        Self {
            raw,
            at: offset(raw, text),
            what,
        }
    }

    /// The bytes of the file on which it stands.
    pub(super) const fn place(&self) -> Range<usize> {
        self.at..self.at + self.raw.len()
    }

    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        let What::Map(members) = &self.what else {
            return None;
        };
        let member = members.iter().find(|member| member.name == name)?;
        Some(&member.value)
    }

    pub(super) fn members(&self) -> &[Member<'t>] {
        match &self.what {
            What::Map(members) => members,
            _ => &[],
        }
    }

    pub(super) fn elements(&self) -> &[Self] {
        match &self.what {
            What::List(elements) => elements,
            _ => &[],
        }
    }

    pub(super) fn text(&self) -> Option<&str> {
        match &self.what {
            What::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) const fn flag(&self) -> Option<bool> {
        match self.what {
            What::Flag(flag) => Some(flag),
            _ => None,
        }
    }

    /// A whole number that is not negative, written as digits alone.
    pub(super) fn whole(&self) -> Option<u64> {
        match self.what {
            What::Number => self.raw.parse().ok(),
            _ => None,
        }
    }

    /// The word that says which of several forms it has: itself, or what stands under `kind`.
    pub(super) fn kind(&self) -> Option<&str> {
        self.text().or_else(|| self.get("kind")?.text())
    }

    /// The texts of a list.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.elements().iter().filter_map(Self::text)
    }

    /// The same value, to be written out.
    pub(super) fn out(&self) -> Out {
        match &self.what {
            What::Null => Out::Null,
            What::Flag(flag) => Out::Flag(*flag),
            What::Number => Out::Number(self.raw.to_owned()),
            What::Text(text) => Out::Text(text.clone().into_owned()),
            What::List(elements) => Out::List(elements.iter().map(Self::out).collect()),
            What::Map(members) => Out::Map(
                members
                    .iter()
                    .map(|member| (member.name.clone().into_owned(), member.value.out()))
                    .collect(),
            ),
        }
    }
}

/// Names and values of an object, or values of an array behind empty names.
fn pieces(raw: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut walker = Walker::over(raw);
    std::iter::from_fn(move || walker.next().ok().flatten())
}

fn offset(piece: &str, text: &str) -> usize {
    // An element has no name, and so no place of one.
    piece.as_ptr().addr().saturating_sub(text.as_ptr().addr())
}

/// A value to be written out: an object keeps the order of its members.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Out {
    Null,
    Flag(bool),
    /// A literal of JSON.
    Number(String),
    Text(String),
    List(Vec<Out>),
    Map(Vec<(String, Out)>),
}

impl From<&str> for Out {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<bool> for Out {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<u64> for Out {
    fn from(number: u64) -> Self {
        Self::Number(number.to_string())
    }
}

impl From<u32> for Out {
    fn from(number: u32) -> Self {
        Self::Number(number.to_string())
    }
}

impl From<&[&str]> for Out {
    fn from(texts: &[&str]) -> Self {
        Self::List(texts.iter().map(|text| Self::from(*text)).collect())
    }
}

impl Serialize for Out {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Number(literal) => {
                let number: serde_json::Number = literal.parse().map_err(S::Error::custom)?;
                number.serialize(serializer)
            }
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(elements) => serializer.collect_seq(elements),
            Self::Map(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

/// An object to be written out, member by member.
#[derive(Debug, Default)]
pub(super) struct Members(Vec<(String, Out)>);

impl Members {
    pub(super) fn with(mut self, name: &str, value: impl Into<Out>) -> Self {
        self.0.push((name.to_owned(), value.into()));
        self
    }

    /// The member, unless it is nothing.
    pub(super) fn with_some(self, name: &str, value: Option<impl Into<Out>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// The member, unless it says no.
    pub(super) fn with_flag(self, name: &str, flag: bool) -> Self {
        self.with_some(name, flag.then_some(true))
    }

    /// The member, unless the list is empty.
    pub(super) fn with_list(self, name: &str, list: Vec<Out>) -> Self {
        self.with_some(name, (!list.is_empty()).then_some(Out::List(list)))
    }

    /// A form: the word alone, where nothing else is said of it.
    pub(super) fn alone(mut self) -> Out {
        match self.0.as_mut_slice() {
            [(_, word)] => std::mem::replace(word, Out::Null),
            _ => self.into(),
        }
    }
}

impl From<Members> for Out {
    fn from(members: Members) -> Self {
        Self::Map(members.0)
    }
}
