//! Requests anywhere between right and wrong, for the tests that have the strategies.

use kvspec::{Profile, strategy};
use proptest::prelude::*;
use serde_json::Value;

use super::support;

/// Requests of a profile that may be anything between right and wrong: its sample with so many
/// changes at most, valid ones, and nearly valid ones, in these proportions; of a profile of which
/// no mistakes are drawn, changed ones only.
pub(crate) fn right_and_wrong(
    profile: &'static Profile,
    most_changes: usize,
    weights: [u32; 3],
) -> BoxedStrategy<Value> {
    let changed = (support::changes(most_changes), any::<bool>())
        .prop_map(move |(changes, quoted)| support::request(profile, &changes, quoted));
    if !strategy::is_drawn(profile) {
        return changed.boxed();
    }
    prop_oneof![
        weights[0] => changed,
        weights[1] => strategy::valid(profile),
        weights[2] => strategy::near(profile).prop_map(|near| near.spec),
    ]
    .boxed()
}
