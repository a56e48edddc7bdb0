/** The worker's side of background.ts, with an instance of the WebAssembly of its own. */
import { init } from "kvspec/slim";
import wasm from "kvspec/kvspec.wasm?url";
import type { CheckRequest } from "./check.js";
import { type Answer, perform, type Task } from "./background.js";

const begun = fetch(wasm)
  .then((response) => response.arrayBuffer())
  .then((bytes) => init(bytes));

self.onmessage = async ({ data }: MessageEvent<{ id: number; task: Task; request: CheckRequest }>) => {
  let answer: Answer;
  try {
    await begun;
    answer = { id: data.id, result: perform(data.task, data.request) };
  } catch (error) {
    answer = { id: data.id, error: String(error) };
  }
  self.postMessage(answer);
};
