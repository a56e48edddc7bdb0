/** What `tools/decode.wat` is, in base64: the build puts it here. */
declare const DECODER: string;

/** Where the tables stand in the memory of the decoder, one behind the other, and behind them the text. */
const LEADS = 128;
const DIGITS = 256;
const GROUPS = 384;
const TEXT = 640;
const PAGE = 65_536;

/**
 * Reads what `tools/encode.mjs` wrote: the most frequent bytes are one character each, all others
 * two. It compresses nearly as well as the bytes themselves, which base64 does not.
 */
export function decode(text: string): Uint8Array<ArrayBuffer> {
  const begin = text.indexOf("\n") + 1;
  const [frequent, rare] = text.slice(0, begin).split(" ").map((list) => list.split(",").map(Number)) as [number[], number[]];
  const tables = new Uint8Array(TEXT);
  let character = 35;
  const next = () => {
    while (character === 92 || character === 96) character++;
    return character++;
  };
  frequent.forEach((byte, place) => {
    const code = next();
    tables[code] = byte;
    tables[DIGITS + code] = place;
  });
  for (let group = 0; group < rare.length; group += frequent.length) {
    const code = next();
    tables[code] = group;
    tables[LEADS + code] = 1;
  }
  tables.set(rare, GROUPS);
  const body = text.slice(begin);
  try {
    // The loop looks at a character first, and then whether there are more.
    return body === "" ? new Uint8Array(0) : quickly(tables, body);
  } catch {
    // There is no WebAssembly here, or a policy against it.
    return slowly(tables, body);
  }
}

/** JavaScript is interpreted at first, and a program is decoded once: that takes longer than to compile this. */
function quickly(tables: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  const module = new WebAssembly.Module(Uint8Array.from(atob(DECODER), (byte) => byte.charCodeAt(0)));
  const memory = new WebAssembly.Memory({ initial: Math.ceil((TEXT + text.length) / PAGE) });
  const { exports } = new WebAssembly.Instance(module, { "": { "": memory } });
  const bytes = new Uint8Array(memory.buffer as ArrayBuffer);
  bytes.set(tables);
  new TextEncoder().encodeInto(text, bytes.subarray(TEXT));
  const end = (exports[""] as (at: number, end: number) => number)(TEXT, TEXT + text.length);
  return bytes.subarray(TEXT, end);
}

function slowly(tables: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const byte = tables[code] as number;
    bytes[length++] =
      tables[LEADS + code] === 1 ? (tables[GROUPS + byte + (tables[DIGITS + text.charCodeAt(++at)] as number)] as number) : byte;
  }
  return bytes.subarray(0, length);
}
