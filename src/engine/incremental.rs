//! Findings that are kept up while values of a request change: of a value that stayed, what was
//! found in it by itself stays, too, and rules are asked again where they look at what changed.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use super::Engine;
use super::scope::{Outline, Place, Scope, bits};
use crate::diagnostic::{Code, Diagnostic};
use crate::input::{FieldKind, FieldName, JsonKind, Node, Reader, Source};
use crate::profile::{Constraint, Kind, Mask, Parameter, Profile};

/// A request that is judged again and again by [`crate::Checker::recheck`]. Values are kept, but
/// for secrets, which come anew with every change.
#[doc(hidden)]
pub struct Incremental {
    profile: &'static Profile,
    /// The values, one behind the other in the order of the request. Between calls there are zeros
    /// in the place of secrets.
    text: String,
    /// Where the next text is written: what is in it is given up.
    spare: String,
    fields: Vec<Field>,
    /// By the places of the parameters in the table.
    slots: Vec<Slot>,
    /// What was found in values beside each other, and in none, and where each stands.
    rest: Vec<Diagnostic>,
    ranks: Vec<Rank>,
    /// What is known of the values, which rules look at beside texts.
    outline: Outline,
    /// The parameters that have a value.
    there: Mask,
    /// The parameters that are judged with an eye on others, and those that are secrets.
    bound: Mask,
    secrets: Mask,
    /// The parameters whose findings are new since the call before.
    new: Mask,
    rest_is_new: bool,
    /// Whether rules were asked at all.
    is_begun: bool,
    /// What was found, by its number, in the order of a report, and the place by which it is there.
    order: Vec<(u64, usize)>,
}

#[derive(Debug, Clone, Copy)]
struct Field {
    index: usize,
    kind: JsonKind,
    start: usize,
    end: usize,
}

#[derive(Debug, Default)]
struct Slot {
    /// What the value makes of the facts.
    facts: Mask,
    /// What was found in the value, and the place of each within it.
    found: Vec<Diagnostic>,
    places: Vec<u64>,
}

/// Where a finding stands: nowhere, at the brace that opens the object, or at the value of a field.
type Rank = u64;
const NOWHERE: Rank = 0;
const BRACE: Rank = 1;
const FIELDS: Rank = 2;

/// So many findings are kept of one value, and of all beside each other.
const MOST: usize = 8;
const MOST_BESIDE: usize = 64;
/// The numbers of findings about values beside each other are those behind all others.
const BESIDE: usize = crate::profile::MAX_PARAMETERS * MOST;
/// So far in a value findings are told apart by their place.
const FAR: usize = 1 << 24;
/// Where the rank stands in a place; below it are where a finding begins and ends within a value.
const RANK: u32 = 48;
/// So many values an ordinary request has.
const USUAL: usize = 16;
/// What the text begins with, as packed fields do.
const START: &str = "{";
/// What stands behind each value.
const END: char = '}';
/// In the place of secrets.
const ZEROS: &str = "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

/// Values may be anything that somebody typed: only how much there is of them is told.
impl fmt::Debug for Incremental {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Incremental")
            .field("profile", &self.profile.id)
            .field("bytes", &self.text.len())
            .finish_non_exhaustive()
    }
}

/// A bit for each parameter of that kind.
fn those(profile: &Profile, is: impl Fn(&Parameter) -> bool) -> Mask {
    let parameters = profile.request.parameters.iter().enumerate();
    parameters.fold(0, |mask, (index, parameter)| {
        mask | Mask::from(is(parameter)) << index
    })
}

/// Whether a value is judged with an eye on others.
const fn is_bound(parameter: &Parameter) -> bool {
    matches!(
        parameter.constraint,
        Constraint::IntegersBy { .. } | Constraint::Within(_)
    )
}

impl Incremental {
    pub(crate) fn new(profile: &'static Profile) -> Self {
        let mut slots = Vec::new();
        slots.resize_with(profile.request.parameters.len(), Slot::default);
        Self {
            profile,
            text: START.to_owned(),
            spare: String::new(),
            fields: Vec::new(),
            slots,
            rest: Vec::new(),
            ranks: Vec::new(),
            outline: Outline::of_nothing(profile.request),
            there: 0,
            bound: those(profile, is_bound),
            secrets: those(profile, |parameter| parameter.secret),
            new: 0,
            rest_is_new: false,
            is_begun: false,
            order: Vec::new(),
        }
    }

