//! Every judge on the same data. All of them have to agree before anything is timed.

use std::hint::black_box;
use std::time::Duration;

use criterion::Criterion;
use kvspec::{Checker, Locale, Severity, Spec};
use kvspec_benches::clock::ProcessorTime;
use kvspec_benches::data;
use kvspec_benches::hand;
use kvspec_benches::judges::Judges;
use kvspec_benches::orders::Order;
use serde::de::IgnoredAny;
use serde_json::Value;

/// How many different orders are judged in turn.
const DIFFERENT: usize = 4096;

/// How often all of them are timed, one after the other. What else a machine does slows it for seconds or minutes: whoever
/// is timed in every round is timed in a quiet one, too.
const ROUNDS: usize = 5;

fn main() {
    let judges = Judges::new();
    match judges.agree(DIFFERENT) {
        Ok(valid) => println!("all judges agree: {valid} of {DIFFERENT} orders are valid\n"),
        Err(problem) => panic!("the judges disagree:\n{problem}"),
    }
    let values = [("ascii", data::ascii()), ("chinese", data::chinese())];
    let different = data::different(DIFFERENT);
    let six = data::six_mistakes();
    for round in 0..ROUNDS {
        let mut criterion = Criterion::default()
            .with_measurement(ProcessorTime)
            .warm_up_time(Duration::from_millis(100))
            .measurement_time(Duration::from_millis(300))
            .sample_size(20)
            .nresamples(2_000)
            .without_plots()
            .configure_from_args()
            .save_baseline(format!("round-{round}"));
        for (form, value) in &values {
            let value = std::slice::from_ref(value);
            verdict(&mut criterion, &format!("value {form}"), &judges, value);
            text(&mut criterion, &format!("text {form}"), &judges, value);
        }
        editions(&mut criterion, &judges);
        verdict(&mut criterion, "value different", &judges, &different);
        text(&mut criterion, "text different", &judges, &different);
        let value = std::slice::from_ref(&six);
        verdict(&mut criterion, "value six", &judges, value);
        errors(&mut criterion, &judges, &six);
        criterion.final_summary();
    }
}

/// Calls `judge` for one item after the other.
fn each<T>(
    criterion: &mut Criterion<ProcessorTime>,
    group: &str,
    name: &str,
    items: &[T],
    mut judge: impl FnMut(&T) -> bool,
) {
    let mut next = 0;
    criterion
        .benchmark_group(group)
        .bench_function(name, |bencher| {
            bencher.iter(|| {
                let item = &items[next];
                next = if next + 1 == items.len() { 0 } else { next + 1 };
                black_box(judge(black_box(item)))
            });
        });
}

/// From a parsed value to a verdict.
fn verdict(
    criterion: &mut Criterion<ProcessorTime>,
    group: &str,
    judges: &Judges,
    values: &[Value],
) {
    let typed: Vec<Order<'_>> = values.iter().filter_map(Order::of).collect();
    each(criterion, group, "kvspec", values, |value| {
        judges.checker.is_valid(value)
    });
    each(criterion, group, "hand", values, hand::value);
    each(
        criterion,
        group,
        "hand typed",
        &typed,
        Order::is_valid_by_hand,
    );
    each(criterion, group, "garde", &typed, Order::is_valid_by_garde);
    each(criterion, group, "garde value", values, |value| {
        Order::of(value).is_some_and(|order| order.is_valid_by_garde())
    });
    each(
        criterion,
        group,
        "validator",
        &typed,
        Order::is_valid_by_validator,
    );
    each(criterion, group, "jsonschema", values, |value| {
        judges.schemas.plain.is_valid(value)
    });
    each(criterion, group, "jsonschema errors", values, |value| {
        judges.schemas.plain.iter_errors(value).count() == 0
    });
    each(criterion, group, "jsonschema exported", values, |value| {
        judges.schemas.exported.is_valid(value)
    });
    each(criterion, group, "boon", values, |value| {
        judges.boon.is_valid(value)
    });
}

