//! Checking a request, in whichever form it comes.

use serde_json::Value;

use crate::context::Context;
use crate::diagnostic::{
    Action, Applicability, Args, Code, Diagnostic, Edit, Fix, Format, Patched, Severity, Term,
    Text, bare, mark, not_an_object, not_utf8, syntax,
};
#[cfg(feature = "editions")]
use crate::diagnostic::{Pack, Packs};
use crate::engine::{
    Beyond, Change, Engine, Glance, Incremental, Place, Policy, Scope, Settings, Sink, Stop, Wanted,
};
use crate::input::{
    DEFAULT_MAX_DEPTH, JsonKind, Node, Pair, Reader, RestRequest, Source, Unreadable,
    escaped_ampersands, fragment, json, message, parse_query,
};
use crate::profile::Profile;
use crate::report::Report;
use crate::run::Run;
use crate::spec::Spec;

/// Checks requests under one profile.
///
/// ```
/// use kvspec::{Checker, Code, Profile};
///
/// let profile = Profile::by_id("alibaba.create-instance.cn").unwrap();
/// let report = Checker::new(profile)
///     .check(r#"{"RegionId": "cn-hangzhou", "ChargeType": "PrePaid", "Capacity": 1024}"#);
/// assert!(!report.is_valid());
/// let error = report.iter().find(|found| found.code == Code::RequiredWhen).unwrap();
/// assert_eq!(error.path, "/Period");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Checker<'c> {
    profile: &'static Profile,
    is_form: bool,
    max_depth: u32,
    max_bytes: usize,
    level: Severity,
    context: Option<&'c Context>,
    #[cfg(feature = "editions")]
    packs: Packs,
    policy: Option<&'c dyn Policy>,
}

/// A text within a larger one, for positions that are those of the whole.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Excerpt<'a> {
    pub(crate) text: &'a str,
    pub(crate) line: usize,
    pub(crate) offset: usize,
}

impl<'a> Excerpt<'a> {
    pub(crate) const fn whole(text: &'a str) -> Self {
        Self {
            text,
            line: 1,
            offset: 0,
        }
    }
}

/// Whether a query has to say which operation it is for: newer signatures take that out of the
/// parameters.
fn asks_action(text: &str) -> bool {
    message(text).is_none_or(|message| message.action.is_none())
}

impl<'c> Checker<'c> {
    /// A checker for requests of that profile.
    #[must_use]
    pub const fn new(profile: &'static Profile) -> Self {
        Self {
            profile,
            is_form: false,
            max_depth: DEFAULT_MAX_DEPTH,
            max_bytes: usize::MAX,
            level: Severity::Info,
            context: None,
            #[cfg(feature = "editions")]
            packs: Packs::NONE,
            policy: None,
        }
    }

    /// Holds requests also against a team's own rules, and gives findings the severities that
    /// the team wants. Whether a request is valid is not changed by either.
    #[cfg(feature = "config")]
    #[must_use]
    pub const fn house_rules(self, view: &'c crate::house::HouseView<'c>) -> Self {
        self.policy(view)
    }

    /// Holds requests also against a team's policy.
    #[cfg(feature = "config")]
    pub(crate) const fn policy(mut self, policy: &'c dyn Policy) -> Self {
        self.policy = Some(policy);
        self
    }

    /// Holds requests also against these packs of rules, which are off otherwise. Whether a request
    /// is valid is not changed by them. Their rows come with the features `messages`, `prose` and
    /// `formats`: without any of these nothing is found.
    ///
    /// ```
    /// use kvspec::{Checker, Code, Pack, Profile};
    /// let profile = Profile::by_id("alibaba.create-instance.2026").unwrap();
    /// let order = r#"{"RegionId": "cn-hangzhou", "InstanceClass": "redis.shard.small.2.ce"}"#;
    /// let checker = Checker::new(profile).packs(&[Pack::Naming]);
    /// let report = checker.check(order);
    /// assert!(report.iter().any(|found| found.code == Code::NameMissing));
    /// assert!(report.is_valid());
    /// ```
    #[cfg(feature = "editions")]
    #[must_use]
    pub fn packs(self, packs: &[Pack]) -> Self {
        self.asked(Packs::of(packs))
    }

