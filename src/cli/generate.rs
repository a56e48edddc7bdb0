//! `kvspec generate`.

use std::collections::HashSet;
use std::io::{self, Write};

use kvspec::profile::{Constraint, Profile};
use kvspec::strategy;
use proptest::strategy::{BoxedStrategy, Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;

use super::profile_file::chosen;
use super::{CLEAN, FAILED, GenerateArguments, Language, complain};

pub(super) fn run(arguments: &GenerateArguments, out: &mut impl Write) -> io::Result<u8> {
    // The command has no texts in Chinese, but what is wrong with a file is said in both languages.
    let locale = Language { locale: None }.locale();
    let file = arguments.profile_file.as_deref();
    let Ok(Some(profile)) = chosen(arguments.profile, file, locale) else {
        return Ok(FAILED);
    };
    if profile.wire.converts {
        complain(&format!(
            "orders of other tools cannot be drawn yet: `{}` is one, and `kvspec profiles` lists those of requests",
            profile.id
        ));
        return Ok(FAILED);
    }
    if arguments.violating.is_some() && !strategy::is_drawn(profile) {
        complain(&format!(
            "orders with one mistake cannot be drawn under `{}` yet, only under the profiles of the five older documents; \
             without `--violating` this profile's valid orders can be drawn",
            profile.id
        ));
        return Ok(FAILED);
    }
    let Some(lines) = lines(profile, arguments.violating) else {
        complain(&format!(
            "no single order can show `{}` under `{}`",
            arguments.violating.map_or("", kvspec::Code::name),
            profile.id
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
            if token(profile, &line).is_none_or(|token| tokens.insert(token)) {
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
fn lines(
    profile: &'static Profile,
    violating: Option<kvspec::Code>,
) -> Option<BoxedStrategy<String>> {
    let write = |spec: Value| spec.to_string();
    let Some(code) = violating else {
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
