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

/** What a provider's error code means. */
export interface ProviderExplanation {
  readonly providerCode: string;
  readonly title: string;
  /**
   * `client`: a check finds it before the request is sent. `context`: one that is told more than the request.
   * `catalogue`: one warns of it, as far as the list of classes tells. `server`: only the provider knows.
   */
  readonly detection: "client" | "context" | "catalogue" | "server";
  /** The same as a sentence. */
  readonly reason: string;
  /** What to do about it. */
  readonly advice: string;
  /** The codes of kvspec that come with it. */
  readonly codes: readonly Code[];
  /** The profiles whose documents list it; none of one that users met. */
  readonly profiles: readonly ProfileId[];
  /** The whole page, in Markdown: what the documents say of it, and which parameters it concerns. */
  readonly page: string;
}

/** What is the same in both languages, and what is not. */
type InBoth<T, Texts extends keyof T> = Omit<T, Texts | "page"> & { readonly [Name in Texts]: Bilingual } & {
  readonly page: { readonly en: readonly string[]; readonly zh: readonly string[] };
};

interface Packed {
  readonly codes: readonly InBoth<Explanation, "title" | "reason">[];
  readonly errors: readonly InBoth<ProviderExplanation, "title" | "reason" | "advice">[];
}

const all = /* @__PURE__ */ once(() => unpack<Packed>(explanations));

/** Every code, in the order of the catalogue. */
export const codes = (): readonly Code[] => all().codes.map(({ code }) => code);

/** Every error code that a provider's document lists, or that users met, in alphabetical order. */
export const providerCodes = (): readonly string[] => all().errors.map(({ providerCode }) => providerCode);

/** Explains a code of kvspec or of a provider; nothing for what is neither. */
export function explain(code: Code, locale?: Locale): Explanation;
export function explain(code: string, locale?: Locale): Explanation | ProviderExplanation | undefined;
export function explain(code: string, locale?: Locale): Explanation | ProviderExplanation | undefined {
  const language = isChinese(locale) ? "zh" : "en";
  const ours = all().codes.find((each) => each.code === code);
  if (ours) {
    return { ...ours, title: ours.title[language], reason: ours.reason[language], page: ours.page[language].join("\n") };
  }
  const theirs = all().errors.find((each) => each.providerCode === code);
  if (!theirs) return undefined;
  const { title, reason, advice, page } = theirs;
  return {
    ...theirs,
    title: title[language],
    reason: reason[language],
    advice: advice[language],
    page: page[language].join("\n"),
  };
}
