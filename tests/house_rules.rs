//! House rules: what they find in every profile, what they leave alone, and what is wrong with
//! files that are not right.
#![cfg(feature = "config")]
#![expect(clippy::expect_used, reason = "what a test expects, it says")]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use kvspec::diagnostic::{Arg, apply_edits};
use kvspec::house::{self, ConfigError, HouseRules};
use kvspec::{Checker, Code, Linter, Locale, Profile, Report, Run, Severity, Spec};
use proptest::prelude::*;
use serde_json::{Value, json};

const CONSOLE: &str = "alibaba.console";
const INTL: &str = "alibaba.create-instance.intl";
const CN: &str = "alibaba.create-instance.cn";
const BATCH: &str = "alibaba.create-instances";
const JD: &str = "jdcloud.create-cache-instance";

fn profile(id: &str) -> &'static Profile {
    Profile::by_id(id).expect("a profile")
}

fn rules(text: &str) -> HouseRules {
    HouseRules::from_toml(text).expect("house rules")
}

fn errors(text: &str) -> Vec<ConfigError> {
    let errors = HouseRules::from_toml(text).expect_err("mistakes");
    errors.into_iter().collect()
}

/// The profile's sample after a change to the object at the pointer; an element of Instances is
/// reached through the string.
fn spec(id: &str, change: impl FnOnce(&mut Value)) -> Value {
    let mut spec: Value = serde_json::from_str(profile(id).sample).expect("a sample");
    if id == BATCH {
        let text = spec["Instances"].as_str().expect("a list").to_owned();
        spec["Instances"] = serde_json::from_str(&text).expect("a list");
        change(&mut spec);
        spec["Instances"] = spec["Instances"].to_string().into();
    } else {
        change(&mut spec);
    }
    spec
}

/// Sets or, with null, removes the value at a pointer.
fn set(spec: &mut Value, pointer: &str, value: Value) {
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    let parent = spec.pointer_mut(parent).expect("there is such an object");
    let members = parent.as_object_mut().expect("an object");
    if value.is_null() {
        members.remove(name);
    } else {
        members.insert(name.to_owned(), value);
    }
}

/// What breaks house rules in an order, as (path, message): the same from text and value.
fn found(rules: &HouseRules, id: &str, spec: &Value) -> Vec<(String, String)> {
    let view = rules.for_file("order.json");
    let checker = Checker::new(profile(id)).house_rules(&view);
    let text = spec.to_string();
    let of = |report: &Report| -> Vec<(String, String)> {
        let mut all: Vec<_> = report
            .iter()
            .filter(|found| found.code == Code::HouseRule)
            .map(|found| (found.path.to_string(), found.message(Locale::En)))
            .collect();
        all.sort();
        all
    };
    let report = checker.check(Spec::Json(&text));
    for found in report.iter().filter(|found| found.code == Code::HouseRule) {
        assert!(found.span.is_some(), "{}", found.path);
        assert!(found.args.get("rule").is_some() && found.parameter.is_some());
        let own = found.args.get("message").is_some();
        assert!(own || !found.message(Locale::Zh).is_ascii());
    }
    let by_value = checker.check(spec);
    assert_eq!(of(&report), of(&by_value));
    assert_eq!(checker.is_valid(spec), by_value.is_valid());
    of(&report)
}

fn paths(rules: &HouseRules, id: &str, spec: &Value) -> Vec<String> {
    found(rules, id, spec)
        .into_iter()
        .map(|(path, _)| path)
        .collect()
}

/// Where each profile has region, zone, class, engine version, charge type and name.
const PLACES: [(&str, [&str; 6]); 5] = [
    (
        CONSOLE,
        [
            "/region",
            "/zone",
            "/instanceClass",
            "/version",
            "/billingMethod",
            "/instanceName",
        ],
    ),
    (
        INTL,
        [
            "/RegionId",
            "/ZoneId",
            "/InstanceClass",
            "/EngineVersion",
            "/ChargeType",
            "/InstanceName",
        ],
    ),
    (
        CN,
        [
            "/RegionId",
            "/ZoneId",
            "/InstanceClass",
            "/EngineVersion",
            "/ChargeType",
            "/InstanceName",
        ],
    ),
    (
        BATCH,
        [
            "/Instances/0/RegionId",
            "/Instances/0/izNo",
            "/Instances/0/instanceClass",
            "/Instances/0/EngineVersion",
            "/Instances/0/ChargeType",
            "/Instances/0/instanceName",
        ],
    ),
    (
        JD,
        [
            "/regionId",
            "/cacheInstance/azId/master",
            "/cacheInstance/cacheInstanceClass",
            "/cacheInstance/redisVersion",
            "/charge/chargeMode",
            "/cacheInstance/cacheInstanceName",
        ],
    ),
];

