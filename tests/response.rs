//! Responses, held against the documents and against orders.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "in a test a panic is how it fails"
)]

use kvspec::documents::{RESPONSES, ResponseField, ResponseKind};
use kvspec::profile::Profile;
use kvspec::response::{
    CreateCacheInstanceResponse, CreateInstanceResponse, CreateInstanceResponseIntl,
    CreateInstancesResponse, NotReconciled, Outcome, Response, ResponseReport, check_response,
    reconcile, redact_response, response_profile,
};
use kvspec::{Code, Locale, Severity};
use proptest::prelude::*;
use serde_json::{Value, json};

const CN: &str = "alibaba.create-instance.cn";
const INTL: &str = "alibaba.create-instance.intl";
const BATCH: &str = "alibaba.create-instances";
const JD: &str = "jdcloud.create-cache-instance";

const CN_JSON: &str = include_str!("data/responses/create-instance.cn.json");
const CN_XML: &str = include_str!("data/responses/create-instance.cn.xml");
const BATCH_JSON: &str = include_str!("data/responses/create-instances.json");
const BATCH_XML: &str = include_str!("data/responses/create-instances.xml");
const JD_JSON: &str = include_str!("data/responses/create-cache-instance.json");
const INTL_TEXT: &str = include_str!("data/responses/create-instance.intl.txt");

fn profile(id: &str) -> &'static Profile {
    Profile::by_id(id).expect("a profile")
}

fn check(id: &str, text: &str) -> ResponseReport {
    check_response(profile(id), text).expect("a documented response")
}

fn hold(id: &str, request: &str, response: &str) -> ResponseReport {
    reconcile(profile(id), request, response).expect("a documented response")
}

/// Code, path, and the text that is marked.
fn findings<'t>(report: &ResponseReport, text: &'t str) -> Vec<(Code, String, &'t str)> {
    report
        .iter()
        .map(|found| {
            let span = found.span.expect("a response is text");
            let marked = &text[span.start.offset..span.end.offset];
            (found.code, found.path.to_string(), marked)
        })
        .collect()
}

fn only<'t>(report: &ResponseReport, text: &'t str) -> (Code, String, &'t str) {
    let all = findings(report, text);
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    all.into_iter().next().unwrap()
}

#[test]
fn samples_of_the_documents_are_as_documented() {
    for (id, text) in [(CN, CN_JSON), (BATCH, BATCH_JSON), (JD, JD_JSON)] {
        let report = check(id, text);
        assert!(report.is_good(), "{id}: {}", report.report);
        assert_eq!(report.iter().count(), 0);
        assert_eq!(report.undocumented, Vec::<String>::new());
        assert_eq!(report.instance_ids.len(), 1, "{id}");
        assert!(report.request_id.is_some(), "{id}");
    }
    assert_eq!(check(CN, CN_JSON).instance_ids, ["r-j6cxxxxxxxxxxxxx"]);
    assert_eq!(
        check(BATCH, BATCH_JSON).order_id.as_deref(),
        Some("20905403119****")
    );
    // 001 prints its sample without braces: that is no JSON.
    assert_eq!(only(&check(INTL, INTL_TEXT), INTL_TEXT).0, Code::Syntax);
    let whole = format!("{{{}}}", INTL_TEXT.trim().trim_end_matches(','));
    assert!(check(INTL, &whole).is_good());
}

#[test]
fn tables_have_the_fields_of_the_documents() {
    let names = |id: &str| -> Vec<&str> {
        let fields = profile(id).response().unwrap().fields;
        fields.iter().map(|field| field.name).collect()
    };
    assert_eq!(names(INTL), ["InstanceId", "InstanceName"]);
    assert_eq!(names(CN).len(), 21);
    assert!(
        names(CN).is_sorted(),
        "the document is in alphabetical order"
    );
    assert_eq!(names(BATCH), ["OrderId", "RequestId", "InstanceIds"]);
    assert_eq!(names(JD), ["result", "requestId"]);
    for table in RESPONSES {
        for field in table.fields {
            assert!(!field.label.en.is_empty() && !field.label.zh.is_ascii());
            assert_eq!(field.citation.document, profile(table.profile).document);
            assert!(!field.citation.quote.is_empty());
            if let Some(parameter) = field.answers {
                let request = profile(table.profile).request;
                assert!(request.parameter(parameter).is_some(), "{parameter}");
            }
        }
    }
    // Of the five documents all but 000.
    assert_eq!(RESPONSES.len(), 4);
    let console = profile("alibaba.console");
    let refused = check_response(console, "{}").expect_err("000 has none");
    assert!(refused.message(Locale::En).contains(CN));
    assert!(refused.message(Locale::Zh).contains(CN));
}

