//! What is said of the resource types of ROS, beyond what their rows show by themselves: what is
//! not said, where findings point, and which words they use.
#![cfg(feature = "formats")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use kvspec::{Checker, Locale, Profile, Severity};
use serde_json::{Value, json};

fn profile(id: &str) -> &'static Profile {
    Profile::by_id(id).expect("a profile")
}

/// All findings of an order with these properties, as `severity code path`; a zone and a network
/// are there unless something else is said of them.
fn found(id: &str, properties: &Value) -> Vec<String> {
    let mut all = json!({"ZoneId": "cn-hangzhou-h", "VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"});
    let members = all.as_object_mut().expect("an object");
    for (name, value) in properties.as_object().expect("an object") {
        members.insert(name.clone(), value.clone());
    }
    let report = Checker::new(profile(id)).check(&all);
    let mut found: Vec<String> = report
        .iter()
        .map(|found| format!("{} {} {}", found.severity.name(), found.code, found.path))
        .collect();
    found.sort();
    // The verdict alone comes to the same result.
    let is_wrong = report.iter().any(|found| found.severity == Severity::Error);
    assert_eq!(
        Checker::new(profile(id)).is_valid(&all),
        !is_wrong,
        "{properties}: {found:?}"
    );
    found
}

fn instance(properties: &Value) -> Vec<String> {
    found("ros.redis-instance", properties)
}

fn prepay(properties: &Value) -> Vec<String> {
    found("ros.redis-prepay-instance", properties)
}

const NOTHING: [&str; 0] = [];

#[test]
fn an_instance_is_paid_as_it_is_used_unless_it_says_otherwise() {
    // Also one of Tair, whose operation takes the opposite for granted.
    assert_eq!(
        instance(&json!({"InstanceClass": "tair.rdb.2g", "EngineVersion": "7.0"})),
        NOTHING
    );
    assert_eq!(
        instance(&json!({"InstanceClass": "tair.rdb.2g", "EngineVersion": "7.0", "Period": 1})),
        ["warning ignored-parameter /Period"]
    );
    for word in ["Subscription", "PRE", "Prepay"] {
        assert_eq!(
            instance(
                &json!({"InstanceClass": "tair.rdb.2g", "EngineVersion": "7.0", "ChargeType": word})
            ),
            [
                "error required-when /Period",
                "info one-way-choice /ChargeType"
            ],
            "{word}"
        );
    }
    // Of a word that is none nothing follows.
    assert_eq!(
        instance(
            &json!({"InstanceClass": "tair.rdb.2g", "EngineVersion": "7.0", "ChargeType": "prepaid", "Period": 1})
        ),
        ["error invalid-value /ChargeType"]
    );
}

#[test]
fn a_prepay_instance_tells_what_it_takes_for_granted() {
    assert_eq!(
        prepay(&json!({"InstanceClass": "redis.shard.small.2.ce", "EngineVersion": "7.0"})),
        [
            "info default-applied /AutoPay",
            "info default-applied /Period"
        ]
    );
    assert_eq!(
        prepay(
            &json!({"InstanceClass": "redis.shard.small.2.ce", "EngineVersion": "7.0", "Period": 1, "AutoPay": true, "ChargeType": "PrePaid"})
        ),
        ["warning unknown-parameter /ChargeType"]
    );
    // The sample of the vendor's page: two years are 24 months.
    assert_eq!(
        prepay(&json!({
            "InstanceClass": "redis.master.stand.default", "EngineVersion": "6.0", "Period": 2,
            "PeriodUnit": "Year", "AutoRenewDuration": 4, "Password": "Abcdefg1"
        })),
        [
            "error class-engine-mismatch /EngineVersion",
            "info default-applied /AutoPay",
            "info plaintext-password /Password",
            "warning unlikely-value /AutoRenewDuration"
        ]
    );
}

