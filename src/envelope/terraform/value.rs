//! What an expression is worth before Terraform runs.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use hcl_edit::expr::{Array, Conditional, Expression, FuncCall, Object, ObjectKey, UnaryOperator};

use super::place::{Place, pair, within};
use super::scope::Scope;
use super::template;
use crate::envelope::tree::hide;
use crate::input::item::{Item, Member, What, Written};
use crate::input::{hcl, json};

/// So deep a value may be nested, with all that was followed.
const MAX_DEPTH: usize = 128;

/// Functions whose result may be `null`.
const MAY_BE_NULL: [&str; 4] = ["try", "lookup", "coalesce", "one"];

/// Values as far as they are known.
pub(super) struct Reader<'s> {
    pub(super) scope: Scope<'s>,
    /// How many values may still be looked at: names that stand for lists of names would
    /// otherwise cost time without an end.
    pub(super) budget: Cell<usize>,
    depth: Cell<usize>,
    /// What is being followed: a name that leads back to itself is not.
    pub(super) chain: RefCell<Vec<(Option<&'s str>, usize)>>,
    /// Variables that a condition around what is looked at reads: where it holds, they need not be
    /// worth what their defaults are.
    pub(super) guards: RefCell<Vec<String>>,
}

impl<'s> Reader<'s> {
    /// A reader for files of so many bytes together.
    pub(super) fn new(scope: Scope<'s>, bytes: usize) -> Self {
        Self {
            scope,
            budget: Cell::new(100_000 + bytes.saturating_mul(16)),
            depth: Cell::new(0),
            chain: RefCell::default(),
            guards: RefCell::default(),
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
        let mut elements = Vec::new();
        let mut open = false;
        for element in array {
            let item = self.value(element, place);
            match item.what {
                // `["${var.ips}"]` is how a list was written before 0.12, which put the elements
                // of a list among the others.
                What::List {
                    elements: mut inner,
                    open: is_open,
                } if matches!(element, Expression::StringTemplate(_)) => {
                    elements.append(&mut inner);
                    open |= is_open;
                }
                _ => elements.push(item),
            }
        }
        What::List { elements, open }
    }

    fn object(&self, object: &Object, place: &Place<'_>) -> What {
        let mut members = Vec::new();
        let mut open = false;
        for (key, value) in object {
            let Some(name) = key_name(key, place).or_else(|| self.computed_name(key, place)) else {
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

    /// The name that a key in parentheses comes to, where nobody can give another one.
    fn computed_name(&self, key: &ObjectKey, place: &Place<'_>) -> Option<String> {
        let ObjectKey::Expression(expression) = key else {
            return None;
        };
        let item = self.value(expression, place);
        match item.what {
            What::Text(name) | What::Number(name)
                if item
                    .via
                    .as_ref()
                    .is_none_or(|via| !via.is_default && !via.is_hidden) =>
            {
                Some(name)
            }
            _ => None,
        }
    }

    fn choice(&self, conditional: &Conditional, span: Range<usize>, place: &Place<'_>) -> Item {
        let condition = self.value(&conditional.cond_expr, place);
        let is_fixed = condition.via.as_ref().is_none_or(|via| !via.is_default);
        match (&condition.what, is_fixed) {
            (What::Boolean(true), true) => return self.value(&conditional.true_expr, place),
            (What::Boolean(false), true) => return self.value(&conditional.false_expr, place),
            _ => {}
        }
        let guards = self.reads(&conditional.cond_expr, place);
        let arms = self.guarded(guards, || {
            [&conditional.true_expr, &conditional.false_expr].map(|arm| self.value(arm, place))
        });
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
        let mut inner = self.value(first, place);
        if name == "sensitive" && is_literal(&inner.what) {
            hide(&mut inner);
        }
        match inner.what {
            What::Null | What::Unsettled { .. } => inner,
            What::List { .. } if is_list || is_same => inner,
            What::Number(_) | What::Boolean(_) | What::Map { .. } if is_same => inner,
            What::Number(ref number) if name == "tostring" => Item {
                what: What::Text(number.clone()),
                ..inner
            },
            What::Number(_) if name == "tonumber" => inner,
            What::Boolean(_) if is_scalar => inner,
            What::Text(_) | What::Partial(_) if is_same || name == "tostring" => inner,
            _ => unknown(What::Unknown { reference: None }),
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

pub(super) fn is_literal(what: &What) -> bool {
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
