//! Where findings go, and how they get their place in the text and their fix.

use std::collections::BinaryHeap;
use std::ops::{Deref, DerefMut, Range};

use super::{Engine, Place, Scope};
pub(crate) use crate::diagnostic::Action as FixAction;
#[cfg(feature = "formats")]
use crate::diagnostic::LineIndex;
use crate::diagnostic::{
    Applicability, Args, Code, Cursor, Diagnostic, Edit, Fix, Patched, Position, Severity, Span,
    Text,
};
use crate::input::{Encoding, JsonKind, Node, Source, json};

/// Which findings somebody wants to see.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted {
    /// Those of this severity and above.
    pub(crate) least: Severity,
    /// A bit for each code that is wanted whatever its severity, because a policy gives it another.
    pub(crate) codes: u128,
}

const _: () = assert!(Code::ALL.len() <= 128, "a bit for each code");

impl Wanted {
    /// All.
    pub(crate) const ALL: Self = Self {
        least: Severity::Info,
        codes: 0,
    };

    /// The codes that are wanted by a policy, of which a build without `config` has none.
    const fn codes(self) -> u128 {
        if cfg!(feature = "config") {
            self.codes
        } else {
            0
        }
    }
}

/// Collects findings, or only notes that there is an error.
#[derive(Debug)]
pub(crate) struct Sink {
    verdict_only: bool,
    wanted: Wanted,
    failed: bool,
    /// While they are collected, their spans have offsets alone.
    found: Vec<Diagnostic>,
}

/// Room for as many findings as a request with a few mistakes has.
const USUAL: usize = 16;

impl Sink {
    /// Keeps these findings.
    pub(crate) const fn collecting(wanted: Wanted) -> Self {
        Self {
            verdict_only: false,
            wanted,
            failed: false,
            found: Vec::new(),
        }
    }

    /// Keeps nothing but the verdict.
    pub(crate) const fn verdict() -> Self {
        Self {
            verdict_only: true,
            wanted: Wanted::ALL,
            failed: false,
            found: Vec::new(),
        }
    }

    /// Whether more findings would change nothing.
    pub(crate) const fn is_done(&self) -> bool {
        !self.wants_findings() && self.failed
    }

    /// Whether anything is wanted beside the verdict. In a browser findings are collected in any
    /// case: a second way through the engine for the few requests that a glance does not settle
    /// would cost every page more to load.
    pub(crate) const fn wants_findings(&self) -> bool {
        !cfg!(feature = "fast") || !self.verdict_only
    }

    /// Whether any finding is wanted that is no error.
    pub(crate) fn wants_warnings(&self) -> bool {
        self.wants_findings() && (self.wanted.least < Severity::Error || self.wanted.codes() != 0)
    }

    /// Whether a finding is wanted.
    fn wants(&self, code: Code, severity: Severity) -> bool {
        self.wants_findings()
            && (self.wanted.least <= severity || self.wanted.codes() >> code as u8 & 1 == 1)
    }

    /// Whether a finding is wanted. If not, no more is noted of it than whether it is an error.
    pub(super) fn takes(&mut self, code: Code, severity: Severity) -> bool {
        let wanted = self.wants(code, severity);
        if !wanted {
            self.failed |= severity == Severity::Error;
        }
        wanted
    }

    /// How much was found so far, for [`Sink::forget`].
    pub(super) fn mark(&self) -> usize {
        self.found.len()
    }

    /// Makes one finding of many placeholders, which says how many there are.
    pub(super) fn count_placeholders(&mut self) {
        const MANY: usize = 3;
        let is_one = |found: &Diagnostic| {
            found.code == Code::PlaceholderValue && found.severity == Severity::Warning
        };
        let count = self.found.iter().filter(|found| is_one(found)).count();
        if count < MANY {
            return;
        }
        let first = self.found.iter().find(|found| is_one(found));
        let span = first.and_then(|found| found.span);
        self.found.retain(|found| !is_one(found));
        self.begin(Code::PlaceholderValue, Severity::Warning)
            .args
            .number("count", count);
        if let Some(last) = self.found.last_mut() {
            last.span = span;
        }
    }

