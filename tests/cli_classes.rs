//! `kvspec classes`.

#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

#[path = "support/command.rs"]
mod command;

use std::process::Output;

use command::{status, stderr, stdout};
use serde_json::Value;

fn classes(arguments: &[&str]) -> Output {
    let mut all = vec!["classes"];
    all.extend(arguments);
    command::run(&all, "")
}

fn good(arguments: &[&str]) -> String {
    let output = classes(arguments);
    assert_eq!(status(&output), 0, "{arguments:?}: {}", stderr(&output));
    stdout(&output)
}

fn json(arguments: &[&str]) -> Vec<Value> {
    let mut all = arguments.to_vec();
    all.extend(["--format", "json"]);
    let document: Value = serde_json::from_str(&good(&all)).expect("JSON");
    assert_eq!(document["schema"], "kvspec/classes/v1");
    document["classes"].as_array().expect("an array").clone()
}

fn names(arguments: &[&str]) -> Vec<String> {
    json(arguments)
        .iter()
        .map(|class| class["name"].as_str().expect("a name").to_owned())
        .collect()
}

#[test]
fn all_classes_in_order_of_size() {
    let all = json(&[]);
    assert_eq!(all.len(), 309);
    let sizes: Vec<u64> = all
        .iter()
        .map(|class| class["capacity_mb"].as_u64().unwrap_or(u64::MAX))
        .collect();
    assert!(sizes.is_sorted());
    assert_eq!(good(&[]).lines().count(), 310);
}

#[test]
fn a_pattern_is_a_part_or_a_glob() {
    assert_eq!(names(&["scm.standard.1m"]), ["tair.scm.standard.1m.4d"]);
    assert_eq!(names(&["TAIR.RDB.1G"]), ["tair.rdb.1g"]);
    assert_eq!(
        names(&["tair.*.1g"]),
        ["tair.rdb.1g", "tair.rdb.with.proxy.1g"]
    );
    assert_eq!(names(&["tair.rdb.?g"]).len(), 4);
    // A whole name alone shows that class, even where longer names go on from it.
    assert_eq!(names(&["redis.shard.small.ce"]), ["redis.shard.small.ce"]);
}

#[test]
fn filters_narrow_the_list() {
    assert_eq!(names(&["--provider", "jdcloud"]).len(), 25);
    assert_eq!(names(&["--family", "tair_essd"]).len(), 6);
    assert_eq!(names(&["--family", "jd_2.8"]).len(), 13);
    assert_eq!(names(&["--state", "collective"]).len(), 3);
    assert_eq!(
        names(&["--edition", "cloud-native", "--engine", "2.0"]).len(),
        8
    );
    assert_eq!(
        names(&[
            "--min-mb",
            "24576",
            "--max-mb",
            "24576",
            "--edition",
            "cloud-native",
            "--engine",
            "7.0"
        ]),
        [
            "redis.shard.3xlarge.ce",
            "redis.shard.3xlarge.y.ee",
            "redis.shard.with.proxy.3xlarge.ce",
            "tair.rdb.24g",
            "tair.rdb.with.proxy.24g"
        ]
    );
    // With a number of shards, memory is that of all of them.
    assert_eq!(
        names(&[
            "--shards", "4", "--min-mb", "8192", "--max-mb", "8192", "--family", "shard"
        ]),
        ["redis.shard.mid.ce", "redis.shard.with.proxy.mid.ce"]
    );
    assert!(
        names(&["--shards", "16", "--family", "jd_s"])
            .iter()
            .all(|name| name != "redis.s.2xlarge.basic")
    );
}

