import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { beginning } from "./console/orders.ts";
import { start } from "./engine.ts";
import { preferredLanguage } from "./language.ts";
import { Sorry } from "./later.tsx";
import "./page.css";

const root = document.getElementById("root");
if (root) {
  const language = preferredLanguage();
  const shown = createRoot(root);
  start(beginning(), language).then(
    (failure) => shown.render(<App failure={failure} language={language} />),
    (cause: unknown) => shown.render(<Sorry locale={language} failure={String(cause)} onRetry={() => location.reload()} />),
  );
}