/// A response with every documented field.
fn full(fields: &[ResponseField]) -> Value {
    let members = fields.iter().map(|field| {
        let value = match field.kind {
            ResponseKind::String => json!(field.name),
            ResponseKind::Time => json!("2019-01-18T16:00:00Z"),
            ResponseKind::Long => json!(i64::MAX),
            ResponseKind::Integer => json!(i32::MIN),
            ResponseKind::Strings => json!(["a", "b"]),
            ResponseKind::Object(inner) => full(inner),
            other => panic!("no sample of {other:?}"),
        };
        (field.name.to_owned(), value)
    });
    Value::Object(members.collect())
}

fn round_trip<R: Response>() {
    let table = R::profile().response().expect("a table");
    let value = full(table.fields);
    let mut with_more = value.clone();
    with_more["Gift"] = json!({"a": [1, null, "x"]});
    for value in [value, with_more] {
        let typed = R::read(&value.to_string()).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(serde_json::to_value(&typed).unwrap(), value);
        // Every documented field has a member of its own.
        let mut without = value.clone();
        without.as_object_mut().unwrap().remove("Gift");
        let count = serde_json::to_string(&typed)
            .unwrap()
            .matches("Gift")
            .count();
        assert_eq!(count, usize::from(value != without));
    }
}

#[test]
fn typed_responses_have_every_documented_field() {
    round_trip::<CreateInstanceResponseIntl>();
    round_trip::<CreateInstanceResponse>();
    round_trip::<CreateInstancesResponse>();
    round_trip::<CreateCacheInstanceResponse>();
    let value = full(profile(CN).response().unwrap().fields).to_string();
    assert!(
        CreateInstanceResponse::read(&value)
            .unwrap()
            .extra
            .is_empty()
    );
    let value = full(profile(INTL).response().unwrap().fields).to_string();
    assert!(
        CreateInstanceResponseIntl::read(&value)
            .unwrap()
            .extra
            .is_empty()
    );
    let value = full(profile(BATCH).response().unwrap().fields).to_string();
    let batch = CreateInstancesResponse::read(&value).unwrap();
    assert!(batch.extra.is_empty() && batch.instance_ids.as_ref().unwrap().extra.is_empty());
    let value = full(profile(JD).response().unwrap().fields).to_string();
    let jd = CreateCacheInstanceResponse::read(&value).unwrap();
    assert!(jd.extra.is_empty() && jd.result.as_ref().unwrap().extra.is_empty());
}

#[test]
fn undocumented_fields_are_kept_and_not_shown_by_debug() {
    let text = r#"{"InstanceId": "r-1", "Password": "Hidden_2345", "Region": "cn-hangzhou"}"#;
    let typed = CreateInstanceResponseIntl::read(text).unwrap();
    assert_eq!(typed.extra["Region"], "cn-hangzhou");
    assert_eq!(typed.extra["Password"], "Hidden_2345");
    assert!(!format!("{typed:?}").contains("Hidden_2345"));
    let report = check(INTL, text);
    assert!(report.is_good());
    assert_eq!(report.undocumented, ["/Password", "/Region"]);
    assert!(!format!("{report:?}").contains("Hidden_2345"));
}

