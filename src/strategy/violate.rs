//! Requests that break exactly one rule.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::Union;
use serde_json::{Value, json};

use super::assemble::{self, Members, Mistake, Site};
use super::{members, text, values};
use crate::diagnostic::{Code, Severity};
use crate::profile::{Kind, Need, Object, Profile, Wire};

/// A request that breaks exactly one rule.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Violation<T = Value> {
    /// The request.
    pub spec: T,
    /// The one error that it has.
    pub code: Code,
    /// JSON Pointer at which it has it.
    pub path: String,
}

/// Requests that have exactly one error, of that code: all else in them is right, though there
/// may be warnings.
///
/// `None` if no parsed value can show it: the profile does not bind the code, the code is no
/// error, it needs something besides the request (`token-reused`, `ip-outside-vswitch`,
/// `irreversible-change`, `house-rule`), or it is about text (`syntax`, `duplicate-parameter`:
/// for these there is [`violating_text`]). [`violable`](super::violable) lists what can be shown, and
/// [`Orders::violating`](super::Orders::violating) also draws valid requests with a warning or an info.
#[must_use]
pub fn violating(profile: &'static Profile, code: Code) -> Option<BoxedStrategy<Violation>> {
    match super::Orders::of(profile).shown(code)? {
        (violations, super::shown::Shown::Error) => Some(violations),
        _ => None,
    }
}

/// The mistakes of the five documents, whose rules are settled while a request is put together.
pub(super) fn broken(
    profile: &'static Profile,
    code: Code,
    has_common: bool,
) -> Option<BoxedStrategy<Violation>> {
    let base = members(profile.request, profile.wire, has_common);
    let mut list = Vec::new();
    visit(profile, &mut |way, object| {
        for mistakes in mistakes(object, profile.wire, stands_alone(profile, way), code) {
            list.push(
                requests(profile, &base, way, mistakes)
                    .prop_filter("a placeholder", |(spec, _)| super::is_literal(spec))
                    .prop_map(move |(spec, path)| Violation { spec, code, path })
                    .boxed(),
            );
        }
    });
    (!list.is_empty()).then(|| Union::new(list).boxed())
}

/// The same as JSON text, in varied spelling. Besides the codes of [`violating`] there are
/// `syntax` and `duplicate-parameter`, which no parsed value can show.
#[must_use]
pub fn violating_text(
    profile: &'static Profile,
    code: Code,
) -> Option<BoxedStrategy<Violation<String>>> {
    match code {
        Code::Syntax => Some(
            text::unreadable(super::valid(profile))
                .prop_map(move |spec| Violation {
                    spec,
                    code,
                    path: String::new(),
                })
                .boxed(),
        ),
        Code::DuplicateParameter => Some(
            text::repeating(super::valid(profile))
                .prop_map(move |(spec, path)| Violation { spec, code, path })
                .boxed(),
        ),
        _ => Some(
            (violating(profile, code)?, text::style())
                .prop_map(|(violation, style)| Violation {
                    spec: text::write(&violation.spec, &style),
                    code: violation.code,
                    path: violation.path,
                })
                .boxed(),
        ),
    }
}

/// Calls `found` for every object of the request with the members that lead to it.
pub(super) fn visit(profile: &'static Profile, found: &mut dyn FnMut(&[usize], &'static Object)) {
    fn walk(
        way: &mut Vec<usize>,
        object: &'static Object,
        found: &mut dyn FnMut(&[usize], &'static Object),
    ) {
        found(way, object);
        for (index, parameter) in object.parameters.iter().enumerate() {
            if let Kind::Object(inner) | Kind::JsonArray(inner) = parameter.kind {
                way.push(index);
                walk(way, inner, found);
                way.pop();
            }
        }
    }
    walk(&mut Vec::new(), profile.request, found);
}

fn stands_alone(profile: &'static Profile, way: &[usize]) -> bool {
    let mut object = profile.request;
    let mut alone = true;
    for step in way {
        match object.parameters[*step].kind {
            Kind::Object(inner) => (object, alone) = (inner, false),
            Kind::JsonArray(inner) => (object, alone) = (inner, true),
            _ => {}
        }
    }
    alone
}

/// Requests with a mistake at the end of that way, and the pointer of what is wrong.
pub(super) fn requests(
    profile: &'static Profile,
    base: &BoxedStrategy<Members>,
    way: &[usize],
    mistakes: BoxedStrategy<Mistake>,
) -> BoxedStrategy<(Value, String)> {
    let way = way.to_vec();
    (base.clone(), mistakes, any::<Index>())
        .prop_map(move |(members, mistake, element)| {
            let site = Site {
                way: way.clone(),
                element,
                mistake,
            };
            let (spec, mut path) = assemble::request(profile.request, &members, Some(&site));
            let mut object = profile.request;
            for step in &site.way {
                if let Kind::Object(inner) | Kind::JsonArray(inner) = object.parameters[*step].kind
                {
                    object = inner;
                }
            }
            let name = match &site.mistake {
                Mistake::Value(index, _) | Mistake::Missing(index) => {
                    Some(object.parameters[*index].name)
                }
                Mistake::Renamed(_, name) => Some(name.as_str()),
                Mistake::Rule(rule) => rule.at.map(|at| at.name),
                Mistake::Replaced(_) => None,
            };
            if let Some(name) = name {
                crate::diagnostic::push_segment(&mut path, name);
            }
            (spec, path)
        })
        .boxed()
}

/// What can be done to one object so that it has that error. One that stands alone is no
/// parameter by itself, but the whole request or an element of a list.
fn mistakes(
    object: &'static Object,
    wire: Wire,
    stands_alone: bool,
    code: Code,
) -> Vec<BoxedStrategy<Mistake>> {
    let mut list = Vec::new();
    for (index, parameter) in object.parameters.iter().enumerate() {
        match code {
            Code::RequiredParameter if parameter.need == Need::Required => {
                list.push(Just(Mistake::Missing(index)).boxed());
            }
            Code::ParameterCase if !object.lenient_case => {
                let name = parameter.name;
                let others: Vec<String> = [name.to_ascii_lowercase(), name.to_ascii_uppercase()]
                    .into_iter()
                    .filter(|other| other != name)
                    .collect();
                list.push(
                    select(others)
                        .prop_map(move |name| Mistake::Renamed(index, name))
                        .boxed(),
                );
            }
            _ => {
                if let Some(drafts) = values::wrong(parameter, wire, code) {
                    list.push(
                        drafts
                            .prop_map(move |draft| Mistake::Value(index, draft))
                            .boxed(),
                    );
                }
            }
        }
    }
    for rule in object.rules {
        // What stands around the object is not drawn to break a rule inside.
        let is_own = rule.at.is_none_or(|at| at.up == 0);
        if rule.code == code && code.severity() == Severity::Error && is_own {
            list.push(Just(Mistake::Rule(rule)).boxed());
        }
    }
    if code == Code::TypeMismatch && stands_alone {
        let others = vec![json!("a"), json!(1), json!(true), json!(["a"]), json!(null)];
        list.push(select(others).prop_map(Mistake::Replaced).boxed());
    }
    list
}
