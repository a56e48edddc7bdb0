//! One kind of work, many times, for `valgrind --tool=callgrind`: `probe value 1000`.

use std::hint::black_box;

use kvspec_benches::data;
use kvspec_benches::judges::Judges;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let work = arguments.next().unwrap_or_default();
    let times: usize = arguments
        .next()
        .and_then(|text| text.parse().ok())
        .unwrap_or(1000);
    let judges = Judges::new();
    let form = if work.ends_with("zh") {
        data::chinese()
    } else {
        data::ascii()
    };
    let six = data::six_mistakes();
    let text = form.to_string();
    let six_text = six.to_string();
    for _ in 0..times {
        black_box(match work.as_str() {
            "value" | "value-zh" => judges.checker.is_valid_value(black_box(&form)),
            "text" | "text-zh" => judges.checker.is_valid_json(black_box(&text)),
            "six" => judges.checker.check_value(black_box(&six)).is_valid(),
            "six-text" => judges.checker.check_json(black_box(&six_text)).is_valid(),
            "ignored" => serde_json::from_str::<serde::de::IgnoredAny>(black_box(&text)).is_ok(),
            "hand" => kvspec_benches::hand::value(black_box(&form)),
            _ => false,
        });
    }
}
