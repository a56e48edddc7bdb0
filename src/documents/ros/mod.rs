//! Resource types of Alibaba Cloud's Resource Orchestration Service (ROS) by which an instance is
//! ordered. What the service's own schema says are sets and ranges; what it passes on is judged
//! by the rules of the operation that takes it.

pub(in crate::documents) mod asks;
pub(in crate::documents) mod prepay_instance;
pub(in crate::documents) mod redis_instance;
pub(in crate::documents) mod rows;
mod rules;
pub(in crate::documents) mod tair_config;

pub use prepay_instance::PROFILE as ROS_REDIS_PREPAY_INSTANCE;
pub use redis_instance::PROFILE as ROS_REDIS_INSTANCE;
