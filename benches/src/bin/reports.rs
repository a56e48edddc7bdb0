//! Writes the verdicts and full reports over the corpus and 20,000 generated requests, one a
//! line: two builds that judge alike write the same bytes.
//!
//! `cargo run --release --bin reports > before.txt`

use std::io::{self, BufWriter, Write as _};
use std::path::Path;

use kvspec::{Checker, Locale, PROFILES, Report, Spec};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;

#[path = "../../../tests/support/mod.rs"]
mod support;

const GENERATED: usize = 20_000;

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/corpus");
    for profile in PROFILES {
        let text = std::fs::read_to_string(folder.join(format!("{}.txt", profile.id)))?;
        let checker = Checker::new(profile);
        for line in text.lines().filter(|line| !line.starts_with(['#', '!'])) {
            if line.starts_with("http") {
                write(&mut out, &checker.check(Spec::Query(line)))?;
                writeln!(out, "{}", checker.is_valid(Spec::Query(line)))?;
            } else {
                text_form(&mut out, &checker, line)?;
            }
        }
    }
    let mut runner = TestRunner::deterministic();
    let changes = support::changes(6);
    for index in 0..GENERATED {
        let profile = PROFILES[index % PROFILES.len()];
        let changes = changes.new_tree(&mut runner).expect("a list").current();
        let spec = support::request(profile, &changes, index % 2 == 0);
        let checker = Checker::new(profile);
        write(&mut out, &checker.check(&spec))?;
        writeln!(out, "{}", checker.is_valid(&spec))?;
        text_form(&mut out, &checker, &spec.to_string())?;
    }
    out.flush()
}

fn text_form(out: &mut impl io::Write, checker: &Checker<'_>, text: &str) -> io::Result<()> {
    write(out, &checker.check(Spec::Json(text)))?;
    writeln!(out, "{}", checker.is_valid(Spec::Json(text)))
}

fn write(out: &mut impl io::Write, report: &Report) -> io::Result<()> {
    for locale in [Locale::En, Locale::Zh] {
        serde_json::to_writer(&mut *out, &report.published(locale))?;
        writeln!(out)?;
    }
    writeln!(out, "{}", report.is_valid())
}
