//! What of a response, and of a provider's message, may be shown.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use super::tree::{Item, Tree, is_xml};
use crate::documents::{RESPONSES, ResponseField, ResponseKind};
use crate::input::json;
use crate::spec::Spec;
use crate::transfer::MASK;

/// Members of a provider's error that are shown beside the documented fields of responses.
const ERROR_MEMBERS: [&str; 9] = [
    "Code",
    "code",
    "status",
    "error",
    "RequestId",
    "requestId",
    "HostId",
    "Recommend",
    "Error",
];

/// The longest message of a provider that is repeated, in characters.
const LONGEST_MESSAGE: usize = 240;

/// A longer message, in bytes, is not looked at.
const LONGEST_READ: usize = 4096;

/// The longest word of a provider's message that is repeated, in bytes: what is longer is a
/// signed request or the like, not a word.
const LONGEST_WORD: usize = 64;

/// A shorter secret cannot be blotted out of a sentence without showing which letters it has.
const SHORTEST_SECRET: usize = 4;

/// The text of a response with every byte of an undocumented field's value replaced by an
/// asterisk, so that offsets stay what they were. A provider's own message is hidden too: it may
/// repeat what it refuses. Of a text that cannot be read, only its markup is left.
///
/// ```
/// use kvspec::response::redact_response;
/// assert_eq!(
///     redact_response(r#"{"InstanceId": "r-1", "Secret": "x"}"#),
///     r#"{"InstanceId": "r-1", "Secret": ***}"#
/// );
/// assert_eq!(redact_response("<R><Port>1</Port><A>x"), "<*><****>*</****><*>*");
/// ```
#[must_use]
pub fn redact_response(text: &str) -> String {
    let mut hidden = Vec::new();
    match Tree::read(text) {
        Ok(tree) => {
            let fields: Vec<&ResponseField> =
                RESPONSES.iter().flat_map(|table| table.fields).collect();
            if tree.root.is_object() {
                hide(&tree.root, &fields, &mut hidden);
            } else {
                hidden.push(tree.root.range.clone());
            }
            if tree.element.is_some() {
                hide_markup(text, &mut hidden);
            }
        }
        Err(_) if is_xml(text) => {
            let kept = |byte: &u8| matches!(byte, b'<' | b'>' | b'/' | b'\n' | b'\r');
            let runs = text.as_bytes().chunk_by(|a, b| kept(a) == kept(b));
            let mut at = 0;
            for run in runs {
                if !run.first().is_some_and(kept) {
                    hidden.push(at..at + run.len());
                }
                at += run.len();
            }
        }
        Err(_) => return crate::redact(text),
    }
    crate::redact::mask(text, &hidden)
}

fn hide(item: &Item<'_>, fields: &[&'static ResponseField], hidden: &mut Vec<Range<usize>>) {
    for member in &item.members {
        let field = fields.iter().find(|field| field.name == member.name);
        match field.map(|field| field.kind) {
            Some(ResponseKind::Object(inner)) if member.item.is_object() => {
                let inner: Vec<&ResponseField> = inner.iter().collect();
                hide(&member.item, &inner, hidden);
            }
            Some(_) if member.item.is_flat() && !crate::redact::holds_secret(&member.item.text) => {
            }
            None if member.item.is_object() && matches!(&*member.name, "error" | "Error") => {
                hide(&member.item, &[], hidden);
            }
            None if ERROR_MEMBERS.contains(&&*member.name) && member.item.is_flat() => {}
            _ => hidden.push(member.item.range.clone()),
        }
    }
}

