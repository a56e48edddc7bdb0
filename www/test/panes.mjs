// The built page in headless Chromium, under the policy that it is meant for.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const www = join(root, "www");
/** Where the built page is. */
export const built = join(www, "dist");

const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'";
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
};
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Serves the built page and starts a browser. */
export async function start() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = join(built, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    if (!file.startsWith(built) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-security-policy": POLICY });
    response.end(readFileSync(file));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  return {
    address,
    /** Opens a view and acts on it; fails if the page reports an error or asks another origin. */
    async open(path, act, options = {}) {
      const context = await browser.newContext({ viewport: { width: options.width ?? 1280, height: options.height ?? 900 }, permissions: options.permissions ?? ["clipboard-read", "clipboard-write"] });
      const page = await context.newPage();
      // The page remembers language and colours; ?lang=zh&dark=1 chooses both, English and light else.
      const asked = new URLSearchParams(/^\?([^#]*)/.exec(path)?.[1]);
      await page.addInitScript(
        ([language, theme]) => {
          localStorage.setItem("kvspec.language", language);
          localStorage.setItem("kvspec.theme", theme);
        },
        [asked.get("lang") ?? "en", asked.get("dark") === "1" ? "dark" : "light"],
      );
      const errors = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => message.type() === "error" && !/favicon/.test(message.location().url) && errors.push(message.text()));
      page.on("request", (request) => {
        if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${address}/`)) errors.push(`asked ${request.url()}`);
      });
      if (options.without) await context.route(options.without, (route) => route.abort());
      try {
        await page.goto(`${address}/${path}`);
        const result = await act(page);
        if (errors.length > 0 && !options.without) throw new Error(errors.join("\n"));
        return result;
      } finally {
        await context.close();
      }
    },
    async stop() {
      await browser.close();
      server.close();
    },
  };
}

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe calls serious or critical. */
export async function serious(page) {
  // A colour on its way to another one has the contrast of neither.
  await page.evaluate(() => {
    const ends = ({ effect }) => effect?.getComputedTiming().endTime !== Infinity;
    return Promise.allSettled(document.getAnimations().filter(ends).map(({ finished }) => finished));
  });
  await page.evaluate(readFileSync(axe, "utf8"));
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 200)} (${any.map(({ message }) => message).join("; ")})`).join(" | ")}`);
}

/** Whether something is wider than the page. */
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

export async function screenshot(page, name) {
  const folder = join(www, "screenshots");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
