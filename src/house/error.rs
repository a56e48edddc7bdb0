//! What is wrong with a configuration file, and where.

use std::fmt;

use crate::diagnostic::Pack;
use crate::diagnostic::{Locale, Span};
use crate::words::Bilingual;

/// One mistake in a `kvspec.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConfigError {
    /// Where it stands in the file.
    pub span: Span,
    /// The key concerned, in dotted form; empty if the text cannot be read.
    pub key: String,
    /// What was most likely meant, where that can be guessed.
    pub suggestion: Option<String>,
    pub(super) problem: Problem,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Problem {
    /// It is no TOML; the reason is the parser's, in English.
    Syntax(String),
    UnknownKey(Vec<&'static str>),
    MissingKey(&'static str),
    Type {
        expected: Bilingual,
        found: Bilingual,
    },
    EmptyList,
    /// Blank, or with characters that would disturb a terminal.
    Unshowable,
    Level,
    /// A severity that may not be `off`.
    Least,
    UnknownCode,
    /// The severity of an unreadable text.
    FixedCode,
    Glob(Bilingual),
    /// The pattern's fault, and the character of the pattern where it lies, from 1.
    Pattern(Bilingual, Option<usize>),
    UnknownParameter,
    SecretParameter,
    /// A parameter that only holds others.
    Container,
    ChargeType(Vec<&'static str>),
    Class,
    Pack,
    /// No number of MB.
    Megabytes,
    NoKnownClasses,
    /// The most memory is less than the least.
    Bounds,
}

impl ConfigError {
    /// Whether the text is no TOML.
    #[cfg(feature = "cli")]
    pub(crate) const fn is_syntax(&self) -> bool {
        matches!(self.problem, Problem::Syntax(_))
    }

    /// What is wrong, in one sentence. Neither language repeats a value of the file, but for
    /// the reason why a text is no TOML, which is the parser's and in English.
    #[must_use]
    pub fn message(&self, locale: Locale) -> String {
        let zh = locale == Locale::Zh;
        let key = &self.key;
        match &self.problem {
            Problem::Syntax(reason) if zh => format!("不是有效的 TOML：{reason}"),
            Problem::Syntax(reason) => format!("this is not TOML: {reason}"),
            Problem::UnknownKey(_) if zh => format!("没有 `{key}` 这个键"),
            Problem::UnknownKey(_) => format!("there is no key `{key}`"),
            Problem::MissingKey(name) if zh => format!("`{key}` 缺少键 `{name}`"),
            Problem::MissingKey(name) => format!("`{key}` needs the key `{name}`"),
            Problem::Type { expected, found } if zh => {
                format!("`{key}` 应为{}，而不是{}", expected.zh, found.zh)
            }
            Problem::Type { expected, found } => {
                format!("`{key}` must be {}, not {}", expected.en, found.en)
            }
            Problem::EmptyList if zh => format!("`{key}` 至少需要一项"),
            Problem::EmptyList => format!("`{key}` needs at least one entry"),
            Problem::Unshowable if zh => {
                format!("`{key}` 应为一行可见的文字，且不能为空")
            }
            Problem::Unshowable => {
                format!("`{key}` must be one line of visible text, and not blank")
            }
            Problem::Least if zh => format!("`{key}` 应为 `error`、`warning` 或 `info`"),
            Problem::Least => format!("`{key}` must be `error`, `warning` or `info`"),
            Problem::Level if zh => format!("`{key}` 应为 `error`、`warning`、`info` 或 `off`"),
            Problem::Level => format!("`{key}` must be `error`, `warning`, `info` or `off`"),
            Problem::UnknownCode if zh => format!("`{key}`：没有这个代码"),
            Problem::UnknownCode => format!("`{key}`: there is no such code"),
            Problem::FixedCode if zh => {
                format!("`{key}` 不可更改：无法读取的文本并未经过检查")
            }
            Problem::FixedCode => {
                format!("`{key}` cannot be changed: a text that cannot be read was not checked")
            }
            Problem::Glob(reason) if zh => format!("`{key}` 的通配模式有误：{}", reason.zh),
            Problem::Glob(reason) => format!("`{key}` is not a glob: {}", reason.en),
            Problem::Pattern(reason, at) => {
                let at = match at {
                    Some(at) if zh => format!("第 {at} 个字符处，"),
                    Some(at) => format!("at character {at}: "),
                    None => String::new(),
                };
                if zh {
                    format!("`{key}` 的正则表达式有误：{at}{}", reason.zh)
                } else {
                    format!("`{key}` is not a regular expression: {at}{}", reason.en)
                }
            }
            Problem::UnknownParameter if zh => format!("`{key}`：没有文档有此参数"),
            Problem::UnknownParameter => format!("`{key}`: no document has this parameter"),
            Problem::SecretParameter if zh => {
                format!("`{key}`：该参数是机密，不能规定其取值的模式")
            }
            Problem::SecretParameter => {
                format!("`{key}`: this parameter is secret, and no pattern may look at its value")
            }
            Problem::Container if zh => format!("`{key}`：该参数只包含其他参数，本身没有取值"),
            Problem::Container => {
                format!("`{key}`: this parameter only holds others and has no value itself")
            }
            Problem::ChargeType(_) if zh => format!("`{key}` 不是任何文档中的付费方式"),
            Problem::ChargeType(_) => format!("`{key}` is not a charge type of any document"),
            Problem::Class if zh => {
                format!("`{key}` 应为完整的实例规格名：不含空白字符和通配符，最多 64 个字符")
            }
            Problem::Class => format!(
                "`{key}` must be the whole name of an instance class: no white space, no wildcards, and at most 64 characters"
            ),
            Problem::Pack if zh => format!("`{key}`：没有这个规则包"),
            Problem::Pack => format!("`{key}`: there is no such pack"),
            Problem::Megabytes if zh => format!("`{key}` 应为正整数，单位为 MB"),
            Problem::Megabytes => format!("`{key}` must be a number of MB, at least 1"),
            Problem::Bounds if zh => format!("`{key}` 小于 `min_mb`：任何订单都不可能同时满足两者"),
            Problem::Bounds => {
                format!("`{key}` is less than `min_mb`: no order can be within both")
            }
            Problem::NoKnownClasses if zh => {
                format!("`{key}` 需要 `known-classes`，否则所有规格都是未知的")
            }
            Problem::NoKnownClasses => {
                format!("`{key}` needs `known-classes`: without it every class is unknown")
            }
        }
    }

    /// What to do about it, where there is more to say than the message does.
    #[must_use]
    pub fn help(&self, locale: Locale) -> Option<String> {
        let zh = locale == Locale::Zh;
        if let Some(suggestion) = &self.suggestion {
            return Some(if zh {
                format!("是否想写 `{suggestion}`？")
            } else {
                format!("did you mean `{suggestion}`?")
            });
        }
        let listed = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            names.join(if zh { "、" } else { ", " })
        };
        match &self.problem {
            Problem::UnknownKey(known) if zh => Some(format!("此处的键有 {}", listed(known))),
            Problem::UnknownKey(known) => Some(format!("the keys here are {}", listed(known))),
            Problem::ChargeType(known) if zh => Some(format!("可取 {}", listed(known))),
            Problem::ChargeType(known) => Some(format!("they are {}", listed(known))),
            Problem::Pack => Some(if zh {
                format!("可取 {}", listed(&Pack::ids().collect::<Vec<_>>()))
            } else {
                format!("they are {}", listed(&Pack::ids().collect::<Vec<_>>()))
            }),
            Problem::UnknownCode if zh => Some("`kvspec explain` 列出全部代码".to_owned()),
            Problem::UnknownCode => Some("`kvspec explain` lists all codes".to_owned()),
            _ => None,
        }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start = self.span.start;
        write!(
            f,
            "line {}, column {}: {}",
            start.line,
            start.column,
            self.message(Locale::En)
        )?;
        match self.help(Locale::En) {
            Some(help) => write!(f, "; {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ConfigError {}

/// Everything that is wrong with a `kvspec.toml`, in the order of its text. Its `Display` is one
/// line, so that `?` can carry it; it is read like a slice.
///
/// ```
/// use kvspec::house::HouseRules;
/// fn rules(text: &str) -> Result<HouseRules, Box<dyn std::error::Error>> {
///     Ok(HouseRules::from_toml(text)?)
/// }
/// let error = rules("severities = 1\n").unwrap_err();
/// assert!(error.to_string().starts_with("1 mistake in kvspec.toml: line 1, column 1: "));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigErrors(pub(super) Vec<ConfigError>);

impl std::ops::Deref for ConfigErrors {
    type Target = [ConfigError];

    fn deref(&self) -> &[ConfigError] {
        &self.0
    }
}

impl IntoIterator for ConfigErrors {
    type Item = ConfigError;
    type IntoIter = std::vec::IntoIter<ConfigError>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'e> IntoIterator for &'e ConfigErrors {
    type Item = &'e ConfigError;
    type IntoIter = std::slice::Iter<'e, ConfigError>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl fmt::Display for ConfigErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.len() == 1 { "" } else { "s" };
        write!(f, "{} mistake{plural} in kvspec.toml", self.len())?;
        let line = |error: &ConfigError| crate::text::visible(&error.to_string()).into_owned();
        match self.first() {
            Some(first) => write!(f, ": {}", line(first)),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ConfigErrors {}
