import react from "@vitejs/plugin-react";
import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

/** The package that the page is made of. */
const { version } = JSON.parse(readFileSync(new URL("../pkg/package.json", import.meta.url), "utf8")) as { version: string };

export default defineConfig({
  plugins: [react()],
  define: { __VERSION__: JSON.stringify(version) },
  // It loads what it needs by and by.
  worker: { format: "es" },
  // Any folder of any host can serve the build.
  base: "./",
  // The package is linked from ../pkg, which has a React of its own for its tests.
  resolve: { dedupe: ["react", "react-dom", "antd"] },
  server: { host: "localhost", fs: { allow: [".."] } },
  build: { target: "es2022", chunkSizeWarningLimit: 1200, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
