//! What operations and parameters are called on the command line of `aliyun`, in its two modes:
//! by the API's names, or by these in kebab case.

/// An operation that orders instances.
#[derive(Debug)]
pub(super) struct Operation {
    /// Its name in the API.
    pub(super) name: &'static str,
    /// Its name in kebab case.
    pub(super) kebab: &'static str,
    /// Identifier of the profile that judges it.
    pub(super) profile: &'static str,
    /// Its parameters.
    parameters: &'static [&'static str],
    /// Parameters of other operations, with what stands for them here.
    others: &'static [(&'static str, &'static str)],
}

/// The operations that order instances.
const OPERATIONS: [Operation; 3] = [
    Operation {
        name: "CreateInstance",
        kebab: "create-instance",
        profile: "alibaba.create-instance.2026",
        parameters: &[
            "RegionId",
            "ZoneId",
            "SecondaryZoneId",
            "InstanceName",
            "Password",
            "InstanceClass",
            "Capacity",
            "ChargeType",
            "Period",
            "AutoRenew",
            "AutoRenewPeriod",
            "AutoUseCoupon",
            "BusinessInfo",
            "CouponNo",
            "NodeType",
            "NetworkType",
            "VpcId",
            "VSwitchId",
            "PrivateIpAddress",
            "InstanceType",
            "EngineVersion",
            "SrcDBInstanceId",
            "BackupId",
            "ClusterBackupId",
            "RestoreTime",
            "RecoverConfigMode",
            "DedicatedHostGroupId",
            "ResourceGroupId",
            "ShardCount",
            "ReadOnlyCount",
            "SlaveReadOnlyCount",
            "ReplicaCount",
            "SlaveReplicaCount",
            "InstanceEndpointType",
            "GlobalInstance",
            "GlobalInstanceId",
            "GlobalSecurityGroupIds",
            "Port",
            "DryRun",
            "Appendonly",
            "ConnectionStringPrefix",
            "ParamGroupId",
            "Tag",
            "Token",
            "MaintainStartTime",
            "MaintainEndTime",
        ],
        others: &[
            ("ClientToken", "Token"),
            ("PrivateIp", "PrivateIpAddress"),
            ("ShardType", "NodeType"),
        ],
    },
    Operation {
        name: "CreateTairInstance",
        kebab: "create-tair-instance",
        profile: "alibaba.create-tair-instance.2026",
        parameters: &[
            "RegionId",
            "ZoneId",
            "SecondaryZoneId",
            "InstanceName",
            "Password",
            "InstanceClass",
            "InstanceType",
            "EngineVersion",
            "ChargeType",
            "Period",
            "AutoRenew",
            "AutoRenewPeriod",
            "AutoPay",
            "AutoUseCoupon",
            "BusinessInfo",
            "CouponNo",
            "VpcId",
            "VSwitchId",
            "PrivateIpAddress",
            "ShardType",
            "ShardCount",
            "ReadOnlyCount",
            "SlaveReadOnlyCount",
            "ReplicaCount",
            "SlaveReplicaCount",
            "StorageType",
            "Storage",
            "SrcDBInstanceId",
            "BackupId",
            "ClusterBackupId",
            "RestoreTime",
            "RecoverConfigMode",
            "ResourceGroupId",
            "ClientToken",
            "GlobalInstanceId",
            "GlobalSecurityGroupIds",
            "ParamGroupId",
            "Port",
            "DryRun",
            "ConnectionStringPrefix",
            "Tag",
            "InstanceEndpointType",
            "MaintainStartTime",
            "MaintainEndTime",
        ],
        others: &[
            ("Token", "ClientToken"),
            ("NodeType", "ShardType"),
            ("PrivateIp", "PrivateIpAddress"),
        ],
    },
    Operation {
        name: "CreateInstances",
        kebab: "create-instances",
        profile: "alibaba.create-instances",
        parameters: &[
            "RegionId",
            "Instances",
            "Token",
            "AutoPay",
            "AutoRenew",
            "BusinessInfo",
            "CouponNo",
            "EngineVersion",
            "RebuildInstance",
            "ResourceGroupId",
        ],
        others: &[("ClientToken", "Token")],
    },
];

/// What every operation takes beside what every request has, and no order is about.
const COMMON: [&str; 5] = [
    "SecurityToken",
    "OwnerAccount",
    "OwnerId",
    "ResourceOwnerAccount",
    "ResourceOwnerId",
];

/// Which of the two modes a spelling belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// The API's names.
    Classic,
    /// Kebab case.
    Kebab,
}

/// What a flag of an operation means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A parameter, by the API's name; whether it differs in case from every right spelling;
    /// and the mode that it is written in, if it can be told.
    Parameter {
        name: String,
        is_misspelt: bool,
        mode: Option<Mode>,
    },
    /// A parameter that no order is about.
    Common,
    /// None; with the nearest one in the API's spelling.
    Unknown(Option<String>),
}