/// From a parsed value to a verdict, by the edition of today and by that of 2019.
fn editions(criterion: &mut Criterion<ProcessorTime>, judges: &Judges) {
    const GROUP: &str = "value edition";
    let today = Checker::new(&kvspec::documents::ALIBABA_CREATE_INSTANCE_2026);
    let (new, old) = (data::of_2026(), data::ascii());
    assert!(today.is_valid(&new), "{}", today.check(&new));
    each(
        criterion,
        GROUP,
        "kvspec",
        std::slice::from_ref(&new),
        |value| today.is_valid(value),
    );
    each(
        criterion,
        GROUP,
        "kvspec 2019",
        std::slice::from_ref(&old),
        |value| judges.checker.is_valid(value),
    );
}

/// From JSON text to a verdict.
fn text(criterion: &mut Criterion<ProcessorTime>, group: &str, judges: &Judges, values: &[Value]) {
    let texts: Vec<String> = values.iter().map(Value::to_string).collect();
    each(criterion, group, "kvspec", &texts, |text| {
        judges.checker.is_valid(Spec::Json(text))
    });
    each(criterion, group, "serde_json ignored", &texts, |text| {
        serde_json::from_str::<IgnoredAny>(text).is_ok()
    });
    each(criterion, group, "serde_json Value", &texts, |text| {
        serde_json::from_str::<Value>(text).is_ok()
    });
    each(criterion, group, "serde_json hand", &texts, |text| {
        serde_json::from_str::<Order<'_>>(text).is_ok_and(|order| order.is_valid_by_hand())
    });
    each(criterion, group, "sonic-rs hand", &texts, |text| {
        sonic_rs::from_str::<Order<'_>>(text).is_ok_and(|order| order.is_valid_by_hand())
    });
    each(criterion, group, "serde_json garde", &texts, |text| {
        serde_json::from_str::<Order<'_>>(text).is_ok_and(|order| order.is_valid_by_garde())
    });
    each(criterion, group, "serde_json validator", &texts, |text| {
        serde_json::from_str::<Order<'_>>(text).is_ok_and(|order| order.is_valid_by_validator())
    });
    each(criterion, group, "serde_json jsonschema", &texts, |text| {
        serde_json::from_str::<Value>(text).is_ok_and(|value| judges.schemas.plain.is_valid(&value))
    });
    each(
        criterion,
        group,
        "serde_json jsonschema errors",
        &texts,
        |text| {
            serde_json::from_str::<Value>(text)
                .is_ok_and(|value| judges.schemas.plain.iter_errors(&value).count() == 0)
        },
    );
}

/// From a parsed value with six mistakes to the list of them.
fn errors(criterion: &mut Criterion<ProcessorTime>, judges: &Judges, six: &Value) {
    let items = std::slice::from_ref(six);
    each(criterion, "check six", "kvspec", items, |value| {
        judges.checker.check(value).is_valid()
    });
    // What the other judges know nothing of left out.
    let checker = judges.checker.level(Severity::Error);
    each(criterion, "check six", "kvspec errors", items, |value| {
        checker.check(value).is_valid()
    });
    each(criterion, "check six", "kvspec messages", items, |value| {
        let report = judges.checker.check(value);
        report
            .iter()
            .map(|found| found.message(Locale::En).len())
            .sum::<usize>()
            > 0
    });
    each(criterion, "check six", "jsonschema", items, |value| {
        judges
            .schemas
            .plain
            .iter_errors(value)
            .collect::<Vec<_>>()
            .is_empty()
    });
    each(
        criterion,
        "check six",
        "jsonschema messages",
        items,
        |value| {
            let errors = judges.schemas.plain.iter_errors(value);
            errors.map(|error| error.to_string().len()).sum::<usize>() > 0
        },
    );
}
