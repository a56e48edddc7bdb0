// Bytes as ASCII text that stands in a JavaScript string: `src/source/inline.ts` reads it. The 85 most frequent bytes
// are one character each, the others two. Gzipped it is 3 % larger than the gzipped bytes; base64 is 33 % larger,
// because it tears apart what repeats.
const FIRST = 35;
const LEADS = 5;

export function encode(bytes) {
  const alphabet = [];
  for (let code = FIRST; code < 127; code++) if (code !== 92 && code !== 96) alphabet.push(String.fromCharCode(code));
  const digits = alphabet.slice(0, alphabet.length - LEADS);
  const leads = alphabet.slice(digits.length);
  const counts = new Array(256).fill(0);
  for (const byte of bytes) counts[byte]++;
  const order = counts.map((_, byte) => byte).sort((a, b) => counts[b] - counts[a] || a - b);
  const frequent = order.slice(0, digits.length);
  const rare = order.slice(digits.length).sort((a, b) => a - b);
  const codes = new Array(256);
  frequent.forEach((byte, index) => (codes[byte] = digits[index]));
  rare.forEach((byte, index) => (codes[byte] = leads[Math.floor(index / digits.length)] + digits[index % digits.length]));
  let body = "";
  for (const byte of bytes) body += codes[byte];
  return `${frequent.join(",")} ${rare.join(",")}\n${body}`;
}
