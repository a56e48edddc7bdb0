// `kvspec/transfer`: what the native `kvspec transfer` and `kvspec request` say, and the secrets that those do not show.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { profiles as forms } from "../dist/index.js";
import { KvspecError, orderRequest, profiles, transfer } from "../dist/transfer.js";

const root = new URL("../..", import.meta.url);
const target = process.env.CARGO_TARGET_DIR ?? new URL("target", root).pathname;

function native(input, ...args) {
  const { stdout, stderr } = spawnSync(`${target}/debug/kvspec`, [...args, "--format", "json"], { encoding: "utf8", cwd: root, input });
  assert.notEqual(stdout, "", stderr);
  return JSON.parse(stdout);
}

const CN = "alibaba.create-instance.cn";
const PREPAID = { RegionId: "cn-hangzhou", ZoneId: "cn-hangzhou-b", Capacity: 1024, ChargeType: "PrePaid", Period: 12, NetworkType: "VPC", VpcId: "vpc-1", VSwitchId: "vsw-1", Password: "Abcd1234", Color: "red" };
const CONSOLE = { billingMethod: "Subscription", duration: 12, region: "cn-hangzhou", zone: "cn-hangzhou-e", networkType: "Classic Network", version: "5.0", nodeType: "Dual Copy", instanceClass: "redis.master.small.default", quantity: 2 };

for (const locale of ["en", "zh"]) {
  test(`every sample and an odd order moves to every profile as natively, ${locale}`, () => {
    const orders = [...forms.map(({ id, sample }) => [id, sample]), [CN, PREPAID]];
    for (const [from, order] of orders) {
      for (const to of profiles()) {
        const text = JSON.stringify(order);
        const { before, requests, ...ours } = transfer(order, { from, to, locale });
        const theirs = native(text, "transfer", "-", "--from", from, "--to", to, "--locale", locale);
        const shown = requests.map(({ spec, values, shown, ...moved }) => ({ ...moved, spec: shown }));
        assert.deepEqual({ ...ours, requests: shown }, theirs, `${from} to ${to}`);
        assert.ok(before.every(({ path, span }) => typeof path === "string" && span === undefined));
      }
    }
  });
}

test("a password comes along, and is shown to nobody", () => {
  const { requests, steps, lossy } = transfer(PREPAID, { from: CN, to: "jdcloud.create-cache-instance" });
  assert.equal(requests[0].spec.cacheInstance.password, "Abcd1234");
  assert.deepEqual(requests[0].spec.charge, { chargeMode: "prepaid_by_duration", chargeUnit: "year", chargeDuration: 1 });
  const { spec, values, ...rest } = requests[0];
  assert.ok(!JSON.stringify([rest, steps]).includes("Abcd1234"));
  assert.ok(steps.some(({ action, from }) => action === "unknown" && from === "/Color"));
  assert.equal(lossy, true);
});

test("a batch has its list as text for sending, and as a list for a form", () => {
  const [{ spec, values }] = transfer(PREPAID, { from: CN, to: "alibaba.create-instances" }).requests;
  assert.equal(typeof spec.Instances, "string");
  assert.deepEqual(values.Instances, JSON.parse(spec.Instances));
  // And the other way round a request becomes several.
  const two = { Instances: JSON.stringify([{ RegionId: "cn-hangzhou", izNo: "cn-hangzhou-b", Capacity: 1024 }, { RegionId: "cn-beijing", izNo: "cn-beijing-a", Capacity: 2048 }]) };
  const apart = transfer(two, { to: CN });
  assert.equal(apart.from, "alibaba.create-instances");
  assert.deepEqual(apart.requests.map((each) => each.spec.RegionId), ["cn-hangzhou", "cn-beijing"]);
});

test("the console's order stands for the request that the command line writes", () => {
  for (const locale of ["en", "zh"]) {
    assert.deepEqual(orderRequest(CONSOLE, { locale }), native(JSON.stringify(CONSOLE), "request", "-", "--locale", locale));
  }
  const refused = orderRequest('{"region": "名", "billingMethod": 1}');
  assert.equal(refused.request, undefined);
  const { span } = refused.diagnostics.find(({ path }) => path === "/billingMethod");
  assert.deepEqual([span.start.offset, span.start.column], [33, 34]);
});

test("what cannot be read or does not exist is an error that says so", () => {
  assert.throws(() => transfer("{", { from: CN, to: CN }), (error) => error instanceof KvspecError && /ends too early/.test(error.message));
  assert.throws(() => transfer("{}", { to: CN, locale: "zh" }), /这里没有订单/);
  assert.throws(() => transfer("{}", { from: CN, to: "alibaba.create-instance" }), /no profile "alibaba.create-instance"; it has .*2026/);
  assert.throws(() => transfer(new Set(), { from: CN, to: CN }), /type Set/);
  assert.equal(transfer(new URLSearchParams({ RegionId: "cn-hangzhou", Capacity: "1024" }), { from: CN, to: CN }).valid, true);
});
