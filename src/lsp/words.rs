//! What is said of arguments and classes, in both languages.

use std::fmt::Write as _;

use crate::diagnostic::{Code, Locale};
use crate::export;
use crate::profile::{
    Bilingual, Class, ClassCapacity, Constraint, Need, Parameter, Profile, Shards,
};

pub(super) const fn pick(locale: Locale, en: &'static str, zh: &'static str) -> &'static str {
    match locale {
        Locale::En => en,
        Locale::Zh => zh,
    }
}

fn size(mb: u64) -> String {
    if mb.is_multiple_of(1024) {
        format!("{} GB", mb / 1024)
    } else {
        format!("{mb} MB")
    }
}

/// What a class means, in a few words; with the number of shards where the order says it.
pub(super) fn class_in_short(class: &Class, ordered: Option<u32>, locale: Locale) -> String {
    let shards = match class.shards {
        Shards::Exactly(number) => Some(number),
        _ => ordered,
    };
    let mut parts = Vec::new();
    match (shards, locale) {
        (Some(1), Locale::En) => parts.push("1 shard".to_owned()),
        (Some(number), Locale::En) => parts.push(format!("{number} shards")),
        (Some(number), Locale::Zh) => parts.push(format!("{number} 个分片")),
        (None, _) => {}
    }
    match (class.capacity, shards, locale) {
        (ClassCapacity::Total(mb), ..) => parts.push(size(mb)),
        (ClassCapacity::PerShard(mb), Some(number), _) => {
            parts.push(size(mb.saturating_mul(number.into())));
        }
        (ClassCapacity::PerShard(mb), None, Locale::En) => {
            parts.push(format!("{} per shard", size(mb)));
        }
        (ClassCapacity::PerShard(mb), None, Locale::Zh) => {
            parts.push(format!("每分片 {}", size(mb)));
        }
        (ClassCapacity::Open, ..) => {}
    }
    if let Some(replicas) = class.read_replicas.filter(|replicas| *replicas > 0) {
        parts.push(match locale {
            Locale::En if replicas == 1 => "1 read replica".to_owned(),
            Locale::En => format!("{replicas} read replicas"),
            Locale::Zh => format!("{replicas} 个只读副本"),
        });
    }
    parts.join(pick(locale, ", ", "，"))
}

/// What the catalogue holds of a class, as a list in Markdown.
pub(super) fn class_at_length(class: &Class, ordered: Option<u32>, locale: Locale) -> String {
    let mut out = format!(
        "**`{}`** {}\n",
        class.name,
        class_in_short(class, ordered, locale)
    );
    let mut add = |en: &'static str, zh: &'static str, value: String| {
        if !value.is_empty() {
            let colon = pick(locale, ": ", "：");
            let _ = write!(out, "\n- {}{colon}{value}", pick(locale, en, zh));
        }
    };
    let family = class
        .family
        .map(|family| family.label().get(locale).to_owned());
    add("family", "系列", family.unwrap_or_default());
    add(
        "layout",
        "架构",
        class.layout.label().get(locale).to_owned(),
    );
    add(
        "engine versions",
        "引擎版本",
        class.engine_versions.join(", "),
    );
    let bandwidth = class
        .bandwidth_mbps
        .map(|number| format!("{number} Mbit/s"));
    add("bandwidth", "带宽", bandwidth.unwrap_or_default());
    let connections = class.connections.map(|number| number.to_string());
    add("connections", "连接数", connections.unwrap_or_default());
    add("state", "状态", class.state.label().get(locale).to_owned());
    let date = class.source.date.get(locale);
    add(
        "source",
        "来源",
        format!("{}{}", class.source.title, bracketed(date, locale)),
    );
    for note in class.notes {
        let _ = write!(out, "\n- {}", note.get(locale));
    }
    out
}

fn bracketed(text: &str, locale: Locale) -> String {
    match (text.is_empty(), locale) {
        (true, _) => String::new(),
        (false, Locale::En) => format!(" ({text})"),
        (false, Locale::Zh) => format!("（{text}）"),
    }
}

/// What a document says of a parameter, in Markdown.
pub(super) fn parameter(row: &Parameter, profile: &Profile, locale: Locale) -> String {
    let need = match row.need {
        Need::Required => pick(locale, ", required", "，必填"),
        Need::RequiredOnWire => pick(locale, ", required in a URL", "，在 URL 中必填"),
        Need::Optional => "",
    };
    let mut out = format!("**`{}`** {}{need}\n", row.name, row.kind.name());
    let mut paragraph = |text: &str| {
        if !text.is_empty() {
            let _ = write!(out, "\n{text}\n");
        }
    };
    let both = |first: Bilingual, second: Bilingual| {
        let (first, second) = (first.get(locale), second.get(locale));
        let colon = if first.is_empty() || second.is_empty() {
            ""
        } else {
            pick(locale, ": ", "：")
        };
        format!("{first}{colon}{second}")
    };
    paragraph(&both(row.label, row.hint));
    if !matches!(row.constraint, Constraint::Any | Constraint::ByRule) {
        let takes = export::constraint(&row.constraint, locale);
        paragraph(&format!("{}{takes}", pick(locale, "Takes ", "取值：")));
    }
    if let Some(default) = row.default {
        paragraph(&format!(
            "{}`{default}`",
            pick(locale, "Default: ", "默认值：")
        ));
    }
    let citation = row.citation;
    if !citation.quote.is_empty() {
        paragraph(&format!("> {}", citation.quote.replace('\n', " ")));
    }
    let document = if citation.document.is_empty() {
        profile.document
    } else {
        citation.document
    };
    // Another document has an edition of its own.
    let edition = profile
        .edition_beside_document(locale)
        .filter(|_| document == profile.document)
        .map_or_else(String::new, |edition| bracketed(edition, locale));
    let section = if citation.section.is_empty() {
        String::new()
    } else {
        format!("{}{}", pick(locale, ", ", "，"), citation.section)
    };
    paragraph(&format!(
        "*{}*: {document}{edition}{section}",
        profile.title.get(locale)
    ));
    out
}

/// What a code means, in Markdown: the beginning of its page.
pub(super) fn code(code: Code, locale: Locale) -> String {
    let info = code.info();
    format!(
        "**`{}`** {} · {}\n\n{}\n\n{}{}",
        code.name(),
        info.title.get(locale),
        code.severity().label(locale),
        info.reason.get(locale),
        pick(locale, "More: `kvspec explain ", "详情：`kvspec explain "),
        format_args!("{}`", code.name()),
    )
}
