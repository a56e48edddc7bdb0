//! Types for TypeScript: requests of a profile, and findings discriminated by their code.

use std::fmt::Write as _;

use crate::diagnostic::{ArgumentKind, Code, Locale, Severity};
use crate::documents::PROFILES;
use crate::profile::{Constraint, Kind, Need, Object, Parameter, Profile, Wire};

/// The request type of a profile, as a TypeScript module.
///
/// The type says what the document says: an enumeration is a union of literals, a parameter that
/// is always required is not optional. What depends on other parameters, a type cannot say.
///
/// ```
/// use kvspec::{Profile, export};
/// let profile = Profile::by_id("alibaba.create-instance.cn").unwrap();
/// assert!(export::typescript(profile).contains(r#"ChargeType?: "PrePaid" | "PostPaid" | null;"#));
/// ```
#[must_use]
pub fn typescript(profile: &'static Profile) -> String {
    let mut out = String::from("// Generated from the tables of kvspec; do not edit.\n");
    write_request(&mut out, profile);
    out
}

/// Everything that the TypeScript face of the library is typed with: profiles, their requests,
/// codes, and findings with the arguments of each code.
#[must_use]
pub fn typescript_module() -> String {
    let mut out = String::from("// Generated from the tables of kvspec; do not edit.\n");
    for profile in PROFILES {
        write_request(&mut out, profile);
    }
    let ids: Vec<String> = PROFILES.iter().map(|profile| quoted(profile.id)).collect();
    let _ = writeln!(
        out,
        "\n/** Identifier of a profile. */\nexport type ProfileId = {};",
        ids.join(" | ")
    );
    out.push_str("\n/** The request type of each profile. */\nexport interface Requests {\n");
    for profile in PROFILES {
        let _ = writeln!(out, "  {}: {};", quoted(profile.id), type_name(profile));
    }
    out.push_str("}\n");
    write_lists(&mut out);
    for (name, severity, doc) in [
        (
            "ErrorCode",
            Severity::Error,
            "A code of what a document says is wrong.",
        ),
        (
            "WarningCode",
            Severity::Warning,
            "A code of what very likely does not do what its author wants.",
        ),
        (
            "InfoCode",
            Severity::Info,
            "A code of what is worth knowing before paying.",
        ),
    ] {
        let codes: Vec<String> = codes()
            .filter(|code| code.severity() == severity)
            .map(|code| format!("\n  | {}", quoted(code.name())))
            .collect();
        let _ = writeln!(
            out,
            "\n/** {doc} */\nexport type {name} ={};",
            codes.concat()
        );
    }
    out.push_str(
        "\n/** A kind of finding. */\nexport type Code = ErrorCode | WarningCode | InfoCode;\n",
    );
    out.push_str("\n/** How much a finding matters; only errors make a request invalid. */\nexport type Severity = \"error\" | \"warning\" | \"info\";\n");
    out.push_str("\n/** A character that a finding lists, or for a secret no more than its kind. */\nexport type CharacterCount =\n  | { readonly character: string; readonly count: number }\n  | { readonly kind: string; readonly count: number };\n");
    out.push_str("\n/** The arguments that the findings of each code carry. */\nexport interface Arguments {\n");
    for code in codes() {
        let members: Vec<String> = code
            .arguments()
            .iter()
            .map(|each| {
                let optional = if each.optional { "?" } else { "" };
                format!("readonly {}{optional}: {}", each.name, argument(each.kind))
            })
            .collect();
        let shape = if members.is_empty() {
            "Readonly<Record<string, never>>".to_owned()
        } else {
            format!("{{ {} }}", members.join("; "))
        };
        let _ = writeln!(
            out,
            "  /** {} */\n  {}: {shape};",
            code.info().title.get(Locale::En),
            quoted(code.name()),
        );
    }
    out.push_str("}\n");
    out
}

/// What the elements of lists are that a request holds as JSON text: `string` is all that its own
/// type says of them.
fn write_lists(out: &mut String) {
    out.push_str("\n/** The elements of lists that travel as JSON text, by the parameter that holds them. */\nexport interface Lists {\n");
    for profile in PROFILES {
        let lists: Vec<String> = (profile.request.parameters.iter())
            .filter(|parameter| matches!(parameter.kind, Kind::JsonArray(_)))
            .map(|parameter| {
                let name = parameter.name;
                format!("{name}: {}", object_name(profile, &format!("/{name}/*")))
            })
            .collect();
        if !lists.is_empty() {
            let _ = writeln!(out, "  {}: {{ {} }};", quoted(profile.id), lists.join("; "));
        }
    }
    out.push_str("}\n");
}

/// The codes that this build can give.
fn codes() -> impl Iterator<Item = &'static Code> {
    let given = |code: &&Code| cfg!(feature = "formats") || code.is_of_requests();
    Code::ALL.iter().filter(given)
}

