//! Query strings and request URLs.

use std::borrow::Cow;

use super::message::message;
use crate::diagnostic::Term;

/// One `name=value` of a query string.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pair<'a> {
    pub(crate) name: Cow<'a, str>,
    pub(crate) value: Cow<'a, str>,
    /// The name as it was written.
    pub(crate) raw_name: &'a str,
    /// The value as it was written.
    pub(crate) raw_value: &'a str,
}

impl Pair<'_> {
    /// Whether it stands for all that a sample leaves out.
    pub(crate) fn is_and_so_on(&self) -> bool {
        self.value.is_empty() && matches!(self.name.trim(), "..." | "…")
    }
}

/// What the documents print in the place of the parameters that all operations have.
pub(crate) const COMMON: [&str; 3] = [
    "<common parameters>",
    "<Common request parameters>",
    "<公共请求参数>",
];

/// Why a text is not a query string, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct QueryError {
    pub(crate) offset: usize,
    pub(crate) problem: Term,
}

/// What a page of HTML has in the place of `&`.
const ESCAPED: &str = "&amp;";

/// Whether a part of a query begins with the rest of an ampersand as HTML has it. A piece of a password may look like it, but
/// a name that there is does not follow there.
fn is_escaped(part: &str) -> bool {
    part.strip_prefix(&ESCAPED[1..]).is_some_and(|rest| {
        let name = rest.split('=').next().unwrap_or_default();
        crate::redact::may_be_name(&decoded(name))
    })
}

/// Where the ampersands of a query stand that were copied from the source of a page. The browser's build
/// has no place for a mistake that is not made in forms.
pub(crate) fn escaped_ampersands(text: &str) -> Vec<std::ops::Range<usize>> {
    if cfg!(not(feature = "editions")) || !text.contains(ESCAPED) {
        return Vec::new();
    }
    let (query, _) = query_part(text);
    let base = query.as_ptr().addr() - text.as_ptr().addr();
    let found = query.match_indices(ESCAPED);
    found
        .filter(|(at, _)| is_escaped(&query[at + 1..]))
        .map(|(at, _)| base + at..base + at + ESCAPED.len())
        .collect()
}

/// Reads the pairs of a query string, or of the query part of a URL. Line breaks beside a
/// separator are layout, as in the samples that the documents print. Returns the text of the
/// query itself and its pairs.
pub(crate) fn parse_query(text: &str) -> Result<(&str, Vec<Pair<'_>>), QueryError> {
    let (query, is_url, beside) = parts_of(text);
    let base = query.as_ptr().addr() - text.as_ptr().addr();
    let mut pairs = Vec::new();
    let not_a_query = QueryError {
        offset: base,
        problem: Term::NotAQuery,
    };
    for part in beside.split('&').chain(query.split('&')) {
        let part = without_layout(part);
        if part.is_empty() {
            continue;
        }
        let (raw_name, raw_value) = part.split_once('=').unwrap_or((part, &part[part.len()..]));
        // JSON that is broken where it begins, or YAML, has an `=` in it somewhere, perhaps within a
        // password: what comes before is then no name, and nothing that may be repeated.
        let is_no_name = |byte| {
            matches!(
                byte,
                b'"' | b'{' | b'}' | b':' | b' ' | b'\t' | b'\n' | b'\r'
            )
        };
        if raw_name.trim().bytes().any(is_no_name) && !COMMON.contains(&part.trim()) {
            return Err(not_a_query);
        }
        let decode = |raw: &'_ str| -> Result<(), QueryError> {
            check_percent(raw).map_err(|(at, problem)| QueryError {
                offset: raw.as_ptr().addr() - text.as_ptr().addr() + at,
                problem,
            })
        };
        if cfg!(feature = "editions") && is_escaped(part) {
            let at = part.as_ptr().addr() - text.as_ptr().addr();
            return Err(QueryError {
                offset: at.saturating_sub(1),
                problem: Term::EscapedAmpersand,
            });
        }
        decode(raw_name)?;
        decode(raw_value)?;
        pairs.push(Pair {
            name: decoded(raw_name),
            value: decoded(raw_value),
            raw_name,
            raw_value,
        });
    }
    hide_fragments(&mut pairs);
    // A URL is one whether or not it asks for anything; of other texts nothing else tells.
    if !is_url && (pairs.is_empty() || !query.contains('=')) {
        let empty = text.trim_start_matches('\u{feff}').trim().is_empty();
        return Err(if empty {
            QueryError {
                offset: base,
                problem: Term::InputEmpty,
            }
        } else {
            not_a_query
        });
    }
    Ok((query, pairs))
}

/// Begins what stands for a name that may be a piece of a secret.
pub(crate) const FRAGMENT: &str = "***";

