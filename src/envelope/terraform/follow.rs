//! References, followed to what they stand for.

use std::ops::Range;

use hcl_edit::expr::{Expression, ObjectKey, Traversal, TraversalOperator};

use super::place::Place;
use super::scope::{Definition, Value};
use super::value::{Reader, is_literal, unsettled};
use crate::input::item::{Item, Via, What};

/// So many names are followed one behind the other.
const MAX_CHAIN: usize = 12;

/// A step into a value.
enum Step {
    Name(String),
    Index(usize),
    /// One that is not known.
    Other,
}

impl<'s> Reader<'s> {
    /// The value of a reference.
    pub(super) fn traversal(
        &self,
        traversal: &Traversal,
        span: Range<usize>,
        place: &Place<'_>,
    ) -> Item {
        let operators: Vec<&TraversalOperator> = traversal
            .operators
            .iter()
            .map(|operator| &**operator)
            .collect();
        let mut root = &traversal.expr;
        while let Expression::Parenthesis(inner) = root {
            root = inner.inner();
        }
        let Expression::Variable(root) = root else {
            let steps = self.steps(&operators, place);
            let item = walk(self.value(root, place), &steps, None, &span);
            return item;
        };
        let reference = reference(root.as_str(), &operators, place);
        match (root.as_str(), operators.first()) {
            ("var" | "local", Some(TraversalOperator::GetAttr(name))) => {
                let definition = if root.as_str() == "var" {
                    self.scope.variable(name.as_str())
                } else {
                    self.scope.local(name.as_str())
                };
                let steps = self.steps(&operators[1..], place);
                let name = format!("{}.{}", root.as_str(), name.as_str());
                let is_guarded = root.as_str() == "var"
                    && self
                        .guards
                        .borrow()
                        .iter()
                        .any(|guard| name == format!("var.{guard}"));
                match definition {
                    Some(definition) if !is_guarded => {
                        self.follow(definition, name, &steps, reference, span)
                    }
                    _ => unsettled(Some(reference), span, place.written),
                }
            }
            ("each", Some(TraversalOperator::GetAttr(name))) if name.as_str() == "value" => {
                unsettled(Some(reference), span, place.written)
            }
            ("module", _) => unsettled(Some(reference), span, place.written),
            _ => {
                let reference = Some(reference);
                Item::new(What::Unknown { reference }, span, place.written)
            }
        }
    }

    fn steps(&self, operators: &[&TraversalOperator], place: &Place<'_>) -> Vec<Step> {
        let step = |operator: &&TraversalOperator| match operator {
            TraversalOperator::GetAttr(name) => Step::Name(name.to_string()),
            TraversalOperator::LegacyIndex(index) => {
                usize::try_from(*index.value()).map_or(Step::Other, Step::Index)
            }
            TraversalOperator::Index(expression) => {
                let item = self.value(expression, place);
                let is_fixed = item.via.is_none_or(|via| !via.is_default && !via.is_hidden);
                match item.what {
                    What::Text(name) if is_fixed => Step::Name(name),
                    What::Number(index) if is_fixed => {
                        index.parse().map_or(Step::Other, Step::Index)
                    }
                    _ => Step::Other,
                }
            }
            TraversalOperator::AttrSplat(_) | TraversalOperator::FullSplat(_) => Step::Other,
        };
        operators.iter().map(step).collect()
    }

    /// Follows a name to its value, and from there the steps into it.
    fn follow(
        &self,
        definition: &Definition<'s>,
        name: String,
        steps: &[Step],
        reference: String,
        used_at: Range<usize>,
    ) -> Item {
        let place = &definition.place;
        let start = definition.start();
        let is_known = {
            let chain = self.chain.borrow();
            !chain.contains(&start) && chain.len() < MAX_CHAIN
        };
        if !is_known {
            return unsettled(Some(reference), used_at, place.written);
        }
        self.chain.borrow_mut().push(start);
        let item = match definition.value {
            Value::Hcl(expression) => {
                let (expression, taken) = pick(expression, steps);
                walk(
                    self.value(expression, place),
                    &steps[taken..],
                    Some(&reference),
                    &used_at,
                )
            }
            Value::Json(raw) => walk(self.json(raw, place), steps, Some(&reference), &used_at),
        };
        self.chain.borrow_mut().pop();
        let is_default = name.starts_with("var.");
        let via = Via {
            is_default,
            is_hidden: is_default && self.scope.is_sensitive(&name["var.".len()..]),
            name,
            file: place.file.map(str::to_owned),
            used_at: used_at.clone(),
        };
        self.arrive(item, &via, reference)
    }

