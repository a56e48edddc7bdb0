/** Texts as JavaScript counts them, against the bytes of UTF-8 that WebAssembly counts. */
import type { Diagnostic, Edit, Position } from "./types.js";

/** Whether there is no half of a surrogate pair in a text; where an engine cannot tell, whether there is no pair either. */
const isWellFormed: (text: string) => boolean =
  "isWellFormed" in String.prototype
    ? (text) => (text as unknown as { isWellFormed(): boolean }).isWellFormed()
    : (text) => !/[\ud800-\udfff]/.test(text);

/** Where half of a surrogate pair stands alone; -1 in a text that is well-formed. */
export function loneSurrogate(text: string): number {
  if (isWellFormed(text)) return -1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = text.charCodeAt(at + 1);
    if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return at;
    at++;
  }
  return -1;
}

/** Whether offsets in bytes and in UTF-16 code units are the same. */
function isAscii(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /^[\0-\x7f]*$/.test(text);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Turns every offset and column of the findings from bytes and code points into code units. */
export function inCodeUnits(text: string, diagnostics: readonly Diagnostic[]): void {
  if (isAscii(text)) return;
  const positions: Mutable<Position>[] = [];
  const edits: Mutable<Edit>[] = [];
  const offsets: number[] = [];
  for (const found of diagnostics) {
    if (found.span) {
      positions.push(found.span.start, found.span.end);
      offsets.push(found.span.start.offset, found.span.end.offset);
    }
    for (const edit of found.fix?.edits ?? []) {
      edits.push(edit);
      offsets.push(edit.start, edit.end);
    }
  }
  offsets.sort((a, b) => a - b);
  const units = new Map<number, number>();
  let bytes = 0;
  let at = 0;
  for (const offset of offsets) {
    while (bytes < offset && at < text.length) {
      const unit = text.charCodeAt(at);
      const pair = unit >= 0xd800 && unit < 0xdc00 && at + 1 < text.length;
      bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : pair ? 4 : 3;
      at += pair ? 2 : 1;
    }
    units.set(offset, at);
  }
  for (const position of positions) {
    position.offset = units.get(position.offset) as number;
    const line = text.lastIndexOf("\n", position.offset - 1) + 1;
    const from = position.offset === 0 ? 0 : line;
    // As everywhere, a byte order mark before a line has no column.
    const marked = position.offset > from && text.startsWith("\ufeff", from);
    position.column = position.offset - from + (marked ? 0 : 1);
  }
  for (const edit of edits) {
    edit.start = units.get(edit.start) as number;
    edit.end = units.get(edit.end) as number;
  }
}

/** Turns the columns of places that have no offsets from code points into code units. */
export function columnsInCodeUnits(
  text: string,
  places: readonly { readonly line: number | null; readonly column: number | null }[],
): void {
  if (isAscii(text)) return;
  type Known = { readonly line: number; column: number };
  const known = places.filter(({ line, column }) => line !== null && column !== null) as Known[];
  // In the order of the text, so that a long line is walked once, however many places are in it.
  known.sort((a, b) => a.line - b.line || a.column - b.column);
  const lines = text.split("\n");
  let [number, line, point, unit] = [0, "", 1, 0];
  for (const place of known) {
    // As everywhere, a byte order mark before a line has no column.
    if (place.line !== number) [number, line, point, unit] = [place.line, lines[place.line - 1]?.replace(/^\ufeff/, "") ?? "", 1, 0];
    for (; point < place.column && unit < line.length; point++) unit += (line.codePointAt(unit) as number) > 0xffff ? 2 : 1;
    place.column = unit + 1;
  }
}

/** What JSON has something of, by the name that an object has for itself. */
const WRITTEN = /^\[object (Object|Array|String|Number|Boolean|BigInt|Date|Arguments|Module)\]$/;

/**
 * A request in whatever holds names and values: a `Map`, `URLSearchParams` and `FormData` as the object that they stand
 * for, in which a name that occurs twice has a list. All else as it is.
 *
 * @throws TypeError for an object of which JSON has nothing, such as a promise, a file or `Headers`.
 */
export function asRequest(spec: unknown): unknown {
  if (typeof spec !== "object" || spec === null || Array.isArray(spec)) return spec;
  const prototype: unknown = Object.getPrototypeOf(spec);
  if (prototype === Object.prototype || prototype === null) return spec;
  const tag = Object.prototype.toString.call(spec);
  if (tag === "[object Map]" || tag === "[object URLSearchParams]" || tag === "[object FormData]") {
    const out = new Map<string, unknown>();
    const twice = new Set<string>();
    for (const [key, value] of spec as Iterable<[unknown, unknown]>) {
      const name = String(key);
      if (!out.has(name)) out.set(name, asRequest(value));
      else if (twice.has(name)) (out.get(name) as unknown[]).push(value);
      else out.set(name, [out.get(name), value]) && twice.add(name);
    }
    return Object.fromEntries(out);
  }
  const isKnown = WRITTEN.test(tag) || typeof (spec as { toJSON?: unknown }).toJSON === "function";
  if (isKnown || (Object.keys(spec).length > 0 && !ArrayBuffer.isView(spec))) return spec;
  const name = (spec as object).constructor?.name || tag.slice(8, -1);
  throw new TypeError(`kvspec cannot read a request of the type ${name}: give it an object, a Map, FormData, URLSearchParams or text`);
}

/**
 * Writes a value as JSON. What JSON has no word for is written so that it is found to be wrong,
 * instead of looking absent: NaN and the infinities as text, a bigint as its digits.
 */
export function toJson(value: unknown): string {
  try {
    const text = isPlain(value, 0)
      ? JSON.stringify(value)
      : JSON.stringify(value, (_, member: unknown) => {
          if (typeof member === "object") return asRequest(member);
          if (typeof member === "bigint") return Number.isSafeInteger(Number(member)) ? Number(member) : String(member);
          return typeof member === "number" && !Number.isFinite(member) ? String(member) : member;
        });
    // A function or undefined: nothing, which is no request.
    return text ?? "null";
  } catch (cause) {
    // What is nested so deeply that it cannot be written is found to be so: in the words of one engine or another.
    if (/call stack|recursion/.test(String(cause))) return "[".repeat(999);
    throw cause;
  }
}

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "bigint") return false;
  if (typeof value !== "object" || value === null) return true;
  if (depth > 8) return false;
  if (!Array.isArray(value)) {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return false;
  }
  for (const key in value) {
    if (!isPlain((value as Record<string, unknown>)[key], depth + 1)) return false;
  }
  return true;
}

/** Findings about an object have no place in a text. */
export function withoutText(diagnostics: Diagnostic[]): Diagnostic[] {
  for (const found of diagnostics as { span?: unknown; fix?: { edits: readonly Edit[] } }[]) {
    delete found.span;
    if (found.fix) found.fix.edits = [];
  }
  return diagnostics;
}

/** Half of a surrogate pair is no character: it is read as the one that stands for such things. */
export const wellFormed = (text: string): string =>
  loneSurrogate(text) < 0 ? text : text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
