//! `kvspec lint` over whole trees, lists of URLs and other people's files: what is read, what is
//! passed over, and what is said of both.
#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

#[path = "support/command.rs"]
mod command;

use std::fs;
use std::path::Path;
use std::process::Output;

use command::{command, folder, run, run_with, status, stderr, stdout};
use serde_json::Value;

const GOOD: &str = r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "Token": "t"}"#;
const FAULTY: &str = r#"{"RegionId": "cn-hangzhou", "Capacity": 0}"#;
const DOUBTFUL: &str = r#"{"RegionId": "cn-hangzhou", "Capacity": 1, "ZoneId": "cn-beijing-a"}"#;

fn lint(arguments: &[&str], input: &str) -> Output {
    run(&[&["lint"], arguments].concat(), input)
}

fn report(arguments: &[&str], input: &str) -> Value {
    let output = lint(&[&["--format", "json"], arguments].concat(), input);
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn path(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

fn sources(report: &Value, root: &Path) -> Vec<String> {
    let root = root.to_str().expect("UTF-8");
    let specs = report["specs"].as_array().expect("a list").iter();
    let names = specs.map(|spec| spec["source"].as_str().expect("text"));
    names
        .map(|name| {
            name.trim_start_matches(root)
                .trim_start_matches('/')
                .to_owned()
        })
        .collect()
}

#[test]
fn a_batch_with_a_region_beside_it_is_a_batch() {
    let batch = r#"{"RegionId":"cn-hangzhou","Instances":[{"RegionId":"cn-hangzhou","izNo":"cn-hangzhou-b","instanceClass":"redis.master.small.default"}]}"#;
    let report = report(&["-"], batch);
    assert_eq!(report["specs"][0]["profile"], "alibaba.create-instances");
    assert_eq!(report["specs"][0]["valid"], true);
}

#[test]
fn a_difference_hides_nothing() {
    let folder = folder("diff-gate");
    let file = |name: &str, text: &str| {
        fs::write(folder.join(name), text).expect("a file");
        folder.join(name)
    };
    for (name, text, expected, said) in [
        (
            "comma.json",
            r#"{"RegionId":"cn-hangzhou","Capacity":1024,}"#,
            1,
            "error[syntax]",
        ),
        ("none.json", r#"{"colour":1}"#, 2, "no order"),
        (
            "lines.ndjson",
            &format!("{GOOD}\n{{\"RegionId\"\n"),
            1,
            "error[syntax]",
        ),
        ("wrong.json", FAULTY, 1, "error[out-of-range]"),
        ("good.json", GOOD, 0, ""),
        ("doubtful.json", DOUBTFUL, 0, ""),
    ] {
        let file = file(name, text);
        let output = lint(&["--diff", path(&file)], "");
        assert_eq!(status(&output), expected, "{name}");
        assert!(
            stderr(&output).contains(said),
            "{name}: {}",
            stderr(&output)
        );
        assert_eq!(stdout(&output), "", "{name}");
        let without = lint(&[path(&file)], "");
        assert_eq!(status(&output), status(&without), "{name}");
    }
    let doubtful = folder.join("doubtful.json");
    let output = lint(&["--diff", "--deny", "warnings", path(&doubtful)], "");
    assert_eq!(status(&output), 1);
    assert!(stderr(&output).contains("zone-outside-region"));
}

#[test]
fn what_makes_the_exit_status_is_said() {
    let output = lint(&["--level", "error", "--deny", "warnings", "-"], DOUBTFUL);
    assert_eq!(status(&output), 1);
    let last = stdout(&output);
    let last = last.lines().last().expect("a line");
    assert_eq!(last, "1 spec checked: 0 errors; 2 warnings not shown");
    let output = lint(
        &[
            "--level", "error", "--deny", "warnings", "--format", "concise", "-",
        ],
        DOUBTFUL,
    );
    assert!(stderr(&output).contains("2 warnings not shown"));
}

#[test]
fn people_see_notes_on_request() {
    let text = stdout(&lint(&["-"], GOOD));
    assert_eq!(text, "1 spec checked: 0 errors, 0 warnings, 3 notes\n");
    let text = stdout(&lint(&["--level", "info", "-"], GOOD));
    assert_eq!(text.matches("info[").count(), 3, "{text}");
}

#[test]
fn findings_that_say_the_same_are_told_once() {
    let order = r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "EngineVersion": 5.0}"#;
    let orders = format!("{order}\n").repeat(50);
    for jobs in ["1", "3"] {
        let output = lint(&["--input-format", "ndjson", "--jobs", jobs, "-"], &orders);
        let text = stdout(&output);
        assert_eq!(text.matches("= why").count(), 1, "{text}");
        assert!(text.contains("49 more: warning[type-coerced]"), "{text}");
        assert!(text.contains("<stdin>:2:64, "), "{text}");
        assert!(text.contains(" and 44 others"), "{text}");
        assert!(text.lines().count() < 20, "{text}");
        assert!(
            text.contains("50 specs checked: 0 errors, 50 warnings"),
            "{text}"
        );
    }
    let arguments = ["--input-format", "ndjson", "--locale", "zh", "-"];
    let text = stdout(&lint(&arguments, &orders));
    assert!(text.contains("另有 49 处：警告[type-coerced]"), "{text}");
    assert!(!text.contains("warning["), "{text}");
}

#[test]
fn a_misspelt_operation_is_told_beside_the_one_that_was_meant() {
    for order in [
        r#"{"Action": "CreateInstnce", "RegionId": "cn-hangzhou", "Capacity": 1024}"#,
        "Action=CreateInstnce&RegionId=cn-hangzhou&Capacity=1024",
    ] {
        let text = stdout(&lint(&["-"], order));
        let meant = "there is no `CreateInstnce`; did you mean `CreateInstance`?";
        assert!(text.contains(meant), "{text}");
    }
    // Another name is not near to any.
    let order = r#"{"Action": "CreateTairKVCacheInstance", "RegionId": "r", "InstanceClass": "tair.rdb.1g"}"#;
    let text = stdout(&lint(&["-"], order));
    assert!(!text.contains("did you mean"), "{text}");
}

#[test]
fn several_threads_lint_files_as_one_does() {
    let folder = folder("files-side-by-side");
    let token = r#"{"Action": "CreateInstance", "RegionId": "cn-hangzhou", "Capacity": 1024, "Token": "same", "AutoPay": 1}"#;
    for number in 0..40 {
        let (name, text) = match number % 8 {
            0 => (
                "json",
                token.replace("1024", &(1024 * (1 + number)).to_string()),
            ),
            1 => (
                "tf",
                format!(
                    "resource \"alicloud_kvstore_instance\" \"a{number}\" {{\n  engine_version = 7.0\n  capacity = var.size\n}}\n"
                ),
            ),
            2 => (
                "tf",
                format!("variable \"size{number}\" {{\n  default = 1\n}}\n"),
            ),
            3 => (
                "sh",
                "aliyun r-kvstore CreateInstance --Capacity 0\n".to_owned(),
            ),
            4 => ("yml", "Resources:\n  C: [\n".to_owned()),
            5 => (
                "yml",
                "Resources:\n  C:\n    Type: ALIYUN::REDIS::Instance\n".to_owned(),
            ),
            6 => ("ndjson", format!("{token}\n{FAULTY}\n")),
            _ => ("json", "{\"a\": 1}".to_owned()),
        };
        fs::write(folder.join(format!("{number:02}.{name}")), text).expect("a file");
    }
    fs::write(
        folder.join("99.tf"),
        b"resource \"alicloud_kvstore_instance\" \"\xff\" {}",
    )
    .expect("a file");
    for format in ["human", "concise", "json", "ndjson", "sarif", "github"] {
        let of = |jobs: &str| {
            let output = lint(&["--format", format, "--jobs", jobs, path(&folder)], "");
            (stdout(&output), stderr(&output), status(&output))
        };
        let one = of("1");
        assert_eq!(of("3"), one, "{format}");
        let repeated = one.0.contains("token-reused");
        assert!(repeated, "{format}");
    }
}

#[test]
fn a_finding_can_be_one_line() {
    let output = lint(&["--format", "concise", "-"], FAULTY);
    assert_eq!(
        stdout(&output),
        "<stdin>:1:41: error[out-of-range] /Capacity: `Capacity` is 0, but must be at least 1\n"
    );
    assert_eq!(status(&output), 1);
}

#[test]
fn what_holds_no_order_is_passed_over_in_a_folder() {
    let folder = folder("no-orders");
    for (name, text) in [
        (
            "package.json",
            r#"{"name": "x", "version": "1.0.0", "description": "y"}"#,
        ),
        (
            "policy.json",
            r#"{"Version": "1", "Statement": [{"Action": "*"}]}"#,
        ),
        (
            "state.json",
            r#"{"version": 4, "serial": 1, "resources": []}"#,
        ),
        (
            "answer.json",
            r#"{"Instances": {"KVStoreInstance": [{"RegionId": "r", "Capacity": 1024}]}, "TotalCount": 1}"#,
        ),
        ("broken.json", r#"{"a": 1,}"#),
        ("list.json", "[1, 2, 3]"),
        ("empty.json", ""),
        ("log.ndjson", "{\"level\": 1}\nnothing\n{\"level\": 2}\n"),
        (
            "describe.url",
            "https://r-kvstore.aliyuncs.com/?Action=DescribeInstances&RegionId=r",
        ),
        (
            "ecs.url",
            "https://ecs.aliyuncs.com/?Action=CreateInstance&ImageId=m",
        ),
    ] {
        fs::write(folder.join(name), text).expect("a file");
    }
    let output = lint(&[path(&folder)], "");
    assert_eq!(status(&output), 0, "{}{}", stdout(&output), stderr(&output));
    assert!(
        stdout(&output).contains("0 specs checked"),
        "{}",
        stdout(&output)
    );
    assert!(stdout(&output).contains("10 files without an order passed over"));
    assert!(stderr(&output).contains("no order was found"));
    // What was named is another matter.
    assert_eq!(status(&lint(&[path(&folder.join("package.json"))], "")), 2);
    assert_eq!(status(&lint(&[path(&folder.join("broken.json"))], "")), 1);
    // What was meant as an order is one.
    fs::write(
        folder.join("comma.json"),
        r#"{"RegionId": "r", "Capacity": 1,}"#,
    )
    .expect("a file");
    fs::write(
        folder.join("mixed.ndjson"),
        format!("{{\"level\": 1}}\n{FAULTY}\n"),
    )
    .expect("a file");
    let output = lint(&[path(&folder)], "");
    assert_eq!(status(&output), 2);
    assert!(stderr(&output).contains("mixed.ndjson:1: no order"));
    assert!(stdout(&output).contains("error[syntax]"));
    assert!(stdout(&output).contains("error[out-of-range]"));
}

#[test]
fn files_of_other_kinds_are_passed_over_where_they_are_named() {
    let folder = folder("other-kinds");
    for (name, text) in [
        ("deploy.py", "\"\"\"Deploys.\"\"\"\nx = 1\n"),
        ("README.txt", "Hello."),
    ] {
        fs::write(folder.join(name), text).expect("a file");
        let output = lint(&[path(&folder.join(name))], "");
        assert_eq!(status(&output), 0, "{name}: {}", stdout(&output));
    }
    let order = folder.join("order.txt");
    fs::write(&order, FAULTY).expect("a file");
    assert_eq!(status(&lint(&[path(&order)], "")), 1);
}

#[test]
fn a_file_without_orders_says_so() {
    for (input, arguments) in [
        ("[]", &["-"][..]),
        ("\n  \n", &["--input-format", "ndjson", "-"]),
    ] {
        let output = lint(arguments, input);
        assert_eq!(status(&output), 0, "{input:?}");
        assert!(
            stderr(&output).contains("<stdin>: no orders in it"),
            "{input:?}"
        );
    }
}

#[test]
fn other_operations_are_not_looked_at() {
    let output = lint(
        &["-"],
        r#"{"Action": "DescribeInstances", "RegionId": "r", "Capacity": 0}"#,
    );
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    assert!(!stdout(&output).contains("out-of-range"));
}

#[test]
fn what_git_ignores_and_what_is_excluded_is_not_read() {
    let folder = folder("ignored");
    fs::create_dir_all(folder.join(".git")).expect("a folder");
    fs::create_dir_all(folder.join("build/deep")).expect("a folder");
    fs::create_dir_all(folder.join("samples")).expect("a folder");
    fs::write(folder.join(".gitignore"), "build/\n").expect("a file");
    fs::write(folder.join("kvspec.toml"), "exclude = [\"samples\"]\n").expect("a file");
    for name in ["a.json", "build/deep/b.json", "samples/c.json", "old.json"] {
        fs::write(folder.join(name), FAULTY).expect("a file");
    }
    let found = report(&[path(&folder)], "");
    assert_eq!(sources(&found, &folder), ["a.json", "old.json"]);
    let found = report(&["--exclude", "old*", path(&folder)], "");
    assert_eq!(sources(&found, &folder), ["a.json"]);
    let found = report(&["--no-config", path(&folder)], "");
    assert_eq!(
        sources(&found, &folder),
        ["a.json", "old.json", "samples/c.json"]
    );
    // What is named is read.
    let named = folder.join("samples/c.json");
    assert_eq!(status(&lint(&[path(&named)], "")), 1);
    let output = lint(&["--exclude", "[", path(&folder)], "");
    assert_eq!(status(&output), 2);
    assert!(stderr(&output).contains("--exclude ["));
}

#[test]
fn markdown_that_was_met_waits_to_be_asked_for() {
    let folder = folder("met-markdown");
    let page = "```sh\naliyun r-kvstore CreateInstance --RegionId a --Capacity 0\n```\n";
    fs::write(folder.join("a.md"), page).expect("a file");
    fs::write(folder.join("a.json"), FAULTY).expect("a file");
    let read = |arguments: &[&str]| sources(&report(arguments, ""), &folder);
    assert_eq!(read(&[path(&folder)]), ["a.json"]);
    assert_eq!(read(&["--no-config", path(&folder)]), ["a.json"]);
    assert_eq!(read(&["--no-config", path(&folder.join("a.md"))]), ["a.md"]);
    let policy = folder.join("kvspec.toml");
    fs::write(&policy, "markdown = true\n").expect("a file");
    assert_eq!(read(&[path(&folder)]), ["a.json", "a.md"]);
    assert_eq!(
        read(&["--config", path(&policy), path(&folder)]),
        ["a.json", "a.md"]
    );
    assert_eq!(read(&["--no-config", path(&folder)]), ["a.json"]);
}

#[test]
fn a_configuration_that_was_met_is_no_order() {
    let folder = folder("met-configuration");
    let texts = [
        (
            "a.json",
            r#"{"port": 8080, "password": "changeme", "host": "localhost"}"#,
        ),
        (
            "b.json",
            r#"{"RegionId": "cn-hangzhou", "ImageId": "m-1", "InstanceType": "ecs.g7.large"}"#,
        ),
        (
            "c.json",
            r#"{"region_id": "cn-hangzhou", "instance_class": "x", "port": 1}"#,
        ),
        ("d.json", r#"{"RegionId": "cn-hangzhou", "Capacity": 0}"#),
    ];
    for (name, text) in texts {
        fs::write(folder.join(name), text).expect("a file");
    }
    let read = |arguments: &[&str]| sources(&report(arguments, ""), &folder);
    assert_eq!(read(&[path(&folder)]), ["c.json", "d.json"]);
    assert_eq!(
        read(&["--pass-over", path(&folder.join("a.json"))]),
        Vec::<String>::new()
    );
    // What is named is an order, as its names say.
    assert_eq!(read(&[path(&folder.join("a.json"))]), ["a.json"]);
}

#[test]
fn a_level_can_stand_in_the_house_rules() {
    let folder = folder("level-key");
    fs::write(folder.join("kvspec.toml"), "level = \"error\"\n").expect("a file");
    fs::write(folder.join("a.json"), DOUBTFUL).expect("a file");
    let text = stdout(&lint(&[path(&folder)], ""));
    assert!(!text.contains("zone-outside-region"), "{text}");
    let text = stdout(&lint(&["--level", "warning", path(&folder)], ""));
    assert!(text.contains("zone-outside-region"), "{text}");
    fs::write(folder.join("kvspec.toml"), "level = \"off\"\n").expect("a file");
    assert_eq!(status(&lint(&[path(&folder)], "")), 2);
}

#[test]
fn a_file_is_visited_once() {
    let folder = folder("visited-once");
    let file = folder.join("a.json");
    fs::write(&file, GOOD).expect("a file");
    let dotted = folder.join("./a.json");
    let mut arguments = vec![path(&file), path(&file), path(&folder), path(&dotted)];
    let link = folder.join("link.json");
    if cfg!(unix) {
        #[cfg(unix)]
        std::os::unix::fs::symlink(&file, &link).expect("a link");
        arguments.push(path(&link));
    }
    let found = report(&arguments, "");
    assert_eq!(found["summary"]["specs"], 1);
    assert_eq!(found["summary"]["warnings"], 0);
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere_unless_they_are_named() {
    use std::os::unix::fs::symlink;
    let folder = folder("links");
    let (tree, outside) = (folder.join("tree"), folder.join("outside"));
    for each in [&tree, &outside] {
        fs::create_dir(each).expect("a folder");
    }
    let doubtful = r#"{"RegionId": "r", "Capacity": 1, "EngineVersion": 5.0}"#;
    fs::write(outside.join("x.json"), doubtful).expect("a file");
    symlink("../outside", tree.join("folder")).expect("a link");
    symlink("../outside/x.json", tree.join("x.json")).expect("a link");
    symlink("/", tree.join("root")).expect("a link");
    symlink("nowhere", tree.join("README")).expect("a link");
    fs::write(tree.join("own.json"), GOOD).expect("a file");
    let output = lint(&["--fix", path(&tree)], "");
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    assert_eq!(
        fs::read_to_string(outside.join("x.json")).expect("text"),
        doubtful
    );
    let found = report(&[path(&tree.join("x.json"))], "");
    assert_eq!(found["summary"]["specs"], 1);
    symlink(&tree, folder.join("named")).expect("a link");
    let found = report(&[path(&folder.join("named"))], "");
    assert_eq!(found["summary"]["specs"], 1);
}

#[cfg(unix)]
#[test]
fn house_rules_are_those_of_the_tree() {
    use std::os::unix::fs::symlink;
    let folder = folder("foreign-rules");
    let checkout = folder.join("checkout");
    fs::create_dir_all(checkout.join(".git")).expect("a folder");
    fs::write(checkout.join("a.json"), FAULTY).expect("a file");
    // Above the checkout.
    fs::write(
        folder.join("kvspec.toml"),
        "[severity]\nout-of-range = \"off\"\n",
    )
    .expect("a file");
    assert_eq!(status(&lint(&[path(&checkout)], "")), 1);
    // A link out of it.
    fs::write(folder.join("secret"), "TOKEN=tok_SECRET\n").expect("a file");
    symlink("../secret", checkout.join("kvspec.toml")).expect("a link");
    let output = lint(&[path(&checkout)], "");
    assert_eq!(status(&output), 1);
    assert!(stderr(&output).contains("leads out of its tree"));
    assert!(!(stdout(&output) + &stderr(&output)).contains("SECRET"));
}

#[test]
fn a_list_of_urls_is_one_order_a_line() {
    let urls = "https://r-kvstore.aliyuncs.com/?Action=CreateInstance&RegionId=r&Capacity=1\n\n\
                https://r-kvstore.aliyuncs.com/?Action=CreateInstance\n  &RegionId=r\n  &Capacity=0\n";
    let found = report(&["-"], urls);
    let specs = found["specs"].as_array().expect("a list");
    assert_eq!(specs.len(), 2);
    assert_eq!(
        [&specs[0]["line"], &specs[1]["line"]],
        [&Value::from(1), &Value::from(3)]
    );
    for spec in specs {
        assert_eq!(spec["format"], "urls");
        assert_eq!(spec["name"], Value::Null);
        assert_eq!(spec["unknown"], 0);
    }
    assert_eq!(
        [&specs[0]["valid"], &specs[1]["valid"]],
        [&Value::from(true), &Value::from(false)]
    );
    let wrong = specs[1]["diagnostics"].as_array().expect("a list");
    let wrong = wrong
        .iter()
        .find(|found| found["code"] == "out-of-range")
        .expect("it");
    assert_eq!(wrong["span"]["start"]["line"], 5);
    assert_eq!(wrong["span"]["start"]["column"], 13);
}

#[test]
fn formats_are_told() {
    let url = "https://r-kvstore.aliyuncs.com/\n&Action=CreateInstance\n&RegionId=r&Capacity=1";
    for (input, arguments, format) in [
        (GOOD, &["-"][..], "json"),
        (url, &["-"], "query"),
        (GOOD, &["--input-format", "ndjson", "-"], "ndjson"),
    ] {
        let found = report(arguments, input);
        assert_eq!(found["specs"].as_array().expect("a list").len(), 1);
        assert_eq!(found["specs"][0]["format"], format);
    }
    let line = stdout(&lint(&["--format", "ndjson", "-"], url));
    assert!(line.contains(r#""format":"query","name":null,"#), "{line}");
}

#[test]
fn the_region_of_a_json_interface_stands_in_its_url() {
    let order = fs::read_to_string("examples/jdcloud.json").expect("the example");
    let mut order: Value = serde_json::from_str(&order).expect("JSON");
    let region = order["regionId"].take();
    order.as_object_mut().expect("an object").remove("regionId");
    let body = serde_json::to_string_pretty(&order).expect("JSON");
    for head in ["", "POST ", "POST https://redis.jdcloud-api.com"] {
        let url = format!(
            "/v1/regions/{}/cacheInstance",
            region.as_str().expect("text")
        );
        let found = report(&["-"], &format!("{head}{url}\n{body}\n"));
        assert_eq!(found["specs"][0]["valid"], true, "{found:#}");
    }
    let secret = "Hunter22secret";
    for body in [
        format!(r#"{{"cacheInstance": {{"password": "{secret}", "x": 1}}}}"#),
        format!(r#"{{"cacheInstance": {{"password": "{secret}",}}}}"#),
    ] {
        let input = format!("POST /v1/regions/r/cacheInstance\n{body}");
        let output = lint(&["-"], &input);
        assert_eq!(status(&output), 1);
        assert!(!stdout(&output).contains(secret), "{}", stdout(&output));
        assert!(
            stdout(&output).contains("<stdin>:2:"),
            "{}",
            stdout(&output)
        );
    }
}

#[test]
fn a_day_tells_the_edition() {
    let of = |day: &str| report(&["--as-of", day, "-"], GOOD)["specs"][0]["profile"].clone();
    assert_eq!(of("2018-06-01"), "alibaba.create-instance.intl");
    assert_eq!(of("2020-01-01"), "alibaba.create-instance.cn");
    assert_eq!(status(&lint(&["--as-of", "yesterday", "-"], GOOD)), 2);
}

#[test]
fn annotations_are_relative_to_the_checkout() {
    let folder = folder("checkout");
    fs::create_dir(folder.join("sub")).expect("a folder");
    fs::write(folder.join("sub/x.json"), FAULTY).expect("a file");
    for (here, argument) in [
        ("sub", "."),
        ("sub", "./x.json"),
        ("", "sub"),
        ("", "./sub//x.json"),
    ] {
        let lint = |format: &str| {
            let mut command = command(&["lint", "--format", format, argument]);
            command.current_dir(folder.join(here));
            command.env("GITHUB_WORKSPACE", &folder);
            stdout(&run_with(command, b""))
        };
        let text = lint("github");
        assert!(
            text.contains("file=sub/x.json,"),
            "{here} {argument}: {text}"
        );
        assert!(
            lint("sarif").contains("\"uri\":\"sub/x.json\""),
            "{here} {argument}"
        );
    }
    let mut plain = command(&["lint", "--format", "github", "./sub"]);
    plain.current_dir(&folder).env_remove("GITHUB_WORKSPACE");
    let text = stdout(&run_with(plain, b""));
    assert!(text.contains("file=sub/x.json,"), "{text}");
}

#[test]
fn there_can_be_too_many_findings() {
    let orders = format!("[{}]", vec![FAULTY; 30].join(","));
    for format in ["human", "concise", "json", "ndjson", "sarif", "github"] {
        let output = lint(
            &[
                "--level",
                "error",
                "--format",
                format,
                "--max-findings",
                "10",
                "-",
            ],
            &orders,
        );
        assert_eq!(status(&output), 1, "{format}");
        let text = stdout(&output);
        if format == "human" {
            let said = "30 errors; 20 findings not shown, being too many";
            assert!(text.contains(said), "{text}");
            continue;
        }
        let name = if format == "sarif" {
            "\"ruleId\""
        } else {
            "out-of-range"
        };
        assert_eq!(text.matches(name).count(), 10, "{format}: {text}");
        assert!(stderr(&output).contains("too many: 20"), "{format}");
    }
}

#[test]
fn sarif_has_as_many_results_as_code_hosts_take() {
    let orders = format!("{FAULTY}\n").repeat(13_000);
    let arguments = ["--input-format", "ndjson", "--format", "sarif", "-"];
    let output = lint(&arguments, &orders);
    assert_eq!(status(&output), 1);
    let log: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let results = log["runs"][0]["results"].as_array().expect("a list");
    assert!(results.len() > 20_000 && results.len() <= 25_000);
    // Notes do not take the room that errors need.
    let errors = results.iter().filter(|one| one["level"] == "error");
    assert_eq!(errors.count(), 13_000);
    let note = &log["runs"][0]["invocations"][0]["toolExecutionNotifications"][0];
    assert!(
        note["message"]["text"]
            .as_str()
            .expect("text")
            .contains("more results")
    );
}

#[test]
fn color_is_as_one_wants_it() {
    let lint = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = command(&[&["lint", "-"], arguments].concat());
        command.env_remove("CLICOLOR_FORCE").env_remove("TERM");
        command.envs(variables.iter().copied());
        stdout(&run_with(command, FAULTY.as_bytes())).contains('\u{1b}')
    };
    assert!(!lint(&[], &[]));
    assert!(lint(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(lint(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!lint(&[], &[("CLICOLOR_FORCE", "0")]));
    assert!(!lint(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!lint(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
}

#[test]
fn a_path_alone_is_a_hint() {
    let output = run(&["examples"], "");
    assert_eq!(status(&output), 2);
    assert!(stderr(&output).contains("kvspec lint examples"));
}

#[cfg(unix)]
#[test]
fn mending_keeps_a_file_what_it_is() {
    use std::os::unix::fs::MetadataExt as _;
    let folder = folder("mend-in-place");
    let doubtful = r#"{"RegionId": "r", "Capacity": 1, "EngineVersion": 5.0}"#;
    let (one, two) = (folder.join("one.json"), folder.join("two.txt"));
    fs::write(&one, doubtful).expect("a file");
    fs::hard_link(&one, &two).expect("a second name");
    assert_eq!(status(&lint(&["--fix", path(&one)], "")), 0);
    let numbers = [&one, &two].map(|file| fs::metadata(file).expect("a file").ino());
    assert_eq!(numbers[0], numbers[1]);
    assert!(fs::read_to_string(&two).expect("text").contains("\"5.0\""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_no_panic() {
    for arguments in [&["completions", "bash"][..], &["lint", "-"]] {
        let full = fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .expect("it is there");
        let mut command = command(arguments);
        command.stdout(full).stdin(std::process::Stdio::null());
        let output = command
            .stderr(std::process::Stdio::piped())
            .output()
            .expect("it runs");
        assert_eq!(status(&output), 2, "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn the_verdict_stands_when_nobody_reads_it() {
    use std::process::Stdio;
    for (input, expected) in [(FAULTY, 1), (GOOD, 0)] {
        let folder = folder("no-reader");
        let file = folder.join("a.json");
        fs::write(&file, input).expect("a file");
        for format in ["human", "json", "ndjson", "sarif", "github", "concise"] {
            let mut command = command(&["lint", "--format", format, path(&file)]);
            let mut child = command
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("it starts");
            drop(child.stdout.take());
            assert_eq!(
                child.wait().expect("it ends").code(),
                Some(expected),
                "{format}"
            );
        }
    }
}

#[test]
fn settings_of_any_size_are_not_read() {
    let folder = folder("large-settings");
    for (name, option) in [("kvspec.toml", "--config"), ("context.json", "--context")] {
        let file = folder.join(name);
        fs::File::create(&file)
            .and_then(|file| file.set_len(1 << 30))
            .expect("a sparse file");
        let output = lint(&[option, path(&file), "-"], GOOD);
        assert_eq!(status(&output), 2);
        assert!(
            stderr(&output).contains("larger than"),
            "{}",
            stderr(&output)
        );
    }
}

#[test]
fn this_repository_ends_well() {
    let found = report(&["."], "");
    for spec in found["specs"].as_array().expect("a list") {
        let source = spec["source"].as_str().expect("text");
        assert!(source.starts_with("examples/"), "{source}");
        assert!(
            spec["valid"] == true || source.starts_with("examples/faulty/"),
            "{source}"
        );
    }
}

#[test]
fn text_for_people_is_linear_in_a_long_line() {
    let time = |count: usize| {
        // No two findings say the same.
        let order = |number| format!("{{\"RegionId\":\"r\",\"Capacity\":1,\"x{number}\":1}}");
        let orders: Vec<String> = (0..count).map(order).collect();
        let start = std::time::Instant::now();
        let output = lint(&["-"], &format!("[{}]", orders.join(",")));
        assert_eq!(status(&output), 0);
        start.elapsed().as_secs_f64()
    };
    let (few, many) = (time(1_000), time(8_000));
    assert!(many < few.max(0.05) * 32.0, "{few} s, then {many} s");
}

#[test]
fn syntax_is_said_by_the_name_of_the_character() {
    for (input, said) in [
        ("{\u{201c}RegionId\u{201d}: 1}", "U+201C"),
        ("{\"RegionId\": \"r\",\u{a0}\"Capacity\": 1}", "U+00A0"),
        ("{\"RegionId\": \"r\"\u{ff0c} \"Capacity\": 1}", "U+FF0C"),
        (
            "{\"RegionId\": \"r\", // here\n\"Capacity\": 1}",
            "no comments",
        ),
        ("{\n\"RegionId\": \"r\"\n}\n{\"Capacity\": 1}", "NDJSON"),
    ] {
        let output = lint(&["-"], input);
        assert_eq!(status(&output), 1);
        assert!(
            stdout(&output).contains(said),
            "{input}: {}",
            stdout(&output)
        );
    }
    let text = stdout(&lint(
        &["-"],
        r#"{"RegionId": "cn-hangzhou", "Password": "Zq7", "Period": 1,}"#,
    ));
    assert!(
        text.contains(r#"{"RegionId": "cn-hangzhou", "Password": *****,"#),
        "{text}"
    );
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(GOOD.bytes().flat_map(|byte| [byte, 0]))
        .collect();
    let text = stdout(&run(&["lint", "-"], utf16));
    assert!(text.contains("UTF-16"), "{text}");
}

#[test]
fn an_error_that_an_sdk_printed_is_read() {
    let folder = folder("printed");
    let reply = folder.join("reply.txt");
    let text = "Traceback:\n  File \"a.py\"\nSDK.ServerError\nErrorCode: InvalidPassword.Malformed\nRecommend: \nRequestId: 8B1C\nMessage: The password is not valid.\n";
    fs::write(&reply, text).expect("a file");
    let output = run(&["response", path(&reply)], "");
    assert_eq!(status(&output), 1, "{}", stderr(&output));
    let text = stdout(&output);
    assert!(
        text.contains("InvalidPassword.Malformed") && text.contains("8B1C"),
        "{text}"
    );
}

#[test]
fn what_is_no_toml_is_not_shown() {
    let folder = folder("no-toml");
    let file = folder.join("kvspec.toml");
    fs::write(&file, "DEPLOY_TOKEN=tok_SECRET\nPATH=/usr\n").expect("a file");
    let output = lint(&["--config", path(&file), "-"], GOOD);
    assert_eq!(status(&output), 2);
    let said = stderr(&output);
    assert!(
        said.contains(&"*".repeat("DEPLOY_TOKEN=tok_SECRET".len())),
        "{said}"
    );
    assert!(
        !said.contains("SECRET") && !said.contains("DEPLOY"),
        "{said}"
    );
}

#[test]
fn a_report_as_an_error_has_no_control_characters() {
    let profile = kvspec::Profile::by_id("alibaba.create-instance.cn").expect("it");
    let order = "{\"RegionId\":\"x\",\"Capacity\":1,\"Foo\\nERROR\\u001b[2J\":1}";
    let mut report = kvspec::Checker::new(profile).check(kvspec::Spec::Json(order));
    let found = report.iter().find(|found| found.path.contains("ERROR"));
    let found = found.expect("a name that is not known").clone();
    report.push(found.with_severity(kvspec::Severity::Error));
    for said in [
        report.to_string(),
        report.display(kvspec::Locale::En).to_string(),
    ] {
        assert!(said.contains("ERROR"), "{said}");
        assert!(
            !said.contains('\u{1b}') && !said.contains("\nERROR"),
            "{said}"
        );
    }
}

#[test]
fn what_a_makefile_holds_is_nobodys_order() {
    let folder = folder("named-others");
    for name in ["Makefile", "Dockerfile"] {
        fs::write(folder.join(name), "all:\n\techo a=b\n").expect("a file");
    }
    let order = folder.join("order.json");
    fs::write(&order, GOOD).expect("a file");
    let (make, docker) = (folder.join("Makefile"), folder.join("Dockerfile"));
    let output = lint(&[path(&order), path(&make), path(&docker)], "");
    assert_eq!(status(&output), 0);
    let said = stdout(&output);
    assert!(
        said.contains("2 files without an order passed over"),
        "{said}"
    );
}

/// Whatever its values and its comments quote.
#[test]
fn a_text_that_begins_as_a_request_is_one() {
    let url =
        "https://r-kvstore.aliyuncs.com/?Action=CreateInstance&RegionId=cn-hangzhou&Capacity=0";
    for text in [
        format!("{url}\n# same as: aliyun r-kvstore CreateInstance --RegionId cn-hangzhou\n"),
        "Action=CreateInstance&Capacity=0&InstanceName=for jdc redis test".to_owned(),
        "Action=CreateInstance&Capacity=0&InstanceName=ALIYUN::REDIS::x".to_owned(),
    ] {
        let file = folder("request").join("order.txt");
        fs::write(&file, &text).expect("a file");
        for path in ["-", path(&file)] {
            let output = run(&["lint", path], &text);
            assert!(stdout(&output).contains("error[out-of-range]"), "{text}");
        }
    }
}

/// No name says what standard input is, and `.txt` little.
#[test]
fn what_a_text_holds_decides() {
    let command = "aliyun r-kvstore CreateInstance --RegionId cn-hangzhou --InstanceClass redis.shard.small.2.ce";
    let script = format!("CLASS=a%b\nVPC=vpc-1\n{command} --Config \"$CLASS\"\n");
    let markdown = format!("```sh\n{command}\n```\n");
    let terraform =
        "resource \"alicloud_kvstore_instance\" \"a\" {\n  instance_class = \"redis.nope\"\n}\n";
    let query = "Action=CreateInstance&RegionId=cn-hangzhou&InstanceClass=redis.nope";
    for (text, format) in [
        (script.as_str(), "shell"),
        (markdown.as_str(), "markdown"),
        (terraform, "terraform"),
        (query, "query"),
    ] {
        let file = folder("text").join("order.txt");
        fs::write(&file, text).expect("a file");
        for path in ["-", path(&file)] {
            let output = run(&["lint", "--format", "ndjson", path], text);
            let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
            assert_eq!(report["format"], format, "{path}");
        }
    }
}
