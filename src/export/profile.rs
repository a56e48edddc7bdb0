//! One profile in full: what its document is, where its requests go, who may send them, what its
//! parameters are, and what the document says besides.

use std::fmt::Write as _;

use serde::Serialize;
use serde_json::Value;

use super::describe;
use super::form::{FormConstraint, Text, Texts, constraint, text};
use crate::documents::operations::{Authorisation, Example, Link, Note, Unit};
use crate::documents::{
    CONTRADICTIONS, EditionContradiction, PROFILES, ResponseField, ResponseKind, alibaba, jdcloud,
};
use crate::profile::{Bilingual, Kind, ListRule, Need, Parameter, Profile, Wire};
use crate::report::PublishedCitation;
use crate::words::Locale;

/// The name and version of the published shape.
pub const PROFILE_SCHEMA: &str = "kvspec/profile/v1";

/// A profile in full, to be written with serde: `kvspec/profile/v1`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProfileDetails {
    schema: &'static str,
    profile: &'static str,
    title: Text,
    operation: &'static str,
    document: &'static str,
    /// Where its provider keeps it, or has put a newer edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<&'static str>,
    edition: Text,
    /// The day from which it holds; absent where no document tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    supersedes: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    superseded_by: Option<&'static str>,
    wire: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    endpoint: Option<PublishedEndpoint>,
    #[serde(skip_serializing_if = "Option::is_none")]
    api: Option<PublishedApi>,
    #[serde(skip_serializing_if = "Option::is_none")]
    authorisation: Option<PublishedAuthorisation>,
    see: Vec<PublishedLink>,
    notes: Vec<PublishedNote>,
    parameters: Vec<PublishedParameter>,
    /// Names that the tool still takes.
    old_names: Vec<OldName>,
    response: Vec<PublishedField>,
    contradictions: Vec<PublishedContradiction>,
    differences: Vec<PublishedDifference>,
    /// A request that has neither error nor warning.
    sample: Value,
}

/// A name that the tool still takes, and the one that took its place.
#[derive(Debug, Serialize)]
struct OldName {
    path: String,
    now: &'static str,
}

#[derive(Debug, Serialize)]
struct PublishedEndpoint {
    #[serde(skip_serializing_if = "Option::is_none")]
    method: Option<&'static str>,
    url: &'static str,
    /// The status that means success.
    #[serde(skip_serializing_if = "Option::is_none")]
    success: Option<u16>,
    source: PublishedCitation,
}

#[derive(Debug, Serialize)]
struct PublishedApi {
    product: &'static str,
    version: &'static str,
    source: PublishedCitation,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct PublishedAuthorisation {
    action: &'static str,
    access_level: &'static str,
    resource_type: &'static str,
    resource: &'static str,
    condition_keys: &'static [&'static str],
    dependent_actions: &'static [&'static str],
    source: PublishedCitation,
}

#[derive(Debug, Serialize)]
struct PublishedLink {
    about: Vec<&'static str>,
    title: Text,
    target: &'static str,
    source: PublishedCitation,
}

#[derive(Debug, Serialize)]
struct PublishedNote {
    id: &'static str,
    topic: &'static str,
    about: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    values: Vec<&'static str>,
    text: Text,
    source: PublishedCitation,
}

/// A parameter of a profile in full.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PublishedParameter {
    path: String,
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    required: &'static str,
    common: bool,
    secret: bool,
    label: Text,
    hint: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    examples: Vec<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraint: Option<FormConstraint>,
    /// How many elements a list may have.
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<Items>,
    /// The constraint in words.
    describes: Texts,
    source: PublishedCitation,
}

#[derive(Debug, Serialize)]
struct Items {
    /// With more it is suspicious.
    #[serde(skip_serializing_if = "Option::is_none")]
    usual: Option<u32>,
    /// With more it is refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    most: Option<u32>,
}

#[derive(Debug, Serialize)]
struct PublishedField {
    path: String,
    #[serde(rename = "type")]
    kind: &'static str,
    required: bool,
    label: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answers: Option<&'static str>,
    source: PublishedCitation,
}

#[derive(Debug, Serialize)]
struct PublishedContradiction {
    id: &'static str,
    codes: Vec<&'static str>,
    statement: Text,
    reading: Text,
}

#[derive(Debug, Serialize)]
struct PublishedDifference {
    path: &'static str,
    aspect: &'static str,
    theirs: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    contradiction: Option<&'static str>,
    reason: Text,
}

