//! Rules between parameters, and what a finding says of them.

use std::borrow::Cow;

use super::conditions::{Known, Value, holds, with_values};
use super::findings::{At, FixAction};
use super::{Engine, Place, Scope};
use crate::diagnostic::Severity;
use crate::diagnostic::{Applicability, Arg, Args, Code, Tells, Text, echoed};
use crate::input::Node;
use crate::profile::{
    Bilingual, Condition, EDITIONS, Kind, Mask, Object, Parameter, Ref, Rule, RuleFix,
};

/// Counts over the elements of a list what a rule of the enclosing object asks of them.
#[derive(Debug)]
pub(super) struct Tally {
    list: usize,
    condition: &'static Condition,
    pub(super) met: bool,
    pub(super) unknown: bool,
}

impl Tally {
    /// A tally for every rule of the object that asks about elements of that list.
    pub(super) fn for_list(object: &'static Object, list: usize) -> Vec<Self> {
        let conditions = object.rules.iter().flat_map(|rule| rule.when);
        conditions
            .filter_map(|condition| match condition {
                Condition::NoElement(reference, condition)
                    if usize::from(reference.index) == list =>
                {
                    Some(Self {
                        list,
                        condition,
                        met: false,
                        unknown: false,
                    })
                }
                _ => None,
            })
            .collect()
    }

    /// Whether it counts elements of that list by that condition.
    pub(super) fn is_of(&self, list: usize, condition: &'static Condition) -> bool {
        self.list == list && std::ptr::eq(self.condition, condition)
    }

    /// Counts one element.
    pub(super) fn count(&mut self, element: &Scope<'_>) {
        match holds(element, self.condition, &[]) {
            Some(true) => self.met = true,
            Some(false) => {}
            None => self.unknown = true,
        }
    }
}

