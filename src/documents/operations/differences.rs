//! Where a vendor's package says something else than a profile, and why the profile stays as it is.
//! `make editions` reads the newest packages and passes over these.

use crate::profile::Bilingual;

/// In what a package and a profile differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// The package has a parameter that the profile does not have.
    Missing,
    /// The profile has a parameter that the package does not have.
    Superfluous,
    /// The type.
    Type,
    /// The values that there are.
    Values,
    /// The least number.
    Minimum,
    /// The greatest number.
    Maximum,
    /// The shortest and the longest text.
    Length,
    /// The value of an absent parameter.
    Default,
    /// Whether it has to be there.
    Required,
}

impl Aspect {
    /// Its name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Superfluous => "superfluous",
            Self::Type => "type",
            Self::Values => "values",
            Self::Minimum => "minimum",
            Self::Maximum => "maximum",
            Self::Length => "length",
            Self::Default => "default",
            Self::Required => "required",
        }
    }
}

/// A known difference between a package and a profile.
#[derive(Debug, Clone, Copy)]
pub struct KnownDifference {
    /// Identifiers of the profiles.
    pub profiles: &'static [&'static str],
    /// JSON Pointer to the parameter, `*` for the elements of a list.
    pub path: &'static str,
    /// In what they differ.
    pub aspect: Aspect,
    /// What the package says, as `make editions` prints it; `*` for whatever it says.
    pub theirs: &'static str,
    /// The contradiction that it belongs to, where there is a row of one.
    pub contradiction: Option<&'static str>,
    /// Why the profile stays as it is.
    pub reason: Bilingual,
}

pub(super) static DIFFERENCES: &[KnownDifference] = &[];
