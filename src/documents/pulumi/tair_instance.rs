//! `alicloud:redis:TairInstance`: every argument of Terraform's resource.

use super::DOCUMENT;
use crate::documents::alibaba::rows as api;
use crate::documents::class_tests as tests;
use crate::documents::common::{self, rule};
use crate::documents::derived::{
    TAIR_ALIASES, TAIR_GONE, letters, place, renamed, room, unproven, with,
};
use crate::documents::terraform::rows::{code, page};
use crate::documents::terraform::rules::{shared_rules, window_rules};
use crate::documents::terraform::tair_instance::{PARAMETERS as FIRST, tair_rules};
use crate::documents::{notions, packs};
use crate::profile::{Bilingual, Coercion, Object, Parameter, Profile, Ref, Rule, Wire, joined};

const LETTERS: &[u8] = &letters::<{ room(FIRST) }>(FIRST);

const fn first(name: &str) -> Ref {
    Ref::to(FIRST, name)
}

const fn row(name: &str) -> Parameter {
    FIRST[first(name).index as usize]
}

pub(in crate::documents) const PARAMETERS: &[Parameter] = &with(
    with(
        renamed::<{ FIRST.len() }>(FIRST, LETTERS),
        first("engine_version"),
        &row("engine_version").coercion(Coercion::Told),
    ),
    first("config"),
    &row("config").coercion(Coercion::Silent),
);

const fn at(name: &str) -> Ref {
    place(FIRST, PARAMETERS, name)
}

const SHARED: &[Rule] = &shared_rules!("{}");
const WINDOW: &[Rule] = &window_rules!();
const OWN: &[Rule] = &tair_rules!();
const ALL: &[Rule] = &joined::<Rule, { SHARED.len() + WINDOW.len() + OWN.len() }>(
    SHARED,
    &joined::<Rule, { WINDOW.len() + OWN.len() }>(WINDOW, OWN),
);
const RULES: &[Rule] = &unproven::<{ ALL.len() }>(ALL);

pub(in crate::documents) static REQUEST: Object =
    Object::new(PARAMETERS, RULES).with_packs(packs::derived::PULUMI_TAIR);

/// The resource `alicloud:redis:TairInstance`.
pub static PROFILE: Profile = Profile {
    id: "pulumi.redis-tair-instance",
    title: Bilingual::new(
        "Pulumi resource alicloud:redis:TairInstance",
        "Pulumi 资源 alicloud:redis:TairInstance",
    ),
    operation: "CreateTairInstance",
    document: DOCUMENT,
    edition: Bilingual::new("3.108.0, 2026-08-14", "3.108.0，2026-08-14"),
    since: "2026-08-14",
    supersedes: None,
    notions: notions::NOTIONS,
    context_rules: &[],
    change_rules: &[],
    aliases: TAIR_ALIASES,
    gone: TAIR_GONE,
    wire: Wire::TERRAFORM,
    request: &REQUEST,
    provider_codes: None,
    sample: r#"{"instanceClass": "tair.rdb.2g", "instanceType": "tair_rdb", "engineVersion": "7.0", "paymentType": "PayAsYouGo", "vpcId": "vpc-bp1", "vswitchId": "vsw-bp1", "zoneId": "cn-hangzhou-h"}"#,
};
