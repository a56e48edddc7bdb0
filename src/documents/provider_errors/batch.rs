//! The errors that 003 lists.

use super::{Note, ProviderError, notes};
use crate::profile::Citation;

const fn row(
    status: u16,
    code: &'static str,
    message: &'static str,
    description: Option<&'static str>,
    parameters: &'static [&'static str],
    note: &'static Note,
) -> ProviderError {
    ProviderError {
        profile: crate::documents::ALIBABA_CREATE_INSTANCES.id,
        status,
        code,
        message,
        description,
        parameters,
        citation: Citation::new(
            crate::documents::ALIBABA_CREATE_INSTANCES.document,
            "Error codes",
            match description {
                Some(description) => description,
                None => message,
            },
        ),
        note,
    }
}

/// The rows, in the order of the document.
#[rustfmt::skip]
pub(super) static ROWS: &[ProviderError] = &[
    row(400, "Zone.Closed", "Specified zone is closed.", Some("The specified Availability Zone is closed"), &["/Instances/*/izNo"], &notes::ZONE_CLOSED),
    row(400, "MissingParameter", "Period is mandatory for this action.", None, &["/Instances/*/Period"], &notes::MISSING),
    row(400, "InvalidToken.Malformed", "The Specified parameter \"Token\" is not valid.", None, &["/Token"], &notes::TOKEN),
    row(400, "InvalidInstanceName.Malformed", "The Specified parameter \"InstanceName\" is not valid.", None, &["/Instances/*/InstanceName"], &notes::NAME),
    row(400, "InvalidPassword.Malformed", "The Specified parameter \"Password\" is not valid.", Some("The specified Password parameters do not meet the requirements"), &["/Instances/*/Password"], &notes::PASSWORD),
    row(400, "InvalidInstances.Malformed", "The Specified parameter \"Instances\" is not valid.", Some("The Instances parameter passed in is invalid."), &["/Instances"], &notes::INSTANCES),
    row(400, "InsufficientBalance", "Your account does not have enough balance.", None, &[], &notes::BALANCE),
    row(400, "QuotaExceed.AfterpayInstance", "Living afterpay instances quota exceeded.", None, &["/Instances/*/ChargeType"], &notes::PAY_AS_YOU_GO_QUOTA),
    row(400, "InvalidCapacity.NotFound", "The Capacity provided does not exist in our records.", None, &["/Instances/*/Capacity"], &notes::CAPACITY),
    row(400, "ResourceNotAvailable", "Resource you requested is not available for finance user.", None, &[], &notes::FINANCE_USER),
    row(400, "PaymentMethodNotFound", "No payment method has been registered on the account.", None, &[], &notes::PAYMENT_METHOD),
    row(400, "IdempotentParameterMismatch", "Request uses a client token in a previous request but is not identical to that request.", Some("Idempotent check."), &["/Token"], &notes::IDEMPOTENT),
    row(400, "QuotaNotEnough", "Quota not enough in this zone.", None, &["/Instances/*/izNo"], &notes::ZONE_QUOTA),
    row(400, "QuotaExceed", "Living afterpay instances quota exceed.", None, &["/Instances/*/ChargeType"], &notes::PAY_AS_YOU_GO_QUOTA),
    row(400, "VpcServiceError", "Invoke vpc service failed.", None, &["/Instances/*/vpcId", "/Instances/*/vSwitchId"], &notes::VPC_SERVICE),
    row(400, "IzNotSupportVpcError", "Specify iz not support vpc.", None, &["/Instances/*/izNo", "/Instances/*/networkType"], &notes::ZONE_WITHOUT_VPC),
    row(400, "InvalidVpcIdRegion.NotSupported", "The Specified vpcId or vSwitchId not supported.", None, &["/Instances/*/vpcId", "/Instances/*/vSwitchId", "/Instances/*/RegionId"], &notes::VPC_REGION),
    row(400, "ResourceGroupNotExist", "The Specified ResourceGroupId does not exist.", None, &["/ResourceGroupId"], &notes::RESOURCE_GROUP),
    row(403, "RealNameAuthenticationError", "Your account has not passed the real-name authentication yet.", None, &[], &notes::REAL_NAME),
    row(404, "InvalidCapacity.NotFound", "The Capacity provided does not exist in our records.", Some("The specified storage specification does not exist."), &["/Instances/*/Capacity"], &notes::CAPACITY),
];
