/** The WebAssembly instance: begun at the first call, and replaced after a trap. */
import begin, { __wbg_reset_state, initSync } from "../wasm/kvspec.js";
import { source } from "./source/inline.js";

/** Something went wrong inside kvspec itself. The next call works on a new instance. */
export class KvspecError extends Error {
  override readonly name: string = "KvspecError";
}

let begun = false;
let broken = false;
/** Counts instances, so that whoever keeps something in one notices that it is gone. */
let instances = 1;

export const generation = (): number => instances;

/**
 * Compiles the WebAssembly module without blocking. Only needed where compiling at the first call
 * is refused: browsers before Chromium 115 do so on the page's main thread.
 */
export async function ready(): Promise<void> {
  if (begun) return;
  await begin({ module_or_path: source() });
  begun = true;
}

/** Calls into the instance. A trap does not outlive the call. */
export function call<T>(act: () => T): T {
  if (!begun) {
    start();
  } else if (broken) {
    replace();
  }
  try {
    return act();
  } catch (cause) {
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
}

function start(): void {
  const module = source();
  try {
    initSync({ module });
  } catch (cause) {
    throw new KvspecError(
      "kvspec could not start its WebAssembly. Under a Content Security Policy it needs script-src 'wasm-unsafe-eval'; " +
        `where compiling is refused on the main thread, await ready() first. The cause: ${String(cause)}`,
      { cause },
    );
  }
  begun = true;
}

function replace(): void {
  __wbg_reset_state();
  instances++;
  broken = false;
}

/** Reads a result: JSON, or a refusal that begins with an exclamation mark. */
export function result<T>(text: string): T {
  if (text.charCodeAt(0) === 33) throw new KvspecError(text.slice(1));
  return JSON.parse(text) as T;
}
