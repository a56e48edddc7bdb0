//! What comes back: responses held against the document and against the order, and the
//! provider's errors put beside the parameters that caused them.
//!
//! ```
//! use kvspec::{Profile, response::reconcile};
//!
//! let profile = Profile::by_id("alibaba.create-instance.cn").unwrap();
//! let order = r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "ChargeType": "PrePaid", "Period": 1}"#;
//! let reply = r#"{"InstanceId": "r-bp1", "RegionId": "cn-hangzhou", "ChargeType": "PostPaid"}"#;
//! let report = reconcile(profile, order, reply)?;
//! let found = report.iter().next().unwrap();
//! assert_eq!((found.code.name(), found.path.as_str()), ("response-mismatch", "/ChargeType"));
//! assert_eq!(report.instance_ids, ["r-bp1"]);
//! # Ok::<(), kvspec::response::NotReconciled>(())
//! ```

mod check;
mod locate;
mod mask;
mod order;
mod printed;
mod refusal;
mod tree;
mod typed;
#[cfg(feature = "xml")]
mod xml;

use serde::Serialize;

use crate::check::Checker;
use crate::diagnostic::{Code, Diagnostic, Locale, Severity, push_segment};
use crate::diagnostic::{mark, syntax};
use crate::documents::{ALIBABA_CONSOLE, ALIBABA_CREATE_INSTANCE_CN, RESPONSES};
use crate::engine::Sink;
use crate::infer::NoProfile;
use crate::order::order_request;
use crate::profile::{Bilingual, Profile};
use crate::report::Report;
use crate::spec::Spec;

pub use mask::redact_response;
pub use refusal::{ErrorReply, provider_diagnostics};
pub use typed::{
    CacheInstanceResult, CreateCacheInstanceResponse, CreateInstanceResponse,
    CreateInstanceResponseIntl, CreateInstancesResponse, InstanceIds, NotRead, Response,
};

use tree::{Tree, Unreadable};

/// What a response says, and what is wrong with it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ResponseReport {
    /// What was found; positions are those of the response.
    pub report: Report,
    /// IDs of the new instances, for [`kvspec::change`](crate::check_change) and for the console.
    pub instance_ids: Vec<String>,
    /// ID of the order.
    pub order_id: Option<String>,
    /// ID of the request, for the provider's support.
    pub request_id: Option<String>,
    /// JSON Pointers to fields that the document does not have. They are kept aside: 001 asks
    /// clients to ignore them.
    pub undocumented: Vec<String>,
    /// What was ordered beside what came, in the order of the document's table. Empty unless the
    /// response was held against an order.
    pub comparisons: Vec<Comparison>,
}

/// One thing that was ordered, and what the response says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparison {
    /// JSON Pointer to the value in the request, or to where it would stand.
    pub parameter: String,
    /// JSON Pointer to the field of the response, or to where it would stand.
    pub field: String,
    /// What was ordered.
    pub ordered: String,
    /// Whether the request did not say so, and this is the document's default.
    pub by_default: bool,
    /// What the response says; `None` where it says nothing.
    pub received: Option<String>,
    /// How the two compare.
    pub outcome: Outcome,
}

/// How what came compares with what was ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It is what was ordered.
    Same,
    /// It is something else.
    Different,
    /// The response does not say.
    NotTold,
}

impl Outcome {
    /// The published name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::NotTold => "not-told",
        }
    }
}

impl ResponseReport {
    /// Whether the response is as documented and, if it was held against an order, as ordered.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.report.is_valid()
    }

    /// Iterates over the findings.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.report.iter()
    }

    /// Fields of the order of which the response says nothing, as JSON Pointers into the request.
    pub fn not_told(&self) -> impl Iterator<Item = &str> {
        self.comparisons
            .iter()
            .filter(|row| row.outcome == Outcome::NotTold)
            .map(|row| row.parameter.as_str())
    }

    /// The members that the published JSON has for it, for serde.
    #[must_use]
    pub fn published(&self, locale: Locale) -> impl Serialize + '_ {
        PublishedResponse {
            good: self.is_good(),
            instance_ids: &self.instance_ids,
            order_id: self.order_id.as_deref(),
            request_id: self.request_id.as_deref(),
            undocumented: &self.undocumented,
            comparisons: self
                .comparisons
                .iter()
                .map(PublishedComparison::of)
                .collect(),
            diagnostics: self.report.published(locale),
        }
    }
}

impl<'r> IntoIterator for &'r ResponseReport {
    type Item = &'r Diagnostic;
    type IntoIter = std::slice::Iter<'r, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[derive(Debug, Serialize)]
struct PublishedResponse<'r, D: Serialize> {
    good: bool,
    instance_ids: &'r [String],
    order_id: Option<&'r str>,
    request_id: Option<&'r str>,
    undocumented: &'r [String],
    comparisons: Vec<PublishedComparison<'r>>,
    diagnostics: D,
}

