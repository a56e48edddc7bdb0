import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { start } from "./engine.ts";
import "./page.css";

const root = document.getElementById("root");
if (root) {
  const failure = await start();
  createRoot(root).render(<App failure={failure} />);
}
