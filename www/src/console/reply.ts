/** Reads a provider's error response, in whatever a tool printed it. Loaded when one is pasted. */
import { explain, type Explanation, type ProviderExplanation } from "kvspec";
import { ready, reconcile } from "kvspec/reconcile";
import type { ProfileId } from "kvspec/core-slim";
import { formPath, type Order } from "./order.ts";

export interface Found {
  readonly code: string;
  readonly message: string;
  /** The fields that it concerns. */
  readonly paths: readonly string[];
  /** What it means, if a document lists it. */
  readonly theirs: ProviderExplanation | undefined;
  /** What the package calls it. */
  readonly ours: readonly Explanation[];
}

/** Documents whose errors are those of another one: the reader has a table for that. */
const READ_AS: Partial<Record<string, ProfileId>> = {
  "alibaba.console": "alibaba.create-instance.cn",
  "alibaba.create-instance.intl": "alibaba.create-instance.cn",
  "alibaba.create-instance.2026": "alibaba.create-instance.cn",
  "alibaba.create-tair-instance.2026": "alibaba.create-instance.cn",
  "jdcloud.create-cache-instance.2026": "jdcloud.create-cache-instance",
};

/** What the package reads in a text: JSON, XML, or what SDKs and the command lines print. */
function read(order: Order, text: string) {
  for (const [id, request] of [[order.id, order.draft()], [READ_AS[order.id], undefined]] as const) {
    if (id === undefined) continue;
    try {
      const { outcome, diagnostics } = reconcile(id, request as never, text, { locale: order.language });
      const errors = diagnostics.flatMap((found) => (found.code === "provider-error" ? [found] : []));
      if (outcome === "refused" && errors.length > 0) return errors;
    } catch {
      // No document describes the answers to this one, or the order cannot be read.
    }
  }
  return undefined;
}

export async function readReply(order: Order, reply: string): Promise<Found | undefined> {
  await ready();
  const text = reply.trim();
  // A bare code is one too.
  const isBare = /^[A-Z]\w+(\.\w+)*$/.test(text);
  const errors = read(order, isBare ? JSON.stringify({ Code: text, Message: "" }) : reply);
  const first = errors?.[0];
  if (!errors || !first) return undefined;
  const { provider_code: code, said } = first.args as { readonly provider_code: string; readonly said?: string };
  const message = said ?? "";
  const known = explain(code, order.language);
  const theirs = known !== undefined && "providerCode" in known ? known : undefined;
  const all = theirs?.codes.map((each) => explain(each, order.language)) ?? [];
  const ours = all.filter(({ profiles }) => profiles.includes(order.id));
  const placed = errors.map(({ path }) => formPath(path)).filter((path) => order.paths.includes(path));
  return { code, message: withoutSecrets(order, message), paths: placed.length > 0 ? placed : named(order, code, message, ours), theirs, ours };
}

/** The fields that the provider names: as a word of its message, or else within its code. */
function named(order: Order, code: string, message: string, ours: readonly Explanation[]): readonly string[] {
  const name = (path: string) => path.split(".").at(-1) as string;
  const word = (path: string) => new RegExp(`(?<![A-Za-z])${name(path)}(?![A-Za-z])`, "i").test(message);
  const within = (path: string) => code.toLowerCase().includes(name(path).toLowerCase());
  const longest = (paths: readonly string[]) => {
    const most = Math.max(...paths.map((path) => name(path).length));
    return paths.filter((path) => name(path).length === most);
  };
  let paths = order.paths.filter(word);
  if (paths.length === 0) paths = order.paths.filter(within);
  if (paths.length > 0) paths = longest(paths);
  // Of a list, the elements in which the package sees it too; the first one if it sees it in none.
  if (order.list && paths.length > 1) {
    const codes = new Set<string>(ours.map((each) => each.code));
    const seen = paths.filter((path) => order.view(path).findings.some((found) => codes.has(found.code)));
    paths = seen.length > 0 ? seen : paths.slice(0, 1);
  }
  return paths;
}

/** A message may quote what was sent: a password of the form is not shown. */
function withoutSecrets(order: Order, message: string): string {
  return order.paths.reduce((text, path) => {
    const { secret, value } = order.view(path).state;
    return secret && typeof value === "string" && value !== "" ? text.replaceAll(value, "********") : text;
  }, message);
}
