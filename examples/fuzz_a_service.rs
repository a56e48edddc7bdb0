//! Fuzzes a service that takes orders: `cargo run --example fuzz_a_service --features proptest`.
//!
//! The service stands here for yours. It forgets a rule, and the smallest order that shows it
//! comes out.

#![allow(clippy::print_stdout, reason = "a program says what it found")]

use std::process::ExitCode;

use kvspec::{Code, Profile, Severity, strategy};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestError, TestRunner};
use serde_json::Value;

/// What a service answers.
#[derive(Debug, PartialEq)]
enum Answer {
    Accepted,
    Refused,
}

/// A service that checks names by bytes, where the document speaks of characters.
fn careless_service(order: &Value) -> Answer {
    let name = order.get("InstanceName").and_then(Value::as_str);
    let fits = name.is_none_or(|name| (2..=128).contains(&name.len()));
    if fits {
        Answer::Accepted
    } else {
        Answer::Refused
    }
}

fn main() -> ExitCode {
    let Some(profile) = Profile::by_id("alibaba.create-instance.cn") else {
        return ExitCode::from(2);
    };
    let config = Config {
        cases: 2_000,
        // Long texts take many steps to become small.
        max_shrink_iters: 100_000,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner = TestRunner::new(config);
    let mut mistakes = 0;

    // Whatever is valid must be accepted.
    let valid = runner.run(&strategy::valid(profile), |order| {
        prop_assert_eq!(careless_service(&order), Answer::Accepted);
        Ok(())
    });
    if let Err(TestError::Fail(_, order)) = valid {
        mistakes += 1;
        println!("a valid order is refused; the smallest one found:\n  {order}");
    }

    // Whatever breaks one rule must be refused, for every rule there is.
    for code in Code::ALL
        .iter()
        .filter(|code| code.severity() == Severity::Error)
    {
        let Some(violating) = strategy::violating(profile, *code) else {
            continue;
        };
        let outcome = runner.run(&violating, |broken| {
            prop_assert_eq!(careless_service(&broken.spec), Answer::Refused);
            Ok(())
        });
        if let Err(TestError::Fail(_, broken)) = outcome {
            mistakes += 1;
            println!("{code} is accepted at {}:\n  {}", broken.path, broken.spec);
        }
    }
    println!("{mistakes} mistakes of the service were found");
    ExitCode::SUCCESS
}
