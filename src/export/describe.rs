//! Rows of the tables in words.

use std::fmt::{Display, Write as _};

use crate::diagnostic::{Locale, ranges};
use crate::profile::{
    Bilingual, CharacterClass, Condition, ConfigValue, Constraint, NameCharacters,
    PasswordCharacters, Rule,
};

const fn pick(locale: Locale, en: &'static str, zh: &'static str) -> &'static str {
    Bilingual::new(en, zh).get(locale)
}

/// A constraint in words. Lengths are in user-perceived
/// characters.
///
/// ```
/// use kvspec::{Locale, Profile, export};
/// let profile = Profile::by_id("alibaba.create-instance.cn").unwrap();
/// let period = profile.request.parameter("Period").unwrap();
/// assert_eq!(export::constraint(&period.constraint, Locale::En), "one of `1-9`, `12`, `24`, `36`");
/// ```
#[must_use]
pub fn constraint(constraint: &Constraint, locale: Locale) -> String {
    let zh = locale == Locale::Zh;
    match *constraint {
        Constraint::Without(refused) if zh => format!("不含 `{refused}` 的文本"),
        Constraint::Without(refused) => format!("text without `{refused}`"),
        Constraint::Within(outer) if zh => format!("以 `{}` 的值开头", outer.name),
        Constraint::Within(outer) => format!("begins with the value of `{}`", outer.name),
        Constraint::Any | Constraint::ByRule => {
            pick(locale, "any value of its type", "该类型的任意值").to_owned()
        }
        Constraint::InstanceClass => pick(
            locale,
            "a class name, without white space",
            "规格名称，不含空白字符",
        )
        .to_owned(),
        Constraint::OneOf(values) => one_of(values.iter().copied(), locale),
        Constraint::Versions(values) => {
            let mut out = one_of(values.iter().copied(), locale);
            out += pick(locale, "; a newer one is told", "；更新的版本会提示");
            out
        }
        Constraint::Time(form) if zh => format!("{} 格式的时间", form.pattern()),
        Constraint::Time(form) => format!("a time of the form {}", form.pattern()),
        Constraint::Prefix { min, max } if zh => {
            format!("{min} 到 {max} 个小写字母、数字或连字符，以字母开头")
        }
        Constraint::Prefix { min, max } => format!(
            "{min} to {max} lowercase letters, digits and hyphens, the first of them a letter"
        ),
        Constraint::Distinct => pick(
            locale,
            "texts with commas between them, none of them twice",
            "以逗号分隔、互不重复的文本",
        )
        .to_owned(),
        Constraint::Modes(words) if zh => {
            format!("{} 的逗号列表，或 JSON 对象", words.join("、"))
        }
        Constraint::Modes(words) => {
            format!("a comma list of {}, or a JSON object", words.join(", "))
        }
        Constraint::Whitelist => pick(
            locale,
            "IPv4 addresses and CIDR blocks",
            "IPv4 地址和 CIDR 网段",
        )
        .to_owned(),
        Constraint::Settings(settings) if zh => format!("{}中的参数", settings.name),
        Constraint::Settings(settings) => format!("settings of {}", settings.name),
        Constraint::Boolean => one_of(["true", "false"], locale),
        Constraint::Integers(numbers) => one_of(ranges(numbers), locale),
        Constraint::IntegersBy { decided_by, cases }
        | Constraint::IntegersByRule { decided_by, cases } => cases
            .iter()
            .map(|(value, numbers)| {
                let numbers = one_of(ranges(numbers), locale);
                if zh {
                    format!("`{}` 为 `{value}` 时{numbers}", decided_by.name)
                } else {
                    format!("with `{}` `{value}` {numbers}", decided_by.name)
                }
            })
            .collect::<Vec<_>>()
            .join(pick(locale, "; ", "；")),
        Constraint::Range {
            min,
            max: Some(max),
        } if zh => format!("{min} 到 {max} 的整数"),
        Constraint::Range {
            min,
            max: Some(max),
        } => format!("a whole number from {min} to {max}"),
        Constraint::Range { min, max: None } if zh => format!("不小于 {min} 的整数"),
        Constraint::Range { min, max: None } => format!("a whole number of at least {min}"),
        Constraint::Name(rule) => {
            let mut out = length(rule.min, rule.max, locale);
            if rule.starts_with_letter {
                out += pick(
                    locale,
                    "; begins with a letter or a Chinese character",
                    "；以大小写字母或中文开头",
                );
            }
            match rule.characters {
                NameCharacters::Except(refused) => {
                    out += pick(locale, "; no white space and none of ", "；不含空白字符和 ");
                    let _ = write!(out, "`{}`", spaced(refused));
                }
                NameCharacters::WordsAndHan => {
                    out += pick(
                        locale,
                        "; only letters, digits, underscores and Chinese characters",
                        "；只能包含字母、数字、下划线和中文",
                    );
                }
            }
            out
        }
        Constraint::Password(rule) => {
            let mut out = length(rule.min, rule.max, locale);
            match rule.characters {
                PasswordCharacters::Refused(refused) => {
                    out += pick(locale, "; none of ", "；不含 ");
                    let _ = write!(out, "{}", code_span(&spaced(refused)));
                }
                PasswordCharacters::Special("") => {
                    out += pick(locale, "; letters and digits only", "；只能包含字母和数字");
                }
                PasswordCharacters::Special(special) => {
                    out += pick(
                        locale,
                        "; only letters, digits and ",
                        "；只能包含字母、数字和 ",
                    );
                    let _ = write!(out, "`{}`", spaced(special));
                }
            }
            if rule.at_least > 0 {
                let classes: Vec<&str> = rule
                    .classes
                    .iter()
                    .map(|class| class_name(*class, locale))
                    .collect();
                let classes = classes.join(pick(locale, ", ", "、"));
                let _ = if zh {
                    write!(out, "；至少包含以下 {} 种：{classes}", rule.at_least)
                } else {
                    write!(out, "; at least {} of: {classes}", rule.at_least)
                };
            }
            out
        }
        Constraint::Token { max } if zh => format!("最多 {max} 个 ASCII 字符"),
        Constraint::Token { max } => format!("at most {max} ASCII characters"),
        Constraint::Description { max } if zh => format!("最多 {max} 个字符"),
        Constraint::Description { max } => format!("at most {max} characters"),
        Constraint::Ipv4 => {
            pick(locale, "a dotted IPv4 address", "点分十进制 IPv4 地址").to_owned()
        }
        Constraint::Config(keys) => {
            let mut out = pick(
                locale,
                "a JSON object; keys shown by the document: ",
                "JSON 对象；文档列出的键：",
            )
            .to_owned();
            for (index, key) in keys.iter().enumerate() {
                if index > 0 {
                    out += pick(locale, "; ", "；");
                }
                let _ = write!(out, "`{}` ", key.name);
                match key.value {
                    ConfigValue::OneOf(values) => out += &one_of(values.iter().copied(), locale),
                    ConfigValue::Count => out += pick(locale, "a whole number", "整数"),
                }
            }
            out
        }
        Constraint::Activity => {
            let shape = r#"{"activity": {"activityType": …, "activityIdentifier": …}}"#;
            if zh {
                format!("`{shape}` 的 base64 编码")
            } else {
                format!("base64 of `{shape}`")
            }
        }
    }
}

