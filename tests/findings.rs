//! What single findings carry beside their code and place: arguments, and fixes for the text and
//! for the value.

#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use kvspec::diagnostic::{Applicability, Arg, CharacterName, PatchOperation, Term, apply_edits};
use kvspec::{Checker, Code, Diagnostic, Locale, Profile, Report, Severity, Spec};
use serde_json::{Value, json};

const INTL: &str = "alibaba.create-instance.intl";
const CN: &str = "alibaba.create-instance.cn";
const BATCH: &str = "alibaba.create-instances";
const JD: &str = "jdcloud.create-cache-instance";

fn checker(id: &str) -> Checker<'static> {
    Checker::new(Profile::by_id(id).expect("a profile"))
}

/// A request of the Chinese edition that is right but for these members.
fn cn(members: &str) -> String {
    format!(r#"{{"RegionId": "cn-hangzhou", "Capacity": 1024, {members}}}"#)
}

fn batch(members: &str) -> String {
    format!(r#"[{{"RegionId": "a", "izNo": "a-b", "Capacity": 1, {members}}}]"#)
}

/// JD Cloud's sample with something else in the object at the pointer.
fn jd(pointer: &str, name: &str, value: Value) -> String {
    let sample = Profile::by_id(JD).expect("a profile").sample;
    let mut spec: Value = serde_json::from_str(sample).expect("JSON");
    spec.pointer_mut(pointer).expect("an object")[name] = value;
    spec.to_string()
}

fn only(report: &Report, code: Code) -> Diagnostic {
    let mut all = report.iter().filter(|found| found.code == code);
    let found = all
        .next()
        .unwrap_or_else(|| panic!("no {code} in {report}"));
    assert!(all.next().is_none(), "more than one {code}: {report}");
    found.clone()
}

/// The text after a finding's fix, and what the fix does to the value.
fn mended(id: &str, text: &str, code: Code) -> (String, Vec<PatchOperation>, Applicability) {
    let fix = only(&checker(id).check(Spec::Json(text)), code)
        .fix
        .expect("a fix");
    (
        apply_edits(text, &fix.edits),
        fix.patch(),
        fix.applicability,
    )
}

fn replaced(path: &str, value: impl Into<Value>) -> Vec<PatchOperation> {
    vec![PatchOperation::Replace {
        path: path.to_owned(),
        value: value.into(),
    }]
}

fn removed(path: &str) -> Vec<PatchOperation> {
    vec![PatchOperation::Remove {
        path: path.to_owned(),
    }]
}

#[test]
fn another_spelling_of_a_value_is_mended() {
    let text = cn(r#""AutoUseCoupon": "True""#);
    let (after, patch, how) = mended(CN, &text, Code::InvalidValue);
    assert_eq!(after, cn(r#""AutoUseCoupon": "true""#));
    assert_eq!(patch, replaced("/AutoUseCoupon", "true"));
    assert_eq!(how, Applicability::Safe);
    // What other rules read is not mended unasked: they would find more.
    for (id, text, path, value) in [
        (
            CN,
            cn(r#""ChargeType": "prepaid""#),
            "/ChargeType",
            "PrePaid",
        ),
        (CN, cn(r#""NetworkType": "vpc""#), "/NetworkType", "VPC"),
        (
            JD,
            jd("/charge", "chargeUnit", json!("Month")),
            "/charge/chargeUnit",
            "month",
        ),
    ] {
        let (_, patch, how) = mended(id, &text, Code::InvalidValue);
        assert_eq!(
            (patch, how),
            (replaced(path, value), Applicability::Unsafe),
            "{text}"
        );
    }
    let text = Profile::by_id(JD).expect("a profile").sample;
    let text = text.replace("\"cn-north-1\"", "\"CN-NORTH-1\"");
    let (_, patch, how) = mended(JD, &text, Code::InvalidValue);
    assert_eq!(
        (patch, how),
        (replaced("/regionId", "cn-north-1"), Applicability::Unsafe)
    );
    // Another value is a guess.
    let (_, patch, how) = mended(CN, &cn(r#""AutoUseCoupon": "tru""#), Code::InvalidValue);
    assert_eq!(
        (patch, how),
        (replaced("/AutoUseCoupon", "true"), Applicability::Unsafe)
    );
    // A JSON boolean is not put right with a text.
    let found = only(
        &checker(JD).check(Spec::Json(&jd("/cacheInstance", "ipv6On", json!(10)))),
        Code::InvalidValue,
    );
    assert_eq!(found.fix, None);
    // A whole list of booleans of the wire has a fix, whatever their documented type.
    let text = format!(
        r#"{{"AutoPay": "True", "Instances": {}}}"#,
        json!(batch(r#""ChargeType": "PrePaid", "Period": 1"#))
    );
    let (_, patch, _) = mended(BATCH, &text, Code::InvalidValue);
    assert_eq!(patch, replaced("/AutoPay", "true"));
}

#[test]
fn a_wrong_value_is_shown_beside_the_right_ones() {
    let found = only(
        &checker(CN).check(Spec::Json(&cn(r#""ChargeType": "prepaid""#))),
        Code::InvalidValue,
    );
    assert_eq!(found.args.get("value"), Some(&Arg::Text("prepaid".into())));
    let allowed = Arg::AnyOf(&["PrePaid", "PostPaid"]);
    assert_eq!(found.args.get("allowed"), Some(&allowed));
}

#[test]
fn a_number_is_asked_for_where_no_value_is_listed() {
    const TODAY: &str = "alibaba.create-instance.2026";
    let text = r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "ReadOnlyCount": "07"}"#;
    let found = only(&checker(TODAY).check(Spec::Json(text)), Code::InvalidValue);
    for locale in [Locale::En, Locale::Zh] {
        let why = found.reason(locale);
        assert_ne!(why, Code::InvalidValue.info().reason.get(locale));
    }
    let help = found.help(Locale::En);
    assert_eq!(
        help,
        "write a whole number in digits alone, without a leading zero"
    );
    assert_eq!(found.help(Locale::Zh), "整数只写数字，不带前导零");
    // A part that is refused is no list either.
    let text =
        r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "SecondaryZoneId": "cn-hangzhou-MAZ1"}"#;
    let found = only(&checker(TODAY).check(Spec::Json(text)), Code::InvalidValue);
    assert!(!found.reason(Locale::En).contains("lists"));
    // Numbers that are listed keep both.
    let text = cn(r#""ChargeType": "PrePaid", "Period": "07""#);
    let found = only(&checker(CN).check(Spec::Json(&text)), Code::InvalidValue);
    assert!(found.reason(Locale::En).contains("lists"));
    assert!(
        found
            .help(Locale::En)
            .starts_with("use a value that the document lists")
    );
}

#[test]
fn a_number_is_told_from_a_whole_one() {
    for number in [json!(1.5), json!(1e30)] {
        let text = jd("/charge", "chargeDuration", number);
        let found = only(&checker(JD).check(Spec::Json(&text)), Code::TypeMismatch);
        assert_eq!(found.args.get("found"), Some(&Arg::Term(Term::Fraction)));
    }
    let text = jd("/charge", "chargeDuration", json!(true));
    let found = only(&checker(JD).check(Spec::Json(&text)), Code::TypeMismatch);
    assert_eq!(found.args.get("found"), Some(&Arg::Term(Term::Boolean)));
}

/// A version that went through something that writes numbers, and what is no version.
#[test]
fn versions_are_told_from_numbers() {
    for (written, meant) in [
        ("4", Some("4.0")),
        ("4.", Some("4.0")),
        ("4.00", Some("4.0")),
        ("04.0", Some("4.0")),
        ("2.80", Some("2.8")),
        ("4.x", Some("4.0")),
        ("x.8", Some("2.8")),
        ("6", None),
        ("28", None),
        (".8", None),
        (".", None),
    ] {
        let text = cn(&format!(r#""EngineVersion": "{written}""#));
        let fix = only(&checker(CN).check(Spec::Json(&text)), Code::InvalidValue).fix;
        let patch = meant.map(|meant| replaced("/EngineVersion", meant));
        assert_eq!(fix.map(|fix| fix.patch()), patch, "{written}");
    }
    for (written, meant) in [
        ("01", Some("1")),
        ("0012", Some("12")),
        ("010", None),
        ("x1", None),
    ] {
        let text = cn(&format!(
            r#""ChargeType": "PrePaid", "Period": "{written}""#
        ));
        let fix = only(&checker(CN).check(Spec::Json(&text)), Code::InvalidValue).fix;
        let patch = meant.map(|meant| replaced("/Period", meant));
        assert_eq!(fix.map(|fix| fix.patch()), patch, "{written}");
    }
}

#[test]
fn a_value_of_another_parameter_is_told_as_such() {
    for (parameter, value, neighbour) in [
        (
            "InstanceType",
            "redis.master.small.default",
            Some("InstanceClass"),
        ),
        ("InstanceType", "tair.x", Some("InstanceClass")),
        ("InstanceType", "memcache.x", Some("InstanceClass")),
        // As printed tables of classes have it.
        (
            "InstanceType",
            "redis . master.small.default",
            Some("InstanceClass"),
        ),
        ("InstanceType", "redis", None),
        ("ChargeType", "VPC", Some("NetworkType")),
        ("NetworkType", "PrePaid", Some("ChargeType")),
        ("ChargeType", "Memcache", Some("InstanceType")),
        // The operation's name is no value of an order.
        ("ChargeType", "CreateInstance", None),
        ("ChargeType", "true", None),
        ("ChargeType", "nothing", None),
    ] {
        let text = cn(&format!(r#""{parameter}": "{value}""#));
        let found = only(&checker(CN).check(Spec::Json(&text)), Code::InvalidValue);
        let expected = neighbour.map(|name| Arg::Text(name.into()));
        assert_eq!(found.args.get("neighbour"), expected.as_ref(), "{value}");
    }
}

/// Each character once, in the order in which they appear, however many there are.
#[test]
fn characters_are_listed_once_with_their_number() {
    let refused = [
        '@', '/', ':', '=', '<', '>', '{', '}', '[', ']', ' ', '\u{3000}', '\u{a0}',
    ];
    for kinds in 1..=refused.len() {
        let once: String = refused[..kinds].iter().collect();
        let name = format!("a{once}b{once}{}", refused[kinds - 1]);
        let text = cn(&format!(r#""InstanceName": "{name}""#));
        let found = only(
            &checker(CN).check(Spec::Json(&text)),
            Code::NameForbiddenCharacter,
        );
        assert_eq!(
            found.args.get("count"),
            Some(&Arg::Number(2 * kinds as u64 + 1))
        );
        let Some(Arg::Characters(listed)) = found.args.get("characters") else {
            panic!("{found:?}");
        };
        let expected: Vec<_> = refused[..kinds]
            .iter()
            .enumerate()
            .map(|(place, character)| {
                let last = place + 1 == kinds;
                (CharacterName::Itself(*character), if last { 3 } else { 2 })
            })
            .collect();
        let listed: Vec<_> = listed
            .iter()
            .map(|each| (each.character, each.count))
            .collect();
        assert_eq!(listed, expected);
    }
}

#[test]
fn what_begins_like_a_number_is_marked_as_one() {
    for number in ["1x", "1.5.2", "1e5x", "01", "1.", "1e", "-"] {
        let text = format!(r#"{{"Capacity": {number}}}"#);
        let found = only(&checker(CN).check(Spec::Json(&text)), Code::Syntax);
        assert_eq!(
            found.args.get("problem"),
            Some(&Arg::Term(Term::InvalidNumber)),
            "{number}"
        );
        assert_eq!(
            found.span.map(|span| span.start.offset),
            Some(13),
            "{number}"
        );
    }
}

#[test]
fn a_number_is_quoted_as_it_is_written() {
    let text = cn(r#""EngineVersion": 4.0, "Password": "Pass!123456""#);
    let (after, patch, how) = mended(CN, &text, Code::TypeCoerced);
    assert_eq!(after, text.replace("4.0", "\"4.0\""));
    assert_eq!(
        (patch, how),
        (replaced("/EngineVersion", "4.0"), Applicability::Safe)
    );
    let value: Value = serde_json::from_str(&text).expect("JSON");
    let fix = only(&checker(CN).check(&value), Code::TypeCoerced)
        .fix
        .expect("a fix");
    assert_eq!(
        (fix.edits.clone(), fix.patch()),
        (vec![], replaced("/EngineVersion", "4.0"))
    );
}

#[test]
fn settings_go_into_a_string() {
    let text = cn(r#""Config": {"set-max-intset-entries": 1}"#);
    let (after, patch, _) = mended(CN, &text, Code::TypeCoerced);
    assert_eq!(after, cn(r#""Config": "{\"set-max-intset-entries\": 1}""#));
    assert_eq!(
        patch,
        replaced("/Config", r#"{"set-max-intset-entries": 1}"#)
    );
    let value: Value = serde_json::from_str(&text).expect("JSON");
    let fix = only(&checker(CN).check(&value), Code::TypeCoerced)
        .fix
        .expect("a fix");
    assert_eq!(
        fix.patch(),
        replaced("/Config", r#"{"set-max-intset-entries":1}"#)
    );
    // What is in them is judged all the same.
    let text = cn(r#""Config": {"a": 1}"#);
    let value: Value = serde_json::from_str(&text).expect("JSON");
    let of_text = only(
        &checker(CN).check(Spec::Json(&text)),
        Code::ConfigUnknownKey,
    );
    let of_value = only(&checker(CN).check(&value), Code::ConfigUnknownKey);
    assert_eq!(of_text.args, of_value.args);
}

/// 004 is strict: a number with a point is no whole number, as text and as a value.
#[test]
fn whole_numbers_are_written_without_a_point() {
    let duration = |number: &str| {
        let text = jd("/charge", "chargeMode", json!("prepaid_by_duration"));
        let mut spec: Value = serde_json::from_str(&text).expect("JSON");
        spec["charge"]["chargeDuration"] = serde_json::from_str(number).expect("a number");
        let mistyped = |report: &Report| {
            let found = report.iter().find(|found| found.code == Code::TypeMismatch);
            found.map(|found| found.path.clone())
        };
        let of_value = mistyped(&checker(JD).check(&spec));
        assert_eq!(
            of_value,
            mistyped(&checker(JD).check(Spec::Json(&spec.to_string()))),
            "{number}"
        );
        of_value.is_some()
    };
    for whole in ["1", "-1", "0", "18446744073709551615"] {
        assert!(!duration(whole), "{whole}");
    }
    for other in ["1.0", "1.5", "1e3", "-0.5"] {
        assert!(duration(other), "{other}");
    }
}

/// Every finding about a parameter says where its document says so.
#[test]
fn findings_cite_the_document() {
    let text = cn(
        r#""ChargeType": "x", "InstanceName": "@", "Password": "1", "Token": "é", "Config": "{", "Period": 0, "PrivateIpAddress": "x""#,
    );
    let report = checker(CN).check(Spec::Json(&text));
    assert!(report.counts().errors >= 7, "{report}");
    for found in report.iter().filter(|found| found.parameter.is_some()) {
        let name = found.parameter.expect("a parameter");
        let profile = Profile::by_id(CN).expect("a profile");
        assert!(found.source.is_some(), "{name} {}", found.code);
        let row = profile.request.parameter(name).expect("a row");
        if found.severity == Severity::Error && found.code != Code::NotApplicable {
            assert_eq!(found.source, Some(&row.citation), "{name} {}", found.code);
            assert_eq!(
                found.provider_code, row.provider_code,
                "{name} {}",
                found.code
            );
        }
    }
}

/// What is between two members is named, and marked.
#[test]
fn what_is_no_separator_is_marked() {
    let (brace, bracket) = (Term::ExpectedCommaOrBrace, Term::ExpectedCommaOrBracket);
    for (text, problem, at) in [
        (r#"{"a": 1 "b": 2}"#, brace, 8),
        (r#"{"a": 1]"#, brace, 7),
        (r#"{"a": 1 x}"#, brace, 8),
        (r#"{"a": [1 2]}"#, bracket, 9),
        (r#"{"a": [1}"#, bracket, 8),
        (r#"{"a": {"b": 1]}"#, brace, 13),
        ("[1 2]", bracket, 3),
        ("[1}", bracket, 2),
    ] {
        assert!(!checker(CN).is_valid(Spec::Json(text)), "{text}");
        let found = only(&checker(CN).check(Spec::Json(text)), Code::Syntax);
        assert_eq!(
            found.args.get("problem"),
            Some(&Arg::Term(problem)),
            "{text}"
        );
        assert_eq!(found.span.map(|span| span.start.offset), Some(at), "{text}");
    }
    let right = r#"{"RegionId": "a", "Capacity": 1}"#;
    assert!(checker(CN).is_valid(Spec::Json(right)));
    assert!(!checker(CN).is_valid(Spec::Json(&right.replace('}', "]"))));
    // Settings are JSON of their own.
    for (config, valid) in [
        (r#"{\"a\": 1}"#, true),
        (r#"{\"a\": 1]"#, false),
        (r#"{\"a\": 1 2}"#, false),
    ] {
        let text = cn(&format!(r#""Config": "{config}""#));
        assert_eq!(checker(CN).is_valid(Spec::Json(&text)), valid, "{config}");
    }
}

/// A query that a document prints over several lines.
#[test]
fn line_breaks_around_parameters_are_layout() {
    for text in [
        "Action=CreateInstance&RegionId=a&Capacity=1024",
        "Action=CreateInstance\n&RegionId=a\n&Capacity=1024\n",
        "Action=CreateInstance&\n  RegionId=a&\r\n  Capacity=1024",
        "\n Action=CreateInstance & \n RegionId=a \n & \n Capacity=1024 \n ",
        "Action=CreateInstance&\n\n&RegionId=a& \n &Capacity=1024",
    ] {
        let report = checker(CN).check(Spec::Query(text));
        let odd = report
            .iter()
            .filter(|found| found.severity != Severity::Info);
        assert!(
            odd.count() <= usize::from(text.contains(" & ")),
            "{text:?}\n{report}"
        );
        assert!(
            report.is_valid() && checker(CN).is_valid(Spec::Query(text)),
            "{text:?}\n{report}"
        );
    }
}

/// A password is mended where it stands, and not repeated elsewhere.
#[test]
fn a_patch_never_holds_a_password() {
    let text = cn(r#""Password": 12345678"#);
    let (after, patch, _) = mended(CN, &text, Code::TypeCoerced);
    assert_eq!((after, patch), (cn(r#""Password": "12345678""#), vec![]));
    let value: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(
        only(&checker(CN).check(&value), Code::TypeCoerced).fix,
        None
    );
    // Nor does what surrounds one.
    let list = batch(r#""Password": "Pass!123456""#);
    let text = format!(r#"{{"Instances": {list}}}"#);
    let (after, patch, _) = mended(BATCH, &text, Code::TypeCoerced);
    assert_eq!(
        (after, patch),
        (format!(r#"{{"Instances": {}}}"#, json!(list)), vec![])
    );
    let text = format!(r#"{{"Instances": {}}}"#, json!(format!(" {list}")));
    let (after, patch, _) = mended(BATCH, &text, Code::StrayWhitespace);
    assert_eq!(
        (after, patch),
        (format!(r#"{{"Instances": {}}}"#, json!(list)), vec![])
    );
    let (_, patch, _) = mended(
        CN,
        &cn(r#""ZoneId": " cn-hangzhou-b""#),
        Code::StrayWhitespace,
    );
    assert_eq!(patch, replaced("/ZoneId", "cn-hangzhou-b"));
}

#[test]
fn what_does_not_apply_is_removed_with_its_comma() {
    let (after, patch, how) = mended(CN, &cn(r#""Period": 1"#), Code::NotApplicable);
    assert_eq!(after, r#"{"RegionId": "cn-hangzhou", "Capacity": 1024}"#);
    assert_eq!((patch, how), (removed("/Period"), Applicability::Unsafe));
    // A patch reaches into an array, but not into a string.
    let list = batch(r#""Period": 1"#);
    let text = format!(r#"{{"Instances": {list}}}"#);
    let (after, patch, _) = mended(BATCH, &text, Code::IgnoredParameter);
    assert_eq!(after, text.replace(r#", "Period": 1"#, ""));
    assert_eq!(patch, removed("/Instances/0/Period"));
    let text = format!(r#"{{"Instances": {}}}"#, json!(list));
    let (after, patch, _) = mended(BATCH, &text, Code::IgnoredParameter);
    assert_eq!(after, text.replace(r#", \"Period\": 1"#, ""));
    assert_eq!(patch, vec![]);
    let value: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(
        only(&checker(BATCH).check(&value), Code::IgnoredParameter).fix,
        None
    );
    // A patch reaches what stands beside a list in a string.
    let text = format!(
        r#"{{"AutoPay": "true", "Instances": {}}}"#,
        json!(batch(r#""quantity": 1"#))
    );
    let (_, patch, _) = mended(BATCH, &text, Code::IgnoredParameter);
    assert_eq!(patch, removed("/AutoPay"));
}

#[test]
fn what_does_not_apply_is_removed_with_its_separator() {
    let rest = "Action=CreateInstance&RegionId=a&Capacity=1";
    for text in [
        format!("{rest}&Period=1"),
        format!("Period=1&{rest}"),
        rest.replace("&Reg", "&Period=1&Reg"),
    ] {
        let fix = only(&checker(CN).check(Spec::Query(&text)), Code::NotApplicable)
            .fix
            .expect("a fix");
        assert_eq!(apply_edits(&text, &fix.edits), rest, "{text}");
    }
    // The pair alone, behind a question mark.
    let text = "https://a.b/?Period=1";
    let fix = only(&checker(CN).check(Spec::Query(text)), Code::NotApplicable)
        .fix
        .expect("a fix");
    assert_eq!(apply_edits(text, &fix.edits), "https://a.b/?");
}

#[test]
fn rules_name_the_parameters_they_read() {
    let text = format!(r#"{{"Instances": {}}}"#, json!(batch(r#""BackupId": "b""#)));
    let found = only(&checker(BATCH).check(Spec::Json(&text)), Code::RequiredWith);
    assert_eq!(
        found.args.get("with"),
        Some(&Arg::Any(["BackupId".into()].into()))
    );
    let text = format!(
        r#"{{"Instances": {}}}"#,
        json!(batch(r#""RebuildInstance": "true""#))
    );
    let found = only(&checker(BATCH).check(Spec::Json(&text)), Code::RequiredWith);
    assert_eq!(
        found.args.get("with"),
        Some(&Arg::Any(["RebuildInstance".into()].into()))
    );
    let found = only(
        &checker(CN).check(Spec::Json(&cn(r#""BackupId": "b""#))),
        Code::IncompletePair,
    );
    assert_eq!(
        found.args.get("missing"),
        Some(&Arg::Text("SrcDBInstanceId".into()))
    );
    let found = only(
        &checker(CN).check(r#"{"RegionId": "a"}"#),
        Code::RequiredOneOf,
    );
    let Some(Arg::Any(either)) = found.args.get("parameters") else {
        panic!("{found:?}");
    };
    assert_eq!(either.len(), 2);
}

/// In a form somebody is typing the password; nothing else is different there.
#[test]
fn a_form_may_hold_a_password() {
    let text = cn(r#""Password": "Pass!123456", "Period": 1, "VpcId": "v""#);
    let codes = |checker: Checker<'_>| -> Vec<Code> {
        checker
            .check(Spec::Json(&text))
            .iter()
            .map(|found| found.code)
            .collect()
    };
    let (everywhere, in_form) = (codes(checker(CN)), codes(checker(CN).for_form()));
    assert!(everywhere.contains(&Code::PlaintextPassword));
    let rest = everywhere
        .iter()
        .copied()
        .filter(|code| *code != Code::PlaintextPassword);
    assert_eq!(in_form, rest.collect::<Vec<_>>());
}

#[test]
fn characters_of_passwords_are_counted() {
    let forbidden = |id: &str, password: &str| {
        let text = if id == INTL {
            format!(r#"{{"RegionId": "a", "InstanceClass": "redis.b", "Password": "{password}"}}"#)
        } else {
            cn(&format!(r#""Password": "{password}""#))
        };
        let report = checker(id).check(Spec::Json(&text));
        let of = |code: Code| {
            let found = report.iter().find(|found| found.code == code)?;
            found.args.get("count").cloned()
        };
        let (wrong, odd) = (
            Code::PasswordForbiddenCharacter,
            Code::PasswordUndocumentedCharacter,
        );
        (of(wrong), of(odd))
    };
    let number = |count| Some(Arg::Number(count));
    assert_eq!(forbidden(CN, "Pass 1234!"), (number(1), None));
    assert_eq!(forbidden(CN, "Pass1234!中中"), (number(2), None));
    assert_eq!(forbidden(CN, "Pass!1234_"), (None, None));
    // 001 refuses by name, and says nothing of what it does not name.
    assert_eq!(forbidden(INTL, "Passw0rd中"), (None, number(1)));
    assert_eq!(forbidden(INTL, "Passw0rd!中+"), (number(1), number(2)));
    assert_eq!(forbidden(INTL, "Passw0rd"), (None, None));
}

#[test]
fn missing_classes_of_a_password_are_named() {
    let report = checker(CN).check(Spec::Json(&cn(r#""Password": "PASSWORD1""#)));
    let found = only(&report, Code::PasswordCharacterClasses);
    let missing = Arg::Terms([Term::Lowercase, Term::Special].into_iter().collect());
    assert_eq!(found.args.get("missing"), Some(&missing));
    assert_eq!(
        (found.args.get("have"), found.args.get("need")),
        (Some(&Arg::Number(2)), Some(&Arg::Number(3)))
    );
}

#[test]
fn what_cannot_be_seen_in_a_name_is_found() {
    for odd in ["\\u0001", "\\u007f", "\\u200b", "中\\u0001"] {
        let report = checker(CN).check(Spec::Json(&cn(&format!(r#""InstanceName": "ab{odd}c""#))));
        let found = only(&report, Code::InvisibleCharacter);
        assert_eq!(found.args.get("count"), Some(&Arg::Number(1)), "{odd}");
    }
    let report = checker(CN).check(Spec::Json(&cn(r#""InstanceName": "ab-中c""#)));
    assert!(
        report
            .iter()
            .all(|found| found.code != Code::InvisibleCharacter)
    );
}

/// A line break of two bytes is one character to its reader, also where there is nothing else.
#[test]
fn line_breaks_are_one_character() {
    let lengths = |name: &str| -> Vec<Option<Arg>> {
        let report = checker(CN).check(Spec::Json(&cn(&format!(r#""InstanceName": "{name}""#))));
        let found = report.iter().filter(|found| found.code == Code::NameLength);
        found
            .map(|found| found.args.get("count").cloned())
            .collect()
    };
    assert_eq!(lengths("\\r\\n"), [Some(Arg::Number(1))]);
    assert_eq!(lengths("\\r\\n\\r\\n"), []);
    assert_eq!(lengths("a\\r\\n"), []);
    assert_eq!(lengths("a"), [Some(Arg::Number(1))]);
}

#[test]
fn lengths_end_at_the_limit() {
    let codes = |id: &str, text: &str, code: Code| {
        checker(id)
            .check(Spec::Json(text))
            .iter()
            .filter(|found| found.code == code)
            .count()
    };
    let token = |count: usize| cn(&format!(r#""Token": "{}""#, "é".repeat(count)));
    assert_eq!(codes(CN, &token(64), Code::TokenLength), 0);
    assert_eq!(codes(CN, &token(65), Code::TokenLength), 1);
    assert_eq!(codes(CN, &token(64), Code::TokenNotAscii), 1);
    for unit in ["a", "中"] {
        let description = |count: usize| {
            jd(
                "/cacheInstance",
                "cacheInstanceDescription",
                json!(unit.repeat(count)),
            )
        };
        assert_eq!(codes(JD, &description(256), Code::DescriptionLength), 0);
        assert_eq!(codes(JD, &description(257), Code::DescriptionLength), 1);
    }
}

/// The verdict alone is that of the report, also where only a repeated name is wrong.
#[test]
fn settings_do_not_repeat_a_name() {
    for (config, valid) in [
        (r#"{\"a\": 1, \"a\": 2}"#, false),
        (r#"{\"a\": 1, \"\\u0061\": 2}"#, false),
        (r#"{\"a\": 1, \"b\": {\"a\": 2}}"#, true),
        (r#"{\"a\": 1} 2"#, false),
        (r#"{\"a\"}"#, false),
        ("[]", false),
        ("{}", true),
    ] {
        let text = cn(&format!(r#""Config": "{config}""#));
        assert_eq!(checker(CN).is_valid(Spec::Json(&text)), valid, "{config}");
        assert_eq!(
            checker(CN).check(Spec::Json(&text)).is_valid(),
            valid,
            "{config}"
        );
    }
}

#[test]
fn a_scenario_has_both_parts_once() {
    use base64::Engine as _;
    let problems = |scenario: &str| -> Vec<(Code, Option<Arg>)> {
        let text = base64::engine::general_purpose::STANDARD.encode(scenario);
        let report = checker(JD).check(Spec::Json(&jd("/charge", "buyScenario", json!(text))));
        let errors = report
            .iter()
            .filter(|found| found.path == "/charge/buyScenario");
        errors
            .map(|found| (found.code, found.args.get("problem").cloned()))
            .collect()
    };
    let missing = vec![(Code::MalformedJson, Some(Arg::Term(Term::MissingKey)))];
    let repeated = vec![(Code::DuplicateParameter, None)];
    for (inside, expected) in [
        (
            r#"{"activityType": "a", "activityIdentifier": "b"}"#,
            &vec![],
        ),
        (
            r#"{"activityType": 1, "activityIdentifier": false}"#,
            &vec![],
        ),
        (r#"{"activityType": "a"}"#, &missing),
        (r#"{"activityIdentifier": "b"}"#, &missing),
        (
            r#"{"activityType": "", "activityIdentifier": "b"}"#,
            &missing,
        ),
        (
            r#"{"activityType": null, "activityIdentifier": "b"}"#,
            &missing,
        ),
        (
            r#"{"activityType": "a", "activityType": "b", "activityIdentifier": "c"}"#,
            &repeated,
        ),
        (
            r#"{"activityType": "a", "activityIdentifier": "c"}, "activity": {"activityType": "a", "activityIdentifier": "c"}"#,
            &repeated,
        ),
        (r#""a""#, &missing),
        ("[]", &missing),
    ] {
        assert_eq!(
            problems(&format!(r#"{{"activity": {inside}}}"#)),
            *expected,
            "{inside}"
        );
    }
    let not_an_object = vec![(Code::MalformedJson, Some(Arg::Term(Term::NotAnObject)))];
    assert_eq!(problems("[]"), not_an_object);
}

/// Mending one finding at a time comes to what mending all of them gives.
#[test]
fn all_fixes_of_a_text_are_those_of_its_findings() {
    let text = cn(r#""EngineVersion": 4.0, "AutoUseCoupon": "True", "ZoneId": " cn-hangzhou-b""#);
    let report = checker(CN).check(Spec::Json(&text));
    let mut edits: Vec<_> = report
        .iter()
        .filter_map(|found| found.fix.as_ref())
        .flat_map(|fix| fix.edits.clone())
        .collect();
    edits.sort_by_key(|edit| edit.start);
    let whole = apply_edits(&text, &edits);
    assert_eq!(
        whole,
        cn(r#""EngineVersion": "4.0", "AutoUseCoupon": "true", "ZoneId": "cn-hangzhou-b""#)
    );
    assert!(checker(CN).is_valid(Spec::Json(&whole)));
}

#[test]
fn a_finding_names_what_it_depends_on_and_not_itself() {
    let text = cn(r#""ChargeType": "PostPaid", "AutoRenew": "true", "AutoRenewPeriod": "1""#);
    let found = only(
        &checker(CN).check(Spec::Json(&text)),
        Code::IgnoredParameter,
    );
    assert_eq!(found.path, "/AutoRenew");
    assert_eq!(
        found.message(kvspec::Locale::En),
        "`AutoRenew` has no effect while `ChargeType` is `PostPaid`"
    );
    let names: Vec<_> = found.args.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["when", "equals"]);
}

#[test]
fn a_secret_is_marked_at_its_value() {
    for name in ["AccessKeySecret", "Signature"] {
        let text = cn(&format!(r#""{name}": "x""#));
        let found = only(&checker(CN).check(Spec::Json(&text)), Code::SecretInSpec);
        let span = found.span.expect("a text was checked");
        assert_eq!(
            &text[span.start.offset..span.end.offset],
            r#""x""#,
            "{name}"
        );
        assert_eq!(
            found.args.iter().collect::<Vec<_>>(),
            [("parameter", &Arg::Text(name.into()))]
        );
    }
}

#[test]
fn a_repeated_key_inside_a_parameter_is_named() {
    let config = cn(
        r#""Config": "{\"EvictionPolicy\": \"noeviction\", \"EvictionPolicy\": \"noeviction\"}""#,
    );
    let found = only(
        &checker(CN).check(Spec::Json(&config)),
        Code::DuplicateParameter,
    );
    assert_eq!(
        found.message(kvspec::Locale::En),
        "the key `EvictionPolicy` inside `Config` is given more than once"
    );
    // {"activity": {"activityType": 1, "activityType": 1, "activityIdentifier": 2}}
    let scenario = "eyJhY3Rpdml0eSI6IHsiYWN0aXZpdHlUeXBlIjogMSwgImFjdGl2aXR5VHlwZSI6IDEsICJhY3Rpdml0eUlkZW50aWZpZXIiOiAyfX0=";
    let order = jd("/charge", "buyScenario", json!(scenario));
    let found = only(
        &checker(JD).check(Spec::Json(&order)),
        Code::DuplicateParameter,
    );
    assert_eq!(
        found.args.get("key"),
        Some(&Arg::Text("activityType".into()))
    );
}

#[test]
fn a_byte_order_mark_within_a_value_is_no_json() {
    for members in [r#""Config": "\ufeff{}""#, "\"Config\": \"\u{feff}{}\""] {
        let text = cn(members);
        only(&checker(CN).check(Spec::Json(&text)), Code::MalformedJson);
        assert!(!checker(CN).is_valid(Spec::Json(&text)));
    }
    let list = json!({"Instances": format!("\u{feff}{}", batch(r#""InstanceName": "ab""#))});
    only(&checker(BATCH).check(&list), Code::MalformedJson);
    assert!(!checker(BATCH).is_valid(&list));
}

#[test]
fn white_space_belongs_to_strict_values() {
    let order = jd("/cacheInstance/azId", "master", json!(" cn-north-1a"));
    let report = checker(JD).check(Spec::Json(&order));
    let found = only(&report, Code::ZoneOutsideRegion);
    assert_eq!(found.path, "/cacheInstance/azId/master");
}

#[test]
fn a_class_for_another_engine_is_told_without_an_instance_type() {
    let text = r#"{"RegionId": "cn-hangzhou", "InstanceClass": "memcache.master.small.default"}"#;
    let found = only(
        &checker("alibaba.create-instance.cn").check(Spec::Json(text)),
        Code::ClassTypeMismatch,
    );
    assert_eq!(
        found.message(kvspec::Locale::En),
        "`memcache.master.small.default` is not a class for `InstanceType` `Redis`"
    );
    for locale in [kvspec::Locale::En, kvspec::Locale::Zh] {
        assert!(!found.help(locale).contains("``"));
    }
}

/// What was found in the settings before they turn out to be none is not told: one mistake, one
/// finding.
#[test]
fn settings_that_cannot_be_read_to_their_end_have_one_finding() {
    for (config, problem) in [
        (r#"{\"x\": 1, \"x\": 2"#, Term::UnexpectedEnd),
        (
            r#"{\"x\": 1, \"EvictionPolicy\": 5} {}"#,
            Term::TrailingText,
        ),
        (r#"{\"x\": 1, \"x\": 2,}"#, Term::TrailingComma),
        (r#"{\"x\": 1, \"y\": [1, {]}"#, Term::ExpectedName),
    ] {
        let text = cn(&format!(r#""Config": "{config}""#));
        let value: Value = serde_json::from_str(&text).expect("JSON");
        for report in [
            checker(CN).check(Spec::Json(&text)),
            checker(CN).check(&value),
        ] {
            let about: Vec<_> = report
                .iter()
                .filter(|found| found.path == "/Config")
                .collect();
            let [found] = about.as_slice() else {
                panic!("{report}");
            };
            assert_eq!(found.code, Code::MalformedJson);
            assert_eq!(
                found.args.get("problem"),
                Some(&Arg::Term(problem)),
                "{text}"
            );
        }
    }
    // Nested as deeply as is read, and one level deeper.
    for (levels, code) in [(3, Code::ConfigUnknownKey), (4, Code::MalformedJson)] {
        let nested = "[".repeat(levels - 1) + &"]".repeat(levels - 1);
        let value =
            json!({"RegionId": "a", "Capacity": 1, "Config": format!("{{\"x\": {nested}}}")});
        only(&checker(CN).max_depth(3).check(&value), code);
    }
}

#[test]
fn a_number_below_zero_is_called_negative() {
    for (id, spec, path) in [
        (
            "alibaba.create-instance.cn",
            r#"{"RegionId": "cn-hangzhou", "Capacity": -1}"#,
            "/Capacity",
        ),
        (
            "alibaba.create-instance.cn",
            r#"{"RegionId": "cn-hangzhou", "Capacity": "-1024"}"#,
            "/Capacity",
        ),
    ] {
        let profile = Profile::by_id(id).expect("a profile");
        let report = Checker::new(profile).check(Spec::Json(spec));
        let found = report.iter().find(|found| found.path == path).expect("it");
        assert_eq!(found.code, Code::InvalidValue);
        assert!(
            found.message(Locale::En).contains("is negative"),
            "{report}"
        );
        assert!(found.message(Locale::Zh).contains("负数"));
    }
    let profile = Profile::by_id("alibaba.create-instance.cn").expect("a profile");
    let report = Checker::new(profile).check(r#"{"RegionId": "cn-hangzhou", "Capacity": "-1.5"}"#);
    assert!(
        report
            .iter()
            .any(|found| found.message(Locale::En) == "`-1.5` is not a whole number")
    );
}

#[cfg(feature = "editions")]
#[test]
fn a_zone_with_a_look_alike_shows_its_code_point() {
    let profile = Profile::by_id("alibaba.create-instance.2026").expect("a profile");
    let spec = r#"{"RegionId": "cn-hangzhou", "ZoneId": "cn\u2011hangzhou-a", "Capacity": 1024}"#;
    let report = Checker::new(profile).check(Spec::Json(spec));
    let found = report
        .iter()
        .find(|found| found.code == Code::ZoneOutsideRegion);
    assert!(
        found.expect("it").message(Locale::En).contains("U+2011"),
        "{report}"
    );
}
