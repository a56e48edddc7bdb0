//! Which of two constraints takes more values, aspect by aspect.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::diagnostic::Locale;
use crate::notions::{Row, months_in};
use crate::profile::{
    CharacterClass, Constraint, Kind, NameCharacters, PasswordCharacters, PasswordRule,
};

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
        Constraint::OneOf(values) => canonical(values),
        Constraint::Boolean => canonical(&["true", "false"]),
        Constraint::Any if matches!(row.parameter.kind, Kind::Boolean) => {
            canonical(&["true", "false"])
        }
        Constraint::Integers(numbers) => {
            Values::Set(numbers.iter().map(ToString::to_string).collect())
        }
        Constraint::IntegersBy { cases, .. } => Values::Set(
            cases
                .iter()
                .flat_map(|(unit, numbers)| {
                    let size = months_in(unit).unwrap_or(1);
                    numbers
                        .iter()
                        .map(move |number| (number * size).to_string())
                })
                .collect(),
        ),
        Constraint::Range { min, max } => Values::Range(min, max),
        Constraint::Ipv4 => Values::Form("ipv4"),
        Constraint::Config(_) => Values::Form("config"),
        Constraint::Activity => Values::Form("activity"),
        Constraint::Any
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
        return matches!(
            (a.parameter.constraint, b.parameter.constraint),
            (Constraint::IntegersBy { .. }, Constraint::Integers(_))
                | (Constraint::Integers(_), Constraint::IntegersBy { .. })
        );
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

/// A constraint in words.
#[must_use]
pub fn describe(constraint: &Constraint, locale: Locale) -> String {
    let zh = locale == Locale::Zh;
    let numbers = |numbers: &[u32]| numbers_in_words(numbers, zh);
    let comma = if zh { "，" } else { "; " };
    match constraint {
        Constraint::Any if zh => "不限".to_owned(),
        Constraint::Any => "anything".to_owned(),
        Constraint::OneOf(values) => list(values, zh),
        Constraint::Integers(values) => numbers(values),
        Constraint::IntegersBy { decided_by, cases } => {
            let cases: Vec<String> = cases
                .iter()
                .map(|(case, values)| {
                    if zh {
                        format!("`{}` 为 `{case}` 时：{}", decided_by.name, numbers(values))
                    } else {
                        format!("with `{}` `{case}`: {}", decided_by.name, numbers(values))
                    }
                })
                .collect();
            cases.join(comma)
        }
        Constraint::Range {
            min,
            max: Some(max),
        } if zh => format!("{min} 到 {max} 的整数"),
        Constraint::Range {
            min,
            max: Some(max),
        } => format!("whole numbers {min} to {max}"),
        Constraint::Range { min, max: None } if zh => format!("不小于 {min} 的整数"),
        Constraint::Range { min, max: None } => format!("whole numbers from {min}"),
        Constraint::Boolean => list(&["true", "false"], zh),
        Constraint::Name(rule) => {
            let mut parts = vec![characters(rule.min, rule.max, zh)];
            if rule.starts_with_letter {
                parts.push(
                    if zh {
                        "以字母或中文开头"
                    } else {
                        "first a letter or a Chinese character"
                    }
                    .to_owned(),
                );
            }
            parts.push(match rule.characters {
                NameCharacters::Except(refused) if zh => format!("不含空白和 {}", spaced(refused)),
                NameCharacters::Except(refused) => {
                    format!("no white space and none of {}", spaced(refused))
                }
                NameCharacters::WordsAndHan if zh => "只含字母、数字、下划线和中文".to_owned(),
                NameCharacters::WordsAndHan => {
                    "letters, digits, underscores and Chinese characters only".to_owned()
                }
            });
            parts.join(comma)
        }
        Constraint::Password(rule) => password(rule, zh, comma),
        Constraint::Token { max } if zh => format!("最多 {max} 个 ASCII 字符"),
        Constraint::Token { max } => format!("at most {max} ASCII characters"),
        Constraint::Description { max } if zh => format!("最多 {max} 个字符"),
        Constraint::Description { max } => format!("at most {max} characters"),
        Constraint::Ipv4 if zh => "IPv4 地址".to_owned(),
        Constraint::Ipv4 => "an IPv4 address".to_owned(),
        Constraint::Config(_) if zh => "JSON 对象形式的 Redis 参数".to_owned(),
        Constraint::Config(_) => "Redis settings as a JSON object".to_owned(),
        Constraint::InstanceClass if zh => "实例规格".to_owned(),
        Constraint::InstanceClass => "an instance class".to_owned(),
        Constraint::Activity if zh => "活动凭证 JSON 的 base64".to_owned(),
        Constraint::Activity => "base64 of an activity's JSON".to_owned(),
    }
}

fn password(rule: &PasswordRule, zh: bool, comma: &str) -> String {
    let mut parts = vec![characters(rule.min, rule.max, zh)];
    parts.push(match rule.characters {
        PasswordCharacters::Refused(refused) if zh => format!("不含 {}", spaced(refused)),
        PasswordCharacters::Refused(refused) => format!("none of {}", spaced(refused)),
        PasswordCharacters::Special("") if zh => "只含字母和数字".to_owned(),
        PasswordCharacters::Special("") => "letters and digits only".to_owned(),
        PasswordCharacters::Special(special) if zh => {
            format!("只含字母、数字和 {}", spaced(special))
        }
        PasswordCharacters::Special(special) => {
            format!("letters, digits and {} only", spaced(special))
        }
    });
    if rule.at_least > 0 {
        let names: Vec<&str> = rule
            .classes
            .iter()
            .map(|class| match (class, zh) {
                (CharacterClass::Uppercase, true) => "大写字母",
                (CharacterClass::Lowercase, true) => "小写字母",
                (CharacterClass::Digit, true) => "数字",
                (CharacterClass::Special, true) => "特殊字符",
                (CharacterClass::Uppercase, false) => "uppercase",
                (CharacterClass::Lowercase, false) => "lowercase",
                (CharacterClass::Digit, false) => "digit",
                (CharacterClass::Special, false) => "special",
            })
            .collect();
        parts.push(if zh {
            format!("至少含 {} 种：{}", rule.at_least, names.join("、"))
        } else {
            format!("at least {} of {}", rule.at_least, names.join(", "))
        });
    }
    parts.join(comma)
}

fn characters(min: u32, max: u32, zh: bool) -> String {
    if zh {
        format!("{min} 到 {max} 个字符")
    } else {
        format!("{min} to {max} characters")
    }
}

fn spaced(characters: &str) -> String {
    let each: Vec<String> = characters.chars().map(String::from).collect();
    format!("`` {} ``", each.join(" "))
}

fn list(values: &[&str], zh: bool) -> String {
    let each: Vec<String> = values.iter().map(|value| format!("`{value}`")).collect();
    each.join(if zh { "、" } else { ", " })
}

/// Numbers with their runs put together: 1-9, 12, 24.
fn numbers_in_words(numbers: &[u32], zh: bool) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut rest = numbers;
    while let Some(first) = rest.first() {
        let run = rest
            .iter()
            .zip(*first..)
            .take_while(|(number, expected)| *number == expected)
            .count();
        if run > 2 {
            parts.push(format!("{first}-{}", rest[run - 1]));
            rest = &rest[run..];
        } else {
            parts.push(first.to_string());
            rest = &rest[1..];
        }
    }
    parts.join(if zh { "、" } else { ", " })
}
