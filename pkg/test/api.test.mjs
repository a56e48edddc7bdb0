import assert from "node:assert/strict";
import { test } from "node:test";
import {
  check,
  checkChange,
  classes,
  codes,
  compare,
  createForm,
  explain,
  fix,
  isValid,
  KvspecError,
  lint,
  profiles,
  ready,
  schema,
} from "../dist/index.js";
import { reconcile } from "../dist/reconcile.js";
import { odd, randomFrom } from "./values.mjs";

const CN = "alibaba.create-instance.cn";

test("an object has paths, but no places in a text", () => {
  const report = check(CN, { RegionId: "cn-hangzhou", Capacity: 1, ChargeType: "prepaid", EngineVersion: 5 });
  assert.equal(report.valid, false);
  assert.equal(report.profile, CN);
  const wrong = report.diagnostics.find(({ path }) => path === "/ChargeType");
  assert.equal(wrong.code, "invalid-value");
  assert.ok(!("span" in wrong));
  assert.deepEqual(wrong.fix.edits, []);
  assert.deepEqual(wrong.fix.patch, [{ op: "replace", path: "/ChargeType", value: "PrePaid" }]);
  assert.equal(report.summary.errors, report.diagnostics.filter(({ severity }) => severity === "error").length);
});

test("what JSON has no word for is not taken for absent", () => {
  assert.equal(isValid(CN, { RegionId: "cn-hangzhou", Capacity: NaN }), false);
  assert.equal(check(CN, { RegionId: "cn-hangzhou", Capacity: Infinity }).diagnostics.some((d) => d.path === "/Capacity"), true);
  assert.equal(isValid(CN, { RegionId: "cn-hangzhou", Capacity: 1024n }), true);
  assert.equal(isValid(CN, { RegionId: "cn-hangzhou", Capacity: 1024, Period: undefined }), true);
  // As JSON.stringify has it: a toJSON of its own, a date, boxed values, names that only look inherited.
  for (const spec of [
    { RegionId: "x", toJSON: () => ({ RegionId: "cn-hangzhou", Capacity: 1 }) },
    { RegionId: new Date(0), Capacity: 1 },
    { RegionId: new String("cn-hangzhou"), Capacity: new Number(1) },
    Object.assign(Object.create({ RegionId: "inherited" }), { Capacity: 1 }),
    Object.assign(Object.create(null), { RegionId: "cn-hangzhou", Capacity: 1, ["__proto__"]: 1 }),
    { RegionId: "cn-hangzhou", Capacity: -0, Period: 1e21, ChargeType: null, Config: { a: [1, { b: undefined }] } },
    [{ RegionId: "cn-hangzhou", Capacity: 1 }],
    { RegionId: "长".repeat(50) + "é😀", Token: "t".repeat(5000), Capacity: 1, [`名${"n".repeat(300)}`]: true, "": false },
  ]) {
    const [object, text] = [spec, JSON.stringify(spec)].map((each) => check(CN, each).diagnostics);
    const placeless = text.map(({ span, ...found }) => (found.fix ? { ...found, fix: { ...found.fix, edits: [] } } : found));
    assert.equal(JSON.stringify(object), JSON.stringify(placeless), JSON.stringify(spec).slice(0, 200));
    assert.equal(isValid(CN, spec), isValid(CN, JSON.stringify(spec)));
  }
  const loop = {};
  loop.loop = loop;
  assert.throws(() => check(CN, loop), TypeError);
  for (const value of [undefined, null, 5, () => {}, Symbol("x"), []]) assert.equal(isValid(CN, value), false);
});

