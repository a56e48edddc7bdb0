//! What the sources say about a class beyond its numbers, in the library's own words.

use crate::words::Bilingual;

macro_rules! notes {
    ($($name:ident $en:literal $zh:literal)+) => {
        $(pub(super) static $name: Bilingual = Bilingual::new($en, $zh);)+
    };
}

notes! {
    CONNECTIONS_OF_5
        "The limit of connections is that of engine 5.0; up to 4.0 it is 10,000."
        "连接数上限以 5.0 版为准；4.0 及更早的版本均为 10,000。"
    CONNECTIONS_OF_5_LIKELY
        "The limit of connections is that of engine 5.0; up to 4.0 it is probably 10,000."
        "连接数上限以 5.0 版为准；4.0 及更早的版本应为 10,000（推断）。"
    SUBSCRIPTION_ONLY
        "Pages of 2018 and 2019 sell it as a subscription only."
        "2018 年和 2019 年的页面只以包年包月方式出售该规格。"
    PRINTED_16_GB
        "A page of 2019 gives it 16 GB by mistake."
        "2019 年的页面误将其容量印为 16 GB。"
    SINGLE
        "There is one replica, so NodeType is `single`."
        "单副本，NodeType 为 `single`。"
    CHINA_ONLY_2018
        "In 2018 it was sold neither outside China nor in the finance regions."
        "2018 年时，海外地域和金融云地域均不出售该规格。"
    TRAFFIC_INFERRED
        "Bandwidth and connections follow from the other rows of the page."
        "带宽和连接数由同页其他行推得。"
    ORDER_TAIR_RDB
        "CreateTairInstance orders it, with InstanceType `tair_rdb`."
        "用 CreateTairInstance 下单，InstanceType 为 `tair_rdb`。"
    ORDER_TAIR_SCM
        "CreateTairInstance orders it, with InstanceType `tair_scm`."
        "用 CreateTairInstance 下单，InstanceType 为 `tair_scm`。"
    ORDER_TAIR_ESSD
        "CreateTairInstance orders it, with InstanceType `tair_essd`."
        "用 CreateTairInstance 下单，InstanceType 为 `tair_essd`。"
    MORE_CORES_IN_2024
        "Copies of 2024 give it six cores, and the bandwidth in another unit."
        "2024 年的副本写作 6 核，带宽所用的单位也不同。"
    PROXY_LIMIT
        "It is for proxies or read/write splitting; an instance has at most 16384 Mbit/s and 500,000 connections in all."
        "用于代理模式或读写分离；整个实例最多 16384 Mbit/s、500,000 个连接。"
    YITIAN_ONLY
        "It runs on Yitian (ARM) servers, as master and replica, in Hangzhou, Shanghai, Beijing, Zhangjiakou and Shenzhen."
        "运行于倚天（ARM）服务器，仅主备架构，限杭州、上海、北京、张家口和深圳。"
    YITIAN_ORDER
        "It is Redis, so CreateInstance orders it although its name ends in `.ee`."
        "属于 Redis 开源版，名称虽以 `.ee` 结尾，仍用 CreateInstance 下单。"
    ADVANCED
        "It was sold as an enhanced class with more bandwidth."
        "曾作为增强型规格出售，带宽更高。"
    PRINTED_BLANK
        "The page prints its name with a blank inside."
        "页面印出的名称中夹有空格。"
    AMBER_ORDER
        "CreateInstance orders it, not CreateTairInstance."
        "用 CreateInstance 下单，而不是 CreateTairInstance。"
    ZONE_RECOVERY
        "It spreads over two zones, so it needed a multi-zone ZoneId (`…-MAZ…`)."
        "跨可用区容灾规格，ZoneId 需为多可用区（`…-MAZ…`）。"
    ZONE_RECOVERY_TOTAL
        "It spreads over two zones; the size in its name is that of all shards together."
        "跨可用区容灾规格；名称中的容量是全部分片的总和。"
    SINGLE_SHARDED
        "There is one replica of each shard."
        "每个分片为单副本。"
    SHARDS_INFERRED
        "The number of shards is taken from the class of the same size with two replicas."
        "分片数参照同容量的双副本规格推得。"
    SHARDS_UNKNOWN
        "No page gives its number of shards."
        "没有页面给出其分片数。"
    BOTH_LAYOUTS
        "One code serves standard instances and clusters without proxies."
        "标准架构与直连集群共用该代码。"
    HALF_BANDWIDTH
        "A page of 2018 gives half the bandwidth."
        "2018 年的页面给出的带宽只有一半。"
    PRINTED_SMALL
        "A page of 2018 prints the name of the 16 GB class for it by mistake."
        "2018 年的页面误将其名称印为 16 GB 的规格。"
    NEEDS_MEMCACHE
        "InstanceType must be Memcache."
        "InstanceType 须为 Memcache。"
    PRINTED_BUT_GONE
        "A page gives its numbers, and the list of 2026-03-28 leaves it out."
        "有页面给出其数值，但 2026-03-28 的列表中没有它。"
    CLUSTER_DIRECT_ONLY
        "The page has it for clusters without proxies only; an example of the provider orders it without a number of shards."
        "页面只把它列在直连集群下；服务商的一个示例下单时却没有写分片数。"
    STANDARD_ONLY
        "It is for standard instances only."
        "仅用于标准架构。"
    STANDARD_SMALL
        "It is for standard instances only; the cluster class of 1 GB lacks the `.2`."
        "仅用于标准架构；1 GB 的集群规格名称中没有 `.2`。"
    PRINTED_382_GB
        "The billing page prints 382 GB, where 8 times 48 is 384."
        "计费页面印作 382 GB，而 8 × 48 为 384。"
    SSD_640
        "Each shard has 4 cores and an SSD of 640 GB, so Storage and StorageType are left out."
        "每个分片 4 核，固定配 640 GB SSD，不填 Storage 和 StorageType。"
    SSD_1280
        "Each shard has 8 cores and an SSD of 1280 GB, so Storage and StorageType are left out."
        "每个分片 8 核，固定配 1280 GB SSD，不填 Storage 和 StorageType。"
    SSD_2560
        "Each shard has 16 cores and an SSD of 2560 GB, so Storage and StorageType are left out."
        "每个分片 16 核，固定配 2560 GB SSD，不填 Storage 和 StorageType。"
    SSD_5120
        "Each shard has 32 cores and an SSD of 5120 GB, so Storage and StorageType are left out."
        "每个分片 32 核，固定配 5120 GB SSD，不填 Storage 和 StorageType。"
    NOT_FOR_CLUSTERS
        "The page excludes it from clusters."
        "页面注明不支持集群架构。"
    PRINTED_8_GB
        "In its row the page repeats the numbers of the 8 GB class."
        "页面在该行误抄了 8 GB 规格的数值。"
    COLLECTIVE
        "Answers give this name to every cluster of its kind; it tells neither size nor shards, and an order with it gets InvalidCapacity.NotFound."
        "接口返回中，这类集群一律显示此名称；它不含容量和分片数，用它下单会返回 InvalidCapacity.NotFound。"
    ESSD_4
        "It has 4 cores; the data lie on the disk."
        "4 核；数据存放在云盘上。"
    ESSD_8
        "It has 8 cores; the data lie on the disk."
        "8 核；数据存放在云盘上。"
    ESSD_16
        "It has 16 cores; the data lie on the disk."
        "16 核；数据存放在云盘上。"
    ESSD_32
        "It has 32 cores; the data lie on the disk."
        "32 核；数据存放在云盘上。"
    ESSD_52
        "It has 52 cores; the data lie on the disk."
        "52 核；数据存放在云盘上。"
    ESSD_64
        "It has 64 cores; the data lie on the disk."
        "64 核；数据存放在云盘上。"
    BILLING_LISTED
        "The billing page lists it."
        "计费页面列有该规格。"
    LISTED_IN_2026
        "The list of 2026-03-28 has it."
        "2026-03-28 的列表中有该规格。"
    SPLIT_RETIRED
        "The page of 2024-10-24 calls it retired; the billing page still lists it."
        "2024-10-24 的页面称其已停售，计费页面仍列有该规格。"
    BILLING_ALONE
        "The billing page alone lists it."
        "只有计费页面列有该规格。"
    SECTION_RETIRED
        "The newest page retires the section that it belongs to; the billing page still lists it."
        "最新页面将其所属的一类整体列为停售，计费页面仍列有该规格。"
    NEWLY_RETIRED
        "The newest page calls it retired; the billing page still lists it."
        "最新页面称其已停售，计费页面仍列有该规格。"
    STANDING_UNKNOWN
        "Whether it is still sold is not known."
        "是否仍在出售未知。"
    USED_BY_TESTS
        "The provider's own tests for Terraform still order the smallest of its kind."
        "服务商的 Terraform 测试仍在使用同类中最小的规格。"
    GONE_IN_2026
        "The list of 2025-11-01 has it, and that of 2026-03-28 leaves it out."
        "2025-11-01 的列表中有，2026-03-28 的列表中已无。"
    BILLING_UNLISTED
        "The billing page lists it, and the lists of 2025-11 and 2026-03 leave it out."
        "计费页面列有该规格，2025-11 和 2026-03 的列表中没有。"
}
