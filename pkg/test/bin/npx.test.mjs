// `npx kvspec`: what stands between the command and the machine. What the command says is held by its own tests, which
// `make test-npx` runs against it.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const pkg = fileURLToPath(new URL("../..", import.meta.url));
const bin = join(pkg, "bin/kvspec.mjs");
const { version } = JSON.parse(readFileSync(join(pkg, "package.json"), "utf8"));
const FAULTY = '{"RegionId": "cn-hangzhou", "Capacity": 0}\n';

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "kvspec npx 订单 "));
  mkdirSync(join(folder, "a/b"), { recursive: true });
  writeFileSync(join(folder, "a/order.json"), FAULTY);
});
after(() => rmSync(folder, { recursive: true, force: true }));

const run = (args, options) => spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28, ...options });
const concise = (name) => `${name}:1:41: error[out-of-range] /Capacity: \`Capacity\` is 0, but must be at least 1\n`;

test("it is the command of this version, and Node.js does not warn of it", () => {
  const { status, stdout, stderr } = run(["--version"]);
  assert.deepEqual([status, stdout, stderr], [0, `kvspec ${version}\n`, ""]);
});

test("paths are those of the current folder, those above it, and those of the machine", () => {
  const lint = (path, cwd) => run(["lint", "--format", "concise", "--level", "error", path], { cwd });
  for (const [path, cwd] of [["a/order.json", "."], ["../order.json", "a/b"], ["order.json", "a"], [join(folder, "a/order.json"), "a/b"]]) {
    const { status, stdout, stderr } = lint(path, join(folder, cwd));
    assert.deepEqual([status, stdout, stderr], [1, concise(path), ""]);
  }
});

test("the status says that something could not be read, and standard error why", () => {
  const { status, stderr } = run(["lint", "nowhere.json"]);
  assert.equal(status, 2);
  assert.match(stderr, /^kvspec: nowhere\.json: No such file or directory/);
});

test("a file is mended in its place", () => {
  const file = join(folder, "mended.json");
  writeFileSync(file, '{"regionId": "cn-hangzhou", "Capacity": 1024}\n');
  assert.equal(run(["lint", "--fix", "--profile", "alibaba.create-instance.cn", "mended.json"]).status, 0);
  assert.equal(readFileSync(file, "utf8"), '{"RegionId": "cn-hangzhou", "Capacity": 1024}\n');
});

test("much comes in and goes out without loss", () => {
  const generated = run(["generate", "--profile", "alibaba.create-instance.cn", "--count", "5000"]).stdout;
  assert.equal(generated.split("\n").length, 5001);
  const { status, stdout } = run(["lint", "--profile", "alibaba.create-instance.cn", "--input-format", "ndjson", "--format", "ndjson", "--jobs", "4", "-"], { input: generated });
  assert.equal(status, 0);
  const lines = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual([lines.length, lines.filter(({ valid }) => valid).length], [5000, 5000]);
});

test("a large file is read at once", () => {
  const file = join(folder, "large.json");
  writeFileSync(file, `${FAULTY.trimEnd()}${" ".repeat(20 << 20)}`);
  const { status, stdout } = run(["lint", "--format", "concise", "--level", "error", "large.json"]);
  assert.deepEqual([status, stdout], [1, concise("large.json")]);
});

test("whoever stops reading ends it", async () => {
  const child = spawn(process.execPath, [bin, "generate", "--profile", "alibaba.create-instance.cn", "--count", "1000000"], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  child.stdout.once("data", () => child.stdout.destroy());
  await new Promise((resolve) => child.once("close", resolve));
  assert.equal(said, "");
});

test("the language is that of the environment", () => {
  const { stdout } = run(["lint", "--format", "concise", "--level", "error", "a/order.json"], { env: { PATH: process.env.PATH, LANG: "zh_CN.UTF-8" } });
  assert.match(stdout, /至少应为 1/);
});

test("the language server says why it is not there", () => {
  const { status, stderr } = run(["lsp"], { input: "" });
  assert.equal(status, 2);
  assert.match(stderr, /needs threads/);
});

test("npx finds it in the package", () => {
  const installed = join(folder, "installed");
  mkdirSync(installed);
  const npm = (args, cwd) => execFileSync("npm", [...args, "--loglevel=error"], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const [{ filename, files }] = JSON.parse(npm(["pack", "--json", "--pack-destination", installed], pkg));
  assert.ok(files.some(({ path }) => path === "bin/kvspec.wasm"));
  const text = readFileSync(join(pkg, "bin/kvspec.wasm"), "latin1");
  for (const secret of [pkg, process.env.HOME, tmpdir()]) assert.ok(!text.includes(`${secret}/`), `the module has ${secret}`);
  writeFileSync(join(installed, "package.json"), '{"private": true}\n');
  npm(["install", "--offline", "--no-audit", "--no-fund", `./${filename}`], installed);
  assert.equal(execFileSync("npx", ["--no-install", "kvspec", "--version"], { cwd: installed, encoding: "utf8" }), `kvspec ${version}\n`);
});