#[test]
fn what_is_not_as_documented_is_found() {
    for (text, code, path, marked) in [
        (
            r#"{"InstanceName": "x"}"#,
            Code::RequiredParameter,
            "/InstanceId",
            "{",
        ),
        (
            r#"{"InstanceId": null}"#,
            Code::RequiredParameter,
            "/InstanceId",
            "{",
        ),
        (
            r#"{"InstanceId": ""}"#,
            Code::RequiredParameter,
            "/InstanceId",
            "\"",
        ),
        (
            r#"{"InstanceId": 7}"#,
            Code::TypeMismatch,
            "/InstanceId",
            "7",
        ),
        (
            r#"{"InstanceId": "r", "Port": "6379"}"#,
            Code::TypeMismatch,
            "/Port",
            "\"6379\"",
        ),
        (
            r#"{"InstanceId": "r", "Port": 6379.5}"#,
            Code::TypeMismatch,
            "/Port",
            "6379.5",
        ),
        (
            r#"{"InstanceId": "r", "Port": 6e3}"#,
            Code::TypeMismatch,
            "/Port",
            "6e3",
        ),
        (
            r#"{"InstanceId": "r", "Port": 2147483648}"#,
            Code::OutOfRange,
            "/Port",
            "2147483648",
        ),
        (
            r#"{"InstanceId": "r", "QPS": 9223372036854775808}"#,
            Code::OutOfRange,
            "/QPS",
            "9223372036854775808",
        ),
        (
            r#"{"InstanceId": "r", "Capacity": true}"#,
            Code::TypeMismatch,
            "/Capacity",
            "true",
        ),
        (
            r#"{"InstanceId": "r", "Config": {}}"#,
            Code::TypeMismatch,
            "/Config",
            "{}",
        ),
        (
            r#"{"InstanceId": "r", "EndTime": 7}"#,
            Code::TypeMismatch,
            "/EndTime",
            "7",
        ),
        (
            r#"{"InstanceId": "r", "EndTime": "2019-01-18"}"#,
            Code::InvalidValue,
            "/EndTime",
            "\"2019-01-18\"",
        ),
        (
            r#"{"InstanceId": "r", "InstanceId": "q"}"#,
            Code::DuplicateParameter,
            "/InstanceId",
            "\"InstanceId\"",
        ),
        ("[]", Code::TypeMismatch, "", "[]"),
        ("{\"InstanceId\": \"r\",}", Code::Syntax, "", ","),
        ("", Code::Syntax, "", ""),
        ("<", Code::Syntax, "", "<"),
    ] {
        let report = check(CN, text);
        assert!(!report.is_good());
        assert_eq!(only(&report, text), (code, path.into(), marked), "{text}");
        for locale in [Locale::En, Locale::Zh] {
            for found in &report {
                let said = found.message(locale) + &found.help(locale) + found.reason(locale);
                assert!(
                    !said.contains('{') || code == Code::RequiredParameter,
                    "{said}"
                );
            }
        }
    }
    // The last of two values counts.
    let twice = check(CN, r#"{"InstanceId": "r", "InstanceId": "q"}"#);
    assert_eq!(twice.instance_ids, ["q"]);
    // Null and no value are the same; smallest and largest numbers are numbers.
    for good in [
        r#"{"InstanceId": "r", "Port": null, "EndTime": null}"#,
        r#"{"InstanceId": "r", "Port": -2147483648, "QPS": -9223372036854775808}"#,
        "\u{feff} {\"InstanceId\": \"r\"} \n",
    ] {
        assert_eq!(check(CN, good).iter().count(), 0, "{good}");
    }
}

#[test]
fn the_other_responses_are_held_against_their_own_documents() {
    for (id, text, code, path) in [
        (
            BATCH,
            r#"{"OrderId": "1"}"#,
            Code::RequiredParameter,
            "/InstanceIds",
        ),
        (
            BATCH,
            r#"{"OrderId": "1", "InstanceIds": {}}"#,
            Code::RequiredParameter,
            "/InstanceIds/InstanceId",
        ),
        (
            BATCH,
            r#"{"OrderId": "1", "InstanceIds": {"InstanceId": []}}"#,
            Code::EmptyList,
            "/InstanceIds/InstanceId",
        ),
        (
            BATCH,
            r#"{"OrderId": "1", "InstanceIds": {"InstanceId": "r"}}"#,
            Code::TypeMismatch,
            "/InstanceIds/InstanceId",
        ),
        (
            BATCH,
            r#"{"OrderId": "1", "InstanceIds": ["r"]}"#,
            Code::TypeMismatch,
            "/InstanceIds",
        ),
        (
            BATCH,
            r#"{"OrderId": "1", "InstanceIds": {"InstanceId": ["r", 7]}}"#,
            Code::TypeMismatch,
            "/InstanceIds/InstanceId/1",
        ),
        (
            BATCH,
            r#"{"OrderId": "1", "InstanceIds": {"InstanceId": ["r", null]}}"#,
            Code::TypeMismatch,
            "/InstanceIds/InstanceId/1",
        ),
        (
            BATCH,
            r#"{"InstanceIds": {"InstanceId": ["r"]}}"#,
            Code::RequiredParameter,
            "/OrderId",
        ),
        (
            BATCH,
            r#"{"OrderId": 1, "InstanceIds": {"InstanceId": ["r"]}}"#,
            Code::TypeMismatch,
            "/OrderId",
        ),
        (
            JD,
            r#"{"requestId": "b"}"#,
            Code::RequiredParameter,
            "/result",
        ),
        (
            JD,
            r#"{"requestId": "b", "result": {"orderNum": "1"}}"#,
            Code::RequiredParameter,
            "/result/cacheInstanceId",
        ),
        (
            JD,
            r#"{"requestId": 7, "result": {"cacheInstanceId": "r"}}"#,
            Code::TypeMismatch,
            "/requestId",
        ),
        (JD, r#"{"result": "r"}"#, Code::TypeMismatch, "/result"),
    ] {
        let report = check(id, text);
        let (found, at, _) = only(&report, text);
        assert_eq!((found, at.as_str()), (code, path), "{text}");
    }
    let more = r#"{"OrderId": "1", "InstanceIds": {"InstanceId": ["r"], "a/b": 1}, "x": 2}"#;
    assert_eq!(check(BATCH, more).undocumented, ["/InstanceIds/a~1b", "/x"]);
}

const ORDER: &str = r#"{"RegionId": "cn-hongkong", "ZoneId": "cn-hongkong-b", "Capacity": 16384,
  "InstanceName": "apitest", "Password": "Hidden_2345"}"#;

#[test]
fn what_came_as_ordered_is_confirmed() {
    let report = hold(CN, ORDER, CN_JSON);
    assert!(report.is_good(), "{}", report.report);
    let rows: Vec<(&str, &str, bool, Outcome)> = report
        .comparisons
        .iter()
        .map(|row| {
            (
                row.parameter.as_str(),
                row.ordered.as_str(),
                row.by_default,
                row.outcome,
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("/Capacity", "16384", false, Outcome::Same),
            ("/ChargeType", "PostPaid", true, Outcome::Same),
            ("/InstanceName", "apitest", false, Outcome::Same),
            ("/NetworkType", "CLASSIC", true, Outcome::NotTold),
            ("/NodeType", "MASTER_SLAVE", true, Outcome::NotTold),
            ("/RegionId", "cn-hongkong", false, Outcome::Same),
            ("/ZoneId", "cn-hongkong-b", false, Outcome::Same),
        ]
    );
    assert_eq!(
        report.not_told().collect::<Vec<_>>(),
        ["/NetworkType", "/NodeType"]
    );
    assert!(!format!("{report:?}").contains("Hidden_2345"));
    // A query string is an order too.
    let query = "Action=CreateInstance&RegionId=cn-hongkong&Capacity=16384";
    assert!(hold(CN, query, CN_JSON).is_good());
}

#[test]
fn what_differs_is_found_at_the_response() {
    let order = |members: &str| format!(r#"{{"RegionId": "r", "Capacity": 1024, {members}}}"#);
    let reply = |members: &str| format!(r#"{{"InstanceId": "i", {members}}}"#);
    for (ordered, received, path) in [
        (r#""ZoneId": "r-a""#, r#""ZoneId": "r-b""#, "/ZoneId"),
        (
            r#""ChargeType": "PrePaid""#,
            r#""ChargeType": "PostPaid""#,
            "/ChargeType",
        ),
        (
            r#""Token": "t""#,
            r#""ChargeType": "PrePaid""#,
            "/ChargeType",
        ),
        (r#""Token": "t""#, r#""Capacity": 2048"#, "/Capacity"),
        (r#""Token": "t""#, r#""RegionId": "q""#, "/RegionId"),
        (r#""Token": "t""#, r#""NetworkType": "VPC""#, "/NetworkType"),
        (
            r#""Token": "t""#,
            r#""NodeType": "STAND_ALONE""#,
            "/NodeType",
        ),
        (
            r#""NetworkType": "VPC""#,
            r#""NetworkType": "CLASSIC""#,
            "/NetworkType",
        ),
        (r#""VpcId": "vpc-1""#, r#""VpcId": "vpc-2""#, "/VpcId"),
        (
            r#""VSwitchId": "vsw-1""#,
            r#""VSwitchId": "vsw-2""#,
            "/VSwitchId",
        ),
        (
            r#""InstanceName": "one""#,
            r#""InstanceName": "two""#,
            "/InstanceName",
        ),
        (
            r#""PrivateIpAddress": "10.0.0.1""#,
            r#""PrivateIpAddr": "10.0.0.2""#,
            "/PrivateIpAddr",
        ),
    ] {
        let (request, response) = (order(ordered), reply(received));
        let report = hold(CN, &request, &response);
        let (code, at, marked) = only(&report, &response);
        assert_eq!(
            (code, at.as_str()),
            (Code::ResponseMismatch, path),
            "{response}"
        );
        assert!(received.ends_with(marked), "{marked}");
        let found = report.iter().next().unwrap();
        let by_default = ordered.contains("Token") && path.contains("Type");
        assert_eq!(
            found.args.get("default_of").is_some(),
            by_default,
            "{response}"
        );
        for locale in [Locale::En, Locale::Zh] {
            let message = found.message(locale);
            assert!(message.contains(marked.trim_matches('"')), "{message}");
        }
    }
}

#[test]
fn what_the_documents_spell_in_two_ways_is_the_same() {
    let order = r#"{"RegionId": "r", "Capacity": "1024", "NetworkType": "CLASSIC",
        "PrivateIpAddress": "10.0.0.1"}"#;
    for received in [
        r#""NetworkType": "Classic""#,
        r#""NetworkType": "CLASSIC""#,
        r#""Capacity": 1024"#,
        r#""PrivateIpAddr": "10.0.0.1""#,
        r#""ChargeType": "PostPaid""#,
        // Empty and null say nothing.
        r#""ZoneId": "", "VpcId": null"#,
    ] {
        let response = format!(r#"{{"InstanceId": "i", {received}}}"#);
        let report = hold(CN, order, &response);
        assert!(report.is_good(), "{received}: {}", report.report);
    }
    // Only what was ordered, or has a default, is asked for.
    let report = hold(
        CN,
        order,
        r#"{"InstanceId": "i", "VpcId": "vpc-1", "InstanceName": "i"}"#,
    );
    assert!(report.is_good());
    assert!(
        report
            .comparisons
            .iter()
            .all(|row| row.parameter != "/VpcId")
    );
    // A wrong type is one finding, not two.
    let text = r#"{"InstanceId": "i", "Capacity": "2048"}"#;
    assert_eq!(only(&hold(CN, order, text), text).0, Code::TypeMismatch);
}

#[test]
fn undocumented_fields_weigh_less() {
    let order = r#"{"RegionId": "r", "InstanceClass": "redis.a", "InstanceType": "Redis"}"#;
    let text = r#"{"InstanceId": "i", "EngineVersion": "5.0", "InstanceClass": "redis.b", "InstanceType": "Redis"}"#;
    let report = hold(CN, order, text);
    assert!(report.is_good(), "no document promises these fields");
    let found = findings(&report, text);
    assert_eq!(
        found,
        [
            (Code::ResponseMismatch, "/EngineVersion".into(), "\"5.0\""),
            (
                Code::ResponseMismatch,
                "/InstanceClass".into(),
                "\"redis.b\""
            ),
        ]
    );
    assert!(
        report
            .iter()
            .all(|found| found.severity == Severity::Warning)
    );
    // 001 asks clients not to rely on them.
    assert_eq!(hold(INTL, order, text).iter().count(), 0);
    let text = r#"{"InstanceId": "i", "InstanceName": "other"}"#;
    let named = r#"{"RegionId": "r", "InstanceClass": "c", "InstanceName": "mine"}"#;
    assert_eq!(only(&hold(INTL, named, text), text).1, "/InstanceName");
}

#[test]
fn as_many_instances_as_were_ordered() {
    let base = r#""RegionId": "cn-hangzhou", "izNo": "cn-hangzhou-b", "Capacity": 1024"#;
    let order = |quantities: &[&str]| {
        let elements: Vec<String> = quantities
            .iter()
            .map(|quantity| match *quantity {
                "" => format!("{{{base}}}"),
                quantity => format!("{{{base}, \"quantity\": {quantity}}}"),
            })
            .collect();
        json!({"Instances": format!("[{}]", elements.join(","))}).to_string()
    };
    let reply =
        |ids: &[&str]| json!({"OrderId": "1", "InstanceIds": {"InstanceId": ids}}).to_string();
    for (quantities, ids, good) in [
        (&["", ""][..], &["a", "b"][..], true),
        (&["1", "2"], &["a", "b", "c"], true),
        (&["\"2\""], &["a", "b"], true),
        (&["300"], &["a"], false),
        (&["", ""], &["a"], false),
        (&[""], &["a", "b"], false),
        // The same ID twice is one instance.
        (&["2"], &["a", "a"], false),
        // A quantity that is no number is not known.
        (&["\"many\""], &["a"], true),
    ] {
        let response = reply(ids);
        let report = hold(BATCH, &order(quantities), &response);
        assert_eq!(report.is_good(), good, "{quantities:?} {ids:?}");
        if !good {
            let (code, path, marked) = only(&report, &response);
            assert_eq!(code, Code::ResponseMismatch);
            assert_eq!(path, "/InstanceIds/InstanceId");
            assert!(marked.starts_with('['), "{marked}");
        }
    }
    let found = hold(BATCH, &order(&["2", ""]), &reply(&["a"]));
    let message = found.iter().next().unwrap().message(Locale::En);
    assert_eq!(
        message,
        "instances ordered: 3; instances in the response: 1"
    );
    // An empty list is a finding of its own, and only one.
    let none = reply(&[]);
    assert_eq!(
        only(&hold(BATCH, &order(&[""]), &none), &none).0,
        Code::EmptyList
    );
}

#[test]
fn an_order_that_cannot_be_read_is_said_so() {
    for order in ["{", "[]", "", "7"] {
        let refused = reconcile(profile(CN), order, CN_JSON).expect_err("no order");
        assert!(matches!(refused, NotReconciled::Request(_)), "{order}");
    }
    let console = reconcile(profile("alibaba.console"), "{}", CN_JSON);
    assert!(matches!(console, Err(NotReconciled::Request(_))));
    // A wrong order can be held against a response all the same: the provider took it.
    assert!(hold(CN, r#"{"ChargeType": "PostPaid"}"#, CN_JSON).is_good());
}

#[test]
fn responses_tell_their_profile() {
    for (text, id) in [
        (CN_JSON, "alibaba.create-instance.2026"),
        (BATCH_JSON, BATCH),
        (JD_JSON, "jdcloud.create-cache-instance.2026"),
        // Where several editions know it, the newest.
        (r#"{"InstanceId": "r"}"#, "alibaba.create-instance.2026"),
        (
            r#"{"Code": "InvalidPassword.Malformed"}"#,
            "alibaba.create-instance.2026",
        ),
        (r#"{"Code": "NoSuchCode"}"#, "alibaba.create-instance.2026"),
        (
            r#"{"error": {"code": 400}}"#,
            "jdcloud.create-cache-instance.2026",
        ),
        ("{", "alibaba.create-instance.2026"),
    ] {
        let found = response_profile(text).map(|p| p.id);
        assert_eq!(found, Ok(id), "{text}");
    }
    if cfg!(feature = "xml") {
        assert_eq!(
            response_profile(CN_XML).map(|p| p.id),
            Ok("alibaba.create-instance.2026")
        );
        assert_eq!(response_profile(BATCH_XML).map(|p| p.id), Ok(BATCH));
        let bare = "<CreateInstancesResponse><x/></CreateInstancesResponse>";
        assert_eq!(response_profile(bare).map(|p| p.id), Ok(BATCH));
    }
    for text in [r#"{"colour": 1}"#, "[]", "{}"] {
        assert!(response_profile(text).is_err(), "{text}");
    }
}

#[cfg(not(feature = "xml"))]
#[test]
fn without_a_reader_xml_is_refused() {
    let report = check(CN, CN_XML);
    let found = report.iter().next().unwrap();
    assert_eq!(found.code, Code::Syntax);
    assert!(found.message(Locale::En).contains("no XML"));
}

#[cfg(feature = "xml")]
mod xml {
    use std::fmt::Write as _;

    use super::*;

    #[test]
    fn both_samples_of_a_document_say_the_same() {
        let xml = CreateInstanceResponse::read(CN_XML).unwrap();
        assert_eq!(xml, CreateInstanceResponse::read(CN_JSON).unwrap());
        assert_eq!(xml.port, Some(6379));
        assert_eq!(xml.capacity, Some(16384));
        let config: Value = serde_json::from_str(xml.config.as_deref().unwrap()).unwrap();
        assert_eq!(config["EvictionPolicy"], "volatile-lru");
        let report = hold(CN, ORDER, CN_XML);
        assert_eq!(report.comparisons, hold(CN, ORDER, CN_JSON).comparisons);
        assert!(report.is_good());
    }

    #[test]
    fn lists_are_repeated_elements() {
        let batch = CreateInstancesResponse::read(BATCH_XML).unwrap();
        let ids = batch.instance_ids.unwrap().instance_id.unwrap();
        assert_eq!(ids, ["r-bp16e70a4338****", "r-bp16e70a4339****"]);
        let one =
            "<R><OrderId>1</OrderId><InstanceIds><InstanceId>a</InstanceId></InstanceIds></R>";
        let batch = CreateInstancesResponse::read(one).unwrap();
        assert_eq!(batch.instance_ids.unwrap().instance_id.unwrap(), ["a"]);
        let order =
            r#"{"Instances": [{"RegionId": "r", "izNo": "r-a", "Capacity": 1, "quantity": 3}]}"#;
        let report = hold(BATCH, order, BATCH_XML);
        let (code, path, marked) = only(&report, BATCH_XML);
        assert_eq!(
            (code, path.as_str()),
            (Code::ResponseMismatch, "/InstanceIds/InstanceId")
        );
        assert_eq!(marked.matches("<InstanceId>").count(), 2);
    }

    #[test]
    fn what_is_not_as_documented_is_found() {
        for (inside, code, path, marked) in [
            (
                "<Port>6379</Port>",
                Code::RequiredParameter,
                "/InstanceId",
                "<",
            ),
            ("<InstanceId/>", Code::RequiredParameter, "/InstanceId", "<"),
            (
                "<InstanceId>i</InstanceId><Port>six</Port>",
                Code::TypeMismatch,
                "/Port",
                "six",
            ),
            (
                "<InstanceId>i</InstanceId><Port>06379</Port>",
                Code::TypeMismatch,
                "/Port",
                "06379",
            ),
            (
                "<InstanceId>i</InstanceId><Port>99999999999</Port>",
                Code::OutOfRange,
                "/Port",
                "99999999999",
            ),
            (
                "<InstanceId>i</InstanceId><InstanceId>j</InstanceId>",
                Code::DuplicateParameter,
                "/InstanceId",
                "InstanceId",
            ),
            (
                "<InstanceId><a>i</a></InstanceId>",
                Code::TypeMismatch,
                "/InstanceId",
                "<a>i</a>",
            ),
            (
                "<InstanceId>i</InstanceId><EndTime>2019-02-30T00:00:00Z</EndTime>",
                Code::InvalidValue,
                "/EndTime",
                "2019-02-30T00:00:00Z",
            ),
            ("<InstanceId>i</InstanceId>&nbsp;", Code::Syntax, "", "&"),
            ("text", Code::TypeMismatch, "", "text"),
        ] {
            let text = format!(
                "<?xml version='1.0'?>\n<CreateInstanceResponse>{inside}</CreateInstanceResponse>"
            );
            assert_eq!(
                only(&check(CN, &text), &text),
                (code, path.into(), marked),
                "{inside}"
            );
        }
        for good in [
            "<R><InstanceId> i </InstanceId><Port> 6379 </Port><EndTime/></R>",
            "<R><InstanceId><![CDATA[i]]></InstanceId><Gift><a/><a>1</a></Gift></R>",
        ] {
            let report = check(CN, good);
            assert_eq!(report.iter().count(), 0, "{good} {}", report.report);
            assert_eq!(report.instance_ids, ["i"]);
        }
        let gifts = "<R><InstanceId>i</InstanceId><Gift>1</Gift><Gift>2</Gift><Gift>3</Gift></R>";
        let typed = CreateInstanceResponse::read(gifts).unwrap();
        assert_eq!(typed.extra["Gift"], json!(["1", "2", "3"]));
        assert_eq!(check(CN, gifts).undocumented, ["/Gift"]);
    }

    #[test]
    fn hostile_documents_are_refused_at_a_place() {
        let bomb = "<!DOCTYPE r [<!ENTITY a \"aaaa\">]>\n<r><InstanceId>&a;</InstanceId></r>";
        let report = check(CN, bomb);
        let found = report.iter().next().unwrap();
        assert_eq!(found.code, Code::Syntax);
        assert!(
            found
                .message(Locale::En)
                .contains("document types are not read")
        );
        assert_eq!(found.span.unwrap().start.line, 1);
        let deep = "<a>".repeat(200_000);
        assert_eq!(check(CN, &deep).iter().next().unwrap().code, Code::Syntax);
        let huge = format!("<R><InstanceId>{}</InstanceId></R>", "x".repeat(4_000_000));
        assert!(check(CN, &huge).is_good());
        let many = format!(
            "<R><InstanceId>i</InstanceId>{}</R>",
            "<x>1</x>".repeat(200_000)
        );
        assert_eq!(check(CN, &many).undocumented, ["/x"]);
    }

    #[test]
    fn redaction_leaves_documented_fields() {
        assert_eq!(redact_response(CN_XML), CN_XML);
        for (text, shown) in [
            (
                "<R><Port>1</Port><Key>abc</Key></R>",
                "<R><Port>1</Port><Key>***</Key></R>",
            ),
            (
                "<R a='s3cret'><Port>1</Port></R>",
                "<R***********><Port>1</Port></R>",
            ),
            (
                "<R><!-- s3cret --><Port>1</Port></R>",
                "<R><!--**********><Port>1</Port></R>",
            ),
            (
                "<R><Port><a>s</a></Port></R>",
                "<R><Port>********</Port></R>",
            ),
            ("<R>s3cret</R>", "<R>******</R>"),
            (
                r#"<R><Config>{"EvictionPolicy":"noeviction"}</Config></R>"#,
                r#"<R><Config>{"EvictionPolicy":"noeviction"}</Config></R>"#,
            ),
            (
                r#"<R><Config>{"requirepass":"s"}</Config></R>"#,
                "<R><Config>*******************</Config></R>",
            ),
        ] {
            assert_eq!(redact_response(text), shown);
        }
    }

    proptest! {
        #[test]
        fn any_text_survives_xml(name in "[A-Za-z0-9 <>&'\"一-龥é]{1,20}", port in any::<i32>()) {
            let mut escaped = String::new();
            for c in name.chars() {
                match c {
                    '<' => escaped.push_str("&lt;"),
                    '>' => escaped.push_str("&gt;"),
                    '&' => escaped.push_str("&amp;"),
                    '\'' => escaped.push_str("&apos;"),
                    '"' => escaped.push_str("&quot;"),
                    c => write!(escaped, "&#x{:x};", u32::from(c)).unwrap(),
                }
            }
            prop_assume!(!name.trim().is_empty());
            let xml = format!("<R><InstanceId>i</InstanceId><InstanceName>{escaped}</InstanceName><Port>{port}</Port></R>");
            let typed = CreateInstanceResponse::read(&xml).unwrap_or_else(|e| panic!("{e}"));
            prop_assert_eq!(typed.instance_name.as_deref(), Some(name.trim()));
            prop_assert_eq!(typed.port, Some(port));
        }

        #[test]
        fn secrets_in_responses_are_hidden(secret in "[A-Za-z0-9!@#$%^*()_+=-]{8,32}") {
            for text in [
                format!("<R><Port>1</Port><Password>{secret}</Password></R>"),
                format!("<R><Port>1</Port><Password>{secret}</Password>"),
                format!("<R><Port>1</Port><a><Port>{secret}</Port></a></R>"),
                format!("<R x=\"{secret}\"><Port>1</Port></R>"),
                format!("<R><Port x='>' y='{secret}'/></R>"),
                format!("<R><?pi {secret}?><![CDATA[{secret}]]></R>"),
                format!("<R><Port>1</Port></R>{secret}"),
                format!("<Error><Code>X</Code><Message>{secret}</Message></Error>"),
            ] {
                let shown = redact_response(&text);
                prop_assert_eq!(shown.len(), text.len());
                prop_assert!(!shown.contains(&secret), "{} {}", text, shown);
            }
        }
    }
}

#[test]
fn hostile_json_is_refused_at_a_place() {
    let deep = "[".repeat(200_000);
    assert_eq!(check(CN, &deep).iter().next().unwrap().code, Code::Syntax);
    let surrogate = r#"{"InstanceId": "\ud800"}"#;
    assert_eq!(only(&check(CN, surrogate), surrogate).0, Code::Syntax);
    let huge = format!("{{\"InstanceId\": \"{}\"}}", "x".repeat(4_000_000));
    assert!(check(CN, &huge).is_good());
    let repeated = format!("{{\"InstanceId\": \"i\"{}}}", ", \"x\": 1".repeat(100_000));
    assert_eq!(check(CN, &repeated).undocumented, ["/x"]);
    let nested = format!(
        "{{\"InstanceId\": \"i\", \"x\": {}1{}}}",
        "[".repeat(120),
        "]".repeat(120)
    );
    assert!(CreateInstanceResponse::read(&nested).is_ok());
    // A number that no program can hold is kept as it was written.
    let number = r#"{"InstanceId": "i", "x": 1e999}"#;
    assert_eq!(
        CreateInstanceResponse::read(number).unwrap().extra["x"],
        "1e999"
    );
}

proptest! {
    #[test]
    fn nothing_panics(text in any::<String>(), order in any::<String>()) {
        for id in [CN, INTL, BATCH, JD] {
            let _ = check(id, &text);
            let _ = check(id, &format!("{{\"InstanceId\": {text}"));
            let _ = check(id, &format!("<R>{text}</R>"));
            let _ = reconcile(profile(id), &order, CN_JSON);
        }
        let _ = redact_response(&text);
        let _ = redact_response(&format!("<R>{text}</R>"));
        let _ = redact_response(&format!("<R {text}><a/></R>"));
        let _ = response_profile(&text);
    }

    #[test]
    fn json_secrets_are_hidden(secret in "[A-Za-z0-9!@#$%^&*()_+=-]{8,32}") {
        for text in [
            format!(r#"{{"InstanceId": "i", "Password": "{secret}"}}"#),
            format!(r#"{{"InstanceId": {{"Port": "{secret}"}}}}"#),
            format!(r#"{{"InstanceIds": {{"InstanceId": [{{"a": "{secret}"}}]}}}}"#),
            format!(r#"{{"InstanceIds": ["{secret}"]"#),
            format!(r#"{{"Code": "X", "Message": "{secret}"}}"#),
            format!(r#"{{"error": {{"message": "{secret}", "code": {{"x": "{secret}"}}}}}}"#),
            format!(r#"["{secret}"]"#),
            format!(r#""{secret}""#),
        ] {
            let shown = redact_response(&text);
            prop_assert_eq!(shown.len(), text.len());
            prop_assert!(!shown.contains(&secret), "{} {}", text, shown);
        }
    }
}

#[test]
fn an_order_of_the_console_is_held_against_each_response() {
    let order = r#"{"billingMethod": "Pay-As-You-Go", "region": "cn-hongkong", "zone": "cn-hongkong-a",
        "networkType": "Classic Network", "version": "5.0", "nodeType": "Dual Copy",
        "instanceClass": "redis.master.2xlarge.default", "quantity": 2, "instanceName": "apitest"}"#;
    let report = hold("alibaba.console", order, CN_JSON);
    let (code, path, marked) = only(&report, CN_JSON);
    assert_eq!(
        (code, path.as_str(), marked),
        (Code::ResponseMismatch, "/ZoneId", "\"cn-hongkong-b\"")
    );
    assert_eq!(report.report.profile().id, CN);
    let row = |option: &str| {
        report
            .comparisons
            .iter()
            .find(|row| row.parameter == option)
    };
    assert_eq!(
        row("/zone").map(|row| row.outcome),
        Some(Outcome::Different)
    );
    assert_eq!(
        row("/billingMethod").map(|row| row.outcome),
        Some(Outcome::Same)
    );
    assert_eq!(
        row("/networkType").map(|row| row.outcome),
        Some(Outcome::NotTold)
    );
}
