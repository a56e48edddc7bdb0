//! Which names were there before.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

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
    others: Numbers,
}

impl<'n> Seen<'n> {
    /// Remembers a name. Returns whether it is new.
    #[expect(clippy::ptr_arg, reason = "a borrowed name outlives the call")]
    pub(super) fn insert(&mut self, name: &Cow<'n, str>) -> bool {
        if self.others.has(name) {
            return false;
        }
        let met = match name {
            Cow::Borrowed(name) => self.few.meet(name.as_bytes()),
            Cow::Owned(name) if self.few.has(name.as_bytes()) => Met::Again,
            Cow::Owned(_) => Met::TooMany,
        };
        if met == Met::TooMany {
            self.others.number(name);
        }
        met != Met::Again
    }
}

/// Many names, each with a number of its own: 0 has the one that came first. A table of hashes would
/// be faster, and is 2 KB more of a browser's module.
#[derive(Debug, Default)]
pub(super) struct Numbers(BTreeMap<String, usize>);

impl Numbers {
    /// Whether the name has a number.
    fn has(&self, name: &str) -> bool {
        !self.0.is_empty() && self.0.contains_key(name)
    }

    /// The number of a name, and whether the name is new.
    #[inline(never)]
    pub(super) fn number(&mut self, name: &str) -> (usize, bool) {
        let count = self.0.len();
        match self.0.entry(name.to_owned()) {
            Entry::Occupied(known) => (*known.get(), false),
            Entry::Vacant(place) => (*place.insert(count), true),
        }
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
