//! Pulumi programs in YAML: `alicloud:kvstore:Instance` under `resources`.

#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::collections::HashMap;

use super::tree::{self, Reading, follow, hide, is_known, unknown, unsettled};
use super::{Found, Spec, SpecFormat};
use crate::input::item::{Item, Via, What, Written};
use crate::input::yaml::{Kind, Node, Pair};

/// How much may be copied by following names, in bytes.
const BUDGET: usize = 16 << 20;

/// How many names may stand one behind the other.
const MAX_HOPS: u32 = 16;

/// Types that would create an instance if the provider had them, and those that were meant.
const INVENTED: [(&str, &str); 8] = [
    ("alicloud:redis:Instance", "alicloud:kvstore:Instance"),
    (
        "alicloud:redis/instance:Instance",
        "alicloud:kvstore:Instance",
    ),
    ("alicloud:redis:RedisInstance", "alicloud:kvstore:Instance"),
    (
        "alicloud:kvstore:RedisInstance",
        "alicloud:kvstore:Instance",
    ),
    (
        "alicloud:kvstore:GlobalInstance",
        "alicloud:kvstore:Instance",
    ),
    (
        "alicloud:kvstore:TairInstance",
        "alicloud:redis:TairInstance",
    ),
    ("alicloud:tair:Instance", "alicloud:redis:TairInstance"),
    ("alicloud:tair:TairInstance", "alicloud:redis:TairInstance"),
];

/// Reads the document if it is a program, and says whether it is one.
pub(crate) fn read(root: &Node<'_>, found: &mut Found) -> bool {
    let Some(resources) = root.value("resources").and_then(Node::members) else {
        return false;
    };
    let program = Program::new(root, resources);
    for resource in resources {
        program.resource(resource, found);
    }
    true
}

/// What a name of the program stands for.
#[derive(Clone, Copy)]
enum Named<'n, 't> {
    Variable(&'n Node<'t>),
    Setting(&'n Node<'t>),
    Resource,
}

/// What references of a program can mean.
struct Program<'n, 't> {
    names: HashMap<&'n str, Named<'n, 't>>,
    budget: Cell<usize>,
    hops: Cell<u32>,
}

impl<'n, 't> Program<'n, 't> {
    fn new(root: &'n Node<'t>, resources: &'n [Pair<'t>]) -> Self {
        let section = |name: &str| root.value(name).and_then(Node::members).unwrap_or_default();
        let mut names = HashMap::new();
        for name in ["configuration", "config"] {
            for pair in section(name) {
                names.insert(&*pair.name, Named::Setting(&pair.value));
            }
        }
        for pair in section("variables") {
            names.insert(&*pair.name, Named::Variable(&pair.value));
        }
        for pair in resources {
            names.insert(&*pair.name, Named::Resource);
        }
        Self {
            names,
            budget: Cell::new(BUDGET),
            hops: Cell::new(0),
        }
    }

    /// The order that a resource is, if it is one.
    fn resource(&self, resource: &Pair<'_>, found: &mut Found) {
        let Some(kind) = resource.value.value("type") else {
            return;
        };
        let Some(written) = kind.text() else {
            return;
        };
        let profile = match written {
            "alicloud:kvstore:Instance" | "alicloud:kvstore/instance:Instance" => {
                "pulumi.kvstore-instance"
            }
            "alicloud:redis:TairInstance" | "alicloud:redis/tairInstance:TairInstance" => {
                "pulumi.redis-tair-instance"
            }
            _ => {
                if let Some((_, right)) = INVENTED.iter().find(|(name, _)| *name == written) {
                    let order = (SpecFormat::Pulumi, &*resource.name);
                    found
                        .remarks
                        .push(tree::invented(order, kind, written, right));
                }
                return;
            }
        };
        let properties = resource.value.member("properties");
        // One that is only looked up is not ordered.
        if properties.is_none() && resource.value.member("get").is_some() {
            return;
        }
        let head = properties.map_or(&resource.key, |pair| &pair.key).clone();
        let arguments = match properties {
            Some(pair) => self.arguments(&pair.value),
            None => tree::no_arguments(head.clone(), resource.value.written),
        };
        let whole = resource.key.start..resource.value.span.end.max(resource.key.end);
        found.specs.push(Spec::new(
            profile,
            SpecFormat::Pulumi,
            resource.name.to_string(),
            (head, whole),
            arguments,
        ));
    }

    fn arguments(&self, properties: &Node<'_>) -> Item {
        let pairs = match &properties.kind {
            Kind::Null if properties.tag.is_none() => {
                return tree::no_arguments(properties.span.clone(), properties.written);
            }
            Kind::Map(pairs) if properties.tag.is_none() && function(properties).is_none() => pairs,
            _ => return tree::open_map(properties),
        };
        let members = pairs.iter().map(|pair| self.member(pair));
        let what = What::Map {
            members: members.collect(),
            open: false,
        };
        Item::new(what, properties.span.clone(), properties.written)
    }

    /// What `${…}` gives.
    fn reference(&self, node: &Node<'_>, inside: &str) -> Item {
        let reference = Some(inside.to_owned());
        let (value, is_default) = match self.names.get(inside) {
            Some(Named::Variable(value)) => (Some(*value), false),
            Some(Named::Setting(setting)) => (default(setting), true),
            Some(Named::Resource) => return unknown(node, reference),
            // An attribute is there; a name that nobody declares may be set from outside.
            None if inside.contains(['.', '[']) => return unknown(node, reference),
            None => return unsettled(node, reference),
        };
        let is_hidden = match self.names.get(inside) {
            Some(Named::Setting(setting)) => is_secret(setting),
            _ => false,
        };
        let Some(value) = value else {
            return unsettled(node, reference);
        };
        if self.hops.get() >= MAX_HOPS || !self.affords(value) {
            return unsettled(node, reference);
        }
        let hops = self.hops.get();
        // Names in a list or map are not followed further, so that nothing gets deep.
        let is_scalar = !matches!(value.kind, Kind::List(_) | Kind::Map(_));
        self.hops.set(if is_scalar { hops + 1 } else { MAX_HOPS });
        let mut item = self.item(value);
        self.hops.set(hops);
        match &item.what {
            What::Null | What::Unsettled { .. } => return unsettled(node, reference),
            what if !is_known(what) => return unknown(node, reference),
            _ => {}
        }
        let is_hidden = is_hidden || item.via.as_ref().is_some_and(|via| via.is_hidden);
        let is_default = is_default || item.via.as_ref().is_some_and(|via| via.is_default);
        let via = Via {
            name: inside.to_owned(),
            is_default,
            is_hidden,
            file: None,
            used_at: node.span.clone(),
        };
        follow(&mut item, &via);
        item
    }

    fn affords(&self, value: &Node<'_>) -> bool {
        let left = self.budget.get().checked_sub(tree::size(value));
        self.budget.set(left.unwrap_or_default());
        left.is_some()
    }
}

