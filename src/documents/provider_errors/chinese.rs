//! The errors that 002 lists.

use super::{Note, ProviderError, notes};
use crate::profile::Citation;

const fn row(
    status: u16,
    code: &'static str,
    message: &'static str,
    description: &'static str,
    parameters: &'static [&'static str],
    note: &'static Note,
) -> ProviderError {
    ProviderError {
        profile: crate::documents::ALIBABA_CREATE_INSTANCE_CN.id,
        status,
        code,
        message,
        description: Some(description),
        parameters,
        citation: Citation::new(
            crate::documents::ALIBABA_CREATE_INSTANCE_CN.document,
            "错误码",
            description,
        ),
        note,
    }
}

/// The rows, in the order of the document. The first one's description speaks of an instance ID,
/// although its message names Period.
#[rustfmt::skip]
pub(super) static ROWS: &[ProviderError] = &[
    row(400, "MissingParameter", "Period is mandatory for this action.", "实例Id是必传参数", &["/Period"], &notes::MISSING),
    row(400, "InvalidToken.Malformed", "The Specified parameter \"Token\" is not valid.", "Token验证失败", &["/Token"], &notes::TOKEN),
    row(400, "InvalidInstanceName.Malformed", "The Specified parameter \"InstanceName\" is not valid.", "InstanceName验证失败", &["/InstanceName"], &notes::NAME),
    row(400, "InvalidPassword.Malformed", "The Specified parameter \"Password\" is not valid.", "密码验证无效", &["/Password"], &notes::PASSWORD),
    row(400, "InsufficientBalance", "Your account does not have enough balance.", "账户余额不足，请先充值再操作。", &[], &notes::BALANCE),
    row(403, "RealNameAuthenticationError", "Your account has not passed the real-name authentication yet.", "您的帐户还没有通过实名认证。", &[], &notes::REAL_NAME),
    row(400, "QuotaExceed.AfterpayInstance", "Living afterpay instances quota exceeded.", "超过了支付实例配额。", &["/ChargeType"], &notes::PAY_AS_YOU_GO_QUOTA),
    row(400, "InvalidCapacity.NotFound", "The Capacity provided does not exist in our records.", "Capacity 容量非法。", &["/Capacity"], &notes::CAPACITY),
    row(400, "ResourceNotAvailable", "Resource you requested is not available for finance user.", "您所请求的资源对财务用户来说是不可用的。", &[], &notes::FINANCE_USER),
    row(400, "PaymentMethodNotFound", "No payment method has been registered on the account.", "帐户上没有登记付款方法。", &[], &notes::PAYMENT_METHOD),
    row(400, "IdempotentParameterMismatch", "Request uses a client token in a previous request but is not identical to that request.", "幂等性校验不过", &["/Token"], &notes::IDEMPOTENT),
    row(400, "QuotaNotEnough", "Quota not enough in this zone.", "这个区域的配额是不够的。", &["/ZoneId"], &notes::ZONE_QUOTA),
    row(400, "QuotaExceed", "Living afterpay instances quota exceed.", "超过了支付实例配额。", &["/ChargeType"], &notes::PAY_AS_YOU_GO_QUOTA),
    row(400, "VpcServiceError", "Invoke vpc service failed.", "调用vpc服务失败。", &["/VpcId", "/VSwitchId"], &notes::VPC_SERVICE),
    row(400, "IzNotSupportVpcError", "Specify iz not support vpc.", "指定 iz不支持Vpc。", &["/ZoneId", "/NetworkType"], &notes::ZONE_WITHOUT_VPC),
];
