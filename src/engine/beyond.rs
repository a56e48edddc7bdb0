//! Rules that look beyond the request: at its surroundings, and at the instance that it changes.

use std::borrow::Cow;

use super::findings::At;
use super::{Engine, Policy, Scope};
use crate::context::{Context, Network};
use crate::diagnostic::{Args, Code, Severity, abbreviated};
use crate::profile::{Asks, ChangeRule, ContextRule, Meaning, Notion, Refused, place_of};
use crate::text;

/// What lies beyond the request.
#[derive(Debug, Default)]
pub(crate) struct Beyond<'e> {
    pub(crate) context: Option<&'e Context>,
    pub(crate) change: Change<'e>,
    /// The region that a file gives outside the order.
    pub(crate) region: Option<&'e str>,
    /// What the team says.
    pub(crate) policy: Option<&'e dyn Policy>,
}

/// A check of a change is two checks: of what is there, and of what is wanted.
#[derive(Debug, Default)]
pub(crate) enum Change<'e> {
    /// No change: a request for a new instance.
    #[default]
    None,
    /// This is what is there.
    Remember(&'e mut Existing),
    /// This is what is wanted instead.
    From(&'e Existing),
}

/// What the change rules have to know of an instance: for each notion its value, in the
/// spelling of its request. What is wrong or not there is not known.
#[derive(Debug, Default)]
pub(crate) struct Existing(Vec<(&'static str, String)>);

/// The value of one notion.
struct Fact<'p> {
    index: usize,
    /// The value, or the default of an absent one; `None` if there is neither.
    value: Option<Cow<'p, str>>,
}

/// The value of a notion; `None` if the object has no such parameter, or its value is wrong or not
/// known.
fn fact<'p>(scope: &Scope<'p>, notion: &Notion) -> Option<Fact<'p>> {
    let index = place_of(scope.object, notion)?;
    if scope.is_unknown(index) || scope.is_unsettled(index) {
        return None;
    }
    let value = if !scope.is_present(index) {
        scope.parameter(index).default.map(Cow::Borrowed)
    } else if scope.is_wrong(index) {
        return None;
    } else {
        Some(scope.text(index))
    };
    Some(Fact { index, value })
}

fn canonical<'v>(scope: &Scope<'_>, fact: &'v Fact<'_>) -> Option<&'v str> {
    let key = Meaning::of(scope.parameter(fact.index));
    fact.value.as_deref().map(|value| key.canonical(value))
}

