//! Which profile a request is meant for, judged by its names.

#[cfg(feature = "compact")]
mod guesses;

use std::borrow::Cow;

use crate::diagnostic::Locale;
use crate::documents::{ALIBABA_CREATE_INSTANCE_CN, ALIBABA_CREATE_INSTANCES, PROFILES};
use crate::input::json;
use crate::profile::{Kind, NameMatch, Object, Profile};
#[cfg(feature = "compact")]
pub(crate) use guesses::Guesses;

/// Why no profile could be inferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoProfile {
    /// The names are those of one element of a list, not of a whole request.
    #[error(
        "this looks like one element of `Instances`: put it into {{\"Instances\": [ … ]}}, or name a profile"
    )]
    Element,
    /// No name is one of any profile.
    #[error("no parameter tells which operation this is: name a profile")]
    Unknown,
}

impl NoProfile {
    /// The reason in one language.
    #[must_use]
    pub fn message(self, locale: Locale) -> String {
        match (locale, self) {
            (Locale::En, reason) => reason.to_string(),
            (Locale::Zh, Self::Element) => {
                "这像是 `Instances` 中的一个元素：请放入 {\"Instances\": [ … ]}，或指定规范"
                    .to_owned()
            }
            (Locale::Zh, Self::Unknown) => "没有参数能说明这是哪个操作：请指定规范".to_owned(),
        }
    }
}

/// The names at the top of a request, and the value of `Action` if there is one.
pub(crate) struct Names<'a> {
    names: Vec<Cow<'a, str>>,
    action: Option<Cow<'a, str>>,
}

impl<'a> Names<'a> {
    /// The names of an object.
    pub(crate) fn of(object: &json::Object<'a>) -> Self {
        let mut names = Self::new();
        for ((name, value), _) in &object.members {
            names.add(json::decode(name), || {
                if value.starts_with('"') {
                    json::decode(value)
                } else {
                    Cow::Borrowed(value)
                }
            });
        }
        names
    }

    pub(crate) const fn new() -> Self {
        Self {
            names: Vec::new(),
            action: None,
        }
    }

    pub(crate) fn add(&mut self, name: Cow<'a, str>, value: impl FnOnce() -> Cow<'a, str>) {
        if name.eq_ignore_ascii_case("Action") {
            self.action = Some(value());
        }
        self.names.push(name);
    }

    /// The profile that knows most of the names. `Action` decides between operations. Where the
    /// two editions of `CreateInstance` know equally many, the Chinese one is taken: it lists all
    /// that the other does, but for one name.
    pub(crate) fn profile(&self) -> Result<&'static Profile, NoProfile> {
        let asked = self.action.as_deref().map(str::trim);
        let of_operation = |profile: &Profile| {
            asked.is_some_and(|action| profile.operation.eq_ignore_ascii_case(action))
        };
        let any = PROFILES
            .iter()
            .any(|profile| of_operation(profile) && has_action(profile));
        let best = PROFILES
            .iter()
            .copied()
            // What another tool orders is told by its file.
            .filter(|profile| !profile.wire.converts)
            .filter(|profile| !any || (of_operation(profile) && has_action(profile)))
            .map(|profile| (self.score(profile.request), profile))
            .max_by_key(|(score, profile)| (*score, profile.id == ALIBABA_CREATE_INSTANCE_CN.id));
        match best {
            Some((score, profile)) if score > 0 => {
                let element =
                    ALIBABA_CREATE_INSTANCES
                        .request
                        .parameters
                        .iter()
                        .find_map(|parameter| match parameter.kind {
                            Kind::JsonArray(inner) => Some(self.score(inner)),
                            _ => None,
                        });
                if !any && element.is_some_and(|element| element > score) {
                    return Err(NoProfile::Element);
                }
                Ok(profile)
            }
            _ => Err(NoProfile::Unknown),
        }
    }

    /// Two for each documented name, one for a name in another case.
    fn score(&self, object: &Object) -> usize {
        self.names
            .iter()
            .map(|name| match object.find(name) {
                NameMatch::Exact(_) => 2,
                NameMatch::OtherCase(_) => 1,
                NameMatch::None => 0,
            })
            .sum()
    }
}

fn has_action(profile: &Profile) -> bool {
    profile.request.parameter("Action").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn infer(
        names: &[&'static str],
        action: Option<&'static str>,
    ) -> Result<&'static str, NoProfile> {
        let mut all = Names::new();
        for name in names {
            all.add((*name).into(), || Cow::Borrowed(""));
        }
        if let Some(action) = action {
            all.add("Action".into(), || Cow::Borrowed(action));
        }
        all.profile().map(|profile| profile.id)
    }

    #[test]
    fn names_tell_the_profile() {
        assert_eq!(
            infer(&["RegionId", "Capacity"], None),
            Ok("alibaba.create-instance.cn")
        );
        assert_eq!(
            infer(&["RegionId", "InstanceClass"], None),
            Ok("alibaba.create-instance.cn")
        );
        assert_eq!(
            infer(&["RegionId", "PrivateIp"], None),
            Ok("alibaba.create-instance.intl")
        );
        assert_eq!(infer(&["Instances"], None), Ok("alibaba.create-instances"));
        assert_eq!(
            infer(&["RegionId"], Some("CreateInstances")),
            Ok("alibaba.create-instances")
        );
        assert_eq!(
            infer(&["billingMethod", "region"], None),
            Ok("alibaba.console")
        );
        assert_eq!(
            infer(&["regionId", "cacheInstance"], None),
            Ok("jdcloud.create-cache-instance")
        );
    }

    #[test]
    fn what_tells_nothing_is_an_error() {
        assert_eq!(infer(&[], None), Err(NoProfile::Unknown));
        assert_eq!(infer(&["colour"], None), Err(NoProfile::Unknown));
        assert_eq!(
            infer(&["RegionId", "izNo", "instanceClass"], None),
            Err(NoProfile::Element)
        );
    }
}
