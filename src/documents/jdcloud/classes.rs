//! The instance classes of JD Cloud: one row for each code that a document lists.

use super::{class_notes as notes, class_sources as sources};
use crate::profile::ClassCapacity::{PerShard, Total};
use crate::profile::ClassFamily::{Jd28, JdM, JdS};
use crate::profile::ClassLayout::{Cluster, Standard};
use crate::profile::ClassState::{Doubtful, Retired};
use crate::profile::Shards::{Exactly, Listed, Unknown};
use crate::profile::{Class, ClassCatalogue, FamilyRule};

const fn named(
    family: crate::profile::ClassFamily,
    prefixes: &'static [&'static str],
) -> FamilyRule {
    FamilyRule { family, prefixes }
}

/// How a name tells its family.
#[rustfmt::skip]
static FAMILIES: &[FamilyRule] = &[
    named(JdM, &["redis.m."]),
    named(JdS, &["redis.s."]),
    named(Jd28, &["redis.m1.", "redis.c1."]),
];

/// The rows, sorted by name. Bandwidth is in Mbit/s, as `carries` takes it, before connections.
#[rustfmt::skip]
static CLASSES: &[Class] = &[
    Class::new("redis.c1.2xlarge.basic", Jd28, Cluster, Total(262_144), Exactly(16), &sources::SPECIFICATIONS).state(Retired).noted(&[&notes::BEING_RETIRED]),
    Class::new("redis.c1.4xlarge.basic", Jd28, Cluster, Total(524_288), Exactly(32), &sources::SPECIFICATIONS).state(Retired).noted(&[&notes::BEING_RETIRED]),
    Class::new("redis.c1.large.basic", Jd28, Cluster, Total(65_536), Exactly(8), &sources::SPECIFICATIONS).state(Retired).noted(&[&notes::BEING_RETIRED]),
    Class::new("redis.c1.medium.basic", Jd28, Cluster, Total(32_768), Exactly(8), &sources::SPECIFICATIONS).state(Retired).noted(&[&notes::BEING_RETIRED]),
    Class::new("redis.c1.small.basic", Jd28, Cluster, Total(16_384), Exactly(8), &sources::SPECIFICATIONS).state(Retired).noted(&[&notes::BEING_RETIRED]),
    Class::new("redis.c1.xlarge.basic", Jd28, Cluster, Total(131_072), Exactly(16), &sources::SPECIFICATIONS).state(Retired).noted(&[&notes::BEING_RETIRED]),
    Class::new("redis.m.2xlarge.basic", JdM, Standard, Total(32_768), Exactly(1), &sources::SPECIFICATIONS).carries(384, 10_000).noted(&[&notes::JD_ONE_SHARD]),
    Class::new("redis.m.large.basic", JdM, Standard, Total(8192), Exactly(1), &sources::SPECIFICATIONS).carries(384, 10_000).noted(&[&notes::JD_ONE_SHARD]),
    Class::new("redis.m.medium.basic", JdM, Standard, Total(4096), Exactly(1), &sources::SPECIFICATIONS).carries(384, 10_000).noted(&[&notes::JD_ONE_SHARD]),
    Class::new("redis.m.micro.basic", JdM, Standard, Total(1024), Exactly(1), &sources::SPECIFICATIONS).carries(384, 10_000).noted(&[&notes::JD_ONE_SHARD]),
    Class::new("redis.m.small.basic", JdM, Standard, Total(2048), Exactly(1), &sources::SPECIFICATIONS).carries(384, 10_000).noted(&[&notes::JD_ONE_SHARD]),
    Class::new("redis.m.xlarge.basic", JdM, Standard, Total(16_384), Exactly(1), &sources::SPECIFICATIONS).carries(384, 10_000).noted(&[&notes::JD_ONE_SHARD]),
    Class::new("redis.m1.2xlarge.basic", Jd28, Standard, Total(32_768), Exactly(1), &sources::SPECIFICATIONS).state(Retired).noted(&[&notes::BEING_RETIRED]),
    Class::new("redis.m1.4xlarge.basic", Jd28, Standard, Total(65_536), Exactly(1), &sources::PRICE_LIST).state(Doubtful).noted(&[&notes::JD_DOUBLED, &notes::NOT_IN_TABLE]),
    Class::new("redis.m1.large.basic", Jd28, Standard, Total(8192), Exactly(1), &sources::SPECIFICATIONS).state(Retired).noted(&[&notes::BEING_RETIRED]),
    Class::new("redis.m1.medium.basic", Jd28, Standard, Total(4096), Exactly(1), &sources::SPECIFICATIONS).state(Retired).noted(&[&notes::BEING_RETIRED]),
    Class::new("redis.m1.micro.basic", Jd28, Standard, Total(1024), Exactly(1), &sources::SPECIFICATIONS).state(Retired).noted(&[&notes::BEING_RETIRED]),
    Class::new("redis.m1.small.basic", Jd28, Standard, Total(2048), Exactly(1), &sources::SPECIFICATIONS).state(Retired).noted(&[&notes::BEING_RETIRED]),
    Class::new("redis.m1.xlarge.basic", Jd28, Standard, Total(16_384), Exactly(1), &sources::SPECIFICATIONS).state(Retired).noted(&[&notes::BEING_RETIRED]),
    Class::new("redis.s.2xlarge.basic", JdS, Cluster, PerShard(32_768), Listed(&[2, 4, 8, 32, 64, 128]), &sources::SPECIFICATIONS).carries(384, 10_000).noted(&[&notes::JD_PER_SHARD, &notes::JD_NO_16]),
    Class::new("redis.s.large.basic", JdS, Cluster, PerShard(8192), Listed(&[2, 4, 8, 16, 32, 64]), &sources::SPECIFICATIONS).carries(384, 10_000).noted(&[&notes::JD_PER_SHARD, &notes::JD_NO_128]),
    Class::new("redis.s.medium.basic", JdS, Cluster, PerShard(4096), Listed(&[2, 4, 8, 16, 32, 64]), &sources::SPECIFICATIONS).carries(384, 10_000).noted(&[&notes::JD_PER_SHARD, &notes::JD_NO_128]),
    Class::new("redis.s.micro.basic", JdS, Cluster, PerShard(1024), Unknown, &sources::SPEC_CONFIG).carries(384, 10_000).noted(&[&notes::JD_PER_SHARD, &notes::JD_NO_TABLE]),
    Class::new("redis.s.small.basic", JdS, Cluster, PerShard(2048), Listed(&[2, 4, 8, 16, 32, 64]), &sources::SPECIFICATIONS).carries(384, 10_000).noted(&[&notes::JD_PER_SHARD, &notes::JD_PRINTED_32, &notes::JD_NO_128]),
    Class::new("redis.s.xlarge.basic", JdS, Cluster, PerShard(16_384), Listed(&[2, 4, 8, 16, 32, 64, 128]), &sources::SPECIFICATIONS).carries(384, 10_000).noted(&[&notes::JD_PER_SHARD]),
];

/// The classes of JD Cloud.
pub static CATALOGUE: ClassCatalogue = ClassCatalogue {
    families: FAMILIES,
    classes: CLASSES,
};
