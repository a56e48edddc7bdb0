//! A provider's error, put beside the parameter that caused it.

use std::collections::HashSet;
use std::ops::Range;

use super::locate::locate;
use super::tree::{Item, Tree};
use super::{is_unreadable, mask, unreadable};
use crate::check::Checker;
use crate::diagnostic::bare;
use crate::diagnostic::{Arg, Args, Code, Diagnostic};
use crate::documents::{PROFILES, ProviderError, provider_error};
use crate::engine::{Sink, Wanted};
use crate::profile::{Bilingual, Kind, Parameter, Profile};
use crate::profile::{Meaning, rows};
use crate::report::Report;
use crate::spec::Spec;
use crate::transfer::read::{Facts, Given};

/// A provider's error response, as it was written.
///
/// The message may repeat what the provider refuses: [`provider_diagnostics`] shows it with what
/// is secret in the request blotted out.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorReply {
    /// The provider's code: `InvalidPassword.Malformed`, or with JD Cloud a number.
    pub code: Option<String>,
    /// The provider's message.
    pub message: Option<String>,
    /// JD Cloud's name for the kind of error.
    pub status: Option<String>,
    /// ID of the request, for the provider's support.
    pub request_id: Option<String>,
    /// Whether the error stands in an object of its own, as with JD Cloud.
    pub(super) nested: bool,
}

impl std::fmt::Debug for ErrorReply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ErrorReply")
            .field("code", &self.code.as_deref().and_then(mask::word))
            .field(
                "request_id",
                &self.request_id.as_deref().and_then(mask::word),
            )
            .finish_non_exhaustive()
    }
}

impl ErrorReply {
    /// The error in a response, or in what an SDK prints of it, also inside a stack trace; nothing
    /// if it is no error response, or cannot be read.
    ///
    /// ```
    /// use kvspec::response::ErrorReply;
    ///
    /// let text = "<Error><Code>QuotaExceed</Code><RequestId>8B1</RequestId></Error>";
    /// # #[cfg(feature = "xml")] {
    /// let reply = ErrorReply::read(text).unwrap();
    /// assert_eq!(reply.code.as_deref(), Some("QuotaExceed"));
    /// # }
    /// assert!(ErrorReply::read(r#"{"InstanceId": "r-1"}"#).is_none());
    /// let printed = "SDK.ServerError\nErrorCode: QuotaExceed\nRequestId: 8B1\nMessage: too many";
    /// assert_eq!(ErrorReply::read(printed).unwrap().message.as_deref(), Some("too many"));
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        match Tree::read(text) {
            Ok(tree) => Self::of(&tree),
            Err(_) => super::printed::read(text),
        }
    }

    /// Whether it says that a dry run passed, which the provider tells as an error too.
    ///
    /// ```
    /// use kvspec::response::ErrorReply;
    ///
    /// let reply = ErrorReply::read(r#"{"Code": "DryRunOperation", "RequestId": "8B1"}"#).unwrap();
    /// assert!(reply.is_dry_run());
    /// ```
    #[must_use]
    pub fn is_dry_run(&self) -> bool {
        self.code.as_deref() == Some("DryRunOperation")
    }

    pub(super) fn of(tree: &Tree<'_>) -> Option<Self> {
        let root = &tree.root;
        if !root.is_object() {
            return None;
        }
        if let Some(error) = root.member("error").filter(|error| error.is_object()) {
            return Some(Self {
                code: scalar(error, "code"),
                message: scalar(error, "message"),
                status: scalar(error, "status"),
                request_id: scalar(root, "requestId"),
                nested: true,
            });
        }
        // A success names what was created.
        let created = ["InstanceId", "InstanceIds", "result"];
        if created.iter().any(|name| root.member(name).is_some()) {
            return None;
        }
        let either = |upper: &str, lower: &str| scalar(root, upper).or_else(|| scalar(root, lower));
        let code = either("Code", "code")?;
        Some(Self {
            code: Some(code),
            message: either("Message", "message"),
            status: None,
            request_id: either("RequestId", "requestId"),
            nested: false,
        })
    }

    /// The rows of the documents' tables for its code: those of the profile's own document, or
    /// else those of another document about the same operation: 001 and the purchase page (000),
    /// which sends `CreateInstance`, list none.
    fn rows(&self, profile: &'static Profile) -> Vec<&'static ProviderError> {
        let code = self.code.as_deref().unwrap_or_default();
        let of = |id: &str| -> Vec<&'static ProviderError> {
            listed(code).filter(|row| row.profile == id).collect()
        };
        let own = of(profile.id);
        if !own.is_empty() {
            return own;
        }
        PROFILES
            .iter()
            .filter(|other| other.operation == profile.operation)
            .flat_map(|other| of(other.id))
            .collect()
    }
}