#[test]
fn one_rule_reads_every_profile() {
    for (id, places) in PLACES {
        let versions = if id == INTL { "4.0" } else { "5.0" };
        let version = if id == JD { "4.0" } else { versions };
        let region = if id == JD {
            "cn-north-1"
        } else {
            "cn-hangzhou"
        };
        let charge = if id == CONSOLE {
            "Pay-As-You-Go"
        } else {
            "PostPaid"
        };
        let charge = if id == JD {
            "postpaid_by_usage"
        } else {
            charge
        };
        let zone = format!("{region}-a");
        let values = [region, &zone, "redis.x.y", version, charge, "sample1"];
        let order = spec(id, |spec| {
            for (place, value) in places.iter().zip(values) {
                set(spec, place, value.into());
            }
        });
        for (index, key) in [
            "allowed.regions = ['mars']",
            "allowed.zones = ['mars-*']",
            "allowed.classes = ['redis.z.*']",
            "allowed.engine-versions = ['9.0']",
            "allowed.charge-types = ['PrePaid']",
            "naming = '^prod-'",
        ]
        .into_iter()
        .enumerate()
        {
            let mut expected = vec![places[index].to_owned()];
            if id == JD && index == 1 {
                expected.push("/cacheInstance/azId/slave".to_owned());
            }
            assert_eq!(paths(&rules(key), id, &order), expected, "{id} {key}");
        }
        let all = format!(
            "naming = '^sample[0-9]$'\n[allowed]\nregions = ['{region}']\nzones = ['{region}*']\n\
             classes = ['redis.*']\nengine-versions = ['{version}']\ncharge-types = ['PostPaid']"
        );
        assert_eq!(paths(&rules(&all), id, &order), [""; 0], "{id}");
    }
}

#[test]
fn every_element_of_a_batch_is_read() {
    let rules = rules("allowed.regions = ['cn-hangzhou']\nnaming = '^prod-'");
    let order = spec(BATCH, |spec| {
        let first = spec["Instances"][0].clone();
        spec["Instances"]
            .as_array_mut()
            .expect("a list")
            .push(first);
        set(spec, "/Instances/0/RegionId", "cn-hangzhou".into());
        set(spec, "/Instances/1/RegionId", "cn-beijing".into());
        set(spec, "/Instances/0/instanceName", "scratch".into());
        set(spec, "/Instances/1/instanceName", "prod-one".into());
    });
    let expected = ["/Instances/0/instanceName", "/Instances/1/RegionId"];
    assert_eq!(paths(&rules, BATCH, &order), expected);

    // The same list, not in a string; the span is that of the value.
    let mut plain = order.clone();
    plain["Instances"] =
        serde_json::from_str(order["Instances"].as_str().expect("text")).expect("a list");
    assert_eq!(paths(&rules, BATCH, &plain), expected);
    let view = rules.for_no_file();
    for order in [&order, &plain] {
        let text = order.to_string();
        let report = Checker::new(profile(BATCH))
            .house_rules(&view)
            .check(Spec::Json(&text));
        let span = report
            .iter()
            .find(|found| found.path == "/Instances/1/RegionId" && found.code == Code::HouseRule)
            .and_then(|found| found.span)
            .expect("a span");
        let marked = &text[span.start.offset..span.end.offset];
        assert!(
            marked.contains("cn-beijing") && marked.len() <= 16,
            "{marked}"
        );
    }
    // What the whole request says need not be said by each element.
    let required = self::rules("required = ['EngineVersion', 'Token', 'VpcId']");
    let order = spec(BATCH, |spec| {
        set(spec, "/EngineVersion", Value::Null);
        set(spec, "/Token", Value::Null);
        for name in ["EngineVersion", "vpcId", "vSwitchId"] {
            set(spec, &format!("/Instances/0/{name}"), Value::Null);
        }
    });
    assert_eq!(
        paths(&required, BATCH, &order),
        ["/Instances/0/EngineVersion", "/Instances/0/vpcId", "/Token"]
    );
    let order = spec(BATCH, |spec| {
        set(spec, "/EngineVersion", "5.0".into());
        set(spec, "/Instances/0/EngineVersion", Value::Null);
        set(spec, "/Instances/0/vpcId", "vpc-a".into());
        set(spec, "/Token", "t".into());
    });
    assert_eq!(paths(&required, BATCH, &order), [""; 0]);
}

