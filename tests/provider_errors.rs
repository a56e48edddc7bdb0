//! The tables of provider errors, and errors put beside the parameters that caused them.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "in a test a panic is how it fails"
)]

use std::collections::{BTreeMap, BTreeSet};

use kvspec::documents::{provider_codes, provider_errors};
use kvspec::profile::{Kind, Profile};
use kvspec::response::{ErrorReply, provider_diagnostics};
use kvspec::{
    Checker, Code, Detection, Diagnostic, Locale, PROFILES, Severity, Spec, export, provider_error,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const CN: &str = "alibaba.create-instance.cn";
const INTL: &str = "alibaba.create-instance.intl";
const BATCH: &str = "alibaba.create-instances";
const JD: &str = "jdcloud.create-cache-instance";

fn profile(id: &str) -> &'static Profile {
    Profile::by_id(id).expect("a profile")
}

fn reply(code: &str, message: &str) -> String {
    json!({"Code": code, "Message": message, "RequestId": "8B1", "HostId": "h"}).to_string()
}

fn place(id: &str, request: &str, code: &str, message: &str) -> Vec<Diagnostic> {
    provider_diagnostics(
        profile(id),
        Some(Spec::Text(request)),
        &reply(code, message),
    )
}

/// Code and path of the only finding, and the text that it marks.
fn marked<'r>(found: &[Diagnostic], request: &'r str) -> (String, Option<&'r str>) {
    let [only] = found else {
        panic!("{found:?}");
    };
    let marked = only
        .span
        .map(|span| &request[span.start.offset..span.end.offset]);
    (only.path.to_string(), marked)
}

#[test]
fn both_tables_are_whole() {
    // Status and code of every row, in the order of the documents.
    let chinese: Vec<(u16, &str)> = profile(CN)
        .provider_errors()
        .map(|row| (row.status, row.code))
        .collect();
    assert_eq!(
        chinese,
        [
            (400, "MissingParameter"),
            (400, "InvalidToken.Malformed"),
            (400, "InvalidInstanceName.Malformed"),
            (400, "InvalidPassword.Malformed"),
            (400, "InsufficientBalance"),
            (403, "RealNameAuthenticationError"),
            (400, "QuotaExceed.AfterpayInstance"),
            (400, "InvalidCapacity.NotFound"),
            (400, "ResourceNotAvailable"),
            (400, "PaymentMethodNotFound"),
            (400, "IdempotentParameterMismatch"),
            (400, "QuotaNotEnough"),
            (400, "QuotaExceed"),
            (400, "VpcServiceError"),
            (400, "IzNotSupportVpcError"),
        ]
    );
    let batch: Vec<(u16, &str)> = profile(BATCH)
        .provider_errors()
        .map(|row| (row.status, row.code))
        .collect();
    assert_eq!(
        batch,
        [
            (400, "Zone.Closed"),
            (400, "MissingParameter"),
            (400, "InvalidToken.Malformed"),
            (400, "InvalidInstanceName.Malformed"),
            (400, "InvalidPassword.Malformed"),
            (400, "InvalidInstances.Malformed"),
            (400, "InsufficientBalance"),
            (400, "QuotaExceed.AfterpayInstance"),
            (400, "InvalidCapacity.NotFound"),
            (400, "ResourceNotAvailable"),
            (400, "PaymentMethodNotFound"),
            (400, "IdempotentParameterMismatch"),
            (400, "QuotaNotEnough"),
            (400, "QuotaExceed"),
            (400, "VpcServiceError"),
            (400, "IzNotSupportVpcError"),
            (400, "InvalidVpcIdRegion.NotSupported"),
            (400, "ResourceGroupNotExist"),
            (403, "RealNameAuthenticationError"),
            (404, "InvalidCapacity.NotFound"),
        ]
    );
    for id in [INTL, "alibaba.console", JD] {
        assert_eq!(profile(id).provider_errors().count(), 0, "{id}");
    }
    assert_eq!(provider_errors().count(), 35);
    assert_eq!(provider_codes().len(), 19);
}

