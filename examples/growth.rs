//! How time and memory grow with the input: `cargo run --release --example growth`.
//!
//! Prints for each kind of hostile input and each size how long a check takes, how much that is
//! for each byte, and how much memory the check has at most besides the input itself. Growth
//! with the size shows as constant numbers in the third column and the last. The first
//! argument is the largest size in bytes, 100 MB unless given; the second a part of the names of
//! the kinds that are wanted. What makes many findings needs 20 to 240 bytes for each byte: 100 MB
//! of orders, or of instances, 17 to 24 GB.

#![allow(clippy::print_stdout, reason = "a program says what it found")]
#![allow(clippy::cast_precision_loss, reason = "for people to read")]

use std::fmt::Write as _;
use std::time::Instant;

use kvspec::{Checker, Linter, Profile, Run, Spec};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Writes about so many bytes.
type Maker = fn(usize) -> String;

/// An object of members that a function writes.
fn object(size: usize, mut member: impl FnMut(&mut String, usize)) -> String {
    let mut out = "{\"RegionId\":\"cn-hangzhou\"".to_owned();
    let mut count = 0;
    while out.len() < size {
        out.push(',');
        member(&mut out, count);
        count += 1;
    }
    out.push('}');
    out
}

fn deep(size: usize) -> String {
    format!("{{\"a\":{}{}}}", "[".repeat(size / 2), "]".repeat(size / 2))
}

fn deep_objects(size: usize) -> String {
    format!(
        "{{\"Config\":{}1{}}}",
        "{\"a\":".repeat(size / 6),
        "}".repeat(size / 6)
    )
}

fn long_name(size: usize) -> String {
    format!("{{\"InstanceName\":\"{}\"}}", "e\u{301}".repeat(size / 3))
}

fn long_password(size: usize) -> String {
    format!("{{\"Password\":\"{}\"}}", "中 ".repeat(size / 4))
}

fn long_key(size: usize) -> String {
    format!("{{\"{}\":1}}", "Period".repeat(size / 6))
}

fn unknown_names(size: usize) -> String {
    object(size, |out, count| {
        let _ = write!(out, "\"k{count}\":1");
    })
}

fn nearly_right_names(size: usize) -> String {
    object(size, |out, count| {
        let _ = write!(out, "\"PrivateIpAddr{count}\":1");
    })
}

fn names_of_64_letters(size: usize) -> String {
    object(size, |out, count| {
        let _ = write!(out, "\"{count:0>64}\":1");
    })
}

fn nearly_right_settings(size: usize) -> String {
    let inner = object(size * 9 / 10, |out, count| {
        let _ = write!(out, "\"hash-max-ziplist-valu{count}\":1");
    });
    format!("{{\"Config\":{}}}", serde_json::Value::from(inner))
}

fn one_name_again_and_again(size: usize) -> String {
    object(size, |out, _| out.push_str("\"Period\":1"))
}

fn unknown_names_twice(size: usize) -> String {
    object(size, |out, count| {
        let _ = write!(out, "\"k{}\":1", count / 2);
    })
}

fn huge_number(size: usize) -> String {
    format!("{{\"Capacity\":{}}}", "9".repeat(size))
}

fn leading_zeros(size: usize) -> String {
    format!("{{\"Period\":\"{}\"}}", "0".repeat(size))
}

fn escapes(size: usize) -> String {
    format!("{{\"Instances\":\"[{}1]\"}}", "\\u0020".repeat(size / 6))
}

fn many_instances(size: usize) -> String {
    let mut inner = "[".to_owned();
    while inner.len() < size * 4 / 5 {
        inner.push_str("{\"RegionId\":\"a\",\"quantity\":0},");
    }
    inner.push_str("{}]");
    format!("{{\"Instances\":{}}}", serde_json::Value::from(inner))
}

fn orders_on_one_line(size: usize) -> String {
    let mut out = "[".to_owned();
    while out.len() < size {
        out.push_str("{\"RegionId\":\"cn-hangzhou\",\"Capacity\":0},");
    }
    out.push_str("{}]");
    out
}

fn lines(size: usize) -> String {
    "{\"RegionId\":\"cn-hangzhou\",\"Capacity\":0}\n".repeat(size / 40 + 1)
}

fn query(size: usize) -> String {
    let mut out = "Action=CreateInstance".to_owned();
    let mut count = 0;
    while out.len() < size {
        let _ = write!(out, "&Perio{count}=%20%E4%B8%AD");
        count += 1;
    }
    out
}

/// How a text is checked.
#[derive(Clone, Copy)]
enum Check {
    Json(&'static str),
    Query,
    Lint,
}

const INTL: Check = Check::Json("alibaba.create-instance.intl");
const CN: Check = Check::Json("alibaba.create-instance.cn");
const BATCH: Check = Check::Json("alibaba.create-instances");

const KINDS: &[(&str, Maker, Check)] = &[
    ("deep nesting of arrays", deep, CN),
    ("deep nesting of objects", deep_objects, CN),
    ("a long name of clusters", long_name, CN),
    ("a long password", long_password, INTL),
    ("a long parameter name", long_key, CN),
    ("unknown parameter names", unknown_names, CN),
    ("nearly right parameter names", nearly_right_names, CN),
    ("parameter names of 64 letters", names_of_64_letters, CN),
    ("nearly right settings", nearly_right_settings, CN),
    ("one name again and again", one_name_again_and_again, CN),
    ("unknown names, each twice", unknown_names_twice, CN),
    ("a huge number", huge_number, CN),
    ("leading zeros", leading_zeros, CN),
    ("escapes in a list", escapes, BATCH),
    ("many instances in a list", many_instances, BATCH),
    (
        "orders in one array, on one line",
        orders_on_one_line,
        Check::Lint,
    ),
    ("orders, one a line", lines, Check::Lint),
    ("unknown names in a query", query, Check::Query),
];

fn check(check: Check, text: &str) -> usize {
    let any = kvspec::PROFILES[1];
    match check {
        Check::Json(id) => {
            let profile = Profile::by_id(id).unwrap_or(any);
            Checker::new(profile)
                .check(Spec::Json(text))
                .diagnostics()
                .len()
        }
        Check::Query => Checker::new(any)
            .check(Spec::Query(text))
            .diagnostics()
            .len(),
        Check::Lint => {
            let linted = Linter::new().lint(text, &mut Run::new());
            linted.iter().map(|each| each.diagnostics.len()).sum()
        }
    }
}

fn main() {
    let largest = std::env::args().nth(1).and_then(|size| size.parse().ok());
    let largest: usize = largest.unwrap_or(100_000_000);
    println!("| input | bytes | ms | ns/byte | findings | memory in MB | bytes/byte |");
    println!("| --- | --: | --: | --: | --: | --: | --: |");
    let only = std::env::args().nth(2).unwrap_or_default();
    for (name, make, how) in KINDS.iter().filter(|(name, ..)| name.contains(&only)) {
        let mut size = 1_000;
        while size <= largest {
            let text = make(size);
            let before = MEMORY.current_usage();
            MEMORY.reset_peak_usage();
            let start = Instant::now();
            let findings = check(*how, &text);
            let time = start.elapsed();
            let memory = MEMORY.peak_usage().saturating_sub(before);
            println!(
                "| {name} | {} | {:.2} | {:.1} | {findings} | {:.1} | {:.1} |",
                text.len(),
                time.as_secs_f64() * 1e3,
                time.as_secs_f64() * 1e9 / text.len() as f64,
                memory as f64 / 1e6,
                memory as f64 / text.len() as f64,
            );
            size *= 10;
        }
    }
}
