use std::borrow::Cow;

use serde_json::Value;

use super::fingerprint::Members;
use super::seen::{Numbers, Seen};
use crate::diagnostic::{Text, push_segment};
#[cfg(feature = "formats")]
use crate::input::item::{Item, Member, What};
use crate::input::json::{self, Walker};
use crate::input::{FieldName, JsonKind, Node, Source};
use crate::profile::{
    Coercion, Constraint, EDITIONS, Kind, MAX_PARAMETERS, Mask, NameMatch, Object, Parameter, Ref,
};
use crate::text;

/// Where an object or value stands, as a chain from the inside out: a pointer is written only
/// for a finding.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place<'p> {
    Root,
    Member {
        outer: &'p Place<'p>,
        name: &'p str,
    },
    Element {
        outer: &'p Place<'p>,
        index: usize,
    },
    /// An element of a list that a query spells out: `Tag.1`, whose members are `Tag.1.Key`. A member
    /// whose list is in another case comes with its whole name.
    Flattened {
        outer: &'p Place<'p>,
        name: &'p str,
    },
}

impl<'p> Place<'p> {
    pub(crate) const fn member(&'p self, name: &'p str) -> Self {
        Self::Member { outer: self, name }
    }

    pub(crate) fn pointer(&self) -> Text {
        if let Self::Member {
            outer: Self::Root,
            name,
        } = self
        {
            return Text::pointer(name);
        }
        let mut out = String::with_capacity(self.length());
        self.write(&mut out);
        out.into()
    }

    /// How long the pointer is, where nothing in it has to be escaped.
    fn length(&self) -> usize {
        match self {
            Self::Root => 0,
            Self::Member { outer, name } | Self::Flattened { outer, name } => {
                outer.length() + 1 + name.len()
            }
            Self::Element { outer, .. } => outer.length() + "/0000".len(),
        }
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Root => {}
            Self::Member {
                outer: Self::Flattened { outer, .. },
                name,
            } if name.contains('.') => {
                outer.write(out);
                push_segment(out, name);
            }
            Self::Member {
                outer: outer @ Self::Flattened { .. },
                name,
            } => {
                outer.write(out);
                out.push('.');
                out.push_str(name);
            }
            Self::Member { outer, name } | Self::Flattened { outer, name } => {
                outer.write(out);
                push_segment(out, name);
            }
            Self::Element { outer, index } => {
                outer.write(out);
                push_segment(out, itoa::Buffer::new().format(*index as u64));
            }
        }
    }
}

