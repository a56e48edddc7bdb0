//! Typed requests, for Rust programs.
//!
//! A request is built with the documents' parameters under Rust's names, and has the documents'
//! names on the wire. It can hold anything, right or wrong; [`Request::validated`] turns it into
//! a [`Valid`] one, which alone has a wire form: a request that nobody checked cannot be sent by
//! accident.
//!
//! ```
//! use kvspec::request::{ChargeType, CreateInstance, Request};
//!
//! let request = CreateInstance::new("cn-hangzhou")
//!     .instance_class("redis.master.small.default")
//!     .instance_name("会话缓存")
//!     .charge_type(ChargeType::PrePaid)
//!     .period(12);
//! let valid = request.validated()?;
//! assert!(valid.query().starts_with("Action=CreateInstance&ChargeType=PrePaid&InstanceClass="));
//! # Ok::<(), kvspec::Report>(())
//! ```
//!
//! A request that comes as text is read and judged in one step, with the places of findings. It
//! loses nothing on the way: what the document does not know is judged, and sent if it is valid.
//!
//! ```
//! use kvspec::request::{CreateInstance, Request};
//!
//! let body = r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "password": "Abcd1234!", "Period": {}}"#;
//! let report = CreateInstance::from_json(body).unwrap_err();
//! assert!(report.iter().any(|found| found.path == "/password" && found.span.is_some()));
//! assert!(report.iter().any(|found| found.path == "/Period"));
//! ```
//!
//! `Deserialize` is as careful: no value is of a wrong kind for it, so what is wrong is a finding of
//! [`Request::check`] and no error of a format. There is no `Serialize`, because a request that is
//! written to a log by accident would show its password; [`Request::to_value`] is asked for.
//!
//! What was not checked has no wire form, and nobody can say `Valid` by hand:
//!
//! ```compile_fail
//! let query = kvspec::request::CreateInstance::new("cn-hangzhou").query();
//! ```
//!
//! ```compile_fail
//! let request = kvspec::request::CreateInstance::new("cn-hangzhou");
//! let report = kvspec::request::Request::check(&request);
//! let valid = kvspec::request::Valid { request, report };
//! ```
//!
//! ```compile_fail
//! let text = serde_json::to_string(&kvspec::request::CreateInstance::new("cn-hangzhou"));
//! ```

mod cache_instance;
mod console_order;
mod create_cache_instance;
#[cfg(feature = "editions")]
mod create_cache_instance_2026;
mod create_instance;
#[cfg(feature = "editions")]
mod create_instance_2026;
mod create_instances;
#[cfg(feature = "editions")]
mod create_tair_instance;
mod record;
#[cfg(feature = "editions")]
mod tag;
mod values;
mod words;

use std::ops::Deref;

use serde_json::{Map, Value};

use crate::check::Checker;
use crate::diagnostic::Term;
use crate::diagnostic::{Format, syntax};
use crate::input::percent_encode;
use crate::profile::{Kind, Profile};
use crate::report::Report;
use crate::spec::Spec;
use record::Record;

pub use cache_instance::{AzId, CacheInstance, Charge, ResourceTag};
pub use console_order::ConsoleOrder;
pub use create_cache_instance::CreateCacheInstance;
#[cfg(feature = "editions")]
pub use create_cache_instance_2026::CreateCacheInstance2026;
pub use create_instance::CreateInstance;
#[cfg(feature = "editions")]
pub use create_instance_2026::CreateInstance2026;
pub use create_instances::{CreateInstances, Instance, Instances};
#[cfg(feature = "editions")]
pub use create_tair_instance::CreateTairInstance;
#[cfg(feature = "editions")]
pub use tag::Tag;
pub use values::{List, Scalar, Secret, Text};
pub use words::{ChargeType, EngineVersion, InstanceType, NetworkType, NodeType};

mod sealed {
    use serde_json::{Map, Value};

