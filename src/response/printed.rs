//! A provider's error as an SDK prints it: `ErrorCode: … Message: … RequestId: …`, on one line or on
//! several, with whatever a program writes around it.

use super::ErrorReply;

/// How SDKs name the code, the message and the request, each as one writes it before a colon.
const CODE: &[&str] = &["errorcode", "error code", "code", "error"];
const MESSAGE: &[&str] = &["message", "errormessage", "errmsg"];
const REQUEST: &[&str] = &["requestid", "request id", "request_id"];

/// Of a text so many bytes are looked at: a log may be of any size.
const MOST: usize = 1 << 20;

/// The error in a text, which needs a code and beside it a message or the request.
pub(super) fn read(text: &str) -> Option<ErrorReply> {
    let mut end = text.len().min(MOST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = &text[..end];
    if text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with(['{', '[', '<'])
    {
        return None;
    }
    let code = find(text, CODE, |rest| word(rest).filter(|code| is_code(code)));
    let code = code.or_else(|| exception(text))?;
    let request_id = find(text, REQUEST, word);
    let message = find(text, MESSAGE, |rest| sentence(rest));
    (request_id.is_some() || message.is_some()).then(|| ErrorReply {
        code: Some(code.to_owned()),
        message: message.map(ToOwned::to_owned),
        status: None,
        request_id: request_id.map(ToOwned::to_owned),
        nested: false,
    })
}

/// What stands behind the first of these names that something can be made of.
fn find<'t>(
    text: &'t str,
    names: &[&str],
    read: impl Fn(&'t str) -> Option<&'t str>,
) -> Option<&'t str> {
    names.iter().find_map(|name| {
        text.match_indices(':').find_map(|(at, _)| {
            let before = text[..at].trim_end_matches([' ', '"', '\'']);
            let start = before.len().checked_sub(name.len())?;
            let found = before.get(start..)?.eq_ignore_ascii_case(name);
            // `StatusCode` is no `Code`.
            let is_whole = !before[..start].ends_with(|c: char| c.is_ascii_alphanumeric());
            (found && is_whole).then(|| read(&text[at + 1..])).flatten()
        })
    })
}

/// The first word of a text.
fn word(rest: &str) -> Option<&str> {
    let rest = rest.trim_start_matches([' ', '\t', '"', '\'']);
    let is_end =
        |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '"' | '\'' | ']' | ')' | '}');
    let word = &rest[..rest.find(is_end).unwrap_or(rest.len())];
    let word = word.trim_end_matches(['.', ':']);
    (!word.is_empty()).then_some(word)
}

/// The rest of a line, as far as it does not go on to the request.
fn sentence(rest: &str) -> Option<&str> {
    let line = rest.lines().next().unwrap_or_default();
    let lower = line.to_ascii_lowercase();
    let end = REQUEST.iter().filter_map(|name| lower.find(name)).min();
    let line = line[..end.unwrap_or(line.len())]
        .trim()
        .trim_matches(['"', '\''])
        .trim_end_matches([',', ';', ' ']);
    (!line.is_empty()).then_some(line)
}

/// Whether a word may be a provider's code: letters and digits between points.
fn is_code(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.len() > 3
        && word
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))
}

/// The code behind the name of an exception: `…ClientException: InvalidVpc : The VPC …`.
fn exception(text: &str) -> Option<&str> {
    ["Exception:", "Exception :"].iter().find_map(|name| {
        let at = text.find(name)? + name.len();
        let code = word(&text[at..]).filter(|code| is_code(code))?;
        text[at..]
            .trim_start()
            .get(code.len()..)?
            .trim_start()
            .starts_with(':')
            .then_some(code)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_read_as_they_are_printed() {
        let go = "SDK.ServerError\nErrorCode: InvalidPassword.Malformed\nRecommend: https://x/y\n\
                  RequestId: 8B1C-2\nMessage: The password is not valid.\nRespHeaders: map[]";
        let tea = "panic: SDKError:\n   StatusCode: 400\n   Code: InvalidPassword.Malformed\n   \
                   Message: The password is not valid. request id: 8B1C-2\n   Data: {\"a\": 1}\n\
                   \ngoroutine 1 [running]:\nmain.main()";
        let python = "aliyunsdkcore.acs_exception.exceptions.ServerException: HTTP Status: 400 \
                      Error:InvalidPassword.Malformed The password is not valid. RequestID: 8B1C-2";
        let java = "com.aliyuncs.exceptions.ClientException: InvalidPassword.Malformed : \
                    The password is not valid.\r\nRequestId : 8B1C-2\n\tat com.x.Main(Main.java:3)";
        for text in [go, tea, python, java] {
            let reply = read(text).expect("an error");
            assert_eq!(
                reply.code.as_deref(),
                Some("InvalidPassword.Malformed"),
                "{text}"
            );
            assert_eq!(reply.request_id.as_deref(), Some("8B1C-2"), "{text}");
            let said = reply.message.as_deref();
            assert!(
                said.is_none_or(|said| said == "The password is not valid."),
                "{said:?}"
            );
        }
    }

    #[test]
    fn other_texts_are_no_errors() {
        for text in [
            "",
            "error: something went wrong",
            "StatusCode: 400\nRequestId: 1",
            "{\"Code\": \"A.B\", \"RequestId\": ",
            "Code: 12\nMessage: x",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
