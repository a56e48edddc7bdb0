//! A form that is being filled in: one field at a time crosses the boundary.
//!
//! The values of one form at a time are kept here, that of the form used last. The JavaScript
//! side holds all of them and loads a form again when another one took its place, so nothing can
//! leak, and a new instance after a trap begins with nothing lost. Secrets are not kept: they
//! come along with every call and are overwritten when it returns.

use std::cell::RefCell;

use kvspec::profile::{
    CharacterClass, Constraint, Kind, Need, Object, Parameter, PasswordCharacters, PasswordRule,
};
use kvspec::text::Length;
use kvspec::{Checker, Code, Context, Profile, Report};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

/// The values of a request, as JSON, in the shape of its objects.
#[derive(Clone)]
enum Tree {
    Leaf(String),
    Branch(Vec<(String, Tree)>),
}

struct Form {
    id: u32,
    profile: &'static Profile,
    chinese: bool,
    context: Option<Context>,
    values: Tree,
}

thread_local! {
    static FORM: RefCell<Option<Form>> = const { RefCell::new(None) };
}

/// Codes for a parameter that must be there.
const REQUIRED: &[Code] = &[
    Code::RequiredParameter,
    Code::RequiredWhen,
    Code::RequiredWith,
];
/// Codes for a parameter that has no place in the request as it is.
const INAPPLICABLE: &[Code] = &[Code::NotApplicable, Code::IgnoredParameter];
/// Elements of a list that a form can have.
const MOST_ELEMENTS: usize = 1_000;

impl Tree {
    const fn empty() -> Self {
        Self::Branch(Vec::new())
    }

    fn child(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Leaf(_) => None,
            Self::Branch(members) => members
                .iter()
                .find(|(known, _)| known == name)
                .map(|(_, tree)| tree),
        }
    }

    fn at(&self, path: &str) -> Option<&Self> {
        segments(path).try_fold(self, |tree, name| tree.child(name))
    }

    /// Puts a value at a path, and takes away what stood there if there is none.
    fn set(&mut self, path: &str, value: Option<Self>) {
        let (name, rest) = path.split_once('/').unwrap_or((path, ""));
        if let Self::Leaf(_) = self {
            *self = Self::empty();
        }
        let Self::Branch(members) = self else {
            return;
        };
        let place = members.iter().position(|(known, _)| known == name);
        if rest.is_empty() {
            match (place, value) {
                (Some(place), Some(value)) => members[place].1 = value,
                (Some(place), None) => drop(members.remove(place)),
                (None, Some(value)) => members.push((name.to_owned(), value)),
                (None, None) => {}
            }
        } else if let Some(place) = place {
            let inner = &mut members[place].1;
            inner.set(rest, value);
            if matches!(inner, Self::Branch(left) if left.is_empty()) {
                members.remove(place);
            }
        } else if value.is_some() {
            let mut inner = Self::empty();
            inner.set(rest, value);
            members.push((name.to_owned(), inner));
        }
    }

    /// Writes the values as JSON text.
    fn write(&self, object: Option<&'static Object>, out: &mut String) {
        match self {
            Self::Leaf(json) => out.push_str(json),
            Self::Branch(members) => {
                out.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    out.push_str(&crate::json(name));
                    out.push(':');
                    match object.and_then(|object| object.parameter(name)) {
                        Some(Parameter {
                            kind: Kind::JsonArray(inner),
                            ..
                        }) => value.write_list(inner, out),
                        Some(Parameter {
                            kind: Kind::Object(inner),
                            ..
                        }) => value.write(Some(inner), out),
                        _ => value.write(None, out),
                    }
                }
                out.push('}');
            }
        }
    }

    /// Writes a list as the JSON in a string that the provider takes; elements between those
    /// that have values are empty.
    fn write_list(&self, object: &'static Object, out: &mut String) {
        let Self::Branch(members) = self else {
            return self.write(None, out);
        };
        let elements = members.iter().filter_map(|(name, _)| name.parse().ok());
        let count = elements.max().map_or(0, |last: usize| last + 1);
        let mut list = String::from("[");
        for index in 0..count.min(MOST_ELEMENTS) {
            if index > 0 {
                list.push(',');
            }
            match self.child(&index.to_string()) {
                Some(element) => element.write(Some(object), &mut list),
                None => list.push_str("{}"),
            }
        }
        list.push(']');
        out.push_str(&crate::json(&list));
    }
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|name| !name.is_empty())
}

/// Paths and JSON values, separated by the character that neither can hold.
fn pieces(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut parts = text.split('\0');
    std::iter::from_fn(move || Some((parts.next().filter(|path| !path.is_empty())?, parts.next()?)))
}

fn leaf(json: &str) -> Option<Tree> {
    (!json.is_empty()).then(|| Tree::Leaf(json.to_owned()))
}

impl Form {
    fn text(&self, values: &Tree) -> String {
        let mut out = String::with_capacity(512);
        values.write(Some(self.profile.request), &mut out);
        out
    }

