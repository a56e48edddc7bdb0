//! What rules of ROS ask of several properties at once. The service passes an order on to
//! `CreateInstance` or `CreateTairInstance`, and the class decides to which.

use crate::diagnostic::{Arg, Args, echoed};
use crate::documents::alibaba::CATALOGUE;
use crate::documents::class_tests::{ENGINE_OUTSIDE, ENGINE_UNUSUAL};
use crate::profile::{ClassEdition, ClassFamily, Holds, Test};

type Values<'v> = [Option<&'v str>];

/// Versions that `CreateInstance` sells.
const REDIS_VERSIONS: &[&str] = &["2.8", "4.0", "5.0", "6.0", "7.0"];
/// Versions that `CreateTairInstance` sells.
const TAIR_VERSIONS: &[&str] = &["1.0", "2.0", "5.0", "6.0", "7.0"];

/// Days of a week, as backup policies name them.
const DAYS: &[&str] = &[
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

const fn ask(name: &'static str, holds: fn(&Values<'_>) -> bool) -> Test {
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

fn family(values: &Values<'_>) -> Option<ClassFamily> {
    values[0].and_then(|class| CATALOGUE.family_of(class))
}

/// Whether the class, the first value, has a place in the name space of Tair. Of a collective name
/// nothing is known.
fn is_tair(values: &Values<'_>) -> Option<bool> {
    let class = values[0]?;
    (!CATALOGUE.is_collective(class)).then(|| class.starts_with("tair."))
}

fn is_redis_or_memcache(values: &Values<'_>) -> bool {
    is_tair(values) == Some(false)
        && values[0]
            .is_some_and(|class| ["redis.", "memcache."].iter().any(|p| class.starts_with(p)))
}

fn whole(value: Option<&str>) -> Option<u64> {
    value?.parse().ok()
}

/// Names the class as what a finding rests on.
fn says_class(values: &Values<'_>, args: &mut Args) {
    if let Some(class) = values[0].and_then(echoed) {
        args.fixed("when", "InstanceClass")
            .with("equals", Arg::Text(class));
    }
}

fn says_value(value: Option<&str>, args: &mut Args) {
    if let Some(value) = value.and_then(echoed) {
        args.with("value", Arg::Text(value));
    }
}

// ---- Which operation takes the order ----

/// The class is one of Tair: the order goes to `CreateTairInstance`.
pub(in crate::documents) static TAIR: Test =
    ask("class-of-tair", |values| is_tair(values) == Some(true));

/// The class is none of Tair, by its name.
pub(in crate::documents) static NO_TAIR: Test =
    ask("class-of-no-tair", |values| is_tair(values) == Some(false));

/// The class needs a disk of a certain size.
pub(super) static NEEDS_STORAGE: Test = saying(
    ask("class-with-essd", |values| {
        family(values) == Some(ClassFamily::TairEssd)
    }),
    says_class,
);

// ---- Class and product type ----

/// The second value, a product type of Tair, names another family than the class's.
pub(super) static OTHER_TAIR: Test = saying(
    ask("class-of-another-product", |values| {
        let fits: &[ClassFamily] = match values[1] {
            Some("Tair_rdb") => &[ClassFamily::TairRdb],
            Some("Tair_scm") => &[ClassFamily::TairScm],
            Some("Tair_essd") => &[ClassFamily::TairEssd, ClassFamily::TairLocalssd],
            _ => return false,
        };
        is_tair(values) == Some(true)
            && family(values).is_some_and(|family| !fits.contains(&family))
    }),
    says_product,
);

/// The second value is a product type of Tair, and the class is none of it.
pub(super) static TAIR_OF_REDIS: Test = ask("redis-class-of-a-tair-product", |values| {
    values[1].is_some_and(|product| product.starts_with("Tair_"))
        && is_tair(values) == Some(false)
        && family(values).is_some()
});

/// The second value is the product on local disks, and the class is cloud-native.
pub(super) static LOCAL_OF_CLOUD: Test = saying(
    ask("cloud-native-class-of-a-local-product", |values| {
        let edition = family(values).and_then(ClassFamily::edition);
        values[1] == Some("Local") && edition == Some(ClassEdition::CloudNative)
    }),
    says_product,
);

fn says_product(values: &Values<'_>, args: &mut Args) {
    if let Some(product) = values[1].and_then(echoed) {
        args.fixed("when", "ProductType")
            .with("equals", Arg::Text(product));
    }
}

// ---- Engine versions: the class, then the version ----

/// The operation that takes the class does not sell the version at all.
pub(super) static ENGINE_UNSOLD: Test = saying(
    ask("engine-of-the-other-operation", |values| {
        sold(values).is_some_and(|sold| values[1].is_some_and(|version| !sold.contains(&version)))
    }),
    |values, args| {
        if let Some(sold) = sold(values) {
            says_value(values[1], args);
            args.with("allowed", Arg::AnyOf(sold));
        }
    },
);

fn sold(values: &Values<'_>) -> Option<&'static [&'static str]> {
    match is_tair(values) {
        Some(true) => Some(TAIR_VERSIONS),
        _ if is_redis_or_memcache(values) => Some(REDIS_VERSIONS),
        _ => None,
    }
}

fn is_sold(values: &Values<'_>) -> bool {
    !ENGINE_UNSOLD.holds(values)
}

/// The operation sells the version, but the class's family does not run it.
pub(super) static ENGINE_UNFIT: Test = Test {
    name: "engine-outside-family",
    needs_first: true,
    holds: Holds::Code(|values| is_sold(values) && ENGINE_OUTSIDE.holds(values)),
    says: ENGINE_OUTSIDE.says,
};

/// The same for a family of which users alone tell.
pub(super) static ENGINE_ODD: Test = Test {
    name: "engine-unusual-for-family",
    needs_first: true,
    holds: Holds::Code(|values| is_sold(values) && ENGINE_UNUSUAL.holds(values)),
    says: ENGINE_UNUSUAL.says,
};

/// `CreateInstance` takes the class, and has a default version.
pub(super) static REDIS_DEFAULT: Test = ask("class-with-a-redis-default", is_redis_or_memcache);

/// `CreateTairInstance` takes the class, whose default version is another one.
pub(super) static TAIR_DEFAULT: Test = saying(
    ask("class-with-a-tair-default", |values| {
        is_tair(values) == Some(true)
    }),
    |_, args| {
        args.fixed("default", "1.0");
    },
);

// ---- Counts and lists ----

/// Shards beyond what the description of `CreateTairInstance` says.
pub(super) static MANY_TAIR_SHARDS: Test = ask("more-shards-than-described", |values| {
    is_tair(values) == Some(true) && whole(values[1]).is_some_and(|count| count > 32)
});

/// More than one shard of a class of Tair on an ESSD.
pub(super) static ESSD_SHARDS: Test = ask("shards-of-an-essd-class", |values| {
    family(values) == Some(ClassFamily::TairEssd) && whole(values[1]).is_some_and(|count| count > 1)
});

/// More than four read replicas in each of several shards, the second value.
pub(super) static READERS_OF_SHARDS: Test = saying(
    ask("readers-of-a-shard", |values| {
        whole(values[0]).is_some_and(|readers| readers > 4)
            && whole(values[1]).is_some_and(|shards| shards > 1)
    }),
    |_, args| {
        args.number("max", 4_u32);
    },
);

/// A number of years that is no number of months for sale.
pub(super) static NOT_YEARS: Test = saying(
    ask("years-for-sale", |values| {
        whole(values[0]).is_some_and(|years| ![1, 2, 3, 5].contains(&years))
    }),
    |values, args| {
        says_value(values[0], args);
        args.with("allowed", Arg::AnyNumber(&[1, 2, 3, 5]));
    },
);

fn entries(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(crate::text::trim)
}

/// A list of days that has something else in it.
pub(super) static NOT_DAYS: Test = saying(
    ask("days-of-a-week", |values| {
        values[0].is_some_and(|days| entries(days).any(|day| !DAYS.contains(&day)))
    }),
    |values, args| {
        // Of several days the first that is none.
        let wrong = values[0].and_then(|days| entries(days).find(|day| !DAYS.contains(day)));
        says_value(wrong, args);
        args.with("allowed", Arg::AnyOf(DAYS));
    },
);

/// The most security groups that an instance is put into.
const GROUPS: u32 = 10;

/// More groups than an instance is put into.
pub(super) static MANY_GROUPS: Test = saying(
    ask("more-groups-than-documented", |values| {
        groups(values) > GROUPS as usize
    }),
    |values, args| {
        args.number("count", groups(values)).number("max", GROUPS);
    },
);

fn groups(values: &Values<'_>) -> usize {
    let all = values[0].map(|ids| entries(ids).filter(|id| !id.is_empty()).count());
    all.unwrap_or_default()
}
