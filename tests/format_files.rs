//! What holds of every file of another tool: drawn files have the findings they were drawn with,
//! fixes leave everything else alone, and what is not known never speaks.

#![cfg(all(feature = "formats", feature = "proptest"))]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use std::collections::BTreeMap;

use kvspec::strategy::{self, OrderFile};
use kvspec::{Code, Diagnostic, Linted, Linter, Run, Severity};
use proptest::prelude::*;

fn lint(file: &str, text: &str) -> Vec<Linted> {
    Linter::new().file(file, &[]).lint(text, &mut Run::new())
}

fn all(linted: &[Linted]) -> impl Iterator<Item = &Diagnostic> {
    linted.iter().flat_map(|one| &one.diagnostics)
}

/// Findings, by code.
fn counted(linted: &[Linted], least: Severity) -> BTreeMap<Code, usize> {
    let mut counts = BTreeMap::new();
    for found in all(linted).filter(|found| found.severity >= least) {
        *counts.entry(found.code).or_default() += 1;
    }
    counts
}

/// What is there more of than before.
fn added(before: &BTreeMap<Code, usize>, after: &BTreeMap<Code, usize>) -> Vec<Code> {
    let more = |(code, count): &(&Code, &usize)| before.get(code).copied().unwrap_or(0) < **count;
    after.iter().filter(more).map(|(code, _)| *code).collect()
}

fn has_what_it_was_drawn_with(drawn: &OrderFile) -> Result<(), TestCaseError> {
    let linted = lint(drawn.file, &drawn.text);
    prop_assert_eq!(linted.len(), 1, "{}", drawn.text);
    let profile = linted[0].profile.map(|profile| profile.id);
    prop_assert_eq!(profile, Some(drawn.profile), "{}", &drawn.text);
    match drawn.code {
        None => prop_assert!(
            linted[0].is_valid(),
            "{:?}\n{}",
            counted(&linted, Severity::Error),
            drawn.text
        ),
        Some(code) => prop_assert!(
            all(&linted).any(|found| found.code == code),
            "{code} {:?}\n{}",
            counted(&linted, Severity::Info),
            drawn.text
        ),
    }
    Ok(())
}

/// What is said of a command with these flags beside the region, without notes.
fn said_of_command(flags: &str) -> Vec<String> {
    let text =
        format!("aliyun r-kvstore CreateInstance --RegionId cn-hangzhou --Capacity 1024 {flags}\n");
    let linted = lint("order.sh", &text);
    assert_eq!(linted.len(), 1, "{text}");
    let told = all(&linted).filter(|found| found.severity > Severity::Info);
    told.map(|found| format!("{} {} {}", found.severity, found.code, found.path))
        .collect()
}

#[test]
fn variables_of_a_command_are_compared_by_what_they_are() {
    for (flags, expected) in [
        // Two that differ may hold the same, and one may hold anything.
        ("--Tag.1.Key \"$A\" --Tag.2.Key \"$B\"", &[][..]),
        ("--Tag.1.Key \"$A\" --Tag.2.Key team", &[]),
        ("--Tag.1.Key \"a-$A\" --Tag.2.Key \"a-$B\"", &[]),
        ("--Tag '[{\"Key\": \"'$A'\"}, {\"Key\": \"'$B'\"}]'", &[]),
        (
            "--Tag.1.Key team --Tag.2.Key team",
            &["warning duplicate-item /Tag.2.Key"],
        ),
        ("--ZoneId \"$Z1\" --SecondaryZoneId \"$Z2\"", &[]),
        // The same one twice is no literal.
        (
            "--ZoneId \"$Z1\" --SecondaryZoneId \"$Z1\"",
            &["warning not-distinct /SecondaryZoneId"],
        ),
        (
            "--ZoneId cn-hangzhou-h --SecondaryZoneId cn-hangzhou-h",
            &["error not-distinct /SecondaryZoneId"],
        ),
    ] {
        assert_eq!(said_of_command(flags), expected, "{flags}");
    }
    for (flags, expected) in [
        (
            "--ZoneId cn-hangzhou-h --zoneid cn-beijing-h",
            &["error unknown-parameter /zoneid"][..],
        ),
        (
            "--zoneid cn-beijing-h --ZoneId cn-hangzhou-h",
            &["error unknown-parameter /zoneid"],
        ),
        (
            "--zoneid cn-beijing-h --ZONEID cn-hangzhou-h",
            &[
                "error parameter-case /zoneid",
                "error parameter-case /ZONEID",
            ],
        ),
        (
            "--ZoneId cn-hangzhou-h --ZoneId cn-hangzhou-g",
            &["error duplicate-parameter /ZoneId"],
        ),
    ] {
        assert_eq!(said_of_command(flags), expected, "{flags}");
    }
    let assigned = "T=team\naliyun r-kvstore CreateInstance --RegionId a --Capacity 1024 \
                    --Tag.1.Key \"$T\" --Tag.2.Key \"${U:-team}\"\n";
    let linted = lint("order.sh", assigned);
    assert!(all(&linted).any(|found| found.code == Code::DuplicateItem));
}

