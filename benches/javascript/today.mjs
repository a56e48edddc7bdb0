// An order under a document of today, by kvspec and by ajv, which has the JSON Schema that kvspec exports of it.
import Ajv from "ajv/dist/2020.js";
import { check, isValid, schema } from "kvspec";
import { ascii, mistaken } from "./data.mjs";

const TODAY = "alibaba.create-instance.2026";

const today = { InstanceClass: "redis.shard.small.2.ce", EngineVersion: "7.0", Config: undefined };
const without = ({ Config: _, ...form }) => form;
export const valid = without({ ...ascii, ...today });
export const wrong = without({ ...mistaken, ...today, EngineVersion: "6.5" });

const options = { strict: false, validateFormats: false };
let quick;
let all;
const exported = () => schema(TODAY)["~standard"].jsonSchema.input({ target: "draft-2020-12" });

export const judges = {
  kvspec: {
    isValid: (form) => isValid(TODAY, form),
    errors: (form) => check(TODAY, form, { form: true, level: "error" }).diagnostics.map(({ path, message }) => `${path} ${message}`),
  },
  ajv: {
    isValid: (form) => (quick ??= new Ajv(options).compile(exported()))(form),
    errors(form) {
      all ??= new Ajv({ ...options, allErrors: true }).compile(exported());
      return all(form) ? [] : all.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
    },
  },
};
