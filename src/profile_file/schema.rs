//! The JSON Schema of a file with a profile, for editors.

use serde_json::{Map, Value, json};

use super::check::{BOTH, KIND};
use super::keys::{Key, Kinds, ROOT, Record, Shape};

/// The JSON Schema (draft 2020-12) of a file with a profile, made from the table by which the file
/// is read. What only the reader sees, such as references to parameters that are not there, is not
/// expressed.
#[must_use]
pub fn schema() -> Value {
    let mut writer = Writer { defs: Map::new() };
    let mut schema = writer.object(ROOT.keys, None);
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    schema["title"] = "kvspec profile".into();
    schema["description"] = ROOT.about.into();
    schema["$defs"] = writer.defs.into();
    schema
}

struct Writer {
    defs: Map<String, Value>,
}

impl Writer {
    fn of(&mut self, shape: Shape) -> Value {
        match shape {
            Shape::Text => json!({"type": "string"}),
            Shape::Line | Shape::Reference => json!({"type": "string", "minLength": 1}),
            Shape::Name => json!({"type": "string", "minLength": 1, "pattern": "^[^/]+$"}),
            Shape::Day => json!({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
            Shape::Flag => json!({"type": "boolean"}),
            Shape::Whole(u64::MAX) => json!({"type": "integer", "minimum": 0}),
            Shape::Whole(most) => json!({"type": "integer", "minimum": 0, "maximum": most}),
            Shape::Json => json!({}),
            Shape::Object => json!({"type": "object"}),
            Shape::Word(words) => json!({"enum": words.all()}),
            Shape::Bilingual => self.define("bilingual", |writer| {
                let both = writer.object(BOTH, None);
                json!({
                    "description": "One text for both languages, or one for each.",
                    "anyOf": [{"type": "string", "minLength": 1}, both],
                })
            }),
            Shape::List(inner, least) => {
                let mut list = json!({"type": "array", "items": self.of(*inner)});
                if least > 0 {
                    list["minItems"] = least.into();
                }
                list
            }
            Shape::Map(inner) => {
                json!({"type": "object", "additionalProperties": self.of(*inner)})
            }
            Shape::Record(record) => self.record(record),
            Shape::Kinds(kinds) => self.kinds(kinds),
        }
    }

    /// A reference to a definition, which is made where it is first asked for.
    fn define(&mut self, name: &str, make: impl FnOnce(&mut Self) -> Value) -> Value {
        if !self.defs.contains_key(name) {
            // What refers to itself finds its place taken.
            self.defs.insert(name.to_owned(), Value::Null);
            let schema = make(self);
            self.defs.insert(name.to_owned(), schema);
        }
        json!({"$ref": format!("#/$defs/{name}")})
    }

    fn record(&mut self, record: &'static Record) -> Value {
        self.define(record.name, |writer| {
            let mut schema = writer.object(record.keys, None);
            schema["description"] = record.about.into();
            schema
        })
    }

    fn kinds(&mut self, kinds: &'static Kinds) -> Value {
        self.define(kinds.name, |writer| {
            let mut forms = Vec::new();
            for kind in kinds.forms {
                if !kind.keys.iter().any(|key| key.required) {
                    forms.push(json!({"const": kind.name, "description": kind.about}));
                }
                let mut form = writer.object(kind.keys, Some(kind.name));
                form["description"] = kind.about.into();
                forms.push(form);
            }
            json!({"description": kinds.about, "anyOf": forms})
        })
    }

    fn object(&mut self, keys: &'static [Key], kind: Option<&str>) -> Value {
        let mut properties = Map::new();
        let mut required: Vec<&str> = Vec::new();
        if let Some(kind) = kind {
            properties.insert(KIND.to_owned(), json!({"const": kind}));
            required.push(KIND);
        }
        for key in keys {
            let mut schema = self.of(key.shape);
            schema["description"] = key.about.into();
            properties.insert(key.name.to_owned(), schema);
            required.extend(key.required.then_some(key.name));
        }
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
}
