//! Strategies for the `proptest` crate: requests that a profile accepts, requests that break
//! exactly one rule, and requests at the limits, all read off the profile's table.
//!
//! Whoever runs a service that takes such requests can feed it with them: what is valid must be
//! accepted, and what breaks one rule must be refused for that rule.
//!
//! ```
//! use kvspec::{Checker, Code, Profile, strategy};
//! use proptest::prelude::*;
//! use proptest::test_runner::TestRunner;
//!
//! let profile = Profile::by_id("alibaba.create-instance.cn").unwrap();
//! let mut runner = TestRunner::deterministic();
//! runner
//!     .run(&strategy::valid(profile), |spec| {
//!         prop_assert!(Checker::new(profile).is_valid(&spec));
//!         Ok(())
//!     })
//!     .unwrap();
//!
//! let broken = strategy::violating(profile, Code::NameLength).unwrap();
//! runner
//!     .run(&broken, |broken| {
//!         let report = Checker::new(profile).check(&broken.spec);
//!         prop_assert!(report.iter().any(|found| found.code == Code::NameLength && found.path == broken.path));
//!         Ok(())
//!     })
//!     .unwrap();
//! ```
//!
//! Every strategy shrinks to the smallest request: optional parameters go first, then texts and
//! numbers become small. With the same seed a strategy gives the same requests.

/// The version of the `proptest` crate that the strategies are of.
pub use proptest;

mod alphabet;
mod assemble;
mod draw;
#[cfg(feature = "formats")]
mod files;
mod lists;
mod orders;
mod pointer;
mod shown;
mod shrink;
mod text;
mod typed;
mod values;
mod violate;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::Union;
use serde_json::Value;

use crate::diagnostic::Code;
#[cfg(feature = "profile-files")]
use crate::profile::Constraint;
use crate::profile::{Kind, Need, Object, Parameter, Profile, Wire};
use crate::text::placeholder::{self, Place};
use assemble::{Content, Members};

#[cfg(feature = "formats")]
pub use files::{OrderFile, file_of, markdown, pulumi, ros, shell, terraform};
pub use orders::{Orders, violable};
pub use text::{json_text, query_text};
pub use typed::{typed, typed_under};
pub use violate::{Violation, violating, violating_text};

/// Requests that the profile accepts: no document says that they are wrong, though there may be
/// warnings. Every parameter of the operation occurs, every enumerated value, and every limit; those that all
/// operations of a provider have are drawn on request alone, by [`Orders`], which also draws within a service's own limits.
///
/// Lists come as the document has them, as JSON in a string.
pub fn valid(profile: &'static Profile) -> BoxedStrategy<Value> {
    Orders::of(profile).valid()
}

/// Whether every text of a request stands for itself: what looks like a placeholder is not judged.
fn is_literal(spec: &Value) -> bool {
    match spec {
        Value::String(text) => {
            // A list may be written as text.
            let inner = text.starts_with('[').then(|| serde_json::from_str(text));
            // What a build server fills in, and what a tool may take for a reference, is no literal either.
            placeholder::find(text, Place::Prose).is_none()
                && !text.contains("${")
                && inner
                    .and_then(Result::ok)
                    .is_none_or(|inner: Value| is_literal(&inner))
        }
        Value::Array(elements) => elements.iter().all(is_literal),
        Value::Object(members) => members.values().all(is_literal),
        _ => true,
    }
}

/// Whether a profile's strategies can be written to a file, and [`near`] draws by its limits: those of the five
/// documents. [`violating`] and [`Orders`] draw for every profile.
///
/// ```
/// use kvspec::{Profile, strategy};
///
/// let drawn = |id| strategy::is_drawn(Profile::by_id(id).unwrap());
/// assert!(drawn("alibaba.create-instances"));
/// # #[cfg(feature = "editions")]
/// assert!(!drawn("alibaba.create-instance.2026"));
/// ```
#[must_use]
pub fn is_drawn(profile: &Profile) -> bool {
    crate::documents::FIVE_DOCUMENTS
        .iter()
        .any(|known| known.id == profile.id)
}

/// A request with one value at a documented limit, or one step beside it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Near {
    /// The request.
    pub spec: Value,
    /// JSON Pointer of the value.
    pub path: String,
    /// The one error that it has; `None` on the right side of the limit.
    pub code: Option<Code>,
}

/// Requests with one value at a limit of the profile or one step to either side of it: lengths,
/// ranges and sets of numbers. All else in them is right.
pub fn near(profile: &'static Profile) -> BoxedStrategy<Near> {
    let base = members(profile.request, profile.wire, false);
    let mut list = Vec::new();
    violate::visit(profile, &mut |way, object| {
        for (index, parameter) in object.parameters.iter().enumerate() {
            for (drafts, code) in values::near(parameter, profile.wire) {
                let mistakes = drafts.prop_map(move |draft| assemble::Mistake::Value(index, draft));
                let requests = violate::requests(profile, &base, way, mistakes.boxed());
                list.push(
                    requests
                        .prop_filter("a placeholder", |(spec, _)| is_literal(spec))
                        .prop_map(move |(spec, path)| Near { spec, path, code })
                        .boxed(),
                );
            }
        }
    });
    Union::new(list).boxed()
}

/// What an object is assembled from; the parameters that all operations have only if they are wanted.
fn members(object: &'static Object, wire: Wire, has_common: bool) -> BoxedStrategy<Members> {
    let list = object
        .parameters
        .iter()
        .map(|parameter| {
            let likelihood = match (parameter.need, parameter.common) {
                (Need::Required, _) => 1.0,
                (_, true) if !has_common => 0.0,
                (_, true) => 0.1,
                (_, false) => 0.4,
            };
            let content = match parameter.kind {
                Kind::Object(inner) => members(inner, wire, has_common)
                    .prop_map(Content::Object)
                    .boxed(),
                Kind::JsonArray(inner) => vec(members(inner, wire, has_common), 1..=3)
                    .prop_map(Content::List)
                    .boxed(),
                _ => lists::content(parameter, wire, |inner| members(inner, wire, has_common))
                    .or_else(|| classes(object, parameter))
                    .unwrap_or_else(|| {
                        let right = values::right(parameter, wire);
                        right.prop_map(Content::Scalar).boxed()
                    }),
            };
            (likelihood, content)
        })
        .collect();
    draw::MembersStrategy::new(list).boxed()
}

/// Names of classes, where a profile that was read from a file says how they are made.
#[cfg(feature = "profile-files")]
fn classes(object: &Object, parameter: &Parameter) -> Option<BoxedStrategy<Content>> {
    let grammar = object.own.and_then(|own| own.grammar)?;
    let names = matches!(parameter.constraint, Constraint::InstanceClass).then(|| grammar.names());
    let names = names.filter(|names| !names.is_empty())?;
    let drafts = proptest::sample::select(names).prop_map(|name| values::Draft::Value(name.into()));
    Some(drafts.prop_map(Content::Scalar).boxed())
}

#[cfg(not(feature = "profile-files"))]
const fn classes(_: &Object, _: &Parameter) -> Option<BoxedStrategy<Content>> {
    None
}