/// The rows of that code in the tables of every edition.
pub(super) fn listed(code: &str) -> impl Iterator<Item = &'static ProviderError> {
    #[cfg(feature = "editions")]
    return provider_error(code).chain(crate::documents::edition_error(code));
    #[cfg(not(feature = "editions"))]
    provider_error(code)
}

/// The text of a string or number.
fn scalar(item: &Item<'_>, name: &str) -> Option<String> {
    let member = item.member(name)?;
    let text = member.text.trim();
    (member.members.is_empty() && !member.is_absent() && !text.is_empty()).then(|| text.to_owned())
}

/// What to do about an error that no document lists.
static UNLISTED: Bilingual = Bilingual::new(
    "look the code up in the provider's error centre, or ask its support with the request ID",
    "请在服务商的错误中心查询该错误码，或凭请求 ID 联系技术支持",
);

/// So many words in quotes of a message are taken for names.
const MOST_QUOTED: usize = 16;

/// A place that a finding points at.
struct Target {
    path: String,
    parameter: Option<&'static str>,
    range: Option<Range<usize>>,
}

impl Target {
    const fn root() -> Self {
        Self {
            path: String::new(),
            parameter: None,
            range: None,
        }
    }
}

/// A provider's error response, JSON or XML, as findings: on the parameter that the document's
/// table names, or for a missing one that the message names, where the profile has it; else at
/// the root. Where the request is given, findings point at its own value, with its position in
/// the request. Of several elements of `Instances` the one is chosen that this library finds
/// wrong too; if that does not decide, the finding is at `Instances`.
///
/// A dry run that passed gives `dry-run`, which is no error. A text that cannot be read gives `syntax`, with its position in that text; a response that is
/// no error gives nothing.
///
/// ```
/// use kvspec::{Locale, Profile, response::provider_diagnostics};
///
/// let profile = Profile::by_id("alibaba.create-instance.cn").unwrap();
/// let reply = r#"{"Code": "InvalidPassword.Malformed", "RequestId": "8B1", "Message": "…"}"#;
/// let found = provider_diagnostics(profile, None, reply);
/// assert_eq!(found[0].path, "/Password");
/// assert_eq!(found[0].provider_code, Some("InvalidPassword.Malformed"));
/// assert!(found[0].message(Locale::Zh).contains("密码"));
/// ```
#[must_use]
pub fn provider_diagnostics(
    profile: &'static Profile,
    request: Option<Spec<'_>>,
    error_text: &str,
) -> Vec<Diagnostic> {
    let reply = match Tree::read(error_text) {
        Ok(tree) => ErrorReply::of(&tree),
        Err(error) => {
            let printed = super::printed::read(error_text);
            if let Some(reply) = printed {
                return refused(profile, request, &reply);
            }
            let mut sink = Sink::collecting(Wanted::ALL);
            unreadable(&mut sink, error_text, error);
            return sink.into_diagnostics(Some((error_text, 1, 0)));
        }
    };
    reply.map_or_else(Vec::new, |reply| refused(profile, request, &reply))
}

/// What an error says of a request.
fn refused(
    profile: &'static Profile,
    request: Option<Spec<'_>>,
    reply: &ErrorReply,
) -> Vec<Diagnostic> {
    let rows = reply.rows(profile);
    let row = rows.first().copied();
    let secrets = request.map(mask::secrets).unwrap_or_default();
    let (code, args) = if reply.is_dry_run() {
        (Code::DryRun, Args::new())
    } else {
        (Code::ProviderError, args(reply, row, &secrets))
    };
    let finder = Finder::new(profile, request);
    let mut sink = Sink::collecting(Wanted::ALL);
    for target in finder.targets(reply, row) {
        let found = Diagnostic {
            path: target.path.into(),
            parameter: target.parameter,
            provider_code: row
                .filter(|row| row.profile == profile.id)
                .map(|row| row.code),
            source: row.map(ProviderError::citation),
            reason: row.map(|row| match code {
                Code::DryRun => row.meaning(),
                _ => row.detection().sentence(),
            }),
            severity: code.severity(),
            ..bare(code, args.clone())
        };
        sink.push(found, target.range);
    }
    sink.into_diagnostics(request.and_then(Spec::text).map(|text| (text, 1, 0)))
}

