//! `kvspec generate`.

use std::collections::HashSet;
use std::io::{self, Write};
use std::path::Path;

use kvspec::profile::{Constraint, Kind, Profile};
use kvspec::strategy::{self, Orders};
use kvspec::{Code, Linter, Locale, Run, Severity};
use proptest::strategy::{BoxedStrategy, Just, Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

use super::config::load;
use super::files::read_limited;
use super::profile_file::chosen;
use super::{CLEAN, FAILED, GenerateArguments, GenerateFormat, Language, Violating, complain};

/// A larger order is not varied.
const LARGEST: u64 = 1 << 20;
/// An order of a tool's file that the reader sees with other eyes than the table is drawn again.
const MOST_DRAWS: usize = 200;

/// What is wrong with the arguments was said.
struct Refused;

pub(super) fn run(arguments: &GenerateArguments, out: &mut impl Write) -> io::Result<u8> {
    // The command has no texts in Chinese, but what is wrong with a file is said in both languages.
    let locale = Language { locale: None }.locale();
    let file = arguments.profile_file.as_deref();
    let Ok(Some(profile)) = chosen(arguments.profile, file, locale) else {
        return Ok(FAILED);
    };
    if matches!(arguments.violating, Some(Violating::List)) {
        for code in strategy::violable(profile) {
            writeln!(out, "{code}")?;
        }
        return Ok(CLEAN);
    }
    let Ok(orders) = orders(arguments, profile, locale) else {
        return Ok(FAILED);
    };
    let writer = Writer {
        profile,
        orders: &orders,
        format: arguments.format,
    };
    if arguments.limits {
        for near in orders.limits() {
            writer.write(out, &Drawn::Order(near.spec))?;
        }
        return Ok(CLEAN);
    }
    let Ok(Some(drawn)) = drawn(arguments, profile, &orders, locale) else {
        return Ok(FAILED);
    };
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&arguments.seed.to_le_bytes());
    let config = Config {
        failure_persistence: None,
        max_local_rejects: 4096,
        ..Config::default()
    };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let mut tokens = HashSet::new();
    let wanted = match arguments.violating {
        Some(Violating::Code(code)) => Wanted::Violation(code),
        _ if arguments.near.is_some() => Wanted::Anything,
        _ => Wanted::Valid,
    };
    for _ in 0..arguments.count {
        let mut left = MOST_DRAWS;
        let order = loop {
            let Ok(tree) = drawn.new_tree(&mut runner) else {
                complain(
                    &"nothing is left to draw: what is set, or the team's rules, refuse every order",
                );
                return Ok(FAILED);
            };
            let order = tree.current();
            left -= 1;
            if left == 0 {
                complain(&"nothing is left to draw: every order is read as something else");
                return Ok(FAILED);
            }
            // The orders of one run are different requests, and so have different Tokens. Some have none.
            let is_new = token(profile, &order).is_none_or(|token| tokens.insert(token));
            if (is_new || arguments.near.is_some()) && writer.is_meant(&order, wanted) {
                break order;
            }
        };
        writer.write(out, &order)?;
    }
    Ok(CLEAN)
}

/// Which orders were asked for.
fn orders(
    arguments: &GenerateArguments,
    profile: &'static Profile,
    locale: Locale,
) -> Result<Orders, Refused> {
    let mut orders = Orders::of(profile);
    if arguments.common {
        orders = orders.with_common_parameters();
    }
    if arguments.deny.is_some() {
        orders = orders.without_warnings();
    }
    if let Some(path) = &arguments.config {
        let house = load(path, locale).map_err(|_| Refused)?;
        orders = orders.under(house);
    }
    for (name, value) in &arguments.set {
        let Some(kind) = kind_of(profile, name) else {
            complain(&format!("`{}` has no parameter `{name}`", profile.id));
            return Err(Refused);
        };
        orders = orders.set(name, typed(profile, kind, value));
    }
    Ok(orders)
}

