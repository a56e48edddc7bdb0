//! One Token, several requests: when a retry is the same request, and when the second buys
//! something that the first did not ask for.

#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use kvspec::diagnostic::{Arg, Term};
use kvspec::{Checker, Code, Profile, Run, Severity, Spec};

const CN: &str = "alibaba.create-instance.cn";
const BATCH: &str = "alibaba.create-instances";

/// What is said of the second of two requests of one run: nothing, that it is the first once
/// more (a warning), or that it is another one (an error). Whether they come as text or as values
/// makes no difference.
fn second(id: &str, requests: [&str; 2]) -> Option<Term> {
    let checker = Checker::new(Profile::by_id(id).expect("a profile"));
    let check = |text: &str, as_value: bool, run: &mut Run| {
        if as_value {
            let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
            checker.check_in(&value, run)
        } else {
            checker.check_in(Spec::Json(text), run)
        }
    };
    let forms = [(false, false), (false, true), (true, false), (true, true)];
    let said = forms.map(|(first, then)| {
        let mut run = Run::new();
        let report = check(requests[0], first, &mut run);
        assert!(report.iter().all(|found| found.code != Code::TokenReused));
        let report = check(requests[1], then, &mut run);
        let found = report
            .iter()
            .find(|found| found.code == Code::TokenReused)?;
        let Some(Arg::Term(other)) = found.args.get("other") else {
            panic!("{found:?}");
        };
        let (severity, code) = match other {
            Term::SameRequest => (Severity::Warning, None),
            _ => (Severity::Error, Some("IdempotentParameterMismatch")),
        };
        assert_eq!((found.severity, found.provider_code), (severity, code));
        assert_eq!((&*found.path, found.parameter), ("/Token", Some("Token")));
        Some(*other)
    });
    assert!(
        said.iter().all(|one| *one == said[0]),
        "{said:?}: {requests:?}"
    );
    said[0]
}

