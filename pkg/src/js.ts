/** `kvspec` without WebAssembly, for pages whose Content Security Policy forbids it. */
export * from "./index.js";
