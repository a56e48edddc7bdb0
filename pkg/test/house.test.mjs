// `kvspec/house`: what the native command line says under the same `kvspec.toml`, as text and as an object.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { init, KvspecError, lint } from "../dist/house.js";
import { lint as plain } from "../dist/lint.js";

const root = new URL("../..", import.meta.url);
const target = process.env.CARGO_TARGET_DIR ?? new URL("target", root).pathname;
const FOLDER = "examples/house-rules";
const read = (file) => readFileSync(new URL(`${FOLDER}/${file}`, root), "utf8");
init(readFileSync(new URL("../dist/house.wasm", import.meta.url)));
const toml = read("kvspec.toml");
const files = readdirSync(new URL(FOLDER, root), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
  .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.split(`${FOLDER}/`)[1]);

/** The same rules as an object. */
const OBJECT = {
  required: ["Token"],
  "known-classes": ["redis.master.small.default", "redis.master.mid.default"],
  severity: { "no-idempotency-token": "off" },
  allowed: {
    regions: ["cn-hangzhou", "cn-shanghai"],
    "engine-versions": ["5.0", "6.0", "7.0"],
    "charge-types": { values: ["PrePaid"], files: ["prod/"], message: { en: "production is paid by subscription", zh: "生产环境使用包年包月" } },
  },
  naming: { pattern: /^(prod|test)-[a-z0-9-]+$/, severity: "warning", message: { en: "a name begins with its stage: prod- or test-", zh: "名称应以所属环境开头：prod- 或 test-" } },
  "unknown-class": { severity: "warning" },
  forbidden: [{ parameter: "Password", message: { en: "passwords are set by the key store, never by an order", zh: "密码由密钥库设置，不得写入订单" } }],
  overrides: [{ files: ["test/"], severity: { "house-rule": "warning" } }],
};

for (const locale of ["en", "zh"]) {
  test(`the example has the command line's report, ${locale}`, () => {
    assert.ok(files.length >= 2, String(files));
    let broken = 0;
    for (const file of files) {
      const run = spawnSync(`${target}/debug/kvspec`, ["lint", "--format", "json", "--level", "info", "--locale", locale, file], { encoding: "utf8", cwd: new URL(FOLDER, root) });
      assert.ok(run.stdout, run.stderr ?? String(run.error));
      const theirs = JSON.parse(run.stdout);
      for (const house of [toml, OBJECT]) assert.deepEqual(lint(read(file), { file, locale, level: "info", house }), theirs, file);
      broken += theirs.specs.flatMap(({ diagnostics }) => diagnostics).filter(({ code }) => code === "house-rule").length;
    }
    assert.ok(broken > 0);
  });
}

test("without rules it is kvspec/lint", () => {
  for (const file of files) assert.deepEqual(lint(read(file), { file }), plain(read(file), { file }));
});

test("a rule changes no verdict", () => {
  const order = '{"RegionId": "cn-beijing", "Capacity": 1024, "InstanceName": "cache"}';
  const options = { profile: "alibaba.create-instance.cn" };
  const { specs, summary } = lint(order, { ...options, house: { allowed: { regions: ["cn-hangzhou"] }, severity: { "default-applied": "off" } } });
  assert.equal(specs[0].valid, true);
  assert.ok(summary.hidden > 0);
  assert.equal(specs[0].diagnostics.find(({ code }) => code === "house-rule").path, "/RegionId");
  assert.deepEqual(lint(order, { ...options, house: 'level = "error"' }).specs[0].diagnostics, []);
  assert.notDeepEqual(lint(order, { ...options, house: 'level = "error"', level: "info" }).specs[0].diagnostics, []);
});

test("every mistake in the rules is told", () => {
  const refused = (house, locale) => {
    try {
      lint("{}", { house, locale });
    } catch (error) {
      assert.ok(error instanceof KvspecError);
      return error.message;
    }
  };
  assert.deepEqual(refused('namin = "x"\nallowed.regions = [1]').split("\n").map((line) => line.split(": ")[0]), ["1:1", "2:20"]);
  assert.match(refused({ naming: "([" }), /not a regular expression/);
  assert.match(refused('namin = "x"', "zh"), /[一-龟]/);
  assert.throws(() => lint("{}", { house: { naming: /x/i } }), /no flags/);
  assert.throws(() => lint("{}", { house: { naming: () => 1 } }), /function/);
  // Names and texts of any kind are written as TOML has them.
  const odd = { patterns: [{ parameter: "Token", pattern: "^\"\\\\'\u007f\n缓存$", message: 'a "quoted"\\ text' }] };
  assert.match(lint('{"RegionId": "cn-hangzhou", "Capacity": 1, "Token": "x"}', { house: odd, profile: "alibaba.create-instance.cn" }).specs[0].diagnostics.find(({ code }) => code === "house-rule").message, /a "quoted"\\ text/);
});
