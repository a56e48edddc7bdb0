//! A request as a form holds it: names with single values, without a text that anybody wrote.

use std::fmt::Write as _;

use serde_json::{Number, Value};

use super::json::{JsonError, Scanner};
use super::{JsonKind, Node};

/// The fields of a request, one after the other.
///
/// They stand in one text, so that filling in the next request needs no memory of its own:
///
/// ```
/// use kvspec::{Checker, Fields, Profile};
///
/// let checker = Checker::new(Profile::by_id("alibaba.create-instance.cn").unwrap());
/// let mut fields = Fields::new();
/// for capacity in [1024_u64, 0] {
///     fields.clear();
///     fields.string("RegionId", "cn-hangzhou");
///     fields.number("Capacity", capacity);
///     assert_eq!(checker.is_valid(&fields), capacity > 0);
/// }
/// ```
///
/// A name that is given again counts as written again, as it does in JSON text.
#[derive(Clone, PartialEq, Eq)]
pub struct Fields {
    /// See [`Reader`].
    text: String,
}

/// What a field holds, as one character of the packed text.
const NULL: u8 = b'0';
const BOOLEAN: u8 = b'1';
const NUMBER: u8 = b'2';
const STRING: u8 = b'3';
/// An object or a list, as JSON text.
const JSON: u8 = b'4';
/// Stands for the first of the values that can be listed, or for any text where any will do; the
/// others follow. There is no text behind it.
const KNOWN: u8 = b'@';
/// Begins a name that is written out; what is less is the number of a parameter.
const WRITTEN: u8 = 0x7f;
/// Begins a length of four bytes, seven bits in each; what is less is a length.
const LONG: u8 = 0x7f;
/// What the text begins with: the place of findings about something that is not there.
const START: &str = "{";

/// Values may be secrets: only how much there is of them is told.
impl std::fmt::Debug for Fields {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fields")
            .field("bytes", &self.text.len())
            .finish()
    }
}

impl Default for Fields {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields {
    /// No fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            text: START.to_owned(),
        }
    }

    /// No fields, with room for so many bytes of names and values.
    #[must_use]
    pub fn with_capacity(bytes: usize) -> Self {
        let mut text = String::with_capacity(bytes);
        text.push_str(START);
        Self { text }
    }

    /// The form in which they are kept.
    #[doc(hidden)]
    #[must_use]
    pub fn packed(&self) -> &str {
        &self.text
    }

    /// The fields of a packed text: names as they are written, what each holds, and its text.
    /// Nothing, if it is no packed text; numbers of parameters are no names.
    #[doc(hidden)]
    #[must_use]
    pub fn entries(packed: &str) -> Option<Vec<(&str, char, &str)>> {
        let mut reader = Reader::new(packed, 0)?;
        let mut entries = Vec::new();
        while !reader.is_done() {
            let (FieldName::Written(name), kind, text) = reader.entry()? else {
                return None;
            };
            entries.push((name, char::from(kind.byte()), text));
        }
        Some(entries)
    }

    /// The same as a parsed value.
    pub(crate) fn to_value(&self) -> Value {
        let entries = Self::entries(&self.text).unwrap_or_default();
        let members = entries.into_iter().map(|(name, kind, text)| {
            let value = match u8::try_from(kind) {
                Ok(NULL) => Value::Null,
                Ok(BOOLEAN) => Value::Bool(text == "true"),
                // What cannot be read as JSON is judged as the text that it is.
                Ok(NUMBER | JSON) => serde_json::from_str(text).unwrap_or_else(|_| text.into()),
                _ => text.into(),
            };
            (name.to_owned(), value)
        });
        Value::Object(members.collect())
    }

    /// Adds a field as [`Fields::entries`] gives it.
    #[doc(hidden)]
    pub fn entry(&mut self, name: &str, kind: char, text: &str) {
        self.add(name, u8::try_from(kind).unwrap_or(STRING), text);
    }

    /// Puts another value in the place of the first field of that name, or behind all others where
    /// there is none; without a value, takes the field away.
    #[doc(hidden)]
    pub fn replace(&mut self, name: &str, value: Option<(char, &str)>) {
        let mut end = START.len();
        let mut place = None;
        if let Some(mut reader) = Reader::new(&self.text, 0) {
            while let Some((known, ..)) = reader.entry() {
                let start = end;
                end = self.text.len() - reader.rest.len();
                if known == FieldName::Written(name) {
                    place = Some(start..end);
                    break;
                }
            }
        }
        match (place, value) {
            (Some(place), Some((kind, text))) => {
                let mut field = Self {
                    text: String::with_capacity(text.len() + name.len() + 16),
                };
                field.entry(name, kind, text);
                self.text.replace_range(place, &field.text);
            }
            (Some(place), None) => self.text.replace_range(place, ""),
            (None, Some((kind, text))) => self.entry(name, kind, text),
            (None, None) => {}
        }
    }

    /// How much there is of all fields, for [`Fields::cut`].
    #[doc(hidden)]
    #[must_use]
    pub fn mark(&self) -> usize {
        self.text.len()
    }

    /// Takes the fields behind a mark away, and overwrites them.
    #[doc(hidden)]
    pub fn cut(&mut self, mark: usize) {
        if let Some(behind) = self.text.len().checked_sub(mark) {
            self.text.replace_range(mark.., &"\0".repeat(behind));
            self.text.truncate(mark);
        }
    }

    /// Takes all fields away.
    pub fn clear(&mut self) {
        self.text.clear();
        self.text.push_str(START);
    }

    /// Adds a text.
    pub fn string(&mut self, name: &str, value: &str) {
        self.add(name, STRING, value);
    }

    /// Adds a number.
    pub fn number(&mut self, name: &str, value: impl Into<Number>) {
        let mut literal = String::new();
        let _ = write!(literal, "{}", value.into());
        self.add(name, NUMBER, &literal);
    }

    /// Adds a boolean.
    pub fn boolean(&mut self, name: &str, value: bool) {
        self.add(name, BOOLEAN, if value { "true" } else { "false" });
    }

    /// Adds a field that holds nothing: JSON's `null`.
    pub fn null(&mut self, name: &str) {
        self.add(name, NULL, "null");
    }

    /// Adds a parsed value.
    pub fn value(&mut self, name: &str, value: &Value) {
        match value {
            Value::Null => self.null(name),
            Value::Bool(value) => self.boolean(name, *value),
            Value::Number(number) => self.number(name, number.clone()),
            Value::String(text) => self.string(name, text),
            Value::Array(_) | Value::Object(_) => self.add(name, JSON, &value.to_string()),
        }
    }

    fn add(&mut self, name: &str, kind: u8, value: &str) {
        self.text.push(char::from(WRITTEN));
        self.push(name);
        self.text.push(char::from(kind));
        self.push(value);
    }

    fn push(&mut self, text: &str) {
        match u8::try_from(text.len()) {
            Ok(length) if length < LONG => self.text.push(char::from(length)),
            _ => {
                self.text.push(char::from(LONG));
                for shift in [21, 14, 7, 0] {
                    let digit = text.len() >> shift & 0x7f;
                    self.text
                        .push(char::from_u32(u32::try_from(digit).unwrap_or(0)).unwrap_or('\0'));
                }
            }
        }
        self.text.push_str(text);
    }
}

