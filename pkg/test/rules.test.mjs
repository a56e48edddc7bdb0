// Forms of others, without a browser: `test/packaging` has them in Chromium.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as antd from "../dist/antd.js";
import { effects, formilySchema, request, validator } from "../dist/formily.js";
import { bind, dependenciesOf, rulesFor, validatorsFor } from "../dist/rules.js";
import { check, createForm, profiles } from "../dist/index.js";

const CN = "alibaba.create-instance.cn";
const JD = "jdcloud.create-cache-instance";

/** What async-validator would tell of a field. */
function told(rules, value) {
  const all = [];
  for (const { validator } of rules) validator({}, value, (errors) => all.push(...(errors ?? [])));
  return all;
}

/** What Ant Design would tell. */
async function rejected(rules, values) {
  const results = await Promise.allSettled(rules.map((rule) => rule({ getFieldsValue: () => values }).validator()));
  return results.map(({ status, reason }) => (status === "fulfilled" ? [] : [reason].flat().map(({ message }) => message)));
}

test("kvspec/antd is kvspec/rules under its older name", () => {
  assert.equal(antd.rulesFor, rulesFor);
  assert.equal(antd.dependenciesOf, dependenciesOf);
});

test("every rule tells of its field what a check finds there, in every kind", async () => {
  const values = { RegionId: "cn-hangzhou", ZoneId: "cn-beijing-a", Capacity: "", InstanceClass: null, ChargeType: "PrePaid", Password: "ab<", Foo: undefined };
  const { diagnostics } = check(CN, { RegionId: "cn-hangzhou", ZoneId: "cn-beijing-a", ChargeType: "PrePaid", Password: "ab<" }, { form: true });
  for (const { name } of profiles.find(({ id }) => id === CN).fields) {
    const found = (wanted) => diagnostics.filter(({ severity, path, args }) => severity === wanted && (path === `/${name}` || (path === "" && args.parameters?.includes(name)))).map(({ message }) => message);
    assert.deepEqual(await rejected(rulesFor(CN, name), values), [found("error"), found("warning")], name);
    assert.deepEqual(told(validatorsFor(CN, name, { values: () => values }), values[name]), found("error"), name);
  }
  assert.equal(told(validatorsFor(CN, "Password", { values: () => values })).length, 3);
});

test("names within names are written as forms write them", () => {
  const values = () => ({ charge: { chargeMode: "prepaid_by_duration" } });
  for (const name of ["charge.chargeDuration", ["charge", "chargeDuration"]]) {
    assert.match(told(validatorsFor(JD, name, { values }))[0], /chargeDuration/);
    assert.deepEqual(dependenciesOf(JD, name).sort(), [["charge", "chargeMode"], ["charge", "chargeUnit"]]);
  }
  for (const act of [rulesFor, (...args) => validatorsFor(...args, { values }), dependenciesOf]) {
    for (const name of ["Capcity", ["charge", "nope"], "charge.nope", ""]) assert.throws(() => act(JD, name), /has no field/);
    assert.throws(() => act("nope", "RegionId"), /no profile "nope"; it has/);
  }
});

