//! Reads one value as its wire has it, and judges it by its constraint.

use std::borrow::Cow;

use super::findings::{At, Finding, FixAction, is_default};
#[cfg(feature = "formats")]
use super::lists::is_unquoted_yes;
use super::scope::bits;
use super::seen::{Numbers, Seen};
use super::{Engine, Place, Scope, fingerprint, measure};
use crate::diagnostic::{
    Applicability, Arg, CharacterCount, CharacterName, Code, Severity, Term, Text, abbreviated,
};
#[cfg(feature = "formats")]
use crate::input::item::What;
use crate::input::{Children, Digits, JsonKind, Node, json};
use crate::profile::{
    BOOLEANS, Bilingual, CharacterClass, Coercion, ConfigKey, ConfigValue, Constraint, EDITIONS,
    Kind, NameRule, Parameter, PasswordCharacters, PasswordRule,
};
use crate::text::placeholder::{self, Placeholder};
use crate::text::{self, Length, Letters, Word};

/// A value as it is judged: without the white space that does not belong to it.
pub(super) fn judged<'a>(parameter: &Parameter, value: Cow<'a, str>) -> Cow<'a, str> {
    let is_class = matches!(parameter.constraint, Constraint::InstanceClass);
    if parameter.verbatim || text::is_trimmed(&value) && !is_class {
        return value;
    }
    if !is_class {
        return match value {
            Cow::Borrowed(value) => Cow::Borrowed(text::trim(value)),
            Cow::Owned(value) if text::trim(&value).len() == value.len() => Cow::Owned(value),
            Cow::Owned(value) => Cow::Owned(text::trim(&value).to_owned()),
        };
    }
    // No class has white space inside.
    if text::is_graphic(&value) {
        return value;
    }
    let without = |value: &str| value.split_whitespace().collect();
    match value {
        Cow::Borrowed(value) if !text::trim(value).contains(char::is_whitespace) => {
            Cow::Borrowed(text::trim(value))
        }
        Cow::Borrowed(value) => Cow::Owned(without(value)),
        Cow::Owned(value) => Cow::Owned(without(&value)),
    }
}

