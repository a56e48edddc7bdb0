//! Which arguments the findings of each code carry: what programs can rely on in `args`.

use super::Code;

/// The published JSON type of an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ArgumentKind {
    /// A whole number.
    Number,
    /// A text: a name or value as it is written, or a phrase.
    Text,
    /// The fixed word of a [`Term`](super::Term).
    Term,
    /// Texts.
    Texts,
    /// Fixed words of [`Term`](super::Term)s.
    Terms,
    /// Characters, or no more than their kinds, with how often each occurs.
    Characters,
}

/// One argument that the findings of a code carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ArgumentInfo {
    /// Its name in `args`.
    pub name: &'static str,
    /// Its type.
    pub kind: ArgumentKind,
    /// Whether some findings of the code are without it.
    pub optional: bool,
}

/// Arguments that all findings of a code carry, and behind the semicolon those that some do.
macro_rules! arguments {
    ($($name:ident: $kind:ident),* $(; $($optional:ident: $optional_kind:ident),+)?) => {
        &[
            $(ArgumentInfo {
                name: stringify!($name),
                kind: ArgumentKind::$kind,
                optional: false,
            },)*
            $($(ArgumentInfo {
                name: stringify!($optional),
                kind: ArgumentKind::$optional_kind,
                optional: true,
            },)+)?
        ]
    };
}

