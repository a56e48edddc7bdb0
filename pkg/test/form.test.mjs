import assert from "node:assert/strict";
import { test } from "node:test";
import { dependenciesOf, rulesFor } from "../dist/antd.js";
import { check, createForm, profiles, safeParse } from "../dist/index.js";
import { odd, randomFrom } from "./values.mjs";

const CN = "alibaba.create-instance.cn";
const JD = "jdcloud.create-cache-instance";

test("it answers what a form needs to draw itself", () => {
  const form = createForm(CN, { initial: { RegionId: "cn-hangzhou", Capacity: 1024 } });
  assert.equal(form.valid, true);
  assert.equal(form.field("RegionId").required, true);
  assert.equal(form.field("Period").required, false);
  assert.equal(form.field("Period").applicable, false);
  assert.equal(form.field("AutoRenewPeriod").applicable, false);
  form.set("ChargeType", "PrePaid");
  assert.equal(form.field("Period").required, true);
  assert.equal(form.field("Period").applicable, true);
  assert.match(form.field("Period").error, /`Period` is required because `ChargeType` is `PrePaid`/);
  assert.equal(form.valid, false);
  assert.equal(form.request(), undefined);
  form.set("Period", "12");
  // Required still, although it is there.
  assert.equal(form.field("Period").required, true);
  assert.equal(form.valid, true);
  assert.deepEqual(form.request(), { RegionId: "cn-hangzhou", Capacity: 1024, ChargeType: "PrePaid", Period: "12" });
  form.set("AutoRenew", "true");
  assert.equal(form.field("AutoRenewPeriod").required, true);
  assert.equal(form.field("AutoRenewPeriod").applicable, true);
});

test("what is required follows every change, whether a rule looks at the field or not", () => {
  const changes = {
    "alibaba.create-instance.cn": { ChargeType: ["PrePaid", "PostPaid"], AutoRenew: ["true", "x"], InstanceName: ["a", "ab"], Period: ["1", "0"], NetworkType: ["VPC", "CLASSIC"], VpcId: ["v", "w"] },
    "alibaba.create-instances": { "Instances.0.ChargeType": ["PrePaid", "PostPaid"], "Instances.0.InstanceName": ["a", "ab"], "Instances.0.Period": ["1", "0"], AutoRenew: ["true", "false"], Token: ["t", "u"] },
    "jdcloud.create-cache-instance": { "charge.chargeMode": ["prepaid_by_duration", "x"], "charge.chargeDuration": [1, "1"], "cacheInstance.password": ["a", "b"], "charge.autoRenew": [true, "x"], "cacheInstance.vpcId": ["v", "w"] },
  };
  let seed = 11;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  for (const [id, fields] of Object.entries(changes)) {
    const form = createForm(id);
    const paths = Object.keys(fields);
    for (let round = 0; round < 120; round++) {
      const path = paths[random(paths.length)];
      form.set(path, [...fields[path], ""][random(3)]);
      // A form that begins with these values has seen nothing else.
      const fresh = createForm(id, { initial: form.getSnapshot().values });
      for (const each of paths) {
        const state = ({ required, applicable, error }) => ({ required, applicable, error });
        assert.deepEqual(state(form.field(each)), state(fresh.field(each)), `${id} ${each} after ${path}: ${JSON.stringify(form.getSnapshot().values)}`);
      }
      assert.equal(form.valid, fresh.valid);
    }
  }
});

test("empty inputs are untouched", () => {
  const form = createForm(CN);
  for (const empty of ["", null, undefined]) {
    form.set("InstanceName", "x");
    assert.equal(form.field("InstanceName").touched, true);
    form.set("InstanceName", empty);
    assert.equal(form.field("InstanceName").touched, false);
    assert.equal(form.field("InstanceName").value, undefined);
    assert.deepEqual(form.field("InstanceName").diagnostics, []);
  }
});

test("a password's checklist follows the typing", () => {
  const form = createForm(CN, { locale: "zh" });
  const met = () => {
    const { checklist } = form.field("Password");
    return [checklist.length.met, checklist.classes.filter((each) => each.met).map((each) => each.id).join(" "), checklist.characters.met];
  };
  assert.deepEqual(met(), [false, "", true]);
  form.set("Password", "ab");
  assert.deepEqual(met(), [false, "lowercase", true]);
  form.set("Password", "abCD1234");
  assert.deepEqual(met(), [true, "uppercase lowercase digit", true]);
  assert.deepEqual(form.field("Password").diagnostics, []);
  form.set("Password", "abCD1234<");
  assert.deepEqual(met(), [true, "uppercase lowercase digit", false]);
  assert.equal(form.field("Password").checklist.classes[0].label, "大写字母");
  assert.equal(form.field("RegionId").checklist, undefined);
});

