// kvspec beside other validators, in Node.js and, where there is one, in Chromium.
// `node bench.mjs --write FILE` also writes the tables, as Markdown.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { cold } from "./cold.mjs";
import { goals, suite, tableOf } from "./suite.mjs";

const out = [];
const say = (line = "") => {
  out.push(line);
  console.log(line);
};
const here = fileURLToPath(new URL(".", import.meta.url));
const version = (name) => JSON.parse(readFileSync(`${here}/node_modules/${name}/package.json`, "utf8")).version;
const peers = ["ajv", "@sinclair/typebox", "valibot", "zod", "arktype"].map((name) => `${name} ${version(name)}`);
say(`${cpus()[0].model}, ${peers.join(", ")}.`);

say(`\n## Node ${process.version}`);
const tables = await suite(100, say);
const starts = cold(["kvspec", "ajv", "typebox", "valibot", "zod", "arktype"]);
const start = "Cold start: a new process imports the judge and judges its first form";
goals(say, [...tables, tableOf(say, start, starts, "ms", 1)]);

/** The tools of the package and of the page: there are none where neither was tested. */
const tool = (name, ...folders) => {
  const folder = folders.find((folder) => existsSync(`${here}/../../${folder}/node_modules/${name}`));
  return folder && createRequire(`${here}/../../${folder}/package.json`)(name);
};
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const esbuild = tool("esbuild", "pkg");
const playwright = tool("playwright-core", "www", "pkg/test/packaging");
if (existsSync(chromium) && esbuild && playwright) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: 'import * as suite from "./suite.mjs"; Object.assign(globalThis, suite);', resolveDir: here },
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
  });
  const browser = await playwright.chromium.launch({ executablePath: chromium, args: ["--headless", "--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    await page.exposeFunction("say", say);
    await page.addScriptTag({ content: outputFiles[0].text });
    say(`\n## Chromium ${browser.version()}`);
    // Its clock is coarse.
    await page.evaluate(async () => globalThis.goals(globalThis.say, await globalThis.suite(2000, globalThis.say)));
  } finally {
    await browser.close();
  }
} else {
  console.error("Chromium, pkg/node_modules or www/node_modules is not there: nothing was measured in a browser");
}

const flag = process.argv.indexOf("--write");
if (flag > 0) {
  const head = [
    "# Benchmarks in JavaScript",
    "",
    "Written by `make bench-javascript`. One run on a shared machine: only the ratios mean anything.",
    "",
    "`isValid` of kvspec judges what differs from the request before. Where one form is judged again and again that is the",
    "password alone, which is not remembered and looked at anew; of the 4096 forms each differs from the one before in eight",
    "values of fifteen. So does `check`: of the form with six mistakes that is judged again and again the password alone is",
    "looked at anew, and what was found in it is found to be what it was; of the 1024 forms with six mistakes each, eleven",
    "values of fifteen are others, and most findings are made anew.",
    "",
    "",
  ].join("\n");
  writeFileSync(process.argv[flag + 1], `${head}${out.join("\n")}\n`);
}
