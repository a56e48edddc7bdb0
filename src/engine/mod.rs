//! Walks a table over a request. It knows no provider: everything it says comes from the rows.

mod beyond;
mod conditions;
mod draft;
mod findings;
mod fingerprint;
mod glance;
mod incremental;
mod kept;
mod lists;
mod measure;
#[cfg(feature = "editions")]
mod packs;
mod policy;
#[cfg(feature = "formats")]
mod rewrite;
mod rules;
mod scope;
mod secrets;
mod seen;
#[cfg(all(test, feature = "formats"))]
mod terraform_tests;
mod value;

pub(crate) use beyond::{Beyond, Change, Existing};
pub use draft::Draft;
#[cfg(feature = "config")]
pub(crate) use findings::Finding;
pub(crate) use findings::{At, FixAction, Sink, Wanted};
pub(crate) use glance::{Glance, Stop};
pub use incremental::Incremental;
pub(crate) use policy::Policy;
#[cfg(feature = "formats")]
pub(crate) use rewrite::quoted;
use scope::OtherName;
pub(crate) use scope::{Place, Scope};
#[cfg(feature = "messages")]
pub(crate) use value::{MODES, NO_CHARACTER, NO_SURE_CHARACTER, SHOULD_MIX};

use crate::diagnostic::{Applicability, Arg, Code, Severity, Term, Text};
use crate::input::{Encoding, JsonKind, Node, Source, json};
use crate::profile::{EDITIONS, Kind, MAX_PARAMETERS, Object, Profile, Ref};
use crate::run::Run;
use crate::text;
use rules::Tally;
use scope::bits;

/// For so many unknown names of one object it is guessed what was meant: no person wrote more,
/// and a machine's are not looked up one by one.
const MOST_GUESSES: usize = 1_000;

/// What the caller wants of a check.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a setting of its own"
)]
pub(crate) struct Settings {
    /// Whether names that have been replaced may be all that the tool in use knows.
    pub(crate) is_old_tool: bool,
    /// Whether the request came as a query string, where `Action` must be written out.
    pub(crate) is_query: bool,
    /// Whether a name that the table does not have is only a warning here, whatever the tool
    /// usually makes of it.
    pub(crate) is_newer_tool: bool,
    /// Whether it is a form that is being filled in, not an order that is kept somewhere.
    pub(crate) is_form: bool,
    /// The packs that somebody asks for.
    #[cfg(feature = "editions")]
    pub(crate) packs: crate::diagnostic::Packs,
    /// Deepest nesting inside strings that hold JSON.
    pub(crate) max_depth: u32,
}

pub(crate) struct Engine<'e> {
    pub(crate) profile: &'static Profile,
    pub(crate) settings: Settings,
    pub(crate) sink: Sink,
    pub(crate) run: Option<&'e mut Run>,
    /// How many parameters have a value that is not known, wholly or in part.
    pub(crate) unknown: usize,
    pub(crate) beyond: Beyond<'e>,
}

