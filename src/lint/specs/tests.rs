use crate::{Linted, Linter, Locale, Run, Severity};

const RESOURCE: &str =
    "resource \"alicloud_kvstore_instance\" \"a\" {\n  instance_class = \"x\"\n  bad\n}\n";

fn lint(file: &str, text: &str) -> Vec<Linted> {
    Linter::new().file(file, &[]).lint(text, &mut Run::new())
}

/// The findings of all orders, without those that only inform.
fn findings(file: &str, text: &str) -> Vec<String> {
    let linted = lint(file, text);
    let all = linted.iter().flat_map(|one| &one.diagnostics);
    all.filter(|found| found.severity > Severity::Info)
        .map(|found| format!("{} {} {}", found.severity.name(), found.code, found.path))
        .collect()
}

#[test]
fn what_other_files_quote_is_no_order() {
    let program = format!("package main\n\nconst config = `\n{RESOURCE}`\n");
    let command = "run:\n\taliyun r-kvstore CreateInstance --EngineVersion 9\n";
    for file in [
        "a_test.go",
        "a.py",
        "a.rst",
        "a.ts",
        "a.mdx",
        "a.tftpl",
        "a.j2",
        "Makefile",
    ] {
        assert!(lint(file, &program).is_empty(), "{file}");
        assert!(lint(file, command).is_empty(), "{file}");
    }
    let script = "#!/usr/bin/env python3\ncommand = 'aliyun r-kvstore CreateInstance'\n";
    assert!(lint("create", script).is_empty());
    // What a text holds tells where no name does.
    assert_eq!(findings("main.tf", RESOURCE)[0], "error syntax ");
    assert_eq!(findings("<stdin>", RESOURCE)[0], "error syntax ");
    let script = "#!/bin/sh\naliyun r-kvstore CreateInstance --EngineVersion 9\n";
    assert!(!lint("create", script).is_empty());
}

#[test]
fn a_template_that_is_called_json_is_read_as_json() {
    let text = r#"{"Resources": {"C": {"Type": "ALIYUN::REDIS::Instance",}}}"#;
    let linted = lint("a.json", text);
    let found = &linted[0].diagnostics[0];
    assert!(found.message(Locale::En).contains("as JSON"), "{found:?}");
    assert!(lint("a.yaml", text)[0].profile.is_some());
    let broken = "Transform: Aliyun::Terraform-v1.5\nWorkspace:\n  main.tf: |\n    resource \"alicloud_kvstore_instance\" \"a\" {}\n bad\n";
    assert_eq!(findings("a.yml", broken), ["error syntax "]);
}

#[test]
fn what_cannot_be_read_has_the_format_of_its_name() {
    let bytes = b"# \xd6\xd0\nresource \"alicloud_kvstore_instance\" \"a\" {}\n";
    for (file, words) in [
        ("main.tf", "as Terraform"),
        ("a.yml", "as YAML"),
        ("a.json", "as JSON"),
    ] {
        let linter = Linter::new().file(file, &[]);
        let message = linter.not_utf8(bytes, 1, 0).diagnostics[0].message(Locale::En);
        assert!(
            message.contains(words) && message.contains("UTF-8"),
            "{message}"
        );
        assert!(
            linter.may_hold_an_order(&String::from_utf8_lossy(bytes)),
            "{file}"
        );
    }
    let code = Linter::new().file("a.go", &[]);
    assert!(!code.may_hold_an_order(&String::from_utf8_lossy(bytes)));
}

#[test]
fn a_template_of_a_chart_is_passed_over() {
    let head = "apiVersion: tair.alibabacloud.crossplane.io/v1alpha1\nkind: Instance\nmetadata:\n";
    let body = "spec:\n  forProvider:\n    instanceClass: x\n";
    let chart = format!("{head}  name: {{{{ .Release.Name }}}}-redis\n{body}");
    assert!(lint("a.yaml", &chart).is_empty());
    assert!(
        lint(
            "a.yaml",
            &format!("{{{{- if .Values.redis }}}}\n{head}  name: a\n{body}{{{{- end }}}}\n")
        )
        .is_empty()
    );
    // What is broken otherwise is told.
    let broken = lint("a.yaml", &format!("{head}  name: [a\n{body}"));
    assert!(
        broken
            .iter()
            .flat_map(|one| &one.diagnostics)
            .any(|found| found.code == crate::Code::Syntax)
    );
}

