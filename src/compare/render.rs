//! A comparison as text, Markdown and JSON.

use std::fmt::Write as _;

use serde::Serialize;

use super::rule::{RuleSide, conditions};
use super::{Comparison, Difference, Necessity, ParameterDifference, ParameterSide};
use crate::export::constraint;
use crate::report::PublishedCitation;
use crate::words::Bilingual;
use crate::words::Locale;

const fn necessity(need: Necessity) -> Bilingual {
    match need {
        Necessity::Optional => Bilingual::new("optional", "可选"),
        Necessity::Conditional => Bilingual::new("required in some cases", "部分情况下必选"),
        Necessity::Alternative => {
            Bilingual::new("required, or an alternative to it", "与其他参数至少选一")
        }
        Necessity::RequiredOnWire => {
            Bilingual::new("required in a query string", "查询字符串中必选")
        }
        Necessity::Required => Bilingual::new("required", "必选"),
    }
}

/// One difference in words; the second profile is what is spoken of.
fn words(difference: Difference, one: &ParameterDifference, locale: Locale) -> String {
    let zh = locale == Locale::Zh;
    let (Some(a), Some(b)) = (&one.a, &one.b) else {
        return match (difference, zh) {
            (Difference::OnlyInA, false) => "only in the first".to_owned(),
            (Difference::OnlyInA, true) => "仅前者有".to_owned(),
            (_, false) => "only in the second".to_owned(),
            (_, true) => "仅后者有".to_owned(),
        };
    };
    let aspect = difference.aspect().map_or("", |aspect| aspect.text(locale));
    let default = |side: &ParameterSide| match (side.default, zh) {
        (Some(value), _) => format!("`{value}`"),
        (None, false) => "none".to_owned(),
        (None, true) => "无".to_owned(),
    };
    let values = || {
        let (a, b) = (
            constraint(&a.constraint, locale),
            constraint(&b.constraint, locale),
        );
        format!("{a} → {b}")
    };
    let colon = if zh { "：" } else { ": " };
    match difference {
        Difference::OnlyInA | Difference::OnlyInB => String::new(),
        Difference::Renamed if zh => format!("改名：`{}` → `{}`", a.path, b.path),
        Difference::Renamed => format!("renamed: `{}` → `{}`", a.path, b.path),
        Difference::Type if zh => format!("类型：{} → {}", a.kind, b.kind),
        Difference::Type => format!("type: {} → {}", a.kind, b.kind),
        Difference::Need => format!(
            "{}{colon}{} → {}",
            if zh { "是否必选" } else { "need" },
            necessity(a.necessity).get(locale),
            necessity(b.necessity).get(locale)
        ),
        Difference::Default => format!(
            "{}{colon}{} → {}",
            if zh { "默认值" } else { "default" },
            default(a),
            default(b)
        ),
        Difference::Respelled => format!(
            "{}{colon}{}",
            if zh {
                "写法不同"
            } else {
                "spelled otherwise"
            },
            values()
        ),
        Difference::Stricter(_) if zh => format!("{aspect}更严：{}", values()),
        Difference::Stricter(_) => format!("stricter {aspect}: {}", values()),
        Difference::Looser(_) if zh => format!("{aspect}更宽：{}", values()),
        Difference::Looser(_) => format!("looser {aspect}: {}", values()),
        Difference::Different(_) if zh => format!("{aspect}不同：{}", values()),
        Difference::Different(_) => format!("other {aspect}: {}", values()),
    }
}

/// Differences in words, each text once: what is stricter in one aspect and looser in another
/// shows the whole constraint with the first of them only.
fn all_words(one: &ParameterDifference, locale: Locale) -> Vec<String> {
    let mut shown = false;
    one.differences
        .iter()
        .map(|difference| {
            let text = words(*difference, one, locale);
            let values = difference.aspect().is_some() || *difference == Difference::Respelled;
            if values && std::mem::replace(&mut shown, true) {
                let end = text.find([':', '：']).unwrap_or(text.len());
                text[..end].to_owned()
            } else {
                text
            }
        })
        .collect()
}

fn path(one: &ParameterDifference) -> &str {
    let side = one.a.as_ref().or(one.b.as_ref());
    side.map_or("", |side| side.path.as_str())
}

