//! Arguments of findings, and the templates that turn them into sentences.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::{Locale, Term};
use crate::profile::Bilingual;

/// A character that a finding lists, and how often it occurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CharacterCount {
    /// The character, or for a secret no more than what kind it is.
    pub character: CharacterName,
    /// How often it occurs.
    pub count: u32,
}

/// How a finding names a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CharacterName {
    /// Itself.
    Itself(char),
    /// Its kind alone: the value it comes from is a secret.
    Kind(Term),
}

/// One argument of a finding.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// A figure.
    Number(u64),
    /// A name or a value, as it is written.
    Text(Cow<'static, str>),
    /// A notion with a word in each language.
    Term(Term),
    /// Names or values; `And` and `Or` are how a sentence joins them.
    Any(Vec<Cow<'static, str>>),
    /// Notions, any of which would do.
    Terms(Vec<Term>),
    /// Characters, in order of appearance.
    Characters(Vec<CharacterCount>),
    /// A text that the tables hold in both languages.
    Bilingual(Bilingual),
    /// A text that comes with the request's surroundings, in English and Chinese.
    Translated(String, String),
}

/// The arguments of a finding, by name.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Args(Vec<(&'static str, Arg)>);

impl Args {
    /// No arguments.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The argument of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Arg> {
        self.0
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, arg)| arg)
    }

    /// The arguments, in the order in which they were given.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Arg)> {
        self.0.iter().map(|(name, arg)| (*name, arg))
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.0.push((name, arg));
        self
    }

    pub(crate) fn number(self, name: &'static str, value: impl TryInto<u64>) -> Self {
        self.with(name, Arg::Number(value.try_into().unwrap_or(u64::MAX)))
    }

    pub(crate) fn text(self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.with(name, Arg::Text(value.into()))
    }

    pub(crate) fn term(self, name: &'static str, term: Term) -> Self {
        self.with(name, Arg::Term(term))
    }
}

/// The longest value that a message repeats, in characters. A longer one is left out of it, and
/// the message says the same without it.
const LONGEST_ECHO: usize = 64;

/// A value as a message may repeat it: nothing where it is too long or has characters that would
/// disturb a terminal.
pub(crate) fn abbreviated(value: &str) -> Option<Cow<'static, str>> {
    if value.len() <= LONGEST_ECHO && value.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Some(Cow::Owned(value.to_owned()));
    }
    let short = value.chars().take(LONGEST_ECHO + 1).count() <= LONGEST_ECHO;
    let plain = short
        && !value
            .chars()
            .any(|c| crate::text::is_invisible(c) || (c.is_whitespace() && c != ' '));
    plain.then(|| Cow::Owned(value.to_owned()))
}

/// Renders the first of the templates whose placeholders all have a value.
pub(super) fn render_first(
    templates: &[Bilingual],
    args: &Args,
    parameter: Option<&'static str>,
    locale: Locale,
) -> String {
    let mut last = String::new();
    for template in templates {
        let (text, complete) = render(template.get(locale), args, parameter, locale);
        if complete {
            return text;
        }
        last = text;
    }
    last
}

fn render(
    template: &str,
    args: &Args,
    parameter: Option<&'static str>,
    locale: Locale,
) -> (String, bool) {
    let mut out = String::with_capacity(template.len() + 32);
    let mut complete = true;
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let Some(close) = rest[open..].find('}') else {
            break;
        };
        let name = &rest[open + 1..open + close];
        match (args.get(name), name, parameter) {
            (Some(arg), _, _) => write_arg(&mut out, arg, locale),
            (None, "parameter", Some(parameter)) => out.push_str(parameter),
            _ => complete = false,
        }
        rest = &rest[open + close + 1..];
    }
    out.push_str(rest);
    (out, complete)
}

/// The placeholders of a template.
#[cfg(test)]
pub(crate) fn placeholders(template: &str) -> std::collections::BTreeSet<&str> {
    template
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
        .collect()
}

