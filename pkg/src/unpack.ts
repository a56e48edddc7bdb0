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
  return reader([...known, ...own], shapes, known.length, chinese)(root) as T;
}

/** The elements of a packed list, each of which is read when it is asked for. */
export function unpackEach<T>(packed: string): (place: number) => T {
  const [own, shapes, root] = JSON.parse(packed) as Parts;
  const elements = (root as Packed[]).slice(1);
  return (place) => {
    const before = elements.slice(0, place).reduce((sum: number, element) => sum + news(element), 0);
    return reader(own, shapes, before, false)(elements[place] as Packed) as T;
  };
}

/** How many texts a value has that were not met before. */
function news(value: Packed): number {
  if (typeof value === "number") return value === NEXT ? 1 : 0;
  let count = 0;
  for (let at = 1; at < value.length; at++) count += news(value[at] as Packed);
  return count;
}

function reader(scalars: readonly unknown[], shapes: readonly string[][], next: number, chinese: boolean): (value: Packed) => unknown {
  const read = (value: Packed): unknown => {
    if (typeof value === "number") return scalars[value === NEXT ? next++ : value];
    // Both languages are read: which text is the next one depends on it.
    const rest = value.slice(1).map(read);
    if (value[0] === -1) return rest[chinese ? 1 : 0];
    const names = shapes[(value[0] as number) - 1];
    if (names === undefined) return rest;
    return Object.fromEntries(names.map((name, index) => [name, rest[index]]));
  };
  return read;
}

/** The texts of a packed value. */
export const textsOf = (packed: string): readonly unknown[] => (JSON.parse(packed) as Parts)[0];

/** Calls a function once, when its result is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** A list as long as another whose elements are made when they are first looked at: who looks finds a plain one. */
export function lazily<T>(like: readonly unknown[], make: (place: number) => T): T[] {
  const list: T[] = [];
  const show = Symbol.for("nodejs.util.inspect.custom");
  for (const place of like.keys()) {
    const get = (): T => {
      const value = make(place);
      Object.defineProperty(list, place, { value, configurable: true, enumerable: true, writable: true });
      return value;
    };
    Object.defineProperty(list, place, { get, configurable: true, enumerable: true });
  }
  // Node.js shows what an object has without asking it.
  const made = (): T[] => {
    delete (list as { [show]?: unknown })[show];
    for (const place of list.keys()) void list[place];
    return list;
  };
  Object.defineProperty(list, show, { value: made, configurable: true });
  return list;
}
