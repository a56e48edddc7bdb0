// Bytes that travel as text: what is decoded is what was encoded, with WebAssembly and without.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { build } from "esbuild";
import { encode } from "../tools/encode.mjs";

const root = new URL("..", import.meta.url).pathname;
const decoder = readFileSync(`${root}build/decode.wasm`).toString("base64");
const { outputFiles } = await build({ entryPoints: [`${root}src/source/decode.ts`], write: false, format: "esm", define: { DECODER: JSON.stringify(decoder) } });
const { decode } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const cases = {
  "nothing": Buffer.alloc(0),
  "one byte": Buffer.from([7]),
  "every byte": Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
  "what ends on two characters": Buffer.from([...new Array(99).fill(1), ...Array.from({ length: 256 }, (_, byte) => byte)]),
  "more than a page of memory": Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * at) >> 3)),
  ...Object.fromEntries(readdirSync(`${root}wasm/documents`).map((file) => [file, readFileSync(`${root}wasm/documents/${file}`)])),
};

for (const [name, bytes] of Object.entries(cases)) {
  test(`${name}, there and back`, () => {
    const text = encode(bytes);
    assert.ok(/^[\n -~]*$/.test(text));
    assert.deepEqual(Buffer.from(decode(text)), bytes);
    const { Module } = WebAssembly;
    try {
      WebAssembly.Module = undefined;
      assert.deepEqual(Buffer.from(decode(text)), bytes);
    } finally {
      WebAssembly.Module = Module;
    }
  });
}
