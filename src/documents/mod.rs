//! The data: one file for each document. To change a constraint is to edit one row here.

#[cfg(feature = "editions")]
pub mod alibaba;
mod alibaba_console;
mod alibaba_create_instance_cn;
mod alibaba_create_instance_intl;
mod alibaba_create_instances;
mod beyond;
#[cfg(feature = "editions")]
mod class_tests;
mod common;
mod contradictions;
#[cfg(feature = "formats")]
pub(crate) mod counterparts;
#[cfg(feature = "formats")]
pub mod crossplane;
#[cfg(feature = "formats")]
mod derived;
#[cfg(feature = "editions")]
pub mod jdcloud;
mod jdcloud_create_cache_instance;
#[cfg(feature = "profile-files")]
mod named;
pub mod notions;
#[cfg(feature = "editions")]
pub mod operations;
mod overhead;
#[cfg(not(all(
    feature = "editions",
    any(feature = "messages", feature = "prose", feature = "formats")
)))]
#[path = "no_packs.rs"]
mod packs;
#[cfg(all(
    feature = "editions",
    any(feature = "messages", feature = "prose", feature = "formats")
))]
mod packs;
mod provider_errors;
#[cfg(feature = "formats")]
pub mod pulumi;
mod responses;
#[cfg(feature = "formats")]
pub mod ros;
#[cfg(feature = "formats")]
pub mod terraform;
pub(crate) mod titles;

use crate::profile::Profile;

#[cfg(all(feature = "editions", feature = "messages"))]
pub(crate) use class_tests::LOCAL_DISKS;
#[cfg(feature = "editions")]
pub use contradictions::EditionContradiction;
pub use contradictions::{CONTRADICTIONS, Contradiction};

#[cfg(feature = "editions")]
pub use alibaba::{ALIBABA_CREATE_INSTANCE_2026, ALIBABA_CREATE_TAIR_INSTANCE_2026};
pub use alibaba_console::PROFILE as ALIBABA_CONSOLE;
pub use alibaba_create_instance_cn::PROFILE as ALIBABA_CREATE_INSTANCE_CN;
pub use alibaba_create_instance_intl::PROFILE as ALIBABA_CREATE_INSTANCE_INTL;
pub use alibaba_create_instances::PROFILE as ALIBABA_CREATE_INSTANCES;
#[cfg(feature = "formats")]
pub use crossplane::{CROSSPLANE_INSTANCE, CROSSPLANE_REDIS_INSTANCE, CROSSPLANE_TAIR_INSTANCE};
#[cfg(feature = "editions")]
pub use jdcloud::JDCLOUD_CREATE_CACHE_INSTANCE_2026;
pub use jdcloud_create_cache_instance::PROFILE as JDCLOUD_CREATE_CACHE_INSTANCE;
#[cfg(feature = "profile-files")]
pub(crate) use named::{NamedTest, catalogues, named_tests, rule_codes};
pub use overhead::Overhead;
pub use provider_errors::{
    Detection, ProviderError, provider_codes, provider_error, provider_errors,
};
#[cfg(feature = "editions")]
pub use provider_errors::{
    UNLISTED_ERRORS, UnlistedError, edition_error, edition_errors, unlisted_error,
};
#[cfg(feature = "formats")]
pub use pulumi::{PULUMI_KVSTORE_INSTANCE, PULUMI_TAIR_INSTANCE};
#[cfg(feature = "editions")]
pub use responses::edition_responses;
pub use responses::{Identity, RESPONSES, ResponseField, ResponseKind, ResponseTable};
#[cfg(feature = "formats")]
pub use ros::{ROS_REDIS_INSTANCE, ROS_REDIS_PREPAY_INSTANCE};
#[cfg(feature = "formats")]
pub use terraform::{TERRAFORM_KVSTORE_INSTANCE, TERRAFORM_TAIR_INSTANCE};
pub use titles::page_of;

/// Every profile, in the order of the documentation.
pub static PROFILES: &[&Profile] = &[
    &ALIBABA_CREATE_INSTANCE_INTL,
    &ALIBABA_CREATE_INSTANCE_CN,
    &ALIBABA_CREATE_INSTANCES,
    &ALIBABA_CONSOLE,
    &JDCLOUD_CREATE_CACHE_INSTANCE,
    #[cfg(feature = "editions")]
    &ALIBABA_CREATE_INSTANCE_2026,
    #[cfg(feature = "editions")]
    &ALIBABA_CREATE_TAIR_INSTANCE_2026,
    #[cfg(feature = "editions")]
    &JDCLOUD_CREATE_CACHE_INSTANCE_2026,
    #[cfg(feature = "formats")]
    &ROS_REDIS_INSTANCE,
    #[cfg(feature = "formats")]
    &ROS_REDIS_PREPAY_INSTANCE,
    #[cfg(feature = "formats")]
    &TERRAFORM_KVSTORE_INSTANCE,
    #[cfg(feature = "formats")]
    &TERRAFORM_TAIR_INSTANCE,
    #[cfg(feature = "formats")]
    &PULUMI_KVSTORE_INSTANCE,
    #[cfg(feature = "formats")]
    &PULUMI_TAIR_INSTANCE,
    #[cfg(feature = "formats")]
    &CROSSPLANE_INSTANCE,
    #[cfg(feature = "formats")]
    &CROSSPLANE_TAIR_INSTANCE,
    #[cfg(feature = "formats")]
    &CROSSPLANE_REDIS_INSTANCE,
];

/// The profiles of the five documents that the project began with.
#[cfg(feature = "proptest")]
pub(crate) static FIVE_DOCUMENTS: [&Profile; 5] = [
    &ALIBABA_CREATE_INSTANCE_INTL,
    &ALIBABA_CREATE_INSTANCE_CN,
    &ALIBABA_CREATE_INSTANCES,
    &ALIBABA_CONSOLE,
    &JDCLOUD_CREATE_CACHE_INSTANCE,
];

impl Profile {
    /// The profile of that identifier.
    ///
    /// ```
    /// let profile = kvspec::Profile::by_id("alibaba.create-instances").unwrap();
    /// assert_eq!(profile.operation, "CreateInstances");
    /// assert!(kvspec::Profile::by_id("alibaba").is_none());
    /// ```
    #[must_use]
    pub fn by_id(id: &str) -> Option<&'static Self> {
        PROFILES.iter().copied().find(|profile| profile.id == id)
    }
}
