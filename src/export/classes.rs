//! The instance classes that the providers sell, as data.

use serde::Serialize;

use crate::diagnostic::Locale;
use crate::profile::{Class, ClassEdition, ClassFamily};

/// Names the shape of [`Classes`].
pub const CLASSES_SCHEMA: &str = "kvspec/classes/v1";

/// Some instance classes, as `kvspec classes --format json` writes them.
#[derive(Debug, Clone, Serialize)]
pub struct Classes {
    /// Always [`CLASSES_SCHEMA`].
    pub schema: &'static str,
    /// One entry for each class.
    pub classes: Vec<PublishedClass>,
}

/// One instance class. What is not known is `None`, or empty.
#[derive(Debug, Clone, Serialize)]
pub struct PublishedClass {
    /// The code, as an order writes it.
    pub name: &'static str,
    /// `alibaba` or `jdcloud`.
    pub provider: &'static str,
    /// The family's name; a collective name has none.
    pub family: Option<&'static str>,
    /// `classic` or `cloud-native`.
    pub edition: Option<&'static str>,
    /// How an instance is built.
    pub layout: &'static str,
    /// Memory in MB, of what `capacity_basis` says.
    pub capacity_mb: Option<u64>,
    /// What the capacity is of: the whole instance or one shard.
    pub capacity_basis: &'static str,
    /// How many shards it can have, such as `2` or `1 or 2..`.
    pub shards: Option<String>,
    /// Replicas that answer reads, where the name fixes them.
    pub read_replicas: Option<u32>,
    /// Bandwidth in Mbit/s, on the basis of the capacity.
    pub bandwidth_mbps: Option<u32>,
    /// Most connections, on the basis of the capacity.
    pub connections: Option<u32>,
    /// Most connections through the proxies, where the sources tell the two apart.
    pub proxy_connections: Option<u32>,
    /// The engine versions that it runs, ascending.
    pub engine_versions: &'static [&'static str],
    /// On what the engine versions rest.
    pub engine_evidence: &'static str,
    /// Disks that can be ordered with it.
    pub storage: Vec<PublishedStorage>,
    /// Whether it can be ordered.
    pub state: &'static str,
    /// What else the sources say, in the language that was asked for.
    pub notes: Vec<&'static str>,
    /// Titles of the pages that it is from.
    pub source: &'static str,
    /// Their dates.
    pub date: &'static str,
}

/// How large a disk of one kind may be.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct PublishedStorage {
    /// The kind of disk.
    pub storage_type: &'static str,
    /// Smallest size, in GB.
    pub min_gb: u32,
    /// Largest size, in GB.
    pub max_gb: u32,
}

/// Publishes one class of a provider, with what is text in one language.
///
/// ```
/// use kvspec::{Locale, documents::alibaba, export};
///
/// let class = alibaba::CATALOGUE.find("tair.rdb.8g").unwrap();
/// let published = export::class("alibaba", class, Locale::En);
/// assert_eq!((published.capacity_mb, published.capacity_basis), (Some(8192), "per_shard"));
/// ```
#[must_use]
pub fn class(provider: &'static str, class: &'static Class, locale: Locale) -> PublishedClass {
    PublishedClass {
        name: class.name,
        provider,
        family: class.family.map(ClassFamily::name),
        edition: class.edition().map(ClassEdition::name),
        layout: class.layout.name(),
        capacity_mb: class.capacity.mb(),
        capacity_basis: class.capacity.basis(),
        shards: Some(class.shards.to_string()).filter(|written| !written.is_empty()),
        read_replicas: class.read_replicas,
        bandwidth_mbps: class.bandwidth_mbps,
        connections: class.connections,
        proxy_connections: class.proxy_connections,
        engine_versions: class.engine_versions,
        engine_evidence: class.engine_evidence.name(),
        storage: class
            .storage
            .iter()
            .map(|range| PublishedStorage {
                storage_type: range.storage_type.name(),
                min_gb: range.min_gb,
                max_gb: range.max_gb,
            })
            .collect(),
        state: class.state.name(),
        notes: class.notes.iter().map(|note| note.get(locale)).collect(),
        source: class.source.title,
        date: class.source.date.get(locale),
    }
}