/// The name of the parameter that a reference is to, in the spelling of the profile.
fn name_of(scope: &Scope<'_>, reference: Ref) -> &'static str {
    scope.home(reference).map_or(reference.name, |home| {
        home.parameter(usize::from(reference.index)).name
    })
}

/// The parameter of a rule against a name that is out of date, as a bit, where the name stands with
/// a value of which nobody knows whether it will be there: the name is out of date all the same.
fn named_anyway(scope: &Scope<'_>, rule: &Rule) -> Mask {
    let at = rule.at.map(|reference| usize::from(reference.index));
    match at.filter(|_| EDITIONS && rule.code.is_of_a_name()) {
        Some(at) if scope.is_present(at) && scope.is_unsettled(at) => 1 << at,
        _ => 0,
    }
}

/// Whether a condition only asks whether one of these parameters is there.
fn is_named(condition: &Condition, named: Mask) -> bool {
    matches!(condition, Condition::Present(reference)
        if reference.up == 0 && named >> reference.index & 1 == 1)
}

/// Whether everything that a rule asks is so.
#[cfg(feature = "editions")]
pub(super) fn all_hold(scope: &Scope<'_>, rule: &Rule, tallies: &[Tally]) -> bool {
    rule.when
        .iter()
        .all(|condition| holds(scope, condition, tallies) == Some(true))
}

impl Engine<'_> {
    /// Every rule of an object whose conditions all hold.
    pub(super) fn rules(&mut self, scope: &Scope<'_>, tallies: &[Tally]) {
        let object = scope.object;
        let plan = &object.plan;
        let wants_all = self.sink.wants_warnings();
        let (present, facts) = (scope.present(), scope.facts());
        let (unsettled, undecided) = (scope.unsettled(), scope.undecided());
        for (index, (rule, gate)) in object.rules.iter().zip(plan.gates()).enumerate() {
            if !wants_all && plan.error_rules >> index & 1 == 0 {
                continue;
            }
            let mut named: Mask = 0;
            if EDITIONS && unsettled != 0 {
                named = named_anyway(scope, rule);
                if gate.waits_for(unsettled & !named) {
                    continue;
                }
            }
            let at_a_glance = gate.decides(present, facts, undecided & !named);
            if at_a_glance == Some(false) {
                continue;
            }
            if self.sink.is_done() {
                return;
            }
            // A value of the wrong JSON type has its one finding (JD Cloud).
            let at = rule.at.map(|reference| usize::from(reference.index));
            if self.is_strict()
                && at.is_some_and(|index| scope.is_present(index) && scope.is_mistyped(index))
            {
                continue;
            }
            // Neither a form nor a variable writes the password down.
            if rule.code.is_of_writing()
                && (self.settings.is_form || at.is_some_and(|index| scope.is_unknown(index)))
            {
                continue;
            }
            let holds = || {
                rule.when.iter().all(|condition| {
                    is_named(condition, named) || holds(scope, condition, tallies) == Some(true)
                })
            };
            if at_a_glance == Some(true) || holds() {
                self.broken(scope, rule);
            }
        }
    }

    /// Whether an identifier begins with that of what it is within, where that is known.
    pub(super) fn within(&mut self, scope: &Scope<'_>, index: usize, value: &str, outer: Ref) {
        if let Value::Is(outer) = scope.given(outer)
            && !value.starts_with(outer.as_ref())
        {
            self.about(scope, index, Code::ZoneOutsideRegion, |finding| {
                for (name, text) in [("zone", value), ("region", &*outer)] {
                    if let Some(text) = echoed(text) {
                        finding.args.with(name, Arg::Text(text));
                    }
                }
                alike(&mut finding.args, value);
            });
        }
    }

    /// The team's own bound that a finding of that code is about.
    fn bound(&self, code: Code) -> Option<(&'static str, u64)> {
        #[cfg(feature = "editions")]
        return code.tells().iter().find_map(|tells| match tells {
            Tells::Least => self.settings.packs.least.map(|least| ("min", least)),
            Tells::Most => self.settings.packs.most.map(|most| ("max", most)),
            _ => None,
        });
        #[cfg(not(feature = "editions"))]
        {
            let _ = (self, code);
            None
        }
    }

    /// The list of today's editions in which an element stands.
    fn list_around(&self, scope: &Scope<'_>) -> Option<&'static str> {
        if !EDITIONS {
            return None;
        }
        let (Place::Element {
            outer: Place::Member { name: list, .. },
            ..
        }
        | Place::Flattened { name: list, .. }) = &scope.place
        else {
            return None;
        };
        // `Tag`, or `Tag.1`.
        let is_it = |parameter: &&Parameter| {
            let rest = list.as_bytes().strip_prefix(parameter.name.as_bytes());
            matches!(parameter.kind, Kind::Objects(..))
                && rest.is_some_and(|rest| matches!(rest, [] | [b'.', ..]))
        };
        let mut parameters = self.profile.request.parameters.iter();
        parameters.find(is_it).map(|parameter| parameter.name)
    }

    pub(super) fn broken(&mut self, scope: &Scope<'_>, rule: &'static Rule) {
        let provider_code = if rule.code.is_of_the_missing() {
            self.profile.provider_codes.map(|codes| codes.missing)
        } else {
            rule.provider_code
        };
        let severity = severity(scope, rule);
        let flattened = EDITIONS && matches!(scope.place, Place::Flattened { .. });
        if flattened && rule.at.is_none() {
            // Without its key an element is known by its value.
            let Some(index) = scope.indices().next() else {
                return;
            };
            // There is no name for the element itself.
            let name = scope.written_name(index);
            let place = scope.place.member(&name);
            let at = At::Value(scope.nodes[index]);
            let list = self.list_around(scope);
            self.report_as(severity, scope, rule.code, &place, at, |finding| {
                finding.parameter = list;
                arguments(&mut finding.args, scope, rule);
                finding.source = Some(&rule.citation);
                finding.reason = Some(&rule.reason);
            });
            return;
        }
        let Some(reference) = rule.at else {
            let list = self.list_around(scope);
            self.report_as(
                severity,
                scope,
                rule.code,
                &scope.place,
                At::Brace,
                |finding| {
                    finding.parameter = list;
                    arguments(&mut finding.args, scope, rule);
                    finding.source = Some(&rule.citation);
                    finding.reason = Some(&rule.reason);
                    finding.provider_code = provider_code;
                },
            );
            return;
        };
        let index = usize::from(reference.index);
        // A rule of an object inside may be about what stands around it.
        let inner = scope;
        let scope = match inner.home(reference) {
            Some(home) if cfg!(feature = "editions") => home,
            _ => inner,
        };
        let parameter = scope.parameter(index);
        let bound = self.bound(rule.code);
        let present = scope.is_present(index);
        // What is missing would stand under its documented name.
        let name = if present {
            scope.written_name(index)
        } else {
            Cow::Borrowed(parameter.name)
        };
        let mut place = scope.place.member(&name);
        let outer = place;
        let mut parameter = parameter;
        // It is missing with the whole object in which it would stand.
        if let Kind::Object(inner) = parameter.kind
            && let Some(member) = inner.parameter(rule.member)
        {
            parameter = member;
            place = outer.member(member.name);
        }
        let at = if present {
            At::Value(scope.nodes[index])
        } else {
            At::Brace
        };
        self.report_as(severity, scope, rule.code, &place, at, |finding| {
            finding.parameter = Some(parameter.name);
            #[cfg(feature = "formats")]
            finding.set_origin(overridable(inner, rule));
            arguments(&mut finding.args, inner, rule);
            if let Some((name, bound)) = bound {
                finding.args.number(name, bound);
            }
            finding.source = Some(&rule.citation);
            finding.reason = Some(&rule.reason);
            finding.provider_code = provider_code;
            finding.fix = match rule.fix {
                RuleFix::None if rule.code.is_mended_by_removal() => {
                    Some((FixAction::Remove, Applicability::Unsafe))
                }
                RuleFix::Add(name, value) => Some((
                    if lacks(inner, name) {
                        FixAction::Add(name, value)
                    } else {
                        FixAction::Remove
                    },
                    Applicability::Unsafe,
                )),
                // Only tests of today's editions suggest anything.
                _ if !EDITIONS => None,
                RuleFix::None => match finding.args.get("suggestion") {
                    Some(Arg::Text(text)) => {
                        Some((FixAction::Replace(text.clone()), Applicability::Unsafe))
                    }
                    _ => None,
                },
                RuleFix::Remove => Some((FixAction::Remove, Applicability::Unsafe)),
                RuleFix::Replace(text) => {
                    Some((FixAction::Replace(Text::fixed(text)), Applicability::Unsafe))
                }
                RuleFix::Rename(name) => Some((FixAction::Rename(name), Applicability::Safe)),
            };
        });
    }
}

/// Whether a member is surely not there, under no spelling either.
fn lacks(scope: &Scope<'_>, name: &str) -> bool {
    let mut known = scope.object.parameters.iter().zip(0_u8..);
    let index = known.find(|(parameter, _)| parameter.name == name);
    index.is_some_and(|(_, index)| {
        let place = usize::from(index);
        matches!(scope.nodes[place], Node::Missing)
            && scope.other_case.iter().all(|other| other.index != place)
            && !scope.is_unsettled(place)
    })
}

/// The severity of a rule's finding: what rests on a value that somebody can still override, or on
/// two that are not known but are the same reference, is no error.
fn severity(scope: &Scope<'_>, rule: &Rule) -> Severity {
    let severity = rule.severity();
    // Nobody overrides what stands in the request itself.
    if !cfg!(feature = "formats") || severity <= Severity::Warning {
        return severity;
    }
    let mut is_sure = true;
    for condition in rule.when {
        let compares = matches!(condition, Condition::Same(..));
        condition.visit_values(&mut |reference| {
            let index = usize::from(reference.index);
            is_sure &= !scope.home(reference).is_some_and(|home| {
                home.is_overridable(index) || (compares && home.is_unknown(index))
            });
        });
    }
    if is_sure {
        severity
    } else {
        severity.min(Severity::Warning)
    }
}

/// The default on which a rule's finding rests.
#[cfg(feature = "formats")]
fn overridable(scope: &Scope<'_>, rule: &Rule) -> Option<Box<crate::diagnostic::Origin>> {
    let mut found = None;
    for condition in rule.when {
        condition.visit_values(&mut |reference| {
            let index = usize::from(reference.index);
            let node = scope.home(reference).map(|home| home.nodes[index]);
            if let Some(crate::input::Node::Item(item)) = node
                && let Some(via) = item.via.as_ref().filter(|via| via.is_default)
            {
                found.get_or_insert_with(|| Box::new(super::findings::origin(via)));
            }
        });
    }
    found
}

/// What the conditions of a rule have to say to the reader.
pub(super) fn arguments(args: &mut Args, scope: &Scope<'_>, rule: &'static Rule) {
    let tells = rule.code.tells();
    for condition in rule.when {
        match condition {
            // A rule of a pack says in its own words what it rests on.
            Condition::Is(..) | Condition::IsNot(..) | Condition::OneOf(..)
                if is_of_a_pack(rule.code) => {}
            // It is said as what it is about.
            Condition::Is(..) if tells.contains(&Tells::Wanted) => {}
            Condition::StartsWith(..) if tells.contains(&Tells::Prefix) => {}
            // What the finding is about is no reason for it, if there is another one.
            Condition::Is(reference, _)
                if rule.at == Some(*reference) && depends_on_another(rule) => {}
            // One condition tells why; the first one is the nearest.
            Condition::Is(..) | Condition::IsNot(..) if args.get("when").is_some() => {}
            Condition::Is(reference, value) => {
                args.fixed("when", name_of(scope, *reference))
                    .fixed("equals", value);
            }
            Condition::IsNot(reference, value) => {
                args.fixed("when", name_of(scope, *reference))
                    .fixed("requires", value);
            }
            Condition::NoElement(_, Condition::Is(reference, value)) => {
                args.fixed("when", reference.name).fixed("wanted", value);
            }
            Condition::NoElement(_, Condition::Present(reference)) => {
                args.fixed("when", reference.name);
            }
            Condition::NotWithin(inner, outer) => {
                echo(args, "zone", &scope.given(*inner));
                echo(args, "region", &scope.given(*outer));
                if let Value::Is(value) = scope.given(*inner) {
                    alike(args, &value);
                }
            }
            Condition::Differs(inner, outer) => {
                echo(args, "value", &scope.given(*inner));
                echo(args, "outer", &scope.given(*outer));
            }
            Condition::StartsWith(reference, _) => {
                echo(args, "class", &scope.given(*reference));
            }
            Condition::Passes(test, reads) => {
                // What is asked about a class is asked about the first of the values.
                let is_of_class = tells.contains(&Tells::Class) && args.get("class").is_none();
                if let Some(class) = reads.first().filter(|_| is_of_class) {
                    echo(args, "class", &scope.given(*class));
                }
                // What is asked of a value there is that value, for a message that names one.
                if let Some(first) = reads.first()
                    && EDITIONS
                    && tells.contains(&Tells::Tested)
                    && args.get("when").is_none()
                {
                    args.fixed("when", name_of(scope, *first));
                    echo(args, "equals", &scope.effective(*first));
                }
                with_values(scope, reads, |values| test.say(values, args));
            }
            Condition::OneOf(reference, _)
                if EDITIONS && rule.at != Some(*reference) && args.get("when").is_none() =>
            {
                args.fixed("when", name_of(scope, *reference));
                echo(args, "equals", &scope.effective(*reference));
            }
            Condition::Absent(_)
            | Condition::Present(_)
            | Condition::Valid(_)
            | Condition::Unknown(_)
            | Condition::Wrong(_)
            | Condition::OneOf(..)
            | Condition::AtLeast(..)
            | Condition::AtMost(..)
            | Condition::Same(..)
            | Condition::LetsEverybodyIn(_)
            | Condition::Either(..)
            | Condition::NoElement(..) => {}
        }
    }
    let parameter = rule.at.map(|at| {
        let home = match scope.home(at) {
            Some(home) if cfg!(feature = "editions") => home,
            _ => scope,
        };
        home.parameter(usize::from(at.index))
    });
    for tells in tells {
        match *tells {
            Tells::Label => {
                args.with("label", label(parameter));
            }
            Tells::ByDefault => by_default(scope, rule, args),
            Tells::Present => {
                args.with("with", Arg::Any(present_others(scope, rule).into()));
            }
            Tells::Absent(name) => {
                let absent: Box<[Text]> = others(scope, rule, false).collect();
                if !absent.is_empty() {
                    args.with(name, Arg::Any(absent));
                }
            }
            Tells::Missing => {
                if let Some(missing) = others(scope, rule, false).next() {
                    args.with("missing", Arg::Text(missing));
                }
            }
            Tells::Name(name) => {
                if let Some(parameter) = parameter.filter(|_| args.get(name).is_none()) {
                    args.fixed(name, parameter.name);
                }
            }
            Tells::Default => {
                // For some classes another one holds.
                let default = parameter.and_then(|parameter| parameter.default);
                if let Some(default) = default.filter(|_| args.get("default").is_none()) {
                    args.fixed("default", default);
                }
                if let Some(at) = rule.at.filter(|_| EDITIONS) {
                    unfit_default(scope, at, args);
                }
            }
            Tells::Value => {
                let value = rule.at.map(|at| scope.given(at));
                if let Some(value) = value.filter(|_| args.get("value").is_none())
                    && parameter.is_some_and(|parameter| !parameter.secret)
                {
                    echo(args, "value", &value);
                }
            }
            Tells::Wanted => {
                for condition in rule.when {
                    if let Condition::Is(_, value) = condition {
                        args.fixed("value", value);
                    }
                }
            }
            Tells::Prefix => {
                for condition in rule.when {
                    if let Condition::StartsWith(_, prefixes) = condition {
                        args.fixed("prefix", prefixes.first().copied().unwrap_or_default());
                    }
                }
            }
            Tells::Other => {
                if let Some(other) = other(scope, rule) {
                    args.fixed("other", other);
                }
            }
            Tells::Why(name) => {
                if args.get(name).is_none() {
                    args.with(name, reason(rule));
                }
            }
            Tells::UnlessSaid(names) => {
                if names.iter().any(|name| args.get(name).is_some()) {
                    return;
                }
            }
            // The conditions said it, or whoever knows the team.
            Tells::Tested | Tells::Class | Tells::Least | Tells::Most => {}
        }
    }
}

/// Says which default a rule rests on, if the first condition that is told is one about what is
/// absent.
fn by_default(scope: &Scope<'_>, rule: &'static Rule, args: &mut Args) {
    let told = rule.when.iter().find_map(|condition| match condition {
        Condition::Is(reference, value) if rule.at != Some(*reference) => {
            Some((*reference, *value))
        }
        _ => None,
    });
    if let Some((reference, value)) = told
        && args.get("equals").is_some()
        && scope.presence(reference) == Some(false)
    {
        args.fixed("by_default", value);
    }
}

/// The other parameters that a rule finds present: those that it asks for, or else whose values.
fn present_others(scope: &Scope<'_>, rule: &'static Rule) -> Vec<Text> {
    let mut with: Vec<Text> = others(scope, rule, true).collect();
    if EDITIONS && with.is_empty() {
        for condition in rule.when {
            condition.visit_values(&mut |reference| {
                if scope.presence(reference) == Some(true) {
                    with.push(Text::fixed(name_of(scope, reference)));
                }
            });
        }
    }
    with
}

/// Whether a code is one of a pack, in builds that have their rows.
fn is_of_a_pack(code: Code) -> bool {
    cfg!(feature = "editions") && crate::diagnostic::Pack::of(code).is_some()
}

/// Whether a rule asks for the value of a parameter that it is not about.
fn depends_on_another(rule: &Rule) -> bool {
    rule.when.iter().any(|condition| match condition {
        Condition::Is(reference, _) | Condition::IsNot(reference, _) => rule.at != Some(*reference),
        _ => false,
    })
}

/// The other parameter of which a rule speaks.
fn other(scope: &Scope<'_>, rule: &'static Rule) -> Option<&'static str> {
    let mut found = None;
    for condition in rule.when {
        let mut note = |reference: Ref| {
            if rule.at.is_some_and(|at| at.index != reference.index) && found.is_none() {
                found = Some(name_of(scope, reference));
            }
        };
        match condition {
            Condition::Present(reference) => note(*reference),
            other => other.visit_values(&mut note),
        }
    }
    found
}

