// What the page does not do: scold while one types, lose an order, or go white.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";
import { codesUnder, done, fill, host, open, request, row, turnTo } from "./page.mjs";

let address;
before(async () => (address = await host()));
after(done);

const CN = "alibaba.create-instance.cn";
const JD = "jdcloud.create-cache-instance";
const PASSWORD = "Grape7_boat";
const value = (page, name) => page.locator(`[name="${name}"]`).inputValue();
const kept = (page) => page.evaluate(() => sessionStorage.getItem("kvspec.orders"));

test("errors wait until typing rests, corrections do not", async () => {
  const { page, close } = await open(address, { hash: `#/console/${CN}` });
  const name = page.locator("[name=InstanceName]");
  await name.pressSequentially("1@", { delay: 60 });
  assert.deepEqual(await codesUnder(page, "InstanceName"), []);
  assert.equal(await page.locator(".links.error").count(), 0);
  assert.equal(await name.getAttribute("aria-invalid"), "false");
  await row(page, "InstanceName").locator(".finding.error").first().waitFor();
  assert.deepEqual((await codesUnder(page, "InstanceName")).toSorted(), ["name-first-character", "name-forbidden-character"]);
  // What is right again is told with the key press, and what is wrong now is not.
  await name.press("Backspace");
  assert.deepEqual(await codesUnder(page, "InstanceName"), ["name-first-character"]);
  await name.press("Backspace");
  await name.pressSequentially("o");
  assert.deepEqual(await codesUnder(page, "InstanceName"), []);
  // Leaving the field is enough.
  await name.press("Tab");
  assert.deepEqual(await codesUnder(page, "InstanceName"), ["name-length"]);
  await close();
});

test("a region that is written as none is gets a note and what was meant, and such a class a hint", async () => {
  const { page, close } = await open(address, { hash: `#/console/${CN}` });
  const odd = (path) => row(page, path).locator(".odd");
  for (const written of ["hangzhou", "CN-Hangzhou", "China (Hangzhou)"]) {
    await fill(page, "RegionId", written);
    await odd("RegionId").getByRole("button", { name: "Use cn-hangzhou" }).click();
    assert.equal(await value(page, "RegionId"), "cn-hangzhou");
    assert.equal(await odd("RegionId").count(), 0);
  }
  await fill(page, "RegionId", "atlantis");
  await row(page, "RegionId").getByText("IDs of regions are written like").waitFor();
  assert.equal(await odd("RegionId").count(), 0);
  assert.equal(await page.locator(".verdict").getByText("warning").count(), 0);
  for (const fine of ["us-east-1", "cn-shenzhen-finance-1", "cn-north-2-gov-1", "eu-central-1"]) {
    await fill(page, "RegionId", fine);
    assert.equal(await row(page, "RegionId").getByText("are written like").count(), 0, fine);
  }
  await fill(page, "InstanceClass", "large");
  await odd("InstanceClass").waitFor();
  await fill(page, "InstanceClass", "redis.master.small.default");
  assert.equal(await odd("InstanceClass").count(), 0);
  await close();
});

test("a password is told what it lacks once, in its checklist", async () => {
  const { page, close } = await open(address, { hash: `#/console/${CN}` });
  await page.locator("[name=Password]").pressSequentially("grape", { delay: 30 });
  assert.equal(await row(page, "Password").locator(".checklist .wrong").count(), 0);
  await row(page, "Password").locator(".checklist .wrong").first().waitFor();
  assert.deepEqual(await codesUnder(page, "Password"), ["password-length", "password-character-classes"]);
  assert.equal(await row(page, "Password").locator(".findings .finding.error").count(), 0);
  assert.equal(await row(page, "Password").locator(".hint").count(), 0);
  await close();
});

test("what an input method has half written is not judged", async () => {
  const { page, close } = await open(address, { hash: `#/console/${CN}` });
  await page.locator("[name=InstanceName]").focus();
  const input = await page.context().newCDPSession(page);
  await input.send("Input.imeSetComposition", { text: "ding dan", selectionStart: 8, selectionEnd: 8 });
  assert.equal(await value(page, "InstanceName"), "ding dan");
  await page.waitForTimeout(900);
  assert.deepEqual(await codesUnder(page, "InstanceName"), []);
  assert.ok(!(await page.locator(".preview pre").innerText()).includes("InstanceName"));
  await input.send("Input.insertText", { text: "订单" });
  await page.waitForTimeout(900);
  assert.deepEqual(await codesUnder(page, "InstanceName"), []);
  assert.ok(decodeURIComponent(await request(page, "query")).includes("InstanceName=订单"));
  await close();
});