#[test]
fn descriptions_are_in_the_language_of_the_document() {
    for row in provider_errors() {
        let chinese = row.profile == CN;
        match row.description {
            Some(text) => assert_eq!(!text.is_ascii(), chinese, "{}", row.code),
            None => assert!(!chinese, "{}", row.code),
        }
        assert!(row.message.is_ascii() && row.message.ends_with('.'));
        for text in [row.meaning(), row.advice(), row.detection().sentence()] {
            assert!(!text.en.is_empty() && text.en.is_ascii(), "{}", row.code);
            assert!(!text.zh.is_ascii(), "{}", row.code);
        }
        assert_eq!(row.citation().document, profile(row.profile).document);
    }
    let described = |id: &str| {
        let rows = profile(id).provider_errors();
        rows.filter(|row| row.description.is_some()).count()
    };
    assert_eq!((described(CN), described(BATCH)), (15, 5));
}

#[test]
fn codes_mean_the_same_in_both_documents() {
    let mut by_code: BTreeMap<&str, (Detection, &str, Vec<String>)> = BTreeMap::new();
    for row in provider_errors() {
        let names: Vec<String> = row
            .parameters
            .iter()
            .map(|at| at.rsplit('/').next().unwrap().to_ascii_lowercase())
            .map(|name| {
                if name == "izno" {
                    "zoneid".into()
                } else {
                    name
                }
            })
            .collect();
        let entry = (row.detection(), row.meaning().en, names);
        let known = by_code.entry(row.code).or_insert_with(|| entry.clone());
        assert_eq!(*known, entry, "{}", row.code);
    }
}

#[test]
fn parameters_concerned_are_parameters() {
    for row in provider_errors() {
        for pointer in row.parameters {
            let (at, name) = pointer.rsplit_once('/').expect("a pointer");
            let mut known = false;
            profile(row.profile).visit_objects(&mut |place, object| {
                known |= place == at && object.parameter(name).is_some();
            });
            assert!(known, "{} {pointer}", row.code);
        }
    }
}

#[test]
fn what_the_engine_says_the_provider_would_say_is_listed() {
    let mut emitted: BTreeSet<(&str, &str, Option<&str>)> = BTreeSet::new();
    for profile in &PROFILES[..5] {
        if let Some(codes) = profile.provider_codes {
            emitted.insert((profile.id, codes.missing, None));
            emitted.insert((profile.id, codes.token_reused, None));
        }
        profile.visit_objects(&mut |_, object| {
            for parameter in object.parameters {
                if let Some(code) = parameter.provider_code {
                    emitted.insert((profile.id, code, Some(parameter.name)));
                }
            }
        });
    }
    assert_eq!(emitted.len(), 2 * 2 + 3 + 4);
    for (id, code, parameter) in &emitted {
        let row = profile(id)
            .provider_errors()
            .find(|row| row.code == *code)
            .unwrap_or_else(|| panic!("{id} does not list {code}"));
        assert_ne!(row.detection(), Detection::Server, "{code}");
        if let Some(parameter) = parameter {
            assert!(row.parameters[0].ends_with(parameter), "{code}");
        }
    }
    // The other way round: what a check is said to find, the engine has a code for.
    for row in provider_errors().filter(|row| row.detection() == Detection::Client) {
        assert!(
            emitted
                .iter()
                .any(|(id, code, _)| *id == row.profile && *code == row.code),
            "{} {}",
            row.profile,
            row.code
        );
    }
}

