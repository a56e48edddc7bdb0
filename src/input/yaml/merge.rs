//! Merge keys and aliases: members that are written elsewhere.

use std::borrow::Cow;
use std::collections::HashSet;

use super::build::Layout;
use super::{Kind, Node, Pair};
use crate::input::item::Written;

/// The members of a map, with those of merge keys behind them.
pub(super) fn members<'t>(text: &str, mut pairs: Vec<Pair<'t>>, layout: Layout) -> Vec<Pair<'t>> {
    let is_only = pairs.len() == 1;
    for pair in &mut pairs {
        // Without its only member a block would be no map.
        if layout == Layout::Pair || (layout == Layout::Block && is_only) {
            pair.whole = pair.key.start..pair.key.start;
        }
    }
    let is_merge = |pair: &Pair<'_>| pair.name == "<<" && text[pair.key.clone()] == *"<<";
    if !pairs.iter().any(is_merge) {
        return pairs;
    }
    let (merged, mut own): (Vec<_>, Vec<_>) = pairs.into_iter().partition(is_merge);
    let mut names: HashSet<Cow<'t, str>> = own.iter().map(|pair| pair.name.clone()).collect();
    for pair in merged {
        if !is_mergeable(&pair.value) {
            own.push(pair);
            continue;
        }
        let alias = pair.value.alias;
        let maps = match pair.value.kind {
            Kind::List(maps) => maps,
            kind => vec![Node {
                alias,
                ..Node::new(kind, 0..0, Written::YamlPlain)
            }],
        };
        for map in maps {
            let Kind::Map(members) = map.kind else {
                continue;
            };
            for mut member in members {
                if names.insert(member.name.clone()) {
                    member.whole = member.key.start..member.key.start;
                    member.value.alias = member.value.alias.or_else(|| map.alias.clone());
                    own.push(member);
                }
            }
        }
    }
    own
}

/// Whether a merge key can do something with its value.
fn is_mergeable(node: &Node<'_>) -> bool {
    match &node.kind {
        Kind::Map(_) => node.tag.is_none(),
        Kind::List(maps) => maps.iter().all(|map| map.members().is_some()),
        _ => false,
    }
}

/// What an alias stands for is needed where it is written, whoever does without it elsewhere.
pub(super) fn forbid_cuts(node: &mut Node<'_>) {
    match &mut node.kind {
        Kind::List(elements) => elements.iter_mut().for_each(forbid_cuts),
        Kind::Map(pairs) => {
            for pair in pairs {
                pair.whole = pair.key.start..pair.key.start;
                forbid_cuts(&mut pair.value);
            }
        }
        _ => {}
    }
}
