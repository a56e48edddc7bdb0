//! Checks as one would write them by hand for one document, with its numbers in the code.

use serde::de::IgnoredAny;
use serde_json::Value;

use crate::orders::Order;

/// How many characters a text has, where each scalar is one.
#[must_use]
pub fn characters(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.chars().count()
    }
}

/// A name's first character, and those that it may not hold.
#[must_use]
pub fn name(text: &str) -> bool {
    let Some(first) = text.chars().next() else {
        return false;
    };
    let starts = first.is_ascii_alphabetic() || kvspec::text::is_han(first);
    let refused = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '@' | '/' | ':' | '=' | '"' | '“' | '”' | '<' | '>' | '{' | '[' | ']' | '}'
            )
    };
    starts && !text.chars().any(refused)
}

/// A password's characters, and their kinds.
#[must_use]
pub fn password(text: &str) -> bool {
    let mut kinds = 0_u8;
    for byte in text.bytes() {
        kinds |= match byte {
            b'A'..=b'Z' => 1,
            b'a'..=b'z' => 2,
            b'0'..=b'9' => 4,
            b'!' | b'@' | b'#' | b'$' | b'%' | b'^' | b'&' | b'*' | b'(' | b')' | b'_' | b'+'
            | b'-' | b'=' => 8,
            _ => return false,
        };
    }
    kinds.count_ones() >= 3
}

/// A JSON object in a text.
#[must_use]
pub fn json_object(text: &str) -> bool {
    text.starts_with('{') && serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// The value of `ChargeType`.
#[must_use]
pub fn charge_type(text: &str) -> bool {
    matches!(text, "PrePaid" | "PostPaid")
}

/// The value of `Period`.
#[must_use]
pub fn months(text: &str) -> bool {
    matches!(
        text,
        "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "12" | "24" | "36"
    )
}

/// The value of `NetworkType`.
#[must_use]
pub fn network(text: &str) -> bool {
    matches!(text, "CLASSIC" | "VPC")
}

/// The value of `EngineVersion`.
#[must_use]
pub fn version(text: &str) -> bool {
    matches!(text, "2.8" | "4.0" | "5.0")
}

/// The value of `AutoRenew`.
#[must_use]
pub fn boolean(text: &str) -> bool {
    matches!(text, "true" | "false")
}

/// The value of `AutoRenewPeriod`.
#[must_use]
pub fn renewal(text: &str) -> bool {
    matches!(text, "1" | "2" | "3" | "6" | "12")
}

/// The checks on a parsed value: each name is looked up, then all is checked.
#[must_use]
pub fn value(value: &Value) -> bool {
    value.is_object() && Order::of(value).is_some_and(|order| order.is_valid_by_hand())
}