/// The members of one object of the request, sorted into the places of its table.
pub(crate) struct Scope<'p> {
    pub(crate) object: &'static Object,
    pub(crate) place: Place<'p>,
    pub(crate) source: Option<&'p Source<'p>>,
    pub(crate) outer: Option<&'p Scope<'p>>,
    /// The object as it was written, where it is text.
    pub(crate) raw: Option<&'p str>,
    pub(crate) nodes: [Node<'p>; MAX_PARAMETERS],
    present: Mask,
    wrong: Mask,
    mistyped: Mask,
    /// Values that are there and not known: judged by nothing, and no rule may hold by them.
    unknown: Mask,
    /// Parameters that may turn out to be absent, or to be there: no rule may hold by that.
    unsettled: Mask,
    /// Values that somebody can still override: a finding that rests on one is no error.
    overridable: Mask,
    /// Whitelists with an entry that lets every address in.
    wide: Mask,
    /// What is known of values that decide something, as the plan counts it.
    facts: Mask,
    /// Values that are string literals without an escape.
    plain: Mask,
    /// Of a list whose elements are being judged: the place of the one whose turn it is.
    pub(crate) element: Option<usize>,
    /// Where findings about what is missing point, where that is not the opening brace.
    pub(crate) head: Option<std::ops::Range<usize>>,
    /// The members as another tool's format has them.
    #[cfg(feature = "formats")]
    pub(crate) members: &'p [Member],
    /// Parameters that stand under another spelling, with it.
    pub(crate) written: Vec<(usize, Cow<'p, str>)>,
    /// Names given again: as written, and decoded.
    pub(crate) repeated: Vec<(Option<&'p str>, Cow<'p, str>)>,
    /// Names in another case, or ones that have been replaced.
    pub(crate) other_case: Vec<OtherName<'p>>,
    /// Names of no parameter: decoded, as written, value.
    pub(crate) unknown_names: Vec<(Cow<'p, str>, Option<&'p str>, Node<'p>)>,
    /// What tells requests apart that differ in unknown parameters only.
    pub(crate) unknown_fingerprint: u64,
    /// The settings of `Config`, as far as requests are told apart by them: where a run remembers
    /// requests, they are counted when they are judged.
    pub(crate) settings: Option<Members>,
}

/// What is noted of values that were judged by themselves: a bit for each parameter, and facts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Outline {
    present: Mask,
    wrong: Mask,
    mistyped: Mask,
    wide: Mask,
    facts: Mask,
}

impl Outline {
    /// What is known where nothing is there.
    pub(super) const fn of_nothing(object: &Object) -> Self {
        Self {
            present: 0,
            wrong: 0,
            mistyped: 0,
            wide: 0,
            facts: object.plan.facts_by_default,
        }
    }

    /// Forgets what was noted of a value, and what it made of the facts.
    #[inline(never)]
    pub(super) const fn forget(&mut self, index: usize, facts: Mask) {
        let others = !(1 << index);
        self.present |= !others;
        self.wrong &= others;
        self.mistyped &= others;
        self.wide &= others;
        self.facts ^= facts;
    }

    /// What the facts became between this and `after`.
    pub(super) const fn facts_to(&self, after: &Self) -> Mask {
        self.facts ^ after.facts
    }

    /// The same with what `other` knows of one value, and of the facts.
    #[inline(never)]
    pub(super) const fn with(mut self, index: usize, other: &Self) -> Self {
        let this = 1 << index;
        self.present = self.present & !this | other.present & this;
        self.wrong = self.wrong & !this | other.wrong & this;
        self.mistyped = self.mistyped & !this | other.mistyped & this;
        self.wide = self.wide & !this | other.wide & this;
        self.facts = other.facts;
        self
    }
}

/// A name that stands for a documented one.
pub(crate) struct OtherName<'p> {
    /// The place of the documented one in the table.
    pub(crate) index: usize,
    /// As it is written, decoded.
    pub(crate) name: Cow<'p, str>,
    /// As it is written.
    pub(crate) key: Option<&'p str>,
    /// The value.
    pub(crate) node: Node<'p>,
    /// Whether it is one that has been replaced, rather than one in another case.
    pub(crate) is_old: bool,
    /// Whether its value is the one that is judged.
    pub(crate) is_judged: bool,
    /// Whether the documented name is not there, not even with `null`.
    pub(crate) is_alone: bool,
}

/// A name that is not, letter by letter, a documented one.
struct Other<'p> {
    name: Cow<'p, str>,
    key: Option<&'p str>,
    node: Node<'p>,
    case_of: Option<usize>,
    is_old: bool,
}

/// Gathers the members of an object one by one.
pub(crate) struct Filling<'f, 'p> {
    scope: &'f mut Scope<'p>,
    exact: Mask,
    others: Vec<Other<'p>>,
    seen: Option<Numbers>,
}

/// Up to so many undocumented names are compared with each other one by one; past that a set
/// remembers them.
const FEW: usize = 8;

impl<'p> Scope<'p> {
    pub(crate) fn new(
        object: &'static Object,
        place: Place<'p>,
        source: Option<&'p Source<'p>>,
        outer: Option<&'p Scope<'p>>,
    ) -> Self {
        Self {
            object,
            place,
            source,
            outer,
            raw: None,
            nodes: [Node::Missing; MAX_PARAMETERS],
            present: 0,
            wrong: 0,
            mistyped: 0,
            unknown: 0,
            unsettled: 0,
            overridable: 0,
            wide: 0,
            facts: object.plan.facts_by_default,
            plain: 0,
            element: None,
            head: None,
            #[cfg(feature = "formats")]
            members: &[],
            written: Vec::new(),
            repeated: Vec::new(),
            other_case: Vec::new(),
            unknown_names: Vec::new(),
            unknown_fingerprint: 0,
            settings: None,
        }
    }

