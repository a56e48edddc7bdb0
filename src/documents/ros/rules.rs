//! Rules that both resource types have. A table that uses them has an `at` of its own, by which
//! names are looked up.

/// What holds of an order whatever it is paid with.
macro_rules! shared_rules {
    () => {
        [
            rule! {
                ZoneUnspecified at "ZoneId" if Absent("ZoneId");
                because "Documents mark the zone as required, the gateway chooses one." "文档将可用区标为必选，而网关会自行选择。";
                cite property("The zone id of input region.");
                pass r#"{"ZoneId": "cn-hangzhou-h"}"#;
                fail r#"{"ZoneId": null}"#
            },
            rule! {
                NotDistinct as Warning at "SecondaryZoneId" if Same("SecondaryZoneId", "ZoneId");
                because "a second zone is there for when the first one fails" "备可用区用于主可用区故障时";
                cite row("The value of this parameter cannot be the same as the value of the ZoneId parameter");
                pass r#"{"SecondaryZoneId": "cn-hangzhou-g"}"#;
                fail r#"{"ZoneId": "cn-hangzhou-h", "SecondaryZoneId": "cn-hangzhou-h"}"#
            },
            rule! {
                IncompletePair at "VpcId" if Present("VpcId"), Absent("VSwitchId"), Either(Absent("InstanceClass"), Passes(&asks::NO_TAIR, "InstanceClass"));
                because "The instance gets its address from a vSwitch of the VPC." "实例的地址来自该 VPC 内的交换机。";
                cite row("The ID of the vSwitch.");
                pass r#"{"VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#;
                fail r#"{"InstanceClass": "redis.shard.mid.2.ce", "VSwitchId": null}"#
            },
            rule! {
                IncompletePair at "VSwitchId" if Present("VSwitchId"), Absent("VpcId"), Either(Absent("InstanceClass"), Passes(&asks::NO_TAIR, "InstanceClass"));
                because "A vSwitch belongs to a VPC." "交换机属于某个 VPC。";
                cite row("The ID of the VPC.");
                pass r#"{"VpcId": "vpc-bp1", "VSwitchId": "vsw-bp1"}"#;
                fail r#"{"InstanceClass": "redis.shard.mid.2.ce", "VpcId": null}"#
            },
            rule! {
                RequiredParameter at "VpcId" if Absent("VpcId"), Passes(&asks::TAIR, "InstanceClass");
                because "An instance of Tair is created in a VPC." "Tair 实例须创建在专有网络中。";
                cite row("The ID of the VPC.");
                pass r#"{"InstanceClass": "redis.shard.mid.2.ce", "VpcId": null, "VSwitchId": null}"#;
                fail r#"{"VpcId": null}"#
            },
            rule! {
                RequiredParameter at "VSwitchId" if Absent("VSwitchId"), Passes(&asks::TAIR, "InstanceClass");
                because "An instance of Tair gets its address from a vSwitch." "Tair 实例的地址来自交换机。";
                cite row("The ID of the vSwitch.");
                pass r#"{"InstanceClass": "redis.shard.mid.2.ce", "VpcId": null, "VSwitchId": null}"#;
                fail r#"{"VSwitchId": null}"#
            },
            rule! {
                SwappedIdentifiers at "VpcId" if StartsWith("VpcId", &["vsw-"]);
                because "it is the identifier of a vSwitch" "这是交换机的标识符";
                cite row("The ID of the VPC.");
                pass r#"{"VpcId": "vpc-bp1"}"#;
                fail r#"{"VpcId": "vsw-bp1"}"#
            },
            rule! {
                SwappedIdentifiers at "VSwitchId" if StartsWith("VSwitchId", &["vpc-"]);
                because "it is the identifier of a VPC" "这是专有网络的标识符";
                cite row("The ID of the vSwitch.");
                pass r#"{"VSwitchId": "vsw-bp1"}"#;
                fail r#"{"VSwitchId": "vpc-bp1"}"#
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
                ClassTypeMismatch at "InstanceClass" if StartsWith("InstanceClass", common::MEMCACHE_CLASSES);
                because "The resource type sells instances of Redis and Tair." "该资源类型只用于 Redis 和 Tair 实例。";
                cite property("Redis instance type.");
                pass r#"{"InstanceClass": "redis.shard.mid.2.ce"}"#;
                fail r#"{"InstanceClass": "memcache.master.small.default", "EngineVersion": "4.0"}"#
            },
            rule! {
                ClassTypeMismatch at "InstanceClass" if Passes(&asks::OTHER_TAIR, "InstanceClass", "ProductType");
                because "The first parts of a class of Tair name its product." "Tair 规格名称的前几段表明其产品类型。";
                cite property("Tair_rdb: Performance Enhanced(Cloud Disk)");
                pass r#"{"ProductType": "Tair_rdb"}"#;
                fail r#"{"ProductType": "Tair_scm"}"#
            },
            rule! {
                ClassTypeMismatch at "InstanceClass" if Passes(&asks::LOCAL_OF_CLOUD, "InstanceClass", "ProductType");
                because "Cloud-native classes are no product on local disks." "云原生规格不属于本地盘产品。";
                cite property("Local: Community Edition(Local) or Enhanced Edition(Local)");
                pass r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "5.0", "ProductType": "Local"}"#;
                fail r#"{"ProductType": "Local"}"#
            },
            rule! {
                ClassOperationMismatch at "InstanceClass" if Passes(&asks::TAIR_OF_REDIS, "InstanceClass", "ProductType");
                because "ProductType asks for Tair, and the class is none of it" "ProductType 指定了 Tair，而该规格不属于 Tair";
                cite property("Tair_rdb: Performance Enhanced(Cloud Disk)");
                pass r#"{"InstanceClass": "redis.shard.mid.2.ce", "ProductType": "OnECS"}"#;
                fail r#"{"InstanceClass": "redis.shard.mid.2.ce", "ProductType": "Tair_rdb"}"#
            },
            rule! {
                InvalidValue at "EngineVersion" if Present("EngineVersion"), Passes(&asks::ENGINE_UNSOLD, "InstanceClass", "EngineVersion");
                because "Tair and Redis have versions of their own." "Tair 与 Redis 各有自己的版本号。";
                cite row("The engine version of the Redis cloud-native instance.");
                pass r#"{"EngineVersion": "7.0"}"#;
                fail r#"{"EngineVersion": "4.0"}"#
            },
            rule! {
                ClassEngineMismatch at "EngineVersion" if Present("EngineVersion"), Passes(&asks::ENGINE_UNFIT, "InstanceClass", "EngineVersion");
                because "The family of the class decides which versions there are." "规格所属系列决定可用的引擎版本。";
                cite row("The engine version of the Redis classic instance.");
                pass r#"{"InstanceClass": "redis.shard.mid.2.ce", "EngineVersion": "6.0"}"#;
                fail r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "7.0"}"#
            },
            rule! {
                ClassEngineMismatch as Warning at "EngineVersion" if Present("EngineVersion"), Passes(&asks::ENGINE_ODD, "InstanceClass", "EngineVersion");
                because "Users and other pages know this family with other versions only." "用户反馈及其他页面中，该系列只有其他版本。";
                cite catalogue("engine versions of each family");
                pass r#"{"InstanceClass": "redis.amber.master.small.multithread", "EngineVersion": "5.0"}"#;
                fail r#"{"InstanceClass": "redis.amber.master.small.multithread", "EngineVersion": "6.0"}"#
            },
            rule! {
                DefaultApplied at "EngineVersion" if Absent("EngineVersion"), Passes(&asks::REDIS_DEFAULT, "InstanceClass");
                because "The document gives a default; for a class that does not run it, the service chooses one that fits." "文档给出了默认值；若规格不支持，服务会选用合适的版本。";
                cite row("Default value: 5.0.");
                pass r#"{"EngineVersion": "7.0"}"#;
                fail r#"{"InstanceClass": "redis.shard.mid.2.ce", "EngineVersion": null}"#
            },
            rule! {
                DefaultApplied at "EngineVersion" if Absent("EngineVersion"), Passes(&asks::TAIR_DEFAULT, "InstanceClass");
                because "The document of Tair gives this default; for a class that does not run it, the service chooses one that fits." "Tair 的文档给出了该默认值；若规格不支持，服务会选用合适的版本。";
                cite row("Default value: 1.0.");
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
                ShardCountMismatch at "InstanceClass" if Absent("ShardCount"), Either(Absent("TairConfig"), Passes(&asks::NO_TAIR, "InstanceClass")), Passes(&tests::ONE_SHARD_OF_MANY, "InstanceClass", "ShardCount");
                because "the class is sold for clusters of two shards or more, and without a count there is one" "该规格只用于两个及以上分片的集群，而未填写分片数时为一个";
                cite catalogue("2.. shards");
                pass r#"{"InstanceClass": "redis.shard.small.ce", "ShardCount": 2}"#;
                fail r#"{"InstanceClass": "redis.shard.small.ce"}"#
            },
            rule! {
                ShardCountMismatch at "ShardCount" if Passes(&tests::TAIR_SHARDS_OF_ONE, "InstanceClass", "ShardCount");
                because "the class is sold as one shard" "该规格只有一个分片";
                cite catalogue("1 shard");
                pass r#"{"InstanceClass": "redis.shard.large.ce", "ShardCount": 2}"#;
                fail r#"{"InstanceClass": "redis.shard.small.2.ce", "ShardCount": 2}"#
            },
            rule! {
                UnlikelyValue at "ShardCount" if Passes(&asks::MANY_TAIR_SHARDS, "InstanceClass", "ShardCount");
                because "the texts end at 32" "文档描述的上限为 32";
                cite property("2 to 32: You can create an instance in the cluster architecture");
                pass r#"{"ShardCount": 32}"#;
                fail r#"{"ShardCount": 33}"#
            },
            rule! {
                UnlikelyValue at "ShardCount" if Passes(&asks::ESSD_SHARDS, "InstanceClass", "ShardCount");
                because "an instance on an ESSD has one shard" "ESSD 型实例只有一个分片";
                cite catalogue("1 shard");
                pass r#"{"ShardCount": 2}"#;
                fail r#"{"InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0", "TairConfig": {"Storage": 100}, "ShardCount": 2}"#
            },
            rule! {
                UnlikelyValue at "ReadOnlyCount" if AtLeast("ReadOnlyCount", 6), AtMost("ReadOnlyCount", 9);
                because "the machine schema of the operation ends at 5" "操作的机器可读接口定义上限为 5";
                cite schema("ReadOnlyCount: maximum 5");
                pass r#"{"ReadOnlyCount": 5}"#;
                fail r#"{"ReadOnlyCount": 6}"#
            },
            rule! {
                IgnoredParameter at "ReadOnlyCount" if AtLeast("ReadOnlyCount", 1), Passes(&tests::CLASSIC, "InstanceClass");
                because "a classic class has the read replicas that its name says" "经典版规格的只读节点数由名称决定";
                cite row("This parameter applies only to cloud-native read/write splitting instances.");
                pass r#"{"ReadOnlyCount": 1}"#;
                fail r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "5.0", "ReadOnlyCount": 1}"#
            },
            rule! {
                SumOutOfRange at "ReadOnlyCount" if Passes(&asks::READERS_OF_SHARDS, "ReadOnlyCount", "ShardCount");
                because "a shard of a cluster has at most four read replicas" "集群的每个分片最多四个只读节点";
                cite row("If the instance uses the cluster architecture, valid values are 1 to 4");
                pass r#"{"ShardCount": 2, "ReadOnlyCount": 4}"#;
                fail r#"{"ShardCount": 2, "ReadOnlyCount": 5}"#
            },
            rule! {
                ClassNodeMismatch at "NodeType" if OneOf("NodeType", CLASSIC_NODES), Passes(&tests::CLOUD_NATIVE, "InstanceClass");
                because "cloud-native classes take MASTER_SLAVE or STAND_ALONE" "云原生规格应填 MASTER_SLAVE 或 STAND_ALONE";
                cite row("For cloud-native instances, select MASTER_SLAVE or STAND_ALONE. For classic instances, select double or single.");
                pass r#"{"NodeType": "MASTER_SLAVE"}"#;
                fail r#"{"NodeType": "double"}"#
            },
            rule! {
                ClassNodeMismatch at "NodeType" if OneOf("NodeType", CLASSIC_NODES), Unknown("InstanceClass"), OneOf("ProductType", TAIR_PRODUCTS);
                because "Tair is cloud-native, and takes MASTER_SLAVE or STAND_ALONE" "Tair 为云原生形态，应填 MASTER_SLAVE 或 STAND_ALONE";
                cite row("For cloud-native instances, select MASTER_SLAVE or STAND_ALONE. For classic instances, select double or single.");
                pass r#"{"ProductType": "Tair_rdb", "NodeType": "MASTER_SLAVE"}"#;
                fail r#"{"InstanceClass": "${class}", "ProductType": "Tair_rdb", "NodeType": "double"}"# along PlaceholderValue
            },
            rule! {
                ClassNodeMismatch at "NodeType" if OneOf("NodeType", CLOUD_NODES), Passes(&tests::CLASSIC, "InstanceClass");
                because "classic classes take double or single" "经典版规格应填 double 或 single";
                cite row("For cloud-native instances, select MASTER_SLAVE or STAND_ALONE. For classic instances, select double or single.");
                pass r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "5.0", "NodeType": "double"}"#;
                fail r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "5.0", "NodeType": "MASTER_SLAVE"}"#
            },
            rule! {
                ClassNodeMismatch at "NodeType" if OneOf("NodeType", CLOUD_NODES), Unknown("InstanceClass"), Is("ProductType", "Local");
                because "instances on local disks are classic, and take double or single" "本地盘实例为经典版，应填 double 或 single";
                cite row("For cloud-native instances, select MASTER_SLAVE or STAND_ALONE. For classic instances, select double or single.");
                pass r#"{"InstanceClass": "redis.master.small.default", "EngineVersion": "5.0", "ProductType": "Local", "NodeType": "double"}"#;
                fail r#"{"InstanceClass": "${class}", "ProductType": "Local", "NodeType": "MASTER_SLAVE"}"# along PlaceholderValue
            },
            rule! {
                UnlikelyValue at "NodeType" if Is("NodeType", "STAND_ALONE"), Passes(&asks::TAIR, "InstanceClass"), Either(Present("SecondaryZoneId"), AtLeast("ShardCount", 2), AtLeast("ReadOnlyCount", 1));
                because "a single node has no second zone, no shards and no read replicas" "单节点没有备可用区、多个分片或只读节点";
                cite row("STAND_ALONE: standalone");
                pass r#"{"NodeType": "STAND_ALONE"}"#;
                fail r#"{"NodeType": "STAND_ALONE", "ShardCount": 2}"#
            },
            rule! {
                TooManyItems at "SecurityGroupId" if Passes(&asks::MANY_GROUPS, "SecurityGroupId");
                because "An instance is put into ten security groups at most." "一个实例最多加入十个安全组。";
                cite property("Separate multiple security group IDs with commas (,) and up to 10 can be set.");
                pass r#"{"SecurityGroupId": "sg-1,sg-2,sg-3,sg-4,sg-5,sg-6,sg-7,sg-8,sg-9,sg-10"}"#;
                fail r#"{"SecurityGroupId": "sg-1,sg-2,sg-3,sg-4,sg-5,sg-6,sg-7,sg-8,sg-9,sg-10,sg-11"}"#
            },
            rule! {
                IgnoredParameter at "TairConfig" if Present("TairConfig"), Passes(&asks::NO_TAIR, "InstanceClass");
                because "it is for classes that begin with tair." "仅用于 tair. 开头的规格";
                cite property("This parameter is available only if the InstanceClass parameter is start with tair.");
                pass r#"{"TairConfig": {"ShardCount": 2}}"#;
                fail r#"{"InstanceClass": "redis.shard.mid.2.ce", "TairConfig": {"ShardCount": 0}}"#
            },
            rule! {
                RequiredWhen at "TairConfig" / "Storage" if Absent("TairConfig"), Passes(&asks::NEEDS_STORAGE, "InstanceClass");
                because "A class on an ESSD has the disk that is ordered with it." "ESSD 型规格的云盘大小须在下单时指定。";
                cite property("This parameter is available and required only if the InstanceClass parameter is start with tair.essd");
                pass r#"{"InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0", "TairConfig": {"Storage": 100}}"#;
                fail r#"{"InstanceClass": "tair.essd.standard.xlarge", "EngineVersion": "1.0"}"#
            },
            rule! {
                PlaintextPassword at "Password" if Present("Password");
                because "Whoever can read the template can read the password; NoEcho hides parameters only." "能读取模板的人都能读到密码；NoEcho 只对参数生效。";
                cite property("The password of redis instance.");
                pass r#"{"Password": null}"#;
                fail r#"{"Password": "Pass!123456"}"#
            },
        ]
    };
}
pub(super) use shared_rules;

/// Node types of the classic edition.
pub(super) const CLASSIC_NODES: &[&str] = &["double", "single"];

/// Node types of the cloud-native edition.
pub(super) const CLOUD_NODES: &[&str] = &["MASTER_SLAVE", "STAND_ALONE"];

/// Product types of Tair.
pub(super) const TAIR_PRODUCTS: &[&str] = &["Tair_rdb", "Tair_scm", "Tair_essd"];

/// Months after which a subscription does not renew itself, though the schema lets them pass.
pub(super) const NO_RENEWALS: &[&str] = &["4", "5", "7", "8", "9", "10", "11"];