fn rule_words(side: &RuleSide, locale: Locale) -> String {
    let place = if side.path.is_empty() {
        "/"
    } else {
        &side.path
    };
    let when = conditions(side.rule, locale);
    let severity = side.rule.code.severity().label(locale);
    match locale {
        Locale::En => format!("{severity} `{}` at `{place}` when {when}", side.rule.code),
        Locale::Zh => format!(
            "{severity} `{}`，位于 `{place}`，条件：{when}",
            side.rule.code
        ),
    }
}

struct Heads {
    differ: String,
    only_a: String,
    only_b: String,
    rules: &'static str,
    same: String,
}

fn heads(comparison: &Comparison, locale: Locale) -> Heads {
    let (a, b) = (comparison.a.id, comparison.b.id);
    match locale {
        Locale::En => Heads {
            differ: format!("Parameters that differ, from {a} to {b}"),
            only_a: format!("Only in {a}"),
            only_b: format!("Only in {b}"),
            rules: "Rules that differ",
            same: format!("{} parameters are the same in both.", comparison.same),
        },
        Locale::Zh => Heads {
            differ: format!("不同的参数（从 {a} 到 {b}）"),
            only_a: format!("仅 {a} 有"),
            only_b: format!("仅 {b} 有"),
            rules: "不同的规则",
            same: format!("另有 {} 个参数两者相同。", comparison.same),
        },
    }
}

fn split(comparison: &Comparison) -> [Vec<&ParameterDifference>; 3] {
    let mut parts = [Vec::new(), Vec::new(), Vec::new()];
    for one in &comparison.parameters {
        let part = match (&one.a, &one.b) {
            (Some(_), Some(_)) => 0,
            (Some(_), None) => 1,
            (None, _) => 2,
        };
        parts[part].push(one);
    }
    parts
}

pub(super) fn human(comparison: &Comparison, locale: Locale) -> String {
    let heads = heads(comparison, locale);
    let [differ, only_a, only_b] = split(comparison);
    let mut out = String::new();
    if !differ.is_empty() {
        let _ = writeln!(out, "{}", heads.differ);
        for one in differ {
            let _ = writeln!(out, "  {}", path(one));
            for text in all_words(one, locale) {
                let _ = writeln!(out, "      {text}");
            }
        }
        out.push('\n');
    }
    for (head, part) in [(&heads.only_a, only_a), (&heads.only_b, only_b)] {
        if part.is_empty() {
            continue;
        }
        let _ = writeln!(out, "{head}");
        for one in part {
            let _ = writeln!(out, "  {}", path(one));
        }
        out.push('\n');
    }
    if !comparison.rules.is_empty() {
        let _ = writeln!(out, "{}", heads.rules);
        for rule in &comparison.rules {
            let sides = [(&comparison.a, &rule.a), (&comparison.b, &rule.b)];
            for (profile, side) in sides {
                if let Some(side) = side {
                    let _ = writeln!(out, "  {}: {}", profile.id, rule_words(side, locale));
                }
            }
        }
        out.push('\n');
    }
    let _ = writeln!(out, "{}", heads.same);
    out
}

/// A text within a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

pub(super) fn markdown(comparison: &Comparison, locale: Locale) -> String {
    let heads = heads(comparison, locale);
    let [differ, only_a, only_b] = split(comparison);
    let (a, b) = (comparison.a, comparison.b);
    let mut out = format!("# {} ↔ {}\n\n", a.id, b.id);
    for profile in [a, b] {
        let edition = profile
            .edition_beside_document(locale)
            .map_or_else(String::new, |edition| format!(", {edition}"));
        let _ = writeln!(
            out,
            "- `{}`: {}, {}{edition}",
            profile.id,
            profile.title.get(locale),
            profile.document,
        );
    }
    if !differ.is_empty() {
        let (path_head, difference_head) = match locale {
            Locale::En => ("parameter", "difference"),
            Locale::Zh => ("参数", "差异"),
        };
        let _ = writeln!(
            out,
            "\n## {}\n\n| {path_head} | {difference_head} |\n| --- | --- |",
            heads.differ
        );
        for one in differ {
            let texts: Vec<String> = all_words(one, locale)
                .iter()
                .map(|text| cell(text))
                .collect();
            let _ = writeln!(out, "| `{}` | {} |", path(one), texts.join("<br>"));
        }
    }
    for (head, part) in [(&heads.only_a, only_a), (&heads.only_b, only_b)] {
        if part.is_empty() {
            continue;
        }
        let _ = writeln!(out, "\n## {head}\n");
        for one in part {
            let side = one.a.as_ref().or(one.b.as_ref());
            let values = side.map_or_else(String::new, |side| constraint(&side.constraint, locale));
            let need = side.map_or("", |side| necessity(side.necessity).get(locale));
            let _ = writeln!(out, "- `{}`: {need}; {values}", path(one));
        }
    }
    if !comparison.rules.is_empty() {
        let _ = writeln!(
            out,
            "\n## {}\n\n| `{}` | `{}` |\n| --- | --- |",
            heads.rules, a.id, b.id
        );
        for rule in &comparison.rules {
            let side = |side: &Option<RuleSide>| {
                side.as_ref()
                    .map_or_else(String::new, |side| cell(&rule_words(side, locale)))
            };
            let _ = writeln!(out, "| {} | {} |", side(&rule.a), side(&rule.b));
        }
    }
    let _ = writeln!(out, "\n{}", heads.same);
    out
}

