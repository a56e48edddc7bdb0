/** The bytes of the WebAssembly module from its file; from the text of them, where a bundler took only what it could read. */
import { readFileSync } from "node:fs";
import { bytes } from "./bytes.js";
import { decode } from "./decode.js";

export function source(): Uint8Array<ArrayBuffer> {
  // In a bundle this is the name of the bundle, or none.
  if (typeof __filename === "string" && /[\\/]dist[\\/]node\.cjs$/.test(__filename)) {
    try {
      return readFileSync(__filename.replace(/node\.cjs$/, "kvspec.wasm"));
    } catch {
      // Somebody packed the package without it.
    }
  }
  return decode(bytes);
}
