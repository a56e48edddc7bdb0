//! The verdict on an ordinary request in one reading, while its members go by: nothing of it is
//! kept but which parameters are there and what those decide. It reads the same rows as the
//! engine. Where a request is not ordinary (a name in another case, an escape in a name, a rule
//! that takes a closer look), the glance gives up, and the engine reads it from the beginning.
//!
//! The first error settles the matter, so a value that was read is a good one.

use serde_json::{Map, Value};

use super::kept::Kept;
use super::measure;
use super::seen::{Few, Met};
use crate::input::json::{JsonError, Room, Scanner, decode};
use crate::input::{Digits, FieldKind, FieldName, JsonKind, Pair, Reader};
use crate::profile::{
    BOOLEANS, Constraint, EDITIONS, Kind, ListRule, Mask, NameMatch, NameRule, Object, Parameter,
    PasswordRule, Profile, Wire, values_of,
};
use crate::text::{self, Kinds, Length, Letters};

/// Why a glance ends early.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    /// There is an error.
    Invalid,
    /// It takes a closer look.
    Unsure,
}

pub(super) type Result<T = ()> = std::result::Result<T, Stop>;

const fn holds(condition: bool) -> Result {
    if condition {
        Ok(())
    } else {
        Err(Stop::Invalid)
    }
}

/// What was read. In JSON that stands in a string (`QUOTED`) an error may be an escape.
fn read<const QUOTED: bool, T>(result: std::result::Result<T, JsonError>) -> Result<T> {
    result.map_err(|_| broken::<QUOTED>())
}

/// What to make of text that is not as it should be.
const fn broken<const QUOTED: bool>() -> Stop {
    if QUOTED { Stop::Unsure } else { Stop::Invalid }
}

/// Looks at the requests of one profile.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Glance {
    request: &'static Object,
    max_depth: u32,
    is_query: bool,
    is_strict: bool,
}

/// Unknown names, of which an order has hardly one.
type Others<'n> = Few<'n, 4>;

/// What is known of an object after some of its members.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sight {
    pub(super) object: &'static Object,
    /// Documented names that went by, a bit for each.
    written: Mask,
    /// Those whose value counts.
    pub(super) present: Mask,
    facts: Mask,
    /// The number that waits for another parameter to decide whether it is allowed.
    waiting: Option<(usize, u32)>,
}

impl Glance {
    /// A glance at requests of that profile, with that limit of nesting.
    pub(crate) const fn new(profile: &'static Profile, max_depth: u32) -> Self {
        Self {
            request: profile.request,
            max_depth,
            is_query: false,
            is_strict: matches!(profile.wire, Wire::JSON),
        }
    }

    /// Whether JSON text is a valid request.
    pub(crate) fn json(self, text: &str) -> Result {
        let mut scanner = Scanner::new(text, self.max_depth);
        scanner.skip_white_space();
        holds(scanner.stands_on(b'{'))?;
        self.written::<false>(self.request, &mut scanner)?;
        read::<false, _>(scanner.end())
    }

    /// Whether a parsed value is a valid request.
    pub(crate) fn value(self, value: &Value) -> Result {
        match value {
            Value::Object(members) => self.parsed(self.request, members),
            _ => Err(Stop::Invalid),
        }
    }

