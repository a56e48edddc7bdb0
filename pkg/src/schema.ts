/** Standard Schema: what form libraries and servers take to validate with. */
import { check, type CheckOptions, noSuch, profileNumber } from "./check.js";
import { schemas as packed } from "./generated/schemas.js";
import { type Names, namesOf, readableFinding } from "./messages.js";
import { apply, change, keysOf } from "./patch.js";
import { asRequest, toJson } from "./text.js";
import type { Code, Diagnostic, DiagnosticOf, Entries, Fix, ProfileId, Requests, Severity } from "./types.js";
import { once, unpack } from "./unpack.js";

/** A problem of one code, as Standard Schema has it, along with what kvspec knows of it. Never a secret. */
export interface IssueOf<C extends Code> {
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
  /**
   * What becomes of parameters that the document does not list, which providers ignore: `pass` hands them on, `strip`
   * takes them out of the value, `error` makes them issues. `pass` if absent.
   */
  readonly unknown?: "error" | "strip" | "pass" | undefined;
  /** What parameters are called in messages: `code` if absent. */
  readonly names?: Names | undefined;
}

/** What `safeParse` gives: the request as it was judged, or why there is none. */
export type Parsed<P extends ProfileId> =
  | { readonly success: true; readonly data: Requests[P]; readonly issues?: undefined }
  | { readonly success: false; readonly issues: readonly Issue[]; readonly data?: undefined };

/** What a JSON Schema is asked with. */
interface JsonSchemaOptions {
  /** `draft-2020-12` or `draft-07`; all others throw. */
  readonly target: "draft-2020-12" | "draft-07" | (string & {});
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/** A schema of a profile, for whatever takes Standard Schema or Standard JSON Schema, whose types it has without importing them. */
export interface Schema<P extends ProfileId = ProfileId> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly types?: { readonly input: Requests[P]; readonly output: Requests[P] } | undefined;
    /** Validates a value, synchronously. */
    readonly validate: (
      value: unknown,
    ) => { readonly value: Requests[P]; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
    readonly jsonSchema: {
      readonly input: (options: JsonSchemaOptions) => Record<string, unknown>;
      readonly output: (options: JsonSchemaOptions) => Record<string, unknown>;
    };
  };
  /** Validates a value of any type, and gives the request as it was judged. */
  readonly safeParse: (value: unknown) => Parsed<P>;
}

const UNKNOWN = ["error", "strip", "pass"] as const;

/**
 * The schema of a profile. `validate` and `safeParse` are synchronous; only errors are issues unless asked otherwise.
 * What they give is the request as it was judged: without white space that belongs to no value, and read where it was
 * text, `FormData`, `URLSearchParams` or a `Map`.
 */
export function schema<P extends ProfileId>(profile: P, options: SchemaOptions = {}): Schema<P> {
  profileNumber(profile);
  const { warnings = false, unknown = "pass", names, ...rest } = options;
  const wording = namesOf(names);
  if (!UNKNOWN.includes(unknown)) throw noSuch("way with unknown parameters", unknown, UNKNOWN);
  const jsonSchema = ({ target }: JsonSchemaOptions) => jsonSchemaOf(profile, target);
  const isIssue = ({ severity, code }: Diagnostic) =>
    severity === "error" || warnings || (unknown === "error" && code === "unknown-parameter");
  const safeParse = (value: unknown): Parsed<P> => {
    const given = asRequest(value);
    // Errors alone are found in less time, and are enough where nothing else could change the request.
    const level = warnings || unknown !== "pass" || mayHaveBlanks(given, 0) ? "warning" : "error";
    const { diagnostics } = check(profile, given as Requests[P], { ...rest, level });
    const issues = diagnostics.filter(isIssue);
    if (issues.length > 0) return { success: false, issues: issues.map((found) => issueOf(readableFinding(profile, found, wording, rest.locale))) };
    return { success: true, data: judged(profile, given, diagnostics, unknown === "strip") as Requests[P] };
  };
  return {
    "~standard": {
      version: 1,
      vendor: "kvspec",
      validate(value) {
        const parsed = safeParse(value);
        return parsed.success ? { value: parsed.data } : { issues: parsed.issues };
      },
      jsonSchema: { input: jsonSchema, output: jsonSchema },
    },
    safeParse,
  };
}

/**
 * Validates what nothing is known of, as `schema(profile, options).safeParse` does: the request as it was judged, or why
 * there is none.
 */
export const safeParse = <P extends ProfileId>(profile: P, value: unknown, options?: SchemaOptions): Parsed<P> =>
  schema(profile, options).safeParse(value);

const issueOf = ({ message, path, code, severity, args, help, fix }: Diagnostic): Issue =>
  ({ message, path: keysOf(path), code, severity, args, help, ...(fix && { fix }) }) as Issue;

/** Whether a text is in it that may have white space that belongs to no value, or characters that are taken for one. */
function mayHaveBlanks(value: unknown, depth: number): boolean {
  // eslint-disable-next-line no-control-regex
  if (typeof value === "string") return /[^\x21-\x7e]/.test(value);
  if (typeof value !== "object" || value === null) return false;
  return depth > 8 || Object.entries(value).some(([name, member]) => mayHaveBlanks(name, 0) || mayHaveBlanks(member, depth + 1));
}

/** The request as it was judged. */
function judged(profile: ProfileId, given: unknown, diagnostics: readonly Diagnostic[], strip: boolean): unknown {
  const isText = typeof given === "string";
  const blanks = diagnostics.filter(({ code }) => code === "stray-whitespace");
  const strangers = strip ? diagnostics.filter(({ code }) => code === "unknown-parameter") : [];
  if (!isText && blanks.length === 0 && strangers.length === 0) return given;
  const out = isText ? readText(given) : (JSON.parse(toJson(given)) as unknown);
  // What is text, all of it or a list in it, has no places that can be changed: only what is read of it has.
  const opened = new Set<string>();
  for (const { path, fix } of [...blanks, ...strangers]) {
    const [first, second] = keysOf(path);
    if (second === undefined || fix?.patch.length) continue;
    const member = (out as Record<string, unknown>)[first as string];
    if (typeof member !== "string") continue;
    opened.add(first as string);
    (out as Record<string, unknown>)[first as string] = JSON.parse(member);
  }
  if (isText || opened.size > 0) {
    ({ diagnostics } = check(profile, out as Requests[typeof profile], { level: "warning" }));
  }
  for (const { code, path, fix } of diagnostics) {
    if (strip && code === "unknown-parameter") change(out, path, undefined);
    if (code !== "stray-whitespace") continue;
    for (const operation of fix?.patch ?? []) apply(out, operation);
  }
  for (const name of opened) (out as Record<string, unknown>)[name] = JSON.stringify((out as Record<string, unknown>)[name]);
  return out;
}

/** A text that was found to be a request, as an object: JSON, or the query of a URL. */
function readText(text: string): unknown {
  const bare = text.replace(/^\ufeff/, "").trim();
  if (/^[[{"]/.test(bare)) return JSON.parse(bare);
  const query = bare.replace(/^[^?]*:\/\/[^?]*\?|^[^?=&]*\?/, "").replace(/#.*$/s, "");
  return asRequest(new URLSearchParams(query));
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