impl Engine<'_> {
    /// Judges a parameter that is neither an object nor a list of them.
    pub(super) fn scalar(&mut self, scope: &mut Scope<'_>, index: usize) {
        let parameter = scope.parameter(index);
        let node = scope.nodes[index];
        // Most are texts that stand for themselves.
        if cfg!(feature = "fast")
            && !self.is_strict()
            && !self.converts()
            && matches!(node, Node::Json(_) | Node::Value(_) | Node::Field(..))
            && let Some(text) = scope.plain_text(index)
            && !placeholder::may_be(text)
        {
            self.scalar_text(scope, index, text);
            return;
        }
        if self.stands_for_another(scope, index) {
            return;
        }
        #[cfg(feature = "formats")]
        if self.profile.wire.reads_yes && is_unquoted_yes(node) {
            self.unquoted_yes(scope, index, &node.text());
            return;
        }
        if self.is_strict() {
            if !self.strict(scope, index, node) {
                return;
            }
        } else {
            if self.converts()
                && !self.profile.wire.rereads_numbers
                && node.kind() == JsonKind::String
                && let Some(text) = converted(parameter.kind, &node.text())
            {
                self.scalar_text(scope, index, &text);
                return;
            }
            match (node.kind(), parameter.kind) {
                (JsonKind::Object, Kind::JsonObject) => {
                    self.coerced(scope, index, node);
                    self.config(scope, index, node.children());
                    return;
                }
                (JsonKind::Array | JsonKind::Object, kind) => {
                    let expected = if matches!(kind, Kind::JsonObject) {
                        Term::JsonObjectText
                    } else {
                        expected(parameter)
                    };
                    self.mismatch(scope, index, expected);
                    return;
                }
                (JsonKind::Number | JsonKind::Boolean, Kind::JsonObject)
                    if !matches!(parameter.constraint, Constraint::Modes(_)) =>
                {
                    self.coerced(scope, index, node);
                    self.malformed(scope, index, Term::JsonObjectText, Term::NotAnObject);
                    return;
                }
                (JsonKind::Number | JsonKind::Boolean, kind) if kind.is_text() => {
                    match parameter.coercion {
                        Coercion::ByWire if self.profile.wire.tells_coercion => {
                            self.coerced(scope, index, node);
                        }
                        Coercion::Told => {
                            self.coerced(scope, index, node);
                            if let Some(text) = scope.literal(node) {
                                self.scalar_text(scope, index, text);
                                return;
                            }
                        }
                        Coercion::Refused => {
                            self.mismatch(scope, index, Term::String);
                            return;
                        }
                        Coercion::Reformed => {
                            let text = reformed(&node.text()).to_owned();
                            self.scalar_text(scope, index, &text);
                            return;
                        }
                        Coercion::ByWire if self.is_yaml_template() && !parameter.secret => {
                            // `0012` and `1e5` are read as other numbers, `12` as the text it is.
                            let is_other = scope.literal(node).is_some_and(loses_form);
                            if is_other && node.kind() == JsonKind::Number {
                                self.coerced(scope, index, node);
                            }
                        }
                        Coercion::ByWire | Coercion::Silent => {}
                    }
                }
                (JsonKind::String | JsonKind::Boolean, Kind::Long | Kind::Integer)
                    if self.converts() && !is_number(&node.text()) =>
                {
                    self.mismatch(scope, index, Term::Integer);
                    return;
                }
                (JsonKind::String, Kind::Boolean)
                    if self.converts()
                        && measure::place_of(text::trim(&node.text()), BOOLEANS).is_none()
                        && !text::trim(&node.text()).is_empty() =>
                {
                    self.mismatch(scope, index, Term::Boolean);
                    return;
                }
                (JsonKind::Number, Kind::Boolean) if self.converts() => {
                    self.mismatch(scope, index, Term::Boolean);
                    return;
                }
                _ => {}
            }
        }
        if let Node::Pair(pair) = node
            && let Some(word) = measure::printed_boolean(parameter.kind, &pair.value)
        {
            self.scalar_text(scope, index, word);
            return;
        }
        match (scope.plain_text(index), node) {
            (Some(text), _) => self.scalar_text(scope, index, text),
            (None, Node::Json(raw)) if raw.starts_with('"') => {
                let mut room: json::Room = json::Room::new();
                let text = room.decode(raw);
                self.scalar_text(scope, index, &text);
            }
            (None, _) => {
                let mut digits = Digits::default();
                let text = node.text_in(&mut digits);
                self.scalar_text(scope, index, &text);
            }
        }
    }

    /// Whether the order stands in a template of YAML whose tool makes texts of numbers.
    fn is_yaml_template(&self) -> bool {
        cfg!(feature = "formats") && self.profile.wire.rereads_numbers
    }

    /// A `yes` or `no` without quotes, which the tool reads as a boolean.
    #[cfg(feature = "formats")]
    fn unquoted_yes(&mut self, scope: &mut Scope<'_>, index: usize, text: &str) {
        let is_yes = ["yes", "on"]
            .iter()
            .any(|word| text.eq_ignore_ascii_case(word));
        match scope.parameter(index).kind {
            Kind::Boolean => scope.decide(index, BOOLEANS, usize::from(!is_yes)),
            kind if kind.is_text() => {
                // It is known only that it is another text than the one that stands here.
                scope.set_wrong(index);
                let key = scope.parameter(index).name;
                let others = match scope.parameter(index).constraint {
                    Constraint::OneOf(allowed) => Some(allowed).filter(|all| !all.contains(&text)),
                    _ => None,
                };
                self.about(scope, index, Code::ConfigUnlikelyValue, |finding| {
                    finding.args.fixed("key", key);
                    finding.reason = Some(&READ_AS_BOOLEAN);
                    // Quotes alone do not make a word a value.
                    if let Some(allowed) = others {
                        finding.args.with("allowed", Arg::AnyOf(allowed));
                        return;
                    }
                    finding.args.with("takes", Arg::Bilingual(&QUOTED_TEXT));
                    finding.fix = Some((FixAction::Quote, Applicability::Unsafe));
                });
            }
            _ => self.mismatch(scope, index, expected(scope.parameter(index))),
        }
    }

    /// Whether what stands here is not the value itself: it is not known before a tool runs, or a
    /// placeholder for it. Of a text that is known in part, that part is judged.
    pub(super) fn stands_for_another(&mut self, scope: &mut Scope<'_>, index: usize) -> bool {
        let node = scope.nodes[index];
        #[cfg(feature = "formats")]
        if let Node::Item(item) = node {
            match &item.what {
                What::Unknown { .. } | What::Unsettled { .. } | What::Choice { .. } => {
                    self.unknown += 1;
                    return true;
                }
                What::Partial(pieces) => {
                    // An escaped reference is known, though it looks like one.
                    self.unknown += usize::from(pieces.iter().any(Option::is_none));
                    let pieces: Vec<_> = pieces.iter().map(Option::as_deref).collect();
                    self.known_in_part(scope, index, &pieces);
                    return true;
                }
                _ => {}
            }
        }
        let parameter = scope.parameter(index);
        if node.kind() != JsonKind::String {
            return false;
        }
        if cfg!(feature = "fast") && is_json(scope, index) {
            return false;
        }
        let whole = scope.whole_text(index);
        if !placeholder::may_be(&whole) {
            return false;
        }
        let keeps_blanks = parameter.verbatim || self.is_strict();
        let text = if keeps_blanks {
            &whole
        } else {
            text::trim(&whole)
        };
        let joined: String;
        // No class has blanks inside, but a placeholder may.
        let is_class = matches!(parameter.constraint, Constraint::InstanceClass);
        let text = if is_class
            && !keeps_blanks
            && text.contains(char::is_whitespace)
            && !text.starts_with(['{', '<'])
            && !text.starts_with("${")
        {
            joined = text.split_whitespace().collect();
            &joined
        } else {
            text
        };
        let place = match parameter.constraint {
            _ if parameter.secret && !parameter.common => placeholder::Place::Password,
            Constraint::Name(_)
            | Constraint::Description { .. }
            | Constraint::Token { .. }
            | Constraint::Config(_) => placeholder::Place::Prose,
            _ if parameter.prose => placeholder::Place::Prose,
            _ => placeholder::Place::Identifier,
        };
        let whole_only = match parameter.kind {
            Kind::JsonObject => !matches!(parameter.constraint, Constraint::Modes(_)),
            // An element of a list stands where a text belongs.
            Kind::Texts(_) => scope.element.is_none(),
            kind => kind.is_container() || (self.is_strict() && !matches!(kind, Kind::String)),
        };
        let found = match placeholder::find(text, place) {
            None => return false,
            Some(Placeholder::Part { .. }) if whole_only => return false,
            // The list is known, even if values in it are not.
            Some(Placeholder::Mask) if matches!(parameter.kind, Kind::JsonArray(_)) => {
                match placeholder::find(text, placeholder::Place::Password) {
                    None | Some(Placeholder::Part { .. }) => return false,
                    Some(found) => found,
                }
            }
            Some(found) => found,
        };
        if parameter.common && !parameter.kind.is_text() {
            // What signing tools add is theirs to fill in.
            if text.len() < whole.len() {
                self.stray(scope, index);
            }
            scope.set_absent(index);
            return true;
        }
        self.unknown += 1;
        let is_whole = !matches!(found, Placeholder::Part { .. });
        if is_whole
            && !keeps_blanks
            && !matches!(parameter.kind, Kind::Objects(..))
            && text.len() < whole.len()
        {
            self.stray(scope, index);
        }
        match found {
            Placeholder::Mask => self.placeholder(scope, index, Severity::Info),
            Placeholder::Whole { told } => {
                if told {
                    self.placeholder(scope, index, Severity::Warning);
                }
            }
            Placeholder::Part { pieces, told } => {
                if told {
                    self.placeholder(scope, index, Severity::Warning);
                }
                self.known_in_part(scope, index, &pieces);
            }
        }
        scope.set_unknown(index);
        true
    }

    /// Reports a placeholder.
    fn placeholder(&mut self, scope: &Scope<'_>, index: usize, severity: Severity) {
        let parameter = scope.parameter(index);
        if !self.sink.takes(Code::PlaceholderValue, severity) {
            return;
        }
        let mut finding = self.sink.begin(Code::PlaceholderValue, severity);
        finding.parameter = Some(parameter.name);
        finding.source = Some(&parameter.citation);
        finish_about(finding, scope, index);
    }

    /// Judges the literal pieces of a text of which the rest is not known.
    fn known_in_part(&mut self, scope: &mut Scope<'_>, index: usize, pieces: &[Option<&str>]) {
        let constraint = scope.parameter(index).constraint;
        let literal = || pieces.iter().flatten();
        let longest = literal().map(|piece| Length::of(piece).clusters).max();
        let too_long = |max: u32| longest.filter(|length| *length > max as usize);
        let bounds = |finding: &mut Finding<'_>, count: usize, min: u32, max: u32| {
            let args = &mut finding.args;
            args.number("count", count)
                .number("min", min)
                .number("max", max);
        };
        match constraint {
            Constraint::Name(rule) => {
                if let Some(count) = too_long(rule.max) {
                    self.about(scope, index, Code::NameLength, |finding| {
                        bounds(finding, count, rule.min, rule.max);
                    });
                }
                let first = pieces.first().copied().flatten();
                if first.is_some_and(|first| !measure::begins_well(first, rule)) {
                    self.about(scope, index, Code::NameFirstCharacter, |_| {});
                }
                let forbidden = scope.object.plan.forbidden(index);
                let text: String = literal().copied().collect();
                let is_forbidden = |c: char| measure::is_forbidden(c, rule, forbidden);
                self.characters(
                    scope,
                    index,
                    Code::NameForbiddenCharacter,
                    &text,
                    is_forbidden,
                );
            }
            Constraint::Password(rule) => {
                if let Some(count) = too_long(rule.max) {
                    self.about(scope, index, Code::PasswordLength, |finding| {
                        bounds(finding, count, rule.min, rule.max);
                    });
                }
                let text: String = literal().copied().collect();
                self.password_characters(scope, index, &text, rule);
            }
            Constraint::Token { max } => {
                if let Some(count) = too_long(max) {
                    self.about(scope, index, Code::TokenLength, |finding| {
                        finding.args.number("count", count).number("max", max);
                    });
                }
                let text: String = literal().copied().collect();
                self.characters(scope, index, Code::TokenNotAscii, &text, |c| !c.is_ascii());
            }
            Constraint::Description { max } => {
                if let Some(count) = too_long(max) {
                    self.about(scope, index, Code::DescriptionLength, |finding| {
                        finding.args.number("count", count).number("max", max);
                    });
                }
            }
            _ => {}
        }
    }

    /// Judges the text of a value whose JSON type will do.
    fn scalar_text(&mut self, scope: &mut Scope<'_>, index: usize, text: &str) {
        let parameter = scope.parameter(index);
        if self.is_strict() {
            self.unseen(scope, index, text);
            self.constraint(scope, index, text);
            return;
        }
        if parameter.verbatim {
            if text.is_empty() && !parameter.may_be_empty {
                self.empty(scope, index);
            } else {
                self.constraint(scope, index, text);
            }
            return;
        }
        if parameter.may_be_empty
            && (text.is_empty() || (parameter.prose && text::trim(text).is_empty()))
        {
            return;
        }
        if matches!(parameter.constraint, Constraint::InstanceClass) {
            let Some(trimmed) = self.tidy(scope, index, text) else {
                return;
            };
            self.unseen(scope, index, trimmed);
            if trimmed.len() == text.len() && trimmed.contains(char::is_whitespace) {
                self.stray(scope, index);
            }
            return;
        }
        if let Some(text) = self.tidy(scope, index, text) {
            self.unseen(scope, index, text);
            self.constraint(scope, index, text);
        }
    }

    /// Reports characters that cannot be seen, and in identifiers those that look like one of
    /// ASCII. Names are looked at with their other characters.
    fn unseen(&mut self, scope: &Scope<'_>, index: usize, value: &str) {
        if text::is_graphic(value) || !self.sink.wants_warnings() {
            return;
        }
        let parameter = scope.parameter(index);
        let is_prose = match parameter.constraint {
            Constraint::Name(_) | Constraint::Password(_) | Constraint::Activity => return,
            Constraint::Description { .. } | Constraint::Config(_) => true,
            _ => parameter.prose,
        };
        if parameter.common && !parameter.kind.is_text() {
            return;
        }
        let hidden = text::hidden_characters(value, !is_prose);
        if !hidden.is_empty() {
            self.those_characters(scope, index, Code::InvisibleCharacter, &hidden, |_| true);
        }
    }

    /// Checks the JSON type of a JSON request. Returns whether there is a value to judge.
    fn strict(&mut self, scope: &mut Scope<'_>, index: usize, node: Node<'_>) -> bool {
        let parameter = scope.parameter(index);
        let kind = node.kind();
        let fits = match parameter.kind {
            Kind::Boolean => kind == JsonKind::Boolean,
            Kind::Long | Kind::Integer => kind == JsonKind::Number && node.is_integer_literal(),
            _ => kind == JsonKind::String,
        };
        if !fits {
            self.mismatch(scope, index, expected(parameter));
            return false;
        }
        if kind == JsonKind::String && node.is_empty_string() {
            if matches!(parameter.constraint, Constraint::Password(_)) {
                // Documented to mean that there is no password.
                scope.set_absent(index);
            } else {
                self.empty(scope, index);
            }
            return false;
        }
        true
    }

    /// Reports a value of a JSON type that cannot be this parameter.
    pub(super) fn mismatch(&mut self, scope: &mut Scope<'_>, index: usize, expected: Term) {
        let found = scope.nodes[index].kind().term().instead_of(expected);
        self.mismatch_with(scope, index, expected, found);
    }

    /// As `mismatch`, of something that has a name of its own.
    pub(super) fn mismatch_with(
        &mut self,
        scope: &mut Scope<'_>,
        index: usize,
        expected: Term,
        found: Term,
    ) {
        if scope.element.is_some() {
            scope.set_wrong(index);
        } else {
            scope.set_mistyped(index);
        }
        // What the provider says of a Token is about its length and its characters.
        let of_characters = matches!(scope.parameter(index).constraint, Constraint::Token { .. });
        self.about(scope, index, Code::TypeMismatch, |finding| {
            finding.args.term("expected", expected).term("found", found);
            if of_characters {
                finding.provider_code = None;
            }
        });
    }

    /// Reports a value that is taken as its text although the document has a string here.
    pub(super) fn coerced(&mut self, scope: &Scope<'_>, index: usize, node: Node<'_>) {
        self.about(scope, index, Code::TypeCoerced, |finding| {
            finding.args.term("found", node.kind().term());
            finding.fix = Some((FixAction::Quote, Applicability::Safe));
        });
    }

    pub(super) fn malformed(
        &mut self,
        scope: &mut Scope<'_>,
        index: usize,
        expected: Term,
        problem: Term,
    ) {
        scope.set_wrong(index);
        self.about(scope, index, Code::MalformedJson, |finding| {
            finding
                .args
                .term("expected", expected)
                .term("problem", problem);
        });
    }

    fn empty(&mut self, scope: &mut Scope<'_>, index: usize) {
        self.about(scope, index, Code::EmptyValue, |finding| {
            finding.fix = Some((FixAction::Remove, Applicability::Unsafe));
        });
        scope.set_absent(index);
    }

    /// Takes white space off both ends; nothing is left of an empty value.
    pub(super) fn tidy<'t>(
        &mut self,
        scope: &mut Scope<'_>,
        index: usize,
        text: &'t str,
    ) -> Option<&'t str> {
        let trimmed = text::trim(text);
        if trimmed.is_empty() {
            self.empty(scope, index);
            return None;
        }
        if trimmed.len() < text.len() {
            self.stray(scope, index);
        }
        Some(trimmed)
    }

    fn stray(&mut self, scope: &Scope<'_>, index: usize) {
        let parameter = scope.parameter(index);
        // What is secret, or may hold a secret, is not repeated.
        let secret =
            parameter.secret || matches!(parameter.kind, Kind::JsonArray(_) | Kind::JsonObject);
        let clean = scope.text(index);
        self.about(scope, index, Code::StrayWhitespace, |finding| {
            let action = if secret {
                FixAction::Trim
            } else {
                FixAction::Replace(clean.into())
            };
            finding.fix = Some((action, Applicability::Safe));
        });
    }

    /// Reports a finding about the value of a parameter.
    pub(super) fn about(
        &mut self,
        scope: &Scope<'_>,
        index: usize,
        code: Code,
        describe: impl FnOnce(&mut Finding<'_>),
    ) {
        if let Some(mut finding) = self.begin_about(scope, index, code) {
            describe(&mut finding);
            finish_about(finding, scope, index);
        }
    }

    /// Begins a finding about the value of a parameter, if it is wanted. Apart from what describes
    /// it, of which there is a copy for each kind of finding.
    #[cfg_attr(feature = "fast", inline)]
    #[cfg_attr(not(feature = "fast"), inline(never))]
    fn begin_about(&mut self, scope: &Scope<'_>, index: usize, code: Code) -> Option<Finding<'_>> {
        if !self.sink.takes(code, code.severity()) {
            return None;
        }
        let parameter = scope.parameter(index);
        let mut severity = code.severity();
        if scope.is_overridable(index) || is_default(scope.nodes[index]) {
            severity = severity.min(Severity::Warning);
        }
        let mut finding = self.sink.begin(code, severity);
        finding.parameter = Some(parameter.name);
        finding.source = Some(&parameter.citation);
        finding.provider_code = parameter.provider_code;
        Some(finding)
    }

    fn constraint(&mut self, scope: &mut Scope<'_>, index: usize, value: &str) {
        let parameter = scope.parameter(index);
        match parameter.constraint {
            Constraint::Any | Constraint::InstanceClass => {
                if let Some(greatest) = parameter.kind.greatest() {
                    self.range(scope, index, value, 0, Some(greatest));
                }
            }
            Constraint::OneOf(allowed) => self.one_of(scope, index, value, allowed),
            Constraint::Boolean => self.one_of(scope, index, value, BOOLEANS),
            Constraint::Integers(allowed) if !measure::is_among(value, allowed) => {
                self.not_allowed(scope, index, value, Arg::AnyNumber(allowed), None);
            }
            Constraint::IntegersBy { decided_by, cases } => {
                let at = usize::from(decided_by.index);
                if scope.is_present(at) && scope.is_wrong(at) {
                    return;
                }
                let decider = if scope.is_present(at) {
                    scope.text(at)
                } else {
                    Cow::Borrowed(scope.parameter(at).default.unwrap_or_default())
                };
                let case = cases.iter().find(|(name, _)| *name == decider);
                if let Some((name, allowed)) = case
                    && !measure::is_among(value, allowed)
                {
                    self.not_allowed(
                        scope,
                        index,
                        value,
                        Arg::AnyNumber(allowed),
                        Some((decided_by.name, name)),
                    );
                }
            }
            Constraint::Range { min, max } => {
                let max = max.or(parameter.kind.greatest());
                self.range(scope, index, value, min, max);
            }
            Constraint::Name(rule) => self.name(scope, index, value, rule),
            Constraint::Password(rule) => self.password(scope, index, value, rule),
            Constraint::Token { max } => self.token(scope, index, value, max as usize),
            Constraint::Description { max } => {
                let max = max as usize;
                let length = Length::of(value);
                if length.clusters > max {
                    scope.set_wrong(index);
                    self.about(scope, index, Code::DescriptionLength, |finding| {
                        finding
                            .args
                            .number("count", length.clusters)
                            .number("max", max);
                    });
                }
                self.ambiguous(scope, index, length, 0, max);
            }
            Constraint::Ipv4 => match text::parse_ipv4(value) {
                None => {
                    scope.set_wrong(index);
                    self.about(scope, index, Code::MalformedIp, |_| {});
                }
                Some(address) if !address.is_private() => {
                    self.about(scope, index, Code::IpNotPrivate, |_| {});
                }
                Some(_) => {}
            },
            Constraint::Config(_) if !self.sink.wants_findings() && !self.is_config(value) => {
                scope.set_wrong(index);
                self.about(scope, index, Code::MalformedJson, |_| {});
            }
            Constraint::Config(_) => self.config_text(scope, index, value),
            Constraint::Settings(_) | Constraint::ByRule | Constraint::IntegersByRule { .. } => {}
            Constraint::Without(refused) if text::find(value, refused).is_some() => {
                scope.set_wrong(index);
                self.about(scope, index, Code::InvalidValue, |finding| {
                    if let Some(value) = abbreviated(value) {
                        finding.args.text("value", value);
                    }
                    finding.args.fixed("forbidden", refused);
                });
            }
            Constraint::Within(outer) => self.within(scope, index, value, outer),
            Constraint::Activity => self.activity(scope, index, value),
            todays if EDITIONS => self.todays_constraint(scope, index, value, todays),
            _ => {}
        }
    }

    /// Judges what only rows of today's editions ask of a value.
    fn todays_constraint(
        &mut self,
        scope: &mut Scope<'_>,
        index: usize,
        value: &str,
        constraint: Constraint,
    ) {
        match constraint {
            Constraint::Versions(allowed) => {
                if measure::place_of(value, allowed).is_none() && measure::is_newer(value, allowed)
                {
                    scope.set_unknown(index);
                    self.about(scope, index, Code::NewerVersion, |finding| {
                        finding
                            .args
                            .text("value", value)
                            .with("allowed", Arg::AnyOf(allowed));
                        if scope.parameter(index).closed {
                            finding.args.with("why", Arg::Bilingual(&REFUSED_BY_TOOL));
                        }
                    });
                } else {
                    self.one_of(scope, index, value, allowed);
                }
            }
            Constraint::Time(form) if !text::time::is_time(value, form) => {
                scope.set_wrong(index);
                self.about(scope, index, Code::MalformedTime, |finding| {
                    finding.args.fixed("expected", form.pattern());
                });
            }
            Constraint::Prefix { min, max } if !measure::is_prefix(value, min, max) => {
                scope.set_wrong(index);
                self.about(scope, index, Code::MalformedPrefix, |finding| {
                    finding.args.number("min", min).number("max", max);
                });
            }
            Constraint::Distinct => self.distinct(scope, index, value),
            Constraint::Modes(words) => self.modes(scope, index, value, words),
            Constraint::Whitelist => {
                for entry in value.split(',').map(text::trim) {
                    if !entry.is_empty() {
                        self.whitelisted(scope, index, entry);
                    }
                }
            }
            _ => {}
        }
    }

    fn one_of(
        &mut self,
        scope: &mut Scope<'_>,
        index: usize,
        value: &str,
        allowed: &'static [&'static str],
    ) {
        match measure::place_of(value, allowed) {
            Some(at) => scope.decide(index, allowed, at),
            None => self.not_allowed(scope, index, value, Arg::AnyOf(allowed), None),
        }
    }

    fn not_whole(&mut self, scope: &mut Scope<'_>, index: usize, value: &str) {
        scope.set_wrong(index);
        self.about(scope, index, Code::InvalidValue, |finding| {
            if let Some(shown) = abbreviated(value) {
                let is_negative = value.strip_prefix('-').is_some_and(text::is_whole_number);
                if is_negative {
                    finding.args.text("negative", shown.clone());
                }
                finding.args.text("value", shown);
            }
        });
    }

    fn not_allowed(
        &mut self,
        scope: &mut Scope<'_>,
        index: usize,
        value: &str,
        allowed: Arg,
        decided: Option<(&'static str, &'static str)>,
    ) {
        scope.set_wrong(index);
        if !self.sink.wants_findings() {
            self.about(scope, index, Code::InvalidValue, |_| {});
            return;
        }
        let parameter = scope.parameter(index);
        let word = parameter.words.iter().find(|(word, _)| *word == value);
        let mended = word
            .map(|(_, mended)| Text::fixed(mended))
            .or_else(|| mend(value, parameter.constraint))
            .filter(|_| !self.is_strict() || matches!(parameter.kind, Kind::String));
        let safe = mended
            .as_ref()
            .is_some_and(|mended| mended.eq_ignore_ascii_case(value))
            && !scope.object.plan.is_decider(index)
            && !self.is_read(parameter.name);
        // As it is written in the file it would be right, had it not lost its form on the way.
        let node = scope.nodes[index];
        let written = scope.literal(node).filter(|text| {
            parameter.coercion == Coercion::Reformed
                && node.kind() == JsonKind::Number
                && matches!(parameter.constraint, Constraint::Versions(allowed)
                    if allowed.contains(text))
        });
        let loses_form = written.is_some();
        let is_of_many = OF_MANY.iter().any(|word| word.eq_ignore_ascii_case(value));
        // A class stands in the place of another value whatever that is near to.
        let is_near = mended.is_some() && !value.contains('.');
        let neighbour = if is_near || is_of_many {
            None
        } else {
            neighbour(scope, index, value)
        };
        self.about(scope, index, Code::InvalidValue, |finding| {
            let args = &mut finding.args;
            if let Some(value) = abbreviated(value) {
                args.text("value", value);
                if let Some(written) = written {
                    args.text("written", written);
                }
                if let Some(neighbour) = neighbour {
                    args.fixed("neighbour", neighbour);
                }
                if let Some((when, equals)) = decided {
                    args.fixed("when", when).fixed("equals", equals);
                }
            }
            args.with("allowed", allowed);
            if loses_form {
                finding.fix = Some((FixAction::Quote, Applicability::Safe));
                return;
            }
            finding.fix = mended.map(|mended| {
                let applicability = if safe {
                    Applicability::Safe
                } else {
                    Applicability::Unsafe
                };
                (FixAction::Replace(mended), applicability)
            });
        });
    }

    fn range(
        &mut self,
        scope: &mut Scope<'_>,
        index: usize,
        value: &str,
        min: u64,
        max: Option<u64>,
    ) {
        // In JSON a number below zero is a whole number too, and no form of another value.
        let is_negative = self.is_strict()
            && value
                .strip_prefix('-')
                .is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
        let within = if is_negative {
            Some(false)
        } else {
            measure::is_within(value, min, max)
        };
        let Some(within) = within else {
            self.not_whole(scope, index, value);
            return;
        };
        if !within {
            scope.set_wrong(index);
            self.about(scope, index, Code::OutOfRange, |finding| {
                let args = &mut finding.args;
                if let Some(value) = abbreviated(value) {
                    args.text("value", value);
                }
                args.number("min", min);
                // What the type alone bounds is told where it is what was passed.
                let is_told = match scope.parameter(index).constraint {
                    Constraint::Range { max: Some(_), .. } => true,
                    _ => measure::is_within(value, min, None) == Some(true),
                };
                if let Some(max) = max.filter(|_| is_told) {
                    args.number("max", max);
                }
            });
        }
    }

    fn name(&mut self, scope: &mut Scope<'_>, index: usize, value: &str, rule: NameRule) {
        let (min, max) = (rule.min as usize, rule.max as usize);
        let letters = Letters::of(value);
        let length = measure::length(value, letters);
        if !(min..=max).contains(&length.clusters) {
            scope.set_wrong(index);
            self.about(scope, index, Code::NameLength, |finding| {
                finding
                    .args
                    .number("count", length.clusters)
                    .number("min", min)
                    .number("max", max);
            });
        }
        self.ambiguous(scope, index, length, min, max);
        if !measure::begins_well(value, rule) {
            scope.set_wrong(index);
            self.about(scope, index, Code::NameFirstCharacter, |_| {});
        }
        let forbidden = scope.object.plan.forbidden(index);
        if measure::holds_forbidden(value, letters, rule, forbidden) {
            scope.set_wrong(index);
            self.those_characters(scope, index, Code::NameForbiddenCharacter, value, |c| {
                measure::is_forbidden(c, rule, forbidden)
            });
        }
        if self.sink.wants_warnings()
            && (!letters.usual() || letters.ascii() & text::INVISIBLE != 0)
        {
            let hidden = text::hidden_characters(value, false);
            if !hidden.is_empty() {
                self.those_characters(scope, index, Code::InvisibleCharacter, &hidden, |_| true);
            }
        }
    }

    /// Reports the characters of a kind, if there are any.
    fn characters(
        &mut self,
        scope: &Scope<'_>,
        index: usize,
        code: Code,
        value: &str,
        is_meant: impl Fn(char) -> bool,
    ) {
        if value.chars().any(&is_meant) {
            self.those_characters(scope, index, code, value, is_meant);
        }
    }

    /// Reports the distinct characters of a kind, in order of appearance, with their numbers.
    fn those_characters(
        &mut self,
        scope: &Scope<'_>,
        index: usize,
        code: Code,
        value: &str,
        is_meant: impl Fn(char) -> bool,
    ) {
        self.about(scope, index, code, |finding| {
            let mut meant = value
                .chars()
                .filter(|c| is_meant(*c))
                .map(CharacterName::Itself);
            let (total, listed) = tally(&mut meant);
            finding
                .args
                .number("count", total)
                .with("characters", Arg::Characters(listed));
        });
    }

    fn ambiguous(
        &mut self,
        scope: &Scope<'_>,
        index: usize,
        length: Length,
        min: usize,
        max: usize,
    ) {
        if length.is_ambiguous(min, max) {
            self.about(scope, index, Code::LengthAmbiguous, |finding| {
                finding
                    .args
                    .number("clusters", length.clusters)
                    .number("scalars", length.scalars)
                    .number("utf16", length.utf16)
                    .number("min", min)
                    .number("max", max);
            });
        }
    }

    fn password(&mut self, scope: &mut Scope<'_>, index: usize, value: &str, rule: PasswordRule) {
        let (min, max) = (rule.min as usize, rule.max as usize);
        let letters = Letters::of(value);
        let count = measure::length(value, letters).clusters;
        if rule.should_mix && !value.is_empty() {
            let all = |is: fn(&u8) -> bool| value.bytes().all(|byte| is(&byte));
            if all(u8::is_ascii_alphabetic) || all(u8::is_ascii_digit) {
                self.about(scope, index, Code::UnlikelyValue, |finding| {
                    finding.args.with("why", Arg::Bilingual(&SHOULD_MIX));
                });
            }
        }
        if !(min..=max).contains(&count) {
            scope.set_wrong(index);
            self.about(scope, index, Code::PasswordLength, |finding| {
                finding
                    .args
                    .number("count", count)
                    .number("min", min)
                    .number("max", max);
            });
        }
        let refused = scope.object.plan.forbidden(index);
        self.password_characters(scope, index, value, rule);
        self.password_classes(scope, index, value, rule, refused);
    }

    /// Reports the characters that a password may not hold.
    fn password_characters(
        &mut self,
        scope: &mut Scope<'_>,
        index: usize,
        value: &str,
        rule: PasswordRule,
    ) {
        let letters = Letters::of(value);
        let refused = scope.object.plan.forbidden(index);
        if measure::holds_refused(value, letters, rule, refused) {
            scope.set_wrong(index);
            self.about(scope, index, Code::PasswordForbiddenCharacter, |finding| {
                // Only what the document itself refuses by name is named.
                let by_name = matches!(rule.characters, PasswordCharacters::Refused(_));
                let refused = value.chars().filter(|c| measure::is_refused(*c, rule));
                let mut kinds = refused.map(|character| {
                    let name = Term::of_character(character).filter(|_| by_name);
                    CharacterName::Kind(name.unwrap_or(Term::OutsideDocumentedSet))
                });
                let (total, listed) = tally(&mut kinds);
                finding
                    .args
                    .number("count", total)
                    .with("characters", Arg::Characters(listed))
                    .with("allowed", allowed_special(rule.characters));
            });
        }
    }

    /// Reports what a password lacks, and characters of which the document does not speak.
    fn password_classes(
        &mut self,
        scope: &mut Scope<'_>,
        index: usize,
        value: &str,
        rule: PasswordRule,
        refused: text::Kinds,
    ) {
        let letters = Letters::of(value);
        if self.sink.wants_warnings()
            && let PasswordCharacters::Refused(refused) = rule.characters
        {
            let total = value
                .chars()
                .filter(|c| !c.is_ascii_alphanumeric() && !refused.contains(*c))
                .count();
            if total > 0 {
                self.about(
                    scope,
                    index,
                    Code::PasswordUndocumentedCharacter,
                    |finding| {
                        finding.args.number("count", total);
                    },
                );
            }
        }
        let have = measure::classes(letters, rule, refused);
        if have < rule.at_least as usize {
            scope.set_wrong(index);
            self.about(scope, index, Code::PasswordCharacterClasses, |finding| {
                let missing = rule
                    .classes
                    .iter()
                    .filter(|class| !measure::has_class(letters, **class, rule, refused))
                    .map(|class| class.term())
                    .collect();
                let classes = rule.classes.iter().map(|class| class.term()).collect();
                finding
                    .args
                    .number("have", have)
                    .number("need", rule.at_least)
                    .with("missing", Arg::Terms(missing))
                    .with("classes", Arg::Terms(classes));
            });
        }
    }

    fn token(&mut self, scope: &mut Scope<'_>, index: usize, value: &str, max: usize) {
        // No text has more characters than bytes.
        if value.len() <= max && value.is_ascii() {
            return;
        }
        let count = Length::of(value).clusters;
        if count > max || !value.is_ascii() {
            scope.set_wrong(index);
        }
        if count > max {
            self.about(scope, index, Code::TokenLength, |finding| {
                finding.args.number("count", count).number("max", max);
            });
        }
        self.characters(scope, index, Code::TokenNotAscii, value, |c| !c.is_ascii());
    }

    /// Texts with commas between them.
    fn distinct(&mut self, scope: &Scope<'_>, index: usize, value: &str) {
        let mut seen = Seen::default();
        let again = value
            .split(',')
            .map(text::trim)
            .filter(|entry| !entry.is_empty())
            .find(|entry| !seen.insert(&Cow::Borrowed(*entry)));
        if let Some(entry) = again {
            self.about(scope, index, Code::DuplicateItem, |finding| {
                if let Some(entry) = abbreviated(entry) {
                    finding.args.text("value", entry);
                }
            });
        }
    }

    /// Some of a few words, with commas between them, or a JSON object.
    fn modes(&mut self, scope: &mut Scope<'_>, index: usize, value: &str, words: &[&str]) {
        let depth = self.settings.max_depth;
        let is_object =
            value.starts_with('{') && json::Scanner::inner_document(value, depth).is_ok();
        let is_listed = value
            .split(',')
            .all(|word| words.contains(&text::trim(word)));
        if !is_object && !is_listed {
            self.about(scope, index, Code::UnlikelyValue, |finding| {
                finding.args.with("why", Arg::Bilingual(&MODES));
                if let Some(value) = abbreviated(value) {
                    finding.args.text("value", value);
                }
            });
        }
    }

    /// One entry of a whitelist.
    fn whitelisted(&mut self, scope: &mut Scope<'_>, index: usize, entry: &str) {
        let code = match measure::admits(entry) {
            measure::Admits::Some => return,
            measure::Admits::All => Code::OpenWhitelist,
            measure::Admits::Malformed => Code::MalformedCidr,
        };
        if code == Code::OpenWhitelist {
            scope.set_wide(index);
        }
        self.about(scope, index, code, |finding| {
            if let Some(entry) = abbreviated(entry) {
                finding.args.text("value", entry);
            }
        });
    }

    /// Whether a text is a JSON object without repeated names: all that the verdict depends on,
    /// in one reading.
    fn is_config(&self, value: &str) -> bool {
        let mut scanner = json::Scanner::within(value, self.settings.max_depth);
        scanner.skip_white_space();
        if !scanner.stands_on(b'{') || self.settings.max_depth == 0 {
            return false;
        }
        let mut walker = json::Walker::open(scanner);
        let mut seen = Seen::default();
        loop {
            match walker.next() {
                Ok(Some((name, _))) if seen.insert(&json::decode(name)) => {}
                Ok(None) => return walker.finish().end().is_ok(),
                Ok(Some(_)) | Err(_) => return false,
            }
        }
    }

    /// `Config` as the text it should be. It is read once; only if it cannot be read to its end
    /// what was found on the way is forgotten.
    fn config_text(&mut self, scope: &mut Scope<'_>, index: usize, value: &str) {
        let depth = self.settings.max_depth;
        let mut scanner = json::Scanner::within(value, depth);
        scanner.skip_white_space();
        if scanner.stands_on(b'{') && depth > 0 {
            let before = self.sink.mark();
            if self.config(scope, index, Children::Json(json::Walker::open(scanner))) {
                return;
            }
            self.sink.forget(before);
            scope.settings = None;
        }
        let problem = match json::Scanner::inner_document(value, depth) {
            Err(error) => error.problem,
            Ok(_) => Term::NotAnObject,
        };
        self.malformed(scope, index, Term::JsonObjectText, problem);
    }

    /// The keys and values of `Config`. Returns whether they could be read to the end.
    fn config(&mut self, scope: &mut Scope<'_>, index: usize, mut rest: Children<'_>) -> bool {
        let Constraint::Config(keys) = scope.parameter(index).constraint else {
            return true;
        };
        let mut seen = Seen::default();
        let mut settings = self.run.is_some().then(fingerprint::Members::default);
        let mut is_part_unknown = false;
        while let Some((name, _, value)) = rest.next() {
            if self.sink.is_done() {
                return true;
            }
            if let Some(settings) = &mut settings {
                settings.add(&name, value);
            }
            let new = seen.insert(&name);
            if !new {
                self.about(scope, index, Code::DuplicateParameter, |finding| {
                    finding.args.text("key", super::shown_name(&name));
                    finding.provider_code = None;
                });
            }
            if !self.sink.wants_warnings() {
                continue;
            }
            // The last one of a name is judged. No stretch is searched twice for the same key.
            let is_last = |name: &str| !rest.clone().any(|(later, _, _)| later == name);
            let is_known = keys.iter().any(|key| key.name == name);
            if is_known && value.kind() == JsonKind::String && is_last(&name) {
                let text = value.text();
                let found = placeholder::find(text::trim(&text), placeholder::Place::Prose);
                if let Some(Placeholder::Whole { told } | Placeholder::Part { told, .. }) = found {
                    if told {
                        self.placeholder(scope, index, Severity::Warning);
                    }
                    is_part_unknown = true;
                    continue;
                }
            }
            match keys.iter().find(|key| key.name == name) {
                None if new => {
                    let near = text::nearest(&name, keys.iter().map(|key| key.name));
                    self.about(scope, index, Code::ConfigUnknownKey, |finding| {
                        finding.args.text("key", super::shown_name(&name));
                        if let Some(near) = near {
                            finding.args.fixed("suggestion", near);
                        }
                    });
                }
                Some(key) if !is_likely(key, value) && is_last(key.name) => {
                    self.about(scope, index, Code::ConfigUnlikelyValue, |finding| {
                        finding.args.text("key", key.name);
                        if let ConfigValue::OneOf(allowed) = key.value {
                            finding.args.with("allowed", Arg::AnyOf(allowed));
                        }
                    });
                }
                _ => {}
            }
        }
        self.unknown += usize::from(is_part_unknown);
        scope.settings = settings;
        rest.ends_well()
    }

    /// JD Cloud's `buyScenario`.
    fn activity(&mut self, scope: &mut Scope<'_>, index: usize, value: &str) {
        use base64::Engine as _;
        const STANDARD: base64::engine::GeneralPurpose = base64::engine::GeneralPurpose::new(
            &base64::alphabet::STANDARD,
            base64::engine::GeneralPurposeConfig::new().with_decode_allow_trailing_bits(true),
        );
        let Ok(bytes) = STANDARD.decode(value) else {
            scope.set_wrong(index);
            self.about(scope, index, Code::MalformedBase64, |_| {});
            return;
        };
        let Ok(text) = std::str::from_utf8(&bytes) else {
            self.malformed(scope, index, Term::ActivityText, Term::InvalidUtf8);
            return;
        };
        let raw = match json::Scanner::inner_document(text, self.settings.max_depth) {
            Ok(raw) => raw,
            Err(error) => {
                self.malformed(scope, index, Term::ActivityText, error.problem);
                return;
            }
        };
        let outer = members(Node::Json(raw));
        let activity = outer.last("activity").map(members);
        let complete = activity.as_ref().is_some_and(|inner| {
            inner.last("activityType").is_some() && inner.last("activityIdentifier").is_some()
        });
        if let Some(key) = outer.repeated.or(activity.and_then(|inner| inner.repeated)) {
            self.about(scope, index, Code::DuplicateParameter, |finding| {
                finding.args.text("key", super::shown_name(&key));
            });
        }
        if !complete {
            let problem = if raw.starts_with('{') {
                Term::MissingKey
            } else {
                Term::NotAnObject
            };
            self.malformed(scope, index, Term::ActivityText, problem);
        }
    }
}

