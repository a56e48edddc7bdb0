use super::{Bilingual, Citation, Parameter, Sample};
use crate::diagnostic::Code;

/// A parameter as a rule refers to it: by its place in the table of its object, or of an object
/// that encloses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ref {
    /// How many objects further out it stands: 0 for the rule's own object.
    pub up: u8,
    /// Its place in that object's table.
    pub index: u8,
    /// Its name.
    pub name: &'static str,
}

impl Ref {
    /// The parameter of that name.
    ///
    /// # Panics
    ///
    /// At compile time, when the table has no such name.
    #[must_use]
    pub const fn to(parameters: &'static [Parameter], name: &str) -> Self {
        let mut index = 0;
        while index < parameters.len() {
            if same(parameters[index].name, name) {
                #[expect(clippy::cast_possible_truncation, reason = "at most MAX_PARAMETERS")]
                return Self {
                    up: 0,
                    index: index as u8,
                    name: parameters[index].name,
                };
            }
            index += 1;
        }
        panic!("a rule names a parameter that its table does not have")
    }

    /// A parameter of a table that is itself being written down, or of one further out, by its
    /// place. A test holds that the name stands there.
    #[must_use]
    pub const fn outer(up: u8, index: u8, name: &'static str) -> Self {
        Self { up, index, name }
    }
}

pub(super) const fn same(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut index = 0;
    while index < left.len() {
        if left[index] != right[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// The closed set of conditions that rules are made of.
///
/// Each is true, false, or not known: a condition on the *value* of a parameter is not known
/// while that value is itself wrong. An absent parameter has its documented default.
#[derive(Debug, Clone, Copy)]
pub enum Condition {
    /// It has this value, or is absent and this is its default.
    Is(Ref, &'static str),
    /// It has another value than this one, or is absent and has another default.
    IsNot(Ref, &'static str),
    /// It is there, whatever its value.
    Present(Ref),
    /// It is not there.
    Absent(Ref),
    /// It is there and its value is good.
    Valid(Ref),
    /// It is there and its value begins with one of these.
    StartsWith(Ref, &'static [&'static str]),
    /// Both are there, and the first does not begin with the second.
    NotWithin(Ref, Ref),
    /// Both are there, and they differ.
    Differs(Ref, Ref),
    /// No element of the list meets the condition.
    NoElement(Ref, &'static Condition),
}

/// What follows from some parameters for another: if all conditions hold, this finding stands.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The finding.
    pub code: Code,
    /// The parameter it points at; `None` for the whole object.
    pub at: Option<Ref>,
    /// The conditions, all of which must hold.
    pub when: &'static [Condition],
    /// Why, in the rule's own words.
    pub reason: Bilingual,
    /// Where the rule comes from.
    pub citation: Citation,
    /// Samples that pass and samples that fail.
    pub samples: &'static [Sample],
}