impl Mode {
    /// The other one.
    pub(super) const fn other(self) -> Self {
        match self {
            Self::Classic => Self::Kebab,
            Self::Kebab => Self::Classic,
        }
    }
}

impl Operation {
    /// The operation of that name, in either spelling, with the mode of the spelling.
    pub(super) fn named(word: &str) -> Option<(&'static Self, Mode)> {
        OPERATIONS.iter().find_map(|operation| {
            if operation.name == word {
                Some((operation, Mode::Classic))
            } else {
                (operation.kebab == word).then_some((operation, Mode::Kebab))
            }
        })
    }

    /// Its name in a mode.
    pub(super) const fn word(&self, mode: Mode) -> &'static str {
        match mode {
            Mode::Classic => self.name,
            Mode::Kebab => self.kebab,
        }
    }

    /// What a flag means, without its dashes.
    pub(super) fn flag(&self, written: &str) -> Meaning {
        if let Some(tag) = tag_member(written) {
            if !self.parameters.contains(&"Tag") {
                return Meaning::Unknown(None);
            }
            let is_classic = written.starts_with('T');
            return Meaning::Parameter {
                name: tag,
                is_misspelt: false,
                mode: Some(if is_classic {
                    Mode::Classic
                } else {
                    Mode::Kebab
                }),
            };
        }
        for name in self.parameters {
            if let Some((is_misspelt, mode)) = spelling(name, written) {
                return Meaning::Parameter {
                    name: (*name).to_owned(),
                    is_misspelt,
                    mode,
                };
            }
        }
        let mut common = crate::redact::COMMON.iter().chain(&COMMON);
        if common.any(|name| spelling(name, written).is_some()) {
            return Meaning::Common;
        }
        let stands_for = self
            .others
            .iter()
            .find_map(|(other, here)| spelling(other, written).map(|_| *here));
        let flat: String = written.chars().filter(|c| *c != '-').collect();
        let nearest =
            stands_for.or_else(|| crate::text::nearest(&flat, self.parameters.iter().copied()));
        Meaning::Unknown(nearest.map(ToOwned::to_owned))
    }
}

/// If a flag is a spelling of a parameter: whether it differs in case from the right ones, and
/// whose mode it is.
fn spelling(name: &str, written: &str) -> Option<(bool, Option<Mode>)> {
    if written == name {
        return Some((false, Some(Mode::Classic)));
    }
    let spellings = kebabs(name);
    if spellings.iter().any(|kebab| kebab == written) {
        return Some((false, Some(Mode::Kebab)));
    }
    // The rule for the other names would give this; the tool has one flag for each parameter.
    if name == "VSwitchId" && written.eq_ignore_ascii_case("v-switch-id") {
        return Some((true, Some(Mode::Kebab)));
    }
    if written.eq_ignore_ascii_case(name) {
        let has_capital = written.contains(|letter: char| letter.is_ascii_uppercase());
        return Some((true, has_capital.then_some(Mode::Classic)));
    }
    let is_close = spellings
        .iter()
        .any(|kebab| kebab.eq_ignore_ascii_case(written));
    is_close.then_some((true, Some(Mode::Kebab)))
}

/// A parameter in kebab case, the usual spelling first.
fn kebabs(name: &str) -> Vec<String> {
    match name {
        // `--region` stays the tool's own, and so the order's region has another name.
        "RegionId" => vec!["biz-region-id".to_owned()],
        "VSwitchId" => vec!["vswitch-id".to_owned()],
        "SrcDBInstanceId" => vec![
            "src-db-instance-id".to_owned(),
            "src-dbinstance-id".to_owned(),
        ],
        _ => vec![kebab(name)],
    }
}

/// The usual spelling of a parameter in a mode.
pub(super) fn spelt(name: &str, mode: Mode) -> String {
    if mode == Mode::Classic {
        return name.to_owned();
    }
    if let Some(rest) = name.strip_prefix("Tag.") {
        return format!("tag.{}", rest.to_ascii_lowercase());
    }
    kebabs(name).into_iter().next().unwrap_or_default()
}

/// A name in kebab case: a hyphen before each capital that begins a word.
pub(super) fn kebab(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut kebab = String::new();
    for (index, letter) in letters.iter().enumerate() {
        let is_after_small = index > 0 && !letters[index - 1].is_ascii_uppercase();
        let is_before_small = letters.get(index + 1).is_some_and(char::is_ascii_lowercase);
        if index > 0 && letter.is_ascii_uppercase() && (is_after_small || is_before_small) {
            kebab.push('-');
        }
        kebab.push(letter.to_ascii_lowercase());
    }
    kebab
}

/// The API's name of a flag for one member of the tags: `Tag.1.Key`.
fn tag_member(written: &str) -> Option<String> {
    let (first, rest) = written.split_once('.')?;
    match first {
        "Tag" => Some(written.to_owned()),
        "tag" => {
            let rest = rest.replace("key", "Key").replace("value", "Value");
            Some(format!("Tag.{rest}"))
        }
        _ => None,
    }
}
