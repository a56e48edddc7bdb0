//! Which variables an expression reads: what it guards is not worth what their defaults are.

use hcl_edit::expr::{Expression, Traversal, TraversalOperator};
use hcl_edit::template::Element;
use hcl_edit::visit::{self, Visit};

use super::place::Place;
use super::scope::Value;
use super::value::Reader;
use crate::input::{hcl, json};

/// Arguments of Terraform itself that say whether a block is there.
pub(super) const GUARDS: [&str; 2] = ["count", "for_each"];

/// The names of variables and local values that are met.
#[derive(Default)]
struct Names {
    variables: Vec<String>,
    locals: Vec<String>,
}

impl Visit for Names {
    fn visit_traversal(&mut self, node: &Traversal) {
        if let (Expression::Variable(root), Some(operator)) = (&node.expr, node.operators.first())
            && let TraversalOperator::GetAttr(name) = operator.value()
        {
            match root.as_str() {
                "var" => self.variables.push(name.to_string()),
                "local" => self.locals.push(name.to_string()),
                _ => {}
            }
        }
        visit::visit_traversal(self, node);
    }
}

impl Reader<'_> {
    /// The variables that an expression reads, also through local values.
    pub(super) fn reads(&self, expression: &Expression, place: &Place<'_>) -> Vec<String> {
        let mut names = Names::default();
        self.spend(place.slice(expression).len());
        names.visit_expr(expression);
        self.through_locals(names)
    }

    /// The same of an expression that stands in JSON.
    pub(super) fn reads_json(&self, raw: &str) -> Vec<String> {
        let mut names = Names::default();
        self.in_json(raw, &mut names);
        self.through_locals(names)
    }

    fn in_json(&self, raw: &str, names: &mut Names) {
        match raw.as_bytes().first() {
            Some(b'"') => {
                self.spend(raw.len());
                for element in hcl::template(&json::decode(raw)).iter().flatten() {
                    if let Element::Interpolation(inner) = element {
                        names.visit_expr(&inner.expr);
                    }
                }
            }
            Some(b'[') => {
                for element in super::scope::elements(raw) {
                    self.in_json(element, names);
                }
            }
            Some(b'{') => {
                for (_, value) in super::scope::members(raw) {
                    self.in_json(value, names);
                }
            }
            _ => {}
        }
    }

    fn through_locals(&self, mut names: Names) -> Vec<String> {
        let mut looked_at = 0;
        while let Some(name) = names.locals.get(looked_at).cloned() {
            let is_new = !names.locals[..looked_at].contains(&name);
            looked_at += 1;
            if self.budget.get() == 0 || !is_new {
                continue;
            }
            let Some(local) = self.scope.local(&name) else {
                continue;
            };
            match local.value {
                Value::Hcl(expression) => {
                    self.spend(local.place.slice(expression).len());
                    names.visit_expr(expression);
                }
                Value::Json(raw) => self.in_json(raw, &mut names),
            }
        }
        names.variables
    }

    /// Counts what a look at so many bytes costs.
    fn spend(&self, bytes: usize) {
        let left = self.budget.get().saturating_sub(1 + bytes / 16);
        self.budget.set(left);
    }

    /// Does something where these variables are not worth what their defaults are.
    pub(super) fn guarded<T>(&self, variables: Vec<String>, inside: impl FnOnce() -> T) -> T {
        let before = self.guards.borrow().len();
        self.guards.borrow_mut().extend(variables);
        let result = inside();
        self.guards.borrow_mut().truncate(before);
        result
    }
}
