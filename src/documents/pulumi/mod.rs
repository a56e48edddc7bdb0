//! The resources of Pulumi's package `alicloud`, which is built on Terraform's provider: its
//! arguments in camelCase, and its rules.

pub(in crate::documents) mod kvstore_instance;
pub(in crate::documents) mod tair_instance;

pub use kvstore_instance::PROFILE as PULUMI_KVSTORE_INSTANCE;
pub use tair_instance::PROFILE as PULUMI_TAIR_INSTANCE;

/// The document of both.
const DOCUMENT: &str = "pulumi-alicloud 3.108.0 (2026-08-14)";
