//! What the documents say that comes back: one table for each operation, field by field.
//!
//! A field is required here if the new instance cannot be found again without it. No document
//! marks any field of a response so, and the samples leave most of them out.

use crate::profile::{Bilingual, Citation, Profile};

/// The documented type of a field.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum ResponseKind {
    /// Text.
    String,
    /// A time in UTC: `YYYY-MM-DDThh:mm:ssZ`.
    Time,
    /// A whole number of 64 bits.
    Long,
    /// A whole number of 32 bits.
    Integer,
    /// A list of texts, at least one. In XML it is the element itself, as often as needed.
    Strings,
    /// An object with fields of its own.
    Object(&'static [ResponseField]),
}

/// One field of a response.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct ResponseField {
    /// Name, in the document's spelling.
    pub name: &'static str,
    /// Documented type.
    pub kind: ResponseKind,
    /// Whether the instance cannot be found again without it.
    pub required: bool,
    /// What a person calls it.
    pub label: Bilingual,
    /// The parameter of the request that it answers, if it repeats one.
    pub answers: Option<&'static str>,
    /// What it identifies, if it is an ID.
    pub identifies: Option<Identity>,
    /// The document's words.
    pub citation: Citation,
}

/// What the ID in a response is the ID of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Identity {
    /// An instance.
    Instance,
    /// An order.
    Order,
    /// The request, for the provider's support.
    Request,
}

/// The response of one operation as one document describes it.
#[derive(Debug)]
#[non_exhaustive]
pub struct ResponseTable {
    /// Identifier of the profile.
    pub profile: &'static str,
    /// The name of the outermost element where the response is XML; `None` where the operation
    /// answers in JSON only.
    pub root: Option<&'static str>,
    /// The fields, in the order of the document.
    pub fields: &'static [ResponseField],
    /// Whether undocumented fields may be held against the order where they repeat one of its
    /// parameters. 001 asks clients not to rely on them.
    pub undocumented_count: bool,
}

impl ResponseTable {
    /// The field of that name at the top level.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static ResponseField> {
        let fields: &'static [ResponseField] = self.fields;
        fields.iter().find(|field| field.name == name)
    }
}

pub(super) const fn field(
    name: &'static str,
    kind: ResponseKind,
    en: &'static str,
    zh: &'static str,
    citation: Citation,
) -> ResponseField {
    ResponseField {
        name,
        kind,
        required: false,
        label: Bilingual::new(en, zh),
        answers: None,
        identifies: None,
        citation,
    }
}

impl ResponseField {
    pub(super) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    pub(super) const fn answers(mut self, parameter: &'static str) -> Self {
        self.answers = Some(parameter);
        self
    }

    pub(super) const fn identifies(mut self, what: Identity) -> Self {
        self.identifies = Some(what);
        self
    }
}

const fn intl(quote: &'static str) -> Citation {
    Citation::new(
        super::ALIBABA_CREATE_INSTANCE_INTL.document,
        "Response parameters",
        quote,
    )
}

const fn cn(quote: &'static str) -> Citation {
    Citation::new(
        super::ALIBABA_CREATE_INSTANCE_CN.document,
        "返回数据",
        quote,
    )
}

const fn batch(quote: &'static str) -> Citation {
    Citation::new(
        super::ALIBABA_CREATE_INSTANCES.document,
        "Response elements",
        quote,
    )
}

const fn jd(quote: &'static str) -> Citation {
    Citation::new(
        super::JDCLOUD_CREATE_CACHE_INSTANCE.document,
        "Response parameter",
        quote,
    )
}

use Identity::{Instance, Order, Request};
use ResponseKind::{Integer, Long, Object, String, Strings, Time};

#[rustfmt::skip]
static CREATE_INSTANCE_INTL: &[ResponseField] = &[
    field("InstanceId", String, "instance ID", "实例 ID", intl("Instance ID (globally unique).")).required().identifies(Instance),
    field("InstanceName", String, "instance name", "实例名称", intl("Instance name")).answers("InstanceName"),
];

