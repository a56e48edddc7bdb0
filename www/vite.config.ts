import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: "dev",
  base: "./",
  plugins: [react()],
  build: { outDir: "../dist-dev", emptyOutDir: true, target: "es2022", modulePreload: { polyfill: false } },
});
