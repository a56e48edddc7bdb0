import { Type } from "@sinclair/typebox";
import { TypeCompiler } from "@sinclair/typebox/compiler";
import { isConfig, kinds, MONTHS, NAME, optional, PASSWORD, periodFits, renewalFits, RENEWALS, TOKEN, VERSIONS } from "./rules.mjs";

const words = (list) => Type.Optional(Type.Union(list.map((word) => Type.Literal(word))));
const shape = TypeCompiler.Compile(
  Type.Object({
    RegionId: Type.String(),
    ZoneId: Type.Optional(Type.String()),
    InstanceClass: Type.String(),
    Token: Type.Optional(Type.String()),
    InstanceName: Type.Optional(Type.String()),
    Password: Type.Optional(Type.RegExp(PASSWORD)),
    Config: Type.Optional(Type.String()),
    ChargeType: words(["PrePaid", "PostPaid"]),
    Period: words(MONTHS),
    NetworkType: words(["CLASSIC", "VPC"]),
    VpcId: Type.Optional(Type.String()),
    VSwitchId: Type.Optional(Type.String()),
    EngineVersion: words(VERSIONS),
    AutoRenew: words(["true", "false"]),
    AutoRenewPeriod: words(RENEWALS),
  }),
);
// What its types cannot say is said by hand.
const rest = (form) =>
  optional(form, "Token", (text) => TOKEN.test(text)) &&
  optional(form, "InstanceName", (text) => NAME.test(text)) &&
  optional(form, "Password", (text) => kinds(text) >= 3) &&
  optional(form, "Config", isConfig) &&
  periodFits(form) &&
  renewalFits(form);

export const isValid = (form) => shape.Check(form) && rest(form);
