//! What a setting of the server is: the keys of `Config`, and what their values may be.

use super::{Bilingual, ClassSource};
#[cfg(feature = "formats")]
use crate::diagnostic::{Arg, Args};

/// What takes a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SettingLayer {
    /// The Redis server.
    Server,
    /// The proxy in front of it.
    Proxy,
    /// A name that samples use for another setting.
    Alias,
    /// A parameter of its own of the operation that changes settings.
    SideParameter,
}

/// Which instances have a setting, by the way they are built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SettingLayout {
    /// All.
    All,
    /// Standard instances, and clusters that clients reach directly.
    WithoutProxies,
    /// Clusters, and read/write splitting.
    SeveralNodes,
    /// Clusters behind proxies, and read/write splitting.
    BehindProxies,
    /// No source says.
    NotStated,
}

/// In what a number is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SettingUnit {
    /// Millionths of a second.
    Microseconds,
    /// Thousandths of a second.
    Milliseconds,
    /// Seconds.
    Seconds,
}

/// What the value of a setting may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SettingValues {
    /// One of these, letter by letter.
    OneOf(&'static [&'static str]),
    /// A whole number from the first to the second.
    Range(i64, i64),
    /// A whole number that is not negative; the source gives no range.
    Whole,
    /// A whole number of entries from 1 on, or one of -5 to -1, which stand for sizes.
    ListSize,
    /// A hard limit and a soft one in bytes, and the seconds that the soft one may last.
    BufferLimit,
    /// Any of these letters, or none.
    Events(&'static str),
    /// Names of commands in small letters, with commas between them, or none.
    Commands,
    /// Any names, with commas between them, or none.
    List,
}

impl SettingValues {
    /// Whether a value is one of them.
    #[must_use]
    pub fn hold(self, value: &str) -> bool {
        match self {
            Self::OneOf(values) => values.contains(&value),
            Self::Range(min, max) => {
                whole(value).is_some_and(|number| min <= number && number <= max)
            }
            Self::Whole => whole(value).is_some_and(|number| number >= 0),
            Self::ListSize => whole(value).is_some_and(|number| number >= -5 && number != 0),
            Self::BufferLimit => {
                let mut parts = value.split_ascii_whitespace();
                parts.by_ref().take(3).filter(|part| count(part)).count() == 3
                    && parts.next().is_none()
            }
            Self::Events(letters) => value.chars().all(|letter| letters.contains(letter)),
            Self::Commands => names(value, |byte| !byte.is_ascii_uppercase()),
            Self::List => names(value, |_| true),
        }
    }
}

#[cfg(feature = "formats")]
impl SettingValues {
    /// Tells a finding what they are.
    pub(crate) fn say(self, args: &mut Args) {
        let takes = match self {
            Self::OneOf(words) => {
                args.with("allowed", Arg::AnyOf(words));
                return;
            }
            // The message without these says that it is a whole number.
            Self::Whole => return,
            Self::Range(min, max) => format!("{min}…{max}"),
            Self::ListSize => "-5…-1, 1…".to_owned(),
            Self::BufferLimit => "<bytes> <bytes> <seconds>".to_owned(),
            Self::Events(letters) => format!("[{letters}]*"),
            Self::Commands => "flushall,keys,…".to_owned(),
            Self::List => "a,b,…".to_owned(),
        };
        args.text("takes", takes);
    }
}

/// A whole number with or without a sign, as a server reads it.
fn whole(value: &str) -> Option<i64> {
    let digits = value.strip_prefix('-').unwrap_or(value);
    count(digits).then(|| value.parse().ok()).flatten()
}

/// Digits alone.
fn count(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit())
}

/// Nothing, or names between commas that are all there.
fn names(value: &str, good: impl Fn(u8) -> bool) -> bool {
    value.is_empty()
        || value
            .split(',')
            .all(|name| !name.trim().is_empty() && name.bytes().all(&good))
}

/// What some engine versions take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct SettingRange {
    /// The engine versions, ascending; none where the source does not say.
    pub engine_versions: &'static [&'static str],
    /// The values.
    pub values: SettingValues,
}

/// One setting of the server.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Setting {
    /// Name, as a key of `Config` writes it.
    pub name: &'static str,
    /// What takes it.
    pub layer: SettingLayer,
    /// Which instances have it.
    pub layout: SettingLayout,
    /// What each engine version takes.
    pub ranges: &'static [SettingRange],
    /// In what it is measured, if it is a number of something.
    pub unit: Option<SettingUnit>,
    /// What holds where nobody sets it.
    pub default: Option<&'static str>,
    /// What a sample shows, where no default is documented.
    pub sample: Option<&'static str>,
    /// What else the source says.
    pub note: Option<&'static Bilingual>,
    /// Where the row comes from.
    pub source: &'static ClassSource,
}

impl Setting {
    /// Whether any engine version takes that value.
    #[must_use]
    pub fn takes(&self, value: &str) -> bool {
        self.ranges.iter().any(|range| range.values.hold(value))
    }

    /// What one engine version takes; nothing where it does not have the setting. Of a setting
    /// whose source names no version, any has it.
    #[must_use]
    pub fn values_of(&self, engine_version: &str) -> Option<SettingValues> {
        self.ranges
            .iter()
            .find(|range| {
                range.engine_versions.is_empty() || range.engine_versions.contains(&engine_version)
            })
            .map(|range| range.values)
    }
}

#[cfg(feature = "editions")]
pub(crate) const fn of(
    engine_versions: &'static [&'static str],
    values: SettingValues,
) -> SettingRange {
    SettingRange {
        engine_versions,
        values,
    }
}

#[cfg(feature = "editions")]
pub(crate) const fn setting(
    name: &'static str,
    layer: SettingLayer,
    layout: SettingLayout,
    ranges: &'static [SettingRange],
    source: &'static ClassSource,
) -> Setting {
    Setting {
        name,
        layer,
        layout,
        ranges,
        unit: None,
        default: None,
        sample: None,
        note: None,
        source: if cfg!(feature = "prose") {
            source
        } else {
            &ClassSource::NONE
        },
    }
}

#[cfg(feature = "editions")]
impl Setting {
    pub(crate) const fn default(mut self, value: &'static str) -> Self {
        if cfg!(feature = "prose") {
            self.default = Some(value);
        }
        self
    }

    pub(crate) const fn shown(mut self, value: &'static str) -> Self {
        if cfg!(feature = "prose") {
            self.sample = Some(value);
        }
        self
    }

    pub(crate) const fn unit(mut self, unit: SettingUnit) -> Self {
        if cfg!(feature = "prose") {
            self.unit = Some(unit);
        }
        self
    }

    pub(crate) const fn noted(mut self, note: &'static Bilingual) -> Self {
        if cfg!(feature = "prose") {
            self.note = Some(note);
        }
        self
    }
}
