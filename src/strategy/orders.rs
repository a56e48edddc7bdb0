//! Orders for a certain service: with what it allows, without what it warns of, near to one that is there.

use std::collections::BTreeMap;
#[cfg(feature = "config")]
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::Union;
use serde_json::Value;

use super::assemble;
use super::shown::{self, Change, Shown};
use super::values::{self, Draft};
use super::{Near, Violation, is_drawn, is_literal, pointer, violate};
use crate::check::Checker;
use crate::diagnostic::{Arg, Code, Diagnostic, Severity, push_segment};
#[cfg(feature = "config")]
use crate::house::HouseRules;
use crate::profile::merge_patch::merge;
use crate::profile::{Kind, Profile};
use crate::report::Report;

/// A pointer, and the value that comes there; none where what stands there goes.
type Variation = (String, Option<Value>);

/// After so many changes an order is given up, and the profile's own one taken.
const MOST_CHANGES: usize = 40;

/// Which orders are drawn: those of a profile, within what a service takes.
///
/// ```
/// use kvspec::{Checker, Profile, Severity, strategy};
/// use proptest::test_runner::TestRunner;
///
/// let profile = Profile::by_id("alibaba.create-instance.cn").unwrap();
/// let orders = strategy::Orders::of(profile)
///     .without_warnings()
///     .set("RegionId", "cn-shanghai");
/// TestRunner::deterministic()
///     .run(&orders.valid(), |order| {
///         let report = Checker::new(profile).check(&order);
///         assert_eq!(order["RegionId"], "cn-shanghai");
///         assert!(report.of(Severity::Warning).next().is_none() && report.is_valid());
///         Ok(())
///     })
///     .unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct Orders {
    profile: &'static Profile,
    has_common: bool,
    denies_warnings: bool,
    /// Pointers and values.
    set: Vec<(String, Value)>,
    #[cfg(feature = "config")]
    house: Option<Arc<HouseRules>>,
}

impl Orders {
    /// Any orders of a profile, without the parameters that all of a provider's operations have, such as `Signature`.
    #[must_use]
    pub const fn of(profile: &'static Profile) -> Self {
        Self {
            profile,
            has_common: false,
            denies_warnings: false,
            set: Vec::new(),
            #[cfg(feature = "config")]
            house: None,
        }
    }

    /// With the parameters that all of a provider's operations have, now and then.
    #[must_use]
    pub const fn with_common_parameters(mut self) -> Self {
        self.has_common = true;
        self
    }

    /// Only orders of which nothing is a warning, but for what a violation is about.
    #[must_use]
    pub const fn without_warnings(mut self) -> Self {
        self.denies_warnings = true;
        self
    }

    /// Only orders in which a parameter has this value. The name may be a JSON Pointer.
    #[must_use]
    pub fn set(mut self, name: &str, value: impl Into<Value>) -> Self {
        let at = if name.starts_with('/') {
            name.to_owned()
        } else {
            let mut at = String::new();
            push_segment(&mut at, name);
            at
        };
        self.set.push((at, value.into()));
        self
    }

    /// Only orders that a team's own rules allow: of regions, zones, classes and whatever else it lists, those in
    /// its list are drawn.
    ///
    /// ```
    /// # #[cfg(feature = "config")] {
    /// use kvspec::house::HouseRules;
    /// use kvspec::{Profile, strategy};
    /// use proptest::test_runner::TestRunner;
    ///
    /// let house = HouseRules::from_toml(r#"allowed.regions = ["cn-beijing", "cn-shenzhen"]"#).unwrap();
    /// let profile = Profile::by_id("alibaba.create-instance.cn").unwrap();
    /// TestRunner::deterministic()
    ///     .run(&strategy::Orders::of(profile).under(house).valid(), |order| {
    ///         assert!(order["RegionId"] == "cn-beijing" || order["RegionId"] == "cn-shenzhen");
    ///         Ok(())
    ///     })
    ///     .unwrap();
    /// # }
    /// ```
    #[cfg(feature = "config")]
    #[must_use]
    pub fn under(mut self, house: impl Into<Arc<HouseRules>>) -> Self {
        self.house = Some(house.into());
        self
    }

