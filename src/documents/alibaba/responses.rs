//! What today's R-kvstore operations answer, field by field.

use crate::documents::responses::{
    Identity::{Instance, Order, Request},
    ResponseField,
    ResponseKind::{Integer, Long, String, Time},
    ResponseTable, field,
};
use crate::profile::Citation;

/// The SDKs name the fields, and say little else about them.
const fn one(name: &'static str) -> Citation {
    Citation::new(super::CREATE_INSTANCE_DOCUMENT, "Response", name)
}

const fn tair(name: &'static str) -> Citation {
    Citation::new(super::CREATE_TAIR_INSTANCE_DOCUMENT, "Response", name)
}

#[rustfmt::skip]
static CREATE_INSTANCE: &[ResponseField] = &[
    field("Bandwidth", Long, "bandwidth limit in MB/s", "带宽限制（MB/s）", one("Bandwidth")),
    field("Capacity", Long, "capacity in MB", "存储容量（MB）", one("Capacity")).answers("Capacity"),
    field("ChargeType", String, "billing method", "付费类型", one("ChargeType")).answers("ChargeType"),
    field("Config", String, "settings", "实例配置", one("Config")),
    field("ConnectionDomain", String, "intranet address", "内网连接地址", one("ConnectionDomain")),
    field("Connections", Long, "limit of connections", "连接数限制", one("Connections")),
    field("EndTime", Time, "end of the subscription", "到期时间", one("EndTime")),
    field("InstanceId", String, "instance ID", "实例 ID", one("InstanceId")).required().identifies(Instance),
    field("InstanceName", String, "instance name", "实例名称", one("InstanceName")).answers("InstanceName"),
    field("InstanceStatus", String, "status", "实例状态", one("InstanceStatus")),
    field("NetworkType", String, "network type", "网络类型", one("NetworkType")).answers("NetworkType"),
    field("NodeType", String, "node type", "节点类型", one("NodeType")).answers("NodeType"),
    field("OrderId", Long, "order ID", "订单 ID", one("OrderId")).identifies(Order),
    field("Port", Integer, "port", "服务端口", one("Port")).answers("Port"),
    field("PrivateIpAddr", String, "private IP address", "内网 IP 地址", one("PrivateIpAddr")).answers("PrivateIpAddress"),
    field("QPS", Long, "requests per second", "每秒访问次数", one("QPS")),
    field("RegionId", String, "region", "地域", one("RegionId")).answers("RegionId"),
    field("RequestId", String, "request ID", "请求 ID", one("RequestId")).identifies(Request),
    field("UserName", String, "account", "账号", one("UserName")),
    field("VSwitchId", String, "vSwitch", "交换机", one("VSwitchId")).answers("VSwitchId"),
    field("VpcId", String, "VPC", "专有网络", one("VpcId")).answers("VpcId"),
    field("ZoneId", String, "zone", "可用区", one("ZoneId")).answers("ZoneId"),
];

#[rustfmt::skip]
static CREATE_TAIR_INSTANCE: &[ResponseField] = &[
    field("Bandwidth", Long, "bandwidth limit in MB/s", "带宽限制（MB/s）", tair("Bandwidth")),
    field("ChargeType", String, "billing method", "付费类型", tair("ChargeType")).answers("ChargeType"),
    field("Config", String, "settings", "实例配置", tair("Config")),
    field("ConnectionDomain", String, "intranet address", "内网连接地址", tair("ConnectionDomain")),
    field("Connections", Long, "limit of connections", "连接数限制", tair("Connections")),
    field("InstanceId", String, "instance ID", "实例 ID", tair("InstanceId")).required().identifies(Instance),
    field("InstanceName", String, "instance name", "实例名称", tair("InstanceName")).answers("InstanceName"),
    field("InstanceStatus", String, "status", "实例状态", tair("InstanceStatus")),
    field("OrderId", Long, "order ID", "订单 ID", tair("OrderId")).identifies(Order),
    field("Port", Integer, "port", "服务端口", tair("Port")).answers("Port"),
    field("QPS", Long, "requests per second", "每秒访问次数", tair("QPS")),
    field("RegionId", String, "region", "地域", tair("RegionId")).answers("RegionId"),
    field("RequestId", String, "request ID", "请求 ID", tair("RequestId")).identifies(Request),
    field("TaskId", String, "task ID", "任务 ID", tair("TaskId")),
    field("ZoneId", String, "zone", "可用区", tair("ZoneId")).answers("ZoneId"),
];

/// The responses of `CreateInstance` and `CreateTairInstance`.
pub static RESPONSES: &[ResponseTable] = &[
    ResponseTable {
        profile: super::CREATE_INSTANCE,
        root: Some("CreateInstanceResponse"),
        fields: CREATE_INSTANCE,
        undocumented_count: true,
    },
    ResponseTable {
        profile: super::CREATE_TAIR_INSTANCE,
        root: Some("CreateTairInstanceResponse"),
        fields: CREATE_TAIR_INSTANCE,
        undocumented_count: true,
    },
];
