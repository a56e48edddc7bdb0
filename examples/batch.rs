//! Judges a file of orders, one a line, on all cores: `cargo run --release --example batch -- orders.ndjson`.
//!
//! Threads look at Tokens with scouts, and what they met is noted in the order of the lines, so that
//! the findings are those of one run: a Token that was used for another order is told at the second
//! one.

use std::io::{self, Write as _};
use std::thread;

use kvspec::render::{line, ndjson};
use kvspec::{Linted, Linter, Locale, Run, Sighting};

/// What a thread makes of its lines: a finding may have to wait for the lines before.
type Judged = Vec<(Linted, Option<Sighting>)>;

fn judge(lines: &[(usize, &str)], run: &Run) -> Judged {
    let mut scout = run.scout();
    let linter = Linter::new();
    let judged = lines.iter().map(|(number, text)| {
        let linted = linter.lint_line(text, *number, 0, &mut scout);
        (linted, scout.sighting())
    });
    judged.collect()
}

fn main() -> io::Result<()> {
    let path = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "orders.ndjson".to_owned());
    let text = std::fs::read_to_string(&path)?;
    let lines: Vec<(usize, &str)> = (1..).zip(text.lines()).collect();
    let mut run = Run::new();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let share = lines.len().div_ceil(threads).max(1);
    let known = &run;
    let judged: Judged = thread::scope(|scope| {
        let workers: Vec<_> = lines
            .chunks(share)
            .map(|lines| scope.spawn(move || judge(lines, known)))
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap_or_default())
            .collect()
    });
    let mut out = io::stdout().lock();
    for ((linted, sighting), (number, text)) in judged.into_iter().zip(&lines) {
        // A Token that is not new: now the run knows of the earlier one.
        let is_new = sighting.is_none_or(|sighting| run.note(sighting));
        let linted = if is_new {
            linted
        } else {
            Linter::new().lint_line(text, *number, 0, &mut run)
        };
        line::write_line(&mut out, &ndjson::line(Some(&path), &linted, Locale::En))?;
    }
    out.flush()
}
