/** The codes that match a search, by their severity. */
// From the entry with everything inside, of which this takes the texts alone: the other one is in the first view.
import { codes, explain } from "kvspec";
import type { Explanation, ProfileId } from "kvspec";
import { useMemo } from "react";
import { ruleLink } from "./route.js";
import { type Language, TEXTS } from "./texts.js";

const SEVERITIES = ["error", "warning", "info"] as const;

interface Searched {
  readonly found: Explanation;
  readonly haystack: string;
}

const fold = (text: string) => text.toLowerCase().normalize("NFKC");

/** Every code whose page holds all the words. */
export function useRules(locale: Language, query: string, profile: ProfileId | undefined) {
  const all = useMemo(
    () =>
      codes().map((code): Searched => {
        const found = explain(code, locale);
        return { found, haystack: fold([found.code, found.title, found.page, ...found.providerCodes].join("\n")) };
      }),
    [locale],
  );
  const rules = useMemo(() => {
    const words = fold(query).split(/\s+/).filter(Boolean);
    return all
      .filter(({ found, haystack }) => (!profile || found.profiles.includes(profile)) && words.every((word) => haystack.includes(word)))
      .map(({ found }) => found);
  }, [all, query, profile]);
  return { rules, total: all.length };
}

export function RuleList({ rules, locale, current, brief }: { rules: readonly Explanation[]; locale: Language; current?: string; brief?: boolean }) {
  const t = TEXTS[locale];
  if (rules.length === 0) return <p>{t.none}</p>;
  return SEVERITIES.map((severity) => {
    const members = rules.filter((rule) => rule.severity === severity);
    if (members.length === 0) return null;
    return (
      <section key={severity} className="rules-group">
        <h3>{t.severities[severity]} <span className="rules-quiet">{members.length}</span></h3>
        <ul className={brief ? "rules-brief" : "rules-cards"}>
          {members.map((rule) => (
            <li key={rule.code}>
              <a href={ruleLink(rule.code)} aria-current={rule.code === current ? "page" : undefined}>{rule.code}</a>
              {!brief && (
                <>
                  <strong>{rule.title}</strong>
                  <p>{rule.reason}</p>
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
