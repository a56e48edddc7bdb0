// What it weighs on the wire. A ceiling a little above what is reached: who crosses it should know.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const KB = 1024;
const weigh = (what, bytes, ceiling) => {
  const gzipped = gzipSync(bytes, { level: 9 }).length;
  console.log(`${what}: ${(gzipped / KB).toFixed(1)} KB gzipped, ${(bytes.length / KB).toFixed(1)} KB raw; at most ${ceiling} KB gzipped`);
  assert.ok(gzipped <= ceiling * KB, `${what} has ${gzipped} bytes gzipped`);
  return gzipped;
};

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
/** Holds what README says, wherever it does, to what is measured: hardly less than that, and little more. */
function said(bytes, pattern) {
  const figures = [...readme.matchAll(pattern)].map(([, figure]) => Number(figure));
  assert.ok(figures.length > 0, `README no longer says ${pattern}`);
  for (const figure of figures) {
    assert.ok(bytes <= 1.02 * figure * KB && figure * KB <= 1.05 * bytes + KB, `README says ${figure} KB of what is ${(bytes / KB).toFixed(1)} KB: ${pattern}`);
  }
}

/** What a bundler leaves of the package for somebody who imports this. */
async function bundled(code) {
  const result = await build({
    stdin: { contents: code, resolveDir: new URL("..", import.meta.url).pathname },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    external: ["react", "vue"],
    logLevel: "silent",
  });
  return result.outputFiles[0].contents;
}

test("the WebAssembly", () => {
  const file = (name) => readFileSync(new URL(`../dist/${name}.wasm`, import.meta.url));
  said(weigh("kvspec.wasm", file("kvspec"), 194), /(?:WebAssembly module with|Of its) (\d+) KB/g);
  said(weigh("core.wasm", file("core"), 130), /The engine with findings is (\d+) KB/g);
  said(weigh("house.wasm", file("house"), 1120), /half as large again \((\d+) KB/g);
});

test("a page that only checks", async () => {
  const bytes = await bundled('import { check } from "./dist/index.js"; globalThis.x = check;');
  said(weigh("import { check }", bytes, 228), /`check` alone(?:, for comparison \||, against)? (\d+)/g);
});

test("a page with a form", async () => {
  const bytes = await bundled('import { createForm } from "./dist/index.js"; globalThis.x = createForm;');
  said(weigh("import { createForm }", bytes, 263), /`createForm`(?: alone \|)? (\d+)/g);
});

test("everything", async () => {
  said(weigh("import *", await bundled('import * as all from "./dist/index.js"; globalThis.x = all;'), 406), /in both languages, (\d+) KB/g);
});

test("a page without WebAssembly that only checks", async () => {
  const bytes = await bundled('import { check } from "./dist/js.js"; globalThis.x = check;');
  said(weigh("import { check } from kvspec/js", bytes, 270), /It costs about (\d+) KB gzipped for `check` alone/g);
});

test("what is loaded when somebody asks for it", async () => {
  for (const [name, names, ceiling, pattern] of [
    ["lint", "lint, fix", 812, /several times as large \((\d+) KB/g],
    ["transfer", "transfer, orderRequest", 312, /module of its own \((\d+) KB/g],
  ]) {
    said(weigh(`kvspec/${name}`, await bundled(`import { ${names} } from "./dist/${name}.js"; globalThis.x = [${names}];`), ceiling), pattern);
  }
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

/** What a page with these parts weighs: an entry's functions, documents, and their words in one language. */
async function pieces(entry, names, ids, locale) {
  const imports = ids.flatMap((id, index) => [
    `import d${index} from "./dist/p/${id}.js";`,
    ...(locale ? [`import w${index} from "./dist/p/${id}/${locale}.js";`] : []),
  ]);
  const used = ids.flatMap((_, index) => [`d${index}`, ...(locale ? [`w${index}`] : [])]);
  const code = `import { ${names.join(", ")} } from "./dist/${entry}.js"; ${imports.join(" ")} globalThis.x = [${[...names, ...used].join(", ")}];`;
  const bytes = Buffer.from(await bundled(code));
  return { gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length };
}

function within(what, { gzip, brotli }, most) {
  console.log(`${what}: ${(gzip / KB).toFixed(1)} KB gzipped, ${(brotli / KB).toFixed(1)} KB with brotli; at most ${most.gzip} and ${most.brotli}`);
  assert.ok(gzip <= most.gzip * KB && brotli <= most.brotli * KB, `${what}: ${gzip} bytes gzipped, ${brotli} with brotli`);
}

const [CN, INTL] = ["alibaba.create-instance.cn", "alibaba.create-instance.intl"];
const [TODAY, TAIR] = ["alibaba.create-instance.2026", "alibaba.create-tair-instance.2026"];
const FORM = ["use", "check", "isValid", "createForm"];

test("a page with verdicts under one document", async () => {
  const weight = await pieces("verdict", ["verdict"], [CN]);
  within("kvspec/verdict and a document", weight, { gzip: 50, brotli: 41 });
  said(weight.gzip, /`kvspec\/verdict` and one document \| (\d+)/g);
});

test("a page with a form under one document, in one language", async () => {
  const most = [0, 0];
  for (const locale of ["en", "zh"]) {
    const weights = [await pieces("core", FORM, [CN], locale), await pieces("core", FORM, [TODAY], locale)];
    within(`kvspec/core, a document and its words in ${locale}`, weights[0], { gzip: 162, brotli: 136 });
    within(`the same for an operation of today in ${locale}`, weights[1], { gzip: 174, brotli: 146 });
    weights.forEach(({ gzip }, index) => (most[index] = Math.max(most[index], gzip)));
  }
  said(most[0], /with a form in one language \| (\d+)/g);
  said(most[1], /the same for an operation of today \| (\d+)/g);
});

test("another document of a page", async () => {
  const most = [0, 0];
  const least = (one, two) => ({ gzip: two.gzip - one.gzip, brotli: two.brotli - one.brotli });
  for (const locale of ["en", "zh"]) {
    const one = await pieces("core", FORM, [CN], locale);
    const others = [await pieces("core", FORM, [CN, INTL], locale), await pieces("core", FORM, [CN, TAIR], locale)].map((two) => least(one, two));
    within(`another document in ${locale}`, others[0], { gzip: 12, brotli: 8 });
    within(`an operation of today as another in ${locale}`, others[1], { gzip: 23, brotli: 16 });
    others.forEach(({ gzip }, index) => (most[index] = Math.max(most[index], gzip)));
  }
  said(most[0], /another document in the same language \| (\d+)/g);
  said(most[1], /another one of today \| (\d+)/g);
});

test("documents that are imported and not used weigh nothing", async () => {
  const bytes = await bundled('import { check } from "./dist/core.js"; import cn from "./dist/p/alibaba.create-instance.cn.js"; import zh from "./dist/p/alibaba.create-instance.cn/zh.js";');
  assert.ok(bytes.length < 100, `${bytes.length} bytes`);
});

test("who binds a form under one document carries no other", async () => {
  const page = 'import cn from "kvspec/p/alibaba.create-instance.cn"; import zh from "kvspec/p/alibaba.create-instance.cn/zh"; import { use } from "kvspec/core"; globalThis.x = use(cn, zh);';
  for (const [entry, name] of [["react", "useKvspecForm"], ["vue", "useKvspecForm"], ["rules", "bind"], ["formily", "effects"]]) {
    const bytes = await bundled(`${page} import { ${name} } from "kvspec/core/${entry}"; globalThis.y = ${name};`);
    weigh(`kvspec/core/${entry}, a document and its words in zh`, bytes, 163);
  }
});
