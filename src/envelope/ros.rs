//! Templates of the Resource Orchestration Service: `ALIYUN::REDIS::Instance` under `Resources`.

mod functions;
#[cfg(test)]
mod tests;

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};

use super::inner::Inner;
use super::tree::{self, Reading};
use super::{Found, Spec, SpecFormat};
use crate::input::item::{Item, What};
use crate::input::yaml::{Kind, Node, Pair};

/// How much may be copied by following parameters, in bytes. Defaults are short; a file that
/// asks for more wants to exhaust somebody.
const BUDGET: usize = 16 << 20;

/// Names under which an instance would be created if the service knew them.
const INVENTED: [&str; 11] = [
    "TAIRINSTANCE",
    "DBINSTANCE",
    "REDISINSTANCE",
    "KVSTOREINSTANCE",
    "CACHEINSTANCE",
    "CLUSTERINSTANCE",
    "INSTANCES",
    "CLUSTER",
    "INSTANCE",
    "PREPAYINSTANCE",
    "PREPAYDBINSTANCE",
];

/// Products whose resources would be instances of this one.
const PRODUCTS: [&str; 7] = [
    "REDIS",
    "KVSTORE",
    "TAIR",
    "RKVSTORE",
    "R-KVSTORE",
    "R_KVSTORE",
    "REDISDB",
];

/// Reads the document if it is a template, and says whether it is one.
pub(crate) fn read(
    text: &str,
    root: &Node<'_>,
    terraform: &dyn Fn(&str) -> Found,
    found: &mut Found,
) -> bool {
    if is_terraform(root) {
        workspace(text, root, terraform, found);
        return true;
    }
    let Some(resources) = root.value("Resources").and_then(Node::members) else {
        return false;
    };
    let template = Template::new(text, root, resources);
    for resource in resources {
        template.resource(resource, found);
    }
    true
}

/// Whether the template is Terraform in a wrapping of the service.
fn is_terraform(root: &Node<'_>) -> bool {
    let is_transform = |node: &Node<'_>| {
        node.text()
            .is_some_and(|name| name.starts_with("Aliyun::Terraform-"))
    };
    root.value("Transform").is_some_and(|node| {
        is_transform(node)
            || node
                .elements()
                .is_some_and(|all| all.iter().any(is_transform))
    })
}

/// The orders in the Terraform files of a template.
fn workspace(text: &str, root: &Node<'_>, terraform: &dyn Fn(&str) -> Found, found: &mut Found) {
    let files = root.value("Workspace").and_then(Node::members);
    for file in files.unwrap_or_default() {
        let is_hcl = file.name.ends_with(".tf") || file.name.ends_with(".tofu");
        if let (true, Some(content)) = (is_hcl, file.value.text()) {
            let inner = Inner::new(text, &file.value, content);
            let mut orders = terraform(content);
            inner.outward(&mut orders);
            found.specs.append(&mut orders.specs);
            found.remarks.append(&mut orders.remarks);
            found.ignores.append(&mut orders.ignores);
        }
    }
}

/// What references of a template can mean.
struct Template<'n, 't> {
    text: &'t str,
    parameters: HashMap<&'n str, &'n Node<'t>>,
    locals: HashMap<&'n str, &'n Node<'t>>,
    conditions: HashMap<&'n str, &'n Node<'t>>,
    /// Parameters that a condition around what is looked at reads: where it holds, they need not
    /// be worth what their defaults are.
    guards: RefCell<Vec<&'n str>>,
    resources: HashSet<&'n str>,
    budget: Cell<usize>,
}

impl<'n, 't> Template<'n, 't> {
    fn new(text: &'t str, root: &'n Node<'t>, resources: &'n [Pair<'t>]) -> Self {
        let section = |name: &str| {
            let pairs = root.value(name).and_then(Node::members);
            let pairs = pairs.unwrap_or_default().iter();
            pairs.map(|pair| (&*pair.name, &pair.value)).collect()
        };
        Self {
            text,
            parameters: section("Parameters"),
            locals: section("Locals"),
            conditions: section("Conditions"),
            guards: RefCell::default(),
            resources: resources.iter().map(|pair| &*pair.name).collect(),
            budget: Cell::new(BUDGET),
        }
    }

    /// The order that a resource is, if it is one.
    fn resource(&self, resource: &Pair<'_>, found: &mut Found) {
        let Some(kind) = resource.value.value("Type") else {
            return;
        };
        let profile = match kind.text() {
            Some("ALIYUN::REDIS::Instance") => "ros.redis-instance",
            Some("ALIYUN::REDIS::PrepayInstance") => "ros.redis-prepay-instance",
            Some(other) => {
                if let Some(right) = right_type(other) {
                    let order = (SpecFormat::Ros, &*resource.name);
                    found
                        .remarks
                        .push(tree::invented(order, kind, other, right));
                }
                return;
            }
            None => return,
        };
        let properties = resource.value.member("Properties");
        let head = properties.map_or(&resource.key, |pair| &pair.key).clone();
        let guards = ["Condition", "Count"]
            .iter()
            .filter_map(|name| resource.value.value(name))
            .flat_map(|guard| self.reads(guard))
            .collect();
        let arguments = match properties {
            Some(pair) => self.guarded(guards, || self.arguments(&pair.value)),
            None => tree::no_arguments(head.clone(), resource.value.written),
        };
        let whole = resource.key.start..resource.value.span.end.max(resource.key.end);
        found.specs.push(Spec::new(
            profile,
            SpecFormat::Ros,
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
            Kind::Map(pairs) if functions::function(properties).is_none() => pairs,
            _ => return tree::open_map(properties),
        };
        let is_function = |pair: &&Pair<'_>| pair.name.starts_with("Fn::");
        let members = pairs.iter().filter(|pair| !is_function(pair));
        let what = What::Map {
            members: members.map(|pair| self.member(pair)).collect(),
            open: pairs.iter().any(|pair| is_function(&pair)),
        };
        Item::new(what, properties.span.clone(), properties.written)
    }
}

/// The type that was meant by one that would create an instance and does not exist.
fn right_type(written: &str) -> Option<&'static str> {
    let upper = written.to_ascii_uppercase();
    let (product, name) = upper.strip_prefix("ALIYUN::")?.split_once("::")?;
    let is_invented = PRODUCTS.contains(&product) && INVENTED.contains(&name);
    is_invented.then_some(if name.starts_with("PREPAY") {
        "ALIYUN::REDIS::PrepayInstance"
    } else {
        "ALIYUN::REDIS::Instance"
    })
}