/// A comparison in the published JSON, `kvspec/comparison/v1`.
#[derive(Debug, Serialize)]
pub struct PublishedComparison<'c> {
    schema: &'static str,
    a: &'static str,
    b: &'static str,
    same: usize,
    parameters: Vec<PublishedParameter<'c>>,
    rules: Vec<PublishedRule<'c>>,
}

#[derive(Debug, Serialize)]
struct PublishedParameter<'c> {
    notion: &'static str,
    a: Option<PublishedSide<'c>>,
    b: Option<PublishedSide<'c>>,
    differences: Vec<PublishedDifference>,
}

#[derive(Debug, Serialize)]
struct PublishedSide<'c> {
    path: &'c str,
    #[serde(rename = "type")]
    kind: &'static str,
    need: &'static str,
    default: Option<&'static str>,
    constraint: String,
    source: PublishedCitation,
}

#[derive(Debug, Serialize)]
struct PublishedDifference {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    aspect: Option<&'static str>,
    message: String,
}

#[derive(Debug, Serialize)]
struct PublishedRule<'c> {
    kind: &'static str,
    a: Option<PublishedRuleSide<'c>>,
    b: Option<PublishedRuleSide<'c>>,
}

#[derive(Debug, Serialize)]
struct PublishedRuleSide<'c> {
    code: &'static str,
    severity: &'static str,
    path: &'c str,
    when: String,
    source: PublishedCitation,
}

pub(super) fn published(comparison: &Comparison, locale: Locale) -> PublishedComparison<'_> {
    fn side(side: &ParameterSide, locale: Locale) -> PublishedSide<'_> {
        PublishedSide {
            path: &side.path,
            kind: side.kind,
            need: side.necessity.name(),
            default: side.default,
            constraint: constraint(&side.constraint, locale),
            source: side.citation.into(),
        }
    }
    fn rule_side(side: &RuleSide, locale: Locale) -> PublishedRuleSide<'_> {
        PublishedRuleSide {
            code: side.rule.code.name(),
            severity: side.rule.code.severity().name(),
            path: &side.path,
            when: conditions(side.rule, locale),
            source: side.rule.citation.into(),
        }
    }
    PublishedComparison {
        schema: "kvspec/comparison/v1",
        a: comparison.a.id,
        b: comparison.b.id,
        same: comparison.same,
        parameters: comparison
            .parameters
            .iter()
            .map(|one| PublishedParameter {
                notion: one.notion,
                a: one.a.as_ref().map(|a| side(a, locale)),
                b: one.b.as_ref().map(|b| side(b, locale)),
                differences: one
                    .differences
                    .iter()
                    .map(|difference| PublishedDifference {
                        kind: difference.name(),
                        aspect: difference.aspect().map(super::Aspect::name),
                        message: words(*difference, one, locale),
                    })
                    .collect(),
            })
            .collect(),
        rules: comparison
            .rules
            .iter()
            .map(|rule| PublishedRule {
                kind: rule.name(),
                a: rule.a.as_ref().map(|a| rule_side(a, locale)),
                b: rule.b.as_ref().map(|b| rule_side(b, locale)),
            })
            .collect(),
    }
}
