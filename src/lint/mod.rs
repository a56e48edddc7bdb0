//! Linting texts: files that hold one request, an array of them, one a line, or a URL.

#[cfg(feature = "formats")]
mod specs;

use crate::check::{Checker, Excerpt};
use crate::context::Context;
use crate::diagnostic::{Arg, Args, Code, Diagnostic, LineIndex, Severity, Span, Term};
use crate::diagnostic::{Format, bare, syntax};
#[cfg(feature = "editions")]
use crate::diagnostic::{Pack, Packs};
use crate::infer::{Date, Names, NoProfile};
use crate::input::{
    DEFAULT_MAX_DEPTH, InputFormat, host_of, json, message, parse_query, rest_request, urls,
};
use crate::profile::Profile;
use crate::report::Report;
use crate::run::Run;
use crate::spec_format::SpecFormat;

/// What was found in one request of a text.
#[derive(Debug)]
#[non_exhaustive]
pub struct Linted {
    /// Its place among the requests of the text, from 0.
    pub index: usize,
    /// The line on which it begins, from 1.
    pub line: usize,
    /// What it is written in.
    pub format: SpecFormat,
    /// What its file calls it, where orders have names there.
    pub name: Option<String>,
    /// How many of its parameters are not known before a tool runs, wholly or in part.
    pub unknown: usize,
    /// The profile, if it was named or could be inferred.
    pub profile: Option<&'static Profile>,
    /// Whether the profile was inferred.
    pub inferred: bool,
    /// Why the request was not checked.
    pub unchecked: Option<NoProfile>,
    /// The findings.
    pub diagnostics: Vec<Diagnostic>,
    /// How many findings are not shown because a team's own policy puts them off.
    pub hidden: usize,
    /// Whether a document says that it is wrong.
    wrong: bool,
}

impl Linted {
    /// Whether the request was checked and no document says that it is wrong. A team's own
    /// policy does not change this.
    #[must_use]
    pub const fn is_valid(&self) -> bool {
        self.unchecked.is_none() && !self.wrong
    }
}

/// Lints texts under a named profile, or under the one that each request is meant for.
///
/// ```
/// use kvspec::{Linter, Run};
/// let text = r#"[{"RegionId": "cn-hangzhou", "Capacity": 1024}, {"billingMethod": "Subscription"}]"#;
/// let linted = Linter::new().lint(text, &mut Run::new());
/// # #[cfg(feature = "editions")]
/// assert_eq!(linted[0].profile.unwrap().id, "alibaba.create-instance.2026");
/// assert!(linted[0].is_valid());
/// assert_eq!(linted[1].profile.unwrap().id, "alibaba.console");
/// assert!(!linted[1].is_valid());
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Linter<'c> {
    profile: Option<&'static Profile>,
    format: InputFormat,
    level: Severity,
    context: Option<&'c Context>,
    as_of: Option<Date>,
    #[cfg(feature = "formats")]
    file: Option<&'c str>,
    #[cfg(feature = "formats")]
    neighbours: &'c [(String, String)],
    #[cfg(feature = "editions")]
    packs: Packs,
    #[cfg(feature = "config")]
    policy: Option<&'c dyn crate::engine::Policy>,
}

