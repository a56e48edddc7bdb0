//! What a rule looks at: one notion, wherever a profile has it.

use std::fmt;

use crate::documents::PROFILES;
use crate::documents::notions::{NOTIONS, notion};
use crate::profile::{Meaning, Object, Parameter, is_container};

/// A parameter in every profile that has it.
pub(crate) struct Target {
    key: Meaning,
    /// Its place in each object's table, found once so that checking costs no comparison of
    /// names.
    places: Vec<(&'static Object, usize)>,
}

/// The tables that the places lie in are long, and the same for everyone.
impl fmt::Debug for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Target").field(&self.key.id()).finish()
    }
}

/// What a name of the file stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    Unknown,
    /// In some profile its value is secret.
    Secret,
    /// It only holds other parameters.
    Container,
    Plain,
}

fn visit(mut look: impl FnMut(&'static Object, usize, &'static Parameter)) {
    for profile in PROFILES {
        profile.visit_objects(&mut |_, object| {
            let parameters: &'static [Parameter] = object.parameters;
            for (index, parameter) in parameters.iter().enumerate() {
                look(object, index, parameter);
            }
        });
    }
}

/// The key of a name: a notion's, or that of a parameter in any document.
fn key_of(name: &str) -> Option<Meaning> {
    if let Some(notion) = notion(name) {
        return Some(Meaning::Notion(notion));
    }
    let mut found = None;
    visit(|_, _, parameter| {
        if found.is_none() && parameter.name == name {
            found = Some(Meaning::of(parameter));
        }
    });
    found
}

/// Whether a parameter is the one of a key. A container can share its name with a notion that it
/// holds.
fn is_meant(key: Meaning, parameter: &Parameter) -> bool {
    Meaning::of(parameter) == key && (!is_container(parameter) || matches!(key, Meaning::Name(_)))
}

impl Target {
    /// The target of a name, which is that of a notion or of a parameter.
    pub(super) fn of(name: &str) -> Option<Self> {
        key_of(name).map(|key| {
            let mut places = Vec::new();
            visit(|object, index, parameter| {
                let known = places
                    .iter()
                    .any(|(known, _): &(&'static Object, usize)| std::ptr::eq(*known, object));
                if is_meant(key, parameter) && !known {
                    places.push((object, index));
                }
            });
            Self { key, places }
        })
    }

    pub(crate) const fn key(&self) -> Meaning {
        self.key
    }

    /// Its place in the table of an object. A table that is not the library's own is searched.
    pub(crate) fn place_in(&self, object: &'static Object) -> Option<usize> {
        #[cfg(feature = "profile-files")]
        if object.own.is_some() {
            let mut parameters = object.parameters.iter();
            return parameters.position(|parameter| is_meant(self.key, parameter));
        }
        self.places
            .iter()
            .find(|(known, _)| std::ptr::eq(*known, object))
            .map(|(_, index)| *index)
    }

    fn parameters(&self) -> impl Iterator<Item = &'static Parameter> {
        self.places
            .iter()
            .map(|(object, index)| &object.parameters[*index])
    }
}

/// What a name of the file stands for.
pub(super) fn named(name: &str) -> Named {
    match Target::of(name) {
        None => Named::Unknown,
        Some(target) if target.parameters().any(|parameter| parameter.secret) => Named::Secret,
        Some(target) if target.parameters().all(is_container) => Named::Container,
        Some(_) => Named::Plain,
    }
}

/// Every name that a rule can look at: the notions first, then the documents' names.
pub(super) fn parameter_names() -> Vec<&'static str> {
    let mut names: Vec<&'static str> = NOTIONS.iter().map(|notion| notion.id).collect();
    visit(|_, _, parameter| {
        if !names.contains(&parameter.name) {
            names.push(parameter.name);
        }
    });
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_stands_for_all_spellings() {
        for name in ["region", "RegionId", "regionId"] {
            let target = Target::of(name);
            let mut names: Vec<&str> = target
                .iter()
                .flat_map(Target::parameters)
                .map(|parameter| parameter.name)
                .collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names, ["RegionId", "region", "regionId"]);
        }
    }

    #[test]
    fn the_api_version_is_not_the_engine_version() {
        let names = |name| -> Vec<&str> {
            let target = Target::of(name);
            target
                .iter()
                .flat_map(Target::parameters)
                .map(|p| p.name)
                .collect()
        };
        assert!(names("Version").iter().all(|name| *name == "Version"));
        assert!(names("version").contains(&"EngineVersion"));
        assert!(!names("version").contains(&"Version"));
    }

    #[test]
    fn secrets_and_containers_are_told_apart() {
        for name in ["Password", "password", "Signature"] {
            assert_eq!(named(name), Named::Secret, "{name}");
        }
        assert_eq!(named("Instances"), Named::Container);
        assert_eq!(named("cacheInstance"), Named::Container);
        assert_eq!(named("azId"), Named::Plain);
        assert_eq!(named("Token"), Named::Plain);
        assert_eq!(named("Nonsense"), Named::Unknown);
    }

    #[test]
    fn every_name_of_the_schema_has_a_target() {
        for name in parameter_names() {
            assert!(
                Target::of(name).is_some_and(|target| !target.places.is_empty()),
                "{name}"
            );
        }
    }
}
