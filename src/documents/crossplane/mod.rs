//! The resources of Crossplane's providers. The newer one is built on Terraform's: its arguments
//! in camelCase, its rules, and the region.

pub(in crate::documents) mod instance;
mod redis_instance;
pub(in crate::documents) mod tair_instance;

pub use instance::PROFILE as CROSSPLANE_INSTANCE;
pub use redis_instance::PROFILE as CROSSPLANE_REDIS_INSTANCE;
pub use tair_instance::PROFILE as CROSSPLANE_TAIR_INSTANCE;

use crate::diagnostic::{Code, Severity};
use crate::documents::notions;
use crate::profile::{Citation, Kind, Parameter, Sample, Wire};

/// The document of the newer provider's resources.
const DOCUMENT: &str = "provider-upjet-alibabacloud 14560a33 (2025-06-11)";

/// Kubernetes drops properties that a resource does not have, without a word. Its YAML is the older
/// one.
const WIRE: Wire = Wire {
    reads_yes: true,
    unknown_name: Severity::Warning,
    ..Wire::TERRAFORM
};

/// The region, which Terraform's resources do not have.
const REGION: Parameter = Parameter::new("region", Kind::String)
    .notion(&notions::REGION)
    .label("Region", "地域")
    .hint(
        "ID of the region, such as cn-hangzhou; it can never be changed.",
        "地域 ID，例如 cn-hangzhou；创建后不可更改。",
    )
    .cite(Citation::new(
        DOCUMENT,
        "spec.forProvider",
        "Region is the region you'd like your resource to be created in.",
    ))
    .samples(REGION_SAMPLES);

const REGION_SAMPLES: &[Sample] = &[
    Sample::passes(r#"{"region": "cn-hangzhou"}"#),
    Sample::fails(Code::TypeMismatch, r#"{"region": []}"#),
];

/// Rules about the region, given an `at` that looks names up in camelCase.
macro_rules! region_rules {
    () => {
        [
            rule! {
                ZoneOutsideRegion at "zoneId" if NotWithin("zoneId", "region");
                because "The zone is a lower level of the region." "可用区是地域的下一级。";
                cite api::row("The primary active zone ID.");
                pass r#"{"zoneId": "cn-hangzhou-g"}"#;
                fail r#"{"zoneId": "cn-beijing-h"}"#
            },
            rule! {
                ZoneOutsideRegion at "secondaryZoneId" if NotWithin("secondaryZoneId", "region");
                because "The zone is a lower level of the region." "可用区是地域的下一级。";
                cite api::row("The secondary zone ID.");
                pass r#"{"secondaryZoneId": "cn-hangzhou-g"}"#;
                fail r#"{"secondaryZoneId": "cn-beijing-g"}"#
            },
        ]
    };
}
use region_rules;