    /// What only the types of this module are.
    pub trait Sealed: Sized {
        fn members(&self) -> Map<String, Value>;
        fn of_json(text: &str) -> Option<Self>;
        fn of_query(text: &str) -> Option<Self>;
    }
}

impl<T: Record> sealed::Sealed for T {
    fn members(&self) -> Map<String, Value> {
        Record::members(self)
    }

    fn of_json(text: &str) -> Option<Self> {
        record::of_json(text)
    }

    fn of_query(text: &str) -> Option<Self> {
        record::of_query(text)
    }
}

/// A typed request of one operation.
pub trait Request: sealed::Sealed + Sized {
    /// The profiles that describe the operation; the first is the one that is checked against
    /// unless another is named.
    const PROFILES: &'static [&'static Profile];

    /// The request as JSON, with the documents' names.
    ///
    /// A password in it is in clear text.
    fn to_value(&self) -> Value {
        Value::Object(self.members())
    }

    /// Everything that the operation's first profile has to say about the request.
    fn check(&self) -> Report {
        first::<Self>().check(&self.to_value())
    }

    /// Everything that a profile of the operation has to say about the request.
    ///
    /// # Errors
    ///
    /// [`OtherOperation`] if the profile is one of another operation.
    fn check_under(&self, profile: &'static Profile) -> Result<Report, OtherOperation> {
        self.check_with(&Checker::new(profile))
    }

    /// Everything that a checker has to say about the request: one with house rules, with
    /// surroundings, or with packs.
    ///
    /// # Errors
    ///
    /// [`OtherOperation`] if the checker's profile is one of another operation.
    fn check_with(&self, checker: &Checker<'_>) -> Result<Report, OtherOperation> {
        admit::<Self>(checker)?;
        Ok(checker.check(&self.to_value()))
    }

    /// The request, checked against the operation's first profile.
    ///
    /// # Errors
    ///
    /// The report, if a document says that the request is wrong.
    fn validated(self) -> Result<Valid<Self>, Report> {
        let report = self.check();
        passed(report, || Some(self))
    }

    /// As [`validated`](Self::validated), and refuses what has a warning.
    ///
    /// ```
    /// use kvspec::request::{CreateInstance, Request};
    /// let order = CreateInstance::new("cn-hangzhou").capacity(1024).zone_id("cn-beijing-a");
    /// assert!(order.clone().validated().is_ok());
    /// assert!(order.validated_strictly().is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// The report, if it has an error or a warning.
    fn validated_strictly(self) -> Result<Valid<Self>, Report> {
        let valid = self.validated()?;
        if valid.report.counts().warnings > 0 {
            return Err(valid.report);
        }
        Ok(valid)
    }

    /// The request, checked against a profile of the operation.
    ///
    /// # Errors
    ///
    /// [`Invalid::Report`] if a document says that the request is wrong,
    /// [`Invalid::OtherOperation`] if the profile is one of another operation.
    fn validated_under(self, profile: &'static Profile) -> Result<Valid<Self>, Invalid> {
        self.validated_with(&Checker::new(profile))
    }

    /// The request, checked by a checker: one with house rules, with surroundings, or with packs.
    ///
    /// # Errors
    ///
    /// [`Invalid::Report`] if the report does not pass: a document says that the request is wrong,
    /// or a team's own rule refuses it. [`Invalid::OtherOperation`] if the checker's profile is one
    /// of another operation.
    fn validated_with(self, checker: &Checker<'_>) -> Result<Valid<Self>, Invalid> {
        let report = self.check_with(checker)?;
        Ok(passed(report, || Some(self))?)
    }

    /// Reads a request that is written as JSON, and checks it against the operation's first
    /// profile. Findings have positions in the text.
    ///
    /// # Errors
    ///
    /// The report, if the text is no request or a document says that it is wrong.
    fn from_json(text: &str) -> Result<Valid<Self>, Report> {
        let checker = first::<Self>();
        read(&checker, checker.check(Spec::Json(text)), || {
            Self::of_json(text)
        })
    }

    /// As [`from_json`](Self::from_json), of bytes, such as the body of an HTTP request. What is
    /// not UTF-8 is a finding, too.
    ///
    /// # Errors
    ///
    /// The report, if the text is no request or a document says that it is wrong.
    fn from_bytes(bytes: &[u8]) -> Result<Valid<Self>, Report> {
        let checker = first::<Self>();
        let text = std::str::from_utf8(bytes);
        read(&checker, checker.check_bytes(bytes), || {
            Self::of_json(text.ok()?)
        })
    }

    /// Reads a query string, or a URL with one, and checks it against the operation's first
    /// profile. Findings have positions in the text.
    ///
    /// # Errors
    ///
    /// The report, if the text is no request or a document says that it is wrong.
    fn from_query(text: &str) -> Result<Valid<Self>, Report> {
        let checker = first::<Self>();
        read(&checker, checker.check(Spec::Query(text)), || {
            Self::of_query(text)
        })
    }

    /// As [`from_json`](Self::from_json), with a checker: one with house rules, with surroundings,
    /// or with packs.
    ///
    /// # Errors
    ///
    /// As [`validated_with`](Self::validated_with).
    fn from_json_with(text: &str, checker: &Checker<'_>) -> Result<Valid<Self>, Invalid> {
        admit::<Self>(checker)?;
        let report = checker.check(Spec::Json(text));
        Ok(read(checker, report, || Self::of_json(text))?)
    }

    /// As [`from_query`](Self::from_query), with a checker.
    ///
    /// # Errors
    ///
    /// As [`validated_with`](Self::validated_with).
    fn from_query_with(text: &str, checker: &Checker<'_>) -> Result<Valid<Self>, Invalid> {
        admit::<Self>(checker)?;
        let report = checker.check(Spec::Query(text));
        Ok(read(checker, report, || Self::of_query(text))?)
    }
}

