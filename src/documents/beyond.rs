//! What 000 says about the server that will connect, what 002 says about the vSwitch, and what
//! 000 says about changes to an instance that is there: rows that look beyond one request.

use super::common::page;
use super::notions;
use crate::diagnostic::Code;
use crate::profile::{Asks, ChangeRule, ContextRule, Refused};
use crate::words::{Bilingual, Citation};

const IP_OUTSIDE_VSWITCH: ContextRule = ContextRule {
    code: Code::IpOutsideVswitch,
    notion: &notions::ADDRESS,
    asks: Asks::InRange,
    within: Some(&notions::VSWITCH),
    reason: Bilingual::new(
        "The instance gets its address from its vSwitch.",
        "实例的地址来自其所属的交换机。",
    ),
    citation: Citation::new(
        super::titles::CHINESE,
        "请求参数",
        "内网IP需在实例所属的交换机网段内。",
    ),
};

const REGION_MISMATCH: ContextRule = ContextRule {
    code: Code::RegionMismatch,
    notion: &notions::REGION,
    asks: Asks::SameRegion,
    within: None,
    reason: Bilingual::new(
        "Between regions the two can only talk over the Internet, and the region cannot be changed later.",
        "跨地域时两者只能通过公网通信，且地域购买后不可更改。",
    ),
    citation: page(
        "Make sure that an ApsaraDB for Redis instance resides in the same region as that of the ECS instance.",
    ),
};

const NETWORK_MISMATCH: ContextRule = ContextRule {
    code: Code::NetworkMismatch,
    notion: &notions::NETWORK,
    asks: Asks::SameNetwork,
    within: None,
    reason: Bilingual::new(
        "Instances of different network types cannot talk over the intranet.",
        "网络类型不同的实例无法通过内网通信。",
    ),
    citation: page(
        "Ensure an identical network type for both the ApsaraDB for Redis instance and the ECS instance.",
    ),
};

const VPC_MISMATCH: ContextRule = ContextRule {
    code: Code::VpcMismatch,
    notion: &notions::VPC,
    asks: Asks::SameVpc,
    within: Some(&notions::NETWORK),
    reason: Bilingual::new(
        "VPCs are isolated from each other: the two cannot talk over the intranet.",
        "专有网络之间相互隔离，两者无法通过内网通信。",
    ),
    citation: page("make sure that both instances are in the same VPC"),
};

/// What a new instance needs of the network and of the server that will connect.
pub(super) static CONTEXT_RULES: &[ContextRule] =
    &[REGION_MISMATCH, NETWORK_MISMATCH, VPC_MISMATCH];

/// The same where a private address can be chosen.
pub(super) static CONTEXT_RULES_WITH_ADDRESS: &[ContextRule] = &[
    IP_OUTSIDE_VSWITCH,
    REGION_MISMATCH,
    NETWORK_MISMATCH,
    VPC_MISMATCH,
];

/// The changes that the console's page refuses. Every other change is allowed, as far as the
/// documents tell.
pub(super) static CHANGE_RULES: &[ChangeRule] = &[
    ChangeRule {
        notion: &notions::BILLING,
        refused: Refused::FromTo("PrePaid", "PostPaid"),
        reason: Bilingual::new(
            "Pay-as-you-go can become a subscription, but there is no way back.",
            "按量付费可以转为包年包月，但不能改回。",
        ),
        citation: page("you cannot switch the billing method from subscription to Pay-As-You-Go"),
    },
    ChangeRule {
        notion: &notions::NETWORK,
        refused: Refused::FromTo("VPC", "CLASSIC"),
        reason: Bilingual::new(
            "The classic network can become a VPC, but there is no way back.",
            "经典网络可以改为专有网络，但不能改回。",
        ),
        citation: page(
            "you cannot change the network type of ApsaraDB for Redis instance from VPC to classic network",
        ),
    },
    ChangeRule {
        notion: &notions::REGION,
        refused: Refused::Any,
        reason: Bilingual::new(
            "An instance stays in the region where it was bought.",
            "实例始终位于购买时的地域。",
        ),
        citation: page("You cannot change the region after you purchase the instance."),
    },
];