fn length(min: u32, max: u32, locale: Locale) -> String {
    match locale {
        Locale::En => format!("{min} to {max} characters"),
        Locale::Zh => format!("{min} 到 {max} 个字符"),
    }
}

const fn class_name(class: CharacterClass, locale: Locale) -> &'static str {
    class.term().text(locale)
}

fn one_of(values: impl IntoIterator<Item = impl Display>, locale: Locale) -> String {
    let values: Vec<String> = values
        .into_iter()
        .map(|value| format!("`{value}`"))
        .collect();
    let (lead, separator) = match locale {
        Locale::En => (
            if values.len() == 1 {
                "only "
            } else {
                "one of "
            },
            ", ",
        ),
        Locale::Zh => (
            if values.len() == 1 {
                "只能为 "
            } else {
                "可取 "
            },
            "、",
        ),
    };
    format!("{lead}{}", values.join(separator))
}

/// Characters with blanks between them, so that none hides beside another.
fn spaced(characters: &str) -> String {
    let list: Vec<String> = characters.chars().map(String::from).collect();
    list.join(" ")
}

/// A Markdown code span; the fence is longer than any run of backquotes inside.
fn code_span(text: &str) -> String {
    if text.contains('`') {
        format!("`` {text} ``")
    } else {
        format!("`{text}`")
    }
}

/// When a rule between parameters applies, in words: its conditions, joined.
#[must_use]
pub fn rule(rule: &Rule, locale: Locale) -> String {
    let parts: Vec<String> = rule
        .when
        .iter()
        .map(|each| condition(each, locale))
        .collect();
    parts.join(pick(locale, " and ", "，且"))
}

fn quoted_list(names: &[&str], locale: Locale) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(pick(locale, ", ", "、"))
}

