/**
 * What came back: did we get what we ordered? With a WebAssembly module of its own, because reading responses weighs
 * half as much again as judging requests.
 *
 * @packageDocumentation
 */
import * as wasm from "../wasm/replies.js";
import { CHINESE, isChinese, profileNumber } from "./check.js";
import { begin, call, put, read as answer } from "./runtime.js";

export { KvspecError, ready } from "./runtime.js";
import { asRequest, inCodeUnits, toJson, withoutText } from "./text.js";
import type { Diagnostic, Locale, ProfileId, Request } from "./types.js";

/** What a response says, and what is wrong with it. */
export interface Reconciliation {
  /** The profile of the request that was answered: an order of the console is one of `CreateInstance`. */
  readonly profile: ProfileId;
  /**
   * `refused`: the provider's error, whose findings point into the request; `dry-run`: the error by which it says that a
   * dry run passed; all others are of a success, whose findings point into the response.
   */
  readonly outcome: "as-ordered" | "as-documented" | "findings" | "unreadable" | "refused" | "dry-run";
  readonly good: boolean;
  /** IDs of the new instances. */
  readonly instance_ids: readonly string[];
  readonly order_id: string | null;
  /** ID of the request, for the provider's support. */
  readonly request_id: string | null;
  /** JSON Pointers to fields that the document does not have. */
  readonly undocumented: readonly string[];
  /** What was ordered beside what came. */
  readonly comparisons: readonly {
    readonly parameter: string;
    readonly field: string;
    readonly ordered: string;
    /** Whether the request did not say so, and this is the document's default. */
    readonly by_default: boolean;
    readonly received: string | null;
    readonly outcome: "same" | "different" | "not-told";
  }[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Holds a provider's response against the request that it answers, or with `undefined` for the
 * request against the document alone: JSON, XML, or an error as SDKs and the `aliyun` command line print it.
 *
 * @throws KvspecError where no document describes a response, or the request cannot be read.
 */
export function reconcile<P extends ProfileId>(
  profile: P,
  request: Request<P> | undefined,
  response: unknown,
  options: { readonly locale?: Locale | undefined } = {},
): Reconciliation {
  const number = profileNumber(profile);
  // An empty text is no request that was left out: it is read, and refused.
  const text = (side: unknown): string => (side === undefined ? "" : typeof side === "string" ? side || " " : toJson(side));
  const [ours, theirs] = [text(asRequest(request)), text(response)];
  const chinese = isChinese(options.locale);
  begin();
  const [ordered, received] = [ours, theirs].map(put) as [number, number];
  const out = answer(
    call(() => wasm.reconcile(number, ordered, received, chinese ? CHINESE : 0)),
    chinese,
  );
  const found = JSON.parse(out.text()) as Reconciliation & { diagnostics: Diagnostic[] };
  const read = found.outcome === "refused" || found.outcome === "dry-run" ? request : response;
  if (typeof read === "string") inCodeUnits(read, found.diagnostics);
  else withoutText(found.diagnostics);
  return { ...{ instance_ids: [], order_id: null, undocumented: [], comparisons: [] }, ...found };
}
