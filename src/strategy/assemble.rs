//! Puts drawn values together into an object that keeps its rules, or breaks just one of them.

use serde_json::{Map, Value};

use super::values::Draft;
use crate::diagnostic::Severity;
use crate::profile::{Condition, Constraint, Kind, Object, Ref, Rule};

/// What was drawn for one object: for each parameter whether it is there, and its value.
pub(super) type Members = Vec<Member>;

#[derive(Debug, Clone)]
pub(super) struct Member {
    pub(super) there: bool,
    pub(super) content: Content,
}

/// What was drawn for one parameter.
#[derive(Debug, Clone)]
pub(super) enum Content {
    Scalar(Draft),
    Object(Members),
    List(Vec<Members>),
}

/// What is done to one object of the request, besides making it valid.
#[derive(Debug, Clone)]
pub(super) enum Mistake {
    /// A parameter has this value.
    Value(usize, Draft),
    /// A parameter is not there.
    Missing(usize),
    /// A parameter stands under another name.
    Renamed(usize, String),
    /// All conditions of this rule hold.
    Rule(&'static Rule),
    /// The object is replaced by something else.
    Replaced(Value),
}

/// Where a mistake stands: the members that lead to its object, from outside.
#[derive(Debug, Clone)]
pub(super) struct Site {
    pub(super) way: Vec<usize>,
    /// Which element, where the way leads through a list.
    pub(super) element: proptest::sample::Index,
    pub(super) mistake: Mistake,
}

/// The request, and the pointer of the object in which the mistake stands.
pub(super) fn request(
    object: &'static Object,
    members: &Members,
    site: Option<&Site>,
) -> (Value, String) {
    let mut path = String::new();
    let value = build(object, members, site.map(|site| (site, 0)), &mut path);
    (value, path)
}

/// The request with everything that was drawn, whether or not it goes together.
pub(super) fn whole(object: &'static Object, members: &Members) -> Value {
    let mut out = Map::new();
    for (parameter, member) in object.parameters.iter().zip(members) {
        let value = match (&member.content, parameter.kind) {
            (Content::Scalar(Draft::Value(value)), _) => value.clone(),
            (Content::Scalar(Draft::ByCase(cases)), _) => match cases.first() {
                Some((_, value)) => value.clone(),
                None => continue,
            },
            (Content::Object(members), Kind::Object(inner)) => whole(inner, members),
            (Content::List(elements), Kind::Objects(inner, _)) => {
                elements.iter().map(|each| whole(inner, each)).collect()
            }
            (Content::List(elements), Kind::JsonArray(inner)) => {
                let list: Value = elements.iter().map(|each| whole(inner, each)).collect();
                list.to_string().into()
            }
            _ => continue,
        };
        out.insert(parameter.name.to_owned(), value);
    }
    Value::Object(out)
}

/// One object. The mistake is further in, unless its way ends here.
fn build(
    object: &'static Object,
    members: &Members,
    site: Option<(&Site, usize)>,
    path: &mut String,
) -> Value {
    let step = site.and_then(|(site, depth)| site.way.get(depth).copied());
    let mistake = site
        .filter(|(site, depth)| site.way.len() == *depth)
        .map(|(site, _)| &site.mistake);
    if let Some(Mistake::Replaced(value)) = mistake {
        return value.clone();
    }
    let mut assembly = Assembly::new(object, members);
    if let Some(index) = step {
        assembly.force(index, true);
    }
    if let Some(mistake) = mistake {
        assembly.commit(mistake);
    }
    assembly.repair(mistake);
    let mut out = Map::new();
    for (index, member) in members.iter().enumerate() {
        if !assembly.there[index] {
            continue;
        }
        let parameter = &object.parameters[index];
        let inner = site.filter(|_| step == Some(index));
        let value = match (&assembly.forced[index], &member.content, parameter.kind) {
            (Some(value), _, _) => value.clone(),
            (None, Content::Object(inner_members), Kind::Object(inner_object)) => {
                if inner.is_some() {
                    crate::diagnostic::push_segment(path, parameter.name);
                }
                let inner = inner.map(|(site, depth)| (site, depth + 1));
                build(inner_object, inner_members, inner, path)
            }
            (None, Content::List(elements), Kind::Objects(inner_object, _)) => {
                let elements = elements.iter();
                let list = elements.map(|element| build(inner_object, element, None, path));
                Value::Array(list.collect())
            }
            (None, Content::List(elements), Kind::JsonArray(inner_object)) => {
                let chosen = inner.map(|(site, _)| site.element.index(elements.len()));
                if let Some(chosen) = chosen {
                    crate::diagnostic::push_segment(path, parameter.name);
                    crate::diagnostic::push_segment(path, &chosen.to_string());
                }
                let list = elements.iter().enumerate().map(|(place, element)| {
                    let inner = inner
                        .filter(|_| chosen == Some(place))
                        .map(|(site, depth)| (site, depth + 1));
                    build(inner_object, element, inner, path)
                });
                Value::Array(list.collect()).to_string().into()
            }
            (None, _, _) => assembly.value(index),
        };
        let name = match mistake {
            Some(Mistake::Renamed(renamed, name)) if *renamed == index => name.clone(),
            _ => parameter.name.to_owned(),
        };
        out.insert(name, value);
    }
    Value::Object(out)
}

struct Assembly<'m> {
    object: &'static Object,
    members: &'m Members,
    there: Vec<bool>,
    /// Presence that must stay as it is.
    pinned: Vec<bool>,
    /// Values other than the drawn ones.
    forced: Vec<Option<Value>>,
    /// The parameter whose value is wrong: no rule can look at it.
    wrong: Option<usize>,
}

