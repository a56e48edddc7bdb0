//! Reads what criterion measured, runs the command line beside its peers, and writes the tables
//! of `docs/benchmarks.md`: `summary CRITERION_FOLDER KVSPEC PEER ORDERS PAGE`.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, BufWriter, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use serde_json::Value;
use wait4::Wait4 as _;

type Error = Box<dyn std::error::Error>;

/// Groups of criterion's benches, and what they are.
const GROUPS: [(&str, &str); 9] = [
    (
        "value ascii",
        "Parsed value to verdict, valid form of 15 parameters in ASCII",
    ),
    ("value chinese", "The same with a Chinese name"),
    (
        "value edition",
        "Parsed value to verdict, valid order of 2026 with 20 parameters, beside that of 2019 with 15",
    ),
    (
        "value different",
        "The same over 4096 different forms, half of them with mistakes",
    ),
    (
        "value six",
        "The same with six mistakes (a judge may stop at the first)",
    ),
    (
        "check six",
        "Parsed value with six mistakes to the list of all errors",
    ),
    ("text ascii", "JSON text to verdict, valid form in ASCII"),
    ("text chinese", "The same with a Chinese name"),
    ("text different", "The same over 4096 different forms"),
];

/// A goal: group, ours, theirs, and the ratio theirs / ours that is wanted.
const GOALS: [(&str, &str, &str, f64); 17] = [
    ("value ascii", "kvspec", "hand", 1.0 / 1.3),
    ("value ascii", "kvspec", "hand typed", 1.0 / 1.3),
    ("value ascii", "kvspec", "jsonschema", 5.0),
    ("value ascii", "kvspec", "garde", 1.0),
    ("value ascii", "kvspec", "garde value", 1.0),
    ("value chinese", "kvspec", "hand", 1.0 / 1.3),
    ("value edition", "kvspec", "kvspec 2019", 1.0 / 1.5),
    ("value chinese", "kvspec", "jsonschema", 5.0),
    ("value chinese", "kvspec", "garde value", 1.0),
    ("check six", "kvspec", "jsonschema", 8.0),
    ("check six", "kvspec errors", "jsonschema", 8.0),
    ("text ascii", "kvspec", "serde_json jsonschema", 5.0),
    ("text ascii", "kvspec", "serde_json garde", 2.0),
    ("text ascii", "kvspec", "serde_json ignored", 0.5),
    ("text chinese", "kvspec", "serde_json jsonschema", 5.0),
    ("text chinese", "kvspec", "serde_json garde", 2.0),
    ("text chinese", "kvspec", "serde_json ignored", 0.5),
];

fn main() -> Result<(), Error> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [criterion, kvspec, peer, orders, page] = arguments.as_slice() else {
        return Err("usage: summary CRITERION_FOLDER KVSPEC PEER ORDERS PAGE".into());
    };
    let criterion = Path::new(criterion);
    let mut out = String::from(
        "# Benchmarks\n\nWritten by `make bench`, in one run; only the ratios matter. Times are those that the\n\
         thread had the processor, and each is that of the quietest of several rounds, since what else the\n\
         machine does slows its memory, too. All judges agreed on the verdicts over all the data before\n\
         anything was timed.\n\n",
    );
    writeln!(out, "Processor: {}. {}.\n", processor(), versions()?)?;
    out.push_str(
        "`hand` looks each name up in the parsed value and checks it, `hand typed` checks a struct that is\n\
         already filled; so do garde and validator (`garde value` fills it first). `jsonschema` and boon\n\
         have a plain schema written by hand; `jsonschema exported` has the one that kvspec exports, which\n\
         takes all that kvspec takes and is far slower.\n\n",
    );
    goals(&mut out, criterion)?;
    for (group, title) in GROUPS {
        table(&mut out, criterion, group, title)?;
    }
    command_line(&mut out, kvspec, peer, orders)?;
    out.push_str("How cost grows: [growth.svg](growth.svg).\n");
    fs::write(page, &out)?;
    print!("{out}");
    Ok(())
}

fn processor() -> String {
    let text = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    text.lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or_else(|| "unknown".to_owned(), |(_, name)| name.to_owned())
}

