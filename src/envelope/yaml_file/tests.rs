use super::samples::*;
use crate::envelope::show::{read, specs};
use crate::envelope::{Remark, What};

fn shown(text: &str) -> Vec<String> {
    let found = read(text);
    assert_eq!(found.remarks, []);
    specs(text, &found)
}

#[test]
fn templates_as_people_write_them() {
    assert_eq!(
        shown(ROS_ALL_REFERENCES_YML),
        [
            "ros.redis-instance TicketCache {InstanceName=\"tickets-…\" InstanceClass=~Size \
          EngineVersion=~Version ChargeType=~Billing Period=~Months PeriodUnit=~Unit ZoneId=~ZoneA \
          VpcId=?Net VSwitchId=?SubnetA Password=~CachePassword}"
        ]
    );
    assert_eq!(
        shown(ROS_CLOUD_NATIVE_WITH_READER_YML),
        [
            "ros.redis-instance OrderCache {ChargeType=\"PostPaid\" InstanceName=\"orders\" \
          InstanceClass=\"redis.shard.small.2.ce\" EngineVersion=\"7.0\" ReadOnlyCount=1 ZoneId=~Zone \
          VpcId=?Net VSwitchId=?Subnet Password=~CachePassword}"
        ]
    );
    assert_eq!(
        shown(ROS_LITERAL_PASSWORD_YML),
        [
            "ros.redis-instance BlogCache {InstanceName=\"PlainCacheOne\" \
          InstanceClass=\"redis.master.small.default\" EvictionPolicy=\"noeviction\" \
          Password=\"Maple@614!\" ZoneId=~Zone VpcId=~NetId VSwitchId=~SubnetId}"
        ]
    );
    assert_eq!(
        shown(ROS_PLAIN_YML),
        [
            "ros.redis-instance PageCache {InstanceName=?ALIYUN::StackName \
          InstanceClass=\"redis.master.small.default\" EngineVersion=\"5.0\" \
          EvictionPolicy=\"noeviction\" Password=~CachePassword ZoneId=~Zone VpcId=~NetId \
          VSwitchId=~SubnetId}"
        ]
    );
    assert_eq!(
        shown(ROS_SHORT_TAGS_YML),
        [
            "ros.redis-instance SessionCache {InstanceName=\"small-shop-session-kv\" \
          InstanceClass=\"redis.master.small.default\" VpcId=~Net VSwitchId=~Subnet \
          Password=~CachePassword}"
        ]
    );
    assert_eq!(
        shown(ROS_TAIR_NODE_TYPE_YML),
        [
            "ros.redis-instance StockCache {ProductType=\"Tair_rdb\" NodeType=\"double\" \
          InstanceClass=~Size EngineVersion=\"7.0\" EvictionPolicy=\"noeviction\" \
          InstanceName=\"stock\" ZoneId=~Zone VpcId=?Net VSwitchId=?Subnet Password=~CachePassword}"
        ]
    );
    assert_eq!(
        shown(ROS_TAIR_STORAGE_YML),
        [
            "ros.redis-instance CartCache {EngineVersion=\"5.0\" ProductType=\"Tair_rdb\" \
          InstanceClass=~Size TairConfig={ShardCount=1 Storage=20 StorageType=\"essd_pl1\"} \
          InstanceName=\"cart-…\" Password=~CachePassword ZoneId=~Zone VpcId=?ShopNet \
          VSwitchId=?ShopSubnet}"
        ]
    );
    let old = shown(ROS_PREPAY_PROPERTIES_OF_2021_YML).remove(0);
    assert!(
        old.starts_with("ros.redis-prepay-instance CartCache {BackupPolicy=~Nightly Capacity=~Gig")
    );
    let old = shown(ROS_PROPERTIES_OF_2021_JSON).remove(0);
    assert!(
        old.starts_with("ros.redis-instance PageCache {EngineVersion=~Version Eviction"),
        "{old}"
    );
    assert_eq!(shown(ROS_EXCERPT_YML), [""; 0]);
}

#[test]
fn programs_and_resources_as_people_write_them() {
    assert_eq!(
        shown(PULUMI_PAGE_CACHE_YAML),
        [
            "pulumi.kvstore-instance pageCache {dbInstanceName=\"shop-pages\"<called?> \
          vswitchId=?subnet.id resourceGroupId=?groups.ids[0] instanceType=\"Redis\" \
          engineVersion=\"5.0\" instanceClass=\"redis.master.large.default\" \
          zoneId=?places.zones[0].id securityIps=[\"10.40.7.19\"] \
          config={appendonly=\"yes\" lazyfree-lazy-eviction=\"yes\"} tags={Part=\"pages\"}}"
        ]
    );
    assert_eq!(
        shown(CROSSPLANE_INSTANCE_YAML),
        [
            "crossplane.instance Instance/basket {zoneId=\"cn-hangzhou-b\" \
          dbInstanceName=\"basket_and_orders\" instanceType=\"Redis\" \
          instanceClass=\"redis.master.large.default\" engineVersion=\"5.0\" \
          securityIps=[\"10.40.7.19\"] config={appendonly=\"yes\" lazyfree-lazy-eviction=\"yes\"} \
          tags={Part=\"basket\"} vswitchId=?}"
        ]
    );
    for text in [
        OTHER_ANSIBLE_YML,
        OTHER_NO_ENVELOPE_YAML,
        OTHER_OPENMCF_YAML,
        OTHER_WORKFLOW_STEP_YML,
    ] {
        assert_eq!(read(text), crate::envelope::Found::default());
    }
}

