//! How a typed request is read without losing anything, and written again.

use std::fmt;

use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Number, Value};

use super::values::tree;
use crate::input::json::Scanner;
use crate::input::{
    COMMON_PARAMETERS, Children, DEFAULT_MAX_DEPTH, FRAGMENT, JsonKind, Node, decoded, parse_query,
};

/// Something that can stand in a field of a typed request.
pub(crate) trait Part: Sized {
    /// The value that a node holds, if it is one of this kind.
    fn read(node: Node<'_>) -> Option<Self>;

    /// The value as it is written.
    fn write(&self) -> Value;
}

/// A typed object: what has a field goes there, and all else is kept beside.
pub(crate) trait Record: Default {
    /// Puts a value into the field of that name; `false` if there is none, or if it does not take
    /// the value.
    fn place(&mut self, name: &str, node: Node<'_>) -> bool;

    /// What no field holds.
    fn beside(&mut self) -> &mut Map<String, Value>;

    /// Everything, under the documented names.
    fn members(&self) -> Map<String, Value>;

    /// Adds one member. A name with the value `null` is absent.
    fn add(&mut self, name: &str, node: Node<'_>) {
        if node.is_null() || self.place(name, node) {
            self.beside().remove(name);
            return;
        }
        // Of a number that no library takes its digits are kept.
        let value = tree(node).unwrap_or_else(|| match node {
            Node::Json(raw) => raw.into(),
            node => node.text().into(),
        });
        self.beside().insert(name.to_owned(), value);
    }

    /// The object that a node holds, if it is one that has no name twice.
    fn of(node: Node<'_>) -> Option<Self> {
        if node.kind() != JsonKind::Object {
            return None;
        }
        let mut record = Self::default();
        let mut names = std::collections::HashSet::new();
        for (name, _, value) in node.children() {
            record.add(&name, value);
            if !names.insert(name) {
                return None;
            }
        }
        Some(record)
    }
}

impl<T: Record> Part for T {
    fn read(node: Node<'_>) -> Option<Self> {
        Self::of(node)
    }

    fn write(&self) -> Value {
        Value::Object(self.members())
    }
}

/// The elements of JSON text, if it holds an array and nothing else.
pub(super) fn elements(text: &str) -> Option<Children<'_>> {
    let raw = Scanner::document(text, DEFAULT_MAX_DEPTH).ok()?;
    raw.starts_with('[').then(|| Node::Json(raw).children())
}

/// The request that JSON text holds.
pub(super) fn of_json<T: Record>(text: &str) -> Option<T> {
    // How deep is too deep was asked when the text was judged.
    T::of(Node::Json(Scanner::document(text, u32::MAX).ok()?))
}

/// The request that a query string holds.
pub(super) fn of_query<T: Record>(text: &str) -> Option<T> {
    let (_, pairs) = parse_query(text).ok()?;
    let mut record = T::default();
    for pair in pairs
        .iter()
        .filter(|pair| !COMMON_PARAMETERS.contains(&&*pair.name))
    {
        // What may be a piece of a password has another name for people only.
        if pair.name.starts_with(FRAGMENT) {
            record.add(&decoded(pair.raw_name), Node::Pair(pair));
        } else {
            record.add(&pair.name, Node::Pair(pair));
        }
    }
    Some(record)
}

/// Any value of any format. Other than a plain [`Value`] it refuses a name that stands twice, and
/// no error repeats a value.
pub(super) struct Tree(pub(super) Value);

impl Tree {
    /// The typed object that it is.
    pub(super) fn record<T: Record, E: de::Error>(&self) -> Result<T, E> {
        T::of(Node::Value(&self.0))
            .ok_or_else(|| E::custom("an object of parameters is expected here"))
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Any.deserialize(deserializer).map(Self)
    }
}

struct Any;

/// The one member of what TOML hands over for a date.
const TOML_DATE: &str = "$__toml_private_datetime";

impl<'de> DeserializeSeed<'de> for Any {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Any {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i128<E>(self, value: i128) -> Result<Value, E> {
        Ok(value.to_string().into())
    }

