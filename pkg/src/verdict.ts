/** The verdict on a request, for which no more crosses to WebAssembly than differs from the request before it. */
import * as wasm from "../wasm/kvspec.js";
import { fields, isPlainObject, type Names, namesOf, parameterAt, standIn, value as writeValue, WRITTEN, writeAbsent, writeStandIn } from "./fields.js";
import { generation, type Input, trapped } from "./runtime.js";

/** What WebAssembly knows of the request of a profile that was judged last. */
interface Told {
  /** The values by the numbers of their parameters, but for secrets, which are not kept. */
  readonly values: unknown[];
  /** What stood for them. */
  readonly standIns: number[];
  /** How many parameters have a value. */
  count: number;
  /** The instance that knows it; 0 if none does. */
  generation: number;
  verdict: number;
}
const told: (Told | undefined)[] = [];

/** In the place of a value that is not there. */
const ABSENT = Symbol("absent");
/** In the place of one that is not kept, or may be another without looking so. */
const UNKEPT = Symbol("unkept");
/** What fields without any are in bytes. */
const NOTHING = 1;
/** No verdict: see `verdict` in `pkg/bindings/src/lib.rs`. */
const UNSURE = 2;

const untold = (parameters: number): Told => ({
  values: new Array<unknown>(parameters).fill(ABSENT),
  standIns: new Array<number>(parameters).fill(0),
  count: 0,
  generation: 0,
  verdict: UNSURE,
});

/** The verdict, where values can be judged one by one. */
export function verdict(profile: number, request: object): boolean | undefined {
  if (!isPlainObject(request)) return undefined;
  const names = namesOf(profile);
  const known = told[profile];
  const anew = known?.generation !== generation();
  const last = anew ? (told[profile] = untold(names.known.size)) : known;
  // Until WebAssembly has taken the changes, it does not know what is noted here.
  last.generation = 0;
  let length = -1;
  try {
    length = fields((input) => changes(input, names, last, request));
  } finally {
    // A getter may have judged another request meanwhile.
    if (length < 0) last.generation = 0;
  }
  if (length < 0) return undefined;
  if (anew || length > NOTHING) {
    try {
      last.verdict = wasm.verdict(profile, length, anew ? 1 : 0);
    } catch (cause) {
      trapped(cause);
    }
  }
  last.generation = generation();
  return last.verdict === UNSURE ? undefined : last.verdict === 1;
}

/** Writes what differs from the request before. */
function changes(input: Input, names: Names, last: Told, request: object): boolean {
  const { values, standIns } = last;
  let place = 0;
  let missing = last.count;
  for (const name in request) {
    const value: unknown = (request as Record<string, unknown>)[name];
    const parameter = parameterAt(names, place++, name);
    const { number } = parameter;
    if (number === WRITTEN) return false;
    if (value === undefined) continue;
    const before = values[number];
    if (before === ABSENT) last.count++;
    else missing--;
    if (before === value) continue;
    let it = 0;
    if (typeof value === "string") it = standIn(parameter, value);
    // Neither of these is in JSON.
    else if (typeof value === "function" || typeof value === "symbol") return false;
    const isSame = it !== 0 && standIns[number] === it;
    values[number] = parameter.secret || typeof value === "object" ? UNKEPT : value;
    standIns[number] = it;
    if (isSame) continue;
    if (it !== 0) writeStandIn(number, it);
    else if (!writeValue(input, number, name, value)) return false;
  }
  if (missing > 0) {
    for (const [name, { number }] of names.known) {
      if (values[number] === ABSENT || (request as Record<string, unknown>)[name] !== undefined) continue;
      values[number] = ABSENT;
      standIns[number] = 0;
      last.count--;
      missing--;
      writeAbsent(input, number, name);
    }
  }
  // What is there and yet was not met, as it is not enumerable, is no part of the request.
  return missing === 0;
}
