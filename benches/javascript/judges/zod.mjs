import { z } from "zod";
import { isConfig, isPassword, MONTHS, NAME, optional, periodFits, renewalFits, RENEWALS, TOKEN, VERSIONS } from "./rules.mjs";

const shape = z
  .object({
    RegionId: z.string(),
    ZoneId: z.string().optional(),
    InstanceClass: z.string(),
    Token: z.string().regex(TOKEN).optional(),
    InstanceName: z.string().regex(NAME).optional(),
    Password: z.string().refine(isPassword).optional(),
    Config: z.string().refine(isConfig).optional(),
    ChargeType: z.enum(["PrePaid", "PostPaid"]).optional(),
    Period: z.enum(MONTHS).optional(),
    NetworkType: z.enum(["CLASSIC", "VPC"]).optional(),
    VpcId: z.string().optional(),
    VSwitchId: z.string().optional(),
    EngineVersion: z.enum(VERSIONS).optional(),
    AutoRenew: z.enum(["true", "false"]).optional(),
    AutoRenewPeriod: z.enum(RENEWALS).optional(),
  })
  .refine(periodFits, { path: ["Period"] })
  .refine(renewalFits, { path: ["AutoRenewPeriod"] });

export const isValid = (form) => shape.safeParse(form).success;
export const errors = (form) => shape.safeParse(form).error?.issues.map(({ path, message }) => `${path} ${message}`) ?? [];
