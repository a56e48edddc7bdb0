/** What forms need of the profiles that are in use, with the words of the languages that came. */
import type { Profile, Rule } from "../profiles.js";
import type { ProfileId } from "../types.js";

export type { Condition, Field } from "../profiles.js";

/** What a form needs of a profile to draw itself. Of a language that did not come, the texts are empty. */
export interface FormData extends Pick<Profile, "id" | "title" | "operation" | "wire" | "fields" | "sample"> {
  /** What its rules look at; why a parameter has no place in the order, of the rules that say so. */
  readonly rules: readonly (Pick<Rule, "code" | "at" | "when"> & Partial<Pick<Rule, "reason">>)[];
}
const known = new Map<ProfileId, FormData>();

/** Adds a profile, or its words in another language. */
export function addForm(form: FormData): void {
  const before = known.get(form.id);
  const both = <T>(rows: readonly T[], earlier: readonly T[]): readonly T[] => rows.map((row, place) => merged(earlier[place], row));
  known.set(
    form.id,
    before === undefined
      ? form
      : { ...form, title: merged(before.title, form.title), fields: both(form.fields, before.fields), rules: both(form.rules, before.rules) },
  );
}

/** A value with the texts of two, of which each has what the other has not. */
function merged<T>(before: unknown, after: T): T {
  if (typeof after === "string") return (after || before) as T;
  if (typeof after !== "object" || after === null || Array.isArray(after)) return after;
  return Object.fromEntries(Object.entries(after).map(([name, value]) => [name, merged((before as Record<string, unknown>)[name], value)])) as T;
}

/**
 * The profile of a document that is in use, as a form draws it: its fields with labels and hints, its title and a sample.
 *
 * @throws TypeError for a document without words.
 */
export function profileOf(id: ProfileId): FormData {
  const form = known.get(id);
  if (form === undefined) throw new TypeError(`kvspec: a form needs words: use(document, words) of ${id} first`);
  return form;
}
