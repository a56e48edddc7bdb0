//! What the documents say that no request can break: what is paid and when, how one gets there, what
//! comes after.

use super::{Note, Topic};
use crate::documents::{
    ALIBABA_CONSOLE as CONSOLE, ALIBABA_CREATE_INSTANCE_CN as CN,
    ALIBABA_CREATE_INSTANCE_INTL as INTL, ALIBABA_CREATE_INSTANCES as BATCH,
    JDCLOUD_CREATE_CACHE_INSTANCE as JDCLOUD, alibaba, jdcloud,
};
use crate::profile::{Bilingual, Citation};

const fn page(quote: &'static str) -> Citation {
    Citation::new(CONSOLE.document, "Procedure", quote)
}

/// The page's operation, under every edition.
const CREATE_INSTANCE: &[&str] = &[CONSOLE.id, INTL.id, CN.id, alibaba::CREATE_INSTANCE];

/// One row: a name, the profiles, the topic, the parameters and perhaps a value, the statement.
macro_rules! notes {
    ($($id:literal $profiles:expr, $topic:ident [$($about:literal),*] $(= $($value:literal)|+)?
        says $en:literal $zh:literal, $citation:expr;)+) => {
        &[$(Note {
            id: $id,
            profiles: $profiles,
            topic: Topic::$topic,
            about: &[$($about),*],
            values: &[$($($value),+)?],
            text: Bilingual::new($en, $zh),
            citation: $citation,
        }),+]
    };
}

