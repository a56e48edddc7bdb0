//! The language of the tables: what a document can say about a parameter, and how one
//! parameter bears on another.
//!
//! Everything here is plain `static` data built by `const fn`. The engine interprets it, the
//! exports derive from it, and nothing is generated at build time.

mod beyond;
mod class;
mod condition;
mod constraint;
pub(crate) mod merge_patch;
mod notion;
#[cfg(feature = "profile-files")]
pub(crate) mod own;
mod parameter;
mod plan;
pub(crate) mod setting;

pub use beyond::{Asks, ChangeRule, ContextRule, Refused};
pub use class::{
    Class, ClassCapacity, ClassCatalogue, ClassEdition, ClassFamily, ClassLayout, ClassSource,
    ClassState, Evidence, FamilyRule, Shards, StorageRange, StorageType,
};
pub use condition::{Condition, Holds, Ref, Rule, RuleFix, Says, Test};
pub use constraint::{
    CharacterClass, ConfigKey, ConfigValue, Constraint, NameCharacters, NameRule,
    PasswordCharacters, PasswordRule, SettingCatalogue, SettingJudge, SettingSaid, Words,
};
#[cfg(feature = "config")]
pub(crate) use notion::is_container;
pub use notion::{Choice, Notion, months_in};
pub(crate) use notion::{Meaning, Row, place_of, rows};
#[cfg(feature = "profile-files")]
pub use own::{OwnSettings, OwnTest};
pub use parameter::{Coercion, Kind, ListRule, Need, Parameter, Sample};
#[cfg(feature = "profile-files")]
pub(crate) use plan::MAX_RULES;
#[cfg(feature = "fast")]
pub(crate) use plan::MOST_KEPT;
pub(crate) use plan::{BOOLEANS, values_of};
pub use setting::{Setting, SettingLayer, SettingLayout, SettingRange, SettingUnit, SettingValues};

pub use crate::text::time::TimeForm;
pub use crate::words::{Bilingual, Citation};

use crate::diagnostic::{Code, Severity};
use crate::text::Word;
use crate::words::Locale;

/// A set of parameters of one object, or of facts or rules about them: a bit for each.
#[cfg(feature = "editions")]
pub(crate) type Mask = u128;
/// The same where only the older tables are linked, which a browser loads sooner.
#[cfg(not(feature = "editions"))]
pub(crate) type Mask = u64;

/// Whether rows of today's editions are judged. A build without them does not compile a table that
/// has one (see [`plan::Plan::of`]), so the engine leaves out what would judge it.
pub(crate) const EDITIONS: bool = cfg!(feature = "editions");

/// Whether [`Condition::Wrong`] is judged. Only tables of other tools have it, and the smallest builds
/// leave it out in the same way.
pub(crate) const WRONG: bool = cfg!(any(feature = "formats", feature = "profile-files"));

/// The most parameters that one object can have; the engine keeps them in a fixed array.
pub(crate) const MAX_PARAMETERS: usize = if cfg!(feature = "editions") { 96 } else { 56 };

/// Two tables as one, for rows that several documents share.
#[cfg(feature = "editions")]
pub(crate) const fn joined<T: Copy, const N: usize>(first: &[T], second: &[T]) -> [T; N] {
    let mut all = [first[0]; N];
    let mut at = 0;
    while at < first.len() {
        all[at] = first[at];
        at += 1;
    }
    let mut next = 0;
    while next < second.len() {
        all[at + next] = second[next];
        next += 1;
    }
    all
}

/// Rules that another table proves with its samples.
#[cfg(feature = "editions")]
pub(crate) const fn unproven<const N: usize>(mut rules: [Rule; N]) -> [Rule; N] {
    let mut at = 0;
    while at < N {
        rules[at].samples = &[];
        at += 1;
    }
    rules
}

/// How a request of a profile travels, which decides how its values are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says something of its own"
)]
pub struct Wire {
    /// Whether a value must have the documented JSON type; else it is taken as its text.
    pub is_strict: bool,
    /// Whether a number or boolean in the place of a documented text is told.
    pub tells_coercion: bool,
    /// Whether a text that is no number, where one belongs, has the wrong type instead of a wrong
    /// value.
    pub converts: bool,
    /// Whether `yes` and `no` without quotes are booleans, as an older YAML has them.
    pub reads_yes: bool,
    /// Whether a number in the place of a text becomes one as the tool reads it: `012` is `10`.
    pub rereads_numbers: bool,
    /// What a name is that the table does not have.
    pub unknown_name: Severity,
}

