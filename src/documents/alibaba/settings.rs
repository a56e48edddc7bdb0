//! The settings of the server that Alibaba Cloud takes: which engine versions have them, and what their
//! values may be.

use crate::profile::SettingLayer::{Alias, Proxy, Server, SideParameter};
use crate::profile::SettingLayout::{All, BehindProxies, NotStated, SeveralNodes, WithoutProxies};
use crate::profile::SettingUnit::{Microseconds, Milliseconds, Seconds};
use crate::profile::SettingValues::{
    BufferLimit, Commands, Events, List, ListSize, OneOf, Range, Whole,
};
use crate::profile::setting::{of, setting};
use crate::profile::{Bilingual, ClassSource, Setting};

macro_rules! sources {
    ($($name:ident $title:literal dated $en:literal $zh:literal)+) => {
        $(static $name: ClassSource = ClassSource {
            title: $title,
            date: Bilingual::new($en, $zh),
        };)+
    };
}

sources! {
    PARAMETERS "Redis 开源版支持的参数" dated "undated copy" "未注明日期的副本"
    SAMPLES "CreateInstance; terraform-provider-alicloud, kvstore_instance" dated "2019; 2026-08-21" "2019 年；2026-08-21"
    MODIFY_CONFIG "terraform-provider-alicloud, redis_tair_instance; R-kvstore SDK, ModifyInstanceConfig" dated "2026-08-21; 2026-09-23" "2026-08-21；2026-09-23"
}

macro_rules! notes {
    ($($name:ident $en:literal $zh:literal)+) => {
        $(static $name: Bilingual = Bilingual::new($en, $zh);)+
    };
}

notes! {
    CLASSIC_ONLY
        "Classic instances alone have it."
        "仅经典版实例有此参数。"
    SOME_COMMANDS
        "Some commands, such as CONFIG, cannot be switched off."
        "CONFIG 等部分命令不能禁用。"
    NO_SPLIT
        "Instances with read/write splitting do not have it."
        "读写分离实例没有此参数。"
    NEEDS_SENTINEL
        "It works while the sentinel mode and its access without a password are on."
        "需先开启 Sentinel 模式及其免密访问。"
    NEEDS_AUDIT
        "It needs the audit log."
        "需开启审计日志。"
    NO_STANDARD
        "Standard instances do not have it."
        "标准架构实例没有此参数。"
    SAMPLE_NAME
        "Samples write this name for `maxmemory-policy`; the table of parameters does not know it."
        "示例中以此名称表示 `maxmemory-policy`，参数表中没有它。"
    SIDE_NO_CLUSTER
        "ModifyInstanceConfig takes it beside Config, but not for clusters."
        "由 ModifyInstanceConfig 在 Config 之外单独接收，集群除外。"
    SIDE
        "ModifyInstanceConfig takes it beside Config; Terraform has an argument for it."
        "由 ModifyInstanceConfig 在 Config 之外单独接收；Terraform 有对应的参数。"
    SIDE_SEMISYNC
        "ModifyInstanceConfig takes it beside Config, with `ParamReplMode` `semisync`."
        "由 ModifyInstanceConfig 在 Config 之外单独接收，须 `ParamReplMode` 为 `semisync`。"
    SIDE_PROXIES
        "ModifyInstanceConfig takes it beside Config, for clusters behind proxies and read/write splitting."
        "由 ModifyInstanceConfig 在 Config 之外单独接收，用于代理集群和读写分离。"
    FIXED
        "It cannot be changed, and works while `appendonly` is `yes`."
        "不可修改，且仅在 `appendonly` 为 `yes` 时生效。"
    RECENT_MINOR
        "It needs a recent minor version."
        "需较新的小版本。"
    FROM_6_BY_TEXT
        "The page's text gives it to 6.0 and later; its table does not tell it from the key for subscribers."
        "页面正文称 6.0 及以上版本支持；表格未将它与 pubsub 一项分开标注。"
    PROXY_7_0_9
        "It needs a proxy of version 7.0.9 or later."
        "需代理版本 7.0.9 或以上。"
    MINOR_VERSIONS
        "It needs the minor version 7.0.1.8, 6.0.2.9 or 5.5.2.9, or a later one."
        "需小版本 7.0.1.8、6.0.2.9、5.5.2.9 或以上。"
    AT_MOST_100
        "The provider advises against more than 100."
        "服务商建议不超过 100。"
    LISTPACK_FROM_7
        "The page's text gives this name to 7.0."
        "页面正文称 7.0 版用此名称。"
    ZIPLIST_TO_6
        "The page's text gives this name to engines up to 6.0; its table does not tell it from the listpack key."
        "页面正文称 6.0 及以下版本用此名称；表格未将它与 listpack 一项分开标注。"
    LFU
        "The page does not exclude the LFU policies for 2.8. Instances in persistent memory begin with `noeviction`."
        "页面未注明 2.8 版不支持 LFU 策略。持久内存型实例的默认值为 `noeviction`。"
    ZERO_NO_LIMIT
        "0 means no limit."
        "0 表示不限制。"
    SPELT_SO
        "The provider spells the name so."
        "服务商的名称即如此拼写。"
}