test("the checklist agrees with the findings", () => {
  const characters = ["a", "B", "3", "!", "<", "-", "中", "é", " ", "😀"];
  let seed = 7;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  for (const { id, fields } of profiles) {
    const field = fields.find((field) => field.constraint?.kind === "password" && field.secret);
    if (!field) continue;
    const path = field.path.slice(1).replaceAll("/", ".").replace("*", "0");
    const form = createForm(id);
    for (let round = 0; round < 200; round++) {
      form.set(path, Array.from({ length: 1 + random(40) }, () => characters[random(random(characters.length) + 1)]).join(""));
      const { checklist, diagnostics } = form.field(path);
      const codes = diagnostics.map(({ code }) => code);
      assert.equal(checklist.length.met, !codes.includes("password-length"));
      assert.equal(checklist.characters.met, !codes.includes("password-forbidden-character"));
      const have = checklist.classes.filter(({ met }) => met).length;
      assert.equal(have >= checklist.need, !codes.includes("password-character-classes"));
    }
  }
});

test("objects within objects, and elements of lists", () => {
  const jd = createForm("jdcloud.create-cache-instance", { initial: { regionId: "cn-north-1", cacheInstance: { vpcId: "v" } } });
  assert.equal(jd.field("cacheInstance.azId.slave").required, true);
  jd.setAll({
    "cacheInstance.subnetId": "s",
    "cacheInstance.cacheInstanceName": "cache_01",
    "cacheInstance.cacheInstanceClass": "c",
    "cacheInstance.azId.master": "cn-north-1a",
    "cacheInstance.azId.slave": "cn-north-1b",
  });
  assert.equal(jd.valid, true);
  assert.equal(jd.field("charge.chargeDuration").required, false);
  jd.set("charge.chargeMode", "prepaid_by_duration");
  assert.equal(jd.field("charge.chargeDuration").required, true);
  jd.set("charge.chargeUnit", "year");
  assert.deepEqual(jd.field("charge.chargeDuration").options, [1, 2, 3]);
  jd.set("charge.chargeDuration", 1);
  assert.equal(jd.valid, true);
  assert.equal(jd.request().cacheInstance.azId.slave, "cn-north-1b");

  const batch = createForm("alibaba.create-instances");
  batch.set("Instances.0.RegionId", "cn-hangzhou");
  batch.set("Instances.1.ChargeType", "PrePaid");
  assert.equal(batch.field("Instances.1.Period").required, true);
  assert.equal(batch.field("Instances.0.Period").required, false);
  assert.match(batch.field("Instances.0.izNo").error, /required/);
  batch.setAll({ "Instances.0.izNo": "cn-hangzhou-b", "Instances.0.Capacity": 1, "Instances.1.ChargeType": "" });
  assert.equal(batch.valid, true);
  assert.equal(typeof batch.request().Instances, "string");
  assert.throws(() => batch.set("Instances.99999.RegionId", "x"), RangeError);
});

test("lists that travel as lists, and more than one of them", () => {
  const tair = createForm("alibaba.create-tair-instance.2026", {
    initial: { RegionId: "cn-hangzhou", ZoneId: "cn-hangzhou-h", VpcId: "vpc-1", VSwitchId: "vsw-1", InstanceType: "tair_rdb", InstanceClass: "tair.rdb.8g", ChargeType: "PostPaid" },
  });
  tair.setAll({ "Tag.0.Key": "team", "Tag.0.Value": "a", "Tag.1.Key": "team" });
  assert.match(tair.field("Tag.1.Key").warning, /twice/);
  tair.set("Tag.1.Key", "stage");
  assert.equal(tair.valid, true, JSON.stringify(tair.report.diagnostics));
  assert.deepEqual(tair.request().Tag, [{ Key: "team", Value: "a" }, { Key: "stage" }]);

  const { sample } = profiles.find(({ id }) => id === "jdcloud.create-cache-instance.2026");
  const jd = createForm("jdcloud.create-cache-instance.2026", { initial: sample });
  assert.equal(jd.valid, true);
  jd.setAll({ "cacheInstance.userTags.0.key": "team", "cacheInstance.userTags.0.value": "a", "cacheInstance.opsTags.1.key": "x" });
  assert.equal(jd.field("cacheInstance.opsTags.0.key").path, "cacheInstance.opsTags.0.key");
  assert.deepEqual(jd.report, createForm(jd.profile, { initial: Object.fromEntries(Object.entries(jd.getSnapshot().values)) }).report);
  const { diagnostics } = check(jd.profile, requestOf(new Map(Object.entries(jd.getSnapshot().values))), { form: true });
  assert.deepEqual(jd.report.diagnostics, diagnostics);
});

