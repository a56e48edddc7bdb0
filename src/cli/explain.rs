//! `kvspec explain`.

use std::collections::BTreeMap;
use std::io::{self, Write};

use kvspec::documents::{UNLISTED_ERRORS, edition_errors, provider_errors};
use kvspec::render::line::write_pretty;
use kvspec::{Code, Locale, PROFILES, ProviderError, Severity, export};
use serde::Serialize;
use serde_json::{Value, json};

use super::{CLEAN, ExplainArguments, FAILED, TwoFormats, complain};

/// The name and version of the published shape.
const SCHEMA: &str = "kvspec/explanation/v1";

/// What is explained, for programs: the page is there for people.
#[derive(Serialize)]
struct Explained<'e> {
    schema: &'static str,
    kind: &'static str,
    name: &'e str,
    #[serde(flatten)]
    facts: Value,
    page: String,
}

pub(super) fn run(arguments: &ExplainArguments, out: &mut impl Write) -> io::Result<u8> {
    let locale = arguments.language.locale();
    let Some(name) = arguments.name.as_deref() else {
        match arguments.format {
            TwoFormats::Human => index(locale, out)?,
            TwoFormats::Json => write_pretty(out, &index_for_programs(locale))?,
        }
        return Ok(CLEAN);
    };
    let code = Code::from_name(name).map(|code| {
        (
            "code",
            export::rule_page(code, locale),
            of_code(code, locale),
        )
    });
    let found = code
        .or_else(|| {
            let page = export::answer_page(name, locale)?;
            Some(("provider-error", page, of_answer(name, locale)))
        })
        .or_else(|| {
            let page = export::parameter_page(name, locale)?;
            Some(("parameter", page, of_parameter(name)))
        });
    if let Some((kind, page, facts)) = found {
        match arguments.format {
            TwoFormats::Human => write!(out, "{page}")?,
            TwoFormats::Json => write_pretty(
                out,
                &Explained {
                    schema: SCHEMA,
                    kind,
                    name,
                    facts,
                    page,
                },
            )?,
        }
        return Ok(CLEAN);
    }
    let known = Code::ALL.iter().map(|code| code.name());
    let known = known.chain(answers(locale).into_keys());
    let near = kvspec::text::nearest(name, known.chain(export::parameter_names()));
    complain(&match (locale, near) {
        (Locale::En, Some(near)) => {
            format!("there is no code or parameter `{name}`; did you mean `{near}`?")
        }
        (Locale::En, None) => {
            format!("there is no code or parameter `{name}`; `kvspec explain` lists all codes")
        }
        (Locale::Zh, Some(near)) => format!("没有代码或参数 `{name}`；是否想写 `{near}`？"),
        (Locale::Zh, None) => format!("没有代码或参数 `{name}`；`kvspec explain` 列出全部代码"),
    });
    Ok(FAILED)
}

/// A code of this library.
fn of_code(code: Code, locale: Locale) -> Value {
    let info = code.info();
    let bound: Vec<&str> = PROFILES
        .iter()
        .filter(|profile| profile.binds(code))
        .map(|profile| profile.id)
        .collect();
    json!({
        "severity": code.severity().name(),
        "title": info.title.get(locale),
        "reason": info.reason.get(locale),
        "profiles": bound,
    })
}

/// A code of a provider: the rows of the documents' tables.
fn of_answer(name: &str, locale: Locale) -> Value {
    let is_it = |row: &&&ProviderError| row.code == name;
    let all: Vec<&ProviderError> = provider_errors().chain(edition_errors()).collect();
    let rows: Vec<Value> = all
        .iter()
        .filter(is_it)
        .map(|row| {
            json!({
                "profile": row.profile,
                "status": row.status,
                "message": row.message,
                "description": row.description,
                "parameters": row.parameters,
                "detection": row.detection().name(),
                "meaning": row.meaning().get(locale),
                "advice": row.advice().get(locale),
            })
        })
        .collect();
    let met: Vec<Value> = UNLISTED_ERRORS
        .iter()
        .filter(|met| met.code == name)
        .map(|met| {
            json!({
                "status": met.status,
                "message": met.message,
                "parameters": met.parameters,
                "detection": met.detection.name(),
                "meaning": met.meaning.get(locale),
                "advice": met.advice.get(locale),
            })
        })
        .collect();
    json!({"listed": rows, "met": met})
}

/// A parameter: what each profile that has it says.
fn of_parameter(name: &str) -> Value {
    let rows: Vec<Value> = export::parameters_named(name)
        .into_iter()
        .map(|(profile, parameter)| json!({"profile": profile.id, "parameter": parameter}))
        .collect();
    json!({"rows": rows})
}

/// Every code of this library, and every one of the providers.
fn index(locale: Locale, out: &mut impl Write) -> io::Result<()> {
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        writeln!(out, "{}", severity.label(locale))?;
        for code in Code::ALL.iter().filter(|code| code.severity() == severity) {
            let title = code.info().title.get(locale);
            writeln!(out, "  {:32} {title}", code.name())?;
        }
    }
    match locale {
        Locale::En => writeln!(out, "provider errors")?,
        Locale::Zh => writeln!(out, "服务商错误")?,
    }
    for (code, meaning) in answers(locale) {
        writeln!(out, "  {code:32} {meaning}")?;
    }
    Ok(())
}

/// The same as data, with the names of all parameters.
fn index_for_programs(locale: Locale) -> Value {
    let codes: Vec<Value> = Code::ALL
        .iter()
        .map(|code| {
            json!({
                "name": code.name(),
                "severity": code.severity().name(),
                "title": code.info().title.get(locale),
            })
        })
        .collect();
    let errors: Vec<Value> = answers(locale)
        .into_iter()
        .map(|(name, meaning)| json!({"name": name, "meaning": meaning}))
        .collect();
    json!({
        "schema": SCHEMA,
        "kind": "index",
        "codes": codes,
        "provider_errors": errors,
        "parameters": export::parameter_names(),
    })
}

/// Every code that a provider can answer, with its meaning, in alphabetical order.
fn answers(locale: Locale) -> BTreeMap<&'static str, &'static str> {
    let met = UNLISTED_ERRORS
        .iter()
        .map(|met| (met.code, met.meaning.get(locale)));
    let listed = edition_errors().map(|row| (row.code, row.meaning().get(locale)));
    // What the older documents list is said in their words.
    let older = provider_errors().map(|row| (row.code, row.meaning().get(locale)));
    met.chain(listed).chain(older).collect()
}
