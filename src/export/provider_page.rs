//! What the providers answer: one code for a terminal, or the whole of both tables as a page.

use std::fmt::Write as _;

use crate::documents::{Detection, ProviderError, provider_codes, provider_error, provider_errors};
#[cfg(feature = "editions")]
use crate::documents::{UnlistedError, edition_error, unlisted_error};
#[cfg(feature = "editions")]
use crate::profile::Evidence;
use crate::profile::{Bilingual, Profile};
use crate::words::Locale;

const fn pick(locale: Locale, en: &'static str, zh: &'static str) -> &'static str {
    Bilingual::new(en, zh).get(locale)
}

/// What is known of a provider's code, in Markdown: nothing where no document lists it.
///
/// ```
/// use kvspec::{Locale, export};
/// let page = export::provider_error_page("InvalidPassword.Malformed", Locale::En).unwrap();
/// assert!(page.contains("`/Instances/*/Password`"));
/// assert!(export::provider_error_page("required-when", Locale::En).is_none());
/// ```
#[must_use]
pub fn provider_error_page(code: &str, locale: Locale) -> Option<String> {
    let rows: Vec<&ProviderError> = provider_error(code).collect();
    let first = rows.first()?;
    let mut out = format!("# {}\n\n", first.code);
    section(&mut out, first, &rows, "##", locale);
    Some(out)
}

/// What is known of a provider's code, in Markdown: the rows of [`provider_error_page`], those of
/// today's operations, or what is told of a code that no table lists.
///
/// ```
/// use kvspec::{Locale, export};
/// let page = export::answer_page("InvalidShardInfo.Format", Locale::En).unwrap();
/// assert!(page.contains("`/ShardCount`"));
/// let page = export::answer_page("EngineVersion.NotSupportOnLocalDisk", Locale::En).unwrap();
/// assert!(page.contains("2026-08-27"));
/// assert!(export::answer_page("required-when", Locale::En).is_none());
/// ```
#[cfg(feature = "editions")]
#[must_use]
pub fn answer_page(code: &str, locale: Locale) -> Option<String> {
    let rows: Vec<&ProviderError> = provider_error(code).chain(edition_error(code)).collect();
    let Some(first) = rows.first() else {
        return unlisted_error(code).map(|met| unlisted_page(met, locale));
    };
    let mut out = format!("# {}\n\n", first.code);
    section(&mut out, first, &rows, "##", locale);
    Some(out)
}

#[cfg(feature = "editions")]
fn unlisted_page(met: &UnlistedError, locale: Locale) -> String {
    let mut out = format!(
        "# {}\n\n**{}** · {} (`{}`)\n\n{}\n\n## {}\n\n{}\n\n## {}\n\n",
        met.code,
        met.meaning.get(locale),
        pick(locale, "provider error", "服务商错误"),
        met.detection.name(),
        met.detection.sentence().get(locale),
        pick(locale, "What to do", "建议"),
        met.advice.get(locale),
        pick(locale, "Where it is known from", "来源"),
    );
    let known = match met.evidence {
        Evidence::Documented => pick(
            locale,
            "The operation's own table leaves it out; an older table of the whole product lists it.",
            "该操作的错误码表未列出；该产品较早的通用错误码表中有。",
        ),
        Evidence::Reported | Evidence::Inferred => pick(
            locale,
            "No table lists it; users met it.",
            "没有错误码表列出；由用户遇到并反馈。",
        ),
    };
    let _ = writeln!(out, "- {known}");
    if !met.seen.is_empty() {
        let _ = writeln!(out, "- {}{}", pick(locale, "dated ", "日期："), met.seen);
    }
    if let Some(status) = met.status {
        let _ = writeln!(out, "- HTTP {status}");
    }
    if let Some(message) = met.message {
        let _ = writeln!(out, "- “{message}”");
    }
    let _ = writeln!(out, "- {}", concerned(met.parameters, locale));
    out
}