    /// Whether the pairs of a query string are a valid request, which may have to name its operation.
    pub(crate) fn pairs(mut self, pairs: &[Pair<'_>], asks_action: bool) -> Result {
        self.is_query = asks_action;
        let mut sight = Sight::of(self.request);
        let mut others = Others::default();
        let mut kept = Kept::default();
        for pair in pairs {
            if let Some(index) = sight.meet(pair.name.as_bytes(), &mut others)? {
                let parameter = &sight.object.parameters[index];
                let value = measure::printed_boolean(parameter.kind, &pair.value);
                let value = value.unwrap_or(&pair.value);
                kept.keep(sight.object, index, value);
                self.string(&mut sight, index, value)?;
            }
        }
        sight.finish(self.is_query, &kept)
    }

    /// Whether packed fields are a valid request.
    pub(crate) fn fields(self, packed: &str) -> Result {
        let mut sight = Sight::of(self.request);
        let mut others = Others::default();
        let mut kept = Kept::default();
        let mut reader = Reader::new(packed, self.max_depth).ok_or(Stop::Unsure)?;
        while !reader.is_done() {
            let (name, kind, text) = reader.entry().ok_or(Stop::Unsure)?;
            let index = match name {
                FieldName::Number(index) => sight.meet_number(index)?,
                FieldName::Written(name) => sight.meet(name.as_bytes(), &mut others)?,
            };
            match index {
                Some(index) => {
                    if let FieldKind::String | FieldKind::Number | FieldKind::Boolean = kind {
                        kept.keep(sight.object, index, text);
                    }
                    self.field(&mut sight, index, kind, text)?;
                }
                None if kind == FieldKind::Json => {
                    holds(Scanner::document(text, reader.max_depth()).is_ok())?;
                }
                None => {}
            }
        }
        sight.finish(self.is_query, &kept)
    }

    /// What a field of the request itself holds.
    pub(super) fn field(
        self,
        sight: &mut Sight,
        index: usize,
        kind: FieldKind,
        text: &str,
    ) -> Result {
        match kind {
            FieldKind::Null => Ok(()),
            FieldKind::String => self.string(sight, index, text),
            FieldKind::Boolean => self.literal(sight, index, text, JsonKind::Boolean),
            FieldKind::Number => self.literal(sight, index, text, JsonKind::Number),
            FieldKind::Json => {
                let mut scanner = Scanner::new(text, self.max_depth.saturating_sub(1));
                scanner.skip_white_space();
                self.member::<false>(sight, index, &mut scanner, &mut Kept::default())?;
                read::<false, _>(scanner.end())
            }
            // The types of its values are strict.
            FieldKind::Known(_) if self.is_strict => Err(Stop::Unsure),
            FieldKind::Known(at) => sight.know(index, at),
        }
    }

    /// An object in JSON text, on whose brace the scanner stands.
    fn written<const QUOTED: bool>(
        self,
        object: &'static Object,
        scanner: &mut Scanner<'_>,
    ) -> Result {
        let mut sight = Sight::of(object);
        let mut others = Others::default();
        let mut kept = Kept::default();
        read::<QUOTED, _>(scanner.enter())?;
        let mut first = true;
        while let Some((name, plain)) = read::<QUOTED, _>(scanner.member::<QUOTED>(first))? {
            first = false;
            if !plain {
                return Err(Stop::Unsure);
            }
            let Some(index) = sight.meet(name, &mut others)? else {
                skip::<QUOTED>(scanner)?;
                continue;
            };
            self.member::<QUOTED>(&mut sight, index, scanner, &mut kept)?;
        }
        sight.finish(self.is_query, &kept)
    }

    /// The value of a parameter in JSON text, on which the scanner stands.
    #[cfg_attr(feature = "fast", inline(always))]
    #[cfg_attr(
        feature = "fast",
        expect(clippy::inline_always, reason = "for every value of every request")
    )]
    #[cfg_attr(not(feature = "fast"), inline)]
    fn member<'t, const QUOTED: bool>(
        self,
        sight: &mut Sight,
        index: usize,
        scanner: &mut Scanner<'t>,
        kept: &mut Kept<'t>,
    ) -> Result {
        if let Some(text) = scanner.plain_string::<QUOTED>() {
            kept.keep(sight.object, index, text);
            return self.string(sight, index, text);
        }
        let kind = scanner.kind().ok_or(Stop::Invalid)?;
        match kind {
            JsonKind::String if QUOTED => Err(Stop::Unsure),
            JsonKind::String => self.escaped(sight, index, scanner),
            JsonKind::Number | JsonKind::Boolean => {
                let literal = read::<QUOTED, _>(scanner.value())?;
                kept.keep(sight.object, index, literal);
                self.literal(sight, index, literal, kind)
            }
            JsonKind::Null => {
                read::<QUOTED, _>(scanner.value())?;
                Ok(())
            }
            JsonKind::Object => match self.inner(sight, index)? {
                Inner::Object(inner) => self.written::<QUOTED>(inner, scanner),
                Inner::Settings => settings::<QUOTED>(scanner),
                Inner::List(..) => Err(Stop::Invalid),
            },
            JsonKind::Array => match self.inner(sight, index)? {
                Inner::List(inner, rule) => self.list::<QUOTED>(inner, rule, scanner),
                Inner::Object(_) | Inner::Settings => Err(Stop::Invalid),
            },
        }
    }

    /// A list of objects in JSON text, on whose bracket the scanner stands.
    fn list<const QUOTED: bool>(
        self,
        object: &'static Object,
        rule: Option<ListRule>,
        scanner: &mut Scanner<'_>,
    ) -> Result {
        read::<QUOTED, _>(scanner.enter())?;
        let mut count = 0;
        while read::<QUOTED, _>(scanner.element(count == 0))? {
            count += 1;
            if !scanner.stands_on(b'{') {
                // A text may stand for an element, and `null` for none.
                return Err(Stop::Unsure);
            }
            self.written::<QUOTED>(object, scanner)?;
        }
        counted(count, rule)
    }

    /// An object among parsed values.
    fn parsed(self, object: &'static Object, members: &Map<String, Value>) -> Result {
        let mut sight = Sight::of(object);
        let mut kept = Kept::default();
        for (name, value) in members {
            let index = match object.find(name) {
                NameMatch::Exact(index) => index,
                NameMatch::OtherCase(_) => return Err(Stop::Unsure),
                NameMatch::None if may_be_known(object, name.as_bytes()) => {
                    return Err(Stop::Unsure);
                }
                NameMatch::None => continue,
            };
            match value {
                Value::String(text) => {
                    kept.keep(object, index, text);
                    self.string(&mut sight, index, text)?;
                }
                Value::Null => {}
                Value::Number(number) => {
                    let Some(number) = number.as_u64() else {
                        return Err(Stop::Unsure);
                    };
                    let mut digits = Digits::default();
                    kept.keep_number(object, index, number);
                    self.literal(&mut sight, index, digits.write(number), JsonKind::Number)?;
                }
                Value::Bool(value) => {
                    let literal = BOOLEANS[usize::from(!value)];
                    kept.keep(object, index, literal);
                    self.literal(&mut sight, index, literal, JsonKind::Boolean)?;
                }
                Value::Object(members) => match self.inner(&mut sight, index)? {
                    Inner::Object(inner) => self.parsed(inner, members)?,
                    Inner::Settings => {}
                    Inner::List(..) => return Err(Stop::Invalid),
                },
                Value::Array(elements) => match self.inner(&mut sight, index)? {
                    Inner::List(inner, rule) => {
                        counted(elements.len(), rule)?;
                        for element in elements {
                            match element {
                                Value::Object(members) => self.parsed(inner, members)?,
                                Value::String(_) | Value::Null => return Err(Stop::Unsure),
                                _ => return Err(Stop::Invalid),
                            }
                        }
                    }
                    Inner::Object(_) | Inner::Settings => return Err(Stop::Invalid),
                },
            }
        }
        sight.finish(self.is_query, &kept)
    }

    /// What an object or array is in the place of that parameter.
    fn inner(self, sight: &mut Sight, index: usize) -> Result<Inner> {
        sight.present |= 1 << index;
        let parameter = &sight.object.parameters[index];
        match (parameter.kind, parameter.constraint) {
            (Kind::Object(inner), _) if inner.idle_when.is_some() => Err(Stop::Unsure),
            (Kind::Object(inner), _) => Ok(Inner::Object(inner)),
            (Kind::JsonArray(inner), _) => Ok(Inner::List(inner, None)),
            (Kind::Objects(inner, rule), _) if EDITIONS => Ok(Inner::List(inner, Some(rule))),
            (Kind::JsonObject, Constraint::Config(_)) if !self.is_strict => Ok(Inner::Settings),
            (
                Kind::JsonObject
                | Kind::Texts(_)
                | Kind::Objects(..)
                | Kind::Map(_)
                | Kind::Anything,
                _,
            ) => Err(Stop::Unsure),
            _ => Err(Stop::Invalid),
        }
    }

    /// A string with escapes, which the scanner stands on.
    #[inline(never)]
    fn escaped(self, sight: &mut Sight, index: usize, scanner: &mut Scanner<'_>) -> Result {
        // In a browser less code to load is worth more than the time.
        if !cfg!(feature = "fast") {
            let text = decode(read::<false, _>(scanner.value())?);
            return self.string(sight, index, &text);
        }
        // JSON is read where it stands, if it is written in the ordinary way.
        let parameter = &sight.object.parameters[index];
        let inside = match (parameter.kind, parameter.constraint) {
            (Kind::JsonArray(inner), _) => scanner.inside_string(self.max_depth, |scanner| {
                if !scanner.stands_on(b'[') {
                    return Err(Stop::Unsure);
                }
                self.list::<true>(inner, None, scanner)
            }),
            (Kind::JsonObject, Constraint::Config(_)) => {
                scanner.inside_string(self.max_depth, |scanner| {
                    if !scanner.stands_on(b'{') {
                        return Err(Stop::Unsure);
                    }
                    settings::<true>(scanner)
                })
            }
            _ => Err(Stop::Unsure),
        };
        match inside {
            Ok(Some(())) => {
                sight.present |= 1 << index;
                return Ok(());
            }
            Err(Stop::Invalid) => return Err(Stop::Invalid),
            Ok(None) | Err(Stop::Unsure) => {}
        }
        let mut room: Room = Room::new();
        let text = read::<false, _>(scanner.decoded(&mut room))?;
        self.string(sight, index, &text)
    }

    /// A string.
    #[cfg_attr(feature = "fast", inline(always))]
    #[cfg_attr(
        feature = "fast",
        expect(
            clippy::inline_always,
            reason = "for nearly every value of every request"
        )
    )]
    #[cfg_attr(not(feature = "fast"), inline)]
    fn string(self, sight: &mut Sight, index: usize, text: &str) -> Result {
        let plan = &sight.object.plan;
        if sight.object.is_free(index)
            && let Some(b'!'..=b'~') = text.as_bytes().first()
        {
            sight.present |= 1 << index;
            return Ok(());
        }
        if self.is_strict || plan.is_container(index) {
            return self.strict(sight, index, text);
        }
        self.scalar(sight, index, text)
    }

    /// A string where a string may be wrong.
    fn strict(self, sight: &mut Sight, index: usize, text: &str) -> Result {
        match sight.object.parameters[index].kind {
            // It may stand for an object.
            Kind::Object(_)
            | Kind::Texts(_)
            | Kind::Objects(..)
            | Kind::Map(_)
            | Kind::Anything => Err(Stop::Unsure),
            Kind::JsonArray(inner) => self.listed(sight, index, inner, text),
            Kind::Boolean | Kind::Long | Kind::Integer if self.is_strict => {
                Err(if text::placeholder::may_be(text) {
                    Stop::Unsure
                } else {
                    Stop::Invalid
                })
            }
            _ => self.scalar(sight, index, text),
        }
    }

    /// A number or boolean, by the text that it is written as.
    fn literal(self, sight: &mut Sight, index: usize, text: &str, kind: JsonKind) -> Result {
        holds(match sight.object.parameters[index].kind {
            Kind::JsonObject
                if EDITIONS
                    && matches!(
                        sight.object.parameters[index].constraint,
                        Constraint::Modes(_)
                    ) =>
            {
                return Err(Stop::Unsure);
            }
            Kind::Object(_) | Kind::JsonObject | Kind::JsonArray(_) => false,
            Kind::Texts(_) | Kind::Objects(..) | Kind::Map(_) | Kind::Anything => {
                return Err(Stop::Unsure);
            }
            _ if !self.is_strict => true,
            Kind::Boolean => kind == JsonKind::Boolean,
            Kind::Long | Kind::Integer => {
                kind == JsonKind::Number && !text.contains(['.', 'e', 'E'])
            }
            Kind::String | Kind::Untyped => false,
        })?;
        self.scalar(sight, index, text)
    }

    /// The text of a scalar: an empty one is none.
    #[inline]
    fn scalar(self, sight: &mut Sight, index: usize, text: &str) -> Result {
        let parameter = &sight.object.parameters[index];
        if parameter.verbatim || self.is_strict || text::is_trimmed(text) {
            self.judge(sight, index, parameter, text)
        } else {
            self.judge(sight, index, parameter, text.trim())
        }
    }

    /// A value by its constraint. This runs for every value: what takes more than a few steps
    /// has a function of its own, so that the others need not make room for it.
    #[inline(never)]
    fn judge(
        self,
        sight: &mut Sight,
        index: usize,
        parameter: &'static Parameter,
        value: &str,
    ) -> Result {
        if value.is_empty() {
            return if parameter.may_be_empty {
                Err(Stop::Unsure)
            } else {
                Ok(())
            };
        }
        sight.present |= 1 << index;
        match self.good(sight, index, parameter, value) {
            // It may stand for another value.
            Err(Stop::Invalid) if text::placeholder::may_be(value) => Err(Stop::Unsure),
            sure => sure,
        }
    }

    /// Whether a value is a good one.
    #[inline]
    fn good(
        self,
        sight: &mut Sight,
        index: usize,
        parameter: &'static Parameter,
        value: &str,
    ) -> Result {
        let forbidden = sight.object.plan.forbidden(index);
        match parameter.constraint {
            Constraint::InstanceClass if !self.is_strict => Ok(()),
            Constraint::Any | Constraint::InstanceClass => match parameter.kind {
                Kind::Long | Kind::Integer => {
                    holds(measure::is_within(value, 0, parameter.kind.greatest()) == Some(true))
                }
                _ => Ok(()),
            },
            Constraint::OneOf(allowed) => sight.decide(index, allowed, value),
            Constraint::Boolean => sight.decide(index, BOOLEANS, value),
            Constraint::Integers(allowed) => holds(measure::is_among(value, allowed)),
            Constraint::IntegersBy { .. } => sight.wait(index, value),
            Constraint::Range { min, max } => {
                let max = max.or(parameter.kind.greatest());
                holds(measure::is_within(value, min, max) == Some(true))
            }
            Constraint::Name(rule) => name(value, rule, forbidden),
            Constraint::Password(rule) => password(value, rule, forbidden),
            Constraint::Token { max } => token(value, max),
            Constraint::Description { max } => description(value, max),
            Constraint::Ipv4 => holds(text::parse_ipv4(value).is_some()),
            Constraint::Config(_) => self.config(value),
            Constraint::Without(refused) => holds(text::find(value, refused).is_none()),
            // What only today's editions ask.
            Constraint::Versions(allowed) if EDITIONS => {
                match sight.decide(index, allowed, value) {
                    // A newer one is no error.
                    Err(Stop::Invalid) => Err(Stop::Unsure),
                    sure => sure,
                }
            }
            Constraint::Time(form) if EDITIONS => holds(text::time::is_time(value, form)),
            Constraint::Prefix { min, max } if EDITIONS => {
                holds(measure::is_prefix(value, min, max))
            }
            // What they ask is worth a warning.
            Constraint::Distinct
            | Constraint::Within(_)
            | Constraint::Modes(_)
            | Constraint::ByRule
            | Constraint::IntegersByRule { .. }
                if EDITIONS =>
            {
                Ok(())
            }
            _ => Err(Stop::Unsure),
        }
    }

    /// Settings in a string.
    #[inline(never)]
    fn config(self, text: &str) -> Result {
        let mut scanner = Scanner::within(text, self.max_depth);
        scanner.skip_white_space();
        holds(scanner.stands_on(b'{'))?;
        settings::<false>(&mut scanner)?;
        read::<false, _>(scanner.end())
    }

    /// A list of objects in a string.
    fn listed(self, sight: &mut Sight, index: usize, inner: &'static Object, text: &str) -> Result {
        let text = text::trim(text);
        if text.is_empty() {
            return Ok(());
        }
        sight.present |= 1 << index;
        let mut scanner = Scanner::within(text, self.max_depth);
        scanner.skip_white_space();
        if !scanner.stands_on(b'[') && text::placeholder::may_be(text) {
            return Err(Stop::Unsure);
        }
        holds(scanner.stands_on(b'['))?;
        self.list::<false>(inner, None, &mut scanner)?;
        read::<false, _>(scanner.end())
    }
}

