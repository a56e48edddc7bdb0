//! Operations, each with its editions, and the names that tell one from the other.

use super::Date;
use crate::profile::{Object, Parameter, Profile};

/// One operation in all its editions.
#[derive(Debug)]
pub(super) struct Family {
    /// The name of the operation.
    pub(super) operation: &'static str,
    /// Whether requests name it in `Action`.
    pub(super) has_action: bool,
    /// Whether the URL of a request names it, and the body is JSON.
    pub(super) is_rest: bool,
    /// Its editions with the day from which each holds, newest first. Those that this build does
    /// not have are passed over.
    editions: &'static [(&'static str, Date)],
    /// Names that nothing else has: one of them is enough.
    deciding: &'static [&'static str],
    /// Names that no sibling has, but that may mean anything elsewhere: one of them decides where
    /// others of the family stand beside it.
    leaning: &'static [&'static str],
}

const ALWAYS: Date = Date::known(1, 1, 1);

// The table moves into the profiles once they know their family, date and predecessor.
pub(super) const FAMILIES: &[Family] = &[
    Family {
        operation: "CreateInstance",
        has_action: true,
        is_rest: false,
        editions: &[
            ("alibaba.create-instance.2026", Date::known(2024, 7, 30)),
            ("alibaba.create-instance.cn", Date::known(2019, 2, 1)),
            ("alibaba.create-instance.intl", ALWAYS),
        ],
        deciding: &[],
        leaning: &[],
    },
    #[cfg(feature = "editions")]
    Family {
        operation: "CreateTairInstance",
        has_action: true,
        is_rest: false,
        editions: &[("alibaba.create-tair-instance.2026", ALWAYS)],
        deciding: &[],
        leaning: &["ShardType", "StorageType", "Storage"],
    },
    Family {
        operation: "CreateInstances",
        has_action: true,
        is_rest: false,
        editions: &[("alibaba.create-instances", ALWAYS)],
        deciding: &["Instances"],
        leaning: &[],
    },
    Family {
        operation: "createCacheInstance",
        has_action: false,
        is_rest: true,
        editions: &[
            (
                "jdcloud.create-cache-instance.2026",
                Date::known(2026, 10, 26),
            ),
            ("jdcloud.create-cache-instance", ALWAYS),
        ],
        deciding: &[
            "cacheInstance",
            "cacheInstanceName",
            "cacheInstanceClass",
            "cacheInstanceDescription",
            "cacheInstanceType",
            "azId",
            "azIdSpec",
        ],
        leaning: &[],
    },
    Family {
        operation: "purchase",
        has_action: false,
        is_rest: false,
        editions: &[("alibaba.console", ALWAYS)],
        deciding: &["billingMethod"],
        leaning: &[],
    },
];

/// What every request of the provider may have says nothing of this product.
const COMMON: &[&str] = &[
    "Action",
    "Version",
    "Format",
    "AccessKeyId",
    "SecurityToken",
    "Signature",
    "SignatureMethod",
    "SignatureVersion",
    "SignatureType",
    "SignatureNonce",
    "Timestamp",
    "OwnerAccount",
    "OwnerId",
    "ResourceOwnerAccount",
    "ResourceOwnerId",
];

impl Family {
    /// The editions that this build has, newest first.
    fn known(&self) -> impl Iterator<Item = (&'static Profile, Date)> {
        let known = |(id, from): &(&str, Date)| Some((Profile::by_id(id)?, *from));
        self.editions.iter().filter_map(known)
    }

