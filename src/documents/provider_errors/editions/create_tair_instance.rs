//! The errors that `CreateTairInstance` lists today.

use super::super::{Note, ProviderError, notes};
use super::notes::{
    ACCOUNT, AGREEMENT, CASH, CLASS_OR_CAPACITY, CLASS_TYPE, ENGINE, GROUP_TAG, IP_OUTSIDE, NO_VPC,
    NOT_AUTHORISED, NOT_SOLD_TOGETHER, OTHER_VPC, REGION, TOKEN_CONFLICT, VPC_OR_VSWITCH, VSWITCH,
    ZONE_OF_VPC,
};

const fn row(
    status: u16,
    code: &'static str,
    message: &'static str,
    parameters: &'static [&'static str],
    note: &'static Note,
) -> ProviderError {
    super::row(
        &super::CREATE_TAIR_INSTANCE,
        status,
        code,
        message,
        parameters,
        note,
    )
}

/// The rows, in the order of the document.
#[rustfmt::skip]
pub(super) static ROWS: &[ProviderError] = &[
    row(400, "MissingParameter", "Period is mandatory for this action.", &["/Period"], &notes::MISSING),
    row(400, "InvalidToken.Malformed", "The Specified parameter Token is not valid.", &["/ClientToken"], &notes::TOKEN),
    row(400, "InvalidInstanceName.Malformed", "The Specified parameter InstanceName is not valid.", &["/InstanceName"], &notes::NAME),
    row(400, "InvalidPassword.Malformed", "The Specified parameter Password is not valid.", &["/Password"], &notes::PASSWORD),
    row(400, "InsufficientBalance", "Your account does not have enough balance.", &[], &notes::BALANCE),
    row(400, "QuotaExceed.AfterpayInstance", "Living afterpay instances quota exceeded.", &["/ChargeType"], &notes::PAY_AS_YOU_GO_QUOTA),
    row(400, "InvalidCapacity.NotFound", "The Capacity provided does not exist in our records.", &["/InstanceClass"], &CLASS_OR_CAPACITY),
    row(400, "ResourceNotAvailable", "Resource you requested is not available for finance user.", &[], &notes::FINANCE_USER),
    row(400, "PaymentMethodNotFound", "No payment method has been registered on the account.", &[], &notes::PAYMENT_METHOD),
    row(400, "IdempotentParameterMismatch", "Request uses a client token in a previous request but is not identical to that request.", &["/ClientToken"], &notes::IDEMPOTENT),
    row(400, "QuotaNotEnough", "Quota not enough in this zone.", &["/ZoneId"], &notes::ZONE_QUOTA),
    row(400, "QuotaExceed", "Living afterpay instances quota exceed.", &["/ChargeType"], &notes::PAY_AS_YOU_GO_QUOTA),
    row(400, "VpcServiceError", "Invoke vpc service failed.", &["/VpcId", "/VSwitchId"], &notes::VPC_SERVICE),
    row(400, "IzNotSupportVpcError", "Specify iz not support vpc.", &["/ZoneId"], &notes::ZONE_WITHOUT_VPC),
    row(400, "InvalidvSwitchId", "The vpc does not cover the vswitch.", &["/VSwitchId", "/VpcId"], &VSWITCH),
    row(400, "InvalidIzNo.NotSupported", "The Specified vpc zone not supported.", &["/ZoneId"], &ZONE_OF_VPC),
    row(400, "InvalidAccountPassword.Format", "Specified account password is not valid.", &["/Password"], &notes::PASSWORD),
    row(400, "InstanceClass.NotMatch", "Current instance class and instance type is not match.", &["/InstanceClass"], &CLASS_TYPE),
    row(400, "InvalidVPCId.NotFound", "Specified virtual vpc is not found.", &["/VpcId"], &NO_VPC),
    row(400, "AccountMoneyValidateError", "Account money validate error.", &[], &ACCOUNT),
    row(400, "RequestTokenConflict", "Specified request token conflict.", &["/ClientToken"], &TOKEN_CONFLICT),
    row(400, "InvalidIPNotInSubnet", "Error ip not in subnet.", &["/PrivateIpAddress"], &IP_OUTSIDE),
    row(400, "InvalidEngineVersion.Malformed", "Specified engine version is not valid.", &["/EngineVersion"], &ENGINE),
    row(400, "Zone.Closed", "The specified zone is closed.", &["/ZoneId"], &notes::ZONE_CLOSED),
    row(400, "VSwithNotBelongToNotVpcFault", "The vSwitch does not belong to current vpc.", &["/VSwitchId", "/VpcId"], &OTHER_VPC),
    row(400, "PayIllegalAgreement", "Pay mayi with holding agreement illegal.", &[], &AGREEMENT),
    row(400, "IllegalParamError", "validateSaleConditionWithSubArticle failed.", &["/InstanceClass", "/EngineVersion", "/ZoneId"], &NOT_SOLD_TOGETHER),
    row(400, "CASH_BOOK_INSUFFICIENT", "No payment method is specified for your account. We recommend that you add a payment method or maitain a minimum prepayment balance of INR 1000.", &[], &CASH),
    row(400, "InvalidRegion.Format", "Specified Region is not valid.", &["/RegionId"], &REGION),
    row(403, "RealNameAuthenticationError", "Your account has not passed the real-name authentication yet.", &[], &notes::REAL_NAME),
    row(403, "AuthorizationFailure", "The request processing has failed due to authorization failure.", &[], &NOT_AUTHORISED),
    row(403, "TokenServiceError", "The specified token is duplicated, please change it.", &["/ClientToken"], &TOKEN_CONFLICT),
    row(403, "UserCannotBuyNotInnerCommodity", "The user can not buy this commodity without alibaba group tag.", &[], &GROUP_TAG),
    row(404, "InvalidCapacity.NotFound", "The Capacity provided does not exist in our records.", &["/InstanceClass"], &CLASS_OR_CAPACITY),
    row(404, "InvalidvSwitchId", "The Specified vSwitchId zone not supported.", &["/VSwitchId", "/ZoneId"], &VSWITCH),
    row(404, "InvalidVpcIdOrVswitchId.NotSupported", "The Specified vpcId or vSwitchId not supported.", &["/VpcId", "/VSwitchId"], &VPC_OR_VSWITCH),
];
