/** Starts the WebAssembly of the package, which lies beside the page. */
import { createForm, init } from "kvspec/slim";
import wasm from "kvspec/kvspec.wasm?url";

/** `undefined`: it works. Otherwise why it does not. */
export type Failure = string | undefined;

const PATIENCE = 20_000;

/** Never throws: without WebAssembly the page is a plain form. */
export async function start(): Promise<Failure> {
  try {
    const response = await fetch(wasm, { signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
    init(await WebAssembly.compile(await response.arrayBuffer()));
    // The first call compiles and runs: better here than in a component.
    void createForm("alibaba.console").valid;
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}
