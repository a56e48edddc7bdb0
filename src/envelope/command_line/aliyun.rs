//! `aliyun … r-kvstore CreateInstance …`, in both of its modes.

use std::ops::Range;

use super::flags::{Flag, Part, Rules, asks_for_help, parts};
use super::names::{Meaning, Mode, Operation, spelt};
use super::values::{Surroundings, is_and_so_on, is_open, unknown};
use super::{Context, certain_text, member, spec, tree, unknown_word};
use crate::envelope::{Found, Mend, Remark, What as Wrong};
use crate::input::item::{Item, Member, What, Written};
use crate::input::shell::{Piece, Word};

/// How the tool reads its words.
const RULES: Rules = Rules {
    signs: &['=', ':'],
    bare: &[
        "secure",
        "insecure",
        "force",
        "version",
        "dryrun",
        "cli-dry-run",
        "cli-dry-run-json",
        "estimate-cost",
        "quiet",
        "q",
        "yes",
        "y",
        "cli-ai-mode",
        "no-cli-ai-mode",
        "help",
        "h",
        "roa",
    ],
    greedy: &["output", "o", "waiter", "pager", "tag"],
};

/// Flags of the tool that are no parameters; those in [`RULES`] besides.
const OWN: [&str; 38] = [
    "profile",
    "p",
    "mode",
    "access-key-id",
    "access-key-secret",
    "sts-token",
    "ram-role-name",
    "ram-role-arn",
    "role-session-name",
    "external-id",
    "source-profile",
    "private-key",
    "key-pair-name",
    "process-command",
    "oidc-provider-arn",
    "oidc-token-file",
    "bearer-token",
    "sts-region",
    "sts-endpoint",
    "expired-seconds",
    "region",
    "language",
    "read-timeout",
    "connect-timeout",
    "retry-count",
    "config-path",
    "endpoint",
    "endpoint-type",
    "header",
    "accept",
    "log-level",
    "cli-query",
    "output",
    "o",
    "pager",
    "waiter",
    "method",
    "user-agent",
];

/// Flags of the tool that only products with paths take: with this one they are an error.
const OTHER_PRODUCTS: [&str; 2] = ["body", "body-file"];

/// Those of them whose values nobody may see.
const SECRETS: [&str; 4] = [
    "access-key-secret",
    "sts-token",
    "private-key",
    "bearer-token",
];

/// Words that people take for the product.
const INVENTED_PRODUCTS: [&str; 8] = [
    "redis",
    "kvstore",
    "tair",
    "rkvstore",
    "r_kvstore",
    "kv-store",
    "redisdb",
    "r-kv-store",
];

/// Operations that create something else.
const OTHER_OPERATIONS: [&str; 2] = ["createtcinstance", "createglobaldistributecache"];

/// Reads the words of a command from `aliyun` on; whether they are a command of that tool.
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
    if !product_name.eq_ignore_ascii_case("r-kvstore") {
        let lower = product_name.to_ascii_lowercase();
        if INVENTED_PRODUCTS.contains(&lower.as_str()) && creates_an_instance(&name) {
            found
                .remarks
                .push(unknown_word(product, "", Some("r-kvstore")));
            return true;
        }
        return false;
    }
    let Some((operation_meant, mode)) = Operation::named(&name) else {
        if let Some(remark) = glued(operation) {
            found.remarks.push(remark);
            return true;
        }
        if creates_an_instance(&name) {
            let suggestion = suggestion_for(&name);
            found
                .remarks
                .push(unknown_word(operation, "/Action", suggestion));
        }
        return true;
    };
    let mut order = Order {
        operation: operation_meant,
        mode,
        surroundings: Surroundings::of(context),
        is_forced: parts
            .iter()
            .any(|part| matches!(part, Part::Flag(flag) if flag.name == "force")),
        is_open: context.takes_more,
        members: Vec::new(),
        flags: Vec::new(),
        unknown: Vec::new(),
        exact: Vec::new(),
        follows_secret: false,
        region: None,
    };
    order.note_exact(&parts);
    for part in &parts {
        match part {
            Part::Flag(flag) => order.flag(flag),
            Part::Word(word) => order.word(word),
        }
    }
    order.drop_other_spellings();
    let remarks = order.remarks(operation);
    let arguments = What::Map {
        members: order.members,
        open: order.is_open,
    };
    let mut spec = spec(operation_meant.profile, words, operation, arguments);
    spec.region = order.region;
    spec.remarks = remarks;
    found.specs.push(spec);
    true
}