/// A profile in full.
///
/// ```
/// use kvspec::{Profile, export};
///
/// let profile = Profile::by_id("alibaba.create-instances").unwrap();
/// let details = serde_json::to_value(export::profile_details(profile)).unwrap();
/// assert_eq!(details["api"]["version"], "2015-01-01");
/// assert_eq!(details["authorisation"]["accessLevel"], "create");
/// ```
#[must_use]
pub fn profile_details(profile: &'static Profile) -> ProfileDetails {
    let mut parameters = Vec::new();
    visit(profile, &mut |path, parameter| {
        parameters.push(published(profile, path, parameter));
    });
    let paths: Vec<&str> = parameters.iter().map(|each| each.path.as_str()).collect();
    let known = |about: &'static [&'static str]| -> Vec<&'static str> {
        let kept = about.iter().copied();
        kept.filter(|path| paths.contains(path)).collect()
    };
    let see = profile.links().map(|link| of_link(link, &known)).collect();
    let notes = profile.notes().map(|note| of_note(note, &known)).collect();
    ProfileDetails {
        schema: PROFILE_SCHEMA,
        profile: profile.id,
        title: text(profile.title),
        operation: profile.operation,
        document: profile.document,
        page: crate::documents::page_of(profile.document),
        edition: text(profile.edition),
        since: Some(profile.since).filter(|day| !day.is_empty()),
        supersedes: profile.supersedes,
        superseded_by: superseded_by(profile),
        wire: wire(profile),
        endpoint: profile.endpoint().map(|row| PublishedEndpoint {
            method: row.method,
            url: row.url,
            success: row.success,
            source: row.citation.into(),
        }),
        api: profile.api_version().map(|row| PublishedApi {
            product: row.product,
            version: row.version,
            source: row.citation.into(),
        }),
        authorisation: profile.authorisation().map(of_authorisation),
        see,
        notes,
        response: fields(profile),
        contradictions: contradictions(profile),
        differences: profile
            .known_differences()
            .map(|row| PublishedDifference {
                path: row.path,
                aspect: row.aspect.name(),
                theirs: row.theirs,
                contradiction: row.contradiction,
                reason: text(row.reason),
            })
            .collect(),
        old_names: old_names(profile),
        sample: serde_json::from_str(profile.sample).unwrap_or_default(),
        parameters,
    }
}

/// The parameters of that name, each with its profile, as [`profile_details`] has them: names are
/// compared without regard to case and to underscores.
///
/// ```
/// use kvspec::export;
///
/// assert!(export::parameters_named("Period").len() > 5);
/// assert!(export::parameters_named("nonsense").is_empty());
/// ```
#[must_use]
pub fn parameters_named(name: &str) -> Vec<(&'static Profile, PublishedParameter)> {
    let plain = |name: &str| name.replace(['_', '-'], "").to_ascii_lowercase();
    let wanted = plain(name.rsplit('/').next().unwrap_or(name));
    let is_path = name.starts_with('/');
    let mut found = Vec::new();
    for profile in PROFILES.iter().copied() {
        visit(profile, &mut |path, parameter| {
            if plain(parameter.name) == wanted && (!is_path || path == name) {
                found.push((profile, published(profile, path, parameter)));
            }
        });
    }
    found
}

/// The page of a parameter, in Markdown: what every profile that has it says; nothing where no
/// profile has one of that name.
#[must_use]
pub fn parameter_page(name: &str, locale: Locale) -> Option<String> {
    let found = parameters_named(name);
    let (_, first) = found.first()?;
    let mut out = format!(
        "# {}\n\n**{}**\n",
        first.name,
        pick_text(first.label, locale)
    );
    for (profile, parameter) in &found {
        let _ = write!(
            out,
            "\n## {} (`{}`)\n\n",
            profile.title.get(locale),
            profile.id
        );
        describe_parameter(&mut out, parameter, locale);
        let about = |paths: &[&str]| paths.contains(&parameter.path.as_str());
        for note in profile.notes().filter(|note| about(note.about)) {
            let _ = writeln!(out, "- {}", note.text.get(locale));
        }
        for link in profile.links().filter(|link| about(link.about)) {
            let _ = writeln!(
                out,
                "- {}{}: {}",
                pick(locale, "see: ", "参见："),
                link.title.get(locale),
                link.target
            );
        }
        let source = &parameter.source;
        let _ = writeln!(
            out,
            "- {}, {}: “{}”",
            source.document, source.section, source.quote
        );
    }
    Some(out)
}

