/** Checking and linting. */
import * as wasm from "../wasm/kvspec.js";
import { profileIds } from "./ids.js";
import { call, result } from "./runtime.js";
import { inCodeUnits, loneSurrogate, toJson } from "./text.js";
import type {
  Context,
  Counts,
  Diagnostic,
  Edit,
  LintReport,
  Locale,
  ProfileId,
  Report,
  Request,
  Transition,
} from "./types.js";

export interface CheckOptions {
  /** The language of messages; English if absent. */
  readonly locale?: Locale | undefined;
  /** The surroundings of the order. */
  readonly context?: Context | undefined;
  /** Whether it is a form that is being filled in: a password in it is then no finding. */
  readonly form?: boolean | undefined;
}

export type InputFormat = "auto" | "json" | "ndjson" | "query";

export interface LintOptions {
  /** The profile of every request; inferred for each if absent. */
  readonly profile?: ProfileId | undefined;
  readonly inputFormat?: InputFormat | undefined;
  readonly locale?: Locale | undefined;
  readonly context?: Context | undefined;
  /** What the report calls the text: a file name. */
  readonly source?: string | undefined;
}

export const isChinese = (locale: Locale | undefined): boolean => /^zh(?![a-z])/i.test(locale ?? "");

export const contextText = (context: Context | undefined): string => (context ? toJson(context) : "");

/** The number of a profile; an error for what is none. */
export function profileNumber(id: ProfileId): number {
  const number = profileIds.indexOf(id);
  if (number < 0) {
    throw new TypeError(`kvspec has no profile ${JSON.stringify(id)}; it has ${profileIds.join(", ")}`);
  }
  return number;
}

/** Counts findings by severity. */
export function countsOf(diagnostics: readonly Diagnostic[]): Counts {
  const counts = { errors: 0, warnings: 0, infos: 0 };
  for (const { severity } of diagnostics) counts[`${severity}s`]++;
  return counts;
}

export function reportOf(profile: ProfileId, diagnostics: readonly Diagnostic[]): Report {
  const summary = countsOf(diagnostics);
  return { profile, valid: summary.errors === 0, summary, diagnostics };
}

/** Findings about an object have no place in a text. */
export function withoutText(diagnostics: Diagnostic[]): Diagnostic[] {
  for (const found of diagnostics as { span?: unknown; fix?: { edits: readonly Edit[] } }[]) {
    delete found.span;
    if (found.fix) found.fix.edits = [];
  }
  return diagnostics;
}

/**
 * Checks one request, and finds everything that is wrong with it.
 *
 * @param spec The request: an object, or text that is JSON, a query string or a URL.
 * @throws TypeError for a profile that does not exist, or an object that JSON cannot hold.
 */
export function check<P extends ProfileId>(profile: P, spec: Request<P>, options: CheckOptions = {}): Report {
  const number = profileNumber(profile);
  if (typeof spec === "string") {
    const lone = loneSurrogate(spec);
    if (lone >= 0) {
      return reportOf(profile, unreadable(number, spec, lone, "", 0, isChinese(options.locale)).specs[0]!.diagnostics);
    }
    const diagnostics = checkText(number, spec, options);
    inCodeUnits(spec, diagnostics);
    return reportOf(profile, diagnostics);
  }
  return reportOf(profile, withoutText(checkText(number, toJson(spec), options)));
}

function checkText(profile: number, text: string, options: CheckOptions): Diagnostic[] {
  const context = contextText(options.context);
  const form = options.form === true;
  return result(call(() => wasm.check(profile, text, form, isChinese(options.locale), context)));
}

/** Whether one request is valid. Faster than `check`, which says why. */
export function isValid<P extends ProfileId>(profile: P, spec: Request<P>): boolean {
  const number = profileNumber(profile);
  const text = typeof spec === "string" ? spec : toJson(spec);
  return (typeof spec !== "string" || loneSurrogate(text) < 0) && call(() => wasm.valid(number, text));
}

const FORMATS: readonly InputFormat[] = ["auto", "json", "ndjson", "query"];
const NO_PROFILE = 255;

/** Lints a text: one request, an array of them, one a line, a query string or a URL. */
export function lint(text: string, options: LintOptions = {}): LintReport {
  const profile = options.profile === undefined ? NO_PROFILE : profileNumber(options.profile);
  const format = FORMATS.indexOf(options.inputFormat ?? "auto");
  if (format < 0) throw new TypeError(`kvspec has no input format ${JSON.stringify(options.inputFormat)}`);
  const source = options.source ?? "<text>";
  const chinese = isChinese(options.locale);
  text = String(text);
  const lone = loneSurrogate(text);
  if (lone >= 0) return unreadable(profile, text, lone, source, format, chinese);
  const context = contextText(options.context);
  const report = result<LintReport>(call(() => wasm.lint(profile, text, source, format, chinese, context)));
  inCodeUnits(
    text,
    report.specs.flatMap((spec) => spec.diagnostics),
  );
  return report;
}

/** The report on a text with half of a surrogate pair: no text that anybody could send. */
function unreadable(
  profile: number,
  text: string,
  lone: number,
  source: string,
  format: number,
  chinese: boolean,
): LintReport {
  const before = text.slice(0, lone);
  const start = new TextEncoder().encode(before);
  const bytes = new Uint8Array(start.length + 1);
  bytes.set(start);
  bytes[start.length] = 0xff;
  const report = result<LintReport>(call(() => wasm.unreadable(profile, bytes, source, format, chinese)));
  // One byte that is no character, one code unit that is none.
  inCodeUnits(
    `${before}\u0001`,
    report.specs.flatMap((spec) => spec.diagnostics),
  );
  return report;
}

/**
 * Applies the fixes of a report to the text that was checked: the safe ones, or with `unsafe` all.
 * Where two overlap, the later one is left out; check again and fix again.
 */
export function fix(text: string, report: Report | LintReport, options: { readonly unsafe?: boolean } = {}): string {
  const diagnostics = "specs" in report ? report.specs.flatMap((spec) => spec.diagnostics) : report.diagnostics;
  const edits = diagnostics
    .filter((found) => found.fix && (options.unsafe === true || found.fix.applicability === "safe"))
    .flatMap((found) => found.fix!.edits)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let out = "";
  let done = 0;
  for (const edit of edits) {
    if (edit.start < done || edit.end < edit.start || edit.end > text.length) continue;
    out += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return out + text.slice(done);
}

/**
 * Whether an existing instance, described by the request that would create it, can become the
 * wanted one.
 *
 * @throws KvspecError where no document says which changes are possible under the profile.
 */
export function checkChange<P extends ProfileId>(
  profile: P,
  existing: Request<P>,
  wanted: Request<P>,
  options: { readonly locale?: Locale | undefined } = {},
): Transition {
  const number = profileNumber(profile);
  const texts = [existing, wanted].map((side) => (typeof side === "string" ? side : toJson(side))) as [string, string];
  const change = result<{ -readonly [K in keyof Transition]: Transition[K] }>(
    call(() => wasm.change(number, ...texts, isChinese(options.locale))),
  );
  const sides = [existing, wanted] as const;
  [change.existing, change.wanted].forEach((diagnostics, index) => {
    if (typeof sides[index] === "string") inCodeUnits(sides[index], diagnostics);
    else withoutText(diagnostics as Diagnostic[]);
  });
  return change;
}
