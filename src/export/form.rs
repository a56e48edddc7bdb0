//! What a form needs to draw itself and to explain itself, in both languages.

use serde::Serialize;

use super::describe;
use crate::profile::{
    Bilingual, Condition, ConfigValue, Constraint, Kind, NameCharacters, Need, Parameter,
    PasswordCharacters, Profile, Ref, Rule, Wire,
};
use crate::report::PublishedCitation;
use crate::words::Locale;

/// The name and version of the published shape.
pub const FORM_SCHEMA: &str = "kvspec/form/v1";

/// A profile as form metadata, to be written with serde: `kvspec/form/v1`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Form {
    schema: &'static str,
    profile: &'static str,
    title: Text,
    operation: &'static str,
    document: &'static str,
    edition: Text,
    wire: &'static str,
    fields: Vec<Field>,
    rules: Vec<FormRule>,
}

#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Text {
    pub(super) en: &'static str,
    pub(super) zh: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct Texts {
    pub(super) en: String,
    pub(super) zh: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Field {
    /// JSON Pointer, `*` for the elements of a list.
    path: String,
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    /// `object` and `list` hold other fields, whose paths begin with this one's.
    holds: Option<&'static str>,
    required: &'static str,
    common: bool,
    secret: bool,
    label: Text,
    hint: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<&'static str>,
    /// The unit of a number: `month`, `MB`.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
    /// The document's own sample values.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    examples: Vec<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraint: Option<FormConstraint>,
    /// The constraint in words.
    describes: Texts,
    source: PublishedCitation,
}

#[derive(Debug, Serialize)]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub(super) enum FormConstraint {
    /// One of these values; numbers are written as text where the request travels as text.
    OneOf {
        values: Vec<String>,
    },
    OneOfBy {
        decided_by: &'static str,
        cases: Vec<Case>,
    },
    Range {
        min: u64,
        max: Option<u64>,
    },
    Name {
        min: u32,
        max: u32,
        starts_with_letter: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        refused: Option<&'static str>,
    },
    Password {
        min: u32,
        max: u32,
        #[serde(skip_serializing_if = "Option::is_none")]
        refused: Option<&'static str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        special: Option<&'static str>,
        at_least: u32,
        classes: Vec<&'static str>,
    },
    Token {
        max: u32,
    },
    Description {
        max: u32,
    },
    Ipv4,
    Time {
        pattern: &'static str,
    },
    Prefix {
        min: u32,
        max: u32,
    },
    Modes {
        values: &'static [&'static str],
    },
    Config {
        keys: Vec<Key>,
    },
    InstanceClass,
    Activity,
}

#[derive(Debug, Serialize)]
pub(super) struct Case {
    value: &'static str,
    values: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Key {
    name: &'static str,
    /// Its values; none where it takes a whole number.
    values: Option<&'static [&'static str]>,
}

#[derive(Debug, Serialize)]
struct FormRule {
    code: &'static str,
    severity: &'static str,
    /// JSON Pointer to the parameter that it speaks of, or to the object.
    at: String,
    when: Vec<FormCondition>,
    /// The conditions in words.
    describes: Texts,
    reason: Text,
    source: PublishedCitation,
}

/// A condition: all of a rule's must hold. An absent parameter has its default for `is` and
/// `is-not`; nothing is known of a parameter whose value is itself wrong.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum FormCondition {
    Is {
        path: String,
        value: &'static str,
    },
    IsNot {
        path: String,
        value: &'static str,
    },
    Present {
        path: String,
    },
    Absent {
        path: String,
    },
    Valid {
        path: String,
    },
    StartsWith {
        path: String,
        values: &'static [&'static str],
    },
    NotWithin {
        path: String,
        outer: String,
    },
    Differs {
        path: String,
        outer: String,
    },
    NoElement {
        path: String,
        condition: Box<FormCondition>,
    },
    OneOf {
        path: String,
        values: &'static [&'static str],
    },
    AtLeast {
        path: String,
        number: u64,
    },
    AtMost {
        path: String,
        number: u64,
    },
    Unknown {
        path: String,
    },
    Wrong {
        path: String,
    },
    Same {
        path: String,
        other: String,
    },
    LetsEverybodyIn {
        path: String,
    },
    Either {
        conditions: Vec<FormCondition>,
    },
    Passes {
        test: &'static str,
        paths: Vec<String>,
    },
}

/// The form metadata of a profile.
///
/// ```
/// use kvspec::{Profile, export};
///
/// let profile = Profile::by_id("alibaba.create-instance.cn").unwrap();
/// let form = serde_json::to_value(export::form(profile)).unwrap();
/// let field = form["fields"].as_array().unwrap().iter().find(|field| field["name"] == "Period");
/// assert_eq!(field.unwrap()["constraint"]["values"][9], "12");
/// ```
#[must_use]
pub fn form(profile: &'static Profile) -> Form {
    let mut fields = Vec::new();
    let mut rules = Vec::new();
    profile.visit_objects(&mut |at, object| {
        fields.extend(
            object
                .parameters
                .iter()
                .map(|parameter| field(profile, at, parameter)),
        );
        rules.extend(object.rules.iter().map(|rule| form_rule(at, rule)));
    });
    Form {
        schema: FORM_SCHEMA,
        profile: profile.id,
        title: text(profile.title),
        operation: profile.operation,
        document: profile.document,
        edition: text(profile.edition),
        wire: if profile.wire.is_strict {
            "json"
        } else if profile.wire == Wire::QUERY {
            "query"
        } else {
            "template"
        },
        fields,
        rules,
    }
}