test("where one of several must be there, each of them says so", async () => {
  const message = /at least one of `Capacity` or `InstanceClass` is required/;
  const form = createForm(CN, { initial: { RegionId: "cn-hangzhou" } });
  for (const name of ["Capacity", "InstanceClass"]) {
    assert.match(form.field(name).error, message);
    assert.equal(form.field(name).required, false);
  }
  assert.equal(form.field("RegionId").error, undefined);
  form.set("InstanceClass", "redis.master.small.default");
  assert.equal(form.field("Capacity").error, undefined);
  const batch = createForm("alibaba.create-instances", { initial: { Instances: [{ Capacity: 1 }, { izNo: "a" }] } });
  assert.equal(batch.field("Instances.0.instanceClass").error, undefined);
  assert.match(batch.field("Instances.1.instanceClass").error, /at least one of/);

  // Ant Design asks each field by itself, and takes an order of which none complains.
  const complaints = async (profile, values, name) => {
    const found = [];
    for (const rule of rulesFor(profile, name)) {
      const { warningOnly, validator } = rule({ getFieldsValue: () => values });
      await validator().catch((error) => found.push([warningOnly, error.message]));
    }
    return found;
  };
  for (const name of ["Capacity", "InstanceClass"]) {
    const [[warningOnly, text], ...more] = await complaints(CN, { RegionId: "cn-hangzhou", Capacity: "" }, name);
    assert.match(text, message);
    assert.deepEqual([warningOnly, more], [false, []]);
    assert.deepEqual(await complaints(CN, { RegionId: "cn-hangzhou", Capacity: "1024" }, name), []);
  }
  assert.equal((await complaints("alibaba.create-instances", { Instances: [{}, {}] }, ["Instances", 1, "Capacity"])).length, 1);
  assert.deepEqual(dependenciesOf(CN, "Capacity"), ["InstanceClass"]);
  assert.deepEqual(dependenciesOf("alibaba.create-instances", ["Instances", 2, "Capacity"]), [["Instances", 2, "instanceClass"]]);
});

test("an object or a list takes the place of the fields in it, and they that of a text", () => {
  const ID = "alibaba.create-instances";
  const [one, two] = ["cn-hangzhou", "cn-beijing"].map((region) => ({ RegionId: region, izNo: `${region}-b`, Capacity: 1 }));
  const flat = (list) => Object.assign({}, ...list.map((each, at) => Object.fromEntries(Object.entries(each).map(([name, value]) => [`Instances.${at}.${name}`, value]))));
  const same = (form, values) => {
    assert.deepEqual(form.getSnapshot().values, values);
    const { report, valid } = createForm(form.profile, { initial: values });
    const findings = ({ diagnostics }) => diagnostics.map((found) => JSON.stringify(found)).sort();
    assert.deepEqual(findings(form.report), findings(report));
    assert.equal(form.valid, valid);
  };
  const form = createForm(ID, { initial: { Instances: [one, two], AutoPay: "true" } });
  let calls = 0;
  form.subscribe(() => calls++);
  form.set("Instances", [two]);
  same(form, { AutoPay: "true", ...flat([two]) });
  assert.equal(form.field("Instances.0.RegionId").value, "cn-beijing");
  assert.equal(form.valid, true);
  form.setAll({ Instances: [{ ...one, Password: "short" }, two, {}] });
  same(form, { AutoPay: "true", ...flat([{ ...one, Password: "short" }, two]) });
  assert.match(form.field("Instances.0.Password").error, /length/);
  form.set("Instances", [one]);
  same(form, { AutoPay: "true", ...flat([one]) });
  assert.equal(calls, 3);
  form.set("Instances", [one]);
  assert.equal(calls, 3);
  form.set("Instances", "");
  same(form, { AutoPay: "true" });
  // As text it stays what it is, until one of its fields is set.
  form.set("Instances", JSON.stringify([one]));
  same(form, { AutoPay: "true", Instances: JSON.stringify([one]) });
  assert.equal(form.valid, true);
  form.set("Instances.0.RegionId", "cn-hangzhou");
  same(form, { AutoPay: "true", "Instances.0.RegionId": "cn-hangzhou" });
  form.set("Instances", "[{");
  same(form, { AutoPay: "true", Instances: "[{" });

  const jd = createForm("jdcloud.create-cache-instance", { initial: { charge: { chargeMode: "prepaid_by_duration", chargeDuration: 1 } } });
  jd.set("charge", { chargeMode: "prepaid_by_duration" });
  same(jd, { "charge.chargeMode": "prepaid_by_duration" });
  jd.set("cacheInstance.azId", { master: "cn-north-1a" });
  jd.set("charge", null);
  same(jd, { "cacheInstance.azId.master": "cn-north-1a" });
});