/// Every name of a parameter, in alphabetical order.
#[must_use]
pub fn parameter_names() -> Vec<&'static str> {
    let mut names = Vec::new();
    for profile in PROFILES.iter().copied() {
        visit(profile, &mut |_, parameter| names.push(parameter.name));
    }
    names.sort_unstable();
    names.dedup();
    names
}

/// One profile in full, for people.
#[must_use]
pub fn profile_page(profile: &'static Profile, locale: Locale) -> String {
    let details = profile_details(profile);
    let mut out = format!("# {}\n\n", profile.title.get(locale));
    let mut line = |label: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(out, "- {label}{value}");
        }
    };
    line(pick(locale, "profile: ", "规范："), profile.id);
    line(pick(locale, "document: ", "文档："), profile.document);
    line(
        pick(locale, "found at: ", "网址："),
        crate::documents::page_of(profile.document).unwrap_or_default(),
    );
    line(
        pick(locale, "edition: ", "版本："),
        profile.edition.get(locale),
    );
    line(pick(locale, "since: ", "生效日期："), profile.since);
    line(
        pick(locale, "supersedes: ", "取代："),
        profile.supersedes.unwrap_or_default(),
    );
    line(
        pick(locale, "superseded by: ", "被取代："),
        details.superseded_by.unwrap_or_default(),
    );
    line(pick(locale, "operation: ", "接口："), profile.operation);
    line(
        pick(locale, "travels as: ", "传输方式："),
        wire_name(details.wire, locale),
    );
    if let Some(api) = &details.api {
        let version = format!("{} {}", api.product, api.version);
        line(pick(locale, "interface: ", "产品与版本："), &version);
    }
    if let Some(endpoint) = &details.endpoint {
        let mut address = endpoint
            .method
            .map_or_else(String::new, |method| format!("{method} "));
        address += endpoint.url;
        if let Some(success) = endpoint.success {
            let _ = write!(address, " ({success})");
        }
        line(pick(locale, "sent to: ", "请求地址："), &address);
    }
    if let Some(row) = &details.authorisation {
        let none = pick(locale, "none", "无");
        let list = |names: &[&str]| match names {
            [] => none.to_owned(),
            names => names.join(", "),
        };
        let _ = write!(
            out,
            "\n## {}\n\n- {}{} ({})\n- {}{} {}\n- {}{}\n- {}{}\n",
            pick(locale, "Authorisation", "授权"),
            pick(locale, "action: ", "操作："),
            row.action,
            row.access_level,
            pick(locale, "resource: ", "资源："),
            row.resource_type,
            row.resource,
            pick(locale, "condition keys: ", "条件关键字："),
            list(row.condition_keys),
            pick(locale, "dependent actions: ", "关联操作："),
            list(row.dependent_actions),
        );
    }
    let _ = write!(out, "\n## {}\n", pick(locale, "Parameters", "参数"));
    for parameter in details.parameters.iter().filter(|each| !each.common) {
        let _ = write!(
            out,
            "\n### `{}` · {}\n\n",
            parameter.path,
            pick_text(parameter.label, locale)
        );
        describe_parameter(&mut out, parameter, locale);
    }
    section(
        &mut out,
        pick(locale, "Worth knowing", "说明"),
        details
            .notes
            .iter()
            .map(|note| pick_text(note.text, locale).to_owned()),
    );
    section(
        &mut out,
        pick(locale, "See also", "参见"),
        details
            .see
            .iter()
            .map(|link| format!("{}: {}", pick_text(link.title, locale), link.target)),
    );
    section(
        &mut out,
        pick(locale, "Response", "返回数据"),
        details.response.iter().map(|field| {
            let unit = field
                .unit
                .map_or_else(String::new, |unit| format!(", {unit}"));
            format!(
                "`{}` {}{unit}: {}",
                field.path,
                field.kind,
                pick_text(field.label, locale)
            )
        }),
    );
    section(
        &mut out,
        pick(locale, "Where the documents disagree", "文档之间的矛盾"),
        details.contradictions.iter().map(|each| {
            format!(
                "{} {}",
                pick_text(each.statement, locale),
                pick_text(each.reading, locale)
            )
        }),
    );
    out
}

