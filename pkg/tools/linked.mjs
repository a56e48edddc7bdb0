// What a module is made of, as the linker leaves it with `--emit-relocs`: functions, pieces of data, and which of them
// need which others. `split.mjs` takes documents out of a module by it.

/** A reader of the numbers and names that WebAssembly is written in. */
export function reader(bytes, at = 8) {
  const self = {
    at,
    byte: () => bytes[self.at++],
    unsigned() {
      for (let value = 0, shift = 0; ; shift += 7) {
        const byte = bytes[self.at++];
        value += (byte & 0x7f) * 2 ** shift;
        if (byte < 0x80) return value;
      }
    },
    signed() {
      const begin = self.at;
      const value = self.unsigned();
      const bits = 7 * (self.at - begin);
      return bytes[self.at - 1] & 0x40 ? value - 2 ** bits : value;
    },
    name() {
      const length = self.unsigned();
      self.at += length;
      return Buffer.from(bytes.buffer, bytes.byteOffset + self.at - length, length).toString();
    },
  };
  return self;
}

/** The sections of a module: number, name if it is a custom one, and where its contents begin and end. */
export function sections(bytes) {
  const read = reader(bytes);
  const found = [];
  while (read.at < bytes.length) {
    const head = read.at;
    const id = read.byte();
    const size = read.unsigned();
    const start = read.at;
    const name = id === 0 ? read.name() : "";
    found.push({ id, name, head, start, body: read.at, end: start + size });
    read.at = start + size;
  }
  return found;
}

/** The segments of a module's data: where each stands in memory, and in the file. */
export function segments(bytes) {
  const section = sections(bytes).find(({ id }) => id === 11);
  const read = reader(bytes, section.start);
  return Array.from({ length: read.unsigned() }, () => {
    if (read.unsigned() !== 0 || read.byte() !== 0x41) throw new Error("a segment of data that does not stand at a fixed place");
    const address = read.signed();
    read.byte();
    const length = read.unsigned();
    read.at += length;
    return { address, length, at: read.at - length };
  });
}

/** The exports of a module. */
export function exportsOf(bytes) {
  const read = reader(bytes, sections(bytes).find(({ id }) => id === 7).start);
  return Array.from({ length: read.unsigned() }, () => ({ name: read.name(), kind: read.byte(), index: read.unsigned() }));
}

/** How many functions a module takes from outside; they come first. */
function imported(bytes) {
  const section = sections(bytes).find(({ id }) => id === 2);
  if (!section) return 0;
  const read = reader(bytes, section.start);
  let functions = 0;
  for (let count = read.unsigned(); count > 0; count--) {
    read.name();
    read.name();
    const kind = read.byte();
    if (kind === 0) functions++;
    if (kind === 1) read.byte();
    if (kind === 3) read.byte();
    const flags = kind === 0 ? read.unsigned() : read.byte();
    if (kind === 1 || kind === 2) for (let limits = flags & 1 ? 2 : 1; limits > 0; limits--) read.unsigned();
  }
  return functions;
}

const [FUNCTION, DATA] = [0, 1];
const UNDEFINED = 0x10;

function symbolsOf(bytes, homes) {
  const section = sections(bytes).find(({ name }) => name === "linking");
  if (!section) throw new Error("the module was not linked with --emit-relocs");
  const read = reader(bytes, section.body);
  read.unsigned();
  while (read.at < section.end) {
    const kind = read.byte();
    const size = read.unsigned();
    const end = read.at + size;
    if (kind !== 8) {
      read.at = end;
      continue;
    }
    return Array.from({ length: read.unsigned() }, () => {
      const kind = read.byte();
      const flags = read.unsigned();
      const there = (flags & UNDEFINED) === 0;
      if (kind === DATA) {
        const name = read.name();
        if (!there) return { kind, name };
        const home = homes[read.unsigned()];
        const offset = read.unsigned();
        const length = read.unsigned();
        return { kind, name, address: home.address + offset, at: home.at + offset, length };
      }
      const index = read.unsigned();
      // A section has no name here.
      const name = kind !== 3 && (there || flags & 0x40) ? read.name() : "";
      return { kind, name, index };
    });
  }
  throw new Error("the module has no table of symbols");
}

/** Kinds of references that have a number beside their symbol, and those that name neither a function nor data. */
const WITH_ADDEND = [3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 21, 22, 23, 24];
const OF_OTHERS = [6, 7, 13];

/**
 * The pieces of a module and what they need. A piece is `f` and the number of a function among those of the module, or
 * `d` and the number of a symbol.
 */
export function linked(bytes) {
  const all = sections(bytes);
  const outside = imported(bytes);
  const symbols = symbolsOf(bytes, segments(bytes));
  const code = all.find(({ id }) => id === 10);
  const read = reader(bytes, code.start);
  const functions = Array.from({ length: read.unsigned() }, () => {
    const start = read.at;
    const size = read.unsigned();
    read.at += size;
    return { start, end: read.at };
  });
  const data = symbols.flatMap((symbol, number) => (symbol.kind === DATA && symbol.length > 0 ? [{ ...symbol, number }] : []));
  data.sort((a, b) => a.at - b.at);
  const longest = Math.max(...data.map(({ length }) => length));
  /** Every symbol whose data a place is in: what is equal stands once, perhaps within something larger. */
  const around = (at) => {
    const found = [];
    for (let index = last(data, (piece) => piece.at, at); index >= 0 && data[index].at + longest > at; index--) {
      if (at < data[index].at + data[index].length) found.push(`d${data[index].number}`);
    }
    return found;
  };
  /** The last of sorted things that begins at a place or before it. */
  const last = (things, begins, at) => {
    let [low, high] = [0, things.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (begins(things[middle]) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const needs = new Map();
  for (const { name, body } of all.filter(({ name }) => /^reloc\.(CODE|DATA)$/.test(name))) {
    const isCode = name === "reloc.CODE";
    const from = isCode ? code : all.find(({ id }) => id === 11);
    const read = reader(bytes, body);
    read.unsigned();
    for (let count = read.unsigned(); count > 0; count--) {
      const kind = read.byte();
      const at = from.start + read.unsigned();
      const symbol = symbols[read.unsigned()];
      const number = symbols.indexOf(symbol);
      if (WITH_ADDEND.includes(kind)) read.signed();
      if (OF_OTHERS.includes(kind)) continue;
      const needed =
        symbol.kind === FUNCTION ? (symbol.index >= outside ? `f${symbol.index - outside}` : undefined) : symbol.kind === DATA && symbol.length > 0 ? `d${number}` : undefined;
      if (needed === undefined) continue;
      for (const needy of isCode ? [`f${last(functions, ({ start }) => start, at)}`] : around(at)) {
        if (!needs.has(needy)) needs.set(needy, new Set());
        needs.get(needy).add(needed);
      }
    }
  }
  /** Everything that these need, and what that needs, but for what is behind some pieces. */
  const reach = (roots, behind = new Set()) => {
    const seen = new Set();
    const ahead = [...roots];
    while (ahead.length > 0) {
      const piece = ahead.pop();
      if (seen.has(piece) || behind.has(piece)) continue;
      seen.add(piece);
      ahead.push(...(needs.get(piece) ?? []));
    }
    return seen;
  };
  const named = symbols.filter(({ kind, index }) => kind === FUNCTION && index >= outside);
  const functionNames = new Map(named.map(({ name, index }) => [`f${index - outside}`, name]));
  return { data, outside, functionNames, reach };
}
