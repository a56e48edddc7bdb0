//! What the engine asks of a table for every request, answered once, when the library is
//! compiled: which name stands where, which parameters are required, and which parameters have
//! to be there, or not, before a rule is worth a closer look. It is all derived from the rows.

use super::condition::same;
use super::{
    Condition, Constraint, EDITIONS, Kind, MAX_PARAMETERS, Mask, NameCharacters, Need, Parameter,
    PasswordCharacters, Ref, Rule, WRONG,
};
use crate::text::{self, Kinds, Word};
use crate::words::Severity;

/// The most rules that one object can have: they are counted off in one [`Mask`].
pub(crate) const MAX_RULES: usize = if cfg!(feature = "editions") { 120 } else { 48 };

const SLOTS: usize = 1 << SLOT_BITS;
const SLOT_BITS: u32 = if cfg!(feature = "editions") { 10 } else { 8 };
const VACANT: u8 = u8::MAX;
/// The most parameters of one object whose values are kept for the rules that look at them.
#[cfg(feature = "fast")]
pub(crate) const MOST_KEPT: usize = 12;

/// Whether a row asks for what the engine judges for today's editions alone.
const fn are_of_today(parameters: &[Parameter], rules: &[Rule]) -> bool {
    let mut index = 0;
    while index < parameters.len() {
        if parameters[index].kind.is_of_today() || parameters[index].constraint.is_of_today() {
            return true;
        }
        index += 1;
    }
    index = 0;
    while index < rules.len() {
        if rules[index].is_of_today() {
            return true;
        }
        index += 1;
    }
    false
}

const fn ask_for_wrong(rules: &[Rule]) -> bool {
    let mut index = 0;
    while index < rules.len() {
        if any_wrong(rules[index].when) {
            return true;
        }
        index += 1;
    }
    false
}

const fn any_wrong(conditions: &[Condition]) -> bool {
    let mut index = 0;
    while index < conditions.len() {
        let is_wrong = match &conditions[index] {
            Condition::Wrong(_) => true,
            Condition::Either(inner) => any_wrong(inner),
            Condition::NoElement(_, inner) => matches!(inner, Condition::Wrong(_)),
            _ => false,
        };
        if is_wrong {
            return true;
        }
        index += 1;
    }
    false
}

/// The values of [`Constraint::Boolean`].
pub(crate) const BOOLEANS: &[&str] = &["true", "false"];
/// How many ways of spreading the names are tried. With 40 names in 256 slots one in twenty has
/// no two names in the same slot.
const ATTEMPTS: u32 = 100;

/// What the conditions of a rule cannot do without, a bit for each parameter of the rule's own
/// object, and for each fact (see [`Plan::facts_by_default`]). A rule that gets past its gate may
/// still not hold.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Gate {
    present: Mask,
    absent: Mask,
    /// Parameters of which one at least has to be there, if there are any.
    some: Mask,
    /// Parameters that are compared as references too, by which two of them can be the same though
    /// nobody knows to what.
    #[cfg(feature = "formats")]
    references: Mask,
    /// Parameters whose value is looked at: none of them may be wrong.
    #[cfg(feature = "fast")]
    values: Mask,
    facts: Mask,
    denied: Mask,
    /// Whether there is no more to the rule than its gate, in a request without a wrong value.
    is_all: bool,
    /// Whether the values that are kept tell the rest.
    #[cfg(feature = "fast")]
    is_told_by_kept: bool,
}

impl Gate {
    const OPEN: Self = Self {
        present: 0,
        absent: 0,
        some: 0,
        #[cfg(feature = "formats")]
        references: 0,
        #[cfg(feature = "fast")]
        values: 0,
        facts: 0,
        denied: 0,
        is_all: true,
        #[cfg(feature = "fast")]
        is_told_by_kept: false,
    };

    /// Whether the rule can hold where these parameters are present.
    pub(crate) const fn lets_pass(&self, present: Mask) -> bool {
        present & self.present == self.present
            && present & self.absent == 0
            && (self.some == 0 || present & self.some != 0)
    }

