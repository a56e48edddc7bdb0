// The tarball as others install it: in Node.js, bundled by Vite and webpack, in a browser, and behind form libraries.
// Every example of the README is run.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = fileURLToPath(new URL(".", import.meta.url));
const pkg = fileURLToPath(new URL("../..", import.meta.url));
const npm = (...args) => execFileSync("npm", [...args, "--loglevel=error"], { cwd: here, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
const node = (...args) => execFileSync(process.execPath, args, { cwd: here, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

/** The examples of the README, by the names of their files. */
const examples = new Map(
  [...readFileSync(join(pkg, "README.md"), "utf8").matchAll(/^```\w+ file=(\S+)\n(.*?)^```$/gms)].map(([, name, text]) => [name, text]),
);
const seen = new Set();
const example = (name) => {
  assert.ok(examples.has(name), `the README has no example ${name}`);
  seen.add(name);
  return examples.get(name);
};

let tarball;
let browser;
let server;
let address;
/** The policy under which each page is served. */
const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'wasm-unsafe-eval'";
let policy = POLICY;

before(async () => {
  const [{ filename }] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", here], { cwd: pkg, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  if (!existsSync(join(here, "node_modules/vite"))) npm("ci");
  rmSync(join(here, "node_modules/kvspec"), { recursive: true, force: true });
  npm("install", "--no-save", "--no-package-lock", `./${filename}`);
  renameSync(join(here, filename), (tarball = join(here, "kvspec.tgz")));
  for (const folder of ["app/readme", "legacy/readme"]) {
    mkdirSync(join(here, folder), { recursive: true });
    for (const [name, text] of examples) writeFileSync(join(here, folder, name), text);
  }

  cpSync(join(here, "app/Follow.jsx"), join(here, "legacy/readme/Follow.jsx"));

  const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = join(here, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    if (!file.startsWith(here) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream", "content-security-policy": policy });
    response.end(readFileSync(file));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  address = `http://127.0.0.1:${server.address().port}`;

  const { chromium } = createRequire(join(here, "package.json"))("playwright-core");
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
});

after(async () => {
  rmSync(tarball, { force: true });
  await browser?.close();
  server?.close();
});

/** Opens a page, and fails if it reports an error. */
async function open(path, act) {
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && !/favicon/.test(message.location().url) && errors.push(message.text()));
  try {
    await page.goto(`${address}${path}`);
    const result = await act(page, errors);
    assert.deepEqual(errors, []);
    return result;
  } finally {
    await page.close();
  }
}

for (const name of ["node.mjs", "service.mjs", "transfer.mjs", "house.mjs"]) {
  test(`Node.js, as a module: the README's ${name} prints what it says`, () => {
    const text = example(name);
    const said = [...text.matchAll(/^\/\/ (.*)$|; \/\/ (.*)$/gm)].map(([, line, end]) => line ?? end);
    assert.equal(node(`app/readme/${name}`).trimEnd(), said.join("\n"));
  });
}

test("a file of another tool's is linted and mended", () => {
  example("lint.mjs");
  assert.match(node("app/readme/lint.mjs"), /alicloud_kvstore_instance\.cache \/engine_version:4 [^]*engine_version = "5\.0"/);
});

test("it installs beside React 16 and 17 and Ant Design 4, which npm would refuse for a range that they do not meet", () => {
  for (const others of [{ react: "16.14.0", "react-dom": "16.14.0" }, { react: "17.0.2", "react-dom": "17.0.2", antd: "4.24.16" }, { react: "18.3.1", "react-dom": "18.3.1", antd: "4.24.16" }, { vue: "2.7.16" }]) {
    const folder = join(here, "build/beside");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: { ...others, kvspec: `file:${tarball}` } }));
    // What npm would install, without fetching it: an ERESOLVE is an error here, too.
    execFileSync("npm", ["install", "--package-lock-only", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
    const { packages } = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));
    for (const [name, version] of Object.entries(others)) assert.equal(packages[`node_modules/${name}`].version, version);
  }
});

test("its types need no other package", () => {
  const folder = join(here, "build/alone");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "node_modules/kvspec"), { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", join(folder, "node_modules/kvspec")]);
  // As a library has it that has inlined the standard, as the standard advises.
  writeFileSync(join(folder, "alone.ts"), `
    import { check, createForm, safeParse, schema, type Requests } from "kvspec";
    import { effects } from "kvspec/formily";
    import { lint } from "kvspec/lint";
    import { reconcile } from "kvspec/reconcile";
    import { bind } from "kvspec/rules";
    import { transfer } from "kvspec/transfer";
    interface Standard<Input = unknown, Output = Input> {
      readonly "~standard": {
        readonly version: 1;
        readonly vendor: string;
        readonly validate: (value: unknown) => Result<Output> | Promise<Result<Output>>;
        readonly types?: { readonly input: Input; readonly output: Output } | undefined;
      };
    }
    type Result<Output> = { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly Problem[] };
    interface Problem { readonly message: string; readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined }
    type OutputOf<S extends Standard> = NonNullable<S["~standard"]["types"]>["output"];
    const ours = schema("alibaba.create-instance.cn");
    const theirs: Standard<Requests["alibaba.create-instance.cn"]> = ours;
    const capacity: string | number | null | undefined = ({} as OutputOf<typeof ours>).Capacity;
    // @ts-expect-error not any
    const wrong: symbol = ({} as OutputOf<typeof ours>).Capacity;
    void [check, createForm, safeParse, effects, lint, reconcile, bind, transfer, theirs, capacity, wrong];
  `);
  const tsc = join(pkg, "node_modules/typescript/bin/tsc");
  for (const module of ["nodenext", "preserve"]) {
    const compilerOptions = { strict: true, noEmit: true, skipLibCheck: false, types: [], target: "es2022", lib: ["es2022", "dom"], module };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["alone.ts"] }));
    const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { cwd: folder, encoding: "utf8" });
    assert.equal(status, 0, stdout);
  }
  // Nor do they repeat the data.
  const declarations = readdirSync(join(folder, "node_modules/kvspec/dist"), { recursive: true }).filter((name) => /\.d\.c?ts$/.test(name));
  for (const name of declarations) {
    const { size } = statSync(join(folder, "node_modules/kvspec/dist", name));
    assert.ok(size < 64_000, `${name} has ${size} bytes`);
  }
});

