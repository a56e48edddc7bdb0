//! Orders that move from one format to another keep their values, or it is told what becomes of them.

#![cfg(all(feature = "formats", feature = "proptest"))]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use std::collections::{BTreeMap, BTreeSet};

use kvspec::{Action, Code, Linter, NotRewritten, OrderFormat, Profile, Rewritten, Severity};
use proptest::prelude::*;
use serde_json::{Value, json};

const TERRAFORM: &str = r#"variable "class" {
  default = "redis.shard.small.2.ce"
}

provider "alicloud" {
  region = "cn-hangzhou"
}

# The cache of the shop's sessions.
resource "alicloud_kvstore_instance" "shop_session" {
  db_instance_name  = "shop-session"
  instance_class    = var.class
  engine_version    = "7.0"
  payment_type      = "PrePaid"
  period            = "12"
  auto_renew        = true
  auto_renew_period = 3
  zone_id           = "cn-hangzhou-h"
  vswitch_id        = alicloud_vswitch.app.id
  security_ips      = ["10.20.0.0/16"]
  password          = "Pass!123456"
  vpc_auth_mode     = "Open"
  backup_period     = ["Monday", "Friday"]
  backup_time       = "18:00Z-19:00Z"
  tags              = { team = "shop", Owner = var.owner }
  config = {
    maxmemory-policy = "volatile-lru"
    requirepass      = "Inner!98765"
  }
}
"#;

const TEMPLATE: &str = "ROSTemplateFormatVersion: '2015-09-01'
Parameters:
  RedisPassword:
    Type: String
    NoEcho: true
Resources:
  OrdersCache:
    Type: ALIYUN::REDIS::Instance
    Properties:
      InstanceName: orders
      InstanceClass: tair.rdb.2g
      EngineVersion: '5.0'
      ChargeType: Subscription
      Period: 2
      PeriodUnit: Year
      AutoRenewDuration: 6
      ZoneId: cn-shanghai-l
      VpcId: !Ref Vpc
      VSwitchId: !Ref VSwitch
      Password: !Ref RedisPassword
      EvictionPolicy: volatile-lru
      VpcPasswordFree: false
      TairConfig:
        ShardCount: 4
";

const PROGRAM: &str = "resources:
  pageCache:
    type: alicloud:kvstore:Instance
    properties:
      dbInstanceName: pages
      instanceClass: redis.master.small.default
      engineVersion: '7.0'
      vswitchId: ${subnet.id}
      password: ${redisPassword}
      securityIps: [10.0.0.0/8]
";

const SCRIPT: &str = r#"PLACE=cn-hangzhou
aliyun r-kvstore CreateInstance \
  --RegionId "$PLACE" --ZoneId cn-hangzhou-h \
  --InstanceClass redis.shard.large.ce --ShardCount 3 \
  --EngineVersion 7.0 --ChargeType PrePaid --Period=12 \
  --VpcId "$VPC_ID" --VSwitchId "$VSW_ID" \
  --InstanceName orders --Password "$REDIS_PW" \
  --Tag.1.Key env --Tag.1.Value prod
"#;

const REQUEST: &str = r#"{"Action": "CreateTairInstance", "RegionId": "cn-hangzhou",
  "InstanceType": "tair_essd", "InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "7.0",
  "Storage": 40, "StorageType": "essd_pl1", "ChargeType": "PostPaid", "VpcId": "vpc-bp1",
  "VSwitchId": "vsw-bp1", "ZoneId": "cn-hangzhou-h", "Password": "Pass!123456", "Port": 6380,
  "ParamGroupId": "rpg-test"}"#;

const FILES: [(&str, &str); 5] = [
    ("main.tf", TERRAFORM),
    ("stack.yml", TEMPLATE),
    ("Pulumi.yaml", PROGRAM),
    ("order.sh", SCRIPT),
    ("order.json", REQUEST),
];

/// Formats of Alibaba Cloud.
const FORMATS: [OrderFormat; 5] = [
    OrderFormat::Json,
    OrderFormat::Aliyun,
    OrderFormat::Terraform,
    OrderFormat::Ros,
    OrderFormat::Pulumi,
];

