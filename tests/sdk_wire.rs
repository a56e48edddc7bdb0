//! What the vendors' own SDKs send: each request that `make test-sdk` recorded gets the findings
//! that its order deserves and no other, and the library's own requests for the same order have the
//! same parameters. `KVSPEC_SDK_WIRE` names a folder with other records than those that are kept.

#![cfg(all(feature = "editions", feature = "messages"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "in a test a panic is how it fails"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use kvspec::documents::{ALIBABA_CREATE_INSTANCE_CN, ALIBABA_CREATE_INSTANCE_INTL};
use kvspec::request::{CreateCacheInstance, CreateInstance, CreateInstances, Request as _};
use kvspec::{InputFormat, Linter, Run, Severity, Spec, order_request, redact};
use serde::Deserialize;
use serde_json::Value;

/// What signing adds, and what the SDKs send with every request.
const ADDED: [&str; 10] = [
    "Version",
    "Format",
    "AccessKeyId",
    "SignatureMethod",
    "SignatureType",
    "SignatureVersion",
    "SignatureNonce",
    "Signature",
    "Timestamp",
    // Only the SDK for signatures of version 1 repeats it beside its own header.
    "Action",
];

#[derive(Deserialize)]
struct Order {
    name: String,
    operation: String,
    #[serde(default)]
    typed: bool,
    console: Option<Value>,
    parameters: Value,
    findings: Vec<String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn orders() -> Vec<Order> {
    let text = std::fs::read_to_string(root().join("sdk/orders.json")).expect("orders");
    serde_json::from_str(&text).expect("orders are JSON")
}

/// Every record: the SDK, and what arrived.
fn records(order: &str) -> Vec<(String, String)> {
    let folder =
        std::env::var_os("KVSPEC_SDK_WIRE").map_or_else(|| root().join("data/sdk"), PathBuf::from);
    let mut found = Vec::new();
    for entry in std::fs::read_dir(&folder).expect("records are there") {
        let sdk = entry.expect("a folder").path();
        if let Ok(text) = std::fs::read_to_string(sdk.join(format!("{order}.http"))) {
            let name = sdk.file_name().unwrap_or_default().to_string_lossy();
            found.push((name.into_owned(), text));
        }
    }
    found
}

/// Lints a record as a file of its own would be.
fn found(text: &str) -> (String, bool, Vec<String>) {
    let linted = Linter::new().lint(text, &mut Run::new());
    assert_eq!(linted.len(), 1, "{text}");
    let profile = linted[0].profile.map_or("none", |profile| profile.id);
    let mut findings: Vec<String> = linted[0]
        .diagnostics
        .iter()
        .filter(|found| found.severity > Severity::Info)
        .map(|found| format!("{} {} {}", found.severity.name(), found.code, found.path))
        .collect();
    findings.sort();
    (profile.to_owned(), linted[0].is_valid(), findings)
}

#[test]
fn what_sdks_send_has_the_findings_that_the_order_deserves() {
    let mut count = 0;
    for order in orders() {
        let profile = match order.operation.as_str() {
            "CreateInstance" => "alibaba.create-instance.2026",
            "CreateInstances" => "alibaba.create-instances",
            "CreateTairInstance" => "alibaba.create-tair-instance.2026",
            _ => "jdcloud.create-cache-instance.2026",
        };
        let records = records(&order.name);
        assert!(!records.is_empty(), "nobody sent {}", order.name);
        for (sdk, text) in records {
            let place = format!("{} by {sdk}", order.name);
            assert_eq!(InputFormat::of(&text), InputFormat::Query, "{place}");
            let mut expected = order.findings.clone();
            if text.contains("&Signature=") {
                // What is signed holds a signature, which a file should not keep.
                expected.push("warning secret-in-spec /Signature".to_owned());
            }
            expected.sort();
            let wrong = expected.iter().any(|found| found.starts_with("error"));
            assert_eq!(
                found(&text),
                (profile.to_owned(), !wrong, expected),
                "{place}"
            );
            count += 1;
        }
    }
    assert!(count >= 30, "{count} records");
}

/// A list in a text without what its writers do differently: white space, and whether a number has
/// quotes, for the document's own samples have both.
fn even(value: String) -> String {
    fn as_text(value: &mut Value) {
        match value {
            Value::Array(elements) => elements.iter_mut().for_each(as_text),
            Value::Object(members) => members.values_mut().for_each(as_text),
            Value::Number(number) => *value = number.to_string().into(),
            _ => {}
        }
    }
    match serde_json::from_str::<Value>(&value) {
        Ok(mut json) if json.is_array() => {
            as_text(&mut json);
            json.to_string()
        }
        _ => value,
    }
}

/// The parameters of a record, without those that signing adds.
fn sent(text: &str) -> BTreeMap<String, String> {
    let target = text.split(' ').nth(1).expect("a target");
    let url = url_query(target);
    url.into_iter()
        .filter(|(name, _)| !ADDED.contains(&name.as_str()))
        .map(|(name, value)| {
            // Python prints booleans with a capital.
            let value = even(value);
            let value = match value.as_str() {
                "True" => "true".to_owned(),
                "False" => "false".to_owned(),
                _ => value,
            };
            (name, value)
        })
        .collect()
}

/// The pairs of a query, decoded by the rules of forms.
fn url_query(target: &str) -> Vec<(String, String)> {
    let query = target.split_once('?').map_or("", |(_, query)| query);
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(name), decoded(value))
        })
        .collect()
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let digits: String = rest.by_ref().take(2).map(char::from).collect();
                bytes.push(u8::from_str_radix(&digits, 16).expect("two digits"));
            }
            byte => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// What the library itself makes of an order, as pairs of a query.