test("an element that is not begun is drawn as it will be", () => {
  const ID = "alibaba.create-instances";
  const look = (form, index) => {
    const [region, period, name] = ["RegionId", "Period", "InstanceName"].map((name) => form.field(`Instances.${index}.${name}`));
    return [region.required, period.required, period.applicable, name.required, name.applicable];
  };
  const begun = [true, false, false, false, true];
  const form = createForm(ID);
  for (const index of [0, 1, 7]) assert.deepEqual(look(form, index), begun);
  // The first key press changes nothing about the rest of the row.
  form.set("Instances.0.InstanceName", "a");
  for (const index of [0, 1, 7]) assert.deepEqual(look(form, index), begun);
  // An element between others is in the request, and empty there.
  form.set("Instances.3.ChargeType", "PrePaid");
  for (const index of [0, 1, 2, 4, 999]) assert.deepEqual(look(form, index), begun);
  assert.deepEqual(look(form, 3), [true, true, true, false, true]);
  assert.match(form.field("Instances.2.izNo").error, /required/);
  // Nothing is found in what is not in the request.
  assert.deepEqual(form.field("Instances.4.izNo").diagnostics, []);
  // Nor does it bear on what is.
  form.setAll({ "Instances.3.ChargeType": "", "Instances.0.ChargeType": "PrePaid" });
  assert.equal(form.field("AutoPay").applicable, true);
  assert.deepEqual(look(form, 0), [true, true, true, false, true]);
  // Neither is a number in the name of a parameter a place in a list.
  assert.equal(createForm("jdcloud.create-cache-instance").field("cacheInstance.ipv6On").type, "Integer");
  assert.equal(form.field("Instances.0.Period").type, "Long");
  assert.throws(() => form.field("Nonsense"), TypeError);
});

test("what no request can hold changes nothing", () => {
  const loop = {};
  loop.loop = loop;
  const form = createForm(CN, { initial: { RegionId: "cn-hangzhou", Capacity: 1024 } });
  const { valid, values } = form.getSnapshot();
  for (const path of ["Config", "Token", "Password"]) {
    assert.throws(() => form.set(path, loop), TypeError);
    assert.throws(() => form.setAll({ Capacity: 0, [path]: [loop] }));
    assert.equal(form.field(path).value, undefined);
    assert.equal(form.valid, valid);
    assert.deepEqual(form.getSnapshot().values, values);
  }
  assert.throws(() => createForm(CN, { initial: { Config: loop } }), TypeError);
});

test("what half of a surrogate pair hides does not outlast it", () => {
  const form = createForm("jdcloud.create-cache-instance", { initial: { regionId: "cn-north-1", cacheInstance: { vpcId: "v\ud83d" } } });
  form.field("regionId");
  form.set("cacheInstance.vpcId", "v\ud83d\ude00");
  assert.equal(form.field("regionId").required, true);
  assert.equal(form.field("charge.chargeDuration").applicable, false);
});

