// `kvspec/lint`: the report of the native command line for every format, with places in UTF-16 code units.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fix, lint, profiles, redact, rewrite } from "../dist/lint.js";
import * as slim from "../dist/lint-slim.js";

const root = new URL("../..", import.meta.url);
const target = process.env.CARGO_TARGET_DIR ?? new URL("target", root).pathname;
const program = `${target}/debug/kvspec`;

function native(...args) {
  const { stdout, stderr } = spawnSync(program, ["lint", "--format", "json", ...args], { encoding: "utf8", cwd: root, maxBuffer: 1 << 26 });
  assert.notEqual(stdout, "", stderr);
  return JSON.parse(stdout);
}

/** A report with places as JavaScript counts them. */
function converted(text, report) {
  const bytes = Buffer.from(text);
  const units = (offset) => bytes.subarray(0, offset).toString("utf8").length;
  const place = (position) => {
    const begin = position.offset === 0 ? 0 : bytes.lastIndexOf(10, position.offset - 1) + 1;
    return { ...position, offset: units(position.offset), column: bytes.subarray(begin, position.offset).toString("utf8").length + 1 };
  };
  for (const found of report.specs.flatMap(({ diagnostics }) => diagnostics)) {
    if (found.span) found.span = { start: place(found.span.start), end: place(found.span.end) };
    for (const edit of found.fix?.edits ?? []) Object.assign(edit, { start: units(edit.start), end: units(edit.end) });
  }
  return report;
}

