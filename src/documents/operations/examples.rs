//! The documents' own sample values, parameter by parameter. Passwords are left out, and so is what
//! a document's own rule refuses.

use super::Example;

/// Sample values of `CreateInstance`, in the Chinese edition of 2019.
#[rustfmt::skip]
const CREATE_INSTANCE_CN: &[(&str, &str)] = &[
    ("/RegionId", "cn-hangzhou"),
    ("/InstanceClass", "redis.master.small.default"),
    ("/Capacity", "16384"),
    ("/Token", "AAAAAAAAAAAAAAAAAAAAAAAAAA"),
    ("/InstanceName", "apitest"),
    ("/ZoneId", "cn-hangzhou-e"),
    ("/Config", "{\"EvictionPolicy\":\"volatile-lru\",\"hash-max-ziplist-entries\":512,\"zset-max-ziplist-entries\":128,\"zset-max-ziplist-value\":64,\"set-max-intset-entries\":512,\"hash-max-ziplist-value\":64}"),
    ("/ChargeType", "PostPaid"),
    ("/NodeType", "MASTER_SLAVE"),
    ("/NetworkType", "VPC"),
    ("/VpcId", "vpc-bp1oxxxxxxxxxxgzv26cf"),
    ("/VSwitchId", "vsw-oqscxxxxxxxxxxxxx5e8c"),
    ("/Period", "12"),
    ("/BusinessInfo", "000000000"),
    ("/CouponNo", "youhuiquan_promotion_option_id_for_blank"),
    ("/SrcDBInstanceId", "r-bp1xxxxxxxxxxxxxx"),
    ("/BackupId", "111111111"),
    ("/InstanceType", "Redis"),
    ("/EngineVersion", "4.0"),
    ("/PrivateIpAddress", "172.16.0.10"),
    ("/AutoRenew", "true"),
    ("/AutoRenewPeriod", "3"),
    ("/AutoUseCoupon", "false"),
];

/// Sample values of `CreateInstances`.
#[rustfmt::skip]
const CREATE_INSTANCES: &[(&str, &str)] = &[
    ("/AutoPay", "true"),
    ("/BusinessInfo", "000000000"),
    ("/CouponNo", "youhuiquan_promotion_option_id_for_blank"),
    ("/EngineVersion", "5.0"),
    ("/RebuildInstance", "false"),
    ("/AutoRenew", "false"),
    ("/ResourceGroupId", "rg-resourcegroupid1"),
    ("/Instances/*/RegionId", "cn-hangzhou"),
    ("/Instances/*/izNo", "cn-hangzhou-b"),
    ("/Instances/*/quantity", "1"),
    ("/Instances/*/instanceType", "Redis"),
    ("/Instances/*/instanceClass", "redis.master.small.default"),
    ("/Instances/*/Capacity", "16384"),
    ("/Instances/*/EngineVersion", "5.0"),
    ("/Instances/*/ChargeType", "PrePaid"),
    ("/Instances/*/Period", "12"),
    ("/Instances/*/AutoRenew", "true"),
    ("/Instances/*/InstanceName", "apitest"),
    ("/Instances/*/networkType", "VPC"),
    ("/Instances/*/vpcId", "vpc-bp1nme44gek34slfc****"),
    ("/Instances/*/vSwitchId", "vsw-bp1e7clcw529l773d****"),
    ("/Instances/*/NodeType", "MASTER_SLAVE"),
    ("/Instances/*/SrcDBInstanceId", "r-bp1zxszhcgatnx****"),
    ("/Instances/*/BackupId", "111111111"),
    ("/Instances/*/RebuildInstance", "false"),
];

