/**
 * Pre-flight checker for cloud Redis orders: what the documents of Alibaba Cloud and JD Cloud say
 * about requests for a new instance. Nothing to initialise: import a function and call it.
 *
 * @packageDocumentation
 */
export {
  check,
  checkChange,
  type CheckOptions,
  fix,
  type InputFormat,
  isValid,
  lint,
  type LintOptions,
} from "./check.js";
export {
  type Checklist,
  createForm,
  type FieldError,
  type FieldOf,
  type FieldState,
  type Form,
  type FormOptions,
  type FormSnapshot,
  type SnapshotOf,
} from "./form.js";
export { type MessagePart, type Names, partsOf, readable } from "./messages.js";
export { redact } from "./redact.js";
export { KvspecError, ready } from "./runtime.js";
export { type Issue, type IssueOf, type Parsed, safeParse, type Schema, schema, type SchemaOptions } from "./schema.js";
export type * from "./types.js";

// Data in files of their own: who does not use them does not carry them.
export { classes, type InstanceClass } from "./classes.js";
export { type Comparison, compare } from "./compare.js";
export { codes, explain, type Explanation, type ProviderExplanation, providerCodes } from "./explain.js";
export { type Condition, type Constraint, type Field, type Profile, profileOf, profiles, type Rule } from "./profiles.js";