    /// Forgets what was found since, whose place an error takes.
    pub(super) fn forget(&mut self, mark: usize) {
        self.found.truncate(mark);
    }

    /// Begins with no findings, in the room that others had.
    pub(super) fn take_room(&mut self, others: &mut Vec<Diagnostic>) {
        others.clear();
        self.swap(others);
    }

    /// Gives away what was found, and takes others.
    pub(super) const fn swap(&mut self, others: &mut Vec<Diagnostic>) {
        std::mem::swap(&mut self.found, others);
    }

    pub(crate) const fn has_failed(&self) -> bool {
        self.failed
    }

    /// The findings in the order of the text, or of the table where there is none, with lines
    /// and columns. The text comes with the line and offset at which it begins.
    pub(crate) fn into_diagnostics(
        mut self,
        text: Option<(&str, usize, usize)>,
    ) -> Vec<Diagnostic> {
        self.sort();
        let Some((text, line, offset)) = text.filter(|_| !self.found.is_empty()) else {
            for found in &mut self.found {
                found.span = None;
            }
            return self.found;
        };
        let mut start = Cursor::within(text, line, offset);
        for found in &mut self.found {
            if let Some(span) = &mut found.span {
                start.advance(span.start.offset);
                let mut end = start;
                end.advance(span.end.offset);
                *span = Span {
                    start: start.position(),
                    end: end.position(),
                };
            }
            if let Some(fix) = &mut found.fix {
                for edit in &mut fix.edits {
                    edit.start += offset;
                    edit.end += offset;
                }
            }
        }
        self.found
    }

    /// As [`Sink::into_diagnostics`], of one order among many in a whole file, whose lines were
    /// looked for once: to count them again for each order takes time that grows with the square
    /// of the file.
    #[cfg(feature = "formats")]
    pub(crate) fn into_indexed(mut self, text: &str, index: &LineIndex) -> Vec<Diagnostic> {
        self.sort();
        for span in self
            .found
            .iter_mut()
            .filter_map(|found| found.span.as_mut())
        {
            *span = Span {
                start: index.position(text, span.start.offset),
                end: index.position(text, span.end.offset),
            };
        }
        self.found
    }

    /// Puts the findings into the order of the text; those of one place stay as they were found.
    fn sort(&mut self) {
        let place = |found: &Diagnostic| {
            let span = found.span?;
            Some((span.start.offset, span.end.offset))
        };
        // A finding is large: it is moved once, if at all.
        if self.found.is_sorted_by_key(place) {
            return;
        }
        if cfg!(feature = "fast") {
            self.found.sort_by_cached_key(place);
        } else {
            // To sort long records as such would be five kilobytes more for a browser to load.
            let places = self.found.iter().map(place).zip(0..);
            let order = places.collect::<BinaryHeap<(_, usize)>>().into_sorted_vec();
            let mut goes_to = vec![0; order.len()];
            for (to, (_, from)) in order.into_iter().enumerate() {
                goes_to[from] = to;
            }
            for place in 0..goes_to.len() {
                while goes_to[place] != place {
                    let other = goes_to[place];
                    self.found.swap(place, other);
                    goes_to.swap(place, other);
                }
            }
        }
    }

    /// Keeps a finding at a stretch of the text.
    pub(crate) fn push(&mut self, mut found: Diagnostic, range: Option<Range<usize>>) {
        found.span = range.map(span_of);
        self.keep(found);
    }

    #[inline]
    fn keep(&mut self, found: Diagnostic) {
        self.failed |= found.is_documented_error();
        if self.found.is_empty() {
            self.found.reserve(USUAL);
        }
        self.found.push(found);
    }
}

/// A span of which only the offsets are known so far.
fn span_of(range: Range<usize>) -> Span {
    let place = |offset| Position {
        offset,
        line: 0,
        column: 0,
    };
    Span {
        start: place(range.start),
        end: place(range.end),
    }
}

