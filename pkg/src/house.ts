/**
 * `kvspec/lint` under a team's own rules: allowed regions, zones and classes, patterns of names, what must be there and what
 * must not. With a WebAssembly module of its own, which is half as large again as that of `kvspec/lint`.
 *
 * @packageDocumentation
 */
import { type LintedOrder as Linted, type LintOptions as Options, type LintReport as Report, reportOn } from "./lint.js";
import { type HouseRules, toToml } from "./toml.js";

export {
  type Context,
  type Counts,
  type Diagnostic,
  type Edit,
  fix,
  type Fix,
  type InputFormat,
  KvspecError,
  type Locale,
  type OrderFormat,
  type Pack,
  type Position,
  type ProfileName,
  profiles,
  ready,
  redact,
  type Severity,
  type Span,
} from "./lint.js";
export { init } from "./source/given.js";
export type { HouseRules, RuleDetails } from "./toml.js";

export interface LintOptions extends Options {
  /** A team's own rules: the text of a `kvspec.toml`, or the same as an object. Its globs are held against `file`. */
  readonly house?: string | HouseRules | undefined;
}

/** What was found in one order of a text. */
export interface LintedOrder extends Linted {
  /** How many findings the rules put off, where they do. */
  readonly hidden?: number;
}

/** What was found in a text: the same as `kvspec lint --config kvspec.toml --format json` prints. */
export interface LintReport extends Omit<Report, "specs" | "summary"> {
  readonly summary: Report["summary"] & { readonly hidden?: number };
  readonly specs: readonly LintedOrder[];
}

/**
 * Lints a text under the rules of a team. Whether an order is valid is what documents say: a rule that is broken is a
 * finding with the code `house-rule`, of the severity that the rules give it.
 *
 * @throws TypeError for a profile, format, pack, level or day that does not exist.
 * @throws KvspecError for mistakes in the rules, one a line.
 */
export function lint(text: string, options: LintOptions = {}): LintReport {
  const { house, ...rest } = options;
  return reportOn(text, rest, house === undefined || typeof house === "string" ? house : toToml(house)) as LintReport;
}