    /// What stands in the way of an order: its errors, what breaks a team's rules, and its warnings if they are
    /// denied. Each is a code and the JSON Pointer at which it stands.
    #[must_use]
    pub fn complaints(&self, order: &Value) -> Vec<(Code, String)> {
        let report = self.report(order, Severity::Warning);
        let found = report.iter().filter(|found| self.counts(found));
        found
            .map(|found| (found.code, found.path.to_string()))
            .collect()
    }

    /// Orders that nobody refuses. Now and then one has no parameter too many, or every one that goes together.
    ///
    /// A strategy whose draws are all dropped fails, as [`prop_filter`](Strategy::prop_filter) does: what was
    /// [`set`](Self::set), or a team's rules, leave no order then.
    pub fn valid(&self) -> BoxedStrategy<Value> {
        let orders = self.clone();
        self.members()
            .prop_filter_map("an order that nobody refuses", move |members| {
                let object = orders.profile.request;
                let (spec, _) = assemble::request(object, &members, None);
                orders.mended(spec, &|| assemble::whole(object, &members), &[], None)
            })
            .boxed()
    }

    /// Orders of which one thing is wrong, as [`violating`](super::violating) has them, for every code that the
    /// profile can show: for a code that is no error, the orders are valid and have that finding. `None` if one
    /// order cannot show it.
    #[must_use]
    pub fn violating(&self, code: Code) -> Option<BoxedStrategy<Violation>> {
        self.shown(code).map(|(violations, _)| violations)
    }

    /// The same, and whether the code is an error there.
    pub(super) fn shown(&self, code: Code) -> Option<(BoxedStrategy<Violation>, Shown)> {
        if is_drawn(self.profile) && code.severity() == Severity::Error {
            return Some((self.broken(code)?, Shown::Error));
        }
        let (changes, proofs, as_what) = shown::changes(self.profile, code)?;
        let orders = self.clone();
        let plain = self.plain();
        let drawn = (self.members(), changes, any::<Index>());
        Some((
            drawn
                .prop_filter_map(
                    "an order with that mistake",
                    move |(members, change, at)| {
                        let object = orders.profile.request;
                        let whole = || assemble::whole(object, &members);
                        let (spec, _) = assemble::request(object, &members, None);
                        let drawn = orders.mended(spec, &whole, &[], None);
                        let proof = at.get(&proofs);
                        let drawn = [&change, proof].map(|change| (drawn.clone(), change));
                        let plain = [&change, proof].map(|change| (Some(plain.clone()), change));
                        let all = drawn.into_iter().chain(plain);
                        all.filter_map(|(spec, change)| Some((spec?, change)))
                            .find_map(|(spec, change)| {
                                orders.with(&spec, change, (code, as_what), &whole)
                            })
                    },
                )
                .boxed(),
            as_what,
        ))
    }

    /// Variations of an order: one or two of its values are others, right or wrong, are gone, or stand under another
    /// name. [`complaints`](Self::complaints) tells which of them are to be refused.
    pub fn near(&self, order: Value) -> BoxedStrategy<Value> {
        let mut list: Vec<(u32, BoxedStrategy<Variation>)> = Vec::new();
        let wire = self.profile.wire;
        self.profile.visit_objects(&mut |at, object| {
            if at.contains('*') {
                return;
            }
            for parameter in object.parameters {
                let path = {
                    let mut path = at.to_owned();
                    push_segment(&mut path, parameter.name);
                    path
                };
                let is_there = pointer::get(&order, &path).is_some();
                let inside = at.is_empty() || pointer::get(&order, at).is_some();
                let is_set = self.set.iter().any(|(at, _)| *at == path);
                let is_scalar = matches!(
                    parameter.kind,
                    Kind::String | Kind::Long | Kind::Integer | Kind::Boolean
                );
                if !inside || is_set || (parameter.common && !is_there) {
                    continue;
                }
                // What is there is varied more often than something is added.
                let weight = if is_there { 4 } else { 1 };
                if is_there {
                    list.push((1, Just((path.clone(), None)).boxed()));
                }
                if !is_scalar {
                    continue;
                }
                let mut drafts = vec![values::right(parameter, wire)];
                let near = values::near(parameter, wire).into_iter();
                drafts.extend(near.map(|(drafts, _)| drafts));
                let wrong = |code: &Code| values::wrong(parameter, wire, *code);
                drafts.extend(Code::ALL.iter().filter_map(wrong));
                let values = Union::new(drafts).prop_map(move |draft| (path.clone(), first(draft)));
                list.push((weight, values.boxed()));
            }
        });
        let orders = self.clone();
        let untouched = Just(order.clone());
        if list.is_empty() {
            return untouched.boxed();
        }
        let changes = vec(Union::new_weighted(list), 1..=2);
        changes
            .prop_filter_map("a variation without a placeholder", move |changes| {
                let mut spec = order.clone();
                for (path, value) in &changes {
                    pointer::put(&mut spec, path, value.as_ref());
                }
                orders.put_set(&mut spec);
                is_literal(&spec).then_some(spec)
            })
            .boxed()
    }

