/**
 * Findings and forms without a document: a page brings those that it has, `kvspec/p/…`, and their words in the languages
 * that it speaks. Orders are objects; what people wrote is for `kvspec`.
 *
 * @packageDocumentation
 */
import { check as checkAny, type CheckOptions, isValid as isValidAny } from "./check.js";
import { type Document, known } from "./pages/documents.js";
import { addForm, type FormData } from "./pages/profiles.js";
import type { ProfileId, Report, Requests } from "./types.js";
import { addWords, type Texts } from "./words.js";

export type { CheckOptions } from "./check.js";
export {
  type Checklist,
  createForm,
  type FieldError,
  type FieldOf,
  type FieldState,
  type Form,
  type FormOptions,
  type FormSnapshot,
  type SnapshotOf,
} from "./form.js";
export { type MessagePart, type Names, partsOf, readable } from "./messages.js";
export type { Document } from "./pages/documents.js";
export { type FormData, profileOf } from "./pages/profiles.js";
export type { FormInput } from "./paths.js";
export type { Condition, Constraint, Field, Rule } from "./profiles.js";
export { KvspecError, ready } from "./runtime.js";
export type * from "./types.js";

/** The words of a document in one language, as `kvspec/p/…/en` and `kvspec/p/…/zh` have them. */
export interface Words<P extends ProfileId = ProfileId> {
  readonly id: P;
  readonly locale: "en" | "zh";
  /** What all documents say in that language, and what this one says, as JSON. */
  readonly common: string;
  readonly own: string;
}

/**
 * Takes up a document with words in as many languages as are given. Findings have no message in any other one. Returns the
 * document's profile, to be given to `check`, `isValid` and `createForm`.
 */
export function use<P extends ProfileId>(document: Document<P>, ...words: readonly Words<P>[]): P {
  known(document);
  for (const { common, own } of words) {
    const { texts, form } = JSON.parse(own) as { texts: Texts; form: FormData };
    addWords(JSON.parse(common) as Texts);
    addWords(texts);
    addForm(form);
  }
  return document.id;
}

const NO_TEXT = "kvspec/core takes an order as an object; kvspec takes one as text, too";

/**
 * Checks one request, and finds everything that is wrong with it.
 *
 * @throws TypeError for a profile that is not in use, for a text, or for an object that JSON cannot hold.
 */
export function check<P extends ProfileId>(profile: P, order: Requests[P], options?: CheckOptions): Report {
  if (typeof order === "string") throw new TypeError(NO_TEXT);
  return checkAny(profile, order, options);
}

/** Whether one request is valid: faster than `check`, which says why. */
export function isValid<P extends ProfileId>(profile: P, order: Requests[P]): boolean {
  if (typeof order === "string") throw new TypeError(NO_TEXT);
  return isValidAny(profile, order);
}
