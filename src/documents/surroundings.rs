//! What 000 says about the server that will connect, what 002 says about the vSwitch, and what
//! 000 says about changes to an instance that is there: rows that look beyond one request.

use super::common::page;
use crate::diagnostic::Code;
use crate::notions;
use crate::profile::{Bilingual, Citation, Profile};

/// What a row asks of the context.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Asks {
    /// The address lies in the vSwitch's range.
    InRange,
    /// The region is that of the ECS instance.
    SameRegion,
    /// The network type is that of the ECS instance.
    SameNetwork,
    /// The VPC is that of the ECS instance, if both are in one.
    SameVpc,
}

/// A rule that needs context.
#[derive(Debug)]
pub struct ContextRule {
    /// The finding.
    pub code: Code,
    /// The notion of the parameter that it looks at and points at.
    pub notion: &'static str,
    /// What it asks.
    pub asks: Asks,
    /// The profiles that it holds for.
    pub profiles: &'static [&'static str],
    /// Why, in the rule's own words.
    pub reason: Bilingual,
    /// Where the rule comes from.
    pub citation: Citation,
}

const CONSOLE: &str = super::ALIBABA_CONSOLE.id;
const INTL: &str = super::ALIBABA_CREATE_INSTANCE_INTL.id;
const CN: &str = super::ALIBABA_CREATE_INSTANCE_CN.id;
const BATCH: &str = super::ALIBABA_CREATE_INSTANCES.id;
/// The editions of 2026 say the same of a new instance. They are named by their ids, for a build
/// without the feature `editions` does not have them.
const TODAY: &str = "alibaba.create-instance.2026";
const TAIR: &str = "alibaba.create-tair-instance.2026";

/// The rules that need context.
pub static CONTEXT_RULES: &[ContextRule] = &[
    ContextRule {
        code: Code::IpOutsideVswitch,
        notion: notions::ADDRESS,
        asks: Asks::InRange,
        profiles: &[CN, TODAY, TAIR],
        reason: Bilingual::new(
            "The instance gets its address from its vSwitch.",
            "实例的地址来自其所属的交换机。",
        ),
        citation: Citation::new(
            "002_06e0b8b2fbd28766.txt",
            "请求参数",
            "内网IP需在实例所属的交换机网段内。",
        ),
    },
    ContextRule {
        code: Code::RegionMismatch,
        notion: notions::REGION,
        asks: Asks::SameRegion,
        profiles: &[CONSOLE, INTL, CN, BATCH, TODAY, TAIR],
        reason: Bilingual::new(
            "Between regions the two can only talk over the Internet, and the region cannot be changed later.",
            "跨地域时两者只能通过公网通信，且地域购买后不可更改。",
        ),
        citation: page(
            "Make sure that an ApsaraDB for Redis instance resides in the same region as that of the ECS instance.",
        ),
    },
    ContextRule {
        code: Code::NetworkMismatch,
        notion: notions::NETWORK,
        asks: Asks::SameNetwork,
        profiles: &[CONSOLE, INTL, CN, BATCH, TODAY, TAIR],
        reason: Bilingual::new(
            "Instances of different network types cannot talk over the intranet.",
            "网络类型不同的实例无法通过内网通信。",
        ),
        citation: page(
            "Ensure an identical network type for both the ApsaraDB for Redis instance and the ECS instance.",
        ),
    },
    ContextRule {
        code: Code::VpcMismatch,
        notion: notions::VPC,
        asks: Asks::SameVpc,
        profiles: &[CONSOLE, INTL, CN, BATCH, TODAY, TAIR],
        reason: Bilingual::new(
            "VPCs are isolated from each other: the two cannot talk over the intranet.",
            "专有网络之间相互隔离，两者无法通过内网通信。",
        ),
        citation: page("make sure that both instances are in the same VPC"),
    },
];

