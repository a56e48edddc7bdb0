use super::record::request;
use super::{Request, Secret, Text};
use crate::documents::ALIBABA_CONSOLE;
use crate::profile::Profile;

request! {
    /// An order on the purchase page of Alibaba Cloud's console.
    ConsoleOrder {
        /// `Subscription` or `Pay-As-You-Go`.
        "billingMethod" billing_method: Text,
        /// Region.
        "region" region: Text,
        /// Zone of the region.
        "zone" zone: Text,
        /// `Classic Network` or `VPC`.
        "networkType" network_type: Text,
        /// Virtual switch.
        "vSwitch" v_switch: Text,
        /// VPC.
        "vpc" vpc: Text,
        /// Version of the engine.
        "version" version: Text,
        /// `Dual Copy`.
        "nodeType" node_type: Text,
        /// Instance class.
        "instanceClass" instance_class: Text,
        /// Display name.
        "instanceName" instance_name: Text,
        /// How many instances.
        "quantity" quantity: Text,
        /// Months of a subscription.
        "duration" duration: Text,
        /// Password; the page has no place for one.
        "password" password: Secret,
    }
}

impl ConsoleOrder {
    /// An order in which nothing is chosen yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for ConsoleOrder {
    const PROFILES: &'static [&'static Profile] = &[&ALIBABA_CONSOLE];
}
