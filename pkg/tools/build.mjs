// Builds dist/ from src/, generated/ and wasm/: `make wasm` has made the last two.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { encode } from "./encode.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);
for (const folder of ["dist", "build"]) rmSync(folder, { recursive: true, force: true });
for (const folder of ["dist/schemas", "dist/forms", "dist/core", "dist/p", "dist/words", "dist/data", "build"]) mkdirSync(folder, { recursive: true });

for (const module of ["kvspec", "replies", "transfer", "lint", "house"]) {
  writeFileSync(`build/${module}.txt`, encode(readFileSync(`wasm/${module}.wasm`)));
  cpSync(`wasm/${module}.wasm`, `dist/${module}.wasm`);
}

// What reads such a text.
execFileSync(process.execPath, ["node_modules/binaryen/bin/wasm-as", "tools/decode.wat", "-o", "build/decode.wasm"]);
const decoder = readFileSync("build/decode.wasm").toString("base64");

// The engine without documents, in two sizes.
const PAGES = ["core", "verdict"];
for (const module of PAGES) writeFileSync(`build/${module}.txt`, encode(readFileSync(`wasm/${module}.wasm`)));
cpSync("wasm/core.wasm", "dist/core.wasm");
// Which documents an engine can take up: those that the same run of the linker made.
const linked = readFileSync("wasm/documents/build", "utf8");

// Who binds a form: over everything, and, as `kvspec/core/…`, over the documents that a page brings.
const BOUND = ["react", "rules", "formily", "vue"];

// What is data and large stands once, for all entries that have it: see below.
const DATA = ["texts", "profiles", "schemas", "classes", "comparisons", "explanations"];
/** Which entries those are: of the others, one must be one file, and the rest have another module. */
const takesData = (module, format) => ["kvspec", "plain"].includes(module) && format !== "iife";

// Where the bytes come from is the one thing in which the entries differ.
const source = (name, module, format) => ({
  name: "source",
  setup(build) {
    if (takesData(module, format)) {
      const end = format === "cjs" ? "cjs" : "js";
      build.onResolve({ filter: new RegExp(`/generated/(${DATA.join("|")})\\.js$|/bytes\\.js$`) }, ({ path }) => {
        return { path: `./data/${basename(path, ".js")}.${end}`, external: true, sideEffects: false };
      });
    }
    if (module === "plain") {
      build.onResolve({ filter: /\/wasm\/kvspec\.js$/ }, () => ({ path: join(root, "wasm/plain.js"), sideEffects: false }));
    } else if (PAGES.includes(module)) {
      build.onResolve({ filter: /\/kvspec\.txt$/ }, () => ({ path: join(root, `build/${module}.txt`) }));
      // Profiles and words are those that a page brings.
      build.onResolve({ filter: /^\.\/(ids|profiles|recheck)\.js$/ }, ({ path }) => ({ path: join(root, "src/pages", path.replace(/js$/, "ts")) }));
      build.onResolve({ filter: /\/source\/words\.js$/ }, () => ({ path: join(root, "src/source/no-words.ts") }));
    } else if (module !== "kvspec") {
      build.onResolve({ filter: /\/wasm\/(kvspec|lint)\.js$/ }, () => ({ path: join(root, `wasm/${module}.js`) }));
      build.onResolve({ filter: /\/kvspec\.txt$/ }, () => ({ path: join(root, `build/${module}.txt`) }));
      build.onResolve({ filter: /\/kvspec\.wasm(\?module)?$/ }, ({ path }) => ({ path: path.replace("kvspec", module), external: true }));
    }
    if (module === "bound") build.onResolve({ filter: /^kvspec$/ }, () => ({ path: "kvspec/core", external: true }));
    build.onResolve({ filter: /\/source\/(inline|given|none|node)\.js$/ }, () => ({ path: join(root, `src/source/${name}.ts`) }));
    build.onResolve({ filter: /\.wasm(\?module)?$/ }, ({ path }) => ({ path, external: true }));
  },
});
// Two things that wasm-bindgen's glue does otherwise: a module of another realm is one, too, which `instanceof` denies;
// and an instance that a call has begun stays, when one that `ready()` asked for is there at last.
const glue = {
  name: "glue",
  setup(build) {
    build.onLoad({ filter: /wasm[\\/](kvspec|replies|transfer|lint|house)\.js$/ }, ({ path }) => {
      let contents = readFileSync(path, "utf8");
      const mend = (written, wanted) => {
        if (!contents.includes(written)) throw new Error(`wasm-bindgen's glue no longer has: ${written}`);
        contents = contents.replaceAll(written, wanted);
      };
      mend("module instanceof WebAssembly.Module", 'Object.prototype.toString.call(module) === "[object WebAssembly.Module]"');
      mend("    wasmInstance = instance;\n", "    if (wasm !== undefined) return wasm;\n    wasmInstance = instance;\n");
      return { contents, loader: "js" };
    });
  },
};
const bundle = (entry, outfile, from, options, module = "kvspec") =>
  build({
    entryPoints: [`src/${entry}.ts`],
    outfile: `dist/${outfile}`,
    bundle: true,
    target: "es2022",
    platform: "neutral",
    external: ["kvspec", "kvspec/rules", "react", "vue", "node:fs"],
    define: { BUILD: JSON.stringify(linked), DECODER: JSON.stringify(decoder) },
    loader: { ".txt": "text" },
    plugins: [source(from, module, options.format), glue],
    logLevel: "warning",
    legalComments: "none",
    ...options,
  });

