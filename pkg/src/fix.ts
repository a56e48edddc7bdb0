/** Applying fixes to the text that was checked. */
import type { Diagnostic } from "./types.js";

/** A report about one request, or about each order of a text. */
type Findings = { readonly diagnostics: readonly Diagnostic[] } | { readonly specs: readonly { readonly diagnostics: readonly Diagnostic[] }[] };

/**
 * Applies the fixes of a report to the text that was checked: the safe ones, or with `unsafe` all.
 * Each is applied whole or not at all: one that meets an earlier one is left out; check again and fix again.
 */
export function fix(text: string, report: Findings, options: { readonly unsafe?: boolean | undefined } = {}): string {
  if (typeof text !== "string" || typeof report !== "object") throw new TypeError("kvspec: fix() takes a text and its report");
  const diagnostics = "specs" in report ? report.specs.flatMap((spec) => spec.diagnostics) : report.diagnostics;
  const inOrder = (a: { start: number; end: number }, b: { start: number; end: number }) => a.start - b.start || a.end - b.end;
  const fixes = diagnostics.flatMap(({ fix }) => {
    if (!fix?.edits.length || (options.unsafe !== true && fix.applicability !== "safe")) return [];
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
