//! Lists and maps, as a request takes them whose types are strict.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value};

use super::alphabet;
use super::assemble::Content;
use super::values::{Draft, right};
use crate::profile::{Kind, ListRule, Parameter, Wire};

/// A list is drawn with no more elements than these.
const MOST: usize = 3;

/// How many elements are drawn of a list.
fn lengths(rule: ListRule) -> std::ops::RangeInclusive<usize> {
    let most = [rule.most, rule.usual].into_iter().flatten().min();
    let most = most.and_then(|most| usize::try_from(most).ok());
    1..=most.unwrap_or(MOST).clamp(1, MOST)
}

/// Values of a list or map that the row accepts; nothing where it is another type.
pub(super) fn content(
    parameter: &'static Parameter,
    wire: Wire,
    members: impl Fn(&'static crate::profile::Object) -> BoxedStrategy<super::Members>,
) -> Option<BoxedStrategy<Content>> {
    Some(match parameter.kind {
        Kind::Objects(inner, rule) => vec(members(inner), lengths(rule))
            .prop_map(Content::List)
            .boxed(),
        Kind::Texts(rule) => vec(right(parameter, wire).prop_map(plain), lengths(rule))
            .prop_map(|elements| whole(Value::Array(elements)))
            .boxed(),
        Kind::Map(rule) => entries(parameter, wire, rule)
            .prop_map(|entries| whole(Value::Object(entries.into_iter().collect::<Map<_, _>>())))
            .boxed(),
        Kind::Anything => Just(whole(Value::Object(Map::new()))).boxed(),
        _ => return None,
    })
}

/// Names and values of a map.
fn entries(
    parameter: &'static Parameter,
    wire: Wire,
    rule: ListRule,
) -> BoxedStrategy<Vec<(String, Value)>> {
    #[cfg(feature = "profile-files")]
    if let Some(settings) = crate::profile::own::settings_of(parameter) {
        let each = settings.iter().filter_map(|setting| {
            let values = setting.values();
            let name = setting.name.to_owned();
            (!values.is_empty()).then(|| {
                let values = prop::sample::select(values);
                values
                    .prop_map(move |value| (name.clone(), Value::from(value)))
                    .boxed()
            })
        });
        let each: Vec<_> = each.collect();
        if !each.is_empty() {
            return vec(proptest::strategy::Union::new(each), lengths(rule)).boxed();
        }
    }
    let values = right(parameter, wire).prop_map(plain);
    vec((alphabet::word(), values), lengths(rule)).boxed()
}

fn whole(value: Value) -> Content {
    Content::Scalar(Draft::Value(value))
}

/// An element decides about no other parameter, and none about it.
fn plain(draft: Draft) -> Value {
    match draft {
        Draft::Value(value) => value,
        Draft::ByCase(cases) => cases
            .into_iter()
            .next()
            .map_or(Value::Null, |(_, value)| value),
    }
}