fn rewritten(file: &str, text: &str, to: OrderFormat) -> Rewritten {
    Linter::new()
        .file(file, &[])
        .rewrite(text, to)
        .expect("an order")
}

/// A file of that format.
fn named(format: OrderFormat) -> &'static str {
    match format {
        OrderFormat::Json => "order.json",
        OrderFormat::Terraform => "main.tf",
        OrderFormat::Ros | OrderFormat::Pulumi => "stack.yaml",
        _ => "order.sh",
    }
}

/// Errors and warnings of a file, by code.
fn found(file: &str, text: &str) -> BTreeSet<Code> {
    let linted = Linter::new()
        .file(file, &[])
        .lint(text, &mut kvspec::Run::new());
    let all = linted.iter().flat_map(|one| &one.diagnostics);
    all.filter(|found| found.severity != Severity::Info)
        .map(|found| found.code)
        .collect()
}

/// (action, from, to), without what stayed the same but for its name.
fn told(there: &Rewritten) -> Vec<(&'static str, &str, &str)> {
    let steps = there.orders.iter().flat_map(|order| &order.steps);
    steps
        .filter(|step| !matches!(step.action, Action::Kept | Action::Renamed))
        .map(|step| {
            (
                step.action.name(),
                step.from.as_deref().unwrap_or_default(),
                step.to.as_deref().unwrap_or_default(),
            )
        })
        .collect()
}

#[test]
fn terraform_becomes_a_command() {
    let there = rewritten("main.tf", TERRAFORM, OrderFormat::Aliyun);
    assert_eq!(
        there.text,
        r#"#!/bin/sh
set -eu
: "${VSWITCH_ID:?}"
: "${REDIS_PASSWORD:?}"
: "${OWNER:?}"
: "${VPC_ID:?}"

# alicloud_kvstore_instance.shop_session
aliyun r-kvstore CreateInstance \
  --RegionId cn-hangzhou \
  --InstanceName shop-session \
  --InstanceClass redis.shard.small.2.ce \
  --EngineVersion 7.0 \
  --ChargeType PrePaid \
  --Period 12 \
  --AutoRenew true \
  --AutoRenewPeriod 3 \
  --ZoneId cn-hangzhou-h \
  --VSwitchId "$VSWITCH_ID" \
  --Password "$REDIS_PASSWORD" \
  --Tag.1.Key team \
  --Tag.1.Value shop \
  --Tag.2.Key Owner \
  --Tag.2.Value "$OWNER" \
  --VpcId "$VPC_ID"
"#
    );
    assert_eq!(
        told(&there),
        [
            ("followed", "/instance_class", "/InstanceClass"),
            ("referred", "/vswitch_id", "/VSwitchId"),
            ("no-counterpart", "/security_ips", ""),
            ("hidden", "/password", "/Password"),
            ("no-counterpart", "/vpc_auth_mode", ""),
            ("no-counterpart", "/backup_period", ""),
            ("no-counterpart", "/backup_time", ""),
            ("no-counterpart", "/config", ""),
            ("supplied", "", "/VpcId"),
        ]
    );
    assert!(there.is_valid() && there.is_lossy());
    let steps = &there.orders[0].steps;
    let lost = steps.iter().find(|step| step.action.is_loss());
    let lost = lost.expect("a loss");
    let start = lost.span.expect("a place").start;
    assert_eq!((start.line, start.column), (20, 23));
    assert!(lost.why.is_some());
}

#[test]
fn a_template_becomes_terraform() {
    let there = rewritten("stack.yml", TEMPLATE, OrderFormat::Terraform);
    assert_eq!(
        there.text,
        r#"variable "vpc" {
  type = string
}

variable "vswitch" {
  type = string
}

variable "redis_password" {
  type      = string
  sensitive = true
}

resource "alicloud_redis_tair_instance" "orders_cache" {
  tair_instance_name = "orders"
  instance_class     = "tair.rdb.2g"
  engine_version     = "5.0"
  payment_type       = "Subscription"
  period             = 24
  auto_renew_period  = "6"
  zone_id            = "cn-shanghai-l"
  vpc_id             = var.vpc
  vswitch_id         = var.vswitch
  password           = var.redis_password
  config = {
    maxmemory-policy = "volatile-lru"
  }
  vpc_auth_mode = "Open"
  shard_count   = 4
  auto_renew    = "true"
  instance_type = "tair_rdb"
}
"#
    );
    assert!(there.is_valid() && !there.is_lossy(), "{:?}", told(&there));
}

