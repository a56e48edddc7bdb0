//! Orders in the syntax of a format.

use std::fmt::Write as _;

use super::names::{Holds, Names, spelled};
use super::place::Written;
use super::{Moving, OrderFormat};
use crate::engine::quoted;
use crate::input::item::Written as Quoting;
use crate::text::json as line;

/// A whole file with these orders.
pub(super) fn file(orders: &[Moving], to: OrderFormat, names: &Names) -> String {
    let writer = Writer { to, names };
    match to {
        OrderFormat::Json => writer.json(orders),
        OrderFormat::Aliyun | OrderFormat::Jdc => writer.script(orders),
        OrderFormat::Terraform => writer.terraform(orders),
        OrderFormat::Ros => writer.template(orders),
        OrderFormat::Pulumi => writer.program(orders),
    }
}

/// A reference as the format writes it.
pub(super) fn reference(names: &Names, index: usize, to: OrderFormat) -> String {
    let name = names.spelled(index, to);
    match to {
        OrderFormat::Terraform => format!("var.{name}"),
        OrderFormat::Ros => format!("!Ref {name}"),
        OrderFormat::Pulumi => format!("${{{name}}}"),
        OrderFormat::Aliyun | OrderFormat::Jdc => format!("\"${name}\""),
        OrderFormat::Json => {
            let is_secret = names.all().any(|(at, name)| at == index && name.is_secret);
            let store = if is_secret { "secrets" } else { "vars" };
            format!("${{{{ {store}.{name} }}}}")
        }
    }
}

/// A nested value, members in their order.
enum Tree<'w> {
    Value(&'w Written),
    Members(Vec<(&'w str, Tree<'w>)>),
}

/// Values by their paths as a tree.
fn tree(placed: &[(Vec<String>, Written)]) -> Vec<(&str, Tree<'_>)> {
    fn insert<'w>(members: &mut Vec<(&'w str, Tree<'w>)>, path: &'w [String], value: &'w Written) {
        let Some((first, rest)) = path.split_first() else {
            return;
        };
        if rest.is_empty() {
            members.push((first, Tree::Value(value)));
            return;
        }
        let known = members
            .iter()
            .position(|(name, tree)| name == first && matches!(tree, Tree::Members(_)));
        let at = known.unwrap_or_else(|| {
            members.push((first, Tree::Members(Vec::new())));
            members.len() - 1
        });
        if let Tree::Members(inner) = &mut members[at].1 {
            insert(inner, rest, value);
        }
    }
    let mut members = Vec::new();
    for (path, value) in placed {
        insert(&mut members, path, value);
    }
    members
}

struct Writer<'w> {
    to: OrderFormat,
    names: &'w Names,
}

