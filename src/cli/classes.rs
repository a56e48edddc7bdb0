//! `kvspec classes`: what the providers sell, as a table, or class beside class.

use std::collections::BTreeSet;
use std::io::{self, Write};

use globset::{GlobBuilder, GlobMatcher};
use kvspec::Locale;
use kvspec::documents::{alibaba, jdcloud};
use kvspec::export::{CLASSES_SCHEMA, Classes, class};
use kvspec::profile::{Bilingual, Class, ClassCapacity, ClassCatalogue, Constraint, Shards};
use kvspec::render::line::write_pretty;
use kvspec::text::visible;

use super::{CLEAN, ClassesArguments, FAILED, FOUND, ProviderName, TwoFormats, complain};

/// A class, and whose it is.
#[derive(Clone, Copy)]
struct Offer {
    provider: ProviderName,
    class: &'static Class,
}

fn catalogue(provider: ProviderName) -> &'static ClassCatalogue {
    match provider {
        ProviderName::Alibaba => &alibaba::CATALOGUE,
        ProviderName::Jdcloud => &jdcloud::CATALOGUE,
    }
}

/// The catalogues that are asked for.
fn providers(only: Option<ProviderName>) -> impl Iterator<Item = ProviderName> {
    [ProviderName::Alibaba, ProviderName::Jdcloud]
        .into_iter()
        .filter(move |provider| only.is_none_or(|only| only == *provider))
}

pub(super) fn run(arguments: &ClassesArguments, out: &mut impl Write) -> io::Result<u8> {
    let locale = arguments.language.locale();
    if arguments.names.len() > 1 {
        if arguments.filters.any() {
            complain(&match locale {
                Locale::En => {
                    "filters choose among all classes; they have no use beside several names"
                }
                Locale::Zh => "筛选条件用于全部规格，不能与多个规格名称同用",
            });
            return Ok(FAILED);
        }
        return beside(arguments, locale, out);
    }
    let pattern = arguments.names.first().map(String::as_str);
    if let Some(name) = pattern
        && !arguments.filters.any()
        && let Some(only) = exact(name, arguments.provider)
    {
        return show(&[only], arguments.format, locale, out);
    }
    let wanted = match pattern.map(Pattern::new).transpose() {
        Ok(wanted) => wanted,
        Err(error) => {
            complain(&error);
            return Ok(FAILED);
        }
    };
    let filters = &arguments.filters;
    let mut found: Vec<Offer> = providers(arguments.provider)
        .flat_map(|provider| {
            let classes = catalogue(provider).classes.iter();
            classes.map(move |class| Offer { provider, class })
        })
        .filter(|offer| {
            wanted
                .as_ref()
                .is_none_or(|pattern| pattern.holds(offer.class.name))
        })
        .filter(|offer| filters.hold(offer.class) && takes_shards(offer.provider, filters.shards))
        .collect();
    found.sort_by_key(|offer| {
        let mb = memory(offer.class, filters.shards);
        (mb.is_none(), mb, offer.class.name)
    });
    if found.is_empty() {
        complain(&nothing(pattern, arguments, locale));
        return Ok(FOUND);
    }
    match arguments.format {
        TwoFormats::Human => table(&found, filters.shards, locale, out)?,
        TwoFormats::Json => write_pretty(out, &published(&found, locale))?,
    }
    Ok(CLEAN)
}

/// Whether any order may ask the provider for so many shards.
fn takes_shards(provider: ProviderName, shards: Option<u32>) -> bool {
    // JD Cloud's document has no bound.
    let (ProviderName::Alibaba, Some(shards)) = (provider, shards) else {
        return true;
    };
    let operation = &kvspec::documents::ALIBABA_CREATE_INSTANCE_2026;
    let row = operation.request.parameter("ShardCount");
    match row.map(|row| row.constraint) {
        Some(Constraint::Range {
            max: Some(most), ..
        }) => u64::from(shards) <= most,
        _ => true,
    }
}

/// The class of that name, letter by letter.
fn exact(name: &str, only: Option<ProviderName>) -> Option<Offer> {
    providers(only).find_map(|provider| {
        let class = catalogue(provider).find(name)?;
        Some(Offer { provider, class })
    })
}