/// Sample values of `CreateInstance`, as of today.
#[rustfmt::skip]
const CREATE_INSTANCE: &[(&str, &str)] = &[
    ("/Appendonly", "yes"),
    ("/AutoRenew", "true"),
    ("/AutoRenewPeriod", "3"),
    ("/AutoUseCoupon", "false"),
    ("/BackupId", "111111111"),
    ("/BusinessInfo", "000000000"),
    ("/Capacity", "16384"),
    ("/ChargeType", "PostPaid"),
    ("/ClusterBackupId", "cb-hyxdof5x9kqb****"),
    ("/CouponNo", "youhuiquan_promotion_option_id_for_blank"),
    ("/DedicatedHostGroupId", "dhg-uv4fnk6r7zff****"),
    ("/DryRun", "false"),
    ("/EngineVersion", "5.0"),
    ("/GlobalInstance", "false"),
    ("/GlobalInstanceId", "gr-bp14rkqrhac****"),
    ("/GlobalSecurityGroupIds", "g-zsldxfiwjmti0kcm****"),
    ("/InstanceClass", "redis.master.small.default"),
    ("/InstanceEndpointType", "AzIndependentEndpoint"),
    ("/InstanceName", "apitest"),
    ("/InstanceType", "Redis"),
    ("/MaintainEndTime", "07:00Z"),
    ("/MaintainStartTime", "03:00Z"),
    ("/NetworkType", "VPC"),
    ("/NodeType", "STAND_ALONE"),
    ("/ParamGroupId", "rpg-test**"),
    ("/Period", "12"),
    ("/Port", "6379"),
    ("/ReadOnlyCount", "2"),
    ("/RecoverConfigMode", "whitelist,config,account"),
    ("/RegionId", "cn-hangzhou"),
    ("/ReplicaCount", "2"),
    ("/ResourceGroupId", "rg-resourcegroupid1"),
    ("/RestoreTime", "2019-06-19T16:00:00Z"),
    ("/SecondaryZoneId", "cn-hangzhou-g"),
    ("/ShardCount", "4"),
    ("/SlaveReadOnlyCount", "2"),
    ("/SlaveReplicaCount", "2"),
    ("/SrcDBInstanceId", "r-bp1zxszhcgatnx****"),
    ("/Token", "ETnLKlblzczshOTUbOCz****"),
    ("/VSwitchId", "vsw-bp1e7clcw529l773d****"),
    ("/VpcId", "vpc-bp1nme44gek34slfc****"),
    ("/ZoneId", "cn-hangzhou-h"),
];

/// Sample values of `CreateTairInstance`.
#[rustfmt::skip]
const CREATE_TAIR_INSTANCE: &[(&str, &str)] = &[
    ("/AutoPay", "true"),
    ("/AutoRenew", "true"),
    ("/AutoRenewPeriod", "3"),
    ("/AutoUseCoupon", "true"),
    ("/BackupId", "2158****20"),
    ("/BusinessInfo", "000000000"),
    ("/ChargeType", "PrePaid"),
    ("/ClientToken", "ETnLKlblzczshOTUbOCz****"),
    ("/ClusterBackupId", "cb-hyxdof5x9kqb****"),
    ("/CouponNo", "youhuiquan_promotion_option_id_for_blank"),
    ("/DryRun", "false"),
    ("/EngineVersion", "1.0"),
    ("/GlobalInstanceId", "gr-bp14rkqrhac****"),
    ("/GlobalSecurityGroupIds", "g-zsldxfiwjmti0kcm****"),
    ("/InstanceClass", "tair.scm.standard.4m.32d"),
    ("/InstanceEndpointType", "AzIndependentEndpoint"),
    ("/InstanceName", "apitest"),
    ("/InstanceType", "tair_scm"),
    ("/ParamGroupId", "g-50npzjcqb1ua6q6j****"),
    ("/Period", "1"),
    ("/Port", "6379"),
    ("/ReadOnlyCount", "5"),
    ("/RecoverConfigMode", "whitelist,config,account"),
    ("/RegionId", "cn-hangzhou"),
    ("/ReplicaCount", "2"),
    ("/ResourceGroupId", "rg-acfmyiu4ekp****"),
    ("/RestoreTime", "2021-07-06T07:25:57Z"),
    ("/SecondaryZoneId", "cn-hangzhou-g"),
    ("/ShardCount", "2"),
    ("/ShardType", "MASTER_SLAVE"),
    ("/SlaveReadOnlyCount", "1"),
    ("/SlaveReplicaCount", "2"),
    ("/SrcDBInstanceId", "r-bp1zxszhcgatnx****"),
    ("/Storage", "60"),
    ("/StorageType", "essd_pl1"),
    ("/VSwitchId", "vsw-bp1e7clcw529l773d****"),
    ("/VpcId", "vpc-bp1nme44gek34slfc****"),
    ("/ZoneId", "cn-hangzhou-h"),
];
/// The sample values of each profile: its identifier, where they stand in its document, and they.
type Table = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

const TABLES: [Table; 4] = [
    (
        crate::documents::ALIBABA_CREATE_INSTANCE_CN.id,
        "请求参数",
        CREATE_INSTANCE_CN,
    ),
    (
        crate::documents::ALIBABA_CREATE_INSTANCES.id,
        "Request parameters",
        CREATE_INSTANCES,
    ),
    (
        crate::documents::alibaba::CREATE_INSTANCE,
        "Request parameters",
        CREATE_INSTANCE,
    ),
    (
        crate::documents::alibaba::CREATE_TAIR_INSTANCE,
        "Request parameters",
        CREATE_TAIR_INSTANCE,
    ),
];

/// The sample values of a profile, in the order of its document.
pub(super) fn of(profile: &str) -> impl Iterator<Item = Example> {
    let table = TABLES.iter().find(|(id, ..)| *id == profile);
    table.into_iter().flat_map(|(_, section, rows)| {
        rows.iter().map(|(path, value)| Example {
            path,
            value,
            section,
        })
    })
}