#[test]
fn a_query_string_alone_is_read_under_each_ending() {
    for name in ["a.query", "a.url", "a.txt", "a.json"] {
        let linted = lint(name, "RegionId=cn-hangzhou&InstanceClass=x&EngineVersion=9");
        assert_eq!(linted.len(), 1, "{name}");
        assert!(!linted[0].is_valid(), "{name}");
    }
}

#[test]
fn every_parameter_is_unknown_once() {
    let unknown = |text: &str| lint("a.yml", text)[0].unknown;
    let head = "Resources:\n  C:\n    Type: ALIYUN::REDIS::Instance\n    Properties:\n";
    let nested = "      EngineVersion: !If [B, !If [C, !If [D, '7.0', '6.0'], '6.0'], '5.0']\n";
    assert_eq!(unknown(&format!("{head}{nested}")), 1);
    let properties = [
        "ZoneId",
        "VpcId",
        "VSwitchId",
        "InstanceName",
        "EngineVersion",
        "InstanceClass",
    ];
    let many = properties.iter().enumerate();
    let many: Vec<String> = many
        .map(|(at, name)| format!("      {name}: !If [C{at}, a, {{Ref: P}}]\n"))
        .collect();
    let many = many.concat();
    assert_eq!(unknown(&format!("{head}{many}")), 6);
    let request = r#"{"RegionId": "cn-hangzhou", "ZoneId": "${ZONE}", "VpcId": "$VPC", "InstanceClass": "x"}"#;
    assert_eq!(lint("a.json", request)[0].unknown, 2);
    assert_eq!(
        lint("a.url", "Action=CreateInstance&RegionId=<region>")[0].unknown,
        1
    );
}

#[test]
fn what_rests_on_a_default_is_at_most_a_warning() {
    let order = |ips: &str, default: &str| {
        format!(
            "variable \"i\" {{\n  default = [{default}]\n}}\nresource \"alicloud_kvstore_instance\" \"a\" {{\n  instance_class = \"redis.shard.small.2.ce\"\n  engine_version = \"7.0\"\n  zone_id = \"cn-hangzhou-h\"\n  vswitch_id = alicloud_vswitch.app.id\n  security_ips = {ips}\n}}\n"
        )
    };
    let many: Vec<String> = (0..1001)
        .map(|at| format!("\"10.0.{}.{}\"", at / 250, at % 250))
        .collect();
    let many = many.join(", ");
    assert_eq!(
        findings("main.tf", &order("var.i", &many)),
        ["warning too-many-items /security_ips"]
    );
    assert_eq!(
        findings("main.tf", &order("[var.i]", "\"10.0.0.1\"")),
        ["warning type-mismatch /security_ips/0"]
    );
    assert_eq!(
        findings("main.tf", &order("[\"${var.i}\"]", "\"0.0.0.0/0\"")),
        ["warning open-whitelist /security_ips/0"]
    );
}

#[test]
fn and_so_on_in_a_url_puts_off_what_is_missing() {
    for text in [
        "https://r-kvstore.aliyuncs.com/?Action=CreateInstance&RegionId=cn-hangzhou&...",
        "https://r-kvstore.aliyuncs.com/?Action=CreateTairInstance&InstanceType=tair_rdb&…",
        "http(s)://[Endpoint]/?Action=CreateInstances\n&Instances=[{\"RegionId\":\"cn-hangzhou\",\"izNo\":\"cn-hangzhou-b\",\"instanceClass\":\"redis.master.small.default\"}]\n&<Common request parameters>",
    ] {
        let found = findings("a.url", text);
        assert!(
            !found.iter().any(|one| one.starts_with("error")),
            "{found:?}"
        );
    }
}

