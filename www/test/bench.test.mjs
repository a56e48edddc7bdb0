// What the lint pane is beside an editor with findings: settings, outputs, examples, and the way to and from the console.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { done, fill, host, open, turnTo } from "./page.mjs";

let address;
before(async () => (address = await host()));
after(done);

const CN = "alibaba.create-instance.cn";
const settled = (page) => page.waitForSelector('.lint-right[aria-busy="false"]');
const held = (page) => page.evaluate(() => document.querySelector(".cm-content").cmTile?.view?.state.doc.toString() ?? document.querySelector(".cm-content").cmView.view.state.doc.toString());
const codes = (page) => page.locator(".lint-problem[data-code]").evaluateAll((all) => all.map(({ dataset }) => dataset.code));
const link = (text, profile) => `#/lint?${new URLSearchParams({ ...(profile && { profile }), text })}`;
const ORDER = '{"RegionId": "cn-hangzhou", "Capacity": 1024, "VpcId": "vpc-1", "VSwitchId": "vsw-1"}';

async function replaceWith(page, text) {
  await settled(page);
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  if (text !== "") await page.keyboard.insertText(text);
}

test("an empty editor offers examples and finds no fault", async () => {
  const { page, close } = await open(address, { hash: "#/lint" });
  await replaceWith(page, "");
  await page.locator(".lint-empty").waitFor();
  assert.equal(await page.locator(".lint-problem").count(), 0);
  assert.ok(!/error/i.test(await page.locator(".lint-right").innerText()));
  await page.locator(".lint-empty").getByRole("button", { name: "subscription.json" }).click();
  await page.locator(".lint-problem").first().waitFor();
  await close();
});

test("an example is judged by what it is", async () => {
  const { page, close } = await open(address, { hash: link(ORDER, "jdcloud.create-cache-instance") });
  await settled(page);
  await page.locator(".lint-examples").click();
  await page.getByRole("menuitem", { name: "console.json" }).click();
  await page.locator(".lint-summary", { hasText: "0 errors, 0 warnings" }).waitFor();
  assert.match(await page.locator(".lint-summary").innerText(), /\(inferred\)/);
  await close();
});

test("settings count: packs, severity, the day, and what is around the order", async () => {
  const { page, close } = await open(address, { hash: link(ORDER) });
  await settled(page);
  await page.locator(".lint-more > summary").click();
  const before = await codes(page);
  await page.getByLabel("availability").check();
  await page.waitForFunction((count) => document.querySelectorAll(".lint-problem[data-code]").length > count, before.length);
  await page.getByLabel("availability").uncheck();
  await page.getByLabel("Show", { exact: true }).selectOption("error");
  await page.waitForFunction(() => document.querySelector(".lint-fold") === null);
  await page.getByLabel("Show", { exact: true }).selectOption("info");
  await page.getByLabel("By the editions of (date)").fill("2019-06-01");
  await page.locator(".lint-summary", { hasText: "Chinese edition" }).waitFor();
  await page.getByLabel(/The vSwitch and the ECS instance/).fill("{");
  await page.getByText("This is not a JSON object").waitFor();
  await page.getByLabel(/The vSwitch and the ECS instance/).fill('{"ecs": {"region": "cn-beijing"}}');
  await page.waitForFunction(() => [...document.querySelectorAll(".lint-problem")].some((each) => /beijing/.test(each.textContent)));
  // They outlive a reload.
  await page.reload();
  await settled(page);
  assert.equal(await page.getByLabel("By the editions of (date)").inputValue(), "2019-06-01");
  await page.locator(".lint-output").click();
  await page.getByRole("menuitem", { name: "The command that checks it" }).click();
  assert.match(await page.locator(".lint-outgoing textarea").inputValue(), /^kvspec lint --as-of 2019-06-01 --context context\.json --level info --locale en order\.json$/);
  await page.locator(".lint-output").click();
  await page.getByRole("menuitem", { name: "The command that writes SARIF" }).click();
  assert.match(await page.locator(".lint-outgoing textarea").inputValue(), / --format sarif order\.json > kvspec\.sarif$/);
  await page.locator(".lint-output").click();
  await page.getByRole("menuitem", { name: "The report as JSON" }).click();
  await page.locator('.lint-outgoing textarea[rows="8"]').waitFor();
  const report = JSON.parse(await page.locator(".lint-outgoing textarea").inputValue());
  assert.equal(report.schema, "kvspec/report/v1");
  assert.equal(report.specs[0].profile, CN);
  await close();
});

