//! The errors that `CreateInstance` lists today.

use super::super::{Note, ProviderError, notes};
use super::notes::{
    ACCOUNT, AGREEMENT, BEING_CHANGED, CASH, CLASS_OR_CAPACITY, CLASS_TYPE, DRY_RUN, ENGINE,
    FLASHBACK_OFF, IP_OUTSIDE, MEMBER_LEVEL, NO_VPC, NOT_AUTHORISED, NOT_SOLD_TOGETHER, OTHER_VPC,
    PAYMENT_RISK, REGION, SHARD_NUMBER, TOKEN_CONFLICT, VPC_OR_VSWITCH, VSWITCH, ZONE_NETWORK,
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
        &super::CREATE_INSTANCE,
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
    row(400, "ZoneIdNotFound", "Specify iz not support switch network.", &["/ZoneId"], &ZONE_NETWORK),
    row(400, "InvalidShardInfo.Format", "Shard total number is out of range.", &["/ShardCount"], &SHARD_NUMBER),
    row(400, "InvalidInstancelevel", "Specified Instance level dose not match gdc other member instance level.", &["/GlobalInstanceId"], &MEMBER_LEVEL),
    row(400, "InvalidBackupLogStatus", "Backup logs are not enabled for the specified source instance.", &["/RestoreTime"], &FLASHBACK_OFF),
    row(400, "InvalidStatus", "Specified instance status is Modifying.", &[], &BEING_CHANGED),
    row(400, "SecurityRisk.AuthVerification", "we have detected a risk with your default payment method. An email and notification has been sent to you. Please re-submit your order before after verificaiton.", &[], &PAYMENT_RISK),
    row(400, "MissingParameter", "Period is mandatory for this action.", &["/Period"], &notes::MISSING),
    row(400, "InvalidToken.Malformed", "The Specified parameter Token is not valid.", &["/Token"], &notes::TOKEN),
    row(400, "InvalidInstanceName.Malformed", "The Specified parameter InstanceName is not valid.", &["/InstanceName"], &notes::NAME),
    row(400, "InvalidPassword.Malformed", "The Specified parameter Password is not valid.", &["/Password"], &notes::PASSWORD),
    row(400, "InsufficientBalance", "Your account does not have enough balance.", &[], &notes::BALANCE),
    row(400, "QuotaExceed.AfterpayInstance", "Living afterpay instances quota exceeded.", &["/ChargeType"], &notes::PAY_AS_YOU_GO_QUOTA),
    row(400, "InvalidCapacity.NotFound", "The Capacity provided does not exist in our records.", &["/InstanceClass", "/Capacity"], &CLASS_OR_CAPACITY),
    row(400, "ResourceNotAvailable", "Resource you requested is not available for finance user.", &[], &notes::FINANCE_USER),
    row(400, "PaymentMethodNotFound", "No payment method has been registered on the account.", &[], &notes::PAYMENT_METHOD),
    row(400, "IdempotentParameterMismatch", "Request uses a client token in a previous request but is not identical to that request.", &["/Token"], &notes::IDEMPOTENT),
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
    row(400, "RequestTokenConflict", "Specified request token conflict.", &["/Token"], &TOKEN_CONFLICT),
    row(400, "InvalidIPNotInSubnet", "Error ip not in subnet.", &["/PrivateIpAddress"], &IP_OUTSIDE),
    row(400, "InvalidEngineVersion.Malformed", "Specified engine version is not valid.", &["/EngineVersion"], &ENGINE),
    row(400, "Zone.Closed", "The specified zone is closed.", &["/ZoneId"], &notes::ZONE_CLOSED),
    row(400, "VSwithNotBelongToNotVpcFault", "The vSwitch does not belong to current vpc.", &["/VSwitchId", "/VpcId"], &OTHER_VPC),
    row(400, "PayIllegalAgreement", "Pay mayi with holding agreement illegal.", &[], &AGREEMENT),
    row(400, "IllegalParamError", "validateSaleConditionWithSubArticle failed.", &["/InstanceClass", "/EngineVersion", "/ZoneId"], &NOT_SOLD_TOGETHER),
    row(400, "CASH_BOOK_INSUFFICIENT", "No payment method is specified for your account. We recommend that you add a payment method or maitain a minimum prepayment balance of INR 1000.", &[], &CASH),
    row(400, "InvalidRegion.Format", "Specified Region is not valid.", &["/RegionId"], &REGION),
    row(400, "DryRunOperation", "Request validation has been passed with DryRun flag set.", &["/DryRun"], &DRY_RUN),
    row(400, "ResourceGroupNotExist", "The Specified ResourceGroupId does not exist.", &["/ResourceGroupId"], &notes::RESOURCE_GROUP),
    row(403, "RealNameAuthenticationError", "Your account has not passed the real-name authentication yet.", &[], &notes::REAL_NAME),
    row(403, "AuthorizationFailure", "The request processing has failed due to authorization failure.", &[], &NOT_AUTHORISED),
    row(403, "TokenServiceError", "The specified token is duplicated, please change it.", &["/Token"], &TOKEN_CONFLICT),
    row(404, "InvalidCapacity.NotFound", "The Capacity provided does not exist in our records.", &["/InstanceClass", "/Capacity"], &CLASS_OR_CAPACITY),
    row(404, "InvalidvSwitchId", "The Specified vSwitchId zone not supported.", &["/VSwitchId", "/ZoneId"], &VSWITCH),
    row(404, "InvalidVpcIdOrVswitchId.NotSupported", "The Specified vpcId or vSwitchId not supported.", &["/VpcId", "/VSwitchId"], &VPC_OR_VSWITCH),
];
