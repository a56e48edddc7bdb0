//! Tables of tools that are built on Terraform's provider: the same arguments in camelCase, and
//! the same rules. What is said of a row or rule is proven where it is first written down.

use super::terraform::kvstore_instance::{COMPUTED, LOOKED_UP, OF_PROVIDER, REMOVED};
use crate::profile::{Bilingual, Parameter, Ref, Rule};

/// Names that the provider still takes, in camelCase.
pub(super) const OLD_NAMES: &[(&str, &str)] = &[
    ("instanceName", "dbInstanceName"),
    ("instanceChargeType", "paymentType"),
    ("availabilityZone", "zoneId"),
];

/// What is no argument of `alicloud_kvstore_instance`, in camelCase.
pub(super) const KVSTORE_GONE: &[(&str, Bilingual)] = &[
    ("modifyMode", REMOVED),
    ("id", COMPUTED),
    ("connectionDomain", COMPUTED),
    ("connectionString", COMPUTED),
    ("endTime", COMPUTED),
    ("qps", COMPUTED),
    ("status", COMPUTED),
    ("vpcId", LOOKED_UP),
    ("regionId", OF_PROVIDER),
];

/// What is no argument of `alicloud_redis_tair_instance`, in camelCase.
pub(super) const TAIR_GONE: &[(&str, Bilingual)] = &[
    ("id", COMPUTED),
    ("architectureType", COMPUTED),
    ("connectionDomain", COMPUTED),
    ("createTime", COMPUTED),
    ("maxConnections", COMPUTED),
    ("networkType", COMPUTED),
    ("status", COMPUTED),
    ("regionId", OF_PROVIDER),
];

/// Names that people use for arguments of `alicloud_kvstore_instance`, in camelCase.
pub(super) const KVSTORE_ALIASES: &[(&str, &str)] = &[
    ("name", "dbInstanceName"),
    ("tairInstanceName", "dbInstanceName"),
    ("chargeType", "paymentType"),
    ("payType", "paymentType"),
    ("dbInstanceClass", "instanceClass"),
    ("sslEnabled", "sslEnable"),
    ("srcDbInstanceId", "srcdbInstanceId"),
    ("securityGroupIds", "securityGroupId"),
    ("privateIpAddress", "privateIp"),
    ("redisVersion", "engineVersion"),
];

/// Names that people use for arguments of `alicloud_redis_tair_instance`, in camelCase.
pub(super) const TAIR_ALIASES: &[(&str, &str)] = &[
    ("name", "tairInstanceName"),
    ("dbInstanceName", "tairInstanceName"),
    ("instanceName", "tairInstanceName"),
    ("chargeType", "paymentType"),
    ("instanceChargeType", "paymentType"),
    ("dbInstanceClass", "instanceClass"),
    ("availabilityZone", "zoneId"),
    ("sslEnable", "sslEnabled"),
    ("srcdbInstanceId", "srcDbInstanceId"),
    ("securityGroupIds", "securityGroupId"),
    ("shardType", "nodeType"),
    ("storage", "storageSizeGb"),
    ("storageType", "storagePerformanceLevel"),
    ("bandwidth", "intranetBandwidth"),
    ("redisVersion", "engineVersion"),
];

/// How many bytes the names of these rows have in camelCase.
pub(super) const fn room(rows: &[Parameter]) -> usize {
    let mut room = 0;
    let mut row = 0;
    while row < rows.len() {
        let name = rows[row].name.as_bytes();
        let mut at = 0;
        while at < name.len() {
            if name[at] != b'_' {
                room += 1;
            }
            at += 1;
        }
        row += 1;
    }
    room
}

/// The names of these rows in camelCase, one behind the other.
pub(super) const fn letters<const ROOM: usize>(rows: &[Parameter]) -> [u8; ROOM] {
    let mut letters = [0; ROOM];
    let mut next = 0;
    let mut row = 0;
    while row < rows.len() {
        let name = rows[row].name.as_bytes();
        let mut at = 0;
        while at < name.len() {
            if name[at] != b'_' {
                let begins = at > 0 && name[at - 1] == b'_';
                letters[next] = if begins {
                    name[at].to_ascii_uppercase()
                } else {
                    name[at]
                };
                next += 1;
            }
            at += 1;
        }
        row += 1;
    }
    letters
}

/// The first `N` of these rows under the names that `letters` holds, without their samples.
pub(super) const fn renamed<const N: usize>(
    rows: &[Parameter],
    letters: &'static [u8],
) -> [Parameter; N] {
    let mut all = [rows[0]; N];
    let mut rest = letters;
    let mut row = 0;
    while row < N {
        all[row] = rows[row];
        let (name, others) = rest.split_at(room_of(rows[row].name));
        rest = others;
        // Nothing but letters of names that are texts.
        all[row].name = match std::str::from_utf8(name) {
            Ok(name) => name,
            Err(_) => rows[row].name,
        };
        all[row].samples = &[];
        row += 1;
    }
    all
}

const fn room_of(name: &str) -> usize {
    let name = name.as_bytes();
    let (mut room, mut at) = (0, 0);
    while at < name.len() {
        if name[at] != b'_' {
            room += 1;
        }
        at += 1;
    }
    room
}

/// The same rows, one of them with another name.
pub(super) const fn under<const N: usize>(
    mut rows: [Parameter; N],
    reference: Ref,
    name: &'static str,
) -> [Parameter; N] {
    rows[reference.index as usize].name = name;
    rows
}

/// The same rows, one of them changed.
pub(super) const fn with<const N: usize>(
    mut rows: [Parameter; N],
    reference: Ref,
    row: &Parameter,
) -> [Parameter; N] {
    let index = reference.index as usize;
    let name = rows[index].name;
    rows[index] = *row;
    rows[index].name = name;
    rows[index].samples = &[];
    rows
}

/// The row of a table in camelCase that has this name where it was first written down.
pub(in crate::documents) const fn place(
    first: &'static [Parameter],
    rows: &'static [Parameter],
    name: &str,
) -> Ref {
    let mut reference = Ref::to(first, name);
    assert!((reference.index as usize) < rows.len());
    reference.name = rows[reference.index as usize].name;
    reference
}

/// The same rules without their samples, which are written in Terraform's names.
pub(in crate::documents) const fn unproven<const N: usize>(rules: &[Rule]) -> [Rule; N] {
    let mut all = [rules[0]; N];
    let mut rule = 0;
    while rule < N {
        all[rule] = rules[rule];
        all[rule].samples = &[];
        rule += 1;
    }
    all
}
