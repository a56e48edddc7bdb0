//! The metadatabase that every instance holds, as the console's purchase page describes it:
//! about 32 MB in a standard instance, and 32 MB for each shard of a cluster.

use crate::diagnostic::Args;
use crate::profile::{Holds, Test};

/// Megabytes that the metadatabase takes in a standard instance, and in each shard.
const MB_EACH: u64 = 32;

/// How much of an instance its metadatabase takes, as far as the class name tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overhead {
    /// What it takes, in MB.
    pub overhead_mb: u64,
    /// The instance's memory in MB, where the class name spells it.
    pub total_mb: Option<u64>,
    /// Shards of a cluster; 1 in a standard instance.
    pub shards: u64,
}

impl Overhead {
    /// Reads an instance class. Cluster classes spell their shards and sizes
    /// (`redis.logic.sharding.1g.2db.0rodb.4proxy.default`: 2 shards of 1 GB); standard ones
    /// are those of one master (`redis.master.small.default`). A series may stand before either
    /// (`redis.amber.master.…`). Of other names nothing is said.
    ///
    /// ```
    /// let overhead = kvspec::Overhead::of_class("redis.logic.sharding.1g.2db.0rodb.4proxy.default").unwrap();
    /// assert_eq!((overhead.overhead_mb, overhead.total_mb, overhead.shards), (64, Some(2048), 2));
    /// assert_eq!(kvspec::Overhead::of_class("redis.master.small.default").unwrap().overhead_mb, 32);
    /// assert_eq!(kvspec::Overhead::of_class("something.else"), None);
    /// ```
    #[must_use]
    pub fn of_class(class: &str) -> Option<Self> {
        let mut parts = class.strip_prefix("redis.")?.split('.');
        let first = parts.next()?;
        let kind = match first {
            "master" | "logic" => first,
            _ => parts.next()?,
        };
        match kind {
            "master" => Some(Self {
                overhead_mb: MB_EACH,
                total_mb: None,
                shards: 1,
            }),
            "logic" => {
                // `redis.logic.sharding.drredissdb16g.8db.0rodb.8proxy.default` spells a size too.
                let parts: Vec<&str> = parts.collect();
                if parts.first() != Some(&"sharding") {
                    return None;
                }
                let shards = parts
                    .iter()
                    .find_map(|part| whole(part.strip_suffix("db")?))?;
                let shard_mb = parts
                    .iter()
                    .find_map(|part| gigabytes(part))
                    .and_then(|gb| gb.checked_mul(1024));
                Some(Self {
                    overhead_mb: shards.checked_mul(MB_EACH)?,
                    total_mb: shard_mb.and_then(|mb| mb.checked_mul(shards)),
                    shards,
                })
            }
            _ => None,
        }
    }

    fn describe(self, args: &mut Args) {
        args.number("overhead", self.overhead_mb)
            .number("shards", self.shards);
        if let Some(total) = self.total_mb {
            args.number("total", total)
                .number("left", total.saturating_sub(self.overhead_mb));
        }
    }
}

fn of(values: &[Option<&str>]) -> Option<Overhead> {
    values
        .first()
        .copied()
        .flatten()
        .and_then(Overhead::of_class)
}

/// Whether a class tells what its metadatabase takes.
pub(super) static TOLD_BY_CLASS: Test = Test {
    name: "class-tells-its-metadatabase",
    needs_first: true,
    holds: Holds::Code(|values| of(values).is_some()),
    says: Some(|values, args| {
        if let Some(overhead) = of(values) {
            overhead.describe(args);
        }
    }),
};

fn whole(digits: &str) -> Option<u64> {
    crate::text::is_whole_number(digits)
        .then(|| digits.parse().ok())
        .flatten()
        .filter(|number| *number > 0)
}

fn gigabytes(part: &str) -> Option<u64> {
    let digits = part.strip_suffix('g')?;
    let mut pieces = digits.rsplit(|c: char| !c.is_ascii_digit());
    whole(pieces.next()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_that_spell_nothing_are_left_alone() {
        for class in [
            "",
            "redis",
            "redis.logic",
            "redis.logic.sharding",
            "redis.logic.sharding.0db",
            "redis.logic.sharding.99999999999999999999db",
            "redis.logic.splitrw.2db",
            "memcache.master.small.default",
            "tair.rdb.1g",
        ] {
            assert_eq!(Overhead::of_class(class), None, "{class}");
        }
    }

    #[test]
    fn a_series_may_stand_before_the_kind() {
        let overhead = Overhead::of_class("redis.amber.logic.sharding.1g.2db.0rodb.6proxy.default");
        assert_eq!(
            overhead.map(|overhead| (overhead.overhead_mb, overhead.total_mb)),
            Some((64, Some(2048)))
        );
        let overhead = Overhead::of_class("redis.amber.master.small.multithread");
        assert_eq!(overhead.map(|overhead| overhead.overhead_mb), Some(32));
    }

    #[test]
    fn a_size_may_stand_behind_any_character() {
        let overhead = Overhead::of_class("redis.logic.sharding.中1g.8db.default");
        assert_eq!(overhead.and_then(|found| found.total_mb), Some(8192));
    }

    #[test]
    fn a_size_may_stand_behind_a_name() {
        let overhead =
            Overhead::of_class("redis.logic.sharding.drredissdb16g.8db.0rodb.8proxy.default");
        assert_eq!(
            overhead,
            Some(Overhead {
                overhead_mb: 256,
                total_mb: Some(131_072),
                shards: 8
            })
        );
    }
}
