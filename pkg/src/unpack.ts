type Packed = number | Packed[];
type Parts = [scalars: unknown[], shapes: string[][], root: Packed];

/**
 * Reads what `pkg/bindings/examples/generate.rs` packed: every text and every list of names
 * stands once, a number is a text, and a list begins with its shape: 0 for an array, -1 for a
 * value in English and Chinese. `known` holds the texts that stand elsewhere.
 */
export function unpack<T>(packed: string, known: readonly unknown[] = [], chinese = false): T {
  const [own, shapes, root] = JSON.parse(packed) as Parts;
  const scalars = [...known, ...own];
  const read = (value: Packed): unknown => {
    if (typeof value === "number") return scalars[value];
    if (value[0] === -1) return read(value[chinese ? 2 : 1] as Packed);
    const names = shapes[(value[0] as number) - 1];
    const rest = value.slice(1).map(read);
    if (names === undefined) return rest;
    const out: Record<string, unknown> = {};
    names.forEach((name, index) => (out[name] = rest[index]));
    return out;
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
