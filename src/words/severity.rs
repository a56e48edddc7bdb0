//! How much a finding matters.

use super::Locale;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing before paying; never changes the verdict.
    Info,
    /// The request very likely does not do what its author wants.
    Warning,
    /// A document says that the request is wrong, which makes it invalid; or a team's own rule
    /// refuses it, which does not.
    Error,
}

impl Severity {
    /// The published name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// What people call it.
    #[must_use]
    pub const fn label(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (severity, Locale::En) => severity.name(),
            (Self::Info, Locale::Zh) => "提示",
            (Self::Warning, Locale::Zh) => "警告",
            (Self::Error, Locale::Zh) => "错误",
        }
    }
}