test("an order outlives a reload, another language and another document, and a secret is kept nowhere", async () => {
  const { page, close } = await open(address, { hash: `#/console/${JD}` });
  await fill(page, "cacheInstance.cacheInstanceName", "sessions");
  await fill(page, "cacheInstance.password", "Grape7boat");
  await turnTo(page, CN);
  await fill(page, "RegionId", "cn-hangzhou");
  await fill(page, "Password", PASSWORD);
  await fill(page, "Config", '{"requirepass": "Tr0ub4dor", "EvictionPolicy": "allkeys-lru"}');
  await page.getByText("中文", { exact: true }).click();
  await turnTo(page, JD);
  assert.equal(await value(page, "cacheInstance.cacheInstanceName"), "sessions");
  assert.equal(await value(page, "cacheInstance.password"), "Grape7boat");
  await page.waitForTimeout(500);
  const stored = await kept(page);
  assert.ok(stored.includes("sessions") && stored.includes("cn-hangzhou"), stored);
  for (const secret of [PASSWORD, "Grape7boat", "Tr0ub4dor"]) assert.ok(!stored.includes(secret), stored);
  await page.reload();
  assert.equal(await value(page, "cacheInstance.cacheInstanceName"), "sessions");
  assert.equal(await value(page, "cacheInstance.password"), "");
  await turnTo(page, CN);
  assert.equal(await value(page, "RegionId"), "cn-hangzhou");
  await close();
});

test("what cannot be read of a kept order is no reason to fail", async () => {
  for (const stored of ["{", "[]", '{"profile":"x","orders":{"y":{}}}', `{"profile":"${CN}","orders":{"${CN}":{"values":{"RegionId":{"a":[{}]},"Capacity":7},"seen":3}}}`, `{"orders":{"${CN}":null}}`]) {
    const { page, heard, close } = await open(address, { prepare: (page) => page.addInitScript((text) => sessionStorage.setItem("kvspec.orders", text), stored) });
    await turnTo(page, CN);
    assert.equal(await page.locator("[name=RegionId]").count(), 1, stored);
    assert.deepEqual(heard.said.filter((line) => !line.includes("[DOM]")), [], stored);
    await close();
  }
});

test("an example and a new beginning can be undone, and so can a click", async () => {
  const { page, close } = await open(address, { hash: `#/console/${CN}` });
  await fill(page, "InstanceName", "orders");
  await fill(page, "Password", PASSWORD);
  const undo = page.getByRole("button", { name: "Undo" });
  await page.getByRole("button", { name: "Fill in an example" }).click();
  assert.notEqual(await value(page, "InstanceName"), "orders");
  await undo.click();
  assert.equal(await value(page, "InstanceName"), "orders");
  assert.equal(await value(page, "Password"), PASSWORD);
  await page.getByRole("button", { name: "Start over" }).click();
  assert.equal(await value(page, "InstanceName"), "");
  await undo.click();
  assert.equal(await value(page, "Password"), PASSWORD);
  await page.getByRole("button", { name: "China (Beijing)" }).click();
  assert.equal(await value(page, "RegionId"), "cn-beijing");
  await page.keyboard.press("Control+z");
  assert.equal(await value(page, "RegionId"), "");
  // A word that was typed is undone as one.
  await undo.click();
  await undo.click();
  assert.equal(await value(page, "InstanceName"), "");
  assert.equal(await undo.isDisabled(), true);
  await close();
});