pub(super) const fn text(text: Bilingual) -> Text {
    Text {
        en: text.en,
        zh: text.zh,
    }
}

fn field(profile: &'static Profile, at: &str, parameter: &'static Parameter) -> Field {
    let path = format!("{at}/{}", parameter.name);
    let (unit, examples) = super::unit_and_examples(profile, &path, parameter);
    Field {
        path,
        unit,
        examples,
        name: parameter.name,
        kind: parameter.kind.name(),
        holds: match parameter.kind {
            Kind::Object(_) => Some("object"),
            Kind::JsonArray(_) | Kind::Objects(..) => Some("list"),
            _ => None,
        },
        required: match parameter.need {
            Need::Required => "always",
            Need::RequiredOnWire => "on-wire",
            Need::Optional => "optional",
        },
        common: parameter.common,
        secret: parameter.secret,
        label: text(parameter.label),
        hint: text(parameter.hint),
        default: parameter.default,
        constraint: constraint(parameter),
        describes: Texts {
            en: describe::constraint(&parameter.constraint, Locale::En),
            zh: describe::constraint(&parameter.constraint, Locale::Zh),
        },
        source: parameter.citation.into(),
    }
}

fn numbers(numbers: &[u32]) -> Vec<String> {
    numbers.iter().map(u32::to_string).collect()
}

pub(super) fn constraint(parameter: &'static Parameter) -> Option<FormConstraint> {
    Some(match parameter.constraint {
        Constraint::Any if matches!(parameter.kind, Kind::Boolean) => FormConstraint::OneOf {
            values: vec!["true".to_owned(), "false".to_owned()],
        },
        Constraint::Any | Constraint::ByRule | Constraint::Without(_) | Constraint::Within(_) => {
            return None;
        }
        Constraint::Time(form) => FormConstraint::Time {
            pattern: form.pattern(),
        },
        Constraint::Prefix { min, max } => FormConstraint::Prefix { min, max },
        Constraint::Distinct | Constraint::Whitelist | Constraint::Settings(_) => return None,
        Constraint::Modes(values) => FormConstraint::Modes { values },
        Constraint::OneOf(values) | Constraint::Versions(values) => FormConstraint::OneOf {
            values: values.iter().map(|value| (*value).to_owned()).collect(),
        },
        Constraint::Boolean => FormConstraint::OneOf {
            values: vec!["true".to_owned(), "false".to_owned()],
        },
        Constraint::Integers(allowed) => FormConstraint::OneOf {
            values: numbers(allowed),
        },
        Constraint::IntegersBy { decided_by, cases }
        | Constraint::IntegersByRule { decided_by, cases } => FormConstraint::OneOfBy {
            decided_by: decided_by.name,
            cases: cases
                .iter()
                .map(|(value, allowed)| Case {
                    value,
                    values: numbers(allowed),
                })
                .collect(),
        },
        Constraint::Range { min, max } => FormConstraint::Range { min, max },
        Constraint::Name(rule) => FormConstraint::Name {
            min: rule.min,
            max: rule.max,
            starts_with_letter: rule.starts_with_letter,
            refused: match rule.characters {
                NameCharacters::Except(refused) => Some(refused),
                NameCharacters::WordsAndHan => None,
            },
        },
        Constraint::Password(rule) => {
            let (refused, special) = match rule.characters {
                PasswordCharacters::Refused(refused) => (Some(refused), None),
                PasswordCharacters::Special(special) => (None, Some(special)),
            };
            FormConstraint::Password {
                min: rule.min,
                max: rule.max,
                refused,
                special,
                at_least: rule.at_least,
                classes: rule.classes.iter().map(|class| class.term().id()).collect(),
            }
        }
        Constraint::Token { max } => FormConstraint::Token { max },
        Constraint::Description { max } => FormConstraint::Description { max },
        Constraint::Ipv4 => FormConstraint::Ipv4,
        Constraint::Config(keys) => FormConstraint::Config {
            keys: keys
                .iter()
                .map(|key| Key {
                    name: key.name,
                    values: match key.value {
                        ConfigValue::OneOf(values) => Some(values),
                        ConfigValue::Count => None,
                    },
                })
                .collect(),
        },
        Constraint::InstanceClass => FormConstraint::InstanceClass,
        Constraint::Activity => FormConstraint::Activity,
    })
}