#[test]
fn a_command_needs_no_region() {
    let said = |text: &str| {
        let linted = lint("order.sh", text);
        assert_eq!(linted.len(), 1, "{text}");
        let told = all(&linted).filter(|found| found.severity > Severity::Info);
        told.map(|found| format!("{} {}", found.code, found.path))
            .collect::<Vec<_>>()
    };
    for order in [
        "aliyun r-kvstore CreateInstance --Capacity 1024 --ZoneId cn-hangzhou-h",
        "aliyun r-kvstore create-instance --capacity 1024 --zone-id cn-hangzhou-h",
        "aliyun r-kvstore CreateTairInstance --InstanceClass tair.rdb.1g --InstanceType tair_rdb \
         --EngineVersion 7.0 --ChargeType PostPaid --VpcId vpc-1 --VSwitchId vsw-1 --ZoneId cn-a-b",
    ] {
        let flag = if order.contains("create-instance") {
            "--biz-region-id"
        } else {
            "--RegionId"
        };
        assert!(said(order).is_empty(), "{:?}", said(order));
        for empty in [format!("{flag} ''"), format!("{flag} ' '"), flag.to_owned()] {
            let text = format!("{order} {empty}\n");
            assert_eq!(said(&text), ["empty-value /RegionId"], "{text}");
        }
    }
}

#[test]
fn a_plain_assignment_replaces_the_one_before() {
    let order =
        "aliyun r-kvstore CreateInstance --RegionId a --Capacity 1024 --ChargeType \"$P\"\n";
    let said = |before: &str| {
        let linted = lint("order.sh", &format!("{before}\n{order}"));
        let told = all(&linted).filter(|found| found.severity > Severity::Info);
        told.map(|found| format!("{} {} {}", found.severity, found.code, found.path))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        said("P=PostPaid\nP=Foo"),
        ["error invalid-value /ChargeType"]
    );
    assert!(said("P=Foo\nP=PostPaid").is_empty());
    assert!(said("P=PostPaid\nif true; then P=Foo; fi").is_empty());
    assert!(said("P=Foo\nfor P in PostPaid; do :; done").is_empty());
    assert!(said("set_it() { P=PostPaid; }\nP=Foo\nset_it").is_empty());
}

#[test]
fn a_comment_beside_what_cannot_be_read_is_not_unused() {
    let broken =
        "# kvspec: ignore\nresource \"alicloud_kvstore_instance\" \"x\" {\n  instance_class =\n";
    let linted = lint("main.tf", broken);
    assert_eq!(linted.len(), 1);
    let codes: Vec<Code> = all(&linted).map(|found| found.code).collect();
    assert_eq!(codes, [Code::Syntax]);
    // A comment at what could be read is told at its order.
    let good = "# kvspec: ignore[open-whitelist]\nresource \"alicloud_kvstore_instance\" \"y\" {\n  \
                instance_class = \"redis.shard.small.2.ce\"\n  vswitch_id = \"vsw-1\"\n  zone_id = \"a-b\"\n}\n";
    let linted = lint("main.tf", &format!("{good}{broken}"));
    let unused: Vec<_> = all(&linted)
        .filter(|found| found.code == Code::UnusedIgnore)
        .map(|found| found.span.map(|span| span.start.line))
        .collect();
    assert_eq!((linted.len(), unused), (2, vec![Some(1)]));
    // Where all was read, a comment at no order stands in a report of the file's own format.
    let invented = "resource \"alicloud_redis_instance\" \"x\" {}\n# kvspec: ignore\nlocals {}\n";
    for one in lint("main.tf", invented) {
        assert_eq!(one.format, kvspec::SpecFormat::Terraform);
    }
}

