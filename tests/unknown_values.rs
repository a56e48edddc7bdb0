//! What is said of values that are not known before a tool runs, or known as one of two.
#![cfg(feature = "formats")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use kvspec::{Linted, Linter, Run, Severity};

fn lint(file: &str, text: &str) -> Vec<Linted> {
    Linter::new().file(file, &[]).lint(text, &mut Run::new())
}

/// The findings of each order, without those that only inform: with their lines, in order.
fn findings(file: &str, text: &str) -> Vec<Vec<String>> {
    let of_one = |one: &Linted| {
        let told = (one.diagnostics.iter()).filter(|found| found.severity > Severity::Info);
        let line = |found: &kvspec::Diagnostic| found.span.map_or(0, |span| span.start.line);
        told.map(|found| {
            let severity = found.severity.name();
            format!("{}: {severity} {} {}", line(found), found.code, found.path)
        })
        .collect()
    };
    lint(file, text).iter().map(of_one).collect()
}

const NONE: &[&str] = &[];

/// A classic instance in Terraform with these arguments, from its fourth line on.
fn kvstore(arguments: &str) -> String {
    format!(
        "resource \"alicloud_kvstore_instance\" \"a\" {{\n  vswitch_id = \"vsw-1\"\n\n{arguments}\n}}\n"
    )
}

/// A resource of ROS with these properties, from its eighth line on.
fn ros(properties: &str) -> String {
    format!(
        "Parameters: {{X: {{Type: String}}}}\nResources:\n  A:\n    Type: ALIYUN::REDIS::Instance\n    Properties:\n      ZoneId: cn-hangzhou-h\n      EngineVersion: '7.0'\n{properties}      VpcId: vpc-1\n      VSwitchId: vsw-1\n"
    )
}

#[test]
fn a_map_with_a_key_that_is_computed_is_not_empty() {
    let class = "instance_class = \"redis.master.large.default\"";
    for map in [
        "{ (var.k) = \"1\" }",
        "{ \"${var.k}-x\" = \"1\" }",
        "{ for k in var.k : k => 1 }",
        "{ (local.k) = \"10\" }",
    ] {
        let text = kvstore(&format!("{class}\n  config = {map}"));
        assert_eq!(findings("main.tf", &text), [NONE], "{map}");
    }
    // What the parentheses come to is known here.
    let named = kvstore(&format!("{class}\n  config = {{ (\"hzz\") = \"10\" }}"));
    assert_eq!(
        findings("main.tf", &named),
        [["5: warning config-unknown-key /config/hzz"]]
    );
    // What has null under it is not there, whichever name it has.
    for null in [
        "hzz = null",
        "hzz = \"10\", hzz = null",
        "hzz = var.k ? null : null",
    ] {
        let text = kvstore(&format!(
            "{class}\n  config = {{ {null}, timeout = \"10\" }}"
        ));
        let told = findings("main.tf", &text).concat();
        let is_of_key = |found: &String| found.contains("config-unknown-key");
        assert!(!told.iter().any(is_of_key), "{null}: {told:?}");
    }
    let empty = kvstore(&format!("{class}\n  config = {{}}"));
    assert_eq!(
        findings("main.tf", &empty),
        [["5: error empty-list /config"]]
    );
    let json = r#"{"resource":{"alicloud_kvstore_instance":{"a":{"instance_class":"redis.master.large.default","vswitch_id":"vsw-1","config":{"${var.k}":"1"}}}}}"#;
    assert_eq!(findings("main.tf.json", json), [NONE]);
}

#[test]
fn nothing_inside_counts_while_it_is_not_known_whether_it_has_a_meaning() {
    let inside = "      TairConfig: {StorageType: essd_pl9, Storage: 0, Shards: 2}\n";
    let known = format!("      InstanceClass: redis.shard.mid.2.ce\n{inside}");
    assert_eq!(
        findings("a.yml", &ros(&known)),
        [["9: warning ignored-parameter /TairConfig"]]
    );
    let unknown = format!("      InstanceClass: !Ref X\n{inside}");
    assert_eq!(findings("a.yml", &ros(&unknown)), [NONE]);
    // The product tells what the class does not.
    let product = format!("{unknown}      ProductType: Tair_rdb\n");
    assert_eq!(
        findings("a.yml", &ros(&product)),
        [[
            "9: warning ignored-parameter /TairConfig/StorageType",
            "9: warning ignored-parameter /TairConfig/Storage"
        ]]
    );
}