impl Default for Linter<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'c> Linter<'c> {
    /// A linter that infers profile and format.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            profile: None,
            format: InputFormat::Auto,
            level: Severity::Info,
            context: None,
            as_of: None,
            #[cfg(feature = "formats")]
            file: None,
            #[cfg(feature = "formats")]
            neighbours: &[],
            #[cfg(feature = "editions")]
            packs: Packs::NONE,
            #[cfg(feature = "config")]
            policy: None,
        }
    }

    /// Holds every request also against a team's own rules, and gives findings the severities
    /// that the team wants. Whether a request is valid is not changed by either.
    #[cfg(feature = "config")]
    #[must_use]
    pub const fn house_rules(mut self, view: &'c crate::house::HouseView<'c>) -> Self {
        self.policy = Some(view);
        self
    }

    /// Holds every request also against these packs of rules, as [`Checker::packs`] does.
    ///
    /// ```
    /// use kvspec::{Code, Linter, Pack, Run};
    /// let order = r#"{"RegionId": "cn-hangzhou", "InstanceClass": "redis.shard.small.2.ce"}"#;
    /// let linter = Linter::new().packs(&[Pack::Availability]);
    /// let linted = linter.lint(order, &mut Run::new());
    /// let found = &linted[0].diagnostics;
    /// assert!(found.iter().any(|found| found.code == Code::SingleZone));
    /// ```
    #[cfg(feature = "editions")]
    #[must_use]
    pub fn packs(mut self, packs: &[Pack]) -> Self {
        self.packs = self.packs.and(Packs::of(packs));
        self
    }

    /// Judges every request in these surroundings.
    #[must_use]
    pub const fn context(mut self, context: &'c Context) -> Self {
        self.context = Some(context);
        self
    }

    /// Takes the editions that held on a day, where profiles are inferred; otherwise the newest.
    ///
    /// ```
    /// use kvspec::{Linter, Run};
    /// let linter = Linter::new().as_of("2018-06-01".parse().unwrap());
    /// let linted = linter.lint(r#"{"RegionId": "cn-hangzhou", "Capacity": 1}"#, &mut Run::new());
    /// assert_eq!(linted[0].profile.unwrap().id, "alibaba.create-instance.intl");
    /// ```
    #[must_use]
    pub const fn as_of(mut self, day: Date) -> Self {
        self.as_of = Some(day);
        self
    }

    /// Leaves out findings below this severity, as [`Checker::level`] does.
    #[must_use]
    pub const fn level(mut self, least: Severity) -> Self {
        self.level = least;
        self
    }

    /// Checks every request under this profile.
    #[must_use]
    pub const fn profile(mut self, profile: &'static Profile) -> Self {
        self.profile = Some(profile);
        self
    }

    /// The profile that was asked for.
    #[cfg(feature = "formats")]
    pub(crate) const fn asked_profile(&self) -> Option<&'static Profile> {
        self.profile
    }

    /// Reads every text in this format.
    #[must_use]
    pub const fn format(mut self, format: InputFormat) -> Self {
        self.format = format;
        self
    }

    /// Says what the file is called that a text comes from, and gives the other files of its
    /// folder, each with its name and its text: Terraform reads a folder as a whole. A file's
    /// name tells which tool it is for, where its text does not.
    ///
    /// ```
    /// use kvspec::{Linter, Run};
    /// let text = r#"
    ///   resource "alicloud_kvstore_instance" "cache" {
    ///     instance_class = "redis.master.small.default"
    ///     engine_version = "7.0"
    ///     vswitch_id     = var.vswitch
    ///   }"#;
    /// let linted = Linter::new().file("main.tf", &[]).lint(text, &mut Run::new());
    /// assert_eq!(linted[0].name.as_deref(), Some("alicloud_kvstore_instance.cache"));
    /// assert!(!linted[0].is_valid());
    /// ```
    #[cfg(feature = "formats")]
    #[must_use]
    pub const fn file(mut self, name: &'c str, neighbours: &'c [(String, String)]) -> Self {
        self.file = Some(name);
        self.neighbours = neighbours;
        self
    }

    /// Lints a whole text. A file of another tool's without an order gives nothing.
    #[must_use]
    pub fn lint(&self, text: &str, run: &mut Run) -> Vec<Linted> {
        #[cfg(feature = "formats")]
        if let Some(linted) = self.specs(text, run) {
            return linted;
        }
        let format = match self.format {
            InputFormat::Auto => InputFormat::of(text),
            named => named,
        };
        match format {
            // Of two URLs the second is no value of the first.
            InputFormat::Query if InputFormat::of(text) == InputFormat::Urls => {
                self.urls(text, run)
            }
            InputFormat::Query => vec![self.query(Excerpt::whole(text), run)],
            InputFormat::Urls => self.urls(text, run),
            InputFormat::Ndjson => self.lines(text, run),
            _ => self.json(text, run),
        }
    }

    /// Lints one line of an NDJSON text, given its number and the offset of its first byte.
    /// A line of white space has no findings and no profile.
    #[must_use]
    pub fn lint_line(&self, text: &str, line: usize, offset: usize, run: &mut Run) -> Linted {
        if text.trim_start_matches('\u{feff}').trim().is_empty() {
            return Linted {
                format: SpecFormat::Ndjson,
                ..Linted::empty(line)
            };
        }
        Linted {
            format: SpecFormat::Ndjson,
            ..self.object(Excerpt { text, line, offset }, run)
        }
    }

    /// The finding for a line or text that is not UTF-8.
    #[must_use]
    pub fn not_utf8(&self, bytes: &[u8], line: usize, offset: usize) -> Linted {
        let (problem, span) = crate::diagnostic::not_utf8(bytes, line, offset);
        #[cfg(feature = "formats")]
        let taken_for = self.taken_for();
        #[cfg(not(feature = "formats"))]
        let taken_for: Option<(SpecFormat, crate::diagnostic::Term)> = None;
        let mut found = match taken_for {
            Some((_, format)) => bare(
                Code::Syntax,
                [
                    ("format", Arg::Term(format)),
                    ("problem", Arg::Term(problem)),
                ]
                .into(),
            ),
            None if matches!(self.format, InputFormat::Query | InputFormat::Urls) => {
                syntax(Format::Query, problem)
            }
            None => syntax(Format::Json, problem),
        };
        found.span = Some(span);
        Linted {
            diagnostics: vec![found],
            wrong: true,
            profile: self.profile,
            format: match self.format {
                InputFormat::Auto if taken_for.is_some() => {
                    taken_for.map_or(SpecFormat::Json, |(format, _)| format)
                }
                InputFormat::Auto | InputFormat::Json => SpecFormat::Json,
                InputFormat::Hcl => SpecFormat::Terraform,
                InputFormat::Yaml => SpecFormat::Ros,
                InputFormat::Shell => SpecFormat::Shell,
                InputFormat::Markdown => SpecFormat::Markdown,
                InputFormat::Ndjson => SpecFormat::Ndjson,
                InputFormat::Query => SpecFormat::Query,
                InputFormat::Urls => SpecFormat::Urls,
            },
            ..Linted::empty(line)
        }
    }

    fn query(&self, excerpt: Excerpt<'_>, run: &mut Run) -> Linted {
        if let Some(request) = rest_request(excerpt.text) {
            let profile = match self.profile {
                Some(profile) => Ok(profile),
                None => crate::infer::of_rest(self.as_of),
            };
            let linted = self.checked(profile, excerpt.line, |checker| {
                checker.check_rest_excerpt(excerpt, &request, Some(run))
            });
            return Linted {
                format: SpecFormat::Query,
                ..linted
            };
        }
        let (profile, unknown) = match (self.profile, parse_query(excerpt.text)) {
            (Some(profile), _) => (Ok(profile), None),
            (None, Ok((_, pairs))) => {
                let mut names = Names::new();
                names.note_host(host_of(excerpt.text));
                let mut at = action_beside(excerpt.text);
                if let Some(action) = at {
                    names.add("Action".into(), || action.into());
                }
                for pair in pairs {
                    if pair.name.eq_ignore_ascii_case("Action") {
                        at = Some(pair.raw_value);
                    }
                    names.add(pair.name, || pair.value);
                }
                let profile = names.profile(self.as_of);
                let unknown = matches!(profile, Err(NoProfile::UnknownOperation))
                    .then(|| unknown_operation(&names, at, excerpt))
                    .flatten();
                (profile, unknown)
            }
            (None, Err(error)) if error.problem == Term::EscapedAmpersand => {
                (of_page(excerpt.text, self.as_of), None)
            }
            (None, Err(_)) => (ANY, None),
        };
        if let Some(found) = unknown {
            return self.refused(found, excerpt.line, SpecFormat::Query);
        }
        let linted = self.checked(profile, excerpt.line, |checker| {
            checker.check_query_excerpt(excerpt, Some(run))
        });
        Linted {
            format: SpecFormat::Query,
            ..linted
        }
    }

    /// Lints URLs, each of which begins a line. Lines that begin otherwise belong to the URL before
    /// them; blank ones are skipped.
    fn urls(&self, text: &str, run: &mut Run) -> Vec<Linted> {
        let mut linted: Vec<Linted> = Vec::new();
        let (mut line, mut offset) = (1, 0);
        for part in urls(text) {
            let blank = part.len() - part.trim_start_matches(|c: char| c.is_whitespace()).len();
            let start = line + part[..blank].matches('\n').count();
            if blank < part.len() {
                let excerpt = Excerpt {
                    text: &part[blank..],
                    line: start,
                    offset: offset + blank,
                };
                linted.push(Linted {
                    index: linted.len(),
                    format: SpecFormat::Urls,
                    ..self.query(excerpt, run)
                });
            }
            line += part.matches('\n').count();
            offset += part.len();
        }
        if linted.is_empty() {
            linted.push(self.query(Excerpt::whole(text), run));
        }
        linted
    }

    /// A request of which nothing but one finding can be said.
    fn refused(&self, found: Diagnostic, line: usize, format: SpecFormat) -> Linted {
        let kept = found.severity >= self.level;
        Linted {
            inferred: true,
            diagnostics: kept.then_some(found).into_iter().collect(),
            wrong: true,
            format,
            ..Linted::empty(line)
        }
    }

    fn lines(&self, text: &str, run: &mut Run) -> Vec<Linted> {
        let mut linted = Vec::new();
        let mut offset = 0;
        for (number, line) in text.split_inclusive('\n').enumerate() {
            let found = self.lint_line(line, number + 1, offset, run);
            offset += line.len();
            let blank = found.profile.is_none()
                && found.unchecked.is_none()
                && found.diagnostics.is_empty();
            if !blank {
                linted.push(Linted {
                    index: linted.len(),
                    ..found
                });
            }
        }
        if linted.is_empty() {
            linted = self.json(text, run);
        }
        linted
    }

    fn json(&self, text: &str, run: &mut Run) -> Vec<Linted> {
        let mut scanner = json::Scanner::new(text, DEFAULT_MAX_DEPTH);
        scanner.skip_white_space();
        if !scanner.stands_on(b'[') || json::Scanner::document(text, DEFAULT_MAX_DEPTH).is_err() {
            return vec![self.object(Excerpt::whole(text), run)];
        }
        let index = LineIndex::new(text);
        let mut walker = json::Walker::open(scanner);
        let mut linted = Vec::new();
        while let Ok(Some((_, element))) = walker.next() {
            let offset = element.as_ptr().addr() - text.as_ptr().addr();
            let start = index.position(text, offset);
            let mut found = self.object_at(
                Excerpt {
                    text: element,
                    line: start.line,
                    offset,
                },
                run,
                start.column - 1,
            );
            found.index = linted.len();
            linted.push(found);
        }
        linted
    }

    /// One element of an array: so many characters stand before it on its line, which counts for
    /// columns.
    fn object_at(&self, excerpt: Excerpt<'_>, run: &mut Run, shift: usize) -> Linted {
        let mut linted = self.object(excerpt, run);
        for found in &mut linted.diagnostics {
            if let Some(span) = &mut found.span {
                for position in [&mut span.start, &mut span.end] {
                    if position.line == excerpt.line {
                        position.column += shift;
                    }
                }
            }
        }
        linted
    }

    fn object(&self, excerpt: Excerpt<'_>, run: &mut Run) -> Linted {
        if let Some(profile) = self.profile {
            return self.checked(Ok(profile), excerpt.line, |checker| {
                checker.check_excerpt(excerpt, Some(run))
            });
        }
        #[cfg(feature = "fast")]
        if let Some(object) = json::Object::read(excerpt.text, DEFAULT_MAX_DEPTH) {
            let profile = run.guesses.profile(&object, self.as_of);
            if matches!(profile, Err(NoProfile::UnknownOperation)) {
                let is_action = |name: &str| json::decode(name).eq_ignore_ascii_case("Action");
                let members = object.members.iter().map(|(member, _)| member);
                let action = members.rev().find(|(name, _)| is_action(name));
                let at = action.map(|(_, value)| *value);
                if let Some(found) = unknown_operation(&Names::of(&object), at, excerpt) {
                    return self.refused(found, excerpt.line, SpecFormat::Json);
                }
            }
            return self.checked(profile, excerpt.line, |checker| {
                checker.check_object(excerpt, &object, run)
            });
        }
        let profile = if cfg!(feature = "fast") {
            ANY
        } else {
            infer_json(excerpt.text, self.as_of)
        };
        self.checked(profile, excerpt.line, |checker| {
            checker.check_excerpt(excerpt, Some(run))
        })
    }

    fn checked(
        &self,
        profile: Result<&'static Profile, NoProfile>,
        line: usize,
        check: impl FnOnce(&Checker<'_>) -> Report,
    ) -> Linted {
        let mut linted = Linted::empty(line);
        linted.inferred = self.profile.is_none();
        match profile {
            Ok(profile) => {
                let mut checker = Checker::new(profile).level(self.level);
                if let Some(context) = self.context {
                    checker = checker.context(context);
                }
                #[cfg(feature = "editions")]
                {
                    checker = checker.asked(self.packs);
                }
                #[cfg(feature = "config")]
                if let Some(policy) = self.policy {
                    checker = checker.policy(policy);
                }
                let report = check(&checker);
                linted.unknown = report.unknown;
                linted.wrong = !report.is_valid();
                linted.hidden = report.hidden();
                linted.diagnostics = report.into_iter().collect();
                // What cannot be read, or is no object, tells nothing.
                let unread = linted.diagnostics.first().is_some_and(|found| {
                    matches!(found.code, Code::Syntax | Code::TypeMismatch) && found.path.is_empty()
                });
                linted.profile = (self.profile.is_some() || !unread).then_some(profile);
            }
            Err(reason) => linted.unchecked = Some(reason),
        }
        linted
    }
}