/// The pointer of a parameter that a rule at this place refers to.
fn pointer(at: &str, reference: Ref) -> String {
    let mut home = at;
    for _ in 0..reference.up {
        let outer = home.strip_suffix("/*").unwrap_or(home);
        home = outer.rsplit_once('/').map_or("", |(outer, _)| outer);
    }
    format!("{home}/{}", reference.name)
}

fn form_rule(at: &str, rule: &'static Rule) -> FormRule {
    FormRule {
        code: rule.code.name(),
        severity: rule.severity().name(),
        at: rule
            .at
            .map_or_else(|| at.to_owned(), |reference| pointer(at, reference)),
        when: rule.when.iter().map(|each| condition(at, each)).collect(),
        describes: Texts {
            en: describe::rule(rule, Locale::En),
            zh: describe::rule(rule, Locale::Zh),
        },
        reason: text(rule.reason),
        source: rule.citation.into(),
    }
}

fn condition(at: &str, condition: &'static Condition) -> FormCondition {
    let path = |reference: &Ref| pointer(at, *reference);
    match condition {
        Condition::Is(reference, value) => FormCondition::Is {
            path: path(reference),
            value,
        },
        Condition::IsNot(reference, value) => FormCondition::IsNot {
            path: path(reference),
            value,
        },
        Condition::Present(reference) => FormCondition::Present {
            path: path(reference),
        },
        Condition::Absent(reference) => FormCondition::Absent {
            path: path(reference),
        },
        Condition::Valid(reference) => FormCondition::Valid {
            path: path(reference),
        },
        Condition::StartsWith(reference, values) => FormCondition::StartsWith {
            path: path(reference),
            values,
        },
        Condition::NotWithin(inner, outer) => FormCondition::NotWithin {
            path: path(inner),
            outer: path(outer),
        },
        Condition::Differs(inner, outer) => FormCondition::Differs {
            path: path(inner),
            outer: path(outer),
        },
        Condition::NoElement(list, inner) => FormCondition::NoElement {
            path: path(list),
            condition: Box::new(self::condition(&format!("{at}/{}/*", list.name), inner)),
        },
        Condition::OneOf(reference, values) => FormCondition::OneOf {
            path: path(reference),
            values,
        },
        Condition::AtLeast(reference, number) => FormCondition::AtLeast {
            path: path(reference),
            number: *number,
        },
        Condition::AtMost(reference, number) => FormCondition::AtMost {
            path: path(reference),
            number: *number,
        },
        Condition::Unknown(reference) => FormCondition::Unknown {
            path: path(reference),
        },
        Condition::Wrong(reference) => FormCondition::Wrong {
            path: path(reference),
        },
        Condition::Same(one, other) => FormCondition::Same {
            path: path(one),
            other: path(other),
        },
        Condition::LetsEverybodyIn(reference) => FormCondition::LetsEverybodyIn {
            path: path(reference),
        },
        Condition::Either(conditions) => FormCondition::Either {
            conditions: conditions
                .iter()
                .map(|each| self::condition(at, each))
                .collect(),
        },
        Condition::Passes(test, reads) => FormCondition::Passes {
            test: test.name,
            paths: reads.iter().map(path).collect(),
        },
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::documents::PROFILES;

    fn paths(condition: &FormCondition, out: &mut Vec<String>) {
        match condition {
            FormCondition::Is { path, .. }
            | FormCondition::IsNot { path, .. }
            | FormCondition::Present { path }
            | FormCondition::Absent { path }
            | FormCondition::Valid { path }
            | FormCondition::LetsEverybodyIn { path }
            | FormCondition::Unknown { path }
            | FormCondition::Wrong { path }
            | FormCondition::OneOf { path, .. }
            | FormCondition::AtLeast { path, .. }
            | FormCondition::AtMost { path, .. }
            | FormCondition::StartsWith { path, .. } => out.push(path.clone()),
            FormCondition::Same { path, other: outer }
            | FormCondition::NotWithin { path, outer }
            | FormCondition::Differs { path, outer } => {
                out.extend([path.clone(), outer.clone()]);
            }
            FormCondition::NoElement { path, condition } => {
                out.push(path.clone());
                paths(condition, out);
            }
            FormCondition::Either { conditions } => {
                for condition in conditions {
                    paths(condition, out);
                }
            }
            FormCondition::Passes { paths, .. } => out.extend(paths.iter().cloned()),
        }
    }

    #[test]
    fn rules_name_fields_that_are_there() {
        for profile in PROFILES {
            let form = form(profile);
            let known: BTreeSet<&str> = form.fields.iter().map(|f| f.path.as_str()).collect();
            for rule in &form.rules {
                let mut named = Vec::new();
                for condition in &rule.when {
                    paths(condition, &mut named);
                }
                for path in named {
                    assert!(
                        known.contains(path.as_str()),
                        "{} {}: {path}",
                        profile.id,
                        rule.code
                    );
                }
                let at_object = matches!(rule.code, "required-one-of" | "incomplete-pair");
                assert!(at_object || known.contains(rule.at.as_str()), "{}", rule.at);
            }
        }
    }
}
