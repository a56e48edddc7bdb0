// The package as it would be published: what is in it, and what tools that know packages say of it.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

const root = fileURLToPath(new URL("..", import.meta.url));
const run = (bin, ...args) => spawnSync(process.execPath, [`node_modules/${bin}`, ...args], { cwd: root, encoding: "utf8" });

test("publint has nothing to say", async () => {
  const { messages, pkg } = await publint({ pkgDir: root, strict: true });
  assert.deepEqual(messages.map((message) => formatMessage(message, pkg, { color: false })), []);
});

test("the types are right for every resolution", () => {
  const { status, stdout, stderr } = run("@arethetypeswrong/cli/dist/index.js", "--pack", ".", "--exclude-entrypoints", "./kvspec.wasm", "./core.wasm", "./lint.wasm", "./transfer.wasm", "./house.wasm", "--no-color");
  assert.equal(status, 0, stdout + stderr);
});

test("tsc --strict accepts what is meant and refuses what is not", () => {
  const { status, stdout } = run("typescript/bin/tsc", "-p", "test/types");
  assert.equal(status, 0, stdout);
});

test("only what is meant is packed, and nothing of this machine is in it", () => {
  const [{ files }] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json"], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  const names = files.map(({ path }) => path);
  for (const wanted of ["README.md", "LICENSE-MIT", "bin/kvspec.mjs", "dist/index.js", "dist/index.cjs", "dist/index.d.ts", "dist/index.d.cts", "dist/kvspec.wasm"]) {
    assert.ok(names.includes(wanted), wanted);
  }
  for (const name of names) {
    assert.match(name, /^(bin|dist|core|core-slim|verdict|slim|js|reconcile|transfer|lint|lint-slim|house|react|antd|rules|formily|vue)\/|^(README\.md|LICENSE-.*|package\.json)$/);
    const text = readFileSync(`${root}/${name}`, "latin1");
    for (const secret of [root, process.env.HOME]) assert.ok(!text.includes(secret), `${name} has ${secret}`);
  }
});

test("each entry asks for its own WebAssembly", () => {
  const asked = (name) => readFileSync(`${root}/dist/${name}.js`, "utf8").match(/from "(\.\/[^"]*\.wasm[^"]*)"/)?.[1];
  assert.equal(asked("workerd"), "./kvspec.wasm");
  assert.equal(asked("edge-light"), "./kvspec.wasm?module");
  assert.equal(asked("reconcile.workerd"), "./replies.wasm");
  assert.equal(asked("reconcile.edge-light"), "./replies.wasm?module");
  assert.equal(asked("transfer.workerd"), "./transfer.wasm");
  assert.equal(asked("transfer.edge-light"), "./transfer.wasm?module");
  assert.equal(asked("index"), undefined);
});

test("the lock file names no registry", () => {
  assert.ok(!readFileSync(`${root}/package-lock.json`, "utf8").includes('"resolved"'));
});

test("Node.js reads no more than it needs, and takes the same module for import and require", async () => {
  const require = createRequire(import.meta.url);
  const imported = await import("kvspec");
  assert.ok(imported.check === require("kvspec").check);
  const wanted = Object.keys(await import("../dist/index.js"));
  assert.deepEqual(Object.keys(imported), wanted);
  for (const entry of ["index.cjs", "node.cjs"]) assert.deepEqual(Object.keys(require(`../dist/${entry}`)).sort(), wanted, entry);
  const script = `
    const { isValid, check, compare } = require("./dist/node.cjs");
    const read = () => Object.keys(require.cache).map((path) => path.replace(/^.*dist./, "")).filter((path) => path.startsWith("data"));
    const order = { RegionId: "cn-hangzhou", Capacity: 0 };
    const all = [[isValid("alibaba.create-instance.cn", order), ...read()]];
    all.push([check("alibaba.create-instance.cn", order).valid, ...read()]);
    all.push([typeof compare("alibaba.create-instance.cn", "alibaba.create-instance.intl"), ...read().slice(1)]);
    console.log(JSON.stringify(all));`;
  const read = JSON.parse(execFileSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" }));
  assert.deepEqual(read[0], [false]);
  assert.deepEqual(read[1], [false, join("data", "texts.cjs")]);
  assert.deepEqual(read[2].sort(), [join("data", "comparisons.cjs"), join("data", "profiles.cjs"), "object"].sort());
});

test("a bundle for Node.js works where the package is not", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kvspec-"));
  try {
    for (const format of ["esm", "cjs"]) {
      const outfile = join(folder, `bundle.${format === "esm" ? "mjs" : "cjs"}`);
      const contents = 'import { check, compare } from "kvspec"; console.log(check("alibaba.create-instance.cn", {}).summary.errors, typeof compare);';
      const banner = format === "esm" ? { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' } : {};
      await build({ stdin: { contents, resolveDir: root }, bundle: true, platform: "node", format, outfile, banner, logLevel: "error" });
      assert.equal(execFileSync(process.execPath, [outfile], { encoding: "utf8" }).trim(), "2 function", format);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
