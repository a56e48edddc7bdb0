//! Lists of texts and of objects, and maps: what their elements are, how many there may be, and
//! which of them may not be the same.

use std::borrow::Cow;

use super::findings::{At, FixAction, is_default};
use super::seen::{Numbers, Seen};
use super::{Engine, Place, Scope};
use crate::diagnostic::{Applicability, Code, Severity, Term, abbreviated};
use crate::input::{JsonKind, Node};
use crate::profile::{
    Coercion, Constraint, Kind, ListRule, NameMatch, Object, SettingCatalogue, SettingSaid,
    SettingValues,
};
use crate::text::placeholder;

/// An entry of a map: its name, the name as written, and its value.
#[cfg(feature = "formats")]
type Entry<'e> = (Cow<'e, str>, Option<&'e str>, Node<'e>);

impl Engine<'_> {
    /// A list of texts, each of which is judged by the constraint of the row.
    pub(super) fn texts(&mut self, scope: &mut Scope<'_>, index: usize, rule: ListRule) {
        let list = scope.nodes[index];
        if list.kind() != JsonKind::Array {
            self.mismatch(scope, index, Term::Array);
            return;
        }
        let mut seen = Seen::default();
        let mut count = 0;
        for (place, (_, _, element)) in list.children().enumerate() {
            if self.sink.is_done() {
                return;
            }
            count += 1;
            if element.is_null() {
                continue;
            }
            scope.nodes[index] = element;
            scope.element = Some(place);
            if matches!(element.kind(), JsonKind::Array | JsonKind::Object) {
                self.mismatch(scope, index, Term::String);
            } else {
                self.scalar(scope, index);
                let text = element.text();
                if rule.distinct_by.is_some() && !text.is_empty() && !seen.insert(&text) {
                    self.about(scope, index, Code::DuplicateItem, |finding| {
                        if let Some(text) = abbreviated(&text) {
                            finding.args.text("value", text);
                        }
                    });
                }
            }
        }
        scope.nodes[index] = list;
        scope.element = None;
        if count == 0 && is_open(list) {
            scope.set_unsettled(index);
        } else if count == 0 {
            self.without_elements(scope, index, rule);
            scope.set_absent(index);
        } else {
            scope.set_present(index);
            self.counted(scope, index, rule, count);
        }
    }

    /// A list of objects, as an array, or as members whose names spell it out.
    pub(super) fn objects(
        &mut self,
        scope: &mut Scope<'_>,
        index: usize,
        inner: &'static Object,
        rule: ListRule,
    ) {
        let list = scope.nodes[index];
        if list.kind() != JsonKind::Array {
            self.mismatch(scope, index, Term::Array);
            return;
        }
        let parameter = scope.parameter(index);
        let name = scope.written_name(index).into_owned();
        let mut seen = Seen::default();
        let mut count = 0;
        let mut wrong = false;
        for (number, (_, _, element)) in list.children().enumerate() {
            if self.sink.is_done() {
                return;
            }
            if is_left_out(element) {
                continue;
            }
            count += 1;
            let outer = scope.place.member(&name);
            let place = Place::Element {
                outer: &outer,
                index: number,
            };
            if element.is_null() && self.is_strict() {
                continue;
            }
            if let Some(super::Told(severity)) =
                super::standing_for_one(element, placeholder::Place::Prose)
            {
                self.unknown += 1;
                if let Some(severity) = severity {
                    let at = Scope::new(inner, place, scope.source, Some(scope));
                    self.report_as(
                        severity,
                        &at,
                        Code::PlaceholderValue,
                        &place,
                        At::Value(element),
                        |finding| finding.parameter = Some(parameter.name),
                    );
                }
                continue;
            }
            if element.kind() != JsonKind::Object {
                wrong = true;
                let at = Scope::new(inner, place, scope.source, Some(scope));
                self.report(
                    &at,
                    Code::TypeMismatch,
                    &place,
                    At::Value(element),
                    |finding| {
                        finding.parameter = Some(parameter.name);
                        // It is an element that is of another kind, not the list.
                        let one = format!("{}[{}]", parameter.name, number);
                        finding.args.text("parameter", one);
                        finding.args.term("expected", Term::Object);
                        finding.args.term("found", element.kind().term());
                        finding.source = Some(&parameter.citation);
                    },
                );
                continue;
            }
            let mut members = Scope::new(inner, place, scope.source, Some(scope));
            #[cfg(feature = "formats")]
            if let Node::Item(item) = element {
                members.head = Some(item.span.clone());
            }
            members.fill(element);
            self.object(&mut members, &mut []);
            self.met(&members, rule, &mut seen);
        }
        if wrong {
            scope.set_wrong(index);
        }
        if count == 0 && is_open(list) {
            scope.set_unsettled(index);
        } else if count == 0 {
            scope.set_absent(index);
        } else {
            self.counted(scope, index, rule, count);
        }
    }

    /// A list that a query spells out: `Tag.1.Key`. Takes its members from among the names that
    /// the table does not have.
    pub(super) fn flattened(&mut self, scope: &mut Scope<'_>) {
        let lists = scope.object.parameters.iter().enumerate();
        let flat = lists.filter(|(_, parameter)| matches!(parameter.kind, Kind::Objects(..)));
        for (index, parameter) in flat {
            let Kind::Objects(inner, rule) = parameter.kind else {
                continue;
            };
            let names = std::mem::take(&mut scope.unknown_names);
            let (mine, others): (Vec<_>, Vec<_>) = names
                .into_iter()
                .partition(|(name, _, _)| element_of(name, parameter.name).is_some());
            scope.unknown_names = others;
            if mine.is_empty() {
                continue;
            }
            // The members of each element, by the number that it is written with.
            let mut numbers = Numbers::default();
            let mut elements: Vec<(&str, Vec<usize>)> = Vec::new();
            for (place, (name, _, _)) in mine.iter().enumerate() {
                let Some((element, _)) = element_of(name, parameter.name) else {
                    continue;
                };
                let (at, is_new) = numbers.number(element);
                if is_new {
                    elements.push((element, Vec::new()));
                }
                elements[at].1.push(place);
            }
            let is_of_table = |(name, _, _): &(Cow<'_, str>, _, _)| {
                element_of(name, parameter.name)
                    .is_some_and(|(_, member)| !matches!(inner.find(member), NameMatch::None))
            };
            if scope.is_present(index) && mine.iter().any(is_of_table) {
                let name = scope.written_name(index);
                let place = scope.place.member(&name);
                self.report_as(
                    Severity::Warning,
                    scope,
                    Code::ConflictingParameters,
                    &place,
                    At::Value(scope.nodes[index]),
                    |finding| {
                        finding.parameter = Some(parameter.name);
                        finding.source = Some(&parameter.citation);
                    },
                );
            }
            let mut seen = Seen::default();
            let mut count = 0;
            for (element, places) in &elements {
                let label = format!("{}.{element}", parameter.name);
                let place = Place::Flattened {
                    outer: &scope.place,
                    name: &label,
                };
                let mut members = Scope::new(inner, place, scope.source, Some(scope));
                let mut filling = members.filling();
                for at in places {
                    let (name, key, node) = &mine[*at];
                    let Some((_, member)) = element_of(name, parameter.name) else {
                        continue;
                    };
                    if name.starts_with(parameter.name) && !member.contains('.') {
                        filling.add(Cow::Borrowed(member), *key, *node);
                    } else {
                        // A list in another case is judged all the same.
                        filling.respelled(name.clone(), member, *key, *node);
                    }
                }
                filling.finish();
                #[cfg(feature = "formats")]
                members.note_items();
                count += usize::from(members.present() != 0);
                self.object(&mut members, &mut []);
                self.met(&members, rule, &mut seen);
            }
            if cfg!(feature = "editions") && count > 0 {
                // It is there, though not under its own name.
                scope.set_unsettled(index);
            }
            let place = scope.place.member(parameter.name);
            self.too_many(scope, index, rule, count, &place, At::Brace);
        }
    }

    /// Notes an element by the member that no two elements may share.
    fn met(&mut self, members: &Scope<'_>, rule: ListRule, seen: &mut Seen<'_>) {
        let place = |name: &str| {
            let mut rows = members.object.parameters.iter();
            rows.position(|row| row.name == name)
        };
        let Some(at) = rule.distinct_by.and_then(place) else {
            return;
        };
        let is_known = members.is_present(at) && !members.is_unknown(at) && !members.is_wrong(at);
        if is_known && !seen.insert(&Cow::Owned(members.text(at).into_owned())) {
            let text = members.text(at);
            self.about(members, at, Code::DuplicateItem, |finding| {
                if let Some(text) = abbreviated(&text) {
                    finding.args.text("value", text);
                }
            });
        }
    }

    /// An object with names of its own.
    pub(super) fn map(&mut self, scope: &mut Scope<'_>, index: usize, rule: ListRule) {
        let map = scope.nodes[index];
        if is_block(scope, map) {
            self.mismatch_with(scope, index, Term::Object, Term::Block);
            return;
        }
        if map.kind() != JsonKind::Object {
            self.mismatch(scope, index, Term::Object);
            return;
        }
        self.entries(scope, index);
        let count = map.children().count();
        if count == 0 && !is_open(map) {
            self.without_elements(scope, index, rule);
        }
        self.counted(scope, index, rule, count);
    }

    /// A list or map without anything in it, as far as anybody knows.
    fn without_elements(&mut self, scope: &Scope<'_>, index: usize, rule: ListRule) {
        if rule.needs_one && !scope.is_unsettled(index) {
            self.about(scope, index, Code::EmptyList, |_| {});
        }
    }

    /// The entries of a map, each at its own place.
    fn entries(&mut self, scope: &Scope<'_>, index: usize) {
        let name = scope.written_name(index);
        let outer = scope.place.member(&name);
        let entries = scope.nodes[index].children();
        #[cfg(feature = "formats")]
        let entries = self.last_ones(scope, index, &outer, entries.collect());
        for (key, _, value) in entries {
            self.entry(scope, index, (&key, value), &outer.member(&key));
        }
    }

    /// Of each name the last entry, which is the one that is judged; others are told.
    #[cfg(feature = "formats")]
    fn last_ones<'e>(
        &mut self,
        scope: &Scope<'_>,
        index: usize,
        outer: &Place<'_>,
        entries: Vec<Entry<'e>>,
    ) -> Vec<Entry<'e>> {
        let parameter = scope.parameter(index);
        let mut seen = Seen::default();
        for (key, _, value) in &entries {
            if !seen.insert(key) {
                let (place, at) = (outer.member(key), At::Value(*value));
                // Terraform takes the last one without a word.
                let is_hcl = matches!(scope.nodes[index],
                    Node::Item(map) if map.written == crate::input::item::Written::Hcl);
                let severity = if is_hcl {
                    Severity::Warning
                } else {
                    Severity::Error
                };
                let code = Code::DuplicateParameter;
                self.report_as(severity, scope, code, &place, at, |finding| {
                    finding.parameter = Some(parameter.name);
                    finding.args.fixed("parameter", parameter.name);
                    finding.args.text("key", super::shown_name(key));
                    finding.source = Some(&parameter.citation);
                });
            }
        }
        let mut later = Seen::default();
        let from_behind = entries.iter().rev();
        let mut is_last: Vec<bool> = from_behind.map(|(key, _, _)| later.insert(key)).collect();
        let mut entries = entries;
        entries.retain(|_| is_last.pop() == Some(true));
        entries
    }

    /// One entry of a map.
    fn entry(
        &mut self,
        scope: &Scope<'_>,
        index: usize,
        (key, value): (&str, Node<'_>),
        place: &Place<'_>,
    ) {
        let parameter = scope.parameter(index);
        if cfg!(feature = "formats")
            && let Some(told) = stands_for_entry(value)
        {
            self.unknown += usize::from(!is_escaped(value));
            if told {
                self.report_as(
                    Severity::Warning,
                    scope,
                    Code::PlaceholderValue,
                    place,
                    At::Value(value),
                    |finding| {
                        finding.parameter = Some(parameter.name);
                        finding.source = Some(&parameter.citation);
                    },
                );
            }
        }
        if let Constraint::Settings(settings) = parameter.constraint {
            self.setting(scope, index, settings, (key, value), place);
        }
    }

    /// A setting of the server.
    fn setting(
        &mut self,
        scope: &Scope<'_>,
        index: usize,
        settings: &'static SettingCatalogue,
        (key, value): (&str, Node<'_>),
        place: &Place<'_>,
    ) {
        // A setting with null under it is not there.
        if !self.sink.wants_warnings() || value.is_null() {
            return;
        }
        let parameter = scope.parameter(index);
        let is_known = matches!(
            value.kind(),
            JsonKind::String | JsonKind::Number | JsonKind::Boolean
        ) && stands_for_entry(value).is_none();
        let is_yes = is_known && is_unquoted_yes(value) && parameter.coercion != Coercion::Silent;
        let said = match settings.judge(key, &value.text()) {
            SettingSaid::Good if is_yes => {
                SettingSaid::Unlikely(Some(SettingValues::OneOf(&["\"yes\"", "\"no\""])))
            }
            said => said,
        };
        match said {
            SettingSaid::Unknown(near) => self.report(
                scope,
                Code::ConfigUnknownKey,
                place,
                At::Value(value),
                |finding| {
                    finding.parameter = Some(parameter.name);
                    finding.args.text("key", super::shown_name(key));
                    if let Some(near) = near {
                        finding.args.fixed("suggestion", near);
                    }
                    finding.source = Some(&parameter.citation);
                },
            ),
            SettingSaid::Unlikely(takes) if is_known => self.report(
                scope,
                Code::ConfigUnlikelyValue,
                place,
                At::Value(value),
                |finding| {
                    finding.parameter = Some(parameter.name);
                    finding.args.text("key", super::shown_name(key));
                    #[cfg(feature = "formats")]
                    if let Some(takes) = takes {
                        takes.say(&mut finding.args);
                    }
                    #[cfg(not(feature = "formats"))]
                    let _ = takes;
                    finding.source = Some(&parameter.citation);
                },
            ),
            SettingSaid::Good | SettingSaid::Unlikely(_) => {}
        }
    }

    fn counted(&mut self, scope: &Scope<'_>, index: usize, rule: ListRule, count: usize) {
        let name = scope.written_name(index);
        let place = scope.place.member(&name);
        let at = At::Value(scope.nodes[index]);
        self.too_many(scope, index, rule, count, &place, at);
    }

    fn too_many(
        &mut self,
        scope: &Scope<'_>,
        index: usize,
        rule: ListRule,
        count: usize,
        place: &Place<'_>,
        at: At<'_>,
    ) {
        let beyond = |most: Option<u32>| most.filter(|most| count > *most as usize);
        let (severity, max) = match (beyond(rule.most), beyond(rule.usual)) {
            (Some(_), usual) => (Severity::Error, usual.or(rule.most)),
            (None, Some(usual)) => (Severity::Warning, Some(usual)),
            (None, None) => return,
        };
        // How many there are rests on every one of them.
        let list = scope.nodes[index];
        let rests_on_default = list.kind() == JsonKind::Array
            && (is_default(list) || list.children().any(|(_, _, element)| is_default(element)));
        let severity = if rests_on_default {
            severity.min(Severity::Warning)
        } else {
            severity
        };
        let parameter = scope.parameter(index);
        self.report_as(severity, scope, Code::TooManyItems, place, at, |finding| {
            finding.parameter = Some(parameter.name);
            finding.args.number("count", count);
            finding.args.number("max", max.unwrap_or_default());
            finding.source = Some(&parameter.citation);
        });
    }

    /// A name that has been replaced.
    pub(super) fn old_name(
        &mut self,
        scope: &Scope<'_>,
        index: usize,
        (name, node): (&str, Node<'_>),
        key: Option<&str>,
        is_judged: bool,
        is_only: bool,
    ) {
        let parameter = scope.parameter(index);
        let place = scope.place.member(name);
        if !is_judged {
            let severity = if is_default(node) || is_default(scope.nodes[index]) {
                Severity::Warning
            } else {
                Severity::Error
            };
            self.report_as(
                severity,
                scope,
                Code::ConflictingParameters,
                &place,
                At::Key(key),
                |finding| {
                    finding.parameter = Some(parameter.name);
                    finding.args.fixed("other", parameter.name);
                    finding.args.text("written", name);
                    finding.source = Some(&parameter.citation);
                },
            );
            return;
        }
        let applicability = if self.settings.is_old_tool {
            Applicability::Unsafe
        } else {
            Applicability::Safe
        };
        self.report(
            scope,
            Code::DeprecatedParameter,
            &place,
            At::Key(key),
            |finding| {
                finding.parameter = Some(parameter.name);
                finding.args.text("written", name);
                finding.args.fixed("documented", parameter.name);
                finding.source = Some(&parameter.citation);
                finding.fix = is_only.then_some((FixAction::Rename(parameter.name), applicability));
            },
        );
    }
}

/// Whether the value of a map's entry is not known, wholly or in part, and whether that is told: it is a
/// placeholder, which no tool fills in.
fn stands_for_entry(value: Node<'_>) -> Option<bool> {
    use placeholder::Placeholder;
    if let Some(super::Told(severity)) = super::standing_for_one(value, placeholder::Place::Prose) {
        return Some(severity.is_some());
    }
    if !cfg!(feature = "formats") || value.kind() != JsonKind::String {
        return None;
    }
    match placeholder::find(crate::text::trim(&value.text()), placeholder::Place::Prose) {
        Some(Placeholder::Part { told, .. }) => Some(told),
        _ => None,
    }
}

/// Whether a text is known, though it looks like a reference.
fn is_escaped(value: Node<'_>) -> bool {
    #[cfg(feature = "formats")]
    if let Node::Item(item) = value
        && let crate::input::item::What::Partial(pieces) = &item.what
    {
        return pieces.iter().all(Option::is_some);
    }
    let _ = value;
    false
}

/// Whether an element is none, which a tool leaves out of the list: ROS writes `ALIYUN::NoValue`.
fn is_left_out(element: Node<'_>) -> bool {
    #[cfg(feature = "formats")]
    if let Node::Item(item) = element {
        use crate::input::item::{What, Written};
        return item.what == What::Null && item.written != Written::ShellJson;
    }
    let _ = element;
    false
}

/// Whether a list or map may have more in it than what is known of it.
pub(super) fn is_open(value: Node<'_>) -> bool {
    #[cfg(feature = "formats")]
    if let Node::Item(item) = value {
        use crate::input::item::What;
        return matches!(
            item.what,
            What::List { open: true, .. } | What::Map { open: true, .. }
        );
    }
    let _ = value;
    false
}

/// Whether a value was written as a block, where the tool wants it after an equals sign.
fn is_block(scope: &Scope<'_>, value: Node<'_>) -> bool {
    #[cfg(feature = "formats")]
    if let Node::Item(item) = value {
        let mut members = scope.members.iter();
        return members
            .any(|member| member.is_block && std::ptr::eq(&raw const member.value, item));
    }
    let _ = (scope, value);
    false
}

/// Whether a value is `yes` or `no` without quotes, of which YAML makes a boolean.
pub(super) fn is_unquoted_yes(value: Node<'_>) -> bool {
    #[cfg(feature = "formats")]
    if let Node::Item(item) = value {
        return item.written == crate::input::item::Written::YamlPlain
            && ["yes", "no", "on", "off"]
                .iter()
                .any(|word| value.text().eq_ignore_ascii_case(word));
    }
    let _ = value;
    false
}

/// The number of the element that a name is a member of, and which of its members: `Tag.1.Key`.
fn element_of<'n>(name: &'n str, list: &str) -> Option<(&'n str, &'n str)> {
    let (written, rest) = name.split_at_checked(list.len())?;
    let (number, member) = rest.strip_prefix('.')?.split_once('.')?;
    let counts = crate::text::is_whole_number(number) && number != "0" && !member.is_empty();
    (counts && written.eq_ignore_ascii_case(list)).then_some((number, member))
}
