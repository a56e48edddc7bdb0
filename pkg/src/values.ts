/** Paths and values, as forms and the rules for forms of others have them. */
import type { Field } from "./profiles.js";
import type { Diagnostic } from "./types.js";

/** The path of a field in the profile: the elements of lists have no numbers there. */
export const pattern = (path: string): string => path.replace(/\/\d+(?=\/|$)/g, "/*");

/** A path with points: a JSON Pointer, which fields and findings have, is written so. */
export const dotted = (path: string): string =>
  typeof path === "string" && path[0] === "/" ? path.slice(1).replaceAll("/", ".") : path;

/** Whether it was found in this field, or in the object around it and names the field: one of several must be there. */
export const concerns = ({ path: at, args }: Diagnostic, path: string): boolean =>
  at === path || ("parameters" in args && args.parameters.some((name) => `${at}/${name}` === path));

export const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "";

/** Text as what it says, under a profile where a text is not that by itself. */
export function typed(field: Field | undefined, value: unknown): unknown {
  if (typeof value !== "string" || field === undefined) return value;
  if (field.type === "Boolean") return value === "true" ? true : value === "false" ? false : value;
  const isNumber = (field.type === "Integer" || field.type === "Long") && /^(0|-?[1-9]\d{0,15})$/.test(value);
  return isNumber && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