const fn argument(kind: ArgumentKind) -> &'static str {
    match kind {
        ArgumentKind::Number => "number",
        ArgumentKind::Text | ArgumentKind::Term => "string",
        ArgumentKind::Texts | ArgumentKind::Terms => "readonly string[]",
        ArgumentKind::Characters => "readonly CharacterCount[]",
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// `alibaba.create-instance.cn` as a type: `AlibabaCreateInstanceCn`.
fn type_name(profile: &Profile) -> String {
    profile.id.split(['.', '-']).map(capitalised).collect()
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_ascii_uppercase())
        .into_iter()
        .chain(letters)
        .collect()
}

fn write_request(out: &mut String, profile: &'static Profile) {
    let mut objects: Vec<(String, &'static Object)> = Vec::new();
    profile.visit_objects(&mut |at, object| objects.push((at.to_owned(), object)));
    // What is used stands before what uses it.
    for (at, object) in objects.iter().rev() {
        let name = object_name(profile, at);
        let title = if at.is_empty() {
            format!("{} (`{}`)", profile.title.en, profile.operation)
        } else {
            format!("`{at}` of {}", profile.operation)
        };
        let _ = writeln!(out, "\n/** {title}. */\nexport interface {name} {{");
        for parameter in object.parameters {
            write_member(out, profile, at, parameter);
        }
        out.push_str("}\n");
    }
}

fn object_name(profile: &Profile, at: &str) -> String {
    let mut name = type_name(profile);
    for part in at.split('/').filter(|part| !part.is_empty()) {
        if part == "*" {
            name.push_str("Element");
        } else {
            name.push_str(&capitalised(part));
        }
    }
    name
}

fn write_member(out: &mut String, profile: &Profile, at: &str, parameter: &'static Parameter) {
    let hint = parameter.hint.en.replace("*/", "*\\/");
    let label = parameter.label.en;
    let colon = if label.is_empty() || hint.is_empty() {
        ""
    } else {
        ": "
    };
    let default = parameter
        .default
        .map(|default| format!(" Default: `{default}`."))
        .unwrap_or_default();
    let comment = format!("{label}{colon}{hint}{default}");
    if !comment.is_empty() {
        let _ = writeln!(out, "  /** {} */", comment.trim_start());
    }
    let required = parameter.need == Need::Required;
    let (mark, null) = if required { ("", "") } else { ("?", " | null") };
    let _ = writeln!(
        out,
        "  {}{mark}: {}{null};",
        parameter.name,
        value_type(profile, at, parameter)
    );
}

fn value_type(profile: &Profile, at: &str, parameter: &'static Parameter) -> String {
    let text = profile.wire == Wire::QUERY;
    let literals =
        |values: &mut dyn Iterator<Item = String>| values.collect::<Vec<_>>().join(" | ");
    let numbers = |allowed: &[u32]| {
        // A documented Long or Integer may come as text or as a number; a String as text only.
        let mut values: Vec<String> = Vec::new();
        if text {
            values.extend(allowed.iter().map(|number| format!("\"{number}\"")));
        }
        if !text || !parameter.kind.is_text() {
            values.extend(allowed.iter().map(u32::to_string));
        }
        values.join(" | ")
    };
    match (parameter.kind, parameter.constraint) {
        (Kind::Object(_), _) => object_name(profile, &format!("{at}/{}", parameter.name)),
        (Kind::JsonArray(_), _) => "string".to_owned(),
        (Kind::Objects(..), _) => {
            let element = object_name(profile, &format!("{at}/{}/*", parameter.name));
            format!("readonly {element}[]")
        }
        (Kind::Texts(_), _) => "readonly string[]".to_owned(),
        (Kind::Map(_), Constraint::Settings(_)) => {
            "Readonly<Record<string, string | number | boolean>>".to_owned()
        }
        (Kind::Map(_), _) => "Readonly<Record<string, string>>".to_owned(),
        (Kind::Anything, _) => "Readonly<Record<string, unknown>>".to_owned(),
        (_, Constraint::OneOf(values)) => literals(&mut values.iter().map(|value| quoted(value))),
        (kind, Constraint::Boolean) if text => {
            let words = "\"true\" | \"false\"".to_owned();
            if kind.is_text() {
                words
            } else {
                format!("{words} | boolean")
            }
        }
        (Kind::Boolean, _) if text => "\"true\" | \"false\" | boolean".to_owned(),
        (Kind::Boolean, _) => "boolean".to_owned(),
        (_, Constraint::Integers(allowed)) => numbers(allowed),
        (_, Constraint::IntegersBy { cases, .. } | Constraint::IntegersByRule { cases, .. }) => {
            let mut all: Vec<u32> = cases
                .iter()
                .flat_map(|(_, allowed)| *allowed)
                .copied()
                .collect();
            all.sort_unstable();
            all.dedup();
            numbers(&all)
        }
        (Kind::Long | Kind::Integer, _) if text => "number | string".to_owned(),
        (Kind::Long | Kind::Integer, _) => "number".to_owned(),
        (Kind::Untyped, _) => "string | number | boolean".to_owned(),
        _ => "string".to_owned(),
    }
}
