//! The language of the tables: what a document can say about a parameter, and how one
//! parameter bears on another.
//!
//! Everything here is plain `static` data built by `const fn`. The engine interprets it, the
//! exports derive from it, and nothing is generated at build time.

mod class;
mod condition;
mod constraint;
mod key;
mod parameter;
mod plan;
pub(crate) mod setting;

pub use class::{
    Class, ClassCapacity, ClassCatalogue, ClassEdition, ClassFamily, ClassLayout, ClassSource,
    ClassState, Evidence, FamilyRule, Shards, StorageRange, StorageType,
};
pub use condition::{Condition, Ref, Rule};
pub use constraint::{
    CharacterClass, ConfigKey, ConfigValue, Constraint, NameCharacters, NameRule,
    PasswordCharacters, PasswordRule, Words,
};
pub use parameter::{Kind, Need, Parameter, Sample};
pub(crate) use plan::{BOOLEANS, values_of};
pub use setting::{Setting, SettingLayer, SettingLayout, SettingRange, SettingUnit, SettingValues};

use crate::diagnostic::{Code, Locale};
use crate::text::Word;
use key::Key;

/// The most parameters that one object can have; the engine keeps them in a fixed array and
/// their presence in one machine word.
pub(crate) const MAX_PARAMETERS: usize = 40;

/// A text in both languages of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bilingual {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
    key: Key,
}

impl Bilingual {
    /// Both texts, side by side.
    #[must_use]
    pub const fn new(en: &'static str, zh: &'static str) -> Self {
        let key = Key::of(&[en, zh]);
        if cfg!(feature = "texts") {
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
            key: Key::of(&[text, text]),
        }
    }

    /// A text that is found by the code of the finding: left out without the feature `texts`.
    pub(crate) const fn of_code(en: &'static str, zh: &'static str) -> Self {
        if cfg!(feature = "texts") {
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
    key: Key,
}

impl Citation {
    /// A quotation, and where it stands.
    #[must_use]
    pub const fn new(document: &'static str, section: &'static str, quote: &'static str) -> Self {
        let key = Key::of(&[document, section, quote]);
        if cfg!(feature = "texts") {
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

/// How a request of a profile travels, which decides how its values are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wire {
    /// As text, in a query string: numbers and booleans are taken as their literal text.
    Query,
    /// As a JSON body: the types are strict.
    Json,
}

/// Provider codes that a document lists for the request parameters of its operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProviderCodes {
    /// For anything required that is absent.
    pub missing: &'static str,
    /// For a Token that was used for a different request.
    pub token_reused: &'static str,
}

/// An object of a request: its parameters, in the document's order, and the rules between them.
#[derive(Debug)]
pub struct Object {
    /// The parameters, in the order of the document.
    pub parameters: &'static [Parameter],
    /// What one parameter's value or presence means for another.
    pub rules: &'static [Rule],
    /// Whether a name in another case is only a warning here: the document mixes cases itself.
    pub lenient_case: bool,
    pub(crate) plan: plan::Plan,
}

/// How a written name relates to the documented ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameMatch {
    /// The documented name, letter by letter.
    Exact(usize),
    /// A documented name but for ASCII case.
    OtherCase(usize),
    /// No documented name.
    None,
}

impl Object {
    /// An object with its parameters and rules.
    ///
    /// # Panics
    ///
    /// At compile time, when there are more parameters or rules than the engine has places for.
    #[must_use]
    pub const fn new(parameters: &'static [Parameter], rules: &'static [Rule]) -> Self {
        Self {
            parameters,
            rules,
            lenient_case: false,
            plan: plan::Plan::of(parameters, rules),
        }
    }

    /// The same object, where a name in another case is a warning instead of an error.
    #[must_use]
    pub const fn with_lenient_case(mut self) -> Self {
        self.lenient_case = true;
        self
    }

    /// Whether the parameter at that place may be any text but an empty one.
    #[doc(hidden)]
    #[must_use]
    pub const fn is_free(&self, index: usize) -> bool {
        self.plan.free >> index & 1 == 1
    }

    /// The parameter of that name, letter by letter.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&'static Parameter> {
        match self.find(name) {
            NameMatch::Exact(index) => self.parameters.get(index),
            NameMatch::OtherCase(_) | NameMatch::None => None,
        }
    }

    #[inline]
    pub(crate) fn find(&self, name: &str) -> NameMatch {
        self.find_bytes(name.as_bytes())
    }

    /// The parameter of a name of those bytes.
    #[cfg_attr(feature = "compact", inline(always))]
    #[cfg_attr(
        feature = "compact",
        expect(
            clippy::inline_always,
            reason = "once for every member of every request"
        )
    )]
    #[cfg_attr(not(feature = "compact"), inline(never))]
    pub(crate) fn find_bytes(&self, name: &[u8]) -> NameMatch {
        let word = Word::new(name);
        // Nearly always the first candidate is it.
        match self.plan.candidate(word) {
            Some(index) if word.is(self.parameters[index].name.as_bytes()) => {
                NameMatch::Exact(index)
            }
            Some(_) => self.find_odd(name),
            None => NameMatch::None,
        }
    }

    #[cold]
    fn find_odd(&self, name: &[u8]) -> NameMatch {
        for index in self.plan.candidates(Word::new(name)) {
            let documented = self.parameters[index].name.as_bytes();
            if documented == name {
                return NameMatch::Exact(index);
            }
            if documented.eq_ignore_ascii_case(name) {
                return NameMatch::OtherCase(index);
            }
        }
        NameMatch::None
    }
}