    /// Every limit that the profile's rows name, at it, below it and above it: a fixed list, in the order of the
    /// document. All else in these orders is right.
    ///
    /// ```
    /// use kvspec::{Code, Profile, strategy};
    ///
    /// let profile = Profile::by_id("alibaba.create-instance.cn").unwrap();
    /// let limits = strategy::Orders::of(profile).limits();
    /// let names: Vec<_> = limits.iter().filter(|near| near.path == "/InstanceName").collect();
    /// let refused = names.iter().filter(|near| near.code == Some(Code::NameLength)).count();
    /// assert_eq!((names.len(), refused), (6, 2));
    /// ```
    #[must_use]
    pub fn limits(&self) -> Vec<Near> {
        let mut list = Vec::new();
        self.profile.visit_objects(&mut |at, object| {
            for parameter in object.parameters {
                let mut path = at.replace('*', "0");
                push_segment(&mut path, parameter.name);
                if parameter.common || self.set.iter().any(|(at, _)| *at == path) {
                    continue;
                }
                // Where a value counts only beside another, a sample of the row has that one.
                let beside = parameter.samples.iter().filter(|it| it.code.is_none());
                let mut bases = vec![self.plain()];
                bases.extend(beside.filter_map(|sample| sample.change(self.plain(), at)));
                for (draft, code) in values::limits(parameter, self.profile.wire) {
                    let cases = match draft {
                        Draft::Value(value) => vec![(None, value)],
                        Draft::ByCase(cases) => cases
                            .into_iter()
                            .map(|(case, value)| (Some(case), value))
                            .collect(),
                    };
                    for (case, value) in cases {
                        let found = bases.iter().find_map(|base| {
                            let mut spec = base.clone();
                            if let (Some(case), Some((decided_by, _))) =
                                (case, parameter.constraint.cases())
                            {
                                let mut decider = at.replace('*', "0");
                                push_segment(&mut decider, decided_by.name);
                                pointer::put(&mut spec, &decider, Some(&case.into()));
                            }
                            pointer::put(&mut spec, &path, Some(&value));
                            self.put_set(&mut spec);
                            let complaints = self.complaints(&spec);
                            let fits = match (code, complaints.as_slice()) {
                                (None, []) => true,
                                (Some(code), [(only, at)]) => *only == code && *at == path,
                                _ => false,
                            };
                            fits.then_some(spec)
                        });
                        let known =
                            |spec: &Value| list.iter().any(|near: &Near| near.spec == *spec);
                        if let Some(spec) = found.filter(|spec| !known(spec)) {
                            list.push(Near {
                                spec,
                                path: path.clone(),
                                code,
                            });
                        }
                    }
                }
            }
        });
        list
    }

    fn members(&self) -> BoxedStrategy<super::Members> {
        super::members(self.profile.request, self.profile.wire, self.has_common)
    }

    /// The profile's own order with what is set.
    fn plain(&self) -> Value {
        let mut plain = shown::sample(self.profile);
        self.put_set(&mut plain);
        let sample = || shown::sample(self.profile);
        self.settled(plain.clone(), &sample, &[], None)
            .unwrap_or(plain)
    }

    fn put_set(&self, spec: &mut Value) {
        for (path, value) in &self.set {
            pointer::put(spec, path, Some(value));
        }
    }

    fn asks_for_more(&self) -> bool {
        #[cfg(feature = "config")]
        if self.house.is_some() {
            return true;
        }
        self.denies_warnings || !self.set.is_empty()
    }