#[derive(Debug, Serialize)]
struct PublishedComparison<'r> {
    parameter: &'r str,
    field: &'r str,
    ordered: &'r str,
    by_default: bool,
    received: Option<&'r str>,
    outcome: &'static str,
}

impl<'r> PublishedComparison<'r> {
    fn of(row: &'r Comparison) -> Self {
        Self {
            parameter: &row.parameter,
            field: &row.field,
            ordered: &row.ordered,
            by_default: row.by_default,
            received: row.received.as_deref(),
            outcome: row.outcome.name(),
        }
    }
}

/// No document describes what comes back under a profile: 000 does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no document describes a response of {profile}")]
#[non_exhaustive]
pub struct NoResponse {
    /// Identifier of the profile.
    pub profile: &'static str,
}

impl NoResponse {
    /// The reason in one language.
    #[must_use]
    pub fn message(self, locale: Locale) -> String {
        let known: Vec<&str> = RESPONSES.iter().map(|table| table.profile).collect();
        match locale {
            Locale::En => format!("{self}; responses are known for {}", known.join(", ")),
            Locale::Zh => format!(
                "没有文档描述 {} 的返回；已知返回的规范：{}",
                self.profile,
                known.join("、")
            ),
        }
    }
}

/// Why a response could not be held against an order.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum NotReconciled {
    /// No document describes the response.
    #[error(transparent)]
    NoResponse(#[from] NoResponse),
    /// The request cannot be read: the report says why.
    #[error("the request cannot be read: {0}")]
    Request(Report),
}

/// Holds a response, JSON or XML, against the profile's document: types, times, and the IDs
/// without which the instance cannot be found again. Undocumented fields are no findings.
///
/// ```
/// use kvspec::{Code, Profile, response::check_response};
///
/// let profile = Profile::by_id("alibaba.create-instance.cn").unwrap();
/// let report = check_response(
///     profile,
///     r#"{"InstanceId": "r-bp1", "EndTime": "2019-02-29T16:00:00Z", "Gift": true}"#,
/// )?;
/// assert_eq!(report.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::InvalidValue]);
/// assert_eq!(report.undocumented, ["/Gift"]);
/// # Ok::<(), kvspec::response::NoResponse>(())
/// ```
///
/// # Errors
///
/// No document describes a response of that profile.
pub fn check_response(profile: &'static Profile, text: &str) -> Result<ResponseReport, NoResponse> {
    look(profile, None, text)
}

/// Holds a response against the document as [`check_response`] does, and against the request
/// that it answers: did we get what we ordered? An absent parameter has its default. What the
/// documents spell in two ways (`Classic`, `CLASSIC`) is the same. Positions are those of the
/// response.
///
/// An order of the purchase page stands for the requests that the page sends, and each of their
/// responses is held against it as one of `alibaba.create-instance.cn`.
///
/// # Errors
///
/// No document describes a response of that profile, or the request cannot be read; an order of
/// the purchase page has to be valid, too.
pub fn reconcile<'a>(
    profile: &'static Profile,
    request: impl Into<Spec<'a>>,
    response: &str,
) -> Result<ResponseReport, NotReconciled> {
    let request = request.into();
    if profile.id == ALIBABA_CONSOLE.id {
        return reconcile_order(request, response);
    }
    let report = Checker::new(profile).check(request);
    if report.iter().any(is_unreadable) {
        return Err(NotReconciled::Request(report));
    }
    Ok(look(profile, Some(request), response)?)
}

/// Holds a response against the request that the purchase page sends for an order. The report is
/// one under that request's profile, but names the order's own options.
fn reconcile_order(order: Spec<'_>, response: &str) -> Result<ResponseReport, NotReconciled> {
    let sent = order_request(order).map_err(NotReconciled::Request)?;
    let request = sent.json();
    let mut report = look(
        &ALIBABA_CREATE_INSTANCE_CN,
        Some(Spec::Value(&request)),
        response,
    )?;
    for row in &mut report.comparisons {
        let option = sent.mapping.iter().find(|mapping| {
            mapping.parameter.as_deref() == Some(row.parameter.trim_start_matches('/'))
        });
        if let Some(option) = option {
            row.parameter.clear();
            push_segment(&mut row.parameter, &option.option);
        }
    }
    Ok(report)
}

/// Whether a finding says that a whole request is not there to be judged.
fn is_unreadable(found: &Diagnostic) -> bool {
    found.severity == Severity::Error
        && found.path.is_empty()
        && matches!(found.code, Code::Syntax | Code::TypeMismatch)
}

