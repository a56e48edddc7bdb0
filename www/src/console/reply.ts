/** Reads a provider's error response. Loaded when one is pasted. */
import { explain, type Explanation, type ProviderExplanation } from "kvspec";
import type { Order } from "./order.ts";

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

/** The code and the message of a response: JSON, also in an `error` member, or XML. */
function fieldsOf(reply: string): { code: string; message: string } | undefined {
  try {
    const body = JSON.parse(reply) as Record<string, unknown> | null;
    const inner = (typeof body?.error === "object" && body.error !== null ? body.error : body) as Record<string, unknown> | null;
    const code = inner?.Code ?? inner?.status ?? inner?.code;
    if (typeof code === "string" && code !== "") return { code, message: String(inner?.Message ?? inner?.message ?? "") };
    return undefined;
  } catch {
    const tag = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(reply)?.[1]?.trim();
    const code = tag("Code") ?? /\b[A-Z][A-Za-z]+\.[A-Z][A-Za-z.]+\b/.exec(reply)?.[0];
    return code === undefined ? undefined : { code, message: tag("Message") ?? "" };
  }
}

export function readReply(order: Order, reply: string): Found | undefined {
  const read = fieldsOf(reply);
  if (!read) return undefined;
  const known = explain(read.code, order.language);
  const theirs = known !== undefined && "providerCode" in known ? known : undefined;
  const all = theirs?.codes.map((code) => explain(code, order.language)) ?? [];
  const ours = all.filter(({ profiles }) => profiles.includes(order.id));
  // The provider names the parameter: as a word of its message, or else within its code.
  const names = (path: string) => path.split(".").at(-1) as string;
  const word = (path: string) => new RegExp(`(?<![A-Za-z])${names(path)}(?![A-Za-z])`, "i").test(read.message);
  const within = (path: string) => read.code.toLowerCase().includes(names(path).toLowerCase());
  const longest = (paths: readonly string[]) => {
    const most = Math.max(...paths.map((path) => names(path).length));
    return paths.filter((path) => names(path).length === most);
  };
  let paths = order.paths.filter(word);
  if (paths.length === 0) paths = order.paths.filter(within);
  if (paths.length > 0) paths = longest(paths);
  // Of a list, the elements in which the package sees it too; the first one if it sees it in none.
  if (order.list && paths.length > 1) {
    const codes = new Set<string>(ours.map(({ code }) => code));
    const seen = paths.filter((path) => order.view(path).findings.some(({ code }) => codes.has(code)));
    paths = seen.length > 0 ? seen : paths.slice(0, 1);
  }
  return { ...read, message: withoutSecrets(order, read.message), paths, theirs, ours };
}

/** A message may quote what was sent: a password of the form is not shown. */
function withoutSecrets(order: Order, message: string): string {
  return order.paths.reduce((text, path) => {
    const { secret, value } = order.view(path).state;
    return secret && typeof value === "string" && value !== "" ? text.replaceAll(value, "********") : text;
  }, message);
}