#[rustfmt::skip]
static CREATE_INSTANCE_CN: &[ResponseField] = &[
    field("Bandwidth", Long, "bandwidth limit in MB/s", "带宽限制（MB/s）", cn("实例带宽限制，单位：MB/s。")),
    field("Capacity", Long, "capacity in MB", "存储容量（MB）", cn("实例的存储容量，单位：MB。")).answers("Capacity"),
    field("ChargeType", String, "billing method", "付费类型", cn("付费类型：PrePaid 或 PostPaid。默认为 PostPaid。")).answers("ChargeType"),
    field("Config", String, "settings", "实例配置", cn("实例的详细配置。")),
    field("ConnectionDomain", String, "intranet address", "内网连接地址", cn("Redis实例的内网连接地址。")),
    field("Connections", Long, "limit of connections", "连接数限制", cn("实例连接数限制，单位：个。")),
    field("EndTime", Time, "end of the subscription", "到期时间", cn("预付费实例到期时间，采用ISO8601表示法，并使用UTC时间，格式为： YYYY-MM-DDThh:mm:ssZ。")),
    field("InstanceId", String, "instance ID", "实例 ID", cn("实例ID（全局唯一）。")).required().identifies(Instance),
    field("InstanceName", String, "instance name", "实例名称", cn("实例名称。")).answers("InstanceName"),
    field("InstanceStatus", String, "status", "实例状态", cn("实例的当前状态。")),
    field("NetworkType", String, "network type", "网络类型", cn("CLASSIC（经典网络）")).answers("NetworkType"),
    field("NodeType", String, "node type", "节点类型", cn("STAND_ALONE（单节点）")).answers("NodeType"),
    field("Port", Integer, "port", "服务端口", cn("Redis服务端口。")),
    field("PrivateIpAddr", String, "private IP address", "内网 IP 地址", cn("实例的内网IP地址。")).answers("PrivateIpAddress"),
    field("QPS", Long, "requests per second", "每秒访问次数", cn("每秒访问次数，此处为当前规格实例的理论值。")),
    field("RegionId", String, "region", "地域", cn("实例所在地域。")).answers("RegionId"),
    field("RequestId", String, "request ID", "请求 ID", cn("请求ID。")).identifies(Request),
    field("UserName", String, "account", "账号", cn("连接Redis的账号。")),
    field("VSwitchId", String, "vSwitch", "交换机", cn("虚拟交换机ID。")).answers("VSwitchId"),
    field("VpcId", String, "VPC", "专有网络", cn("专有网络（VPC）的ID。")).answers("VpcId"),
    field("ZoneId", String, "zone", "可用区", cn("实例所属的可用区的ID。")).answers("ZoneId"),
];

#[rustfmt::skip]
static INSTANCE_IDS: &[ResponseField] = &[
    field("InstanceId", Strings, "instance IDs", "实例 ID", batch("The IDs of the instances that are created.")).required().identifies(Instance),
];

#[rustfmt::skip]
static CREATE_INSTANCES: &[ResponseField] = &[
    field("OrderId", String, "order ID", "订单 ID", batch("The order ID.")).required().identifies(Order),
    field("RequestId", String, "request ID", "请求 ID", batch("The request ID.")).identifies(Request),
    field("InstanceIds", Object(INSTANCE_IDS), "instance IDs", "实例 ID", batch("InstanceIds")).required(),
];

#[rustfmt::skip]
static RESULT: &[ResponseField] = &[
    field("cacheInstanceId", String, "instance ID", "实例 ID", jd("Instance ID")).required().identifies(Instance),
    field("orderNum", String, "order number", "订单号", jd("Order Number")).identifies(Order),
];

#[rustfmt::skip]
static CREATE_CACHE_INSTANCE: &[ResponseField] = &[
    field("result", Object(RESULT), "result", "结果", jd("Result")).required(),
    field("requestId", String, "request ID", "请求 ID", jd("ID of This Request")).identifies(Request),
];

/// The responses that the documents describe: all but the console's page.
pub static RESPONSES: &[ResponseTable] = &[
    ResponseTable {
        profile: super::ALIBABA_CREATE_INSTANCE_INTL.id,
        root: Some("CreateInstanceResponse"),
        fields: CREATE_INSTANCE_INTL,
        undocumented_count: false,
    },
    ResponseTable {
        profile: super::ALIBABA_CREATE_INSTANCE_CN.id,
        root: Some("CreateInstanceResponse"),
        fields: CREATE_INSTANCE_CN,
        undocumented_count: true,
    },
    ResponseTable {
        profile: super::ALIBABA_CREATE_INSTANCES.id,
        root: Some("CreateInstancesResponse"),
        fields: CREATE_INSTANCES,
        undocumented_count: true,
    },
    ResponseTable {
        profile: super::JDCLOUD_CREATE_CACHE_INSTANCE.id,
        root: None,
        fields: CREATE_CACHE_INSTANCE,
        undocumented_count: true,
    },
];

/// The responses of today's operations: Alibaba Cloud's two, then JD Cloud's.
#[cfg(feature = "editions")]
pub fn edition_responses() -> impl Iterator<Item = &'static ResponseTable> {
    let alibaba = super::alibaba::RESPONSES.iter();
    alibaba.chain(super::jdcloud::RESPONSES)
}

impl Profile {
    /// The response that the profile's document describes: none for the console's page.
    ///
    /// ```
    /// use kvspec::Profile;
    /// let profile = Profile::by_id("alibaba.create-instance.cn").unwrap();
    /// assert_eq!(profile.response().unwrap().fields.len(), 21);
    /// assert!(Profile::by_id("alibaba.console").unwrap().response().is_none());
    /// ```
    #[must_use]
    pub fn response(&self) -> Option<&'static ResponseTable> {
        let mut tables = RESPONSES.iter();
        let found = tables.find(|table| table.profile == self.id);
        #[cfg(feature = "editions")]
        let found = found.or_else(|| edition_responses().find(|table| table.profile == self.id));
        found
    }
}