fn write_arg(out: &mut String, arg: &Arg, locale: Locale) {
    match arg {
        Arg::Number(number) => {
            let _ = write!(out, "{number}");
        }
        Arg::Text(text) => out.push_str(text),
        Arg::Term(term) => out.push_str(term.text(locale)),
        Arg::Bilingual(text) => out.push_str(text.get(locale)),
        Arg::Translated(en, zh) => out.push_str(match locale {
            Locale::En => en,
            Locale::Zh => zh,
        }),
        Arg::Any(values) => {
            join(out, values.len(), locale, |out, index| {
                let _ = write!(out, "`{}`", values[index]);
            });
        }
        Arg::Terms(terms) => {
            join(out, terms.len(), locale, |out, index| {
                out.push_str(terms[index].text(locale));
            });
        }
        Arg::Characters(characters) => {
            for (index, entry) in characters.iter().enumerate() {
                if index > 0 {
                    out.push_str(if locale == Locale::Zh { "、" } else { ", " });
                }
                write_character(out, entry.character, locale);
                if entry.count > 1 {
                    let _ = match locale {
                        Locale::En => write!(out, " ({} times)", entry.count),
                        Locale::Zh => write!(out, "（{} 次）", entry.count),
                    };
                }
            }
        }
    }
}

fn join(out: &mut String, count: usize, locale: Locale, write: impl Fn(&mut String, usize)) {
    for index in 0..count {
        if index > 0 {
            out.push_str(match (locale, index + 1 == count) {
                (Locale::En, true) => " or ",
                (Locale::En, false) => ", ",
                (Locale::Zh, true) => "或",
                (Locale::Zh, false) => "、",
            });
        }
        write(out, index);
    }
}

fn write_character(out: &mut String, character: CharacterName, locale: Locale) {
    match character {
        CharacterName::Kind(term) => out.push_str(term.text(locale)),
        CharacterName::Itself(character) => {
            if character == ' ' {
                out.push_str(if locale == Locale::Zh {
                    "空格"
                } else {
                    "space"
                });
            } else if crate::text::is_invisible(character) || character.is_whitespace() {
                let _ = write!(out, "U+{:04X}", u32::from(character));
            } else {
                let _ = write!(out, "`{character}`");
            }
        }
    }
}

impl Serialize for Args {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, arg) in &self.0 {
            map.serialize_entry(name, arg)?;
        }
        map.end()
    }
}

impl Serialize for Arg {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => serializer.serialize_u64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Term(term) => serializer.serialize_str(term.id()),
            Self::Bilingual(text) => serializer.serialize_str(text.en),
            Self::Translated(en, _) => serializer.serialize_str(en),
            Self::Any(values) => values.serialize(serializer),
            Self::Terms(terms) => {
                let mut list = serializer.serialize_seq(Some(terms.len()))?;
                for term in terms {
                    list.serialize_element(term.id())?;
                }
                list.end()
            }
            Self::Characters(characters) => {
                let mut list = serializer.serialize_seq(Some(characters.len()))?;
                for entry in characters {
                    list.serialize_element(entry)?;
                }
                list.end()
            }
        }
    }
}

impl Serialize for CharacterCount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        match self.character {
            CharacterName::Itself(character) => map.serialize_entry("character", &character)?,
            CharacterName::Kind(term) => map.serialize_entry("kind", term.id())?,
        }
        map.serialize_entry("count", &self.count)?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    #[test]
    fn both_languages_have_the_same_placeholders() {
        for code in Code::ALL {
            let info = code.info();
            for text in info.messages.iter().chain([&info.help]) {
                assert_eq!(placeholders(text.en), placeholders(text.zh), "{code}");
            }
            for text in info
                .messages
                .iter()
                .chain([&info.help, &info.title, &info.reason])
            {
                assert!(!text.en.is_empty() && !text.zh.is_empty(), "{code}");
                // A message that is all placeholder has nothing to translate.
                let translated = !text.zh.is_ascii() || text.zh == "{message}";
                assert!(translated, "{code} is not translated: {}", text.zh);
            }
        }
    }

    #[test]
    fn the_catalogue_is_in_the_order_of_the_codes() {
        for code in Code::ALL {
            assert_eq!(code.info().code, *code);
            assert_eq!(Code::from_name(code.name()), Some(*code));
        }
    }

    #[test]
    fn a_list_reads_as_a_sentence() {
        let args = Args::new().with(
            "allowed",
            Arg::Any(vec!["a".into(), "b".into(), "c".into()]),
        );
        let template = Bilingual::new("takes {allowed}", "可取 {allowed}");
        assert_eq!(
            render_first(&[template], &args, None, Locale::En),
            "takes `a`, `b` or `c`"
        );
        assert_eq!(
            render_first(&[template], &args, None, Locale::Zh),
            "可取 `a`、`b`或`c`"
        );
    }
}