test("an error about a word that there is not tells nothing of a request in its place", () => {
  const secret = "Hunter2,Secret";
  const loop = { Password: secret };
  loop.loop = loop;
  for (const given of [{ Password: secret }, `{"Password": "${secret}"}`, `RegionId=cn&Password=${secret}`, loop, 5n, Symbol("x"), undefined]) {
    for (const act of [
      () => check(given, CN),
      () => isValid(given, CN),
      () => checkChange(given, CN, CN),
      () => compare(given, CN),
      () => createForm(given, CN),
      () => schema(given),
      () => schema(CN)["~standard"].jsonSchema.input({ target: given }),
      () => check(CN, {}, { level: given ?? null }),
      () => lint("{}", { profile: given ?? null }),
      () => lint("{}", { inputFormat: given ?? 0 }),
    ]) {
      assert.throws(act, (error) => error instanceof TypeError && /^kvspec has no [\w ]+; it has /.test(error.message) && !error.message.includes(secret), String(act));
    }
  }
  assert.throws(() => fix(check(CN, "{}"), `{"Password": "${secret}"}`), { name: "TypeError", message: /^kvspec: fix\(\) takes a text/ });
  assert.throws(() => check("alibaba", {}), /kvspec has no profile "alibaba"; it has alibaba.create-instance.intl,/);
});

test("a request that calls kvspec itself while it is read", () => {
  const calls = [
    () => check(CN, { RegionId: "other", Capacity: 0, Token: "x".repeat(200) }),
    () => isValid(CN, { RegionId: "other", Capacity: 0 }),
    () => createForm("alibaba.console", { initial: { region: "x" } }).report,
  ];
  for (const call of calls) {
    const own = { RegionId: "cn-hangzhou", get Capacity() { call(); return 1024; }, Token: "t" };
    const inner = { RegionId: "cn-hangzhou", Capacity: 1024, Config: { get EvictionPolicy() { call(); return "allkeys-lru"; } }, Token: "t" };
    for (const spec of [own, inner]) {
      const plain = JSON.parse(JSON.stringify(spec));
      for (let round = 0; round < 2; round++) {
        assert.deepEqual(check(CN, spec), check(CN, plain));
        assert.equal(isValid(CN, spec), true);
        assert.equal(isValid(CN, { ...plain, Capacity: 0 }), false);
      }
    }
  }
});

test("what is nested too deeply is found to be so, however it is written", () => {
  const nested = (depth, wrap) => {
    let value = {};
    for (let level = 0; level < depth; level++) value = wrap(value);
    return { RegionId: "cn-hangzhou", Capacity: 1, Config: value };
  };
  for (const wrap of [(a) => [a], (a) => ({ a }), (a) => ({ a: [a, 1n] })]) {
    for (const depth of [300, 3000, 20_000]) {
      const { diagnostics } = check(CN, nested(depth, wrap));
      assert.deepEqual(diagnostics.map(({ code, args }) => [code, args.problem]), [["syntax", "too-deep"]]);
      assert.equal(isValid(CN, nested(depth, wrap)), false);
    }
  }
  assert.throws(() => check(CN, { get RegionId() { throw new RangeError("mine"); } }), /mine/);
});

test("an empty text is no request that was left out", () => {
  const response = { InstanceId: "r-1", InstanceName: "ab" };
  assert.equal(reconcile("alibaba.create-instance.intl", undefined, response).outcome, "as-documented");
  assert.throws(() => reconcile("alibaba.create-instance.intl", "", response), { name: "KvspecError" });
});

test("a fix is applied whole or not at all", () => {
  // What has no effect is removed; what is no text would have got quotation marks.
  const text = '{"RegionId": "cn-hangzhou", "Capacity": 1, "AutoRenewPeriod" :12}';
  const report = check(CN, text);
  assert.equal(report.diagnostics.filter(({ path, fix }) => path === "/AutoRenewPeriod" && fix).length, 2);
  const fixed = fix(text, report, { unsafe: true });
  assert.equal(fixed, '{"RegionId": "cn-hangzhou", "Capacity": 1}');
  const random = randomFrom(5);
  let changed = 0;
  for (const { id, sample, fields } of profiles) {
    const names = fields.map(({ path }) => path.slice(1)).filter((path) => !path.includes("/"));
    for (let turn = 0; turn < 400; turn++) {
      const spec = { ...sample };
      for (let count = random(5); count >= 0; count--) {
        const name = names[random(names.length)];
        spec[random(3) === 0 ? name.toLowerCase() : name] = odd[random(odd.length)];
      }
      let text = JSON.stringify(spec, undefined, random(3));
      for (let round = 0; ; round++) {
        assert.ok(round < 10, text);
        const mended = fix(text, check(id, text), { unsafe: true });
        if (mended === text) break;
        JSON.parse(mended);
        text = mended;
        changed++;
      }
    }
  }
  assert.ok(changed > 500, String(changed));
});

