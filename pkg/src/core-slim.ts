/** `kvspec/core` without the bytes: whoever imports it brings those of `kvspec/core.wasm`. */
export * from "./core.js";
export { init } from "./source/given.js";
