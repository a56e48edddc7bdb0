/** Starts the WebAssembly of the package, which lies beside the page. */
import { createForm, init, type ProfileId, ready } from "kvspec/core-slim";
import wasm from "kvspec/core.wasm?url";
import { fetchDocument } from "./console/loading.ts";
import type { Language } from "./text.ts";

/** `undefined`: it works. Otherwise why it does not. */
export type Failure = string | undefined;

const PATIENCE = 20_000;

/** Never throws: without WebAssembly the page is a plain form. */
async function begin(): Promise<Failure> {
  try {
    const response = await fetch(wasm, { signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
    init(await WebAssembly.compile(await response.arrayBuffer()));
    await ready();
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/**
 * Fetches the engine, and what the first form is drawn from.
 *
 * @throws Where the document cannot be had: there is nothing to show then.
 */
export async function start(id: ProfileId, language: Language): Promise<Failure> {
  const [failure] = await Promise.all([begin(), fetchDocument(id, language)]);
  // The first call is the slowest: better here than in a component.
  if (failure === undefined) void createForm(id, { locale: language }).valid;
  return failure;
}