test("the report is that of the same request, checked at once", () => {
  for (const profile of profiles) {
    const form = createForm(profile.id, { initial: profile.sample });
    for (const field of form.fields) {
      if (field.path.includes("*")) continue;
      form.set(field.path.slice(1).replaceAll("/", "."), "x");
    }
    const values = {};
    for (const [path, value] of Object.entries(form.getSnapshot().values)) {
      const keys = path.split(".");
      const last = keys.pop();
      keys.reduce((at, key) => (at[key] ??= {}), values)[last] = value;
    }
    const order = (diagnostics) => diagnostics.map((found) => JSON.stringify(found)).sort();
    assert.deepEqual(order(form.report.diagnostics), order(check(profile.id, values, { form: true }).diagnostics));
  }
});

test("subscribers and snapshots", () => {
  const form = createForm(CN);
  let calls = 0;
  const stop = form.subscribe(() => calls++);
  const before = form.getSnapshot();
  assert.equal(form.getSnapshot(), before);
  form.set("RegionId", "cn-hangzhou");
  assert.equal(calls, 1);
  assert.notEqual(form.getSnapshot(), before);
  assert.deepEqual(before.values, {});
  form.set("RegionId", "cn-hangzhou");
  assert.equal(calls, 1);
  form.setAll({ Capacity: 1, ZoneId: "cn-hangzhou-a" });
  assert.equal(calls, 2);
  stop();
  form.reset();
  assert.equal(calls, 2);
  assert.deepEqual(form.getSnapshot().values, {});
  assert.equal(form.field("RegionId"), form.field("RegionId"));
});

test("many forms at once do not mix", () => {
  const forms = Array.from({ length: 50 }, (_, index) => createForm(CN, { initial: { RegionId: `r-${index}`, Capacity: index } }));
  for (let round = 0; round < 3; round++) {
    forms.forEach((form, index) => {
      form.set("InstanceName", `name-${index}-${round}`);
      assert.equal(form.valid, index > 0, `${index}`);
      if (index > 0) assert.deepEqual(form.request(), { RegionId: `r-${index}`, Capacity: index, InstanceName: `name-${index}-${round}` });
    });
  }
});

test("what was judged and not yet kept is not lost", () => {
  const form = createForm(CN, { initial: { RegionId: "cn-hangzhou", Capacity: 1024, InstanceName: "ab" } });
  assert.equal(form.valid, true);
  form.set("InstanceName", "abc");
  form.setAll({ InstanceName: "" });
  assert.equal(form.report.valid, true);
  form.set("InstanceName", "abcd");
  form.set("InstanceName", "a@");
  assert.equal(form.valid, false);
  assert.equal(form.report.diagnostics.find(({ severity }) => severity === "error")?.path, "/InstanceName");
  form.set("InstanceName", "abc");
  form.set("Capacity", "0");
  form.set("InstanceName", "");
  assert.deepEqual(form.report, createForm(CN, { initial: { RegionId: "cn-hangzhou", Capacity: "0" } }).report);
});

/** The request of values under their paths. */
function requestOf(values) {
  const root = {};
  for (const [path, value] of values) {
    const keys = path.split(".");
    const last = keys.pop();
    let at = root;
    for (const [place, key] of keys.entries()) {
      const isList = /^\d+$/.test(keys[place + 1] ?? last);
      if (Array.isArray(at)) while (at.length <= Number(key)) at.push({});
      at = at[key] ??= isList ? [] : {};
    }
    at[last] = value;
  }
  return root;
}

