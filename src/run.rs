//! What one run over many requests has to remember.

use std::collections::HashMap;
use std::collections::hash_map::{Entry, RandomState};
use std::hash::BuildHasher;

/// Remembers the Tokens of a run, so that a second use is found. It keeps 24 bytes for each
/// distinct Token, and not the Token itself.
#[derive(Debug, Default)]
pub struct Run {
    keys: (RandomState, RandomState),
    seen: HashMap<(u64, u64), u64>,
}

impl Run {
    /// A run that has seen nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes a Token with the fingerprint of its request. For one seen before: whether the
    /// first request with it was the same.
    pub(crate) fn meet(&mut self, token: &str, request: u64) -> Option<bool> {
        let key = (self.keys.0.hash_one(token), self.keys.1.hash_one(token));
        match self.seen.entry(key) {
            Entry::Occupied(first) => Some(*first.get() == request),
            Entry::Vacant(place) => {
                place.insert(request);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_compared_with_its_first_request() {
        let mut run = Run::new();
        assert_eq!(run.meet("a", 1), None);
        assert_eq!(run.meet("b", 1), None);
        assert_eq!(run.meet("a", 1), Some(true));
        assert_eq!(run.meet("a", 2), Some(false));
        assert_eq!(run.meet("a", 1), Some(true));
    }
}