/// A condition in words.
#[must_use]
pub fn condition(condition: &Condition, locale: Locale) -> String {
    let quoted = |values: &[&str]| {
        let values: Vec<String> = values.iter().map(|value| format!("`{value}`")).collect();
        values.join(pick(locale, " or ", " 或 "))
    };
    match (condition, locale) {
        (Condition::Is(p, value), Locale::En) => format!("`{}` is `{value}`", p.name),
        (Condition::Is(p, value), Locale::Zh) => format!("`{}` 为 `{value}`", p.name),
        (Condition::IsNot(p, value), Locale::En) => format!("`{}` is not `{value}`", p.name),
        (Condition::IsNot(p, value), Locale::Zh) => format!("`{}` 不为 `{value}`", p.name),
        (Condition::Present(p), Locale::En) => format!("`{}` is given", p.name),
        (Condition::Present(p), Locale::Zh) => format!("提供了 `{}`", p.name),
        (Condition::Absent(p), Locale::En) if p.up > 0 => {
            format!("the request has no `{}`", p.name)
        }
        (Condition::Absent(p), Locale::Zh) if p.up > 0 => format!("整个请求没有 `{}`", p.name),
        (Condition::Absent(p), Locale::En) => format!("`{}` is absent", p.name),
        (Condition::Absent(p), Locale::Zh) => format!("没有 `{}`", p.name),
        (Condition::Valid(p), Locale::En) => format!("`{}` is given and well-formed", p.name),
        (Condition::Valid(p), Locale::Zh) => format!("提供了有效的 `{}`", p.name),
        (Condition::StartsWith(p, values), Locale::En) => {
            format!("`{}` begins with {}", p.name, quoted(values))
        }
        (Condition::StartsWith(p, values), Locale::Zh) => {
            format!("`{}` 以 {} 开头", p.name, quoted(values))
        }
        (Condition::NotWithin(inner, outer), Locale::En) => {
            format!(
                "`{}` does not begin with the value of `{}`",
                inner.name, outer.name
            )
        }
        (Condition::NotWithin(inner, outer), Locale::Zh) => {
            format!("`{}` 不以 `{}` 的值开头", inner.name, outer.name)
        }
        (Condition::Differs(inner, outer), Locale::En) => {
            format!(
                "`{}` differs from the `{}` of the whole request",
                inner.name, outer.name
            )
        }
        (Condition::Differs(inner, outer), Locale::Zh) => {
            format!("`{}` 与整个请求的 `{}` 不同", inner.name, outer.name)
        }
        (Condition::NoElement(list, inner), Locale::En) => {
            format!(
                "in no element of `{}` {}",
                list.name,
                self::condition(inner, locale)
            )
        }
        (Condition::NoElement(list, inner), Locale::Zh) => {
            format!(
                "`{}` 中没有任何元素满足“{}”",
                list.name,
                self::condition(inner, locale)
            )
        }
        (Condition::OneOf(p, values), Locale::En) => format!("`{}` is {}", p.name, quoted(values)),
        (Condition::OneOf(p, values), Locale::Zh) => format!("`{}` 为 {}", p.name, quoted(values)),
        (Condition::AtLeast(p, least), Locale::En) => format!("`{}` is at least {least}", p.name),
        (Condition::AtLeast(p, least), Locale::Zh) => format!("`{}` 不小于 {least}", p.name),
        (Condition::AtMost(p, most), Locale::En) => format!("`{}` is at most {most}", p.name),
        (Condition::AtMost(p, most), Locale::Zh) => format!("`{}` 不大于 {most}", p.name),
        (Condition::Unknown(p), Locale::En) => format!("`{}` is not known", p.name),
        (Condition::Unknown(p), Locale::Zh) => format!("`{}` 的值未知", p.name),
        (Condition::Wrong(p), Locale::En) => format!("`{}` is wrong by itself", p.name),
        (Condition::Wrong(p), Locale::Zh) => format!("`{}` 本身有误", p.name),
        (Condition::Same(a, b), Locale::En) => format!("`{}` equals `{}`", a.name, b.name),
        (Condition::Same(a, b), Locale::Zh) => format!("`{}` 与 `{}` 相同", a.name, b.name),
        (Condition::LetsEverybodyIn(p), Locale::En) => {
            format!("an entry of `{}` lets everybody in", p.name)
        }
        (Condition::LetsEverybodyIn(p), Locale::Zh) => {
            format!("`{}` 中有一项对所有地址开放", p.name)
        }
        (Condition::Either(conditions), _) => {
            let each: Vec<String> = conditions
                .iter()
                .map(|one| self::condition(one, locale))
                .collect();
            each.join(pick(locale, " or ", "，或"))
        }
        (Condition::Passes(test, reads), _) => {
            let names: Vec<&str> = reads.iter().map(|p| p.name).collect();
            let names = quoted_list(&names, locale);
            if locale == Locale::Zh {
                format!("{names} 符合“{}”", test.name.replace('-', " "))
            } else {
                format!("{names}: {}", test.name.replace('-', " "))
            }
        }
    }
}
