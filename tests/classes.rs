//! The catalogues of instance classes: the rows hold together, and a name tells its family.

#![cfg(all(feature = "editions", feature = "prose"))]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use std::collections::BTreeSet;

use kvspec::Severity;
use kvspec::documents::{alibaba, jdcloud};
use kvspec::profile::{
    Class, ClassCapacity, ClassCatalogue, ClassEdition, ClassFamily, ClassLayout, ClassState,
    Evidence, Shards, StorageType,
};
use regex::Regex;

static BOTH: [&ClassCatalogue; 2] = [&alibaba::CATALOGUE, &jdcloud::CATALOGUE];

fn rows() -> impl Iterator<Item = (&'static ClassCatalogue, &'static Class)> {
    BOTH.into_iter().flat_map(|catalogue| {
        catalogue
            .classes
            .iter()
            .map(move |class| (catalogue, class))
    })
}

#[test]
fn rows_are_sorted_unique_and_all_there() {
    assert_eq!(alibaba::CATALOGUE.classes.len(), 284);
    assert_eq!(jdcloud::CATALOGUE.classes.len(), 25);
    for catalogue in BOTH {
        for pair in catalogue.classes.windows(2) {
            assert!(pair[0].name < pair[1].name, "{}", pair[1].name);
        }
    }
    let names: BTreeSet<&str> = rows().map(|(_, class)| class.name).collect();
    assert_eq!(names.len(), 309);
    let of = |state| rows().filter(|(_, class)| class.state == state).count();
    assert_eq!(ClassState::ALL.map(of), [178, 33, 95, 3]);
}

#[test]
fn a_row_is_of_the_family_that_its_name_tells() {
    for (catalogue, class) in rows() {
        assert_eq!(
            catalogue.family_of(class.name),
            class.family,
            "{}",
            class.name
        );
        let collective = class.state == ClassState::Collective;
        assert_eq!(
            catalogue.is_collective(class.name),
            collective,
            "{}",
            class.name
        );
        assert_eq!(class.family.is_none(), collective, "{}", class.name);
        let found = catalogue.find(class.name).expect("its own row");
        assert_eq!(found.name, class.name);
    }
    let of = |family| {
        rows()
            .filter(|(_, class)| class.family == Some(family))
            .count()
    };
    assert_eq!(
        ClassFamily::ALL.map(of),
        [139, 66, 27, 16, 10, 6, 8, 9, 6, 6, 13]
    );
}

#[test]
fn no_name_begins_in_two_ways() {
    for catalogue in BOTH {
        let starts: Vec<&str> = catalogue
            .families
            .iter()
            .flat_map(|rule| rule.prefixes.iter().copied())
            .collect();
        for (at, start) in starts.iter().enumerate() {
            assert!(start.ends_with('.'), "{start}");
            for other in &starts[at + 1..] {
                assert!(
                    !start.starts_with(other) && !other.starts_with(start),
                    "{start} {other}"
                );
            }
        }
    }
}

fn number(text: &str) -> u64 {
    text.parse().expect("digits")
}

/// Memory of a size word, in MB: `small` and its like, by the scale of the pattern.
fn size(word: &str, scale: &[(&str, u64)]) -> u64 {
    let (_, mb) = scale
        .iter()
        .find(|(known, _)| *known == word)
        .unwrap_or_else(|| panic!("{word} is on the scale"));
    *mb
}