impl Writer<'_> {
    fn reference(&self, index: usize) -> String {
        reference(self.names, index, self.to)
    }

    // ---- JSON ----

    fn json(&self, orders: &[Moving]) -> String {
        let mut all: Vec<serde_json::Value> = orders
            .iter()
            .map(|order| {
                let mut members = serde_json::Map::new();
                if order.to.id.starts_with("alibaba.") {
                    members.insert("Action".to_owned(), order.to.operation.into());
                }
                for (name, value) in tree(&order.placed) {
                    members.insert(name.to_owned(), self.json_tree(&value));
                }
                serde_json::Value::Object(members)
            })
            .collect();
        let value = match all.len() {
            1 => all.remove(0),
            _ => serde_json::Value::Array(all),
        };
        let mut text = line::pretty(&value);
        text.push('\n');
        text
    }

    fn json_tree(&self, tree: &Tree<'_>) -> serde_json::Value {
        match tree {
            Tree::Value(value) => self.json_value(value),
            Tree::Members(members) => members
                .iter()
                .map(|(name, tree)| ((*name).to_owned(), self.json_tree(tree)))
                .collect::<serde_json::Map<_, _>>()
                .into(),
        }
    }

    fn json_value(&self, value: &Written) -> serde_json::Value {
        match value {
            Written::Text(text) => text.as_str().into(),
            Written::Number(number) => number
                .parse::<u64>()
                .map_or_else(|_| number.as_str().into(), Into::into),
            Written::Boolean(value) => (*value).into(),
            Written::Reference(index) => self.reference(*index).into(),
            Written::List(elements) => elements.iter().map(|one| self.json_value(one)).collect(),
            Written::Map(members) => members
                .iter()
                .map(|(name, value)| (name.clone(), self.json_value(value)))
                .collect::<serde_json::Map<_, _>>()
                .into(),
        }
    }

    // ---- Commands ----

    fn script(&self, orders: &[Moving]) -> String {
        let mut out = "#!/bin/sh\nset -eu\n".to_owned();
        for (index, _) in self.names.all() {
            let name = self.names.spelled(index, self.to);
            let _ = writeln!(out, ": \"${{{name}:?}}\"");
        }
        for order in orders {
            out.push('\n');
            if let Some(name) = comment(order) {
                let _ = writeln!(out, "# {name}");
            }
            if self.to == OrderFormat::Jdc {
                self.jdc(order, &mut out);
            } else {
                self.aliyun(order, &mut out);
            }
        }
        out
    }

    fn aliyun(&self, order: &Moving, out: &mut String) {
        let _ = write!(out, "aliyun r-kvstore {}", order.to.operation);
        for (path, value) in &order.placed {
            let name = path.join(".");
            match value {
                Written::List(elements) => {
                    for (index, element) in elements.iter().enumerate() {
                        let Written::Map(members) = element else {
                            continue;
                        };
                        for (part, value) in members {
                            self.flag(&format!("{name}.{}.{part}", index + 1), value, out);
                        }
                    }
                }
                value => self.flag(&name, value, out),
            }
        }
        out.push('\n');
    }

    fn flag(&self, name: &str, value: &Written, out: &mut String) {
        let word = match value {
            Written::Text(text) => shell_word(text),
            Written::Number(number) => number.clone(),
            Written::Boolean(value) => value.to_string(),
            Written::Reference(index) => self.reference(*index),
            Written::List(_) | Written::Map(_) => return,
        };
        // What begins with a dash would be another flag, and an empty word none.
        let is_tied = matches!(value, Written::Text(text) if text.starts_with('-'));
        let sign = if is_tied { '=' } else { ' ' };
        let _ = write!(out, " \\\n  --{name}{sign}{word}");
    }

    fn jdc(&self, order: &Moving, out: &mut String) {
        out.push_str("jdc redis create-cache-instance");
        for (name, value) in tree(&order.placed) {
            let flag = match name {
                "regionId" => "region-id",
                "cacheInstance" => "cache-instance",
                other => other,
            };
            match &value {
                Tree::Value(value @ (Written::Text(_) | Written::Reference(_))) => {
                    self.flag(flag, value, out);
                }
                tree => {
                    let mut text = String::new();
                    self.json_word(tree, &mut text);
                    let _ = write!(out, " \\\n  --{flag} '{text}'");
                }
            }
        }
        out.push('\n');
    }

    /// JSON within single quotes, which references interrupt.
    fn json_word(&self, tree: &Tree<'_>, out: &mut String) {
        match tree {
            Tree::Members(members) => {
                out.push('{');
                for (index, (name, tree)) in members.iter().enumerate() {
                    let comma = if index == 0 { "" } else { "," };
                    let _ = write!(out, "{comma}\"{}\":", in_single(name));
                    self.json_word(tree, out);
                }
                out.push('}');
            }
            Tree::Value(value) => self.json_word_value(value, out),
        }
    }

    fn json_word_value(&self, value: &Written, out: &mut String) {
        match value {
            Written::Text(text) => {
                let _ = write!(out, "\"{}\"", in_single(text));
            }
            Written::Number(number) => out.push_str(number),
            Written::Boolean(value) => {
                let _ = write!(out, "{value}");
            }
            Written::Reference(index) => {
                let _ = write!(out, "\"'{}'\"", self.reference(*index));
            }
            Written::List(elements) => {
                out.push('[');
                for (index, element) in elements.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    self.json_word_value(element, out);
                }
                out.push(']');
            }
            Written::Map(members) => {
                out.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    let comma = if index == 0 { "" } else { "," };
                    let _ = write!(out, "{comma}\"{}\":", in_single(name));
                    self.json_word_value(value, out);
                }
                out.push('}');
            }
        }
    }

    // ---- Terraform ----

    fn terraform(&self, orders: &[Moving]) -> String {
        let mut out = String::new();
        if let Some(region) = orders.iter().find_map(|order| order.region.as_ref()) {
            let region = self.hcl(region, 0);
            let _ = writeln!(out, "provider \"alicloud\" {{\n  region = {region}\n}}\n");
        }
        for (index, name) in self.names.all() {
            let holds = match name.holds {
                Holds::Text => "string",
                Holds::Number => "number",
                Holds::Boolean => "bool",
                Holds::List => "list(string)",
                Holds::Map => "map(string)",
            };
            let spelled = self.names.spelled(index, self.to);
            if name.is_secret {
                let _ = writeln!(
                    out,
                    "variable \"{spelled}\" {{\n  type      = {holds}\n  sensitive = true\n}}\n"
                );
            } else {
                let _ = writeln!(out, "variable \"{spelled}\" {{\n  type = {holds}\n}}\n");
            }
        }
        for (index, order) in orders.iter().enumerate() {
            if index > 0 {
                out.push('\n');
            }
            let kind = match order.to.operation {
                "CreateTairInstance" => "alicloud_redis_tair_instance",
                _ => "alicloud_kvstore_instance",
            };
            let name = spelled(&order.called, self.to);
            let _ = writeln!(out, "resource \"{kind}\" \"{name}\" {{");
            let values: Vec<(String, String)> = order
                .placed
                .iter()
                .map(|(path, value)| (path.join("_"), self.hcl(value, 1)))
                .collect();
            // As `terraform fmt` has it: signs of lines in a row stand one below the other.
            for run in values.chunk_by(|one, next| !one.1.contains('\n') && !next.1.contains('\n'))
            {
                let width = run.iter().map(|(name, _)| name.len()).max();
                let width = width.unwrap_or_default();
                for (name, value) in run {
                    let _ = writeln!(out, "  {name:width$} = {value}");
                }
            }
            out.push_str("}\n");
        }
        out
    }

    fn hcl(&self, value: &Written, depth: usize) -> String {
        match value {
            Written::Text(text) => scalar(text, Quoting::Hcl),
            Written::Number(number) => number.clone(),
            Written::Boolean(value) => value.to_string(),
            Written::Reference(index) => self.reference(*index),
            Written::List(elements) => {
                let elements: Vec<String> =
                    elements.iter().map(|one| self.hcl(one, depth)).collect();
                format!("[{}]", elements.join(", "))
            }
            Written::Map(members) if members.is_empty() => "{}".to_owned(),
            Written::Map(members) => {
                let mut out = "{\n".to_owned();
                let blanks = "  ".repeat(depth);
                let keys: Vec<String> = members.iter().map(|(name, _)| hcl_key(name)).collect();
                let width = keys.iter().map(|key| key.chars().count()).max();
                for (key, (_, value)) in keys.iter().zip(members) {
                    let value = self.hcl(value, depth + 1);
                    let width = width.unwrap_or_default();
                    let _ = writeln!(out, "{blanks}  {key:width$} = {value}");
                }
                let _ = write!(out, "{blanks}}}");
                out
            }
        }
    }

    // ---- YAML ----

    fn template(&self, orders: &[Moving]) -> String {
        let mut out = "ROSTemplateFormatVersion: '2015-09-01'\n".to_owned();
        for (place, (index, name)) in self.names.all().enumerate() {
            if place == 0 {
                out.push_str("Parameters:\n");
            }
            let holds = match name.holds {
                Holds::Text => "String",
                Holds::Number => "Number",
                Holds::Boolean => "Boolean",
                Holds::List | Holds::Map => "Json",
            };
            let spelled = self.names.spelled(index, self.to);
            let _ = writeln!(out, "  {spelled}:\n    Type: {holds}");
            if name.is_secret {
                out.push_str("    NoEcho: true\n");
            }
        }
        out.push_str("Resources:\n");
        for order in orders {
            let kind = match order.to.id {
                "ros.redis-prepay-instance" => "ALIYUN::REDIS::PrepayInstance",
                _ => "ALIYUN::REDIS::Instance",
            };
            let name = spelled(&order.called, self.to);
            let _ = writeln!(out, "  {name}:\n    Type: {kind}");
            self.properties("Properties", order, &mut out);
        }
        out
    }

    fn program(&self, orders: &[Moving]) -> String {
        let mut out = "runtime: yaml\n".to_owned();
        for (place, (index, name)) in self.names.all().enumerate() {
            if place == 0 {
                out.push_str("config:\n");
            }
            let holds = match name.holds {
                Holds::Text => "string",
                Holds::Number => "integer",
                Holds::Boolean => "boolean",
                Holds::List => "array",
                Holds::Map => "object",
            };
            let spelled = self.names.spelled(index, self.to);
            let _ = writeln!(out, "  {spelled}:\n    type: {holds}");
            if name.holds == Holds::List {
                out.push_str("    items:\n      type: string\n");
            }
            if name.is_secret {
                out.push_str("    secret: true\n");
            }
        }
        out.push_str("resources:\n");
        for order in orders {
            let kind = match order.to.operation {
                "CreateTairInstance" => "alicloud:redis:TairInstance",
                _ => "alicloud:kvstore:Instance",
            };
            let name = spelled(&order.called, self.to);
            let _ = writeln!(out, "  {name}:\n    type: {kind}");
            self.properties("properties", order, &mut out);
        }
        out
    }

    fn properties(&self, section: &str, order: &Moving, out: &mut String) {
        if order.placed.is_empty() {
            return;
        }
        let _ = writeln!(out, "    {section}:");
        for (name, tree) in tree(&order.placed) {
            self.yaml_tree(name, &tree, 6, out);
        }
    }

    fn yaml_tree(&self, name: &str, tree: &Tree<'_>, depth: usize, out: &mut String) {
        match tree {
            Tree::Value(value) => {
                let _ = write!(out, "{:depth$}{}:", "", scalar(name, Quoting::YamlPlain));
                self.yaml(value, depth, out);
            }
            Tree::Members(members) => {
                let _ = writeln!(out, "{:depth$}{}:", "", scalar(name, Quoting::YamlPlain));
                for (name, tree) in members {
                    self.yaml_tree(name, tree, depth + 2, out);
                }
            }
        }
    }

    /// What stands behind a colon, with the line's end.
    fn yaml(&self, value: &Written, depth: usize, out: &mut String) {
        match value {
            Written::Text(text) => {
                let text = self.yaml_text(text);
                let _ = writeln!(out, " {text}");
            }
            Written::Number(number) => {
                let _ = writeln!(out, " {number}");
            }
            Written::Boolean(value) => {
                let _ = writeln!(out, " {value}");
            }
            Written::Reference(index) => {
                let _ = writeln!(out, " {}", self.reference(*index));
            }
            Written::List(elements) if elements.is_empty() => out.push_str(" []\n"),
            Written::Map(members) if members.is_empty() => out.push_str(" {}\n"),
            Written::List(elements) => {
                out.push('\n');
                for element in elements {
                    let inner = depth + 2;
                    match element {
                        Written::Map(members) => {
                            for (index, (name, value)) in members.iter().enumerate() {
                                let dash = if index == 0 { "- " } else { "  " };
                                let key = scalar(name, Quoting::YamlPlain);
                                let _ = write!(out, "{:inner$}{dash}{key}:", "");
                                self.yaml(value, inner + 2, out);
                            }
                        }
                        other => {
                            let _ = write!(out, "{:inner$}-", "");
                            self.yaml(other, inner, out);
                        }
                    }
                }
            }
            Written::Map(members) => {
                out.push('\n');
                let inner = depth + 2;
                for (name, value) in members {
                    let key = scalar(name, Quoting::YamlPlain);
                    let _ = write!(out, "{:inner$}{key}:", "");
                    self.yaml(value, inner, out);
                }
            }
        }
    }

    fn yaml_text(&self, text: &str) -> String {
        // Pulumi reads references in every text.
        if self.to == OrderFormat::Pulumi && text.contains("${") {
            return scalar(&text.replace("${", "$${"), Quoting::YamlPlain);
        }
        scalar(text, Quoting::YamlPlain)
    }
}