    /// Takes a name of no parameter. One with `null` is silent, under whatever name.
    fn unknown_name(&mut self, name: Cow<'p, str>, key: Option<&'p str>, node: Node<'p>) {
        if !node.is_null() {
            self.unknown_names.push((name, key, node));
        }
    }

    /// Remembers the unknown parameters by their fingerprint.
    pub(crate) fn note_unknown(&mut self) {
        self.unknown_fingerprint = self.unknown_names.iter().fold(0, |sum, (name, _, node)| {
            sum.wrapping_add(super::fingerprint::of_member(name, *node))
        });
    }

    /// Takes the members of an object.
    pub(crate) fn fill(&mut self, node: Node<'p>) {
        if let Node::Json(raw) = node {
            self.raw = Some(raw);
        }
        let mut filling = self.filling();
        match node {
            Node::Value(Value::Object(members)) => {
                for (name, value) in members {
                    filling.member(name, Node::Value(value));
                }
            }
            Node::Json(raw) => {
                let mut walker = Walker::over(raw);
                while let Ok(Some(member)) = walker.next() {
                    filling.written(member, walker.is_plain());
                }
            }
            #[cfg(feature = "formats")]
            Node::Item(item) => {
                filling.items(item);
                return;
            }
            _ => {}
        }
        filling.finish();
    }

    pub(crate) fn filling(&mut self) -> Filling<'_, 'p> {
        Filling {
            scope: self,
            exact: 0,
            others: Vec::new(),
            seen: None,
        }
    }

    /// The places of the parameters that are there, in the order of the table.
    pub(crate) fn indices(&self) -> impl Iterator<Item = usize> + use<> {
        bits(self.present)
    }

    /// Those of them that are single values about which there may be something to say.
    pub(crate) fn scalars(&self) -> impl Iterator<Item = usize> + use<> {
        let mut scalars = self.present & !self.object.plan.containers;
        let free = if cfg!(feature = "fast") {
            self.object.plan.free
        } else {
            0
        };
        for index in bits(scalars & free) {
            // Any text will do, as long as there is one without white space.
            if self.plain_text(index).is_some_and(|text| {
                !text.is_empty()
                    && text::is_graphic(text)
                    && !text::placeholder::may_be(text)
                    && !super::lists::is_unquoted_yes(self.nodes[index])
            }) {
                scalars &= !(1 << index);
            }
        }
        bits(scalars)
    }

    /// Those of them that are objects or lists.
    pub(crate) fn containers(&self) -> impl Iterator<Item = usize> + use<> {
        bits(self.present & self.object.plan.containers)
    }

    /// Whether any name is repeated, in another case, or unknown.
    pub(crate) const fn has_odd_names(&self) -> bool {
        !(self.repeated.is_empty() && self.other_case.is_empty() && self.unknown_names.is_empty())
    }

    /// A bit for each parameter by whose value no rule may hold.
    pub(crate) const fn undecided(&self) -> Mask {
        self.present & (self.wrong | self.unknown) | self.unsettled
    }

    /// A bit for each parameter by whose presence no rule may hold.
    pub(crate) const fn unsettled(&self) -> Mask {
        self.unsettled
    }

    /// Whether it is not known whether the parameter is there.
    pub(crate) const fn is_unsettled(&self, index: usize) -> bool {
        self.unsettled >> index & 1 == 1
    }

    /// Parameters of which nobody knows what they are, or whether they are there.
    pub(crate) const fn not_known(&self) -> Mask {
        self.unknown | self.unsettled
    }

    /// Notes of values in another tool's format which of them are not known, and which somebody can
    /// still override.
    #[cfg(feature = "formats")]
    pub(crate) fn note_items(&mut self) {
        for index in bits(self.present) {
            let Node::Item(item) = self.nodes[index] else {
                continue;
            };
            match item.what {
                What::Unknown { .. } | What::Partial(_) | What::Choice { .. } => {
                    self.unknown |= 1 << index;
                }
                What::Unsettled { .. } => {
                    self.unknown |= 1 << index;
                    self.unsettled |= 1 << index;
                }
                _ => {}
            }
            if item.via.as_ref().is_some_and(|via| via.is_default) {
                self.overridable |= 1 << index;
            }
        }
    }

