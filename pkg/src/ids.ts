/** The identifiers of the profiles, in the order by which they cross to WebAssembly. */
import { ids } from "./generated/ids.js";
import type { ProfileId } from "./types.js";

export const profileIds: readonly ProfileId[] = ids;
