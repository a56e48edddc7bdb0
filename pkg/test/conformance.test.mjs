// The same findings as the native command line, which `make test-package` has built: every case of the corpus, in both
// languages, and some texts that no one should send. Only offsets and columns differ: UTF-16 here, bytes and code points there.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { check, compare, codes, explain, isValid, lint, profiles } from "../dist/index.js";
import { reconcile } from "../dist/reconcile.js";

const root = new URL("../..", import.meta.url);
const target = process.env.CARGO_TARGET_DIR ?? new URL("target", root).pathname;
const kvspec = `${target}/debug/kvspec`;

function native(args, input) {
  const { stdout, status, stderr } = spawnSync(kvspec, args, { input, encoding: "utf8", maxBuffer: 1 << 26 });
  assert.ok(status === 0 || status === 1 || stdout !== "", `${kvspec} ${args.join(" ")}: ${stderr}`);
  return stdout;
}

/** The cases of a file of the corpus: one request a line, comments and expectations aside. */
const cases = (file) =>
  readFileSync(new URL(`tests/corpus/${file}`, root), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("# ") && !line.startsWith("! "));

/** What the native report says, with offsets and columns as JavaScript counts them. */
function converted(text, report) {
  const bytes = Buffer.from(text);
  const units = (offset) => bytes.subarray(0, offset).toString("utf8").length;
  const columns = (position) => {
    const lineStart = bytes.lastIndexOf(10, position.offset - 1) + 1;
    const line = bytes.subarray(position.offset === 0 ? 0 : lineStart, position.offset).toString("utf8");
    return { ...position, offset: units(position.offset), column: line.replaceAll("\ufeff", "").length + 1 };
  };
  for (const found of report.specs.flatMap((spec) => spec.diagnostics)) {
    if (found.span) found.span = { start: columns(found.span.start), end: columns(found.span.end) };
    for (const edit of found.fix?.edits ?? []) Object.assign(edit, { start: units(edit.start), end: units(edit.end) });
  }
  return report;
}

function agrees(text, profile, locale) {
  const args = ["lint", "--format", "json", "--locale", locale, ...(profile ? ["--profile", profile] : []), "-"];
  const theirs = converted(text, JSON.parse(native(args, text)));
  const ours = lint(text, { locale, source: "<stdin>", ...(profile && { profile }) });
  assert.equal(JSON.stringify(ours), JSON.stringify(theirs), text);
  return ours;
}

let count = 0;
for (const file of readdirSync(new URL("tests/corpus", root)).filter((file) => file.endsWith(".txt"))) {
  const profile = file.slice(0, -".txt".length);
  test(`the corpus of ${profile}`, () => {
    for (const text of cases(file)) {
      count++;
      agrees(text, profile, "zh");
      const report = agrees(text, profile, "en");
      // An array is several requests to lint, and none to check.
      if (text.startsWith("[")) continue;
      const checked = check(profile, text);
      assert.equal(JSON.stringify(checked.diagnostics), JSON.stringify(report.specs[0].diagnostics), text);
      assert.equal(isValid(profile, text), checked.valid, text);
    }
  });
}

