/** Standard Schema: what form libraries and servers take to validate with. */
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { check, type CheckOptions, noSuch, profileNumber } from "./check.js";
import { schemas as packed } from "./generated/schemas.js";
import type { Code, DiagnosticOf, Fix, ProfileId, Requests, Severity } from "./types.js";
import { once, unpack } from "./unpack.js";

/** A problem of one code, as Standard Schema has it, along with what kvspec knows of it. Never a secret. */
export interface IssueOf<C extends Code> extends StandardSchemaV1.Issue {
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly code: C;
  readonly severity: Severity;
  readonly args: DiagnosticOf<C>["args"];
  readonly help: string;
  readonly fix?: Fix;
}

/** A problem, discriminated by its `code`. */
export type Issue = { [C in Code]: IssueOf<C> }[Code];

export interface SchemaOptions extends Omit<CheckOptions, "level"> {
  /** Whether warnings are issues, too. */
  readonly warnings?: boolean | undefined;
}

type Props<P extends ProfileId> = StandardSchemaV1.Props<Requests[P]> & StandardJSONSchemaV1.Props<Requests[P]>;

/** A schema of a profile, for whatever takes Standard Schema or Standard JSON Schema. */
export interface Schema<P extends ProfileId = ProfileId> {
  readonly "~standard": Omit<Props<P>, "validate"> & {
    /** Validates a value, synchronously. */
    readonly validate: (
      value: unknown,
    ) => { readonly value: Requests[P]; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
  };
}

/** A JSON Pointer as the keys that lead there; places in lists are numbers. */
export function keysOf(pointer: string): (string | number)[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => (/^(0|[1-9]\d*)$/.test(key) ? Number(key) : key.replaceAll("~1", "/").replaceAll("~0", "~")));
}

/** The schema of a profile. `validate` is synchronous; only errors are issues unless asked otherwise. */
export function schema<P extends ProfileId>(profile: P, options: SchemaOptions = {}): Schema<P> {
  profileNumber(profile);
  const level = options.warnings === true ? "warning" : "error";
  const jsonSchema = ({ target }: StandardJSONSchemaV1.Options) => jsonSchemaOf(profile, target);
  return {
    "~standard": {
      version: 1,
      vendor: "kvspec",
      validate(value) {
        const { diagnostics } = check(profile, value as Requests[P], { ...options, level });
        if (diagnostics.length === 0) return { value: value as Requests[P] };
        return {
          issues: diagnostics.map(({ message, path, code, severity, args, help, fix }) => ({
            message,
            path: keysOf(path),
            code,
            severity,
            args,
            help,
            ...(fix && { fix }),
          })) as Issue[],
        };
      },
      jsonSchema: { input: jsonSchema, output: jsonSchema },
    },
  };
}

const all = /* @__PURE__ */ once(() => unpack<Record<ProfileId, Record<string, unknown>>>(packed));

/** The JSON Schema of a profile. What it cannot express, it lists in itself. */
function jsonSchemaOf(profile: ProfileId, target: string): Record<string, unknown> {
  const schema = structuredClone(all()[profile]);
  if (target === "draft-2020-12") return schema;
  if (target !== "draft-07") throw noSuch("JSON Schema", target, ["draft-2020-12", "draft-07"]);
  // The keywords in use mean the same in both drafts, but for where definitions stand.
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/definitions/').replaceAll('"$defs":', '"definitions":');
  return { ...(JSON.parse(text) as object), $schema: "http://json-schema.org/draft-07/schema#" };
}
