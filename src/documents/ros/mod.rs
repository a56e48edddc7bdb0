//! Resource types of Alibaba Cloud's Resource Orchestration Service (ROS) by which an instance is
//! ordered. What the service's own schema says are sets and ranges; what it passes on is judged
//! by the rules of the operation that takes it.

mod asks;
mod prepay_instance;
mod redis_instance;
mod rows;
mod rules;
mod tair_config;

pub use prepay_instance::PROFILE as ROS_REDIS_PREPAY_INSTANCE;
pub use redis_instance::PROFILE as ROS_REDIS_INSTANCE;
