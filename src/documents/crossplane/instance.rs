//! `Instance` of `tair.alibabacloud.crossplane.io`.

use super::DOCUMENT;
use super::{REGION, WIRE, region_rules};
use crate::documents::alibaba::rows as api;
use crate::documents::class_tests as tests;
use crate::documents::common::{self, rule};
use crate::documents::derived::{
    KVSTORE_ALIASES, KVSTORE_GONE, OLD_NAMES, letters, place, renamed, room, unproven, with,
};
use crate::documents::terraform::kvstore_instance::{
    PARAMETERS as FIRST, kvstore_rules, replica_rules,
};
use crate::documents::terraform::rows::{code, page};
use crate::documents::terraform::rules::{shared_rules, window_rules};
use crate::documents::{notions, packs};
use crate::profile::{Bilingual, Coercion, Object, Parameter, Profile, Ref, Rule, joined};

const COUNT: usize = FIRST.len();
const LETTERS: &[u8] = &letters::<{ room(FIRST) }>(FIRST);

const fn first(name: &str) -> Ref {
    Ref::to(FIRST, name)
}

const fn row(name: &str) -> Parameter {
    FIRST[first(name).index as usize]
}

pub(in crate::documents) const PARAMETERS: &[Parameter] = &joined::<Parameter, { COUNT + 1 }>(
    &with(
        renamed::<COUNT>(FIRST, LETTERS),
        first("engine_version"),
        &row("engine_version").coercion(Coercion::Refused),
    ),
    &[REGION],
);

const fn at(name: &str) -> Ref {
    place(FIRST, PARAMETERS, name)
}

const SHARED: &[Rule] = &shared_rules!("{}");
const WINDOW: &[Rule] = &window_rules!();
const OWN: &[Rule] = &kvstore_rules!(
    "it is the port of a public address; the private one is `privateConnectionPort`" "它是公网地址的端口；内网端口是 `privateConnectionPort`"
);
const REPLICAS: &[Rule] = &replica_rules!();
const ALL: &[Rule] = &joined::<Rule, { SHARED.len() + WINDOW.len() + OWN.len() + REPLICAS.len() }>(
    SHARED,
    &joined::<Rule, { WINDOW.len() + OWN.len() + REPLICAS.len() }>(
        WINDOW,
        &joined::<Rule, { OWN.len() + REPLICAS.len() }>(OWN, REPLICAS),
    ),
);
const REGIONS: &[Rule] = {
    const fn at(name: &str) -> Ref {
        Ref::to(PARAMETERS, name)
    }
    &region_rules!()
};
const RULES: &[Rule] =
    &joined::<Rule, { ALL.len() + REGIONS.len() }>(&unproven::<{ ALL.len() }>(ALL), REGIONS);

pub(in crate::documents) static REQUEST: Object = Object::new(PARAMETERS, RULES)
    .with_old_names(OLD_NAMES)
    .with_packs(packs::derived::CROSSPLANE_INSTANCE);

/// `Instance` of `tair.alibabacloud.crossplane.io`.
pub static PROFILE: Profile = Profile {
    id: "crossplane.instance",
    title: Bilingual::new(
        "Crossplane resource Instance of tair.alibabacloud.crossplane.io",
        "Crossplane 资源 tair.alibabacloud.crossplane.io 的 Instance",
    ),
    operation: "CreateInstance",
    document: DOCUMENT,
    edition: Bilingual::new("2025-06-11", "2025-06-11"),
    since: "2025-06-11",
    supersedes: None,
    notions: notions::NOTIONS,
    context_rules: &[],
    change_rules: &[],
    aliases: KVSTORE_ALIASES,
    gone: KVSTORE_GONE,
    wire: WIRE,
    request: &REQUEST,
    provider_codes: None,
    sample: r#"{"instanceClass": "redis.shard.small.2.ce", "engineVersion": "7.0", "dbInstanceName": "orders", "vswitchId": "vsw-bp1", "zoneId": "cn-hangzhou-h", "region": "cn-hangzhou"}"#,
};
