//! Reads what a request says, each value with the parameter that it belongs to.

use crate::engine::{Place, Scope};
use crate::input::{DEFAULT_MAX_DEPTH, JsonKind, Node, json, parse_query};
use crate::profile::Meaning;
use crate::profile::{Kind, Object, Parameter, Profile};
use crate::spec::Spec;

/// A value that a request gives. It may be a secret, so it has no `Debug`.
pub(crate) struct Given {
    /// JSON Pointer to it, as it is written.
    pub(crate) pointer: String,
    pub(crate) parameter: &'static Parameter,
    pub(crate) key: Meaning,
    /// The value as it is judged.
    pub(crate) text: String,
}

/// Why something of a request says nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mute {
    Unknown,
    Unreadable,
    Empty,
}

/// What a request says.
#[derive(Default)]
pub(crate) struct Facts {
    pub(crate) root: Vec<Given>,
    /// The elements of its list, if its profile has one.
    pub(crate) elements: Vec<Vec<Given>>,
    pub(crate) mute: Vec<(String, Mute)>,
}

impl Facts {
    /// Reads a request that was found to be readable.
    pub(crate) fn read(spec: Spec<'_>, profile: &'static Profile) -> Self {
        let mut facts = Self::default();
        let object = profile.request;
        match spec.settled() {
            Spec::Value(value) => facts.object(object, Node::Value(value), "", None),
            Spec::Fields(fields) => {
                facts.object(object, Node::Value(&fields.to_value()), "", None);
            }
            Spec::Query(text) => {
                if let Ok((_, pairs)) = parse_query(text) {
                    let mut scope = Scope::new(object, Place::Root, None, None);
                    let mut filling = scope.filling();
                    for pair in &pairs {
                        let name = pair.name.as_ref().into();
                        filling.add(name, Some(pair.raw_name), Node::Pair(pair));
                    }
                    filling.finish();
                    facts.scope(&scope, "", None);
                }
            }
            Spec::Text(text) | Spec::Json(text) => {
                if let Ok(raw) = json::Scanner::document(text, DEFAULT_MAX_DEPTH) {
                    facts.object(object, Node::Json(raw), "", None);
                }
            }
        }
        facts
    }

    fn object(
        &mut self,
        object: &'static Object,
        node: Node<'_>,
        at: &str,
        element: Option<usize>,
    ) {
        let mut scope = Scope::new(object, Place::Root, None, None);
        scope.fill(node);
        self.scope(&scope, at, element);
    }

    fn scope(&mut self, scope: &Scope<'_>, at: &str, element: Option<usize>) {
        for (name, _, _) in &scope.unknown_names {
            let mut pointer = at.to_owned();
            crate::diagnostic::push_segment(&mut pointer, name);
            self.mute.push((pointer, Mute::Unknown));
        }
        for index in scope.indices() {
            let parameter = scope.parameter(index);
            let node = scope.nodes[index];
            let mut pointer = at.to_owned();
            crate::diagnostic::push_segment(&mut pointer, &scope.written_name(index));
            match (parameter.kind, node.kind()) {
                (Kind::Object(inner), JsonKind::Object) => {
                    self.object(inner, node, &pointer, element);
                }
                (Kind::JsonArray(inner), JsonKind::Array) => self.list(inner, node, &pointer),
                (Kind::JsonArray(inner), JsonKind::String) => {
                    let text = node.text();
                    match json::Scanner::document(text.trim(), DEFAULT_MAX_DEPTH) {
                        Ok(raw) if raw.starts_with('[') => {
                            self.list(inner, Node::Json(raw), &pointer);
                        }
                        _ => self.mute.push((pointer, Mute::Unreadable)),
                    }
                }
                (Kind::JsonObject, JsonKind::Object) => {
                    let text = match node {
                        Node::Json(raw) => raw.to_owned(),
                        Node::Value(value) => value.to_string(),
                        _ => String::new(),
                    };
                    self.given(element, pointer, parameter, text);
                }
                (Kind::Object(_) | Kind::JsonArray(_), _)
                | (_, JsonKind::Array | JsonKind::Object) => {
                    self.mute.push((pointer, Mute::Unreadable));
                }
                _ => {
                    let text = scope.text(index).into_owned();
                    if text.is_empty() {
                        self.mute.push((pointer, Mute::Empty));
                    } else {
                        self.given(element, pointer, parameter, text);
                    }
                }
            }
        }
    }

    fn list(&mut self, inner: &'static Object, list: Node<'_>, at: &str) {
        for (_, _, node) in list.children() {
            let index = self.elements.len();
            let pointer = format!("{at}/{index}");
            self.elements.push(Vec::new());
            if node.kind() == JsonKind::Object {
                self.object(inner, node, &pointer, Some(index));
            } else {
                self.mute.push((pointer, Mute::Unreadable));
            }
        }
    }

    fn given(
        &mut self,
        element: Option<usize>,
        pointer: String,
        parameter: &'static Parameter,
        text: String,
    ) {
        let given = Given {
            pointer,
            parameter,
            key: Meaning::of(parameter),
            text,
        };
        match element {
            Some(index) => self.elements[index].push(given),
            None => self.root.push(given),
        }
    }
}
