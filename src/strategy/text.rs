//! Requests as text: JSON in varied spelling, and query strings.

use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value};

use crate::profile::{Constraint, Need, Profile};

/// Requests as JSON text, with white space, escapes and the order of names varied. It shrinks to
/// the plainest spelling.
pub fn json_text(specs: impl Strategy<Value = Value> + 'static) -> BoxedStrategy<String> {
    (specs, style())
        .prop_map(|(spec, style)| write(&spec, &style))
        .boxed()
}

/// Requests as query strings and URLs, with escapes and the order of parameters varied. What the
/// wire requires beyond the request itself (`Action`) is added. Numbers and booleans become
/// their literal text, objects and arrays JSON, and `null` is left out.
///
/// JD Cloud's requests do not travel like this; their objects would become JSON in a string.
pub fn query_text(
    profile: &'static Profile,
    specs: impl Strategy<Value = Value> + 'static,
) -> BoxedStrategy<String> {
    (specs, style())
        .prop_map(move |(spec, style)| write_query(profile, &spec, &style))
        .boxed()
}

/// Decisions on spelling: none makes the plainest one.
pub(super) fn style() -> BoxedStrategy<Vec<u8>> {
    prop_oneof![1 => Just(Vec::new()), 3 => vec(any::<u8>(), 0..48)].boxed()
}

/// Takes one decision after the other, round and round.
struct Decisions<'s> {
    style: &'s [u8],
    at: usize,
}

impl<'s> Decisions<'s> {
    const fn new(style: &'s [u8]) -> Self {
        Self { style, at: 0 }
    }

    fn next(&mut self) -> u8 {
        let Some(byte) = self.style.get(self.at % self.style.len().max(1)) else {
            return 0;
        };
        self.at += 1;
        // The same few bytes shall not mean the same on every round.
        byte.wrapping_add(u8::try_from(self.at / self.style.len() % 251).unwrap_or_default())
    }

    /// Puts things into another order.
    fn shuffle<T>(&mut self, list: &mut [T]) {
        if self.style.is_empty() {
            return;
        }
        for last in (1..list.len()).rev() {
            list.swap(last, usize::from(self.next()) % (last + 1));
        }
    }
}

pub(super) fn write(spec: &Value, style: &[u8]) -> String {
    let mut out = String::new();
    let mut decisions = Decisions::new(style);
    write_value(&mut out, spec, &mut decisions);
    out
}

fn blank(out: &mut String, decisions: &mut Decisions<'_>) {
    out.push_str(match decisions.next() % 12 {
        7 => " ",
        8 => "\n",
        9 => "\r\n\t",
        10 => "  ",
        _ => "",
    });
}

fn write_value(out: &mut String, value: &Value, decisions: &mut Decisions<'_>) {
    blank(out, decisions);
    match value {
        Value::Object(members) => {
            let mut members: Vec<(&String, &Value)> = members.iter().collect();
            decisions.shuffle(&mut members);
            out.push('{');
            for (index, (name, value)) in members.into_iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                blank(out, decisions);
                write_string(out, name, decisions);
                blank(out, decisions);
                out.push(':');
                write_value(out, value, decisions);
            }
            out.push('}');
        }
        Value::Array(elements) => {
            out.push('[');
            for (index, element) in elements.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_value(out, element, decisions);
            }
            blank(out, decisions);
            out.push(']');
        }
        Value::String(text) => write_string(out, text, decisions),
        other => {
            let _ = write!(out, "{other}");
        }
    }
    blank(out, decisions);
}

fn write_string(out: &mut String, text: &str, decisions: &mut Decisions<'_>) {
    out.push('"');
    for character in text.chars() {
        let decision = decisions.next() % 16;
        let short = match character {
            '"' => Some('"'),
            '\\' => Some('\\'),
            '/' if decision == 9 => Some('/'),
            '\n' => Some('n'),
            '\r' => Some('r'),
            '\t' => Some('t'),
            '\u{8}' => Some('b'),
            '\u{c}' => Some('f'),
            _ => None,
        };
        match (short, decision) {
            (_, 14) | (None, 0..=15) if decision == 14 || character < ' ' => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
            (_, 15) => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{unit:04X}");
                }
            }
            (Some(short), _) => {
                out.push('\\');
                out.push(short);
            }
            (None, _) => out.push(character),
        }
    }
    out.push('"');
}