/// What the rows of one code have in common, and each row.
fn section(
    out: &mut String,
    first: &ProviderError,
    rows: &[&ProviderError],
    level: &str,
    locale: Locale,
) {
    // Editions may differ in what finds it.
    let mut ways: Vec<Detection> = Vec::new();
    for row in rows {
        if !ways.contains(&row.detection()) {
            ways.push(row.detection());
        }
    }
    let names: Vec<String> = ways.iter().map(|way| format!("`{}`", way.name())).collect();
    let _ = writeln!(
        out,
        "**{}** · {} ({})\n",
        first.meaning().get(locale),
        pick(locale, "provider error", "服务商错误"),
        names.join(pick(locale, ", ", "、"))
    );
    if let [only] = ways.as_slice() {
        let _ = writeln!(out, "{}\n", only.sentence().get(locale));
    } else {
        for way in ways {
            let mut profiles: Vec<String> = Vec::new();
            for row in rows.iter().filter(|row| row.detection() == way) {
                let profile = format!("`{}`", row.profile);
                if !profiles.contains(&profile) {
                    profiles.push(profile);
                }
            }
            let _ = writeln!(
                out,
                "- {}{}{}",
                profiles.join(pick(locale, ", ", "、")),
                pick(locale, ": ", "："),
                way.sentence().get(locale)
            );
        }
        out.push('\n');
    }
    let _ = writeln!(
        out,
        "{level} {}\n\n{}\n",
        pick(locale, "What to do", "建议"),
        first.advice().get(locale)
    );
    let _ = writeln!(
        out,
        "{level} {}\n",
        pick(locale, "What the documents say", "文档内容")
    );
    for row in rows {
        let title = Profile::by_id(row.profile).map_or(row.profile, |p| p.title.get(locale));
        let _ = writeln!(out, "- {title} (`{}`): HTTP {}", row.profile, row.status);
        let source = row.citation();
        let _ = writeln!(
            out,
            "  - {}, {}: “{}”",
            source.document, source.section, row.message
        );
        if let Some(description) = row.description {
            let _ = writeln!(
                out,
                "  - {}“{description}”",
                pick(locale, "described as ", "描述：")
            );
        }
        let _ = writeln!(out, "  - {}", concerned(row.parameters, locale));
    }
}

fn concerned(parameters: &[&str], locale: Locale) -> String {
    if parameters.is_empty() {
        return pick(
            locale,
            "concerns no parameter of the request",
            "不涉及请求中的参数",
        )
        .to_owned();
    }
    let names: Vec<String> = parameters.iter().map(|at| format!("`{at}`")).collect();
    pick(locale, "concerns ", "涉及参数：").to_owned() + &names.join(pick(locale, ", ", "、"))
}

/// The page of all provider errors, in Markdown: a table of both documents, then each code.
#[must_use]
pub fn provider_errors_page(locale: Locale) -> String {
    let mut out = format!(
        "# {}\n\n{}\n\n| {} | HTTP | {} | |\n| --- | --- | --- | --- |\n",
        pick(locale, "Provider errors", "服务商错误"),
        pick(
            locale,
            "What the providers answer when they refuse a request, as two of the documents list it. `client`: a check finds it before the request is sent. `context`: a check finds it if it is told more than the request. `server`: only the provider knows.",
            "服务商拒绝请求时返回的错误，由其中两份文档列出。`client`：发送请求前即可检查出；`context`：提供请求之外的信息时可以检查出；`server`：只有服务商知道。"
        ),
        pick(locale, "code", "错误码"),
        pick(locale, "profile", "规范"),
    );
    for row in provider_errors() {
        let _ = writeln!(
            out,
            "| `{}` | {} | `{}` | {} |",
            row.code,
            row.status,
            row.profile,
            row.detection().name()
        );
    }
    for code in provider_codes() {
        let rows: Vec<&ProviderError> = provider_error(code).collect();
        if let Some(first) = rows.first() {
            let _ = writeln!(out, "\n## {code}\n");
            section(&mut out, first, &rows, "###", locale);
        }
    }
    out
}
