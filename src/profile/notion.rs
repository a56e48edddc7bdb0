//! What parameters of different documents have in common: the same notion under several names,
//! and the same choice in several spellings.

use super::{Constraint, Kind, Object, Parameter, Profile};
use crate::words::{Bilingual, Citation};

/// One notion: a thing that several documents let one choose.
#[derive(Debug)]
#[non_exhaustive]
pub struct Notion {
    /// Identifier, in kebab case.
    pub id: &'static str,
    /// What a person calls it.
    pub label: Bilingual,
    /// What the documents call it. A container that only holds the parameter counts as a name
    /// for guesses, and is never compared itself.
    pub names: &'static [&'static str],
    /// Names that no document has, but people write.
    pub also: &'static [&'static str],
    /// Choices that the documents spell differently.
    pub choices: &'static [Choice],
    /// What an operation does that has no such parameter: `CreateInstance` creates one instance,
    /// the purchase page sells Redis, and JD Cloud puts every instance into a VPC.
    pub implied: Option<&'static str>,
}

/// One choice, in all of its spellings.
#[derive(Debug)]
#[non_exhaustive]
pub struct Choice {
    /// The spellings. Where a document has several, the first of them is written.
    pub names: &'static [&'static str],
    /// The passage that says what the spelling means.
    pub citation: Citation,
}

impl Notion {
    /// A notion without choices; the other methods add the rest.
    pub(crate) const fn new(
        id: &'static str,
        en: &'static str,
        zh: &'static str,
        names: &'static [&'static str],
    ) -> Self {
        Self {
            id,
            label: Bilingual::new(en, zh),
            names,
            also: &[],
            choices: &[],
            implied: None,
        }
    }

    pub(crate) const fn also(mut self, names: &'static [&'static str]) -> Self {
        self.also = names;
        self
    }

    pub(crate) const fn choices(mut self, choices: &'static [Choice]) -> Self {
        self.choices = choices;
        self
    }

    pub(crate) const fn implied(mut self, value: &'static str) -> Self {
        self.implied = Some(value);
        self
    }

    /// Whether any document, or a person in a hurry, calls it so, in whichever case.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        self.names
            .iter()
            .chain(self.also)
            .any(|known| known.eq_ignore_ascii_case(name))
    }

    /// The choice that a spelling stands for.
    #[must_use]
    pub fn choice(&self, value: &str) -> Option<&'static Choice> {
        let choices: &'static [Choice] = self.choices;
        choices.iter().find(|choice| choice.names.contains(&value))
    }
}

/// How many months a unit of duration has, for documents that give a duration in units.
/// Any other duration is in months.
const UNITS: &[(&str, u32)] = &[("month", 1), ("year", 12)];

/// The months in a unit of that name.
#[must_use]
pub fn months_in(unit: &str) -> Option<u32> {
    UNITS
        .iter()
        .find(|(name, _)| *name == unit)
        .map(|(_, months)| *months)
}

/// By what a parameter is held against those of other documents.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Meaning {
    Notion(&'static Notion),
    /// A parameter that has the same name everywhere, but for its case.
    Name(&'static str),
}

impl PartialEq for Meaning {
    fn eq(&self, other: &Self) -> bool {
        self.id().eq_ignore_ascii_case(other.id())
    }
}

impl Meaning {
    /// The notion of a parameter, or its name where it is a notion by itself.
    pub(crate) const fn of(parameter: &Parameter) -> Self {
        match parameter.notion {
            Some(notion) => Self::Notion(notion),
            None => Self::Name(parameter.name),
        }
    }

    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Notion(notion) => notion.id,
            Self::Name(name) => name,
        }
    }

    pub(crate) const fn implied(self) -> Option<&'static str> {
        match self {
            Self::Notion(notion) => notion.implied,
            Self::Name(_) => None,
        }
    }

    /// A value in its first spelling, so that equal choices are equal texts.
    pub(crate) fn canonical(self, value: &str) -> &str {
        match self {
            Self::Notion(notion) => notion.choice(value).map_or(value, |choice| choice.names[0]),
            Self::Name(_) => value,
        }
    }

    /// A value as another document spells it; `None` where that document has no such choice.
    pub(crate) fn spelled<'v>(self, value: &'v str, constraint: &Constraint) -> Option<&'v str>
    where
        'static: 'v,
    {
        let allowed: &[&'static str] = match constraint {
            Constraint::OneOf(values) => values,
            Constraint::Boolean => &["true", "false"],
            _ => return Some(value),
        };
        if allowed.contains(&value) {
            return Some(value);
        }
        let Self::Notion(notion) = self else {
            return None;
        };
        let names = notion.choice(value)?.names;
        names.iter().copied().find(|name| allowed.contains(name))
    }
}

/// Whether a parameter only holds others.
pub(crate) const fn is_container(parameter: &Parameter) -> bool {
    matches!(parameter.kind, Kind::Object(_) | Kind::JsonArray(_))
}

/// The place in an object's table of the parameter for a notion.
pub(crate) fn place_of(object: &Object, notion: &Notion) -> Option<usize> {
    object
        .parameters
        .iter()
        .position(|parameter| !is_container(parameter) && parameter.stands_for(notion))
}

/// One parameter of a profile with where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// JSON Pointer of the object, an element's index written `*`.
    pub(crate) at: String,
    pub(crate) object: &'static Object,
    pub(crate) parameter: &'static Parameter,
    pub(crate) key: Meaning,
}

impl Row {
    pub(crate) fn pointer(&self) -> String {
        format!("{}/{}", self.at, self.parameter.name)
    }

    /// Whether it belongs to one element of a list.
    pub(crate) fn is_in_list(&self) -> bool {
        self.at.ends_with("/*")
    }
}

/// Every parameter of a profile that is no mere container.
pub(crate) fn rows(profile: &'static Profile) -> Vec<Row> {
    let mut rows = Vec::new();
    profile.visit_objects(&mut |at, object| {
        rows.extend(
            object
                .parameters
                .iter()
                .filter(|parameter| !is_container(parameter))
                .map(|parameter| Row {
                    at: at.to_owned(),
                    object,
                    parameter,
                    key: Meaning::of(parameter),
                }),
        );
    });
    rows
}
