//! Rules that both of today's operations have. A table that uses them has an `at` of its own, by
//! which names are looked up.

/// Rules that hold alike for `CreateInstance` and `CreateTairInstance`, given how the default
/// charge type bears on auto-renewal.
macro_rules! shared_rules {
    () => {
        [
            rule! {
                ZoneUnspecified at "ZoneId" if Absent("ZoneId");
                because "Documents mark the zone as required, the gateway chooses one." "文档将可用区标为必选，而网关会自行选择。";
                cite row("The primary active zone ID.");
                pass r#"{"ZoneId": "cn-hangzhou-h"}"#;
                fail r#"{"ZoneId": null}"#
            },
            rule! {
                UnlikelyValue as Info at "RegionId" if Passes(&tests::UNLIKE_A_REGION, "RegionId");
                because "IDs of regions are written like cn-hangzhou or ap-southeast-1" "地域 ID 的写法形如 cn-hangzhou 或 ap-southeast-1";
                cite row("The region ID.");
                pass r#"{"RegionId": "cn-north-2-gov-1"}"#, r#"{"RegionId": "cn-zhengzhou-jva"}"#;
                fail r#"{"RegionId": "hangzhou"}"#, r#"{"RegionId": "CN-Hangzhou"}"#, r#"{"RegionId": "cn-hangzhou-b"}"#, r#"{"RegionId": "ap-southeast-1a"}"#
            },
            rule! {
                ZoneOutsideRegion at "ZoneId" if NotWithin("ZoneId", "RegionId");
                because "The zone is a lower level of the region." "可用区是地域的下一级。";
                cite row("The primary active zone ID.");
                pass r#"{"ZoneId": "cn-hangzhou-h"}"#;
                fail r#"{"ZoneId": "cn-beijing-h"}"#
            },
            rule! {
                ZoneOutsideRegion at "SecondaryZoneId" if NotWithin("SecondaryZoneId", "RegionId");
                because "The zone is a lower level of the region." "可用区是地域的下一级。";
                cite row("The secondary zone ID.");
                pass r#"{"SecondaryZoneId": "cn-hangzhou-g"}"#;
                fail r#"{"SecondaryZoneId": "cn-beijing-g"}"#
            },
            rule! {
                NotDistinct at "SecondaryZoneId" if Same("SecondaryZoneId", "ZoneId");
                because "a second zone is there for when the first one fails" "备可用区用于主可用区故障时";
                cite row("The value of this parameter cannot be the same as the value of the ZoneId parameter");
                pass r#"{"ZoneId": "cn-hangzhou-h", "SecondaryZoneId": "cn-hangzhou-g"}"#;
                fail r#"{"ZoneId": "cn-hangzhou-h", "SecondaryZoneId": "cn-hangzhou-h"}"#
            },
            rule! {
                RequiredWhen at "Period" if Is("ChargeType", "PrePaid"), Absent("Period");
                because "A subscription is bought for a number of months." "包年包月须指定购买时长。";
                cite row("This parameter is required and takes effect only when the ChargeType parameter is set to PrePaid.");
                pass r#"{"ChargeType": "PrePaid", "Period": "1"}"#;
                fail r#"{"ChargeType": "PrePaid", "Period": null}"#
            },
            rule! {
                IgnoredParameter at "Period" if Present("Period"), Is("ChargeType", "PostPaid");
                because "Pay-as-you-go has no subscription period." "按量付费没有购买时长。";
                cite row("This parameter is required and takes effect only when the ChargeType parameter is set to PrePaid.");
                pass r#"{"ChargeType": "PrePaid", "Period": "9"}"#;
                fail r#"{"ChargeType": "PostPaid", "Period": "9"}"#
            },
            rule! {
                IgnoredParameter at "AutoRenew" if Is("AutoRenew", "true"), Is("ChargeType", "PostPaid");
                because "Only a subscription is renewed." "只有包年包月才会续费。";
                cite row("Specifies whether to enable auto-renewal.");
                pass r#"{"ChargeType": "PrePaid", "Period": "1", "AutoRenew": "true", "AutoRenewPeriod": "3"}"#;
                fail r#"{"ChargeType": "PostPaid", "AutoRenew": "true", "AutoRenewPeriod": "3"}"#
            },
            rule! {
                RequiredWhen at "AutoRenewPeriod" if Is("AutoRenew", "true"), Is("ChargeType", "PrePaid"), Absent("AutoRenewPeriod");
                because "Auto-renewal needs to know for how long; the machine schema has a default of one month." "自动续费须指定每次续费的时长；机器可读的接口定义中默认为一个月。";
                cite row("This parameter is required when the AutoRenew parameter is set to true.");
                pass r#"{"ChargeType": "PrePaid", "Period": "1", "AutoRenew": "true", "AutoRenewPeriod": "3"}"#;
                fail r#"{"ChargeType": "PrePaid", "Period": "1", "AutoRenew": "true"}"#
            },
            rule! {
                IgnoredParameter at "AutoRenewPeriod" if Present("AutoRenewPeriod"), IsNot("AutoRenew", "true");
                because "Nothing is renewed without auto-renewal." "未开启自动续费时不会续费。";
                cite row("This parameter is required when the AutoRenew parameter is set to true.");
                pass r#"{"ChargeType": "PrePaid", "Period": "1", "AutoRenew": "true", "AutoRenewPeriod": "3"}"#;
                fail r#"{"AutoRenewPeriod": "3"}"#, r#"{"AutoRenew": "false", "AutoRenewPeriod": "3"}"#
            },
            rule! {
                SwappedIdentifiers at "VpcId" if StartsWith("VpcId", &["vsw-"]);
                because "it is the identifier of a vSwitch" "这是交换机的标识符";
                cite row("The ID of the VPC.");
                pass r#"{"VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#;
                fail r#"{"VpcId": "vsw-bp1", "VSwitchId": "vsw-bp1"}"#
            },
            rule! {
                SwappedIdentifiers at "VSwitchId" if StartsWith("VSwitchId", &["vpc-"]);
                because "it is the identifier of a VPC" "这是专有网络的标识符";
                cite row("The ID of the vSwitch.");
                pass r#"{"VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#;
                fail r#"{"VpcId": "vpc-bp1", "VSwitchId": "vpc-bp1"}"#
            },
            rule! {
                UnknownClass at "InstanceClass" if Passes(&tests::UNKNOWN, "InstanceClass");
                because "Most classes that no list has are misspelt." "列表中没有的规格多半是拼写错误。";
                cite catalogue("every class that a page of the provider lists");
                pass r#"{"InstanceClass": "redis.shard.mid.2.ce"}"#;
                fail r#"{"InstanceClass": "redis.shard.mid.2"}"#
            },
            rule! {
                RetiredClass at "InstanceClass" if Passes(&tests::RETIRED, "InstanceClass");
                because "The provider lists the class as retired." "服务商将该规格列为停售。";
                cite catalogue("retired");
                pass r#"{"InstanceClass": "redis.shard.mid.2.ce"}"#;
                fail r#"{"InstanceClass": "redis.logic.splitrw.small.1db.1rodb.4proxy.default", "EngineVersion": "5.0"}"#
            },
            rule! {
                CollectiveClass at "InstanceClass" if Passes(&tests::COLLECTIVE, "InstanceClass");
                because "Queries use it for many classes; an order with it is refused." "查询结果用它统称多种规格，用它下单会被拒绝。";
                cite catalogue("collective names of cloud-native clusters");
                pass r#"{"InstanceClass": "redis.shard.mid.2.ce"}"#;
                fail r#"{"InstanceClass": "redis.cluster.sharding.common.ce"}"#
            },
            rule! {
                ClassEngineMismatch at "EngineVersion" if Present("EngineVersion"), Passes(&tests::ENGINE_OUTSIDE, "InstanceClass", "EngineVersion");
                because "The family of the class decides which versions there are." "规格所属系列决定可用的引擎版本。";
                cite row("The engine version of the Redis classic instance.");
                pass r#"{"InstanceClass": "redis.shard.mid.2.ce", "EngineVersion": "6.0"}"#;
                fail r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "7.0"}"#
            },
            rule! {
                ClassEngineMismatch as Warning at "EngineVersion" if Present("EngineVersion"), Passes(&tests::ENGINE_UNUSUAL, "InstanceClass", "EngineVersion");
                because "Users and other pages know this family with other versions only." "用户反馈及其他页面中，该系列只有其他版本。";
                cite catalogue("engine versions of each family");
                pass r#"{"InstanceClass": "redis.amber.master.small.multithread", "EngineVersion": "5.0"}"#;
                fail r#"{"InstanceClass": "redis.amber.master.small.multithread", "EngineVersion": "6.0"}"#
            },
            rule! {
                DefaultApplied at "EngineVersion" if Absent("EngineVersion");
                because "The document gives a default; for a class that does not run it, the service chooses one that fits." "文档给出了默认值；若规格不支持，服务会选用合适的版本。";
                cite row("Default value: 5.0.");
                pass r#"{"EngineVersion": "7.0"}"#;
                fail r#"{"EngineVersion": null}"#
            },
            rule! {
                IgnoredParameter at "ShardCount" if Passes(&tests::CLASSIC_WITH_SHARDS, "InstanceClass", "ShardCount");
                because "a classic class has the shards that its name says" "经典版规格的分片数由名称决定";
                cite row("The number of shards. This parameter applies only to cloud-native instances.");
                pass r#"{"InstanceClass": "redis.shard.large.ce", "ShardCount": 2}"#;
                fail r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "5.0", "ShardCount": 2}"#
            },
            rule! {
                ShardCountMismatch at "ShardCount" if Passes(&tests::SPELLED_OTHERWISE, "InstanceClass", "ShardCount");
                because "the name of the class spells another number" "规格名称中写明的是另一个数";
                cite catalogue("the part {M}db of a name is the number of shards");
                pass r#"{"InstanceClass": "redis.logic.sharding.1g.2db.0rodb.4proxy.default", "EngineVersion": "5.0", "ShardCount": 2}"#;
                fail r#"{"InstanceClass": "redis.logic.sharding.1g.2db.0rodb.4proxy.default", "EngineVersion": "5.0", "ShardCount": 4}"#
            },
            rule! {
                ShardCountMismatch at "ShardCount" if Present("ShardCount"), Passes(&tests::ONE_SHARD_OF_MANY, "InstanceClass", "ShardCount");
                because "the class is sold for clusters of two shards or more" "该规格只用于两个及以上分片的集群";
                cite catalogue("2.. shards");
                pass r#"{"InstanceClass": "redis.shard.small.ce", "ShardCount": 2}"#;
                fail r#"{"InstanceClass": "redis.shard.small.ce", "ShardCount": 1}"#
            },
            rule! {
                ShardCountMismatch at "InstanceClass" if Absent("ShardCount"), Passes(&tests::ONE_SHARD_OF_MANY, "InstanceClass", "ShardCount");
                because "the class is sold for clusters of two shards or more, and without a count there is one" "该规格只用于两个及以上分片的集群，而未填写分片数时为一个";
                cite catalogue("2.. shards");
                pass r#"{"InstanceClass": "redis.shard.small.ce", "ShardCount": 2}"#;
                fail r#"{"InstanceClass": "redis.shard.small.ce"}"#
            },
            rule! {
                UnlikelyValue at "ReadOnlyCount" if AtLeast("ReadOnlyCount", 6), AtMost("ReadOnlyCount", 9);
                because "the machine schema ends at 5" "机器可读的接口定义上限为 5";
                cite schema("ReadOnlyCount: maximum 5");
                pass r#"{"ReadOnlyCount": 5}"#;
                fail r#"{"ReadOnlyCount": 6}"#
            },
            rule! {
                IgnoredParameter at "ReadOnlyCount" if AtLeast("ReadOnlyCount", 1), Passes(&tests::CLASSIC, "InstanceClass");
                because "a classic class has the read replicas that its name says" "经典版规格的只读节点数由名称决定";
                cite row("This parameter applies only to cloud-native read/write splitting instances.");
                pass r#"{"InstanceClass": "redis.shard.small.2.ce", "ReadOnlyCount": 1}"#;
                fail r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "5.0", "ReadOnlyCount": 1}"#
            },
            rule! {
                IgnoredParameter at "SlaveReadOnlyCount" if AtLeast("SlaveReadOnlyCount", 1), Passes(&tests::CLASSIC, "InstanceClass");
                because "a classic class has the read replicas that its name says" "经典版规格的只读节点数由名称决定";
                cite row("This parameter applies only to cloud-native read/write splitting instances.");
                pass r#"{"SecondaryZoneId": "cn-hangzhou-g", "SlaveReadOnlyCount": 1}"#;
                fail r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "5.0", "SecondaryZoneId": "cn-hangzhou-g", "SlaveReadOnlyCount": 1}"#
            },
            rule! {
                RequiredWith at "SecondaryZoneId" if Absent("SecondaryZoneId"), Either(AtLeast("SlaveReadOnlyCount", 1), AtLeast("SlaveReplicaCount", 1));
                because "The nodes of the secondary zone need that zone." "备可用区的节点须有备可用区。";
                cite Citation::new("R-kvstore 2015-01-01 (English text of 2026-08-20)", "SlaveReadOnlyCount, SlaveReplicaCount", "SecondaryZoneId");
                pass r#"{"SecondaryZoneId": "cn-hangzhou-g", "SlaveReadOnlyCount": 1}"#;
                fail r#"{"SlaveReadOnlyCount": 1}"#, r#"{"SlaveReplicaCount": 1}"#
            },
            rule! {
                SumOutOfRange at "SlaveReadOnlyCount" if Present("SlaveReadOnlyCount"), Passes(&tests::SUM_ABOVE_NINE, "ReadOnlyCount", "SlaveReadOnlyCount");
                because "an instance has at most nine read replicas in all" "一个实例合计最多九个只读节点";
                cite row("the sum of this parameter and the SlaveReadOnlyCount parameter cannot exceed 9");
                pass r#"{"SecondaryZoneId": "cn-hangzhou-g", "ReadOnlyCount": 4, "SlaveReadOnlyCount": 5}"#;
                fail r#"{"SecondaryZoneId": "cn-hangzhou-g", "ReadOnlyCount": 5, "SlaveReadOnlyCount": 5}"#
            },
            rule! {
                SumOutOfRange at "SlaveReadOnlyCount" if Present("SlaveReadOnlyCount"), Passes(&tests::SUM_ABOVE_FOUR_A_SHARD, "ReadOnlyCount", "SlaveReadOnlyCount", "ShardCount");
                because "a shard of a cluster has at most four read replicas in all" "集群的每个分片合计最多四个只读节点";
                cite row("the sum of this parameter and the SlaveReadOnlyCount parameter cannot exceed 4");
                pass r#"{"InstanceClass": "redis.shard.large.ce", "ShardCount": 2, "SecondaryZoneId": "cn-hangzhou-g", "ReadOnlyCount": 2, "SlaveReadOnlyCount": 2}"#;
                fail r#"{"InstanceClass": "redis.shard.large.ce", "ShardCount": 2, "SecondaryZoneId": "cn-hangzhou-g", "ReadOnlyCount": 3, "SlaveReadOnlyCount": 2}"#
            },
            rule! {
                SumOutOfRange at "ReadOnlyCount" if Present("ReadOnlyCount"), Absent("SlaveReadOnlyCount"), Passes(&tests::SUM_ABOVE_FOUR_A_SHARD, "ReadOnlyCount", "SlaveReadOnlyCount", "ShardCount");
                because "a shard of a cluster has at most four read replicas" "集群的每个分片最多四个只读节点";
                cite row("If the instance uses the cluster architecture, valid values are 1 to 4");
                pass r#"{"InstanceClass": "redis.shard.large.ce", "ShardCount": 2, "ReadOnlyCount": 4}"#;
                fail r#"{"InstanceClass": "redis.shard.large.ce", "ShardCount": 2, "ReadOnlyCount": 5}"#
            },
            rule! {
                ConflictingParameters at "ReplicaCount" if AtLeast("ReplicaCount", 1), AtLeast("ReadOnlyCount", 1);
                because "an instance has replicas or read replicas" "副本与只读节点不能同时设置";
                cite Citation::new(DOCUMENT, "ReplicaCount (English text of 2026-03-13)", "ReplicaCount and ReadOnlyCount");
                pass r#"{"ReplicaCount": 1, "ReadOnlyCount": 0}"#;
                fail r#"{"ReplicaCount": 1, "ReadOnlyCount": 1}"#
            },
            rule! {
                IgnoredParameter at "ReplicaCount" if AtLeast("ReplicaCount", 1), Passes(&tests::CLASSIC, "InstanceClass");
                because "a classic class has the replicas that it has" "经典版规格的副本数是固定的";
                cite row("This parameter applies only to cloud-native cluster instances with multiple replicas.");
                pass r#"{"ReplicaCount": 1}"#;
                fail r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "5.0", "ReplicaCount": 1}"#
            },
            rule! {
                IgnoredParameter at "SlaveReplicaCount" if AtLeast("SlaveReplicaCount", 1), Passes(&tests::CLASSIC, "InstanceClass");
                because "a classic class has the replicas that it has" "经典版规格的副本数是固定的";
                cite row("This parameter applies only to cloud-native cluster instances with multiple replicas.");
                pass r#"{"SecondaryZoneId": "cn-hangzhou-g", "SlaveReplicaCount": 1}"#;
                fail r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "5.0", "SecondaryZoneId": "cn-hangzhou-g", "SlaveReplicaCount": 1}"#
            },
            rule! {
                SumOutOfRange at "SlaveReplicaCount" if Present("SlaveReplicaCount"), Passes(&tests::SUM_ABOVE_FOUR, "ReplicaCount", "SlaveReplicaCount");
                because "a cluster has at most four replicas in all" "集群合计最多四个副本";
                cite row("The sum of this parameter and the SlaveReplicaCount parameter cannot exceed 4.");
                pass r#"{"SecondaryZoneId": "cn-hangzhou-g", "ReplicaCount": 2, "SlaveReplicaCount": 2}"#;
                fail r#"{"SecondaryZoneId": "cn-hangzhou-g", "ReplicaCount": 3, "SlaveReplicaCount": 2}"#
            },
            rule! {
                IgnoredParameter at "InstanceEndpointType" if Present("InstanceEndpointType"), Either(Absent("SecondaryZoneId"), Passes(&tests::CLASSIC, "InstanceClass"));
                because "it is for cloud-native instances in two zones" "仅用于双可用区的云原生实例";
                cite row("This parameter applies only to cloud-native dual-zone deployment read/write splitting instances.");
                pass r#"{"SecondaryZoneId": "cn-hangzhou-g", "InstanceEndpointType": "UnifiedEndpoint"}"#;
                fail r#"{"InstanceEndpointType": "UnifiedEndpoint"}"#
            },
            rule! {
                IgnoredParameter at "GlobalSecurityGroupIds" if Present("GlobalSecurityGroupIds"), Passes(&tests::CLASSIC, "InstanceClass");
                because "classic instances do not have whitelist templates" "经典版实例不支持全局白名单模板";
                cite row("Classic instances do not support the whitelist template feature.");
                pass r#"{"GlobalSecurityGroupIds": "g-abc"}"#;
                fail r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "5.0", "GlobalSecurityGroupIds": "g-abc"}"#
            },
            rule! {
                IgnoredParameter at "ParamGroupId" if Present("ParamGroupId"), Passes(&tests::CLASSIC, "InstanceClass");
                because "classic instances do not have parameter templates" "经典版实例不支持参数模板";
                cite row("This parameter applies only to cloud-native instances.");
                pass r#"{"ParamGroupId": "rpg-test"}"#;
                fail r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "5.0", "ParamGroupId": "rpg-test"}"#
            },
            rule! {
                IgnoredParameter at "RecoverConfigMode" if Present("RecoverConfigMode"), Passes(&tests::CLASSIC, "InstanceClass");
                because "classic instances restore data only" "经典版实例只恢复数据";
                cite row("This parameter applies only to cloud-native instances");
                pass r#"{"RecoverConfigMode": "account"}"#;
                fail r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "5.0", "RecoverConfigMode": "account"}"#
            },
            rule! {
                IncompletePair at "SrcDBInstanceId" if Present("SrcDBInstanceId"), Absent("BackupId"), Absent("ClusterBackupId"), Absent("RestoreTime");
                because "The new instance starts from a backup set or a point in time of the source instance." "新实例须基于源实例的备份集或某个时间点创建。";
                cite row("This parameter must be used in combination with one of the preceding three parameters.");
                pass r#"{"SrcDBInstanceId": "r-bp1", "ClusterBackupId": "cb-abc"}"#;
                fail r#"{"SrcDBInstanceId": "r-bp1"}"#
            },
            rule! {
                IncompletePair at "BackupId" if Present("BackupId"), Absent("SrcDBInstanceId");
                because "A backup set belongs to the instance that it was made of." "备份集属于其源实例。";
                cite row("specify the source instance ID in this parameter first");
                pass r#"{"SrcDBInstanceId": "r-bp1", "BackupId": "111111111"}"#;
                fail r#"{"BackupId": "111111111"}"#
            },
            rule! {
                IncompletePair at "ClusterBackupId" if Present("ClusterBackupId"), Absent("SrcDBInstanceId");
                because "A backup set belongs to the instance that it was made of." "备份集属于其源实例。";
                cite row("specify the source instance ID in this parameter first");
                pass r#"{"SrcDBInstanceId": "r-bp1", "ClusterBackupId": "cb-abc"}"#;
                fail r#"{"ClusterBackupId": "cb-abc"}"#
            },
            rule! {
                IncompletePair at "RestoreTime" if Present("RestoreTime"), Absent("SrcDBInstanceId");
                because "The point in time is one of the source instance." "时间点属于源实例。";
                cite row("specify the source instance ID in this parameter first");
                pass r#"{"SrcDBInstanceId": "r-bp1", "RestoreTime": "2026-10-01T06:00:00Z"}"#;
                fail r#"{"RestoreTime": "2026-10-01T06:00:00Z"}"#
            },
            rule! {
                UnlikelyValue at "Port" if AtMost("Port", 1023);
                because "older texts and the schema begin at 1024" "旧版文本和接口定义从 1024 开始";
                cite Citation::new("R-kvstore 2015-01-01 (English text of 2026-08-20)", "Port", "1024 to 65535");
                pass r#"{"Port": "1024"}"#;
                fail r#"{"Port": "1023"}"#
            },
            rule! {
                UnlikelyValue at "ConnectionStringPrefix" if Passes(&tests::HYPHENATED, "ConnectionStringPrefix");
                because "the text allows letters and digits only" "文档只允许字母和数字";
                cite row("can contain lowercase letters and digits");
                pass r#"{"ConnectionStringPrefix": "orderscache1"}"#;
                fail r#"{"ConnectionStringPrefix": "orders-cache-1"}"#
            },
            rule! {
                ShortWindow at "MaintainEndTime" if Present("MaintainStartTime"), Present("MaintainEndTime"), Passes(&tests::UNDER_AN_HOUR, "MaintainStartTime", "MaintainEndTime");
                because "Maintenance needs an hour." "维护至少需要一小时。";
                cite row("The interval between the start time and the end time must be at least 1 hour.");
                pass r#"{"MaintainStartTime": "23:30Z", "MaintainEndTime": "00:30Z"}"#;
                fail r#"{"MaintainStartTime": "23:30Z", "MaintainEndTime": "00:29Z"}"#
            },
            rule! {
                DryRun at "DryRun" if Is("DryRun", "true");
                because "Even when all is well the answer is an error code." "即使检查通过也会返回错误码。";
                cite row("If the request passes the dry run, the system returns the DryRunOperation error code.");
                pass r#"{"DryRun": "false"}"#;
                fail r#"{"DryRun": "true"}"#
            },
            rule! {
                SecretInSpec at "Signature" if Present("Signature");
                because "A signature is made anew for each request." "签名在每次请求时重新生成。";
                cite rows::PUBLIC;
                pass r#"{"Signature": null}"#;
                fail r#"{"Signature": "sample"}"#
            },
            rule! {
                SecretInSpec at "SecurityToken" if Present("SecurityToken");
                because "A security token lets whoever has it act in your name." "持有安全令牌的人可以您的身份操作。";
                cite rows::PUBLIC;
                pass r#"{"SecurityToken": null}"#;
                fail r#"{"SecurityToken": "sample"}"#
            },
            rule! {
                PlaintextPassword at "Password" if Present("Password");
                because "Whoever can read the order can read the password." "能读取订单的人都能读到密码。";
                cite row("The password of the instance.");
                pass r#"{"Password": null}"#;
                fail r#"{"Password": "Pass!123456"}"#
            },
            rule! {
                OneWayChoice at "ChargeType" if Is("ChargeType", "PrePaid");
                because "a subscription can never be turned back into pay-as-you-go" "包年包月不能改回按量付费";
                cite page("you cannot switch the billing method from subscription to Pay-As-You-Go");
                pass r#"{"ChargeType": "PostPaid"}"#;
                fail r#"{"ChargeType": "PrePaid", "Period": "1"}"#
            },
            rule! {
                OneWayChoice at "RegionId" if Valid("RegionId");
                because "the region of an instance can never be changed" "实例的地域不能更改";
                cite page("You cannot change the region after you purchase the instance.");
                pass r#"{"RegionId": []}"#;
                fail r#"{"RegionId": "cn-hangzhou"}"#
            },
        ]
    };
}
pub(super) use shared_rules;
