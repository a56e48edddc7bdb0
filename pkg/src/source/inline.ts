/** The bytes of the WebAssembly module, from the text that the build puts into the bundle. */
import text from "../../build/kvspec.txt";
import { decode } from "./decode.js";

export const source = (): Uint8Array<ArrayBuffer> => decode(text);
