// A page around the lint pane and the rule reference alone, to develop and test them:
// ?lang=zh and ?dark=1 choose language and colours.
import { ConfigProvider, theme } from "antd";
import { lazy, StrictMode, Suspense, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import { init } from "kvspec/slim";
import wasm from "kvspec/kvspec.wasm?url";

const LintPane = lazy(() => import("../src/lint/LintPane.js"));
const RuleReference = lazy(() => import("../src/rules/RuleReference.js"));

const query = new URLSearchParams(location.search);
const locale = query.get("lang") === "zh" ? "zh" : "en";
const dark = query.get("dark") === "1";
document.documentElement.lang = locale === "zh" ? "zh-CN" : "en";
document.body.style.cssText = `margin:0;background:${dark ? "#141414" : "#fff"};color:${dark ? "#e8e8e8" : "#1f1f1f"};font-family:system-ui,"Noto Sans CJK SC",sans-serif`;

const subscribe = (tell: () => void) => {
  addEventListener("hashchange", tell);
  return () => removeEventListener("hashchange", tell);
};

function Page() {
  const rules = useSyncExternalStore(subscribe, () => location.hash.startsWith("#/rules"));
  const token = dark ? {} : { colorPrimary: "#1456d9", colorLink: "#1456d9", colorError: "#a8071a", colorWarning: "#874d00" };
  return (
    <ConfigProvider theme={{ token, algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm }}>
      <header style={{ padding: "8px 16px" }}>
        <h1 style={{ fontSize: 18, margin: 0 }}>kvspec</h1>
        <nav aria-label="panes"><a style={{ color: "inherit" }} href="#/lint">lint</a> <a style={{ color: "inherit" }} href="#/rules">rules</a></nav>
      </header>
      <main>
        <Suspense fallback={<p>…</p>}>{rules ? <RuleReference locale={locale} /> : <LintPane locale={locale} dark={dark} />}</Suspense>
      </main>
    </ConfigProvider>
  );
}

await fetch(wasm).then(async (response) => init(await response.arrayBuffer())).catch(() => undefined);
createRoot(document.getElementById("root") as HTMLElement).render(<StrictMode><Page /></StrictMode>);