    fn report(&self, spec: &Value, least: Severity) -> Report {
        let checker = Checker::new(self.profile).level(least);
        #[cfg(feature = "config")]
        if let Some(house) = &self.house {
            return checker.house_rules(&house.for_no_file()).check(spec);
        }
        checker.check(spec)
    }

    fn counts(&self, found: &Diagnostic) -> bool {
        match found.severity {
            Severity::Error => true,
            Severity::Warning => self.denies_warnings || found.code == Code::HouseRule,
            Severity::Info => false,
        }
    }

    /// The five documents' mistakes, which are made while an order is put together.
    fn broken(&self, code: Code) -> Option<BoxedStrategy<Violation>> {
        let violations = violate::broken(self.profile, code, self.has_common)?;
        if !self.asks_for_more() {
            return Some(violations);
        }
        let orders = self.clone();
        Some(
            violations
                .prop_filter_map("an order with that mistake alone", move |violation| {
                    let mut spec = violation.spec;
                    orders.put_set(&mut spec);
                    let kept: Vec<String> = violation
                        .path
                        .split('/')
                        .skip(1)
                        .map(str::to_owned)
                        .collect();
                    let sample = || shown::sample(orders.profile);
                    let spec = orders.settled(spec, &sample, &kept, Some(code))?;
                    let path = orders.shows(&spec, code, Shown::Error)?;
                    Some(Violation { spec, code, path })
                })
                .boxed(),
        )
    }

    /// The order with the change, and whatever else has to change so that nothing else is wrong.
    fn with(
        &self,
        spec: &Value,
        change: &Change,
        (code, as_what): (Code, Shown),
        whole: &dyn Fn() -> Value,
    ) -> Option<Violation> {
        let mut spec = spec.clone();
        change.apply(&mut spec)?;
        if !is_literal(&spec) {
            return None;
        }
        if let Some(path) = self.shows(&spec, code, as_what) {
            return Some(Violation { spec, code, path });
        }
        let spec = self.settled(spec, whole, &change.names(), Some(code))?;
        let path = self.shows(&spec, code, as_what)?;
        is_literal(&spec).then_some(Violation { spec, code, path })
    }

    /// Where an order has that finding, if nothing else stands in its way.
    fn shows(&self, spec: &Value, code: Code, as_what: Shown) -> Option<String> {
        let report = self.report(spec, Severity::Info);
        let is_set = |(at, value): &(String, Value)| pointer::get(spec, at).as_ref() == Some(value);
        if !self.set.iter().all(is_set) {
            return None;
        }
        let mut found = report.iter().filter(|found| found.code == code);
        let first = found.next()?;
        let is_one = as_what == Shown::Less || found.next().is_none();
        let others = report.iter().any(|it| it.code != code && self.counts(it));
        // A warning of that code in the place of an error is another thing.
        let is_meant = (as_what == Shown::Error) != report.is_valid();
        (is_one && is_meant && !others).then(|| first.path.to_string())
    }

    /// The order with other values where somebody would refuse it. If that leads nowhere, the profile's own one, with as much
    /// of the order as goes with it.
    fn mended(
        &self,
        mut spec: Value,
        whole: &dyn Fn() -> Value,
        kept: &[String],
        wanted: Option<Code>,
    ) -> Option<Value> {
        self.put_set(&mut spec);
        let settled = self.settled(spec.clone(), whole, kept, wanted);
        if let Some(settled) = settled.filter(is_literal) {
            return Some(settled);
        }
        let is_right = |spec: &Value| is_literal(spec) && self.is_accepted(spec);
        let mut plain = self.plain();
        if !is_right(&plain) {
            return None;
        }
        for (name, value) in spec.as_object()? {
            let mut more = plain.clone();
            merge(&mut more, &serde_json::json!({name: value}));
            if is_right(&more) {
                plain = more;
            }
        }
        Some(plain)
    }

    /// Whether nobody has anything against an order, zones included.
    fn is_accepted(&self, spec: &Value) -> bool {
        let report = self.report(spec, Severity::Warning);
        let is_bad =
            |found: &Diagnostic| self.counts(found) || found.code == Code::ZoneOutsideRegion;
        report.is_valid() && !report.iter().any(is_bad)
    }