#[test]
fn a_value_is_judged_on_each_arm() {
    for (arguments, expected) in [
        (
            "  instance_class = var.b ? \"redis.master.large.default\" : \"redis.master.samll.default\"",
            vec!["4: warning unknown-class /instance_class"],
        ),
        (
            "  instance_class = (var.b ?\n \"redis.master.larg.default\" :\n \"redis.master.samll.default\")",
            vec![
                "5: warning unknown-class /instance_class",
                "6: warning unknown-class /instance_class",
            ],
        ),
        (
            "  instance_class = var.b ? \"redis.master.large.default\" : \"redis.cluster.sharding.common.ce\"",
            vec!["4: warning collective-class /instance_class"],
        ),
        (
            "  instance_class = var.b ? \"redis.master.large.default\" : \"redis.logic.splitrw.small.1db.1rodb.4proxy.default\"",
            vec!["4: warning retired-class /instance_class"],
        ),
        (
            "  capacity = var.b ? 100 : 1024",
            vec!["4: warning unlikely-value /capacity"],
        ),
        (
            "  capacity = 1024\n  read_only_count = var.b ? 7 : 1",
            vec!["5: warning unlikely-value /read_only_count"],
        ),
        (
            "  capacity = 1024\n  private_connection_port = var.b ? 80 : 6379",
            vec!["5: warning unlikely-value /private_connection_port"],
        ),
        (
            "  capacity = 1024\n  private_connection_prefix = var.b ? \"orders-cache\" : \"orderscache\"",
            vec!["5: warning unlikely-value /private_connection_prefix"],
        ),
    ] {
        let text = kvstore(arguments);
        assert_eq!(findings("main.tf", &text), [expected], "{arguments}");
    }
    let swapped = "resource \"alicloud_kvstore_instance\" \"a\" {\n  capacity = 1024\n  vswitch_id = var.b ? \"vpc-1\" : \"vsw-1\"\n}\n";
    assert_eq!(
        findings("main.tf", swapped),
        [["3: warning swapped-identifiers /vswitch_id"]]
    );
    // That there may be none is no mistake.
    let absent = "resource \"alicloud_kvstore_instance\" \"a\" {\n  capacity = 1024\n  vswitch_id = var.b ? null : \"vsw-1\"\n}\n";
    assert_eq!(findings("main.tf", absent), [NONE]);
    let template = ros(
        "      InstanceClass:\n        Fn::If:\n          - B\n          - redis.shard.mid.2.ce\n          - redis.shard.mdi.2.ce\n",
    );
    let template = format!("Conditions: {{B: {{Fn::Equals: [!Ref X, a]}}}}\n{template}");
    assert_eq!(
        findings("a.yml", &template),
        [["13: warning unknown-class /InstanceClass"]]
    );
}

#[test]
fn a_relation_is_told_if_it_fails_on_every_combination() {
    let provider = "provider \"alicloud\" {\n  region = \"cn-hangzhou\"\n}\n";
    let zones = |one: &str, other: &str| {
        let arguments = format!("  capacity = 1024\n  zone_id = var.x ? \"{one}\" : \"{other}\"");
        findings("main.tf", &format!("{provider}{}", kvstore(&arguments)))
    };
    assert_eq!(zones("cn-beijing-a", "cn-hangzhou-b"), [NONE]);
    assert_eq!(
        zones("cn-beijing-a", "cn-shanghai-b"),
        [["8: warning zone-outside-region /zone_id"]]
    );
    let twice = kvstore(
        "  capacity = 1024\n  security_ips = [var.x ? \"10.0.0.1\" : \"10.0.0.2\", \"10.0.0.1\"]",
    );
    assert_eq!(findings("main.tf", &twice), [NONE]);
    // Of two severities the lower one is sure.
    let engines = kvstore(
        "  engine_version = \"6.0\"\n  instance_class = var.x ? \"redis.master.large.default\" : \"redis.amber.master.small.multithread\"",
    );
    assert_eq!(
        findings("main.tf", &engines),
        [["4: warning class-engine-mismatch /engine_version"]]
    );
}