#[rustfmt::skip]
pub(super) static NOTES: &[Note] = notes! {
    "purchase-page" &[CONSOLE.id], Procedure []
        says "The purchase page opens from the product page (Buy Now) or from the console (Create Instance)."
             "购买页面可从产品页（Buy Now）或控制台（创建实例）打开。",
        page("Use one of the following methods to open the purchase page");
    "subscription" CREATE_INSTANCE, Billing ["/billingMethod", "/ChargeType"] = "Subscription" | "PrePaid"
        says "A subscription is paid before use, when the instance is created. It is for long terms, costs less than pay-as-you-go, and the longer it is, the greater the discount."
             "包年包月为预付费，创建实例时即收费，适合长期使用，比按量付费更划算，购买时间越长折扣越大。",
        page("Pay for the service before using. You are charged when you create an instance.");
    "pay-as-you-go" CREATE_INSTANCE, Billing ["/billingMethod", "/ChargeType"] = "Pay-As-You-Go" | "PostPaid"
        says "Pay-as-you-go is paid after use, by the hour. It is for short terms; an instance that is not needed any longer can be released to save costs."
             "按量付费为后付费，按小时计费，适合短期使用；不再需要的实例可以释放以节省费用。",
        page("Pay for the service after using. You are charged by hour.");
    "change-of-billing" CREATE_INSTANCE, Billing ["/billingMethod", "/ChargeType"]
        says "Pay-as-you-go can be switched to a subscription later; a subscription cannot be switched to pay-as-you-go."
             "按量付费之后可转为包年包月，包年包月不可转为按量付费。",
        page("You can switch the billing method of an instance from Pay-As-You-Go to subscription.");
    "near-region" CREATE_INSTANCE, Availability ["/region", "/RegionId"]
        says "A region near to where its users are is the fastest." "选择距离使用者较近的地域，访问速度最快。",
        page("We recommend that you select a region in close proximity to the geographical location where you reside");
    "zones-alike" CREATE_INSTANCE, Availability ["/zone", "/ZoneId"]
        says "Zones are independent of each other, and there is no difference between them." "各可用区相互独立，彼此没有差别。",
        page("No difference exists between zones.");
    "vpc-recommended" &[CONSOLE.id, INTL.id, CN.id], Availability ["/networkType", "/NetworkType"] = "VPC"
        says "A VPC is recommended: it is isolated, safer, and faster than the classic network." "推荐使用专有网络：与经典网络相比，它相互隔离，安全性和性能更高。",
        page("A VPC provides an isolated network environment with high security and performance over classic networks.");
    "password-later" CREATE_INSTANCE, Afterwards ["/password", "/Password"]
        says "The password can be set after the instance was created." "密码可在创建实例之后设置。",
        page("The connection password can be set after creating the instance");
    "agreement" &[CONSOLE.id], Procedure []
        says "On the page that confirms the order the Service Level Agreement has to be accepted." "在确认订单页面需勾选服务等级协议（SLA）。",
        page("On the Confirm Order page, confirm and select the ApsaraDB for KVStore (Pay-As-You-Go) Service Level Agreement (SLA).");
    "activation" &[CONSOLE.id], Procedure []
        says "The order ends with Activate; after the payment a message says that it was activated." "最后单击开通，付款后会提示开通成功。",
        page("You will be prompted a message indicating a successful activation after you make the payment.");
    "creation-takes-minutes" CREATE_INSTANCE, Afterwards []
        says "An instance takes one to five minutes to be created; then it is in the console." "创建实例需要一到五分钟，之后可在控制台看到新实例。",
        page("The creation of a new ApsaraDB for Redis instance requires one to five minutes to complete.");
    "payment-in-the-console" &[BATCH.id], Billing ["/AutoPay"] = "false"
        says "Without automatic payment the order has to be paid in the console: Expenses, Renewal Management, My Orders." "不自动支付时，需到控制台完成支付：费用、续费管理、我的订单。",
        Citation::new(BATCH.document, "Request parameters", "You must go to the console to complete the payment.");
    "review-pricing" &[BATCH.id], Billing []
        says "The billing methods and prices should be reviewed before the call." "调用前请了解计费方式和价格。",
        Citation::new(BATCH.document, "Operation description", "Before calling this API, review the billing methods and pricing");
    "unique-instance-id" &[INTL.id], Afterwards []
        says "The ID of an instance is globally unique." "实例 ID 全局唯一。",
        Citation::new(INTL.document, "Response parameters", "Instance ID (globally unique).");
    "batch-billing" &[BATCH.id], Billing ["/Instances/*/ChargeType"]
        says "PrePaid is a subscription, PostPaid pay-as-you-go." "PrePaid 为包年包月，PostPaid 为按量付费。",
        Citation::new(BATCH.document, "Request parameters", "PrePaid: Subscription.");
    "ipv6-not-everywhere" &[JDCLOUD.id], Availability ["/cacheInstance/ipv6On"] = "1"
        says "Not every region has IPv6." "并非所有地域都支持 IPv6。",
        Citation::new(JDCLOUD.document, "CacheInstanceSpec", "Please note that IPv6 is not supported by every region");
    "ipv6-in-region-and-vpc" &[jdcloud::CREATE_CACHE_INSTANCE], Availability ["/cacheInstance/ipv6On"] = "1"
        says "Not every region has IPv6, and the VPC has to have it." "并非所有地域都支持 IPv6，且 VPC 必须支持 IPv6。",
        jdcloud::create_cache_instance_2026::cite("CacheInstanceSpec", "注意不是所有区域都支持IPv6，且必须保证VPC支持IPv6");
    "billing-modes-of-product" &[JDCLOUD.id], Billing ["/charge/chargeMode"]
        says "Which billing modes a product line has, its own help tells." "各产品线支持的计费类型请参阅其帮助文档。",
        Citation::new(JDCLOUD.document, "ChargeSpec", "Please refer to the Help Documentation of specific product line to confirm the billing type supported by the production line");
    "billing-modes-of-product-today" &[jdcloud::CREATE_CACHE_INSTANCE], Billing ["/charge/chargeMode"]
        says "Which billing modes a product line has, its own help tells." "各产品线支持的计费类型请参阅其帮助文档。",
        jdcloud::create_cache_instance_2026::cite("ChargeSpec", "请参阅具体产品线帮助文档确认该产品线支持的计费类型");
};
