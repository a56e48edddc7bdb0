/**
 * Linting whatever orders are written in: Terraform, ROS templates, Pulumi, Crossplane, shell scripts, Markdown, and the
 * requests themselves, under every profile there is. With a WebAssembly module of its own, which weighs several times as
 * much as the one that judges requests.
 *
 * @packageDocumentation
 */
import * as wasm from "../wasm/lint.js";
import { contextText, isChinese, noSuch } from "./check.js";
import { begin, call, put, read } from "./runtime.js";
import { columnsInCodeUnits, inCodeUnits, wellFormed } from "./text.js";
import type { Bilingual, Context, LintedSpec, LintReport as SmallReport, Locale, Severity } from "./types.js";
import { once } from "./unpack.js";
import { SEVERITIES } from "./words.js";

export { fix } from "./fix.js";
export { KvspecError, ready } from "./runtime.js";
export type { Context, Counts, Diagnostic, Edit, Fix, Locale, Position, Severity, Span } from "./types.js";

/** How a text can be read. */
export type InputFormat = (typeof INPUT_FORMATS)[number];
const INPUT_FORMATS = ["auto", "json", "ndjson", "query", "urls", "hcl", "yaml", "shell", "markdown"] as const;

/** What an order is written in. */
export type OrderFormat =
  | "json"
  | "ndjson"
  | "query"
  | "urls"
  | "terraform"
  | "terraform-json"
  | "ros"
  | "pulumi"
  | "crossplane"
  | "shell"
  | "markdown";

/** A format in which orders can be written. */
export type WrittenFormat = (typeof WRITTEN_FORMATS)[number];
const WRITTEN_FORMATS = ["json", "aliyun", "jdc", "terraform", "ros", "pulumi"] as const;

/** Rules that a careful team wants beyond what documents refuse. */
export type Pack = (typeof PACKS)[number];
const PACKS = ["security", "availability", "naming", "cost"] as const;

export interface LintOptions {
  /** What the file is called, which tells the tool that it is for where its text does not: `main.tf`. */
  readonly file?: string | undefined;
  /** The other files of its folder by their names: Terraform reads a folder as a whole. */
  readonly neighbours?: Readonly<Record<string, string>> | undefined;
  /** The profile of every order; found out for each if absent. */
  readonly profile?: string | undefined;
  /** The day whose editions count, as `yyyy-mm-dd`, where profiles are found out; the newest ones if absent. */
  readonly asOf?: string | undefined;
  readonly inputFormat?: InputFormat | undefined;
  readonly packs?: readonly Pack[] | undefined;
  readonly locale?: Locale | undefined;
  readonly context?: Context | undefined;
  /** The least severity that is reported; `"info"` if absent. */
  readonly level?: Severity | undefined;
  /** What the report calls the text; the file's name if absent. */
  readonly source?: string | undefined;
}

/** What was found in one order of a text. */
export interface LintedOrder extends Omit<LintedSpec, "format" | "name" | "profile"> {
  readonly format: OrderFormat;
  /** What its file calls it, where orders have names there: `alicloud_kvstore_instance.cache`. */
  readonly name: string | null;
  readonly profile: string | null;
}

/** What was found in a text: the same as `kvspec lint --format json` prints. */
export interface LintReport extends Omit<SmallReport, "specs"> {
  readonly specs: readonly LintedOrder[];
}

/** One operation or resource type as one document describes it. */
export interface ProfileName {
  readonly id: string;
  readonly title: Bilingual;
  readonly document: string;
  readonly edition: Bilingual;
}

const known = <W extends string>(what: string, word: W, words: readonly W[]): W => {
  if (!words.includes(word)) throw noSuch(what, word, words);
  return word;
};

/** Every profile, in the order in which the command line lists them. */
export function profiles(): readonly ProfileName[] {
  begin();
  return JSON.parse(read(call(wasm.catalogue), false).text()) as ProfileName[];
}

const profileIds = /* @__PURE__ */ once(() => profiles().map(({ id }) => id));

/**
 * Lints a text: a file of another tool's with any number of orders, or requests as they are sent. A file without an
 * order gives none.
 *
 * @throws TypeError for a profile, format, pack, level or day that does not exist.
 */
export const lint = (text: string, options: LintOptions = {}): LintReport => reportOn(text, options);

