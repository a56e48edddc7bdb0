/** Checking and linting. */
import * as wasm from "../wasm/kvspec.js";
import { profileIds } from "./ids.js";
import { writeRequest } from "./fields.js";
import { readCounts, readFindings } from "./findings.js";
import { recheck } from "./recheck.js";
import { begin, call, grow, type Output, put, read, write } from "./runtime.js";
import { verdict } from "./verdict.js";
import { asRequest, inCodeUnits, loneSurrogate, toJson } from "./text.js";
import { SEVERITIES } from "./words.js";
import type {
  Context,
  Counts,
  Diagnostic,
  LintReport,
  Locale,
  ProfileId,
  Report,
  Request,
  Severity,
  Transition,
} from "./types.js";

export { fix } from "./fix.js";

export interface CheckOptions {
  /** The language of messages; English if absent. */
  readonly locale?: Locale | undefined;
  /** The surroundings of the order. */
  readonly context?: Context | undefined;
  /** Whether it is a form that is being filled in: a password in it is then no finding. */
  readonly form?: boolean | undefined;
  /** The least severity that is reported, which saves the time to find the others; `"info"` if absent. */
  readonly level?: Severity | undefined;
}

export type InputFormat = "auto" | "json" | "ndjson" | "query";

export interface LintOptions {
  /** The profile of every request; inferred for each if absent. */
  readonly profile?: ProfileId | undefined;
  readonly inputFormat?: InputFormat | undefined;
  readonly locale?: Locale | undefined;
  readonly context?: Context | undefined;
  /** The least severity that is reported; `"info"` if absent. */
  readonly level?: Severity | undefined;
  /** What the report calls the text: a file name. */
  readonly source?: string | undefined;
}

export const isChinese = (locale: Locale | undefined): boolean => /^zh(?![a-z])/i.test(locale ?? "");

export const contextText = (context: Context | undefined): string => (context ? toJson(context) : "");

/** An error for a word that is none of those there are. What is no word may be a request, with its password. */
export function noSuch(what: string, given: unknown, known: readonly string[]): TypeError {
  const shown = typeof given === "string" && /^[\w.-]{0,50}$/.test(given) ? `"${given}"` : `like that ${typeof given}`;
  return new TypeError(`kvspec has no ${what} ${shown}; it has ${known.join(", ")}`);
}