test("what is bound follows values, language and what is empty again", () => {
  let locale = "en";
  const model = { RegionId: "cn-hangzhou", Capacity: "1024", ChargeType: "PrePaid", Period: "" };
  const order = bind(CN, { values: () => model, locale: () => locale, trigger: ["blur", "change"] });
  assert.deepEqual(order.validators("Period")[0].trigger, ["blur", "change"]);
  assert.deepEqual(order.field("Period").errors, ["Subscription period is required because Billing method is PrePaid"]);
  assert.deepEqual(told(order.validators("Period")), order.field("Period").errors);
  assert.equal(order.request(), undefined);
  locale = "zh";
  assert.deepEqual(order.field("Period").errors, ["付费类型为 PrePaid 时必须提供付费周期"]);
  assert.deepEqual(told(order.validators("Period")), order.field("Period").errors);
  model.Period = "12";
  assert.deepEqual(order.field("Period").errors, []);
  assert.deepEqual(order.request(), { RegionId: "cn-hangzhou", Capacity: "1024", ChargeType: "PrePaid", Period: "12" });
  delete model.ChargeType;
  model.Period = undefined;
  assert.equal(order.field("Period").applicable, false);
  assert.deepEqual(order.request(), { RegionId: "cn-hangzhou", Capacity: "1024" });
  assert.deepEqual(order.findings({ RegionId: "" }).filter(({ severity }) => severity === "error").map(({ path }) => path), ["/RegionId", ""]);
  // A model that is no request by itself.
  const mapped = bind(CN, { toRequest: ({ region }) => ({ RegionId: region, Capacity: 1 }), names: "code" });
  assert.equal(mapped.field("RegionId", { region: "cn-hangzhou" }).value, "cn-hangzhou");
  assert.match(mapped.field("RegionId", {}).error, /`RegionId`/);
  // What JSON has nothing of does not count, and what it has no word for is found to be wrong.
  for (const values of [undefined, null, { Upload: new File([], "a") }]) assert.equal(bind(CN, { values: () => values }).field("Capacity").errors.length, 1);
  for (const none of [undefined, null]) assert.equal(told(validatorsFor(CN, "RegionId", { values: () => none })).length, 1);
  assert.equal(told(validatorsFor(CN, "Capacity", { values: () => ({ RegionId: "cn-hangzhou", Capacity: NaN, Upload: new File([], "a") }) })).length, 1);
  const batch = bind("alibaba.create-instances", { locale: "en" });
  const rows = { Instances: [{ RegionId: "cn-hangzhou", izNo: "cn-hangzhou-b", Capacity: 1024 }, { RegionId: "", Capacity: 5 }] };
  assert.equal(batch.field("Instances.1.RegionId", rows).errors.length, 1);
  assert.equal(batch.field("Instances.0.RegionId", rows).errors.length, 0);
});

test("text that says a number or a boolean is one in every rule, as in a form", async () => {
  /** A sample with a value in one field, under the names of objects and lists, or under the path. */
  const withValue = (sample, path, value) => {
    const values = structuredClone(sample);
    const keys = path.split(".");
    const place = (at, key, next) => (typeof at[key] === "object" ? at[key] : (at[key] = /^\d+$/.test(next) ? [] : {}));
    const at = keys.slice(0, -1).reduce((at, key, index) => place(at, key, keys[index + 1]), values);
    at[keys.at(-1)] = value;
    return [values, { ...structuredClone(sample), [path]: value }];
  };
  for (const { id, fields, sample } of profiles) {
    for (const { path: pointer, type, holds } of fields) {
      if (holds !== null || !["Integer", "Long", "Boolean"].includes(type)) continue;
      const path = pointer.slice(1).replaceAll("/", ".").replace("*", "0");
      for (const text of ["1", "3", "0", "-1", "1.5", "true", "false", "yes"]) {
        for (const values of withValue(sample, path, text)) {
          const form = createForm(id, { initial: values });
          const wanted = form.field(path).errors;
          const order = bind(id, { values: () => values, names: "code" });
          const where = `${id} ${path} ${text}`;
          assert.deepEqual(order.field(pointer.replace("*", "0")).errors, wanted, where);
          for (const rules of [order.validators(path), validatorsFor(id, path, { values: () => values })]) assert.deepEqual(told(rules), wanted, where);
          for (const rules of [order.antd(path), rulesFor(id, pointer.replace("*", "0"))]) assert.deepEqual((await rejected(rules, values))[0], wanted, where);
          assert.deepEqual(order.request(), form.request(), where);
          assert.deepEqual(request(id, values), form.request(), where);
        }
      }
    }
  }
});

