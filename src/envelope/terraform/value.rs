//! What an expression is worth before Terraform runs.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use hcl_edit::expr::{
    Array, Conditional, Expression, FuncCall, Object, ObjectKey, Traversal, TraversalOperator,
    UnaryOperator,
};

use super::place::{Place, pair, within};
use super::scope::{Definition, Scope, Value};
use super::template;
use crate::input::item::{Item, Member, Via, What, Written};
use crate::input::{hcl, json};

/// So many names are followed one behind the other.
const MAX_CHAIN: usize = 12;
/// So deep a value may be nested, with all that was followed.
const MAX_DEPTH: usize = 128;

/// Functions whose result may be `null`.
const MAY_BE_NULL: [&str; 4] = ["try", "lookup", "coalesce", "one"];

/// Values as far as they are known.
pub(super) struct Reader<'s> {
    scope: Scope<'s>,
    /// How many values may still be looked at: names that stand for lists of names would
    /// otherwise cost time without an end.
    budget: Cell<usize>,
    depth: Cell<usize>,
    /// What is being followed: a name that leads back to itself is not.
    chain: RefCell<Vec<(Option<&'s str>, usize)>>,
}

/// A step into a value.
enum Step {
    Name(String),
    Index(usize),
    /// One that is not known.
    Other,
}

impl<'s> Reader<'s> {
    /// A reader for files of so many bytes together.
    pub(super) fn new(scope: Scope<'s>, bytes: usize) -> Self {
        Self {
            scope,
            budget: Cell::new(100_000 + bytes.saturating_mul(16)),
            depth: Cell::new(0),
            chain: RefCell::default(),
        }
    }

    /// The value of an expression.
    pub(super) fn value(&self, expression: &Expression, place: &Place<'_>) -> Item {
        let budget = self.budget.get();
        if budget == 0 || self.depth.get() >= MAX_DEPTH {
            return unsettled(None, place.span(expression), place.written);
        }
        self.budget.set(budget - 1);
        self.depth.set(self.depth.get() + 1);
        let item = self.look_at(expression, place);
        self.depth.set(self.depth.get() - 1);
        item
    }

    fn look_at(&self, expression: &Expression, place: &Place<'_>) -> Item {
        let span = place.span(expression);
        let what = match expression {
            Expression::Null(_) => What::Null,
            Expression::Bool(value) => What::Boolean(*value.value()),
            Expression::Number(number) => What::Number(hcl::number(place.slice(number))),
            Expression::String(text) => What::Text(text.value().clone()),
            Expression::Array(array) => self.array(array, place),
            Expression::Object(object) => self.object(object, place),
            Expression::StringTemplate(text) => {
                return template::value(self, text.iter(), span, place, place.written);
            }
            Expression::HeredocTemplate(heredoc) => {
                return template::value(self, heredoc.template.iter(), span, place, Written::Block);
            }
            Expression::Parenthesis(inner) => return self.value(inner.inner(), place),
            Expression::Variable(name) => What::Unknown {
                reference: Some(name.to_string()),
            },
            Expression::Conditional(conditional) => return self.choice(conditional, span, place),
            Expression::FuncCall(call) => return self.call(call, span, place),
            Expression::Traversal(traversal) => return self.traversal(traversal, span, place),
            Expression::UnaryOp(unary) => {
                let inner = self.value(&unary.expr, place);
                match (unary.operator.value(), inner.what, inner.via) {
                    (UnaryOperator::Not, What::Boolean(value), None) => What::Boolean(!value),
                    (UnaryOperator::Neg, What::Number(number), None) => {
                        What::Number(hcl::number(&match number.strip_prefix('-') {
                            Some(positive) => positive.to_owned(),
                            None => format!("-{number}"),
                        }))
                    }
                    _ => What::Unknown { reference: None },
                }
            }
            Expression::BinaryOp(_) | Expression::ForExpr(_) => What::Unknown { reference: None },
        };
        Item::new(what, span, place.written)
    }