#[test]
fn what_a_format_does_otherwise_is_told() {
    let there = rewritten("order.json", REQUEST, OrderFormat::Ros);
    assert_eq!(
        told(&there),
        [
            ("no-counterpart", "/RegionId", ""),
            ("respelled", "/InstanceType", "/ProductType"),
            ("hidden", "/Password", "/Password"),
            ("no-counterpart", "/Port", ""),
            ("no-counterpart", "/ParamGroupId", ""),
        ]
    );
    // Redis goes without saying there, and a template has its own way of renewing.
    let there = rewritten("main.tf", TERRAFORM, OrderFormat::Ros);
    for line in [
        "      AutoRenewDuration: 3\n",
        "      ChargeType: PrePaid\n",
        "        PreferredBackupPeriod: 'Monday,Friday'\n",
        "      EvictionPolicy: volatile-lru\n",
        "      VpcPasswordFree: false\n",
    ] {
        assert!(there.text.contains(line), "{line}{}", there.text);
    }
    // A default that differs is written out.
    let order = "resource \"alicloud_redis_tair_instance\" \"a\" {\n  instance_class = \"tair.rdb.2g\"\n  instance_type = \"tair_rdb\"\n  period = 1\n}\n";
    let there = rewritten("main.tf", order, OrderFormat::Ros);
    assert!(there.text.contains("ChargeType: PrePaid"), "{}", there.text);
    // Nothing is told of what comes from nowhere as if it came from somewhere.
    assert!(told(&there).contains(&("default-written", "", "/ChargeType")));
    // A Tair resource renews without saying for how long; a request, and a template, cannot.
    let order = "resource \"alicloud_redis_tair_instance\" \"a\" {\n  instance_class = \"tair.rdb.2g\"\n  instance_type = \"tair_rdb\"\n  period = 1\n  auto_renew = \"true\"\n}\n";
    for to in [OrderFormat::Json, OrderFormat::Aliyun, OrderFormat::Ros] {
        let there = rewritten("main.tf", order, to);
        assert!(!there.text.contains("AutoRenew"), "{}", there.text);
        assert!(told(&there).contains(&("no-counterpart", "/auto_renew", "")));
    }
}

#[test]
fn orders_of_jd_cloud_move_between_their_two_formats() {
    let command = r#"jdc redis create-cache-instance --region-id cn-north-1 \
  --cache-instance '{"vpcId":"vpc-1","subnetId":"'"$SUBNET"'","cacheInstanceName":"o'\''s","cacheInstanceClass":"redis.m.small.basic","redisVersion":"4.0","password":"Abcd1234","azId":{"master":"cn-north-1a","slave":"cn-north-1b"}}' \
  --charge '{"chargeMode":"postpaid_by_duration"}'
"#;
    let request = rewritten("order.sh", command, OrderFormat::Json);
    let spec: Value = serde_json::from_str(&request.text).expect("JSON");
    assert_eq!(
        spec["cacheInstance"]["password"],
        "${{ secrets.PASSWORD }}".replace("PASSWORD", "REDIS_PASSWORD")
    );
    assert_eq!(spec["cacheInstance"]["cacheInstanceName"], "o's");
    assert_eq!(spec["cacheInstance"]["subnetId"], "${{ vars.SUBNET_ID }}");
    let back = rewritten("order.json", &request.text, OrderFormat::Jdc);
    assert!(
        back.text.contains(r#""password":"'"$REDIS_PASSWORD"'""#),
        "{}",
        back.text
    );
    let again = rewritten("order.sh", &back.text, OrderFormat::Json);
    assert_eq!(again.text, request.text);
    let refused = Linter::new()
        .file("order.sh", &[])
        .rewrite(command, OrderFormat::Ros);
    assert!(matches!(refused, Err(NotRewritten::NotWritten { .. })));
    let refused = Linter::new()
        .file("a.tf", &[])
        .rewrite(TERRAFORM, OrderFormat::Jdc);
    assert!(matches!(refused, Err(NotRewritten::NotWritten { .. })));
    let refused = Linter::new()
        .file("a.tf", &[])
        .rewrite("locals {}\n", OrderFormat::Json);
    assert!(matches!(refused, Err(NotRewritten::NoOrder)));
}

#[test]
fn an_order_of_the_page_becomes_a_command() {
    let order = r#"{"billingMethod": "Subscription", "duration": 12, "region": "cn-hangzhou",
        "zone": "cn-hangzhou-e", "networkType": "VPC", "vpc": "vpc-bp1", "vSwitch": "vsw-bp1", "version": "5.0",
        "nodeType": "Dual Copy", "instanceClass": "redis.master.small.default", "quantity": 2}"#;
    let there = rewritten("order.json", order, OrderFormat::Aliyun);
    assert_eq!(there.orders[0].copies, 2);
    assert!(
        there.text.contains("--ChargeType PrePaid"),
        "{}",
        there.text
    );
}

