#!/usr/bin/env node
// The command line, compiled to WebAssembly: `npx kvspec lint orders/`. It sees the files of this machine as any command does,
// and of the environment what it asks for.
import { readFileSync } from "node:fs";
import { parse } from "node:path";
import tty from "node:tty";
import v8 from "node:v8";

// Node.js says of node:wasi, on every run, that it is an experiment. Other warnings stay.
const { emitWarning } = process;
process.emitWarning = (warning, ...rest) => {
  if (!/\bWASI\b/.test(String(warning?.message ?? warning))) emitWarning.call(process, warning, ...rest);
};
// Node.js 20 and 22 end without a word where WebAssembly that calls WASI by a short cut reads some megabytes at once.
if (Number.parseInt(process.versions.node) < 24) v8.setFlagsFromString("--no-turbo-fast-api-calls");
const { WASI } = await import("node:wasi");
process.emitWarning = emitWarning;

const windows = process.platform === "win32";
// One drive, that of the current folder, is what WASI calls `/`.
const { root } = parse(process.cwd());
const seen = (path) => (windows && path.startsWith(root) ? `/${path.slice(root.length)}` : path).replaceAll("\\", "/");
/** An argument that is a path of this drive, or one with backslashes, as WASI has it. */
const argument = (word) => (windows && (word.startsWith(root) || /^[\w.-]+(\\[\w .-]+)+$/.test(word)) ? seen(word) : word);

const env = {};
const PASSED = /^(LC_ALL|LC_MESSAGES|LANG|COLUMNS|TERM|NO_COLOR|CLICOLOR_FORCE)$/;
for (const [name, value] of Object.entries(process.env)) {
  if (PASSED.test(name)) env[name] = value;
  else if (name === "GITHUB_WORKSPACE" || name === "CI_PROJECT_DIR") env[name] = windows ? seen(value) : value;
}
env.PWD = windows ? seen(process.cwd()) : process.cwd();
if (env.COLUMNS === undefined && tty.isatty(1) && process.stdout.columns) env.COLUMNS = String(process.stdout.columns);

const wasi = new WASI({ version: "preview1", returnOnExit: true, args: ["kvspec", ...process.argv.slice(2).map(argument)], env, preopens: { "/": root } });
const module = new WebAssembly.Module(readFileSync(new URL("kvspec.wasm", import.meta.url)));
process.exitCode = wasi.start(new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi.wasiImport }));
