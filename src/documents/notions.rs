//! The notions that several documents share, under several names or with choices in several spellings. A parameter's
//! row says which it stands for.
//!
//! No profile is merged with another by this. The table says only which rows of two documents
//! may be held against each other, for comparisons, transfers, change rules and guesses at
//! misspelt names.

use crate::profile::{Choice, Notion};
use crate::words::Citation;

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

const PAGE: &str = super::titles::CONSOLE;
const CREATE_INSTANCE: &str = super::titles::CHINESE;

/// The notion of a region.
pub static REGION: Notion = Notion::new(
    "region",
    "region",
    "地域",
    &["RegionId", "region", "regionId"],
);

/// The notion of a zone.
pub static ZONE: Notion = Notion::new(
    "zone",
    "zone",
    "可用区",
    &["ZoneId", "izNo", "zone", "azId", "master"],
);

/// The notion of an instance's name.
pub static INSTANCE_NAME: Notion = Notion::new(
    "instance-name",
    "instance name",
    "实例名称",
    &["InstanceName", "instanceName", "cacheInstanceName"],
)
.also(&["name"]);

/// The notion of an instance class.
pub static CLASS: Notion = Notion::new(
    "instance-class",
    "instance class",
    "实例规格",
    &["InstanceClass", "instanceClass", "cacheInstanceClass"],
);

/// The notion of a billing method.
pub static BILLING: Notion = Notion::new(
    "billing-method",
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
            "PayAsYouGo",
            "postpaid_by_duration",
            "postpaid_by_usage",
        ],
        CREATE_INSTANCE,
        "请求参数",
        "PostPaid（按量付费）",
    ),
]);

/// The notion of a duration.
pub static DURATION: Notion = Notion::new(
    "duration",
    "duration",
    "购买时长",
    &["Period", "duration", "chargeDuration"],
);

/// The notion of a VPC.
pub static VPC: Notion = Notion::new("vpc", "VPC", "专有网络", &["VpcId", "vpcId", "vpc"]);

/// The notion of a vSwitch.
pub static VSWITCH: Notion = Notion::new(
    "vswitch",
    "vSwitch",
    "交换机",
    &["VSwitchId", "vSwitchId", "vSwitch", "subnetId"],
);

/// The notion of an engine version.
pub static ENGINE_VERSION: Notion = Notion::new(
    "engine-version",
    "engine version",
    "引擎版本",
    &["EngineVersion", "version", "redisVersion"],
);

/// The notion of a network type.
pub static NETWORK: Notion = Notion::new(
    "network-type",
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
.implied("VPC");

/// The notion of a node type.
pub static NODE_TYPE: Notion = Notion::new(
    "node-type",
    "node type",
    "节点类型",
    &["NodeType", "nodeType"],
)
.choices(&[choice(
    &["MASTER_SLAVE", "Dual Copy", "double"],
    PAGE,
    "Procedure",
    "Dual Copy: provides a primary-secondary hot standby architecture for persistent data storage.",
)]);

/// The notion of a private address.
pub static ADDRESS: Notion = Notion::new(
    "private-address",
    "private IP address",
    "内网 IP 地址",
    &["PrivateIp", "PrivateIpAddress"],
);

/// The notion of a number of instances.
pub static QUANTITY: Notion = Notion::new("quantity", "quantity", "数量", &["quantity"])
    .also(&["count", "amount"])
    .implied("1");

/// The notion of an instance type.
pub static INSTANCE_TYPE: Notion = Notion::new(
    "instance-type",
    "instance type",
    "实例类型",
    &["InstanceType", "instanceType"],
)
.implied("Redis");

/// Every notion. A parameter of none of them is a notion by itself, under its name in any case.
pub static NOTIONS: &[&Notion] = &[
    &REGION,
    &ZONE,
    &INSTANCE_NAME,
    &CLASS,
    &BILLING,
    &DURATION,
    &VPC,
    &VSWITCH,
    &ENGINE_VERSION,
    &NETWORK,
    &NODE_TYPE,
    &ADDRESS,
    &QUANTITY,
    &INSTANCE_TYPE,
];

/// The notion of that identifier.
#[must_use]
pub fn notion(id: &str) -> Option<&'static Notion> {
    NOTIONS.iter().copied().find(|notion| notion.id == id)
}

#[cfg(test)]
mod tests {
    use crate::documents::PROFILES;
    #[cfg(feature = "formats")]
    use crate::profile::Constraint;
    use crate::profile::{Row, months_in, rows};

    /// Terraform's spellings are among them.
    #[cfg(feature = "formats")]
    #[test]
    fn every_name_and_choice_stands_in_a_document() {
        for notion in super::NOTIONS {
            for name in notion.names {
                let mut known = false;
                for profile in PROFILES {
                    profile.visit_objects(&mut |_, object| {
                        known |= object
                            .parameter(name)
                            .is_some_and(|it| it.stands_for(notion));
                    });
                }
                assert!(known, "{} {name}", notion.id);
            }
            for choice in notion.choices {
                for name in choice.names {
                    let mut found = false;
                    for profile in PROFILES {
                        for row in rows(profile) {
                            found |= row.parameter.stands_for(notion)
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
                if let Some((_, cases)) = row.parameter.constraint.cases() {
                    for (unit, _) in cases {
                        assert!(months_in(unit).is_some(), "{unit}");
                    }
                }
            }
        }
    }
}
