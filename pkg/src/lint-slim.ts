/** `kvspec/lint` without the bytes: whoever imports it brings those of `kvspec/lint.wasm`. */
export * from "./lint.js";
export { init } from "./source/given.js";
