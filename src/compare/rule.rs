//! Rules between parameters, matched by what they say and not by how they are spelled.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Locale};
use crate::profile::Meaning;
use crate::profile::{Condition, Constraint, Object, Profile, Ref, Rule};

/// A rule as one profile has it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct RuleSide {
    /// JSON Pointer to the parameter, or to the whole object, that the finding points at.
    pub path: String,
    /// The rule.
    pub rule: &'static Rule,
}

/// A rule that two profiles do not have alike.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct RuleDifference {
    /// As the first profile has it, if it does.
    pub a: Option<RuleSide>,
    /// As the second profile has it, if it does.
    pub b: Option<RuleSide>,
}

impl RuleDifference {
    /// The published name of the difference: `only-in-a`, `only-in-b`, `finding` where the same
    /// conditions give another finding, `conditions` where the same finding has others.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match (&self.a, &self.b) {
            (Some(_), None) => "only-in-a",
            (None, _) => "only-in-b",
            (Some(a), Some(b)) if a.rule.code == b.rule.code => "conditions",
            (Some(_), Some(_)) => "finding",
        }
    }
}

/// A rule with what it says in the words of the table of notions.
struct Known {
    side: RuleSide,
    at: String,
    conditions: BTreeSet<String>,
}

fn known(profile: &'static Profile) -> Vec<Known> {
    fn walk(at: &str, chain: &[&'static Object], out: &mut Vec<Known>) {
        let Some(object) = chain.last() else {
            return;
        };
        for rule in object.rules {
            let name = rule.at.map(|reference| reference.name);
            out.push(Known {
                side: RuleSide {
                    path: name.map_or_else(|| at.to_owned(), |name| format!("{at}/{name}")),
                    rule,
                },
                at: rule.at.map_or_else(String::new, |at| subject(at, chain)),
                conditions: rule
                    .when
                    .iter()
                    .map(|condition| say(condition, chain))
                    .collect(),
            });
        }
        for parameter in object.parameters {
            let (inner, at) = match parameter.kind {
                crate::profile::Kind::Object(inner) => (inner, format!("{at}/{}", parameter.name)),
                crate::profile::Kind::JsonArray(inner) => {
                    (inner, format!("{at}/{}/*", parameter.name))
                }
                _ => continue,
            };
            let mut chain = chain.to_vec();
            chain.push(inner);
            walk(&at, &chain, out);
        }
    }
    let mut out = Vec::new();
    walk("", &[profile.request], &mut out);
    out
}

fn parameter(
    reference: Ref,
    chain: &[&'static Object],
) -> Option<&'static crate::profile::Parameter> {
    let home = chain.len().checked_sub(1 + usize::from(reference.up))?;
    chain[home].parameter(reference.name)
}

fn subject(reference: Ref, chain: &[&'static Object]) -> String {
    let key = parameter(reference, chain).map(Meaning::of);
    key.map_or(reference.name, Meaning::id).to_ascii_lowercase()
}

fn say(condition: &Condition, chain: &[&'static Object]) -> String {
    let of = |reference: &Ref| subject(*reference, chain);
    match condition {
        Condition::Is(reference, value) => {
            format!(
                "{} is {}",
                of(reference),
                canonical(*reference, value, chain)
            )
        }
        Condition::IsNot(reference, value) => {
            let value = canonical(*reference, value, chain);
            // Of two choices, not the one is the other.
            let others = choices(*reference, chain);
            match others.iter().find(|other| **other != value) {
                Some(other) if others.len() == 2 && others.contains(&value) => {
                    format!("{} is {other}", of(reference))
                }
                _ => format!("{} is not {value}", of(reference)),
            }
        }
        Condition::Present(reference) => format!("{} is there", of(reference)),
        Condition::Absent(reference) => format!("{} is not there", of(reference)),
        Condition::Valid(reference) => format!("{} is good", of(reference)),
        Condition::StartsWith(reference, prefixes) => {
            format!("{} starts with {}", of(reference), prefixes.join(" or "))
        }
        Condition::NotWithin(inner, outer) => {
            format!("{} is not within {}", of(inner), of(outer))
        }
        Condition::Differs(a, b) => format!("{} differs from {}", of(a), of(b)),
        Condition::NoElement(list, inner) => {
            let element = parameter(*list, chain).and_then(|parameter| match parameter.kind {
                crate::profile::Kind::JsonArray(inner) => Some(inner),
                _ => None,
            });
            let mut chain = chain.to_vec();
            chain.extend(element);
            format!("no element where {}", say(inner, &chain))
        }
        Condition::OneOf(reference, values) => {
            format!("{} is one of {}", of(reference), values.join(", "))
        }
        Condition::AtLeast(reference, least) => format!("{} is at least {least}", of(reference)),
        Condition::AtMost(reference, most) => format!("{} is at most {most}", of(reference)),
        Condition::Unknown(reference) => format!("{} is not known", of(reference)),
        Condition::Wrong(reference) => format!("{} is wrong by itself", of(reference)),
        Condition::Same(a, b) => format!("{} equals {}", of(a), of(b)),
        Condition::LetsEverybodyIn(reference) => {
            format!("{} lets everybody in", of(reference))
        }
        Condition::Either(conditions) => {
            let each: Vec<String> = conditions.iter().map(|one| say(one, chain)).collect();
            each.join(" or ")
        }
        Condition::Passes(test, reads) => {
            let reads: Vec<String> = reads.iter().map(of).collect();
            format!("{} of {}", test.name, reads.join(", "))
        }
    }
}

fn canonical(reference: Ref, value: &str, chain: &[&'static Object]) -> String {
    parameter(reference, chain)
        .map(Meaning::of)
        .map_or(value, |key| key.canonical(value))
        .to_owned()
}

fn choices(reference: Ref, chain: &[&'static Object]) -> BTreeSet<String> {
    match parameter(reference, chain).map(|parameter| parameter.constraint) {
        Some(Constraint::OneOf(values) | Constraint::Versions(values)) => values
            .iter()
            .map(|value| canonical(reference, value, chain))
            .collect(),
        Some(Constraint::Boolean) => ["true", "false"].map(ToOwned::to_owned).into(),
        _ => BTreeSet::new(),
    }
}

/// Takes out of both lists what fits together.
fn pair_off(
    left: &mut Vec<Known>,
    right: &mut Vec<Known>,
    fits: impl Fn(&Known, &Known) -> bool,
) -> Vec<(Known, Known)> {
    let mut pairs = Vec::new();
    let mut rest = Vec::new();
    for one in left.drain(..) {
        match right.iter().position(|other| fits(&one, other)) {
            Some(place) => pairs.push((one, right.remove(place))),
            None => rest.push(one),
        }
    }
    *left = rest;
    pairs
}

pub(super) fn differences(a: &'static Profile, b: &'static Profile) -> Vec<RuleDifference> {
    let (mut left, mut right) = (known(a), known(b));
    let code = |known: &Known| -> Code { known.side.rule.code };
    pair_off(&mut left, &mut right, |one, other| {
        code(one) == code(other) && one.at == other.at && one.conditions == other.conditions
    });
    let mut pairs = pair_off(&mut left, &mut right, |one, other| {
        one.at == other.at && one.conditions == other.conditions
    });
    pairs.extend(pair_off(&mut left, &mut right, |one, other| {
        code(one) == code(other) && one.at == other.at
    }));
    let mut found: Vec<RuleDifference> = pairs
        .into_iter()
        .map(|(one, other)| RuleDifference {
            a: Some(one.side),
            b: Some(other.side),
        })
        .collect();
    found.extend(left.into_iter().map(|one| RuleDifference {
        a: Some(one.side),
        b: None,
    }));
    found.extend(right.into_iter().map(|other| RuleDifference {
        a: None,
        b: Some(other.side),
    }));
    found
}

/// When a rule speaks, in one language.
pub(super) fn conditions(rule: &Rule, locale: Locale) -> String {
    let each: Vec<String> = rule.when.iter().map(|one| in_words(one, locale)).collect();
    each.join(match locale {
        Locale::En => " and ",
        Locale::Zh => "，且",
    })
}

fn in_words(condition: &Condition, locale: Locale) -> String {
    let zh = locale == Locale::Zh;
    match condition {
        Condition::Is(one, value) if zh => format!("`{}` 为 `{value}`", one.name),
        Condition::Is(one, value) => format!("`{}` is `{value}`", one.name),
        Condition::IsNot(one, value) if zh => format!("`{}` 不为 `{value}`", one.name),
        Condition::IsNot(one, value) => format!("`{}` is not `{value}`", one.name),
        Condition::Present(one) if zh => format!("给出了 `{}`", one.name),
        Condition::Present(one) => format!("`{}` is there", one.name),
        Condition::Absent(one) if zh => format!("没有 `{}`", one.name),
        Condition::Absent(one) => format!("`{}` is not there", one.name),
        Condition::Valid(one) if zh => format!("`{}` 有效", one.name),
        Condition::Valid(one) => format!("`{}` is good", one.name),
        Condition::StartsWith(one, prefixes) if zh => {
            format!("`{}` 以 {} 开头", one.name, prefixes.join("、"))
        }
        Condition::StartsWith(one, prefixes) => {
            format!("`{}` starts with {}", one.name, prefixes.join(" or "))
        }
        Condition::NotWithin(inner, outer) if zh => {
            format!("`{}` 不以 `{}` 开头", inner.name, outer.name)
        }
        Condition::NotWithin(inner, outer) => {
            format!("`{}` does not begin with `{}`", inner.name, outer.name)
        }
        Condition::Differs(one, other) if zh => {
            format!("`{}` 与外层的 `{}` 不同", one.name, other.name)
        }
        Condition::Differs(one, other) => {
            format!("`{}` differs from the outer `{}`", one.name, other.name)
        }
        Condition::NoElement(list, inner) if zh => {
            format!(
                "`{}` 中没有元素满足：{}",
                list.name,
                in_words(inner, locale)
            )
        }
        Condition::NoElement(list, inner) => {
            format!(
                "in no element of `{}` {}",
                list.name,
                in_words(inner, locale)
            )
        }
        other => crate::export::condition(other, locale),
    }
}
