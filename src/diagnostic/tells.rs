//! What the findings of a rule say beside what its conditions say: one row for each code that says anything.

use super::Code;

/// One thing that a finding of a rule says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tells {
    /// The label of the parameter that is missing, as `label`.
    Label,
    /// The name and the value of the first parameter that the rule tests, as `when` and `equals`.
    Tested,
    /// The value of an absent parameter which its default gives, as `by_default`.
    ByDefault,
    /// The other parameters which the rule finds present, as `with`.
    Present,
    /// The other parameters which the rule finds absent, under this name.
    Absent(&'static str),
    /// The first other parameter which the rule finds absent, as `missing`.
    Missing,
    /// The documented name of the parameter, under this name.
    Name(&'static str),
    /// The document's default, as `default`, and the class that it does not fit.
    Default,
    /// The value as it is written, as `value`.
    Value,
    /// The value that the rule asks for, as `value`.
    Wanted,
    /// The first of the beginnings that the rule asks for, as `prefix`.
    Prefix,
    /// The class that the rule tests, as `class`.
    Class,
    /// The other parameter of which the rule speaks, as `other`.
    Other,
    /// The rule's own reason, under this name.
    Why(&'static str),
    /// Nothing of what follows, where a condition or what stands before said enough: one of these names.
    UnlessSaid(&'static [&'static str]),
    /// The least memory that the team wants, as `min`.
    Least,
    /// The most memory that the team wants, as `max`.
    Most,
}

impl Code {
    /// What the findings of rules with this code say, in this order.
    pub(crate) const fn tells(self) -> &'static [Tells] {
        match self {
            Self::RequiredParameter => &[Tells::Label],
            Self::RequiredWhen => &[Tells::Tested, Tells::Label, Tells::ByDefault],
            Self::RequiredWith => &[Tells::Present, Tells::Label],
            Self::RequiredOneOf => &[Tells::Absent("parameters")],
            Self::NotApplicable => &[Tells::Tested],
            Self::VpcUnspecified => &[
                Tells::Absent("others"),
                Tells::UnlessSaid(&["others"]),
                Tells::Why("why"),
            ],
            Self::SecretInSpec => &[Tells::Name("parameter")],
            Self::IncompletePair | Self::IpWithoutVswitch => &[Tells::Missing],
            Self::DefaultApplied => &[Tells::Default],
            Self::OneWayChoice => &[Tells::Wanted, Tells::Why("consequence")],
            Self::ConfigUnlikelyValue => &[Tells::Name("key")],
            Self::SingleZone => &[Tells::Value],
            Self::ClassEngineMismatch => &[Tells::Class, Tells::Value],
            Self::NotDistinct | Self::SumOutOfRange | Self::ConflictingParameters => {
                &[Tells::Why("why"), Tells::Other]
            }
            Self::IgnoredParameter => &[
                Tells::UnlessSaid(&["when", "wanted"]),
                Tells::Why("why"),
                Tells::Value,
            ],
            Self::ClassOperationMismatch
            | Self::ClassNodeMismatch
            | Self::ShardCountMismatch
            | Self::CapacityClassMismatch => &[Tells::Class, Tells::Why("why"), Tells::Value],
            Self::UnlikelyValue | Self::DeprecatedParameter | Self::TlsOff | Self::SingleNode => {
                &[Tells::Why("why"), Tells::Value]
            }
            Self::SwappedIdentifiers => &[Tells::Prefix, Tells::Why("why"), Tells::Value],
            Self::UnknownClass
            | Self::RetiredClass
            | Self::CollectiveClass
            | Self::ClassTypeMismatch
            | Self::EncryptionOff => &[Tells::Class],
            Self::MemoryBelow => &[Tells::Least],
            Self::MemoryAbove => &[Tells::Most],
            _ => &[],
        }
    }

    /// Whether its findings may carry the reason of their rule, which is then one of the texts
    /// that are shown.
    pub(crate) fn tells_reason(self) -> bool {
        self.tells()
            .iter()
            .any(|tells| matches!(tells, Tells::Why(_)))
    }

    /// Whether it is about something that is missing, for which a provider may have a code.
    pub(crate) const fn is_of_the_missing(self) -> bool {
        matches!(
            self,
            Self::RequiredParameter | Self::RequiredWhen | Self::RequiredOneOf
        )
    }

    /// Whether it is about a value that somebody wrote down: a form and a variable have none.
    pub(crate) const fn is_of_writing(self) -> bool {
        matches!(self, Self::PlaintextPassword)
    }

    /// Whether it is about a name, whatever the value is.
    pub(crate) const fn is_of_a_name(self) -> bool {
        matches!(self, Self::DeprecatedParameter)
    }

    /// Whether to take the parameter out mends it.
    pub(crate) const fn is_mended_by_removal(self) -> bool {
        matches!(self, Self::IgnoredParameter | Self::NotApplicable)
    }
}