fn look(
    profile: &'static Profile,
    request: Option<Spec<'_>>,
    text: &str,
) -> Result<ResponseReport, NoResponse> {
    let Some(table) = profile.response() else {
        return Err(NoResponse {
            profile: profile.id,
        });
    };
    let mut seen = check::Seen::default();
    let mut comparisons = Vec::new();
    match Tree::read(text) {
        Ok(tree) => {
            seen.response(table, &tree);
            if let Some(request) = request {
                comparisons = order::compare(profile, table, request, &tree, &mut seen);
            }
        }
        Err(error) => unreadable(&mut seen.sink, text, error),
    }
    let check::Seen {
        sink,
        mut undocumented,
        instance_ids,
        order_id,
        request_id,
        ..
    } = seen;
    undocumented.sort();
    Ok(ResponseReport {
        report: Report::new(profile, sink.into_diagnostics(Some((text, 1, 0)))),
        instance_ids,
        order_id,
        request_id,
        undocumented: undocumented.into_iter().map(|(_, at)| at).collect(),
        comparisons,
    })
}

fn unreadable(sink: &mut Sink, text: &str, error: Unreadable) {
    let found = Diagnostic {
        reason: Some(
            const {
                &Bilingual::new(
                    "What cannot be read cannot be judged; the instance may have been created all the same.",
                    "无法读取的返回无从判断；实例可能仍已创建。",
                )
            },
        ),
        ..syntax(error.format, error.problem)
    };
    sink.push(found, Some(mark(text, error.offset)));
}

/// The edition that is taken where nothing tells which one it is.
#[cfg(feature = "editions")]
const ALIBABA_NEWEST: &Profile = &crate::documents::ALIBABA_CREATE_INSTANCE_2026;
#[cfg(not(feature = "editions"))]
const ALIBABA_NEWEST: &Profile = &crate::documents::ALIBABA_CREATE_INSTANCE_CN;
#[cfg(feature = "editions")]
const JDCLOUD_NEWEST: &Profile = &crate::documents::JDCLOUD_CREATE_CACHE_INSTANCE_2026;
#[cfg(not(feature = "editions"))]
const JDCLOUD_NEWEST: &Profile = &crate::documents::JDCLOUD_CREATE_CACHE_INSTANCE;

/// The newest of these; before all others the newest `CreateInstance`, and of its older editions the
/// Chinese one.
fn newest(profiles: impl Iterator<Item = &'static Profile>) -> Option<&'static Profile> {
    profiles.reduce(|best, other| {
        let rank = |profile: &Profile| {
            let is = |other: &Profile| profile.id == other.id;
            (
                is(ALIBABA_NEWEST),
                is(&ALIBABA_CREATE_INSTANCE_CN),
                profile.since,
            )
        };
        if rank(other) > rank(best) {
            other
        } else {
            best
        }
    })
}

/// The profile that a response, or a provider's error, is one of: the newest that knows it. What cannot be read is
/// taken for one of its responses too, so that a check can say why.
///
/// # Errors
///
/// No field of it is one of any profile.
pub fn response_profile(text: &str) -> Result<&'static Profile, NoProfile> {
    let (tree, reply) = match Tree::read(text) {
        Ok(tree) => {
            let reply = ErrorReply::of(&tree);
            (Some(tree), reply)
        }
        Err(_) => (None, printed::read(text)),
    };
    if let Some(reply) = reply {
        let code = reply.code.as_deref().unwrap_or_default();
        let listing = refusal::listed(code).filter_map(|row| Profile::by_id(row.profile));
        let newest = if reply.nested {
            JDCLOUD_NEWEST
        } else {
            newest(listing).unwrap_or(ALIBABA_NEWEST)
        };
        return Ok(newest);
    }
    let Some(tree) = tree else {
        return Ok(ALIBABA_NEWEST);
    };
    let named = |root: Option<&str>| tree.element.is_some() && tree.element.as_deref() == root;
    let tables = RESPONSES.iter();
    #[cfg(feature = "editions")]
    let tables = tables.chain(crate::documents::edition_responses());
    let scores: Vec<_> = tables
        .map(|table| {
            let fields = tree.root.members.iter();
            let known = fields.filter(|member| table.field(&member.name).is_some());
            let score = known.count() + usize::from(named(table.root));
            (score, table.profile)
        })
        .collect();
    let most = scores.iter().map(|(score, _)| *score).max();
    let best = scores
        .iter()
        .filter(|(score, _)| *score > 0 && Some(*score) == most)
        .filter_map(|(_, id)| Profile::by_id(id));
    newest(best).ok_or(NoProfile::Unknown)
}
