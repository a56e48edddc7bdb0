//! Terraform in JSON.

use std::ops::Range;

use super::place::{Place, json_pair, within};
use super::reads::GUARDS;
use super::scope::{SourceFile, elements, members, objects};
use super::value::Reader;
use super::{KVSTORE, META, Order};
use crate::input::item::{Item, Member, What, Written};
use crate::input::json;

/// A member of an object.
pub(super) fn member(key: &str, value: &str, place: &Place<'_>, item: Item) -> Member {
    let at = within(place.text, key);
    let end = within(place.text, value).end;
    Member {
        name: json::decode(key).into_owned(),
        shown: None,
        key: at.clone(),
        whole: json_pair(place.text, &(at.start..end)),
        is_block: false,
        value: item,
    }
}

/// The resources of a file, in its order.
pub(super) fn orders(file: &SourceFile<'_>, reader: &Reader<'_>) -> Vec<Order> {
    let place = file.place(0);
    let mut orders = Vec::new();
    for (kind, names) in file.objects("resource").into_iter().flat_map(members) {
        let kind_at = within(place.text, kind);
        let kind = json::decode(kind).into_owned();
        let wanted = super::is_wanted(&kind);
        for (name, body) in objects(names)
            .into_iter()
            .flat_map(members)
            .filter(|_| wanted)
        {
            for body in objects(body) {
                orders.push(Order {
                    kind: kind.clone(),
                    kind_at: kind_at.clone(),
                    name: Some(json::decode(name).into_owned()),
                    head: within(place.text, name),
                    whole: within(place.text, body),
                    provider: chosen_provider(body),
                    ignored_changes: ignored_changes(body),
                    remarks: Vec::new(),
                    arguments: reader.guarded(guards(body, reader), || {
                        arguments(body, &kind, &place, reader)
                    }),
                });
            }
        }
    }
    orders
}

fn chosen_provider(body: &str) -> Option<String> {
    let all = members(body);
    let (_, value) = all
        .iter()
        .find(|(key, _)| json::decode(key) == "provider")?;
    Some(json::decode(value).into_owned())
}

/// The names of the arguments whose changes are ignored.
fn ignored_changes(body: &str) -> Vec<String> {
    members(body)
        .into_iter()
        .filter(|(key, _)| json::decode(key) == "lifecycle")
        .flat_map(|(_, lifecycle)| objects(lifecycle))
        .flat_map(members)
        .filter(|(key, _)| json::decode(key) == "ignore_changes")
        .flat_map(|(_, names)| elements(names))
        .map(|name| super::first_name(&json::decode(name)))
        .collect()
}

/// The variables that say whether a resource is there.
fn guards(body: &str, reader: &Reader<'_>) -> Vec<String> {
    members(body)
        .into_iter()
        .filter(|(key, _)| GUARDS.contains(&&*json::decode(key)))
        .flat_map(|(_, value)| reader.reads_json(value))
        .collect()
}

fn arguments(body: &str, kind: &str, place: &Place<'_>, reader: &Reader<'_>) -> Item {
    let mut found: Vec<Member> = Vec::new();
    for (key, value) in members(body) {
        let name = json::decode(key);
        if name == "//" || META.contains(&&*name) {
            continue;
        }
        if name == "dynamic" {
            for (key, block) in objects(value).into_iter().flat_map(members) {
                let item = open_list(within(place.text, block));
                found.push(Member {
                    is_block: true,
                    ..member(key, block, place, item)
                });
            }
            continue;
        }
        let mut item = reader.json(value, place);
        if kind == KVSTORE && name == "parameters" && matches!(item.what, What::Map { .. }) {
            // One block, which needs no list around it.
            let span = item.span.clone();
            let what = What::List {
                elements: vec![item],
                open: false,
            };
            item = Item::new(what, span, Written::Json);
        }
        found.push(member(key, value, place, item));
    }
    let what = What::Map {
        members: found,
        open: false,
    };
    Item::new(what, within(place.text, body), Written::Json)
}

/// A list of which nothing is known.
fn open_list(span: Range<usize>) -> Item {
    let what = What::List {
        elements: Vec::new(),
        open: true,
    };
    Item::new(what, span, Written::Json)
}

/// Whether a text is one object, as Terraform's JSON is; an array of objects is too.
pub(super) fn is_document(raw: &str) -> bool {
    raw.starts_with('{') || !elements(raw).is_empty()
}