fn args(reply: &ErrorReply, row: Option<&'static ProviderError>, secrets: &[String]) -> Args {
    let mut args = Args::new();
    // JD Cloud's codes are HTTP statuses; its name for the kind of error says more.
    let code = reply.code.as_deref().filter(|_| !reply.nested);
    if let Some(code) = code.or(reply.status.as_deref()).or(reply.code.as_deref())
        && let Some(code) = mask::word(code).and_then(|code| mask::clean(&code, secrets))
    {
        args.text("provider_code", code);
    }
    if let Some(said) = reply
        .message
        .as_deref()
        .and_then(|said| mask::clean(said, secrets))
    {
        args.text("said", said);
    }
    if let Some(id) = reply.request_id.as_deref().and_then(mask::word) {
        args.text("request_id", id);
    }
    if let Some(row) = row {
        args.fixed("detection", row.detection().name())
            .with("meaning", Arg::Bilingual(row.meaning()));
    }
    args.with(
        "advice",
        Arg::Bilingual(row.map_or(&UNLISTED, ProviderError::advice)),
    );
    args
}

/// Finds in a request what a row of the table is about.
struct Finder<'r> {
    profile: &'static Profile,
    text: Option<&'r str>,
    /// What the request says, if it can be read.
    facts: Option<Facts>,
    report: Option<Report>,
}

impl<'r> Finder<'r> {
    fn new(profile: &'static Profile, request: Option<Spec<'r>>) -> Self {
        let checker = Checker::new(profile);
        let report = request.map(|request| checker.check(request));
        let readable = report
            .as_ref()
            .is_some_and(|report| !report.iter().any(is_unreadable));
        Self {
            profile,
            text: request.and_then(Spec::text).filter(|_| readable),
            facts: request
                .filter(|_| readable)
                .map(|request| Facts::read(request, profile)),
            report: report.filter(|_| readable),
        }
    }

