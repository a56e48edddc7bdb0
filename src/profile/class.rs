//! What an instance class is: the family that its name tells, and the row of a catalogue that
//! says what is sold under it.

use std::fmt;

use super::Bilingual;
use crate::text::nearest_within;
use crate::words::Severity;

/// Classes that are ordered, and behave, in one way. The name of a class decides its family,
/// whether anybody lists that class or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ClassFamily {
    /// Redis on local disks: `redis.master.…`, `redis.basic.…`, `redis.logic.…`, `redis.sharding.…`.
    Classic,
    /// Tair in memory on local disks: `redis.amber.…`.
    Amber,
    /// Redis on cloud disks: `redis.shard.…`.
    Shard,
    /// Tair in memory on cloud disks: `tair.rdb.…`.
    TairRdb,
    /// Tair in persistent memory: `tair.scm.…`.
    TairScm,
    /// Tair on an ESSD, whose size is ordered apart: `tair.essd.…`.
    TairEssd,
    /// Tair on a local SSD of a fixed size: `tair.localssd.…`.
    TairLocalssd,
    /// Memcache: `memcache.…`.
    Memcache,
    /// JD Cloud's standard instances: `redis.m.…`.
    JdM,
    /// JD Cloud's shards, of which an order says how many: `redis.s.…`.
    JdS,
    /// JD Cloud's instances of Redis 2.8: `redis.m1.…`, `redis.c1.…`.
    Jd28,
}

/// On which disks a class of Alibaba Cloud runs, which decides what can be ordered with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClassEdition {
    /// Local disks.
    Classic,
    /// Cloud disks.
    CloudNative,
}

impl ClassEdition {
    /// The published name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Classic => "classic",
            Self::CloudNative => "cloud-native",
        }
    }

    /// What a person calls it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Classic => const { Bilingual::new("classic", "经典版") },
            Self::CloudNative => const { Bilingual::new("cloud-native", "云原生版") },
        }
    }
}

impl ClassFamily {
    /// Every family, Alibaba Cloud's first.
    pub const ALL: [Self; 11] = [
        Self::Classic,
        Self::Amber,
        Self::Shard,
        Self::TairRdb,
        Self::TairScm,
        Self::TairEssd,
        Self::TairLocalssd,
        Self::Memcache,
        Self::JdM,
        Self::JdS,
        Self::Jd28,
    ];

    /// The published name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Classic => "classic",
            Self::Amber => "amber",
            Self::Shard => "shard",
            Self::TairRdb => "tair_rdb",
            Self::TairScm => "tair_scm",
            Self::TairEssd => "tair_essd",
            Self::TairLocalssd => "tair_localssd",
            Self::Memcache => "memcache",
            Self::JdM => "jd_m",
            Self::JdS => "jd_s",
            Self::Jd28 => "jd_2.8",
        }
    }

    /// The family of that published name.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|family| family.name() == name)
    }

    /// What a person calls it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Classic => const { Bilingual::new("classic Redis", "经典版 Redis") },
            Self::Amber => const { Bilingual::new("classic Tair in memory", "经典版 Tair 内存型") },
            Self::Shard => const { Bilingual::new("cloud-native Redis", "云原生版 Redis") },
            Self::TairRdb => const { Bilingual::new("Tair in memory", "Tair 内存型") },
            Self::TairScm => {
                const { Bilingual::new("Tair in persistent memory", "Tair 持久内存型") }
            }
            Self::TairEssd => const { Bilingual::new("Tair on an ESSD", "Tair 磁盘型（ESSD）") },
            Self::TairLocalssd => {
                const { Bilingual::new("Tair on a local SSD", "Tair 磁盘型（本地 SSD）") }
            }
            Self::Memcache => const { Bilingual::new("Memcache", "Memcache") },
            Self::JdM => const { Bilingual::new("JD Cloud standard", "京东云标准版") },
            Self::JdS => {
                const {
                    Bilingual::new("JD Cloud cluster, by the shard", "京东云集群版（按分片）")
                }
            }
            Self::Jd28 => const { Bilingual::new("JD Cloud Redis 2.8", "京东云 Redis 2.8") },
        }
    }

    /// The edition; JD Cloud's families have none.
    #[must_use]
    pub const fn edition(self) -> Option<ClassEdition> {
        match self {
            Self::Classic | Self::Amber | Self::Memcache => Some(ClassEdition::Classic),
            Self::Shard | Self::TairRdb | Self::TairScm | Self::TairEssd | Self::TairLocalssd => {
                Some(ClassEdition::CloudNative)
            }
            Self::JdM | Self::JdS | Self::Jd28 => None,
        }
    }

    /// The engine versions that the family runs, ascending, as an order writes them.
    #[must_use]
    pub const fn engine_versions(self) -> &'static [&'static str] {
        match self {
            Self::Classic => &["2.8", "4.0", "5.0"],
            Self::Amber => &["5.0"],
            Self::Shard | Self::TairRdb => &["5.0", "6.0", "7.0"],
            Self::TairScm | Self::TairEssd => &["1.0"],
            Self::TairLocalssd => &["2.0"],
            Self::Memcache | Self::JdM | Self::JdS => &["4.0"],
            Self::Jd28 => &["2.8"],
        }
    }

    /// Whether the family runs that engine version.
    #[must_use]
    pub fn runs(self, version: &str) -> bool {
        self.engine_versions().contains(&version)
    }

    /// How severe another engine version is: an error where the operation's own document binds
    /// family and version, a warning where only users or other pages do.
    #[must_use]
    pub const fn outside(self) -> Severity {
        match self {
            Self::Classic
            | Self::Shard
            | Self::TairRdb
            | Self::TairScm
            | Self::TairEssd
            | Self::TairLocalssd => Severity::Error,
            Self::Amber | Self::Memcache | Self::JdM | Self::JdS | Self::Jd28 => Severity::Warning,
        }
    }
}

