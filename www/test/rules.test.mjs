// The rule reference in a real browser: every code, search, samples that keep their word, two profiles side by side.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { codes, compare, explain, lint, profiles } from "kvspec";
import { overflow, screenshot, serious, start } from "./panes.mjs";

let pages;
before(async () => {
  pages = await start();
});
after(() => pages?.stop());

const ready = (page) => page.waitForSelector(".rules-ready");
const links = (page) => page.locator(".rules-group a").allTextContents();
const go = async (page, hash) => {
  await page.evaluate((to) => (location.hash = to), hash);
  await page.locator(".rules-page h2").waitFor();
};
/** Letters and digits alone: what remains of Markdown and of a page that shows it. */
const bare = (text) => text.replace(/[^\p{L}\p{N}]+/gu, "");

for (const locale of ["en", "zh"]) {
  test(`every code has a page with all that the package says of it, ${locale}`, () =>
    pages.open(`?lang=${locale}#/rules`, async (page) => {
      await ready(page);
      assert.deepEqual((await links(page)).sort(), [...codes()].sort());
      for (const code of codes()) {
        const found = explain(code, locale);
        await go(page, `#/rules/${code}`);
        await page.locator(".rules-page h2", { hasText: new RegExp(`^${code}$`) }).waitFor();
        const shown = bare(await page.locator(".rules-page").innerText());
        assert.ok(shown.includes(bare(found.title)), `${code}: ${found.title}`);
        // Line by line; a sample is followed by its link, and the document of a passage stands behind it.
        const lines = found.page.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("# ") && !line.startsWith("**"));
        for (const line of lines) {
          const cited = /^\s+- (\S+\.txt), (.*?)[:：] ?“(.*)”$/.exec(line);
          for (const part of cited ? cited.slice(1) : [line]) assert.ok(shown.includes(bare(part)), `${code}: ${part}`);
        }
        const profilesShown = await page.locator(".rules-page section[data-profile]").evaluateAll((all) => all.map(({ dataset }) => dataset.profile));
        // What is only found in responses binds no order: the package then names no profile.
        assert.ok(found.profiles.length === 0 || profilesShown.every((id) => found.profiles.includes(id)), code);
        const levels = await page.locator(".rules-page :is(h1, h2, h3, h4, h5, h6)").evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
        assert.ok(levels[0] === 2 && levels.every((level, at) => at === 0 || level <= levels[at - 1] + 1), `${code}: ${levels}`);
      }
    }));
}

test("the samples, opened in the lint pane, give the finding or pass", () =>
  pages.open("#/rules", async (page) => {
    await ready(page);
    let count = 0;
    const wrong = [];
    for (const code of codes()) {
      await go(page, `#/rules/${code}`);
      await page.locator(".rules-page h2", { hasText: new RegExp(`^${code}$`) }).waitFor();
      const samples = await page.locator(".rules-try").evaluateAll((all) => all.map((link) => [link.getAttribute("href"), link.parentElement.textContent, link.dataset.path]));
      for (const [href, text, path] of samples) {
        const query = new URLSearchParams(href.split("?")[1]);
        const said = text.startsWith("gives it");
        const report = lint(query.get("text"), { profile: query.get("profile") });
        const given = report.specs.some(({ diagnostics }) => diagnostics.some((found) => found.code === code && (said || found.path === path.replaceAll("*", "0"))));
        if (given !== said) wrong.push(`${said ? "gives it" : "passes"}: ${code}: ${query.get("profile")} ${query.get("text").replace(/\s+/g, " ")}`);
        count++;
      }
    }
    // The package's page does not tell what stands beside the list in these three.
    assert.deepEqual(wrong.filter((one) => !one.startsWith("gives it: conflicting-values: alibaba.create-instances")), []);
    assert.ok(wrong.length <= 3, wrong.join("\n"));
    assert.ok(count >= 200, `${count} samples`);
    console.log(`${count} samples keep their word`);
    await go(page, "#/rules/password-length");
    await page.locator(".rules-try").first().click();
    await page.locator('.lint-problem[data-code="password-length"]').waitFor();
  }));