#[test]
fn placeholders_in_maps_are_told() {
    let class = "  instance_class = \"redis.master.large.default\"\n";
    let told = |map: &str| findings("main.tf", &kvstore(&format!("{class}  {map}")));
    assert_eq!(
        told("tags = { env = \"<env>\", stage = \"prod\" }"),
        [["5: warning placeholder-value /tags/env"]]
    );
    assert_eq!(
        told("config = { maxmemory-policy = \"<policy>\", hz = \"{{ hz }}\" }"),
        [[
            "5: warning placeholder-value /config/maxmemory-policy",
            "5: warning placeholder-value /config/hz"
        ]]
    );
    assert_eq!(
        told("tags = { a = \"<a>\", b = \"<b>\", c = \"<c>\" }"),
        [["5: warning placeholder-value "]]
    );
    // References of the tool's own, and a mask in a text that anybody may write.
    for map in [
        "tags = { a = var.a, b = \"${var.b}-x\", d = \"xxxx\" }",
        "config = { hz = var.hz }",
    ] {
        assert_eq!(told(map), [NONE], "{map}");
    }
    let pulumi = "runtime: yaml\nresources:\n  r:\n    type: alicloud:kvstore:Instance\n    properties:\n      instanceClass: redis.master.large.default\n      vswitchId: vsw-1\n      tags: {a: \"<a>\", b: \"${b}\", c: \"$${c}\"}\n";
    assert_eq!(
        findings("Pulumi.yaml", pulumi),
        [["8: warning placeholder-value /tags/a"]]
    );
}

#[test]
fn a_parameter_is_unknown_once_whatever_of_it_is() {
    let unknown = |file: &str, text: &str| lint(file, text)[0].unknown;
    for (arguments, expected) in [
        ("tags = { a = var.x }", 1),
        ("tags = { a = var.x, b = var.y, (var.k) = \"c\" }", 1),
        ("config = { hz = var.h }", 1),
        ("config = { (var.k) = \"1\" }", 1),
        ("security_ips = [var.x, var.y]", 1),
        (
            "security_ips = [var.x, \"10.0.0.1\"]\n  tags = { a = \"<a>\" }",
            2,
        ),
        ("tags = { a = \"b\" }\n  security_ips = [\"10.0.0.1\"]", 0),
    ] {
        let text = kvstore(&format!("  capacity = 1024\n  {arguments}"));
        assert_eq!(unknown("main.tf", &text), expected, "{arguments}");
    }
    let escaped = "runtime: yaml\nresources:\n  r:\n    type: alicloud:kvstore:Instance\n    properties:\n      vswitchId: vsw-1\n      tags: {c: \"$${c}\"}\n";
    assert_eq!(unknown("Pulumi.yaml", escaped), 0);
    let tags = ros("      Tags: [{Key: !Ref A, Value: !Ref B}, {Key: c, Value: !Ref D}]\n");
    assert_eq!(unknown("a.yml", &tags), 1);
    let config = r#"{"Action": "CreateInstance", "Config": "{\"EvictionPolicy\": \"${x}\", \"hash-max-ziplist-value\": \"${{ y }}\"}"}"#;
    let profile = kvspec::Profile::by_id("alibaba.create-instance.cn").expect("a profile");
    let linted = Linter::new()
        .file("a.json", &[])
        .profile(profile)
        .lint(config, &mut Run::new());
    assert_eq!(linted[0].unknown, 1);
}

/// HCL takes the last one without a word.
#[test]
fn a_key_that_stands_twice_in_a_map_is_told_and_the_last_one_is_judged() {
    let class = "  instance_class = \"redis.master.large.default\"\n";
    let told = |map: &str| findings("main.tf", &kvstore(&format!("{class}  {map}")));
    assert_eq!(
        told("config = {\n    hz = \"0\"\n    hz = \"10\"\n  }"),
        [["7: warning duplicate-parameter /config/hz"]]
    );
    assert_eq!(
        told("config = {\n    hz = \"10\"\n    hz = \"often\"\n  }"),
        [[
            "7: warning duplicate-parameter /config/hz",
            "7: warning config-unlikely-value /config/hz"
        ]]
    );
    assert_eq!(
        told("tags = { a = \"<b>\", A = \"b\", a = \"c\" }"),
        [["5: warning duplicate-parameter /tags/a"]]
    );
    let json = r#"{"resource":{"alicloud_kvstore_instance":{"a":{"instance_class":"redis.master.large.default","vswitch_id":"vsw-1","tags":{"a":"b","a":"c"}}}}}"#;
    assert_eq!(
        findings("main.tf.json", json),
        [["1: error duplicate-parameter /tags/a"]]
    );
    let pulumi = "runtime: yaml\nresources:\n  r:\n    type: alicloud:kvstore:Instance\n    properties:\n      instanceClass: redis.master.large.default\n      vswitchId: vsw-1\n      config: {hz: \"10\", hz: \"20\"}\n";
    assert_eq!(
        findings("Pulumi.yaml", pulumi),
        [["8: error duplicate-parameter /config/hz"]]
    );
}

