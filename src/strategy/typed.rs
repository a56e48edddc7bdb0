//! Typed requests.

use proptest::prelude::*;
use serde::de::DeserializeOwned;

use crate::profile::Profile;
use crate::request::Request;

/// Typed requests that the operation's first profile accepts.
///
/// ```
/// use kvspec::request::{CreateInstance, Request};
/// use kvspec::strategy;
/// use proptest::test_runner::TestRunner;
///
/// TestRunner::deterministic()
///     .run(&strategy::typed::<CreateInstance>(), |request| {
///         assert!(request.validated().is_ok());
///         Ok(())
///     })
///     .unwrap();
/// ```
pub fn typed<T>() -> BoxedStrategy<T>
where
    T: Request + DeserializeOwned + std::fmt::Debug + 'static,
{
    typed_under(T::PROFILES[0])
}

/// Typed requests that a profile of the operation accepts. A profile of another operation has
/// other names, so that little of its requests would arrive.
pub fn typed_under<T>(profile: &'static Profile) -> BoxedStrategy<T>
where
    T: Request + DeserializeOwned + std::fmt::Debug + 'static,
{
    super::valid(profile)
        .prop_filter_map("a value that the type does not take", |spec| {
            serde_json::from_value(spec).ok()
        })
        .boxed()
}