impl Engine<'_> {
    /// Judges a whole request, whose members are already in the scope.
    pub(crate) fn request(&mut self, scope: &mut Scope<'_>) {
        self.object(scope, &mut []);
        if self.sink.is_done() {
            return;
        }
        self.sink.count_placeholders();
        self.token_reuse(scope);
    }

    /// Judges the members of an object, then what they mean for each other.
    fn object(&mut self, scope: &mut Scope<'_>, tallies_of_list: &mut [Tally]) {
        if self.run.is_some() && matches!(scope.place, Place::Root) {
            scope.note_unknown();
        }
        if scope.has_odd_names() {
            self.names(scope);
        }
        let mut lists: Vec<Tally> = Vec::new();
        // Scalars first: what is nested may look at them.
        for index in scope.scalars() {
            if self.sink.is_done() {
                return;
            }
            self.scalar(scope, index);
        }
        for index in scope.containers() {
            if self.sink.is_done() {
                return;
            }
            if self.stands_for_another(scope, index) {
                continue;
            }
            let unknown = self.unknown;
            let kind = scope.parameter(index).kind;
            match kind {
                Kind::Object(inner) => self.nested(scope, index, inner),
                Kind::Texts(rule) if EDITIONS => self.texts(scope, index, rule),
                Kind::Objects(inner, rule) if EDITIONS => self.objects(scope, index, inner, rule),
                Kind::Map(rule) if EDITIONS => self.map(scope, index, rule),
                Kind::Anything if EDITIONS => {
                    let node = scope.nodes[index];
                    if node.kind() != JsonKind::Object {
                        self.mismatch(scope, index, Term::Object);
                    } else if node.children().all(|(_, _, value)| value.is_null()) {
                        scope.set_absent(index);
                    }
                }
                Kind::JsonArray(inner) => {
                    lists = Tally::for_list(scope.object, index);
                    self.list(scope, index, inner, &mut lists);
                }
                _ => {}
            }
            // Whatever of it is not known, it is one parameter.
            if matches!(kind, Kind::Texts(_) | Kind::Objects(..) | Kind::Map(_)) {
                let in_part = usize::from(lists::is_open(scope.nodes[index]));
                self.unknown = (self.unknown + in_part).min(unknown + 1);
            }
        }
        if self.sink.is_done() {
            return;
        }
        self.required(scope);
        self.rules(scope, &lists);
        #[cfg(feature = "editions")]
        self.packs(scope, &lists);
        self.beyond(scope);
        if let Some(policy) = self.beyond.policy.filter(|_| self.sink.wants_findings()) {
            policy.judge(self, scope);
        }
        for tally in tallies_of_list {
            tally.count(scope);
        }
    }

    /// Names that are repeated, misspelt, unknown, or stand for secrets.
    fn names(&mut self, scope: &mut Scope<'_>) {
        if EDITIONS && !scope.unknown_names.is_empty() {
            self.flattened(scope);
        }
        let repeated = std::mem::take(&mut scope.repeated);
        let is_repeated = |name: &str| repeated.iter().any(|(_, other)| other == name);
        for (key, name) in &repeated {
            let parameter = scope.object.parameter(name).map(|p| p.name);
            let place = scope.place.member(name);
            self.report(
                scope,
                Code::DuplicateParameter,
                &place,
                At::Key(*key),
                |finding| {
                    finding.parameter = parameter;
                    finding.args.text("parameter", name.as_ref());
                },
            );
        }
        let other_case = std::mem::take(&mut scope.other_case);
        let mut spellings = [0_usize; MAX_PARAMETERS];
        for other in &other_case {
            spellings[other.index] += 1;
        }
        for other in other_case {
            let OtherName {
                index,
                name,
                key,
                node,
                is_old,
                is_judged,
                is_alone,
            } = other;
            let parameter = scope.parameter(index);
            if EDITIONS && is_old {
                let is_only = is_alone && spellings[index] == 1 && !is_repeated(&name);
                self.old_name(scope, index, (&name, node), key, is_judged, is_only);
                continue;
            }
            let is_small = scope.object.small_letters
                && !matches!(scope.place, Place::Flattened { .. })
                && !name.bytes().any(|byte| byte.is_ascii_uppercase());
            let severity = if scope.object.lenient_case || is_small {
                Severity::Warning
            } else {
                Severity::Error
            };
            let place = scope.place.member(&name);
            self.report_as(
                severity,
                scope,
                Code::ParameterCase,
                &place,
                At::Key(key),
                |finding| {
                    finding.parameter = Some(parameter.name);
                    finding.source = Some(&parameter.citation);
                    finding.args.text("written", name.as_ref());
                    // Where its list is in another case, one name of the table does not mend it.
                    if let Place::Flattened { name: element, .. } = scope.place
                        && name.contains('.')
                    {
                        let documented = format!("{element}.{}", parameter.name);
                        finding.args.text("documented", documented);
                        return;
                    }
                    finding.args.fixed("documented", parameter.name);
                    // Two spellings made one would be a name given twice; and of a name given twice
                    // one would stay behind as an unknown one.
                    let is_only = is_alone && spellings[index] == 1 && !is_repeated(&name);
                    finding.fix =
                        is_only.then_some((FixAction::Rename(parameter.name), Applicability::Safe));
                },
            );
            // Of several spellings one is judged, with the rules of its row.
            if scope.written_name(index) != name {
                self.secret_name(scope, &name, node, Some(parameter.name));
            }
        }
        if !self.sink.wants_warnings() && self.profile.wire.unknown_name < Severity::Error {
            return;
        }
        let mut given: Vec<&str> = Vec::new();
        let unknown_names = std::mem::take(&mut scope.unknown_names);
        for (count, (name, key, node)) in unknown_names.into_iter().enumerate() {
            if self.settings.is_query && stands_for_more(&name, node) {
                continue;
            }
            let place = scope.place.member(&name);
            let severity = if self.settings.is_newer_tool {
                Severity::Warning
            } else {
                self.profile.wire.unknown_name
            };
            let gone = (self.profile.gone.iter())
                .find(|(gone, _)| *gone == name && matches!(scope.place, Place::Root));
            let profile = self.profile;
            let inside = scope.object.holder_of(&name);
            self.report_as(
                severity,
                scope,
                Code::UnknownParameter,
                &place,
                At::Key(key),
                |finding| {
                    let suggestion = (count < MOST_GUESSES)
                        .then(|| secrets::suggestion(&name, scope.object.parameters, profile))
                        .flatten()
                        // Where the nearest name is taken, nobody knows what was meant: one that is written
                        // already, even with `null`, would be given twice.
                        .filter(|near| {
                            gone.is_none() && inside.is_none() && scope.is_unwritten(near)
                        });
                    if let Some(inside) = inside.filter(|_| gone.is_none()) {
                        finding.args.fixed("inside", inside);
                    }
                    finding.args.text("written", shown_name(&name));
                    if let Some((_, advice)) = gone {
                        finding.args.with("why", Arg::Bilingual(advice));
                    }
                    if let Some(suggestion) = suggestion {
                        finding.args.fixed("suggestion", suggestion);
                        // One that another fix gives would be given twice, too.
                        let is_only = scope.may_hold(suggestion, node)
                            && !given.contains(&suggestion)
                            && !is_repeated(&name);
                        if is_only {
                            given.push(suggestion);
                            finding.fix =
                                Some((FixAction::Rename(suggestion), Applicability::Unsafe));
                        }
                    }
                },
            );
            self.secret_name(scope, &name, node, None);
        }
    }

    /// A name of a secret that is not judged as a parameter, and the documented name it spells.
    fn secret_name(
        &mut self,
        scope: &Scope<'_>,
        name: &str,
        node: Node<'_>,
        parameter: Option<&'static str>,
    ) {
        if !self.sink.wants_warnings() || !secrets::names_a_secret(name) {
            return;
        }
        let text = node.text();
        let empty = match node.kind() {
            JsonKind::Null => true,
            JsonKind::String if self.is_strict() => text.is_empty(),
            JsonKind::String => text.trim().is_empty(),
            _ => false,
        };
        // Neither a placeholder nor a mask gives anything away.
        let empty = empty
            || (node.kind() == JsonKind::String
                && text::placeholder::find(text.trim(), text::placeholder::Place::Identifier)
                    .is_some());
        if !empty {
            let place = scope.place.member(name);
            self.report(
                scope,
                Code::SecretInSpec,
                &place,
                At::Value(node),
                |finding| {
                    finding.parameter = parameter;
                    match parameter {
                        Some(documented) => finding.args.fixed("parameter", documented),
                        None => finding.args.text("parameter", shown_name(name)),
                    };
                },
            );
        }
    }

    fn required(&mut self, scope: &Scope<'_>) {
        let plan = &scope.object.plan;
        let mut needed = plan.required;
        if self.settings.is_query {
            needed |= plan.required_on_wire;
        }
        for index in bits(needed & !scope.present() & !scope.unsettled()) {
            let parameter = scope.parameter(index);
            let place = scope.place.member(parameter.name);
            let code = self.profile.provider_codes.map(|codes| codes.missing);
            self.report(
                scope,
                Code::RequiredParameter,
                &place,
                At::Brace,
                |finding| {
                    finding.parameter = Some(parameter.name);
                    finding.args.with("label", Arg::Bilingual(&parameter.label));
                    finding.source = Some(&parameter.citation);
                    finding.provider_code = code;
                },
            );
        }
    }

    /// A parameter that is an object of its own (JD Cloud).
    fn nested(&mut self, scope: &mut Scope<'_>, index: usize, inner: &'static Object) {
        let node = scope.nodes[index];
        if node.kind() != JsonKind::Object {
            self.mismatch(scope, index, Term::Object);
            return;
        }
        let idle = inner.idle_when.filter(|_| EDITIONS);
        let is_idle = idle.map(|condition| conditions::holds(scope, condition, &[]));
        if is_idle == Some(Some(true)) {
            return;
        }
        let name = scope.written_name(index);
        let place = scope.place.member(&name);
        let mut members = Scope::new(inner, place, scope.source, Some(scope));
        #[cfg(feature = "formats")]
        if let Some(member) = scope.members.iter().rfind(|member| *member.name == *name) {
            // What is missing inside is missing under its key.
            members.head = Some(member.key.clone());
        }
        members.fill(node);
        if cfg!(feature = "formats") && is_idle == Some(None) {
            // It may turn out that nothing inside counts: only what is there is known.
            for index in members.indices().collect::<Vec<_>>() {
                members.set_unknown(index);
            }
            self.rules(&members, &[]);
            return;
        }
        self.object(&mut members, &mut []);
    }

    /// A JSON array of objects, which should come in a string.
    fn list(
        &mut self,
        scope: &mut Scope<'_>,
        index: usize,
        inner: &'static Object,
        tallies: &mut [Tally],
    ) {
        let node = scope.nodes[index];
        match node.kind() {
            JsonKind::Array => {
                if !is_in_a_word(node) {
                    self.coerced(scope, index, node);
                }
                self.elements(scope, index, inner, node, scope.source, tallies);
            }
            JsonKind::Object => self.mismatch(scope, index, Term::JsonArrayText),
            JsonKind::String => {
                let text = node.text();
                let Some(text) = self.tidy(scope, index, &text) else {
                    return;
                };
                match json::Scanner::inner_document(text, self.settings.max_depth) {
                    Err(error) => self.malformed(scope, index, Term::JsonArrayText, error.problem),
                    Ok(raw) if !raw.starts_with('[') => {
                        self.malformed(scope, index, Term::JsonArrayText, Term::NotAnArray);
                    }
                    Ok(raw) => {
                        let quoted = scope.source.and_then(|source| match node {
                            Node::Json(literal) => Some((literal, Encoding::JsonString, source)),
                            Node::Pair(pair) => Some((pair.raw_value, Encoding::Percent, source)),
                            _ => None,
                        });
                        // Offsets are counted in the whole decoded text, from which `raw` is cut.
                        let whole = node.text();
                        let start = raw.as_ptr().addr() - text.as_ptr().addr()
                            + (whole.len() - whole.trim_start().len());
                        let raw = &whole[start..start + raw.len()];
                        let source = quoted.map(|(literal, encoding, outer)| {
                            Source::quoted(&whole, literal, encoding, outer)
                        });
                        // The text of a field stands among the fields as it is.
                        let source = source
                            .as_ref()
                            .or_else(|| scope.source.filter(|source| source.is_fields()));
                        self.elements(scope, index, inner, Node::Json(raw), source, tallies);
                    }
                }
            }
            JsonKind::Number | JsonKind::Boolean | JsonKind::Null => {
                self.coerced(scope, index, node);
                self.malformed(scope, index, Term::JsonArrayText, Term::NotAnArray);
            }
        }
    }

    fn elements(
        &mut self,
        scope: &mut Scope<'_>,
        index: usize,
        inner: &'static Object,
        list: Node<'_>,
        source: Option<&Source<'_>>,
        tallies: &mut [Tally],
    ) {
        let parameter = scope.parameter(index);
        let name = scope.written_name(index).into_owned();
        let mut count = 0;
        for (_, _, element) in list.children() {
            if self.sink.is_done() {
                return;
            }
            let outer = scope.place.member(&name);
            let place = Place::Element {
                outer: &outer,
                index: count,
            };
            count += 1;
            if let Some(Told(severity)) =
                standing_for_one(element, text::placeholder::Place::Identifier)
            {
                self.unknown += 1;
                for tally in &mut *tallies {
                    tally.unknown = true;
                }
                let at = Scope::new(inner, place, source, Some(scope));
                if let Some(severity) = severity {
                    self.report_as(
                        severity,
                        &at,
                        Code::PlaceholderValue,
                        &place,
                        At::Value(element),
                        |finding| {
                            finding.parameter = Some(parameter.name);
                            finding.source = Some(&parameter.citation);
                        },
                    );
                }
            } else if element.kind() == JsonKind::Object {
                let mut members = Scope::new(inner, place, source, Some(scope));
                members.fill(element);
                self.object(&mut members, tallies);
            } else {
                for tally in &mut *tallies {
                    tally.unknown = true;
                }
                let found = element.kind().term();
                let at = Scope::new(inner, place, source, Some(scope));
                self.report(
                    &at,
                    Code::TypeMismatch,
                    &place,
                    At::Value(element),
                    |finding| {
                        finding.parameter = Some(parameter.name);
                        // It is an element that is of another kind, not the list.
                        let one = format!("{}[{}]", parameter.name, count - 1);
                        finding.args.text("parameter", one);
                        finding
                            .args
                            .term("expected", Term::Object)
                            .term("found", found);
                        finding.source = Some(&parameter.citation);
                    },
                );
            }
        }
        if count == 0 {
            scope.set_wrong(index);
            let place = scope.place.member(&name);
            self.report(
                scope,
                Code::EmptyList,
                &place,
                At::Value(scope.nodes[index]),
                |finding| {
                    finding.parameter = Some(parameter.name);
                    finding.source = Some(&parameter.citation);
                    finding.provider_code = parameter.provider_code;
                },
            );
        }
    }

    fn token_reuse(&mut self, scope: &Scope<'_>) {
        let Some(run) = self.run.as_deref_mut() else {
            return;
        };
        let token = scope.object.parameters.iter().position(|parameter| {
            matches!(
                parameter.constraint,
                crate::profile::Constraint::Token { .. }
            )
        });
        // Nobody knows whether a Token that is not known is another one.
        let is_good = |index: &usize| {
            scope.is_present(*index) && !scope.is_wrong(*index) && !scope.is_unknown(*index)
        };
        let Some(index) = token.filter(is_good) else {
            return;
        };
        let request = fingerprint::of(scope, self.profile, self.unknown);
        let Some(same) = run.meet(&scope.text(index), request) else {
            return;
        };
        let severity = if same {
            Severity::Warning
        } else {
            Severity::Error
        };
        let parameter = scope.parameter(index);
        let reused = self.profile.provider_codes.map(|codes| codes.token_reused);
        let name = scope.written_name(index);
        let place = scope.place.member(&name);
        self.report_as(
            severity,
            scope,
            Code::TokenReused,
            &place,
            At::Value(scope.nodes[index]),
            |finding| {
                finding.parameter = Some(parameter.name);
                let other = if same {
                    Term::SameRequest
                } else {
                    Term::OtherRequest
                };
                finding.args.term("other", other);
                finding.source = Some(&parameter.citation);
                finding.provider_code = reused.filter(|_| !same);
            },
        );
    }

    /// Whether any rule of the profile looks at the value of a parameter of that name: mending
    /// such a value can bring other findings to light.
    pub(crate) fn is_read(&self, name: &str) -> bool {
        // A table may have the rules of another one, whose names are spelled otherwise.
        let is = |object: &'static Object, reference: Ref| {
            let row =
                (object.parameters.get(usize::from(reference.index))).filter(|_| reference.up == 0);
            row.map_or(reference.name, |row| row.name) == name
        };
        let mut found = false;
        self.profile.visit_objects(&mut |_, object| {
            for condition in object.rules.iter().flat_map(|rule| rule.when) {
                condition.visit_values(&mut |reference| found |= is(object, reference));
            }
            found = found || object.parameters.iter().any(|parameter| {
                matches!(parameter.constraint, crate::profile::Constraint::IntegersBy { decided_by, .. } if is(object, decided_by))
            });
        });
        found
    }

    pub(crate) const fn is_strict(&self) -> bool {
        self.profile.wire.is_strict
    }

    /// Whether the tool makes texts of numbers and numbers of texts; only other tools' formats do.
    pub(crate) const fn converts(&self) -> bool {
        cfg!(feature = "formats") && self.profile.wire.converts
    }
}

