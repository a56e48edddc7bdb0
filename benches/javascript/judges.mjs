// The same rules for each library.
import * as ajv from "./judges/ajv.mjs";
import * as arktype from "./judges/arktype.mjs";
import * as byHand from "./judges/by-hand.mjs";
import * as kvspec from "./judges/kvspec.mjs";
import * as typebox from "./judges/typebox.mjs";
import * as valibot from "./judges/valibot.mjs";
import * as zod from "./judges/zod.mjs";

export const judges = { kvspec, "hand-written": byHand, ajv, typebox, valibot, zod, arktype };
