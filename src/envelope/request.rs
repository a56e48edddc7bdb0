//! A request of an API as JSON, where answers of the same API may stand as well: only what is surely a request.

use std::borrow::Cow;

use super::{Found, Spec, SpecFormat, literally};
use crate::infer::Names;
use crate::input::yaml::{Pair, json};

/// Names that requests have, and no answer: an answer repeats region, class, zone and the like, but none of these.
const OF_REQUESTS: [&str; 13] = [
    "Password",
    "Period",
    "Token",
    "ClientToken",
    "AutoRenewPeriod",
    "AutoUseCoupon",
    "AutoPay",
    "CouponNo",
    "BusinessInfo",
    "SrcDBInstanceId",
    "RestoreTime",
    "RecoverConfigMode",
    "DryRun",
];

/// Names that answers alone have.
const OF_ANSWERS: [&str; 6] = [
    "RequestId",
    "InstanceId",
    "InstanceIds",
    "OrderId",
    "InstanceStatus",
    "TotalCount",
];

/// Reads a JSON text. One that cannot be read is no sure request, and nothing is said of it.
pub(crate) fn read(text: &str) -> Found {
    let mut found = Found::default();
    let Ok(root) = json(text) else {
        return found;
    };
    let Some(pairs) = root.members() else {
        return found;
    };
    let mut names = Names::new();
    for pair in pairs {
        let value = pair.value.text().unwrap_or_default();
        names.add(Cow::Borrowed(&*pair.name), || Cow::Borrowed(value));
    }
    let Ok(profile) = names.profile(None) else {
        return found;
    };
    if !is_request(pairs) {
        return found;
    }
    let head = root.span.start..root.span.start + 1;
    found.specs.push(Spec::new(
        profile.id,
        SpecFormat::Json,
        profile.operation.to_owned(),
        (head, root.span.clone()),
        literally(&root),
    ));
    found
}

fn is_request(pairs: &[Pair<'_>]) -> bool {
    let has = |name: &str| {
        pairs
            .iter()
            .any(|pair| pair.name.eq_ignore_ascii_case(name))
    };
    if has("Action") {
        return true;
    }
    if OF_ANSWERS.iter().any(|name| has(name)) {
        return false;
    }
    // JD Cloud's password stands one level down.
    let inner = pairs.iter().find(|pair| pair.name == "cacheInstance");
    let inner = inner.and_then(|pair| pair.value.members());
    let has_password = |pairs: &[Pair<'_>]| pairs.iter().any(|pair| pair.name == "password");
    OF_REQUESTS.iter().any(|name| has(name)) || inner.is_some_and(has_password)
}
