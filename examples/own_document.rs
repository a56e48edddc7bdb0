//! Judges an order under a document that is a file, and says every mistake of either:
//! `cargo run --features profile-files,formats --example own_document -- PROFILE.json ORDER.json`.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is a program")]

use std::error::Error;
use std::fs;
use std::process::ExitCode;

use kvspec::{Checker, Locale, Spec, profile_file};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut paths = std::env::args().skip(1);
    let (document, order) = match (paths.next(), paths.next()) {
        (Some(document), Some(order)) => (document, order),
        _ => (
            "examples/own-document/nimbus.profile.json".to_owned(),
            "examples/own-document/order.json".to_owned(),
        ),
    };
    // A program reads a document once: what it says is kept until the program ends.
    let profile = match profile_file::read(&fs::read_to_string(&document)?) {
        Ok(profile) => profile,
        Err(mistakes) => {
            for mistake in mistakes {
                eprintln!("{document}: {mistake}");
            }
            return Ok(ExitCode::from(2));
        }
    };
    let report = Checker::new(profile).check(Spec::Json(&fs::read_to_string(&order)?));
    println!("{}", report.display(Locale::En));
    Ok(if report.is_valid() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
