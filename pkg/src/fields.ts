/** Requests as they cross to WebAssembly without being written as JSON: see `src/input/fields.rs`. */
import { names } from "../wasm/kvspec.js";
import { begin, call, encode, grow, type Input, read, write } from "./runtime.js";
import { loneSurrogate, toJson } from "./text.js";

/** What a field holds. */
const NULL = 0x30;
const BOOLEAN = 0x31;
const NUMBER = 0x32;
const STRING = 0x33;
const JSON_TEXT = 0x34;
/** Begins a name that is written out. */
const WRITTEN = 0x7f;
/** Begins a length of four bytes, seven bits in each. */
const LONG = 0x7f;
/** What all fields begin with. */
const START = 0x7b;
/** Longer texts are left to the encoder; for shorter ones asking it takes longer than doing it. */
const SHORT = 96;

/** The names of a profile's parameters. */
interface Names {
  readonly numbers: ReadonlyMap<string, number>;
  /** The names of the request before, and their numbers: the next one mostly has the same. */
  readonly order: string[];
  readonly before: number[];
}
const all: (Names | undefined)[] = [];

function namesOf(profile: number): Names {
  let found = all[profile];
  if (found === undefined) {
    const out = read(
      call(() => names(profile)),
      false,
    );
    const numbers = new Map<string, number>();
    for (let count = out.number(); count > 0; count--) numbers.set(out.text(), numbers.size);
    all[profile] = found = { numbers, order: [], before: [] };
  }
  return found;
}

/**
 * Writes the fields of a request, and returns how many bytes they have; -1 where only JSON can say the same: for what
 * is no plain object, has a `toJSON` of its own, or holds half of a surrogate pair.
 */
export function writeRequest(profile: number, request: object): number {
  const prototype: unknown = Object.getPrototypeOf(request);
  if (prototype !== Object.prototype && prototype !== null) return -1;
  // Looked for where all objects have it from; an own one is seen among the names.
  if ("toJSON" in Object.prototype) return -1;
  const known = namesOf(profile);
  const input = begin();
  let done = false;
  try {
    done = members(input, known, request);
  } finally {
    // What was written so far may be a password.
    if (!done) input.bytes.fill(0, input.start, input.end);
  }
  return done ? input.at - input.start : -1;
}

function members(input: Input, { numbers, order, before }: Names, request: object): boolean {
  input.bytes[input.at++] = START;
  // Both at once: faster than one by one where requests were made in many ways.
  const keys = Object.keys(request);
  const values: unknown[] = Object.values(request);
  // A getter that changed the object meanwhile.
  if (keys.length !== values.length) return false;
  for (let place = 0; place < keys.length; place++) {
    const name = keys[place] as string;
    let number: number;
    if (order[place] === name) {
      number = before[place] as number;
    } else {
      number = numbers.get(name) ?? WRITTEN;
      order[place] = name;
      before[place] = number;
    }
    const value = values[place];
    if (name === "toJSON" && typeof value === "function") return false;
    const done = typeof value === "string" ? field(input, number, name, STRING, value) : other(input, number, name, value);
    if (!done) return false;
  }
  return true;
}

/** Writes fields under names of any kind, as `writeRequest` does; values that are no text stand as JSON. */
export function writeEntries(entries: Iterable<readonly [string, unknown]>): number {
  const input = write();
  const offset = input.at - input.start;
  input.bytes[input.at++] = START;
  for (const [name, value] of entries) {
    if (typeof value === "string" && loneSurrogate(value) < 0) field(input, WRITTEN, name, STRING, value);
    else if (value === undefined) field(input, WRITTEN, name, NULL, "");
    else field(input, WRITTEN, name, typeof value === "number" ? NUMBER : JSON_TEXT, toJson(value));
  }
  return input.at - input.start - offset;
}

/** Writes a field that is no text. */
function other(input: Input, number: number, name: string, value: unknown): boolean {
  switch (typeof value) {
    case "number":
      return field(input, number, name, Number.isFinite(value) ? NUMBER : STRING, String(value));
    case "boolean":
      return field(input, number, name, BOOLEAN, String(value));
    case "bigint":
      return field(input, number, name, Number.isSafeInteger(Number(value)) ? NUMBER : STRING, String(value));
    case "object": {
      if (value === null) return field(input, number, name, NULL, "");
      if (typeof (value as { toJSON?: unknown }).toJSON === "function") return false;
      const json = toJson(value);
      // A boxed text or number is none.
      return (json[0] === "{" || json[0] === "[") && field(input, number, name, JSON_TEXT, json);
    }
    default:
      // A function or undefined: absent.
      return true;
  }
}

function field(input: Input, number: number, name: string, kind: number, value: string): boolean {
  const most = 3 * (name.length + value.length) + 16;
  if (input.at + most > input.end) grow(most);
  const { bytes } = input;
  let at = input.at;
  bytes[at++] = number;
  if (number === WRITTEN) {
    at = text(input, at, name);
    if (at < 0) return false;
  }
  bytes[at++] = kind;
  const { length } = value;
  if (length <= SHORT) {
    const first = ++at;
    let index = 0;
    for (; index < length; index++) {
      const unit = value.charCodeAt(index);
      if (unit > 0x7f) break;
      bytes[at++] = unit;
    }
    if (index === length) {
      bytes[first - 1] = length;
      input.at = at;
      return true;
    }
    at = first - 1;
  }
  at = text(input, at, value);
  if (at < 0) return false;
  input.at = at;
  return true;
}

/** Writes a text of any length and kind, and returns where it ends; -1 for half of a surrogate pair. */
function text({ bytes, end }: Input, at: number, value: string): number {
  const { length } = value;
  const first = (at += 5);
  if (length <= SHORT) {
    for (let index = 0; index < length; index++) {
      let unit = value.charCodeAt(index);
      if (unit < 0x80) {
        bytes[at++] = unit;
        continue;
      }
      if (unit < 0x800) {
        bytes[at++] = 0xc0 | (unit >> 6);
      } else {
        if (unit >= 0xd800 && unit < 0xe000) {
          const next = value.charCodeAt(++index);
          if (unit > 0xdbff || !(next >= 0xdc00 && next < 0xe000)) return -1;
          unit = 0x10000 + ((unit & 0x3ff) << 10) + (next & 0x3ff);
          bytes[at++] = 0xf0 | (unit >> 18);
          bytes[at++] = 0x80 | ((unit >> 12) & 0x3f);
        } else {
          bytes[at++] = 0xe0 | (unit >> 12);
        }
        bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
      }
      bytes[at++] = 0x80 | (unit & 0x3f);
    }
  } else {
    if (loneSurrogate(value) >= 0) return -1;
    at += encode(value, bytes.subarray(at, end));
  }
  const written = at - first;
  bytes[first - 5] = LONG;
  bytes[first - 4] = (written >> 21) & 0x7f;
  bytes[first - 3] = (written >> 14) & 0x7f;
  bytes[first - 2] = (written >> 7) & 0x7f;
  bytes[first - 1] = written & 0x7f;
  return at;
}