/// Classes side by side, in the order of their names on the command line.
fn beside(arguments: &ClassesArguments, locale: Locale, out: &mut impl Write) -> io::Result<u8> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let mut lacking = false;
    for name in &arguments.names {
        match exact(name, arguments.provider) {
            Some(offer) if seen.insert(offer.class.name) => found.push(offer),
            Some(_) => {}
            None => {
                lacking = true;
                complain(&no_class(name, arguments.provider, locale));
            }
        }
    }
    if lacking {
        return Ok(FOUND);
    }
    show(&found, arguments.format, locale, out)
}

fn show(
    found: &[Offer],
    format: TwoFormats,
    locale: Locale,
    out: &mut impl Write,
) -> io::Result<u8> {
    match format {
        TwoFormats::Human => sheet(found, locale, out)?,
        TwoFormats::Json => write_pretty(out, &published(found, locale))?,
    }
    Ok(CLEAN)
}

fn near(name: &str, only: Option<ProviderName>) -> Option<&'static str> {
    providers(only).find_map(|provider| catalogue(provider).nearest(name))
}

fn no_class(name: &str, only: Option<ProviderName>, locale: Locale) -> String {
    match (locale, near(name, only)) {
        (Locale::En, Some(near)) => format!("no list has a class `{name}`; did you mean `{near}`?"),
        (Locale::En, None) => format!("no list has a class `{name}`"),
        (Locale::Zh, Some(near)) => format!("规格表中没有 `{name}`；是否想写 `{near}`？"),
        (Locale::Zh, None) => format!("规格表中没有 `{name}`"),
    }
}

/// The engine versions of all classes.
fn engine_versions(only: Option<ProviderName>) -> BTreeSet<&'static str> {
    let classes = providers(only).flat_map(|provider| catalogue(provider).classes);
    classes
        .flat_map(|class| class.engine_versions)
        .copied()
        .collect()
}

/// Why nothing is shown.
fn nothing(pattern: Option<&str>, arguments: &ClassesArguments, locale: Locale) -> String {
    let versions = engine_versions(arguments.provider);
    if let Some(asked) = &arguments.filters.engine
        && !versions.contains(asked.as_str())
    {
        let versions = Vec::from_iter(versions);
        return match locale {
            Locale::En => format!(
                "no class has the engine version `{}`; there are {}",
                visible(asked),
                versions.join(", ")
            ),
            Locale::Zh => format!(
                "没有引擎版本为 `{}` 的规格；可选：{}",
                visible(asked),
                versions.join("、")
            ),
        };
    }
    match pattern {
        Some(name) if !arguments.filters.any() => match (locale, near(name, arguments.provider)) {
            (Locale::En, Some(near)) => {
                format!("no class matches `{name}`; did you mean `{near}`?")
            }
            (Locale::En, None) => format!("no class matches `{name}`"),
            (Locale::Zh, Some(near)) => format!("没有匹配 `{name}` 的规格；是否想写 `{near}`？"),
            (Locale::Zh, None) => format!("没有匹配 `{name}` 的规格"),
        },
        _ => match locale {
            Locale::En => "no class is all that; leave out one of the filters".to_owned(),
            Locale::Zh => "没有符合全部条件的规格，请减少筛选条件".to_owned(),
        },
    }
}

/// Part of a name, or a pattern with `*`, `?` and their like for all of it. Case does not count.
enum Pattern {
    Part(String),
    Glob(GlobMatcher),
}

impl Pattern {
    fn new(text: &str) -> Result<Self, globset::Error> {
        if text.contains(['*', '?', '[', '{']) {
            let glob = GlobBuilder::new(text).case_insensitive(true).build()?;
            return Ok(Self::Glob(glob.compile_matcher()));
        }
        Ok(Self::Part(text.to_ascii_lowercase()))
    }

    fn holds(&self, name: &str) -> bool {
        match self {
            Self::Part(part) => name.contains(part.as_str()),
            Self::Glob(glob) => glob.is_match(name),
        }
    }
}

impl super::ClassFilters {
    fn any(&self) -> bool {
        self.family.is_some()
            || self.edition.is_some()
            || self.min_mb.is_some()
            || self.max_mb.is_some()
            || self.shards.is_some()
            || self.engine.is_some()
            || self.state.is_some()
    }