#[test]
fn pages_hold_every_row() {
    for locale in [Locale::En, Locale::Zh] {
        let all = export::provider_errors_page(locale);
        for row in provider_errors() {
            let page = export::provider_error_page(row.code, locale).expect("a page");
            let status = format!("(`{}`): HTTP {}", row.profile, row.status);
            for text in [row.message, row.description.unwrap_or(""), &status] {
                assert!(page.contains(text) && all.contains(text), "{}", row.code);
            }
            assert!(page.contains(row.meaning().get(locale)));
            assert!(page.contains(row.advice().get(locale)));
            for pointer in row.parameters {
                assert!(page.contains(&format!("`{pointer}`")), "{}", row.code);
            }
        }
    }
    let page = export::provider_error_page("InvalidCapacity.NotFound", Locale::En).unwrap();
    assert_eq!(page.matches("HTTP 400").count(), 2);
    assert_eq!(page.matches("HTTP 404").count(), 1);
    assert!(export::provider_error_page("InvalidCapacity", Locale::En).is_none());
}

#[test]
fn every_row_becomes_a_finding_on_its_parameter() {
    for row in provider_errors() {
        let found = provider_diagnostics(profile(row.profile), None, &reply(row.code, row.message));
        let [only] = found.as_slice() else {
            panic!("{} {found:?}", row.code);
        };
        assert_eq!(
            (only.code, only.severity),
            (Code::ProviderError, Severity::Error)
        );
        assert_eq!(only.provider_code, Some(row.code));
        assert_eq!(only.span, None);
        // Without the request nobody knows which element it is.
        let expected = row
            .parameters
            .first()
            .map_or("", |at| at.split_once("/*").map_or(*at, |(list, _)| list));
        assert_eq!(only.path, expected, "{}", row.code);
        let name = row.parameters.first().and_then(|at| at.rsplit('/').next());
        assert_eq!(only.parameter, name);
        for locale in [Locale::En, Locale::Zh] {
            let message = only.message(locale);
            assert!(message.contains(row.code), "{message}");
            assert!(message.contains(row.meaning().get(locale)), "{message}");
            assert!(only.help(locale).contains(row.advice().get(locale)));
            assert!(!message.contains('{'), "{message}");
        }
    }
}

#[test]
fn findings_stand_at_the_value_in_the_request() {
    let json = "{\"RegionId\": \"cn-hangzhou\",\n \"InstanceName\": \"apitest\", \"Capacity\": 7}";
    let found = place(CN, json, "InvalidInstanceName.Malformed", "…");
    assert_eq!(
        marked(&found, json),
        ("/InstanceName".into(), Some("\"apitest\""))
    );
    assert_eq!(found[0].span.unwrap().start.line, 2);
    let found = place(CN, json, "InvalidCapacity.NotFound", "…");
    assert_eq!(marked(&found, json), ("/Capacity".into(), Some("7")));
    // What the request leaves out would stand in the object.
    let found = place(CN, json, "QuotaNotEnough", "…");
    assert_eq!(marked(&found, json), ("/ZoneId".into(), Some("{")));
    let query = "https://h/?Action=CreateInstance&RegionId=cn&InstanceName=%E5%90%8Dx&Capacity=7";
    let found = place(CN, query, "InvalidInstanceName.Malformed", "…");
    assert_eq!(
        marked(&found, query),
        ("/InstanceName".into(), Some("%E5%90%8Dx"))
    );
    // A parsed value has paths, and no positions.
    let value: Value = serde_json::from_str(json).unwrap();
    let found = provider_diagnostics(
        profile(CN),
        Some(Spec::Value(&value)),
        &reply("InvalidCapacity.NotFound", "…"),
    );
    assert_eq!((found[0].path.as_str(), found[0].span), ("/Capacity", None));
    // The second choice, where the first is not in the request.
    let network = r#"{"RegionId": "cn", "Capacity": 1, "NetworkType": "VPC"}"#;
    let found = place(CN, network, "IzNotSupportVpcError", "…");
    assert_eq!(
        marked(&found, network),
        ("/NetworkType".into(), Some("\"VPC\""))
    );
}

