//! What parameters of different documents have in common: the same notion under several names,
//! and the same choice in several spellings.
//!
//! No profile is merged with another by this. The table says only which rows of two documents
//! may be held against each other, for comparisons, transfers, change rules and guesses at
//! misspelt names.

use crate::profile::{Bilingual, Citation, Constraint, Kind, Object, Parameter, Profile};

/// One notion: a thing that several documents let one choose.
#[derive(Debug)]
pub struct Notion {
    /// Identifier, in kebab case.
    pub id: &'static str,
    /// What a person calls it.
    pub label: Bilingual,
    /// What the documents call it. A container that only holds the parameter counts as a name
    /// for guesses, and is never compared itself.
    pub names: &'static [&'static str],
    /// Names that no document has, but people write.
    pub also: &'static [&'static str],
    /// Choices that the documents spell differently.
    pub choices: &'static [Choice],
    /// What an operation does that has no such parameter: `CreateInstance` creates one instance,
    /// the purchase page sells Redis, and JD Cloud puts every instance into a VPC.
    pub implied: Option<&'static str>,
}

/// One choice, in all of its spellings.
#[derive(Debug)]
pub struct Choice {
    /// The spellings. Where a document has several, the first of them is written.
    pub names: &'static [&'static str],
    /// The passage that says what the spelling means.
    pub citation: Citation,
}

const fn notion(
    id: &'static str,
    en: &'static str,
    zh: &'static str,
    names: &'static [&'static str],
) -> Notion {
    Notion {
        id,
        label: Bilingual::new(en, zh),
        names,
        also: &[],
        choices: &[],
        implied: None,
    }
}

impl Notion {
    const fn also(mut self, names: &'static [&'static str]) -> Self {
        self.also = names;
        self
    }

    const fn choices(mut self, choices: &'static [Choice]) -> Self {
        self.choices = choices;
        self
    }

    const fn implied(mut self, value: &'static str) -> Self {
        self.implied = Some(value);
        self
    }
}

const fn choice(
    names: &'static [&'static str],
    document: &'static str,
    section: &'static str,
    quote: &'static str,
) -> Choice {
    Choice {
        names,
        citation: Citation::new(document, section, quote),
    }
}

const PAGE: &str = "000_2967709d0fcf866a.txt";
const CREATE_INSTANCE: &str = "002_06e0b8b2fbd28766.txt";

/// Identifier of the notion of a region.
pub const REGION: &str = "region";
/// Identifier of the notion of a zone.
pub const ZONE: &str = "zone";
/// Identifier of the notion of an instance's name.
pub const INSTANCE_NAME: &str = "instance-name";
/// Identifier of the notion of an instance class.
pub const CLASS: &str = "instance-class";
/// Identifier of the notion of an engine version.
pub const ENGINE_VERSION: &str = "engine-version";
/// Identifier of the notion of a billing method.
pub const BILLING: &str = "billing-method";
/// Identifier of the notion of a network type.
pub const NETWORK: &str = "network-type";
/// Identifier of the notion of a VPC.
pub const VPC: &str = "vpc";
/// Identifier of the notion of a vSwitch.
pub const VSWITCH: &str = "vswitch";
/// Identifier of the notion of a private address.
pub const ADDRESS: &str = "private-address";
/// Identifier of the notion of a number of instances.
pub const QUANTITY: &str = "quantity";

