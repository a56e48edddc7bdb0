//! What is wrong with a profile in a file, and where.

use std::fmt;
use std::ops::Range;

use crate::diagnostic::{LineIndex, Locale, Span};

/// One mistake in a file with a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mistake {
    /// JSON Pointer (RFC 6901) to the value concerned; empty for the whole file, and for a text
    /// that is no JSON.
    pub pointer: String,
    /// Where it stands in the file.
    pub span: Span,
    /// What was most likely meant, where that can be guessed.
    pub suggestion: Option<String>,
    /// What is wrong, in English and in Chinese.
    said: Said,
    /// Whether the text says that it is a profile, so that lines of it can be shown.
    pub(super) is_of_a_profile: bool,
}

/// One sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) en: String,
    pub(super) zh: String,
}

/// A sentence in both languages.
pub(super) fn said(en: impl Into<String>, zh: impl Into<String>) -> Said {
    Said {
        en: en.into(),
        zh: zh.into(),
    }
}

impl Mistake {
    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, locale: Locale) -> &str {
        match locale {
            Locale::En => &self.said.en,
            Locale::Zh => &self.said.zh,
        }
    }

    /// What to do about it, where there is more to say than the message does.
    #[must_use]
    pub fn help(&self, locale: Locale) -> Option<String> {
        let suggestion = self.suggestion.as_ref()?;
        Some(match locale {
            Locale::En => format!("did you mean `{suggestion}`?"),
            Locale::Zh => format!("是否想写 `{suggestion}`？"),
        })
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start = self.span.start;
        write!(f, "line {}, column {}: ", start.line, start.column)?;
        if !self.pointer.is_empty() {
            write!(f, "{}: ", crate::text::visible(&self.pointer))?;
        }
        f.write_str(self.message(Locale::En))?;
        match self.help(Locale::En) {
            Some(help) => write!(f, "; {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Mistake {}

/// The mistakes of one file while they are gathered.
#[derive(Debug)]
pub(super) struct Mistakes<'t> {
    text: &'t str,
    index: LineIndex,
    found: Vec<Mistake>,
    /// Whether the text says that it is a profile.
    is_of_a_profile: bool,
}

impl<'t> Mistakes<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self {
            text,
            index: LineIndex::new(text),
            found: Vec::new(),
            is_of_a_profile: false,
        }
    }

    /// From here on the text is known to be a profile.
    pub(super) const fn are_of_a_profile(&mut self) {
        self.is_of_a_profile = true;
    }

    pub(super) fn add(
        &mut self,
        pointer: &str,
        place: Range<usize>,
        said: Said,
        suggestion: Option<&str>,
    ) {
        self.found.push(Mistake {
            pointer: pointer.to_owned(),
            span: Span {
                start: self.index.position(self.text, place.start),
                end: self.index.position(self.text, place.end.max(place.start)),
            },
            suggestion: suggestion.map(|text| crate::text::visible(text).into_owned()),
            said,
            is_of_a_profile: self.is_of_a_profile,
        });
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The mistakes, in the order of the file.
    pub(super) fn sorted(mut self) -> Vec<Mistake> {
        self.found.sort_by_key(|mistake| mistake.span.start.offset);
        self.found
    }
}

/// A pointer, with one segment more.
pub(super) fn pointer(outer: &str, name: &str) -> String {
    format!("{outer}/{}", name.replace('~', "~0").replace('/', "~1"))
}
