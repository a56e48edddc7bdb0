// What a page brings piece by piece says what the whole package says: engines without documents, each with one document
// after the other, in one language or in two.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { check, createForm, isValid, profiles } from "../dist/index.js";
import { odd, randomFrom } from "./values.mjs";

const root = new URL("../..", import.meta.url);
/** An engine of its own, in which nothing was used yet. */
const fresh = (entry, why) => import(`../dist/${entry}.js?${why}`);
const value = async (path) => (await import(`../dist/p/${path}.js`)).default;

/** The orders of a corpus, and many that differ from the sample in one value. */
function orders({ id, sample, fields }) {
  const lines = readFileSync(new URL(`tests/corpus/${id}.txt`, root), "utf8").split("\n").filter((line) => line.startsWith("{"));
  const all = [sample];
  for (const line of lines) {
    try {
      all.push(JSON.parse(line));
    } catch {
      // What is no JSON is no object.
    }
  }
  const random = randomFrom(11);
  const single = fields.filter(({ path }) => path.lastIndexOf("/") === 0);
  for (let count = 0; count < 400; count++) {
    const changed = { ...sample };
    for (let times = 1 + random(3); times > 0; times--) {
      const { name, constraint } = single[random(single.length)];
      const values = constraint?.values ?? [];
      changed[name] = values.length > 0 && random(2) === 0 ? values[random(values.length)] : odd[random(odd.length)];
    }
    all.push(changed);
  }
  return all;
}

for (const profile of profiles) {
  const { id } = profile;
  test(`${id} alone`, async () => {
    const core = await fresh("core", id);
    const { verdict } = await fresh("verdict", id);
    const document = await value(id);
    assert.throws(() => core.check(id, {}), /has no profile/);
    assert.equal(core.use(document, await value(`${id}/en`)), id);
    let sure = 0;
    for (const order of orders(profile)) {
      const whole = check(id, order);
      assert.deepEqual(core.check(id, order), whole, JSON.stringify(order));
      assert.equal(core.isValid(id, order), whole.valid, JSON.stringify(order));
      const glanced = verdict(document, order);
      if (glanced === undefined) continue;
      sure++;
      assert.equal(glanced, whole.valid, JSON.stringify(order));
    }
    // Without this all could be left to the engine.
    assert.ok(sure > (id.endsWith(".2026") ? 100 : 200), `${sure} verdicts`);
  });
}

test("all of them beside each other, in both languages", async () => {
  const core = await fresh("core", "all");
  for (const { id } of profiles) core.use(await value(id), await value(`${id}/en`), await value(`${id}/zh`));
  for (const profile of profiles) {
    const { id, sample } = profile;
    for (const locale of ["en", "zh"]) {
      for (const order of orders(profile).slice(0, 100)) {
        assert.deepEqual(core.check(id, order, { locale }), check(id, order, { locale }), JSON.stringify(order));
      }
      const [ours, whole] = [core.createForm, createForm].map((create) => create(id, { initial: sample, locale }));
      for (const { path } of whole.fields) {
        const at = path.slice(1).replaceAll("/", ".").replace("*", "0");
        assert.deepEqual(ours.field(at), whole.field(at), `${id} ${at}`);
      }
      assert.deepEqual(ours.request(), whole.request());
    }
  }
});

test("a document that is used when the engine has begun, or twice, is there", async () => {
  const core = await fresh("core", "late");
  const [cn, jd] = ["alibaba.create-instance.cn", "jdcloud.create-cache-instance"];
  core.use(await value(cn));
  assert.equal(core.isValid(cn, { RegionId: "cn-hangzhou", Capacity: 1024 }), true);
  assert.throws(() => core.createForm(cn), /needs words/);
  core.use(await value(jd));
  core.use(await value(jd));
  assert.equal(core.isValid(jd, profiles.find(({ id }) => id === jd).sample), true);
  assert.equal(core.isValid(cn, { RegionId: "cn-hangzhou", Capacity: 0 }), isValid(cn, { RegionId: "cn-hangzhou", Capacity: 0 }));
});

test("a page that brings the bytes itself draws its form from the document", async () => {
  const core = await fresh("core-slim", "slim");
  core.init(await WebAssembly.compile(readFileSync(new URL("../dist/core.wasm", import.meta.url))));
  for (const { id, title, operation, wire, fields, rules, sample } of profiles) {
    core.use(await value(id), await value(`${id}/en`));
    assert.throws(() => core.profileOf("another"), /needs words/);
    assert.equal(core.profileOf(id).title.zh, "");
    core.use(await value(id), await value(`${id}/zh`));
    const known = core.profileOf(id);
    assert.deepEqual({ ...known, rules: [] }, { id, title, operation, wire, fields, rules: [], sample });
    for (const [place, { code, at, when, reason }] of rules.entries()) {
      const why = code === "not-applicable" || code === "ignored-parameter" ? { reason } : {};
      assert.deepEqual(known.rules[place], { code, at, when, ...why });
    }
    assert.equal(core.createForm(id, { initial: sample }).valid, true);
  }
});

test("what cannot be is refused", async () => {
  const core = await fresh("core", "refused");
  const document = await value("alibaba.console");
  assert.throws(() => core.use({ ...document, build: "another" }), /of another version/);
  core.use(document);
  assert.throws(() => core.check("alibaba.console", "{}"), /takes an order as an object/);
  const { verdict } = await fresh("verdict", "refused");
  for (const order of [undefined, null, 5, "{}", []]) assert.equal(verdict(document, order), undefined);
});

test("labels in a language that came later are said", async () => {
  const core = await fresh("core", "labels");
  const id = "alibaba.create-instance.cn";
  core.use(await value(id), await value(`${id}/en`));
  const form = core.createForm(id, { initial: { RegionId: "cn-hangzhou", Capacity: 1024, ChargeType: "PrePaid" }, names: "label" });
  assert.equal(form.field("Period").error, "Subscription period is required because Billing method is PrePaid");
  core.use(await value(id), await value(`${id}/zh`));
  form.setLocale("zh");
  const whole = createForm(id, { initial: form.request() ?? form.getSnapshot().values, names: "label", locale: "zh" });
  assert.equal(form.field("Period").error, whole.field("Period").error);
});

test("rules and effects over the documents of a page are those over all of them", async () => {
  const { use } = await import("kvspec/core");
  const ours = { ...(await import("kvspec/core/rules")), ...(await import("kvspec/core/formily")) };
  const all = { ...(await import("kvspec/rules")), ...(await import("kvspec/formily")) };
  const id = "alibaba.create-instance.2026";
  assert.throws(() => ours.rulesFor(id, "RegionId"), /needs words/);
  assert.equal(use(await value(id), await value(`${id}/en`)), id);
  const values = { RegionId: "cn-hangzhou", ChargeType: "PrePaid", InstanceClass: "large" };
  const [a, b] = [ours, all].map(({ bind }) => bind(id, { values: () => values }));
  for (const { path } of profiles.find((profile) => profile.id === id).fields) {
    const at = path.slice(1).replaceAll("/", ".").replace("*", "0");
    assert.deepEqual(a.field(at), b.field(at), at);
    assert.deepEqual(a.dependencies(at), b.dependencies(at), at);
  }
  assert.deepEqual(a.findings(), b.findings());
  const [c, d] = [ours, all].map(({ formilySchema }) => formilySchema(id, { locale: "en" }));
  assert.deepEqual(c, d);
});