/// The checker for the operation's first profile.
fn first<T: Request>() -> Checker<'static> {
    Checker::new(T::PROFILES[0])
}

/// Refuses the profile of another operation.
fn admit<T: Request>(checker: &Checker<'_>) -> Result<(), OtherOperation> {
    let profile = checker.profile().id;
    if T::PROFILES.iter().any(|known| known.id == profile) {
        Ok(())
    } else {
        Err(OtherOperation { profile })
    }
}

/// The request that a report is about, if the report lets it pass.
fn passed<T>(report: Report, request: impl FnOnce() -> Option<T>) -> Result<Valid<T>, Report> {
    if !report.passes() {
        return Err(report);
    }
    match request() {
        Some(request) => Ok(Valid { request, report }),
        None => Err(Report::new(
            report.profile(),
            vec![syntax(Format::Json, Term::TooDeep)],
        )),
    }
}

/// The request that a text holds. What is sent is what was judged, so what was made of the text is
/// judged as well.
fn read<T: Request>(
    checker: &Checker<'_>,
    report: Report,
    request: impl FnOnce() -> Option<T>,
) -> Result<Valid<T>, Report> {
    let valid = passed(report, request)?;
    let sent = checker.check(&valid.to_value());
    if sent.passes() { Ok(valid) } else { Err(sent) }
}

/// The profile describes another operation than the request is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("`{profile}` is a profile of another operation")]
#[non_exhaustive]
pub struct OtherOperation {
    /// The profile that was named.
    pub profile: &'static str,
}

