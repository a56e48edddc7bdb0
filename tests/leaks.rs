//! Nothing leaks and nothing forges: whatever an order and the name of its file hold, no output
//! format shows a secret, and none has a character in it that does more than to be shown.

#![cfg(all(feature = "cli", feature = "proptest"))]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use std::fmt::Write as _;

use kvspec::house::HouseRules;
use kvspec::render::{github, human, json, line, ndjson, problem, sarif};
use kvspec::request::{CreateInstance, CreateInstances, Request};
use kvspec::{Checker, Linted, Linter, Locale, PROFILES, Run, Severity, Spec};
use proptest::prelude::*;

/// What every secret begins with, and what no message is made of.
const MARK: &str = "qZ9x";

/// Orders with `@S@` where a secret stands and `@C@` where a control character does. Where JSON or
/// HCL would not take the character as it is, it is written as an escape.
const ORDERS: &[&str] = &[
    r#"{"RegionId": "cn-hangzhou", "Capacity": 0, "Password": "@S@", "InstanceName": "a@C@b"}"#,
    r#"{"RegionId": "cn-hangzhou", "Capacity": 0, "PASSWORD": "@S@", "Passwrod": "@S@", "a@C@::error::b": "@S@"}"#,
    r#"{"RegionId": "x@C@", "Password": {"a": ["@S@"]}, "Config": {"requirepass": "@S@"}, "Period": "@C@"}"#,
    r#"{"RegionId": "cn-hangzhou", "Config": "{\"requirepass\": \"@S@\"}", "BusinessInfo": "{\"secret\": \"@S@\"}"}"#,
    r#"{"RegionId": "cn-hangzhou", "Config": "{\"requirepass\": \"@S@\" \"", "InstanceClass": "redis.@C@"}"#,
    r#"{"RegionId": "redis://:@S@@host:6379", "InstanceName": "redis://:@S@@host:6379", "Token": "x://@S@@y", "ChargeType": "http://@S@@z"}"#,
    r#"{"Instances": "[{\"RegionId\": \"r\", \"Password\": \"@S@\", \"pass\": \"@S@\", \"ChargeType\": \"{\\\"password\\\": \\\"@S@\\\"}\"}]"}"#,
    r#"{"regionId": "cn-north-1", "cacheInstance": {"password": "@S@", "Password": "@S@", "cacheInstanceName": "@C@"}, "charge": {"chargeMode": "{\"password\": \"@S@\"}"}}"#,
    r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "Password": "@S@", "#,
    r#"{"RegionId": "cn-hangzhou", "Password": "@S@"} {"Password": "@S@"}"#,
    r#"{"Action": "redis://:@S@@h", "RegionId": "cn-hangzhou", "Capacity": 1024, "SecurityToken": "@S@", "Signature": "@S@"}"#,
    "https://r-kvstore.aliyuncs.com/?Action=CreateInstance&RegionId=@C@&Password=Abc&@S@&Capacity=0#@S@",
    "https://u:@S@@r-kvstore.aliyuncs.com/?Action=CreateInstance&RegionId=cn-hangzhou&Password=@S@&Capacity=%zz",
    "Action=CreateInstance&RegionId=cn-hangzhou&Capacity=1024&passwd=@S@&InstanceName=redis://:@S@@h",
    "# kvspec: ignore[@S@]\nresource \"alicloud_kvstore_instance\" \"a\" {\n  # kvspec: ignore[@S@, open-whitelist, zone-unspecifed] because of @S@\n  instance_name = \"x@C@\"\n  password = \"@S@\" # kvspec: ignore @S@\n  db_instance_name = \"redis://:@S@@h\"\n  config = { requirepass = \"@S@\" }\n  nonsense = \"@S@\"\n}\n",
    "ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  Cache:\n    Type: ALIYUN::REDIS::Instance\n    Properties: # kvspec: ignore[@S@]\n      InstanceName: 'redis://:@S@@h'\n      Password: '@S@'\n      Passwort: '@S@'\n",
    "#!/bin/sh\n# kvspec: ignore[@S@]\naliyun --access-key-secret @S@ r-kvstore CreateInstance --RegionId cn-hangzhou --Password '@S@' --Passwort @S@ --Config '{\"requirepass\": \"@S@\"}' --InstanceName 'a@C@'\n",
    // A blank, a colon or a sign of equality is forgotten.
    r#"{"RegionId": "cn-hangzhou", "Capacity": 0, "Password:@S@": "", "Password @S@": 1, "passwd=@S@": {}, "passwd=@S@": 2}"#,
    r#"{"Instances": [{"RegionId": "r", "Password@S@": ""}], "regionId": {"password:@S@": 1}}"#,
    "Action=CreateInstance&RegionId=cn-hangzhou&Capacity=0&Password%3D@S@&Pasword=ab&@S@=1",
    "aliyun r-kvstore CreateInstance --RegionId cn-hangzhou --Password\"@S@\" '--Password @S@' --Password\u{a0}@S@ --access-key-secret@S@\njdc redis create-cache-instance '--password @S@' --cache-instance '{\"password:@S@\": 1}'\n",
    "ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  Cache:\n    Type: ALIYUN::REDIS::Instance\n    Properties: {InstanceClass: redis.nope, Password:@S@, Password @S@: x}\n",
    "resource \"alicloud_kvstore_instance\" \"a\" {\n  password@S@ = 1\n}\n",
    "An order:\n\n```json\n{\"RegionId\": \"cn-hangzhou\", \"Capacity\": 0, \"Password\": \"@S@\"}\n```\n",
];

