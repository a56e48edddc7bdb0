/** How two profiles differ, as plain data without WebAssembly. */
import { isChinese, profileNumber } from "./check.js";
import { comparisons } from "./generated/comparisons.js";
import type { Code, Locale, ProfileId, Severity, Source } from "./types.js";
import { once, unpack } from "./unpack.js";

export interface ComparedParameter {
  readonly path: string;
  readonly type: string;
  readonly need: string;
  readonly default: string | null;
  readonly constraint: string;
  readonly source: Source;
}

export interface ComparedRule {
  readonly code: Code;
  readonly severity: Severity;
  readonly path: string;
  readonly when: string;
  readonly source: Source;
}

/** The same as `kvspec compare --format json` prints. */
export interface Comparison {
  readonly schema: "kvspec/comparison/v1";
  readonly a: ProfileId;
  readonly b: ProfileId;
  /** How many parameters are the same. */
  readonly same: number;
  readonly parameters: readonly {
    readonly notion: string;
    readonly a: ComparedParameter | null;
    readonly b: ComparedParameter | null;
    readonly differences: readonly { readonly kind: string; readonly aspect?: string; readonly message: string }[];
  }[];
  readonly rules: readonly {
    readonly kind: string;
    readonly a: ComparedRule | null;
    readonly b: ComparedRule | null;
  }[];
}

const all = /* @__PURE__ */ once(() =>
  unpack<Record<string, { readonly en: Comparison; readonly zh: Comparison }>>(comparisons),
);

/** How two profiles differ: in parameters, constraints and rules. */
export function compare(a: ProfileId, b: ProfileId, options: { readonly locale?: Locale | undefined } = {}): Comparison {
  profileNumber(a);
  profileNumber(b);
  return all()[`${a} ${b}`]![isChinese(options.locale) ? "zh" : "en"];
}
