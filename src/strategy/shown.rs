//! What shows a finding: changes to a request, among them those by which the tables prove their rows.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use super::pointer;
use super::values::{self, Draft};
use crate::check::Checker;
use crate::diagnostic::{Code, Severity};
use crate::profile::merge_patch::{merge, merge_at};
use crate::profile::{Kind, Need, Object, Profile, Sample};

/// A change to a request.
#[derive(Debug, Clone)]
pub(super) enum Change {
    /// A merge patch for the object at the end of the way, and one for the whole request.
    Patch {
        way: Vec<String>,
        patch: Value,
        outer: Value,
    },
    /// The parameter under another name.
    Renamed {
        way: Vec<String>,
        name: &'static str,
        other: String,
    },
}

impl Change {
    /// Makes the change, if the request has the place for it.
    pub(super) fn apply(&self, spec: &mut Value) -> Option<()> {
        match self {
            Self::Patch { way, patch, outer } => {
                merge(spec, outer);
                let way: Vec<&str> = way.iter().map(String::as_str).collect();
                merge_at(spec, &way, patch)
            }
            Self::Renamed { way, name, other } => {
                let mut path = String::new();
                for part in way {
                    let part = if part == "*" { "0" } else { part };
                    crate::diagnostic::push_segment(&mut path, part);
                }
                let at = |name: &str| {
                    let mut path = path.clone();
                    crate::diagnostic::push_segment(&mut path, name);
                    path
                };
                let value = pointer::get(spec, &at(name))?;
                pointer::put(spec, &at(name), None);
                pointer::put(spec, &at(other), Some(&value)).then_some(())
            }
        }
    }

    /// The names that the change is about, at the outermost place.
    pub(super) fn names(&self) -> Vec<String> {
        match self {
            Self::Patch { way, patch, outer } => {
                let keys = |value: &Value| -> Vec<String> {
                    let members = value.as_object();
                    members.map_or_else(Vec::new, |members| members.keys().cloned().collect())
                };
                let mut names = keys(patch);
                names.extend(keys(outer));
                names.extend(way.iter().cloned());
                names
            }
            Self::Renamed { name, other, .. } => vec![(*name).to_owned(), other.clone()],
        }
    }
}

/// The profile whose rows prove those of a profile: tables that are derived have no samples of their own.
fn proven_by(profile: &'static Profile) -> &'static Profile {
    let first = match profile.id {
        "pulumi.kvstore-instance" | "crossplane.instance" => "terraform.alicloud-kvstore-instance",
        "pulumi.redis-tair-instance" | "crossplane.tair-instance" => {
            "terraform.alicloud-redis-tair-instance"
        }
        _ => return profile,
    };
    Profile::by_id(first).unwrap_or(profile)
}

/// A patch in the names of a profile that has them in camelCase.
fn in_names_of(profile: &Profile, patch: Value) -> Value {
    #[cfg(feature = "formats")]
    if let Value::Object(members) = &patch {
        let known = |name: &str| {
            let mut parameters = profile.request.parameters.iter();
            parameters.any(|parameter| parameter.name == name)
        };
        let renamed: Map<String, Value> = members
            .iter()
            .map(|(name, value)| {
                let camel = crate::documents::counterparts::in_pulumi(name);
                let name = if !known(name) && known(&camel) {
                    camel
                } else {
                    name.clone()
                };
                (name, value.clone())
            })
            .collect();
        return Value::Object(renamed);
    }
    let _ = profile;
    patch
}

/// The profile's own request, which has neither error nor warning.
pub(super) fn sample(profile: &'static Profile) -> Value {
    let sample = serde_json::from_str(profile.sample);
    sample.unwrap_or_else(|_| Value::Object(Map::new()))
}

/// Calls `found` with every object of a profile and the names that lead to it.
fn visit(profile: &'static Profile, found: &mut dyn FnMut(&[String], &'static Object)) {
    profile.visit_objects(&mut |at, object| {
        let way: Vec<String> = at.split('/').skip(1).map(str::to_owned).collect();
        found(&way, object);
    });
}

/// How a request shows a finding: as its one error, or, without any error, as something less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    Error,
    Less,
}