impl Wire {
    /// As text, in a query string: numbers and booleans are taken as their literal text.
    pub const QUERY: Self = Self {
        is_strict: false,
        tells_coercion: true,
        converts: false,
        reads_yes: false,
        rereads_numbers: false,
        unknown_name: Severity::Warning,
    };
    /// As a JSON body: the types are strict.
    pub const JSON: Self = Self {
        is_strict: true,
        ..Self::QUERY
    };
    /// Through Terraform, which converts between text, number and boolean, and refuses arguments
    /// that it does not know.
    pub const TERRAFORM: Self = Self {
        is_strict: false,
        tells_coercion: false,
        converts: true,
        reads_yes: false,
        rereads_numbers: false,
        unknown_name: Severity::Error,
    };
    /// Through a template of the Resource Orchestration Service, which passes over what it does
    /// not know.
    pub const ROS: Self = Self {
        reads_yes: true,
        rereads_numbers: true,
        unknown_name: Severity::Warning,
        ..Self::TERRAFORM
    };
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
    /// What of the object around it takes every meaning from this one: nothing inside is judged then.
    pub idle_when: Option<&'static Condition>,
    /// Whether a name in small letters is only a warning here: SDKs print it so.
    pub small_letters: bool,
    /// Whether white space at the ends of a value belongs to it.
    pub keeps_blanks: bool,
    /// What a careful team wants of it, beyond what the document refuses: rules that somebody asks for.
    pub packs: &'static [Rule],
    /// Names that the tool still takes, each with the one that took its place.
    pub old_names: &'static [(&'static str, &'static str)],
    /// What a profile that was read from a file brings along; nothing in the library's own.
    #[cfg(feature = "profile-files")]
    pub(crate) own: Option<&'static own::Own>,
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
            idle_when: None,
            small_letters: false,
            keeps_blanks: false,
            packs: &[],
            old_names: &[],
            #[cfg(feature = "profile-files")]
            own: None,
            plan: plan::Plan::of(parameters, rules),
        }
    }

    /// The same object, where a name in another case is a warning instead of an error.
    #[must_use]
    pub const fn with_lenient_case(mut self) -> Self {
        self.lenient_case = true;
        self
    }

    /// The same object, with rules of packs.
    #[must_use]
    pub(crate) const fn with_packs(mut self, rules: &'static [Rule]) -> Self {
        self.packs = rules;
        self
    }

    /// The same object, of which nothing is judged where that holds of the object around it.
    #[must_use]
    pub const fn idle_when(mut self, condition: &'static Condition) -> Self {
        self.idle_when = Some(condition);
        self
    }

    /// The same object, where a name in small letters is a warning instead of an error.
    #[must_use]
    pub const fn with_small_letters(mut self) -> Self {
        self.small_letters = true;
        self
    }

    /// The same object, where white space at the ends of a value belongs to it.
    #[must_use]
    pub const fn keeping_blanks(mut self) -> Self {
        self.keeps_blanks = true;
        self
    }

    /// The same object, with names that the tool still takes.
    #[must_use]
    pub const fn with_old_names(
        mut self,
        old_names: &'static [(&'static str, &'static str)],
    ) -> Self {
        self.old_names = old_names;
        self
    }

    /// Whether the parameter at that place may be any text but an empty one.
    #[doc(hidden)]
    #[must_use]
    pub const fn is_free(&self, index: usize) -> bool {
        self.plan.is_free(index)
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
    #[cfg_attr(feature = "fast", inline(always))]
    #[cfg_attr(
        feature = "fast",
        expect(
            clippy::inline_always,
            reason = "once for every member of every request"
        )
    )]
    #[cfg_attr(not(feature = "fast"), inline(never))]
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

    /// The only parameter that is an object and has a parameter of that very name.
    pub(crate) fn holder_of(&self, name: &str) -> Option<&'static str> {
        let mut holders = self.parameters.iter().filter_map(|parameter| {
            let Kind::Object(inner) = parameter.kind else {
                return None;
            };
            matches!(inner.find(name), NameMatch::Exact(_)).then_some(parameter.name)
        });
        holders.next().filter(|_| holders.next().is_none())
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
///
/// The tables are not the library's alone: an interface of one's own is described, judged,
/// exported and fuzzed in the same way.
///
/// ```
/// use kvspec::profile::{Condition, Constraint, Kind, Object, Parameter, Profile, Ref, Rule, Wire};
/// use kvspec::{Checker, Code};
///
/// const PARAMETERS: &[Parameter] = &[
///     Parameter::new("region", Kind::String)
///         .required()
///         .constraint(Constraint::OneOf(&["eu-1", "eu-2"])),
///     Parameter::new("replicas", Kind::Integer)
///         .constraint(Constraint::Range { min: 0, max: Some(5) }),
///     Parameter::new("zone", Kind::String),
/// ];
/// const RULES: &[Rule] = &[Rule::new(
///     Code::RequiredWhen,
///     &[
///         Condition::Present(Ref::to(PARAMETERS, "replicas")),
///         Condition::Absent(Ref::to(PARAMETERS, "zone")),
///     ],
/// )
/// .at(Ref::to(PARAMETERS, "zone"))
/// .because("replicas stand in a zone", "副本须位于某个可用区")];
/// static REQUEST: Object = Object::new(PARAMETERS, RULES);
/// static CACHES: Profile = Profile::new("acme.create-cache", "CreateCache", Wire::JSON, &REQUEST);
///
/// let report = Checker::new(&CACHES).check(r#"{"region": "eu-3", "replicas": 9}"#);
/// let found: Vec<Code> = report.iter().map(|found| found.code).collect();
/// assert_eq!(found, [Code::RequiredWhen, Code::InvalidValue, Code::OutOfRange]);
/// ```
#[non_exhaustive]
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
    /// The day from which it holds, as `yyyy-mm-dd`; empty where no document tells.
    pub since: &'static str,
    /// Identifier of the profile whose place it takes.
    pub supersedes: Option<&'static str>,
    /// What it shares with other documents, under their names.
    pub notions: &'static [&'static Notion],
    /// What it says of the network and the server that will connect.
    pub context_rules: &'static [ContextRule],
    /// Which changes it refuses to an instance that is there.
    pub change_rules: &'static [ChangeRule],
    /// Names that people use for a parameter of this profile, with that parameter's.
    pub aliases: &'static [(&'static str, &'static str)],
    /// Names that the operation had in an older edition, with what to do today.
    pub gone: &'static [(&'static str, Bilingual)],
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

