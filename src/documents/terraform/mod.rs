//! The resources of Terraform's provider `alicloud` that order an instance.

pub(in crate::documents) mod kvstore_instance;
pub(in crate::documents) mod rows;
pub(in crate::documents) mod rules;
pub(in crate::documents) mod tair_instance;

pub use kvstore_instance::PROFILE as TERRAFORM_KVSTORE_INSTANCE;
pub use tair_instance::PROFILE as TERRAFORM_TAIR_INSTANCE;