#[test]
fn an_absent_parameter_has_its_default() {
    let versions = rules("allowed.engine-versions = ['5.0']");
    let order = json!({"RegionId": "cn-hangzhou", "Capacity": "1024"});
    let all = found(&versions, CN, &order);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].0, "/EngineVersion");
    assert!(all[0].1.contains("default `2.8`"), "{}", all[0].1);
    // In an element the request's own value comes first, then the default.
    for (outer, expected) in [(json!("4.0"), 1), (json!("5.0"), 0), (Value::Null, 0)] {
        let order = spec(BATCH, |spec| {
            set(spec, "/EngineVersion", outer.clone());
            set(spec, "/Instances/0/EngineVersion", Value::Null);
        });
        assert_eq!(paths(&versions, BATCH, &order).len(), expected, "{outer}");
    }
    // Billing of JD Cloud, where the whole object is absent.
    let charge = rules("allowed.charge-types = ['PrePaid']");
    let order = spec(JD, |spec| set(spec, "/charge", Value::Null));
    assert_eq!(paths(&charge, JD, &order), ["/charge/chargeMode"]);
}

/// A finding lists what is allowed, unless that is a long list.
#[test]
fn what_is_allowed_is_listed() {
    let listed = |id: &str, text: &str, order: &Value| {
        let rules = rules(text);
        let view = rules.for_file("order.json");
        let report = Checker::new(profile(id)).house_rules(&view).check(order);
        let found = report.iter().find(|found| found.code == Code::HouseRule);
        match found.expect("a finding").args.get("allowed") {
            None => None,
            Some(Arg::Any(values)) => Some(values.iter().map(ToString::to_string).collect()),
            Some(other) => panic!("{other:?}"),
        }
    };
    let order = json!({"RegionId": "r-other", "Capacity": "1024", "ChargeType": "PostPaid"});
    for count in [1, 2, 12, 13, 40] {
        let regions: Vec<String> = (0..count).map(|number| format!("r-{number}")).collect();
        let expected = (count <= 12).then(|| regions.clone());
        let text = format!("allowed.regions = {regions:?}");
        assert_eq!(listed(CN, &text, &order), expected, "{count}");
    }
    // A choice is listed as the document spells it.
    let text = "allowed.charge-types = ['prepaid_by_duration']";
    assert_eq!(listed(CN, text, &order), Some(vec!["PrePaid".to_owned()]));
    // A pattern is shown as itself.
    let order = json!({"RegionId": "r-a", "Capacity": "1024", "InstanceName": "abc"});
    assert_eq!(listed(CN, "naming = '^prod-'", &order), None);
}

#[test]
fn a_charge_type_means_its_choice_in_every_spelling() {
    let order = |mode: &str| {
        spec(JD, |spec| {
            spec["charge"] = json!({"chargeMode": mode, "chargeDuration": 1});
        })
    };
    let breaks = |listed: &str, mode: &str| {
        let text = format!("allowed.charge-types = ['{listed}']");
        !paths(&rules(&text), JD, &order(mode)).is_empty()
    };
    for (listed, mode, expected) in [
        ("PrePaid", "prepaid_by_duration", false),
        ("Subscription", "postpaid_by_usage", true),
        ("PostPaid", "postpaid_by_usage", false),
        ("PostPaid", "postpaid_by_duration", false),
        // The document's own spelling means itself.
        ("postpaid_by_usage", "postpaid_by_usage", false),
        ("postpaid_by_usage", "postpaid_by_duration", true),
    ] {
        assert_eq!(breaks(listed, mode), expected, "{listed} {mode}");
    }
    let rules = rules("allowed.charge-types = ['PrePaid']");
    let order = json!({"RegionId": "r", "Capacity": "1", "ChargeType": "PostPaid"});
    assert!(found(&rules, CN, &order)[0].1.ends_with("allows `PrePaid`"));
}

#[test]
fn parameters_are_there_or_not() {
    let rules = rules(
        "required = ['vswitch', 'Token', 'cacheInstanceDescription']\n\
         forbidden = ['Password', { parameter = 'PrivateIp', message = 'no fixed addresses' }]",
    );
    let order = json!({
        "RegionId": "cn-hangzhou", "Capacity": "1", "Password": "Hunter2!xyz",
        "PrivateIpAddress": "172.16.0.10", "token": "t",
    });
    let all = found(&rules, CN, &order);
    let expected = ["/Password", "/PrivateIpAddress", "/VSwitchId"];
    assert_eq!(
        all.iter().map(|(path, _)| path).collect::<Vec<_>>(),
        expected
    );
    assert_eq!(all[1].1, "no fixed addresses");
    // JD Cloud has no Token, so nothing is missing.
    let order = spec(JD, |spec| {
        set(spec, "/cacheInstance/password", "Abc12345".into());
    });
    assert_eq!(
        paths(&rules, JD, &order),
        [
            "/cacheInstance/cacheInstanceDescription",
            "/cacheInstance/password"
        ]
    );
}

#[test]
fn no_output_holds_a_secret() {
    let secret = "Hunter2!xyz";
    let rules = rules("forbidden = ['Password', 'Signature']\nnaming = 'x'");
    let view = rules.for_no_file();
    let order = json!({"RegionId": "r", "Capacity": "1", "Password": secret, "Signature": secret});
    let report = Checker::new(profile(CN))
        .house_rules(&view)
        .check(Spec::Json(&order.to_string()));
    assert_eq!(report.of(Severity::Error).count(), 2);
    for locale in [Locale::En, Locale::Zh] {
        let shown = serde_json::to_string(&report.published(locale)).expect("JSON");
        assert!(!shown.contains(secret) && !format!("{report:?}").contains(secret));
    }
}