/// Why a request is not valid for a checker.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Invalid {
    /// What a document, or a team, says is wrong.
    #[error("{0}")]
    Report(#[from] Report),
    /// The profile is one of another operation.
    #[error(transparent)]
    OtherOperation(#[from] OtherOperation),
}

/// A request that was checked and that no document says is wrong. Only such a request has a wire
/// form.
#[derive(Debug, Clone, PartialEq)]
pub struct Valid<T> {
    request: T,
    report: Report,
}

impl<T> Valid<T> {
    /// The request, to be changed: it has to be checked again.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.request
    }

    /// What was found all the same: warnings and notes.
    ///
    /// ```
    /// use kvspec::request::{CreateInstance, Request};
    /// let order = CreateInstance::new("cn-hangzhou").capacity(1024).zone_id("cn-beijing-a");
    /// let valid = order.validated()?;
    /// assert_eq!(valid.report().counts().warnings, 1);
    /// # Ok::<(), kvspec::Report>(())
    /// ```
    #[must_use]
    pub const fn report(&self) -> &Report {
        &self.report
    }
}

impl<T> Deref for Valid<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.request
    }
}

/// A request that travels as a query string.
pub trait QueryRequest: Request {
    /// The value of `Action`.
    const ACTION: &'static str;
}

impl<T: QueryRequest> Valid<T> {
    /// The parameters with `Action`, sorted by name, as they are before encoding; lists are spelt
    /// out, `Tag.1.Key`. The provider's common parameters (signature, time stamp) are the signing
    /// tool's to add.
    #[must_use]
    pub fn pairs(&self) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        for (name, value) in self.members() {
            let row = self.report.profile().request.parameter(&name);
            match value {
                Value::Array(items)
                    if row.is_some_and(|row| matches!(row.kind, Kind::Objects(..))) =>
                {
                    for (index, item) in items.into_iter().enumerate() {
                        let Value::Object(members) = item else {
                            continue;
                        };
                        pairs.extend(members.into_iter().map(|(member, value)| {
                            (format!("{name}.{}.{member}", index + 1), wire_text(value))
                        }));
                    }
                }
                value => pairs.push((name, wire_text(value))),
            }
        }
        if !pairs.iter().any(|(name, _)| name == "Action") {
            pairs.push(("Action".to_owned(), T::ACTION.to_owned()));
        }
        pairs.sort();
        pairs
    }

    /// The query string: sorted by name and percent-encoded as RFC 3986 has it.
    #[must_use]
    pub fn query(&self) -> String {
        let pairs: Vec<String> = self
            .pairs()
            .iter()
            .map(|(name, value)| format!("{}={}", percent_encode(name), percent_encode(value)))
            .collect();
        pairs.join("&")
    }
}

/// A value in a query string.
fn wire_text(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => other.to_string(),
    }
}

/// A request that travels as a JSON body, with the region in its path.
pub trait BodyRequest: Request {
    /// The region.
    fn region(&self) -> Option<&Scalar>;
}

impl<T: BodyRequest> Valid<T> {
    /// The path that the request is posted to.
    ///
    /// ```
    /// use kvspec::request::{AzId, CacheInstance, CreateCacheInstance, Request};
    /// let instance = CacheInstance::new()
    ///     .vpc_id("vpc-abc")
    ///     .subnet_id("subnet-abc")
    ///     .cache_instance_name("cache_01")
    ///     .cache_instance_class("redis.m.micro.basic")
    ///     .az_id(AzId::new("cn-north-1a", "cn-north-1b"));
    /// let valid = CreateCacheInstance::new("cn-north-1", instance).validated()?;
    /// assert_eq!(valid.path(), "/v1/regions/cn-north-1/cacheInstance");
    /// assert!(valid.body().get("regionId").is_none());
    /// # Ok::<(), kvspec::Report>(())
    /// ```
    #[must_use]
    pub fn path(&self) -> String {
        let region = self.region().and_then(Scalar::as_str).unwrap_or_default();
        format!("/v1/regions/{}/cacheInstance", percent_encode(region))
    }

    /// The JSON body: all but the region, which is in the path.
    #[must_use]
    pub fn body(&self) -> Value {
        let mut members = self.members();
        members.remove("regionId");
        Value::Object(members)
    }
}
