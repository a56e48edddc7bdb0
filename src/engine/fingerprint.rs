//! What makes two requests the same: their parameters and values, whatever their order, their
//! quoting, and what signing adds.

#[cfg(feature = "fast")]
use std::hash::BuildHasher as _;
use std::hash::{Hash as _, Hasher};

use super::Scope;
use super::scope::bits;
use crate::input::{JsonKind, Node, json};
use crate::profile::{Kind, Mask, Profile};
use crate::text::placeholder;

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
/// provider's common parameters (time stamp, signature) are left out. Of a request with `unknown`
/// values that nobody knows, it says what is known and which they are: the first bit is then set,
/// and the next 15 are the same for two requests in which the same values are unknown.
pub(crate) fn of(scope: &Scope<'_>, profile: &Profile, unknown: usize) -> u64 {
    let of_unknown = scope.not_known() & scope.object.plan.asked;
    let known = of_known(scope, profile, of_unknown);
    if unknown == 0 && of_unknown == 0 {
        return known >> 1;
    }
    let mut hasher = hasher();
    of_unknown.hash(&mut hasher);
    hasher.write_usize(unknown);
    1 << 63 | hasher.finish() >> 49 << 48 | known >> 16
}

fn of_known(scope: &Scope<'_>, profile: &Profile, of_unknown: Mask) -> u64 {
    let mut hasher = hasher();
    profile.id.hash(&mut hasher);
    for index in bits(scope.present() & scope.object.plan.asked & !of_unknown) {
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
        _ => {
            let text = node.text();
            // What may stand for another text says nothing.
            if !placeholder::may_be(&text) {
                text.hash(&mut hasher);
            }
        }
    }
    hasher.finish()
}