    fn report(&self, values: &Tree) -> Report {
        let mut checker = Checker::new(self.profile).for_form();
        if let Some(context) = &self.context {
            checker = checker.context(context);
        }
        checker.check_json(&self.text(values))
    }

    fn with(&self, secrets: &str) -> Tree {
        let mut values = self.values.clone();
        for (path, json) in pieces(secrets) {
            values.set(path, leaf(json));
        }
        values
    }

    /// Which fields must be there, and which have no place, as things stand.
    fn outlook(&self, secrets: &str) -> Outlook {
        let mut values = self.with(secrets);
        // What a required object must hold is required before the object is begun.
        self.profile.visit_objects(&mut |at, object| {
            for parameter in object.parameters {
                let path = format!("{}/{}", at.trim_start_matches('/'), parameter.name);
                let path = path.trim_start_matches('/');
                let begun = at.is_empty() || values.at(at).is_some();
                if matches!(parameter.kind, Kind::Object(_))
                    && parameter.need == Need::Required
                    && begun
                    && values.at(path).is_none()
                {
                    values.set(path, Some(Tree::empty()));
                }
            }
        });
        let now = self.report(&values);
        let mut outlook = Outlook::default();
        self.profile.visit_objects(&mut |at, object| {
            for at in places(at, &values) {
                for parameter in object.parameters {
                    let path = if at.is_empty() {
                        parameter.name.to_owned()
                    } else {
                        format!("{at}/{}", parameter.name)
                    };
                    self.look(object, parameter, path, &values, &now, &mut outlook);
                }
            }
        });
        outlook
    }

    fn look(
        &self,
        object: &'static Object,
        parameter: &Parameter,
        path: String,
        values: &Tree,
        now: &Report,
        outlook: &mut Outlook,
    ) {
        let bound = |codes: &[Code]| {
            object.rules.iter().any(|rule| {
                codes.contains(&rule.code) && rule.at.is_some_and(|at| at.name == parameter.name)
            })
        };
        let present = values.at(&path).is_some();
        if parameter.need != Need::Optional || bound(REQUIRED) {
            let required = if present {
                let mut without = values.clone();
                without.set(&path, None);
                has(&self.report(&without), REQUIRED, &path)
            } else {
                has(now, REQUIRED, &path)
            };
            if required {
                outlook.required.push(path.clone());
            }
        }
        if bound(INAPPLICABLE) {
            let inapplicable = if present {
                has(now, INAPPLICABLE, &path)
            } else {
                let mut with = values.clone();
                with.set(&path, Some(Tree::Leaf(likely_json(parameter))));
                has(&self.report(&with), INAPPLICABLE, &path)
            };
            if inapplicable {
                outlook.inapplicable.push(path);
            }
        }
    }
}

/// The places at which an object stands: one, or one for each element of a list.
fn places(pattern: &str, values: &Tree) -> Vec<String> {
    let pattern = pattern.trim_start_matches('/');
    let Some((list, rest)) = pattern.split_once("/*") else {
        return vec![pattern.to_owned()];
    };
    match values.at(list) {
        Some(Tree::Branch(elements)) => elements
            .iter()
            .map(|(index, _)| format!("{list}/{index}{rest}"))
            .collect(),
        _ => Vec::new(),
    }
}

fn has(report: &Report, codes: &[Code], path: &str) -> bool {
    report.iter().any(|found| {
        codes.contains(&found.code) && found.path.strip_prefix('/').is_some_and(|at| at == path)
    })
}

/// A value that somebody might choose: a good one that is not the default.
fn likely(parameter: &Parameter) -> String {
    let chosen = |values: &[&str]| {
        let other = values
            .iter()
            .find(|value| Some(**value) != parameter.default);
        other.map(|value| (*value).to_owned()).unwrap_or_default()
    };
    match parameter.constraint {
        Constraint::OneOf(values) => chosen(values),
        Constraint::Boolean => chosen(&["true", "false"]),
        Constraint::Integers(numbers) => numbers.first().map(u32::to_string).unwrap_or_default(),
        Constraint::Range { min, .. } => min.to_string(),
        Constraint::IntegersBy { .. } => "1".to_owned(),
        Constraint::Ipv4 => "10.0.0.1".to_owned(),
        _ => "a".to_owned(),
    }
}

/// The same as JSON: JD Cloud's types are strict, and of a value of a wrong one nothing else is said.
fn likely_json(parameter: &Parameter) -> String {
    match parameter.kind {
        Kind::Boolean => (parameter.default != Some("true")).to_string(),
        Kind::Long | Kind::Integer => likely(parameter),
        _ => crate::json(&likely(parameter)),
    }
}

#[derive(Default, Serialize)]
struct Outlook {
    required: Vec<String>,
    inapplicable: Vec<String>,
}

