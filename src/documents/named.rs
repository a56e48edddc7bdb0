//! What a profile in a file can name of this library: tests that are code, and catalogues of
//! settings. Both lists are closed: they hold what the library's own tables use.

use std::ops::RangeInclusive;

use super::PROFILES;
use crate::profile::{Condition, Constraint, Rule, SettingCatalogue, Test};

/// A test that a rule of a file can name.
#[derive(Debug)]
pub(crate) struct NamedTest {
    /// Its name: that of the test, behind the provider's where an earlier one has it already.
    pub(crate) name: String,
    pub(crate) test: &'static Test,
    /// How many parameters it reads: the last ones may be left out.
    pub(crate) reads: RangeInclusive<usize>,
}

/// The tests, in the order of the tables.
pub(crate) fn named_tests() -> Vec<NamedTest> {
    let mut tests: Vec<NamedTest> = Vec::new();
    for profile in PROFILES {
        let provider = profile.id.split('.').next().unwrap_or_default();
        profile.visit_objects(&mut |_, object| {
            for rule in object.rules.iter().chain(object.packs) {
                visit(rule.when, &mut |test, reads| {
                    let mut known = tests.iter_mut();
                    if let Some(known) = known.find(|known| std::ptr::eq(known.test, test)) {
                        let (least, most) = known.reads.clone().into_inner();
                        known.reads = least.min(reads)..=most.max(reads);
                        return;
                    }
                    let is_taken = tests.iter().any(|known| known.name == test.name);
                    tests.push(NamedTest {
                        name: if is_taken {
                            format!("{provider}.{}", test.name)
                        } else {
                            test.name.to_owned()
                        },
                        test,
                        reads: reads..=reads,
                    });
                });
            }
        });
    }
    tests
}

fn visit(conditions: &'static [Condition], found: &mut dyn FnMut(&'static Test, usize)) {
    for condition in conditions {
        match condition {
            Condition::Passes(test, reads) => found(test, reads.len()),
            Condition::Either(conditions) => visit(conditions, found),
            Condition::NoElement(_, condition) => visit(std::slice::from_ref(*condition), found),
            _ => {}
        }
    }
}

/// The catalogues of settings.
pub(crate) fn catalogues() -> Vec<&'static SettingCatalogue> {
    let mut catalogues: Vec<&'static SettingCatalogue> = Vec::new();
    for profile in PROFILES {
        profile.visit_objects(&mut |_, object| {
            for parameter in object.parameters {
                if let Constraint::Settings(catalogue) = parameter.constraint
                    && !catalogues.iter().any(|known| known.name == catalogue.name)
                {
                    catalogues.push(catalogue);
                }
            }
        });
    }
    catalogues
}

/// The codes that rules give: those of the documents' tables, or those of packs.
pub(crate) fn rule_codes(of_packs: bool) -> Vec<&'static str> {
    let mut codes = Vec::new();
    for profile in PROFILES {
        profile.visit_objects(&mut |_, object| {
            let rules: &[Rule] = if of_packs { object.packs } else { object.rules };
            codes.extend(rules.iter().map(|rule| rule.code));
        });
    }
    if of_packs {
        // Some are of tools alone, whose profiles not every build has.
        let packs = crate::Pack::ALL.iter().copied();
        codes.extend(packs.flat_map(crate::Pack::codes));
    }
    codes.sort_unstable();
    codes.dedup();
    codes.into_iter().map(crate::Code::name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_told_apart() {
        let tests = named_tests();
        let names: BTreeSet<&str> = tests.iter().map(|test| &*test.name).collect();
        assert_eq!(names.len(), tests.len());
        assert!(names.contains("unknown-class") && names.contains("jdcloud.unknown-class"));
        let memory = tests.iter().find(|test| test.name == "memory-of-the-class");
        assert_eq!(memory.map(|test| test.reads.clone()), Some(1..=3));
    }
}
