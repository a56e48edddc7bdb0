//! Where the documents say that one reads on.

use super::Link;
use crate::documents::{
    ALIBABA_CONSOLE as CONSOLE, ALIBABA_CREATE_INSTANCE_CN as CN,
    ALIBABA_CREATE_INSTANCE_INTL as INTL, ALIBABA_CREATE_INSTANCES as BATCH,
    JDCLOUD_CREATE_CACHE_INSTANCE as JDCLOUD, alibaba, jdcloud,
};
use crate::profile::{Bilingual, Citation};

/// One row: the profiles, what it is about, the title, the target, and the passage.
macro_rules! links {
    ($($profiles:expr, [$($about:literal),*] $en:literal $zh:literal => $target:literal, $citation:expr;)+) => {
        &[$(Link {
            profiles: $profiles,
            about: &[$($about),*],
            title: Bilingual::new($en, $zh),
            target: $target,
            citation: $citation,
        }),+]
    };
}

const fn page(quote: &'static str) -> Citation {
    Citation::new(CONSOLE.document, "Procedure", quote)
}

const fn intl(quote: &'static str) -> Citation {
    Citation::new(INTL.document, "Request parameters", quote)
}

const fn chinese(section: &'static str, quote: &'static str) -> Citation {
    Citation::new(CN.document, section, quote)
}

const fn batch(section: &'static str, quote: &'static str) -> Citation {
    Citation::new(BATCH.document, section, quote)
}

const fn today(quote: &'static str) -> Citation {
    alibaba::rows::row(quote)
}

const ONE: &[&str] = &[alibaba::CREATE_INSTANCE];
const TAIR: &[&str] = &[alibaba::CREATE_TAIR_INSTANCE];
const BOTH: &[&str] = &[alibaba::CREATE_INSTANCE, alibaba::CREATE_TAIR_INSTANCE];
const REQUEST: &str = "Request parameters";

