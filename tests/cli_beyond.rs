//! The commands that look beyond one request, as a user runs them.
#![cfg(feature = "cli")]
#![expect(clippy::expect_used, reason = "what a test expects, it says")]

#[path = "support/command.rs"]
mod command;

use std::process::Output;

use command::stdout;
use serde_json::Value;

/// Runs the command with `{0}`, `{1}` … standing for files with these contents.
fn run(arguments: &[&str], files: &[&str]) -> Output {
    let directory = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let call = format!("{arguments:?}{files:?}");
    let mut paths = Vec::new();
    for (index, text) in files.iter().enumerate() {
        let hash = call.bytes().fold(index as u64, |sum, byte| {
            sum.wrapping_mul(31).wrapping_add(u64::from(byte))
        });
        let path = directory.join(format!("beyond-{hash:x}-{index}.json"));
        std::fs::write(&path, text).expect("a file");
        paths.push(path.display().to_string());
    }
    let arguments: Vec<&str> = arguments
        .iter()
        .map(|argument| {
            match argument
                .strip_prefix('{')
                .and_then(|rest| rest.strip_suffix('}'))
            {
                Some(index) => paths[index.parse::<usize>().expect("a number")].as_str(),
                None => argument,
            }
        })
        .collect();
    command::run(&arguments, "")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("JSON")
}

const ORDER: &str = r#"{"billingMethod": "Subscription", "duration": 1, "region": "cn-hangzhou",
  "zone": "cn-hangzhou-e", "networkType": "VPC", "vpc": "vpc-1", "vSwitch": "vsw-1",
  "version": "5.0", "nodeType": "Dual Copy", "instanceClass": "redis.master.small.default",
  "quantity": 2}"#;
const REQUEST: &str = r#"{"RegionId": "cn-hangzhou", "InstanceClass": "c", "ChargeType": "PrePaid",
  "Period": "12", "Password": "Hidden_2345"}"#;

