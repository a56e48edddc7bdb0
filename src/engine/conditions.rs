//! Conditions with three outcomes, over whatever knows the values of an object.

use std::borrow::Cow;

use super::Scope;
use super::rules::Tally;
use crate::profile::{Condition, EDITIONS, Ref, Test, WRONG};

/// Whether a condition holds: `None` while it looks at a value that is itself wrong.
pub(super) type Outcome = Option<bool>;

/// What can be said of the value of a parameter.
pub(super) enum Value<'p> {
    /// It is there, but wrong or not known.
    Wrong,
    /// It is not there, and nothing stands for it.
    Absent,
    /// It is this one.
    Is(Cow<'p, str>),
}

impl Value<'_> {
    /// Whether there is a value that passes the test.
    fn is(&self, test: impl FnOnce(&str) -> bool) -> Outcome {
        match self {
            Self::Wrong => None,
            Self::Absent => Some(false),
            Self::Is(value) => Some(test(value)),
        }
    }

    /// Whether both have a value, and the values pass the test.
    fn are(&self, other: &Self, test: impl FnOnce(&str, &str) -> bool) -> Outcome {
        match (self, other) {
            (Self::Wrong, _) | (_, Self::Wrong) => None,
            (Self::Is(left), Self::Is(right)) => Some(test(left, right)),
            _ => Some(false),
        }
    }
}

/// Who knows the values of an object.
pub(super) trait Known {
    /// The value of a parameter that is there.
    fn given(&self, reference: Ref) -> Value<'_>;

    /// Whether a parameter is there, whatever its value.
    fn presence(&self, reference: Ref) -> Outcome;

    /// The value of an absent one.
    fn default_of(&self, reference: Ref) -> Option<&'static str>;

    /// The text of a plain reference, by which two unknown values can be told to be the same.
    fn reference_of(&self, reference: Ref) -> Option<&str>;

    /// What takes more to know than values of parameters.
    fn beyond_values(&self, condition: &Condition, tallies: &[Tally]) -> Outcome;

    /// Whether the values of these pass a test.
    fn passes(&self, test: &Test, reads: &[Ref]) -> Outcome;

    /// The value of a parameter, or else its default.
    #[inline]
    fn effective(&self, reference: Ref) -> Value<'_> {
        match self.given(reference) {
            Value::Absent => match self.default_of(reference) {
                Some(value) => Value::Is(Cow::Borrowed(value)),
                None => Value::Absent,
            },
            given => given,
        }
    }
}

impl Known for Scope<'_> {
    fn given(&self, reference: Ref) -> Value<'_> {
        let index = usize::from(reference.index);
        match self.home(reference) {
            Some(home) if home.is_unsettled(index) => Value::Wrong,
            Some(home)
                if home.is_present(index) && (home.is_wrong(index) || home.is_unknown(index)) =>
            {
                Value::Wrong
            }
            Some(home) if home.is_present(index) => Value::Is(home.meant(index)),
            _ => Value::Absent,
        }
    }

    fn presence(&self, reference: Ref) -> Outcome {
        let index = usize::from(reference.index);
        match self.home(reference) {
            Some(home) if home.is_unsettled(index) => None,
            home => Some(home.is_some_and(|home| home.is_present(index))),
        }
    }

    fn default_of(&self, reference: Ref) -> Option<&'static str> {
        let home = self.home(reference)?;
        home.parameter(usize::from(reference.index)).default
    }

    fn reference_of(&self, reference: Ref) -> Option<&str> {
        #[cfg(feature = "formats")]
        {
            use crate::input::Node;
            use crate::input::item::What;
            let node = self.home(reference)?.nodes[usize::from(reference.index)];
            if let Node::Item(item) = node
                && let What::Unknown { reference } | What::Unsettled { reference } = &item.what
            {
                return reference.as_deref();
            }
        }
        let _ = reference;
        None
    }

    fn passes(&self, test: &Test, reads: &[Ref]) -> Outcome {
        with_values(self, reads, |values| test.is_passed(values))
    }

    fn beyond_values(&self, condition: &Condition, tallies: &[Tally]) -> Outcome {
        match condition {
            Condition::NoElement(list, condition) => {
                let index = usize::from(list.index);
                if self.is_wrong(index) || self.is_unknown(index) || self.is_unsettled(index) {
                    return None;
                }
                match tallies.iter().find(|tally| tally.is_of(index, condition)) {
                    Some(tally) if tally.met => Some(false),
                    Some(tally) if tally.unknown => None,
                    _ => Some(true),
                }
            }
            Condition::Unknown(reference) if EDITIONS => {
                let index = usize::from(reference.index);
                let home = self.home(*reference);
                Some(home.is_some_and(|home| home.is_unknown(index) || home.is_unsettled(index)))
            }
            Condition::Wrong(reference) if WRONG => {
                let index = usize::from(reference.index);
                let home = self.home(*reference);
                Some(home.is_some_and(|home| home.is_present(index) && home.is_wrong(index)))
            }
            Condition::LetsEverybodyIn(reference) if EDITIONS => {
                let index = usize::from(reference.index);
                match self.home(*reference) {
                    Some(home) if home.is_wide(index) => Some(true),
                    _ => self.given(*reference).is(|_| false),
                }
            }
            _ => None,
        }
    }
}