impl<'m> Assembly<'m> {
    fn new(object: &'static Object, members: &'m Members) -> Self {
        Self {
            object,
            members,
            there: members.iter().map(|member| member.there).collect(),
            pinned: vec![false; members.len()],
            forced: vec![None; members.len()],
            wrong: None,
        }
    }

    fn force(&mut self, index: usize, there: bool) {
        self.there[index] = there;
        self.pinned[index] = true;
    }

    /// Makes the mistake.
    fn commit(&mut self, mistake: &Mistake) {
        match mistake {
            Mistake::Value(index, draft) => {
                self.force(*index, true);
                self.wrong = Some(*index);
                self.forced[*index] = Some(self.resolve(draft, *index));
            }
            Mistake::Missing(index) => self.force(*index, false),
            Mistake::Renamed(index, _) => self.force(*index, true),
            Mistake::Rule(rule) => {
                for condition in rule.when {
                    match condition {
                        Condition::Present(at) => self.force(usize::from(at.index), true),
                        Condition::Absent(at) => self.force(usize::from(at.index), false),
                        Condition::Is(at, value) => {
                            let index = usize::from(at.index);
                            let by_default = self.object.parameters[index].default == Some(*value);
                            let there = self.there[index] || !by_default;
                            self.force(index, there);
                            self.forced[index] = there.then(|| Value::from(*value));
                        }
                        _ => {}
                    }
                }
            }
            Mistake::Replaced(_) => {}
        }
    }

    /// The value of a draft, given the parameter that decides about it.
    fn resolve(&self, draft: &Draft, index: usize) -> Value {
        let cases = match draft {
            Draft::Value(value) => return value.clone(),
            Draft::ByCase(cases) => cases,
        };
        let Some((decided_by, _)) = self.object.parameters[index].constraint.cases() else {
            return Value::Null;
        };
        let decider = self.text(decided_by).unwrap_or_default();
        // While what decides is itself wrong, any case will do.
        let case = cases.iter().find(|(case, _)| *case == decider);
        let case = case.or(cases.first());
        case.map_or(Value::Null, |(_, value)| value.clone())
    }

    fn value(&self, index: usize) -> Value {
        match (&self.forced[index], &self.members[index].content) {
            (Some(value), _) => value.clone(),
            (None, Content::Scalar(draft)) => self.resolve(draft, index),
            (None, _) => Value::Null,
        }
    }

    /// The value of a parameter as text, or its default; nothing while it is wrong.
    fn text(&self, at: Ref) -> Option<String> {
        let index = usize::from(at.index);
        if !self.there[index] {
            return self.object.parameters[index].default.map(str::to_owned);
        }
        if self.wrong == Some(index) {
            return None;
        }
        Some(match self.value(index) {
            Value::String(text) => text,
            other => other.to_string(),
        })
    }

    fn holds(&self, condition: &Condition) -> bool {
        let local = |at: &Ref| at.up == 0;
        match condition {
            Condition::Present(at) if local(at) => self.there[usize::from(at.index)],
            Condition::Absent(at) if local(at) => !self.there[usize::from(at.index)],
            Condition::Is(at, value) if local(at) => {
                self.text(*at).is_some_and(|text| text == *value)
            }
            Condition::IsNot(at, value) if local(at) => {
                self.text(*at).is_some_and(|text| text != *value)
            }
            _ => false,
        }
    }

    /// Changes what may be changed until no rule but the chosen one is broken.
    fn repair(&mut self, mistake: Option<&Mistake>) {
        // Each step settles one rule; there are never more than a few.
        for _ in 0..self.object.rules.len() {
            let broken = self.object.rules.iter().find(|rule| {
                let chosen =
                    matches!(mistake, Some(Mistake::Rule(meant)) if std::ptr::eq(*meant, *rule));
                rule.code.severity() == Severity::Error
                    && !chosen
                    && rule.when.iter().all(|condition| self.holds(condition))
            });
            match broken {
                Some(rule) => self.settle(rule),
                None => return,
            }
        }
    }

    /// Makes one condition of a rule false, the least intrusive first.
    fn settle(&mut self, rule: &Rule) {
        let free = |index: usize| !self.pinned[index];
        let absent = rule
            .when
            .iter()
            .rev()
            .find_map(|condition| match condition {
                Condition::Absent(at) if free(at.index.into()) => Some(usize::from(at.index)),
                _ => None,
            });
        let present = rule.when.iter().find_map(|condition| match condition {
            Condition::Present(at) if free(at.index.into()) => Some(usize::from(at.index)),
            _ => None,
        });
        if let Some(index) = absent {
            self.there[index] = true;
        } else if let Some(index) = present {
            self.there[index] = false;
        } else {
            for condition in rule.when {
                let Condition::Is(at, value) = condition else {
                    continue;
                };
                let index = usize::from(at.index);
                let other = match self.object.parameters[index].constraint {
                    Constraint::OneOf(allowed) => allowed.iter().find(|other| *other != value),
                    Constraint::Boolean => ["true", "false"].iter().find(|other| *other != value),
                    _ => None,
                };
                if let Some(other) = other
                    && (free(index) || self.wrong != Some(index))
                {
                    self.there[index] = true;
                    self.forced[index] = Some(Value::from(*other));
                    return;
                }
            }
        }
    }
}
