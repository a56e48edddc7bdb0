//! SARIF, annotations, exports and `--fix` on the command line.
#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

#[path = "support/command.rs"]
mod command;

use std::fs;
use std::path::Path;
use std::process::Command;

use command::{folder, run};

use serde_json::Value;

const MENDABLE: &str = "{\r\n  \"RegionId\": \"cn-hangzhou \",\r\n  \"capacity\": 1024,\r\n  \"Password\": \"Hidden!98765\",\r\n  \"InstanceName\": \"缓存😀\", \"EngineVersion\": 5.0, \"Period\": \"1\"\r\n}\r\n";

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// The schema of SARIF 2.1.0, which the crate `serde-sarif` carries.
fn sarif_schema() -> Value {
    let output = Command::new(env!("CARGO"))
        // Not offline: it asks for packages of other platforms too, which no build has fetched.
        .args([
            "metadata",
            "--format-version",
            "1",
            "--locked",
            "--all-features",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let package = metadata["packages"]
        .as_array()
        .expect("packages")
        .iter()
        .find(|package| package["name"] == "serde-sarif")
        .expect("a development dependency");
    let manifest = package["manifest_path"].as_str().expect("a path");
    let path = Path::new(manifest)
        .with_file_name("src")
        .join("schema.json");
    let text = fs::read_to_string(path).expect("a schema");
    let mut schema: Value = serde_json::from_str(&text).expect("JSON");
    // As published, this pattern has a bracket that was never opened.
    for holder in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][holder]["properties"]["language"]["pattern"];
        assert_eq!(*language, "^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$");
        *language = "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$".into();
    }
    schema
}

#[test]
fn sarif_is_valid_against_its_schema() {
    let validator = jsonschema::validator_for(&sarif_schema()).expect("a schema");
    let nonsense = serde_json::json!({"version": "2.1.0", "runs": [{"results": [{}]}]});
    assert!(!validator.is_valid(&nonsense));
    let examples = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
    for (arguments, input) in [
        (vec!["lint", "--format", "sarif", examples], ""),
        (
            vec!["lint", "--format", "sarif", "--locale", "zh", "-"],
            MENDABLE,
        ),
        (vec!["lint", "--format", "sarif", "-"], "{\"a\": "),
        (vec!["lint", "--format", "sarif", "-"], "{\"a\": 1}"),
        (vec!["lint", "--format", "sarif", "no such file.json"], ""),
    ] {
        let output = run(&arguments, input);
        let log: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        if let Err(error) = validator.validate(&log) {
            panic!("{arguments:?} {}: {error}", error.instance_path());
        }
        let typed: serde_sarif::sarif::Sarif = serde_json::from_value(log).expect("SARIF");
        assert_eq!(typed.runs.len(), 1);
    }
}

