//! What is being written at a place of a text that is not finished: a name or a value.

use std::ops::Range;

use super::view::Style;

/// A name or a value that is being written, up to the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    /// The name whose value it is; nothing where it is a name itself.
    pub(super) value_of: Option<String>,
    /// What of it is written, without a quote before it.
    pub(super) written: Range<usize>,
    /// Whether a quote stands before it.
    pub(super) is_quoted: bool,
    /// Where the pair that it belongs to begins.
    pub(super) start: usize,
}

impl Slot {
    /// What is written at an offset of a text in that style.
    pub(super) fn at(text: &str, offset: usize, style: Style) -> Option<Self> {
        let before = text.get(..offset)?;
        match style {
            Style::Shell => Some(in_shell(before)),
            Style::Query => {
                let start = before.rfind(['?', '&', '\n']).map_or(0, |at| at + 1);
                Some(pair(before, start, "="))
            }
            Style::Hcl | Style::Yaml | Style::Json => {
                let line = before.rfind('\n').map_or(0, |at| at + 1);
                let start = line + last_separator(&before[line..], style);
                // YAML has a space behind the colon that ends a name.
                let signs = match style {
                    Style::Hcl => "=",
                    Style::Json => ":",
                    _ => ": ",
                };
                Some(pair(before, start, signs))
            }
        }
    }
}

/// Where in a line the last pair begins: behind a comma or an opening bracket that is in no quotes.
/// A list counts as one value.
fn last_separator(line: &str, style: Style) -> usize {
    let mut quote = None;
    let mut lists = 0_usize;
    let mut start = 0;
    for (at, character) in line.char_indices() {
        if let Some(open) = quote {
            quote = Some(open).filter(|open| *open != character);
            continue;
        }
        match character {
            '"' => quote = Some('"'),
            '\'' if style == Style::Yaml => quote = Some('\''),
            '[' => lists += 1,
            ']' => lists = lists.saturating_sub(1),
            '{' => (start, lists) = (at + 1, 0),
            ',' if lists == 0 => start = at + 1,
            _ => {}
        }
    }
    start
}

/// The pair that begins at an offset, as far as it is written.
fn pair(before: &str, start: usize, sign: &str) -> Slot {
    let whole = &before[start..];
    let lead = whole.len() - whole.trim_start_matches([' ', '\t', '-']).len();
    let start = start + lead;
    let whole = &before[start..];
    let split = split_outside_quotes(whole, sign);
    let (name, from) = match split {
        Some(at) => (Some(unquoted(&whole[..at])), start + at + sign.len()),
        None => (None, start),
    };
    let value = &before[from..];
    let blank = value.len() - value.trim_start().len();
    let mut from = from + blank;
    // Of a list, the element that is being written.
    if name.is_some()
        && before[from..].starts_with('[')
        && let Some(at) = before[from..].rfind(['[', ','])
    {
        let rest = &before[from + at + 1..];
        from += at + 1 + (rest.len() - rest.trim_start().len());
    }
    let is_quoted = before[from..].starts_with(['"', '\'']);
    from += usize::from(is_quoted);
    Slot {
        value_of: name,
        written: from..before.len(),
        is_quoted,
        start,
    }
}

fn split_outside_quotes(text: &str, sign: &str) -> Option<usize> {
    let mut is_quoted = false;
    for (at, character) in text.char_indices() {
        if character == '"' {
            is_quoted = !is_quoted;
        } else if !is_quoted && text[at..].starts_with(sign) {
            return Some(at);
        }
    }
    None
}

fn unquoted(name: &str) -> String {
    name.trim().trim_matches(['"', '\'']).to_owned()
}

fn in_shell(before: &str) -> Slot {
    let is_blank = |c: char| c.is_whitespace();
    let start = before.rfind(is_blank).map_or(0, |at| at + 1);
    let word = &before[start..];
    let quoted = |from: usize| before[from..].starts_with(['"', '\'']);
    if let Some((name, _)) = word.split_once('=').filter(|_| word.starts_with("--")) {
        let from = start + name.len() + 1;
        let is_quoted = quoted(from);
        return Slot {
            value_of: Some(name.trim_start_matches('-').to_owned()),
            written: from + usize::from(is_quoted)..before.len(),
            is_quoted,
            start,
        };
    }
    if word.starts_with('-') {
        let dashes = word.len() - word.trim_start_matches('-').len();
        return Slot {
            value_of: None,
            written: start + dashes..before.len(),
            is_quoted: false,
            start,
        };
    }
    let earlier = before[..start].trim_end_matches(|c: char| is_blank(c) || c == '\\');
    let flag = earlier.rsplit(is_blank).next().unwrap_or_default();
    let name = flag.strip_prefix("--").filter(|name| !name.contains('='));
    let is_quoted = quoted(start);
    Slot {
        value_of: name.map(str::to_owned),
        written: start + usize::from(is_quoted)..before.len(),
        is_quoted,
        start,
    }
}

