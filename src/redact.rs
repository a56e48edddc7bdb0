//! Hides secrets in a text before any of it is shown.

use std::ops::Range;

use crate::diagnostic::Term;
use crate::input::InputFormat;
use crate::input::{
    DEFAULT_MAX_DEPTH, Encoding, FRAGMENT, JsonKind, Node, Source, json, message, parse_query,
    query_part, rest_request, urls,
};
use crate::profile::{NameMatch, Object};

/// The profile that a file brought along, whose names are known too.
#[cfg(feature = "profile-files")]
pub(crate) type Own = Option<&'static crate::profile::Profile>;
/// The profile that a file brought along: there are no such files.
#[cfg(not(feature = "profile-files"))]
#[derive(Clone, Copy)]
pub(crate) struct Own;

/// No other profiles than the library's.
#[cfg(feature = "profile-files")]
const NO_OWN: Own = None;
#[cfg(not(feature = "profile-files"))]
const NO_OWN: Own = Own;

/// The text with every byte of a secret replaced by an asterisk, so that offsets stay what they
/// were. Hidden are the values of secret parameters, and of names that no profile knows, which
/// may be a misspelt `Password`, and what a URL says before an `@`. Of a text that cannot be read,
/// all values are hidden, and all that follows the place where reading failed. NDJSON is read line
/// by line.
///
/// ```
/// let text = r#"{"Password": "Pass!123456", "RegionId": "cn-hangzhou"}"#;
/// assert_eq!(
///     kvspec::redact(text),
///     r#"{"Password": *************, "RegionId": "cn-hangzhou"}"#
/// );
/// ```
#[must_use]
pub fn redact(text: &str) -> String {
    redact_under(text, NO_OWN)
}

/// The same, where one more profile may be known.
pub(crate) fn redact_under(text: &str, own: Own) -> String {
    match InputFormat::of(text) {
        InputFormat::Ndjson => {
            let lines = text.split_inclusive('\n');
            lines.map(|line| redact_line(line, own)).collect()
        }
        InputFormat::Urls => {
            let urls = urls(text).into_iter();
            urls.map(|url| redact_one(url, own)).collect()
        }
        _ => redact_one(text, own),
    }
}

/// A line of NDJSON. What is no object is no request: it may be the rest of anything.
fn redact_line(line: &str, own: Own) -> String {
    let start = line.trim_start_matches('\u{feff}').trim_start();
    if start.is_empty() || start.starts_with('{') {
        redact_one(line, own)
    } else {
        mask(line, std::slice::from_ref(&(0..line.len())))
    }
}

fn redact_one(text: &str, own: Own) -> String {
    let mut hidden = message(text).map_or_else(Vec::new, |message| message.hidden);
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with(['{', '[', '"']) {
        match json::Scanner::document(text, DEFAULT_MAX_DEPTH) {
            Ok(raw) => hide_in(raw, &Source::new(text), &mut hidden, 0, (is_hidden, own)),
            Err(error) => hide_values(text, error.offset, &mut hidden, own),
        }
    } else if let Some(request) = rest_request(text) {
        let base = text.len() - request.body.len();
        hidden.extend(user_information(text, request.body));
        match json::Scanner::inner_document(request.body, DEFAULT_MAX_DEPTH) {
            Ok(raw) => hide_in(raw, &Source::new(text), &mut hidden, 0, (is_hidden, own)),
            Err(error) => {
                let mut of_body = Vec::new();
                hide_values(request.body, error.offset, &mut of_body, own);
                let places = of_body.into_iter();
                hidden.extend(places.map(|place| base + place.start..base + place.end));
            }
        }
    } else {
        match parse_query(text) {
            Ok((query, pairs)) => {
                let source = Source::new(text);
                hidden.extend(beside(text, query));
                hidden.extend(user_information(text, query));
                // A password may have brought the `#` along.
                let end = query.as_ptr().addr() - text.as_ptr().addr() + query.len();
                if text[end..].starts_with('#') {
                    hidden.push(end + 1..text.len());
                }
                for pair in &pairs {
                    if pair.name.starts_with(FRAGMENT) || without_secret(&pair.name).is_some() {
                        hidden.extend(source.locate(pair.raw_name));
                    }
                    if is_hidden(&pair.name, own) || names_a_user(&pair.value) {
                        hidden.extend(source.locate(pair.raw_value));
                    } else if holds_json(&pair.value) {
                        let quoted =
                            Source::quoted(&pair.value, pair.raw_value, Encoding::Percent, &source);
                        hide_quoted(&pair.value, &quoted, &mut hidden, 0, own);
                    }
                }
            }
            Err(error) if matches!(error.problem, Term::NotAQuery | Term::InputEmpty) => {
                hidden.push(text.len() - start.len()..text.len());
            }
            Err(_) => {
                hidden.extend(user_information(text, query_part(text).0));
                let after = text.find('=').map_or(0, |at| at + 1);
                hidden.push(after..text.len());
            }
        }
    }
    mask(text, &hidden)
}