test("a document and an order have addresses", async () => {
  const { page, close } = await open(address, { hash: `#/console/${JD}` });
  assert.equal(await page.locator('[name="cacheInstance.cacheInstanceName"]').count(), 1);
  await page.evaluate((id) => (location.hash = `#/console/${id}`), CN);
  await fill(page, "RegionId", "cn-hangzhou");
  await fill(page, "Password", PASSWORD);
  await page.locator(".preview").getByRole("button", { name: "Copy a link" }).click();
  await page.getByText("The link is copied").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(!link.includes("Grape7"), link);
  await turnTo(page, "alibaba.create-instances");
  assert.equal(new URL(page.url()).hash, "#/console/alibaba.create-instances");
  const other = await open(address, { hash: new URL(link).hash });
  assert.equal(await value(other.page, "RegionId"), "cn-hangzhou");
  assert.equal(await value(other.page, "Password"), "");
  assert.equal(new URL(other.page.url()).hash, `#/console/${CN}`);
  await other.close();
  for (const order of ["{", "[]", "7", '{"RegionId":{"a":1}}', '{"Nothing":"x"}', '{"__proto__":{"a":1}}']) {
    const { page: odd, heard, close: shut } = await open(address, { hash: `#/console/${CN}?order=${encodeURIComponent(order)}` });
    assert.equal(await odd.locator("[name=RegionId]").count(), 1, order);
    assert.deepEqual(heard.said.filter((line) => !line.includes("[DOM]")), [], order);
    await shut();
  }
  await close();
});

test("a part that cannot be had takes nothing else away, and is there when the network is", async () => {
  const { page, close } = await open(address, { hash: `#/console/${CN}` });
  await fill(page, "InstanceName", "orders");
  let cut = true;
  await page.route(/\/assets\/(Editions|LintPane|RuleReference|lint|rules|editor|Next|reply)[^/]*$/, (route) => (cut ? route.abort() : route.continue()));
  await page.getByText("The same order under another edition").click();
  const sorry = page.locator(".sorry");
  await sorry.waitFor();
  assert.equal(await value(page, "InstanceName"), "orders");
  cut = false;
  await sorry.getByRole("button", { name: "Try again" }).click();
  await page.locator(".editions").waitFor();
  cut = true;
  await page.getByRole("link", { name: "Rules" }).click();
  await sorry.waitFor();
  cut = false;
  await sorry.getByRole("button", { name: "Try again" }).click();
  await page.locator(".rules-ready").waitFor();
  // With its looks.
  assert.equal(await page.locator(".rules-reference").evaluate((view) => getComputedStyle(view).display === "block" && document.styleSheets.length > 1), true);
  cut = true;
  await page.getByRole("link", { name: "Lint" }).click();
  await sorry.waitFor();
  cut = false;
  await sorry.getByRole("button", { name: "Try again" }).click();
  await page.waitForSelector('.lint-right[aria-busy="false"]');
  await page.getByRole("link", { name: "Console" }).click();
  assert.equal(await value(page, "InstanceName"), "orders");
  await close();
});

test("a document or a language that cannot be had takes nothing away, and comes when it is asked for again", async () => {
  let cut = true;
  const { page, heard, close } = await open(address, {
    prepare: (page) => page.route(/\/assets\/(jdcloud[^/]*|zh-[^/]*)\.js$/, (route) => (cut ? route.abort() : route.continue())),
  });
  await fill(page, "InstanceName", "orders");
  const sorry = page.locator(".products .sorry");
  const chosen = (name) => page.locator(`input[name=${name}]:checked`).inputValue();
  await page.getByText("JD Cloud", { exact: true }).click();
  await sorry.waitFor();
  assert.equal(await chosen("provider"), "alibaba");
  assert.equal(await value(page, "InstanceName"), "orders");
  cut = false;
  await sorry.getByRole("button", { name: "Try again" }).click();
  await page.locator('form.order[data-profile^="jdcloud"]').waitFor();
  assert.equal(await chosen("provider"), "jdcloud");
  assert.equal(await sorry.count(), 0);
  cut = true;
  await page.getByText("中文", { exact: true }).click();
  await sorry.waitFor();
  assert.ok(await page.locator("form.order").getByText("Region", { exact: true }).first().isVisible());
  cut = false;
  await sorry.getByRole("button").click();
  await page.locator("form.order").getByText("地域", { exact: true }).first().waitFor();
  await turnTo(page, "alibaba.create-instance.2026");
  assert.equal(await value(page, "InstanceName"), "orders");
  assert.deepEqual(heard.asked.filter((url) => /\.wasm$/.test(url) && !/\/core-[^/]*$/.test(url)), []);
  await close();
});