    /// Asks also for these packs.
    #[cfg(feature = "editions")]
    pub(crate) fn asked(mut self, packs: Packs) -> Self {
        self.packs = self.packs.and(packs);
        self
    }

    /// The packs that the caller asks for, and those that the team does.
    #[cfg(feature = "editions")]
    fn all_packs(&self) -> Packs {
        match self.policy {
            Some(policy) => self.packs.and(policy.packs()),
            None => self.packs,
        }
    }

    /// Judges requests in their surroundings: the vSwitch, and the server that will connect.
    #[must_use]
    pub const fn context(mut self, context: &'c Context) -> Self {
        self.context = Some(context);
        self
    }

    /// Judges a form that is being filled in: a password in it is no finding.
    #[must_use]
    pub const fn for_form(mut self) -> Self {
        self.is_form = true;
        self
    }

    /// Leaves out findings below this severity, which saves the time to make them. Verdicts stay
    /// the same. With house rules, severities are those that the team gives.
    ///
    /// ```
    /// use kvspec::{Checker, Profile, Severity};
    /// let checker = Checker::new(Profile::by_id("alibaba.create-instance.cn").unwrap());
    /// let order = r#"{"RegionId": "cn-hangzhou", "Capacity": 1024}"#;
    /// assert!(!checker.check(order).diagnostics().is_empty());
    /// assert!(checker.level(Severity::Error).check(order).diagnostics().is_empty());
    /// ```
    #[must_use]
    pub const fn level(mut self, least: Severity) -> Self {
        self.level = least;
        self
    }

    /// Sets how deeply JSON may be nested; deeper nesting is a `syntax` finding. The default is
    /// [`DEFAULT_MAX_DEPTH`].
    #[must_use]
    pub const fn max_depth(mut self, levels: u32) -> Self {
        self.max_depth = levels;
        self
    }

    /// Sets how many bytes a text may have; a longer one is a `syntax` finding, and nothing in it
    /// is read. There is no limit unless one is set. Time and memory grow with the size of a text
    /// and no faster, so this bounds both: `examples/growth.rs` measures how much it is.
    ///
    /// ```
    /// use kvspec::{Checker, Code, Profile};
    /// let checker = Checker::new(Profile::by_id("alibaba.console").unwrap()).max_bytes(1_000);
    /// let report = checker.check(&format!("{{\"a\": \"{}\"}}", "a".repeat(1_000)));
    /// assert_eq!(report.diagnostics()[0].code, Code::Syntax);
    /// ```
    #[must_use]
    pub const fn max_bytes(mut self, bytes: usize) -> Self {
        self.max_bytes = bytes;
        self
    }

