// The lint pane in a real browser: the findings of the command line, fixes, links without secrets, files, keyboard.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { overflow, root, screenshot, serious, start } from "./panes.mjs";

let pages;
before(async () => {
  pages = await start();
});
after(() => pages?.stop());

const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
const kvspec = join(target, "debug", "kvspec");

/** What the command line finds, in the words of the list: bytes become UTF-16 code units. */
function native(text, profile, locale, file = "-") {
  assert.ok(existsSync(kvspec), "the command line is not built: cargo build --features cli");
  const args = ["lint", "--format", "json", "--level", "info", "--locale", locale, ...(profile ? ["--profile", profile] : []), file];
  const { stdout, stderr } = spawnSync(kvspec, args, { input: text, encoding: "utf8", maxBuffer: 1 << 28 });
  assert.notEqual(stdout, "", stderr);
  const bytes = Buffer.from(text);
  const units = (offset) => bytes.subarray(0, offset).toString("utf8").length;
  return JSON.parse(stdout).specs.flatMap(({ diagnostics }) =>
    diagnostics.map(({ severity, code, path, message, span }) =>
      [severity, code, path, plain(message), span ? units(span.start.offset) : null, span ? units(span.end.offset) : null].join(" | "),
    ),
  );
}

/** Without the marks of code. */
const plain = (message) => message.replace(/^[a-z](?=[a-z\s])/, (letter) => letter.toUpperCase()).replace(/(`+)(.+?)\1(?!`)/gs, (_, marks, code) => (marks.length > 1 ? code.replace(/^ (.*[^ ].*) $/s, "$1") : code));

/** What the pane lists. */
async function listed(page) {
  await settled(page);
  const fold = page.locator(".lint-fold");
  if ((await fold.count()) > 0 && (await fold.getAttribute("aria-expanded")) === "false") await fold.click();
  return page.locator(".lint-problem[data-code]").evaluateAll((items) =>
    items.map((item) =>
      [item.dataset.severity, item.dataset.code, item.dataset.path, item.querySelector(".lint-message").textContent, item.dataset.from ?? null, item.dataset.to ?? null].join(" | "),
    ),
  );
}

const settled = (page) => page.waitForSelector('.lint-right[aria-busy="false"]');
const content = (page) => page.locator(".lint-editor .cm-content");
const held = (page) => page.evaluate(() => document.querySelector(".cm-content").cmTile?.view?.state.doc.toString() ?? document.querySelector(".cm-content").cmView.view.state.doc.toString());

