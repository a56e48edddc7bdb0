//! A response against the order that it answers.

use std::collections::BTreeSet;
use std::ops::Range;

use super::check::{Seen, Told};
use super::tree::Tree;
use super::{Comparison, Outcome};
use crate::diagnostic::bare;
use crate::diagnostic::{Arg, Args, Code, Diagnostic, Severity, Text, abbreviated, push_segment};
use crate::documents::notions::QUANTITY;
use crate::documents::{Identity, ResponseKind, ResponseTable};
use crate::profile::{Kind, Meaning, Parameter, Profile, place_of};
use crate::spec::Spec;
use crate::text;
use crate::text::placeholder;
use crate::transfer::read::{Facts, Mute};

/// What no document promises in a response, but providers send: held against the order, if it is
/// there, with a warning.
const UNDOCUMENTED: [&str; 3] = ["InstanceClass", "InstanceType", "EngineVersion"];

/// Holds what a response tells against what was ordered.
pub(super) fn compare(
    profile: &'static Profile,
    table: &'static ResponseTable,
    request: Spec<'_>,
    tree: &Tree<'_>,
    seen: &mut Seen,
) -> Vec<Comparison> {
    let facts = Facts::read(request, profile);
    let mut rows = Vec::new();
    for field in table.fields {
        let Some(parameter) = field
            .answers
            .and_then(|name| profile.request.parameter(name))
        else {
            continue;
        };
        let Some(ordered) = ordered(&facts, parameter) else {
            continue;
        };
        let told = seen.told.iter().find(|told| told.field.name == field.name);
        // A wrong value is a finding already.
        let there = tree.root.member(field.name);
        if told.is_none() && there.is_some_and(|item| !item.is_absent()) {
            continue;
        }
        let received = told.map(|Told { text, range, .. }| (text.clone(), range.clone()));
        let answer = Answer {
            field: field.name,
            severity: Severity::Error,
            source: Some(&field.citation),
        };
        rows.push(answer.hold(parameter, ordered, received, seen));
    }
    if table.undocumented_count {
        for name in UNDOCUMENTED {
            let item = tree.root.member(name);
            let Some((parameter, item)) = profile.request.parameter(name).zip(item) else {
                continue;
            };
            let text = tree.root.string(name);
            if let Some((ordered, text)) = ordered(&facts, parameter).zip(text) {
                let received = Some((text.to_owned(), item.range.clone()));
                let answer = Answer {
                    field: name,
                    severity: Severity::Warning,
                    source: None,
                };
                rows.push(answer.hold(parameter, ordered, received, seen));
            }
        }
    }
    rows.extend(count(profile, table, &facts, tree, seen));
    rows
}

/// What was ordered: pointer, value, and whether it is the default.
struct Ordered {
    pointer: String,
    text: String,
    by_default: bool,
}

fn ordered(facts: &Facts, parameter: &'static Parameter) -> Option<Ordered> {
    let given = facts
        .root
        .iter()
        .find(|given| given.parameter.name == parameter.name);
    match given {
        // What a placeholder will hold is not known.
        Some(given) if placeholder::find(&given.text, placeholder::Place::Identifier).is_some() => {
            None
        }
        Some(given) => Some(Ordered {
            pointer: given.pointer.clone(),
            text: given.text.clone(),
            by_default: false,
        }),
        None => parameter.default.map(|default| Ordered {
            pointer: format!("/{}", parameter.name),
            text: default.to_owned(),
            by_default: true,
        }),
    }
}

/// The field of a response that answers a parameter.
struct Answer {
    field: &'static str,
    severity: Severity,
    source: Option<&'static crate::profile::Citation>,
}