test("texts in other shapes", () => {
  const texts = [
    '{"RegionId": "cn-hangzhou", "InstanceName": "😀 é 缓存", "Capacity": "x"}',
    '\ufeff{"RegionId": "cn-hangzhou"}',
    '\ufeff{\n "RegionId": "😀", "Periode": "😀",\n "ChargeType": "prepaid"}',
    '[{"RegionId": "cn-hangzhou", "Capacity": 1}, {"billingMethod": "包年包月"}]',
    '{"RegionId": "名", "Capacity": 1}\n\n{"RegionId": "cn", "Capacity": 0, "Token": "令牌"}\n',
    "https://r-kvstore.aliyuncs.com/?Action=CreateInstance&RegionId=cn-hangzhou&InstanceName=%F0%9F%98%80%20x",
    '{"Instances": "[{\\"RegionId\\": \\"😀\\", \\"izNo\\": \\"é\\", \\"InstanceName\\": \\"\\ud83d\\ude00 x\\"}]"}',
    '{"Capacity": 5.0, "EngineVersion": 5, "RegionId": 1e400}',
    '{"Capacity": 123456789012345678901234567890, "RegionId": "cn-hangzhou"}',
    "{",
    "nonsense",
    '{"a": "\\ud800"}',
    `${"[".repeat(5000)}`,
    `{"RegionId": "${"长".repeat(70_000)}"}`,
    '{"unknown": 1}',
    "null",
    '"text"',
  ];
  for (const text of texts) {
    for (const locale of ["en", "zh"]) agrees(text, undefined, locale);
  }
});

test("the whole corpus was compared", () => assert.ok(count >= 100, `${count} cases`));

test("every comparison of two profiles", () => {
  for (const a of profiles) {
    for (const b of profiles) {
      for (const locale of ["en", "zh"]) {
        const theirs = JSON.parse(native(["compare", a.id, b.id, "--format", "json", "--locale", locale]));
        assert.deepEqual(compare(a.id, b.id, { locale }), theirs);
      }
    }
  }
});

test("responses, held against orders and documents", () => {
  const folder = mkdtempSync(join(tmpdir(), "kvspec-"));
  const cn = '{"RegionId": "cn-hangzhou", "Capacity": 1024, "ChargeType": "PrePaid", "Period": "1", "InstanceName": "缓存😀"}';
  const cases = [
    ["alibaba.create-instance.cn", cn, '{"InstanceId": "r-bp1", "RegionId": "cn-hangzhou", "ChargeType": "PostPaid", "礼": "😀"}'],
    ["alibaba.create-instance.cn", cn, '{"InstanceId": "r-bp1", "RegionId": "cn-hangzhou", "ChargeType": "PrePaid", "Capacity": 1024}'],
    ["alibaba.create-instance.cn", cn, '{"Code": "InvalidInstanceName.Malformed", "Message": "no", "RequestId": "1"}'],
    ["alibaba.create-instance.cn", cn, '{"Code": "InvalidRegionId.NotFound", "Message": "no", "RequestId": "1"}'],
    ["alibaba.create-instance.cn", undefined, '{"InstanceId": "r-bp1", "EndTime": "2019-02-29T16:00:00Z"}'],
    ["alibaba.create-instance.cn", undefined, '{"名": '],
  ];
  try {
    for (const [profile, order, response] of cases) {
      for (const locale of ["en", "zh"]) {
        writeFileSync(join(folder, "response.json"), response);
        if (order) writeFileSync(join(folder, "order.json"), order);
        const args = [join(folder, "response.json"), "--profile", profile, "--format", "json", "--locale", locale];
        const published = JSON.parse(native(["response", ...args, ...(order ? ["--request", join(folder, "order.json")] : [])]));
        const { schema, source, request, ...theirs } = published;
        const ours = reconcile(profile, order, response, { locale });
        const read = theirs.outcome === "refused" ? order : response;
        converted(read, { specs: [theirs] });
        // A refusal says nothing of instances.
        assert.deepEqual(ours, { instance_ids: [], order_id: null, undocumented: [], comparisons: [], ...theirs });
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  assert.throws(() => reconcile("alibaba.create-instance.cn", "{", "{}"), /cannot read/);
  assert.equal(reconcile("alibaba.create-instance.cn", JSON.parse(cn), JSON.parse(cases[1][2])).outcome, "as-ordered");
});

test("the page of every code", () => {
  for (const code of codes()) {
    for (const locale of ["en", "zh"]) {
      const theirs = execFileSync(kvspec, ["explain", code, "--locale", locale], { encoding: "utf8" });
      assert.equal(explain(code, locale).page, theirs);
    }
  }
});
