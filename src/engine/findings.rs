//! Where findings go, and how they get their place in the text and their fix.

use std::ops::Range;

use super::{Engine, Place, Scope};
use crate::diagnostic::{
    Applicability, Args, Code, Diagnostic, Edit, Fix, LineIndex, PatchOperation, Severity, Span,
};
use crate::input::{Encoding, JsonKind, Node, Source, json};
use crate::profile::{Bilingual, Citation};

/// Collects findings, or only notes that there is an error.
#[derive(Debug)]
pub(crate) struct Sink {
    verdict_only: bool,
    failed: bool,
    found: Vec<(Diagnostic, Option<Range<usize>>)>,
}

/// Room for as many findings as a request with a few mistakes has.
const USUAL: usize = 16;

impl Sink {
    /// Keeps every finding.
    pub(crate) const fn collecting() -> Self {
        Self {
            verdict_only: false,
            failed: false,
            found: Vec::new(),
        }
    }

    /// Keeps nothing but the verdict.
    pub(crate) const fn verdict() -> Self {
        Self {
            verdict_only: true,
            failed: false,
            found: Vec::new(),
        }
    }

    /// Whether more findings would change nothing.
    pub(crate) const fn is_done(&self) -> bool {
        self.verdict_only && self.failed
    }

    pub(crate) const fn wants_warnings(&self) -> bool {
        !self.verdict_only
    }

    /// Notes a finding of which nobody wants to know more than whether it is an error.
    pub(super) fn fail_for(&mut self, code: Code) {
        self.failed |= code.severity() == Severity::Error;
    }

    pub(crate) const fn has_failed(&self) -> bool {
        self.failed
    }

    /// The findings in the order of the text, or of the table where there is none, with lines
    /// and columns.
    pub(crate) fn into_diagnostics(
        mut self,
        text: Option<(&str, usize, usize)>,
    ) -> Vec<Diagnostic> {
        self.found
            .sort_by_key(|(_, range)| range.as_ref().map(|range| (range.start, range.end)));
        let index = match text {
            Some((text, line, offset)) if !self.found.is_empty() => {
                Some((text, LineIndex::within(text, line, offset)))
            }
            _ => None,
        };
        let shift = text.map_or(0, |(_, _, offset)| offset);
        self.found
            .into_iter()
            .map(|(mut diagnostic, range)| {
                if let (Some((text, index)), Some(range)) = (&index, range) {
                    diagnostic.span = Some(Span {
                        start: index.position(text, range.start),
                        end: index.position(text, range.end),
                    });
                }
                if let Some(fix) = &mut diagnostic.fix {
                    for edit in &mut fix.edits {
                        edit.start += shift;
                        edit.end += shift;
                    }
                }
                diagnostic
            })
            .collect()
    }

    pub(crate) fn push(&mut self, diagnostic: Diagnostic, range: Option<Range<usize>>) {
        self.failed |= diagnostic.is_documented_error();
        if self.found.is_empty() {
            self.found.reserve(USUAL);
        }
        self.found.push((diagnostic, range));
    }
}

/// Which piece of text a finding points at.
#[derive(Debug, Clone, Copy)]
pub(super) enum At<'a> {
    /// A value.
    Value(Node<'a>),
    /// A name, as written.
    Key(Option<&'a str>),
    /// The opening brace of the object, for something that is not there.
    Brace,
}

/// What mends a finding, before it is known how the text is quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FixAction {
    /// Give the name another spelling.
    Rename(&'static str),
    /// Put another value in place.
    Replace(String),
    /// Put a number or boolean in quotes, or an object or array into a string.
    Quote,
    /// Take the member away.
    Remove,
}

/// A finding while it is being written down.
#[derive(Debug, Default)]
pub(super) struct Finding {
    pub(super) parameter: Option<&'static str>,
    pub(super) args: Args,
    pub(super) source: Option<Citation>,
    pub(super) provider_code: Option<&'static str>,
    pub(super) reason: Option<Bilingual>,
    pub(super) fix: Option<(FixAction, Applicability)>,
}

impl Engine<'_> {
    /// Reports a finding with its ordinary severity.
    pub(super) fn report(
        &mut self,
        scope: &Scope<'_>,
        code: Code,
        place: &Place<'_>,
        at: At<'_>,
        describe: impl FnOnce(&mut Finding),
    ) {
        self.report_as(code.severity(), scope, code, place, at, describe);
    }

    /// Reports a finding. What describes it is only called where somebody wants to know.
    pub(super) fn report_as(
        &mut self,
        severity: Severity,
        scope: &Scope<'_>,
        code: Code,
        place: &Place<'_>,
        at: At<'_>,
        describe: impl FnOnce(&mut Finding),
    ) {
        if !self.sink.wants_warnings() {
            self.sink.failed |= severity == Severity::Error;
            return;
        }
        let mut finding = Finding::default();
        describe(&mut finding);
        self.keep(severity, scope, code, place, at, finding);
    }

    /// Keeps a finding with its place and its fix. Apart from what describes it, of which there is
    /// a copy for each kind of finding.
    #[inline(never)]
    pub(super) fn keep(
        &mut self,
        severity: Severity,
        scope: &Scope<'_>,
        code: Code,
        place: &Place<'_>,
        at: At<'_>,
        mut finding: Finding,
    ) {
        let path = place.pointer();
        let fix = finding.fix.take().and_then(|(action, applicability)| {
            build_fix(scope, &path, at, &action, applicability)
        });
        let range = range_of(scope, at);
        self.sink.push(
            Diagnostic {
                code,
                severity,
                path,
                parameter: finding.parameter,
                args: finding.args,
                span: None,
                fix,
                provider_code: finding
                    .provider_code
                    .filter(|_| severity == Severity::Error),
                source: finding.source,
                reason: finding.reason,
            },
            range,
        );
    }
}

