import { type } from "arktype";
import { isConfig, isPassword, MONTHS, NAME, periodFits, renewalFits, RENEWALS, TOKEN, VERSIONS } from "./rules.mjs";

const shape = type({
  RegionId: "string",
  "ZoneId?": "string",
  InstanceClass: "string",
  "Token?": TOKEN,
  "InstanceName?": NAME,
  "Password?": type("string").narrow(isPassword),
  "Config?": type("string").narrow(isConfig),
  "ChargeType?": "'PrePaid'|'PostPaid'",
  "Period?": type.enumerated(...MONTHS),
  "NetworkType?": "'CLASSIC'|'VPC'",
  "VpcId?": "string",
  "VSwitchId?": "string",
  "EngineVersion?": type.enumerated(...VERSIONS),
  "AutoRenew?": "'true'|'false'",
  "AutoRenewPeriod?": type.enumerated(...RENEWALS),
}).narrow((form) => periodFits(form) && renewalFits(form));

export const isValid = (form) => !(shape(form) instanceof type.errors);
