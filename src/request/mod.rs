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
//! What was not checked has no wire form, and nobody can say `Valid` by hand:
//!
//! ```compile_fail
//! let query = kvspec::request::CreateInstance::new("cn-hangzhou").query();
//! ```
//!
//! ```compile_fail
//! let valid = kvspec::request::Valid(kvspec::request::CreateInstance::new("cn-hangzhou"));
//! ```

mod console_order;
mod create_cache_instance;
mod create_instance;
mod create_instances;
mod fields;

use std::ops::Deref;

use serde::Serialize;
use serde_json::Value;

use crate::check::Checker;
use crate::input::percent_encode;
use crate::profile::Profile;
use crate::report::Report;

pub use console_order::ConsoleOrder;
pub use create_cache_instance::{AzId, CacheInstance, Charge, CreateCacheInstance};
pub use create_instance::CreateInstance;
pub use create_instances::{CreateInstances, Instance};
pub use fields::{ChargeType, EngineVersion, InstanceType, NetworkType, NodeType, Secret, Text};

mod sealed {
    pub trait Sealed {}
}

/// A typed request of one operation.
pub trait Request: Serialize + sealed::Sealed + Sized {
    /// The profiles that describe the operation; the first is the one that is checked against
    /// unless another is named.
    const PROFILES: &'static [&'static Profile];

    /// The request as JSON, with the documents' names.
    ///
    /// A password in it is in clear text.
    fn to_value(&self) -> Value {
        serde_json::to_value(self).unwrap_or_default()
    }

    /// Everything that the operation's first profile has to say about the request.
    fn check(&self) -> Report {
        Checker::new(Self::PROFILES[0]).check_value(&self.to_value())
    }

    /// Everything that a profile of the operation has to say about the request.
    ///
    /// # Errors
    ///
    /// [`OtherOperation`] if the profile is one of another operation.
    fn check_under(&self, profile: &'static Profile) -> Result<Report, OtherOperation> {
        if !Self::PROFILES.iter().any(|known| known.id == profile.id) {
            return Err(OtherOperation {
                profile: profile.id,
            });
        }
        Ok(Checker::new(profile).check_value(&self.to_value()))
    }

    /// The request, checked against the operation's first profile.
    ///
    /// # Errors
    ///
    /// The report, if a document says that the request is wrong.
    fn validated(self) -> Result<Valid<Self>, Report> {
        let report = self.check();
        if report.is_valid() {
            Ok(Valid(self))
        } else {
            Err(report)
        }
    }

    /// The request, checked against a profile of the operation.
    ///
    /// # Errors
    ///
    /// [`Invalid::Report`] if a document says that the request is wrong,
    /// [`Invalid::OtherOperation`] if the profile is one of another operation.
    fn validated_under(self, profile: &'static Profile) -> Result<Valid<Self>, Invalid> {
        let report = self.check_under(profile)?;
        if report.is_valid() {
            Ok(Valid(self))
        } else {
            Err(report.into())
        }
    }
}

/// The profile describes another operation than the request is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("`{profile}` is a profile of another operation")]
pub struct OtherOperation {
    /// The profile that was named.
    pub profile: &'static str,
}

/// Why a request is not valid under a named profile.
#[derive(Debug, thiserror::Error)]
pub enum Invalid {
    /// What a document says is wrong.
    #[error("{0}")]
    Report(#[from] Report),
    /// The profile is one of another operation.
    #[error(transparent)]
    OtherOperation(#[from] OtherOperation),
}

/// A request that was checked and that no document says is wrong. Only such a request has a wire
/// form.
#[derive(Debug, Clone, PartialEq)]
pub struct Valid<T>(T);

impl<T> Valid<T> {
    /// The request, to be changed: it has to be checked again.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Valid<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// A request that travels as a query string.
pub trait QueryRequest: Request {
    /// The value of `Action`.
    const ACTION: &'static str;
}

impl<T: QueryRequest> Valid<T> {
    /// The parameters with `Action`, sorted by name, as they are before encoding. The provider's
    /// common parameters (signature, time stamp) are the signing tool's to add.
    #[must_use]
    pub fn pairs(&self) -> Vec<(String, String)> {
        let mut pairs = vec![("Action".to_owned(), T::ACTION.to_owned())];
        if let Value::Object(members) = self.0.to_value() {
            pairs.extend(members.into_iter().map(|(name, value)| match value {
                Value::String(text) => (name, text),
                other => (name, other.to_string()),
            }));
        }
        pairs.sort();
        pairs.dedup_by(|later, earlier| later.0 == earlier.0);
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
