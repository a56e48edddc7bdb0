//! `alicloud:kvstore:Instance`: every argument of Terraform's resource.

use super::DOCUMENT;
use crate::documents::alibaba::rows as api;
use crate::documents::class_tests as tests;
use crate::documents::common::{self, rule};
use crate::documents::derived::{
    KVSTORE_ALIASES, KVSTORE_GONE, OLD_NAMES, letters, place, renamed, room, under, unproven, with,
};
use crate::documents::terraform::kvstore_instance::{
    PARAMETERS as FIRST, kvstore_rules, replica_rules,
};
use crate::documents::terraform::rows::{code, page};
use crate::documents::terraform::rules::{shared_rules, window_rules};
use crate::documents::{notions, packs};
use crate::profile::{Bilingual, Coercion, Object, Parameter, Profile, Ref, Rule, Wire, joined};

const LETTERS: &[u8] = &letters::<{ room(FIRST) }>(FIRST);

const fn first(name: &str) -> Ref {
    Ref::to(FIRST, name)
}

const fn row(name: &str) -> Parameter {
    FIRST[first(name).index as usize]
}

pub(in crate::documents) const PARAMETERS: &[Parameter] = &under(
    with(
        with(
            renamed::<{ FIRST.len() }>(FIRST, LETTERS),
            first("engine_version"),
            &row("engine_version").coercion(Coercion::Told),
        ),
        first("config"),
        &row("config").coercion(Coercion::Silent),
    ),
    first("backup_period"),
    "backupPeriods",
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
const RULES: &[Rule] = &unproven::<{ ALL.len() }>(ALL);

pub(in crate::documents) static REQUEST: Object = Object::new(PARAMETERS, RULES)
    .with_old_names(OLD_NAMES)
    .with_packs(packs::derived::PULUMI_KVSTORE);

/// The resource `alicloud:kvstore:Instance`.
pub static PROFILE: Profile = Profile {
    id: "pulumi.kvstore-instance",
    title: Bilingual::new(
        "Pulumi resource alicloud:kvstore:Instance",
        "Pulumi 资源 alicloud:kvstore:Instance",
    ),
    operation: "CreateInstance",
    document: DOCUMENT,
    edition: Bilingual::new("3.108.0, 2026-08-14", "3.108.0，2026-08-14"),
    since: "2026-08-14",
    supersedes: None,
    notions: notions::NOTIONS,
    context_rules: &[],
    change_rules: &[],
    aliases: KVSTORE_ALIASES,
    gone: KVSTORE_GONE,
    wire: Wire::TERRAFORM,
    request: &REQUEST,
    provider_codes: None,
    sample: r#"{"instanceClass": "redis.shard.small.2.ce", "engineVersion": "7.0", "dbInstanceName": "orders", "vswitchId": "vsw-bp1", "zoneId": "cn-hangzhou-h"}"#,
};
