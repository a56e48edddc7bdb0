//! Typed requests: what is built is what is checked, and only what is valid has a wire form.

#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use kvspec::documents::{ALIBABA_CREATE_INSTANCE_INTL, ALIBABA_CREATE_INSTANCES};
use kvspec::request::{
    AzId, CacheInstance, Charge, ChargeType, ConsoleOrder, CreateCacheInstance, CreateInstance,
    CreateInstances, EngineVersion, Instance, Invalid, NetworkType, Request,
};
#[cfg(feature = "editions")]
use kvspec::request::{
    CreateCacheInstance2026, CreateInstance2026, CreateTairInstance, ResourceTag, Tag,
};
use kvspec::{Checker, Code, Profile, Report, Severity, Spec};
use proptest::prelude::*;
use serde_json::{Value, json};

fn codes(report: &Report) -> Vec<(Code, String)> {
    report
        .iter()
        .filter(|found| found.severity != Severity::Info)
        .map(|found| (found.code, found.path.to_string()))
        .collect()
}

fn subscription() -> CreateInstance {
    CreateInstance::new("cn-hangzhou")
        .zone_id("cn-hangzhou-e")
        .capacity(1024)
        .charge_type(ChargeType::PrePaid)
        .period(12)
        .network_type(NetworkType::Vpc)
        .vpc_id("vpc-bp1")
        .v_switch_id("vsw-bp1")
        .engine_version(EngineVersion::V5_0)
        .auto_renew(true)
        .auto_renew_period(3)
        .password("Pass!123456")
        .token("0c593ea1")
}

#[test]
fn numbers_and_booleans_are_no_surprise() {
    assert_eq!(codes(&subscription().check()), []);
    let report = CreateInstance::new("cn-hangzhou")
        .instance_class("redis.master.small.default")
        .charge_type(ChargeType::PrePaid)
        .period(12)
        .check_under(&ALIBABA_CREATE_INSTANCE_INTL)
        .expect("a profile of CreateInstance");
    assert_eq!(codes(&report), []);
}

#[test]
fn what_is_wrong_is_reported() {
    let report = subscription()
        .period(10)
        .instance_name("a@b")
        .validated()
        .expect_err("not valid");
    assert_eq!(
        codes(&report),
        [
            (Code::NameForbiddenCharacter, "/InstanceName".to_owned()),
            (Code::InvalidValue, "/Period".to_owned())
        ]
    );
}

#[test]
fn a_profile_of_another_operation_is_refused() {
    let invalid = subscription()
        .validated_under(&ALIBABA_CREATE_INSTANCES)
        .expect_err("another operation");
    assert!(matches!(invalid, Invalid::OtherOperation(_)));
}

#[test]
fn the_query_is_sorted_and_encoded() {
    let valid = subscription()
        .instance_name("会话+1")
        .validated()
        .expect("valid");
    let query = valid.query();
    let names: Vec<&str> = query
        .split('&')
        .filter_map(|pair| pair.split('=').next())
        .collect();
    assert!(names.is_sorted(), "{query}");
    assert!(
        query.contains("InstanceName=%E4%BC%9A%E8%AF%9D%2B1"),
        "{query}"
    );
    assert!(query.starts_with("Action=CreateInstance&"));
}

#[test]
fn instances_go_as_a_string() {
    let instance = Instance::new("cn-hangzhou", "cn-hangzhou-b")
        .capacity(1024)
        .quantity(2)
        .password("Pass!123456");
    let request = CreateInstances::new([instance]);
    assert!(request.to_value()["Instances"].is_string());
    let valid = request.clone().validated().expect("valid");
    let report = Checker::new(&ALIBABA_CREATE_INSTANCES).check(Spec::Query(&valid.query()));
    assert_eq!(codes(&report), []);
    let read: CreateInstances =
        serde_json::from_value(request.to_value()).expect("what was written");
    assert_eq!(read, request);
}

#[test]
fn an_array_of_instances_is_read_too() {
    let value = serde_json::json!({"Instances": [{"RegionId": "r", "izNo": "r-a", "Period": 1}], "AutoPay": true});
    let read: CreateInstances = serde_json::from_value(value).expect("a request");
    let instances = read.instances.expect("there");
    assert_eq!(instances.as_slice()[0].period, Some(1.into()));
}

