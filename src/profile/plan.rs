//! What the engine asks of a table for every request, answered once, when the library is
//! compiled: which name stands where, which parameters are required, and which parameters have
//! to be there, or not, before a rule is worth a closer look. It is all derived from the rows.

use super::condition::same;
use super::{
    Condition, Constraint, Kind, MAX_PARAMETERS, NameCharacters, Need, Parameter,
    PasswordCharacters, Ref, Rule,
};
use crate::diagnostic::Severity;
use crate::text;

/// The most rules that one object can have: they are counted off in one machine word.
pub(crate) const MAX_RULES: usize = 40;

const SLOTS: usize = 256;
const VACANT: u8 = u8::MAX;
/// How many ways of spreading the names are tried. With 40 names in 256 slots one in twenty has
/// no two names in the same slot.
const ATTEMPTS: u32 = 100;

/// Presence that the conditions of a rule cannot do without, a bit for each parameter of the
/// rule's own object. A rule that gets past its gate may still not hold.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Gate {
    present: u64,
    absent: u64,
}

impl Gate {
    /// Whether the rule can hold where these parameters are present.
    pub(crate) const fn lets_pass(self, present: u64) -> bool {
        present & self.present == self.present && present & self.absent == 0
    }
}

/// A table as the engine reads it.
#[derive(Debug)]
pub(crate) struct Plan {
    /// Parameters that must be there.
    pub(crate) required: u64,
    /// Parameters that must be there in a query string.
    pub(crate) required_on_wire: u64,
    /// Parameters that are objects or lists of them.
    pub(crate) containers: u64,
    /// Rules whose finding is an error, a bit for each.
    pub(crate) error_rules: u64,
    /// All rules.
    pub(crate) all_rules: u64,
    gates: [Gate; MAX_RULES],
    /// For each name and password, the ASCII characters that it may not hold, a bit for each.
    forbidden: [u128; MAX_PARAMETERS],
    seed: u32,
    slots: [u8; SLOTS],
}

impl Plan {
    pub(crate) const fn of(parameters: &[Parameter], rules: &[Rule]) -> Self {
        assert!(parameters.len() <= MAX_PARAMETERS);
        assert!(rules.len() <= MAX_RULES);
        let mut plan = Self {
            required: 0,
            required_on_wire: 0,
            containers: 0,
            error_rules: 0,
            all_rules: 0,
            gates: [Gate {
                present: 0,
                absent: 0,
            }; MAX_RULES],
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
            if let Kind::Object(_) | Kind::JsonArray(_) = parameters[index].kind {
                plan.containers |= bit;
            }
            plan.forbidden[index] = forbidden(parameters[index].constraint);
            index += 1;
        }
        index = 0;
        while index < rules.len() {
            plan.all_rules |= 1 << index;
            if let Severity::Error = rules[index].code.severity() {
                plan.error_rules |= 1 << index;
            }
            plan.gates[index] = gate(parameters, rules[index].when);
            index += 1;
        }
        plan.spread(parameters)
    }

    /// Gives every name a slot; of several ways the one is taken where the fewest names have to
    /// stand beside their slot.
    const fn spread(mut self, parameters: &[Parameter]) -> Self {
        let mut fewest = usize::MAX;
        let mut seed: u32 = 0x9e37_79b1;
        let mut attempt = 0;
        while attempt < ATTEMPTS && fewest > 0 {
            seed = seed.wrapping_mul(0x0019_660d).wrapping_add(0x3c6e_f35f) | 1;
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

    /// The gate of the rule at that place.
    pub(crate) const fn gate(&self, rule: usize) -> Gate {
        self.gates[rule]
    }

    /// The ASCII characters that the name or password at that place may not hold, a bit for
    /// each.
    pub(crate) const fn forbidden(&self, parameter: usize) -> u128 {
        self.forbidden[parameter]
    }

    /// The place in the table of the likeliest parameter of a name that is not empty.
    pub(crate) const fn candidate(&self, name: &[u8]) -> Option<usize> {
        match self.slots[slot_of(name, self.seed)] {
            VACANT => None,
            index => Some(index as usize),
        }
    }

    /// The places in the table where a name may stand, the likeliest first. A name in another
    /// case begins at the same slot.
    pub(crate) fn candidates(&self, name: &[u8]) -> impl Iterator<Item = usize> {
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
const fn filled(parameters: &[Parameter], seed: u32) -> ([u8; SLOTS], usize) {
    let mut slots = [VACANT; SLOTS];
    let mut displaced = 0;
    let mut index = 0;
    while index < parameters.len() {
        let mut slot = slot_of(parameters[index].name.as_bytes(), seed);
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

/// Where the search for a name begins: by its length, and the letters at its beginning, its
/// middle and three quarters of it, all in one case. A name is never empty here. (The last letter
/// would not tell `InstanceName` from `InstanceType`.)
#[expect(clippy::cast_possible_truncation, reason = "only the low bits tell")]
const fn slot_of(name: &[u8], seed: u32) -> usize {
    let length = name.len();
    let first = name[0] as u32;
    let middle = name[length / 2] as u32;
    let third = name[length * 3 / 4] as u32;
    let key = (first << 24 | middle << 16 | third << 8) | 0x2020_2000;
    ((key ^ length as u32).wrapping_mul(seed) >> 24) as usize
}

const fn forbidden(constraint: Constraint) -> u128 {
    match constraint {
        Constraint::Name(rule) => match rule.characters {
            NameCharacters::Except(refused) => text::WHITE_SPACE | text::ascii_of(refused),
            NameCharacters::WordsAndHan => !(text::ALPHANUMERIC | 1 << b'_'),
        },
        Constraint::Password(rule) => match rule.characters {
            PasswordCharacters::Refused(refused) => text::ascii_of(refused),
            PasswordCharacters::Special(special) => !(text::ALPHANUMERIC | text::ascii_of(special)),
        },
        _ => 0,
    }
}

const fn gate(parameters: &[Parameter], when: &[Condition]) -> Gate {
    let mut present = 0;
    let mut absent = 0;
    let mut index = 0;
    while index < when.len() {
        match &when[index] {
            Condition::Present(one) | Condition::Valid(one) | Condition::StartsWith(one, _) => {
                present |= bit(*one);
            }
            Condition::NotWithin(one, other) | Condition::Differs(one, other) => {
                present |= bit(*one) | bit(*other);
            }
            Condition::Absent(one) => absent |= bit(*one),
            Condition::Is(one, wanted) => {
                if one.up == 0 && !is_default(parameters, *one, wanted) {
                    present |= bit(*one);
                }
            }
            // An absent one differs from everything only by its default.
            Condition::IsNot(one, unwanted) => {
                if one.up == 0 {
                    let default = parameters[one.index as usize].default;
                    if default.is_none() || is_default(parameters, *one, unwanted) {
                        present |= bit(*one);
                    }
                }
            }
            Condition::NoElement(..) => {}
        }
        index += 1;
    }
    Gate { present, absent }
}

/// The bit of a parameter, none for one of an enclosing object.
const fn bit(reference: Ref) -> u64 {
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

    #[test]
    fn every_name_stands_in_its_first_slot() {
        for profile in PROFILES {
            profile.visit_objects(&mut |at, object| {
                for (index, parameter) in object.parameters.iter().enumerate() {
                    let name = parameter.name;
                    for written in [name.to_owned(), name.to_uppercase(), name.to_lowercase()] {
                        let first = object.plan.candidates(written.as_bytes()).next();
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
            1_u64
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
