//! Moves a request from one profile to another: what keeps its meaning under another name or
//! spelling is carried over, and what does not is told.

mod build;
#[cfg(feature = "formats")]
mod format;
pub(crate) mod read;
mod render;

use std::fmt;

use serde_json::Value;

use crate::check::Checker;
use crate::diagnostic::{Code, Locale, Span};
use crate::documents::PROFILES;
use crate::profile::{Bilingual, Citation, Profile};
use crate::report::Report;
use crate::spec::Spec;

#[cfg(feature = "formats")]
pub use format::{NotRewritten, OrderFormat, PublishedRewrite, Rewritten, RewrittenOrder};
pub use render::PublishedTransfer;

/// What stands in place of a secret wherever a request is shown: its length is not the secret's.
pub const MASK: &str = "********";

/// A request as it would be written for another profile, and what became of each of its values.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Transfer {
    /// The profile that the request was written for.
    pub from: &'static Profile,
    /// The profile that it was moved to.
    pub to: &'static Profile,
    /// What was found in the request as it was written, under its own profile.
    pub before: Report,
    /// The rewritten requests: more than one where a batch becomes single requests.
    pub requests: Vec<Moved>,
    /// What was done, value by value. Nothing of the request goes without a step.
    pub steps: Vec<Step>,
}

/// One rewritten request.
#[derive(Clone)]
#[non_exhaustive]
pub struct Moved {
    pub(crate) spec: Value,
    pub(crate) shown: Value,
    /// How often it has to be sent: a profile that creates one instance a request takes as many
    /// requests as the order has instances, each with a Token of its own where the operation takes one.
    pub copies: u64,
    /// What was found in it, under the profile that it was moved to.
    pub report: Report,
}

impl Moved {
    /// The request, secrets included: for sending, not for showing.
    #[must_use]
    pub const fn spec(&self) -> &Value {
        &self.spec
    }

    /// The request with [`MASK`] in the place of every secret.
    #[must_use]
    pub const fn shown(&self) -> &Value {
        &self.shown
    }
}

impl fmt::Debug for Moved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Moved")
            .field("shown", &self.shown)
            .field("copies", &self.copies)
            .field("report", &self.report)
            .finish_non_exhaustive()
    }
}

/// What became of one value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Step {
    /// What was done.
    pub action: Action,
    /// JSON Pointer to the value in the old request; `None` for one that was not there.
    pub from: Option<String>,
    /// Which of the rewritten requests it concerns, from 0.
    pub request: usize,
    /// JSON Pointer to the value in the new request; `None` for one that is not there.
    pub to: Option<String>,
    /// The old value; `None` for a secret, and for what could not be read.
    pub was: Option<String>,
    /// The new value; `None` for a secret.
    pub now: Option<String>,
    /// The passage about the new parameter, or about its value where the spelling changed.
    pub source: Option<Citation>,
    /// Where the old value stands in its file; `None` where the old request was no file.
    pub span: Option<Span>,
    /// Why, where the action alone does not tell.
    pub why: Option<Bilingual>,
}

/// What was done with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Action {
    /// It stands where it stood.
    Kept,
    /// It has another name or place.
    Renamed,
    /// It has another spelling or unit, and another name or place too where that differs.
    Respelled,
    /// It is carried over as it is, because the other document has no such choice: the report
    /// under the new profile says so.
    NoSuchChoice,
    /// It was the default, and is written out, because the other document has another default
    /// or none.
    DefaultWritten,
    /// It was the default, and the other document has another one and no such choice: the
    /// meaning changes.
    DefaultLost,
    /// The request has to be sent as often as this.
    Repeated,
    /// Dropped: the other document has no such parameter.
    NoCounterpart,
    /// Dropped without loss: the other operation does this anyway.
    Implied,
    /// Dropped: no parameter of the old profile has this name.
    Unknown,
    /// Dropped: a value that cannot be read.
    Unreadable,
    /// Dropped: an empty value, which counts as absent.
    Empty,
    /// Dropped: it had no effect in the old request either.
    NoEffect,
    /// Dropped: a more specific value stands in the element itself.
    Overridden,
    /// Dropped: it is made anew when the request is signed.
    Signing,
    /// Dropped: one request becomes several, and each needs a Token of its own.
    OwnToken,
    /// Not known before the tool runs: written as a reference.
    Referred,
    /// A secret, which is never written: a reference stands in its place.
    Hidden,
    /// The value that a name has unless somebody overrides it, written out.
    Followed,
    /// It was left to the tool, and must be given there: written as a reference.
    Supplied,
}