#[test]
fn passwords_are_not_printed() {
    let secret = "Sup3r-Secret";
    let printed = [
        format!("{:?}", subscription().password(secret)),
        format!(
            "{:?}",
            CreateInstances::new([Instance::default().password(secret)])
        ),
        format!("{:?}", ConsoleOrder::new().password(secret)),
        format!(
            "{:?}",
            CreateCacheInstance::new("cn-north-1", CacheInstance::new().password(secret))
                .charge(Charge::new())
        ),
        format!("{:?}", subscription().validated().expect("valid")),
    ];
    for text in printed {
        assert!(
            !text.contains(secret) && !text.contains("Pass!123456"),
            "{text}"
        );
    }
    let malformed = serde_json::json!({"Instances": format!("[{{\"Password\": \"{secret}\"")});
    let read: CreateInstances = serde_json::from_value(malformed).expect("all is kept");
    for text in [format!("{read:?}"), read.check().to_string()] {
        assert!(!text.contains(secret), "{text}");
    }
}

#[test]
fn jd_cloud_is_typed() {
    let instance = CacheInstance::new()
        .vpc_id("vpc-abc")
        .subnet_id("subnet-abc")
        .cache_instance_name("cache_01")
        .cache_instance_class("redis.m.micro.basic")
        .az_id(AzId::new("cn-north-1a", "cn-south-1b"))
        .ipv6_on(1_u32);
    let charge = Charge::new()
        .charge_mode("prepaid_by_duration")
        .charge_duration(10_u32);
    let report = CreateCacheInstance::new("cn-north-1", instance)
        .charge(charge)
        .check();
    assert_eq!(
        codes(&report),
        [
            (
                Code::ZoneOutsideRegion,
                "/cacheInstance/azId/slave".to_owned()
            ),
            (Code::InvalidValue, "/charge/chargeDuration".to_owned())
        ]
    );
}

/// Whether every way to read a text finds what a report finds in it, errors by path.
fn is_refused_alike<T: Request + serde::de::DeserializeOwned>(text: &str) {
    let errors = |report: &Report| -> Vec<(Code, String)> {
        let mut found: Vec<_> = report
            .of(Severity::Error)
            .map(|found| (found.code, found.path.to_string()))
            .collect();
        found.sort();
        found
    };
    let direct = Checker::new(T::PROFILES[0]).check(Spec::Json(text));
    let read: T = serde_json::from_str(text).expect("what is wrong is a finding");
    assert_eq!(errors(&read.check()), errors(&direct), "{text}");
    let report = T::from_json(text).map(|_| ()).expect_err(text);
    assert_eq!(report, direct, "{text}");
    assert!(report.of(Severity::Error).all(|found| found.span.is_some()));
    assert_eq!(
        T::from_bytes(text.as_bytes()).map(|_| ()),
        Err(direct),
        "{text}"
    );
}

#[test]
fn nothing_that_was_ordered_is_lost() {
    for text in [
        r#"{"RegionId":"cn-hangzhou","Capacity":1024,"password":"Abcd1234!","ChargeType":"PrePaid","Period":12,"autoRenew":"true"}"#,
        r#"{"Action":"DeleteInstance","RegionId":"cn-hangzhou","Capacity":1024}"#,
        r#"{"RegionId":"cn-hangzhou","Capacity":{}}"#,
        r#"{"RegionId":["cn-hangzhou"],"Capacity":1024,"Password":20241131}"#,
    ] {
        is_refused_alike::<CreateInstance>(text);
    }
    for text in [
        r#"{"Instances":[{"RegionId":"r","izNo":"r-a","Capacity":1024,"Quantity":50,"PASSWORD":"Abcd1234!"}],"autoPay":"false"}"#,
        r#"{"Instances":"[{\"RegionId\":","AutoPay":true}"#,
        r#"{"Instances":"[{\"RegionId\":\"r\",\"izNo\":\"r-a\",\"Capacity\":1,\"Capacity\":2}]"}"#,
        r#"{"Instances":[7]}"#,
        r#"{"Instances":{"RegionId":"r"}}"#,
    ] {
        is_refused_alike::<CreateInstances>(text);
    }
    for text in [
        r#"{"regionId":"cn-north-1","cacheInstance":{"vpcId":"vpc-abc","subnetId":"subnet-abc","cacheInstanceName":"cache_01","cacheInstanceClass":"redis.m.micro.basic","azId":{"Master":"cn-north-1a","slave":"cn-north-1b"},"Password":"x"},"Charge":{"chargeMode":"prepaid_by_duration"}}"#,
        r#"{"regionId":"cn-north-1","charge":{"chargeDuration":"3","autoRenew":"yes"}}"#,
        r#"{"regionId":5,"cacheInstance":"redis","charge":[]}"#,
    ] {
        is_refused_alike::<CreateCacheInstance>(text);
    }
}

