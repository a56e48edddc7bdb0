/** A WebAssembly module that somebody else brings: `kvspec/slim`. */
let given: BufferSource | WebAssembly.Module | undefined;

/**
 * Says where the WebAssembly module is: the bytes of `kvspec/kvspec.wasm`, or what was compiled
 * of them. Call it once, before anything else.
 */
export function init(module: BufferSource | WebAssembly.Module): void {
  given = module;
}

export function source(): BufferSource | WebAssembly.Module {
  if (given === undefined) {
    throw new TypeError("kvspec: call init() with the bytes of the WebAssembly module first");
  }
  return given;
}