#[test]
fn a_classic_class_has_no_use_for_what_cloud_native_ones_take_in_the_tair_resource_too() {
    let order = |class: &str, more: &str| {
        let text = format!(
            "resource \"alicloud_redis_tair_instance\" \"a\" {{\n  instance_class = \"{class}\"\n  instance_type = \"tair_rdb\"\n  engine_version = \"5.0\"\n  payment_type = \"PayAsYouGo\"\n  vpc_id = \"vpc-1\"\n  vswitch_id = \"vsw-1\"\n  zone_id = \"cn-hangzhou-h\"\n  secondary_zone_id = \"cn-hangzhou-g\"\n  {more}\n}}\n"
        );
        findings("main.tf", &text)
    };
    let operation = "2: warning class-operation-mismatch /instance_class";
    for (class, more, found) in [
        (
            "redis.master.small.default",
            "read_only_count = 2",
            "10: warning ignored-parameter /read_only_count",
        ),
        (
            "redis.master.small.default",
            "slave_read_only_count = 2",
            "10: warning ignored-parameter /slave_read_only_count",
        ),
        (
            "redis.master.small.default",
            "recover_config_mode = \"account\"",
            "10: warning ignored-parameter /recover_config_mode",
        ),
        (
            "redis.logic.sharding.1g.2db.0rodb.4proxy.default",
            "shard_count = 4",
            "10: warning shard-count-mismatch /shard_count",
        ),
    ] {
        assert_eq!(order(class, more), [[operation, found]], "{more}");
    }
    assert_eq!(
        order("tair.rdb.2g", "storage_performance_level = \"PL0\""),
        [[
            "10: error invalid-value /storage_performance_level",
            "10: warning ignored-parameter /storage_performance_level"
        ]]
    );
    for (period, expected) in [
        (
            "10",
            vec![
                "10: error invalid-value /period",
                "10: warning ignored-parameter /period",
            ],
        ),
        ("9", vec!["10: warning ignored-parameter /period"]),
        ("0", vec![]),
        ("alicloud_x.y.period", vec![]),
    ] {
        let found = order("tair.rdb.2g", &format!("period = {period}"));
        assert_eq!(found, [expected], "{period}");
    }
    assert_eq!(
        order("tair.rdb.2g", "storage_size_gb = 2.5"),
        [[
            "10: error invalid-value /storage_size_gb",
            "10: warning ignored-parameter /storage_size_gb"
        ]]
    );
    assert_eq!(order("tair.rdb.2g", "read_only_count = 2"), [NONE]);
}

