//! The names that can be followed: variables, local values, and the files with values of
//! variables, of one folder.

use std::collections::{HashMap, HashSet};

use hcl_edit::Span;
use hcl_edit::expr::Expression;
use hcl_edit::structure::{Block, Structure};

use super::place::Place;
use crate::envelope::Neighbour;
use crate::input::hcl::{Document, Parsed};
use crate::input::item::Written;
use crate::input::{DEFAULT_MAX_DEPTH, json};

/// How names of files end that give values to variables.
const VALUES: [&str; 2] = [".tfvars", ".tfvars.json"];

/// A file that was read.
#[derive(Debug)]
pub(super) struct SourceFile<'t> {
    /// Its name, if it is not the one that is asked for.
    pub(super) name: Option<&'t str>,
    pub(super) text: &'t str,
    pub(super) content: Content<'t>,
}

#[derive(Debug)]
pub(super) enum Content<'t> {
    Hcl(Vec<Parsed>),
    /// The whole value.
    Json(&'t str),
}

/// A value that a name stands for.
#[derive(Debug, Clone)]
pub(super) struct Definition<'s> {
    pub(super) value: Value<'s>,
    pub(super) place: Place<'s>,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Value<'s> {
    Hcl(&'s Expression),
    Json(&'s str),
}

/// What names stand for.
#[derive(Debug, Default)]
pub(super) struct Scope<'s> {
    variables: HashMap<String, Definition<'s>>,
    locals: HashMap<String, Definition<'s>>,
    given: HashMap<String, Definition<'s>>,
    /// Variables whose values are shown to nobody.
    sensitive: HashSet<String>,
}

impl<'t> SourceFile<'t> {
    /// Reads a neighbour, as far as it can be read.
    pub(super) fn neighbour(neighbour: &Neighbour<'t>) -> Option<Self> {
        let Neighbour { name, text } = *neighbour;
        let is_one_of = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
        let is_json = is_one_of(&[".tf.json", ".tfvars.json"]);
        let is_values = is_one_of(&[".tfvars"]);
        let content = if is_json {
            Content::Json(json::Scanner::document(text, DEFAULT_MAX_DEPTH).ok()?)
        } else if is_values || is_one_of(&[".tf", ".tofu"]) {
            let document = Document::read(text);
            let known = ["variable", "locals", "provider", "terraform"];
            let chunks = document.chunks.iter();
            let wanted =
                chunks.filter(|chunk| is_values || known.contains(&document.keyword(chunk)));
            Content::Hcl(
                wanted
                    .filter_map(|chunk| document.parse(chunk).ok())
                    .collect(),
            )
        } else {
            return None;
        };
        Some(Self {
            name: Some(name),
            text,
            content,
        })
    }

    fn is_values(&self) -> bool {
        let is_ending = |name: &str| VALUES.iter().any(|ending| name.ends_with(ending));
        self.name.is_some_and(is_ending)
    }

    /// The place of what was parsed.
    pub(super) fn place(&self, base: usize) -> Place<'_> {
        let written = match self.content {
            Content::Hcl(_) => Written::Hcl,
            Content::Json(_) => Written::Json,
        };
        Place {
            text: self.text,
            base,
            fixed: None,
            file: self.name,
            written,
        }
    }

    /// Its top-level blocks of that kind.
    pub(super) fn blocks<'s>(
        &'s self,
        kind: &'s str,
    ) -> impl Iterator<Item = (&'s Block, Place<'s>)> {
        let parsed: &[Parsed] = match &self.content {
            Content::Hcl(parsed) => parsed,
            Content::Json(_) => &[],
        };
        parsed.iter().flat_map(move |parsed| {
            parsed
                .body
                .blocks()
                .filter(move |block| block.ident.as_str() == kind)
                .map(move |block| (block, self.place(parsed.base)))
        })
    }

    /// Objects of JSON that stand for its top-level blocks of that kind.
    pub(super) fn objects(&self, kind: &str) -> Vec<&'t str> {
        match self.content {
            Content::Hcl(_) => Vec::new(),
            Content::Json(raw) => objects(raw)
                .into_iter()
                .flat_map(members)
                .filter(|(name, _)| json::decode(name) == kind)
                .flat_map(|(_, value)| objects(value))
                .collect(),
        }
    }
}

/// The members of an object, names with their quotes.
pub(super) fn members(raw: &str) -> Vec<(&str, &str)> {
    let mut members = Vec::new();
    if raw.starts_with('{') {
        let mut walker = json::Walker::over(raw);
        while let Ok(Some(member)) = walker.next() {
            members.push(member);
        }
    }
    members
}

/// The elements of an array.
pub(super) fn elements(raw: &str) -> Vec<&str> {
    let mut elements = Vec::new();
    if raw.starts_with('[') {
        let mut walker = json::Walker::over(raw);
        while let Ok(Some((_, element))) = walker.next() {
            elements.push(element);
        }
    }
    elements
}

