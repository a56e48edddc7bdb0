//! The settings of the server that JD Cloud takes: which engine versions have them, and what their
//! values may be.

use crate::profile::SettingLayer::Server;
use crate::profile::SettingLayout::NotStated;
use crate::profile::SettingUnit::Microseconds;
use crate::profile::SettingValues::{Events, OneOf, Range};
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
    CONFIG_ITEM "jdcloud_sdk 1.6.354, ConfigItem; modifyInstanceConfig" dated "2026-08-14; undated copy" "2026-08-14；未注明日期的副本"
}

macro_rules! notes {
    ($($name:ident $en:literal $zh:literal)+) => {
        $(static $name: Bilingual = Bilingual::new($en, $zh);)+
    };
}

notes! {
    NO_LFU
        "Redis 2.8 has no LFU policies."
        "Redis 2.8 没有 LFU 策略。"
    ZERO_ALL
        "0 logs every command."
        "0 表示记录所有命令。"
}

const BOTH: &[&str] = &["2.8", "4.0"];
const ONLY_4: &[&str] = &["4.0"];
const ONLY_2_8: &[&str] = &["2.8"];

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
    setting("hash-max-ziplist-entries", Server, NotStated, &[of(BOTH, Range(0, 10_000))], &CONFIG_ITEM).default("512"),
    setting("hash-max-ziplist-value", Server, NotStated, &[of(BOTH, Range(0, 10_000))], &CONFIG_ITEM).default("64"),
    setting("list-compress-depth", Server, NotStated, &[of(ONLY_4, Range(0, 10_000))], &CONFIG_ITEM).default("0"),
    setting("list-max-ziplist-entries", Server, NotStated, &[of(ONLY_2_8, Range(0, 10_000))], &CONFIG_ITEM).default("512"),
    setting("list-max-ziplist-size", Server, NotStated, &[of(ONLY_4, Range(-5, 10_000))], &CONFIG_ITEM).default("-2"),
    setting("list-max-ziplist-value", Server, NotStated, &[of(ONLY_2_8, Range(0, 10_000))], &CONFIG_ITEM).default("64"),
    setting("maxmemory-policy", Server, NotStated, &[of(ONLY_4, OneOf(POLICIES)), of(ONLY_2_8, OneOf(&["volatile-lru", "allkeys-lru", "volatile-random", "allkeys-random", "volatile-ttl", "noeviction"]))], &CONFIG_ITEM).default("volatile-lru").noted(&NO_LFU),
    setting("notify-keyspace-events", Server, NotStated, &[of(ONLY_4, Events("KEg$lshzxeA"))], &CONFIG_ITEM).default(""),
    setting("set-max-intset-entries", Server, NotStated, &[of(BOTH, Range(0, 10_000))], &CONFIG_ITEM).default("512"),
    setting("slowlog-log-slower-than", Server, NotStated, &[of(BOTH, Range(0, 10_000))], &CONFIG_ITEM).default("10000").unit(Microseconds).noted(&ZERO_ALL),
    setting("zset-max-ziplist-entries", Server, NotStated, &[of(BOTH, Range(0, 10_000))], &CONFIG_ITEM).default("128"),
    setting("zset-max-ziplist-value", Server, NotStated, &[of(BOTH, Range(0, 10_000))], &CONFIG_ITEM).default("64"),
];

/// The setting of that name, letter by letter.
///
/// ```
/// use kvspec::documents::jdcloud::settings;
/// let setting = settings::find("hash-max-ziplist-value").unwrap();
/// assert!(settings::takes(setting, "64") && !settings::takes(setting, "-1"));
/// assert!(settings::find("HASH-MAX-ZIPLIST-VALUE").is_none());
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