#[test]
fn commands_with_references_of_a_template() {
    let order = "aliyun r-kvstore CreateInstance --InstanceClass redis.shard.small.2.ce";
    for (flag, path) in [
        ("--EngineVersion {{ version }}", "/EngineVersion"),
        (
            "--EngineVersion={{ version | default('7.0') }}",
            "/EngineVersion",
        ),
        ("--InstanceName {{ name }}", "/InstanceName"),
    ] {
        let linted = lint("create.sh", &format!("{order} {flag}\n"));
        assert_eq!(linted[0].unknown, 1, "{flag}");
        let found = findings("create.sh", &format!("{order} {flag}\n"));
        assert_eq!(found, [format!("warning placeholder-value {path}")]);
    }
    for help in [
        "aliyun r-kvstore CreateInstance --help",
        "jdc redis create-cache-instance -h",
    ] {
        assert!(lint("create.sh", help).is_empty(), "{help}");
    }
}

#[test]
fn an_escaped_reference_is_text() {
    let text = "resources:\n  c:\n    type: alicloud:kvstore:Instance\n    properties:\n      dbInstanceName: a$${b}\n      vswitchId: v\n";
    assert!(
        findings("Pulumi.yaml", text)
            .contains(&"error name-forbidden-character /dbInstanceName".to_owned())
    );
}

/// What messages say.
mod messages {
    use crate::words::Locale;
    use crate::{Linter, Run};

    /// What is said of a file, in a language.
    fn said(name: &str, text: &str, locale: Locale) -> Vec<String> {
        let linted = Linter::new().file(name, &[]).lint(text, &mut Run::new());
        let found = linted.iter().flat_map(|linted| &linted.diagnostics);
        found
            .map(|found| format!("{} {}", found.code.name(), found.message(locale)))
            .collect()
    }

    #[track_caller]
    fn has(name: &str, text: &str, parts: &[&str], others: &[&str]) {
        let said = said(name, text, Locale::En).join("\n");
        for part in parts {
            assert!(said.contains(part), "no {part:?} in {said}");
        }
        for other in others {
            assert!(!said.contains(other), "{other:?} in {said}");
        }
    }

    #[test]
    fn names_are_told_where_they_belong() {
        has(
            "a.json",
            r#"{"regionId":"cn-north-1","cacheInstanceName":"a1","subnetId":"s","vpcId":"v","redisVersion":"4.0"}"#,
            &["`cacheInstanceName` is not a parameter here: it belongs in `cacheInstance`"],
            &["did you mean"],
        );
        has(
            "a.json",
            r#"{"region_id":"cn-hangzhou","instance_class":"redis.master.small.default","vpc_id":"vpc-1","v_switch_id":"vsw-1"}"#,
            &["did you mean `RegionId`?", "`RegionId` is required"],
            &[],
        );
    }

    #[test]
    fn values_are_told_in_the_words_of_their_kind() {
        let order = r#"{"RegionId":"cn-hangzhou","InstanceClass":"redis.shard.small.2.ce","EngineVersion":"7.0","SecondaryZoneId":"cn-hangzhou-MAZ1(b,c)"}"#;
        has(
            "a.json",
            order,
            &["which cannot hold `MAZ`"],
            &["whole number"],
        );
        let template = "Resources:\n  C:\n    Type: ALIYUN::REDIS::Instance\n    Properties:\n      \
                        InstanceClass: redis.shard.small.2.ce\n      EngineVersion: '7.0'\n";
        has(
            "a.yml",
            &format!(
                "{template}      ResourceGroupId: 0012\n      InstanceName: ab12\n      Tags: [a]\n"
            ),
            &[
                "type-coerced `ResourceGroupId`",
                "`Tags[0]` must be an object",
            ],
            &["type-coerced `InstanceName`"],
        );
        has(
            "a.yml",
            &format!("{template}      SSLEnabled: yes\n"),
            &["`SSLEnabled` takes `Disable`, `Enable` or `Update`"],
            &["in quotes"],
        );
    }