/// Every notion that has more than one name, or choices in more than one spelling. A parameter
/// that is not listed is a notion by itself, under its name in any case.
pub static NOTIONS: &[Notion] = &[
    notion(
        REGION,
        "region",
        "地域",
        &["RegionId", "region", "regionId"],
    ),
    notion(
        ZONE,
        "zone",
        "可用区",
        &["ZoneId", "izNo", "zone", "azId", "master"],
    ),
    notion(
        INSTANCE_NAME,
        "instance name",
        "实例名称",
        &["InstanceName", "instanceName", "cacheInstanceName"],
    )
    .also(&["name"]),
    notion(
        CLASS,
        "instance class",
        "实例规格",
        &["InstanceClass", "instanceClass", "cacheInstanceClass"],
    ),
    notion(
        BILLING,
        "billing method",
        "付费方式",
        &["ChargeType", "billingMethod", "chargeMode"],
    )
    .choices(&[
        choice(
            &["PrePaid", "Subscription", "prepaid_by_duration"],
            CREATE_INSTANCE,
            "请求参数",
            "PrePaid（预付费）",
        ),
        choice(
            &[
                "PostPaid",
                "Pay-As-You-Go",
                "postpaid_by_duration",
                "postpaid_by_usage",
            ],
            CREATE_INSTANCE,
            "请求参数",
            "PostPaid（按量付费）",
        ),
    ]),
    notion(
        "duration",
        "duration",
        "购买时长",
        &["Period", "duration", "chargeDuration"],
    ),
    notion(VPC, "VPC", "专有网络", &["VpcId", "vpcId", "vpc"]),
    notion(
        VSWITCH,
        "vSwitch",
        "虚拟交换机",
        &["VSwitchId", "vSwitchId", "vSwitch", "subnetId"],
    ),
    notion(
        ENGINE_VERSION,
        "engine version",
        "引擎版本",
        &["EngineVersion", "version", "redisVersion"],
    ),
    notion(
        NETWORK,
        "network type",
        "网络类型",
        &["NetworkType", "networkType"],
    )
    .choices(&[
        choice(
            &["CLASSIC", "Classic", "Classic Network"],
            CREATE_INSTANCE,
            "请求参数",
            "CLASSIC（经典网络）",
        ),
        choice(&["VPC"], CREATE_INSTANCE, "请求参数", "VPC（专有网络）"),
    ])
    .implied("VPC"),
    notion(
        "node-type",
        "node type",
        "节点类型",
        &["NodeType", "nodeType"],
    )
    .choices(&[choice(
        &["MASTER_SLAVE", "Dual Copy"],
        PAGE,
        "Procedure",
        "Dual Copy: provides a primary-secondary hot standby architecture for persistent data storage.",
    )]),
    notion(
        ADDRESS,
        "private IP address",
        "内网 IP 地址",
        &["PrivateIp", "PrivateIpAddress"],
    ),
    notion(QUANTITY, "quantity", "数量", &["quantity"])
        .also(&["count", "amount"])
        .implied("1"),
    notion(
        "instance-type",
        "instance type",
        "实例类型",
        &["InstanceType", "instanceType"],
    )
    .implied("Redis"),
];

/// How many months a unit of duration has, for documents that give a duration in units.
/// Any other duration is in months.
const UNITS: &[(&str, u32)] = &[("month", 1), ("year", 12)];

/// The months in a unit of that name.
#[must_use]
pub fn months_in(unit: &str) -> Option<u32> {
    UNITS
        .iter()
        .find(|(name, _)| *name == unit)
        .map(|(_, months)| *months)
}

impl Notion {
    /// The notion of that identifier.
    #[must_use]
    pub fn by_id(id: &str) -> Option<&'static Self> {
        NOTIONS.iter().find(|notion| notion.id == id)
    }

    /// Whether any document, or a person in a hurry, calls it so, in whichever case.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        self.names
            .iter()
            .chain(self.also)
            .any(|known| known.eq_ignore_ascii_case(name))
    }

    /// The choice that a spelling stands for.
    #[must_use]
    pub fn choice(&self, value: &str) -> Option<&'static Choice> {
        let choices: &'static [Choice] = self.choices;
        choices.iter().find(|choice| choice.names.contains(&value))
    }
}

/// By what a parameter is held against those of other documents.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Key {
    Notion(&'static Notion),
    /// A parameter that has the same name everywhere, but for its case.
    Name(&'static str),
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.id().eq_ignore_ascii_case(other.id())
    }
}

