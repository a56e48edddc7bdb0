/**
 * Reads what `pkg/bindings/examples/generate.rs` packed: every text and every list of names
 * stands once, a number is a text, and a list begins with its shape (0 for an array).
 */
export function unpack<T>(packed: string): T {
  type Packed = number | Packed[];
  const [scalars, shapes, root] = JSON.parse(packed) as [unknown[], string[][], Packed];
  const read = (value: Packed): unknown => {
    if (typeof value === "number") return scalars[value];
    const names = shapes[(value[0] as number) - 1];
    const rest = value.slice(1).map(read);
    if (names === undefined) return rest;
    const out: Record<string, unknown> = {};
    names.forEach((name, index) => (out[name] = rest[index]));
    return out;
  };
  return read(root) as T;
}

/** Calls a function once, when its result is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