    /// The profile.
    #[must_use]
    pub const fn profile(&self) -> &'static Profile {
        self.profile
    }

    /// Checks one request.
    ///
    /// ```
    /// use kvspec::{Checker, Profile};
    /// let profile = Profile::by_id("alibaba.create-instance.intl").unwrap();
    /// let report = Checker::new(profile).check(
    ///     "https://r-kvstore.aliyuncs.com/?Action=CreateInstance&RegionId=cn-hangzhou\
    ///      &InstanceClass=redis.master.small.default",
    /// );
    /// assert!(report.is_valid());
    /// ```
    #[expect(
        clippy::inline_always,
        reason = "where the form is known, the build for browsers links no other"
    )]
    #[inline(always)]
    #[must_use]
    pub fn check<'s>(&self, spec: impl Into<Spec<'s>>) -> Report {
        self.judged(spec.into(), None, Change::None)
    }

    /// Checks one request among others of the same run: which Tokens were seen already is known then.
    #[must_use]
    pub fn check_in<'s>(&self, spec: impl Into<Spec<'s>>, run: &mut Run) -> Report {
        self.judged(spec.into(), Some(run), Change::None)
    }

    /// Checks one request as one side of a change.
    pub(crate) fn check_side(&self, spec: Spec<'_>, side: Change<'_>) -> Report {
        self.judged(spec, None, side)
    }

    #[expect(clippy::inline_always, reason = "as `check`")]
    #[inline(always)]
    fn judged(&self, spec: Spec<'_>, run: Option<&mut Run>, change: Change<'_>) -> Report {
        let spec = spec.settled();
        let is_query = matches!(spec, Spec::Query(text) if asks_action(text));
        let mut engine = self.engine(self.sink(), is_query, run);
        engine.beyond.change = change;
        match spec {
            Spec::Text(text) | Spec::Json(text) => self.json_report(engine, Excerpt::whole(text)),
            Spec::Query(text) => self.query_report(engine, Excerpt::whole(text)),
            Spec::Value(value) => self.value_report(engine, value),
            Spec::Fields(fields) => self.fields_report(engine, fields.packed()),
        }
    }

    /// Whether one request is valid. Does nothing that the verdict does not need, and allocates
    /// nothing for an ordinary request.
    ///
    /// ```
    /// use kvspec::{Checker, Profile};
    /// let checker = Checker::new(Profile::by_id("alibaba.create-instance.cn").unwrap());
    /// assert!(checker.is_valid(r#"{"RegionId": "cn-hangzhou", "Capacity": 1024}"#));
    /// assert!(!checker.is_valid("{}"));
    /// ```
    #[expect(
        clippy::inline_always,
        reason = "where the form is known, the build for browsers links no other"
    )]
    #[inline(always)]
    #[must_use]
    pub fn is_valid<'s>(&self, spec: impl Into<Spec<'s>>) -> bool {
        match spec.into().settled() {
            Spec::Text(text) | Spec::Json(text) => self.is_valid_json(text),
            Spec::Query(text) => self.is_valid_query(text),
            Spec::Value(value) => self.is_valid_value(value),
            Spec::Fields(fields) => self.is_valid_packed(fields.packed()),
        }
    }

    /// Checks one request written as JSON, such as the body of an HTTP request. What is not UTF-8 is
    /// a finding, too.
    ///
    /// ```
    /// use kvspec::{Checker, Code, Profile};
    /// let checker = Checker::new(Profile::by_id("alibaba.create-instance.cn").unwrap());
    /// assert!(checker.check_bytes(br#"{"RegionId": "cn-hangzhou", "Capacity": 1024}"#).is_valid());
    /// assert_eq!(checker.check_bytes(b"\xff").diagnostics()[0].code, Code::Syntax);
    /// ```
    #[must_use]
    pub fn check_bytes(&self, bytes: &[u8]) -> Report {
        if let Ok(text) = std::str::from_utf8(bytes) {
            return self.check(Spec::Json(text));
        }
        let (problem, span) = not_utf8(bytes, 1, 0);
        let mut found = syntax(Format::Json, problem);
        found.span = Some(span);
        self.report(vec![found])
    }

    fn value_report(&self, mut engine: Engine<'_>, value: &Value) -> Report {
        if self.value(&mut engine, value) {
            self.report(engine.sink.into_diagnostics(None))
        } else {
            let found = JsonKindTerm::of(value).0;
            self.report(vec![not_an_object(found)])
        }
    }

    /// As [`Checker::check`], of [`Fields::packed`].
    #[doc(hidden)]
    #[must_use]
    pub fn check_packed(&self, packed: &str) -> Report {
        self.fields_report(self.engine(self.sink(), false, None), packed)
    }

    fn fields_report(&self, mut engine: Engine<'_>, packed: &str) -> Report {
        match self.fields(&mut engine, packed) {
            Ok(()) => self.report(engine.sink.into_diagnostics(None)),
            Err(problem) => self.report(vec![syntax(Format::Json, problem)]),
        }
    }

    /// A request without values, for [`Checker::recheck`].
    #[doc(hidden)]
    #[must_use]
    pub fn incremental(&self) -> Incremental {
        Incremental::new(self.profile)
    }

    /// Judges a request of which these values changed, by the numbers of their parameters in a packed
    /// text; the first time, all of them. Secrets have to come every time. `false` where only a whole
    /// check can tell: the request is then of no more use.
    #[doc(hidden)]
    #[must_use]
    pub fn recheck(&self, request: &mut Incremental, changes: &str) -> bool {
        #[cfg(feature = "editions")]
        if self.all_packs() != Packs::NONE {
            return false;
        }
        if self.context.is_some() || self.policy.is_some() || changes.len() > self.max_bytes {
            return false;
        }
        let mut engine = self.engine(self.sink(), false, None);
        request.judge(&mut engine, changes).is_some()
    }

    /// As [`Checker::is_valid`], of [`Fields::packed`].
    #[doc(hidden)]
    #[must_use]
    pub fn is_valid_packed(&self, packed: &str) -> bool {
        if packed.len() > self.max_bytes {
            return false;
        }
        if let Some(verdict) = self.at_a_glance(|glance| glance.fields(packed)) {
            return verdict;
        }
        let mut engine = self.engine(Sink::verdict(), false, None);
        self.fields(&mut engine, packed).is_ok() && !engine.sink.has_failed()
    }

    fn is_valid_json(&self, text: &str) -> bool {
        if text.len() > self.max_bytes {
            return false;
        }
        if let Some(verdict) = self.at_a_glance(|glance| glance.json(text)) {
            return verdict;
        }
        let mut engine = self.engine(Sink::verdict(), false, None);
        matches!(self.json(&mut engine, text), Ok(true)) && !engine.sink.has_failed()
    }

    fn is_valid_value(&self, value: &Value) -> bool {
        if let Some(verdict) = self.at_a_glance(|glance| glance.value(value)) {
            return verdict;
        }
        let mut engine = self.engine(Sink::verdict(), false, None);
        self.value(&mut engine, value) && !engine.sink.has_failed()
    }

    fn is_valid_query(&self, text: &str) -> bool {
        if text.len() > self.max_bytes {
            return false;
        }
        let Ok((query, pairs)) = parse_query(text) else {
            return false;
        };
        let asks_action = asks_action(text);
        if let Some(verdict) = self.at_a_glance(|glance| glance.pairs(&pairs, asks_action)) {
            return verdict;
        }
        let mut engine = self.engine(Sink::verdict(), asks_action, None);
        self.pairs(&mut engine, text, query, &pairs);
        !engine.sink.has_failed()
    }

    /// The verdict, if a glance is enough for it. What surrounds a request takes a closer look.
    #[inline]
    fn at_a_glance(
        &self,
        look: impl FnOnce(Glance) -> std::result::Result<(), Stop>,
    ) -> Option<bool> {
        if self.context.is_some() || self.max_depth == 0 || !self.profile.is_glanced_at() {
            return None;
        }
        match look(Glance::new(self.profile, self.max_depth)) {
            Ok(()) => Some(true),
            Err(Stop::Invalid) => Some(false),
            Err(Stop::Unsure) => None,
        }
    }

    /// The report over all that the documents say, after which the team has its say.
    fn report(&self, diagnostics: Vec<Diagnostic>) -> Report {
        self.report_with(0, diagnostics)
    }

    /// A report about a request of which so many parameters are not known.
    fn report_with(&self, unknown: usize, diagnostics: Vec<Diagnostic>) -> Report {
        let mut report = Report::new(self.profile, diagnostics);
        report.unknown = unknown;
        match self.policy {
            Some(policy) => report.overruled(policy).limited_to(self.level),
            None => report,
        }
    }

    /// What collects findings. Those to which a policy gives another severity are wanted in any
    /// case: whether they are shown is known afterwards.
    fn sink(&self) -> Sink {
        Sink::collecting(Wanted {
            least: self.level,
            codes: self.policy.map_or(0, Policy::codes),
        })
    }

    fn engine<'r>(&self, sink: Sink, is_query: bool, run: Option<&'r mut Run>) -> Engine<'r>
    where
        'c: 'r,
    {
        Engine {
            profile: self.profile,
            settings: Settings {
                is_query,
                is_newer_tool: false,
                is_old_tool: false,
                is_form: self.is_form,
                #[cfg(feature = "editions")]
                packs: self.all_packs(),
                max_depth: self.max_depth,
            },
            sink,
            run,
            unknown: 0,
            beyond: Beyond {
                context: self.context,
                change: Change::None,
                region: None,
                policy: self.policy,
            },
        }
    }

    pub(crate) fn check_excerpt(&self, excerpt: Excerpt<'_>, run: Option<&mut Run>) -> Report {
        self.json_report(self.engine(self.sink(), false, run), excerpt)
    }

    /// Checks an object that was read already, within a limit of nesting that is this checker's.
    #[cfg(feature = "fast")]
    pub(crate) fn check_object(
        &self,
        excerpt: Excerpt<'_>,
        object: &json::Object<'_>,
        run: &mut Run,
    ) -> Report {
        let mut engine = self.engine(self.sink(), false, Some(run));
        let source = Source::new(excerpt.text);
        let mut scope = Scope::new(self.profile.request, Place::Root, Some(&source), None);
        let mut filling = scope.filling();
        for (member, plain) in &object.members {
            filling.written(*member, *plain);
        }
        filling.finish();
        scope.raw = Some(object.raw);
        engine.request(&mut scope);
        let Excerpt { text, line, offset } = excerpt;
        let unknown = engine.unknown;
        self.report_with(
            unknown,
            engine.sink.into_diagnostics(Some((text, line, offset))),
        )
    }

    fn json_report(&self, mut engine: Engine<'_>, excerpt: Excerpt<'_>) -> Report {
        let text = excerpt.text;
        match self.json(&mut engine, text) {
            Ok(true) => {}
            Ok(false) => {
                let start = text.trim_start_matches('\u{feff}').trim_start();
                let at = text.len() - start.len();
                let found = Node::Json(start).kind().term();
                engine
                    .sink
                    .push(not_an_object(found), Some(at..at + start.trim_end().len()));
            }
            Err(error) => {
                let rest = text.get(error.offset..).unwrap_or_default();
                // Several orders, one behind the other.
                let is_second = error.problem == Term::TrailingText && rest.starts_with(['{', '[']);
                let problem = if is_second {
                    Term::SecondValue
                } else {
                    error.problem
                };
                engine.sink.push(
                    syntax(Format::Json, problem),
                    Some(mark(text, error.offset)),
                );
            }
        }
        let unknown = engine.unknown;
        self.report_with(
            unknown,
            engine
                .sink
                .into_diagnostics(Some((text, excerpt.line, excerpt.offset))),
        )
    }

    pub(crate) fn check_query_excerpt(
        &self,
        excerpt: Excerpt<'_>,
        run: Option<&mut Run>,
    ) -> Report {
        let engine = self.engine(self.sink(), asks_action(excerpt.text), run);
        self.query_report(engine, excerpt)
    }

    fn query_report(&self, mut engine: Engine<'_>, excerpt: Excerpt<'_>) -> Report {
        let text = excerpt.text;
        if let Err(error) = self.query(&mut engine, text) {
            let mut found = syntax(Format::Query, error.problem);
            if error.problem == Term::EscapedAmpersand {
                found.fix = Some(Box::new(unescaped(text)));
            }
            engine.sink.push(found, Some(mark(text, error.offset)));
        }
        let unknown = engine.unknown;
        self.report_with(
            unknown,
            engine
                .sink
                .into_diagnostics(Some((text, excerpt.line, excerpt.offset))),
        )
    }

    /// Checks a request whose region stands in its URL, and the rest of it in its body.
    pub(crate) fn check_rest_excerpt(
        &self,
        excerpt: Excerpt<'_>,
        request: &RestRequest<'_>,
        run: Option<&mut Run>,
    ) -> Report {
        let mut engine = self.engine(self.sink(), false, run);
        let text = excerpt.text;
        let base = request.body.as_ptr().addr() - text.as_ptr().addr();
        if let Err(error) = self.rest(&mut engine, text, request) {
            engine.sink.push(
                syntax(Format::Json, error.problem),
                Some(mark(text, base + error.offset)),
            );
        }
        let unknown = engine.unknown;
        self.report_with(
            unknown,
            engine
                .sink
                .into_diagnostics(Some((text, excerpt.line, excerpt.offset))),
        )
    }

    fn rest(
        &self,
        engine: &mut Engine<'_>,
        text: &str,
        request: &RestRequest<'_>,
    ) -> Result<(), json::JsonError> {
        let source = Source::new(text);
        let mut scanner = json::Scanner::within(request.body, self.max_depth);
        scanner.skip_white_space();
        let mut scope = Scope::new(self.profile.request, Place::Root, Some(&source), None);
        let start = scanner.offset();
        let mut walker = json::Walker::open(scanner);
        let mut members = Vec::new();
        while let Some(member) = walker.next()? {
            members.push((member, walker.is_plain()));
        }
        let mut scanner = walker.finish();
        let end = scanner.offset();
        scanner.end()?;
        let mut filling = scope.filling();
        // The body may say the region once more.
        let is_region = |name: &str| json::decode(name) == REGION;
        if !members.iter().any(|((name, _), _)| is_region(name)) {
            let region = Node::Field(JsonKind::String, request.region);
            filling.add(REGION.into(), Some(request.region), region);
        }
        for (member, plain) in members {
            filling.written(member, plain);
        }
        filling.finish();
        scope.raw = Some(&request.body[start..end]);
        engine.request(&mut scope);
        Ok(())
    }

    /// Judges JSON text; `false` if it is no object.
    fn json(&self, engine: &mut Engine<'_>, text: &str) -> Result<bool, json::JsonError> {
        if text.len() > self.max_bytes {
            return Err(json::JsonError {
                offset: self.max_bytes,
                problem: Term::TooLong,
            });
        }
        let source = Source::new(text);
        let mut scanner = json::Scanner::new(text, self.max_depth);
        scanner.skip_white_space();
        if !scanner.stands_on(b'{') {
            json::Scanner::document(text, self.max_depth)?;
            return Ok(false);
        }
        let mut scope = Scope::new(self.profile.request, Place::Root, Some(&source), None);
        let start = scanner.offset();
        let mut walker = json::Walker::open(scanner);
        let mut filling = scope.filling();
        while let Some(member) = walker.next()? {
            filling.written(member, walker.is_plain());
        }
        filling.finish();
        let mut scanner = walker.finish();
        let end = scanner.offset();
        scanner.end()?;
        scope.raw = Some(&text[start..end]);
        engine.request(&mut scope);
        Ok(true)
    }

    fn fields(&self, engine: &mut Engine<'_>, packed: &str) -> Result<(), Term> {
        if packed.len() > self.max_bytes {
            return Err(Term::TooLong);
        }
        let source = Source::fields(packed);
        let mut scope = Scope::new(self.profile.request, Place::Root, Some(&source), None);
        scope.raw = Some(packed);
        // What cannot be written so is longer than any text that can be.
        let mut reader = Reader::new(packed, self.max_depth).ok_or(Term::TooLong)?;
        let mut filling = scope.filling();
        loop {
            match reader.next() {
                Ok(Some((name, node))) => filling.field(name, node),
                Ok(None) => break,
                Err(Unreadable::Form) => return Err(Term::TooLong),
                Err(Unreadable::Json(error)) => return Err(error.problem),
            }
        }
        filling.finish();
        engine.request(&mut scope);
        Ok(())
    }

    fn query(&self, engine: &mut Engine<'_>, text: &str) -> Result<(), crate::input::QueryError> {
        if text.len() > self.max_bytes {
            return Err(crate::input::QueryError {
                offset: self.max_bytes,
                problem: Term::TooLong,
            });
        }
        let (query, pairs) = parse_query(text)?;
        self.pairs(engine, text, query, &pairs);
        let place = |part: &str| {
            let start = part.as_ptr().addr() - text.as_ptr().addr();
            Some(start..start + part.len())
        };
        // What is written and not sent, or sent as something else, is said.
        if let Some(rest) = fragment(text, query) {
            let found = remark(Code::FragmentIgnored, "");
            if found.severity >= self.level {
                engine.sink.push(found, place(rest));
            }
        }
        if Code::PlusIsSpace.severity() >= self.level {
            for pair in &pairs {
                let is_meant = ["Password", "Token", "InstanceName"];
                if pair.raw_value.contains('+') && is_meant.contains(&pair.name.as_ref()) {
                    let mut found = remark(Code::PlusIsSpace, &pair.name);
                    found.args.text("parameter", pair.name.as_ref());
                    engine.sink.push(found, place(pair.raw_value));
                }
            }
        }
        Ok(())
    }

    /// Judges the pairs of a query in a text.
    fn pairs(&self, engine: &mut Engine<'_>, text: &str, query: &str, pairs: &[Pair<'_>]) {
        let source = Source::new(text);
        let mut scope = Scope::new(self.profile.request, Place::Root, Some(&source), None);
        let mut filling = scope.filling();
        for pair in pairs {
            filling.add(
                pair.name.as_ref().into(),
                Some(pair.raw_name),
                Node::Pair(pair),
            );
        }
        filling.finish();
        // "And so on": whatever is not there may stand there.
        if pairs.iter().any(Pair::is_and_so_on) {
            scope.open();
        }
        scope.raw = Some(query);
        engine.request(&mut scope);
    }

    /// Checks an order that stands in a file of another tool's, given the text of the file. The
    /// second is how many of its parameters are not known.
    #[cfg(feature = "formats")]
    pub(crate) fn check_spec(
        &self,
        (text, index): (&str, &crate::diagnostic::LineIndex),
        spec: &crate::envelope::Spec,
        arguments: &crate::input::item::Item,
        run: Option<&mut Run>,
    ) -> (Vec<Diagnostic>, usize) {
        let mut engine = self.engine(self.sink(), false, run);
        engine.settings.is_newer_tool = spec.asks_newer_provider;
        engine.settings.is_old_tool = spec.admits_old_names;
        let source = Source::new(text);
        let mut scope = Scope::new(self.profile.request, Place::Root, Some(&source), None);
        scope.head = Some(spec.head.clone());
        scope.fill(Node::Item(arguments));
        if spec.region_is_known_elsewhere {
            scope.leave_open(REGIONS);
        }
        // A region among the arguments is what they are held against by a rule of the table.
        if !REGIONS.iter().any(|name| scope.is_given(name)) {
            engine.beyond.region = spec.region.as_deref();
        }
        engine.request(&mut scope);
        let unknown = engine.unknown;
        (engine.sink.into_indexed(text, index), unknown)
    }

    /// Judges a parsed value; `false` if it is no object.
    fn value(&self, engine: &mut Engine<'_>, value: &Value) -> bool {
        if !value.is_object() {
            return false;
        }
        let mut scope = Scope::new(self.profile.request, Place::Root, None, None);
        scope.fill(Node::Value(value));
        engine.request(&mut scope);
        true
    }
}

/// What a command takes from its own settings where it is not given.
#[cfg(feature = "formats")]
const REGIONS: &[&str] = &["RegionId", "regionId"];

/// The parameter that stands in the URL of a JSON interface.
const REGION: &str = "regionId";

/// A finding about how a text is written, at a parameter or at the whole.
fn remark(code: Code, parameter: &str) -> Diagnostic {
    let mut found = bare(code, Args::new());
    found.severity = code.severity();
    if !parameter.is_empty() {
        found.path = format!("/{parameter}").into();
    }
    found
}

struct JsonKindTerm(Term);

impl JsonKindTerm {
    fn of(value: &Value) -> Self {
        Self(Node::Value(value).kind().term())
    }
}

/// Writes the ampersands of a query as a request has them.
fn unescaped(text: &str) -> Fix {
    let edits = escaped_ampersands(text).into_iter().map(|place| Edit {
        start: place.start,
        end: place.end,
        text: Text::fixed("&"),
    });
    Fix {
        action: Action::Replace(Text::fixed("&")),
        patched: Patched::No,
        applicability: Applicability::Safe,
        edits: edits.collect(),
    }
}