#[test]
fn columns_stand_below_each_other() {
    let table = good(&["tair.scm.standard", "--locale", "en"]);
    assert_eq!(
        table,
        "\
class                           memory  shards    connections  Mbit/s  engine  family    state
tair.scm.standard.1m.4d     4 GB/shard  1 or 2..        20000     768  1.0     tair_scm  sold
tair.scm.standard.2m.8d     8 GB/shard  1 or 2..        20000     768  1.0     tair_scm  sold
tair.scm.standard.4m.16d   16 GB/shard  1 or 2..        20000     768  1.0     tair_scm  sold
tair.scm.standard.8m.32d   32 GB/shard  1 or 2..        30000     768  1.0     tair_scm  sold
tair.scm.standard.16m.64d  64 GB/shard  1 or 2..        30000     768  1.0     tair_scm  sold
"
    );
    let table = good(&["redis.m1.s", "--locale", "zh"]);
    assert_eq!(
        table,
        "\
规格                  内存  分片数  连接数  Mbit/s  引擎版本  系列    状态
redis.m1.small.basic  2 GB  1            -       -  2.8       jd_2.8  已停售
"
    );
}

#[test]
fn names_stand_side_by_side() {
    let sheet = good(&["tair.essd.standard.4xlarge", "redis.master.large.default"]);
    assert!(sheet.starts_with(
        "class        tair.essd.standard.4xlarge                               redis.master.large.default\n"
    ), "{sheet}");
    assert!(sheet.contains("essd_pl1 60-1000, essd_pl2 470-2000, essd_pl3 1270-4000"));
    assert!(sheet.contains("\nmemory       64 GB  "), "{sheet}");
    assert!(sheet.contains("\ntair.essd.standard.4xlarge: "));
    // What is known of neither is no line, and no line ends in a blank.
    assert!(!sheet.contains("read replicas"));
    assert!(sheet.lines().all(|line| line == line.trim_end()));
    assert_eq!(
        names(&["tair.rdb.2g", "tair.rdb.1g", "tair.rdb.2g"]),
        ["tair.rdb.2g", "tair.rdb.1g"]
    );
    let chinese = good(&["tair.rdb.1g", "--locale", "zh"]);
    assert!(chinese.contains("Tair 内存型"), "{chinese}");
}

#[test]
fn what_is_not_found_is_told() {
    for (arguments, message) in [
        (
            &["redis.master.smal.default"][..],
            "kvspec: no class matches `redis.master.smal.default`; did you mean `redis.master.small.default`?\n",
        ),
        (&["colour"], "kvspec: no class matches `colour`\n"),
        (
            &["colour", "--locale", "zh"],
            "kvspec: 没有匹配 `colour` 的规格\n",
        ),
        // No order may ask for so many.
        (
            &["tair", "--shards", "129"],
            "kvspec: no class is all that; leave out one of the filters\n",
        ),
        (
            &["redis.master", "--engine", "7.0"],
            "kvspec: no class is all that; leave out one of the filters\n",
        ),
        (
            &["--engine", "7"],
            "kvspec: no class has the engine version `7`; there are 1.0, 2.0, 2.8, 4.0, 5.0, 6.0, 7.0\n",
        ),
        (
            &[
                "redis",
                "--engine",
                "4",
                "--provider",
                "jdcloud",
                "--locale",
                "zh",
            ],
            "kvspec: 没有引擎版本为 `4` 的规格；可选：2.8、4.0\n",
        ),
        (
            &["tair.rdb.1g", "tair.rdb.3gb"],
            "kvspec: no list has a class `tair.rdb.3gb`; did you mean `tair.rdb.1g`?\n",
        ),
    ] {
        let output = classes(arguments);
        assert_eq!(status(&output), 1, "{arguments:?}");
        assert_eq!(stdout(&output), "");
        assert_eq!(stderr(&output), message);
    }
}

#[test]
fn what_makes_no_sense_is_refused() {
    for arguments in [
        &["tair.[", "--format", "json"][..],
        &["tair.rdb.1g", "tair.rdb.2g", "--shards", "2"],
        &["--family", "gold"],
        &["--shards", "0"],
    ] {
        let output = classes(arguments);
        assert_eq!(status(&output), 2, "{arguments:?}");
        assert!(!stderr(&output).is_empty());
    }
}

#[test]
fn a_table_speaks_one_language() {
    let row = good(&["tair.rdb.1g", "--engine", "7.0", "--locale", "zh"]);
    assert!(row.contains("1 或 2.."), "{row}");
    let sheet = good(&["tair.rdb.1g", "--locale", "zh"]);
    assert!(sheet.contains("1 或 2.."), "{sheet}");
}
