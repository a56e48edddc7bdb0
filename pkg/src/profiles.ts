/** The profiles: what a form needs to draw itself, as plain data without WebAssembly. */
import { profiles as packed } from "./generated/profiles.js";
import { profileIds } from "./ids.js";
import type { Bilingual, Code, ProfileId, Severity, Source } from "./types.js";
import { lazily, once, unpackEach } from "./unpack.js";

/** What the value of a field must satisfy. Lengths are in user-perceived characters. */
export type Constraint =
  | { readonly kind: "one-of"; readonly values: readonly string[] }
  | {
      readonly kind: "one-of-by";
      readonly decidedBy: string;
      readonly cases: readonly { readonly value: string; readonly values: readonly string[] }[];
    }
  | { readonly kind: "range"; readonly min: number; readonly max: number | null }
  | {
      readonly kind: "name";
      readonly min: number;
      readonly max: number;
      readonly startsWithLetter: boolean;
      readonly refused?: string;
    }
  | {
      readonly kind: "password";
      readonly min: number;
      readonly max: number;
      readonly refused?: string;
      readonly special?: string;
      readonly atLeast: number;
      readonly classes: readonly string[];
    }
  | { readonly kind: "token"; readonly max: number }
  | { readonly kind: "description"; readonly max: number }
  | { readonly kind: "ipv4" }
  /** A moment, written like that. */
  | { readonly kind: "time"; readonly pattern: string }
  /** A CIDR block with a prefix of so many bits. */
  | { readonly kind: "prefix"; readonly min: number; readonly max: number }
  /** Some of these values, separated by commas. */
  | { readonly kind: "modes"; readonly values: readonly string[] }
  | {
      readonly kind: "config";
      readonly keys: readonly { readonly name: string; readonly values: readonly string[] | null }[];
    }
  | { readonly kind: "instance-class" }
  | { readonly kind: "activity" };

/** A parameter, as a form shows it. */
export interface Field {
  /** JSON Pointer; `*` stands for the elements of a list. */
  readonly path: string;
  readonly name: string;
  /** The document's word for the type. */
  readonly type: "String" | "Long" | "Integer" | "Boolean" | "Object" | "Array";
  /** Whether it holds other fields, whose paths begin with this one's. */
  readonly holds: "object" | "list" | null;
  readonly required: "always" | "on-wire" | "optional";
  /** Whether it is one of the provider's common parameters, which signing tools add. */
  readonly common: boolean;
  readonly secret: boolean;
  readonly label: Bilingual;
  readonly hint: Bilingual;
  readonly default?: string;
  /** The unit of a number: `month`, `MB`. */
  readonly unit?: string;
  /** The document's own sample values. */
  readonly examples?: readonly unknown[];
  readonly constraint?: Constraint;
  /** The constraint in words. */
  readonly describes: Bilingual;
  readonly source: Source;
}

/** A condition of a rule. An absent parameter has its default for `is` and `is-not`. */
export type Condition =
  | { readonly kind: "is" | "is-not"; readonly path: string; readonly value: string }
  | { readonly kind: "present" | "absent" | "valid"; readonly path: string }
  | { readonly kind: "starts-with" | "one-of"; readonly path: string; readonly values: readonly string[] }
  | { readonly kind: "at-least" | "at-most"; readonly path: string; readonly number: number }
  | { readonly kind: "unknown" | "wrong" | "lets-everybody-in"; readonly path: string }
  | { readonly kind: "same"; readonly path: string; readonly other: string }
  | { readonly kind: "either"; readonly conditions: readonly Condition[] }
  | { readonly kind: "not-within" | "differs"; readonly path: string; readonly outer: string }
  | { readonly kind: "passes"; readonly test: string; readonly paths: readonly string[] }
  | { readonly kind: "no-element"; readonly path: string; readonly condition: Condition };

/** What some parameters mean for another: if all conditions hold, the finding stands. */
export interface Rule {
  readonly code: Code;
  readonly severity: Severity;
  /** JSON Pointer to the parameter, or to the object, that it speaks of. */
  readonly at: string;
  readonly when: readonly Condition[];
  /** The conditions in words. */
  readonly describes: Bilingual;
  readonly reason: Bilingual;
  readonly source: Source;
}

/** One operation as one document describes it. */
export interface Profile {
  readonly id: ProfileId;
  readonly title: Bilingual;
  readonly operation: string;
  readonly document: string;
  readonly edition: Bilingual;
  /** How a request travels: as text in a query string, or as a JSON body with strict types. */
  readonly wire: "query" | "json";
  readonly fields: readonly Field[];
  readonly rules: readonly Rule[];
  /** A request that the profile accepts. */
  readonly sample: Readonly<Record<string, unknown>>;
}

const each = /* @__PURE__ */ once(() => unpackEach<Profile>(packed));

/** Every profile. */
export const profiles: readonly Profile[] = /* @__PURE__ */ lazily(profileIds, (place) => each()(place));

/**
 * The profile of that identifier.
 *
 * @throws TypeError for one that there is not.
 */
export function profileOf(id: ProfileId): Profile {
  const profile = profiles[profileIds.indexOf(id)];
  if (!profile) throw new TypeError(`kvspec has no profile ${JSON.stringify(id)}; it has ${profileIds.join(", ")}`);
  return profile;
}