impl Key {
    /// The notion of a parameter. A common parameter is its own: `Version` of the provider's
    /// API is not the purchase page's `version`.
    pub(crate) fn of(parameter: &Parameter) -> Self {
        #[cfg(feature = "profile-files")]
        if let Some(notion) = parameter.notion {
            return Self::Notion(notion);
        }
        let listed = NOTIONS
            .iter()
            .find(|notion| notion.names.contains(&parameter.name));
        match listed {
            Some(notion) if !parameter.common => Self::Notion(notion),
            _ => Self::Name(parameter.name),
        }
    }

    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Notion(notion) => notion.id,
            Self::Name(name) => name,
        }
    }

    pub(crate) const fn implied(self) -> Option<&'static str> {
        match self {
            Self::Notion(notion) => notion.implied,
            Self::Name(_) => None,
        }
    }

    /// A value in its first spelling, so that equal choices are equal texts.
    pub(crate) fn canonical(self, value: &str) -> &str {
        match self {
            Self::Notion(notion) => notion.choice(value).map_or(value, |choice| choice.names[0]),
            Self::Name(_) => value,
        }
    }

    /// A value as another document spells it; `None` where that document has no such choice.
    pub(crate) fn spelled<'v>(self, value: &'v str, constraint: &Constraint) -> Option<&'v str>
    where
        'static: 'v,
    {
        let allowed: &[&'static str] = match constraint {
            Constraint::OneOf(values) => values,
            Constraint::Boolean => &["true", "false"],
            _ => return Some(value),
        };
        if allowed.contains(&value) {
            return Some(value);
        }
        let Self::Notion(notion) = self else {
            return None;
        };
        let names = notion.choice(value)?.names;
        names.iter().copied().find(|name| allowed.contains(name))
    }
}

/// Whether a parameter only holds others.
pub(crate) const fn is_container(parameter: &Parameter) -> bool {
    matches!(parameter.kind, Kind::Object(_) | Kind::JsonArray(_))
}

/// The place in an object's table of the parameter for a notion.
pub(crate) fn place_of(object: &Object, notion: &str) -> Option<usize> {
    object.parameters.iter().position(|parameter| {
        !is_container(parameter) && matches!(Key::of(parameter), Key::Notion(it) if it.id == notion)
    })
}

/// One parameter of a profile with where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// JSON Pointer of the object, an element's index written `*`.
    pub(crate) at: String,
    pub(crate) object: &'static Object,
    pub(crate) parameter: &'static Parameter,
    pub(crate) key: Key,
}

impl Row {
    pub(crate) fn pointer(&self) -> String {
        format!("{}/{}", self.at, self.parameter.name)
    }

    /// Whether it belongs to one element of a list.
    pub(crate) fn is_in_list(&self) -> bool {
        self.at.ends_with("/*")
    }
}

/// Every parameter of a profile that is no mere container.
pub(crate) fn rows(profile: &'static Profile) -> Vec<Row> {
    let mut rows = Vec::new();
    profile.visit_objects(&mut |at, object| {
        rows.extend(
            object
                .parameters
                .iter()
                .filter(|parameter| !is_container(parameter))
                .map(|parameter| Row {
                    at: at.to_owned(),
                    object,
                    parameter,
                    key: Key::of(parameter),
                }),
        );
    });
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::PROFILES;

    #[test]
    fn every_name_and_choice_stands_in_a_document() {
        for notion in NOTIONS {
            for name in notion.names {
                let mut known = false;
                for profile in PROFILES {
                    profile.visit_objects(&mut |_, object| {
                        known |= object.parameter(name).is_some();
                    });
                }
                assert!(known, "{} {name}", notion.id);
            }
            for choice in notion.choices {
                for name in choice.names {
                    let mut found = false;
                    for profile in PROFILES {
                        for row in rows(profile) {
                            found |= row.key == Key::Notion(notion)
                                && matches!(row.parameter.constraint, Constraint::OneOf(values) if values.contains(name));
                        }
                    }
                    assert!(found, "{} {name}", notion.id);
                }
            }
        }
    }

    #[test]
    fn a_profile_has_a_notion_once_at_each_level() {
        // What another tool says twice is told by a rule of its table.
        for profile in PROFILES.iter().filter(|profile| !profile.wire.converts) {
            let rows = rows(profile);
            for (index, row) in rows.iter().enumerate() {
                for other in &rows[index + 1..] {
                    // Two lists of tags have keys and values each.
                    let level = |row: &Row| row.is_in_list().then(|| row.at.clone());
                    assert!(
                        row.key != other.key || level(row) != level(other),
                        "{} {} {}",
                        profile.id,
                        row.pointer(),
                        other.pointer()
                    );
                }
            }
        }
    }

    #[test]
    fn units_are_those_of_the_documents() {
        for profile in PROFILES {
            for row in rows(profile) {
                if let Constraint::IntegersBy { cases, .. } = row.parameter.constraint {
                    for (unit, _) in cases {
                        assert!(months_in(unit).is_some(), "{unit}");
                    }
                }
            }
        }
    }
}