test("what is small is fetched when the page is calm, so that it is there offline", async () => {
  const { page, heard, close } = await open(address, { hash: `#/console/${CN}` });
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => /RuleReference[^/]*\.js$/.test(name)), undefined, { timeout: 20_000 });
  await page.waitForTimeout(800);
  assert.deepEqual(heard.asked.filter((url) => /\/(editor|lint)-[^/]*\.(js|wasm)$/.test(url)), []);
  await page.context().setOffline(true);
  await page.getByText("The same order under another edition").click();
  await page.locator(".editions").waitFor();
  // What is large is fetched when it is asked for, and says so where it cannot be had.
  await page.getByText("Got an error from the provider?").click();
  await page.getByLabel("Error response").fill('{"Code": "InvalidInstanceName.Malformed", "Message": "InstanceName"}');
  await page.getByRole("button", { name: "Find the field" }).click();
  await page.getByText("This part of the page could not be loaded").waitFor();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Find the field" }).click();
  await row(page, "InstanceName").locator(".finding.error").waitFor();
  await close();
});

test("with forced colours a choice can be told from another", async () => {
  const { page, close } = await open(address, { hash: `#/console/${CN}`, prepare: (page) => page.emulateMedia({ forcedColors: "active" }) });
  await fill(page, "ChargeType", "PrePaid");
  await page.getByRole("button", { name: "China (Beijing)" }).click();
  const looks = (locator) => locator.evaluate((each) => getComputedStyle(each).backgroundColor);
  const option = (name, option) => page.locator(`label:has(input[name=${name}][value="${option}"])`);
  assert.notEqual(await looks(option("ChargeType", "PrePaid")), await looks(option("ChargeType", "PostPaid")));
  assert.notEqual(await looks(option("provider", "alibaba")), await looks(option("provider", "jdcloud")));
  assert.notEqual(await looks(page.getByRole("button", { name: "China (Beijing)" })), await looks(page.getByRole("button", { name: "Singapore" })));
  await close();
});