#[test]
fn a_comment_that_names_no_code_is_told_what_is_meant() {
    let text = "# kvspec: ignore[open-whitelst, short-window, hunter2-secret]\nresource \"alicloud_kvstore_instance\" \"y\" {\n  \
                instance_class = \"redis.shard.small.2.ce\"\n  vswitch_id = \"vsw-1\"\n  zone_id = \"a-b\"\n}\n";
    let linted = lint("main.tf", text);
    let of = |locale| -> Vec<String> {
        all(&linted)
            .filter(|found| found.code == Code::UnusedIgnore)
            .map(|found| found.message(locale))
            .collect()
    };
    assert_eq!(
        of(kvspec::Locale::En),
        [
            "there is no code `open-whitelst`; did you mean `open-whitelist`?",
            "`short-window` ignores nothing here",
            "there is no such code, so it ignores nothing",
        ]
    );
    assert_eq!(
        of(kvspec::Locale::Zh)[2],
        "没有这个代码，因此没有忽略任何结果"
    );
}

/// A file made a little untidy, in ways that have fixes.
fn untidy(drawn: &OrderFile, choices: u16) -> String {
    const WAYS: [(&str, &str); 16] = [
        (" db_instance_name", " instance_name"),
        (" payment_type", " instance_charge_type"),
        (" zone_id", " availability_zone"),
        ("\"7.0\"", "7.0"),
        ("'7.0'", "7.0"),
        ("\"cn-hangzhou-h\"", "\" cn-hangzhou-h\""),
        ("\"orders\"", "\"orders \""),
        ("--VpcId", "--vpcId"),
        ("--InstanceClass", "--instanceclass"),
        ("CreateInstance ", "create-instance "),
        (" InstanceName:", " instancename:"),
        (" EngineVersion:", " engineVersion:"),
        (" dbInstanceName:", " instanceName:"),
        (" vswitch_id", " vswitchId"),
        ("  InstanceClass", "\u{a0}\u{a0}InstanceClass"),
        ("\"cacheInstanceName\"", "\"cacheinstanceName\""),
    ];
    let mut text = drawn.text.clone();
    for (at, (tidy, other)) in WAYS.iter().enumerate() {
        if choices >> at & 1 == 1 {
            text = text.replacen(tidy, other, 1);
        }
    }
    text
}

/// Safe fixes come to an end, add no finding, and leave every line alone that has no fix.
/// Rules wait for a value that is an error: what they say of it once it is mended is not counted.
fn fixes_are_sound(file: &str, text: &str) -> Result<(), TestCaseError> {
    let linter = Linter::new().file(file, &[]);
    let before = lint(file, text);
    let fixed = linter.fix(text, false);
    let after = lint(file, &fixed.text);
    // Nor is what stands behind something that cannot be read.
    let was_unreadable = all(&before).any(|found| found.code == Code::Syntax);
    let was_wrong =
        all(&before).any(|found| found.severity == Severity::Error && found.fix.is_some());
    if !was_unreadable && !was_wrong {
        let more = added(
            &counted(&before, Severity::Warning),
            &counted(&after, Severity::Warning),
        );
        prop_assert!(more.is_empty(), "{more:?}\n{text}\n---\n{}", fixed.text);
    }
    let again = linter.fix(&fixed.text, false);
    prop_assert_eq!(&again.text, &fixed.text);
    // Every line that no finding with a fix touches stands there still, in its order.
    let mut touched = vec![false; text.split('\n').count() + 1];
    let line_of = |offset: usize| text[..offset].matches('\n').count();
    for edit in all(&before)
        .filter_map(|found| found.fix.as_ref())
        .flat_map(|fix| &fix.edits)
    {
        touched[line_of(edit.start)..=line_of(edit.end.max(edit.start))].fill(true);
    }
    if !was_unreadable && fixed.rounds <= 1 {
        let mut rest = fixed.text.split('\n');
        for (number, line) in text.split('\n').enumerate() {
            if !touched[number] {
                prop_assert!(rest.any(|other| other == line), "{line:?}\n{}", fixed.text);
            }
        }
    }
    Ok(())
}