test("a team's own rules count", async () => {
  const { page, close } = await open(address, { hash: link(ORDER) });
  await settled(page);
  await page.locator(".lint-more > summary").click();
  await page.getByLabel(/Your team's rules/).fill('[allowed]\nregions = ["cn-shanghai"]\n');
  await page.locator('.lint-problem[data-code="house-rule"]').waitFor({ timeout: 20_000 });
  await page.getByLabel(/Your team's rules/).fill("[allowed\n");
  await page.locator(".lint-failure").waitFor();
  await page.getByLabel(/Your team's rules/).fill("");
  await page.locator(".lint-failure").waitFor({ state: "detached" });
  assert.equal(await page.locator('.lint-problem[data-code="house-rule"]').count(), 0);
  await close();
});

test("a URL becomes JSON with a parameter a line, and says the same", async () => {
  const url = "https://r-kvstore.aliyuncs.com/?Action=CreateInstance&RegionId=cn-hangzhou&Capacity=1024&InstanceName=a%20b";
  const { page, close } = await open(address, { hash: link(url) });
  await settled(page);
  const before = await codes(page);
  await page.locator(".lint-lines").click();
  await page.waitForFunction(() => document.querySelectorAll(".cm-line").length > 4);
  await settled(page);
  assert.deepEqual(JSON.parse(await held(page)), { Action: "CreateInstance", RegionId: "cn-hangzhou", Capacity: "1024", InstanceName: "a b" });
  assert.deepEqual((await codes(page)).toSorted(), before.toSorted());
  assert.equal(await page.locator(".lint-lines").count(), 0);
  await close();
});

test("a large file is a table of rules first", async () => {
  const { page, close } = await open(address, { hash: "#/lint" });
  await settled(page);
  const line = '{"RegionId": "cn-hangzhou", "Capacity": 0, "Password": "short"}\n';
  await page.locator('.lint-pane input[type="file"]').setInputFiles({ name: "orders.ndjson", mimeType: "text/plain", buffer: Buffer.from(line.repeat(400)) });
  await page.locator(".lint-tally").waitFor();
  const rows = Object.fromEntries(await page.locator(".lint-tally tbody tr").evaluateAll((all) => all.map((row) => [row.querySelector("a").textContent, row.lastChild.textContent])));
  assert.equal(rows["out-of-range"], "400");
  assert.equal(rows["password-length"], "400");
  await close();
});

test("one order goes from the console to the lint pane and back", async () => {
  const { page, close } = await open(address, { hash: `#/console/${CN}` });
  await fill(page, "RegionId", "cn-hangzhou");
  await fill(page, "Capacity", "1024");
  await fill(page, "Password", "short");
  await page.locator(".preview label:has(input[value=json])").click();
  await page.locator(".preview").getByRole("button", { name: "Open in Lint" }).click();
  await settled(page);
  assert.equal(JSON.parse(await held(page)).RegionId, "cn-hangzhou");
  assert.ok((await codes(page)).includes("password-length"));
  assert.ok(!page.url().includes("short"));
  await replaceWith(page, '{"RegionId": "cn-beijing", "Capacity": 2048, "Password": "Grape7_boat"}');
  await page.locator(".lint-summary", { hasText: "0 errors" }).waitFor();
  await page.locator(".lint-console").click();
  assert.equal(await page.locator("[name=RegionId]").inputValue(), "cn-beijing");
  assert.equal(await page.locator("[name=Password]").inputValue(), "Grape7_boat");
  // What was there before can be had again.
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await page.locator("[name=RegionId]").inputValue(), "cn-hangzhou");
  // What the preview writes, the pane reads.
  for (const format of ["query", "aliyun", "terraform"]) {
    await page.locator(`.preview label:has(input[value=${format}])`).click();
    await page.locator(".preview").getByRole("button", { name: "Open in Lint" }).click();
    await page.locator(".lint-problem[data-code=password-length]").waitFor();
    await page.getByRole("link", { name: "Console" }).click();
  }
  await turnTo(page, "jdcloud.create-cache-instance");
  await page.getByRole("button", { name: "Fill in an example" }).click();
  await fill(page, "cacheInstance.password", "short");
  for (const format of ["json", "http", "jdc"]) {
    await page.locator(`.preview label:has(input[value=${format}])`).click();
    await page.locator(".preview").getByRole("button", { name: "Open in Lint" }).click();
    await page.locator(".lint-problem[data-code=password-length]").waitFor();
    await page.getByRole("link", { name: "Console" }).click();
  }
  await close();
});

test("an order of another tool is opened in its form, without what is not known yet", async () => {
  const { page, close } = await open(address, { hash: "#/lint" });
  await settled(page);
  const take = async (text, profile) => {
    await page.getByRole("link", { name: "Lint" }).click();
    await settled(page);
    await replaceWith(page, text);
    await settled(page);
    await page.locator(".lint-console").click();
    await page.locator(`form.order[data-profile="${profile}"]`).waitFor();
  };
  const value = (name) => page.locator(`[name="${name}"]`).first().inputValue();
  await take(
    'resource "alicloud_kvstore_instance" "cache" {\n  instance_class = "redis.shard.small.2.ce"\n  zone_id = "cn-hangzhou-h"\n  vswitch_id = var.vswitch\n  password = "Grape7_boat"\n  security_ips = ["10.0.0.0/8"]\n}\n',
    "alibaba.create-instance.2026",
  );
  assert.equal(await value("InstanceClass"), "redis.shard.small.2.ce");
  assert.equal(await value("ZoneId"), "cn-hangzhou-h");
  assert.equal(await value("VSwitchId"), "");
  assert.equal(await value("Password"), "");
  assert.match(await page.locator(".tools").innerText(), /Not taken over: (?=.*Password)(?=.*VSwitchId)(?=.*security_ips)/);
  await take("aliyun r-kvstore CreateTairInstance --RegionId cn-beijing --InstanceType tair_rdb --InstanceClass tair.rdb.2g --AutoPay true", "alibaba.create-tair-instance.2026");
  assert.equal(await value("RegionId"), "cn-beijing");
  assert.equal(await value("InstanceClass"), "tair.rdb.2g");
  assert.ok(!/Not taken over/.test(await page.locator(".tools").innerText()));
  await take('Type: x\nROSTemplateFormatVersion: "2015-09-01"\nResources:\n  Cache:\n    Type: ALIYUN::REDIS::Instance\n    Properties:\n      InstanceClass: redis.shard.small.2.ce\n      EngineVersion: "7.0"\n', "alibaba.create-instance.2026");
  assert.equal(await page.locator("input[name=EngineVersion]:checked").inputValue(), "7.0");
  await close();
});

test("a text outlives a reload, without its secrets", async () => {
  const { page, close } = await open(address, { hash: "#/lint" });
  await replaceWith(page, '{"RegionId": "cn-hangzhou", "Password": "Tr0ub4dor"}');
  await settled(page);
  await page.waitForFunction(() => sessionStorage.getItem("kvspec.text")?.includes("cn-hangzhou"));
  assert.ok(!(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).includes("Tr0ub4dor"));
  await page.reload();
  await settled(page);
  assert.equal(await held(page), '{"RegionId": "cn-hangzhou", "Password": null}');
  assert.match(await page.locator(".lint-said").innerText(), /Your text was restored/);
  await close();
});
