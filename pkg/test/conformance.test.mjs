// The same findings as the native command line, which `make test-package` has built: every case of the corpus, in both
// languages, many generated requests, and some texts that no one should send. Only offsets and columns differ: UTF-16 here,
// bytes and code points there. `kvspec/js`, which has no WebAssembly, must give the same.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import * as kvspecJs from "../dist/js.js";
import * as kvspecWasm from "../dist/index.js";
import { reconcile } from "../dist/reconcile.js";

const { compare, codes, explain, profiles, providerCodes } = kvspecWasm;
const entries = { kvspec: kvspecWasm, "kvspec/js": kvspecJs };

const root = new URL("../..", import.meta.url);
const target = process.env.CARGO_TARGET_DIR ?? new URL("target", root).pathname;
const program = `${target}/debug/kvspec`;

function native(args, input) {
  const { stdout, status, stderr } = spawnSync(program, args, { input, encoding: "utf8", maxBuffer: 1 << 26 });
  assert.ok(status === 0 || status === 1 || stdout !== "", `${program} ${args.join(" ")}: ${stderr}`);
  return stdout;
}

/** The cases of a file of the corpus: one request a line, comments and expectations aside. */
const cases = (file) =>
  readFileSync(new URL(`tests/corpus/${file}`, root), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("# ") && !line.startsWith("! "));

/** For each byte of a text, and its end, how many units of UTF-16 stand before it. */
function unitsBefore(text) {
  const before = new Uint32Array(Buffer.byteLength(text) + 1);
  let byte = 0;
  let unit = 0;
  for (const character of text) {
    before.fill(unit, byte, (byte += Buffer.byteLength(character)));
    unit += character.length;
  }
  before[byte] = unit;
  return before;
}

/** What the native report says, with offsets and columns as JavaScript counts them. */
function converted(text, report) {
  const before = unitsBefore(text);
  const columns = (position) => {
    const offset = before[position.offset];
    const lineStart = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
    return { ...position, offset, column: text.slice(lineStart, offset).replace(/^\ufeff/, "").length + 1 };
  };
  for (const found of report.specs.flatMap((spec) => spec.diagnostics)) {
    if (found.span) found.span = { start: columns(found.span.start), end: columns(found.span.end) };
    for (const edit of found.fix?.edits ?? []) Object.assign(edit, { start: before[edit.start], end: before[edit.end] });
  }
  return report;
}

function agrees(text, profile, locale) {
  const meant = profile ? ["--profile", profile] : [];
  const args = ["lint", "--format", "json", "--locale", locale, ...meant, "-"];
  const theirs = converted(text, JSON.parse(native(args, text)));
  for (const [entry, { lint }] of Object.entries(entries)) {
    const ours = lint(text, { locale, source: "<stdin>", ...(profile && { profile }) });
    assert.equal(JSON.stringify(ours), JSON.stringify(theirs), `${entry}: ${text}`);
  }
  return theirs;
}

/** Findings about an object: the same, in the same order, without places in a text. */
const placeless = (diagnostics) =>
  JSON.stringify(diagnostics.map(({ span, ...found }) => (found.fix ? { ...found, fix: { ...found.fix, edits: [] } } : found)));

/** One request: as text, and as the object that JSON makes of it. */
function checked(text, profile, diagnostics, locale) {
  for (const [entry, { check, isValid }] of Object.entries(entries)) {
    const report = check(profile, text, { locale });
    assert.equal(JSON.stringify(report.diagnostics), JSON.stringify(diagnostics), `${entry}: ${text}`);
    assert.equal(isValid(profile, text), report.valid, `${entry}: ${text}`);
    let object;
    try {
      object = JSON.parse(text);
    } catch {
      continue;
    }
    // Names that are given twice, odd spellings of numbers and half surrogate pairs are not what they were.
    if (JSON.stringify(object) !== text) continue;
    objects++;
    const ofObject = check(profile, object, { locale });
    assert.equal(JSON.stringify({ ...ofObject, diagnostics: placeless(ofObject.diagnostics) }), JSON.stringify({ ...report, diagnostics: placeless(diagnostics) }), `${entry}: ${text}`);
    assert.equal(isValid(profile, object), report.valid, `${entry}: ${text}`);
  }
}

const corpora = new Set();
let count = 0;
let objects = 0;
for (const file of readdirSync(new URL("tests/corpus", root)).filter((file) => file.endsWith(".txt"))) {
  const profile = file.slice(0, -".txt".length);
  corpora.add(profile);
  test(`the corpus of ${profile}`, () => {
    for (const text of cases(file)) {
      count++;
      for (const locale of ["zh", "en"]) {
        const report = agrees(text, profile, locale);
        // An array is several requests to lint, and none to check.
        if (text.startsWith("[")) continue;
        checked(text, profile, report.specs[0].diagnostics, locale);
        if (text.startsWith("{")) compactly(text, profile, locale);
      }
    }
  });
}

/** The same request as `JSON.stringify` writes it, which is what an object is held against. */
function compactly(text, profile, locale) {
  let compact;
  try {
    compact = JSON.stringify(JSON.parse(text));
  } catch {
    return;
  }
  if (compact === text) return;
  const { diagnostics } = kvspecWasm.check(profile, compact, { locale });
  checked(compact, profile, diagnostics, locale);
}

