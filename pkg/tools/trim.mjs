// Empties the functions that write the message of a panic: `trim.mjs IN OUT`, both WebAssembly, the first with its names.
// Nobody could read such a message, since WebAssembly has no standard error; what is left is the trap that follows it,
// which the JavaScript side reports. What only those functions need is then found to be unused, and goes.
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

const [from, to] = process.argv.slice(2);
const module = binaryen.readBinary(readFileSync(from));
const unmet = new Set(PANICS);
for (let index = 0; index < module.getNumFunctions(); index++) {
  const each = module.getFunctionByIndex(index);
  const { name, module: imported } = binaryen.getFunctionInfo(each);
  const pattern = PANICS.find((pattern) => pattern.test(name));
  if (pattern === undefined || imported !== "") continue;
  unmet.delete(pattern);
  binaryen.Function.setBody(each, module.unreachable());
}
// A new compiler may call them something else: then this list is to be mended, not the module to grow unnoticed.
if (unmet.size > 0) throw new Error(`no function is called ${[...unmet].join(", ")}`);
if (!module.validate()) throw new Error("the module is not valid any more");
writeFileSync(to, module.emitBinary());
