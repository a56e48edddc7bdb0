/** An order as another document has it. The package does it, with a module of its own that is fetched when it is needed. */
import type { Diagnostic, ProfileId } from "kvspec/core-slim";
import type { OrderRequest, Step } from "kvspec/transfer";
import { once } from "../later.tsx";
import { fetchDocument } from "./loading.ts";
import { Order, type Values } from "./order.ts";

export interface Moved {
  readonly order: Order;
  /** What became of the values that did not stay as they are. */
  readonly steps: readonly Step[];
  /** How many requests the order becomes: a batch becomes one for each instance. */
  readonly requests: number;
  readonly findings: readonly Diagnostic[];
}

const mover = once(async () => {
  const module = await import("kvspec/transfer");
  await module.ready();
  return module;
});

const PLAIN: readonly string[] = ["kept", "signing", "empty"];

export async function move(order: Order, to: ProfileId): Promise<Moved> {
  const [{ transfer }] = await Promise.all([mover(), fetchDocument(to, order.language)]);
  const request = order.draft();
  const lists = new Set(order.tags.map(({ list }) => list.name));
  // Tags are no parameters of their own to it: they go along where the document has the same list.
  const single = Object.fromEntries(Object.entries(request).filter(([name]) => !lists.has(name)));
  const result = transfer(single, { from: order.id, to, locale: order.language });
  const values: Record<string, unknown> = { ...(result.requests[0]?.values ?? {}) };
  const target = new Order(to, order.language, false);
  for (const { list } of target.tags) if (lists.has(list.name) && request[list.name] !== undefined) values[list.name] = request[list.name];
  return {
    order: new Order(to, order.language, order.checked, values as Values),
    steps: result.steps.filter(({ action, request: at }) => at === 0 && !PLAIN.includes(action)),
    requests: result.requests.length,
    findings: (result.requests[0]?.diagnostics ?? []).filter(({ severity }) => severity !== "info"),
  };
}

/** The request behind an order of the purchase page; none while the order is not valid. */
export async function requestBehind(order: Order): Promise<OrderRequest | undefined> {
  const { orderRequest } = await mover();
  const found = orderRequest(order.draft(), { locale: order.language });
  if (found.request === undefined) return undefined;
  await fetchDocument(found.profile, order.language);
  return found;
}
