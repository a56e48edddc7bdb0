/** The worker's side of background.ts: it has the WebAssembly that reads every format. */
import { fix, init, lint, type LintOptions, type LintReport, profiles, redact, rewrite } from "kvspec/lint-slim";
import wasm from "kvspec/lint.wasm?url";
import type { Answer, Task } from "./background.js";
import { type CheckRequest, inspect } from "./check.js";
import type { Given } from "../handover.js";
import { contextOf } from "./settings.js";

const begun = fetch(wasm).then(async (response) => {
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  init(await WebAssembly.compile(await response.arrayBuffer()));
});

function optionsOf({ settings, ...request }: CheckRequest): LintOptions {
  if (!settings) return request;
  const context = contextOf(settings);
  return {
    ...request,
    packs: settings.packs,
    level: settings.level,
    ...(settings.asOf && { asOf: settings.asOf }),
    ...(context !== undefined && context !== "wrong" && { context }),
  };
}

/** With a team's own rules: a larger module, which is fetched when there are some. */
let ruled: Promise<typeof import("kvspec/house")> | undefined;
async function house(): Promise<typeof import("kvspec/house")> {
  ruled ??= (async () => {
    const [module, { default: address }] = await Promise.all([import("kvspec/house"), import("kvspec/house.wasm?url")]);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
    module.init(await WebAssembly.compile(await response.arrayBuffer()));
    return module;
  })().catch((cause: unknown) => ((ruled = undefined), Promise.reject(cause)));
  return ruled;
}

async function lintOf({ request }: { readonly request: CheckRequest }): Promise<LintReport> {
  const rules = request.settings?.house ?? "";
  if (rules.trim() === "") return lint(request.text, optionsOf(request));
  return (await house()).lint(request.text, { ...optionsOf(request), house: rules }) as LintReport;
}

/** An order of whatever format as the API has it, for a form. References are left out of it, as are secrets. */
function given({ text, file, profile, locale }: CheckRequest): Given {
  const { text: written, orders } = rewrite(text, { to: "json", file, profile, locale });
  const [order] = orders;
  if (!order || orders.length > 1) throw new Error(String(orders.length));
  const left = new Set(order.steps.filter(({ action, from, to }) => from !== null && to === null && action !== "empty").map(({ from }) => (from ?? "").slice(1)));
  const known = (value: unknown, path: string): unknown => {
    if (typeof value === "string" && value.includes("${{")) return void left.add(path);
    if (Array.isArray(value)) return value.map((each, at) => known(each, `${path}/${at}`));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, known(each, path === "" ? name : `${path}/${name}`)]));
  };
  const { Action: _, ...values } = known(JSON.parse(written), "") as Record<string, unknown>;
  return { id: order.to as Given["id"], values, left: [...left] };
}

async function perform(task: Task): Promise<unknown> {
  switch (task.kind) {
    case "profiles":
      return profiles();
    case "inspect":
      return inspect(await lintOf(task));
    case "report":
      return JSON.stringify(await lintOf(task), null, 2);
    case "order":
      return given(task.request);
    case "redact":
      return redact(task.request.text, task.request);
    case "fix": {
      // One fix may make room for another.
      let { text } = task.request;
      for (let round = 0; round < 8; round++) {
        const fixed = fix(text, await lintOf({ request: { ...task.request, text } }), { unsafe: task.unsafe });
        if (fixed === text) break;
        text = fixed;
      }
      return text;
    }
  }
}

self.onmessage = async ({ data }: MessageEvent<{ id: number; task: Task }>) => {
  const failed = (error: unknown, begun: boolean): Answer => ({ id: data.id, begun, error: error instanceof Error ? error.message : String(error) });
  let answer: Answer;
  try {
    await begun;
    try {
      answer = { id: data.id, result: await perform(data.task) };
    } catch (error) {
      answer = failed(error, true);
    }
  } catch (error) {
    answer = failed(error, false);
  }
  self.postMessage(answer);
};
