//! Comparisons, derived from the tables: what the documents are known to say differently, and
//! what must hold for every pair.
#![expect(clippy::expect_used, reason = "what a test expects, it says")]

use std::collections::BTreeSet;

use kvspec::compare::{Aspect, Comparison, Difference, Necessity, compare};
use kvspec::profile::Kind;
use kvspec::{Code, Locale, PROFILES, Profile, export};

const CONSOLE: &str = "alibaba.console";
const INTL: &str = "alibaba.create-instance.intl";
const CN: &str = "alibaba.create-instance.cn";
const BATCH: &str = "alibaba.create-instances";
const JD: &str = "jdcloud.create-cache-instance";

fn pair(a: &str, b: &str) -> Comparison {
    let profile = |id| Profile::by_id(id).expect("a profile");
    compare(profile(a), profile(b))
}

fn of(comparison: &Comparison, path: &str) -> BTreeSet<String> {
    comparison
        .parameters
        .iter()
        .filter(|one| {
            [&one.a, &one.b]
                .into_iter()
                .flatten()
                .any(|side| side.path == path)
        })
        .flat_map(|one| &one.differences)
        .map(|difference| match difference.aspect() {
            Some(aspect) => format!("{} {}", difference.name(), aspect.name()),
            None => difference.name().to_owned(),
        })
        .collect()
}

#[test]
fn known_differences_are_found() {
    let cases: &[(&str, &str, &str, &[&str])] = &[
        // 30 against 32 password characters, a list of what is refused against one of what is
        // allowed, all of three kinds against three of four.
        (
            INTL,
            CN,
            "/Password",
            &["looser length", "different characters", "looser classes"],
        ),
        (INTL, CN, "/InstanceClass", &["need"]),
        (INTL, CN, "/Period", &["type"]),
        (INTL, CN, "/EngineVersion", &["looser values"]),
        (INTL, CN, "/NetworkType", &["respelled"]),
        (INTL, CN, "/PrivateIp", &["renamed"]),
        (INTL, CN, "/InstanceName", &[]),
        (INTL, CN, "/Capacity", &["only-in-b"]),
        (CN, BATCH, "/ZoneId", &["renamed", "need"]),
        (
            CN,
            BATCH,
            "/InstanceName",
            &["renamed", "stricter length", "looser characters"],
        ),
        (CN, BATCH, "/Period", &["renamed", "type", "looser values"]),
        (
            CN,
            BATCH,
            "/NetworkType",
            &["renamed", "default", "stricter values"],
        ),
        (
            CN,
            BATCH,
            "/Instances/*/EngineVersion",
            &["renamed", "default", "stricter values"],
        ),
        (CN, BATCH, "/Instances/*/quantity", &["only-in-b"]),
        (CN, BATCH, "/Config", &["only-in-a"]),
        (CN, BATCH, "/Action", &["different values"]),
        (CN, BATCH, "/Token", &[]),
        (
            CN,
            CONSOLE,
            "/ChargeType",
            &["renamed", "need", "default", "respelled"],
        ),
        (
            CN,
            CONSOLE,
            "/NodeType",
            &["renamed", "need", "default", "stricter values", "respelled"],
        ),
        (CN, CONSOLE, "/InstanceName", &["renamed"]),
        (CN, CONSOLE, "/Version", &["only-in-a"]),
        (CN, CONSOLE, "/version", &["renamed", "need", "default"]),
        (
            CONSOLE,
            BATCH,
            "/quantity",
            &["renamed", "need", "default", "stricter values"],
        ),
        (CN, JD, "/RegionId", &["renamed", "stricter values"]),
        (CN, JD, "/cacheInstance/azId/master", &["renamed", "need"]),
        (CN, JD, "/cacheInstance/azId/slave", &["only-in-b"]),
        (
            CN,
            JD,
            "/Password",
            &[
                "renamed",
                "stricter length",
                "stricter characters",
                "looser classes",
            ],
        ),
        (
            CN,
            JD,
            "/InstanceName",
            &[
                "renamed",
                "need",
                "stricter length",
                "looser first-character",
                "stricter characters",
            ],
        ),
        (CN, JD, "/Period", &["renamed", "type", "respelled"]),
        (CN, JD, "/AutoRenew", &["renamed", "type"]),
        (CN, JD, "/ChargeType", &["renamed", "respelled"]),
    ];
    for (a, b, path, expected) in cases {
        let expected: BTreeSet<String> = expected.iter().map(|text| (*text).to_owned()).collect();
        assert_eq!(of(&pair(a, b), path), expected, "{a} {b} {path}");
    }
}

#[test]
fn rules_are_compared_by_what_they_say() {
    // Period without PrePaid: refused by 002, ignored by 001, 003 and, in other words, 004.
    for (other, path) in [
        (INTL, "/Period"),
        (BATCH, "/Instances/*/Period"),
        (JD, "/charge/chargeDuration"),
    ] {
        let comparison = pair(CN, other);
        let found = comparison
            .rules
            .iter()
            .find(|rule| {
                rule.a
                    .as_ref()
                    .is_some_and(|a| a.rule.code == Code::NotApplicable)
            })
            .expect("a rule");
        assert_eq!(found.name(), "finding", "{other}");
        let b = found.b.as_ref().expect("the other side");
        assert_eq!(
            (b.rule.code, b.path.as_str()),
            (Code::IgnoredParameter, path)
        );
    }
    // The same rule under other names is no difference.
    let comparison = pair(CN, CONSOLE);
    let duration = comparison.rules.iter().any(|rule| {
        [&rule.a, &rule.b].into_iter().flatten().any(|side| {
            matches!(side.rule.code, Code::NotApplicable)
                || (side.rule.code == Code::RequiredWhen && side.path == "/duration")
        })
    });
    assert!(!duration);
}