/** Pastes into the editor in place of what is there, as one who selects all and pastes does. */
async function paste(page, text) {
  await settled(page);
  await content(page).click();
  await page.keyboard.press("Control+a");
  if (text === "") return page.keyboard.press("Delete");
  await page.evaluate((data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", data);
    document.querySelector(".cm-content").dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

const link = (text, profile) => `#/lint?${new URLSearchParams({ ...(profile && { profile }), text })}`;
const FAULTY = readFileSync(join(root, "examples/faulty/subscription.json"), "utf8");
const CHINESE = "alibaba.create-instance.cn";
const cases = (file) =>
  readFileSync(join(root, "tests/corpus", file), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("# ") && !line.startsWith("! "));

let compared = 0;
for (const file of readdirSync(join(root, "tests/corpus")).filter((name) => name.endsWith(".txt"))) {
  const profile = file.slice(0, -".txt".length);
  for (const locale of profile === "alibaba.console" ? ["en", "zh"] : ["en"]) {
    test(`the corpus of ${profile} gives the command line's findings, ${locale}`, () =>
      pages.open(`?lang=${locale}${link("{}", profile)}`, async (page) => {
        for (const text of cases(file)) {
          await paste(page, text);
          assert.deepEqual((await listed(page)).sort(), native(text, profile, locale).sort(), text);
          compared++;
        }
      }));
  }
}
test("the whole corpus was compared", () => assert.ok(compared >= 100, `${compared} cases`));

test("texts of every shape, with the profile inferred", () =>
  pages.open("#/lint", async (page) => {
    const texts = [
      FAULTY,
      '{"RegionId": "名", "Capacity": 1}\n\n{"RegionId": "cn", "Capacity": 0, "Token": "令牌 😀"}\n',
      '[{"RegionId": "cn-hangzhou", "Capacity": 1}, {"billingMethod": "包年包月"}]',
      "https://r-kvstore.aliyuncs.com/?Action=CreateInstance&RegionId=cn-hangzhou&InstanceName=%F0%9F%98%80%20x",
      '{"Instances": "[{\\"RegionId\\": \\"😀\\", \\"izNo\\": \\"é\\", \\"InstanceName\\": \\"😀 x\\"}]"}',
      "{\n  nonsense",
    ];
    for (const text of texts) {
      await paste(page, text);
      assert.deepEqual((await listed(page)).sort(), native(text, undefined, "en").sort(), text);
    }
    await paste(page, '{"foreign": 1}');
    await settled(page);
    assert.match(await page.locator(".lint-unchecked").innerText(), /no order is here/);
  }));

test("what other tools order with is recognised by its text", () =>
  pages.open("#/lint", async (page) => {
    for (const name of ["faulty/redis.tf", "terraform/main.tf", "ros.yaml", "order.sh"]) {
      const text = readFileSync(join(root, "examples", name), "utf8");
      await paste(page, text);
      assert.deepEqual((await listed(page)).sort(), native(text, undefined, "en", join(root, "examples", name)).sort(), name);
      assert.match(await page.locator(".lint-summary").innerText(), /\(inferred\)|orders? with/, name);
    }
    await paste(page, "# Notes\n\nNothing is ordered here.\n");
    await page.locator(".lint-fine, .lint-unchecked").first().waitFor();
  }));

test("squiggles stand under the right characters behind Chinese and emoji", () =>
  pages.open(link('{"InstanceName": "会话😀 é", "RegionId": "cn-hangzhou", "Perod": "😀", "Capacity": "多"}'), async (page) => {
    await settled(page);
    const under = async (severity) => (await page.locator(`.cm-lintRange-${severity}`).allTextContents()).sort();
    const errors = (await under("error")).join(" ");
    assert.match(errors, /"会话😀 é"/);
    assert.match(errors, /"多"/);
    assert.deepEqual(await under("warning"), ['"Perod"']);
    assert.deepEqual(await under("info"), ['"cn-hangzhou"', "{"]);
  }));

test("hovering shows message, reason and citation", () =>
  pages.open(link(FAULTY, CHINESE), async (page) => {
    await settled(page);
    await page.locator(".cm-lintRange-error", { hasText: "correcthorse" }).hover();
    const tip = page.locator(".lint-tip", { hasText: "password-character-classes" });
    await tip.waitFor();
    const text = await tip.innerText();
    assert.match(text, /the password needs at least 3 kinds of characters, but has 1/i);
    assert.match(text, /What to do: use at least 3 of/);
    assert.match(text, /CreateInstance, Chinese edition \(2019\), 请求参数/);
    assert.equal(await tip.locator("a").getAttribute("href"), "#/rules/password-character-classes");
  }));

test("a quick fix from the list, and one from the tip, change only what they must", () =>
  pages.open(link(FAULTY, CHINESE), async (page) => {
    await settled(page);
    await page.locator('.lint-problem[data-path="/EngineVersion"] .lint-fix').click();
    await settled(page);
    assert.equal(await held(page), FAULTY.replace("5.0", '"5.0"'));
    assert.match(await page.locator(".lint-said").innerText(), /Fixed\. \d errors left/);
    await page.locator(".cm-lintRange-warning", { hasText: "Perod" }).hover();
    await page.locator(".cm-tooltip .cm-diagnosticAction", { hasText: "rename" }).click();
    await settled(page);
    assert.equal(await held(page), FAULTY.replace("5.0", '"5.0"').replace("Perod", "Period"));
    await page.keyboard.press("Control+z");
    assert.equal(await held(page), FAULTY.replace("5.0", '"5.0"'));
  }));

test("fix all gives what the command line's fix gives", () =>
  pages.open(link(FAULTY, CHINESE), async (page) => {
    await settled(page);
    await page.locator(".lint-fix-safe").click();
    await settled(page);
    const safe = FAULTY.replace("5.0", '"5.0"').replace("true", '"true"');
    assert.equal(await held(page), safe);
    await page.locator(".lint-fix-all").click();
    await settled(page);
    assert.equal(await held(page), safe.replace("Perod", "Period"));
    assert.equal(await page.locator(".lint-fix-all").count(), 0);
  }));

test("a profile can be chosen, and is inferred again", () =>
  pages.open(link('{"RegionId": "cn-hangzhou", "Capacity": 1024}'), async (page) => {
    await settled(page);
    assert.match(await page.locator(".lint-summary").innerText(), /2026 \(inferred\)/);
    await page.locator(".lint-profile").click();
    await page.locator('.ant-select-item-option[title="JD Cloud createCacheInstance"]').click();
    await page.locator('.lint-problem[data-path="/cacheInstance"]').first().waitFor();
    assert.match(await page.locator(".lint-summary").innerText(), /JD Cloud createCacheInstance \(chosen\)/);
    await page.locator(".lint-profile").click();
    await page.locator(".ant-select-item-option", { hasText: "Inferred" }).click();
    await page.locator(".lint-summary", { hasText: "(inferred)" }).waitFor();
  }));

test("every example opens, and has the command line's findings", () =>
  pages.open("#/lint", async (page) => {
    const names = [
      ...readdirSync(join(root, "examples")).filter((name) => /\.(json|url|yaml|sh)$/.test(name)),
      ...readdirSync(join(root, "examples/terraform")),
      ...readdirSync(join(root, "examples/faulty")),
    ];
    for (const name of names) {
      await settled(page);
      await page.locator(".lint-examples").click();
      await page.getByRole("menuitem", { name, exact: true }).click();
      await page.locator(".lint-said", { hasText: name }).waitFor();
      const folder = ["examples", "examples/terraform", "examples/faulty"].find((folder) => existsSync(join(root, folder, name)));
      const file = join(root, folder, name);
      const text = readFileSync(file, "utf8");
      assert.equal(await held(page), text, name);
      assert.deepEqual((await listed(page)).sort(), native(text, undefined, "en", file).sort(), name);
      await page.locator(".ant-dropdown:not(.ant-dropdown-hidden)").waitFor({ state: "hidden" });
    }
  }));

test("a share link brings back text and profile", () =>
  pages.open("#/lint", async (page) => {
    const text = '{\n  "RegionId": "cn-hangzhou",\n  "InstanceName": "会话 & 缓存 😀 100%+",\n  "Capacity": 0\n}\n';
    await paste(page, text);
    await page.locator(".lint-profile").click();
    await page.locator(".ant-select-item-option", { hasText: "international" }).click();
    await page.locator(".lint-summary", { hasText: "(chosen)" }).waitFor();
    const before = await listed(page);
    await page.locator(".lint-share").click();
    const shared = await page.locator(".lint-outgoing textarea").inputValue();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), shared);
    assert.equal(page.url(), shared);
    assert.match(await page.locator(".lint-said").innerText(), /No secrets/);
    await pages.open(shared.slice(pages.address.length + 1), async (other) => {
      await settled(other);
      assert.equal(await held(other), text);
      assert.deepEqual(await listed(other), before);
      // Typing makes it another order than that of the address.
      await content(other).click();
      await other.keyboard.type(" ");
      assert.equal(new URL(other.url()).hash, "#/lint");
    });
  }));

const SECRET = "Tr0ub4dor+Zz9";
const quoted = JSON.stringify;
/** Texts with a secret in every place where one may be, and what the link holds of them. */
const SECRETS = [
  [`{"RegionId": "cn-hangzhou", "Password": "${SECRET}"}`, '{"RegionId": "cn-hangzhou", "Password": null}'],
  [`{"RegionId": "名😀", "Password": "${SECRET}名", "Capacity": 1}`, '{"RegionId": "名😀", "Password": null, "Capacity": 1}'],
  [`{"password": "${SECRET}", "Password": "${SECRET}", "Passwrod": "${SECRET}"}`, '{"password": null, "Password": null, "Passwrod": null}'],
  [`{"cacheInstance": {"password": "${SECRET}"}}`, '{"cacheInstance": {"password": null}}'],
  [`{"Instances": [{"Password": ["${SECRET}"]}]}`, '{"Instances": [{"Password": null}]}'],
  [`{"Instances": ${quoted(`[{"Password": "${SECRET}", "RegionId": "r"}]`)}}`, `{"Instances": ${quoted('[{"Password": null, "RegionId": "r"}]')}}`],
  [`{"Config": ${quoted(`{"requirepass": "${SECRET}", "maxmemory-policy": "noeviction"}`)}}`, `{"Config": ${quoted('{"requirepass": null, "maxmemory-policy": "noeviction"}')}}`],
  [`{"Unknown": {\n  "a": "${SECRET}"\n}}`, '{"Unknown": null}'],
  [`{"RegionId": "a"}\n{"RegionId": "b", "Password": "${SECRET}"}\n`, '{"RegionId": "a"}\n{"RegionId": "b", "Password": null}\n'],
  [`{"AccessKeySecret": "${SECRET}", "SecurityToken": "${SECRET}", "Signature": "${SECRET}"}`, '{"AccessKeySecret": null, "SecurityToken": null, "Signature": null}'],
  [`https://user:${SECRET}@h.example/?Action=CreateInstance&Password=${SECRET}&RegionId=a&Signature=${SECRET}`, "https://@h.example/?Action=CreateInstance&Password=&RegionId=a&Signature="],
  [`{"RegionId": "a", "Password": "${SECRET}", }`],
  [`{"Password" "${SECRET}"`],
  [`{\n  'Password': '${SECRET}'\n}`],
  [`{"Password":\n"${SECRET}"\n{"RegionId": "a"}\n`],
  [`Password: ${SECRET}`],
  [SECRET],
];

test("no secret is in a share link, in the address, or in an issue", () =>
  pages.open("#/lint", async (page) => {
    const spellings = [SECRET, encodeURIComponent(SECRET), String(new URLSearchParams({ "": SECRET })).slice(1), SECRET.slice(0, 9)];
    const none = (where, said, text) => assert.deepEqual(spellings.filter((one) => said.includes(one)), [], `${where} of ${text}`);
    for (const [text, shared] of SECRETS) {
      await paste(page, text);
      await settled(page);
      await page.locator(".lint-share").click();
      const url = await page.locator(".lint-outgoing textarea").inputValue();
      none("the link", url, text);
      none("the address", page.url(), text);
      assert.match(await page.locator(".lint-said").innerText(), /may be secret/, text);
      const kept = new URLSearchParams(new URL(url).hash.split("?")[1]).get("text");
      if (shared !== undefined) assert.equal(kept, shared);
      else assert.match(kept, /\*/);
      for (const button of (await page.locator(".lint-issue").all()).slice(0, 3)) {
        await button.click();
        none("the issue", await page.locator(".lint-outgoing textarea").inputValue(), text);
      }
      none("the list", await page.locator(".lint-right").innerText(), text);
    }
  }));

test("what was typed is still there after a look at a rule", () =>
  pages.open("#/lint", async (page) => {
    const text = '{"RegionId": "cn-hangzhou", "Password": "short"}';
    await paste(page, text);
    await settled(page);
    await page.locator('.lint-problem[data-code="password-length"] .lint-code').click();
    await page.locator(".rules-page h2", { hasText: "password-length" }).waitFor();
    await page.goBack();
    await settled(page);
    assert.equal(await held(page), text);
    // Also where the address has meanwhile become that of a link without the password.
    await page.locator(".lint-share").click();
    await page.locator('.lint-problem[data-code="password-length"] .lint-code').click();
    await page.locator(".rules-page h2", { hasText: "password-length" }).waitFor();
    await page.goBack();
    await settled(page);
    assert.equal(await held(page), text);
    await page.evaluate((to) => (location.hash = to), link('{"Capacity": 1}'));
    await page.waitForFunction(() => document.querySelector(".cm-content").textContent === '{"Capacity": 1}');
  }));

test("without WebAssembly the pane says so", () =>
  pages.open("#/lint", async (page) => {
    await page.locator(".lint-failure, .lint-problem").first().waitFor();
    assert.equal(await page.locator(".lint-problem").count(), 0);
    assert.match(await page.locator(".lint-failure").innerText(), /The check failed/);
    assert.ok((await content(page).count()) === 1);
  }, { without: /\.wasm$/ }));

const HCL = `resource "alicloud_kvstore_instance" "a" {
  instance_class = "redis.master.small.default"
  password       = "${SECRET}"
}
`;
test("a password in Terraform is neither in a link nor in an issue", () =>
  pages.open("#/lint", async (page) => {
    await paste(page, HCL);
    await settled(page);
    await page.locator(".lint-share").click();
    await page.locator(".lint-said", { hasText: "may be secret" }).waitFor();
    const url = new URL(await page.locator(".lint-outgoing textarea").inputValue());
    const kept = new URLSearchParams(url.hash.split("?")[1]).get("text");
    assert.ok(!kept.includes(SECRET) && kept.includes('instance_class = "redis.master.small.default"'), kept);
    await page.locator(".lint-issue").first().click();
    const issue = page.locator('.lint-outgoing textarea[rows="8"]');
    await issue.waitFor();
    assert.match(await issue.inputValue(), /```hcl\nresource/);
    assert.ok(!(await issue.inputValue()).includes(SECRET));
  }));

test("an order that is too long for a link is not shared", () =>
  pages.open("#/lint", async (page) => {
    await paste(page, `{"RegionId": "${"长".repeat(9000)}"}`);
    await settled(page);
    await page.locator(".lint-share").click();
    await page.locator(".lint-said", { hasText: "too long" }).waitFor();
    assert.equal(new URL(page.url()).hash, "#/lint");
  }));

test("a problem is copied as an issue, with a link that opens it", () =>
  pages.open(link(FAULTY), async (page) => {
    await settled(page);
    // Not one about an unknown name: its value may be a secret, is `null` in the link, and then nothing is said of it.
    await page.locator('.lint-problem[data-code="zone-outside-region"] .lint-issue').click();
    const text = await page.locator(".lint-outgoing textarea").inputValue();
    assert.match(text, /^### zone-outside-region: the zone `cn-beijing-a` does not begin with its region/);
    assert.match(text, /- Place: `\/ZoneId`, line 3, column 13/);
    assert.match(text, /\(inferred\)/);
    assert.match(text, /```json\n\{\n {2}"RegionId": "cn-hangzhou",/);
    assert.ok(!text.includes("correcthorse"));
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
    const [address] = text.match(/http:\S+/);
    await pages.open(address.slice(pages.address.length + 1), async (other) => {
      await settled(other);
      assert.equal(await other.locator('.lint-problem[data-code="zone-outside-region"]').count(), 1);
    });
  }));

/** Drops files on what matches the selector. */
const drop = (page, selector, ...files) =>
  page.evaluate(
    ([on, given]) => {
      const dataTransfer = new DataTransfer();
      for (const [name, bytes] of given) dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
      for (const type of ["dragenter", "dragover", "drop"]) {
        document.querySelector(on).dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    [selector, files.map(([name, text]) => [name, [...Buffer.from(text)]])],
  );

test("a file is dropped on the editor or beside it, or opened", () =>
  pages.open("#/lint", async (page) => {
    await settled(page);
    await drop(page, ".cm-content", ["order.json", '{"RegionId": "名"}']);
    await page.locator(".lint-said", { hasText: "Opened order.json" }).waitFor();
    assert.equal(await held(page), '{"RegionId": "名"}');
    await drop(page, ".lint-right", ["a.ndjson", '{"Capacity": 1}\n{"Capacity": 2}\n'], ["b.json", "{}"]);
    await page.locator(".lint-said", { hasText: "Only the first" }).waitFor();
    assert.equal(await held(page), '{"Capacity": 1}\n{"Capacity": 2}\n');
    await settled(page);
    assert.match(await page.locator(".lint-summary").innerText(), /2 of 2 orders/);
    await drop(page, ".cm-content", ["bad.json", Buffer.from([0x7b, 0xff])]);
    await page.locator(".lint-said", { hasText: "not UTF-8" }).waitFor();
    assert.equal(await held(page), '{"Capacity": 1}\n{"Capacity": 2}\n');
    await page.locator('.lint-pane input[type="file"]').setInputFiles({ name: "u.url", mimeType: "text/plain", buffer: Buffer.from("Action=CreateInstance") });
    await page.locator(".lint-said", { hasText: "Opened u.url" }).waitFor();
    assert.equal(await held(page), "Action=CreateInstance");
    assert.equal(await page.locator(".lint-over").count(), 0);
  }));

test("the keyboard alone is enough", () =>
  pages.open(link(FAULTY), async (page) => {
    await settled(page);
    await content(page).focus();
    const current = () => page.locator(".lint-problem[data-current]").getAttribute("data-path");
    const paths = await page.locator(".lint-problem[data-code]").evaluateAll((items) => items.map(({ dataset }) => dataset.path));
    for (const path of paths) {
      await page.keyboard.press("F8");
      assert.equal(await current(), path);
    }
    assert.match(await page.locator(".lint-said").innerText(), new RegExp(`Problem ${paths.length} of ${paths.length}: Warning: `));
    assert.equal(await page.locator(".lint-said").getAttribute("role"), "status");
    await page.keyboard.press("F8");
    assert.equal(await current(), paths[0]);
    await page.keyboard.press("Shift+F8");
    assert.equal(await current(), paths.at(-1));
    assert.equal(await page.evaluate(() => getSelection().toString()), '"VPC"');
    // To its entry in the list, along the entries, and from one to its fix.
    await page.keyboard.press("Control+.");
    await page.waitForFunction(() => document.activeElement.classList.contains("lint-go"));
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    assert.match(await page.evaluate(() => document.activeElement.textContent), /put it in quotes/);
    await page.keyboard.press("Enter");
    await settled(page);
    assert.equal(await held(page), FAULTY.replace("5.0", '"5.0"'));
    assert.equal(await page.evaluate(() => document.querySelector(".lint-pane").contains(document.activeElement)), true);
    // Tab is no trap.
    await content(page).focus();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.closest(".cm-content")), null);
  }));

test("a large text stays responsive, and the list says that it is cut", () =>
  pages.open("#/lint", async (page) => {
    const line = `${FAULTY.replace(/\n\s*/g, " ")}\n`;
    const count = 3000;
    await paste(page, line.repeat(count));
    await page.waitForSelector(".lint-capped", { timeout: 60_000 });
    await settled(page);
    assert.match(await page.locator(".lint-capped").innerText(), /^The 300 most serious of [\d,]+ problems/);
    assert.match(await page.locator(".lint-summary").innerText(), /3,000 of 3,000 orders/);
    assert.equal(await page.locator(".lint-problem[data-severity=error]").count(), 300);
    // Typing: how long the page takes nothing else.
    await page.evaluate(() => {
      globalThis.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
      }).observe({ type: "longtask" });
    });
    await content(page).focus();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("          ", { delay: 30 });
    await settled(page);
    const longest = await page.evaluate(() => globalThis.longest);
    console.log(`${(line.length * count) >> 10} KB: the longest task while typing and checking took ${longest} ms`);
    assert.ok(longest < 500, `${longest} ms`);
  }));

