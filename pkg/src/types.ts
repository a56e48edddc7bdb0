/** The published shapes. Codes, arguments and requests come from the tables. */
import type { Arguments, Code, ProfileId, Requests, Severity } from "./generated/types.js";

export type * from "./generated/types.js";
export type { FormInput, FormValueOf, FormValues, PathOf, PlaceOf, PointerOf, Scalar, ValueOf } from "./paths.js";

/** A language for messages. Any other tag that begins with `zh` is Chinese, everything else English. */
export type Locale = "en" | "zh" | (string & {});

/** A text in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** A place in the text that was checked. */
export interface Position {
  /** UTF-16 code units from the beginning, as JavaScript indexes strings. */
  readonly offset: number;
  /** Line, from 1. */
  readonly line: number;
  /** Column in UTF-16 code units, from 1. */
  readonly column: number;
}

/** A stretch of the text that was checked: up to, not including, `end`. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** One change to the text that was checked, in UTF-16 code units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One operation of a JSON Patch (RFC 6902). */
export type PatchOperation =
  | { readonly op: "add"; readonly path: string; readonly value: unknown }
  | { readonly op: "replace"; readonly path: string; readonly value: unknown }
  | { readonly op: "move"; readonly from: string; readonly path: string }
  | { readonly op: "remove"; readonly path: string };

/** How to mend what was found. */
export interface Fix {
  readonly title: string;
  /** `safe`: keeps the meaning and needs nobody's eyes. `unsafe`: likely what was meant. */
  readonly applicability: "safe" | "unsafe";
  /** Changes to the text; none where an object was checked. */
  readonly edits: readonly Edit[];
  /** The same change to the parsed request. */
  readonly patch: readonly PatchOperation[];
}

/** The passage that a finding rests on. */
export interface Source {
  readonly document: string;
  readonly section: string;
  readonly quote: string;
}

/** A finding of one code, with that code's arguments. */
export interface DiagnosticOf<C extends Code> {
  readonly code: C;
  readonly severity: Severity;
  /** JSON Pointer (RFC 6901) to the value, or to where a missing one would stand. */
  readonly path: string;
  /** The documented parameter concerned, if it is one. */
  readonly parameter?: string;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly help: string;
  /** The provider's own code for this mistake. */
  readonly provider_code?: string;
  readonly args: Arguments[C];
  /** Where it stands, if text was checked. */
  readonly span?: Span;
  readonly fix?: Fix;
  readonly source?: Source;
}

/** A finding, discriminated by its `code`. */
export type Diagnostic = { [C in Code]: DiagnosticOf<C> }[Code];

/** How many findings there are of each severity. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** What was found in one request. */
export interface Report {
  readonly profile: ProfileId;
  /** Whether no document says that the request is wrong. Warnings do not change this. */
  readonly valid: boolean;
  readonly summary: Counts;
  readonly diagnostics: readonly Diagnostic[];
}

/** What was found in one request of a text. */
export interface LintedSpec {
  readonly source: string;
  /** Its place among the requests of the text, from 0. */
  readonly index: number;
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** What it is written in. */
  readonly format: "json" | "ndjson" | "query" | "urls";
  /** What its file calls it: requests have no names there. */
  readonly name: null;
  readonly profile: ProfileId | null;
  /** Whether the profile was inferred. */
  readonly inferred: boolean;
  readonly valid: boolean;
  /** How many of its parameters are not known, wholly or in part. */
  readonly unknown: number;
  /** Why it was not checked, where no profile could be inferred. */
  readonly unchecked?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What was found in a text: the same as `kvspec lint --format json` prints. */
export interface LintReport {
  readonly schema: "kvspec/report/v1";
  readonly summary: Counts & { readonly specs: number };
  readonly specs: readonly LintedSpec[];
}

/** The surroundings of an order: the vSwitch, and the server that will connect. */
export interface Context {
  readonly vSwitch?: { readonly id?: string | undefined; readonly cidr: string } | undefined;
  readonly ecs?: {
    readonly region?: string | undefined;
    readonly networkType?: string | undefined;
    readonly vpcId?: string | undefined;
  } | undefined;
}

/**
 * A request of a profile: an object, text that is JSON, a query string or a URL, or what a server is given, which is read
 * as the object that it stands for.
 */
export type Request<P extends ProfileId> = Requests[P] | string | Entries;

/** Names and values: `Map`, `URLSearchParams`, `FormData`. */
export interface Entries {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  forEach(act: (value: any, key: any, parent: any) => void): void;
  get(name: string): unknown;
  has(name: string): boolean;
}

/** The verdict on a change to an instance that is there. */
export interface Transition {
  readonly profile: ProfileId;
  /** Whether the change could be judged and no document refuses it. */
  readonly allowed: boolean;
  readonly existing: readonly Diagnostic[];
  readonly wanted: readonly Diagnostic[];
}
