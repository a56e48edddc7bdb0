//! A profile as JSON Schema (2020-12), for editors and for programs that have a validator.
//!
//! The schema accepts every request without placeholders that the engine accepts. What it cannot express it lists
//! inside itself, under `x-kvspec.notExpressed`.

use serde_json::{Map, Value, json};

use super::pattern::{self, WHITE_SPACE, alternatives, any_case, class, digits};
use crate::diagnostic::{Code, Locale, Severity};
use crate::profile::{
    Bilingual, CharacterClass, Condition, Constraint, Kind, NameCharacters, NameRule, Need, Object,
    Parameter, PasswordCharacters, PasswordRule, Profile, Ref, Rule, Wire,
};
use crate::text::han_members;

/// Something that the schema of a profile cannot express: such a finding is the library's alone.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NotExpressed {
    /// The finding.
    pub code: Code,
    /// JSON Pointer to the parameter, with `*` for the elements of a list; the empty pointer
    /// stands for every place.
    pub path: String,
    /// Why.
    pub reason: Bilingual,
}

/// The JSON Schema (2020-12) of a profile's request, with titles and descriptions in one
/// language.
///
/// ```
/// use kvspec::{Locale, Profile, export};
///
/// let profile = Profile::by_id("alibaba.create-instance.cn").unwrap();
/// let schema = export::json_schema(profile, Locale::En);
/// assert_eq!(schema["properties"]["Capacity"]["title"], "Capacity");
/// ```
#[must_use]
pub fn json_schema(profile: &'static Profile, locale: Locale) -> Value {
    let writer = Writer { profile, locale };
    let mut schema = writer.object("", profile.request);
    schema.insert("$schema".into(), pattern::DRAFT.into());
    schema.insert(
        "$id".into(),
        format!("urn:kvspec:schema:{}", profile.id).into(),
    );
    schema.insert("title".into(), profile.title.get(locale).into());
    let absent = writer.absent_definitions();
    let mut definitions = Map::new();
    for (name, definition) in absent {
        definitions.insert(name.into(), definition);
    }
    profile.visit_objects(&mut |at, object| {
        if at.ends_with("/*") {
            definitions.insert(
                definition_name(at),
                Value::Object(writer.object(at, object)),
            );
        }
    });
    schema.insert("$defs".into(), Value::Object(definitions));
    let unsaid: Vec<Value> = not_expressed(profile)
        .into_iter()
        .map(|each| {
            json!({"code": each.code.name(), "path": each.path, "reason": each.reason.get(locale)})
        })
        .collect();
    schema.insert(
        "x-kvspec".into(),
        json!({
            "profile": profile.id,
            "operation": profile.operation,
            "document": profile.document,
            "notExpressed": unsaid,
        }),
    );
    Value::Object(schema)
}

/// The same schema without our own keyword `x-kvspec`, for validators that take none but those
/// of the draft.
///
/// ```
/// use kvspec::{Locale, Profile, export};
///
/// let profile = Profile::by_id("alibaba.console").unwrap();
/// let schema = export::plain(export::json_schema(profile, Locale::En));
/// assert!(!schema.to_string().contains("x-kvspec"));
/// ```
#[must_use]
pub fn plain(mut schema: Value) -> Value {
    strip(&mut schema);
    schema
}

fn strip(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            members.remove("x-kvspec");
            members.values_mut().for_each(strip);
        }
        Value::Array(elements) => elements.iter_mut().for_each(strip),
        _ => {}
    }
}

