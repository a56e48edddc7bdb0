/** What forms need of the profiles that are in use, with the words of the languages that came. */
import type { Profile } from "../profiles.js";
import type { ProfileId } from "../types.js";

export type { Condition, Field } from "../profiles.js";

/** What a form reads of a profile. */
export type FormData = Pick<Profile, "id" | "wire" | "fields" | "rules">;
const known = new Map<ProfileId, FormData>();

/** Adds a profile, or its words in another language. */
export function addForm(form: FormData): void {
  const before = known.get(form.id);
  known.set(form.id, before === undefined ? form : { ...form, fields: form.fields.map((field, place) => merged(before.fields[place], field)) });
}

/** A value with the texts of two, of which each has what the other has not. */
function merged<T>(before: unknown, after: T): T {
  if (typeof after === "string") return (after || before) as T;
  if (typeof after !== "object" || after === null || Array.isArray(after)) return after;
  return Object.fromEntries(Object.entries(after).map(([name, value]) => [name, merged((before as Record<string, unknown>)[name], value)])) as T;
}

export function profileOf(id: ProfileId): FormData {
  const form = known.get(id);
  if (form === undefined) throw new TypeError(`kvspec: a form needs words: use(document, words) of ${id} first`);
  return form;
}