impl Linted {
    const fn empty(line: usize) -> Self {
        Self {
            index: 0,
            line,
            format: SpecFormat::Json,
            name: None,
            unknown: 0,
            profile: None,
            inferred: false,
            unchecked: None,
            diagnostics: Vec::new(),
            hidden: 0,
            wrong: false,
        }
    }
}

/// What cannot be read, or is no object, gets the same finding under every profile.
const ANY: Result<&Profile, NoProfile> = Ok(&crate::documents::ALIBABA_CREATE_INSTANCE_CN);

/// The operation that a request names beside its parameters.
fn action_beside(text: &str) -> Option<&str> {
    message(text)?.action
}

/// The finding for an operation that would create an instance, and that no profile describes.
fn unknown_operation(
    names: &Names<'_>,
    at: Option<&str>,
    excerpt: Excerpt<'_>,
) -> Option<Diagnostic> {
    let written = names.operation()?;
    let mut args = Args::new();
    args.text("written", written);
    if let Some(meant) = names.suggestion() {
        args.fixed("suggestion", meant);
    }
    let mut found = bare(Code::UnknownOperation, args);
    found.path = "/Action".into();
    found.parameter = Some("Action");
    if let Some(at) = at {
        let start = at
            .as_ptr()
            .addr()
            .checked_sub(excerpt.text.as_ptr().addr())?;
        let index = LineIndex::within(excerpt.text, excerpt.line, excerpt.offset);
        found.span = Some(Span {
            start: index.position(excerpt.text, start),
            end: index.position(excerpt.text, start + at.len()),
        });
    }
    Some(found)
}

