/** Findings as they cross from WebAssembly, made into objects: see `pkg/bindings/src/packed.rs`. */
import type { Output } from "./runtime.js";
import type { Counts, Diagnostic, Edit, Fix, PatchOperation, Position } from "./types.js";
import {
  type Argument,
  type Character,
  codeWords,
  phrase,
  SEVERITIES,
  sourceOf,
  tableText,
  termId,
} from "./words.js";

/** How many findings there are of each severity, which stands before them. */
export function readCounts(out: Output): Counts {
  return { errors: out.number(), warnings: out.number(), infos: out.number() };
}

/** So many findings. Those about an object have no place in a text. */
export function readFindings(out: Output, counts: Counts, chinese: boolean, isText: boolean): Diagnostic[] {
  const count = counts.errors + counts.warnings + counts.infos;
  const found: Diagnostic[] = [];
  for (let index = 0; index < count; index++) {
    if (isText) {
      out.number();
      out.number();
      found.push(finding(out, chinese, true));
    } else {
      const kept = readFinding(out, chinese);
      found.push(kept.copy(kept.found));
    }
  }
  return found;
}

/** A finding that is to be copied for whoever asks. What stands inside is shared, and therefore frozen. */
export interface Kept {
  readonly found: Diagnostic;
  readonly copy: (found: Diagnostic) => Diagnostic;
}

/** A finding, and what it was made of. */
interface Remembered extends Kept {
  readonly numbers: Uint32Array;
  readonly text: string;
  readonly chinese: boolean;
}
/** Findings by a number that is made of what they are made of. */
const memory: (Remembered | undefined)[] = [];
const MOST = 256;
/** Longer ones are not remembered. */
const LONG = 512;
const NO_NUMBERS = /* @__PURE__ */ new Uint32Array(0);

/**
 * A way to copy findings for each set of members that one can have. They are all the same, but an engine copies fast
 * where it has only ever met objects of one shape: ten times as fast as where there are more than four.
 */
const COPIES: readonly Kept["copy"][] = [
  (found) => ({ ...found }),
  (found) => ({ ...found }),
  (found) => ({ ...found }),
  (found) => ({ ...found }),
  (found) => ({ ...found }),
  (found) => ({ ...found }),
  (found) => ({ ...found }),
  (found) => ({ ...found }),
  (found) => ({ ...found }),
  (found) => ({ ...found }),
  (found) => ({ ...found }),
  (found) => ({ ...found }),
  (found) => ({ ...found }),
  (found) => ({ ...found }),
  (found) => ({ ...found }),
  (found) => ({ ...found }),
];

const copyOf = ({ parameter, provider_code: code, fix, source }: Diagnostic): Kept["copy"] =>
  COPIES[(parameter ? 1 : 0) | (code ? 2 : 0) | (fix ? 4 : 0) | (source ? 8 : 0)] as Kept["copy"];

/**
 * A finding about an object. The same comes again and again while a form is filled in: what it is made of is then
 * compared, which takes less time than to write it anew.
 */
function remembered(out: Output, numbers: number, units: number, chinese: boolean): Kept {
  const isLong = numbers > LONG || units > LONG;
  const place = isLong ? 0 : out.mixed(numbers) % MOST;
  const known = memory[place];
  if (!isLong && known !== undefined && known.numbers.length === numbers && known.text.length === units && known.chinese === chinese) {
    if (out.skip(known.numbers, known.text)) return known;
  }
  const ahead = isLong ? NO_NUMBERS : out.numbersAhead(numbers);
  const text = isLong ? "" : out.textAhead(units);
  const found = finding(out, chinese, false);
  freeze(found.args);
  if (found.fix) freeze(found.fix);
  const kept: Remembered = { numbers: ahead, text, chinese, found, copy: copyOf(found) };
  if (!isLong) memory[place] = kept;
  return kept;
}

/** A finding about an object, to be copied. */
export function readFinding(out: Output, chinese: boolean): Kept {
  const numbers = out.number();
  const units = out.number();
  return remembered(out, numbers, units, chinese);
}

function freeze(value: object): void {
  for (const member of Object.values(value)) if (typeof member === "object" && member !== null) freeze(member);
  Object.freeze(value);
}

const NONE: (Argument | undefined)[] = [];