/// Why a password should hold letters and digits.
pub(crate) static SHOULD_MIX: Bilingual = Bilingual::new(
    "the Chinese text says that it contains both letters and digits",
    "中文文档写明密码须同时包含字母和数字",
);

/// Why a `yes` or `no` without quotes is no text.
#[cfg(feature = "formats")]
static READ_AS_BOOLEAN: Bilingual = Bilingual::new(
    "Without quotes the word is read as true or false, and the parameter takes a text.",
    "不加引号时该词会被读作布尔值，而该参数应为文本。",
);

/// What a `yes` or `no` should have been.
#[cfg(feature = "formats")]
static QUOTED_TEXT: Bilingual = Bilingual::new("a text in quotes", "加引号的文本");

/// What a list of modes may be.
pub(crate) static MODES: Bilingual = Bilingual::new(
    "it is neither a comma list of whitelist, config and account nor a JSON object",
    "它既不是由 whitelist、config、account 组成的逗号列表，也不是 JSON 对象",
);

/// What a finding adds where the tool has a list of its own.
static REFUSED_BY_TOOL: Bilingual = Bilingual::new(
    "this version of the provider refuses it",
    "该版本的 provider 会拒绝此值",
);

/// A number as tools write it that keep its value alone: `7.0` is `7`.
fn reformed(number: &str) -> &str {
    match number.split_once('.') {
        Some((_, fraction)) if fraction.bytes().all(|byte| byte.is_ascii_digit()) => {
            number.trim_end_matches('0').trim_end_matches('.')
        }
        _ => number,
    }
}