/** The same under the rules of a team, which only the module of `kvspec/house` reads. */
export function reportOn(text: string, options: LintOptions, house?: string): LintReport {
  const source = options.source ?? options.file ?? "<text>";
  const { profile, asOf } = options;
  if (profile !== undefined) known("profile", profile, profileIds());
  if (asOf !== undefined && !isDay(asOf)) throw new TypeError("kvspec: asOf is a day such as 2026-11-29");
  const wanted = {
    chinese: isChinese(options.locale),
    level: options.level === undefined ? "" : known("level", options.level, SEVERITIES),
    format: known("input format", options.inputFormat ?? "auto", INPUT_FORMATS),
    profile,
    as_of: asOf,
    packs: (options.packs ?? []).map((pack) => known("pack", pack, PACKS)),
    house,
    file: options.file,
    neighbours: Object.entries(options.neighbours ?? {}),
    source,
  };
  text = wellFormed(String(text));
  const json = wellFormed(JSON.stringify(wanted));
  const surroundings = contextText(options.context);
  begin();
  const [length, context, asked] = [text, surroundings, json].map(put) as [number, number, number];
  const out = read(
    call(() => wasm.lint_file(length, context, asked)),
    wanted.chinese,
  );
  const report = JSON.parse(out.text()) as LintReport;
  inCodeUnits(
    text,
    report.specs.flatMap(({ diagnostics }) => diagnostics),
  );
  return report;
}

/**
 * The text with every byte of a secret, and of what may be one, replaced by an asterisk: to be shown to others.
 */
export function redact(text: string, options: Pick<LintOptions, "file" | "inputFormat"> = {}): string {
  const wanted = { file: options.file, format: known("input format", options.inputFormat ?? "auto", INPUT_FORMATS) };
  begin();
  const [length, asked] = [wellFormed(String(text)), wellFormed(JSON.stringify(wanted))].map(put) as [number, number];
  return read(call(() => wasm.redact_file(length, asked)), false).text();
}

export interface RewriteOptions extends Pick<LintOptions, "file" | "neighbours" | "profile" | "inputFormat" | "locale"> {
  /** The format in which the orders are to be written. */
  readonly to: WrittenFormat;
}

/** What became of one value. Secrets are not in it. */
export interface RewrittenStep {
  /** As `kvspec/transfer` has them: `kept`, `renamed`, `no-counterpart`, `hidden` and so on. */
  readonly action: string;
  /** JSON Pointer to the old place; `null` for what was not there. */
  readonly from: string | null;
  /** JSON Pointer to the new place; `null` for what is no longer there. */
  readonly to: string | null;
  readonly was: string | null;
  readonly now: string | null;
  /** What was done, in a few words. */
  readonly message: string;
  /** Why, where the action alone does not tell. */
  readonly why: string | null;
  /** Where it stands in the old text, both from 1, the column in UTF-16 code units; `null` for what was not there. */
  readonly line: number | null;
  readonly column: number | null;
}

/** What became of one order. */
export interface RewrittenOrder {
  /** What its file calls it, where orders have names there. */
  readonly name: string | null;
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** The profile that judges it where it stands, and the one that judges it in the new text. */
  readonly from: string;
  readonly to: string;
  /** How often it has to be sent. */
  readonly copies: number;
  /** What was done, value by value. Nothing of the order goes without a step. */
  readonly steps: readonly RewrittenStep[];
}

/** What is found in the new text. */
export interface RewrittenFinding {
  readonly code: string;
  readonly severity: Severity;
  /** JSON Pointer to the value in the new text. */
  readonly path: string;
  /** Its place there, both from 1, the column in UTF-16 code units; `null` for what has none, such as what is missing. */
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
}

/** The orders of a text in another format. */
export interface Rewritten {
  readonly to: WrittenFormat;
  /** Whether no document says that an order of the new text is wrong. */
  readonly valid: boolean;
  /** Whether the new text means something else than the old one. */
  readonly lossy: boolean;
  /** The new text. There is no secret in it: references stand in their place. */
  readonly text: string;
  readonly orders: readonly RewrittenOrder[];
  readonly findings: readonly RewrittenFinding[];
}

/**
 * Writes the orders of a text in another format, as `kvspec transfer FILE --to FORMAT` does: a Terraform resource as a
 * command, a template as the API's request. Secrets, and what is not known before a tool runs, become references.
 *
 * @throws TypeError for a format or profile that does not exist.
 * @throws KvspecError where there is no order, where it cannot be read, or where the format does not write such orders.
 */
export function rewrite(text: string, { to, profile, inputFormat, file, neighbours, locale }: RewriteOptions): Rewritten {
  if (profile !== undefined) known("profile", profile, profileIds());
  const chinese = isChinese(locale);
  const wanted = {
    chinese,
    to: known("format", to, WRITTEN_FORMATS),
    format: known("input format", inputFormat ?? "auto", INPUT_FORMATS),
    profile,
    file,
    neighbours: Object.entries(neighbours ?? {}),
  };
  text = wellFormed(String(text));
  begin();
  const [length, asked] = [text, wellFormed(JSON.stringify(wanted))].map(put) as [number, number];
  const rewritten = JSON.parse(read(call(() => wasm.rewrite_file(length, asked)), chinese).text()) as Rewritten;
  const steps = rewritten.orders.flatMap((order) => order.steps);
  columnsInCodeUnits(text, steps);
  columnsInCodeUnits(rewritten.text, rewritten.findings);
  return rewritten;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