function finding(out: Output, chinese: boolean, isText: boolean): Diagnostic {
  const head = out.number();
  const { code, names, en, zh } = codeWords(head & 0xff);
  const { messages, help } = chinese ? zh : en;
  const path = out.text();
  const told = (head >>> 10) & 3;
  const parameter = told === 0 ? undefined : told === 1 ? path.slice(path.lastIndexOf("/") + 1) : out.text();
  const providerCode = head & (1 << 12) ? out.text() : undefined;
  const args: Record<string, unknown> = {};
  let given: (Argument | undefined)[] = NONE;
  for (let left = head >>> 16; left > 0; left--) {
    if (given === NONE) given = new Array(names.length);
    const kind = out.number();
    const arg = argument(out, kind >>> 8);
    given[kind & 0xff] = arg;
    args[names[kind & 0xff] as string] = published(arg, chinese);
  }
  const found: Record<string, unknown> = { code, severity: SEVERITIES[(head >>> 8) & 3], path };
  if (parameter !== undefined) found.parameter = parameter;
  found.message = phrase(messages, given, parameter, chinese);
  found.help = phrase(help, given, parameter, chinese);
  // How numbers are written is of no use where the values are words, nor a list where there is none.
  if (code === "invalid-value") {
    const [ofList, ofNumber] = (found.help as string).split(/[;；] ?/);
    const has = (name: string) => given[names.indexOf(name)] !== undefined;
    if (takesWords(names, given)) found.help = ofList;
    else if (!has("allowed") && !has("forbidden")) found.help = ofNumber;
  }
  if (providerCode !== undefined) found.provider_code = providerCode;
  found.args = args;
  if (head & (1 << 13)) {
    const span = { start: position(out), end: position(out) };
    if (isText) found.span = span;
  }
  if (head & (1 << 14)) found.fix = fix(out, chinese, isText);
  if (head & (1 << 15)) found.source = sourceOf(out.number());
  return found as unknown as Diagnostic;
}

/** Whether the values that would be right are words. */
function takesWords(names: readonly string[], given: readonly (Argument | undefined)[]): boolean {
  const allowed = given[names.indexOf("allowed")];
  if (allowed === undefined) return given[names.indexOf("forbidden")] !== undefined;
  return allowed.kind === 3 && allowed.isOfNumbers !== true && !allowed.value.every((word) => /^\d*$/.test(word));
}

function times<T>(count: number, read: () => T): T[] {
  const list: T[] = [];
  for (let index = 0; index < count; index++) list.push(read());
  return list;
}

function argument(out: Output, kind: number): Argument {
  switch (kind) {
    case 0: {
      const [high, low] = [out.number(), out.number()];
      const value = high * 2 ** 32 + low;
      // A sentence has all digits of it.
      return Number.isSafeInteger(value) ? { kind, value } : { kind, value, digits: String((BigInt(high) << 32n) + BigInt(low)) };
    }
    case 1:
      return { kind, value: out.text() };
    case 3:
      return { kind, value: times(out.number(), () => out.text()) };
    case 8:
      return { kind: 3, value: times(out.number(), () => out.text()), isOfNumbers: true };
    case 4:
      return { kind, value: times(out.number(), () => out.number()) };
    case 5:
      return { kind, value: times(out.number(), () => character(out)) };
    case 7:
      return { kind, value: { en: out.text(), zh: out.text() } };
    default:
      return { kind: kind as 2 | 6, value: out.number() };
  }
}

function character(out: Output): Character {
  const told = out.number();
  const count = out.number();
  const isKind = (told & (1 << 24)) !== 0;
  const number = told & 0xff_ffff;
  return {
    kind: isKind ? number : -1,
    character: isKind ? "" : String.fromCodePoint(number),
    unseen: (told & (1 << 25)) !== 0,
    alike: (told & (1 << 26)) !== 0,
    count,
  };
}

/** An argument as a report has it. */
function published(arg: Argument, chinese: boolean): unknown {
  switch (arg.kind) {
    case 2:
      return termId(arg.value);
    case 4:
      return arg.value.map(termId);
    case 5:
      return arg.value.map(({ kind, character, count }) => {
        return kind >= 0 ? { kind: termId(kind), count } : { character, count };
      });
    case 6:
      return tableText(arg.value)[chinese ? "zh" : "en"];
    case 7:
      return arg.value[chinese ? "zh" : "en"];
    default:
      return arg.value;
  }
}

const position = (out: Output): Position => ({ offset: out.number(), line: out.number(), column: out.number() });

function fix(out: Output, chinese: boolean, isText: boolean): Fix {
  const words = tableText(out.number())[chinese ? "zh" : "en"];
  const subject = out.text();
  const applicability = out.number() === 0 ? "safe" : "unsafe";
  const edits = times(out.number(), (): Edit => ({ start: out.number(), end: out.number(), text: out.text() }));
  const patch = times(out.number(), () => operation(out));
  // What is put into the gap may hold characters that `replace` would take for its own.
  return { title: words.replace("{}", () => subject), applicability, edits: isText ? edits : [], patch };
}

function operation(out: Output): PatchOperation {
  switch (out.number()) {
    case 0:
      return { op: "replace", path: out.text(), value: out.text() };
    case 1:
      return { op: "move", from: out.text(), path: out.text() };
    case 3:
      return { op: "add", path: out.text(), value: out.text() };
    default:
      return { op: "remove", path: out.text() };
  }
}