    /// Its profiles, newest first.
    pub(super) fn profiles(&self) -> impl Iterator<Item = &'static Profile> {
        self.known().map(|(profile, _)| profile)
    }

    /// The family of a profile that is inferred.
    #[cfg(feature = "formats")]
    pub(super) fn of(profile: &Profile) -> Option<&'static Self> {
        let is_its = |family: &&Self| family.editions.iter().any(|(id, _)| *id == profile.id);
        FAMILIES.iter().find(is_its)
    }

    /// The edition that holds on a day, or the newest; before all of them, the oldest.
    pub(super) fn edition(&self, as_of: Option<Date>) -> Option<&'static Profile> {
        let holds = |from: Date| as_of.is_none_or(|day| from <= day);
        let mut known = self.known();
        let holding = known.find(|(_, from)| holds(*from));
        holding
            .or_else(|| self.known().last())
            .map(|(profile, _)| profile)
    }

    /// Whether that name alone tells this family.
    pub(super) fn decides(&self, name: &str) -> bool {
        self.deciding.iter().any(|own| is_same(name, own))
    }

    /// Whether that name tells this family from its siblings.
    pub(super) fn leans(&self, name: &str) -> bool {
        self.leaning.iter().any(|own| is_same(name, own))
    }

    pub(super) const fn has_leaning(&self) -> bool {
        !self.leaning.is_empty()
    }

    /// Whether that name counts where names are counted.
    pub(super) fn counts(&self, name: &str) -> bool {
        !self.has_action || !COMMON.iter().any(|common| is_same(name, common))
    }
}

/// Names that configurations and orders of many other things have as well.
const ANYONES: &[&str] = &[
    "RegionId",
    "Region",
    "ZoneId",
    "Zone",
    "Port",
    "Password",
    "Token",
    "Capacity",
    "Tag",
    "Tags",
    "Version",
    "Format",
    "Period",
    "Quantity",
    "Duration",
    "InstanceName",
    "InstanceType",
    "EngineVersion",
    "VpcId",
    "Vpc",
    "VSwitchId",
    "VSwitch",
    "ResourceGroupId",
    "DryRun",
    "AutoRenew",
    "AutoPay",
    "Timestamp",
    "NodeType",
    "NetworkType",
];

/// Names that orders of other products have, and answers.
const FOREIGN: &[&str] = &[
    "ImageId",
    "DBInstanceClass",
    "DBInstanceId",
    "DBInstanceStorage",
    "Engine",
    "CacheNodeType",
    "ClusterType",
    "SecurityGroupId",
    "SystemDisk",
    "RequestId",
    "InstanceId",
];

pub(super) fn is_anyones(name: &str) -> bool {
    ANYONES.iter().any(|own| is_same(name, own))
}

pub(super) fn is_foreign(name: &str) -> bool {
    FOREIGN.iter().any(|own| is_same(name, own))
}

/// The name of an element of `Instances` that nothing else has.
pub(super) fn is_of_an_element(name: &str) -> bool {
    is_same(name, "izNo")
}

/// Names that answers have: with two of them a text is no request.
pub(super) fn is_of_an_answer(name: &str) -> bool {
    let own = [
        "RequestId",
        "InstanceId",
        "InstanceIds",
        "OrderId",
        "InstanceStatus",
    ];
    own.iter().any(|own| is_same(name, own))
}

/// The parameter of that name, in whatever case, of an object.
pub(super) fn find(object: &'static Object, name: &str) -> Option<&'static str> {
    let parameters = object.parameters.iter();
    let found = |parameter: &&Parameter| is_same(name, parameter.name);
    parameters.clone().find(found).map(|found| found.name)
}

/// Whether two names differ in nothing but case and underscores.
pub(super) fn is_same(written: &str, name: &str) -> bool {
    let mut name = name.bytes();
    for byte in written.bytes() {
        if byte == b'_' {
            continue;
        }
        if !name
            .next()
            .is_some_and(|own| own.eq_ignore_ascii_case(&byte))
        {
            return false;
        }
    }
    name.next().is_none()
}

/// Whether an operation that no profile describes would create an instance of one of these
/// products, by its name; `is_ours` says that the request goes to their host.
pub(super) fn creates_an_instance(operation: &str, is_ours: bool) -> bool {
    /// It creates an instance of a kind that no other operation knows.
    const OTHER: &str = "createtcinstance";
    let name = operation.to_ascii_lowercase();
    let begins = ["create", "run", "add", "buy", "purchase", "allocate"];
    let products = ["redis", "tair", "kvstore", "memcache", "cacheinstance"];
    begins.iter().any(|verb| name.starts_with(verb))
        && name.trim_end_matches('s').ends_with("instance")
        && name != OTHER
        && (is_ours || products.iter().any(|product| name.contains(product)))
}