/// An object, or the objects of an array: how Terraform's JSON writes blocks.
pub(super) fn objects(raw: &str) -> Vec<&str> {
    let mut all = elements(raw);
    if raw.starts_with('{') {
        all.push(raw);
    }
    all.retain(|raw| raw.starts_with('{'));
    all
}

impl<'s> Scope<'s> {
    /// Collects the names of all files; the first one is the one that is asked for.
    pub(super) fn new(files: &'s [SourceFile<'s>]) -> Self {
        let mut scope = Self::default();
        for file in files.iter().filter(|file| !file.is_values()) {
            scope.add(file);
        }
        for file in value_files(files) {
            scope.give(file);
        }
        scope
    }

    /// What a variable stands for: a value that a file gives it, or its default.
    pub(super) fn variable(&self, name: &str) -> Option<&Definition<'s>> {
        self.given.get(name).or_else(|| self.variables.get(name))
    }

    /// Whether a variable's value is shown to nobody.
    pub(super) fn is_sensitive(&self, name: &str) -> bool {
        self.sensitive.contains(name)
    }

    /// What a local value stands for.
    pub(super) fn local(&self, name: &str) -> Option<&Definition<'s>> {
        self.locals.get(name)
    }

    fn add(&mut self, file: &'s SourceFile<'s>) {
        for (block, place) in file.blocks("variable") {
            let sensitive = block.body.get_attribute("sensitive");
            if let (Some(label), Some(said)) = (block.labels.first(), sensitive)
                && !matches!(place.slice(&said.value), "false" | "\"false\"")
            {
                self.sensitive.insert(label.as_str().to_owned());
            }
            let (Some(label), Some(default)) =
                (block.labels.first(), block.body.get_attribute("default"))
            else {
                continue;
            };
            let value = Value::Hcl(&default.value);
            let variables = &mut self.variables;
            variables
                .entry(label.as_str().to_owned())
                .or_insert(Definition { value, place });
        }
        for (block, place) in file.blocks("locals") {
            for local in block.body.attributes() {
                let definition = Definition {
                    value: Value::Hcl(&local.value),
                    place: place.clone(),
                };
                let name = local.key.as_str().to_owned();
                self.locals.entry(name).or_insert(definition);
            }
        }
        let in_json = |raw| Definition {
            value: Value::Json(raw),
            place: file.place(0),
        };
        for (name, variable) in file.objects("variable").into_iter().flat_map(members) {
            for (key, value) in objects(variable).into_iter().flat_map(members) {
                let name = json::decode(name).into_owned();
                match &*json::decode(key) {
                    "default" => {
                        self.variables.entry(name).or_insert(in_json(value));
                    }
                    "sensitive" if !matches!(value, "false" | "\"false\"") => {
                        self.sensitive.insert(name);
                    }
                    _ => {}
                }
            }
        }
        for (name, local) in file.objects("locals").into_iter().flat_map(members) {
            let name = json::decode(name).into_owned();
            self.locals.entry(name).or_insert(in_json(local));
        }
    }

    fn give(&mut self, file: &'s SourceFile<'s>) {
        match &file.content {
            Content::Hcl(all) => {
                for parsed in all {
                    for structure in &parsed.body {
                        if let Structure::Attribute(attribute) = structure {
                            let definition = Definition {
                                value: Value::Hcl(&attribute.value),
                                place: file.place(parsed.base),
                            };
                            let name = attribute.key.as_str().to_owned();
                            self.given.insert(name, definition);
                        }
                    }
                }
            }
            Content::Json(raw) => {
                for (name, value) in members(raw) {
                    let definition = Definition {
                        value: Value::Json(value),
                        place: file.place(0),
                    };
                    let name = json::decode(name).into_owned();
                    self.given.insert(name, definition);
                }
            }
        }
    }
}

/// The files that give values to variables, the strongest last: those that Terraform reads by
/// itself, and any other one if it is the only one.
fn value_files<'s>(files: &'s [SourceFile<'s>]) -> Vec<&'s SourceFile<'s>> {
    let rank = |file: &SourceFile<'_>| match file.name {
        Some("terraform.tfvars") => 0,
        Some("terraform.tfvars.json") => 1,
        Some(name) if name.contains(".auto.tfvars") => 2,
        _ => 3,
    };
    let mut found: Vec<_> = files.iter().filter(|file| file.is_values()).collect();
    if found.iter().filter(|file| rank(file) == 3).count() > 1 {
        found.retain(|file| rank(file) < 3);
    }
    found.sort_by_key(|file| (rank(file), file.name));
    found
}

impl<'s> Definition<'s> {
    /// Where the value begins, by which two definitions can be told apart.
    pub(super) fn start(&self) -> (Option<&'s str>, usize) {
        let start = match self.value {
            Value::Hcl(expression) => {
                self.place.base + expression.span().map_or(0, |span| span.start)
            }
            Value::Json(raw) => super::place::within(self.place.text, raw).start,
        };
        (self.place.file, start)
    }
}