/// Takes up a form: its values are paths and JSON, each ended by U+0000.
#[wasm_bindgen]
#[must_use]
pub fn form_load(
    id: u32,
    profile_index: u8,
    values: &str,
    chinese: bool,
    surroundings: &str,
) -> String {
    let Some(profile) = crate::profile(profile_index) else {
        return crate::refused(&"profile");
    };
    let context = match crate::context(surroundings, crate::locale(chinese)) {
        Ok(context) => context,
        Err(refusal) => return refusal,
    };
    let mut tree = Tree::empty();
    for (path, json) in pieces(values) {
        tree.set(path, leaf(json));
    }
    let form = Form {
        id,
        profile,
        chinese,
        context,
        values: tree,
    };
    FORM.with(|slot| slot.replace(Some(form)));
    String::new()
}

fn with_form<T>(id: u32, act: impl FnOnce(&mut Form) -> T) -> Option<T> {
    FORM.with(|slot| {
        let mut slot = slot.try_borrow_mut().ok()?;
        slot.as_mut().filter(|form| form.id == id).map(act)
    })
}

/// Sets one field, where the path is not empty, and gives the findings. Nothing, if another form
/// has taken the place of this one.
#[wasm_bindgen]
#[must_use]
pub fn form_set(id: u32, path: &str, value: &str, secrets: &str) -> Option<String> {
    with_form(id, |form| {
        if !path.is_empty() {
            form.values.set(path, leaf(value));
        }
        let report = if secrets.is_empty() {
            form.report(&form.values)
        } else {
            form.report(&form.with(secrets))
        };
        crate::json(&report.published(crate::locale(form.chinese)))
    })
}

/// Which fields are required and which do not apply, as the form stands.
#[wasm_bindgen]
#[must_use]
pub fn form_outlook(id: u32, secrets: &str) -> Option<String> {
    with_form(id, |form| crate::json(&form.outlook(secrets)))
}

/// The request as JSON text, if it is valid.
#[wasm_bindgen]
#[must_use]
pub fn form_request(id: u32, secrets: &str) -> Option<String> {
    with_form(id, |form| {
        let values = form.with(secrets);
        if form.report(&values).is_valid() {
            form.text(&values)
        } else {
            String::new()
        }
    })
}

#[derive(Serialize)]
struct Checklist {
    length: Measure,
    need: u32,
    classes: Vec<Class>,
    characters: Characters,
}

#[derive(Serialize)]
struct Measure {
    count: usize,
    min: u32,
    max: u32,
    met: bool,
}

#[derive(Serialize)]
struct Class {
    id: &'static str,
    label: &'static str,
    met: bool,
}

#[derive(Serialize)]
struct Characters {
    allowed: Option<&'static str>,
    refused: Option<&'static str>,
    count: usize,
    met: bool,
}

/// What a password's rule asks, and how far this one meets it. Nothing, if the parameter is no
/// password.
#[wasm_bindgen]
#[must_use]
pub fn checklist(profile_index: u8, path: &str, password: &str, chinese: bool) -> Option<String> {
    let mut object = crate::profile(profile_index)?.request;
    let mut names = segments(path)
        .filter(|name| name.parse::<usize>().is_err())
        .peekable();
    while let Some(name) = names.next() {
        let parameter = object.parameter(name)?;
        match (names.peek(), parameter.kind, parameter.constraint) {
            (Some(_), Kind::Object(inner) | Kind::JsonArray(inner), _) => object = inner,
            (None, _, Constraint::Password(rule)) => {
                return Some(crate::json(&measure(rule, password, chinese)));
            }
            _ => return None,
        }
    }
    None
}

fn measure(rule: PasswordRule, password: &str, chinese: bool) -> Checklist {
    let count = Length::of(password).clusters;
    let (allowed, refused) = match rule.characters {
        PasswordCharacters::Special(special) => (Some(special), None),
        PasswordCharacters::Refused(refused) => (None, Some(refused)),
    };
    let forbidden = |character: &char| match rule.characters {
        PasswordCharacters::Special(special) => {
            !character.is_ascii_alphanumeric() && !special.contains(*character)
        }
        PasswordCharacters::Refused(refused) => refused.contains(*character),
    };
    let wrong = password.chars().filter(forbidden).count();
    let classes = rule.classes.iter().map(|class| {
        let term = class.term();
        Class {
            id: term.id(),
            label: term.text(crate::locale(chinese)),
            met: password.chars().any(|character| match class {
                CharacterClass::Uppercase => character.is_ascii_uppercase(),
                CharacterClass::Lowercase => character.is_ascii_lowercase(),
                CharacterClass::Digit => character.is_ascii_digit(),
                CharacterClass::Special => {
                    !character.is_ascii_alphanumeric()
                        && allowed.is_some_and(|special| special.contains(character))
                }
            }),
        }
    });
    Checklist {
        length: Measure {
            count,
            min: rule.min,
            max: rule.max,
            met: (rule.min as usize..=rule.max as usize).contains(&count),
        },
        need: rule.at_least,
        classes: classes.collect(),
        characters: Characters {
            allowed,
            refused,
            count: wrong,
            met: wrong == 0,
        },
    }
}