    /// What was found, in the order of a report: by numbers that stay what they are for as long as
    /// what was found is the same, with whether that is new since the call before.
    pub fn findings(&self) -> impl Iterator<Item = (usize, bool, &Diagnostic)> {
        self.order.iter().filter_map(|(_, number)| {
            let (found, is_new) = if *number < BESIDE {
                let index = number / MOST;
                let found = self.slots[index].found.get(number % MOST)?;
                (found, self.new >> index & 1 == 1)
            } else {
                (self.rest.get(number - BESIDE)?, self.rest_is_new)
            };
            Some((*number, is_new, found))
        })
    }

    /// Takes changes, and judges what they touch. `None` where only a whole check can tell.
    pub(crate) fn judge(&mut self, engine: &mut Engine<'_>, packed: &str) -> Option<()> {
        let changed = self.take(packed);
        let judged = changed.and_then(|changed| self.look(engine, changed));
        self.blot();
        judged
    }

    /// Puts values into the places of others; into an empty request, one behind the other.
    fn take(&mut self, packed: &str) -> Option<Mask> {
        let parameters = self.profile.request.parameters;
        let mut reader = Reader::new(packed, 0)?;
        let mut changed: Mask = 0;
        let mut fits = true;
        let mut values: Vec<(usize, JsonKind, &str)> = Vec::with_capacity(USUAL);
        while !reader.is_done() {
            let (FieldName::Number(index), kind, text) = reader.entry()? else {
                return None;
            };
            let parameter = parameters.get(index)?;
            let kind = match kind {
                FieldKind::String => JsonKind::String,
                FieldKind::Number => JsonKind::Number,
                FieldKind::Boolean => JsonKind::Boolean,
                FieldKind::Null | FieldKind::Json | FieldKind::Known(_) => return None,
            };
            let may_hold_secrets = matches!(parameter.kind, Kind::JsonObject);
            if changed >> index & 1 == 1
                || parameter.kind.is_container()
                || may_hold_secrets && crate::redact::holds_secret(text)
            {
                return None;
            }
            changed |= 1 << index;
            if self.is_begun {
                let field = self.fields.iter_mut().find(|field| field.index == index)?;
                field.kind = kind;
                fits &= text.len() == field.end - field.start;
                if fits {
                    self.text.replace_range(field.start..field.end, text);
                }
            }
            values.push((index, kind, text));
        }
        if !self.is_begun {
            self.there = changed;
            let fields = values.iter().map(|(index, kind, _)| Field {
                index: *index,
                kind: *kind,
                start: 0,
                end: 0,
            });
            self.fields = fields.collect();
        } else if fits {
            return Some(changed);
        }
        self.spare.clear();
        self.spare.push_str(START);
        for field in &mut self.fields {
            let change = values.iter().find(|(index, ..)| *index == field.index);
            let text = match change {
                Some((.., text)) => text,
                None => self.text.get(field.start..field.end)?,
            };
            field.start = self.spare.len();
            self.spare.push_str(text);
            field.end = self.spare.len();
            self.spare.push(END);
        }
        std::mem::swap(&mut self.text, &mut self.spare);
        Some(changed)
    }