/// Whether there is an order among what was found in a text, or something that was meant as one.
#[must_use]
#[doc(hidden)]
pub fn holds_an_order(linted: &[Linted], text: &str) -> bool {
    linted.iter().any(|one| match (one.unchecked, one.profile) {
        // Another tool's file gives only what is meant as an order.
        _ if !matches!(
            one.format,
            SpecFormat::Json | SpecFormat::Ndjson | SpecFormat::Query | SpecFormat::Urls
        ) =>
        {
            true
        }
        _ if !looks_plain(text) => false,
        (Some(reason), _) => !reason.is_no_order(),
        // A file that nobody named may be anything: `{"port": 6379, "password": …}` is no order.
        (None, Some(_)) if one.inferred && linted.len() == 1 => {
            let object = json::Object::read(text, DEFAULT_MAX_DEPTH);
            let names = object.as_ref().map(Names::of);
            !names.is_some_and(|names| names.are_anyones() || names.are_of_an_answer())
        }
        (None, Some(_)) => true,
        // What cannot be read, or is no object.
        (None, None) => mentions_an_order(text),
    })
}

/// Whether a text looks like orders as such.
#[must_use]
#[doc(hidden)]
pub fn looks_plain(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    start.starts_with(['{', '[']) || InputFormat::of(text) != InputFormat::Json
}