test("Node.js, piece by piece, as a module and as CommonJS", () => {
  assert.ok(example("pieces.mjs"));
  assert.equal(node("app/readme/pieces.mjs"), "false\n`Capacity` 为 0，至少应为 1\n");
  writeFileSync(join(here, "app/readme/pieces.cjs"), `
    const { check, use } = require("kvspec/core");
    const id = use(require("kvspec/p/jdcloud.create-cache-instance").default, require("kvspec/p/jdcloud.create-cache-instance/en").default);
    console.log(check(id, {}).diagnostics[0].message);
  `);
  assert.match(node("app/readme/pieces.cjs"), /is required/);
});

test("Vite, webpack and esbuild load a verdict first and leave out what is not used", async () => {
  const require = createRequire(join(here, "package.json"));
  const entry = join(here, "app/readme/pieces.mjs");
  const folder = (name) => join(here, "build/pieces", name);
  // What an earlier build left would be found, too.
  rmSync(join(here, "build/pieces"), { recursive: true, force: true });
  const bundlers = {
    vite: () => require("vite").build({ root: here, configFile: false, logLevel: "silent", build: { outDir: folder("vite"), rollupOptions: { input: entry }, target: "es2022" } }),
    webpack: () =>
      new Promise((resolve, reject) => {
        const options = { mode: "production", context: here, entry, experiments: { outputModule: true }, output: { path: folder("webpack"), module: true }, performance: false };
        require("webpack")(options, (error, stats) => (error || stats.hasErrors() ? reject(error ?? stats.toString()) : resolve()));
      }),
    esbuild: () => require("esbuild").build({ entryPoints: [entry], bundle: true, splitting: true, minify: true, format: "esm", outdir: folder("esbuild"), logLevel: "silent" }),
  };
  for (const [name, build] of Object.entries(bundlers)) {
    await build();
    const files = readdirSync(folder(name), { recursive: true }).filter((file) => /\.m?js$/.test(file));
    const sizes = files.map((file) => gzipSync(readFileSync(join(folder(name), file)), { level: 9 }).length).sort((a, b) => a - b);
    const all = sizes.reduce((sum, size) => sum + size, 0);
    // Of the two engines none stands twice, and of the words nothing that was not asked for.
    assert.ok(all < 215 * 1024, `${name}: ${sizes}`);
    // All that is loaded at once is the smaller engine and the document.
    assert.ok(all - sizes.at(-1) < 66 * 1024, `${name}: ${sizes}`);
  }
});