test("generated requests, right and wrong", () => {
  for (const { id } of profiles) {
    // What is no JSON would make other lines part of it.
    const wrong = codes().filter((code) => code !== "syntax").flatMap((code) => {
      const { stdout, status } = spawnSync(program, ["generate", "--profile", id, "--violating", code, "--count", "12", "--seed", "7"], { encoding: "utf8" });
      return status === 0 ? stdout.trim().split("\n") : [];
    });
    assert.ok(wrong.length >= 120, `${id}: ${wrong.length}`);
    const right = native(["generate", "--profile", id, "--count", "400", "--seed", "7"]).trim().split("\n");
    for (const locale of ["en", "zh"]) {
      // One line each: one call of the program judges all of them.
      const lines = [...wrong, ...right];
      const report = agrees(lines.join("\n"), id, locale);
      assert.equal(report.specs.length, lines.length);
      for (const [index, text] of lines.entries()) {
        const { diagnostics } = kvspecWasm.check(id, text, { locale });
        const words = (found) => found.map(({ span, fix, ...rest }) => JSON.stringify(rest)).join("\n");
        // A Token that stands in two lines is a finding of the run, not of the line.
        const ofLine = report.specs[index].diagnostics.filter(({ code }) => code !== "token-reused");
        assert.equal(words(diagnostics), words(ofLine), text);
        checked(text, id, diagnostics, locale);
      }
    }
  }
});

test("texts in other shapes", () => {
  const texts = [
    '{"RegionId": "cn-hangzhou", "InstanceName": "😀 é 缓存", "Capacity": "x"}',
    '\ufeff{"RegionId": "cn-hangzhou"}',
    '\ufeff{\n "RegionId": "😀", "Periode": "😀",\n "ChargeType": "prepaid"}',
    '{"RegionId": "\ufeffcn\ufeff", "Periode": "😀"}',
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

test("the whole corpus was compared", () => {
  assert.equal(corpora.size, profiles.length);
  assert.ok(count >= 100, `${count} cases`);
  assert.ok(objects >= 4000, `${objects} objects`);
});

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
    // As R-kvstore answers who does not ask for JSON, and as SDKs and the `aliyun` command line print a refusal.
    ["alibaba.create-instance.cn", cn, "<CreateInstanceResponse><RequestId>1</RequestId><InstanceId>r-bp1</InstanceId><RegionId>cn-hangzhou</RegionId><ChargeType>PostPaid</ChargeType></CreateInstanceResponse>"],
    ["alibaba.create-instance.cn", cn, "<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>1</RequestId><HostId>r-kvstore.aliyuncs.com</HostId><Code>InvalidCapacity.NotFound</Code><Message>The specified capacity is not found.</Message></Error>"],
    ["alibaba.create-instance.cn", cn, "ERROR: SDK.ServerError\nErrorCode: InvalidCapacity.NotFound\nRecommend: https://error-center.aliyun.com\nRequestId: 8906582E\nMessage: The specified capacity is not found."],
    ["alibaba.create-instance.cn", cn, "HTTP Status: 400 Error:InvalidCapacity.NotFound The specified capacity is not found. RequestID: 8906582E"],
    ["alibaba.create-instance.cn", cn, "Error: code: 400, The specified capacity is not found. Code: InvalidCapacity.NotFound request id: 8906582E"],
    ["alibaba.create-instance.cn", undefined, "<Broken><InstanceId>r-bp1</Broken>"],
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
  assert.equal(reconcile("alibaba.create-instance.cn", new Map(Object.entries(JSON.parse(cn))), cases[1][2]).outcome, "as-ordered");
  for (const [profile, order, printed] of cases.slice(7, 10)) {
    const { outcome, diagnostics } = reconcile(profile, order, printed);
    assert.deepEqual([outcome, diagnostics.map(({ path }) => path)], ["refused", ["/Capacity"]], printed);
  }
});

test("the page of every code, ours and the providers'", () => {
  for (const code of [...codes(), ...providerCodes()]) {
    for (const locale of ["en", "zh"]) {
      const theirs = execFileSync(program, ["explain", code, "--locale", locale], { encoding: "utf8" });
      assert.equal(explain(code, locale).page, ofOurs(theirs, locale));
    }
  }
});

/** A page of the native program without what it says of profiles that the package does not have. */
function ofOurs(page, locale) {
  const isOurs = (id) => profiles.some((profile) => profile.id === id);
  const parts = page.split(/^(?=#{1,3} )/m);
  const idOf = (part) => /^### .* \(`([^`]+)`\)\n/.exec(part)?.[1];
  const kept = parts.filter((part) => idOf(part) === undefined || isOurs(idOf(part)));
  const where = kept.findIndex((part) => part.startsWith(locale === "zh" ? "## 适用范围\n" : "## Where it applies\n"));
  if (parts.some(idOf) && !kept.some(idOf) && where >= 0) {
    kept[where] += locale === "zh" ? "仅见于其他工具的文件中的订单，例如 Terraform 文件。\n\n" : "Orders in files of other tools alone, such as Terraform's.\n\n";
  }
  let isLeftOut = false;
  const lines = kept.join("").split("\n").filter((line) => {
    const row = /^- .* \(`([^`]+)`\): HTTP /.exec(line);
    if (row || !line.startsWith("  ")) isLeftOut = row !== null && !isOurs(row[1]);
    return !isLeftOut;
  });
  return `${lines.join("\n").trimEnd()}\n`;
}
