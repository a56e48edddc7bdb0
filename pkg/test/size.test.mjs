// What it weighs on the wire. A ceiling a little above what is reached: who crosses it should know.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const KB = 1024;
const weigh = (what, bytes, ceiling) => {
  const gzipped = gzipSync(bytes, { level: 9 }).length;
  console.log(`${what}: ${(gzipped / KB).toFixed(1)} KB gzipped, ${(bytes.length / KB).toFixed(1)} KB raw; at most ${ceiling} KB gzipped`);
  assert.ok(gzipped <= ceiling * KB, `${what} has ${gzipped} bytes gzipped`);
  return gzipped;
};

/** What a bundler leaves of the package for somebody who imports this. */
async function bundled(code) {
  const result = await build({
    stdin: { contents: code, resolveDir: new URL("..", import.meta.url).pathname },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    logLevel: "silent",
  });
  return result.outputFiles[0].contents;
}

test("the WebAssembly", () => {
  weigh("kvspec.wasm", readFileSync(new URL("../dist/kvspec.wasm", import.meta.url)), 188);
});

test("a page that only checks", async () => {
  weigh("import { check }", await bundled('import { check } from "./dist/index.js"; globalThis.x = check;'), 228);
});

test("a page with a form", async () => {
  weigh("import { createForm }", await bundled('import { createForm } from "./dist/index.js"; globalThis.x = createForm;'), 264);
});

test("everything", async () => {
  weigh("import *", await bundled('import * as all from "./dist/index.js"; globalThis.x = all;'), 399);
});

test("a page without WebAssembly that only checks", async () => {
  weigh("import { check } from kvspec/js", await bundled('import { check } from "./dist/js.js"; globalThis.x = check;'), 274);
});

test("what is imported and not used weighs nothing", async () => {
  const bytes = await bundled('import { check, profiles, explain, compare } from "./dist/index.js"; import "./dist/index.js";');
  assert.ok(bytes.length < 100, `${bytes.length} bytes: ${Buffer.from(bytes).toString("utf8").slice(0, 200)}`);
});

test("checking carries neither explanations nor comparisons", async () => {
  const text = Buffer.from(await bundled('import { check } from "./dist/index.js"; globalThis.x = check;')).toString("utf8");
  for (const absent of ["kvspec/comparison/v1", "## Where it applies", "Subscription period: Months"]) {
    assert.ok(!text.includes(absent), absent);
  }
});
