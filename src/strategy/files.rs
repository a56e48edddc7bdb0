//! Files of other tools with an order in them, as people write them: with comments, variables and
//! their defaults, locals, continuation lines, and every way of quoting.

use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::Union;
use serde_json::{Map, Value, json};

use super::{is_literal, values};
use crate::check::Checker;
use crate::diagnostic::{Code, Severity};
use crate::documents::counterparts::in_pulumi;
use crate::engine::quoted;
use crate::input::item::Written;
use crate::profile::merge_patch::merge;
use crate::profile::{Kind, Profile, Sample};

/// A file with one order in it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct OrderFile {
    /// A name that such a file has.
    pub file: &'static str,
    /// What it holds.
    pub text: String,
    /// Identifier of the profile that judges the order.
    pub profile: &'static str,
    /// The order's arguments, as they are written in it or where it refers to.
    pub spec: Value,
    /// The finding that it has; `None` for an order without an error.
    pub code: Option<Code>,
}

/// Terraform files. Half of their orders have one mistake.
///
/// ```
/// use kvspec::{Linter, Run, strategy};
/// use proptest::prelude::*;
/// use proptest::test_runner::TestRunner;
///
/// let mut runner = TestRunner::deterministic();
/// runner
///     .run(&strategy::terraform(), |drawn| {
///         let linter = Linter::new().file(drawn.file, &[]);
///         let linted = linter.lint(&drawn.text, &mut Run::new());
///         prop_assert_eq!(linted.len(), 1);
///         if let Some(code) = drawn.code {
///             prop_assert!(linted[0].diagnostics.iter().any(|found| found.code == code));
///         } else {
///             prop_assert!(linted[0].is_valid());
///         }
///         Ok(())
///     })
///     .unwrap();
/// ```
pub fn terraform() -> BoxedStrategy<OrderFile> {
    files(
        &[
            "terraform.alicloud-kvstore-instance",
            "terraform.alicloud-redis-tair-instance",
        ],
        "main.tf",
        hcl,
    )
}

/// Templates of the Resource Orchestration Service. Half of their orders have one mistake.
pub fn ros() -> BoxedStrategy<OrderFile> {
    files(
        &["ros.redis-instance", "ros.redis-prepay-instance"],
        "template.yml",
        yaml,
    )
}

/// Pulumi programs in YAML. Half of their orders have one mistake.
pub fn pulumi() -> BoxedStrategy<OrderFile> {
    files(
        &["pulumi.kvstore-instance", "pulumi.redis-tair-instance"],
        "Pulumi.yaml",
        yaml,
    )
}

/// Shell scripts with a command of `aliyun` or `jdc`. Half of their orders have one mistake.
pub fn shell() -> BoxedStrategy<OrderFile> {
    files(
        &[
            "alibaba.create-instance.2026",
            "alibaba.create-tair-instance.2026",
            "jdcloud.create-cache-instance.2026",
        ],
        "order.sh",
        script,
    )
}

/// Markdown with one of the others in a fence.
pub fn markdown() -> BoxedStrategy<OrderFile> {
    let inner = prop_oneof![
        terraform().prop_map(|file| (file, "hcl")),
        ros().prop_map(|file| (file, "yaml")),
        pulumi().prop_map(|file| (file, "yaml")),
        shell().prop_map(|file| (file, "bash")),
    ];
    (inner, dice())
        .prop_map(|((mut drawn, info), mut dice)| {
            let fence = if dice.roll(3) == 1 { "~~~~" } else { "```" };
            // In a list item all lines are indented.
            let indent = if dice.roll(4) == 1 { "   " } else { "" };
            let mut text = "# Orders\n\nSome words, `code`, and a list:\n\n".to_owned();
            if !indent.is_empty() {
                text.push_str("1. First\n\n");
            }
            let _ = writeln!(text, "{indent}{fence}{info}");
            for line in drawn.text.split_inclusive('\n') {
                if line.trim().is_empty() {
                    text.push('\n');
                } else {
                    text.push_str(indent);
                    text.push_str(line);
                }
            }
            if !text.ends_with('\n') {
                text.push('\n');
            }
            let _ = writeln!(text, "{indent}{fence}\n\nThat is all.");
            drawn.text = text;
            drawn.file = "README.md";
            drawn
        })
        .boxed()
}

