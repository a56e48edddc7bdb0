//! One request, in whichever form it comes.

use std::borrow::Cow;
use std::fmt;

use serde_json::Value;

use crate::input::{Fields, InputFormat};

/// One request, in whichever form it comes.
///
/// A text converts into one by itself, and so do a parsed value and the fields of a form:
///
/// ```
/// use kvspec::{Checker, Profile, Spec};
/// use serde_json::json;
///
/// let checker = Checker::new(Profile::by_id("alibaba.create-instance.2026").unwrap());
/// let query = "Action=CreateInstance&RegionId=cn-hangzhou&InstanceClass=redis.master.small.default";
/// assert!(checker.is_valid(query));
/// let value = json!({"RegionId": "cn-hangzhou", "InstanceClass": "redis.master.small.default"});
/// assert!(checker.is_valid(&value));
/// // Whoever knows what a text is says so: a query in the place of JSON is a mistake then.
/// assert!(!checker.is_valid(Spec::Json(query)));
/// ```
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Spec<'a> {
    /// JSON, or what [`Spec::Query`] is: whichever it looks like.
    Text(&'a str),
    /// JSON.
    Json(&'a str),
    /// A query string, a URL with one, or a request with its headers as it travels over HTTP.
    Query(&'a str),
    /// A parsed value. Findings have paths, but no positions.
    Value(&'a Value),
    /// The fields of a form. Findings have paths, but no positions, and come in the order of the
    /// fields: they are those of the same request written as JSON.
    Fields(&'a Fields),
}

/// Values may be secrets: only how much there is of them is told.
impl fmt::Debug for Spec<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (form, bytes) = match self {
            Self::Text(text) => ("Text", text.len()),
            Self::Json(text) => ("Json", text.len()),
            Self::Query(text) => ("Query", text.len()),
            Self::Value(_) => return f.write_str("Value(…)"),
            Self::Fields(fields) => return f.debug_tuple("Fields").field(fields).finish(),
        };
        f.debug_struct(form).field("bytes", &bytes).finish()
    }
}

impl<'a> Spec<'a> {
    /// The text, if it is one.
    pub(crate) const fn text(self) -> Option<&'a str> {
        match self {
            Self::Text(text) | Self::Json(text) | Self::Query(text) => Some(text),
            Self::Value(_) | Self::Fields(_) => None,
        }
    }

    /// The same with its format decided.
    #[expect(clippy::inline_always, reason = "as `Checker::check`")]
    #[inline(always)]
    pub(crate) fn settled(self) -> Self {
        let Self::Text(text) = self else {
            return self;
        };
        let start = text.trim_start_matches('\u{feff}').trim_start();
        if start.starts_with('{') || InputFormat::of(text) != InputFormat::Query {
            Self::Json(text)
        } else {
            Self::Query(text)
        }
    }

    /// What it says as a text: JSON where it is none.
    pub(crate) fn written(self) -> Cow<'a, str> {
        match self {
            Self::Text(text) | Self::Json(text) | Self::Query(text) => Cow::Borrowed(text),
            Self::Value(value) => Cow::Owned(value.to_string()),
            Self::Fields(fields) => Cow::Owned(fields.to_value().to_string()),
        }
    }
}

impl<'a> From<&'a str> for Spec<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Spec<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a Value> for Spec<'a> {
    fn from(value: &'a Value) -> Self {
        Self::Value(value)
    }
}

impl<'a> From<&'a Fields> for Spec<'a> {
    fn from(fields: &'a Fields) -> Self {
        Self::Fields(fields)
    }
}