/// What the schema of a profile cannot express.
#[must_use]
pub fn not_expressed(profile: &'static Profile) -> Vec<NotExpressed> {
    const PARSED: Bilingual = Bilingual::new(
        "a parsed value has forgotten repeated names",
        "解析后的值不保留重复的名称",
    );
    const RUN: Bilingual = Bilingual::new(
        "a schema sees one request at a time",
        "模式一次只能看到一个请求",
    );
    const LENGTH: Bilingual = Bilingual::new(
        "a schema counts code points, not user-perceived characters: the upper bound holds only for ASCII and unified ideographs",
        "模式按码点计数，而非用户感知字符：上限仅对 ASCII 和统一表意文字有效",
    );
    const LITERAL: Bilingual = Bilingual::new(
        "to a schema 5 and 5.0 are the same number",
        "对模式而言 5 与 5.0 是同一个数",
    );
    const INSIDE: Bilingual = Bilingual::new(
        "a schema cannot look into a string; an array in its place is checked",
        "模式无法检查字符串内部；若直接写成数组则会检查",
    );
    const INSIDE_OBJECT: Bilingual = Bilingual::new(
        "a schema cannot look into a string",
        "模式无法检查字符串内部",
    );
    const NUMBER: Bilingual = Bilingual::new(
        "a schema cannot judge the text of a number",
        "模式无法判断数字的文本",
    );
    const OTHER_CASE: Bilingual = Bilingual::new(
        "of a name in several spellings the last one counts, which a schema cannot tell",
        "同一名称有多种大小写写法时以最后一个为准，模式无法判断",
    );
    let mut list = Vec::new();
    let mut add = |code: Code, path: &str, reason: Bilingual| {
        list.push(NotExpressed {
            code,
            path: path.to_owned(),
            reason,
        });
    };
    add(Code::DuplicateParameter, "", PARSED);
    profile.visit_objects(&mut |at, object| {
        let inside = at.contains("/*");
        if inside {
            for code in Code::ALL {
                if code.severity() == Severity::Error && *code != Code::ParameterCase {
                    add(*code, at, INSIDE);
                }
            }
        }
        if object.lenient_case {
            add(Code::RequiredParameter, at, OTHER_CASE);
        }
        for parameter in object.parameters {
            let path = format!("{at}/{}", parameter.name);
            let as_text = profile.wire == Wire::QUERY;
            match parameter.constraint {
                Constraint::Name(_) => add(Code::NameLength, &path, LENGTH),
                Constraint::Password(rule) => {
                    if !matches!(rule.characters, PasswordCharacters::Special(_)) {
                        add(Code::PasswordLength, &path, LENGTH);
                    }
                    if as_text {
                        add(Code::PasswordLength, &path, NUMBER);
                        add(Code::PasswordForbiddenCharacter, &path, NUMBER);
                        add(Code::PasswordCharacterClasses, &path, NUMBER);
                    }
                }
                Constraint::Description { .. } => add(Code::DescriptionLength, &path, LENGTH),
                Constraint::Token { .. } => {
                    add(Code::TokenReused, &path, RUN);
                    add(Code::TokenLength, &path, NUMBER);
                }
                Constraint::OneOf(values) if as_text && values.iter().any(|v| is_number(v)) => {
                    add(Code::InvalidValue, &path, LITERAL);
                }
                Constraint::Integers(_) | Constraint::IntegersBy { .. } => {
                    let code = if as_text {
                        Code::InvalidValue
                    } else {
                        Code::TypeMismatch
                    };
                    add(code, &path, LITERAL);
                }
                Constraint::Range { .. } => add(Code::InvalidValue, &path, LITERAL),
                Constraint::Config(_) | Constraint::Activity => {
                    add(Code::MalformedJson, &path, INSIDE_OBJECT);
                }
                _ => {}
            }
            if let Kind::JsonArray(_) = parameter.kind {
                for code in [Code::MalformedJson, Code::EmptyList] {
                    add(code, &path, INSIDE);
                }
            }
        }
    });
    list
}

fn is_number(text: &str) -> bool {
    text.parse::<f64>().is_ok()
}

fn definition_name(at: &str) -> String {
    let name: Vec<&str> = at
        .split('/')
        .filter(|part| !part.is_empty() && *part != "*")
        .collect();
    format!("{}-element", name.join("-"))
}

/// How a value can be absent without being left out.
#[derive(Clone, Copy)]
enum Blank {
    /// `null` alone.
    Null,
    /// `null` or the empty string.
    Empty,
    /// `null`, the empty string, or white space alone.
    WhiteSpace,
}