await Promise.all([
  bundle("index", "index.js", "inline", { format: "esm" }),
  bundle("index", "index.cjs", "inline", { format: "cjs" }),
  bundle("index", "node.cjs", "node", { format: "cjs", platform: "node" }),
  bundle("index", "kvspec.global.js", "inline", { format: "iife", globalName: "kvspec", minify: true }),
  bundle("index", "workerd.js", "workerd", { format: "esm" }),
  bundle("index", "edge-light.js", "edge-light", { format: "esm" }),
  bundle("slim", "slim.js", "given", { format: "esm" }),
  bundle("slim", "slim.cjs", "given", { format: "cjs" }),
  bundle("js", "js.js", "none", { format: "esm" }, "plain"),
  bundle("js", "js.cjs", "none", { format: "cjs" }, "plain"),
  bundle("reconcile", "reconcile.js", "inline", { format: "esm" }, "replies"),
  bundle("reconcile", "reconcile.cjs", "inline", { format: "cjs" }, "replies"),
  bundle("reconcile", "reconcile.workerd.js", "workerd", { format: "esm" }, "replies"),
  bundle("reconcile", "reconcile.edge-light.js", "edge-light", { format: "esm" }, "replies"),
  bundle("transfer", "transfer.js", "inline", { format: "esm" }, "transfer"),
  bundle("transfer", "transfer.cjs", "inline", { format: "cjs" }, "transfer"),
  bundle("transfer", "transfer.workerd.js", "workerd", { format: "esm" }, "transfer"),
  bundle("transfer", "transfer.edge-light.js", "edge-light", { format: "esm" }, "transfer"),
  bundle("lint", "lint.js", "inline", { format: "esm" }, "lint"),
  bundle("lint", "lint.cjs", "inline", { format: "cjs" }, "lint"),
  bundle("lint-slim", "lint-slim.js", "given", { format: "esm" }, "lint"),
  bundle("lint-slim", "lint-slim.cjs", "given", { format: "cjs" }, "lint"),
  bundle("house", "house.js", "given", { format: "esm" }, "house"),
  bundle("house", "house.cjs", "given", { format: "cjs" }, "house"),
  ...[["core", "core"], ["glance", "verdict"]].flatMap(([entry, name]) => [
    bundle(entry, `${name}.js`, "inline", { format: "esm" }, name),
    bundle(entry, `${name}.cjs`, "inline", { format: "cjs" }, name),
  ]),
  bundle("core-slim", "core-slim.js", "given", { format: "esm" }, "core"),
  bundle("core-slim", "core-slim.cjs", "given", { format: "cjs" }, "core"),
  ...["antd", ...BOUND].flatMap((entry) => [
    bundle(entry, `${entry}.js`, "inline", { format: "esm" }),
    bundle(entry, `${entry}.cjs`, "inline", { format: "cjs" }),
  ]),
  ...BOUND.flatMap((entry) => [
    bundle(entry, `core/${entry}.js`, "inline", { format: "esm" }, "bound"),
    bundle(entry, `core/${entry}.cjs`, "inline", { format: "cjs" }, "bound"),
  ]),
]);

