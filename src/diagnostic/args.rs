//! Arguments of findings.

use std::borrow::Cow;
use std::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Locale, Term, Text};
use crate::words::Bilingual;

/// A character that a finding lists, and how often it occurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// One argument of a finding. What comes from the tables is only referred to.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// A figure.
    Number(u64),
    /// A name or a value, as it is written.
    Text(Text),
    /// A notion with a word in each language.
    Term(Term),
    /// Names or values, any of which would do.
    Any(Box<[Text]>),
    /// Values of the tables, any of which would do.
    AnyOf(&'static [&'static str]),
    /// Whole numbers of the tables, ascending, any of which would do. They are shown as ranges.
    AnyNumber(&'static [u32]),
    /// Notions, any of which would do.
    Terms(Terms),
    /// Characters, in order of appearance.
    Characters(Box<[CharacterCount]>),
    /// A text that the tables hold in both languages.
    Bilingual(&'static Bilingual),
    /// A text that comes with the request's surroundings, in English and Chinese.
    Translated(Box<(String, String)>),
}

/// A few notions: as many as there are classes of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Terms([Option<Term>; 4]);

impl Terms {
    /// The notions, in their order.
    pub fn iter(&self) -> impl Iterator<Item = Term> {
        self.0.iter().copied().flatten()
    }
}

impl FromIterator<Term> for Terms {
    fn from_iter<I: IntoIterator<Item = Term>>(terms: I) -> Self {
        let mut terms = terms.into_iter();
        Self(std::array::from_fn(|_| terms.next()))
    }
}

/// Ascending numbers as a reader wants them: `1-9`, `12`, `24`, `36`.
///
/// ```
/// let shown: Vec<String> = kvspec::diagnostic::ranges(&[1, 2, 3, 12]).map(|one| one.to_string()).collect();
/// assert_eq!(shown, ["1-3", "12"]);
/// ```
pub fn ranges(numbers: &[u32]) -> impl Iterator<Item = Numbers> {
    let mut rest = numbers;
    std::iter::from_fn(move || {
        let first = *rest.first()?;
        let run = rest
            .iter()
            .zip(first..=u32::MAX)
            .take_while(|(number, expected)| *number == expected)
            .count();
        // Two numbers are no range.
        let taken = if run > 2 { run } else { 1 };
        let last = rest[taken - 1];
        rest = &rest[taken..];
        Some(Numbers(first, last))
    })
}

/// One number, or all from one to another.
#[derive(Debug, Clone, Copy)]
pub struct Numbers(u32, u32);

impl fmt::Display for Numbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(first, last) = self;
        if first == last {
            write!(f, "{first}")
        } else {
            write!(f, "{first}-{last}")
        }
    }
}

/// The arguments of a finding, by name.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Args {
    /// The first ones, in their place.
    few: [Option<(&'static str, Arg)>; 3],
    more: Vec<(&'static str, Arg)>,
}

impl Args {
    /// No arguments.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            few: [None, None, None],
            more: Vec::new(),
        }
    }

    /// The argument of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Arg> {
        for slot in &self.few {
            let (known, arg) = slot.as_ref()?;
            if *known == name {
                return Some(arg);
            }
        }
        let mut more = self.more.iter();
        more.find(|(known, _)| *known == name).map(|(_, arg)| arg)
    }

    /// The arguments, in the order in which they were given.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Arg)> {
        let all = self.few.iter().flatten().chain(&self.more);
        all.map(|(name, arg)| (*name, arg))
    }

    /// The arguments as a report in one language has them, for serde: phrases are in that language; names, values, fixed
    /// words and figures are the same in every one.
    #[must_use]
    pub fn in_locale(&self, locale: Locale) -> impl Serialize + '_ {
        self.published(locale)
    }

    pub(crate) const fn published(&self, locale: Locale) -> ArgsIn<'_> {
        ArgsIn { args: self, locale }
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.few[0].is_none()
    }

    /// Adds an argument.
    pub(crate) fn with(&mut self, name: &'static str, arg: Arg) -> &mut Self {
        // Two conditions of a rule that was read from a file may say the same: the first counts.
        #[cfg(feature = "profile-files")]
        if self.get(name).is_some() {
            return self;
        }
        debug_assert!(self.get(name).is_none(), "{name} is there");
        match self.few.iter_mut().find(|place| place.is_none()) {
            Some(place) => *place = Some((name, arg)),
            None => self.more.push((name, arg)),
        }
        self
    }

    pub(crate) fn number(&mut self, name: &'static str, value: impl TryInto<u64>) -> &mut Self {
        self.with(name, Arg::Number(value.try_into().unwrap_or(u64::MAX)))
    }

    /// A name or a value, without what is secret in it: a setting that is a password, whom a URL
    /// names.
    pub(crate) fn text(&mut self, name: &'static str, value: impl Into<Text>) -> &mut Self {
        let value = value.into();
        let value = match crate::redact::hidden_within(&value) {
            Some(masked) => masked.into(),
            None => value,
        };
        self.with(name, Arg::Text(value))
    }

    /// A text of the tables.
    pub(crate) fn fixed(&mut self, name: &'static str, value: &'static str) -> &mut Self {
        self.with(name, Arg::Text(Text::fixed(value)))
    }

    pub(crate) fn term(&mut self, name: &'static str, term: Term) -> &mut Self {
        self.with(name, Arg::Term(term))
    }
}

