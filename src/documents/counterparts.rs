//! What one setting of an order is called in each format: the API's parameter, the argument of
//! Terraform's provider that is sent as it, and the property of a template. Pulumi has Terraform's
//! names in camelCase. Every transfer between formats rests on this table and nothing else.
//!
//! A name that stands in no row has the same name in every format that knows it.

/// One setting in the words of each format; empty where a format has none.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Counterpart {
    /// The API's parameter; for what another operation sets once the instance exists, nothing.
    pub(crate) api: &'static str,
    /// Terraform's argument.
    pub(crate) terraform: &'static str,
    /// The path of the property in a template, with slashes between its parts.
    pub(crate) ros: &'static str,
}

const fn row(api: &'static str, terraform: &'static str, ros: &'static str) -> Counterpart {
    Counterpart {
        api,
        terraform,
        ros,
    }
}

impl Counterpart {
    /// By what the setting is known between formats: the API's name, else Terraform's.
    pub(crate) const fn key(&self) -> &'static str {
        if self.api.is_empty() {
            self.terraform
        } else {
            self.api
        }
    }
}

/// The settings of `CreateInstance` and `alicloud_kvstore_instance`.
pub(crate) const CREATE_INSTANCE: &[Counterpart] = &[
    row("InstanceName", "db_instance_name", "InstanceName"),
    row("InstanceType", "instance_type", ""),
    row("InstanceClass", "instance_class", "InstanceClass"),
    row("Capacity", "capacity", ""),
    row("EngineVersion", "engine_version", "EngineVersion"),
    row("ShardCount", "shard_count", "ShardCount"),
    row("ReplicaCount", "replica_count", ""),
    row("ReadOnlyCount", "read_only_count", "ReadOnlyCount"),
    row("NodeType", "node_type", "NodeType"),
    row("ChargeType", "payment_type", "ChargeType"),
    row("Period", "period", "Period"),
    row("AutoRenew", "auto_renew", ""),
    row("AutoRenewPeriod", "auto_renew_period", "AutoRenewDuration"),
    row("AutoUseCoupon", "auto_use_coupon", ""),
    row("CouponNo", "coupon_no", ""),
    row("BusinessInfo", "business_info", ""),
    row("ZoneId", "zone_id", "ZoneId"),
    row("SecondaryZoneId", "secondary_zone_id", "SecondaryZoneId"),
    row("SlaveReadOnlyCount", "slave_read_only_count", ""),
    row("SlaveReplicaCount", "slave_replica_count", ""),
    row("VpcId", "", "VpcId"),
    row("VSwitchId", "vswitch_id", "VSwitchId"),
    row("PrivateIpAddress", "private_ip", ""),
    row("Port", "private_connection_port", ""),
    row("ConnectionStringPrefix", "private_connection_prefix", ""),
    row("Password", "password", "Password"),
    row("SrcDBInstanceId", "srcdb_instance_id", ""),
    row("BackupId", "backup_id", ""),
    row("RestoreTime", "restore_time", ""),
    row("DedicatedHostGroupId", "dedicated_host_group_id", ""),
    row("GlobalInstance", "global_instance", ""),
    row("GlobalInstanceId", "global_instance_id", ""),
    row("ResourceGroupId", "resource_group_id", "ResourceGroupId"),
    row("DryRun", "dry_run", ""),
    row(
        "MaintainStartTime",
        "maintain_start_time",
        "InstanceMaintainTime/MaintainStartTime",
    ),
    row(
        "MaintainEndTime",
        "maintain_end_time",
        "InstanceMaintainTime/MaintainEndTime",
    ),
    row("Tag", "tags", "Tags"),
    row("", "config", "EvictionPolicy"),
    row("", "security_group_id", "SecurityGroupId"),
    row("", "ssl_enable", "SSLEnabled"),
    row("", "vpc_auth_mode", "VpcPasswordFree"),
    row("", "backup_period", "BackupPolicy/PreferredBackupPeriod"),
    row("", "backup_time", "BackupPolicy/PreferredBackupTime"),
    row("", "enable_backup_log", "BackupPolicy/EnableBackupLog"),
    row("", "instance_release_protection", "DeletionProtection"),
];

