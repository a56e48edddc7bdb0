//! One kind of work, many times, for `valgrind --tool=callgrind`: `probe value 1000`. `probe times`
//! times every kind, for a first look: in turns, the shortest of many each.

use std::hint::black_box;

use kvspec::Checker;
use kvspec_benches::clock::shortest;
use kvspec_benches::data;
use kvspec_benches::hand;
use kvspec_benches::judges::Judges;
use kvspec_benches::orders::Order;
use serde::de::IgnoredAny;
use serde_json::Value;

/// What can be done with one order.
const WORKS: &[&str] = &[
    "value",
    "hand",
    "garde",
    "jsonschema",
    "text",
    "text-ignored",
    "text-garde",
    "text-jsonschema",
    "today",
    "six",
    "six-errors",
    "six-jsonschema",
    "six-text",
];

struct Probe {
    judges: Judges,
    form: Value,
    text: String,
    /// An order of today, and who judges it.
    today: (Checker<'static>, Value),
    six: Value,
    six_text: String,
}

impl Probe {
    fn new(form: Value) -> Self {
        let six = data::six_mistakes();
        Self {
            judges: Judges::new(),
            text: form.to_string(),
            form,
            today: (
                Checker::new(&kvspec::documents::ALIBABA_CREATE_INSTANCE_2026),
                data::of_2026(),
            ),
            six_text: six.to_string(),
            six,
        }
    }

    fn run(&self, work: &str) -> bool {
        let checker = &self.judges.checker;
        let (form, text) = (black_box(&self.form), black_box(self.text.as_str()));
        match work {
            "value" => checker.is_valid(form),
            "hand" => hand::value(form),
            "garde" => Order::of(form).is_some_and(|order| order.is_valid_by_garde()),
            "jsonschema" => self.judges.schemas.plain.is_valid(form),
            "text" => checker.is_valid(kvspec::Spec::Json(text)),
            "text-ignored" => serde_json::from_str::<IgnoredAny>(text).is_ok(),
            "text-garde" => {
                serde_json::from_str::<Order<'_>>(text).is_ok_and(|order| order.is_valid_by_garde())
            }
            "text-jsonschema" => serde_json::from_str::<Value>(text)
                .is_ok_and(|value| self.judges.schemas.plain.is_valid(&value)),
            "today" => self.today.0.is_valid(black_box(&self.today.1)),
            "six" => checker.check(black_box(&self.six)).is_valid(),
            "six-errors" => {
                let checker = checker.level(kvspec::Severity::Error);
                checker.check(black_box(&self.six)).is_valid()
            }
            "six-jsonschema" => {
                let errors = self.judges.schemas.plain.iter_errors(black_box(&self.six));
                errors.collect::<Vec<_>>().is_empty()
            }
            "six-text" => checker
                .check(kvspec::Spec::Json(black_box(&self.six_text)))
                .is_valid(),
            _ => false,
        }
    }
}

/// The shortest time of each kind of work, in nanoseconds.
fn times(probe: &Probe) -> Vec<f64> {
    const CALLS: u32 = 2_000;
    let mut best = vec![f64::INFINITY; WORKS.len()];
    for _ in 0..60 {
        for (work, best) in WORKS.iter().zip(&mut best) {
            let seconds = shortest(1, || {
                for _ in 0..CALLS {
                    black_box(probe.run(black_box(work)));
                }
            });
            *best = best.min(seconds * 1e9 / f64::from(CALLS));
        }
    }
    best
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let work = arguments.next().unwrap_or_default();
    if work == "times" {
        let ascii = times(&Probe::new(data::ascii()));
        let chinese = times(&Probe::new(data::chinese()));
        for ((work, ascii), chinese) in WORKS.iter().zip(ascii).zip(chinese) {
            println!("{work:>16} {ascii:8.0} {chinese:8.0}");
        }
        return;
    }
    let count: usize = arguments
        .next()
        .and_then(|text| text.parse().ok())
        .unwrap_or(1000);
    let (work, form) = match work.strip_suffix("-zh") {
        Some(work) => (work, data::chinese()),
        None => (work.as_str(), data::ascii()),
    };
    let probe = Probe::new(form);
    for _ in 0..count {
        black_box(probe.run(black_box(work)));
    }
}
