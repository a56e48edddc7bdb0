//! `kvspec lint --pack` over files of other tools.

#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

#[path = "support/command.rs"]
mod command;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// Runs the program in a folder: codes with paths, the report, the exit status.
fn lint(folder: &Path, arguments: &[&str]) -> (BTreeSet<String>, Value, Option<i32>) {
    let output = command::program()
        .current_dir(folder)
        .args(["lint", "--format", "json"])
        .args(arguments)
        .output()
        .expect("it runs");
    let report: Value = serde_json::from_slice(&output.stdout).expect("a report");
    let specs = report["specs"].as_array().expect("specs");
    let found = specs
        .iter()
        .flat_map(|spec| spec["diagnostics"].as_array().expect("findings"))
        .filter(|found| found["severity"] != "info")
        .map(|found| {
            let text = |name: &str| found[name].as_str().unwrap_or_default().to_owned();
            format!("{} {}", text("code"), text("path"))
        })
        .collect();
    (found, report, output.status.code())
}

fn set(texts: &[&str]) -> BTreeSet<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

const TERRAFORM: &str = r#"variable "password" {
  default = "Pass!123456"
}

resource "alicloud_kvstore_instance" "sessions" {
  db_instance_name = "sessions"
  instance_class   = "redis.shard.small.2.ce"
  engine_version   = "7.0"
  vswitch_id       = alicloud_vswitch.main.id
  zone_id          = "cn-hangzhou-h"
  password         = var.password
  vpc_auth_mode    = "Close"
}

resource "alicloud_redis_tair_instance" "orders" {
  instance_class    = "tair.rdb.2g"
  instance_type     = "tair_rdb"
  engine_version    = "7.0"
  payment_type      = "PayAsYouGo"
  vpc_id            = alicloud_vpc.main.id
  vswitch_id        = alicloud_vswitch.main.id
  zone_id           = "cn-hangzhou-h"
  secondary_zone_id = var.second_zone
  ssl_enabled       = local.tls
  tde_status        = var.unheard_of
  password          = random_password.orders.result
}
"#;

#[test]
fn terraform_is_held_against_packs() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("main.tf"), TERRAFORM).expect("written");
    let (found, ..) = lint(folder.path(), &["main.tf"]);
    assert_eq!(found, set(&[]));
    let (found, report, status) = lint(folder.path(), &["--pack", "security", "main.tf"]);
    assert_eq!(
        found,
        set(&[
            "tls-off /ssl_enable",
            "password-free /vpc_auth_mode",
            "literal-password /password",
        ])
    );
    assert_eq!(status, Some(0));
    assert!(report["specs"][0]["valid"] == true);
    // The password's own place is that of the default.
    let specs = report["specs"][0]["diagnostics"].as_array().expect("them");
    let at = |code: &str| {
        let one = specs.iter().find(|found| found["code"] == code);
        one.map(|found| found["span"]["start"]["line"].clone())
    };
    assert_eq!(at("literal-password"), Some(2.into()));
    assert_eq!(at("tls-off"), Some(5.into()));
    let (found, _, status) = lint(
        folder.path(),
        &["--pack", "availability", "--deny", "warnings", "main.tf"],
    );
    assert_eq!(
        found,
        set(&[
            "single-zone /secondary_zone_id",
            "release-unprotected /instance_release_protection",
            "no-backup-window /backup_time",
            "no-backup-policy /backup_period",
            "backup-log-off /enable_backup_log",
        ])
    );
    assert_eq!(status, Some(1));
}

#[test]
fn a_policy_asks_for_packs() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("main.tf"), TERRAFORM).expect("written");
    let policy = "[packs]\nsecurity = true\ncost = { min_mb = 4096 }\n[severity]\ntls-off = \"error\"\nmemory-below = \"warning\"\n";
    fs::write(folder.path().join("kvspec.toml"), policy).expect("written");
    let (found, report, status) = lint(folder.path(), &["main.tf"]);
    assert_eq!(
        found,
        set(&[
            "tls-off /ssl_enable",
            "password-free /vpc_auth_mode",
            "literal-password /password",
            "memory-below /instance_class",
        ])
    );
    assert_eq!(status, Some(1), "an error of the policy fails the run");
    assert!(report["specs"][0]["valid"] == true);
}

#[test]
fn a_comment_for_a_pack_waits_for_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = TERRAFORM.replace(
        "vpc_auth_mode    = \"Close\"",
        "vpc_auth_mode    = \"Close\" # kvspec: ignore[password-free]",
    );
    fs::write(folder.path().join("main.tf"), text).expect("written");
    let (found, ..) = lint(folder.path(), &["main.tf"]);
    assert_eq!(found, set(&[]));
    let (found, ..) = lint(folder.path(), &["--pack", "security", "main.tf"]);
    assert_eq!(
        found,
        set(&["tls-off /ssl_enable", "literal-password /password"])
    );
}