impl fmt::Display for ClassFamily {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// How an instance of a class is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClassLayout {
    /// One shard.
    Standard,
    /// Several shards.
    Cluster,
    /// One shard, and replicas that answer reads.
    ReadWriteSplit,
    /// The number of shards in the order decides.
    StandardOrCluster,
    /// A cluster behind proxies, or one shard with replicas that answer reads: the order decides.
    ClusterOrReadWriteSplit,
}

impl ClassLayout {
    /// The published name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Cluster => "cluster",
            Self::ReadWriteSplit => "rw-split",
            Self::StandardOrCluster => "standard or cluster",
            Self::ClusterOrReadWriteSplit => "cluster or rw-split",
        }
    }

    /// What a person calls it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Standard => const { Bilingual::new("standard", "标准架构") },
            Self::Cluster => const { Bilingual::new("cluster", "集群架构") },
            Self::ReadWriteSplit => {
                const { Bilingual::new("read/write splitting", "读写分离架构") }
            }
            Self::StandardOrCluster => {
                const { Bilingual::new("standard or cluster", "标准或集群架构") }
            }
            Self::ClusterOrReadWriteSplit => {
                const { Bilingual::new("cluster or read/write splitting", "集群或读写分离架构") }
            }
        }
    }
}

/// Memory in MB, and what it is the memory of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClassCapacity {
    /// Of the whole instance.
    Total(u64),
    /// Of each shard; the order says how many there are.
    PerShard(u64),
    /// The name does not decide it.
    Open,
}

impl ClassCapacity {
    /// The number alone, in MB.
    #[must_use]
    pub const fn mb(self) -> Option<u64> {
        match self {
            Self::Total(mb) | Self::PerShard(mb) => Some(mb),
            Self::Open => None,
        }
    }

    /// What it is the memory of: `total`, `per_shard` or `none`.
    #[must_use]
    pub const fn basis(self) -> &'static str {
        match self {
            Self::Total(_) => "total",
            Self::PerShard(_) => "per_shard",
            Self::Open => "none",
        }
    }
}

/// How many shards an instance of a class has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shards {
    /// So many, whatever the order says.
    Exactly(u32),
    /// As many as the order says, from one on: a cluster behind proxies, or read/write splitting.
    FromOne,
    /// One in a standard instance, and two or more in a cluster, as the order says.
    OneOrFromTwo,
    /// Two or more, as the order says; the class is not sold as one shard.
    FromTwo,
    /// One of these numbers, ascending.
    Listed(&'static [u32]),
    /// As many as the order said; the name is no order code.
    Ordered,
    /// No source says.
    Unknown,
}