/// An order of a tool's profile as a file of that tool, in JSON, which each of them reads. Orders of other profiles are
/// files by themselves.
///
/// ```
/// use kvspec::{Profile, strategy};
/// use serde_json::json;
///
/// let profile = Profile::by_id("ros.redis-instance").unwrap();
/// let file = strategy::file_of(profile, &json!({"EngineVersion": "5.0"}));
/// assert_eq!(file["Resources"]["Order"]["Type"], "ALIYUN::REDIS::Instance");
/// ```
#[must_use]
pub fn file_of(profile: &Profile, order: &Value) -> Value {
    let crossplane = |group: &str, kind: &str| {
        json!({
            "apiVersion": group,
            "kind": kind,
            "metadata": {"name": "order"},
            "spec": {"forProvider": order},
        })
    };
    let resource = |kind: &str| json!({"resource": {kind: {"order": order}}});
    let template = |kind: &str| {
        json!({
            "ROSTemplateFormatVersion": "2015-09-01",
            "Resources": {"Order": {"Type": kind, "Properties": order}},
        })
    };
    let program = |kind: &str| {
        json!({
            "name": "orders",
            "runtime": "yaml",
            "resources": {"order": {"type": kind, "properties": order}},
        })
    };
    match profile.id {
        "terraform.alicloud-kvstore-instance" => resource("alicloud_kvstore_instance"),
        "terraform.alicloud-redis-tair-instance" => resource("alicloud_redis_tair_instance"),
        "ros.redis-instance" => template("ALIYUN::REDIS::Instance"),
        "ros.redis-prepay-instance" => template("ALIYUN::REDIS::PrepayInstance"),
        "pulumi.kvstore-instance" => program("alicloud:kvstore:Instance"),
        "pulumi.redis-tair-instance" => program("alicloud:redis:TairInstance"),
        "crossplane.instance" => crossplane("tair.alibabacloud.crossplane.io/v1alpha1", "Instance"),
        "crossplane.tair-instance" => {
            crossplane("tair.alibabacloud.crossplane.io/v1alpha1", "TairInstance")
        }
        "crossplane.redis-instance" => {
            crossplane("redis.alibaba.crossplane.io/v1alpha1", "RedisInstance")
        }
        _ => order.clone(),
    }
}

/// Choices of a writer. Whoever shrinks them gets the plainest file.
#[derive(Debug, Clone)]
struct Dice {
    bytes: Vec<u8>,
    at: usize,
}

fn dice() -> impl Strategy<Value = Dice> {
    vec(any::<u8>(), 0..48).prop_map(|bytes| Dice { bytes, at: 0 })
}

impl Dice {
    /// A number below `sides`: 0 once all choices are made.
    fn roll(&mut self, sides: u8) -> u8 {
        let byte = self.bytes.get(self.at).copied().unwrap_or_default();
        self.at += 1;
        byte % sides
    }
}

type Writer = fn(&Drawn, &mut Dice) -> String;

/// What a writer is given.
struct Drawn {
    profile: &'static Profile,
    spec: Map<String, Value>,
}

fn files(
    profiles: &'static [&'static str],
    file: &'static str,
    write: Writer,
) -> BoxedStrategy<OrderFile> {
    let each = profiles.iter().map(|id| {
        orders(id)
            .prop_map(|(spec, code)| (*id, spec, code))
            .boxed()
    });
    (Union::new(each.collect::<Vec<_>>()), dice())
        .prop_filter_map(
            "an order that can be written",
            move |((id, spec, code), mut dice)| {
                let profile = Profile::by_id(id)?;
                let members = spec.as_object()?.clone();
                let drawn = Drawn {
                    profile,
                    spec: members,
                };
                let text = write(&drawn, &mut dice);
                // Not every file is written on the same system.
                let text = if dice.roll(8) == 1 {
                    text.replace('\n', "\r\n")
                } else {
                    text
                };
                Some(OrderFile {
                    file,
                    text,
                    profile: id,
                    spec,
                    code,
                })
            },
        )
        .boxed()
}

