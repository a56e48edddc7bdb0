//! The team's own rules, held against one object of a request.

use super::{Asks, HouseView, Level, Rule};
use crate::diagnostic::{
    Applicability, Arg, Code, Diagnostic, Packs, Severity, abbreviated, echoed,
};
use crate::engine::{At, Engine, Finding, FixAction, Place, Policy, Scope};
use crate::profile::{Constraint, Kind, Object, Parameter};
use crate::text::nearest;

/// A message lists at most so many values.
const MOST_LISTED: usize = 12;

impl Policy for HouseView<'_> {
    /// The verdict is the documents' alone, so no rule waits for them.
    fn judge(&self, engine: &mut Engine<'_>, scope: &Scope<'_>) {
        for (rule, severity) in &self.rules {
            let mut judge = Judge {
                engine: &mut *engine,
                scope,
                rule,
                severity: *severity,
            };
            judge.rule();
        }
    }

    fn overrule(&self, diagnostics: &mut Vec<Diagnostic>) -> usize {
        let before = diagnostics.len();
        diagnostics.retain_mut(|found| {
            if found.code == Code::HouseRule {
                return true;
            }
            let is_of_class = matches!(found.code, Code::ClassTypeMismatch | Code::UnknownClass);
            if is_of_class && self.knows_class(found) {
                return false;
            }
            match self.levels.get(found.code as usize).copied().flatten() {
                None => true,
                Some(None) => false,
                Some(Some(severity)) => {
                    found.severity = severity;
                    true
                }
            }
        });
        before - diagnostics.len()
    }

    fn codes(&self) -> u128 {
        let given = |(place, level): (usize, &Option<Level>)| {
            let given = matches!(level, Some(Some(_)));
            u128::from(given) << place
        };
        self.levels.iter().enumerate().map(given).sum()
    }

    fn packs(&self) -> Packs {
        self.packs
    }
}

/// One rule, held against one object.
struct Judge<'j, 'e, 's> {
    engine: &'j mut Engine<'e>,
    scope: &'j Scope<'s>,
    rule: &'j Rule,
    severity: Severity,
}

impl Judge<'_, '_, '_> {
    fn rule(&mut self) {
        let scope = self.scope;
        match self.rule.target.place_in(scope.object) {
            Some(index) if scope.is_present(index) => self.given(index),
            // It may be there after all.
            Some(index) if scope.is_unsettled(index) => {}
            Some(index) => {
                // An element may leave to the whole request what both can say.
                if !in_elements(scope.object, self.rule) && !given_outside(scope, self.rule) {
                    self.absent(&scope.place, scope.parameter(index));
                }
            }
            None => self.buried(scope.object, &scope.place),
        }
    }

    /// Looks for the parameter in objects that are not there.
    fn buried(&mut self, object: &'static Object, place: &Place<'_>) {
        let outermost = std::ptr::eq(object, self.scope.object);
        for (index, parameter) in object.parameters.iter().enumerate() {
            let Kind::Object(inner) = parameter.kind else {
                continue;
            };
            if outermost && (self.scope.is_present(index) || self.scope.is_unsettled(index)) {
                continue;
            }
            let place = place.member(parameter.name);
            match self.rule.target.place_in(inner) {
                Some(index) => self.absent(&place, &inner.parameters[index]),
                None => self.buried(inner, &place),
            }
        }
    }

    fn given(&mut self, index: usize) {
        let (scope, rule) = (self.scope, self.rule);
        let parameter = scope.parameter(index);
        let name = scope.written_name(index);
        let place = scope.place.member(&name);
        let at = At::Value(scope.nodes[index]);
        if matches!(rule.asks, Asks::Forbidden) {
            self.found(&place, at, parameter, |finding| {
                finding.args.fixed("forbidden", parameter.name);
                finding.fix = Some((FixAction::Remove, Applicability::Unsafe));
            });
            return;
        }
        if scope.is_wrong(index)
            || scope.is_unknown(index)
            || parameter.secret
            || !parameter.is_scalar()
        {
            return;
        }
        let value = scope.text(index);
        if meets(rule, parameter, &value) {
            return;
        }
        let fix = instead(rule, &value);
        self.found(&place, at, parameter, |finding| {
            if let Some(value) = echoed(&value) {
                finding.args.with("value", Arg::Text(value));
            }
            if let Some(text) = fix {
                finding.args.with("suggestion", Arg::Text(text.into()));
                finding.fix = Some((FixAction::Replace(text.into()), Applicability::Unsafe));
            }
        });
    }

    fn absent(&mut self, place: &Place<'_>, parameter: &'static Parameter) {
        let rule = self.rule;
        let place = place.member(parameter.name);
        match rule.asks {
            Asks::Forbidden => {}
            Asks::Required => {
                self.found(&place, At::Brace, parameter, |finding| {
                    finding.args.fixed("missing", parameter.name);
                });
            }
            _ => {
                // The whole request can have a default for all its elements.
                let outside = || {
                    let outer = self.scope.outer?;
                    let index = rule.target.place_in(outer.object)?;
                    outer.parameter(index).default
                };
                let Some(default) = parameter.default.or_else(outside) else {
                    return;
                };
                if parameter.secret || meets(rule, parameter, default) {
                    return;
                }
                self.found(&place, At::Brace, parameter, |finding| {
                    finding.args.fixed("default", default);
                });
            }
        }
    }

    fn found(
        &mut self,
        place: &Place<'_>,
        at: At<'_>,
        parameter: &'static Parameter,
        describe: impl FnOnce(&mut Finding<'_>),
    ) {
        let (scope, rule) = (self.scope, self.rule);
        self.engine.report_as(
            self.severity,
            scope,
            Code::HouseRule,
            place,
            at,
            |finding| {
                finding.parameter = Some(parameter.name);
                finding.args.text("rule", rule.name.as_str());
                if let Some(message) = &rule.message {
                    finding
                        .args
                        .with("message", Arg::Translated(message.clone().into()));
                }
                if let Asks::Matches(regex) = &rule.asks
                    && let Some(pattern) = abbreviated(regex.as_str())
                {
                    finding.args.with("pattern", Arg::Text(pattern));
                }
                if let Some(allowed) = listed(rule, parameter) {
                    finding.args.with("allowed", allowed);
                }
                describe(finding);
            },
        );
    }
}

