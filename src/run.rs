//! What one run over many requests has to remember.

mod tokens;

use std::hash::{BuildHasher, RandomState};

use tokens::{Request, Tokens};

/// Remembers the Tokens of a run, so that a second use is found. It keeps some 21 bytes for each
/// distinct Token, and not the Token itself: a part of its hash, with a key that only this run
/// knows. Two Tokens of a million that differ are taken for the same one, and the second is then
/// reported as reused, with a probability of 4 in 10¹⁶.
#[derive(Debug, Default)]
pub struct Run {
    keys: (RandomState, RandomState),
    seen: Tokens,
    /// A scout only notes what it meets.
    scout: bool,
    met: Option<Sighting>,
    #[cfg(feature = "fast")]
    pub(crate) guesses: crate::infer::Guesses,
}

/// A Token that a scout met: no more than hashes of it and of its request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sighting {
    token: (u64, u64),
    request: u64,
}

impl Run {
    /// A run that has seen nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A companion for another thread. It takes every Token for a new one, and notes it for
    /// [`sighting`](Self::sighting). Whoever gives the sightings to [`note`](Self::note) in the
    /// order of the requests, and checks those again whose Token was not new, has the findings
    /// of a single run.
    ///
    /// ```
    /// use kvspec::{Checker, Profile, Run};
    /// let checker = Checker::new(Profile::by_id("alibaba.create-instance.cn").unwrap());
    /// let order = r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "Token": "t"}"#;
    /// let mut run = Run::new();
    /// let mut scout = run.scout();
    /// for new in [true, false] {
    ///     let _ = checker.check_in(order, &mut scout);
    ///     assert_eq!(run.note(scout.sighting().unwrap()), new);
    /// }
    /// ```
    #[must_use]
    pub fn scout(&self) -> Self {
        Self {
            keys: self.keys.clone(),
            scout: true,
            ..Self::default()
        }
    }

    /// The Token of the last request, if it had a good one and this is a scout. It is told once.
    pub const fn sighting(&mut self) -> Option<Sighting> {
        self.met.take()
    }

    /// Notes a Token that a scout met. Returns whether it is new to this run.
    pub fn note(&mut self, sighting: Sighting) -> bool {
        self.seen.meet(sighting.token, sighting.request).is_none()
    }

    /// Notes a Token with the fingerprint of its request. For one seen before: whether the
    /// first request with it may have been the same.
    pub(crate) fn meet(&mut self, token: &str, request: u64) -> Option<bool> {
        let key = (self.keys.0.hash_one(token), self.keys.1.hash_one(token));
        if self.scout {
            self.met = Some(Sighting {
                token: key,
                request,
            });
            return None;
        }
        let first = self.seen.meet(key, request)?;
        Some(first.may_be(Request::of(request)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_compared_with_its_first_request() {
        let mut run = Run::new();
        let (one, two) = (1 << 20, 2 << 20);
        assert_eq!(run.meet("a", one), None);
        assert_eq!(run.meet("b", one), None);
        assert_eq!(run.meet("a", one), Some(true));
        assert_eq!(run.meet("a", two), Some(false));
        assert_eq!(run.meet("a", one), Some(true));
    }
}