fn write_query(profile: &'static Profile, spec: &Value, style: &[u8]) -> String {
    let mut decisions = Decisions::new(style);
    let nothing = Map::new();
    let members = spec.as_object().unwrap_or(&nothing);
    let mut pairs: Vec<(String, String)> = members
        .iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(name, value)| {
            let text = match value {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            (name.clone(), text)
        })
        .collect();
    for parameter in profile.request.parameters {
        let implied = parameter.need == Need::RequiredOnWire
            && members.get(parameter.name).is_none_or(Value::is_null);
        if let (true, Constraint::OneOf([only, ..])) = (implied, parameter.constraint) {
            pairs.insert(0, (parameter.name.to_owned(), (*only).to_owned()));
        }
    }
    decisions.shuffle(&mut pairs);
    let mut out = match decisions.next() % 8 {
        5 => "?".to_owned(),
        6 => "https://r-kvstore.aliyuncs.com/?".to_owned(),
        _ => String::new(),
    };
    for (index, (name, value)) in pairs.iter().enumerate() {
        if index > 0 {
            out.push('&');
        }
        escape(&mut out, name, &mut decisions);
        out.push('=');
        escape(&mut out, value, &mut decisions);
    }
    out
}

fn escape(out: &mut String, text: &str, decisions: &mut Decisions<'_>) {
    for byte in text.bytes() {
        let decision = decisions.next() % 16;
        let unreserved = byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
        if byte == b' ' && decision > 7 {
            out.push('+');
        } else if unreserved && decision < 14 {
            out.push(char::from(byte));
        } else if decision == 13 {
            let _ = write!(out, "%{byte:02x}");
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

/// Texts that are nearly JSON.
pub(super) fn unreadable(specs: BoxedStrategy<Value>) -> BoxedStrategy<String> {
    (specs, 0..7_u8, any::<Index>())
        .prop_map(|(spec, way, at)| {
            let text = spec.to_string();
            let inner = text.trim_start_matches('{').to_owned();
            match way {
                // Cut off, but never before the first character.
                0 => {
                    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(1).collect();
                    let end = ends.get(at.index(ends.len().max(1))).copied().unwrap_or(1);
                    text[..end].to_owned()
                }
                1 => format!("{text}}}"),
                2 => format!("{},}}", text.trim_end_matches('}')),
                3 => format!("{{\"\\ud800\":1,{inner}"),
                4 => format!("{{/* order */{inner}"),
                5 => text.replacen('"', "'", 1).replacen("{}", "{'a':1}", 1),
                _ => format!("{{\"a\u{1}\":1,{inner}"),
            }
        })
        .boxed()
}

/// Objects with one name given twice, and the pointer of that name. The last value is the right
/// one, so that nothing else is wrong.
pub(super) fn repeating(specs: BoxedStrategy<Value>) -> BoxedStrategy<(String, String)> {
    let earlier = prop_oneof![Just("null"), Just("1"), Just("\"a\""), Just("[]")];
    (specs, earlier, any::<Index>(), style())
        .prop_map(|(spec, earlier, at, style)| {
            let mut decisions = Decisions::new(&style);
            let nothing = Map::new();
            let members = spec.as_object().unwrap_or(&nothing);
            let chosen = members.keys().nth(at.index(members.len().max(1)));
            let mut path = String::new();
            let mut out = "{".to_owned();
            if let Some(name) = chosen {
                crate::diagnostic::push_segment(&mut path, name);
                write_string(&mut out, name, &mut decisions);
                let _ = write!(out, ":{earlier},");
            }
            let rest = write(&spec, &style);
            out.push_str(rest.trim_start().trim_start_matches('{'));
            (out, path)
        })
        .boxed()
}