fn own(order: &Order) -> BTreeMap<String, String> {
    let pairs = if order.operation == "CreateInstances" {
        let request: CreateInstances =
            serde_json::from_value(order.parameters.clone()).expect("a typed request");
        request.validated().expect("a valid request").pairs()
    } else {
        let request: CreateInstance =
            serde_json::from_value(order.parameters.clone()).expect("a typed request");
        let profile = if order.parameters.get("PrivateIp").is_some() {
            &ALIBABA_CREATE_INSTANCE_INTL
        } else {
            &ALIBABA_CREATE_INSTANCE_CN
        };
        let valid = request.validated_under(profile);
        valid.expect("a valid request").pairs()
    };
    let is_mine = |name: &String| !ADDED.contains(&name.as_str());
    pairs
        .into_iter()
        .filter(|(name, _)| is_mine(name))
        .map(|(name, value)| (name, even(value)))
        .collect()
}

#[test]
fn typed_requests_are_what_sdks_send() {
    let mut count = 0;
    for order in orders().iter().filter(|order| order.typed) {
        if order.operation == "createCacheInstance" {
            continue;
        }
        for (sdk, text) in records(&order.name) {
            let mut sent = sent(&text);
            if order.operation == "CreateInstances" {
                // The region by which an SDK finds its endpoint is no parameter of the operation.
                sent.remove("RegionId");
            }
            assert_eq!(own(order), sent, "{} by {sdk}", order.name);
            count += 1;
        }
    }
    assert!(count >= 9, "{count} requests");
}

#[test]
fn the_query_can_be_read_back_by_what_reads_the_wire() {
    for order in orders().iter().filter(|order| order.typed) {
        if order.operation == "createCacheInstance" {
            continue;
        }
        let own = own(order);
        let request = if order.operation == "CreateInstances" {
            let request: CreateInstances =
                serde_json::from_value(order.parameters.clone()).expect("a typed request");
            request.validated().expect("valid").query()
        } else {
            let request: CreateInstance =
                serde_json::from_value(order.parameters.clone()).expect("a typed request");
            request.validated().expect("valid").query()
        };
        assert_eq!(
            sent(&format!("POST /?{request} HTTP/1.1")),
            own,
            "{}",
            order.name
        );
    }
}

#[test]
fn a_typed_body_is_what_the_sdk_sends() {
    fn without_null(value: &mut Value) {
        if let Value::Object(members) = value {
            members.retain(|_, member| !member.is_null());
            members.values_mut().for_each(without_null);
        }
    }
    let mut count = 0;
    for order in orders().iter().filter(|order| order.typed) {
        if order.operation != "createCacheInstance" {
            continue;
        }
        let request: CreateCacheInstance =
            serde_json::from_value(order.parameters.clone()).expect("a typed request");
        let valid = request.validated().expect("a valid request");
        for (sdk, text) in records(&order.name) {
            let (head, body) = text.split_once("\n\n").expect("a body");
            assert_eq!(head.split(' ').next(), Some("POST"));
            assert_eq!(head.split(' ').nth(1), Some(valid.path().as_str()));
            let mut body: Value = serde_json::from_str(body).expect("JSON");
            without_null(&mut body);
            // The SDK repeats what the path says.
            let region = body.as_object_mut().and_then(|all| all.remove("regionId"));
            assert_eq!(region, order.parameters.get("regionId").cloned(), "{sdk}");
            assert_eq!(valid.body(), body, "{sdk}");
            count += 1;
        }
    }
    assert!(count > 0);
}