const GB: u64 = 1024;
const MASTER: &[(&str, u64)] = &[
    ("micro", 256),
    ("small", GB),
    ("mid", 2 * GB),
    ("stand", 4 * GB),
    ("large", 8 * GB),
    ("2xlarge", 16 * GB),
    ("4xlarge", 32 * GB),
    ("8xlarge", 64 * GB),
];
const SHARDING: &[(&str, u64)] = &[
    ("small", 16 * GB),
    ("mid", 32 * GB),
    ("large", 64 * GB),
    ("2xlarge", 128 * GB),
    ("4xlarge", 256 * GB),
    ("8xlarge", 512 * GB),
    ("16xlarge", 1024 * GB),
    ("32xlarge", 2048 * GB),
];
const SHARD: &[(&str, u64)] = &[
    ("micro", 256),
    ("small", GB),
    ("mid", 2 * GB),
    ("large", 4 * GB),
    ("xlarge", 8 * GB),
    ("2xlarge", 16 * GB),
    ("3xlarge", 24 * GB),
    ("4xlarge", 32 * GB),
    ("8xlarge", 64 * GB),
];
const CORES: &[(&str, u64)] = &[
    ("xlarge", 4),
    ("2xlarge", 8),
    ("4xlarge", 16),
    ("8xlarge", 32),
    ("13xlarge", 52),
    ("16xlarge", 64),
];
const JD: &[(&str, u64)] = &[
    ("micro", GB),
    ("small", 2 * GB),
    ("medium", 4 * GB),
    ("large", 8 * GB),
    ("xlarge", 16 * GB),
    ("2xlarge", 32 * GB),
    ("4xlarge", 64 * GB),
];