test("the verdict on a request does not depend on the one before", () => {
  const random = randomFrom(11);
  const rare = [undefined, () => {}, Symbol("x"), 7n, new Date(0), new String("5.0"), { a: 1 }, [{}], []];
  const verdicts = [0, 0];
  let before;
  for (const { id, sample, fields } of profiles) {
    const names = fields.map(({ path }) => path.slice(1)).filter((path) => !path.includes("/"));
    let spec = { ...sample };
    for (let step = 0; step < 4000; step++) {
      for (let count = random(3); count > 0; count--) {
        const own = Object.keys(spec);
        let name = random(2) === 0 && own.length > 0 ? own[random(own.length)] : names[random(names.length)];
        if (random(100) === 0) name = random(2) === 0 ? "Nonsense" : name.toLowerCase();
        const options = fields.find(({ path }) => path === `/${name}`)?.constraint?.values ?? [];
        const choices = [[sample[name]], [sample[name]], options, odd, random(8) === 0 ? rare : odd][random(5)];
        const value = choices[random(choices.length)];
        if (random(4) === 0) delete spec[name];
        else spec[name] = value;
        if (random(200) === 0) Object.defineProperty(spec, name, { value, enumerable: false, configurable: true, writable: true });
      }
      if (random(30) === 0) spec = Object.fromEntries(Object.entries(spec).reverse());
      if (random(60) === 0) spec = { ...sample };
      // Another profile's in between, and one that is told in another way.
      if (random(20) === 0 && before !== undefined) isValid(...before);
      if (random(20) === 0) isValid(id, JSON.stringify(sample));
      const { valid } = check(id, spec);
      assert.equal(isValid(id, spec), valid, `${id} ${step}: ${JSON.stringify(spec, (_, value) => (typeof value === "bigint" ? `${value}n` : value))}`);
      verdicts[Number(valid)]++;
    }
    before = [id, { ...spec }];
  }
  assert.ok(verdicts.every((count) => count > 1000), String(verdicts));
});

test("spans index the JavaScript string", () => {
  const text = '{"InstanceName": "😀 缓存", "RegionId": "cn-hangzhou", "Capacity": 0}';
  const { diagnostics } = check(CN, text);
  const { span } = diagnostics.find(({ code }) => code === "out-of-range");
  assert.equal(text.slice(span.start.offset, span.end.offset), "0");
  assert.equal(span.start.column, span.start.offset + 1);
});

test("half of a surrogate pair is an error with its place", () => {
  for (const text of ['{"RegionId": "\ud800"}', '{"名": "é\udc00"}', "\udfff"]) {
    const at = text.search(/[\ud800-\udfff]/);
    for (const diagnostics of [check(CN, text).diagnostics, lint(text).specs[0].diagnostics]) {
      assert.equal(diagnostics.length, 1);
      assert.equal(diagnostics[0].code, "syntax");
      assert.equal(diagnostics[0].span.start.offset, at);
      assert.equal(diagnostics[0].span.end.offset, at + 1);
    }
    assert.equal(isValid(CN, text), false);
  }
  assert.equal(check(CN, { RegionId: "\ud800" }).diagnostics[0].args.problem, "lone-surrogate");
});

