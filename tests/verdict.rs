//! A verdict is read off in one go where a report takes the whole engine: they have to agree,
//! above all on texts that are not quite what they should be.

#![cfg(feature = "proptest")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

#[path = "support/right_and_wrong.rs"]
mod right_and_wrong;
mod support;

use kvspec::documents::{
    ALIBABA_CREATE_INSTANCE_CN, ALIBABA_CREATE_INSTANCES, JDCLOUD_CREATE_CACHE_INSTANCE,
};
use kvspec::profile::Wire;
use kvspec::{Checker, Fields, PROFILES, Profile, Spec, strategy};
use proptest::prelude::*;
use proptest::sample::Index;
use right_and_wrong::right_and_wrong;
use serde_json::{Value, json};

/// What is put into texts: what JSON is made of, and what it is easily confused with.
const SCRAPS: &[&str] = &[
    "\"",
    "\\",
    "\\\"",
    "\\\\",
    "\\u0041",
    "\\u8ba2",
    "\\ud83d",
    "\\n",
    "\\q",
    " ",
    "\n",
    "\t",
    ",",
    ":",
    "{",
    "}",
    "[",
    "]",
    "{}",
    "[]",
    "null",
    "true",
    "1",
    "01",
    "-1.5e3",
    "12",
    "\"a\":1,",
    "\"a\":1,\"a\":2,",
    "\\\"a\\\":1,",
    "\\\"Period\\\":\\\"1\\\",",
    "\"Period\":\"1\",",
    "\"period\":\"1\",",
    "\"Config\":{\"a\":1},",
    "\"Instances\":[{}],",
    "\"\":null,",
    "\u{3000}",
    "\u{feff}",
    "\u{1}",
    "x",
    "中",
    "\u{301}",
    "𠀀",
];

/// One change to a text: where, how many characters go, and what comes.
type Tear = (Index, usize, Option<&'static str>);

fn tears() -> impl Strategy<Value = Vec<Tear>> {
    let scrap = proptest::option::of(proptest::sample::select(SCRAPS));
    proptest::collection::vec((any::<Index>(), 0..4_usize, scrap), 0..4)
}

fn torn(text: &str, tears: &[Tear]) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for (place, gone, come) in tears {
        let start = place.index(characters.len() + 1);
        let end = (start + gone).min(characters.len());
        characters.splice(start..end, come.unwrap_or_default().chars());
    }
    characters.into_iter().collect()
}

/// A request of some profile that may be anything between right and wrong, as a value.
fn any_request() -> impl Strategy<Value = (usize, Value)> {
    (0..PROFILES.len()).prop_flat_map(|which| {
        let profile = PROFILES[which];
        (Just(which), right_and_wrong(profile, 3, [1, 2, 1]))
    })
}

/// The profile itself most of the time, since another one rarely likes its requests.
fn under(which: usize, other: usize) -> &'static Profile {
    PROFILES[if other < PROFILES.len() { other } else { which }]
}

fn agree_on_text(profile: &'static Profile, text: &str) {
    let checker = Checker::new(profile);
    let report = checker.check(Spec::Json(text));
    assert_eq!(
        checker.is_valid(Spec::Json(text)),
        report.is_valid(),
        "{}: {text}\n{report}",
        profile.id
    );
    if let Ok(value) = serde_json::from_str(text) {
        agree_on_value(profile, &value);
    }
}