impl Shards {
    /// Whether an order may ask for so many; nothing where no source says.
    #[must_use]
    pub fn takes(self, number: u32) -> Option<bool> {
        match self {
            Self::Exactly(only) => Some(number == only),
            Self::FromOne | Self::OneOrFromTwo => Some(number >= 1),
            Self::FromTwo => Some(number >= 2),
            Self::Listed(numbers) => Some(numbers.contains(&number)),
            Self::Ordered | Self::Unknown => None,
        }
    }

    /// Whether an order must ask for two shards or more.
    #[must_use]
    pub const fn begins_at_two(self) -> bool {
        matches!(self, Self::FromTwo)
    }

    /// Whether there is one shard, and no other number to be ordered.
    #[must_use]
    pub const fn is_one(self) -> bool {
        matches!(self, Self::Exactly(1))
    }
}

/// As the tables write it: `1`, `2..`, `1 or 2..`, `2;4;8`; nothing where no source says.
impl fmt::Display for Shards {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(number) => write!(f, "{number}"),
            Self::FromOne => f.write_str("1.."),
            Self::OneOrFromTwo => f.write_str("1 or 2.."),
            Self::FromTwo => f.write_str("2.."),
            Self::Listed(numbers) => {
                for (at, number) in numbers.iter().enumerate() {
                    if at > 0 {
                        f.write_str(";")?;
                    }
                    write!(f, "{number}")?;
                }
                Ok(())
            }
            Self::Ordered => f.write_str("ShardCount"),
            Self::Unknown => Ok(()),
        }
    }
}

/// Whether a class can be ordered, as far as the sources tell. What a zone really has in stock
/// is known to the provider alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ClassState {
    /// The newest sources list it.
    Sold,
    /// The sources do not agree, or none says.
    Doubtful,
    /// A source says that it is sold no longer.
    Retired,
    /// No order code: the name that the provider's answers give to clusters of a family.
    Collective,
}

impl ClassState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Sold, Self::Doubtful, Self::Retired, Self::Collective];

    /// The published name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sold => "sold",
            Self::Doubtful => "doubtful",
            Self::Retired => "retired",
            Self::Collective => "collective",
        }
    }

    /// What a person calls it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Sold => const { Bilingual::new("sold", "在售") },
            Self::Doubtful => const { Bilingual::new("doubtful", "存疑") },
            Self::Retired => const { Bilingual::new("retired", "已停售") },
            Self::Collective => const { Bilingual::new("collective", "统称") },
        }
    }
}

/// On what a statement of a catalogue rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Evidence {
    /// The provider, or a tool of its own, writes it.
    Documented,
    /// Users report it, and no document of the provider says it.
    Reported,
    /// It was concluded from what is written.
    Inferred,
}

impl Evidence {
    /// The published name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Reported => "reported",
            Self::Inferred => "inferred",
        }
    }

    /// What a person calls it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Documented => const { Bilingual::new("documented", "文档列明") },
            Self::Reported => const { Bilingual::new("reported by users", "用户反馈") },
            Self::Inferred => const { Bilingual::new("inferred", "推断") },
        }
    }
}

/// A kind of ESSD, by its performance level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum StorageType {
    /// `essd_pl0`: the machine-readable description of the operation has it, and no class page.
    EssdPl0,
    /// `essd_pl1`.
    EssdPl1,
    /// `essd_pl2`.
    EssdPl2,
    /// `essd_pl3`.
    EssdPl3,
}

impl StorageType {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::EssdPl0, Self::EssdPl1, Self::EssdPl2, Self::EssdPl3];

    /// The value of `StorageType` in an order.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::EssdPl0 => "essd_pl0",
            Self::EssdPl1 => "essd_pl1",
            Self::EssdPl2 => "essd_pl2",
            Self::EssdPl3 => "essd_pl3",
        }
    }

    /// The kind of that value, letter by letter.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// How large a disk of one kind may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct StorageRange {
    /// The kind of disk.
    pub storage_type: StorageType,
    /// Smallest size, in GB.
    pub min_gb: u32,
    /// Largest size, in GB.
    pub max_gb: u32,
}

impl StorageRange {
    /// Whether a disk of so many GB is within the range.
    #[must_use]
    pub const fn holds(&self, gb: u64) -> bool {
        self.min_gb as u64 <= gb && gb <= self.max_gb as u64
    }
}