#[test]
fn an_order_of_the_console_becomes_what_sdks_send() {
    let mut count = 0;
    for order in orders() {
        let Some(console) = &order.console else {
            continue;
        };
        let request = order_request(console.to_string().as_str()).expect("a valid order");
        let own = sent(&format!("POST /?{} HTTP/1.1", request.query()));
        for (sdk, text) in records(&order.name) {
            assert_eq!(own, sent(&text), "{} by {sdk}", order.name);
            count += 1;
        }
    }
    assert!(count >= 3, "{count} requests");
}

#[test]
fn a_boolean_that_python_printed_is_one_in_a_query_alone() {
    let checker = kvspec::Checker::new(&kvspec::documents::ALIBABA_CREATE_INSTANCES);
    let instances =
        r#"[{"RegionId":"r","izNo":"r-a","Capacity":1024,"ChargeType":"PrePaid","Period":1}]"#;
    for (value, is_valid) in [
        ("True", true),
        ("False", true),
        ("true", true),
        ("TRUE", false),
    ] {
        let query = format!("Action=CreateInstances&AutoPay={value}&Instances={instances}");
        assert_eq!(checker.is_valid(Spec::Query(&query)), is_valid, "{value}");
        assert_eq!(
            checker.check(Spec::Query(&query)).is_valid(),
            is_valid,
            "{value}"
        );
        // A text by the document: nothing prints it for its author.
        let text = format!("Action=CreateInstances&AutoRenew={value}&Instances={instances}");
        assert_eq!(
            checker.is_valid(Spec::Query(&text)),
            value == "true",
            "{value}"
        );
    }
    let json = serde_json::json!({"AutoPay": "True", "Instances": instances}).to_string();
    assert!(!checker.is_valid(Spec::Json(&json)));
}

#[test]
fn an_operation_in_a_header_is_none_in_the_query() {
    let linted = |text: &str| Linter::new().lint(text, &mut Run::new());
    let query =
        "POST /?RegionId=cn-hangzhou&Capacity=1024 HTTP/1.1\r\nhost: r-kvstore.aliyuncs.com\r\n";
    let known = format!("{query}x-acs-action: CreateInstance\r\n\r\n");
    assert_eq!(
        linted(&known)[0].profile.map(|profile| profile.since),
        Some("2024-07-30")
    );
    let older = Linter::new()
        .profile(&ALIBABA_CREATE_INSTANCE_CN)
        .lint(&known, &mut Run::new());
    assert!(older[0].is_valid());
    let checker = kvspec::Checker::new(&ALIBABA_CREATE_INSTANCE_CN);
    assert!(checker.is_valid(Spec::Query(&known)));
    // Without the header an older document asks for it.
    assert!(!checker.is_valid(Spec::Query(query)));
    let other = format!("{query}x-acs-action: DescribeInstances\r\n\r\n");
    assert!(linted(&other)[0].unchecked.is_some());
    let none = format!("{query}x-acs-action: CreateSomeInstance\r\n\r\n");
    let found = &linted(&none)[0].diagnostics[0];
    assert_eq!(found.code, kvspec::Code::UnknownOperation);
    let span = found.span.expect("a place");
    assert_eq!((span.start.line, span.start.column), (3, 15));
}

#[test]
fn no_secret_of_a_record_is_shown() {
    for order in orders() {
        let password = order
            .parameters
            .pointer("/Password")
            .or_else(|| order.parameters.pointer("/cacheInstance/password"))
            .and_then(Value::as_str);
        for (sdk, text) in records(&order.name) {
            let signed = text.replacen(
                "\nhost:",
                "\nauthorization: ACS3-HMAC-SHA256 Credential=AKID,Signature=0123456789abcdef\nhost:",
                1,
            );
            let shown = redact(&signed);
            assert_eq!(shown.len(), signed.len());
            for secret in ["AKID", "0123456789abcdef", "c2lnbmF0dXJl"]
                .into_iter()
                .chain(password)
            {
                assert!(!shown.contains(secret), "{} by {sdk}: {secret}", order.name);
            }
        }
    }
}
