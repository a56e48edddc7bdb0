//! From an order on the console's page to the requests that the page would send.

use std::fmt::Write as _;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::diagnostic::{Code, Locale};
use crate::documents::{ALIBABA_CONSOLE, ALIBABA_CREATE_INSTANCE_CN};
use crate::input::percent_encode;
use crate::profile::Citation;
use crate::report::{PublishedCitation, Report};
use crate::spec::Spec;
use crate::text::json as line;
use crate::text::visible;
use crate::transfer::{Action, Transfer, transfer};

/// The request that an order of the console's page stands for.
///
/// The page has no place for a password or a Token, so there is no secret in it, and each copy
/// that is sent should get a Token of its own.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct OrderRequest {
    /// The parameters of the request, `Action` included. `CreateInstance` is given them as text.
    pub parameters: Map<String, Value>,
    /// How many such requests make up the order: `CreateInstance` creates one instance.
    pub copies: u64,
    /// What each option of the order became, in the order of the page's table.
    pub mapping: Vec<Mapping>,
    /// What was found in the request under `alibaba.create-instance.cn`: no errors.
    pub report: Report,
}

/// What one option of an order became.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mapping {
    /// The option's name, as it is written.
    pub option: String,
    /// Its value; `None` where it is not shown, because it is a secret or cannot be read.
    pub value: Option<String>,
    /// The parameter that it became; `None` for the quantity, and for what the page does not
    /// send.
    pub parameter: Option<String>,
    /// The parameter's value; for the quantity the number of requests.
    pub sent: Option<String>,
    /// What was done.
    pub action: Action,
    /// Where that is written.
    pub source: Option<Citation>,
}

/// Where it is written that a request creates one instance.
const ONE_INSTANCE: Citation = Citation::new(
    crate::documents::titles::CONSOLE,
    "API operations",
    "Creates an ApsaraDB for Redis instance.",
);

/// The request that the console's page would send for an order.
///
/// ```
/// let order = r#"{"billingMethod": "Subscription", "duration": 12, "region": "cn-hangzhou",
///     "zone": "cn-hangzhou-e", "networkType": "Classic Network", "version": "5.0",
///     "nodeType": "Dual Copy", "instanceClass": "redis.master.small.default", "quantity": 2}"#;
/// let request = kvspec::order_request(order).unwrap();
/// assert_eq!(request.copies, 2);
/// assert_eq!(
///     request.query(),
///     "Action=CreateInstance&ChargeType=PrePaid&EngineVersion=5.0\
///      &InstanceClass=redis.master.small.default&NetworkType=CLASSIC&NodeType=MASTER_SLAVE\
///      &Period=12&RegionId=cn-hangzhou&ZoneId=cn-hangzhou-e"
/// );
/// ```
///
/// # Errors
///
/// The order is not valid under `alibaba.console`: the report says why.
pub fn order_request<'a>(order: impl Into<Spec<'a>>) -> Result<OrderRequest, Report> {
    let moved = transfer(order, &ALIBABA_CONSOLE, &ALIBABA_CREATE_INSTANCE_CN)?;
    if !moved.before.is_valid() {
        return Err(moved.before);
    }
    let mapping = mapping(&moved);
    let Transfer {
        before, requests, ..
    } = moved;
    // An order without a list is exactly one request.
    let Some(only) = requests.into_iter().next() else {
        return Err(before);
    };
    let mut parameters = Map::new();
    parameters.insert(
        "Action".to_owned(),
        ALIBABA_CREATE_INSTANCE_CN.operation.into(),
    );
    if let Value::Object(members) = only.spec {
        parameters.extend(members);
    }
    Ok(OrderRequest {
        parameters,
        copies: only.copies,
        mapping,
        report: only.report,
    })
}

fn mapping(moved: &Transfer) -> Vec<Mapping> {
    let mut mapping: Vec<Mapping> = moved
        .steps
        .iter()
        .filter_map(|step| {
            let option = step.from.as_deref()?.trim_start_matches('/').to_owned();
            let source = if step.action == Action::Repeated {
                Some(ONE_INSTANCE)
            } else if step.action == Action::NoEffect {
                let ignored = moved.before.iter().find(|found| {
                    found.code == Code::IgnoredParameter
                        && Some(found.path.as_str()) == step.from.as_deref()
                });
                ignored.and_then(|found| found.source.copied())
            } else {
                step.source
            };
            Some(Mapping {
                option,
                value: step.was.clone(),
                parameter: step
                    .to
                    .as_deref()
                    .map(|to| to.trim_start_matches('/').to_owned()),
                sent: step.now.clone(),
                action: step.action,
                source,
            })
        })
        .collect();
    let table = moved.from.request.parameters;
    mapping.sort_by_key(|row| {
        table
            .iter()
            .position(|parameter| parameter.name.eq_ignore_ascii_case(&row.option))
            .unwrap_or(table.len())
    });
    mapping
}

