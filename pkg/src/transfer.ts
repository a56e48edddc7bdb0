/**
 * An order under another document: from one edition to the next, from one provider to the other, from the console to the
 * request behind it. With a WebAssembly module of its own, which has every profile that describes a request: pages load it
 * when somebody asks.
 *
 * @packageDocumentation
 */
import * as wasm from "../wasm/transfer.js";
import { isChinese, noSuch } from "./check.js";
import { begin, call, put, read } from "./runtime.js";
import { asRequest, inCodeUnits, toJson, withoutText, wellFormed } from "./text.js";
import type { Diagnostic, Entries, Locale, ProfileId, Requests, Source } from "./types.js";
import { once } from "./unpack.js";

export { KvspecError, ready } from "./runtime.js";
import { KvspecError } from "./runtime.js";

/** A profile: one that `kvspec` has a type for, or another of `profiles()`. */
export type AnyProfile = ProfileId | (string & {});

/** A request of a profile, as far as its type is known. */
export type RequestOf<P extends string> = P extends ProfileId ? Requests[P] : Readonly<Record<string, unknown>>;

/** What became of a value. */
export type Action =
  | "kept"
  | "renamed"
  | "respelled"
  | "no-such-choice"
  | "default-written"
  | "default-lost"
  | "repeated"
  | "no-counterpart"
  | "implied"
  | "unknown"
  | "unreadable"
  | "empty"
  | "no-effect"
  | "overridden"
  | "signing"
  | "own-token"
  | "referred"
  | "hidden"
  | "followed"
  | "supplied";

/** What became of one value. Secrets are not in it. */
export interface Step {
  readonly action: Action;
  /** Which of the rewritten requests it concerns, from 0. */
  readonly request: number;
  /** JSON Pointer to the old place; `null` for what was not there. */
  readonly from: string | null;
  /** JSON Pointer to the new place; `null` for what is no longer there. */
  readonly to: string | null;
  readonly was: string | null;
  readonly now: string | null;
  /** What was done, in a few words. */
  readonly message: string;
  readonly source?: Source;
}