    /// Whether it is not known of one of the parameters that have to be there, or not, whether it
    /// is.
    pub(crate) const fn waits_for(&self, unsettled: Mask) -> bool {
        #[cfg(feature = "formats")]
        let unsettled = unsettled & !self.references;
        unsettled & (self.present | self.absent) != 0
    }

    /// The same for a rule that looks at these parameters' values too.
    #[cfg_attr(not(feature = "fast"), expect(unused_mut, unused_variables))]
    const fn looking_at(mut self, parameters: Mask) -> Self {
        #[cfg(feature = "fast")]
        {
            self.values |= parameters;
        }
        self
    }

    /// Whether the rule speaks where these parameters are present, with these facts, and the
    /// values of these are wrong; `None` if that takes a closer look.
    pub(crate) const fn decides(&self, present: Mask, facts: Mask, wrong: Mask) -> Option<bool> {
        match self.holds(present, facts) {
            Some(false) => Some(false),
            // Of a wrong value it is not known what it means for others.
            #[cfg(feature = "fast")]
            _ if self.values & wrong != 0 => Some(false),
            #[cfg(feature = "fast")]
            sure => sure,
            #[cfg(not(feature = "fast"))]
            _ if wrong != 0 => None,
            #[cfg(not(feature = "fast"))]
            sure => sure,
        }
    }

    /// Whether there is no more to the rule.
    #[cfg(test)]
    pub(crate) const fn is_all(&self) -> bool {
        self.is_all
    }

    /// Whether the values that are kept tell what the gate does not.
    #[cfg(feature = "fast")]
    pub(crate) const fn is_told_by_kept(&self) -> bool {
        self.is_told_by_kept
    }

    /// Whether the rule holds with these facts, where it looks at no value that is wrong; `None`
    /// if that takes a closer look.
    pub(crate) const fn holds(&self, present: Mask, facts: Mask) -> Option<bool> {
        if !self.lets_pass(present) || facts & self.facts != self.facts || facts & self.denied != 0
        {
            Some(false)
        } else if self.is_all {
            Some(true)
        } else {
            None
        }
    }
}

/// What a glance asks of a parameter, in one place: to look for its bit in wide masks takes longer.
#[cfg(feature = "fast")]
#[derive(Debug, Clone, Copy)]
struct Traits {
    is_free: bool,
    is_container: bool,
    /// The place among the values that are kept, if it is.
    kept: u8,
}

#[cfg(feature = "fast")]
impl Traits {
    const NONE: Self = Self {
        is_free: false,
        is_container: false,
        kept: VACANT,
    };
}

/// A table as the engine reads it.
#[derive(Debug)]
pub(crate) struct Plan {
    /// Parameters that must be there.
    pub(crate) required: Mask,
    /// Parameters that must be there in a query string.
    pub(crate) required_on_wire: Mask,
    /// Parameters that are objects or lists of them.
    pub(crate) containers: Mask,
    /// Parameters that may be any text but an empty one.
    pub(crate) free: Mask,
    /// Parameters that say what is asked for: all but the Token and what every operation knows.
    pub(crate) asked: Mask,
    /// Parameters to which a value can be seen to belong: those with a list of values, and classes.
    pub(crate) recognised: Mask,
    /// Rules whose finding is an error, a bit for each.
    pub(crate) error_rules: Mask,
    /// The facts of a request that says nothing. A fact is that a parameter has a certain value,
    /// given or by default; there is one for each value of a parameter that decides something.
    pub(crate) facts_by_default: Mask,
    /// For each parameter that decides something the fact that it has the first of its values,
    /// the others follow.
    first_fact: [u8; MAX_PARAMETERS],
    /// What a glance asks of each parameter.
    #[cfg(feature = "fast")]
    traits: [Traits; MAX_PARAMETERS],
    gates: [Gate; MAX_RULES],
    /// For each name and password the ASCII characters that it may not hold.
    forbidden: [Kinds; MAX_PARAMETERS],
    seed: u64,
    slots: [u8; SLOTS],
}