test("what Formily's form is sent as is what its effects judged", () => {
  const values = { ...structuredClone(profiles.find(({ id }) => id === JD).sample), charge: { chargeMode: "prepaid_by_duration", chargeUnit: "month", chargeDuration: "3" } };
  values.cacheInstance.password = "";
  const sent = request(JD, values);
  assert.equal(sent.charge.chargeDuration, 3);
  assert.equal("password" in sent.cacheInstance, false);
  assert.equal(check(JD, sent).valid, true);
  assert.equal(request(JD, { ...values, charge: { ...values.charge, chargeDuration: "" } }), undefined);
  assert.deepEqual(request(CN, { region: "cn-hangzhou" }, { toRequest: ({ region }) => ({ RegionId: region, Capacity: 1024 }) }), { RegionId: "cn-hangzhou", Capacity: 1024 });
});

test("Formily's schema has a component, a title and options for every field", () => {
  for (const { id, fields, wire } of profiles) {
    const schema = formilySchema(id, { locale: "zh" });
    for (const field of fields) {
      if (field.common || field.required === "on-wire") continue;
      const place = field.path.slice(1).split("/").reduce((at, key) => (key === "*" ? at?.items : at?.properties?.[key]), schema);
      assert.equal(place.title, field.label.zh, field.path);
      if (field.holds !== null) continue;
      assert.equal(place["x-decorator"], "FormItem");
      assert.equal(place["x-component"] === "Password", field.secret);
      for (const { value } of place.enum ?? []) assert.equal(typeof value, wire === "json" && field.type !== "String" ? "number" : "string");
    }
    assert.deepEqual(JSON.parse(JSON.stringify(schema)), schema);
  }
  const some = formilySchema(JD, { fields: ["charge.chargeMode", "regionId"], components: { select: "Radio.Group" } });
  assert.deepEqual(Object.keys(some.properties), ["charge", "regionId"]);
  assert.deepEqual(Object.keys(some.properties.charge.properties), ["chargeMode"]);
  assert.equal(some.properties.regionId["x-component"], "Radio.Group");
  assert.throws(() => formilySchema("nope"), /no profile/);
});

test("Formily's validator tells every error of a field", () => {
  const values = { RegionId: "cn-hangzhou", ChargeType: "PrePaid", Password: "ab<" };
  const password = validator(CN, "Password", { locale: "en" });
  const form = createForm(CN, { locale: "en", names: "label", initial: values });
  assert.equal(password("ab<", {}, { form: { values } }), form.field("Password").errors.join(" "));
  assert.equal(password("Abcd1234", {}, { form: { values: { ...values, Password: "Abcd1234" } } }), "");
  assert.notEqual(password("ab<", {}), "");
  assert.throws(() => validator(CN, "Passwort"), /did you mean "Password"/);
});

test("effects show no more than what changed", async () => {
  const calls = [];
  const field = (path) => ({
    address: path,
    path,
    ...Object.fromEntries(["setDisplay", "setRequired", "setSelfErrors", "setSelfWarnings", "setDataSource"].map((name) => [name, (value) => calls.push([path, name, value])])),
  });
  const fields = ["RegionId", "Period", "layout"].map(field);
  let subscriber;
  const form = { values: { RegionId: "cn-hangzhou" }, subscribe: (given) => (subscriber = given), query: () => fields };
  effects(CN, { locale: "en" })(form);
  assert.deepEqual(calls, []);
  await Promise.resolve();
  assert.deepEqual(calls.filter(([, name]) => name === "setDisplay"), [["RegionId", "setDisplay", "visible"], ["Period", "setDisplay", "none"]]);
  calls.length = 0;
  form.values = { RegionId: "cn-hangzhou", ChargeType: "PrePaid" };
  subscriber({ type: "onFormValuesChange" });
  assert.deepEqual([...new Set(calls.map(([path]) => path))], ["Period"]);
  assert.deepEqual(calls.find(([, name]) => name === "setSelfErrors")[2], ["Subscription period is required because Billing method is PrePaid"]);
  // A form that is there already begins at once.
  calls.length = 0;
  effects(CN)({ ...form, heart: {} });
  assert.ok(calls.length > 0);
});