fn range_of(scope: &Scope<'_>, at: At<'_>) -> Option<Range<usize>> {
    let source = scope.source?;
    match at {
        At::Value(Node::Json(raw)) => source.locate(raw),
        At::Value(Node::Pair(pair)) => source.locate(pair.raw_value),
        At::Value(Node::Field(_, text)) => source.locate(text),
        At::Value(Node::Value(_) | Node::Missing) => None,
        At::Key(key) => source.locate(key?),
        At::Brace => {
            let raw = scope.raw?;
            let first = raw.chars().next().map_or(0, char::len_utf8);
            source.locate(&raw[..first])
        }
    }
}

const RENAME: Bilingual = Bilingual::new("rename to `{}`", "改名为 `{}`");
const REPLACE: Bilingual = Bilingual::new("replace with `{}`", "替换为 `{}`");
const QUOTE: Bilingual = Bilingual::new("put it in quotes", "加上引号");
const REMOVE: Bilingual = Bilingual::new("remove it", "删除");

/// What the titles of fixes are made of.
#[cfg(feature = "texts")]
pub(crate) const FIX_TITLES: [Bilingual; 4] = [RENAME, REPLACE, QUOTE, REMOVE];

fn title(action: &FixAction) -> (Bilingual, String) {
    match action {
        FixAction::Rename(name) => (RENAME, (*name).to_owned()),
        FixAction::Replace(value) => (
            REPLACE,
            crate::diagnostic::abbreviated(value)
                .map_or_else(|| "…".to_owned(), std::borrow::Cow::into_owned),
        ),
        FixAction::Quote => (QUOTE, String::new()),
        FixAction::Remove => (REMOVE, String::new()),
    }
}

fn build_fix(
    scope: &Scope<'_>,
    path: &str,
    at: At<'_>,
    action: &FixAction,
    applicability: Applicability,
) -> Option<Fix> {
    // Fields have an order, but no text that anybody could change.
    let fields = scope.source.is_some_and(Source::is_fields);
    let edits = match scope.source {
        Some(_) if fields && matches!(at, At::Brace) => return None,
        Some(source) if !fields => edits(scope, source, at, action)?,
        _ => Vec::new(),
    };
    let (title, subject) = title(action);
    let fix = Fix {
        title,
        subject,
        applicability,
        edits,
        patch: patch(scope, path, at, action),
    };
    (fields || !fix.edits.is_empty() || !fix.patch.is_empty()).then_some(fix)
}

/// The same change for the parsed value. A value that stands inside a string cannot be reached
/// by a JSON Patch, and one that may hold a secret is not repeated.
fn patch(scope: &Scope<'_>, path: &str, at: At<'_>, action: &FixAction) -> Vec<PatchOperation> {
    if scope.is_inside_string() {
        return Vec::new();
    }
    let path = path.to_owned();
    let operation = match action {
        FixAction::Rename(name) => {
            let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
            let mut target = parent.to_owned();
            crate::diagnostic::push_segment(&mut target, name);
            PatchOperation::Move {
                from: path,
                path: target,
            }
        }
        FixAction::Replace(value) => PatchOperation::Replace {
            path,
            value: value.as_str().into(),
        },
        FixAction::Quote => {
            let At::Value(node) = at else {
                return Vec::new();
            };
            let secret = scope.indices().any(|index| {
                let parameter = scope.parameter(index);
                same_node(scope.nodes[index], node)
                    && (parameter.secret
                        || matches!(parameter.kind, crate::profile::Kind::JsonArray(_)))
            });
            if secret {
                return Vec::new();
            }
            let text = match (node.kind(), node) {
                (JsonKind::Object | JsonKind::Array, Node::Json(raw)) => raw.to_owned(),
                (JsonKind::Object | JsonKind::Array, Node::Value(value)) => value.to_string(),
                _ => node.text().into_owned(),
            };
            PatchOperation::Replace {
                path,
                value: text.into(),
            }
        }
        FixAction::Remove => PatchOperation::Remove { path },
    };
    vec![operation]
}

