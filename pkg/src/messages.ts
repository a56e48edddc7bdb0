/** Messages for people who see labels, not the names that travel. */
import { isChinese, noSuch } from "./check.js";
import { profileOf } from "./profiles.js";
import type { Diagnostic, Locale, ProfileId } from "./types.js";

/**
 * What parameters are called in messages. `code`: their names between backticks, as the command line has it.
 * `parameter`: their names, without marks. `label`: the labels of the form, without marks.
 */
export type Names = (typeof NAMES)[number];
const NAMES = ["code", "parameter", "label"] as const;

/** A stretch of a message. */
export interface MessagePart {
  readonly text: string;
  /** Whether it is what somebody would write into a request: a name or a value. */
  readonly code: boolean;
  /** The parameter that it names, if it is one of the profile's. */
  readonly parameter?: string;
}

type Labels = ReadonlyMap<string, { readonly en: string; readonly zh: string }>;

/** By the profile as it is: it is another one once words in another language have come. */
const labels = new WeakMap<object, Labels>();

function labelsOf(id: ProfileId): Labels {
  const profile = profileOf(id);
  let known = labels.get(profile);
  if (known === undefined) {
    // The fields at the top give their names to those of the same name further down.
    const fields = [...profile.fields].sort((a, b) => b.path.length - a.path.length);
    labels.set(profile, (known = new Map(fields.map(({ name, label }) => [name, label]))));
  }
  return known;
}

/** The stretches of a message or of a help, for who marks names and values. */
export function partsOf(profile: ProfileId, text: string): MessagePart[] {
  const known = labelsOf(profile);
  return text.split(/`([^`]*)`/).flatMap((text, index): MessagePart[] => {
    if (text === "") return [];
    if (index % 2 === 0) return [{ text, code: false }];
    return [{ text, code: true, ...(known.has(text) && { parameter: text }) }];
  });
}

const HAN = /\p{Script=Han}/u;
const SEAM = /\w\p{Script=Han}|\p{Script=Han}\w/u;

/**
 * A message or a help without marks, by default with the labels of the form in the place of the names of parameters:
 * `Subscription period is required because Billing method is PrePaid`.
 */
export function readable(
  profile: ProfileId,
  text: string,
  options: { readonly names?: Names | undefined; readonly locale?: Locale | undefined } = {},
): string {
  const names = namesOf(options.names ?? "label");
  if (names === "code") return text;
  const language = isChinese(options.locale) ? "zh" : "en";
  const known = labelsOf(profile);
  let out = "";
  let replaced = false;
  for (const { text: part, parameter } of partsOf(profile, text)) {
    const label = names === "label" && parameter !== undefined ? known.get(parameter)?.[language] || undefined : undefined;
    const next = label ?? part;
    // Around a word of Chinese letters among Chinese letters stands no blank, as around one of Latin letters.
    if ((label !== undefined || replaced) && language === "zh") {
      const [before, blank] = [out.trimEnd(), out.endsWith(" ") || next.startsWith(" ")];
      const after = next.trimStart();
      if (blank && HAN.test(before.slice(-1)) && HAN.test(after.slice(0, 1))) {
        out = before + after;
        replaced = label !== undefined;
        continue;
      }
    }
    // Where a mark stood, a blank keeps Latin letters from Chinese ones.
    if (SEAM.test(out.slice(-1) + next.slice(0, 1))) out += " ";
    out += next;
    replaced = label !== undefined;
  }
  return out;
}

/** The same for the texts of a finding. */
export function readableFinding<D extends Diagnostic>(profile: ProfileId, found: D, names: Names, locale: Locale | undefined): D {
  if (names === "code") return found;
  const options = { names, locale };
  return { ...found, message: readable(profile, found.message, options), help: readable(profile, found.help, options) };
}

/** An error for what is none of them. */
export function namesOf(names: Names | undefined): Names {
  if (names === undefined) return "code";
  if (!NAMES.includes(names)) throw noSuch("names", names, NAMES);
  return names;
}
