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
/** Stands for the first of the values that can be listed, or for any text where any will do. */
const KNOWN = 0x40;
/** How many values there are bytes for. */
const MOST_LISTED = 0x40;
/** Begins a name that is written out. */
export const WRITTEN = 0x7f;
/** Begins a length of four bytes, seven bits in each. */
const LONG = 0x7f;
/** What all fields begin with. */
const START = 0x7b;
/** Longer texts are left to the encoder; for shorter ones asking it takes longer than doing it. */
const SHORT = 96;

/** A parameter as the tables have it. */
export interface Known {
  readonly number: number;
  readonly secret: boolean;
  /** Whether it may be any text but an empty one. */
  readonly free: boolean;
  /** The words that will do if they have no less and no more characters than that. */
  readonly words: Words | undefined;
  readonly least: number;
  readonly most: number;
  /** Its values by their places, where they can be listed. */
  readonly listed: ReadonlyMap<string, number> | undefined;
}
/** What has no place in the tables: its name is written out. */
export const UNKNOWN: Known = { number: WRITTEN, secret: false, free: false, words: undefined, least: 0, most: 0, listed: undefined };

/** Whether a text is a word: see `Words` in `src/profile/constraint.rs`. */
type Words = (text: string) => boolean;
const ascii: Words = (text) => /^[A-Za-z][\w-]*$/.test(text);
const asciiAndHan: Words = (text) => /^[A-Za-z\u4e00-\u9fa5][\w\u4e00-\u9fa5-]*$/.test(text);

/** Passwords. A pattern would do, but JavaScript remembers the last text that one was tried on. */
function passwords(special: string): Words {
  const kinds = new Uint8Array(128).fill(1, 0x41, 0x5b).fill(2, 0x61, 0x7b).fill(4, 0x30, 0x3a);
  for (const sign of special) kinds[sign.charCodeAt(0)] = 8;
  return (text) => {
    let met = 0;
    for (let index = 0; index < text.length; index++) {
      const kind = kinds[text.charCodeAt(index)];
      if (!kind) return false;
      met |= kind;
    }
    return (met & 7) === 7;
  };
}

/** The parameters of a profile. */
export interface Names {
  readonly known: ReadonlyMap<string, Known>;
  /** The names of the request before, and what they are: the next one mostly has the same. */
  readonly order: string[];
  readonly before: Known[];
}
const all: (Names | undefined)[] = [];

export function namesOf(profile: number): Names {
  let found = all[profile];
  if (found === undefined) {
    const out = read(
      call(() => names(profile)),
      false,
    );
    const known = new Map<string, Known>();
    for (let count = out.number(); count > 0; count--) {
      const name = out.text();
      const secret = out.number() === 1;
      const free = out.number() === 1;
      const kind = out.number();
      const least = kind === 0 ? 0 : out.number();
      const most = kind === 0 ? 0 : out.number();
      const words = kind === 0 ? undefined : kind === 1 ? ascii : kind === 2 ? asciiAndHan : passwords(out.text());
      const values = Array.from({ length: out.number() }, () => out.text());
      const listed = values.length === 0 ? undefined : new Map(values.map((value, place) => [value, place]));
      known.set(name, { number: known.size, secret, free, words, least, most, listed });
    }
    all[profile] = found = { known, order: [], before: [] };
  }
  return found;
}

/** The parameter of that name. */
export const parameterOf = (profile: number, name: string): Known => namesOf(profile).known.get(name) ?? UNKNOWN;

/** The parameter of the name that is at that place in a request. */
export function parameterAt({ known, order, before }: Names, place: number, name: string): Known {
  if (order[place] === name) return before[place] as Known;
  const parameter = known.get(name) ?? UNKNOWN;
  order[place] = name;
  before[place] = parameter;
  return parameter;
}

/** Whether JSON has of an object what is in it, and no more. */
export function isPlainObject(request: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(request);
  if (prototype !== Object.prototype && prototype !== null) return false;
  // Looked for where all objects have it from; an own one is seen among the names.
  if ("toJSON" in Object.prototype) return false;
  // Nobody who adds to the prototype of all objects means it as a parameter.
  for (const _ in Object.prototype) return false;
  return true;
}

/**
 * Writes fields, and returns how many bytes they have, or -1 where `write` returned false: then nothing of them is left.
 */
export function fields(write: (input: Input) => boolean): number {
  const input = begin();
  const { turn } = input;
  input.bytes[input.at++] = START;
  let done = false;
  try {
    done = write(input) && input.turn === turn;
  } finally {
    // What was written so far may be a password.
    if (!done) input.bytes.fill(0, input.start, input.end);
  }
  return done ? input.at - input.start : -1;
}

/**
 * Writes the fields of a request, and returns how many bytes they have; -1 where only JSON can say the same: for what
 * is no plain object, has a `toJSON` of its own, holds half of a surrogate pair, or calls kvspec itself when it is read.
 */
export function writeRequest(profile: number, request: object): number {
  if (!isPlainObject(request)) return -1;
  const names = namesOf(profile);
  return fields((input) => {
    let place = 0;
    for (const name in request) {
      const { number } = parameterAt(names, place++, name);
      if (!value(input, number, name, (request as Record<string, unknown>)[name])) return false;
    }
    return true;
  });
}

/**
 * What stands for a text if it is one of those that will do, and that is known here; 0 otherwise. It may be left out
 * where a verdict is all that is asked for.
 */
export function standIn({ free, words, least, most, listed }: Known, text: string): number {
  if (free) {
    // What begins with a visible character is not empty. Half of a surrogate pair is no text.
    const first = text.charCodeAt(0);
    return first > 0x20 && first < 0x7f && loneSurrogate(text) < 0 ? KNOWN : 0;
  }
  if (words !== undefined) {
    const { length } = text;
    return length >= least && length <= most && words(text) ? KNOWN : 0;
  }
  const place = listed?.get(text);
  return place === undefined || place >= MOST_LISTED ? 0 : KNOWN + place;
}

/** Writes what stands for a text. */
export function writeStandIn(number: number, it: number): void {
  const input = write();
  if (input.at + 2 > input.end) grow(2);
  input.bytes[input.at++] = number;
  input.bytes[input.at++] = it;
}

/** Writes that a parameter has no value. */
export const writeAbsent = (input: Input, number: number, name: string): boolean => field(input, number, name, NULL, "");

/** Begins fields that are not those of one object, and returns where. */
export function openEntries(): number {
  const input = write();
  if (input.at === input.end) grow(1);
  input.bytes[input.at++] = START;
  return input.at - 1 - input.start;
}

/** Adds a field under a name of any kind, or a number; values that are no text stand as JSON. */
export function addEntry(number: number, name: string, given: unknown): void {
  const input = write();
  if (given === undefined) {
    writeAbsent(input, number, name);
    return;
  }
  const isScalar = typeof given === "string" || typeof given === "boolean" || typeof given === "number";
  if (!isScalar || !value(input, number, name, given)) field(input, number, name, JSON_TEXT, toJson(given));
}

/** How many bytes the fields have that began there. */
export function closeEntries(begun: number): number {
  const input = write();
  return input.at - input.start - begun;
}

/** Writes a field, if it can be written so. */
export function value(input: Input, number: number, name: string, value: unknown): boolean {
  switch (typeof value) {
    case "string":
      return field(input, number, name, STRING, value);
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
    case "function":
      return name !== "toJSON";
    default:
      // Undefined, or a symbol: absent.
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
