//! Rows of packs: rules that a careful team asks for, beside the tables of the documents. A pack
//! is one object's rows more, and each row is like every other.

mod api;
mod asks;
#[cfg(feature = "formats")]
mod derived;
#[cfg(feature = "formats")]
mod ros;
#[cfg(feature = "formats")]
mod terraform;

use super::{alibaba, jdcloud};
use crate::profile::{Object, Rule};

/// The rows of packs about one object.
struct Table {
    object: &'static Object,
    rules: &'static [Rule],
}

const fn table(object: &'static Object, rules: &'static [Rule]) -> Table {
    Table { object, rules }
}

static TABLES: &[Table] = &[
    table(
        &alibaba::create_instance_2026::REQUEST,
        api::CREATE_INSTANCE,
    ),
    table(
        &alibaba::create_tair_instance_2026::REQUEST,
        api::CREATE_TAIR_INSTANCE,
    ),
    table(
        &jdcloud::create_cache_instance_2026::CACHE_INSTANCE,
        api::CACHE_INSTANCE,
    ),
    table(&jdcloud::create_cache_instance_2026::AZ_ID, api::AZ_ID),
    table(&jdcloud::create_cache_instance_2026::CHARGE, api::CHARGE),
    #[cfg(feature = "formats")]
    table(&super::ros::redis_instance::PROPERTIES, ros::INSTANCE),
    #[cfg(feature = "formats")]
    table(&super::ros::prepay_instance::PROPERTIES, ros::PREPAY),
    #[cfg(feature = "formats")]
    table(&super::ros::rows::CONNECTIONS, ros::CONNECTIONS),
    #[cfg(feature = "formats")]
    table(&super::ros::rows::BACKUP_POLICY, ros::BACKUP_POLICY),
    #[cfg(feature = "formats")]
    table(&super::ros::tair_config::TAIR_CONFIG, ros::TAIR_CONFIG),
    #[cfg(feature = "formats")]
    table(
        &super::terraform::kvstore_instance::REQUEST,
        terraform::KVSTORE,
    ),
    #[cfg(feature = "formats")]
    table(&super::terraform::tair_instance::REQUEST, terraform::TAIR),
    #[cfg(feature = "formats")]
    table(
        &super::pulumi::kvstore_instance::REQUEST,
        derived::PULUMI_KVSTORE,
    ),
    #[cfg(feature = "formats")]
    table(&super::pulumi::tair_instance::REQUEST, derived::PULUMI_TAIR),
    #[cfg(feature = "formats")]
    table(
        &super::crossplane::instance::REQUEST,
        derived::CROSSPLANE_INSTANCE,
    ),
    #[cfg(feature = "formats")]
    table(
        &super::crossplane::tair_instance::REQUEST,
        derived::CROSSPLANE_TAIR,
    ),
];

/// The rows of packs about an object of a profile.
#[must_use]
pub fn pack_rules(object: &'static Object) -> &'static [Rule] {
    #[cfg(feature = "profile-files")]
    if let Some(own) = object.own {
        return own.pack_rules;
    }
    let mut tables = TABLES.iter();
    let found = tables.find(|table| std::ptr::eq(table.object, object));
    found.map_or(&[], |table| table.rules)
}
