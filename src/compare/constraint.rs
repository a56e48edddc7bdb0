//! Which of two constraints takes more values, aspect by aspect.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::profile::{
    CharacterClass, Constraint, Kind, NameCharacters, PasswordCharacters, PasswordRule,
};
use crate::profile::{Row, months_in};
use crate::words::Locale;

/// What of a constraint two profiles bind differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Aspect {
    /// The values themselves.
    Values,
    /// The length, in characters.
    Length,
    /// The first character.
    FirstCharacter,
    /// The characters.
    Characters,
    /// The kinds of characters that have to be there.
    Classes,
}

impl Aspect {
    /// The published name, in kebab case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Values => "values",
            Self::Length => "length",
            Self::FirstCharacter => "first-character",
            Self::Characters => "characters",
            Self::Classes => "classes",
        }
    }

    /// What it is called in one language.
    #[must_use]
    pub const fn text(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Self::Values, Locale::En) => "values",
            (Self::Values, Locale::Zh) => "取值",
            (Self::Length, Locale::En) => "length",
            (Self::Length, Locale::Zh) => "长度",
            (Self::FirstCharacter, Locale::En) => "first character",
            (Self::FirstCharacter, Locale::Zh) => "首字符",
            (Self::Characters, Locale::En) => "characters",
            (Self::Characters, Locale::Zh) => "字符",
            (Self::Classes, Locale::En) => "kinds of characters",
            (Self::Classes, Locale::Zh) => "字符种类",
        }
    }
}

/// How the values of the one lie to those of the other: `Less` are fewer. `None` where each has
/// some that the other has not.
type Order = Option<Ordering>;