/// Gives other names to what may be the rest of a password with an `&` in it: names that nobody
/// knows, directly behind a secret. Messages and paths repeat names.
fn hide_fragments(pairs: &mut [Pair<'_>]) {
    let mut follows_secret = false;
    let mut count = 0;
    for pair in pairs {
        let is_name = crate::redact::may_be_name(&pair.name)
            || ["AccessKeySecret", "SecurityToken"].contains(&&*pair.name);
        if follows_secret && !is_name {
            count += 1;
            pair.name = Cow::Owned(if count == 1 {
                FRAGMENT.to_owned()
            } else {
                format!("{FRAGMENT}{count}")
            });
        } else {
            let name = pair.name.to_ascii_lowercase();
            // How a request is signed is no secret.
            follows_secret = name != "signaturemethod"
                && !matches!(
                    &*name,
                    "signaturenonce" | "signatureversion" | "signaturetype"
                )
                && [
                    "pass",
                    "pasw",
                    "pwd",
                    "signature",
                    "secret",
                    "securitytoken",
                ]
                .iter()
                .any(|word| name.contains(word));
        }
    }
}

/// What stands behind the question mark of a URL and before its fragment, or a bare query; and
/// which of both the text is.
pub(crate) fn query_part(text: &str) -> (&str, bool) {
    let (query, is_url, _) = parts_of(text);
    (query, is_url)
}

/// The same, with what further parameters there are in front.
fn parts_of(text: &str) -> (&str, bool, &str) {
    if let Some(message) = message(text) {
        return (message.query, true, message.beside);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let trimmed = text.trim();
    let is_url = begins_a_url(trimmed);
    let query = if is_url {
        // Document 001 prints its sample without a question mark: host, then `&Action=…`.
        let start = || trimmed.find(['?', '&']).map(|at| at + 1);
        let start = behind_user(trimmed).or_else(start);
        let rest = &trimmed[start.unwrap_or(trimmed.len())..];
        rest.split_once('#').map_or(rest, |(query, _)| query)
    } else if let Some(start) = behind_user(trimmed) {
        &trimmed[start..]
    } else {
        let rest = trimmed.strip_prefix(['?', '&']).unwrap_or(trimmed);
        // A path such as `/?Action=…`.
        rest.strip_prefix("/?").unwrap_or(rest)
    };
    (query, is_url, "")
}

/// What the target of a request asks for.
pub(super) fn behind_question_mark(target: &str) -> &str {
    let start = behind_user(target).or_else(|| target.find('?').map(|at| at + 1));
    let rest = &target[start.unwrap_or(target.len())..];
    rest.split_once('#').map_or(rest, |(query, _)| query)
}

/// Where the query begins if somebody's name and password stand before the host, with or without
/// a scheme: there, neither `?` nor `&` begins a name, which messages would show.
fn behind_user(text: &str) -> Option<usize> {
    let first = text.split('=').next()?;
    let host = first.rfind('@')?;
    Some(host + first[host..].find('?')? + 1)
}

/// Whether a text begins as the URLs of requests do.
pub(crate) fn begins_a_url(text: &str) -> bool {
    let begins = |scheme: &str| {
        text.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    // As pages print it that mean either.
    begins("https://") || begins("http://") || begins("http(s)://")
}

/// A request of a JSON interface: its URL names region and operation, its body stands on the lines
/// behind it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RestRequest<'a> {
    /// The region, as the path has it.
    pub(crate) region: &'a str,
    /// All behind the first line.
    pub(crate) body: &'a str,
}

/// Reads `POST https://host/v1/regions/{regionId}/cacheInstance` with a body behind it, or with
/// headers and a body; method and host may be left out. The browser's build does not read it: it has no edition whose page
/// shows such a request, and the code would be for that alone.
pub(crate) fn rest_request(text: &str) -> Option<RestRequest<'_>> {
    if cfg!(not(feature = "editions")) {
        return None;
    }
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let (line, rest) = start.split_once('\n')?;
    let body = message(text).map_or(rest, |message| message.body);
    let is_method = |word: &&str| {
        !word.is_empty() && word.len() <= 7 && word.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let mut words = line.split_ascii_whitespace().peekable();
    words.next_if(|word| is_method(word));
    let url = words.next()?;
    // The version of the protocol may follow.
    if words.next().is_some_and(|word| !word.starts_with("HTTP/")) {
        return None;
    }
    let path = match url.split_once("://") {
        Some((_, rest)) => &rest[rest.find('/')?..],
        None => url,
    };
    let path = path.split(['?', '#']).next()?;
    let rest = path.strip_prefix("/v1/regions/")?;
    let (region, resource) = rest.split_once('/')?;
    let is_it = resource
        .trim_end_matches('/')
        .eq_ignore_ascii_case("cacheInstance");
    (is_it && !region.is_empty() && body.trim_start().starts_with('{'))
        .then_some(RestRequest { region, body })
}

/// The host of a URL, without who asks and without its port.
pub(crate) fn host_of(text: &str) -> &str {
    if let Some(message) = message(text) {
        return message.host.split(':').next().unwrap_or_default();
    }
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if !begins_a_url(text) {
        return "";
    }
    let rest = text.split_once("://").map_or("", |(_, rest)| rest);
    let end = rest.find(['/', '?', '&', '#']).unwrap_or(rest.len());
    let host = rest[..end].trim_end();
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    host.split(':').next().unwrap_or_default()
}

/// What stands behind the `#` of a URL: no tool sends it.
pub(crate) fn fragment<'t>(text: &'t str, query: &str) -> Option<&'t str> {
    let end = query.as_ptr().addr() - text.as_ptr().addr() + query.len();
    let rest = text[end..].trim_end();
    rest.starts_with('#').then_some(rest)
}

