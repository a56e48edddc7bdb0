//! What makes two requests the same: their parameters and values, whatever their order, their
//! quoting, and what signing adds.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::Scope;
use crate::input::{JsonKind, Node, json};
use crate::profile::{Constraint, Kind, Profile};

/// A number that two requests share only if they ask for the same. The Token itself and the
/// provider's common parameters (time stamp, signature) are left out.
pub(crate) fn of(scope: &Scope<'_>, profile: &Profile) -> u64 {
    let mut hasher = DefaultHasher::new();
    profile.id.hash(&mut hasher);
    for index in scope.indices() {
        let parameter = scope.parameter(index);
        if !scope.is_present(index)
            || parameter.common
            || matches!(parameter.constraint, Constraint::Token { .. })
        {
            continue;
        }
        index.hash(&mut hasher);
        let node = scope.nodes[index];
        match parameter.kind {
            Kind::JsonObject | Kind::JsonArray(_) if node.kind() == JsonKind::String => {
                let text = node.text();
                match json::Scanner::document(&text, json::DEFAULT_MAX_DEPTH) {
                    Ok(raw) => of_node(Node::Json(raw)).hash(&mut hasher),
                    Err(_) => text.hash(&mut hasher),
                }
            }
            Kind::JsonObject | Kind::JsonArray(_) | Kind::Object(_) => {
                of_node(node).hash(&mut hasher);
            }
            _ => scope.text(index).hash(&mut hasher),
        }
    }
    scope.unknown_fingerprint.hash(&mut hasher);
    hasher.finish()
}

/// The fingerprint of a member: names in any order give the same sum.
pub(super) fn of_member(name: &str, node: Node<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    of_node(node).hash(&mut hasher);
    hasher.finish()
}

fn of_node(node: Node<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    match node.kind() {
        JsonKind::Object => {
            let sum = node
                .children()
                .filter(|(_, _, value)| !value.is_null())
                .fold(0_u64, |sum, (name, _, value)| {
                    sum.wrapping_add(of_member(&name, value))
                });
            sum.hash(&mut hasher);
        }
        JsonKind::Array => {
            for (_, _, element) in node.children() {
                of_node(element).hash(&mut hasher);
            }
        }
        _ => node.text().hash(&mut hasher),
    }
    hasher.finish()
}
