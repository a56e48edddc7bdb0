/** The bytes of the WebAssembly module, from a text of them. */
import { bytes } from "./bytes.js";
import { decode } from "./decode.js";

export const source = (): Uint8Array<ArrayBuffer> => decode(bytes);
