use crate::{Linted, Linter, Run, Severity};

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
        .map(|found| format!("{} {} {}", found.severity, found.code, found.path))
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
    assert!(found.to_string().contains("as JSON"), "{found}");
    assert!(lint("a.yaml", text)[0].profile.is_some());
    let broken = "Transform: Aliyun::Terraform-v1.5\nWorkspace:\n  main.tf: |\n    resource \"alicloud_kvstore_instance\" \"a\" {}\n bad\n";
    assert_eq!(findings("a.yml", broken), ["error syntax "]);
}

#[test]
fn what_cannot_be_read_has_the_format_of_its_name() {
    let bytes = b"# \xd6\xd0\nresource \"alicloud_kvstore_instance\" \"a\" {}\n";
    for (file, words) in [
        ("main.tf", "as HCL"),
        ("a.yml", "as YAML"),
        ("a.json", "as JSON"),
    ] {
        let linter = Linter::new().file(file, &[]);
        let message = linter.not_utf8(bytes, 1, 0).diagnostics[0].to_string();
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
    let many: String = many
        .map(|(at, name)| format!("      {name}: !If [C{at}, a, {{Ref: P}}]\n"))
        .collect();
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