#[test]
fn the_class_decides_what_tair_config_means() {
    // Nothing inside is judged, unknown names and wrong values included.
    assert_eq!(
        instance(&json!({
            "InstanceClass": "redis.shard.small.2.ce", "EngineVersion": "7.0",
            "TairConfig": {"ShardCount": 0, "Storage": "much", "Shards": 2}
        })),
        ["warning ignored-parameter /TairConfig"]
    );
    assert_eq!(
        instance(&json!({
            "InstanceClass": "tair.rdb.2g", "EngineVersion": 5.0, "ProductType": "Tair_rdb", "NodeType": "double",
            "TairConfig": {"ShardCount": 4, "StorageType": "essd_pl1", "Storage": 40}, "ReadOnlyCount": 10
        })),
        [
            "error out-of-range /ReadOnlyCount",
            "warning class-node-mismatch /NodeType",
            "warning ignored-parameter /TairConfig/Storage",
            "warning ignored-parameter /TairConfig/StorageType",
            "warning type-coerced /EngineVersion"
        ]
    );
    let essd = "tair.essd.standard.xlarge";
    for config in [json!(null), json!({})] {
        assert_eq!(
            instance(&json!({"InstanceClass": essd, "EngineVersion": "1.0", "TairConfig": config})),
            ["error required-when /TairConfig/Storage"],
        );
    }
    assert_eq!(
        instance(&json!({
            "InstanceClass": "tair.rdb.2g", "EngineVersion": "7.0", "ShardCount": 2, "TairConfig": {"ShardCount": 4}
        })),
        ["warning conflicting-values /TairConfig/ShardCount"]
    );
}

#[test]
fn of_an_unknown_class_only_the_product_type_speaks() {
    let placeholder = "warning placeholder-value /InstanceClass";
    assert_eq!(
        instance(&json!({
            "InstanceClass": "${class}", "EngineVersion": "1.0", "ShardCount": 64, "NodeType": "double",
            "TairConfig": {"Storage": 20}
        })),
        [placeholder]
    );
    assert_eq!(
        instance(&json!({
            "InstanceClass": "${class}", "ProductType": "Tair_scm", "NodeType": "single",
            "TairConfig": {"Storage": 20, "StorageType": "essd_pl1"}
        })),
        [
            "warning class-node-mismatch /NodeType",
            "warning ignored-parameter /TairConfig/Storage",
            "warning ignored-parameter /TairConfig/StorageType",
            placeholder
        ]
    );
    // Where the class is known the product type has no say in it.
    assert_eq!(
        instance(&json!({
            "InstanceClass": "redis.master.small.default", "EngineVersion": "5.0", "ProductType": "Tair_rdb",
            "NodeType": "double"
        })),
        ["warning class-operation-mismatch /InstanceClass"]
    );
}

#[test]
fn each_operation_has_its_own_versions() {
    for (class, version, code) in [
        ("tair.rdb.2g", "4.0", "invalid-value"),
        ("tair.rdb.2g", "1.0", "class-engine-mismatch"),
        ("redis.shard.small.2.ce", "1.0", "invalid-value"),
        ("redis.shard.small.2.ce", "4.0", "class-engine-mismatch"),
        ("redis.master.small.default", "7.0", "class-engine-mismatch"),
    ] {
        assert_eq!(
            instance(&json!({"InstanceClass": class, "EngineVersion": version})),
            [format!("error {code} /EngineVersion")],
            "{class} {version}"
        );
    }
    for (class, version) in [("tair.rdb.2g", "1.0"), ("redis.shard.small.2.ce", "5.0")] {
        let order = json!({"InstanceClass": class, "ZoneId": "a", "VpcId": "b", "VSwitchId": "c"});
        let report = Checker::new(profile("ros.redis-instance")).check(&order);
        let said: Vec<String> = report
            .iter()
            .map(|found| found.message(Locale::En))
            .collect();
        assert!(
            said.iter()
                .any(|said| said.contains("default is") && said.contains(&format!("`{version}`"))),
            "{said:?}"
        );
    }
}

#[test]
fn objects_inside_objects_are_judged() {
    assert_eq!(
        instance(&json!({
            "InstanceClass": "tair.rdb.2g", "EngineVersion": "7.0",
            "Connections": {
                "PublicConnection": {"ConnectionString": "orderscache1"},
                "DirectConnection": {"ConnectionPort": 80, "Port": 6379}
            },
            "BackupPolicy": {"PreferredBackupPeriod": "Mon,Friday", "EnableBackupLog": 2},
            "InstanceMaintainTime": {"MaintainStartTime": "17:00Z", "MaintainEndTime": "17:30Z"},
            "Tags": [{"Value": "orders"}, "orders"]
        })),
        [
            "error invalid-value /BackupPolicy/PreferredBackupPeriod",
            "error out-of-range /BackupPolicy/EnableBackupLog",
            "error out-of-range /Connections/DirectConnection/ConnectionPort",
            "error required-parameter /BackupPolicy/PreferredBackupTime",
            "error required-parameter /Connections/PublicConnection/ConnectionPort",
            "error required-parameter /Tags/0/Key",
            "error short-window /InstanceMaintainTime/MaintainEndTime",
            "error type-mismatch /Tags/1",
            "warning unknown-parameter /Connections/DirectConnection/Port"
        ]
    );
}