/// The versions of the peers, from the lock file.
fn versions() -> Result<String, Error> {
    let lock = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.lock"))?;
    let lines: Vec<&str> = lock.lines().collect();
    let names = [
        "boon",
        "garde",
        "jsonschema",
        "serde_json",
        "sonic-rs",
        "validator",
    ];
    let of = |name: &str| {
        let at = lines
            .iter()
            .position(|line| *line == format!("name = \"{name}\""))?;
        let version = lines.get(at + 1)?.strip_prefix("version = ")?;
        Some(format!("{name} {}", version.trim_matches('"')))
    };
    Ok(names
        .iter()
        .filter_map(|name| of(name))
        .collect::<Vec<_>>()
        .join(", "))
}

/// The time of a bench in nanoseconds: the median of the round in which it was shortest.
fn time(criterion: &Path, group: &str, name: &str) -> Result<f64, Error> {
    let folder = criterion.join(group).join(name);
    let mut best: Option<f64> = None;
    for entry in fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with("round-") {
            let text = fs::read_to_string(entry.path().join("estimates.json"))?;
            let estimates: Value = serde_json::from_str(&text)?;
            let median = estimates["median"]["point_estimate"].as_f64();
            best = [best, median].into_iter().flatten().reduce(f64::min);
        }
    }
    best.ok_or_else(|| format!("{}: nothing was measured", folder.display()).into())
}

fn goals(out: &mut String, criterion: &Path) -> Result<(), Error> {
    out.push_str(
        "## Goals\n\n| work | beside | wanted | measured | |\n| --- | --- | ---: | ---: | --- |\n",
    );
    for (group, ours, theirs, wanted) in GOALS {
        let ratio = time(criterion, group, theirs)? / time(criterion, group, ours)?;
        let verdict = if ratio >= wanted {
            "reached"
        } else {
            "not reached"
        };
        let alone = if ours == "kvspec errors" {
            ", errors alone"
        } else {
            ""
        };
        writeln!(
            out,
            "| {group}{alone} | {theirs} | {wanted:.2} × | {ratio:.2} × | {verdict} |"
        )?;
    }
    out.push_str("\nA ratio is how many times as long the other one takes.\n\n");
    Ok(())
}

fn table(out: &mut String, criterion: &Path, group: &str, title: &str) -> Result<(), Error> {
    let mut rows = Vec::new();
    for entry in fs::read_dir(criterion.join(group))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name != "report" {
            rows.push((time(criterion, group, &name)?, name));
        }
    }
    rows.sort_by(|left, right| left.0.total_cmp(&right.0));
    let ours = time(criterion, group, "kvspec")?;
    writeln!(
        out,
        "## {title}\n\n| judge | ns | beside kvspec |\n| --- | ---: | ---: |"
    )?;
    for (time, name) in rows {
        writeln!(out, "| {name} | {time:.0} | {:.2} × |", time / ours)?;
    }
    out.push('\n');
    Ok(())
}

/// What a program used: processor seconds, seconds by the clock, and megabytes at most.
struct Usage {
    seconds: f64,
    clock: f64,
    megabytes: f64,
}

