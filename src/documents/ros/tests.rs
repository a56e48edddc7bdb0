//! Templates as people write them: references whose values nobody knows, YAML's words for true and
//! false, and where findings about what is missing point.

#![expect(clippy::expect_used, reason = "in a test a panic is how it fails")]

use crate::diagnostic::Severity;
use crate::engine::{Beyond, Change, Engine, Place, Scope, Settings, Sink, Wanted};
use crate::envelope::{Found, yaml_file};
use crate::input::{DEFAULT_MAX_DEPTH, Node, Source};
use crate::profile::Profile;

/// What is said of the only order of a template, as `severity code path text`, without what is
/// information, and how many of its values are not known.
fn said(template: &str) -> (Vec<String>, usize) {
    let found = yaml_file::read(template, &|_| Found::default());
    let [spec] = found.specs.as_slice() else {
        panic!("one order: {found:?}");
    };
    let profile = Profile::by_id(spec.profile).expect("a profile");
    let mut engine = Engine {
        profile,
        settings: Settings {
            is_old_tool: false,
            is_query: false,
            is_newer_tool: false,
            is_form: false,
            max_depth: DEFAULT_MAX_DEPTH,
        },
        sink: Sink::collecting(Wanted::ALL),
        run: None,
        unknown: 0,
        beyond: Beyond {
            context: None,
            change: Change::None,
            #[cfg(feature = "config")]
            house: None,
        },
    };
    let source = Source::new(template);
    let mut scope = Scope::new(profile.request, Place::Root, Some(&source), None);
    scope.head = Some(spec.head.clone());
    scope.fill(Node::Item(&spec.arguments));
    engine.request(&mut scope);
    let unknown = engine.unknown;
    let found = engine.sink.into_diagnostics(Some((template, 1, 0)));
    let lines = found
        .iter()
        .filter(|found| found.severity > Severity::Info)
        .map(|found| {
            let span = found.span.as_ref().expect("a place");
            let text = &template[span.start.offset..span.end.offset];
            let (severity, code) = (found.severity.name(), found.code);
            format!("{severity} {code} {} {text}", found.path)
        })
        .collect();
    (lines, unknown)
}

/// A template with these lines among the properties of an instance in a network.
fn instance(properties: &str) -> String {
    let lines: String = properties
        .lines()
        .map(|line| format!("      {line}\n"))
        .collect();
    format!(
        "ROSTemplateFormatVersion: '2015-09-01'\nParameters:\n  Size:\n    Type: String\n  Zone:\n    \
         Type: String\nResources:\n  Cache:\n    Type: ALIYUN::REDIS::Instance\n    Properties:\n      \
         VpcId: vpc-bp1\n      VSwitchId: vsw-bp1\n{lines}"
    )
}

#[test]
fn equal_references_are_one_zone() {
    let (lines, _) = said(&instance(
        "InstanceClass: redis.shard.small.2.ce\nZoneId: !Ref Zone\nSecondaryZoneId: {Ref: Zone}",
    ));
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].starts_with("warning not-distinct /SecondaryZoneId "));
    let (lines, _) = said(&instance(
        "InstanceClass: redis.shard.small.2.ce\nZoneId: !Ref Zone\nSecondaryZoneId: !Ref Size",
    ));
    assert!(lines.is_empty(), "{lines:?}");
}

#[test]
fn of_a_class_that_is_a_reference_only_the_product_type_speaks() {
    let tail =
        "NodeType: double\nTairConfig:\n  ShardCount: 1\n  Storage: 20\n  StorageType: essd_pl1";
    let (lines, unknown) = said(&instance(&format!("InstanceClass: !Ref Size\n{tail}")));
    assert_eq!((lines.len(), unknown), (0, 1), "{lines:?}");
    let (lines, _) = said(&instance(&format!(
        "InstanceClass: !Ref Size\nProductType: Tair_rdb\n{tail}"
    )));
    assert_eq!(
        lines,
        [
            "warning ignored-parameter /TairConfig/Storage 20",
            "warning ignored-parameter /TairConfig/StorageType essd_pl1",
            "warning class-node-mismatch /NodeType double",
        ]
    );
}

#[test]
fn an_unquoted_yes_is_a_boolean() {
    let class = "InstanceClass: redis.shard.small.2.ce\nEngineVersion: '7.0'";
    let (lines, _) = said(&instance(&format!(
        "{class}\nInstanceName: yes\nDeletionProtection: yes\nDeletionForce: No"
    )));
    assert_eq!(lines, ["warning config-unlikely-value /InstanceName yes"]);
    let (lines, _) = said(&instance(&format!(
        "{class}\nInstanceName: 'yes'\nResourceGroupId: no"
    )));
    assert_eq!(lines, ["warning config-unlikely-value /ResourceGroupId no"]);
    let (lines, _) = said(&instance(&format!("{class}\nReadOnlyCount: yes")));
    assert_eq!(lines, ["error type-mismatch /ReadOnlyCount yes"]);
}

#[test]
fn an_unquoted_version_is_judged_as_it_is_written() {
    let (lines, _) = said(&instance(
        "InstanceClass: redis.master.small.default\nEngineVersion: 7.0",
    ));
    assert_eq!(
        lines,
        [
            "warning type-coerced /EngineVersion 7.0",
            "error class-engine-mismatch /EngineVersion 7.0",
        ]
    );
}

#[test]
fn what_is_missing_is_missing_at_the_head_of_its_object() {
    let (lines, _) = said(&instance(
        "InstanceClass: tair.essd.standard.xlarge\nTairConfig:\n  StorageType: essd_pl1\nTags:\n- Value: a",
    ));
    assert_eq!(
        lines,
        [
            "error required-parameter /Tags/0/Key Value: a",
            "error required-when /TairConfig/Storage TairConfig",
        ]
    );
}