/// Whether a text is a number, of which a tool could make one.
fn is_number(value: &str) -> bool {
    let value = text::trim(value);
    let digits = value.strip_prefix('-').unwrap_or(value);
    value.is_empty()
        || (digits.starts_with(|first: char| first.is_ascii_digit())
            && value.parse::<f64>().is_ok())
}

/// What a tool that converts makes of a text that is written otherwise than the number or boolean it
/// stands for: `1` is `true`, `02` and `2.0` are `2`.
fn converted(kind: Kind, text: &str) -> Option<String> {
    match (kind, text) {
        (Kind::Boolean, "1") => Some(BOOLEANS[0].to_owned()),
        (Kind::Boolean, "0") => Some(BOOLEANS[1].to_owned()),
        (Kind::Long | Kind::Integer, _) => {
            let begins = text.starts_with(|first: char| first.is_ascii_digit());
            let is_plain = text::is_whole_number(text);
            let number: f64 = text.parse().ok()?;
            let is_whole = begins && !is_plain && number.fract() == 0.0 && number < 1e15;
            is_whole.then(|| number.to_string())
        }
        _ => None,
    }
}

/// Gives a finding about the value of a parameter its place.
#[inline(never)]
fn finish_about(finding: Finding<'_>, scope: &Scope<'_>, index: usize) {
    let name = scope.written_name(index);
    let place = scope.place.member(&name);
    if let Some(element) = scope.element {
        let place = Place::Element {
            outer: &place,
            index: element,
        };
        finding.finish(scope, &place, At::Value(scope.nodes[index]));
        return;
    }
    finding.finish(scope, &place, At::Value(scope.nodes[index]));
}

