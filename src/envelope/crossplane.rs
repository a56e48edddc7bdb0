//! Kubernetes resources of Crossplane: `spec.forProvider` of the kinds that order an instance.

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use super::tree::{self, Literally, Reading, unknown};
use super::{Found, Spec, SpecFormat};
use crate::input::item::{Item, Member, What};
use crate::input::yaml::{Kind, Node, Pair};

/// Endings of members that say where a value is to be taken from.
const REFERENCES: [&str; 4] = ["SecretRef", "Refs", "Ref", "Selector"];

/// Reads the document if it is one of these resources, and says whether it is.
pub(crate) fn read(root: &Node<'_>, found: &mut Found) -> bool {
    let text = |name: &str| root.value(name).and_then(Node::text);
    let (Some(version), Some(kind)) = (text("apiVersion"), text("kind")) else {
        return false;
    };
    let group = version.split_once('/').map_or("", |(group, _)| group);
    let profile = match (group, kind) {
        ("tair.alibabacloud.crossplane.io", "Instance") => "crossplane.instance",
        ("tair.alibabacloud.crossplane.io", "TairInstance") => "crossplane.tair-instance",
        ("redis.alibaba.crossplane.io", "RedisInstance") => "crossplane.redis-instance",
        _ => return false,
    };
    let spec = root.member("spec");
    if spec.is_some_and(|spec| only_observes(&spec.value)) {
        return true;
    }
    let given = spec.and_then(|spec| spec.value.member("forProvider"));
    let initial = spec.and_then(|spec| spec.value.member("initProvider"));
    let head = given.or(initial).or(spec).or_else(|| root.member("kind"));
    let head = head.map_or(root.span.start..root.span.start, |pair| pair.key.clone());
    let is_translated = profile != "crossplane.redis-instance";
    let mut region = None;
    let arguments = match given.or(initial) {
        Some(main) => {
            let second = initial.filter(|_| given.is_some());
            let mut arguments = arguments(&main.value, second.map(|pair| &pair.value));
            if let (true, What::Map { members, .. }) = (is_translated, &mut arguments.what) {
                region = translate(members);
            }
            arguments
        }
        None => tree::no_arguments(head.clone(), root.written),
    };
    found.specs.push(Spec {
        region,
        ..Spec::new(
            profile,
            SpecFormat::Crossplane,
            name(root, kind),
            (head, root.span.clone()),
            arguments,
        )
    });
    true
}

/// `kind/name`.
fn name(root: &Node<'_>, kind: &str) -> String {
    let metadata = root.value("metadata");
    let text = |name: &str| {
        metadata
            .and_then(|node| node.value(name))
            .and_then(Node::text)
    };
    match text("name").or_else(|| text("generateName")) {
        Some(name) => format!("{kind}/{name}"),
        None => kind.to_owned(),
    }
}

/// Whether the resource says that nothing is to be created.
fn only_observes(spec: &Node<'_>) -> bool {
    let policies = spec.value("managementPolicies").and_then(Node::elements);
    policies.is_some_and(|policies| {
        let creates =
            |node: &Node<'_>| !matches!(node.text(), Some(text) if text != "*" && text != "Create");
        !policies.is_empty() && !policies.iter().any(creates)
    })
}

/// The arguments that are given, and those given for the beginning only, as far as they are not
/// among the first.
fn arguments(given: &Node<'_>, initial: Option<&Node<'_>>) -> Item {
    let pairs = |node: &Node<'_>| match &node.kind {
        Kind::Map(_) | Kind::Null => node.tag.is_none(),
        _ => false,
    };
    if !pairs(given) || !initial.is_none_or(pairs) {
        return tree::open_map(given);
    }
    let own = given.members().unwrap_or_default();
    let further = initial.and_then(Node::members).unwrap_or_default();
    let names: HashSet<&str> = own.iter().map(|pair| &*pair.name).collect();
    let is_new = |pair: &&Pair<'_>| !names.contains(&*pair.name);
    let all = own.iter().chain(further.iter().filter(is_new));
    let what = What::Map {
        members: all.map(member).collect(),
        open: false,
    };
    Item::new(what, given.span.clone(), given.written)
}

fn member(pair: &Pair<'_>) -> Member {
    let mut member = Literally.member(pair);
    if base(&pair.name).is_some() {
        member.value = unknown(&pair.value, None);
    }
    member
}

/// The argument whose value comes from elsewhere through this one.
fn base(name: &str) -> Option<&str> {
    let base = REFERENCES.iter().find_map(|end| name.strip_suffix(end))?;
    (!base.is_empty()).then_some(base)
}

/// Gives the members the names that the tables have, and returns the region, which is no
/// argument there.
fn translate(members: &mut Vec<Member>) -> Option<String> {
    let mut region = None;
    members.retain(|member| {
        if let ("region", What::Text(text)) = (&*member.name, &member.value.what) {
            region = Some(text.clone());
        }
        member.name != "region"
    });
    let references = |member: &Member| base(&member.name).is_some();
    let (through, mut own): (Vec<_>, Vec<_>) =
        std::mem::take(members).into_iter().partition(references);
    let mut names: HashSet<String> = own.iter().map(|member| member.name.clone()).collect();
    for mut member in through {
        let Some(name) = base(&member.name).map(ToOwned::to_owned) else {
            continue;
        };
        // A value that is written wins over where it could come from.
        if names.insert(name.clone()) {
            member.shown = Some(std::mem::replace(&mut member.name, name));
            member.whole = member.key.start..member.key.start;
            own.push(member);
        }
    }
    *members = own;
    region
}