#[test]
fn the_message_names_what_is_missing() {
    let request = r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "ChargeType": "PrePaid"}"#;
    for (message, path) in [
        ("Period is mandatory for this action.", "/Period"),
        (
            "The input parameter \"Period\" that is mandatory for processing this request is not supplied.",
            "/Period",
        ),
        ("RegionId is mandatory for this action.", "/RegionId"),
        ("regionid is mandatory for this action.", "/RegionId"),
        ("Colour is mandatory for this action.", ""),
    ] {
        let found = place(CN, request, "MissingParameter", message);
        assert_eq!(found.len(), 1, "{message}");
        assert_eq!(found[0].path, path, "{message}");
        assert_eq!(found[0].provider_code, Some("MissingParameter"));
    }
    let found = place(
        CN,
        request,
        "MissingParameter",
        "Period is mandatory for this action.",
    );
    assert_eq!(marked(&found, request).1, Some("{"));
    let english = found[0].message(Locale::En);
    assert!(english.contains("`Period`"), "{english}");
    // Without a message only a check can tell what is missing.
    let silent = r#"{"Code": "MissingParameter"}"#;
    assert_eq!(provider_diagnostics(profile(CN), None, silent)[0].path, "");
    let request = r#"{"Capacity": 1024}"#;
    let found = provider_diagnostics(profile(CN), Some(Spec::Text(request)), silent);
    assert_eq!(marked(&found, request), ("/RegionId".into(), Some("{")));
}

