/** Reading and checking texts in a worker, so that typing stays smooth and the page begins without the readers. */
import type { ProfileName } from "kvspec/lint-slim";
import type { Given } from "../handover.js";
import type { Checked, CheckRequest } from "./check.js";

export type Task =
  | { readonly kind: "profiles" }
  | { readonly kind: "inspect" | "redact" | "report" | "order"; readonly request: CheckRequest }
  | { readonly kind: "fix"; readonly request: CheckRequest; readonly unsafe: boolean };
export type Answer =
  | { readonly id: number; readonly result: unknown }
  /** `begun`: whether the WebAssembly works, so that the next task may come to something. */
  | { readonly id: number; readonly error: string; readonly begun: boolean };

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();

function start(): Worker {
  const started = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  // What could not be started is tried again by the next task.
  const stopped = (reason: string) => {
    started.terminate();
    if (worker === started) worker = undefined;
    for (const one of waiting.values()) one.reject(new Error(reason));
    waiting.clear();
  };
  started.onmessage = ({ data }: MessageEvent<Answer>) => {
    if ("error" in data && !data.begun) return stopped(data.error);
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ("error" in data) one?.reject(new Error(data.error));
    else one?.resolve(data.result);
  };
  started.onerror = (event) => stopped(event.message || "worker");
  return started;
}

function run<T>(task: Task): Promise<T> {
  worker ??= start();
  const id = ++last;
  const answer = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  worker.postMessage({ id, task });
  return answer as Promise<T>;
}

export const inspectText = (request: CheckRequest) => run<Checked>({ kind: "inspect", request });
export const fixText = (request: CheckRequest, unsafe: boolean) => run<string>({ kind: "fix", request, unsafe });
export const redactText = (request: CheckRequest) => run<string>({ kind: "redact", request });
/** The whole report, as `kvspec lint --format json` prints it. */
export const reportText = (request: CheckRequest) => run<string>({ kind: "report", request });
/** The order of a text as the API's request. */
export const orderOf = (request: CheckRequest) => run<Given>({ kind: "order", request });
export const profileNames = () => run<readonly ProfileName[]>({ kind: "profiles" });
