//! Where a vendor's package says something else than a profile, and why the profile stays as it is.
//! `make editions` reads the newest packages and passes over these.

use crate::documents::{alibaba, jdcloud};
use crate::words::Bilingual;

/// In what a package and a profile differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Aspect {
    /// The package has a parameter that the profile does not have.
    Missing,
    /// The profile has a parameter that the package does not have.
    Superfluous,
    /// The type.
    Type,
    /// The values that there are.
    Values,
    /// The least number.
    Minimum,
    /// The greatest number.
    Maximum,
    /// The shortest and the longest text.
    Length,
    /// The value of an absent parameter.
    Default,
    /// Whether it has to be there.
    Required,
}

impl Aspect {
    /// Its name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Superfluous => "superfluous",
            Self::Type => "type",
            Self::Values => "values",
            Self::Minimum => "minimum",
            Self::Maximum => "maximum",
            Self::Length => "length",
            Self::Default => "default",
            Self::Required => "required",
        }
    }
}

/// A known difference between a package and a profile.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct KnownDifference {
    /// Identifiers of the profiles.
    pub profiles: &'static [&'static str],
    /// JSON Pointer to the parameter, `*` for the elements of a list.
    pub path: &'static str,
    /// In what they differ.
    pub aspect: Aspect,
    /// What the package says, as `make editions` prints it; `*` for whatever it says.
    pub theirs: &'static str,
    /// The contradiction that it belongs to, where there is a row of one.
    pub contradiction: Option<&'static str>,
    /// Why the profile stays as it is.
    pub reason: Bilingual,
}

const ONE: &[&str] = &[alibaba::CREATE_INSTANCE];
const TAIR: &[&str] = &[alibaba::CREATE_TAIR_INSTANCE];
const BOTH: &[&str] = &[alibaba::CREATE_INSTANCE, alibaba::CREATE_TAIR_INSTANCE];
const JDCLOUD: &[&str] = &[jdcloud::CREATE_CACHE_INSTANCE];
const ROS: &[&str] = &["ros.redis-instance", "ros.redis-prepay-instance"];
const KVSTORE: &[&str] = &["pulumi.kvstore-instance"];
const PULUMI_TAIR: &[&str] = &["pulumi.redis-tair-instance"];
const PULUMI: &[&str] = &["pulumi.kvstore-instance", "pulumi.redis-tair-instance"];

/// One row: the profiles, the parameter, the aspect, what the package says, perhaps the
/// contradiction, and why the profile stays as it is.
macro_rules! differences {
    ($($profiles:ident $path:literal $aspect:ident $theirs:literal $([$id:literal])?
        because $en:literal $zh:literal;)+) => {
        &[$(KnownDifference {
            profiles: $profiles,
            path: $path,
            aspect: Aspect::$aspect,
            theirs: $theirs,
            contradiction: differences!(@ $($id)?),
            reason: Bilingual::new($en, $zh),
        }),+]
    };
    (@) => { None };
    (@ $id:literal) => { Some($id) };
}