/// One operation as one document describes it.
pub struct Profile {
    /// Identifier, such as `alibaba.create-instance.cn`.
    pub id: &'static str,
    /// What a person calls it.
    pub title: Bilingual,
    /// Name of the operation in the provider's API.
    pub operation: &'static str,
    /// File name of the document.
    pub document: &'static str,
    /// Edition or date of the document, as far as it tells.
    pub edition: Bilingual,
    /// How a request travels.
    pub wire: Wire,
    /// The request.
    pub request: &'static Object,
    /// Provider codes, where the document lists any.
    pub provider_codes: Option<ProviderCodes>,
    /// A request, as JSON, that the profile accepts without error or warning.
    pub sample: &'static str,
}

/// A profile is known by its identifier; the whole of its tables would bury what holds it.
impl std::fmt::Debug for Profile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Profile").field(&self.id).finish()
    }
}

impl Profile {
    /// Calls `visit` for every object of the request, with the JSON Pointer under which it
    /// stands; an array element's index is written `*`.
    pub fn visit_objects(&'static self, visit: &mut dyn FnMut(&str, &'static Object)) {
        fn walk(at: &str, object: &'static Object, visit: &mut dyn FnMut(&str, &'static Object)) {
            visit(at, object);
            for parameter in object.parameters {
                match parameter.kind {
                    Kind::Object(inner) => {
                        walk(&format!("{at}/{}", parameter.name), inner, visit);
                    }
                    Kind::JsonArray(inner) => {
                        walk(&format!("{at}/{}/*", parameter.name), inner, visit);
                    }
                    _ => {}
                }
            }
        }
        walk("", self.request, visit);
    }

    /// Whether any row of the profile can give that finding.
    #[must_use]
    pub fn binds(&'static self, code: Code) -> bool {
        let mut found = false;
        self.visit_objects(&mut |_, object| {
            found |= object.rules.iter().any(|rule| rule.code == code)
                || object
                    .parameters
                    .iter()
                    .any(|parameter| parameter.binds(code, self.wire));
            found |= code == Code::ParameterCase;
        });
        found
            || crate::documents::binds_beyond(self, code)
            || matches!(
                code,
                Code::Syntax | Code::DuplicateParameter | Code::UnknownParameter
            )
            || (code == Code::SecretInSpec)
    }
}
