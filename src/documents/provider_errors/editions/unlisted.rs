//! Codes that answer orders although no table of the operation lists them.

use super::super::Detection;
use crate::profile::{Bilingual, Evidence};

/// A code that can answer an order and stands in no table of the operation.
#[derive(Debug)]
#[non_exhaustive]
pub struct UnlistedError {
    /// The provider's code.
    pub code: &'static str,
    /// HTTP status, where anybody tells it.
    pub status: Option<u16>,
    /// The provider's message, where anybody tells it.
    pub message: Option<&'static str>,
    /// JSON Pointers to the parameters concerned, the likeliest first.
    pub parameters: &'static [&'static str],
    /// When it comes.
    pub meaning: Bilingual,
    /// What to do about it.
    pub advice: Bilingual,
    /// Whether this library finds it before the provider does.
    pub detection: Detection,
    /// Whether users report it, or the provider's general table of about 2018 lists it.
    pub evidence: Evidence,
    /// When it was seen last, as far as that is known.
    pub seen: &'static str,
}

macro_rules! unlisted {
    ($($code:literal $status:expr, $message:expr, $parameters:expr, $detection:ident $evidence:ident $seen:literal
        means $meaning_en:literal $meaning_zh:literal
        advice $advice_en:literal $advice_zh:literal)+) => {
        /// Every such code, sorted.
        pub static UNLISTED_ERRORS: &[UnlistedError] = &[$(UnlistedError {
            code: $code,
            status: $status,
            message: $message,
            parameters: $parameters,
            meaning: Bilingual::new($meaning_en, $meaning_zh),
            advice: Bilingual::new($advice_en, $advice_zh),
            detection: Detection::$detection,
            evidence: Evidence::$evidence,
            seen: $seen,
        }),+];
    };
}

