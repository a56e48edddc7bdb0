use super::{Ref, SettingValues};
use crate::diagnostic::Code;
use crate::text::time::TimeForm;

/// What the value of one parameter must satisfy.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Constraint {
    /// Nothing beyond its type.
    Any,
    /// Nothing by itself: rules of the table judge it where it applies.
    ByRule,
    /// Text that does not hold this.
    Without(&'static str),
    /// The identifier of something within what another parameter names: it begins with that.
    Within(Ref),
    /// One of these texts, compared exactly.
    OneOf(&'static [&'static str]),
    /// One of these whole numbers, ascending.
    Integers(&'static [u32]),
    /// One of the whole numbers that another parameter's value allows.
    IntegersBy {
        /// The parameter that decides.
        decided_by: Ref,
        /// For each of its values, the numbers allowed, ascending.
        cases: &'static [(&'static str, &'static [u32])],
    },
    /// The same, where it applies: rules of the table judge it.
    IntegersByRule {
        /// The parameter that decides.
        decided_by: Ref,
        /// For each of its values, the numbers allowed, ascending.
        cases: &'static [(&'static str, &'static [u32])],
    },
    /// A whole number in a range; without an upper end where the document gives none.
    Range {
        /// Smallest value.
        min: u64,
        /// Largest value.
        max: Option<u64>,
    },
    /// `true` or `false`, as text.
    Boolean,
    /// A display name.
    Name(NameRule),
    /// A password.
    Password(PasswordRule),
    /// An idempotency token: at most so many ASCII characters.
    Token {
        /// Most characters.
        max: u32,
    },
    /// Free text of at most so many characters.
    Description {
        /// Most characters.
        max: u32,
    },
    /// A dotted IPv4 address.
    Ipv4,
    /// Settings of the Redis server: the keys that the document's sample shows.
    Config(&'static [ConfigKey]),
    /// Settings of the server, by name: what a catalogue of them says.
    Settings(&'static SettingCatalogue),
    /// An instance class: an open set, in which white space has no place.
    InstanceClass,
    /// A version: one of these texts, or a newer one of the form `N.N`, of which the document
    /// does not know yet.
    Versions(&'static [&'static str]),
    /// A time.
    Time(TimeForm),
    /// The first part of a connection address: so many lowercase letters, digits and hyphens, the
    /// first of them a letter.
    Prefix {
        /// Fewest characters.
        min: u32,
        /// Most characters.
        max: u32,
    },
    /// Texts with commas between them, none of them twice.
    Distinct,
    /// Some of these words, with commas between them, or a JSON object as text.
    Modes(&'static [&'static str]),
    /// IPv4 addresses and CIDR blocks that may connect, in a list or with commas between them.
    Whitelist,
    /// JD Cloud's base64 of `{"activity": {"activityType": …, "activityIdentifier": …}}`.
    Activity,
}

/// A catalogue of settings of the server.
#[derive(Debug)]
pub struct SettingCatalogue {
    /// The document or list that it is from.
    pub name: &'static str,
    /// What is known of a setting and its value.
    pub judge: SettingJudge,
}

/// How a catalogue knows of a setting and its value.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum SettingJudge {
    /// By a function of this library.
    Code(fn(name: &str, value: &str) -> SettingSaid),
    /// By data of a profile that was read from a file.
    #[cfg(feature = "profile-files")]
    Data(super::OwnSettings),
}

impl SettingCatalogue {
    /// What is known of a setting and its value.
    #[must_use]
    pub fn judge(&self, name: &str, value: &str) -> SettingSaid {
        match self.judge {
            SettingJudge::Code(judge) => judge(name, value),
            #[cfg(feature = "profile-files")]
            SettingJudge::Data(settings) => super::own::judge(settings.0, name, value),
        }
    }
}

/// What a catalogue says of a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SettingSaid {
    /// It is there, and takes the value.
    Good,
    /// It is there, and no version takes the value; with what it takes, where that is known.
    Unlikely(Option<SettingValues>),
    /// It is not there; with the nearest one.
    Unknown(Option<&'static str>),
}

/// Rules of a display name. Lengths are in user-perceived characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameRule {
    /// Fewest characters.
    pub min: u32,
    /// Most characters.
    pub max: u32,
    /// Whether the first character must be a letter or a Chinese character.
    pub starts_with_letter: bool,
    /// Which characters it may hold.
    pub characters: NameCharacters,
}

/// Which characters a name may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameCharacters {
    /// Any but these and white space.
    Except(&'static str),
    /// Letters, digits, the underscore and Chinese characters only.
    WordsAndHan,
}

/// What the words are made of that most names are: a letter, and then letters, digits, hyphens and
/// underscores.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    /// ASCII alone.
    Ascii,
    /// Any letter may also be a Chinese character between U+4E00 and U+9FA5.
    AsciiAndHan,
    /// No names but passwords: letters, digits and these, among them an uppercase letter, a
    /// lowercase letter and a digit.
    Password(&'static str),
}

/// Rules of a password. Lengths are in user-perceived characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordRule {
    /// Fewest characters.
    pub min: u32,
    /// Most characters.
    pub max: u32,
    /// Which characters it may hold.
    pub characters: PasswordCharacters,
    /// How many of `classes` it must hold.
    pub at_least: u32,
    /// The classes that count.
    pub classes: &'static [CharacterClass],
    /// Whether one of letters only or of digits only is hardly meant, though it is not refused.
    pub should_mix: bool,
}

