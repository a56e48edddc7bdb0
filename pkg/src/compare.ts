/** How two profiles differ, as plain data without WebAssembly. */
import { isChinese, profileNumber } from "./check.js";
import { comparisons } from "./generated/comparisons.js";
import { profiles } from "./generated/profiles.js";
import type { Code, Locale, ProfileId, Severity, Source } from "./types.js";
import { once, textsOf, unpack } from "./unpack.js";

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

const inLanguage = (chinese: boolean) => unpack<Record<string, Comparison>>(comparisons, textsOf(profiles), chinese);
const english = /* @__PURE__ */ once(() => inLanguage(false));
const chinese = /* @__PURE__ */ once(() => inLanguage(true));

/** How two profiles differ: in parameters, constraints and rules. */
export function compare(a: ProfileId, b: ProfileId, options: { readonly locale?: Locale | undefined } = {}): Comparison {
  profileNumber(a);
  profileNumber(b);
  return (isChinese(options.locale) ? chinese : english)()[`${a} ${b}`]!;
}
