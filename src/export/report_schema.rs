//! The JSON Schema of the published report, from the catalogue of codes.

use serde_json::{Map, Value, json};

use super::pattern::DRAFT;
use crate::diagnostic::{ArgumentKind, Code, Locale};
use crate::documents::PROFILES;
use crate::report::SCHEMA;
use crate::spec_format::SpecFormat;

/// The JSON Schema (2020-12) of the report `kvspec/report/v1`. Its findings are discriminated by
/// their code, each with the arguments of its own.
///
/// ```
/// let schema = kvspec::export::report_schema();
/// assert_eq!(schema["properties"]["schema"]["const"], "kvspec/report/v1");
/// ```
#[must_use]
pub fn report_schema() -> Value {
    let profiles: Vec<&str> = PROFILES.iter().map(|profile| profile.id).collect();
    let count = json!({"type": "integer", "minimum": 0});
    let counts = json!({
        "specs": count, "errors": count, "warnings": count, "infos": count, "hidden": count,
        "passed_over": {"type": "integer", "minimum": 0, "description": "files that hold no order"},
        "omitted": {"type": "integer", "minimum": 0, "description": "findings that were left out because there were too many"},
    });
    let formats: Vec<&str> = SpecFormat::ALL.iter().map(|format| format.id()).collect();
    let codes: Vec<Value> = Code::ALL.iter().map(|code| of_code(*code)).collect();
    json!({
        "$schema": DRAFT,
        "$id": format!("urn:{}", SCHEMA.replace('/', ":")),
        "title": "Report of kvspec",
        "type": "object",
        "required": ["schema", "summary", "specs"],
        "properties": {
            "schema": {"const": SCHEMA},
            "summary": {
                "type": "object",
                "required": ["specs", "errors", "warnings", "infos"],
                "properties": counts,
            },
            "specs": {"type": "array", "items": {"$ref": "#/$defs/spec"}},
        },
        "$defs": {
            "spec": {
                "type": "object",
                "required": ["source", "index", "format", "name", "profile", "valid", "unknown", "diagnostics"],
                "properties": {
                    "source": {"type": "string", "description": "the file, or <stdin>"},
                    "index": {"type": "integer", "minimum": 0, "description": "place among the requests of its file"},
                    "line": {"type": "integer", "minimum": 1},
                    "format": {"enum": formats, "description": "what the request is written in"},
                    "name": {"type": ["string", "null"], "description": "what its file calls it"},
                    "unknown": {"type": "integer", "minimum": 0, "description": "parameters that are not known before a tool runs, wholly or in part"},
                    "profile": {"enum": profiles.iter().map(|id| Value::from(*id)).chain([Value::Null]).collect::<Vec<_>>()},
                    "inferred": {"type": "boolean"},
                    "valid": {"type": "boolean", "description": "no document says that the request is wrong"},
                    "hidden": count,
                    "unchecked": {"type": "string", "description": "why the request was not checked"},
                    "diagnostics": {"type": "array", "items": {"$ref": "#/$defs/diagnostic"}},
                },
            },
            "diagnostic": {
                "type": "object",
                "required": ["code", "severity", "path", "message", "help", "args"],
                "properties": {
                    "code": {"enum": Code::ALL.iter().map(|code| code.name()).collect::<Vec<_>>()},
                    "severity": {"enum": ["error", "warning", "info"]},
                    "path": {"type": "string", "format": "json-pointer"},
                    "parameter": {"type": "string"},
                    "message": {"type": "string"},
                    "help": {"type": "string"},
                    "provider_code": {"type": "string"},
                    "args": {
                        "type": "object",
                        "description": "what the message is made of: figures, names and values as they are written, fixed words, and phrases in the report's language",
                    },
                    "span": {"$ref": "#/$defs/span"},
                    "fix": {"$ref": "#/$defs/fix"},
                    "source": {"$ref": "#/$defs/citation"},
                },
                "oneOf": codes,
            },
            "position": {
                "type": "object",
                "required": ["offset", "line", "column"],
                "properties": {
                    "offset": {"type": "integer", "minimum": 0, "description": "bytes from the beginning of the text"},
                    "line": {"type": "integer", "minimum": 1},
                    "column": {"type": "integer", "minimum": 1, "description": "Unicode code points"},
                },
            },
            "span": {
                "type": "object",
                "required": ["start", "end"],
                "properties": {"start": {"$ref": "#/$defs/position"}, "end": {"$ref": "#/$defs/position"}},
            },
            "fix": {
                "type": "object",
                "required": ["title", "applicability", "edits", "patch"],
                "properties": {
                    "title": {"type": "string"},
                    "applicability": {"enum": ["safe", "unsafe"]},
                    "edits": {"type": "array", "items": {
                        "type": "object",
                        "required": ["start", "end", "text"],
                        "properties": {
                            "start": {"type": "integer", "minimum": 0},
                            "end": {"type": "integer", "minimum": 0},
                            "text": {"type": "string"},
                        },
                    }},
                    "patch": {"type": "array", "description": "a JSON Patch (RFC 6902)", "items": {
                        "type": "object",
                        "required": ["op", "path"],
                    }},
                },
            },
            "citation": {
                "type": "object",
                "required": ["document", "section", "quote"],
                "properties": {
                    "document": {"type": "string"},
                    "section": {"type": "string"},
                    "quote": {"type": "string"},
                },
            },
            "characters": {"type": "array", "items": {
                "type": "object",
                "required": ["count"],
                "properties": {
                    "character": {"type": "string"},
                    "kind": {"type": "string"},
                    "count": {"type": "integer", "minimum": 1},
                },
                "oneOf": [{"required": ["character"]}, {"required": ["kind"]}],
            }},
        },
    })
}

/// What findings of one code look like.
fn of_code(code: Code) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for argument in code.arguments() {
        let schema = match argument.kind {
            ArgumentKind::Number => json!({"type": "integer", "minimum": 0}),
            ArgumentKind::Text | ArgumentKind::Term => json!({"type": "string"}),
            ArgumentKind::Texts | ArgumentKind::Terms => {
                json!({"type": "array", "items": {"type": "string"}})
            }
            ArgumentKind::Characters => json!({"$ref": "#/$defs/characters"}),
        };
        properties.insert(argument.name.to_owned(), schema);
        if !argument.optional {
            required.push(argument.name);
        }
    }
    json!({
        "title": code.info().title.get(Locale::En),
        "properties": {
            "code": {"const": code.name()},
            "args": {
                "properties": properties,
                "required": required,
                "additionalProperties": false,
            },
        },
    })
}