/// The same file with one value replaced by something that nobody knows, for each of its
/// arguments that stand on a line of their own.
fn with_unknown(drawn: &OrderFile) -> Vec<String> {
    let format = drawn.profile.split('.').next().unwrap_or_default();
    let mut all = Vec::new();
    let lines: Vec<&str> = drawn.text.split_inclusive('\n').collect();
    for (number, line) in lines.iter().enumerate() {
        let Some(changed) = (match format {
            "terraform" => in_hcl(line),
            "ros" => in_yaml(line, "!Ref Nobody"),
            "pulumi" => in_yaml(line, "${nobody}"),
            _ => in_shell(line),
        }) else {
            continue;
        };
        let mut text: String = lines[..number].concat();
        text.push_str(&changed);
        text.push_str(&lines[number + 1..].concat());
        all.push(text);
    }
    all
}

fn in_hcl(line: &str) -> Option<String> {
    let (name, value) = line.split_once(" = ")?;
    let name = name.strip_prefix("  ")?;
    let is_argument = !name.starts_with([' ', '#', '/'])
        && name
            .trim_end()
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b == b'_')
        && !matches!(
            name.trim(),
            "default" | "description" | "available_resource_creation" | "ignore_changes"
        );
    let is_whole = !value.trim_end().ends_with(['{', '[']);
    (is_argument && is_whole && !name.starts_with("its_"))
        .then(|| format!("  {name} = var.nobody\n"))
}

fn in_yaml(line: &str, unknown: &str) -> Option<String> {
    let (name, value) = line.split_once(": ")?;
    let name = name.strip_prefix("      ")?;
    let is_argument =
        !name.starts_with([' ', '#', '-']) && name.bytes().all(|b| b.is_ascii_alphanumeric());
    (is_argument && !value.trim().is_empty()).then(|| format!("      {name}: {unknown}\n"))
}

fn in_shell(line: &str) -> Option<String> {
    // A line with one flag, whose value is one plain word.
    let rest = line.trim_start().strip_prefix("--")?;
    let end = rest.find([' ', '='])?;
    let (name, value) = rest.split_at(end);
    let word = value[1..].split([' ', ')', '\r', '\n']).next()?;
    let tail = &value[1 + word.len()..];
    let is_plain = !word.is_empty()
        && word
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b':'));
    is_plain.then(|| format!("    --{name} \"$NOBODY\"{tail}"))
}

fn unknown_never_speaks(drawn: &OrderFile) -> Result<(), TestCaseError> {
    let linted = lint(drawn.file, &drawn.text);
    let before = counted(&linted, Severity::Info);
    for text in with_unknown(drawn) {
        let after = lint(drawn.file, &text);
        let mut more = added(&before, &counted(&after, Severity::Info));
        // Where a class is not known, the type of the product tells the edition, even if it is not
        // the class's.
        if drawn.spec.get("ProductType").is_some() {
            more.retain(|code| !matches!(code, Code::ClassNodeMismatch | Code::IgnoredParameter));
        }
        prop_assert!(more.is_empty(), "{more:?}\n{}\n---\n{text}", drawn.text);
        // What signs a request is none of its parameters.
        let is_counted = drawn.code != Some(Code::SecretInSpec);
        prop_assert!(!is_counted || after[0].unknown > 0, "{text}");
    }
    Ok(())
}

macro_rules! properties {
    ($($format:ident)+) => {$(
        mod $format {
            use super::*;

            proptest! {
                #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

                #[test]
                fn drawn_files_have_what_they_were_drawn_with(drawn in strategy::$format()) {
                    has_what_it_was_drawn_with(&drawn)?;
                }

                #[test]
                fn fixes_leave_the_rest_alone(drawn in strategy::$format(), choices in any::<u16>()) {
                    fixes_are_sound(drawn.file, &untidy(&drawn, choices))?;
                }

                #[test]
                fn what_is_not_known_adds_no_finding(drawn in strategy::$format()) {
                    unknown_never_speaks(&drawn)?;
                }
            }
        }
    )+};
}

properties!(terraform ros pulumi shell markdown);

