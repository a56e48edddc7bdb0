// What a request may come in, what is made of it, and what it is called in messages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { check, checkChange, createForm, fix, isValid, partsOf, profiles, readable, safeParse, schema } from "../dist/index.js";

const CN = "alibaba.create-instance.cn";
const GOOD = { RegionId: "cn-hangzhou", Capacity: "1024" };

/** The same values in whatever holds names and values. */
const holders = (values) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.append(name, value);
  return [new URLSearchParams(values), data, new Map(Object.entries(values)), runInNewContext("new Map(entries)", { entries: Object.entries(values) })];
};

test("what servers are given is read as the object that it stands for", () => {
  for (const values of [GOOD, { ...GOOD, ChargeType: "PrePaid" }, { RegionId: "cn-hangzhou", Capacty: "1" }]) {
    for (const given of holders(values)) {
      assert.deepEqual(check(CN, given), check(CN, values));
      assert.equal(isValid(CN, given), isValid(CN, values));
      assert.deepEqual(safeParse(CN, given).success, isValid(CN, values));
      assert.deepEqual(createForm(CN, { initial: given }).report, createForm(CN, { initial: values }).report);
    }
  }
  const [existing, wanted] = holders({ ...GOOD, NetworkType: "VPC", VpcId: "vpc-1", VSwitchId: "vsw-1" });
  assert.equal(checkChange(CN, existing, wanted).allowed, true);
  // Also within others.
  const jd = { regionId: "cn-north-1", cacheInstance: new Map([["vpcId", "v"], ["azId", new Map([["master", "a"]])]]) };
  const paths = check("jdcloud.create-cache-instance", jd).diagnostics.filter(({ code }) => code === "required-parameter").map(({ path }) => path);
  assert.ok(paths.includes("/cacheInstance/azId/slave") && !paths.includes("/cacheInstance/azId/master"), String(paths));
});

test("a name that occurs twice is not valid", () => {
  const twice = new URLSearchParams("RegionId=cn-hangzhou&Capacity=1&Capacity=2&Capacity=3");
  assert.equal(isValid(CN, twice), false);
  assert.deepEqual(check(CN, twice, { level: "error" }).diagnostics.map(({ path }) => path), ["/Capacity"]);
});

test("what JSON has nothing of is refused by its name", () => {
  const others = { Set: new Set(["x"]), Promise: Promise.resolve(), Headers: new Headers(), Uint8Array: new Uint8Array(3), Request: new Request("http://localhost/"), Blob: new Blob([]), Error: new Error("x"), RegExp: /x/ };
  for (const [name, given] of Object.entries(others)) {
    for (const act of [() => check(CN, given), () => isValid(CN, given), () => safeParse(CN, given), () => createForm(CN, { initial: given })]) {
      assert.throws(act, (error) => error instanceof TypeError && error.message.includes(name), name);
    }
  }
  // A class of one's own, and what knows how it is written, are read.
  class Order {
    RegionId = "cn-hangzhou";
    Capacity = 1;
  }
  assert.equal(isValid(CN, new Order()), true);
  assert.equal(isValid(CN, { toJSON: () => GOOD }), true);
  assert.equal(isValid(CN, Object.assign(Object.create(null), GOOD)), true);
});

test("what is handed on is what was judged", () => {
  const given = { RegionId: " cn-hangzhou ", InstanceClass: "redis.master. small.default\n", InstanceName: "a-1" };
  const copy = structuredClone(given);
  const parsed = safeParse(CN, given);
  assert.deepEqual(parsed, { success: true, data: { RegionId: "cn-hangzhou", InstanceClass: "redis.master.small.default", InstanceName: "a-1" } });
  assert.deepEqual(given, copy);
  assert.deepEqual(schema(CN)["~standard"].validate(given), { value: parsed.data });
  // Nothing is copied where nothing changes.
  assert.equal(safeParse(CN, GOOD).data, GOOD);
  // What is judged is valid with no white space to be found.
  assert.ok(!check(CN, parsed.data).diagnostics.some(({ code }) => code === "stray-whitespace"));
});

test("also in lists that are text, in text of any kind, and in what servers are given", () => {
  const element = { RegionId: " cn-hangzhou", izNo: "cn-hangzhou-b", Capacity: 1024 };
  const clean = { ...element, RegionId: "cn-hangzhou" };
  const batch = safeParse("alibaba.create-instances", { Instances: JSON.stringify([element, clean]) });
  assert.deepEqual(batch.issues, undefined);
  assert.deepEqual(JSON.parse(batch.data.Instances), [clean, clean]);
  const texts = ['{"RegionId": "cn-hangzhou ", "Capacity": "1024"}', "Action=CreateInstance&RegionId=cn-hangzhou%20&Capacity=1024", "https://r-kvstore.aliyuncs.com/?Action=CreateInstance&RegionId=%20cn-hangzhou&Capacity=1024"];
  for (const text of texts) {
    const { data, issues } = safeParse(CN, text);
    assert.equal(issues, undefined, JSON.stringify(issues));
    const { Action, ...rest } = data;
    assert.deepEqual(rest, GOOD, text);
  }
  for (const given of holders({ ...GOOD, RegionId: "cn-hangzhou " })) assert.deepEqual(safeParse(CN, given).data, GOOD);
});

