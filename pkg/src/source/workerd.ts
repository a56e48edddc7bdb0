/** Where modules are compiled ahead of time, and bytes are refused. */
import module from "./kvspec.wasm";

export const source = (): WebAssembly.Module => module;
