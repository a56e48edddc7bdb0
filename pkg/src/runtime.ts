/** The WebAssembly instance: begun at the first call, and replaced after a trap. */
import load, { __wbg_reset_state, initSync, room } from "../wasm/kvspec.js";
import { source } from "./source/inline.js";
import { inWords } from "./words.js";

/** Something went wrong inside kvspec itself. The next call works on a new instance. */
export class KvspecError extends Error {
  override readonly name: string = "KvspecError";
}

let begun = false;
let broken = false;
/** Counts instances, so that whoever keeps something in one notices that it is gone. */
let instances = 1;

export const generation = (): number => instances;

/** The memory that both sides share, as long as it does not grow. */
let memory: WebAssembly.Memory;
/** Whether the views of a memory that has grown have nothing in them, as those of WebAssembly's own. */
let emptied = false;
let bytes = new Uint8Array(0);
let words = new Uint32Array(0);
/** Where the input begins, and how much room there is; nowhere before the first call. */
let input = 0;
let size = 0;

/** The input for the next call: where it begins, where its next byte goes, and where room for it ends. */
export interface Input {
  bytes: Uint8Array;
  start: number;
  at: number;
  end: number;
  /** Counts inputs: a getter of what is being written may begin one of its own, which takes the place of this one. */
  turn: number;
}
const ahead: Input = { bytes, start: 0, at: 0, end: 0, turn: 0 };

/**
 * Compiles the WebAssembly module without blocking. Only needed where compiling at the first call
 * is refused: browsers before Chromium 115 do so on the page's main thread.
 */
export async function ready(): Promise<void> {
  if (begun) return;
  const module_or_path = source();
  let its: { readonly memory: WebAssembly.Memory };
  try {
    its = await load({ module_or_path });
  } catch (cause) {
    throw unstarted(cause);
  }
  // A call may have begun meanwhile what was waited for.
  if (!begun) take(its.memory);
  begun = true;
}

/** What is to stand in the memory of every instance, beside what it begins with. */
const additions: ((memory: WebAssembly.Memory) => void)[] = [];

/** Puts something into the memory of every instance, before it is called. */
export function addToMemory(put: (memory: WebAssembly.Memory) => void): void {
  additions.push(put);
  if (begun) put(memory);
}

/** Takes the memory of a new instance. */
function take(its: WebAssembly.Memory): void {
  memory = its;
  for (const put of additions) put(its);
  emptied = typeof WebAssembly === "object" && its instanceof WebAssembly.Memory;
  bytes = new Uint8Array(0);
}

/** Makes sure that there is an instance that works. */
function awake(): void {
  if (!begun) start();
  else if (broken) replace();
}

/** Calls into the instance. A trap does not outlive the call. */
export function call<T>(act: () => T): T {
  awake();
  try {
    return act();
  } catch (cause) {
    trapped(cause);
  }
}

/** Replaces an instance that stopped, and says so. */
export function trapped(cause: unknown): never {
  broken = true;
  try {
    replace();
  } catch {
    // There is no memory for a new instance now; the next call tries again.
  }
  throw new KvspecError(
    "kvspec stopped unexpectedly; the next call works again. This is a bug in kvspec: please report it with " +
      `the request (without its password) and this cause: ${String(cause)}`,
    { cause },
  );
}

function start(): void {
  const module = source();
  try {
    take(initSync({ module }).memory);
  } catch (cause) {
    throw unstarted(cause);
  }
  begun = true;
}

const unstarted = (cause: unknown): KvspecError =>
  new KvspecError(
    "kvspec could not start its WebAssembly. Under a Content Security Policy it needs script-src 'wasm-unsafe-eval'; " +
      `where compiling is refused on the main thread, await ready() first. The cause: ${String(cause)}`,
    { cause },
  );

function replace(): void {
  size = 0;
  __wbg_reset_state();
  // Begun already: this does no more than tell what there is.
  take(initSync({ module: new Uint8Array(0) }).memory);
  instances++;
  broken = false;
}