/// The members of a small object, and the first name that is repeated among them.
struct Members<'a> {
    list: Vec<(Cow<'a, str>, Node<'a>)>,
    repeated: Option<Cow<'a, str>>,
}

fn members(node: Node<'_>) -> Members<'_> {
    let is_object = node.kind() == JsonKind::Object;
    let list: Vec<_> = node
        .children()
        .filter(|_| is_object)
        .map(|(name, _, value)| (name, value))
        .collect();
    let mut names = Seen::default();
    let mut all = list.iter().map(|(name, _)| name);
    let repeated = all.find(|name| !names.insert(name)).cloned();
    Members { list, repeated }
}

impl<'a> Members<'a> {
    /// The last value of that name, unless it is null or empty.
    fn last(&self, name: &str) -> Option<Node<'a>> {
        let (_, node) = self.list.iter().rev().find(|(known, _)| known == name)?;
        let empty = node.kind() == JsonKind::String && node.text().is_empty();
        (!node.is_null() && !empty).then_some(*node)
    }
}

const fn expected(parameter: &Parameter) -> Term {
    match parameter.kind {
        Kind::String | Kind::Untyped | Kind::JsonObject => Term::String,
        Kind::Long | Kind::Integer => Term::Integer,
        Kind::Boolean => Term::Boolean,
        Kind::Object(_) | Kind::Map(_) | Kind::Anything => Term::Object,
        Kind::JsonArray(_) => Term::JsonArrayText,
        Kind::Texts(_) | Kind::Objects(..) => Term::Array,
    }
}