fn same_node(left: Node<'_>, right: Node<'_>) -> bool {
    match (left, right) {
        (Node::Json(left), Node::Json(right)) | (Node::Field(_, left), Node::Field(_, right)) => {
            std::ptr::eq(left, right)
        }
        (Node::Value(left), Node::Value(right)) => std::ptr::eq(left, right),
        (Node::Pair(left), Node::Pair(right)) => std::ptr::eq(left, right),
        _ => false,
    }
}

fn edits(
    scope: &Scope<'_>,
    source: &Source<'_>,
    at: At<'_>,
    action: &FixAction,
) -> Option<Vec<Edit>> {
    let edit = |range: Range<usize>, text: String| Edit {
        start: range.start,
        end: range.end,
        text,
    };
    Some(match (action, at) {
        (FixAction::Rename(name), At::Key(Some(key))) => {
            let text = if key.starts_with('"') {
                format!("\"{name}\"")
            } else {
                (*name).to_owned()
            };
            vec![edit(source.locate(key)?, source.encode(&text))]
        }
        (FixAction::Replace(value), At::Value(Node::Json(raw))) => {
            vec![edit(
                source.locate(raw)?,
                source.encode(&format!("\"{}\"", json::encode(value))),
            )]
        }
        (FixAction::Replace(value), At::Value(Node::Pair(pair))) => {
            let quoted = Source::quoted(&pair.value, pair.raw_value, Encoding::Percent, source);
            vec![edit(source.locate(pair.raw_value)?, quoted.encode(value))]
        }
        (FixAction::Quote, At::Value(Node::Json(raw))) => quote(source, raw)?,
        (FixAction::Remove, At::Value(Node::Json(raw))) => {
            vec![edit(
                source.locate(member_with_comma(scope.raw?, raw)?)?,
                String::new(),
            )]
        }
        (FixAction::Remove, At::Value(Node::Pair(pair))) => {
            vec![edit(
                source.locate(pair_with_separator(
                    source.text(),
                    pair.raw_name,
                    pair.raw_value,
                )?)?,
                String::new(),
            )]
        }
        _ => return None,
    })
}

/// Quotes a value where it stands: what is inside is escaped character by character, and not
/// repeated, since it may hold a password.
fn quote(source: &Source<'_>, raw: &str) -> Option<Vec<Edit>> {
    let insert = |at: &str, text: &str| {
        let range = source.locate(at)?;
        Some(Edit {
            start: range.start,
            end: range.end,
            text: source.encode(text),
        })
    };
    let mut edits = vec![insert(&raw[..0], "\"")?];
    for (at, character) in raw.char_indices() {
        match character {
            '"' | '\\' => edits.push(insert(&raw[at..at], "\\")?),
            '\n' => edits.push(insert(&raw[at..=at], "\\n")?),
            '\r' => edits.push(insert(&raw[at..=at], "\\r")?),
            '\t' => edits.push(insert(&raw[at..=at], "\\t")?),
            _ => {}
        }
    }
    edits.push(insert(&raw[raw.len()..], "\"")?);
    Some(edits)
}

/// The stretch of an object's text that holds a member with one of its commas.
fn member_with_comma<'a>(object: &'a str, value: &str) -> Option<&'a str> {
    let mut walker = json::Walker::over(object);
    let (name, value) = loop {
        let (name, raw) = walker.next().ok()??;
        if std::ptr::eq(raw, value) {
            break (name, raw);
        }
    };
    let mut start = name.as_ptr().addr() - object.as_ptr().addr();
    let mut end = value.as_ptr().addr() - object.as_ptr().addr() + value.len();
    let after = &object[end..];
    let blank = after.len() - after.trim_start().len();
    if after[blank..].starts_with(',') {
        end += blank + 1;
        let rest = &object[end..];
        end += rest.len() - rest.trim_start().len();
    } else if let Some(before) = object[..start].trim_end().strip_suffix(',') {
        start = before.len();
    }
    Some(&object[start..end])
}

/// The stretch of a query string that holds a pair with one of its separators.
fn pair_with_separator<'a>(text: &'a str, name: &str, value: &str) -> Option<&'a str> {
    let mut start = name.as_ptr().addr().checked_sub(text.as_ptr().addr())?;
    let mut end = value.as_ptr().addr().checked_sub(text.as_ptr().addr())? + value.len();
    if text.get(end..)?.starts_with('&') {
        end += 1;
    } else if text.get(..start)?.ends_with('&') {
        start -= 1;
    }
    text.get(start..end)
}
