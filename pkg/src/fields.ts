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
/** The last of the values for which there is a byte. */
const MOST_LISTED = 0x3f;
/** Begins a name that is written out. */
export const WRITTEN = 0x7f;
/** Begins a length of four bytes, seven bits in each. */
const LONG = 0x7f;
/** What all fields begin with. */
const START = 0x7b;
/** Longer texts are left to the encoder; for shorter ones asking it takes longer than doing it. */
const SHORT = 96;

/** A parameter as the tables have it. */
interface Known {
  readonly number: number;
  /** Whether it may be any text but an empty one. */
  readonly free: boolean;
  /** Its values by their places, where they can be listed. */
  readonly listed: ReadonlyMap<string, number> | undefined;
}
const UNKNOWN: Known = { number: WRITTEN, free: false, listed: undefined };

/** The parameters of a profile. */
interface Names {
  readonly known: ReadonlyMap<string, Known>;
  /** The names of the request before, and what they are: the next one mostly has the same. */
  readonly order: string[];
  readonly before: Known[];
}
const all: (Names | undefined)[] = [];

function namesOf(profile: number): Names {
  let found = all[profile];
  if (found === undefined) {
    const out = read(
      call(() => names(profile)),
      false,
    );
    const known = new Map<string, Known>();
    for (let count = out.number(); count > 0; count--) {
      const name = out.text();
      const free = out.number() === 1;
      const values = Array.from({ length: out.number() }, () => out.text());
      const listed = values.length === 0 ? undefined : new Map(values.map((value, place) => [value, place]));
      known.set(name, { number: known.size, free, listed });
    }
    all[profile] = found = { known, order: [], before: [] };
  }
  return found;
}

/** The number of the parameter of that name; one that a name follows where there is none. */
export const numberOf = (profile: number, name: string): number => (namesOf(profile).known.get(name) ?? UNKNOWN).number;

/**
 * Writes the fields of a request, and returns how many bytes they have; -1 where only JSON can say the same: for what
 * is no plain object, has a `toJSON` of its own, or holds half of a surrogate pair. With `brief` a text of which it is
 * known that it will do is left out, which is enough for a verdict.
 */
export function writeRequest(profile: number, request: object, brief: boolean): number {
  const prototype: unknown = Object.getPrototypeOf(request);
  if (prototype !== Object.prototype && prototype !== null) return -1;
  // Looked for where all objects have it from; an own one is seen among the names.
  if ("toJSON" in Object.prototype) return -1;
  const names = namesOf(profile);
  const input = begin();
  let done = false;
  try {
    done = members(input, names, request, brief);
  } finally {
    // What was written so far may be a password.
    if (!done) input.bytes.fill(0, input.start, input.end);
  }
  return done ? input.at - input.start : -1;
}

function members(input: Input, { known, order, before }: Names, request: object, brief: boolean): boolean {
  input.bytes[input.at++] = START;
  // Nobody who adds to the prototype of all objects means it as a parameter.
  for (const _ in Object.prototype) return false;
  let place = 0;
  for (const name in request) {
    const value: unknown = (request as Record<string, unknown>)[name];
    let parameter: Known;
    if (order[place] === name) {
      parameter = before[place] as Known;
    } else {
      parameter = known.get(name) ?? UNKNOWN;
      order[place] = name;
      before[place] = parameter;
    }
    place++;
    if (typeof value === "string") {
      if (brief && isKnown(input, parameter, value)) continue;
      if (!field(input, parameter.number, name, STRING, value)) return false;
    } else {
      if (name === "toJSON" && typeof value === "function") return false;
      if (!other(input, parameter.number, name, value)) return false;
    }
  }
  return true;
}

/** Writes that a text is one of those that will do, if that is known here. */
function isKnown(input: Input, { number, free, listed }: Known, value: string): boolean {
  let place: number | undefined = 0;
  if (free) {
    // What begins with a visible character is not empty. Half of a surrogate pair is no text.
    const first = value.charCodeAt(0);
    if (!(first > 0x20 && first < 0x7f) || loneSurrogate(value) >= 0) return false;
  } else if (listed === undefined || (place = listed.get(value)) === undefined || place > MOST_LISTED) {
    return false;
  }
  if (input.at + 2 > input.end) grow(2);
  input.bytes[input.at++] = number;
  input.bytes[input.at++] = KNOWN + place;
  return true;
}

/** Begins fields that are not those of one object, and returns where. */
export function openEntries(): number {
  const input = write();
  if (input.at === input.end) grow(1);
  input.bytes[input.at++] = START;
  return input.at - 1 - input.start;
}

/** Adds a field under a name of any kind, or a number; values that are no text stand as JSON. */
export function addEntry(number: number, name: string, value: unknown): void {
  const input = write();
  if (typeof value === "string" && field(input, number, name, STRING, value)) return;
  if (value === undefined) field(input, number, name, NULL, "");
  else if (typeof value === "boolean") field(input, number, name, BOOLEAN, String(value));
  else if (typeof value === "number") field(input, number, name, Number.isFinite(value) ? NUMBER : STRING, String(value));
  else field(input, number, name, JSON_TEXT, toJson(value));
}

/** How many bytes the fields have that began there. */
export function closeEntries(begun: number): number {
  const input = write();
  return input.at - input.start - begun;
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