#[rustfmt::skip]
pub(super) static DIFFERENCES: &[KnownDifference] = differences! {
    ONE "/CouponNo" Default "default" ["coupon-default"]
        because "The sources do not agree on the word, and any is accepted." "各来源的默认词不一致，任意文本均接受。";
    ONE "/ReadOnlyCount" Minimum "1" ["read-only-count-minimum"]
        because "The machine schema begins at 0, which means none." "机器可读的接口定义从 0 开始，表示没有。";
    TAIR "/ReadOnlyCount" Minimum "1" ["tair-read-only-count"]
        because "0 means none, and is accepted by the resource of the provider's own Terraform." "0 表示没有，服务商自己的 Terraform 资源也接受。";
    BOTH "/ReplicaCount" Minimum "1"
        because "The machine schema begins at 0, which means none." "机器可读的接口定义从 0 开始，表示没有。";
    TAIR "/InstanceType" Values "tair_essd tair_rdb tair_scm" ["tair-instance-types"]
        because "The machine schema has two more." "机器可读的接口定义多出两种。";
    TAIR "/AutoPay" Values "true" ["tair-auto-pay"]
        because "No error is documented for `false`, which gives a warning." "没有为 `false` 列出错误，对其给出警告。";
    TAIR "/ShardCount" Maximum "32" ["tair-shards"]
        because "The machine schema ends at 128; above 32 there is a warning." "机器可读的接口定义上限为 128，超过 32 时给出警告。";
    TAIR "/ShardCount" Default "1"
        because "Without a count there is one shard, which no rule has to know." "未填写时为一个分片，没有规则用到它。";
    TAIR "/StorageType" Values "essd_pl1 essd_pl2 essd_pl3" ["tair-storage-types"]
        because "The machine schema begins at `essd_pl0`." "机器可读的接口定义从 `essd_pl0` 开始。";
    JDCLOUD "/cacheInstance/azId/master" Required "yes" ["jd-zones-required"]
        because "It has no effect where zones are given for the cluster." "按集群指定可用区时不起作用。";
    JDCLOUD "/cacheInstance/azId/slave" Required "yes" ["jd-zones-required"]
        because "It has no effect where zones are given for the cluster." "按集群指定可用区时不起作用。";
    JDCLOUD "/charge/chargeDuration" Values "1 2 3 4 5 6 7 8 9"
        because "A rule holds it, as it depends on `chargeUnit` and on whether it applies at all." "由规则判断，因为它取决于 `chargeUnit` 以及是否生效。";
    JDCLOUD "/charge/autoRenew" Default "false"
        because "Without it nothing is renewed, which no rule has to know." "未填写时不续费，没有规则用到它。";
    ROS "/InstanceClass" Required "no"
        because "The operation behind the resource needs a class, and the resource has no capacity." "资源所调用的接口需要规格，而资源没有容量参数。";
    ROS "/ShardCount" Default "1"
        because "Without a count there is one shard, which no rule has to know." "未填写时为一个分片，没有规则用到它。";
    ROS "/TairConfig/ShardCount" Default "1"
        because "Without a count there is one shard, which no rule has to know." "未填写时为一个分片，没有规则用到它。";
    ROS "/EngineVersion" Values "2.8 4.0 5.0 6.0 7.0"
        because "The resource also creates Tair on disks and in persistent memory, whose versions are 1.0 and 2.0." "该资源也创建磁盘型和持久内存型 Tair，其版本为 1.0 和 2.0。";
    ROS "/InstanceName" Length "2-128"
        because "The operation behind the resource ends at 80." "资源所调用的接口上限为 80。";
    ROS "/Password" Length "8-30"
        because "The operation behind the resource ends at 32." "资源所调用的接口上限为 32。";
    KVSTORE "/dbInstanceName" Length "2-256"
        because "The operation behind the resource ends at 80." "资源所调用的接口上限为 80。";
    KVSTORE "/autoRenewPeriod" Values "1 2 3 4 5 6 7 8 9 10 11 12"
        because "The operation behind the resource takes five of them." "资源所调用的接口只接受其中五个。";
    KVSTORE "/autoRenewPeriod" Default "1"
        because "The provider sends it whether it applies or not, which no rule has to know." "provider 总会发送它，没有规则用到它。";
    KVSTORE "/autoUseCoupon" Default "false"
        because "Without it no coupon is used, which no rule has to know." "未填写时不使用代金券，没有规则用到它。";
    KVSTORE "/couponNo" Default "youhuiquanPromotionOptionIdForBlank"
        because "The text says that this default is gone." "文本称该默认值已移除。";
    KVSTORE "/nodeType" Values "MASTER_SLAVE STAND_ALONE"
        because "The provider also takes the two words for classic classes." "provider 还接受经典版规格的两个取值。";
    KVSTORE "/readOnlyCount" Minimum "1"
        because "0 means none, and is sent as it is." "0 表示没有，会照样发送。";
    KVSTORE "/enableBackupLog" Default "0"
        because "It is for later changes, and no rule has to know it." "用于之后的变更，没有规则用到它。";
    KVSTORE "/orderType" Default "UPGRADE"
        because "It is for later changes, and no rule has to know it." "用于之后的变更，没有规则用到它。";
    PULUMI "/effectiveTime" Default "Immediately"
        because "It is for later changes, and no rule has to know it." "用于之后的变更，没有规则用到它。";
    PULUMI "/forceUpgrade" Default "true"
        because "It is for later changes, and no rule has to know it." "用于之后的变更，没有规则用到它。";
    PULUMI_TAIR "/period" Values "1 2 3 4 5 6 7 8 9 12 24 36 60"
        because "The provider also takes 0, which it sends." "provider 还接受 0，并会发送它。";
    PULUMI_TAIR "/tdeStatus" Values "enabled"
        because "The provider also takes `disabled`." "provider 还接受 `disabled`。";
    PULUMI_TAIR "/encryptionName" Default "AES-CTR-256"
        because "It is for later changes, and no rule has to know it." "用于之后的变更，没有规则用到它。";
    PULUMI_TAIR "/paramNoLooseSentinelEnabled" Default "no"
        because "It is a setting of the server, and no rule has to know it." "属于服务器参数，没有规则用到它。";
    PULUMI_TAIR "/paramNoLooseSentinelEnabled" Values "no yes"
        because "It is a setting of the server, which the provider passes on unseen." "属于服务器参数，provider 原样传递。";
    PULUMI_TAIR "/paramReplMode" Default "async"
        because "It is a setting of the server, and no rule has to know it." "属于服务器参数，没有规则用到它。";
    PULUMI_TAIR "/paramSemisyncReplTimeout" Default "500ms"
        because "It is a setting of the server, and no rule has to know it." "属于服务器参数，没有规则用到它。";
    PULUMI_TAIR "/paramSentinelCompatEnable" Default "0"
        because "It is a setting of the server, and no rule has to know it." "属于服务器参数，没有规则用到它。";
};