/// Whether the name of an operation, known or not, says that it creates an instance.
pub(super) fn creates_an_instance(name: &str) -> bool {
    let flat: String = name
        .chars()
        .filter(|character| !matches!(character, '-' | '_'))
        .map(|character| character.to_ascii_lowercase())
        .collect();
    flat.strip_prefix("create")
        .is_some_and(|rest| rest.trim_end_matches('s').ends_with("instance"))
        && !OTHER_OPERATIONS.contains(&flat.as_str())
}

/// What is wrong with an operation's word that goes on behind white space which parts no words for a
/// shell: U+00A0, as a web page has it.
fn glued(word: &Word<'_>) -> Option<Remark> {
    let [Piece::Text { text, span, .. }] = word.pieces.as_slice() else {
        return None;
    };
    let (at, blank) = text.char_indices().find(|(_, c)| c.is_whitespace())?;
    if blank.is_ascii() || text.len() != span.len() || Operation::named(&text[..at]).is_none() {
        return None;
    }
    let span = span.start + at..span.start + at + blank.len_utf8();
    Some(Remark {
        what: Wrong::Character(blank),
        path: String::new(),
        fix: Some(Mend::one(span.clone(), " ".to_owned(), true)),
        span,
    })
}

/// The operation that was probably meant, in the mode of what is written.
fn suggestion_for(name: &str) -> Option<&'static str> {
    let mode = if name.contains(|c: char| c.is_ascii_uppercase()) {
        Mode::Classic
    } else {
        Mode::Kebab
    };
    // By what the word says: by its letters, "Redis" would be nearest to "Tair".
    let lower = name.to_ascii_lowercase();
    let meant = if lower.contains("tair") {
        "CreateTairInstance"
    } else if lower.ends_with("instances") {
        "CreateInstances"
    } else {
        "CreateInstance"
    };
    Operation::named(meant).map(|(operation, _)| operation.word(mode))
}

/// An order while its flags are read.
struct Order<'a, 't> {
    operation: &'static Operation,
    mode: Mode,
    surroundings: Surroundings<'a, 't>,
    is_forced: bool,
    is_open: bool,
    members: Vec<Member>,
    /// The flags that are parameters.
    flags: Vec<Known>,
    /// The flags that are none.
    unknown: Vec<Stranger>,
    /// The parameters of which some flag has the right spelling.
    exact: Vec<String>,
    /// Whether the flag before was a secret without its value: what comes next may be it.
    follows_secret: bool,
    region: Option<String>,
}

/// A flag that the tool does not have, or a word that was probably meant as one.
struct Stranger {
    written: String,
    place: Range<usize>,
    /// Whether that, and nothing else, is written there.
    is_literal: bool,
    /// The parameter that was probably meant.
    suggestion: Option<String>,
    /// Whether it has no dashes that the tool would see.
    is_word: bool,
}

/// A flag that is a parameter.
struct Known {
    written: String,
    place: Range<usize>,
    /// Whether the name, and nothing else, is written there.
    is_literal: bool,
    parameter: String,
    /// The mode that its spelling belongs to, if it can be told.
    mode: Option<Mode>,
    /// Whether it differs in case from every right spelling.
    is_misspelt: bool,
}

impl Order<'_, '_> {
    /// Notes which parameters have a flag in the right spelling.
    fn note_exact(&mut self, parts: &[Part<'_, '_>]) {
        for part in parts {
            let Part::Flag(flag) = part else { continue };
            let name = flag.name.strip_suffix("-FILE").unwrap_or(&flag.name);
            if let Meaning::Parameter {
                name,
                is_misspelt: false,
                ..
            } = self.operation.flag(name)
            {
                self.exact.push(name);
            }
        }
    }

    /// Of several wrong spellings of a parameter, only the value of the last one is judged.
    fn drop_other_spellings(&mut self) {
        for (at, flag) in self.flags.iter().enumerate() {
            let is_other =
                |later: &Known| later.parameter == flag.parameter && later.written != flag.written;
            if flag.is_misspelt && self.flags[at + 1..].iter().any(is_other) {
                self.members.retain(|member| member.key != flag.place);
            }
        }
    }

    /// Notes a flag that the tool does not have.
    fn stranger(
        &mut self,
        written: String,
        place: Range<usize>,
        is_literal: bool,
        suggestion: Option<String>,
    ) {
        self.unknown.push(Stranger {
            written,
            place,
            is_literal,
            suggestion,
            is_word: false,
        });
    }

