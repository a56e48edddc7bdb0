//! The exported strategies compile by themselves and make requests that their profile accepts.

#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use kvspec::{Checker, PROFILES};
use proptest::prelude::*;
use serde_json::Value;

macro_rules! exported {
    ($($module:ident $path:literal $id:literal)+) => {
        $(
            #[allow(clippy::pedantic, unreachable_pub, reason = "generated")]
            #[rustfmt::skip]
            #[path = $path]
            mod $module;
        )+

        fn strategy(id: &str) -> BoxedStrategy<Value> {
            match id {
                $($id => $module::request().boxed(),)+
                _ => panic!("no strategy for {id}"),
            }
        }
    };
}

exported! {
    alibaba_console "strategies/alibaba_console.rs" "alibaba.console"
    alibaba_create_instance_cn "strategies/alibaba_create_instance_cn.rs" "alibaba.create-instance.cn"
    alibaba_create_instance_intl "strategies/alibaba_create_instance_intl.rs" "alibaba.create-instance.intl"
    alibaba_create_instances "strategies/alibaba_create_instances.rs" "alibaba.create-instances"
    jdcloud_create_cache_instance "strategies/jdcloud_create_cache_instance.rs" "jdcloud.create-cache-instance"
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn exported_strategies_make_valid_requests(
        (which, spec) in (0..5_usize).prop_flat_map(|which| (Just(which), strategy(PROFILES[which].id))),
    ) {
        let report = Checker::new(PROFILES[which]).check(&spec);
        prop_assert!(report.is_valid(), "{}: {spec}\n{report}", PROFILES[which].id);
    }
}