/// JSON in Markdown is judged where it is surely a request: an answer has the same names.
#[test]
fn requests_in_markdown_are_judged_and_answers_are_not() {
    let text = "# Orders\n\n```json\n{\n  \"RegionId\": \"cn-hangzhou\",\n  \"Capacity\": 0,\n  \"Password\": \"Abcd1234!\"\n}\n```\n\n```json\n{\"Action\": \"CreateInstance\", \"RegionId\": \"cn-hangzhou\", \"Capacity\": 0}\n```\n\n```json\n{\"InstanceId\": \"r-1\", \"RegionId\": \"cn-hangzhou\", \"Capacity\": 0, \"Port\": 6379}\n```\n\n```json\n{\"Instances\": {\"KVStoreInstance\": [{\"RegionId\": \"cn-hangzhou\", \"Capacity\": 0}]}, \"TotalCount\": 1}\n```\n\n```json\n{\"RegionId\": \"cn-hangzhou\", \"Capacity\": 0, \"ZoneId\": \"cn-hangzhou-a\"}\n```\n\n```json\n{\"name\": \"package\", \"version\": 1}\n```\n";
    let linted = Linter::new()
        .file("README.md", &[])
        .lint(text, &mut Run::new());
    assert_eq!(linted.len(), 2, "{linted:?}");
    for (one, line) in linted.iter().zip([6, 12]) {
        assert_eq!(
            one.profile.map(|it| it.id),
            Some("alibaba.create-instance.2026")
        );
        let mut found = one.diagnostics.iter();
        let wrong = found
            .find(|found| found.code == Code::OutOfRange)
            .expect("it");
        assert_eq!(wrong.path, "/Capacity");
        assert_eq!(wrong.span.map(|span| span.start.line), Some(line));
    }
}

/// The blocks of Markdown that say something, each as its profile or its only finding.
fn blocks(text: &str) -> Vec<String> {
    let linted = Linter::new()
        .file("README.md", &[])
        .lint(text, &mut Run::new());
    let said = |one: &kvspec::Linted| match one.profile {
        Some(profile) => profile.id.to_owned(),
        None => one.diagnostics[0].code.to_string(),
    };
    linted.iter().map(said).collect()
}

fn json_block(json: &str) -> String {
    format!("# Orders\n\n```json\n{json}\n```\n")
}

#[test]
fn several_requests_in_a_block_of_markdown_are_judged() {
    const ONE: &str = r#"{"Action": "CreateInstance", "RegionId": "cn-hangzhou", "Capacity": 0}"#;
    let id = "alibaba.create-instance.2026";
    let list = format!("[{ONE},\n {ONE}]");
    let lines = format!("{ONE}\n\n{ONE}\n");
    for json in [&list, &lines] {
        for word in ["json", "jsonl", "ndjson"] {
            let indented = json.replace('\n', "\n  ");
            let text = format!("- orders:\n\n  ```{word}\n  {indented}\n  ```\n");
            assert_eq!(blocks(&text), [id, id], "{text}");
            let linted = Linter::new()
                .file("README.md", &[])
                .lint(&text, &mut Run::new());
            for one in &linted {
                let mut found = one.diagnostics.iter();
                let wrong = found.find(|found| found.code == Code::OutOfRange);
                let span = wrong.and_then(|found| found.span).expect("a place");
                assert_eq!(&text[span.start.offset..span.end.offset], "0");
            }
        }
    }
    // Neither elements of `Instances` nor answers are requests.
    let elements = json_block(
        r#"[{"RegionId": "cn-hangzhou", "izNo": "cn-hangzhou-b", "Password": "Abcd1234!"}]"#,
    );
    assert_eq!(blocks(&elements), [""; 0]);
    assert_eq!(blocks(&json_block("[[], 1, null]\n{}")), [""; 0]);
}