const RULES: &str = "
[[patterns]]
parameter = 'Config'
pattern = '^zz'
[[patterns]]
parameter = 'BusinessInfo'
pattern = '^zz'
[[patterns]]
parameter = 'InstanceName'
pattern = '^zz'
[[patterns]]
parameter = 'RegionId'
pattern = '^zz'
";

/// Characters that move a cursor, end a line or turn the direction of writing.
const WILD: &[char] = &[
    '\u{0}', '\u{7}', '\u{1b}', '\r', '\n', '\u{7f}', '\u{85}', '\u{9b}', '\u{2028}', '\u{2029}',
    '\u{202e}', '\u{2066}', '\u{2069}',
];

/// The order, with the character as its format can have it.
fn order(template: &str, secret: &str, wild: char) -> String {
    let is_json = template.starts_with('{');
    let written = if is_json {
        format!("\\u{:04x}", u32::from(wild))
    } else if matches!(wild, '\n' | '\r' | '\0') {
        String::new()
    } else {
        wild.to_string()
    };
    template.replace("@S@", secret).replace("@C@", &written)
}

/// Everything that any format says of the findings, each with its name.
fn outputs(source: &str, text: &str, linter: &Linter<'_>) -> Vec<(&'static str, String)> {
    let linted: Vec<Linted> = linter.lint(text, &mut Run::new());
    let shown = human::Shown::redacted(linter.redact(text), 1, 0);
    let mut all = vec![("redact", kvspec::redact(text).replace(WILD, ""))];
    for locale in [Locale::En, Locale::Zh] {
        let mut out = Vec::new();
        let specs = linted.iter().map(|one| (source, one));
        let report = json::report(specs, locale);
        line::write_pretty(&mut out, &report).expect("a vector");
        let mut log = sarif::Writer::new(locale);
        for one in &linted {
            log.add(&mut out, source, one).expect("a vector");
            ndjson::Lines::new(Some(source), locale)
                .write(&mut out, one)
                .expect("a vector");
            line::write_line(&mut out, &ndjson::line(Some(source), one, locale)).expect("a vector");
        }
        log.unread(source, "it is no file");
        log.finish(&mut out).expect("a vector");
        let whole = sarif::log(linted.iter().map(|one| (source, one)), locale);
        line::write_line(&mut out, &whole).expect("a vector");
        all.push(("machines", String::from_utf8(out).expect("UTF-8")));
        for color in [false, true] {
            let style = human::Style {
                color,
                width: 100,
                locale,
            };
            let mut out = String::new();
            for found in linted.iter().flat_map(|one| &one.diagnostics) {
                let _ = writeln!(out, "{}", style.finding(source, Some(&shown), found));
                let _ = writeln!(out, "{}", style.finding(source, None, found));
                let _ = writeln!(out, "{}", style.concise(source, 1, found));
                let _ = writeln!(out, "{}", style.gist(found));
            }
            // Colour is what escapes are for.
            all.push(if color {
                ("colour", out.replace('\u{1b}', ""))
            } else {
                ("text", out)
            });
        }
        let mut lines = String::new();
        for one in &linted {
            lines += &github::annotations(source, one, locale);
        }
        assert!(lines.lines().all(|line| line.starts_with("::")), "{lines}");
        all.push(("github", lines));
    }
    for found in linted.iter().flat_map(|one| &one.diagnostics) {
        all.push(("debug", format!("{found:?}")));
    }
    all
}