/// Whether the text of something that cannot be read has the names of an order in it.
#[must_use]
#[doc(hidden)]
pub fn mentions_an_order(text: &str) -> bool {
    let found = Names::of_broken(text).profile(None);
    !matches!(found, Err(NoProfile::Unknown | NoProfile::OtherOperation))
}

/// The profile that a JSON request is meant for.
pub(crate) fn infer_json(text: &str, as_of: Option<Date>) -> Result<&'static Profile, NoProfile> {
    match json::Object::read(text, DEFAULT_MAX_DEPTH) {
        Some(object) => Names::of(&object).profile(as_of),
        None => ANY,
    }
}

impl Profile {
    /// The profile that a text with one request is meant for, judged by its names: JSON, or a
    /// query string or URL.
    ///
    /// ```
    /// use kvspec::Profile;
    /// let profile = Profile::infer(r#"{"billingMethod": "Subscription"}"#)?;
    /// assert_eq!(profile.id, "alibaba.console");
    /// # Ok::<(), kvspec::NoProfile>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Nothing in the text tells. A text that cannot be read gets some profile: under every one
    /// of them the finding is the same.
    pub fn infer(text: &str) -> Result<&'static Self, NoProfile> {
        if !matches!(
            InputFormat::of(text),
            InputFormat::Query | InputFormat::Urls
        ) {
            return infer_json(text, None);
        }
        if rest_request(text).is_some() {
            return crate::infer::of_rest(None);
        }
        let mut names = Names::new();
        match parse_query(text) {
            Ok((_, pairs)) => {
                if let Some(action) = action_beside(text) {
                    names.add("Action".into(), || action.into());
                }
                for pair in pairs {
                    names.add(pair.name, || pair.value);
                }
                names.profile(None)
            }
            Err(error) if error.problem == Term::EscapedAmpersand => of_page(text, None),
            Err(_) => ANY,
        }
    }
}

/// The profile of a query whose ampersands are those of a page's source. Which operation it is for shows in its names.
fn of_page(text: &str, as_of: Option<Date>) -> Result<&'static Profile, NoProfile> {
    let text = text.replace("&amp;", "&");
    let Ok((_, pairs)) = parse_query(&text) else {
        return ANY;
    };
    let mut names = Names::new();
    names.note_host(host_of(&text));
    for pair in pairs {
        names.add(pair.name, || pair.value);
    }
    match names.profile(as_of) {
        Err(NoProfile::UnknownOperation) => ANY,
        profile => profile,
    }
}