    /// Reads a word that is no flag and no value of one. That of a parameter was meant as a flag: its
    /// dashes are missing, or they are those of a text editor.
    fn word(&mut self, word: &Word<'_>) {
        self.is_open |= is_open(word);
        let Some(text) = word.literal().filter(|_| !self.follows_secret) else {
            return;
        };
        let is_dash = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '−' | '－');
        let name = text.trim_start_matches(|c: char| is_dash(c) || c.is_whitespace());
        if let Meaning::Parameter {
            name: parameter,
            is_misspelt: false,
            ..
        } = self.operation.flag(name)
        {
            // Its value is lost, too.
            self.is_open = true;
            self.follows_secret = parameter == "Password";
            self.unknown.push(Stranger {
                written: text.clone().into_owned(),
                place: word.span.clone(),
                is_literal: true,
                suggestion: Some(parameter),
                is_word: true,
            });
        }
    }

    /// Reads a flag.
    fn flag(&mut self, flag: &Flag<'_>) {
        if flag.value.as_ref().is_some_and(is_and_so_on) {
            self.is_open = true;
        }
        let follows_secret = std::mem::take(&mut self.follows_secret);
        let name = flag.name.as_str();
        let of_file = name.strip_suffix("-FILE");
        let meaning = self.operation.flag(of_file.unwrap_or(name));
        // The tool's own `--version` is no misspelt parameter.
        if is_own(name) {
            if name == "region" && self.region.is_none() {
                let value = flag.value.as_ref().map(|value| self.certain(value));
                self.region = value.flatten();
            }
            self.follows_secret = flag.value.is_none() && SECRETS.contains(&name);
            return;
        }
        if OTHER_PRODUCTS.contains(&name) {
            let place = flag.key.clone();
            self.stranger(name.to_owned(), place, true, None);
            return;
        }
        let (parameter, is_misspelt, mode) = match meaning {
            // Beside the right spelling it is a flag that the tool does not have.
            Meaning::Parameter {
                name: parameter,
                is_misspelt: true,
                ..
            } if self.exact.contains(&parameter) => {
                self.follows_secret = parameter == "Password" && flag.value.is_none();
                let place = flag.key.clone();
                self.stranger(name.to_owned(), place, flag.is_literal, None);
                return;
            }
            Meaning::Parameter {
                name,
                is_misspelt,
                mode,
            } => (name, is_misspelt, mode),
            Meaning::Common => {
                self.common(flag);
                return;
            }
            // A value that begins with a dash may be a secret, and is not repeated.
            Meaning::Unknown(_) if follows_secret => return,
            // The tool takes a number below zero for a flag, and has none of that name.
            Meaning::Unknown(_) if flag.is_short && is_number(name) => {
                let place = flag.key.start.saturating_sub(1)..flag.key.end;
                self.stranger(format!("-{name}"), place, true, None);
                return;
            }
            Meaning::Unknown(_) if flag.is_short => return,
            Meaning::Unknown(suggestion) => {
                let place = flag.key.clone();
                let masked = crate::redact::without_secret(name);
                let (suggestion, written) = match masked {
                    Some(masked) => (None, masked),
                    None => (suggestion, name.to_owned()),
                };
                self.stranger(written, place, flag.is_literal, suggestion);
                return;
            }
        };
        self.follows_secret = parameter == "Password" && flag.value.is_none();
        self.flags.push(Known {
            written: name.to_owned(),
            place: flag.key.clone(),
            is_literal: flag.is_literal,
            parameter: parameter.clone(),
            mode,
            is_misspelt,
        });
        let value = self.value(flag, &parameter, of_file.is_some());
        if parameter == "RegionId" {
            self.region = certain_text(&value);
            if self.operation.name == "CreateInstances" {
                return;
            }
        }
        let member = member(&parameter, flag.key.clone(), flag.whole.clone(), value);
        self.members.push(member);
    }

    /// Reads a flag that every operation takes: those that sign a request give the order away.
    fn common(&mut self, flag: &Flag<'_>) {
        const SIGNING: [&str; 2] = ["SecurityToken", "Signature"];
        let Some(value) = flag
            .value
            .as_ref()
            .map(|value| self.surroundings.value(value))
        else {
            return;
        };
        // What the script only refers to is not written down in it.
        if !matches!(value.what, What::Text(_)) {
            return;
        }
        for name in SIGNING {
            if spelt(name, Mode::Classic) == flag.name || spelt(name, Mode::Kebab) == flag.name {
                let (key, whole) = (flag.key.clone(), flag.whole.clone());
                self.members.push(member(name, key, whole, value));
                return;
            }
        }
    }

    /// The value of a flag.
    fn value(&self, flag: &Flag<'_>, parameter: &str, is_of_file: bool) -> Item {
        let Some(value) = &flag.value else {
            let is_switch = self.mode == Mode::Kebab
                && matches!(
                    parameter,
                    "DryRun" | "AutoPay" | "GlobalInstance" | "RebuildInstance" | "AutoRenew"
                );
            let text = if is_switch { "true" } else { "" };
            let what = What::Text(text.to_owned());
            return Item::new(what, flag.key.clone(), Written::Block);
        };
        if is_of_file || is_and_so_on(value) {
            return unknown(None, value.span.clone());
        }
        match parameter {
            "Instances" => {
                let item = tree::read(value, self.surroundings, false);
                if matches!(item.what, What::Map { .. }) {
                    // No list: what is wrong with it is said of the text.
                    return self.surroundings.value(value);
                }
                item
            }
            "Tag" => {
                let item = tree::read(value, self.surroundings, false);
                match item.what {
                    What::List { .. } => item,
                    _ => unknown(None, value.span.clone()),
                }
            }
            // Of a password no more is put together than stands in one place.
            "Password" => self.surroundings.value(value),
            _ => self.surroundings.joined(value),
        }
    }

    /// The text of a word, if it stands in the script for certain.
    fn certain(&self, word: &Word<'_>) -> Option<String> {
        certain_text(&self.surroundings.value(word))
    }

    /// Says what is wrong with the flags, in their order. Where all of them belong to the other
    /// mode than the operation, that is said once, at the operation.
    fn remarks(&mut self, operation: &Word<'_>) -> Vec<Remark> {
        let is_against = |flag: &&Known| flag.mode.is_some_and(|mode| mode != self.mode);
        let counted = self.flags.iter().filter(|flag| flag.mode.is_some()).count();
        let against = self.flags.iter().filter(is_against).count();
        let is_other = against > 0 && against == counted;
        let mode = if is_other {
            self.mode.other()
        } else {
            self.mode
        };
        let mut remarks = Vec::new();
        for flag in &self.flags {
            if flag.is_misspelt || (!is_other && is_against(&flag)) {
                let right = spelt(&flag.parameter, mode);
                let same = |other: &&Known| other.parameter == flag.parameter;
                let is_alone = self.flags.iter().filter(same).count() == 1;
                let path = format!("/{}", flag.written);
                let mut remark = self.spelling(&flag.written, path, &flag.place, right, is_alone);
                remark.fix = remark.fix.filter(|_| flag.is_literal);
                remarks.push(remark);
            }
        }
        let mut given: Vec<String> = Vec::new();
        for stranger in std::mem::take(&mut self.unknown) {
            let Stranger {
                written,
                place,
                is_literal,
                suggestion,
                is_word,
            } = stranger;
            // Where the nearest name is taken, nobody knows what was meant.
            let is_taken = |name: &String| self.flags.iter().any(|flag| flag.parameter == *name);
            let suggestion = suggestion.filter(|name| !is_taken(name));
            let dashes = if is_word { "--" } else { "" };
            let suggestion = suggestion.map(|name| format!("{dashes}{}", spelt(&name, mode)));
            // What another fix gives would be given twice.
            let is_given = suggestion.as_ref().is_some_and(|name| given.contains(name));
            given.extend(suggestion.clone());
            let fix = suggestion
                .clone()
                .filter(|_| is_literal && !is_given)
                .map(|right| Mend::one(place.clone(), right, false));
            remarks.push(Remark {
                path: format!("/{written}"),
                what: Wrong::UnknownFlag {
                    written,
                    suggestion,
                    inside: None,
                    is_forced: self.is_forced,
                    is_word,
                },
                span: place,
                fix,
            });
        }
        if is_other {
            let written = self.operation.word(self.mode);
            let right = self.operation.word(mode).to_owned();
            let path = "/Action".to_owned();
            remarks.push(self.spelling(written, path, &operation.span, right, true));
        }
        remarks.sort_by_key(|remark| remark.span.start);
        remarks
    }

    fn spelling(
        &self,
        written: &str,
        path: String,
        place: &Range<usize>,
        right: String,
        is_safe: bool,
    ) -> Remark {
        Remark {
            what: Wrong::Spelling {
                written: written.to_owned(),
                right: right.clone(),
                is_forced: self.is_forced,
            },
            path,
            span: place.clone(),
            fix: Some(Mend::one(place.clone(), right, is_safe)),
        }
    }
}

/// Whether a flag is the tool's own.
fn is_own(name: &str) -> bool {
    OWN.contains(&name) || RULES.bare.contains(&name) || name.starts_with("cloud-sso-")
}

/// Whether the name of a flag is a number: what is meant as a value below zero.
fn is_number(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_digit())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
}
