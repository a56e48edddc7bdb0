/**
 * The findings of a request that has the names of the one before it: only values that differ cross to WebAssembly, and
 * only what is new comes back.
 */
import * as wasm from "../wasm/kvspec.js";
import { fields, isPlainObject, type Known, namesOf, UNKNOWN, value as writeValue, WRITTEN } from "./fields.js";
import { type Kept, readCounts, readFinding } from "./findings.js";
import { generation, type Input, read, trapped } from "./runtime.js";
import type { Counts, Diagnostic } from "./types.js";

/** What is known of the request of a profile that was checked last. */
interface Checked {
  /** The names in their order, and what they are. */
  readonly names: string[];
  readonly parameters: Known[];
  /** The values, but for secrets, which are not kept. */
  readonly values: unknown[];
  /** With what it was checked. */
  flags: number;
  chinese: boolean;
  /** What was found, by its number, and in the order of a report. */
  readonly found: Map<number, Kept>;
  order: Kept[];
  counts: Counts;
  /** The instance that knows it; 0 if none does. */
  generation: number;
  /** How many requests are left alone, after one that cannot be checked so. */
  rest: number;
  /** How often in turn the names were others. */
  others: number;
}
const all: (Checked | undefined)[] = [];

/** Nothing is known of the request: see `pkg/bindings/src/lib.rs`. */
const ANEW = 32;
/** What fields without any are in bytes. */
const NOTHING = 1;
const REST = 64;
const PATIENCE = 4;

/** What was found, if that can be told by what differs. */
export interface Found {
  readonly summary: Counts;
  readonly diagnostics: Diagnostic[];
}

export function recheck(profile: number, request: object, flags: number, chinese: boolean): Found | undefined {
  const last = (all[profile] ??= {
    names: [],
    parameters: [],
    values: [],
    flags,
    chinese,
    found: new Map(),
    order: [],
    counts: { errors: 0, warnings: 0, infos: 0 },
    generation: 0,
    rest: 0,
    others: 0,
  });
  if (last.rest > 0) {
    last.rest--;
    return undefined;
  }
  if (!isPlainObject(request)) return undefined;
  const anew = last.generation !== generation() || last.flags !== flags || last.chinese !== chinese;
  // Until WebAssembly has taken the changes, it does not know what is noted here.
  last.generation = 0;
  let answer = 0;
  let length = -1;
  try {
    length = fields((input) => {
      answer = changes(input, profile, last, request, anew);
      return answer === SAME;
    });
  } finally {
    // A getter may have checked another request meanwhile.
    if (length < 0) last.generation = 0;
  }
  if (length < 0) {
    if (answer === ODD) last.rest = REST;
    return undefined;
  }
  last.others = 0;
  if (anew || length > NOTHING) {
    last.flags = flags;
    last.chinese = chinese;
    let address: number;
    try {
      address = wasm.recheck(profile, length, flags | (anew ? ANEW : 0));
    } catch (cause) {
      trapped(cause);
    }
    const out = read(address, chinese);
    if (out.number() === 0) {
      last.rest = REST;
      return undefined;
    }
    last.counts = readCounts(out);
    const order: Kept[] = [];
    for (let left = out.number(); left > 0; left--) {
      const told = out.number();
      const number = told >>> 1;
      const found = told & 1 ? readFinding(out, chinese) : (last.found.get(number) as Kept);
      if (told & 1) last.found.set(number, found);
      order.push(found);
    }
    last.order = order;
  }
  last.generation = generation();
  const diagnostics: Diagnostic[] = [];
  for (const { found, copy } of last.order) diagnostics.push(copy(found));
  const { errors, warnings, infos } = last.counts;
  return { summary: { errors, warnings, infos }, diagnostics };
}

/** Whether a request has the names of the one before it, and values that can be told by themselves. */
const SAME = 1;
const OTHER = 2;
const ODD = 3;

/** Writes the values that differ, or all. */
function changes(input: Input, profile: number, last: Checked, request: object, anew: boolean): number {
  const { names, parameters, values } = last;
  let place = 0;
  for (const name in request) {
    if (names[place] !== name) return learn(profile, last, request);
    const value: unknown = (request as Record<string, unknown>)[name];
    const { number, secret } = parameters[place] as Known;
    if (secret || anew || values[place] !== value) {
      if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return ODD;
      if (number === WRITTEN) return ODD;
      if (!secret) values[place] = value;
      if (!writeValue(input, number, name, value)) return ODD;
    }
    place++;
  }
  return place === names.length ? SAME : learn(profile, last, request);
}

/** Takes other names. The request itself is checked as if it were the only one: there may be none like it. */
function learn(profile: number, last: Checked, request: object): number {
  const { known } = namesOf(profile);
  last.names.length = last.parameters.length = last.values.length = 0;
  for (const name in request) {
    last.names.push(name);
    last.parameters.push(known.get(name) ?? UNKNOWN);
    last.values.push(undefined);
  }
  return ++last.others > PATIENCE ? ODD : OTHER;
}
