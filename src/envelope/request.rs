//! Requests of an API as JSON, where answers of the same API may stand as well: only what is surely a request.

use std::borrow::Cow;

use super::{Found, Remark, Spec, SpecFormat, What, literally};
use crate::infer::{self, Date, Names, NoProfile};
use crate::input::yaml::{self, Node, Pair, Problem, json_documents};
use crate::profile::{Kind, Need, Object};
use crate::text;

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

/// Names that an instance of JD Cloud has once it is there.
const OF_INSTANCES: [&str; 5] = [
    "cacheInstanceId",
    "cacheInstanceStatus",
    "connectionDomain",
    "createTime",
    "charge",
];

/// Reads a JSON text: a request, a list of them, or several one behind the other. One that cannot be read is no
/// sure request; only of one that names an operation is its slip told.
pub(crate) fn read(text: &str, as_of: Option<Date>) -> Found {
    let mut found = Found::default();
    match json_documents(text) {
        Ok(roots) => {
            for root in &roots {
                let list = root.elements();
                for request in list.unwrap_or(std::slice::from_ref(root)) {
                    read_one(request, as_of, &mut found);
                }
            }
        }
        Err(problem) if is_a_slip(text, &problem) => found.remarks.push(Remark {
            what: What::Syntax(problem.text),
            path: String::new(),
            span: problem.at,
            fix: None,
        }),
        Err(_) => {}
    }
    found
}

fn read_one(root: &Node<'_>, as_of: Option<Date>, found: &mut Found) {
    let Some(pairs) = root.members() else {
        return;
    };
    let mut names = Names::new();
    for pair in pairs.iter().filter(|pair| !is_null(pair)) {
        let value = pair.value.text().unwrap_or_default();
        names.add(Cow::Borrowed(&*pair.name), || Cow::Borrowed(value));
    }
    let profile = match names.profile(as_of) {
        Ok(profile) => profile,
        Err(NoProfile::UnknownOperation) => {
            found.remarks.extend(unknown_operation(pairs, &names));
            return;
        }
        Err(_) => return,
    };
    let is_rest = infer::is_rest(profile);
    let is_whole = || names.are_decided(profile) && is_whole(profile.request, pairs, is_rest);
    if !is_request(profile.request, pairs, is_whole) {
        return;
    }
    let head = root.span.start..root.span.start + 1;
    found.specs.push(Spec {
        // The URL, which stands elsewhere, has the region.
        region_is_known_elsewhere: is_rest,
        ..Spec::new(
            profile.id,
            SpecFormat::Json,
            profile.operation.to_owned(),
            (head, root.span.clone()),
            literally(root),
        )
    });
}

/// What is said of an operation that no profile describes.
fn unknown_operation(pairs: &[Pair<'_>], names: &Names<'_>) -> Option<Remark> {
    let action = pairs.iter().rfind(|pair| is_named(pair, "Action"))?;
    Some(Remark {
        what: What::UnknownOperation {
            written: names.operation()?.to_owned(),
            suggestion: names.suggestion().map(str::to_owned),
            is_info: false,
            order: None,
        },
        path: "/Action".to_owned(),
        span: action.value.span.clone(),
        fix: None,
    })
}

/// Whether these are the members of a request; `is_whole` says whether nothing is missing in it.
fn is_request(
    request: &'static Object,
    pairs: &[Pair<'_>],
    is_whole: impl FnOnce() -> bool,
) -> bool {
    // A policy, an event or an error may name the action, too.
    let is_asked_for = |pair: &Pair<'_>| {
        let mut rows = request.parameters.iter();
        rows.any(|row| !row.common && is_named(pair, row.name))
    };
    if has_one(pairs, &["Action"]) {
        return pairs.iter().any(is_asked_for);
    }
    if has_one(pairs, &OF_ANSWERS) {
        return false;
    }
    // JD Cloud's password stands one level down.
    let inner = pairs.iter().find(|pair| pair.name == "cacheInstance");
    let inner = inner.and_then(|pair| pair.value.members());
    let has_password = |pairs: &[Pair<'_>]| pairs.iter().any(|pair| pair.name == "password");
    has_one(pairs, &OF_REQUESTS) || inner.is_some_and(has_password) || is_whole()
}

/// Whether a request lacks nothing that the document requires, so that it is no excerpt. A URL may have
/// the region of one that says how it is paid.
fn is_whole(request: &'static Object, pairs: &[Pair<'_>], is_rest: bool) -> bool {
    let is_elsewhere = is_rest && has_one(pairs, &["charge"]);
    has_all(request, pairs, is_elsewhere.then_some("regionId"))
}

/// Whether an object has all that its document requires, but for a name that stands elsewhere, and nothing that
/// only an answer has.
fn has_all(object: &'static Object, pairs: &[Pair<'_>], elsewhere: Option<&str>) -> bool {
    let is_whole = |inner, node: &Node<'_>| {
        let members = node.members();
        members.is_some_and(|members| {
            !has_one(members, &OF_ANSWERS)
                && !has_one(members, &OF_INSTANCES)
                && has_all(inner, members, None)
        })
    };
    let required = object.parameters.iter();
    let mut required =
        required.filter(|row| row.need == Need::Required && elsewhere != Some(row.name));
    required.all(|row| {
        let pair = pairs.iter().rfind(|pair| pair.name == row.name);
        pair.is_some_and(|pair| match row.kind {
            Kind::Object(inner) => is_whole(inner, &pair.value),
            Kind::JsonArray(inner) | Kind::Objects(inner, _) => {
                let are_whole = |list: &Node<'_>| {
                    let elements = list.elements().unwrap_or_default();
                    !elements.is_empty() && elements.iter().all(|each| is_whole(inner, each))
                };
                match pair.value.text() {
                    Some(text) => yaml::json(text).is_ok_and(|list| are_whole(&list)),
                    None => are_whole(&pair.value),
                }
            }
            _ => pair.value.text().is_none_or(is_filled_in) && !is_null(pair),
        })
    })
}

/// Whether a text may be a value: neither the name of a type nor a description.
fn is_filled_in(text: &str) -> bool {
    const TYPES: [&str; 6] = ["string", "str", "text", "integer", "int", "number"];
    text::is_graphic(text) && !TYPES.iter().any(|name| text.eq_ignore_ascii_case(name))
}

fn has_one(pairs: &[Pair<'_>], names: &[&str]) -> bool {
    pairs
        .iter()
        .any(|pair| names.iter().any(|name| is_named(pair, name)))
}

fn is_named(pair: &Pair<'_>, name: &str) -> bool {
    pair.name.eq_ignore_ascii_case(name)
}

/// A name with null under it is not there.
const fn is_null(pair: &Pair<'_>) -> bool {
    matches!(pair.value.kind, yaml::Kind::Null)
}

/// Whether a text that cannot be read is a request with a slip in it, such as a missing comma: it names one of our
/// operations. Comments, dots, names of types and a missing end show that somebody does not mean to send it.
fn is_a_slip(text: &str, problem: &Problem) -> bool {
    const SIGNS: [char; 8] = ['"', ',', ':', '}', ']', '\u{201c}', '\u{201d}', '\u{ff0c}'];
    let is_open = ["...", "…"].iter().any(|dots| text.contains(dots));
    text[problem.at.clone()].starts_with(SIGNS)
        && !is_open
        && text.trim_start().starts_with(['{', '['])
        && Names::of_broken(text).tell_an_operation()
}
