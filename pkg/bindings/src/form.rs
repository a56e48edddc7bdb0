//! A form that is being filled in: one field at a time crosses the boundary.
//!
//! The values of one form at a time are kept here, that of the form used last. The JavaScript
//! side holds all of them and loads a form again when another one took its place, so nothing can
//! leak, and a new instance after a trap begins with nothing lost.
//!
//! What a value means for the verdict is known as soon as it is set; the value itself is only
//! needed for findings, and may come later. Of a secret nothing else is kept: it comes along with
//! every call that finds something, and is overwritten when that returns.

use std::cell::RefCell;

use kvspec::profile::{
    CharacterClass, Constraint, Kind, Need, Object, Parameter, PasswordCharacters, PasswordRule,
};
use kvspec::text::Length;
use kvspec::{Checker, Code, Context, Draft, Fields, Profile, Report};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::memory::{Output, with_texts};
use crate::{done, packed, refused};

/// The values of a request, in the shape of its objects.
#[derive(Clone)]
enum Tree {
    /// What kind of value it is, as [`Fields::entries`] has it, and its text.
    Leaf(char, String),
    Branch(Vec<(String, Tree)>),
}

/// Kinds of values: see [`Fields::entries`].
const NULL: char = '0';
const BOOLEAN: char = '1';
const NUMBER: char = '2';
const STRING: char = '3';
const JSON: char = '4';

struct Form {
    id: u32,
    profile: &'static Profile,
    context: Option<Context>,
    values: Tree,
    /// The same as they are judged.
    fields: Fields,
    /// What all values, also those that are not kept, mean for the verdict.
    draft: Draft,
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
/// Room for the values of an ordinary form, in bytes.
const USUAL: usize = 1_024;

impl Tree {
    const fn empty() -> Self {
        Self::Branch(Vec::new())
    }

    fn child(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Leaf(..) => None,
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
        if let Self::Leaf(..) = self {
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

    /// Puts packed values at the paths that are their names; an empty one takes away.
    fn set_all(&mut self, packed: &str) {
        for (path, kind, text) in entries(packed) {
            let value = (kind != NULL).then(|| Self::Leaf(kind, text.to_owned()));
            self.set(path, value);
        }
    }

    /// The values as fields.
    fn fields(&self, object: &'static Object) -> Fields {
        let mut fields = Fields::with_capacity(USUAL);
        let Self::Branch(members) = self else {
            return fields;
        };
        for (name, value) in members {
            match (value, object.parameter(name).map(|known| known.kind)) {
                (Self::Leaf(kind, text), _) => fields.entry(name, *kind, text),
                (_, Some(Kind::JsonArray(inner))) => {
                    fields.entry(name, STRING, &value.list(inner));
                }
                (_, kind) => {
                    let mut json = String::new();
                    value.write(kind, &mut json);
                    fields.entry(name, JSON, &json);
                }
            }
        }
        fields
    }

    /// Writes the value of a parameter of that kind as JSON text.
    fn write(&self, kind: Option<Kind>, out: &mut String) {
        match (self, kind) {
            (Self::Leaf(STRING, text), _) => quote(text, out),
            (Self::Leaf(_, text), _) => out.push_str(text),
            (_, Some(Kind::JsonArray(inner))) => quote(&self.list(inner), out),
            (_, Some(Kind::Objects(inner, _))) => out.push_str(&self.list(inner)),
            (Self::Branch(members), _) => {
                let object = match kind {
                    Some(Kind::Object(inner)) => Some(inner),
                    _ => None,
                };
                out.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    quote(name, out);
                    out.push(':');
                    let known = object.and_then(|object| object.parameter(name));
                    value.write(known.map(|known| known.kind), out);
                }
                out.push('}');
            }
        }
    }

    /// How many elements a list has, with those that are empty between others.
    fn count(&self) -> usize {
        let Self::Branch(members) = self else {
            return 0;
        };
        let elements = members.iter().filter_map(|(name, _)| name.parse().ok());
        let count = elements.max().map_or(0, |last: usize| last + 1);
        count.min(MOST_ELEMENTS)
    }

    /// A list as JSON, which some providers take in a string; elements between those that have
    /// values are empty.
    fn list(&self, object: &'static Object) -> String {
        let mut list = String::from("[");
        for index in 0..self.count() {
            if index > 0 {
                list.push(',');
            }
            match self.child(&index.to_string()) {
                Some(element) => element.write(Some(Kind::Object(object)), &mut list),
                None => list.push_str("{}"),
            }
        }
        list.push(']');
        list
    }
}

/// Writes a text as JSON has it.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        if let '\0'..'\u{20}' = character {
            out.push_str("\\u00");
            for place in [4, 0] {
                let digit = char::from_digit(u32::from(character) >> place & 15, 16);
                out.push(digit.unwrap_or_default());
            }
        } else {
            if let '"' | '\\' = character {
                out.push('\\');
            }
            out.push(character);
        }
    }
    out.push('"');
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|name| !name.is_empty())
}