/// Whether a member of a query stands for "and so on", or for the common parameters: nothing of it
/// is sent.
fn stands_for_more(name: &str, node: Node<'_>) -> bool {
    let name = name.trim();
    node.text().is_empty()
        && (matches!(name, "..." | "…") || crate::input::COMMON_PARAMETERS.contains(&name))
}

/// Whether a list stands in a word of a command, as the tool wants it.
fn is_in_a_word(node: Node<'_>) -> bool {
    #[cfg(feature = "formats")]
    if let Node::Item(item) = node {
        return item.written == crate::input::item::Written::ShellJson;
    }
    let _ = node;
    false
}

/// How much it is told, if it is, that something stands for another value.
struct Told(Option<Severity>);

/// Whether an element of a list stands for another value, and how a finding about that is told.
fn standing_for_one(element: Node<'_>, place: text::placeholder::Place) -> Option<Told> {
    use text::placeholder::{Placeholder, find};
    #[cfg(feature = "formats")]
    if let Node::Item(item) = element {
        use crate::input::item::What;
        match item.what {
            What::Unknown { .. }
            | What::Unsettled { .. }
            | What::Choice { .. }
            | What::Partial(_) => return Some(Told(None)),
            _ => {}
        }
    }
    if element.kind() != JsonKind::String {
        return None;
    }
    match find(text::trim(&element.text()), place)? {
        Placeholder::Whole { told } => Some(Told(told.then_some(Severity::Warning))),
        Placeholder::Mask => Some(Told(Some(Severity::Info))),
        Placeholder::Part { .. } => None,
    }
}

/// A name as a message repeats it; one that is too long or disturbs a terminal is cut to what
/// can be shown.
fn shown_name(name: &str) -> Text {
    if let Some(name) = crate::diagnostic::abbreviated(name) {
        return name;
    }
    let visible = |c: char| {
        if text::is_invisible(c) || c.is_whitespace() {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    };
    let shown: String = name.chars().take(60).map(visible).chain(['…']).collect();
    shown.into()
}