impl Answer {
    fn hold(
        self,
        parameter: &'static Parameter,
        ordered: Ordered,
        received: Option<(String, Range<usize>)>,
        seen: &mut Seen,
    ) -> Comparison {
        let pointer = format!("/{}", self.field);
        let outcome = match &received {
            None => Outcome::NotTold,
            Some((text, _)) if is_same(parameter, &ordered.text, text) => Outcome::Same,
            Some(_) => Outcome::Different,
        };
        if let (Outcome::Different, Some((text, range))) = (outcome, &received) {
            let mut args = Args::from([("field", Arg::Text(Text::fixed(self.field)))]);
            let shown = abbreviated(text).zip(abbreviated(&ordered.text));
            if let Some((text, ordered)) = shown {
                args.text("received", text).text("ordered", ordered);
            }
            if ordered.by_default {
                args.text("default_of", parameter.name);
            }
            let found = Diagnostic {
                severity: self.severity,
                path: pointer.as_str().into(),
                parameter: Some(self.field),
                source: self.source,
                ..bare(Code::ResponseMismatch, args)
            };
            seen.sink.push(found, Some(range.clone()));
        }
        Comparison {
            parameter: ordered.pointer,
            field: pointer,
            ordered: ordered.text,
            by_default: ordered.by_default,
            received: received.map(|(text, _)| text),
            outcome,
        }
    }
}

/// Whether two values mean the same: in whichever spelling the documents have, and numbers and
/// addresses whatever their writing.
fn is_same(parameter: &'static Parameter, ordered: &str, received: &str) -> bool {
    let key = Meaning::of(parameter);
    if ordered == received || key.canonical(ordered) == key.canonical(received) {
        return true;
    }
    match parameter.kind {
        Kind::Long | Kind::Integer => ordered
            .parse::<u64>()
            .is_ok_and(|ordered| received.parse() == Ok(ordered)),
        _ => text::parse_ipv4(ordered)
            .is_some_and(|ordered| text::parse_ipv4(received) == Some(ordered)),
    }
}

/// The number of instances, where the operation creates more than one: as many different IDs as
/// the sum of the quantities. Nothing where either is not known.
fn count(
    profile: &'static Profile,
    table: &'static ResponseTable,
    facts: &Facts,
    tree: &Tree<'_>,
    seen: &mut Seen,
) -> Option<Comparison> {
    let list = profile
        .request
        .parameters
        .iter()
        .find(|parameter| matches!(parameter.kind, Kind::JsonArray(_)))?;
    let Kind::JsonArray(element) = list.kind else {
        return None;
    };
    let quantity = place_of(element, &QUANTITY)?;
    let quantity = &element.parameters[quantity];
    let unread = facts.mute.iter().any(|(_, why)| *why == Mute::Unreadable);
    if facts.elements.is_empty() || unread {
        return None;
    }
    let mut wanted: u64 = 0;
    for element in &facts.elements {
        let given = element
            .iter()
            .find(|given| given.parameter.name == quantity.name)
            .map(|given| given.text.as_str());
        let number = given.or(quantity.default).unwrap_or("1").parse().ok()?;
        wanted = wanted.checked_add(number)?;
    }
    let (pointer, range) = table.fields.iter().find_map(|field| {
        let ResponseKind::Object(inner) = field.kind else {
            return None;
        };
        let ids = inner
            .iter()
            .find(|field| field.identifies == Some(Identity::Instance))?;
        let item = tree.root.member(field.name)?;
        let mut pointer = format!("/{}", field.name);
        push_segment(&mut pointer, ids.name);
        // In XML every ID is an element; all of them together are what the object holds.
        let several = item.members.len() > 1;
        let list = item.member(ids.name).filter(|_| !several).unwrap_or(item);
        Some((pointer, list.range.clone()))
    })?;
    // IDs that are missing or no texts are findings already.
    if seen.instance_ids.is_empty() {
        return None;
    }
    let different: BTreeSet<&String> = seen.instance_ids.iter().collect();
    let got = different.len() as u64;
    let outcome = if got == wanted {
        Outcome::Same
    } else {
        let found = Diagnostic {
            path: pointer.as_str().into(),
            parameter: Some("InstanceId"),
            source: Some(&quantity.citation),
            ..bare(
                Code::ResponseMismatch,
                [("got", Arg::Number(got)), ("wanted", Arg::Number(wanted))].into(),
            )
        };
        seen.sink.push(found, Some(range));
        Outcome::Different
    };
    Some(Comparison {
        parameter: format!("/{}", list.name),
        field: pointer,
        ordered: wanted.to_string(),
        by_default: false,
        received: Some(got.to_string()),
        outcome,
    })
}