/// Orders of a profile, half of them with one mistake.
fn orders(id: &'static str) -> BoxedStrategy<(Value, Option<Code>)> {
    // Pulumi's rows are proven where Terraform's are, in its names.
    let first = match id {
        "pulumi.kvstore-instance" => "terraform.alicloud-kvstore-instance",
        "pulumi.redis-tair-instance" => "terraform.alicloud-redis-tair-instance",
        other => other,
    };
    let (Some(profile), Some(source)) = (Profile::by_id(id), Profile::by_id(first)) else {
        return Just((Value::Null, None)).boxed();
    };
    let mut good: Vec<BoxedStrategy<Value>> = Vec::new();
    let mut bad: Vec<(Value, Code)> = Vec::new();
    for parameter in source.request.parameters {
        if parameter.common {
            continue;
        }
        if matches!(
            parameter.kind,
            Kind::String | Kind::Integer | Kind::Long | Kind::Boolean
        ) {
            let name = parameter.name;
            let drawn = values::right(parameter, source.wire);
            good.push(
                drawn
                    .prop_map(move |draft| {
                        let mut patch = Map::new();
                        if let values::Draft::Value(value) = draft {
                            patch.insert(name.to_owned(), value);
                        }
                        Value::Object(patch)
                    })
                    .boxed(),
            );
        }
        gather(parameter.samples, &mut good, &mut bad);
    }
    for rule in source.request.rules {
        gather(rule.samples, &mut good, &mut bad);
    }
    let base: Value = serde_json::from_str(source.sample).unwrap_or_default();
    let patches = vec(Union::new(good), 0..=4);
    let mistake = prop_oneof![Just(None), select(bad).prop_map(Some)];
    let translate = id != first;
    let checker = Checker::new(profile);
    (patches, mistake)
        .prop_filter_map("one mistake or none", move |(patches, mistake)| {
            let mut spec = base.clone();
            for patch in &patches {
                merge(&mut spec, patch);
            }
            if let Some((patch, _)) = &mistake {
                merge(&mut spec, patch);
            }
            if translate {
                spec = in_camel_case(&spec);
            }
            // A command's region can come from elsewhere, and is never missing.
            let has_region = spec.get("regionId").is_some() || spec.get("RegionId").is_some();
            let is_command = !profile.wire.converts;
            // And all its words are texts.
            let is_about_types = mistake
                .as_ref()
                .is_some_and(|(_, code)| matches!(code, Code::TypeMismatch | Code::TypeCoerced));
            if is_command && (!has_region || is_about_types) {
                return None;
            }
            if !is_literal(&spec) || has_escapes(&spec) {
                return None;
            }
            let report = checker.check(&spec);
            let code = mistake.map(|(_, code)| code);
            let mut worst = report
                .iter()
                .filter(|found| found.severity != Severity::Info)
                .map(|found| found.code);
            let fits = match code {
                None => report.is_valid(),
                Some(code) => worst.next() == Some(code) && worst.next().is_none(),
            };
            fits.then_some((spec, code))
        })
        .boxed()
}

/// The changes of samples that concern the outermost object alone.
fn gather(samples: &[Sample], good: &mut Vec<BoxedStrategy<Value>>, bad: &mut Vec<(Value, Code)>) {
    for sample in samples {
        if sample.outer != "{}" {
            continue;
        }
        let Ok(patch) = serde_json::from_str::<Value>(sample.patch) else {
            continue;
        };
        match sample.code {
            None => good.push(Just(patch).boxed()),
            Some(code) => bad.push((patch, code)),
        }
    }
}

fn in_camel_case(spec: &Value) -> Value {
    match spec {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (in_pulumi(name), value.clone()))
            .collect::<Map<_, _>>()
            .into(),
        other => other.clone(),
    }
}

