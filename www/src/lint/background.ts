/** Checks short texts at once, and long ones in a worker, so that typing stays smooth. */
import { type Checked, type CheckRequest, fixAll, inspect } from "./check.js";

/** Texts longer than this, in UTF-16 code units, go to the worker. */
const LONG = 50_000;

export type Task = { readonly kind: "inspect" } | { readonly kind: "fix"; readonly unsafe: boolean };
export type Answer = { readonly id: number; readonly result: Checked | string } | { readonly id: number; readonly error: string };

export const perform = (task: Task, request: CheckRequest): Checked | string =>
  task.kind === "inspect" ? inspect(request) : fixAll(request, task.unsafe);

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, { resolve: (result: Checked | string) => void; reject: (error: Error) => void }>();

function start(): Worker {
  const started = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  started.onmessage = ({ data }: MessageEvent<Answer>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ("error" in data) one?.reject(new Error(data.error));
    else one?.resolve(data.result);
  };
  started.onerror = (event) => {
    for (const one of waiting.values()) one.reject(new Error(event.message || "worker"));
    waiting.clear();
    worker = undefined;
  };
  return started;
}

async function run(task: Task, request: CheckRequest): Promise<Checked | string> {
  if (request.text.length <= LONG) return perform(task, request);
  worker ??= start();
  const id = ++last;
  const answer = new Promise<Checked | string>((resolve, reject) => waiting.set(id, { resolve, reject }));
  worker.postMessage({ id, task, request });
  return answer;
}

export const inspectText = (request: CheckRequest) => run({ kind: "inspect" }, request) as Promise<Checked>;
export const fixText = (request: CheckRequest, unsafe: boolean) => run({ kind: "fix", unsafe }, request) as Promise<string>;