impl Code {
    /// The arguments that findings of this code carry.
    ///
    /// ```
    /// use kvspec::Code;
    /// let names: Vec<&str> = Code::NameLength.arguments().iter().map(|each| each.name).collect();
    /// assert_eq!(names, ["count", "min", "max"]);
    /// ```
    #[must_use]
    pub const fn arguments(self) -> &'static [ArgumentInfo] {
        match self {
            Self::Syntax => arguments!(format: Term, problem: Term),
            Self::TypeMismatch => arguments!(expected: Term, found: Term; parameter: Text),
            Self::DuplicateParameter => arguments!(; parameter: Text, key: Text),
            Self::SecretInSpec => arguments!(parameter: Text),
            Self::ParameterCase => arguments!(written: Text, documented: Text),
            Self::RequiredParameter => arguments!(label: Text),
            Self::RequiredOneOf => arguments!(parameters: Texts),
            Self::RequiredWhen => {
                arguments!(label: Text; when: Text, equals: Text, by_default: Text)
            }
            Self::RequiredWith => arguments!(with: Texts, label: Text),
            Self::NotApplicable => arguments!(when: Text, equals: Text),
            Self::InvalidValue => {
                arguments!(; value: Text, allowed: Texts, neighbour: Text, when: Text, equals: Text, forbidden: Text, written: Text, negative: Text)
            }
            Self::OutOfRange => arguments!(min: Number; value: Text, max: Number),
            Self::NameLength | Self::PasswordLength => {
                arguments!(count: Number, min: Number, max: Number)
            }
            Self::NameForbiddenCharacter | Self::TokenNotAscii | Self::InvisibleCharacter => {
                arguments!(count: Number, characters: Characters)
            }
            Self::PasswordForbiddenCharacter => {
                arguments!(count: Number, characters: Characters, allowed: Text)
            }
            Self::PasswordCharacterClasses => {
                arguments!(have: Number, need: Number, missing: Terms, classes: Terms)
            }
            Self::TokenLength | Self::DescriptionLength => {
                arguments!(count: Number, max: Number)
            }
            Self::MalformedJson => arguments!(expected: Term, problem: Term),
            Self::TokenReused => arguments!(other: Term),
            Self::IpOutsideVswitch
            | Self::RegionMismatch
            | Self::NetworkMismatch
            | Self::VpcMismatch => arguments!(; value: Text, expected: Text),
            Self::IrreversibleChange => arguments!(; existing: Text, wanted: Text),
            Self::HouseRule => arguments!(
                rule: Text;
                message: Text, pattern: Text, allowed: Texts, value: Text, suggestion: Text,
                missing: Text, forbidden: Text, default: Text
            ),
            Self::ResponseMismatch => arguments!(;
                field: Text, received: Text, ordered: Text, default_of: Text,
                got: Number, wanted: Number
            ),
            Self::ProviderError => arguments!(
                advice: Text;
                provider_code: Text, said: Text, request_id: Text, detection: Text, meaning: Text
            ),
            Self::TypeCoerced => arguments!(found: Term),
            Self::UnknownParameter => {
                arguments!(written: Text; suggestion: Text, why: Text, inside: Text)
            }
            Self::LengthAmbiguous => {
                arguments!(clusters: Number, scalars: Number, utf16: Number, min: Number, max: Number)
            }
            Self::PasswordUndocumentedCharacter => arguments!(count: Number),
            Self::IgnoredParameter => {
                arguments!(; when: Text, equals: Text, requires: Text, wanted: Text, why: Text, value: Text, class: Text)
            }
            Self::IncompletePair | Self::IpWithoutVswitch => arguments!(missing: Text),
            Self::VpcUnspecified => {
                arguments!(; others: Texts, when: Text, equals: Text, why: Text)
            }
            Self::ZoneOutsideRegion => arguments!(; zone: Text, region: Text, alike: Text),
            Self::DryRun => arguments!(; when: Text, equals: Text),
            Self::ClassTypeMismatch => arguments!(; when: Text, equals: Text, class: Text),
            Self::ConflictingValues => arguments!(; value: Text, outer: Text),
            Self::ConfigUnknownKey => arguments!(key: Text; suggestion: Text),
            Self::ConfigUnlikelyValue => {
                arguments!(key: Text; allowed: Texts, takes: Text, when: Text, equals: Text, requires: Text)
            }
            Self::DefaultApplied => arguments!(default: Text; class: Text),
            Self::OneWayChoice => arguments!(consequence: Text; value: Text),
            Self::MetadataOverhead => {
                arguments!(overhead: Number, shards: Number; total: Number, left: Number, when: Text, equals: Text)
            }
            Self::UnknownOperation => arguments!(written: Text; suggestion: Text),
            Self::NotDistinct => {
                arguments!(; other: Text, why: Text, when: Text, equals: Text, requires: Text)
            }
            Self::ConflictingParameters => {
                arguments!(; other: Text, written: Text, why: Text, when: Text, equals: Text, requires: Text)
            }
            Self::SumOutOfRange => {
                arguments!(why: Text; other: Text, max: Number, when: Text, equals: Text, requires: Text)
            }
            Self::MalformedTime => arguments!(expected: Text),
            Self::ShortWindow => arguments!(min: Number; when: Text, equals: Text, requires: Text),
            Self::MalformedPrefix => arguments!(min: Number, max: Number),
            Self::TooManyItems => arguments!(count: Number, max: Number),
            Self::ClassEngineMismatch => {
                arguments!(; class: Text, value: Text, allowed: Texts, why: Text, when: Text, equals: Text, requires: Text)
            }
            Self::UnknownClass => {
                arguments!(date: Text; class: Text, suggestion: Text, when: Text, equals: Text, requires: Text)
            }
            Self::RetiredClass => {
                arguments!(date: Text; class: Text, when: Text, equals: Text, requires: Text)
            }
            Self::CollectiveClass | Self::EncryptionOff => arguments!(; class: Text),
            Self::ClassOperationMismatch | Self::ClassNodeMismatch | Self::ShardCountMismatch => {
                arguments!(why: Text; class: Text, value: Text, when: Text, equals: Text, requires: Text)
            }
            Self::CapacityClassMismatch => {
                arguments!(why: Text; class: Text, value: Text, expected: Number, when: Text, equals: Text, requires: Text)
            }
            Self::UnlikelyValue | Self::TlsOff | Self::SingleNode => {
                arguments!(why: Text; value: Text, class: Text, when: Text, equals: Text, requires: Text)
            }
            Self::SwappedIdentifiers => {
                arguments!(why: Text; value: Text, prefix: Text, when: Text, equals: Text, requires: Text)
            }
            Self::DeprecatedParameter => {
                arguments!(; written: Text, documented: Text, why: Text, value: Text, when: Text, equals: Text, requires: Text)
            }
            Self::DuplicateItem | Self::OpenWhitelist | Self::MalformedCidr | Self::SingleZone => {
                arguments!(; value: Text)
            }
            Self::NewerVersion => arguments!(value: Text, allowed: Texts; why: Text),
            Self::PlaceholderValue => arguments!(; count: Number),
            Self::UnusedIgnore => arguments!(; value: Text, suggestion: Text, problem: Text),
            Self::MemoryBelow => arguments!(; value: Number, min: Number),
            Self::MemoryAbove => arguments!(; value: Number, max: Number),
            Self::FragmentIgnored
            | Self::ZoneUnspecified
            | Self::PlusIsSpace
            | Self::TlsVersionOld
            | Self::PasswordFree
            | Self::PublicEndpoint
            | Self::LiteralPassword
            | Self::ReleaseUnprotected
            | Self::NoBackupWindow
            | Self::NoBackupPolicy
            | Self::BackupLogOff
            | Self::NoAutoRenew
            | Self::NotClustered
            | Self::NameMissing
            | Self::TagsMissing
            | Self::NameFirstCharacter
            | Self::MalformedBase64
            | Self::MalformedIp
            | Self::EmptyList
            | Self::EmptyValue
            | Self::StrayWhitespace
            | Self::IpNotPrivate
            | Self::NoIdempotencyToken
            | Self::PlaintextPassword => &[],
        }
    }
}
