//! The JSON Schema of a profile in full.

use serde_json::{Value, json};

use super::pattern::DRAFT;
use super::profile::PROFILE_SCHEMA;
use crate::documents::PROFILES;

/// The JSON Schema (2020-12) of what `kvspec profiles --profile ID --format json` writes:
/// `kvspec/profile/v1`.
///
/// ```
/// let schema = kvspec::export::profile_schema();
/// assert_eq!(schema["properties"]["schema"]["const"], "kvspec/profile/v1");
/// ```
#[must_use]
pub fn profile_schema() -> Value {
    let ids: Vec<&str> = PROFILES.iter().map(|profile| profile.id).collect();
    let text = json!({"type": "string"});
    let bilingual = json!({"$ref": "#/$defs/text"});
    let source = json!({"$ref": "#/$defs/citation"});
    let pointer = json!({
        "type": "string", "pattern": "^(/.*)?$",
        "description": "a JSON Pointer, `*` for the elements of a list",
    });
    let pointers = json!({"type": "array", "items": pointer});
    let texts = json!({"type": "array", "items": text});
    let unit = json!({"enum": ["month", "MB", "MB/s", "count", "chargeUnit"], "description": "`chargeUnit`: that parameter says"});
    let object = |required: &[&str], properties: Value| json!({"type": "object", "required": required, "properties": properties, "additionalProperties": false});
    let list = |name: &str| json!({"type": "array", "items": {"$ref": format!("#/$defs/{name}")}});
    let mut schema = object(
        &[
            "schema",
            "profile",
            "title",
            "operation",
            "document",
            "edition",
            "wire",
            "see",
            "notes",
            "parameters",
            "oldNames",
            "response",
            "contradictions",
            "differences",
            "sample",
        ],
        json!({
            "schema": {"const": PROFILE_SCHEMA},
            "profile": {"enum": ids},
            "title": bilingual,
            "operation": text,
            "document": text,
            "page": {"type": "string", "description": "where its provider keeps it, or has put a newer edition"},
            "edition": bilingual,
            "since": {"type": "string", "format": "date", "description": "the day from which it holds"},
            "supersedes": {"enum": ids},
            "supersededBy": {"enum": ids},
            "wire": {"enum": ["json", "query", "template"]},
            "endpoint": {"$ref": "#/$defs/endpoint"},
            "api": {"$ref": "#/$defs/api"},
            "authorisation": {"$ref": "#/$defs/authorisation"},
            "see": list("link"),
            "notes": list("note"),
            "parameters": list("parameter"),
            "oldNames": list("oldName"),
            "response": list("field"),
            "contradictions": list("contradiction"),
            "differences": list("difference"),
            "sample": {"type": "object", "description": "a request without error or warning"},
        }),
    );
    schema["$schema"] = DRAFT.into();
    schema["$id"] = format!("urn:{}", PROFILE_SCHEMA.replace('/', ":")).into();
    schema["title"] = "A profile of kvspec in full".into();
    schema["$defs"] = json!({
        "text": object(&["en", "zh"], json!({"en": text, "zh": text})),
        "citation": object(
            &["document", "section", "quote"],
            json!({"document": text, "section": text, "quote": text}),
        ),
        "endpoint": object(&["url", "source"], json!({
            "method": {"enum": ["GET", "POST"]},
            "url": {"type": "string", "description": "a path parameter stands in braces"},
            "success": {"type": "integer", "description": "the status that means success"},
            "source": source,
        })),
        "api": object(
            &["product", "version", "source"],
            json!({"product": text, "version": text, "source": source}),
        ),
        "authorisation": object(
            &["action", "accessLevel", "resourceType", "resource", "conditionKeys", "dependentActions", "source"],
            json!({
                "action": text,
                "accessLevel": {"enum": ["create", "list", "get", "update", "delete"]},
                "resourceType": text,
                "resource": text,
                "conditionKeys": texts,
                "dependentActions": texts,
                "source": source,
            }),
        ),
        "link": object(&["about", "title", "target", "source"], json!({
            "about": pointers,
            "title": bilingual,
            "target": {"type": "string", "description": "an address, the title of a page, or an operation that answers"},
            "source": source,
        })),
        "note": object(&["id", "topic", "about", "text", "source"], json!({
            "id": text,
            "topic": {"enum": ["procedure", "billing", "availability", "afterwards"]},
            "about": pointers,
            "values": {"type": "array", "items": text, "description": "of that parameter; absent for all"},
            "text": bilingual,
            "source": source,
        })),
        "parameter": object(
            &["path", "name", "type", "required", "common", "secret", "label", "hint", "describes", "source"],
            json!({
                "path": pointer,
                "name": text,
                "type": {"enum": ["String", "Long", "Integer", "Boolean", "Object", "Array"]},
                "required": {"enum": ["always", "on-wire", "optional"]},
                "common": {"type": "boolean", "description": "one of the provider's common parameters"},
                "secret": {"type": "boolean"},
                "label": bilingual,
                "hint": bilingual,
                "default": text,
                "unit": unit,
                "examples": {"type": "array", "items": {"type": ["string", "integer", "boolean"]}},
                "constraint": {
                    "type": "object",
                    "required": ["kind"],
                    "properties": {"kind": text},
                    "description": "as in kvspec/form/v1",
                },
                "items": object(&[], json!({
                    "usual": {"type": "integer"},
                    "most": {"type": "integer"},
                })),
                "describes": bilingual,
                "source": source,
            }),
        ),
        "oldName": object(&["path", "now"], json!({"path": pointer, "now": text})),
        "field": object(&["path", "type", "required", "label", "source"], json!({
            "path": pointer,
            "type": {"enum": ["String", "Time", "Long", "Integer", "Array", "Object"]},
            "required": {"type": "boolean", "description": "the instance cannot be found again without it"},
            "label": bilingual,
            "unit": unit,
            "answers": {"type": "string", "description": "the parameter that it repeats"},
            "source": source,
        })),
        "contradiction": object(&["id", "codes", "statement", "reading"], json!({
            "id": text, "codes": texts, "statement": bilingual, "reading": bilingual,
        })),
        "difference": object(&["path", "aspect", "theirs", "reason"], json!({
            "path": pointer,
            "aspect": {"enum": [
                "missing", "superfluous", "type", "values", "minimum", "maximum", "length", "default", "required",
            ]},
            "theirs": {"type": "string", "description": "what the vendor's package says; `*` for whatever it says"},
            "contradiction": {"type": "string", "description": "one of the contradictions"},
            "reason": bilingual,
        })),
    });
    schema
}