impl CharacterClass {
    /// The notion that messages name.
    #[must_use]
    pub const fn term(self) -> Term {
        match self {
            Self::Uppercase => Term::Uppercase,
            Self::Lowercase => Term::Lowercase,
            Self::Digit => Term::Digit,
            Self::Special => Term::Special,
        }
    }
}

/// Whether a number without quotes comes out of a reader in another form: all but plain digits
/// without a zero before them.
fn loses_form(literal: &str) -> bool {
    let digits = literal.strip_prefix('-').unwrap_or(literal);
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_padded = digits.len() > 1 && digits.starts_with('0');
    let is_number = digits.starts_with(|first: char| first.is_ascii_digit());
    is_number && (!is_plain || is_padded)
}

fn is_likely(key: &ConfigKey, value: Node<'_>) -> bool {
    let text = value.text();
    match key.value {
        ConfigValue::OneOf(allowed) => {
            value.kind() == JsonKind::String && allowed.contains(&text.as_ref())
        }
        ConfigValue::Count => {
            matches!(value.kind(), JsonKind::String | JsonKind::Number)
                && text::is_whole_number(&text)
        }
    }
}

/// The documented value that was most likely meant.
fn mend(value: &str, constraint: Constraint) -> Option<Text> {
    let allowed: &[&str] = match constraint {
        Constraint::OneOf(allowed) | Constraint::Versions(allowed) => allowed,
        Constraint::Boolean => BOOLEANS,
        Constraint::Integers(allowed) => {
            let number: u32 = value.trim_start_matches('0').parse().ok()?;
            return allowed
                .contains(&number)
                .then(|| itoa::Buffer::new().format(u64::from(number)).into());
        }
        _ => return None,
    };
    if let Some(same) = allowed.iter().find(|text| text.eq_ignore_ascii_case(value)) {
        return Some(Text::fixed(same));
    }
    // A version that went through a writer of numbers: 5 for 5.0.
    if let Some(number) = decimal(value) {
        let same = allowed.iter().find(|text| decimal(text) == Some(number));
        return same.map(|text| Text::fixed(text));
    }
    text::nearest(value, allowed.iter().copied()).map(Into::into)
}