/** Memory that has grown stands elsewhere. */
function look(): void {
  // Asking for the buffer takes longer than all else here.
  if (bytes.length === 0 || (!emptied && bytes.buffer !== memory.buffer)) {
    bytes = new Uint8Array(memory.buffer);
    words = new Uint32Array(memory.buffer);
  }
  ahead.bytes = bytes;
}

const FIRST = 4096;
const LARGE = 1 << 20;

/** The input of the next call, empty or as far as it is written. */
export const write = (): Input => ahead;

/** Begins the input of the next call. */
export function begin(): Input {
  awake();
  // So large a room was given back after the call.
  if (size > LARGE) size = 0;
  if (size === 0) {
    size = FIRST;
    input = call(() => room(size));
  }
  look();
  ahead.start = ahead.at = input;
  ahead.end = input + size;
  ahead.turn++;
  return ahead;
}

/** Makes room for so many more bytes; what was written so far stays. */
export function grow(more: number): void {
  const done = ahead.at - input;
  size = Math.max(2 * size, done + more + FIRST);
  input = call(() => room(size));
  look();
  ahead.start = input;
  ahead.at = input + done;
  ahead.end = input + size;
}

const encoder = /* @__PURE__ */ new TextEncoder();

/** Writes a text as UTF-8, and returns how many bytes it has. */
export const encode = (text: string, into: Uint8Array): number => encoder.encodeInto(text, into).written;

/** Adds a text to the input, and returns how many bytes it has. */
export function put(text: string): number {
  if (text === "") return 0;
  if (ahead.at + 3 * text.length > ahead.end) grow(3 * text.length);
  const written = encode(text, ahead.bytes.subarray(ahead.at, ahead.end));
  ahead.at += written;
  return written;
}

/** Reads a result: numbers one after the other, and texts. */
export class Output {
  readonly #words: Uint32Array;
  readonly #text: string;
  #at: number;
  #read = 0;

  constructor(words: Uint32Array, at: number, text: string) {
    this.#words = words;
    this.#at = at;
    this.#text = text;
  }

  number(): number {
    return this.#words[this.#at++] as number;
  }

  /** A number that most stretches of so many numbers have for themselves. */
  mixed(count: number): number {
    let mixed = 0;
    for (let index = 0; index < count; index++) mixed = (Math.imul(mixed, 31) + (this.#words[this.#at + index] as number)) | 0;
    return mixed >>> 0;
  }

  /** Whether these numbers and this text come next; steps over them if they do. */
  skip(numbers: Uint32Array, text: string): boolean {
    for (let index = 0; index < numbers.length; index++) if (this.#words[this.#at + index] !== numbers[index]) return false;
    if (!this.#text.startsWith(text, this.#read)) return false;
    this.#at += numbers.length;
    this.#read += text.length;
    return true;
  }

  /** A copy of the next numbers. */
  numbersAhead(count: number): Uint32Array {
    return this.#words.slice(this.#at, this.#at + count);
  }

  /** So much of the text that comes next. */
  textAhead(units: number): string {
    return this.#text.slice(this.#read, this.#read + units);
  }

  text(): string {
    const begin = this.#read;
    return this.#text.slice(begin, (this.#read = begin + this.number()));
  }
}

const decoder = /* @__PURE__ */ new TextDecoder("utf-8", { ignoreBOM: true });

/** Takes up the result at an address, which is only good until the next call; an error for a refusal. */
export function read(address: number, chinese: boolean): Output {
  look();
  const at = address >>> 2;
  const begin = words[at] as number;
  const length = words[at + 1] as number;
  const text = length === 0 ? "" : decoder.decode(bytes.subarray(begin, begin + length));
  const out = new Output(words, at + 3, text);
  if (words[at + 2] !== 0) throw new KvspecError(inWords(out.text(), chinese));
  return out;
}
