//! Rows of packs: rules that a careful team asks for, beside the tables of the documents. A pack
//! is one object's rows more, and each row is like every other.

pub(in crate::documents) mod api;
mod asks;
#[cfg(feature = "formats")]
pub(in crate::documents) mod derived;
pub(in crate::documents) mod older;
#[cfg(feature = "formats")]
pub(in crate::documents) mod ros;
#[cfg(feature = "formats")]
pub(in crate::documents) mod terraform;
