//! Which names were there before.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::text::Word;

/// A few names, which are compared one by one.
#[derive(Debug)]
pub(super) struct Few<'n, const MOST: usize> {
    names: [&'n [u8]; MOST],
    count: usize,
}

/// Whether a name was there before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Met {
    /// It was not, and is remembered.
    New,
    /// It was.
    Again,
    /// It was not, and there are too many to remember it.
    TooMany,
}

impl<const MOST: usize> Default for Few<'_, MOST> {
    fn default() -> Self {
        Self {
            names: [&[]; MOST],
            count: 0,
        }
    }
}

impl<'n, const MOST: usize> Few<'n, MOST> {
    /// Whether the name is among them.
    fn has(&self, name: &[u8]) -> bool {
        let word = Word::new(name);
        let names = &self.names[..self.count];
        names.iter().any(|known| word.is(known))
    }

    /// Remembers a name.
    #[inline]
    pub(super) fn meet(&mut self, name: &'n [u8]) -> Met {
        if self.has(name) {
            return Met::Again;
        }
        let Some(place) = self.names.get_mut(self.count) else {
            return Met::TooMany;
        };
        *place = name;
        self.count += 1;
        Met::New
    }
}

/// The names of an object, as far as it was read. A few of them cost no allocation; past those a
/// set remembers them.
#[derive(Debug, Default)]
pub(super) struct Seen<'n> {
    few: Few<'n, 16>,
    others: Option<HashSet<String>>,
}

impl<'n> Seen<'n> {
    /// Remembers a name. Returns whether it is new.
    #[expect(clippy::ptr_arg, reason = "a borrowed name outlives the call")]
    pub(super) fn insert(&mut self, name: &Cow<'n, str>) -> bool {
        let others = self.others.as_ref();
        if others.is_some_and(|others| others.contains(name.as_ref())) {
            return false;
        }
        let met = match name {
            Cow::Borrowed(name) => self.few.meet(name.as_bytes()),
            Cow::Owned(name) if self.few.has(name.as_bytes()) => Met::Again,
            Cow::Owned(_) => Met::TooMany,
        };
        if met == Met::TooMany {
            let others = self.others.get_or_insert_default();
            others.insert(name.clone().into_owned());
        }
        met != Met::Again
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_names_are_remembered() {
        let mut few: Few<'_, 2> = Few::default();
        assert_eq!(few.meet(b"a"), Met::New);
        assert_eq!(few.meet(b""), Met::New);
        assert_eq!(few.meet(b"b"), Met::TooMany);
        assert_eq!(few.meet(b"a"), Met::Again);
        assert_eq!(few.meet(b""), Met::Again);
    }

    #[test]
    fn names_are_new_once() {
        let names: Vec<String> = (0..40).map(|number| number.to_string()).collect();
        let mut seen = Seen::default();
        assert!(seen.insert(&Cow::Owned("x".to_owned())));
        for name in &names {
            assert!(seen.insert(&Cow::Borrowed(name)));
        }
        for name in &names {
            assert!(!seen.insert(&Cow::Borrowed(name)));
        }
        assert!(!seen.insert(&Cow::Borrowed("x")));
    }
}
