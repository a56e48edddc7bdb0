// docs/guides/console-form.md, as somebody follows it: its files, built by Vite, served by its server, and filled in in Chromium.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const guide = readFileSync(join(here, "../../../docs/guides/console-form.md"), "utf8");
const folder = join(here, "build/guide");
const require = createRequire(join(here, "package.json"));
const fences = [...guide.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, text]) => ({ language, text }));
const shell = fences.filter(({ language }) => language === "sh").flatMap(({ text }) => text.trimEnd().split("\n"));

let server;
let address;
let browser;

before(async () => {
  // What `npm install` would fetch is here already: the packages of these tests, and the tarball that they have installed.
  assert.ok(existsSync(join(here, "node_modules/kvspec")), "packaging.test.mjs installs the tarball");
  const { devDependencies } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
  const asked = shell.filter((line) => line.startsWith("npm install")).flatMap((line) => line.split(" ").slice(2));
  const packages = asked.filter((word) => !word.startsWith("--"));
  assert.deepEqual(packages.filter((name) => name !== "kvspec" && !(name in devDependencies)), []);
  assert.equal(packages.length, 6);

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  execFileSync("npm", ["init", "--yes"], { cwd: folder, stdio: "ignore" });
  for (const [, name, text] of guide.matchAll(/^`([\w.-]+)`:\n\n```\w+\n(.*?)^```$/gms)) writeFileSync(join(folder, name), text);
  assert.ok(shell.includes("npx vite build"));
  execFileSync(process.execPath, [join(here, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "error"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });

  assert.ok(shell.includes("node server.mjs"));
  server = spawn(process.execPath, ["server.mjs"], { cwd: folder, env: { ...process.env, PORT: "0" }, stdio: ["ignore", "pipe", "inherit"] });
  address = await new Promise((resolve, reject) => {
    server.stdout.once("data", (text) => resolve(String(text).trim()));
    server.once("exit", () => reject(new Error("the server ended")));
  });
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  browser = await require("playwright-core").chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
});

after(async () => {
  await browser?.close();
  server?.kill();
});

test("the form says what is wrong, in both languages, and the server takes what it sends", async () => {
  const page = await browser.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.goto(address);
  const error = (text) => page.waitForSelector(`.ant-form-item-explain-error:has-text("${text}")`);
  /** Waits until so many fields are told something, all of it in that language. */
  const explained = (count, isChinese) =>
    page.waitForFunction(([count, isChinese]) => {
      const told = [...document.querySelectorAll(".ant-form-item-explain > *")].map(({ textContent }) => textContent);
      return told.length === count && told.every((text) => /[一-龟]/.test(text) === isChinese);
    }, [count, isChinese]);
  const choose = async (id, value) => {
    await page.locator(`#${id}`).click();
    await page.locator(`.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option[title="${value}"]`).click();
  };
  await page.waitForSelector("#RegionId");
  assert.equal(await page.locator("#Period").count(), 0);
  await page.fill("#Password", "abc");
  await error("length is 3");
  await page.fill("#Password", "");
  await choose("ChargeType", "PrePaid");
  await page.waitForSelector("#Period");
  await page.click("button[type=submit]");
  await error("Subscription period is required because Billing method is PrePaid");
  await error("at least one of Capacity or Instance class is required");
  await page.click("#locale");
  await page.waitForSelector('label:has-text("地域")');
  // What is shown follows the language, and no other field is scolded.
  await error("付费类型为 PrePaid 时必须提供购买时长");
  await explained(3, true);
  await page.click("#locale");
  await error("Subscription period is required because Billing method is PrePaid");
  await explained(3, false);
  await page.fill("#RegionId", "cn-hangzhou");
  await page.fill("#ZoneId", "cn-beijing-h");
  await page.waitForSelector(".ant-form-item-explain-warning");
  await page.fill("#ZoneId", "cn-hangzhou-h");
  await page.fill("#InstanceClass", "redis.shard.small.2.ce");
  await choose("Period", "12");
  await page.click("button[type=submit]");
  await page.waitForFunction(() => document.querySelector("output").textContent === "ordered in cn-hangzhou");
  assert.deepEqual(problems, []);
  await page.close();
});

test("the server refuses what it says it refuses", async () => {
  const line = shell.find((line) => line.startsWith("curl --data "));
  const [, body] = /'(.*)'/.exec(line);
  assert.ok(line.endsWith("http://127.0.0.1:8080/orders"));
  const response = await fetch(new URL("orders", address), { method: "POST", body });
  assert.equal(response.status, 400);
  const shown = fences.find(({ language }) => language === "json").text;
  assert.deepEqual(await response.json(), JSON.parse(shown));
  const broken = await fetch(new URL("orders", address), { method: "POST", body: "{" });
  assert.deepEqual([broken.status, await broken.text()], [400, "no JSON"]);
});