/// The settings of `CreateTairInstance` and `alicloud_redis_tair_instance`.
pub(crate) const CREATE_TAIR_INSTANCE: &[Counterpart] = &[
    row("InstanceName", "tair_instance_name", "InstanceName"),
    row("InstanceType", "instance_type", "ProductType"),
    row("InstanceClass", "instance_class", "InstanceClass"),
    row("EngineVersion", "engine_version", "EngineVersion"),
    row("ShardCount", "shard_count", "ShardCount"),
    row("Storage", "storage_size_gb", "TairConfig/Storage"),
    row(
        "StorageType",
        "storage_performance_level",
        "TairConfig/StorageType",
    ),
    row("ReadOnlyCount", "read_only_count", "ReadOnlyCount"),
    row("ShardType", "node_type", "NodeType"),
    row("ChargeType", "payment_type", "ChargeType"),
    row("Period", "period", "Period"),
    row("AutoRenew", "auto_renew", ""),
    row("AutoRenewPeriod", "auto_renew_period", "AutoRenewDuration"),
    row("ZoneId", "zone_id", "ZoneId"),
    row("SecondaryZoneId", "secondary_zone_id", "SecondaryZoneId"),
    row("SlaveReadOnlyCount", "slave_read_only_count", ""),
    row("VpcId", "vpc_id", "VpcId"),
    row("VSwitchId", "vswitch_id", "VSwitchId"),
    row("Port", "port", ""),
    row("ConnectionStringPrefix", "connection_string_prefix", ""),
    row("Password", "password", "Password"),
    row("SrcDBInstanceId", "src_db_instance_id", ""),
    row("BackupId", "backup_id", ""),
    row("ClusterBackupId", "cluster_backup_id", ""),
    row("RecoverConfigMode", "recover_config_mode", ""),
    row("GlobalInstanceId", "global_instance_id", ""),
    row("ResourceGroupId", "resource_group_id", "ResourceGroupId"),
    row(
        "MaintainStartTime",
        "maintain_start_time",
        "InstanceMaintainTime/MaintainStartTime",
    ),
    row(
        "MaintainEndTime",
        "maintain_end_time",
        "InstanceMaintainTime/MaintainEndTime",
    ),
    row("Tag", "tags", "Tags"),
    row("", "config", "EvictionPolicy"),
    row("", "security_group_id", "SecurityGroupId"),
    row("", "ssl_enabled", "SSLEnabled"),
    row("", "vpc_auth_mode", "VpcPasswordFree"),
];

/// Words of a format, each with the API's. Of several for one the first is written.
type Words = &'static [(&'static str, &'static str)];

/// Words that a format has for the API's: how its profiles' identifiers begin, the setting's key,
/// and the words.
pub(crate) const WORDS: &[(&str, &str, Words)] = &[
    (
        "terraform.alicloud-redis-tair-instance",
        "ChargeType",
        &[("Subscription", "PrePaid"), ("PayAsYouGo", "PostPaid")],
    ),
    (
        "pulumi.redis-tair-instance",
        "ChargeType",
        &[("Subscription", "PrePaid"), ("PayAsYouGo", "PostPaid")],
    ),
    (
        "terraform.alicloud-redis-tair-instance",
        "StorageType",
        LEVELS,
    ),
    ("pulumi.redis-tair-instance", "StorageType", LEVELS),
    (
        "ros.",
        "ChargeType",
        &[
            ("PrePaid", "PrePaid"),
            ("Subscription", "PrePaid"),
            ("Prepaid", "PrePaid"),
            ("PrePay", "PrePaid"),
            ("Prepay", "PrePaid"),
            ("PREPAY", "PrePaid"),
            ("PRE", "PrePaid"),
            ("PostPaid", "PostPaid"),
            ("PayAsYouGo", "PostPaid"),
            ("PayOnDemand", "PostPaid"),
            ("Postpaid", "PostPaid"),
            ("PostPay", "PostPaid"),
            ("Postpay", "PostPaid"),
            ("POSTPAY", "PostPaid"),
            ("POST", "PostPaid"),
        ],
    ),
    (
        "ros.",
        "InstanceType",
        &[
            ("Tair_rdb", "tair_rdb"),
            ("Tair_scm", "tair_scm"),
            ("Tair_essd", "tair_essd"),
        ],
    ),
    (
        "ros.",
        "vpc_auth_mode",
        &[("true", "Close"), ("false", "Open")],
    ),
];

const LEVELS: &[(&str, &str)] = &[
    ("PL1", "essd_pl1"),
    ("PL2", "essd_pl2"),
    ("PL3", "essd_pl3"),
];

/// The word of the API for a format's, or the word itself.
pub(crate) fn to_api<'w>(profile: &str, key: &str, word: &'w str) -> &'w str {
    words(profile, key)
        .iter()
        .find(|(here, _)| *here == word)
        .map_or(word, |(_, api)| *api)
}