impl Plan {
    pub(crate) const fn of(parameters: &[Parameter], rules: &[Rule]) -> Self {
        assert!(parameters.len() <= MAX_PARAMETERS);
        assert!(rules.len() <= MAX_RULES);
        assert!(
            EDITIONS || !are_of_today(parameters, rules),
            "a build without the feature `editions` does not judge all of these rows"
        );
        assert!(
            WRONG || !ask_for_wrong(rules),
            "`Condition::Wrong` takes the feature `formats` or `profile-files`"
        );
        let mut plan = Self {
            required: 0,
            required_on_wire: 0,
            containers: 0,
            free: 0,
            asked: 0,
            recognised: 0,
            error_rules: 0,
            facts_by_default: 0,
            first_fact: [VACANT; MAX_PARAMETERS],
            #[cfg(feature = "fast")]
            traits: [Traits::NONE; MAX_PARAMETERS],
            gates: [Gate::OPEN; MAX_RULES],
            forbidden: [0; MAX_PARAMETERS],
            seed: 0,
            slots: [VACANT; SLOTS],
        };
        let mut index = 0;
        while index < parameters.len() {
            let bit = 1 << index;
            match parameters[index].need {
                Need::Optional => {}
                Need::Required => plan.required |= bit,
                Need::RequiredOnWire => plan.required_on_wire |= bit,
            }
            if parameters[index].kind.is_container() {
                plan.containers |= bit;
            }
            if let (Kind::String | Kind::Untyped, Constraint::Any | Constraint::InstanceClass) =
                (parameters[index].kind, parameters[index].constraint)
            {
                plan.free |= bit;
            }
            #[cfg(feature = "fast")]
            {
                plan.traits[index].is_free = plan.free & bit != 0;
                plan.traits[index].is_container = plan.containers & bit != 0;
            }
            if !parameters[index].common
                && !matches!(parameters[index].constraint, Constraint::Token { .. })
            {
                plan.asked |= bit;
            }
            match parameters[index].constraint {
                Constraint::OneOf(_) if !parameters[index].common => plan.recognised |= bit,
                Constraint::InstanceClass => plan.recognised |= bit,
                _ => {}
            }
            plan.forbidden[index] = forbidden(parameters[index].constraint);
            index += 1;
        }
        index = 0;
        while index < rules.len() {
            if let Severity::Error = rules[index].severity() {
                plan.error_rules |= 1 << index;
            }
            index += 1;
        }
        plan = plan.count_facts(parameters, rules);
        index = 0;
        while index < rules.len() {
            plan.gates[index] = plan.gate_of(parameters, rules[index].when);
            index += 1;
        }
        #[cfg(feature = "fast")]
        {
            plan = plan.keep(rules);
        }
        plan.spread(parameters)
    }

    /// Gives a place to every parameter whose value an error rests on that no gate decides.
    #[cfg(feature = "fast")]
    #[expect(clippy::cast_possible_truncation, reason = "at most MOST_KEPT")]
    const fn keep(mut self, rules: &[Rule]) -> Self {
        let mut count = 0;
        let mut rule = 0;
        while rule < rules.len() {
            let is_open = self.error_rules >> rule & 1 == 1 && !self.gates[rule].is_all;
            if let Some(reads) = reads_of_all(rules[rule].when)
                && is_open
            {
                let mut all_kept = true;
                let mut index = 0;
                while index < MAX_PARAMETERS {
                    if reads >> index & 1 == 1 && self.traits[index].kept == VACANT {
                        if count < MOST_KEPT {
                            self.traits[index].kept = count as u8;
                            count += 1;
                        } else {
                            all_kept = false;
                        }
                    }
                    index += 1;
                }
                self.gates[rule].is_told_by_kept = all_kept;
            }
            rule += 1;
        }
        self
    }