fn shows(checker: &Checker<'_>, spec: &Value, code: Code) -> Option<Shown> {
    let report = checker.check(spec);
    let mut errors = report.of(Severity::Error);
    match (errors.next(), errors.next()) {
        (Some(only), None) if only.code == code => Some(Shown::Error),
        (None, _) if report.iter().any(|found| found.code == code) => Some(Shown::Less),
        _ => None,
    }
}

fn changes_of(
    profile: &'static Profile,
    way: &[String],
    samples: &'static [Sample],
    code: Code,
    list: &mut Vec<Change>,
) {
    for sample in samples.iter().filter(|sample| sample.code == Some(code)) {
        let read = |text| serde_json::from_str::<Value>(text);
        if let (Ok(patch), Ok(outer)) = (read(sample.patch), read(sample.outer)) {
            list.push(Change::Patch {
                way: way.to_vec(),
                patch: in_names_of(profile, patch),
                outer: in_names_of(profile, outer),
            });
        }
    }
}

/// Changes that give the profile's own request that finding, and no other error. Where some make an error of it, those.
pub(super) fn proofs(profile: &'static Profile, code: Code) -> (Vec<Change>, Shown) {
    let mut list = Vec::new();
    visit(proven_by(profile), &mut |way, object| {
        for parameter in object.parameters {
            changes_of(profile, way, parameter.samples, code, &mut list);
        }
        for rule in object.rules {
            changes_of(profile, way, rule.samples, code, &mut list);
        }
    });
    visit(profile, &mut |way, object| {
        for parameter in object.parameters {
            match code {
                Code::RequiredParameter if parameter.need == Need::Required => {
                    list.push(Change::Patch {
                        way: way.to_vec(),
                        patch: json!({parameter.name: null}),
                        outer: json!({}),
                    });
                }
                Code::ParameterCase if !object.lenient_case => {
                    let name = parameter.name;
                    for other in [name.to_ascii_lowercase(), name.to_ascii_uppercase()] {
                        let way = way.to_vec();
                        list.push(Change::Renamed { way, name, other });
                    }
                }
                _ => {}
            }
        }
    });
    let base = sample(profile);
    let checker = Checker::new(profile);
    let shown = |change: Change| {
        let mut spec = base.clone();
        change.apply(&mut spec)?;
        Some((shows(&checker, &spec, code)?, change))
    };
    let all: Vec<(Shown, Change)> = list.into_iter().filter_map(shown).collect();
    let best = if all.iter().any(|(shown, _)| *shown == Shown::Error) {
        Shown::Error
    } else {
        Shown::Less
    };
    let list = all.into_iter().filter(|(shown, _)| *shown == best);
    (list.map(|(_, change)| change).collect(), best)
}

/// Changes that are drawn: one of the proofs, or another wrong value of a row. Nothing if the profile has no proof.
pub(super) fn changes(
    profile: &'static Profile,
    code: Code,
) -> Option<(BoxedStrategy<Change>, Vec<Change>, Shown)> {
    let (proofs, shown) = proofs(profile, code);
    if proofs.is_empty() {
        return None;
    }
    let mut list: Vec<(u32, BoxedStrategy<Change>)> = vec![(2, select(proofs.clone()).boxed())];
    visit(profile, &mut |way, object| {
        for parameter in object.parameters {
            // Members of lists are changed by proofs alone.
            let scalar = matches!(
                parameter.kind,
                Kind::String | Kind::Long | Kind::Integer | Kind::Boolean
            );
            if way.iter().any(|part| part == "*") || !scalar || parameter.common {
                continue;
            }
            let drafts = values::wrong(parameter, profile.wire, code);
            if let Some(drafts) = drafts.filter(|_| shown == Shown::Error) {
                let way = way.to_vec();
                let name = parameter.name;
                let drawn = drafts.prop_map(move |draft| {
                    let value = match draft {
                        Draft::Value(value) => value,
                        Draft::ByCase(cases) => cases
                            .into_iter()
                            .next()
                            .map_or(Value::Null, |(_, value)| value),
                    };
                    Change::Patch {
                        way: way.clone(),
                        patch: json!({name: value}),
                        outer: json!({}),
                    }
                });
                list.push((1, drawn.boxed()));
            }
        }
    });
    let drawn = proptest::strategy::Union::new_weighted(list).boxed();
    Some((drawn, proofs, shown))
}
