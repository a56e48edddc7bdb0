//! Functions of a template: what is known of their values before the stack is created.

use std::collections::HashSet;

use super::Template;
use crate::envelope::tree::{self, Literally, Reading, follow, is_known, unknown, unsettled};
use crate::input::item::{Item, Via, What, Written};
use crate::input::yaml::{Kind, Node};

/// The name of a function without `Fn::`, and its argument, in the long or the short form. The
/// argument of a short form is the node itself, tag and all.
pub(super) fn function<'n, 't>(node: &'n Node<'t>) -> Option<(&'n str, &'n Node<'t>)> {
    if let Some(tag) = &node.tag {
        return Some((tag, node));
    }
    match &node.kind {
        Kind::Map(pairs) => match &pairs[..] {
            [pair] if pair.name == "Ref" => Some(("Ref", &pair.value)),
            [pair] => Some((pair.name.strip_prefix("Fn::")?, &pair.value)),
            _ => None,
        },
        _ => None,
    }
}

/// The text of an argument, whether its tag is that of the function or not.
fn text<'n>(argument: &'n Node<'_>) -> Option<&'n str> {
    match &argument.kind {
        Kind::Text(text) => Some(text),
        Kind::Number(text) => Some(text),
        _ => None,
    }
}

/// Whether a value is `true`, as a boolean or as its text.
fn is_true(node: &Node<'_>) -> bool {
    match &node.kind {
        Kind::Boolean(value) => *value,
        Kind::Text(text) => text.eq_ignore_ascii_case("true"),
        _ => false,
    }
}

impl Reading for Template<'_, '_> {
    fn special(&self, node: &Node<'_>) -> Option<Item> {
        let (name, argument) = function(node)?;
        Some(match name {
            "Ref" => match text(argument) {
                Some(name) => self.reference(node, name, argument),
                None => unknown(node, None),
            },
            "GetAtt" => unknown(node, attribute(argument)),
            "Sub" => self.substituted(node, argument),
            "If" => self.choice(node, argument),
            "Join" => self.joined(node, argument),
            _ => unknown(node, None),
        })
    }
}