    /// Whether its value is there and not known.
    pub(crate) const fn is_unknown(&self, index: usize) -> bool {
        self.unknown >> index & 1 == 1
    }

    /// Whether somebody can still override its value, as they can where another tool reads it.
    pub(crate) const fn is_overridable(&self, index: usize) -> bool {
        cfg!(feature = "formats") && self.overridable >> index & 1 == 1
    }

    /// Whether an entry of it lets every address in.
    pub(crate) const fn is_wide(&self, index: usize) -> bool {
        EDITIONS && self.wide >> index & 1 == 1
    }

    /// Notes that an entry of it lets every address in.
    pub(crate) const fn set_wide(&mut self, index: usize) {
        self.wide |= 1 << index;
    }

    /// Notes that nobody can tell whether the parameter is there.
    pub(crate) const fn set_unsettled(&mut self, index: usize) {
        self.unsettled |= 1 << index;
    }

    /// Notes that the value is there and not known.
    pub(crate) const fn set_unknown(&mut self, index: usize) {
        self.unknown |= 1 << index;
    }

    /// Whether a parameter of that name is there.
    #[cfg(feature = "formats")]
    pub(crate) fn is_given(&self, name: &str) -> bool {
        match self.object.find(name) {
            NameMatch::Exact(index) => self.is_present(index),
            NameMatch::OtherCase(_) | NameMatch::None => false,
        }
    }

