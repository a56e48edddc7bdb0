//! Writes what a request says in the words of another profile.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::read::{Facts, Given, Mute};
use super::{Action, MASK, Moved, Step, Transfer};
use crate::check::Checker;
use crate::diagnostic::Code;
use crate::documents::notions::QUANTITY;
use crate::profile::{Citation, Condition, Constraint, Kind, Need, Profile};
use crate::profile::{Meaning, Row, months_in, rows};
use crate::report::Report;

pub(super) fn build(facts: &Facts, before: Report, to: &'static Profile) -> Transfer {
    let from = before.profile();
    let mut plan = Plan {
        from: rows(from),
        to: rows(to),
        to_profile: to,
        from_list: list_name(from).is_some(),
        to_list: list_name(to),
        ignored: before
            .iter()
            .filter(|found| found.code == Code::IgnoredParameter)
            .map(|found| found.path.to_string())
            .collect(),
        to_several: false,
    };
    let mut steps: Vec<Step> = facts.mute.iter().map(mute).collect();
    let mut requests = Vec::new();
    let alone = [Vec::new()];
    let elements: &[Vec<Given>] = if plan.from_list {
        &facts.elements
    } else {
        &alone
    };
    plan.to_several = plan.to_list.is_none()
        && (elements.len() > 1
            || (facts.root.iter().chain(elements.iter().flatten())).any(|given| {
                given.key.id() == QUANTITY.id
                    && plan.target(given.key, true).is_none()
                    && count(&given.text).is_some_and(|copies| copies > 1)
            }));
    if plan.to_list.is_some() {
        let mut draft = Draft::new(0);
        if plan.from_list {
            draft.level(&plan, &facts.root, &[], false);
        }
        for element in elements {
            let outer: &[Given] = if plan.from_list { &[] } else { &facts.root };
            draft.level(&plan, element, outer, true);
            draft.close_element();
        }
        requests.push(draft.finish(&plan, &mut steps));
    } else {
        for element in elements {
            let mut draft = Draft::new(requests.len());
            draft.level(&plan, element, &facts.root, true);
            requests.push(draft.finish(&plan, &mut steps));
        }
    }
    Transfer {
        from,
        to,
        before,
        requests,
        steps,
    }
}

fn list_name(profile: &Profile) -> Option<&'static str> {
    let parameters = profile.request.parameters;
    parameters
        .iter()
        .find(|parameter| matches!(parameter.kind, Kind::JsonArray(_)))
        .map(|parameter| parameter.name)
}

fn mute((pointer, why): &(String, Mute)) -> Step {
    Step {
        action: match why {
            Mute::Unknown => Action::Unknown,
            Mute::Unreadable => Action::Unreadable,
            Mute::Empty => Action::Empty,
        },
        from: Some(pointer.clone()),
        request: 0,
        to: None,
        was: None,
        now: None,
        source: None,
        span: None,
        why: None,
    }
}

/// What does not change from value to value.
struct Plan {
    from: Vec<Row>,
    to: Vec<Row>,
    to_profile: &'static Profile,
    from_list: bool,
    to_list: Option<&'static str>,
    /// Pointers to values without effect.
    ignored: BTreeSet<String>,
    /// Whether one request becomes several, or is to be sent several times.
    to_several: bool,
}

impl Plan {
    /// Where a notion stands in the new profile: at the level asked for, or else at the other.
    fn target(&self, key: Meaning, in_list: bool) -> Option<&Row> {
        let mut all = self.to.iter().filter(|row| row.key == key);
        let first = all.next()?;
        std::iter::once(first)
            .chain(all)
            .find(|row| row.is_in_list() == in_list)
            .or(Some(first))
    }
}

/// A request that is being written: once as it is, once with its secrets masked.
struct Draft {
    request: usize,
    root: [Map<String, Value>; 2],
    element: [Map<String, Value>; 2],
    elements: [Vec<Value>; 2],
    copies: u64,
    steps: Vec<Step>,
}

impl Draft {
    fn new(request: usize) -> Self {
        Self {
            request,
            root: Default::default(),
            element: Default::default(),
            elements: Default::default(),
            copies: 1,
            steps: Vec::new(),
        }
    }