fn entries(packed: &str) -> Vec<(&str, char, &str)> {
    Fields::entries(packed).unwrap_or_default()
}

impl Form {
    fn report(&self, values: &Tree) -> Report {
        let mut checker = Checker::new(self.profile).for_form();
        if let Some(context) = &self.context {
            checker = checker.context(context);
        }
        checker.check(&values.fields(self.profile.request))
    }

    /// Puts values into their places.
    fn set(&mut self, changes: &str) {
        for (path, kind, text) in entries(changes) {
            let value = (kind != NULL).then_some((kind, text));
            let leaf = value.map(|(kind, text)| Tree::Leaf(kind, text.to_owned()));
            let flat =
                !path.contains('/') && !matches!(self.values.at(path), Some(Tree::Branch(_)));
            self.values.set(path, leaf);
            if flat {
                self.fields.replace(path, value);
            } else {
                self.fields = self.values.fields(self.profile.request);
            }
        }
    }

    /// Judges the fields with secrets among them, and takes these away again.
    fn judged<T>(&mut self, secrets: &str, judge: impl FnOnce(&Checker<'_>, &Fields) -> T) -> T {
        let mut checker = Checker::new(self.profile).for_form();
        if let Some(context) = &self.context {
            checker = checker.context(context);
        }
        let secrets = entries(secrets);
        if secrets.iter().any(|(path, ..)| path.contains('/')) {
            let mut values = self.values.clone();
            for (path, kind, text) in secrets {
                values.set(path, Some(Tree::Leaf(kind, text.to_owned())));
            }
            return judge(&checker, &values.fields(self.profile.request));
        }
        let mark = self.fields.mark();
        for (name, kind, text) in secrets {
            self.fields.entry(name, kind, text);
        }
        let result = judge(&checker, &self.fields);
        self.fields.cut(mark);
        result
    }

    fn with(&self, secrets: &str) -> Tree {
        let mut values = self.values.clone();
        values.set_all(secrets);
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
            let at = at.trim_start_matches('/');
            let Some((list, rest)) = at.split_once("/*") else {
                self.look_at(object, at, &values, &now, &mut outlook);
                return;
            };
            // A list that was given in one piece has no elements here.
            if matches!(values.at(list), Some(Tree::Leaf(..))) {
                return;
            }
            let elements = values.at(list).map_or(0, Tree::count);
            for index in 0..elements {
                let at = format!("{list}/{index}{rest}");
                self.look_at(object, &at, &values, &now, &mut outlook);
            }
            // One more is looked at as if it were begun: a form shows it before anything stands in it.
            let at = format!("{list}/{elements}{rest}");
            values.set(&at, Some(Tree::empty()));
            self.look_at(object, &at, &values, &self.report(&values), &mut outlook);
            values.set(&at, None);
            outlook.elements.push((list.to_owned(), elements));
        });
        outlook
    }

    fn look_at(
        &self,
        object: &'static Object,
        at: &str,
        values: &Tree,
        now: &Report,
        outlook: &mut Outlook,
    ) {
        for parameter in object.parameters {
            let path = if at.is_empty() {
                parameter.name.to_owned()
            } else {
                format!("{at}/{}", parameter.name)
            };
            self.look(object, parameter, path, values, now, outlook);
        }
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
                with.set(&path, Some(likely_leaf(parameter)));
                has(&self.report(&with), INAPPLICABLE, &path)
            };
            if inapplicable {
                outlook.inapplicable.push(path);
            }
        }
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
        Constraint::OneOf(values) | Constraint::Versions(values) => chosen(values),
        Constraint::Boolean => chosen(&["true", "false"]),
        Constraint::Integers(numbers) => numbers.first().map(u32::to_string).unwrap_or_default(),
        Constraint::Range { min, .. } => min.to_string(),
        Constraint::IntegersBy { .. } | Constraint::IntegersByRule { .. } => "1".to_owned(),
        Constraint::Ipv4 => "10.0.0.1".to_owned(),
        _ => "a".to_owned(),
    }
}

/// The same of the right type: JD Cloud's are strict, and of a value of a wrong one nothing else is said.
fn likely_leaf(parameter: &Parameter) -> Tree {
    match parameter.kind {
        Kind::Boolean => Tree::Leaf(BOOLEAN, (parameter.default != Some("true")).to_string()),
        Kind::Long | Kind::Integer => Tree::Leaf(NUMBER, likely(parameter)),
        _ => Tree::Leaf(STRING, likely(parameter)),
    }
}

#[derive(Default)]
struct Outlook {
    required: Vec<String>,
    inapplicable: Vec<String>,
    /// How many elements each list has. The one after them is in the others as if it were begun.
    elements: Vec<(String, usize)>,
}