#[test]
fn what_is_wrong_anyway_is_not_judged_again() {
    let rules = rules("allowed.engine-versions = ['5.0']");
    let order = json!({"RegionId": "r", "Capacity": "1", "EngineVersion": "9"});
    assert_eq!(paths(&rules, CN, &order), [""; 0]);
    // A name in another case stands for the parameter.
    let order = json!({"RegionId": "r", "Capacity": "1", "engineversion": "4.0"});
    assert_eq!(paths(&rules, CN, &order), ["/engineversion"]);
}

#[test]
fn findings_say_what_the_rule_says() {
    let rules = rules(
        "[naming]\npattern = '^prod-'\nname = 'names'\nseverity = 'warning'\n\
         message = { en = 'begin with prod-', zh = '以 prod- 开头' }",
    );
    let view = rules.for_no_file();
    let report = Checker::new(profile(CN))
        .house_rules(&view)
        .check(r#"{"RegionId": "r", "Capacity": "1", "InstanceName": "cache"}"#);
    let found = report
        .iter()
        .find(|found| found.code == Code::HouseRule)
        .expect("a finding");
    assert_eq!(found.severity, Severity::Warning);
    assert_eq!(found.message(Locale::En), "begin with prod-");
    assert_eq!(found.message(Locale::Zh), "以 prod- 开头");
    assert!(found.help(Locale::En).contains("`names`"));
    let json = serde_json::to_value(report.published(Locale::En)).expect("JSON");
    let published = json
        .as_array()
        .and_then(|all| all.iter().find(|each| each["code"] == "house-rule"))
        .expect("the finding");
    assert_eq!(published["args"]["rule"], "names");
    assert_eq!(published["args"]["value"], "cache");
}

#[test]
fn severities_change_what_is_shown_and_never_the_verdict() {
    use Severity::{Error, Info, Warning};
    let rules = rules(
        "[severity]\nout-of-range = 'off'\nunknown-parameter = 'error'\ndefault-applied = 'off'\n\
         [[overrides]]\nfiles = ['old/']\nseverity.out-of-range = 'warning'\n\
         [[overrides]]\nfiles = ['*.ndjson']\nseverity = { out-of-range = 'info', unknown-parameter = 'off' }",
    );
    let text = r#"{"RegionId": "r", "Capacity": "0", "Nonsense": "1"}"#;
    let of = |path: &str| {
        let view = rules.for_file(path);
        let linted = Linter::new()
            .profile(profile(CN))
            .house_rules(&view)
            .lint(text, &mut Run::new());
        let one = &linted[0];
        assert!(!one.is_valid(), "{path}");
        let severity = |code| {
            let found = one.diagnostics.iter().find(|found| found.code == code);
            found.map(|found| found.severity)
        };
        assert_eq!(severity(Code::DefaultApplied), None);
        let codes = (severity(Code::OutOfRange), severity(Code::UnknownParameter));
        (codes, one.hidden > 0)
    };
    assert_eq!(of("new/a.json"), ((None, Some(Error)), true));
    assert_eq!(of("old/a.json"), ((Some(Warning), Some(Error)), true));
    assert_eq!(of("new/deep/a.ndjson"), ((Some(Info), None), true));
    // A later entry wins.
    assert_eq!(of("old/a.ndjson"), ((Some(Info), None), true));
    // What is only raised makes nothing invalid.
    let view = rules.for_no_file();
    let report = Checker::new(profile(CN))
        .house_rules(&view)
        .check(r#"{"RegionId": "r", "Capacity": "1", "Nonsense": "1"}"#);
    assert!(report.is_valid() && report.of(Error).count() == 1);
    // The linter's finding for bytes that are no text stays too.
    let linted = Linter::new().house_rules(&view).not_utf8(b"{\xff}", 1, 0);
    assert!(!linted.is_valid());
}

#[test]
fn a_rule_holds_for_its_files() {
    let rules = rules(
        "[severity]\nhouse-rule = 'info'\n\
         [allowed]\nregions = { values = ['cn-hangzhou'], files = ['prod/**'], severity = 'error' }\n\
         zones = ['cn-hangzhou-*']\n\
         [[overrides]]\nfiles = ['test/']\nseverity.house-rule = 'off'",
    );
    let text = r#"{"RegionId": "cn-beijing", "ZoneId": "cn-beijing-a", "Capacity": "1"}"#;
    let of = |path: Option<&str>| -> Vec<(String, Severity)> {
        let view = path.map_or_else(|| rules.for_no_file(), |path| rules.for_file(path));
        let report = Checker::new(profile(CN))
            .house_rules(&view)
            .check(Spec::Json(text));
        report
            .iter()
            .filter(|found| found.code == Code::HouseRule)
            .map(|found| (found.path.to_string(), found.severity))
            .collect()
    };
    let zone = ("/ZoneId".to_owned(), Severity::Info);
    let region = ("/RegionId".to_owned(), Severity::Error);
    assert_eq!(of(Some("prod/eu/a.json")), [region, zone.clone()]);
    assert_eq!(of(Some("./a.json")), std::slice::from_ref(&zone));
    assert_eq!(of(None), [zone]);
    assert_eq!(of(Some("test/a.json")), []);
}

#[test]
fn known_classes_are_known() {
    let text = "known-classes = ['memcache.custom.small', 'redis.custom.large']";
    let mut order = json!({"RegionId": "r", "InstanceClass": "memcache.custom.small"});
    let mismatch = |rules: &HouseRules, order: &Value| {
        let view = rules.for_no_file();
        let report = Checker::new(profile(CN)).house_rules(&view).check(order);
        report
            .iter()
            .any(|found| found.code == Code::ClassTypeMismatch)
    };
    assert!(mismatch(&HouseRules::default(), &order));
    assert!(!mismatch(&rules(text), &order));
    assert_eq!(paths(&rules(text), CN, &order), [""; 0]);
    order["InstanceClass"] = "memcache.custom.smal".into();
    assert!(mismatch(&rules(text), &order));

    let strict = rules(&format!("{text}\nunknown-class = 'warning'"));
    let view = strict.for_no_file();
    let text = order.to_string();
    let report = Checker::new(profile(CN))
        .house_rules(&view)
        .check(Spec::Json(&text));
    let found = report
        .iter()
        .find(|found| found.code == Code::HouseRule)
        .expect("a finding");
    assert_eq!(found.severity, Severity::Warning);
    let fix = found.fix.as_ref().expect("a fix");
    let mended: Value = serde_json::from_str(&apply_edits(&text, &fix.edits)).expect("JSON");
    assert_eq!(mended["InstanceClass"], "memcache.custom.small");
    assert_eq!(paths(&strict, CN, &mended), [""; 0]);
}

#[test]
fn query_strings_are_read_too() {
    let rules = rules("allowed.regions = ['cn-hangzhou']\nforbidden = ['Password']");
    let view = rules.for_no_file();
    let text = "Action=CreateInstance&RegionId=cn-beijing&InstanceClass=a.b&Password=Abc12345";
    let report = Checker::new(profile(INTL))
        .house_rules(&view)
        .check(Spec::Query(text));
    let house: Vec<_> = report
        .iter()
        .filter(|found| found.code == Code::HouseRule)
        .collect();
    assert_eq!(house.len(), 2);
    let span = house[0].span.expect("a span");
    assert_eq!(&text[span.start.offset..span.end.offset], "cn-beijing");
    let fix = house[1].fix.as_ref().expect("a fix");
    assert!(!apply_edits(text, &fix.edits).contains("Password"));
}

/// Text, what is marked, a part of the English message, the suggestion.
const MISTAKES: &[(&str, &str, &str, Option<&str>)] = &[
    (
        "nameing = 'x'",
        "nameing",
        "no key `nameing`",
        Some("naming"),
    ),
    (
        "[allowed]\nregion = ['x']",
        "region",
        "no key `allowed.region`",
        Some("regions"),
    ),
    ("colour = 1", "colour", "no key `colour`", None),
    (
        "[severity]\ninvalid-valu = 'off'",
        "invalid-valu",
        "no such code",
        Some("invalid-value"),
    ),
    (
        "[severity]\ninvalid-value = 'waring'",
        "'waring'",
        "must be `error`",
        Some("warning"),
    ),
    (
        "[severity]\ninvalid-value = 1",
        "1",
        "must be a string, not an integer",
        None,
    ),
    (
        "[severity]\nsyntax = 'off'",
        "syntax",
        "cannot be changed",
        None,
    ),
    (
        "severity = 'off'",
        "'off'",
        "must be a table, not a string",
        None,
    ),
    ("naming = 'ab[c'", "[", "at character 3", None),
    ("naming = \"名\\\\d(\"", "(", "at character 4", None),
    (
        "naming = '''\na(b'''",
        "'''\na(b'''",
        "at character 2",
        None,
    ),
    (
        "naming = {}",
        "{}",
        "`naming` needs the key `pattern`",
        None,
    ),
    (
        "naming = '(?<=a)b'",
        "(?<=",
        "looking ahead or behind",
        None,
    ),
    ("naming = ''", "''", "not blank", None),
    (
        "[naming]\npattern = 'a'\nmessage = \"a\\u001b[31m\"",
        "\"a\\u001b[31m\"",
        "visible text",
        None,
    ),
    (
        "[naming]\npattern = 'a'\nmessage = { en = 'a' }",
        "{ en = 'a' }",
        "needs the key `zh`",
        None,
    ),
    (
        "required = ['Pasword']",
        "'Pasword'",
        "no document has this parameter",
        Some("Password"),
    ),
    (
        "required = 'Token'",
        "'Token'",
        "must be an array, not a string",
        None,
    ),
    (
        "required = [{ parmeter = 'Token' }]",
        "parmeter",
        "no key",
        Some("parameter"),
    ),
    (
        "patterns = [{ parameter = 'password', pattern = 'x' }]",
        "'password'",
        "is secret",
        None,
    ),
    (
        "patterns = [{ parameter = 'Instances', pattern = 'x' }]",
        "'Instances'",
        "only holds others",
        None,
    ),
    (
        "allowed.charge-types = ['Prepay']",
        "'Prepay'",
        "not a charge type",
        Some("PrePaid"),
    ),
    (
        "allowed.engine-versions = [5.0]",
        "5.0",
        "must be a string, not a float",
        None,
    ),
    ("allowed.regions = []", "[]", "at least one entry", None),
    (
        "allowed.regions = ['a{b']",
        "'a{b'",
        "has no closing `}`",
        None,
    ),
    (
        "[[overrides]]\nfiles = ['[z-a]']\nseverity = {}",
        "'[z-a]'",
        "range of characters",
        None,
    ),
    (
        "known-classes = ['a b']",
        "'a b'",
        "must be the whole name of an instance class",
        None,
    ),
    (
        "unknown-class = 'error'",
        "unknown-class",
        "needs `known-classes`",
        None,
    ),
    (
        "naming = 'a'\nnaming = 'b'",
        "naming",
        "this is not TOML",
        None,
    ),
];

#[test]
fn mistakes_are_shown_where_they_are() {
    for (text, marked, message, suggestion) in MISTAKES {
        let all = errors(text);
        assert_eq!(all.len(), 1, "{text}: {all:?}");
        let error = &all[0];
        let (start, end) = (error.span.start.offset, error.span.end.offset);
        assert_eq!(&text[start..end], *marked, "{text}");
        let line = text[..start].matches('\n').count() + 1;
        let begin = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let column = text[begin..start].chars().count() + 1;
        assert_eq!(
            (error.span.start.line, error.span.start.column),
            (line, column)
        );
        let english = error.message(Locale::En);
        assert!(english.contains(message), "{text}: {english}");
        assert!(!error.message(Locale::Zh).is_ascii(), "{text}");
        assert_eq!(error.suggestion.as_deref(), *suggestion, "{text}");
        if let Some(suggestion) = suggestion {
            let help = error.help(Locale::Zh).expect("help");
            assert!(help.contains(suggestion));
        }
    }
}

#[test]
fn all_mistakes_come_at_once_in_the_order_of_the_text() {
    let mut text = String::new();
    let mut expected = 0;
    for (mistake, ..) in MISTAKES {
        // Those that go together on top of one file.
        if mistake.starts_with("required = [{") || mistake.starts_with("colour") {
            text += mistake;
            text.push('\n');
            expected += 1;
        }
    }
    text += "known-classes = ['']\n[severity]\na = 'off'\nb = 'off'\n";
    let all = errors(&text);
    assert_eq!(all.len(), expected + 3);
    assert!(all.is_sorted_by_key(|error| error.span.start.offset));
    assert!(
        all.iter()
            .any(|error| error.to_string().starts_with("line "))
    );
}

#[test]
fn hostile_files_get_an_answer() {
    for text in [
        "[".repeat(100_000),
        format!("a = {}", "[".repeat(100_000)),
        format!("a{}", ".a".repeat(100_000)),
        format!("naming = '{}'", "(".repeat(10_000)),
        format!("naming = '{}'", "((a{100}){100}){100}"),
        format!("allowed.regions = ['{}']", "{".repeat(10_000)),
        format!(
            "allowed.regions = ['{}{}']",
            "{".repeat(1_000),
            "}".repeat(1_000)
        ),
        "\u{feff}naming = [".to_owned(),
        "naming = \"\\ud800\"".to_owned(),
        "\"\\u001b[31m\" = 1".to_owned(),
    ] {
        for error in errors(&text) {
            let shown = error.to_string();
            assert!(shown.len() < 2_000 && !shown.contains('\u{1b}'), "{shown}");
            assert!(error.span.end.offset <= text.len());
        }
    }
    // A byte order mark and the line ends of another system are no mistakes.
    assert_eq!(rules("\u{feff}naming = 'a'\r\n").names().count(), 1);
    // A pattern that takes other engines for ever.
    let slow = rules("naming = '^(a+)+$'");
    let name = format!("{}!", "a".repeat(60));
    let order = json!({"RegionId": "r", "Capacity": "1", "InstanceName": name.replace('!', "b")});
    assert_eq!(paths(&slow, CN, &order), ["/InstanceName"]);
}

proptest! {
    #[test]
    fn nothing_panics(text in any::<String>(), at in 0..400_usize, with in "[\\[\\]{}'\"=.,a-z\n]{0,3}") {
        let _ = HouseRules::from_toml(&text);
        let mut file = include_str!("../examples/house-rules/kvspec.toml").to_owned();
        if file.is_char_boundary(at) && file.is_char_boundary(at + 1) {
            file.replace_range(at..=at, &with);
        }
        if let Err(errors) = HouseRules::from_toml(&file) {
            prop_assert!(!errors.is_empty());
            for error in errors {
                prop_assert!(file.get(error.span.start.offset..error.span.end.offset).is_some());
            }
        }
    }

    /// Whatever a team makes of the severities, an order is as valid as without.
    #[test]
    fn no_policy_changes_the_verdict(
        chosen in proptest::collection::vec((1..Code::ALL.len(), 0..4_usize), 0..20),
        member in "(RegionId|Capacity|InstanceName|Period|ChargeType)",
        value in "(0|1|PrePaid|a b|cn-hangzhou)",
    ) {
        let mut levels = std::collections::BTreeMap::new();
        for (code, level) in chosen {
            levels.insert(Code::ALL[code].name(), ["error", "warning", "info", "off"][level]);
        }
        let mut text = "naming = '^prod-'\nrequired = ['Token']\n[severity]\n".to_owned();
        for (code, level) in levels.iter().filter(|(code, _)| **code != "syntax") {
            writeln!(text, "{code} = '{level}'").expect("a string takes all");
        }
        let rules = rules(&text);
        let view = rules.for_no_file();
        let order = json!({"RegionId": "r", "Capacity": "1", member: value}).to_string();
        let plain = Checker::new(profile(CN)).check(Spec::Json(&order));
        let checker = Checker::new(profile(CN)).house_rules(&view);
        let ruled = checker.check(Spec::Json(&order));
        prop_assert_eq!(ruled.is_valid(), plain.is_valid());
        prop_assert_eq!(checker.is_valid(Spec::Json(&order)), plain.is_valid());
        let own = ruled.iter().filter(|found| found.code == Code::HouseRule).count();
        prop_assert_eq!(ruled.iter().count() - own + ruled.hidden(), plain.iter().count());
    }
}

/// Every name of a property in a schema.
fn properties(schema: &Value, names: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::Object(all)) = members.get("properties") {
                names.extend(all.keys().cloned());
            }
            for value in members.values() {
                properties(value, names);
            }
        }
        Value::Array(all) => all.iter().for_each(|each| properties(each, names)),
        _ => {}
    }
}

