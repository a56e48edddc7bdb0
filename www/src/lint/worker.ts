/** The worker's side of background.ts: it has the WebAssembly that reads every format. */
import { fix, init, lint, type LintOptions, profiles, redact } from "kvspec/lint-slim";
import wasm from "kvspec/lint.wasm?url";
import type { Answer, Task } from "./background.js";
import { type CheckRequest, inspect } from "./check.js";
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

function perform(task: Task): unknown {
  switch (task.kind) {
    case "profiles":
      return profiles();
    case "inspect":
      return inspect(lint(task.request.text, optionsOf(task.request)));
    case "report":
      return JSON.stringify(lint(task.request.text, optionsOf(task.request)), null, 2);
    case "redact":
      return redact(task.request.text, task.request);
    case "fix": {
      // One fix may make room for another.
      let { text } = task.request;
      for (let round = 0; round < 8; round++) {
        const fixed = fix(text, lint(text, optionsOf(task.request)), { unsafe: task.unsafe });
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
      answer = { id: data.id, result: perform(data.task) };
    } catch (error) {
      answer = failed(error, true);
    }
  } catch (error) {
    answer = failed(error, false);
  }
  self.postMessage(answer);
};