#[test]
fn every_pair_is_complete_and_reads_the_same_from_both_sides() {
    let mut directed = 0;
    for a in PROFILES {
        for b in PROFILES {
            let (there, back) = (compare(a, b), compare(b, a));
            assert_eq!(there.same, back.same);
            assert_eq!(there.is_empty(), a.id == b.id, "{} {}", a.id, b.id);
            let seen = |comparison: &Comparison, reverse: bool| -> BTreeSet<String> {
                comparison
                    .parameters
                    .iter()
                    .map(|one| {
                        let path = |side: &Option<kvspec::compare::ParameterSide>| {
                            side.as_ref()
                                .map_or(String::new(), |side| side.path.clone())
                        };
                        let (one_a, one_b) = (path(&one.a), path(&one.b));
                        let (left, right) = if reverse {
                            (one_b, one_a)
                        } else {
                            (one_a, one_b)
                        };
                        let mut differences: Vec<String> = one
                            .differences
                            .iter()
                            .map(|difference| {
                                if reverse {
                                    difference.reversed()
                                } else {
                                    *difference
                                }
                            })
                            .map(|difference| format!("{difference:?}"))
                            .collect();
                        differences.sort();
                        format!("{left} {right} {differences:?}")
                    })
                    .collect()
            };
            assert_eq!(seen(&there, false), seen(&back, true), "{} {}", a.id, b.id);
            assert_eq!(there.rules.len(), back.rules.len());
            // Every parameter of both is somewhere.
            for (profile, left) in [(a, true), (b, false)] {
                let mut count = 0;
                profile.visit_objects(&mut |_, object| {
                    count += object
                        .parameters
                        .iter()
                        .filter(|parameter| {
                            !matches!(parameter.kind, Kind::Object(_) | Kind::JsonArray(_))
                        })
                        .count();
                });
                let listed = there
                    .parameters
                    .iter()
                    .filter(|one| {
                        if left {
                            one.a.is_some()
                        } else {
                            one.b.is_some()
                        }
                    })
                    .count();
                assert_eq!(listed + there.same, count, "{} {}", a.id, b.id);
            }
            directed += there
                .parameters
                .iter()
                .flat_map(|one| &one.differences)
                .filter(|difference| matches!(difference, Difference::Stricter(_)))
                .count();
        }
    }
    assert!(directed > 0);
}

#[test]
fn comparisons_are_written_in_every_form() {
    for a in PROFILES {
        for b in PROFILES {
            let comparison = compare(a, b);
            for locale in [Locale::En, Locale::Zh] {
                let human = comparison.human(locale);
                let markdown = comparison.markdown(locale);
                let json = serde_json::to_value(comparison.published(locale)).expect("JSON");
                assert_eq!(json["schema"], "kvspec/comparison/v1");
                let parameters = json["parameters"].as_array().expect("a list");
                assert_eq!(parameters.len(), comparison.parameters.len());
                for one in &comparison.parameters {
                    let side = one.a.as_ref().or(one.b.as_ref()).expect("a side");
                    assert!(human.contains(&side.path) && markdown.contains(&side.path));
                }
                // Every row of a table has as many cells as its head.
                let cells = |line: &str| line.replace("\\|", "").matches('|').count();
                for line in markdown.lines().filter(|line| line.starts_with('|')) {
                    assert_eq!(cells(line), 3, "{line}");
                }
            }
        }
    }
}

#[test]
fn constraints_are_described_in_both_languages() {
    for profile in PROFILES {
        profile.visit_objects(&mut |_, object| {
            for parameter in object.parameters {
                let en = export::constraint(&parameter.constraint, Locale::En);
                let zh = export::constraint(&parameter.constraint, Locale::Zh);
                assert!(!en.is_empty() && !zh.is_empty());
            }
        });
    }
    let cn = Profile::by_id(CN).expect("a profile");
    let period = cn.request.parameter("Period").expect("a parameter");
    assert_eq!(
        export::constraint(&period.constraint, Locale::En),
        "one of `1-9`, `12`, `24`, `36`"
    );
    assert_eq!(
        export::constraint(&period.constraint, Locale::Zh),
        "可取 `1-9`、`12`、`24`、`36`"
    );
}

#[test]
fn necessities_count_rules_in() {
    let comparison = pair(INTL, CN);
    let class = comparison
        .parameters
        .iter()
        .find(|one| one.notion == "instance-class")
        .expect("it differs");
    let need =
        |side: &Option<kvspec::compare::ParameterSide>| side.as_ref().map(|side| side.necessity);
    assert_eq!(need(&class.a), Some(Necessity::Required));
    assert_eq!(need(&class.b), Some(Necessity::Alternative));
    assert_eq!(Aspect::Length.text(Locale::Zh), "长度");
}
