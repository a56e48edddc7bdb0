import { startTransition } from "react";
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
    // A form of fifty fields is drawn bit by bit, so that the browser is never held up for long.
    (failure) => startTransition(() => shown.render(<App failure={failure} language={language} />)),
    (cause: unknown) => shown.render(<Sorry locale={language} failure={String(cause)} onRetry={() => location.reload()} />),
  );
}
