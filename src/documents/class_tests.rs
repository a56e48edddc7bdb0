//! What rules ask of an instance class and of what is ordered with it. Everything here reads the
//! catalogue and the families; the rules that use it are rows of the tables.

use crate::diagnostic::{Arg, Args, abbreviated};
use crate::profile::{
    Bilingual, Class, ClassCatalogue, ClassEdition, ClassFamily, ClassState, Holds, StorageType,
    Test,
};

use super::alibaba::CATALOGUE as ALIBABA;
use super::jdcloud::CATALOGUE as JDCLOUD;

/// The values that a test is given.
type Values<'v> = [Option<&'v str>];

fn family(values: &Values<'_>) -> Option<ClassFamily> {
    values[0].and_then(|class| ALIBABA.family_of(class))
}

fn is_of(values: &Values<'_>, families: &[ClassFamily]) -> bool {
    family(values).is_some_and(|family| families.contains(&family))
}

fn edition(values: &Values<'_>) -> Option<ClassEdition> {
    family(values)?.edition()
}

fn known(values: &Values<'_>) -> Option<&'static Class> {
    ALIBABA.find(values[0]?)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn number(value: Option<&str>) -> Option<u64> {
    value?.parse().ok()
}

const fn test(name: &'static str, holds: fn(&Values<'_>) -> bool) -> Test {
    Test {
        name,
        needs_first: true,
        holds: Holds::Code(holds),
        says: None,
    }
}

impl Test {
    const fn saying(mut self, says: fn(&Values<'_>, &mut Args)) -> Self {
        self.says = Some(says);
        self
    }
}

/// A text that is written as no ID of a region is: in another case, without its country, or a zone.
/// The IDs themselves are an open set.
pub(super) static UNLIKE_A_REGION: Test = test("unlike-a-region", |values| {
    let Some((country, place)) = values[0].and_then(|region| region.split_once('-')) else {
        return true;
    };
    let is_small = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase());
    // A letter alone, or behind a number, is that of a zone.
    let is_word = |word: &str| word.len() > 1 && is_small(word) || is_number(word);
    !(2..=4).contains(&country.len()) || !is_small(country) || !place.split('-').all(is_word)
});

/// The day of the newest source of the catalogue.
const AS_OF: &str = "2026-11-29";

// ---- What a class is ----

/// The class is one of the classic edition.
pub(super) static CLASSIC: Test = test("classic-class", |values| {
    edition(values) == Some(ClassEdition::Classic)
});

/// The class is one of the cloud-native edition.
pub(super) static CLOUD_NATIVE: Test = test("cloud-native-class", |values| {
    edition(values) == Some(ClassEdition::CloudNative)
});

/// The class is one of Tair in memory.
pub(super) static TAIR_RDB: Test = test("class-of-tair-rdb", |values| {
    is_of(values, &[ClassFamily::TairRdb])
});

/// The class is one of Tair on a disk or in persistent memory.
pub(super) static TAIR_OTHER: Test = test("class-of-another-tair", |values| {
    let others = [
        ClassFamily::TairScm,
        ClassFamily::TairEssd,
        ClassFamily::TairLocalssd,
    ];
    is_of(values, &others)
});

/// The class is one of Tair on an ESSD.
pub(super) static TAIR_ESSD: Test = test("class-of-tair-essd", |values| {
    is_of(values, &[ClassFamily::TairEssd])
});

/// The class has a family, which is not that of an ESSD.
pub(super) static NOT_TAIR_ESSD: Test = test("class-without-essd", |values| {
    family(values).is_some_and(|family| family != ClassFamily::TairEssd)
});

/// The class is one that `CreateInstance` sells.
pub(super) static OF_CREATE_INSTANCE: Test = test("class-of-create-instance", |values| {
    let sold = [
        ClassFamily::Classic,
        ClassFamily::Amber,
        ClassFamily::Shard,
        ClassFamily::Memcache,
    ];
    is_of(values, &sold)
});

/// The class's family is not the one that the second value, an `InstanceType`, names.
pub(super) static OF_ANOTHER_TAIR: Test = test("class-of-another-type", |values| {
    let fits: &[ClassFamily] = match values[1] {
        Some("tair_rdb") => &[ClassFamily::TairRdb],
        Some("tair_scm") => &[ClassFamily::TairScm],
        Some("tair_essd") => &[ClassFamily::TairEssd, ClassFamily::TairLocalssd],
        _ => return false,
    };
    // Other families are another operation's, which has a finding of its own.
    family(values).is_some_and(|family| {
        let is_tair = matches!(
            family,
            ClassFamily::TairRdb
                | ClassFamily::TairScm
                | ClassFamily::TairEssd
                | ClassFamily::TairLocalssd
        );
        is_tair && !fits.contains(&family)
    })
});

/// The class is one for Redis, as its first part tells.
pub(super) static FOR_REDIS: Test = test("class-for-redis", |values| {
    values[0].is_some_and(|class| {
        !ALIBABA.is_collective(class) && (class.starts_with("redis.") || class.starts_with("tair."))
    })
});

/// The class is one for Memcache, as its first part tells.
pub(super) static FOR_MEMCACHE: Test = test("class-for-memcache", |values| {
    values[0].is_some_and(|class| !ALIBABA.is_collective(class) && class.starts_with("memcache."))
});

/// The class is listed, and is no order code for a distributed instance.
pub(super) static NOT_GLOBAL: Test = test("class-of-no-distributed-instance", |values| {
    known(values).is_some_and(|class| {
        class.state != ClassState::Collective
            && !matches!(
                class.family,
                Some(ClassFamily::Amber | ClassFamily::TairRdb)
            )
    })
});

// ---- The catalogue ----

fn is_unknown(catalogue: &ClassCatalogue, class: &str) -> bool {
    catalogue.find(class).is_none() && !catalogue.is_collective(class)
}

fn says_nearest(catalogue: &'static ClassCatalogue, values: &Values<'_>, args: &mut Args) {
    args.fixed("date", AS_OF);
    if let Some(near) = values[0].and_then(|class| catalogue.nearest(class)) {
        args.fixed("suggestion", near);
    }
}

fn says_date(_: &Values<'_>, args: &mut Args) {
    args.fixed("date", AS_OF);
}

/// The class is in no row of the catalogue.
pub(super) static UNKNOWN: Test = test("unknown-class", |values| {
    values[0].is_some_and(|class| is_unknown(&ALIBABA, class))
})
.saying(|values, args| says_nearest(&ALIBABA, values, args));

/// The same at JD Cloud.
pub(super) static JD_UNKNOWN: Test = test("unknown-class", |values| {
    values[0].is_some_and(|class| JDCLOUD.find(class).is_none())
})
.saying(|values, args| {
    // Blanks are no part of a name, though here they are sent.
    if let Some(class) = values[0]
        && let Some(known) = JDCLOUD.find(class.trim())
    {
        args.fixed("date", AS_OF).fixed("suggestion", known.name);
    } else {
        says_nearest(&JDCLOUD, values, args);
    }
});

/// The class is no longer sold.
pub(super) static RETIRED: Test = test("retired-class", |values| {
    known(values).is_some_and(|class| class.state == ClassState::Retired)
})
.saying(says_date);

/// The same at JD Cloud.
pub(super) static JD_RETIRED: Test = test("retired-class", |values| {
    let class = values[0].and_then(|class| JDCLOUD.find(class));
    class.is_some_and(|class| class.state == ClassState::Retired)
})
.saying(says_date);

/// The class is a name that answers use for many.
pub(super) static COLLECTIVE: Test = test("collective-class", |values| {
    values[0].is_some_and(|class| ALIBABA.is_collective(class))
});

// ---- Engine versions: the class, then the version ----

fn is_outside(family: Option<ClassFamily>, version: Option<&str>, is_error: bool) -> bool {
    let (Some(family), Some(version)) = (family, version) else {
        return false;
    };
    let severity = if is_error {
        crate::diagnostic::Severity::Error
    } else {
        crate::diagnostic::Severity::Warning
    };
    family.outside() == severity && !family.runs(version)
}

fn says_versions(family: Option<ClassFamily>, args: &mut Args) {
    if let Some(family) = family {
        args.with("allowed", Arg::AnyOf(family.engine_versions()));
        if family == ClassFamily::Classic {
            args.with("why", Arg::Bilingual(&LOCAL_DISKS));
        }
    }
}

/// Why a classic class has no newer version.
pub(crate) static LOCAL_DISKS: Bilingual = Bilingual::new(
    "cloud-native classes (redis.shard.…) run 6.0 and 7.0; the provider answers EngineVersion.NotSupportOnLocalDisk",
    "云原生规格（redis.shard.…）才支持 6.0 和 7.0；服务商会返回 EngineVersion.NotSupportOnLocalDisk",
);

/// The version is outside the family's, which a document says.
pub(super) static ENGINE_OUTSIDE: Test = test("engine-outside-family", |values| {
    is_outside(family(values), values[1], true)
})
.saying(|values, args| says_versions(family(values), args));

/// The version is outside the family's, as far as users and other pages tell.
pub(super) static ENGINE_UNUSUAL: Test = test("engine-unusual-for-family", |values| {
    is_outside(family(values), values[1], false)
})
.saying(|values, args| says_versions(family(values), args));

fn jd_family(values: &Values<'_>) -> Option<ClassFamily> {
    values[0].and_then(|class| JDCLOUD.family_of(class))
}

/// The same at JD Cloud.
pub(super) static JD_ENGINE_UNUSUAL: Test = test("engine-unusual-for-family", |values| {
    is_outside(jd_family(values), values[1], false)
})
.saying(|values, args| says_versions(jd_family(values), args));

// ---- Shards: the class, then the count ----

/// The name spells how many shards there are.
fn spelled(values: &Values<'_>) -> Option<u32> {
    values[0].and_then(ClassCatalogue::spelled_shards)
}

/// A classic class whose name spells no shards, with more than one.
pub(super) static CLASSIC_WITH_SHARDS: Test = test("shards-of-a-classic-class", |values| {
    edition(values) == Some(ClassEdition::Classic)
        && spelled(values).is_none()
        && number(values[1]).is_some_and(|count| count > 1)
});

/// A classic class whose name spells other shards.
pub(super) static SPELLED_OTHERWISE: Test = test("shards-spelled-otherwise", |values| {
    edition(values) == Some(ClassEdition::Classic)
        && spelled(values)
            .zip(number(values[1]))
            .is_some_and(|(spelled, count)| count > 1 && u64::from(spelled) != count)
});

/// A known class for clusters only, with one shard.
pub(super) static ONE_SHARD_OF_MANY: Test = test("one-shard-of-a-cluster-class", |values| {
    known(values).is_some_and(|class| class.shards.begins_at_two())
        && values[1].is_none_or(|count| count == "1")
});

fn is_single(values: &Values<'_>, families: &[ClassFamily]) -> bool {
    let single = |class: &Class| {
        class.shards.is_one()
            && class
                .family
                .is_some_and(|family| families.contains(&family))
    };
    known(values).is_some_and(single) && number(values[1]).is_some_and(|count| count > 1)
}

/// A known class for one shard, with more.
pub(super) static MANY_SHARDS_OF_ONE: Test = test("shards-of-a-single-class", |values| {
    is_single(values, &[ClassFamily::Shard, ClassFamily::TairRdb])
});

/// The same in the operation of Tair, which also sells local SSDs.
pub(super) static TAIR_SHARDS_OF_ONE: Test = test("shards-of-a-single-class", |values| {
    let families = [
        ClassFamily::Shard,
        ClassFamily::TairRdb,
        ClassFamily::TairLocalssd,
    ];
    is_single(values, &families)
});

/// JD Cloud's class of one shard.
pub(super) static JD_SHARD: Test = test("class-of-one-shard", |values| {
    jd_family(values) == Some(ClassFamily::JdS)
});

/// JD Cloud's class of one shard, with a number of them, the second value, that is no cluster.
pub(super) static JD_TOO_FEW_SHARDS: Test = test("too-few-shards", |values| {
    jd_family(values) == Some(ClassFamily::JdS)
        // One below zero is too few, too.
        && number(values[1]).is_none_or(|count| count < 2)
})
.saying(|values, args| {
    if let Some(value) = values[1].and_then(abbreviated) {
        args.text("value", value);
    }
    args.number("min", 2_u32);
});

/// JD Cloud's standard class.
pub(super) static JD_STANDARD: Test = test("standard-class", |values| {
    jd_family(values) == Some(ClassFamily::JdM)
});

/// JD Cloud's class of one shard, with a number of them that its row does not list.
pub(super) static JD_SHARDS_UNLISTED: Test = test("unlisted-number-of-shards", |values| {
    let class = values[0].and_then(|class| JDCLOUD.find(class));
    class.zip(number(values[1])).is_some_and(|(class, count)| {
        class.family == Some(ClassFamily::JdS)
            && i32::try_from(count).is_ok()
            && u32::try_from(count).is_ok_and(|count| class.shards.takes(count) == Some(false))
    })
});

/// How long a subscription of JD Cloud may be, by its unit.
pub(super) const JD_DURATIONS: [(&str, &[u32]); 2] = [
    ("month", &[1, 2, 3, 4, 5, 6, 7, 8, 9]),
    ("year", &[1, 2, 3]),
];

/// The unit of a duration, and the durations that it has. An absent unit is a month.
fn jd_durations(unit: Option<&str>) -> (&'static str, &'static [u32]) {
    let [months, years] = JD_DURATIONS;
    if unit == Some(years.0) { years } else { months }
}

/// JD Cloud's duration that its unit does not have.
pub(super) static JD_DURATION_OUTSIDE: Test = test("duration-outside-unit", |values| {
    let (_, allowed) = jd_durations(values[1]);
    let is_inside = values[0].is_some_and(|value| {
        crate::text::is_whole_number(value)
            && value.parse().is_ok_and(|number| allowed.contains(&number))
    });
    !is_inside
})
.saying(|values, args| {
    if let Some(value) = values[0].and_then(abbreviated) {
        args.text("value", value);
    }
    let (unit, allowed) = jd_durations(values[1]);
    args.fixed("when", "chargeUnit").fixed("equals", unit);
    args.with("allowed", Arg::AnyNumber(allowed));
});

// ---- Capacity: the class, then the capacity ----

fn total(values: &Values<'_>) -> Option<u64> {
    known(values).and_then(ClassCatalogue::total_capacity_mb)
}

/// A capacity of at least 256 MB that is not the class's.
pub(super) static CAPACITY_DIFFERS: Test = test("capacity-of-another-class", |values| {
    total(values)
        .zip(number(values[1]))
        .is_some_and(|(total, capacity)| capacity >= 256 && capacity != total)
})
.saying(|values, args| {
    if let Some(total) = total(values) {
        args.number("expected", total);
    }
});

// ---- Storage: the class, the type, the size ----

/// A known class that does not list the storage type.
pub(super) static STORAGE_TYPE_UNLISTED: Test = test("storage-type-not-of-the-class", |values| {
    let kind = values[1].and_then(StorageType::by_name);
    known(values).zip(kind).is_some_and(|(class, kind)| {
        kind != StorageType::EssdPl0
            && !class.storage.is_empty()
            && class.storage_of(kind).is_none()
    })
});

/// A size outside the range of the class and the storage type.
pub(super) static STORAGE_OUTSIDE: Test = test("storage-outside-the-class", |values| {
    let kind = values[1].and_then(StorageType::by_name);
    let range = known(values)
        .zip(kind)
        .and_then(|(class, kind)| class.storage_of(kind));
    range
        .zip(number(values[2]))
        .is_some_and(|(range, size)| !range.holds(size))
});

/// The kind of disk that Terraform's word for it names.
#[cfg(feature = "formats")]
fn level(word: Option<&str>) -> Option<StorageType> {
    Some(match word? {
        "PL1" => StorageType::EssdPl1,
        "PL2" => StorageType::EssdPl2,
        "PL3" => StorageType::EssdPl3,
        _ => return None,
    })
}

/// The same as [`STORAGE_TYPE_UNLISTED`] with Terraform's words.
#[cfg(feature = "formats")]
pub(super) static LEVEL_UNLISTED: Test = test("storage-level-not-of-the-class", |values| {
    known(values)
        .zip(level(values[1]))
        .is_some_and(|(class, kind)| !class.storage.is_empty() && class.storage_of(kind).is_none())
});

/// The same as [`STORAGE_OUTSIDE`] with Terraform's words.
#[cfg(feature = "formats")]
pub(super) static SIZE_OUTSIDE: Test = test("storage-size-outside-the-class", |values| {
    let range = known(values)
        .zip(level(values[1]))
        .and_then(|(class, kind)| class.storage_of(kind));
    range
        .zip(number(values[2]))
        .is_some_and(|(range, size)| size > 0 && !range.holds(size))
});

// ---- Counts ----

fn sum(values: &Values<'_>) -> u64 {
    let numbers = values
        .iter()
        .take(2)
        .map(|value| number(*value).unwrap_or_default());
    numbers.fold(0, u64::saturating_add)
}

/// Two counts that together exceed nine.
pub(super) static SUM_ABOVE_NINE: Test = Test {
    name: "sum-above-nine",
    needs_first: false,
    holds: Holds::Code(|values| sum(values) > 9),
    says: Some(|_, args| {
        args.number("max", 9_u32);
    }),
};

/// Two counts that together exceed four in each of several shards, the third value.
pub(super) static SUM_ABOVE_FOUR_A_SHARD: Test = Test {
    name: "sum-above-four-in-a-shard",
    needs_first: false,
    holds: Holds::Code(|values| {
        sum(values) > 4 && sum(values) <= 9 && number(values[2]).is_some_and(|shards| shards > 1)
    }),
    says: Some(|_, args| {
        args.number("max", 4_u32);
    }),
};

/// Two counts that together exceed four.
pub(super) static SUM_ABOVE_FOUR: Test = Test {
    name: "sum-above-four",
    needs_first: false,
    holds: Holds::Code(|values| sum(values) > 4),
    says: Some(|_, args| {
        args.number("max", 4_u32);
    }),
};

// ---- Other values ----

/// The value has a hyphen.
pub(super) static HYPHENATED: Test = test("hyphenated", |values| {
    values[0].is_some_and(|value| value.contains('-'))
});

/// From the first minute of the day to the second it is less than an hour.
pub(super) static UNDER_AN_HOUR: Test = Test {
    name: "under-an-hour",
    needs_first: true,
    holds: Holds::Code(|values| {
        let minute = |value: Option<&str>| value.and_then(crate::text::time::minute);
        let (start, end) = (minute(values[0]), minute(values[1]));
        start
            .zip(end)
            .is_some_and(|(start, end)| (end + 24 * 60 - start) % (24 * 60) < 60)
    }),
    says: Some(|_, args| {
        args.number("min", 60_u32);
    }),
};

/// The value is another port than the usual one.
#[cfg(feature = "formats")]
pub(super) static ANOTHER_PORT: Test = test("another-port", |values| values[0] != Some("6379"));

/// The value is the name of no setting.
#[cfg(feature = "formats")]
pub(super) static NO_SETTING: Test = Test {
    name: "no-setting",
    needs_first: true,
    holds: Holds::Code(|values| {
        let said = values[0].map(|name| setting(name, ""));
        matches!(said, Some(crate::profile::SettingSaid::Unknown(_)))
    }),
    says: Some(|values, args| {
        if let Some(name) = values[0].and_then(crate::diagnostic::abbreviated) {
            args.text("key", name);
        }
    }),
};

/// The second value is one that the setting of the first does not take.
#[cfg(feature = "formats")]
pub(super) static UNLIKELY_SETTING: Test = Test {
    name: "unlikely-setting",
    needs_first: true,
    holds: Holds::Code(|values| {
        let said = values[0]
            .zip(values[1])
            .map(|(name, value)| setting(name, value));
        matches!(said, Some(crate::profile::SettingSaid::Unlikely(_)))
    }),
    says: Some(|values, args| {
        if let Some(name) = values[0].and_then(crate::diagnostic::abbreviated) {
            args.text("key", name);
        }
        let said = values[0]
            .zip(values[1])
            .map(|(name, value)| setting(name, value));
        if let Some(crate::profile::SettingSaid::Unlikely(Some(takes))) = said {
            takes.say(args);
        }
    }),
};

/// What a catalogue says of a setting.
#[cfg(feature = "formats")]
pub(super) fn setting(name: &str, value: &str) -> crate::profile::SettingSaid {
    use crate::profile::SettingSaid;
    match super::alibaba::settings::find(name) {
        None => SettingSaid::Unknown(None),
        Some(known) if super::alibaba::settings::takes(known, value) => SettingSaid::Good,
        // Of several editions the newest tells.
        Some(known) => SettingSaid::Unlikely(known.ranges.last().map(|range| range.values)),
    }
}