impl Reading for Program<'_, '_> {
    fn special(&self, node: &Node<'_>) -> Option<Item> {
        if node.tag.is_some() {
            return None;
        }
        if let Some((name, argument)) = function(node) {
            return Some(if name.eq_ignore_ascii_case("secret") {
                let mut item = self.item(argument);
                if is_known(&item.what) {
                    hide(&mut item);
                }
                item
            } else {
                unknown(node, None)
            });
        }
        let Kind::Text(text) = &node.kind else {
            return None;
        };
        if !text.contains("${") {
            return None;
        }
        let what = match &pieces(text)[..] {
            [Piece::Name(name)] => return Some(self.reference(node, name)),
            // A reference that was escaped is text, and stands for nothing.
            [Piece::Text(text)] => What::Partial(vec![Some(text.clone())]),
            pieces => What::Partial(pieces.iter().map(Piece::known).collect()),
        };
        Some(Item::new(what, node.span.clone(), Written::Block))
    }
}

/// The name of a function without `fn::`, and its argument.
fn function<'n, 't>(node: &'n Node<'t>) -> Option<(&'n str, &'n Node<'t>)> {
    let [pair] = node.members()? else {
        return None;
    };
    let (prefix, name) = pair.name.split_once("::")?;
    prefix
        .eq_ignore_ascii_case("fn")
        .then_some((name, &pair.value))
}

/// The value that a setting has unless somebody gives another one.
fn default<'n, 't>(setting: &'n Node<'t>) -> Option<&'n Node<'t>> {
    if setting.members().is_none() {
        return Some(setting);
    }
    setting.value("value").or_else(|| setting.value("default"))
}

/// Whether the value of a setting is shown to nobody.
fn is_secret(setting: &Node<'_>) -> bool {
    match setting.value("secret").map(|said| &said.kind) {
        Some(Kind::Boolean(value)) => *value,
        Some(Kind::Text(text)) => text.eq_ignore_ascii_case("true"),
        _ => false,
    }
}

/// A piece of a text with references.
enum Piece<'t> {
    Text(String),
    Name(&'t str),
}

impl Piece<'_> {
    fn known(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.clone()),
            Self::Name(_) => None,
        }
    }
}

/// The pieces of a text: `${name}` is a reference, `$${name}` is `${name}` itself.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("${") {
        if rest[..at].ends_with('$') {
            literal.push_str(&rest[..at]);
            literal.push('{');
            rest = &rest[at + 2..];
            continue;
        }
        let Some(length) = rest[at..].find('}') else {
            break;
        };
        literal.push_str(&rest[..at]);
        if !literal.is_empty() {
            pieces.push(Piece::Text(std::mem::take(&mut literal)));
        }
        pieces.push(Piece::Name(rest[at + 2..at + length].trim()));
        rest = &rest[at + length + 1..];
    }
    literal.push_str(rest);
    if !literal.is_empty() {
        pieces.push(Piece::Text(literal));
    }
    pieces
}