/// The grammar of the names: what each pattern says about the memory.
#[test]
fn a_name_tells_its_memory() {
    type Tells = fn(&regex::Captures<'_>) -> Option<u64>;
    let grammar: [(&str, usize, Tells); 15] = [
        (
            r"redis\.(?:master|basic)\.(\w+)\.(?:default|special[12]x)",
            26,
            |found| Some(size(&found[1], MASTER)),
        ),
        (
            r"redis\.(?:amber\.)?logic\.sharding\.(\d+)(g|m)\.(\d+)db\.0rodb\.\d+proxy\.(?:default|multithread)",
            103,
            |found| {
                let unit = if &found[2] == "g" { GB } else { 1 };
                Some(number(&found[1]) * unit * number(&found[3]))
            },
        ),
        (
            r"redis\.(?:amber\.)?logic\.splitrw\.(\w+)\.1db\.[135]rodb\.\d+proxy\.(?:default|multithread)",
            42,
            |found| Some(size(&found[1], MASTER)),
        ),
        (r"redis\.amber\.master\.(\w+)\.multithread", 7, |found| {
            Some(size(&found[1], MASTER))
        }),
        (
            r"redis\.sharding\.(?:basic\.)?(\w+)\.default",
            14,
            |found| Some(size(&found[1], SHARDING)),
        ),
        (
            r"redis\.shard\.(?:with\.proxy\.)?(\w+)(?:\.2)?\.(?:ce|y\.ee)",
            27,
            |found| Some(size(&found[1], SHARD)),
        ),
        (r"tair\.rdb\.(?:with\.proxy\.)?(\d+)g", 16, |found| {
            Some(number(&found[1]) * GB)
        }),
        (
            r"tair\.scm\.(?:with\.proxy\.)?standard\.(\d+)m\.(\d+)d",
            10,
            |found| {
                assert_eq!(number(&found[1]) * 4, number(&found[2]));
                Some(number(&found[2]) * GB)
            },
        ),
        (r"tair\.essd\.standard\.(\w+)", 6, |found| {
            Some(match size(&found[1], CORES) {
                52 => 192 * GB,
                cores => cores * 4 * GB,
            })
        }),
        (
            r"tair\.localssd\.c1m8\.(?:with\.proxy\.)?(\w+)",
            8,
            |found| Some(size(&found[1], CORES) * 8 * GB),
        ),
        (r"memcache\.master\.(\w+)\.default", 4, |found| {
            Some(size(&found[1], MASTER))
        }),
        (r"memcache\.sharding\.(\w+)\.default", 5, |found| {
            Some(size(&found[1], SHARDING))
        }),
        (
            r"redis\.logic\.sharding\.drredis[sm]db(\d+)g\.\d+db\.0rodb\.\d+proxy\.default",
            13,
            |found| Some(number(&found[1]) * GB),
        ),
        (
            r"(?:redis|tair\.rdb|tair\.scm)\.cluster\.sharding\.common(?:\.ce)?",
            3,
            |_| None,
        ),
        (r"redis\.(m|s|m1|c1)\.(\w+)\.basic", 25, |found| {
            let factor = if &found[1] == "c1" { 8 } else { 1 };
            Some(size(&found[2], JD) * factor)
        }),
    ];
    let mut told = 0;
    for (pattern, expected, tells) in grammar {
        let pattern = Regex::new(&format!("^{pattern}$")).expect("a pattern");
        let mut count = 0;
        for (_, class) in rows() {
            if let Some(found) = pattern.captures(class.name) {
                assert_eq!(class.capacity.mb(), tells(&found), "{}", class.name);
                count += 1;
            }
        }
        assert_eq!(count, expected, "{pattern}");
        told += count;
    }
    assert_eq!(told, 309);
}

#[test]
fn a_name_that_spells_shards_spells_the_rows() {
    for (_, class) in rows() {
        if let Some(spelled) = ClassCatalogue::spelled_shards(class.name) {
            assert_eq!(class.shards, Shards::Exactly(spelled), "{}", class.name);
        }
    }
    for (name, spelled) in [
        ("redis.logic.sharding.1g.2db.0rodb.4proxy.default", Some(2)),
        (
            "redis.logic.sharding.drredissdb2g.1db.0rodb.4proxy.default",
            Some(1),
        ),
        ("redis.amber.logic.sharding.9g.300db.0rodb", Some(300)),
        ("redis.logic.sharding.0db", None),
        ("redis.logic.sharding.99999999999db", None),
        ("redis.logic.sharding.+2db", None),
        ("redis.logic.sharding.2db1", None),
        ("redis.logic.sharding.2dbs", None),
        ("redis.logic.sharding.db", None),
        ("redis.master.small.default", None),
        ("", None),
    ] {
        assert_eq!(ClassCatalogue::spelled_shards(name), spelled, "{name}");
    }
}

#[test]
fn families_of_names_that_nobody_lists() {
    let of = |name| alibaba::CATALOGUE.family_of(name);
    assert_eq!(of("redis.master.xlarge"), Some(ClassFamily::Classic));
    assert_eq!(of("redis.amber.master.large"), Some(ClassFamily::Amber));
    assert_eq!(of("redis.shard.medium.default"), Some(ClassFamily::Shard));
    assert_eq!(of("tair.localssd.c2"), Some(ClassFamily::TairLocalssd));
    assert_eq!(of("redis.micro"), None);
    assert_eq!(of("redis.master"), None);
    assert_eq!(of("Redis.master.small.default"), None);
    assert_eq!(of("redis.m.micro.basic"), None);
    assert_eq!(of("tair.rdb.cluster.sharding.common"), None);
    assert_eq!(of("tair.rdb.cluster.sharding.common.of.tomorrow"), None);
    assert_eq!(of(""), None);
    let of = |name| jdcloud::CATALOGUE.family_of(name);
    assert_eq!(of("redis.m.tiny.basic"), Some(ClassFamily::JdM));
    assert_eq!(of("redis.m1.tiny.basic"), Some(ClassFamily::Jd28));
    assert_eq!(of("redis.master.small.default"), None);
    assert!(alibaba::CATALOGUE.is_collective("tair.scm.cluster.sharding.common"));
    assert!(!alibaba::CATALOGUE.is_collective("redis.cluster.g.small"));
}

#[test]
fn names_are_compared_letter_by_letter() {
    let find = |name| alibaba::CATALOGUE.find(name).map(|class| class.name);
    assert_eq!(find("tair.rdb.1g"), Some("tair.rdb.1g"));
    for none in [
        "",
        "tair.rdb.1G",
        " tair.rdb.1g",
        "tair.rdb",
        "redis.m.micro.basic",
        "~",
    ] {
        assert_eq!(find(none), None, "{none}");
    }
}

#[test]
fn the_nearest_is_a_sensible_guess() {
    fn near(name: &str) -> Option<&'static str> {
        alibaba::CATALOGUE.nearest(name)
    }
    assert_eq!(
        near("redis.master.smal.default"),
        Some("redis.master.small.default")
    );
    assert_eq!(
        near("Redis.Master.Small.Default"),
        Some("redis.master.small.default")
    );
    assert_eq!(
        near("redis.amber.master.large"),
        Some("redis.amber.master.large.multithread")
    );
    assert_eq!(
        near("redis.logic.sharding.4g.8db.0rodb.24proxy.multithread"),
        Some("redis.amber.logic.sharding.4g.8db.0rodb.24proxy.multithread")
    );
    assert_eq!(near("tair.rdb.1gb"), Some("tair.rdb.1g"));
    assert_eq!(
        near("redis.shard.8xlarg.ce"),
        Some("redis.shard.8xlarge.ce")
    );
    for none in [
        "",
        "cache.m5.4xlarge",
        "redis",
        "redis.micro",
        "db.r6g.large",
    ] {
        assert_eq!(near(none), None, "{none}");
    }
    assert_eq!(near(&"redis.master.".repeat(100_000)), None);
    // Never what is no order code.
    for name in [
        "tair.rdb.cluster.sharding",
        "tair.rdb.cluster.sharding.commons",
    ] {
        assert_ne!(near(name), Some("tair.rdb.cluster.sharding.common"));
    }
    // What is its own nearest.
    for (catalogue, class) in rows().filter(|(_, class)| class.state != ClassState::Collective) {
        assert_eq!(
            catalogue.nearest(&format!("{} ", class.name)),
            Some(class.name)
        );
    }
    let near = |name| jdcloud::CATALOGUE.nearest(name);
    assert_eq!(near("redis.s.small.basic32"), Some("redis.s.small.basic"));
}