impl Engine<'_> {
    /// Every rule that looks beyond the request.
    pub(super) fn beyond(&mut self, scope: &Scope<'_>) {
        if let Some(region) = self.beyond.region {
            self.zones(scope, region);
        }
        if let Some(context) = self.beyond.context {
            for rule in self.profile.context_rules {
                if self.sink.wants_warnings() || rule.code.severity() == Severity::Error {
                    self.surroundings(scope, context, rule);
                }
            }
        }
        let profile = self.profile;
        match &mut self.beyond.change {
            Change::None => {}
            Change::Remember(existing) => {
                for rule in profile.change_rules {
                    if let Some(value) = fact(scope, rule.notion).and_then(|fact| fact.value) {
                        existing.0.push((rule.notion.id, value.into_owned()));
                    }
                }
            }
            Change::From(existing) => {
                let existing: &Existing = existing;
                for rule in profile.change_rules {
                    self.change(scope, existing, rule);
                }
            }
        }
    }

    /// Zones that are not in the region of the file.
    fn zones(&mut self, scope: &Scope<'_>, region: &str) {
        for index in scope.indices().filter(|index| scope.parameter(*index).zone) {
            if scope.is_wrong(index) || scope.is_unknown(index) {
                continue;
            }
            let zone = scope.text(index);
            if zone.starts_with(region) {
                continue;
            }
            let parameter = scope.parameter(index);
            self.point(scope, index, Code::ZoneOutsideRegion, |finding| {
                if let (Some(zone), Some(region)) = (abbreviated(&zone), abbreviated(region)) {
                    finding.args.text("zone", zone).text("region", region);
                }
                finding.source = Some(&parameter.citation);
            });
        }
    }

    fn surroundings(&mut self, scope: &Scope<'_>, context: &Context, rule: &'static ContextRule) {
        let Some(fact) = fact(scope, rule.notion) else {
            return;
        };
        let Some(value) = fact.value.as_deref() else {
            return;
        };
        let expected = match rule.asks {
            Asks::InRange => context
                .v_switch
                .as_ref()
                .filter(|vswitch| is_on(scope, rule, vswitch.id.as_deref()))
                .zip(text::parse_ipv4(value))
                .and_then(|(vswitch, address)| {
                    (!vswitch.cidr.contains(address)).then(|| vswitch.cidr.to_string())
                }),
            Asks::SameRegion => context
                .ecs
                .as_ref()
                .and_then(|ecs| ecs.region.as_deref())
                .filter(|region| *region != value)
                .map(ToOwned::to_owned),
            Asks::SameNetwork => context
                .ecs
                .as_ref()
                .and_then(|ecs| ecs.network_type)
                .filter(|network| Some(network.name()) != canonical(scope, &fact))
                .map(|network| {
                    let key = Meaning::of(scope.parameter(fact.index));
                    let constraint = &scope.parameter(fact.index).constraint;
                    let spelled = key.spelled(network.name(), constraint);
                    spelled.unwrap_or(network.name()).to_owned()
                }),
            Asks::SameVpc => context
                .ecs
                .as_ref()
                .filter(|ecs| ecs.network_type != Some(Network::Classic) && is_in_vpc(scope, rule))
                .and_then(|ecs| ecs.vpc_id.as_deref())
                .filter(|vpc| *vpc != value)
                .map(ToOwned::to_owned),
        };
        let Some(expected) = expected else {
            return;
        };
        let mut args = Args::new();
        if let (Some(value), Some(expected)) = (abbreviated(value), abbreviated(&expected)) {
            args.text("value", value).text("expected", expected);
        }
        self.point(scope, fact.index, rule.code, |finding| {
            finding.args = args;
            finding.source = Some(&rule.citation);
            finding.reason = Some(&rule.reason);
        });
    }

    fn change(&mut self, scope: &Scope<'_>, existing: &Existing, rule: &'static ChangeRule) {
        let Some(fact) = fact(scope, rule.notion) else {
            return;
        };
        let known = existing
            .0
            .iter()
            .find(|(notion, _)| *notion == rule.notion.id);
        let (Some((_, was)), Some(wanted)) = (known, fact.value.as_deref()) else {
            return;
        };
        let key = Meaning::of(scope.parameter(fact.index));
        let refused = match rule.refused {
            Refused::FromTo(from, to) => key.canonical(was) == from && key.canonical(wanted) == to,
            Refused::Any => was != wanted,
        };
        if !refused {
            return;
        }
        let mut args = Args::new();
        if let (Some(was), Some(wanted)) = (abbreviated(was), abbreviated(wanted)) {
            args.text("existing", was).text("wanted", wanted);
        }
        self.point(scope, fact.index, Code::IrreversibleChange, |finding| {
            finding.args = args;
            finding.source = Some(&rule.citation);
            finding.reason = Some(&rule.reason);
        });
    }

    /// Reports a finding at a parameter, or where it would stand.
    fn point(
        &mut self,
        scope: &Scope<'_>,
        index: usize,
        code: Code,
        describe: impl FnOnce(&mut super::findings::Finding<'_>),
    ) {
        let name = scope.written_name(index);
        let place = scope.place.member(&name);
        let at = if scope.is_present(index) {
            At::Value(scope.nodes[index])
        } else {
            At::Brace
        };
        self.report(scope, code, &place, at, |finding| {
            finding.parameter = Some(scope.parameter(index).name);
            describe(finding);
        });
    }
}

/// Whether the order goes onto the vSwitch of the context: one without an ID is meant to be the
/// order's own.
fn is_on(scope: &Scope<'_>, rule: &ContextRule, id: Option<&str>) -> bool {
    let Some(id) = id else {
        return true;
    };
    within(scope, rule).and_then(|fact| fact.value).as_deref() == Some(id)
}

/// Whether the order is for a VPC. The batch operation knows no other network and gives no
/// default, so there a VPC's ID says enough; an operation that asks for no network has no other.
fn is_in_vpc(scope: &Scope<'_>, rule: &ContextRule) -> bool {
    if rule
        .within
        .is_some_and(|notion| place_of(scope.object, notion).is_none())
    {
        return true;
    }
    within(scope, rule).is_some_and(|fact| {
        canonical(scope, &fact).is_none_or(|network| network == Network::Vpc.name())
    })
}

/// What the order says of where it goes.
fn within<'p>(scope: &Scope<'p>, rule: &ContextRule) -> Option<Fact<'p>> {
    fact(scope, rule.within?)
}