/** One rewritten request. */
export interface Moved<P extends string = string> {
  /** The request, secrets included: for sending. Lists of a query string are JSON text. */
  readonly spec: RequestOf<P>;
  /** The same with lists as lists: for a form. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The same as `spec` with a mask in the place of every secret: for showing. */
  readonly shown: Readonly<Record<string, unknown>>;
  /** How often it has to be sent, each time with a Token of its own where the operation takes one. */
  readonly copies: number;
  readonly valid: boolean;
  /** What was found in it, under the profile that it was moved to. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A request as it would be written for another profile. */
export interface Transfer<P extends string = string> {
  readonly schema: "kvspec/transfer/v1";
  readonly from: string;
  readonly to: P;
  /** Whether there is a rewritten request, and every one is valid under the new profile. */
  readonly valid: boolean;
  /** Whether the move changes what the request means. */
  readonly lossy: boolean;
  /** What was found in the request as it was written, under its own profile. */
  readonly before: readonly Diagnostic[];
  /** More than one where a batch becomes single requests. */
  readonly requests: readonly Moved<P>[];
  /** What was done, value by value. Nothing of the request goes without a step. */
  readonly steps: readonly Step[];
}

export interface TransferOptions<P extends string = string> {
  /** The profile to which the request is moved. */
  readonly to: P;
  /** The profile for which it was written; found out if absent. */
  readonly from?: AnyProfile | undefined;
  readonly locale?: Locale | undefined;
}

/** The request that an order of the console stands for. */
export interface OrderRequest {
  readonly schema: "kvspec/request/v1";
  readonly profile: "alibaba.create-instance.cn";
  /** How many such requests make up the order, each with a Token of its own where the operation takes one. */
  readonly copies: number;
  /** The parameters, `Action` among them. */
  readonly request: Requests["alibaba.create-instance.cn"];
  /** The same as a query string that is not signed. */
  readonly query: string;
  /** How often to send it, and with what care. */
  readonly note: string;
  /** What the page says of such an order and no request can say. */
  readonly notes: readonly string[];
  /** What each option of the order became. */
  readonly mapping: readonly {
    readonly option: string;
    readonly value: string | null;
    readonly parameter: string | null;
    readonly sent: string | null;
    readonly action: Action;
    readonly source?: Source;
  }[];
}

/** Every profile that a request can be moved from and to. */
export const profiles: () => readonly string[] = /* @__PURE__ */ once(() => {
  begin();
  return JSON.parse(read(call(wasm.transferable), false).text()) as string[];
});

interface Asked {
  readonly chinese: boolean;
  readonly from?: string | undefined;
  readonly to?: string;
}
type Refused = { readonly refused: readonly Diagnostic[] };

function ask<T>(question: (spec: number, options: number) => number, request: unknown, options: Asked): { text: string | undefined; found: T | Refused } {
  const spec = asRequest(request);
  const text = typeof spec === "string" ? wellFormed(spec) : undefined;
  const written = text ?? wellFormed(toJson(spec));
  begin();
  const [length, asked] = [written, JSON.stringify(options)].map(put) as [number, number];
  const out = read(
    call(() => question(length, asked)),
    options.chinese,
  );
  return { text, found: JSON.parse(out.text()) as T | Refused };
}

/** Places in the text where it was one. */
function placed(text: string | undefined, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (text === undefined) withoutText(diagnostics as Diagnostic[]);
  else inCodeUnits(text, diagnostics);
  return diagnostics;
}

/**
 * Rewrites a request for another profile: parameters by what they mean, values by what they say. `PrePaid` with `Period` 12
 * becomes `prepaid_by_duration`, `year`, 1. Values that are wrong are carried over, and what is missing stays missing: the
 * findings under the new profile are the list of what is left to do.
 *
 * @throws TypeError for a profile that does not exist.
 * @throws KvspecError where the request cannot be read, or its profile cannot be found out.
 */
export function transfer<const P extends AnyProfile>(
  request: Requests[ProfileId] | Readonly<Record<string, unknown>> | string | Entries,
  options: TransferOptions<P>,
): Transfer<P> {
  const { from, to } = options;
  for (const id of from === undefined ? [to] : [from, to]) if (!profiles().includes(id)) throw noSuch("profile", id, profiles());
  type Found = { transfer: Omit<Transfer<P>, "before" | "requests"> & { requests: readonly (Omit<Moved<P>, "shown" | "values"> & { spec: unknown })[] }; specs: unknown[]; before: Diagnostic[] };
  const { text, found } = ask<Found>(wasm.transfer, request, { chinese: isChinese(options.locale), from, to });
  if ("refused" in found) throw new KvspecError(found.refused.map(({ message }) => message).join("; "));
  const requests = found.transfer.requests.map(({ spec: shown, ...moved }, place) => {
    const spec = found.specs[place] as Record<string, unknown>;
    return { ...moved, spec, values: withLists(spec), shown, diagnostics: withoutText(moved.diagnostics as Diagnostic[]) };
  });
  return { ...found.transfer, before: placed(text, found.before), requests: requests as unknown as Moved<P>[] };
}

/** Lists that are JSON text, read. */
function withLists(spec: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const members = Object.entries(spec).map(([name, value]) => {
    if (typeof value !== "string" || !value.startsWith("[{")) return [name, value];
    try {
      return [name, JSON.parse(value) as unknown];
    } catch {
      return [name, value];
    }
  });
  return Object.fromEntries(members) as Record<string, unknown>;
}

/**
 * The `CreateInstance` request that an order of the profile `alibaba.console` stands for, or what is wrong with the order.
 */
export function orderRequest(
  order: Requests["alibaba.console"] | Readonly<Record<string, unknown>> | string | Entries,
  options: { readonly locale?: Locale | undefined } = {},
): OrderRequest | { readonly request: undefined; readonly diagnostics: readonly Diagnostic[] } {
  const { text, found } = ask<OrderRequest>(wasm.request_of_order, order, { chinese: isChinese(options.locale) });
  if ("refused" in found) return { request: undefined, diagnostics: placed(text, found.refused) };
  return found;
}
