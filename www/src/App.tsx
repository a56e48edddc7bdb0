import { Button, ConfigProvider, Radio, theme as themes } from "antd";
import { type ComponentType, useEffect, useState } from "react";
import { Console } from "./console/Console.tsx";
import type { Failure } from "./engine.ts";
import { remember, remembered } from "./language.ts";
import { early, later, prefetch, sheet } from "./later.tsx";
import lintStyles from "./lint/lint.css?url";
import rulesStyles from "./rules/rules.css?url";
import { type Language, text } from "./text.ts";
import { colours } from "./theme.ts";

interface PaneProps {
  readonly locale: Language;
  readonly dark: boolean;
}

/** The version of the package, which the build puts in. */
declare const __VERSION__: string;

const VIEWS = ["console", "lint", "rules"] as const;
type View = (typeof VIEWS)[number];

/** A view with its style sheet. */
const pane = (load: () => Promise<{ readonly default: ComponentType<PaneProps> }>, styles: string) =>
  later(early(async () => (await Promise.all([load(), sheet(styles)]))[0]));
const PANES = {
  lint: pane(() => import("./lint/LintPane.tsx"), lintStyles),
  rules: pane(() => import("./rules/RuleReference.tsx"), rulesStyles),
};

/** The view that the URL names; a pane keeps what follows its name for itself. */
function viewOfHash(): View {
  const name = /^#\/?(\w+)/.exec(location.hash)?.[1];
  return VIEWS.find((view) => view === name) ?? "console";
}

interface Props {
  readonly failure: Failure;
  /** The language that the first document is there in. */
  readonly language: Language;
}

export function App({ failure, language }: Props) {
  const [view, setView] = useState(viewOfHash);
  const [locale, setLocale] = useState(language);
  const [dark, setDark] = useState(() => {
    const known = remembered("kvspec.theme");
    return known === null ? matchMedia("(prefers-color-scheme: dark)").matches : known === "dark";
  });

  useEffect(() => {
    const follow = () => setView(viewOfHash());
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  useEffect(() => {
    document.documentElement.lang = locale === "zh" ? "zh-CN" : "en";
    document.title = `kvspec · ${text(locale, view)}`;
  }, [locale, view]);
  useEffect(prefetch, []);
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  }, [dark]);

  const Pane = view === "console" ? undefined : PANES[view];
  return (
    <ConfigProvider
      button={{ autoInsertSpace: false }}
      theme={{
        algorithm: dark ? themes.darkAlgorithm : themes.defaultAlgorithm,
        token: { ...colours(dark), borderRadius: 4, motion: false },
      }}
    >
      <a className="skip" href="#main" onClick={(event) => (event.preventDefault(), document.getElementById("main")?.focus())}>
        {text(locale, "skip")}
      </a>
      <header className="top">
        <h1>
          <b>kvspec</b> <span>{text(locale, "title")}</span>
        </h1>
        <nav aria-label={text(locale, "views")}>
          {VIEWS.map((each) => (
            <a key={each} href={`#/${each}`} aria-current={each === view ? "page" : undefined}>
              {text(locale, each)}
            </a>
          ))}
        </nav>
        <div className="settings">
          <Radio.Group
            size="small"
            optionType="button"
            buttonStyle="solid"
            aria-label={text(locale, "language")}
            value={locale}
            options={[
              { value: "zh", label: <span lang="zh-CN">中文</span> },
              { value: "en", label: <span lang="en">English</span> },
            ]}
            onChange={({ target }) => {
              setLocale(target.value as Language);
              remember("kvspec.language", target.value as string);
            }}
          />
          <Button
            size="small"
            type="text"
            aria-pressed={dark}
            aria-label={text(locale, "toDark")}
            title={text(locale, dark ? "toLight" : "toDark")}
            onClick={() => {
              setDark(!dark);
              remember("kvspec.theme", dark ? "light" : "dark");
            }}
          >
            {dark ? "☾" : "☀"}
          </Button>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {/* Hidden, not gone: the order is still there when the reader comes back. */}
        <div hidden={view !== "console"}>
          <Console locale={locale} failure={failure} />
        </div>
        {Pane && <Pane key={view} locale={locale} dark={dark} />}
      </main>
      <footer>{text(locale, "footer")} <span className="version">kvspec {__VERSION__}</span></footer>
    </ConfigProvider>
  );
}
