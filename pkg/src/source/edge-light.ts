/** Where a query asks for the compiled module. */
import module from "./kvspec.wasm?module";

export const source = (): WebAssembly.Module => module;