test("at every moment a form is as valid as its request", () => {
  const random = randomFrom(7);
  const verdicts = [0, 0];
  for (const { id, wire, sample, fields } of profiles) {
    // Whether what has no place in the tables is set, too.
    for (const strange of [false, false, true]) {
      const initial = structuredClone(sample);
      if (typeof initial.Instances === "string") initial.Instances = JSON.parse(initial.Instances);
      const form = createForm(id, { initial });
      const values = new Map(Object.entries(form.getSnapshot().values));
      const single = fields.filter(({ holds }) => holds === null);
      for (let step = 0; step < 1500; step++) {
        const field = single[random(single.length)];
        let path = field.path.slice(1).replaceAll("/", ".").replace("*", String(random(3)));
        if (strange && random(40) === 0) path = random(2) === 0 ? "Nonsense" : path.replace(/[^.]*$/, (name) => name.toLowerCase());
        const first = [...values.keys()][random(values.size)];
        // Most of the time something that is there already gets another value, or what it began with.
        if (first !== undefined && random(2) === 0) path = first;
        const options = field.constraint?.values ?? [];
        const was = new Map(Object.entries(createdValues(id, initial)));
        const value = random(3) === 0 ? odd[random(odd.length)] : random(3) === 0 && options.length > 0 ? options[random(options.length)] : was.get(path);
        // Names that there are not come with others alone.
        const known = fields.find((each) => each.path === `/${path.replaceAll(".", "/").replace(/\/\d+(?=\/)/, "/*")}`);
        if (known) form.set(path, value);
        else form.setAll({ [path]: value });
        if (value === undefined || value === null || value === "") values.delete(path);
        else values.set(path, wire === "json" ? typed(known?.type, value) : value);
        const { valid } = check(id, requestOf(values), { form: true });
        assert.equal(form.valid, valid, `${id} ${path} ${String(value)}: ${JSON.stringify([...values])}`);
        verdicts[Number(valid)]++;
        // What was set meanwhile is in the findings, too.
        if (random(50) === 0) assert.equal(form.report.valid, valid);
        // Another form takes the place of this one.
        if (random(100) === 0) createForm("alibaba.console").report;
      }
      const again = createForm(id, { initial: Object.fromEntries(values) });
      assert.deepEqual(form.report, again.report);
    }
  }
  assert.ok(verdicts.every((count) => count > 1000), String(verdicts));
});

/** Text as a form takes it where types are strict. */
function typed(type, value) {
  if (type === "Boolean" && (value === "true" || value === "false")) return value === "true";
  return (type === "Integer" || type === "Long") && /^[1-9]\d?$|^0$/.test(value) ? Number(value) : value;
}

const created = new Map();
/** The values that a form of the profile begins with, by their paths. */
function createdValues(id, initial) {
  if (!created.has(id)) created.set(id, createForm(id, { initial }).getSnapshot().values);
  return created.get(id);
}

test("what a field offers can be set, also as the text of an input, where types are strict", () => {
  for (const { id, fields, sample } of profiles) {
    const initial = structuredClone(sample);
    if (typeof initial.Instances === "string") initial.Instances = JSON.parse(initial.Instances);
    const form = createForm(id, { initial });
    for (const { path: pointer, holds } of fields) {
      if (holds !== null) continue;
      const path = pointer.slice(1).replaceAll("/", ".").replace("*", "0");
      for (const option of form.field(path).options ?? []) {
        for (const given of [option, String(option)]) {
          form.set(path, given);
          assert.equal(form.field(path).value, option, path);
          const wrong = form.field(path).diagnostics.filter(({ code }) => ["type-mismatch", "invalid-value", "out-of-range"].includes(code));
          assert.deepEqual(wrong, [], `${id} ${path} ${given}`);
        }
      }
      form.reset();
    }
  }
  const jd = createForm(JD, { initial: { charge: { chargeMode: "prepaid_by_duration", chargeDuration: "3" } } });
  assert.equal(jd.field("charge.chargeDuration").value, 3);
  for (const text of ["03", "3.0", "1e1", "+3", " 3", "99999999999999999"]) {
    jd.set("charge.chargeDuration", text);
    assert.equal(jd.field("charge.chargeDuration").value, text);
  }
  // A query string has text alone.
  assert.equal(createForm(CN, { initial: { Period: "3" } }).field("Period").value, "3");
});

test("a path that there is not is refused, with the one that was meant", () => {
  const form = createForm(CN, { initial: { Capcity: 1, RegionId: "cn-hangzhou" } });
  // What came with others is found, and may be taken away.
  assert.ok(form.report.diagnostics.some(({ code, path }) => code === "unknown-parameter" && path === "/Capcity"));
  assert.equal(form.field("Capcity").value, 1);
  form.set("Capcity", "");
  for (const act of ["set", "field", "visit"]) {
    assert.throws(() => form[act]("Capactiy", 1), /no field "Capactiy"; did you mean "Capacity"\?/);
    assert.throws(() => form[act]("Nonsense", 1), /no field "Nonsense"$/);
  }
  assert.deepEqual(["Capacity", "Capcity", "Nonsense", "", undefined].map((path) => form.has(path)), [true, false, false, false, false]);
  const jd = createForm(JD);
  for (const path of ["cacheInstance", "cacheInstance.azId", "cacheInstance.azId.master"]) jd.field(path);
  assert.throws(() => jd.field("cacheInstance.azid.master"), /did you mean/);
  const batch = createForm("alibaba.create-instances");
  for (const path of ["Instances", "Instances.0", "Instances.12.RegionId"]) batch.field(path);
  assert.throws(() => batch.set("Instances.0.Regionid", "x"), /"Instances\.\*\.RegionId"/);
});