test("strangers are handed on, stripped or refused", () => {
  const given = { ...GOOD, Foo: 1, "Bar~/": "x" };
  assert.deepEqual(safeParse(CN, given).data, given);
  assert.deepEqual(safeParse(CN, given, { unknown: "strip" }).data, GOOD);
  const { success, issues } = safeParse(CN, given, { unknown: "error" });
  assert.equal(success, false);
  assert.deepEqual(issues.map(({ code, path, severity }) => [code, path.join(), severity]), [["unknown-parameter", "Foo", "warning"], ["unknown-parameter", "Bar~/", "warning"]]);
  assert.equal(safeParse(CN, GOOD, { unknown: "error" }).success, true);
  const jd = { regionId: "cn-north-1", cacheInstance: { vpcId: "v", subnetId: "s", cacheInstanceName: "ab", cacheInstanceClass: "c", azId: { master: "m", slave: "s", third: 1 } } };
  assert.deepEqual(safeParse("jdcloud.create-cache-instance", jd, { unknown: "strip" }).data.cacheInstance.azId, { master: "m", slave: "s" });
  const list = { Instances: JSON.stringify([{ RegionId: "cn-hangzhou", izNo: "cn-hangzhou-b", Capacity: 1024, Foo: 1 }]) };
  assert.ok(!safeParse("alibaba.create-instances", list, { unknown: "strip" }).data.Instances.includes("Foo"));
  assert.throws(() => schema(CN, { unknown: "ignore" }), /it has error, strip, pass/);
});

test("every sample comes out as it went in, and no secret of a refused one at all", () => {
  for (const { id, sample } of profiles) {
    for (const unknown of ["pass", "strip", "error"]) assert.deepEqual(safeParse(id, sample, { unknown }).data, sample);
  }
  const refused = safeParse(CN, { ...GOOD, Password: "Secret<>1 " });
  assert.ok(!JSON.stringify(refused).includes("Secret"));
});

test("messages have no marks, and labels on request", () => {
  const given = { RegionId: "cn-hangzhou", ChargeType: "PrePaid" };
  const told = (options) => safeParse(CN, given, options).issues.map(({ message }) => message);
  assert.ok(told().includes("`Period` is required because `ChargeType` is `PrePaid`"));
  assert.ok(told({ names: "parameter" }).includes("Period is required because ChargeType is PrePaid"));
  assert.ok(told({ names: "label" }).includes("Subscription period is required because Billing method is PrePaid"));
  assert.ok(told({ names: "label", locale: "zh" }).every((text) => !text.includes("`") && !/Capacity|InstanceClass|Period|ChargeType/.test(text)));
  assert.throws(() => schema(CN, { names: "labels" }), /it has code, parameter, label/);
  const form = createForm(CN, { initial: given, names: "label", locale: "zh" });
  assert.equal(form.field("Period").error, told({ names: "label", locale: "zh" }).find((text) => text.includes(form.field("Period").label)));
});

test("Chinese words stand without blanks among Chinese words", () => {
  const say = (text) => readable(CN, text, { locale: "zh" });
  assert.equal(say("缺少必选参数 `RegionId`"), `缺少必选参数${profiles[1].fields.find(({ name }) => name === "RegionId").label.zh}`);
  assert.equal(say("`Capacity`或`InstanceClass` 至少需要提供一个"), "存储容量或实例规格至少需要提供一个");
  assert.equal(say("`ChargeType` 为 `PrePaid` 时"), "付费类型为 PrePaid 时");
  assert.equal(readable(CN, "`Nope` and `Capacity`", { names: "parameter" }), "Nope and Capacity");
  // Latin ones do not: where a mark stood is a blank.
  assert.equal(readable(CN, "`Capacity`或`InstanceClass` 至少需要提供一个", { names: "parameter", locale: "zh" }), "Capacity 或 InstanceClass 至少需要提供一个");
});

test("no finding of any sample's parts has marks left", () => {
  for (const { id, fields } of profiles) {
    const wrong = Object.fromEntries(fields.filter(({ path }) => !path.slice(1).includes("/")).map(({ name }) => [name, "\u{1f600} `x"]));
    for (const locale of ["en", "zh"]) {
      for (const found of check(id, wrong, { locale }).diagnostics) {
        const parts = partsOf(id, found.message);
        assert.equal(parts.map(({ text, code }) => (code ? `\`${text}\`` : text)).join(""), found.message);
      }
    }
  }
  const parts = partsOf(CN, "`Period` is required because `ChargeType` is `PrePaid`");
  assert.deepEqual(parts.filter(({ code }) => code), [{ text: "Period", code: true, parameter: "Period" }, { text: "ChargeType", code: true, parameter: "ChargeType" }, { text: "PrePaid", code: true }]);
});

test("an object is mended as its text is", () => {
  const orders = [
    { regionId: "cn-hangzhou", Capacity: 1024, ChargeType: "PrePaid", Period: 1 },
    { RegionId: " cn-hangzhou", capacity: " 1024", ChargeType: "prepaid", Period: "1 " },
    { RegionId: "cn-hangzhou", Capacity: "1024", AutoRenew: true, EngineVersion: 5 },
    { RegionId: "cn-hangzhou", Capacity: 1024, Period: "1", "~x/": 1, networkType: "vpc" },
  ];
  for (const order of orders) {
    const copy = structuredClone(order);
    for (const unsafe of [false, true]) {
      const text = fix(JSON.stringify(order), check(CN, JSON.stringify(order)), { unsafe });
      assert.deepEqual(fix(order, check(CN, order), { unsafe }), JSON.parse(text));
    }
    assert.deepEqual(order, copy);
  }
  const jd = { regionId: "cn-north-1", cacheInstance: { vpcid: "v", subnetId: "s", cacheInstanceName: "ab", cacheInstanceClass: "c", azId: { master: "m", slave: "s" } } };
  const mended = fix(jd, check("jdcloud.create-cache-instance", jd));
  assert.equal(mended.cacheInstance.vpcId, "v");
  assert.throws(() => fix(5, { diagnostics: [] }), TypeError);
});
