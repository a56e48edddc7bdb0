/** The page of one code. */
import { codes, explain } from "kvspec";
import type { Explanation, ProfileId, ProviderExplanation } from "kvspec";
import type { ComponentProps, ReactNode } from "react";
import Markdown, { type Components } from "react-markdown";
import { linkTo } from "../lint/share.js";
import { citation, orderOf, type Section, sectionsOf } from "./page.js";
import { ruleLink } from "./route.js";
import { type Language, TEXTS } from "./texts.js";

type Hast = NonNullable<Parameters<Extract<Components["li"], (props: never) => unknown>>[0]["node"]>;
type Child = Hast["children"][number];

const textOf = (node: Child): string =>
  node.type === "text" ? node.value : node.type === "element" ? node.children.map(textOf).join("") : "";

/** What a list entry says itself, without the lists in it. */
const ownText = (node: Hast): string =>
  node.children
    .filter((child) => !(child.type === "element" && child.tagName === "ul"))
    .map(textOf)
    .join("");

export function RulePage({ code, locale, heading }: { code: string; locale: Language; heading: (text: ReactNode) => ReactNode }) {
  const t = TEXTS[locale];
  const found = explain(code, locale);
  if (found === undefined) {
    return (
      <article className="rules-page">
        {heading(code)}
        <p>{t.unknown(code)}</p>
      </article>
    );
  }
  if ("providerCode" in found) return <ProviderPage found={found} locale={locale} heading={heading} />;
  return (
    <article className="rules-page">
      {heading(<code>{found.code}</code>)}
      <p className="rules-subtitle">
        <span className="rules-severity" data-severity={found.severity}>{t.severity[found.severity]}</span> {found.title}
      </p>
      {sectionsOf(found.page).map((section) => (
        <PageSection key={section.heading} section={section} locale={locale} />
      ))}
      {found.providerCodes.length > 0 && (
        <>
          <h3>{t.providerCodes}</h3>
          <ul>{found.providerCodes.map((each) => <li key={each}><a href={ruleLink(each)}><code>{each}</code></a></li>)}</ul>
        </>
      )}
      <Neighbours found={found} locale={locale} />
    </article>
  );
}

/** The page of an error code of a provider. */
function ProviderPage({ found, locale, heading }: { found: ProviderExplanation; locale: Language; heading: (text: ReactNode) => ReactNode }) {
  const t = TEXTS[locale];
  return (
    <article className="rules-page">
      {heading(<code>{found.providerCode}</code>)}
      <p className="rules-subtitle">{t.theirs} {found.title}</p>
      <p>{found.reason}</p>
      {found.codes.length > 0 && (
        <ul>
          {found.codes.map((ours) => (
            <li key={ours}><a href={ruleLink(ours)}>{ours}</a> {explain(ours, locale).title}</li>
          ))}
        </ul>
      )}
      {sectionsOf(found.page).map((section) => (
        <PageSection key={section.heading} section={section} locale={locale} />
      ))}
    </article>
  );
}

function PageSection({ section, locale }: { section: Section; locale: Language }) {
  const Heading = section.level === 2 ? "h3" : "h4";
  return (
    <section data-profile={section.profile}>
      <Heading>
        {section.heading}
        {section.profile && <> <code className="rules-profile-id">{section.profile}</code></>}
      </Heading>
      <Markdown components={components(section.profile, locale)}>{section.body}</Markdown>
    </section>
  );
}

function components(profile: ProfileId | undefined, locale: Language): Components {
  const t = TEXTS[locale];
  /** The pointer of the entry whose samples come next: entries are rendered from the outside in. */
  const pointerOf = new Map<Child, string>();
  function Item({ node, children }: ComponentProps<"li"> & { node?: Hast | undefined }) {
    const text = node ? ownText(node).trim() : "";
    const cited = citation(text);
    if (cited) {
      return (
        <li className="rules-cited">
          <blockquote>
            {cited.quote}
            <cite>{cited.document}, {cited.section}</cite>
          </blockquote>
        </li>
      );
    }
    const pointer = /^(\/\S*?)[:：]/.exec(text)?.[1];
    if (node && pointer !== undefined) {
      for (const list of node.children) {
        if (list.type !== "element" || list.tagName !== "ul") continue;
        for (const inner of list.children) pointerOf.set(inner, pointer);
      }
    }
    const sample = node?.children.find((child) => child.type === "element" && child.tagName === "code");
    const place = node ? pointerOf.get(node) : undefined;
    const order = sample && profile && place !== undefined ? orderOf(textOf(sample), place, profile) : undefined;
    return (
      <li className={order === undefined ? undefined : "rules-sample"}>
        {children}
        {order !== undefined && (
          <a className="rules-try" href={linkTo(order, profile)} aria-label={`${t.open}: ${text}`} data-path={place}>{t.open}</a>
        )}
      </li>
    );
  }
  return { li: Item };
}

function Neighbours({ found, locale }: { found: Explanation; locale: Language }) {
  const t = TEXTS[locale];
  const all = codes();
  const at = all.indexOf(found.code);
  const previous = all[at - 1];
  const next = all[at + 1];
  return (
    <nav className="rules-neighbours" aria-label={t.more}>
      {previous && <a href={ruleLink(previous)} rel="prev">← {t.previous}: {previous}</a>}
      {next && <a href={ruleLink(next)} rel="next">{t.next}: {next} →</a>}
    </nav>
  );
}
