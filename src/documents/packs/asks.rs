//! What rules of packs ask of a class and of what is ordered with it. What no source tells for sure
//! is not known, and gives no finding.

use crate::diagnostic::Args;
use crate::documents::{alibaba, jdcloud};
#[cfg(feature = "formats")]
use crate::profile::ClassFamily;
use crate::profile::{Class, ClassCapacity, ClassCatalogue, ClassState, Holds, Shards, Test};

/// The values that a test is given.
type Values<'v> = [Option<&'v str>];

/// A capacity below this was probably meant in GB.
const SMALLEST_MB: u64 = 256;

const fn test(name: &'static str, holds: fn(&Values<'_>) -> bool) -> Test {
    Test {
        name,
        needs_first: true,
        holds: Holds::Code(holds),
        says: None,
    }
}

const fn saying(mut test: Test, says: fn(&Values<'_>, &mut Args)) -> Test {
    test.says = Some(says);
    test
}

fn known(catalogue: &'static ClassCatalogue, values: &Values<'_>) -> Option<&'static Class> {
    let class = catalogue.find(values[0]?)?;
    (class.state != ClassState::Collective).then_some(class)
}

/// How many shards an instance has, given its class and the number that is ordered. An order of
/// Alibaba Cloud without a number has one, if the class is sold so.
fn shards(class: &Class, ordered: Option<&str>) -> Option<u64> {
    let ordered = match ordered {
        None => None,
        Some(text) => Some(text.parse::<u32>().ok()?),
    };
    let number = match (class.shards, ordered) {
        (Shards::Exactly(number), None) => number,
        (Shards::FromOne | Shards::OneOrFromTwo, None) => 1,
        (shards, Some(number)) => Some(number).filter(|_| shards.takes(number) == Some(true))?,
        (_, None) => return None,
    };
    Some(number.into())
}

/// The memory of an instance in MB.
fn memory(class: Option<&Class>, ordered: Option<&str>) -> Option<u64> {
    let class = class?;
    match class.capacity {
        // A number of shards that the class is not sold with says that something else is meant.
        ClassCapacity::Total(mb) => match ordered {
            None => Some(mb),
            Some(_) => shards(class, ordered).map(|_| mb),
        },
        ClassCapacity::PerShard(mb) => mb.checked_mul(shards(class, ordered)?),
        ClassCapacity::Open => None,
    }
}

fn says(mb: Option<u64>, args: &mut Args) {
    if let Some(mb) = mb {
        args.number("value", mb);
    }
}

/// The memory that a class has, unless a capacity, the third value, speaks of another one.
fn of_class(values: &Values<'_>) -> Option<u64> {
    let mb = memory(
        known(&alibaba::CATALOGUE, values),
        values.get(1).copied().flatten(),
    )?;
    let capacity = match values.get(2).copied().flatten() {
        None => mb,
        Some(text) => text.parse().ok()?,
    };
    (capacity == mb).then_some(mb)
}

fn of_jd_class(values: &Values<'_>) -> Option<u64> {
    memory(
        known(&jdcloud::CATALOGUE, values),
        values.get(1).copied().flatten(),
    )
}

fn of_capacity(values: &Values<'_>) -> Option<u64> {
    let mb = values[0]?.parse().ok()?;
    (mb >= SMALLEST_MB).then_some(mb)
}

/// The memory of a class of which no shards are ordered, unless a capacity speaks of another one.
fn of_unsharded_class(values: &Values<'_>) -> Option<u64> {
    of_class(&[values[0], None, values[1]])
}

/// The class tells the memory, where there is no number of shards to order.
pub(in crate::documents) static UNSHARDED: Test = saying(
    test("memory-of-the-unsharded-class", |values| {
        of_unsharded_class(values).is_some()
    }),
    |values, args| says(of_unsharded_class(values), args),
);

/// The class, with the number of shards that is ordered, tells the memory.
pub(in crate::documents) static MEMORY: Test = saying(
    test("memory-of-the-class", |values| of_class(values).is_some()),
    |values, args| says(of_class(values), args),
);

/// The same at JD Cloud.
pub(in crate::documents) static JD_MEMORY: Test = saying(
    test("memory-of-the-class", |values| {
        of_jd_class(values).is_some()
    }),
    |values, args| says(of_jd_class(values), args),
);

/// The capacity is the memory.
pub(in crate::documents) static CAPACITY: Test = saying(
    test("memory-of-the-capacity", |values| {
        of_capacity(values).is_some()
    }),
    |values, args| says(of_capacity(values), args),
);

/// The class, with the number of shards that is ordered, has one shard.
#[cfg(feature = "formats")]
pub(in crate::documents) static ONE_SHARD: Test = test("one-shard", |values| {
    let class = known(&alibaba::CATALOGUE, values);
    class.and_then(|class| shards(class, values[1])) == Some(1)
});

/// The class is one whose data can be encrypted where it is kept.
#[cfg(feature = "formats")]
pub(in crate::documents) static ENCRYPTS: Test = test("class-that-encrypts", |values| {
    let family = values[0].and_then(|class| alibaba::CATALOGUE.family_of(class));
    matches!(family, Some(ClassFamily::TairRdb | ClassFamily::Amber))
});
