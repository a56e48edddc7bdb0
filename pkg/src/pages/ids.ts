/** The identifiers of the profiles that are in use, at the places by which they cross to WebAssembly. */
import type { ProfileId } from "../types.js";

export const profileIds: ProfileId[] = [];
