//! Where the rows of the catalogue come from: titles of pages, and dates.

use crate::profile::{Bilingual, ClassSource};

macro_rules! sources {
    ($($name:ident $title:literal dated $en:literal $zh:literal)+) => {
        $(pub(super) static $name: ClassSource = ClassSource {
            title: $title,
            date: Bilingual::new($en, $zh),
        };)+
    };
}

sources! {
    CLUSTER "资源包概述; Cluster edition - Dual-replica"
        dated "undated copy; 2026-03-28" "未注明日期的副本；2026-03-28"
    BILLING "资源包概述"
        dated "undated copy" "未注明日期的副本"
    SPLIT "资源包概述; Read/write splitting cluster instances (retired)"
        dated "undated copy; 2024-10-24" "未注明日期的副本；2024-10-24"
    AMBER_SPLIT "资源包概述; Read/write splitting DRAM-based instances; Retired instance types"
        dated "undated copy" "未注明日期的副本"
    SHARD "Cloud-native Redis Open-Source Edition instance types"
        dated "undated copy of 2025 or later" "2025 年或之后的副本，未注明日期"
    AMBER_CLUSTER "资源包概述; Memory-optimized (cluster architecture)"
        dated "undated copy; 2026-03-28" "未注明日期的副本；2026-03-28"
    OF_2018 "Instance specifications"
        dated "2018" "2018 年"
    TAIR_RDB "Memory-optimized (cloud-native edition)"
        dated "2025-10-31" "2025-10-31"
    PHASED_OUT_2019 "Phased-out specifications"
        dated "undated copy; 2019" "未注明日期的副本；2019 年"
    TAIR_SCM "Persistent memory-optimized"
        dated "undated copy" "未注明日期的副本"
    PHASED_OUT "Phased-out specifications"
        dated "undated copy" "未注明日期的副本"
    MASTER "资源包概述; Standard dual-replica instances"
        dated "undated copy of 2026" "2026 年的副本，未注明日期"
    YITIAN "倚天版实例"
        dated "undated copy" "未注明日期的副本"
    LOCALSSD "Disk-based instances"
        dated "undated copy, 2025-03-14 or later" "2025-03-14 或之后的副本"
    AMBER_MASTER "资源包概述; Memory-optimized (standard architecture)"
        dated "2025-11-04" "2025-11-04"
    BASIC "资源包概述; Standard Edition - single-replica instances"
        dated "undated copy of 2026" "2026 年的副本，未注明日期"
    PHASED_OUT_2018 "Phased-out specifications"
        dated "undated copy; 2018" "未注明日期的副本；2018 年"
    MEMCACHE "Instance specifications; terraform-provider-alicloud, kvstore_instance"
        dated "2018; 2026-08-21" "2018 年；2026-08-21"
    DESCRIBE_PRICE "R-kvstore DescribePrice, InstanceClass"
        dated "2024-07-30" "2024-07-30"
    AMBER_DRAM "资源包概述; Cluster DRAM-based instances"
        dated "undated copy" "未注明日期的副本"
    AMBER_DRAM_ONLY "Cluster DRAM-based instances"
        dated "undated copy" "未注明日期的副本"
}