/// Which change a row refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refused {
    /// From this choice to that one, each in the first spelling of the table of notions.
    FromTo(&'static str, &'static str),
    /// From any value to another.
    Any,
}

/// A change that an existing instance cannot make.
#[derive(Debug)]
pub struct ChangeRule {
    /// The notion of the parameter.
    pub notion: &'static str,
    /// The change.
    pub refused: Refused,
    /// The profiles that it holds for.
    pub profiles: &'static [&'static str],
    /// Why, in the rule's own words.
    pub reason: Bilingual,
    /// Where the rule comes from.
    pub citation: Citation,
}

/// The changes that the console's page refuses. Every other change is allowed, as far as the documents tell.
pub static CHANGE_RULES: &[ChangeRule] = &[
    ChangeRule {
        notion: notions::BILLING,
        refused: Refused::FromTo("PrePaid", "PostPaid"),
        profiles: &[CONSOLE, INTL, CN, TODAY, TAIR],
        reason: Bilingual::new(
            "Pay-as-you-go can become a subscription, but there is no way back.",
            "按量付费可以转为包年包月，但不能改回。",
        ),
        citation: page("you cannot switch the billing method from subscription to Pay-As-You-Go"),
    },
    ChangeRule {
        notion: notions::NETWORK,
        refused: Refused::FromTo("VPC", "CLASSIC"),
        profiles: &[CONSOLE, INTL, CN, TODAY, TAIR],
        reason: Bilingual::new(
            "The classic network can become a VPC, but there is no way back.",
            "经典网络可以改为专有网络，但不能改回。",
        ),
        citation: page(
            "you cannot change the network type of ApsaraDB for Redis instance from VPC to classic network",
        ),
    },
    ChangeRule {
        notion: notions::REGION,
        refused: Refused::Any,
        profiles: &[CONSOLE, INTL, CN, TODAY, TAIR],
        reason: Bilingual::new(
            "An instance stays in the region where it was bought.",
            "实例始终位于购买时的地域。",
        ),
        citation: page("You cannot change the region after you purchase the instance."),
    },
];

/// Whether a rule that looks beyond one request can give that finding under a profile.
pub(crate) fn binds(profile: &Profile, code: Code) -> bool {
    context_rules(profile).any(|rule| rule.code == code)
        || (code == Code::IrreversibleChange && change_rules(profile).next().is_some())
}

/// The rules of a profile that need context.
pub(crate) fn context_rules(
    profile: &Profile,
) -> impl Iterator<Item = &'static ContextRule> + use<> {
    let own = own_context_rules(profile);
    let id = profile.id;
    let holds = move |rule: &&ContextRule| own.is_some() || rule.profiles.contains(&id);
    own.unwrap_or(CONTEXT_RULES).iter().filter(holds)
}

/// The changes that a profile refuses.
pub(crate) fn change_rules(profile: &Profile) -> impl Iterator<Item = &'static ChangeRule> + use<> {
    let own = own_change_rules(profile);
    let id = profile.id;
    let holds = move |rule: &&ChangeRule| own.is_some() || rule.profiles.contains(&id);
    own.unwrap_or(CHANGE_RULES).iter().filter(holds)
}

/// The rules that a profile from a file brings along, which are then all that it has.
#[cfg(feature = "profile-files")]
fn own_context_rules(profile: &Profile) -> Option<&'static [ContextRule]> {
    profile.request.own.map(|own| own.context_rules)
}

#[cfg(not(feature = "profile-files"))]
const fn own_context_rules(_: &Profile) -> Option<&'static [ContextRule]> {
    None
}

#[cfg(feature = "profile-files")]
fn own_change_rules(profile: &Profile) -> Option<&'static [ChangeRule]> {
    profile.request.own.map(|own| own.change_rules)
}

#[cfg(not(feature = "profile-files"))]
const fn own_change_rules(_: &Profile) -> Option<&'static [ChangeRule]> {
    None
}