test("Node.js, as CommonJS", () => {
  writeFileSync(join(here, "app/readme/common.cjs"), `
    const { check, profiles } = require("kvspec");
    const slim = require("kvspec/slim");
    slim.init(require("node:fs").readFileSync(require.resolve("kvspec/kvspec.wasm")));
    const { rulesFor } = require("kvspec/antd");
    const { useKvspecForm } = require("kvspec/react");
    const errors = (check) => check("alibaba.console", {}).summary.errors;
    console.log(JSON.stringify([errors(check), errors(slim.check), profiles.length, rulesFor("alibaba.console", "region").length, typeof useKvspecForm]));
  `);
  assert.deepEqual(JSON.parse(node("app/readme/common.cjs")), [8, 8, 8, 2, "function"]);
});

test("kvspec/slim says what it lacks", () => {
  const code = 'import { check } from "kvspec/slim"; try { check("alibaba.console", {}) } catch (error) { console.log(error.message) }';
  assert.match(node("--input-type=module", "-e", code), /call init\(\) with the bytes/);
});

test("the data files need no WebAssembly", () => {
  const require = createRequire(join(here, "package.json"));
  assert.equal(require("kvspec/schemas/alibaba.create-instance.cn.zh.json").type, "object");
  assert.equal(require("kvspec/forms/alibaba.console.json").schema, "kvspec/form/v1");
});

test("TanStack Form takes the schema", async () => {
  const { FormApi } = await import("@tanstack/form-core");
  const { schema } = await import("kvspec");
  const form = new FormApi({ defaultValues: { RegionId: "cn-hangzhou", Capacity: "0" }, validators: { onChange: schema("alibaba.create-instance.cn") } });
  form.mount();
  await form.validate("change");
  assert.match(JSON.stringify(form.state.errors), /`Capacity` is 0, but must be at least 1/);
  form.setFieldValue("Capacity", "1024");
  await form.validate("change");
  assert.equal(form.state.isValid, true);
});

test("Hono validates requests with it, and echoes no password", async () => {
  const { Hono } = await import("hono");
  const { sValidator } = await import("@hono/standard-validator");
  const { schema } = await import("kvspec");
  const app = new Hono();
  app.post("/", sValidator("json", schema("alibaba.create-instance.cn"), (result, context) => (result.success ? undefined : context.json(result.error, 400))), (context) => context.json(context.req.valid("json")));
  const post = (body) => app.request("/", { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });
  const good = { RegionId: "cn-hangzhou", Capacity: 1 };
  const accepted = await post(good);
  assert.deepEqual([accepted.status, await accepted.json()], [200, good]);
  const refused = await post({ ...good, Password: "Secret<>1" });
  assert.equal(refused.status, 400);
  const text = await refused.text();
  assert.match(text, /password-forbidden-character/);
  assert.ok(!text.includes("Secret"), text);
});

