/** Applying fixes to what was checked. */
import { apply } from "./patch.js";
import { toJson } from "./text.js";
import type { Diagnostic, Fix } from "./types.js";

/** A report about one request, or about each order of a text. */
type Findings = { readonly diagnostics: readonly Diagnostic[] } | { readonly specs: readonly { readonly diagnostics: readonly Diagnostic[] }[] };

/**
 * Applies the fixes of a report to what was checked, a text or an object: the safe ones, or with `unsafe` all. Of an object a
 * changed copy is made.
 * Each is applied whole or not at all: one that meets an earlier one is left out; check again and fix again.
 */
export function fix(text: string, report: Findings, options?: { readonly unsafe?: boolean | undefined }): string;
export function fix<T extends object>(request: T, report: Findings, options?: { readonly unsafe?: boolean | undefined }): T;
export function fix(given: string | object, report: Findings, options: { readonly unsafe?: boolean | undefined } = {}): string | object {
  if ((typeof given !== "string" && (typeof given !== "object" || given === null)) || typeof report !== "object") {
    throw new TypeError("kvspec: fix() takes a text or an object, and its report");
  }
  const diagnostics = "specs" in report ? report.specs.flatMap((spec) => spec.diagnostics) : report.diagnostics;
  const wanted = diagnostics.flatMap(({ fix }) => (fix && (options.unsafe === true || fix.applicability === "safe") ? [fix] : []));
  if (typeof given !== "string") {
    const request = JSON.parse(toJson(given)) as object;
    const isWithin = (place: string, other: string) => place === other || place.startsWith(`${other}/`);
    const changed: string[] = [];
    const moves: { readonly from: string; readonly path: string }[] = [];
    // What an earlier fix has given another name.
    const now = (place: string): string => moves.reduce((at, { from, path }) => (isWithin(at, from) ? path + at.slice(from.length) : at), place);
    // What is to go away needs no other change.
    const removes = ({ patch }: Fix) => patch.some(({ op }) => op === "remove");
    for (const { patch } of [...wanted.filter(removes), ...wanted.filter((fix) => !removes(fix))]) {
      const operations = patch.map((operation) =>
        operation.op === "move" ? { ...operation, from: now(operation.from) } : { ...operation, path: now(operation.path) },
      );
      // Where one has changed something, the next one was made for what is no longer there.
      const places = operations.flatMap((operation) => (operation.op === "move" ? [] : [operation.path]));
      if (places.some((place) => changed.some((other) => isWithin(place, other) || isWithin(other, place)))) continue;
      for (const operation of operations) {
        apply(request, operation);
        if (operation.op === "move") moves.push(operation);
        else changed.push(operation.path);
      }
    }
    return request;
  }
  const text = given;
  const inOrder = (a: { start: number; end: number }, b: { start: number; end: number }) => a.start - b.start || a.end - b.end;
  const fixes = wanted.flatMap((fix) => {
    if (fix.edits.length === 0) return [];
    const edits = [...fix.edits].sort(inOrder);
    return { edits, start: edits[0]!.start, end: edits[edits.length - 1]!.end };
  });
  let out = "";
  let done = 0;
  let last = -1;
  for (const { edits, start, end } of fixes.sort(inOrder)) {
    if (start <= last || end > text.length) continue;
    last = end;
    for (const edit of edits) {
      out += text.slice(done, edit.start) + edit.text;
      done = edit.end;
    }
  }
  return out + text.slice(done);
}
