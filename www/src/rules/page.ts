/** The package's page of a code, taken apart: one section for each of its headings. */
import { type ProfileId, profiles } from "kvspec/slim";

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

/**
 * A sample shows the object in which the parameter stands; this puts it where the pointer says, so that it is an
 * order. `undefined` for what is no JSON object.
 */
export function orderOf(sample: string, pointer: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(sample);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const parents = pointer.split("/").slice(1, -1);
  const outermost = parents.find((name) => name !== "*");
  if (outermost === undefined || outermost in value) return JSON.stringify(value, null, 2);
  for (const name of parents.reverse()) value = name === "*" ? [value] : { [name]: value };
  return JSON.stringify(value, null, 2);
}