/// A text with stars for what is hidden. Line breaks and the indentation of lines stay.
pub(crate) fn mask(text: &str, hidden: &[Range<usize>]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for range in hidden {
        let before = range.start.checked_sub(1).map(|at| bytes.get(at));
        let mut is_indentation = matches!(before, None | Some(Some(b'\n')));
        for byte in bytes.get_mut(range.clone()).into_iter().flatten() {
            match byte {
                b'\n' => is_indentation = true,
                b'\r' => {}
                b' ' | b'\t' if is_indentation => {}
                _ => {
                    is_indentation = false;
                    *byte = b'*';
                }
            }
        }
    }
    // Whole characters are hidden. If one were not, all would be.
    String::from_utf8(bytes).unwrap_or_else(|_| "*".repeat(text.len()))
}

/// Whether the value of that name is not shown: it is secret, or nobody knows what it is.
fn is_hidden(name: &str, own: Own) -> bool {
    let (known, secret) = standing(name, own);
    secret || !known
}

fn is_known(name: &str, own: Own) -> bool {
    standing(name, own).0
}

/// Whether a document lists a parameter of that name, and whether one that it lists is secret.
#[cfg_attr(
    not(feature = "profile-files"),
    expect(unused_variables, reason = "there are no other profiles")
)]
fn standing(name: &str, own: Own) -> (bool, bool) {
    let mut known = false;
    let mut secret = false;
    // Files of other tools are read as such.
    let requests = crate::documents::PROFILES
        .iter()
        .copied()
        .filter(|profile| !profile.wire.converts);
    #[cfg(feature = "profile-files")]
    let requests = requests.chain(own);
    for profile in requests {
        profile.visit_objects(&mut |_, object: &'static Object| {
            if let NameMatch::Exact(index) | NameMatch::OtherCase(index) = object.find(name) {
                known = true;
                secret |= object.parameters[index].secret;
            }
            // None that was replaced is secret.
            known |= object.old_names.iter().any(|(old, _)| *old == name);
        });
    }
    (known, secret)
}

/// Hides secrets anywhere in JSON text that was checked: the values of names that are secret.
fn hide_in(
    raw: &str,
    source: &Source<'_>,
    hidden: &mut Vec<Range<usize>>,
    level: u32,
    (is_secret, own): (fn(&str, Own) -> bool, Own),
) {
    if level > 8 {
        hidden.extend(source.locate(raw));
        return;
    }
    let node = Node::Json(raw);
    match node.kind() {
        kind @ (JsonKind::Object | JsonKind::Array) => {
            for (name, key, value) in node.children() {
                let Node::Json(value) = value else { continue };
                if let Some(key) = key.filter(|_| without_secret(&name).is_some()) {
                    hidden.extend(source.locate(key));
                }
                // Elements of an array have no name.
                if kind == JsonKind::Object && is_secret(&name, own) {
                    hidden.extend(source.locate(value));
                } else {
                    hide_in(value, source, hidden, level + 1, (is_secret, own));
                }
            }
        }
        JsonKind::String => {
            let text = node.text();
            if holds_json(&text) {
                let quoted = Source::quoted(&text, raw, Encoding::JsonString, source);
                hide_quoted(&text, &quoted, hidden, level + 1, own);
            } else if names_a_user(&text) {
                let users = users(raw);
                if users.is_empty() {
                    hidden.extend(source.locate(raw));
                }
                let places = users.into_iter();
                hidden.extend(places.filter_map(|place| source.locate(&raw[place])));
            }
        }
        _ => {}
    }
}