    fn targets(&self, reply: &ErrorReply, row: Option<&'static ProviderError>) -> Vec<Target> {
        let Some(row) = row else {
            return vec![Target::root()];
        };
        let is_missing = PROFILES
            .iter()
            .filter_map(|profile| profile.provider_codes)
            .any(|codes| codes.missing == row.code);
        let patterns: Vec<String> = if is_missing {
            if let Some(said) = reply.message.as_deref() {
                named(row, said).into_iter().collect()
            } else {
                // Whatever a check finds missing: the provider does not say.
                let mut all = Vec::new();
                self.profile.visit_objects(&mut |at, object| {
                    let names = object.parameters.iter().map(|parameter| parameter.name);
                    all.extend(names.map(|name| format!("{at}/{name}")));
                });
                all
            }
        } else {
            row.parameters.iter().map(|at| (*at).to_owned()).collect()
        };
        let patterns: Vec<String> = patterns
            .iter()
            .filter_map(|at| here(row, self.profile, at))
            .collect();
        let patterns: Vec<(&str, &'static Parameter)> = patterns
            .iter()
            .filter_map(|at| Some((at.as_str(), parameter_at(self.profile, at)?)))
            .collect();
        let Some((first, parameter)) = patterns.first().copied() else {
            return vec![Target::root()];
        };
        let own = self.found_by_check(row.code, &patterns);
        if !own.is_empty() {
            return own;
        }
        if is_missing && reply.message.is_none() {
            return vec![Target::root()];
        }
        if !is_missing {
            for (pattern, parameter) in &patterns {
                let given = self.given(pattern, parameter);
                match given.as_slice() {
                    [] => {}
                    [only] => return vec![self.target(only.pointer.clone(), parameter)],
                    _ => return vec![self.target(list_of(pattern).to_owned(), parameter)],
                }
            }
        }
        let elements = self.facts.as_ref().map(|facts| &facts.elements);
        let path = match elements.map(|elements| {
            let lacking = |element: &&Vec<Given>| {
                element
                    .iter()
                    .all(|given| given.parameter.name != parameter.name)
            };
            (
                elements.iter().filter(lacking).count(),
                elements.iter().position(|element| lacking(&element)),
            )
        }) {
            Some((1, Some(index))) => first.replace('*', &index.to_string()),
            _ if first.contains('*') => list_of(first).to_owned(),
            _ => first.to_owned(),
        };
        vec![self.target(path, parameter)]
    }

    /// What a check of the request finds under the same code.
    fn found_by_check(&self, code: &str, patterns: &[(&str, &'static Parameter)]) -> Vec<Target> {
        let Some(report) = &self.report else {
            return Vec::new();
        };
        let fits = |path: &str, pattern: &str| {
            let (path, pattern) = (path.split('/'), pattern.split('/'));
            path.clone().count() == pattern.clone().count()
                && path
                    .zip(pattern)
                    .all(|(a, b)| b == "*" || a.eq_ignore_ascii_case(b))
        };
        let mut targets: Vec<Target> = Vec::new();
        let mut paths: HashSet<&str> = HashSet::new();
        for found in report {
            let parameter = patterns
                .iter()
                .find(|(pattern, _)| fits(&found.path, pattern))
                .map(|(_, parameter)| parameter);
            let Some(parameter) = parameter.filter(|_| found.provider_code == Some(code)) else {
                continue;
            };
            if !paths.insert(&found.path) {
                continue;
            }
            targets.push(Target {
                path: found.path.to_string(),
                parameter: Some(parameter.name),
                range: found.span.map(|span| span.start.offset..span.end.offset),
            });
        }
        targets
    }

    /// Where the request gives a parameter.
    fn given(&self, pattern: &str, parameter: &'static Parameter) -> Vec<&Given> {
        let Some(facts) = &self.facts else {
            return Vec::new();
        };
        let is_it = |given: &&Given| given.parameter.name == parameter.name;
        if pattern.contains('*') {
            facts.elements.iter().flatten().filter(is_it).collect()
        } else {
            facts.root.iter().filter(is_it).collect()
        }
    }

    fn target(&self, path: String, parameter: &'static Parameter) -> Target {
        let range = self.text.and_then(|text| {
            locate(text, &path).or_else(|| {
                // What is missing would stand in the object around it.
                let (around, _) = path.rsplit_once('/')?;
                let around = locate(text, around)?;
                Some(around.start..(around.start + 1).min(around.end))
            })
        });
        Target {
            path,
            parameter: Some(parameter.name),
            range,
        }
    }
}

/// The parameter that a message such as `Period is mandatory for this action.` names: a word in
/// quotes, or else the first word, if the profile of the row has such a parameter.
fn named(row: &'static ProviderError, said: &str) -> Option<String> {
    let profile = Profile::by_id(row.profile)?;
    let quoted = said.split('"').skip(1).step_by(2).take(MOST_QUOTED);
    let first = said.split_whitespace().next();
    quoted
        .chain(first)
        .find_map(|name| pattern_of(profile, name.trim_matches(['\'', '`', ',', '.'])))
}

/// Where the profile that is asked about has the parameter that a row, of another document about
/// the same operation perhaps, speaks of.
fn here(row: &'static ProviderError, profile: &'static Profile, at: &str) -> Option<String> {
    if row.profile == profile.id || parameter_at(profile, at).is_some() {
        return Some(at.to_owned());
    }
    let key = Meaning::of(parameter_at(Profile::by_id(row.profile)?, at)?);
    let mut same = rows(profile).into_iter().filter(|other| other.key == key);
    same.next().map(|other| other.pointer())
}

/// The list that an element's parameter stands in; of another parameter, itself.
fn list_of(pattern: &str) -> &str {
    pattern.split_once("/*").map_or(pattern, |(list, _)| list)
}

/// The parameter at a JSON Pointer whose elements' indices are written `*`.
fn parameter_at(profile: &'static Profile, pattern: &str) -> Option<&'static Parameter> {
    let (at, name) = pattern.rsplit_once('/')?;
    let mut found = None;
    profile.visit_objects(&mut |place, object| {
        if place == at {
            found = found.or(object.parameter(name));
        }
    });
    found
}

/// Where a profile has a parameter of that name: exactly so, or else in another case. One of the
/// instances goes before one of the whole request.
fn pattern_of(profile: &'static Profile, name: &str) -> Option<String> {
    let mut best: Option<(bool, bool, String)> = None;
    profile.visit_objects(&mut |at, object| {
        for parameter in object.parameters {
            if !parameter.name.eq_ignore_ascii_case(name)
                || matches!(parameter.kind, Kind::Object(_))
            {
                continue;
            }
            let candidate = (
                parameter.name == name,
                at.ends_with("/*"),
                format!("{at}/{}", parameter.name),
            );
            let better = best
                .as_ref()
                .is_none_or(|known| (candidate.0, candidate.1) > (known.0, known.1));
            if better {
                best = Some(candidate);
            }
        }
    });
    best.map(|(_, _, pattern)| pattern)
}