#[test]
fn what_is_not_known_is_kept_judged_and_sent() {
    let text = r#"{"RegionId":"cn-hangzhou","Capacity":1024,"ResourceGroupId":"rg-1","Config":{"maxmemory-policy":"noeviction"}}"#;
    let valid = CreateInstance::from_json(text).expect("warnings only");
    assert_eq!(valid.others()["ResourceGroupId"], "rg-1");
    let warned: Vec<_> = valid.report().of(Severity::Warning).collect();
    assert!(warned.iter().any(|found| found.path == "/ResourceGroupId"));
    assert!(warned.iter().all(|found| found.span.is_some()));
    let query = valid.query();
    assert!(query.contains("&ResourceGroupId=rg-1"), "{query}");
    assert!(
        query.contains("Config=%7B%22maxmemory-policy%22%3A%22noeviction%22%7D"),
        "{query}"
    );
    let sent = Checker::new(CreateInstance::PROFILES[0]).check(Spec::Query(&query));
    assert!(sent.is_valid());

    // What is given by hand is as good, and takes the place of what was there.
    let order = CreateInstance::new("cn-hangzhou")
        .with("Capacity", 1024)
        .with("Period", json!([]))
        .with("ResourceGroupId", "rg-1");
    assert_eq!(order.capacity, Some(1024.into()));
    let report = order.check();
    assert!(
        report
            .of(Severity::Error)
            .any(|found| found.path == "/Period")
    );
    let order = order.period(12).with("ResourceGroupId", Value::Null);
    assert!(order.others().is_empty());
    assert_eq!(order.with("Period", Value::Null).period, None);
}

#[test]
fn numbers_are_sent_as_they_were_written() {
    let text = r#"{"RegionId":"cn-hangzhou","Capacity":1024,"EngineVersion":5.0,"Token":1e3,"BackupId":123456789012345678901234567890,"SrcDBInstanceId":"r-1"}"#;
    let valid = CreateInstance::from_json(text).expect("warnings only");
    let query = valid.query();
    for written in [
        "EngineVersion=5.0&",
        "Token=1e3",
        "BackupId=123456789012345678901234567890&",
    ] {
        assert!(query.contains(written), "{written}: {query}");
    }
}

#[test]
fn a_query_is_read_and_written_again() {
    let text = "https://r-kvstore.aliyuncs.com/?Action=CreateInstance&RegionId=cn-hangzhou&Capacity=1024\
                &InstanceName=a%2Bb";
    let valid = CreateInstance::from_query(text).expect("valid");
    assert_eq!(
        valid.query(),
        "Action=CreateInstance&Capacity=1024&InstanceName=a%2Bb&RegionId=cn-hangzhou"
    );
    let report = CreateInstance::from_query("Action=CreateInstances&RegionId=r&Capacity=1")
        .expect_err("another operation");
    assert!(report.iter().any(|found| found.path == "/Action"));
    assert!(CreateInstance::from_query("RegionId=cn-hangzhou&RegionId=b&Capacity=1").is_err());
    // "And so on" is no order.
    assert!(CreateInstance::from_query("Action=CreateInstance&RegionId=cn-hangzhou&...").is_err());
}

#[test]
fn what_is_no_text_is_a_finding() {
    let report = CreateInstance::from_bytes(b"{\"RegionId\": \"\xff\"}").expect_err("not UTF-8");
    assert_eq!(report.diagnostics()[0].code, Code::Syntax);
    assert_eq!(
        report.diagnostics()[0].span.expect("a place").start.offset,
        14
    );
    for text in ["", "[]", "5", "{\"a\": ", "{} {}"] {
        assert!(CreateInstance::from_json(text).is_err(), "{text}");
    }
}

#[test]
fn no_error_repeats_a_value() {
    let secret = "20241131";
    let mut said = Vec::new();
    for text in [
        secret.to_owned(),
        format!("\"{secret}\""),
        format!("[{secret}]"),
        format!("{{\"Password\": {secret}, \"Password\": {secret}}}"),
        format!("{{\"Instances\": {secret}"),
    ] {
        said.push(
            serde_json::from_str::<CreateInstance>(&text)
                .expect_err("no order")
                .to_string(),
        );
        said.push(
            serde_json::from_str::<CreateCacheInstance>(&text)
                .expect_err("no order")
                .to_string(),
        );
        let errors = [
            CreateInstance::from_json(&text)
                .map(|_| ())
                .expect_err("no order"),
            CreateInstances::from_json(&text)
                .map(|_| ())
                .expect_err("no order"),
        ];
        said.extend(errors.iter().map(|error| format!("{error:?} {error}")));
    }
    for text in [
        secret,
        "true",
        "[20241131]",
        "{\"20241131\": 20241131}",
        "2024.1131",
    ] {
        let error = serde_json::from_str::<kvspec::request::Secret>(text).expect_err("no text");
        said.push(error.to_string());
    }
    let order =
        format!("{{\"RegionId\": \"r\", \"Password\": {secret}, \"PASSWORD\": \"{secret}\"}}");
    let read: CreateInstance = serde_json::from_str(&order).expect("all is kept");
    said.push(format!("{read:?} {}", read.check()));
    let config = format!("{{\"requirepass\": \"{secret}\"}}");
    let order = subscription()
        .config(config.as_str())
        .instance_name(format!("redis://:{secret}@h"));
    said.push(format!(
        "{order:?} {:?} {:?}",
        order.config, order.instance_name
    ));
    for text in said {
        assert!(
            !text.contains(secret) && !text.contains("2024.1131"),
            "{text}"
        );
    }
}