// The data. `require` reads it when it is first looked at; a bundler takes what is used.
for (const name of [...DATA, "bytes"]) {
  const { outputFiles } = await build({
    entryPoints: [name === "bytes" ? "src/source/bytes.ts" : `src/generated/${name}.ts`],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    loader: { ".txt": "text" },
  });
  const [, text] = /^(?:\/\/.*\n)*var \w+ = (.*);$/m.exec(outputFiles[0].text.trim().replace(/^\/\/.*$/gm, "").trim()) ?? [];
  if (text === undefined) throw new Error(`${name} is no longer one text`);
  writeFileSync(`dist/data/${name}.js`, `export const ${name} = ${text};\n`);
  writeFileSync(`dist/data/${name}.cjs`, `exports.${name} = ${text};\n`);
}
for (const file of readdirSync("dist").filter((file) => file.endsWith(".cjs"))) {
  const text = readFileSync(`dist/${file}`, "utf8");
  const lazy = text.replace(/^var (\w+) = require\("(\.\/data\/(\w+)\.cjs)"\);$/gm, 'var $1 = { get $3() { return require("$2").$3; } };');
  if (/^.*= require\("\.\/data\//m.test(lazy)) throw new Error(`${file} reads data when it is imported`);
  writeFileSync(`dist/${file}`, lazy);
}
// Node.js takes the one with `require` in any case: of data it reads no more than it needs.
const names = [...new Set(/^export \{\n([^]*?)\n\};/m.exec(readFileSync("dist/index.js", "utf8"))[1].split(",").map((name) => name.trim().split(" ").at(-1)))];
writeFileSync("dist/node.js", `export { ${names.join(", ")} } from "./node.names.cjs";\n`);
// It reads through all of a module to find the names: here they are.
writeFileSync("dist/node.names.cjs", `const all = require("./node.cjs");\nmodule.exports = all;\n0 && (module.exports = { ${names.join(", ")} });\n`);

execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "src"], { stdio: "inherit" });
const types = "build/types";
for (const file of readdirSync(types, { recursive: true }).filter((file) => file.endsWith(".d.ts"))) {
  const text = readFileSync(join(types, file), "utf8");
  mkdirSync(dirname(join("dist", file)), { recursive: true });
  writeFileSync(join("dist", file), text);
  const commonJs = text.replaceAll(/(from ")(\.[^"]*)\.js(")/g, "$1$2.cjs$3");
  writeFileSync(join("dist", file.replace(/\.d\.ts$/, ".d.cts")), commonJs);
}
for (const entry of BOUND) {
  for (const kind of ["d.ts", "d.cts"]) {
    const text = readFileSync(`dist/${entry}.${kind}`, "utf8");
    writeFileSync(`dist/core/${entry}.${kind}`, text.replaceAll('"kvspec"', '"kvspec/core"'));
  }
}
// `kvspec/verdict` is not what the package calls a verdict within itself.
for (const kind of ["d.ts", "d.cts"]) cpSync(`dist/glance.${kind}`, `dist/verdict.${kind}`);

/** Writes a module with one value of a type that another module of the package has, for `import` and for `require`. */
function module(path, value, type, from, imports = {}) {
  mkdirSync(dirname(`dist/${path}`), { recursive: true });
  const up = "../".repeat(path.split("/").length - 1);
  const members = Object.entries(value).map(([name, member]) => `${name}: ${JSON.stringify(member)}`);
  const text = (end) => `{ ${[...members, ...Object.keys(imports).map((name) => `${name}${end}`)].join(", ")} }`;
  const taken = (write) => Object.entries(imports).map(([name, path]) => write(name, up + path)).join("");
  writeFileSync(`dist/${path}.js`, `${taken((name, path) => `import ${name} from "${path}.js";\n`)}export default ${text("")};\n`);
  const required = taken((name, path) => `const ${name} = require("${path}.cjs");\n`);
  writeFileSync(`dist/${path}.cjs`, `${required}Object.defineProperty(exports, "__esModule", { value: true });\nexports.default = ${text(`: ${Object.keys(imports)[0]}.default`)};\n`);
  if (type === undefined) return;
  const [name] = type.split("<");
  for (const end of ["", "c"]) {
    writeFileSync(`dist/${path}.d.${end}ts`, `import type { ${name} } from "${up}${from}.${end}js";\ndeclare const value: ${type};\nexport default value;\n`);
  }
}
const ids = JSON.parse(/= (\[.*\]) as const/.exec(readFileSync("src/generated/ids.ts", "utf8"))[1]);
for (const locale of ["en", "zh"]) {
  const common = JSON.parse(readFileSync(`src/generated/words.${locale}.json`, "utf8"));
  // The texts are parsed when they are asked for.
  writeFileSync(`dist/words/${locale}.js`, `export default ${JSON.stringify(JSON.stringify(common))};\n`);
  writeFileSync(`dist/words/${locale}.cjs`, `Object.defineProperty(exports, "__esModule", { value: true });\nexports.default = ${JSON.stringify(JSON.stringify(common))};\n`);
}
for (const [number, id] of ids.entries()) {
  const table = encode(readFileSync(`wasm/documents/${id}.bin`));
  module(`p/${id}`, { id, number, build: linked, table }, `Document<"${id}">`, "core");
  for (const locale of ["en", "zh"]) {
    const own = readFileSync(`src/generated/words.${id}.${locale}.json`, "utf8");
    module(`p/${id}/${locale}`, { id, locale, own }, `Words<"${id}">`, "core", { common: `words/${locale}` });
  }
}
for (const file of readdirSync("src/generated").filter((file) => /^(schema|form)\..*\.json$/.test(file))) {
  const [kind, ...name] = file.split(".");
  cpSync(join("src/generated", file), join("dist", `${kind}s`, name.join(".")));
}
// Tools that do not read `exports` look for a folder of the subpath's name.
const ENTRIES = ["core", "core-slim", "verdict", "slim", "js", "reconcile", "transfer", "lint", "lint-slim", "house", "antd", ...BOUND];
for (const entry of [...ENTRIES, ...BOUND.map((entry) => `core/${entry}`)]) {
  mkdirSync(entry, { recursive: true });
  const dist = `${entry.replace(/[^/]+/g, "..")}/dist/${entry}`;
  const redirect = { main: `${dist}.cjs`, module: `${dist}.js`, types: `${dist}.d.cts`, sideEffects: false };
  writeFileSync(join(entry, "package.json"), `${JSON.stringify(redirect, null, 2)}\n`);
}
for (const file of ["LICENSE-MIT", "LICENSE-APACHE"]) cpSync(join("..", file), file);
