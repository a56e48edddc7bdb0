//! Changes to an instance that is there: what 000 allows in one direction only, or never.

use crate::check::Checker;
use crate::diagnostic::{Code, Locale, Severity};
use crate::documents::PROFILES;
use crate::engine::{Change, Existing};
use crate::profile::{Profile, place_of};
use crate::report::Report;
use crate::spec::Spec;

/// What was found about a change.
///
/// Both reports hold only errors that bear on the change: those of an ordinary check at the
/// parameters that change rules read, because a change from or to a wrong value cannot be
/// judged, and in the wanted request every refused change.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Transition {
    /// What is wrong with the request that describes the existing instance.
    pub existing: Report,
    /// What is wrong with the wanted request, `irreversible-change` above all. Positions are
    /// those of the wanted text.
    pub wanted: Report,
}

impl Transition {
    /// Whether the change could be judged, and no document refuses it.
    #[must_use]
    pub fn is_allowed(&self) -> bool {
        self.existing.is_valid() && self.wanted.is_valid()
    }

    /// The refused changes.
    pub fn refused(&self) -> impl Iterator<Item = &crate::Diagnostic> {
        self.wanted
            .iter()
            .filter(|found| found.code == Code::IrreversibleChange)
    }
}

/// No document says which changes the instances of a profile can make.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no document says which changes are possible under {profile}")]
#[non_exhaustive]
pub struct NoChangeRules {
    /// Identifier of the profile.
    pub profile: &'static str,
}

impl NoChangeRules {
    /// The reason in one language.
    #[must_use]
    pub fn message(self, locale: Locale) -> String {
        let known: Vec<&str> = PROFILES
            .iter()
            .filter(|profile| !profile.change_rules.is_empty())
            .map(|profile| profile.id)
            .collect();
        match locale {
            Locale::En => format!("{self}; they are known for {}", known.join(", ")),
            Locale::Zh => format!(
                "没有文档说明 {} 的实例可以如何更改；已知的规范：{}",
                self.profile,
                known.join("、")
            ),
        }
    }
}

/// Whether an existing instance, described by the request that would create it, can become the
/// wanted one: the changes that the console's page refuses give `irreversible-change`. An absent parameter has
/// its default on both sides.
///
/// ```
/// use kvspec::{Profile, check_change};
///
/// let profile = Profile::by_id("alibaba.create-instance.cn").unwrap();
/// let existing = r#"{"RegionId": "cn-hangzhou", "ChargeType": "PrePaid", "Period": "12"}"#;
/// let wanted = r#"{"RegionId": "cn-hangzhou"}"#;
/// let change = check_change(profile, existing, wanted)?;
/// let refused: Vec<&str> = change.refused().map(|found| found.path.as_str()).collect();
/// assert_eq!(refused, ["/ChargeType"]); // absent: PostPaid
/// assert!(check_change(profile, wanted, existing)?.is_allowed());
/// # Ok::<(), kvspec::NoChangeRules>(())
/// ```
///
/// # Errors
///
/// No document speaks of changes under this profile: 000 does so for the purchase page and the
/// operation behind it, `CreateInstance`.
pub fn check_change<'a>(
    profile: &'static Profile,
    existing: impl Into<Spec<'a>>,
    wanted: impl Into<Spec<'a>>,
) -> Result<Transition, NoChangeRules> {
    let read: Vec<&'static str> = (profile.change_rules.iter())
        .filter_map(|rule| place_of(profile.request, rule.notion))
        .map(|index| profile.request.parameters[index].name)
        .collect();
    if read.is_empty() {
        return Err(NoChangeRules {
            profile: profile.id,
        });
    }
    let checker = Checker::new(profile);
    let mut known = Existing::default();
    let existing = checker.check_side(existing.into(), Change::Remember(&mut known));
    let wanted = checker.check_side(wanted.into(), Change::From(&known));
    let relevant = |report: Report| {
        let found = report.into_iter().filter(|found| {
            let unreadable =
                found.path.is_empty() && matches!(found.code, Code::Syntax | Code::TypeMismatch);
            let read = found.parameter.is_some_and(|name| read.contains(&name));
            found.severity == Severity::Error && (unreadable || read)
        });
        Report::new(profile, found.collect())
    };
    Ok(Transition {
        existing: relevant(existing),
        wanted: relevant(wanted),
    })
}