test("fixes apply to the text that was checked", () => {
  const text = '{"InstanceName": "缓存😀", "regionId": "cn-hangzhou", "Capacity": 1, "ChargeType": "postpaid"}';
  const report = check(CN, text);
  const fixed = fix(text, report);
  assert.match(fixed, /"RegionId": "cn-hangzhou"/);
  assert.match(fixed, /"ChargeType": "postpaid"/);
  const all = fix(text, report, { unsafe: true });
  assert.match(all, /"ChargeType": "PostPaid"/);
  assert.equal(check(CN, all).valid, true);
  assert.equal(fix(text, lint(text, { profile: CN }), { unsafe: true }), all);
  assert.equal(fix(text, check(CN, JSON.parse(text))), text);
});

test("two languages, by any tag", () => {
  const message = (locale) => check(CN, {}, { locale }).diagnostics.find(({ code }) => code === "required-parameter").message;
  assert.equal(message("zh-Hans-CN"), message("zh"));
  assert.equal(message("zh_CN.UTF-8"), "缺少必选参数 `RegionId`");
  assert.equal(message("fr"), message(undefined));
  assert.equal(message("zhx"), message("en"));
});

test("changes", () => {
  const existing = { RegionId: "cn-hangzhou", Capacity: 1, ChargeType: "PrePaid", Period: "12" };
  const { allowed, wanted } = checkChange(CN, existing, { RegionId: "cn-hangzhou", Capacity: 1 });
  assert.equal(allowed, false);
  assert.equal(wanted[0].code, "irreversible-change");
  assert.equal(checkChange(CN, { RegionId: "cn-hangzhou" }, existing).allowed, true);
  assert.throws(() => checkChange("jdcloud.create-cache-instance", {}, {}), KvspecError);
});

test("surroundings", () => {
  const spec = { RegionId: "cn-hangzhou", Capacity: 1, NetworkType: "VPC", VpcId: "v", VSwitchId: "s", PrivateIpAddress: "10.1.0.1" };
  const context = { vSwitch: { id: "s", cidr: "10.0.0.0/24" } };
  const codes = check(CN, spec, { context }).diagnostics.map(({ code }) => code);
  assert.ok(codes.includes("ip-outside-vswitch"), codes.join(" "));
  assert.throws(() => check(CN, spec, { context: { vSwitch: { cidr: "no" } } }), (error) => error instanceof KvspecError && /cidr/.test(error.message));
});

test("what there is not", () => {
  assert.throws(() => check("alibaba", {}), /no profile "alibaba"; it has alibaba\.create-instance\.intl/);
  assert.throws(() => lint("{}", { inputFormat: "xml" }), TypeError);
  assert.equal(explain("no-such-code"), undefined);
  assert.equal(explain("constructor"), undefined);
});