/// Which characters a password may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordCharacters {
    /// None of these; of others than letters and digits the document does not speak.
    Refused(&'static str),
    /// Letters, digits and these.
    Special(&'static str),
}

/// A class of characters that a password rule counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum CharacterClass {
    /// `A` to `Z`.
    Uppercase,
    /// `a` to `z`.
    Lowercase,
    /// `0` to `9`.
    Digit,
    /// A special character that the document allows.
    Special,
}

/// A key of the `Config` parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConfigKey {
    /// Name, exactly as the document's sample writes it.
    pub name: &'static str,
    /// What its value should be.
    pub value: ConfigValue,
}

/// What the value of a `Config` key should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConfigValue {
    /// One of these.
    OneOf(&'static [&'static str]),
    /// A whole number, as a number or as digits in a string.
    Count,
}

/// For each value of a parameter the numbers that it allows another one.
pub(crate) type Cases = &'static [(&'static str, &'static [u32])];

impl Constraint {
    /// Whether only today's editions ask this of a value.
    pub(super) const fn is_of_today(&self) -> bool {
        matches!(
            self,
            Self::Versions(_)
                | Self::Time(_)
                | Self::Prefix { .. }
                | Self::Distinct
                | Self::Modes(_)
                | Self::Whitelist
                | Self::Settings(_)
                | Self::ByRule
                | Self::IntegersByRule { .. }
        )
    }

    /// Whether there is any constraint at all.
    #[must_use]
    pub const fn is_some(&self) -> bool {
        !matches!(self, Self::Any)
    }

    /// The parameter that decides which numbers are allowed, and which those are.
    pub(crate) const fn cases(&self) -> Option<(Ref, Cases)> {
        match *self {
            Self::IntegersBy { decided_by, cases } | Self::IntegersByRule { decided_by, cases } => {
                Some((decided_by, cases))
            }
            _ => None,
        }
    }

    /// Calls `visit` for every value, where they can be listed, in the order of the table.
    #[doc(hidden)]
    pub fn visit_listed(&self, visit: &mut dyn FnMut(&str)) {
        for value in super::values_of(*self) {
            visit(value);
        }
        if let Self::Integers(allowed) = self {
            for number in *allowed {
                visit(itoa::Buffer::new().format(*number));
            }
        }
    }

    /// Of words as [`Words`] has them, which are right whatever their letters: how many of those
    /// they may have.
    #[doc(hidden)]
    #[must_use]
    pub const fn words(&self) -> Option<(Words, u32, u32)> {
        match *self {
            Self::Name(NameRule {
                min,
                max,
                characters: NameCharacters::Except(_),
                ..
            }) => Some((Words::AsciiAndHan, min, max)),
            Self::Description { max } => Some((Words::AsciiAndHan, 1, max)),
            Self::Token { max } => Some((Words::Ascii, 1, max)),
            Self::Password(PasswordRule {
                min,
                max,
                characters,
                at_least: 0..=3,
                ..
            }) => {
                let special = match characters {
                    PasswordCharacters::Refused(_) => "",
                    PasswordCharacters::Special(special) => special,
                };
                Some((Words::Password(special), min, max))
            }
            _ => None,
        }
    }

    /// Whether this constraint can give that finding.
    #[must_use]
    pub fn binds(&self, code: Code) -> bool {
        match self {
            Self::Any | Self::InstanceClass => false,
            Self::Within(_) => code == Code::ZoneOutsideRegion,
            Self::ByRule
            | Self::Without(_)
            | Self::OneOf(_)
            | Self::Integers(_)
            | Self::IntegersBy { .. }
            | Self::IntegersByRule { .. }
            | Self::Boolean => code == Code::InvalidValue,
            Self::Range { .. } => matches!(code, Code::InvalidValue | Code::OutOfRange),
            Self::Name(rule) => match code {
                Code::NameFirstCharacter => rule.starts_with_letter,
                Code::NameLength
                | Code::NameForbiddenCharacter
                | Code::LengthAmbiguous
                | Code::InvisibleCharacter => true,
                _ => false,
            },
            Self::Password(rule) => match code {
                Code::PasswordLength | Code::PasswordForbiddenCharacter => true,
                Code::PasswordCharacterClasses => rule.at_least > 0,
                Code::PasswordUndocumentedCharacter => {
                    matches!(rule.characters, PasswordCharacters::Refused(_))
                }
                Code::UnlikelyValue => rule.should_mix,
                _ => false,
            },
            Self::Token { .. } => {
                matches!(
                    code,
                    Code::TokenLength | Code::TokenNotAscii | Code::TokenReused
                )
            }
            Self::Description { .. } => {
                matches!(code, Code::DescriptionLength | Code::LengthAmbiguous)
            }
            Self::Ipv4 => matches!(code, Code::MalformedIp | Code::IpNotPrivate),
            Self::Settings(_) => {
                matches!(code, Code::ConfigUnknownKey | Code::ConfigUnlikelyValue)
            }
            Self::Config(_) => matches!(
                code,
                Code::MalformedJson | Code::ConfigUnknownKey | Code::ConfigUnlikelyValue
            ),
            Self::Versions(_) => matches!(code, Code::InvalidValue | Code::NewerVersion),
            Self::Time(_) => code == Code::MalformedTime,
            Self::Prefix { .. } => matches!(code, Code::MalformedPrefix | Code::UnlikelyValue),
            Self::Distinct => code == Code::DuplicateItem,
            Self::Modes(_) => code == Code::UnlikelyValue,
            Self::Whitelist => matches!(code, Code::MalformedCidr | Code::OpenWhitelist),
            Self::Activity => matches!(code, Code::MalformedBase64 | Code::MalformedJson),
        }
    }
}