impl Blank {
    const fn of(parameter: &Parameter, wire: Wire) -> Self {
        match (wire.is_strict, parameter.kind) {
            (true, Kind::String) => Self::Empty,
            (true, _) => Self::Null,
            (false, kind) if kind.is_container() && !matches!(kind, Kind::JsonArray(_)) => {
                Self::Null
            }
            (false, _) if parameter.verbatim => Self::Empty,
            (false, _) => Self::WhiteSpace,
        }
    }

    fn schema(self) -> Value {
        match self {
            Self::Null => json!({"type": "null"}),
            Self::Empty => json!({"$ref": "#/$defs/empty"}),
            Self::WhiteSpace => json!({"$ref": "#/$defs/blank"}),
        }
    }
}

struct Writer {
    profile: &'static Profile,
    locale: Locale,
}

impl Writer {
    fn absent_definitions(&self) -> Vec<(&'static str, Value)> {
        let mut list = vec![("empty", json!({"enum": [null, ""]}))];
        if !self.profile.wire.is_strict {
            list.push((
                "blank",
                json!({"type": ["null", "string"], "pattern": format!("^{WHITE_SPACE}*$")}),
            ));
        }
        list
    }

    fn object(&self, at: &str, object: &'static Object) -> Map<String, Value> {
        let mut out = Map::new();
        out.insert("type".into(), "object".into());
        let mut properties = Map::new();
        for parameter in object.parameters {
            properties.insert(parameter.name.into(), self.parameter(at, parameter));
        }
        out.insert("properties".into(), Value::Object(properties));
        let mut all = Vec::new();
        let mut required = Vec::new();
        for parameter in object.parameters {
            if parameter.need == Need::Required {
                if object.lenient_case {
                    all.push(not(&self.surely_absent(object, parameter)));
                } else {
                    required.push(Value::from(parameter.name));
                    all.push(json!({"properties": {
                        (parameter.name): not(&Blank::of(parameter, self.profile.wire).schema())
                    }}));
                }
            }
            if let Constraint::IntegersBy { decided_by, cases } = parameter.constraint {
                let decider = &object.parameters[usize::from(decided_by.index)];
                for (value, numbers) in cases {
                    if let Some(condition) = self.surely_is(object, decider, value) {
                        let path = format!("{at}/{}", parameter.name);
                        let allowed = Constraint::Integers(numbers);
                        all.push(json!({
                            "if": condition,
                            "then": {"properties": {(parameter.name): self.value(&path, parameter, allowed)}},
                        }));
                    }
                }
            }
        }
        if !required.is_empty() {
            out.insert("required".into(), Value::Array(required));
        }
        for rule in object.rules {
            if rule.code.severity() == Severity::Error {
                all.extend(self.rule(object, rule));
            }
        }
        if !object.lenient_case {
            // Beside the exact name any other spelling of it is just unknown; with `null` it is as
            // good as not there.
            for parameter in object.parameters {
                let spelling = format!("^{}$", any_case(parameter.name));
                all.push(json!({"anyOf": [
                    {"required": [parameter.name]},
                    {"patternProperties": {spelling: {"type": "null"}}},
                ]}));
            }
        }
        if !all.is_empty() {
            out.insert("allOf".into(), Value::Array(all));
        }
        out
    }

    fn parameter(&self, at: &str, parameter: &'static Parameter) -> Value {
        let path = format!("{at}/{}", parameter.name);
        let mut schema = self.value(&path, parameter, parameter.constraint);
        if let Value::Object(members) = &mut schema {
            let texts = [("title", parameter.label), ("description", parameter.hint)];
            for (name, text) in texts {
                let text = text.get(self.locale);
                if !text.is_empty() {
                    members.insert(name.into(), text.into());
                }
            }
            if let Some(default) = parameter.default {
                let default = match parameter.kind {
                    Kind::Boolean => Value::Bool(default == "true"),
                    _ => default.into(),
                };
                members.insert("default".into(), default);
            }
            if parameter.secret {
                members.insert("writeOnly".into(), true.into());
            }
            let mut own = json!({
                "type": parameter.kind.name(),
                "document": parameter.citation.document,
                "section": parameter.citation.section,
                "quote": parameter.citation.quote,
            });
            let (unit, examples) = super::unit_and_examples(self.profile, &path, parameter);
            if let Some(unit) = unit {
                own["unit"] = unit.into();
            }
            if !examples.is_empty() {
                members.insert("examples".into(), Value::Array(examples));
            }
            members.insert("x-kvspec".into(), own);
        }
        schema
    }

