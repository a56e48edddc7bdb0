//! The resources of Terraform's provider `alicloud` that order an instance.

pub(in crate::documents) mod kvstore_instance;
pub(in crate::documents) mod rows;
pub(in crate::documents) mod rules;

pub use kvstore_instance::PROFILE as TERRAFORM_KVSTORE_INSTANCE;