/// What the library itself says of an order, read in every way.
fn reports(text: &str) -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    for profile in PROFILES.iter().filter(|profile| !profile.wire.converts) {
        let checker = Checker::new(profile);
        for report in [
            checker.check(Spec::Json(text)),
            checker.check(Spec::Query(text)),
        ] {
            all.push(("display", report.to_string()));
            all.push(("display in Chinese", report.display(Locale::Zh).to_string()));
            all.push(("debug", format!("{report:?}")));
            let mut out = Vec::new();
            let problem = problem::details(&report, Locale::En);
            line::write_line(&mut out, &problem).expect("a vector");
            all.push(("problem", String::from_utf8(out).expect("UTF-8")));
        }
    }
    let said = [
        CreateInstance::from_json(text).map(|valid| format!("{valid:?}")),
        CreateInstance::from_query(text).map(|valid| format!("{valid:?}")),
        CreateInstances::from_json(text).map(|valid| format!("{valid:?}")),
    ];
    all.extend(said.into_iter().map(|said| {
        (
            "read",
            said.unwrap_or_else(|report| format!("{report} {report:?}")),
        )
    }));
    match serde_json::from_str::<CreateInstance>(text) {
        Ok(order) => {
            all.push(("order", format!("{order:?}")));
            all.push(("order", order.check().to_string()));
        }
        Err(error) => all.push(("serde", format!("{error} {error:?}"))),
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 0, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_format_leaks_or_forges(
        rest in "[A-Za-z0-9]{4,20}",
        wild in prop::sample::select(WILD.to_vec()),
        has_rules in any::<bool>(),
        other in prop::sample::select(vec![
            kvspec::InputFormat::Hcl,
            kvspec::InputFormat::Yaml,
            kvspec::InputFormat::Shell,
            kvspec::InputFormat::Markdown,
        ]),
    ) {
        let secret = format!("{MARK}{rest}");
        let source = format!("orders/{wild}::error file=a{wild}.json");
        let rules = HouseRules::from_toml(RULES).expect("rules");
        let view = rules.for_no_file();
        for template in ORDERS {
            let text = order(template, &secret, wild);
            let mut linter = Linter::new().level(Severity::Info).file(&source, &[]);
            if has_rules {
                linter = linter.house_rules(&view);
            }
            let mut all = reports(&text);
            for format in [kvspec::InputFormat::Auto, other] {
                all.extend(outputs(&source, &text, &linter.format(format)));
            }
            for (name, out) in all {
                let leak = out.find(MARK);
                let forged = out.find(|c| c != '\n' && WILD.contains(&c));
                for at in [leak, forged].into_iter().flatten() {
                    let around: String = out[..at].chars().rev().take(200).collect();
                    let around: String = around.chars().rev().collect();
                    let rest: String = out[at..].chars().take(40).collect();
                    prop_assert!(false, "{name} of {template} as {other:?}: {around}>>>{rest:?}");
                }
            }
        }
    }
}

/// Files of other tools in which a value that the tool shows to nobody, `@S@`, is used where no
/// secret belongs.
const MISUSED: &[(&str, &str)] = &[
    (
        "main.tf",
        "variable \"admin_password\" {\n  default = \"@S@\"\n  sensitive = true\n}\nlocals {\n  made = \"x-${var.admin_password}\"\n  again = var.admin_password\n  own = sensitive(\"@S@\")\n}\nprovider \"alicloud\" {\n  region = var.admin_password\n}\nresource \"alicloud_kvstore_instance\" \"a\" {\n  engine_version = var.admin_password\n  instance_class = local.made\n  node_type = local.again\n  zone_id = \"cn-hangzhou-b\"\n  payment_type = var.b ? var.admin_password : \"PostPaid\"\n  instance_type = local.own\n  vpc_auth_mode = sensitive(\"@S@\")\n  config = { maxmemory-policy = var.admin_password, hz = \"often\" }\n  security_ips = [var.admin_password, \"0.0.0.0/0\"]\n  tags = { a = \"${var.admin_password}\" }\n  db_instance_name = \"@${var.admin_password}\"\n  resource_group_id = \"${local.own} \"\n  nonsense = 1\n}\n",
    ),
    (
        "main.tf.json",
        "{\"variable\": {\"pw\": {\"default\": \"@S@\", \"sensitive\": true}}, \"resource\": {\"alicloud_redis_tair_instance\": {\"a\": {\n\"engine_version\": \"${var.pw}\", \"instance_class\": \"x-${var.pw}\", \"payment_type\": \"${sensitive(var.pw)}\",\n\"node_type\": \"x\"}}}}\n",
    ),
    (
        "a.yml",
        "ROSTemplateFormatVersion: '2015-09-01'\nParameters:\n  P: {Type: String, NoEcho: true, Default: '@S@'}\nResources:\n  Cache:\n    Type: ALIYUN::REDIS::Instance\n    Properties:\n      InstanceClass: !Ref P\n      EngineVersion: {Ref: P}\n      ChargeType: !Sub '${P}'\n      NodeType: !If [C, !Ref P, MASTER_SLAVE]\n      SecurityIPs: [!Ref P]\n      ShardCount: x\n",
    ),
    (
        "Pulumi.yaml",
        "name: a\nruntime: yaml\nconfiguration:\n  pw: {type: string, secret: true, default: '@S@'}\nvariables:\n  own:\n    fn::secret: '@S@'\n  more: ${own}\nresources:\n  r:\n    type: alicloud:kvstore:Instance\n    properties:\n      instanceClass: ${pw}\n      engineVersion: ${own}\n      nodeType: ${more}\n      paymentType:\n        fn::secret: '@S@'\n      zoneId: x-${pw}\n      config: {hz: '${pw}', maxmemory-policy: x}\n      nonsense: 1\n",
    ),
];