/// The word of a format for the API's, or the word itself.
pub(crate) fn from_api<'w>(profile: &str, key: &str, word: &'w str) -> &'w str {
    words(profile, key)
        .iter()
        .find(|(_, api)| *api == word)
        .map_or(word, |(here, _)| *here)
}

fn words(profile: &str, key: &str) -> Words {
    WORDS
        .iter()
        .find(|(of, setting, _)| profile.starts_with(of) && *setting == key)
        .map_or(&[], |(_, _, words)| *words)
}

/// What Pulumi calls an argument of Terraform's.
pub(crate) fn in_pulumi(argument: &str) -> String {
    if argument == "backup_period" {
        return "backupPeriods".to_owned();
    }
    let mut name = String::with_capacity(argument.len());
    for (index, word) in argument.split('_').enumerate() {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if index > 0 => name.push(first.to_ascii_uppercase()),
            Some(first) => name.push(first),
            None => {}
        }
        name.push_str(letters.as_str());
    }
    name
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::profile::{Constraint, Kind, Object, Profile};

    fn profile(id: &str) -> &'static Profile {
        Profile::by_id(id).unwrap_or_else(|| panic!("{id}"))
    }

    fn knows(object: &'static Object, path: &str) -> bool {
        let (name, rest) = path.split_once('/').unwrap_or((path, ""));
        object.parameter(name).is_some_and(|row| match row.kind {
            Kind::Object(inner) if !rest.is_empty() => knows(inner, rest),
            _ => rest.is_empty(),
        })
    }

    #[test]
    fn every_name_stands_in_its_profile_once() {
        for (table, api, terraform, pulumi) in [
            (
                CREATE_INSTANCE,
                "alibaba.create-instance.2026",
                "terraform.alicloud-kvstore-instance",
                "pulumi.kvstore-instance",
            ),
            (
                CREATE_TAIR_INSTANCE,
                "alibaba.create-tair-instance.2026",
                "terraform.alicloud-redis-tair-instance",
                "pulumi.redis-tair-instance",
            ),
        ] {
            let mut seen = HashSet::new();
            for row in table {
                for (id, name) in [
                    (api, row.api),
                    (terraform, row.terraform),
                    ("ros.redis-instance", row.ros),
                ] {
                    let is_new = name.is_empty() || seen.insert((id, name));
                    assert!(is_new, "{id} {name}");
                    let is_known = name.is_empty() || knows(profile(id).request, name);
                    assert!(is_known, "{id} {name}");
                }
            }
            // What both names of an argument tell is told: only what the edition lacks is missing.
            for argument in profile(terraform).request.parameters {
                let name = in_pulumi(argument.name);
                let is_late = ["replica_count", "slave_replica_count", "config"]
                    .contains(&argument.name)
                    || argument.name.starts_with("maintain_");
                let is_known = profile(pulumi).request.parameter(&name).is_some();
                assert!(is_known || is_late, "{name}");
            }
        }
    }

    #[test]
    fn words_are_those_of_the_profiles() {
        for (id, key, words) in WORDS {
            for profile in crate::documents::PROFILES {
                if !profile.id.starts_with(id) {
                    continue;
                }
                let tables = [CREATE_INSTANCE, CREATE_TAIR_INSTANCE];
                let rows = tables.iter().flat_map(|table| table.iter());
                let named = rows.filter(|row| row.key() == *key);
                let allowed: Vec<&str> = named
                    .filter_map(|row| {
                        let name = match profile.id.split('.').next() {
                            Some("ros") => row.ros.to_owned(),
                            Some("pulumi") => in_pulumi(row.terraform),
                            _ => row.terraform.to_owned(),
                        };
                        let path: Vec<&str> = name.split('/').collect();
                        let mut object = profile.request;
                        for holder in &path[..path.len() - 1] {
                            let Kind::Object(inner) = object.parameter(holder)?.kind else {
                                return None;
                            };
                            object = inner;
                        }
                        match object.parameter(path.last()?)?.constraint {
                            Constraint::OneOf(values) => Some(values.to_vec()),
                            Constraint::Boolean => Some(vec!["true", "false"]),
                            _ => None,
                        }
                    })
                    .flatten()
                    .collect();
                for (here, _) in *words {
                    // A subscription by its type has no such property.
                    let is_given =
                        profile.id == "ros.redis-prepay-instance" || allowed.contains(here);
                    assert!(is_given, "{} {key} {here}: {allowed:?}", profile.id);
                }
            }
        }
    }
}