#[test]
fn of_several_instances_the_one_that_is_wrong_is_found() {
    let batch = |elements: &str| json!({"Instances": elements}).to_string();
    let base = r#""RegionId": "cn-hangzhou", "izNo": "cn-hangzhou-b", "Capacity": 1024"#;
    // This library finds the second name wrong as well.
    let request = batch(&format!(
        r#"[{{{base}, "InstanceName": "good"}}, {{{base}, "InstanceName": "1bad"}}]"#
    ));
    let found = place(BATCH, &request, "InvalidInstanceName.Malformed", "…");
    assert_eq!(
        marked(&found, &request),
        ("/Instances/1/InstanceName".into(), Some(r#"\"1bad\""#))
    );
    // Both names look good: nobody knows which one the provider means.
    let request = batch(&format!(
        r#"[{{{base}, "InstanceName": "good"}}, {{{base}, "InstanceName": "better"}}]"#
    ));
    let found = place(BATCH, &request, "InvalidInstanceName.Malformed", "…");
    assert_eq!(marked(&found, &request).0, "/Instances");
    assert_eq!(found[0].parameter, Some("InstanceName"));
    // Only one has a name.
    let request = batch(&format!(
        r#"[{{{base}}}, {{{base}, "InstanceName": "good"}}]"#
    ));
    let found = place(BATCH, &request, "InvalidInstanceName.Malformed", "…");
    assert_eq!(marked(&found, &request).0, "/Instances/1/InstanceName");
    // Both are wrong: a finding at each.
    let request = batch(&format!(
        r#"[{{{base}, "InstanceName": "1"}}, {{{base}, "InstanceName": "2"}}]"#
    ));
    let found = place(BATCH, &request, "InvalidInstanceName.Malformed", "…");
    let paths: Vec<&str> = found.iter().map(|found| found.path.as_str()).collect();
    assert_eq!(
        paths,
        ["/Instances/0/InstanceName", "/Instances/1/InstanceName"]
    );
    // Period is missing where it is needed, not everywhere.
    let request = batch(&format!(
        r#"[{{{base}}}, {{{base}, "ChargeType": "PrePaid"}}, {{{base}}}]"#
    ));
    let found = place(
        BATCH,
        &request,
        "MissingParameter",
        "Period is mandatory for this action.",
    );
    assert_eq!(marked(&found, &request).0, "/Instances/1/Period");
    // The parameter of one element in a list that is written as a list.
    let request = format!(r#"{{"Instances": [{{{base}}}]}}"#);
    let found = place(BATCH, &request, "Zone.Closed", "Specified zone is closed.");
    assert_eq!(
        marked(&found, &request),
        ("/Instances/0/izNo".into(), Some("\"cn-hangzhou-b\""))
    );
}

#[test]
fn what_no_document_lists_stands_at_the_root() {
    let found = provider_diagnostics(profile(CN), None, &reply("Throttling.User", "Slow down."));
    assert_eq!((found[0].path.as_str(), found[0].provider_code), ("", None));
    let english = found[0].message(Locale::En);
    assert!(
        english.contains("Throttling.User") && english.contains("Slow down."),
        "{english}"
    );
    // JD Cloud's document lists no codes.
    let text = r#"{"requestId": "b", "error": {"code": 400, "status": "INVALID_ARGUMENT", "message": "no such azId"}}"#;
    let found = provider_diagnostics(profile(JD), None, text);
    assert_eq!(found[0].path, "");
    let chinese = found[0].message(Locale::Zh);
    assert!(
        chinese.contains("INVALID_ARGUMENT") && chinese.contains("no such azId"),
        "{chinese}"
    );
    // A code of an Alibaba document means nothing there.
    let text = r#"{"error": {"code": "InvalidPassword.Malformed"}}"#;
    assert_eq!(provider_diagnostics(profile(JD), None, text)[0].path, "");
    // 001 lists none, but 002 describes the same operation; the finding does not claim that 001
    // lists the code.
    let found = provider_diagnostics(
        profile(INTL),
        None,
        &reply("InvalidPassword.Malformed", "…"),
    );
    assert_eq!(
        (found[0].path.as_str(), found[0].provider_code),
        ("/Password", None)
    );
    assert!(
        found[0]
            .source
            .unwrap()
            .document
            .contains("Chinese edition")
    );
    let found = provider_diagnostics(profile(INTL), None, &reply("InvalidCapacity.NotFound", "…"));
    assert_eq!(found[0].path, "", "001 has no Capacity");
    // The purchase page sends CreateInstance: its options go by their own names.
    let order = r#"{"billingMethod": "Subscription", "zone": "cn-hangzhou-e"}"#;
    for (code, message, path, marked) in [
        ("QuotaNotEnough", "…", "/zone", "\"cn-hangzhou-e\""),
        ("QuotaExceed", "…", "/billingMethod", "\"Subscription\""),
        (
            "MissingParameter",
            "Period is mandatory for this action.",
            "/duration",
            "{",
        ),
    ] {
        let found = place("alibaba.console", order, code, message);
        assert_eq!(self::marked(&found, order), (path.to_owned(), Some(marked)));
        assert_eq!(found[0].provider_code, None);
    }
}

#[test]
fn what_is_no_error_gives_nothing_and_what_cannot_be_read_says_so() {
    for success in [r#"{"InstanceId": "r-1", "Code": "200"}"#, "{}", "[]", "7"] {
        assert!(
            provider_diagnostics(profile(CN), None, success).is_empty(),
            "{success}"
        );
        assert_eq!(ErrorReply::read(success), None);
    }
    let found = provider_diagnostics(profile(CN), None, "{\"Code\": \n");
    assert_eq!(found[0].code, Code::Syntax);
    assert!(found[0].span.is_some());
}

#[test]
fn errors_in_xml_are_read_alike() {
    let xml = "<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>8B1</RequestId>\
        <HostId>h</HostId><Code>InvalidPassword.Malformed</Code>\
        <Message>The Specified parameter &quot;Password&quot; is not valid.</Message></Error>";
    if cfg!(feature = "xml") {
        let json = reply(
            "InvalidPassword.Malformed",
            "The Specified parameter \"Password\" is not valid.",
        );
        assert_eq!(ErrorReply::read(xml), ErrorReply::read(&json));
        assert_eq!(
            provider_diagnostics(profile(CN), None, xml),
            provider_diagnostics(profile(CN), None, &json)
        );
    } else {
        let found = provider_diagnostics(profile(CN), None, xml);
        assert_eq!(found[0].code, Code::Syntax);
    }
}

/// Everything that a finding can show.
fn everything(found: &[Diagnostic]) -> String {
    let mut out = format!("{found:?}");
    for found in found {
        out += &serde_json::to_string(&found.args).unwrap();
        for locale in [Locale::En, Locale::Zh] {
            out += &(found.message(locale) + &found.help(locale));
        }
    }
    out
}

#[test]
fn a_message_that_repeats_a_secret_is_blotted() {
    let secret = "Hunter2_\"x%y";
    let literal = serde_json::to_string(secret).unwrap();
    let element =
        format!(r#"[{{"RegionId": "r", "izNo": "r-a", "Capacity": 1, "Password": {literal}}}]"#);
    let encoded = "Hunter2_%22x%25y";
    let requests = [
        (
            CN,
            format!(r#"{{"RegionId": "r", "Capacity": 1, "Password": {literal}}}"#),
        ),
        (
            CN,
            format!(r#"{{"RegionId": "r", "Capacity": 1, "Passwrod": {literal}}}"#),
        ),
        (
            CN,
            format!("Action=CreateInstance&RegionId=r&Capacity=1&Password={encoded}"),
        ),
        (BATCH, json!({"Instances": element}).to_string()),
        (CN, format!(r#"{{"Password": {literal}"#)),
        (
            JD,
            format!(r#"{{"cacheInstance": {{"password": {literal}}}}}"#),
        ),
    ];
    for (id, request) in &requests {
        for message in [
            format!("The value {secret} is not valid."),
            format!("bad ({secret})"),
            format!("string to sign is:GET&%2F&Password%3D{encoded}%26RegionId%3Dr"),
        ] {
            for code in ["InvalidPassword.Malformed", "SignatureDoesNotMatch"] {
                let found = place(id, request, code, &message);
                assert_eq!(found.len(), 1, "{request}");
                let shown = everything(&found);
                assert!(!shown.contains("Hunter2_"), "{request}: {shown}");
            }
        }
    }
    // A short one cannot be blotted out without showing where it stands.
    let found = place(
        CN,
        r#"{"Password": "e"}"#,
        "Other",
        "never mind the password",
    );
    assert!(!everything(&found).contains("never"));
    // Without a secret in it, the message is shown.
    let found = place(CN, r#"{"Password": "Hunter2_"}"#, "Other", "never mind");
    assert!(found[0].message(Locale::En).contains("never mind"));
}

#[test]
fn what_a_provider_says_cannot_disturb_a_terminal() {
    let message = "one\u{1b}[31m two\r\nthree \u{202e}four\u{0} \u{200b}five";
    let found = provider_diagnostics(profile(CN), None, &reply("Odd\u{1b}[0mCode", message));
    let english = found[0].message(Locale::En);
    assert!(english.contains("two three four five"), "{english}");
    assert!(
        !english.chars().any(kvspec::text::is_invisible),
        "{english:?}"
    );
    let long = provider_diagnostics(profile(CN), None, &reply("Long", &"word ".repeat(100_000)));
    assert!(long[0].message(Locale::En).len() < 400);
}

#[test]
fn only_what_the_provider_would_say_has_its_code() {
    for (request, code, provider_code) in [
        (
            r#"{"RegionId": "r", "Capacity": 1, "Token": ["a"]}"#,
            Code::TypeMismatch,
            None,
        ),
        (
            r#"{"RegionId": "r", "Capacity": 1, "InstanceName": ["a"]}"#,
            Code::TypeMismatch,
            Some("InvalidInstanceName.Malformed"),
        ),
        (
            r#"{"RegionId": "r", "Capacity": 1, "Password": {}}"#,
            Code::TypeMismatch,
            Some("InvalidPassword.Malformed"),
        ),
        (
            r#"{"RegionId": "r", "Capacity": 1, "Token": "a", "Token": "b"}"#,
            Code::DuplicateParameter,
            None,
        ),
        (
            r#"{"RegionId": "r", "Capacity": 1, "token": "a"}"#,
            Code::ParameterCase,
            None,
        ),
    ] {
        let report = Checker::new(profile(CN)).check(Spec::Json(request));
        let found = report.iter().find(|found| found.code == code);
        assert_eq!(
            found.map(|found| found.provider_code),
            Some(provider_code),
            "{request}"
        );
    }
}

#[test]
fn a_check_before_sending_finds_what_it_says_it_finds() {
    // For each client row of 002: a request that the engine refuses with that very code.
    for (code, request) in [
        (
            "MissingParameter",
            r#"{"RegionId": "r", "Capacity": 1, "ChargeType": "PrePaid"}"#,
        ),
        (
            "InvalidToken.Malformed",
            r#"{"RegionId": "r", "Capacity": 1, "Token": "é"}"#,
        ),
        (
            "InvalidInstanceName.Malformed",
            r#"{"RegionId": "r", "Capacity": 1, "InstanceName": "1"}"#,
        ),
        (
            "InvalidPassword.Malformed",
            r#"{"RegionId": "r", "Capacity": 1, "Password": "x"}"#,
        ),
    ] {
        let row = provider_error(code).next().expect("a row");
        assert_eq!(row.detection(), Detection::Client);
        let report = Checker::new(profile(CN)).check(Spec::Json(request));
        let ours = report
            .iter()
            .find(|found| found.provider_code == Some(code))
            .expect("found before it is sent");
        // The late error stands where the early one stood.
        let found = place(CN, request, code, row.message);
        assert_eq!(
            (&found[0].path, found[0].span),
            (&ours.path, ours.span),
            "{code}"
        );
    }
    let list = profile(BATCH)
        .request
        .parameter("Instances")
        .expect("a list");
    assert!(matches!(list.kind, Kind::JsonArray(_)));
    let request = r#"{"Instances": "[]"}"#;
    let found = place(BATCH, request, "InvalidInstances.Malformed", "…");
    assert_eq!(
        marked(&found, request),
        ("/Instances".into(), Some("\"[]\""))
    );
}

proptest! {
    #[test]
    fn nothing_panics(text in any::<String>(), request in any::<String>(), message in any::<String>(), row in 0usize..35) {
        let row = provider_errors().nth(row).expect("a row");
        let error = reply(row.code, &message);
        let element = json!([{"RegionId": request, "quantity": 2}, {"Period": [], "InstanceName": message}]);
        let requests = [
            request.clone(),
            json!({"Instances": element.to_string(), &message: 1}).to_string(),
            json!({"Instances": element}).to_string(),
            format!("Instances={request}&Password={message}"),
            format!("{{\"Instances\": {request}}}"),
        ];
        for profile in PROFILES {
            let _ = provider_diagnostics(profile, None, &text);
            let _ = ErrorReply::read(&text);
            for request in &requests {
                for found in provider_diagnostics(profile, Some(Spec::Text(request)), &error) {
                    if let Some(span) = found.span {
                        prop_assert!(request.get(span.start.offset..span.end.offset).is_some());
                    }
                }
            }
        }
    }

    #[test]
    fn no_secret_of_a_request_is_repeated(secret in "[A-Za-z0-9!@#$%^&*()_+=-]{8,32}") {
        let literal = serde_json::to_string(&secret).unwrap();
        let inner = format!(r#"[{{"RegionId": "r", "Password": {literal}}}]"#);
        let requests = [
            format!(r#"{{"Password": {literal}}}"#),
            json!({"Instances": inner}).to_string(),
            format!(r#"{{"Instances": {inner}}}"#),
        ];
        for request in &requests {
            let message = format!("The value '{secret}' ({secret}) is {secret}.");
            let shown = everything(&place(BATCH, request, "Other", &message));
            prop_assert!(!shown.contains(&secret), "{}", shown);
        }
    }
}