#[test]
fn a_default_is_not_judged_where_a_condition_asks_for_its_variable() {
    let variables = "variable \"zone\" {\n  default = \"\"\n}\nvariable \"n\" {\n  default = 0\n}\nvariable \"ips\" {\n  default = []\n}\nvariable \"pay\" {\n  default = \"PostPaid\"\n}\nlocals {\n  has_zone = var.zone != \"\"\n  zone = local.has_zone ? var.zone : null\n}\n";
    let told = |arguments: &str| {
        let text = format!(
            "resource \"alicloud_kvstore_instance\" \"a\" {{\n  instance_class = \"redis.master.large.default\"\n  {arguments}\n}}\n{variables}"
        );
        findings("main.tf", &text)
    };
    for arguments in [
        "vswitch_id = \"vsw-1\"\n  secondary_zone_id = var.zone != \"\" ? var.zone : null",
        "vswitch_id = \"vsw-1\"\n  secondary_zone_id = var.zone == \"\" ? null : var.zone",
        "vswitch_id = \"vsw-1\"\n  secondary_zone_id = !(var.zone == \"\") ? \"${var.zone}\" : null",
        "vswitch_id = \"vsw-1\"\n  secondary_zone_id = local.zone",
        "vswitch_id = \"vsw-1\"\n  secondary_zone_id = local.has_zone ? var.zone : null",
        "vswitch_id = \"vsw-1\"\n  private_connection_port = var.n > 1 ? var.n : null",
        "vswitch_id = \"vsw-1\"\n  security_ips = length(var.ips) > 0 ? var.ips : [\"10.0.0.1\"]",
        "vswitch_id = \"vsw-1\"\n  security_ips = try(length(var.ips), 0) > 0 ? var.ips : null",
        "count = var.zone != \"\" ? 1 : 0\n  vswitch_id = var.zone",
        "for_each = var.zone == \"\" ? toset([]) : toset([\"a\"])\n  vswitch_id = var.zone",
        "vswitch_id = \"vsw-1\"\n  count = var.pay == \"PrePaid\" ? 1 : 0\n  payment_type = var.pay\n  period = 1",
    ] {
        assert_eq!(told(arguments), [NONE], "{arguments}");
    }
    // Where nothing asks for it, and where something asks for another one.
    for arguments in [
        "vswitch_id = \"vsw-1\"\n  secondary_zone_id = var.zone",
        "vswitch_id = \"vsw-1\"\n  secondary_zone_id = var.n > 0 ? var.zone : \"cn-hangzhou-h\"",
        "count = var.n\n  vswitch_id = \"vsw-1\"\n  secondary_zone_id = var.zone",
    ] {
        let found = told(arguments).concat();
        assert!(
            found.iter().any(|one| one.contains("empty-value")),
            "{arguments}: {found:?}"
        );
    }
    let json = |body: &str| {
        let text = format!(
            "{{\"variable\":{{\"zone\":{{\"default\":\"\"}}}},\"locals\":{{\"some\":\"${{var.zone != \\\"\\\"}}\"}},\"resource\":{{\"alicloud_kvstore_instance\":{{\"a\":{{\"instance_class\":\"redis.master.large.default\",{body}}}}}}}}}"
        );
        findings("main.tf.json", &text)
    };
    for body in [
        "\"vswitch_id\":\"vsw-1\",\"secondary_zone_id\":\"${var.zone != \\\"\\\" ? var.zone : null}\"",
        "\"vswitch_id\":\"vsw-1\",\"secondary_zone_id\":\"${local.some ? var.zone : null}\"",
        "\"count\":\"${var.zone != \\\"\\\" ? 1 : 0}\",\"vswitch_id\":\"${var.zone}\"",
    ] {
        assert_eq!(json(body), [NONE], "{body}");
    }
}

#[test]
fn a_default_is_not_judged_where_a_condition_of_a_template_asks_for_its_parameter() {
    let told = |conditions: &str, head: &str, properties: &str| {
        let text = format!(
            "Parameters:\n  N: {{Type: Number, Default: 0}}\n  M: {{Type: Number, Default: 0}}\nConditions:\n{conditions}Resources:\n  A:\n    Type: ALIYUN::REDIS::Instance\n{head}    Properties:\n      ZoneId: cn-hangzhou-h\n      EngineVersion: '7.0'\n      InstanceClass: redis.shard.small.2.ce\n      VpcId: vpc-1\n      VSwitchId: vsw-1\n{properties}"
        );
        findings("a.yml", &text)
    };
    let has_n = "  HasN: {Fn::Not: {Fn::Equals: [0, {Ref: N}]}}\n";
    let has_both = "  HasBoth: !And [HasN, !Equals [a, b]]\n";
    for (conditions, head, properties) in [
        (
            has_n.to_owned(),
            "",
            "      ShardCount: !If [HasN, !Ref N, 2]\n",
        ),
        (
            format!("{has_n}{has_both}"),
            "",
            "      ShardCount:\n        Fn::If: [HasBoth, {Ref: N}, 2]\n",
        ),
        (
            has_n.to_owned(),
            "    Condition: HasN\n",
            "      ShardCount: !Ref N\n",
        ),
    ] {
        assert_eq!(
            told(&conditions, head, properties),
            [NONE],
            "{head}{properties}"
        );
    }
    // Of another parameter the condition says nothing.
    for (head, properties) in [
        ("", "      ShardCount: !If [HasN, !Ref M, 2]\n"),
        ("    Condition: HasN\n", "      ShardCount: !Ref M\n"),
    ] {
        let found = told(has_n, head, properties).concat();
        assert_eq!(found.len(), 1, "{properties}: {found:?}");
        assert!(found[0].contains("out-of-range /ShardCount"), "{found:?}");
    }
}