    #[test]
    fn problems_of_yaml_are_told_in_chinese() {
        let text = "Resources:\n  C:\n    Type: ALIYUN::REDIS::Instance\n    Properties:\n      InstanceClass: [\n";
        let said = said("a.yml", text, Locale::Zh).join("\n");
        assert!(said.contains("无法按 YAML 读取"), "{said}");
        assert!(!said.contains("while"), "{said}");
        let other = super::super::in_chinese("something else");
        assert_eq!(
            other.as_deref(),
            Some("内容有误（解析器原文：something else）")
        );
    }
}

/// What fixes change and what is hidden.
mod fixes_and_secrets {
    use crate::Linter;

    fn linter(file: &'static str) -> Linter<'static> {
        Linter::new().file(file, &[])
    }

    #[test]
    fn names_are_mended_only_where_they_stand_as_they_are_read() {
        let mended = |order: &str| linter("k.sh").fix(order, false).text;
        let jdc = "jdc redis create-cache-instance --region-id cn-north-1 --cache-instance ";
        for (written, wanted) in [
            (r#""{\"vpcid\":\"v\"}""#, r#""{\"vpcId\":\"v\"}""#),
            (r#"{\"vpcid\":\"v\"}"#, r#"{\"vpcId\":\"v\"}"#),
            (r#"$'{"vpcid":"v"}'"#, r#"$'{"vpcid":"v"}'"#),
            (r#"'{"vpcid":"v"}'"#, r#"'{"vpcId":"v"}'"#),
        ] {
            assert_eq!(mended(&format!("{jdc}{written}")), format!("{jdc}{wanted}"));
        }
        let aliyun = "aliyun r-kvstore CreateInstance --InstanceClass redis.shard.small.2.ce ";
        for (written, wanted) in [
            (
                "--Tag.1.key a --Tag.1.value=b",
                "--Tag.1.Key a --Tag.1.Value=b",
            ),
            ("\"--VPCId\" v", "\"--VpcId\" v"),
            ("--\"VPCId\" v", "--\"VPCId\" v"),
            ("--VPC\"\"Id v", "--VPC\"\"Id v"),
        ] {
            assert_eq!(
                mended(&format!("{aliyun}{written}")),
                format!("{aliyun}{wanted}")
            );
        }
    }

    #[test]
    fn secrets_are_hidden_wherever_an_order_has_them() {
        let terraform = |line: &str| {
            format!(
                "resource \"alicloud_kvstore_instance\" \"a\" {{\n{line}\n}}\n\
                 locals {{\n  pw = \"Zq7\"\n}}\n"
            )
        };
        for (file, text) in [
            (
                "k.sh",
                "aliyun --access-key-secret Zq7 r-kvstore CreateInstance".to_owned(),
            ),
            (
                "k.sh",
                "aliyun --sts-token=Zq7 r-kvstore CreateInstance --Foo 1".to_owned(),
            ),
            (
                "k.md",
                "```sh\naliyun r-kvstore --bearer-token \"Zq7\" CreateInstance\n```\n".to_owned(),
            ),
            ("k.tf", terraform("config = { requirepass = \"Zq7\" }")),
            ("k.tf", terraform("tags = { password = \"Zq7\" }")),
            (
                "k.tf",
                terraform("tags = merge(local.a, { password = \"Zq7\" })"),
            ),
            (
                "k.tf",
                terraform("password = local.pw\ninstance_name = local.pw"),
            ),
            ("k.tf", terraform("instance_name = \"redis://:Zq7@h\"")),
            (
                "k.tf",
                terraform("kms_encryption_context = { a = \"Zq7\" }"),
            ),
        ] {
            let shown = linter(file).redact(&text);
            assert!(!shown.contains("Zq7"), "{shown}");
            assert_eq!(shown.len(), text.len());
        }
    }

    #[test]
    fn names_of_what_is_followed_are_shown() {
        let text = "resource \"alicloud_kvstore_instance\" \"a\" {\n  engine_version = var.v\n}\n\
                    variable \"v\" {\n  default = \"7.0\" # hush\n}\n";
        let shown = linter("k.tf").redact(text);
        assert!(shown.contains("  default = \"7.0\"***"), "{shown}");
        assert!(!shown.contains("hush"));
        // In another file, its name alone stands here.
        let order = &text[..text.find("variable").unwrap()];
        let beside = [("v.tf".to_owned(), text[order.len()..].to_owned())];
        let shown = linter("k.tf").file("k.tf", &beside).redact(order);
        assert_eq!(shown, order);
    }
}

/// Where findings stand, and what they are named.
mod places_and_names {
    use super::super::*;
    use crate::run::Run;

    fn lint(file: &str, text: &str) -> Vec<Linted> {
        Linter::new().file(file, &[]).lint(text, &mut Run::new())
    }

    #[test]
    fn each_finding_has_its_line_and_the_comment_that_puts_it_off() {
        let mut text = String::new();
        for number in 0..40 {
            text.push_str("resource \"alicloud_kvstore_instance\" \"r");
            text.push_str(&number.to_string());
            text.push_str("\" {\n");
            text += "  # 中\n  nope = 1\n  other = 1 # kvspec: ignore[unknown-parameter]\n";
            text += "  port = 80 # kvspec: ignore[invalid-region]\n}\n";
        }
        let all = lint("main.tf", &text);
        assert_eq!(all.len(), 40);
        for (number, one) in all.iter().enumerate() {
            assert_eq!(one.hidden, 1);
            let lines = |code: Code| {
                let found = one
                    .diagnostics
                    .iter()
                    .filter(move |found| found.code == code);
                let lines = found.map(|found| found.span.map(|span| span.start.line));
                lines.collect::<Vec<_>>()
            };
            assert_eq!(lines(Code::UnknownParameter), [Some(number * 6 + 3)]);
            assert_eq!(lines(Code::UnusedIgnore), [Some(number * 6 + 5)]);
        }
    }

    #[test]
    fn covers_reach_as_far_as_the_one_around_them() {
        let ignore = |covers: Range<usize>| Ignore {
            span: 0..1,
            codes: Vec::new(),
            covers,
        };
        let ignores = [ignore(5..6), ignore(1..9), ignore(3..3), ignore(7..8)];
        let covers = Cover::sorted(&ignores);
        let shown: Vec<_> = covers
            .iter()
            .map(|cover| (cover.start, cover.last_end, cover.ignore))
            .collect();
        assert_eq!(shown, [(1, 9, 1), (5, 9, 0), (7, 9, 3)]);
    }

    #[test]
    fn what_is_no_order_has_a_name() {
        let ros = "ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  Cache:\n    Type: ALIYUN::REDIS::TairInstance\n";
        let pulumi = "runtime: yaml\nresources:\n  cache:\n    type: alicloud:redis:Instance\n";
        let shell = "#!/bin/sh\naliyun redis CreateInstance --RegionId a\n";
        for (file, text, format, name) in [
            ("a.yml", ros, SpecFormat::Ros, "Cache"),
            ("Pulumi.yaml", pulumi, SpecFormat::Pulumi, "cache"),
            ("a.sh", shell, SpecFormat::Shell, "line 2"),
        ] {
            let all = lint(file, text);
            assert_eq!(all.len(), 1, "{file}");
            assert_eq!(
                (all[0].format, all[0].name.as_deref()),
                (format, Some(name))
            );
        }
    }

    #[test]
    fn a_name_is_out_of_date_whatever_its_value() {
        for inside in ["enable_public = var.x", "node_type = var.x"] {
            let text = format!("resource \"alicloud_kvstore_instance\" \"x\" {{\n  {inside}\n}}\n");
            let all = lint("main.tf", &text);
            let mut found = all[0].diagnostics.iter();
            let is_told = found.any(|found| found.code == Code::DeprecatedParameter);
            assert!(is_told, "{inside}");
        }
    }
}