#[test]
fn engines_of_rows_are_those_of_their_family() {
    for (_, class) in rows() {
        for version in class.engine_versions {
            if let Some(family) = class.family {
                assert!(family.runs(version), "{} {version}", class.name);
            }
        }
        let ascending = class.engine_versions.is_sorted_by(|one, other| one < other);
        assert!(
            ascending && !class.engine_versions.is_empty(),
            "{}",
            class.name
        );
    }
    assert!(!ClassFamily::Classic.runs("6.0"));
    assert_eq!(ClassFamily::Classic.outside(), Severity::Error);
    assert_eq!(ClassFamily::Amber.outside(), Severity::Warning);
    assert_eq!(ClassFamily::Jd28.engine_versions(), ["2.8"]);
    let amber = alibaba::CATALOGUE.find("redis.amber.master.small.multithread");
    assert_eq!(
        amber.map(|class| class.engine_evidence),
        Some(Evidence::Reported)
    );
}

#[test]
fn editions_are_those_of_the_disks() {
    for class in alibaba::CATALOGUE.classes {
        let cloud = class.name.starts_with("tair.")
            || matches!(class.name.rsplit('.').next(), Some("ce" | "ee"));
        let edition = if cloud {
            ClassEdition::CloudNative
        } else {
            ClassEdition::Classic
        };
        if class.state != ClassState::Collective {
            assert_eq!(class.edition(), Some(edition), "{}", class.name);
        }
    }
    assert!(
        jdcloud::CATALOGUE
            .classes
            .iter()
            .all(|class| class.edition().is_none())
    );
}

