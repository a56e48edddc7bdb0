/** What was found in a text, cut down to what a page can show. */
import type { Diagnostic, LintReport, OrderFormat, Severity } from "kvspec/lint-slim";
import type { Settings } from "./settings.js";

export type Language = "en" | "zh";

/** How many problems are underlined and listed at most. */
export const CAP = 300;

export interface CheckRequest {
  readonly text: string;
  readonly profile: string | undefined;
  readonly locale: Language;
  /** What the file is called, if it has a name: it may tell what it is written in. */
  readonly file: string | undefined;
  readonly settings?: Settings | undefined;
}

/** How often a rule is broken. */
export interface Tally {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
}

/** One finding and the order that it stands in. */
export interface Problem {
  /** The place of its order among the orders of the text. */
  readonly spec: number;
  readonly diagnostic: Diagnostic;
}

/** One order of the text, without its findings. */
export interface Order {
  readonly index: number;
  readonly line: number;
  readonly format: OrderFormat;
  /** What its file calls it, where orders have names there. */
  readonly name: string | null;
  readonly profile: string | null;
  readonly inferred: boolean;
  readonly valid: boolean;
  readonly unchecked?: string | undefined;
}

export interface Checked {
  readonly summary: LintReport["summary"];
  /** How many orders are not as they must be. */
  readonly wrong: number;
  /** The orders that problems below belong to, or that could not be checked; of many, the first. */
  readonly orders: readonly Order[];
  /** In the order of the text; at most {@link CAP}, of which the gravest come first into the choice. */
  readonly problems: readonly Problem[];
  /** How many there are in all. */
  readonly total: number;
  /** Of so many problems that they are not all listed: how often each rule is broken, errors first. */
  readonly tally: readonly Tally[];
  /** How many fixes there are: those that keep the meaning, and all. */
  readonly fixes: { readonly safe: number; readonly all: number };
}

const WEIGHT = { error: 0, warning: 1, info: 2 } as const;
const startOf = (found: Diagnostic) => found.span?.start.offset ?? 0;

export function inspect(report: LintReport): Checked {
  const all: Problem[] = [];
  const fixes = { safe: 0, all: 0 };
  const tally = new Map<string, Tally>();
  for (const spec of report.specs) {
    for (const diagnostic of spec.diagnostics) {
      all.push({ spec: spec.index, diagnostic });
      const { code, severity } = diagnostic;
      tally.set(`${severity} ${code}`, { code, severity, count: (tally.get(`${severity} ${code}`)?.count ?? 0) + 1 });
      if (!diagnostic.fix?.edits.length) continue;
      fixes.all++;
      if (diagnostic.fix.applicability === "safe") fixes.safe++;
    }
  }
  let problems = all;
  if (all.length > CAP) {
    problems = all.toSorted((a, b) => WEIGHT[a.diagnostic.severity] - WEIGHT[b.diagnostic.severity]).slice(0, CAP);
  }
  problems = problems.toSorted((a, b) => a.spec - b.spec || startOf(a.diagnostic) - startOf(b.diagnostic));
  const shown = new Set(problems.map(({ spec }) => spec));
  const orders = report.specs
    .filter((spec) => shown.has(spec.index) || spec.unchecked !== undefined || report.specs.length === 1)
    .slice(0, CAP)
    .map(({ diagnostics: _, ...order }) => order);
  const ranked = [...tally.values()].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || b.count - a.count);
  const wrong = report.specs.filter(({ valid }) => !valid).length;
  return { summary: report.summary, wrong, orders, problems, total: all.length, tally: all.length > CAP ? ranked : [], fixes };
}