/// Whether a text would need more than quotes in one of the formats: what is written there is then
/// no longer what is meant.
fn has_escapes(spec: &Value) -> bool {
    match spec {
        Value::String(text) => {
            text.is_empty()
                || text.contains(['$', '%', '`', '\\'])
                || text.starts_with(['-', '[', '{'])
                || text.chars().any(|c| c.is_control() || c == '\u{feff}')
        }
        Value::Array(elements) => elements.iter().any(has_escapes),
        Value::Object(members) => members.values().any(has_escapes),
        _ => false,
    }
}

fn scalar(text: &str, quoting: Written) -> String {
    quoted(text, quoting).unwrap_or_default()
}

// ---- Terraform ----

fn hcl(drawn: &Drawn, dice: &mut Dice) -> String {
    let kind = if drawn.profile.operation == "CreateTairInstance" {
        "alicloud_redis_tair_instance"
    } else {
        "alicloud_kvstore_instance"
    };
    let mut around = String::new();
    if dice.roll(3) == 1 {
        around.push_str(
            "/* Written by hand.\n   resource \"alicloud_kvstore_instance\" \"old\" {} */\n",
        );
    }
    if dice.roll(4) == 1 {
        around.push_str(
            "data \"alicloud_zones\" \"all\" {\n  available_resource_creation = \"KVStore\"\n}\n\n",
        );
    }
    let mut body = String::new();
    for (name, value) in &drawn.spec {
        match dice.roll(6) {
            1 => body.push_str("  # to be discussed\n"),
            2 => body.push('\n'),
            3 => body.push_str("  // password = \"Secret!123\"\n"),
            _ => {}
        }
        // A list of objects is written as blocks.
        let blocks = value
            .as_array()
            .filter(|list| list.iter().any(Value::is_object));
        if let Some(blocks) = blocks {
            for block in blocks {
                let _ = writeln!(body, "  {name} {{");
                for (name, value) in block.as_object().into_iter().flatten() {
                    let _ = writeln!(body, "    {name} = {}", hcl_value(value, dice));
                }
                body.push_str("  }\n");
            }
            continue;
        }
        let literal = hcl_value(value, dice);
        let is_scalar = !value.is_object() && !value.is_array();
        let written = match dice.roll(8) {
            1 if is_scalar => {
                let _ = write!(around, "locals {{\n  its_{name} = {literal}\n}}\n\n");
                format!("local.its_{name}")
            }
            2 if is_scalar => {
                let _ = write!(
                    around,
                    "variable \"the_{name}\" {{\n  description = \"asked for\"\n  default     = {literal}\n}}\n\n"
                );
                format!("var.the_{name}")
            }
            3 if value.is_string() => {
                let _ = write!(
                    around,
                    "variable \"a_{name}\" {{\n  default = {literal}\n}}\n"
                );
                format!("\"${{var.a_{name}}}\"")
            }
            _ => literal,
        };
        let blanks = " ".repeat(usize::from(dice.roll(3)) * 3);
        let comment = match dice.roll(7) {
            1 => " # as agreed",
            2 => " // see above",
            _ => "",
        };
        let _ = writeln!(body, "  {name}{blanks} = {written}{comment}");
    }
    if dice.roll(5) == 1 {
        body.push_str("\n  lifecycle {\n    ignore_changes = [tags]\n  }\n");
    }
    let order = format!("resource \"{kind}\" \"cache\" {{\n{body}}}\n");
    if dice.roll(2) == 1 {
        format!("{order}\n{around}")
    } else {
        format!("{around}{order}")
    }
}

