//! The ground floor: texts in both languages, citations, and the names of languages and severities.
//! Tables, findings and readers stand on it; it stands on nothing.

mod locale;
mod severity;
mod text_number;

pub use locale::Locale;
pub use severity::Severity;

use text_number::TextNumber;

/// A text in both languages of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bilingual {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
    key: TextNumber,
}

impl Bilingual {
    /// Both texts, side by side.
    #[must_use]
    pub const fn new(en: &'static str, zh: &'static str) -> Self {
        let key = TextNumber::of(&[en, zh]);
        if cfg!(feature = "messages") {
            Self { en, zh, key }
        } else {
            Self {
                en: "",
                zh: "",
                key,
            }
        }
    }

    /// A text that every build has, the same in both languages.
    pub(crate) const fn standing(text: &'static str) -> Self {
        Self {
            en: text,
            zh: text,
            key: TextNumber::of(&[text, text]),
        }
    }

    /// A text that is found by the code of the finding: left out without the feature `messages`.
    pub(crate) const fn of_code(en: &'static str, zh: &'static str) -> Self {
        if cfg!(feature = "messages") {
            Self::new(en, zh)
        } else {
            Self::new("", "")
        }
    }

    /// The number by which a build without texts knows it.
    #[doc(hidden)]
    #[must_use]
    pub const fn key(self) -> u32 {
        self.key.number(&[self.en, self.zh])
    }

    /// A text that only explanations show: left out without the feature `prose`.
    pub(crate) const fn prose(en: &'static str, zh: &'static str) -> Self {
        if cfg!(feature = "prose") {
            Self::new(en, zh)
        } else {
            Self::new("", "")
        }
    }

    /// The text in one language.
    #[must_use]
    pub const fn get(self, locale: Locale) -> &'static str {
        match locale {
            Locale::En => self.en,
            Locale::Zh => self.zh,
        }
    }
}

/// Where a row of a table comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citation {
    /// File name of the document.
    pub document: &'static str,
    /// Heading of the section, as the document prints it.
    pub section: &'static str,
    /// A short quotation, without the document's markup.
    pub quote: &'static str,
    key: TextNumber,
}

impl Citation {
    /// A quotation, and where it stands.
    #[must_use]
    pub const fn new(document: &'static str, section: &'static str, quote: &'static str) -> Self {
        let key = TextNumber::of(&[document, section, quote]);
        if cfg!(feature = "messages") {
            Self {
                document,
                section,
                quote,
                key,
            }
        } else {
            Self {
                document: "",
                section: "",
                quote: "",
                key,
            }
        }
    }

    /// The number by which a build without texts knows it.
    #[doc(hidden)]
    #[must_use]
    pub const fn key(self) -> u32 {
        self.key.number(&[self.document, self.section, self.quote])
    }
}