/// The second request with members beside a region and a Token, after the first.
fn after(first: &str, then: &str) -> Option<Term> {
    let request = |members: &str| format!(r#"{{"RegionId": "a", "Token": "t", {members}}}"#);
    second(CN, [&request(first), &request(then)])
}

#[test]
fn requests_that_ask_for_the_same_are_the_same() {
    for (first, then) in [
        (r#""Capacity": 1"#, r#""Capacity": 1"#),
        // A number and its text, white space around it, an absent and a null value.
        (r#""Capacity": 1"#, r#""Capacity": "1""#),
        (r#""Capacity": "1""#, r#""Capacity": " 1 ""#),
        (r#""Capacity": 1"#, r#""Capacity": 1, "Period": null"#),
        // Order, escapes, and another case of a name.
        (
            r#""Capacity": 1, "ZoneId": "a-b""#,
            r#""ZoneId": "a\u002db", "Capacity": 1"#,
        ),
        (r#""Capacity": 1"#, r#""capacity": 1"#),
        // What signing adds.
        (
            r#""Capacity": 1, "SignatureNonce": "1", "Timestamp": "2026-01-01T00:00:00Z""#,
            r#""Capacity": 1, "SignatureNonce": "2", "Timestamp": "2026-01-01T00:00:01Z""#,
        ),
        // Settings in a string or as an object, in any order.
        (
            r#""Config": "{\"a\": 1, \"b\": [1, 2]}""#,
            r#""Config": {"b": [1,2], "a": 1}"#,
        ),
        (r#""Config": {"a": 1, "b": null}"#, r#""Config": {"a": 1}"#),
        (r#""Config": "{""#, r#""Config": "{""#),
        (
            r#""Config": " {\"a\": {\"b\": null}, \"c\": \"\\u0031\"} ""#,
            r#""Config": {"c": 1, "a": {}}"#,
        ),
        // Unknown parameters, in any order.
        (
            r#""x": 1, "y": {"a": [1], "b": 2}"#,
            r#""y": {"b": 2, "a": [1]}, "x": 1"#,
        ),
    ] {
        assert_eq!(
            after(first, then),
            Some(Term::SameRequest),
            "{first}, then {then}"
        );
    }
}

#[test]
fn requests_that_ask_for_something_else_are_others() {
    for (first, then) in [
        (r#""Capacity": 1"#, r#""Capacity": 2"#),
        (r#""Capacity": 1"#, r#""Period": 1"#),
        (r#""Capacity": 1"#, r#""Capacity": 1, "Period": 1"#),
        (
            r#""VpcId": "v", "VSwitchId": "w""#,
            r#""VpcId": "w", "VSwitchId": "v""#,
        ),
        (r#""Config": "{\"a\": 1}""#, r#""Config": "{\"a\": 2}""#),
        (r#""Config": "{\"a\": 1}""#, r#""Config": {"a": 2}"#),
        (r#""Config": {"a": 1}"#, r#""Config": {"b": 1}"#),
        (
            r#""Config": {"a": {"b": 1}}"#,
            r#""Config": {"a": {"b": 2}}"#,
        ),
        (r#""Config": {"a": [1, 2]}"#, r#""Config": {"a": [2, 1]}"#),
        (
            r#""Config": {"a": 1, "b": 2}"#,
            r#""Config": {"a": 2, "b": 1}"#,
        ),
        (r#""Config": "{""#, r#""Config": "[""#),
        (r#""Config": "{\"a\": 1""#, r#""Config": "{\"a\": 1}""#),
        (r#""Config": {"a": {}}"#, r#""Config": {"a": []}"#),
        (r#""x": 1"#, r#""x": 2"#),
        (r#""x": 1"#, r#""y": 1"#),
        (r#""x": {"a": null}"#, r#""x": {"a": 0}"#),
    ] {
        assert_eq!(
            after(first, then),
            Some(Term::OtherRequest),
            "{first}, then {then}"
        );
    }
}

#[test]
fn lists_of_instances_are_compared_by_what_is_in_them() {
    let request = |list: &str| format!(r#"{{"Token": "t", "Instances": {list}}}"#);
    let in_string = r#""[{\"RegionId\": \"a\", \"izNo\": \"a-b\", \"Capacity\": 1}]""#;
    let plain = r#"[{"izNo": "a-b", "Capacity": 1, "RegionId": "a"}]"#;
    let twice = r#"[{"RegionId": "a", "izNo": "a-b", "Capacity": 1}, {"RegionId": "a", "izNo": "a-b", "Capacity": 1}]"#;
    let other = r#""[{\"RegionId\": \"a\", \"izNo\": \"a-b\", \"Capacity\": 2}]""#;
    let then = |list: &str| second(BATCH, [&request(in_string), &request(list)]);
    assert_eq!(then(plain), Some(Term::SameRequest));
    assert_eq!(then(in_string), Some(Term::SameRequest));
    assert_eq!(then(twice), Some(Term::OtherRequest));
    assert_eq!(then(other), Some(Term::OtherRequest));
}

#[test]
fn only_good_tokens_that_are_there_are_compared() {
    let with = |token: &str| format!(r#"{{"RegionId": "a", "Capacity": 1, "Token": {token}}}"#);
    for token in [r#""""#, r#"" ""#, "null", "[]"] {
        assert_eq!(second(CN, [&with(token), &with(token)]), None, "{token}");
    }
    assert_eq!(second(CN, [&with("\"a\""), &with("\"b\"")]), None);
    // 004 knows no Token.
    let jd = Profile::by_id("jdcloud.create-cache-instance").expect("a profile");
    assert_eq!(second(jd.id, [jd.sample, jd.sample]), None);
}

#[test]
fn tokens_that_nobody_knows_are_not_compared() {
    let with = |token: &str, region: &str| {
        format!(r#"{{"RegionId": "{region}", "Capacity": 1, "Token": "{token}"}}"#)
    };
    for token in [
        "${TOKEN}",
        "{{ token }}",
        "<token>",
        "$TOKEN",
        "%TOKEN%",
        "${{ secrets.T }}",
        "order-${N}",
        "${q}\u{e9}",
    ] {
        for region in ["a", "b"] {
            let requests = [&*with(token, "a"), &*with(token, region)];
            assert_eq!(second(CN, requests), None, "{token}");
        }
    }
    // A Token has no masks: these are its letters.
    assert_eq!(
        second(CN, [&with("order-xxxx", "a"), &with("order-xxxx", "b")]),
        Some(Term::OtherRequest)
    );
}

#[test]
fn requests_differ_in_what_is_known() {
    for (first, then, said) in [
        // The same value is unknown, and all others are the same, or one is not.
        (
            r#""Capacity": 1, "Password": "${A}""#,
            r#""Capacity": 1, "Password": "${B}""#,
            Term::SameRequest,
        ),
        (
            r#""Capacity": 1, "Password": "${A}""#,
            r#""Capacity": 2, "Password": "${A}""#,
            Term::OtherRequest,
        ),
        // Other values are unknown: what is known on one side may be the same on the other.
        (
            r#""Capacity": "${A}", "ZoneId": "a-b""#,
            r#""Capacity": 1, "ZoneId": "a-b""#,
            Term::SameRequest,
        ),
        (
            r#""Capacity": "${A}", "ZoneId": "a-b""#,
            r#""Capacity": 1, "ZoneId": "${Z}""#,
            Term::SameRequest,
        ),
        (
            r#""Config": {"a": "${A}"}"#,
            r#""Config": {"a": "${B}"}"#,
            Term::SameRequest,
        ),
    ] {
        assert_eq!(after(first, then), Some(said), "{first}, then {then}");
    }
}

#[cfg(feature = "formats")]
#[test]
fn tokens_of_commands_are_compared_where_they_are_known() {
    use kvspec::Linter;

    let reused = |file: &str, text: &str| {
        let linted = Linter::new().file(file, &[]).lint(text, &mut Run::new());
        assert_eq!(linted.len(), 2, "{text}");
        let all = linted.iter().flat_map(|one| &one.diagnostics);
        let reused = all.filter(|found| found.code == Code::TokenReused);
        reused.map(|found| found.severity).collect::<Vec<_>>()
    };
    let order = |region: &str, token: &str| {
        format!(
            "aliyun r-kvstore CreateInstance --RegionId {region} --Capacity 1024 --Token {token}\n"
        )
    };
    for token in [
        "\"$(uuidgen)\"",
        "\"$TOKEN\"",
        "a-$RANDOM",
        "`uuidgen`",
        "\"${T:?}\"",
        "'${TOKEN}'",
        "'<token>'",
    ] {
        let text = order("cn-hangzhou", token) + &order("cn-beijing", token);
        assert_eq!(reused("orders.sh", &text), [], "{token}");
        let page = format!("```sh\n{text}```\n");
        assert_eq!(reused("orders.md", &page), [], "{token}");
        assert_eq!(
            reused("orders.sh", &order("cn-hangzhou", token).repeat(2)),
            []
        );
    }
    let text = order("cn-hangzhou", "t") + &order("cn-beijing", "t");
    assert_eq!(reused("orders.sh", &text), [Severity::Error]);
    let text = format!("T=t\n{}", order("cn-hangzhou", "$T").repeat(2));
    assert_eq!(reused("orders.sh", &text), [Severity::Warning]);
    // A region that is not known may be the other one.
    let text = order("cn-hangzhou", "t") + &order("\"$REGION\"", "t");
    assert_eq!(reused("orders.sh", &text), [Severity::Warning]);
}

/// The same Token under two profiles is never one request.
#[test]
fn requests_of_two_operations_are_others() {
    let intl = Profile::by_id("alibaba.create-instance.intl").expect("a profile");
    let cn = Profile::by_id(CN).expect("a profile");
    let request = r#"{"RegionId": "a", "InstanceClass": "redis.b", "Token": "t"}"#;
    let mut run = Run::new();
    let _ = Checker::new(intl).check_in(Spec::Json(request), &mut run);
    let report = Checker::new(cn).check_in(Spec::Json(request), &mut run);
    let found = report.iter().find(|found| found.code == Code::TokenReused);
    assert_eq!(found.expect("reused").severity, Severity::Error);
}