    /// Writes one instance, or what stands around a list of them.
    fn level(&mut self, plan: &Plan, inner: &[Given], outer: &[Given], instance: bool) {
        for given in inner {
            self.value(plan, given, inner, instance);
        }
        for given in outer {
            if inner.iter().any(|own| own.key == given.key) {
                self.drop(given, Action::Overridden);
            } else {
                self.value(plan, given, outer, instance);
            }
        }
        if instance {
            self.defaults(plan, inner, outer);
        }
    }

    fn value(&mut self, plan: &Plan, given: &Given, beside: &[Given], instance: bool) {
        let parameter = given.parameter;
        if plan.ignored.contains(&given.pointer) {
            return self.drop(given, Action::NoEffect);
        }
        if parameter.common && parameter.secret {
            return self.drop(given, Action::Signing);
        }
        if plan.to_several
            && matches!(parameter.constraint, Constraint::Token { .. })
            && plan.to_profile.takes_token()
        {
            return self.drop(given, Action::OwnToken);
        }
        let target = plan.target(given.key, instance);
        let Some(row) = target.filter(|row| !is_ignored(row)) else {
            return self.without_counterpart(plan, given, beside);
        };
        if parameter.name == "Action" && parameter.common {
            let operation = plan.to_profile.operation;
            return self.carry(given, row, operation, None);
        }
        if row.parameter.constraint.cases().is_some() {
            return self.duration_in_units(plan, given, row, beside);
        }
        let text = if parameter.constraint.cases().is_some() {
            // Without its unit a duration says nothing.
            match total(plan, given, beside) {
                Some(months) => months.to_string(),
                None => return self.drop(given, Action::Unreadable),
            }
        } else {
            // A unit may change along with its duration.
            let duration = duration_of(given, beside);
            let unit = duration.and_then(|duration| {
                let row = plan.target(duration.key, instance)?;
                in_units(plan, duration, row, beside).map(|(unit, _)| unit.to_owned())
            });
            unit.unwrap_or_else(|| given.text.clone())
        };
        if let Some(spelled) = given.key.spelled(&text, &row.parameter.constraint) {
            let choice = match given.key {
                Meaning::Notion(notion) => notion.choice(spelled),
                Meaning::Name(_) => None,
            };
            self.carry(given, row, spelled, choice.map(|choice| choice.citation));
        } else {
            self.as_it_is(given, row, &text);
        }
    }

    /// Carries over what the new document does not know.
    fn as_it_is(&mut self, given: &Given, row: &Row, text: &str) {
        self.put(row, text);
        self.step(
            Action::NoSuchChoice,
            Some(given),
            Some(row),
            Some(text),
            None,
        );
    }

    fn without_counterpart(&mut self, plan: &Plan, given: &Given, beside: &[Given]) {
        if given.key.id() == QUANTITY.id
            && let Some(copies) = count(&given.text)
        {
            self.copies = copies;
            return self.step(Action::Repeated, Some(given), None, Some(&given.text), None);
        }
        // The unit of a duration goes into the duration.
        if let Some(duration) = duration_of(given, beside)
            && let Some(row) = plan.target(duration.key, true)
        {
            if total(plan, duration, beside).is_none() {
                return self.drop(given, Action::Unreadable);
            }
            return self.step(Action::Respelled, Some(given), Some(row), None, None);
        }
        let implied = given.key.implied();
        let same = implied.is_some_and(|value| value == given.key.canonical(&given.text));
        let said = given.parameter.name == "Action" && given.parameter.common;
        let action = if same || said {
            Action::Implied
        } else {
            Action::NoCounterpart
        };
        self.drop(given, action);
    }

