// The package as it would be published: what is in it, and what tools that know packages say of it.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
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
