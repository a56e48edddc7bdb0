//! How requests are written in a text, as far as the text shows it.

use super::{DEFAULT_MAX_DEPTH, begins_a_url, json, message, rest_request};

/// How requests are written in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum InputFormat {
    /// Whatever the text looks like.
    #[default]
    Auto,
    /// JSON: one object, or an array of requests.
    Json,
    /// One JSON object a line.
    Ndjson,
    /// A query string, a URL with one, a URL with its body on the next lines, or a request with its
    /// headers, as it travels over HTTP.
    Query,
    /// A URL a line.
    Urls,
    /// Terraform, in HCL. Like the ones below it is read with the feature `formats` only.
    Hcl,
    /// YAML, or JSON, of the Resource Orchestration Service, Pulumi or Crossplane.
    Yaml,
    /// A shell script with commands of `aliyun` or `jdc`.
    Shell,
    /// Markdown, with any of these in its fences.
    Markdown,
}

impl InputFormat {
    /// The format that a text looks like: JSON begins with a bracket, NDJSON is several lines
    /// that are each a JSON value, and what has a name and an equals sign is a query string.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let start = text.trim_start_matches('\u{feff}').trim_start();
        if !start.starts_with(['{', '[', '"']) {
            let first = start.lines().next().unwrap_or_default();
            let is_url = |line: &&str| begins_a_url(line.trim_start());
            return if start.lines().filter(is_url).nth(1).is_some() {
                Self::Urls
            } else if first.contains('=')
                || begins_a_url(first)
                || rest_request(text).is_some()
                || message(text).is_some()
            {
                Self::Query
            } else {
                Self::Json
            };
        }
        let mut scanner = json::Scanner::new(start, DEFAULT_MAX_DEPTH);
        let Ok(first) = scanner.value() else {
            return Self::of_broken(start);
        };
        let rest = start[scanner.offset()..].trim_start();
        // A second value, on a line of its own.
        if rest.starts_with(['{', '[']) && !first.contains('\n') {
            Self::Ndjson
        } else {
            Self::Json
        }
    }

    /// A text whose first value cannot be read is NDJSON if one of its next lines can.
    fn of_broken(text: &str) -> Self {
        let mut lines = text.lines().filter(|line| !line.trim().is_empty()).skip(1);
        let second = lines.next().unwrap_or_default();
        if second.trim_start().starts_with('{')
            && json::Scanner::document(second, DEFAULT_MAX_DEPTH).is_ok()
        {
            Self::Ndjson
        } else {
            Self::Json
        }
    }
}