impl<'n> FromIterator<(&'n str, &'n Value)> for Fields {
    fn from_iter<I: IntoIterator<Item = (&'n str, &'n Value)>>(fields: I) -> Self {
        let mut all = Self::new();
        for (name, value) in fields {
            all.value(name, value);
        }
        all
    }
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FieldKind {
    Null,
    Boolean,
    Number,
    String,
    /// An object or a list, as JSON text.
    Json,
    /// The value at that place among those that can be listed, or any text where any will do.
    /// Only verdicts can be made of this.
    Known(usize),
}

impl FieldKind {
    pub(crate) const fn of(byte: u8) -> Option<Self> {
        match byte {
            NULL => Some(Self::Null),
            BOOLEAN => Some(Self::Boolean),
            NUMBER => Some(Self::Number),
            STRING => Some(Self::String),
            JSON => Some(Self::Json),
            KNOWN..=0x7f => Some(Self::Known((byte - KNOWN) as usize)),
            _ => None,
        }
    }

    const fn byte(self) -> u8 {
        match self {
            Self::Null => NULL,
            Self::Boolean => BOOLEAN,
            Self::Number => NUMBER,
            Self::String => STRING,
            Self::Json => JSON,
            #[expect(clippy::cast_possible_truncation, reason = "less than 64")]
            Self::Known(at) => KNOWN + at as u8,
        }
    }
}

/// By what a field is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FieldName<'a> {
    /// The place of a parameter in the table of the request.
    Number(usize),
    /// A name as it is written.
    Written(&'a str),
}

/// Reads packed fields. After `{` stands for each: the number of a parameter as one byte, or
/// U+007F and a name; one character for what it holds; a value. Names and values follow their
/// length in bytes: one byte, or U+007F and four bytes with seven bits each. As none of these
/// bytes is more than 127, all of it is a text, whose slices have an order.
pub(crate) struct Reader<'a> {
    rest: &'a str,
    max_depth: u32,
}