#[test]
fn sarif_tells_which_files_could_not_be_read() {
    let output = run(
        &["lint", "--format", "sarif", "no file.json", "-"],
        "{\"a\": ",
    );
    assert_eq!(output.status.code(), Some(2));
    let log: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let run = &log["runs"][0];
    assert_eq!(run["results"][0]["ruleId"], "syntax");
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let note = &invocation["toolExecutionNotifications"][0];
    let file = &note["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(file["uri"], "no%20file.json");
    assert_ne!(note["message"]["text"], "");
}

#[test]
fn sarif_tells_that_there_was_nothing_to_check() {
    let folder = folder("sarif-nothing");
    let output = run(
        &["lint", "--format", "sarif", folder.to_str().expect("UTF-8")],
        "",
    );
    assert_eq!(output.status.code(), Some(2));
    let log: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let note = &invocation["toolExecutionNotifications"][0]["message"]["text"];
    assert!(note.as_str().expect("text").contains("nothing to check"));
}

#[test]
fn sarif_points_at_the_place_and_brings_safe_fixes() {
    let output = run(
        &[
            "lint",
            "--profile",
            "alibaba.create-instance.cn",
            "--format",
            "sarif",
            "-",
        ],
        MENDABLE,
    );
    assert_eq!(output.status.code(), Some(1));
    let log: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let rules = log["runs"][0]["tool"]["driver"]["rules"]
        .as_array()
        .expect("rules");
    let results = log["runs"][0]["results"].as_array().expect("results");
    for result in results {
        let index =
            usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("small");
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
    let case = results
        .iter()
        .find(|each| each["ruleId"] == "parameter-case")
        .expect("found");
    let region = &case["locations"][0]["physicalLocation"]["region"];
    assert_eq!(
        (&region["startLine"], &region["startColumn"]),
        (&3.into(), &3.into())
    );
    let replacement = &case["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "\"Capacity\"");
    let removable = results
        .iter()
        .find(|each| each["ruleId"] == "not-applicable")
        .expect("found");
    assert!(
        removable.get("fixes").is_none(),
        "an unsafe fix is not offered"
    );
    assert!(!text(&output.stdout).contains("Hidden!98765"));
}

#[test]
fn annotations_have_one_line_each() {
    let output = run(
        &[
            "lint",
            "--profile",
            "alibaba.create-instance.cn",
            "--format",
            "github",
            "-",
        ],
        MENDABLE,
    );
    let lines = text(&output.stdout);
    assert!(lines.contains(
        "::error file=<stdin>,line=3,col=3,endLine=3,endColumn=13,title=parameter-case::"
    ));
    assert!(lines.lines().all(|line| line.starts_with("::")));
}

#[test]
fn files_are_mended_in_place() {
    let folder = folder("fix");
    let path = folder.join("order.json");
    let name = path.to_str().expect("UTF-8");
    fs::write(&path, MENDABLE).expect("written");
    let shown = run(
        &[
            "lint",
            "--profile",
            "alibaba.create-instance.cn",
            "--diff",
            name,
        ],
        "",
    );
    assert_eq!(shown.status.code(), Some(1));
    assert_eq!(
        fs::read_to_string(&path).expect("read"),
        MENDABLE,
        "--diff changes nothing"
    );
    let diff = text(&shown.stdout);
    assert!(
        diff.contains("-  \"capacity\": 1024,") && diff.contains("+  \"Capacity\": 1024,"),
        "{diff}"
    );
    assert!(!diff.contains("Hidden!98765"));

    let mended = run(
        &[
            "lint",
            "--profile",
            "alibaba.create-instance.cn",
            "--fix",
            name,
        ],
        "",
    );
    assert_eq!(mended.status.code(), Some(1), "Period is left");
    let expected = MENDABLE
        .replace("cn-hangzhou ", "cn-hangzhou")
        .replace("capacity", "Capacity")
        .replace("5.0", "\"5.0\"");
    assert_eq!(fs::read_to_string(&path).expect("read"), expected);
    let shown = run(
        &[
            "lint",
            "--profile",
            "alibaba.create-instance.cn",
            "--diff",
            name,
        ],
        "",
    );
    assert_eq!(shown.status.code(), Some(1), "Period is left");
    assert_eq!(text(&shown.stdout), "");
    assert!(text(&shown.stderr).contains("/Period"));

    let mended = run(
        &[
            "lint",
            "--profile",
            "alibaba.create-instance.cn",
            "--fix",
            "--unsafe-fixes",
            name,
        ],
        "",
    );
    assert_eq!(mended.status.code(), Some(0));
    assert_eq!(
        fs::read_to_string(&path).expect("read"),
        expected.replace(", \"Period\": \"1\"", "")
    );
    let entries = fs::read_dir(&folder).expect("a folder").count();
    assert_eq!(entries, 1, "nothing is left behind");
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder("fix-links");
    let target = folder.join("target.json");
    fs::write(&target, MENDABLE).expect("written");
    fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).expect("set");
    let link = folder.join("link.json");
    std::os::unix::fs::symlink(&target, &link).expect("a link");
    run(&["lint", "--fix", link.to_str().expect("UTF-8")], "");
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    assert!(
        fs::read_to_string(&target)
            .expect("read")
            .contains("\"Capacity\"")
    );
    let mode = fs::metadata(&target).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_stays_and_is_reported() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder("fix-read-only");
    let (kept, mended) = (folder.join("a.json"), folder.join("b.json"));
    fs::write(&kept, MENDABLE).expect("written");
    fs::write(&mended, MENDABLE).expect("written");
    fs::set_permissions(&kept, fs::Permissions::from_mode(0o444)).expect("set");
    let output = run(&["lint", "--fix", folder.to_str().expect("UTF-8")], "");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_to_string(&kept).expect("read"), MENDABLE);
    assert_ne!(fs::read_to_string(&mended).expect("read"), MENDABLE);
    let said = text(&output.stderr);
    assert!(said.contains("a.json: permission denied\n"), "{said}");
    assert!(said.contains("1 file mended"), "{said}");
    let report = text(&output.stdout);
    assert!(report.contains("error[parameter-case]"), "{report}");
    assert!(report.contains("2 specs checked"), "{report}");
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_replaced_by_a_file() {
    let pipe = folder("fix-pipe").join("pipe.json");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo").success());
    let output = run(&["lint", "--fix", pipe.to_str().expect("UTF-8")], "");
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert!(said.contains("pipe.json is none"), "{said}");
    assert!(!fs::metadata(&pipe).expect("there").is_file());
}

#[test]
fn lines_of_a_file_are_mended_in_place() {
    let path = folder("fix-lines").join("orders.ndjson");
    let lines = "{\"RegionId\":\"cn-hangzhou\",\"capacity\":1}\r\n\r\n{\"RegionId\":\"cn-hangzhou\",\r\n{\"RegionId\":\"cn-hangzhou\",\"capacity\":2}";
    fs::write(&path, lines).expect("written");
    let output = run(&["lint", "--fix", path.to_str().expect("UTF-8")], "");
    assert_eq!(output.status.code(), Some(1), "one line cannot be read");
    let after = fs::read_to_string(&path).expect("read");
    assert_eq!(after, lines.replace("capacity", "Capacity"));
}

#[test]
fn standard_input_is_mended_to_standard_output() {
    let output = run(
        &["lint", "--fix", "-"],
        "{\"RegionId\": \"cn-hangzhou\", \"capacity\": 1}",
    );
    assert_eq!(
        text(&output.stdout),
        "{\"RegionId\": \"cn-hangzhou\", \"Capacity\": 1}"
    );
    assert_eq!(output.status.code(), Some(0));
    for arguments in [
        ["lint", "--unsafe-fixes", "-", "--locale", "en"],
        ["lint", "--fix", "-", "x.json", "--no-config"],
        ["lint", "--fix", "--diff", "-", "--no-config"],
    ] {
        assert_eq!(
            run(&arguments, "{}").status.code(),
            Some(2),
            "{arguments:?}"
        );
    }
    let output = run(
        &["lint", "--fix", "-"],
        "{\"RegionId\": 1, \"NetworkType\": \"VPC\"}",
    );
    assert_eq!(text(&output.stderr), "kvspec: left: 1 error, 1 warning\n");
    let output = run(&["lint", "--fix", "-"], b"{\"a\xff\"}");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty(), "half a text is not written");
}

#[test]
fn exports_are_what_the_library_says() {
    for profile in kvspec::PROFILES {
        let output = run(&["export", "json-schema", "--profile", profile.id], "");
        let schema: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(
            schema,
            kvspec::export::json_schema(profile, kvspec::Locale::En)
        );
        let output = run(&["export", "form", "--profile", profile.id], "");
        let form: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(form["profile"], profile.id);
        let output = run(&["export", "typescript", "--profile", profile.id], "");
        assert_eq!(text(&output.stdout), kvspec::export::typescript(profile));
        let output = run(&["export", "strategies", "--profile", profile.id], "");
        assert_eq!(text(&output.stdout), kvspec::export::strategies(profile));
    }
    let output = run(&["export", "report-schema"], "");
    let schema: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(schema, kvspec::export::report_schema());
    let output = run(&["export", "form"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("alibaba.console"));
}