/// Which piece of text a finding points at.
#[derive(Debug, Clone, Copy)]
pub(crate) enum At<'a> {
    /// A value.
    Value(Node<'a>),
    /// A name, as written.
    Key(Option<&'a str>),
    /// The opening brace of the object, for something that is not there.
    Brace,
}

/// A finding while it is being written down, in the place where it is kept.
pub(crate) struct Finding<'f> {
    found: &'f mut Diagnostic,
    pub(crate) fix: Option<(FixAction, Applicability)>,
}

impl Deref for Finding<'_> {
    type Target = Diagnostic;

    fn deref(&self) -> &Diagnostic {
        self.found
    }
}

impl DerefMut for Finding<'_> {
    fn deref_mut(&mut self) -> &mut Diagnostic {
        self.found
    }
}

impl Engine<'_> {
    /// Reports a finding with its ordinary severity.
    pub(super) fn report(
        &mut self,
        scope: &Scope<'_>,
        code: Code,
        place: &Place<'_>,
        at: At<'_>,
        describe: impl FnOnce(&mut Finding<'_>),
    ) {
        self.report_as(code.severity(), scope, code, place, at, describe);
    }

    /// Reports a finding. What describes it is only called where somebody wants to know.
    pub(crate) fn report_as(
        &mut self,
        severity: Severity,
        scope: &Scope<'_>,
        code: Code,
        place: &Place<'_>,
        at: At<'_>,
        describe: impl FnOnce(&mut Finding<'_>),
    ) {
        if self.sink.takes(code, severity) {
            let severity = match at {
                At::Value(node) if is_default(node) => severity.min(Severity::Warning),
                _ => severity,
            };
            let mut finding = self.sink.begin(code, severity);
            describe(&mut finding);
            finding.finish(scope, place, at);
        }
    }
}

impl Sink {
    /// Begins a finding.
    #[inline(never)]
    pub(super) fn begin(&mut self, code: Code, severity: Severity) -> Finding<'_> {
        self.keep(Diagnostic {
            code,
            severity,
            path: Text::new(),
            parameter: None,
            args: Args::new(),
            span: None,
            fix: None,
            provider_code: None,
            source: None,
            reason: None,
            origin: None,
        });
        let last = self.found.len() - 1;
        Finding {
            found: &mut self.found[last],
            fix: None,
        }
    }
}

impl Finding<'_> {
    /// Notes the default on which the finding rests.
    #[cfg(feature = "formats")]
    pub(super) fn set_origin(&mut self, origin: Option<Box<crate::diagnostic::Origin>>) {
        self.found.origin = origin;
    }

    /// Gives the finding its place and its fix. Apart from what describes it, of which there is a
    /// copy for each kind of finding.
    #[inline(never)]
    pub(super) fn finish(self, scope: &Scope<'_>, place: &Place<'_>, at: At<'_>) {
        let Self { found, fix } = self;
        found.path = place.pointer();
        if let Some((action, applicability)) = fix {
            found.fix = build_fix(scope, &found.path, at, action, applicability);
        }
        found.span = range_of(scope, at).map(span_of);
        #[cfg(feature = "formats")]
        if let At::Value(Node::Item(item)) = at
            && let Some(via) = &item.via
            // A default that weakens the finding matters more than where the value comes from.
            && (via.is_default || found.origin.is_none())
        {
            found.origin = Some(Box::new(origin(via)));
        }
        // A class of another type is refused for sure, though only the provider knows which are.
        if found.severity != Severity::Error && found.code != Code::ClassTypeMismatch {
            found.provider_code = None;
        }
    }
}

/// Whether a value is a default that somebody can override, so that nothing about it is certain.
pub(super) fn is_default(node: Node<'_>) -> bool {
    #[cfg(feature = "formats")]
    if let Node::Item(item) = node {
        return item.via.as_ref().is_some_and(|via| via.is_default);
    }
    let _ = node;
    false
}

#[cfg(feature = "formats")]
pub(super) fn origin(via: &crate::input::item::Via) -> crate::diagnostic::Origin {
    crate::diagnostic::Origin {
        name: via.name.as_str().into(),
        is_default: via.is_default,
        file: via.file.as_deref().map(Into::into),
    }
}

