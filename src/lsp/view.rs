//! Where in a text orders stand, and their arguments: the same tree for every format.

use std::ops::Range;

use crate::documents::{alibaba, jdcloud};
use crate::input::InputFormat;
use crate::input::item::{Item, Member, What, Written};
use crate::input::json::{Scanner, Walker, decode};
use crate::input::{DEFAULT_MAX_DEPTH, JsonKind, parse_query};
use crate::lint::{Linter, infer_json};
use crate::profile::{Class, ClassCatalogue, Constraint, Kind, Object, Parameter, Profile};
use crate::spec_format::SpecFormat;

/// An order, and what it is written in.
#[derive(Debug)]
pub(super) struct Order {
    pub(super) profile: &'static Profile,
    /// What its file calls it.
    pub(super) name: Option<String>,
    /// Where its head stands, and all of it.
    pub(super) head: Range<usize>,
    pub(super) whole: Range<usize>,
    pub(super) arguments: Item,
}

/// How names and values are written in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Hcl,
    Yaml,
    Json,
    Shell,
    Query,
}

impl Style {
    /// The style of a text that was taken for this.
    fn of(format: SpecFormat, text: &str) -> Self {
        let start = text.trim_start_matches('\u{feff}').trim_start();
        match format {
            _ if start.starts_with(['{', '[']) => Self::Json,
            SpecFormat::Terraform => Self::Hcl,
            SpecFormat::Ros | SpecFormat::Pulumi | SpecFormat::Crossplane => Self::Yaml,
            SpecFormat::Shell | SpecFormat::Markdown => Self::Shell,
            SpecFormat::Query | SpecFormat::Urls => Self::Query,
            SpecFormat::Json | SpecFormat::Ndjson | SpecFormat::TerraformJson => Self::Json,
        }
    }
}

/// The orders of a text, as far as it can be read.
pub(super) fn orders(linter: &Linter<'_>, text: &str) -> (Style, Vec<Order>) {
    if let Some((format, found)) = linter.orders_in(text) {
        let specs = found.specs.into_iter();
        let orders = specs.filter_map(|spec| {
            Some(Order {
                profile: Profile::by_id(spec.profile)?,
                name: Some(spec.name),
                head: spec.head,
                whole: spec.whole,
                arguments: spec.arguments,
            })
        });
        return (Style::of(format, text), orders.collect());
    }
    match InputFormat::of(text) {
        InputFormat::Query | InputFormat::Urls => {
            let mut at = 0;
            let parts = crate::input::urls(text).into_iter();
            let orders = parts.filter_map(|part| {
                let start = at;
                at += part.len();
                query(part, start)
            });
            (Style::Query, orders.collect())
        }
        InputFormat::Ndjson => {
            let mut at = 0;
            let lines = text.split_inclusive('\n').filter_map(|line| {
                let start = at;
                at += line.len();
                let raw = Scanner::document(line, DEFAULT_MAX_DEPTH).ok()?;
                object(start + place(line, raw).start, raw)
            });
            (Style::Json, lines.collect())
        }
        _ => (Style::Json, json(text)),
    }
}

fn json(text: &str) -> Vec<Order> {
    let Ok(raw) = Scanner::document(text, DEFAULT_MAX_DEPTH) else {
        return Vec::new();
    };
    if raw.starts_with('{') {
        return object(place(text, raw).start, raw).into_iter().collect();
    }
    let mut orders = Vec::new();
    if raw.starts_with('[') {
        let mut walker = Walker::over(raw);
        while let Ok(Some((_, element))) = walker.next() {
            orders.extend(object(place(text, element).start, element));
        }
    }
    orders
}

fn object(start: usize, raw: &str) -> Option<Order> {
    if !raw.starts_with('{') {
        return None;
    }
    let profile = infer_json(raw, None).ok()?;
    Some(Order {
        profile,
        name: None,
        head: start..start + 1,
        whole: start..start + raw.len(),
        arguments: item(start, raw),
    })
}

/// The tree of JSON that was checked, and that begins at this offset.
fn item(start: usize, raw: &str) -> Item {
    let at = |slice: &str| start + (slice.as_ptr().addr() - raw.as_ptr().addr());
    let what = match JsonKind::of_first_byte(raw.as_bytes().first().copied().unwrap_or(b'n')) {
        JsonKind::Null => What::Null,
        JsonKind::Boolean => What::Boolean(raw == "true"),
        JsonKind::Number => What::Number(raw.to_owned()),
        JsonKind::String => What::Text(decode(raw).into_owned()),
        JsonKind::Array => {
            let mut elements = Vec::new();
            let mut walker = Walker::over(raw);
            while let Ok(Some((_, value))) = walker.next() {
                elements.push(item(at(value), value));
            }
            What::List {
                elements,
                open: false,
            }
        }
        JsonKind::Object => {
            let mut members = Vec::new();
            let mut walker = Walker::over(raw);
            while let Ok(Some((name, value))) = walker.next() {
                let key = at(name)..at(name) + name.len();
                members.push(member(
                    decode(name).into_owned(),
                    key,
                    item(at(value), value),
                ));
            }
            What::Map {
                members,
                open: false,
            }
        }
    };
    Item::new(what, start..start + raw.len(), Written::Json)
}

fn member(name: String, key: Range<usize>, value: Item) -> Member {
    Member {
        name,
        shown: None,
        whole: key.start..value.span.end,
        key,
        is_block: false,
        value,
    }
}

