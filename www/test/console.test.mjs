// The purchase forms, filled in wrongly and rightly in both languages.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe, test } from "node:test";
import { check, isValid, profiles } from "kvspec";
import { codesUnder, done, fill, host, open, request, row, shot, turnTo } from "./page.mjs";

let address;
before(async () => (address = await host()));
after(done);

const PASSWORD = "Grape7_boat";
const CN = "alibaba.create-instance.cn";

/** What is wrong with each form at first, and what is right in the end. The codes are the package's. */
const ORDERS = {
  "alibaba.create-instance.intl": {
    wrong: [
      ["InstanceName", "1@orders", ["name-first-character", "name-forbidden-character"]],
      ["Password", PASSWORD, ["password-forbidden-character"]],
      ["PrivateIp", "10.0.0", ["malformed-ip"]],
      ["Token", "jetón", ["token-not-ascii"]],
    ],
    missing: ["InstanceClass", "RegionId"],
    right: { ChargeType: "PrePaid", Period: "12", RegionId: "ap-southeast-1", ZoneId: "ap-southeast-1a", NetworkType: "VPC", VpcId: "vpc-1", VSwitchId: "vsw-1", PrivateIp: "172.16.0.10", InstanceClass: "redis.master.small.default", EngineVersion: "4.0", InstanceName: "订单缓存", Password: "Grape7boat", Token: "one" },
  },
  "alibaba.create-instance.cn": {
    wrong: [
      ["InstanceName", "x", ["name-length"]],
      ["Password", "grapes", ["password-length", "password-character-classes"]],
      ["Capacity", "0", ["out-of-range"]],
      ["Config", "{", ["malformed-json"]],
    ],
    missing: ["RegionId"],
    right: { ChargeType: "PrePaid", Period: "3", AutoRenew: "true", AutoRenewPeriod: "6", RegionId: "cn-hangzhou", ZoneId: "cn-hangzhou-e", Capacity: "1024", InstanceName: "orders", Password: PASSWORD, Config: '{"EvictionPolicy":"allkeys-lru"}', Token: "one" },
  },
  "alibaba.create-instances": {
    wrong: [
      ["Instances.0.InstanceName", "orders=", ["name-forbidden-character"]],
      ["Instances.0.Password", "GRAPES12", ["password-character-classes"]],
      ["Instances.0.quantity", "301", ["out-of-range"]],
    ],
    missing: ["Instances.0.RegionId", "Instances.0.izNo"],
    right: { "Instances.0.RegionId": "cn-shanghai", "Instances.0.izNo": "cn-shanghai-b", "Instances.0.instanceClass": "redis.master.small.default", "Instances.0.quantity": "3", "Instances.0.InstanceName": "orders", "Instances.0.Password": PASSWORD, "Instances.0.ChargeType": "PrePaid", "Instances.0.Period": "60", Token: "one" },
  },
  "alibaba.console": {
    wrong: [
      ["instanceName", "my orders", ["name-forbidden-character"]],
      ["quantity", "none", ["invalid-value"]],
    ],
    missing: ["billingMethod", "region", "zone", "networkType", "version", "nodeType", "instanceClass"],
    right: { billingMethod: "Subscription", duration: "12", region: "cn-beijing", zone: "cn-beijing-a", networkType: "VPC", vpc: "vpc-1", vSwitch: "vsw-1", version: "5.0", nodeType: "Dual Copy", instanceClass: "redis.master.small.default", instanceName: "orders", quantity: "2" },
  },
  "jdcloud.create-cache-instance": {
    wrong: [
      ["cacheInstance.cacheInstanceName", "my-orders", ["name-forbidden-character"]],
      ["cacheInstance.password", "grape_boat", ["password-forbidden-character"]],
    ],
    missing: ["regionId", "cacheInstance.vpcId", "cacheInstance.subnetId", "cacheInstance.cacheInstanceClass"],
    right: { regionId: "cn-north-1", "cacheInstance.azId.master": "cn-north-1a", "cacheInstance.azId.slave": "cn-north-1b", "cacheInstance.vpcId": "vpc-1", "cacheInstance.subnetId": "subnet-1", "cacheInstance.cacheInstanceName": "会话_cache", "cacheInstance.cacheInstanceClass": "redis.m.micro.basic", "cacheInstance.password": "Grape7boat", "cacheInstance.ipv6On": "1", "charge.chargeMode": "prepaid_by_duration", "charge.chargeUnit": "year", "charge.chargeDuration": "3", "charge.autoRenew": "true" },
  },
  "alibaba.create-instance.2026": {
    wrong: [
      ["InstanceName", "1@orders", ["name-first-character", "name-forbidden-character"]],
      ["Password", "grapes", ["password-length", "password-character-classes"]],
      ["ShardCount", "200", ["out-of-range"]],
      ["MaintainStartTime", "6pm", ["malformed-time"]],
      ["PrivateIpAddress", "10.0.0", ["malformed-ip"]],
    ],
    missing: ["RegionId"],
    right: { ChargeType: "PrePaid", Period: "60", AutoRenew: "true", AutoRenewPeriod: "12", RegionId: "cn-hangzhou", ZoneId: "cn-hangzhou-h", SecondaryZoneId: "cn-hangzhou-g", VpcId: "vpc-1", VSwitchId: "vsw-1", PrivateIpAddress: "172.16.0.10", EngineVersion: "7.0", InstanceClass: "redis.shard.small.2.ce", ShardCount: "1", InstanceName: "订单缓存", Password: PASSWORD, MaintainStartTime: "18:00Z", MaintainEndTime: "19:00Z", Token: "one" },
  },
  "alibaba.create-tair-instance.2026": {
    wrong: [
      ["InstanceName", "x", ["name-length"]],
      ["Password", "GRAPES12", ["password-character-classes"]],
      ["ReadOnlyCount", "10", ["out-of-range"]],
    ],
    missing: ["RegionId", "InstanceClass", "InstanceType", "VpcId", "VSwitchId"],
    right: { ChargeType: "PostPaid", RegionId: "cn-beijing", ZoneId: "cn-beijing-h", VpcId: "vpc-1", VSwitchId: "vsw-1", InstanceType: "tair_rdb", InstanceClass: "tair.rdb.2g", EngineVersion: "7.0", ShardCount: "1", ReadOnlyCount: "1", InstanceName: "orders", Password: PASSWORD },
  },
  "jdcloud.create-cache-instance.2026": {
    wrong: [
      ["cacheInstance.cacheInstanceName", "my-orders", ["name-forbidden-character"]],
      ["cacheInstance.password", "grape_boat", ["password-forbidden-character"]],
    ],
    missing: ["regionId", "cacheInstance.vpcId", "cacheInstance.subnetId", "cacheInstance.cacheInstanceClass", "cacheInstance.cacheInstanceName"],
    right: { regionId: "cn-north-1", "cacheInstance.azId.master": "cn-north-1a", "cacheInstance.azId.slave": "cn-north-1b", "cacheInstance.vpcId": "vpc-1", "cacheInstance.subnetId": "subnet-1", "cacheInstance.cacheInstanceName": "会话_cache", "cacheInstance.cacheInstanceClass": "redis.m.small.basic", "cacheInstance.redisVersion": "4.0", "cacheInstance.password": "Grape7boat", "charge.chargeMode": "prepaid_by_duration", "charge.chargeUnit": "month", "charge.chargeDuration": "3", "charge.autoRenew": "true" },
  },
};