/// The type of the parameter that a name or a JSON Pointer means.
fn kind_of(profile: &'static Profile, name: &str) -> Option<Kind> {
    let mut object = profile.request;
    let mut kind = None;
    for part in name.trim_start_matches('/').split('/') {
        if part.parse::<usize>().is_ok() && kind.is_some() {
            continue;
        }
        let mut parameters = object.parameters.iter();
        let parameter = parameters.find(|parameter| parameter.name == part)?;
        kind = Some(parameter.kind);
        if let Kind::Object(inner) | Kind::JsonArray(inner) | Kind::Objects(inner, _) =
            parameter.kind
        {
            object = inner;
        }
    }
    kind
}

/// A value of the command line in its JSON type, where types count or it is no text.
fn typed(profile: &Profile, kind: Kind, value: &str) -> Value {
    let is_scalar = matches!(kind, Kind::Long | Kind::Integer | Kind::Boolean);
    let is_text = matches!(
        kind,
        Kind::String | Kind::Untyped | Kind::JsonArray(_) | Kind::JsonObject
    ) || (is_scalar && !profile.wire.is_strict);
    let parsed = (!is_text)
        .then(|| serde_json::from_str(value).ok())
        .flatten();
    parsed.unwrap_or_else(|| value.into())
}

/// What came out of a strategy.
enum Drawn {
    Order(Value),
    /// Text that no value stands for.
    Text(String, Code, String),
}

impl std::fmt::Debug for Drawn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Order(order) => write!(f, "{order}"),
            Self::Text(text, ..) => f.write_str(text),
        }
    }
}

impl Clone for Drawn {
    fn clone(&self) -> Self {
        match self {
            Self::Order(order) => Self::Order(order.clone()),
            Self::Text(text, code, path) => Self::Text(text.clone(), *code, path.clone()),
        }
    }
}

fn drawn(
    arguments: &GenerateArguments,
    profile: &'static Profile,
    orders: &Orders,
    locale: Locale,
) -> Result<Option<BoxedStrategy<Drawn>>, Refused> {
    if let Some(path) = &arguments.near {
        let order = read(path, locale)?;
        return Ok(Some(orders.near(order).prop_map(Drawn::Order).boxed()));
    }
    let Some(Violating::Code(code)) = arguments.violating else {
        return Ok(Some(orders.valid().prop_map(Drawn::Order).boxed()));
    };
    if let Some(broken) = orders.violating(code) {
        return Ok(Some(
            broken.prop_map(|broken| Drawn::Order(broken.spec)).boxed(),
        ));
    }
    let by_text = (!profile.wire.converts)
        .then(|| strategy::violating_text(profile, code))
        .flatten();
    let Some(broken) = by_text else {
        complain(&why_not(profile, code));
        return Ok(None);
    };
    Ok(Some(
        (broken, Just(code))
            .prop_map(|(broken, code)| {
                // Line breaks stand between its tokens only.
                let text = broken.spec.replace(['\r', '\n'], " ");
                Drawn::Text(text, code, broken.path)
            })
            .boxed(),
    ))
}

/// Why no order can show a code.
fn why_not(profile: &'static Profile, code: Code) -> String {
    let reason = if matches!(
        code,
        Code::TokenReused | Code::IpOutsideVswitch | Code::IrreversibleChange | Code::HouseRule
    ) {
        "it takes more than the order: another one, its surroundings, or a team's rules"
    } else if profile.binds(code) {
        "it comes with other errors, or its rows have no sample"
    } else {
        "the profile has no such rule"
    };
    format!(
        "no single order can show `{code}` under `{}`: {reason}; `--violating list` says which codes there are",
        profile.id
    )
}