/// Whether the elements of a list in the object have the parameter too: then each of them is
/// held against the rule.
fn in_elements(object: &'static Object, rule: &Rule) -> bool {
    object.parameters.iter().any(|parameter| {
        matches!(parameter.kind, Kind::JsonArray(inner) if rule.target.place_in(inner).is_some())
    })
}

/// Whether an enclosing object has the parameter.
fn given_outside(scope: &Scope<'_>, rule: &Rule) -> bool {
    let mut scope = scope;
    while let Some(outer) = scope.outer {
        let place = rule.target.place_in(outer.object);
        if place.is_some_and(|index| outer.is_present(index)) {
            return true;
        }
        scope = outer;
    }
    false
}

/// The document's own list of values.
const fn own_values(parameter: &Parameter) -> &'static [&'static str] {
    match parameter.constraint {
        Constraint::OneOf(values) => values,
        _ => &[],
    }
}

/// Whether two spellings are of one choice.
fn is_same_choice(rule: &Rule, left: &str, right: &str) -> bool {
    let key = rule.target.key();
    key.canonical(left) == key.canonical(right)
}

/// Whether a value is what a rule asks for.
fn meets(rule: &Rule, parameter: &Parameter, value: &str) -> bool {
    match &rule.asks {
        Asks::OneOf { values, globs } => {
            values.iter().any(|known| known == value) || globs.is_match(value)
        }
        // A spelling of this document means itself; one of another document, the choice.
        Asks::Choice(names) => names.iter().any(|name| {
            name == value
                || (!own_values(parameter).contains(&name.as_str())
                    && is_same_choice(rule, name, value))
        }),
        Asks::Matches(regex) => regex.is_match(value),
        Asks::Known(classes) => classes.iter().any(|class| class == value),
        Asks::Required | Asks::Forbidden => true,
    }
}

/// The values that a rule allows, in the spelling of the document, unless there are too many.
fn listed(rule: &Rule, parameter: &Parameter) -> Option<Arg> {
    let values: Vec<&str> = match &rule.asks {
        Asks::OneOf { values, .. } => values.iter().map(String::as_str).collect(),
        Asks::Choice(_) => own_values(parameter)
            .iter()
            .copied()
            .filter(|own| meets(rule, parameter, own))
            .collect(),
        _ => return None,
    };
    if values.is_empty() || values.len() > MOST_LISTED {
        return None;
    }
    let values: Option<Box<[_]>> = values.into_iter().map(abbreviated).collect();
    values.map(Arg::Any)
}

/// The class that was most likely meant. Other values are no misspellings: a region that is near
/// to another one by its letters is not near to it.
fn instead<'r>(rule: &'r Rule, value: &str) -> Option<&'r str> {
    match &rule.asks {
        Asks::Known(classes) => nearest(value, classes.iter().map(String::as_str)),
        _ => None,
    }
}
