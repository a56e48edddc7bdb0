//! What two profiles say differently, parameter by parameter and rule by rule, from their tables.

mod constraint;
mod render;
mod rule;

use std::cmp::Ordering;

use crate::profile::{Citation, Condition, Need, Profile};
use crate::profile::{Row, rows};
use crate::words::Locale;

pub use constraint::Aspect;
pub use render::PublishedComparison;
pub use rule::{RuleDifference, RuleSide};

/// What two profiles say differently.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Comparison {
    /// The one profile.
    pub a: &'static Profile,
    /// The other.
    pub b: &'static Profile,
    /// Parameters that are not the same in both, in the order of the first profile's table, then
    /// those of the second alone.
    pub parameters: Vec<ParameterDifference>,
    /// Rules between parameters that are not the same in both.
    pub rules: Vec<RuleDifference>,
    /// How many parameters are the same in both.
    pub same: usize,
}

/// A parameter as one profile has it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ParameterSide {
    /// JSON Pointer to it; the index of a list's element is written `*`.
    pub path: String,
    /// The documents' word for its type.
    pub kind: &'static str,
    /// Whether it has to be there.
    pub necessity: Necessity,
    /// Its default.
    pub default: Option<&'static str>,
    /// What its value must satisfy.
    pub constraint: crate::profile::Constraint,
    /// The document's words.
    pub citation: Citation,
}

/// Whether a parameter has to be there, with the rules between parameters counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Necessity {
    /// It may be left out.
    Optional,
    /// It has to be there in some cases.
    Conditional,
    /// It or another one has to be there.
    Alternative,
    /// It has to be there in a query string, and goes without saying elsewhere.
    RequiredOnWire,
    /// It has to be there.
    Required,
}

impl Necessity {
    /// The published name, in kebab case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Optional => "optional",
            Self::Conditional => "conditional",
            Self::Alternative => "alternative",
            Self::RequiredOnWire => "required-on-wire",
            Self::Required => "required",
        }
    }

    fn of(row: &Row) -> Self {
        let parameter = row.parameter;
        let at =
            |reference: crate::profile::Ref| reference.up == 0 && reference.name == parameter.name;
        match parameter.need {
            Need::Required => return Self::Required,
            Need::RequiredOnWire => return Self::RequiredOnWire,
            Need::Optional => {}
        }
        let mut found = Self::Optional;
        for rule in row.object.rules {
            let this = match rule.code {
                crate::Code::RequiredOneOf => rule
                    .when
                    .iter()
                    .any(|condition| matches!(condition, Condition::Absent(one) if at(*one)))
                    .then_some(Self::Alternative),
                crate::Code::RequiredWhen | crate::Code::RequiredWith => {
                    rule.at.is_some_and(at).then_some(Self::Conditional)
                }
                _ => None,
            };
            found = found.max(this.unwrap_or(Self::Optional));
        }
        found
    }
}

/// A parameter that two profiles do not have alike.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ParameterDifference {
    /// By what the two were matched: a notion's identifier, or the common name.
    pub notion: &'static str,
    /// As the first profile has it, if it does.
    pub a: Option<ParameterSide>,
    /// As the second profile has it, if it does.
    pub b: Option<ParameterSide>,
    /// In what they differ; a parameter that only one profile has differs in nothing else.
    pub differences: Vec<Difference>,
}

/// In what two parameters differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Difference {
    /// Only the first profile has it.
    OnlyInA,
    /// Only the second profile has it.
    OnlyInB,
    /// It has another name, or stands elsewhere.
    Renamed,
    /// It has another type.
    Type,
    /// It is required, optional or an alternative in one and something else in the other.
    Need,
    /// It has another default.
    Default,
    /// The same choices in other spellings.
    Respelled,
    /// The second profile takes fewer values.
    Stricter(Aspect),
    /// The second profile takes more values.
    Looser(Aspect),
    /// Each takes values that the other does not.
    Different(Aspect),
}

impl Difference {
    /// The published name, in kebab case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OnlyInA => "only-in-a",
            Self::OnlyInB => "only-in-b",
            Self::Renamed => "renamed",
            Self::Type => "type",
            Self::Need => "need",
            Self::Default => "default",
            Self::Respelled => "respelled",
            Self::Stricter(_) => "stricter",
            Self::Looser(_) => "looser",
            Self::Different(_) => "different",
        }
    }

    /// What of the constraint is concerned.
    #[must_use]
    pub const fn aspect(self) -> Option<Aspect> {
        match self {
            Self::Stricter(aspect) | Self::Looser(aspect) | Self::Different(aspect) => Some(aspect),
            _ => None,
        }
    }

    /// The same difference, seen from the other side.
    #[must_use]
    pub const fn reversed(self) -> Self {
        match self {
            Self::OnlyInA => Self::OnlyInB,
            Self::OnlyInB => Self::OnlyInA,
            Self::Stricter(aspect) => Self::Looser(aspect),
            Self::Looser(aspect) => Self::Stricter(aspect),
            other => other,
        }
    }
}

