//! One page for each code: what it means, who binds it with which numbers, how to satisfy it.

use std::fmt::Write as _;

use super::describe;
use crate::diagnostic::{Code, Locale, Severity};
use crate::diagnostic::{NAMED_ONLY, Pack};
use crate::documents::{CONTRADICTIONS, PROFILES};
use crate::profile::{Bilingual, Citation, Notion, Object, Profile, Sample, place_of};

/// The page of a code, in Markdown.
#[must_use]
pub fn rule_page(code: Code, locale: Locale) -> String {
    let info = code.info();
    let pick = |en: &'static str, zh: &'static str| Bilingual::new(en, zh).get(locale);
    let mut out = String::new();
    let _ = writeln!(out, "# {}\n", code.name());
    let _ = writeln!(
        out,
        "**{}**{}{}\n",
        info.title.get(locale),
        pick(" · ", " · "),
        code.severity().label(locale)
    );
    let _ = writeln!(
        out,
        "## {}\n\n{}\n",
        pick("Why", "原因"),
        info.reason.get(locale)
    );
    let _ = writeln!(
        out,
        "## {}\n\n{}\n",
        pick("What it says", "提示信息"),
        messages(code, locale)
    );
    if let Some(pack) = Pack::of(code) {
        let _ = writeln!(
            out,
            "## {}\n\n{}\n",
            pick("Pack", "规则包"),
            asking_for(pack, code, locale)
        );
    }
    let _ = writeln!(out, "## {}\n", pick("Where it applies", "适用范围"));
    let mut bound = false;
    for profile in PROFILES {
        let rows = rows(code, profile, locale);
        if rows.is_empty() {
            continue;
        }
        bound = true;
        let _ = writeln!(
            out,
            "### {} (`{}`)\n",
            profile.title.get(locale),
            profile.id
        );
        for row in rows {
            let _ = writeln!(out, "{row}");
        }
        out.push('\n');
    }
    if !bound {
        let _ = writeln!(
            out,
            "{}\n",
            if holds_everywhere(code) {
                pick(
                    "Every profile, whatever the parameter.",
                    "所有规范，与具体参数无关。",
                )
            } else {
                // A build without the tables of other tools has no rows of theirs.
                pick(
                    "Orders in files of other tools alone, such as Terraform's.",
                    "仅见于其他工具的文件中的订单，例如 Terraform 文件。",
                )
            }
        );
    }
    let contradictions: Vec<_> = CONTRADICTIONS
        .iter()
        .filter(|each| each.codes.contains(&code))
        .collect();
    if !contradictions.is_empty() {
        let _ = writeln!(
            out,
            "## {}\n",
            pick("Where the documents disagree", "文档之间的矛盾")
        );
        for each in contradictions {
            let _ = writeln!(
                out,
                "- {} {}",
                each.statement.get(locale),
                each.reading.get(locale)
            );
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// How a code of a pack is asked for.
fn asking_for(pack: Pack, code: Code, locale: Locale) -> String {
    let (id, about) = (pack.id(), pack.about().get(locale));
    let mut out = match locale {
        Locale::En => format!(
            "It belongs to the pack `{id}` ({about}), which is off unless it is asked for: `kvspec lint --pack {id}`, or `packs = [\"{id}\"]` in `kvspec.toml`. It never makes an order invalid."
        ),
        Locale::Zh => format!(
            "属于规则包 `{id}`（{about}），默认不启用：可用 `kvspec lint --pack {id}`，或在 `kvspec.toml` 中写 `packs = [\"{id}\"]`。它不会使订单无效。"
        ),
    };
    out += match (code, locale) {
        (NAMED_ONLY, Locale::En) => {
            " Within the pack it is off, too, until `kvspec.toml` gives it a severity: `severity.not-clustered = \"warning\"`."
        }
        (NAMED_ONLY, Locale::Zh) => {
            "在规则包内也默认关闭，须在 `kvspec.toml` 中为其设定严重程度：`severity.not-clustered = \"warning\"`。"
        }
        (Code::MemoryBelow | Code::MemoryAbove, Locale::En) => {
            " The bounds stand in `kvspec.toml`, and ask for the pack: `packs.cost = { min_mb = 1024, max_mb = 65536 }`."
        }
        (Code::MemoryBelow | Code::MemoryAbove, Locale::Zh) => {
            "上下限写在 `kvspec.toml` 中，写明即启用该规则包：`packs.cost = { min_mb = 1024, max_mb = 65536 }`。"
        }
        _ => "",
    };
    out
}

/// The index of all pages, in Markdown, with links to them.
#[must_use]
pub fn rule_index() -> String {
    let mut out = String::from(
        "# Rules\n\nOne page for each code that `kvspec` reports, in English and Chinese.\n",
    );
    for level in [Severity::Error, Severity::Warning, Severity::Info] {
        let _ = writeln!(
            out,
            "\n## {} · {}\n\n| code | | |\n| --- | --- | --- |",
            level.label(Locale::En),
            level.label(Locale::Zh)
        );
        for code in Code::ALL.iter().filter(|code| code.severity() == level) {
            let title = code.info().title;
            let _ = writeln!(
                out,
                "| [`{code}`]({code}.md) | {} | {} |",
                title.en, title.zh
            );
        }
    }
    out += "\nWhat the providers answer: [provider errors · 服务商错误](provider-errors.md).\n";
    out
}

/// The templates of a code, with what varies from case to case in angle brackets.
fn messages(code: Code, locale: Locale) -> String {
    let info = code.info();
    let general = |text: &str| text.replace('{', "‹").replace('}', "›");
    let mut out = String::new();
    for message in info.messages {
        let _ = writeln!(out, "> {}\n>", general(message.get(locale)));
    }
    let _ = write!(
        out,
        "> *{}* {}",
        Bilingual::new("What to do:", "建议：").get(locale),
        general(info.help.get(locale))
    );
    out
}

/// What a profile binds a code to: a list item for each row.
fn rows(code: Code, profile: &'static Profile, locale: Locale) -> Vec<String> {
    let mut rows = Vec::new();
    profile.visit_objects(&mut |at, object: &'static Object| {
        for parameter in object.parameters {
            if parameter.constraint.binds(code) {
                let mut row = format!(
                    "- `{at}/{}`: {}",
                    parameter.name,
                    describe::constraint(&parameter.constraint, locale)
                );
                if let Some(default) = parameter.default {
                    let _ = match locale {
                        Locale::En => write!(row, "; default `{default}`"),
                        Locale::Zh => write!(row, "；默认 `{default}`"),
                    };
                }
                if let Some(provider) = parameter.provider_code {
                    let _ = match locale {
                        Locale::En => write!(row, "; the provider says `{provider}`"),
                        Locale::Zh => write!(row, "；服务商返回 `{provider}`"),
                    };
                }
                row += &details(code, parameter.citation, parameter.samples, locale);
                rows.push(row);
            }
        }
        let rules = object.rules.iter().chain(object.packs);
        for rule in rules.filter(|rule| rule.code == code) {
            let place = match rule.at {
                Some(parameter) => {
                    let outer = at.rsplit_once('/').map_or(at, |(outer, _)| outer);
                    let around = if parameter.up > 0 { outer } else { at };
                    format!("{around}/{}", parameter.name)
                }
                None if at.is_empty() => "/".to_owned(),
                None => at.to_owned(),
            };
            let when = describe::rule(rule, locale);
            let mut row = match locale {
                Locale::En => format!("- `{place}`: if {when}. {}", rule.reason.en),
                Locale::Zh => format!("- `{place}`：{when}。{}", rule.reason.zh),
            };
            row += &details(code, rule.citation, rule.samples, locale);
            rows.push(row);
        }
        if code == Code::RequiredParameter {
            for parameter in object
                .parameters
                .iter()
                .filter(|p| p.need != crate::profile::Need::Optional)
            {
                let mut row = format!(
                    "- `{at}/{}`: {}",
                    parameter.name,
                    parameter.label.get(locale)
                );
                row += &details(code, parameter.citation, &[], locale);
                rows.push(row);
            }
        }
    });
    rows.extend(rows_beyond(code, profile, locale));
    rows
}

/// Rows that look beyond one request: at its surroundings, at an instance that is there, at the
/// provider's response.
fn rows_beyond(code: Code, profile: &'static Profile, locale: Locale) -> Vec<String> {
    let mut rows = Vec::new();
    let mut add = |place: &str, reason: &str, citation: Citation| {
        let row = format!("- `{place}`: {reason}");
        rows.push(row + &details(code, citation, &[], locale));
    };
    let mut each = |notion: &Notion, reason: &str, citation: Citation| {
        profile.visit_objects(&mut |at, object| {
            if let Some(index) = place_of(object, notion) {
                let place = format!("{at}/{}", object.parameters[index].name);
                add(&place, reason, citation);
            }
        });
    };
    for rule in profile.context_rules {
        if rule.code == code {
            each(rule.notion, rule.reason.get(locale), rule.citation);
        }
    }
    if code == Code::IrreversibleChange {
        for rule in profile.change_rules {
            each(rule.notion, rule.reason.get(locale), rule.citation);
        }
    }
    if let (Code::ResponseMismatch, Some(table)) = (code, profile.response()) {
        for field in table.fields {
            if let Some(parameter) = field.answers {
                let reason = match locale {
                    Locale::En => format!("answers `{parameter}` of the request"),
                    Locale::Zh => format!("对应请求中的 `{parameter}`"),
                };
                add(&format!("/{}", field.name), &reason, field.citation);
            }
        }
    }
    rows
}

fn details(code: Code, citation: Citation, samples: &[Sample], locale: Locale) -> String {
    let pick = |en: &'static str, zh: &'static str| Bilingual::new(en, zh).get(locale);
    let mut out = format!(
        "\n  - {}, {}: “{}”",
        citation.document, citation.section, citation.quote
    );
    let shown = |sample: &&Sample| sample.patch.len() <= 160;
    if let Some(sample) = samples
        .iter()
        .filter(|sample| sample.code == Some(code))
        .find(shown)
    {
        let _ = write!(
            out,
            "\n  - {} `{}`",
            pick("gives it:", "会触发："),
            sample.patch
        );
    }
    if let Some(sample) = samples
        .iter()
        .filter(|sample| sample.code.is_none())
        .find(shown)
    {
        let _ = write!(
            out,
            "\n  - {} `{}`",
            pick("passes:", "可通过："),
            sample.patch
        );
    }
    out
}

/// Whether a finding comes of how any order is written, and of no row.
const fn holds_everywhere(code: Code) -> bool {
    matches!(
        code,
        Code::DuplicateParameter
            | Code::EmptyList
            | Code::EmptyValue
            | Code::FragmentIgnored
            | Code::HouseRule
            | Code::ParameterCase
            | Code::PlaceholderValue
            | Code::PlusIsSpace
            | Code::ProviderError
            | Code::StrayWhitespace
            | Code::Syntax
            | Code::TypeCoerced
            | Code::TypeMismatch
            | Code::UnknownOperation
            | Code::UnknownParameter
            | Code::UnusedIgnore
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "formats")]
    #[test]
    fn what_no_row_gives_holds_everywhere() {
        for code in Code::ALL.iter().copied() {
            let page = rule_page(code, Locale::En);
            let has_rows = page.contains("\n### ");
            assert_eq!(!has_rows, holds_everywhere(code), "{code}");
        }
    }

    #[test]
    fn every_page_is_complete() {
        for code in Code::ALL {
            for locale in [Locale::En, Locale::Zh] {
                let page = rule_page(*code, locale);
                assert!(page.contains(code.info().reason.get(locale)), "{code}");
                assert!(page.contains(code.info().title.get(locale)), "{code}");
                for profile in PROFILES {
                    let bound = !rows(*code, profile, locale).is_empty();
                    let named = page.contains(&format!("`{}`", profile.id));
                    assert_eq!(named, bound, "{code} {}", profile.id);
                }
            }
        }
    }

    #[test]
    fn codes_of_today_have_no_older_row() {
        for code in Code::ALL.iter().filter(|code| code.is_of_today()) {
            let mut binding = (PROFILES.iter().copied())
                .filter(|profile| !rows(*code, profile, Locale::En).is_empty());
            if cfg!(feature = "formats") {
                assert!(binding.clone().next().is_some(), "{code}");
            }
            // The table of a tool may have no date.
            let is_of_today =
                |profile: &'static Profile| profile.wire.converts || profile.since >= "2024-07-30";
            assert!(binding.all(is_of_today), "{code}");
        }
    }

    #[test]
    fn numbers_of_the_row_are_on_the_page() {
        let page = rule_page(Code::NameLength, Locale::En);
        for number in ["2 to 128", "2 to 80", "2 to 32"] {
            assert!(page.contains(number), "{number}");
        }
        let page = rule_page(Code::InvalidValue, Locale::Zh);
        assert!(page.contains("`60`"));
    }
}
