//! Pre-flight checker for cloud Redis orders.
//!
//! Creating a Redis instance on Alibaba Cloud or JD Cloud means satisfying a page of small rules.
//! The providers answer one error at a time, after a round trip; this library finds all of them
//! at once, before the request is sent, and says where each rule is written.
//!
//! A [`Profile`] is one operation as one document describes it. A [`Checker`] holds requests
//! against a profile, and a [`Report`] holds what it found.
//!
//! ```
//! use kvspec::{Checker, Locale, Profile};
//!
//! let profile = Profile::by_id("alibaba.create-instance.cn").unwrap();
//! let report = Checker::new(profile).check(
//!     r#"{"RegionId": "cn-hangzhou", "ZoneId": "cn-beijing-a", "ChargeType": "PrePaid"}"#,
//! );
//! for found in &report {
//!     println!("{} {}: {}", found.code, found.path, found.message(Locale::En));
//! }
//! assert_eq!(report.counts().errors, 2); // neither class nor capacity, and no Period
//! ```
//!
//! The library does no I/O, has no global state, and never repeats a password.
//!
//! # Where things are
//!
//! | to do this | there is |
//! | --- | --- |
//! | judge one order of a known operation | [`Checker`], [`Report`] |
//! | judge files and lines, whatever is in them | [`Linter`], [`Run`] |
//! | build an order, or read one from a request | [`request`] |
//! | answer an HTTP request | [`render::problem`], [`Locale::from_accept_language`] |
//! | write reports for people and for programs | [`render`] |
//! | have findings of one's own in a report | [`Diagnostic::house_rule`], [`Report::push`] |
//! | judge what the provider answers | [`response`] |
//! | export the rules | [`export`] |
//!
//! # Features
//!
//! | feature | default | what it adds |
//! | --- | --- | --- |
//! | `messages` | yes | messages, labels and quotations; without it messages are empty |
//! | `prose` | yes | hints, reasons, titles and samples |
//! | `fast` | yes | faster reports and verdicts, in a larger build |
//! | `editions` | yes | today's operations, and catalogues of classes, settings and errors |
//! | `config` | no | `house`: a team's own rules, from `kvspec.toml` |
//! | `formats` | no | Terraform, ROS, Pulumi, Crossplane, shell scripts and Markdown for [`Linter`] |
//! | `xml` | no | responses that are written as XML |
//! | `proptest` | no | `strategy`: orders to test a service with |
//! | `cli` | no | the command `kvspec`, and `render::human` |

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod compare;
pub mod diagnostic;
pub mod documents;
pub mod export;
#[cfg(feature = "config")]
pub mod house;
#[cfg(feature = "messages")]
#[doc(hidden)]
pub mod messages;
pub mod profile;
#[cfg(feature = "profile-files")]
pub mod profile_file;
#[cfg(feature = "proptest")]
pub mod strategy;
pub mod text;

mod change;
mod check;
mod context;
mod engine;
#[cfg(feature = "formats")]
mod envelope;
mod fix;
mod infer;
mod input;
mod lint;
#[cfg(feature = "lsp")]
pub mod lsp;
mod order;
mod redact;
pub mod render;
mod report;
pub mod request;
pub mod response;
mod run;
mod spec;
mod spec_format;
mod transfer;
mod words;

pub use change::{NoChangeRules, Transition, check_change};
pub use check::Checker;
pub use context::{
    Cidr, Context, ContextError, Ecs, InvalidCidr, Network, UnknownNetwork, VSwitch,
};
pub use diagnostic::{Code, Diagnostic, Locale, Pack, Severity};
pub use documents::{Detection, Overhead, PROFILES, ProviderError, provider_error};
pub use engine::Draft;
#[doc(hidden)]
pub use engine::Incremental;
pub use fix::Fixed;
pub use infer::{Date, InvalidDate, NoProfile};
pub use input::{DEFAULT_MAX_DEPTH, Fields, InputFormat};
pub use lint::{Linted, Linter, holds_an_order, looks_plain, mentions_an_order};
pub use order::{Mapping, OrderRequest, order_request};
pub use profile::Profile;
pub use redact::redact;
pub use report::{Counts, Report};
pub use run::{Run, Sighting};
pub use spec::Spec;
pub use spec_format::SpecFormat;
pub use transfer::{
    Action, MASK, Moved, PublishedTransfer, Standing, Step, Transfer, standings, transfer,
};
#[cfg(feature = "formats")]
pub use transfer::{NotRewritten, OrderFormat, PublishedRewrite, Rewritten, RewrittenOrder};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(all(doctest, feature = "config"))]
#[doc = include_str!("../docs/house-rules.md")]
struct Guide;

#[cfg(all(doctest, feature = "proptest"))]
#[doc = include_str!("../docs/guides/fuzz-a-service.md")]
struct Fuzzing;

#[cfg(all(doctest, feature = "profile-files"))]
#[doc = include_str!("../docs/guides/bring-your-own-document.md")]
struct OwnDocument;