    /// Notes that parameters of these names may be there after all, where they are not given or
    /// are empty.
    #[cfg(feature = "formats")]
    pub(crate) fn leave_open(&mut self, names: &[&str]) {
        let is_empty = |node: Node<'_>| {
            matches!(node, Node::Item(item)
                if matches!(&item.what, What::Text(text) if text::trim(text).is_empty()))
        };
        for name in names {
            if let NameMatch::Exact(index) = self.object.find(name)
                && (!self.is_present(index) || is_empty(self.nodes[index]))
            {
                self.unsettled |= 1 << index;
            }
        }
    }

    /// Notes that any parameter that is not there may turn out to be.
    pub(crate) const fn open(&mut self) {
        self.unsettled |= !self.present;
    }

    /// Notes what is known.
    #[inline(never)]
    pub(super) const fn resume(&mut self, known: Outline) {
        self.present = known.present;
        self.wrong = known.wrong;
        self.mistyped = known.mistyped;
        self.wide = known.wide;
        self.facts = known.facts;
    }

    /// What is known. Nothing, if not of every value.
    #[inline(never)]
    pub(super) const fn outline(&self) -> Option<Outline> {
        if self.unknown | self.unsettled != 0 {
            return None;
        }
        Some(Outline {
            present: self.present,
            wrong: self.wrong,
            mistyped: self.mistyped,
            wide: self.wide,
            facts: self.facts,
        })
    }

    /// Makes nothing known of the parameters behind one in the table, of which those are there.
    #[inline(never)]
    pub(super) const fn look_no_further(&mut self, index: usize, there: Mask) {
        let judged = (1 << index) - 1;
        self.wrong &= judged;
        self.present = self.present & judged | there & !judged;
    }

    /// A bit for each parameter that is there.
    pub(crate) const fn present(&self) -> Mask {
        self.present
    }

    pub(crate) fn parameter(&self, index: usize) -> &'static Parameter {
        &self.object.parameters[index]
    }

    pub(crate) const fn is_present(&self, index: usize) -> bool {
        self.present >> index & 1 == 1
    }

    pub(crate) const fn is_wrong(&self, index: usize) -> bool {
        self.wrong >> index & 1 == 1
    }

    pub(crate) const fn is_mistyped(&self, index: usize) -> bool {
        self.mistyped >> index & 1 == 1
    }

    /// What is known of values that decide something. A wrong value does not count, and none of
    /// its rules may hold.
    pub(crate) const fn facts(&self) -> Mask {
        self.facts
    }

    /// Notes that a parameter has the value at that place among `values`.
    pub(crate) const fn decide(&mut self, index: usize, values: &[&str], at: usize) {
        self.facts = (self.object.plan).facts_with(self.facts, index, values.len(), at);
    }

    /// Notes that what is there counts as nothing. An empty default is no more than a place for a value:
    /// whether there will be one is not known.
    pub(crate) const fn set_absent(&mut self, index: usize) {
        self.present &= !(1 << index);
        if self.is_overridable(index) {
            self.unsettled |= 1 << index;
        }
    }

    pub(crate) const fn set_present(&mut self, index: usize) {
        self.present |= 1 << index;
    }

    pub(crate) const fn set_wrong(&mut self, index: usize) {
        self.wrong |= 1 << index;
    }

    pub(crate) const fn set_mistyped(&mut self, index: usize) {
        self.mistyped |= 1 << index;
        self.wrong |= 1 << index;
    }

    /// The text that is judged: without the white space that does not belong to it.
    pub(crate) fn text(&self, index: usize) -> Cow<'p, str> {
        let is_class = matches!(self.parameter(index).constraint, Constraint::InstanceClass);
        if let Some(text) = self.plain_text(index)
            && text::is_trimmed(text)
            && !is_class
        {
            return Cow::Borrowed(text);
        }
        if self.object.keeps_blanks {
            return self.whole_text(index);
        }
        super::value::judged(self.parameter(index), self.whole_text(index))
    }

    /// What a value means: its text, but for a boolean that Python printed.
    pub(crate) fn meant(&self, index: usize) -> Cow<'p, str> {
        if let Node::Pair(pair) = self.nodes[index]
            && let Some(word) =
                super::measure::printed_boolean(self.parameter(index).kind, &pair.value)
        {
            return Cow::Borrowed(word);
        }
        self.text(index)
    }

    /// The text of a value, as [`Node::text`].
    pub(crate) fn whole_text(&self, index: usize) -> Cow<'p, str> {
        if let Some(text) = self.plain_text(index) {
            return Cow::Borrowed(text);
        }
        let node = self.nodes[index];
        let told = matches!(self.parameter(index).coercion, Coercion::Told)
            && node.kind() == JsonKind::Number;
        match told.then(|| self.literal(node)).flatten() {
            Some(text) => Cow::Borrowed(text),
            None => node.text(),
        }
    }

    /// A value as it is written in the file, where that is another tool's.
    pub(crate) fn literal(&self, node: Node<'p>) -> Option<&'p str> {
        #[cfg(feature = "formats")]
        if let Node::Item(item) = node
            && item.via.as_ref().is_none_or(|via| via.file.is_none())
        {
            return self.source?.text().get(item.span.clone());
        }
        let _ = (self, node);
        None
    }

    /// The text of a string that is its own text: it was not written as JSON, or has no escape.
    #[inline]
    pub(crate) fn plain_text(&self, index: usize) -> Option<&'p str> {
        match self.nodes[index] {
            Node::Value(Value::String(text)) => Some(text),
            Node::Pair(pair) => Some(&pair.value),
            Node::Field(JsonKind::String, text) => Some(text),
            Node::Json(raw) if self.plain >> index & 1 == 1 => Some(json::unquoted(raw)),
            #[cfg(feature = "formats")]
            Node::Item(Item {
                what: What::Text(text),
                ..
            }) => Some(text),
            _ => None,
        }
    }

    /// The name under which the parameter stands in the request.
    pub(crate) fn written_name(&self, index: usize) -> Cow<'p, str> {
        self.written
            .iter()
            .find(|(known, _)| *known == index)
            .map_or(
                Cow::Borrowed(self.object.parameters[index].name),
                |(_, name)| name.clone(),
            )
    }

    /// Whether the object stands in a string, where a JSON Patch cannot reach.
    pub(crate) fn is_inside_string(&self) -> bool {
        let Some(outer) = self.outer else {
            return false;
        };
        let in_text = outer.indices().any(|index| {
            matches!(
                outer.parameter(index).kind,
                crate::profile::Kind::JsonArray(_)
            ) && outer.nodes[index].kind() == JsonKind::String
        });
        in_text || outer.is_inside_string()
    }

    /// The object in which a reference is at home.
    pub(crate) fn home(&self, reference: Ref) -> Option<&Scope<'p>> {
        let mut scope = self;
        for _ in 0..reference.up {
            scope = scope.outer?;
        }
        Some(scope)
    }

    /// Whether a documented name is not there at all, not even with `null`.
    pub(crate) fn is_unwritten(&self, name: &str) -> bool {
        match self.object.find(name) {
            NameMatch::Exact(index) => matches!(self.nodes[index], Node::Missing),
            NameMatch::OtherCase(_) | NameMatch::None => false,
        }
    }

    /// Whether a value of that kind can be meant for a documented name: no text is an object.
    pub(crate) fn may_hold(&self, name: &str, node: Node<'_>) -> bool {
        let is_object = match self.object.find(name) {
            NameMatch::Exact(index) => {
                matches!(self.object.parameters[index].kind, Kind::Object(_))
            }
            NameMatch::OtherCase(_) | NameMatch::None => false,
        };
        !is_object
            || !matches!(
                node.kind(),
                JsonKind::String | JsonKind::Number | JsonKind::Boolean
            )
    }
}