    /// A duration for a document that counts it in units: the first unit that can say it.
    fn duration_in_units(&mut self, plan: &Plan, given: &Given, row: &Row, beside: &[Given]) {
        let unit_row = row.parameter.constraint.cases().and_then(|(unit, _)| {
            let mut rows = plan.to.iter();
            rows.find(|other| other.at == row.at && other.parameter.name == unit.name)
        });
        if let (Some((unit, count)), Some(unit_row)) =
            (in_units(plan, given, row, beside), unit_row)
        {
            self.put(unit_row, unit);
            let count = count.to_string();
            if given.parameter.constraint.cases().is_some() && count == given.text {
                return self.carry(given, row, &count, None);
            }
            self.put(row, &count);
            let now = format!("{count} {unit}");
            self.step(Action::Respelled, Some(given), Some(row), Some(&now), None);
        } else {
            self.as_it_is(given, row, &given.text);
        }
    }

    fn carry(&mut self, given: &Given, row: &Row, text: &str, source: Option<Citation>) {
        self.put(row, text);
        let action = if text != given.text {
            Action::Respelled
        } else if self.pointer(row) == given.pointer {
            Action::Kept
        } else {
            Action::Renamed
        };
        self.step(action, Some(given), Some(row), Some(text), source);
    }

    /// What the old request leaves to its document's default, and the new document would decide
    /// otherwise.
    fn defaults(&mut self, plan: &Plan, inner: &[Given], outer: &[Given]) {
        for row in &plan.to {
            let instance = row.is_in_list() || plan.to_list.is_none();
            let parameter = row.parameter;
            let given = inner.iter().chain(outer).any(|given| given.key == row.key);
            if !instance || parameter.common || given {
                continue;
            }
            let mut old = plan.from.iter().filter(|old| old.key == row.key).peekable();
            let value = if old.peek().is_some() {
                old.find_map(
                    |old| match (old.parameter.default, old.parameter.constraint) {
                        (None, Constraint::OneOf([only]))
                            if old.parameter.need == Need::Optional =>
                        {
                            Some(*only)
                        }
                        (default, _) => default,
                    },
                )
            } else {
                row.key.implied()
            };
            let Some(value) = value else {
                continue;
            };
            let same = parameter
                .default
                .is_some_and(|default| row.key.canonical(default) == row.key.canonical(value));
            let open = parameter.default.is_none() && parameter.need == Need::Optional;
            let expressible = row.key.spelled(value, &parameter.constraint);
            match expressible {
                _ if same => {}
                Some(_) if open => {}
                Some(spelled) => {
                    self.put(row, spelled);
                    self.step(Action::DefaultWritten, None, Some(row), Some(spelled), None);
                }
                None => {
                    self.step(
                        Action::DefaultLost,
                        None,
                        Some(row),
                        parameter.default,
                        None,
                    );
                    if let Some(step) = self.steps.last_mut() {
                        step.was = Some(value.to_owned());
                    }
                }
            }
        }
    }

    fn drop(&mut self, given: &Given, action: Action) {
        self.step(action, Some(given), None, None, None);
    }

    fn step(
        &mut self,
        action: Action,
        given: Option<&Given>,
        row: Option<&Row>,
        now: Option<&str>,
        source: Option<Citation>,
    ) {
        let secret = given.is_some_and(|given| {
            given.parameter.secret || crate::redact::holds_secret(&given.text)
        }) || row.is_some_and(|row| row.parameter.secret);
        self.steps.push(Step {
            action,
            from: given.map(|given| given.pointer.clone()),
            request: self.request,
            to: row.map(|row| self.pointer(row)),
            was: given.filter(|_| !secret).map(|given| given.text.clone()),
            now: now.filter(|_| !secret).map(ToOwned::to_owned),
            source: source.or(row.map(|row| row.parameter.citation)),
            span: None,
            why: None,
        });
    }

    fn pointer(&self, row: &Row) -> String {
        let element = self.elements[0].len();
        row.pointer().replace("/*/", &format!("/{element}/"))
    }

    fn put(&mut self, row: &Row, text: &str) {
        let parameter = row.parameter;
        let value = typed(parameter.kind, text);
        let shown = if parameter.secret || crate::redact::holds_secret(text) {
            Value::from(MASK)
        } else {
            value.clone()
        };
        for (side, value) in [value, shown].into_iter().enumerate() {
            let mut at = &mut self.root[side];
            if row.is_in_list() {
                at = &mut self.element[side];
            } else {
                for name in row.at.split('/').skip(1) {
                    let inner = at.entry(name).or_insert_with(|| Value::Object(Map::new()));
                    let Value::Object(inner) = inner else {
                        return;
                    };
                    at = inner;
                }
            }
            at.insert(parameter.name.to_owned(), value);
        }
    }