    /// The values of a parameter that has this constraint, and the ways to be absent.
    fn value(&self, path: &str, parameter: &'static Parameter, constraint: Constraint) -> Value {
        let mut any = vec![Blank::of(parameter, self.profile.wire).schema()];
        if self.profile.wire.is_strict {
            any.push(self.strict_value(path, parameter, constraint));
        } else {
            any.extend(self.wire_values(path, parameter, constraint));
        }
        json!({"anyOf": any})
    }

    /// Values of a request that travels as text: numbers and booleans count as their text.
    fn wire_values(
        &self,
        path: &str,
        parameter: &'static Parameter,
        constraint: Constraint,
    ) -> Vec<Value> {
        let word = |values: &str| {
            let pattern = format!("^{WHITE_SPACE}*(?:{values}){WHITE_SPACE}*$");
            json!({"type": "string", "pattern": pattern})
        };
        if let Kind::Object(inner) = parameter.kind {
            // Where it may be that nothing inside counts, nothing inside is refused.
            return vec![match inner.idle_when {
                Some(_) => json!({"type": "object"}),
                None => Value::Object(self.object(path, inner)),
            }];
        }
        if let Kind::Objects(..) | Kind::Texts(_) = parameter.kind {
            return vec![json!({"type": "array"})];
        }
        if let Kind::Map(_) | Kind::Anything = parameter.kind {
            return vec![json!({"type": "object"})];
        }
        if let Kind::JsonArray(_) = parameter.kind {
            let mut elements = None;
            self.profile.visit_objects(&mut |at, _| {
                if at == format!("/{}/*", parameter.name) {
                    elements = Some(format!("#/$defs/{}", definition_name(at)));
                }
            });
            let list = json!({"type": "array", "minItems": 1, "items": {"$ref": elements}});
            return vec![
                json!({
                    "type": "string",
                    "pattern": r"\[",
                    "contentMediaType": "application/json",
                    "contentSchema": list,
                }),
                list,
            ];
        }
        match constraint {
            Constraint::Any
            | Constraint::ByRule
            | Constraint::IntegersByRule { .. }
            | Constraint::Without(_)
            | Constraint::Within(_)
            | Constraint::InstanceClass => match parameter.kind {
                Kind::Long | Kind::Integer => {
                    vec![word("0|[1-9][0-9]*"), json!({"type": "integer"})]
                }
                _ => vec![json!({"type": ["string", "number", "boolean"]})],
            },
            Constraint::Versions(_) | Constraint::Distinct | Constraint::Modes(_) => {
                vec![json!({"type": ["string", "number", "boolean", "object"]})]
            }
            Constraint::Time(_) | Constraint::Prefix { .. } => vec![json!({"type": "string"})],
            Constraint::Whitelist | Constraint::Settings(_) => vec![json!(true)],
            Constraint::OneOf(values) => {
                let numbers: Vec<f64> = values.iter().filter_map(|v| v.parse().ok()).collect();
                let mut list = vec![word(&alternatives(values.iter().copied()))];
                if !numbers.is_empty() {
                    list.push(json!({"enum": numbers}));
                }
                list
            }
            Constraint::Boolean => vec![word("true|false"), json!({"type": "boolean"})],
            Constraint::Integers(numbers) => {
                let words: Vec<String> = numbers.iter().map(u32::to_string).collect();
                let words = alternatives(words.iter().map(String::as_str));
                vec![word(&words), json!({"enum": numbers})]
            }
            Constraint::IntegersBy { .. } => {
                vec![word("0|[1-9][0-9]*"), json!({"type": "integer"})]
            }
            Constraint::Range { min, max } => {
                let mut number = json!({"type": "integer", "minimum": min});
                if let (Some(max), Value::Object(members)) = (max, &mut number) {
                    members.insert("maximum".into(), max.into());
                }
                vec![word(&digits(min, max)), number]
            }
            // `true` is a name of four letters.
            Constraint::Name(rule) => vec![name(rule), json!({"type": "boolean"})],
            Constraint::Password(rule) => {
                let mut list = vec![password(rule)];
                if matches!(rule.characters, PasswordCharacters::Special(special) if !special.is_empty())
                {
                    list.push(json!({"type": "number"}));
                }
                list
            }
            Constraint::Token { max } => vec![
                // A line break of two characters is one to a reader.
                word(&format!(r"(?:\r\n|[\u0000-\u007f]){{0,{max}}}")),
                json!({"type": ["number", "boolean"]}),
            ],
            Constraint::Description { max } => vec![at_most(max)],
            Constraint::Ipv4 => vec![word(pattern::IPV4)],
            Constraint::Config(_) => vec![
                json!({
                    "type": "string",
                    "pattern": r"\{",
                    "contentMediaType": "application/json",
                    "contentSchema": {"type": "object"},
                }),
                json!({"type": "object"}),
            ],
            Constraint::Activity => vec![json!({"type": "string", "pattern": pattern::BASE64})],
        }
    }

