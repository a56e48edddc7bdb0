//! From a tree of YAML or JSON to values, with the references that a tool knows.

use crate::envelope::{Remark, SpecFormat};
use crate::input::item::{Item, Member, Via, What, Written};
use crate::input::yaml::{Kind, Node, Pair};

/// How a tool reads values: what it takes for a reference or a function, and what is known of it.
pub(crate) trait Reading {
    /// The value, if the tool takes the node for something else than what is written.
    fn special(&self, node: &Node<'_>) -> Option<Item>;

    /// The value of a node, with all that is in it.
    fn item(&self, node: &Node<'_>) -> Item {
        let mut item = self.special(node).unwrap_or_else(|| {
            if node.tag.is_some() {
                return unknown(node, None);
            }
            let what = match &node.kind {
                Kind::Null => What::Null,
                Kind::Boolean(value) => What::Boolean(*value),
                Kind::Number(number) => What::Number(number.to_string()),
                Kind::Text(text) => What::Text(text.to_string()),
                Kind::List(elements) => What::List {
                    elements: elements.iter().map(|node| self.item(node)).collect(),
                    open: false,
                },
                Kind::Map(pairs) => What::Map {
                    members: pairs.iter().map(|pair| self.member(pair)).collect(),
                    open: false,
                },
            };
            Item::new(what, node.span.clone(), node.written)
        });
        if let (Some(alias), None) = (&node.alias, &item.via) {
            item.via = Some(Box::new(Via {
                name: alias.name.clone(),
                is_default: false,
                is_hidden: false,
                file: None,
                used_at: alias.at.clone(),
            }));
        }
        item
    }

    /// A member under the name that is written.
    fn member(&self, pair: &Pair<'_>) -> Member {
        Member {
            name: pair.name.to_string(),
            shown: None,
            key: pair.key.clone(),
            whole: pair.whole.clone(),
            is_block: false,
            value: self.item(&pair.value),
        }
    }
}

/// Values as they stand there.
pub(crate) struct Literally;

impl Reading for Literally {
    fn special(&self, _: &Node<'_>) -> Option<Item> {
        None
    }
}

/// A value that is there, whatever it will be.
pub(crate) fn unknown(node: &Node<'_>, reference: Option<String>) -> Item {
    let what = What::Unknown { reference };
    Item::new(what, node.span.clone(), Written::Block)
}

/// A value that may turn out to be none.
pub(crate) fn unsettled(node: &Node<'_>, reference: Option<String>) -> Item {
    let what = What::Unsettled { reference };
    Item::new(what, node.span.clone(), Written::Block)
}

/// Arguments of which nothing is known.
pub(crate) fn open_map(node: &Node<'_>) -> Item {
    let what = What::Map {
        members: Vec::new(),
        open: true,
    };
    Item::new(what, node.span.clone(), node.written)
}

/// An empty map of arguments, where none are written.
pub(crate) fn no_arguments(at: std::ops::Range<usize>, written: Written) -> Item {
    let what = What::Map {
        members: Vec::new(),
        open: false,
    };
    Item::new(what, at, written)
}

/// Says of a value, and of what is in it, through which name it came.
pub(crate) fn follow(item: &mut Item, via: &Via) {
    match &mut item.what {
        What::List { elements, .. } => elements.iter_mut().for_each(|item| follow(item, via)),
        What::Map { members, .. } => {
            for member in members {
                // What others may need too is not cut.
                member.whole = member.key.start..member.key.start;
                follow(&mut member.value, via);
            }
        }
        _ => {}
    }
    let was_hidden = item.via.as_ref().is_some_and(|inner| inner.is_hidden);
    let mut via = via.clone();
    via.is_hidden |= was_hidden;
    item.via = Some(Box::new(via));
}

/// Says of a value, and of what is in it, that the tool shows it to nobody.
pub(crate) fn hide(item: &mut Item) {
    item.each(hide);
    match &mut item.via {
        Some(via) => via.is_hidden = true,
        None => {
            item.via = Some(Box::new(Via {
                name: String::new(),
                is_default: false,
                is_hidden: true,
                file: None,
                used_at: item.span.clone(),
            }));
        }
    }
}

/// Whether a value, with all that is in it, is known.
pub(crate) fn is_known(what: &What) -> bool {
    match what {
        What::Null | What::Boolean(_) | What::Number(_) | What::Text(_) => true,
        What::List { elements, open } => !open && elements.iter().all(|item| is_known(&item.what)),
        What::Map { members, open } => {
            !open && members.iter().all(|member| is_known(&member.value.what))
        }
        What::Choice { arms, .. } => arms.iter().all(|item| is_known(&item.what)),
        What::Partial(_) | What::Unknown { .. } | What::Unsettled { .. } => false,
    }
}

/// How long a node is, with all that is in it: what following it costs.
pub(crate) fn size(node: &Node<'_>) -> usize {
    64 + match &node.kind {
        Kind::Null | Kind::Boolean(_) => 0,
        Kind::Number(number) => number.len(),
        Kind::Text(text) => text.len(),
        Kind::List(elements) => elements.iter().map(size).sum(),
        Kind::Map(pairs) => {
            let pairs = pairs.iter().map(|pair| pair.name.len() + size(&pair.value));
            pairs.sum()
        }
    }
}

/// The information that a type of resource is none.
pub(crate) fn invented(
    (format, name): (SpecFormat, &str),
    node: &Node<'_>,
    written: &str,
    right: &str,
) -> Remark {
    Remark {
        what: super::What::UnknownOperation {
            written: written.to_owned(),
            suggestion: Some(right.to_owned()),
            is_info: true,
            order: Some((format, name.to_owned())),
        },
        path: String::new(),
        span: node.span.clone(),
        fix: None,
    }
}