    fn settled(
        &self,
        mut spec: Value,
        whole: &dyn Fn() -> Value,
        kept: &[String],
        wanted: Option<Code>,
    ) -> Option<Value> {
        let mut turns: BTreeMap<String, usize> = BTreeMap::new();
        for _ in 0..MOST_CHANGES {
            let report = self.report(&spec, Severity::Warning);
            let is_bad = |found: &&Diagnostic| {
                let elsewhere = found.code == Code::ZoneOutsideRegion;
                wanted != Some(found.code) && (self.counts(found) || elsewhere)
            };
            let Some(found) = report.iter().find(is_bad) else {
                let is_right = wanted.is_some() || report.is_valid();
                return is_right.then_some(spec);
            };
            let turn = turns.entry(found.path.to_string()).or_default();
            let mut changed = false;
            while !changed && *turn < LAST_RESORT {
                *turn += 1;
                changed = self.change(&mut spec, found, *turn, whole, kept);
            }
            if !changed {
                return None;
            }
        }
        None
    }

    /// Changes what a finding is about: the first time it is taken from elsewhere, then it goes, then what asks for
    /// it goes.
    fn change(
        &self,
        spec: &mut Value,
        found: &Diagnostic,
        turn: usize,
        whole: &dyn Fn() -> Value,
        kept: &[String],
    ) -> bool {
        let path = found.path.to_string();
        let text = |name: &str| match found.args.get(name) {
            Some(Arg::Text(text)) => Some(text.to_string()),
            _ => None,
        };
        let is_kept = |path: &str| {
            self.set.iter().any(|(at, _)| at == path)
                || path
                    .rsplit('/')
                    .next()
                    .is_some_and(|last| kept.iter().any(|name| name == last))
        };
        let old = pointer::get(spec, &path);
        if !is_kept(&path) && turn <= 2 {
            if let (Code::ZoneOutsideRegion, Some(region)) = (found.code, text("region")) {
                return pointer::put(
                    spec,
                    &path,
                    Some(&self.zone_of(&region, old.as_ref()).into()),
                );
            }
            if found.code == Code::HouseRule {
                let allowed = Self::allowed(spec, found);
                let choice = (!allowed.is_empty())
                    .then(|| allowed[(weight(old.as_ref()) + turn) % allowed.len()].clone());
                if let Some(value) = choice.or_else(|| text("suggestion")) {
                    return pointer::put(spec, &path, Some(&value.into()));
                }
            }
        }
        let sample = || pointer::get(&shown::sample(self.profile), &path);
        match (turn, &old) {
            _ if is_kept(&path) || turn > 3 => Self::make_way(spec, found, &is_kept),
            (_, None) if path.is_empty() || found.code == Code::RequiredOneOf => {
                let mut names = texts(found.args.get("parameters")).into_iter();
                names.any(|name| {
                    let mut at = path.clone();
                    push_segment(&mut at, &name);
                    let value = pointer::get(&shown::sample(self.profile), &at);
                    let value = value.or_else(|| pointer::get(&whole(), &at));
                    value.is_some_and(|value| pointer::put(spec, &at, Some(&value)))
                })
            }
            (1, None) => {
                let value = pointer::get(&whole(), &path).or_else(sample);
                value.is_some_and(|value| pointer::put(spec, &path, Some(&value)))
            }
            (2, None) => sample().is_some_and(|value| pointer::put(spec, &path, Some(&value))),
            (1, Some(_)) => sample().is_some_and(|value| pointer::put(spec, &path, Some(&value))),
            (_, Some(_)) => pointer::put(spec, &path, None),
            (_, None) => false,
        }
    }

    /// Values that a team's rule lists, of which those in the order's region come alone if there are any. What a glob
    /// stands for is looked for among zones, regions and classes.
    fn allowed(spec: &Value, found: &Diagnostic) -> Vec<String> {
        let parent = found.path.rsplit_once('/').map_or("", |(parent, _)| parent);
        let region = ["RegionId", "regionId", "region"].iter().find_map(|name| {
            let beside = pointer::get(spec, &format!("{parent}/{name}"));
            let region = beside.or_else(|| pointer::get(spec, &format!("/{name}")))?;
            region.as_str().map(str::to_owned)
        });
        let mut values = Vec::new();
        for entry in texts(found.args.get("allowed")) {
            let Some((start, rest)) = entry.split_once('*') else {
                values.push(entry);
                continue;
            };
            let end = rest.rsplit('*').next().unwrap_or_default();
            let fits = |name: &&str| name.starts_with(start) && name.ends_with(end);
            let classes = values::class_names();
            values.extend(classes.iter().copied().filter(fits).map(str::to_owned));
            values.extend(REGIONS.iter().copied().filter(fits).map(str::to_owned));
            // `cn-hangzhou-*` and `cn-north-1*` are zones by a letter.
            if !start.ends_with(|last: char| last == '-' || last.is_ascii_digit()) {
                continue;
            }
            values.extend(('a'..='h').map(|letter| format!("{start}{letter}{end}")));
        }
        let region = region.unwrap_or_default();
        let within: Vec<String> = values
            .iter()
            .filter(|value| !region.is_empty() && value.starts_with(&region))
            .cloned()
            .collect();
        if within.is_empty() { values } else { within }
    }