fn holds_json(text: &str) -> bool {
    let text = text.trim_start();
    // JSON that was put into a string twice; a quotation mark alone may begin a name.
    let twice = || json::Scanner::document(text, DEFAULT_MAX_DEPTH).is_ok();
    // JSON that is broken where it begins is no less JSON for what it holds.
    let broken = || text.contains('"') && text.contains(':');
    text.starts_with(['{', '[']) || (text.starts_with('"') && twice()) || broken()
}

/// Whether a value is JSON in a string that holds something that is not shown.
pub(crate) fn holds_secret(text: &str) -> bool {
    let mut hidden = Vec::new();
    if holds_json(text) {
        hide_quoted(text, &Source::new(text), &mut hidden, 0, NO_OWN);
    }
    !hidden.is_empty()
}

/// A value with asterisks for what is secret in it: the settings that are passwords, and whom a
/// URL names. Nothing, if it holds no secret.
pub(crate) fn hidden_within(value: &str) -> Option<String> {
    if !value.contains(['"', ':', '{']) {
        return None;
    }
    let mut hidden = users(value);
    if holds_json(value) {
        hide_quoted(value, &Source::new(value), &mut hidden, 0, NO_OWN);
    }
    (!hidden.is_empty()).then(|| mask(value, &hidden))
}

/// JSON inside a string: if it cannot be read, none of it is shown.
fn hide_quoted(
    text: &str,
    source: &Source<'_>,
    hidden: &mut Vec<Range<usize>>,
    level: u32,
    own: Own,
) {
    match json::Scanner::document(text, DEFAULT_MAX_DEPTH) {
        Ok(raw) => {
            // Keys of Config are no parameters: only what is called a password or a secret is
            // hidden. What has names of parameters is no Config.
            let is_config = raw.starts_with('{')
                && Node::Json(raw)
                    .children()
                    .all(|(name, ..)| !is_known(&name, own));
            let is_secret: fn(&str, Own) -> bool = if is_config {
                |name, _| names_a_password(name)
            } else {
                is_hidden
            };
            hide_in(raw, source, hidden, level, (is_secret, own));
        }
        Err(_) => hidden.extend(source.locate(text)),
    }
}

/// What URLs in a text say of who asks: what stands between `://` and the last `@` of the word.
pub(crate) fn users(text: &str) -> Vec<Range<usize>> {
    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | '<' | '>');
    let mut users = Vec::new();
    let mut at = 0;
    while let Some(found) = crate::text::find(&text[at..], "://") {
        let start = at + found + "://".len();
        let end = text[start..]
            .find(ends)
            .map_or(text.len(), |end| start + end);
        if let Some(sign) = text[start..end].rfind('@') {
            users.push(start..start + sign);
        }
        at = end;
    }
    users
}

/// Whether a value is a URL, or holds one, that says who asks.
pub(crate) fn names_a_user(text: &str) -> bool {
    !users(text).is_empty()
}

/// Whether a name in a query is one of a parameter, or is near to one: what is not may be a piece
/// of the value before it.
pub(crate) fn may_be_name(name: &str) -> bool {
    let names = names();
    let first = name.split('.').next().unwrap_or_default();
    let is_known = names.iter().any(|known| known.eq_ignore_ascii_case(first));
    is_known
        || (name.len() >= SHORTEST_GUESS
            && crate::text::nearest(name, names.iter().copied()).is_some())
}

/// Whether a name is a parameter's, in the spelling of whatever tool.
#[cfg(feature = "formats")]
pub(crate) fn is_spelling(name: &str) -> bool {
    let flat: String = name.chars().filter(|c| !matches!(c, '_' | '-')).collect();
    names()
        .iter()
        .any(|known| known.eq_ignore_ascii_case(&flat))
}

fn names() -> &'static [&'static str] {
    NAMES.get_or_init(|| {
        let mut names = COMMON.to_vec();
        // One by one: to sort them would be two kilobytes more for a browser to load.
        let mut add = |name| {
            if !names.contains(&name) {
                names.push(name);
            }
        };
        let requests = crate::documents::PROFILES
            .iter()
            .filter(|profile| !profile.wire.converts);
        for profile in requests {
            profile.visit_objects(&mut |_, object: &'static Object| {
                for parameter in object.parameters {
                    add(parameter.name);
                }
                for (old, _) in object.old_names {
                    add(old);
                }
            });
        }
        names
    })
}