test("there is an order here for every profile", () => assert.deepEqual(Object.keys(ORDERS).sort(), profiles.map(({ id }) => id).sort()));

/** The request of the preview as an object, lists as lists. */
async function shownRequest(page) {
  const json = JSON.parse(await request(page, "json"));
  return typeof json.Instances === "string" ? { ...json, Instances: json.Instances } : json;
}

for (const language of ["en", "zh"]) {
  describe(`in ${language === "zh" ? "Chinese" : "English"}`, () => {
    for (const [profile, { wrong, missing, right }] of Object.entries(ORDERS)) {
      test(`${profile}: wrong, then right`, async () => {
        const { page, heard, close } = await open(address, { language });
        await turnTo(page, profile);
        const buy = page.locator("button.buy");
        const fields = profiles.find(({ id }) => id === profile).fields;
        assert.equal(await buy.isDisabled(), true);
        // Nothing is said before anything was done.
        assert.equal(await page.locator(".order .finding.error").count(), 0);

        for (const [path, value, codes] of wrong) {
          await fill(page, path, value);
          const found = await codesUnder(page, path);
          for (const code of codes) assert.ok(found.includes(code), `${path}: ${found} lacks ${code}`);
          const input = row(page, path).locator(`[name="${path}"]`);
          assert.equal(await input.getAttribute("aria-invalid"), "true");
          const described = (await input.getAttribute("aria-describedby")).split(" ");
          const texts = await Promise.all(described.map((id) => page.locator(`[id="${id}"]`).innerText()));
          const message = await row(page, path).locator(".finding.error, .checklist .wrong").first().innerText();
          assert.ok(texts.some((text) => text.includes(message)), `${path}: its description lacks the finding`);
          // Every text of the document is in the language that was chosen.
          assert.equal(/[\u4e00-\u9fff]/.test(await row(page, path).locator(".finding .help, .checklist .wrong").first().innerText()), language === "zh");
          const label = fields.find((field) => field.path === `/${path.replaceAll(".", "/").replace("/0/", "/*/")}`).label[language];
          assert.ok((await row(page, path).locator(".name").innerText()).startsWith(label));
        }
        // Where something is missing, the field says so once it was visited, and the summary leads there.
        for (const path of missing) {
          assert.equal(await row(page, path).locator(".star").count(), 1, `${path} is not marked as required`);
          const control = row(page, path).locator("[aria-required]").first();
          assert.equal(await control.getAttribute("aria-required"), "true");
        }
        const link = page.locator(".links.missing a").first();
        const target = (await link.getAttribute("href")).slice("#c-".length);
        await link.click();
        await page.waitForFunction((path) => document.activeElement?.getAttribute("name") === path, target);
        assert.ok((await codesUnder(page, target)).some((code) => code.startsWith("required-")), `${target} does not say that it is missing`);
        if (language === "zh") await shot(page, `wrong-${profile}-1280`);

        for (const [path, value] of Object.entries(right)) await fill(page, path, value);
        await page.locator("button.buy:enabled").waitFor({ timeout: 5000 }).catch(async () => {
          assert.fail(await page.locator(".summary").innerText());
        });
        assert.equal(await page.locator(".order .finding.error").count(), 0);
        await shot(page, `right-${profile}-${language}-1280`);
        await buy.click();
        assert.equal(await page.locator("dialog[open]").count(), 1);
        // The password is in no text of the page until it is asked for.
        const secrets = Object.entries(right).filter(([path]) => /password$/i.test(path)).map(([, value]) => value);
        for (const secret of secrets) assert.ok(!(await page.locator("body").innerText()).includes(secret));
        await page.keyboard.press("Escape");
        assert.equal(await page.locator("dialog[open]").count(), 0);

        if (secrets.length > 0) await page.locator(".preview .preview-foot button[aria-pressed]").click();
        const shown = await shownRequest(page);
        assert.equal(isValid(profile, shown), true, JSON.stringify(check(profile, shown).diagnostics));
        for (const secret of secrets) assert.ok(JSON.stringify(shown).includes(secret));
        assert.deepEqual(heard.said.filter((line) => !line.includes("[DOM]")), []);
        assert.deepEqual(heard.asked.filter((url) => !url.startsWith(`${address}/`)), [], "a request left the origin");
        await close();
      });
    }
  });
}