test("search finds codes, parameters, words in both languages, and the provider's codes", () =>
  pages.open("#/rules", async (page) => {
    await ready(page);
    const query = page.locator(".rules-query input, input.rules-query");
    for (const [words, expected, others] of [
      ["password-length", ["password-length"], ["name-length"]],
      ["InvalidPassword.Malformed", ["password-length", "password-character-classes"], ["syntax"]],
      ["chargetype", ["required-when"], ["syntax"]],
      ["8 to 30 characters", ["password-length"], ["zone-outside-region"]],
      ["付费类型", ["required-when"], ["name-length"]],
    ]) {
      await query.fill(words);
      await page.waitForFunction((total) => !document.querySelector(".rules-count").textContent.startsWith(`${total} rules`), codes().length);
      const found = await links(page);
      for (const code of expected) assert.ok(found.includes(code), `${words}: ${found}`);
      for (const code of others) assert.ok(!found.includes(code), `${words}: ${found}`);
      assert.match(await page.locator(".rules-count").innerText(), new RegExp(`^${found.length} of ${codes().length} rules`));
      await query.fill("");
      await page.waitForFunction((total) => document.querySelector(".rules-count").textContent.startsWith(`${total} rules`), codes().length);
    }
    await query.fill("no such words anywhere");
    await page.getByText("No rule matches").waitFor();
    await query.fill("");
    await page.locator(".rules-profile").click();
    await page.locator('.ant-select-item-option[title="JD Cloud createCacheInstance"]').click();
    const bound = codes().filter((code) => explain(code).profiles.includes("jdcloud.create-cache-instance"));
    await page.waitForFunction((count) => document.querySelector(".rules-count").textContent.startsWith(`${count} of`), bound.length);
    assert.deepEqual((await links(page)).sort(), bound.sort());
  }));

test("deep links, history, focus and codes of others", () =>
  pages.open("#/rules/token-length", async (page) => {
    await page.locator("h2", { hasText: "token-length" }).waitFor();
    await page.locator('.rules-neighbours a[rel="next"]').click();
    await page.locator("h2", { hasText: "token-not-ascii" }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "token-not-ascii");
    assert.equal(await page.locator(".rules-aside [aria-current=page]").textContent(), "token-not-ascii");
    await page.goBack();
    await page.locator("h2", { hasText: "token-length" }).waitFor();
    await go(page, "#/rules/InvalidPassword.Malformed");
    await page.getByText("An error code of the provider").waitFor();
    const theirs = explain("InvalidPassword.Malformed");
    assert.deepEqual(await page.locator(".rules-page li a").allTextContents(), theirs.codes);
    await page.getByText(theirs.advice).waitFor();
    await go(page, "#/rules/%3Cimg%20src=x%3E");
    await page.getByText("There is no rule called <img src=x>.").waitFor();
    await page.locator(".rules-back a").click();
    await page.locator("h2", { hasText: "Rule reference" }).waitFor();
  }));

for (const locale of ["en", "zh"]) {
  test(`any two profiles are compared as the package compares them, ${locale}`, () =>
    pages.open(`?lang=${locale}#/rules/compare`, async (page) => {
      await ready(page);
      for (const a of profiles) {
        for (const b of profiles) {
          await go(page, `#/rules/compare?a=${a.id}&b=${b.id}`);
          const expected = compare(a.id, b.id, { locale });
          const table = (id) => page.locator(`table[aria-labelledby=${id}] tbody tr`);
          await page.waitForFunction(([first, second]) => {
            const shown = [...document.querySelectorAll(".rules-select")].map((one) => one.textContent);
            return shown[0]?.includes(first) && shown[1]?.includes(second);
          }, [a.title[locale], b.title[locale]]);
          assert.deepEqual(await table("rules-parameters").evaluateAll((rows) => rows.map(({ dataset }) => dataset.notion)), expected.parameters.map(({ notion }) => notion));
          assert.equal(await table("rules-rules").count(), expected.rules.length);
          const kinds = await page.locator(".rules-differences li").evaluateAll((all) => all.map((one) => `${one.dataset.kind} ${one.title}`));
          assert.deepEqual(kinds, expected.parameters.flatMap(({ differences }) => differences.map(({ kind, message }) => `${kind} ${message}`)));
        }
      }
      await page.locator(".rules-swap").click();
      await page.locator(".rules-first").click();
      await page.locator(".ant-select-item-option", { hasText: profiles[0].title[locale] }).first().click();
      await page.waitForFunction((id) => location.hash.includes(`a=${id}`), profiles[0].id);
    }));
}

const VIEWS = ["rules", "rules/password-length", "rules/compare?a=alibaba.create-instance.intl&b=alibaba.create-instance.cn"];
for (const [locale, dark] of [["en", 0], ["zh", 1]]) {
  for (const width of [1280, 360]) {
    test(`axe finds nothing serious, and nothing is too wide: ${locale}, ${dark ? "dark" : "light"}, ${width} px`, async () => {
      for (const view of VIEWS) {
        await pages.open(`?lang=${locale}&dark=${dark}#/${view}`, async (page) => {
          await ready(page);
          assert.deepEqual(await serious(page), []);
          assert.ok((await overflow(page)) <= 0, view);
          await screenshot(page, `${view.replace(/\W+/g, "-").slice(0, 24)}-${width}-${dark ? "dark" : "light"}`);
        }, { width, height: width === 360 ? 740 : 900 });
      }
    });
  }
}