fn range_of(scope: &Scope<'_>, at: At<'_>) -> Option<Range<usize>> {
    let source = scope.source?;
    match at {
        At::Value(Node::Json(raw)) => source.locate(raw),
        At::Value(Node::Pair(pair)) => source.locate(pair.raw_value),
        At::Value(Node::Field(_, text)) => source.locate(text),
        At::Value(Node::Value(_) | Node::Missing) => None,
        #[cfg(feature = "formats")]
        At::Value(Node::Item(item)) => Some(match &item.via {
            Some(via) if via.file.is_some() => via.used_at.clone(),
            _ => item.span.clone(),
        }),
        At::Key(key) => source.locate(key?),
        At::Brace if scope.head.is_some() => scope.head.clone(),
        At::Brace => {
            let raw = scope.raw?;
            let first = raw.chars().next().map_or(0, char::len_utf8);
            source.locate(&raw[..first])
        }
    }
}

fn build_fix(
    scope: &Scope<'_>,
    path: &Text,
    at: At<'_>,
    action: FixAction,
    applicability: Applicability,
) -> Option<Box<Fix>> {
    // Fields have an order, but no text that anybody could change.
    let fields = scope.source.is_some_and(Source::is_fields);
    let edits = match scope.source {
        Some(_) if fields && matches!(at, At::Brace) => return None,
        Some(source) if !fields => edits(scope, source, path, at, &action)?,
        _ => Vec::new(),
    };
    let patched = patched(scope, path, at, &action);
    (fields || !edits.is_empty() || patched != Patched::No).then(|| {
        Box::new(Fix {
            action,
            patched,
            applicability,
            edits,
        })
    })
}

/// The same change for the parsed value. A value that stands inside a string cannot be reached
/// by a JSON Patch, and one that may hold a secret is not repeated.
fn patched(scope: &Scope<'_>, path: &Text, at: At<'_>, action: &FixAction) -> Patched {
    if scope.is_inside_string() {
        return Patched::No;
    }
    #[cfg(feature = "formats")]
    if matches!(at, At::Value(Node::Item(_))) || !scope.members.is_empty() {
        return Patched::No;
    }
    let (FixAction::Quote, At::Value(node)) = (action, at) else {
        return match (action, path.rsplit_once('.')) {
            (FixAction::Quote | FixAction::Trim, _) => Patched::No,
            // It stays a member of the same element.
            (FixAction::Rename(name), Some((element, _)))
                if matches!(scope.place, Place::Flattened { .. }) =>
            {
                Patched::Moved(path.clone(), format!("{element}.{name}").into())
            }
            _ => Patched::At(path.clone()),
        };
    };
    let secret = scope.indices().any(|index| {
        let parameter = scope.parameter(index);
        same_node(scope.nodes[index], node)
            && (parameter.secret || matches!(parameter.kind, crate::profile::Kind::JsonArray(_)))
    });
    if secret {
        return Patched::No;
    }
    let text: Text = match (node.kind(), node) {
        (JsonKind::Object | JsonKind::Array, Node::Json(raw)) => raw.into(),
        (JsonKind::Object | JsonKind::Array, Node::Value(value)) => value.to_string().into(),
        _ => node.text().into(),
    };
    // A password inside Config.
    if crate::redact::holds_secret(&text) {
        return Patched::No;
    }
    Patched::Quoted(path.clone(), text)
}

fn same_node(left: Node<'_>, right: Node<'_>) -> bool {
    match (left, right) {
        (Node::Json(left), Node::Json(right)) | (Node::Field(_, left), Node::Field(_, right)) => {
            std::ptr::eq(left, right)
        }
        (Node::Value(left), Node::Value(right)) => std::ptr::eq(left, right),
        (Node::Pair(left), Node::Pair(right)) => std::ptr::eq(left, right),
        #[cfg(feature = "formats")]
        (Node::Item(left), Node::Item(right)) => std::ptr::eq(left, right),
        _ => false,
    }
}

