//! The order as a JSON Schema written by hand: plainer, and to the validators faster, than the
//! one that kvspec exports, which also takes what kvspec takes (white space around values,
//! numbers in the place of texts).

use serde_json::{Value, json};

/// The schema. `json-object` is a format of our own: a text that holds a JSON object.
#[must_use]
pub fn plain() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
            "RegionId": {"type": "string"},
            "ZoneId": {"type": "string"},
            "InstanceClass": {"type": "string"},
            "Capacity": {"type": "integer", "minimum": 1},
            "Token": {"type": "string", "maxLength": 64, "pattern": "^[\\x00-\\x7f]*$"},
            "InstanceName": {
                "type": "string", "minLength": 2, "maxLength": 128,
                "pattern": "^[A-Za-z\\p{Script=Han}][^\\s@/:=\"“”<>{\\[\\]}]*$"
            },
            "Password": {
                "type": "string", "minLength": 8, "maxLength": 32,
                "pattern": "^[A-Za-z0-9!@#$%^&*()_+=-]*$",
                "anyOf": [
                    {"allOf": [{"pattern": "[A-Z]"}, {"pattern": "[a-z]"}, {"pattern": "[0-9]"}]},
                    {"allOf": [{"pattern": "[A-Z]"}, {"pattern": "[a-z]"}, {"pattern": "[!@#$%^&*()_+=-]"}]},
                    {"allOf": [{"pattern": "[A-Z]"}, {"pattern": "[0-9]"}, {"pattern": "[!@#$%^&*()_+=-]"}]},
                    {"allOf": [{"pattern": "[a-z]"}, {"pattern": "[0-9]"}, {"pattern": "[!@#$%^&*()_+=-]"}]}
                ]
            },
            "Config": {"type": "string", "format": "json-object"},
            "ChargeType": {"enum": ["PrePaid", "PostPaid"]},
            "Period": {"enum": ["1", "2", "3", "4", "5", "6", "7", "8", "9", "12", "24", "36"]},
            "NetworkType": {"enum": ["CLASSIC", "VPC"]},
            "VpcId": {"type": "string"},
            "VSwitchId": {"type": "string"},
            "EngineVersion": {"enum": ["2.8", "4.0", "5.0"]},
            "AutoRenew": {"enum": ["true", "false"]},
            "AutoRenewPeriod": {"enum": ["1", "2", "3", "6", "12"]},
            "PrivateIpAddress": {"type": "string", "format": "ipv4"}
        },
        "required": ["RegionId"],
        "anyOf": [{"required": ["InstanceClass"]}, {"required": ["Capacity"]}],
        "allOf": [
            {
                "if": {"properties": {"ChargeType": {"const": "PrePaid"}}, "required": ["ChargeType"]},
                "then": {"required": ["Period"]}
            },
            {
                "if": {"properties": {"ChargeType": {"const": "PostPaid"}}},
                "then": {"properties": {"Period": false}}
            },
            {
                "if": {"properties": {"AutoRenew": {"const": "true"}}, "required": ["AutoRenew"]},
                "then": {"required": ["AutoRenewPeriod"]}
            }
        ]
    })
}

/// The plain schema, and the one that kvspec exports, compiled by `jsonschema`.
#[derive(Debug)]
pub struct Schemas {
    /// From the plain schema.
    pub plain: jsonschema::Validator,
    /// From the exported schema.
    pub exported: jsonschema::Validator,
}

impl Schemas {
    /// Compiles both.
    ///
    /// # Panics
    ///
    /// When a schema is none.
    #[must_use]
    pub fn new() -> Self {
        let profile = &kvspec::documents::ALIBABA_CREATE_INSTANCE_CN;
        let exported = kvspec::export::json_schema(profile, kvspec::Locale::En);
        Self {
            plain: jsonschema::draft202012::options()
                .with_format("json-object", |text: &str| crate::hand::json_object(text))
                .should_validate_formats(true)
                .build(&plain())
                .expect("a schema"),
            exported: jsonschema::draft202012::new(&exported).expect("a schema"),
        }
    }
}

impl Default for Schemas {
    fn default() -> Self {
        Self::new()
    }
}

/// The plain schema, compiled by `boon`.
#[expect(missing_debug_implementations, reason = "boon has none")]
pub struct Boon {
    schemas: boon::Schemas,
    index: boon::SchemaIndex,
}

impl Boon {
    /// Compiles the schema.
    ///
    /// # Panics
    ///
    /// When it is none.
    #[must_use]
    pub fn new() -> Self {
        let mut schemas = boon::Schemas::new();
        let mut compiler = boon::Compiler::new();
        compiler.enable_format_assertions();
        compiler.register_format(boon::Format {
            name: "json-object",
            func: |value| match value {
                Value::String(text) if !crate::hand::json_object(text) => {
                    Err("not a JSON object".into())
                }
                _ => Ok(()),
            },
        });
        compiler
            .add_resource("http://localhost/order.json", plain())
            .expect("a resource");
        let index = compiler
            .compile("http://localhost/order.json", &mut schemas)
            .expect("a schema");
        Self { schemas, index }
    }

    /// The verdict.
    #[must_use]
    pub fn is_valid(&self, value: &Value) -> bool {
        self.schemas.validate(value, self.index).is_ok()
    }
}

impl Default for Boon {
    fn default() -> Self {
        Self::new()
    }
}
