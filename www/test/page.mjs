// What the tests share: the build behind its policy, Chromium, and where a field is.
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../serve.mjs";

export const DIST = fileURLToPath(new URL("../dist", import.meta.url));
const SHOTS = fileURLToPath(new URL("../screenshots", import.meta.url));
mkdirSync(SHOTS, { recursive: true });

const listening = [];
let browser;

/** A server of the build; a policy in place of the usual one. */
export async function host(options) {
  const server = serve(DIST, options);
  await new Promise((resolve) => server.listen(0, "localhost", resolve));
  listening.push(server);
  return `http://localhost:${server.address().port}`;
}

/** A page of the build, and what it said and asked for. */
export async function open(address, { language = "en", width = 1280, dark = false, hash = "", prepare } = {}) {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path)),
    args: ["--no-sandbox"],
  });
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: language === "zh" ? "zh-CN" : "en-US",
    colorScheme: dark ? "dark" : "light",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const heard = { asked: [], said: [] };
  page.on("request", (request) => heard.asked.push(request.url()));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && heard.said.push(message.text()));
  page.on("pageerror", (error) => heard.said.push(error.message));
  await prepare?.(page);
  await page.goto(`${address}/${hash}`);
  // The summary is drawn with the rest of the form, after what is in sight first.
  await page.waitForSelector("main .summary", { state: "attached" });
  return { page, heard, close: () => context.close() };
}

export async function done() {
  await browser?.close();
  for (const server of listening) server.close();
}

export const row = (page, path) => page.locator(`[data-path="${path}"]`);

const choose = async (page, name, value) => {
  const option = page.locator(`label:has(input[name=${name}][value="${value}"])`);
  if ((await option.count()) > 0) await option.click();
};

/** Turns to a document's form: the provider, one or several, the product, and the edition. */
export async function turnTo(page, profile) {
  await choose(page, "provider", profile.split(".")[0]);
  await choose(page, "count", profile === "alibaba.create-instances" ? "several" : "one");
  await choose(page, "product", profile.includes("tair") ? "tair" : "redis");
  await page.locator(`label:has(input[name=profile][value="${profile}"])`).click();
  // A document that was not shown yet is fetched.
  await page.locator(`form.order[data-profile="${profile}"]`).waitFor();
}

/** Fills a field in: chooses an option, or types. */
export async function fill(page, path, value) {
  const field = row(page, path);
  const folded = page.locator("details", { has: field });
  for (let at = 0; at < (await folded.count()); at++) await folded.nth(at).evaluate((details) => (details.open = true));
  if ((await field.locator("input[type=radio]").count()) > 0) await field.locator(`label:has(input[value="${value}"])`).click();
  else {
    await field.locator(`[name="${path}"]`).fill(value);
    // Errors are told when the field is left.
    await field.locator(`[name="${path}"]`).blur();
  }
}

/** The codes of the findings that stand under a field, without those that are folded away. */
export const codesUnder = (page, path) =>
  row(page, path).locator(".finding:not(.info), .checklist .wrong").evaluateAll((all) => all.map((each) => each.dataset.code));

export const request = (page, format) =>
  page.locator(`.preview label:has(input[value=${format}])`).click().then(() => page.locator(`.preview pre[data-format=${format}]`).innerText());

export const shot = (page, name) => page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