/// Where a row of a catalogue comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClassSource {
    /// Titles of the pages.
    pub title: &'static str,
    /// Their dates, as far as they are dated.
    pub date: Bilingual,
}

impl ClassSource {
    /// What a build without the feature `prose` has in the place of all others.
    #[cfg(feature = "editions")]
    pub(super) const NONE: Self = Self {
        title: "",
        date: Bilingual::new("", ""),
    };
}

/// One row of a catalogue: an instance class, and what is known about it. A build without the feature
/// `prose` has of it what decides findings: no bandwidth, connections, notes or source.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Class {
    /// The code, as an order writes it.
    pub name: &'static str,
    /// The family; a collective name has none.
    pub family: Option<ClassFamily>,
    /// How an instance is built.
    pub layout: ClassLayout,
    /// Memory.
    pub capacity: ClassCapacity,
    /// Number of shards.
    pub shards: Shards,
    /// Replicas that answer reads, where the name fixes them.
    pub read_replicas: Option<u32>,
    /// Bandwidth in Mbit/s, on the same basis as the capacity.
    pub bandwidth_mbps: Option<u32>,
    /// Most connections, on the same basis; with proxies in between, those past them.
    pub connections: Option<u32>,
    /// Most connections through the proxies, where the sources tell the two apart.
    pub proxy_connections: Option<u32>,
    /// The engine versions that the row's source gives, ascending.
    pub engine_versions: &'static [&'static str],
    /// On what the engine versions rest.
    pub engine_evidence: Evidence,
    /// Disks that can be ordered with it: for `tair.essd.…` alone.
    pub storage: &'static [StorageRange],
    /// Whether it can be ordered.
    pub state: ClassState,
    /// What else the sources say.
    pub notes: &'static [&'static Bilingual],
    /// Where the row comes from.
    pub source: &'static ClassSource,
}

impl Class {
    /// A class that is sold, with one shard and the engine versions of its family.
    #[cfg(feature = "editions")]
    pub(crate) const fn new(
        name: &'static str,
        family: ClassFamily,
        layout: ClassLayout,
        capacity: ClassCapacity,
        shards: Shards,
        source: &'static ClassSource,
    ) -> Self {
        Self {
            name,
            family: Some(family),
            layout,
            capacity,
            shards,
            read_replicas: None,
            bandwidth_mbps: None,
            connections: None,
            proxy_connections: None,
            engine_versions: family.engine_versions(),
            engine_evidence: Evidence::Documented,
            storage: &[],
            state: ClassState::Sold,
            notes: &[],
            source: if cfg!(feature = "prose") {
                source
            } else {
                &ClassSource::NONE
            },
        }
    }

    #[cfg(feature = "editions")]
    pub(crate) const fn carries(mut self, bandwidth_mbps: u32, connections: u32) -> Self {
        if cfg!(feature = "prose") {
            self.bandwidth_mbps = Some(bandwidth_mbps);
            self.connections = Some(connections);
        }
        self
    }

    #[cfg(feature = "editions")]
    pub(crate) const fn proxied(mut self, connections: u32) -> Self {
        if cfg!(feature = "prose") {
            self.proxy_connections = Some(connections);
        }
        self
    }

    #[cfg(feature = "editions")]
    pub(crate) const fn reads(mut self, replicas: u32) -> Self {
        self.read_replicas = Some(replicas);
        self
    }

    #[cfg(feature = "editions")]
    pub(crate) const fn engines(
        mut self,
        versions: &'static [&'static str],
        evidence: Evidence,
    ) -> Self {
        self.engine_versions = versions;
        self.engine_evidence = evidence;
        self
    }

    #[cfg(feature = "editions")]
    pub(crate) const fn stores(mut self, ranges: &'static [StorageRange]) -> Self {
        self.storage = ranges;
        self
    }

    /// Other than sold. A collective name is of no family.
    #[cfg(feature = "editions")]
    pub(crate) const fn state(mut self, state: ClassState) -> Self {
        if matches!(state, ClassState::Collective) {
            self.family = None;
        }
        self.state = state;
        self
    }

    #[cfg(feature = "editions")]
    pub(crate) const fn noted(mut self, notes: &'static [&'static Bilingual]) -> Self {
        if cfg!(feature = "prose") {
            self.notes = notes;
        }
        self
    }

    /// The edition of its family.
    #[must_use]
    pub const fn edition(&self) -> Option<ClassEdition> {
        match self.family {
            Some(family) => family.edition(),
            None => None,
        }
    }

    /// The range of a kind of disk; nothing where the class is not sold with it.
    #[must_use]
    pub fn storage_of(&self, kind: StorageType) -> Option<&'static StorageRange> {
        let ranges: &'static [StorageRange] = self.storage;
        ranges.iter().find(|range| range.storage_type == kind)
    }
}

