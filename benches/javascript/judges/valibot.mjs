import * as v from "valibot";
import { isConfig, isPassword, MONTHS, NAME, optional, periodFits, renewalFits, RENEWALS, TOKEN, VERSIONS } from "./rules.mjs";

const some = (...checks) => v.optional(v.pipe(v.string(), ...checks));
const shape = v.pipe(
  v.object({
    RegionId: v.string(),
    ZoneId: v.optional(v.string()),
    InstanceClass: v.string(),
    Token: some(v.regex(TOKEN)),
    InstanceName: some(v.regex(NAME)),
    Password: some(v.check(isPassword)),
    Config: some(v.check(isConfig)),
    ChargeType: v.optional(v.picklist(["PrePaid", "PostPaid"])),
    Period: v.optional(v.picklist(MONTHS)),
    NetworkType: v.optional(v.picklist(["CLASSIC", "VPC"])),
    VpcId: v.optional(v.string()),
    VSwitchId: v.optional(v.string()),
    EngineVersion: v.optional(v.picklist(VERSIONS)),
    AutoRenew: v.optional(v.picklist(["true", "false"])),
    AutoRenewPeriod: v.optional(v.picklist(RENEWALS)),
  }),
  v.check(periodFits),
  v.check(renewalFits),
);

export const isValid = (form) => v.safeParse(shape, form, { abortEarly: true }).success;
export const errors = (form) => v.safeParse(shape, form).issues?.map(({ message }) => message) ?? [];
