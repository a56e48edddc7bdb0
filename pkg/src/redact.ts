/** Hiding secrets in a text before it is shown or sent on. */
import * as wasm from "../wasm/kvspec.js";
import { writeText } from "./check.js";
import { call, read } from "./runtime.js";

/**
 * The text with every byte of a secret replaced by an asterisk: passwords, access key secrets, and
 * the values of names that no profile knows, which may be a misspelt `Password`. Of a text that
 * cannot be read, all values are hidden.
 */
export function redact(text: string): string {
  const length = writeText(String(text));
  return read(
    call(() => wasm.redact(length)),
    false,
  ).text();
}
