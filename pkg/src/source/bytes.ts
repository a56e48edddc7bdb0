/** The WebAssembly module as a text: the build puts it beside the bundles, or into them. */
import text from "../../build/kvspec.txt";

export const bytes: string = text;