    fn hold(&self, class: &Class) -> bool {
        let mb = memory(class, self.shards);
        self.family
            .is_none_or(|family| class.family == Some(family))
            && self
                .edition
                .is_none_or(|edition| class.edition() == Some(edition.into()))
            && self.min_mb.is_none_or(|min| mb.is_some_and(|mb| mb >= min))
            && self.max_mb.is_none_or(|max| mb.is_some_and(|mb| mb <= max))
            && self
                .shards
                .is_none_or(|number| class.shards.takes(number) == Some(true))
            && self
                .engine
                .as_deref()
                .is_none_or(|version| class.engine_versions.contains(&version))
            && self.state.is_none_or(|state| class.state == state.into())
    }
}

/// Memory in MB: of the whole instance, if its number of shards is known, or else of one shard.
fn memory(class: &Class, shards: Option<u32>) -> Option<u64> {
    match class.capacity {
        ClassCapacity::Total(mb) => Some(mb),
        ClassCapacity::PerShard(mb) => Some(mb.saturating_mul(u64::from(shards.unwrap_or(1)))),
        ClassCapacity::Open => None,
    }
}

fn sized(mb: u64) -> String {
    if mb.is_multiple_of(1024) {
        format!("{} GB", mb / 1024)
    } else {
        format!("{mb} MB")
    }
}

fn memory_text(class: &Class, shards: Option<u32>, locale: Locale) -> String {
    let Some(mb) = memory(class, shards) else {
        return ABSENT.to_owned();
    };
    let size = sized(mb);
    match (class.capacity, shards) {
        (ClassCapacity::PerShard(_), None) => match locale {
            Locale::En => format!("{size}/shard"),
            Locale::Zh => format!("{size}/分片"),
        },
        _ => size,
    }
}

/// What stands where nothing is known.
const ABSENT: &str = "-";

fn number(value: Option<u32>) -> String {
    value.map_or_else(|| ABSENT.to_owned(), |value| value.to_string())
}

fn shards_text(class: &Class, locale: Locale) -> String {
    if (class.shards, locale) == (Shards::OneOrFromTwo, Locale::Zh) {
        return "1 或 2..".to_owned();
    }
    let written = class.shards.to_string();
    if written.is_empty() {
        return ABSENT.to_owned();
    }
    written.replace(';', ", ")
}

fn family_text(class: &Class) -> &'static str {
    class
        .family
        .map_or(ABSENT, kvspec::profile::ClassFamily::name)
}

/// Which columns of the table hold numbers, and end below each other.
const RIGHT: [bool; 8] = [false, true, false, true, true, false, false, false];

/// One line for each class, with columns as wide as what stands in them.
fn table(
    found: &[Offer],
    shards: Option<u32>,
    locale: Locale,
    out: &mut impl Write,
) -> io::Result<()> {
    let heads = [
        Bilingual::new("class", "规格"),
        Bilingual::new("memory", "内存"),
        Bilingual::new("shards", "分片数"),
        Bilingual::new("connections", "连接数"),
        Bilingual::new("Mbit/s", "Mbit/s"),
        Bilingual::new("engine", "引擎版本"),
        Bilingual::new("family", "系列"),
        Bilingual::new("state", "状态"),
    ];
    let mut rows = vec![heads.map(|head| head.get(locale).to_owned())];
    rows.extend(found.iter().map(|offer| {
        let class = offer.class;
        [
            class.name.to_owned(),
            memory_text(class, shards, locale),
            shards_text(class, locale),
            number(class.connections),
            number(class.bandwidth_mbps),
            class.engine_versions.join(" "),
            family_text(class).to_owned(),
            class.state.label().get(locale).to_owned(),
        ]
    }));
    align(&rows, &RIGHT, out)
}