    /// Values of a JSON request, where the types are strict.
    fn strict_value(
        &self,
        path: &str,
        parameter: &'static Parameter,
        constraint: Constraint,
    ) -> Value {
        match (parameter.kind, constraint) {
            (Kind::Object(inner), _) => Value::Object(self.object(path, inner)),
            (Kind::Objects(..) | Kind::Texts(_), _) => json!({"type": "array"}),
            (Kind::Map(_) | Kind::Anything, _) => json!({"type": "object"}),
            (_, Constraint::Versions(_)) => json!({"type": "string"}),
            (Kind::Boolean, _) => json!({"type": "boolean"}),
            (Kind::Long | Kind::Integer, Constraint::Integers(numbers)) => {
                json!({"enum": numbers})
            }
            (
                Kind::Long | Kind::Integer,
                Constraint::Range {
                    min,
                    max: Some(max),
                },
            ) => {
                json!({"type": "integer", "minimum": min, "maximum": max})
            }
            (Kind::Long | Kind::Integer, Constraint::Range { min, max: None }) => {
                json!({"type": "integer", "minimum": min})
            }
            (Kind::Long | Kind::Integer, _) => json!({"type": "integer"}),
            (_, Constraint::OneOf(values)) => json!({"enum": values}),
            (_, Constraint::Name(rule)) => name(rule),
            (_, Constraint::Password(rule)) => password(rule),
            (_, Constraint::Description { max }) => at_most(max),
            (_, Constraint::Activity) => json!({"type": "string", "pattern": pattern::BASE64}),
            _ => json!({"type": "string"}),
        }
    }

    /// The object lacks the parameter, whatever the case of its name where that is forgiven.
    fn surely_absent(&self, object: &Object, parameter: &Parameter) -> Value {
        let blank = Blank::of(parameter, self.profile.wire).schema();
        if object.lenient_case {
            json!({"patternProperties": {(format!("^{}$", any_case(parameter.name))): blank}})
        } else {
            json!({"properties": {(parameter.name): blank}})
        }
    }

    fn surely_present(&self, parameter: &Parameter) -> Value {
        let blank = Blank::of(parameter, self.profile.wire).schema();
        json!({"required": [parameter.name], "properties": {(parameter.name): not(&blank)}})
    }

    /// The parameter has that value, or it is absent and the value is its default.
    fn surely_is(&self, object: &Object, parameter: &Parameter, value: &str) -> Option<Value> {
        let written = match (self.profile.wire.is_strict, parameter.kind) {
            (true, Kind::String) => json!({"const": value}),
            (true, _) => return None,
            (false, _) => {
                let pattern = format!("^{WHITE_SPACE}*{}{WHITE_SPACE}*$", pattern::literal(value));
                let text = json!({"type": "string", "pattern": pattern});
                match value.parse::<bool>() {
                    Ok(value) => json!({"anyOf": [text, {"const": value}]}),
                    Err(_) => text,
                }
            }
        };
        let given =
            json!({"required": [parameter.name], "properties": {(parameter.name): written}});
        Some(if parameter.default == Some(value) {
            json!({"anyOf": [given, self.surely_absent(object, parameter)]})
        } else {
            given
        })
    }

