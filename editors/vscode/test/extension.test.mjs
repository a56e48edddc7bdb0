// What the editor reads of the extension: the task's pattern against what the command writes, texts
// in both languages, and the package as it is installed.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const root = new URL("..", import.meta.url).pathname;
const read = (name) => readFileSync(join(root, name), "utf8");
const manifest = JSON.parse(read("package.json"));
const kvspec = process.env.KVSPEC ?? join(root, "../../target/debug/kvspec");

test("the problem matcher reads what the command writes", () => {
  const folder = mkdtempSync(join(tmpdir(), "kvspec-"));
  try {
    const file = join(folder, "order.json");
    writeFileSync(file, '{"RegionId": "cn-hangzhou",\n "Capacity": 0, "ZoneId": "cn-beijing-a"}\n');
    const { stdout } = spawnSync(kvspec, ["lint", "--format", "concise", file], { encoding: "utf8" });
    const [matcher] = manifest.contributes.problemMatchers;
    const pattern = new RegExp(matcher.pattern.regexp);
    const lines = stdout.trim().split("\n");
    const found = lines.map((line) => pattern.exec(line));
    assert.ok(lines.length > 1 && found.every(Boolean), stdout);
    const range = found.find((match) => match[matcher.pattern.code] === "out-of-range");
    assert.ok(range, stdout);
    assert.equal(range[matcher.pattern.file], file);
    assert.equal(range[matcher.pattern.line], "2");
    assert.equal(range[matcher.pattern.severity], "error");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("every text is there in both languages, and none is left over", () => {
  const used = new Set([...read("package.json").matchAll(/%([a-z.]+)%/g)].map((match) => match[1]));
  for (const name of ["package.nls.json", "package.nls.zh-cn.json"]) {
    assert.deepEqual(new Set(Object.keys(JSON.parse(read(name)))), used, name);
  }
  const said = [...read("src/extension.ts").matchAll(/l10n\.t\(\s*"([^"]+)"/g)].map((match) => match[1]);
  assert.deepEqual(new Set(Object.keys(JSON.parse(read("l10n/bundle.l10n.zh-cn.json")))), new Set(said));
});

test("what a setting can be is what the command takes", () => {
  const help = execFileSync(kvspec, ["lsp", "--help"], { encoding: "utf8" });
  const { properties } = manifest.contributes.configuration;
  for (const pack of properties["kvspec.packs"].items.enum) {
    assert.ok(help.includes(pack), pack);
  }
});

test("the package holds what is needed, and nothing else", () => {
  const folder = mkdtempSync(join(tmpdir(), "kvspec-"));
  try {
    const vsix = join(folder, "kvspec.vsix");
    const vsce = join(root, "node_modules/.bin/vsce");
    execFileSync(vsce, ["package", "--no-dependencies", "--skip-license", "--allow-missing-repository", "--out", vsix], {
      cwd: root,
      stdio: "pipe",
    });
    const list = execFileSync("python3", ["-m", "zipfile", "-l", vsix], { encoding: "utf8" });
    for (const name of ["dist/extension.js", "package.nls.zh-cn.json", "media/install.md", "l10n/bundle"]) {
      assert.ok(list.includes(`extension/${name}`), `${name} is not in it`);
    }
    assert.ok(!list.includes("node_modules") && !list.includes("extension.ts"), list);
    const bytes = readFileSync(vsix).length;
    assert.ok(bytes < 500_000, `${bytes} bytes`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("each step of the walkthrough has its page", () => {
  for (const step of manifest.contributes.walkthroughs[0].steps) {
    assert.ok(existsSync(join(root, step.media.markdown)), step.id);
  }
});