const ROS: &str = r"ROSTemplateFormatVersion: '2015-09-01'
Parameters:
  Open:
    Type: String
    Default: Pass!123456
  Hidden:
    Type: String
    NoEcho: true
    Default: Pass!123456
  Free:
    Type: String
Resources:
  One:
    Type: ALIYUN::REDIS::Instance
    Properties:
      InstanceClass: tair.rdb.2g
      EngineVersion: '7.0'
      ZoneId: cn-hangzhou-h
      VpcId: !Ref Vpc
      VSwitchId: !Ref VSwitch
      SSLEnabled: Enable
      Password: !Ref Open
      Connections:
        PublicConnection:
          ConnectionPort: 6379
  Two:
    Type: ALIYUN::REDIS::Instance
    Properties:
      InstanceClass: tair.rdb.2g
      EngineVersion: '7.0'
      ZoneId: cn-hangzhou-h
      VpcId: !Ref Vpc
      VSwitchId: !Ref VSwitch
      SSLEnabled: !Ref Free
      Password: !Ref Hidden
  Three:
    Type: ALIYUN::REDIS::Instance
    Properties:
      InstanceClass: tair.rdb.2g
      EngineVersion: '7.0'
      ZoneId: cn-hangzhou-h
      VpcId: !Ref Vpc
      VSwitchId: !Ref VSwitch
      SSLEnabled: Enable
      TLSProtocol: TLSv1.1
      VpcPasswordFree: true
      Password: !Ref Free
      TairConfig:
        ShardCount: 4
  Vpc:
    Type: ALIYUN::ECS::VPC
  VSwitch:
    Type: ALIYUN::ECS::VSwitch
";

#[test]
fn templates_are_held_against_packs() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("stack.yml"), ROS).expect("written");
    let (_, report, _) = lint(folder.path(), &["--pack", "security", "stack.yml"]);
    let of = |index: usize| -> Vec<String> {
        let found = report["specs"][index]["diagnostics"].as_array();
        let found = found.expect("findings").iter();
        let severe = found.filter(|found| found["severity"] != "info");
        severe
            .map(|found| found["path"].as_str().unwrap_or_default().to_owned())
            .collect()
    };
    assert_eq!(of(0), ["/Password", "/Connections/PublicConnection"]);
    assert_eq!(of(1), Vec::<String>::new());
    assert_eq!(of(2), ["/TLSProtocol", "/VpcPasswordFree"]);
    let policy = "[packs.cost]\nmax_mb = 4096\n";
    fs::write(folder.path().join("kvspec.toml"), policy).expect("written");
    let (_, report, _) = lint(folder.path(), &["stack.yml"]);
    let codes: Vec<(usize, &str)> = (0..3)
        .flat_map(|index| {
            let found = report["specs"][index]["diagnostics"].as_array();
            let found = found.expect("findings").iter();
            found.map(move |one| (index, one))
        })
        .filter(|(_, one)| one["code"] == "memory-above")
        .map(|(index, one)| (index, one["path"].as_str().unwrap_or_default()))
        .collect();
    assert_eq!(codes, [(2, "/InstanceClass")]);
}

#[test]
fn explain_says_how_to_ask() {
    let output = command::program()
        .args(["explain", "tls-off", "--locale", "en"])
        .output()
        .expect("it runs");
    let page = String::from_utf8(output.stdout).expect("text");
    for part in [
        "`security`",
        "--pack security",
        "`/ssl_enable`",
        "`/SSLEnabled`",
        "`/sslEnabled`",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
}

#[test]
fn packs_are_listed_with_their_rules() {
    let listed = command::run(&["packs"], "");
    let text = command::stdout(&listed);
    for pack in kvspec::Pack::ALL {
        assert!(text.contains(&format!("{}: ", pack.id())), "{text}");
        for code in pack.codes() {
            assert!(text.contains(code.name()), "{code}");
        }
    }
    let chinese = command::stdout(&command::run(&["packs", "--locale", "zh"], ""));
    assert!(chinese.contains("警告"), "{chinese}");
    assert!(!chinese.contains("warning"), "{chinese}");
    let output = command::run(&["packs", "--format", "json", "--locale", "zh"], "");
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let security = &told["packs"][0];
    assert_eq!(security["pack"], "security");
    let rules = security["rules"].as_array().expect("a list");
    let tls = rules
        .iter()
        .find(|rule| rule["code"] == "tls-off")
        .expect("it");
    let profiles = tls["profiles"].as_array().expect("a list");
    assert!(
        profiles
            .iter()
            .any(|id| id == "terraform.alicloud-kvstore-instance")
    );
    assert!(!tls["title"].as_str().expect("text").is_ascii());
}