#[test]
fn nothing_is_missing_in_a_file_that_is_merged_into_others() {
    let order = "resource \"alicloud_kvstore_instance\" \"a\" {\n  instance_class = \"redis.master.large.default\"\n}\n";
    let tair = "resource \"alicloud_redis_tair_instance\" \"a\" {\n  period = 1\n}\n";
    let json = "{\"resource\":{\"alicloud_kvstore_instance\":{\"a\":{\"instance_class\":\"redis.master.large.default\"}}}}";
    let all = |file: &str, text: &str| -> Vec<String> {
        let found = lint(file, text);
        assert_eq!(found.len(), 1, "{file}");
        let codes = found[0].diagnostics.iter();
        codes.map(|found| found.code.name().to_owned()).collect()
    };
    for (file, text) in [
        ("override.tf", order),
        ("infra/main_override.tf", order),
        ("main_override.tofu", order),
        ("main_override.tf", tair),
        ("override.tf.json", json),
        ("cache_override.tf.json", json),
    ] {
        assert_eq!(all(file, text), NONE, "{file}");
    }
    // What is there is judged, and a file that is called so by chance is no such file.
    let wrong = order.replace(".large.", ".larg.");
    assert_eq!(
        findings("override.tf", &wrong),
        [["2: warning unknown-class /instance_class"]]
    );
    for file in ["main.tf", "nooverride.tf", "override_main.tf"] {
        assert!(
            all(file, order).contains(&"vpc-unspecified".to_owned()),
            "{file}"
        );
    }
}

#[test]
fn renaming_is_unsafe_where_changes_of_the_old_name_are_ignored() {
    let safe = |file: &str, text: &str| -> Vec<String> {
        let linted = lint(file, text);
        let found = linted.iter().flat_map(|one| &one.diagnostics);
        let is_safe = |found: &&kvspec::Diagnostic| {
            let fix = found.fix.as_ref();
            fix.is_some_and(|fix| fix.applicability == kvspec::diagnostic::Applicability::Safe)
        };
        let paths = found.filter(is_safe).map(|found| found.path.to_string());
        paths.collect()
    };
    let arguments = "  instance_class = \"redis.master.large.default\"\n  instance_name = \"bb\"\n  availability_zone = \"cn-hangzhou-h\"\n";
    let with = |lifecycle: &str| safe("main.tf", &kvstore(&format!("{arguments}{lifecycle}")));
    let both = ["/instance_name", "/availability_zone"];
    assert_eq!(with(""), both);
    assert_eq!(with("  lifecycle {\n    ignore_changes = all\n  }"), both);
    assert_eq!(
        with("  lifecycle {\n    ignore_changes = [tags]\n  }"),
        both
    );
    assert_eq!(
        with("  lifecycle {\n    ignore_changes = [instance_name, tags[\"a\"]]\n  }"),
        both[1..]
    );
    assert_eq!(
        with(
            "  lifecycle {\n    ignore_changes = [\n      \"instance_name\", # ours\n      availability_zone,\n    ]\n  }"
        ),
        NONE
    );
    let json = "{\"resource\":{\"alicloud_kvstore_instance\":{\"a\":{\"instance_class\":\"redis.master.large.default\",\"vswitch_id\":\"vsw-1\",\"instance_name\":\"bb\",\"availability_zone\":\"cn-hangzhou-h\",\"lifecycle\":{\"ignore_changes\":[\"instance_name\"]}}}}}";
    assert_eq!(safe("main.tf.json", json), both[1..]);
}

#[test]
fn what_is_about_a_name_is_told_once_whatever_arms_its_value_has() {
    let told = |arguments: &str| {
        let text = kvstore(&format!(
            "  instance_class = \"redis.master.large.default\"\n  {arguments}"
        ));
        findings("main.tf", &text)
    };
    for (arguments, expected) in [
        (
            "node_type = var.p ? \"double\" : \"single\"",
            "5: warning deprecated-parameter /node_type",
        ),
        (
            "instance_name = var.p ? \"one\" : var.q ? \"two\" : \"three\"",
            "5: warning deprecated-parameter /instance_name",
        ),
        (
            "nonsense = var.p ? \"one\" : \"two\"",
            "5: error unknown-parameter /nonsense",
        ),
    ] {
        assert_eq!(told(arguments), [[expected]], "{arguments}");
    }
}

