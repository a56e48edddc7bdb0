//! Requests as they travel: a request line, headers, an empty line, and a body.

use std::ops::Range;

use super::query::behind_question_mark;

/// A request as a proxy, a log or a test's server writes it down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Message<'a> {
    /// The operation, where a header or the target of a form names it: newer signatures take it
    /// out of the parameters.
    pub(crate) action: Option<&'a str>,
    /// The host that a header names.
    pub(crate) host: &'a str,
    /// Where the parameters of a query interface stand: in the target, or in a form.
    pub(crate) query: &'a str,
    /// Further parameters in the target, where a form has the others.
    pub(crate) beside: &'a str,
    /// All behind the empty line.
    pub(crate) body: &'a str,
    /// Where in the text something stands that may be secret: what is said of who asks, behind a
    /// `#`, in headers that are not known, and beside the parameters. A body is judged by who reads it.
    pub(crate) hidden: Vec<Range<usize>>,
}

/// Headers whose values tell nothing that is secret.
const SHOWN: [&str; 7] = [
    "accept",
    "connection",
    "content-length",
    "content-type",
    "host",
    "x-acs-action",
    "x-acs-version",
];

/// Reads a request with its headers. The browser's build does not, as it does not read the URL of
/// a JSON interface.
pub(crate) fn message(text: &str) -> Option<Message<'_>> {
    if cfg!(not(feature = "editions")) {
        return None;
    }
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let is_method = ["GET ", "POST ", "PUT "]
        .iter()
        .any(|method| start.starts_with(method));
    if !is_method {
        return None;
    }
    let (line, rest) = start.split_once('\n').unwrap_or((start, ""));
    let mut words = line.split_ascii_whitespace().skip(1);
    let target = words.next()?;
    // Several requests in one file stand between such lines.
    if !words.next()?.starts_with("HTTP/") || words.next().is_some() || rest.contains("\n###") {
        return None;
    }
    let mut message = Message {
        action: None,
        host: "",
        query: behind_question_mark(target),
        beside: "",
        body: &text[text.len()..],
        hidden: Vec::new(),
    };
    let place = |part: &str| {
        let start = part.as_ptr().addr() - text.as_ptr().addr();
        start..start + part.len()
    };
    let before = &target[..place(message.query).start - place(target).start];
    if let Some(user) = before.rfind('@') {
        message.hidden.push(place(&before[..user]));
    }
    if let Some(fragment) = target.find('#') {
        message.hidden.push(place(&target[fragment..]));
    }
    let mut is_form = None;
    let mut is_set_apart = false;
    let mut at = text.len() - rest.len();
    for line in rest.split_inclusive('\n') {
        let header = line.trim_end();
        at += line.len();
        if header.is_empty() {
            is_set_apart = true;
            message.body = &text[at..];
            break;
        }
        // What is no header belongs to a body that nothing sets apart.
        let Some((name, value)) = header.split_once(':').filter(|(name, _)| is_token(name)) else {
            message.body = &text[at - line.len()..];
            break;
        };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "x-acs-action" => message.action = Some(value),
            "host" if !value.contains('@') => message.host = value,
            "content-type" => is_form = Some(value.contains("x-www-form-urlencoded")),
            other if SHOWN.contains(&other) && !value.contains('@') => {}
            _ => {
                message.hidden.push(place(value));
            }
        }
    }
    // Where no header says what a body is, the name that it begins with does.
    let body = message.body.trim_start();
    let begins_form = || {
        let name = body.split_once('=').map_or("", |(name, _)| name);
        is_set_apart && name.len() < 64 && crate::redact::may_be_name(name)
    };
    let is_form = is_form.unwrap_or_else(begins_form);
    if is_form && !body.is_empty() {
        let action = message
            .query
            .split('&')
            .find_map(|pair| pair.strip_prefix("Action="));
        message.action = message.action.or(action);
        message.beside = message.query;
        message.query = message.body;
    }
    Some(message)
}

/// Whether a text can be the name of a header.
fn is_token(name: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    !name.is_empty() && name.bytes().all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(feature = "editions")]
    fn reads_what_the_signatures_put_elsewhere() {
        let text = "POST /?Capacity=1024 HTTP/1.1\r\nHost: h:80\r\nx-acs-action: CreateInstance\r\n\
                    Authorization: ACS3 Credential=id,Signature=s\r\n\r\n";
        let read = message(text).expect("a message");
        assert_eq!(read.action, Some("CreateInstance"));
        assert_eq!(
            (read.host, read.query, read.body),
            ("h:80", "Capacity=1024", "")
        );
        let hidden: Vec<&str> = read
            .hidden
            .iter()
            .map(|place| &text[place.clone()])
            .collect();
        assert_eq!(hidden, ["ACS3 Credential=id,Signature=s"]);

        let text = "POST /?Action=CreateInstance HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n\n\
                    Capacity=1024&RegionId=r\n";
        let read = message(text).expect("a message");
        assert_eq!(read.action, Some("CreateInstance"));
        assert_eq!(
            (read.beside, read.query),
            ("Action=CreateInstance", "Capacity=1024&RegionId=r\n")
        );

        let text = "POST /v1/regions/r/cacheInstance HTTP/1.1\n{\"a\": 1}";
        assert_eq!(message(text).map(|read| read.body), Some("{\"a\": 1}"));
    }

    #[test]
    fn reads_nothing_else() {
        for text in [
            "",
            "POST",
            "POST /?a=b",
            "POST /?a=b HTTP/1.1 x",
            "A=POST /?a=b HTTP/1.1",
            "GET /?a=b HTTP/1.1\n\n###\nGET /?a=b HTTP/1.1\n",
            "https://h/?a=b",
        ] {
            assert_eq!(message(text), None, "{text}");
        }
    }
}
