use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::record::{Part, Tree, elements, request};
use super::{QueryRequest, Request, Secret, Text};
use crate::documents::ALIBABA_CREATE_INSTANCES;
use crate::input::{Children, JsonKind, Node};
use crate::profile::Profile;

request! {
    /// `CreateInstances` of Alibaba Cloud, the batch operation.
    CreateInstances {
        /// The instances to create.
        "Instances" instances: Instances,
        /// Idempotency token.
        "Token" token: Text,
        /// Whether the order is paid automatically.
        "AutoPay" auto_pay: Text,
        /// Business information.
        "BusinessInfo" business_info: Text,
        /// Coupon code.
        "CouponNo" coupon_no: Text,
        /// Version of the engine, for all instances.
        "EngineVersion" engine_version: Text,
        /// Whether an instance is rebuilt from the recycle bin.
        "RebuildInstance" rebuild_instance: Text,
        /// Whether subscriptions are renewed.
        "AutoRenew" auto_renew: Text,
        /// Resource group.
        "ResourceGroupId" resource_group_id: Text,
    }
}

request! {
    /// One element of the batch operation's `Instances`.
    Instance {
        /// Region, such as `cn-hangzhou`.
        "RegionId" region_id: Text,
        /// Primary zone of the region.
        "izNo" iz_no: Text,
        /// How many instances, 1 to 300.
        "quantity" quantity: Text,
        /// Engine: Redis or Memcache.
        "instanceType" instance_type: Text,
        /// Instance class.
        "instanceClass" instance_class: Text,
        /// Capacity in MB.
        "Capacity" capacity: Text,
        /// Version of the engine.
        "EngineVersion" engine_version: Text,
        /// Billing method.
        "ChargeType" charge_type: Text,
        /// Subscription period in months.
        "Period" period: Text,
        /// Whether the subscription is renewed.
        "AutoRenew" auto_renew: Text,
        /// Display name.
        "InstanceName" instance_name: Text,
        /// Password.
        "Password" password: Secret,
        /// Network type: VPC.
        "networkType" network_type: Text,
        /// VPC.
        "vpcId" vpc_id: Text,
        /// Virtual switch.
        "vSwitchId" v_switch_id: Text,
        /// One node or two.
        "NodeType" node_type: Text,
        /// Instance whose backup is restored, or which is rebuilt.
        "SrcDBInstanceId" src_db_instance_id: Text,
        /// Backup set to restore.
        "BackupId" backup_id: Text,
        /// Whether the source instance is rebuilt from the recycle bin.
        "RebuildInstance" rebuild_instance: Text,
    }
}

/// A list of instances; on the wire it is a JSON array in a string.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Instances(Vec<Instance>);

impl Instances {
    /// The instances.
    #[must_use]
    pub fn as_slice(&self) -> &[Instance] {
        &self.0
    }
}

impl<T: IntoIterator<Item = Instance>> From<T> for Instances {
    fn from(instances: T) -> Self {
        Self(instances.into_iter().collect())
    }
}

impl Part for Instances {
    /// From an array, or from one in a string.
    fn read(node: Node<'_>) -> Option<Self> {
        let list = |node: Children<'_>| -> Option<Vec<Instance>> {
            node.map(|(_, _, item)| Instance::read(item)).collect()
        };
        match node.kind() {
            JsonKind::Array => list(node.children()).map(Self),
            JsonKind::String => list(elements(&node.text())?).map(Self),
            _ => None,
        }
    }

    fn write(&self) -> Value {
        let list: Value = self.0.iter().map(Part::write).collect();
        list.to_string().into()
    }
}

impl<'de> Deserialize<'de> for Instances {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Tree(value) = Tree::deserialize(deserializer)?;
        // The position would be one in the inner text, and the text may hold a password.
        Self::read(Node::Value(&value)).ok_or_else(|| {
            serde::de::Error::custom("Instances does not hold a JSON array of instances")
        })
    }
}

impl Instance {
    /// An instance in that region and zone.
    #[must_use]
    pub fn new(region_id: impl Into<Text>, iz_no: impl Into<Text>) -> Self {
        Self::default().region_id(region_id).iz_no(iz_no)
    }
}

impl CreateInstances {
    /// A request for these instances.
    #[must_use]
    pub fn new(instances: impl IntoIterator<Item = Instance>) -> Self {
        Self::default().instances(instances)
    }
}

impl Request for CreateInstances {
    const PROFILES: &'static [&'static Profile] = &[&ALIBABA_CREATE_INSTANCES];
}

impl QueryRequest for CreateInstances {
    const ACTION: &'static str = "CreateInstances";
}