fn query(text: &str, start: usize) -> Option<Order> {
    let profile = Profile::infer(text).ok()?;
    let (_, pairs) = parse_query(text).ok()?;
    let members = pairs.iter().map(|pair| {
        let (key, value) = (place(text, pair.raw_name), place(text, pair.raw_value));
        let (key, value) = (shifted(&key, start), shifted(&value, start));
        let what = What::Text(pair.value.clone().into_owned());
        member(
            pair.name.clone().into_owned(),
            key,
            Item::new(what, value, Written::Json),
        )
    });
    let what = What::Map {
        members: members.collect(),
        open: false,
    };
    let whole = start..start + text.trim_end().len();
    Some(Order {
        profile,
        name: None,
        head: start..start,
        whole: whole.clone(),
        arguments: Item::new(what, whole, Written::Json),
    })
}

fn place(text: &str, slice: &str) -> Range<usize> {
    let start = slice.as_ptr().addr().saturating_sub(text.as_ptr().addr());
    start..start + slice.len()
}

const fn shifted(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// An argument in the text, and the row of a document that it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Argument<'o> {
    pub(super) member: &'o Member,
    pub(super) parameter: &'static Parameter,
}

impl Argument<'_> {
    /// Where its value is written or, if it was followed, where it is used.
    pub(super) fn value(&self) -> Range<usize> {
        used(&self.member.value)
    }

    /// The class that its value is, if it is one.
    pub(super) fn class(&self, profile: &Profile) -> Option<&'static Class> {
        match (&self.parameter.constraint, &self.member.value.what) {
            (Constraint::InstanceClass, What::Text(name)) => catalogue(profile).find(name),
            _ => None,
        }
    }
}

/// Where a value stands in this text: a followed one stands where it is used.
pub(super) fn used(item: &Item) -> Range<usize> {
    match &item.via {
        Some(via) => via.used_at.clone(),
        None => item.span.clone(),
    }
}

/// The classes of the provider of a profile.
pub(super) fn catalogue(profile: &Profile) -> &'static ClassCatalogue {
    if profile.id.starts_with("jdcloud") {
        &jdcloud::CATALOGUE
    } else {
        &alibaba::CATALOGUE
    }
}

/// An object in the text, and what a document says stands in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Level<'o> {
    pub(super) item: &'o Item,
    pub(super) object: &'static Object,
    /// Whether it is the order itself.
    pub(super) is_root: bool,
}

impl<'o> Level<'o> {
    pub(super) fn members(&self) -> &'o [Member] {
        members(self.item)
    }
}

fn members(item: &Item) -> &[Member] {
    match &item.what {
        What::Map { members, .. } => members,
        _ => &[],
    }
}

impl Order {
    /// Every argument, those of inner objects too, with the object that it stands in.
    pub(super) fn visit<'o>(&'o self, visit: &mut dyn FnMut(Level<'o>, Argument<'o>)) {
        let root = Level {
            item: &self.arguments,
            object: self.profile.request,
            is_root: true,
        };
        walk(root, visit);
    }

    /// The innermost object around an offset.
    pub(super) fn level_at(&self, offset: usize) -> Level<'_> {
        let mut level = Level {
            item: &self.arguments,
            object: self.profile.request,
            is_root: true,
        };
        while let Some(inner) = inner_at(level, offset) {
            level = inner;
        }
        level
    }

    /// The argument whose name or value is at an offset.
    pub(super) fn argument_at(&self, offset: usize) -> Option<Argument<'_>> {
        let level = self.level_at(offset);
        let mut found = None;
        for member in level.members() {
            let value = used(&member.value);
            let is_here = touches(&member.key, offset) || touches(&value, offset);
            if is_here && let Some(parameter) = row(level.object, &member.name) {
                found = Some(Argument { member, parameter });
            }
        }
        found
    }
}

fn touches(range: &Range<usize>, offset: usize) -> bool {
    range.start <= offset && offset <= range.end
}

/// The row of a name, in any case.
pub(super) fn row(object: &'static Object, name: &str) -> Option<&'static Parameter> {
    let mut rows = object.parameters.iter();
    object
        .parameter(name)
        .or_else(|| rows.find(|row| row.name.eq_ignore_ascii_case(name)))
}

const fn inside(kind: Kind) -> Option<&'static Object> {
    match kind {
        Kind::Object(inner) | Kind::JsonArray(inner) | Kind::Objects(inner, _) => Some(inner),
        _ => None,
    }
}

fn inner_at(level: Level<'_>, offset: usize) -> Option<Level<'_>> {
    for member in level.members() {
        let Some(object) = row(level.object, &member.name).and_then(|row| inside(row.kind)) else {
            continue;
        };
        let elements: &[Item] = match &member.value.what {
            What::List { elements, .. } => elements,
            _ => std::slice::from_ref(&member.value),
        };
        for item in elements {
            let is_here = item.via.is_none() && item.span.start < offset && offset < item.span.end;
            if is_here && matches!(item.what, What::Map { .. }) {
                return Some(Level {
                    item,
                    object,
                    is_root: false,
                });
            }
        }
    }
    None
}

fn walk<'o>(level: Level<'o>, visit: &mut dyn FnMut(Level<'o>, Argument<'o>)) {
    for member in level.members() {
        let Some(parameter) = row(level.object, &member.name) else {
            continue;
        };
        visit(level, Argument { member, parameter });
        let Some(object) = inside(parameter.kind) else {
            continue;
        };
        let elements: &[Item] = match &member.value.what {
            What::List { elements, .. } => elements,
            _ => std::slice::from_ref(&member.value),
        };
        for item in elements {
            let inner = Level {
                item,
                object,
                is_root: false,
            };
            walk(inner, visit);
        }
    }
}
