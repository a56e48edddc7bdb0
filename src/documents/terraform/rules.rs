//! Rules that both resources have. A table that uses them has an `at` of its own, by which the
//! arguments are looked up: the same rules serve tools whose names are spelled otherwise.

/// Rules about zones, counts and the whitelist, which hold alike for both resources.
macro_rules! shared_rules {
    ($open:literal) => {
        [
            rule! {
                NotDistinct as Warning at "secondary_zone_id" if Same("secondary_zone_id", "zone_id");
                because "a second zone is there for when the first one fails" "备可用区用于主可用区故障时";
                cite api::row("The value of this parameter cannot be the same as the value of the ZoneId parameter");
                pass r#"{"secondary_zone_id": "cn-hangzhou-g"}"#;
                fail r#"{"secondary_zone_id": "cn-hangzhou-h"}"#
            },
            rule! {
                SwappedIdentifiers at "vswitch_id" if StartsWith("vswitch_id", &["vpc-"]);
                because "it is the identifier of a VPC" "这是专有网络的标识符";
                cite page("The ID of VSwitch.");
                pass r#"{"vswitch_id": "vsw-bp2"}"#;
                fail r#"{"vswitch_id": "vpc-bp1"}"#
            },
            rule! {
                UnknownClass at "instance_class" if Passes(&tests::UNKNOWN, "instance_class");
                because "Most classes that no list has are misspelt." "列表中没有的规格多半是拼写错误。";
                cite api::catalogue("every class that a page of the provider lists");
                pass r#"{"instance_class": "tair.rdb.2g"}"#;
                fail r#"{"instance_class": "tair.rdb.2gb"}"#
            },
            rule! {
                CollectiveClass at "instance_class" if Passes(&tests::COLLECTIVE, "instance_class");
                because "Queries use it for many classes; an order with it is refused." "查询结果用它统称多种规格，用它下单会被拒绝。";
                cite api::catalogue("collective names of cloud-native clusters");
                pass r#"{"instance_class": "tair.rdb.2g"}"#;
                fail r#"{"instance_class": "redis.cluster.sharding.common.ce"}"#
            },
            rule! {
                DefaultApplied at "engine_version" if Absent("engine_version");
                because "The operation gives a default; for a class that does not run it, the service chooses one that fits." "接口给出了默认值；若规格不支持，服务会选用合适的版本。";
                cite api::row("The engine version of the Redis cloud-native instance.");
                pass r#"{"engine_version": "7.0"}"#;
                fail r#"{"engine_version": null}"#
            },
            rule! {
                RequiredWith at "secondary_zone_id" if AtLeast("slave_read_only_count", 1), Absent("secondary_zone_id"), Present("slave_read_only_count");
                because "The nodes of the secondary zone need that zone." "备可用区的节点须有备可用区。";
                cite page("you must specify both `secondary_zone_id` and `slave_read_only_count`");
                pass r#"{"secondary_zone_id": "cn-hangzhou-g", "slave_read_only_count": 1}"#;
                fail r#"{"slave_read_only_count": 1}"#
            },
            rule! {
                SumOutOfRange at "slave_read_only_count" if Present("slave_read_only_count"), Passes(&tests::SUM_ABOVE_NINE, "read_only_count", "slave_read_only_count");
                because "an instance has at most nine read replicas in all" "一个实例合计最多九个只读节点";
                cite page("The sum of `read_only_count` and `slave_read_only_count` cannot be greater than `9`.");
                pass r#"{"secondary_zone_id": "cn-hangzhou-g", "read_only_count": 4, "slave_read_only_count": 5}"#;
                fail r#"{"secondary_zone_id": "cn-hangzhou-g", "read_only_count": 5, "slave_read_only_count": 5}"#
            },
            rule! {
                SumOutOfRange at "slave_read_only_count" if Present("slave_read_only_count"), Passes(&tests::SUM_ABOVE_FOUR_A_SHARD, "read_only_count", "slave_read_only_count", "shard_count");
                because "a shard of a cluster has at most four read replicas in all" "集群的每个分片合计最多四个只读节点";
                cite api::row("the sum of this parameter and the SlaveReadOnlyCount parameter cannot exceed 4");
                pass r#"{"instance_class": "tair.rdb.2g", "shard_count": 2, "secondary_zone_id": "cn-hangzhou-g", "read_only_count": 2, "slave_read_only_count": 2}"#;
                fail r#"{"instance_class": "tair.rdb.2g", "shard_count": 2, "secondary_zone_id": "cn-hangzhou-g", "read_only_count": 3, "slave_read_only_count": 2}"#
            },
            rule! {
                SumOutOfRange at "read_only_count" if Present("read_only_count"), Absent("slave_read_only_count"), Passes(&tests::SUM_ABOVE_FOUR_A_SHARD, "read_only_count", "slave_read_only_count", "shard_count");
                because "a shard of a cluster has at most four read replicas" "集群的每个分片最多四个只读节点";
                cite api::row("If the instance uses the cluster architecture, valid values are 1 to 4");
                pass r#"{"instance_class": "tair.rdb.2g", "shard_count": 2, "read_only_count": 4}"#;
                fail r#"{"instance_class": "tair.rdb.2g", "shard_count": 2, "read_only_count": 5}"#
            },
            rule! {
                UnlikelyValue at "vpc_auth_mode" if Is("vpc_auth_mode", "Close"), LetsEverybodyIn("security_ips");
                because "everybody is let in, and nobody is asked for a password" "白名单对所有地址开放，且无需密码";
                cite page("`Close` means the redis instance can be accessed without authentication.");
                pass r#"{"vpc_auth_mode": "Close"}"#;
                fail $open along OpenWhitelist
            },
            rule! {
                PlaintextPassword at "password" if Present("password");
                because "Whoever can read the file can read the password." "能读取该文件的人都能读到密码。";
                cite page("The password that is used to connect to the instance.");
                pass r#"{"password": null}"#;
                fail r#"{"password": "Pass!123456"}"#
            },
        ]
    };
}
pub(in crate::documents) use shared_rules;

/// The rule about the maintenance window, which older editions of one resource do not have.
macro_rules! window_rules {
    () => {
        [rule! {
            ShortWindow at "maintain_end_time" if Present("maintain_start_time"), Present("maintain_end_time"), Passes(&tests::UNDER_AN_HOUR, "maintain_start_time", "maintain_end_time");
            because "Maintenance needs an hour." "维护至少需要一小时。";
            cite api::row("The interval between the start time and the end time must be at least 1 hour.");
            pass r#"{"maintain_start_time": "23:30Z", "maintain_end_time": "00:30Z"}"#;
            fail r#"{"maintain_start_time": "23:30Z", "maintain_end_time": "00:29Z"}"#
        }]
    };
}
pub(in crate::documents) use window_rules;
