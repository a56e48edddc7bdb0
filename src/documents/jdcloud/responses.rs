//! What today's `createCacheInstance` answers, field by field.

use crate::documents::responses::{
    Identity::{Instance, Order, Request},
    ResponseField,
    ResponseKind::{Object, String},
    ResponseTable, field,
};
use crate::profile::Citation;

/// The SDKs name the fields, and say little else about them.
const fn jd(name: &'static str) -> Citation {
    Citation::new(super::CREATE_CACHE_INSTANCE_DOCUMENT, "Response", name)
}

#[rustfmt::skip]
static RESULT: &[ResponseField] = &[
    field("cacheInstanceId", String, "instance ID", "实例 ID", jd("cacheInstanceId")).required().identifies(Instance),
    field("orderNum", String, "order number", "订单号", jd("orderNum")).identifies(Order),
    field("buyId", String, "purchase ID", "购买 ID", jd("buyId")),
];

#[rustfmt::skip]
static CREATE_CACHE_INSTANCE: &[ResponseField] = &[
    field("result", Object(RESULT), "result", "结果", jd("result")).required(),
    field("requestId", String, "request ID", "请求 ID", jd("requestId")).identifies(Request),
];

/// The response of `createCacheInstance`.
pub static RESPONSES: &[ResponseTable] = &[ResponseTable {
    profile: super::CREATE_CACHE_INSTANCE,
    root: None,
    fields: CREATE_CACHE_INSTANCE,
    undocumented_count: true,
}];