/// Why packed fields cannot be read.
#[derive(Debug)]
pub(crate) enum Unreadable {
    /// They are not in the form of [`Reader`].
    Form,
    /// A value is JSON text that cannot be read, or is nested too deeply.
    Json(JsonError),
}

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a str, max_depth: u32) -> Option<Self> {
        Some(Self {
            rest: text.strip_prefix(START)?,
            max_depth: max_depth.saturating_sub(1),
        })
    }

    #[inline]
    fn byte(&mut self) -> Option<u8> {
        let first = *self.rest.as_bytes().first()?;
        self.rest = self.rest.get(1..)?;
        Some(first)
    }

    #[inline]
    fn text(&mut self) -> Option<&'a str> {
        let first = self.byte()?;
        let mut length = usize::from(first);
        if first == LONG {
            length = 0;
            for _ in 0..4 {
                length = length << 7 | usize::from(self.byte()?);
            }
        }
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(text)
    }

    /// The next field, if there is one.
    #[inline]
    pub(crate) fn next(&mut self) -> Result<Option<(FieldName<'a>, Node<'a>)>, Unreadable> {
        if self.is_done() {
            return Ok(None);
        }
        let (name, kind, text) = self.entry().ok_or(Unreadable::Form)?;
        let node = match kind {
            FieldKind::Null => Node::Field(JsonKind::Null, text),
            FieldKind::Boolean => Node::Field(JsonKind::Boolean, text),
            FieldKind::Number => Node::Field(JsonKind::Number, text),
            FieldKind::String => Node::Field(JsonKind::String, text),
            FieldKind::Json => {
                Scanner::document(text, self.max_depth).map_err(Unreadable::Json)?;
                Node::Json(text)
            }
            FieldKind::Known(_) => return Err(Unreadable::Form),
        };
        Ok(Some((name, node)))
    }

    /// Whether there are no more fields.
    pub(crate) const fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    /// How deep a value may be nested.
    pub(crate) const fn max_depth(&self) -> u32 {
        self.max_depth
    }

    /// The next field as it stands. Nothing, if it cannot be read.
    #[inline]
    pub(crate) fn entry(&mut self) -> Option<(FieldName<'a>, FieldKind, &'a str)> {
        let name = match self.byte()? {
            WRITTEN => FieldName::Written(self.text()?),
            number => FieldName::Number(usize::from(number)),
        };
        let kind = FieldKind::of(self.byte()?)?;
        let text = match kind {
            FieldKind::Known(_) => "",
            _ => self.text()?,
        };
        Some((name, kind, text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_as_they_were_written() {
        let long = "长".repeat(10_000);
        let mut fields = Fields::new();
        fields.string("a", &long);
        fields.number("b", 5);
        fields.value("", &serde_json::json!([1, {"c": null}]));
        fields.null("d");
        let mut reader = Reader::new(fields.packed(), 128).expect("it begins as it must");
        let mut read = Vec::new();
        while let Ok(Some((name, node))) = reader.next() {
            read.push((name, node.kind(), node.text().into_owned()));
        }
        let text = |text: &str| text.to_owned();
        assert_eq!(
            read,
            [
                (FieldName::Written("a"), JsonKind::String, text(&long)),
                (FieldName::Written("b"), JsonKind::Number, text("5")),
                (
                    FieldName::Written(""),
                    JsonKind::Array,
                    text(r#"[1,{"c":null}]"#)
                ),
                (FieldName::Written("d"), JsonKind::Null, text("null")),
            ]
        );
    }

    #[test]
    fn fields_are_replaced_where_they_stand() {
        let mut fields = Fields::new();
        for name in ["a", "b", "c"] {
            fields.replace(name, Some((char::from(STRING), name)));
        }
        fields.replace("b", Some((char::from(NUMBER), "12")));
        fields.replace("a", None);
        fields.replace("d", None);
        let mark = fields.mark();
        fields.string("secret", "x");
        fields.cut(mark);
        assert_eq!(
            Fields::entries(fields.packed()),
            Some(vec![("b", '2', "12"), ("c", '3', "c")])
        );
    }

    #[test]
    fn what_is_not_packed_is_refused() {
        for text in [
            "{\u{7f}",
            "{\u{7f}\u{1}a",
            "{\u{7f}\u{1}a9\u{0}",
            "{\u{1}3\u{5}abc",
            "{\u{1}3\u{1}é",
            "{é",
            "{\u{1}3\u{7f}\u{7f}\u{7f}\u{7f}\u{7f}a",
        ] {
            let mut reader = Reader::new(text, 128).expect("it begins as it must");
            assert!(matches!(reader.next(), Err(Unreadable::Form)), "{text:?}");
        }
        assert!(Reader::new("", 128).is_none());
        let deep = "[".repeat(200) + &"]".repeat(200);
        let mut fields = Fields::new();
        fields.add("a", JSON, &deep);
        let mut reader = Reader::new(fields.packed(), 128).expect("it begins as it must");
        assert!(matches!(reader.next(), Err(Unreadable::Json(_))));
    }
}
