/** Documents as modules: what stands in the memory of WebAssembly for each of them. */
import { profileIds } from "./ids.js";
import { addToMemory } from "../runtime.js";
import { decode } from "../source/decode.js";
import type { ProfileId } from "../types.js";

/** A document, as `kvspec/p/…` has it. */
export interface Document<P extends ProfileId = ProfileId> {
  readonly id: P;
  /** The number by which it crosses to WebAssembly. */
  readonly number: number;
  /** Which build of kvspec it belongs to. */
  readonly build: string;
  readonly table: string;
}

declare const BUILD: string;

/** Sees to it that a document is known. Returns the number by which it crosses. */
export function known({ id, number, build, table }: Document): number {
  if (profileIds[number] === id) return number;
  if (build !== BUILD) throw new TypeError(`kvspec: the document ${id} is of another version than the engine`);
  const bytes = decode(table);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  addToMemory((memory) => {
    const target = new Uint8Array(memory.buffer);
    for (let at = 0; at < bytes.length; ) {
      const length = view.getUint32(at + 4, true);
      target.set(bytes.subarray(at + 8, at + 8 + length), view.getUint32(at, true));
      at += 8 + length;
    }
  });
  profileIds[number] = id;
  return number;
}
