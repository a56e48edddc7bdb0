/** Documents with their words, fetched when they are wanted. */
import { type ProfileId, use } from "kvspec/core-slim";
import { DOCUMENTS } from "virtual:documents";
import { once, whenCalmFirst } from "../later.tsx";
import type { Language } from "../text.ts";

const there = new Set<string>();
const nameOf = (id: ProfileId, language: Language): string => `${id} ${language}`;

/** Whether a document is there, with its words in that language. */
export const isThere = (id: ProfileId, language: Language): boolean => there.has(nameOf(id, language));

const fetchers = new Map(
  DOCUMENTS.flatMap(({ id, table, words }) =>
    (["en", "zh"] as const).map((language) => [
      nameOf(id, language),
      once(async () => {
        const [document, said] = await Promise.all([table(), words[language]()]);
        use(document.default, said.default);
        there.add(nameOf(id, language));
      }),
    ]),
  ),
);

/** Fetches a document with its words in a language. What failed is tried again by the next call. */
export const fetchDocument = (id: ProfileId, language: Language): Promise<void> =>
  fetchers.get(nameOf(id, language))?.() ?? Promise.reject(new TypeError(id));

/** Fetches the documents that are not shown when the page is calm, and the one that is in the other language. */
export function fetchRest(shown: ProfileId, language: Language): void {
  whenCalmFirst([
    () => fetchDocument(shown, language === "zh" ? "en" : "zh"),
    ...DOCUMENTS.filter(({ id }) => id !== shown).map(({ id }) => () => fetchDocument(id, language)),
  ]);
}
