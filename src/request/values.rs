//! Values of typed requests.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::record::{Part, Tree};
use crate::input::{FRAGMENT, JsonKind, Node};
use crate::redact::{hidden_within, may_be_name, redact};
use crate::text::visible;

/// A value as it goes over the wire: text. It is made from text, from whole numbers and from
/// booleans, and may hold anything, also what a document refuses.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(transparent)]
pub struct Text(String);

impl Text {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// JSON in a text may hold a password, and so may a URL.
impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Text").field(&shown(&self.0)).finish()
    }
}

/// A text without the secrets in it.
fn shown(text: &str) -> Cow<'_, str> {
    hidden_within(text).map_or(Cow::Borrowed(text), Cow::Owned)
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<String> for Text {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&str> for Text {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl Part for Text {
    fn read(node: Node<'_>) -> Option<Self> {
        match node.kind() {
            JsonKind::String | JsonKind::Number | JsonKind::Boolean => {
                Some(Self(node.text().into_owned()))
            }
            JsonKind::Null | JsonKind::Array | JsonKind::Object => None,
        }
    }

    fn write(&self) -> Value {
        Value::from(self.0.as_str())
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Tree(value) = Tree::deserialize(deserializer)?;
        Self::read(Node::Value(&value))
            .ok_or_else(|| de::Error::custom("a text, a number or a boolean is expected here"))
    }
}

/// A value of a JSON body: a text, a number or a boolean, which are not the same there. It may
/// hold anything, also what a document refuses.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Scalar(Value);

impl Scalar {
    /// The value.
    #[must_use]
    pub const fn as_value(&self) -> &Value {
        &self.0
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        self.0.as_str()
    }
}

impl fmt::Debug for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut tuple = f.debug_tuple("Scalar");
        match &self.0 {
            Value::String(text) => tuple.field(&shown(text)),
            other => tuple.field(other),
        };
        tuple.finish()
    }
}

impl fmt::Display for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Node::Value(&self.0).text())
    }
}

impl From<String> for Scalar {
    fn from(value: String) -> Self {
        Self(value.into())
    }
}

impl From<&str> for Scalar {
    fn from(value: &str) -> Self {
        Self(value.into())
    }
}

impl From<Text> for Scalar {
    fn from(value: Text) -> Self {
        Self(value.0.into())
    }
}

impl Part for Scalar {
    fn read(node: Node<'_>) -> Option<Self> {
        match node.kind() {
            JsonKind::String | JsonKind::Number | JsonKind::Boolean => tree(node).map(Self),
            JsonKind::Null | JsonKind::Array | JsonKind::Object => None,
        }
    }

    fn write(&self) -> Value {
        self.0.clone()
    }
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Tree(value) = Tree::deserialize(deserializer)?;
        Self::read(Node::Value(&value))
            .ok_or_else(|| de::Error::custom("a text, a number or a boolean is expected here"))
    }
}

/// The value that a node holds; nothing for a number that is larger than any that JSON libraries
/// take.
pub(super) fn tree(node: Node<'_>) -> Option<Value> {
    match node {
        Node::Json(raw) => serde_json::from_str(raw).ok(),
        Node::Value(value) => Some(value.clone()),
        node => Some(node.text().into()),
    }
}

/// Whatever it is.
impl Part for Value {
    fn read(node: Node<'_>) -> Option<Self> {
        tree(node)
    }

    fn write(&self) -> Self {
        self.clone()
    }
}

macro_rules! from_scalars {
    ($($kind:ty)+) => {
        $(
            impl From<$kind> for Text {
                fn from(value: $kind) -> Self {
                    Self(value.to_string())
                }
            }

            impl From<$kind> for Scalar {
                fn from(value: $kind) -> Self {
                    Self(value.into())
                }
            }
        )+
    };
}

from_scalars!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize bool);

impl From<std::net::Ipv4Addr> for Text {
    fn from(value: std::net::Ipv4Addr) -> Self {
        Self(value.to_string())
    }
}

/// A password. Nothing shows it but [`Secret::expose`] and the wire form of a request: it has no
/// `Serialize`, and what goes wrong when it is read never repeats the value.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Secret(String);

impl Secret {
    /// The secret itself. Take care where it goes.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl<T: Into<String>> From<T> for Secret {
    fn from(value: T) -> Self {
        Self(value.into())
    }
}

impl Part for Secret {
    /// What is no text is kept as it was written, so that it is judged for what it is.
    fn read(node: Node<'_>) -> Option<Self> {
        (node.kind() == JsonKind::String).then(|| Self(node.text().into_owned()))
    }

    fn write(&self) -> Value {
        Value::from(self.0.as_str())
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Password;

        /// The ways in which a password may come that is none, each of which serde would repeat.
        macro_rules! refuse {
            ($($visit:ident: $kind:ty)+) => {
                $(fn $visit<E: de::Error>(self, _: $kind) -> Result<Secret, E> {
                    Err(de::Error::custom("a password has to be a text"))
                })+
            };
        }

        impl<'de> Visitor<'de> for Password {
            type Value = Secret;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a password, which is a text")
            }

            fn visit_str<E: de::Error>(self, value: &str) -> Result<Secret, E> {
                Ok(value.into())
            }

            fn visit_string<E: de::Error>(self, value: String) -> Result<Secret, E> {
                Ok(value.into())
            }

            refuse! {
                visit_bool: bool visit_char: char visit_bytes: &[u8]
                visit_i8: i8 visit_i16: i16 visit_i32: i32 visit_i64: i64 visit_i128: i128
                visit_u8: u8 visit_u16: u16 visit_u32: u32 visit_u64: u64 visit_u128: u128
                visit_f32: f32 visit_f64: f64
            }

            fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Secret, D::Error> {
                inner.deserialize_any(self)
            }

            fn visit_newtype_struct<D: Deserializer<'de>>(
                self,
                inner: D,
            ) -> Result<Secret, D::Error> {
                inner.deserialize_any(self)
            }
        }

        deserializer.deserialize_any(Password)
    }
}

/// Some of one kind, in their order: tags, zones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List<T>(Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> List<T> {
    /// What is in the list.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }
}

impl<T, I> From<I> for List<T>
where
    I: IntoIterator,
    I::Item: Into<T>,
{
    fn from(items: I) -> Self {
        Self(items.into_iter().map(Into::into).collect())
    }
}

impl<T: Part> Part for List<T> {
    fn read(node: Node<'_>) -> Option<Self> {
        if node.kind() != JsonKind::Array {
            return None;
        }
        let items: Option<Vec<T>> = node.children().map(|(_, _, item)| T::read(item)).collect();
        items.map(Self)
    }

    fn write(&self) -> Value {
        self.0.iter().map(Part::write).collect()
    }
}

impl<'de, T: Part> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Tree(value) = Tree::deserialize(deserializer)?;
        Self::read(Node::Value(&value)).ok_or_else(|| de::Error::custom("a list is expected here"))
    }
}

/// A request as a person may see it: what is secret is hidden, and so is what nobody knows.
pub(super) fn masked(members: &serde_json::Map<String, Value>) -> String {
    // A name that nobody knows may be a piece of a password that an `&` broke off.
    let named: serde_json::Map<String, Value> = members
        .iter()
        .map(|(name, value)| {
            let name = if may_be_name(name) { name } else { FRAGMENT };
            (name.to_owned(), value.clone())
        })
        .collect();
    let written = serde_json::to_string(&named).unwrap_or_default();
    visible(&redact(&written)).into_owned()
}
