import { Button, ConfigProvider, Radio, theme as themes } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { Component, type ComponentType, lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { Console } from "./console/Console.tsx";
import type { Failure } from "./engine.ts";
import { type Language, text } from "./text.ts";
import { colours } from "./theme.ts";

interface PaneProps {
  readonly locale: Language;
  readonly dark: boolean;
}

const VIEWS = ["console", "lint", "rules"] as const;
type View = (typeof VIEWS)[number];

// The panes are loaded when they are opened. A build without them has none.
const panes = import.meta.glob<{ default: ComponentType<PaneProps> }>(["./lint/LintPane.tsx", "./rules/RuleReference.tsx"]);
const pane = (path: string) => (panes[path] ? lazy(panes[path]) : undefined);
const PANES = { lint: pane("./lint/LintPane.tsx"), rules: pane("./rules/RuleReference.tsx") };

/** The view that the URL names; a pane keeps what follows its name for itself. */
function viewOfHash(): View {
  const name = /^#\/?(\w+)/.exec(location.hash)?.[1];
  return VIEWS.find((view) => view === name) ?? "console";
}

/** What the browser remembers; a browser that refuses is no reason to fail. */
function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // It is asked again next time.
  }
}

/** A pane that throws takes only itself away. */
class Guard extends Component<{ children: ReactNode; sorry: string }, { failure: string | undefined }> {
  override state = { failure: undefined as string | undefined };
  static getDerivedStateFromError = (cause: unknown) => ({ failure: cause instanceof Error ? cause.message : String(cause) });
  override render() {
    return this.state.failure === undefined ? this.props.children : <p role="alert">{this.props.sorry + this.state.failure}</p>;
  }
}

export function App({ failure }: { readonly failure: Failure }) {
  const [view, setView] = useState(viewOfHash);
  const [locale, setLocale] = useState<Language>(() => {
    const known = remembered("kvspec.language") ?? navigator.language;
    return /^zh/i.test(known) ? "zh" : "en";
  });
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
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  }, [dark]);

  const Pane = view === "console" ? undefined : PANES[view];
  return (
    <ConfigProvider
      locale={locale === "zh" ? zhCN : enUS}
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
        {view !== "console" && (
          <Guard key={view} sorry={text(locale, "paneFailed")}>
            <Suspense fallback={<p role="status" className="alone">{text(locale, "loading")}</p>}>
              {Pane ? <Pane locale={locale} dark={dark} /> : <p className="alone">{text(locale, "notBuilt")}</p>}
            </Suspense>
          </Guard>
        )}
      </main>
      <footer>{text(locale, "footer")}</footer>
    </ConfigProvider>
  );
}
