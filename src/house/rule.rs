//! The team's own rules, made from a text that was found to be right.

use globset::GlobSet;
use regex::Regex;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::{
    ALLOWED, CHARGE_TYPES, COST, EXCLUDE, FILES, FORBIDDEN, KNOWN_CLASSES, LEVEL, MARKDOWN, MAX_MB,
    MESSAGE, MIN_MB, NAME, NAMING, NOTIONS_OF, OVERRIDES, PACKS, PARAMETER, PATTERN, PATTERNS,
    REQUIRED, SEVERITY, UNKNOWN_CLASS, VALUES,
};
use super::read::megabytes;
use super::target::Target;
use super::{HouseRules, Level, Override, pattern};
use crate::diagnostic::{Code, Severity};
use crate::diagnostic::{Pack, Packs};
use crate::documents::notions;

/// One rule of the team's own.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) name: String,
    pub(crate) target: Target,
    pub(crate) asks: Asks,
    /// English and Chinese.
    pub(crate) message: Option<(String, String)>,
    /// `None` for the severity that the file gives to house rules.
    pub(super) severity: Option<Level>,
    /// `None` for all files.
    pub(super) files: Option<GlobSet>,
}

/// What a rule asks of its parameter.
#[derive(Debug)]
pub(crate) enum Asks {
    /// Its value is one of these, or matches one of the globs among them.
    OneOf { values: Vec<String>, globs: GlobSet },
    /// Its value is one of these choices, in whichever spelling.
    Choice(Vec<String>),
    /// Its value matches.
    Matches(Regex),
    /// Its value is one of the classes that are known.
    Known(Vec<String>),
    /// It is there.
    Required,
    /// It is not there.
    Forbidden,
}

type Value<'t> = Spanned<DeValue<'t>>;

fn text(value: &Value<'_>) -> Option<String> {
    value.get_ref().as_str().map(ToOwned::to_owned)
}

fn list<'v, 't>(value: Option<&'v Value<'t>>) -> impl Iterator<Item = &'v Value<'t>> {
    value
        .and_then(|value| value.get_ref().as_array())
        .into_iter()
        .flat_map(|list| list.iter())
}

fn texts(value: Option<&Value<'_>>) -> Vec<String> {
    list(value).filter_map(text).collect()
}

fn level(value: &Value<'_>) -> Option<Level> {
    match value.get_ref().as_str()? {
        "error" => Some(Some(Severity::Error)),
        "warning" => Some(Some(Severity::Warning)),
        "info" => Some(Some(Severity::Info)),
        "off" => Some(None),
        _ => None,
    }
}

fn severities(value: Option<&Value<'_>>) -> Vec<(Code, Level)> {
    let table = value.and_then(|value| value.get_ref().as_table());
    table
        .into_iter()
        .flatten()
        .filter_map(|(name, value)| Some((Code::from_name(name.get_ref())?, level(value)?)))
        .collect()
}

fn files(value: Option<&Value<'_>>) -> Option<GlobSet> {
    value?;
    let globs = list(value)
        .filter_map(text)
        .filter_map(|glob| pattern::path_glob(&glob).ok());
    Some(pattern::set(globs))
}

fn message(value: &Value<'_>) -> Option<(String, String)> {
    match value.get_ref() {
        DeValue::Table(table) => Some((text(table.get("en")?)?, text(table.get("zh")?)?)),
        _ => text(value).map(|text| (text.clone(), text)),
    }
}

/// A rule in its long form, or, where the value is no table, in its short form.
fn rule(value: &Value<'_>, name: String, target: Target, asks: Asks) -> Rule {
    let table = value.get_ref().as_table();
    let get = |key: &str| table.and_then(|table| table.get(key));
    Rule {
        name: get(NAME).and_then(text).unwrap_or(name),
        target,
        asks,
        message: get(MESSAGE).and_then(message),
        severity: get(SEVERITY).and_then(level),
        files: files(get(FILES)),
    }
}

/// What stands under a key of the long form, or the whole value of the short form.
fn long_or_short<'v, 't>(value: &'v Value<'t>, key: &str) -> Option<&'v Value<'t>> {
    match value.get_ref() {
        DeValue::Table(table) => table.get(key),
        _ => Some(value),
    }
}

fn compiled(value: Option<&Value<'_>>) -> Option<Regex> {
    pattern::compile(value?.get_ref().as_str()?).ok()
}