/** The number of a profile; an error for what is none. */
export function profileNumber(id: ProfileId): number {
  const number = profileIds.indexOf(id);
  if (number < 0) throw noSuch("profile", id, profileIds);
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

/** What a call can ask for, bit by bit: see `pkg/bindings/src/lib.rs`. */
export const CHINESE = 1;
export const FORM = 2;
const FIELDS = 4;
const LEVEL = 3;

/** What a level asks for; an error for what is none. */
function levelFlags(level: Severity = "info"): number {
  const number = SEVERITIES.indexOf(level);
  if (number < 0) throw noSuch("level", level, SEVERITIES);
  return number << LEVEL;
}

/**
 * Checks one request, and finds everything that is wrong with it. Of an object that has the names of the one before it, in
 * their order, only what differs is judged.
 *
 * @param request An object, text that is JSON, a query string or a URL, or a `Map`, `URLSearchParams` or
 *   `FormData`, in which a name that occurs twice has a list.
 * @throws TypeError for a profile that does not exist, or an object that JSON cannot hold or has nothing of.
 */
export function check<P extends ProfileId>(profile: P, request: Request<P>, options: CheckOptions = {}): Report {
  const number = profileNumber(profile);
  const spec = asRequest(request);
  const chinese = isChinese(options.locale);
  if (typeof spec === "string") {
    const lone = loneSurrogate(spec);
    if (lone >= 0) {
      return reportOf(profile, unreadable(number, spec, lone, "", 0, chinese).specs[0]!.diagnostics);
    }
  }
  let flags = (chinese ? CHINESE : 0) | (options.form === true ? FORM : 0) | levelFlags(options.level);
  const surroundings = contextText(options.context);
  if (typeof spec === "object" && spec !== null && surroundings === "") {
    const found = recheck(number, spec, flags, chinese);
    if (found !== undefined) return { profile, valid: found.summary.errors === 0, ...found };
  }
  let length = typeof spec === "object" && spec !== null ? writeRequest(number, spec) : -1;
  if (length >= 0) flags |= FIELDS;
  else length = writeText(typeof spec === "string" ? spec : toJson(spec));
  const context = put(surroundings);
  const out = read(
    call(() => (typeof spec === "string" ? wasm.check : wasm.judge)(number, length, context, flags)),
    chinese,
  );
  const summary = readCounts(out);
  const diagnostics = readFindings(out, summary, chinese, typeof spec === "string");
  if (typeof spec === "string") inCodeUnits(spec, diagnostics);
  return { profile, valid: summary.errors === 0, summary, diagnostics };
}

/** Begins an input with a text. */
export function writeText(text: string): number {
  begin();
  return put(text);
}

/**
 * Whether one request is valid. Faster than `check`, which says why, and faster still for a request that differs in
 * few values from the one before it.
 */
export function isValid<P extends ProfileId>(profile: P, request: Request<P>): boolean {
  const number = profileNumber(profile);
  const spec = asRequest(request);
  if (typeof spec === "string") {
    if (loneSurrogate(spec) >= 0) return false;
    const length = writeText(spec);
    return call(() => wasm.valid(number, length)) === 1;
  }
  const known = typeof spec === "object" && spec !== null ? verdict(number, spec) : undefined;
  return known ?? check(profile, spec as Request<P>, { level: "error" }).valid;
}

const FORMATS: readonly InputFormat[] = ["auto", "json", "ndjson", "query"];
const NO_PROFILE = 255;
/** As `kvspec::SpecFormat` has them; the others are not read here. */
const SPEC_FORMATS = ["json", "ndjson", "query", "urls"] as const;

/** Lints a text: one request, an array of them, one a line, a query string or a URL. */
export function lint(text: string, options: LintOptions = {}): LintReport {
  const profile = options.profile === undefined ? NO_PROFILE : profileNumber(options.profile);
  const format = FORMATS.indexOf(options.inputFormat ?? "auto");
  if (format < 0) throw noSuch("input format", options.inputFormat, FORMATS);
  const source = options.source ?? "<text>";
  const chinese = isChinese(options.locale);
  const flags = (chinese ? CHINESE : 0) | levelFlags(options.level);
  text = String(text);
  const lone = loneSurrogate(text);
  if (lone >= 0) return unreadable(profile, text, lone, source, format, chinese);
  const surroundings = contextText(options.context);
  const length = writeText(text);
  const context = put(surroundings);
  const out = read(
    call(() => wasm.lint(profile, length, context, format, flags)),
    chinese,
  );
  return linted(out, text, source, chinese);
}

/** A report, as `kvspec lint --format json` has it, of what crossed. */
function linted(out: Output, text: string, source: string, chinese: boolean): LintReport {
  const summary = { specs: out.number(), errors: 0, warnings: 0, infos: 0 };
  const specs: LintReport["specs"][number][] = [];
  for (let index = 0; index < summary.specs; index++) {
    const line = out.number();
    const profile = profileIds[out.number() - 1] ?? null;
    const told = out.number();
    const unknown = out.number();
    const unchecked = out.text();
    const counts = readCounts(out);
    const diagnostics = readFindings(out, counts, chinese, true);
    for (const severity of ["errors", "warnings", "infos"] as const) summary[severity] += counts[severity];
    specs.push({
      source,
      index,
      line,
      format: SPEC_FORMATS[told >> 2]!,
      name: null,
      profile,
      inferred: (told & 1) !== 0,
      valid: (told & 2) !== 0,
      unknown,
      ...(unchecked !== "" && { unchecked }),
      diagnostics,
    });
  }
  inCodeUnits(
    text,
    specs.flatMap((spec) => spec.diagnostics),
  );
  return { schema: "kvspec/report/v1", summary, specs };
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
  begin();
  const length = put(before) + 1;
  grow(1);
  const input = write();
  input.bytes[input.at] = 0xff;
  const out = read(
    call(() => wasm.unreadable(profile, length, format, chinese ? CHINESE : 0)),
    chinese,
  );
  // One byte that is no character, one code unit that is none.
  return linted(out, `${before}\u0001`, source, chinese);
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
  const chinese = isChinese(options.locale);
  const sides = [asRequest(existing), asRequest(wanted)] as const;
  const texts = sides.map((side) => (typeof side === "string" ? side : toJson(side)));
  begin();
  const [first, second] = texts.map(put) as [number, number];
  const out = read(
    call(() => wasm.change(number, first, second, chinese ? CHINESE : 0)),
    chinese,
  );
  const allowed = out.number() === 1;
  const [before, after] = sides.map((side) => {
    const isText = typeof side === "string";
    const diagnostics = readFindings(out, readCounts(out), chinese, isText);
    if (isText) inCodeUnits(side, diagnostics);
    return diagnostics;
  }) as [Diagnostic[], Diagnostic[]];
  return { profile, allowed, existing: before, wanted: after };
}