    fn array(&self, array: &Array, place: &Place<'_>) -> What {
        What::List {
            elements: array
                .iter()
                .map(|element| self.value(element, place))
                .collect(),
            open: false,
        }
    }

    fn object(&self, object: &Object, place: &Place<'_>) -> What {
        let mut members = Vec::new();
        let mut open = false;
        for (key, value) in object {
            let Some(name) = key_name(key, place) else {
                open = true;
                continue;
            };
            let value_at = place.span(value.expr());
            let key = place.span(key);
            let whole = match place.fixed {
                Some(_) => key.start..key.start,
                None => pair(place.text, &(key.start..value_at.end)),
            };
            members.push(Member {
                name,
                shown: None,
                key,
                whole,
                is_block: false,
                value: self.value(value.expr(), place),
            });
        }
        What::Map { members, open }
    }

    fn choice(&self, conditional: &Conditional, span: Range<usize>, place: &Place<'_>) -> Item {
        let condition = self.value(&conditional.cond_expr, place);
        let is_fixed = condition.via.as_ref().is_none_or(|via| !via.is_default);
        match (&condition.what, is_fixed) {
            (What::Boolean(true), true) => return self.value(&conditional.true_expr, place),
            (What::Boolean(false), true) => return self.value(&conditional.false_expr, place),
            _ => {}
        }
        let arms =
            [&conditional.true_expr, &conditional.false_expr].map(|arm| self.value(arm, place));
        let what = if arms.iter().all(|arm| arm.what == What::Null) {
            What::Null
        } else if arms.iter().all(|arm| is_literal(&arm.what)) {
            let mut text = place.slice(&conditional.cond_expr);
            if let Expression::Parenthesis(inner) = &conditional.cond_expr {
                text = place.slice(inner.inner());
            }
            What::Choice {
                condition: text.split_whitespace().collect::<Vec<_>>().join(" "),
                arms: Box::new(arms),
            }
        } else if arms.iter().any(|arm| may_be_absent(&arm.what)) {
            What::Unsettled { reference: None }
        } else {
            What::Unknown { reference: None }
        };
        Item::new(what, span, place.written)
    }

    fn call(&self, call: &FuncCall, span: Range<usize>, place: &Place<'_>) -> Item {
        let name = call.name.name.as_str();
        let unknown = |what| Item::new(what, span.clone(), place.written);
        if call.name.is_namespaced() {
            return unknown(What::Unknown { reference: None });
        }
        if MAY_BE_NULL.contains(&name) {
            return unsettled(None, span, place.written);
        }
        let mut arguments = call.args.iter();
        let (Some(first), None, false) =
            (arguments.next(), arguments.next(), call.args.expand_final())
        else {
            return unknown(What::Unknown { reference: None });
        };
        let is_list = matches!(name, "toset" | "tolist");
        let is_same = matches!(name, "sensitive" | "nonsensitive");
        let is_scalar = matches!(name, "tostring" | "tonumber" | "tobool");
        if !(is_list || is_same || is_scalar) {
            return unknown(What::Unknown { reference: None });
        }
        let inner = self.value(first, place);
        match inner.what {
            What::Null | What::Unsettled { .. } => inner,
            What::List { .. } if is_list || is_same => inner,
            What::Number(_) | What::Boolean(_) if is_same => inner,
            What::Number(ref number) if name == "tostring" => Item {
                what: What::Text(number.clone()),
                ..inner
            },
            What::Number(_) if name == "tonumber" => inner,
            What::Boolean(_) if is_scalar => inner,
            What::Text(_) | What::Partial(_) if is_same || name == "tostring" => inner,
            What::Map { .. } if is_same => inner,
            _ => unknown(What::Unknown { reference: None }),
        }
    }