/// The packs that a file asks for: by name, or in a table, where bounds of the memory ask for the
/// pack that they belong to.
fn packs(value: Option<&Value<'_>>) -> Packs {
    let Some(DeValue::Table(table)) = value.map(Spanned::get_ref) else {
        let named = list(value).filter_map(|one| Pack::by_id(one.get_ref().as_str()?));
        return Packs::of(&named.collect::<Vec<_>>());
    };
    let asked = Pack::ALL.iter().copied().filter(|pack| {
        let asked = table.get(pack.id()).map(Spanned::get_ref);
        asked.is_some_and(|asked| asked.as_bool().unwrap_or(asked.is_table()))
    });
    let cost = table.get(COST).and_then(|cost| cost.get_ref().as_table());
    let bound = |key: &str| cost.and_then(|cost| cost.get(key)).and_then(megabytes);
    Packs {
        least: bound(MIN_MB),
        most: bound(MAX_MB),
        ..Packs::of(&asked.collect::<Vec<_>>())
    }
}

/// The rules of a file. Whatever is not right in it is left out: it was reported before.
pub(super) fn build(root: &DeTable<'_>) -> HouseRules {
    let mut rules = Vec::new();
    let allowed = root
        .get(ALLOWED)
        .and_then(|value| value.get_ref().as_table());
    for (key, notions) in NOTIONS_OF {
        let Some(value) = allowed.and_then(|table| table.get(*key)) else {
            continue;
        };
        for target in notions.iter().filter_map(|name| Target::of(name)) {
            let values = texts(long_or_short(value, VALUES));
            let asks = if *key == CHARGE_TYPES {
                Asks::Choice(values)
            } else {
                let globs = values
                    .iter()
                    .filter_map(|each| pattern::value_glob(each).ok());
                Asks::OneOf {
                    globs: pattern::set(globs),
                    values,
                }
            };
            rules.push(rule(value, format!("{ALLOWED}.{key}"), target, asks));
        }
    }
    if let Some(value) = root.get(NAMING) {
        let regex = compiled(long_or_short(value, PATTERN));
        if let (Some(regex), Some(target)) = (regex, Target::of(notions::INSTANCE_NAME.id)) {
            rules.push(rule(value, NAMING.to_owned(), target, Asks::Matches(regex)));
        }
    }
    for value in list(root.get(PATTERNS)) {
        let table = value.get_ref().as_table();
        let regex = compiled(table.and_then(|table| table.get(PATTERN)));
        let name = table.and_then(|table| table.get(PARAMETER)).and_then(text);
        if let (Some(regex), Some(name)) = (regex, name)
            && let Some(target) = Target::of(&name)
        {
            let label = format!("{PATTERNS}.{name}");
            rules.push(rule(value, label, target, Asks::Matches(regex)));
        }
    }
    for (key, asks) in [
        (REQUIRED, (|| Asks::Required) as fn() -> Asks),
        (FORBIDDEN, || Asks::Forbidden),
    ] {
        for value in list(root.get(key)) {
            let name = long_or_short(value, PARAMETER).and_then(text);
            if let Some(name) = name
                && let Some(target) = Target::of(&name)
            {
                rules.push(rule(value, format!("{key}.{name}"), target, asks()));
            }
        }
    }
    let known_classes = texts(root.get(KNOWN_CLASSES));
    if let Some(value) = root.get(UNKNOWN_CLASS)
        && let Some(target) = Target::of(notions::CLASS.id)
    {
        let asks = Asks::Known(known_classes.clone());
        let mut rule = rule(value, UNKNOWN_CLASS.to_owned(), target, asks);
        rule.severity = long_or_short(value, SEVERITY).and_then(level);
        rules.push(rule);
    }
    let overrides = list(root.get(OVERRIDES))
        .filter_map(|value| value.get_ref().as_table())
        .filter_map(|table| {
            Some(Override {
                files: files(table.get(FILES))?,
                severities: severities(table.get(SEVERITY)),
            })
        })
        .collect();
    HouseRules {
        severities: severities(root.get(SEVERITY)),
        overrides,
        rules,
        known_classes,
        packs: packs(root.get(PACKS)),
        exclude: files(root.get(EXCLUDE)),
        markdown: root
            .get(MARKDOWN)
            .and_then(|value| value.get_ref().as_bool())
            .unwrap_or_default(),
        least: root.get(LEVEL).and_then(level).flatten(),
    }
}