    fn look(&mut self, engine: &mut Engine<'_>, changed: Mask) -> Option<()> {
        let Self {
            profile,
            text,
            fields,
            slots,
            rest,
            ranks,
            outline,
            there,
            bound,
            secrets,
            ..
        } = self;
        // Secrets do not stay: one that did not come again cannot be judged.
        if *there & !changed & *secrets != 0 {
            return None;
        }
        let bound = *there & *bound;
        let judged = changed | bound;
        let mut known = *outline;
        for index in bits(judged) {
            known.forget(index, slots.get(index)?.facts);
        }
        let source = Source::fields(text);
        let mut scope = Scope::new(profile.request, Place::Root, Some(&source), None);
        scope.raw = Some(text);
        let mut looked_at = if bound == 0 { judged } else { *there };
        fill(&mut scope, fields, text, looked_at);
        scope.resume(known);
        let mut is_moved = false;
        for index in bits(judged) {
            let slot = slots.get_mut(index)?;
            let field = fields.iter().find(|field| field.index == index)?;
            let before = scope.outline()?;
            let is_bound = bound >> index & 1 == 1;
            if is_bound {
                scope.look_no_further(index, *there);
            }
            engine.sink.take_room(&mut slot.found);
            engine.scalar(&mut scope, index);
            engine.sink.swap(&mut slot.found);
            let after = scope.outline()?;
            slot.facts = before.facts_to(&after);
            if is_bound {
                scope.resume(before.with(index, &after));
            }
            is_moved |= slot.note_places(field)?;
            if engine.unknown > 0 {
                return None;
            }
        }
        let now = scope.outline()?;
        let is_stale = !self.is_begun
            || *outline != now
            // Of a secret a rule only asks whether it is there.
            || changed & !*secrets != 0;
        if is_stale {
            looked_at = *there & !looked_at;
            fill(&mut scope, fields, text, looked_at);
            engine.sink.take_room(rest);
            engine.required(&scope);
            engine.rules(&scope, &[]);
            engine.sink.swap(rest);
            ranks.clear();
            for found in rest.iter_mut() {
                let span = found.span.take();
                ranks.push(span.map_or(NOWHERE, |span| rank_of(fields, span.start.offset)));
            }
            if rest.len() > MOST_BESIDE {
                return None;
            }
        }
        *outline = now;
        self.is_begun = true;
        self.new = judged;
        self.rest_is_new = is_stale;
        if is_stale || is_moved {
            self.sort();
        }
        Some(())
    }

    /// Puts what was found into the order of a report.
    fn sort(&mut self) {
        self.order.clear();
        for (rank, field) in (FIELDS..).zip(&self.fields) {
            for (number, place) in (field.index * MOST..).zip(&self.slots[field.index].places) {
                self.order.push((rank << RANK | place, number));
            }
        }
        // What is wrong with a value comes before what it means for others.
        for (number, rank) in (BESIDE..).zip(&self.ranks) {
            let whole = if *rank == NOWHERE { 0 } else { FAR as u64 - 1 };
            let key = (rank << RANK | whole, number);
            let after = self.order.iter().rev().take_while(|known| **known > key);
            let place = self.order.len() - after.count();
            self.order.insert(place, key);
        }
    }

    /// Overwrites secrets.
    fn blot(&mut self) {
        for field in &self.fields {
            if self.profile.request.parameters[field.index].secret {
                blot(&mut self.text, field.start..field.end);
            }
        }
    }
}

impl Slot {
    /// Notes where in a value findings stand, which are kept without their place; whether they stood elsewhere before.
    /// Nothing, if there is one that cannot be kept.
    fn note_places(&mut self, field: &Field) -> Option<bool> {
        let mut is_moved = self.places.len() != self.found.len();
        self.places.resize(self.found.len(), 0);
        for (found, place) in self.found.iter_mut().zip(&mut self.places) {
            let span = found.span.take()?;
            let start = span.start.offset.checked_sub(field.start)?;
            // Of several placeholders a report says so once.
            if span.end.offset > field.end
                || span.end.offset - field.start >= FAR
                || found.code == Code::PlaceholderValue
            {
                return None;
            }
            let now = (start as u64) << 24 | (span.end.offset - field.start) as u64;
            is_moved |= *place != now;
            *place = now;
        }
        let is_sorted = self.places.is_sorted();
        (is_sorted && self.found.len() <= MOST).then_some(is_moved)
    }
}

/// Puts values where the engine looks for them.
#[inline(never)]
fn fill<'t>(scope: &mut Scope<'t>, fields: &[Field], text: &'t str, wanted: Mask) {
    for field in fields {
        if wanted >> field.index & 1 == 1
            && let Some(text) = text.get(field.start..field.end)
        {
            scope.nodes[field.index] = Node::Field(field.kind, text);
        }
    }
}

/// Where in the order of the request that place is.
fn rank_of(fields: &[Field], offset: usize) -> Rank {
    let is_there = |field: &&Field| field.start <= offset && offset <= field.end;
    match (FIELDS..).zip(fields).find(|(_, field)| is_there(field)) {
        Some((rank, _)) => rank,
        None => BRACE,
    }
}

/// Puts zeros into a place of a text.
fn blot(text: &mut String, place: Range<usize>) {
    let zeros = match ZEROS.get(..place.len()) {
        Some(zeros) => Cow::Borrowed(zeros),
        None => Cow::Owned("\0".repeat(place.len())),
    };
    if text.get(place.clone()).is_some() {
        text.replace_range(place, &zeros);
    }
}