/// A text as a copy of a web page has it.
fn copied(text: &str) -> String {
    let lines = text.split_inclusive('\n').map(|line| {
        let rest = line.trim_start_matches(' ');
        let pairs = (line.len() - rest.len()) / 2;
        format!("{}{rest}", "\u{a0} ".repeat(pairs))
    });
    lines.collect()
}

/// The text after the fix of its only remark, which is about U+00A0.
fn mended(text: &str) -> String {
    let found = read(text);
    assert_eq!(specs(text, &found), [""; 0]);
    let [
        Remark {
            what: What::Character('\u{a0}'),
            span,
            fix: Some(fix),
            ..
        },
    ] = &found.remarks[..]
    else {
        panic!("{found:?}");
    };
    assert_eq!(span.start, text.find('\u{a0}').expect("there"));
    assert!(fix.is_safe);
    let mut mended = text.to_owned();
    for (span, edit) in fix.edits.iter().rev() {
        mended.replace_range(span.clone(), edit);
    }
    mended
}

#[test]
fn no_break_spaces_are_told_and_mended() {
    for text in [
        ROS_PREPAY_PROPERTIES_OF_2021_YML,
        ROS_PROPERTIES_OF_2021_JSON,
        ROS_PLAIN_YML,
        CROSSPLANE_INSTANCE_YAML,
    ] {
        assert_eq!(mended(&copied(text)), text);
    }
    // An excerpt: a member without its object, and a bracket too many.
    let (_, excerpt) = ROS_PROPERTIES_OF_2021_JSON
        .split_once("s\": {\n    ")
        .expect("there");
    assert_eq!(mended(&copied(excerpt)), excerpt);
    // In texts they are nobody's business.
    let text = format!("Description: |\n  a\n  \u{a0}b\nNote: \"x\n  \u{a0}y\"\n{ROS_PLAIN_YML}");
    assert_eq!(shown(&text).len(), 1);
    assert_eq!(read("a:\n\u{a0} b: [\n").remarks, []);
    // Nor is another document.
    let text = format!("{ROS_PLAIN_YML}---\na:\n\u{a0}b: 1\n");
    assert_eq!(shown(&text).len(), 1);
}

#[test]
fn broken_documents_are_told_if_they_could_hold_an_order() {
    let text = format!(
        "{CROSSPLANE_INSTANCE_YAML}---\nResources: {{A: {{Type: ALIYUN::REDIS::Instance\n---\n{ROS_PLAIN_YML}---\nb: [\n"
    );
    let found = read(&text);
    assert_eq!(specs(&text, &found).len(), 2);
    let [remark] = &found.remarks[..] else {
        panic!("{found:?}");
    };
    assert!(matches!(remark.what, What::Syntax(_)));
    let helm = "metadata:\n  name: {{ a }}-b\n{{- if x }}\n";
    assert_eq!(read(&format!("{helm}# alicloud:vpc\n")).remarks, []);
    assert_eq!(
        read(&format!("{helm}# alicloud:kvstore\n")).remarks.len(),
        1
    );
    // JSON with a comma too many is good YAML.
    let text = "{\"Resources\": {\"A\": {\"Type\": \"ALIYUN::REDIS::Instance\",}}}";
    assert_eq!(shown(text), ["ros.redis-instance A {}"]);
    let text = "{\"Resources\": {\"A\": {\"Type\": \"ALIYUN::REDIS::Instance\"}}";
    let found = read(text);
    assert!(matches!(
        &found.remarks[..],
        [Remark {
            what: What::Syntax(_),
            ..
        }]
    ));
}

#[test]
fn comments_are_found() {
    let text = ROS_PLAIN_YML.replace("'5.0'", "'5.0' # kvspec: ignore[x]");
    let found = read(&text);
    let [ignore] = &found.ignores[..] else {
        panic!("{found:?}");
    };
    assert_eq!(&text[ignore.covers.clone()], "EngineVersion: '5.0'");
    assert_eq!(read("a: 1 # kvspec: ignore alicloud:\n").ignores, []);
}

mod random {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]

        #[test]
        fn damaged_files_have_places(
            sample in prop::sample::select(vec![
                ROS_ALL_REFERENCES_YML, ROS_PROPERTIES_OF_2021_JSON, ROS_SHORT_TAGS_YML,
                PULUMI_PAGE_CACHE_YAML, CROSSPLANE_INSTANCE_YAML,
            ]),
            edits in prop::collection::vec(
                (any::<prop::sample::Index>(), prop::sample::select(vec![
                    "", "\u{a0}", "\n", "{", "]", "é", "'", "\"", ": ", "- ", "&a ", "*a", "!If ",
                    "${", "# kvspec: ignore[", "---\n", "|\n", "\t", "\r\n", "Fn::", "null",
                ])), 1..6),
        ) {
            let mut text = sample.to_owned();
            for (at, edit) in edits {
                let at = at.index(text.len());
                if text.is_char_boundary(at) && text.is_char_boundary(at + 1) {
                    text.replace_range(at..at + usize::from(edit.is_empty()), edit);
                }
            }
            let found = read(&text);
            specs(&text, &found);
        }
    }
}