/// The order of a file.
fn read(path: &Path, locale: Locale) -> Result<Value, Refused> {
    let name = path.display();
    let bytes = read_limited(path, LARGEST, locale).map_err(|error| {
        complain(&format_args!("{name}: {error}"));
        Refused
    })?;
    match serde_json::from_slice::<Value>(&bytes) {
        Ok(order) if order.is_object() => Ok(order),
        // What is wrong with it may be a secret: `lint` shows it masked.
        _ => {
            complain(&format_args!(
                "{name}: it is no order in JSON; `kvspec lint` says why"
            ));
            Err(Refused)
        }
    }
}

/// What is asked of an order of another tool, once it is a file.
#[derive(Debug, Clone, Copy)]
enum Wanted {
    Anything,
    Valid,
    Violation(Code),
}

struct Writer<'a> {
    profile: &'static Profile,
    orders: &'a Orders,
    format: GenerateFormat,
}

impl Writer<'_> {
    fn write(&self, out: &mut impl Write, drawn: &Drawn) -> io::Result<()> {
        let order = match drawn {
            Drawn::Order(order) => strategy::file_of(self.profile, order),
            Drawn::Text(text, ..) => Value::from(text.as_str()),
        };
        match (self.format, drawn) {
            (GenerateFormat::Orders, Drawn::Text(text, ..)) => writeln!(out, "{text}"),
            (GenerateFormat::Orders, Drawn::Order(_)) => writeln!(out, "{order}"),
            (GenerateFormat::Ndjson, _) => {
                let errors: Vec<Value> = self
                    .complaints(drawn)
                    .into_iter()
                    .map(|(code, path)| json!({"code": code.name(), "path": path}))
                    .collect();
                let expected = json!({"accepted": errors.is_empty(), "errors": errors});
                writeln!(out, "{}", json!({"order": order, "expected": expected}))
            }
        }
    }

    /// What a service has to refuse the order for.
    fn complaints(&self, drawn: &Drawn) -> Vec<(Code, String)> {
        match drawn {
            Drawn::Text(_, code, path) => vec![(*code, path.clone())],
            Drawn::Order(order) if !self.profile.wire.converts => self.orders.complaints(order),
            Drawn::Order(order) => self.errors_of_file(order),
        }
    }

    /// The errors of an order in a file of its tool.
    fn errors_of_file(&self, order: &Value) -> Vec<(Code, String)> {
        let text = strategy::file_of(self.profile, order).to_string();
        let name = match self.profile.id.split('.').next() {
            Some("terraform") => "main.tf.json",
            Some("pulumi") => "Pulumi.yaml",
            _ => "order.yaml",
        };
        let linted = Linter::new().file(name, &[]).lint(&text, &mut Run::new());
        let found = linted.iter().flat_map(|one| &one.diagnostics);
        let errors = found.filter(|found| found.severity == Severity::Error);
        errors
            .map(|found| (found.code, found.path.to_string()))
            .collect()
    }

    /// Whether an order is what was asked for, also as the reader of its tool's files sees it.
    fn is_meant(&self, drawn: &Drawn, wanted: Wanted) -> bool {
        let Drawn::Order(order) = drawn else {
            return true;
        };
        if !self.profile.wire.converts {
            return true;
        }
        let errors = self.errors_of_file(order);
        match wanted {
            Wanted::Anything => true,
            Wanted::Valid => errors.is_empty(),
            // Some codes are an error here, and a warning there.
            Wanted::Violation(code) => match errors.as_slice() {
                [] => code.severity() != Severity::Error,
                [(only, _)] => *only == code,
                _ => false,
            },
        }
    }
}

/// The Token of an order, if it has one.
fn token(profile: &Profile, drawn: &Drawn) -> Option<String> {
    let mut parameters = profile.request.parameters.iter();
    let parameter =
        parameters.find(|parameter| matches!(parameter.constraint, Constraint::Token { .. }))?;
    let read;
    let order = match drawn {
        Drawn::Order(order) => order,
        Drawn::Text(text, ..) => {
            read = serde_json::from_str::<Value>(text).ok()?;
            &read
        }
    };
    let token = order.get(parameter.name)?.as_str()?.trim();
    (!token.is_empty()).then(|| token.to_owned())
}