/// A part without the line breaks around it. Blanks beside a line break go with it; other
/// blanks belong to the value.
fn without_layout(part: &str) -> &str {
    let mut part = part;
    if let Some(at) = part.find(|c: char| !c.is_whitespace())
        && part[..at].contains('\n')
    {
        part = &part[at..];
    } else if part.trim().is_empty() && part.contains('\n') {
        return "";
    }
    let end = part.trim_end().len();
    if part[end..].contains('\n') {
        &part[..end]
    } else {
        part
    }
}

fn check_percent(raw: &str) -> Result<(), (usize, Term)> {
    let bytes = raw.as_bytes();
    let mut at = 0;
    while let Some(found) = raw[at..].find('%') {
        let start = at + found;
        let valid = matches!(bytes.get(start + 1..start + 3), Some([a, b]) if a.is_ascii_hexdigit() && b.is_ascii_hexdigit());
        if !valid {
            return Err((start, Term::InvalidPercent));
        }
        at = start + 3;
    }
    if let Err(error) = std::str::from_utf8(&decoded_bytes(raw)) {
        let offset = raw_offset(raw, error.valid_up_to());
        return Err((offset, Term::InvalidUtf8));
    }
    Ok(())
}

/// Where in the raw text the decoded byte at that offset begins.
fn raw_offset(raw: &str, decoded: usize) -> usize {
    let bytes = raw.as_bytes();
    let mut at = 0;
    for _ in 0..decoded {
        at += if bytes.get(at) == Some(&b'%') { 3 } else { 1 };
    }
    at
}

fn decoded_bytes(raw: &str) -> Cow<'_, [u8]> {
    if !raw.contains(['%', '+']) {
        return Cow::Borrowed(raw.as_bytes());
    }
    let bytes = raw.as_bytes();
    let mut out = Vec::with_capacity(raw.len());
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'%' => {
                let digit = |i: usize| char::from(bytes[i]).to_digit(16).unwrap_or_default();
                out.push(u8::try_from(digit(at + 1) << 4 | digit(at + 2)).unwrap_or_default());
                at += 3;
            }
            b'+' => {
                out.push(b' ');
                at += 1;
            }
            byte => {
                out.push(byte);
                at += 1;
            }
        }
    }
    Cow::Owned(out)
}

pub(crate) fn decoded(raw: &str) -> Cow<'_, str> {
    match decoded_bytes(raw) {
        Cow::Borrowed(_) => Cow::Borrowed(raw),
        Cow::Owned(bytes) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
    }
}

