//! What each code means and what to do about it, in the library's own words.

use super::{Detection, Note};
use crate::words::Bilingual;

macro_rules! notes {
    ($($name:ident $detection:ident
        means $meaning_en:literal $meaning_zh:literal
        advice $advice_en:literal $advice_zh:literal)+) => {
        $(pub(in crate::documents::provider_errors) static $name: Note = Note {
            meaning: Bilingual::new($meaning_en, $meaning_zh),
            advice: Bilingual::new($advice_en, $advice_zh),
            detection: Detection::$detection,
        };)+
    };
}

#[cfg(feature = "editions")]
pub(super) use notes;

notes! {
    MISSING Client
        means "a required parameter is missing" "缺少必选参数"
        advice "add the parameter that the provider's message names" "请补上服务商消息中提到的参数"
    TOKEN Client
        means "the Token is too long or not ASCII" "Token 过长或含有非 ASCII 字符"
        advice "use at most 64 ASCII characters, for example a UUID" "请使用不超过 64 个 ASCII 字符，例如 UUID"
    NAME Client
        means "the instance name breaks a rule for names" "实例名称不符合命名规则"
        advice "check the request with kvspec, which says what is wrong with the name" "请用 kvspec 检查请求，它会指出名称的问题"
    PASSWORD Client
        means "the password breaks a rule for passwords" "密码不符合密码规则"
        advice "check the request with kvspec, which says what is wrong with the password without repeating it"
               "请用 kvspec 检查请求，它会指出密码的问题，且不会显示密码"
    INSTANCES Client
        means "Instances is not a JSON array of instances" "Instances 不是由实例组成的 JSON 数组"
        advice "write a JSON array with at least one object into the string" "请在该字符串中写入至少含一个对象的 JSON 数组"
    IDEMPOTENT Context
        means "the Token was used before, for a different request" "该 Token 已用于另一个不同的请求"
        advice "give every request a Token of its own; checking all requests in one run finds the reuse"
               "请为每个请求生成独立的 Token；在同一次运行中检查全部请求即可发现重复使用"
    BALANCE Server
        means "the account's balance does not suffice" "账户余额不足"
        advice "add money to the account, then send the same request again with the same Token"
               "请先充值，再用同一个 Token 重发相同的请求"
    REAL_NAME Server
        means "the account has not passed real-name authentication" "账号尚未通过实名认证"
        advice "authenticate the account in the provider's console" "请在服务商的控制台完成实名认证"
    PAYMENT_METHOD Server
        means "the account has no method of payment" "账户没有登记付款方式"
        advice "register a method of payment in the provider's console" "请在服务商的控制台登记付款方式"
    PAY_AS_YOU_GO_QUOTA Server
        means "the account has as many pay-as-you-go instances as it may have" "按量付费实例数已达账户配额"
        advice "release instances, ask for a larger quota, or order a subscription" "请释放实例、申请提高配额，或改用包年包月"
    ZONE_QUOTA Server
        means "the quota in this zone does not suffice" "该可用区的配额不足"
        advice "choose another zone, or ask for a larger quota" "请更换可用区，或申请提高配额"
    CAPACITY Server
        means "no instance of this capacity is sold" "没有出售该容量的实例"
        advice "choose a capacity from the provider's table of classes, or name an instance class instead"
               "请从服务商的规格表中选择容量，或改为指定实例规格"
    FINANCE_USER Server
        means "this resource is not available to users of the finance cloud" "金融云用户无法使用该资源"
        advice "choose a region, zone or class that is sold to finance users" "请选择对金融云用户开放的地域、可用区或规格"
    VPC_SERVICE Server
        means "the provider's VPC service failed" "服务商的专有网络服务调用失败"
        advice "check that the VPC and the vSwitch exist, and send the same request again with the same Token"
               "请确认专有网络和交换机存在，并用同一个 Token 重发相同的请求"
    ZONE_WITHOUT_VPC Server
        means "the zone has no VPC network" "该可用区不支持专有网络"
        advice "choose another zone, or another network type where the operation has one"
               "请更换可用区；若该操作支持，也可更换网络类型"
    ZONE_CLOSED Server
        means "the zone is closed to new instances" "该可用区已关闭，不能新建实例"
        advice "choose another zone" "请更换可用区"
    VPC_REGION Context
        means "the VPC or the vSwitch cannot be used in this region" "该地域不支持所指定的专有网络或交换机"
        advice "choose a VPC and a vSwitch of the same region; with the ECS instance in that VPC as context, kvspec compares the regions"
               "请选择同一地域的专有网络和交换机；若以该专有网络中的 ECS 实例作为上下文，kvspec 会比较地域"
    RESOURCE_GROUP Server
        means "there is no such resource group" "资源组不存在"
        advice "check the ID of the resource group, or leave it out" "请检查资源组 ID，或不传该参数"
}
