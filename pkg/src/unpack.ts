type Packed = number | Packed[];
type Parts = [scalars: unknown[], shapes: string[][], root: Packed];

/** The first text that was not met before. */
const NEXT = -1;

/**
 * Reads what `pkg/bindings/examples/generate.rs` packed: every text and every list of names
 * stands once, a number is a text, and a list begins with its shape: 0 for an array, -1 for a
 * value in English and Chinese. `known` holds the texts that stand elsewhere.
 */
export function unpack<T>(packed: string, known: readonly unknown[] = [], chinese = false): T {
  const [own, shapes, root] = JSON.parse(packed) as Parts;
  const scalars = [...known, ...own];
  let next = known.length;
  const read = (value: Packed): unknown => {
    if (typeof value === "number") return scalars[value === NEXT ? next++ : value];
    // Both languages are read: which text is the next one depends on it.
    const rest = value.slice(1).map(read);
    if (value[0] === -1) return rest[chinese ? 1 : 0];
    const names = shapes[(value[0] as number) - 1];
    if (names === undefined) return rest;
    return Object.fromEntries(names.map((name, index) => [name, rest[index]]));
  };
  return read(root) as T;
}

/** The texts of a packed value. */
export const textsOf = (packed: string): readonly unknown[] => (JSON.parse(packed) as Parts)[0];

/** Calls a function once, when its result is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** A list as long as another that is made when something in it is first looked at: who looks finds a plain one. */
export function lazily<T>(like: readonly unknown[], make: () => readonly T[]): T[] {
  const list: T[] = [];
  const show = Symbol.for("nodejs.util.inspect.custom");
  const fill = (): T[] => {
    for (const [place, value] of make().entries()) {
      Object.defineProperty(list, place, { value, configurable: true, enumerable: true, writable: true });
    }
    delete (list as { [show]?: unknown })[show];
    return list;
  };
  for (const place of like.keys()) {
    Object.defineProperty(list, place, { get: () => fill()[place], configurable: true, enumerable: true });
  }
  // Node.js shows what an object has without asking it.
  Object.defineProperty(list, show, { value: fill, configurable: true });
  return list;
}