/// Percent-encodes a text as RFC 3986 has it: letters, digits, `-`, `_`, `.` and `~` stay.
pub(crate) fn percent_encode(text: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// A text with one URL a line, cut before each line that begins one.
pub(crate) fn urls(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut at, mut has_url) = (0, 0, false);
    for line in text.split_inclusive('\n') {
        if begins_a_url(line.trim_start_matches('\u{feff}').trim_start()) {
            if has_url {
                parts.push(&text[start..at]);
                start = at;
            }
            has_url = true;
        }
        at += line.len();
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pairs(text: &str) -> Vec<(String, String)> {
        let (_, pairs) = parse_query(text).expect("a query string");
        pairs
            .into_iter()
            .map(|p| (p.name.into_owned(), p.value.into_owned()))
            .collect()
    }

    fn pair(name: &str, value: &str) -> (String, String) {
        (name.to_owned(), value.to_owned())
    }

    #[test]
    fn urls_and_bare_queries() {
        let expected = vec![pair("Action", "CreateInstance"), pair("A", "b c中")];
        for text in [
            "https://r-kvstore.aliyuncs.com/?Action=CreateInstance&A=b+c%E4%B8%AD",
            "https://r-kvstore.aliyuncs.com/?Action=CreateInstance&A=b%20c中#top",
            "?Action=CreateInstance&A=b c中\n",
            "Action=CreateInstance&&A=b+c中&",
            "https://r-kvstore.aliyuncs.com\n&Action=CreateInstance\r\n  &A=b+c中\n",
            "http(s)://[Endpoint]/?Action=CreateInstance&A=b+c中",
        ] {
            assert_eq!(pairs(text), expected, "{text}");
        }
    }

    #[test]
    fn a_url_need_not_ask_for_anything() {
        for text in ["https://h", "HTTPS://h/", "http://h/?", "https://h/?&#top"] {
            assert_eq!(pairs(text), [], "{text}");
        }
        assert_eq!(pairs("https://h/?Action"), [pair("Action", "")]);
    }

    #[test]
    fn who_asks_is_no_name() {
        for before in [
            "https://user:pa@h/?",
            "https://user:p&a?b@c@h:99/x?",
            "//user:pa@h/?",
            "user:p&a@h?",
        ] {
            let text = format!("{before}Action=CreateInstance&A=a@b?c");
            let expected = [pair("Action", "CreateInstance"), pair("A", "a@b?c")];
            assert_eq!(pairs(&text), expected, "{text}");
        }
        assert_eq!(pairs("https://h/?a@b=c"), [pair("a@b", "c")]);
        assert_eq!(pairs("a@b=c?d"), [pair("a@b", "c?d")]);
    }

    #[test]
    fn blanks_belong_to_values_unless_they_are_layout() {
        assert_eq!(pairs("a= x &b=1"), [pair("a", " x "), pair("b", "1")]);
        assert_eq!(pairs("a= x\n  &b=1"), [pair("a", " x"), pair("b", "1")]);
    }

    #[test]
    fn pieces_of_passwords_are_no_names() {
        let pairs = pairs("Password=a&Zq7x9=1&b&RegionId=r&Foo=1&Password=x&Tag.1.Key=k");
        let names: Vec<_> = pairs.iter().map(|(name, _)| name.as_str()).collect();
        let expected = [
            "Password",
            "***",
            "***2",
            "RegionId",
            "Foo",
            "Password",
            // Only today's editions know tags.
            if cfg!(feature = "editions") {
                "Tag.1.Key"
            } else {
                "***3"
            },
        ];
        assert_eq!(names, expected);
    }

    #[test]
    fn problems_have_a_place() {
        let problem = |text| {
            let error = parse_query(text).expect_err("no query string");
            (error.offset, error.problem)
        };
        assert_eq!(problem("a=b&c=%4"), (6, Term::InvalidPercent));
        assert_eq!(problem("a=%zz"), (2, Term::InvalidPercent));
        assert_eq!(problem("a=x%FFy"), (3, Term::InvalidUtf8));
        assert_eq!(problem("https://h/?a=%C3"), (13, Term::InvalidUtf8));
        if cfg!(feature = "editions") {
            let of_a_page = "https://h/?Action=a&amp;RegionId=b&amp;Foo=1&amp;capacity=1";
            assert_eq!(problem(of_a_page), (19, Term::EscapedAmpersand));
            assert_eq!(escaped_ampersands(of_a_page), [19..24, 44..49]);
        }
        assert!(parse_query("Password=a&amp;x=1").is_ok());
        assert_eq!(problem("hello"), (0, Term::NotAQuery));
        assert_eq!(problem(" ").1, Term::InputEmpty);
        assert_eq!(problem("?").1, Term::NotAQuery);
        for text in [
            r#"}{"Password": "Abc&def=1"}"#,
            r#"}{"Password": "Abc%zz=1"}"#,
            r#"Instances=[{"Password": "Abc&d"}]"#,
            "RegionId: cn\nPassword: Abcdef=1",
            "https://h/?Password=Abc&d e=1",
        ] {
            assert_eq!(problem(text).1, Term::NotAQuery, "{text}");
        }
        for text in [
            "a=b c",
            " a =b",
            "a=\"b\"",
            "a=b&\n  c=d",
            "https://h:80/?a=b",
        ] {
            assert!(parse_query(text).is_ok(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_read(name in "[A-Za-z]{1,8}", value in any::<String>()) {
            let text = format!("x=1&{name}={}", percent_encode(&value));
            prop_assert_eq!(&pairs(&text)[1], &(name, value));
        }

        #[test]
        fn nothing_panics(text in any::<String>()) {
            let _ = parse_query(&text);
        }
    }
}