/// The places of the bits that are set, in ascending order.
pub(super) fn bits(mut left: Mask) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        (left != 0).then(|| {
            let index = left.trailing_zeros() as usize;
            left &= left - 1;
            index
        })
    })
}

impl<'f, 'p> Filling<'f, 'p> {
    /// Adds a member of a parsed object, where no name is repeated.
    #[inline]
    fn member(&mut self, name: &'p str, node: Node<'p>) {
        match self.scope.object.find(name) {
            NameMatch::Exact(index) => self.set(index, node),
            odd => self.odd(odd, Cow::Borrowed(name), None, node),
        }
    }

    /// Adds the members of a map of another tool's format.
    #[cfg(feature = "formats")]
    pub(crate) fn items(mut self, item: &'p Item) {
        let What::Map { members, open } = &item.what else {
            self.finish();
            return;
        };
        self.scope.members = members;
        if self.scope.head.is_none() {
            let first = self
                .scope
                .source
                .and_then(|source| source.text().get(item.span.clone()));
            let line = first.map_or(0, |text| text.lines().next().unwrap_or_default().len());
            self.scope.head = Some(item.span.start..item.span.start + line);
        }
        let text = self.scope.source.map(Source::text);
        for member in members {
            let key = text.and_then(|text| text.get(member.key.clone()));
            self.add(Cow::Borrowed(&member.name), key, Node::Item(&member.value));
        }
        let scope = self.finish();
        scope.note_items();
        for member in members {
            let shown = member
                .shown
                .as_ref()
                .zip(match scope.object.find(&member.name) {
                    NameMatch::Exact(index) => Some(index),
                    NameMatch::OtherCase(_) | NameMatch::None => None,
                });
            if let Some((shown, index)) = shown {
                scope.written.push((index, Cow::Borrowed(shown)));
            }
        }
        if *open {
            scope.open();
        }
    }

    /// Adds a field of a form.
    #[inline]
    pub(crate) fn field(&mut self, name: FieldName<'p>, node: Node<'p>) {
        match name {
            FieldName::Written(name) => self.add(Cow::Borrowed(name), Some(name), node),
            FieldName::Number(index) => match self.scope.object.parameters.get(index) {
                Some(_) if self.exact >> index & 1 == 0 => self.set(index, node),
                Some(parameter) => self.add(Cow::Borrowed(parameter.name), None, node),
                None => {}
            },
        }
    }