/// The significant digits of a plain decimal number before and behind its point. Compared as
/// text: what reads floating point numbers brings tables larger than all else in a browser.
fn decimal(text: &str) -> Option<(&str, &str)> {
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    let bytes = text.as_bytes();
    let point = bytes.iter().position(|byte| !is_digit(byte));
    let (whole, fraction) = match point {
        Some(at) if bytes[at] == b'.' && bytes[at + 1..].iter().all(is_digit) => {
            (&text[..at], &text[at + 1..])
        }
        Some(_) => return None,
        None => (text, ""),
    };
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    Some((
        whole.trim_start_matches('0'),
        fraction.trim_end_matches('0'),
    ))
}

/// Whether the text of a list or of settings begins as such, which no placeholder for it does. It
/// is read where it stands, with its escapes.
fn is_json(scope: &Scope<'_>, index: usize) -> bool {
    let written = match (scope.plain_text(index), scope.nodes[index]) {
        (Some(text), _) => text,
        (None, Node::Json(raw)) => json::unquoted(raw),
        _ => return false,
    };
    let parameter = scope.parameter(index);
    match (parameter.kind, parameter.constraint) {
        (Kind::JsonArray(_), _) => written.starts_with('['),
        (Kind::JsonObject, Constraint::Config(_)) => {
            written.starts_with("{\"") || written.starts_with("{\\\"")
        }
        _ => false,
    }
}