#[test]
fn properties_of_2021_say_what_replaced_them() {
    let order = json!({
        "InstanceClass": "redis.shard.small.2.ce", "EngineVersion": "7.0", "Capacity": 1, "InstanceConnection": {}
    });
    assert_eq!(
        instance(&order),
        [
            "warning unknown-parameter /Capacity",
            "warning unknown-parameter /InstanceConnection"
        ]
    );
    let report = Checker::new(profile("ros.redis-instance")).check(&order);
    let said: Vec<String> = report
        .iter()
        .map(|found| found.message(Locale::En))
        .collect();
    for what in ["InstanceClass alone", "today it is Connections"] {
        assert!(said.iter().any(|said| said.contains(what)), "{said:?}");
    }
}

#[test]
fn messages_name_what_they_rest_on() {
    let messages = |order: Value| -> Vec<String> {
        let report = Checker::new(profile("ros.redis-instance")).check(&order);
        report
            .iter()
            .map(|found| found.message(Locale::En))
            .collect()
    };
    let class = "tair.essd.standard.xlarge";
    let said = messages(
        json!({"InstanceClass": class, "EngineVersion": "1.0", "ChargeType": "PrePay", "ZoneId": "a"}),
    );
    for what in [
        "`Storage` is required because `InstanceClass` is `tair.essd.standard.xlarge`",
        "`VpcId`",
        "`Period` is required because `ChargeType` is `PrePay`",
    ] {
        assert!(
            said.iter().any(|said| said.contains(what)),
            "{what}: {said:?}"
        );
    }
    let said = messages(json!({"InstanceClass": "tair.rdb.2g", "Period": 4, "PeriodUnit": "Year"}));
    assert!(
        said.iter()
            .any(|said| said.contains("`4` is not a value of `Period`: with `PeriodUnit` `Year`")),
        "{said:?}"
    );
    assert!(
        said.iter()
            .any(|said| said.contains("has no effect while `ChargeType` is `PayAsYouGo`")),
        "{said:?}"
    );
}

#[test]
fn shards_are_counted_where_they_are_told() {
    let class = json!({"InstanceClass": "tair.rdb.1g", "EngineVersion": "7.0"});
    let with = |more: &Value| {
        let mut order = class.clone();
        let members = order.as_object_mut().expect("an object");
        members.extend(more.as_object().expect("an object").clone());
        instance(&order)
    };
    for shards in [
        json!({"ShardCount": 2}),
        json!({"TairConfig": {"ShardCount": 2}}),
    ] {
        let mut readers = shards.clone();
        readers["ReadOnlyCount"] = json!(5);
        assert_eq!(with(&readers), ["error sum-out-of-range /ReadOnlyCount"]);
        let mut alone = shards.clone();
        alone["NodeType"] = json!("STAND_ALONE");
        assert_eq!(with(&alone), ["warning unlikely-value /NodeType"]);
        // It is told once.
        alone["SecondaryZoneId"] = json!("cn-hangzhou-g");
        assert_eq!(with(&alone), ["warning unlikely-value /NodeType"]);
    }
    assert_eq!(
        with(&json!({"TairConfig": {"ShardCount": 1}, "ReadOnlyCount": 5})),
        NOTHING
    );
    // Where nothing inside has a meaning, there are no shards.
    assert_eq!(
        instance(&json!({
            "InstanceClass": "redis.shard.small.ce", "EngineVersion": "7.0", "TairConfig": {"ShardCount": 2}
        })),
        [
            "warning ignored-parameter /TairConfig",
            "warning shard-count-mismatch /InstanceClass"
        ]
    );
    assert_eq!(
        instance(&json!({
            "InstanceClass": "tair.localssd.c1m8.with.proxy.xlarge", "EngineVersion": "2.0", "TairConfig": {}
        })),
        ["warning shard-count-mismatch /InstanceClass"]
    );
}