fn section(out: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let mut lines = lines.peekable();
    if lines.peek().is_some() {
        let _ = write!(out, "\n## {title}\n\n");
        for line in lines {
            let _ = writeln!(out, "- {line}");
        }
    }
}

/// What there is to say of a parameter, a line each.
fn describe_parameter(out: &mut String, parameter: &PublishedParameter, locale: Locale) {
    let required = match parameter.required {
        "always" => pick(locale, ", required", "，必选"),
        "on-wire" => pick(locale, ", required in a query", "，查询串中必选"),
        _ => "",
    };
    let _ = writeln!(out, "- {}{required}", parameter.kind);
    let words = match locale {
        Locale::En => &parameter.describes.en,
        Locale::Zh => &parameter.describes.zh,
    };
    let _ = writeln!(out, "- {words}");
    if let Some(unit) = parameter.unit {
        let _ = writeln!(
            out,
            "- {}{}",
            pick(locale, "unit: ", "单位："),
            unit_name(unit, locale)
        );
    }
    if let Some(default) = parameter.default {
        let _ = writeln!(
            out,
            "- {}`{default}`",
            pick(locale, "default: ", "默认值：")
        );
    }
    if let Some(items) = &parameter.items
        && let Some(most) = items.most.or(items.usual)
    {
        let _ = writeln!(
            out,
            "- {}{most}",
            pick(locale, "elements at most: ", "元素个数上限：")
        );
    }
    let examples: Vec<String> = parameter
        .examples
        .iter()
        .map(|value| format!("`{}`", plain(value)))
        .collect();
    if !examples.is_empty() {
        let _ = writeln!(
            out,
            "- {}{}",
            pick(locale, "for example ", "示例："),
            examples.join(", ")
        );
    }
    let hint = pick_text(parameter.hint, locale);
    if !hint.is_empty() {
        let _ = writeln!(out, "- {hint}");
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn unit_name(unit: &str, locale: Locale) -> &str {
    match (unit, locale) {
        ("month", Locale::Zh) => "月",
        ("count", Locale::Zh) => "个",
        ("chargeUnit", Locale::En) => "as `chargeUnit` says",
        ("chargeUnit", Locale::Zh) => "由 `chargeUnit` 决定",
        (unit, _) => unit,
    }
}

const fn pick(locale: Locale, en: &'static str, zh: &'static str) -> &'static str {
    Bilingual::new(en, zh).get(locale)
}

const fn pick_text(text: Text, locale: Locale) -> &'static str {
    match locale {
        Locale::En => text.en,
        Locale::Zh => text.zh,
    }
}

fn wire_name(wire: &'static str, locale: Locale) -> &'static str {
    match wire {
        "json" => pick(locale, "a JSON body", "JSON 请求体"),
        "query" => pick(locale, "a query string", "查询串"),
        _ => pick(locale, "a template of another tool", "其他工具的模板"),
    }
}

pub(super) fn wire(profile: &Profile) -> &'static str {
    if profile.wire.is_strict {
        "json"
    } else if profile.wire == Wire::QUERY {
        "query"
    } else {
        "template"
    }
}

fn superseded_by(profile: &Profile) -> Option<&'static str> {
    PROFILES
        .iter()
        .find(|other| other.supersedes == Some(profile.id))
        .map(|other| other.id)
}

fn old_names(profile: &'static Profile) -> Vec<OldName> {
    let mut names = Vec::new();
    profile.visit_objects(&mut |at, object| {
        names.extend(object.old_names.iter().map(|(old, now)| OldName {
            path: format!("{at}/{old}"),
            now,
        }));
    });
    names
}

/// Every parameter of the request, with its JSON Pointer.
fn visit(profile: &'static Profile, act: &mut dyn FnMut(&str, &'static Parameter)) {
    profile.visit_objects(&mut |at, object| {
        for parameter in object.parameters {
            act(&format!("{at}/{}", parameter.name), parameter);
        }
    });
}

fn published(
    profile: &'static Profile,
    path: &str,
    parameter: &'static Parameter,
) -> PublishedParameter {
    PublishedParameter {
        path: path.to_owned(),
        name: parameter.name,
        kind: parameter.kind.name(),
        required: match parameter.need {
            Need::Required => "always",
            Need::RequiredOnWire => "on-wire",
            Need::Optional => "optional",
        },
        common: parameter.common,
        secret: parameter.secret,
        label: text(parameter.label),
        hint: text(parameter.hint),
        default: parameter.default,
        unit: unit(profile, path),
        examples: examples(profile, path, parameter),
        constraint: constraint(parameter),
        items: match parameter.kind {
            Kind::Texts(rule) | Kind::Objects(_, rule) | Kind::Map(rule) => items(rule),
            _ => None,
        },
        describes: Texts {
            en: describe::constraint(&parameter.constraint, Locale::En),
            zh: describe::constraint(&parameter.constraint, Locale::Zh),
        },
        source: parameter.citation.into(),
    }
}