/// The identifier.
impl std::fmt::Display for Profile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.id)
    }
}

/// The identifier.
impl serde::Serialize for Profile {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id)
    }
}

impl Profile {
    /// Whether a glance can be enough for a verdict: it reads the requests that are sent to a
    /// provider, not those that a tool reads in its own way.
    pub(crate) const fn is_glanced_at(&self) -> bool {
        matches!(self.wire, Wire::QUERY | Wire::JSON)
    }

    /// A profile of that identifier, for an operation of that name.
    #[must_use]
    pub const fn new(
        id: &'static str,
        operation: &'static str,
        wire: Wire,
        request: &'static Object,
    ) -> Self {
        Self {
            id,
            title: Bilingual::new(operation, operation),
            operation,
            document: "",
            edition: Bilingual::new("", ""),
            since: "",
            supersedes: None,
            notions: &[],
            context_rules: &[],
            change_rules: &[],
            aliases: &[],
            gone: &[],
            wire,
            request,
            provider_codes: None,
            sample: "{}",
        }
    }

    /// What a person calls it, in English and Chinese.
    #[must_use]
    pub const fn title(mut self, en: &'static str, zh: &'static str) -> Self {
        self.title = Bilingual::new(en, zh);
        self
    }

    /// A request, as JSON, that the profile accepts without error or warning.
    #[must_use]
    pub const fn sample(mut self, json: &'static str) -> Self {
        self.sample = json;
        self
    }

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
                    Kind::JsonArray(inner) | Kind::Objects(inner, _) => {
                        walk(&format!("{at}/{}/*", parameter.name), inner, visit);
                    }
                    _ => {}
                }
            }
        }
        walk("", self.request, visit);
    }

    /// The edition, unless the document's name says it already.
    #[must_use]
    #[doc(hidden)]
    pub fn edition_beside_document(&self, locale: Locale) -> Option<&'static str> {
        let edition = self.edition.get(locale);
        let mut parts = edition.split([',', '，']).map(str::trim);
        let is_said = parts.all(|part| self.document.contains(part));
        (!is_said).then_some(edition)
    }

    /// Whether a request has a place for a Token, by which retries are known.
    pub(crate) fn takes_token(&self) -> bool {
        let mut parameters = self.request.parameters.iter();
        parameters.any(|parameter| matches!(parameter.constraint, Constraint::Token { .. }))
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
            || self.context_rules.iter().any(|rule| rule.code == code)
            || (code == Code::IrreversibleChange && !self.change_rules.is_empty())
            || matches!(
                code,
                Code::Syntax
                    | Code::DuplicateParameter
                    | Code::UnknownParameter
                    | Code::PlaceholderValue
                    | Code::SecretInSpec
            )
            || (self.wire == Wire::QUERY
                && matches!(code, Code::FragmentIgnored | Code::PlusIsSpace))
    }
}