#[expect(clippy::cast_precision_loss, reason = "for a table")]
fn run(program: &str, arguments: &[&str], input: Option<&str>) -> Result<Usage, Error> {
    let mut best: Option<Usage> = None;
    let mut shortest = f64::INFINITY;
    for _ in 0..5 {
        let mut command = Command::new(program);
        command
            .args(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if let Some(input) = input {
            command.stdin(File::open(input)?);
        }
        let begin = Instant::now();
        let used = command.spawn()?.wait4()?.rusage;
        shortest = shortest.min(begin.elapsed().as_secs_f64());
        let usage = Usage {
            seconds: (used.utime + used.stime).as_secs_f64(),
            clock: shortest,
            megabytes: used.maxrss as f64 / 1e6,
        };
        if best
            .as_ref()
            .is_none_or(|best| usage.seconds < best.seconds)
        {
            best = Some(usage);
        }
    }
    let best = best.ok_or("nothing was run")?;
    Ok(Usage {
        clock: shortest,
        ..best
    })
}

fn command_line(out: &mut String, kvspec: &str, peer: &str, orders: &str) -> Result<(), Error> {
    // Line by line: a child's memory is counted from what its parent has when it is started.
    let part = format!("{orders}.part");
    let mut lines = 0;
    let mut first = String::new();
    {
        let mut out = BufWriter::new(File::create(&part)?);
        for line in BufReader::new(File::open(orders)?).lines() {
            let line = line?;
            if lines % 4 == 0 {
                writeln!(out, "{line}")?;
            }
            if lines == 0 {
                first = line;
            }
            lines += 1;
        }
        out.flush()?;
    }
    writeln!(
        out,
        "## Command line: NDJSON of {lines} orders, the report written\n\n\
         | program | processor s | clock s | lines/s of the processor | memory, MB |\n\
         | --- | ---: | ---: | ---: | ---: |"
    )?;
    let arguments = |level, jobs, file| {
        [
            "lint",
            "--profile",
            "alibaba.create-instance.cn",
            "--input-format",
            "ndjson",
            "--format",
            "ndjson",
            "--level",
            level,
            "--jobs",
            jobs,
            file,
        ]
    };
    let one = run(kvspec, &arguments("info", "1", orders), None)?;
    let two = run(kvspec, &arguments("info", "2", orders), None)?;
    let faster = one.clock / two.clock;
    for (name, usage) in [
        ("kvspec lint", one),
        ("kvspec lint --jobs 2", two),
        (
            "kvspec lint --level error",
            run(kvspec, &arguments("error", "1", orders), None)?,
        ),
        (
            "serde_json::Value + jsonschema",
            run(peer, &[], Some(orders))?,
        ),
    ] {
        let rate = f64::from(lines) / usage.seconds;
        writeln!(
            out,
            "| {name} | {:.2} | {:.2} | {rate:.0} | {:.1} |",
            usage.seconds, usage.clock, usage.megabytes
        )?;
    }
    let quarter = run(kvspec, &arguments("info", "1", &part), None)?;
    writeln!(
        out,
        "\nA run remembers every Token, so memory grows with their number: {:.1} MB for a quarter of the\n\
         orders, each of which has a Token of its own. By the clock, which other programs on the machine\n\
         lengthen, `--jobs 2` was {faster:.2} × as fast as one thread (goal: at least 1.7).",
        quarter.megabytes
    )?;
    out.push_str(
        "\nWith `--level error` kvspec writes what the peer writes, errors alone, though each with help,\n\
         citation, position and fix (some 0.7 KB a line; the peer, 0.16 KB). Without it, every order has\n\
         also what is worth knowing before paying (2.8 KB).\n\n## Command line: one small file, start to exit\n\n",
    );
    let small = format!("{orders}.one.json");
    fs::write(&small, first)?;
    let export = format!("{orders}.hyperfine.json");
    let status = Command::new("hyperfine")
        .args([
            "-N",
            "-i",
            "--warmup",
            "20",
            "--runs",
            "200",
            "--export-json",
            &export,
        ])
        .arg(format!("{kvspec} lint {small}"))
        .arg(format!("jq . {small}"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    if !status.is_ok_and(|status| status.success()) {
        out.push_str("Not measured: hyperfine or jq is missing.\n\n");
        return Ok(());
    }
    let results: Value = serde_json::from_str(&fs::read_to_string(export)?)?;
    let of = |index: usize, field: &str| {
        results["results"][index][field]
            .as_f64()
            .unwrap_or(f64::NAN)
            * 1e3
    };
    let used = |index| of(index, "user") + of(index, "system");
    out.push_str("| program | processor ms | shortest, ms |\n| --- | ---: | ---: |\n");
    for (index, name) in ["kvspec lint", "jq ."].iter().enumerate() {
        writeln!(
            out,
            "| {name} | {:.2} | {:.2} |",
            used(index),
            of(index, "min")
        )?;
    }
    writeln!(
        out,
        "\nkvspec takes {:.2} times as long as jq (goal: at most 1.5).\n",
        used(0) / used(1)
    )?;
    Ok(())
}