#[test]
fn what_a_tool_hides_is_hidden_wherever_it_is_used() {
    let secret = format!("{MARK}Abc 1");
    for (file, template) in MISUSED {
        let text = template.replace("@S@", &secret);
        let linter = Linter::new().file(file, &[]);
        let all = outputs(file, &text, &linter);
        let is_judged = all
            .iter()
            .any(|(name, out)| *name == "text" && !out.is_empty());
        assert!(is_judged, "{file}");
        for (name, out) in all {
            assert!(!out.contains(MARK), "{name} of {file}: {out}");
        }
    }
}

#[test]
fn secrets_of_a_script_are_shown_nowhere() {
    let order = "aliyun r-kvstore CreateInstance --RegionId cn-hangzhou --ZoneId cn-hangzhou-b";
    for (before, flag) in [
        ("REDIS_PASSWORD=@S@", "--EngineVersion $REDIS_PASSWORD"),
        (
            "REDIS_PASSWORD='@S@'",
            "--InstanceClass \"$REDIS_PASSWORD\"",
        ),
        (
            "export DB_PWD=@S@",
            "--ChargeType $DB_PWD --Period ${DB_PWD}",
        ),
        ("DB_PASS=@S@; NAME=$DB_PASS", "--EngineVersion $NAME"),
        ("", "--Port ${APP_SECRET:-@S@} --Capacity x"),
        ("", "--InstanceName =x${APP_SECRET:-@S@} --Capacity x"),
        ("DEPLOY_TOKEN=@S@", "--EngineVersion 1${DEPLOY_TOKEN}"),
        (
            "API_TOKEN=@S@",
            "--EngineVersion $API_TOKEN --RegionId $API_TOKEN",
        ),
        (
            "PASSWORD=@S@",
            "--Tag.1.Key k --Tag.1.Value \"$PASSWORD\" --PrivateIpAddress $PASSWORD",
        ),
        (
            "PASSWORD=@S@",
            "--InstanceClas $PASSWORD --SecurityIPList=\"$PASSWORD\"",
        ),
    ] {
        let script = format!("{before}\n{order} {flag}\n").replace("@S@", &format!("{MARK}!a"));
        for text in [script.clone(), format!("# How to\n\n```sh\n{script}```\n")] {
            let file = if text.starts_with('#') {
                "a.md"
            } else {
                "a.sh"
            };
            let linter = Linter::new().level(Severity::Info).file(file, &[]);
            assert!(!linter.lint(&text, &mut Run::new()).is_empty(), "{text}");
            for (name, out) in outputs(file, &text, &linter) {
                if name != "redact" {
                    assert!(!out.contains(MARK), "{name} of {text}: {out}");
                }
            }
            assert!(
                !linter.redact(&text).contains(MARK),
                "{}",
                linter.redact(&text)
            );
        }
    }
    // Where a password is asked for it is judged, and an order's own Token is shown.
    let text = format!("REDIS_PASSWORD=short\n{order} --Password $REDIS_PASSWORD\n");
    let linted = Linter::new().file("a.sh", &[]).lint(&text, &mut Run::new());
    let codes = linted[0].diagnostics.iter().map(|found| found.code.name());
    assert!(
        codes.clone().any(|code| code.starts_with("password")),
        "{:?}",
        codes.collect::<Vec<_>>()
    );
}
