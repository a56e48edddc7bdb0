//! `kvspec generate`.

use std::collections::HashSet;
use std::io::{self, Write};

use kvspec::profile::{Constraint, Profile};
use kvspec::strategy;
use proptest::strategy::{BoxedStrategy, Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;

use super::{CLEAN, FAILED, GenerateArguments, complain};

pub(super) fn run(arguments: &GenerateArguments, out: &mut impl Write) -> io::Result<u8> {
    if arguments.profile.wire.converts {
        complain(&format!(
            "orders of other tools cannot be drawn yet: `{}` is one, and `kvspec profiles` lists those of requests",
            arguments.profile.id
        ));
        return Ok(FAILED);
    }
    if arguments.violating.is_some() && !strategy::is_drawn(arguments.profile) {
        complain(&format!(
            "orders with one mistake cannot be drawn under `{}` yet, only under the profiles of the five older documents; \
             without `--violating` this profile's valid orders can be drawn",
            arguments.profile.id
        ));
        return Ok(FAILED);
    }
    let Some(lines) = lines(arguments) else {
        complain(&format!(
            "no single order can show `{}` under `{}`",
            arguments.violating.map_or("", kvspec::Code::name),
            arguments.profile.id
        ));
        return Ok(FAILED);
    };
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&arguments.seed.to_le_bytes());
    let config = Config {
        failure_persistence: None,
        ..Config::default()
    };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let mut tokens = HashSet::new();
    for _ in 0..arguments.count {
        let mut line;
        loop {
            let drawn = lines
                .new_tree(&mut runner)
                .map_err(|reason| io::Error::other(reason.message().to_owned()))?;
            line = drawn.current();
            // The orders of one run are different requests, and so have different Tokens. Some have none.
            if token(arguments.profile, &line).is_none_or(|token| tokens.insert(token)) {
                break;
            }
        }
        writeln!(out, "{line}")?;
    }
    Ok(CLEAN)
}

/// The Token of an order, if it has one.
fn token(profile: &Profile, line: &str) -> Option<String> {
    let mut parameters = profile.request.parameters.iter();
    let parameter =
        parameters.find(|parameter| matches!(parameter.constraint, Constraint::Token { .. }))?;
    let order: Value = serde_json::from_str(line).ok()?;
    let token = order.get(parameter.name)?.as_str()?.trim();
    (!token.is_empty()).then(|| token.to_owned())
}

/// One order on one line each.
fn lines(arguments: &GenerateArguments) -> Option<BoxedStrategy<String>> {
    let profile = arguments.profile;
    let write = |spec: Value| spec.to_string();
    let Some(code) = arguments.violating else {
        return Some(strategy::valid(profile).prop_map(write).boxed());
    };
    match strategy::violating(profile, code) {
        Some(broken) => Some(broken.prop_map(move |broken| write(broken.spec)).boxed()),
        // What only text can show. Line breaks stand between its tokens only.
        None => Some(
            strategy::violating_text(profile, code)?
                .prop_map(|broken| broken.spec.replace(['\r', '\n'], " "))
                .boxed(),
        ),
    }
}