    /// Adds a member as it is written in JSON text; `plain` says that its value has no escape.
    #[inline]
    pub(crate) fn written(&mut self, (name, value): (&'p str, &'p str), plain: bool) {
        // No documented name has an escape.
        match self.scope.object.find(json::unquoted(name)) {
            NameMatch::Exact(index) if self.exact >> index & 1 == 0 => {
                self.set(index, Node::Json(value));
                let literal = value.as_bytes().first() == Some(&b'"');
                self.scope.plain |= Mask::from(plain && literal) << index;
            }
            _ => self.add(json::decode(name), Some(name), Node::Json(value)),
        }
    }

    #[inline]
    fn set(&mut self, index: usize, node: Node<'p>) {
        self.exact |= 1 << index;
        self.scope.plain &= !(1 << index);
        self.scope.nodes[index] = node;
    }

    #[inline]
    pub(crate) fn add(&mut self, name: Cow<'p, str>, key: Option<&'p str>, node: Node<'p>) {
        match self.scope.object.find(&name) {
            NameMatch::Exact(index) => {
                if self.exact >> index & 1 == 1 {
                    self.scope.repeated.push((key, name));
                }
                self.set(index, node);
            }
            odd => self.odd(odd, name, key, node),
        }
    }

    /// Adds a member of a list that a query spells out in another case, under its whole name.
    pub(crate) fn respelled(
        &mut self,
        name: Cow<'p, str>,
        member: &str,
        key: Option<&'p str>,
        node: Node<'p>,
    ) {
        let odd = match self.scope.object.find(member) {
            NameMatch::Exact(index) => NameMatch::OtherCase(index),
            odd => odd,
        };
        self.odd(odd, name, key, node);
    }

    /// Adds a member under a name that is not, letter by letter, a documented one.
    #[cold]
    fn odd(&mut self, odd: NameMatch, name: Cow<'p, str>, key: Option<&'p str>, node: Node<'p>) {
        let case_of = match odd {
            NameMatch::OtherCase(index) => Some(index),
            NameMatch::Exact(_) | NameMatch::None => None,
        };
        let object = self.scope.object;
        let old_names = if EDITIONS { object.old_names } else { &[] };
        let new_name = old_names.iter().find(|(old, _)| *old == name);
        let (case_of, is_old) = match new_name.map(|(_, new)| object.find(new)) {
            Some(NameMatch::Exact(index)) => (Some(index), true),
            _ => (case_of, false),
        };
        let masked = case_of
            .is_none()
            .then(|| crate::redact::without_secret(&name));
        let name = masked.flatten().map_or(name, Cow::Owned);
        let again = if self.others.len() < FEW {
            self.others.iter().any(|other| other.name == name)
        } else {
            let seen = self.seen.get_or_insert_with(|| {
                let mut seen = Numbers::default();
                for other in &self.others {
                    seen.number(&other.name);
                }
                seen
            });
            !seen.number(&name).1
        };
        if again {
            self.scope.repeated.push((key, name.clone()));
        }
        self.others.push(Other {
            name,
            key,
            node,
            case_of,
            is_old,
        });
    }

    /// Decides what the names that are not documented letter by letter stand for.
    pub(crate) fn finish(mut self) -> &'f mut Scope<'p> {
        let mut present = self.exact;
        for index in bits(self.exact) {
            if self.scope.nodes[index].is_null() {
                present &= !(1 << index);
            }
        }
        self.scope.present = present;
        let exact = self.exact;
        if self.others.is_empty() {
            return self.scope;
        }
        // Of a repeated name the last value counts.
        if !self.scope.repeated.is_empty() {
            let mut later = Seen::default();
            let mut last = Vec::with_capacity(self.others.len());
            while let Some(other) = self.others.pop() {
                if later.insert(&other.name) {
                    last.push(other);
                }
            }
            last.reverse();
            self.others = last;
        }
        // A name with `null` is as good as none, so that another spelling of it counts.
        let exact = exact & present;
        let mut judged: Mask = 0;
        for other in self.others {
            match other.case_of {
                Some(index) if exact >> index & 1 == 1 && !other.is_old => {
                    self.scope.unknown_name(other.name, other.key, other.node);
                }
                Some(index) if (exact | judged) >> index & 1 == 1 && other.is_old => {
                    // Of two values that may both be there one may be none.
                    let nodes = [other.node, self.scope.nodes[index]];
                    if !nodes.into_iter().any(may_be_absent) {
                        self.scope.other_case.push(OtherName {
                            index,
                            name: other.name,
                            key: other.key,
                            node: other.node,
                            is_old: true,
                            is_judged: false,
                            is_alone: false,
                        });
                    }
                }
                // As good as not there.
                Some(_) if other.node.is_null() => {}
                Some(index) => {
                    judged |= 1 << index;
                    self.scope.present |= 1 << index;
                    self.scope.nodes[index] = other.node;
                    self.scope.plain &= !(1 << index);
                    self.scope.written.retain(|(known, _)| *known != index);
                    self.scope.written.push((index, other.name.clone()));
                    self.scope.other_case.push(OtherName {
                        index,
                        name: other.name,
                        key: other.key,
                        node: other.node,
                        is_old: other.is_old,
                        is_judged: true,
                        is_alone: self.exact >> index & 1 == 0,
                    });
                }
                None => self.scope.unknown_name(other.name, other.key, other.node),
            }
        }
        self.scope
    }
}