/// The number that a text spells.
fn number(value: &str) -> Option<i128> {
    value.parse().ok()
}

/// The most values that a test reads.
pub(super) const MOST_READ: usize = 6;

/// Calls `take` with what a test is given: the value of each parameter that it reads. Nothing
/// where one of them is not known.
pub(super) fn with_values<T>(
    known: &impl Known,
    reads: &[Ref],
    take: impl FnOnce(&[Option<&str>]) -> T,
) -> Option<T> {
    let mut values = [const { Value::Absent }; MOST_READ];
    let mut given: [Option<&str>; MOST_READ] = [None; MOST_READ];
    for (value, reference) in values.iter_mut().zip(reads) {
        *value = known.effective(*reference);
        if matches!(value, Value::Wrong) {
            return None;
        }
    }
    for (given, value) in given.iter_mut().zip(&values) {
        if let Value::Is(value) = value {
            *given = Some(value);
        }
    }
    Some(take(&given[..reads.len().min(MOST_READ)]))
}

pub(super) fn holds(known: &impl Known, condition: &Condition, tallies: &[Tally]) -> Outcome {
    let given = |reference: &Ref| known.given(*reference);
    let effective = |reference: &Ref| known.effective(*reference);
    match condition {
        Condition::Is(reference, wanted) => effective(reference).is(|value| value == *wanted),
        Condition::IsNot(reference, unwanted) => {
            effective(reference).is(|value| value != *unwanted)
        }
        Condition::Present(reference) => known.presence(*reference),
        Condition::Absent(reference) => known.presence(*reference).map(|there| !there),
        Condition::Valid(reference) => given(reference).is(|_| true),
        Condition::StartsWith(reference, prefixes) => {
            given(reference).is(|value| prefixes.iter().any(|prefix| value.starts_with(prefix)))
        }
        Condition::NotWithin(inner, outer) => {
            given(inner).are(&given(outer), |inner, outer| !inner.starts_with(outer))
        }
        Condition::Differs(left, right) => {
            given(left).are(&given(right), |left, right| left != right)
        }
        Condition::Passes(test, reads) => known.passes(test, reads),
        todays if EDITIONS => todays_condition(known, todays, tallies),
        others => known.beyond_values(others, tallies),
    }
}

/// Whether a condition holds that only rows of today's editions have.
fn todays_condition(known: &impl Known, condition: &Condition, tallies: &[Tally]) -> Outcome {
    let given = |reference: &Ref| known.given(*reference);
    match condition {
        Condition::OneOf(reference, wanted) => known
            .effective(*reference)
            .is(|value| wanted.contains(&value)),
        Condition::AtLeast(reference, least) => given(reference)
            .is(|value| number(value).is_some_and(|number| number >= i128::from(*least))),
        Condition::AtMost(reference, most) => given(reference)
            .is(|value| number(value).is_some_and(|number| number <= i128::from(*most))),
        Condition::Same(left, right) => {
            match (known.reference_of(*left), known.reference_of(*right)) {
                (Some(left), Some(right)) if left == right => Some(true),
                _ => given(left).are(&given(right), |left, right| left == right),
            }
        }
        Condition::Either(conditions) => {
            let mut outcome = Some(false);
            for condition in *conditions {
                match holds(known, condition, tallies) {
                    Some(true) => return Some(true),
                    Some(false) => {}
                    None => outcome = None,
                }
            }
            outcome
        }
        others => known.beyond_values(others, tallies),
    }
}
