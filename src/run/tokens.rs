//! Many Tokens in little memory: of each no more than what tells it from the others.

/// How many tables share the Tokens. They grow one at a time, so that there is never much that is
/// there twice.
const TABLES: usize = 1024;
/// A table is at most so full.
const FULL: (usize, usize) = (17, 20);
/// How many bits of an entry are the request's.
const REQUEST: u32 = 48;

/// What is known of the requests that had a Token: for each Token the first 90 bits of a hash
/// (10 of them say in which table it is) and 48 bits of a hash of its request. The tables are
/// between two thirds and 17 twentieths full: some 21 bytes for each Token.
///
/// Among *n* Tokens that differ, two are taken for the same one with a probability of
/// *n*² / 2⁹¹: 4 in 10¹⁶ for a million, 4 in 10¹⁰ for a billion. The hash has a secret key, so
/// nobody can make such Tokens on purpose. Two requests that differ are taken for the same one
/// with a probability of 1 in 2⁴⁷, or 1 in 2³² where values in them are not known.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    tables: Vec<Table>,
}

/// Entries in the order of their hashes, more or less: one that finds its place taken stands
/// behind it. Zero is a free place.
#[derive(Debug, Clone, Default)]
struct Table {
    entries: Vec<u128>,
    count: usize,
}

impl Tokens {
    /// The request of a Token that was there before, as far as it is remembered; otherwise this
    /// one is.
    pub(super) fn meet(&mut self, token: (u64, u64), request: u64) -> Option<Request> {
        if self.tables.is_empty() {
            self.tables.resize(TABLES, Table::default());
        }
        let (high, low) = token;
        let table = usize::try_from(high % TABLES as u64).unwrap_or_default();
        let hash = u128::from(high / TABLES as u64) << 64 | u128::from(low);
        // No entry is zero: all bits of one Token in 2⁸⁰ would have to be.
        let token = ((hash >> 38) & ((1 << 80) - 1)).max(1);
        self.tables[table].meet(token, Request::of(request))
    }
}

/// What is kept of the hash of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Request(u128);

impl Request {
    pub(super) const fn of(request: u64) -> Self {
        Self((request >> (u64::BITS - REQUEST)) as u128)
    }

    /// Whether both may ask for the same: where other values are unknown in one than in the other,
    /// nobody can tell.
    pub(super) const fn may_be(self, other: Self) -> bool {
        self.0 == other.0 || self.unknown() != other.unknown()
    }

    /// Tells which values are unknown; zero if none is.
    const fn unknown(self) -> u128 {
        if self.0 >> (REQUEST - 1) == 0 {
            return 0;
        }
        self.0 >> (REQUEST - 16)
    }
}

impl Table {
    fn meet(&mut self, token: u128, request: Request) -> Option<Request> {
        if self.count * FULL.1 >= self.entries.len() * FULL.0 {
            self.grow();
        }
        let place = self.place(token);
        let entry = &mut self.entries[place];
        if *entry != 0 {
            return Some(Request(*entry & ((1 << REQUEST) - 1)));
        }
        *entry = token << REQUEST | request.0;
        self.count += 1;
        None
    }

    /// Where a Token stands, or the place that is free for it. A table is never full.
    fn place(&self, token: u128) -> usize {
        let length = self.entries.len();
        // Its first 64 bits as a fraction of the whole.
        let mut place = usize::try_from(((token >> 16) * length as u128) >> 64).unwrap_or_default();
        while self.entries[place] != 0 && self.entries[place] >> REQUEST != token {
            place += 1;
            if place == length {
                place = 0;
            }
        }
        place
    }

    fn grow(&mut self) {
        let length = (self.entries.len() * 5 / 4).max(self.entries.len() + 3);
        let entries = std::mem::replace(&mut self.entries, vec![0; length]);
        for entry in entries {
            if entry != 0 {
                let place = self.place(entry >> REQUEST);
                self.entries[place] = entry;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;

    proptest! {
        #[test]
        fn tokens_are_remembered_as_in_a_map(
            tokens in proptest::collection::vec((0..2_u64, prop_oneof![0..4_u64, any::<u64>()], any::<u64>()), 0..400)
        ) {
            let mut ours = Tokens::default();
            let mut theirs = HashMap::new();
            for (high, low, request) in tokens {
                // Bits that are kept.
                let low = low.rotate_right(8) & !((1 << 38) - 1);
                let before = theirs.get(&(high, low)).copied();
                prop_assert_eq!(ours.meet((high, low), request), before);
                theirs.entry((high, low)).or_insert(Request::of(request));
            }
        }
    }

    #[test]
    fn tokens_take_little_room() {
        let mut tokens = Tokens::default();
        let mut state = 0_u64;
        let mut next = || {
            // SplitMix64
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mixed = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
            mixed ^ mixed >> 31
        };
        let count = 200_000;
        for _ in 0..count {
            assert_eq!(tokens.meet((next(), next()), next()), None);
        }
        let room: usize = tokens
            .tables
            .iter()
            .map(|table| table.entries.capacity())
            .sum();
        let bytes = room * size_of::<u128>() / count;
        assert!((16..=25).contains(&bytes), "{bytes} bytes for each");
    }
}