#[cfg(feature = "config")]
#[test]
fn toml_is_read_as_json_is() {
    let order: CreateInstance = toml::from_str(
        "RegionId = 'cn-hangzhou'\nCapacity = 1024\nPassword = 20241131\nPeriod = 1979-05-27\n",
    )
    .expect("what is wrong is a finding");
    assert_eq!(order.period, Some("1979-05-27".into()));
    let report = order.check();
    assert!(report.iter().any(|found| found.path == "/Password"));
    assert!(!report.to_string().contains("20241131"));
}

#[cfg(feature = "config")]
#[test]
fn a_teams_rules_hold_for_typed_requests() {
    let rules = kvspec::house::HouseRules::from_toml(
        "[[patterns]]\nparameter = \"InstanceName\"\npattern = \"^app-\"\n",
    )
    .expect("rules");
    let view = rules.for_no_file();
    let checker = Checker::new(CreateInstance::PROFILES[0]).house_rules(&view);
    let refused = subscription()
        .instance_name("db-1")
        .validated_with(&checker);
    let Err(Invalid::Report(report)) = refused else {
        panic!("{refused:?}")
    };
    assert!(report.is_valid() && !report.passes());
    assert!(
        subscription()
            .instance_name("app-1")
            .validated_with(&checker)
            .is_ok()
    );
    let text = subscription().instance_name("db-1").to_value().to_string();
    assert!(CreateInstance::from_json_with(&text, &checker).is_err());
    assert!(CreateInstance::from_json(&text).is_ok());
    let other = Checker::new(&ALIBABA_CREATE_INSTANCES);
    assert!(matches!(
        CreateInstance::from_query_with("RegionId=r", &other),
        Err(Invalid::OtherOperation(_))
    ));
}

#[test]
fn a_valid_request_keeps_its_warnings() {
    let order = CreateInstance::new("cn-hangzhou")
        .capacity(1024_usize)
        .zone_id("cn-beijing-a")
        .vpc_id("vpc-1")
        .private_ip("10.0.0.1");
    let valid = order.clone().validated().expect("no error");
    assert_eq!(valid.report(), &order.check());
    assert!(valid.report().counts().warnings >= 3);
    let report = order.validated_strictly().expect_err("warnings");
    assert!(report.is_valid());
}

/// The names that an object of a profile has to have in its type.
fn rows(profile: &'static Profile, pointer: &str) -> Vec<&'static str> {
    let mut names = Vec::new();
    profile.visit_objects(&mut |at, object| {
        if at == pointer {
            let own = object.parameters.iter().filter(|row| !row.common);
            names.extend(own.map(|row| row.name));
        }
    });
    assert!(!names.is_empty(), "{} has no {pointer}", profile.id);
    names
}

#[test]
fn every_row_has_a_field() {
    let mut objects = 0;
    let mut holds = |profile: &'static Profile, pointer: &str, fields: &[&str]| {
        objects += 1;
        for name in rows(profile, pointer) {
            assert!(
                fields.contains(&name),
                "{} {pointer}: no field for {name}",
                profile.id
            );
        }
    };
    for profile in CreateInstance::PROFILES {
        holds(profile, "", CreateInstance::NAMES);
    }
    holds(ConsoleOrder::PROFILES[0], "", ConsoleOrder::NAMES);
    holds(CreateInstances::PROFILES[0], "", CreateInstances::NAMES);
    holds(
        CreateInstances::PROFILES[0],
        "/Instances/*",
        Instance::NAMES,
    );
    let mut jd_cloud = |profile, names| {
        holds(profile, "", names);
        holds(profile, "/cacheInstance", CacheInstance::NAMES);
        holds(profile, "/cacheInstance/azId", AzId::NAMES);
        holds(profile, "/charge", Charge::NAMES);
    };
    jd_cloud(CreateCacheInstance::PROFILES[0], CreateCacheInstance::NAMES);
    #[cfg(feature = "editions")]
    {
        jd_cloud(
            CreateCacheInstance2026::PROFILES[0],
            CreateCacheInstance2026::NAMES,
        );
        let profile = CreateCacheInstance2026::PROFILES[0];
        holds(profile, "/cacheInstance/userTags/*", ResourceTag::NAMES);
        holds(profile, "/cacheInstance/opsTags/*", ResourceTag::NAMES);
        for (profile, names) in [
            (CreateInstance2026::PROFILES[0], CreateInstance2026::NAMES),
            (CreateTairInstance::PROFILES[0], CreateTairInstance::NAMES),
        ] {
            holds(profile, "", names);
            holds(profile, "/Tag/*", Tag::NAMES);
        }
        // No object of these profiles was left out.
        let mut all = 5 + 4;
        for profile in [
            profile,
            CreateInstance2026::PROFILES[0],
            CreateTairInstance::PROFILES[0],
        ] {
            profile.visit_objects(&mut |_, _| all += 1);
        }
        assert_eq!(objects, all);
    }
}