/// Which names belong to a family.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct FamilyRule {
    /// The family.
    pub family: ClassFamily,
    /// How its names begin, each with its last point. No name begins in two ways.
    pub prefixes: &'static [&'static str],
}

/// The classes of one provider.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct ClassCatalogue {
    /// How names tell their family.
    pub families: &'static [FamilyRule],
    /// The rows, sorted by name.
    pub classes: &'static [Class],
}

/// What every collective name has in it.
const COLLECTIVE: &str = ".cluster.sharding.common";

/// Names longer than this are not compared with the catalogue's, of which the longest has 63
/// letters.
const LONGEST_NAME: usize = 96;

impl ClassCatalogue {
    /// The family that a name tells, known or not. A collective name tells none.
    #[must_use]
    pub fn family_of(&self, name: &str) -> Option<ClassFamily> {
        if Self::is_collective_name(name) {
            return None;
        }
        self.families
            .iter()
            .find(|rule| rule.prefixes.iter().any(|start| name.starts_with(start)))
            .map(|rule| rule.family)
    }

    /// Whether the provider's answers give that name to every cluster of a family, listed here
    /// or not. An order with it is refused.
    #[must_use]
    #[allow(
        clippy::unused_self,
        reason = "what a name is depends on whose catalogue is asked"
    )]
    pub fn is_collective(&self, name: &str) -> bool {
        Self::is_collective_name(name)
    }

    fn is_collective_name(name: &str) -> bool {
        crate::text::find(name, COLLECTIVE).is_some()
    }

    /// The row of that name, letter by letter.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&'static Class> {
        let classes: &'static [Class] = self.classes;
        let at = classes.binary_search_by(|class| class.name.cmp(name));
        at.ok().and_then(|at| classes.get(at))
    }

    /// The class that is most likely meant by a name that is none: the only one that goes on
    /// where the name ends, or else the one at the smallest edit distance, a fifth of the
    /// letters at most. Of equally near ones, one that is sold. Never a collective name.
    #[must_use]
    pub fn nearest(&self, name: &str) -> Option<&'static str> {
        let classes: &'static [Class] = self.classes;
        let mut longer = classes.iter().filter(|class| {
            class
                .name
                .strip_prefix(name)
                .is_some_and(|rest| rest.starts_with('.'))
                && !Self::is_collective_name(class.name)
        });
        if let (Some(only), None) = (longer.next(), longer.next()) {
            return Some(only.name);
        }
        let of = |sold: bool| {
            classes
                .iter()
                .filter(move |class| (class.state == ClassState::Sold) == sold)
                .map(|class| class.name)
                .filter(|name| !Self::is_collective_name(name))
        };
        nearest_within(name, of(true).chain(of(false)), LONGEST_NAME, |letters| {
            (letters / 5).max(2)
        })
    }

    /// The number of shards that a name spells: its first part that is nothing but digits and
    /// `db`. `redis.logic.sharding.1g.2db.0rodb.4proxy.default` spells 2, `db2g.1db` spells 1,
    /// and 0 is no number of shards.
    #[must_use]
    pub fn spelled_shards(name: &str) -> Option<u32> {
        name.split('.')
            .filter_map(|part| part.strip_suffix("db"))
            .find(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
            .and_then(|digits| digits.parse().ok())
            .filter(|number| *number > 0)
    }

    /// The memory of a whole instance, in MB, where the class alone decides it.
    #[must_use]
    pub const fn total_capacity_mb(class: &Class) -> Option<u64> {
        match class.capacity {
            ClassCapacity::Total(mb) => Some(mb),
            ClassCapacity::PerShard(_) | ClassCapacity::Open => None,
        }
    }
}