test("fields appear, vanish and explain themselves", async () => {
  const { page, close } = await open(address);
  await turnTo(page, CN);
  assert.equal(await row(page, "Period").count(), 0);
  await page.locator(".hidden-fields summary").first().click();
  assert.match(await page.locator(".hidden-fields").first().innerText(), /Subscription period does not apply while Billing method is Pay-as-you-go/);
  await fill(page, "ChargeType", "PrePaid");
  assert.equal(await row(page, "Period").locator(".star").count(), 1);
  assert.match(await row(page, "Period").locator(".finding.note").innerText(), /Period is required because ChargeType is PrePaid/);
  assert.equal(await row(page, "VSwitchId").count(), 0);
  await fill(page, "NetworkType", "VPC");
  assert.equal(await row(page, "VSwitchId").count(), 1);
  await fill(page, "AutoRenew", "true");
  assert.equal(await row(page, "AutoRenewPeriod").locator(".star").count(), 1);
  // One of two: with either, the other is no longer asked for.
  assert.equal(await row(page, "Capacity").locator(".star").count(), 1);
  await fill(page, "InstanceClass", "redis.master.small.default");
  assert.equal(await row(page, "Capacity").locator(".star").count(), 0);

  await turnTo(page, "jdcloud.create-cache-instance");
  const billing = ["charge.chargeUnit", "charge.chargeDuration", "charge.autoRenew"];
  for (const path of billing) assert.equal(await row(page, path).count(), 0, path);
  await fill(page, "charge.chargeMode", "prepaid_by_duration");
  for (const path of billing) assert.equal(await row(page, path).count(), 1, path);
  assert.equal(await row(page, "charge.chargeDuration").locator("input[type=radio]").count(), 9);
  await fill(page, "charge.chargeUnit", "year");
  assert.equal(await row(page, "charge.chargeDuration").locator("input[type=radio]").count(), 3);

  await turnTo(page, "alibaba.create-instances");
  await row(page, "Instances.0.quantity").getByRole("button", { name: "+ 1" }).click();
  assert.equal(await page.locator('[name="Instances.0.quantity"]').inputValue(), "2");
  await close();
});