const FILES = ["examples/faulty", "examples/terraform", "examples"].flatMap((folder) =>
  readdirSync(new URL(folder, root), { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(md|rs|py)$/.test(entry.name))
    .map(({ name }) => `${folder}/${name}`),
);
const read = (file) => readFileSync(new URL(file, root), "utf8");

for (const locale of ["en", "zh"]) {
  test(`every example has the command line's report, ${locale}`, () => {
    const formats = new Set();
    for (const file of FILES) {
      const text = read(file);
      const ours = lint(text, { file, locale });
      assert.deepEqual(ours, converted(text, native("--level", "info", "--locale", locale, file)), file);
      for (const { format } of ours.specs) formats.add(format);
    }
    for (const format of ["terraform", "ros", "shell", "json", "ndjson", "query"]) assert.ok(formats.has(format), format);
  });
}

test("places are code units behind Chinese and emoji", () => {
  const text = '# 名称😀\nresource "alicloud_kvstore_instance" "缓存" {\n  instance_class = "redis.master.small.defualt" # 😀\n  engine_version = "9.0"\n}\n';
  const found = lint(text).specs[0].diagnostics.find(({ path }) => path === "/engine_version");
  assert.equal(text.slice(found.span.start.offset, found.span.end.offset), '"9.0"');
  assert.deepEqual([found.span.start.line, found.span.start.column], [4, 20]);
});

test("a fix changes no more than it must", () => {
  const text = 'resource "alicloud_kvstore_instance" "a" {\n  # 😀\n  instance_class = "redis.master.small.default"\n  engine_version = 5.0\n}\n';
  assert.equal(fix(text, lint(text)), text.replace("= 5.0", '= "5.0"'));
});

test("the folder, the packs, the day, the format and the profile count", () => {
  const text = 'resource "alicloud_kvstore_instance" "a" {\n  instance_class = var.class\n}\n';
  const told = (options) => lint(text, options).specs[0].diagnostics.map(({ code }) => code);
  assert.ok(!told({ file: "main.tf" }).includes("unknown-class"));
  const neighbours = { "variables.tf": 'variable "class" {\n  default = "redis.nonsense"\n}\n' };
  assert.ok(told({ file: "main.tf", neighbours }).includes("unknown-class"));
  assert.ok(told({ packs: ["naming"] }).includes("name-missing"));
  const order = '{"RegionId": "cn-hangzhou", "Capacity": 1024}';
  assert.equal(lint(order).specs[0].profile, "alibaba.create-instance.2026");
  assert.equal(lint(order, { asOf: "2019-06-01" }).specs[0].profile, "alibaba.create-instance.cn");
  assert.equal(lint(order, { profile: "alibaba.create-tair-instance.2026" }).specs[0].inferred, false);
  assert.deepEqual(lint("Nothing is ordered here.", { inputFormat: "markdown" }).specs, []);
});

test("what does not exist is refused by name", () => {
  for (const options of [{ profile: "nosuch" }, { inputFormat: "toml" }, { packs: ["all"] }, { level: "hint" }, { asOf: "2019-02-30" }]) {
    assert.throws(() => lint("{}", options), TypeError, JSON.stringify(options));
  }
});

test("every profile has a name, and half a surrogate pair stops nothing", () => {
  const all = profiles();
  assert.ok(all.some(({ id }) => id === "terraform.alicloud-kvstore-instance"));
  for (const { id, title } of all) assert.ok(id !== "" && title.en !== "" && title.zh !== "", id);
  assert.equal(lint('{"RegionId": "\ud800", "Capacity": 1024}').specs.length, 1);
});

test("secrets are blotted out, and nothing else of an argument that is known", () => {
  const text = 'resource "alicloud_kvstore_instance" "a" {\n  password       = "Tr0ub4dor"\n  instance_class = "redis.master.small.default"\n}\n';
  const shown = redact(text);
  assert.ok(!shown.includes("Tr0ub4dor") && shown.includes("redis.master.small.default"), shown);
  assert.equal(shown.length, text.length);
});

test("with bytes of one's own", () => {
  assert.throws(() => slim.lint("{}"), /init/);
  slim.init(readFileSync(new URL("../dist/lint.wasm", import.meta.url)));
  assert.deepEqual(slim.lint(read("examples/ros.yaml")), lint(read("examples/ros.yaml")));
});

test("orders are written in another format as the command line writes them", () => {
  let written = 0;
  for (const file of ["examples/order.sh", "examples/ros.yaml", "examples/faulty/redis.tf", "examples/create-instance-cn.url", "examples/jdcloud.json"]) {
    for (const to of ["json", "aliyun", "jdc", "terraform", "ros", "pulumi"]) {
      const { status, stdout, stderr } = spawnSync(program, ["transfer", file, "--to", to, "--format", "json", "--locale", "zh"], { encoding: "utf8", cwd: root });
      const ours = () => rewrite(read(file), { to, file: file.split("/").at(-1), locale: "zh" });
      if (stdout === "") {
        assert.equal(status, 2, stderr);
        assert.throws(ours, { name: "KvspecError" }, `${file} ${to}`);
        continue;
      }
      // Of what these files hold, no line has a character beyond the first plane: the columns are the same.
      const { schema, source, ...theirs } = JSON.parse(stdout);
      assert.deepEqual(ours(), theirs, `${file} ${to}`);
      written++;
    }
  }
  assert.ok(written > 12, `${written} were written`);
  assert.ok(!rewrite(read("examples/order.sh"), { to: "json", file: "order.sh" }).text.includes("Grape7"));
  assert.throws(() => rewrite("{}", { to: "xml" }), TypeError);
});

test("a column of what was written in another format counts code units", () => {
  const text = '# 😀\nresource "alicloud_kvstore_instance" "a" {\n  instance_class = "redis.master.small.default"\n  /* 😀 */ security_ips = ["10.0.0.1"]\n}\n';
  const { orders } = rewrite(text, { to: "aliyun", file: "main.tf" });
  const step = orders[0].steps.find(({ from }) => from === "/security_ips");
  assert.deepEqual([step.line, step.column], [4, text.split("\n")[3].indexOf("[") + 1]);
  // Several of them in one line, whatever their order.
  const line = '{"InstanceName": "😀😀 cache", "RegionId": "cn-hangzhou", "InstanceClass": "redis.master.small.default", "Port": "6380"}';
  const { steps } = rewrite(line, { to: "terraform", profile: "alibaba.create-instance.2026" }).orders[0];
  const placed = steps.filter(({ line, from }) => line !== null && from !== null);
  assert.ok(placed.length >= 3, `${placed.length} places`);
  for (const { from, column } of placed) assert.equal(column, line.indexOf('"', line.indexOf(`"${from.slice(1)}"`) + from.length + 1) + 1, from);
});