    fn visit_u128<E>(self, value: u128) -> Result<Value, E> {
        Ok(value.to_string().into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        // JSON has no infinity.
        Ok(Number::from_f64(value).map_or_else(|| value.to_string().into(), Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_bytes<E: de::Error>(self, value: &[u8]) -> Result<Value, E> {
        match std::str::from_utf8(value) {
            Ok(text) => Ok(text.into()),
            Err(_) => Err(E::custom("a value is not UTF-8")),
        }
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Value, D::Error> {
        inner.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<Value, D::Error> {
        inner.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = elements.next_element_seed(Any)? {
            list.push(element);
        }
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            let value = members.next_value_seed(Any)?;
            if map.insert(name, value).is_some() {
                return Err(de::Error::custom("a name is given twice in one object"));
            }
        }
        if map.len() == 1
            && let Some(Value::String(date)) = map.get(TOML_DATE)
        {
            return Ok(date.as_str().into());
        }
        Ok(map.into())
    }
}

/// A struct whose members are all optional, with the documents' names on the wire and a builder
/// method for each.
macro_rules! request {
    (
        $(#[$doc:meta])*
        $name:ident { $($(#[$field_doc:meta])* $wire:literal $field:ident: $kind:ty,)+ }
    ) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Default)]
        #[non_exhaustive]
        pub struct $name {
            $(
                $(#[$field_doc])*
                pub $field: Option<$kind>,
            )+
            beside: serde_json::Map<String, serde_json::Value>,
        }

        impl $name {
            /// The documented names that have a field, in the order of the fields.
            pub const NAMES: &'static [&'static str] = &[$($wire,)+];

            $(
                $(#[$field_doc])*
                #[must_use]
                pub fn $field(mut self, value: impl Into<$kind>) -> Self {
                    self.beside.remove($wire);
                    self.$field = Some(value.into());
                    self
                }
            )+

            /// What was read, or given by [`with`](Self::with), and has no field here: names that
            /// are not documented, misspelt ones, and values of another kind than the field's. It
            /// is judged and written with the rest.
            #[must_use]
            pub const fn others(&self) -> &serde_json::Map<String, serde_json::Value> {
                &self.beside
            }

            /// A parameter under the name that it has on the wire. `null` takes it away.
            #[must_use]
            pub fn with(mut self, name: &str, value: impl Into<serde_json::Value>) -> Self {
                $(if name == $wire {
                    self.$field = None;
                })+
                let value = value.into();
                crate::request::record::Record::add(
                    &mut self,
                    name,
                    crate::input::Node::Value(&value),
                );
                self
            }
        }

        impl crate::request::record::Record for $name {
            fn place(&mut self, name: &str, node: crate::input::Node<'_>) -> bool {
                match name {
                    $($wire => {
                        self.$field = crate::request::record::Part::read(node);
                        self.$field.is_some()
                    })+
                    _ => false,
                }
            }

            fn beside(&mut self) -> &mut serde_json::Map<String, serde_json::Value> {
                &mut self.beside
            }

            fn members(&self) -> serde_json::Map<String, serde_json::Value> {
                let mut members = self.beside.clone();
                $(if let Some(value) = &self.$field {
                    members.insert(
                        $wire.to_owned(),
                        crate::request::record::Part::write(value),
                    );
                })+
                members
            }
        }

        /// Secrets are hidden, and so is what nobody knows.
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let members = crate::request::record::Record::members(self);
                write!(f, "{} {}", stringify!($name), crate::request::values::masked(&members))
            }
        }

        /// Nothing is lost: see [`others`](Self::others). Only a name that stands twice, and what
        /// is no object, are refused; no error repeats a value.
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::request::record::Tree::deserialize(deserializer)?.record()
            }
        }
    };
}
pub(super) use request;