#[test]
fn numbers_fit_the_way_an_instance_is_built() {
    for (catalogue, class) in rows() {
        assert_eq!(
            ClassCatalogue::total_capacity_mb(class).is_some(),
            class.capacity.basis() == "total",
            "{}",
            class.name
        );
        assert_eq!(
            class.read_replicas.is_some(),
            class.layout == ClassLayout::ReadWriteSplit,
            "{}",
            class.name
        );
        if class.layout == ClassLayout::Standard {
            assert!(class.shards.is_one(), "{}", class.name);
        }
        if matches!(class.capacity, ClassCapacity::PerShard(_)) {
            assert!(
                !matches!(class.shards, Shards::Exactly(_)),
                "{}",
                class.name
            );
        }
        assert_eq!(
            class.storage.is_empty(),
            class.family != Some(ClassFamily::TairEssd),
            "{}",
            class.name
        );
        assert!(!class.source.title.is_empty() && !class.source.date.en.is_empty());
        assert_eq!(
            catalogue.find(class.name).map(|row| row.notes.len()),
            Some(class.notes.len())
        );
    }
}

#[test]
fn disks_of_each_size_have_a_range() {
    let class = alibaba::CATALOGUE
        .find("tair.essd.standard.4xlarge")
        .expect("a row");
    let range = class.storage_of(StorageType::EssdPl2).expect("a range");
    assert_eq!((range.min_gb, range.max_gb), (470, 2000));
    assert!(range.holds(470) && range.holds(2000) && !range.holds(469) && !range.holds(2001));
    assert!(class.storage_of(StorageType::EssdPl0).is_none());
    assert_eq!(StorageType::by_name("essd_pl3"), Some(StorageType::EssdPl3));
    assert_eq!(StorageType::by_name("ESSD_PL3"), None);
    let kinds = |name: &str| {
        let class = alibaba::CATALOGUE.find(name).expect("a row");
        class
            .storage
            .iter()
            .map(|range| range.storage_type.name())
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds("tair.essd.standard.xlarge"), ["essd_pl1"]);
    assert_eq!(
        kinds("tair.essd.standard.16xlarge"),
        ["essd_pl2", "essd_pl3"]
    );
}

#[test]
fn shards_are_written_as_the_tables_have_them() {
    let shards = |name: &str| {
        let found = alibaba::CATALOGUE
            .find(name)
            .or_else(|| jdcloud::CATALOGUE.find(name));
        found.expect("a row").shards
    };
    for (name, written) in [
        ("redis.master.small.default", "1"),
        ("redis.shard.small.ce", "2.."),
        ("redis.shard.large.ce", "1 or 2.."),
        ("tair.rdb.with.proxy.1g", "1.."),
        ("redis.s.2xlarge.basic", "2;4;8;32;64;128"),
        ("redis.s.micro.basic", ""),
        ("redis.cluster.sharding.common.ce", "ShardCount"),
    ] {
        assert_eq!(shards(name).to_string(), written, "{name}");
    }
    assert!(shards("redis.shard.small.ce").begins_at_two());
    assert_eq!(shards("redis.shard.small.ce").takes(1), Some(false));
    assert_eq!(shards("redis.s.2xlarge.basic").takes(16), Some(false));
    assert_eq!(shards("redis.s.micro.basic").takes(16), None);
    assert_eq!(shards("tair.rdb.1g").takes(0), Some(false));
}

#[test]
fn families_have_names_of_their_own() {
    for family in ClassFamily::ALL {
        assert_eq!(ClassFamily::by_name(family.name()), Some(family));
        assert_eq!(family.to_string(), family.name());
    }
    assert_eq!(ClassFamily::by_name("Classic"), None);
}

#[test]
fn to_look_a_name_up_takes_no_memory() {
    let catalogue = &alibaba::CATALOGUE;
    for name in [
        "tair.rdb.1g",
        "redis.master.small.defaults",
        "",
        "redis.logic.sharding.1g.2db",
    ] {
        let used = allocation_counter::measure(|| {
            let _ = (
                catalogue.find(name),
                catalogue.family_of(name),
                catalogue.is_collective(name),
            );
            let _ = ClassCatalogue::spelled_shards(name);
        });
        assert_eq!(used.count_total, 0, "{name}");
    }
}
