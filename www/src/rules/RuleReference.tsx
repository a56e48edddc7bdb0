/** The rule reference: every code, searched and read, and two profiles side by side. */
import { Input, Select, theme } from "antd";
import { type ProfileId, profiles } from "kvspec";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Compare } from "./Compare.js";
import { compareLink, type Route, useRoute } from "./route.js";
import { RuleList, useRules } from "./RuleList.js";
import { RulePage } from "./RulePage.js";
import { type Language, TEXTS } from "./texts.js";

const ANY = "";
/** Whether the ground that the page has chosen is a dark one. */
const isDark = (colour: string): boolean => {
  const [red = 255, green = 255, blue = 255] = (/^#(..)(..)(..)/.exec(colour) ?? []).slice(1).map((each) => parseInt(each, 16));
  return red + green + blue < 384;
};
const nameOf = (route: Route) => (route.view === "rule" ? route.code : route.view);

export default function RuleReference({ locale }: { locale: Language }) {
  const t = TEXTS[locale];
  const dark = isDark(theme.useToken().token.colorBgContainer) || undefined;
  const route = useRoute();
  const [query, setQuery] = useState("");
  const [profile, setProfile] = useState<ProfileId>();
  const { rules, total } = useRules(locale, query, profile);
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef(nameOf(route));

  // Another page has been opened: that is where reading goes on.
  const name = nameOf(route);
  useEffect(() => {
    if (shown.current === name) return;
    shown.current = name;
    window.scrollTo(0, 0);
    title.current?.focus({ preventScroll: true });
  }, [name]);

  const heading = (text: ReactNode) => <h2 ref={title} tabIndex={-1} className="rules-title">{text}</h2>;
  const list = route.view === "list";
  const search = (
    <div className="rules-search" role="search">
      <Input
        type="search"
        allowClear
        className="rules-query"
        aria-label={t.search}
        placeholder={t.search}
        title={t.searchHint}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <Select
        className="rules-profile"
        aria-label={t.profile}
        popupMatchSelectWidth={false}
        value={(profile ?? ANY) as string}
        options={[{ value: ANY, label: t.anyProfile }, ...profiles.map(({ id, title: titles }) => ({ value: id as string, label: titles[locale] }))]}
        onChange={(value) => setProfile(profiles.find(({ id }) => id === value)?.id)}
      />
      <p role="status" className="rules-quiet rules-count">{t.found(rules.length, total)}</p>
    </div>
  );

  if (list) {
    const [first, second] = profiles;
    return (
      <div className="rules-reference rules-ready" data-dark={dark}>
        {heading(t.title)}
        <p className="rules-quiet">{t.intro}</p>
        {first && second && <p><a href={compareLink(first.id, second.id)}>{t.compare} →</a></p>}
        {search}
        <RuleList rules={rules} locale={locale} />
      </div>
    );
  }
  return (
    <div className="rules-reference rules-ready" data-dark={dark}>
      <p className="rules-back"><a href="#/rules">← {t.back}</a></p>
      {route.view === "compare" ? (
        <Compare a={route.a} b={route.b} locale={locale} heading={heading} />
      ) : (
        <div className="rules-columns">
          <RulePage code={route.code} locale={locale} heading={heading} />
          <nav className="rules-aside" aria-label={t.title}>
            {search}
            <RuleList rules={rules} locale={locale} current={route.code} brief />
          </nav>
        </div>
      )}
    </div>
  );
}
