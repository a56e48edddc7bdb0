//! What is said of the place under the mouse.

use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind};
use std::fmt::Write as _;
use std::ops::Range;

use super::document::Lines;
use super::view::{Argument, Order, used};
use super::words;
use crate::diagnostic::{Code, Diagnostic, Locale};
use crate::input::item::What;

/// What there is to say about a place: the argument there, the class that it names, a code that is
/// written there, and why what was found there was found.
pub(super) fn hover(
    lines: &Lines,
    orders: &[Order],
    findings: &[&Diagnostic],
    offset: usize,
    locale: Locale,
) -> Option<Hover> {
    let mut parts = Vec::new();
    let mut place: Option<Range<usize>> = None;
    let order = orders.iter().find(|order| is_within(&order.whole, offset));
    if let Some((order, argument)) =
        order.and_then(|order| Some((order, order.argument_at(offset)?)))
    {
        let value = argument.value();
        if is_within(&value, offset) {
            if let Some(class) = argument.class(order.profile) {
                parts.push(words::class_at_length(class, shards(order), locale));
            }
            place = Some(value);
        } else {
            place = Some(argument.member.key.clone());
        }
        parts.push(words::parameter(argument.parameter, order.profile, locale));
    }
    if let Some((code, range)) = code_at(lines, offset) {
        parts.push(words::code(code, locale));
        place = place.or(Some(range));
    }
    for found in findings {
        if let Some(span) = found.span
            && is_within(&(span.start.offset..span.end.offset), offset)
        {
            let (code, reason) = (found.code.name(), found.reason(locale));
            let mut part = format!("`{code}` {reason}");
            if let Some(source) = found.source {
                let colon = words::pick(locale, ": ", "：");
                let _ = write!(part, "\n\n> {}{colon}{}", source.document, source.quote);
            }
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
    }
    if parts.is_empty() {
        return None;
    }
    Some(Hover {
        contents: HoverContents::Markup(MarkupContent {
            kind: MarkupKind::Markdown,
            value: parts.join("\n\n---\n\n"),
        }),
        range: place.map(|place| lines.range(&place)),
    })
}

const fn is_within(range: &Range<usize>, offset: usize) -> bool {
    range.start <= offset && offset <= range.end
}

/// The number of shards that an order asks for.
pub(super) fn shards(order: &Order) -> Option<u32> {
    let mut number = None;
    order.visit(&mut |_, Argument { member, parameter }| {
        let is_count =
            ["ShardCount", "shard_count", "shardCount", "shardNumber"].contains(&parameter.name);
        if is_count && let What::Number(text) | What::Text(text) = &member.value.what {
            number = text.parse().ok().or(number);
        }
    });
    number
}

/// The code of a finding that is written at an offset: in a comment, or in `kvspec.toml`.
fn code_at(lines: &Lines, offset: usize) -> Option<(Code, Range<usize>)> {
    let line = lines.line(lines.line_of(offset));
    let text = lines.text().get(line.clone())?;
    let at = offset.checked_sub(line.start)?;
    let is_word = |c: char| c.is_ascii_lowercase() || c == '-';
    let start = text
        .get(..at)?
        .rfind(|c| !is_word(c))
        .map_or(0, |place| place + 1);
    let rest = text.get(start..)?;
    let word = &rest[..rest.find(|c| !is_word(c)).unwrap_or(rest.len())];
    let range = line.start + start..line.start + start + word.len();
    Some((Code::from_name(word)?, range))
}

/// Where the value of an argument comes from: the file, if it is another one, and the stretch there;
/// or else the name of what it refers to.
pub(super) fn origin(order: &Order, offset: usize) -> Option<(Option<String>, Range<usize>)> {
    let mut found = None;
    order.visit(&mut |_, argument| {
        let value = &argument.member.value;
        if let Some(via) = &value.via
            && is_within(&used(value), offset)
        {
            found = Some((via.file.clone(), value.span.clone()));
        }
    });
    found
}

/// The name of a Terraform variable or local value under an offset, and where a text declares it.
pub(super) fn variable_at(text: &str, offset: usize) -> Option<String> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let start = text
        .get(..offset)?
        .rfind(|c| !is_word(c))
        .map_or(0, |place| place + 1);
    let rest = text.get(start..)?;
    let word = &rest[..rest.find(|c| !is_word(c)).unwrap_or(rest.len())];
    let name = word.strip_prefix("var.")?;
    Some(name.split('.').next()?.to_owned())
}

/// Where a text declares a variable of that name.
pub(super) fn declaration(text: &str, name: &str) -> Option<Range<usize>> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_start();
        let declared = words
            .strip_prefix("variable")
            .map(|rest| rest.trim_start().trim_start_matches('"'))
            .and_then(|rest| rest.strip_prefix(name));
        if declared.is_some_and(|rest| rest.starts_with(['"', ' ', '{'])) {
            let start = at + (line.len() - words.len());
            return Some(start..at + line.trim_end().len());
        }
        at += line.len();
    }
    None
}
