//! Which names were there before.

use std::borrow::Cow;
use std::collections::HashSet;

/// So many names are compared one by one; past that a set remembers them.
const FEW: usize = 16;

/// The names of an object, as far as it was read. A few of them cost no allocation.
#[derive(Debug, Default)]
pub(super) struct Seen<'n> {
    few: [&'n str; FEW],
    count: usize,
    others: Option<HashSet<String>>,
}

impl<'n> Seen<'n> {
    /// Remembers a name. Returns whether it is new.
    #[expect(clippy::ptr_arg, reason = "a borrowed name outlives the call")]
    pub(super) fn insert(&mut self, name: &Cow<'n, str>) -> bool {
        let new = !self.few[..self.count].contains(&name.as_ref())
            && !self
                .others
                .as_ref()
                .is_some_and(|others| others.contains(name.as_ref()));
        if new {
            match name {
                Cow::Borrowed(name) if self.count < FEW => {
                    self.few[self.count] = name;
                    self.count += 1;
                }
                _ => {
                    let others = self.others.get_or_insert_default();
                    others.insert(name.clone().into_owned());
                }
            }
        }
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