impl<'n> Template<'n, '_> {
    /// What `Ref` gives for a name.
    fn reference(&self, node: &Node<'_>, name: &str, used: &Node<'_>) -> Item {
        let reference = Some(name.to_owned());
        if name == "ALIYUN::NoValue" {
            return Item::new(What::Null, node.span.clone(), Written::Block);
        }
        if name.starts_with("ALIYUN::") || self.resources.contains(name) {
            return unknown(node, reference);
        }
        let local = self.locals.get(name).filter(|local| {
            let kind = local.value("Type").and_then(Node::text);
            matches!(kind, None | Some("Macro" | "Eval"))
        });
        let (value, is_default) = match (self.parameters.get(name), local) {
            (Some(_), _) if self.guards.borrow().contains(&name) => (None, true),
            (Some(parameter), _) => {
                // A list or an object comes out of the text only when the stack is created.
                let kind = parameter.value("Type").and_then(Node::text);
                let value = parameter.value("Default");
                let is_packed = matches!(kind, Some("CommaDelimitedList" | "Json"));
                if is_packed
                    && value.is_some_and(|value| value.text().is_some_and(|t| !t.is_empty()))
                {
                    return unknown(node, reference);
                }
                (value, true)
            }
            (None, Some(local)) => (local.value("Value"), false),
            (None, None) => (None, false),
        };
        let Some(value) = value.filter(|value| !is_nothing(value) && self.affords(value)) else {
            return unsettled(node, reference);
        };
        let mut item = Literally.item(value);
        if !is_known(&item.what) || has_function(value) {
            return unsettled(node, reference);
        }
        let no_echo = self
            .parameters
            .get(name)
            .and_then(|one| one.value("NoEcho"));
        let is_hidden = no_echo.is_some_and(is_true);
        let via = Via {
            name: name.to_owned(),
            is_default,
            is_hidden,
            file: None,
            used_at: used.span.clone(),
        };
        follow(&mut item, &via);
        item
    }

    /// The parameters that a condition reads, also through other conditions: whichever of their
    /// names stand in it.
    pub(super) fn reads(&self, condition: &Node<'_>) -> Vec<&'n str> {
        let (mut read, mut words) = (Vec::new(), Vec::new());
        let mut looked_at = HashSet::new();
        if self.affords(condition) {
            words_of(condition, &mut words);
        }
        while let Some(word) = words.pop() {
            let pieces = pieces(word);
            let names = pieces.iter().filter_map(|piece| match piece {
                Piece::Name(name) => Some(name.as_str()),
                Piece::Text(_) => None,
            });
            for name in names.chain([word.trim()]) {
                read.extend(self.parameters.get_key_value(name).map(|(name, _)| *name));
                if let Some((name, other)) = self.conditions.get_key_value(name)
                    && looked_at.insert(*name)
                    && self.affords(other)
                {
                    words_of(other, &mut words);
                }
            }
        }
        read
    }

    /// Does something where these parameters are not worth what their defaults are.
    pub(super) fn guarded<T>(&self, parameters: Vec<&'n str>, inside: impl FnOnce() -> T) -> T {
        let before = self.guards.borrow().len();
        self.guards.borrow_mut().extend(parameters);
        let result = inside();
        self.guards.borrow_mut().truncate(before);
        result
    }

    /// Whether a value may be copied once more.
    fn affords(&self, value: &Node<'_>) -> bool {
        let left = self.budget.get().checked_sub(tree::size(value));
        self.budget.set(left.unwrap_or_default());
        left.is_some()
    }

    /// `Fn::Sub`: a text, alone or with names of its own.
    fn substituted(&self, node: &Node<'_>, argument: &Node<'_>) -> Item {
        let (content, has_names) = match &argument.kind {
            Kind::List(parts) => match &parts[..] {
                [content, _] => (content, true),
                _ => return unknown(node, None),
            },
            _ => (argument, false),
        };
        if content.tag.is_some() && !std::ptr::eq(content, node) {
            return unknown(node, None);
        }
        let Kind::Text(written) = &content.kind else {
            // A number or boolean without quotes is what it is.
            return match &content.kind {
                Kind::Number(_) | Kind::Boolean(_) if content.tag.is_none() => {
                    Literally.item(content)
                }
                _ => unknown(node, None),
            };
        };
        let pieces = pieces(written);
        match &pieces[..] {
            [] => Item::new(
                What::Text(String::new()),
                content.span.clone(),
                content.written,
            ),
            [Piece::Text(text)] => {
                // Where something is escaped, a fix would have to escape too.
                let written = if *text == **written {
                    content.written
                } else {
                    Written::Block
                };
                Item::new(What::Text(text.clone()), content.span.clone(), written)
            }
            [Piece::Name(name)] if !has_names && !name.contains('.') => {
                self.reference(node, name, content)
            }
            [Piece::Name(name)] => unknown(node, (!has_names).then(|| name.clone())),
            _ => Item::new(
                What::Partial(pieces.into_iter().map(Piece::known).collect()),
                content.span.clone(),
                Written::Block,
            ),
        }
    }

    /// `Fn::If`: known if both arms are, and there for sure only if both arms are.
    fn choice(&self, node: &Node<'_>, argument: &Node<'_>) -> Item {
        let Some([condition, then, otherwise]) = argument.elements() else {
            return unknown(node, None);
        };
        let arms = self.guarded(self.reads(condition), || {
            [self.item(then), self.item(otherwise)]
        });
        if arms.iter().all(|arm| is_known(&arm.what)) {
            let condition = match text(condition) {
                Some(name) if condition.tag.is_none() => name.trim().to_owned(),
                _ => self.text[condition.span.clone()].trim().to_owned(),
            };
            let arms = Box::new(arms);
            let what = What::Choice { condition, arms };
            return Item::new(what, node.span.clone(), Written::Block);
        }
        let may_be_none = |arm: &Item| matches!(arm.what, What::Null | What::Unsettled { .. });
        if arms.iter().any(may_be_none) {
            unsettled(node, None)
        } else {
            unknown(node, None)
        }
    }

    /// `Fn::Join`: a text as far as its pieces are.
    fn joined(&self, node: &Node<'_>, argument: &Node<'_>) -> Item {
        let Some([separator, list]) = argument.elements() else {
            return unknown(node, None);
        };
        let (Some(separator), Some(elements), None) =
            (separator.text(), list.elements(), &list.tag)
        else {
            return unknown(node, None);
        };
        let mut pieces = Vec::new();
        for (index, element) in elements.iter().enumerate() {
            if index > 0 && !separator.is_empty() {
                push(&mut pieces, Some(separator));
            }
            let item = self.item(element);
            match item.what {
                What::Text(text) | What::Number(text) if item.via.is_none() => {
                    push(&mut pieces, Some(&text));
                }
                What::Partial(inner) => {
                    for piece in inner {
                        push(&mut pieces, piece.as_deref());
                    }
                }
                _ => push(&mut pieces, None),
            }
        }
        let what = match &mut pieces[..] {
            [] => What::Text(String::new()),
            [Some(text)] => What::Text(std::mem::take(text)),
            [None] => What::Unknown { reference: None },
            _ => What::Partial(pieces),
        };
        Item::new(what, node.span.clone(), Written::Block)
    }
}

