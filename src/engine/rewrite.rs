//! Fixes in the syntax of another tool's file: what to write in the place of a value.

use std::ops::Range;

use crate::diagnostic::Action;
use crate::input::item::{Item, Member, What, Written};

/// The stretch of the file to change, and what to write there. Nothing where that cannot be said
/// safely: a value that stands elsewhere, a text over several lines.
pub(super) fn edit(
    action: &Action,
    item: &Item,
    members: &[Member],
    text: &str,
) -> Option<(Range<usize>, String)> {
    if item.via.is_some() || matches!(item.written, Written::Block | Written::ShellJson) {
        return None;
    }
    let written = text.get(item.span.clone())?;
    let is_changed = matches!(action, Action::Replace(_) | Action::Trim | Action::Quote);
    if is_changed && !is_as_written(item, written) {
        return None;
    }
    match action {
        // Within quotes that also stand around something else, there is no place for more.
        Action::Replace(value) if item.written == Written::ShellWord => {
            Some((item.span.clone(), shell_word(value, written)?))
        }
        Action::Trim if item.written == Written::ShellWord => match &item.what {
            What::Text(value) => {
                let kept = crate::text::trim(value);
                Some((item.span.clone(), shell_word(kept, written)?))
            }
            _ => None,
        },
        Action::Replace(value) => Some((item.span.clone(), quoted(value, item.written)?)),
        Action::Trim => match &item.what {
            What::Text(value) => Some((
                item.span.clone(),
                quoted(crate::text::trim(value), item.written)?,
            )),
            _ => None,
        },
        Action::Quote => match item.written {
            Written::Hcl | Written::Json | Written::YamlPlain => {
                let is_scalar = matches!(item.what, What::Number(_) | What::Boolean(_));
                let quoted = quoted(written, quoting(item.written))?;
                is_scalar.then(|| (item.span.clone(), quoted))
            }
            _ => None,
        },
        Action::Remove => {
            let member = members
                .iter()
                .find(|member| std::ptr::eq(&raw const member.value, item))?;
            (!member.whole.is_empty()).then(|| (member.whole.clone(), String::new()))
        }
        // A name is mended where it stands, and what is missing stands nowhere yet.
        Action::Rename(_) | Action::Add(..) => None,
    }
}

/// A member before the first one of a mapping, written as that one is: on a line of its own, or within braces. Nothing for
/// what is neither YAML nor JSON.
pub(super) fn added(
    members: &[Member],
    text: &str,
    name: &str,
    value: &str,
) -> Option<(usize, String)> {
    let first = members.iter().min_by_key(|member| member.key.start)?;
    let at = first.key.start;
    let is_yaml = matches!(
        first.value.written,
        Written::Json | Written::YamlPlain | Written::YamlSingle | Written::YamlDouble
    );
    let before = text.get(..at).filter(|_| is_yaml)?;
    let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    let is_quoted = text[at..].starts_with('"');
    let member = if is_quoted {
        format!("\"{name}\": \"{value}\"")
    } else {
        format!("{name}: {value}")
    };
    match (line.trim().is_empty(), before.trim_end().ends_with('{')) {
        // The layout behind a brace is repeated behind the new member.
        (_, true) => {
            let layout = &before[before.trim_end().len()..];
            let layout = if layout.is_empty() { " " } else { layout };
            Some((at, format!("{member},{layout}")))
        }
        (true, false) => Some((at, format!("{member}\n{line}"))),
        (false, false) => None,
    }
}

/// Whether what stands in a value's place is that value, and nothing but that: what an escape, or
/// a word of several pieces, makes of it cannot be told from its place.
fn is_as_written(item: &Item, written: &str) -> bool {
    let between =
        |quote: char| written.len() >= 2 && written.starts_with(quote) && written.ends_with(quote);
    let What::Text(value) = &item.what else {
        return !written.is_empty()
            && !written.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '\\'));
    };
    match item.written {
        Written::Json | Written::YamlDouble | Written::Hcl => between('"'),
        Written::YamlSingle => between('\''),
        Written::YamlPlain => !written.starts_with(['"', '\'', '|', '>', '&', '*', '!']),
        Written::ShellWord => {
            let is_bare = written == value;
            let inner = written.get(1..written.len().saturating_sub(1));
            let is_quoted = (between('"') || between('\'')) && inner == Some(value);
            is_bare || is_quoted
        }
        Written::Block | Written::ShellJson => false,
    }
}

/// A text as a word of a shell, in the place of what is written.
fn shell_word(value: &str, written: &str) -> Option<String> {
    let word = quoted(value, Written::ShellWord)?;
    let was_quoted = written.starts_with(['"', '\'']);
    (was_quoted || word == value).then_some(word)
}

/// How a number is written once it is a text.
const fn quoting(written: Written) -> Written {
    match written {
        Written::YamlPlain => Written::YamlSingle,
        other => other,
    }
}

/// A text as it is written in that way.
pub(crate) fn quoted(value: &str, written: Written) -> Option<String> {
    if value.chars().any(char::is_control) {
        return None;
    }
    Some(match written {
        Written::Json | Written::YamlDouble => {
            format!("\"{}\"", crate::input::json::encode(value))
        }
        Written::Hcl => {
            let escaped = crate::input::json::encode(value)
                .replace("${", "$${")
                .replace("%{", "%%{");
            format!("\"{escaped}\"")
        }
        Written::YamlPlain => {
            let is_plain = value
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
                && value.starts_with(|first: char| first.is_ascii_alphabetic());
            let is_word = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
                .iter()
                .any(|word| value.eq_ignore_ascii_case(word));
            if is_plain && !is_word {
                value.to_owned()
            } else {
                quoted(value, Written::YamlSingle)?
            }
        }
        Written::YamlSingle => format!("'{}'", value.replace('\'', "''")),
        Written::ShellWord => {
            let is_plain = !value.is_empty()
                && value.bytes().all(|byte| {
                    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'/')
                });
            if is_plain {
                value.to_owned()
            } else {
                format!("'{}'", value.replace('\'', "'\\''"))
            }
        }
        Written::Block | Written::ShellJson => return None,
    })
}