test("explanations, by our code and by the provider's", () => {
  const ours = explain("required-when", "zh");
  assert.equal(ours.severity, "error");
  assert.match(ours.page, /^# required-when/);
  const theirs = explain(ours.providerCodes[0], "zh");
  assert.ok(theirs.codes.includes("required-when"));
  assert.equal(theirs.detection, "client");
  // What no check can find is explained as well.
  const stock = explain("InvalidCapacity.NotFound");
  assert.deepEqual([stock.detection, stock.codes], ["server", []]);
  assert.match(stock.advice, /class/);
  for (const code of codes()) {
    for (const each of explain(code).providerCodes) assert.ok(explain(each).codes.includes(code), `${code} ${each}`);
  }
});

test("profiles say what a form needs", () => {
  assert.equal(profiles.length, 8);
  for (const profile of profiles) {
    assert.equal(check(profile.id, profile.sample).summary.errors, 0, profile.id);
    for (const field of profile.fields) assert.ok(field.label.en && field.label.zh, `${profile.id} ${field.path}`);
  }
});

test("instance classes, of both providers or of one", () => {
  const all = classes();
  assert.deepEqual([...new Set(all.map(({ provider }) => provider))], ["alibaba", "jdcloud"]);
  assert.deepEqual(classes("jdcloud"), all.filter(({ provider }) => provider === "jdcloud"));
  const tair = classes("alibaba").find(({ name }) => name === "tair.rdb.8g");
  assert.deepEqual([tair.family, tair.capacity_mb, tair.capacity_basis, tair.state], ["tair_rdb", 8192, "per_shard", "sold"]);
  assert.ok(classes("alibaba", "zh").some(({ notes }) => notes.some((note) => /[\u4e00-\u9fa5]/.test(note))));
  assert.throws(() => classes("aws"), /has no provider "aws"; it has alibaba, jdcloud/);
  // A class that is on no list is a finding of the same list.
  const order = { ...profiles.find(({ id }) => id === "alibaba.create-tair-instance.2026").sample, InstanceClass: "tair.rdb.8gb" };
  const found = check("alibaba.create-tair-instance.2026", order).diagnostics.find(({ code }) => code === "unknown-class");
  assert.equal(found.args.suggestion, "tair.rdb.8g", JSON.stringify(found));
});

test("orders without a profile are judged by the editions of today", () => {
  const [{ profile, inferred }] = lint('{"Action": "CreateInstance", "RegionId": "cn-hangzhou", "Capacity": 1024}').specs;
  assert.deepEqual([profile, inferred], ["alibaba.create-instance.2026", true]);
});

test("a password is in no report", () => {
  for (const password of ["Secret 密码<>", "x", "A".repeat(100)]) {
    for (const profile of profiles) {
      const spec = { Password: password, password, cacheInstance: { password }, Instances: JSON.stringify([{ Password: password }]) };
      const all = JSON.stringify([check(profile.id, spec), check(profile.id, JSON.stringify(spec)), schema(profile.id, { warnings: true })["~standard"].validate(spec)]);
      if (password.length > 1) assert.ok(!all.includes(password), all);
    }
  }
});

test("Standard Schema", async () => {
  const standard = schema(CN, { locale: "zh" })["~standard"];
  assert.equal(standard.version, 1);
  assert.equal(standard.vendor, "kvspec");
  const good = { RegionId: "cn-hangzhou", Capacity: 1 };
  assert.deepEqual(standard.validate(good), { value: good });
  const { issues } = standard.validate({ RegionId: "cn-hangzhou", Capacity: 0 });
  assert.deepEqual(issues[0].path, ["Capacity"]);
  assert.equal(issues[0].code, "out-of-range");
  assert.deepEqual(schema("alibaba.create-instances")["~standard"].validate({ Instances: "[{}]" }).issues[0].path, ["Instances", 0, "RegionId"]);
  // Warnings are issues only when asked for.
  const warned = { ...good, Periode: 1 };
  assert.equal(standard.validate(warned).issues, undefined);
  assert.ok(schema(CN, { warnings: true })["~standard"].validate(warned).issues.length > 0);
  for (const value of [undefined, null, "", 1, [], new Date()]) assert.ok(standard.validate(value).issues.length > 0);
  await ready();
});

test("what is called while ready() is still at work is not lost when it is done", async () => {
  for (const entry of ["index", "reconcile", "js"]) {
    // An instance of its own, which nothing has begun.
    const kvspec = await import(`../dist/${entry}.js?${entry}`);
    const waiting = [kvspec.ready(), kvspec.ready()];
    const response = { OrderId: 1, InstanceId: "r-1" };
    const judge =
      kvspec.reconcile === undefined
        ? (spec) => [kvspec.isValid(CN, spec), kvspec.check(CN, spec).valid]
        : (spec) => [kvspec.reconcile(CN, spec, response).comparisons.length > 0];
    const form = kvspec.createForm?.(CN, { initial: { RegionId: "cn-hangzhou", Capacity: 1 } });
    for (const wait of [undefined, ...waiting, kvspec.ready()]) {
      await wait;
      for (let turn = 0; turn < 3; turn++) {
        assert.ok(judge({ RegionId: "cn-hangzhou", Capacity: 1 + turn, Token: `t${turn}` }).every((good) => good));
        form?.set("Token", turn % 2 === 0 ? "é" : "t");
        if (form) assert.equal(form.valid, turn % 2 !== 0);
      }
    }
  }
});

test("JSON Schema of a schema", () => {
  for (const { id } of profiles) {
    const { jsonSchema } = schema(id)["~standard"];
    assert.equal(jsonSchema.input({ target: "draft-2020-12" }).$schema, "https://json-schema.org/draft/2020-12/schema");
    const old = jsonSchema.output({ target: "draft-07" });
    assert.equal(old.$schema, "http://json-schema.org/draft-07/schema#");
    assert.ok(!JSON.stringify(old).includes("$defs"));
    assert.throws(() => jsonSchema.input({ target: "openapi-3.0" }), /openapi-3\.0/);
    jsonSchema.input({ target: "draft-2020-12" }).type = "changed";
    assert.equal(jsonSchema.input({ target: "draft-2020-12" }).type, "object");
  }
});

test("a level leaves out what is below it, and nothing else", () => {
  const random = randomFrom(7);
  const levels = ["info", "warning", "error"];
  const left = [0, 0, 0];
  for (const { id, sample, fields } of profiles) {
    for (let turn = 0; turn < 100; turn++) {
      const spec = { ...sample };
      for (let count = random(4); count > 0; count--) {
        spec[fields[random(fields.length)].path.split("/")[1]] = odd[random(odd.length)];
      }
      const text = JSON.stringify(spec);
      const all = check(id, spec);
      const linted = lint(text, { profile: id }).specs[0];
      for (const [least, level] of levels.entries()) {
        const kept = ({ severity }) => levels.indexOf(severity) >= least;
        const { valid, diagnostics, summary } = check(id, spec, { level });
        assert.deepEqual(diagnostics, all.diagnostics.filter(kept), text);
        assert.equal(valid, all.valid);
        assert.equal(summary.errors + summary.warnings + summary.infos, diagnostics.length);
        left[least] += all.diagnostics.length - diagnostics.length;
        const [one] = lint(text, { profile: id, level }).specs;
        assert.deepEqual(one.diagnostics, linted.diagnostics.filter(kept), text);
        assert.equal(one.valid, linted.valid);
      }
    }
  }
  assert.ok(left[0] === 0 && left[1] > 100 && left[2] > left[1], String(left));
  assert.throws(() => check(CN, {}, { level: "errors" }), /"errors".*info, warning, error/);
  assert.throws(() => lint("{}", { level: "none" }), TypeError);
});

test("profiles are plain data for whoever looks first, in whichever way", async () => {
  const looks = {
    inspect: (all, { inspect }) => assert.ok(!/Getter/.test(inspect(all, { depth: 0 }))),
    clone: (all) => assert.deepEqual(structuredClone(all), all),
    json: (all) => assert.equal(JSON.parse(JSON.stringify(all)).length, all.length),
    spread: (all) => assert.ok([...all].every(({ id }) => id.includes("."))),
    last: (all) => assert.equal(all.at(-1).fields.length > 0, true),
  };
  const util = await import("node:util");
  for (const [name, look] of Object.entries(looks)) {
    const { profiles: all } = await import(`../dist/index.js?${name}`);
    look(all, util);
    assert.deepStrictEqual(all, profiles);
    assert.deepEqual(
      all.map(({ id }) => id),
      profiles.map(({ id }) => id),
    );
    const described = Object.getOwnPropertyDescriptor(all, 0);
    assert.deepEqual([described.writable, described.enumerable, described.configurable], [true, true, true]);
    assert.deepEqual(Object.keys(all), Object.keys([...all]));
  }
});