#[test]
fn the_guide_explains_every_key() {
    let schema = house::schema();
    let mut names = BTreeSet::new();
    let mut without_codes = schema.clone();
    without_codes["$defs"]["severities"] = Value::Null;
    properties(&without_codes, &mut names);
    assert!(names.contains("naming") && names.contains("zh"));
    let guide = include_str!("../docs/house-rules.md");
    for name in names {
        assert!(guide.contains(&format!("`{name}`")), "{name}");
    }
    // Every example of the guide can be read.
    let examples: Vec<&str> = guide
        .split("```toml\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect();
    assert!(examples.len() > 5);
    for example in examples {
        if let Err(errors) = HouseRules::from_toml(example) {
            panic!("{example}\n{errors:?}");
        }
    }
}

#[test]
fn the_schema_knows_what_the_reader_knows() {
    let schema = house::schema();
    let codes = schema["$defs"]["severities"]["properties"]
        .as_object()
        .expect("codes");
    assert_eq!(codes.len(), Code::ALL.len() - 1);
    // References point somewhere.
    let text = schema.to_string();
    for reference in text.split("\"$ref\":\"#").skip(1) {
        let pointer = reference.split('"').next().expect("an end");
        assert!(schema.pointer(pointer).is_some(), "{pointer}");
    }
    // What the schema lists, the reader takes.
    let names = |name: &str| -> Vec<String> {
        let list = schema["$defs"][name]["enum"].as_array().expect("names");
        list.iter()
            .filter_map(|each| each.as_str().map(ToOwned::to_owned))
            .collect()
    };
    let required = json!(names("parameter")).to_string();
    rules(&format!("required = {required}"));
    for name in names("open-parameter") {
        rules(&format!(
            "patterns = [{{ parameter = '{name}', pattern = 'x' }}]"
        ));
    }
    assert!(names("parameter").contains(&"Password".to_owned()));
    assert!(!names("open-parameter").contains(&"Password".to_owned()));
    rules(&format!(
        "allowed.charge-types = {}",
        json!(names("charge-type"))
    ));
}

#[test]
fn the_example_is_right() {
    let rules = rules(include_str!("../examples/house-rules/kvspec.toml"));
    let view = rules.for_file("prod/session.json");
    let text = include_str!("../examples/house-rules/prod/session.json");
    let linted = Linter::new().house_rules(&view).lint(text, &mut Run::new());
    let worst = linted[0]
        .diagnostics
        .iter()
        .map(|found| found.severity)
        .max();
    assert_eq!(worst, Some(Severity::Info));
    let view = rules.for_file("test/scratch.json");
    let text = include_str!("../examples/house-rules/test/scratch.json");
    let linted = Linter::new().house_rules(&view).lint(text, &mut Run::new());
    let broken: BTreeSet<&str> = linted[0]
        .diagnostics
        .iter()
        .filter(|found| found.severity == Severity::Warning && found.code == Code::HouseRule)
        .map(|found| found.path.as_str())
        .collect();
    let expected = [
        "/EngineVersion",
        "/InstanceClass",
        "/InstanceName",
        "/RegionId",
    ];
    assert_eq!(broken, BTreeSet::from(expected));
    // Of every document of an edition before 2026 there is a place.
    assert_eq!(PLACES.len(), 5);
}

#[test]
fn files_of_other_tools_are_held_against_the_rules_too() {
    let rules = HouseRules::from_toml(
        r#"
        naming = { pattern = "^prod-" }
        required = ["encryption_key"]
        [allowed]
        classes = ["redis.master.small.default"]
        zones = ["cn-beijing-*"]
        charge-types = ["PrePaid"]
        "#,
    )
    .expect("rules");
    let view = rules.for_no_file();
    let found = |text: &str, file: &str| -> Vec<String> {
        let linter = Linter::new().file(file, &[]).house_rules(&view);
        let linted = linter.lint(text, &mut Run::new());
        let found = linted.iter().flat_map(|each| &each.diagnostics);
        let found = found.filter(|found| found.code == Code::HouseRule);
        found.map(|found| found.path.to_string()).collect()
    };
    let terraform = |name: &str, class: &str, zone: &str, rest: &str| {
        format!(
            "resource \"alicloud_kvstore_instance\" \"x\" {{\n  db_instance_name = {name}\n  instance_class = {class}\n  zone_id = {zone}\n{rest}}}\n"
        )
    };
    let wrong = terraform(
        "\"cache\"",
        "\"redis.master.mid.default\"",
        "\"cn-hangzhou-h\"",
        "",
    );
    let mut paths = found(&wrong, "main.tf");
    paths.sort();
    assert_eq!(
        paths,
        [
            "/db_instance_name",
            "/encryption_key",
            "/instance_class",
            "/payment_type",
            "/zone_id"
        ]
    );
    // What nobody knows before the tool runs is not held against anything.
    let unknown = terraform(
        "var.name",
        "var.class",
        "data.alicloud_zones.z.ids[0]",
        "  payment_type = var.p\n  encryption_key = var.key\n",
    );
    assert_eq!(found(&unknown, "main.tf"), [""; 0]);
    let template = "ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  R:\n    Type: ALIYUN::REDIS::Instance\n    Properties:\n      InstanceName: cache\n      InstanceClass: redis.master.mid.default\n      ZoneId: !Ref Zone\nParameters:\n  Zone:\n    Type: String\n";
    let paths = found(template, "stack.yaml");
    assert!(paths.contains(&"/InstanceName".to_owned()), "{paths:?}");
    assert!(paths.contains(&"/InstanceClass".to_owned()), "{paths:?}");
    assert!(!paths.contains(&"/ZoneId".to_owned()), "{paths:?}");
}

/// A file that is no TOML may be anything, and nothing of it is repeated but the names of keys.
#[cfg(feature = "cli")]
#[test]
fn what_is_no_toml_is_not_quoted() {
    use kvspec::render::human::Style;
    const PLAIN: Style = Style {
        color: false,
        width: 120,
        locale: Locale::En,
    };
    for text in [
        "password = \"S3cret!@#",
        "redis://:S3cret!@#@host:6379",
        "S3cret!@# = ",
        "naming = S3cret!@#",
        "S3cret = 1\nS3cret = 2\n[S3cret]\n[S3cret]\n",
    ] {
        for error in errors(text) {
            if error.message(Locale::En).contains("there is no key") {
                continue;
            }
            let style = PLAIN;
            let shown = format!(
                "{}\n{}",
                error.rendered(style, "kvspec.toml", text),
                error.message(Locale::Zh)
            );
            assert!(
                !shown.contains("S3cret") && !shown.contains("!@#"),
                "{shown}"
            );
        }
    }
    let text = "naming = S3cret";
    let shown = errors(text)[0].rendered(PLAIN, "kvspec.toml", text);
    assert!(shown.contains("naming ="), "{shown}");
}
