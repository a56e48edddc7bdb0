//! `alicloud:redis:TairInstance`: all but settings and the maintenance window, which this edition
//! does not have.

use super::DOCUMENT;
use crate::documents::alibaba::rows as api;
use crate::documents::class_tests as tests;
use crate::documents::common::{self, rule};
use crate::documents::derived::{
    TAIR_ALIASES, TAIR_GONE, letters, place, renamed, room, unproven, with,
};
use crate::documents::terraform::rows::{code, page};
use crate::documents::terraform::rules::shared_rules;
use crate::documents::terraform::tair_instance::{PARAMETERS as FIRST, tair_rules};
use crate::profile::{Bilingual, Coercion, Object, Parameter, Profile, Ref, Rule, Wire, joined};

/// How many of the arguments it has: those that it lacks stand last.
const COUNT: usize = Ref::to(FIRST, "config").index as usize;
const LETTERS: &[u8] = &letters::<{ room(FIRST) }>(FIRST);

const fn first(name: &str) -> Ref {
    Ref::to(FIRST, name)
}

const fn row(name: &str) -> Parameter {
    FIRST[first(name).index as usize]
}

pub(in crate::documents) const PARAMETERS: &[Parameter] = &with(
    renamed::<COUNT>(FIRST, LETTERS),
    first("engine_version"),
    &row("engine_version").coercion(Coercion::Told),
);

const fn at(name: &str) -> Ref {
    place(FIRST, PARAMETERS, name)
}

const SHARED: &[Rule] = &shared_rules!("{}");
const OWN: &[Rule] = &tair_rules!();
const ALL: &[Rule] = &joined::<Rule, { SHARED.len() + OWN.len() }>(SHARED, OWN);
const RULES: &[Rule] = &unproven::<{ ALL.len() }>(ALL);

pub(in crate::documents) static REQUEST: Object = Object::new(PARAMETERS, RULES);

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
    aliases: TAIR_ALIASES,
    gone: TAIR_GONE,
    wire: Wire::TERRAFORM,
    request: &REQUEST,
    provider_codes: None,
    sample: r#"{"instanceClass": "tair.rdb.2g", "instanceType": "tair_rdb", "engineVersion": "7.0", "paymentType": "PayAsYouGo", "vpcId": "vpc-bp1", "vswitchId": "vsw-bp1", "zoneId": "cn-hangzhou-h"}"#,
};