#[test]
fn lint_takes_a_context() {
    let context = r#"{"ecs": {"region": "cn-beijing"}}"#;
    let output = run(
        &["lint", "{0}", "--context", "{1}", "--format", "json"],
        &[ORDER, context],
    );
    assert_eq!(output.status.code(), Some(0));
    let report = json(&output);
    let codes: Vec<&Value> = report["specs"][0]["diagnostics"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|found| &found["code"])
        .collect();
    assert!(
        codes.iter().any(|code| *code == "region-mismatch"),
        "{codes:?}"
    );
    let output = run(
        &["lint", "{0}", "--context", "{1}", "--deny", "warnings"],
        &[ORDER, context],
    );
    assert_eq!(output.status.code(), Some(1));
    for (bad, says) in [
        (r#"{"esc": {}}"#, "/esc"),
        ("", "nothing to read"),
        (r#"{"vSwitch": {"cidr": "x"}}"#, "IPv4"),
    ] {
        let output = run(&["lint", "{0}", "--context", "{1}"], &[ORDER, bad]);
        assert_eq!(output.status.code(), Some(2), "{bad}");
        assert!(
            String::from_utf8_lossy(&output.stderr).contains(says),
            "{bad}"
        );
        assert!(output.stdout.is_empty());
    }
    let output = run(&["lint", "{0}", "--context", "no-such-file"], &[ORDER]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn change_refuses_what_cannot_go_back() {
    let postpaid = r#"{"RegionId": "cn-hangzhou", "InstanceClass": "c"}"#;
    let output = run(
        &["change", "{0}", "{1}", "--format", "json"],
        &[REQUEST, postpaid],
    );
    assert_eq!(output.status.code(), Some(1));
    let report = json(&output);
    assert_eq!(report["allowed"], false);
    assert_eq!(
        report["wanted"]["diagnostics"][0]["code"],
        "irreversible-change"
    );
    assert_eq!(
        report["wanted"]["diagnostics"][0]["span"]["start"]["line"],
        1
    );
    let output = run(&["change", "{0}", "{1}"], &[postpaid, REQUEST]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    assert!(!stdout(&output).contains("Hidden_2345"));
    let batch = r#"{"Instances": "[]"}"#;
    let output = run(&["change", "{0}", "{0}"], &[batch]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("alibaba.create-instances"));
}

#[test]
fn request_prints_what_the_page_would_send() {
    let output = run(&["request", "{0}", "--format", "query"], &[ORDER]);
    assert_eq!(output.status.code(), Some(0));
    let query = stdout(&output);
    assert!(query.starts_with("Action=CreateInstance&ChargeType=PrePaid&"));
    // What it prints is what lint accepts.
    let lint = ["lint", "-", "--profile", "alibaba.create-instance.cn"];
    assert_eq!(command::status(&command::run(&lint, &query)), 0);
    let published = json(&run(&["request", "{0}", "--format", "json"], &[ORDER]));
    assert_eq!(published["copies"], 2);
    assert_eq!(published["query"], query.trim_end());
    let human = stdout(&run(&["request", "{0}", "--locale", "zh"], &[ORDER]));
    assert!(
        human.contains("billingMethod `Subscription` → ChargeType `PrePaid`")
            && human.contains("2 次")
            && human.contains("一到五分钟")
    );
    // Of the two ways to pay the order's own is told.
    let notes = published["notes"].to_string();
    assert!(
        notes.contains("A subscription is paid before use"),
        "{notes}"
    );
    assert!(!notes.contains("by the hour"), "{notes}");
    let bad = ORDER.replace("cn-hangzhou-e", "");
    for format in ["human", "json", "query"] {
        let output = run(&["request", "{0}", "--format", format], &[&bad]);
        assert_eq!(output.status.code(), Some(1), "{format}");
        let all = stdout(&output) + &String::from_utf8_lossy(&output.stderr);
        assert!(all.contains("required-parameter"), "{all}");
    }
    let output = run(&["request", "{0}", "--format", "query"], &[&bad]);
    assert!(output.stdout.is_empty());
}

#[test]
fn transfer_masks_secrets_in_every_form() {
    for arguments in [
        &["transfer", "{0}"][..],
        &["transfer", "{0}", "--format", "json"],
        &["transfer", "{0}", "--to", "alibaba.create-instances"],
        &[
            "transfer",
            "{0}",
            "--to",
            "alibaba.create-instances",
            "--format",
            "json",
        ],
        &[
            "transfer",
            "{0}",
            "--to",
            "jdcloud.create-cache-instance",
            "--locale",
            "zh",
        ],
        &[
            "transfer",
            "{0}",
            "--to",
            "alibaba.create-instance.intl",
            "--format",
            "json",
        ],
    ] {
        let output = run(arguments, &[REQUEST]);
        let all = stdout(&output) + &String::from_utf8_lossy(&output.stderr);
        assert!(!all.contains("Hidden_2345"), "{all}");
        assert!(matches!(output.status.code(), Some(0 | 1)));
        if arguments.contains(&"--to") {
            assert!(all.contains("********"), "{all}");
        }
    }
    let output = run(
        &[
            "transfer",
            "{0}",
            "--to",
            "alibaba.create-instance.intl",
            "--format",
            "json",
        ],
        &[REQUEST],
    );
    let report = json(&output);
    // 001 refuses the underscore that 002 allows.
    assert_eq!(report["valid"], false);
    assert_eq!(report["requests"][0]["spec"]["Period"], 12);
    let survey = json(&run(&["transfer", "{0}", "--format", "json"], &[REQUEST]));
    // Every profile of a request; orders of other tools are those tools' to write.
    assert_eq!(survey["profiles"].as_array().map(Vec::len), Some(8));
    let output = run(&["transfer", "{0}", "--to", "alibaba.console"], &["{"]);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn an_order_that_cannot_be_read_is_reported_in_the_format_asked_for() {
    for (schema, arguments) in [
        (
            "kvspec/standings/v1",
            &["transfer", "{0}", "--format", "json"][..],
        ),
        (
            "kvspec/transfer/v1",
            &[
                "transfer",
                "{0}",
                "--format",
                "json",
                "--to",
                "alibaba.console",
            ],
        ),
    ] {
        let output = run(arguments, &["{\"RegionId\": }"]);
        assert_eq!(output.status.code(), Some(1));
        let report = json(&output);
        assert_eq!(report["schema"], schema);
        assert_eq!(report["valid"], false);
        assert_eq!(report["diagnostics"][0]["code"], "syntax");
    }
}

#[test]
fn transfer_writes_other_formats() {
    let order = "{\"Action\": \"CreateInstance\", \"RegionId\": \"cn-hangzhou\", \"InstanceClass\": \"redis.shard.small.2.ce\",\n \"Password\": \"Pass!123456\", \"ParamGroupId\": \"rpg-1\"}";
    let output = run(&["transfer", "{0}", "--to", "terraform"], &[order]);
    assert_eq!(output.status.code(), Some(0));
    let file = stdout(&output);
    assert!(file.contains("password       = var.password"), "{file}");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let line =
        ":2:45: /ParamGroupId: dropped: no counterpart (the resource has no argument for it)";
    assert!(told.contains(line), "{told}");
    assert!(!file.contains("123456") && !told.contains("123456"));
    let arguments = [
        "transfer", "{0}", "--to", "ros", "--format", "json", "--locale", "zh",
    ];
    let report = json(&run(&arguments, &[order]));
    assert_eq!(report["schema"], "kvspec/rewrite/v1");
    assert_eq!(report["orders"][0]["to"], "ros.redis-instance");
    assert_eq!(report["orders"][0]["steps"][0]["why"], "地域由资源栈决定");
    assert_eq!(report["lossy"], true);
    // What a format does not write, and what is no order.
    for (format, text) in [("jdc", order), ("ros", "{\"a\": 1}"), ("ros", "{")] {
        let output = run(&["transfer", "{0}", "--to", format], &[text]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stdout(&output).is_empty());
    }
}

#[test]
fn compare_prints_every_format() {
    let pair = [
        "alibaba.create-instance.cn",
        "jdcloud.create-cache-instance",
    ];
    for format in ["human", "markdown", "json"] {
        let output = run(&["compare", pair[0], pair[1], "--format", format], &[]);
        assert_eq!(output.status.code(), Some(0));
        assert!(stdout(&output).contains("/cacheInstance/redisVersion"));
    }
    let chinese = stdout(&run(&["compare", pair[0], pair[1], "--locale", "zh"], &[]));
    assert!(chinese.contains("警告 `ignored-parameter`"), "{chinese}");
    assert!(!chinese.contains("warning `"), "{chinese}");
    let output = run(&["compare", pair[0], "no-such-profile"], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains(pair[1]));
}

/// Whatever its values say.
#[test]
fn a_request_stays_one() {
    let order = r#"{"Action": "CreateInstance", "RegionId": "cn-hangzhou", "Capacity": 256, "Tag": [{"Key": "stack", "Value": "ALIYUN::REDIS::Instance"}]}"#;
    let to = ["transfer", "-", "--to", "alibaba.create-instance.cn"];
    let output = command::run(&to, order);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        command::stderr(&output)
    );
}

#[test]
fn a_file_of_another_tools_is_told_from_a_request() {
    let module = "resource \"alicloud_kvstore_instance\" \"a\" {\n  instance_class = \"redis.shard.small.2.ce\"\n}\n";
    let template = "Resources:\n  R:\n    Type: ALIYUN::REDIS::Instance\n";
    let script = "aliyun r-kvstore CreateInstance --RegionId cn-hangzhou\n";
    for text in [module, template, script] {
        for (arguments, advice) in [
            (&["transfer", "-"][..], "`kvspec transfer - --to FORMAT`"),
            (
                &["transfer", "-", "--to", "alibaba.create-instance.2026"],
                "`kvspec transfer - --to FORMAT`",
            ),
            (&["request", "-"], "`kvspec transfer - --to json`"),
            (&["transfer", "-", "--locale", "zh"], "不读取其他工具的文件"),
        ] {
            let output = command::run(arguments, text);
            let told = command::stderr(&output);
            assert_eq!(output.status.code(), Some(2), "{arguments:?}: {told}");
            assert!(output.stdout.is_empty(), "{arguments:?}");
            assert!(
                told.contains(advice) && !told.contains("JSON has"),
                "{told}"
            );
        }
        for arguments in [
            &["change", "-", "{0}"][..],
            &["response", "{0}", "--request", "-"],
        ] {
            let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("beside-tools.json");
            std::fs::write(&file, REQUEST).expect("a file");
            let path = file.display().to_string();
            let arguments: Vec<&str> = (arguments.iter())
                .map(|argument| {
                    if *argument == "{0}" {
                        path.as_str()
                    } else {
                        argument
                    }
                })
                .collect();
            let output = command::run(&arguments, text);
            assert_eq!(output.status.code(), Some(2), "{arguments:?}");
            let told = command::stderr(&output);
            assert!(told.contains("`kvspec transfer - --to json`"), "{told}");
        }
    }
    // JSON stays a request under any name.
    let output = command::run(&["transfer", "-"], REQUEST);
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_request_is_no_order_of_the_page() {
    let order = r#"{"Action": "CreateInstance", "RegionId": "cn-hangzhou", "InstanceClass": "c"}"#;
    for format in ["human", "json", "query"] {
        let output = run(&["request", "{0}", "--format", format], &[order]);
        assert_eq!(output.status.code(), Some(2), "{format}");
        assert!(output.stdout.is_empty(), "{format}");
        let told = command::stderr(&output);
        let is = "this is a `CreateInstance` request already (alibaba.create-instance.2026)";
        assert!(told.contains(is), "{told}");
    }
    let output = run(&["request", "{0}", "--locale", "zh"], &[order]);
    assert!(command::stderr(&output).contains("这已经是 `CreateInstance` 请求"));
    // What cannot be read is told as such.
    let output = run(&["request", "{0}"], &["{"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("error[syntax]"));
}

#[test]
fn profiles_stand_apart_from_what_is_said_of_them() {
    let text = stdout(&run(&["transfer", "{0}"], &[ORDER]));
    let rows: Vec<&str> = text.lines().take_while(|line| !line.is_empty()).collect();
    assert!(rows.len() > 5, "{text}");
    for row in rows {
        let id = row.split("  ").next().unwrap_or_default();
        assert!(kvspec::Profile::by_id(id).is_some(), "{row}");
    }
}

#[test]
fn a_token_is_asked_for_where_there_is_one() {
    let of = |to: &str, locale: &str| {
        stdout(&run(
            &["transfer", "{0}", "--to", to, "--locale", locale],
            &[ORDER],
        ))
    };
    let with = of("alibaba.create-instance.2026", "en");
    assert!(
        with.contains("2 times, each time with a Token of its own\n"),
        "{with}"
    );
    for id in [
        "jdcloud.create-cache-instance",
        "jdcloud.create-cache-instance.2026",
    ] {
        let without = of(id, "en");
        assert!(without.contains("to be sent 2 times\n"), "{without}");
        assert!(!of(id, "zh").contains("Token"));
    }
}
