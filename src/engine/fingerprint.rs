//! What makes two requests the same: their parameters and values, whatever their order, their
//! quoting, and what signing adds.

#[cfg(feature = "fast")]
use std::hash::BuildHasher as _;
use std::hash::{Hash as _, Hasher};

use super::Scope;
use super::scope::bits;
use crate::input::{JsonKind, Node, json};
use crate::profile::{Kind, Profile};

/// Every run counts alike: threads compare what they met.
#[cfg(feature = "fast")]
fn hasher() -> impl Hasher {
    foldhash::quality::FixedState::with_seed(0).build_hasher()
}

#[cfg(not(feature = "fast"))]
fn hasher() -> impl Hasher {
    std::hash::DefaultHasher::new()
}

/// A number that two requests share only if they ask for the same. The Token itself and the
/// provider's common parameters (time stamp, signature) are left out.
pub(crate) fn of(scope: &Scope<'_>, profile: &Profile) -> u64 {
    let mut hasher = hasher();
    profile.id.hash(&mut hasher);
    for index in bits(scope.present() & scope.object.plan.asked) {
        hasher.write_usize(index);
        let node = scope.nodes[index];
        match (scope.parameter(index).kind, scope.settings) {
            (Kind::JsonObject, Some(settings)) => hasher.write_u64(settings.finish()),
            (Kind::JsonObject | Kind::JsonArray(_), _) if node.kind() == JsonKind::String => {
                let text = node.text();
                match json::Scanner::document(&text, json::DEFAULT_MAX_DEPTH) {
                    Ok(raw) => hasher.write_u64(of_node(Node::Json(raw))),
                    Err(_) => text.hash(&mut hasher),
                }
            }
            (Kind::JsonObject | Kind::JsonArray(_) | Kind::Object(_), _) => {
                hasher.write_u64(of_node(node));
            }
            _ => scope.text(index).hash(&mut hasher),
        }
    }
    hasher.write_u64(scope.unknown_fingerprint);
    hasher.finish()
}

/// The members of an object while they are read: names in any order give the same sum.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Members(u64);

impl Members {
    /// Adds a member.
    pub(super) fn add(&mut self, name: &str, node: Node<'_>) {
        if !node.is_null() {
            self.0 = self.0.wrapping_add(of_member(name, node));
        }
    }

    /// The fingerprint of the object.
    fn finish(self) -> u64 {
        let mut hasher = hasher();
        hasher.write_u64(self.0);
        hasher.finish()
    }
}

/// The fingerprint of a member.
pub(super) fn of_member(name: &str, node: Node<'_>) -> u64 {
    let mut hasher = hasher();
    name.hash(&mut hasher);
    hasher.write_u64(of_node(node));
    hasher.finish()
}

fn of_node(node: Node<'_>) -> u64 {
    let mut hasher = hasher();
    match node.kind() {
        JsonKind::Object => {
            let mut members = Members::default();
            for (name, _, value) in node.children() {
                members.add(&name, value);
            }
            return members.finish();
        }
        JsonKind::Array => {
            for (_, _, element) in node.children() {
                hasher.write_u64(of_node(element));
            }
        }
        _ => node.text().hash(&mut hasher),
    }
    hasher.finish()
}