/// What may be absent conflicts with nothing, and a default is sure of nothing.
#[test]
fn two_names_of_one_argument_conflict_where_both_are_there_for_sure() {
    let both = |old: &str, new: &str| {
        kvstore(&format!(
            "instance_class = \"redis.shard.small.2.ce\"\n  zone_id = \"z\"\n  db_instance_name = {new}\n  instance_name = {old}"
        )) + "variable \"none\" { default = null }\nvariable \"name\" { default = \"name\" }\n"
    };
    for (old, new) in [
        ("var.none", "\"name\""),
        ("\"name\"", "var.none"),
        ("var.other", "var.none"),
        ("try(var.p, null)", "lookup(var.m, \"n\", null)"),
    ] {
        assert_eq!(findings("main.tf", &both(old, new)), [NONE], "{old} {new}");
    }
    let line = |severity: &str| format!("7: {severity} conflicting-parameters /instance_name");
    let sure = both("\"name\"", "\"other\"");
    assert_eq!(findings("main.tf", &sure), [[line("error")]]);
    for default in [both("var.name", "\"name\""), both("\"name\"", "var.name")] {
        assert_eq!(findings("main.tf", &default), [[line("warning")]]);
    }
}

#[test]
fn an_element_that_may_be_absent_is_left_out() {
    for element in [
        "Ref: ALIYUN::NoValue",
        "Fn::If: [P, {Key: a, Value: b}, {Ref: ALIYUN::NoValue}]",
        "!Ref ALIYUN::NoValue",
    ] {
        let text = ros(&format!(
            "      InstanceClass: redis.shard.small.2.ce\n      Tags:\n        - {element}\n        - {{Key: c}}\n"
        ));
        assert_eq!(findings("a.yml", &text), [NONE], "{element}");
    }
}

#[test]
fn a_default_that_makes_a_finding_unsure_is_named() {
    let text = "variable \"c\" { default = \"redis.master.small.default\" }\nlocals { v = \"7.0\" }\nresource \"alicloud_kvstore_instance\" \"a\" {\n  instance_class = var.c\n  engine_version = local.v\n  zone_id = \"z\"\n  vswitch_id = \"v\"\n}\n";
    let all = lint("main.tf", text);
    let mut told = all[0].diagnostics.iter();
    let found = told
        .find(|found| found.code.name() == "class-engine-mismatch")
        .expect("a classic class");
    assert_eq!(found.severity, Severity::Warning);
    let message = found.message(kvspec::Locale::En);
    assert!(
        message.ends_with("(with the default of `var.c`)"),
        "{message}"
    );
}

#[test]
fn what_a_quote_swallows_is_not_missed() {
    let text = "aliyun r-kvstore CreateInstance --EngineVersion 9 --RegionId \"cn-hangzhou --InstanceClass redis.shard.small.2.ce\n";
    assert_eq!(
        findings("a.sh", text),
        [["1: error invalid-value /EngineVersion", "1: error syntax "]]
    );
}

#[test]
fn kubernetes_reads_yes_without_quotes_as_a_boolean() {
    let text = |property: &str| {
        format!(
            "apiVersion: tair.alibabacloud.crossplane.io/v1alpha1\nkind: Instance\nmetadata: {{name: a}}\nspec:\n  forProvider:\n    instanceClass: redis.shard.small.2.ce\n    engineVersion: \"7.0\"\n    zoneId: cn-hangzhou-h\n    vswitchId: vsw-1\n    {property}\n"
        )
    };
    let one = |property: &str| {
        let all = lint("a.yaml", &text(property));
        let told = (all[0].diagnostics.iter()).filter(|found| found.severity > Severity::Info);
        told.map(|found| format!("{}: {}", found.path, found.message(kvspec::Locale::En)))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        one("dbInstanceName: yes"),
        ["/dbInstanceName: `dbInstanceName` takes a text in quotes"]
    );
    assert_eq!(one("dbInstanceName: \"yes\""), NONE);
    assert_eq!(
        one("config: {appendonly: yes}"),
        ["/config/appendonly: `appendonly` takes `\"yes\"` or `\"no\"`"]
    );
    let policy = one("config: {maxmemory-policy: no}");
    assert!(policy[0].contains("volatile-lru"), "{policy:?}");
}