test("nobody is scolded for a field that is still being typed into", () => {
  const form = createForm(CN, { locale: "en" });
  let told = 0;
  form.subscribe(() => told++);
  const before = form.getSnapshot();
  const look = (path) => [form.field(path).visited, form.field(path).visibleError !== undefined, form.field(path).error !== undefined];
  form.set("Capacity", "0");
  assert.deepEqual(look("Capacity"), [false, false, true]);
  form.visit("Capacity");
  form.visit("Capacity");
  assert.equal(told, 2);
  assert.notEqual(form.getSnapshot(), before);
  assert.deepEqual(look("Capacity"), [true, true, true]);
  assert.deepEqual(look("RegionId"), [false, false, true]);
  form.visitAll();
  assert.deepEqual(look("RegionId"), [true, true, true]);
  form.reset();
  assert.deepEqual(look("RegionId"), [false, false, true]);
});

test("every error of a field is told", () => {
  const form = createForm(CN, { locale: "en", initial: { Password: "ab<" } });
  const { errors, error, warnings } = form.field("Password");
  assert.ok(errors.length >= 2, String(errors));
  assert.equal(errors[0], error);
  assert.deepEqual(warnings, []);
  form.set("ZoneId", "cn-beijing-a");
  form.set("RegionId", "cn-hangzhou");
  assert.equal(form.field("ZoneId").warnings.length, 1);
});

test("another language and other surroundings keep the values", () => {
  const INTL = "alibaba.create-instance.intl";
  const form = createForm(INTL, { locale: "en", initial: { RegionId: "cn-hangzhou", InstanceClass: "redis.master.small.default", InstanceName: "1", Password: "Abcd1234", PrivateIp: "10.0.0.1", NetworkType: "VPC", VSwitchId: "vsw-1", VpcId: "vpc-1" } });
  form.visit("InstanceName");
  const english = form.field("InstanceName");
  form.setLocale("zh");
  const chinese = form.field("InstanceName");
  assert.deepEqual([english.label, chinese.label, chinese.value, form.locale], ["Instance name", "实例名称", "1", "zh"]);
  assert.match(chinese.visibleError, /[一-龟]/);
  assert.match(english.visibleError, /^[ -~]+$/);
  form.set("InstanceName", "cache");
  assert.equal(form.valid, true);
  const codes = () => form.report.diagnostics.filter(({ severity }) => severity !== "info").map(({ code }) => code);
  assert.deepEqual(codes(), []);
  form.setContext({ ecs: { region: "cn-beijing" } });
  assert.deepEqual(codes(), ["region-mismatch"]);
  form.setContext(undefined);
  assert.equal(form.request().Password, "Abcd1234");
});

test("a JSON Pointer names a field as its path does", () => {
  for (const { id } of profiles) {
    const form = createForm(id, { locale: "en" });
    for (const { path, name, label } of form.fields) {
      assert.ok(form.has(path), path);
      const state = form.field(path);
      assert.equal(state.path, path.slice(1).replaceAll("/", "."));
      assert.equal(state, form.field(state.path), name);
      assert.equal(state.label, label.en);
    }
  }
  const jd = createForm(JD);
  jd.set("/charge/chargeDuration", "3");
  jd.visit("/charge/chargeDuration");
  const { value, visited } = jd.field("charge.chargeDuration");
  assert.deepEqual([value, visited], [3, true]);
  assert.deepEqual(jd.getSnapshot().values, { "charge.chargeDuration": 3 });
  jd.set("/charge", { chargeUnit: "year" });
  assert.deepEqual(jd.getSnapshot().values, { "charge.chargeUnit": "year" });
  for (const act of [jd.field, jd.visit, jd.set]) assert.throws(() => act.call(jd, "/charge/chargeduration", 1), /did you mean "charge.chargeDuration"/);
  assert.equal(jd.has("/charge/nope"), false);
  // What stands for all elements is required like one that is not begun.
  const batch = createForm("alibaba.create-instances", { initial: { Instances: [{ RegionId: "cn-hangzhou" }] } });
  assert.deepEqual(["/Instances/*/izNo", "/Instances/7/izNo", "/Instances/0/izNo"].map((path) => batch.field(path).required), [true, true, true]);
  batch.set("/Instances/0", { izNo: "cn-hangzhou-b" });
  assert.deepEqual(batch.getSnapshot().values, { "Instances.0.izNo": "cn-hangzhou-b" });
});