test("Vue and Element Plus in Chromium", async (t) => {
  for (const name of ["VueOrder.vue", "ElementOrder.vue"]) example(name);
  const { build } = await import("vite");
  const { default: vue } = await import("@vitejs/plugin-vue");
  await build({ root: join(here, "vue"), configFile: false, base: "/build/vue/", plugins: [vue()], logLevel: "error", build: { outDir: join(here, "build/vue"), emptyOutDir: true, chunkSizeWarningLimit: 4000 } });

  await t.test("the composable", () =>
    open("/build/vue/#vue", async (page) => {
      const errors = () => page.locator("[role=alert]:not(:empty)").allTextContents();
      assert.equal(await page.locator("[name=Period]").count(), 0);
      await page.fill("[name=Capacity]", "0");
      assert.deepEqual(await errors(), []);
      await page.locator("[name=Capacity]").blur();
      assert.deepEqual(await errors(), ["Capacity is 0, but must be at least 1"]);
      await page.fill("[name=ChargeType]", "PrePaid");
      await page.locator("form button").click();
      assert.ok((await errors()).includes("Subscription period is required because Billing method is PrePaid"));
      await page.click("#chinese");
      await page.waitForFunction(() => document.querySelector("[role=alert]:not(:empty)").textContent.includes("地域"));
      assert.equal(await page.inputValue("[name=Capacity]"), "0");
      for (const [name, value] of [["RegionId", "cn-hangzhou"], ["Capacity", "1024"], ["Period", "12"]]) await page.fill(`[name=${name}]`, value);
      await page.locator("form button").click();
      assert.deepEqual(JSON.parse(await page.textContent("#order")), { Capacity: "1024", ChargeType: "PrePaid", RegionId: "cn-hangzhou", Period: "12" });
    }));
  await t.test("Element Plus", () =>
    open("/build/vue/#element", async (page) => {
      const errors = () => page.locator(".el-form-item__error").allTextContents();
      assert.equal(await page.locator("[name=Period]").count(), 0);
      await page.fill("[name=Capacity]", "0");
      await page.locator("[name=Capacity]").blur();
      await page.waitForSelector(".el-form-item__error");
      assert.match((await errors())[0], /^存储容量为 0/);
      await page.locator(".el-select").click();
      await page.locator(".el-select-dropdown__item:has-text('PrePaid')").click();
      await page.locator(".el-button").click();
      await page.waitForFunction(() => [...document.querySelectorAll(".el-form-item__error")].some(({ textContent }) => textContent.includes("必须提供付费周期")));
      assert.ok((await errors()).every((text) => !text.includes("`")));
      assert.ok((await page.locator(".el-form-item.is-required").count()) >= 2);
      assert.equal(await page.textContent("#order"), "");
      await page.fill("[name=RegionId]", "cn-hangzhou");
      await page.fill("[name=Capacity]", "1024");
      await page.locator(".el-form-item:has-text('付费周期') .el-select").click();
      await page.locator(".el-select-dropdown__item:visible:has-text('12')").click();
      await page.locator(".el-button").click();
      await page.waitForFunction(() => document.querySelector("#order").textContent !== "");
      assert.deepEqual(JSON.parse(await page.textContent("#order")), { ChargeType: "PrePaid", RegionId: "cn-hangzhou", Capacity: "1024", Period: "12" });
    }));
});