/// A name as it is written, with another one in its place: its quotes and dashes stay, and what
/// says which element of a list it is a member of. Nothing where what is written is not the name
/// that the finding is about: a shell can put a name together from pieces.
fn renamed(scope: &Scope<'_>, path: &Text, key: &str, name: &str) -> Option<String> {
    let signs = |c: char| matches!(c, '"' | '\'' | '\\' | '-');
    let bare = key.trim_start_matches(signs);
    let before = &key[..key.len() - bare.len()];
    let bare = bare.trim_end_matches(['"', '\'', '\\']);
    let behind = &key[before.len() + bare.len()..];
    let (list, member) = if matches!(scope.place, Place::Flattened { .. }) {
        bare.split_at(bare.rfind('.')? + 1)
    } else {
        ("", bare)
    };
    let is_whole = match before {
        "" | "--" => behind.is_empty(),
        _ => before == behind,
    };
    #[cfg(feature = "formats")]
    let is_whole = is_whole && (scope.members.is_empty() || is_called(path, member));
    let _ = (path, member);
    is_whole.then(|| format!("{before}{list}{name}{behind}"))
}

/// Whether what a pointer leads to has that name.
#[cfg(feature = "formats")]
fn is_called(path: &Text, name: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    let last = last.rsplit('.').next().unwrap_or_default();
    last.eq_ignore_ascii_case(name.rsplit('.').next().unwrap_or_default())
}

fn edits(
    scope: &Scope<'_>,
    source: &Source<'_>,
    path: &Text,
    at: At<'_>,
    action: &FixAction,
) -> Option<Vec<Edit>> {
    let edit = |range: Range<usize>, text: String| Edit {
        start: range.start,
        end: range.end,
        text: text.into(),
    };
    Some(match (action, at) {
        (FixAction::Rename(name), At::Key(Some(key))) => {
            let text = renamed(scope, path, key, name)?;
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
        (FixAction::Add(name, value), _) => vec![added(scope, source, name, value)?],
        #[cfg(feature = "formats")]
        (action, At::Value(Node::Item(item))) => {
            let text = source.text();
            let (range, text) = super::rewrite::edit(action, item, scope.members, text)?;
            vec![edit(range, text)]
        }
        (FixAction::Trim, At::Value(node)) => {
            let (raw, encoding) = match node {
                Node::Json(raw) => (raw, Encoding::JsonString),
                Node::Pair(pair) => (pair.raw_value, Encoding::Percent),
                _ => return None,
            };
            let whole = node.text();
            let quoted = Source::quoted(&whole, raw, encoding, source);
            let kept = crate::text::trim(&whole);
            let start = kept.as_ptr().addr() - whole.as_ptr().addr();
            let mut edits = Vec::new();
            for blank in [&whole[..start], &whole[start + kept.len()..]] {
                if !blank.is_empty() {
                    edits.push(edit(quoted.locate(blank)?, String::new()));
                }
            }
            edits
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

/// Puts a member before the first one, whichever member the finding is about: two findings that one member would mend then
/// offer the same change.
fn added(scope: &Scope<'_>, source: &Source<'_>, name: &str, value: &str) -> Option<Edit> {
    let insert = |at: usize, text: String| Edit {
        start: at,
        end: at,
        text: text.into(),
    };
    #[cfg(feature = "formats")]
    if !scope.members.is_empty() {
        let (at, text) = super::rewrite::added(scope.members, source.text(), name, value)?;
        return Some(insert(at, text));
    }
    let raw = scope.raw?;
    if !raw.starts_with('{') {
        return Some(insert(
            source.locate(&raw[..0])?.start,
            format!("{name}={value}&"),
        ));
    }
    let (first, _) = json::Walker::over(raw).next().ok()??;
    let start = first.as_ptr().addr() - raw.as_ptr().addr();
    let layout = &raw[1..start];
    let layout = if layout.is_empty() { " " } else { layout };
    let text = source.encode(&format!("\"{name}\": \"{value}\",{layout}"));
    Some(insert(source.locate(&raw[start..start])?.start, text))
}

/// Quotes a value where it stands: what is inside is escaped character by character, and not
/// repeated, since it may hold a password.
fn quote(source: &Source<'_>, raw: &str) -> Option<Vec<Edit>> {
    let insert = |at: &str, text: &str| {
        let range = source.locate(at)?;
        Some(Edit {
            start: range.start,
            end: range.end,
            text: source.encode(text).into(),
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