    /// A value that was followed says so. One that is not known stands where it is used.
    fn arrive(&self, mut item: Item, via: &Via, reference: String) -> Item {
        let is_default = via.is_default || item.via.as_ref().is_some_and(|inner| inner.is_default);
        match &item.what {
            What::Null if is_default => {
                unsettled(Some(reference), via.used_at.clone(), item.written)
            }
            What::Unknown { reference: inner } => Item::new(
                What::Unknown {
                    reference: inner.clone().or(Some(reference)),
                },
                via.used_at.clone(),
                item.written,
            ),
            What::Unsettled { reference: inner } => unsettled(
                inner.clone().or(Some(reference)),
                via.used_at.clone(),
                item.written,
            ),
            _ => {
                self.mark(&mut item, via);
                item
            }
        }
    }

    fn mark(&self, item: &mut Item, via: &Via) {
        self.budget.set(self.budget.get().saturating_sub(1));
        let mut marked = via.clone();
        if let Some(inner) = item.via.take() {
            marked.is_hidden |= inner.is_hidden;
            // One that is called secret where it stands has no other place.
            if !inner.name.is_empty() {
                marked.file = inner.file;
            }
            if inner.is_default {
                marked.name = inner.name;
                marked.is_default = true;
            }
        }
        item.via = Some(Box::new(marked));
        match &mut item.what {
            What::List { elements, .. } => {
                for element in elements {
                    self.mark(element, via);
                }
            }
            What::Map { members, .. } => {
                for member in members {
                    self.mark(&mut member.value, via);
                }
            }
            What::Choice { arms, .. } => {
                for arm in arms.iter_mut() {
                    self.mark(arm, via);
                }
            }
            _ => {}
        }
    }
}

/// Goes into literal maps and lists before they are looked at, for as many steps as it can.
fn pick<'e>(mut expression: &'e Expression, steps: &[Step]) -> (&'e Expression, usize) {
    for (taken, step) in steps.iter().enumerate() {
        while let Expression::Parenthesis(inner) = expression {
            expression = inner.inner();
        }
        let next = match (expression, step) {
            (Expression::Object(object), Step::Name(name)) => {
                // A key that is not known may be this one.
                let is_plain = object.iter().all(|(key, _)| {
                    matches!(
                        key,
                        ObjectKey::Ident(_) | ObjectKey::Expression(Expression::String(_))
                    )
                });
                let named = object.iter().find(|(key, _)| match key {
                    ObjectKey::Ident(key) => key.as_str() == name,
                    ObjectKey::Expression(key) => key.as_str() == Some(name.as_str()),
                });
                named
                    .filter(|_| is_plain && object.len() <= 4096)
                    .map(|(_, value)| value.expr())
            }
            (Expression::Array(array), Step::Index(index)) => array.get(*index),
            _ => None,
        };
        match next {
            Some(next) => expression = next,
            None => return (expression, taken),
        }
    }
    (expression, steps.len())
}

/// Goes into a value.
fn walk(mut item: Item, steps: &[Step], reference: Option<&str>, used_at: &Range<usize>) -> Item {
    for step in steps {
        let written = item.written;
        let via = item.via.take();
        let next = match (item.what, step) {
            (
                What::Map {
                    members,
                    open: false,
                },
                Step::Name(name),
            ) => members
                .into_iter()
                .rev()
                .find(|member| member.name == *name)
                .map(|member| member.value),
            (
                What::List {
                    elements,
                    open: false,
                },
                Step::Index(index),
            ) => elements.into_iter().nth(*index),
            (What::Unknown { .. }, _) => Some(Item::new(
                What::Unknown {
                    reference: reference.map(str::to_owned),
                },
                used_at.clone(),
                written,
            )),
            _ => None,
        };
        item = next
            .unwrap_or_else(|| unsettled(reference.map(str::to_owned), used_at.clone(), written));
        if item.via.is_none() && is_literal(&item.what) {
            item.via = via;
        }
    }
    item
}

/// A reference as text, the same for each way to write it.
fn reference(root: &str, operators: &[&TraversalOperator], place: &Place<'_>) -> String {
    let mut text = root.to_owned();
    for operator in operators {
        match operator {
            TraversalOperator::GetAttr(name) => {
                text.push('.');
                text.push_str(name.as_str());
            }
            TraversalOperator::LegacyIndex(index) => {
                text.push('[');
                text.push_str(&index.value().to_string());
                text.push(']');
            }
            TraversalOperator::AttrSplat(_) | TraversalOperator::FullSplat(_) => {
                text.push_str("[*]");
            }
            TraversalOperator::Index(expression) => match expression.as_str() {
                Some(name) if is_identifier(name) => {
                    text.push('.');
                    text.push_str(name);
                }
                _ => {
                    text.push('[');
                    text.extend(place.slice(expression).split_whitespace());
                    text.push(']');
                }
            },
        }
    }
    text
}

fn is_identifier(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}