impl Action {
    /// The published name, in kebab case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Renamed => "renamed",
            Self::Respelled => "respelled",
            Self::NoSuchChoice => "no-such-choice",
            Self::DefaultWritten => "default-written",
            Self::DefaultLost => "default-lost",
            Self::Repeated => "repeated",
            Self::NoCounterpart => "no-counterpart",
            Self::Implied => "implied",
            Self::Unknown => "unknown",
            Self::Unreadable => "unreadable",
            Self::Empty => "empty",
            Self::NoEffect => "no-effect",
            Self::Overridden => "overridden",
            Self::Signing => "signing",
            Self::OwnToken => "own-token",
            Self::Referred => "referred",
            Self::Hidden => "hidden",
            Self::Followed => "followed",
            Self::Supplied => "supplied",
        }
    }

    /// Whether a value of the old request is not in the new one.
    #[must_use]
    pub const fn is_dropped(self) -> bool {
        matches!(
            self,
            Self::NoCounterpart
                | Self::Implied
                | Self::Unknown
                | Self::Unreadable
                | Self::Empty
                | Self::NoEffect
                | Self::Overridden
                | Self::Signing
                | Self::OwnToken
        )
    }

    /// Whether the new request means something else than the old one because of it.
    #[must_use]
    pub const fn is_loss(self) -> bool {
        matches!(
            self,
            Self::NoCounterpart | Self::DefaultLost | Self::NoSuchChoice | Self::Unreadable
        )
    }

    /// What was done, in a few words.
    #[must_use]
    pub const fn message(self, locale: Locale) -> &'static str {
        self.words().get(locale)
    }

    const fn words(self) -> Bilingual {
        match self {
            Self::Kept => Bilingual::new("kept", "保持不变"),
            Self::Renamed => Bilingual::new("renamed", "改名"),
            Self::Respelled => Bilingual::new("written differently", "改写"),
            Self::NoSuchChoice => Bilingual::new(
                "carried over, but not a choice there",
                "原样保留，但目标规范没有此取值",
            ),
            Self::DefaultWritten => {
                Bilingual::new("was the default, written out now", "原为默认值，现明确写出")
            }
            Self::DefaultLost => Bilingual::new(
                "was the default, and cannot be had there",
                "原为默认值，目标规范无法表达",
            ),
            Self::Repeated => Bilingual::new("send it so many times", "须发送的次数"),
            Self::NoCounterpart => {
                Bilingual::new("dropped: no counterpart", "丢弃：没有对应的参数")
            }
            Self::Implied => Bilingual::new(
                "dropped: goes without saying there",
                "丢弃：目标操作本就如此",
            ),
            Self::Unknown => Bilingual::new("dropped: not a parameter", "丢弃：不是已知参数"),
            Self::Unreadable => Bilingual::new("dropped: cannot be read", "丢弃：无法读取"),
            Self::Empty => Bilingual::new("dropped: empty", "丢弃：值为空"),
            Self::NoEffect => Bilingual::new("dropped: had no effect", "丢弃：原本就不生效"),
            Self::Overridden => Bilingual::new(
                "dropped: the instance has its own",
                "丢弃：实例自身另有设置",
            ),
            Self::Signing => {
                Bilingual::new("dropped: made anew by signing", "丢弃：签名时会重新生成")
            }
            Self::OwnToken => Bilingual::new(
                "dropped: each of the requests needs its own",
                "丢弃：每个请求须使用各自的 Token",
            ),
            Self::Referred => Bilingual::new("not known yet: a reference", "尚未确定：写为引用"),
            Self::Hidden => Bilingual::new("a secret: a reference", "机密：写为引用"),
            Self::Followed => Bilingual::new(
                "a default that can be overridden, written out",
                "可被覆盖的默认值，现明确写出",
            ),
            Self::Supplied => Bilingual::new(
                "was left to the tool, and must be given there: a reference",
                "原由工具决定，目标格式须给出：写为引用",
            ),
        }
    }
}