test("a copied command reads the password from a variable", async () => {
  const { page, close } = await open(address, { hash: `#/console/${CN}` });
  await fill(page, "RegionId", "cn-hangzhou");
  await fill(page, "Capacity", "1024");
  await fill(page, "Password", PASSWORD);
  const copied = async (format) => {
    await request(page, format);
    await page.locator(".preview").getByRole("button", { name: "Copy", exact: true }).click();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const spoken = (command, name) => execFileSync("sh", ["-c", `${name}() { printf '%s\\n' "$@"; }\n${command}`], { encoding: "utf8", env: { REDIS_PASSWORD: PASSWORD, REDIS_PASSWORD_1: "One_1", REDIS_PASSWORD_2: "Two_2" } }).trimEnd().split("\n");
  const words = spoken(await copied("aliyun"), "aliyun");
  assert.equal(words[words.indexOf("--Password") + 1], PASSWORD);
  await page.getByText("the password is read from a variable").waitFor();
  const terraform = await copied("terraform");
  assert.match(terraform, /password\s+= var\.redis_password\n/);
  assert.match(terraform, /variable "redis_password" \{\n {2}type {6}= string\n {2}sensitive = true\n\}/);
  assert.match(await copied("query"), /&Password=\*{8}(&|$)/);
  await page.getByText("Copied; the password is masked").waitFor();

  await turnTo(page, "alibaba.create-instances");
  await page.getByRole("button", { name: "Fill in an example" }).click();
  await fill(page, "Instances.0.Password", "One_1");
  await page.getByRole("button", { name: "Duplicate" }).first().click();
  await fill(page, "Instances.1.Password", "Two_2");
  const batch = spoken(await copied("aliyun"), "aliyun");
  assert.deepEqual(JSON.parse(batch[batch.indexOf("--Instances") + 1]).map(({ Password }) => Password), ["One_1", "Two_2"]);
  assert.ok(!(await copied("query")).includes("%2A"));

  await turnTo(page, JD);
  await page.getByRole("button", { name: "Fill in an example" }).click();
  await fill(page, "cacheInstance.password", "it7sGrape");
  const jdc = spoken(await copied("jdc"), "jdc");
  assert.equal(JSON.parse(jdc[jdc.indexOf("--cache-instance") + 1]).password, PASSWORD);
  await close();
});

test("what is to be filled in has the form's own names", async () => {
  const { page, close } = await open(address, { hash: `#/console/${JD}` });
  await fill(page, "cacheInstance.cacheInstanceName", "sessions");
  await page.locator(".links.missing a", { hasText: "Zones" }).waitFor();
  const links = await page.locator(".links.missing a").allInnerTexts();
  assert.ok(links.includes("Zones") && links.includes("VPC"), String(links));
  assert.ok(links.every((link) => !link.includes("azId")), String(links));
  await close();
});

test("the summary lists everything that would be bought", async () => {
  const { page, close } = await open(address, { hash: `#/console/${CN}` });
  await fill(page, "RegionId", "cn-hangzhou");
  await fill(page, "Capacity", "1024");
  const summary = page.locator(".summary");
  await summary.locator(".verdict.ready").waitFor();
  const defaults = await summary.locator(".by-default").allInnerTexts();
  for (const said of [/Pay-as-you-go/, /Classic network/, /2\.8/, /Dual copy/]) assert.ok(defaults.some((row) => said.test(row)), `${said}: ${defaults}`);
  assert.match(await summary.innerText(), /cn-hangzhou\s*can't be changed later/);
  assert.match(await summary.innerText(), /Prices are set by the provider/);
  await page.locator("button.buy").click();
  const dialog = page.locator("dialog");
  await dialog.getByText("What happens next").waitFor();
  await dialog.getByText(/What the provider may still refuse/).click();
  await dialog.getByText("InsufficientBalance").waitFor();
  await close();
});

test("a class is chosen from the table", async () => {
  const { page, close } = await open(address);
  await turnTo(page, "alibaba.create-instance.2026");
  await fill(page, "EngineVersion", "7.0");
  const field = row(page, "InstanceClass");
  await field.getByRole("button", { name: "Choose from the table" }).click();
  const table = field.locator(".class-table");
  await table.waitFor();
  const names = () => table.locator("tbody button").allInnerTexts();
  assert.ok((await names()).includes("redis.shard.small.2.ce"));
  // Only those that run the version that was chosen, unless asked.
  assert.ok(!(await names()).includes("redis.master.small.default"));
  await field.getByLabel("only those that run 7.0").uncheck();
  await field.getByLabel("Part of the name").fill("master small");
  assert.ok((await names()).every((name) => name.includes("master") && name.includes("small")));
  await field.getByLabel("Part of the name").fill("shard");
  await field.getByLabel("Memory, at least").selectOption({ label: "16 GB" });
  const sizes = await table.locator("tbody tr td:nth-child(2)").allInnerTexts();
  assert.ok(sizes.length > 1 && sizes.every((size) => Number.parseInt(size, 10) >= 16), String(sizes));
  assert.deepEqual(sizes.map((size) => Number.parseInt(size, 10)), sizes.map((size) => Number.parseInt(size, 10)).toSorted((a, b) => a - b));
  const chosen = table.locator("tbody button").first();
  const name = await chosen.innerText();
  await chosen.click();
  assert.equal(await value(page, "InstanceClass"), name);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "InstanceClass");
  // A class that no list has is told, and bought all the same.
  await fill(page, "InstanceClass", "large");
  assert.deepEqual(await codesUnder(page, "InstanceClass"), ["unknown-class"]);
  await close();
});

test("tags are added, sent and taken away", async () => {
  const { page, close } = await open(address);
  await turnTo(page, "alibaba.create-instance.2026");
  const add = page.getByRole("button", { name: "Add: Tags" });
  await add.click();
  await fill(page, "Tag.0.Key", "team");
  await fill(page, "Tag.0.Value", "orders");
  await add.click();
  await fill(page, "Tag.1.Key", "stage");
  assert.match(await request(page, "query"), /&Tag\.1\.Key=team&Tag\.1\.Value=orders&Tag\.2\.Key=stage/);
  assert.match(await request(page, "terraform"), /tags\s+= \{\n {4}"team" = "orders"/);
  await page.getByRole("button", { name: "Remove: Tags 1" }).click();
  assert.equal(await value(page, "Tag.0.Key"), "stage");
  assert.equal(await page.locator('[name="Tag.1.Key"]').count(), 0);
  await close();
});
