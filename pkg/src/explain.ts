/** What a code means, as plain data without WebAssembly. */
import { isChinese } from "./check.js";
import { explanations } from "./generated/explanations.js";
import type { Bilingual, Code, Locale, ProfileId, Severity } from "./types.js";
import { once, unpack } from "./unpack.js";

export interface Explanation {
  readonly code: Code;
  readonly severity: Severity;
  readonly title: string;
  /** Why the providers have the rule, or why kvspec reports it. */
  readonly reason: string;
  /** The provider codes that come with it. */
  readonly providerCodes: readonly string[];
  /** The profiles that can give it. */
  readonly profiles: readonly ProfileId[];
  /** The whole page, in Markdown: who binds it with which numbers, and how to satisfy it. */
  readonly page: string;
}

interface Packed {
  readonly codes: readonly {
    readonly code: Code;
    readonly severity: Severity;
    readonly title: Bilingual;
    readonly reason: Bilingual;
    readonly providerCodes: readonly string[];
    readonly profiles: readonly ProfileId[];
    readonly page: { readonly en: readonly string[]; readonly zh: readonly string[] };
  }[];
  readonly providerCodes: Readonly<Record<string, readonly Code[]>>;
}

const all = /* @__PURE__ */ once(() => unpack<Packed>(explanations));

/** Every code, in the order of the catalogue. */
export const codes = (): readonly Code[] => all().codes.map(({ code }) => code);

/** Explains a code of kvspec, or all codes that come with a code of a provider. */
export function explain(code: Code, locale?: Locale): Explanation;
export function explain(code: string, locale?: Locale): Explanation | readonly Explanation[] | undefined;
export function explain(code: string, locale?: Locale): Explanation | readonly Explanation[] | undefined {
  const language = isChinese(locale) ? "zh" : "en";
  const found = all().codes.find((each) => each.code === code);
  if (found) {
    return {
      ...found,
      title: found.title[language],
      reason: found.reason[language],
      page: found.page[language].join("\n"),
    };
  }
  const theirs = Object.hasOwn(all().providerCodes, code) ? all().providerCodes[code] : undefined;
  return theirs?.map((each) => explain(each, locale));
}