#[test]
fn no_secret_is_written() {
    let secrets = ["123456", "98765"];
    for (file, text) in FILES {
        for to in FORMATS {
            let there = rewritten(file, text, to);
            let told = format!("{:?}", there.orders);
            for secret in secrets {
                assert!(!there.text.contains(secret), "{file} {}", there.text);
                assert!(!told.contains(secret), "{file} {told}");
            }
        }
    }
}

/// Codes that one format alone knows, or by which it says what another says with another code.
fn is_its_own(code: Code) -> bool {
    matches!(
        code,
        // Terraform's own names.
        Code::DeprecatedParameter | Code::UnlikelyValue
    )
}

#[test]
fn the_new_file_reads_and_has_the_findings_of_the_old_one() {
    for (file, text) in FILES {
        let before = found(file, text);
        for to in FORMATS {
            let there = rewritten(file, text, to);
            let after = found(named(to), &there.text);
            assert!(!after.contains(&Code::Syntax), "{}", there.text);
            let new: Vec<_> = after
                .difference(&before)
                .filter(|code| !is_its_own(**code))
                .collect();
            assert!(new.is_empty(), "{file} {} {new:?}\n{}", to.id(), there.text);
            assert_eq!(there.orders.len(), 1);
            let judged: Vec<_> = there
                .findings
                .iter()
                .filter_map(|one| one.profile)
                .collect();
            assert_eq!(judged.len(), 1, "{}", there.text);
            assert_eq!(judged[0].id, there.orders[0].to.id);
        }
    }
}

#[test]
fn many_orders_keep_their_names_apart() {
    let two = format!(
        "{TERRAFORM}\n{}",
        TERRAFORM[TERRAFORM.find("resource").expect("one")..]
            .replace("shop_session", "shop-session")
            .replace("alicloud_vswitch.app", "alicloud_vswitch.db")
    );
    for to in FORMATS {
        let there = rewritten("main.tf", &two, to);
        assert_eq!(there.orders.len(), 2);
        assert_eq!(there.findings.len(), 2, "{}", there.text);
        assert!(!found(named(to), &there.text).contains(&Code::Syntax));
    }
    let there = rewritten("main.tf", &two, OrderFormat::Terraform);
    assert!(there.text.contains("\"shop_session_2\""), "{}", there.text);
    assert!(there.text.contains("var.vswitch_id_2"), "{}", there.text);
}

#[test]
fn odd_texts_stay_what_they_are() {
    let name = "a'b\"c\\d$e`f ${g} %{h} #i";
    let order = json!({"Action": "CreateInstance", "RegionId": "cn-hangzhou", "InstanceClass": "redis.shard.small.2.ce",
        "VpcId": "vpc-1", "VSwitchId": "vsw-1", "BusinessInfo": name, "CouponNo": "-1",
        "Tag": [{"Key": "yes", "Value": "7.0"}, {"Key": "a b", "Value": ""}, {"Key": "k\u{7}", "Value": "line\nline"}]});
    for to in [
        OrderFormat::Aliyun,
        OrderFormat::Terraform,
        OrderFormat::Pulumi,
        OrderFormat::Json,
    ] {
        let there = rewritten("order.json", &order.to_string(), to);
        let back = rewritten(named(to), &there.text, OrderFormat::Json);
        let spec: Value = serde_json::from_str(&back.text).expect("JSON");
        let kept = told(&there).iter().all(|step| step.1 != "/BusinessInfo");
        // What looks like a reference to Pulumi cannot be told from one.
        if to != OrderFormat::Pulumi {
            assert_eq!(spec["BusinessInfo"], name, "{}", there.text);
            assert!(kept);
        }
        assert_eq!(spec["CouponNo"], "-1", "{}", there.text);
        assert_eq!(spec["Tag"], order["Tag"], "{}", there.text);
    }
}

