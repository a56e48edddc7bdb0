/**
 * Reads what `tools/encode.mjs` wrote: the most frequent bytes are one character each, all others
 * two. It compresses nearly as well as the bytes themselves, which base64 does not.
 */
export function decode(text: string): Uint8Array<ArrayBuffer> {
  const [table, body] = text.split("\n", 2) as [string, string];
  const alone = new Int16Array(128).fill(-1);
  const lead = new Int16Array(128).fill(-1);
  const [frequent, rare] = table.split(" ").map((list) => list.split(",").map(Number)) as [number[], number[]];
  let character = 35;
  const next = () => {
    while (character === 92 || character === 96) character++;
    return character++;
  };
  const digits: number[] = [];
  for (const byte of frequent) {
    const code = next();
    digits.push(code);
    alone[code] = byte;
  }
  for (let group = 0; group * digits.length < rare.length; group++) lead[next()] = group * digits.length;
  const digit = new Int16Array(128);
  digits.forEach((code, place) => (digit[code] = place));
  const bytes = new Uint8Array(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at++) {
    const code = body.charCodeAt(at);
    const byte = alone[code] as number;
    bytes[length++] =
      byte >= 0 ? byte : (rare[(lead[code] as number) + (digit[body.charCodeAt(++at)] as number)] as number);
  }
  return bytes.slice(0, length);
}
