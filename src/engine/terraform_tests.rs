//! What only values of another tool's file can show: references, blocks, numbers that lost their
//! form, and the region of the file.

use super::{Beyond, Engine, Place, Scope, Settings, Sink, Wanted};
use crate::documents::{TERRAFORM_KVSTORE_INSTANCE, TERRAFORM_TAIR_INSTANCE};
use crate::input::item::{Item, Member, What, Written};
use crate::input::{Node, Source};
use crate::profile::Profile;

/// The findings about a block with these arguments, each with its place in the text.
fn findings(
    profile: &'static Profile,
    text: &str,
    region: Option<&str>,
    arguments: Vec<(&str, What, bool)>,
) -> Vec<String> {
    let place = |part: &str| {
        let start = text.find(part).unwrap_or_default();
        start..start + part.len()
    };
    let members = arguments.into_iter().map(|(name, what, is_block)| {
        let span = match &what {
            What::Number(_) => place("7.0"),
            _ => 0..0,
        };
        Member {
            name: name.to_owned(),
            shown: None,
            key: place(name),
            whole: 0..0,
            is_block,
            value: Item::new(what, span, Written::Hcl),
        }
    });
    let members = members.collect();
    let whole = Item::new(
        What::Map {
            members,
            open: false,
        },
        0..text.len(),
        Written::Hcl,
    );
    let source = Source::new(text);
    let mut scope = Scope::new(profile.request, Place::Root, Some(&source), None);
    scope.head = Some(0..0);
    scope.fill(Node::Item(&whole));
    let mut engine = Engine {
        profile,
        settings: Settings {
            is_old_tool: false,
            is_query: false,
            is_newer_tool: false,
            is_form: false,
            packs: crate::diagnostic::Packs::NONE,
            max_depth: 16,
        },
        sink: Sink::collecting(Wanted::ALL),
        run: None,
        unknown: 0,
        beyond: Beyond {
            region,
            ..Beyond::default()
        },
    };
    engine.request(&mut scope);
    let found = engine.sink.into_diagnostics(Some((text, 1, 0)));
    let said = |found: &crate::Diagnostic| {
        let fix = found.fix.as_ref();
        let fix = fix.map(|fix| fix.edits.iter().map(|edit| edit.text.to_string()).collect());
        let fix: String = fix.unwrap_or_default();
        format!("{} {} {fix}", found.code, found.path)
    };
    let severe = found
        .iter()
        .filter(|found| found.severity > crate::Severity::Info);
    severe.map(said).collect()
}

fn text(value: &str) -> What {
    What::Text(value.to_owned())
}

fn reference(name: &str) -> What {
    What::Unknown {
        reference: Some(name.to_owned()),
    }
}

#[test]
fn equal_references_are_the_same_zone() {
    let zones = |second: &str| {
        let arguments = vec![
            ("instance_class", text("tair.rdb.2g"), false),
            ("instance_type", text("tair_rdb"), false),
            ("payment_type", text("PayAsYouGo"), false),
            ("vpc_id", reference("var.vpc"), false),
            ("vswitch_id", reference("var.switch"), false),
            ("zone_id", reference("data.zones.0"), false),
            ("secondary_zone_id", reference(second), false),
        ];
        findings(&TERRAFORM_TAIR_INSTANCE, "", None, arguments)
    };
    assert_eq!(zones("data.zones.0"), ["not-distinct /secondary_zone_id "]);
    assert!(zones("data.zones.1").is_empty());
}

fn kvstore(region: Option<&str>, more: (&str, What, bool)) -> Vec<String> {
    let arguments = vec![
        ("instance_class", text("redis.shard.small.2.ce"), false),
        ("vswitch_id", reference("var.switch"), false),
        more,
    ];
    let text = "engine_version = 7.0";
    findings(&TERRAFORM_KVSTORE_INSTANCE, text, region, arguments)
}

#[test]
fn a_number_that_lost_its_form_is_quoted_as_written() {
    let number = What::Number("7".to_owned());
    assert_eq!(
        kvstore(None, ("engine_version", number, false)),
        ["invalid-value /engine_version \"7.0\""]
    );
}

#[test]
fn a_block_is_no_map() {
    let settings = |name: &str| What::Map {
        members: vec![Member {
            name: name.to_owned(),
            shown: None,
            key: 0..0,
            whole: 0..0,
            is_block: false,
            value: Item::new(text("volatile-lru"), 0..0, Written::Hcl),
        }],
        open: false,
    };
    assert_eq!(
        kvstore(None, ("config", settings("nonsense"), true)),
        ["type-mismatch /config "]
    );
    assert_eq!(
        kvstore(None, ("config", settings("nonsense"), false)),
        ["config-unknown-key /config/nonsense "]
    );
    assert!(kvstore(None, ("config", settings("maxmemory-policy"), false)).is_empty());
}

#[test]
fn zones_lie_in_the_region_of_the_file() {
    let zone = |region| kvstore(Some(region), ("zone_id", text("cn-hangzhou-h"), false));
    assert_eq!(zone("cn-beijing"), ["zone-outside-region /zone_id "]);
    assert!(zone("cn-hangzhou").is_empty());
    let unknown = ("zone_id", reference("var.zone"), false);
    assert!(kvstore(Some("cn-beijing"), unknown).is_empty());
}