/// Attributes, comments and the like: nothing of an XML response but its elements is shown.
fn hide_markup(text: &str, hidden: &mut Vec<Range<usize>>) {
    let mut at = 0;
    while let Some(open) = text[at..].find('<').map(|found| at + found) {
        let rest = &text[open..];
        let (skip, end) = if rest.starts_with("<!--") {
            (4, rest.find("-->").map(|end| end + 3))
        } else if rest.starts_with("<![CDATA[") {
            // Its text is an element's, which is dealt with.
            at = rest.find("]]>").map_or(text.len(), |end| open + end + 3);
            continue;
        } else if rest.starts_with("<?") {
            (2, rest.find("?>").map(|end| end + 2))
        } else {
            let name = rest.find(|c: char| c.is_whitespace() || c == '>');
            (name.unwrap_or(rest.len()), end_of_tag(rest))
        };
        let end = open + end.unwrap_or(rest.len());
        let from = open + skip;
        if from + 1 < end {
            hidden.push(from..end - 1);
        }
        at = end.max(open + 1);
    }
}

/// Behind the bracket that closes a tag; attributes in quotes may hold brackets of their own.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// A provider's message as it may be repeated: one line of visible characters, without anything
/// that the request holds as a secret. Nothing where that cannot be had.
pub(super) fn clean(message: &str, secrets: &[String]) -> Option<String> {
    if message.len() > LONGEST_READ {
        return None;
    }
    let mut text = Cow::Borrowed(message);
    for secret in secrets {
        if text.contains(secret.as_str()) {
            if secret.chars().count() < SHORTEST_SECRET {
                return None;
            }
            text = Cow::Owned(text.replace(secret.as_str(), MASK));
        }
    }
    let mut words: Vec<String> = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || crate::text::is_invisible(c)) {
        if word.is_empty() {
            continue;
        }
        // Signed requests are repeated in full by some errors, percent-encoded twice.
        let is_request = word.len() > LONGEST_WORD || word.contains('=') || word.contains("%3D");
        words.push(if is_request {
            MASK.to_owned()
        } else {
            word.to_owned()
        });
    }
    let line = words.join(" ");
    if line.is_empty() {
        return None;
    }
    if line.chars().count() > LONGEST_MESSAGE {
        let cut: String = line.chars().take(LONGEST_MESSAGE).collect();
        return Some(cut + "…");
    }
    Some(line)
}

/// A short word of a provider, such as a code or an ID, if it looks like one.
pub(super) fn word(text: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '*');
    (!text.is_empty() && text.len() <= LONGEST_WORD && text.chars().all(plain))
        .then(|| text.to_owned())
}

/// Whatever is hidden where a request is shown, in each way in which it could be repeated.
pub(super) fn secrets(request: Spec<'_>) -> Vec<String> {
    let text = request.written();
    let shown = crate::redact(&text);
    let (written, shown) = (text.as_bytes(), shown.as_bytes());
    let mut all = HashSet::new();
    let mut at = 0;
    while at < written.len() {
        if shown.get(at) != Some(&b'*') {
            at += 1;
            continue;
        }
        let start = at;
        while shown.get(at) == Some(&b'*') {
            at += 1;
        }
        if written[start..at] != shown[start..at]
            && let Some(run) = text.get(start..at)
        {
            spellings(run, &mut all);
        }
    }
    let mut all: Vec<String> = all.into_iter().collect();
    // A longer secret may hold a shorter one.
    all.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
    all
}

/// A hidden piece of text, and what it stands for through some layers of quoting.
fn spellings(run: &str, all: &mut HashSet<String>) {
    let mut text = run.to_owned();
    for _ in 0..3 {
        let bare = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\\'));
        if bare.is_empty() || bare == "null" {
            return;
        }
        all.insert(bare.to_owned());
        let literal = format!("\"{bare}\"");
        let next = if bare.contains('\\') && json::Scanner::document(&literal, 1).is_ok() {
            json::decode(&literal).into_owned()
        } else if bare.contains(['%', '+']) {
            match crate::input::parse_query(&format!("x={bare}")) {
                Ok((_, pairs)) => pairs
                    .first()
                    .map(|pair| pair.value.clone().into_owned())
                    .unwrap_or_default(),
                Err(_) => return,
            }
        } else {
            return;
        };
        if next == bare {
            return;
        }
        text = next;
    }
}