test("one click fixes, and the keyboard stays at the field", async () => {
  const { page, close } = await open(address);
  await turnTo(page, CN);
  await fill(page, "ChargeType", "PrePaid");
  await fill(page, "Period", "3");
  await fill(page, "ChargeType", "PostPaid");
  assert.deepEqual(await codesUnder(page, "Period"), ["not-applicable"]);
  await row(page, "Period").locator("button.fix").click();
  await row(page, "Period").waitFor({ state: "detached" });
  await fill(page, "ZoneId", " cn-hangzhou-e ");
  assert.deepEqual(await codesUnder(page, "ZoneId"), ["stray-whitespace"]);
  await row(page, "ZoneId").locator("button.fix").click();
  await page.waitForFunction(() => document.activeElement?.getAttribute("name") === "ZoneId");
  assert.equal(await page.locator("[name=ZoneId]").inputValue(), "cn-hangzhou-e");
  await fill(page, "RegionId", "cn-hangzhou ");
  await fill(page, "ZoneId", "cn-hangzhou-e ");
  await page.locator(".summary").getByRole("button", { name: /all 2 fixes/ }).click();
  assert.equal(await page.locator("[name=RegionId]").inputValue(), "cn-hangzhou");
  assert.equal(await page.locator("[name=ZoneId]").inputValue(), "cn-hangzhou-e");
  await close();
});

test("the password's checklist ticks off as one types", async () => {
  const { page, close } = await open(address);
  await turnTo(page, CN);
  const list = row(page, "Password").locator(".checklist");
  const met = () => list.locator(".met").allInnerTexts();
  assert.deepEqual(await met(), []);
  await fill(page, "Password", "grape");
  assert.equal(await list.locator("> li").first().evaluate((item) => item.className), "wrong");
  assert.equal((await list.locator(".class.met").allInnerTexts()).length, 1);
  await fill(page, "Password", PASSWORD);
  assert.equal(await list.locator("> li.met").count(), 3);
  await fill(page, "Password", `${PASSWORD},`);
  assert.equal(await list.locator("> li.met").count(), 2);
  await close();
});

