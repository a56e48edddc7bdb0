import { among, any, isConfig, isPassword, MONTHS, NAME, optional, periodFits, RENEWALS, renewalFits, TOKEN, VERSIONS } from "./rules.mjs";

/** Straight-line checks, as one would write them by hand. */
export function isValid(form) {
  return (
    typeof form.RegionId === "string" &&
    optional(form, "InstanceClass", any) &&
    optional(form, "ZoneId", any) &&
    optional(form, "Token", (text) => TOKEN.test(text)) &&
    optional(form, "InstanceName", (text) => NAME.test(text)) &&
    optional(form, "Password", isPassword) &&
    optional(form, "Config", isConfig) &&
    optional(form, "ChargeType", among(["PrePaid", "PostPaid"])) &&
    optional(form, "Period", among(MONTHS)) &&
    optional(form, "NetworkType", among(["CLASSIC", "VPC"])) &&
    optional(form, "VpcId", any) &&
    optional(form, "VSwitchId", any) &&
    optional(form, "EngineVersion", among(VERSIONS)) &&
    optional(form, "AutoRenew", among(["true", "false"])) &&
    optional(form, "AutoRenewPeriod", among(RENEWALS)) &&
    form.InstanceClass !== undefined &&
    periodFits(form) &&
    renewalFits(form)
  );
}
