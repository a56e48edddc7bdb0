// What stays behind in WebAssembly memory, and what happens after a trap.
import assert from "node:assert/strict";
import { test } from "node:test";

/** The instances that were made, whose exports a test can replace. */
const instances = [];
let sabotage;
const Instance = WebAssembly.Instance;
WebAssembly.Instance = class {
  constructor(module, imports) {
    const { exports } = new Instance(module, imports);
    this.exports = { ...exports };
    for (const [name, act] of Object.entries(exports)) {
      if (typeof act === "function") this.exports[name] = (...args) => sabotage?.(name) ?? act(...args);
    }
    instances.push(exports);
  }
};
const { check, checkChange, createForm, isValid, KvspecError, lint } = await import("../dist/index.js");

const CN = "alibaba.create-instance.cn";
const good = { RegionId: "cn-hangzhou", Capacity: 1 };

test("no password stays in memory", () => {
  const password = "Tr0ub4dor&3-unmistakable";
  const spec = { ...good, Password: password };
  const text = JSON.stringify(spec);
  check(CN, spec);
  for (let turn = 0; turn < 3; turn++) check(CN, { ...spec, Period: String(turn) });
  check(CN, `https://x/?Action=CreateInstance&RegionId=a&Capacity=1&Password=${encodeURIComponent(password)}`);
  isValid(CN, text);
  isValid(CN, spec);
  isValid(CN, { ...spec, Token: password });
  lint(text);
  lint(`[${text},${text}]`);
  checkChange(CN, text, text);
  check("alibaba.create-instances", { Instances: JSON.stringify([{ Password: password }]) });
  const form = createForm(CN, { initial: spec });
  form.set("Password", `${password}<`);
  form.field("Password");
  form.set("RegionId", "b");
  form.request();
  const memory = Buffer.from(instances.at(-1).memory.buffer);
  // The search does find what is there: a value that is no secret, in the form that is kept.
  assert.ok(memory.includes("cn-hangzhou"));
  for (const written of [password, encodeURIComponent(password), password.slice(2, 20)]) {
    assert.ok(!memory.includes(written), `${written} at ${memory.indexOf(written)}`);
  }
});

test("a trap is an error that says what to do, and the next call works", () => {
  const before = instances.length;
  const form = createForm(CN, { initial: good });
  assert.equal(form.valid, true);
  for (const name of ["check", "judge", "recheck", "valid", "verdict", "lint", "form_set", "form_check"]) {
    // The form is in the instance that is about to stop.
    form.set("Token", name);
    assert.equal(form.valid, true);
    sabotage = (called) => {
      if (called === name) throw new WebAssembly.RuntimeError("unreachable");
    };
    const act = { check: () => check(CN, JSON.stringify(good)), judge: () => check(CN, good, { context: {} }), recheck: () => Array.from({ length: 80 }, () => check(CN, good)), valid: () => isValid(CN, JSON.stringify(good)), verdict: () => isValid(CN, { ...good, Period: name }), lint: () => lint("{}"), form_set: () => form.set("ZoneId", "x"), form_check: () => (form.set("ZoneId", "y"), form.setContext({}), form.report) }[name];
    assert.throws(act, (error) => error instanceof KvspecError && /report/.test(error.message) && error.cause instanceof WebAssembly.RuntimeError, name);
    sabotage = undefined;
    assert.equal(check(CN, good).valid, true);
    assert.equal(isValid(CN, good), true);
    assert.equal(form.field("RegionId").value, "cn-hangzhou");
    assert.equal(form.valid, true);
  }
  assert.equal(instances.length, before + 8);
  assert.deepEqual(form.request(), { ...good, ZoneId: "y", Token: "form_check" });
});

test("10,000 forms and 50,000 checks leave nothing behind", () => {
  const work = (rounds) => {
    for (let round = 0; round < rounds; round++) {
      const form = createForm(CN, { initial: good });
      form.set("InstanceName", `name ${round}`);
      form.set("Password", `Abcd${round}`);
      form.field("Period");
      for (let times = 0; times < 5; times++) check(CN, { ...good, Token: "x".repeat(round % 100) });
    }
    return instances.at(-1).memory.buffer.byteLength;
  };
  const first = work(500);
  assert.equal(work(9_500), first);
});

test("a large input does no lasting harm", () => {
  const { diagnostics } = check(CN, `{"RegionId": "${"x".repeat(20_000_000)}", "Capacity": 0}`);
  assert.ok(diagnostics.some(({ code }) => code === "out-of-range"));
  assert.equal(check(CN, "[".repeat(1_000_000)).valid, false);
  assert.equal(isValid(CN, good), true);
});
