//! Names that are no documented ones, letter by letter: repeated, in another case, unknown, and
//! those of secrets.

#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use std::fmt::Write as _;

use kvspec::diagnostic::Arg;
use kvspec::{Checker, Code, Diagnostic, Profile, Report, Spec};

const CN: &str = "alibaba.create-instance.cn";
const JD: &str = "jdcloud.create-cache-instance";

fn check(id: &str, text: &str) -> Report {
    Checker::new(Profile::by_id(id).expect("a profile")).check(Spec::Json(text))
}

/// A request that is right but for these members.
fn with(members: &str) -> Report {
    check(
        CN,
        &format!(r#"{{"RegionId": "cn-hangzhou", "Capacity": 1024, {members}}}"#),
    )
}

fn paths(report: &Report, code: Code) -> Vec<&str> {
    let found = report.iter().filter(|found| found.code == code);
    found.map(|found| found.path.as_str()).collect()
}

fn text<'f>(found: &'f Diagnostic, name: &str) -> Option<&'f str> {
    match found.args.get(name)? {
        Arg::Text(text) => Some(text),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_last_of_several_values_is_judged() {
    // The first has no escape, the last has one.
    let report = with(r#""EngineVersion": "9", "EngineVersion": "\u0034.0""#);
    assert_eq!(paths(&report, Code::DuplicateParameter), ["/EngineVersion"]);
    assert_eq!(report.counts().errors, 1);
    let report = with(r#""EngineVersion": "4.0", "EngineVersion": "\u0039""#);
    assert_eq!(paths(&report, Code::InvalidValue), ["/EngineVersion"]);
    let report = with(r#""EngineVersion": "\u0039", "EngineVersion": "4.0""#);
    assert_eq!(paths(&report, Code::InvalidValue).len(), 0);
}

#[test]
fn an_unknown_name_is_reported_once_however_often_it_is_there() {
    let report = with(r#""a": 1, "b": 1, "a": 2, "a": 3"#);
    assert_eq!(paths(&report, Code::UnknownParameter), ["/b", "/a"]);
    assert_eq!(paths(&report, Code::DuplicateParameter), ["/a", "/a"]);
    let report = with(r#""a": 1, "b": 1, "c": 1"#);
    assert_eq!(paths(&report, Code::UnknownParameter), ["/a", "/b", "/c"]);
    assert_eq!(paths(&report, Code::DuplicateParameter).len(), 0);
}

/// A list that a query spells out may be in another case, once or twice: what is found in it stands where it is written.
#[test]
fn members_of_a_flattened_list_keep_their_spelling() {
    let tagged = |members: &str| {
        check(
            "alibaba.create-instance.2026",
            &format!(
                r#"{{"RegionId": "cn-hangzhou", "InstanceClass": "redis.master.small.default", {members}}}"#
            ),
        )
    };
    let report = tagged(r#""TAG.2.KEY": "a\u200b", "TAG.2.VALUE": """#);
    assert_eq!(
        paths(&report, Code::ParameterCase),
        ["/TAG.2.KEY", "/TAG.2.VALUE"]
    );
    assert_eq!(paths(&report, Code::InvisibleCharacter), ["/TAG.2.KEY"]);
    let found = report
        .iter()
        .find(|found| found.code == Code::ParameterCase);
    assert_eq!(
        found.and_then(|found| text(found, "documented")),
        Some("Tag.2.Key")
    );
    let report = tagged(r#""tag.3.value": "b", "tAG.3.vALUE": "b""#);
    assert_eq!(
        paths(&report, Code::ParameterCase),
        ["/tag.3.value", "/tAG.3.vALUE"]
    );
    assert_eq!(paths(&report, Code::IncompletePair), ["/tAG.3.vALUE"]);
    // Beside the documented one the other is unknown.
    let report =
        tagged(r#""TAG.1.KEY": "a", "Tag.1.Key": "b", "tag.1.Foo": "c", "Tag.1.Key.x": "d""#);
    assert_eq!(
        paths(&report, Code::UnknownParameter),
        ["/TAG.1.KEY", "/tag.1.Foo", "/Tag.1.Key.x"]
    );
    // A name is mended where it stands.
    let report = tagged(r#""Tag.1.key": "a""#);
    let fix = report.iter().find_map(|found| found.fix.as_ref());
    assert_eq!(
        serde_json::to_value(fix.expect("a fix").patch()).expect("JSON"),
        serde_json::json!([{"op": "move", "from": "/Tag.1.key", "path": "/Tag.1.Key"}])
    );
}

/// However many names there are, each that comes again is found, and no other.
#[test]
fn repeats_are_found_among_many_names() {
    for count in 1..=20 {
        let mut members = String::new();
        for number in 0..count {
            let _ = write!(members, r#""n{number}": 1, "#);
        }
        let report = with(&format!(r#"{members}"last": 1"#));
        assert_eq!(paths(&report, Code::DuplicateParameter).len(), 0, "{count}");
        for again in 0..count {
            let report = with(&format!(r#"{members}"n{again}": 2"#));
            let repeated = paths(&report, Code::DuplicateParameter);
            assert_eq!(repeated, [format!("/n{again}")], "{count}");
        }
    }
}

#[test]
fn of_two_spellings_the_last_is_judged_under_its_own_name() {
    let report = with(r#""PERIOD": 3, "period": 10, "ChargeType": "PrePaid""#);
    assert_eq!(paths(&report, Code::ParameterCase), ["/PERIOD", "/period"]);
    assert_eq!(paths(&report, Code::InvalidValue), ["/period"]);
    let report = with(r#""PERIOD": 10, "period": 3, "ChargeType": "PrePaid""#);
    assert_eq!(paths(&report, Code::InvalidValue).len(), 0);
    // `null` is absent under whatever name, so the other spelling is the one.
    let report = with(r#""PERIOD": 3, "period": null, "ChargeType": "PrePaid""#);
    assert_eq!(paths(&report, Code::RequiredWhen).len(), 0);
    let report = with(r#""PERIOD": null, "period": 3, "ChargeType": "PrePaid""#);
    assert_eq!(paths(&report, Code::RequiredWhen).len(), 0);
    // The documented spelling is judged before any other.
    let report = with(r#""Period": 3, "period": 10, "ChargeType": "PrePaid""#);
    assert_eq!(paths(&report, Code::UnknownParameter), ["/period"]);
    assert_eq!(paths(&report, Code::InvalidValue).len(), 0);
}

#[test]
fn what_is_there_is_not_guessed() {
    let guess = |members: &str| {
        let report = with(members);
        let found = report
            .iter()
            .find(|found| found.code == Code::UnknownParameter);
        text(found.expect("unknown"), "suggestion").map(str::to_owned)
    };
    assert_eq!(guess(r#""ZoneIdd": "x""#).as_deref(), Some("ZoneId"));
    assert_eq!(guess(r#""ZoneIdd": "x", "ZoneId": "cn-hangzhou-b""#), None);
    assert_eq!(guess(r#""RegionIdd": "x""#), None);
    assert_eq!(guess(r#""Passwrod": "x""#).as_deref(), Some("Password"));
    // Common parameters are documented names as well.
    assert_eq!(guess(r#""Timestam": "x""#).as_deref(), Some("Timestamp"));
    assert_eq!(
        guess(r#""Acton": "CreateInstance""#).as_deref(),
        Some("Action")
    );
    // Nobody is told to write a secret that the signing tool adds.
    assert_eq!(guess(r#""SecurityTokenn": "x""#), None);
}

#[test]
fn names_of_secrets_are_told_from_names_like_them() {
    let secrets = |members: &str| {
        let report = with(members);
        let found = paths(&report, Code::SecretInSpec);
        found.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    for name in [
        "AccessKeySecret",
        "access_key_secret",
        "secret.key",
        "SECRET ACCESS",
        "Security-Token",
    ] {
        assert_eq!(secrets(&format!(r#""{name}": "x""#)), [format!("/{name}")]);
    }
    for name in [
        "SecretGarden",
        "AccessPoint",
        "KeyName",
        "AccessKeyIds",
        "Secre",
        "SignatureDate",
    ] {
        assert_eq!(
            secrets(&format!(r#""{name}": "x""#)),
            [] as [&str; 0],
            "{name}"
        );
    }
    // Nothing is in an empty one.
    for empty in ["null", r#""""#, r#"" ""#] {
        assert_eq!(
            secrets(&format!(r#""my-secret-key": {empty}"#)),
            [] as [&str; 0]
        );
    }
    for full in ["0", "false", "[]", "{}", r#"" x""#] {
        assert_eq!(
            secrets(&format!(r#""my-secret-key": {full}"#)),
            ["/my-secret-key"]
        );
    }
    // Both spellings of one name, of which one is judged by its row.
    let both = secrets(r#""SIGNATURE": "a", "signature": "b""#);
    assert_eq!(both, ["/SIGNATURE", "/signature"]);
    // In JSON white space is a value.
    let jd = |value: &str| {
        let sample = Profile::by_id(JD).expect("a profile").sample;
        let text = sample.replacen('{', &format!(r#"{{"my-secret-key": {value}, "#), 1);
        paths(&check(JD, &text), Code::SecretInSpec).len()
    };
    assert_eq!(
        (jd(r#"" ""#), jd(r#""""#), jd("null"), jd("1")),
        (1, 0, 0, 1)
    );
    // So long a name is none that a person gave.
    let long = |bytes: usize| format!(r#""{:x<bytes$}": 1"#, "secretkey");
    let of = |bytes: usize| secrets(&long(bytes)).len();
    assert_eq!((of(255), of(256), of(257), of(300)), (1, 1, 0, 0));
}

#[test]
fn names_are_shown_as_far_as_they_can_be() {
    let shown = |name: &str| {
        let report = with(&format!(r#""{name}": 1"#));
        let found = report
            .iter()
            .find(|found| found.code == Code::UnknownParameter);
        text(found.expect("unknown"), "written")
            .expect("a name")
            .to_owned()
    };
    assert_eq!(shown("abc"), "abc");
    assert_eq!(shown("名"), "名");
    let long = shown(&"abcdefghij".repeat(30));
    assert_eq!(long, "abcdefghij".repeat(6) + "…");
    for odd in ["\\u0007", "\\u200b", "\\n", "\\u3000"] {
        assert_eq!(shown(&format!("ab{odd}cd")), "ab\u{fffd}cd…", "{odd}");
    }
}

#[test]
fn a_name_that_is_taken_is_not_suggested() {
    for members in [
        r#""InstanceClass": "redis.master.small.default", "InstanceClas": "redis.master.small.default""#,
        r#""InstanceName": null, "InstanceNam": "cache""#,
        r#""instanceclass": "redis.master.small.default", "InstanceClas": "redis.master.small.default""#,
    ] {
        let report = with(members);
        let found = (report.iter()).find(|found| found.code == Code::UnknownParameter);
        let found = found.expect("unknown");
        assert!(found.args.get("suggestion").is_none(), "{members}");
        assert!(found.fix.is_none(), "{members}");
    }
}