test("React 17, Ant Design 4 and Fusion in Chromium", async (t) => {
  example("FusionOrder.jsx");
  const legacy = join(here, "legacy");
  const within = (...args) => execFileSync("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], { cwd: legacy, stdio: ["ignore", "pipe", "inherit"] });
  if (!existsSync(join(legacy, "node_modules/antd"))) within("ci");
  rmSync(join(legacy, "node_modules/kvspec"), { recursive: true, force: true });
  within("install", "--no-save", "--no-package-lock", tarball);
  const { build } = createRequire(join(pkg, "package.json"))("esbuild");
  await build({ entryPoints: [join(legacy, "main.jsx")], bundle: true, outfile: join(here, "build/legacy/main.js"), jsx: "automatic", define: { "process.env.NODE_ENV": '"production"' }, logLevel: "warning" });
  writeFileSync(join(here, "build/legacy/index.html"), '<!doctype html><meta charset="utf-8"><div id="root"></div><script src="main.js"></script>');

  await t.test("useKvspecForm without useSyncExternalStore", () =>
    open("/build/legacy/#order", async (page) => {
      assert.equal(await page.textContent("#react"), "17.0.2");
      assert.equal(await page.locator("[name=Period]").count(), 0);
      await page.selectOption("[name=ChargeType]", "PrePaid");
      await page.selectOption("[name=Period]", "12");
      await page.fill("[name=RegionId]", "cn-hangzhou");
      await page.fill("[name=Capacity]", "1024");
      await page.click("button");
      assert.deepEqual(JSON.parse(await page.textContent("#order")), { ChargeType: "PrePaid", Period: "12", RegionId: "cn-hangzhou", Capacity: "1024" });
    }));
  await t.test("another language and other surroundings", () => open("/build/legacy/#follow", follow));
  await t.test("Ant Design 4", () => open("/build/legacy/#antd", antd));
  await t.test("Ant Design 4, bound", () => open("/build/legacy/#bound", antdBound));
  await t.test("Fusion", () =>
    open("/build/legacy/#fusion", async (page) => {
      const shown = () => page.textContent("#root");
      await page.fill("#Capacity", "0");
      await page.waitForFunction(() => document.querySelector("#root").textContent.includes("存储容量为 0"));
      await page.fill("#ChargeType", "PrePaid");
      await page.click("button");
      await page.waitForFunction(() => document.querySelector("#root").textContent.includes("必须提供付费周期"));
      assert.match(await shown(), /缺少必选参数地域/);
      assert.ok(!(await shown()).includes("`"));
      assert.equal(await page.textContent("#order"), "");
      for (const [name, value] of [["RegionId", "cn-hangzhou"], ["Capacity", "1024"], ["Period", "12"]]) await page.fill(`#${name}`, value);
      await page.click("button");
      await page.waitForFunction(() => document.querySelector("#order").textContent !== "");
      assert.equal(JSON.parse(await page.textContent("#order")).Period, "12");
    }));
});

test("a page without a bundler", async () => {
  policy = "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'";
  const html = example("page.html").replace("node_modules/", "/node_modules/");
  writeFileSync(join(here, "app/readme/page.html"), html);
  await open("/app/readme/page.html", async (page) => {
    await page.fill("#name", "1");
    assert.match(await page.textContent("#message"), /length is 1/);
    await page.fill("#name", "");
    assert.equal(await page.textContent("#message"), "");
  });
  policy = POLICY;
});

/** A form whose language and surroundings change, whatever React's version. */
async function follow(page) {
  await page.fill("[name=RegionId]", "cn-hangzhou");
  assert.equal(await page.textContent("#label"), "Capacity");
  assert.match(await page.textContent("#error"), /must be at least 1/);
  assert.ok(!(await page.textContent("#codes")).includes("region-mismatch"));
  await page.click("#chinese");
  await page.waitForFunction(() => document.querySelector("#label").textContent === "存储容量");
  assert.match(await page.textContent("#error"), /至少应为 1/);
  await page.click("#move");
  await page.waitForFunction(() => document.querySelector("#codes").textContent.includes("region-mismatch"));
  assert.equal(await page.inputValue("[name=RegionId]"), "cn-hangzhou");
}

/** Ant Design by its rules, whatever its version. */
async function antd(page) {
  const error = (text) => page.waitForSelector(`.ant-form-item-explain-error:has-text("${text}")`);
  await page.fill("#Capacity", "0");
  await error("must be at least 1");
  await page.fill("#ChargeType", "PrePaid");
  await page.fill("#Capacity", "1024");
  await page.click("button");
  await error("`Period` is required because `ChargeType` is `PrePaid`");
  assert.equal(await page.textContent("#order"), "");
  await page.fill("#Period", "12");
  // A warning, which does not block.
  await page.fill("#ZoneId", "cn-beijing-a");
  await page.waitForSelector(".ant-form-item-explain-warning");
  // In version 4 the button moves away from the pointer while the error above it disappears.
  await page.press("#ZoneId", "Enter");
  await page.waitForFunction(() => document.querySelector("#order").textContent !== "");
}

/** Ant Design with what kvspec knows of each field. */
async function antdBound(page) {
  const choose = async (id, value) => {
    await page.locator(`#${id}`).click();
    await page.locator(`.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option[title="${value}"]`).click();
  };
  assert.equal(await page.locator("#Period").count(), 0);
  await page.fill("#Password", "ab<");
  // Every error of the field.
  await page.waitForFunction(() => document.querySelectorAll(".ant-form-item-explain-error").length >= 2);
  await page.fill("#Password", "");
  await choose("ChargeType", "PrePaid");
  await page.waitForSelector("#Period");
  assert.equal(await page.locator(".ant-form-item:has(#Period) .ant-form-item-required").count(), 1);
  await page.click("button[type=submit]");
  await page.waitForSelector('.ant-form-item-explain-error:has-text("Subscription period is required because Billing method is PrePaid")');
  await page.fill("#RegionId", "cn-hangzhou");
  await page.fill("#Capacity", "1024");
  await choose("Period", "12");
  await page.click("button[type=submit]");
  await page.waitForFunction(() => document.querySelector("#order").textContent !== "");
  assert.deepEqual(JSON.parse(await page.textContent("#order")), { ChargeType: "PrePaid", RegionId: "cn-hangzhou", Capacity: "1024", Period: "12" });
}

test("Vite, React, Ant Design, Formily and react-hook-form in Chromium", async (t) => {
  for (const name of ["Order.jsx", "Antd.jsx", "AntdBound.jsx", "FormilyOrder.jsx", "Hook.jsx", "Small.jsx"]) example(name);
  const { build } = await import("vite");
  const { default: react } = await import("@vitejs/plugin-react");
  await build({ root: here, configFile: false, base: "/build/vite/", plugins: [react()], logLevel: "error", build: { outDir: "build/vite", chunkSizeWarningLimit: 4000 } });

  await t.test("the first call", async () => {
    const report = JSON.parse(await open("/build/vite/", (page) => page.textContent("#report")));
    assert.deepEqual(report.codes, ["out-of-range"]);
    t.diagnostic(`the first call took ${report.milliseconds.toFixed(1)} ms`);
  });
  await t.test("useKvspecForm", () =>
    open("/build/vite/#order", async (page) => {
      assert.equal(await page.locator("[name=Period]").count(), 0);
      await page.selectOption("[name=ChargeType]", "PrePaid");
      assert.equal(await page.locator("[name=Period]").count(), 1);
      await page.fill("[name=RegionId]", "cn-hangzhou");
      await page.fill("[name=Capacity]", "1024");
      await page.fill("[name=Password]", "abc");
      // Nobody is told while typing.
      assert.equal(await page.locator("[role=alert]:not(:empty)").count(), 0);
      await page.locator("[name=Password]").blur();
      assert.match(await page.textContent("[role=alert]:not(:empty)"), /length is 3/);
      assert.equal(await page.locator("text=✓ a lowercase letter").count(), 1);
      await page.click("button");
      assert.equal(await page.textContent("#order"), "");
      assert.ok((await page.locator("[role=alert]:not(:empty)").allTextContents()).includes("Subscription period is required because Billing method is PrePaid"));
      await page.fill("[name=Password]", "Abcd1234");
      await page.selectOption("[name=Period]", "12");
      await page.click("button");
      assert.deepEqual(JSON.parse(await page.textContent("#order")), { ChargeType: "PrePaid", RegionId: "cn-hangzhou", Capacity: "1024", Period: "12", Password: "Abcd1234" });
    }));
  await t.test("useKvspecForm over one document", () =>
    open("/build/vite/#small", async (page) => {
      await page.fill("label:has-text('存储容量') input", "0");
      await page.waitForFunction(() => document.querySelector("#root").textContent.includes("至少应为 1"));
    }));
  await t.test("another language and other surroundings", () => open("/build/vite/#follow", follow));
  await t.test("Ant Design", () => open("/build/vite/#antd", antd));
  await t.test("Ant Design, bound", () => open("/build/vite/#bound", antdBound));
  await t.test("Formily", () =>
    open("/build/vite/#formily", async (page) => {
      const shown = () => page.textContent("#root");
      assert.equal(await page.locator("[name=Period]").count(), 0);
      await page.fill("[name=Capacity]", "0");
      await page.waitForFunction(() => document.querySelector("#root").textContent.includes("存储容量为 0"));
      assert.deepEqual(await page.locator("[name=ChargeType] option").allTextContents(), ["", "PrePaid", "PostPaid"]);
      await page.selectOption("[name=ChargeType]", "PrePaid");
      await page.waitForSelector("[name=Period]");
      await page.fill("[name=Password]", "abc");
      await page.click("#root button");
      await page.waitForFunction(() => document.querySelector("#root").textContent.includes("必须提供付费周期"));
      assert.equal(await page.textContent("#order"), "");
      assert.ok(!(await shown()).includes("`"));
      // Both faults of the password.
      assert.equal(await page.locator("p:has([name=Password]) em").textContent().then((text) => text.split("密码").length > 2), true);
      await page.fill("[name=RegionId]", "cn-hangzhou");
      await page.fill("[name=Capacity]", "1024");
      await page.fill("[name=Password]", "Abcd1234");
      await page.selectOption("[name=Period]", "12");
      await page.click("#root button");
      await page.waitForFunction(() => document.querySelector("#order").textContent !== "");
      assert.deepEqual(JSON.parse(await page.textContent("#order")), { Capacity: "1024", ChargeType: "PrePaid", Password: "Abcd1234", RegionId: "cn-hangzhou", Period: "12" });
      // What does not apply any more is hidden.
      await page.selectOption("[name=ChargeType]", "PostPaid");
      await page.waitForFunction(() => document.querySelector("[name=Period]") === null);
    }));
  await t.test("react-hook-form", () =>
    open("/build/vite/#hook", async (page) => {
      await page.fill("[aria-label=capacity]", "0");
      await page.click("button");
      await page.waitForFunction(() => document.querySelector("[role=alert]").textContent.includes("至少应为 1"));
      await page.fill("[aria-label=capacity]", "1");
      await page.click("button");
      await page.waitForFunction(() => document.querySelector("#order").textContent.includes("cn-hangzhou"));
    }));
});

test("webpack 5 in Chromium, and what it says where WebAssembly is forbidden", async () => {
  const require = createRequire(join(here, "package.json"));
  const webpack = require("webpack");
  const stats = await new Promise((resolve, reject) =>
    webpack({ mode: "production", context: here, entry: "./app/plain.mjs", output: { path: join(here, "build/webpack"), filename: "main.js" }, performance: false }, (error, stats) => (error ? reject(error) : resolve(stats))),
  );
  assert.equal(stats.hasErrors() || stats.hasWarnings(), false, stats.toString());
  writeFileSync(join(here, "build/webpack/index.html"), '<!doctype html><meta charset="utf-8"><pre id="report"></pre><script src="main.js"></script>');
  const read = (page) => page.textContent("#report").then(JSON.parse);
  assert.deepEqual(await open("/build/webpack/", read), [8, "缺少必选参数 `region`", ["billingMethod"], "object"]);
  policy = "default-src 'self'";
  const [known, message] = await open("/build/webpack/", async (page, errors) => {
    const result = await read(page);
    errors.length = 0; // the browser tells of the refusal, too
    return result;
  });
  policy = POLICY;
  assert.equal(known, true);
  assert.match(message, /wasm-unsafe-eval/);
});

test("kvspec/js under a policy that forbids WebAssembly", async () => {
  example("policy.mjs");
  assert.equal(node("app/readme/policy.mjs").trim(), "true");
  const { build } = createRequire(join(pkg, "package.json"))("esbuild");
  const code = `import { check, createForm } from "kvspec/js";
    const form = createForm("alibaba.create-instance.cn", { locale: "zh" });
    form.set("RegionId", "cn-hangzhou");
    const { message } = check("alibaba.create-instance.cn", { RegionId: "缓存", Capacity: 0 }).diagnostics.find(({ path }) => path === "/Capacity");
    document.querySelector("#report").textContent = JSON.stringify([message, form.valid, form.field("Capacity").label]);`;
  mkdirSync(join(here, "build/js"), { recursive: true });
  await build({ stdin: { contents: code, resolveDir: here }, bundle: true, minify: true, outfile: join(here, "build/js/main.js") });
  writeFileSync(join(here, "build/js/index.html"), '<!doctype html><meta charset="utf-8"><pre id="report"></pre><script src="main.js"></script>');
  policy = "default-src 'self'";
  const [message, valid, label] = JSON.parse(await open("/build/js/", (page) => page.textContent("#report")));
  policy = POLICY;
  assert.match(message, /must be at least/);
  assert.equal(valid, false);
  assert.equal(label, "存储容量");
});

test("Cloudflare's workerd gets the compiled module", async () => {
  const { build } = createRequire(join(pkg, "package.json"))("esbuild");
  const code = 'import { check } from "kvspec"; export default { fetch: async (request) => Response.json(check("alibaba.create-instance.cn", await request.text()).summary) };';
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: here },
    bundle: true,
    write: false,
    format: "esm",
    conditions: ["workerd", "worker"],
    external: ["*.wasm"],
  });
  const { Miniflare } = createRequire(join(here, "package.json"))("miniflare");
  const worker = new Miniflare({
    compatibilityDate: "2025-01-01",
    modules: [
      { type: "ESModule", path: "worker.mjs", contents: outputFiles[0].text },
      { type: "CompiledWasm", path: "kvspec.wasm", contents: readFileSync(join(here, "node_modules/kvspec/dist/kvspec.wasm")) },
    ],
  });
  try {
    const response = await worker.dispatchFetch("http://worker/", { method: "POST", body: '{"RegionId": "cn-hangzhou", "Capacity": 0}' });
    assert.equal(response.status, 200, await response.clone().text());
    assert.equal((await response.json()).errors, 1);
  } finally {
    await worker.dispose();
  }
});

