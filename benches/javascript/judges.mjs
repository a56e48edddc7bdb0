// The same rules for each library, as far as the data of this benchmark needs them.
import { Type } from "@sinclair/typebox";
import { TypeCompiler } from "@sinclair/typebox/compiler";
import Ajv from "ajv/dist/2020.js";
import { type } from "arktype";
import * as kvspec from "kvspec";
import * as v from "valibot";
import { z } from "zod";

const PROFILE = "alibaba.create-instance.cn";
const NAME = /^[A-Za-z\p{Script=Han}][^@/:="“”<>{}[\]\s]{1,127}$/u;
const PASSWORD = /^[A-Za-z0-9!@#$%^&*()_+\-=]{8,32}$/;
const TOKEN = /^[\u0000-\u007f]{0,64}$/;
const MONTHS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "12", "24", "36"];
const RENEWALS = ["1", "2", "3", "6", "12"];
const VERSIONS = ["2.8", "4.0", "5.0"];
const isConfig = (text) => {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};
const kinds = (text) =>
  /[A-Z]/.test(text) + /[a-z]/.test(text) + /[0-9]/.test(text) + /[!@#$%^&*()_+\-=]/.test(text);
const isPassword = (text) => PASSWORD.test(text) && kinds(text) >= 3;
const periodFits = (form) => (form.ChargeType === "PrePaid" ? form.Period !== undefined : form.Period === undefined);
const renewalFits = (form) => form.AutoRenew !== "true" || form.AutoRenewPeriod !== undefined;

const optional = (form, name, test) => form[name] === undefined || (typeof form[name] === "string" && test(form[name]));
const among = (list) => (text) => list.includes(text);
const any = () => true;

/** Straight-line checks, as one would write them by hand. */
function byHand(form) {
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

function ofAjv() {
  const options = { strict: false, formats: { config: isConfig } };
  const quick = new Ajv(options).compile(schema);
  const all = new Ajv({ ...options, allErrors: true }).compile(schema);
  return {
    isValid: (form) => quick(form),
    errors: (form) => (all(form) ? [] : all.errors.map(({ instancePath, message }) => `${instancePath} ${message}`)),
  };
}

function ofZod() {
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
  return {
    isValid: (form) => shape.safeParse(form).success,
    errors: (form) => shape.safeParse(form).error?.issues.map(({ path, message }) => `${path} ${message}`) ?? [],
  };
}

function ofValibot() {
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
  return {
    isValid: (form) => v.safeParse(shape, form, { abortEarly: true }).success,
    errors: (form) => v.safeParse(shape, form).issues?.map(({ message }) => message) ?? [],
  };
}

function ofTypeBox() {
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
  return { isValid: (form) => shape.Check(form) && rest(form) };
}

function ofArkType() {
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
  return { isValid: (form) => !(shape(form) instanceof type.errors) };
}

export const judges = {
  kvspec: {
    isValid: (form) => kvspec.isValid(PROFILE, form),
    errors: (form) =>
      kvspec
        .check(PROFILE, form, { form: true })
        .diagnostics.filter(({ severity }) => severity === "error")
        .map(({ path, message }) => `${path} ${message}`),
  },
  "hand-written": { isValid: byHand },
  ajv: ofAjv(),
  typebox: ofTypeBox(),
  valibot: ofValibot(),
  zod: ofZod(),
  arktype: ofArkType(),
};
