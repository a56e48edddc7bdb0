import Ajv from "ajv/dist/2020.js";
import { isConfig, MONTHS, NAME, PASSWORD, RENEWALS, TOKEN, VERSIONS } from "./rules.mjs";

const text = { type: "string" };
const schema = {
  type: "object",
  required: ["RegionId", "InstanceClass"],
  properties: {
    RegionId: text,
    ZoneId: text,
    InstanceClass: text,
    Token: { type: "string", pattern: TOKEN.source },
    InstanceName: { type: "string", pattern: NAME.source },
    Password: {
      type: "string",
      pattern: PASSWORD.source,
      anyOf: [
        ["[A-Z]", "[a-z]", "[0-9]"],
        ["[A-Z]", "[a-z]", "[!@#$%^&*()_+\\-=]"],
        ["[A-Z]", "[0-9]", "[!@#$%^&*()_+\\-=]"],
        ["[a-z]", "[0-9]", "[!@#$%^&*()_+\\-=]"],
      ].map((list) => ({ allOf: list.map((pattern) => ({ pattern })) })),
    },
    Config: { type: "string", format: "config" },
    ChargeType: { enum: ["PrePaid", "PostPaid"] },
    Period: { enum: MONTHS },
    NetworkType: { enum: ["CLASSIC", "VPC"] },
    VpcId: text,
    VSwitchId: text,
    EngineVersion: { enum: VERSIONS },
    AutoRenew: { enum: ["true", "false"] },
    AutoRenewPeriod: { enum: RENEWALS },
  },
  allOf: [
    {
      if: { required: ["ChargeType"], properties: { ChargeType: { const: "PrePaid" } } },
      then: { required: ["Period"] },
      else: { properties: { Period: false } },
    },
    {
      if: { required: ["AutoRenew"], properties: { AutoRenew: { const: "true" } } },
      then: { required: ["AutoRenewPeriod"] },
    },
  ],
};

const options = { strict: false, formats: { config: isConfig } };
const quick = new Ajv(options).compile(schema);
let all;

export const isValid = (form) => quick(form);

export function errors(form) {
  all ??= new Ajv({ ...options, allErrors: true }).compile(schema);
  return all(form) ? [] : all.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}