fn hcl_value(value: &Value, dice: &mut Dice) -> String {
    match value {
        Value::String(text) => scalar(text, Written::Hcl),
        Value::Array(elements) => {
            let elements: Vec<String> = elements.iter().map(|one| hcl_value(one, dice)).collect();
            if dice.roll(3) == 1 && !elements.is_empty() {
                format!("[\n    {},\n  ]", elements.join(",\n    "))
            } else {
                format!("[{}]", elements.join(", "))
            }
        }
        Value::Object(members) => {
            let sign = if dice.roll(4) == 1 { ":" } else { "=" };
            let lines: Vec<String> = members
                .iter()
                .map(|(name, value)| {
                    format!(
                        "    {} {sign} {}\n",
                        scalar(name, Written::Hcl),
                        hcl_value(value, dice)
                    )
                })
                .collect();
            format!("{{\n{}  }}", lines.concat())
        }
        other => other.to_string(),
    }
}

// ---- YAML ----

fn yaml(drawn: &Drawn, dice: &mut Dice) -> String {
    let is_ros = drawn.profile.id.starts_with("ros.");
    let kind = match drawn.profile.id {
        "ros.redis-instance" => "ALIYUN::REDIS::Instance",
        "ros.redis-prepay-instance" => "ALIYUN::REDIS::PrepayInstance",
        "pulumi.redis-tair-instance" => "alicloud:redis:TairInstance",
        _ => "alicloud:kvstore:Instance",
    };
    let mut parameters = String::new();
    let mut body = String::new();
    for (name, value) in &drawn.spec {
        match dice.roll(6) {
            1 => body.push_str("      # to be discussed\n"),
            2 => body.push_str("      # password: Secret!123\n"),
            3 => body.push('\n'),
            _ => {}
        }
        let is_scalar = !value.is_object() && !value.is_array();
        let is_followed = is_scalar && dice.roll(5) == 1;
        if !is_followed {
            let _ = write!(body, "      {name}:");
            yaml_value(value, 6, dice, &mut body);
            continue;
        }
        let literal = yaml_scalar(value, dice);
        if is_ros {
            let _ = write!(
                parameters,
                "  The{name}:\n    Type: String\n    Default: {literal}\n"
            );
            match dice.roll(3) {
                1 => {
                    let _ = writeln!(body, "      {name}: {{Ref: The{name}}}");
                }
                2 => {
                    let _ = writeln!(body, "      {name}:\n        Ref: The{name}");
                }
                _ => {
                    let _ = writeln!(body, "      {name}: !Ref The{name}");
                }
            }
        } else {
            let _ = writeln!(parameters, "  the-{name}:\n    default: {literal}");
            let _ = writeln!(body, "      {name}: ${{the-{name}}}");
        }
    }
    let (section, inner, outer) = if is_ros {
        ("Properties", "Type", "Resources")
    } else {
        ("properties", "type", "resources")
    };
    let head = if is_ros {
        "ROSTemplateFormatVersion: '2015-09-01'\n"
    } else {
        "name: cache\nruntime: yaml\n"
    };
    let mut out = head.to_owned();
    if !parameters.is_empty() {
        let section = if is_ros {
            "Parameters"
        } else {
            "configuration"
        };
        let _ = write!(out, "{section}:\n{parameters}");
    }
    // The order of keys is free.
    if dice.roll(4) == 1 {
        let _ = write!(
            out,
            "{outer}:\n  Cache:\n    {section}:\n{body}    {inner}: {kind}\n"
        );
    } else {
        let _ = write!(
            out,
            "{outer}:\n  Cache:\n    {inner}: {kind}\n    {section}:\n{body}"
        );
    }
    out
}

fn yaml_scalar(value: &Value, dice: &mut Dice) -> String {
    match value {
        Value::String(text) => match dice.roll(3) {
            1 => scalar(text, Written::YamlDouble),
            2 => scalar(text, Written::YamlSingle),
            _ => scalar(text, Written::YamlPlain),
        },
        other => other.to_string(),
    }
}