const FROM_4_TO_5: &[&str] = &["4.0", "5.0"];
const SINCE_2_8: &[&str] = &["2.8", "4.0", "5.0", "6.0", "7.0"];
const SINCE_4: &[&str] = &["4.0", "5.0", "6.0", "7.0"];
const SINCE_6: &[&str] = &["6.0", "7.0"];
const NOT_STATED: &[&str] = &[];
const SINCE_5: &[&str] = &["5.0", "6.0", "7.0"];
const ONLY_7: &[&str] = &["7.0"];
const UP_TO_6: &[&str] = &["2.8", "4.0", "5.0", "6.0"];
const ONLY_2_8: &[&str] = &["2.8"];
const FROM_4_TO_6: &[&str] = &["4.0", "5.0", "6.0"];

const YES_NO: &[&str] = &["yes", "no"];
const ZERO_ONE: &[&str] = &["0", "1"];
/// What may happen when memory is full.
const POLICIES: &[&str] = &[
    "volatile-lru",
    "volatile-lfu",
    "volatile-random",
    "volatile-ttl",
    "allkeys-lru",
    "allkeys-lfu",
    "allkeys-random",
    "noeviction",
];

/// The settings, sorted by name.
#[rustfmt::skip]
pub static SETTINGS: &[Setting] = &[
    setting("#no_loose_check-whitelist-always", Server, All, &[of(FROM_4_TO_5, OneOf(YES_NO))], &PARAMETERS).default("no").noted(&CLASSIC_ONLY),
    setting("#no_loose_disabled-commands", Server, All, &[of(SINCE_2_8, Commands)], &PARAMETERS).noted(&SOME_COMMANDS),
    setting("#no_loose_sentinel-enabled", Server, WithoutProxies, &[of(SINCE_4, OneOf(YES_NO))], &PARAMETERS).default("no").noted(&NO_SPLIT),
    setting("#no_loose_sentinel-password-free-access", Server, All, &[of(SINCE_6, OneOf(YES_NO))], &PARAMETERS).default("no"),
    setting("#no_loose_sentinel-password-free-commands", Server, All, &[of(SINCE_6, Commands)], &PARAMETERS).default("").noted(&NEEDS_SENTINEL),
    setting("#no_loose_statistics-cmds", Proxy, BehindProxies, &[of(NOT_STATED, List)], &PARAMETERS).default(""),
    setting("#no_loose_statistics-ip-enable", Proxy, BehindProxies, &[of(NOT_STATED, OneOf(YES_NO))], &PARAMETERS).default("no").noted(&NEEDS_AUDIT),
    setting("#no_loose_statistics-keys", Proxy, BehindProxies, &[of(NOT_STATED, List)], &PARAMETERS).default(""),
    setting("#no_loose_tls-min-version", Server, SeveralNodes, &[of(SINCE_2_8, OneOf(&["TLSv1", "TLSv1.1", "TLSv1.2"]))], &PARAMETERS).default("TLSv1").noted(&NO_STANDARD),
    setting("EvictionPolicy", Alias, NotStated, &[of(NOT_STATED, OneOf(POLICIES))], &SAMPLES).noted(&SAMPLE_NAME),
    setting("ParamNoLooseSentinelEnabled", SideParameter, NotStated, &[of(NOT_STATED, OneOf(YES_NO))], &MODIFY_CONFIG).default("no").noted(&SIDE_NO_CLUSTER),
    setting("ParamNoLooseSentinelPasswordFreeAccess", SideParameter, NotStated, &[of(NOT_STATED, OneOf(YES_NO))], &MODIFY_CONFIG).default("no").noted(&SIDE),
    setting("ParamNoLooseSentinelPasswordFreeCommands", SideParameter, NotStated, &[of(NOT_STATED, Commands)], &MODIFY_CONFIG).default("").noted(&SIDE),
    setting("ParamReplMode", SideParameter, NotStated, &[of(NOT_STATED, OneOf(&["async", "semisync"]))], &MODIFY_CONFIG).default("async").noted(&SIDE),
    setting("ParamSemisyncReplTimeout", SideParameter, NotStated, &[of(NOT_STATED, Range(10, 60_000))], &MODIFY_CONFIG).default("500").unit(Milliseconds).noted(&SIDE_SEMISYNC),
    setting("ParamSentinelCompatEnable", SideParameter, NotStated, &[of(NOT_STATED, OneOf(ZERO_ONE))], &MODIFY_CONFIG).default("0").noted(&SIDE_PROXIES),
    setting("active-expire-effort", Server, All, &[of(SINCE_6, Range(1, 10))], &PARAMETERS).default("1"),
    setting("appendfsync", Server, All, &[of(SINCE_2_8, OneOf(&["everysec"]))], &PARAMETERS).default("everysec").noted(&FIXED),
    setting("appendonly", Server, All, &[of(SINCE_2_8, OneOf(YES_NO))], &PARAMETERS).default("yes"),
    setting("bigkey-threshold", Server, All, &[of(SINCE_5, Range(500, 100_000))], &PARAMETERS).default("2000").noted(&RECENT_MINOR),
    setting("client-output-buffer-limit normal", Server, All, &[of(SINCE_6, BufferLimit)], &PARAMETERS).default("524288000 0 0").noted(&FROM_6_BY_TEXT),
    setting("client-output-buffer-limit pubsub", Server, All, &[of(SINCE_2_8, BufferLimit)], &PARAMETERS).default("33554432 8388608 60"),
    setting("cluster_compat_enable", Proxy, BehindProxies, &[of(NOT_STATED, OneOf(ZERO_ONE))], &PARAMETERS).default("1"),
    setting("dynamic-hz", Server, All, &[of(SINCE_5, OneOf(YES_NO))], &PARAMETERS).default("yes"),
    setting("hash-max-listpack-entries", Server, All, &[of(ONLY_7, Whole)], &PARAMETERS),
    setting("hash-max-listpack-value", Server, All, &[of(ONLY_7, Whole)], &PARAMETERS),
    setting("hash-max-ziplist-entries", Server, All, &[of(UP_TO_6, Whole)], &PARAMETERS).shown("512"),
    setting("hash-max-ziplist-value", Server, All, &[of(UP_TO_6, Whole)], &PARAMETERS).shown("64"),
    setting("hello_enabled", Proxy, BehindProxies, &[of(NOT_STATED, OneOf(ZERO_ONE))], &PARAMETERS).default("0").noted(&PROXY_7_0_9),
    setting("hotkey-threshold", Server, All, &[of(SINCE_5, Range(100, 100_000))], &PARAMETERS).default("5000").noted(&MINOR_VERSIONS),
    setting("hz", Server, All, &[of(SINCE_2_8, Range(1, 500))], &PARAMETERS).default("10").noted(&AT_MOST_100),
    setting("latency-tracking", Server, All, &[of(ONLY_7, OneOf(YES_NO))], &PARAMETERS).default("yes"),
    setting("lazyfree-lazy-eviction", Server, All, &[of(SINCE_4, OneOf(YES_NO))], &PARAMETERS).default("no"),
    setting("lazyfree-lazy-expire", Server, All, &[of(SINCE_4, OneOf(YES_NO))], &PARAMETERS).default("yes"),
    setting("lazyfree-lazy-server-del", Server, All, &[of(SINCE_4, OneOf(YES_NO))], &PARAMETERS).default("yes"),
    setting("lazyfree-lazy-user-del", Server, All, &[of(SINCE_6, OneOf(YES_NO))], &PARAMETERS).default("yes"),
    setting("lazyfree-lazy-user-flush", Server, All, &[of(ONLY_7, OneOf(YES_NO))], &PARAMETERS).default("no"),
    setting("list-compress-depth", Server, All, &[of(SINCE_4, Range(0, 65_535))], &PARAMETERS).default("0"),
    setting("list-max-listpack-size", Server, All, &[of(ONLY_7, ListSize)], &PARAMETERS).default("-2").noted(&LISTPACK_FROM_7),
    setting("list-max-ziplist-entries", Server, All, &[of(ONLY_2_8, Whole)], &PARAMETERS),
    setting("list-max-ziplist-size", Server, All, &[of(FROM_4_TO_6, ListSize)], &PARAMETERS).default("-2").noted(&ZIPLIST_TO_6),
    setting("list-max-ziplist-value", Server, All, &[of(ONLY_2_8, Whole)], &PARAMETERS),
    setting("max_session_processing", Proxy, BehindProxies, &[of(NOT_STATED, Range(10, 10_000_000))], &PARAMETERS).default("1000"),
    setting("maxmemory-eviction-tenacity", Server, All, &[of(ONLY_7, Range(0, 100))], &PARAMETERS).default("10"),
    setting("maxmemory-policy", Server, All, &[of(SINCE_2_8, OneOf(POLICIES))], &PARAMETERS).default("volatile-lru").noted(&LFU),
    setting("notify-keyspace-events", Server, All, &[of(SINCE_2_8, Events("KEg$lshzxeA"))], &PARAMETERS),
    setting("ptod_enabled", Proxy, BehindProxies, &[of(NOT_STATED, OneOf(ZERO_ONE))], &PARAMETERS).default("1"),
    setting("read_request_only_ronode_whenrwsplit_enable", Proxy, BehindProxies, &[of(NOT_STATED, OneOf(ZERO_ONE))], &PARAMETERS).default("0"),
    setting("readonly_lua_route_ronode_enable", Proxy, BehindProxies, &[of(NOT_STATED, OneOf(ZERO_ONE))], &PARAMETERS).default("0"),
    setting("rt_threshold_ms", Proxy, BehindProxies, &[of(NOT_STATED, Range(30, 2000))], &PARAMETERS).default("500").unit(Milliseconds),
    setting("script_check_enable", Proxy, BehindProxies, &[of(NOT_STATED, OneOf(ZERO_ONE))], &PARAMETERS).default("1"),
    setting("sentinel_compat_enable", Proxy, BehindProxies, &[of(NOT_STATED, OneOf(ZERO_ONE))], &PARAMETERS).default("0"),
    setting("set-max-intset-entries", Server, All, &[of(SINCE_2_8, Whole)], &PARAMETERS).shown("512"),
    setting("slowlog-log-slower-than", Server, All, &[of(SINCE_2_8, Range(10_000, 10_000_000))], &PARAMETERS).default("20000").unit(Microseconds),
    setting("slowlog-max-len", Server, All, &[of(SINCE_2_8, Range(100, 10_000))], &PARAMETERS).default("1024"),
    setting("stream-node-max-bytes", Server, All, &[of(SINCE_5, Range(0, 999_999_999_999_999))], &PARAMETERS).noted(&ZERO_NO_LIMIT),
    setting("stream-node-max-entries", Server, All, &[of(SINCE_5, Range(0, 999_999_999_999_999))], &PARAMETERS).noted(&ZERO_NO_LIMIT),
    setting("timeout", Server, All, &[of(SINCE_4, Range(0, 100_000))], &PARAMETERS).default("0").unit(Seconds),
    setting("tracking-table-max-keys", Server, All, &[of(ONLY_7, Range(0, 1_000_000_000))], &PARAMETERS).default("1000000"),
    setting("transfer_subscrible_to_psubscrible_enable", Proxy, BehindProxies, &[of(NOT_STATED, OneOf(ZERO_ONE))], &PARAMETERS).default("0").noted(&SPELT_SO),
    setting("zset-max-listpack-entries", Server, All, &[of(ONLY_7, Whole)], &PARAMETERS),
    setting("zset-max-listpack-value", Server, All, &[of(ONLY_7, Whole)], &PARAMETERS),
    setting("zset-max-ziplist-entries", Server, All, &[of(UP_TO_6, Whole)], &PARAMETERS).shown("128"),
    setting("zset-max-ziplist-value", Server, All, &[of(UP_TO_6, Whole)], &PARAMETERS).shown("64"),
];

/// The setting of that name, letter by letter.
///
/// ```
/// use kvspec::documents::alibaba::settings;
/// let setting = settings::find("hz").unwrap();
/// assert!(settings::takes(setting, "500") && !settings::takes(setting, "501"));
/// assert!(settings::find("HZ").is_none());
/// ```
#[must_use]
pub fn find(name: &str) -> Option<&'static Setting> {
    let at = SETTINGS.binary_search_by(|setting| setting.name.cmp(name));
    at.ok().and_then(|at| SETTINGS.get(at))
}

/// Whether any engine version takes that value.
#[must_use]
pub fn takes(setting: &Setting, value: &str) -> bool {
    setting.takes(value)
}
