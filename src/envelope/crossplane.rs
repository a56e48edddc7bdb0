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

/// Reads the document if it is one of these resources or may hold some, and says whether it is.
pub(crate) fn read(root: &Node<'_>, found: &mut Found) -> bool {
    let text = |name: &str| root.value(name).and_then(Node::text);
    let (Some(version), Some(kind)) = (text("apiVersion"), text("kind")) else {
        return false;
    };
    let group = version.split_once('/').map_or("", |(group, _)| group);
    match (group, kind) {
        ("", "List") => {
            let items = root.value("items").and_then(Node::elements);
            for item in items.unwrap_or_default() {
                read(item, found);
            }
            true
        }
        ("apiextensions.crossplane.io", "Composition") => {
            composition(root, found);
            true
        }
        _ => resource(root, group, kind, found),
    }
}

/// Reads the resources that a composition makes, each from a base and patches, which fill in what
/// the base lacks: only what is written in the base is judged.
fn composition(root: &Node<'_>, found: &mut Found) {
    let Some(spec) = root.value("spec") else {
        return;
    };
    let steps = spec.value("pipeline").and_then(Node::elements);
    let inputs = steps.unwrap_or_default().iter();
    let inputs = inputs.filter_map(|step| step.value("input"));
    let lists = std::iter::once(spec)
        .chain(inputs)
        .filter_map(|holder| holder.value("resources"));
    for resource in lists.filter_map(Node::elements).flatten() {
        let Some(base) = resource.value("base") else {
            continue;
        };
        let before = found.specs.len();
        read(base, found);
        let patches = resource.value("patches").and_then(Node::elements);
        let targets: Vec<&str> = (patches.unwrap_or_default().iter())
            .filter_map(|patch| {
                patch
                    .value("toFieldPath")
                    .or_else(|| patch.value("fromFieldPath"))
            })
            .filter_map(Node::text)
            .filter_map(|path| path.strip_prefix("spec.forProvider."))
            .collect();
        for spec in &mut found.specs[before..] {
            if let Some(name) = resource.value("name").and_then(Node::text)
                && !spec.name.contains('/')
            {
                spec.name = format!("{}/{name}", spec.name);
            }
            patched(spec, &targets);
        }
    }
}

/// An order that others add to: it may have other arguments, and those at these paths other values.
fn patched(spec: &mut Spec, paths: &[&str]) {
    spec.arguments.open();
    let What::Map { members, .. } = &mut spec.arguments.what else {
        return;
    };
    for member in members {
        let name = member.shown.as_deref().unwrap_or(&member.name);
        let is_target = |path: &&str| path.split(['.', '[']).next() == Some(name);
        if paths.iter().any(is_target) {
            member.value.what = What::Unknown { reference: None };
        }
    }
}

/// An order of which a part alone stands here, as in a patch of Kustomize: it lacks nothing.
pub(crate) fn is_part(spec: &mut Spec) {
    if spec.format == SpecFormat::Crossplane {
        spec.arguments.open();
    }
}

/// Reads a resource that orders an instance, and says whether it is one.
fn resource(root: &Node<'_>, group: &str, kind: &str, found: &mut Found) -> bool {
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
