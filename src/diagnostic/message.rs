//! The templates that turn findings into sentences.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::Locale;
use super::args::{Arg, Args, CharacterName};
use crate::words::Bilingual;

/// What the placeholders of a template stand for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sentence<'a> {
    pub(super) args: &'a Args,
    pub(super) parameter: Option<&'static str>,
    pub(super) locale: Locale,
}

impl Sentence<'_> {
    /// Renders the first of the templates whose placeholders all have a value, or else the last.
    pub(super) fn first_of(self, templates: &[Bilingual]) -> String {
        let complete = |template: &&Bilingual| {
            let mut placeholders = Pieces(template.get(self.locale));
            placeholders.all(|(_, name)| name.is_none_or(|name| self.has(name)))
        };
        match templates {
            [only] => self.render(only),
            [.., last] => self.render(templates.iter().find(complete).unwrap_or(last)),
            [] => String::new(),
        }
    }

    fn has(self, name: &str) -> bool {
        self.args.get(name).is_some() || (name == "parameter" && self.parameter.is_some())
    }

    fn render(self, template: &Bilingual) -> String {
        let template = template.get(self.locale);
        let mut out = String::with_capacity(template.len() + 48);
        for (text, name) in Pieces(template) {
            out.push_str(text);
            let Some(name) = name else { continue };
            let end = out.len();
            match (self.args.get(name), self.parameter) {
                (Some(arg), _) => write_arg(&mut out, arg, self.locale),
                (None, Some(parameter)) if name == "parameter" => out.push_str(parameter),
                _ => {}
            }
            // A document need not label its parameters: no colon stands before nothing.
            if out.len() == end {
                let colon = [": ", "："].into_iter().find(|colon| out.ends_with(colon));
                out.truncate(end - colon.map_or(0, str::len));
            }
        }
        out
    }
}

/// The pieces of a template: text, and the placeholder behind it.
struct Pieces<'t>(&'t str);

impl<'t> Iterator for Pieces<'t> {
    type Item = (&'t str, Option<&'t str>);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = std::mem::take(&mut self.0);
        match rest.split_once('{') {
            Some((text, behind)) => {
                let (name, rest) = behind.split_once('}')?;
                self.0 = rest;
                Some((text, Some(name)))
            }
            None => (!rest.is_empty()).then_some((rest, None)),
        }
    }
}

/// The placeholders of a template.
#[cfg(all(test, feature = "prose"))]
pub(crate) fn placeholders(template: &str) -> std::collections::BTreeSet<&str> {
    Pieces(template).filter_map(|(_, name)| name).collect()
}

fn write_arg(out: &mut String, arg: &Arg, locale: Locale) {
    match arg {
        Arg::Number(number) => out.push_str(itoa::Buffer::new().format(*number)),
        Arg::Text(text) => out.push_str(text),
        Arg::Term(term) => out.push_str(term.text(locale)),
        Arg::Bilingual(text) => out.push_str(text.get(locale)),
        Arg::Translated(texts) => out.push_str(match locale {
            Locale::En => &texts.0,
            Locale::Zh => &texts.1,
        }),
        Arg::Any(_) | Arg::AnyOf(_) | Arg::AnyNumber(_) | Arg::Terms(_) => {
            let quote = !matches!(arg, Arg::Terms(_));
            join(out, &arg.listed(|term| term.text(locale)), quote, locale);
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

fn quote(out: &mut String, value: &str) {
    out.push('`');
    out.push_str(value);
    out.push('`');
}

fn join(out: &mut String, values: &[Cow<'_, str>], quoted: bool, locale: Locale) {
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            out.push_str(match (locale, index + 1 == values.len()) {
                (Locale::En, true) => " or ",
                (Locale::En, false) => ", ",
                (Locale::Zh, true) => "或",
                (Locale::Zh, false) => "、",
            });
        }
        if quoted {
            quote(out, value);
        } else {
            out.push_str(value);
        }
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
                quote(out, character.encode_utf8(&mut [0; 4]));
                // What looks like a sign of ASCII is told apart by its number.
                if crate::text::looks_like_ascii(character) {
                    let _ = write!(out, " (U+{:04X})", u32::from(character));
                }
            }
        }
    }
}

/// Of what the features leave out, there is nothing to test.
#[cfg(all(test, feature = "prose"))]
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
        let template = Bilingual::new("takes {allowed}", "可取 {allowed}");
        for arg in [
            Arg::AnyOf(&["1-3", "b", "12"]),
            Arg::Any(["1-3", "b", "12"].map(Into::into).into()),
        ] {
            let args = Args::from([("allowed", arg)]);
            let in_locale = |locale| Sentence {
                args: &args,
                parameter: None,
                locale,
            };
            let en = in_locale(Locale::En).first_of(&[template]);
            assert_eq!(en, "takes `1-3`, `b` or `12`");
            let zh = in_locale(Locale::Zh).first_of(&[template]);
            assert_eq!(zh, "可取 `1-3`、`b`或`12`");
        }
    }

    #[test]
    fn the_first_complete_template_is_taken() {
        let templates = [
            Bilingual::new("{parameter} is {value}", "{parameter} 为 {value}"),
            Bilingual::new("{parameter} is wrong", "{parameter} 有误"),
            Bilingual::new("{value} is wrong", "{value} 有误"),
        ];
        let message = |args: &Args, parameter| {
            Sentence {
                args,
                parameter,
                locale: Locale::En,
            }
            .first_of(&templates)
        };
        let value = Args::from([("value", Arg::Number(7))]);
        assert_eq!(message(&value, Some("Period")), "Period is 7");
        assert_eq!(message(&Args::new(), Some("Period")), "Period is wrong");
        assert_eq!(message(&value, None), "7 is wrong");
        assert_eq!(message(&Args::new(), None), " is wrong");
    }
}
