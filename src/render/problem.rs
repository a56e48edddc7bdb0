//! Problem details for HTTP interfaces (RFC 9457), `application/problem+json`.

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Locale, Severity};
use crate::report::{PublishedSpan, Report};

/// The media type of the shape.
pub const CONTENT_TYPE: &str = "application/problem+json";

/// The problem details of a report, to be written with serde: the answer of a service to an order
/// that it does not take. `errors` and `warnings` have a member for each finding, with `detail` and
/// `pointer` as the RFC's own example has them.
///
/// ```
/// use kvspec::request::{CreateInstance, Request};
/// use kvspec::{Locale, render::problem};
///
/// let body = r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "ChargeType": "PrePaid"}"#;
/// let report = CreateInstance::from_json(body).unwrap_err();
/// let problem = problem::details(&report, Locale::En).type_uri("https://example.com/problems/order");
/// let json = serde_json::to_value(&problem).unwrap();
/// assert_eq!(json["status"], 422);
/// assert_eq!(json["errors"][0]["pointer"], "#/Period");
/// assert_eq!(json["errors"][0]["code"], "required-when");
/// ```
#[derive(Debug, Clone, Serialize)]
pub struct Problem<'r> {
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'r str>,
    title: &'r str,
    status: u16,
    detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    instance: Option<&'r str>,
    profile: &'static str,
    errors: Vec<Told<'r>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<Told<'r>>,
}

/// One finding.
#[derive(Debug, Clone, Serialize)]
struct Told<'r> {
    pointer: String,
    detail: String,
    code: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    help: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider_code: Option<&'static str>,
    args: crate::diagnostic::ArgsIn<'r>,
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<PublishedSpan<usize>>,
}

/// The problem details of a report, in one language. The status is 422, and the title is that
/// status's own as long as the problem has no type.
#[must_use]
pub fn details(report: &Report, locale: Locale) -> Problem<'_> {
    let told = |severity| {
        report
            .of(severity)
            .map(|found| Told::of(found, locale))
            .collect()
    };
    let counts = report.counts();
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    let (errors, warnings) = (counts.errors, counts.warnings);
    let detail = match locale {
        Locale::En => format!(
            "The order has {errors} error{} and {warnings} warning{}.",
            plural(errors),
            plural(warnings)
        ),
        Locale::Zh => format!("该订单有 {errors} 个错误、{warnings} 个警告。"),
    };
    Problem {
        kind: None,
        title: "Unprocessable Content",
        status: 422,
        detail,
        instance: None,
        profile: report.profile().id,
        errors: told(Severity::Error),
        warnings: told(Severity::Warning),
    }
}

impl<'r> Problem<'r> {
    /// The URI that says what kind of problem this is; without one it is `about:blank`.
    #[must_use]
    pub const fn type_uri(mut self, uri: &'r str) -> Self {
        self.kind = Some(uri);
        self
    }

    /// What the kind of problem is called.
    #[must_use]
    pub const fn title(mut self, title: &'r str) -> Self {
        self.title = title;
        self
    }

    /// Another status than 422, such as 400.
    #[must_use]
    pub const fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// The URI of this very occurrence.
    #[must_use]
    pub const fn instance(mut self, uri: &'r str) -> Self {
        self.instance = Some(uri);
        self
    }
}

impl<'r> Told<'r> {
    fn of(found: &'r Diagnostic, locale: Locale) -> Self {
        Self {
            pointer: fragment(&found.path),
            detail: found.message(locale),
            code: found.code.name(),
            help: found.help(locale),
            provider_code: found.provider_code,
            args: found.args.published(locale),
            span: found.span.map(|span| PublishedSpan::of(span.figures())),
        }
    }
}

/// A JSON Pointer as the fragment of a URI (RFC 6901, section 6).
fn fragment(path: &str) -> String {
    let parts: Vec<String> = path.split('/').map(crate::input::percent_encode).collect();
    format!("#{}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Checker, Profile};

    #[test]
    fn a_pointer_is_a_fragment() {
        assert_eq!(fragment(""), "#");
        assert_eq!(fragment("/a b/名"), "#/a%20b/%E5%90%8D");
    }

    #[test]
    fn what_is_said_once_is_said_in_either_language() {
        let profile = Profile::by_id("alibaba.create-instance.cn").expect("a profile");
        let report = Checker::new(profile).check("{\"ZoneId\": \"\"}");
        let problem = details(&report, Locale::Zh)
            .status(400)
            .instance("/orders/7")
            .title("订单有误");
        let json = serde_json::to_value(&problem).expect("JSON");
        assert_eq!(json["status"], 400);
        assert!(json.get("type").is_none());
        assert_eq!(json["instance"], "/orders/7");
        assert_eq!(
            json["errors"].as_array().map(Vec::len),
            Some(report.counts().errors)
        );
        assert_eq!(
            json["warnings"].as_array().map(Vec::len),
            Some(report.counts().warnings)
        );
        assert!(
            json["detail"]
                .as_str()
                .is_some_and(|detail| detail.contains("个错误"))
        );
    }
}