fn yaml_value(value: &Value, depth: usize, dice: &mut Dice, out: &mut String) {
    let inner = depth + 2;
    match value {
        Value::Array(elements) if !elements.is_empty() => {
            out.push('\n');
            for element in elements {
                match element {
                    Value::Object(members) if !members.is_empty() => {
                        for (index, (name, value)) in members.iter().enumerate() {
                            let dash = if index == 0 { "- " } else { "  " };
                            let name = scalar(name, Written::YamlPlain);
                            let _ = write!(out, "{:inner$}{dash}{name}:", "");
                            yaml_value(value, inner + 2, dice, out);
                        }
                    }
                    other => {
                        let _ = write!(out, "{:inner$}-", "");
                        yaml_value(other, inner, dice, out);
                    }
                }
            }
        }
        Value::Object(members) if !members.is_empty() => {
            out.push('\n');
            for (name, value) in members {
                let name = scalar(name, Written::YamlPlain);
                let _ = write!(out, "{:inner$}{name}:", "");
                yaml_value(value, inner, dice, out);
            }
        }
        Value::Array(_) => out.push_str(" []\n"),
        Value::Object(_) => out.push_str(" {}\n"),
        other => {
            let comment = if dice.roll(7) == 1 {
                "  # as agreed"
            } else {
                ""
            };
            let literal = yaml_scalar(other, dice);
            let _ = writeln!(out, " {literal}{comment}");
        }
    }
}

// ---- Commands ----

fn script(drawn: &Drawn, dice: &mut Dice) -> String {
    let mut out = "#!/bin/bash\nset -euo pipefail\n".to_owned();
    let is_jd = drawn.profile.operation == "createCacheInstance";
    let mut flags: Vec<String> = Vec::new();
    for (name, value) in &drawn.spec {
        match (is_jd, name.as_str()) {
            (true, "regionId") => flags.push(flag("region-id", value, dice, &mut out)),
            (true, "cacheInstance") => {
                flags.push(format!("--cache-instance '{}'", in_single(value)));
            }
            (true, name) => flags.push(format!("--{name} '{}'", in_single(value))),
            (false, "Tag") => {
                for (index, tag) in value.as_array().into_iter().flatten().enumerate() {
                    for (part, value) in tag.as_object().into_iter().flatten() {
                        let name = format!("Tag.{}.{part}", index + 1);
                        flags.push(flag(&name, value, dice, &mut out));
                    }
                }
            }
            // The list has these flags already.
            (false, name) if name.starts_with("Tag.") && drawn.spec.contains_key("Tag") => {}
            (false, name) => flags.push(flag(name, value, dice, &mut out)),
        }
    }
    let command = if is_jd {
        "jdc redis create-cache-instance".to_owned()
    } else {
        format!("aliyun r-kvstore {}", drawn.profile.operation)
    };
    if dice.roll(3) == 1 {
        out.push_str("# aliyun r-kvstore CreateInstance --Capacity 0\n");
    }
    let is_substituted = dice.roll(4) == 1;
    if is_substituted {
        out.push_str("answer=$(");
    }
    out.push_str(&command);
    let is_one_line = dice.roll(4) == 1;
    for flag in flags {
        out.push_str(if is_one_line { " " } else { " \\\n    " });
        out.push_str(&flag);
    }
    match dice.roll(4) {
        1 => out.push_str(" | jq -r .InstanceId"),
        2 => out.push_str(" 2>&1"),
        _ => {}
    }
    if is_substituted {
        out.push(')');
    }
    out.push('\n');
    out
}

fn flag(name: &str, value: &Value, dice: &mut Dice, before: &mut String) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let single = format!("'{}'", text.replace('\'', "'\\''"));
    let is_plain_double = !text.contains(['"', '$', '`', '\\', '!']);
    let word = match dice.roll(4) {
        1 => single,
        2 if is_plain_double => format!("\"{text}\""),
        3 => {
            let variable = name.replace(['.', '-'], "_");
            let _ = writeln!(before, "my_{variable}={single}");
            format!("\"$my_{variable}\"")
        }
        _ => scalar(&text, Written::ShellWord),
    };
    let sign = if dice.roll(5) == 1 { "=" } else { " " };
    format!("--{name}{sign}{word}")
}

/// JSON within single quotes.
fn in_single(value: &Value) -> String {
    value.to_string().replace('\'', "'\\''")
}