    fn traversal(&self, traversal: &Traversal, span: Range<usize>, place: &Place<'_>) -> Item {
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
                match definition {
                    Some(definition) => self.follow(definition, name, &steps, reference, span),
                    None => unsettled(Some(reference), span, place.written),
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
                let is_fixed = item.via.is_none_or(|via| !via.is_default);
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
            name,
            is_default,
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
            if inner.is_default {
                marked.name = inner.name;
                marked.is_default = true;
            }
            marked.file = inner.file;
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

    /// The value of an expression that stands in JSON.
    pub(super) fn json(&self, raw: &str, place: &Place<'_>) -> Item {
        let span = within(place.text, raw);
        let written = Written::Json;
        let budget = self.budget.get();
        if budget == 0 || self.depth.get() >= MAX_DEPTH {
            return unsettled(None, span, written);
        }
        self.budget.set(budget - 1);
        self.depth.set(self.depth.get() + 1);
        let item = self.look_at_json(raw, span, place);
        self.depth.set(self.depth.get() - 1);
        item
    }

    fn look_at_json(&self, raw: &str, span: Range<usize>, place: &Place<'_>) -> Item {
        let written = Written::Json;
        let what = match raw.as_bytes().first() {
            Some(b'"') => {
                let text = json::decode(raw);
                if !text.contains("${") && !text.contains("%{") {
                    return Item::new(What::Text(text.into_owned()), span, written);
                }
                let Some(parsed) = hcl::template(&text) else {
                    return Item::new(What::Unknown { reference: None }, span, written);
                };
                let inner = Place {
                    text: &text,
                    base: 0,
                    fixed: Some(span.clone()),
                    file: place.file,
                    written,
                };
                return template::value(self, parsed.iter(), span, &inner, written);
            }
            Some(b'[') => What::List {
                elements: super::scope::elements(raw)
                    .into_iter()
                    .map(|element| self.json(element, place))
                    .collect(),
                open: false,
            },
            Some(b'{') => {
                let mut open = false;
                let mut members = Vec::new();
                for (key, value) in super::scope::members(raw) {
                    let name = json::decode(key);
                    if name.contains("${") || name.contains("%{") {
                        open = true;
                    } else {
                        members.push(super::json::member(
                            key,
                            value,
                            place,
                            self.json(value, place),
                        ));
                    }
                }
                What::Map { members, open }
            }
            Some(b't') => What::Boolean(true),
            Some(b'f') => What::Boolean(false),
            Some(b'n') | None => What::Null,
            Some(_) => What::Number(hcl::number(raw)),
        };
        Item::new(what, span, written)
    }
}

/// A value that may turn out to be none.
pub(super) fn unsettled(reference: Option<String>, span: Range<usize>, written: Written) -> Item {
    Item::new(What::Unsettled { reference }, span, written)
}

/// The name that a key of a map gives; nothing for one that is not known.
fn key_name(key: &ObjectKey, place: &Place<'_>) -> Option<String> {
    match key {
        ObjectKey::Ident(_) => Some(place.slice(key).to_owned()),
        ObjectKey::Expression(Expression::String(text)) => {
            // A name that stood there already was parsed as another one.
            let raw = place.slice(text);
            let inner = raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"'));
            match inner.filter(|inner| !inner.contains(['\\', '$', '%', '"'])) {
                Some(inner) => Some(inner.to_owned()),
                None => Some(text.value().clone()),
            }
        }
        ObjectKey::Expression(Expression::Number(number)) => Some(hcl::number(place.slice(number))),
        ObjectKey::Expression(Expression::Bool(value)) => Some(value.value().to_string()),
        ObjectKey::Expression(_) => None,
    }
}

fn is_literal(what: &What) -> bool {
    !matches!(
        what,
        What::Unknown { .. } | What::Unsettled { .. } | What::Partial(_)
    )
}

fn may_be_absent(what: &What) -> bool {
    match what {
        What::Null | What::Unsettled { .. } => true,
        What::Choice { arms, .. } => arms.iter().any(|arm| may_be_absent(&arm.what)),
        _ => false,
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
                text.push_str(&format!("[{}]", index.value()));
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
