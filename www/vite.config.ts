import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  // Any folder of any host can serve the build.
  base: "./",
  // The package is linked from ../pkg, which has a React of its own for its tests.
  resolve: { dedupe: ["react", "react-dom", "antd"] },
  server: { host: "localhost", fs: { allow: [".."] } },
  build: { target: "es2022", chunkSizeWarningLimit: 1200, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
