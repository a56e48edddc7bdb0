//! Reads an order from the body of a request, lets a team's own check have its say, and prints what
//! is sent: `cargo run --example typed -- '{"RegionId": "cn-hangzhou", "Capacity": 131072}'`.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is a program")]

use std::process::ExitCode;

use kvspec::request::{CreateInstance, Request, Valid};
use kvspec::{Diagnostic, Locale, Report};

/// More memory than this needs an approval, in MB.
const BUDGET: u64 = 65_536;

/// What the documents say, and then what the team says.
fn order(body: &str) -> Result<Valid<CreateInstance>, Report> {
    let order = CreateInstance::from_json(body)?;
    let capacity = order.capacity.as_ref().map(|text| text.as_str().parse());
    if capacity.is_some_and(|mb| mb.is_ok_and(|mb: u64| mb > BUDGET)) {
        let mut report = order.report().clone();
        report.push(Diagnostic::house_rule(
            "budget",
            "/Capacity",
            "more than 64 GB needs an approval",
            "超过 64 GB 须经审批",
        ));
        return Err(report);
    }
    Ok(order)
}

fn main() -> ExitCode {
    let body = std::env::args().nth(1).unwrap_or_else(|| {
        r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "autoRenew": true}"#.to_owned()
    });
    match order(&body) {
        Ok(order) => {
            let warnings = order.report().counts().warnings;
            eprintln!("{warnings} warnings");
            println!("{}", order.query());
            ExitCode::SUCCESS
        }
        Err(report) => {
            eprintln!("{report}");
            println!("{}", report.display(Locale::En));
            ExitCode::FAILURE
        }
    }
}