    /// Whether a parameter may be any text but an empty one.
    #[inline]
    pub(crate) const fn is_free(&self, index: usize) -> bool {
        #[cfg(feature = "fast")]
        return self.traits[index].is_free;
        #[cfg(not(feature = "fast"))]
        return self.free >> index & 1 == 1;
    }

    /// Whether a parameter is an object or a list.
    #[inline]
    pub(crate) const fn is_container(&self, index: usize) -> bool {
        #[cfg(feature = "fast")]
        return self.traits[index].is_container;
        #[cfg(not(feature = "fast"))]
        return self.containers >> index & 1 == 1;
    }

    /// The place of a parameter among those whose values are kept.
    #[cfg(feature = "fast")]
    #[inline]
    pub(crate) const fn kept(&self, index: usize) -> Option<usize> {
        match self.traits[index].kept {
            VACANT => None,
            place => Some(place as usize),
        }
    }

    /// Gives facts to every parameter whose value decides something.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "at most as many facts as a mask has bits"
    )]
    const fn count_facts(mut self, parameters: &[Parameter], rules: &[Rule]) -> Self {
        let mut count = 0;
        let mut index = 0;
        while index < parameters.len() {
            let values = values_of(parameters[index].constraint);
            // A value that decides and is none of a list is looked at by the engine.
            if !values.is_empty() && decides(index, parameters, rules) {
                assert!(count + values.len() <= Mask::BITS as usize);
                self.first_fact[index] = count as u8;
                if let Some(default) = parameters[index].default
                    && let Some(at) = position(values, default)
                {
                    self.facts_by_default |= 1 << (count + at);
                }
                count += values.len();
            }
            index += 1;
        }
        self
    }

    /// The fact that a parameter has that one of its values.
    const fn fact(&self, parameters: &[Parameter], index: usize, value: &str) -> Option<Mask> {
        match (
            self.first_fact[index],
            position(values_of(parameters[index].constraint), value),
        ) {
            (VACANT, _) | (_, None) => None,
            (first, Some(at)) => Some(1 << (first as usize + at)),
        }
    }

    /// The facts once it is known that a parameter has the value at that place among its own.
    pub(crate) const fn facts_with(
        &self,
        facts: Mask,
        index: usize,
        values: usize,
        at: usize,
    ) -> Mask {
        match self.first_fact[index] {
            VACANT => facts,
            first => {
                let own = Mask::MAX >> (Mask::BITS as usize - values) << first;
                facts & !own | 1 << (first as usize + at)
            }
        }
    }

    /// Whether it is known to be looked at by a rule of its own object.
    pub(crate) const fn is_decider(&self, index: usize) -> bool {
        self.first_fact[index] != VACANT
    }

    /// The facts once it is known that a parameter is absent, or its value a wrong one.
    pub(crate) const fn facts_without(&self, facts: Mask, index: usize, values: usize) -> Mask {
        match self.first_fact[index] {
            VACANT => facts,
            first => {
                let own = Mask::MAX >> (Mask::BITS as usize - values) << first;
                facts & !own | self.facts_by_default & own
            }
        }
    }

    /// The place among its values of the one that a parameter has, given or by default.
    pub(crate) const fn decided(&self, facts: Mask, index: usize, values: usize) -> Option<usize> {
        match self.first_fact[index] {
            VACANT => None,
            first => {
                let at = (facts >> first).trailing_zeros() as usize;
                if at < values { Some(at) } else { None }
            }
        }
    }

    const fn gate_of(&self, parameters: &[Parameter], when: &[Condition]) -> Gate {
        let mut gate = Gate::OPEN;
        let mut index = 0;
        while index < when.len() {
            match &when[index] {
                Condition::Present(one) => {
                    gate.present |= bit(*one);
                    gate.is_all &= one.up == 0;
                }
                Condition::Valid(one) => {
                    gate.present |= bit(*one);
                    gate = gate.looking_at(bit(*one));
                    gate.is_all &= one.up == 0;
                }
                Condition::Absent(one) => {
                    gate.absent |= bit(*one);
                    gate.is_all &= one.up == 0;
                }
                Condition::StartsWith(one, _)
                | Condition::AtLeast(one, _)
                | Condition::AtMost(one, _) => {
                    gate.present |= bit(*one);
                    gate = gate.looking_at(bit(*one));
                    gate.is_all = false;
                }
                // Two references are the same, though nobody knows to what.
                Condition::Same(one, other) => {
                    gate.present |= bit(*one) | bit(*other);
                    #[cfg(feature = "formats")]
                    {
                        gate.references |= bit(*one) | bit(*other);
                    }
                    gate.is_all = false;
                }
                Condition::NotWithin(one, other) | Condition::Differs(one, other) => {
                    gate.present |= bit(*one) | bit(*other);
                    gate = gate.looking_at(bit(*one) | bit(*other));
                    gate.is_all = false;
                }
                Condition::Is(one, wanted) if one.up == 0 => {
                    gate = gate.looking_at(bit(*one));
                    if !is_default(parameters, *one, wanted) {
                        gate.present |= bit(*one);
                    }
                    match self.fact(parameters, one.index as usize, wanted) {
                        Some(fact) => gate.facts |= fact,
                        None => gate.is_all = false,
                    }
                }
                // An absent one differs from everything only by its default.
                Condition::IsNot(one, unwanted) if one.up == 0 => {
                    gate = gate.looking_at(bit(*one));
                    let default = parameters[one.index as usize].default;
                    if default.is_none() || is_default(parameters, *one, unwanted) {
                        gate.present |= bit(*one);
                    }
                    match self.fact(parameters, one.index as usize, unwanted) {
                        Some(fact) => gate.denied |= fact,
                        None => gate.is_all = false,
                    }
                }
                Condition::Passes(test, reads) => {
                    if test.needs_first {
                        gate.present |= bit(reads[0]);
                    }
                    let mut read = 0;
                    while read < reads.len() {
                        gate = gate.looking_at(bit(reads[read]));
                        read += 1;
                    }
                    gate.is_all = false;
                }
                // What everybody may connect to can be known of a list that is not known as a whole.
                Condition::Either(conditions) => {
                    gate.some |= some(conditions);
                    gate.is_all = false;
                }
                Condition::LetsEverybodyIn(one) => {
                    gate.present |= bit(*one);
                    gate.is_all = false;
                }
                Condition::Is(..)
                | Condition::IsNot(..)
                | Condition::OneOf(..)
                | Condition::Unknown(..)
                | Condition::Wrong(..)
                | Condition::NoElement(..) => {
                    gate.is_all = false;
                }
            }
            index += 1;
        }
        gate
    }

    /// Gives every name a slot; of several ways the one is taken where the fewest names have to
    /// stand beside their slot.
    const fn spread(mut self, parameters: &[Parameter]) -> Self {
        let mut fewest = usize::MAX;
        let mut seed: u64 = 0x9e37_79b9_7f4a_7c15;
        let mut attempt = 0;
        while attempt < ATTEMPTS && fewest > 0 {
            seed = seed
                .wrapping_mul(0x5851_f42d_4c95_7f2d)
                .wrapping_add(0x1405_7b7e_f767_814f)
                | 1;
            let (slots, displaced) = filled(parameters, seed);
            if displaced < fewest {
                fewest = displaced;
                self.seed = seed;
                self.slots = slots;
            }
            attempt += 1;
        }
        self
    }

    /// The gates of the rules, in their order.
    pub(crate) const fn gates(&self) -> &[Gate] {
        &self.gates
    }

    /// The gate of the rule at that place.
    pub(crate) const fn gate(&self, rule: usize) -> &Gate {
        &self.gates[rule]
    }

    /// The ASCII characters that the name or password at that place may not hold.
    pub(crate) const fn forbidden(&self, parameter: usize) -> Kinds {
        self.forbidden[parameter]
    }

    /// The place in the table of the likeliest parameter of a name.
    #[inline]
    pub(crate) const fn candidate(&self, name: Word<'_>) -> Option<usize> {
        match self.slots[slot_of(name, self.seed)] {
            VACANT => None,
            index => Some(index as usize),
        }
    }

    /// The places in the table where a name may stand, the likeliest first. A name in another
    /// case begins at the same slot.
    pub(crate) fn candidates(&self, name: Word<'_>) -> impl Iterator<Item = usize> {
        let mut slot = slot_of(name, self.seed);
        std::iter::from_fn(move || {
            let index = self.slots[slot];
            slot = (slot + 1) % SLOTS;
            (index != VACANT).then_some(index as usize)
        })
    }
}