    /// Takes away what a finding names beside its own parameter.
    fn make_way(spec: &mut Value, found: &Diagnostic, is_kept: &dyn Fn(&str) -> bool) -> bool {
        let parent = found.path.rsplit_once('/').map_or("", |(parent, _)| parent);
        let names = ["when", "other", "missing", "with", "others", "requires"];
        let mut names = names.iter().flat_map(|name| texts(found.args.get(name)));
        names.any(|name| {
            let mut at = parent.to_owned();
            push_segment(&mut at, &name);
            !is_kept(&at) && pointer::put(spec, &at, None)
        })
    }

    /// A zone of a region, as the profile's own order writes zones.
    fn zone_of(&self, region: &str, old: Option<&Value>) -> String {
        let letter = char::from(b'a' + u8::try_from(weight(old) % 8).unwrap_or_default());
        if self.profile.id.starts_with("jdcloud.") {
            format!("{region}{letter}")
        } else {
            format!("{region}-{letter}")
        }
    }
}

/// How often something is tried to mend one finding.
const LAST_RESORT: usize = 6;

/// A number that a value decides, so that what takes its place is as varied as it was.
fn weight(value: Option<&Value>) -> usize {
    let text = value.map(Value::to_string).unwrap_or_default();
    text.bytes().map(usize::from).sum()
}

fn first(draft: Draft) -> Option<Value> {
    match draft {
        Draft::Value(value) => Some(value),
        Draft::ByCase(cases) => cases.into_iter().next().map(|(_, value)| value),
    }
}

fn texts(arg: Option<&Arg>) -> Vec<String> {
    match arg {
        Some(Arg::Text(text)) => vec![text.to_string()],
        Some(Arg::Any(list)) => list.iter().map(ToString::to_string).collect(),
        Some(Arg::AnyOf(list)) => list.iter().map(|text| (*text).to_owned()).collect(),
        Some(Arg::AnyNumber(list)) => list.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

/// The codes of errors that an order of a profile can show by itself, in the order of the catalogue:
/// [`Orders::violating`] has a strategy for each, or [`violating_text`](super::violating_text) where only text can show it.
///
/// ```
/// use kvspec::{Code, Profile, strategy};
///
/// let profile = Profile::by_id("jdcloud.create-cache-instance").unwrap();
/// let codes = strategy::violable(profile);
/// assert!(codes.contains(&Code::NameLength) && codes.contains(&Code::Syntax));
/// assert!(!codes.contains(&Code::TokenReused));
/// ```
#[must_use]
pub fn violable(profile: &'static Profile) -> Vec<Code> {
    let orders = Orders::of(profile);
    let by_text = [Code::Syntax, Code::DuplicateParameter];
    let can_show = |code: &Code| {
        let of_text = by_text.contains(code) && !profile.wire.converts;
        of_text || matches!(orders.shown(*code), Some((_, Shown::Error)))
    };
    Code::ALL.iter().copied().filter(can_show).collect()
}

/// Regions as orders name them.
const REGIONS: &[&str] = &[
    "cn-hangzhou",
    "cn-shanghai",
    "cn-beijing",
    "cn-shenzhen",
    "cn-qingdao",
    "cn-zhangjiakou",
    "cn-hongkong",
    "ap-southeast-1",
    "ap-northeast-1",
    "us-west-1",
    "us-east-1",
    "eu-central-1",
];

/// Regions, most of them real.
pub(super) fn regions() -> BoxedStrategy<String> {
    select(REGIONS).prop_map(str::to_owned).boxed()
}
