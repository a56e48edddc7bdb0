// Writes the WebAssembly module as JavaScript, for pages whose Content Security Policy forbids WebAssembly:
// wasm/plain.js, which has the exports of wasm-bindgen's wasm/kvspec.js. All of it is binaryen's work but the last lines.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { encode } from "./encode.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const wasm = join(root, "wasm/kvspec.wasm");
const folder = mkdtempSync(join(tmpdir(), "kvspec-"));
const run = (tool, ...args) => {
  execFileSync(process.execPath, [join(root, "node_modules/binaryen/bin", tool), ...args], { stdio: ["ignore", "ignore", "inherit"] });
};
const features = (...names) => names.map((name) => `--enable-${name}`);
const given = features("bulk-memory", "bulk-memory-opt", "sign-ext", "nontrapping-float-to-int", "mutable-globals", "reference-types", "multivalue");

/** The text with the memory that the program begins with written as `encode.mjs` does, not in base64. */
function withMemory(text) {
  const [, head, base64, segments, rest] = /^([^]*?var bufferView;\n)([^]*?)function initActiveSegments\(imports\) \{\n([^]*?)\n\}\n([^]*)$/.exec(text) ?? [];
  if (base64 === undefined || rest.includes("base64")) throw new Error("wasm2js writes its memory in another way now");
  const parts = segments.split("\n").map((line) => {
    const [, offset, bytes] = /^ *base64DecodeToExistingUint8Array\(bufferView, (\d+), "([^"]*)"\);$/.exec(line) ?? [];
    if (bytes === undefined) throw new Error(`wasm2js writes its memory in another way now: ${line.slice(0, 100)}`);
    return { offset: Number(offset), bytes: Buffer.from(bytes, "base64") };
  });
  const start = Math.min(...parts.map(({ offset }) => offset));
  const memory = Buffer.alloc(Math.max(...parts.map(({ offset, bytes }) => offset + bytes.length)) - start);
  for (const { offset, bytes } of parts) bytes.copy(memory, offset - start);
  const load = `function initActiveSegments() { bufferView.set(decode(${JSON.stringify(encode(memory))}), ${start}); }`;
  return `import { decode } from "../src/source/decode.ts";\n${head}${load}\n${rest}`;
}

try {
  // What wasm-bindgen adds for values of JavaScript, of which none cross, would be a second table.
  const exports = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(wasm))).map(({ name }) => name);
  const wanted = exports.filter((name) => !name.startsWith("__"));
  const graph = [
    { name: "outside", root: true, reaches: wanted.map((name) => `export ${name}`) },
    ...wanted.map((name) => ({ name: `export ${name}`, export: name })),
  ];
  const at = (name) => join(folder, name);
  writeFileSync(at("graph.json"), JSON.stringify(graph));
  run("wasm-metadce", wasm, ...given, "--graph-file", at("graph.json"), "-o", at("wanted.wasm"));
  const lowering = ["--llvm-memory-copy-fill-lowering", "--signext-lowering", "--llvm-nontrapping-fptoint-lowering", "--remove-unused-module-elements"];
  run("wasm-opt", at("wanted.wasm"), ...given, ...lowering, "-O3", "-o", at("lowered.wasm"));
  run("wasm2js", at("lowered.wasm"), ...features("bulk-memory", "mutable-globals"), "-O3", "-o", at("plain.js"));

  const text = withMemory(readFileSync(at("plain.js"), "utf8"));
  // An instance is made when it is first needed, and anew after a failure.
  const [body, tail] = text.split("var retasmFunc = asmFunc({");
  if (tail === undefined || !/^\s*\}\);\s*(export var \w+ = retasmFunc\.\w+;\s*)+$/.test(tail)) throw new Error("wasm2js writes its exports in another way now");
  const functions = wanted.filter((name) => name !== "memory");
  const call = (name) => `export const ${name} = (...args) => instance.${name}(...args) >>> 0;`;
  const glue = [
    "let instance;",
    "export const __wbg_reset_state = () => { instance = asmFunc({}); };",
    "export const initSync = () => { if (!instance) __wbg_reset_state(); return instance; };",
    "export default async () => initSync();",
    ...functions.map(call),
  ];
  const { code } = await transform(`${body}\n${glue.join("\n")}\n`, { minify: true, target: "es2022" });
  writeFileSync(join(root, "wasm/plain.js"), code);
  console.log(`pkg/wasm/plain.js: ${code.length} bytes`);
} finally {
  rmSync(folder, { recursive: true });
}