/// The same text with the pair at the cursor taken out, and what is open closed, so that it can be
/// read: what stands before the cursor keeps its place.
pub(super) fn finished(text: &str, slot: &Slot, offset: usize, style: Style) -> String {
    let line_end = text[offset..]
        .find('\n')
        .map_or(text.len(), |at| offset + at);
    let head = &text[..slot.start];
    match style {
        Style::Shell | Style::Query => text.to_owned(),
        Style::Hcl => {
            let rest = &text[line_end..];
            closed(
                format!("{head}{}{rest}", kept_brackets(&text[offset..line_end])),
                style,
            )
        }
        Style::Yaml => {
            let rest = &text[line_end..];
            format!("{head}_: 0{rest}")
        }
        Style::Json => {
            // What belongs to the pair ends with the next comma or bracket of the line.
            let behind = &text[offset..line_end];
            let end = behind.find([',', '}', ']']).unwrap_or(behind.len());
            let rest = &text[offset + end..];
            let before = head.trim_end().chars().next_back();
            let comma = if matches!(before, None | Some(',' | '{' | '[')) {
                ""
            } else {
                ","
            };
            let next = rest.trim_start().chars().next();
            let end = if matches!(next, None | Some(',' | '}' | ']')) {
                ""
            } else {
                ","
            };
            closed(format!("{head}{comma}\"_\":0{end}{rest}"), style)
        }
    }
}

/// The closing brackets of the rest of a line.
fn kept_brackets(rest: &str) -> String {
    rest.chars().filter(|c| matches!(c, '}' | ']')).collect()
}

/// The text with everything closed that is open at its end.
fn closed(mut text: String, style: Style) -> String {
    let mut open = Vec::new();
    let mut characters = text.chars().peekable();
    let (mut is_quoted, mut is_comment) = (false, false);
    while let Some(character) = characters.next() {
        match character {
            '\n' => (is_quoted, is_comment) = (false, false),
            _ if is_comment => {}
            '\\' if is_quoted => {
                characters.next();
            }
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '#' if style == Style::Hcl => is_comment = true,
            '/' if style == Style::Hcl && characters.peek() == Some(&'/') => is_comment = true,
            '{' => open.push('}'),
            '[' => open.push(']'),
            '}' | ']' => {
                open.pop();
            }
            _ => {}
        }
    }
    if !open.is_empty() && style == Style::Hcl {
        text.push('\n');
    }
    text.extend(open.iter().rev());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is written at the `|` of a text: the name whose value it is, and the beginning.
    fn slot(text: &str, style: Style) -> (Option<String>, String, bool) {
        let offset = text.find('|').unwrap_or_default();
        let text = text.replace('|', "");
        let slot = Slot::at(&text, offset, style);
        slot.map_or((None, String::new(), false), |slot| {
            let written = text[slot.written].to_owned();
            (slot.value_of, written, slot.is_quoted)
        })
    }

    fn value(name: &str, written: &str, is_quoted: bool) -> (Option<String>, String, bool) {
        (Some(name.to_owned()), written.to_owned(), is_quoted)
    }

    fn name(written: &str, is_quoted: bool) -> (Option<String>, String, bool) {
        (None, written.to_owned(), is_quoted)
    }

    #[test]
    fn a_name_or_a_value_is_told_in_every_style() {
        use Style::{Hcl, Json, Query, Shell, Yaml};
        for (text, style, expected) in [
            ("a {\n  ins|", Hcl, name("ins", false)),
            ("a {\n  class = \"red|", Hcl, value("class", "red", true)),
            ("  class = |", Hcl, value("class", "", false)),
            ("  ips = [\"a\", \"b|", Hcl, value("ips", "b", true)),
            ("  tags = { te|", Hcl, name("te", false)),
            ("    Inst|", Yaml, name("Inst", false)),
            ("    - Ke|", Yaml, name("Ke", false)),
            (
                "  InstanceClass: red|",
                Yaml,
                value("InstanceClass", "red", false),
            ),
            (
                "  EngineVersion: '7|",
                Yaml,
                value("EngineVersion", "7", true),
            ),
            ("{\"a\": 1, \"Ins|", Json, name("Ins", true)),
            ("{\"a\": \"b, {\", \"C\": \"x|", Json, value("C", "x", true)),
            (
                "aliyun r-kvstore CreateInstance --Reg|",
                Shell,
                name("Reg", false),
            ),
            ("x --RegionId cn|", Shell, value("RegionId", "cn", false)),
            ("x --RegionId=\"cn|", Shell, value("RegionId", "cn", true)),
            (
                "x \\\n  --RegionId \\\n  cn|",
                Shell,
                value("RegionId", "cn", false),
            ),
            ("https://a/?Action=x&Reg|", Query, name("Reg", false)),
            (
                "https://a/?Action=Cre|",
                Query,
                value("Action", "Cre", false),
            ),
        ] {
            assert_eq!(slot(text, style), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_open_is_closed() {
        let finish = |text: &str, style| {
            let offset = text.find('|').unwrap_or_default();
            let text = text.replace('|', "");
            let slot = Slot::at(&text, offset, style);
            slot.map_or(String::new(), |slot| finished(&text, &slot, offset, style))
        };
        for text in [
            "{\"A\": 1, \"In|\"}",
            "{\"A\": 1, \"In|",
            "{\n \"A\": 1\n \"In|\n}",
            "{\n \"In|\n \"A\": 1\n}",
            "{\"A\": {\"In|\n, \"B\": 2}",
            "[{\"A\": \"x|}]",
        ] {
            let finished = finish(text, Style::Json);
            let read: Result<serde_json::Value, _> = serde_json::from_str(&finished);
            assert!(read.is_ok(), "{text:?} became {finished:?}");
        }
        assert_eq!(
            finish("a {\n  b = 1\n  ins|", Style::Hcl),
            "a {\n  b = 1\n  \n}"
        );
        assert_eq!(finish("a {\n  b = \"x|\"\n}\n", Style::Hcl), "a {\n  \n}\n");
        assert_eq!(finish("A:\n  B|", Style::Yaml), "A:\n  _: 0");
    }
}
