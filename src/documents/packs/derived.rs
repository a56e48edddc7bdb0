//! The rows about Terraform's resources for the tools that are built on them, under their names. The
//! samples of the first rows prove them.

use super::terraform::{both, kvstore, tair};
use crate::documents::alibaba::rows as api;
use crate::documents::common::rule;
use crate::documents::derived::{place, unproven};
use crate::documents::packs::asks;
use crate::documents::terraform::rows::{code, page};
use crate::documents::terraform::{kvstore_instance, tair_instance};
use crate::documents::{crossplane, pulumi};
use crate::profile::{Ref, Rule, joined};

macro_rules! derived {
    ($($(#[$about:meta])* $name:ident from $first:path, $own:ident $subscription:literal at $parameters:path;)+) => {$(
        $(#[$about])*
        pub(in crate::documents) const $name: &[Rule] = {
            const fn at(name: &str) -> Ref {
                place($first, $parameters, name)
            }
            const BOTH: &[Rule] = &both!($subscription "{}");
            const OWN: &[Rule] = &$own!();
            const ALL: &[Rule] = &joined::<Rule, { BOTH.len() + OWN.len() }>(BOTH, OWN);
            &unproven::<{ ALL.len() }>(ALL)
        };
    )+};
}

derived! {
    /// Rows about `alicloud:kvstore:Instance`.
    PULUMI_KVSTORE from kvstore_instance::PARAMETERS, kvstore "PrePaid" at pulumi::kvstore_instance::PARAMETERS;
    /// Rows about `alicloud:redis:TairInstance`.
    PULUMI_TAIR from tair_instance::PARAMETERS, tair "Subscription" at pulumi::tair_instance::PARAMETERS;
    /// Rows about Crossplane's `Instance`.
    CROSSPLANE_INSTANCE from kvstore_instance::PARAMETERS, kvstore "PrePaid" at crossplane::instance::PARAMETERS;
    /// Rows about Crossplane's `TairInstance`.
    CROSSPLANE_TAIR from tair_instance::PARAMETERS, tair "Subscription" at crossplane::tair_instance::PARAMETERS;
}