fn items(rule: ListRule) -> Option<Items> {
    let ListRule { usual, most, .. } = rule;
    (usual.is_some() || most.is_some()).then_some(Items { usual, most })
}

/// The unit of a parameter.
pub(super) fn unit(profile: &Profile, path: &str) -> Option<&'static str> {
    profile.unit(path).map(|row| Unit::name(row.unit))
}

/// The document's sample values of a parameter, in its type.
pub(super) fn examples(profile: &Profile, path: &str, parameter: &Parameter) -> Vec<Value> {
    let here = profile.examples().filter(|example| example.path == path);
    here.map(|Example { value, .. }| match parameter.kind {
        Kind::Long | Kind::Integer => value
            .parse::<u64>()
            .map_or_else(|_| value.into(), Value::from),
        Kind::Boolean => Value::Bool(value == "true"),
        _ => value.into(),
    })
    .collect()
}

fn of_authorisation(row: &Authorisation) -> PublishedAuthorisation {
    PublishedAuthorisation {
        action: row.action,
        access_level: row.access_level,
        resource_type: row.resource_type,
        resource: row.resource,
        condition_keys: row.condition_keys,
        dependent_actions: row.dependent_actions,
        source: row.citation.into(),
    }
}

fn of_link(
    link: &Link,
    known: &dyn Fn(&'static [&'static str]) -> Vec<&'static str>,
) -> PublishedLink {
    PublishedLink {
        about: known(link.about),
        title: text(link.title),
        target: link.target,
        source: link.citation.into(),
    }
}

fn of_note(
    note: &Note,
    known: &dyn Fn(&'static [&'static str]) -> Vec<&'static str>,
) -> PublishedNote {
    PublishedNote {
        id: note.id,
        topic: note.topic.name(),
        about: known(note.about),
        values: note.values.to_vec(),
        text: text(note.text),
        source: note.citation.into(),
    }
}

/// The fields of the response.
fn fields(profile: &'static Profile) -> Vec<PublishedField> {
    fn walk(
        profile: &Profile,
        at: &str,
        fields: &'static [ResponseField],
        out: &mut Vec<PublishedField>,
    ) {
        for field in fields {
            let path = format!("{at}/{}", field.name);
            let (kind, inner) = match field.kind {
                ResponseKind::String => ("String", None),
                ResponseKind::Time => ("Time", None),
                ResponseKind::Long => ("Long", None),
                ResponseKind::Integer => ("Integer", None),
                ResponseKind::Strings => ("Array", None),
                ResponseKind::Object(inner) => ("Object", Some(inner)),
            };
            out.push(PublishedField {
                unit: profile.response_unit(&path).map(|row| row.unit.name()),
                path: path.clone(),
                kind,
                required: field.required,
                label: text(field.label),
                answers: field.answers,
                source: field.citation.into(),
            });
            if let Some(inner) = inner {
                walk(profile, &path, inner, out);
            }
        }
    }
    let mut out = Vec::new();
    if let Some(table) = profile.response() {
        walk(profile, "", table.fields, &mut out);
    }
    out
}

fn contradictions(profile: &'static Profile) -> Vec<PublishedContradiction> {
    let older = CONTRADICTIONS
        .iter()
        .filter(|each| each.documents.contains(&profile.document))
        .map(|each| PublishedContradiction {
            id: each.id,
            codes: each.codes.iter().map(|code| code.name()).collect(),
            statement: text(each.statement),
            reading: text(each.reading),
        });
    let is_its = |each: &&EditionContradiction| each.profiles.contains(&profile.id);
    let newer = alibaba::CONTRADICTIONS
        .iter()
        .chain(jdcloud::CONTRADICTIONS);
    let newer = newer.filter(is_its).map(|each| PublishedContradiction {
        id: each.id,
        codes: each.codes.to_vec(),
        statement: text(each.statement),
        reading: text(each.reading),
    });
    older.chain(newer).collect()
}