fn agree_on_value(profile: &'static Profile, value: &Value) {
    let checker = Checker::new(profile);
    let report = checker.check(value);
    assert_eq!(
        checker.is_valid(value),
        report.is_valid(),
        "{}: {value}\n{report}",
        profile.id
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn verdict_and_report_agree_on_texts(
        (which, text) in any_request().prop_flat_map(|(which, spec)| {
            let varied = strategy::json_text(Just(spec.clone()));
            (Just(which), prop_oneof![varied, Just(spec.to_string())])
        }),
        other in 0..PROFILES.len() * 4,
        tears in tears(),
    ) {
        agree_on_text(under(which, other), &torn(&text, &tears));
    }

    #[test]
    fn verdict_and_report_agree_on_fields((which, spec) in any_request(), other in 0..PROFILES.len() * 4) {
        let members = spec.as_object().expect("an object");
        let fields: Fields = members.iter().map(|(name, value)| (name.as_str(), value)).collect();
        let checker = Checker::new(under(which, other));
        let report = checker.check(&fields);
        prop_assert_eq!(checker.is_valid(&fields), report.is_valid(), "{}\n{}", spec, report);
    }

    /// What stands in strings is JSON too.
    #[test]
    fn verdict_and_report_agree_on_texts_in_strings(
        (which, spec) in any_request(),
        tears in tears(),
        member in any::<Index>(),
        pretty in any::<bool>(),
    ) {
        let mut spec = spec;
        let members = spec.as_object_mut().expect("an object");
        let inside: Vec<String> = members
            .iter()
            .filter(|(_, value)| {
                let text = value.as_str().unwrap_or_default();
                value.is_object() || value.is_array() || text.starts_with(['{', '['])
            })
            .map(|(name, _)| name.clone())
            .collect();
        if !inside.is_empty() {
            let name = &inside[member.index(inside.len())];
            let value = members[name].clone();
            let value = value.as_str().and_then(|text| serde_json::from_str(text).ok()).unwrap_or(value);
            let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
            members[name] = torn(&text.expect("JSON"), &tears).into();
        }
        agree_on_text(PROFILES[which], &spec.to_string());
    }

    #[test]
    fn verdict_and_report_agree_on_queries(
        (which, query) in any_request().prop_filter_map("no query", |(which, spec)| {
            let profile = PROFILES[which];
            (profile.wire == Wire::QUERY).then(|| {
                let texts = spec.as_object().expect("an object").iter().filter(|(_, value)| !value.is_null());
                let texts = texts.map(|(name, value)| {
                    let text = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
                    (name.clone(), text.into())
                });
                let flat: serde_json::Map<String, Value> = texts.collect();
                (which, strategy::query_text(profile, Just(Value::Object(flat))))
            })
        }).prop_flat_map(|(which, query)| (Just(which), query)),
        tears in tears(),
    ) {
        let text = torn(&query, &tears);
        let checker = Checker::new(PROFILES[which]);
        let report = checker.check(Spec::Query(&text));
        prop_assert_eq!(checker.is_valid(Spec::Query(&text)), report.is_valid(), "{}\n{}", text, report);
    }
}

/// Random tears meet few of the places where one matters.
#[test]
fn one_tear_is_judged_alike_wherever_it_is() {
    let config = r#"{"EvictionPolicy": "noeviction", "hash-max-ziplist-value": 64}"#;
    let instances = json!([{
        "RegionId": "cn-hangzhou",
        "izNo": "cn-hangzhou-b",
        "Capacity": 1024,
        "InstanceName": "缓存",
    }]);
    let requests = [
        (
            &ALIBABA_CREATE_INSTANCE_CN,
            json!({"RegionId": "cn", "Capacity": 1, "Config": config}),
        ),
        (
            &ALIBABA_CREATE_INSTANCE_CN,
            json!({"RegionId": "cn", "Capacity": "1", "Token": "a\\b", "Config": {"x": ["y"]}}),
        ),
        (
            &ALIBABA_CREATE_INSTANCES,
            json!({"Instances": instances.to_string(), "AutoPay": true}),
        ),
        (
            &ALIBABA_CREATE_INSTANCES,
            json!({"Instances": instances, "AutoPay": "true"}),
        ),
        (
            &JDCLOUD_CREATE_CACHE_INSTANCE,
            serde_json::from_str(JDCLOUD_CREATE_CACHE_INSTANCE.sample).expect("a sample"),
        ),
    ];
    for (profile, request) in requests {
        let text = request.to_string();
        torn_once(&text, SCRAPS, |torn| agree_on_text(profile, torn));
    }
}

#[test]
fn one_tear_of_a_query_is_judged_alike_wherever_it_is() {
    let scraps = [
        "&",
        "=",
        "&&",
        "&=",
        "?",
        "#",
        "%",
        "%4",
        "%41",
        "%22",
        "%5C",
        "%0A",
        "%00",
        "%FF",
        "%E4%B8%AD",
        "+",
        " ",
        "\n",
        "\u{1}",
        "\"",
        "\\",
        "a",
        "中",
        "&RegionId=cn",
        "&regionid=cn",
        "&Config=",
        "Action",
    ];
    for (profile, query) in [
        (
            &ALIBABA_CREATE_INSTANCE_CN,
            "https://r-kvstore.aliyuncs.com/?Action=CreateInstance&RegionId=cn&Capacity=1\
             &Config=%7B%22EvictionPolicy%22%3A+%22noeviction%22%7D&InstanceName=%E7%BC%93x",
        ),
        (
            &ALIBABA_CREATE_INSTANCES,
            "Action=CreateInstances&Token=a-b&Instances=%5B%7B%22RegionId%22%3A%22cn%22%2C\
             %22izNo%22%3A%22cn-b%22%2C%22Capacity%22%3A1%7D%5D",
        ),
    ] {
        let checker = Checker::new(profile);
        torn_once(query, &scraps, |torn| {
            let report = checker.check(Spec::Query(torn));
            assert_eq!(
                checker.is_valid(Spec::Query(torn)),
                report.is_valid(),
                "{torn}\n{report}"
            );
        });
    }
}

/// Calls for each text with one tear: every scrap at every place, beside and instead of what stands
/// there, and what stands there gone.
fn torn_once(text: &str, scraps: &[&str], mut each: impl FnMut(&str)) {
    let ends = text
        .char_indices()
        .map(|(at, character)| at..at + character.len_utf8());
    for place in ends.chain(std::iter::once(text.len()..text.len())) {
        for scrap in scraps.iter().chain(&[""]) {
            for until in [place.start, place.end] {
                each(&[&text[..place.start], scrap, &text[until..]].concat());
            }
        }
    }
}

#[test]
fn nesting_has_the_same_limit() {
    for profile in PROFILES {
        for levels in 0..5_u32 {
            let checker = Checker::new(profile).max_depth(levels);
            for deep in [json!(1), json!([1]), json!([[1]]), json!({"a": {"b": {}}})] {
                let mut request: Value = serde_json::from_str(profile.sample).expect("a sample");
                let mut settings = json!({"EvictionPolicy": "noeviction"});
                settings["x"] = deep.clone();
                request["unknown"] = deep;
                for config in [settings.clone(), settings.to_string().into()] {
                    request["Config"] = config;
                    let text = request.to_string();
                    let report = checker.check(Spec::Json(&text));
                    assert_eq!(
                        checker.is_valid(Spec::Json(&text)),
                        report.is_valid(),
                        "{levels} {text}\n{report}"
                    );
                }
            }
        }
    }
}