unlisted! {
    "AllocateVpcIp.NotEnough" Some(400), None, &["/VSwitchId"], Server Documented "2018"
        means "the vSwitch has no free address" "交换机没有空闲的 IP 地址"
        advice "choose a vSwitch with free addresses" "请选择有空闲地址的交换机"
    "COMMODITY.INVALID_COMPONENT" None, None, &["/InstanceClass", "/EngineVersion", "/ZoneId"], Catalogue Reported ""
        means "the product is not sold with these options" "商品不支持所选的配置项"
        advice "compare class, engine version and zone with what DescribeAvailableResource answers"
               "请将规格、引擎版本和可用区与 DescribeAvailableResource 的返回结果核对"
    "EngineVersion.NotSupportOnLocalDisk" Some(400), None, &["/EngineVersion", "/InstanceClass"], Client Reported "2026-08-27"
        means "a class on local disks runs no engine above 5.0" "本地盘规格最高只支持 5.0 版引擎"
        advice "order engine 5.0, or a class on cloud disks (`redis.shard.…`)" "请改用 5.0 版，或选用云盘规格（`redis.shard.…`）"
    "Forbbiden.SubUser" Some(403), None, &[], Server Documented "2018"
        means "a sub-account may not do this" "子账号无权执行此操作"
        advice "ask the account's owner for the permission" "请向主账号申请权限"
    "Forbidden.RAM" Some(403), None, &[], Server Documented "2018"
        means "no policy of the account lets the caller do this" "访问策略未授权该调用者"
        advice "ask whoever administers the account for the permission to create instances" "请向账号管理员申请创建实例的权限"
    "Forbidden.RiskControl" Some(403), None, &[], Server Documented "2018"
        means "the provider's risk control stopped the order" "订单被服务商的风控拦截"
        advice "ask the provider's support with the request ID" "请凭请求 ID 联系技术支持"
    "InstanceType.NotSupport" None, None, &["/InstanceType", "/InstanceClass"], Catalogue Reported ""
        means "the instance type is not sold like this" "不支持该实例类型"
        advice "check that the class belongs to the instance type and is sold in the zone" "请确认规格属于该实例类型，且在该可用区有售"
    "InsufficientResourceCapacity" Some(400), None, &["/ZoneId", "/InstanceClass"], Server Reported ""
        means "the class exists, and there is none left in the zone or region" "规格存在，但该可用区或地域已无库存"
        advice "choose another zone or class, or try later" "请更换可用区或规格，或稍后再试"
    "InternalError" Some(500), None, &[], Server Documented "2018"
        means "the provider's service failed" "服务商的服务内部出错"
        advice "send the same request again with the same Token" "请用同一个 Token 重发相同的请求"
    "InvalidBackupSetID.NotFound" Some(404), None, &["/BackupId"], Server Documented "2018"
        means "the source has no such backup set" "源实例没有此备份集"
        advice "ask DescribeBackups for the source's backup sets" "请用 DescribeBackups 查询源实例的备份集"
    "InvalidDBInstanceClass.NotFound" Some(404), None, &["/InstanceClass"], Catalogue Documented "2018"
        means "there is no such class" "没有该规格"
        advice "look the class up with `kvspec classes`" "请用 `kvspec classes` 查找规格"
    "InvalidRegion.NotFound" Some(404), None, &["/RegionId"], Server Documented "2018"
        means "there is no such region" "没有该地域"
        advice "ask DescribeRegions which regions there are" "请用 DescribeRegions 查询可用地域"
    "InvalidZoneId.NotFound" Some(400), None, &["/ZoneId"], Server Documented "2018"
        means "there is no such zone" "没有该可用区"
        advice "ask DescribeZones which zones the region has" "请用 DescribeZones 查询该地域的可用区"
    "Kms.Unauthorized" None, None, &[], Server Reported ""
        means "the product may not use the key for encryption" "产品无权使用所指定的加密密钥"
        advice "grant the product's role access to the key" "请授权产品的服务角色使用该密钥"
    "MissingClassCode" Some(400), Some("Capacity or InstanceClass is mandatory for this action."), &["/InstanceClass", "/Capacity"], Client Documented "2018"
        means "neither a class nor a capacity is given" "既未指定规格也未指定容量"
        advice "add InstanceClass" "请补上 InstanceClass"
    "PAY.INSUFFICIENT_BALANCE" Some(400), None, &[], Server Reported "2026-09"
        means "the account's balance does not suffice" "账户余额不足"
        advice "add money to the account, then send the same request again with the same Token"
               "请先充值，再用同一个 Token 重发相同的请求"
    "QuotaExcee" None, None, &["/ChargeType"], Server Documented "2018"
        means "the account has as many instances as it may have" "实例数已达账户配额"
        advice "release instances, or ask for a larger quota" "请释放实例或申请提高配额"
    "ServiceUnavailable" Some(503), None, &[], Server Documented "2018"
        means "the provider's service does not answer at the moment" "服务商的服务暂不可用"
        advice "send the same request again later with the same Token" "请稍后用同一个 Token 重发相同的请求"
    "SignatureNonceUsed" Some(400), None, &[], Server Documented "2018"
        means "a request with this nonce was sent before" "该随机数已被之前的请求使用"
        advice "sign every request anew, a repeated one too" "每次发送（包括重发）都请重新签名"
    "Trade_Not_Support_Async_Pay" None, None, &[], Server Reported "2026-09-30"
        means "the order cannot be paid afterwards, for want of money" "余额不足，订单不支持后续支付"
        advice "add money to the account, then order again" "请先充值再下单"
    "Zone.NotSupport" Some(400), Some("Specified zone does not support creating with instance class."), &["/ZoneId", "/InstanceClass"], Server Documented "2018"
        means "the zone does not sell this class" "该可用区不出售此规格"
        advice "choose another zone, or a class that DescribeAvailableResource lists for it"
               "请更换可用区，或选用 DescribeAvailableResource 为其列出的规格"
}

/// What is known of a code that no table of the operation lists.
///
/// ```
/// use kvspec::Detection;
/// use kvspec::documents::unlisted_error;
/// let met = unlisted_error("EngineVersion.NotSupportOnLocalDisk").unwrap();
/// assert_eq!((met.detection, met.parameters[0]), (Detection::Client, "/EngineVersion"));
/// assert!(unlisted_error("InvalidCapacity.NotFound").is_none());
/// ```
#[must_use]
pub fn unlisted_error(code: &str) -> Option<&'static UnlistedError> {
    let at = UNLISTED_ERRORS.binary_search_by(|error| error.code.cmp(code));
    at.ok().and_then(|at| UNLISTED_ERRORS.get(at))
}
