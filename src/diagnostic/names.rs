//! Published names as text and for serde: `code`, `severity`, `locale`.

use std::fmt;
use std::str::FromStr;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Code, Locale, Severity, UnknownCode};

/// The name is not the name of a severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no such severity: it is `info`, `warning` or `error`")]
#[non_exhaustive]
pub struct UnknownSeverity;

/// The name is not the name of a language that messages are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no such language: it is `en` or `zh`")]
#[non_exhaustive]
pub struct UnknownLocale;

impl FromStr for Severity {
    type Err = UnknownSeverity;

    /// Reads the published name.
    fn from_str(name: &str) -> Result<Self, UnknownSeverity> {
        let all = [Self::Info, Self::Warning, Self::Error];
        let found = all.into_iter().find(|severity| severity.name() == name);
        found.ok_or(UnknownSeverity)
    }
}

impl FromStr for Locale {
    type Err = UnknownLocale;

    /// Reads the published name. What a browser or a system says is read by
    /// [`Locale::from_accept_language`] and [`Locale::from_tag`].
    fn from_str(name: &str) -> Result<Self, UnknownLocale> {
        let found = [Self::En, Self::Zh]
            .into_iter()
            .find(|locale| locale.name() == name);
        found.ok_or(UnknownLocale)
    }
}

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(name: &str) -> Result<Self, UnknownCode> {
        Self::from_name(name).ok_or(UnknownCode)
    }
}

macro_rules! named {
    ($($kind:ident $what:literal,)+) => {
        $(
            /// The published name.
            impl fmt::Display for $kind {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.pad(self.name())
                }
            }

            /// The published name.
            impl Serialize for $kind {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.name())
                }
            }

            /// The published name.
            impl<'de> Deserialize<'de> for $kind {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    struct Name;

                    impl Visitor<'_> for Name {
                        type Value = $kind;

                        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                            f.write_str(concat!("the name of ", $what))
                        }

                        fn visit_str<E: de::Error>(self, name: &str) -> Result<$kind, E> {
                            name.parse().map_err(E::custom)
                        }
                    }

                    deserializer.deserialize_str(Name)
                }
            }
        )+
    };
}

named! {
    Code "a code",
    Severity "a severity",
    Locale "a language",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_and_written() {
        for severity in [Severity::Info, Severity::Warning, Severity::Error] {
            assert_eq!(severity.to_string().parse(), Ok(severity));
            let json = serde_json::to_string(&severity).expect("a name");
            assert_eq!(
                serde_json::from_str::<Severity>(&json).expect("a name"),
                severity
            );
        }
        for code in Code::ALL {
            let json = serde_json::to_string(code).expect("a name");
            assert_eq!(serde_json::from_str::<Code>(&json).expect("a name"), *code);
        }
        assert_eq!("zh".parse(), Ok(Locale::Zh));
        assert_eq!("zh-Hans".parse::<Locale>(), Err(UnknownLocale));
        assert!(serde_json::from_str::<Code>("\"no-code\"").is_err());
        assert_eq!(
            format!("{:>8}|{:<6}|", Severity::Error, Locale::En),
            "   error|en    |"
        );
    }

    #[test]
    fn a_browser_says_what_it_would_rather_have() {
        for (header, locale) in [
            ("zh-CN,zh;q=0.9,en;q=0.8", Locale::Zh),
            ("en-US,en;q=0.9,zh;q=0.8", Locale::En),
            ("fr;q=0.9, zh;q=0.5", Locale::Zh),
            ("ja, zh-Hans;q=0.9", Locale::Zh),
            ("cmn-Hans", Locale::Zh),
            ("zh;q=0, en;q=0.1", Locale::En),
            ("zh;q=0", Locale::En),
            ("zh;q=0.3, en;q=0.30", Locale::Zh),
            ("*", Locale::En),
            ("zh;q=x", Locale::En),
            ("zh; Q=0.7", Locale::Zh),
            ("", Locale::En),
        ] {
            assert_eq!(Locale::from_accept_language(header), locale, "{header}");
        }
    }
}
