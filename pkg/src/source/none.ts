/** What there is to compile where there is no WebAssembly: nothing. */
export const source = (): Uint8Array<ArrayBuffer> => new Uint8Array(0);
