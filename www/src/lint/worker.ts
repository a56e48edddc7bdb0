/** The worker's side of background.ts. */
import type { CheckRequest } from "./check.js";
import { type Answer, perform, type Task } from "./background.js";

self.onmessage = ({ data }: MessageEvent<{ id: number; task: Task; request: CheckRequest }>) => {
  let answer: Answer;
  try {
    answer = { id: data.id, result: perform(data.task, data.request) };
  } catch (error) {
    answer = { id: data.id, error: String(error) };
  }
  self.postMessage(answer);
};