    fn close_element(&mut self) {
        for side in 0..2 {
            let element = std::mem::take(&mut self.element[side]);
            self.elements[side].push(Value::Object(element));
        }
    }

    fn finish(mut self, plan: &Plan, steps: &mut Vec<Step>) -> Moved {
        if let Some(list) = plan.to_list {
            for side in 0..2 {
                let elements = Value::Array(std::mem::take(&mut self.elements[side]));
                self.root[side].insert(list.to_owned(), Value::from(elements.to_string()));
            }
        }
        steps.append(&mut self.steps);
        let [spec, shown] = self.root.map(Value::Object);
        let report = Checker::new(plan.to_profile).check(&spec);
        Moved {
            spec,
            shown,
            copies: self.copies,
            report,
        }
    }
}

/// Whether the new document says that a parameter never has an effect: the page's password.
fn is_ignored(row: &Row) -> bool {
    row.object.rules.iter().any(|rule| {
        let [Condition::Present(given)] = rule.when else {
            return false;
        };
        rule.code == Code::IgnoredParameter && given.name == row.parameter.name
    })
}

/// A value in the JSON type that the document gives it.
fn typed(kind: Kind, text: &str) -> Value {
    match kind {
        Kind::Long | Kind::Integer => match text.parse::<u64>() {
            Ok(number) if number.to_string() == text => Value::from(number),
            _ => Value::from(text),
        },
        Kind::Boolean => match text {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ => Value::from(text),
        },
        _ => Value::from(text),
    }
}

/// The unit that stands beside a duration, or its default.
fn unit(plan: &Plan, name: &str, beside: &[Given]) -> Option<String> {
    beside
        .iter()
        .find(|given| given.parameter.name == name)
        .map(|given| given.text.clone())
        .or_else(|| {
            let row = plan.from.iter().find(|row| row.parameter.name == name)?;
            row.parameter.default.map(ToOwned::to_owned)
        })
}

/// The duration that a value is the unit of.
fn duration_of<'g>(given: &Given, beside: &'g [Given]) -> Option<&'g Given> {
    beside.iter().find(|other| {
        let cases = other.parameter.constraint.cases();
        cases.is_some_and(|(unit, _)| unit.name == given.parameter.name)
    })
}

/// A duration in a unit that the new document has: in its own if that will do, or else in the first
/// that can say it.
fn in_units(
    plan: &Plan,
    given: &Given,
    row: &Row,
    beside: &[Given],
) -> Option<(&'static str, u64)> {
    let (_, cases) = row.parameter.constraint.cases()?;
    let total = total(plan, given, beside)?;
    let own = given.parameter.constraint.cases();
    let own = own.and_then(|(decided_by, _)| unit(plan, decided_by.name, beside));
    let fitting = |(unit, allowed): &(&'static str, &'static [u32])| {
        let size = u64::from(months_in(unit)?);
        let count = total / size;
        let fits = total % size == 0 && allowed.iter().any(|each| u64::from(*each) == count);
        fits.then_some((*unit, count))
    };
    let is_own = |(unit, _): &&(&'static str, _)| Some(*unit) == own.as_deref();
    let first = cases.iter().find(is_own).and_then(fitting);
    first.or_else(|| cases.iter().find_map(fitting))
}

/// A duration in months; `None` where it or its unit is wrong.
fn total(plan: &Plan, given: &Given, beside: &[Given]) -> Option<u64> {
    let months = match given.parameter.constraint.cases() {
        Some((decided_by, _)) => months_in(&unit(plan, decided_by.name, beside)?)?,
        None => 1,
    };
    given.text.parse::<u64>().ok()?.checked_mul(months.into())
}

/// A number of instances. More than a machine can count is as many as it can.
fn count(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let count = text.parse().unwrap_or(u64::MAX);
    (digits && count > 0).then_some(count)
}