impl Transfer {
    /// Whether there is a rewritten request, and every one is valid under the new profile.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        !self.requests.is_empty() && self.requests.iter().all(|moved| moved.report.is_valid())
    }

    /// Whether the move changes the meaning of the request.
    #[must_use]
    pub fn is_lossy(&self) -> bool {
        self.steps.iter().any(|step| step.action.is_loss())
    }

    /// What of the old request is not in the new one.
    pub fn dropped(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| step.action.is_dropped())
    }

    /// What was done, as lines of text in one language. Secrets are masked.
    #[must_use]
    pub fn human(&self, locale: Locale) -> String {
        render::human(self, locale)
    }

    /// The published JSON shape, `kvspec/transfer/v1`, for serde. Secrets are masked.
    #[must_use]
    pub fn published(&self, locale: Locale) -> PublishedTransfer<'_> {
        render::published(self, locale)
    }
}

/// Rewrites a request for another profile.
///
/// Parameters are matched by notion (see [`crate::documents::notions`]), values by meaning: `PrePaid` with
/// `Period` 12 becomes `prepaid_by_duration`, `year`, 1. A default of the old document that is
/// not one of the new document's is written out. Values that are wrong are carried over, and
/// what is missing stays missing: the report under the new profile is the list of what is left
/// to do.
///
/// ```
/// use kvspec::{Profile, transfer};
///
/// let from = Profile::by_id("alibaba.create-instance.cn").unwrap();
/// let to = Profile::by_id("alibaba.create-instances").unwrap();
/// let order = r#"{"RegionId": "cn-hangzhou", "ZoneId": "cn-hangzhou-b", "Capacity": 1024,
///                 "EngineVersion": "5.0", "NetworkType": "VPC", "AutoUseCoupon": "true"}"#;
/// let moved = transfer(order, from, to).unwrap();
/// assert!(moved.is_valid());
/// assert_eq!(
///     moved.requests[0].spec()["Instances"],
///     r#"[{"Capacity":1024,"EngineVersion":"5.0","RegionId":"cn-hangzhou","izNo":"cn-hangzhou-b","networkType":"VPC"}]"#
/// );
/// let dropped: Vec<_> = moved.dropped().map(|step| step.from.as_deref()).collect();
/// assert_eq!(dropped, [Some("/AutoUseCoupon")]);
/// ```
///
/// # Errors
///
/// The text cannot be read, or is no object: the report says where.
pub fn transfer<'a>(
    spec: impl Into<Spec<'a>>,
    from: &'static Profile,
    to: &'static Profile,
) -> Result<Transfer, Report> {
    let spec = spec.into();
    let before = Checker::new(from).check(spec);
    let unreadable = before.iter().any(|found| {
        found.path.is_empty() && matches!(found.code, Code::Syntax | Code::TypeMismatch)
    });
    if unreadable {
        return Err(before);
    }
    Ok(build::build(&read::Facts::read(spec, from), before, to))
}

/// How one request stands under a profile.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Standing {
    /// What is found in the request as it is written.
    pub as_written: Report,
    /// What the request would be there.
    pub transfer: Transfer,
}

/// How a request stands under every profile, its own first in the list where it is: valid as it
/// is written, valid after a transfer, or what would have to change.
///
/// # Errors
///
/// The text cannot be read, or is no object: the report says where.
pub fn standings<'a>(
    spec: impl Into<Spec<'a>>,
    from: &'static Profile,
) -> Result<Vec<Standing>, Report> {
    let spec = spec.into();
    PROFILES
        .iter()
        // An order of another tool is that tool's to write.
        .filter(|to| !to.wire.converts)
        .map(|to| {
            Ok(Standing {
                as_written: Checker::new(to).check(spec),
                transfer: transfer(spec, from, to)?,
            })
        })
        .collect()
}
