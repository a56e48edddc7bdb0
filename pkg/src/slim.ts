/** `kvspec` without the bytes: whoever imports it brings them. */
export * from "./index.js";
export { init } from "./source/given.js";