/// What can stand in an object or array.
enum Inner {
    Object(&'static Object),
    /// Objects; where they may be written as a list, with what that has to satisfy.
    List(&'static Object, Option<ListRule>),
    /// The settings of `Config`.
    Settings,
}

#[inline(never)]
fn name(value: &str, rule: NameRule, forbidden: Kinds) -> Result {
    let letters = Letters::of(value);
    let clusters = measure::length(value, letters).clusters;
    holds(
        (rule.min as usize..=rule.max as usize).contains(&clusters)
            && !measure::holds_forbidden(value, letters, rule, forbidden)
            && measure::begins_well(value, rule),
    )
}

#[inline(never)]
fn password(value: &str, rule: PasswordRule, refused: Kinds) -> Result {
    let letters = Letters::of(value);
    let clusters = measure::length(value, letters).clusters;
    holds(
        (rule.min as usize..=rule.max as usize).contains(&clusters)
            && !measure::holds_refused(value, letters, rule, refused)
            && measure::classes(letters, rule, refused) >= rule.at_least as usize,
    )
}

#[inline(never)]
fn token(value: &str, max: u32) -> Result {
    holds(value.is_ascii())?;
    description(value, max)
}

/// No text has more characters than bytes.
fn description(value: &str, max: u32) -> Result {
    holds(value.len() <= max as usize || Length::of(value).clusters <= max as usize)
}

/// Settings in JSON text, on whose brace the scanner stands: only their names have to differ.
fn settings<const QUOTED: bool>(scanner: &mut Scanner<'_>) -> Result {
    let mut names: Few<'_, 16> = Few::default();
    read::<QUOTED, _>(scanner.enter())?;
    let mut first = true;
    while let Some((name, plain)) = read::<QUOTED, _>(scanner.member::<QUOTED>(first))? {
        first = false;
        note(&mut names, name, plain)?;
        skip::<QUOTED>(scanner)?;
    }
    Ok(())
}

/// Steps over a value of which only has to be known that it is JSON.
#[inline]
fn skip<const QUOTED: bool>(scanner: &mut Scanner<'_>) -> Result {
    if scanner.plain_string::<QUOTED>().is_some() {
        return Ok(());
    }
    if QUOTED && let Some(JsonKind::String | JsonKind::Object | JsonKind::Array) = scanner.kind() {
        return Err(Stop::Unsure);
    }
    read::<QUOTED, _>(scanner.skip())
}

/// Whether a list may have so many elements. One in a string has to have some; of others only the
/// ordinary ones are known.
fn counted(count: usize, rule: Option<ListRule>) -> Result {
    match rule {
        None => holds(count > 0),
        Some(rule) if count > 0 && rule.most.is_none_or(|most| count <= most as usize) => Ok(()),
        Some(_) => Err(Stop::Unsure),
    }
}

/// Whether a name that the table does not have may stand for one that it has: a member of a list,
/// as `Tag.1.Key`, or a name that has been replaced.
fn may_be_known(object: &'static Object, name: &[u8]) -> bool {
    EDITIONS && (name.contains(&b'.') || !object.old_names.is_empty())
}

fn note<'t, const MOST: usize>(names: &mut Few<'t, MOST>, name: &'t [u8], plain: bool) -> Result {
    match names.meet(name) {
        Met::New if plain => Ok(()),
        Met::Again if plain => Err(Stop::Invalid),
        _ => Err(Stop::Unsure),
    }
}

impl Sight {
    pub(super) const fn of(object: &'static Object) -> Self {
        Self {
            object,
            written: 0,
            present: 0,
            facts: object.plan.facts_by_default,
            waiting: None,
        }
    }

