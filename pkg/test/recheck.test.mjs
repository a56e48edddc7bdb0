// Orders that have the names of the one before are judged by what differs: they get the same report as if they were the first.
import assert from "node:assert/strict";
import { test } from "node:test";
import { check, createForm, isValid, profiles } from "../dist/index.js";
import { randomFrom } from "./values.mjs";

const CN = "alibaba.create-instance.cn";
/** The surroundings of an order make it be judged whole. */
const whole = (profile, order, options) => check(profile, order, { ...options, context: {} });

/** Values that somebody might give a field, right and wrong ones. */
function valuesOf({ constraint, type, secret, examples = [] }, pick) {
  const listed = constraint?.kind === "one-of" ? constraint.values : [];
  const texts = [...listed, ...examples, "1", "12", "a", "x y", " padded ", "PrePaid", "vpc", "会话缓存", "10.0.0.1", "<your id>", "", "true", "2147483648"];
  const value = secret ? pick(["Passw0rd!", "password", "长", "Abcdefg1"]) : pick(texts);
  const asType = { Boolean: () => pick([true, false]), Integer: () => pick([0, 1, 3, 12]), Long: () => pick([0, 1024]) }[type];
  return asType && pick([0, 1]) ? asType() : value;
}

for (const profile of profiles) {
  test(`${profile.id}, again and again`, () => {
    const random = randomFrom(20_26);
    const pick = (list) => list[random(list.length)];
    const fields = profile.fields.filter(({ holds, path }) => holds === null && path.split("/").length === 2);
    for (let round = 0; round < 12; round++) {
      const names = fields.filter(() => random(3) === 0);
      let order = Object.fromEntries(names.map((field) => [field.name, valuesOf(field, pick)]));
      const options = { form: pick([true, false]), level: pick(["error", "warning", "info"]), locale: pick(["en", "zh"]) };
      for (let step = 0; step < 25; step++) {
        const report = check(profile.id, order, options);
        assert.deepStrictEqual(report, whole(profile.id, order, options), JSON.stringify(order));
        // Who got a report may do with it what they like.
        for (const found of report.diagnostics) found.message = "";
        report.diagnostics.length = 0;
        report.summary.errors = -1;
        for (let change = random(3); change > 0 && names.length > 0; change--) {
          const field = pick(names);
          order = { ...order, [field.name]: valuesOf(field, pick) };
        }
        if (random(20) === 0) options.locale = pick(["en", "zh"]);
      }
    }
  });
}

test("forms of one profile beside each other", () => {
  const random = randomFrom(7);
  const pick = (list) => list[random(list.length)];
  const forms = [0, 1].map(() => createForm(CN, { initial: { RegionId: "cn-hangzhou", Capacity: 1024, Password: "password" } }));
  const paths = ["InstanceName", "Period", "ChargeType", "NetworkType", "Password", "AutoRenew"];
  for (let step = 0; step < 300; step++) {
    const form = pick(forms);
    form.set(pick(paths), pick(["a", "1", "12", "VPC", "vpc", "PrePaid", "true", "Passw0rd!", ""]));
    const { values, report } = form.getSnapshot();
    const byPath = (found) => [...found].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    const expected = whole(CN, values, { form: true });
    assert.deepStrictEqual(byPath(report.diagnostics), byPath(expected.diagnostics));
    assert.deepStrictEqual(report.summary, expected.summary);
  }
});

test("an order that calls kvspec while it is read, or throws, spoils nothing", () => {
  const order = { RegionId: "cn-hangzhou", Capacity: 1024, Period: "10" };
  const expected = whole(CN, order);
  for (let turn = 0; turn < 3; turn++) assert.deepStrictEqual(check(CN, order), expected);
  const nested = { ...order, get Period() { return check(CN, { ...order, Period: "1" }).valid ? "10" : "10"; } };
  for (let turn = 0; turn < 3; turn++) assert.deepStrictEqual(check(CN, nested), expected);
  const throwing = { ...order, get Capacity() { throw new Error("no"); } };
  for (let turn = 0; turn < 3; turn++) assert.throws(() => check(CN, throwing), /no/);
  for (let turn = 0; turn < 3; turn++) assert.deepStrictEqual(check(CN, order), expected);
  // The same of verdicts: what was read behind the other order is not known.
  const good = { RegionId: "a", Capacity: 1024, Period: "1", ChargeType: "PrePaid" };
  assert.equal(isValid(CN, good), true);
  isValid(CN, { ...good, get Capacity() { return isValid(CN, { ...good, ChargeType: "PostPaid" }) ? 1 : 2; }, Period: "10" });
  assert.equal(isValid(CN, { ...good, Period: "10" }), false);
});
