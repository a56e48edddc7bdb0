use super::{Bilingual, Citation, Parameter, Sample};
use crate::diagnostic::{Args, Code, Severity};

/// A parameter as a rule refers to it: by its place in the table of its object, or of an object
/// that encloses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ref {
    /// How many objects further out it stands: 0 for the rule's own object.
    pub up: u8,
    /// Its place in that object's table.
    pub index: u8,
    /// Its name.
    pub name: &'static str,
}

impl Ref {
    /// The parameter of that name.
    ///
    /// # Panics
    ///
    /// At compile time, when the table has no such name.
    #[must_use]
    pub const fn to(parameters: &'static [Parameter], name: &str) -> Self {
        let mut index = 0;
        while index < parameters.len() {
            if same(parameters[index].name, name) {
                #[expect(clippy::cast_possible_truncation, reason = "at most MAX_PARAMETERS")]
                return Self {
                    up: 0,
                    index: index as u8,
                    name: parameters[index].name,
                };
            }
            index += 1;
        }
        panic!("a rule names a parameter that its table does not have")
    }

    /// A parameter of a table that is itself being written down, or of one further out, by its
    /// place. A test holds that the name stands there.
    #[must_use]
    pub const fn outer(up: u8, index: u8, name: &'static str) -> Self {
        Self { up, index, name }
    }
}