/// Words that many parameters take: that one does tells nothing of what was meant.
const OF_MANY: [&str; 10] = [
    "0", "1", "true", "false", "yes", "no", "on", "off", "open", "close",
];

/// Another parameter of the same object to which the value belongs.
fn neighbour(scope: &Scope<'_>, index: usize, value: &str) -> Option<&'static str> {
    let word = Word::new(value.as_bytes());
    let belongs = |parameter: &Parameter| {
        if let Constraint::OneOf(allowed) = parameter.constraint {
            return allowed.iter().any(|allowed| word.is(allowed.as_bytes()));
        }
        let class = judged(parameter, value.into());
        ["redis.", "tair.", "memcache."]
            .iter()
            .any(|prefix| class.starts_with(prefix))
    };
    bits(scope.object.plan.recognised & !(1 << index))
        .map(|other| scope.parameter(other))
        .find(|parameter| belongs(parameter))
        .map(|parameter| parameter.name)
}

/// How a message says that no special character is allowed.
pub(crate) static NO_CHARACTER: Bilingual = Bilingual::new("none", "无");

/// How a message says that the document only tells which special characters are refused.
pub(crate) static NO_SURE_CHARACTER: Bilingual = Bilingual::new(
    "none that the document promises to accept",
    "文档未承诺接受任何特殊字符",
);

fn allowed_special(characters: PasswordCharacters) -> Arg {
    match characters {
        PasswordCharacters::Refused(_) => Arg::Bilingual(&NO_SURE_CHARACTER),
        PasswordCharacters::Special("") => Arg::Bilingual(&NO_CHARACTER),
        PasswordCharacters::Special(special) => Arg::Text(Text::fixed(special)),
    }
}

/// The distinct characters in order of appearance, and how many there are in all.
fn tally(characters: &mut dyn Iterator<Item = CharacterName>) -> (u64, Box<[CharacterCount]>) {
    /// So many distinct characters are looked up one by one; past that a table knows them.
    const FEW: usize = 8;
    let mut total = 0;
    // Most often it is one.
    let mut listed: Vec<CharacterCount> = Vec::with_capacity(1);
    let mut places: Option<Numbers> = None;
    let key = |character: CharacterName| match character {
        CharacterName::Itself(character) => String::from(character),
        // No character is written so.
        CharacterName::Kind(term) => String::from_iter(['\0', char::from(term as u8)]),
    };
    for character in characters {
        total += 1;
        let place = if listed.len() < FEW {
            let known = listed.iter().position(|entry| entry.character == character);
            known.unwrap_or(listed.len())
        } else {
            let places = places.get_or_insert_with(|| {
                let mut places = Numbers::default();
                for entry in &listed {
                    places.number(&key(entry.character));
                }
                places
            });
            places.number(&key(character)).0
        };
        match listed.get_mut(place) {
            Some(entry) => entry.count += 1,
            None => listed.push(CharacterCount {
                character,
                count: 1,
            }),
        }
    }
    (total, listed.into_boxed_slice())
}