impl<const N: usize> From<[(&'static str, Arg); N]> for Args {
    fn from(args: [(&'static str, Arg); N]) -> Self {
        let mut all = Self::new();
        for (name, arg) in args {
            all.with(name, arg);
        }
        all
    }
}

/// The longest value that a message repeats, in characters. A longer one is left out of it, and
/// the message says the same without it.
const LONGEST_ECHO: usize = 64;

/// A value as a message may repeat it: nothing where it is too long or has characters that would
/// disturb a terminal.
pub(crate) fn abbreviated(value: &str) -> Option<Text> {
    if value.len() <= LONGEST_ECHO && value.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Some(value.into());
    }
    let short = value.chars().take(LONGEST_ECHO + 1).count() <= LONGEST_ECHO;
    let plain = short
        && !value
            .chars()
            .any(|c| crate::text::is_invisible(c) || (c.is_whitespace() && c != ' '));
    plain.then(|| value.into())
}

/// A value of a request as a message may repeat it: nothing, too, where it holds a secret.
pub(crate) fn echoed(value: &str) -> Option<Text> {
    abbreviated(value).filter(|value| crate::redact::hidden_within(value).is_none())
}

impl Arg {
    /// What is listed, if this is a list of texts or notions; `word` gives the word for a notion.
    pub(super) fn listed(&self, word: impl Fn(Term) -> &'static str) -> Vec<Cow<'_, str>> {
        match self {
            Self::Any(values) => values.iter().map(|value| value.as_str().into()).collect(),
            Self::AnyOf(values) => values.iter().map(|value| (*value).into()).collect(),
            Self::AnyNumber(numbers) => ranges(numbers)
                .map(|range| range.to_string().into())
                .collect(),
            Self::Terms(terms) => terms.iter().map(|term| word(term).into()).collect(),
            _ => Vec::new(),
        }
    }
}

/// In English.
impl Serialize for Args {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.in_locale(Locale::En).serialize(serializer)
    }
}

/// In English.
impl Serialize for Arg {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (arg, locale) = (self, Locale::En);
        ArgIn { arg, locale }.serialize(serializer)
    }
}

/// Arguments as a report in one language has them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ArgsIn<'a> {
    args: &'a Args,
    locale: Locale,
}

impl Serialize for ArgsIn<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let locale = self.locale;
        let mut map = serializer.serialize_map(None)?;
        for (name, arg) in self.args.iter() {
            map.serialize_entry(name, &ArgIn { arg, locale })?;
        }
        map.end()
    }
}

struct ArgIn<'a> {
    arg: &'a Arg,
    locale: Locale,
}

impl Serialize for ArgIn<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.arg {
            Arg::Number(number) => serializer.serialize_u64(*number),
            Arg::Text(text) => serializer.serialize_str(text),
            Arg::Term(term) => serializer.serialize_str(term.id()),
            Arg::Bilingual(text) => serializer.serialize_str(text.get(self.locale)),
            Arg::Translated(texts) => serializer.serialize_str(match self.locale {
                Locale::En => &texts.0,
                Locale::Zh => &texts.1,
            }),
            Arg::Any(_) | Arg::AnyOf(_) | Arg::AnyNumber(_) | Arg::Terms(_) => {
                self.arg.listed(Term::id).serialize(serializer)
            }
            Arg::Characters(characters) => serializer.collect_seq(characters),
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

    #[test]
    fn three_numbers_in_a_row_are_a_range() {
        let shown = |numbers: &[u32]| {
            let list: Vec<String> = ranges(numbers).map(|range| range.to_string()).collect();
            list.join(" ")
        };
        assert_eq!(shown(&[]), "");
        assert_eq!(shown(&[7]), "7");
        assert_eq!(shown(&[1, 2, 12]), "1 2 12");
        assert_eq!(shown(&[1, 2, 3, 6, 12, 13]), "1-3 6 12 13");
        assert_eq!(
            shown(&[1, 3, 4, 5, u32::MAX - 1, u32::MAX]),
            "1 3-5 4294967294 4294967295"
        );
    }

    #[test]
    fn an_argument_is_small() {
        assert!(size_of::<Arg>() <= 24, "{}", size_of::<Arg>());
    }
}