/// The names of all parameters, each once.
static NAMES: std::sync::OnceLock<Vec<&'static str>> = std::sync::OnceLock::new();

/// What every request of an interface with query strings has, besides parameters.
pub(crate) const COMMON: [&str; 9] = [
    "Action",
    "Version",
    "Format",
    "AccessKeyId",
    "Signature",
    "SignatureMethod",
    "SignatureNonce",
    "SignatureVersion",
    "Timestamp",
];

/// A shorter word is near to some parameter by chance.
const SHORTEST_GUESS: usize = 6;

/// Words behind which, in a name that nobody knows, a secret may stand: who forgets a blank or a colon writes
/// `--PasswordAbcd1234!`.
const SECRET_WORDS: [&str; 7] = [
    "password",
    "passwd",
    "pwd",
    "secret",
    "signature",
    "securitytoken",
    "security-token",
];

/// A shorter rest of a name is no secret, but a slip: `Password2`.
const SHORTEST_SECRET: usize = 6;

/// An unknown name without what may be a secret in it; nothing where it is a mere name.
pub(crate) fn without_secret(name: &str) -> Option<String> {
    // A search for a text would be two kilobytes more for a browser to load.
    let end = (0..name.len()).find_map(|at| {
        let rest = &name.as_bytes()[at..];
        let begins = |word: &&&str| {
            let part = rest.get(..word.len());
            part.is_some_and(|part| part.eq_ignore_ascii_case(word.as_bytes()))
        };
        SECRET_WORDS.iter().find(begins).map(|word| at + word.len())
    })?;
    let (shown, rest) = name.split_at(end);
    let is_of_name = |byte: u8| byte.is_ascii_alphabetic() || b"_-. ".contains(&byte);
    if rest.len() < SHORTEST_SECRET || rest.bytes().all(is_of_name) {
        return None;
    }
    let mut shown = shown.to_owned();
    shown.push('…');
    Some(shown)
}

/// Whether what has that name is called a password or the like.
pub(crate) fn names_a_password(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["pass", "pwd", "auth", "secret", "signature", "token"]
        .iter()
        .any(|part| name.contains(part))
}

/// The body of a request whose parameters stand in its target.
fn beside(text: &str, query: &str) -> Option<Range<usize>> {
    let body = message(text)?.body;
    let start = body.as_ptr().addr() - text.as_ptr().addr();
    (!body.is_empty() && !std::ptr::eq(body, query)).then(|| start..start + body.len())
}

/// What a URL says of who asks, between its scheme, if it has one, and the `@` before the host.
fn user_information(text: &str, query: &str) -> Option<Range<usize>> {
    let before = &text[..query.as_ptr().addr() - text.as_ptr().addr()];
    let bare = before.trim_start_matches('\u{feff}').trim_start();
    let host = match bare.find("://") {
        Some(at) => &bare[at + "://".len()..],
        None => bare.strip_prefix("//").unwrap_or(bare),
    };
    let start = before.len() - host.len();
    let end = start + before[start..].rfind('@')?;
    Some(start..end)
}