impl OrderRequest {
    /// The request as JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        Value::Object(self.parameters.clone())
    }

    /// The request as a query string: sorted by name, percent-encoded as RFC 3986 has it, not
    /// signed.
    #[must_use]
    pub fn query(&self) -> String {
        let mut pairs: Vec<String> = self
            .parameters
            .iter()
            .map(|(name, value)| {
                let text = match value {
                    Value::String(text) => text.clone(),
                    other => other.to_string(),
                };
                format!("{}={}", percent_encode(name), percent_encode(&text))
            })
            .collect();
        pairs.sort();
        pairs.join("&")
    }

    /// The mapping of each option, the request and how often to send it, as text.
    #[must_use]
    pub fn human(&self, locale: Locale) -> String {
        let zh = locale == Locale::Zh;
        let mut out = String::new();
        for row in &self.mapping {
            let value = |value: Option<&str>| {
                value
                    .and_then(crate::diagnostic::abbreviated)
                    .map_or_else(String::new, |value| format!(" `{value}`"))
            };
            let old = format!("{}{}", visible(&row.option), value(row.value.as_deref()));
            let new = match (&row.parameter, row.action) {
                (Some(parameter), _) => format!("{parameter}{}", value(row.sent.as_deref())),
                (None, Action::Repeated) if zh => format!("发送 {} 次", self.copies),
                (None, Action::Repeated) if self.copies == 1 => "1 request".to_owned(),
                (None, Action::Repeated) => format!("{} requests", self.copies),
                (None, action) => action.message(locale).to_owned(),
            };
            let _ = writeln!(out, "{old} → {new}");
            if let Some(Citation {
                document,
                section,
                quote,
                ..
            }) = row.source
            {
                let _ = writeln!(out, "    {document}, {section}: “{quote}”");
            }
        }
        let json = line::pretty(&self.json());
        let _ = writeln!(out, "\n{json}\n\n{}\n\n{}", self.query(), self.note(locale));
        for note in self.worth_knowing(locale) {
            let _ = writeln!(out, "{note}");
        }
        out
    }

    /// What the page says of such an order and no request can say: when it is paid, and what comes
    /// afterwards. A build without the feature `editions` has nothing of it.
    #[must_use]
    pub fn worth_knowing(&self, locale: Locale) -> Vec<&'static str> {
        #[cfg(feature = "editions")]
        {
            use crate::documents::operations::Topic;
            let billing = self.parameters.get("ChargeType").and_then(Value::as_str);
            let is_of_order = |values: &[&str]| {
                values.is_empty() || billing.is_some_and(|billing| values.contains(&billing))
            };
            ALIBABA_CONSOLE
                .notes()
                .filter(|note| matches!(note.topic, Topic::Billing | Topic::Afterwards))
                .filter(|note| is_of_order(note.values))
                .map(|note| note.text.get(locale))
                .collect()
        }
        #[cfg(not(feature = "editions"))]
        {
            let _ = locale;
            Vec::new()
        }
    }

    /// How often to send the request, and with what care.
    #[must_use]
    pub fn note(&self, locale: Locale) -> String {
        let copies = self.copies;
        match (locale, copies) {
            (Locale::En, 1) => {
                "Add a Token (such as a UUID) before sending, so that a retry cannot buy twice."
                    .to_owned()
            }
            (Locale::En, _) => format!(
                "CreateInstance creates one instance: send this request {copies} times, each time with a Token of its own (such as a UUID), and keep that Token for retries."
            ),
            (Locale::Zh, 1) => "发送前请添加 Token（例如 UUID），以免重试时重复购买。".to_owned(),
            (Locale::Zh, _) => format!(
                "CreateInstance 每次只创建一个实例：请将此请求发送 {copies} 次，每次使用各自的 Token（例如 UUID），重试时沿用同一个 Token。"
            ),
        }
    }

    /// The published JSON shape, `kvspec/request/v1`, for serde.
    #[must_use]
    pub fn published(&self, locale: Locale) -> impl Serialize + '_ {
        PublishedRequest {
            schema: "kvspec/request/v1",
            profile: ALIBABA_CREATE_INSTANCE_CN.id,
            copies: self.copies,
            request: &self.parameters,
            query: self.query(),
            note: self.note(locale),
            notes: self.worth_knowing(locale),
            mapping: self
                .mapping
                .iter()
                .map(|row| PublishedMapping {
                    option: &row.option,
                    value: row.value.as_deref(),
                    parameter: row.parameter.as_deref(),
                    sent: row.sent.as_deref(),
                    action: row.action.name(),
                    source: row.source.map(Into::into),
                })
                .collect(),
        }
    }
}

#[derive(Debug, Serialize)]
struct PublishedRequest<'r> {
    schema: &'static str,
    profile: &'static str,
    copies: u64,
    request: &'r Map<String, Value>,
    query: String,
    note: String,
    notes: Vec<&'static str>,
    mapping: Vec<PublishedMapping<'r>>,
}

#[derive(Debug, Serialize)]
struct PublishedMapping<'r> {
    option: &'r str,
    value: Option<&'r str>,
    parameter: Option<&'r str>,
    sent: Option<&'r str>,
    action: &'static str,
    source: Option<PublishedCitation>,
}