#[test]
fn slips_in_requests_in_markdown_are_told_and_excerpts_are_not() {
    let order = r#"{"Action": "CreateInstance", "RegionId": "cn-hangzhou", "Capacity": 1024"#;
    for slip in [",}", " \"Port\": \"6379\"}", "}}", "}]"] {
        assert_eq!(
            blocks(&json_block(&format!("{order}{slip}"))),
            ["syntax"],
            "{slip}"
        );
    }
    for excerpt in [
        "",
        ", ...}",
        ",\n  …\n}",
        ", // more\n}",
        ", \"Port\": <port>}",
        ", \"Port\": string}",
        ",",
        ", \"ImageId\": \"m-1\",}",
    ] {
        let text = json_block(&format!("{order}{excerpt}"));
        assert_eq!(blocks(&text), [""; 0], "{excerpt}");
    }
    // Names alone are those of an answer as well.
    let nameless = json_block(r#"{"RegionId": "cn-hangzhou", "Capacity": 1024,}"#);
    assert_eq!(blocks(&nameless), [""; 0]);
    let invented = json_block(r#"{"Action": "CreateRedisInstance", "RegionId": "cn-hangzhou"}"#);
    assert_eq!(blocks(&invented), ["unknown-operation"]);
}

#[test]
fn whole_bodies_with_a_name_of_their_own_are_requests() {
    const INSTANCE: &str = r#""vpcId": "vpc-1", "subnetId": "subnet-1", "cacheInstanceName": "session", "cacheInstanceClass": "redis.m.small.basic", "azId": {"master": "cn-north-1a", "slave": "cn-north-1b"}"#;
    let id = "jdcloud.create-cache-instance.2026";
    let text = json_block(&format!(
        r#"{{"regionId": "cn-north-1", "cacheInstance": {{{INSTANCE}}}}}"#
    ));
    assert_eq!(blocks(&text), [id]);
    // A URL has the region.
    let text = json_block(&format!(
        r#"{{"cacheInstance": {{{INSTANCE}}}, "charge": {{"chargeMode": "postpaid_by_duration"}}}}"#
    ));
    let linted = Linter::new()
        .file("README.md", &[])
        .lint(&text, &mut Run::new());
    assert_eq!(blocks(&text), [id]);
    assert!(linted[0].is_valid(), "{:?}", linted[0].diagnostics);
    for json in [
        // Answers, and what stands in them.
        format!(r#"{{"requestId": "1", "result": {{"cacheInstance": {{{INSTANCE}}}}}}}"#),
        format!(r#"{{"requestId": "1", "regionId": "cn-north-1", "cacheInstance": {{{INSTANCE}}}}}"#),
        format!(
            r#"{{"regionId": "cn-north-1", "cacheInstance": {{"cacheInstanceId": "redis-1", {INSTANCE}}}}}"#
        ),
        format!(r#"{{"cacheInstance": {{{INSTANCE}}}}}"#),
        r#"{"Instances": {"KVStoreInstance": [{"RegionId": "cn-hangzhou"}]}, "RegionId": "cn-hangzhou"}"#.to_owned(),
        r#"{"Instances": [{"InstanceId": "i-1"}], "RegionId": "cn-hangzhou"}"#.to_owned(),
        // Other products', types instead of values, and lists that are none.
        r#"{"name": "api", "script": "./api.js", "instances": "max"}"#.to_owned(),
        r#"{"Instances": []}"#.to_owned(),
        r#"{"Instances": "i-1,i-2"}"#.to_owned(),
        format!(r#"{{"regionId": "string", "cacheInstance": {{{INSTANCE}}}}}"#),
        // Policies, events and errors name operations, too.
        r#"[{"Action": "CreateInstance", "User": "bob"}]"#.to_owned(),
        r#"{"Action": "CreateInstance", "Effect": "Allow", "Resource": "*"}"#.to_owned(),
        // Excerpts.
        r#"{"regionId": "cn-north-1", "cacheInstance": {"cacheInstanceClass": "redis.m.small.basic"}}"#.to_owned(),
        r#"{"cacheInstanceName": "session", "cacheInstanceDescription": "new"}"#.to_owned(),
        r#"{"billingMethod": "Subscription"}"#.to_owned(),
    ] {
        assert_eq!(blocks(&json_block(&json)), [""; 0], "{json}");
    }
    let instances = r#"{"RegionId": "cn-hangzhou", "Instances": "[{\"RegionId\": \"cn-hangzhou\", \"izNo\": \"cn-hangzhou-b\"}]"}"#;
    assert_eq!(blocks(&json_block(instances)), ["alibaba.create-instances"]);
}

#[test]
fn the_day_holds_in_markdown_as_well() {
    let text =
        json_block(r#"{"Action": "CreateInstance", "RegionId": "cn-hangzhou", "Capacity": 1}"#);
    let linted = Linter::new()
        .file("README.md", &[])
        .as_of("2018-06-01".parse().expect("a date"))
        .lint(&text, &mut Run::new());
    let profile = linted[0].profile.map(|profile| profile.id);
    assert_eq!(profile, Some("alibaba.create-instance.intl"));
}

#[test]
fn what_cannot_be_read_in_markdown_is_named_by_its_block() {
    let order = "resource \"alicloud_kvstore_instance\" \"a\" {\n  zone_id = = 1\n}\n";
    let template = "Resources:\n  A:\n    Type: ALIYUN::REDIS::Instance\n   Properties: [\n";
    let command = "aliyun r-kvstore CreateInstance --RegionId \"cn-hangzhou\n";
    let request = "{\"Action\": \"CreateInstance\", \"RegionId\": \"cn-hangzhou\",}\n";
    let text = format!(
        "```sh\n```\n```hcl\n{order}```\n```yaml\n{template}```\n```bash\n{command}```\n```json\n{request}```\n"
    );
    let linted = Linter::new()
        .file("README.md", &[])
        .lint(&text, &mut Run::new());
    let all = linted.iter().flat_map(|one| &one.diagnostics);
    let messages: Vec<_> = all
        .filter(|found| found.code == Code::Syntax)
        .map(|found| found.message(kvspec::Locale::En))
        .collect();
    assert_eq!(messages.len(), 4, "{messages:?}");
    let formats = ["Terraform", "YAML", "a shell script", "JSON"];
    for (message, format) in messages.iter().zip(formats) {
        assert!(message.contains(&format!("as {format}")), "{message}");
    }
}

#[test]
fn empty_lists_that_the_provider_refuses_are_errors() {
    let text = "variable \"none\" {\n  default = []\n}\nresource \"alicloud_kvstore_instance\" \"a\" {\n  instance_class = \"redis.master.small.default\"\n  vswitch_id     = \"vsw-1\"\n  security_ips   = []\n  config         = {}\n}\nresource \"alicloud_kvstore_instance\" \"b\" {\n  instance_class = \"redis.master.small.default\"\n  vswitch_id     = \"vsw-1\"\n  security_ips   = var.unknown\n}\n";
    let linted = Linter::new()
        .file("main.tf", &[])
        .lint(text, &mut Run::new());
    let paths: Vec<_> = linted[0]
        .diagnostics
        .iter()
        .filter(|found| found.code == Code::EmptyList)
        .map(|found| found.path.to_string())
        .collect();
    assert_eq!(paths, ["/security_ips", "/config"]);
    assert!(linted[1].is_valid());
}

#[test]
fn a_value_of_a_file_of_values_is_no_default() {
    let text = "variable \"period\" {}\nresource \"alicloud_kvstore_instance\" \"a\" {\n  instance_class = \"redis.master.small.default\"\n  vswitch_id     = \"vsw-1\"\n  payment_type   = \"PrePaid\"\n  period         = var.period\n}\n";
    let neighbours = [(
        "terraform.tfvars".to_owned(),
        "period = \"77\"\n".to_owned(),
    )];
    let linted = Linter::new()
        .file("main.tf", &neighbours)
        .lint(text, &mut Run::new());
    let found = linted[0]
        .diagnostics
        .iter()
        .find(|found| found.path == "/period")
        .expect("it");
    let message = found.message(kvspec::Locale::En);
    assert!(
        message.contains("(the value of `var.period` in terraform.tfvars)"),
        "{message}"
    );
    assert_eq!(found.severity, Severity::Warning);
}

/// Of a setting with an odd value the message tells what it takes.
#[test]
fn an_odd_setting_is_told_what_it_takes() {
    let text = r#"
resource "alicloud_kvstore_instance" "a" {
  instance_class = "redis.shard.small.2.ce"
  vswitch_id     = "vsw-1"
  config = { hz = "1000", appendonly = "on", "hash-max-ziplist-value" = "x" }
}
"#;
    let linted = kvspec::Linter::new().lint(text, &mut kvspec::Run::new());
    let said: Vec<String> = linted
        .iter()
        .flat_map(|one| &one.diagnostics)
        .filter(|found| found.code == kvspec::Code::ConfigUnlikelyValue)
        .map(|found| found.message(kvspec::Locale::En).clone())
        .collect();
    assert_eq!(
        said,
        [
            "`hz` takes 1…500",
            "`appendonly` takes `yes` or `no`",
            "`hash-max-ziplist-value` takes a whole number",
        ]
    );
}

/// What is said of a file without notes.
fn said(file: &str, text: &str) -> Vec<String> {
    let linted = lint(file, text);
    let told = all(&linted).filter(|found| found.severity > Severity::Info);
    told.map(|found| format!("{} {} {}", found.severity, found.code, found.path))
        .collect()
}

#[test]
fn an_empty_default_is_no_more_than_a_place_for_a_value() {
    let text = "variable \"class\" { default = \"\" }\nvariable \"ips\" { default = [] }\nresource \"alicloud_kvstore_instance\" \"a\" {\n  instance_class = var.class\n  vswitch_id = var.class\n  zone_id = \"\"\n}\n";
    assert_eq!(
        said("main.tf", text),
        [
            "warning empty-value /instance_class",
            "warning empty-value /vswitch_id",
            "warning empty-value /zone_id"
        ]
    );
}

#[test]
fn terraform_converts_texts() {
    let of = |line: &str| {
        let text = format!(
            "resource \"alicloud_kvstore_instance\" \"a\" {{\n  instance_class = \"redis.shard.small.2.ce\"\n  vswitch_id = \"vsw-1\"\n  payment_type = \"PrePaid\"\n  period = 1\n  {line}\n}}\n"
        );
        said("main.tf", &text)
    };
    for line in [
        "auto_renew = \"1\"",
        "auto_renew = \"0\"",
        "shard_count = \"01\"",
        "shard_count = \"1.0\"",
    ] {
        assert!(of(line).is_empty(), "{line}: {:?}", of(line));
    }
    for line in [
        "auto_renew = \"yes\"",
        "auto_renew = 1",
        "shard_count = \"1.5\"",
        "shard_count = \"x\"",
    ] {
        assert_eq!(of(line).len(), 1, "{line}: {:?}", of(line));
    }
}

#[test]
fn what_an_example_leaves_out_is_not_missing() {
    let block = |lines: &str| {
        format!("```hcl\nresource \"alicloud_redis_tair_instance\" \"a\" {{\n{lines}\n}}\n```\n")
    };
    for lines in ["  ...", "  # ... more", "  password = \"...\"\n  // …"] {
        assert!(said("a.md", &block(lines)).is_empty(), "{lines}");
    }
    assert!(!said("a.md", &block("  # more")).is_empty());
    let script =
        "PW=...\naliyun r-kvstore CreateInstance --Capacity 1024 --Password $PW --ZoneId cn-...\n";
    assert!(said("a.sh", script).is_empty());
}

#[test]
fn what_is_cut_out_of_a_list_or_quote_leaves_the_rest() {
    let order = "resource \"alicloud_kvstore_instance\" \"a\" {\n  instance_class = \"redis.shard.small.2.ce\"\n  period = 1\n  vswitch_id = \"vsw-1\"\n}\n";
    let within = |lead: &str, order: &str| {
        let lines = format!("```hcl\n{order}```\n");
        let lines = lines.lines().map(|line| format!("{lead}{line}\n"));
        lines.collect::<String>()
    };
    for (before, lead) in [
        ("", ""),
        ("- x\n\n", "  "),
        ("", "> "),
        ("1. x\n\n", "   > "),
    ] {
        let text = format!("{before}{}", within(lead, order));
        let linted = lint("a.md", &text);
        let fix = all(&linted).find_map(|found| {
            found
                .fix
                .as_ref()
                .filter(|_| found.code == Code::IgnoredParameter)
        });
        let edits = &fix.expect("a fix").edits;
        let mut mended = text.clone();
        for edit in edits.iter().rev() {
            mended.replace_range(edit.start..edit.end, &edit.text);
        }
        let expected = within(lead, &order.replace("  period = 1\n", ""));
        assert_eq!(mended, format!("{before}{expected}"));
    }
}
