/**
 * Verdicts alone, without a document and without words: a quarter of what `kvspec/core` weighs. A form knows with it at once
 * whether it is valid, and tells why as soon as the rest is there.
 *
 * @packageDocumentation
 */
import { type Document, known } from "./pages/documents.js";
import type { ProfileId, Requests } from "./types.js";
import { verdict as verdictOf } from "./verdict.js";

export type { Document } from "./pages/documents.js";
export { KvspecError, ready } from "./runtime.js";
export type { ProfileId, Requests } from "./types.js";

/**
 * Whether one request is valid; `undefined` where that takes a closer look, which is what `isValid` of `kvspec/core` takes:
 * at names in another case, at texts within texts that are written in an odd way, and under a document of today at an order
 * of which rules compare values with each other.
 *
 * @param order The request, as an object.
 */
export function verdict<P extends ProfileId>(document: Document<P>, order: Requests[P]): boolean | undefined {
  const number = known(document);
  return typeof order === "object" && order !== null ? verdictOf(number, order) : undefined;
}