/// The parameters of a request and what they are there.
fn values(request: &str) -> BTreeMap<String, Value> {
    let spec: Value = serde_json::from_str(request).expect("JSON");
    let members = spec.as_object().expect("an object").clone();
    members.into_iter().collect()
}

proptest! {
    /// There and back again, a request has the values that it had, but for what was told.
    #[test]
    fn a_round_trip_keeps_what_is_not_told(
        spec in prop_oneof![
            kvspec::strategy::valid(Profile::by_id("alibaba.create-instance.2026").expect("it")),
            kvspec::strategy::valid(Profile::by_id("alibaba.create-tair-instance.2026").expect("it")),
        ],
        to in prop::sample::select(&FORMATS[..]),
    ) {
        let is_tair = spec.get("InstanceType").is_some_and(|kind| kind != "Redis" && kind != "Memcache");
        let mut spec = spec;
        let operation = if is_tair { "CreateTairInstance" } else { "CreateInstance" };
        spec["Action"] = operation.into();
        let text = spec.to_string();
        // In a template the class decides on the operation.
        let is_tair_class = spec["InstanceClass"].as_str().is_some_and(|class| class.starts_with("tair."));
        prop_assume!(to != OrderFormat::Ros || is_tair == is_tair_class);
        let Ok(first) = Linter::new().file("a.json", &[]).rewrite(&text, OrderFormat::Json) else {
            return Ok(());
        };
        let there = rewritten("a.json", &first.text, to);
        let codes = found(named(to), &there.text);
        prop_assert!(!codes.contains(&Code::Syntax), "{}", there.text);
        let back = rewritten(named(to), &there.text, OrderFormat::Json);
        let (before, after) = (values(&first.text), values(&back.text));
        let lost: BTreeSet<String> = there.orders[0]
            .steps
            .iter()
            .chain(&back.orders[0].steps)
            .filter(|step| step.action.is_dropped())
            .filter_map(|step| step.from.clone())
            .map(|from| from.split('/').nth(1).unwrap_or_default().to_owned())
            .collect();
        for (name, value) in &before {
            let is_told = lost.contains(name) || name == "AutoRenew";
            let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            match after.get(name) {
                // References have names of their own, in a list too.
                Some(other) if text(value).contains("${{") => {
                    prop_assert!(text(other).contains("${{"), "{name}");
                }
                Some(other) => prop_assert!(text(other) == text(value) || is_told, "{name}: {value} {other}\n{}", there.text),
                None => prop_assert!(is_told, "{name} is gone\n{}\n{:?}", there.text, told(&there)),
            }
        }
    }

    /// Whatever is written can be read, is judged by the profile that was named, and a right order
    /// stays one, but for what the new format alone does not take.
    #[test]
    fn drawn_orders_stay_right(
        drawn in prop_oneof![
            kvspec::strategy::terraform(),
            kvspec::strategy::ros(),
            kvspec::strategy::pulumi(),
            kvspec::strategy::shell(),
        ],
    ) {
        for to in OrderFormat::ALL {
            let there = match Linter::new().file(drawn.file, &[]).rewrite(&drawn.text, to) {
                Ok(there) => there,
                Err(NotRewritten::NotWritten { .. }) => continue,
                Err(other) => return Err(TestCaseError::fail(format!("{other:?}\n{}", drawn.text))),
            };
            let codes = found(named(to), &there.text);
            prop_assert!(!codes.contains(&Code::Syntax), "{}", there.text);
            let judged: Vec<_> = there.findings.iter().filter_map(|one| one.profile).collect();
            prop_assert_eq!(judged.len(), 1, "{}", &there.text);
            prop_assert_eq!(judged[0].id, there.orders[0].to.id);
            if drawn.code.is_none() {
                let errors: Vec<_> = there.findings[0]
                    .diagnostics
                    .iter()
                    .filter(|found| found.severity == Severity::Error)
                    .filter(|found| !is_refused_there_alone(found.code, &found.path, to))
                    .map(|found| (found.code, found.path.to_string()))
                    .collect();
                prop_assert!(errors.is_empty(), "{errors:?}\n{}\n---\n{}", drawn.text, there.text);
            }
            // Nothing of the order goes without a word.
            let told: BTreeSet<String> = there.orders[0]
                .steps
                .iter()
                .filter_map(|step| step.from.as_deref())
                .map(|from| from.split('/').nth(1).unwrap_or_default().to_owned())
                .collect();
            // An empty list or map says nothing that could be lost.
            let is_empty = |value: &Value| *value == json!([]) || *value == json!({});
            let members = drawn.spec.as_object().expect("an object").iter();
            for (name, _) in members.filter(|(_, value)| !is_empty(value)) {
                let first = name.split('.').next().unwrap_or_default();
                prop_assert!(told.contains(first), "{name} {told:?}\n{}", drawn.text);
            }
        }
    }
}

