//! Rules that look beyond one request: at the network and the server that will connect, and at the
//! instance that is there.

use super::Notion;
use crate::diagnostic::Code;
use crate::words::{Bilingual, Citation};

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
#[non_exhaustive]
pub struct ContextRule {
    /// The finding.
    pub code: Code,
    /// The notion of the parameter that it looks at and points at.
    pub notion: &'static Notion,
    /// What it asks.
    pub asks: Asks,
    /// The notion by which the order says that it goes where the context is: its vSwitch, its network.
    pub within: Option<&'static Notion>,
    /// Why, in the rule's own words.
    pub reason: Bilingual,
    /// Where the rule comes from.
    pub citation: Citation,
}

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
#[non_exhaustive]
pub struct ChangeRule {
    /// The notion of the parameter.
    pub notion: &'static Notion,
    /// The change.
    pub refused: Refused,
    /// Why, in the rule's own words.
    pub reason: Bilingual,
    /// Where the rule comes from.
    pub citation: Citation,
}