/// What is known of some classes, each in a column of its own.
fn sheet(found: &[Offer], locale: Locale, out: &mut impl Write) -> io::Result<()> {
    type Says = fn(&Offer, Locale) -> String;
    let lines: [(Bilingual, Says); 15] = [
        (Bilingual::new("class", "规格"), |offer, _| {
            offer.class.name.to_owned()
        }),
        (Bilingual::new("provider", "服务商"), |offer, locale| {
            offer.provider.label().get(locale).to_owned()
        }),
        (Bilingual::new("family", "系列"), |offer, locale| {
            offer.class.family.map_or_else(
                || ABSENT.to_owned(),
                |family| format!("{} ({})", family.label().get(locale), family.name()),
            )
        }),
        (
            Bilingual::new("edition", "版本形态"),
            |offer, locale| {
                offer
                    .class
                    .edition()
                    .map_or(ABSENT, |edition| edition.label().get(locale))
                    .to_owned()
            },
        ),
        (Bilingual::new("built as", "架构"), |offer, locale| {
            offer.class.layout.label().get(locale).to_owned()
        }),
        (Bilingual::new("memory", "内存"), |offer, locale| {
            memory_text(offer.class, None, locale)
        }),
        (Bilingual::new("shards", "分片数"), |offer, locale| {
            shards_text(offer.class, locale)
        }),
        (
            Bilingual::new("read replicas", "只读副本"),
            |offer, _| number(offer.class.read_replicas),
        ),
        (Bilingual::new("connections", "连接数"), |offer, _| {
            number(offer.class.connections)
        }),
        (
            Bilingual::new("through proxies", "经代理的连接数"),
            |offer, _| number(offer.class.proxy_connections),
        ),
        (Bilingual::new("Mbit/s", "Mbit/s"), |offer, _| {
            number(offer.class.bandwidth_mbps)
        }),
        (Bilingual::new("engine", "引擎版本"), |offer, locale| {
            let versions = offer.class.engine_versions.join(" ");
            let evidence = offer.class.engine_evidence.label().get(locale);
            format!("{versions} ({evidence})")
        }),
        (
            Bilingual::new("disks in GB", "云盘（GB）"),
            |offer, _| {
                let ranges = offer.class.storage.iter();
                let ranges: Vec<String> = ranges
                    .map(|range| {
                        let (min, max) = (range.min_gb, range.max_gb);
                        format!("{} {min}-{max}", range.storage_type.name())
                    })
                    .collect();
                if ranges.is_empty() {
                    return ABSENT.to_owned();
                }
                ranges.join(", ")
            },
        ),
        (Bilingual::new("state", "状态"), |offer, locale| {
            offer.class.state.label().get(locale).to_owned()
        }),
        (Bilingual::new("dated", "日期"), |offer, locale| {
            offer.class.source.date.get(locale).to_owned()
        }),
    ];
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|(label, says)| {
            let mut row = vec![label.get(locale).to_owned()];
            row.extend(found.iter().map(|offer| says(offer, locale)));
            row
        })
        // What is known of none is no line.
        .filter(|row| row.iter().skip(1).any(|cell| cell != ABSENT))
        .collect();
    align(&rows, &vec![false; found.len() + 1], out)?;
    for offer in found {
        writeln!(out)?;
        let colon = Bilingual::new(": ", "：").get(locale);
        writeln!(
            out,
            "{}{colon}{}",
            offer.class.name, offer.class.source.title
        )?;
        for note in offer.class.notes {
            writeln!(out, "  {}", note.get(locale))?;
        }
    }
    Ok(())
}

/// Writes rows with columns that begin below each other.
fn align<R: AsRef<[String]>>(rows: &[R], right: &[bool], out: &mut impl Write) -> io::Result<()> {
    let mut widths = vec![0; right.len()];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row.as_ref()) {
            *width = (*width).max(columns(cell));
        }
    }
    for row in rows {
        let mut line = String::new();
        for ((cell, width), right) in row.as_ref().iter().zip(&widths).zip(right) {
            let gap = " ".repeat(width.saturating_sub(columns(cell)));
            if *right {
                line.push_str(&gap);
            }
            line.push_str(cell);
            if !*right {
                line.push_str(&gap);
            }
            line.push_str("  ");
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// The columns that a text takes in a terminal: Chinese takes two for each character, and
/// nothing else stands here but ASCII.
fn columns(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

fn published(found: &[Offer], locale: Locale) -> Classes {
    let offers = found.iter();
    Classes {
        schema: CLASSES_SCHEMA,
        classes: offers
            .map(|offer| class(offer.provider.id(), offer.class, locale))
            .collect(),
    }
}