/// Whether a value is none, or may turn out to be.
fn may_be_absent(node: Node<'_>) -> bool {
    #[cfg(feature = "formats")]
    if let Node::Item(item) = node {
        return matches!(item.what, What::Null | What::Unsettled { .. });
    }
    node.is_null()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::ALIBABA_CREATE_INSTANCE_CN;
    use crate::input::parse_query;

    /// The text of a parameter where it is its own, after the object was read.
    fn plain(node: Node<'_>, name: &str) -> Option<String> {
        let object = ALIBABA_CREATE_INSTANCE_CN.request;
        let mut scope = Scope::new(object, Place::Root, None, None);
        scope.fill(node);
        let index = object.parameters.iter().position(|row| row.name == name);
        scope.plain_text(index?).map(str::to_owned)
    }

    #[test]
    fn texts_without_an_escape_are_read_where_they_stand() {
        let text = r#"{"RegionId": "a", "ZoneId": "\u0061", "Capacity": 1, "Token": "b", "Token": "c",
            "period": "1", "AutoRenew": "\u0061", "AutoRenew": "d"}"#;
        let of_text = |name| plain(Node::Json(text), name);
        assert_eq!(of_text("RegionId").as_deref(), Some("a"));
        for other in ["ZoneId", "Capacity", "Period", "VpcId"] {
            assert_eq!(of_text(other), None, "{other}");
        }
        // A name that comes again, or in another case, is a rare thing: its text is decoded.
        assert_eq!((of_text("Token"), of_text("AutoRenew")), (None, None));
        let value = serde_json::json!({"RegionId": "a\n", "Capacity": 1});
        assert_eq!(
            plain(Node::Value(&value), "RegionId").as_deref(),
            Some("a\n")
        );
        assert_eq!(plain(Node::Value(&value), "Capacity"), None);
    }

    #[test]
    fn texts_of_a_query_are_decoded_already() {
        let object = ALIBABA_CREATE_INSTANCE_CN.request;
        let (_, pairs) = parse_query("ZoneId=a%20b").expect("a query");
        let pair = &pairs[0];
        let mut scope = Scope::new(object, Place::Root, None, None);
        let mut filling = scope.filling();
        filling.add(pair.name.clone(), None, Node::Pair(pair));
        filling.finish();
        let index = object
            .parameters
            .iter()
            .position(|row| row.name == "ZoneId");
        assert_eq!(index.and_then(|index| scope.plain_text(index)), Some("a b"));
    }

    #[test]
    fn the_length_of_a_pointer_is_known_before_it_is_written() {
        let list = Place::Root.member("Instances");
        let element = Place::Element {
            outer: &list,
            index: 12,
        };
        let value = element.member("RegionId");
        assert_eq!(
            (Place::Root.length(), list.length()),
            (0, "/Instances".len())
        );
        // There is room for an index of four digits.
        assert_eq!(element.length(), "/Instances/0000".len());
        assert_eq!(value.length(), "/Instances/0000/RegionId".len());
        assert_eq!(value.pointer(), "/Instances/12/RegionId");
    }
}
