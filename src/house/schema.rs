//! The JSON Schema of `kvspec.toml`, for editors.

use serde_json::{Map, Value, json};

use super::keys::{Key, LEAST, LEVELS, MESSAGE_KEYS, ROOT, Shape};
use super::target::{Named, named, parameter_names};
use crate::diagnostic::Code;
use crate::diagnostic::Pack;
use crate::documents::notions::BILLING;
use crate::words::Bilingual;

/// The JSON Schema (draft 2020-12) of a `kvspec.toml`, made from the table by which the file is
/// read: the same keys, each described in English and Chinese.
#[must_use]
pub fn schema() -> Value {
    let mut schema = object(ROOT);
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    schema["title"] = "kvspec.toml".into();
    schema["description"] = described(Bilingual::new(
        "House rules for cloud Redis orders, read by kvspec.",
        "云 Redis 订单的团队规则，由 kvspec 读取。",
    ));
    schema["$defs"] = json!({
        "level": level(),
        "message": message(),
        "severities": severities(),
        "parameter": parameters(|_| true),
        "open-parameter": parameters(|name| named(name) == Named::Plain),
        "charge-type": charge_types(),
    });
    schema
}

fn described(text: Bilingual) -> Value {
    Value::from(format!("{}\n\n{}", text.en, text.zh))
}

fn object(keys: &[Key]) -> Value {
    let properties: Map<String, Value> = keys
        .iter()
        .map(|key| {
            let mut schema = of(key.shape);
            schema["description"] = described(key.about);
            (key.name.to_owned(), schema)
        })
        .collect();
    let required: Vec<&str> = keys
        .iter()
        .filter(|key| key.required)
        .map(|key| key.name)
        .collect();
    let mut schema = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    if !required.is_empty() {
        schema["required"] = required.into();
    }
    schema
}

fn of(shape: Shape) -> Value {
    let defined = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    match shape {
        Shape::Line | Shape::ValueGlob | Shape::PathGlob => {
            json!({ "type": "string", "minLength": 1 })
        }
        Shape::Pattern => json!({ "type": "string", "minLength": 1, "format": "regex" }),
        Shape::Class => {
            json!({ "type": "string", "minLength": 1, "maxLength": 64, "pattern": "^\\S+$" })
        }
        Shape::Message => defined("message"),
        Shape::Pack => json!({ "type": "string", "enum": Pack::ids().collect::<Vec<_>>() }),
        Shape::Megabytes => json!({ "type": "integer", "minimum": 1 }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Level => defined("level"),
        Shape::Least => json!({ "type": "string", "enum": LEAST }),
        Shape::Severities => defined("severities"),
        Shape::Parameter => defined("parameter"),
        Shape::OpenParameter => defined("open-parameter"),
        Shape::ChargeType => defined("charge-type"),
        Shape::List(inner) => json!({ "type": "array", "minItems": 1, "items": of(*inner) }),
        Shape::Table(keys) => object(keys),
        Shape::Short(short, keys) => json!({ "anyOf": [of(*short), object(keys)] }),
    }
}

fn level() -> Value {
    json!({ "type": "string", "enum": LEVELS })
}

fn message() -> Value {
    json!({ "anyOf": [of(Shape::Line), object(MESSAGE_KEYS)] })
}

fn severities() -> Value {
    let codes: Map<String, Value> = Code::ALL
        .iter()
        .filter(|code| **code != Code::Syntax)
        .map(|code| {
            let mut schema = of(Shape::Level);
            schema["description"] = described(code.info().title);
            (code.name().to_owned(), schema)
        })
        .collect();
    json!({ "type": "object", "properties": codes, "additionalProperties": false })
}

fn parameters(wanted: impl Fn(&str) -> bool) -> Value {
    let names: Vec<&str> = parameter_names()
        .into_iter()
        .filter(|name| wanted(name))
        .collect();
    json!({ "type": "string", "enum": names })
}

fn charge_types() -> Value {
    let names: Vec<&str> = BILLING
        .choices
        .iter()
        .flat_map(|choice| choice.names)
        .copied()
        .collect();
    json!({ "type": "string", "enum": names })
}
