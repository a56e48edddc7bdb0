//! kvspec beside other validators, on the same data and with the same verdicts.

pub mod clock;
pub mod data;
pub mod hand;
pub mod judges;
pub mod orders;
pub mod schema;
