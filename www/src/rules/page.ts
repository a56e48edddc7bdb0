/** The package's page of a code, taken apart: one section for each of its headings. */
import { type ProfileId, profiles } from "kvspec";

export interface Section {
  /** 2 or 3, as in the page. */
  readonly level: number;
  readonly heading: string;
  /** The profile that the section is about. */
  readonly profile: ProfileId | undefined;
  /** Markdown. */
  readonly body: string;
}

/** What stands before the first heading of the second level is said by the title of the view. */
export function sectionsOf(page: string): Section[] {
  return page
    .split(/^(?=#{2,3} )/m)
    .filter((part) => /^#{2,3} /.test(part))
    .map((part) => {
      const [first = "", ...rest] = part.split("\n");
      const id = /\(`([^`]+)`\)$/.exec(first)?.[1];
      const profile = profiles.find((one) => one.id === id)?.id;
      const heading = first.replace(/^#+ /, "").replace(profile ? / ?\(`[^`]+`\)$/ : /$^/, "");
      return { level: first.startsWith("### ") ? 3 : 2, heading, profile, body: rest.join("\n") };
    });
}

/** A passage as the pages cite it: document, section, and what it says. */
export function citation(text: string): { document: string; section: string; quote: string } | undefined {
  const match = /^(\S+\.txt), (.*?)[:：] ?“(.*)”$/s.exec(text.trim());
  return match ? { document: match[1] as string, section: match[2] as string, quote: match[3] as string } : undefined;
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
const isObject = (value: Json | undefined): value is { [name: string]: Json } => typeof value === "object" && value !== null && !Array.isArray(value);

/** A JSON Merge Patch, RFC 7396: `null` takes a member away. */
function merged(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const members = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) members.delete(name);
    else members.set(name, merged(members.get(name), value));
  }
  return Object.fromEntries(members);
}

/** The value with the object at that place patched; `*` is the first element of a list, which may stand in a string. */
function patchedAt(value: Json | undefined, names: readonly string[], patch: Json): Json {
  const [name, ...rest] = names;
  if (name === undefined) return merged(value, patch);
  if (name === "*") {
    const list: Json = typeof value === "string" ? JSON.parse(value) : (value ?? []);
    const [first = {}, ...others] = Array.isArray(list) ? list : [];
    return [patchedAt(first, rest, patch), ...others];
  }
  const members = isObject(value) ? value : {};
  return { ...members, [name]: patchedAt(members[name], rest, patch) };
}

/**
 * A sample is a change to the order that its profile accepts, at the object in which the parameter of that pointer
 * stands; this is the order. `undefined` for what is no JSON object.
 */
export function orderOf(sample: string, pointer: string, profile: ProfileId): string | undefined {
  let patch: Json;
  try {
    patch = JSON.parse(sample) as Json;
  } catch {
    return undefined;
  }
  const accepted = profiles.find(({ id }) => id === profile)?.sample as Json | undefined;
  if (!isObject(patch) || accepted === undefined) return undefined;
  const names = pointer.split("/").slice(1);
  // Of a rule about the elements of a list, the sample is about such an element.
  return JSON.stringify(patchedAt(accepted, names.at(-1) === "*" ? names : names.slice(0, -1), patch), null, 2);
}