/// A text as one value, also where it has control characters.
fn scalar(text: &str, quoting: Quoting) -> String {
    quoted(text, quoting).unwrap_or_else(|| {
        let escaped = crate::input::json::encode(text);
        let escaped = match quoting {
            Quoting::Hcl => escaped.replace("${", "$${").replace("%{", "%%{"),
            _ => escaped,
        };
        format!("\"{escaped}\"")
    })
}

fn shell_word(text: &str) -> String {
    quoted(text, Quoting::ShellWord).unwrap_or_else(|| format!("'{}'", text.replace('\'', "'\\''")))
}

/// A text of JSON within single quotes of a shell.
fn in_single(text: &str) -> String {
    crate::input::json::encode(text).replace('\'', "'\\''")
}

fn hcl_key(name: &str) -> String {
    let is_bare = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
        && !matches!(name, "true" | "false" | "null" | "for" | "if");
    if is_bare {
        name.to_owned()
    } else {
        scalar(name, Quoting::Hcl)
    }
}

/// What an order is called where it comes from, for a comment.
fn comment(order: &Moving) -> Option<String> {
    let name = order.name.as_deref()?;
    let is_line = name.starts_with("line ");
    let visible = crate::text::visible(name);
    // Nothing in a comment may look like an instruction to a linter.
    let is_plain = !visible.contains("kvspec") && !visible.contains(['\n', '\r']);
    (!is_line && is_plain).then(|| visible.into_owned())
}