#[cfg(feature = "editions")]
#[test]
fn orders_of_today_are_typed() {
    let order = CreateTairInstance::new("cn-hangzhou", "tair_essd", "tair.essd.standard.xlarge")
        .vpc_id("vpc-bp1")
        .v_switch_id("vsw-bp1")
        .engine_version("1.0")
        .charge_type(ChargeType::PostPaid)
        .storage_type("essd_pl1")
        .storage(60)
        .client_token("0c593ea1")
        .tag([Tag::new("team", "orders"), Tag::new("env", "")]);
    let valid = order.validated().expect("valid");
    assert_eq!(codes(valid.report()), []);
    let query = valid.query();
    assert!(
        query.ends_with("&Storage=60&StorageType=essd_pl1&Tag.1.Key=team&Tag.1.Value=orders&Tag.2.Key=env&Tag.2.Value=&VSwitchId=vsw-bp1&VpcId=vpc-bp1"),
        "{query}"
    );
    let again = CreateTairInstance::from_query(&query).expect("valid");
    assert_eq!(again.query(), query);
    assert_eq!(codes(again.report()), []);

    for profile in [
        CreateInstance2026::PROFILES[0],
        CreateTairInstance::PROFILES[0],
    ] {
        let query = if profile.operation == "CreateInstance" {
            CreateInstance2026::from_json(profile.sample)
                .expect("a sample")
                .query()
        } else {
            CreateTairInstance::from_json(profile.sample)
                .expect("a sample")
                .query()
        };
        assert!(
            Checker::new(profile).is_valid(Spec::Query(&query)),
            "{query}"
        );
    }

    let profile = CreateCacheInstance2026::PROFILES[0];
    let valid = CreateCacheInstance2026::from_json(profile.sample).expect("a sample");
    let mut whole = valid.body();
    assert!(whole.get("regionId").is_none());
    whole["regionId"] = "cn-north-1".into();
    assert_eq!(
        whole,
        serde_json::from_str::<Value>(profile.sample).expect("JSON")
    );
    let wrong = valid.into_inner();
    let instance = wrong
        .cache_instance
        .clone()
        .expect("there")
        .user_tags([ResourceTag::new("a", 1)]);
    let report = wrong
        .cache_instance(instance)
        .validated()
        .expect_err("a number");
    assert_eq!(
        codes(&report),
        [(
            Code::TypeMismatch,
            "/cacheInstance/userTags/0/value".to_owned()
        )]
    );
}

proptest! {
    #[test]
    fn what_is_valid_is_valid_on_the_wire(
        name in "[A-Za-z中文][A-Za-z0-9中文._+%&-]{1,30}",
        months in prop::sample::select(vec![1_u32, 9, 12, 24, 36]),
        // Without the signs that placeholders and masks are made of.
        token in "[ -#%-)+-;=-z|~]{1,64}",
    ) {
        let token = token.trim().to_owned();
        prop_assume!(!token.is_empty());
        let request = subscription().instance_name(name).period(months).token(token);
        let read: CreateInstance = serde_json::from_value(request.to_value()).expect("what was written");
        prop_assert_eq!(&read, &request);
        let valid = request.validated().expect("valid");
        let report = Checker::new(CreateInstance::PROFILES[0]).check(Spec::Query(&valid.query()));
        prop_assert_eq!(codes(&report), vec![]);
    }
}