/// Compares two profiles.
///
/// Parameters are matched by notion (see [`crate::documents::notions`]): the same name in any case, or
/// names that are known to mean the same. "Stricter" and "looser" say what the second profile is
/// against the first.
///
/// ```
/// use kvspec::compare::{Aspect, Difference, compare};
/// use kvspec::Profile;
///
/// let comparison = compare(
///     Profile::by_id("alibaba.create-instance.cn").unwrap(),
///     Profile::by_id("alibaba.create-instances").unwrap(),
/// );
/// let name = comparison
///     .parameters
///     .iter()
///     .find(|parameter| parameter.notion == "instance-name")
///     .unwrap();
/// // 128 characters against 80, and no quotation mark among what is refused.
/// assert!(name.differences.contains(&Difference::Stricter(Aspect::Length)));
/// assert!(name.differences.contains(&Difference::Looser(Aspect::Characters)));
/// ```
#[must_use]
pub fn compare(a: &'static Profile, b: &'static Profile) -> Comparison {
    let (left, mut right) = (rows(a), rows(b));
    let mut parameters = Vec::new();
    let mut same = 0;
    let mut alone = Vec::new();
    // What belongs to one instance is matched first with what belongs to one instance.
    let mut pairs: Vec<(usize, Row)> = Vec::new();
    let has_list = |rows: &[Row]| rows.iter().any(Row::is_in_list);
    let both_lists = has_list(&left) && has_list(&right);
    let mut order: Vec<usize> = (0..left.len()).collect();
    order.sort_by_key(|index| !left[*index].is_in_list());
    for index in order {
        let row = &left[index];
        let fits = |other: &Row| {
            other.key == row.key && (!both_lists || other.is_in_list() == row.is_in_list())
        };
        let place = right
            .iter()
            .position(|other| fits(other) && other.is_in_list())
            .or_else(|| right.iter().position(fits));
        match place {
            Some(place) => pairs.push((index, right.remove(place))),
            None => alone.push(index),
        }
    }
    for (index, row) in left.iter().enumerate() {
        if let Some((_, other)) = pairs.iter().find(|(of, _)| *of == index) {
            let differences = differences(row, other);
            if differences.is_empty() {
                same += 1;
            } else {
                parameters.push(ParameterDifference {
                    notion: row.key.id(),
                    a: Some(side(row)),
                    b: Some(side(other)),
                    differences,
                });
            }
        } else if alone.contains(&index) {
            parameters.push(ParameterDifference {
                notion: row.key.id(),
                a: Some(side(row)),
                b: None,
                differences: vec![Difference::OnlyInA],
            });
        }
    }
    parameters.extend(right.iter().map(|row| ParameterDifference {
        notion: row.key.id(),
        a: None,
        b: Some(side(row)),
        differences: vec![Difference::OnlyInB],
    }));
    Comparison {
        a,
        b,
        parameters,
        rules: rule::differences(a, b),
        same,
    }
}

fn side(row: &Row) -> ParameterSide {
    ParameterSide {
        path: row.pointer(),
        kind: row.parameter.kind.name(),
        necessity: Necessity::of(row),
        default: row.parameter.default,
        constraint: row.parameter.constraint,
        citation: row.parameter.citation,
    }
}

fn differences(a: &Row, b: &Row) -> Vec<Difference> {
    let mut found = Vec::new();
    if a.pointer() != b.pointer() {
        found.push(Difference::Renamed);
    }
    if a.parameter.kind.name() != b.parameter.kind.name() {
        found.push(Difference::Type);
    }
    if Necessity::of(a) != Necessity::of(b) {
        found.push(Difference::Need);
    }
    let canonical = |row: &Row| row.parameter.default.map(|value| row.key.canonical(value));
    if canonical(a) != canonical(b) {
        found.push(Difference::Default);
    }
    for (aspect, order) in constraint::compare(a, b) {
        match order {
            Some(Ordering::Equal) => {}
            // Fewer values on the first side: the second is looser.
            Some(Ordering::Less) => found.push(Difference::Looser(aspect)),
            Some(Ordering::Greater) => found.push(Difference::Stricter(aspect)),
            None => found.push(Difference::Different(aspect)),
        }
    }
    if constraint::is_respelled(a, b) {
        found.push(Difference::Respelled);
    }
    found
}

impl Comparison {
    /// Whether the profiles say the same.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.parameters.is_empty() && self.rules.is_empty()
    }

    /// The comparison as lines of text in one language.
    #[must_use]
    pub fn human(&self, locale: Locale) -> String {
        render::human(self, locale)
    }

    /// The comparison as Markdown in one language.
    #[must_use]
    pub fn markdown(&self, locale: Locale) -> String {
        render::markdown(self, locale)
    }

    /// The published JSON shape, `kvspec/comparison/v1`, for serde.
    #[must_use]
    pub fn published(&self, locale: Locale) -> PublishedComparison<'_> {
        render::published(self, locale)
    }
}