    /// The parameter of a name, unless it is unknown. A name may not come twice.
    #[cfg_attr(feature = "fast", inline(always))]
    #[cfg_attr(
        feature = "fast",
        expect(
            clippy::inline_always,
            reason = "once for every member of every request"
        )
    )]
    #[cfg_attr(not(feature = "fast"), inline(never))]
    fn meet<'t>(&mut self, name: &'t [u8], others: &mut Others<'t>) -> Result<Option<usize>> {
        match self.object.find_bytes(name) {
            NameMatch::Exact(index) => {
                holds(self.written >> index & 1 == 0)?;
                self.written |= 1 << index;
                Ok(Some(index))
            }
            NameMatch::OtherCase(_) => Err(Stop::Unsure),
            NameMatch::None if may_be_known(self.object, name) => Err(Stop::Unsure),
            NameMatch::None => {
                note(others, name, true)?;
                Ok(None)
            }
        }
    }

    /// The same for the number of a parameter.
    fn meet_number(&mut self, index: usize) -> Result<Option<usize>> {
        if index >= self.object.parameters.len() {
            return Err(Stop::Unsure);
        }
        holds(self.written >> index & 1 == 0)?;
        self.written |= 1 << index;
        Ok(Some(index))
    }

    /// Forgets what is known of a parameter.
    pub(super) fn forget(&mut self, index: usize) {
        self.present &= !(1 << index);
        let plan = &self.object.plan;
        let values = values_of(self.object.parameters[index].constraint);
        self.facts = plan.facts_without(self.facts, index, values.len());
        if self.waiting.is_some_and(|(waiting, _)| waiting == index) {
            self.waiting = None;
        }
    }

    /// Takes the value at that place among those that can be listed, or any text or word where any
    /// will do.
    fn know(&mut self, index: usize, at: usize) -> Result {
        let plan = &self.object.plan;
        let values = values_of(self.object.parameters[index].constraint);
        match self.object.parameters[index].constraint {
            _ if at < values.len() => {
                self.facts = plan.facts_with(self.facts, index, values.len(), at);
            }
            Constraint::Integers(allowed) if at < allowed.len() => {}
            _ if self.object.is_free(index) => {}
            constraint if constraint.words().is_some() => {}
            _ => return Err(Stop::Unsure),
        }
        self.present |= 1 << index;
        Ok(())
    }

    /// Takes a value that has to be one of these, and remembers what it decides.
    #[inline(never)]
    fn decide(&mut self, index: usize, allowed: &[&str], value: &str) -> Result {
        let at = measure::place_of(value, allowed).ok_or(Stop::Invalid)?;
        let plan = &self.object.plan;
        self.facts = plan.facts_with(self.facts, index, allowed.len(), at);
        Ok(())
    }

    /// Takes a number that another parameter decides about, when all are known.
    #[inline(never)]
    fn wait(&mut self, index: usize, value: &str) -> Result {
        if self.waiting.is_some() || !text::is_whole_number(value) {
            return Err(Stop::Unsure);
        }
        let number = value.parse().map_err(|_| Stop::Unsure)?;
        self.waiting = Some((index, number));
        Ok(())
    }

    /// What the parameters of the object mean for each other.
    #[inline]
    pub(super) fn finish(&self, is_query: bool, kept: &Kept<'_>) -> Result {
        let plan = &self.object.plan;
        let mut required = plan.required;
        if is_query {
            required |= plan.required_on_wire;
        }
        holds(required & !self.present == 0)?;
        if let Some((index, number)) = self.waiting {
            self.decided(index, number)?;
        }
        for rule in super::bits(plan.error_rules) {
            match plan.gate(rule).holds(self.present, self.facts) {
                Some(false) => {}
                Some(true) => return Err(Stop::Invalid),
                None => kept.look(self, rule)?,
            }
        }
        Ok(())
    }

    /// Whether a number is one of those that another parameter allows.
    fn decided(&self, index: usize, number: u32) -> Result {
        let Constraint::IntegersBy { decided_by, cases } = self.object.parameters[index].constraint
        else {
            return Err(Stop::Unsure);
        };
        let decider = usize::from(decided_by.index);
        let Constraint::OneOf(values) = self.object.parameters[decider].constraint else {
            return Err(Stop::Unsure);
        };
        let plan = &self.object.plan;
        let Some(at) = plan.decided(self.facts, decider, values.len()) else {
            return Err(Stop::Unsure);
        };
        let case = cases.iter().find(|(value, _)| *value == values[at]);
        holds(case.is_none_or(|(_, allowed)| allowed.contains(&number)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PROFILES;
    use crate::profile::Words;

    /// The profiles of requests as a provider gets them.
    fn glanced_at() -> impl Iterator<Item = &'static Profile> {
        PROFILES
            .iter()
            .copied()
            .filter(|profile| profile.is_glanced_at())
    }

    /// Without this all could be left to the engine, and nothing but time would tell.
    #[test]
    fn a_glance_is_enough_for_ordinary_requests() {
        for profile in glanced_at() {
            let glance = Glance::new(profile, 16);
            let sample: Value = serde_json::from_str(profile.sample).expect("a sample is JSON");
            assert_eq!(glance.value(&sample), Ok(()), "{}", profile.id);
            let text = sample.to_string();
            assert_eq!(glance.json(&text), Ok(()), "{text}");
            let pretty = serde_json::to_string_pretty(&sample).expect("a value is JSON");
            assert_eq!(glance.json(&pretty), Ok(()), "{pretty}");
            assert_eq!(glance.json(&text[1..]), Err(Stop::Invalid));
            assert_eq!(glance.json("{}"), Err(Stop::Invalid));
        }
        let others = PROFILES.len() - glanced_at().count();
        assert_eq!(
            others,
            if cfg!(feature = "formats") {
                PROFILES.len() - 8
            } else {
                0
            }
        );
    }

    /// What is told as the place of a value, or as any text, is judged as that value.
    #[test]
    fn values_can_be_told_by_their_places() {
        let packed = |name: &str, index: u8, at: u8| {
            let mut fields = crate::Fields::new();
            for (other, value) in [
                ("RegionId", "cn-hangzhou"),
                ("Capacity", "1024"),
                ("ChargeType", "PrePaid"),
            ] {
                if other != name {
                    fields.string(other, value);
                }
            }
            let told = format!(
                "{}{}{}",
                fields.packed(),
                char::from(index),
                char::from(b'@' + at)
            );
            (fields, told)
        };
        let profile = PROFILES[1];
        let glance = Glance::new(profile, 16);
        let mut verdicts = Vec::new();
        for (number, parameter) in (0..).zip(profile.request.parameters) {
            let mut values = Vec::new();
            parameter
                .constraint
                .visit_listed(&mut |value| values.push(value.to_owned()));
            let is_any = profile.request.is_free(usize::from(number))
                || parameter.constraint.words().is_some();
            if is_any {
                values.push("word".to_owned());
            }
            for (at, value) in (0..).zip(&values) {
                let (mut fields, told) = packed(parameter.name, number, at);
                fields.string(parameter.name, value);
                let verdict = glance.fields(fields.packed());
                assert_eq!(glance.fields(&told), verdict, "{} {value}", parameter.name);
                verdicts.push(verdict);
            }
            if let (Ok(count), false) = (u8::try_from(values.len()), is_any) {
                let (_, told) = packed(parameter.name, number, count);
                assert_eq!(
                    glance.fields(&told),
                    Err(Stop::Unsure),
                    "{}",
                    parameter.name
                );
            }
        }
        assert!(verdicts.contains(&Ok(())) && verdicts.contains(&Err(Stop::Invalid)));
        // JD Cloud's types are strict; a number of no parameter; the same twice.
        let strict = Glance::new(PROFILES[4], 16);
        assert_eq!(strict.fields("{\0@"), Err(Stop::Unsure));
        assert_eq!(glance.fields("{\u{7e}@"), Err(Stop::Unsure));
        assert_eq!(glance.fields("{\u{1}@\u{1}@"), Err(Stop::Invalid));
    }

    /// Words of which only the length has to be looked at are right whatever their letters, and
    /// longer or shorter ones are not.
    #[test]
    fn words_are_right_whatever_their_letters() {
        let ascii: Vec<char> = ('a'..='z').chain('A'..='Z').collect();
        let han = ['\u{4e00}', '缓', '\u{9fa5}'];
        let mut count = 0;
        for profile in PROFILES
            .iter()
            .filter(|profile| profile.wire == Wire::QUERY)
        {
            let glance = Glance::new(profile, 16);
            profile.visit_objects(&mut |_, object| {
                for (index, parameter) in object.parameters.iter().enumerate() {
                    let Some((words, least, most)) = parameter.constraint.words() else {
                        continue;
                    };
                    count += 1;
                    let judge = |text: &str| {
                        let mut sight = Sight::of(object);
                        glance.field(&mut sight, index, FieldKind::String, text)
                    };
                    let (begin, others, rest): (_, &[char], &str) = match words {
                        Words::Ascii => ("", &[], "-_"),
                        Words::AsciiAndHan => ("", &han, "-_"),
                        Words::Password(special) => ("aB3", &[], special),
                    };
                    let letters = || ascii.iter().chain(others).copied();
                    let lengths = [least, most].map(|length| length as usize);
                    for length in lengths.map(|length| length - begin.len()) {
                        for first in letters() {
                            for rest in letters().chain('0'..='9').chain(rest.chars()) {
                                let rest = std::iter::repeat_n(rest, length - 1);
                                let word = begin.chars().chain([first]).chain(rest);
                                let word: String = word.collect();
                                assert_eq!(judge(&word), Ok(()), "{} {word}", parameter.name);
                            }
                        }
                    }
                    let long = "aB3".repeat(most as usize).split_off(2 * most as usize - 1);
                    assert_eq!(judge(&long), Err(Stop::Invalid), "{}", parameter.name);
                    if least > 1 {
                        let short = "a".repeat(least as usize - 1);
                        assert_eq!(judge(&short), Err(Stop::Invalid), "{}", parameter.name);
                    }
                }
            });
        }
        assert!(count >= 7, "{count} parameters");
    }

    #[test]
    fn what_is_out_of_the_ordinary_takes_a_closer_look() {
        let glance = Glance::new(PROFILES[1], 16);
        for text in [
            r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "token": "t"}"#,
            r#"{"\u0052egionId": "cn-hangzhou", "Capacity": 1024}"#,
            r#"{"a": 1, "b": 1, "c": 1, "d": 1, "e": 1}"#,
        ] {
            assert_eq!(glance.json(text), Err(Stop::Unsure), "{text}");
        }
    }

    /// Every documented rule that makes a request invalid is seen at a glance. Those of today read
    /// classes, counts and times, which are kept where there is room for the code.
    #[test]
    fn no_documented_rule_takes_a_closer_look() {
        for profile in glanced_at() {
            profile.visit_objects(&mut |at, object| {
                for rule in super::super::bits(object.plan.error_rules) {
                    let gate = object.plan.gate(rule);
                    #[cfg(feature = "fast")]
                    let is_seen = gate.is_all() || gate.is_told_by_kept();
                    #[cfg(not(feature = "fast"))]
                    let is_seen = gate.is_all() || profile.since >= "2024";
                    assert!(is_seen, "{} {at} {rule}", profile.id);
                }
            });
        }
    }

    /// What rules ask of several values at once is known of the values that were kept, however the
    /// request is written.
    #[cfg(all(feature = "fast", feature = "editions"))]
    #[test]
    fn values_that_rules_look_at_are_kept() {
        let glance = Glance::new(&crate::documents::ALIBABA_CREATE_INSTANCE_2026, 16);
        let look = |members: Value| {
            let mut order = serde_json::json!({
                "RegionId": "cn-hangzhou", "InstanceClass": "redis.shard.small.2.ce",
                "ZoneId": "cn-hangzhou-h", "SecondaryZoneId": "cn-hangzhou-g",
            });
            for (name, value) in members.as_object().expect("an object") {
                order[name] = value.clone();
            }
            let verdicts = [glance.value(&order), glance.json(&order.to_string())];
            assert_eq!(verdicts[0], verdicts[1], "{order}");
            verdicts[0]
        };
        for good in [
            serde_json::json!({"ReplicaCount": 2, "SlaveReplicaCount": "2", "EngineVersion": "7.0"}),
            serde_json::json!({"MaintainStartTime": "01:00Z", "MaintainEndTime": "02:00Z"}),
            serde_json::json!({"Tag": [{"Key": "team", "Value": "orders"}], "SlaveReplicaCount": 1}),
            serde_json::json!({"EngineVersion": null, "SecondaryZoneId": ""}),
        ] {
            assert_eq!(look(good.clone()), Ok(()), "{good}");
        }
        // What is an error, as far as the values tell, and what cannot be told.
        for unsure in [
            serde_json::json!({"ReplicaCount": 3, "SlaveReplicaCount": "2"}),
            serde_json::json!({"SecondaryZoneId": "cn-hangzhou-h"}),
            serde_json::json!({"SecondaryZoneId": null, "SlaveReplicaCount": 1}),
            serde_json::json!({"MaintainStartTime": "01:00Z", "MaintainEndTime": "01:30Z"}),
            serde_json::json!({"Tag.1.Key": "team"}),
            serde_json::json!({"Tag": []}),
        ] {
            assert_eq!(look(unsure.clone()), Err(Stop::Unsure), "{unsure}");
        }
    }
}