test("the editor is loaded only when its pane opens", () =>
  pages.open("#/rules", async (page) => {
    await page.waitForSelector(".rules-ready");
    const scripts = () => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => /\/editor-/.test(name)));
    assert.deepEqual(await scripts(), []);
    await page.evaluate(() => (location.hash = "#/lint"));
    await settled(page);
    assert.equal((await scripts()).length, 1);
  }));

for (const [locale, dark] of [["en", 0], ["zh", 1]]) {
  for (const width of [1280, 360]) {
    test(`axe finds nothing serious, and nothing is too wide: ${locale}, ${dark ? "dark" : "light"}, ${width} px`, () =>
      pages.open(
        `?lang=${locale}&dark=${dark}${link(`${FAULTY.replace(/\n\s*/g, " ")}\n{"foreign": 1}\n{"RegionId": "cn-hangzhou", "Capacity": 1}\n`)}`,
        async (page) => {
          await settled(page);
          await page.locator(".lint-fold").click();
          await page.locator(".lint-issue").first().click();
          await page.locator(".lint-source summary").first().click();
          await page.waitForTimeout(300);
          assert.deepEqual(await serious(page), []);
          assert.ok((await overflow(page)) <= 0);
          await screenshot(page, `lint-lines-${width}-${dark ? "dark" : "light"}`);
          await paste(page, FAULTY);
          await settled(page);
          await page.keyboard.press("F8");
          await page.keyboard.press("F8");
          await page.locator(".cm-lintRange-error", { hasText: "correcthorse" }).hover();
          await page.locator(".lint-tip").first().waitFor();
          assert.deepEqual(await serious(page), []);
          await screenshot(page, `lint-${width}-${dark ? "dark" : "light"}`);
        },
        { width, height: width === 360 ? 740 : 900 },
      ));
  }
}