/// The slots for one way of spreading, and how many names are not in the first that they ask for.
#[expect(clippy::cast_possible_truncation, reason = "at most MAX_PARAMETERS")]
const fn filled(parameters: &[Parameter], seed: u64) -> ([u8; SLOTS], usize) {
    let mut slots = [VACANT; SLOTS];
    let mut displaced = 0;
    let mut index = 0;
    while index < parameters.len() {
        let name = Word::new(parameters[index].name.as_bytes());
        let mut slot = slot_of(name, seed);
        if slots[slot] != VACANT {
            displaced += 1;
        }
        while slots[slot] != VACANT {
            slot = (slot + 1) % SLOTS;
        }
        slots[slot] = index as u8;
        index += 1;
    }
    (slots, displaced)
}

/// Where the search for a name begins.
#[inline]
const fn slot_of(name: Word<'_>, seed: u64) -> usize {
    (name.mixed().wrapping_mul(seed) >> (64 - SLOT_BITS)) as usize
}

const fn forbidden(constraint: Constraint) -> Kinds {
    match constraint {
        Constraint::Name(rule) => match rule.characters {
            NameCharacters::Except(refused) => text::WHITE_SPACE | text::signs_of(refused),
            NameCharacters::WordsAndHan => {
                text::ASCII & !(text::ALPHANUMERIC | text::signs_of("_"))
            }
        },
        Constraint::Password(rule) => match rule.characters {
            PasswordCharacters::Refused(refused) => text::signs_of(refused),
            PasswordCharacters::Special(special) => {
                text::ASCII & !(text::ALPHANUMERIC | text::signs_of(special))
            }
        },
        _ => 0,
    }
}