#[rustfmt::skip]
pub(super) static LINKS: &[Link] = links! {
    &[CONSOLE.id], [] "console" "控制台" => "https://partners-intl.console.aliyun.com/#/kvstore",
        page("Log on to the ApsaraDB for Redis console and click Create Instance in the upper-right corner.");
    &[CONSOLE.id], ["/networkType"] "changing the network type later" "之后更改网络类型" => "Set the network type", page("see Set the network type");
    &[CONSOLE.id], ["/vSwitch"] "creating a vSwitch" "创建交换机" => "Create a VSwitch", page("we recommend that you Create a VSwitch");
    &[CONSOLE.id], ["/instanceClass"] "table of classes" "实例规格表" => "Specifications and performance", page("see Specifications and performance");
    &[CONSOLE.id], ["/password"] "setting the password later" "之后设置密码" => "Change the password", page("see Change the password");
    &[CONSOLE.id], [] "the operation behind the page" "页面对应的接口" => "CreateInstance",
        Citation::new(CONSOLE.document, "API operations", "Creates an ApsaraDB for Redis instance.");
    &[INTL.id], ["/RegionId"] "regions that there are" "可用地域" => "DescribeRegions", intl("You can use the DescribeRegions function to view available data centers.");
    &[INTL.id], ["/ZoneId"] "zones that there are" "可用区列表" => "DescribeRegions", intl("You can use the DescribeRegions function to view available zones.");
    &[INTL.id], ["/InstanceClass"] "table of classes" "实例规格表" => "Instance type table", intl("For more information, see Instance type table.");
    &[INTL.id], ["/Token"] "how idempotence is guaranteed" "如何保证幂等性" => "How to guarantee idempotence", intl("see the section “How to guarantee idempotence”");
    &[INTL.id], ["/BackupId"] "backup sets that there are" "备份集列表" => "DescribeBackups", intl("Query the value of BackupId by calling DescribeBackups.");
    &[CN.id], [] "the same in the console" "对应的控制台操作" => "https://help.aliyun.com/document_detail/26351.html", chinese("CreateInstance", "该API对应的控制台操作请参见创建实例。");
    &[CN.id], [] "trying the operation, without signing by hand" "在线调试，无需手工签名" => "https://api.aliyun.com/#product=R-kvstore&api=CreateInstance&type=RPC&version=2015-01-01",
        chinese("调试", "您可以在OpenAPI Explorer中直接运行该接口");
    &[CN.id], ["/InstanceClass", "/Capacity"] "table of classes" "实例规格表" => "https://help.aliyun.com/document_detail/107984.html", chinese("请求参数", "详细信息请参见实例规格表");
    &[CN.id], ["/RegionId"] "regions that there are" "可用地域" => "DescribeRegions", chinese("请求参数", "地域ID，可调用DescribeRegions查询");
    &[CN.id], ["/ZoneId"] "zones that there are" "可用区列表" => "DescribeRegions", chinese("请求参数", "可用区ID，可调用DescribeRegions查询");
    &[CN.id], ["/Config"] "settings that there are" "可配置的参数" => "https://help.aliyun.com/document_detail/43885.html", chinese("请求参数", "参见参数配置");
    &[CN.id], ["/BackupId"] "backup sets that there are" "备份集列表" => "DescribeBackups", chinese("请求参数", "通过调用DescribeBackups可查询BackupId。");
    &[CN.id], [] "all error codes" "全部错误码" => "https://error-center.alibabacloud.com/status/product/R-kvstore", chinese("错误码", "访问错误中心查看更多错误码。");
    &[BATCH.id], [] "a single instance of the classic edition" "创建单个经典版实例" => "CreateInstance", batch("Operation description", "To create a single instance, use one of the following APIs");
    &[BATCH.id], [] "a single instance of the cloud-native edition" "创建单个云原生版实例" => "CreateTairInstance", batch("Operation description", "Creates Cloud-native Edition instances of Tair");
    &[BATCH.id], [] "prices" "价格" => "https://help.aliyun.com/document_detail/54532.html", batch("Operation description", "review the billing methods and pricing");
    &[BATCH.id], [] "all error codes" "全部错误码" => "Error Codes", batch("Error codes", "See Error Codes for a complete list.");
    &[BATCH.id], ["/Instances/*/RegionId", "/Instances/*/izNo"] "regions and zones that there are" "可用地域和可用区" => "DescribeRegions",
        batch(REQUEST, "You can call the DescribeRegions operation to query the latest list of available regions.");
    &[BATCH.id], ["/Instances/*/instanceClass", "/Instances/*/Capacity"] "table of classes" "实例规格表" => "Specification Query Guide", batch(REQUEST, "For details, see Specification Query Guide.");
    &[BATCH.id], ["/Instances/*/vpcId"] "VPCs that there are" "专有网络列表" => "DescribeVpcs", batch(REQUEST, "You can call the VPC operation DescribeVpcs to query available VPCs.");
    &[BATCH.id], ["/Instances/*/vSwitchId"] "vSwitches that there are" "交换机列表" => "DescribeVSwitches", batch(REQUEST, "You can call the VPC operation DescribeVSwitches to query available vSwitches.");
    &[BATCH.id], ["/Instances/*/SrcDBInstanceId"] "instances that there are" "实例列表" => "DescribeInstances", batch(REQUEST, "You can call the DescribeInstances operation to find instance IDs.");
    &[BATCH.id], ["/Instances/*/BackupId"] "backup sets that there are" "备份集列表" => "DescribeBackups", batch(REQUEST, "You can call the DescribeBackups operation to find backup set IDs.");
    BOTH, ["/RegionId", "/ZoneId"] "regions and zones that there are" "可用地域和可用区" => "DescribeRegions", today("You can call the DescribeRegions operation to query the most recent region list.");
    ONE, ["/SecondaryZoneId"] "zones that there are" "可用区列表" => "DescribeZones", today("You can call the DescribeZones operation to query the most recent zone list.");
    BOTH, ["/BackupId", "/RecoverConfigMode"] "backup sets that there are" "备份集列表" => "DescribeBackups", today("operation to query whether the RecoverConfigMode parameter of a specified backup set contains the preceding information");
    BOTH, ["/ClusterBackupId"] "backup sets of clusters that there are" "集群备份集列表" => "DescribeClusterBackupList", today("You can call the DescribeClusterBackupList operation to obtain the ID.");
    ONE, ["/InstanceClass"] "table of classes" "实例规格表" => "https://help.aliyun.com/document_detail/26350.html", today("For more information, see Overview of instance types.");
    TAIR, ["/InstanceClass"] "classes in memory" "内存型规格" => "https://help.aliyun.com/document_detail/2527112.html", today("Memory-enhanced instance types");
    TAIR, ["/InstanceClass"] "classes in persistent memory" "持久内存型规格" => "https://help.aliyun.com/document_detail/2527110.html", today("Persistent memory-optimized instance types");
    TAIR, ["/InstanceClass", "/Storage"] "classes on disks" "磁盘型规格" => "https://help.aliyun.com/document_detail/2527111.html", today("Disk-based instance types");
    TAIR, ["/VpcId", "/VSwitchId"] "VPCs that there are" "专有网络列表" => "DescribeVpcs", today("You can call the DescribeVpcs operation of the VPC API to query the VPC ID.");
    TAIR, ["/PrivateIpAddress"] "ranges of vSwitches" "交换机网段" => "DescribeVSwitches", today("operation of the VPC API to query the CIDR block information");
    TAIR, ["/ResourceGroupId"] "resource groups that there are" "资源组列表" => "ListResourceGroups", today("to obtain the resource group ID list");
    &[JDCLOUD.id], ["/cacheInstance/cacheInstanceClass"] "table of classes" "实例规格代码" => "https://docs.jdcloud.com/en/jcs-for-redis/specifications",
        Citation::new(JDCLOUD.document, "CacheInstanceSpec", "For Redis instance specification code, please refer to https://docs.jdcloud.com/en/jcs-for-redis/specifications");
    &[jdcloud::CREATE_CACHE_INSTANCE], ["/cacheInstance/cacheInstanceClass"] "table of older classes" "老规格代码" => "https://docs.jdcloud.com/cn/jcs-for-redis/specifications",
        jdcloud::create_cache_instance_2026::cite("createCacheInstance", "老规格代码请参考，https://docs.jdcloud.com/cn/jcs-for-redis/specifications");
    &[jdcloud::CREATE_CACHE_INSTANCE], ["/cacheInstance/cacheInstanceClass"] "classes that there are" "规格代码列表" => "describeInstanceClass",
        jdcloud::create_cache_instance_2026::cite("CacheInstanceSpec", "可调用describeInstanceClass接口获取");
    &[jdcloud::CREATE_CACHE_INSTANCE], ["/cacheInstance/cacheInstanceClass", "/cacheInstance/shardNumber"] "classes of shards, and how many there can be" "分片规格及其支持的分片数" => "describeSpecConfig",
        jdcloud::create_cache_instance_2026::cite("CacheInstanceSpec", "每种分片规格支持的分片数可调用describeSpecConfig接口获取");
};