/// Values that one format takes and another refuses.
fn is_refused_there_alone(code: Code, path: &str, to: OrderFormat) -> bool {
    let name = path
        .trim_start_matches('/')
        .to_ascii_lowercase()
        .replace('_', "");
    // Sets and ranges that are narrower there: no five years in Terraform, no public ports.
    let narrower: &[&str] = match to {
        OrderFormat::Terraform | OrderFormat::Pulumi => &[
            "period",
            "port",
            "privateconnectionport",
            "readonlycount",
            "storageperformancelevel",
            "instancetype",
            "autorenewperiod",
        ],
        OrderFormat::Ros => &["period", "readonlycount", "producttype"],
        OrderFormat::Json | OrderFormat::Aliyun => &["period", "shardtype", "autorenewperiod"],
        _ => &[],
    };
    // The API wants a disk for a class on one, and its kind; templates do not, and Terraform's zero is no disk.
    let last = name.rsplit('/').next().unwrap_or_default();
    let is_disk = code == Code::RequiredWhen && last.starts_with("storage");
    // The API counts replicas and shards together.
    let is_sum = code == Code::SumOutOfRange;
    let is_narrower = matches!(code, Code::InvalidValue | Code::OutOfRange);
    is_disk || is_sum || (is_narrower && narrower.contains(&name.as_str()))
}

#[test]
fn orders_of_kubernetes_are_written_in_other_formats() {
    let text = "apiVersion: tair.alibabacloud.crossplane.io/v1alpha1\nkind: Instance\nmetadata:\n  name: session\nspec:\n  forProvider:\n    region: cn-hangzhou\n    zoneId: cn-hangzhou-h\n    instanceClass: redis.shard.small.2.ce\n    shardCount: 2\n    engineVersion: \"7.0\"\n    dbInstanceName: session\n    vswitchId: vsw-bp1e7clcw529l773d\n    passwordSecretRef:\n      name: redis\n      namespace: default\n      key: password\n    backupPeriod:\n      - Monday\n";
    for to in [OrderFormat::Terraform, OrderFormat::Ros, OrderFormat::Json] {
        let rewritten = Linter::new().rewrite(text, to).expect("an order");
        assert_eq!(rewritten.orders.len(), 1);
        let text = &rewritten.text;
        assert!(
            text.contains("redis.shard.small.2.ce") && text.contains("vsw-bp1e7clcw529l773d"),
            "{text}"
        );
        for one in &rewritten.findings {
            assert!(one.is_valid(), "{text}\n{:?}", one.diagnostics);
        }
    }
    let rewritten = Linter::new()
        .rewrite(text, OrderFormat::Terraform)
        .expect("an order");
    assert!(
        rewritten
            .text
            .contains("resource \"alicloud_kvstore_instance\""),
        "{}",
        rewritten.text
    );
    assert!(
        rewritten.text.contains("var.password") && rewritten.text.contains("backup_period"),
        "{}",
        rewritten.text
    );
}