test("the request in every format", async () => {
  const { page, close } = await open(address);
  await turnTo(page, CN);
  const name = "it's_$(id)_`id`_$HOME_订单";
  await fill(page, "RegionId", "cn-hangzhou");
  await fill(page, "InstanceClass", "redis.master.small.default");
  await fill(page, "InstanceName", name);
  await fill(page, "Password", PASSWORD);
  const query = await request(page, "query");
  assert.ok(query.includes("Password=********"), query);
  await page.locator(".preview").getByRole("button", { name: "Show passwords" }).click();
  const revealed = await request(page, "query");
  assert.equal(isValid("alibaba.create-instance.cn", revealed), true);
  assert.equal(new URLSearchParams(revealed).get("InstanceName"), name);
  // A shell reads the command as it was meant.
  const command = await request(page, "aliyun");
  const words = execFileSync("sh", ["-c", `aliyun() { printf '%s\\n' "$@"; }\n${command}`], { encoding: "utf8" }).trimEnd().split("\n");
  assert.deepEqual(words.slice(0, 2), ["r-kvstore", "CreateInstance"]);
  assert.equal(words[words.indexOf("--InstanceName") + 1], name);
  assert.equal(words[words.indexOf("--Password") + 1], PASSWORD);
  await fill(page, "InstanceName", "a_${x}_%{y}");
  const terraform = await request(page, "terraform");
  assert.match(terraform, /resource "alicloud_kvstore_instance" "redis" \{/);
  assert.ok(terraform.includes(`"a_$\${x}_%%{y}"`), terraform);
  assert.match(terraform, /provider "alicloud" \{\n {2}region = "cn-hangzhou"/);
  await page.locator(".preview").getByRole("button", { name: "Copy", exact: true }).click();
  await page.getByText("Copied", { exact: true }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), terraform);

  await turnTo(page, "jdcloud.create-cache-instance");
  await page.getByRole("button", { name: "Fill in an example" }).click();
  const jdc = await request(page, "jdc");
  const told = execFileSync("sh", ["-c", `jdc() { printf '%s\\n' "$@"; }\n${jdc}`], { encoding: "utf8" }).trimEnd().split("\n");
  assert.deepEqual(told.slice(0, 4), ["redis", "create-cache-instance", "--region-id", "cn-north-1"]);
  assert.equal(JSON.parse(told[told.indexOf("--cache-instance") + 1]).cacheInstanceName, "session_cache");
  assert.match(await request(page, "http"), /^POST \/v1\/regions\/cn-north-1\/cacheInstance HTTP\/1\.1\n/);
  assert.match(await request(page, "terraform"), /jdc redis create-cache-instance/);
  await close();
});

test("a batch: instances are added, copied and removed", async () => {
  const { page, close } = await open(address);
  await turnTo(page, "alibaba.create-instances");
  await page.getByRole("button", { name: "Fill in an example" }).click();
  await fill(page, "Instances.0.InstanceName", "first");
  await page.getByRole("button", { name: "Duplicate" }).first().click();
  await fill(page, "Instances.1.InstanceName", "second");
  await page.getByRole("button", { name: "+ Add an instance" }).click();
  await page.getByText("Empty: not part of the order yet.").waitFor();
  await fill(page, "Instances.2.InstanceName", "3rd");
  assert.ok((await codesUnder(page, "Instances.2.InstanceName")).includes("name-first-character"));
  assert.match(await page.locator(".links.missing").innerText(), /Instance 3/);
  const names = async () => JSON.parse((await shownRequest(page)).Instances).map(({ InstanceName }) => InstanceName);
  assert.deepEqual(await names(), ["first", "second", "3rd"]);
  await page.getByRole("button", { name: "Remove" }).nth(0).click();
  assert.deepEqual(await names(), ["second", "3rd"]);
  assert.ok((await codesUnder(page, "Instances.1.InstanceName")).includes("name-first-character"));
  await page.getByRole("button", { name: "Remove" }).nth(1).click();
  assert.deepEqual(await names(), ["second"]);
  assert.equal(await page.locator("button.buy").isDisabled(), false);
  await shot(page, "batch-en-1280");
  await close();
});

test("a provider's refusal lands on the field that it concerns", async () => {
  const { page, close } = await open(address);
  await turnTo(page, CN);
  await page.getByRole("button", { name: "Fill in an example" }).click();
  await page.getByText("Got an error from the provider?").click();
  const reply = page.getByLabel("Error response");
  const place = page.getByRole("button", { name: "Find the field" });
  await reply.fill('{"RequestId": "1", "Code": "InvalidInstanceName.Malformed", "Message": "The Specified parameter \\"InstanceName\\" is not valid."}');
  await place.click();
  await row(page, "InstanceName").locator(".finding.error").waitFor();
  assert.equal(await page.locator("[name=InstanceName]").getAttribute("aria-invalid"), "true");
  assert.match(await page.locator(".side").innerText(), /name-first-character/);
  // It is gone as soon as the field changes.
  await fill(page, "InstanceName", "orders2");
  assert.equal(await row(page, "InstanceName").locator(".finding.error").count(), 0);
  await reply.fill("<Error><Code>MissingParameter</Code><Message>Period is mandatory for this action.</Message></Error>");
  await place.click();
  await page.getByText("MissingParameter concerns Subscription period").waitFor();
  await reply.fill('{"Code": "InsufficientBalance", "Message": "Your account does not have enough balance."}');
  await place.click();
  await page.getByText("InsufficientBalance concerns no single field").waitFor();
  // As the command line prints it, and the code alone.
  await reply.fill("ERROR: SDK.ServerError\nErrorCode: InvalidCapacity.NotFound\nRecommend: \nRequestId: 8A3F\nMessage: The specified capacity is not found.");
  await place.click();
  await row(page, "Capacity").locator(".finding.error").waitFor();
  assert.match(await row(page, "Capacity").innerText(), /InvalidCapacity\.NotFound/);
  await reply.fill("InvalidvSwitchId");
  await place.click();
  await page.getByText(/InvalidvSwitchId concerns /).waitFor();
  await reply.fill("nothing of the kind");
  await place.click();
  await page.getByText("No error code was found").waitFor();
  await close();
});

test("the same order under another edition", async () => {
  const { page, close } = await open(address);
  await turnTo(page, CN);
  await fill(page, "RegionId", "cn-hangzhou");
  await fill(page, "Capacity", "1024");
  await fill(page, "Password", PASSWORD);
  await fill(page, "PrivateIpAddress", "172.16.0.10");
  await page.getByText("The same order under another edition").click();
  await page.locator('label:has(input[name=edition][value="alibaba.create-instance.intl"])').click();
  const moved = page.locator(".moved");
  await moved.waitFor();
  assert.match(await moved.locator(".lost").innerText(), /Capacity/);
  assert.match(await moved.locator(".renamed").innerText(), /PrivateIpAddress → PrivateIp/);
  const codes = await moved.locator(".changes li").evaluateAll((all) => all.map(({ dataset }) => dataset.code));
  assert.ok(codes.includes("required-parameter") && codes.includes("password-forbidden-character"), String(codes));
  assert.ok(!(await moved.innerText()).includes(PASSWORD));
  await page.getByRole("button", { name: "Continue with this edition" }).click();
  assert.equal(await page.locator("[name=PrivateIp]").inputValue(), "172.16.0.10");
  assert.deepEqual(await codesUnder(page, "Password"), ["password-forbidden-character"]);
  await close();
});

test("values are carried over by what they say, to another provider and to a document just opened", async () => {
  const { page, close } = await open(address);
  await turnTo(page, CN);
  await fill(page, "ChargeType", "PrePaid");
  await fill(page, "Period", "12");
  await fill(page, "RegionId", "cn-hangzhou");
  await fill(page, "InstanceName", "orders");
  await turnTo(page, "jdcloud.create-cache-instance");
  await page.getByRole("button", { name: /^Continue with the order of / }).click();
  await page.waitForFunction(() => document.querySelector('[name="charge.chargeMode"]:checked')?.value === "prepaid_by_duration");
  assert.equal(await page.locator('[name="charge.chargeUnit"]:checked').inputValue(), "year");
  assert.equal(await page.locator('[name="charge.chargeDuration"]:checked').inputValue(), "1");
  assert.equal(await page.locator('[name="cacheInstance.cacheInstanceName"]').inputValue(), "orders");
  assert.equal(await row(page, "charge.chargeMode").locator("input").count(), 3);
  await close();
});

test("the request behind the purchase page's options", async () => {
  const { page, close } = await open(address);
  await turnTo(page, "alibaba.console");
  await page.locator(".behind > summary").first().click();
  await page.getByText("It is shown once the order is valid.").waitFor();
  await page.getByRole("button", { name: "Fill in an example" }).click();
  await page.locator(".behind pre", { hasText: "Action=CreateInstance" }).waitFor();
  await close();
});

test("a document of 2019 says what it thinks of an order of today", async () => {
  const { page, close } = await open(address);
  await turnTo(page, "alibaba.create-instance.2026");
  await page.getByRole("button", { name: "Fill in an example" }).click();
  await fill(page, "EngineVersion", "7.0");
  await fill(page, "ShardCount", "1");
  await page.getByText("The same order under another edition").click();
  await page.locator(`label:has(input[name=edition][value="${CN}"])`).click();
  const moved = page.locator(".moved");
  await moved.waitFor();
  assert.match(await moved.locator(".lost").innerText(), /ShardCount/);
  assert.match(await moved.locator(".changes").innerText(), /`?7\.0`? is not a value of EngineVersion/);
  await close();
});

test("another language: the same order, said anew", async () => {
  const { page, close } = await open(address, { language: "en" });
  await fill(page, "InstanceName", "1@x");
  await fill(page, "Password", "grapes");
  await page.getByText("中文", { exact: true }).click();
  assert.equal(await page.locator("[name=InstanceName]").inputValue(), "1@x");
  assert.equal(await page.locator("[name=Password]").inputValue(), "grapes");
  assert.match(await row(page, "InstanceName").innerText(), /实例名称[^]*名称中不允许的字符/);
  assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN");
  await close();
});