    /// A rule between parameters of one object; nothing where a condition looks elsewhere.
    fn rule(&self, object: &Object, rule: &Rule) -> Option<Value> {
        let at = |reference: &Ref| {
            (reference.up == 0).then(|| &object.parameters[usize::from(reference.index)])
        };
        let mut conditions = Vec::new();
        for condition in rule.when {
            conditions.push(match condition {
                Condition::Is(reference, value) => self.surely_is(object, at(reference)?, value)?,
                Condition::Present(reference) => self.surely_present(at(reference)?),
                Condition::Absent(reference) => self.surely_absent(object, at(reference)?),
                _ => return None,
            });
        }
        Some(json!({
            "$comment": format!("{}: {}", rule.code, rule.reason.get(self.locale)),
            "not": {"allOf": conditions},
        }))
    }
}

fn not(schema: &Value) -> Value {
    json!({"not": schema})
}

/// A text of at most so many characters, as far as a schema can count them: in ASCII and
/// unified ideographs each code point is one.
fn at_most(max: u32) -> Value {
    json!({
        "type": "string",
        "not": {"pattern": pattern::PLAIN, "minLength": u64::from(max) + 1},
    })
}

fn name(rule: NameRule) -> Value {
    let first = if rule.starts_with_letter {
        format!("[A-Za-z{}]", han_members())
    } else {
        String::new()
    };
    let rest = match rule.characters {
        NameCharacters::Except(refused) => {
            format!("[^{}{}]", class(refused), pattern::WHITE_SPACE_MEMBERS)
        }
        NameCharacters::WordsAndHan => format!("[A-Za-z0-9_{}]", han_members()),
    };
    let mut schema = at_most(rule.max);
    if let Value::Object(members) = &mut schema {
        // A character has at least one code point.
        members.insert("minLength".into(), rule.min.into());
        members.insert("pattern".into(), format!("^{first}{rest}*$").into());
    }
    schema
}

fn password(rule: PasswordRule) -> Value {
    let mut schema = match rule.characters {
        PasswordCharacters::Refused(refused) => {
            let mut schema = at_most(rule.max);
            if let Value::Object(members) = &mut schema {
                members.insert("minLength".into(), rule.min.into());
                members.insert("pattern".into(), format!("^[^{}]*$", class(refused)).into());
            }
            schema
        }
        PasswordCharacters::Special(special) => json!({
            "type": "string",
            "minLength": rule.min,
            "maxLength": rule.max,
            "pattern": format!("^[A-Za-z0-9{}]*$", class(special)),
        }),
    };
    let special = match rule.characters {
        PasswordCharacters::Special(special) => special,
        PasswordCharacters::Refused(_) => "",
    };
    let needs: Vec<Value> = rule
        .classes
        .iter()
        .map(|class| json!({"pattern": class_pattern(*class, special)}))
        .collect();
    let some = subsets(&needs, rule.at_least as usize);
    if let (Value::Object(members), false) = (&mut schema, rule.at_least == 0) {
        members.insert("anyOf".into(), Value::Array(some));
    }
    schema
}

fn class_pattern(kind: CharacterClass, special: &str) -> String {
    match kind {
        CharacterClass::Uppercase => "[A-Z]".to_owned(),
        CharacterClass::Lowercase => "[a-z]".to_owned(),
        CharacterClass::Digit => "[0-9]".to_owned(),
        CharacterClass::Special => format!("[{}]", class(special)),
    }
}

/// All ways to satisfy so many of the needs.
fn subsets(needs: &[Value], count: usize) -> Vec<Value> {
    fn choose(needs: &[Value], count: usize, chosen: &mut Vec<Value>, out: &mut Vec<Value>) {
        if count == 0 {
            out.push(json!({"allOf": chosen}));
            return;
        }
        for (index, need) in needs.iter().enumerate() {
            chosen.push(need.clone());
            choose(&needs[index + 1..], count - 1, chosen, out);
            chosen.pop();
        }
    }
    let mut out = Vec::new();
    choose(needs, count, &mut Vec::new(), &mut out);
    out
}
