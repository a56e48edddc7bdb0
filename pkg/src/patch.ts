/** Changes to parsed requests. */
import type { PatchOperation } from "./types.js";

/** A JSON Pointer as the keys that lead there; places in lists are numbers. */
export function keysOf(pointer: string): (string | number)[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => (/^(0|[1-9]\d*)$/.test(key) ? Number(key) : key.replaceAll("~1", "/").replaceAll("~0", "~")));
}

/** Puts a value into its place, or takes what is there away; gives what was there. */
export function change(root: unknown, pointer: string, value: unknown): unknown {
  const keys = keysOf(pointer);
  const last = keys.pop();
  type Node = Record<string | number, unknown> | undefined | null;
  const place = keys.reduce<unknown>((at, key) => (at as Node)?.[key], root) as Node;
  if (last === undefined || typeof place !== "object" || place === null) return undefined;
  const before = Object.hasOwn(place, last) ? place[last] : undefined;
  if (value === undefined) delete place[last];
  // A name that all objects have by themselves is a member like others.
  else Object.defineProperty(place, last, { value, writable: true, enumerable: true, configurable: true });
  return before;
}

/** Carries out one operation of a JSON Patch. */
export function apply(root: unknown, operation: PatchOperation): void {
  if (operation.op === "move") change(root, operation.path, change(root, operation.from, undefined));
  else change(root, operation.path, operation.op === "remove" ? undefined : operation.value);
}