/// Takes up a form, with its values packed under their paths.
#[wasm_bindgen]
#[must_use]
pub fn form_load(id: u32, profile_index: u32, values: u32, surroundings: u32, flags: u32) -> u32 {
    with_texts([values, surroundings], |[packed, surroundings]| {
        let Some(profile) = crate::profile(profile_index) else {
            return refused("profile");
        };
        let context = match crate::context(surroundings, crate::locale_of(flags)) {
            Ok(context) => context,
            Err(refusal) => return refusal,
        };
        let mut values = Tree::empty();
        values.set_all(packed);
        let mut draft = Draft::new(profile);
        draft.set_packed(packed);
        let form = Form {
            id,
            profile,
            context,
            fields: values.fields(profile.request),
            values,
            draft,
        };
        FORM.set(Some(form));
        done(|_| {})
    })
}

fn with_form(id: u32, act: impl FnOnce(&mut Form) -> u32) -> u32 {
    FORM.with_borrow_mut(|slot| slot.as_mut().filter(|form| form.id == id).map_or(0, act))
}

/// What there is to say of a form as it is: see [`form_set`].
const INVALID: u32 = 1;
const VALID: u32 = 2;
const UNSURE: u32 = 3;

/// Sets fields, and tells whether the form is then valid: 1 for no, 2 for yes, and 3 where only
/// what is found can tell. Nothing, if another form has taken the place of this one. Values that
/// are not kept come again with [`form_check`].
#[wasm_bindgen]
#[must_use]
pub fn form_set(id: u32, changes: u32, keep: u32) -> u32 {
    with_texts([changes], |[changes]| {
        with_form(id, |form| {
            form.draft.set_packed(changes);
            if keep != 0 {
                form.set(changes);
            }
            match form.draft.is_valid() {
                Some(false) => INVALID,
                // What surrounds the order may still forbid it.
                Some(true) if form.context.is_none() => VALID,
                _ => UNSURE,
            }
        })
    })
}

/// What is found in the form with the values that were set and not kept, and with secrets.
#[wasm_bindgen]
#[must_use]
pub fn form_check(id: u32, changes: u32, secrets: u32) -> u32 {
    with_texts([changes, secrets], |[changes, secrets]| {
        with_form(id, |form| {
            form.set(changes);
            let report = form.judged(secrets, |checker, fields| checker.check(fields));
            done(|out| packed::findings(out, report.diagnostics()))
        })
    })
}

/// The paths of the fields that are required, and of those that do not apply, as the form stands
/// with the values that were set and not kept, and with secrets; and how many elements each list has.
#[wasm_bindgen]
#[must_use]
pub fn form_outlook(id: u32, changes: u32, secrets: u32) -> u32 {
    with_texts([changes, secrets], |[changes, secrets]| {
        with_form(id, |form| {
            form.set(changes);
            let outlook = form.outlook(secrets);
            done(|out| {
                for paths in [&outlook.required, &outlook.inapplicable] {
                    out.number(paths.len());
                    for path in paths {
                        out.text(path);
                    }
                }
                out.number(outlook.elements.len());
                for (list, elements) in &outlook.elements {
                    out.text(list);
                    out.number(*elements);
                }
            })
        })
    })
}

/// How far a password meets its rule: its length, how many of its characters are wrong, and a bit
/// for each class of the rule that it has. Nothing, if the parameter is no password.
#[wasm_bindgen]
#[must_use]
pub fn checklist(profile_index: u32, path: u32, password: u32) -> u32 {
    with_texts([path, password], |[path, password]| {
        crate::profile(profile_index)
            .and_then(|profile| rule_at(profile.request, path))
            .map_or(0, |rule| done(|out| measure(out, rule, password)))
    })
}

fn rule_at(mut object: &'static Object, path: &str) -> Option<PasswordRule> {
    let mut names = segments(path)
        .filter(|name| name.parse::<usize>().is_err())
        .peekable();
    while let Some(name) = names.next() {
        let parameter = object.parameter(name)?;
        match (names.peek(), parameter.kind, parameter.constraint) {
            (
                Some(_),
                Kind::Object(inner) | Kind::JsonArray(inner) | Kind::Objects(inner, _),
                _,
            ) => {
                object = inner;
            }
            (None, _, Constraint::Password(rule)) => return Some(rule),
            _ => return None,
        }
    }
    None
}

fn measure(out: &mut Output, rule: PasswordRule, password: &str) {
    let (named, are_refused) = match rule.characters {
        PasswordCharacters::Special(special) => (special, false),
        PasswordCharacters::Refused(refused) => (refused, true),
    };
    let mut wrong = 0;
    let mut met = 0;
    for character in password.chars() {
        let is_named = named.chars().any(|sign| sign == character);
        let class = match character {
            'A'..='Z' => Some(CharacterClass::Uppercase),
            'a'..='z' => Some(CharacterClass::Lowercase),
            '0'..='9' => Some(CharacterClass::Digit),
            _ if is_named && !are_refused => Some(CharacterClass::Special),
            _ => None,
        };
        wrong += usize::from(is_named && are_refused || class.is_none() && !are_refused);
        let place = rule.classes.iter().position(|known| Some(*known) == class);
        met |= place.map_or(0, |place| 1 << place);
    }
    out.number(Length::of(password).clusters);
    out.number(wrong);
    out.number(met);
}