/// The values that a constraint takes.
enum Values {
    /// Any, as far as the document tells.
    All,
    /// These.
    Set(BTreeSet<String>),
    /// Whole numbers in a range.
    Range(u64, Option<u64>),
    /// Something with a form of its own.
    Form(&'static str),
}

fn values(row: &Row) -> Values {
    let canonical = |values: &[&str]| {
        Values::Set(
            values
                .iter()
                .map(|value| row.key.canonical(value).to_owned())
                .collect(),
        )
    };
    match row.parameter.constraint {
        Constraint::OneOf(values) | Constraint::Versions(values) => canonical(values),
        Constraint::Time(form) => Values::Form(form.pattern()),
        Constraint::Prefix { .. } => Values::Form("prefix"),
        Constraint::Distinct => Values::Form("distinct"),
        Constraint::Modes(_) => Values::Form("modes"),
        Constraint::Whitelist => Values::Form("whitelist"),
        Constraint::Settings(_) => Values::Form("settings"),
        Constraint::Boolean => canonical(&["true", "false"]),
        Constraint::Any if matches!(row.parameter.kind, Kind::Boolean) => {
            canonical(&["true", "false"])
        }
        Constraint::Integers(numbers) => {
            Values::Set(numbers.iter().map(ToString::to_string).collect())
        }
        Constraint::IntegersBy { cases, .. } | Constraint::IntegersByRule { cases, .. } => {
            Values::Set(
                cases
                    .iter()
                    .flat_map(|(unit, numbers)| {
                        let size = months_in(unit).unwrap_or(1);
                        numbers
                            .iter()
                            .map(move |number| (number * size).to_string())
                    })
                    .collect(),
            )
        }
        Constraint::Range { min, max } => Values::Range(min, max),
        Constraint::Ipv4 => Values::Form("ipv4"),
        Constraint::Config(_) => Values::Form("config"),
        Constraint::Activity => Values::Form("activity"),
        Constraint::Any
        | Constraint::ByRule
        | Constraint::Without(_)
        | Constraint::Within(_)
        | Constraint::InstanceClass
        | Constraint::Name(_)
        | Constraint::Password(_)
        | Constraint::Token { .. }
        | Constraint::Description { .. } => Values::All,
    }
}

fn order_of_sets<T: Ord>(a: &BTreeSet<T>, b: &BTreeSet<T>) -> Order {
    match (a.is_subset(b), b.is_subset(a)) {
        (true, true) => Some(Ordering::Equal),
        (true, false) => Some(Ordering::Less),
        (false, true) => Some(Ordering::Greater),
        (false, false) => None,
    }
}

/// Two orders at once: both have to point the same way.
fn both(one: Order, other: Order) -> Order {
    match (one?, other?) {
        (Ordering::Equal, order) | (order, Ordering::Equal) => Some(order),
        (one, other) => (one == other).then_some(one),
    }
}

/// How a range lies to another.
fn order_of_ranges(a: (u64, Option<u64>), b: (u64, Option<u64>)) -> Order {
    let end = |max: Option<u64>| max.unwrap_or(u64::MAX);
    both(Some(b.0.cmp(&a.0)), Some(end(a.1).cmp(&end(b.1))))
}

fn order_of_values(a: &Values, b: &Values) -> Order {
    match (a, b) {
        (Values::All, Values::All) => Some(Ordering::Equal),
        (_, Values::All) => Some(Ordering::Less),
        (Values::All, _) => Some(Ordering::Greater),
        (Values::Set(a), Values::Set(b)) => order_of_sets(a, b),
        (Values::Range(from, to), Values::Range(other_from, other_to)) => {
            order_of_ranges((*from, *to), (*other_from, *other_to))
        }
        (Values::Form(a), Values::Form(b)) => (a == b).then_some(Ordering::Equal),
        _ => None,
    }
}

/// The orders of every aspect of two parameters' constraints.
pub(super) fn compare(a: &Row, b: &Row) -> Vec<(Aspect, Order)> {
    let length = |min: u32, max: u32| (u64::from(min), Some(u64::from(max)));
    let mut orders = Vec::new();
    match (&a.parameter.constraint, &b.parameter.constraint) {
        (Constraint::Name(one), Constraint::Name(other)) => {
            orders.push((
                Aspect::Length,
                order_of_ranges(length(one.min, one.max), length(other.min, other.max)),
            ));
            orders.push((
                Aspect::FirstCharacter,
                Some(other.starts_with_letter.cmp(&one.starts_with_letter)),
            ));
            orders.push((
                Aspect::Characters,
                order_of_names(one.characters, other.characters),
            ));
        }
        (Constraint::Password(one), Constraint::Password(other)) => {
            orders.push((
                Aspect::Length,
                order_of_ranges(length(one.min, one.max), length(other.min, other.max)),
            ));
            orders.push((
                Aspect::Characters,
                order_of_sets(&password_characters(one), &password_characters(other)),
            ));
            orders.push((Aspect::Classes, order_of_classes(one, other)));
        }
        (Constraint::Token { max: one }, Constraint::Token { max: other })
        | (Constraint::Description { max: one }, Constraint::Description { max: other }) => {
            orders.push((Aspect::Length, Some(one.cmp(other))));
        }
        (one, other) => {
            let (text_a, text_b) = (is_text_rule(one), is_text_rule(other));
            let order = match (text_a, text_b) {
                (false, false) => {
                    let (a, b) = (values(a), values(b));
                    order_of_values(&a, &b)
                }
                (true, false) if !other.is_some() => Some(Ordering::Less),
                (false, true) if !one.is_some() => Some(Ordering::Greater),
                _ => None,
            };
            orders.push((Aspect::Values, order));
        }
    }
    orders
}

const fn is_text_rule(constraint: &Constraint) -> bool {
    matches!(
        constraint,
        Constraint::Name(_)
            | Constraint::Password(_)
            | Constraint::Token { .. }
            | Constraint::Description { .. }
    )
}

fn order_of_names(a: NameCharacters, b: NameCharacters) -> Order {
    let set = |text: &str| text.chars().collect::<BTreeSet<char>>();
    match (a, b) {
        (NameCharacters::WordsAndHan, NameCharacters::WordsAndHan) => Some(Ordering::Equal),
        // What refuses more takes less.
        (NameCharacters::Except(a), NameCharacters::Except(b)) => order_of_sets(&set(b), &set(a)),
        // Letters, digits, `_` and Han are refused by no list of the documents.
        (NameCharacters::WordsAndHan, NameCharacters::Except(refused)) => refused
            .chars()
            .all(|c| !c.is_ascii_alphanumeric() && c != '_')
            .then_some(Ordering::Less),
        (NameCharacters::Except(_), NameCharacters::WordsAndHan) => {
            order_of_names(b, a).map(Ordering::reverse)
        }
    }
}

/// The ASCII characters that a password may hold; of others the documents do not speak.
fn password_characters(rule: &PasswordRule) -> BTreeSet<char> {
    (' '..='~')
        .filter(|character| match rule.characters {
            PasswordCharacters::Refused(refused) => !refused.contains(*character),
            PasswordCharacters::Special(special) => {
                character.is_ascii_alphanumeric() || special.contains(*character)
            }
        })
        .collect()
}

/// Which sets of kinds of characters two rules take: there are sixteen.
fn order_of_classes(a: &PasswordRule, b: &PasswordRule) -> Order {
    const ALL: [CharacterClass; 4] = [
        CharacterClass::Uppercase,
        CharacterClass::Lowercase,
        CharacterClass::Digit,
        CharacterClass::Special,
    ];
    let accepted = |rule: &PasswordRule| -> BTreeSet<u32> {
        (1_u32..16)
            .filter(|mask| {
                let have = ALL
                    .iter()
                    .enumerate()
                    .filter(|(bit, class)| mask >> bit & 1 == 1 && rule.classes.contains(class))
                    .count();
                have >= rule.at_least as usize
            })
            .collect()
    };
    order_of_sets(&accepted(a), &accepted(b))
}

/// Whether the two spell some choice differently.
pub(super) fn is_respelled(a: &Row, b: &Row) -> bool {
    let (Constraint::OneOf(one), Constraint::OneOf(other)) =
        (a.parameter.constraint, b.parameter.constraint)
    else {
        let is_in_units = |row: &Row| row.parameter.constraint.cases().is_some();
        let is_listed = |row: &Row| matches!(row.parameter.constraint, Constraint::Integers(_));
        return is_in_units(a) && is_listed(b) || is_listed(a) && is_in_units(b);
    };
    let missing = |from: &[&str], to: &[&str]| {
        from.iter().any(|value| {
            !to.contains(value)
                && to
                    .iter()
                    .any(|that| a.key.canonical(that) == a.key.canonical(value))
        })
    };
    missing(one, other) || missing(other, one)
}
