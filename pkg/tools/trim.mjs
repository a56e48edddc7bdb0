// Takes the texts of panics out of a module: `trim.mjs functions IN OUT` empties the functions that write them, given a
// module with names, and `trim.mjs places IN OUT` the places in sources that only those functions read. Nobody could read
// such a message, since WebAssembly has no standard error; what is left is the trap that follows it, which the JavaScript
// side reports. What only those functions need is then found to be unused, and goes. `functions IN OUT debug` empties what
// shows a value to a programmer, too: in a module that writes no such text, only panics would.
import { readFileSync, writeFileSync } from "node:fs";
import binaryen from "binaryen";

const PANICS = [
  /^core\[\w+\]::panicking::/,
  /^core\[\w+\]::(option|result)::(unwrap_failed|expect_failed)$/,
  /^core\[\w+\]::(str|slice::index)::slice_\w*fail\w*$/,
  /^core\[\w+\]::cell::panic_already_\w+$/,
  /^alloc\[\w+\]::(raw_vec::handle_error|alloc::handle_alloc_error)$/,
  /^std\[\w+\]::(panicking::panic_with_hook|thread::local::panic_access_error)$/,
  /^__rustc\[\w+\]::(rust_begin_unwind|__rust_alloc_error_handler)$/,
];

const DEBUG = / as core(\[\w+\])?::fmt::Debug>::fmt$/;

function functions(bytes, debug) {
  const module = binaryen.readBinary(bytes);
  const patterns = debug === "debug" ? [...PANICS, DEBUG] : PANICS;
  const unmet = new Set(patterns);
  for (let index = 0; index < module.getNumFunctions(); index++) {
    const each = module.getFunctionByIndex(index);
    const { name, module: imported } = binaryen.getFunctionInfo(each);
    const pattern = patterns.find((pattern) => pattern.test(name));
    if (pattern === undefined || imported !== "") continue;
    unmet.delete(pattern);
    binaryen.Function.setBody(each, module.unreachable());
  }
  // A new compiler may call them something else: then this list is to be mended, not the module to grow unnoticed.
  if (unmet.size > 0) throw new Error(`no function is called ${[...unmet].join(", ")}`);
  if (!module.validate()) throw new Error("the module is not valid any more");
  return module.emitBinary();
}

/** The segments of a module's data: where each stands in memory, and its bytes, which can be changed in place. */
function segments(bytes) {
  const found = [];
  let at = 8;
  const unsigned = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  const signed = () => {
    const begin = at;
    const value = unsigned();
    const bits = 7 * (at - begin);
    return bytes[at - 1] & 0x40 ? value - 2 ** bits : value;
  };
  while (at < bytes.length) {
    const section = bytes[at++];
    const size = unsigned();
    const end = at + size;
    if (section === 11) {
      for (let count = unsigned(); count > 0; count--) {
        const kind = unsigned();
        if (kind !== 0 || bytes[at++] !== 0x41) throw new Error("a segment of data that does not stand at a fixed place");
        const start = signed();
        if (bytes[at++] !== 0x0b) throw new Error("a segment of data that does not stand at a fixed place");
        const length = unsigned();
        found.push({ start, data: bytes.subarray(at, at + length) });
        at += length;
      }
    }
    at = end;
  }
  return found;
}

/** A place is a file's name and its length, a line and a column: four numbers. */
function places(bytes) {
  const all = segments(bytes);
  const nameAt = (address, length) => {
    const home = all.find(({ start, data }) => start <= address && address + length <= start + data.length);
    const name = home?.data.subarray(address - home.start, address - home.start + length);
    return name && /^[\w./-]+\.rs$/.test(Buffer.from(name).toString("latin1")) ? name : undefined;
  };
  const names = [];
  for (const { start, data } of all) {
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    for (let at = -start & 3; at + 16 <= data.length; at += 4) {
      const [address, length, line, column] = [0, 4, 8, 12].map((more) => view.getUint32(at + more, true));
      if (length < 4 || length > 200 || line === 0 || line > 100_000 || column === 0 || column > 1_000) continue;
      const name = nameAt(address, length);
      if (name === undefined) continue;
      names.push(name);
      data.fill(0, at, at + 16);
    }
  }
  if (names.length === 0) throw new Error("no place in a source was found");
  for (const name of names) name.fill(0);
  return bytes;
}

const [what, from, to, option] = process.argv.slice(2);
writeFileSync(to, { functions, places }[what](readFileSync(from), option));
