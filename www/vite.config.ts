import react from "@vitejs/plugin-react";
import { profiles } from "kvspec";
import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

/** The package that the page is made of. */
const { version } = JSON.parse(readFileSync(new URL("../pkg/package.json", import.meta.url), "utf8")) as { version: string };

/** What the page knows of every document from the beginning, and where the rest of it is: see src/documents.d.ts. */
const documents: Plugin = {
  name: "documents",
  resolveId: (id) => (id === "virtual:documents" ? "\0virtual:documents" : undefined),
  load(id) {
    if (id !== "\0virtual:documents") return undefined;
    const module = (path: string) => `() => import("kvspec/p/${path}")`;
    const each = profiles.map(({ id, title, edition, fields }) => {
      const known = { id, title, edition: edition.en, several: fields.some(({ path }) => path.endsWith("/*/RegionId")) };
      return `{ ...${JSON.stringify(known)}, table: ${module(id)}, words: { en: ${module(`${id}/en`)}, zh: ${module(`${id}/zh`)} } }`;
    });
    return `export const DOCUMENTS = [${each.join(",\n")}];`;
  },
};

/** Tooltips that share one popup, of which the page has none, are 8 KB gzipped of every page that has a theme. */
const withoutTooltips: Plugin = {
  name: "without-tooltips",
  enforce: "pre",
  resolveId: (id, importer) =>
    id.endsWith("/tooltip/UniqueProvider") && importer?.includes("/antd/es/config-provider/") ? "\0no-tooltips" : undefined,
  load: (id) => (id === "\0no-tooltips" ? "export default ({ children }) => children;" : undefined),
};

/** The engine is fetched beside the scripts that ask for it. */
const preloaded: Plugin = {
  name: "preloaded",
  transformIndexHtml: {
    order: "post",
    handler: (_, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /\/core-[^/]*\.wasm$/.test(file))
        .map((file) => ({ tag: "link", attrs: { rel: "preload", as: "fetch", crossorigin: true, href: `./${file}` }, injectTo: "head" as const })),
  },
};

export default defineConfig({
  plugins: [react(), documents, withoutTooltips, preloaded],
  define: { __VERSION__: JSON.stringify(version) },
  // It loads what it needs by and by.
  worker: { format: "es" },
  // Any folder of any host can serve the build.
  base: "./",
  // The package is linked from ../pkg, which has a React of its own for its tests.
  resolve: { dedupe: ["react", "react-dom", "antd"] },
  server: { host: "localhost", fs: { allow: [".."] } },
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 1200,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What Ant Design is made of does nothing by being imported: of its forms, a page without them carries 13 KB otherwise.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /node_modules\/@rc-component\//, sideEffects: false }] } },
  },
});