pub(super) const fn same(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut index = 0;
    while index < left.len() {
        if left[index] != right[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// The closed set of conditions that rules are made of.
///
/// Each is true, false, or not known: a condition on the *value* of a parameter is not known
/// while that value is itself wrong. An absent parameter has its documented default.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Condition {
    /// It has this value, or is absent and this is its default.
    Is(Ref, &'static str),
    /// It has another value than this one, or is absent and has another default.
    IsNot(Ref, &'static str),
    /// It is there, whatever its value.
    Present(Ref),
    /// It is not there.
    Absent(Ref),
    /// It is there and its value is good.
    Valid(Ref),
    /// Its value is not known before a tool runs, or a placeholder stands for it.
    Unknown(Ref),
    /// It is there and its value is wrong by its own row. Takes the feature `formats` or
    /// `profile-files`.
    Wrong(Ref),
    /// It is there and its value begins with one of these.
    StartsWith(Ref, &'static [&'static str]),
    /// Both are there, and the first does not begin with the second.
    NotWithin(Ref, Ref),
    /// Both are there, and they differ.
    Differs(Ref, Ref),
    /// No element of the list meets the condition.
    NoElement(Ref, &'static Condition),
    /// It has one of these values, or is absent and one of them is its default.
    OneOf(Ref, &'static [&'static str]),
    /// It is there, and is a whole number of at least this.
    AtLeast(Ref, u64),
    /// It is there, and is a whole number of at most this.
    AtMost(Ref, u64),
    /// Both are there and the same; two equal references are the same whatever they stand for.
    Same(Ref, Ref),
    /// One of these holds. It is not known while none does and one of them is not known.
    Either(&'static [Condition]),
    /// It is there, and an entry of it lets every address in.
    LetsEverybodyIn(Ref),
    /// The values of these pass a test, which is not known while one of the values is not.
    Passes(&'static Test, &'static [Ref]),
}

/// What a finding of a test says beside its rule's reason, of the same values.
pub type Says = fn(&[Option<&str>], &mut Args);

/// What a rule asks of several values that the closed conditions cannot say. The exception: most
/// rules do without.
#[derive(Debug)]
pub struct Test {
    /// Its name, in kebab case.
    pub name: &'static str,
    /// Whether it fails at once where the first of the values is absent.
    pub needs_first: bool,
    /// The test itself.
    pub holds: Holds,
    /// What a finding says of it beside the rule's reason.
    pub says: Option<Says>,
}

/// How a test tells, given the value of each parameter that it reads: the written one, or else
/// the default.
#[derive(Debug, Clone, Copy)]
pub enum Holds {
    /// A function of this library.
    Code(fn(&[Option<&str>]) -> bool),
    /// Data of a profile that was read from a file.
    #[cfg(feature = "profile-files")]
    Data(super::OwnTest),
}

impl Test {
    /// Whether these values pass.
    #[must_use]
    pub fn holds(&self, values: &[Option<&str>]) -> bool {
        match self.holds {
            Holds::Code(holds) => holds(values),
            #[cfg(feature = "profile-files")]
            Holds::Data(test) => test.0.holds(values),
        }
    }

    /// As [`Test::holds`], which fails at once where it needs a first value that is absent.
    pub(crate) fn is_passed(&self, values: &[Option<&str>]) -> bool {
        (!self.needs_first || values.first().is_some_and(Option::is_some)) && self.holds(values)
    }

    /// What a finding says of these values beside the rule's reason.
    pub(crate) fn say(&self, values: &[Option<&str>], args: &mut Args) {
        if let Some(says) = self.says {
            says(values, args);
        }
        #[cfg(feature = "profile-files")]
        if let Holds::Data(test) = self.holds {
            test.0.say(values, args);
        }
    }
}

impl Condition {
    /// Whether only rules of today's editions ask this.
    pub(super) const fn is_of_today(&self) -> bool {
        matches!(
            self,
            Self::Unknown(_)
                | Self::Wrong(_)
                | Self::OneOf(..)
                | Self::AtLeast(..)
                | Self::AtMost(..)
                | Self::Same(..)
                | Self::Either(_)
                | Self::LetsEverybodyIn(_)
        )
    }

    /// Calls `visit` for every parameter whose value the condition looks at.
    pub fn visit_values(&self, visit: &mut dyn FnMut(Ref)) {
        match self {
            Self::Is(one, _)
            | Self::IsNot(one, _)
            | Self::Valid(one)
            | Self::StartsWith(one, _)
            | Self::OneOf(one, _)
            | Self::AtLeast(one, _)
            | Self::AtMost(one, _)
            | Self::Wrong(one)
            | Self::LetsEverybodyIn(one) => visit(*one),
            Self::NotWithin(one, other) | Self::Differs(one, other) | Self::Same(one, other) => {
                visit(*one);
                visit(*other);
            }
            Self::NoElement(_, inner) => inner.visit_values(visit),
            Self::Either(conditions) => {
                for condition in *conditions {
                    condition.visit_values(visit);
                }
            }
            Self::Passes(_, reads) => reads.iter().copied().for_each(visit),
            Self::Present(_) | Self::Absent(_) | Self::Unknown(_) => {}
        }
    }
}

/// What a finding of a rule offers to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RuleFix {
    /// Nothing.
    None,
    /// To take the parameter out, after a look at it.
    Remove,
    /// To put another value in its place, after a look at it.
    Replace(&'static str),
    /// To give the value the name of another parameter, unseen.
    Rename(&'static str),
    /// To put another parameter with that value beside it, after a look at it; where that one is there, to take this
    /// one out.
    Add(&'static str, &'static str),
}

/// What follows from some parameters for another: if all conditions hold, this finding stands.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Rule {
    /// The finding.
    pub code: Code,
    /// The parameter it points at; `None` for the whole object.
    pub at: Option<Ref>,
    /// Of an object that is not there, the member of it that is missing; else empty.
    pub member: &'static str,
    /// The conditions, all of which must hold.
    pub when: &'static [Condition],
    /// Why, in the rule's own words.
    pub reason: Bilingual,
    /// Where the rule comes from.
    pub citation: Citation,
    /// Samples that pass and samples that fail.
    pub samples: &'static [Sample],
    /// Its severity, where that is not the ordinary one of its code.
    pub severity: Option<Severity>,
    /// What a finding offers to change, where that does not follow from its code.
    pub fix: RuleFix,
    /// The provider's code for it, where the document lists one.
    pub provider_code: Option<&'static str>,
}

impl Rule {
    /// A rule about the whole object: that finding, if all the conditions hold. The other methods
    /// add the rest.
    #[must_use]
    pub const fn new(code: Code, when: &'static [Condition]) -> Self {
        Self {
            code,
            at: None,
            member: "",
            when,
            reason: Bilingual::new("", ""),
            citation: Citation::new("", "", ""),
            samples: &[],
            severity: None,
            fix: RuleFix::None,
            provider_code: None,
        }
    }

    /// The parameter it points at.
    #[must_use]
    pub const fn at(mut self, parameter: Ref) -> Self {
        self.at = Some(parameter);
        self
    }

    /// Why, in English and Chinese.
    #[must_use]
    pub const fn because(mut self, en: &'static str, zh: &'static str) -> Self {
        self.reason = Bilingual::new(en, zh);
        self
    }

    /// Where the rule comes from.
    #[must_use]
    pub const fn cite(mut self, citation: Citation) -> Self {
        self.citation = citation;
        self
    }

    /// Another severity than the ordinary one of its code.
    #[must_use]
    pub const fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    /// Whether only today's editions have such a rule.
    pub(super) const fn is_of_today(&self) -> bool {
        let mut at = 0;
        while at < self.when.len() {
            if self.when[at].is_of_today() {
                return true;
            }
            at += 1;
        }
        !matches!(self.fix, RuleFix::None | RuleFix::Add(..))
            || matches!(
                self.code,
                Code::ConfigUnlikelyValue
                    | Code::ClassEngineMismatch
                    | Code::NotDistinct
                    | Code::SumOutOfRange
                    | Code::ConflictingParameters
            )
    }

    /// The severity of its findings.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self.severity {
            Some(severity) => severity,
            None => self.code.severity(),
        }
    }
}