/// All texts in a node.
fn words_of<'w>(node: &'w Node<'_>, words: &mut Vec<&'w str>) {
    match &node.kind {
        Kind::Text(text) => words.push(text),
        Kind::List(elements) => elements.iter().for_each(|node| words_of(node, words)),
        Kind::Map(pairs) => pairs.iter().for_each(|pair| words_of(&pair.value, words)),
        Kind::Null | Kind::Boolean(_) | Kind::Number(_) => {}
    }
}

/// Adds to the pieces of a text, of which no two of a kind stand side by side.
fn push(pieces: &mut Vec<Option<String>>, piece: Option<&str>) {
    match (pieces.last_mut(), piece) {
        (Some(Some(last)), Some(piece)) => last.push_str(piece),
        (Some(None), None) | (_, Some("")) => {}
        (_, piece) => pieces.push(piece.map(str::to_owned)),
    }
}

/// The resource and attribute of `Fn::GetAtt`, in either form.
fn attribute(argument: &Node<'_>) -> Option<String> {
    let Some(parts) = argument.elements() else {
        return text(argument).map(str::to_owned);
    };
    let parts: Option<Vec<_>> = parts.iter().map(Node::text).collect();
    parts.map(|parts| parts.join("."))
}

/// A default that says that there is none.
fn is_nothing(value: &Node<'_>) -> bool {
    matches!(value.kind, Kind::Null) || value.text() == Some("")
}

/// Whether a default, which may have none, has a function in it.
fn has_function(node: &Node<'_>) -> bool {
    function(node).is_some()
        || match &node.kind {
            Kind::List(elements) => elements.iter().any(has_function),
            Kind::Map(pairs) => pairs.iter().any(|pair| has_function(&pair.value)),
            _ => false,
        }
}

/// A piece of a text in which names are replaced.
#[derive(Debug, PartialEq)]
enum Piece {
    Text(String),
    Name(String),
}

impl Piece {
    fn known(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            Self::Name(_) => None,
        }
    }
}

/// The pieces of the text of `Fn::Sub`: `${Name}` is replaced, `${!Name}` is `${Name}` itself.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("${") {
        let Some(length) = rest[at..].find('}') else {
            break;
        };
        literal.push_str(&rest[..at]);
        let name = &rest[at + 2..at + length];
        rest = &rest[at + length + 1..];
        if let Some(escaped) = name.strip_prefix('!') {
            literal.push_str("${");
            literal.push_str(escaped);
            literal.push('}');
            continue;
        }
        if !literal.is_empty() {
            pieces.push(Piece::Text(std::mem::take(&mut literal)));
        }
        pieces.push(Piece::Name(name.trim().to_owned()));
    }
    literal.push_str(rest);
    if !literal.is_empty() {
        pieces.push(Piece::Text(literal));
    }
    pieces
}