test("Next.js: rendered by the server, in Chromium, and in the edge runtime", async () => {
  const folder = join(here, "next");
  const bin = join(here, "node_modules/next/dist/bin/next");
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  execFileSync(process.execPath, [bin, "build"], { cwd: folder, env, stdio: ["ignore", "ignore", "inherit"] });
  const port = await new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
  const next = spawn(process.execPath, [bin, "start", "-p", String(port), "-H", "127.0.0.1"], { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
  try {
    await new Promise((resolve, reject) => {
      next.stdout.on("data", (text) => /Ready/.test(text) && resolve());
      next.once("exit", () => reject(new Error("next start ended")));
    });
    const edge = await fetch(`http://127.0.0.1:${port}/edge`);
    assert.equal((await edge.json()).errors, 1);
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.waitForFunction(() => document.querySelector("#browser").textContent !== "");
    assert.equal(await page.textContent("#server"), '["out-of-range"]');
    assert.equal(await page.textContent("#browser"), '["out-of-range"]');
    await page.close();
  } finally {
    next.kill();
  }
});

test("a worker has an instance of its own", () => {
  const code = `
    import { isMainThread, Worker, parentPort } from "node:worker_threads";
    import { check } from "kvspec";
    const errors = check("alibaba.console", {}).summary.errors;
    if (isMainThread) new Worker(new URL(import.meta.url)).once("message", (theirs) => console.log(errors, theirs));
    else parentPort.postMessage(errors);
  `;
  writeFileSync(join(here, "app/readme/worker.mjs"), code);
  assert.equal(node("app/readme/worker.mjs"), "8 8\n");
});

test("every example of the README was run", () => assert.deepEqual([...examples.keys()].filter((name) => !seen.has(name)), []));