test("no value is passed over in which a check finds an error", () => {
  const values = () => [
    ...[[[]], [5], { a: 1 }, { 0: {} }, new Date(0), new Number(5), new Boolean(true), new String("x"), new Map([["a", 1]])],
    ...[{}, [], Object.create(null), Object.assign(Object.create(null), { a: 1 }), { toJSON: () => 5 }, 5n, NaN, true],
  ];
  for (const { id, fields, sample } of profiles) {
    for (const { path } of fields.filter(({ path }) => !path.includes("*"))) {
      for (const value of values()) {
        const initial = structuredClone(sample);
        const keys = path.slice(1).split("/");
        keys.slice(0, -1).reduce((at, key) => (at[key] ??= {}), initial)[keys.at(-1)] = value;
        const form = createForm(id, { initial });
        const wanted = check(id, initial, { form: true }).valid;
        assert.equal(form.valid, wanted, `${id} ${path}`);
        assert.equal(form.report.valid, wanted, `${id} ${path}`);
        form.field(path);
        if (wanted) assert.ok(check(id, form.request()).valid, `${id} ${path}`);
        const other = createForm(id, { initial: sample });
        other.set(path, value);
        assert.equal(other.valid, wanted, `${id} ${path}`);
      }
    }
  }
  const form = createForm("alibaba.create-instance.2026", { locale: "en", initial: { Tag: {} } });
  assert.match(form.field("Tag").error, /must be an array, not an object/);
  // A field in it takes its place.
  form.set("Tag.0.Key", "team");
  assert.deepEqual(form.getSnapshot().values, { "Tag.0.Key": "team" });
});

test("a server's errors stand with their fields until these are others", () => {
  const form = createForm("alibaba.create-instance.2026", { locale: "en", names: "label", initial: { RegionId: "cn-hangzhou", InstanceClass: "redis.shard.small.2.ce" } });
  let calls = 0;
  form.subscribe(() => calls++);
  const before = form.getSnapshot();
  const rest = form.setErrors([
    { path: "/RegionId", message: "`RegionId` is sold out" },
    { path: ["Tag", 0, "Key"], message: "this key is not allowed" },
    { path: "InstanceName", message: "taken" },
    { path: "", message: "too many orders" },
    { path: "/Nope", message: "no such field" },
  ]);
  assert.deepEqual(rest.map(({ message }) => message), ["too many orders", "no such field"]);
  assert.equal(calls, 1);
  assert.notEqual(form.getSnapshot(), before);
  const { errors, error, visibleError } = form.field("RegionId");
  assert.deepEqual([errors, error, visibleError], [["Region is sold out"], "Region is sold out", "Region is sold out"]);
  assert.equal(form.field("Tag.0.Key").visibleError, "this key is not allowed");
  // They do not keep anybody from trying again.
  assert.equal(form.valid, true);
  assert.notEqual(form.request(), undefined);
  form.set("RegionId", "cn-hangzhou");
  assert.equal(form.field("RegionId").error, "Region is sold out");
  form.set("RegionId", "cn-beijing");
  assert.equal(form.field("RegionId").error, undefined);
  assert.equal(form.field("InstanceName").error, "taken");
  form.set("InstanceName", "");
  assert.equal(form.field("InstanceName").error, "taken");
  assert.deepEqual(form.setErrors([]), []);
  assert.equal(form.field("InstanceName").error, undefined);
  // Findings and issues are taken as they are.
  const order = { RegionId: "cn-hangzhou", InstanceClass: "redis.shard.small.2.ce", Period: "x", ChargeType: "PrePaid" };
  form.setErrors(check(form.profile, order).diagnostics);
  assert.match(form.field("Period").visibleError, /value of Subscription period/);
  form.setErrors(safeParse(form.profile, order).issues);
  assert.match(form.field("Period").visibleError, /value of Subscription period/);
  form.reset();
  assert.equal(form.field("Period").error, undefined);
});