/// The values of which a parameter has one.
pub(crate) const fn values_of(constraint: Constraint) -> &'static [&'static str] {
    match constraint {
        Constraint::OneOf(allowed) | Constraint::Versions(allowed) => allowed,
        Constraint::Boolean => BOOLEANS,
        _ => &[],
    }
}

const fn position(values: &[&str], value: &str) -> Option<usize> {
    let mut at = 0;
    while at < values.len() {
        if same(values[at], value) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// Whether the value of the parameter at that place decides which other values are wrong, or
/// which others have to be there.
const fn decides(index: usize, parameters: &[Parameter], rules: &[Rule]) -> bool {
    let mut at = 0;
    while at < parameters.len() {
        if let Constraint::IntegersBy { decided_by, .. } = parameters[at].constraint
            && decided_by.index as usize == index
        {
            return true;
        }
        at += 1;
    }
    at = 0;
    while at < rules.len() {
        let when = rules[at].when;
        let mut condition = 0;
        while condition < when.len() {
            if let Condition::Is(one, _) | Condition::IsNot(one, _) = when[condition]
                && one.up == 0
                && one.index as usize == index
            {
                return true;
            }
            condition += 1;
        }
        at += 1;
    }
    false
}

/// The parameters of which one has to be there for one of the conditions to hold; none where one
/// of them can hold without any.
const fn some(conditions: &[Condition]) -> Mask {
    let mut needed = 0;
    let mut index = 0;
    while index < conditions.len() {
        let own = match &conditions[index] {
            Condition::Present(one)
            | Condition::Valid(one)
            | Condition::StartsWith(one, _)
            | Condition::AtLeast(one, _)
            | Condition::AtMost(one, _)
            | Condition::Wrong(one) => bit(*one),
            Condition::Passes(test, reads) if test.needs_first => bit(reads[0]),
            _ => 0,
        };
        if own == 0 {
            return 0;
        }
        needed |= own;
        index += 1;
    }
    needed
}

/// The parameters of the object whose values these conditions look at; nothing where one of them
/// looks at more than values of the object.
#[cfg(feature = "fast")]
const fn reads_of_all(conditions: &[Condition]) -> Option<Mask> {
    let mut reads = 0;
    let mut index = 0;
    while index < conditions.len() {
        match reads_of(&conditions[index]) {
            Some(own) => reads |= own,
            None => return None,
        }
        index += 1;
    }
    Some(reads)
}

#[cfg(feature = "fast")]
const fn reads_of(condition: &Condition) -> Option<Mask> {
    match condition {
        Condition::Present(one) | Condition::Absent(one) if one.up == 0 => Some(0),
        Condition::Is(one, _)
        | Condition::IsNot(one, _)
        | Condition::Valid(one)
        | Condition::StartsWith(one, _)
        | Condition::OneOf(one, _)
        | Condition::AtLeast(one, _)
        | Condition::AtMost(one, _)
            if one.up == 0 =>
        {
            Some(bit(*one))
        }
        Condition::NotWithin(one, other)
        | Condition::Differs(one, other)
        | Condition::Same(one, other)
            if one.up == 0 && other.up == 0 =>
        {
            Some(bit(*one) | bit(*other))
        }
        Condition::Passes(_, read) => {
            let mut reads = 0;
            let mut index = 0;
            while index < read.len() {
                if read[index].up != 0 {
                    return None;
                }
                reads |= bit(read[index]);
                index += 1;
            }
            Some(reads)
        }
        Condition::Either(conditions) => reads_of_all(conditions),
        _ => None,
    }
}

/// The bit of a parameter, none for one of an enclosing object.
const fn bit(reference: Ref) -> Mask {
    if reference.up == 0 {
        1 << reference.index
    } else {
        0
    }
}

const fn is_default(parameters: &[Parameter], reference: Ref, value: &str) -> bool {
    match parameters[reference.index as usize].default {
        Some(default) => same(default, value),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::documents::PROFILES;
    use crate::text::Word;

    #[test]
    fn every_name_stands_in_its_first_slot() {
        for profile in PROFILES {
            profile.visit_objects(&mut |at, object| {
                for (index, parameter) in object.parameters.iter().enumerate() {
                    let name = parameter.name;
                    for written in [name.to_owned(), name.to_uppercase(), name.to_lowercase()] {
                        let first = object.plan.candidates(Word::new(written.as_bytes())).next();
                        assert_eq!(first, Some(index), "{} {at}/{written}", profile.id);
                    }
                }
            });
        }
    }

    #[test]
    fn gates_ask_for_what_the_rows_ask_for() {
        let object = PROFILES[1].request;
        let place = |name: &str| {
            crate::profile::Mask::from(1_u8)
                << object
                    .parameters
                    .iter()
                    .position(|parameter| parameter.name == name)
                    .expect("a parameter")
        };
        // `RequiredWhen at "Period" if Is("ChargeType", "PrePaid"), Absent("Period")`
        let rule = object
            .rules
            .iter()
            .position(|rule| {
                rule.code == crate::Code::RequiredWhen
                    && rule.at.is_some_and(|at| at.name == "Period")
            })
            .expect("a rule");
        let gate = object.plan.gate(rule);
        assert!(gate.lets_pass(place("ChargeType")));
        assert!(!gate.lets_pass(0), "the default is another value");
        assert!(!gate.lets_pass(place("ChargeType") | place("Period")));
    }
}