/// In JSON that is broken at an offset: hides every string that is no name, names within what is
/// not shown, every bare word, and all behind the offset but brackets, commas, colons and quotes
/// at the offset itself.
fn hide_values(text: &str, broken_at: usize, hidden: &mut Vec<Range<usize>>, own: Own) {
    let bytes = text.as_bytes();
    let mut at = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    // How many brackets are open, and from which on nothing is shown.
    let mut depth = 0_usize;
    let mut hidden_from = None;
    let mut is_under_hidden_name = false;
    // A second colon does not make a name of the value before it.
    let mut is_value = false;
    // The value of a name that a document lists, and that is no secret, may be shown.
    let mut shows_value = false;
    while at < broken_at.min(bytes.len()) {
        match bytes[at] {
            b'"' => {
                let start = at;
                at += 1;
                while at < bytes.len() && bytes[at] != b'"' {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                at = (at + 1).min(bytes.len());
                let name = !is_value
                    && at <= broken_at
                    && bytes[at..].trim_ascii_start().starts_with(b":");
                let is_shown = shows_value
                    && is_value
                    && at <= broken_at
                    && is_plain_value(text.get(start + 1..at - 1), &bytes[at..]);
                if (!name && !is_shown) || hidden_from.is_some() {
                    hidden.push(start..at);
                }
                shows_value = false;
                if name {
                    let written = Node::Json(&text[start..at]).text();
                    if without_secret(&written).is_some() {
                        hidden.push(start..at);
                    }
                    is_under_hidden_name = is_hidden(&written, own);
                    shows_value = !is_under_hidden_name;
                }
            }
            b'{' | b'[' => {
                at += 1;
                is_value = false;
                shows_value = false;
                depth += 1;
                if is_under_hidden_name {
                    hidden_from.get_or_insert(depth);
                }
                is_under_hidden_name = false;
            }
            b'}' | b']' => {
                at += 1;
                if hidden_from == Some(depth) {
                    hidden_from = None;
                }
                depth = depth.saturating_sub(1);
                is_under_hidden_name = false;
            }
            b',' => {
                at += 1;
                is_under_hidden_name = false;
                is_value = false;
                shows_value = false;
            }
            b':' => {
                at += 1;
                is_value = true;
            }
            b' ' | b'\t' => at += 1,
            _ => {
                hidden.push(at..at + 1);
                at += 1;
            }
        }
    }
    let from = match bytes.get(broken_at) {
        Some(b'{' | b'}' | b'[' | b']' | b',' | b':' | b'"' | b'\'') => broken_at + 1,
        _ => broken_at,
    };
    hidden.push(from.min(bytes.len())..bytes.len());
}

/// Whether a value in a text that is broken later holds nothing but what identifiers are made of,
/// and ends where a value ends.
fn is_plain_value(value: Option<&str>, behind: &[u8]) -> bool {
    let is_usual = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    value.is_some_and(|value| value.bytes().all(is_usual))
        && matches!(behind.trim_ascii_start().first(), Some(b',' | b'}' | b']'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_known_and_no_secret_is_shown() {
        for text in [
            r#"{"RegionId": "cn-hangzhou", "Period": 12}"#,
            "https://r-kvstore.aliyuncs.com/?Action=CreateInstance&RegionId=cn-hangzhou",
            r#"{"Config": "{\"EvictionPolicy\": \"noeviction\", \"maxclients\": 1}"}"#,
        ] {
            assert_eq!(redact(text), text);
        }
    }

    #[test]
    fn names_are_shown_where_reading_fails() {
        let text = r#"{"RegionId": "cn", "Password": "hunter2", }"#;
        assert_eq!(
            redact(text),
            r#"{"RegionId": "cn", "Password": *********,**"#
        );
        let text = r#"{"RegionId": "cn", "InstanceName": "a@b", "Passwrod": "x", "ZoneId": "z""#;
        assert_eq!(
            redact(text),
            r#"{"RegionId": "cn", "InstanceName": *****, "Passwrod": ***, "ZoneId": ***"#
        );
    }

    #[test]
    fn what_is_broken_makes_no_name_of_a_secret() {
        let text = r#"{"RegionId": "cn", "Password": "hunter2" : "x"}"#;
        assert_eq!(
            redact(text),
            r#"{"RegionId": "cn", "Password": ********* :*****"#
        );
        for text in [
            r#"}{"Password": "hunter2&x=1"}"#,
            r#"}{"Password": "hunter2%zz=1"}"#,
            "RegionId: cn\nPassword: hunter2=1",
            r#"{"Instances": ",{\"Password\": \"hunter2\"}"}"#,
        ] {
            assert!(!redact(text).contains("hunter2"), "{text}");
        }
    }

    #[test]
    fn names_within_what_is_hidden_are_hidden_where_reading_fails() {
        let text = r#"{"Password": [{"hunter2": 1}], "RegionId": {"x": "y"}, }"#;
        assert_eq!(
            redact(text),
            r#"{"Password": [{*********: *}], "RegionId": {"x": ***},**"#
        );
        let text = r#"{"Password": {"a": {"b": 1}, "c": 2}, "Token": {"d": 3"#;
        assert_eq!(
            redact(text),
            r#"{"Password": {***: {***: *}, ***: *}, "Token": {"d": *"#
        );
    }

    #[test]
    fn lines_are_read_one_by_one() {
        let text = "{\"RegionId\": \"a\"}\n{\"RegionId\": \"b\", \"Password\": \"x\"}\n\n";
        assert_eq!(
            redact(text),
            "{\"RegionId\": \"a\"}\n{\"RegionId\": \"b\", \"Password\": ***}\n\n"
        );
    }

    fn quoted(text: &str) -> String {
        serde_json::Value::from(text).to_string()
    }

    /// The shapes in which a password can come.
    fn around(secret: &str) -> Vec<String> {
        let literal = serde_json::Value::from(secret).to_string();
        let inner = format!(r#"[{{"RegionId": "r", "Password": {literal}}}]"#);
        let inner = quoted(&inner);
        let encoded = crate::input::percent_encode(secret);
        vec![
            format!(r#"{{"Password": {literal}}}"#),
            format!(r#"{{"password": {literal}, "Password": {literal}}}"#),
            format!(r#"{{"Passwrod": {literal}}}"#),
            format!(r#"{{"Password": [{literal}]}}"#),
            format!(
                r#"{{"Config": {}}}"#,
                quoted(&format!(r#"{{"requirepass": {literal}}}"#))
            ),
            format!(
                r#"{{"Config": {}}}"#,
                quoted(&quoted(&format!(r#"{{"masterauth": {literal}}}"#)))
            ),
            format!(r#"{{"Instances": {}}}"#, quoted(&inner)),
            quoted(&format!(r#"{{"RegionId": "r", "Password": {literal}}}"#)),
            quoted(&format!(r#"{{"RegionId": "r", "Pasword": {literal}}}"#)),
            format!(
                "[{}]",
                quoted(&format!(r#"{{"RegionId": "r", "Signatur": [{literal}]}}"#))
            ),
            format!("{{\"RegionId\": \"a\"}}\n{{\"Password\": {literal}}}\n{literal}\n"),
            format!("https://user:{encoded}@h/?Action=CreateInstance"),
            format!("https://user:{encoded}@h/?Action=CreateInstance&RegionId=%zz"),
            format!("//user:{encoded}@h/?Action=CreateInstance"),
            format!("user:{encoded}@h?Action=CreateInstance&RegionId=%FF"),
            format!("https://h/?Action=CreateInstance&Password=a#{encoded}"),
            format!("POST /?Action=CreateInstance&Password={encoded} HTTP/1.1\nhost: h\n\n"),
            format!(
                "POST https://u:{encoded}@h/?RegionId=r#{encoded} HTTP/1.1\nhost: u:{encoded}@h\n"
            ),
            format!("GET /#{encoded} HTTP/1.1\nx: y\n"),
            format!("POST /?RegionId=r HTTP/1.1\r\nAuthorization: {secret}\r\n {secret}\r\n\r\n"),
            format!("POST /?RegionId=r HTTP/1.1\n\n{{\"Password\": {literal}}}"),
            format!(
                "POST /?Password={encoded} HTTP/1.1\ncontent-type: application/x-www-form-urlencoded\n\n\
                 Password={encoded}&RegionId=r"
            ),
            format!(
                "POST /v1/regions/r/cacheInstance HTTP/1.1\nx: {secret}\n\n\
                 {{\"cacheInstance\": {{\"password\": {literal}}}}}"
            ),
            format!(r#"{{"Instances": {inner}}}"#),
            format!(r#"{{"Instances": [{{"Password": {literal}}}]}}"#),
            format!(r#"{{"cacheInstance": {{"password": {literal}}}}}"#),
            format!(r#"{{"Password": {literal}"#),
            format!(r#"{{"Password": {{{literal}: 1"#),
            format!(r#"{{"Password" {literal}}}"#),
            format!("{{'Password': {literal}}}"),
            format!(r#"{{"Instances": {inner}, }}"#),
            format!("Action=CreateInstance&Password={encoded}"),
            format!("Action=CreateInstance&Passwrod={encoded}&x=%z"),
        ]
    }

    proptest! {
        #[test]
        fn passwords_are_hidden(secret in "[A-Za-z0-9!@#$%^&*()_+=-]{8,32}") {
            // A build without editions reads no request with its headers.
            let is_read = |text: &String| cfg!(feature = "editions") || !text.contains(" HTTP/1.1");
            for text in around(&secret).into_iter().filter(is_read) {
                let shown = redact(&text);
                prop_assert_eq!(shown.len(), text.len());
                prop_assert!(!shown.contains(&secret), "{}", shown);
            }
        }

        #[test]
        fn nothing_panics(text in any::<String>()) {
            let _ = redact(&text);
            let _ = redact(&format!("{{{text}"));
        }
    }
}
