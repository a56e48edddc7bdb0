use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;

use serde::{Serialize, Serializer};

/// A text of a finding: it is read like any other text, and one of the tables costs no allocation.
/// With the feature `fast` neither does a short one, of up to 24 bytes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Text(Inner);

#[cfg(feature = "fast")]
type Inner = compact_str::CompactString;
#[cfg(not(feature = "fast"))]
type Inner = Cow<'static, str>;

impl Text {
    /// No text.
    #[must_use]
    pub const fn new() -> Self {
        #[cfg(feature = "fast")]
        let inner = Inner::const_new("");
        #[cfg(not(feature = "fast"))]
        let inner = Cow::Borrowed("");
        Self(inner)
    }

    /// A text that is there as long as the program.
    #[must_use]
    pub fn fixed(text: &'static str) -> Self {
        // What fits in its place is copied: that is as fast, and faster to read.
        #[cfg(feature = "fast")]
        let inner = if text.len() <= size_of::<Self>() {
            Inner::new(text)
        } else {
            Inner::const_new(text)
        };
        #[cfg(not(feature = "fast"))]
        let inner = Cow::Borrowed(text);
        Self(inner)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A JSON Pointer of one segment.
    pub(crate) fn pointer(segment: &str) -> Self {
        #[cfg(feature = "fast")]
        if segment.len() < size_of::<Self>() && !super::pointer::is_escaped(segment) {
            let mut inner = Inner::const_new("/");
            inner.push_str(segment);
            return Self(inner);
        }
        let mut pointer = String::with_capacity(1 + segment.len());
        super::push_segment(&mut pointer, segment);
        pointer.into()
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        #[cfg(feature = "fast")]
        let inner = Inner::new(text);
        #[cfg(not(feature = "fast"))]
        let inner = Cow::Owned(text.to_owned());
        Self(inner)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<Cow<'_, str>> for Text {
    fn from(text: Cow<'_, str>) -> Self {
        match text {
            Cow::Borrowed(text) => text.into(),
            Cow::Owned(text) => text.into(),
        }
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0.into()
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<String> for Text {
    fn eq(&self, other: &String) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<Text> for String {
    fn eq(&self, other: &Text) -> bool {
        self == other.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_reads_like_any_other() {
        for text in [
            "",
            "a",
            "exactly 24 bytes of text",
            "数据库实例的名称含有不允许的字符",
        ] {
            let read = Text::from(text);
            assert_eq!(read, text);
            assert_eq!(read, text.to_owned());
            assert_eq!(format!("{read:>4} {read:?}"), format!("{text:>4} {text:?}"));
            assert_eq!(String::from(read.clone()), text);
            assert_eq!(Text::from(Cow::Owned(text.to_owned())), read);
        }
        assert_eq!(Text::fixed("of the tables"), "of the tables");
        assert!(Text::new().is_empty());
    }
}
