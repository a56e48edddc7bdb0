//! `jdc … redis create-cache-instance …`.

use std::ops::Range;

use super::flags::{Flag, Part, Rules, asks_for_help, parts};
use super::names::kebab;
use super::values::{Surroundings, is_and_so_on, is_open};
use super::{Context, certain_text, member, spec, tree, unknown_word};
use crate::envelope::{Found, Remark, What as Wrong};
use crate::input::item::{Item, Member, What, Written};
use crate::input::shell::Word;

/// How the tool reads its words.
const RULES: Rules = Rules {
    signs: &['='],
    bare: &["debug", "help", "h", "version", "no-interactive"],
    greedy: &[],
};

/// The operation that is judged.
const OPERATION: &str = "create-cache-instance";

/// Words that people take for the product.
const INVENTED_PRODUCTS: [&str; 4] = ["jcsforredis", "jcs-for-redis", "jcs", "jcs-redis"];

/// Flags of the tool that are no parameters; those in [`RULES`] besides.
const OWN: [&str; 7] = [
    "headers",
    "jdcloud-header",
    "output",
    "profile",
    "p",
    "endpoint",
    "scheme",
];

/// The type of a field, as which the value of a flat flag is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Type {
    Text,
    Integer,
    Boolean,
    Json,
}

/// A field that people take for a flag: the flag, the names on the way to the field, its type.
type Field = (&'static str, &'static [&'static str], Type);

/// The fields, by the kebab case of their names.
const FIELDS: [Field; 38] = [
    ("vpc-id", &["cacheInstance", "vpcId"], Type::Text),
    ("subnet-id", &["cacheInstance", "subnetId"], Type::Text),
    (
        "cache-instance-name",
        &["cacheInstance", "cacheInstanceName"],
        Type::Text,
    ),
    (
        "cache-instance-class",
        &["cacheInstance", "cacheInstanceClass"],
        Type::Text,
    ),
    ("password", &["cacheInstance", "password"], Type::Text),
    ("az-id", &["cacheInstance", "azId"], Type::Json),
    ("az-id-spec", &["cacheInstance", "azId"], Type::Json),
    (
        "cache-instance-description",
        &["cacheInstance", "cacheInstanceDescription"],
        Type::Text,
    ),
    (
        "redis-version",
        &["cacheInstance", "redisVersion"],
        Type::Text,
    ),
    ("ipv6-on", &["cacheInstance", "ipv6On"], Type::Integer),
    (
        "shard-number",
        &["cacheInstance", "shardNumber"],
        Type::Integer,
    ),
    ("user-tags", &["cacheInstance", "userTags"], Type::Json),
    ("ops-tags", &["cacheInstance", "opsTags"], Type::Json),
    (
        "resource-group-id",
        &["cacheInstance", "resourceGroupId"],
        Type::Text,
    ),
    (
        "config-template-id",
        &["cacheInstance", "configTemplateId"],
        Type::Text,
    ),
    ("db-num", &["cacheInstance", "dbNum"], Type::Integer),
    (
        "slave-appendonly",
        &["cacheInstance", "slaveAppendonly"],
        Type::Text,
    ),
    (
        "maxmemory-policy",
        &["cacheInstance", "maxmemoryPolicy"],
        Type::Text,
    ),
    (
        "cache-instance-type",
        &["cacheInstance", "cacheInstanceType"],
        Type::Text,
    ),
    (
        "replica-number",
        &["cacheInstance", "replicaNumber"],
        Type::Integer,
    ),
    (
        "enable-smart-proxy",
        &["cacheInstance", "enableSmartProxy"],
        Type::Integer,
    ),
    ("port", &["cacheInstance", "port"], Type::Integer),
    ("extension", &["cacheInstance", "extension"], Type::Json),
    (
        "cpu-arch-type",
        &["cacheInstance", "cpuArchType"],
        Type::Text,
    ),
    ("backup-id", &["cacheInstance", "backupId"], Type::Text),
    (
        "src-instance-id",
        &["cacheInstance", "srcInstanceId"],
        Type::Text,
    ),
    ("master", &["cacheInstance", "azId", "master"], Type::Text),
    ("slave", &["cacheInstance", "azId", "slave"], Type::Text),
    (
        "az-specify-type",
        &["cacheInstance", "azId", "azSpecifyType"],
        Type::Text,
    ),
    (
        "azs-for-cluster",
        &["cacheInstance", "azId", "azsForCluster"],
        Type::Json,
    ),
    (
        "azs-for-proxy",
        &["cacheInstance", "azId", "azsForProxy"],
        Type::Json,
    ),
    ("charge-mode", &["charge", "chargeMode"], Type::Text),
    ("charge-unit", &["charge", "chargeUnit"], Type::Text),
    (
        "charge-duration",
        &["charge", "chargeDuration"],
        Type::Integer,
    ),
    ("auto-renew", &["charge", "autoRenew"], Type::Boolean),
    (
        "auto-change-charge-mode",
        &["charge", "autoChangeChargeMode"],
        Type::Boolean,
    ),
    (
        "auto-change-charge-mode-date",
        &["charge", "autoChangeChargeModeDate"],
        Type::Text,
    ),
    ("buy-scenario", &["charge", "buyScenario"], Type::Text),
];

/// Reads the words of a command from `jdc` on; whether they are a command of that tool.
pub(super) fn read(context: Context<'_, '_>, words: &[Word<'_>], found: &mut Found) -> bool {
    let parts = parts(&words[1..], RULES);
    if parts.iter().any(asks_for_help) {
        return true;
    }
    let mut others = parts.iter().filter_map(|part| match part {
        Part::Word(word) => Some(*word),
        Part::Flag(_) => None,
    });
    let (Some(product), Some(operation)) = (others.next(), others.next()) else {
        return false;
    };
    let (Some(product_name), Some(name)) = (product.literal(), operation.literal()) else {
        return false;
    };
    if product_name != "redis" {
        let is_invented = INVENTED_PRODUCTS.contains(&product_name.as_ref())
            || product_name.eq_ignore_ascii_case("redis");
        if is_invented && creates_an_instance(&name) {
            found.remarks.push(unknown_word(product, "", Some("redis")));
        }
        return true;
    }
    if name != OPERATION {
        if creates_an_instance(&name) {
            found
                .remarks
                .push(unknown_word(operation, "/Action", Some(OPERATION)));
        }
        return true;
    }
    let mut order = Order {
        surroundings: Surroundings::of(context),
        members: Vec::new(),
        remarks: Vec::new(),
        is_open: context.takes_more,
        has_flat: false,
        follows_secret: false,
        flat: Vec::new(),
        whole_input: None,
        has_instance: false,
    };
    for part in &parts {
        match part {
            Part::Flag(flag) => order.flag(flag),
            Part::Word(word) => order.is_open |= is_open(word),
        }
    }
    let is_open = order.is_open;
    order.input(operation);
    let arguments = order.arguments(words);
    let mut spec = spec(
        "jdcloud.create-cache-instance.2026",
        words,
        operation,
        arguments,
    );
    if let What::Map { members, open } = &mut spec.arguments.what {
        let region = members.iter().find(|member| member.name == "regionId");
        spec.region = region.and_then(|region| certain_text(&region.value));
        *open |= is_open;
    }
    spec.remarks = order.remarks;
    found.specs.push(spec);
    true
}

/// Whether the name of an operation, known or not, says that it creates an instance.
fn creates_an_instance(name: &str) -> bool {
    super::aliyun::creates_an_instance(name)
}

/// An order while its flags are read.
#[expect(clippy::struct_excessive_bools, reason = "each is a trait of its own")]
struct Order<'a, 't> {
    surroundings: Surroundings<'a, 't>,
    members: Vec<Member>,
    remarks: Vec<Remark>,
    is_open: bool,
    /// Whether it has flags that the tool does not have.
    has_flat: bool,
    /// Whether the flag before was a secret without its value: what comes next may be it.
    follows_secret: bool,
    /// Members that such flags give, with the names on the way to them.
    flat: Vec<(&'static [&'static str], Member)>,
    /// The value of `--input-json`.
    whole_input: Option<Item>,
    /// Whether `--cache-instance` is there.
    has_instance: bool,
}

impl Order<'_, '_> {
    /// Reads a flag.
    fn flag(&mut self, flag: &Flag<'_>) {
        let follows_secret = std::mem::take(&mut self.follows_secret);
        if flag.value.as_ref().is_some_and(is_and_so_on) {
            self.is_open = true;
        }
        let name = flag.name.as_str();
        let known = match name {
            "region-id" => "regionId",
            "cache-instance" => {
                self.has_instance = true;
                "cacheInstance"
            }
            "charge" => "charge",
            "input-json" => {
                let value = flag.value.as_ref();
                self.whole_input = value.map(|value| tree::read(value, self.surroundings, true));
                return;
            }
            // People know it from other tools; it would have no value.
            "no-interactive" => {
                self.remarks.push(Remark {
                    what: Wrong::UnknownFlag {
                        written: flag.name.clone(),
                        suggestion: None,
                        is_forced: false,
                        inside: None,
                        is_word: false,
                    },
                    path: format!("/{name}"),
                    span: flag.key.clone(),
                    fix: None,
                });
                return;
            }
            _ if OWN.contains(&name) || RULES.bare.contains(&name) => {
                self.follows_secret = flag.value.is_none();
                return;
            }
            _ if flag.is_short || follows_secret => return,
            _ => {
                self.flat_flag(flag);
                return;
            }
        };
        let value = self.value(
            flag,
            if known == "regionId" {
                Type::Text
            } else {
                Type::Json
            },
        );
        let member = member(known, flag.key.clone(), flag.whole.clone(), value);
        self.members.push(member);
    }

    /// Says what is wrong with `--input-json`: it must hold JSON, and spares no argument.
    fn input(&mut self, operation: &Word<'_>) {
        let Some(input) = &self.whole_input else {
            return;
        };
        if matches!(&input.what, What::Text(text) if !text.starts_with("file://")) {
            self.remarks.push(Remark {
                what: Wrong::NoJson {
                    flag: "--input-json",
                },
                path: "/input-json".to_owned(),
                span: input.span.clone(),
                fix: None,
            });
        }
        if !self.has_instance && !self.is_open && !self.has_flat {
            self.remarks.push(Remark {
                what: Wrong::MissingFlag {
                    flag: "--cache-instance",
                },
                path: "/cache-instance".to_owned(),
                span: operation.span.clone(),
                fix: None,
            });
        }
    }

    /// Reads a flag that the tool does not have.
    fn flat_flag(&mut self, flag: &Flag<'_>) {
        self.has_flat = true;
        let field = FIELDS.iter().find(|(name, ..)| *name == flag.name);
        let written = crate::redact::without_secret(&flag.name);
        let written = written.unwrap_or_else(|| flag.name.clone());
        self.follows_secret = flag.name.contains("password") && flag.value.is_none();
        self.remarks.push(Remark {
            path: format!("/{written}"),
            what: Wrong::UnknownFlag {
                written,
                suggestion: None,
                inside: field.map(|(_, path, _)| inside(path)),
                is_forced: false,
                is_word: false,
            },
            span: flag.key.clone(),
            fix: None,
        });
        let Some((_, path, kind)) = field else { return };
        let Some((last, way)) = path.split_last() else {
            return;
        };
        if flag.value.is_none() {
            return;
        }
        let value = self.value(flag, *kind);
        let member = member(last, flag.key.clone(), flag.whole.clone(), value);
        self.flat.push((way, member));
    }

    /// The value of a flag, read as that type.
    fn value(&self, flag: &Flag<'_>, kind: Type) -> Item {
        let Some(value) = &flag.value else {
            return Item::new(What::Text(String::new()), flag.key.clone(), Written::Block);
        };
        if is_and_so_on(value) {
            return super::values::unknown(None, value.span.clone());
        }
        if kind == Type::Json {
            let item = tree::read(value, self.surroundings, true);
            // What is no JSON after all is the text that it is.
            return match item.what {
                What::Map { .. } | What::List { .. } | What::Unknown { .. } => item,
                _ => self.surroundings.value(value),
            };
        }
        let mut item = self.surroundings.value(value);
        if let What::Text(text) = &item.what {
            let is_number = !text.is_empty()
                && text
                    .strip_prefix('-')
                    .unwrap_or(text)
                    .bytes()
                    .all(|byte| byte.is_ascii_digit());
            match (kind, text.as_str()) {
                (Type::Integer, _) if is_number => item.what = What::Number(text.clone()),
                (Type::Boolean, "true" | "True") => item.what = What::Boolean(true),
                (Type::Boolean, "false" | "False") => item.what = What::Boolean(false),
                _ => {}
            }
        }
        item
    }

    /// What the flags give together.
    fn arguments(&mut self, words: &[Word<'_>]) -> What {
        let mut members = std::mem::take(&mut self.members);
        let whole = words[0].span.start..words[words.len() - 1].span.end;
        for (way, member) in std::mem::take(&mut self.flat) {
            place(&mut members, way, member, &whole);
        }
        let mut open = false;
        match self.whole_input.take().map(|item| item.what) {
            Some(What::Map {
                members: given,
                open: is_open,
            }) => {
                members.retain(|member| given.iter().all(|other| other.name != member.name));
                members.extend(given);
                open = is_open;
            }
            // What a file or variable holds wins over the flags: nothing is known for certain.
            Some(_) => {
                for member in &mut members {
                    member.value = super::values::unknown(None, member.value.span.clone());
                }
                open = true;
            }
            None => {}
        }
        if self.has_flat {
            open = true;
            for member in &mut members {
                open_all(&mut member.value);
            }
        }
        What::Map { members, open }
    }
}

/// Puts a member where those names lead, unless it is there or something else stands in the way.
fn place(members: &mut Vec<Member>, way: &[&str], value: Member, whole: &Range<usize>) {
    let Some((next, rest)) = way.split_first() else {
        if members.iter().all(|member| member.name != value.name) {
            members.push(value);
        }
        return;
    };
    if members.iter().all(|member| member.name != *next) {
        let what = What::Map {
            members: Vec::new(),
            open: true,
        };
        let item = Item::new(what, whole.clone(), Written::ShellJson);
        let (key, cut) = (value.key.clone(), value.key.start..value.key.start);
        members.push(member(next, key, cut, item));
    }
    let found = members.iter_mut().find(|member| member.name == *next);
    if let Some(What::Map { members, .. }) = found.map(|member| &mut member.value.what) {
        place(members, rest, value, whole);
    }
}

/// Lets every map in a value have other members.
fn open_all(item: &mut Item) {
    match &mut item.what {
        What::Map { members, open } => {
            *open = true;
            for member in members {
                open_all(&mut member.value);
            }
        }
        What::List { elements, .. } => elements.iter_mut().for_each(open_all),
        _ => {}
    }
}

/// Where a field stands, as somebody writes it: `--cache-instance {azId: {master: …}}`.
fn inside(path: &[&str]) -> String {
    let (flag, members) = path.split_first().unwrap_or((&"", &[]));
    let inner = members.iter().rfold("…".to_owned(), |inner, name| {
        format!("{{{name}: {inner}}}")
    });
    format!("--{} {inner}", kebab(flag))
}