/// The other parameters that have to be there for a rule to speak, or else to be absent.
fn others<'s>(
    scope: &'s Scope<'_>,
    rule: &'static Rule,
    present: bool,
) -> impl Iterator<Item = Text> + 's {
    rule.when.iter().filter_map(move |condition| {
        let reference = match condition {
            Condition::Present(reference) if present => reference,
            Condition::Absent(reference) if !present => reference,
            _ => return None,
        };
        (rule.at != Some(*reference)).then(|| Text::fixed(name_of(scope, *reference)))
    })
}

/// The reason of a rule, where its findings carry it.
fn reason(rule: &'static Rule) -> Arg {
    debug_assert!(rule.code.tells_reason(), "it is not among the texts");
    Arg::Bilingual(&rule.reason)
}

fn label(parameter: Option<&'static Parameter>) -> Arg {
    Arg::Bilingual(match parameter {
        Some(parameter) => &parameter.label,
        None => const { &Bilingual::new("", "") },
    })
}

/// Says for which class a default does not fit, if a rule says so of a value that is written.
fn unfit_default(scope: &Scope<'_>, at: Ref, args: &mut Args) {
    let Some(Arg::Text(default)) = args.get("default") else {
        return;
    };
    let default = default.clone();
    let rules = scope.object.rules.iter();
    for rule in rules.filter(|rule| rule.code == Code::ClassEngineMismatch && rule.at == Some(at)) {
        for condition in rule.when {
            let Condition::Passes(test, reads) = condition else {
                continue;
            };
            let [class, engine] = reads else { continue };
            if *engine != at || !matches!(scope.given(*class), Value::Is(_)) {
                continue;
            }
            let class = with_values(scope, &[*class], |values| {
                let both = [values[0], Some(default.as_str())];
                test.holds(&both).then(|| values[0].and_then(echoed))
            });
            if let Some(Some(Some(class))) = class {
                if args.get("class").is_none() {
                    args.with("class", Arg::Text(class));
                }
                return;
            }
        }
    }
}

/// Which character of a value only looks like one of ASCII: nobody would see why two texts differ.
fn alike(args: &mut Args, value: &str) {
    let alike = value.chars().find(|c| crate::text::looks_like_ascii(*c));
    if let Some(alike) = alike.filter(|_| EDITIONS) {
        let number = format!("U+{:04X}", u32::from(alike));
        args.with("alike", Arg::Text(number.into()));
    }
}

fn echo(args: &mut Args, name: &'static str, value: &Value<'_>) {
    if let Value::Is(value) = value
        && let Some(value) = echoed(value)
    {
        args.with(name, Arg::Text(value));
    }
}
